//! Saying no.

use super::*;

impl Reader<'_> {
    /// The tokens that make a clause refuse, if it does.
    pub(super) fn refuses(&self, clause: &Clause) -> Option<Span> {
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        if length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Refuse) {
            return None;
        }
        let speaks_of_itself = self.items[clause.start..clause.end]
            .iter()
            .any(|item| [Class::I, Class::We, Class::Me].into_iter().any(|class| item.has(class)));
        if clause.asks && (clause.subject != Subject::Sender || !speaks_of_itself) {
            return None;
        }
        let of_me = clause.find(Cue::Refuse).is_some_and(|cue| {
            self.items[cue.start..cue.end].iter().any(|item| item.has(Class::Me) || item.has(Class::We))
        });
        if clause.subject == Subject::Other && clause.not.is_none() && !of_me {
            return None;
        }
        // "kona kan ikke, men jeg kommer"
        let sender_comes = |other: &Clause| {
            other.subject == Subject::Sender
                && self.says_who(other)
                && other.not.is_none()
                && (self.strong(other) || self.weak(other))
        };
        if clause.subject == Subject::Kin && self.clauses.iter().any(sender_comes) {
            return None;
        }
        // "har ikke tilhenger, men jeg kjører" says what is missing, and is looked at as a condition.
        let lacks = self.items[clause.start..clause.end]
            .iter()
            .any(|item| item.has(Class::Equipment) || item.has(Class::NotNeeded));
        if lacks
            && clause.not.is_some()
            && self.clauses.iter().any(|other| self.strong(other) || self.weak(other))
        {
            return None;
        }
        // "hva hadde dere gjort uten meg"
        if self.leads_with_question(clause) && clause.not.is_none() {
            return None;
        }
        if clause.has(Cue::Maybe) && !self.doubts_itself(clause) {
            return None;
        }
        if clause.asks && !clause.has(Cue::Refuse) {
            return None;
        }
        if let Some(found) = clause.find(Cue::Refuse) {
            let sender_too = self.items[clause.start..clause.end]
                .iter()
                .any(|item| [Class::I, Class::We, Class::Me].into_iter().any(|class| item.has(class)));
            let about_another = (clause.subject == Subject::Other && !sender_too)
                || (clause.subject == Subject::Kin && clause.not.is_none());
            return (!about_another).then(|| span(self.items, found));
        }
        if clause.subject != Subject::Sender {
            return None;
        }
        let items = &self.items[clause.start..clause.end];
        if let Some(no) = items.iter().find(|item| item.has(Class::No) && !item.has(Class::Not)) {
            // "å nei" is a sigh.
            let sigh = items.first().is_some_and(|first| first.is("å") || first.is("oh"));
            let alone = self.clauses.iter().all(|other| !self.strong(other));
            let chats = self
                .clauses
                .iter()
                .any(|clause| clause.find(Cue::Chat).is_some_and(|chat| chat.end - chat.start > 1));
            if !sigh
                && !chats
                && !self.taken_after(clause)
                && (alone || self.clauses.iter().any(|other| other.not.is_some()))
            {
                return Some(no.token.span);
            }
        }
        let not = clause.not?;
        if self.taken_after(clause) && !items.iter().any(|item| item.has(Class::Can)) {
            return None;
        }
        let can = items.iter().any(|item| {
            [Class::Can, Class::Offer, Class::Firm, Class::Take, Class::NotForMe, Class::Gladly]
                .into_iter()
                .any(|class| item.has(class))
        });
        let short = items.iter().filter(|item| item.is_word()).count() <= 3;
        (can || short).then(|| self.items[not].token.span)
    }

    /// "si ikke mer, jeg tar'n": what is not done is not what was asked for, and the sender commits right after.
    fn taken_after(&self, clause: &Clause) -> bool {
        self.clauses.iter().any(|later| {
            let follows = !later.but || self.items[later.start - 1].has(Class::So);
            later.start > clause.start
                && follows
                && later.find(Cue::Accept).is_some_and(|cue| cue.end - cue.start > 1)
                && self.strong(later)
                && self.says_who(later)
        })
    }

    /// "tror ikke jeg kan" refuses, "vet ikke" does not.
    pub(super) fn doubts_itself(&self, clause: &Clause) -> bool {
        let refuse = clause.find(Cue::Refuse).map(|found| found.end - found.start);
        let maybe = clause.find(Cue::Maybe).map(|found| found.end - found.start);
        refuse > maybe || (refuse.is_some() && refuse == maybe)
    }

    pub(super) fn refused(&self) -> Option<ReplyReading> {
        let at = self
            .clauses
            .iter()
            .position(|clause| self.refuses(clause).is_some() && self.bounds(clause).is_none())?;
        let words = self.refuses(&self.clauses[at])?;
        // "alt levert, to var ikke hjemme"
        let told_done = self.context.already_accepted
            && !self.says_who(&self.clauses[at])
            && self.clauses[..at]
                .iter()
                .any(|before| before.has(Cue::Done) && before.not.is_none() && !before.asks);
        if told_done {
            return None;
        }
        let partly = self.clauses[at].find(Cue::Condition).is_some_and(|cue| cue.end > cue.start + 1)
            && self.clauses[at].find(Cue::Refuse).is_none_or(|refuse| {
                self.clauses[at]
                    .find(Cue::Condition)
                    .is_some_and(|cue| cue.end - cue.start >= refuse.end - refuse.start)
            });
        let later = &self.clauses[at + 1..];
        // "kan hjelpe med bæringa, men ikke med kjøringa": less than the whole.
        let refused = &self.clauses[at];
        let bare =
            refused.not.is_some_and(|not| self.items[refused.start..not].iter().all(|item| !item.is_word()))
                && refused.find(Cue::Refuse).is_none_or(|cue| cue.end - cue.start <= 2);
        let before = self.clauses[..at].iter().rev().find(|clause| {
            (clause.offer.is_some()
                || clause.has(Cue::Condition)
                || clause.yes.is_some()
                || self.strong(clause))
                && clause.not.is_none()
                && !clause.asks
        });
        // "kan kjøre, men kan ikke hente": one part of it is offered, another refused.
        let other_part = refused.but
            && refused.not.is_some_and(|not| {
                let deed =
                    |item: &Item| item.has(Class::Deed) || (item.has(Class::Offer) && !item.has(Class::Come));
                self.items[not..refused.end].iter().any(deed)
            });
        let bare = bare || other_part;
        let rest_is_said =
            self.items[refused.start..refused.end].iter().filter(|item| item.is_word()).count() > 1;
        if let Some(offer) = before.filter(|offer| bare && rest_is_said && !offer.unreal && !offer.past)
            && (!self.items[refused.start..refused.end].iter().any(is_day)
                || self.items[offer.start..offer.end].iter().any(is_day))
        {
            let (from, until) = self.bounds(offer).or_else(|| self.only_clock(offer)).unwrap_or_default();
            return Some(ReplyReading { intent: Intent::Conditional { from, until }, because: vec![words] });
        }
        let rescue = later
            .iter()
            .filter(|clause| self.refuses(clause).is_none() || self.bounds(clause).is_some())
            .find(|clause| self.strong(clause) || self.weak(clause) || self.bounds(clause).is_some());
        if let Some(rescue) = rescue {
            let but_after = later.iter().any(|clause| clause.but);
            if rescue.subject == Subject::Kin && but_after {
                return None;
            }
            let other_day = self.items[rescue.start..rescue.end].iter().any(is_day);
            let anyway = self.items[rescue.start..rescue.end].iter().any(|item| item.has(Class::Still));
            if but_after && !other_day && !anyway {
                let (from, until) =
                    self.bounds(rescue).or_else(|| self.only_clock(rescue)).unwrap_or_default();
                return Some(ReplyReading {
                    intent: Intent::Conditional { from, until },
                    because: vec![words],
                });
            }
            if anyway && but_after {
                return None;
            }
        }
        if partly && !later.iter().any(|clause| self.refuses(clause).is_some()) {
            return None;
        }
        Some(ReplyReading { intent: refusal(self.context), because: vec![words] })
    }
}
