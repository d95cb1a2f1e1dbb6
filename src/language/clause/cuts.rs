//! Where a reply is cut: at marks, at "but", and where what follows is a conclusion.

use crate::language::class::Class;
use crate::language::lexicon::Item;
use crate::language::token::Kind;

/// Where the clauses begin and end, whether "men" leads in, and whether a question mark follows.
pub(super) fn cuts(items: &[Item]) -> Vec<(usize, usize, bool, bool)> {
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
    const SUBJECT: [Class; 5] = [Class::I, Class::We, Class::Third, Class::Demonstrative, Class::Then];
    const VERB: [Class; 6] = [Class::Can, Class::Be, Class::Offer, Class::Firm, Class::Take, Class::Ought];
    let of = |at: usize, classes: &[Class]| {
        items.get(at).is_some_and(|item| classes.iter().any(|class| item.has(*class)))
    };
    at > 0
        && of(at, &[Class::So])
        && at + 2 < items.len()
        // "så godt vi kan" says how, and "så den" what was seen.
        && !items[at + 1].is("godt")
        && (of(at + 1, &SUBJECT) || of(at + 2, &SUBJECT[..2]) || of(at + 1, &VERB))
        && !of(at + 1, &[Class::Gladly])
}

/// "jeg, Ola og Kari": the comma of a list of persons.
fn between_persons(items: &[Item], at: usize) -> bool {
    let person = |item: &Item| {
        item.has(Class::Kin)
            || item.has(Class::Me)
            || (item.is_word()
                && item.token.capital
                && (!item.known || item.has(Class::Name) || item.has(Class::I)))
    };
    let and_follows = items[at..].iter().take(6).any(|item| item.has(Class::And));
    at > 0
        && (person(&items[at - 1]) || items[at - 1].has(Class::I))
        && items[at + 1..].iter().find(|item| !item.has(Class::My)).is_some_and(person)
        && and_follows
}

fn is_cut(items: &[Item], at: usize, item: &Item) -> bool {
    if item.token.kind == Kind::Emoji {
        return true;
    }
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
        "," if between_persons(items, at) => false,
        "." | ":" | "," => !in_number,
        "!" | "?" | ";" | "\n" | "(" | ")" | "…" | "|" => true,
        "-" => !item.token.glued,
        _ => false,
    }
}
