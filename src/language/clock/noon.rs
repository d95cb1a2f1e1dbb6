//! "noon": a part of the day alone, and a clock as an end of a stretch.

use super::{Clock, HalfOfDay, second};
use crate::language::lexicon::Item;

/// Noon at `at`, and the tokens it took.
pub(super) fn noon(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let item = items.get(at)?;
    (item.is("noon") || item.is("midday"))
        .then_some((Clock { minute: 12 * 60, half: HalfOfDay::Fixed, marked: true }, 1))
}

/// Noon as the bound of something: "from noon", "until midday".
pub fn bound(items: &[Item], at: usize) -> Option<super::Found> {
    let (from, tokens) = noon(items, at)?;
    let before = &items[at.checked_sub(1)?];
    let bounds = [super::Class::From, super::Class::Until, super::Class::After, super::Class::Before];
    let is_bound = bounds.into_iter().any(|class| before.has(class));
    is_bound.then_some(super::Found { from, until: None, tokens, sure: true })
}

/// Noon where a stretch begins: "noon to 3pm".
pub(super) fn first(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let (clock, used) = noon(items, at)?;
    let led = at.checked_sub(1).is_some_and(|before| items[before].is("between"));
    let joined = items.get(at + used).is_some_and(is_and) && !led;
    (!joined && second(items, at + used, true).is_some()).then_some((clock, used))
}

/// "og", which joins two clocks where nothing says that it is a stretch.
pub fn is_and(item: &Item) -> bool {
    ["og", "and", "och", "&"].iter().any(|word| item.is(word))
}
