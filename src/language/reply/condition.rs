//! Less than the whole task: times, conditions, and what is not decided yet.

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
        if clause.asks || busy || fits || open || clause.has(Cue::Late) || clause.has(Cue::Done) {
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
            let Some(found) = clock::at(self.items, at).filter(|found| at + found.tokens <= clause.end)
            else {
                at += 1;
                continue;
            };
            let after = self.items.get(at + found.tokens);
            let counts_something = after.is_some_and(|item| {
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
            let negated = before.iter().any(|item| item.has(Class::Not));
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
            } else if is(Class::Until) || is(Class::Before) || (goes && found.sure) {
                if negated && is(Class::Before) { from = minute } else { until = minute }
            }
            at += found.tokens;
        }
        (from.is_some() || until.is_some()).then_some((from, until))
    }

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

    /// The one clock of a clause that offers: "men kan være der halv fem".
    pub(super) fn only_clock(&self, clause: &Clause) -> Option<(Option<NaiveTime>, Option<NaiveTime>)> {
        let found =
            (clause.start..clause.end).find_map(|at| clock::at(self.items, at).filter(|found| found.sure))?;
        Some((found.from.settled().and_then(time), None))
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

    /// "må sjekke kalenderen når jeg kommer hjem": a turn of phrase that leaves it open, and nothing that offers.
    fn is_undecided(&self) -> bool {
        let open = |clause: &Clause| {
            clause.find(Cue::Maybe).is_some_and(|cue| cue.end - cue.start > 1) && !clause.asks
        };
        let at = self.clauses.iter().position(open);
        at.is_some_and(|at| self.clauses.iter().skip(at + 1).all(|clause| !self.strong(clause)))
            && self.clauses.iter().all(|clause| open(clause) || !self.strong(clause))
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
            after.iter().any(|item| item.has(Class::OwnReason))
                && !items.iter().any(|item| item.has(Class::Others))
        })
    }

    pub(super) fn undecided(&self) -> Option<ReplyReading> {
        if self.own_reason() {
            let clause = self.any(Cue::Condition)?;
            return Some(self.because(clause, Cue::Condition, Intent::Maybe));
        }
        let clause = self.clauses.iter().find(|clause| clause.has(Cue::Maybe))?;
        // "tja, jeg kan vel ta den"
        if clause.words(self.items) == 1
            && self.clauses.iter().any(|later| later.start > clause.start && self.strong(later))
        {
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
}
