//! What a message says, and how much anybody may say.

use serde::{Deserialize, Serialize};

use super::{PURPOSE, Refusal};
use crate::chat::{Button, Document, SendError, Target, Text};
use crate::secret::Key;

/// The reactions there are, written as Telegram writes them.
pub const REACTIONS: [&str; 6] = ["👍", "❤", "👌", "😂", "🤔", "👎"];

/// Longest message, in UTF-16 code units as Telegram counts.
const MAX_TEXT: usize = 4096;
/// Longest answer to a press, in UTF-16 code units.
const MAX_ANSWER: usize = 200;
/// Longest data of a button, in bytes.
const MAX_DATA: usize = 64;
/// Longest file, in bytes.
const MAX_DOCUMENT: usize = 5 * 1024 * 1024;
const MAX_BUTTONS: usize = 100;
const MAX_LABEL: usize = 128;

/// A message's words and buttons. Kept sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub text: String,
    pub buttons: Vec<Vec<Button>>,
    /// A file that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

impl Content {
    pub(super) fn open(key: &Key, sealed: &[u8]) -> anyhow::Result<Self> {
        key.open(PURPOSE, sealed)
    }

    pub(super) fn seal(&self, key: &Key) -> anyhow::Result<Vec<u8>> {
        key.seal(PURPOSE, self)
    }

    /// Whether one of the buttons sends `data`.
    pub(super) fn has_button(&self, data: &str) -> bool {
        self.buttons.iter().flatten().any(|button| matches!(&button.target, Target::Data(own) if own == data))
    }

    /// What the bot says, if it keeps the platform's limits.
    pub(super) fn of_the_bot(text: Text) -> Result<Self, SendError> {
        let refused = |why: &str| Err(SendError::Refused(why.to_owned()));
        if text.body.trim().is_empty() {
            return refused("the text is empty");
        }
        if utf16(&text.body) > MAX_TEXT {
            return refused("the text is too long");
        }
        if text.buttons.iter().map(Vec::len).sum::<usize>() > MAX_BUTTONS {
            return refused("too many buttons");
        }
        for button in text.buttons.iter().flatten() {
            if button.label.trim().is_empty() || utf16(&button.label) > MAX_LABEL {
                return refused("a button's label is empty or too long");
            }
            let fine = match &button.target {
                Target::Data(data) => (1..=MAX_DATA).contains(&data.len()),
                Target::Link(link) => is_link(link),
            };
            if !fine {
                return refused("a button's data or link is wrong");
            }
        }
        Ok(Self { text: text.body, buttons: text.buttons, document: None })
    }

    /// A file with its caption.
    pub(super) fn of_a_document(document: Document, caption: String) -> Result<Self, SendError> {
        if document.content.len() > MAX_DOCUMENT {
            return Err(SendError::Refused("the file is too long".to_owned()));
        }
        let content = Self::of_the_bot(Text { body: caption, buttons: Vec::new() })?;
        Ok(Self { document: Some(document), ..content })
    }
}

/// A web address, or a path on this server.
fn is_link(link: &str) -> bool {
    let on_this_server = link.starts_with('/') && !link.starts_with("//");
    on_this_server || link.starts_with("https://") || link.starts_with("http://")
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What a person typed, without the blank around it.
pub(super) fn typed(text: &str) -> Result<&str, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if utf16(text) > MAX_TEXT {
        return Err(Refusal::TooLong);
    }
    Ok(text)
}

/// A name with single spaces, of at most `longest` characters.
pub(super) fn name(text: &str, longest: usize) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Refusal::Empty);
    }
    if name.chars().count() > longest {
        return Err(Refusal::TooLong);
    }
    Ok(name)
}

/// Cuts the answer to a press to what is shown of it.
pub(super) fn short_answer(text: &str) -> String {
    let mut length = 0;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= MAX_ANSWER
    };
    text.chars().take_while(fits).collect()
}

/// One of the platform's reactions, with or without the sign that asks for a coloured one. Empty stays empty.
pub(super) fn reaction(emoji: &str) -> Option<&'static str> {
    let emoji = emoji.trim_end_matches('\u{fe0f}');
    if emoji.is_empty() {
        return Some("");
    }
    REACTIONS.into_iter().find(|known| *known == emoji)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str, target: Target) -> Text {
        Text { body: body.to_owned(), buttons: vec![vec![Button { label: "Ja".to_owned(), target }]] }
    }

    #[test]
    fn the_bot_keeps_the_limits_of_the_platform() {
        assert!(Content::of_the_bot(text("Hei", Target::Data("x".repeat(64)))).is_ok());
        assert!(Content::of_the_bot(text("Hei", Target::Link("/o/abc".to_owned()))).is_ok());
        for wrong in [
            text(" ", Target::Data("x".to_owned())),
            text(&"🦊".repeat(2049), Target::Data("x".to_owned())),
            text("Hei", Target::Data("x".repeat(65))),
            text("Hei", Target::Data(String::new())),
            text("Hei", Target::Link("javascript:alert(1)".to_owned())),
            text("Hei", Target::Link("//evil.example/".to_owned())),
        ] {
            assert!(matches!(Content::of_the_bot(wrong), Err(SendError::Refused(_))));
        }
    }

    #[test]
    fn what_people_type_is_bounded() {
        assert_eq!(typed("  ja \n"), Ok("ja"));
        assert_eq!(typed(" \n "), Err(Refusal::Empty));
        assert_eq!(typed(&"🦊".repeat(2049)), Err(Refusal::TooLong));
        assert_eq!(name("  Kari \n Nes ", 64), Ok("Kari Nes".to_owned()));
        assert_eq!(name(&"æ".repeat(65), 64), Err(Refusal::TooLong));
        assert_eq!(short_answer(&"🦊".repeat(101)), "🦊".repeat(100));
    }

    #[test]
    fn a_heart_is_a_heart() {
        assert_eq!(reaction("❤\u{fe0f}"), Some("❤"));
        assert_eq!(reaction("🍕"), None);
        assert_eq!(reaction(""), Some(""));
    }
}
