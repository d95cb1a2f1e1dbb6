//! The only place that asks what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// The service's clock. The demonstration moves it forward; everywhere else it is the system's.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Microseconds ahead of the system's clock.
    ahead: Arc<AtomicI64>,
    /// Microseconds since 1970 at which the clock stands still, `0` where it runs.
    stands_at: Arc<AtomicI64>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands at `now` until it is set.
    pub fn standing_at(now: DateTime<Utc>) -> Self {
        let clock = Self::default();
        clock.set(now);
        clock
    }

    /// Now, in whole microseconds: Postgres keeps no more.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> DateTime<Utc> {
        let stands_at = self.stands_at.load(Ordering::Acquire);
        let now = match DateTime::from_timestamp_micros(stands_at) {
            Some(at) if stands_at != 0 => at,
            _ => Utc::now() + TimeDelta::microseconds(self.ahead.load(Ordering::Acquire)),
        };
        now.trunc_subsecs(6)
    }

    /// Makes a standing clock show `now`; a running one goes on from `now`.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn run_from(&self, now: DateTime<Utc>) {
        let ahead = (now - Utc::now()).num_microseconds().unwrap_or(0);
        self.ahead.store(ahead, Ordering::Release);
        self.stands_at.store(0, Ordering::Release);
    }

    /// Stops the clock at `now`, or within the microsecond after it.
    pub fn set(&self, now: DateTime<Utc>) {
        self.stands_at.store(not_before(now).timestamp_micros(), Ordering::Release);
    }
}

/// The first whole microsecond at or after `at`. Half of a stretch of time may end between two, where no clock ever shows it.
pub fn not_before(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.trunc_subsecs(6);
    if whole < at { whole + TimeDelta::microseconds(1) } else { whole }
}
