//! A need that is there no more, and what in words about a need speaks of who is helped: telephone numbers and codes.

use super::{lists, words};
use crate::language::{service, token, vocabulary};

/// Whether a word of `text` plainly names a kind of help.
fn names_help(text: &str) -> bool {
    let vocabulary = vocabulary::request();
    let items = vocabulary.lexicon.items(token::tokens(text));
    let free = vec![false; items.len()];
    service::service(&items, &free, &vocabulary.services).is_some_and(|read| read.plain)
}

/// Where telephone numbers stand in `text`: eight digits or more, in one or in groups.
fn telephones(text: &str) -> Vec<std::ops::Range<usize>> {
    const FEWEST_DIGITS: usize = 8;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|start| at + start) {
        let rest = &text[start..];
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ' ').unwrap_or(rest.len());
        let number = rest[..end].trim_end();
        if number.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS {
            found.push(start..start + number.len());
        }
        at = start + end;
    }
    found
}

/// Whether a telephone number stands in `text`.
pub fn holds_telephone(text: &str) -> bool {
    !telephones(text).is_empty()
}

/// `text` without its telephone numbers.
pub fn without_telephone(text: &str) -> String {
    let mut kept = text.to_owned();
    for range in telephones(text).into_iter().rev() {
        kept.replace_range(range, "…");
    }
    kept
}

/// Whether the code of a door or a box stands in `text`.
pub fn holds_code(text: &str) -> bool {
    let words = words(text);
    words.iter().enumerate().any(|(at, word)| {
        let number = |word: &String| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        lists().has("code", word) && words[at + 1..].iter().take(2).any(number)
    })
}

/// Whether `text` says that help is not needed, and asks for none: "trenger ikke snømåking i morgen likevel", "dere kan droppe måkinga på onsdag". What
/// is denied beside a need ("trenger en til måking, trenger ikke spade") is no such word.
pub fn needs_no_more(text: &str) -> bool {
    /// Words between "not" and what it denies: "ikke lenger behov for".
    const NEAR: usize = 3;
    let lists = lists();
    let (mut denied, mut asked) = (false, false);
    for clause in text.split_inclusive([',', '.', '!', '?', ';', '\n']) {
        let words = words(clause);
        let names_help = names_help(clause);
        let about_it = names_help || lists.any("denied_thing", &words);
        let mut denies = false;
        for (at, word) in words.iter().enumerate() {
            // "Dere kan droppe måkinga", and not "han slipper inn den som kommer".
            let led =
                at == 0 || words[at.saturating_sub(2)..at].iter().any(|word| lists.has("drops_who", word));
            let lets_in =
                words.get(at + 1).is_some_and(|next| ["inn", "in", "ut", "out"].contains(&next.as_str()));
            let drops = lists.has("drops", word) && led && !lets_in;
            denies |= drops && !lists.any("not", &words[at.saturating_sub(2)..at]);
            if !lists.has("need", word) {
                continue;
            }
            let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(words.len());
            let is_denied = |word: &String| lists.has("not", word) || word == "t" || word == "longer";
            match words[near].iter().any(is_denied) {
                true => denies = true,
                false => asked = true,
            }
        }
        // "…, trenger ikke spade": something else is what is not needed.
        let enough = lists.any("further", &words);
        denied |= denies && about_it && !asked && !enough;
        // A kind of help that is named and not denied is asked for.
        asked |= !denied && (names_help || clause.ends_with('?'));
    }
    denied && !asked
}
