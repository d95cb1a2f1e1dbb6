//! Whom the help is for: names are found so that they can be kept out of a chat.

use super::class::Class;
use super::lexicon::{Item, Tag};
use super::place::PlaceEnd;
use super::stems::Stems;

/// The tokens of the name of the person helped: "fru Hansen", "Olav Berg".
pub fn recipient(items: &[Item], taken: &[bool], ends: &Stems<PlaceEnd>) -> Option<(usize, usize)> {
    (0..items.len()).filter(|at| !names_street(items, ends, *at)).find_map(|at| {
        with_title(items, ends, at)
            .or_else(|| behind_preposition(items, taken, ends, at))
            .or_else(|| leading(items, taken, ends, at))
    })
}

/// Whether a street is named after somebody, or is the old one: "Ole Bulls vei 3", "Gamle Storgata 3".
fn names_street(items: &[Item], ends: &Stems<PlaceEnd>, at: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let numbered = |street: usize| items.get(street + 1).is_some_and(|item| item.token.number().is_some());
    if items[at].has(Class::Honorific) && items[at].token.capital && is_address(items, ends, at + 1) {
        return true;
    }
    let names = (at..items.len().min(at + MOST_WORDS)).take_while(|at| is_name_word(&items[*at])).count();
    let street = at + names;
    names > 0
        && items.get(street).is_some_and(|item| item.has(Class::StreetEnd) && !item.token.capital)
        && numbered(street)
}

/// Whether a street with its number stands at `at`: "Storgata 5". No name goes on there.
fn is_address(items: &[Item], ends: &Stems<PlaceEnd>, at: usize) -> bool {
    items.get(at).is_some_and(|item| ends.of_word(&item.token.word).contains(&PlaceEnd::Street))
        && items.get(at + 1).is_some_and(|item| item.token.number().is_some())
}

/// "fru Hansen", "Mr Berg".
fn with_title(items: &[Item], ends: &Stems<PlaceEnd>, at: usize) -> Option<(usize, usize)> {
    if !items[at].has(Class::Honorific) {
        return None;
    }
    let mut end = at + 1;
    if items.get(end).is_some_and(|item| item.is(".") && item.token.glued) {
        end += 1;
    }
    let first = end;
    while items.get(end).is_some_and(|item| is_name_word(item) && end < first + 3)
        && !is_address(items, ends, end)
    {
        end += 1;
    }
    let lower = end == first
        && items.get(end).is_some_and(|item| {
            item.is_word()
                && !item.known
                && ["fru", "herr", "hr", "frk", "mrs", "mr"].contains(&items[at].key.as_str())
        });
    if lower {
        end += 1;
    }
    (end > first).then_some((at, end))
}

/// "hos Olga", "til Kari Nordmann", "for Olav Berg".
fn behind_preposition(
    items: &[Item],
    taken: &[bool],
    ends: &Stems<PlaceEnd>,
    at: usize,
) -> Option<(usize, usize)> {
    let before = &items[at.checked_sub(1)?];
    if !before.has(Class::Hosting)
        && !before.is("med")
        && !before.is("av")
        && items[at].tags.iter().all(|(tag, _)| *tag == Tag::Class(Class::Name))
    {
        return None;
    }
    if taken[at] {
        return None;
    }
    // "hos olga": a first name that is no other word.
    if items[at].has(Class::Name)
        && !items[at].token.capital
        && !items[at].has(Class::Homograph)
        && !before.is("av")
        && items[at].tags.iter().all(|(tag, _)| *tag == Tag::Class(Class::Name))
    {
        let surname = items.get(at + 1).is_some_and(|next| {
            next.is_word() && !next.known && next.tags.is_empty() && ends.of_word(&next.token.word).is_empty()
        });
        return Some((at, at + 1 + usize::from(surname && !taken[at + 1])));
    }
    if !is_name_word(&items[at]) {
        return None;
    }
    let end = name_end(items, taken, ends, at);
    let sure = before.is("hos")
        || before.is("hjå")
        || before.is("åt")
        || before.is("for")
        || before.is("med")
        || before.is("with");
    let named = items[at].has(Class::Name);
    let two = end > at + 1;
    let place =
        (at..end).any(|at| !ends.of_word(&items[at].token.word).is_empty() || items[at].has(Class::Venue));
    (named || (sure && !place) || (two && !place)).then_some((at, end))
}

/// "Kari Nordmann, Storgata 5, tlf …": two capitals of which the first is a first name.
fn leading(items: &[Item], taken: &[bool], ends: &Stems<PlaceEnd>, at: usize) -> Option<(usize, usize)> {
    if taken[at] || !items[at].has(Class::Name) || !items[at].token.capital || !is_name_word(&items[at]) {
        return None;
    }
    let end = name_end(items, taken, ends, at);
    let street = (at..end).any(|at| {
        ends.of_word(&items[at].token.word).contains(&PlaceEnd::Street) || items[at].has(Class::StreetEnd)
    });
    (end > at + 1 && !street).then_some((at, end))
}

fn name_end(items: &[Item], taken: &[bool], ends: &Stems<PlaceEnd>, at: usize) -> usize {
    let mut end = at + 1;
    while end < items.len()
        && end < at + 3
        && !taken[end]
        && is_name_word(&items[end])
        && !is_address(items, ends, end)
    {
        end += 1;
    }
    end
}

fn is_name_word(item: &Item) -> bool {
    item.is_word()
        && item.token.capital
        && !item.tags.iter().any(|(tag, _)| {
            matches!(
                tag,
                Tag::Weekday(_) | Tag::Weekdays(_) | Tag::Month(_) | Tag::Holiday(_) | Tag::InDays(_)
            )
        })
        && (!item.known || item.has(Class::Name) || item.token.word.chars().count() > 3)
        && !item.has(Class::Clock)
        && !item.has(Class::Role)
        && !item.has(Class::Venue)
}
