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

    /// "jeg henter ungene først", "ringer deg i morgen", "har tatt den": done for one's own people, for whoever reads it, or already.
    fn of_own_affairs(&self, clause: &Clause) -> bool {
        (clause.start..clause.end).any(|at| {
            let item = &self.items[at];
            let next = |ahead: usize| self.items[..clause.end].get(at + ahead);
            let fetches = item.has(Class::Ferry) && next(1).is_some_and(|next| next.has(Class::Kin));
            let tells = item.has(Class::Tell) && next(1).is_some_and(|next| next.has(Class::You));
            let home = item.has(Class::Deed)
                && next(1).is_some_and(|next| next.has(Class::Leave) && !next.has(Class::Deed));
            let perfect = item.has(Class::Perfect)
                && (1..=3)
                    .filter_map(|back| at.checked_sub(back))
                    .any(|back| back >= clause.start && self.items[back].has(Class::Having));
            fetches || tells || home || perfect
        })
    }

    /// "tar den på torsdag i stedet": another day than the one asked for.
    fn other_day(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        items.iter().any(|item| item.has(Class::Rather))
            && (items.iter().any(is_day) || clause.find(Cue::Accept).is_none())
    }

    /// "vi kommer til å savne deg": a turn of phrase of chat that is no shorter than what would commit.
    /// "jeg drar til Syden", "melder meg på kurset": so is one that goes on where what would commit ends.
    fn chats_on(&self, clause: &Clause) -> bool {
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        let committed = clause.cues.iter().filter(|cue| cue.cue == Cue::Accept).map(|cue| cue.end).max();
        let goes_on = clause.cues.iter().any(|cue| {
            matches!(cue.cue, Cue::Chat | Cue::Busy)
                && cue.end - cue.start > 1
                && committed.is_some_and(|end| cue.start < end && end < cue.end)
        });
        goes_on || (length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Accept))
    }

    /// "I can recommend the bakery": what can be done is a verb that no table has.
    fn can_something_else(&self, clause: &Clause) -> bool {
        // "jeg kommer fra Polen"
        let origin = (clause.start + 1..clause.end).any(|at| {
            self.items[at].has(Class::From)
                && self.items[at - 1].has(Class::Come)
                && self.items.get(at + 1).is_some_and(|next| next.token.capital && next.is_word())
        });
        if origin {
            return true;
        }
        let Some(offer) = clause.offer.filter(|&at| self.items[at].has(Class::Can)) else { return false };
        let skipped = |item: &Item| item.has(Class::Adverb) || item.has(Class::I) || item.has(Class::We);
        let next = (offer + 1..clause.end).find(|&at| !skipped(&self.items[at]));
        next.is_some_and(|at| {
            self.items[at].is_word() && self.items[at].classes.is_empty() && self.items[at].tags.is_empty()
        })
    }

    /// "må levere oppgave": what is done because it must be is no offer.
    pub(super) fn must(&self, clause: &Clause) -> bool {
        let says = |at: usize| at >= clause.start && self.items[at].has(Class::Must);
        clause.offer.is_some_and(|offer| (1..=2).filter_map(|back| offer.checked_sub(back)).any(says))
    }

    fn nothing_against(&self, clause: &Clause) -> bool {
        clause.not.is_none()
            && !clause.asks
            && !clause.past
            && !clause.chat
            && (clause.subject != Subject::Other || self.offers_me(clause))
            && !clause.has(Cue::Maybe)
            && !self.takes_something_else(clause)
            && !self.other_day(clause)
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

    /// "jeg tar bussen": what is taken is nothing that the tables know, nor the definite form in which a task is spoken of ("tar hagen").
    fn takes_something_else(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        let takes = items.iter().position(|item| item.has(Class::Take) && !item.has(Class::Firm));
        let Some(takes) = takes else { return false };
        // "vi tar imot utfordringen": the whole of it is a turn of phrase.
        let at = clause.start + takes;
        let whole = clause.cues.iter().any(|cue| {
            cue.cue == Cue::Accept
                && cue.start <= at
                && at + 2 < cue.end
                && self.items[at + 1].has(Class::NotTask)
        });
        if whole {
            return false;
        }
        let passes = |item: &&Item| {
            item.has(Class::Adverb)
                || item.has(Class::I)
                || item.has(Class::We)
                || item.has(Class::Article)
                || item.has(Class::Kind)
        };
        // "tar med lodd": things, and nobody who comes.
        let brought = items
            .get(takes + 1)
            .filter(|item| item.has(Class::With) && items[takes].has(Class::Bring))
            .and(items.get(takes + 2));
        let person = |item: &Item| {
            [
                Class::Kin,
                Class::Me,
                Class::My,
                Class::More,
                Class::Article,
                Class::Kind,
                Class::Both,
                Class::Honorific,
            ]
            .into_iter()
            .any(|class| item.has(class))
                || item.token.capital
                || item.token.number().is_some()
                || is_definite(item)
                || item.tags.iter().any(|(tag, _)| matches!(tag, crate::language::lexicon::Tag::Number(_)))
        };
        let comes = items.iter().any(|item| item.has(Class::Come) || item.has(Class::Firm));
        let useful = |item: &Item| item.has(Class::Equipment) || item.has(Class::Key);
        if brought.is_some_and(useful) {
            return false;
        }
        if brought.is_some_and(|item| !person(item)) && !comes {
            return true;
        }
        let object = items[takes + 1..].iter().find(|item| !passes(item));
        // "tar det opp på møtet", "tar det som et kompliment": what becomes of it is no help.
        let figure = items[takes + 1..]
            .iter()
            .skip_while(|item| passes(item))
            .skip(1)
            .take(3)
            .any(|item| item.has(Class::Figure));
        if figure {
            return true;
        }
        object.is_some_and(|item| {
            item.has(Class::NotTask)
                || (item.has(Class::Chat) && !item.has(Class::It))
                || (item.is_word() && !item.known && !item.token.capital && !is_definite(item))
        })
    }

    pub(super) fn accepted(&self) -> Option<ReplyReading> {
        let clause = self.clauses.iter().find(|clause| self.strong(clause)).or_else(|| {
            let elsewhere = self.clauses.iter().any(|clause| self.takes_something_else(clause));
            self.clauses.iter().find(|clause| self.weak(clause) && !elsewhere)
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
        let yes = self.clauses.iter().find_map(|clause| clause.yes.filter(|_| !clause.asks && !clause.past));
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

    /// A clause of which every word is explained, and none speaks against a yes.
    fn is_plain(&self, clause: &Clause) -> bool {
        clause.foreign == 0
            && !clause.chat
            && self.names_nobody(clause)
            && !clause.past
            && clause.not.is_none()
            && !clause.unreal
            && !clause.has(Cue::Chat)
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
            let items = &self.items[clause.start..clause.end];
            let of_somebody = items.iter().any(|item| {
                [Class::I, Class::We, Class::My, Class::Third].into_iter().any(|class| item.has(class))
            });
            !clause.but
                && !clause.chat
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

/// Whether a Scandinavian noun is in the definite form.
fn is_definite(item: &Item) -> bool {
    let word = item.token.word.as_str();
    word.chars().count() >= 5
        && ["en", "et", "a", "ene", "ane", "an"].iter().any(|ending| word.ends_with(ending))
}
