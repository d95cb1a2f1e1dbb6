//! A reply cut into clauses, with who does what in each.

use super::class::Class;
use super::cue::{Cue, Cues, FoundCue};
use super::lexicon::Item;
use super::service::Hint;
use super::token::Kind;
use super::vocabulary;
use crate::domain::service::ServiceKind;

/// Whom a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// "jeg", "vi", or nobody named: a reply is about its sender.
    Sender,
    /// Somebody the sender speaks for: "datteren min".
    Kin,
    /// "du", "hun", "noen andre".
    Other,
}

/// A stretch of a reply between marks and "but".
#[derive(Debug)]
pub struct Clause {
    pub start: usize,
    pub end: usize,
    /// Begins with "men".
    pub but: bool,
    /// Ends in a question mark, or has the order of words of a question.
    pub asks: bool,
    pub cues: Vec<FoundCue>,
    /// Token of a negation that refuses.
    pub not: Option<usize>,
    pub subject: Subject,
    /// Token of a verb that offers.
    pub offer: Option<usize>,
    /// "kunne", "skulle": not really.
    pub unreal: bool,
    /// Words that nothing explains.
    pub foreign: usize,
    /// Has a word of what people chat about: "kaffe".
    pub chat: bool,
    pub yes: Option<usize>,
    pub past: bool,
}

impl Clause {
    pub fn has(&self, cue: Cue) -> bool {
        self.find(cue).is_some()
    }

    pub fn find(&self, cue: Cue) -> Option<&FoundCue> {
        self.cues.iter().filter(|found| found.cue == cue).max_by_key(|found| found.end - found.start)
    }
}

/// The clauses of `items`.
pub fn clauses(items: &mut [Item], cues: &Cues) -> Vec<Clause> {
    settle_ambiguous(items);
    let mut hidden = vec![false; items.len()];
    let mut clauses = Vec::new();
    for (start, end, but, asks) in cuts(items) {
        for found in cues.find(items, start, end, &hidden, Some(Cue::Harmless)) {
            hidden[found.start..found.end].fill(true);
        }
        clauses.push(clause(items, cues, (start, end, but, asks), &hidden));
    }
    clauses
}

/// Words that are one thing in one language and another in the next, settled by their neighbours.
fn settle_ambiguous(items: &mut [Item]) {
    for at in 0..items.len() {
        let english_next = items
            .get(at + 1)
            .is_some_and(|next| next.has(Class::EnglishVerb) && next.token.kind == Kind::Word);
        let verb_next = items.get(at + 1).is_some_and(|next| {
            [Class::Be, Class::Can, Class::Offer, Class::Firm, Class::Take, Class::Have]
                .into_iter()
                .any(|class| next.has(class))
        });
        let item = &mut items[at];
        let is_i = item.is("i");
        if is_i && !english_next {
            item.classes.remove(Class::I);
        }
        if item.is("me") && !verb_next {
            item.classes.remove(Class::We);
        }
        if item.is("we") && at > 0 && !english_next && !verb_next {
            item.classes.remove(Class::We);
        }
        // "no" is now in nynorsk: it refuses only where a refusal begins.
        if item.is("no") && at > 0 {
            item.classes.remove(Class::No);
        }
        // "tak" is yes in Polish and thanks in Danish: alone it is neither surely.
        if item.has(Class::Yes) && item.has(Class::Thanks) {
            item.classes.remove(Class::Yes);
        }
    }
}

/// Where the clauses begin and end, whether "men" leads in, and whether a question mark follows.
fn cuts(items: &[Item]) -> Vec<(usize, usize, bool, bool)> {
    let mut cuts = Vec::new();
    let (mut start, mut but) = (0, false);
    for at in 0..=items.len() {
        let item = items.get(at);
        let leads_but = item.is_some_and(|item| item.has(Class::But)) || concludes(items, at);
        if !(item.is_none_or(|item| is_cut(items, at, item)) || leads_but) {
            continue;
        }
        if start < at {
            let asks =
                items[at..].iter().take_while(|item| item.token.kind == Kind::Mark).any(|item| item.is("?"));
            cuts.push((start, at, but, asks));
            but = false;
        }
        but = but || leads_but;
        start = at + 1;
    }
    cuts
}

/// Words that a full stop shortens and does not end.
const ABBREVIATED: [&str; 9] = ["ca", "stk", "st", "min", "pr", "nr", "bl", "tlf", "evt"];

/// "så" and its kin before a subject or a verb: what comes is what follows from the words before.
fn concludes(items: &[Item], at: usize) -> bool {
    let so = items
        .get(at)
        .is_some_and(|item| ["så", "so", "derfor", "dermed", "difor"].contains(&item.key.as_str()));
    let subject = |at: usize| items.get(at).is_some_and(|item| item.has(Class::I) || item.has(Class::We));
    so && at > 0 && (subject(at + 1) || subject(at + 2))
}

fn is_cut(items: &[Item], at: usize, item: &Item) -> bool {
    if item.token.kind != Kind::Mark {
        return false;
    }
    let digit_at = |at: Option<usize>| {
        at.and_then(|at| items.get(at)).is_some_and(|item| item.token.kind == Kind::Number)
    };
    let in_number = digit_at(at.checked_sub(1))
        && digit_at(Some(at + 1))
        && items.get(at + 1).is_some_and(|next| next.token.glued);
    let shortened = at > 0
        && item.token.glued
        && (items[at - 1].has(Class::Clock) || ABBREVIATED.contains(&items[at - 1].key.as_str()));
    match item.token.word.as_str() {
        "." if shortened => false,
        "." | ":" | "," => !in_number,
        "!" | "?" | ";" | "\n" | "(" | ")" | "…" | "|" => true,
        "-" => !item.token.glued,
        _ => false,
    }
}

fn clause(
    items: &[Item],
    cues: &Cues,
    (start, end, but, asks): (usize, usize, bool, bool),
    hidden: &[bool],
) -> Clause {
    let mut found = cues.find(items, start, end, hidden, None);
    let words = start..end;
    let visible = |at: &usize| !hidden[*at];
    let not =
        words.clone().filter(visible).find(|&at| items[at].has(Class::Not) && !items[at].has(Class::Ask));
    let subject = subject(items, start, end);
    let offer = words.clone().filter(visible).find(|&at| {
        [Class::Can, Class::Offer, Class::Firm, Class::Take].into_iter().any(|class| items[at].has(class))
            && !items[at].has(Class::Not)
    });
    let unreal = words.clone().any(|at| items[at].has(Class::Could) && !items[at].has(Class::Can));
    let explained = |at: usize| {
        found
            .iter()
            .any(|cue| cue.cue != Cue::Question && cue.start <= at && at < cue.end && cue.end - cue.start > 1)
    };
    let foreign = (start..end).filter(|&at| is_foreign(items, at, start, explained(at))).count();
    let chat = (start..end)
        .any(|at| items[at].has(Class::Chat) && !items[at].has(Class::Benign) && !items[at].has(Class::It));
    let yes = words.clone().filter(visible).find(|&at| {
        (items[at].has(Class::Yes) || items[at].has(Class::Gladly)) && !items[at].has(Class::Not)
    });
    let past = words.clone().any(|at| {
        items[at].has(Class::Past) && !items[at].has(Class::Adverb) && !items[at].has(Class::Could)
    });
    let asks = asks || (!but && inverted(items, start, end));
    // A negated turn of phrase accepts nothing.
    if not.is_some() {
        found.retain(|cue| cue.cue != Cue::Accept);
    }
    Clause { start, end, but, asks, cues: found, not, subject, offer, unreal, foreign, chat, yes, past }
}

fn subject(items: &[Item], start: usize, end: usize) -> Subject {
    for item in &items[start..end] {
        if item.has(Class::I) || item.has(Class::We) || item.has(Class::Me) {
            return Subject::Sender;
        }
        if item.has(Class::Kin) {
            return Subject::Kin;
        }
        if item.has(Class::You) || item.has(Class::Third) || item.has(Class::Others) {
            return Subject::Other;
        }
    }
    Subject::Sender
}

/// "kan jeg …", "tar du …": the verb first, then the subject.
fn inverted(items: &[Item], start: usize, end: usize) -> bool {
    let at = start;
    if at + 1 >= end {
        return false;
    }
    let verb = [Class::Can, Class::Offer, Class::Take, Class::Firm, Class::Be]
        .into_iter()
        .any(|class| items[at].has(class));
    let subject = [Class::I, Class::We, Class::You].into_iter().any(|class| items[at + 1].has(class));
    let statement = items.get(at + 2).is_some_and(|item| at + 2 < end && item.has(Class::Adverb));
    verb && subject && !statement
}

/// "snøfreseren", "matkjøringa": a word of the help itself.
fn is_task_word(item: &Item) -> bool {
    let hints = vocabulary::request().services.of_word(&item.token.word);
    hints.iter().any(|hint| {
        matches!(
            hint,
            Hint::Service(
                ServiceKind::SnowClearing
                    | ServiceKind::Garden
                    | ServiceKind::MealDelivery
                    | ServiceKind::Transport,
                _
            )
        )
    })
}

/// Whether nothing in the tables explains the word. A name beside "og" or "med" is explained by it.
fn is_foreign(items: &[Item], at: usize, start: usize, explained: bool) -> bool {
    let item = &items[at];
    if !item.is_word() {
        return false;
    }
    let only_other = item.has(Class::Other)
        || (item.has(Class::Chat) && !item.has(Class::Benign) && !item.has(Class::Yes));
    if only_other {
        return true;
    }
    let in_a_table = !item.classes.is_empty() || !item.tags.is_empty();
    if explained || in_a_table || is_task_word(item) {
        return false;
    }
    let beside_and = |at: Option<usize>| {
        at.and_then(|at| items.get(at))
            .is_some_and(|next| next.has(Class::And) || next.has(Class::With) || next.is(","))
    };
    !(item.token.capital
        && (at > start || beside_and(Some(at + 1)))
        && (beside_and(at.checked_sub(1)) || beside_and(Some(at + 1))))
}
