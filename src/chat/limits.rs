//! How often a chat may be written to on a platform that counts. Pure: `now` is an argument.
//!
//! Counts what was let through in a sliding window, so that no window of that length ever holds more than the platform allows, however it
//! lies. Which message goes first is not decided here.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

/// At most `count` in any `window`. A count of 0 means no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    pub count: usize,
    pub window: TimeDelta,
}

/// What a platform allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// In any one chat, edits too.
    pub per_chat: Rate,
    /// In a group on top of that.
    pub per_group: Rate,
    /// By one bot.
    pub in_all: Rate,
    /// Between two edits of the same message: what changes faster is shown as it is in the end.
    pub between_edits: TimeDelta,
}

impl Rates {
    /// Telegram's: about one message a second in a chat (short bursts are let pass), 20 a minute in a group, 30 a second in all
    /// (<https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this>).
    pub const TELEGRAM: Self = Self {
        per_chat: Rate { count: 3, window: TimeDelta::seconds(3) },
        per_group: Rate { count: 20, window: TimeDelta::seconds(60) },
        in_all: Rate { count: 30, window: TimeDelta::seconds(1) },
        between_edits: TimeDelta::seconds(1),
    };
    /// None, for a channel that does not count.
    pub const NONE: Self = {
        let none = Rate { count: 0, window: TimeDelta::zero() };
        Self { per_chat: none, per_group: none, in_all: none, between_edits: TimeDelta::zero() }
    };
    /// Those of a Bot API server that is not Telegram's own and has not refused anything yet.
    pub const UNTIL_REFUSED: Self = Self { between_edits: TimeDelta::seconds(1), ..Self::NONE };
}

/// A clock that goes back by less than this is a matter of who asked first.
const JITTER: TimeDelta = TimeDelta::seconds(1);
/// How often what is over is cleared out: after so many questions that were let through.
const SWEEP_EVERY: usize = 512;

/// What one bot has sent lately, and where it was told to wait. Holds no more chats than were written to within a minute or are waiting.
#[derive(Debug)]
pub struct Limits {
    rates: Rates,
    in_all: Window,
    chats: HashMap<String, Chat>,
    last: DateTime<Utc>,
    until_sweep: usize,
}

#[derive(Debug, Default)]
struct Chat {
    /// What was let through in the longest window that holds for the chat.
    sent: Window,
    wait_until: Option<DateTime<Utc>>,
    /// When each message was last edited, as far as it matters.
    edited: HashMap<String, DateTime<Utc>>,
}

/// When something was let through, oldest first.
#[derive(Debug, Default)]
struct Window(VecDeque<DateTime<Utc>>);

impl Limits {
    /// Nothing sent yet. After a restart the platform may remember more than this; its 429 then says so.
    pub fn new(rates: Rates) -> Self {
        Self {
            rates,
            in_all: Window::default(),
            chats: HashMap::new(),
            last: DateTime::UNIX_EPOCH,
            until_sweep: SWEEP_EVERY,
        }
    }

    /// Goes by other rates from now on. What was counted stays counted.
    pub fn go_by(&mut self, rates: Rates) {
        self.rates = rates;
    }

    /// Lets an edit of `message` through and counts it, or says from when on to ask again.
    pub fn ready_to_edit(
        &mut self,
        chat: &str,
        message: &str,
        is_group: bool,
        now: DateTime<Utc>,
    ) -> Result<(), DateTime<Utc>> {
        let pause = self.rates.between_edits;
        if pause.is_zero() {
            return self.ready(chat, is_group, now);
        }
        self.follow_clock(now);
        let last = self.chats.get(chat).and_then(|chat| chat.edited.get(message));
        if let Some(free_at) = last.map(|last| *last + pause).filter(|free_at| *free_at > now) {
            return Err(free_at);
        }
        self.ready(chat, is_group, now)?;
        let edited = &mut self.chats.entry(chat.to_owned()).or_default().edited;
        edited.retain(|_, last| *last + pause > now);
        edited.insert(message.to_owned(), now);
        Ok(())
    }

    /// Lets one message through to `chat` and counts it, or says from when on to ask again.
    pub fn ready(&mut self, chat: &str, is_group: bool, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        self.follow_clock(now);
        if let Some(until) = self.waits(chat, now) {
            return Err(until);
        }
        let Rates { per_chat, per_group, in_all, .. } = self.rates;
        let mut free_at = self.in_all.free_at(in_all, now);
        if let Some(chat) = self.chats.get(chat) {
            free_at = free_at.max(chat.sent.free_at(per_chat, now));
            if is_group {
                free_at = free_at.max(chat.sent.free_at(per_group, now));
            }
        }
        if let Some(free_at) = free_at {
            return Err(free_at);
        }
        self.in_all.count(in_all.count, now);
        let kept = per_chat.count.max(if is_group { per_group.count } else { 0 });
        if kept > 0 {
            // Looked up first: a name is copied only for a chat that is new here.
            match self.chats.get_mut(chat) {
                Some(chat) => chat.sent.count(kept, now),
                None => self.chats.entry(chat.to_owned()).or_default().sent.count(kept, now),
            }
        }
        self.until_sweep = self.until_sweep.saturating_sub(1);
        if self.until_sweep == 0 {
            self.sweep(now);
        }
        Ok(())
    }

    /// Until when `chat` must not be called at all, not even by what the platform does not count (a reaction, a deletion).
    pub fn waits(&self, chat: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.chats.get(chat)?.wait_until.filter(|until| *until > now)
    }

    /// The platform asks to leave `chat` alone until `until`.
    pub fn note_wait(&mut self, chat: &str, until: DateTime<Utc>) {
        let waiting = self.chats.entry(chat.to_owned()).or_default();
        waiting.wait_until = waiting.wait_until.max(Some(until));
    }

    /// A clock that was set back must not hold messages up for as long as it was wrong: what was sent is forgotten, and waits move with it.
    fn follow_clock(&mut self, now: DateTime<Utc>) {
        let back = self.last - now;
        if back > JITTER {
            self.in_all.0.clear();
            for chat in self.chats.values_mut() {
                chat.sent.0.clear();
                chat.edited.clear();
                chat.wait_until = chat.wait_until.map(|until| until - back);
            }
            self.last = now;
        }
        self.last = self.last.max(now);
    }

    /// Forgets the chats of which nothing counts any more.
    fn sweep(&mut self, now: DateTime<Utc>) {
        let longest = self.rates.per_chat.window.max(self.rates.per_group.window);
        let pause = self.rates.between_edits;
        self.chats.retain(|_, chat| {
            let is_recent = chat.sent.0.back().is_some_and(|last| *last + longest > now);
            is_recent
                || chat.edited.values().any(|last| *last + pause > now)
                || chat.wait_until.is_some_and(|until| until > now)
        });
        self.until_sweep = SWEEP_EVERY;
    }
}

impl Window {
    /// When there is room for one more by `rate`; `None` if there is now.
    fn free_at(&self, rate: Rate, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if rate.count == 0 {
            return None;
        }
        // The one that must have left the window before another may come.
        let blocking = self.0.len().checked_sub(rate.count)?;
        self.0.get(blocking).map(|at| *at + rate.window).filter(|free_at| *free_at > now)
    }

    /// Counts one, and keeps the latest `kept`.
    fn count(&mut self, kept: usize, now: DateTime<Utc>) {
        self.0.push_back(now);
        while self.0.len() > kept {
            self.0.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_795_000_000_000 + milliseconds).expect("a time")
    }

    /// How many get through to `chat` when it is asked every 10 ms from `from` to `to` milliseconds.
    fn through(limits: &mut Limits, chat: &str, is_group: bool, from: i64, to: i64) -> Vec<i64> {
        (from..to).step_by(10).filter(|ms| limits.ready(chat, is_group, at(*ms)).is_ok()).collect()
    }

    #[test]
    fn a_person_gets_a_short_burst_and_then_one_a_second() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        assert_eq!(through(&mut limits, "5", false, 0, 1000), [0, 10, 20]);
        assert_eq!(limits.ready("5", false, at(1000)), Err(at(3000)));
        assert_eq!(through(&mut limits, "5", false, 3000, 60_000).len(), 57);
    }

    #[test]
    fn a_group_never_gets_more_than_twenty_in_any_minute() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        let sent = through(&mut limits, "-1", true, 0, 600_000);
        for window in sent.windows(21) {
            assert!(window[20] - window[0] >= 60_000, "{window:?}");
        }
        assert_eq!(sent.len(), 200);
    }

    #[test]
    fn a_busy_group_holds_nobody_else_up() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        through(&mut limits, "-1", true, 0, 30_000);
        assert!(limits.ready("-1", true, at(30_000)).is_err());
        assert_eq!(limits.ready("5", false, at(30_000)), Ok(()));
        assert_eq!(limits.ready("-2", true, at(30_000)), Ok(()));
    }

    #[test]
    fn thirty_a_second_go_out_in_all() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        let sent = (0..100).filter(|chat| limits.ready(&chat.to_string(), false, at(*chat)).is_ok()).count();
        assert_eq!(sent, 30);
        assert_eq!(limits.ready("999", false, at(200)), Err(at(1000)));
        assert_eq!(limits.ready("999", false, at(1000)), Ok(()));
    }

    #[test]
    fn a_wait_that_was_asked_for_holds_for_that_chat_alone() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        limits.note_wait("-1", at(35_000));
        limits.note_wait("-1", at(3_000));
        assert_eq!(limits.ready("-1", true, at(0)), Err(at(35_000)));
        assert_eq!(limits.waits("-1", at(0)), Some(at(35_000)));
        assert_eq!(limits.ready("5", false, at(0)), Ok(()));
        assert_eq!(limits.ready("-1", true, at(35_000)), Ok(()));
    }

    #[test]
    fn a_clock_that_is_set_back_holds_nothing_up() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        let hour = 3_600_000;
        through(&mut limits, "-1", true, hour, hour + 100);
        limits.note_wait("-2", at(hour + 5_000));
        assert_eq!(limits.ready("-1", true, at(0)), Ok(()));
        // It was last asked 90 ms after the hour, 4.91 s before the wait is over.
        assert_eq!(limits.ready("-2", true, at(0)), Err(at(4_910)));
        // A little back is no jump: the count goes on.
        through(&mut limits, "5", false, 10_000, 10_100);
        assert!(limits.ready("5", false, at(9_500)).is_err());
    }

    #[test]
    fn a_message_is_edited_once_a_second_at_most_and_another_beside_it() {
        for rates in [Rates::TELEGRAM, Rates::UNTIL_REFUSED] {
            let mut limits = Limits::new(rates);
            assert_eq!(limits.ready_to_edit("-1", "7", true, at(0)), Ok(()));
            assert_eq!(limits.ready_to_edit("-1", "7", true, at(400)), Err(at(1_000)));
            assert_eq!(limits.ready_to_edit("-1", "8", true, at(400)), Ok(()));
            assert_eq!(limits.ready_to_edit("-2", "7", true, at(400)), Ok(()));
            assert_eq!(limits.ready_to_edit("-1", "7", true, at(1_000)), Ok(()));
        }
    }

    #[test]
    fn rates_that_were_learned_hold_at_once() {
        let mut limits = Limits::new(Rates::UNTIL_REFUSED);
        assert!((0..100).all(|ms| limits.ready("5", false, at(ms)).is_ok()));
        limits.go_by(Rates::TELEGRAM);
        assert_eq!(through(&mut limits, "5", false, 200, 300), [200, 210, 220]);
    }

    #[test]
    fn without_limits_everything_goes_and_nothing_is_kept() {
        let mut limits = Limits::new(Rates::NONE);
        assert!((0..10_000).all(|_| limits.ready("-1", true, at(0)).is_ok()));
        assert!(limits.chats.is_empty() && limits.in_all.0.is_empty());
    }

    #[test]
    fn chats_of_long_ago_are_forgotten() {
        let mut limits = Limits::new(Rates::TELEGRAM);
        for chat in 0..100_000 {
            assert_eq!(limits.ready(&chat.to_string(), chat % 2 == 0, at(chat * 50)), Ok(()));
        }
        assert!(limits.chats.len() < 3_000, "{}", limits.chats.len());
    }
}
