//! Less than the whole task: a part of it, or all of it if something else is so.

use super::*;
use crate::language::lexicon::Tag;

impl Reader<'_> {
    pub(super) fn conditional(&self) -> Option<ReplyReading> {
        let reading =
            self.lacks_equipment().or_else(|| self.free_after_work()).or_else(|| self.asks_something_first());
        if let Some(reading) = reading {
            return Some(reading);
        }
        if let Some(reading) = self.until_then() {
            return Some(reading);
        }
        let bounded = self.clauses.iter().find(|clause| self.bounds(clause).is_some());
        let conditioned = self.clauses.iter().find(|clause| clause.has(Cue::Condition) && !clause.asks);
        let clause = bounded.or(conditioned)?;
        // "det er gjort på en halvtime. Jeg tar den"
        let told = bounded.is_none()
            && clause.offer.is_none()
            && clause.find(Cue::Condition).is_some_and(|cue| {
                let words = &self.items[cue.start..cue.end];
                let part = (cue.start..cue.end).any(|at| {
                    let minutes = |tag: &(Tag, usize)| matches!(tag.0, Tag::Minutes(_));
                    clock::phrase(self.items, at, Class::Part).is_some()
                        || self.items[at].tags.iter().any(minutes)
                });
                part && !words.iter().any(|item| item.has(Class::If) || item.has(Class::Only))
            })
            && self.clauses.iter().any(|later| {
                later.start > clause.start
                    && !later.but
                    && !later.has(Cue::Condition)
                    && self.strong(later)
                    && self.says_who(later)
            });
        if told {
            return None;
        }
        if self.own_reason()
            || (bounded.is_none() && self.is_undecided())
            || self.clauses.iter().any(|clause| self.leads_with_question(clause))
        {
            return None;
        }
        let offered = self.clauses.iter().any(|clause| {
            (clause.offer.is_some() || clause.yes.is_some() || self.strong(clause))
                && !clause.asks
                && clause.subject != Subject::Other
        }) || conditioned.is_some_and(|clause| self.only_if(clause));
        let thin = self.clauses.iter().all(|clause| clause.has(Cue::Condition) || clause.foreign == 0);
        if !offered
            && (!thin || self.clauses.iter().any(|clause| clause.asks) || self.any(Cue::Chat).is_some())
        {
            return None;
        }
        if self.any(Cue::Done).is_some()
            && self.context.already_accepted
            && bounded.is_none()
            && conditioned.is_none_or(|clause| !self.items[clause.start].has(Class::If))
        {
            return None;
        }
        let (from, until) = bounded.and_then(|clause| self.bounds(clause)).unwrap_or_default();
        let words = clause.find(Cue::Condition).map(|found| span(self.items, found));
        let words = words.unwrap_or(Span {
            start: self.items[clause.start].token.span.start,
            end: self.items[clause.end - 1].token.span.end,
        });
        Some(ReplyReading { intent: Intent::Conditional { from, until }, because: vec![words] })
    }

    /// "får jeg låne snøfreser så tar jeg den", "vi kan, men da må noen låse opp": somebody else must do something first.
    fn asks_something_first(&self) -> Option<ReplyReading> {
        let offers = |clause: &Clause| {
            self.strong(clause)
                || self.weak(clause)
                || (clause.offer.is_some() && clause.not.is_none() && !clause.past && self.says_who(clause))
        };
        let at = self.clauses.windows(2).position(|pair| {
            let [first, second] = pair else { return false };
            // "fortsatt ledig? da tar jeg den" asks for nothing.
            let free = self.items[first.start..first.end].iter().any(|item| item.has(Class::Ready));
            let begs =
                first.asks && first.subject == Subject::Sender && !free && second.but && offers(second);
            let demands = second.but
                && second.subject == Subject::Other
                && self.items[second.start..second.end].iter().any(|item| item.has(Class::Ought))
                && offers(first);
            let must = second.but
                && second.subject == Subject::Sender
                && !second.asks
                && !self.strong(second)
                && second.find(Cue::Maybe).is_none_or(|maybe| maybe.end - maybe.start < 2)
                && self.items[second.start..second.end].iter().take(2).any(|item| item.has(Class::Must))
                && offers(first);
            (begs && !self.leads_with_question(first)) || demands || must
        })?;
        let clause = &self.clauses[at];
        let words = Span {
            start: self.items[clause.start].token.span.start,
            end: self.items[clause.end - 1].token.span.end,
        };
        let (from, until) = self.clauses.iter().find_map(|clause| self.bounds(clause)).unwrap_or_default();
        Some(ReplyReading { intent: Intent::Conditional { from, until }, because: vec![words] })
    }

    /// "korleis kjem ein seg dit utan bil"
    pub(super) fn leads_with_question(&self, clause: &Clause) -> bool {
        let first = self.items[clause.start..clause.end]
            .iter()
            .find(|item| item.is_word() && !item.has(Class::Greeting) && !item.has(Class::Yes));
        first.is_some_and(|item| item.has(Class::Ask) && !item.has(Class::When))
    }

    /// "kan, men har ikke bil": unless what follows says that it is no hindrance.
    pub(super) fn lacks_equipment(&self) -> Option<ReplyReading> {
        let at = self.clauses.iter().position(|clause| {
            let items = &self.items[clause.start..clause.end];
            !clause.asks
                && items.iter().any(|item| item.has(Class::NotNeeded))
                && items.iter().any(|item| item.has(Class::Not))
        })?;
        let later = &self.clauses[at + 1..];
        let overcome = later.iter().any(|clause| clause.but)
            && later.iter().any(|clause| self.strong(clause) || self.weak(clause));
        let offered = self
            .clauses
            .iter()
            .any(|clause| self.strong(clause) || self.weak(clause) || clause.yes.is_some());
        (!overcome && offered).then(|| {
            self.because(&self.clauses[at], Cue::Condition, Intent::Conditional { from: None, until: None })
        })
    }

    /// "på jobb til 18, men kan komme da".
    pub(super) fn free_after_work(&self) -> Option<ReplyReading> {
        let at = self.clauses.iter().position(|clause| clause.has(Cue::Busy) && !clause.asks)?;
        let busy = &self.clauses[at];
        let then = |item: &Item| item.has(Class::Then) || item.has(Class::After);
        let later = self.clauses[at + 1..].iter().find(|later| {
            later.offer.is_some()
                && later.not.is_none()
                && self.items[later.start..later.end].iter().any(then)
        })?;
        let from = (busy.start..busy.end).find_map(|at| {
            let found = clock::at(self.items, at).filter(|_| {
                at > busy.start
                    && (self.items[at - 1].has(Class::Until) || self.items[at - 1].has(Class::Before))
            })?;
            found.from.settled().and_then(time)
        })?;
        Some(self.because(later, Cue::Accept, Intent::Conditional { from: Some(from), until: None }))
    }

    /// "må hente ungene halv fire, men kan til da".
    fn until_then(&self) -> Option<ReplyReading> {
        let at = (1..self.items.len())
            .find(|&at| self.items[at].has(Class::Then) && self.items[at - 1].has(Class::Until))?;
        let until = (0..at).find_map(|at| clock::at(self.items, at).filter(|found| found.sure))?;
        let clause = self
            .clauses
            .iter()
            .find(|clause| clause.start <= at && at < clause.end && clause.offer.is_some())?;
        let intent = Intent::Conditional { from: None, until: until.from.settled().and_then(time) };
        (!clause.asks).then(|| self.because_token(at, intent))
    }
}
