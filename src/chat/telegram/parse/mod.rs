//! From an update of the Bot API to what the dispatcher knows (<https://core.telegram.org/bots/api#update>).
//!
//! What it does not know it leaves alone; nothing that a stranger sends makes it fail. In a group only what is meant for the bot gets
//! through: everything else people say there is dropped here, before anything is stored.

mod message;
mod raw;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use self::raw::Raw;
use super::is_private;
use super::start::Bot;
use crate::chat::incoming::{AccountRef, ChatRef};
use crate::chat::{ChatKind, Event, Incoming, Sender, name};

/// Whom Telegram puts in the place of an administrator who stays anonymous.
const ANONYMOUS_ADMIN: i64 = 1_087_968_824;
/// Whom it puts in the place of a channel that writes in a group.
const CHANNEL_BOT: i64 = 136_817_688;
/// Telegram's own account: forwards from a linked channel, service notices.
const TELEGRAM_ITSELF: i64 = 777_000;

/// The number of an update, even of one that can't be read otherwise. `None` if it has none.
pub fn update_id(update: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    serde_json::from_str::<Numbered>(update).ok().map(|update| update.update_id)
}

/// What happened by `update`, a JSON object: usually one thing or nothing, with several new members at once one for each. `received` stands
/// for the time where the update has none.
pub fn parse(update: &Value, bot: &Bot, received: DateTime<Utc>) -> Vec<Incoming> {
    let update = Raw(update);
    let Some(id) = update.number("update_id") else { return Vec::new() };
    let read = Reading { bot, received };
    let happened = if update.part("message").is_there() {
        read.message(update.part("message"), false)
    } else if update.part("edited_message").is_there() {
        read.message(update.part("edited_message"), true)
    } else if update.part("callback_query").is_there() {
        read.press(update.part("callback_query")).into_iter().collect()
    } else if update.part("message_reaction").is_there() {
        read.reaction(update.part("message_reaction")).into_iter().collect()
    } else if update.part("my_chat_member").is_there() {
        read.member(update.part("my_chat_member")).into_iter().collect()
    } else if update.part("chat_member").is_there() {
        read.member(update.part("chat_member")).into_iter().collect()
    } else {
        Vec::new()
    };
    let numbered = happened.into_iter().enumerate();
    numbered.map(|(index, happened)| happened.into_incoming(id, index)).collect()
}

/// What an update says, without its number.
struct Happened {
    chat: ChatRef,
    sender: Sender,
    at: DateTime<Utc>,
    event: Event,
}

impl Happened {
    fn into_incoming(self, id: i64, index: usize) -> Incoming {
        let update = if index == 0 { id.to_string() } else { format!("{id}.{index}") };
        Incoming { update, chat: self.chat, sender: self.sender, at: self.at, event: self.event }
    }
}

/// What it takes to read an update.
struct Reading<'a> {
    bot: &'a Bot,
    received: DateTime<Utc>,
}

impl Reading<'_> {
    /// A button that was pressed. One under a message too old to be shown to the bot comes with the message's number alone, one without a
    /// message belongs to the person's private chat: every press is to be answered.
    fn press(&self, press: Raw<'_>) -> Option<Happened> {
        let account = account(press.part("from"))?;
        let message = press.part("message");
        let private = || ChatRef {
            id: account.id.clone(),
            kind: ChatKind::Private,
            title: account.name.clone(),
            thread: None,
        };
        let chat = chat(message.part("chat"), thread(message)).unwrap_or_else(private);
        let event = Event::Pressed {
            press: press.text("id")?.to_owned(),
            message: message.number("message_id").map(|id| id.to_string()),
            data: press.text("data").unwrap_or_default().to_owned(),
        };
        // The message's date is that of the card, not of the press.
        Some(Happened { chat, sender: Sender::Account(account), at: self.received, event })
    }

    /// Reactions that came or went. On whose message can't be told from the update.
    fn reaction(&self, reaction: Raw<'_>) -> Option<Happened> {
        let (before, after) = (reactions(reaction, "old_reaction"), reactions(reaction, "new_reaction"));
        let not_in = |all: &[String], some: &[String]| -> Vec<String> {
            all.iter().filter(|reaction| !some.contains(reaction)).cloned().collect()
        };
        let (added, removed) = (not_in(&after, &before), not_in(&before, &after));
        if added.is_empty() && removed.is_empty() {
            return None;
        }
        Some(Happened {
            chat: chat(reaction.part("chat"), None)?,
            sender: account(reaction.part("user")).map_or(Sender::Hidden, Sender::Account),
            at: self.time(reaction, "date"),
            event: Event::Reacted { message: reaction.number("message_id")?.to_string(), added, removed },
        })
    }

    /// Somebody's standing in a chat changed; only coming and going matters, not becoming an administrator.
    fn member(&self, change: Raw<'_>) -> Option<Happened> {
        let (before, after) = (change.part("old_chat_member"), change.part("new_chat_member"));
        let (was, is) = (is_present(before), is_present(after)?);
        if was == Some(is) {
            return None;
        }
        let user = after.part("user");
        let event = if user.number("id")? == self.bot.id {
            Event::BotPresent(is)
        } else if user.is("is_bot") {
            return None;
        } else {
            Event::MemberPresent { account: account(user)?, present: is }
        };
        Some(Happened {
            chat: chat(change.part("chat"), None)?,
            sender: account(change.part("from")).map_or(Sender::Nobody, Sender::Account),
            at: self.time(change, "date"),
            event,
        })
    }

    /// The time under `key`; when it was received if there is none.
    fn time(&self, raw: Raw<'_>, key: &str) -> DateTime<Utc> {
        let seconds = raw.number(key).filter(|seconds| *seconds > 0);
        seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or(self.received)
    }
}

/// Whether a chat member of this status is in the chat. A status that is not known yet is that of somebody who is.
fn is_present(member: Raw<'_>) -> Option<bool> {
    match member.text("status")? {
        "left" | "kicked" => Some(false),
        "restricted" => Some(member.flag("is_member").unwrap_or(true)),
        _ => Some(true),
    }
}

fn reactions(raw: Raw<'_>, key: &str) -> Vec<String> {
    raw.list(key)
        .filter_map(|reaction| match reaction.text("type")? {
            "emoji" => reaction.text("emoji").map(str::to_owned),
            "custom_emoji" => reaction.text("custom_emoji_id").map(|id| format!("custom:{id}")),
            other => Some(other.to_owned()),
        })
        .collect()
}

/// The topic something belongs to. Without `is_topic_message` the number only means a chain of replies.
fn thread(message: Raw<'_>) -> Option<i64> {
    message.number("message_thread_id").filter(|_| message.is("is_topic_message"))
}

/// The chat; `None` for a channel, in which nobody answers.
fn chat(raw: Raw<'_>, thread: Option<i64>) -> Option<ChatRef> {
    let id = raw.number("id")?;
    let kind = match raw.text("type") {
        Some("channel") => return None,
        Some("private") => ChatKind::Private,
        Some("group" | "supergroup") => ChatKind::Group,
        // A kind that is not known yet.
        _ if is_private(id) => ChatKind::Private,
        _ => ChatKind::Group,
    };
    let title = match raw.text("title") {
        Some(title) => name::clean([title]),
        None => name::clean(raw.text("first_name").into_iter().chain(raw.text("last_name"))),
    };
    Some(ChatRef {
        id: id.to_string(),
        kind,
        title: title.unwrap_or_else(|| id.to_string()),
        thread: thread.map(|thread| thread.to_string()),
    })
}

/// A person's account; `None` for a bot and for Telegram's own. Whoever has no visible name goes by username, else by number.
fn account(user: Raw<'_>) -> Option<AccountRef> {
    let id = user.number("id").filter(|id| *id != TELEGRAM_ITSELF)?;
    if user.is("is_bot") {
        return None;
    }
    let username = user.text("username").and_then(|username| name::clean([username]));
    let name = name::clean(user.text("first_name").into_iter().chain(user.text("last_name")));
    Some(AccountRef {
        id: id.to_string(),
        name: name.or_else(|| username.clone()).unwrap_or_else(|| id.to_string()),
        username,
        language: user.text("language_code").and_then(|language| name::clean([language])),
    })
}
