//! The days until which something goes on: "ut juni", "til og med 10. april".

use chrono::{Datelike, NaiveDate};

use super::{Hit, Scan, What};
use crate::language::calendar;
use crate::language::class::Class;
use crate::language::lexicon::Tag;

impl Scan<'_> {
    /// "til og med 10. april", "t.o.m. uke 12", "up to and including May".
    pub(super) fn until_inclusive(&self, at: usize) -> Hit {
        let next = at + usize::from(self.is(at, "den") || self.is(at, "the"));
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            && self.item(next + used).is_none_or(|item| item.token.number().is_none())
        {
            return Some((vec![What::Until(calendar::end_of_month(self.today, month)?)], next + used));
        }
        if let Some((whats, end)) = self.holiday(next).or_else(|| self.date(next))
            && let Some(What::Date(date)) = whats.first()
        {
            return Some((vec![What::Until(*date)], end));
        }
        let (monday, end) = self.numbered_week(next)?;
        Some((vec![What::Until(calendar::add(monday, 6))], end))
    }

    pub(super) fn until(&self, at: usize) -> Hit {
        const OUT: [&str; 7] = ["ut", "ut av", "throughout", "until", "t", "tom", "till"];
        const TO: [&str; 10] =
            ["til", "till", "tom", "until", "t", "to", "fram", "frem", "through", "indtil"];
        let item = self.item(at)?;
        if let Some(used) = self.class(at, Class::Through)
            && let Some(hit) = self.until_inclusive(at + used)
        {
            return Some(hit);
        }
        if item.is("ut") || (OUT.contains(&item.key.as_str()) && self.is(at + 1, "end")) || item.is("out") {
            let mut next = at + 1;
            while self.is(next, "end") || self.is(next, "of") || self.is(next, "hele") {
                next += 1;
            }
            if let Some((month, used)) =
                self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            {
                return Some((vec![What::Until(calendar::end_of_month(self.today, month)?)], next + used));
            }
            if self.is(next, "året") || self.is(next, "året") {
                return Some((
                    vec![What::Until(NaiveDate::from_ymd_opt(self.today.year(), 12, 31)?)],
                    next + 1,
                ));
            }
            if let Some((monday, end)) = self.numbered_week(next) {
                return Some((vec![What::Until(calendar::add(monday, 6))], end));
            }
            if self.is(next, "måneden") || self.is(next, "månaden") {
                return Some((vec![What::Until(calendar::last_of_month(self.today)?)], next + 1));
            }
            return None;
        }
        if !TO.contains(&item.key.as_str()) {
            return None;
        }
        let mut next = at + 1;
        while ["og", "med", "til", "och", "end", "of", "the", ".", "o", "m"]
            .iter()
            .any(|word| self.is(next, word))
            && next < at + 6
        {
            next += 1;
        }
        let inclusive =
            next > at + 1 || item.is("tom") || item.is("through") || item.is("until") || item.is("t");
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            && self.item(next + used).is_none_or(|item| item.token.number().is_none())
        {
            let whole_month =
                self.items[at..next].iter().any(|item| item.is("med") || item.is("end")) || inclusive;
            let last = if whole_month {
                calendar::end_of_month(self.today, month)?
            } else {
                calendar::add(calendar::next_date(self.today, 1, month, None)?, -1)
            };
            return Some((vec![What::Until(last)], next + used));
        }
        let dated = self.holiday(next).or_else(|| self.date(next));
        if let Some((whats, end)) = dated
            && let Some(What::Date(date)) = whats.first()
        {
            return Some((vec![What::Until(*date)], end));
        }
        if inclusive && let Some((monday, end)) = self.numbered_week(next) {
            return Some((vec![What::Until(calendar::add(monday, 6))], end));
        }
        None
    }
}
