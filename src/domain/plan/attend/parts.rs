//! Offers of a part, or on a condition, that wait for somebody on duty to decide.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Agenda, Attend, Round};
use crate::domain::attendance::{Mark, Marked};
use crate::domain::plan;
use crate::domain::task::Signup;

/// Somebody on duty has this long to decide before they are reminded, where there is so much time.
const TIME_TO_DECIDE: TimeDelta = TimeDelta::hours(4);
/// A reminder sooner than this after the question would only be noise.
const SHORTEST: TimeDelta = TimeDelta::minutes(10);

impl Round<'_> {
    /// Whoever offered waits for an answer, and the place may be taken by it: while places are free nobody forgets the offer.
    pub(super) fn remind_of_parts(&self, agenda: &mut Agenda) {
        if !self.task.is_hunting() {
            return;
        }
        for signup in self.task.undecided() {
            if let Some(at) = self.remind_of_part_at(signup) {
                agenda.attend(at, Attend::RemindOfPart(signup.person));
            }
        }
    }

    /// Nobody who offered is left to guess when it begins. Once for each offer, also when the task has been given another time since.
    pub(super) fn leave_parts_open(&self, agenda: &mut Agenda) {
        let task = self.task;
        for signup in task.undecided() {
            let told = |marked: &Marked| {
                marked.person == Some(signup.person)
                    && marked.mark == Mark::PartLeftOpen
                    && marked.at >= signup.answered_at
            };
            if signup.answered_at < task.starts_at && !task.marks.iter().any(told) {
                agenda.attend(task.starts_at, Attend::LeavePartOpen(signup.person));
            }
        }
    }

    /// Halfway from the offer to the answer that the requester was promised, after some hours at the latest. `None`: duty has been reminded, or rung
    /// about the hole, which names the offer; or there is no time for it.
    fn remind_of_part_at(&self, signup: &Signup) -> Option<DateTime<Utc>> {
        let task = self.task;
        let offered = signup.answered_at;
        // Once for each offer, also when the task has been given another time since.
        let reminded = |marked: &Marked| {
            marked.person == Some(signup.person) && marked.mark == Mark::PartReminded && marked.at >= offered
        };
        let is_known =
            task.marks.iter().any(reminded) || plan::last_rung_at(task).is_some_and(|rung| rung > offered);
        let too_late = match plan::is_answered(task) {
            true => task.starts_at,
            false => task.promised_at.min(task.starts_at),
        };
        let wait = ((too_late - offered) / 2).min(TIME_TO_DECIDE);
        if is_known || wait < SHORTEST {
            return None;
        }
        let at = offered + wait;
        // Who is on duty is spared the night, where the morning is soon enough.
        let morning = self.calendar.night(at).map(|night| night.until).filter(|morning| *morning < too_late);
        let at = morning.unwrap_or(at);
        (at.max(self.now) < task.starts_at).then_some(at)
    }
}
