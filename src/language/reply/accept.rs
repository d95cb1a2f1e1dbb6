//! Saying yes, and for how many.

use super::*;
use crate::language::crew;

/// Words that nothing explains beside a turn of phrase that commits by itself, by how long it is.
const TOLERATED: [usize; 4] = [0, 2, 3, 6];

impl Reader<'_> {
    /// A turn of phrase that commits by itself, in a clause that takes nothing back.
    pub(super) fn strong(&self, clause: &Clause) -> bool {
        let long = clause.find(Cue::Accept).is_some_and(|accept| accept.end - accept.start >= 3);
        (clause.has(Cue::Accept) || self.firm(clause))
            && self.nothing_against(clause)
            && !self.of_own_affairs(clause)
            && (long || !clause.unreal)
            && !clause.has(Cue::Wish)
            && !self.chats_on(clause)
            && clause.stray <= self.tolerated(clause)
    }

    /// A verb that offers, where every word of the clause is explained.
    pub(super) fn weak(&self, clause: &Clause) -> bool {
        (clause.offer.is_some() || self.deed(clause))
            && self.nothing_against(clause)
            && !self.of_own_affairs(clause)
            && !clause.unreal
            && !self.must(clause)
            && !self.can_something_else(clause)
            && !self.something_comes(clause)
            && clause.stray <= usize::from(self.says_who(clause))
            && !clause.has(Cue::Question)
            && !clause.has(Cue::Chat)
    }

    /// "jeg leser for dem", "svigerfar brøyter": what somebody does, said of the sender or somebody the sender speaks for.
    fn deed(&self, clause: &Clause) -> bool {
        self.says_who(clause)
            && clause.foreign == 0
            && !self.items[clause.start..clause.end].iter().any(|item| item.has(Class::Every))
            && self.items[clause.start..clause.end].iter().any(|item| item.has(Class::Deed))
    }

    /// "må levere oppgave": what is done because it must be is no offer.
    pub(super) fn must(&self, clause: &Clause) -> bool {
        let says = |at: usize| at >= clause.start && self.items[at].has(Class::Must);
        clause.offer.is_some_and(|offer| (1..=2).filter_map(|back| offer.checked_sub(back)).any(says))
    }

    fn nothing_against(&self, clause: &Clause) -> bool {
        clause.not.is_none()
            && (!clause.asks || self.asks_to_be_put_down(clause))
            && !clause.past
            && !clause.chat
            && (clause.subject != Subject::Other || self.offers_me(clause))
            && !clause.has(Cue::Maybe)
            && !self.hindered(clause)
            && !self.only_is_there(clause)
            && !self.only_thanks_for_news(clause)
            && !self.takes_something_else(clause)
            && !self.other_day(clause)
    }

    /// "kommer mer snø", "kommer på tv": it is not said who comes, and the rest is not of the task.
    fn something_comes(&self, clause: &Clause) -> bool {
        let Some(offer) = clause.offer.filter(|&at| self.items[at].has(Class::Come)) else { return false };
        let next = self.items[offer + 1..clause.end].first();
        let amount = next.is_some_and(|next| next.has(Class::Figure) || next.is("mer") || next.is("mye"));
        !self.says_who(clause) && (clause.foreign > 0 || amount)
    }

    /// "far er på plass på hjemmet": where somebody is, and no offer.
    fn only_is_there(&self, clause: &Clause) -> bool {
        clause.subject == Subject::Kin
            && clause.find(Cue::Accept).is_some_and(|accept| {
                let words = &self.items[accept.start..accept.end];
                let acts = [
                    Class::Take,
                    Class::Can,
                    Class::Come,
                    Class::Firm,
                    Class::Offer,
                    Class::Kin,
                    Class::Ready,
                ]
                .into_iter()
                .any(|class| words.iter().any(|item| item.has(class)));
                words[0].has(Class::Be) && !acts
            })
    }

    /// "den er grei, takk for info"
    fn only_thanks_for_news(&self, clause: &Clause) -> bool {
        !self.says_who(clause)
            && clause.words(self.items) <= 4
            && self.clauses.iter().any(|other| {
                other.start != clause.start
                    && other.find(Cue::Chat).is_some_and(|chat| {
                        chat.end - chat.start > 2
                            && self.items[chat.start..chat.end].iter().any(|item| item.has(Class::Thanks))
                    })
            })
    }

    /// "kan du sette meg opp?": a question that commits whoever asks it.
    fn asks_to_be_put_down(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        let says_you = items.iter().any(|item| item.has(Class::You));
        says_you
            && clause.find(Cue::Accept).is_some_and(|accept| {
                let words = &self.items[accept.start..accept.end];
                words.len() > 2
                    && words.iter().any(|item| item.has(Class::Me))
                    && words.iter().any(|item| item.has(Class::Muster))
            })
    }

    /// "barna er på trening da og jeg kjører": what hinders is said first, and at more length than what would commit.
    fn hindered(&self, clause: &Clause) -> bool {
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        let first = |cue: Cue| clause.find(cue).map(|found| found.start);
        length(Cue::Busy) > 1
            && length(Cue::Busy) >= length(Cue::Accept)
            && first(Cue::Busy) < first(Cue::Accept).or(clause.offer)
    }

    /// "du kan alltids bruke meg", "er der når dere starter": another is named, but it is the sender who is offered.
    fn offers_me(&self, clause: &Clause) -> bool {
        clause.cues.iter().filter(|cue| cue.cue == Cue::Accept).any(|accept| {
            let words = &self.items[accept.start..accept.end];
            words.iter().any(|item| item.has(Class::Me) || item.has(Class::I))
                || (words.len() > 2 && words.iter().any(|item| item.has(Class::You)))
        })
    }

    fn tolerated(&self, clause: &Clause) -> usize {
        let length = clause.find(Cue::Accept).map_or(1, |accept| accept.end - accept.start);
        let said = usize::from(self.says_who(clause));
        TOLERATED[length.min(TOLERATED.len() - 1)] + said
    }

    fn firm(&self, clause: &Clause) -> bool {
        !clause.has(Cue::Chat)
            && self.items[clause.start..clause.end].iter().any(|item| item.has(Class::Firm))
    }

    /// Whether the clause names the sender or somebody the sender speaks for.
    pub(super) fn says_who(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        items.iter().any(|item| item.has(Class::I) || item.has(Class::We)) || clause.subject == Subject::Kin
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
            && !clause.chat
            && self.names_nobody(clause)
            && !clause.past
            && clause.not.is_none()
            && !clause.unreal
            && !clause.has(Cue::Chat)
            && clause.find(Cue::Done).is_none_or(|done| done.end - done.start < 3)
            && clause.subject == Subject::Sender
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
            let cues = [Cue::Chat, Cue::Maybe, Cue::Busy, Cue::Refuse, Cue::Late, Cue::Done, Cue::Wish];
            // "jeg har vippsa deg": what was done for whoever reads it.
            let told = [Class::Having, Class::You]
                .into_iter()
                .all(|class| self.items[clause.start..clause.end].iter().any(|item| item.has(class)));
            let items = &self.items[clause.start..clause.end];
            let of_somebody = items.iter().any(|item| {
                [Class::I, Class::We, Class::My, Class::Third].into_iter().any(|class| item.has(class))
            });
            !clause.but
                && !clause.chat
                && (!told || clause.asks)
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
                || item.tags.iter().any(|(tag, _)| matches!(tag, crate::language::lexicon::Tag::Number(_)))
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
                self.items.iter().position(|item| {
                    item.tags.iter().any(|(tag, _)| matches!(tag, crate::language::lexicon::Tag::Number(_)))
                })
            });
        let counts = self
            .items
            .iter()
            .any(|item| item.has(Class::Person) || item.has(Class::We) || item.has(Class::Plus));
        (words > 0 && words <= 6 && crew::is_count(self.items))
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
                    && (clause.subject != Subject::Other || self.offers_me(clause))
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
