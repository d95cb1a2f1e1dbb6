//! When the service is killed: anywhere, or where it hurts most.

use std::time::Duration;

use fastrand::Rng;

use super::town::COORDINATORS;
use crate::bot_api::{BotApi, Call};

/// The longest that a moment is waited for. If it does not come, any will do.
const LONGEST: Duration = Duration::from_millis(2500);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Anywhere,
    /// Updates have just been confirmed: what the service does not hold by now is lost.
    Confirmed,
    /// A message has just been sent, and the service does not know it yet.
    Sent,
    /// The same for a message that must not be said twice.
    Reminded,
    /// The same for one that must be heard.
    Escalated,
}

impl Moment {
    /// Each in turn, so that few kills try all of them.
    pub fn choose(kill: usize, random: &mut Rng) -> Self {
        match kill % 6 {
            0 => Self::Confirmed,
            1 => Self::Reminded,
            2 => Self::Escalated,
            3 => Self::Sent,
            _ if random.u8(..3) == 0 => Self::Reminded,
            _ => Self::Anywhere,
        }
    }

    /// Waits for it, and a little longer.
    pub async fn comes(self, telegram: &BotApi, random: &mut Rng) {
        let until = async {
            match self {
                Self::Anywhere => {
                    tokio::time::sleep(Duration::from_millis(random.u64(..1500))).await;
                }
                Self::Confirmed => {
                    tokio::time::sleep(Duration::from_millis(random.u64(..400))).await;
                    telegram.next_confirmation().await;
                }
                Self::Sent => {
                    tokio::time::sleep(Duration::from_millis(random.u64(..400))).await;
                    telegram.next_call(|call| call.method == "sendmessage").await;
                }
                Self::Reminded => drop(telegram.next_call(is_reminder).await),
                Self::Escalated => drop(telegram.next_call(is_escalation(telegram)).await),
            }
        };
        let _ = tokio::time::timeout(LONGEST, until).await;
        // Half of the time at once: some things are lost within a millisecond.
        if random.bool() {
            tokio::time::sleep(Duration::from_millis(random.u64(..6))).await;
        }
    }
}

/// Words of the reminders in bokmål, in groups and in private.
fn is_reminder(call: &Call) -> bool {
    const WORDS: [&str; 4] = ["Kan noen", "Snart: ", "Hei igjen! Kan du bekrefte", "Er du i gang med"];
    let text = call.body["text"].as_str().unwrap_or_default();
    call.method == "sendmessage" && WORDS.iter().any(|words| text.contains(words))
}

/// Whatever a coordinator is told.
fn is_escalation(telegram: &BotApi) -> impl Fn(&Call) -> bool {
    let rooms = COORDINATORS.map(|name| telegram.private(name).id);
    move |call| call.method == "sendmessage" && rooms.iter().any(|room| call.body["chat_id"] == *room)
}
