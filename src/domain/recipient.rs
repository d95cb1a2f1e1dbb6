//! The person who is helped, and whether words speak of them.

use serde::{Deserialize, Serialize};

/// How short a word may be and still tell of somebody, in characters.
const SHORTEST_IN_NAME: usize = 4;
const SHORTEST_IN_PLACE: usize = 5;
const SHORTEST_IN_NOTE: usize = 7;
const SHORTEST_NUMBER: usize = 4;

/// The person helped, as the one who asked described them. Kept encrypted, shown on the disclosure page only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    pub name: Option<String>,
    pub place: Option<String>,
    pub notes: Vec<String>,
    /// The message as it was typed, without health words.
    pub typed: String,
    /// What was typed last about the draft and not understood, until it is said whether it is for those who come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<String>,
}

impl Recipient {
    /// Whether words that somebody wrote speak of who is helped: a word of the name or the place, or what could be a code, a number or a hiding
    /// place from the notes. Short words are everybody's.
    pub fn is_named_in(&self, words: &str) -> bool {
        let said = words_of(words);
        let is_said = |of: &str, shortest: usize| {
            let telling = words_of(of).into_iter().filter(|word| {
                let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
                word.chars().count() >= if is_number { SHORTEST_NUMBER } else { shortest }
            });
            // With an ending too: «Hansens».
            telling.into_iter().any(|word| said.iter().any(|said| said.starts_with(&word)))
        };
        is_said(self.name.as_deref().unwrap_or_default(), SHORTEST_IN_NAME)
            || is_said(self.place.as_deref().unwrap_or_default(), SHORTEST_IN_PLACE)
            || self.notes.iter().any(|note| is_said(note, SHORTEST_IN_NOTE))
    }
}

/// The words of a text in lower case, digits that stand in groups put together.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_number = false;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        match words.last_mut().filter(|_| is_number && was_number) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_lowercase()),
        }
        was_number = is_number;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_speak_of_the_recipient_are_known() {
        let recipient = Recipient {
            name: Some("Fru Turid Zqxholm".to_owned()),
            place: Some("Storgata 873".to_owned()),
            notes: vec!["dørkode 481179318, tlf 91 23 45 61".to_owned(), "nøkkel i regntonna".to_owned()],
            typed: String::new(),
            aside: None,
        };
        for words in [
            "zqxholm hadde falt",
            "Zqxholms dør var låst",
            "turid var ikke hjemme",
            "det var glatt i storgata",
            "koden 481179318 virket ikke",
            "ring 91234561",
            "ring 912 34 561",
            "den lå i regntonna!",
        ] {
            assert!(recipient.is_named_in(words), "{words}");
        }
        for words in [
            "",
            "trappa var glatt",
            "vi var der kl 16",
            "fru Hansen",
            "873 kr",
            "nøkkel mangler",
            "i 48 timer",
        ] {
            assert!(!recipient.is_named_in(words), "{words}");
        }
        assert!(!Recipient::default().is_named_in("trappa var glatt"));
    }
}
