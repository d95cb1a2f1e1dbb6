//! When each step of a task's ladder is due, and what is due now.

use chrono::{DateTime, Utc};

use super::ids::PersonId;
use super::local_time::Calendar;
use super::task::Task;

/// A step of a task's ladder with its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its place among the task's steps; what `StepTaken::step` counts.
    pub step: u32,
    pub what: What,
    pub at: DateTime<Utc>,
}

/// What a planned step does: the ladder's action with its organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Posts the card to the organisation with this order in `Task::asked`.
    Ask {
        order: u32,
    },
    Remind,
    AskStandby,
    Duty,
    Deputy,
    MunicipalityContact,
    AnswerRequester,
}

/// What is due now, and when to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub due: Vec<Due>,
    /// The next instant at which something may be due. `None`: never again.
    pub next: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Take this step.
    Take(Planned),
    /// Note that this step was passed over: it was overdue together with one that replaces it.
    Skip(Planned),
    /// The offer to this person has run out.
    ExpireOffer(PersonId),
    /// Nobody may hold the task silent any longer.
    Release,
    /// The task's time is over.
    End,
}

/// The whole ladder of `task` with clock times, taken or not: what the dry run shows and what `plan` follows.
pub fn ladder_times(task: &Task, calendar: &Calendar) -> Vec<Planned> {
    let _ = (task, calendar);
    unimplemented!("written by the next commit")
}

/// What is due for `task` at `now`.
pub fn plan(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> Plan {
    let _ = (task, calendar, now);
    unimplemented!("written by the next commit")
}

/// When the answer can be promised if the task is opened now. `None`: too late for the ladder to run.
pub fn promise(task: &Task, calendar: &Calendar) -> Option<DateTime<Utc>> {
    let _ = (task, calendar);
    unimplemented!("written by the next commit")
}

/// When an offer of a place made at `now` runs out: over 48 h before the start 24 h, under 48 h 12 h, under 24 h 1 h, under 2 h 15 min.
/// Quiet hours do not count, unless the task itself starts in them.
pub fn offer_expiry(starts_at: DateTime<Utc>, now: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    let _ = (starts_at, now, calendar);
    unimplemented!("written by the next commit")
}

/// Whether the requester has had the promised answer in the present hunt.
pub fn is_answered(task: &Task) -> bool {
    let _ = task;
    unimplemented!("written by the next commit")
}
