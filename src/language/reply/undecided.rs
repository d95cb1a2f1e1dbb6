//! What is left open for a reason of the sender's own.

use super::*;
use crate::language::lexicon::Tag;

impl Reader<'_> {
    pub(super) fn undecided(&self) -> Option<ReplyReading> {
        if self.own_reason() {
            let clause = self.any(Cue::Condition)?;
            return Some(self.because(clause, Cue::Condition, Intent::Maybe));
        }
        let clause = self.clauses.iter().find(|clause| clause.has(Cue::Maybe))?;
        // "tja, jeg kan vel ta den"
        if clause.words(self.items) == 1
            && ["tja", "hm", "hmm", "hmmm"].iter().any(|word| self.items[clause.start].is(word))
            && self.clauses.iter().any(|later| later.start > clause.start && self.strong(later))
        {
            return None;
        }
        // "tre fra oss, kanskje flere"
        let how_many = clause.words(self.items) <= 2
            && self.items[clause.start..clause.end].iter().any(|item| {
                item.has(Class::More)
                    || item.token.number().is_some()
                    || item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Number(_)))
            });
        let said_before =
            |other: &Clause| other.start < clause.start && (self.strong(other) || self.is_counted(other));
        if how_many && self.clauses.iter().any(said_before) {
            return None;
        }
        if self.any(Cue::Done).is_some() && self.context.already_accepted {
            return None;
        }
        let other = clause.subject == Subject::Other && self.clauses.iter().any(|clause| self.strong(clause));
        let asks = clause.asks && clause.has(Cue::Question) && clause.offer.is_none();
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        let chats = (length(Cue::Chat) >= length(Cue::Maybe) && clause.offer.is_none())
            || (clause.asks && clause.subject == Subject::Other);
        if other || asks || chats { None } else { Some(self.because(clause, Cue::Maybe, Intent::Maybe)) }
    }

    /// "må sjekke kalenderen når jeg kommer hjem": a turn of phrase that leaves it open, and nothing that offers.
    pub(super) fn is_undecided(&self) -> bool {
        let open = |clause: &Clause| {
            // "kanskje, hvis svigermor kan passe ungene"
            let alone = clause.words(self.items) == 1;
            clause.find(Cue::Maybe).is_some_and(|cue| alone || cue.end - cue.start > 1) && !clause.asks
        };
        let at = self.clauses.iter().position(open);
        at.is_some_and(|at| self.clauses.iter().skip(at + 1).all(|clause| !self.strong(clause)))
            && self.clauses.iter().all(|clause| open(clause) || !self.strong(clause))
    }

    /// "hvis jeg får fri": a condition that only the sender can meet.
    pub(super) fn own_reason(&self) -> bool {
        self.clauses.iter().any(|clause| {
            let items = &self.items[clause.start..clause.end];
            let if_word = |at: usize| self.items[at].has(Class::If) || self.items[at].is("om");
            let Some(cue) = clause.cues.iter().find(|cue| cue.cue == Cue::Condition && if_word(cue.start))
            else {
                return false;
            };
            let after = &self.items[cue.start..clause.end];
            // "hvis jeg får skyss hjem": others can meet that.
            let lift = ["skyss", "haik", "lift", "skjuts", "kørelejlighed", "ride"];
            let by_others = after.iter().any(|item| lift.iter().any(|word| item.is(word)));
            !by_others
                && after.iter().any(|item| item.has(Class::OwnReason))
                && !items.iter().any(|item| item.has(Class::Others))
        })
    }
}
