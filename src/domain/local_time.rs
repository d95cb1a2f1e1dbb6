//! Wall-clock rules of a municipality. The only place that knows time zones.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// A municipality's clock and calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub time_zone: Tz,
}

impl Calendar {
    /// The instant at which the wall clock shows `local`. A time that the spring change skips happens at the first instant after it, one that
    /// occurs twice happens the first time.
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let _ = local;
        unimplemented!("written by the next commit")
    }

    /// What the wall clock shows at `instant`.
    pub fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.time_zone).naive_local()
    }

    /// Whether posts and questions to volunteers must wait: 21–07, on Sundays and public holidays 21–11.
    pub fn is_quiet(&self, instant: DateTime<Utc>) -> bool {
        let _ = instant;
        unimplemented!("written by the next commit")
    }

    /// `instant` itself, or the end of the quiet hours it lies in.
    pub fn after_quiet(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        let _ = instant;
        unimplemented!("written by the next commit")
    }

    /// The evening instant at which the quiet hours that `instant` lies in began; `instant` itself outside them.
    pub fn before_quiet(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        let _ = instant;
        unimplemented!("written by the next commit")
    }
}
