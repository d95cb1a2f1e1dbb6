//! What sounds like a yes and is about something else.

use super::*;
use crate::domain::service::ServiceKind;
use crate::language::clause::is_task_word;
use crate::language::lexicon::Tag;
use crate::language::service::Hint;

impl Reader<'_> {
    /// "jeg henter ungene først", "ringer deg i morgen", "har tatt den": done for one's own people, for whoever reads it, or already.
    pub(super) fn of_own_affairs(&self, clause: &Clause) -> bool {
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
    pub(super) fn other_day(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        items.iter().any(|item| item.has(Class::Rather))
            && (items.iter().any(is_day) || clause.find(Cue::Accept).is_none())
    }

    /// "vi kommer til å savne deg": a turn of phrase of chat that is no shorter than what would commit.
    /// "jeg drar til Syden", "melder meg på kurset": so is one that goes on where what would commit ends.
    pub(super) fn chats_on(&self, clause: &Clause) -> bool {
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        let committed = clause.cues.iter().filter(|cue| cue.cue == Cue::Accept).map(|cue| cue.end).max();
        let goes_on = clause.cues.iter().any(|cue| {
            matches!(cue.cue, Cue::Chat | Cue::Busy)
                && cue.end - cue.start > 1
                && committed.is_some_and(|end| cue.start < end && end < cue.end)
        });
        goes_on || (length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Accept))
    }

    /// "jeg kommer fra Polen"
    pub(super) fn comes_from(&self, clause: &Clause) -> bool {
        (clause.start + 1..clause.end).any(|at| {
            self.items[at].has(Class::From)
                && self.items[at - 1].has(Class::Come)
                && self.items.get(at + 1).is_some_and(|next| next.token.capital && next.is_word())
        })
    }

    /// "I can recommend the bakery": what can be done is a verb that no table has.
    pub(super) fn can_something_else(&self, clause: &Clause) -> bool {
        let Some(offer) = clause.offer.filter(|&at| self.items[at].has(Class::Can)) else { return false };
        let skipped = |item: &Item| item.has(Class::Adverb) || item.has(Class::I) || item.has(Class::We);
        let next = (offer + 1..clause.end).find(|&at| !skipped(&self.items[at]));
        next.is_some_and(|at| {
            self.items[at].is_word() && self.items[at].classes.is_empty() && self.items[at].tags.is_empty()
        })
    }

    /// "melder meg på løpet i juni", "klar for ferie": what is joined is named, and is nothing that the tables know as help.
    pub(super) fn joins_something_else(&self, clause: &Clause) -> bool {
        const LED: [&str; 4] = ["på", "for", "til", "om"];
        clause.cues.iter().filter(|cue| cue.cue == Cue::Accept).any(|accept| {
            let words = &self.items[accept.start..accept.end];
            let joins = words.iter().any(|item| {
                item.has(Class::Ready)
                    || ["blir", "bli", "med", "melder", "klar"].iter().any(|word| item.is(word))
            });
            // "er med på" ends with the preposition, "er med" is followed by it.
            let led = |at: usize| LED.iter().any(|word| self.items[at].is(word));
            let at = accept.end + usize::from(accept.end < clause.end && led(accept.end));
            let is_led = at > accept.start && led(at - 1);
            let noun = at + self.items[at..clause.end].iter().take_while(|item| is_determiner(item)).count();
            let names_another = |at: usize| {
                let item = &self.items[at];
                item.is_word()
                    && !item.token.capital
                    && !is_help(item)
                    && ((item.classes.is_empty() && item.tags.is_empty())
                        || (item.has(Class::Chat) && !item.has(Class::It))
                        || item.has(Class::Busy)
                        || item.has(Class::Away))
            };
            joins && is_led && noun < clause.end && names_another(noun)
        })
    }

    /// "jeg kjører elbil": what is done is done to something that no table has, and that is no task in its definite form.
    pub(super) fn does_something_else(&self, clause: &Clause) -> bool {
        let object = clause.offer.filter(|&at| self.items[at].has(Class::Offer)).map(|at| at + 1);
        object.filter(|&at| at < clause.end).is_some_and(|at| {
            let item = &self.items[at];
            item.is_word() && !item.known && !item.token.capital && !is_definite(item) && !is_task_word(item)
        })
    }

    /// "jeg tar bussen": what is taken is nothing that the tables know, nor the definite form in which a task is spoken of ("tar hagen").
    pub(super) fn takes_something_else(&self, clause: &Clause) -> bool {
        let items = &self.items[clause.start..clause.end];
        let takes = items.iter().position(|item| item.has(Class::Take) && !item.has(Class::Firm));
        let Some(takes) = takes else { return false };
        // "vi tar imot utfordringen": the whole of it is a turn of phrase.
        let at = clause.start + takes;
        let whole = clause.cues.iter().any(|cue| {
            cue.cue == Cue::Accept
                && cue.start <= at
                && at + 2 < cue.end
                && self.items[at + 1..cue.end].iter().any(|item| item.has(Class::NotTask))
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
                || item.is("the")
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
                || (is_definite(item) && !is_definite_plural(item))
                || item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Number(_)))
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
}

/// "bæringa", "snømåking": a word of the help itself, and of no event that people also go to for themselves.
fn is_help(item: &Item) -> bool {
    let hints = vocabulary::request().services.of_word(&item.token.word);
    hints.iter().any(|hint| matches!(hint, Hint::Service(kind, _) if *kind != ServiceKind::Activity))
}

/// What may stand between a preposition and its noun.
fn is_determiner(item: &Item) -> bool {
    [Class::Article, Class::Demonstrative, Class::Kind, Class::My].into_iter().any(|class| item.has(class))
}

/// "premiene": several things, as the tables have the persons that are spoken of so.
fn is_definite_plural(item: &Item) -> bool {
    ["ene", "ane"].iter().any(|ending| item.token.word.ends_with(ending))
}

/// Whether a Scandinavian noun is in the definite form.
fn is_definite(item: &Item) -> bool {
    let word = item.token.word.as_str();
    word.chars().count() >= 5
        && ["en", "et", "a", "ene", "ane", "an"].iter().any(|ending| word.ends_with(ending))
}
