//! What commits a clause: a turn of phrase that does so by itself, or a verb that offers where every word is explained.

use super::*;

/// Words that nothing explains beside a turn of phrase that commits by itself, by how long it is.
const TOLERATED: [usize; 4] = [0, 2, 3, 6];
/// More people than one reply brings without a word of what they do.
pub(super) const MOST_BROUGHT: u32 = 12;

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
            && !self.counted_who_ask(clause)
            && clause.stray <= self.tolerated(clause)
    }

    /// "vi er to som lurer på når det starter": those who are counted ask.
    pub(super) fn counted_who_ask(&self, clause: &Clause) -> bool {
        clause.find(Cue::Question).is_some_and(|question| {
            self.items[clause.start..question.start].iter().any(|item| item.has(Class::Relative))
        })
    }

    /// "hvis jeg tar den, hvem låser opp?": what would commit is what is supposed.
    pub(super) fn only_supposes(&self, clause: &Clause) -> bool {
        let first = &self.items[clause.start];
        let after = |at: usize| at <= clause.start + 2;
        (first.has(Class::If) || first.is("om"))
            && clause.find(Cue::Accept).map(|accept| accept.start).or(clause.offer).is_some_and(after)
    }

    /// A verb that offers, where every word of the clause is explained.
    pub(super) fn weak(&self, clause: &Clause) -> bool {
        (clause.offer.is_some() || self.deed(clause))
            && self.nothing_against(clause)
            && !self.of_own_affairs(clause)
            && !clause.unreal
            && !self.must(clause)
            && !self.can_something_else(clause)
            && !self.does_something_else(clause)
            && (!self.something_comes(clause) || self.adds_another(clause))
            && clause.stray <= usize::from(self.says_who(clause))
            && !clause.has(Cue::Question)
            && !clause.has(Cue::Chat)
    }

    /// "jeg leser for dem", "svigerfar brøyter": what somebody does, said of the sender or somebody the sender speaks for.
    pub(super) fn deed(&self, clause: &Clause) -> bool {
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

    pub(super) fn nothing_against(&self, clause: &Clause) -> bool {
        clause.not.is_none()
            && (!clause.asks || self.asks_to_be_put_down(clause))
            && !clause.past
            && !clause.chat
            && (clause.subject != Subject::Other || self.offers_me(clause) || self.adds_another(clause))
            && !clause.has(Cue::Maybe)
            && !self.hindered(clause)
            && !self.only_is_there(clause)
            && !self.only_thanks_for_news(clause)
            && !self.takes_something_else(clause)
            && !self.other_day(clause)
            && !self.comes_from(clause)
            && !self.joins_something_else(clause)
            && !self.only_supposes(clause)
            && !self.counts_members(clause)
    }

    /// "kommer mer snø", "kommer på tv": it is not said who comes, and the rest is not of the task.
    pub(super) fn something_comes(&self, clause: &Clause) -> bool {
        let Some(offer) = clause.offer.filter(|&at| self.items[at].has(Class::Come)) else { return false };
        let next = self.items[offer + 1..clause.end].first();
        let amount = next.is_some_and(|next| next.has(Class::Figure) || next.is("mer") || next.is("mye"));
        !self.says_who(clause) && (clause.foreign > 0 || amount)
    }

    /// "vi er 40 medlemmer nå": more than anybody brings, and nobody says that they come.
    pub(super) fn counts_members(&self, clause: &Clause) -> bool {
        let many = (clause.start..clause.end).any(|at| {
            let next = self.items.get(at + 1);
            self.items[at].token.number().is_some_and(|number| number > MOST_BROUGHT)
                && next.is_some_and(|next| next.has(Class::Kin) || next.has(Class::Person))
        });
        many && clause.offer.is_none()
    }

    /// "far er på plass på hjemmet": where somebody is, and no offer.
    pub(super) fn only_is_there(&self, clause: &Clause) -> bool {
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
    pub(super) fn only_thanks_for_news(&self, clause: &Clause) -> bool {
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
    pub(super) fn asks_to_be_put_down(&self, clause: &Clause) -> bool {
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
    pub(super) fn hindered(&self, clause: &Clause) -> bool {
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        let first = |cue: Cue| clause.find(cue).map(|found| found.start);
        length(Cue::Busy) > 1
            && length(Cue::Busy) >= length(Cue::Accept)
            && first(Cue::Busy) < first(Cue::Accept).or(clause.offer)
    }

    /// "du kan alltids bruke meg", "er der når dere starter": another is named, but it is the sender who is offered.
    pub(super) fn offers_me(&self, clause: &Clause) -> bool {
        clause.cues.iter().filter(|cue| cue.cue == Cue::Accept).any(|accept| {
            let words = &self.items[accept.start..accept.end];
            words.iter().any(|item| item.has(Class::Me) || item.has(Class::I))
                || (words.len() > 2 && words.iter().any(|item| item.has(Class::You)))
        })
    }

    /// "Per kommer også" from somebody who holds a place.
    pub(super) fn adds_another(&self, clause: &Clause) -> bool {
        let any = |class: Class| self.items[clause.start..clause.end].iter().any(|item| item.has(class));
        self.context.already_accepted
            && any(Class::Also)
            && !any(Class::With)
            && (any(Class::Come) || any(Class::Join))
    }

    pub(super) fn tolerated(&self, clause: &Clause) -> usize {
        let length = clause.find(Cue::Accept).map_or(1, |accept| accept.end - accept.start);
        let said = usize::from(self.says_who(clause));
        TOLERATED[length.min(TOLERATED.len() - 1)] + said
    }

    pub(super) fn firm(&self, clause: &Clause) -> bool {
        !clause.has(Cue::Chat)
            && self.items[clause.start..clause.end].iter().any(|item| item.has(Class::Firm))
    }

    /// Whether the clause names the sender or somebody the sender speaks for.
    pub(super) fn says_who(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        items.iter().any(|item| item.has(Class::I) || item.has(Class::We)) || clause.subject == Subject::Kin
    }
}
