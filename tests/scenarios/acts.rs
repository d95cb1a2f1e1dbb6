//! What else can happen in a chat, and to the service.

use std::collections::HashMap;
use std::sync::Arc;

use tannhjul::chat::{Chat, Event, Inbox};
use tannhjul::engine::Engine;
use tannhjul::engine::receive::Mailbox;

use crate::world::World;

impl World {
    /// A request is written and sent, and what was said of it forgotten.
    pub async fn asked_for(&mut self, text: &str) {
        self.says("silje", text).await;
        self.presses("silje", "Send").await;
        self.forget();
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
