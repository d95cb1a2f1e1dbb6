//! The end of the ladder of a task that must be covered. The promised answer is not the end of it: whoever asked may stay silent, and then somebody
//! with a name is told, everybody who could act is told once more before the start, and at the start it is said that it was not done.

use chrono::{DateTime, TimeDelta, Utc};

use super::schedule::STEP_GAP;
use super::{Planned, What};
use crate::domain::task::Task;

/// The numbers of these steps: far behind the ladder's own and those of further organisations.
const STILL_EMPTY: u32 = 1_000;
const LAST_CALL: u32 = 1_001;
const NOT_COVERED: u32 = 1_002;

/// How long whoever asked has for an answer to the answer.
const TIME_TO_REACT: TimeDelta = TimeDelta::minutes(30);
/// So long before the start everybody is told once more.
const BEFORE_START: TimeDelta = TimeDelta::minutes(30);
/// With less time than this after the answer there is nothing to be won by telling once more before the start.
const ROOM_FOR_LAST_CALL: TimeDelta = TimeDelta::minutes(15);

/// What follows if the requester is answered at `answered_at` and places stay empty.
pub fn after_answer(task: &Task, answered_at: DateTime<Utc>) -> Vec<Planned> {
    let left = task.starts_at - answered_at;
    // An answer on the heels of the start has said it.
    if !task.must_cover || left < STEP_GAP {
        return Vec::new();
    }
    let mut steps = Vec::new();
    if left >= TIME_TO_REACT + BEFORE_START + TIME_TO_REACT {
        steps.push(Planned { step: STILL_EMPTY, what: What::StillEmpty, at: answered_at + TIME_TO_REACT });
    }
    if left >= ROOM_FOR_LAST_CALL {
        let at = task.starts_at - BEFORE_START.min(left / 2);
        steps.push(Planned { step: LAST_CALL, what: What::LastCall, at });
    }
    steps.push(Planned { step: NOT_COVERED, what: What::NotCovered, at: task.starts_at });
    steps
}

/// When the recipient is to hear that nobody seems to come, if the requester was answered at `answered_at`.
pub fn recipient_told_at(task: &Task, answered_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    after_answer(task, answered_at).into_iter().find(|step| step.what != What::StillEmpty).map(|step| step.at)
}
