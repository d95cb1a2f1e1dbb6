//! The clock times that an offer is bound to.

use super::*;
use crate::language::lexicon::Tag;

impl Reader<'_> {
    /// The clock times that an offer is bound to: from, until.
    pub(super) fn bounds(&self, clause: &Clause) -> Option<(Option<NaiveTime>, Option<NaiveTime>)> {
        let busy = clause.has(Cue::Busy) && !self.after_work(clause) && clause.offer.is_none();
        let fits = clause.find(Cue::Accept).is_some_and(|cue| self.items[cue.start].has(Class::Fits));
        // "gi meg til kl 12"
        let open =
            clause.offer.is_none() && clause.find(Cue::Maybe).is_some_and(|cue| cue.end - cue.start > 2);
        let must_end = self.must_end(clause);
        let done = clause.has(Cue::Done) && must_end.is_none();
        if clause.asks || busy || fits || open || clause.has(Cue::Late) || done {
            return None;
        }
        let (mut from, mut until) = (None, None);
        // "til klokka åtte i kveld"
        let evening = self.items[clause.start..clause.end].iter().any(|item| {
            item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Part(minute) if *minute >= 18 * 60))
        });
        let settled = |mut clock: clock::Clock| {
            if evening && clock.half == clock::HalfOfDay::Open {
                clock.half = clock::HalfOfDay::Evening;
            }
            clock.settled()
        };
        let mut at = clause.start;
        while at < clause.end {
            let clock = clock::at(self.items, at).or_else(|| clock::noon_as_bound(self.items, at));
            let Some(found) = clock.filter(|found| at + found.tokens <= clause.end) else {
                at += 1;
                continue;
            };
            let after = self.items.get(at + found.tokens);
            // "fra 10. trinn", "fra 9B"
            let grade = after.is_some_and(|item| item.is_word() && item.token.glued)
                || after.is_some_and(|item| item.is(".") && item.token.glued)
                    && self
                        .items
                        .get(at + found.tokens + 1)
                        .is_some_and(|item| item.is("trinn") || item.is("klasse"));
            let counts_something = grade
                || after.is_some_and(|item| {
                    [Class::Person, Class::Minute, Class::Hour, Class::Kin, Class::Day]
                        .into_iter()
                        .any(|class| item.has(class))
                });
            let before: Vec<&Item> = (1..=3)
                .filter_map(|back| at.checked_sub(back))
                .filter(|&at| at >= clause.start)
                .map(|at| &self.items[at])
                .collect();
            let previous = before.first();
            let is = |class: Class| {
                previous.is_some_and(|item| item.has(class))
                    || (self.items[at].has(Class::Approx) && previous.is_some_and(|item| item.has(class)))
            };
            // "kan ikke være der før 17"
            let since = at.saturating_sub(6).max(clause.start);
            let negated = self.items[since..at].iter().any(|item| item.has(Class::Not));
            let minute = settled(found.from).and_then(time);
            if counts_something || minute.is_none() {
                at += 1;
                continue;
            }
            let goes = before.iter().any(|item| item.has(Class::Leave));
            if found.until.is_some()
                && (is(Class::From) || is(Class::Between) || found.sure || found.from.minute >= 7 * 60)
                && (self.clauses.iter().any(|clause| clause.offer.is_some() || clause.yes.is_some())
                    || self.items[clause.start..at].iter().any(|item| item.has(Class::Only)))
            {
                from = minute;
                until = found
                    .until
                    .and_then(|end| time(clock::end_after(found.from.settled()?, end) % clock::DAY));
            } else if is(Class::From)
                || is(Class::After)
                || (before.iter().any(|item| item.has(Class::Earliest)) && !is(Class::Until))
                || after.is_some_and(|item| item.has(Class::Earliest) && !item.has(Class::Only))
            {
                if negated { until = minute } else { from = minute }
            } else if is(Class::Until)
                && self.items[clause.start..at].iter().any(|item| item.has(Class::Come))
                && !self.items[clause.start..at].iter().any(|item| item.has(Class::Only))
            {
                // "kommer til kl 10" is when, not how long.
            } else if is(Class::Until)
                || is(Class::Before)
                || (goes && found.sure)
                || must_end.is_some_and(|done| done < at && at <= done + 2)
            {
                if negated && is(Class::Before) { from = minute } else { until = minute }
            }
            at += found.tokens;
        }
        (from.is_some() || until.is_some()).then_some((from, until))
    }

    /// Token of what must be over by then: "må være ferdig 12.45" of the sender, and not of the task ("det må være ferdig").
    fn must_end(&self, clause: &Clause) -> Option<usize> {
        const OVER: [&str; 4] = ["ferdig", "ferdige", "done", "finished"];
        let must = (clause.start..clause.end).find(|&at| {
            clock::phrase(self.items, at, Class::Must).is_some() && !self.items[at].has(Class::Not)
        })?;
        let of_the_task = self.items[clause.start..must].iter().any(|item| item.has(Class::It));
        let over = (must + 1..clause.end).find(|&at| OVER.iter().any(|word| self.items[at].is(word)))?;
        let between =
            |item: &Item| item.has(Class::Be) || item.has(Class::Adverb) || item.is("to") || item.is("være");
        (!of_the_task && self.items[must + 1..over].iter().all(between)).then_some(over)
    }

    /// The one clock of a clause that offers: "men kan være der halv fem".
    pub(super) fn only_clock(&self, clause: &Clause) -> Option<(Option<NaiveTime>, Option<NaiveTime>)> {
        let found =
            (clause.start..clause.end).find_map(|at| clock::at(self.items, at).filter(|found| found.sure))?;
        Some((found.from.settled().and_then(time), None))
    }
}
