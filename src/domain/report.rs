//! A report that can't wait is told again, and to one more, until somebody answers it.

use chrono::{DateTime, TimeDelta, Utc};

/// How long whoever has been told has for an answer.
const TIME_TO_ANSWER: TimeDelta = TimeDelta::minutes(10);

/// How often it is told: to whoever is on duty, ten minutes later to the deputy too, then to the contact, and once to whoever is left.
/// Somebody answers it by the time that every report has, at the latest.
const MOST_TIMES: u32 = 4;

/// When a report that has been told `times`, the last time at `told_at`, is told again. `None`: it has been told often enough.
pub fn told_again_at(times: u32, told_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (times < MOST_TIMES).then(|| told_at + TIME_TO_ANSWER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_every_ten_minutes_and_not_for_ever() {
        let mut at = DateTime::UNIX_EPOCH;
        let mut minutes = Vec::new();
        for times in 1..100 {
            let Some(next) = told_again_at(times, at) else { break };
            at = next;
            minutes.push(at.timestamp() / 60);
        }
        assert_eq!(minutes, [10, 20, 30]);
    }
}
