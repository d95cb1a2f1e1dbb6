//! A yes that is none: irony, and what somebody would have liked to do.

use super::*;

impl Reader<'_> {
    pub(super) fn ironic(&self) -> Option<ReplyReading> {
        if let Some(at) = self.rolled_eyes() {
            return Some(self.because_token(at, refusal(self.context)));
        }
        let clause = self.clauses.iter().rev().find(|clause| clause.has(Cue::Irony))?;
        // "det skulle tatt seg ut om jeg ikke stilte! Noter meg"
        if self.clauses.iter().any(|later| later.start > clause.start && self.strong(later)) {
            return None;
        }
        Some(self.because(clause, Cue::Irony, refusal(self.context)))
    }

    /// "klart det 🙄", "selvsagt, jeg bor jo på bensinstasjonen ...": a yes that is taken back with a picture, or with what everybody knows
    /// and three dots.
    pub(super) fn rolled_eyes(&self) -> Option<usize> {
        if self.context.already_accepted {
            return None;
        }
        let yes = self
            .clauses
            .iter()
            .any(|clause| clause.yes.is_some() || clause.offer.is_some() || clause.has(Cue::Accept));
        // "jada, jeg skal ta den 🙄" sighs, and takes it.
        let sighs = self.clauses.iter().any(|clause| {
            self.says_who(clause)
                && self.strong(clause)
                && clause.find(Cue::Accept).is_some_and(|cue| cue.end > cue.start + 2)
        });
        let eyes = self.items.iter().position(|item| ROLLING_EYES.contains(&item.token.word.as_str()));
        let eyes = eyes.filter(|_| !sighs);
        let first = self.clauses.first()?;
        let trails_off = self.items.windows(3).rposition(|three| three.iter().all(|item| item.is(".")));
        let as_known =
            trails_off.or_else(|| self.items.iter().rposition(|item| item.is("…"))).filter(|&dots| {
                first.yes.is_some()
                    && dots + 4 > self.items.len()
                    && (first.start + 1..dots)
                        .any(|at| self.items[at].is("jo") && self.items[at - 1].is_word())
            });
        eyes.filter(|_| yes).or(as_known)
    }

    pub(super) fn wished(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Wish)?;
        // "var det bare i går" has the order of a question, and no mark.
        let marked = self.items[clause.end..]
            .iter()
            .take_while(|item| item.token.kind == Kind::Mark)
            .any(|item| item.is("?"));
        if (clause.asks && (marked || clause.find(Cue::Wish).is_none_or(|wish| wish.end - wish.start < 3)))
            || self.clauses.iter().any(|other| {
                other.start > clause.start && (self.bounds(other).is_some() || other.has(Cue::Condition))
            })
        {
            return None;
        }
        let taken_back = self.clauses.iter().any(|other| {
            other.start > clause.start && !other.but && self.strong(other) && !other.has(Cue::Wish)
        });
        let by_accept = clause.find(Cue::Accept).is_some_and(|accept| {
            clause.find(Cue::Wish).is_some_and(|wish| accept.end - accept.start > wish.end - wish.start)
        });
        // "jeg gjør det, men da får dere spandere kaffe neste gang"
        let said_before = self.clauses.iter().any(|other| {
            other.start < clause.start && !other.unreal && self.strong(other) && self.says_who(other)
        });
        let of_later =
            clause.find(Cue::Wish).is_some_and(|wish| wish.end - wish.start <= 2) && !clause.unreal;
        if taken_back || by_accept || (said_before && of_later) {
            return None;
        }
        Some(self.because(clause, Cue::Wish, refusal(self.context)))
    }
}
