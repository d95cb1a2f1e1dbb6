//! Spelling: the word of a table that somebody meant, when that is safe to say.

use std::collections::{HashMap, HashSet};

use super::token::MAX_WORD_CHARS;

/// Shortest word in which any one slip is put right. In shorter ones only two letters that changed places are.
const MIN_ANY_SLIP: usize = 5;
/// Shortest word in which two letters that changed places are put right.
const MIN_SWAP: usize = 3;

/// The words of the tables, found again in other spellings.
pub struct Speller {
    words: HashSet<String>,
    /// Without the letters that a keyboard may lack: "snomaking", "maa".
    plain: HashMap<String, String>,
    /// A word with one letter left out leads to the words it may have come from. `None`: several.
    slips: HashMap<String, Vec<String>>,
}

impl Speller {
    /// The words of the tables, and `names`, which nobody's slip is put right to: "Nedre" is not "Endre".
    pub fn new(all: Vec<String>, names: Vec<String>) -> Self {
        let meant: HashSet<String> = all.into_iter().collect();
        let words: HashSet<String> = meant.iter().cloned().chain(names).collect();
        let mut sorted: Vec<&String> = words.iter().collect();
        sorted.sort();
        let mut plain = HashMap::new();
        let mut slips: HashMap<String, Vec<String>> = HashMap::new();
        for word in sorted {
            for variant in plain_forms(word) {
                if !words.contains(&variant) {
                    plain.entry(variant).or_insert_with(|| word.clone());
                }
            }
            if meant.contains(word)
                && word.chars().count() >= MIN_SWAP
                && word.chars().all(char::is_alphabetic)
            {
                slips.entry(word.clone()).or_default().push(word.clone());
                for shorter in one_letter_less(word) {
                    slips.entry(shorter).or_default().push(word.clone());
                }
            }
        }
        Self { words, plain, slips }
    }

    /// The table's spelling of `word` (lower case), if it is surely one of its words.
    pub fn spell(&self, word: &str) -> Option<&str> {
        if let Some(exact) = self.exact(word) {
            return Some(exact);
        }
        let length = word.chars().count();
        if length > MAX_WORD_CHARS {
            return None;
        }
        for at_most in [2, 1] {
            let calm = without_runs(word, at_most);
            if calm != word
                && let Some(exact) = self.exact(&calm)
            {
                return Some(exact);
            }
        }
        if length >= MIN_SWAP { self.one_slip(word, length) } else { None }
    }

    /// The table's spelling of `word`, if it is one of its words in any alphabet.
    pub fn exact(&self, word: &str) -> Option<&str> {
        self.words.get(word).or_else(|| self.plain.get(word)).map(String::as_str)
    }

    /// The only table word that is one slip away. A table word of four letters may be five when written.
    fn one_slip(&self, word: &str, length: usize) -> Option<&str> {
        let mut only: Option<&str> = None;
        let mut swapped: Option<&str> = None;
        let mut doubled: Option<&str> = None;
        let mut several = false;
        let shorter =
            if word.chars().all(char::is_alphabetic) { one_letter_less(word) } else { return None };
        for key in std::iter::once(word).chain(shorter.iter().map(String::as_str)) {
            for candidate in self.slips.get(key).into_iter().flatten() {
                if is_swap(word, candidate) && (swapped.is_none() || same_first(word, candidate)) {
                    swapped = Some(candidate);
                }
                let long = length >= MIN_ANY_SLIP && candidate.chars().count() >= MIN_ANY_SLIP;
                if !long || !within_one_slip(word, candidate) {
                    continue;
                }
                if once_each(word) == once_each(candidate) {
                    doubled = Some(candidate);
                }
                several |= only.is_some_and(|known| known != candidate.as_str());
                only = Some(candidate);
            }
        }
        // A letter too few or too many of a double one is the commonest slip, and settles between several.
        swapped.or(doubled).or(only.filter(|_| !several))
    }
}

/// `word` without the letters that a keyboard may lack, in the ways people write them instead.
fn plain_forms(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return inflected(word);
    }
    let written = |table: &dyn Fn(char) -> &'static str| -> String {
        let mut out = String::with_capacity(word.len());
        for c in word.chars() {
            match table(c) {
                "" => out.push(c),
                other => out.push_str(other),
            }
        }
        out
    };
    let double = written(&|c| match c {
        'æ' | 'ä' => "ae",
        'ø' | 'ö' => "oe",
        'å' => "aa",
        _ => "",
    });
    let single = written(&|c| match c {
        'æ' => "ae",
        'ä' | 'å' | 'ą' => "a",
        'ø' | 'ö' | 'ó' | 'ò' | 'ô' => "o",
        'é' | 'è' | 'ê' | 'ę' => "e",
        'ć' => "c",
        'ł' => "l",
        'ń' => "n",
        'ś' => "s",
        'ź' | 'ż' => "z",
        'ü' => "u",
        _ => "",
    });
    let bare = written(&|c| match c {
        'æ' | 'ä' => "e",
        'ø' | 'ö' => "o",
        'å' => "a",
        _ => "",
    });
    let neighbour = written(&|c| match c {
        'æ' => "ä",
        'ä' => "æ",
        'ø' => "ö",
        'ö' => "ø",
        _ => "",
    });
    let mut forms = vec![double, single, neighbour, bare];
    forms.extend(inflected(word));
    forms.retain(|form| form != word);
    forms.dedup();
    forms
}

/// Infinitives as dialects say them: "hjelpa", "hjelp" for "hjelpe".
fn inflected(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix('e').filter(|stem| stem.chars().count() >= 4) else {
        return Vec::new();
    };
    vec![format!("{stem}a"), stem.to_owned()]
}

/// `word` with every run of one letter cut to `at_most`: "jaaaa" is "ja".
fn without_runs(word: &str, at_most: usize) -> String {
    let mut out = String::with_capacity(word.len());
    let (mut last, mut run, mut longest) = ('\0', 0, 0);
    for c in word.chars() {
        run = if c == last { run + 1 } else { 1 };
        longest = run.max(longest);
        last = c;
        if run <= at_most {
            out.push(c);
        }
    }
    // A double letter is ordinary spelling; only three in a row are a shout.
    if longest >= 3 { out } else { word.to_owned() }
}

/// `word` with every double letter made single.
fn once_each(word: &str) -> String {
    let mut last = '\0';
    word.chars().filter(|&c| std::mem::replace(&mut last, c) != c).collect()
}

fn one_letter_less(word: &str) -> Vec<String> {
    word.char_indices()
        .map(|(at, c)| {
            let mut shorter = String::with_capacity(word.len());
            shorter.push_str(&word[..at]);
            shorter.push_str(&word[at + c.len_utf8()..]);
            shorter
        })
        .collect()
}

fn same_first(word: &str, other: &str) -> bool {
    word.chars().next() == other.chars().next()
}

/// Whether two neighbouring letters changed places.
fn is_swap(word: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    if a.len() != b.len() {
        return false;
    }
    let Some(at) = (0..a.len()).find(|&at| a[at] != b[at]) else { return false };
    at + 1 < a.len() && a[at] == b[at + 1] && a[at + 1] == b[at] && a[at + 2..] == b[at + 2..]
}

/// Whether one letter too many, one too few, one wrong or two swapped make `word` of `other`.
fn within_one_slip(word: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => same >= short.len() || short[same + 1..] == long[same + 1..] || is_swap(word, other),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speller() -> Speller {
        Speller::new(
            ["kan", "måking", "kommer", "gjerne", "ja", "kunne", "halv", "sjuk"].map(str::to_owned).to_vec(),
            vec!["endre".to_owned()],
        )
    }

    #[test]
    fn slips_that_are_safe() {
        for (written, meant) in [
            ("kna", "kan"),
            ("komer", "kommer"),
            ("gjrene", "gjerne"),
            ("gjerned", "gjerne"),
            ("maaking", "måking"),
            ("jaaaa", "ja"),
        ] {
            assert_eq!(speller().spell(written), Some(meant), "{written}");
        }
    }

    #[test]
    fn nothing_is_a_slip_of_a_name() {
        assert_eq!(speller().spell("endre"), Some("endre"));
        assert_eq!(speller().spell("nedre"), None);
    }

    #[test]
    fn short_words_are_left_alone() {
        for word in ["kam", "jo", "hals", "sju", "kanne2"] {
            assert_eq!(speller().spell(word), None, "{word}");
        }
    }
}
