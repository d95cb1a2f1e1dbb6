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
    if said.len() > MOST_WORDS || without_number.trim_end().ends_with('?') {
        return None;
    }
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    let taken = said.first().is_some_and(|first| lists.has("takes_from", first)) && lists.any("off", &said);
    if stands("strikes") || taken {
        return Some(Away::TakeOff);
    }
    let ill = lists.any("is_ill", &said) && !lists.any("not", &said);
    (stands("stays_away") || ill).then_some(Away::StaysAway)
}

/// Whether somebody who was said not to come says that they do: "nei, det stemmer ikke", "jo, jeg kommer".
pub fn comes_after_all(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    stands("comes_after_all") && !stands("stays_away") && !text.contains('?')
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
    fn it_was_not_so() {
        for text in [
            "nei, det stemmer ikke",
            "nei, eg er berre litt forkjølt, eg kjem",
            "joda, kjem",
            "no I'm fine, I'm coming",
            "klart eg kjem",
        ] {
            assert!(comes_after_all(text), "{text}");
        }
        for text in ["nei", "nei, jeg kommer ikke", "det stemmer", "eg kjem ikkje", "kven har sagt det?"] {
            assert!(!comes_after_all(text), "{text}");
        }
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
