//! What can't wait: somebody is in danger or came to harm, a house is, nobody opens; and that it is over.
//!
//! A harm that is not heard costs more than one that is none, so what only may be harm is taken for it. The words are in `vocabulary/alarm.txt`.

use std::sync::OnceLock;

use super::class::Class;
use super::phrases::{Phrases, Word, words};
use super::shades::without_task_number;
use super::token::tokens;
use super::vocabulary;

/// How grave a report that can't wait is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Nobody opens, or something is wrong and nobody says what.
    Trouble,
    /// A house is in danger.
    Fire,
    /// Somebody is in danger, or came to harm.
    Harm,
}

/// How an alarm ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calm {
    /// There is no danger: nothing was wrong, or it is put right.
    Over,
    /// Others who can help are there.
    HelpIsThere,
}

fn phrases() -> &'static Phrases {
    static READ: OnceLock<Phrases> = OnceLock::new();
    READ.get_or_init(|| Phrases::from_table(include_str!("vocabulary/alarm.txt")))
}

/// The words that may tell of harm: without those that only look like it.
fn serious(text: &str) -> Vec<Word> {
    let mut words = words(&with_names_as_persons(&without_task_number(text)));
    phrases().take_out("harmless", &mut words);
    words
}

/// Whether `text` says that somebody came to harm or may: it can't wait, and how somebody is has no place in a chat.
pub fn tells_of_harm_to_somebody(text: &str) -> bool {
    harmed(&serious(text))
}

/// `text` with a person for each name that a part of it begins with: "Ola har falt". A part that speaks of its sender is theirs.
fn with_names_as_persons(text: &str) -> String {
    const PERSON: &str = "han";
    let lexicon = &vocabulary::reply().lexicon;
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while !rest.is_empty() {
        let end = rest.find([',', '.', ';', ':', '!', '\n']).map_or(rest.len(), |at| at + 1);
        let (part, after) = rest.split_at(end);
        rest = after;
        let lead = part.len() - part.trim_start().len();
        let name = part[lead..].split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let items = lexicon.items(tokens(name));
        let is_name = matches!(items.as_slice(), [only] if only.token.capital && only.has(Class::Name));
        match is_name && !phrases().any("ME", &words(part)) {
            true => {
                kept.push_str(&part[..lead]);
                kept.push_str(PERSON);
                kept.push_str(&part[lead + name.len()..]);
            }
            false => kept.push_str(part),
        }
    }
    kept
}

fn harmed(words: &[Word]) -> bool {
    let phrases = phrases();
    phrases.has("danger", words)
        || phrases.has_unless("of_person", words, "THING", "SHE")
        || without_medicine(words)
}

fn without_medicine(words: &[Word]) -> bool {
    phrases().has("untaken", words) && phrases().has("medicine", words)
}

/// Whether `text` says that a medicine was not taken, or too much of it: somebody may find that out long afterwards.
pub fn tells_of_medicine(text: &str) -> bool {
    without_medicine(&serious(text))
}

/// Whether `text` says that a house is in danger.
fn tells_of_fire(text: &str) -> bool {
    phrases().has("fire", &serious(text))
}

/// Whether `text` says that somebody is in danger or came to harm: it can't wait.
pub fn tells_of_harm(text: &str) -> bool {
    tells_of_harm_to_somebody(text) || tells_of_fire(text)
}

/// Whether `text` says that nobody opens, answers or is at home.
pub fn nobody_opens(text: &str) -> bool {
    let mut words = serious(text);
    phrases().take_out("no_door", &mut words);
    phrases().has("door", &words)
}

/// Whether words of harm are about their sender or the sender's own people, and nobody is on the way to help: "jeg falt på isen".
pub fn is_one_s_own(text: &str) -> bool {
    let (words, phrases) = (serious(text), phrases());
    (!phrases.any("SHE", &words) || phrases.any("KIN", &words)) && !phrases.any("CALLED", &words)
}

/// How grave the words of a report that can't wait are.
pub fn gravity(text: &str) -> Gravity {
    match () {
        () if tells_of_harm_to_somebody(text) => Gravity::Harm,
        () if tells_of_fire(text) => Gravity::Fire,
        () => Gravity::Trouble,
    }
}

/// Whether `text` says that an alarm is over, and nothing that would be one: "falsk alarm", "nå åpnet hun", "ambulansen er her".
pub fn calm(text: &str) -> Option<Calm> {
    if text.contains('?') {
        return None;
    }
    let phrases = phrases();
    let mut rest = words(&without_task_number(text));
    let help = !phrases.has("not_there", &rest) && phrases.take_out("help_there", &mut rest);
    let over = phrases.take_out_unless_beside("over", &mut rest, "NOT");
    phrases.take_out("harmless", &mut rest);
    if harmed(&rest) || phrases.has("fire", &rest) {
        return None;
    }
    phrases.take_out("no_door", &mut rest);
    match (help, over) {
        _ if phrases.has("door", &rest) => None,
        (true, _) => Some(Calm::HelpIsThere),
        (_, true) => Some(Calm::Over),
        _ => None,
    }
}

/// Whether `text` says that somebody was taken to those who heal: that tells of their health.
pub fn tells_of_hospital(text: &str) -> bool {
    let words = words(text);
    phrases().has("help_there", &words) || phrases().any("HEALERS", &words)
}

/// `text` without the numbers and names of those who come when somebody is in danger: "jeg har ringt 113, bli der" tells of nobody's health.
pub fn without_emergency(text: &str) -> String {
    phrases().without("EMERGENCY", text)
}

#[cfg(test)]
mod tests;
