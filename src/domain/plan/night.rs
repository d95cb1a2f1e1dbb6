//! The hours in which a task's steps must not be taken.

use chrono::{DateTime, TimeDelta, Utc};

use super::What;
use crate::domain::local_time::{Calendar, Quiet};
use crate::domain::task::Task;

/// So long before its start quiet hours no longer bind the hunt for a task that must be covered.
const COVER_AT_ANY_HOUR: TimeDelta = TimeDelta::hours(12);

/// With so much between the morning and its start a task that must be covered is not hunted for in the night either: who is woken at two is of no more
/// use than who is asked at seven.
const ROOM_IN_THE_MORNING: TimeDelta = TimeDelta::hours(3);

/// With so much of an evening left before the night, what would fall into the night is done in the evening.
const ROOM_IN_THE_EVENING: TimeDelta = TimeDelta::hours(2);

/// The quiet hours as they bind one task.
pub struct Night<'a> {
    calendar: &'a Calendar,
    hunt_from: DateTime<Utc>,
    /// The start of a task that must be covered.
    cover_at: Option<DateTime<Utc>>,
}

impl<'a> Night<'a> {
    pub fn of(task: &Task, calendar: &'a Calendar) -> Self {
        Self { calendar, hunt_from: task.hunt_from, cover_at: task.must_cover.then_some(task.starts_at) }
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

    /// The hours from the evening to the morning, whatever begins soon: nobody is reminded in them.
    pub fn at_night(&self, at: DateTime<Utc>) -> Option<Quiet> {
        self.calendar.night(at)
    }

    /// When those who come, or wait, may be told at the earliest what somebody changed at `now`: when the quiet hours end, unless it would begin
    /// before that, or so soon after that a place which must be covered has no hours to lose.
    pub fn may_tell_at(
        starts_at: DateTime<Utc>,
        must_cover: bool,
        calendar: &Calendar,
        now: DateTime<Utc>,
    ) -> DateTime<Utc> {
        by_day(calendar.quiet_hours(now), starts_at, must_cover, now)
    }

    /// The same for whoever asked, who may be at work on the morning of a Sunday. Who has asked in this very night is up.
    pub fn may_tell_requester_at(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
        let night = calendar.night(now).filter(|night| task.opened_at < night.from);
        by_day(night, task.starts_at, task.must_cover, now)
    }

    fn lift(&self, quiet: Option<Quiet>, at: DateTime<Utc>) -> Option<Quiet> {
        let Quiet { from, until } = quiet?;
        let Some(starts_at) = self.cover_at else { return quiet };
        let lifted = starts_at - COVER_AT_ANY_HOUR;
        let morning = self.calendar.night(from).map_or(from, |night| night.until);
        let can_sleep = morning + ROOM_IN_THE_MORNING <= starts_at;
        let until = until.min(if can_sleep { lifted.max(morning) } else { lifted });
        (at < until).then_some(Quiet { from, until })
    }
}

fn by_day(
    night: Option<Quiet>,
    starts_at: DateTime<Utc>,
    must_cover: bool,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let Some(morning) = night.map(|night| night.until) else { return now };
    let spare = if must_cover { COVER_AT_ANY_HOUR } else { TimeDelta::zero() };
    if starts_at <= morning + spare { now } else { morning }
}
