//! Words that are one thing in one language and another in the next.

use crate::language::class::Class;
use crate::language::lexicon::{Item, Tag};
use crate::language::token::Kind;

/// Words that are one thing in one language and another in the next, settled by their neighbours.
pub(super) fn settle_ambiguous(items: &mut [Item]) {
    let polish = items.iter().any(|item| item.token.word.contains(['ą', 'ć', 'ę', 'ł', 'ń', 'ś', 'ź', 'ż']));
    let english = items.iter().any(|item| {
        ["the", "i'm", "i'll", "i've", "i'd", "can't", "you", "would", "it's"].contains(&item.key.as_str())
    });
    for at in 0..items.len() {
        let english_next = items
            .get(at + 1)
            .is_some_and(|next| next.has(Class::EnglishVerb) && next.token.kind == Kind::Word);
        let verb_next = items.get(at + 1).is_some_and(|next| {
            [Class::Be, Class::Can, Class::Offer, Class::Firm, Class::Take, Class::Have, Class::Ought]
                .into_iter()
                .any(|class| next.has(class))
        });
        let now_next = items.get(at + 1).is_some_and(|next| next.has(Class::Be) || next.has(Class::Ought));
        let goes_on = !english
            && items.get(at + 1).is_some_and(|next| {
                next.is_word()
                    && ![Class::I, Class::Thanks, Class::No, Class::Not]
                        .into_iter()
                        .any(|class| next.has(class))
            });
        // "e du ledig", "e det langt": is, and not I.
        let of_another = items.get(at + 1).is_some_and(|next| {
            [Class::It, Class::You, Class::Third, Class::Others].into_iter().any(|class| next.has(class))
        });
        let joined = items
            .get(at + 1)
            .is_some_and(|next| ["i", "oraz", "z", "ze", "plus"].iter().any(|word| next.is(word)));
        let after_and = at > 0 && items[at - 1].is("and");
        let with_name = items.get(at + 2).is_some_and(|next| {
            (next.token.capital && next.has(Class::Name)) || next.has(Class::Kin) || next.has(Class::My)
        });
        let found_sitter = finds_sitter(items, at);
        let item = &mut items[at];
        // "ja i żona": I, and not yes.
        if item.is("ja") && joined && (polish || with_name) {
            item.classes.remove(Class::Yes);
            item.classes.insert(Class::I);
        }
        if item.is("e") && of_another {
            item.classes.remove(Class::I);
        }
        let is_i = item.is("i") && !(after_and && item.token.capital);
        if is_i && !english_next {
            item.classes.remove(Class::I);
        }
        if (item.is("me") || item.is("mi")) && !verb_next {
            item.classes.remove(Class::We);
        }
        if item.is("we") && at > 0 && !english_next && !verb_next {
            item.classes.remove(Class::We);
        }
        // "no" is now in nynorsk: it refuses only where a refusal begins.
        if item.is("no") && (at > 0 || now_next || goes_on) {
            item.classes.remove(Class::No);
        }
        if item.is("to") && english {
            item.tags.retain(|(tag, _)| !matches!(tag, Tag::Number(_)));
        }
        // "to" is two in Norwegian and "it" in Polish.
        if item.is("to") && polish {
            item.tags.retain(|(tag, _)| !matches!(tag, Tag::Number(_)));
        } else if item.is("to") {
            item.classes.remove(Class::It);
            item.tags.retain(|(tag, _)| *tag != Tag::Class(Class::It));
        }
        if found_sitter {
            item.classes.remove(Class::Busy);
            item.tags.retain(|(tag, _)| *tag != Tag::Class(Class::Busy));
            item.classes.insert(Class::Benign);
        }
        // "tak" is yes in Polish and thanks in Danish: alone it is neither surely.
        if item.has(Class::Yes) && item.has(Class::Thanks) && !polish {
            item.classes.remove(Class::Yes);
        }
    }
}

/// "har fått barnevakt": a sitter who has been found makes it possible; one who is missing, or whom the sender is, hinders.
pub fn finds_sitter(items: &[Item], at: usize) -> bool {
    const SITTERS: [&str; 5] = ["barnevakt", "barnevakta", "barnepass", "barnvakt", "babysitter"];
    const FOUND: [&str; 13] = [
        "fikk", "fått", "ordnet", "ordna", "skaffet", "skaffa", "fant", "funnet", "funne", "fann", "fixat",
        "got", "found",
    ];
    const REACH: usize = 3;
    if !SITTERS.iter().any(|word| items[at].is(word)) {
        return false;
    }
    let before = &items[at.saturating_sub(REACH + 1)..at];
    let found = before.iter().rev().take(REACH).any(|item| FOUND.iter().any(|word| item.is(word)));
    found && !before.iter().any(|item| item.has(Class::Not) || item.has(Class::No) || item.has(Class::Could))
}
