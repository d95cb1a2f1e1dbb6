//! From the pieces of what is said of time to a start, an end and a rule, by the conventions of the project.

mod days;
mod gather;
mod night;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use night::in_night;

use super::calendar;
use super::class::Class;
use super::clock::{self, Clock, HalfOfDay};
use super::lexicon::Item;
use super::when::{Piece, What};
use super::{Doubt, Field, Span, Start};

/// Minute of the day up to which a part of the day is morning.
const MORNING_ENDS: u32 = 9 * 60;
/// Minute of the day from which a part of the day is evening.
const EVENING_BEGINS: u32 = 17 * 60 + 30;

/// Minutes beyond which a stretch is not believed: "18-16" is more likely typed the wrong way round than meant for the next day.
const LONGEST: u32 = 16 * 60;

/// When a request is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    pub start: Option<Start>,
    pub end: Option<NaiveDateTime>,
    pub recurrence: Option<String>,
    pub because: Vec<(Field, Span)>,
    pub doubts: Vec<Doubt>,
    /// What was said of the day by itself, for a change.
    pub day: Option<NaiveDate>,
    pub clock: Option<u32>,
    pub until: Option<u32>,
}

/// Puts `pieces` together. `now` is wall clock.
pub fn schedule(items: &[Item], pieces: &[Piece], now: NaiveDateTime) -> Schedule {
    Composer::new(items, pieces, now).compose()
}

struct Composer<'a> {
    items: &'a [Item],
    pieces: &'a [Piece],
    now: NaiveDateTime,
    today: NaiveDate,
    weekdays: Vec<Weekday>,
    each: bool,
    next: bool,
    span: Option<(Weekday, Weekday)>,
    dates: Vec<NaiveDate>,
    date_span: Option<(NaiveDate, NaiveDate)>,
    begin: Option<NaiveDate>,
    not_before: Option<NaiveDate>,
    week: Option<NaiveDate>,
    weekend: Option<bool>,
    workdays: bool,
    each_day: bool,
    each_week: bool,
    each_month: bool,
    interval: u32,
    nth: Vec<(i32, Weekday)>,
    month_days: Vec<u32>,
    even_weeks: Option<bool>,
    count: Option<u32>,
    weeks: Option<u32>,
    until: Option<NaiveDate>,
    clock: Option<clock::Found>,
    deadline: Option<Clock>,
    has_deadline: bool,
    part: Option<u32>,
    duration: Option<u32>,
    standing: bool,
    in_weeks: bool,
    /// Minutes from now.
    from_now: Option<u32>,
    /// The night that begins on the day said.
    night: bool,
    because: Vec<(Field, Span)>,
    doubts: Vec<Doubt>,
}

impl<'a> Composer<'a> {
    fn new(items: &'a [Item], pieces: &'a [Piece], now: NaiveDateTime) -> Self {
        let mut composer = Self {
            items,
            pieces,
            now,
            today: now.date(),
            weekdays: Vec::new(),
            each: starts_with_several_days(items, pieces),
            next: false,
            span: None,
            dates: Vec::new(),
            date_span: None,
            begin: None,
            not_before: None,
            week: None,
            weekend: None,
            workdays: false,
            each_day: false,
            each_week: false,
            each_month: false,
            interval: 1,
            nth: Vec::new(),
            month_days: Vec::new(),
            even_weeks: None,
            count: None,
            weeks: None,
            until: None,
            clock: None,
            deadline: None,
            has_deadline: false,
            part: None,
            duration: None,
            standing: items.iter().any(|item| item.has(Class::Standing)),
            in_weeks: false,
            from_now: None,
            night: false,
            because: Vec::new(),
            doubts: Vec::new(),
        };
        for at in 0..pieces.len() {
            composer.take(at);
        }
        composer.count_from_now();
        composer
    }

    fn span_of(&self, piece: &Piece) -> Span {
        Span {
            start: self.items[piece.start].token.span.start,
            end: self.items[piece.end.max(piece.start + 1) - 1].token.span.end,
        }
    }

    fn compose(mut self) -> Schedule {
        let (day, recurrence) = self.days();
        let mut schedule = Schedule { recurrence, day, ..Schedule::default() };
        let from = self.start_minute();
        schedule.clock = from;
        let day = day.or_else(|| {
            from.filter(|_| self.doubts.is_empty()).map(|minute| {
                if minute > self.minute_of_now() { self.today } else { calendar::add(self.today, 1) }
            })
        });
        let day = day.filter(|_| self.doubts.is_empty());
        let day = day.map(|day| self.after_midnight(day, from));
        if let Some(day) = day {
            schedule.start =
                Some(match from.filter(|_| !(self.deadline.is_some() && self.clock.is_none())) {
                    Some(minute) => Start::At(at_minute(day, minute)),
                    None => Start::Day(day),
                });
        }
        let end = self.end_minute(from);
        schedule.until = end.map(|minute| minute % clock::DAY);
        schedule.end = day.zip(end).map(|(day, minute)| at_minute(day, minute));
        self.doubt_the_past(&schedule);
        if self.doubts.iter().any(|doubt| matches!(doubt, Doubt::InThePast(_) | Doubt::ImpossibleDate(_))) {
            schedule.start = None;
            schedule.end = None;
        }
        schedule.because = self.because;
        schedule.doubts = self.doubts;
        schedule
    }

    fn minute_of_now(&self) -> u32 {
        self.now.hour() * 60 + self.now.minute()
    }

    /// The minute of the day of the start: the clock, settled by the part of the day; or the part itself.
    fn start_minute(&self) -> Option<u32> {
        match self.clock {
            Some(found) => self.in_part(found.from).settled(),
            None => self.part,
        }
    }

    fn in_part(&self, mut clock: Clock) -> Clock {
        if self.night {
            return in_night(clock);
        }
        let Some(part) = self.part else { return clock };
        if clock.half != HalfOfDay::Open {
            return clock;
        }
        if part <= MORNING_ENDS || part == 10 * 60 {
            clock.half = HalfOfDay::Fixed;
        } else if (part >= EVENING_BEGINS || part == 15 * 60) && clock.minute < 12 * 60 {
            clock.half = HalfOfDay::Evening;
        }
        clock
    }

    /// The minute of the day of the end, counted from the start's midnight.
    fn end_minute(&self, from: Option<u32>) -> Option<u32> {
        if let Some(deadline) = self.deadline {
            return deadline.settled();
        }
        let from = from?;
        if let Some(until) = self.clock.and_then(|found| found.until) {
            return Some(clock::end_after(from, self.in_part(until))).filter(|end| end - from <= LONGEST);
        }
        self.duration.map(|minutes| from + minutes)
    }

    /// A start that is over already is not guessed at.
    fn doubt_the_past(&mut self, schedule: &Schedule) {
        let past = match schedule.start {
            Some(Start::Day(day)) => day < self.today,
            Some(Start::At(at)) => at < self.now && schedule.end.is_none_or(|end| end <= self.now),
            None => false,
        };
        if past && schedule.recurrence.is_none() {
            let span = self.because.iter().find(|(field, _)| *field == Field::Start).map(|(_, span)| *span);
            self.doubts.extend(span.map(Doubt::InThePast));
        }
    }
}

/// "oppstart" and its like.
pub(super) fn is_start_word(item: &Item) -> bool {
    item.has(Class::StartWord)
}

/// "Mon/Wed/Fri starting next week": several days, and it goes on.
fn starts_with_several_days(items: &[Item], pieces: &[Piece]) -> bool {
    let days = pieces.iter().filter(|piece| matches!(piece.what, What::Weekday { .. })).count();
    days > 1 && items.iter().any(is_start_word)
}

/// The instant `minute` minutes after the midnight that begins `day`.
fn at_minute(day: NaiveDate, minute: u32) -> NaiveDateTime {
    let day = calendar::add(day, i64::from(minute / clock::DAY));
    let minute = minute % clock::DAY;
    day.and_time(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default())
}
