//! When something is said by e-mail because no chat takes it, and how often that is tried.

use chrono::{DateTime, TimeDelta, Utc};

/// What somebody must act on, and no chat has taken for so long, is said by e-mail too. Somebody may have to be found within minutes; a platform that
/// stumbles, or asks for a pause, is back sooner.
pub const AFTER: TimeDelta = TimeDelta::minutes(10);
/// For so long it is tried. What is older helps nobody, and would only mislead.
pub const TRIED_FOR: TimeDelta = TimeDelta::hours(12);
/// The longest wait between two tries.
pub const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);

/// When an e-mail that was written at `written_at` and has been tried in vain `attempts` times is tried again: after one minute, two, four … `None`:
/// it is given up.
pub fn next_try(written_at: DateTime<Utc>, attempts: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let wait = TimeDelta::minutes(1 << attempts.saturating_sub(1).min(4)).min(LONGEST_WAIT);
    Some(now + wait).filter(|at| !is_too_old(written_at, *at))
}

/// Whether what was written then helps nobody now.
pub fn is_too_old(written_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - written_at > TRIED_FOR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_grow_and_the_tries_end() {
        let written = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut waits = Vec::new();
        let mut now = written;
        while let Some(at) = next_try(written, u32::try_from(waits.len()).expect("few") + 1, now) {
            waits.push((at - now).num_minutes());
            now = at;
        }
        assert_eq!(waits[..6], [1, 2, 4, 8, 15, 15]);
        assert_eq!(waits.len(), 51);
        assert!(now - written <= TRIED_FOR && TRIED_FOR - (now - written) < LONGEST_WAIT);
        assert!(!is_too_old(written, written + TRIED_FOR));
        assert!(is_too_old(written, written + TRIED_FOR + TimeDelta::seconds(1)));
        assert_eq!(next_try(written, u32::MAX, written), Some(written + LONGEST_WAIT));
    }
}
