//! What people read. Every outgoing text is one typed value, written in the Fluent files under `locales/`.

pub mod argument;
mod fluent;
pub mod format;
pub mod messages;

use serde::{Deserialize, Serialize};

use crate::chat;
use crate::domain::ids::{AccountId, RequestId, TaskId, TaskNumber};
use crate::domain::language::Language;
pub use messages::Message;

/// Something to say: lines of text and the buttons under them. Kept in this form until it is sent, so that it is written in the language of
/// whoever reads it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    pub lines: Vec<Message>,
    /// Rows of buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<Button>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Button {
    pub label: Message,
    pub target: Target,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Sends this back. At most 64 bytes.
    Data(String),
    Link(String),
    /// Opens what those who come may see of a task. The link is made when the message is sent, so that it is kept nowhere.
    Task(TaskId),
    /// The same for the one who asked, of a request that is no task yet.
    Request(RequestId),
    /// Opens what is held on whoever owns an account.
    OwnData(AccountId),
}

impl Button {
    /// A button that sends `data` back.
    pub fn new(label: Message, data: impl Into<String>) -> Self {
        Self { label, target: Target::Data(data.into()) }
    }

    /// A button that opens a page.
    pub fn link(label: Message, url: impl Into<String>) -> Self {
        Self { label, target: Target::Link(url.into()) }
    }
}

impl From<Message> for Said {
    fn from(line: Message) -> Self {
        Self { lines: vec![line], buttons: Vec::new() }
    }
}

impl Said {
    pub fn new(lines: impl IntoIterator<Item = Message>) -> Self {
        Self { lines: lines.into_iter().collect(), buttons: Vec::new() }
    }

    /// With one more row of buttons.
    pub fn row(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.buttons.push(buttons.into_iter().collect());
        self
    }

    /// The text in `language`, ready for a chat. `links` holds the links that were made for this message; a button
    /// without its link is left out.
    pub fn render(&self, language: Language, links: &[(Target, String)]) -> chat::Text {
        let lines: Vec<_> = self.lines.iter().map(|line| line.in_language(language)).collect();
        let target = |target: &Target| match target {
            Target::Data(data) => Some(chat::Target::Data(data.clone())),
            Target::Link(link) => Some(chat::Target::Link(link.clone())),
            made => links.iter().find(|(of, _)| of == made).map(|(_, link)| chat::Target::Link(link.clone())),
        };
        let button = |button: &Button| {
            let label = button.label.in_language(language);
            target(&button.target).map(|target| chat::Button { label, target })
        };
        let rows = self.buttons.iter().map(|row| row.iter().filter_map(button).collect::<Vec<_>>());
        chat::Text { body: lines.join("\n"), buttons: rows.filter(|row| !row.is_empty()).collect() }
    }

    /// Every button, row by row.
    pub fn all_buttons(&self) -> impl Iterator<Item = &Button> {
        self.buttons.iter().flatten()
    }
}

impl Message {
    /// This text in `language`.
    pub fn in_language(&self, language: Language) -> String {
        one_full_stop(fluent::format(language, self.id(), &self.arguments(language)))
    }

    /// The task about which this proposes something to somebody on duty, if it does.
    pub fn proposes_about(&self) -> Option<TaskNumber> {
        match *self {
            Self::ProposeAsk { number, .. }
            | Self::ProposePart { number, .. }
            | Self::ProposePutIn { number }
            | Self::ProposeRing { number, .. }
            | Self::ProposeWait { number, .. }
            | Self::ProposeWaitForGroups { number, .. } => Some(number),
            _ => None,
        }
    }
}

/// A short name brings a full stop ("Øystein Å."): at the end of a sentence it is the sentence's too.
fn one_full_stop(text: String) -> String {
    if !text.contains("..") {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let back = |by: usize| at.checked_sub(by).and_then(|at| letters.get(at)).copied();
        let doubles = *letter == '.' && back(1) == Some('.') && back(2).is_some_and(char::is_uppercase);
        if !(doubles && letters.get(at + 1) != Some(&'.')) {
            kept.push(*letter);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_ends_a_sentence_with_one_full_stop() {
        assert_eq!(one_full_stop("Jeg spør Øystein Å..".to_owned()), "Jeg spør Øystein Å.");
        assert_eq!(one_full_stop("Kari N.. Ola R. kommer.".to_owned()), "Kari N. Ola R. kommer.");
        assert_eq!(one_full_stop("A... og så".to_owned()), "A... og så");
        assert_eq!(one_full_stop("vent litt..".to_owned()), "vent litt..");
    }
}
