//! What people do: the words a test puts into their mouths, and what they see.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::state::{Chat, Kind, Message, Person, Presence, Press, State};
use super::{BOT_ID, BOT_USERNAME, BotApi};

/// A chat, as the people in it use it.
#[derive(Clone)]
pub struct Room {
    telegram: BotApi,
    pub id: i64,
}

impl BotApi {
    /// A group of the simple kind with `members` and the bot in it.
    pub fn group(&self, title: &str, members: &[&str]) -> Room {
        self.new_room(Kind::Group, title, members)
    }

    /// A supergroup with `members` and the bot in it.
    pub fn supergroup(&self, title: &str, members: &[&str]) -> Room {
        self.new_room(Kind::Supergroup, title, members)
    }

    /// The private chat with a person, who has not started the bot yet.
    pub fn private(&self, name: &str) -> Room {
        let id = self.shared.change(|state| {
            let person = state.person(name);
            state.private_chat(&person).id
        });
        Room { telegram: self.clone(), id }
    }

    /// What was answered to a press, and whether as an alert. `None` as long as it was not.
    pub fn answer_to(&self, press: &str) -> Option<(String, bool)> {
        self.shared.state().presses.get(press).and_then(|press| press.answer.clone())
    }

    /// Too late for an answer to a press.
    pub fn expires(&self, press: &str) {
        self.shared.change(|state| state.presses.get_mut(press).expect("a press").expired = true);
    }

    fn new_room(&self, kind: Kind, title: &str, members: &[&str]) -> Room {
        let id = self.shared.change(|state| {
            let number = i64::try_from(state.chats.len()).expect("few chats");
            let id = if kind == Kind::Group { -4001 - number } else { -1_001_000_000_001 - number };
            let members = members.iter().map(|name| state.person(name).id).collect();
            state.chats.insert(id, Chat { members, ..Chat::new(id, kind, title, Presence::Member) });
            id
        });
        Room { telegram: self.clone(), id }
    }
}

impl Room {
    /// Says something; the number of the message.
    pub fn says(&self, who: &str, text: &str) -> i64 {
        self.message(who, |_| {}, text)
    }

    /// Says something in answer to a message.
    pub fn answers(&self, who: &str, to: i64, text: &str) -> i64 {
        self.message(who, |message| message.reply_to = Some(to), text)
    }

    /// Says something in a topic.
    pub fn says_in(&self, who: &str, topic: i64, text: &str) -> i64 {
        self.message(who, |message| message.thread = Some(topic), text)
    }

    /// Answers a message in a topic.
    pub fn answers_in(&self, who: &str, topic: i64, to: i64, text: &str) -> i64 {
        let place = |message: &mut Message| {
            message.thread = Some(topic);
            message.reply_to = Some(to);
        };
        self.message(who, place, text)
    }

    /// Opens a topic; its number.
    pub fn opens_topic(&self, who: &str, title: &str) -> i64 {
        let author = self.telegram.shared.state().person(who).id;
        let message = Message { opens_topic: true, ..Message::new(author, title) };
        self.change(|state| state.add_message(self.id, message).id)
    }

    /// Closes a topic: nobody may write there.
    pub fn closes_topic(&self, topic: i64) {
        self.change(|state| self.chat(state).closed_topics.insert(topic));
    }

    /// Puts other words in the place of what somebody said.
    pub fn edits(&self, message: i64, text: &str) {
        self.change(|state| {
            state.time += 1;
            let time = state.time;
            let message = self.chat(state).messages.get_mut(&message).expect("a message");
            message.text = text.to_owned();
            let message = message.clone();
            self.tell(state, &message, Some(time));
        });
    }

    /// Deletes a message, which no bot is told.
    pub fn deletes(&self, message: i64) {
        self.change(|state| self.chat(state).messages.remove(&message));
    }

    /// Presses the button labelled `label`; the number of the press.
    pub fn presses(&self, who: &str, message: i64, label: &str) -> String {
        self.presses_if_there(who, message, label).expect("a button of that label")
    }

    /// The same, unless the bot has taken the button away: a finger may be too late.
    pub fn presses_if_there(&self, who: &str, message: i64, label: &str) -> Option<String> {
        self.change(|state| {
            let data = button_data(&self.chat(state).messages.get(&message)?.markup, label)?;
            let person = state.person(who);
            let id = format!("press{}", state.presses.len() + 1);
            state.presses.insert(id.clone(), Press { expired: false, answer: None });
            let chat = &state.chats[&self.id];
            let message = &chat.messages[&message];
            let query = json!({"id": id, "from": state.user_json(person.id), "data": data,
                "message": state.message_json(chat, message), "chat_instance": "1"});
            state.updates.push("callback_query", query);
            Some(id)
        })
    }

    /// Reacts with `emoji` in place of what was there; empty: takes it back. The bot hears of it only as administrator.
    pub fn reacts(&self, who: &str, message: i64, emoji: &str) {
        self.change(|state| {
            let person = state.person(who).id;
            let after: Vec<_> = (!emoji.is_empty()).then(|| emoji.to_owned()).into_iter().collect();
            let reactions = &mut self.chat(state).messages.get_mut(&message).expect("a message").reactions;
            let before = reactions.insert(person, after.clone()).unwrap_or_default();
            let chat = &state.chats[&self.id];
            if chat.kind != Kind::Private && chat.bot != Presence::Administrator {
                return;
            }
            let shown = |emoji: &[String]| -> Vec<_> {
                emoji.iter().map(|emoji| json!({"type": "emoji", "emoji": emoji})).collect()
            };
            let reaction = json!({"chat": chat.json(), "message_id": message, "date": state.time,
                "user": state.user_json(person), "old_reaction": shown(&before), "new_reaction": shown(&after)});
            state.updates.push("message_reaction", reaction);
        });
    }

    /// People come to the group, all in one message.
    pub fn joins(&self, who: &[&str]) {
        self.change(|state| {
            let people: Vec<Person> = who.iter().map(|name| state.person(name)).collect();
            self.chat(state).members.extend(people.iter().map(|person| person.id));
            let users: Vec<_> = people.iter().map(|person| state.user_json(person.id)).collect();
            self.service(state, people[0].id, json!({"new_chat_members": users}));
        });
    }

    /// Somebody leaves the group.
    pub fn leaves(&self, who: &str) {
        self.change(|state| {
            let person = state.person(who).id;
            self.chat(state).members.remove(&person);
            let user = state.user_json(person);
            self.service(state, person, json!({"left_chat_member": user}));
        });
    }

    /// Somebody makes the bot a member or an administrator of the group, or puts it out of it.
    pub fn bot_becomes(&self, who: &str, presence: Presence) {
        self.change(|state| {
            let person = state.person(who).id;
            self.bot_is(state, person, presence);
        });
    }

    /// Somebody takes from the bot that it may write, or gives it back.
    pub fn mutes_bot(&self, muted: bool) {
        self.telegram.shared.change(|state| self.chat(state).bot_is_muted = muted);
    }

    /// Members may write no more, or again.
    pub fn lets_only_admins_write(&self, only_admins: bool) {
        self.telegram.shared.change(|state| self.chat(state).only_admins_write = only_admins);
    }

    /// In private: somebody starts the bot, by a link with `code`.
    pub fn starts(&self, who: &str, code: &str) -> i64 {
        self.change(|state| {
            let person = state.person(who).id;
            if self.chat(state).bot == Presence::Out {
                self.bot_is(state, person, Presence::Member);
            }
            self.chat(state).bot = Presence::Member;
        });
        self.says(who, format!("/start {code}").trim_end())
    }

    /// In private: somebody blocks the bot.
    pub fn blocks(&self, who: &str) {
        self.bot_becomes(who, Presence::Out);
    }

    /// The group becomes a supergroup with another number, and messages begin anew.
    pub fn upgrades(&self, who: &str) -> Room {
        self.change(|state| {
            let person = state.person(who).id;
            let old = self.chat(state);
            let id = -1_009_000_000_000 + old.id;
            let members: BTreeSet<_> = old.members.clone();
            let new = Chat { members, ..Chat::new(id, Kind::Supergroup, &old.title, old.bot) };
            self.service(state, person, json!({"migrate_to_chat_id": id}));
            self.chat(state).moved_to = Some(id);
            state.chats.insert(id, new);
            let room = Room { telegram: self.telegram.clone(), id };
            room.service(state, person, json!({"migrate_from_chat_id": self.id}));
            room
        })
    }

    /// The bot's messages, oldest first.
    pub fn posts(&self) -> Vec<Message> {
        let state = self.telegram.shared.state();
        let messages = state.chats[&self.id].messages.values();
        messages.filter(|message| message.author == BOT_ID).cloned().collect()
    }

    /// Everything that can be seen in the chat: `who: text [button] (who reaction)`, a line each.
    pub fn transcript(&self) -> String {
        let state = self.telegram.shared.state();
        let name = |id: i64| {
            let person = state.people.values().find(|person| person.id == id);
            person.map_or("bot", |person| person.first_name.as_str())
        };
        let mut transcript = String::new();
        for message in state.chats[&self.id].messages.values() {
            let answered = message.reply_to.map(|id| format!(" (to {id})")).unwrap_or_default();
            let _ = write!(transcript, "{} {}{answered}: {}", message.id, name(message.author), message.text);
            for label in buttons(&message.markup).filter_map(|button| button["text"].as_str()) {
                let _ = write!(transcript, " [{label}]");
            }
            for (who, emoji) in message.reactions.iter().filter(|(_, emoji)| !emoji.is_empty()) {
                let _ = write!(transcript, " ({} {})", name(*who), emoji.concat());
            }
            transcript.push('\n');
        }
        transcript
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        self.telegram.shared.change(change)
    }

    fn chat<'a>(&self, state: &'a mut State) -> &'a mut Chat {
        state.chats.get_mut(&self.id).expect("a chat of the fake")
    }

    fn message(&self, who: &str, place: impl FnOnce(&mut Message), text: &str) -> i64 {
        self.change(|state| {
            let mut message = Message::new(state.person(who).id, text);
            place(&mut message);
            let message = state.add_message(self.id, message);
            self.tell(state, &message, None);
            message.id
        })
    }

    /// Tells the bot of a message, if it may hear it: in private all, in a group as a member without administrator rights only commands
    /// and answers to itself ("privacy mode").
    fn tell(&self, state: &mut State, message: &Message, edited_at: Option<i64>) {
        let chat = &state.chats[&self.id];
        let is_answer = || {
            let answered = message.reply_to.and_then(|id| chat.messages.get(&id));
            answered.is_some_and(|answered| answered.author == BOT_ID)
        };
        let hears = match chat.bot {
            Presence::Never | Presence::Out => false,
            Presence::Administrator => true,
            Presence::Member => chat.kind == Kind::Private || is_command(&message.text) || is_answer(),
        };
        if !hears {
            return;
        }
        let mut shown = state.message_json(chat, message);
        let kind = if let Some(edited_at) = edited_at {
            shown["edit_date"] = json!(edited_at);
            "edited_message"
        } else {
            "message"
        };
        state.updates.push(kind, shown);
    }

    fn service(&self, state: &mut State, who: i64, content: Value) {
        state.time += 1;
        let from = state.user_json(who);
        let time = state.time;
        let chat = self.chat(state);
        chat.last_message += 1;
        let mut message =
            json!({"message_id": chat.last_message, "date": time, "chat": chat.json(), "from": from});
        for (key, value) in content.as_object().into_iter().flatten() {
            message[key.as_str()] = value.clone();
        }
        state.updates.push("message", message);
    }

    fn bot_is(&self, state: &mut State, who: i64, presence: Presence) {
        let status = |presence| match presence {
            Presence::Never => "left",
            Presence::Member => "member",
            Presence::Administrator => "administrator",
            Presence::Out => "kicked",
        };
        let before = std::mem::replace(&mut self.chat(state).bot, presence);
        let member = |presence| json!({"user": state.user_json(BOT_ID), "status": status(presence)});
        let change = json!({"chat": state.chats[&self.id].json(), "from": state.user_json(who), "date": state.time,
            "old_chat_member": member(before), "new_chat_member": member(presence)});
        state.updates.push("my_chat_member", change);
    }
}

fn is_command(text: &str) -> bool {
    let Some(word) = text.strip_prefix('/').and_then(|rest| rest.split_whitespace().next()) else {
        return false;
    };
    word.split_once('@').is_none_or(|(_, bot)| bot.eq_ignore_ascii_case(BOT_USERNAME))
}

fn buttons(markup: &Value) -> impl Iterator<Item = &Value> {
    let rows = markup["inline_keyboard"].as_array().into_iter().flatten();
    rows.flat_map(|row| row.as_array().into_iter().flatten())
}

fn button_data(markup: &Value, label: &str) -> Option<Value> {
    let button = buttons(markup).find(|button| button["text"] == label);
    button.map(|button| button["callback_data"].clone())
}
