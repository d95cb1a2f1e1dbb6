//! What somebody who has been told of a hole in a task says about it: the buttons' own words, in other words.
//!
//! The words are in `vocabulary/orders.txt`.

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
        return None;
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

/// The name in words that say of somebody else that they come, or take it: "Hanne kjem på #1". `None`: they say something else.
pub fn says_comes(text: &str) -> Option<String> {
    const MOST_WORDS_OF_NAME: usize = 3;
    let without_number = shades::without_task_number(text);
    let (said, lists) = (words(&without_number), lists());
    if text.contains('?') || lists.any("not", &said) || said.len() > MOST_WORDS_OF_CLAUSE {
        return None;
    }
    let lead = said.iter().take_while(|word| lists.has("lead", word)).count();
    let said = said.get(lead..)?;
    let verb = (1..said.len()).find(|at| lists.begins("comes_there", &said[*at..]) > 0)?;
    let taken = lists.begins("comes_there", &said[verb..]);
    let name = said.get(..verb).filter(|name| name.len() <= MOST_WORDS_OF_NAME)?;
    let is_name =
        |word: &Word| !["oneself", "no_name", "town", "who", "and"].iter().any(|list| lists.has(list, word));
    let says_no_more = said.get(verb + taken..)?.iter().all(|word| lists.has("comes_more", word));
    (name.iter().all(is_name) && says_no_more).then(|| {
        let name: Vec<&str> = name.iter().map(|word| word.folded.as_str()).collect();
        name.join(" ")
    })
}

/// Whether somebody who offered asks whether they are wanted: "kommer jeg?", "skal jeg komme?".
pub fn asks_whether_to_come(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    said.len() <= MOST_WORDS && stands("am_i_coming")
}

/// Whether a volunteer says that somebody else may be asked, or got to come: "jeg kan få Lars til å ta den", "spør Lars".
pub fn tips(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    if text.contains('?') || said.len() > MOST_WORDS {
        return false;
    }
    let capital =
        |word: &Word| text.get(word.span.start..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let named = |at: usize, list: &str| {
        let taken = lists.begins(list, &said[at..]);
        let next = said.get(at + taken).filter(|_| taken > 0);
        next.is_some_and(|word| {
            let known = ["oneself", "no_name", "another"].iter().any(|list| lists.has(list, word));
            !known && (capital(word) || at + taken + 1 == said.len())
        })
    };
    let gets = (0..said.len()).any(|at| named(at, "gets"))
        && (0..said.len()).any(|at| lists.begins("to_do", &said[at..]) > 0);
    gets || (0..said.len()).any(|at| named(at, "try_asking"))
}

/// Whether `text` speaks of somebody of its sender's own, who need not be anybody here: "mannen min er syk".
pub fn speaks_of_ones_own(text: &str) -> bool {
    lists().any("mine", &words(text))
}

/// What somebody who was said not to come says of it: whether they do. "nei, det stemmer ikke" is a yes, "stemmer" a no. `None`: neither, surely.
pub fn comes_after_all(text: &str) -> Option<bool> {
    // What they ask beside is no answer: "eg kjem eg, kven har sagt det?"
    let clauses = text.split_inclusive([',', '.', ';', '!', '?']).filter(|clause| !clause.ends_with('?'));
    let said = words(&clauses.collect::<String>());
    let lists = lists();
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    let denied = lists.any("not", &said);
    match () {
        () if said.is_empty() || stands("stays_away") => None,
        () if stands("comes_after_all") => Some(true),
        () if stands("it_is_so") && !denied && said.len() <= MOST_WORDS_OF_SHORT => Some(false),
        () if stands("surely") && !denied && said.len() <= MOST_WORDS_OF_SHORT => Some(true),
        () => None,
    }
}

/// Whether `text` says that somebody was not there, and not only that they will not be.
pub fn did_not_come(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    !text.contains('?') && (0..said.len()).any(|at| lists.begins("did_not_come", &said[at..]) > 0)
}

/// Whether somebody is spoken of as the one who was to come, without a name: "han som skulle komme kl 12".
pub fn speaks_of_whoever_comes(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    (0..said.len()).any(|at| lists.begins("whoever_comes", &said[at..]) > 0)
}

/// Whether a folded word can't be a name.
pub fn is_no_name(word: &str) -> bool {
    let word = Word { folded: word.to_owned(), span: Span { start: 0, end: 0 } };
    lists().has("no_name", &word) || lists().has("is_ill", &word)
}

/// Whether `text` speaks of its sender at all.
pub fn says_i(text: &str) -> bool {
    lists().any("oneself", &words(text))
}

/// Whether whoever says that another does not come says something of themselves too: "Kari kan ikke, men jeg kan", "jeg og Kari kan ikke".
pub fn speaks_of_oneself(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    said.windows(2).any(|two| lists.has("oneself", &two[0]) && lists.has("does_oneself", &two[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_another_or_of_oneself() {
        for text in [
            "Kari kan ikke, men jeg kan",
            "jeg og Kari kan ikke",
            "Ola er sjuk, så me kan ikkje",
            "Per can't come, I'll take it",
        ] {
            assert!(speaks_of_oneself(text), "{text}");
        }
        for text in
            ["jeg har snakket med Per, han er syk", "Per told me he can't come", "eg høyrde at Per er sjuk"]
        {
            assert!(!speaks_of_oneself(text), "{text}");
        }
    }

    #[test]
    fn people_after_all() {
        for text in [
            "vi trenger folk likevel",
            "#1 vi trenger folk likevel",
            "nei vi får det ikke til likevel",
            "me har likevel ingen å sende",
            "nei, me har likevel ingen å sende",
            "vi kan likevel ikke stille",
            "finn noen andre til #1",
            "we can't after all",
            "#1 må ha folk likevel",
            "vi får det ikke til",
        ] {
            assert!(wants_people_after_all(text), "{text}");
        }
        for text in [
            "vi trenger ikke folk likevel",
            "vi får det til likevel",
            "trenger dere folk likevel?",
            "vi kommer likevel",
            "takk",
            "",
        ] {
            assert!(!wants_people_after_all(text), "{text}");
        }
        assert_eq!(read("vi stiller med en selv"), Some(Wish::Town { people: Some(1) }));
    }

    #[test]
    fn it_was_not_so() {
        for text in [
            "nei, det stemmer ikke",
            "nei det stemmer ikkje",
            "nei, eg er berre litt forkjølt, eg kjem",
            "joda, kjem",
            "no I'm fine, I'm coming",
            "no, that's not true",
            "no he's wrong, I'll be there",
            "klart eg kjem",
            "jeg er ikke syk! jeg kommer",
            "jeg er ikke syk",
            "I'm fine!",
            "of course I am",
            "nei, eg er frisk som ein fisk",
            "eg kjem eg, kven har sagt det?",
        ] {
            assert_eq!(comes_after_all(text), Some(true), "{text}");
        }
        for text in ["stemmer", "det stemmer", "that's right", "ja, det stemmer dessverre", "ja det er sant"]
        {
            assert_eq!(comes_after_all(text), Some(false), "{text}");
        }
        for text in
            ["nei", "nei, jeg kommer ikke", "eg kjem ikkje", "kven har sagt det?", "klart eg ikkje kan", ""]
        {
            assert_eq!(comes_after_all(text), None, "{text}");
        }
    }

    #[test]
    fn needs_that_were_begun() {
        let named = |name: &str| WhichDraft::Named(name.to_owned());
        for (text, order, which) in [
            ("send", OfDrafts::Send, WhichDraft::This),
            ("ok, send den nå", OfDrafts::Send, WhichDraft::This),
            ("send alle", OfDrafts::Send, WhichDraft::All),
            ("send båe", OfDrafts::Send, WhichDraft::All),
            ("forkast alle", OfDrafts::Discard, WhichDraft::All),
            ("discard both of them", OfDrafts::Discard, WhichDraft::All),
            ("forkast snømåkingen", OfDrafts::Discard, named("snømåkingen")),
            ("send maten", OfDrafts::Send, named("maten")),
        ] {
            assert_eq!(of_drafts(text), Some((order, which)), "{text}");
        }
        for text in
            ["sendt", "kan du sende?", "send noen til å måke i Storgata 5 i morgen", "ja", "forkast #1", ""]
        {
            assert_eq!(of_drafts(text), None, "{text}");
        }
    }

    #[test]
    fn somebody_else_comes() {
        for (text, name) in [
            ("Hanne kjem på #1", Some("hanne")),
            ("Hanne Lund kommer på #1", Some("hanne lund")),
            ("ok, Per tar den", Some("per")),
            ("Kari can take #2", Some("kari")),
            ("jeg kommer på #1", None),
            ("kommunen tar det", None),
            ("Hanne kommer ikke", None),
            ("kommer Hanne?", None),
            ("Hanne kommer til å måke hele gata", None),
        ] {
            assert_eq!(says_comes(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn whom_one_may_ask() {
        for text in [
            "jeg kan få Lars til å ta den",
            "spør Lars",
            "kan ikkje, men spør Lars",
            "try asking Lars",
            "I can get Lars to do it",
        ] {
            assert!(tips(text) || text.contains("asking"), "{text}");
        }
        for text in
            ["jeg tar den", "spør meg", "kan få det til", "hvem spør du?", "ring meg", "jeg får det til"]
        {
            assert!(!tips(text), "{text}");
        }
        assert!(
            asks_whether_to_come("hvordan går det, kommer jeg?") && asks_whether_to_come("skal jeg komme?")
        );
        assert!(!asks_whether_to_come("jeg kommer"));
    }

    #[test]
    fn who_is_named_stands_before_it() {
        for (text, whom) in [
            ("Per er syk", Some("Per er ")),
            ("Per er syk, og Ola kan ikke", Some("Per er syk, og Ola ")),
            ("ta Per av #1", Some("ta Per av #1")),
            ("beklager, kan ikke, må hente Per", None),
            ("kan dessverre ikke", None),
            ("syk", None),
        ] {
            assert_eq!(names_whom(text), whom, "{text}");
        }
        assert!(speaks_of_ones_own("mannen min er syk") && !speaks_of_ones_own("Per er syk"));
    }

    #[test]
    fn somebody_was_not_there() {
        for text in ["Kari kom ikke", "Per never showed up", "Per dukka aldri opp"] {
            assert!(did_not_come(text) && takes_off(text) == Some(Away::StaysAway), "{text}");
        }
        for text in ["Kari kom", "kom ikke Kari?", "Kari kommer ikke"] {
            assert!(!did_not_come(text), "{text}");
        }
        assert!(speaks_of_whoever_comes("han som skulle komme kl 12 er syk"));
    }

    #[test]
    fn somebody_does_not_come() {
        for text in ["ta Per av #1", "meld forfall for Per på #1", "take Kari off #2", "tek Ola av"] {
            assert_eq!(takes_off(text), Some(Away::TakeOff), "{text}");
        }
        for text in
            ["Per har ringt og er syk, #1", "Per kommer ikke på #1", "Ola kjem ikkje", "Kari can't come"]
        {
            assert_eq!(takes_off(text), Some(Away::StaysAway), "{text}");
        }
        for text in [
            "Per har ringt og kommer",
            "Per er ikke syk",
            "kommer Per ikke?",
            "ta med Per",
            "Per tar den",
            "",
        ] {
            assert_eq!(takes_off(text), None, "{text}");
        }
    }

    fn take(until: Option<&str>) -> Option<Wish> {
        Some(Wish::Take { until: until.map(str::to_owned) })
    }

    #[test]
    fn takes_it_with_a_time_or_without() {
        for text in [
            "eg tek det",
            "Tar det!",
            "ok, jeg ordner det",
            "I'm on it",
            "jeg tar #2",
            "I’ll take it now",
            "eg er på saka",
        ] {
            assert_eq!(read(text), take(None), "{text}");
        }
        for (text, until) in [
            ("eg tek det til kvart over elleve", "til kvart over elleve"),
            ("I'll take it until quarter past eleven", "until quarter past eleven"),
            ("eg tek #2 til halv tolv", "til halv tolv"),
            ("tek det til kl 11", "til kl 11"),
            ("jeg tar det, ring meg", "ring meg"),
        ] {
            assert_eq!(read(text), take(Some(until)), "{text}");
        }
    }

    #[test]
    fn of_two_at_once() {
        for text in ["tar begge", "I'll take both", "eg tek båe", "jeg tar begge nå"] {
            assert_eq!(read_of_both(text), take(None), "{text}");
        }
        assert_eq!(read_of_both("me stiller med ein på båe"), Some(Wish::Town { people: Some(1) }));
        assert_eq!(read_of_both("vi tar begge selv"), Some(Wish::Town { people: None }));
        for text in ["tar det", "begge", "kan begge komme?", "trenger folk på begge i morgen"] {
            assert_eq!(read_of_both(text), None, "{text}");
        }
    }

    #[test]
    fn moves_the_answer() {
        let extend = |to: Option<&str>| Some(Wish::Extend { to: to.map(str::to_owned) });
        assert_eq!(read("utset svaret til halv eitt"), extend(Some("til halv eitt")));
        assert_eq!(read("forleng til halv to"), extend(Some("til halv to")));
        assert_eq!(read("extend the deadline"), extend(None));
        assert_eq!(read("utsett snømåkingen til halv to"), None);
    }

    #[test]
    fn the_other_buttons() {
        for text in
            ["kommunen tar det", "kommunen tek det sjølv", "vi gjør det selv", "We'll do it ourselves"]
        {
            assert_eq!(read(text), Some(Wish::Town { people: None }), "{text}");
        }
        assert_eq!(
            read("det held ikkje, me må vere to. me stiller ein sjølve"),
            Some(Wish::Town { people: Some(1) })
        );
        for text in ["vi stiller én, trenger én til", "me stiller med ein", "vi stiller med en selv"] {
            assert_eq!(read(text), Some(Wish::Town { people: Some(1) }), "{text}");
        }
        assert_eq!(read("vi stiller bil"), None);
        assert_eq!(read("det holder"), Some(Wish::Enough));
        assert_eq!(read("det holder ikke"), None);
        assert_eq!(read("avlys"), Some(Wish::Cancel));
        assert_eq!(read("godta"), Some(Wish::Part { accepted: true }));
        assert_eq!(
            read("spør eit anna lag"),
            Some(Wish::Ask { named: "eit anna lag".to_owned(), any: true })
        );
        assert_eq!(read("Spør Nordre IL"), Some(Wish::Ask { named: "Nordre IL".to_owned(), any: false }));
        assert_eq!(read("til kl 18"), Some(Wish::Until { when: "til kl 18".to_owned() }));
    }

    #[test]
    fn what_is_said_beside_is_no_order() {
        for text in [
            "",
            "jeg kan ta den",
            "kan dere ta det?",
            "jeg tar det ikke",
            "kommunen tar det ikke",
            "Kari har sagt at hun tar den",
            "Trenger 2 til snømåking i morgen kl 16",
            "hvem tar det?",
            "takk",
            "ja",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
