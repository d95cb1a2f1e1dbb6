//! Messages (<https://core.telegram.org/bots/api#message>): which of them are for the bot, and what they say.

use std::borrow::Cow;

use super::{ANONYMOUS_ADMIN, CHANNEL_BOT, Happened, Raw, Reading, account, chat, thread};
use crate::chat::incoming::ChatRef;
use crate::chat::{ChatKind, Event, Sender};

/// Longest text that is kept, in characters: more than Telegram lets anybody write.
const TEXT_MAX: usize = 4096;
/// Characters kept of what is answered.
const QUOTED_MAX: usize = 200;

/// What a message without words may hold. Other parts are service messages, which nobody said.
const CONTENT: [&str; 19] = [
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "live_photo",
    "location",
    "paid_media",
    "photo",
    "poll",
    "rich_message",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
];

impl Reading<'_> {
    /// A message, or what it became by an edit.
    pub(super) fn message(&self, message: Raw<'_>, edited: bool) -> Vec<Happened> {
        let Some(chat) = chat(message.part("chat"), thread(message)) else { return Vec::new() };
        if let Some(events) = self.service(message) {
            let sender = account(message.part("from")).map_or(Sender::Nobody, Sender::Account);
            let at = self.time(message, "date");
            let happened = |event| Happened { chat: chat.clone(), sender: sender.clone(), at, event };
            return events.into_iter().map(happened).collect();
        }
        let Some(sender) = sender(message) else { return Vec::new() };
        let Some(event) = self.said(message, &chat, edited) else { return Vec::new() };
        let at = self.time(message, if edited { "edit_date" } else { "date" });
        vec![Happened { chat, sender, at, event }]
    }

    /// What a service message tells; `None` if it is not one of those that matter. The bot's own coming and going is left to
    /// `my_chat_member`, which tells it in private too; a new group's message about its old name to the old group's about its new one.
    fn service(&self, message: Raw<'_>) -> Option<Vec<Event>> {
        let present = |user: Raw<'_>, present| {
            let account = account(user)?;
            Some(Event::MemberPresent { account, present })
        };
        if let Some(to) = message.number("migrate_to_chat_id") {
            return Some(vec![Event::Moved { to: to.to_string() }]);
        }
        if message.has_any(&["migrate_from_chat_id"]) {
            return Some(Vec::new());
        }
        if message.has_any(&["new_chat_members"]) {
            return Some(message.list("new_chat_members").filter_map(|user| present(user, true)).collect());
        }
        if message.has_any(&["left_chat_member"]) {
            return Some(present(message.part("left_chat_member"), false).into_iter().collect());
        }
        None
    }

    /// What was said, if it is for the bot: anything in private; in a group an answer to the bot, or a command that is not another bot's.
    fn said(&self, message: Raw<'_>, chat: &ChatRef, edited: bool) -> Option<Event> {
        let id = message.number("message_id")?.to_string();
        let reply_to = self.answered(message);
        let is_private = chat.kind == ChatKind::Private;
        let Some(text) = message.text("text").or_else(|| message.text("caption")) else {
            // Edits of what has no words are live locations and counted votes.
            let counts = !edited && (reply_to.is_some() || is_private) && message.has_any(&CONTENT);
            return counts.then_some(Event::Wordless { message: id, reply_to });
        };
        let text = legible(text);
        let text = match command(&text) {
            Some(Command { bot: Some(bot), .. }) if !is_private && !self.is_me(bot) => return None,
            Some(command) => Cow::Owned(self.without_suffix(&text, command)),
            None if is_private || reply_to.is_some() => Cow::Borrowed(text.as_str()),
            None => return None,
        };
        let text = without_mention(&text, &self.bot.username);
        let quoted = reply_to.as_ref().and_then(|_| first_line(message.part("reply_to_message")));
        Some(Event::Said { message: id, text, reply_to, quoted, edited })
    }

    /// The number of the bot's message that this one answers. A message whose author is not told may be the bot's; the dispatcher knows its
    /// own. In a topic every message may carry the one that opened it, and that is no answer.
    fn answered(&self, message: Raw<'_>) -> Option<String> {
        let may_be_mine = |author: Raw<'_>| author.number("id").is_none_or(|id| id == self.bot.id);
        let reply = message.part("reply_to_message");
        if reply.is_there() {
            let id = reply.number("message_id")?;
            let opened_topic = thread(message) == Some(id);
            return (may_be_mine(reply.part("from")) && !opened_topic).then(|| id.to_string());
        }
        // An answer from another topic of the same group.
        let elsewhere = message.part("external_reply");
        let is_here = elsewhere.part("chat").number("id")? == message.part("chat").number("id")?;
        let is_mine = is_here && may_be_mine(elsewhere.part("origin").part("sender_user"));
        elsewhere.number("message_id").filter(|_| is_mine).map(|id| id.to_string())
    }

    fn is_me(&self, username: &str) -> bool {
        username.eq_ignore_ascii_case(&self.bot.username)
    }

    fn without_suffix(&self, text: &str, command: Command<'_>) -> String {
        match command.bot {
            Some(bot) if self.is_me(bot) => {
                let rest = &text[command.name.len() + "@".len() + bot.len()..];
                format!("{}{rest}", command.name)
            }
            _ => text.to_owned(),
        }
    }
}

/// The beginning of what a message said.
fn first_line(message: Raw<'_>) -> Option<String> {
    let line = message.text("text")?.lines().next()?;
    Some(legible(line).chars().take(QUOTED_MAX).collect())
}

/// `text` without control characters: nobody can type them, and Postgres stores no NUL.
fn legible(text: &str) -> String {
    let is_legible = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
    text.trim().chars().filter(is_legible).take(TEXT_MAX).collect()
}

/// Who speaks; `None` for what no person says: other bots, Telegram itself, what a linked channel has posted.
fn sender(message: Raw<'_>) -> Option<Sender> {
    if message.is("is_automatic_forward") {
        return None;
    }
    let from = message.part("from");
    let stands_in = matches!(from.number("id"), Some(ANONYMOUS_ADMIN | CHANNEL_BOT));
    if stands_in || message.part("sender_chat").is_there() || !from.is_there() {
        return Some(Sender::Hidden);
    }
    account(from).map(Sender::Account)
}

#[derive(Clone, Copy)]
struct Command<'a> {
    /// With its slash.
    name: &'a str,
    /// The bot it is meant for, if that is said.
    bot: Option<&'a str>,
}

/// The command that `text` begins with: a slash and at least one letter, digit or underscore.
fn command(text: &str) -> Option<Command<'_>> {
    let word = text.split_whitespace().next()?;
    let (name, bot) = match word.split_once('@') {
        Some((name, bot)) => (name, Some(bot)),
        None => (word, None),
    };
    let letters = name.strip_prefix('/')?;
    let fits = |character: char| character.is_alphanumeric() || character == '_';
    (!letters.is_empty() && letters.chars().all(fits)).then_some(Command { name, bot })
}

/// `text` without mentions of the bot, which only say whom one talks to.
fn without_mention(text: &str, username: &str) -> String {
    let is_mention = |word: &str| {
        let word = word.trim_end_matches([',', '.', ':', ';', '!', '?']);
        word.strip_prefix('@').is_some_and(|name| name.eq_ignore_ascii_case(username))
    };
    if !text.split_whitespace().any(is_mention) {
        return text.to_owned();
    }
    let line = |line: &str| {
        let words = line.split_whitespace().filter(|word| !is_mention(word));
        words.collect::<Vec<_>>().join(" ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}
