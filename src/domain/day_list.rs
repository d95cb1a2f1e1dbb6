//! When a municipality's list of the day is sent by itself: a cron setting over its wall clock.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use cron::Schedule;

use super::local_time::Calendar;

/// In a night of changed clocks, the wall-clock times that are looked at to find the next instant: an hour of minutes may come twice.
const MOST_TIMES: usize = 200;

/// The times of a day list.
#[derive(Clone, Debug)]
pub enum Timetable {
    /// It is sent to those who ask for it and to nobody else.
    Off,
    At(Box<Schedule>),
}

impl FromStr for Timetable {
    type Err = String;

    /// Reads `off`, or cron's minute, hour, day, month and weekday ("0 7 * * *"). The error says what to write instead.
    fn from_str(text: &str) -> Result<Self, String> {
        if text.trim() == "off" {
            return Ok(Self::Off);
        }
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [.., weekday] = fields.as_slice() else { return Err(HOW.to_owned()) };
        if fields.len() != 5 {
            return Err(HOW.to_owned());
        }
        // Whether 1 is Sunday or Monday is a matter of opinion among crons.
        if weekday.contains(|letter: char| letter.is_ascii_digit()) {
            return Err("write the weekdays by name, as in “0 7 * * Mon-Fri”".to_owned());
        }
        let schedule = Schedule::from_str(&format!("0 {}", fields.join(" "))).map_err(|_| HOW.to_owned())?;
        Ok(Self::At(Box::new(schedule)))
    }
}

const HOW: &str = "write minute, hour, day, month and weekday as in “0 7 * * *” (every day at 07:00), or off";

impl Timetable {
    /// The first instant after `after` at which the list is sent. A time that the clocks skip happens at the first instant after it, one that
    /// comes twice happens the first time.
    pub fn next(&self, calendar: &Calendar, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let Self::At(schedule) = self else { return None };
        // The schedule is asked as if the wall clock were never changed; what that means is the calendar's to say.
        let wall_clock = calendar.local(after).and_utc();
        schedule
            .after(&wall_clock)
            .take(MOST_TIMES)
            .map(|time| calendar.instant(time.naive_utc()))
            .find(|instant| *instant > after)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;

    fn calendar() -> Calendar {
        Calendar { time_zone: chrono_tz::Europe::Oslo }
    }

    fn at(local: &str) -> DateTime<Utc> {
        calendar().instant(local.parse::<NaiveDateTime>().expect("a wall-clock time"))
    }

    fn times(setting: &str, from: DateTime<Utc>, count: usize) -> Vec<String> {
        let table: Timetable = setting.parse().expect("a setting");
        let mut now = from;
        (0..count)
            .map(|_| {
                now = table.next(&calendar(), now).expect("there is always a next");
                format!("{} {}", calendar().local(now).format("%d.%m %H:%M"), now.format("%H:%MZ"))
            })
            .collect()
    }

    #[test]
    fn seven_in_the_morning_is_seven_whatever_the_clocks_do() {
        assert_eq!(
            times("0 7 * * *", at("2026-10-24T06:59:59"), 3),
            ["24.10 07:00 05:00Z", "25.10 07:00 06:00Z", "26.10 07:00 06:00Z"]
        );
        assert_eq!(
            times("0 7 * * *", at("2026-03-28T07:00:00"), 2),
            ["29.03 07:00 05:00Z", "30.03 07:00 05:00Z"]
        );
    }

    #[test]
    fn a_time_that_is_skipped_happens_right_after() {
        assert_eq!(
            times("30 2 * * *", at("2026-03-28T12:00:00"), 2),
            ["29.03 03:00 01:00Z", "30.03 02:30 00:30Z"]
        );
    }

    #[test]
    fn a_time_that_comes_twice_happens_the_first_time() {
        assert_eq!(
            times("30 2 * * *", at("2026-10-24T12:00:00"), 2),
            ["25.10 02:30 00:30Z", "26.10 02:30 01:30Z"]
        );
        // Every minute of the hour that comes twice: 60 times, not 120.
        let after = times("* * * * *", at("2026-10-25T02:58:00"), 3);
        assert_eq!(after, ["25.10 02:59 00:59Z", "25.10 03:00 02:00Z", "25.10 03:01 02:01Z"]);
    }

    #[test]
    fn only_some_days_and_never() {
        assert_eq!(
            times("30 7 * * Mon-Fri", at("2026-11-20T12:00:00"), 2),
            ["23.11 07:30 06:30Z", "24.11 07:30 06:30Z"]
        );
        let off: Timetable = "off".parse().expect("a setting");
        assert_eq!(off.next(&calendar(), at("2026-11-20T12:00:00")), None);
    }

    #[test]
    fn what_is_no_setting_is_refused_with_what_to_write() {
        for wrong in ["", "07:00", "0 7 * *", "0 0 7 * * *", "61 7 * * *", "0 7 * * 1-5", "0 7 * * Man"] {
            let error = wrong.parse::<Timetable>().expect_err(wrong);
            assert!(error.starts_with("write "), "{error}");
        }
    }
}
