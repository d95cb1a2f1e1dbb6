//! Somebody who is named comes in the sender's place: "Hanne kommer i stedet for meg".

use super::{lists, words};
use crate::language::orders;

/// A name has no more words than these.
const MOST_WORDS_OF_NAME: usize = 3;
/// What stands between two clauses.
const MARKS: [char; 6] = [',', '.', ';', '!', '?', '\n'];

/// The name of whoever comes instead of the sender, as written: "Hanne" of "kan Hanne ta min plass?". `None`: nobody is named, or something else is said.
pub fn instead(text: &str) -> Option<String> {
    text.split(MARKS).find_map(in_clause)
}

fn in_clause(clause: &str) -> Option<String> {
    let lists = lists();
    let written: Vec<&str> =
        clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = words(clause);
    let instead = lists
        .phrases("instead")
        .iter()
        .filter_map(|phrase| said.windows(phrase.len()).position(|window| window == phrase.as_slice()))
        .min()?;
    if written.len() != said.len() || lists.any("denies", &said) {
        return None;
    }
    let lead = said.iter().take_while(|word| lists.has("instead_lead", word)).count();
    let verb = (lead..instead).find(|at| lists.has("instead_verb", &said[*at]))?;
    let name = written.get(lead..verb).filter(|name| (1..=MOST_WORDS_OF_NAME).contains(&name.len()))?;
    let is_name = |word: &String| {
        let nobody = ["first_person", "another", "not_named"].iter().any(|list| lists.has(list, word));
        !nobody && !orders::is_no_name(word)
    };
    let stands_as_name = name.len() == 1 || name.iter().all(|word| word.starts_with(char::is_uppercase));
    (said[lead..verb].iter().all(is_name) && stands_as_name).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_in_my_place() {
        for (text, name) in [
            ("Hanne kommer i stedet for meg", "Hanne"),
            ("Kan Hanne ta min plass?", "Hanne"),
            ("Hanne Lund tar plassen min", "Hanne Lund"),
            ("Hanne kjem i staden for meg", "Hanne"),
            ("Eg kan ikkje likevel, Ola tek plassen min", "Ola"),
            ("Hanne is coming instead of me", "Hanne"),
            ("Sorry, can Ola take my place?", "Ola"),
            ("Ola tar over for meg", "Ola"),
            ("hanne går i stedet for meg i morgen", "hanne"),
        ] {
            assert_eq!(instead(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "Kan noen ta min plass?",
            "kan nokon ta over for meg?",
            "can somebody take my place?",
            "jeg tar plassen min",
            "mannen min tar plassen min",
            "Hanne kan ikke ta min plass",
            "jeg kommer i stedet for Hanne",
            "har jeg fortsatt plassen min?",
            "han tar plassen min",
        ] {
            assert_eq!(instead(text), None, "{text}");
        }
    }
}
