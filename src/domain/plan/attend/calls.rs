//! What the unit must ring the recipient about: who comes, and that nobody does.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Attend, MOST_CALLS, Round, START_REMINDER};
use crate::domain::attendance::Mark;
use crate::domain::plan::night::Night;
use crate::domain::plan::{Agenda, answered_at, end};
use crate::domain::task::{Task, TaskState};

/// Wall clock, the day before: the unit tells the recipient who comes.
const COMING_CALL: (u32, u32) = (15, 0);
/// When a call that got no answer is tried once more.
const CALL_AGAIN: TimeDelta = TimeDelta::hours(1);
/// When the unit is asked once more for a call that nobody comes, if it says nothing of it.
const UNANSWERED_CALL: TimeDelta = TimeDelta::minutes(15);
/// So long whoever asked has to say what is to happen before the recipient is told that nobody comes.
const TIME_TO_DECIDE: TimeDelta = TimeDelta::minutes(30);
/// So long before the start the recipient is told in any case.
const LAST_WORD: TimeDelta = TimeDelta::minutes(30);

impl Round<'_> {
    /// The recipient knows the day before who comes, and hears of every change since.
    pub(super) fn call_about_coming(&self, agenda: &mut Agenda) {
        let task = self.task;
        if self.task.is_not_to_be_rung() {
            return;
        }
        let Some(changed) = task.crew_changed_at().filter(|_| task.has_recipient && task.taken() > 0) else {
            return;
        };
        // Whoever is there already needs no announcing.
        let is_there = task.attending().all(|signup| task.is_marked(signup, Mark::CheckedIn));
        if self.now >= task.ends_at || is_there {
            return;
        }
        // With places open it is known who comes when the requester has been answered.
        let known = if task.is_full() { changed } else { changed.max(task.promised_at) };
        let at = match task.task_marked_at(Mark::ComingCallAsked) {
            Some(asked) if asked >= changed => {
                match call_again_at(task, Mark::ComingCallAsked, Mark::ComingCallFailed) {
                    Some(again) => again,
                    None => return,
                }
            }
            // Whoever was told another time must hear of this one now.
            None if task.ever_marked_at(Mark::ComingCallAsked).is_some() => task.moved_at.unwrap_or(known),
            _ => known.max(self.day_before(COMING_CALL)),
        };
        // Nobody is rung in the evening or at night, unless there is no morning left.
        let at = match self.calendar.quiet_hours(at) {
            Some(quiet) if quiet.until + START_REMINDER <= task.starts_at => quiet.until,
            _ => Night::may_ring_at(task.starts_at, self.calendar, at),
        };
        if at < task.ends_at {
            agenda.attend(at, Attend::CallAboutComing);
        }
    }

    /// A recipient who was told that somebody comes must hear that nobody does; and so must one who waits for what must be covered.
    pub(super) fn call_about_nobody(&self, agenda: &mut Agenda) {
        let task = self.task;
        if self.task.is_not_to_be_rung() {
            return;
        }
        if task.taken() > 0 && task.state == TaskState::Open {
            return;
        }
        let answered = answered_at(task);
        let Some(promised) = task.ever_marked_at(Mark::ComingCallAsked) else {
            return self.call_about_nobody_found(answered, agenda);
        };
        let gone = match task.state {
            // Once it has begun somebody waits already.
            TaskState::Open if task.has_begun_before_hunt() => task.hunt_from,
            TaskState::Open => task.crew_changed_at().unwrap_or(promised).max(task.promised_at),
            _ => self.now.min(task.ends_at),
        };
        let gone = Night::may_ring_at(task.starts_at, self.calendar, self.decided_by(gone));
        match task.task_marked_at(Mark::NobodyCallAsked) {
            // Others were looked for once it had begun, and not found.
            Some(asked)
                if task.is_hunting()
                    && task.has_begun_before_hunt()
                    && task.held.is_none()
                    && answered.is_some_and(|answered| asked < answered)
                    && self.now < task.ends_at =>
            {
                agenda.attend(answered.unwrap_or(asked), Attend::CallAboutNobody);
            }
            Some(asked) if asked >= promised => self.call_about_nobody_again(agenda),
            _ if self.now < task.ends_at => agenda.attend(gone, Attend::CallAboutNobody),
            _ => {}
        }
    }

    /// Nobody was found for what must be covered, and the recipient has been told of nobody.
    fn call_about_nobody_found(&self, answered: Option<DateTime<Utc>>, agenda: &mut Agenda) {
        let task = self.task;
        let Some(answered) = answered.filter(|_| task.has_recipient && task.is_hunting()) else { return };
        let Some(at) = end::recipient_told_at(task, answered).filter(|_| self.now < task.ends_at) else {
            return;
        };
        match task.task_marked_at(Mark::NobodyCallAsked) {
            None => agenda.attend(at, Attend::CallAboutNobody),
            Some(_) => self.call_about_nobody_again(agenda),
        }
    }

    /// Whoever asked has just been asked what is to happen: the recipient hears of it when they have had time to say.
    fn decided_by(&self, gone: DateTime<Utc>) -> DateTime<Utc> {
        let task = self.task;
        let is_asked = task.state == TaskState::Open && task.must_cover && !task.has_begun_before_hunt();
        let later = task.promised_at + TIME_TO_DECIDE;
        if is_asked && later + LAST_WORD <= task.starts_at { later.max(gone) } else { gone }
    }

    /// A call that was not answered is tried once more; one of which the unit says nothing is asked for once more, and duty hears of it.
    fn call_about_nobody_again(&self, agenda: &mut Agenda) {
        let task = self.task;
        let again = call_again_at(task, Mark::NobodyCallAsked, Mark::NobodyCallFailed);
        if let Some(again) = again.or_else(|| nobody_call_unanswered_at(task)) {
            agenda.attend(again, Attend::CallAboutNobody);
        }
    }
}

/// When a call that nobody comes is asked for once more, since the unit has not said how it went. `None`: it has, or was asked twice.
pub fn nobody_call_unanswered_at(task: &Task) -> Option<DateTime<Utc>> {
    let mut asked = task.marks_of_task(Mark::NobodyCallAsked);
    let (first, second) = (asked.next()?, asked.next());
    let answered = [Mark::NobodyCallMade, Mark::NobodyCallFailed]
        .into_iter()
        .any(|mark| task.ever_marked_at(mark).is_some());
    let at = first + UNANSWERED_CALL;
    (second.is_none() && !answered && at < task.ends_at).then_some(at)
}

/// When a call that was asked for and not answered is tried once more, before the start.
pub fn call_again_at(task: &Task, asked: Mark, failed: Mark) -> Option<DateTime<Utc>> {
    let last = task.task_marked_at(asked)?;
    let failed_at = task.task_marked_at(failed).filter(|failed| *failed >= last)?;
    let made = match failed {
        Mark::ComingCallFailed => task.task_marked_at(Mark::ComingCallMade),
        Mark::NobodyCallFailed => task.task_marked_at(Mark::NobodyCallMade),
        _ => None,
    };
    // At the second try, or a moment later, somebody answered.
    if made.is_some_and(|made| made >= failed_at) {
        return None;
    }
    let tries = task.marks_of_task(failed).count();
    let at = failed_at + CALL_AGAIN;
    (tries < MOST_CALLS && at < task.starts_at).then_some(at)
}
