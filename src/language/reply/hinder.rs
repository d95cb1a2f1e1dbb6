//! What hinders: at work, ill, away.

use super::*;

impl Reader<'_> {
    /// At work, ill, away; unless it is told as something that does not hinder.
    pub(super) fn busy(&self) -> Option<ReplyReading> {
        let at = self
            .clauses
            .iter()
            .position(|clause| clause.has(Cue::Busy) && clause.not.is_none() && !clause.asks)?;
        let clause = &self.clauses[at];
        let ill = clause
            .find(Cue::Busy)
            .is_some_and(|cue| self.items[cue.start..cue.end].iter().any(|item| item.has(Class::Ill)));
        if clause.past && !ill && clause.find(Cue::Busy).is_some_and(|cue| cue.end - cue.start == 1) {
            return None;
        }
        if self.free_after_work().is_some() {
            return None;
        }
        let left_open = |later: &Clause| later.find(Cue::Maybe).is_some_and(|cue| cue.end - cue.start > 1);
        let ill = clause
            .find(Cue::Busy)
            .is_some_and(|cue| self.items[cue.start..cue.end].iter().any(|item| item.has(Class::Ill)));
        if (clause.past || ill) && self.clauses[at + 1..].iter().any(left_open) {
            return None;
        }
        // "broren min kan, jeg må jobbe"
        let kin_comes = |other: &Clause| {
            other.subject == Subject::Kin
                && !other.has(Cue::Busy)
                && other.not.is_none()
                && (self.strong(other) || self.weak(other))
        };
        if self.clauses.iter().any(kin_comes) {
            return None;
        }
        if clause.subject == Subject::Other
            || (clause.subject == Subject::Kin && self.clauses.iter().any(|other| self.strong(other)))
        {
            return None;
        }
        // "kan bli med fram til halv tre, så må jeg hente i barnehagen": part of it was offered before.
        let part = |earlier: &Clause| {
            earlier.not.is_none()
                && !earlier.asks
                && (self.strong(earlier) || earlier.offer.is_some() || self.bounds(earlier).is_some())
                && (self.bounds(earlier).is_some()
                    || earlier.find(Cue::Condition).is_some_and(|cue| cue.end - cue.start > 1))
        };
        if self.clauses[..at].iter().any(part) {
            return None;
        }
        if self.clauses[at + 1..].iter().any(|later| {
            (later.but || self.clauses[at + 1].but)
                && (self.strong(later)
                    || self.weak(later)
                    || later.has(Cue::Condition)
                    || self.bounds(later).is_some())
        }) {
            return None;
        }
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        // "hele gjengen er på cup": what would commit ends within what hinders.
        let goes_on = |accept: &FoundCue| {
            clause.find(Cue::Busy).is_some_and(|busy| busy.start < accept.end && accept.end < busy.end)
        };
        if clause.has(Cue::Maybe)
            || (clause.has(Cue::Chat) && (length(Cue::Chat) >= length(Cue::Busy) || length(Cue::Busy) == 1))
            || clause.has(Cue::Done)
            || clause.find(Cue::Accept).is_some_and(|cue| cue.end - cue.start > 1 && !goes_on(cue))
        {
            return None;
        }
        if self.clauses.iter().any(|other| other.has(Cue::Chat) && !other.has(Cue::Busy))
            && !self.clauses.iter().any(|other| other.subject == Subject::Sender && other.has(Cue::Busy))
        {
            return None;
        }
        // "når jeg er ferdig på jobb" is a time, not a hindrance.
        let first = &self.items[clause.start];
        if first.has(Class::If) || first.has(Class::Ask) || first.has(Class::After) || self.after_work(clause)
        {
            return None;
        }
        let bound = clause.cues.iter().filter(|cue| cue.cue == Cue::Condition).any(|cue| {
            self.items[cue.start].has(Class::If)
                || (clause.offer.is_some() && self.items[cue.start].has(Class::After))
        });
        if bound {
            return None;
        }
        Some(self.because(clause, Cue::Busy, refusal(self.context)))
    }

    pub(super) fn after_work(&self, clause: &Clause) -> bool {
        clause.find(Cue::Busy).is_some_and(|cue| {
            cue.start > clause.start
                && (self.items[cue.start - 1].has(Class::After) || self.items[cue.start - 1].has(Class::From))
        })
    }
}
