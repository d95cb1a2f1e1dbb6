//! The hours in which a task's steps must not be taken.

use chrono::{DateTime, TimeDelta, Utc};

use super::What;
use crate::domain::local_time::{Calendar, Quiet};
use crate::domain::task::Task;

/// So long before its start quiet hours no longer bind the hunt for a task that must be covered.
const COVER_AT_ANY_HOUR: TimeDelta = TimeDelta::hours(12);

/// With so much of an evening left before the night, what would fall into the night is done in the evening.
const ROOM_IN_THE_EVENING: TimeDelta = TimeDelta::hours(2);

/// The quiet hours as they bind one task.
pub struct Night<'a> {
    calendar: &'a Calendar,
    hunt_from: DateTime<Utc>,
    /// From here on nothing is quiet.
    lifted_at: Option<DateTime<Utc>>,
}

impl<'a> Night<'a> {
    pub fn of(task: &Task, calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            hunt_from: task.hunt_from,
            lifted_at: task.must_cover.then(|| task.starts_at - COVER_AT_ANY_HOUR),
        }
    }

    /// The quiet hours around `at` that a step must keep out of. Volunteers have their quiet hours; those on duty are spared the night, but not
    /// the morning of a Sunday.
    pub fn around(&self, what: What, at: DateTime<Utc>) -> Option<Quiet> {
        if what.is_to_volunteers() { self.quiet_hours(at) } else { self.lift(self.calendar.night(at), at) }
    }

    /// The same for a step that is being planned: who is on duty is not woken for what they could have been told in the evening, not even of a task
    /// that must be covered.
    pub fn around_planned(&self, what: What, at: DateTime<Utc>) -> Option<Quiet> {
        let in_the_evening = |night: &Quiet| self.hunt_from + ROOM_IN_THE_EVENING <= night.from;
        match self.calendar.night(at).filter(in_the_evening) {
            Some(night) if !what.is_to_volunteers() => Some(night),
            _ => self.around(what, at),
        }
    }

    /// The quiet hours around `at` that bind posts and questions to volunteers.
    pub fn quiet_hours(&self, at: DateTime<Utc>) -> Option<Quiet> {
        self.lift(self.calendar.quiet_hours(at), at)
    }

    fn lift(&self, quiet: Option<Quiet>, at: DateTime<Utc>) -> Option<Quiet> {
        let Quiet { from, until } = quiet?;
        match self.lifted_at {
            Some(lifted) if lifted <= at => None,
            Some(lifted) => Some(Quiet { from, until: until.min(lifted) }),
            None => Some(Quiet { from, until }),
        }
    }
}
