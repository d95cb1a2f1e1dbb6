//! What each piece says, put where it belongs.

use chrono::Weekday;

use super::{Composer, is_start_word};
use crate::language::class::Class;
use crate::language::clock;
use crate::language::when::{Piece, What};
use crate::language::{Doubt, Field, calendar};

impl Composer<'_> {
    /// Whether "oppstart" or its like stands before the piece.
    pub(super) fn begins_strongly(&self, piece: &Piece) -> bool {
        (1..=3).filter_map(|back| piece.start.checked_sub(back)).any(|at| is_start_word(&self.items[at]))
    }

    /// Whether "oppstart" or "fra" stands before the piece.
    pub(super) fn begins(&self, piece: &Piece) -> bool {
        let leads = (1..=7).filter_map(|back| piece.start.checked_sub(back)).any(|at| {
            clock::phrase(self.items, at, Class::Begin).is_some_and(|used| {
                let end = at + used;
                end == piece.start || (end + 1 == piece.start && !self.items[end].is_word())
            })
        });
        leads || self.begins_strongly(piece)
    }

    /// Whether "innen" leads in the piece: right before it, or before the day right before it.
    pub(super) fn after_deadline(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .take_while(|&before| self.pieces[before].end + 2 > self.pieces[before + 1].start)
            .any(|before| self.pieces[before].what == What::Deadline)
    }

    /// "time kl 10, hentes 9.40": the volunteer begins where somebody is fetched.
    pub(super) fn fetches_before(&self, piece: &Piece, before: clock::Found, fetched: clock::Found) -> bool {
        let led = (1..=2)
            .filter_map(|back| piece.start.checked_sub(back))
            .any(|at| self.items[at].has(Class::Fetch) && !self.items[at].has(Class::Preposition));
        led && before.until.is_none() && fetched.from.settled() < before.from.settled()
    }

    pub(super) fn take(&mut self, at: usize) {
        let piece = &self.pieces[at];
        let deadline = self.after_deadline(at);
        let field = match piece.what {
            What::Duration(_) => Field::End,
            What::Clock(_) if deadline => Field::End,
            What::EachDay
            | What::EachWeek
            | What::EachMonth
            | What::Interval(_)
            | What::Nth(..)
            | What::MonthDay(_)
            | What::EvenWeeks(_)
            | What::ForWeeks(_)
            | What::Times(_)
            | What::Until(_) => Field::Recurrence,
            _ => Field::Start,
        };
        let span = self.span_of(piece);
        self.because.push((field, span));
        match piece.what.clone() {
            What::Clock(found) => {
                if deadline {
                    self.deadline = Some(found.from);
                } else if self.clock.is_none_or(|before| self.fetches_before(piece, before, found)) {
                    self.clock = Some(found);
                }
            }
            What::Duration(minutes) => {
                self.duration = self.duration.or(Some(minutes));
            }
            What::Part(minute) => {
                if deadline && self.clock.is_some() {
                    self.has_deadline = true
                } else {
                    self.part = self.part.or(Some(minute))
                }
            }
            What::Weekday { day, next: false, each: false }
                if (self.begins_strongly(piece) && self.repeats_anywhere())
                    || (self.begins(piece) && (self.each_day_anywhere() || self.each_workday_anywhere())) =>
            {
                self.begin = Some(calendar::first_from(calendar::add(self.today, 1), day));
            }
            What::Weekday { day, next, each } => {
                if !self.weekdays.contains(&day) {
                    self.weekdays.push(day);
                }
                self.next |= next;
                self.each |= each;
            }
            What::InWeeks(date) => {
                self.in_weeks = true;
                self.dates.push(date);
            }
            What::FromNow(minutes) => self.from_now = self.from_now.or(Some(minutes)),
            What::Night => self.night = true,
            What::WeekdaySpan(first, last) => self.span = Some((first, last)),
            What::Date(date) if self.begins(piece) && self.repeats_anywhere() => self.begin = Some(date),
            What::Date(date) => {
                if !self.dates.contains(&date) {
                    self.dates.push(date);
                }
            }
            What::DateSpan(from, until) if self.repeats_on_weekdays() => {
                self.begin = Some(from);
                self.until = Some(until);
            }
            What::InMonth(from, until) if self.repeats_on_weekdays() || self.each_day_anywhere() => {
                self.begin = self.begin.or(Some(from));
                self.until = self.until.or(Some(until));
            }
            What::InMonth(..) => {}
            What::DateSpan(from, until) => self.date_span = Some((from, until)),
            What::Impossible => self.doubts.push(Doubt::ImpossibleDate(span)),
            What::WeekOf(monday) => {
                if self.begins(piece) && self.repeats_anywhere() {
                    self.begin = Some(monday)
                } else {
                    self.week = self.week.or(Some(monday))
                }
            }
            What::NextWeek => {
                let monday = calendar::in_next_week(self.today, Weekday::Mon);
                if self.begins(piece) && self.repeats_anywhere() {
                    self.begin = Some(monday)
                } else {
                    self.week = Some(monday)
                }
            }
            What::ThisWeek => self.week = Some(calendar::monday(self.today)),
            What::Weekend { next, each } => {
                self.weekend = Some(next);
                self.each |= each;
            }
            What::Workdays { each } => {
                self.workdays = true;
                self.each |= each;
            }
            What::EachDay => self.each_day = true,
            What::EachWeek => self.each_week = true,
            What::EachMonth => self.each_month = true,
            What::Interval(n) => self.interval = n,
            What::Nth(nth, day) => self.nth.push((nth, day)),
            What::MonthDay(day) => self.month_days.push(day),
            What::EvenWeeks(even) => self.even_weeks = Some(even),
            What::ForWeeks(weeks) => self.weeks = Some(weeks),
            What::Times(times) => self.count = Some(times),
            What::NotBefore(date) => self.not_before = Some(date),
            What::Until(date) => self.until = Some(date),
            What::Deadline => self.has_deadline = true,
        }
    }

    pub(super) fn repeats_on_weekdays(&self) -> bool {
        self.pieces.iter().any(|piece| match &piece.what {
            What::Weekday { each, .. } | What::Workdays { each } | What::Weekend { each, .. } => *each,
            What::Interval(_) | What::EachWeek => true,
            _ => false,
        })
    }

    pub(super) fn each_day_anywhere(&self) -> bool {
        self.pieces.iter().any(|piece| piece.what == What::EachDay)
    }

    pub(super) fn each_workday_anywhere(&self) -> bool {
        self.pieces.iter().any(|piece| piece.what == What::Workdays { each: true })
    }

    /// Whether any piece of the message repeats, wherever it stands.
    pub(super) fn repeats_anywhere(&self) -> bool {
        self.each
            || self.pieces.iter().any(|piece| match &piece.what {
                What::Weekday { each, .. } | What::Weekend { each, .. } | What::Workdays { each } => *each,
                What::EachDay
                | What::EachWeek
                | What::EachMonth
                | What::Interval(_)
                | What::Nth(..)
                | What::MonthDay(_)
                | What::EvenWeeks(_)
                | What::WeekdaySpan(..) => true,
                _ => false,
            })
    }
}
