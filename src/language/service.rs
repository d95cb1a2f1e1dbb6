//! What kind of help a message asks for: its words are weighed.

use super::lexicon::Item;
use super::stems::Stems;
use super::{Field, Span};
use crate::domain::service::ServiceKind;

/// What "food" and "deliver" in one message weigh together.
const FOOD_DELIVERED: u32 = 13;

/// What a word says of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Service(ServiceKind, u32),
    Food,
    Deliver,
}

/// The hint that the tag of a table stands for: "snow_clearing 9", "food 1".
pub fn hint(tag: &str) -> Option<Hint> {
    let (name, weight) = tag.split_once(' ')?;
    match name {
        "food" => Some(Hint::Food),
        "deliver" => Some(Hint::Deliver),
        _ => Some(Hint::Service(ServiceKind::from_name(name)?, weight.trim().parse().ok()?)),
    }
}

/// A word that speaks for a service.
#[derive(Clone, Copy, Debug)]
pub struct Vote {
    pub kind: ServiceKind,
    pub weight: u32,
    pub at: usize,
}

/// The service that the words speak for most, and the words.
pub fn service(
    items: &[Item],
    taken: &[bool],
    stems: &Stems<Hint>,
) -> Option<(ServiceKind, Vec<(Field, Span)>)> {
    let votes = votes(items, taken, stems);
    let best = strongest(&votes)?;
    let because = votes
        .iter()
        .filter(|vote| vote.kind == best)
        .map(|vote| (Field::Service, items[vote.at].token.span))
        .collect();
    Some((best, because))
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
    let (mut food, mut deliver) = (None, None);
    let mut votes = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if taken[at] || !item.is_word() {
            continue;
        }
        let single = stems.of_word(&item.token.word);
        let single = if single.is_empty() && item.known { stems.of_word(&item.key) } else { single };
        for hint in single.into_iter().chain(stems.phrases(&words[at..]).into_iter().map(|(hint, _)| hint)) {
            match hint {
                Hint::Service(kind, weight) => votes.push(Vote { kind, weight, at }),
                Hint::Food => food = food.or(Some(at)),
                Hint::Deliver => deliver = deliver.or(Some(at)),
            }
        }
    }
    if let (Some(at), Some(_)) = (food, deliver)
        && !votes.iter().any(|vote| vote.kind == ServiceKind::Shopping && vote.weight >= 10)
    {
        votes.push(Vote { kind: ServiceKind::MealDelivery, weight: FOOD_DELIVERED, at });
    }
    votes
}
