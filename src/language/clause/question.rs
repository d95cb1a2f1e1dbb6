//! Whether a clause asks, when no mark says so.

use crate::language::class::Class;
use crate::language::clock;
use crate::language::cue::{Cue, FoundCue};
use crate::language::lexicon::Item;

/// What may stand before the first words of a question.
pub(super) fn is_opening(item: &Item) -> bool {
    item.has(Class::Greeting)
        || item.has(Class::Yes)
        || item.has(Class::Ok)
        || item.has(Class::No)
        || !item.is_word()
}

/// "kor lenge tek det": a word that asks leads, and no mark ends it. "hva som helst" asks nothing, nor does "når jeg er ferdig".
pub(super) fn leads_with_question_word(
    items: &[Item],
    words: std::ops::Range<usize>,
    hidden: &[bool],
) -> bool {
    let Some(at) = words.clone().find(|&at| !is_opening(&items[at])) else { return false };
    let whatever = (at + 1..words.end.min(at + 4)).any(|at| items[at].is("helst") || items[at].is("enn"));
    let rest = words.end - at > 1;
    items[at].has(Class::Ask)
        && !items[at].has(Class::When)
        && !items[at].has(Class::I)
        && rest
        && !whatever
        && !hidden[at]
}

/// "blir det avlyst hvis det regner": the words of a question lead, and no mark ends it.
pub(super) fn opens_a_question(items: &[Item], start: usize, found: &[FoundCue]) -> bool {
    found.iter().any(|cue| {
        cue.cue == Cue::Question
            && cue.end - cue.start >= 2
            && !items[cue.start].has(Class::When)
            && items[start..cue.start]
                .iter()
                .all(|item| item.has(Class::Greeting) || item.has(Class::Yes) || !item.is_word())
    }) && !found.iter().any(|cue| matches!(cue.cue, Cue::Accept | Cue::Late) && cue.end - cue.start >= 2)
}

/// "kan jeg …", "tar du …": the verb first, then the subject. "fikser jeg", "kan jeg gjøre" leave out the object that stood first.
pub(super) fn inverted(items: &[Item], start: usize, end: usize) -> bool {
    let at = start
        + items[start..end].iter().take_while(|item| item.has(Class::Greeting) && !item.is("no")).count();
    if at + 1 >= end {
        return false;
    }
    let verb = [Class::Can, Class::Offer, Class::Take, Class::Firm, Class::Be, Class::Ought]
        .into_iter()
        .any(|class| items[at].has(class));
    let sender = items[at + 1].has(Class::I) || items[at + 1].has(Class::We);
    let rest = &items[at + 2..end];
    let first = rest.iter().find(|item| item.is_word());
    let statement = first.is_some_and(|item| item.has(Class::Adverb))
        || (sender && first.is_none_or(|item| item.has(Class::DoIt) || item.has(Class::So)));
    // "hjelper det å starte på nytt"
    let of_use = verb && items[at + 1].is("det") && items.get(at + 2).is_some_and(|item| item.is("å"));
    if of_use {
        return true;
    }
    // "jest nas troje" tells how many there are.
    let counts = items[at].has(Class::Be) && clock::number(items, at + 2).is_some();
    // "i'm your man" has its subject in it.
    let bare_verb = !items[at].has(Class::I);
    verb && bare_verb && (sender || items[at + 1].has(Class::You)) && !statement && !counts
}
