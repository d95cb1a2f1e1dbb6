//! One kind of help at two clocks of a day: "matkjøring kl 12 og kl 16". They are two needs, alike but for the time.

use chrono::{NaiveDateTime, NaiveTime};

use super::{Need, Reader};
use crate::language::clock::{self, Clock};
use crate::language::when::What;
use crate::language::{RequestReading, Span, Start};

/// Minutes that turn a clock of the morning into one of the afternoon.
const HALF_DAY: u32 = 12 * 60;

/// The two needs of `text`, whose reading as one need is `whole`.
pub(super) fn at_two_clocks(text: &str, now: NaiveDateTime, whole: &RequestReading) -> Option<Vec<Need>> {
    let Some(Start::At(first)) = whole.start.filter(|_| whole.end.is_none()) else { return None };
    let mut reader = Reader::new(text, now);
    reader.phones();
    reader.recipient_and_place();
    let pieces = reader.time();
    let (before, after, clock) = pieces.windows(2).find_map(|pair| {
        let (What::Clock(one), What::Clock(other)) = (&pair[0].what, &pair[1].what) else { return None };
        let joined = pair[0].end + 1 == pair[1].start && clock::is_and(&reader.items[pair[0].end]);
        let alone = one.until.is_none() && other.until.is_none();
        (joined && alone).then_some((&pair[0], &pair[1], other.from))
    })?;
    let second = later(first, clock)?;
    let cut = reader.items[after.start].token.span.start;
    let ends = reader.span(before.start, before.end).end;
    let again = RequestReading { start: Some(Start::At(second)), ..whole.clone() };
    Some(vec![
        Need { span: Span { start: 0, end: ends }, reading: whole.clone() },
        Need { span: Span { start: cut, end: text.len() }, reading: again },
    ])
}

/// `clock` on the day of `first`, after it.
fn later(first: NaiveDateTime, clock: Clock) -> Option<NaiveDateTime> {
    let minute = clock.settled()?;
    [minute, minute + HALF_DAY]
        .into_iter()
        .filter_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0))
        .map(|time| first.date().and_time(time))
        .find(|at| *at > first)
}
