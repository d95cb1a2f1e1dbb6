//! How many volunteers a request wants.

use super::class::Class;
use super::clock;
use super::lexicon::Item;
use super::{Field, Span};

/// More than this is no number of volunteers for one occurrence.
const MAX_PEOPLE: u32 = 60;

/// How many are wanted, and the words that say so. `None` for the number: many, but not how many.
pub fn people(items: &[Item], taken: &[bool]) -> (Option<u32>, Vec<(Field, Span)>) {
    let counts = counts(items, taken);
    let strong: Vec<&Count> = counts.iter().filter(|count| count.strong).collect();
    let chosen: Vec<&Count> = if strong.is_empty() { counts.iter().collect() } else { strong };
    if !chosen.is_empty() {
        let because = chosen.iter().map(|count| (Field::People, span(items, count.at, count.used))).collect();
        // What is only likely is not added up.
        let total: u32 =
            if chosen[0].strong { chosen.iter().map(|count| count.value).sum() } else { chosen[0].value };
        return (Some(total.min(MAX_PEOPLE)), because);
    }
    if let Some((at, used)) = open_plural(items, taken) {
        return (None, vec![(Field::People, span(items, at, used))]);
    }
    (Some(1), Vec::new())
}

struct Count {
    value: u32,
    at: usize,
    used: usize,
    strong: bool,
}

fn span(items: &[Item], at: usize, used: usize) -> Span {
    let last = (at + used.max(1) - 1).min(items.len() - 1);
    Span { start: items[at].token.span.start, end: items[last].token.span.end }
}

fn counts(items: &[Item], taken: &[bool]) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match count_at(items, taken, at) {
            Some(count) => {
                at = count.at + count.used;
                counts.push(count);
            }
            None => at += 1,
        }
    }
    counts
}

/// A number of volunteers that begins at `at`.
fn count_at(items: &[Item], taken: &[bool], at: usize) -> Option<Count> {
    if taken[at] {
        return None;
    }
    let article =
        items[at].has(Class::Article) && !items[at].is("a") || items[at].is("a") || items[at].is("én");
    if items[at].is("to") && is_english(items) {
        return None;
    }
    let (mut value, mut used) = clock::number(items, at).or_else(|| article.then_some((1, 1)))?;
    let only_article = article && clock::number(items, at).is_none_or(|(value, _)| value == 1);
    if items.get(at + used).is_some_and(|item| {
        item.is("-") || item.is("eller") || item.is("or") || item.is("til") || item.is("/")
    }) && let Some((high, more)) = clock::number(items, at + used + 1)
        && high > value
    {
        value = high;
        used += 1 + more;
    }
    if items.get(at + used).is_some_and(|item| item.is("x") || item.is("×")) {
        used += 1;
    }
    if value == 0
        || value > MAX_PEOPLE
        || items.get(at + used).is_some_and(|item| {
            item.is("%") || (item.is(".") && !item_ends(items, at + used)) || item.is("/") || item.is("½")
        })
    {
        return None;
    }
    let previous = at.checked_sub(1).map(|at| &items[at]);
    let mut next = at + used;
    let mut adjectives = 0;
    while adjectives < 2
        && items.get(next).is_some_and(|item| item.has(Class::Adjective))
        && !ends_here(items, next + 1)
    {
        next += 1;
        adjectives += 1;
    }
    // "to voksne til å bære": the adjective was the noun.
    let is_noun = |item: &Item| item.has(Class::People) || item.has(Class::Role);
    if adjectives > 0 && items[next - 1].has(Class::People) && !items.get(next).is_some_and(is_noun) {
        next -= 1;
    }
    let noun = items.get(next).filter(|_| !taken.get(next).copied().unwrap_or(true));
    let wanted = (1..=3).filter_map(|back| at.checked_sub(back)).any(|at| items[at].has(Class::Want));
    let for_them = previous.is_some_and(|item| item.has(Class::ForWhom))
        && !(1..=4)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| items[at].has(Class::Want) && !items[at].is("til"));
    let strong = |value, next: usize| Some(Count { value, at, used: next - at, strong: true });
    if let Some(noun) = noun {
        let role = noun.has(Class::Role);
        let people = noun.has(Class::People);
        if only_article && noun.has(Class::Person) && !role && !people_word_for_volunteer(items, next) {
            return None;
        }
        if role || (people && !for_them) {
            return strong(value, next + 1);
        }
        if noun.has(Class::NotCount) || noun.has(Class::Person) {
            return None;
        }
    }
    if only_article {
        return None;
    }
    let direct = items.get(at + used);
    // "to til kiosken", "trenger 2 til".
    if direct.is_some_and(|item| item.is("til") || item.is("till") || item.is("for") || item.is("to"))
        && !for_them
    {
        return strong(value, at + used);
    }
    let alone = ends_here(items, at + used)
        && previous.is_none_or(|item| {
            !item.is_word()
                || item.has(Class::Want)
                || item.has(Class::Adjective)
                || item.is("vi")
                || item.is("og")
        });
    let placed = direct.is_some_and(|item| {
        [
            "ved", "i", "på", "at", "in", "on", "vid", "som", "who", "that", "til", "kan", "av", "of", "med",
            "with", "pr", "per", "hver",
        ]
        .contains(&item.key.as_str())
    });
    let noun_unknown = noun.is_some_and(|item| item.is_word()) && wanted && !for_them;
    let written = items[at].token.number().is_none() || wanted;
    if alone && at > 0
        || (placed && written && !for_them)
        || noun_unknown
        || (at == 0
            && direct.is_some_and(|item| item.is_word())
            && used == 1
            && !items[at].token.capital
            && items[at].token.number().is_some())
    {
        return Some(Count { value, at, used, strong: false });
    }
    // "kan to måke i morgen?"
    let asked = previous.is_some_and(|item| ["kan", "kunne", "can", "could"].contains(&item.key.as_str()));
    if (at == 0 || asked) && noun.is_some_and(|item| item.is_word()) {
        return Some(Count { value, at, used, strong: false });
    }
    None
}

/// Whether the message is English, in which "to" counts nobody.
fn is_english(items: &[Item]) -> bool {
    const WORDS: [&str; 9] =
        ["the", "need", "needs", "and", "someone", "people", "with", "volunteers", "tomorrow"];
    items.iter().any(|item| WORDS.contains(&item.token.word.as_str()))
}

/// "en mann til kiosken" is no old man who wants a visit.
fn people_word_for_volunteer(items: &[Item], noun: usize) -> bool {
    items[noun].has(Class::Role)
        || (items[noun].is("mann")
            && items.get(noun + 1).is_some_and(|item| {
                item.is("til") && items.get(noun + 2).is_some_and(|next| !next.token.capital)
            }))
}

fn item_ends(items: &[Item], dot: usize) -> bool {
    items.get(dot + 1).is_none_or(|next| next.token.capital || !next.is_word())
}

fn ends_here(items: &[Item], at: usize) -> bool {
    items
        .get(at)
        .is_none_or(|item| !item.is_word() && item.token.number().is_none() && !item.is("-") && !item.is("/"))
}

/// "folk", "mange hender", "frivillige" without a number.
fn open_plural(items: &[Item], taken: &[bool]) -> Option<(usize, usize)> {
    (0..items.len()).filter(|at| !taken[*at]).find_map(|at| {
        let used = clock::phrase(items, at, Class::ManyPeople)?;
        let previous = at.checked_sub(1).map(|at| &items[at]);
        let one = previous.is_some_and(|item| {
            item.has(Class::Article)
                || item.is("noen") && items.get(at + used).is_some_and(|next| next.is("som"))
        });
        let served = previous
            .is_some_and(|item| item.is("for") || item.is("åt") || item.is("eldre") || item.is("med"));
        // "mange takk" and "flere ganger" count nothing.
        let amount = used == 1
            && ["mange", "flere", "fleire", "many", "several", "många", "flera"]
                .contains(&items[at].key.as_str())
            && !items.get(at + 1).is_none_or(|next| {
                !next.is_word()
                    || next.has(Class::People)
                    || next.has(Class::Role)
                    || next.is("som")
                    || next.is("til")
            });
        (!one && !served && !amount).then_some((at, used))
    })
}
