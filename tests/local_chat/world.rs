//! A small platform with people on it, and what the bot heard in words.

use std::sync::Arc;

use tannhjul::chat::local::{
    LocalAccountId, LocalChat, LocalGroupId, MessageView, Place, PlayError, Refusal, Say,
};
use tannhjul::chat::{Address, Chat, Delivery, Event, Incoming, SendError, Sender, Text};
use tannhjul::clock::Clock;
use tannhjul::secret::Key;
use tannhjul::store::Db;

use super::stub::Recorder;

pub struct World {
    pub db: Db,
    pub key: Key,
    pub clock: Clock,
    pub chat: Arc<LocalChat>,
    pub bot: Arc<Recorder>,
    pub kari: LocalAccountId,
    pub ola: LocalAccountId,
    pub group: LocalGroupId,
}

impl World {
    /// Kari and Ola in a group with the bot; neither has started it. What the bot heard of it is forgotten.
    pub async fn new(db: Db) -> Self {
        let clock = Clock::standing_at("2026-11-21T17:00:00Z".parse().expect("a time"));
        let key = Key::generate();
        let chat = Arc::new(LocalChat::new(db.clone(), key.clone(), clock.clone()));
        let bot = Arc::new(Recorder::default());
        chat.set_inbox(bot.clone()).await;
        let kari = chat.add_person("Kari Nes", None, None).await.expect("Kari");
        let ola = chat.add_person("Ola Ruud", None, None).await.expect("Ola");
        let group = chat.add_group("Fjellvik IL").await.expect("a group");
        chat.join(group, kari).await.expect("Kari joins");
        chat.join(group, ola).await.expect("Ola joins");
        bot.take();
        Self { db, key, clock, chat, bot, kari, ola, group }
    }

    /// What the bot heard since the last time, a line each.
    pub fn heard(&self) -> Vec<String> {
        self.bot.take().iter().map(line).collect()
    }

    pub async fn say(
        &self,
        person: LocalAccountId,
        chat: impl Into<Place>,
        text: &str,
        reply_to: Option<i64>,
    ) -> i64 {
        let said = Say { person, chat: chat.into(), text: text.to_owned(), reply_to, nonce: None };
        self.chat.say(said).await.expect("said").expect("said once")
    }

    pub async fn in_private(&self, person: LocalAccountId, text: &str) -> i64 {
        self.say(person, Place::Private(person), text, None).await
    }

    pub async fn in_group(&self, person: LocalAccountId, text: &str, reply_to: Option<i64>) -> i64 {
        self.say(person, Place::Group(self.group), text, reply_to).await
    }

    pub async fn post(&self, to: Place, text: Text) -> Result<i64, SendError> {
        let delivered = self.chat.deliver(Delivery::Post { to: address(to), text, reply_to: None }).await?;
        Ok(delivered.message.expect("a name").parse().expect("a number"))
    }

    pub async fn message(&self, id: i64) -> MessageView {
        let view = self.chat.view(None).await.expect("a view");
        view.messages.into_iter().find(|message| message.id == id).expect("the message")
    }
}

pub fn address(place: Place) -> Address {
    Address { chat: place.to_string(), thread: None }
}

/// The refusal that was expected.
pub fn refusal<T: std::fmt::Debug>(outcome: Result<T, PlayError>) -> Refusal {
    match outcome {
        Err(PlayError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// "g1 Kari Nes: said 5 «ja» to 3".
fn line(incoming: &Incoming) -> String {
    let who = match &incoming.sender {
        Sender::Account(account) => account.name.as_str(),
        Sender::Hidden => "hidden",
        Sender::Nobody => "nobody",
    };
    let what = match &incoming.event {
        Event::Said { message, text, reply_to, edited, .. } => {
            let verb = if *edited { "edited" } else { "said" };
            let to = reply_to.as_ref().map(|to| format!(" to {to}")).unwrap_or_default();
            format!("{verb} {message} «{text}»{to}")
        }
        Event::Pressed { press, message, data } => {
            format!("pressed {data} under {} as {press}", message.as_deref().unwrap_or_default())
        }
        Event::Reacted { message, added, removed } => {
            format!("reacted to {message} +{} -{}", added.concat(), removed.concat())
        }
        Event::BotPresent(present) => format!("bot present {present}"),
        Event::MemberPresent { account, present } => format!("{} present {present}", account.name),
        other => format!("{other:?}"),
    };
    format!("{} {who}: {what}", incoming.chat.id)
}
