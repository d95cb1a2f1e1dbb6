//! Wall-clock rules of a municipality. The only place that knows time zones.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
    Weekday,
};
use chrono_tz::Tz;

use super::holidays::{public_holiday, quiet_eve};

/// The hour of the wall clock at which every evening's quiet hours begin.
const EVENING: u32 = 21;
/// The hour at which they end on working days, and on Sundays and public holidays.
const MORNING: u32 = 7;
const HOLIDAY_MORNING: u32 = 11;
/// From this hour on the eves of Easter, Whitsun and Christmas there is holiday peace.
const EVE_PEACE: u32 = 16;

/// A municipality's clock and calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub time_zone: Tz,
}

/// One stretch of hours to be left in peace: from its evening, until its morning (which is outside it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Calendar {
    /// The instant at which the wall clock shows `local`. A time that the spring change skips happens at the first instant after it, one that
    /// occurs twice happens the first time.
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let zoned = self.time_zone.from_local_datetime(&local).earliest();
        zoned.unwrap_or_else(|| self.end_of_gap(local)).with_timezone(&Utc)
    }

    /// The first instant after the skipped stretch of wall-clock time that `local` lies in.
    fn end_of_gap(&self, local: NaiveDateTime) -> DateTime<Tz> {
        // Clocks are put forward to a whole minute. The longest stretch ever skipped was a day (Samoa, 2011).
        let whole_minute = local - TimeDelta::seconds(local.second().into());
        (1..=25 * 60)
            .map(|minutes| whole_minute + TimeDelta::minutes(minutes))
            .find_map(|later| self.time_zone.from_local_datetime(&later).earliest())
            .unwrap_or_else(|| self.time_zone.from_utc_datetime(&local))
    }

    /// What the wall clock shows at `instant`.
    pub fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.time_zone).naive_local()
    }

    /// Whether posts and questions to volunteers must wait: 21–07, on Sundays and public holidays 21–11.
    pub fn is_quiet(&self, instant: DateTime<Utc>) -> bool {
        self.quiet_hours(instant).is_some()
    }

    /// `instant` itself, or the end of the quiet hours it lies in.
    pub fn after_quiet(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        self.quiet_hours(instant).map_or(instant, |quiet| quiet.until)
    }

    /// The evening instant at which the quiet hours that `instant` lies in began; `instant` itself outside them.
    pub fn before_quiet(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        self.quiet_hours(instant).map_or(instant, |quiet| quiet.from)
    }

    /// The quiet hours that `instant` lies in: 21–07, with the morning of a Sunday or public holiday 21–11.
    pub fn quiet_hours(&self, instant: DateTime<Utc>) -> Option<Quiet> {
        self.stretch(instant, |morning| if is_day_of_rest(morning) { HOLIDAY_MORNING } else { MORNING })
    }

    /// The night that `instant` lies in, 21–07 whatever the day: the hours in which even those on duty are left to sleep if it can be helped.
    pub fn night(&self, instant: DateTime<Utc>) -> Option<Quiet> {
        self.stretch(instant, |_| MORNING)
    }

    /// The next instant after `instant` at which quiet hours begin or end.
    pub fn next_change(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        // Outside the quiet hours the evening is always of the same day.
        let evening = || self.instant(at_hour(self.local(instant).date(), EVENING));
        self.quiet_hours(instant).map_or_else(evening, |quiet| quiet.until)
    }

    /// The next day after `instant` on which offices are open, at this hour and minute of the wall clock.
    pub fn working_day_after(&self, instant: DateTime<Utc>, (hour, minute): (u32, u32)) -> DateTime<Utc> {
        let works = |date: &NaiveDate| {
            !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && public_holiday(*date).is_none()
        };
        let date = self.local(instant).date().iter_days().skip(1).find(works);
        let date = date.expect("there is always another working day");
        self.instant(date.and_time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of the day")))
    }

    /// The calendar year around `instant`: its first instant, and that of the next.
    pub fn year_of(&self, instant: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
        let year = self.local(instant).year();
        let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
        (self.instant(at_hour(first(year), 0)), self.instant(at_hour(first(year + 1), 0)))
    }

    fn stretch(&self, instant: DateTime<Utc>, ends: impl Fn(NaiveDate) -> u32) -> Option<Quiet> {
        let local = self.local(instant);
        let evening = local.hour() >= EVENING;
        let morning = if evening { local.date() + Days::new(1) } else { local.date() };
        let end = ends(morning);
        (evening || local.hour() < end).then(|| Quiet {
            from: self.instant(at_hour(morning - Days::new(1), EVENING)),
            until: self.instant(at_hour(morning, end)),
        })
    }

    /// Whether there is holiday peace at `instant`, when no noisy equipment may be used ("spade, ikke freser"): on Sundays and public holidays,
    /// and on the eves of Easter, Whitsun and Christmas from 16:00.
    ///
    /// Source: lov om helligdager og helligdagsfred (1995-02-24-12) §§ 2–4. The law has no such peace on 1 and 17 May; here they have it.
    pub fn is_holiday_peace(&self, instant: DateTime<Utc>) -> bool {
        let local = self.local(instant);
        is_day_of_rest(local.date()) || (quiet_eve(local.date()).is_some() && local.hour() >= EVE_PEACE)
    }

    /// Whether any of the time from `from` until `until` (not included) is holiday peace.
    pub fn touches_holiday_peace(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        let last = self.local(until - TimeDelta::seconds(1)).date();
        // Peace lasts until midnight once it has begun, so each day's last moment inside the window tells of that day.
        self.local(from).date().iter_days().take_while(|day| *day <= last).any(|day| {
            let midnight = self.instant(at_hour(day + Days::new(1), 0));
            self.is_holiday_peace(midnight.min(until) - TimeDelta::seconds(1))
        })
    }
}

fn is_day_of_rest(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Sun || public_holiday(date).is_some()
}

fn at_hour(date: NaiveDate, hour: u32) -> NaiveDateTime {
    date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour of the day"))
}

#[cfg(test)]
mod tests;
