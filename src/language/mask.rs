//! A message with everything taken out that may say who or where: for a report of a reading, which names nobody.

use chrono::NaiveDateTime;

use super::class::Class;
use super::lexicon::{Item, Tag};
use super::request::read_request;
use super::token::{Kind, tokens};
use super::{Field, Span, vocabulary};

/// What stands where something was taken out.
pub const MASK: &str = "[…]";
/// Digits in a row, spaces between them allowed, from which on a number may be somebody's.
const MIN_DIGITS: usize = 5;

/// A request without recipient, place and notes, and without names and long numbers wherever they stand: a reading that is wrong may have
/// missed them.
pub fn mask_request(text: &str, now: NaiveDateTime) -> String {
    let reading = read_request(text, now);
    let of_recipient = |field: &Field| matches!(field, Field::Recipient | Field::Place | Field::Notes);
    let known = reading.because.iter().filter(|(field, _)| of_recipient(field)).map(|(_, span)| *span);
    masked(text, known.collect())
}

/// A reply without names and long numbers.
pub fn mask_reply(text: &str) -> String {
    masked(text, Vec::new())
}

fn masked(text: &str, mut spans: Vec<Span>) -> String {
    let items = vocabulary::request().lexicon.items(tokens(text));
    let mut at = 0;
    while at < items.len() {
        let end = if is_name(&items[at]) {
            // "Storgata 5 B"
            let number = items.get(at + 1).is_some_and(|item| item.token.kind == Kind::Number);
            at + 1 + usize::from(number)
        } else {
            long_number(&items, at).unwrap_or(at)
        };
        if end > at {
            spans.push(Span { start: items[at].token.span.start, end: items[end - 1].token.span.end });
        }
        at = end.max(at + 1);
    }
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut out = String::with_capacity(text.len());
    let mut written = 0;
    for span in spans {
        if span.start >= written {
            out.push_str(&text[written..span.start]);
            out.push_str(MASK);
        }
        written = written.max(span.end);
    }
    out.push_str(&text[written..]);
    out
}

/// A name of the tables, in any letters, or a word with a capital that no table has.
fn is_name(item: &Item) -> bool {
    let only_a_name = item.has(Class::Name)
        && !item.has(Class::Homograph)
        && item.tags.iter().all(|(tag, _)| *tag == Tag::Class(Class::Name));
    item.is_word() && (only_a_name || (item.token.capital && (!item.known || item.has(Class::Name))))
}

/// The token after a run of at least [`MIN_DIGITS`] digits that begins at `at`.
fn long_number(items: &[Item], at: usize) -> Option<usize> {
    let run = items[at..].iter().take_while(|item| item.token.kind == Kind::Number);
    let (count, digits) =
        run.fold((0, 0), |(count, digits), item| (count + 1, digits + item.token.word.len()));
    (digits >= MIN_DIGITS).then_some(at + count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(text: &str) -> String {
        mask_request(text, "2026-11-21T12:00:00".parse().expect("a time"))
    }

    #[test]
    fn a_request_names_nobody_and_nowhere() {
        let masked = request(
            "Trenger 2 stk til snømåking hos fru Hansen i Storgata 5 i morgen kl 16-18, nøkkel ligger under matta",
        );
        for word in ["Hansen", "Storgata", "matta"] {
            assert!(!masked.contains(word), "{masked}");
        }
        assert!(masked.starts_with("Trenger 2 stk til snømåking hos"), "{masked}");
        assert!(masked.contains("i morgen kl 16-18"), "{masked}");
    }

    #[test]
    fn what_was_not_recognised_is_masked_by_its_capital_or_its_length() {
        assert_eq!(mask_reply("Qwertina tar den, ring 99 88 77 66"), "[…] tar den, ring […]");
        assert_eq!(mask_reply("spør kari om det"), "spør […] om det");
        assert_eq!(mask_reply("Kan ikke, beklager"), "Kan ikke, beklager");
    }
}
