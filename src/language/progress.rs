//! How far a task has come: what is done in part is not done, and what may be done in part is asked about.
//!
//! The words are in `vocabulary/progress.txt`.

use std::sync::OnceLock;

use super::phrases::{Phrases, words};
use super::shades::without_task_number;

/// How far somebody says that it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowFar {
    /// There is something left, or it will be done.
    InPart,
    /// Something is done that may be all of it.
    PerhapsAll,
}

fn phrases() -> &'static Phrases {
    static READ: OnceLock<Phrases> = OnceLock::new();
    READ.get_or_init(|| Phrases::from_table(include_str!("vocabulary/progress.txt")))
}

/// How far it has come, where that is not the whole way: "ferdig med trappa, tek resten etterpå". `None`: it is done, or they speak of something else.
pub fn how_far(text: &str) -> Option<HowFar> {
    if text.contains('?') {
        return None;
    }
    let text = without_task_number(text);
    let phrases = phrases();
    let words = words(&text);
    if phrases.has("part", &words) || others_only(&text) {
        return Some(HowFar::InPart);
    }
    let of_what = phrases.what_follows("part_of", &words);
    let in_part = of_what.is_some_and(|words| !words.is_empty() && !phrases.any("WHOLE", words));
    (in_part || phrases.has("perhaps", &words)).then_some(HowFar::PerhapsAll)
}

/// "Per er ferdig": so is he, and whoever says it is not.
fn others_only(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some()
            && letters.all(char::is_lowercase)
            && !OPENERS.contains(&word.to_lowercase().as_str())
    };
    match words.as_slice() {
        [name, be, done, ..] => {
            is_name(name)
                && ["er", "e", "is"].contains(be)
                && ["ferdig", "done", "finished"]
                    .contains(&done.trim_end_matches(|c: char| !c.is_alphabetic()))
        }
        _ => false,
    }
}

/// Words that begin a message with a capital and are no names.
const OPENERS: [&str; 16] = [
    "alt",
    "det",
    "dette",
    "maten",
    "snøen",
    "jobben",
    "oppdraget",
    "jeg",
    "eg",
    "vi",
    "me",
    "everything",
    "all",
    "it",
    "job",
    "she",
];

/// Whether `text` says that its sender was there: "jeg var der kl 12".
pub fn was_there(text: &str) -> bool {
    let words = words(text);
    phrases().has("was_there", &words) && !phrases().any("NOT", &words) || has_delivered(text)
}

/// Whether `text` says that its sender has done what they came for.
pub fn has_delivered(text: &str) -> bool {
    let words = words(text);
    phrases().has("delivered", &words) && !phrases().any("NOT", &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_not_all() {
        for text in [
            "eg er ferdig med trappa, tek resten etterpå",
            "done with the steps, the rest later",
            "me blir ferdige til fem",
            "vi blir ferdige til kl 17",
            "blir ferdig om ti minutt",
            "snart ferdige",
            "snart ferdig",
            "nesten ferdig",
            "nearly done",
            "ferdig om ti minutt",
            "vi er halvferdige",
            "halvvegs",
            "ikkje ferdig enno",
            "not done yet",
            "Per er ferdig, eg held på",
            "held på enno",
            "still at it",
            "vi har litt igjen",
            "ferdig med inngangen, tar oppkjørselen i morgen resten",
        ] {
            assert_eq!(how_far(text), Some(HowFar::InPart), "{text}");
        }
        for text in
            ["ferdig med trappa", "done with the steps", "er ferdig med inngangen", "I dropped the shovel"]
        {
            assert_eq!(how_far(text), Some(HowFar::PerhapsAll), "{text}");
        }
        for text in [
            "ferdig",
            "Ferdig!",
            "alt er ferdig",
            "ferdig med alt",
            "ferdig med jobben",
            "ferdig med snømåkinga",
            "ferdig med oppdraget #1",
            "ferdig, men trappa var glatt",
            "done",
            "all done here",
            "done with the shopping",
            "Maten er levert",
            "dropped the food off",
            "Alt er ferdig",
            "er dere ferdige?",
            "blir dere ferdige til fem?",
            "jeg er i gang",
        ] {
            assert_eq!(how_far(text), None, "{text}");
        }
    }

    #[test]
    fn who_was_there_says_so() {
        for text in [
            "jeg var der og leverte",
            "jeg var der kl 12!",
            "eg var der",
            "I was there",
            "har vært der",
            "jeg leverte maten",
            "kom kl 12",
        ] {
            assert!(was_there(text), "{text}");
        }
        for text in ["jeg var ikke der", "jeg kan ikke", "hvem var det?", "ok"] {
            assert!(!was_there(text), "{text}");
        }
        assert!(has_delivered("jeg var der og leverte") && !has_delivered("jeg var der kl 12"));
    }
}
