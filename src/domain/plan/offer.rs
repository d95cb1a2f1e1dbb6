//! How long a person has to answer an offer of a place.

use chrono::{DateTime, TimeDelta, Utc};

use super::ladder_times;
use crate::domain::local_time::Calendar;
use crate::domain::task::Task;

/// (at least so many hours before the start, minutes to answer in).
const TIME_TO_ANSWER: [(i64, i64); 4] = [(48, 24 * 60), (24, 12 * 60), (2, 60), (i64::MIN, 15)];

/// With less than this between the morning and the start the night counts: an answer in the morning would be of no use.
const USEFUL_MORNING: TimeDelta = TimeDelta::hours(2);

/// How long somebody has who is asked about a task that has begun.
const ONCE_BEGUN: TimeDelta = TimeDelta::minutes(10);

/// So much of a task must be left for a substitute to be of use.
const LEFT_FOR_A_SUBSTITUTE: TimeDelta = TimeDelta::minutes(30);

/// Until when a substitute is of use once `task` has begun; its start where it is so short that nobody could.
pub fn useful_until(task: &Task) -> DateTime<Utc> {
    task.starts_at.max(task.ends_at - LEFT_FOR_A_SUBSTITUTE)
}

/// Everybody has at least this long, or what the table gives, before the ladder goes on without them.
const FIRST_HOUR: TimeDelta = TimeDelta::hours(1);

/// Nobody is asked to answer faster than this.
const SHORTEST: TimeDelta = TimeDelta::minutes(5);

/// When an offer of a place of `task` made at `now` runs out. The ladder waits for the answer, so an offer does not outlive the ladder's next
/// step: one silent reserve must not keep others from being asked, nor those on duty and the requester from hearing of the hole.
pub fn offer_until(task: &Task, now: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    if task.starts_at <= now {
        return (now + ONCE_BEGUN).min(task.ends_at);
    }
    let expiry = offer_expiry(task.starts_at, now, calendar);
    let least = expiry.min(now + FIRST_HOUR);
    let steps = ladder_times(task, calendar)
        .into_iter()
        .filter(|planned| planned.at >= least && !task.steps.iter().any(|taken| taken.step == planned.step));
    steps.map(|planned| planned.at).chain([expiry]).min().unwrap_or(expiry)
}

/// How long the table gives: over 48 h before the start 24 h, under 48 h 12 h, under 24 h 1 h, under 2 h 15 min, and never more than half of the
/// time that is left, so that there is time for the next one.
/// Quiet hours do not count, unless the task itself starts in them or so soon after them that the answer can't wait (asked at 06:10 for 07:30,
/// answer by 06:25). Never later than the start.
pub fn offer_expiry(starts_at: DateTime<Utc>, now: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    let mut left = time_to_answer(starts_at - now);
    let mut at = now;
    // Each round is one day, and nobody has more than 24 waking hours to answer in.
    while left > TimeDelta::zero() && at < starts_at {
        let pause = calendar.quiet_hours(at).filter(|quiet| starts_at - quiet.until >= USEFUL_MORNING);
        if let Some(quiet) = pause {
            at = quiet.until;
            continue;
        }
        let step = left.min(calendar.next_change(at) - at);
        at += step;
        left -= step;
    }
    at.min(starts_at.max(now))
}

fn time_to_answer(lead: TimeDelta) -> TimeDelta {
    let row = TIME_TO_ANSWER.into_iter().find(|(hours, _)| lead.num_seconds() >= hours.saturating_mul(3600));
    let given = TimeDelta::minutes(row.expect("the last row is for any lead").1);
    given.min((lead / 2).max(SHORTEST))
}
