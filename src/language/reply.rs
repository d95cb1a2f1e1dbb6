//! Reads a volunteer's reply to a posted task.
//!
//! The tables say what single words and turns of phrase mean; here is what follows when several stand together. What refuses goes first,
//! then what makes a condition, and an acceptance must be the only thing a reply can mean: a place filled by nobody costs somebody their help.

use chrono::NaiveTime;

use super::class::Class;
use super::clause::{Clause, Subject, clauses};
use super::clock;
use super::crew;
use super::cue::{Cue, span};
use super::lexicon::Item;
use super::token::{Kind, tokens};
use super::{Intent, ReplyContext, ReplyReading, Span, vocabulary};

const AGREEING: [&str; 8] = ["👍", "🙋", "✋", "🖐", "🤚", "✅", "👌", "☝"];
const REFUSING: [&str; 6] = ["👎", "❌", "🚫", "🙅", "✖", "⛔"];
const WONDERING: [&str; 3] = ["🤔", "🤷", "❓"];

/// What `text` says of the task it answers. In doubt it never accepts.
pub fn read_reply(text: &str, context: ReplyContext) -> ReplyReading {
    let vocabulary = vocabulary::reply();
    let mut items = vocabulary.lexicon.items(tokens(text));
    if let Some(reading) = pictures_alone(&items, context) {
        return reading;
    }
    let clauses = clauses(&mut items, &vocabulary.cues);
    Reader { items: &items, clauses: &clauses, context }.read()
}

/// A reply without words: the first picture that means something decides.
fn pictures_alone(items: &[Item], context: ReplyContext) -> Option<ReplyReading> {
    if items.iter().any(|item| item.is_word() || (item.token.kind == Kind::Number)) {
        return None;
    }
    let first = |set: &[&str]| items.iter().find(|item| set.contains(&item.token.word.as_str()));
    let read = |item: &Item, intent| Some(ReplyReading { intent, because: vec![item.token.span] });
    if let Some(item) = first(&REFUSING) {
        return read(item, refusal(context));
    }
    if let Some(item) = first(&WONDERING) {
        return read(item, Intent::Maybe);
    }
    if let Some(item) = first(&AGREEING) {
        let only = items.iter().all(|item| {
            item.token.kind == Kind::Mark || AGREEING.contains(&item.token.word.as_str()) || item.is("😊")
        });
        return read(item, if only { Intent::Accept { people: 1 } } else { Intent::Unrelated });
    }
    if let Some(item) = items.iter().find(|item| item.is("?")) {
        return read(item, Intent::Question);
    }
    Some(ReplyReading { intent: Intent::Unrelated, because: Vec::new() })
}

fn refusal(context: ReplyContext) -> Intent {
    if context.already_accepted { Intent::Withdraw } else { Intent::Decline }
}

struct Reader<'a> {
    items: &'a [Item],
    clauses: &'a [Clause],
    context: ReplyContext,
}

impl Reader<'_> {
    fn read(&self) -> ReplyReading {
        let steps: [fn(&Self) -> Option<ReplyReading>; 13] = [
            Self::handed_over,
            Self::ironic,
            Self::late_after_all,
            Self::refused,
            Self::wished,
            Self::busy,
            Self::conditional,
            Self::undecided,
            Self::done,
            Self::late,
            Self::minutes_away,
            Self::accepted,
            Self::asked,
        ];
        steps
            .iter()
            .find_map(|step| step(self))
            .unwrap_or_else(|| ReplyReading { intent: Intent::Unrelated, because: Vec::new() })
    }

    fn because(&self, clause: &Clause, cue: Cue, intent: Intent) -> ReplyReading {
        let because = clause.find(cue).map(|found| span(self.items, found)).into_iter().collect();
        ReplyReading { intent, because }
    }

    fn because_token(&self, at: usize, intent: Intent) -> ReplyReading {
        ReplyReading { intent, because: vec![self.items[at].token.span] }
    }

    fn any(&self, cue: Cue) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.has(cue))
    }

    /// "kan noen ta over vakta mi?"
    fn handed_over(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Handover)?;
        if clause.has(Cue::Chat)
            || clause.subject == Subject::Kin
            || clause.find(Cue::Condition).is_some_and(|cue| self.items[cue.start].has(Class::If))
        {
            return None;
        }
        if self.clauses.iter().any(|other| self.refuses(other).is_some() && other.start != clause.start) {
            return Some(self.because(clause, Cue::Handover, refusal(self.context)));
        }
        // "kan noen andre ta den? ellers kan jeg" is a condition, and is read as one further down.
        if self
            .clauses
            .iter()
            .any(|other| other.start != clause.start && (self.strong(other) || other.has(Cue::Condition)))
        {
            return Some(self.because(
                clause,
                Cue::Handover,
                Intent::Conditional { from: None, until: None },
            ));
        }
        let intent = if self.context.already_accepted && self.gives_away(clause) {
            Intent::Withdraw
        } else {
            Intent::Question
        };
        Some(self.because(clause, Cue::Handover, intent))
    }

    /// Whether it is the place itself that somebody else shall take, and not the sender who shall be fetched.
    fn gives_away(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        let takes = items.iter().any(|item| {
            item.has(Class::Take)
                || item.has(Class::It)
                || item.has(Class::My)
                || ["over", "inn", "steppe", "hoppe", "in", "instead"].contains(&item.key.as_str())
                || item.is("bytte")
        });
        let fetches = items.iter().any(|item| {
            [
                "hente", "henta", "hent", "låne", "vise", "vis", "pick", "hämta", "kjøre", "køyre", "köra",
                "køre",
            ]
            .contains(&item.key.as_str())
        });
        takes && !fetches
    }

    fn ironic(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Irony)?;
        Some(self.because(clause, Cue::Irony, refusal(self.context)))
    }

    /// "kommer om ti minutter" from somebody who holds a place.
    fn minutes_away(&self) -> Option<ReplyReading> {
        if !self.context.already_accepted {
            return None;
        }
        let clause = self.clauses.iter().find(|clause| {
            clause.offer.is_some()
                && clause.not.is_none()
                && !clause.asks
                && clause.subject == Subject::Sender
        })?;
        let at = (clause.start + 1..clause.end)
            .find(|&at| self.items[at].has(Class::Minute) && clock::number(self.items, at - 1).is_some())?;
        Some(self.because_token(at, Intent::Late))
    }

    /// "rekker ikke til kl 16, blir ti minutter sen": not a withdrawal.
    fn late_after_all(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Late)?;
        let firm_no =
            self.clauses.iter().any(|clause| clause.find(Cue::Refuse).is_some() && !clause.has(Cue::Late));
        let keeps = self.context.already_accepted
            && !firm_no
            && !self.clauses.iter().any(|clause| clause.has(Cue::Busy));
        (keeps && !clause.asks).then(|| self.because(clause, Cue::Late, Intent::Late))
    }

    /// The tokens that make a clause refuse, if it does.
    fn refuses(&self, clause: &Clause) -> Option<Span> {
        let speaks_of_itself = self.items[clause.start..clause.end]
            .iter()
            .any(|item| [Class::I, Class::We, Class::Me].into_iter().any(|class| item.has(class)));
        if clause.asks && (clause.subject != Subject::Sender || !speaks_of_itself) {
            return None;
        }
        if clause.subject == Subject::Other && clause.not.is_none() {
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
            if !sigh && (alone || self.clauses.iter().any(|other| other.not.is_some())) {
                return Some(no.token.span);
            }
        }
        let not = clause.not?;
        let can = items.iter().any(|item| {
            [Class::Can, Class::Offer, Class::Firm, Class::Take, Class::NotForMe, Class::Gladly]
                .into_iter()
                .any(|class| item.has(class))
        });
        let short = items.iter().filter(|item| item.is_word()).count() <= 3;
        (can || short).then(|| self.items[not].token.span)
    }

    /// "tror ikke jeg kan" refuses, "vet ikke" does not.
    fn doubts_itself(&self, clause: &Clause) -> bool {
        let refuse = clause.find(Cue::Refuse).map(|found| found.end - found.start);
        let maybe = clause.find(Cue::Maybe).map(|found| found.end - found.start);
        refuse > maybe || (refuse.is_some() && refuse == maybe)
    }

    fn refused(&self) -> Option<ReplyReading> {
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
                let (from, until) = self.bounds(rescue).unwrap_or_default();
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

    fn wished(&self) -> Option<ReplyReading> {
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
    fn busy(&self) -> Option<ReplyReading> {
        let at = self
            .clauses
            .iter()
            .position(|clause| clause.has(Cue::Busy) && clause.not.is_none() && !clause.asks)?;
        let clause = &self.clauses[at];
        if clause.past && clause.find(Cue::Busy).is_some_and(|cue| cue.end - cue.start == 1) {
            return None;
        }
        if clause.subject == Subject::Other
            || (clause.subject == Subject::Kin && self.clauses.iter().any(|other| self.strong(other)))
        {
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
        if clause.has(Cue::Maybe)
            || (clause.has(Cue::Chat) && clause.find(Cue::Busy).is_none_or(|cue| cue.end - cue.start == 1))
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
        if let Some(cue) = clause.find(Cue::Condition)
            && (self.items[cue.start].has(Class::If)
                || (clause.offer.is_some() && self.items[cue.start].has(Class::After)))
        {
            return None;
        }
        Some(self.because(clause, Cue::Busy, refusal(self.context)))
    }

    fn after_work(&self, clause: &Clause) -> bool {
        clause.find(Cue::Busy).is_some_and(|cue| {
            cue.start > clause.start
                && (self.items[cue.start - 1].has(Class::After) || self.items[cue.start - 1].has(Class::From))
        })
    }

    /// The clock times that an offer is bound to: from, until.
    fn bounds(&self, clause: &Clause) -> Option<(Option<NaiveTime>, Option<NaiveTime>)> {
        if clause.asks || clause.has(Cue::Busy) || clause.has(Cue::Late) || clause.has(Cue::Done) {
            return None;
        }
        let (mut from, mut until) = (None, None);
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
            let minute = found.from.settled().and_then(time);
            if counts_something || minute.is_none() {
                at += 1;
                continue;
            }
            let goes = before.iter().any(|item| {
                ["gå", "dra", "stikke", "reise", "leave", "løpe", "hjem", "heim", "åka", "åke", "køyre"]
                    .contains(&item.key.as_str())
            });
            if found.until.is_some()
                && (is(Class::From) || found.sure || found.from.minute >= 7 * 60)
                && clause.offer.is_some()
            {
                from = minute;
                until = found
                    .until
                    .and_then(|end| time(clock::end_after(found.from.settled()?, end) % clock::DAY));
            } else if is(Class::From)
                || is(Class::After)
                || before.iter().any(|item| {
                    ["først", "tidligst", "fyrst", "tidlegast", "først"].contains(&item.key.as_str())
                })
            {
                if negated { until = minute } else { from = minute }
            } else if is(Class::Until) || is(Class::Before) || (goes && found.sure) {
                if negated && is(Class::Before) { from = minute } else { until = minute }
            }
            at += found.tokens;
        }
        (from.is_some() || until.is_some()).then_some((from, until))
    }

    fn conditional(&self) -> Option<ReplyReading> {
        if let Some(reading) = self.lacks_equipment().or_else(|| self.free_after_work()) {
            return Some(reading);
        }
        let bounded = self.clauses.iter().find(|clause| self.bounds(clause).is_some());
        let conditioned = self.clauses.iter().find(|clause| clause.has(Cue::Condition) && !clause.asks);
        let clause = bounded.or(conditioned)?;
        if self.own_reason() {
            return None;
        }
        let offered = self.clauses.iter().any(|clause| {
            (clause.offer.is_some() || clause.yes.is_some() || self.strong(clause))
                && !clause.asks
                && clause.subject != Subject::Other
        });
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

    /// "kan, men har ikke bil": unless what follows says that it is no hindrance.
    fn lacks_equipment(&self) -> Option<ReplyReading> {
        let at = self.clauses.iter().position(|clause| {
            let items = &self.items[clause.start..clause.end];
            !clause.asks
                && items.iter().any(|item| item.has(Class::NotNeeded))
                && items.iter().any(|item| item.has(Class::Not))
        })?;
        let overcome =
            self.clauses[at + 1..].iter().any(|later| later.but && (self.strong(later) || self.weak(later)));
        let offered = self
            .clauses
            .iter()
            .any(|clause| self.strong(clause) || self.weak(clause) || clause.yes.is_some());
        (!overcome && offered).then(|| {
            self.because(&self.clauses[at], Cue::Condition, Intent::Conditional { from: None, until: None })
        })
    }

    /// "på jobb til 18, men kan komme da".
    fn free_after_work(&self) -> Option<ReplyReading> {
        let at = self.clauses.iter().position(|clause| clause.has(Cue::Busy) && !clause.asks)?;
        let busy = &self.clauses[at];
        let then = |item: &Item| {
            [
                "da",
                "då",
                "etterpå",
                "deretter",
                "etter",
                "efter",
                "after",
                "afterwards",
                "so",
                "därefter",
                "bagefter",
                "derefter",
            ]
            .contains(&item.key.as_str())
        };
        let later = self.clauses[at + 1..].iter().find(|later| {
            later.offer.is_some()
                && later.not.is_none()
                && self.items[later.start..later.end].iter().any(then)
        })?;
        let from = (busy.start..busy.end).find_map(|at| {
            let found = clock::at(self.items, at)
                .filter(|_| at > busy.start && self.items[at - 1].has(Class::Until))?;
            found.from.settled().and_then(time)
        })?;
        Some(self.because(later, Cue::Accept, Intent::Conditional { from: Some(from), until: None }))
    }

    /// "hvis jeg får fri": a condition that only the sender can meet.
    fn own_reason(&self) -> bool {
        self.clauses.iter().any(|clause| {
            let items = &self.items[clause.start..clause.end];
            let if_word = |at: usize| {
                self.items[at].has(Class::If) || ["om", "if", "hvis"].contains(&self.items[at].key.as_str())
            };
            let Some(cue) = clause.cues.iter().find(|cue| cue.cue == Cue::Condition && if_word(cue.start))
            else {
                return false;
            };
            let after = &self.items[cue.start..clause.end];
            after.iter().any(|item| item.has(Class::OwnReason))
                && !items.iter().any(|item| item.has(Class::Others))
        })
    }

    fn undecided(&self) -> Option<ReplyReading> {
        if self.own_reason() {
            let clause = self.any(Cue::Condition)?;
            return Some(self.because(clause, Cue::Condition, Intent::Maybe));
        }
        let clause = self.clauses.iter().find(|clause| clause.has(Cue::Maybe))?;
        if self.any(Cue::Done).is_some() && self.context.already_accepted {
            return None;
        }
        let other = clause.subject == Subject::Other && self.clauses.iter().any(|clause| self.strong(clause));
        let asks = clause.asks && clause.has(Cue::Question) && clause.offer.is_none();
        let chats = (clause.has(Cue::Chat) && clause.offer.is_none())
            || (clause.asks && clause.subject == Subject::Other);
        if other || asks || chats { None } else { Some(self.because(clause, Cue::Maybe, Intent::Maybe)) }
    }

    fn done(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Done)?;
        let accepts = !self.context.already_accepted
            && self.clauses.iter().any(|clause| self.strong(clause) && !clause.has(Cue::Done));
        // "jeg er klar" is ready before the task and done after it.
        let ready = !self.context.already_accepted
            && self.items[clause.start..clause.end]
                .iter()
                .any(|item| ["klar", "klara", "klare"].contains(&item.key.as_str()));
        let asks = ready || clause.asks || clause.not.is_some() || self.items[clause.start].has(Class::Ask);
        if accepts || asks { None } else { Some(self.because(clause, Cue::Done, Intent::Done)) }
    }

    fn late(&self) -> Option<ReplyReading> {
        let clause = self.any(Cue::Late)?;
        if clause.asks || clause.subject == Subject::Other {
            return None;
        }
        let offers = !self.context.already_accepted
            && self.clauses.iter().any(|other| self.strong(other) && other.start != clause.start);
        let intent = if offers { Intent::Conditional { from: None, until: None } } else { Intent::Late };
        Some(self.because(clause, Cue::Late, intent))
    }

    /// A turn of phrase that commits by itself, in a clause that takes nothing back.
    fn strong(&self, clause: &Clause) -> bool {
        let commits = clause.has(Cue::Accept) || self.firm(clause);
        commits
            && clause.not.is_none()
            && !clause.asks
            && !clause.past
            && clause.subject != Subject::Other
            && !(clause.unreal && clause.find(Cue::Accept).is_none_or(|accept| accept.end - accept.start < 3))
            && !clause.has(Cue::Wish)
            && !clause.has(Cue::Maybe)
            && !clause.chat
            && clause.foreign <= self.tolerated(clause)
    }

    /// How many unexplained words a clause may have and still commit: a long turn of phrase is sure, "kan ta" alone is not.
    fn tolerated(&self, clause: &Clause) -> usize {
        let long = clause.find(Cue::Accept).is_some_and(|accept| {
            accept.end - accept.start >= 3
                && self.items[accept.start..accept.end].iter().any(|item| item.has(Class::It))
        });
        if long && self.kin_is_vouched(clause) { 2 } else { 0 }
    }

    fn firm(&self, clause: &Clause) -> bool {
        !clause.has(Cue::Chat)
            && self.items[clause.start..clause.end].iter().any(|item| item.has(Class::Firm))
    }

    fn kin_is_vouched(&self, clause: &Clause) -> bool {
        clause.subject == Subject::Sender
            || self.items[clause.start..clause.end]
                .iter()
                .any(|item| item.has(Class::My) || item.has(Class::I) || item.has(Class::We))
            || clause.subject == Subject::Kin
    }

    /// A verb that offers, where every word of the clause is explained.
    fn weak(&self, clause: &Clause) -> bool {
        clause.offer.is_some()
            && clause.not.is_none()
            && !clause.asks
            && !clause.past
            && !clause.unreal
            && clause.subject != Subject::Other
            && !clause.has(Cue::Maybe)
            && clause.foreign == 0
            && !clause.has(Cue::Question)
            && !clause.has(Cue::Chat)
            && !clause.chat
    }

    fn accepted(&self) -> Option<ReplyReading> {
        let clause = self
            .clauses
            .iter()
            .find(|clause| self.strong(clause))
            .or_else(|| self.clauses.iter().find(|clause| self.weak(clause)));
        if let Some(clause) = clause {
            let words = clause
                .find(Cue::Accept)
                .map(|found| span(self.items, found))
                .or_else(|| clause.offer.map(|at| self.items[at].token.span));
            return Some(ReplyReading { intent: self.accept(), because: words.into_iter().collect() });
        }
        let yes = self.clauses.iter().find_map(|clause| clause.yes.filter(|_| !clause.asks && !clause.past));
        let counted = self.counted_only();
        let plain = self.clauses.iter().all(|clause| {
            clause.foreign == 0
                && !clause.chat
                && self.names_nobody(clause)
                && !clause.past
                && clause.not.is_none()
                && !clause.unreal
                && !clause.has(Cue::Chat)
                && clause.subject == Subject::Sender
        });
        let question_only = self.clauses.iter().filter(|clause| clause.asks).count() == self.clauses.len();
        let thumb = self.items.iter().position(|item| AGREEING.contains(&item.token.word.as_str()));
        let at = yes
            .or(counted)
            .or(thumb.filter(|_| plain && !self.items.iter().any(|item| item.has(Class::Thanks))))?;
        (plain && !question_only).then(|| self.because_token(at, self.accept()))
    }

    /// "ja, enig med Kari": a name beside a bare yes may be about anything.
    fn names_nobody(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        crew::is_count(items) || !items.iter().any(|item| item.is_word() && item.token.capital && !item.known)
    }

    /// "2 stk", "+1", "vi er tre": a number of people and nothing else.
    fn counted_only(&self) -> Option<usize> {
        let words = self.items.iter().filter(|item| item.is_word()).count();
        if words <= 5 && crew::is_count(self.items) {
            return Some(0);
        }
        let number = self
            .items
            .iter()
            .position(|item| item.token.number().is_some_and(|n| (1..=12).contains(&n)))
            .or_else(|| {
                self.items.iter().position(|item| {
                    item.tags.iter().any(|(tag, _)| matches!(tag, super::lexicon::Tag::Number(_)))
                })
            });
        let counts = self.items.iter().any(|item| {
            item.has(Class::Person) || item.has(Class::We) || item.has(Class::Plus) || item.is("+")
        });
        number.filter(|_| counts && words <= 5)
    }

    fn accept(&self) -> Intent {
        let from = self.clauses.iter().find(|clause| self.strong(clause) || self.weak(clause));
        let all = self.items;
        let items: Vec<Item> = match from {
            // What another person does in another clause commits nobody.
            Some(_) => self
                .clauses
                .iter()
                .filter(|clause| !clause.asks && clause.subject != Subject::Other && clause.not.is_none())
                .flat_map(|clause| all[clause.start.saturating_sub(1)..clause.end].iter().cloned())
                .collect(),
            None => all.to_vec(),
        };
        Intent::Accept { people: crew::people(&items, self.context.already_accepted) }
    }

    fn asked(&self) -> Option<ReplyReading> {
        let clause = self.clauses.iter().find(|clause| {
            let items = &self.items[clause.start..clause.end];
            let opening = |item: &&Item| {
                item.has(Class::Yes) || item.has(Class::Ok) || item.has(Class::And) || is_greeting(item)
            };
            clause.asks || items.iter().find(|item| !opening(item)).is_some_and(|item| item.has(Class::Ask))
        })?;
        if clause.has(Cue::Chat)
            && clause.foreign > 0
            && clause.subject == Subject::Other
            && !self.items[clause.start].has(Class::Ask)
        {
            return None;
        }
        let words = clause.find(Cue::Question).map(|found| span(self.items, found));
        Some(ReplyReading { intent: Intent::Question, because: words.into_iter().collect() })
    }
}

fn is_greeting(item: &Item) -> bool {
    ["hei", "hej", "hi", "hello", "hallo", "heisann", "halla", "cześć", "привіт", "men", "but"]
        .contains(&item.key.as_str())
}

fn is_day(item: &Item) -> bool {
    use super::lexicon::Tag;
    item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Weekday(_) | Tag::Weekdays(_) | Tag::InDays(1 | 2)))
}

fn time(minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}
