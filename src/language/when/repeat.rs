//! What repeats, and how long it lasts.

use chrono::Datelike;

use super::{Hit, Scan, What};
use crate::language::calendar;
use crate::language::class::Class;
use crate::language::clock;
use crate::language::lexicon::Tag;

/// A greater number counts neither minutes nor hours.
const MAX_COUNT: u32 = 1_000;

impl Scan<'_> {
    pub(super) fn nth_weekday(&self, at: usize) -> Hit {
        let mut next = at;
        for word in ["den", "the", "hver", "kvar", "every", "each"] {
            if self.is(next, word) {
                next += 1;
            }
        }
        // "første og tredje onsdag i måneden"
        let mut nths = Vec::new();
        while let Some((nth, used)) = self.ordinal(next, !nths.is_empty()) {
            nths.push(nth);
            next += used;
            let link = self.has(next, Class::Range) || self.is(next, ",") || self.is(next, "&");
            if link && self.ordinal(next + 1, true).is_some() {
                next += 1;
            } else {
                break;
            }
        }
        let (day, day_used) = self.weekday_at(next)?;
        let end = next + day_used;
        // "siste torsdag i april" is one day.
        if let ([nth], Some((month, after))) = (nths.as_slice(), self.in_month_of(end)) {
            let first = calendar::next_date(calendar::add(self.today, -27), 1, month, None)?;
            let of = |year_on: i32| {
                let first = first.with_year(first.year() + year_on)?;
                calendar::nth_of_month(first, *nth, day).filter(|date| *date >= self.today)
            };
            return Some((vec![What::Date(of(0).or_else(|| of(1))?)], after));
        }
        let month = self.class(end, Class::EachMonth)?;
        (!nths.is_empty()).then(|| (nths.into_iter().map(|nth| What::Nth(nth, day)).collect(), end + month))
    }

    /// "første", "andre", "siste".
    fn nth(&self, at: usize) -> Option<i32> {
        self.tag(at, |tag| if let Tag::Nth(nth) = tag { Some(nth) } else { None }).map(|(nth, _)| nth)
    }

    pub(super) fn ordinal(&self, at: usize, joined: bool) -> Option<(i32, usize)> {
        let item = self.item(at)?;
        if let Some(nth) = self.nth(at) {
            return Some((nth, 1));
        }
        let number = item.token.number().filter(|number| (1..=5).contains(number))?;
        let marked = self.is(at + 1, ".")
            || self.is(at + 1, "st")
            || self.is(at + 1, "nd")
            || self.is(at + 1, "rd")
            || self.is(at + 1, "th");
        let led = joined || self.weekday_at(at + 2).is_some() || self.has(at + 2, Class::Range);
        (marked && led).then_some((i32::try_from(number).ok()?, 2))
    }

    pub(super) fn repeated(&self, at: usize) -> Hit {
        let simple = [
            (Class::EvenWeeks, What::EvenWeeks(true)),
            (Class::OddWeeks, What::EvenWeeks(false)),
            (Class::EachDay, What::EachDay),
            (Class::EachWeek, What::EachWeek),
        ];
        for (class, what) in simple {
            if let Some(used) = self.class(at, class) {
                return Some((vec![what], at + used));
            }
        }
        if let Some(used) =
            self.class(at, Class::EachMonth).filter(|used| *used > 1 || !self.has(at, Class::In))
        {
            return Some((vec![What::EachMonth], at + used));
        }
        if let Some(used) = self.class(at, Class::Alternate) {
            return Some(self.after_every(vec![What::Interval(2)], at + used));
        }
        if self.is(at, "alle") || self.is(at, "all") || self.is(at, "alla") {
            if self.has(at + 1, Class::Workday) || self.item(at + 1).is_some_and(|item| item.has(Class::Day))
            {
                return Some(self.after_every(Vec::new(), at + 1));
            }
            return None;
        }
        if self.has(at, Class::Every) {
            if let Some((n, used)) = self.every_nth(at + 1) {
                return Some(self.after_every(vec![What::Interval(n)], at + 1 + used));
            }
            let (whats, end) = self.after_every(Vec::new(), at + 1);
            return (!whats.is_empty()).then_some((whats, end));
        }
        if self.has(at, Class::Workday) {
            let each = self.item(at).is_some_and(|item| {
                ["er", "ar", "e", "ene", "ane", "s", "arna"].iter().any(|end| item.key.ends_with(end))
            });
            return Some((vec![What::Workdays { each }], at + 1));
        }
        None
    }

    pub(super) fn every_nth(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(n) = self.nth(at).and_then(|nth| u32::try_from(nth).ok()).filter(|n| *n > 1) {
            return Some((n, 1));
        }
        let (number, used) = self.number(at)?;
        let mark = usize::from(
            self.is(at + used, ".")
                || self.is(at + used, "rd")
                || self.is(at + used, "th")
                || self.is(at + used, "nd"),
        );
        let unit = self.has(at + used + mark, Class::Week) || self.weekday_at(at + used + mark).is_some();
        ((2..=12).contains(&number) && unit).then_some((number, used + mark))
    }

    pub(super) fn after_every(&self, mut whats: Vec<What>, at: usize) -> (Vec<What>, usize) {
        let mut next = at;
        if self.is(next, "eneste") || self.is(next, "single") {
            next += 1;
        }
        let mut days = 0;
        loop {
            let plural = self.tag(next, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None });
            let Some((day, used)) = plural.or_else(|| self.weekday_at(next)) else { break };
            whats.push(What::Weekday { day, next: false, each: true });
            next += used;
            days += 1;
            let link = self.is(next, "og")
                || self.is(next, "och")
                || self.is(next, "and")
                || self.is(next, ",")
                || self.is(next, "&")
                || self.is(next, "+");
            let again = next + usize::from(link);
            let again = again + usize::from(link && self.has(again, Class::Every));
            if link && self.weekday_at(again).is_some() {
                next = again;
            } else {
                break;
            }
        }
        if days > 0 {
            return (whats, next);
        }
        if self.has(next, Class::Workday) {
            whats.push(What::Workdays { each: true });
        } else if self.has(next, Class::Weekend) {
            whats.push(What::Weekend { next: false, each: true });
        } else if self.has(next, Class::Week) {
            whats.push(What::EachWeek);
        } else if self.has(next, Class::Month) {
            whats.push(What::EachMonth);
        } else if self
            .tag(next, |tag| if let Tag::Part(minute) = tag { Some(minute) } else { None })
            .is_some()
        {
            // "hver morgen": each day, and the part of the day is read next.
            whats.push(What::EachDay);
            return (whats, next);
        } else if self.has(next, Class::Day) {
            whats.push(What::EachDay);
        } else {
            return (whats, next);
        }
        (whats, next + 1)
    }

    pub(super) fn for_weeks(&self, at: usize) -> Hit {
        let mut next = at;
        while self.has(next, Class::Next) || self.has(next, Class::This) {
            next += 1;
        }
        let (count, used) = self.number(next)?;
        if !(2..=104).contains(&count) {
            return None;
        }
        next += used;
        while self.has(next, Class::This) || self.has(next, Class::Next) {
            next += 1;
        }
        if self.has(next, Class::Week) {
            return Some((vec![What::ForWeeks(count)], next + 1));
        }
        let (day, used) = self
            .tag(next, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None })
            .or_else(|| self.weekday_at(next))?;
        Some((vec![What::Times(count), What::Weekday { day, next: false, each: true }], next + used))
    }

    pub(super) fn duration(&self, at: usize) -> Hit {
        if let Some((minutes, used)) =
            self.tag(at, |tag| if let Tag::Minutes(minutes) = tag { Some(minutes) } else { None })
        {
            return Some((vec![What::Duration(minutes)], at + used));
        }
        if (self.is(at, "i")
            || self.is(at, "for")
            || self.is(at, "de")
            || self.is(at, "dei")
            || self.is(at, "the")
            || self.is(at, "next"))
            && let Some(hit) = self.for_weeks(at + 1)
        {
            return Some(hit);
        }
        let (count, used) = self.number(at).filter(|(count, _)| *count < MAX_COUNT)?;
        let mut next = at + used;
        let half = (self.is(next, "og") || self.is(next, "and"))
            && (self.is(next + 1, "en") || self.is(next + 1, "ein") || self.is(next + 1, "a"))
            && self.has(next + 2, Class::Half);
        let mut minutes = count * 60;
        if half {
            minutes += 30;
            next += 3;
        } else if self.is(next, "½") {
            minutes += 30;
            next += 1;
        } else if (self.is(next, ",") || self.is(next, ".")) && self.is(next + 1, "5") {
            minutes += 30;
            next += 2;
        } else if self.is(next, "-")
            && let Some((most, used)) = self.number(next + 1).filter(|(most, _)| *most < MAX_COUNT)
            && (self.has(next + 1 + used, Class::Hour) || self.has(next + 1 + used, Class::Minute))
        {
            next += 1 + used;
            minutes = most * 60;
        }
        if self.has(next, Class::Hour) && count <= 48 {
            // "2 timer og 30 min"
            let mut end = next + 1;
            while self.is(end, "tid") {
                end += 1;
            }
            let more = end + usize::from(self.is(end, "og"));
            if let Some((extra, used)) = self.number(more)
                && self.has(more + used, Class::Minute)
            {
                return Some((vec![What::Duration(minutes + extra.min(59))], more + used + 1));
            }
            return Some((vec![What::Duration(minutes)], end));
        }
        if self.has(next, Class::Minute) && count < 600 {
            let walk = self.is(next + 1, "over")
                || self.is(next + 1, "på")
                || self.is(next + 1, "unna")
                || self.is(next + 1, "å");
            return (!walk).then(|| (vec![What::Duration(minutes / 60)], next + 1));
        }
        None
    }

    pub(super) fn deadline(&self, at: usize) -> Hit {
        let used = self.class(at, Class::Before)?;
        // "pop by Tuesday at 11"
        let calls = self.is(at, "by")
            && at.checked_sub(1).is_some_and(|before| {
                ["pop", "drop", "come", "swing", "stop", "go", "call", "round"]
                    .iter()
                    .any(|word| self.is(before, word))
            });
        if calls {
            return None;
        }
        let next = at + used;
        let clock = clock::at(self.items, next).is_some_and(|found| found.sure || found.tokens > 1);
        let day = self.weekday_at(next).is_some()
            || self.date(next).is_some()
            || self.relative_day(next).is_some()
            || self.holiday(next).is_some();
        let on_day = (self.is(next, "på") || self.is(next, "on")) && self.weekday_at(next + 1).is_some();
        let noon = self.part(next).is_some() && !self.is(at, "før");
        let number = self.number(next).is_some_and(|(n, _)| n <= 24) && self.ends_clause(next + 1);
        (clock || day || on_day || noon || number).then(|| (vec![What::Deadline], next))
    }
}
