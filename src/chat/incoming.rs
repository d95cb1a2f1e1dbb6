//! What comes in, in a form that no platform shows through.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::name;

/// Something that happened in a chat. Stored, encrypted, until it is handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// Unique on its channel; the same again is the same event.
    pub update: String,
    pub chat: ChatRef,
    pub sender: Sender,
    pub at: DateTime<Utc>,
    pub event: Event,
}

impl Incoming {
    /// The same with the names in it made fit to stand in a sentence, whatever the channel let through: no line ends, nothing unseen, nothing
    /// that turns the direction of writing.
    pub fn with_clean_names(mut self) -> Self {
        self.chat.title = name::clean([self.chat.title.as_str()]).unwrap_or_else(|| self.chat.id.clone());
        if let Sender::Account(account) = &mut self.sender {
            account.clean();
        }
        if let Event::MemberPresent { account, .. } = &mut self.event {
            account.clean();
        }
        self
    }
}

impl AccountRef {
    /// Whoever has no visible name goes by username, else by the platform's name for the account.
    fn clean(&mut self) {
        self.username = self.username.take().and_then(|username| name::clean([username.as_str()]));
        let name = name::clean([self.name.as_str()]).or_else(|| self.username.clone());
        self.name = name.unwrap_or_else(|| self.id.clone());
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatRef {
    /// The platform's name for the chat.
    pub id: String,
    pub kind: ChatKind,
    pub title: String,
    /// The topic within a group that this happened in.
    pub thread: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ChatKind {
    Private,
    Group,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sender {
    Account(AccountRef),
    /// An administrator who hides who they are, or a channel: nobody the bot could hold a place for.
    Hidden,
    /// The platform itself.
    Nobody,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRef {
    /// The platform's name for the account.
    pub id: String,
    /// As the platform shows it.
    pub name: String,
    pub username: Option<String>,
    /// What the platform says of the person's language.
    pub language: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A message, or a new text for one that was sent before.
    Said {
        message: String,
        text: String,
        reply_to: Option<String>,
        /// The first line of the bot's message that is answered, where the platform hands it along. It tells which one was meant when the bot does not
        /// know that it has said it: it was ended between the sending and the noting.
        #[serde(default)]
        quoted: Option<String>,
        edited: bool,
    },
    /// A message without words (a sticker, a voice message) that answers the bot.
    Wordless {
        message: String,
        reply_to: Option<String>,
    },
    Pressed {
        press: String,
        message: Option<String>,
        data: String,
    },
    Reacted {
        message: String,
        added: Vec<String>,
        removed: Vec<String>,
    },
    /// The bot was let into the chat, or put out of it; in private: started or blocked.
    BotPresent(bool),
    /// Somebody came to the group or left it.
    MemberPresent {
        account: AccountRef,
        present: bool,
    },
    /// The group goes on under a new name.
    Moved {
        to: String,
    },
}
