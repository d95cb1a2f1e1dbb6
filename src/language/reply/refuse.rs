//! Saying no: refusals, reasons why not, wishes, irony, and places handed on.

use super::*;

impl Reader<'_> {
    /// "kan noen ta over vakta mi?"
    pub(super) fn handed_over(&self) -> Option<ReplyReading> {
        if let Some(reading) = self.half_handed_over() {
            return Some(reading);
        }
        if let Some(clause) = self.clauses.iter().find(|clause| clause.has(Cue::Release)) {
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
    fn half_handed_over(&self) -> Option<ReplyReading> {
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
    fn offers_until(&self, clause: &Clause) -> bool {
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

    pub(super) fn ironic(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Irony)?;
        // "det skulle tatt seg ut om jeg ikke stilte! Noter meg"
        if self.clauses.iter().any(|later| later.start > clause.start && self.strong(later)) {
            return None;
        }
        Some(self.because(clause, Cue::Irony, refusal(self.context)))
    }

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

    pub(super) fn wished(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Wish)?;
        if clause.asks
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
        if taken_back || by_accept {
            return None;
        }
        Some(self.because(clause, Cue::Wish, refusal(self.context)))
    }

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
        if clause.has(Cue::Maybe)
            || (clause.has(Cue::Chat) && (length(Cue::Chat) >= length(Cue::Busy) || length(Cue::Busy) == 1))
            || clause.has(Cue::Done)
            || clause.find(Cue::Accept).is_some_and(|cue| cue.end - cue.start > 1)
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
