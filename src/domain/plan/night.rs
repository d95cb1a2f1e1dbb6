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

/// With so much between the morning and its start whoever asked, and the recipient, hear of it in the morning.
const LEAST_MORNING: TimeDelta = TimeDelta::minutes(30);

/// What must be covered is spoken of anew when people wake: so long before its start, but not more than an hour before the night is over.
const DAWN_BEFORE_START: TimeDelta = TimeDelta::minutes(90);
const DAWN_BEFORE_MORNING: TimeDelta = TimeDelta::hours(1);
/// The longest night is shorter.
const LONGEST_NIGHT_HOURS: i32 = 14;

/// With so much of an evening left before the night, what would fall into the night is done in the evening.
const ROOM_IN_THE_EVENING: TimeDelta = TimeDelta::hours(2);

/// The quiet hours as they bind one task.
pub struct Night<'a> {
    calendar: &'a Calendar,
    hunt_from: DateTime<Utc>,
    opened_at: DateTime<Utc>,
    /// The start of a task that must be covered.
    cover_at: Option<DateTime<Utc>>,
}

impl<'a> Night<'a> {
    pub fn of(task: &Task, calendar: &'a Calendar) -> Self {
        let cover_at = task.must_cover.then_some(task.starts_at);
        Self { calendar, hunt_from: task.hunt_from, opened_at: task.opened_at, cover_at }
    }

    /// The quiet hours around `at` that a step must keep out of. Volunteers have their quiet hours; those on duty are spared the night, but not
    /// the morning of a Sunday.
    pub fn around(&self, what: What, at: DateTime<Utc>) -> Option<Quiet> {
        match what {
            _ if what.is_to_volunteers() => self.quiet_hours(at),
            What::AnswerRequester => {
                self.requester_sleeps(at).or_else(|| self.lift(self.calendar.night(at), at))
            }
            _ => self.lift(self.calendar.night(at), at),
        }
    }

    /// The night around `at`, for whoever asked for what must be covered: they have no duty. Who has asked in this very night is up.
    fn requester_sleeps(&self, at: DateTime<Utc>) -> Option<Quiet> {
        let starts_at = self.cover_at?;
        let night = self.calendar.night(at)?;
        (self.opened_at < night.from && night.until + LEAST_MORNING <= starts_at).then_some(night)
    }

    /// When people wake on the day on which `starts_at` is. `None`: it begins too early for that.
    pub fn dawn(&self, starts_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let earlier = (0..LONGEST_NIGHT_HOURS).map(|hours| starts_at - TimeDelta::hours(1) * hours);
        let morning = earlier.filter_map(|at| self.calendar.night(at)).next()?.until;
        let at = morning.min(starts_at - DAWN_BEFORE_START).max(morning - DAWN_BEFORE_MORNING);
        (at + LEAST_MORNING / 2 <= starts_at).then_some(at)
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
        by_day(night, task.starts_at, false, now)
    }

    /// When the unit may be asked at the earliest to ring somebody at home: not in the night, if there is a morning before the start.
    pub fn may_ring_at(starts_at: DateTime<Utc>, calendar: &Calendar, at: DateTime<Utc>) -> DateTime<Utc> {
        let morning = calendar.night(at).map(|night| night.until);
        morning.filter(|morning| *morning + LEAST_MORNING <= starts_at).unwrap_or(at)
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
