//! What else can happen in a chat, and to the service.

use std::collections::HashMap;
use std::sync::Arc;

use tannhjul::chat::{Chat, Event, Inbox, Target};
use tannhjul::engine::Engine;
use tannhjul::engine::receive::Mailbox;
use tannhjul::store::Db;

use crate::world::World;

/// The need of the first scene, as it is written.
pub const SNOW: &str = "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18";

impl World {
    /// Fjellvik with the need of the first scene sent: two people for snow on Sunday 16–18.
    pub async fn snow_on_sunday(db: Db) -> Self {
        let mut fjellvik = Self::new(db).await;
        fjellvik.asked_for(SNOW).await;
        fjellvik
    }

    /// The same, taken: Kari and Ola have the places, Eva waits.
    pub async fn snow_is_taken(db: Db) -> Self {
        let mut fjellvik = Self::snow_on_sunday(db).await;
        fjellvik.replies("fjellvik-il", "kari", "ja").await;
        fjellvik.replies("fjellvik-il", "ola", "tar den").await;
        fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
        fjellvik.forget();
        fjellvik
    }

    /// A request is written and sent, and what was said of it forgotten.
    pub async fn asked_for(&mut self, text: &str) {
        self.says("silje", text).await;
        self.presses("silje", "Send").await;
        self.forget();
    }

    /// Presses a button that was put away: somebody's screen was slower than the bot.
    pub async fn presses_too_late(&mut self, person: &str, label: &str) {
        self.note(&format!("{person} presses"), &format!("[{label}] (put away)"));
        let chat = self.private(person);
        let posted = self.chat.posted(&chat.id);
        let gone = posted.iter().rev().find_map(|posted| {
            let button = posted.had.iter().rev().find(|button| button.label == label)?;
            match &button.target {
                Target::Data(data) => Some((posted.id.clone(), data.clone())),
                Target::Link(_) => None,
            }
        });
        let (message, data) = gone.unwrap_or_else(|| panic!("no button [{label}] was put away: {posted:#?}"));
        let event = Event::Pressed { press: format!("toast:{person}"), message: Some(message), data };
        self.happens(chat, person, event).await;
    }

    /// Somebody answers a message in a group, which need not be the bot's.
    pub async fn replies_to(&mut self, group: &str, person: &str, message: &str, text: &str) {
        self.note(&format!("⌂ {group} {person} (reply to {message})"), text);
        let event = self.said(text, Some(message.to_owned()));
        self.happens(self.group(group), person, event).await;
    }

    /// A sticker or voice message in answer to the newest card.
    pub async fn replies_without_words(&mut self, group: &str, person: &str) {
        self.note(&format!("⌂ {group} {person} (reply)"), "(a sticker)");
        let event =
            Event::Wordless { message: self.chat.next_message(), reply_to: Some(self.card(group).id) };
        self.happens(self.group(group), person, event).await;
    }

    /// An administrator who hides who they are answers the newest card.
    pub async fn replies_hidden(&mut self, group: &str, text: &str) {
        self.note(&format!("⌂ {group} (anonymous admin, reply)"), text);
        let card = self.card(group).id;
        let event = self.said(text, Some(card));
        self.happens_hidden(self.group(group), event).await;
    }

    /// The same update is handed in once more, as platforms do.
    pub async fn twice(&mut self, group: &str, person: &str, text: &str) {
        self.note(&format!("⌂ {group} {person} (reply, handed in twice)"), text);
        let card = self.card(group).id;
        let event = self.said(text, Some(card));
        let incoming = self.incoming(self.group(group), person, event);
        self.mailbox.take_in(vec![incoming.clone()], None).await.expect("taken in");
        self.settle().await;
        self.mailbox.take_in(vec![incoming], None).await.expect("taken in");
        self.settle().await;
    }

    /// The service ends and starts again: nothing but the database is left.
    pub fn restarts(&mut self) {
        let chat: Arc<dyn Chat> = Arc::new(self.chat.clone());
        let (clock, around) = (self.engine.clock.clone(), self.engine.around.clone());
        self.engine = Engine::new(self.db.clone(), clock, around, HashMap::from([(self.channel, chat)]));
        self.mailbox = Mailbox::new(self.engine.clone(), self.channel);
    }

    /// The service starts on another database, which was put back from a backup.
    pub async fn starts_on(&mut self, restored: Db) -> Option<u64> {
        self.db = restored;
        self.restarts();
        self.note("(the service)", "starts on a backup that was put back");
        let withheld = self.engine.take_up_after_restore().await.expect("it starts");
        self.settle().await;
        withheld
    }

    /// The service is down until the wall clock shows `until`, and starts again.
    pub async fn is_down_until(&mut self, until: &str) {
        let at = self.calendar.instant(until.parse().expect("a wall-clock time"));
        self.engine.clock.set(at);
        self.restarts();
        self.settle().await;
    }

    /// Somebody goes out of a group.
    pub async fn goes_out(&mut self, group: &str, person: &str) {
        self.note(&format!("⌂ {group} {person}"), "(goes out of the group)");
        let incoming = self.incoming(self.group(group), person, Event::BotPresent(true));
        let tannhjul::chat::Sender::Account(account) = incoming.sender else { unreachable!("somebody") };
        let event = Event::MemberPresent { account, present: false };
        self.happens(self.group(group), person, event).await;
    }
}
