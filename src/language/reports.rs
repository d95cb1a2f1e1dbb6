//! What is reported in free words: how a telephone call went, and what stands after "it went well, but".
//!
//! The words are in `vocabulary/reports.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::lines;
use super::{alarm, shades};

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

/// What else somebody tells who has rung: "maten er ikke kommet" of "fikk tak i henne, men maten er ikke kommet". `None`: nothing, or they have not
/// rung.
pub fn news_from_a_call(text: &str) -> Option<&str> {
    let (call, news) = around_but(text)?;
    let (call_words, news_words) = (words(call), words(news));
    let tells_how = |words: &[String]| has("answered", words) || has("no_answer", words);
    let rang = tells_how(&call_words) || shades::plain_answer(call).is_some();
    // "Ringte, men ikke svar" is how it went.
    let is_news = news_words.len() >= 2 && !tells_how(&news_words) && !text.contains('?');
    (rang && is_news && !has("to_come", &call_words)).then_some(news)
}

/// Whether `text` says that its sender fears for somebody: "ho svarar ikkje, eg er redd noko har hendt".
pub fn tells_of_worry(text: &str) -> bool {
    has("worry", &words(text)) && !text.contains('?')
}

/// Whether words of trouble say that their sender is there: "jeg er framme, men hun åpner ikke".
pub fn says_that_one_is_there(text: &str) -> bool {
    let words = words(&text.replace([',', '.', ';', '!', '–'], " men "));
    let mut parts = words.split(|word| has("parts", std::slice::from_ref(word)));
    !shades::sets_out(text) && parts.any(|part| shades::tells_of_arrival(&part.join(" ")))
}

/// Whether words of trouble are those of somebody who stands there: at a door that nobody opens, or beside somebody who came to harm.
pub fn is_said_on_the_spot(text: &str) -> bool {
    let sees = alarm::tells_of_harm_to_somebody(text) && has("other", &words(text));
    !shades::sets_out(text) && (alarm::nobody_opens(text) || sees)
}

/// What else stands in words of somebody who is stuck: "kan ikke" of "bilen starter ikke, kan ikke".
pub fn beside_stuck(text: &str) -> String {
    let mut words = words(text);
    for list in ["stuck", "stuck_where"] {
        while let Some((at, length)) = find(list, &words) {
            words.drain(at..at + length);
        }
    }
    words.join(" ")
}

/// Whether `text` says to those who are at a task that they are not needed: "du kan gå hjem".
pub fn sends_home(text: &str) -> bool {
    has("sends_home", &words(text))
}

/// Whether `text` says that a club, or several, can't: "vi kan ikke", "laget har ingen".
pub fn club_refuses(text: &str) -> bool {
    has("club_refuses", &words(text)) && !text.contains('?')
}

/// Whether `text` speaks of getting into a house.
pub fn speaks_of_getting_in(text: &str) -> bool {
    has("inside", &words(text))
}

/// Whether `text` says that its sender is stuck on the way and may not get there at all: "står fast i snøen og kommer ikke fram". Who can't find the door
/// is there.
pub fn may_not_arrive(text: &str) -> bool {
    let words = words(text);
    has("stuck", &words) && !has("inside", &words) && !has("free_again", &words) && !text.contains('?')
}

/// Whether `text` says that its sender is too ill: somebody else who is ill is a report.
pub fn is_ill_oneself(text: &str) -> bool {
    let words = words(text);
    shades::tells_of_illness(text) && has("self", &words) && !has("other", &words) && !has("not", &words)
}

/// Whom an answer is for and what it says, where it begins with that: "svar til Kari: det går fint". `None`: it does not.
pub fn addressee(text: &str) -> Option<(&str, &str)> {
    const MOST_WORDS_OF_NAME: usize = 3;
    let (head, answer) = text.split_once([':', ','])?;
    let spoken = words(head);
    let (at, length) = find("answer_to", &spoken).filter(|(at, _)| *at == 0)?;
    let names = spoken.len() - at - length;
    // Where the name stands in the text itself: after as many words as the phrase has.
    let whom = head.split_whitespace().nth(length)?;
    let start = whom.as_ptr() as usize - head.as_ptr() as usize;
    let answer = answer.trim();
    ((1..=MOST_WORDS_OF_NAME).contains(&names) && !answer.is_empty()).then_some((&head[start..], answer))
}

/// Whether `text` says that whoever is helped has died: "Per Olsen på #1 er død".
pub fn tells_of_death(text: &str) -> bool {
    has("died", &words(text)) && !text.contains('?')
}

/// Whether `text` tells of something that was: "eg kom for seint".
pub fn tells_of_the_past(text: &str) -> bool {
    has("past", &words(text))
}

/// Whether somebody who tells what happened says beside it that the work was done: "vi måket alt, men jeg knuste en potte".
pub fn says_that_it_was_done(text: &str) -> bool {
    text.split([',', '.', ';', '!', '–']).any(|clause| {
        let done = before_but(clause).unwrap_or(clause);
        let words = words(done);
        has("was_done", &words) && !has("not", &words) && !has("in_part", &words)
    })
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
    fn who_is_stuck_may_not_arrive() {
        for text in [
            "Står fast i snøen og kommer ikke fram",
            "Eg har køyrt meg fast i grøfta",
            "bilen starter ikke",
            "the car won't start",
            "we can't get there",
        ] {
            assert!(may_not_arrive(text), "{text}");
        }
        for text in
            ["står fast i kø", "kommer ikke inn, døra er låst", "finner ikke fram", "kommer jeg fram i tide?"]
        {
            assert!(!may_not_arrive(text), "{text}");
        }
        assert_eq!(beside_stuck("bilen starter ikke, kan ikke"), "kan ikke");
        assert!(club_refuses("Vi kan dessverre ikke") && !club_refuses("jeg kan ikke"));
        assert!(sends_home("ho er på sjukehuset, du kan gå heim") && !sends_home("jeg går hjem"));
    }

    #[test]
    fn what_else_was_heard_on_the_telephone() {
        for (text, news) in [
            ("fikk tak i henne, men maten er ikke kommet", Some("maten er ikke kommet")),
            ("fekk tak i ho, men maten er ikkje komen", Some("maten er ikkje komen")),
            ("got hold of her, but no food has come", Some("no food has come")),
            ("fikk ikke tak i henne, men naboen har sett henne", Some("naboen har sett henne")),
            ("ja, men maten er ikke kommet", Some("maten er ikke kommet")),
            ("fikk tak i henne", None),
            ("rang but no answer", None),
            ("skal ringe, men ikke nå med en gang", None),
            ("fikk tak i henne, men hvem kommer egentlig?", None),
            ("maten er god, men kald og sen", None),
        ] {
            assert_eq!(news_from_a_call(text), news, "{text}");
        }
    }

    #[test]
    fn worry_is_heard() {
        for text in [
            "ho svarar ikkje, eg er redd noko har hendt",
            "svarer ikke, jeg er bekymret",
            "no answer, I'm worried about her",
        ] {
            assert!(tells_of_worry(text), "{text}");
        }
        for text in ["fikk ikke tak i", "ringte, ingen svar", "fikk tak i henne", "ikkje ver uroleg"] {
            assert!(!tells_of_worry(text), "{text}");
        }
    }

    #[test]
    fn who_is_there_says_so() {
        for text in [
            "jeg er framme men hun åpner ikke",
            "eg er framme, men ho opnar ikkje",
            "I'm here but she doesn't open the door",
            "er på plass. noe er galt",
            "er her og hun har falt",
        ] {
            assert!(says_that_one_is_there(text), "{text}");
        }
        for text in ["jeg er ikke framme ennå, men hun åpner ikke", "på vei", "hun åpner ikke", "noe skjedde"]
        {
            assert!(!says_that_one_is_there(text), "{text}");
        }
        for text in ["ingen åpner", "døra er låst", "ho har falt", "she is lying on the floor"] {
            assert!(is_said_on_the_spot(text), "{text}");
        }
        for text in
            ["jeg skled og slo meg i armen", "hun har falt, jeg er på vei", "noe skjedde", "det brenner"]
        {
            assert!(!is_said_on_the_spot(text), "{text}");
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
