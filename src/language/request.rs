//! Reads a request for help in free text.

use chrono::NaiveDateTime;

use super::{ChangeReading, RequestReading, Span};

/// What `text`, sent at `now` (wall clock), asks for.
pub fn read_request(text: &str, now: NaiveDateTime) -> RequestReading {
    let _ = (text, now);
    RequestReading::default()
}

/// What `text` changes in a request that has been read already. Nothing is filled in that was not said.
pub fn read_change(text: &str, now: NaiveDateTime) -> ChangeReading {
    let _ = (text, now);
    ChangeReading::default()
}

/// Words of diagnosis or treatment ("demens", "insulin"), which are never kept.
pub fn health_words(text: &str) -> Vec<Span> {
    let _ = text;
    Vec::new()
}
