//! When each step of a task's ladder is due, and what is due now.

mod attend;
mod between;
mod climb;
mod end;
mod hold;
mod night;
mod offer;
mod rungs;
mod schedule;

use chrono::{DateTime, TimeDelta, Utc};

use self::attend::Round;
use self::climb::Climb;
use self::night::Night;
use self::schedule::{Schedule, Scheduled};
use super::ids::PersonId;
use super::local_time::Calendar;
use super::task::{Task, TaskState};

pub use self::attend::{
    Attend, CONTACT, DEPUTY, MOST_CALLS, PassedOn, call_again_at, confirmation_time, is_asked_for_good,
    missing, nobody_call_unanswered_at, silent, still_missing, unconfirmed,
};
pub use self::hold::{HOLD_MINUTES, hold_until, until_whole_quarter};
pub use self::offer::{offer_expiry, offer_until, useful_until};
pub use self::schedule::URGENT_FOR;

/// When the requester is answered if a place comes free once the task has begun: three rings, ten minutes apart.
const ANSWER_ONCE_BEGUN: TimeDelta = TimeDelta::minutes(30);

/// A step of a task's ladder with its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its number among the task's steps; what `StepTaken::step` counts. It stays the same when an organisation is added to `Task::asked`, so the
    /// numbers need not follow on one another.
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
    /// The groups and whoever is on duty are reminded of what must be covered, long after the last ring (`between`).
    RemindAgain,
    // What follows the answer where a task must be covered (`end`).
    /// Whoever asked has not reacted to the answer: somebody on duty and the unit are told.
    StillEmpty,
    /// Everybody who could act is told once more.
    LastCall,
    /// It begins, and it is said that it is not covered.
    NotCovered,
}

impl What {
    /// Whether volunteers are asked or reminded by it: that waits for quiet hours and for reserves.
    pub fn is_to_volunteers(self) -> bool {
        match self {
            Self::Ask { .. } | Self::Remind | Self::AskStandby | Self::RemindAgain => true,
            Self::Duty | Self::Deputy | Self::MunicipalityContact | Self::AnswerRequester => false,
            Self::StillEmpty | Self::LastCall | Self::NotCovered => false,
        }
    }

    /// Whether somebody who can act is rung by it, so that the next one waits for what they do.
    pub fn rings(self) -> bool {
        matches!(self, Self::Duty | Self::Deputy | Self::MunicipalityContact)
    }
}

/// What is due now, and when to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which it is to be done.
    pub due: Vec<Due>,
    /// The next instant at which something may be due. `None`: never again. It is `now` as long as anything is due, since what comes next
    /// depends on how that goes: do it, apply it, and plan again.
    pub next: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Take this step. `StepOutcome::Nobody` as its outcome makes the next step due at once, so it is for people who should have been reached and
    /// were not. A step without anybody on its list, as where nobody stands by, is `Skipped`.
    Take(Planned),
    /// Note that this step was passed over: another replaces it, or there is no hour left at which volunteers may be asked.
    Skip(Planned),
    /// The offer to this person has run out.
    ExpireOffer(PersonId),
    /// Nobody may hold the task silent any longer.
    Release,
    /// Something about those who come.
    Attend(Attend),
    /// The task's time is over.
    End,
}

/// The whole ladder of `task` with clock times, taken or not: what the dry run shows and what `plan` follows. The requester's answer stands at
/// `Task::promised_at`, which somebody may have moved; what follows it counts from when it was given.
pub fn ladder_times(task: &Task, calendar: &Calendar) -> Vec<Planned> {
    let schedule = Schedule::of(task, calendar);
    let mut times = to_the_end(task, &schedule.steps);
    for step in between::in_between(task, &times, &Night::of(task, calendar)) {
        let before = times.iter().rposition(|before| before.at <= step.at).map_or(0, |before| before + 1);
        times.insert(before, step);
    }
    times
}

/// The steps of a ladder with what follows the answer.
fn to_the_end(task: &Task, steps: &[Scheduled]) -> Vec<Planned> {
    let mut times: Vec<Planned> = steps.iter().map(|step| step.planned(task)).collect();
    let Some(answer) = times.iter().position(|planned| planned.what == What::AnswerRequester) else {
        return times;
    };
    let answered = answered_at(task).unwrap_or(times[answer].at);
    // Behind the answer, be it given early; on some ladders it is not the last step.
    for step in end::after_answer(task, answered) {
        let before = times.iter().rposition(|before| before.at <= step.at).unwrap_or_default();
        times.insert(before.max(answer) + 1, step);
    }
    times
}

/// What is due for `task` at `now`.
pub fn plan(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> Plan {
    let mut agenda = Agenda::new(now);
    if matches!(task.state, TaskState::Open | TaskState::TakenOver) {
        for offer in &task.offers {
            agenda.add(offer.expires_at, Due::ExpireOffer(offer.person));
        }
        if task.is_hunting() {
            Climb::new(task, calendar, now).go_on(&mut agenda);
        }
        agenda.add(task.ends_at, Due::End);
    }
    Round::new(task, calendar, now).go_on(&mut agenda);
    agenda.close()
}

/// When volunteers may be asked about `task` if it can't be sooner than `now`: at once, or when the quiet hours end. `None`: not before it starts,
/// or, once it has begun, not while somebody could still be of use.
pub fn may_ask_at(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = Night::of(task, calendar).quiet_hours(now).map_or(now, |quiet| quiet.until);
    let in_time = match now < task.starts_at {
        true => at < task.starts_at,
        // Where quiet hours have come between nobody looks again when they end.
        false => {
            let was_quiet = calendar.is_quiet(task.starts_at) || calendar.next_change(task.starts_at) <= now;
            at == now && now < useful_until(task) && (task.must_cover || !was_quiet)
        }
    };
    in_time.then_some(at)
}

/// When volunteers may be told at the earliest of a change that somebody made at `now` to `task`, which begins, or was to begin, at `starts_at`.
pub fn may_tell_at(
    task: &Task,
    starts_at: DateTime<Utc>,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    Night::may_tell_at(starts_at, task.must_cover, calendar, now)
}

/// When whoever asked may be told at the earliest of what became of the places of `task` at `now`.
pub fn may_tell_requester_at(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    Night::may_tell_requester_at(task, calendar, now)
}

/// When the answer can be promised if the task is opened at its `hunt_from`. `None`: too late for the ladder to run.
pub fn promise(task: &Task, calendar: &Calendar) -> Option<DateTime<Utc>> {
    let schedule = Schedule::of(task, calendar);
    schedule.answer_at().filter(|_| schedule.fits).map(|at| readable(at, task))
}

/// A time for people: whole five minutes, not before what the ladder does first and not after the start.
fn readable(at: DateTime<Utc>, task: &Task) -> DateTime<Utc> {
    const FIVE_MINUTES: i64 = 300;
    let over = at.timestamp().rem_euclid(FIVE_MINUTES);
    let whole = at + chrono::TimeDelta::seconds(if over == 0 { 0 } else { FIVE_MINUTES - over });
    if whole <= task.starts_at { whole } else { at }
}

/// When the answer is given if the hunt begins at the task's `hunt_from` however short the time is: for places that come open again.
pub fn promise_at_any_notice(task: &Task, calendar: &Calendar) -> DateTime<Utc> {
    if task.has_begun_before_hunt() {
        // There is something to wait for if somebody can still be asked or rung.
        let waits = (task.must_cover || !task.reserves().is_empty()) && task.hunt_from < useful_until(task);
        let at = if waits { task.hunt_from + ANSWER_ONCE_BEGUN } else { task.hunt_from };
        return at.min(task.ends_at);
    }
    let at = Schedule::of(task, calendar).answer_at();
    at.map_or(task.starts_at, |at| readable(at, task))
}

/// Whether the requester has had the promised answer in the present hunt.
pub fn is_answered(task: &Task) -> bool {
    answered_at(task).is_some()
}

/// When the requester had the promised answer in the present hunt.
fn answered_at(task: &Task) -> Option<DateTime<Utc>> {
    let answer = rungs::rungs(task).into_iter().find(|rung| rung.what == What::AnswerRequester)?;
    task.steps.iter().find(|taken| taken.step == answer.step).map(|taken| taken.at)
}

/// Whether somebody on duty has been rung in the present hunt.
pub fn is_rung(task: &Task) -> bool {
    first_rung_at(task).is_some()
}

/// When somebody on duty was first rung in the present hunt.
pub fn first_rung_at(task: &Task) -> Option<DateTime<Utc>> {
    rings_taken(task).min()
}

/// When somebody on duty was last rung in the present hunt.
pub fn last_rung_at(task: &Task) -> Option<DateTime<Utc>> {
    rings_taken(task).max()
}

fn rings_taken(task: &Task) -> impl Iterator<Item = DateTime<Utc>> {
    let rungs = rungs::rungs(task).into_iter().filter(|rung| rung.what.rings());
    rungs.filter_map(|rung| task.steps.iter().find(|taken| taken.step == rung.step)).map(|taken| taken.at)
}

/// What `plan` gathers: what is due, and the nearest instant of what is not.
struct Agenda {
    now: DateTime<Utc>,
    due: Vec<Due>,
    next: Option<DateTime<Utc>>,
}

impl Agenda {
    fn new(now: DateTime<Utc>) -> Self {
        Self { now, due: Vec::new(), next: None }
    }

    /// Notes that `due` is due from `at` on.
    fn add(&mut self, at: DateTime<Utc>, due: Due) {
        if at <= self.now { self.due.push(due) } else { self.look_again(at) }
    }

    fn look_again(&mut self, at: DateTime<Utc>) {
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }

    fn close(self) -> Plan {
        let next = if self.due.is_empty() { self.next } else { Some(self.now) };
        Plan { due: self.due, next }
    }
}

#[cfg(test)]
mod tests;
