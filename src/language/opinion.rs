//! A second opinion on a message: of which kind messages with its phrases and parts of words have most often been.
//!
//! The rules of [`super::reply`] and of services know what words mean, and say nothing of a wording that nobody listed. Here nothing is known but how often: each
//! phrase of one to three words, and each piece of two to five letters, has a weight for each kind, learned from the development
//! corpus by multinomial logistic regression (Berkson 1944; term weighting by Spärck Jones 1972) with `cargo run --release --example learn`. The tables
//! are text: which phrases spoke for an opinion can be read in them, and is part of the answer.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use super::lexicon::Item;
use super::token::{self, MAX_WORD_CHARS, tokens};
use super::{Span, vocabulary};
use crate::domain::service::ServiceKind;

/// Kinds of replies that are told apart. Whether a no gives back a place follows from whether there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Accept,
    Refuse,
    Maybe,
    Conditional,
    Question,
    Late,
    Done,
    Unrelated,
}

impl Answer {
    pub const ALL: [Self; 8] = [
        Self::Accept,
        Self::Refuse,
        Self::Maybe,
        Self::Conditional,
        Self::Question,
        Self::Late,
        Self::Done,
        Self::Unrelated,
    ];
}

/// How many kinds of replies there are.
pub const ANSWERS: usize = Answer::ALL.len();
/// How many kinds of help there are.
pub const SERVICES: usize = ServiceKind::ALL.len();

/// One number for each kind.
pub type Weights<const KINDS: usize> = [f32; KINDS];

/// What a message is weighed by. Each family counts alike, however many parts it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// One to three words in a row.
    Phrase,
    /// Two to five letters in a row, the blanks at the ends of the word included.
    Letters,
}

const FAMILIES: usize = 2;
/// Longest phrase, in words.
const PHRASE: usize = 3;
/// Shortest and longest pieces of a word.
const LETTERS: RangeInclusive<usize> = 2..=5;
/// What marks a piece of a word in the table.
const OF_LETTERS: char = '~';

/// Tokens of a message that are weighed: an answer comes early.
const MAX_TOKENS: usize = 60;

/// Calls `visit` with each part of a reply, as often as it has it: what the learning program counts.
pub fn parts_of_reply(text: &str, holds_place: bool, visit: &mut impl FnMut(Family, &str)) {
    let items = vocabulary::reply().lexicon.items(tokens(text));
    parts(&items, holds_place, &mut |family, part, _| visit(family, part));
}

/// Calls `visit` with each part of a request, as often as it has it: what the learning program counts.
pub fn parts_of_request(text: &str, visit: &mut impl FnMut(Family, &str)) {
    let items = vocabulary::request().lexicon.items(tokens(text));
    parts(&items, false, &mut |family, part, _| visit(family, part));
}

/// Calls `visit` with each part of a message: its family, the part as the table has it, and the tokens it came from (empty: none).
fn parts(items: &[Item], holds_place: bool, visit: &mut impl FnMut(Family, &str, Range<usize>)) {
    let items = &items[..items.len().min(MAX_TOKENS)];
    if holds_place {
        visit(Family::Phrase, "#place", 0..0);
    }
    let word = |at: usize| match at {
        0 => "^",
        at if at == items.len() + 1 => "$",
        at if items[at - 1].token.kind == token::Kind::Number => "0",
        at => items[at - 1].key.as_str(),
    };
    let mut part = String::with_capacity(48);
    for start in 0..items.len() + 2 {
        part.clear();
        for end in start..(start + PHRASE).min(items.len() + 2) {
            if end > start {
                part.push(' ');
            }
            part.push_str(word(end));
            let tokens = start.saturating_sub(1).min(items.len())..end.min(items.len());
            visit(Family::Phrase, &part, tokens);
        }
    }
    for (at, item) in items.iter().enumerate() {
        let written = if item.token.kind == token::Kind::Number { "0" } else { item.token.word.as_str() };
        let letters: Vec<char> = std::iter::once('_')
            .chain(written.chars().take(MAX_WORD_CHARS))
            .chain(std::iter::once('_'))
            .collect();
        for length in LETTERS {
            for piece in letters.windows(length) {
                part.clear();
                part.push(OF_LETTERS);
                part.extend(piece);
                visit(Family::Letters, &part, at..at + 1);
            }
        }
    }
}

/// The weights, ready to weigh with.
pub(super) struct Table<const KINDS: usize> {
    bias: Weights<KINDS>,
    /// By part: how telling it is at all (the rarer, the more), and what it speaks for.
    parts: HashMap<Box<str>, (f32, Weights<KINDS>)>,
}

/// What the phrases of a message speak for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Opinion<const KINDS: usize> {
    /// Chance of each kind, 0–1.
    pub chances: Weights<KINDS>,
    /// The words that spoke most for the likeliest kind.
    pub because: Option<Span>,
}

/// What the corpus says of replies, in the order of [`Answer::ALL`].
///
/// # Panics
/// If the table is at fault, which a test excludes.
pub(super) fn of_replies() -> &'static Table<ANSWERS> {
    static READ: OnceLock<Table<ANSWERS>> = OnceLock::new();
    READ.get_or_init(|| {
        Table::read(include_str!("vocabulary/reply/weights.txt")).expect("the tables are tested")
    })
}

/// What the corpus says of requests, in the order of [`ServiceKind::ALL`].
///
/// # Panics
/// If the table is at fault, which a test excludes.
pub(super) fn of_services() -> &'static Table<SERVICES> {
    static READ: OnceLock<Table<SERVICES>> = OnceLock::new();
    READ.get_or_init(|| {
        Table::read(include_str!("vocabulary/request/weights.txt")).expect("the tables are tested")
    })
}

impl<const KINDS: usize> Table<KINDS> {
    /// Reads lines of `messages that have the part`, the weights in tenths, and the part. The first line has the number of messages learned from and the bias; `#` begins a remark.
    ///
    /// # Errors
    /// The first line that can't be read.
    fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines().filter(|line| !line.starts_with("# ")).map(|line| {
            let mut fields = line.split(' ');
            let count = fields.next().and_then(|field| field.parse::<u32>().ok());
            let mut weights = [0.0; KINDS];
            for weight in &mut weights {
                *weight = fields
                    .next()
                    .and_then(|field| field.parse::<f32>().ok())
                    .ok_or_else(|| line.to_owned())?
                    / 10.0;
            }
            let part = line.splitn(KINDS + 2, ' ').last().unwrap_or_default();
            Ok::<_, String>((count.ok_or_else(|| line.to_owned())?, weights, part))
        });
        let (messages, bias, _) = lines.next().ok_or("an empty table")??;
        let parts = lines
            .map(|line| line.map(|(count, weights, part)| (part.into(), (telling(messages, count), weights))))
            .collect::<Result<_, _>>()?;
        Ok(Self { bias, parts })
    }

    /// What the phrases of `items` speak for.
    pub(super) fn opinion(&self, items: &[Item], holds_place: bool) -> Opinion<KINDS> {
        let mut found: Vec<(Family, &str, f32, &Weights<KINDS>, Range<usize>)> = Vec::new();
        parts(items, holds_place, &mut |family, part, tokens| {
            if let Some((part, (telling, weights))) = self.parts.get_key_value(part) {
                found.push((family, part, *telling, weights, tokens));
            }
        });
        found.sort_by(|a, b| a.1.cmp(b.1).then(a.4.start.cmp(&b.4.start)));
        found.dedup_by(|next, kept| next.1 == kept.1);
        let mut lengths = [0.0_f32; FAMILIES];
        for (family, _, telling, ..) in &found {
            lengths[*family as usize] += telling * telling;
        }
        let mut sums = self.bias;
        for (family, _, telling, weights, _) in &found {
            let share = telling / lengths[*family as usize].sqrt();
            for (sum, weight) in sums.iter_mut().zip(*weights) {
                *sum += share * weight;
            }
        }
        let mut opinion = Opinion { chances: chances(sums), because: None };
        let kind = likeliest(&opinion.chances);
        opinion.because = found
            .iter()
            .filter(|(family, .., tokens)| *family == Family::Phrase && !tokens.is_empty())
            .max_by(|a, b| (a.2 * a.3[kind]).total_cmp(&(b.2 * b.3[kind])))
            .map(|(.., tokens)| Span {
                start: items[tokens.start].token.span.start,
                end: items[tokens.end - 1].token.span.end,
            });
        opinion
    }
}

/// The place of the largest number.
pub(super) fn likeliest(chances: &[f32]) -> usize {
    let largest = chances.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    largest.map_or(0, |(at, _)| at)
}

/// How telling a part is that `count` of `messages` have: the inverse document frequency.
pub fn telling(messages: u32, count: u32) -> f32 {
    (f64::from(messages + 1) / f64::from(count + 1)).ln() as f32 + 1.0
}

/// Sums of weights as chances that add up to one.
pub fn chances<const KINDS: usize>(sums: Weights<KINDS>) -> Weights<KINDS> {
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let powers = sums.map(|sum| (sum - most).exp());
    let all: f32 = powers.iter().sum();
    powers.map(|power| power / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_read() {
        assert!(!of_replies().parts.is_empty() && !of_services().parts.is_empty());
    }

    #[test]
    fn a_line_that_is_none_is_told() {
        assert_eq!(Table::<2>::read("9 0 0 \n3 1 x part").err().as_deref(), Some("3 1 x part"));
        assert!(Table::<2>::read("").is_err());
    }

    #[test]
    fn what_speaks_for_a_kind_is_weighed_and_told() {
        let table = Table::<2>::read("9 0 0 \n3 40 -40 ja takk\n5 -5 5 takk").expect("a table");
        let text = "å ja takk!";
        let opinion = table.opinion(&vocabulary::reply().lexicon.items(tokens(text)), false);
        assert_eq!(likeliest(&opinion.chances), 0);
        let because = opinion.because.expect("words");
        assert_eq!(&text[because.start..because.end], "ja takk");
        let nothing = table.opinion(&vocabulary::reply().lexicon.items(tokens("nei")), false);
        assert_eq!((nothing.chances, nothing.because), ([0.5, 0.5], None));
    }
}
