//! Shades of a reply that its intent does not hold: whether somebody is ill, whether "one" was said and not only meant.
//!
//! The words are in `vocabulary/shades.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::lines;
use crate::domain::service::ServiceKind;

pub use self::club::{asks_for_the_clubs_tasks, left_the_club};
pub use self::hours::{Stretch, if_needed, stretch};
pub use self::instead::instead;
pub use self::needed::{holds_code, holds_telephone, needs_no_more, without_telephone};
pub use self::others::{
    another_comes, another_comes_along, both_and_rest, denies, depends_on_another, joined, joins_something,
    none_of_them, one_of_us_comes, only_one_of_them, only_this_of_two, sends_another, takes_both,
    task_numbers, without_list_of_tasks,
};

mod club;
mod hours;
mod instead;
mod needed;
mod others;

/// The lists of the table, each phrase as its words.
struct Lists(HashMap<String, Vec<Vec<String>>>);

fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let phrases = |text: String| {
            text.split(',').map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let table = lines(include_str!("vocabulary/shades.txt"));
        Lists(table.into_iter().map(|(name, text)| (name, phrases(text))).collect())
    })
}

impl Lists {
    fn phrases(&self, list: &str) -> &[Vec<String>] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    /// Whether `word` stands in a list, or begins as one of its stems does.
    fn has(&self, list: &str, word: &str) -> bool {
        self.phrases(list).iter().filter_map(|phrase| phrase.first()).any(|known| {
            match known.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => known == word,
            }
        })
    }

    fn any(&self, list: &str, words: &[String]) -> bool {
        words.iter().any(|word| self.has(list, word))
    }
}

/// Whether `text` says that the sender is ill, and not somebody close to them or a word that only looks like it.
pub fn tells_of_illness(text: &str) -> bool {
    let words = words(text);
    lists().any("ill", &words) && !lists().any("somebody_else", &words)
}

/// Whether `text` says that one comes, as "bare én kommer" does, and not just yes.
pub fn counts_one(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let one_of_us = words.windows(3).any(|three| {
        lists.has("article", &three[0]) && lists.has("of", &three[1]) && lists.has("us", &three[2])
    });
    let only = words.iter().position(|word| lists.has("only", word));
    let only_one = only.is_some_and(|at| {
        words[at + 1..].iter().take(3).any(|word| lists.has("article", word) || lists.has("self", word))
    });
    one_of_us || only_one || lists.any("one", &words)
}

/// Whether `text` says that what was asked for is not needed after all: "avlys #17", "det trengs ikke lenger".
pub fn cancels(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let not_needed = lists.any("not", &words) && lists.any("needed", &words) && lists.any("longer", &words);
    lists.any("cancels", &words) || not_needed
}

/// Whether `text` says that what was agreed shall be otherwise: "flytt snømåkinga til kl. 17".
pub fn moves(text: &str) -> bool {
    lists().any("moves", &words(text))
}

/// Whether `text` says that somebody who comes is there and has begun: "i gang", "er framme".
pub fn tells_of_arrival(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let says = |phrase: &Vec<String>| words.windows(phrase.len()).any(|window| window == phrase.as_slice());
    let only_there = lists.any("there", &words)
        && words.iter().all(|word| lists.has("there", word) || lists.has("there_more", word));
    !lists.any("not_yet", &words)
        && words.len() <= 8
        && (only_there || lists.phrases("arrived").iter().any(says))
}

/// Whether `text` says yes (`true`) or no and nothing else: "jepp", "nei takk".
pub fn plain_answer(text: &str) -> Option<bool> {
    let (words, lists) = (words(text), lists());
    if words.is_empty() {
        return ["👍", "👌"].contains(&text.trim()).then_some(true);
    }
    let more = &words[1..];
    let only = |list: &str| {
        lists.has(list, &words[0])
            && more.iter().all(|word| lists.has(list, word) || lists.has("plain_more", word))
    };
    let denied = lists.any("not", more);
    match (only("plain_yes") && !denied, only("plain_no")) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether `text` begins with a yes: "jo forresten, det går".
pub fn begins_with_yes(text: &str) -> bool {
    words(text).first().is_some_and(|word| lists().has("plain_yes", word))
}

/// What follows a leading no: "et bord knakk" of "nei, et bord knakk". `None`: there is no such no, or little after it.
pub fn after_no(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_alphanumeric())?;
    let (first, rest) = text.split_at(end);
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_no = lists().has("plain_no", &first.to_lowercase());
    (is_no && rest.split_whitespace().count() >= 2).then_some(rest)
}

/// Whether a refusal only says that nobody else comes along: "nei, bare meg".
pub fn leaves_only_oneself(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let rest: Vec<String> = words.into_iter().skip_while(|word| lists.has("plain_no", word)).collect();
    !lists.any("not", &rest) && rest.len() <= 5 && counts_one(&rest.join(" "))
}

/// Which of several that were asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Counted from 0.
    Nth(usize),
    Last,
    /// By the time at which they begin.
    Earlier,
    Later,
}

/// Which of several `text` says, and nothing else: "begge", "den første".
pub fn which_of_them(text: &str) -> Option<Which> {
    let (words, lists) = (words(text), lists());
    let which = [
        ("all_of", Which::All),
        ("first_of", Which::Nth(0)),
        ("second_of", Which::Nth(1)),
        ("last_of", Which::Last),
        ("earlier_of", Which::Earlier),
        ("later_of", Which::Later),
    ];
    let (list, which) = which.into_iter().find(|(list, _)| lists.any(list, &words))?;
    words.iter().all(|word| lists.has(list, word) || lists.has("of_more", word)).then_some(which)
}

/// The service that somebody may mean who only names a thing: "maten", "den med snøen".
pub fn service_of_thing(text: &str) -> Option<ServiceKind> {
    let (words, lists) = (words(text), lists());
    let services = [
        ("of_meals", ServiceKind::MealDelivery),
        ("of_snow", ServiceKind::SnowClearing),
        ("of_visit", ServiceKind::Visit),
        ("of_transport", ServiceKind::Transport),
        ("of_shopping", ServiceKind::Shopping),
        ("of_garden", ServiceKind::Garden),
    ];
    let mut meant = services.into_iter().filter(|(list, _)| lists.any(list, &words));
    let (_, service) = meant.next()?;
    meant.next().is_none().then_some(service)
}

/// Whether `text` asks how a task stands, or only names it: "hvordan går det med #1?", "#1".
pub fn asks_how_it_stands(text: &str) -> bool {
    let lists = lists();
    let kept = words(&without_task_number(text)).into_iter().filter(|word| !lists.has("stands_more", word));
    let kept: Vec<String> = kept.collect();
    kept.is_empty() || lists.phrases("stands").contains(&kept)
}

/// Whether `text` says that something happened or is wrong, and may not say what.
pub fn something_is_wrong(text: &str) -> bool {
    stands_in("something_wrong", text)
}

/// Whether `text` begins with a greeting.
pub fn greets(text: &str) -> bool {
    words(text).first().is_some_and(|word| lists().has("greets", word))
}

/// Whether a phrase of the list stands in `text`.
fn stands_in(list: &str, text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    lists
        .phrases(list)
        .iter()
        .any(|phrase| words.windows(phrase.len()).any(|window| window == phrase.as_slice()))
}

/// Whether `text` says that its sender sets out or is on the way: "glemte det, drar nå".
pub fn sets_out(text: &str) -> bool {
    says("sets_out", text)
}

/// Whether `text` says that it went well: "alt gikk bra 👍".
pub fn went_well(text: &str) -> bool {
    says("went_well", text)
}

/// Whether a phrase of the list stands in `text`, and nothing denies it.
fn says(list: &str, text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let stands = |phrase: &Vec<String>| words.windows(phrase.len()).any(|window| window == phrase.as_slice());
    !lists.any("not", &words) && lists.phrases(list).iter().any(stands)
}

/// The longest delay that is read; whoever speaks of a longer one is not late.
const MOST_MINUTES: u32 = 120;

/// The minutes that `text` speaks of: "blir 20 min sein", "en time forsinket". Two hours are the most; a clock is none.
pub fn minutes(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = |word: &str| {
        [5, 10, 20, 30].into_iter().find(|minutes| lists().has(&format!("minutes_{minutes}"), word))
    };
    let number = |word: &str| said(word).or_else(|| word.parse().ok());
    let pair = words.windows(2).find_map(|two| number(two[0]).filter(|_| two[1].starts_with("min")));
    let glued =
        || words.iter().find_map(|word| word.strip_suffix("min").and_then(|digits| digits.parse().ok()));
    let quarter = || lower.contains("kvarter").then_some(15);
    let hours = || {
        // "En og en halv time" before "en halv time".
        [90, 30, 60, 120].into_iter().find(|minutes| stands_in(&format!("hours_{minutes}"), text))
    };
    pair.or_else(glued).or_else(hours).or_else(quarter).map(|minutes: u32| minutes.clamp(1, MOST_MINUTES))
}

/// `text` without the "#17" that says which task it is about: the number counts nobody.
pub fn without_task_number(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.starts_with('#'));
    words.collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether `text` takes what is to be done by its name: "jeg tar maten", "eg kan ta turen".
pub fn takes_the_task(text: &str) -> bool {
    let (words, lists) = (words(&without_task_number(text)), lists());
    let known = |word: &String| {
        ["task_lead", "task_verb", "task_thing", "task_more"].into_iter().any(|list| lists.has(list, word))
    };
    lists.any("task_verb", &words)
        && lists.any("task_thing", &words)
        && words.iter().all(known)
        && !text.contains('?')
}

/// What stands before the offer to stand by: "vi er to" of "vi er to som kan stå som reserve". `None`: it offers no such thing, or nothing before it.
pub fn before_stand_by(text: &str) -> Option<&str> {
    let offers =
        words(text).iter().any(|word| lists().has("stand_by", word)) && !lists().any("not", &words(text));
    let (before, _) = text.split_once(" som ").or_else(|| text.split_once(" who "))?;
    (offers && !text.contains('?')).then_some(before)
}

/// Whether `text` only says that all is well, and thanks nobody: "ok", "greit".
pub fn agrees(text: &str) -> bool {
    is_courtesy(text) && !lists().any("thanks", &words(text)) && lists().any("agreed", &words(text))
}

/// Words that only thank, or only say that all is well: there is nothing to do about them, and nothing that was not understood.
pub fn is_courtesy(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is = |list: &str, word: &String| lists().has(list, word);
    let says_something = |word: &String| is("thanks", word) || is("agreed", word);
    let polite = |word: &String| says_something(word) || is("with_thanks", word);
    let only_a_sign = words.is_empty() && text.chars().any(|sign| "👍👌🙏❤😊🙂😀".contains(sign));
    only_a_sign || (words.iter().any(says_something) && words.iter().all(polite))
}

#[cfg(test)]
mod tests;
