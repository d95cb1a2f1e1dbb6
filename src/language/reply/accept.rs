//! When a reply says yes, and for how many.

use super::commit::MOST_BROUGHT;
use super::*;
use crate::language::clause::finds_sitter;
use crate::language::crew;
use crate::language::lexicon::Tag;

/// Words of a reply that says nothing but who comes.
const MAX_PARTY: usize = 9;

impl Reader<'_> {
    /// "Kari også" after "jeg kan": a name, and that the same goes for them.
    fn goes_for_another(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        clause.words(self.items) <= 4
            && items.iter().any(|item| item.has(Class::Also) || item.has(Class::So))
            && items.iter().any(|item| item.is_word() && item.token.capital)
    }

    pub(super) fn accepted(&self) -> Option<ReplyReading> {
        let clause = self.clauses.iter().find(|clause| self.strong(clause)).or_else(|| {
            let elsewhere = self.clauses.iter().any(|clause| self.takes_something_else(clause));
            self.clauses
                .iter()
                .find(|clause| self.weak(clause) && !elsewhere && !self.goes_with_hindrance(clause))
        });
        if let Some(clause) = clause {
            let words = clause
                .find(Cue::Accept)
                .map(|found| span(self.items, found))
                .or_else(|| clause.offer.map(|at| self.items[at].token.span));
            return Some(ReplyReading { intent: self.accept(), because: words.into_iter().collect() });
        }
        if self.tells_a_score() {
            return None;
        }
        if let Some(at) = self.yes_and_more() {
            return Some(self.because_token(at, self.accept()));
        }
        let yes = self.clauses.iter().find_map(|clause| {
            clause.yes.filter(|_| !clause.asks && !clause.past && !self.takes_something_else(clause))
        });
        let counted = self.counted_only();
        if let Some(at) = counted.filter(|_| self.only_people()) {
            return Some(self.because_token(at, self.accept()));
        }
        let plain = self.clauses.iter().all(|clause| self.is_plain(clause));
        let party = self.speaks_of_us() && self.clauses.iter().all(|clause| self.is_party(clause));
        if let Some(at) = counted.filter(|_| party) {
            return Some(self.because_token(at, self.accept()));
        }
        let question_only = self.clauses.iter().all(|clause| clause.asks);
        let thumb = self.items.iter().position(|item| AGREEING.contains(&item.token.word.as_str()));
        let at = yes
            .or(counted)
            .or(thumb.filter(|_| plain && !self.items.iter().any(|item| item.has(Class::Thanks))))?;
        (plain && !question_only).then(|| self.because_token(at, self.accept()))
    }

    /// "barna er på trening da, og jeg kjører": the second half of what hinders.
    fn goes_with_hindrance(&self, clause: &Clause) -> bool {
        self.items[clause.start].has(Class::And)
            && self.clauses.iter().any(|before| before.end < clause.start + 1 && before.has(Cue::Busy))
    }

    /// A clause of which every word is explained, and none speaks against a yes.
    fn is_plain(&self, clause: &Clause) -> bool {
        clause.foreign == 0
            && self.names_nobody(clause)
            && self.speaks_against_nothing(clause)
            && !self.tells_how_it_is(clause)
            && clause.subject == Subject::Sender
    }

    /// "ja nå er det vår!": what is so, and not who does what.
    fn tells_how_it_is(&self, clause: &Clause) -> bool {
        let any = |class: Class| self.items[clause.start..clause.end].iter().any(|item| item.has(class));
        let of_the_task =
            [Class::Ok, Class::Fits, Class::Gladly, Class::I, Class::We, Class::Me, Class::Ready];
        any(Class::Be) && any(Class::It) && !clause.has(Cue::Accept) && !of_the_task.into_iter().any(any)
    }

    /// "tre fra oss": people who are counted, and nothing else.
    pub(super) fn is_counted(&self, clause: &Clause) -> bool {
        crew::is_count(&self.items[clause.start..clause.end]) && self.is_party(clause)
    }

    /// Whether the words are of the sender and those with the sender, and not only names: "kjempebra Kari og Per".
    fn speaks_of_us(&self) -> bool {
        const OF_US: [Class; 7] =
            [Class::I, Class::We, Class::Me, Class::Kin, Class::Person, Class::OfUs, Class::Plus];
        self.items.iter().any(|item| {
            OF_US.into_iter().any(|class| item.has(class))
                || item.token.number().is_some()
                || item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Number(_)))
        })
    }

    /// "jeg og en kollega fra banken", "hela familjen, fyra stycken": nothing but people, and where they are from.
    fn is_party(&self, clause: &Clause) -> bool {
        let from = |at: usize| {
            (1..=2).filter_map(|back| at.checked_sub(back)).any(|at| self.items[at].has(Class::From))
        };
        let strange = (clause.start..clause.end).filter(|&at| {
            let item = &self.items[at];
            item.is_word() && item.classes.is_empty() && item.tags.is_empty() && from(at)
        });
        clause.foreign <= strange.count()
            && self.names_nobody(clause)
            && self.speaks_against_nothing(clause)
            && clause.subject != Subject::Other
            && !clause.asks
            && !clause.has(Cue::Busy)
    }

    fn speaks_against_nothing(&self, clause: &Clause) -> bool {
        !clause.chat
            && !clause.past
            && clause.not.is_none()
            && !clause.unreal
            && !clause.has(Cue::Chat)
            && !self.of_own_affairs(clause)
            && !self.counted_who_ask(clause)
            && clause.find(Cue::Done).is_none_or(|done| done.end - done.start < 3)
    }

    /// "ja! er det parkering i nærheten?": a yes that stands by itself, and then something of the task.
    fn yes_and_more(&self) -> Option<usize> {
        let first = self.clauses.iter().find(|clause| clause.words(self.items) > 0)?;
        let only_yes = self.items[first.start..first.end].iter().all(|item| {
            item.has(Class::Yes)
                || item.has(Class::Gladly)
                || item.has(Class::Adverb)
                || item.has(Class::Greeting)
                || !item.is_word()
        });
        let at = first.yes.filter(|_| only_yes && !first.asks && !first.has(Cue::Chat))?;
        let mut rest = self.clauses.iter().filter(|clause| clause.start > first.start);
        let more = rest.clone().next().is_some();
        let fits = rest.all(|clause| {
            // "ja, fikk barnevakt"
            if !clause.asks && (clause.start..clause.end).any(|at| finds_sitter(self.items, at)) {
                return true;
            }
            let cues = [Cue::Chat, Cue::Maybe, Cue::Busy, Cue::Refuse, Cue::Late, Cue::Done, Cue::Wish];
            // "jeg har vippsa deg": what was done for whoever reads it.
            let told = [Class::Having, Class::You]
                .into_iter()
                .all(|class| self.items[clause.start..clause.end].iter().any(|item| item.has(class)));
            let items = &self.items[clause.start..clause.end];
            let of_somebody = items.iter().any(|item| {
                [Class::I, Class::We, Class::My, Class::Third].into_iter().any(|class| item.has(class))
            });
            // "ja, han er flink"
            let of_another = clause.subject == Subject::Other && !self.offers_me(clause);
            !clause.but
                && !clause.chat
                && ((!told && !of_another && !self.of_own_affairs(clause)) || clause.asks)
                && !cues.into_iter().any(|cue| clause.has(cue))
                && (clause.asks
                    || self.leads_with_question(clause)
                    || (clause.not.is_none()
                        && !clause.past
                        && !clause.unreal
                        && clause.foreign <= if of_somebody { 2 } else { 0 }))
        });
        (more && fits).then_some(at)
    }

    /// "Yes! 3-0!"
    fn tells_a_score(&self) -> bool {
        self.items.windows(3).any(|three| {
            let number = |at: usize| three[at].token.number();
            three[1].is("-") && three[1].token.glued && number(2).is_some() && number(2) < number(0)
        })
    }

    /// "ja, enig med Kari": a name beside a bare yes may be about anything.
    fn names_nobody(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        crew::is_count(items) || !items.iter().any(|item| item.is_word() && item.token.capital && !item.known)
    }

    /// "Bente og Kåre", "Marit H + 1": names and numbers, and nothing that says anything else of them.
    fn only_people(&self) -> bool {
        self.clauses.iter().all(|clause| {
            let quiet =
                !clause.asks && !clause.chat && !clause.past && !clause.unreal && clause.not.is_none();
            let cues = [Cue::Chat, Cue::Busy, Cue::Refuse, Cue::Maybe, Cue::Late, Cue::Done];
            quiet && !cues.into_iter().any(|cue| clause.has(cue))
        }) && self.items.iter().filter(|item| item.is_word()).all(|item| {
            item.token.capital
                || [
                    Class::And,
                    Class::Me,
                    Class::I,
                    Class::We,
                    Class::Kin,
                    Class::My,
                    Class::Plus,
                    Class::With,
                    Class::More,
                    Class::Person,
                    Class::Yes,
                    Class::Both,
                ]
                .into_iter()
                .any(|class| item.has(class))
                || item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Number(_)))
        })
    }

    /// "2 stk", "+1", "vi er tre", "Mohammed, Ali og meg": people and nothing else.
    fn counted_only(&self) -> Option<usize> {
        let words = self.items.iter().filter(|item| item.is_word()).count();
        let number = self
            .items
            .iter()
            .position(|item| item.token.number().is_some_and(|n| (1..=12).contains(&n)))
            .or_else(|| {
                self.items
                    .iter()
                    .position(|item| item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Number(_))))
            });
        let counts = self.items.iter().any(|item| {
            [Class::Person, Class::Spot, Class::We, Class::Plus].iter().any(|class| item.has(*class))
        });
        let few = crew::people(self.items, self.context.already_accepted) <= MOST_BROUGHT;
        (words > 0 && words <= MAX_PARTY && few && crew::is_count(self.items))
            .then_some(0)
            .or(number.filter(|_| counts && words <= 5))
    }

    fn accept(&self) -> Intent {
        let all = self.items;
        let commits = self.clauses.iter().any(|clause| self.strong(clause) || self.weak(clause));
        let items: Vec<Item> = if commits {
            // What another person does in another clause commits nobody.
            let own = self.clauses.iter().filter(|clause| {
                !clause.asks
                    && !clause.past
                    && (clause.subject != Subject::Other
                        || self.offers_me(clause)
                        || self.goes_for_another(clause))
                    && clause.not.is_none()
                    && ((!clause.has(Cue::Busy) && !clause.unreal) || self.strong(clause))
            });
            own.flat_map(|clause| all[clause.start.saturating_sub(1)..clause.end].iter().cloned()).collect()
        } else {
            all.to_vec()
        };
        Intent::Accept { people: crew::people(&items, self.context.already_accepted) }
    }
}
