//! When: the words of a message that say a time, found one by one from left to right.

mod ahead;
mod date;
mod hour;
mod repeat;
mod until;
mod week;

use chrono::{NaiveDate, Weekday};

use super::class::Class;
use super::clock::{self, Found, phrase};
use super::lexicon::{Item, Tag};

/// One piece of what is said of time, and the tokens that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub what: What,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Clock(Found),
    /// Minutes.
    Duration(u32),
    /// Minute of the day that a part of the day begins.
    Part(u32),
    /// A weekday; with "neste" it is that of next week.
    Weekday {
        day: Weekday,
        next: bool,
        each: bool,
    },
    /// "man-fre".
    WeekdaySpan(Weekday, Weekday),
    Date(NaiveDate),
    /// "om to uker": that day, or the weekday of that week that is said as well.
    InWeeks(NaiveDate),
    /// "om to timer": minutes from now.
    FromNow(u32),
    /// "i natt": the night that begins on the day said beside it.
    Night,
    /// "12.–19. desember".
    DateSpan(NaiveDate, NaiveDate),
    /// "i juli": its first and last day, from tomorrow on.
    InMonth(NaiveDate, NaiveDate),
    /// A date that no calendar has, or a clock that no day has.
    Impossible,
    /// The Monday of a numbered week.
    WeekOf(NaiveDate),
    NextWeek,
    ThisWeek,
    Weekend {
        next: bool,
        each: bool,
    },
    Workdays {
        each: bool,
    },
    EachDay,
    EachWeek,
    EachMonth,
    /// Every second, third … one.
    Interval(u32),
    /// The first, second … or last (-1) such weekday of a month.
    Nth(i32, Weekday),
    /// That day of each month.
    MonthDay(u32),
    EvenWeeks(bool),
    /// "i åtte uker".
    ForWeeks(u32),
    /// "de neste tre onsdagene".
    Times(u32),
    /// "over nyttår", "etter påske": not before this day.
    NotBefore(NaiveDate),
    /// The last day of something.
    Until(NaiveDate),
    /// The word before makes the next clock or date a deadline.
    Deadline,
}

/// Finds the pieces in `items`; tokens for which `taken` holds belong to something else.
pub fn pieces(items: &[Item], taken: &[bool], today: NaiveDate) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if taken[at] {
            at += 1;
            continue;
        }
        let found = Scan { items, taken, today, before: &pieces }.at(at);
        match found {
            Some((whats, end)) => {
                debug_assert!(at < end && end <= items.len(), "{whats:?} says to end at {end}");
                pieces.extend(whats.into_iter().map(|what| Piece { what, start: at, end }));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    pieces
}

struct Scan<'a> {
    items: &'a [Item],
    taken: &'a [bool],
    today: NaiveDate,
    before: &'a [Piece],
}

type Hit = Option<(Vec<What>, usize)>;

impl Scan<'_> {
    fn at(&self, at: usize) -> Hit {
        let readers: [fn(&Self, usize) -> Hit; 17] = [
            Self::impossible_clock,
            Self::holiday,
            Self::not_before,
            Self::each_month_day,
            Self::nth_weekday,
            Self::repeated,
            Self::date_span,
            Self::date,
            Self::in_month,
            Self::until,
            Self::deadline,
            Self::in_some_time,
            Self::duration,
            Self::week,
            Self::weekday,
            Self::relative_day,
            Self::clock,
        ];
        readers.iter().find_map(|read| read(self, at)).or_else(|| self.part(at))
    }

    fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at).filter(|_| !self.taken[at])
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.item(at).is_some_and(|item| item.has(class))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.item(at).is_some_and(|item| item.is(word))
    }

    fn class(&self, at: usize, class: Class) -> Option<usize> {
        self.item(at)?;
        phrase(self.items, at, class)
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        self.item(at)?;
        clock::number(self.items, at)
    }

    fn tag<T>(&self, at: usize, pick: impl Fn(Tag) -> Option<T>) -> Option<(T, usize)> {
        self.item(at)?.tags.iter().find_map(|(tag, used)| Some((pick(*tag)?, *used)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokens;
    use crate::language::vocabulary;

    #[test]
    fn pieces_lie_within_the_message_and_apart() {
        for text in [
            "man.",
            "møte 2 / man.",
            "hver man. kl 9",
            "fre. til man.",
            "uke 53.",
            "den 3.",
            "kl 16.",
            "i morgen kl",
        ] {
            let items = vocabulary::request().lexicon.items(tokens(text));
            let taken = vec![false; items.len()];
            let pieces = pieces(&items, &taken, "2026-11-21".parse().expect("a day"));
            assert!(
                pieces.iter().all(|piece| piece.start < piece.end && piece.end <= items.len()),
                "{text}: {pieces:?}"
            );
            assert!(pieces.windows(2).all(|pair| pair[0].start <= pair[1].start), "{text}: {pieces:?}");
        }
    }
}
