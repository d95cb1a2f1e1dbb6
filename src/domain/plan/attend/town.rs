//! The municipality said that it sends some people itself: whoever said so is asked once, in time, whether that is so.

use chrono::TimeDelta;

use super::{Agenda, Attend, BEFORE_QUIET, FRESH, Round, UNCONFIRMED_BEFORE_START};

/// Later than this there is nobody left to find.
const TOO_LATE: TimeDelta = TimeDelta::minutes(30);

impl Round<'_> {
    pub(super) fn ask_town(&self, agenda: &mut Agenda) {
        let task = self.task;
        let Some((person, said_at)) = task.town_promise() else { return };
        let at = task.starts_at - UNCONFIRMED_BEFORE_START;
        let at = self.calendar.night(at).map_or(at, |night| night.from - BEFORE_QUIET);
        // What was said just now need not be asked.
        let at = at.max(said_at + FRESH);
        if at.max(self.now) < task.starts_at - TOO_LATE {
            agenda.attend(at, Attend::AskTown(person));
        }
    }
}
