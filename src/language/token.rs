//! Text to tokens: words, numbers, marks and pictures, each with the bytes it came from.

use super::Span;

/// Bytes of a message that are considered. What comes after is not read: nobody asks for help in four thousand characters.
pub const MAX_BYTES: usize = 4_000;
/// Tokens of a message that are considered.
pub const MAX_TOKENS: usize = 400;
/// Letters of one word that are considered when it is looked up.
pub const MAX_WORD_CHARS: usize = 48;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// A run of digits; "16.30" is three tokens.
    Number,
    /// One character of punctuation, or a line break.
    Mark,
    /// A picture.
    Emoji,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: Kind,
    /// In lower case, apostrophes made straight, dashes made "-".
    pub word: String,
    /// Begins with a capital.
    pub capital: bool,
    /// Nothing stands between it and the token before.
    pub glued: bool,
}

impl Token {
    /// The value of a number of at most nine digits.
    pub fn number(&self) -> Option<u32> {
        if self.kind == Kind::Number && self.word.len() <= 9 { self.word.parse().ok() } else { None }
    }
}

/// The tokens of `text`, at most [`MAX_TOKENS`] of its first [`MAX_BYTES`] bytes.
pub fn tokens(text: &str) -> Vec<Token> {
    let text = head(text);
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 4 + 4);
    let mut chars = text.char_indices().peekable();
    let mut end_of_last = usize::MAX;
    while let Some((start, first)) = chars.next() {
        if found.len() >= MAX_TOKENS {
            break;
        }
        if (first.is_whitespace() && first != '\n') || is_invisible(first) {
            continue;
        }
        let leans = start == end_of_last && is_apostrophe(first) && negates(text, start);
        let kind = if leans { Kind::Word } else { kind_of(first) };
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let goes_on = match kind {
                Kind::Word => {
                    is_letter(next)
                        || (is_apostrophe(next)
                            && letter_after(text, at + next.len_utf8())
                            && !negates(text, at))
                }
                Kind::Number => next.is_ascii_digit(),
                Kind::Mark | Kind::Emoji => false,
            };
            if !goes_on {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        found.push(Token {
            span: Span { start, end },
            kind,
            word: plain(&text[start..end]),
            capital: first.is_uppercase(),
            glued: start == end_of_last,
        });
        end_of_last = end;
    }
    found
}

/// The part of `text` that is considered, cut at a character.
fn head(text: &str) -> &str {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn kind_of(first: char) -> Kind {
    if first.is_ascii_digit() {
        Kind::Number
    } else if is_letter(first) {
        Kind::Word
    } else if is_picture(first) {
        Kind::Emoji
    } else {
        Kind::Mark
    }
}

/// A letter, or the accent that a decomposed letter carries.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | 'ʼ')
}

fn letter_after(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(is_letter)
}

/// Whether "'kje" or its like, a "not" that leans on the word before it, begins at byte `at`: "rekk'kje".
fn negates(text: &str, at: usize) -> bool {
    const LEANING: [&str; 6] = ["kje", "kkje", "ke", "kke", "itj", "ikke"];
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(is_apostrophe)) else { return false };
    let word = rest.split(|c: char| !is_letter(c)).next().unwrap_or_default();
    LEANING.contains(&word)
}

fn is_picture(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x1f000..=0x1faff)
}

/// Joiners, variation selectors and skin colours, which change nothing.
fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0x200b..=0x200f | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff | 0x2060 | 0x2640 | 0x2642 | 0xfeff | 0xad)
}

fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            _ if is_apostrophe(c) => plain.push('\''),
            '–' | '—' | '−' | '‐' | '‑' => plain.push('-'),
            '\u{30a}' if plain.ends_with('a') => {
                plain.pop();
                plain.push('å');
            }
            '\u{308}' if plain.ends_with(['a', 'o']) => {
                let letter = if plain.pop() == Some('a') { 'ä' } else { 'ö' };
                plain.push(letter);
            }
            '\u{301}' if plain.ends_with('e') => {
                plain.pop();
                plain.push('é');
            }
            _ => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(words("Kl 16.30–18, 2stk!"), ["kl", "16", ".", "30", "-", "18", ",", "2", "stk", "!"]);
        assert_eq!(words("I can’t 👍🏽"), ["i", "can't", "👍"]);
        assert_eq!(words("a\nb"), ["a", "\n", "b"]);
        assert_eq!(words("eg rekk'kje det"), ["eg", "rekk", "'kje", "det"]);
    }

    #[test]
    fn spans_are_the_words_of_the_message() {
        let text = "Måking på Ås";
        for token in tokens(text) {
            assert_eq!(text[token.span.start..token.span.end].to_lowercase(), token.word);
        }
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        assert_eq!(words("pa\u{30a} ga\u{30a}"), ["på", "gå"]);
    }

    #[test]
    fn long_texts_are_cut() {
        assert!(tokens(&"ååå ".repeat(10_000)).len() <= MAX_TOKENS);
        assert!(tokens(&"å".repeat(10_000)).len() == 1);
    }
}
