//! Weekdays, weeks and weekends, and the days counted from today.

use chrono::{NaiveDate, Weekday};

use super::{Hit, Scan, What};
use crate::language::calendar;
use crate::language::class::Class;
use crate::language::lexicon::Tag;

impl Scan<'_> {
    pub(super) fn weekday_at(&self, at: usize) -> Option<(Weekday, usize)> {
        let (day, mut used) =
            self.tag(at, |tag| if let Tag::Weekday(day) = tag { Some(day) } else { None })?;
        let item = self.item(at)?;
        // "sun", "man" and "mon" are also other words; "fri" is free.
        let short = item.key.chars().count() <= 3;
        // The tables have "man." too, whose full stop is counted already.
        if short && self.is(at + used, ".") {
            used += 1;
        }
        let doubtful = ["man", "fri", "tor", "sat", "sun", "mon", "lau", "lør"].contains(&item.key.as_str());
        if doubtful && !self.short_day_fits(at, used) {
            return None;
        }
        Some((day, used))
    }

    pub(super) fn short_day_fits(&self, at: usize, used: usize) -> bool {
        let next = self.item(at + used);
        let by_number = next.is_some_and(|next| {
            next.token.number().is_some()
                || next.has(Class::Clock)
                || next.is("-")
                || next.has(Class::Half)
                || (next.is(",") && !self.is_a_man(at))
                || next.is("/")
        }) || self.class(at + used, Class::Through).is_some()
            || (next.is_some_and(|next| next.has(Class::Range))
                && self.tag(at + used + 1, |tag| matches!(tag, Tag::Weekday(_)).then_some(())).is_some());
        let after_dash = at > 0
            && (self.is(at - 1, "-")
                || self.is(at - 1, "/")
                || self.has(at - 1, Class::Through)
                || self.has(at - 1, Class::Every)
                || self.is(at - 1, ","));
        used > 1
            || by_number
            || after_dash
            || (at > 0
                && (self.is(at - 1, "på") || self.is(at - 1, "og"))
                && next.is_none_or(|next| !next.is_word()))
    }

    /// "an old man, done by three": a word before it makes it no Monday.
    fn is_a_man(&self, at: usize) -> bool {
        self.is(at, "man")
            && at.checked_sub(1).and_then(|at| self.item(at)).is_some_and(|before| {
                before.is_word() && !before.has(Class::On) && !before.has(Class::From) && !before.is("til")
            })
    }

    pub(super) fn weekday(&self, at: usize) -> Hit {
        if let Some((day, used)) =
            self.tag(at, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None })
        {
            return Some((vec![What::Weekday { day, next: false, each: true }], at + used));
        }
        let mut next = at;
        let next_week = self.has(next, Class::Next);
        if next_week || self.has(next, Class::This) {
            next += 1;
        }
        let (day, used) = self.weekday_at(next)?;
        let mut end = next + used;
        let through = self.class(end, Class::Through);
        let link = through.is_some()
            || self.is(end, "-")
            || self.is(end, "til")
            || self.is(end, "till")
            || self.is(end, "to")
            || self.is(end, "tom")
            || self.is(end, "through");
        let last = end
            + through.unwrap_or(1)
            + if through.is_some() {
                0
            } else if self.is(end, "til") && self.is(end + 1, "og") && self.is(end + 2, "med") {
                2
            } else {
                0
            };
        if link && let Some((last_day, last_used)) = self.weekday_at(last) {
            end = last + last_used;
            return Some((vec![What::WeekdaySpan(day, last_day)], end));
        }
        Some((vec![What::Weekday { day, next: next_week, each: false }], end))
    }

    pub(super) fn week(&self, at: usize) -> Hit {
        if self.has(at, Class::Week)
            && let Some(number) =
                self.item(at + 1 + usize::from(self.is(at + 1, "."))).and_then(|item| item.token.number())
            && number <= 60
        {
            return Some(match self.numbered_week(at) {
                Some((monday, end)) => (vec![What::WeekOf(monday)], end),
                None => (vec![What::Impossible], at + 2),
            });
        }
        if self.is(at, "wk") {
            return None;
        }
        let next_word = self.has(at, Class::Next) && !self.is(at, "førre");
        if (next_word || self.is(at, "kommende") || self.is(at, "komande")) && self.has(at + 1, Class::Week) {
            return Some((vec![What::NextWeek], at + 2));
        }
        if self.has(at, Class::This) && self.has(at + 1, Class::Week) {
            return Some((vec![What::ThisWeek], at + 2));
        }
        if next_word && self.has(at + 1, Class::Weekend) {
            return Some((vec![What::Weekend { next: true, each: false }], at + 2));
        }
        if self.has(at, Class::Weekend) {
            let said = at == 0 || !self.is(at - 1, "god") && !self.is(at - 1, "forrige");
            return said.then(|| (vec![What::Weekend { next: false, each: false }], at + 1));
        }
        if self.is(at, "helgene")
            || self.is(at, "helger")
            || self.is(at, "helgane")
            || self.is(at, "helgar")
            || self.is(at, "helgerne")
            || self.is(at, "weekends")
            || self.is(at, "weekender")
        {
            return Some((vec![What::Weekend { next: false, each: true }], at + 1));
        }
        None
    }

    pub(super) fn numbered_week(&self, at: usize) -> Option<(NaiveDate, usize)> {
        let mut next = at;
        if !self.has(next, Class::Week) {
            return None;
        }
        next += 1;
        if self.is(next, ".") || self.is(next, "nr") {
            next += 1;
        }
        let week = self.item(next)?.token.number()?;
        Some((calendar::monday_of_week(self.today, week)?, next + 1))
    }

    pub(super) fn relative_day(&self, at: usize) -> Hit {
        if let Some(end) = self.yesterday(at) {
            return Some((vec![What::Date(calendar::add(self.today, -1))], end));
        }
        let (days, used) = self.tag(at, |tag| if let Tag::InDays(days) = tag { Some(days) } else { None })?;
        let mut whats = vec![What::Date(calendar::add(self.today, i64::from(days)))];
        let part = self.item(at)?.tags.iter().find_map(|(tag, length)| match tag {
            Tag::Part(minute) if *length == used => Some(*minute),
            _ => None,
        });
        whats.extend(part.map(What::Part));
        let night =
            (self.is(at, "i") && (self.is(at + 1, "natt") || self.is(at + 1, "nat"))) || self.is(at, "inatt");
        whats.extend(night.then_some(What::Night));
        Some((whats, at + used))
    }

    /// "i går", "yesterday": where it ends. Nothing is asked for then, but it must not be read as today.
    fn yesterday(&self, at: usize) -> Option<usize> {
        let is = |at: usize, words: &[&str]| {
            self.item(at).is_some_and(|item| words.contains(&item.token.word.as_str()))
        };
        if is(at, &["igår", "yesterday"]) {
            return Some(at + 1);
        }
        (is(at, &["i"]) && is(at + 1, &["går", "gjår", "gaar"])).then_some(at + 2)
    }
}
