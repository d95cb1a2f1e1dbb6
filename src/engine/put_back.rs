//! The system's clock was ahead and has been put right: whatever was to wait until an instant of the wrong time is looked at anew.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

use super::Engine;

/// A clock is put right by less than this all the time.
const NOTICED: TimeDelta = TimeDelta::minutes(1);

/// The latest that the clock has shown in this process, in microseconds since 1970.
#[derive(Debug)]
pub(super) struct Latest(AtomicI64);

impl Default for Latest {
    fn default() -> Self {
        Self(AtomicI64::new(i64::MIN))
    }
}

impl Latest {
    /// Whether the clock has been put back since it was looked at last. Said once.
    fn was_put_back(&self, now: DateTime<Utc>) -> bool {
        let before = self.0.swap(now.timestamp_micros(), Ordering::AcqRel);
        DateTime::from_timestamp_micros(before).is_some_and(|before| now + NOTICED < before)
    }
}

impl Engine {
    /// After the clock was put back everything is planned anew, and what has been tried in vain is tried at once: its wait was counted from a time
    /// that has not come yet.
    pub(super) async fn mind_the_clock(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        if !self.latest.was_put_back(now) {
            return Ok(());
        }
        tracing::warn!(%now, "the clock was put back; everything is looked at anew");
        let mut tx = self.db.begin().await?;
        tx.look_at_everything(now).await?;
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
        assert!(shows(10));
        assert!(!shows(11) && !shows(11));
    }
}
