//! A reply cut into clauses, with who does what in each.

mod ambiguous;
mod cuts;
mod question;
mod strange;
mod subject;

pub use ambiguous::finds_sitter;
use ambiguous::settle_ambiguous;
use question::{inverted, is_opening, leads_with_question_word, opens_a_question};
pub use strange::is_task_word;
use strange::{is_foreign, led_by_preposition};
use subject::subject;

use super::class::Class;
use super::clock;
use super::cue::{Cue, Cues, FoundCue, Stretch};
use super::lexicon::Item;

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
    /// Those of them that are not led by a preposition, as where and when are: "bak brøytebilen".
    pub stray: usize,
    /// Has a word of what people chat about: "kaffe".
    pub chat: bool,
    pub yes: Option<usize>,
    pub past: bool,
}

impl Clause {
    pub fn has(&self, cue: Cue) -> bool {
        self.find(cue).is_some()
    }

    /// How many words it has.
    pub fn words(&self, items: &[Item]) -> usize {
        items[self.start..self.end].iter().filter(|item| item.is_word()).count()
    }

    pub fn find(&self, cue: Cue) -> Option<&FoundCue> {
        self.cues.iter().filter(|found| found.cue == cue).max_by_key(|found| found.end - found.start)
    }
}

/// The clauses of `items`.
pub fn clauses(items: &mut [Item], cues: &Cues) -> Vec<Clause> {
    settle_ambiguous(items);
    let mut hidden = vec![false; items.len()];
    let words = cues.numbered(items);
    let mut clauses = Vec::new();
    for (start, end, but, asks) in cuts::cuts(items) {
        let stretch = Stretch { items, words: &words, start, end, hidden: &hidden };
        for found in cues.find_harmless(&stretch) {
            hidden[found.start..found.end].fill(true);
        }
        for at in (start..end).filter(|&at| hidden[at]) {
            items[at].classes.remove(Class::No);
        }
        clauses.push(clause(cues, &Stretch { items, words: &words, start, end, hidden: &hidden }, but, asks));
    }
    // "skal vi ta den sammen, Liv?": the mark behind a name is that of the question before it.
    for at in 1..clauses.len() {
        let called =
            clauses[at].words(items) <= 2 && clauses[at].offer.is_none() && clauses[at].cues.is_empty();
        let joined = items[clauses[at - 1].end..clauses[at].start].iter().all(|item| item.is(","));
        if clauses[at].asks && called && joined {
            clauses[at - 1].asks = true;
        }
    }
    speak_for_kin(items, &mut clauses);
    clauses
}

/// "dotter mi har fått køyrekort, så ho tek turen": who was spoken for is spoken of by a pronoun after that.
fn speak_for_kin(items: &[Item], clauses: &mut [Clause]) {
    let mut kin = false;
    for clause in clauses {
        let any = |class: Class| items[clause.start..clause.end].iter().any(|item| item.has(class));
        if clause.subject == Subject::Other
            && kin
            && any(Class::Third)
            && !any(Class::You)
            && !any(Class::Others)
        {
            clause.subject = Subject::Kin;
        }
        kin |= any(Class::Kin) && !clause.asks;
    }
}

fn clause(cues: &Cues, stretch: &Stretch, but: bool, asks: bool) -> Clause {
    let Stretch { items, start, end, hidden, .. } = *stretch;
    let mut found = cues.find(stretch);
    // What is harmless may commit all the same: "ikke noe problem".
    if (start..end).any(|at| hidden[at]) {
        let all = cues.find(&Stretch { hidden: &vec![false; items.len()], ..*stretch });
        found.extend(all.into_iter().filter(|cue| cue.cue == Cue::Accept));
    }
    keep_longest(&mut found);
    // "nå kan jeg likevel": a verb before its subject asks only where the clause begins.
    found.retain(|cue| {
        cue.cue != Cue::Question
            || items[cue.start].has(Class::Ask)
            || items[start..cue.start].iter().all(is_opening)
    });
    // "from the church" is whose, not when.
    found.retain(|cue| {
        cue.cue != Cue::Condition || cue.end - cue.start > 1 || !items[cue.start].has(Class::From)
    });
    // "rydder det på en time": how long it takes is no condition.
    found.retain(|cue| {
        let takes = cue.start > start && (items[cue.start - 1].is("på") || items[cue.start - 1].is("in"));
        !(cue.cue == Cue::Condition && takes && clock::phrase(items, cue.start, Class::Part).is_some())
    });
    let condition = found.iter().filter(|cue| {
        cue.cue == Cue::Condition && (items[cue.start].has(Class::If) || cue.end - cue.start > 1)
    });
    let condition = condition.map(|cue| cue.start).filter(|&at| at > start).min();
    let words = start..end;
    let visible = |at: &usize| !hidden[*at];
    let not =
        words.clone().filter(visible).find(|&at| items[at].has(Class::Not) && !items[at].has(Class::Ask));
    // "går fint så lenge det ikke regner" says no to nothing.
    let not = not.filter(|&at| condition.is_none_or(|condition| at < condition));
    // "forutsatt at det ikke er på søndag": nor does a clause that is a condition from its first word.
    let led_by_if = found.iter().any(|cue| {
        cue.cue == Cue::Condition
            && cue.start == start
            && items[start].has(Class::If)
            && !items[start].has(Class::Not)
    });
    let not = not.filter(|_| !led_by_if);
    // "kan være med hvis noen kjører": who shall meet the condition is not who offers.
    let if_led = condition.filter(|&at| items[at].has(Class::If));
    let subject = subject(items, start..if_led.unwrap_or(end), hidden);
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
    let foreign = (start..end).filter(visible).filter(|&at| is_foreign(items, at, start, explained(at)));
    let foreign: Vec<usize> = foreign.collect();
    let stray = foreign.iter().filter(|&&at| !led_by_preposition(items, at, start)).count();
    let foreign = foreign.len();
    let said = |at: usize| {
        found
            .iter()
            .any(|cue| cue.cue == Cue::Accept && cue.start <= at && at < cue.end && cue.end - cue.start > 1)
    };
    let chat = (start..end)
        .filter(|&at| !said(at))
        .any(|at| items[at].has(Class::Chat) && !items[at].has(Class::Benign) && !items[at].has(Class::It));
    let yes = words.clone().filter(visible).find(|&at| {
        (items[at].has(Class::Yes) || items[at].has(Class::Gladly)) && !items[at].has(Class::Not)
    });
    let committed = |at: usize| {
        found
            .iter()
            .any(|cue| cue.cue == Cue::Accept && cue.start <= at && at < cue.end && cue.end - cue.start > 2)
    };
    let past = words
        .clone()
        .filter(|&at| (items[at].has(Class::Take) && !items[at].has(Class::Have)) || !committed(at))
        .any(|at| {
            // "kan kom" is no past.
            let infinitive = (1..=2)
                .filter_map(|back| at.checked_sub(back))
                .any(|at| items[at].has(Class::Can) || items[at].has(Class::Ought));
            !infinitive
                && items[at].has(Class::Past)
                && !items[at].has(Class::Adverb)
                && !items[at].has(Class::Could)
        });
    let asks = asks
        || (!but && (inverted(items, start, end) || opens_a_question(items, start, &found)))
        || leads_with_question_word(items, start..end, hidden);
    // "kan om det ikke er for langt å gå": what stands in a condition neither refuses nor hinders.
    let if_at = found
        .iter()
        .filter(|cue| {
            cue.cue == Cue::Condition && (items[cue.start].has(Class::If) || items[cue.start].is("om"))
        })
        .map(|cue| cue.start)
        .min()
        .filter(|&at| offer.is_some_and(|offer| offer < at));
    found.retain(|cue| {
        !(matches!(cue.cue, Cue::Refuse | Cue::Busy) && if_at.is_some_and(|condition| cue.start > condition))
    });
    // A negated turn of phrase accepts nothing.
    if not.is_some() {
        found.retain(|cue| cue.cue != Cue::Accept || (cue.start..cue.end).any(|at| hidden[at]));
    }
    Clause {
        start,
        end,
        but,
        asks,
        cues: found,
        not,
        subject,
        offer,
        unreal,
        foreign,
        stray,
        chat,
        yes,
        past,
    }
}

/// A turn of phrase within a longer one says what the longer one says.
fn keep_longest(found: &mut Vec<FoundCue>) {
    found.sort_unstable_by_key(|cue| (cue.start, cue.end, cue.cue));
    found.dedup();
    let all = found.clone();
    found.retain(|cue| {
        !all.iter().any(|other| {
            other.cue != cue.cue
                && other.start <= cue.start
                && cue.end <= other.end
                && other.end - other.start > cue.end - cue.start
        })
    });
}
