//! What the rules read, weighed against an opinion that knows none of them.
//!
//! The two err on different messages: the rules on wordings that nobody listed, the opinion on words that are common but mean something else where they stand. Their chances
//! are multiplied (Hinton 1999: a product of experts), and an acceptance must be sure: in doubt the reply is taken for nothing, and the volunteer is asked.

use super::*;
use crate::language::crew;
use crate::language::opinion::{self, ANSWERS, Answer, Weights};

/// An acceptance that the rules read too must be as likely as this.
const AGREED: f32 = 0.65;
/// One that they don't read.
const ALONE: f32 = 0.75;
/// Any other answer that they don't read.
const LIKELY: f32 = 0.5;
/// Another answer than the one that they read.
const OUTWEIGHS: f32 = 0.75;
/// What takes a place back, and the rules don't read.
const CERTAIN: f32 = 0.9;
/// How far the rules count beside the opinion. Less than one, for what is hard for one is often hard for both.
const SHARE: f32 = 0.4;

/// 2 700 replies that the rules had never seen, by what they meant (row) and what the rules read (column), both in the order of [`Answer::ALL`].
const FOUND: [[u16; ANSWERS]; ANSWERS] = [
    [565, 43, 16, 41, 10, 8, 11, 98],
    [8, 619, 7, 11, 12, 4, 5, 47],
    [1, 21, 124, 5, 1, 1, 0, 9],
    [36, 23, 7, 212, 7, 2, 1, 9],
    [2, 2, 3, 1, 255, 0, 0, 8],
    [1, 3, 0, 2, 0, 47, 0, 1],
    [0, 0, 0, 0, 1, 0, 62, 9],
    [25, 22, 9, 12, 30, 3, 5, 233],
];

impl Reader<'_> {
    pub(super) fn weighed(&self) -> ReplyReading {
        let rules = self.read();
        let read = kind(rules.intent);
        let opinion = opinion::of_replies().opinion(self.items, self.context.already_accepted);
        let chances = product(&opinion.chances, &said(read));
        let at = opinion::likeliest(&chances);
        let (likeliest, chance) = (Answer::ALL[at], chances[at]);
        if likeliest == read && likeliest != Answer::Accept {
            return rules;
        }
        let enough = match (likeliest, read) {
            (Answer::Accept, Answer::Accept) => AGREED,
            // Whoever says no is never taken for somebody who comes.
            (Answer::Accept, Answer::Refuse) => return rules,
            (Answer::Accept, _) => ALONE,
            // What ends or delays a task for everybody is read in words and not guessed; and whoever comes late comes.
            (Answer::Late | Answer::Done, _) => return rules,
            (Answer::Refuse, _) if self.context.already_accepted => CERTAIN,
            // Whoever holds a place has more to tell than answers.
            (_, Answer::Unrelated) if self.context.already_accepted => CERTAIN,
            (_, Answer::Accept | Answer::Unrelated) => LIKELY,
            _ => OUTWEIGHS,
        };
        if chance < enough {
            // An acceptance that is doubted is asked about; what else the rules read stands.
            let doubted = read == Answer::Accept;
            return if doubted {
                ReplyReading { intent: Intent::Unrelated, because: Vec::new() }
            } else {
                rules
            };
        }
        if likeliest == read {
            return rules;
        }
        ReplyReading { intent: self.intended(likeliest), because: opinion.because.into_iter().collect() }
    }

    fn intended(&self, kind: Answer) -> Intent {
        match kind {
            Answer::Accept => {
                Intent::Accept { people: crew::people(self.items, self.context.already_accepted) }
            }
            Answer::Refuse => refusal(self.context),
            Answer::Maybe => Intent::Maybe,
            Answer::Conditional => {
                let (from, until) =
                    self.clauses.iter().find_map(|clause| self.bounds(clause)).unwrap_or_default();
                Intent::Conditional { from, until }
            }
            Answer::Question => Intent::Question,
            Answer::Late => Intent::Late,
            Answer::Done => Intent::Done,
            Answer::Unrelated => Intent::Unrelated,
        }
    }
}

fn kind(intent: Intent) -> Answer {
    match intent {
        Intent::Accept { .. } => Answer::Accept,
        Intent::Decline | Intent::Withdraw => Answer::Refuse,
        Intent::Maybe => Answer::Maybe,
        Intent::Conditional { .. } => Answer::Conditional,
        Intent::Question => Answer::Question,
        Intent::Late => Answer::Late,
        Intent::Done => Answer::Done,
        Intent::Unrelated => Answer::Unrelated,
    }
}

/// How likely the rules read `read`, for each kind that is meant.
fn said(read: Answer) -> Weights<ANSWERS> {
    Answer::ALL.map(|meant| {
        let row = FOUND[meant as usize];
        // One more of each, so that what was never seen is rare and not impossible.
        let all: u16 = row.iter().map(|count| count + 1).sum();
        (f32::from(row[read as usize] + 1) / f32::from(all)).powf(SHARE)
    })
}

fn product(a: &Weights<ANSWERS>, b: &Weights<ANSWERS>) -> Weights<ANSWERS> {
    let mut both = *a;
    both.iter_mut().zip(b).for_each(|(chance, other)| *chance *= other);
    let all: f32 = both.iter().sum();
    both.map(|chance| chance / all)
}
