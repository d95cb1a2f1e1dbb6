//! Times that hang on the hour it is now: "om to timer", "i natt kl 2".

use chrono::{NaiveDate, TimeDelta, Timelike};

use super::Composer;
use crate::language::calendar;
use crate::language::clock::{Clock, Found, HalfOfDay};

/// Minute of the day up to which an hour of the night is after midnight.
const NIGHT_ENDS: u32 = 8 * 60;
const NOON: u32 = 12 * 60;

impl Composer<'_> {
    /// "om to timer" says both the day and the clock, where no other day or clock is said.
    pub(super) fn count_from_now(&mut self) {
        let said = self.clock.is_some()
            || self.deadline.is_some()
            || self.part.is_some()
            || self.week.is_some()
            || self.weekend.is_some()
            || !self.weekdays.is_empty()
            || self.dates.iter().any(|date| *date != self.today)
            || self.repeats_anywhere();
        let Some(minutes) = self.from_now.filter(|_| !said) else { return };
        let Some(at) = self.now.checked_add_signed(TimeDelta::minutes(minutes.into())) else { return };
        let minute = at.hour() * 60 + at.minute();
        let from = Clock { minute, half: HalfOfDay::Fixed, marked: true };
        self.dates = vec![at.date()];
        self.clock = Some(Found { from, until: None, tokens: 0, sure: true });
    }

    /// The day of a clock of the night that begins on `day`: after midnight it is the next one, unless it is night already.
    pub(super) fn after_midnight(&self, day: NaiveDate, minute: Option<u32>) -> NaiveDate {
        let Some(minute) = minute.filter(|minute| self.night && self.clock.is_some() && *minute < NOON)
        else {
            return day;
        };
        let now = self.minute_of_now();
        let still_night = day == self.today && now < NIGHT_ENDS && minute > now;
        if still_night { day } else { calendar::add(day, 1) }
    }
}

/// "kl 2" of the night is after midnight, "kl 11" before it.
pub(super) fn in_night(mut clock: Clock) -> Clock {
    if clock.half == HalfOfDay::Open {
        clock.half = if clock.minute > NIGHT_ENDS && clock.minute < NOON {
            HalfOfDay::Evening
        } else {
            HalfOfDay::Fixed
        };
        clock.minute = if clock.minute >= NOON { clock.minute - NOON } else { clock.minute };
    }
    clock
}
