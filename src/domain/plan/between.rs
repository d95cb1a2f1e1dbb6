//! What must be covered is not forgotten when the ladder has been climbed long before the start: the groups and whoever is on duty are reminded in
//! between, often enough that somebody may still take it, and not so often that nobody listens any more.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use super::night::Night;
use super::schedule::URGENT_FOR;
use super::{Planned, What};
use crate::domain::task::Task;

/// The number of the first of these steps: far behind the ladder's own and those of its end.
const FIRST: u32 = 2_000;
/// The number of the reminder when people wake.
const DAWN: u32 = FIRST - 1;
/// Whoever is asked so soon before people wake, or after that, need not be reminded then.
const AROUND_DAWN: TimeDelta = TimeDelta::minutes(30);

/// The longest that nobody hears of an open place on the day that counts.
const LONGEST_SILENCE: TimeDelta = TimeDelta::minutes(150);

/// A reminder on the heels of anything else that was said of the place is none.
pub const SHORTEST_SILENCE: TimeDelta = TimeDelta::hours(1);

/// The reminders between the last ring of `times`, which holds the ladder with its end, and the start.
pub fn in_between(task: &Task, times: &[Planned], night: &Night) -> Vec<Planned> {
    let last_ring = times.iter().filter(|planned| planned.what.rings()).map(|planned| planned.at).max();
    let Some(last_ring) = last_ring.filter(|_| task.must_cover && !task.has_begun_before_hunt()) else {
        return Vec::new();
    };
    let from = last_ring.max(task.starts_at - URGENT_FOR);
    let is_heard = |planned: &&Planned| planned.what != What::AnswerRequester;
    let mut heard: Vec<DateTime<Utc>> = times.iter().filter(is_heard).map(|planned| planned.at).collect();
    heard.retain(|at| *at > from && *at < task.starts_at);
    heard.extend([from, task.starts_at]);
    let mut steps: Vec<Planned> = at_dawn(task, times, night).into_iter().collect();
    heard.extend(steps.iter().map(|step| step.at).filter(|at| *at > from));
    heard.sort_unstable();
    let numbered = steps.len();
    for (before, after) in heard.iter().zip(&heard[1..]) {
        for at in evenly(*before, *after) {
            let at = night.at_night(at).map_or(at, |quiet| quiet.until);
            let soon = |said: &DateTime<Utc>| *said - SHORTEST_SILENCE < at && at < *said + SHORTEST_SILENCE;
            if at >= task.starts_at || heard.iter().chain(steps.iter().map(|step| &step.at)).any(soon) {
                continue;
            }
            let step = FIRST + u32::try_from(steps.len() - numbered).unwrap_or(u32::MAX - FIRST);
            steps.push(Planned { step, what: What::RemindAgain, at });
        }
    }
    steps.sort_by_key(|step| step.at);
    steps
}

/// When the ladder was climbed in the evening or at night, people are reminded as they wake, unless they are asked by the ladder then.
fn at_dawn(task: &Task, times: &[Planned], night: &Night) -> Option<Planned> {
    let at = night.dawn(task.starts_at)?;
    let last_ring = times.iter().rfind(|planned| planned.what.rings())?;
    let is_asked_then = |planned: &Planned| planned.what.is_to_volunteers() && planned.at + AROUND_DAWN > at;
    let is_climbed =
        last_ring.at < at && !times.iter().any(is_asked_then) && task.hunt_from + SHORTEST_SILENCE <= at;
    is_climbed.then_some(Planned { step: DAWN, what: What::RemindAgain, at })
}

/// Whether a step is the reminder when people wake.
pub fn is_dawn(step: &Planned) -> bool {
    step.step == DAWN
}

/// Instants in whole five minutes that cut the time between two into equal parts, none of them longer than the longest silence.
fn evenly(before: DateTime<Utc>, after: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
    let silence = after - before;
    let cuts = (silence.num_minutes() - 1).max(0) / LONGEST_SILENCE.num_minutes();
    let cuts = i32::try_from(cuts).unwrap_or_default();
    (1..=cuts).map(move |cut| {
        let at = before + silence / (cuts + 1) * cut;
        at.duration_trunc(TimeDelta::minutes(5)).unwrap_or(at)
    })
}
