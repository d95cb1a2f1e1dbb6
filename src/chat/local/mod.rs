//! The local chat: a small chat platform of its own, kept in the project's database and played on a web page.
//!
//! It behaves as Telegram does where that matters to the dispatcher: a person who never pressed Start can't be written to, a bot that was put
//! out of a group has lost it, and in a group the bot hears only replies to itself, commands, buttons and reactions to what it posted.
//!
//! `people` and `talk` are what people do on the page, `channel` is what the dispatcher does, `updates` the way between them, `view` what the page shows.

mod channel;
mod content;
mod names;
mod people;
mod talk;
mod updates;
mod view;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{Mutex, watch};

use super::Inbox;
use crate::clock::Clock;
use crate::secret::Key;
pub use crate::store::local_chat::Part;
use crate::store::{Db, Tx, local_chat as store};
pub use content::{Content, REACTIONS};
pub use names::{LocalAccountId, LocalGroupId, Place, UnknownName};
pub use people::{MAX_GROUPS, MAX_PEOPLE};
pub use talk::Say;
pub use view::{ButtonView, GroupView, MessageView, PersonView, PressView, ReactionView, ReadView, View};

/// What is sealed for this platform can be opened for nothing else.
const PURPOSE: &str = "local chat";

/// The platform. One in each process that serves it; any number of processes may share a database.
pub struct LocalChat {
    db: Db,
    key: Key,
    clock: Clock,
    inbox: RwLock<Option<Arc<dyn Inbox>>>,
    /// One hand-over at a time, so that the dispatcher gets things in their order.
    handing_over: Mutex<()>,
    /// The last hand-over failed: what waits is tried again while a window is open.
    behind: AtomicBool,
    /// The server is about to stop: nobody waits any more.
    stopping: AtomicBool,
    /// The latest change made by this process. Changes of others are found in the database.
    changed: watch::Sender<i64>,
}

/// Why something that a person did on the page did not happen.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

impl From<sqlx::Error> for PlayError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// An answer of the platform to the person who plays. The page has its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    #[error("there is nothing in it")]
    Empty,
    #[error("it is too long")]
    TooLong,
    #[error("the name is taken")]
    NameTaken,
    #[error("there are too many already")]
    TooMany,
    #[error("no such person")]
    NoSuchPerson,
    #[error("no such group")]
    NoSuchGroup,
    #[error("the message is not there")]
    NoSuchMessage,
    #[error("the button is not there any more")]
    NoSuchButton,
    #[error("not one of the reactions")]
    NoSuchReaction,
    #[error("not a member of the group")]
    NotMember,
    #[error("somebody else's message")]
    NotYours,
    #[error("the person has blocked the bot")]
    BotBlocked,
    #[error("the bot is not in the group")]
    BotAway,
}

impl LocalChat {
    /// The platform in `db`. What happens waits in the database until there is an inbox to hand it to.
    pub fn new(db: Db, key: Key, clock: Clock) -> Self {
        Self {
            db,
            key,
            clock,
            inbox: RwLock::default(),
            handing_over: Mutex::default(),
            behind: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
            changed: watch::Sender::new(0),
        }
    }

    /// Says where events go, and hands over what has waited.
    pub async fn set_inbox(&self, inbox: Arc<dyn Inbox>) {
        *self.inbox.write().unwrap_or_else(PoisonError::into_inner) = Some(inbox);
        self.hand_over().await;
    }

    /// Lets go of the windows that wait for a change, so that the server can stop.
    pub fn stop_waiting(&self) {
        self.stopping.store(true, Ordering::Release);
        self.changed.send_modify(|_| {});
    }

    /// Begins a writing: nothing else on the platform, in any process, changes until it is committed.
    async fn change(&self) -> sqlx::Result<Change<'_>> {
        let mut tx = self.db.begin().await?;
        let number = store::next_change(&mut tx).await?;
        Ok(Change { local: self, tx, number, for_the_bot: false })
    }

    /// Tells every open window to look again, for what is not in the database (the clock was moved).
    pub async fn nudge(&self) -> anyhow::Result<()> {
        Ok(self.change().await?.commit().await?)
    }
}

/// A writing under way. Dropped without `commit` nothing of it happened.
struct Change<'a> {
    local: &'a LocalChat,
    tx: Tx,
    /// Number of the change, for the row that it is about.
    number: i64,
    /// Something of it waits for the dispatcher.
    for_the_bot: bool,
}

impl Change<'_> {
    /// Keeps it, wakes the windows, and hands to the dispatcher what is for it.
    async fn commit(self) -> sqlx::Result<()> {
        self.tx.commit().await?;
        self.local.changed.send_replace(self.number);
        if self.for_the_bot {
            self.local.hand_over().await;
        }
        Ok(())
    }
}
