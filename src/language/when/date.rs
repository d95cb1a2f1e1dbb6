//! Dates: numbers with months, holidays, and the days until which something goes on.

use chrono::{Datelike, NaiveDate};

use super::{Hit, Scan, What};
use crate::domain::holidays::Holiday;
use crate::language::calendar;
use crate::language::class::Class;
use crate::language::clock;
use crate::language::lexicon::Tag;
use crate::language::schedule::is_start_word;

impl Scan<'_> {
    pub(super) fn holiday(&self, at: usize) -> Hit {
        let (holiday, used) =
            self.tag(at, |tag| if let Tag::Holiday(holiday) = tag { Some(holiday) } else { None })?;
        let date = calendar::next_holiday(self.today, holiday)?;
        // "påskeløp" is one word, but "1. juledag kl 13" goes on; "17. mai-arrangement" is the day too.
        Some((vec![What::Date(date)], at + used))
    }

    pub(super) fn not_before(&self, at: usize) -> Hit {
        let year = self.today.year();
        let date = if let Some(used) = self.class(at, Class::NewYear) {
            let this = NaiveDate::from_ymd_opt(year, 1, 2)?;
            let date = if this >= self.today { this } else { NaiveDate::from_ymd_opt(year + 1, 1, 2)? };
            Some((date, used))
        } else if let Some(used) = self.class(at, Class::Easter) {
            Some((calendar::add(calendar::next_holiday(self.today, Holiday::EasterMonday)?, 1), used))
        } else if let Some(used) = self.class(at, Class::Christmas) {
            Some((calendar::add(calendar::next_holiday(self.today, Holiday::BoxingDay)?, 1), used))
        } else if is_start_word(self.item(at)?) {
            let next = at + 1 + usize::from(self.is(at + 1, "i") || self.is(at + 1, "in"));
            let (month, used) =
                self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })?;
            Some((calendar::next_date(self.today, 1, month, None)?, next + used - at))
        } else {
            None
        };
        let (date, used) = date?;
        Some((vec![What::NotBefore(date)], at + used))
    }

    pub(super) fn each_month_day(&self, at: usize) -> Hit {
        let mut next = at;
        if self.is(next, "den") || self.is(next, "the") {
            next += 1;
        }
        // "den 10. og 25. hver måned"
        let mut days = Vec::new();
        while let Some((day, used)) = self.number(next) {
            days.push(day);
            next += used;
            while [".", "th", "st", "nd", "rd", "e"].iter().any(|mark| self.is(next, mark)) {
                next += 1;
            }
            let link = self.has(next, Class::Joins) || self.is(next, ",");
            if !link || self.number(next + 1).is_none() {
                break;
            }
            next += 1;
        }
        let used = self.class(next, Class::EachMonth)?;
        let ordinal = next > at + 1 || self.is(at, "den");
        let real = !days.is_empty() && days.iter().all(|day| (1..=31).contains(day));
        (real && ordinal).then(|| (days.into_iter().map(What::MonthDay).collect(), next + used))
    }

    pub(super) fn date_span(&self, at: usize) -> Hit {
        let mut next = at;
        if self.is(next, "fra")
            || self.is(next, "frå")
            || self.is(next, "från")
            || self.is(next, "from")
            || self.is(next, "den")
        {
            next += 1;
        }
        if self.is(next, "den") {
            next += 1;
        }
        let (first, used) = self.number(next)?;
        next += used;
        let first_month = self.month_after(next);
        let mut said = first_month.is_some();
        if let Some((_, used)) = first_month {
            next += used;
        } else if self.is(next, ".") {
            next += 1;
            said = true;
        }
        let link = self.is(next, "-")
            || self.is(next, "til")
            || self.is(next, "till")
            || self.is(next, "to")
            || self.is(next, "og")
            || self.is(next, "t");
        if !link {
            return None;
        }
        next += 1;
        if self.is(next, "den") {
            next += 1;
        }
        let (last, used) = self.number(next)?;
        next += used;
        // "24.-26.11": what has a month behind its first dot is no clock.
        let (month, used) = self.month_after(next).or_else(|| self.bare_month(next).filter(|_| said))?;
        next += used;
        if !said && !self.is(at, "den") && self.items.get(at).and_then(|item| item.token.number()).is_none() {
            return None;
        }
        let first_month = first_month.map_or(month, |(month, _)| month);
        let from = calendar::next_date(self.today, first, first_month, None);
        let Some(from) = from else { return Some((vec![What::Impossible], next)) };
        // "19.-12. desember" ends before it begins, which is a slip and no year.
        let backwards = first_month == month && last < first;
        let until = calendar::next_date(from, last, month, None).filter(|_| !backwards);
        let Some(until) = until else { return Some((vec![What::Impossible], next)) };
        Some((vec![What::DateSpan(from, until)], next))
    }

    pub(super) fn month_after(&self, at: usize) -> Option<(u32, usize)> {
        let mut next = at;
        let slash = self.is(next, "/");
        let dot = self.is(next, ".") && self.item(next).is_some_and(|item| item.token.glued);
        if slash || dot {
            next += 1;
        } else if self.is(next, "th")
            || self.is(next, "st")
            || self.is(next, "nd")
            || self.is(next, "rd")
            || self.is(next, "e")
        {
            next += 1;
            if self.is(next, "of") {
                next += 1;
            }
        }
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
        {
            return Some((month, next + used - at));
        }
        let item = self.item(next).filter(|item| item.token.glued && (slash || dot))?;
        let month =
            item.token.number().filter(|month| (1..=12).contains(month) && item.token.word.len() <= 2)?;
        if slash {
            return Some((month, next + 1 - at));
        }
        let closed = self.item(next + 1).is_some_and(|item| item.is(".") && item.token.glued);
        closed.then_some((month, next + 2 - at))
    }

    /// The month of "26.11", with no dot behind it.
    fn bare_month(&self, at: usize) -> Option<(u32, usize)> {
        let glued = |at: usize| self.item(at).filter(|item| item.token.glued);
        glued(at).filter(|item| item.is("."))?;
        let month = glued(at + 1).filter(|item| item.token.word.len() <= 2)?.token.number()?;
        (1..=12).contains(&month).then_some((month, 2))
    }

    /// "i juli", "in August", with no day of it.
    pub(super) fn in_month_of(&self, at: usize) -> Option<(u32, usize)> {
        let led = ["i", "in", "under", "hele", "gjennom", "through"].iter().any(|word| self.is(at, word));
        let (month, used) =
            self.tag(at + 1, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })?;
        let end = at + 1 + used;
        let dated = self.number(end).is_some_and(|(number, _)| number <= 31);
        (led && !dated).then_some((month, end))
    }

    pub(super) fn in_month(&self, at: usize) -> Hit {
        let (month, end) = self.in_month_of(at)?;
        let tomorrow = calendar::add(self.today, 1);
        let last = calendar::end_of_month(tomorrow, month)?;
        let first = last.with_day(1)?;
        Some((vec![What::InMonth(first.max(tomorrow), last)], end))
    }

    pub(super) fn date(&self, at: usize) -> Hit {
        let mut next = at;
        let said_den = self.is(next, "den") || self.is(next, "the");
        if said_den {
            next += 1;
        }
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            && let Some((day, day_used)) = self.number(next + used)
            && self.item(next + used).is_some_and(|item| item.token.number().is_some())
            && (self.is(next + used + day_used, "th")
                || self.is(next + used + day_used, "st")
                || self.is(next + used + day_used, "nd")
                || self.is(next + used + day_used, "rd")
                || (self.items[next].key.len() > 3
                    && day <= 31
                    && !self.is(next + used + day_used, ":")
                    && !self.is(next + used + day_used, "-")
                    && matches!(
                        self.items[next].key.as_str(),
                        "january"
                            | "february"
                            | "march"
                            | "may"
                            | "june"
                            | "july"
                            | "october"
                            | "december"
                            | "april"
                            | "august"
                            | "september"
                            | "november"
                    )))
        {
            let mut end = next + used + day_used;
            if !self.is(end, ",") && self.item(end).is_some_and(|item| item.is_word() && item.token.glued) {
                end += 1;
            }
            return Some(self.dated(day, month, end));
        }
        let (day, used) = self.number(next)?;
        let spelled_out = self.items.get(next).is_some_and(|item| item.token.number().is_none());
        let preceded_by_clock = at > 0 && self.has(at - 1, Class::Clock);
        next += used;
        if let Some((month, used)) = self.month_after(next) {
            let with_dot_only = self.is(next, ".")
                && self.items.get(next + 1).is_some_and(|item| item.token.number().is_some());
            if preceded_by_clock && with_dot_only {
                return None;
            }
            return Some(self.dated(day, month, next + used));
        }
        if let Some(month) = self.month_without_end(next, preceded_by_clock, said_den) {
            return Some(self.dated(day, month, next + 2));
        }
        let dot = self.is(next, ".") && self.item(next).is_some_and(|item| item.token.glued);
        let ordinal =
            dot || self.is(next, "th") || self.is(next, "st") || self.is(next, "nd") || self.is(next, "rd");
        // "den 24.", "tirsdag 24.": a day of this month or the next.
        let by_weekday = self
            .before
            .last()
            .is_some_and(|piece| piece.end == at && matches!(piece.what, What::Weekday { .. }));
        let short_ordinal = ordinal
            && by_weekday
            && !self
                .items
                .get(next + 1)
                .is_some_and(|item| item.token.glued && item.token.number().is_some());
        if !spelled_out
            && ((said_den && (ordinal || day > 12 || self.ends_clause(next))) || short_ordinal)
            && !self.followed_by_storey(next + usize::from(ordinal))
        {
            return Some(match calendar::next_day_of_month(self.today, day) {
                Some(date) => (vec![What::Date(date)], next + usize::from(ordinal)),
                None => (vec![What::Impossible], next + usize::from(ordinal)),
            });
        }
        None
    }

    pub(super) fn ends_clause(&self, at: usize) -> bool {
        self.item(at).is_none_or(|item| !item.is_word() || item.has(Class::Clock))
    }

    /// "etasje", or "til 4. etasje": what is counted before `at` is a storey.
    pub(super) fn followed_by_storey(&self, at: usize) -> bool {
        let upwards = self.item(at).is_some_and(|item| item.has(Class::Range))
            && self.item(at + 1).is_some_and(|item| item.token.number().is_some());
        let number = at + 2 + usize::from(self.is(at + 2, "."));
        self.has(at, Class::NotCount) || (upwards && self.has(number, Class::NotCount))
    }

    pub(super) fn month_without_end(
        &self,
        at: usize,
        preceded_by_clock: bool,
        said_den: bool,
    ) -> Option<u32> {
        if preceded_by_clock || !self.is(at, ".") || !self.item(at)?.token.glued {
            return None;
        }
        let item = self.item(at + 1).filter(|item| item.token.glued)?;
        let month = item.token.number().filter(|month| (1..=12).contains(month))?;
        let day = self.items.get(at - 1)?.token.number()?;
        let no_clock = day > 23 || item.token.word.len() == 1 || said_den;
        // "mandag 16.11" is the 16th where that is a Monday, or where no clock has such minutes.
        let odd_minutes = month % 5 != 0;
        let weekday = self.before.last().and_then(|piece| match piece.what {
            What::Weekday { day, .. } if piece.end + 1 == at => Some(day),
            _ => None,
        });
        let date = calendar::next_date(self.today, day, month, None);
        let fits = weekday.is_some_and(|weekday| date.is_some_and(|date| date.weekday() == weekday));
        let alone = weekday.is_some() || self.before.is_empty();
        (no_clock || fits || (odd_minutes && alone) || self.clock_later(at + 2)).then_some(month)
    }

    pub(super) fn clock_later(&self, at: usize) -> bool {
        (at..self.items.len()).any(|at| {
            let until = self.has(at - 1, Class::Until) || self.has(at - 1, Class::Range);
            self.has(at, Class::Clock) && !until && clock::at(self.items, at).is_some()
        })
    }

    pub(super) fn dated(&self, day: u32, month: u32, end: usize) -> (Vec<What>, usize) {
        let mut end = end;
        let mut year = None;
        let slash = usize::from(self.is(end, "/") || self.is(end, "."));
        if let Some(item) = self.item(end + slash)
            && let Some(number) = item.token.number()
            && (slash == 0 || item.token.glued)
        {
            if (2000..2200).contains(&number) {
                year = i32::try_from(number).ok();
                end += 1 + slash;
            } else if item.token.word.len() == 2 && item.token.glued && (20..60).contains(&number) {
                year = i32::try_from(2000 + number).ok();
                end += 1 + slash;
            }
        }
        let what = calendar::next_date(self.today, day, month, year).map_or(What::Impossible, What::Date);
        (vec![what], end)
    }
}
