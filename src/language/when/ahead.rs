//! How far ahead something is: "om to timer", "om tre uker", "in a month".

use super::{Hit, Scan, What};
use crate::language::calendar;
use crate::language::class::Class;
use crate::language::lexicon::Tag;

/// Nobody counts further ahead in hours.
const MOST_HOURS: u32 = 72;

impl Scan<'_> {
    pub(super) fn in_some_time(&self, at: usize) -> Hit {
        if !self.has(at, Class::In) {
            return None;
        }
        let mut next = at + 1;
        if self.is(next, "ca") {
            next += 1;
        }
        // "om en halvtime", "in half an hour"
        if let Some((minutes, used)) =
            self.tag(next, |tag| if let Tag::Minutes(minutes) = tag { Some(minutes) } else { None })
            && (self.is(at, "om") || self.is(at, "in"))
        {
            return Some((vec![What::FromNow(minutes)], next + used));
        }
        let (count, used) = self.number(next).or_else(|| self.class(next, Class::Article).map(|_| (1, 1)))?;
        let unit = next + used;
        if self.has(unit, Class::Week) && !(self.is(at, "i") && count > 1) {
            return Some((
                vec![What::InWeeks(calendar::add(self.today, i64::from(count.min(99)) * 7))],
                unit + 1,
            ));
        }
        // "om en time" is no length of time.
        if self.has(unit, Class::Hour) && !self.is(at, "i") {
            let hours = count.min(MOST_HOURS) * 60;
            // "in 2 hours and 30 minutes"
            let more = unit + 1 + usize::from(self.is(unit + 1, "og") || self.is(unit + 1, "and"));
            let minutes =
                self.number(more).filter(|(count, used)| *count < 60 && self.has(more + used, Class::Minute));
            return Some(match minutes {
                Some((minutes, used)) => (vec![What::FromNow(hours + minutes)], more + used + 1),
                None => (vec![What::FromNow(hours)], unit + 1),
            });
        }
        if self.has(unit, Class::Minute) {
            return Some((vec![What::FromNow(count.min(MOST_HOURS * 60))], unit + 1));
        }
        if self.has(unit, Class::Day) {
            return Some((vec![What::Date(calendar::add(self.today, i64::from(count.min(366))))], unit + 1));
        }
        if self.has(unit, Class::Month) {
            let date = self.today.checked_add_months(chrono::Months::new(count.min(24)))?;
            return Some((vec![What::Date(date)], unit + 1));
        }
        None
    }
}
