//! Notes: the parts of a message that tell volunteers something no field holds (keys, a car, equipment), kept as written.

use super::Span;
use super::class::Class;
use super::health::Health;
use super::lexicon::Item;
use super::token::Kind;

/// Most bytes of notes that are kept.
const MAX_NOTES: usize = 500;

/// The parts of `text` that are notes. `used` says which tokens gave another field. A part with a health word is left out.
pub fn notes(text: &str, items: &[Item], used: &[bool], health: &Health) -> Vec<Span> {
    let mut notes: Vec<Span> = Vec::new();
    let mut start = 0;
    for at in 0..=items.len() {
        if at < items.len() && !ends_part(items, at) {
            continue;
        }
        if let Some(span) = note(text, items, used, (start, at), health)
            && notes.iter().map(|span| span.end - span.start).sum::<usize>() + span.end - span.start
                <= MAX_NOTES
        {
            notes.push(span);
        }
        start = at + 1;
    }
    notes
}

fn ends_part(items: &[Item], at: usize) -> bool {
    let item = &items[at];
    if item.token.kind != Kind::Mark {
        return false;
    }
    let in_number = item.token.glued
        && items.get(at + 1).is_some_and(|next| next.token.glued && next.token.kind == Kind::Number);
    match item.token.word.as_str() {
        "." | "," | ":" => !in_number,
        "!" | "?" | ";" | "\n" | "(" | ")" => true,
        "-" => !item.token.glued,
        _ => false,
    }
}

fn note(
    text: &str,
    items: &[Item],
    used: &[bool],
    (start, end): (usize, usize),
    health: &Health,
) -> Option<Span> {
    let mut start = start;
    // "og spade finnes", "tlf 90 00 00 00" and the like begin with the word itself.
    while start < end
        && (used[start] || items[start].has(Class::Joins))
        && items[start..end].iter().any(|item| item.has(Class::Note))
    {
        if items[start].has(Class::Note) {
            break;
        }
        start += 1;
    }
    let part = items.get(start..end)?;
    let tells = part.iter().any(|item| item.has(Class::Note) || item.has(Class::Phone));
    let mostly_used = used[start..end].iter().filter(|used| **used).count() * 2 > part.len()
        && !part.iter().any(|item| item.has(Class::Phone));
    if part.is_empty() || !tells || mostly_used {
        return None;
    }
    let span = Span { start: part.first()?.token.span.start, end: part.last()?.token.span.end };
    health.words(&text[span.start..span.end]).is_empty().then_some(span)
}
