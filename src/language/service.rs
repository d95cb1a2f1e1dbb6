//! What kind of help a message asks for: its words are weighed.

use super::lexicon::Item;
use super::stems::Stems;
use super::{Field, Span, opinion, vocabulary};
use crate::domain::service::ServiceKind;

/// Words that say little alone and much together, and what they weigh: food that is taken out is a meal delivered.
const PAIRS: [(Half, Half, ServiceKind, u32); 5] = [
    (Half::Food, Half::Deliver, ServiceKind::MealDelivery, 13),
    (Half::Food, Half::Out, ServiceKind::MealDelivery, 11),
    (Half::Appointment, Half::Alongside, ServiceKind::Escort, 13),
    (Half::Relative, Half::Rest, ServiceKind::Visit, 11),
    (Half::Store, Half::Alongside, ServiceKind::Shopping, 15),
];

/// Shortest word whose slip is put right before it is weighed: "vitne" is no slip of "vatne".
const MIN_SLIP: usize = 7;

/// What a word says of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Service(ServiceKind, u32),
    Half(Half),
}

/// One of two things that together speak for a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Food,
    Deliver,
    /// "ut", "rundt": carries food out, and little else.
    Out,
    Appointment,
    Alongside,
    Relative,
    Rest,
    Store,
    /// A word that looks like one that speaks for a service, and does not: "make" is no "måke".
    Nothing,
}

const HALVES: [(&str, Half); 9] = [
    ("food", Half::Food),
    ("deliver", Half::Deliver),
    ("out", Half::Out),
    ("appointment", Half::Appointment),
    ("alongside", Half::Alongside),
    ("relative", Half::Relative),
    ("rest", Half::Rest),
    ("store", Half::Store),
    ("nothing", Half::Nothing),
];

/// The hint that the tag of a table stands for: "snow_clearing 9", "food 1".
pub fn hint(tag: &str) -> Option<Hint> {
    let (name, weight) = tag.split_once(' ')?;
    if let Some((_, half)) = HALVES.iter().find(|(known, _)| *known == name) {
        return Some(Hint::Half(*half));
    }
    Some(Hint::Service(ServiceKind::from_name(name)?, weight.trim().parse().ok()?))
}

/// A word that speaks for a service.
#[derive(Clone, Copy, Debug)]
pub struct Vote {
    pub kind: ServiceKind,
    pub weight: u32,
    pub at: usize,
}

/// A service that words speak for.
#[derive(Clone, Debug)]
pub struct Read {
    pub kind: ServiceKind,
    /// Whether some word says it plainly.
    pub plain: bool,
    pub because: Vec<(Field, Span)>,
}

/// The service that the words speak for most.
pub fn service(items: &[Item], taken: &[bool], stems: &Stems<Hint>) -> Option<Read> {
    /// The weight of a word that leaves little doubt: "snømåking", "handle".
    const PLAIN: u32 = 10;
    let votes = votes(items, taken, stems);
    let kind = strongest(&votes)?;
    let words = || votes.iter().filter(|vote| vote.kind == kind);
    Some(Read {
        kind,
        plain: words().any(|vote| vote.weight >= PLAIN),
        because: words().map(|vote| (Field::Service, items[vote.at].token.span)).collect(),
    })
}

/// What is asked for by what words say of it (`read`) and what the corpus says of messages with such phrases, if it is sure.
pub fn weighed(items: &[Item], read: Option<Read>) -> Option<Read> {
    /// Chance from which the corpus outweighs single words that say little. A wrong one is seen in the read-back.
    const SURE: f32 = 0.8;
    /// Chance from which it outweighs a word that says it plainly.
    const CERTAIN: f32 = 0.95;
    let opinion = opinion::of_services().opinion(items, false);
    let at = opinion::likeliest(&opinion.chances);
    let kind = ServiceKind::ALL[at];
    let enough = if read.as_ref().is_some_and(|read| read.plain) { CERTAIN } else { SURE };
    if opinion.chances[at] < enough || read.as_ref().is_some_and(|read| read.kind == kind) {
        return read;
    }
    let because = opinion.because.into_iter().map(|span| (Field::Service, span)).collect();
    Some(Read { kind, plain: false, because })
}

/// Of the kinds voted for, the one with the heaviest word; of equals, the one with more words, then the one said first.
pub fn strongest(votes: &[Vote]) -> Option<ServiceKind> {
    let weight = |kind: ServiceKind| {
        let of_kind = votes.iter().filter(move |vote| vote.kind == kind);
        let heaviest = of_kind.clone().map(|vote| vote.weight).max().unwrap_or_default();
        // A second word adds a little: "hagearbeid: klippe plen og rake".
        heaviest * 10 + u32::try_from(of_kind.count().min(4)).unwrap_or_default() * 4
    };
    let first = |kind: ServiceKind| votes.iter().position(|vote| vote.kind == kind).unwrap_or(usize::MAX);
    votes.iter().map(|vote| vote.kind).max_by_key(|kind| (weight(*kind), std::cmp::Reverse(first(*kind))))
}

/// Every word that speaks for a service.
pub fn votes(items: &[Item], taken: &[bool], stems: &Stems<Hint>) -> Vec<Vote> {
    let words: Vec<&str> = items.iter().map(|item| item.token.word.as_str()).collect();
    let alike: Vec<String> = words.iter().map(|word| plainly(word)).collect();
    let alike: Vec<&str> = alike.iter().map(String::as_str).collect();
    let mut halves: Vec<(Half, usize)> = Vec::new();
    let mut votes = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if !item.is_word() {
            continue;
        }
        if taken[at] {
            // Where they go is what they do, if it is a shop.
            let store = stems.of_word(&item.token.word).contains(&Hint::Half(Half::Store));
            halves.extend(store.then_some((Half::Store, at)));
            continue;
        }
        let single = stems.of_word(&item.token.word);
        let slip = item.token.word.chars().count() >= MIN_SLIP || !item.token.word.is_ascii();
        let single = if single.is_empty() && item.known && slip { stems.of_word(&item.key) } else { single };
        let single = if single.is_empty() && !item.known { stems.of_word(alike[at]) } else { single };
        let mut phrases = stems.phrases(&words[at..]);
        if phrases.is_empty() {
            phrases = stems.phrases(&alike[at..]);
        }
        let denied = is_denied(items, at);
        for hint in single.into_iter().chain(phrases.into_iter().map(|(hint, _)| hint)) {
            match hint {
                // "ikke bare skyss, hun trenger …": what is said to be too little.
                Hint::Service(kind, _) if is_too_little(items, at) => {
                    votes.push(Vote { kind, weight: 1, at });
                }
                Hint::Service(ServiceKind::Escort, _) | Hint::Half(Half::Alongside) if denied => {}
                Hint::Service(kind, weight) => votes.push(Vote { kind, weight, at }),
                Hint::Half(half) => halves.push((half, at)),
            }
        }
    }
    let buys = votes.iter().any(|vote| vote.kind == ServiceKind::Shopping && vote.weight >= 10);
    for (first, second, kind, weight) in PAIRS {
        let find = |half: Half| halves.iter().find(|(found, _)| *found == half);
        if let (Some((_, at)), Some((_, other))) = (find(first), find(second))
            && at != other
            && !(kind == ServiceKind::MealDelivery && buys)
        {
            votes.push(Vote { kind, weight, at: *at });
        }
    }
    votes
}

/// A word as bokmål writes it, as far as that is known: "hjå" is "hos", "drikka" is "drikke".
fn plainly(word: &str) -> String {
    let known = vocabulary::request().alike.word(word);
    match word.strip_suffix('a').filter(|stem| stem.chars().count() >= 3 && known == word) {
        Some(stem) => format!("{stem}e"),
        None => known.to_owned(),
    }
}

/// "trenger ikke følge inn", "klarer seg fint alene": nobody needs to go along.
fn is_denied(items: &[Item], at: usize) -> bool {
    const NOT: [&str; 9] = ["ikke", "ikkje", "inte", "not", "uten", "utan", "uden", "without", "doesn't"];
    const MANAGES: [&str; 9] =
        ["klarer", "klarar", "greier", "greiar", "manages", "klare", "greie", "manage", "klara"];
    const ALONE: [&str; 7] = ["alene", "aleine", "åleine", "alone", "ensam", "selv", "sjølv"];
    let before = |back: usize, words: &[&str]| {
        items[at.saturating_sub(back)..at]
            .iter()
            .rev()
            .take_while(|item| item.is_word())
            .any(|item| words.contains(&item.token.word.as_str()))
    };
    if ALONE.contains(&items[at].token.word.as_str()) {
        return before(5, &MANAGES) && !before(5, &NOT);
    }
    before(3, &NOT) && !before(3, &ALONE)
}

/// "ikke bare skyss"
fn is_too_little(items: &[Item], at: usize) -> bool {
    at >= 2
        && ["bare", "berre", "bara", "kun", "just", "only"].contains(&items[at - 1].key.as_str())
        && ["ikke", "ikkje", "inte", "not"].contains(&items[at - 2].key.as_str())
}
