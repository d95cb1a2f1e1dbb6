//! What is reported in free words: how a telephone call went, that somebody came to harm, and what stands after "it went well, but".
//!
//! The words are in `vocabulary/reports.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::lines;
use super::shades;

/// Each list's phrases, as their words.
fn list(name: &str) -> &'static [Vec<String>] {
    static READ: OnceLock<HashMap<String, Vec<Vec<String>>>> = OnceLock::new();
    let lists = READ.get_or_init(|| {
        let phrases = |text: String| {
            text.split(',').map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let table = lines(include_str!("vocabulary/reports.txt"));
        table.into_iter().map(|(name, text)| (name, phrases(text))).collect()
    });
    lists.get(name).map_or(&[], Vec::as_slice)
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Where the first phrase of a list stands in `words`: its place and how many words it has.
fn find(name: &str, words: &[String]) -> Option<(usize, usize)> {
    let is = |known: &String, word: &String| match known.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => known == word,
    };
    let stands = |phrase: &Vec<String>| {
        let at = words.windows(phrase.len().max(1)).position(|window| {
            window.len() == phrase.len() && phrase.iter().zip(window).all(|(known, word)| is(known, word))
        });
        at.map(|at| (at, phrase.len()))
    };
    list(name).iter().filter_map(stands).min_by_key(|(at, length)| (*at, usize::MAX - length))
}

fn has(name: &str, words: &[String]) -> bool {
    find(name, words).is_some()
}

/// Whether `text` says that somebody who was rung answered (`true`) or did not: "fikk tak i henne", "ringte, ingen svar".
pub fn how_a_call_went(text: &str) -> Option<bool> {
    let words = words(&shades::without_task_number(text));
    if text.contains('?') || words.is_empty() {
        return None;
    }
    if has("no_answer", &words) {
        return Some(false);
    }
    // "Fikk tak i henne, men maten er ikke kommet" is news, and settles nothing.
    let settled = !has("to_come", &words) && !has("not", &words) && before_but(text).is_none();
    (has("answered", &words) && settled).then_some(true)
}

/// Whether `text` says that a person came to harm: "ho fall i trappa og slo seg i armen". Snow that falls is no harm.
pub fn tells_of_accident(text: &str) -> bool {
    let words = words(&shades::without_task_number(text));
    let fell = || {
        let close = |at: usize| {
            words[at + 1..].iter().take(3).position(|word| has("fell", std::slice::from_ref(word)))
        };
        let people = (0..words.len()).filter(|at| has("person", std::slice::from_ref(&words[*at])));
        people.filter_map(close).next().is_some() && !has("weather", &words)
    };
    has("harm", &words) || has("broke", &words) && has("body", &words) || fell()
}

/// Whether `text` says that its sender is too ill: somebody else who is ill is a report.
pub fn is_ill_oneself(text: &str) -> bool {
    let words = words(text);
    shades::tells_of_illness(text) && has("self", &words) && !has("other", &words) && !has("not", &words)
}

/// What stands after "it went well, but": "trappa var hål". `None`: it went well and that is all, or it did not.
pub fn after_it_went_well(text: &str) -> Option<&str> {
    let (well, rest) = around_but(text)?;
    (shades::went_well(well) && rest.split_whitespace().count() >= 2).then_some(rest)
}

/// What stands before a "but": "jeg kan" of "jeg kan, men kommer litt sent".
pub fn before_but(text: &str) -> Option<&str> {
    around_but(text).map(|(before, _)| before)
}

/// What stands after a "but", or all of it where there is none.
pub fn after_but(text: &str) -> &str {
    around_but(text).map_or(text, |(_, after)| after)
}

/// What stands before the first "but", and after it.
pub fn around_but(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_lowercase();
    // Letters may change their length with their case; then places are not the same.
    if lower.len() != text.len() {
        return None;
    }
    let joints = list("joints").iter().map(|phrase| phrase.join(" "));
    let joint = |joint: String| {
        let found = lower.match_indices(joint.as_str()).find(|(at, _)| {
            let before = lower[..*at].chars().next_back();
            let after = lower[at + joint.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        });
        found.map(|(at, joint)| (at, joint.len()))
    };
    let (at, length) = joints.filter_map(joint).min_by_key(|(at, length)| (*at, usize::MAX - length))?;
    let (well, rest) = (&text[..at], text[at + length..].trim());
    Some((well, rest.trim_start_matches(|c: char| !c.is_alphanumeric())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_calls_went() {
        for text in [
            "fikk tak i henne",
            "fekk tak i ho",
            "ringt",
            "har ringt #1",
            "Eg har snakka med ho, ho veit det",
            "got hold of her",
            "I called her",
        ] {
            assert_eq!(how_a_call_went(text), Some(true), "{text}");
        }
        for text in [
            "fikk ikke tak i",
            "fekk ikkje tak i ho",
            "ringte, ingen svar",
            "hun svarer ikke",
            "rang but no answer",
            "she didn't pick up",
            "couldn’t reach her",
        ] {
            assert_eq!(how_a_call_went(text), Some(false), "{text}");
        }
        for text in [
            "",
            "got hold of her, but no food has come",
            "fikk tak i henne, men maten er ikke kommet",
            "ok",
            "skal ringe henne",
            "hvem har ringt?",
            "har ikke ringt ennå",
            "jeg kan",
            "ringer nå",
            "takk",
        ] {
            assert_eq!(how_a_call_went(text), None, "{text}");
        }
    }

    #[test]
    fn accidents_are_heard() {
        for text in [
            "ho fall i trappa og slo seg i armen",
            "she fell on the steps and hurt her arm",
            "hun har ramlet",
            "han datt på badet",
            "jeg brakk armen",
            "Ola skar seg på kniven",
            "hun blør fra hodet",
            "mottakeren snublet",
        ] {
            assert!(tells_of_accident(text), "{text}");
        }
        for text in [
            "det falt mye snø",
            "snøen, den fall av taket",
            "en planke brakk",
            "strømmen slo seg av",
            "alt gikk bra",
            "vi falt litt bak skjema med snøen",
            "trappa er glatt",
            "et bord knakk",
        ] {
            assert!(!tells_of_accident(text), "{text}");
        }
    }

    #[test]
    fn ill_is_whoever_says_so() {
        assert!(is_ill_oneself("jeg er for syk til å kjøre mat i dag"));
        assert!(is_ill_oneself("I am too ill to come"));
        for text in ["hun er syk", "jeg tror hun er syk", "jeg er ikke syk", "maten var god"] {
            assert!(!is_ill_oneself(text), "{text}");
        }
    }

    #[test]
    fn what_else_was_said() {
        for (text, rest) in [
            ("ja alt gjekk bra, men trappa var hål", Some("trappa var hål")),
            ("all went well, but the lamp is broken", Some("the lamp is broken")),
            ("alt gikk bra, men lampa er knust", Some("lampa er knust")),
            ("alt gikk bra", None),
            ("alt gikk bra, men", None),
            ("det gikk ikke bra, men lampa er hel", None),
        ] {
            assert_eq!(after_it_went_well(text), rest, "{text}");
        }
    }
}
