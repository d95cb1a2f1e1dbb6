//! How receiving goes, bot by bot: for whom something can't be heard, a platform that takes messages is of little use.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::chat::telegram::Receiving;
use crate::domain::ids::ChannelId;

/// The bots that this process receives for.
#[derive(Debug, Default)]
pub struct Hearing(Mutex<HashMap<ChannelId, Line>>);

#[derive(Debug)]
struct Line {
    state: watch::Receiver<Receiving>,
    /// Since when it has been seen to fail.
    failing_since: Option<DateTime<Utc>>,
}

/// A bot that can't hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deaf {
    pub age: TimeDelta,
    /// Why, in words for the administrator.
    pub why: String,
}

impl Hearing {
    /// Watches a bot's line from now on.
    pub fn watch(&self, channel: ChannelId, state: watch::Receiver<Receiving>) {
        self.lines().insert(channel, Line { state, failing_since: None });
    }

    /// Looks at every line, and notes since when it fails. Done at each tick.
    pub fn look(&self, now: DateTime<Utc>) {
        for line in self.lines().values_mut() {
            let fails = matches!(*line.state.borrow(), Receiving::Failing(_));
            line.failing_since = fails.then(|| line.failing_since.unwrap_or(now));
        }
    }

    /// The bots that can't hear, the one that has been deaf for longest first.
    pub fn deaf(&self, now: DateTime<Utc>) -> Vec<Deaf> {
        let mut deaf: Vec<Deaf> = self
            .lines()
            .values()
            .filter_map(|line| {
                let (since, state) = (line.failing_since?, line.state.borrow());
                let Receiving::Failing(why) = &*state else { return None };
                Some(Deaf { age: (now - since).max(TimeDelta::zero()), why: why.clone() })
            })
            .collect();
        deaf.sort_by_key(|deaf| -deaf.age);
        deaf
    }

    fn lines(&self) -> MutexGuard<'_, HashMap<ChannelId, Line>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
