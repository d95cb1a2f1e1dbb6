//! Where people talk: the neutral form of what comes in and goes out, and what a channel must be able to do.
//!
//! A channel knows nothing of tasks. It turns what its platform sends into [`Incoming`], and carries out a [`Delivery`].

pub mod incoming;
pub mod limits;
pub mod local;
pub mod name;
pub mod telegram;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use incoming::{ChatKind, Event, Incoming, Sender};

/// What a channel can do. The dispatcher prefers what can be repeated without harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    pub buttons: bool,
    /// Own messages can be changed after they were sent.
    pub edits: bool,
    pub reactions: bool,
    /// What people typed can be deleted.
    pub deletes: bool,
    /// A file can be handed over in the chat.
    pub documents: bool,
    /// Whether recipient data might be sent over it. No channel here says so; the page is where they open.
    pub confidential: bool,
}

/// A button under a message. `data` comes back when it is pressed; it carries no authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    pub label: String,
    pub target: Target,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// At most 64 bytes.
    Data(String),
    Link(String),
}

/// A text ready for a chat: plain text, every name and amount in it already as it shall be read. The channel escapes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub body: String,
    /// Rows of buttons.
    pub buttons: Vec<Vec<Button>>,
}

/// `text` with what belongs together kept on one line: "kl. 17" is not parted.
pub fn unbroken(text: &str) -> String {
    const CLOCK: &str = "kl. ";
    let mut rest = text;
    let mut whole = String::with_capacity(text.len() + 8);
    while let Some((before, after)) = rest.split_once(CLOCK) {
        whole.push_str(before);
        whole.push_str(if after.starts_with(|next: char| next.is_ascii_digit()) {
            "kl.\u{a0}"
        } else {
            CLOCK
        });
        rest = after;
    }
    whole.push_str(rest);
    whole
}

/// A file, whole. At most a few megabytes: it is held in memory.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Letters, digits, - and . only.
    pub name: String,
    pub content: String,
}

impl std::fmt::Debug for Document {
    /// Without what stands in it, which is somebody's own.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({}, {} bytes)", self.name, self.content.len())
    }
}

/// Where a delivery goes, in the platform's own names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub chat: String,
    /// A topic within a group.
    pub thread: Option<String>,
}

/// One thing for a channel to carry out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    Post {
        to: Address,
        text: Text,
        reply_to: Option<String>,
    },
    Edit {
        to: Address,
        message: String,
        text: Text,
    },
    /// Posts a file with a few words.
    Document {
        to: Address,
        document: Document,
        caption: String,
    },
    /// Puts the bot's reaction on a message, in place of an earlier one. Empty: takes it away.
    React {
        to: Address,
        message: String,
        emoji: String,
    },
    /// Ends the press of a button, with words shown to that person alone.
    AnswerPress {
        press: String,
        text: String,
    },
    Delete {
        to: Address,
        message: String,
    },
}

/// The platform's name for a message that was posted. `None` where nothing was posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    pub message: Option<String>,
}

/// Why a delivery did not happen, as far as the dispatcher must tell the cases apart.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    #[error("the platform asks to wait {} s", .0.as_secs())]
    RetryAfter(Duration),
    /// The person has blocked the bot or never started it.
    #[error("the person can't be written to")]
    Blocked,
    /// The chat is gone, or the bot was removed from it.
    #[error("the chat is gone")]
    Gone,
    /// The group has a new name.
    #[error("the group moved to {0}")]
    Moved(String),
    /// The message to edit, delete or react to is not there.
    #[error("the message is gone")]
    MessageGone,
    /// Final: the platform will never take it. Holds the platform's words, which carry no text of ours.
    #[error("refused: {0}")]
    Refused(String),
    /// Worth trying again.
    #[error("did not get through: {0}")]
    Temporary(String),
}

pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Delivered, SendError>> + Send + 'a>>;

/// A channel that can be written to.
pub trait Chat: Send + Sync {
    fn capabilities(&self) -> Capabilities;

    /// Carries out one delivery. An edit that changes nothing is a success.
    fn deliver(&self, delivery: Delivery) -> Sending<'_>;

    /// How often the platform lets a chat be written to.
    fn rates(&self) -> limits::Rates {
        limits::Rates::NONE
    }

    /// A link that opens a private chat with the bot and hands it `code`, where the platform has such links.
    fn start_link(&self, code: &str) -> Option<String>;
}

/// Where a channel hands in what it has received.
pub trait Inbox: Send + Sync {
    /// Stores `incoming` durably, with the offset from which the platform shall go on. Only when this has returned may the platform be told that
    /// they were received. What was handed in before is not stored again.
    fn take_in(&self, incoming: Vec<Incoming>, next_offset: Option<i64>) -> TakingIn<'_>;
}

pub type TakingIn<'a> = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_clock_stays_on_one_line() {
        assert_eq!(unbroken("mandag kl. 17, til kl. 18:30"), "mandag kl.\u{a0}17, til kl.\u{a0}18:30");
        for text in ["", "kl. ", "Når? kl. eller dag", "17:00"] {
            assert_eq!(unbroken(text), text);
        }
    }
}
