//! A turn of phrase laid along the tokens of a clause.

use super::{Element, MAX_ADVERBS, MAX_GAP, Step};
use crate::language::class::Class;
use crate::language::clock;
use crate::language::lexicon::Item;
use crate::language::token::Kind;

/// Tokens of the phrase of `class` that begins at `at`.
fn matches(items: &[Item], at: usize, class: Class) -> Option<usize> {
    if items[at].has(class) { Some(1) } else { clock::phrase(items, at, class) }
}

/// The tokens `start..end` of a message, along which turns of phrase are laid.
pub struct Stretch<'a> {
    pub items: &'a [Item],
    /// The number of the word of each, as [`super::Cues::numbered`] gives it.
    pub words: &'a [Option<u32>],
    pub start: usize,
    pub end: usize,
    /// Tokens that are passed by.
    pub hidden: &'a [bool],
}

impl Stretch<'_> {
    /// The token after the last of `steps`, if they fit from `next` on; `first` is where the turn of phrase begins.
    pub(super) fn follow(&self, steps: &[Step], first: usize, next: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return Some(next) };
        for element in &step.any {
            if let Some(stop) = self.element(element, rest, first, next) {
                return Some(stop);
            }
        }
        if step.may_lack
            && let Some(stop) = self.follow(rest, first, next)
        {
            return Some(stop);
        }
        // Adverbs may stand anywhere but before the first word, and so may a subject: "da melder jeg meg".
        let adverbs = (next..self.end)
            .take(MAX_ADVERBS)
            .take_while(|&at| next > first && !self.hidden[at] && is_skipped(&self.items[at]))
            .count();
        (1..=adverbs).find_map(|skipped| {
            let at = next + skipped;
            step.any.iter().find_map(|element| self.element(element, rest, first, at))
        })
    }

    fn element(&self, element: &Element, rest: &[Step], first: usize, next: usize) -> Option<usize> {
        let items = self.items;
        match element {
            Element::Start => {
                items[self.start..next].iter().all(opens).then(|| self.follow(rest, first, next)).flatten()
            }
            Element::End => {
                items[next..self.end].iter().all(closes).then(|| self.follow(rest, first, next)).flatten()
            }
            Element::Gap => (0..=MAX_GAP)
                .take_while(|skipped| next + skipped <= self.end)
                .find_map(|skipped| self.follow(rest, first, next + skipped)),
            _ if next >= self.end || self.hidden[next] => None,
            Element::Word(word) => {
                (self.words[next] == Some(*word)).then(|| self.follow(rest, first, next + 1)).flatten()
            }
            Element::Number => {
                let (_, used) = clock::number(items, next)?;
                if next + used <= self.end { self.follow(rest, first, next + used) } else { None }
            }
            Element::Proper => is_proper(&items[next]).then(|| self.follow(rest, first, next + 1)).flatten(),
            Element::Class(class) => {
                let stop = next + matches(items, next, *class)?;
                if stop <= self.end { self.follow(rest, first, stop) } else { None }
            }
        }
    }
}

/// A name, as its capital says.
pub(super) fn is_proper(item: &Item) -> bool {
    item.is_word() && item.token.capital && (!item.known || item.has(Class::Name))
}

fn is_skipped(item: &Item) -> bool {
    item.has(Class::Adverb) || item.has(Class::I) || item.has(Class::We)
}

/// What may stand before the first word of a clause.
fn opens(item: &Item) -> bool {
    item.has(Class::Yes) || item.has(Class::Ok) || !item.is_word() || item.has(Class::Adverb)
}

/// What may stand after its last one.
fn closes(item: &Item) -> bool {
    item.has(Class::Adverb) || item.token.kind == Kind::Emoji
}
