//! Until when somebody who takes a task is left to it.

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use crate::domain::local_time::Calendar;
use crate::domain::task::Task;

/// How long "I take it" may silence the ladder by a button, in minutes. The second is what is meant where nothing is chosen.
pub const HOLD_MINUTES: [u32; 3] = [30, 60, 120];

/// Minutes until the wall clock shows a whole quarter: people are told these times.
pub fn until_whole_quarter(calendar: &Calendar, at: DateTime<Utc>) -> u32 {
    (15 - calendar.local(at).minute() % 15) % 15
}

/// Until when whoever takes `task` at `now` has it if they choose no time: an hour, to a whole quarter, and never more than half of what is left
/// before the start, so that somebody else can still do something.
pub fn hold_until(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let hour = now + TimeDelta::minutes(i64::from(HOLD_MINUTES[1] + until_whole_quarter(calendar, now)));
    let half = now + TimeDelta::minutes(((task.starts_at - now) / 2).num_minutes().max(1));
    hour.min(half).min(task.hunt_ends_at(now))
}
