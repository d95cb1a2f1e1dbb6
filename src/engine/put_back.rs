//! The system's clock was ahead and has been put right: whatever was to wait until an instant of the wrong time is looked at anew.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

use super::Engine;

/// A clock is put right by less than this all the time.
const NOTICED: TimeDelta = TimeDelta::minutes(1);
/// So long something that began by the wrong clock may still write a wait down.
const STRAGGLERS: Duration = Duration::from_secs(15);

/// What the clock has shown in this process.
#[derive(Debug)]
pub(super) struct Latest {
    /// When it was looked at last, in microseconds since 1970.
    shown: AtomicI64,
    /// When it was seen to have been put back.
    put_back: Mutex<Option<Instant>>,
}

impl Default for Latest {
    fn default() -> Self {
        Self { shown: AtomicI64::new(i64::MIN), put_back: Mutex::default() }
    }
}

impl Latest {
    /// Whether the clock has been put back since it was looked at last. Said once.
    fn was_put_back(&self, now: DateTime<Utc>) -> bool {
        let before = self.shown.swap(now.timestamp_micros(), Ordering::AcqRel);
        let is = DateTime::from_timestamp_micros(before).is_some_and(|before| now + NOTICED < before);
        if is {
            *self.put_back.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        }
        is
    }

    fn was_put_back_lately(&self) -> bool {
        let put_back = self.put_back.lock().unwrap_or_else(PoisonError::into_inner);
        put_back.is_some_and(|at| at.elapsed() < STRAGGLERS)
    }
}

impl Engine {
    /// After the clock was put back everything is planned anew, and what has been tried in vain is tried at once: its wait was counted from a time
    /// that has not come yet.
    pub(super) async fn mind_the_clock(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        let put_back = self.latest.was_put_back(now);
        if !put_back && !self.latest.was_put_back_lately() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        if put_back {
            tracing::warn!(%now, "the clock was put back; everything is looked at anew");
            tx.look_at_everything(now).await?;
        }
        tx.wait_no_longer(now).await?;
        Ok(tx.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_put_back_is_noticed_once() {
        let (latest, now) = (Latest::default(), DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
        let shows = |seconds: i64| latest.was_put_back(now + TimeDelta::seconds(seconds));
        assert!(!shows(0) && !shows(5) && !shows(-50) && !shows(7 * 86_400));
        assert!(!latest.was_put_back_lately());
        assert!(shows(10));
        assert!(!shows(11) && !shows(11));
        assert!(latest.was_put_back_lately());
    }
}
