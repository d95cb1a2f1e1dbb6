//! Clock times: "kl 16.30", "halv fem", "kvart på sju", "16-18", "3-5pm".

mod noon;

pub use noon::{bound as noon_as_bound, is_and};

use super::class::Class;
use super::lexicon::{Item, Tag};

/// Minutes of a day.
pub const DAY: u32 = 24 * 60;

/// A clock as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Minute of the day as the words stand, before it is settled which half of the day is meant.
    pub minute: u32,
    pub half: HalfOfDay,
    /// How sure it is that this is a clock at all, and not a count or a date.
    pub marked: bool,
}

/// Which half of the day the words themselves settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfOfDay {
    /// Said with a leading zero, above twelve, or with "am": as it stands.
    Fixed,
    /// "pm", "om kvelden".
    Evening,
    /// Hours 1–6 are afternoon.
    Open,
}

impl Clock {
    /// The minute of the day, by the convention that an open 1–6 is afternoon. `None`: 24 or more.
    pub fn settled(self) -> Option<u32> {
        let minute = match self.half {
            HalfOfDay::Fixed => self.minute,
            HalfOfDay::Evening if self.minute < DAY / 2 => self.minute + DAY / 2,
            HalfOfDay::Evening => self.minute,
            // "halv ett" is 0:30 by the words and 12:30 by meaning, so the first hour belongs to the afternoon too.
            HalfOfDay::Open if self.minute < 7 * 60 => self.minute + DAY / 2,
            HalfOfDay::Open => self.minute,
        };
        (minute < DAY).then_some(minute)
    }
}

/// A clock, or a stretch of two, and the tokens it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub from: Clock,
    pub until: Option<Clock>,
    pub tokens: usize,
    /// Words say it is a clock: "kl", "halv", "16:30".
    pub sure: bool,
}

/// The clock or stretch that begins at `at`.
pub fn at(items: &[Item], at: usize) -> Option<Found> {
    let mut next = at;
    let said_clock = skip_clock_word(items, &mut next);
    skip(items, &mut next, Class::Approx);
    let said_clock = skip_clock_word(items, &mut next) || said_clock;
    let (mut from, used) = one(items, next).or_else(|| noon::first(items, next))?;
    next += used;
    let mut until = None;
    // "10am-1pm": each has its own half of the day.
    let first_half = half_word(items, &mut next);
    if let Some(half) = first_half {
        settle(&mut from, half);
    }
    let between = at > 0 && (items[at - 1].has(Class::Between) || items[at - 1].has(Class::From));
    // "kl 12 og kl 16" is two clocks, "mellom kl 12 og kl 16" a stretch.
    let joins = !between && items.get(next).is_some_and(noon::is_and);
    if !joins
        && let Some((end, after)) =
            second(items, next, said_clock || from.marked || between || first_half.is_some())
    {
        until = Some(end);
        next = after;
    }
    let half = half_word(items, &mut next);
    if let Some(half) = half {
        settle(&mut from, half);
        if let Some(end) = &mut until {
            settle(end, half);
        }
    }
    if let Some(end) = until
        && end.half == HalfOfDay::Evening
        && from.half == HalfOfDay::Open
    {
        settle(&mut from, HalfOfDay::Evening);
        // "11-1pm" begins before noon.
        if from.settled() > end.settled() {
            from.half = HalfOfDay::Fixed;
        }
    }
    let sure = said_clock
        || half.is_some()
        || from.half == HalfOfDay::Evening
        || from.marked
        || until.is_some_and(|end| end.marked);
    Some(Found { from, until, tokens: next - at, sure })
}

fn settle(clock: &mut Clock, half: HalfOfDay) {
    if clock.half == HalfOfDay::Open && clock.minute <= 12 * 60 + 59 {
        clock.half = half;
    }
}

fn skip_clock_word(items: &[Item], next: &mut usize) -> bool {
    let Some(item) = items.get(*next) else { return false };
    if !item.has(Class::Clock) {
        return false;
    }
    *next += 1;
    while items.get(*next).is_some_and(|item| item.is(".") || item.is(":")) {
        *next += 1;
    }
    true
}

fn skip(items: &[Item], next: &mut usize, class: Class) {
    if let Some(length) = phrase(items, *next, class) {
        *next += length;
    }
}

/// Tokens of the longest phrase of `class` that begins at `at`.
pub fn phrase(items: &[Item], at: usize, class: Class) -> Option<usize> {
    let tags = &items.get(at)?.tags;
    tags.iter().find(|(tag, _)| *tag == Tag::Class(class)).map(|(_, length)| *length)
}

/// "am", "pm", "om kvelden" after a clock.
fn half_word(items: &[Item], next: &mut usize) -> Option<HalfOfDay> {
    let mut look = *next;
    if items.get(look).is_some_and(|item| item.is("o'clock") || item.is("uhr")) {
        look += 1;
    }
    for (class, half) in [(Class::Pm, HalfOfDay::Evening), (Class::Am, HalfOfDay::Fixed)] {
        if let Some(length) = phrase(items, look, class) {
            *next = look + length;
            return Some(half);
        }
    }
    None
}

/// The end of a stretch: "-18", "til kl 18", "og 12".
fn second(items: &[Item], at: usize, first_is_clock: bool) -> Option<(Clock, usize)> {
    let mut next = at;
    let link = items.get(next)?;
    let dash = link.is("-");
    let half_before = half_word(items, &mut next);
    let link = items.get(next)?;
    if !(link.is("-") || link.has(Class::Range)) {
        return None;
    }
    next += 1;
    if items.get(next).is_some_and(|item| item.is("ca")) {
        next += 1;
    }
    let said_clock = skip_clock_word(items, &mut next);
    let (clock, used) = one(items, next).or_else(|| noon::noon(items, next))?;
    let is_pair = dash
        || link.is("-")
        || said_clock
        || clock.marked
        || first_is_clock
        || half_before.is_some()
        || link.is("til")
        || (link.is("to") && items[next].token.number().is_some() && items[at - 1].token.number().is_some());
    is_pair.then_some((clock, next + used))
}

/// One clock without the word before it.
fn one(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    relative(items, at).or_else(|| digits(items, at)).or_else(|| in_words(items, at))
}

/// "halv fem", "kvart på sju", "ti over to", "fem på halv tre", "half past two", "quarter to three".
fn relative(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let first = items.get(at)?;
    let open = |minute: u32| Clock { minute: minute % DAY, half: HalfOfDay::Open, marked: true };
    if first.has(Class::Half) {
        if items.get(at + 1).is_some_and(|item| item.is("past")) {
            let (hour, used) = hour(items, at + 2)?;
            return Some((open(hour % 12 * 60 + 30), used + 2));
        }
        let (hour, used) = hour(items, at + 1)?;
        let after_hour = at + 1 + used;
        // "en halv to timer" is no clock.
        if items.get(after_hour).is_some_and(|item| item.has(Class::Hour)) {
            return None;
        }
        // "half two" is 2:30 in English; the other languages count towards the hour.
        let minute = if first.is("half") { hour % 12 * 60 + 30 } else { (hour + 11) % 12 * 60 + 30 };
        return Some((open(minute), used + 1));
    }
    let (minutes, mut next) = if first.has(Class::Quarter) {
        (15, at + 1)
    } else {
        let (count, used) = number(items, at)?;
        if ![5, 10, 15, 20, 25].contains(&count) {
            return None;
        }
        (count, at + used)
    };
    if items.get(next).is_some_and(|item| item.has(Class::Minute)) && minutes != 15 {
        next += 1;
    }
    let link = items.get(next)?;
    let forward = if link.has(Class::Over) {
        true
    } else if link.has(Class::To) {
        // "fem i 14-tida" and "10 to 12" are told apart elsewhere: digits with "to" are a stretch.
        if link.is("to") && first.token.number().is_some() {
            return None;
        }
        false
    } else {
        return None;
    };
    next += 1;
    let towards_half = items.get(next).is_some_and(|item| item.has(Class::Half) && !item.is("half"));
    if towards_half {
        next += 1;
    }
    let (hour, used) = hour(items, next)?;
    // "20 i åtte uker" counts weeks.
    if items.get(next + used).is_some_and(|item| {
        [Class::Week, Class::Day, Class::Month, Class::Hour].into_iter().any(|class| item.has(class))
    }) {
        return None;
    }
    let base = hour % 12 * 60 + 12 * 60 - if towards_half { 30 } else { 0 };
    let minute = if forward { base + minutes } else { base - minutes };
    Some((open(minute % (12 * 60)), next + used - at))
}

fn hour(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let (hour, used) = number(items, at).or_else(|| items.get(at)?.is("ett").then_some((1, 1)))?;
    (1..=12).contains(&hour).then_some((hour, used))
}

/// A number in digits or words.
pub fn number(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let item = items.get(at)?;
    if let Some(number) = item.token.number() {
        return Some((number, 1));
    }
    item.tags.iter().find_map(|(tag, used)| match tag {
        Tag::Number(number) => Some((*number, *used)),
        _ => None,
    })
}

/// "16", "16.30", "16:30", "1630", "06.30", "16h30".
fn digits(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let item = items.get(at)?;
    let value = item.token.number()?;
    let written = item.token.word.len();
    let next_is = |ahead: usize, mark: &str| {
        items.get(at + ahead).is_some_and(|item| item.token.glued && item.is(mark))
    };
    let minutes_after = |ahead: usize| {
        items
            .get(at + ahead)
            .filter(|item| item.token.glued && item.token.word.len() == 2)
            .and_then(|item| item.token.number())
            .filter(|minutes| *minutes < 60)
    };
    let of_dwelling = at > 0 && is_dwelling_number(items, at - 1);
    if (3..=4).contains(&written) && value / 100 < 24 && value % 100 < 60 && !next_is(1, ".") && !of_dwelling
    {
        let leading_zero = item.token.word.starts_with('0');
        let half = if leading_zero || value / 100 > 12 { HalfOfDay::Fixed } else { HalfOfDay::Open };
        let marked = leading_zero && written == 4;
        return Some((Clock { minute: value / 100 * 60 + value % 100, half, marked }, 1));
    }
    if written > 2 || value > 24 {
        return None;
    }
    let half =
        if item.token.word.starts_with('0') || value > 12 { HalfOfDay::Fixed } else { HalfOfDay::Open };
    for (mark, sure) in [(":", true), (".", value > 12), ("h", true)] {
        if next_is(1, mark)
            && let Some(minutes) = minutes_after(2)
            && value < 24
            // "12.11.2026" is a date.
            && !(next_is(3, ".") && items.get(at + 4).is_some_and(|item| item.token.glued && item.token.number().is_some()))
        {
            return Some((
                Clock { minute: value * 60 + minutes, half, marked: sure || minutes == 0 || minutes > 12 },
                3,
            ));
        }
    }
    Some((Clock { minute: value % 24 * 60, half, marked: false }, 1))
}

/// "elleve", "tolv".
fn in_words(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let (value, used) = number(items, at)?;
    if items.get(at)?.token.number().is_some() || !(1..=24).contains(&value) {
        return None;
    }
    let half = if value > 12 { HalfOfDay::Fixed } else { HalfOfDay::Open };
    let mut minute = value % 24 * 60;
    let mut taken = used;
    // "seksten tretti", "ti femten".
    if let Some((more, more_used)) = number(items, at + used)
        && items.get(at + used).is_some_and(|item| item.token.number().is_none())
        && [15, 20, 30, 45].contains(&more)
    {
        minute += more;
        taken += more_used;
    }
    Some((Clock { minute, half, marked: false }, taken))
}

/// The minute of the day of the end of a stretch that begins at `from`; a day later if it is not after it otherwise.
pub fn end_after(from: u32, until: Clock) -> u32 {
    let mut minute = until.settled().unwrap_or(until.minute % DAY);
    if until.half == HalfOfDay::Open && until.minute <= from && until.minute < DAY / 2 && minute <= from {
        // "6-8" is 18–20: the next turn of the clock that lies after the start.
        minute = if until.minute + DAY / 2 > from { until.minute + DAY / 2 } else { until.minute + DAY };
    }
    if minute <= from { minute + DAY } else { minute }
}

/// Whether "H0203" stands at `at`: which door of a house it is, by its storey and its place there (the Norwegian cadastre's number of a dwelling).
pub(super) fn is_dwelling_number(items: &[Item], at: usize) -> bool {
    let letter = items.get(at).is_some_and(|item| ["h", "l", "u", "k"].iter().any(|letter| item.is(letter)));
    let digits = items.get(at + 1).filter(|item| item.token.glued && item.token.word.len() == 4);
    letter && digits.is_some_and(|item| item.token.number().is_some())
}
