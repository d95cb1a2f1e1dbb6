//! A place that is handed on to somebody else.

use super::*;

impl Reader<'_> {
    /// "kan noen ta over vakta mi?"
    pub(super) fn handed_over(&self) -> Option<ReplyReading> {
        if let Some(reading) = self.half_handed_over() {
            return Some(reading);
        }
        // "bare hvis dere ikke finner noen andre"
        let conditioned = |clause: &Clause| {
            let released = clause.find(Cue::Release).map(|found| found.start);
            clause.cues.iter().any(|cue| {
                let led = self.items[cue.start].has(Class::If) || self.items[cue.start].has(Class::Only);
                cue.cue == Cue::Condition && led && Some(cue.start) < released
            })
        };
        let released = self.clauses.iter().find(|clause| clause.has(Cue::Release) && !conditioned(clause));
        if let Some(clause) = released {
            let kept = self.clauses.iter().any(|other| {
                // Who holds the place and says afterwards that the sender comes keeps it.
                let in_time = !self.context.already_accepted || other.start > clause.start;
                other.start != clause.start
                    && in_time
                    && (self.strong(other)
                        || (other.has(Cue::Condition)
                            && other.not.is_none()
                            && (other.offer.is_some() || self.only_if(other))))
            });
            if !kept {
                return Some(self.because(clause, Cue::Release, refusal(self.context)));
            }
        }
        let clause = self.any(Cue::Handover)?;
        if clause.has(Cue::Chat)
            || clause.subject == Subject::Kin
            || self.offers_until(clause)
            || clause.find(Cue::Condition).is_some_and(|cue| {
                self.items[cue.start].has(Class::If) || self.items[cue.start].has(Class::Only)
            })
        {
            return None;
        }
        let hindered = |other: &Clause| {
            self.refuses(other).is_some()
                || (other.has(Cue::Busy) && other.subject == Subject::Sender && !other.asks)
        };
        if self.clauses.iter().any(|other| other.start != clause.start && hindered(other)) {
            return Some(self.because(clause, Cue::Handover, refusal(self.context)));
        }
        // "kan noen andre ta den? ellers kan jeg" is a condition, and is read as one further down.
        if self.clauses.iter().any(|other| {
            other.start != clause.start
                && (self.strong(other) || self.weak(other) || other.has(Cue::Condition))
        }) {
            let (from, until) = self.clauses.iter().find_map(|other| self.bounds(other)).unwrap_or_default();
            return Some(self.because(clause, Cue::Handover, Intent::Conditional { from, until }));
        }
        let intent = if self.context.already_accepted && self.gives_away(clause) {
            Intent::Withdraw
        } else {
            Intent::Question
        };
        Some(self.because(clause, Cue::Handover, intent))
    }

    /// "jeg kan kjøre henne dit, men noen andre må ta hjemturen for jeg har møte": part of it is offered first.
    pub(super) fn half_handed_over(&self) -> Option<ReplyReading> {
        // From somebody who holds the place it is a withdrawal: the worse thing to miss.
        if self.context.already_accepted {
            return None;
        }
        let clause = self
            .clauses
            .iter()
            .find(|clause| clause.but && (clause.has(Cue::Release) || clause.has(Cue::Handover)))?;
        let offered = self
            .clauses
            .iter()
            .find(|other| other.start < clause.start && (self.strong(other) || self.weak(other)))?;
        let (from, until) = self.bounds(offered).unwrap_or_default();
        Some(self.because(offered, Cue::Accept, Intent::Conditional { from, until }))
    }

    /// "kan ta over etter kl 14", "jeg kan så lenge noen andre tar nøkkelen": an offer with a bound or a condition of its own.
    pub(super) fn offers_until(&self, clause: &Clause) -> bool {
        let Some(offer) = clause.offer.filter(|_| clause.not.is_none() && !clause.asks) else { return false };
        let led = !self.items[clause.start..offer]
            .iter()
            .any(|item| [Class::You, Class::Others, Class::Third].into_iter().any(|class| item.has(class)));
        let other_next =
            self.items.get(offer + 1).is_some_and(|next| next.has(Class::Others) || next.has(Class::You));
        let conditioned = clause
            .cues
            .iter()
            .any(|cue| cue.cue == Cue::Condition && cue.start > offer && cue.end - cue.start > 1);
        led && !other_next && (self.bounds(clause).is_some() || conditioned)
    }

    /// "bare hvis det er krise": a condition that leads.
    pub(super) fn only_if(&self, clause: &Clause) -> bool {
        let mut words = self.items[clause.start..clause.end].iter().filter(|item| item.is_word());
        words.next().is_some_and(|item| item.has(Class::If) || item.has(Class::Only))
            && clause.find(Cue::Condition).is_some_and(|cue| cue.end - cue.start > 1)
    }

    /// Whether it is the place itself that somebody else shall take, and not the sender who shall be fetched.
    pub(super) fn gives_away(&self, clause: &Clause) -> bool {
        let any = |class: Class| self.items[clause.start..clause.end].iter().any(|item| item.has(class));
        let takes = [Class::Take, Class::It, Class::My, Class::TakeOver].into_iter().any(any);
        let fetches = any(Class::Collect);
        takes && !fetches
    }
}
