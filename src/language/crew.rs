//! How many people a reply commits.

use super::class::Class;
use super::clock;
use super::lexicon::Item;
use super::token::Kind;

/// More than this in one reply is not a number of people.
const MAX_PEOPLE: u32 = 40;

/// The people that the tokens `items` commit, the sender included if the sender comes.
pub fn people(items: &[Item], already_accepted: bool) -> u32 {
    let said = counted(items).or_else(|| listed(items)).or_else(|| companions(items));
    let people = match said {
        Some(people) => people,
        None if adds_somebody(items, already_accepted) => 2,
        None if items.iter().any(|item| item.has(Class::Both)) => 2,
        None if first_subject_is_we(items) => 2,
        None => 1,
    };
    people.clamp(1, MAX_PEOPLE)
}

/// Whether the tokens are a count of people that includes the sender: "to stk", "meg og to til", "fire fra oss".
pub fn is_count(items: &[Item]) -> bool {
    let plus = items.first().is_some_and(|item| item.has(Class::Plus) || item.is("+"));
    counted(items).is_some() || listed(items).is_some() || (plus && companions(items).is_some())
}

/// A number that counts people, at `at`: its value (the lower of a range) and its tokens.
fn count_at(items: &[Item], at: usize) -> Option<(u32, usize)> {
    let item = items.get(at)?;
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    if before
        .is_some_and(|item| item.has(Class::Clock) || item.is("#") || item.is(":") || item.has(Class::Half))
    {
        return None;
    }
    let (value, mut used) = clock::number(items, at)
        .or_else(|| (item.has(Class::Article) && items.get(at + 1)?.has(Class::Kin)).then_some((1, 1)))?;
    if value == 0 || value > MAX_PEOPLE {
        return None;
    }
    let range = items.get(at + used).is_some_and(|item| item.is("-") || item.has(Class::Or));
    if range && let Some((_, more)) = clock::number(items, at + used + 1) {
        used += 1 + more;
    }
    let after = items.get(at + used);
    let is_other = after.is_some_and(|item| {
        [Class::Minute, Class::Hour, Class::Day, Class::Week, Class::Month]
            .into_iter()
            .any(|class| item.has(class) && !item.has(Class::Person))
            || item.is(":")
            || (item.is(".")
                && item.token.glued
                && items.get(at + used + 1).is_some_and(|next| next.token.glued))
    });
    if is_other { None } else { Some((value, used)) }
}

/// "vi er to", "to stk", "tre av oss", "stiller med 4".
fn counted(items: &[Item]) -> Option<u32> {
    let with_companions = items.iter().any(|item| item.is("tar") || item.is("tek") || item.is("tager"));
    for at in 0..items.len() {
        let Some((value, used)) = count_at(items, at) else { continue };
        let after = items.get(at + used);
        let of_us = after.is_some_and(|item| {
            item.is("av") || item.is("of") || item.is("fra") || item.is("frå") || item.is("från")
        });
        let before = |back: usize| at.checked_sub(back).and_then(|at| items.get(at));
        let we_before = (1..=4).filter_map(before).any(|item| item.has(Class::We));
        let counts_all = after.is_some_and(|item| item.has(Class::Person)) || of_us;
        let with_before = before(1).is_some_and(|item| item.has(Class::With));
        let firm_before = before(2).is_some_and(|item| item.has(Class::Firm) || item.has(Class::Can));
        let kin_after = after.is_some_and(|item| {
            item.has(Class::Kin)
                || item.is("andre")
                || item.is("others")
                || item.is("andra")
                || item.is("til")
        }) || (items.get(at + used + 1).is_some_and(|item| item.has(Class::Kin))
            && !after.is_some_and(|item| item.is("i") || item.is("in")));
        if kin_after && !of_us {
            continue;
        }
        if with_before && !firm_before && (with_companions || !we_before) {
            return Some(value + 1);
        }
        if counts_all || we_before || (with_before && firm_before) || alone(items, at, used) {
            return Some(value);
        }
    }
    None
}

/// Whether the number is the whole message but for yes and greetings: "2", "ja, to".
fn alone(items: &[Item], at: usize, used: usize) -> bool {
    let rest = items[..at].iter().chain(&items[at + used..]);
    rest.into_iter().all(|item| {
        item.has(Class::Yes) || item.has(Class::Can) || item.token.kind == Kind::Mark || item.has(Class::Plus)
    })
}

/// "jeg og Kari", "meg, Per og Ola", "Siri og jeg", "sønnen min og en kamerat".
fn listed(items: &[Item]) -> Option<u32> {
    let and = items.iter().position(|item| item.has(Class::And) && !item.is("i"))?;
    let (mut total, mut sender, mut named) = (0, false, 0);
    let from = items[..and]
        .iter()
        .rposition(|item| item.has(Class::Can) || item.has(Class::Offer) || item.has(Class::Be))
        .map_or(0, |at| at + 1);
    let mut at = from;
    while at < items.len() {
        let item = &items[at];
        if at > and + 1
            && !item.has(Class::My)
            && [Class::Can, Class::Offer, Class::Firm, Class::Take, Class::Be]
                .into_iter()
                .any(|class| item.has(class))
        {
            break;
        }
        if let Some((value, used)) = count_at(items, at) {
            let next = items.get(at + used);
            let companions = next.is_some_and(|next| {
                next.has(Class::Kin) || next.has(Class::Others) || next.has(Class::Person) || next.is("til")
            }) || items.get(at + used + 1).is_some_and(|next| next.has(Class::Kin));
            if companions {
                total += value;
                named += 1;
                at += used
                    + 1
                    + usize::from(
                        !next.is_some_and(|next| next.has(Class::Kin))
                            && items.get(at + used + 1).is_some_and(|n| n.has(Class::Kin)),
                    );
                continue;
            }
        }
        if item.has(Class::I) || (item.has(Class::Me) && (at < and || at == and + 1)) {
            if !sender {
                total += 1;
            }
            sender = true;
        } else if item.has(Class::Kin) || is_name(item) {
            // Two names in a row are one person.
            let second_name =
                at > from && items[at - 1].token.capital && !items[at - 1].known && items[at - 1].is_word();
            if !second_name {
                total += if is_plural_kin(item) { 2 } else { 1 };
                named += 1;
            }
        }
        at += 1;
    }
    ((sender && named > 0) || named > 1).then_some(total)
}

/// A capital that no table has; "Tor" is no Thursday beside "og".
fn is_name(item: &Item) -> bool {
    let short_day = item.key.chars().count() <= 3
        && item.tags.iter().any(|(tag, _)| matches!(tag, super::lexicon::Tag::Weekday(_)));
    item.token.capital && item.is_word() && (!item.known || short_day)
}

fn is_plural_kin(item: &Item) -> bool {
    [
        "barna",
        "ungene",
        "ungane",
        "guttene",
        "jentene",
        "sønnene",
        "kids",
        "barnen",
        "børnene",
        "gutane",
        "tvillingene",
    ]
    .contains(&item.key.as_str())
}

/// "tar med en venn", "pluss to kolleger", "sammen med kona".
fn companions(items: &[Item]) -> Option<u32> {
    // "tager en ven med", "tar kona med".
    if let Some(verb) = items
        .iter()
        .position(|item| ["tar", "tek", "tager", "tager", "ta", "bring", "tæk"].contains(&item.key.as_str()))
        && let Some(kin) = items[verb..].iter().position(|item| item.has(Class::Kin)).map(|at| verb + at)
        && items[kin..].iter().any(|item| item.is("med"))
    {
        let count = (verb + 1..kin).find_map(|at| count_at(items, at)).map_or(1, |(count, _)| count);
        return Some(1 + count);
    }
    for at in 0..items.len() {
        let item = &items[at];
        let plus = item.has(Class::Plus) || item.is("+");
        if !plus
            && !item.has(Class::With)
            && !item.has(Class::And)
            && !item.is("bring")
            && !item.is("bringing")
            && !item.is("ta")
        {
            continue;
        }
        for ahead in 1..=3 {
            let Some(next) = items.get(at + ahead) else { break };
            if next.token.kind == Kind::Mark {
                break;
            }
            if let Some((value, used)) = count_at(items, at + ahead) {
                let counts = plus
                    || items[at + ahead + used..].iter().take(2).any(|item| {
                        item.has(Class::Kin) || item.is("andre") || item.is("til") || item.is("more")
                    });
                if counts {
                    return Some(1 + value);
                }
            }
            if next.has(Class::Kin) {
                return Some(if is_plural_kin(next) { 3 } else { 2 });
            }
            if plus && ahead == 1 && next.has(Class::Article) && items.len() <= at + 3 {
                return Some(2);
            }
            let name = next.token.capital && !next.known && next.is_word();
            let one_more = next.has(Class::Article)
                && items
                    .get(at + ahead + 1)
                    .is_some_and(|item| item.is("til") || item.is("more") || item.is("annen"));
            if name || one_more || next.is("someone") {
                return Some(2);
            }
        }
    }
    None
}

/// Somebody who holds a place adds one: "broren min vil også hjelpe".
fn adds_somebody(items: &[Item], already_accepted: bool) -> bool {
    already_accepted
        && items.iter().any(|item| item.has(Class::Kin))
        && items.iter().any(|item| item.has(Class::Also))
}

fn first_subject_is_we(items: &[Item]) -> bool {
    items
        .iter()
        .find(|item| item.has(Class::I) || item.has(Class::We) || item.has(Class::Kin))
        .is_some_and(|item| item.has(Class::We) && !item.has(Class::Kin))
}
