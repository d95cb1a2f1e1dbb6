//! A report that can't wait is told again, and to one more, until somebody answers it.

use chrono::{DateTime, TimeDelta, Utc};

use super::local_time::Calendar;

/// How long whoever has been told has for an answer at first.
const TIME_TO_ANSWER: TimeDelta = TimeDelta::minutes(10);
/// And later, when everybody knows.
const TIME_TO_ANSWER_LATER: TimeDelta = TimeDelta::hours(1);

/// How often it is told at first: to whoever is on duty, ten minutes later to the deputy too, then to the contact, and once to whoever is left. Then
/// whoever reported it learns that nobody has answered.
pub const TOLD_AT_FIRST: u32 = 4;
/// How often it is told in all. Somebody answers it by the time that every report has, at the latest.
const MOST_TIMES: u32 = 12;

/// When a report that has been told `times`, the last time at `told_at`, is told again: soon at first, then every hour of the day. `None`: it has been
/// told often enough.
pub fn told_again_at(times: u32, told_at: DateTime<Utc>, calendar: &Calendar) -> Option<DateTime<Utc>> {
    match times {
        ..TOLD_AT_FIRST => Some(told_at + TIME_TO_ANSWER),
        TOLD_AT_FIRST..MOST_TIMES => {
            let at = told_at + TIME_TO_ANSWER_LATER;
            Some(calendar.night(at).map_or(at, |night| night.until))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_soon_then_hourly_by_day_and_not_for_ever() {
        let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
        let began = "2026-11-20T18:40:00Z".parse().expect("an instant");
        let (mut at, mut told) = (began, Vec::new());
        for times in 1..100 {
            let Some(next) = told_again_at(times, at, &calendar) else { break };
            at = next;
            told.push(calendar.local(at).format("%a %H:%M").to_string());
        }
        assert_eq!(
            told,
            [
                "Fri 19:50",
                "Fri 20:00",
                "Fri 20:10",
                "Sat 07:00",
                "Sat 08:00",
                "Sat 09:00",
                "Sat 10:00",
                "Sat 11:00",
                "Sat 12:00",
                "Sat 13:00",
                "Sat 14:00"
            ]
        );
    }
}
