//! What the bot is to be told, in order, until it has confirmed it.

use std::collections::VecDeque;

use serde_json::{Value, json};

/// What is sent if nothing was ever asked for (<https://core.telegram.org/bots/api#getupdates>).
const BY_DEFAULT: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];
/// An offset further ahead than this is taken for that of another time, and ignored.
const AHEAD_MAX: i64 = 10;

pub struct Updates {
    pending: VecDeque<(i64, Value)>,
    pub next_id: i64,
    /// The highest offset that took updates off the queue.
    pub confirmed: Option<i64>,
    allowed: Vec<String>,
    /// What is held up on its way.
    pub held: Option<Vec<Value>>,
}

impl Default for Updates {
    fn default() -> Self {
        Self {
            pending: VecDeque::new(),
            next_id: 700_000_001,
            confirmed: None,
            allowed: BY_DEFAULT.map(str::to_owned).to_vec(),
            held: None,
        }
    }
}

impl Updates {
    /// What is wanted from now on. Nothing said: what was wanted before. An empty list: the usual.
    pub fn allow(&mut self, wanted: &Value) {
        let Some(wanted) = wanted.as_array() else { return };
        let wanted: Vec<_> = wanted.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        self.allowed = if wanted.is_empty() { BY_DEFAULT.map(str::to_owned).to_vec() } else { wanted };
    }

    /// Queues an update of `kind`, if it is wanted.
    pub fn push(&mut self, kind: &str, content: Value) {
        if self.allowed.iter().any(|allowed| allowed == kind) {
            self.push_as_it_is(json!({ kind: content }));
        }
    }

    /// Queues `update` with the next number in it.
    pub fn push_as_it_is(&mut self, mut update: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        update["update_id"] = json!(id);
        match &mut self.held {
            Some(held) => held.push(update),
            None => self.pending.push_back((id, update)),
        }
        id
    }

    /// Queues `update` with the number it has.
    pub fn push_again(&mut self, update: Value) {
        let id = update["update_id"].as_i64().expect("a number");
        self.pending.push_back((id, update));
    }

    pub fn newest(&self) -> Option<Value> {
        self.pending.back().map(|(_, update)| update.clone())
    }

    /// Confirms what is below `offset`. A negative one leaves that many of the newest.
    pub fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let left = usize::try_from(-offset).unwrap_or(usize::MAX);
            while self.pending.len() > left {
                self.pending.pop_front();
            }
        } else if offset > 0 && offset <= self.next_id + AHEAD_MAX {
            self.confirmed = self.confirmed.max(Some(offset));
            self.pending.retain(|(id, _)| *id >= offset);
        }
    }

    /// The oldest, at most `limit`. They stay until they are confirmed.
    pub fn oldest(&self, limit: usize) -> Vec<Value> {
        self.pending.iter().take(limit).map(|(_, update)| update.clone()).collect()
    }

    /// Takes off what was delivered.
    pub fn delivered(&mut self, update: &Value) {
        self.pending.retain(|(id, _)| update["update_id"] != *id);
    }
}
