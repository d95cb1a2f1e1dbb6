//! What the fake knows: people, chats, messages, and what is to be told to the bot.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

use super::faults::{Faults, Limits};
use super::updates::Updates;
use super::webhook::Webhook;
use super::{BOT_ID, BOT_USERNAME, Call};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Private,
    Group,
    Supergroup,
}

/// Whether the bot is in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Never was: in private, the person has not started it.
    Never,
    Member,
    Administrator,
    /// Was put out; in private: was blocked.
    Out,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: i64,
    pub first_name: String,
    pub username: Option<String>,
    pub language: String,
}

#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    /// `BOT_ID`, or a person's.
    pub author: i64,
    pub date: i64,
    pub text: String,
    pub thread: Option<i64>,
    pub reply_to: Option<i64>,
    /// `reply_markup` as the bot sent it.
    pub markup: Value,
    /// What each has reacted with.
    pub reactions: BTreeMap<i64, Vec<String>>,
    /// Opens a topic.
    pub opens_topic: bool,
}

#[derive(Clone, Debug)]
pub struct Chat {
    pub id: i64,
    pub kind: Kind,
    pub title: String,
    pub bot: Presence,
    pub members: BTreeSet<i64>,
    pub messages: BTreeMap<i64, Message>,
    pub last_message: i64,
    pub closed_topics: BTreeSet<i64>,
    /// The supergroup it has become.
    pub moved_to: Option<i64>,
    /// The bot is there and may not write.
    pub bot_is_muted: bool,
    /// Members may not write at all.
    pub only_admins_write: bool,
}

#[derive(Clone, Debug)]
pub struct Press {
    pub expired: bool,
    /// Its words, and whether they came as an alert.
    pub answer: Option<(String, bool)>,
}

pub struct State {
    pub people: HashMap<String, Person>,
    pub chats: HashMap<i64, Chat>,
    pub presses: HashMap<String, Press>,
    pub updates: Updates,
    pub webhook: Option<Webhook>,
    pub faults: Faults,
    pub limits: Limits,
    pub calls: Vec<Call>,
    pub records_calls: bool,
    /// Requests that wait for updates now, and how many there ever were: a newer one ends an older one.
    pub polls_waiting: usize,
    pub polls: u64,
    /// What was set of menu and descriptions, by method and language.
    pub settings: HashMap<(String, String), Value>,
    /// Unix time, in seconds; goes on by one with every message.
    pub time: i64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            people: HashMap::new(),
            chats: HashMap::new(),
            presses: HashMap::new(),
            updates: Updates::default(),
            webhook: None,
            faults: Faults::default(),
            limits: Limits::default(),
            calls: Vec::new(),
            records_calls: true,
            polls_waiting: 0,
            polls: 0,
            settings: HashMap::new(),
            time: 1_795_000_000,
        }
    }
}

impl State {
    /// The person called `name`, made up at the first mention.
    pub fn person(&mut self, name: &str) -> Person {
        let id = 5_000_000_001 + i64::try_from(self.people.len()).expect("few people");
        let new = || Person {
            id,
            first_name: name.to_owned(),
            username: Some(format!("user{id}")),
            language: "nb".to_owned(),
        };
        self.people.entry(name.to_owned()).or_insert_with(new).clone()
    }

    /// The private chat of `person` with the bot, started or not.
    pub fn private_chat(&mut self, person: &Person) -> &mut Chat {
        let new = || Chat {
            members: BTreeSet::from([person.id]),
            ..Chat::new(person.id, Kind::Private, &person.first_name, Presence::Never)
        };
        self.chats.entry(person.id).or_insert_with(new)
    }

    /// Adds a message to a chat, with the next number there.
    pub fn add_message(&mut self, chat: i64, message: Message) -> Message {
        self.time += 1;
        let date = self.time;
        let chat = self.chats.get_mut(&chat).expect("a chat of the fake");
        chat.last_message += 1;
        let message = Message { id: chat.last_message, date, ..message };
        chat.messages.insert(message.id, message.clone());
        message
    }

    /// A user as the Bot API shows it.
    pub fn user_json(&self, id: i64) -> Value {
        if id == BOT_ID {
            return json!({"id": BOT_ID, "is_bot": true, "first_name": "Tannhjul", "username": BOT_USERNAME});
        }
        let person = self.people.values().find(|person| person.id == id).expect("a person of the fake");
        let mut user = json!({"id": id, "is_bot": false, "first_name": person.first_name,
            "language_code": person.language});
        if let Some(username) = &person.username {
            user["username"] = json!(username);
        }
        user
    }

    /// A message as the Bot API shows it, with what it answers one level deep.
    pub fn message_json(&self, chat: &Chat, message: &Message) -> Value {
        let mut shown = self.bare_message_json(chat, message);
        // In a topic a message that answers nothing carries the one that opened the topic.
        let answered = message.reply_to.or(message.thread).and_then(|id| chat.messages.get(&id));
        if let Some(answered) = answered {
            shown["reply_to_message"] = self.bare_message_json(chat, answered);
        }
        shown
    }

    fn bare_message_json(&self, chat: &Chat, message: &Message) -> Value {
        let mut shown = json!({
            "message_id": message.id,
            "date": message.date,
            "chat": chat.json(),
            "from": self.user_json(message.author),
        });
        if message.opens_topic {
            shown["forum_topic_created"] = json!({"name": message.text, "icon_color": 7_322_096});
        } else {
            shown["text"] = json!(message.text);
        }
        if let Some(thread) = message.thread {
            shown["message_thread_id"] = json!(thread);
            shown["is_topic_message"] = json!(true);
        }
        if message.markup.is_object() {
            shown["reply_markup"] = message.markup.clone();
        }
        shown
    }
}

impl Chat {
    pub fn new(id: i64, kind: Kind, title: &str, bot: Presence) -> Self {
        Self {
            id,
            kind,
            title: title.to_owned(),
            bot,
            members: BTreeSet::new(),
            messages: BTreeMap::new(),
            last_message: 0,
            closed_topics: BTreeSet::new(),
            moved_to: None,
            bot_is_muted: false,
            only_admins_write: false,
        }
    }

    /// As the Bot API shows it.
    pub fn json(&self) -> Value {
        let has_topics = self.messages.values().any(|message| message.opens_topic);
        match self.kind {
            Kind::Private => json!({"id": self.id, "type": "private", "first_name": self.title}),
            Kind::Group => json!({"id": self.id, "type": "group", "title": self.title}),
            Kind::Supergroup if has_topics => {
                json!({"id": self.id, "type": "supergroup", "title": self.title, "is_forum": true})
            }
            Kind::Supergroup => json!({"id": self.id, "type": "supergroup", "title": self.title}),
        }
    }
}

impl Message {
    /// A text by `author`; number and date come when it is added.
    pub fn new(author: i64, text: &str) -> Self {
        Self {
            id: 0,
            author,
            date: 0,
            text: text.to_owned(),
            thread: None,
            reply_to: None,
            markup: Value::Null,
            reactions: BTreeMap::new(),
            opens_topic: false,
        }
    }
}
