//! What may go wrong with a call: on demand, or because the platform's limits are broken.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

/// How a call goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 429, with seconds to wait.
    TooManyRequests { retry_after: u64 },
    /// A refusal in the Bot API's form.
    Refused { code: u16, description: &'static str },
    /// A gateway's error page in place of an answer.
    Gateway { status: u16 },
    /// The connection is cut before anything was done.
    Cut,
    /// It is done, and then the connection is cut.
    DoneThenCut,
    /// It is done, and half of the answer arrives.
    DoneThenHalf,
    /// Nothing is done, and no answer comes.
    Silence,
}

struct Planned {
    method: String,
    /// In this chat only.
    chat: Option<i64>,
    fault: Fault,
    /// How many calls it is still for; `None`: for all.
    times: Option<usize>,
}

#[derive(Default)]
pub struct Faults(Vec<Planned>);

impl Faults {
    pub fn add(&mut self, method: &str, chat: Option<i64>, fault: Fault, times: Option<usize>) {
        self.0.push(Planned { method: method.to_lowercase(), chat, fault, times });
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that was planned first for `method`, which must be in lower case, in `chat`.
    pub fn next(&mut self, method: &str, chat: Option<i64>) -> Option<Fault> {
        let is_here = |planned: &Planned| planned.chat.is_none() || planned.chat == chat;
        let index = self.0.iter().position(|planned| planned.method == method && is_here(planned))?;
        let planned = &mut self.0[index];
        let fault = planned.fault.clone();
        planned.times = planned.times.map(|times| times - 1);
        if planned.times == Some(0) {
            self.0.remove(index);
        }
        Some(fault)
    }
}

const PER_CHAT: (usize, Duration) = (5, Duration::from_secs(5));
const PER_GROUP: (usize, Duration) = (20, Duration::from_secs(60));
const IN_ALL: (usize, Duration) = (30, Duration::from_secs(1));

/// The platform's limits, by real time.
#[derive(Default)]
pub struct Limits {
    pub keeps: bool,
    in_all: VecDeque<Instant>,
    chats: HashMap<i64, VecDeque<Instant>>,
}

impl Limits {
    /// Counts a message or an edit in `chat`; the seconds to wait if it is one too many.
    pub fn count(&mut self, chat: i64) -> Result<(), u64> {
        if !self.keeps {
            return Ok(());
        }
        let now = Instant::now();
        let sent = self.chats.entry(chat).or_default();
        let mut wait = over(sent, PER_CHAT, now).max(over(&self.in_all, IN_ALL, now));
        if chat < 0 {
            wait = wait.max(over(sent, PER_GROUP, now));
        }
        if let Some(wait) = wait {
            return Err(wait.as_secs().max(1));
        }
        for (window, kept) in [(sent, PER_GROUP.0), (&mut self.in_all, IN_ALL.0)] {
            window.push_back(now);
            while window.len() > kept {
                window.pop_front();
            }
        }
        Ok(())
    }
}

/// How long until one more fits into the window.
fn over(sent: &VecDeque<Instant>, (count, window): (usize, Duration), now: Instant) -> Option<Duration> {
    let blocking = sent.get(sent.len().checked_sub(count)?)?;
    (*blocking + window).checked_duration_since(now).filter(|wait| !wait.is_zero())
}
