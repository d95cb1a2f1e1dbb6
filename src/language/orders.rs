//! What somebody who has been told of a hole in a task says about it: the buttons' own words, in other words.
//!
//! The words are in `vocabulary/orders.txt`.

mod others;
mod watch;

pub use others::{
    asks_whether_to_come, comes_after_all, did_not_come, is_no_name, says_comes, says_i,
    says_whether_it_was_done, speaks_of_ones_own, speaks_of_oneself, speaks_of_whoever_comes, tips,
};
pub use watch::{Watch, takes_watch};

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Span;
use super::lexicon::lines;
use super::shades;

/// What is to be done about a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Takes it on; the words that say until when, if there are any.
    Take {
        until: Option<String>,
    },
    /// Moves the promised answer; the words that say to when.
    Extend {
        to: Option<String>,
    },
    /// Has another club asked: `named` is what follows the verb, `any` whether that is just another one.
    Ask {
        named: String,
        any: bool,
    },
    /// The municipality does it, or so many of the places where that is said.
    Town {
        people: Option<u32>,
    },
    /// Those who come are enough.
    Enough,
    Cancel,
    /// Whoever speaks does it: "jeg kjører selv".
    Myself,
    /// Takes somebody's offer of a part, or not.
    Part {
        accepted: bool,
    },
    /// A time and nothing else: it changes the last one that was named.
    Until {
        when: String,
    },
}

/// More words than these tell something, beside what they may order.
const MOST_WORDS: usize = 12;
/// The same in a clause that is one of several.
const MOST_WORDS_OF_CLAUSE: usize = 9;
/// An order to cancel, to accept or to leave it is short.
const MOST_WORDS_OF_SHORT: usize = 5;

/// More words than these are not looked through for somebody who does not come.
const MOST_WORDS_OF_STORY: usize = 18;

/// The lists of the words for one, two and so on.
const COUNTS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// A word, folded, with where it stands.
struct Word {
    folded: String,
    span: Span,
}

struct Lists(HashMap<String, Vec<Vec<String>>>);

fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let phrases = |text: String| {
            text.split(',').map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let table = lines(include_str!("vocabulary/orders.txt"));
        Lists(table.into_iter().map(|(name, text)| (name, phrases(text))).collect())
    })
}

impl Lists {
    fn phrases(&self, list: &str) -> &[Vec<String>] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    /// How many words the longest phrase of a list takes at the beginning of `words`.
    fn begins(&self, list: &str, words: &[Word]) -> usize {
        let fits = |phrase: &&Vec<String>| {
            words.len() >= phrase.len() && phrase.iter().zip(words).all(|(known, word)| *known == word.folded)
        };
        self.phrases(list).iter().filter(fits).map(Vec::len).max().unwrap_or(0)
    }

    fn has(&self, list: &str, word: &Word) -> bool {
        self.begins(list, std::slice::from_ref(word)) == 1
    }

    fn any(&self, list: &str, words: &[Word]) -> bool {
        words.iter().any(|word| self.has(list, word))
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, letter) in text.char_indices() {
        if !letter.is_alphanumeric() {
            open = false;
            continue;
        }
        let end = at + letter.len_utf8();
        let folded = letter.to_lowercase();
        match found.last_mut().filter(|_| open) {
            Some(word) => {
                word.folded.extend(folded);
                word.span.end = end;
            }
            None => found.push(Word { folded: folded.collect(), span: Span { start: at, end } }),
        }
        open = true;
    }
    found
}

/// What `text` wants done about a hole. `None`: nothing that is sure.
pub fn read(text: &str) -> Option<Wish> {
    let without_number = shades::without_task_number(text);
    let names_task = without_number.split_whitespace().count() < text.split_whitespace().count();
    let text = without_number.trim();
    let all = words(text);
    if all.is_empty() || all.len() > MOST_WORDS || text.ends_with('?') {
        return None;
    }
    let lists = lists();
    let lead = all.iter().take_while(|word| lists.has("lead", word)).count();
    let rest = all.get(lead..).unwrap_or_default();
    whole(text, rest, names_task)
        .or_else(|| clauses(text).find_map(of_clause))
        .or_else(|| short(text, &all, rest))
}

/// Orders that are all that is said: what follows them is part of them.
fn whole(text: &str, words: &[Word], names_task: bool) -> Option<Wish> {
    let lists = lists();
    if lists.any("not", words) {
        return None;
    }
    let who = lists.begins("who", words);
    let after_who = words.get(who..)?;
    let after =
        |words: &[Word]| words.first().map(|word| text.get(word.span.start..).unwrap_or_default().to_owned());
    let taken = match lists.begins("takes", after_who) {
        0 if names_task => lists.begins("takes_named", after_who),
        taken => taken,
    };
    if taken > 0 {
        let rest = after_who.get(taken..)?;
        // The municipality is meant, and not whoever speaks.
        if lists.any("ourselves", rest) && words.first().is_some_and(|word| lists.has("we", word)) {
            return None;
        }
        let says_no_more = rest.iter().all(|word| lists.has("trail", word));
        return Some(Wish::Take { until: after(rest).filter(|_| !says_no_more) });
    }
    let verb = words.iter().position(|word| lists.has("extends", word));
    if let Some(verb) = verb.filter(|verb| *verb <= 2) {
        let noun = words.iter().rposition(|word| lists.has("answer", word)).filter(|noun| *noun > verb);
        let last = noun.or_else(|| lists.has("extends_alone", &words[verb]).then_some(verb))?;
        let rest = words.get(last + 1..)?;
        let says_no_more = rest.iter().all(|word| lists.has("trail", word));
        return Some(Wish::Extend { to: after(rest).filter(|_| !says_no_more) });
    }
    let asks = lists.begins("asks", after_who);
    if asks > 0 {
        let rest = after_who.get(asks..)?;
        return after(rest).map(|named| Wish::Ask { named, any: lists.any("another", rest) });
    }
    let until = lists.begins("until", words);
    after(words.get(until..)?).filter(|_| until > 0).map(|_| Wish::Until { when: text.to_owned() })
}

/// The same of several holes at once, as it would be said of one: "tar begge", "me stiller med ein på båe". `None`: it speaks of no two.
pub fn read_of_both(text: &str) -> Option<Wish> {
    let (all, lists) = (words(text), lists());
    let at = all.iter().position(|word| lists.has("both", word))?;
    let led = at.checked_sub(1).filter(|before| lists.has("on_both", &all[*before]));
    let (start, it) = match led {
        Some(before) => (before, ""),
        None => (at, if all[at].folded == "both" { "it" } else { "det" }),
    };
    let before = text.get(..all[start].span.start)?;
    let after = text.get(all[at].span.end..)?;
    let wish = read(&format!("{before}{it}{after}"))?;
    matches!(wish, Wish::Take { .. } | Wish::Town { .. }).then_some(wish)
}

/// Whether `text` is "til kl. 18" and nothing else: said of something that stands already, and no need.
pub fn is_only_until(text: &str) -> bool {
    words(text).len() <= MOST_WORDS_OF_SHORT && matches!(read(text), Some(Wish::Until { .. }))
}

/// The parts of a text between its marks.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '.', ';', '!', '–']).map(str::trim).filter(|clause| !clause.is_empty())
}

/// Orders that may stand beside a reason.
fn of_clause(clause: &str) -> Option<Wish> {
    let (all, lists) = (words(clause), lists());
    let lead = all.iter().take_while(|word| lists.has("lead", word)).count();
    let words = all.get(lead..)?;
    if lists.any("not", words) || words.len() > MOST_WORDS_OF_CLAUSE {
        return None;
    }
    let ourselves = lists.any("we", words) && lists.any("ourselves", words);
    if lists.any("me", words) && lists.any("does", words) && lists.any("myself", words) {
        return Some(Wish::Myself);
    }
    let count =
        |word: &Word| (1..).zip(COUNTS).find_map(|(count, list)| lists.has(list, word).then_some(count));
    if lists.any("does", words) && (lists.any("town", words) || ourselves) {
        return Some(Wish::Town { people: words.iter().find_map(count) });
    }
    // "Vi stiller én": with the number it needs no "selv".
    let says_little = |word: &Word| {
        ["we", "provides", "with", "trail"].into_iter().any(|list| lists.has(list, word))
            || count(word).is_some()
    };
    let provides = lists.any("we", words) && lists.any("provides", words) && words.iter().all(says_little);
    if let Some(people) = words.iter().find_map(count).filter(|_| provides) {
        return Some(Wish::Town { people: Some(people) });
    }
    let enough = lists.begins("enough", words);
    let rest = words.get(enough..)?;
    (enough > 0 && rest.iter().all(|word| lists.has("trail", word))).then_some(Wish::Enough)
}

/// Orders of a few words.
fn short(text: &str, all: &[Word], rest: &[Word]) -> Option<Wish> {
    let lists = lists();
    if all.len() > MOST_WORDS_OF_SHORT {
        let must = rest.len() <= MOST_WORDS_OF_CLAUSE && lists.begins("has_to", rest) > 0;
        let denied = lists.any("not", all) || lists.any("unless", all);
        return (must && !denied && shades::cancels(text)).then_some(Wish::Cancel);
    }
    if lists.begins("refuses", all) > 0 || lists.begins("refuses", rest) > 0 {
        return Some(Wish::Part { accepted: false });
    }
    let denied = lists.any("not", all);
    if !denied && lists.begins("accepts", rest) > 0 {
        return Some(Wish::Part { accepted: true });
    }
    (!denied && shades::cancels(text)).then_some(Wish::Cancel)
}

/// Whether `text` says that who had taken it on themselves can't, so that people are to be looked for again: "vi får det ikke til likevel", "finn noen
/// andre". It is for those who had.
pub fn wants_people_after_all(text: &str) -> bool {
    let without_number = shades::without_task_number(text);
    let (said, lists) = (words(&without_number), lists());
    if said.len() > MOST_WORDS || text.contains('?') {
        return false;
    }
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    let denied = lists.any("not", &said);
    let needs = stands("needs") || stands("look_again");
    if needs && denied {
        return false;
    }
    let cannot = denied || stands("nobody");
    stands("look_again")
        || stands("cannot_send")
        || stands("after_all") && (cannot || needs && stands("people"))
}

/// What words say of somebody who was to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    /// They are to be taken off: "ta Per av #1".
    TakeOff,
    /// They do not come: "Per er syk".
    StaysAway,
}

/// Whether `text` says that somebody does not come, or is to be taken off. Who, is looked for apart.
pub fn takes_off(text: &str) -> Option<Away> {
    let without_number = shades::without_task_number(text);
    let (said, lists) = (words(&without_number), lists());
    // A longer story is of somebody else only where its teller is not in it.
    let is_long = said.len() > MOST_WORDS && lists.any("oneself", &said);
    if is_long || said.len() > MOST_WORDS_OF_STORY || without_number.trim_end().ends_with('?') {
        return None;
    }
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    let taken = said.first().is_some_and(|first| lists.has("takes_from", first)) && lists.any("off", &said);
    if stands("strikes") || taken {
        return Some(Away::TakeOff);
    }
    let ill = lists.any("is_ill", &said) && !lists.any("not", &said);
    (stands("stays_away") || ill || stands("did_not_come")).then_some(Away::StaysAway)
}

/// The part of `text` in which whoever does not come is named: what stands before the words that they do not. `None`: it begins with those, and whoever
/// speaks means themselves, whomever they name as the reason: "kan ikke, må hente Per".
pub fn names_whom(text: &str) -> Option<&str> {
    if takes_off(text) == Some(Away::TakeOff) {
        return Some(text);
    }
    let (said, lists) = (words(text), lists());
    let lists_of = ["stays_away", "did_not_come", "is_ill"];
    let says = |at: usize| lists_of.iter().any(|list| lists.begins(list, &said[at..]) > 0);
    let lead = said.iter().take_while(|word| lists.has("lead", word) || lists.has("alas", word)).count();
    if lead >= said.len() || says(lead) {
        return None;
    }
    let last = (0..said.len()).rev().find(|at| says(*at))?;
    text.get(..said.get(last)?.span.start)
}

/// What is to become of needs that were begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfDrafts {
    Send,
    Discard,
}

/// Which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichDraft {
    This,
    All,
    /// By these words: "snømåkingen".
    Named(String),
}

/// An order about needs that were begun, and nothing else: "send", "forkast alle", "forkast snømåkingen".
pub fn of_drafts(text: &str) -> Option<(OfDrafts, WhichDraft)> {
    const MOST_WORDS_OF_DRAFT: usize = 3;
    let (said, lists) = (words(text), lists());
    let lead = said.iter().take_while(|word| lists.has("lead", word)).count();
    let verb = said.get(lead)?;
    let order = match () {
        () if text.contains('?') || text.contains('#') => return None,
        () if lists.has("sends", verb) => OfDrafts::Send,
        () if lists.has("drops", verb) => OfDrafts::Discard,
        () => return None,
    };
    let rest: Vec<&Word> =
        said.get(lead + 1..)?.iter().filter(|word| !lists.has("draft_more", word)).collect();
    let which = match rest.as_slice() {
        [] => WhichDraft::This,
        all if all.iter().all(|word| lists.has("all_drafts", word)) => WhichDraft::All,
        few if few.len() <= MOST_WORDS_OF_DRAFT => {
            WhichDraft::Named(few.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" "))
        }
        _ => return None,
    };
    Some((order, which))
}

#[cfg(test)]
mod tests;
