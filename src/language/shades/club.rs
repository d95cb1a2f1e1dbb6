//! What a club's contact says of the club.

use super::{lists, words};
use crate::language::orders;

/// Whether `text` asks for the tasks of the sender's club: "lagets oppdrag", "hvilke oppdrag har vi?".
pub fn asks_for_the_clubs_tasks(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let rest: Vec<String> = words.into_iter().filter(|word| !lists.has("stands_more", word)).collect();
    lists.phrases("clubs_tasks").contains(&rest)
}

/// The name of whoever `text` says has left the club: "Per har sluttet i laget". `None`: it says no such thing.
pub fn left_the_club(text: &str) -> Option<String> {
    const MOST_WORDS_OF_NAME: usize = 3;
    let lists = lists();
    let written: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = words(text);
    if written.len() != said.len() || text.contains('?') {
        return None;
    }
    let lead = said.iter().take_while(|word| lists.has("instead_lead", word)).count();
    let (length, at) = lists
        .phrases("has_left")
        .iter()
        .filter_map(|phrase| {
            let at = said.windows(phrase.len()).position(|window| window == phrase.as_slice())?;
            Some((phrase.len(), at))
        })
        .max()?;
    let name = written.get(lead..at).filter(|name| (1..=MOST_WORDS_OF_NAME).contains(&name.len()))?;
    let is_name = |word: &String| {
        !lists.has("first_person", word) && !lists.has("not_named", word) && !orders::is_no_name(word)
    };
    // The club's own name has capitals.
    let mut rest = written[at + length..].iter().zip(&said[at + length..]);
    let says_no_more =
        rest.all(|(written, word)| lists.has("of_club", word) || written.starts_with(char::is_uppercase));
    // "Per er ikke med" may be of a single task.
    let may_be_of_one_task = ["med", "with"].iter().any(|word| said[at..].iter().any(|said| said == word));
    let is_for_good = !may_be_of_one_task || lists.any("for_good", &said[at..]);
    (said[lead..at].iter().all(is_name) && says_no_more && is_for_good).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clubs_tasks() {
        for text in [
            "lagets oppdrag",
            "oppdraga til laget",
            "hvilke oppdrag har vi?",
            "kva oppdrag har vi?",
            "hva har klubben min?",
            "hvilke oppdrag har laget mitt?",
            "the club's tasks",
        ] {
            assert!(asks_for_the_clubs_tasks(text), "{text}");
        }
        for text in ["mine oppdrag", "ledige oppdrag", "laget kommer på oppdraget"] {
            assert!(!asks_for_the_clubs_tasks(text), "{text}");
        }
    }

    #[test]
    fn who_has_left() {
        for (text, name) in [
            ("Per har sluttet i laget", "Per"),
            ("Nils har slutta hos oss", "Nils"),
            ("Lars er ikke med i laget lenger", "Lars"),
            ("Lars er ikkje med i klubben lenger", "Lars"),
            ("Per Haugen har sluttet i Fjellvik IL", "Per Haugen"),
            ("Per has left the club", "Per"),
            ("Per is no longer with us", "Per"),
        ] {
            assert_eq!(left_the_club(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "Lars er ikke med på #6",
            "Per er ikke med",
            "jeg har sluttet i laget",
            "har Per sluttet?",
            "han har sluttet i laget",
            "Per har sluttet å måke",
        ] {
            assert_eq!(left_the_club(text), None, "{text}");
        }
    }
}
