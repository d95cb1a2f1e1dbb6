//! Several changes in one message: what its parts say, what they say beside what was there before, and what was not understood.
//!
//! The words are in `vocabulary/several.txt`.

mod beside;

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{NaiveDateTime, TimeDelta};

pub use self::beside::{Beside, asks_whether_answered, is_beside, is_for_those_who_come};

use self::beside::names_service;
use super::lexicon::lines;
use super::request::read_change;
use super::{ChangeReading, rest};
use crate::domain::draft::MOST_PEOPLE;
use crate::domain::service::ServiceKind;

/// More parts than these are not looked at.
const MOST_PARTS: usize = 12;
/// So few letters tell nothing.
const FEWEST_LETTERS: usize = 3;
/// A message that nothing shall come of is short.
const MOST_WORDS_TO_DISCARD: usize = 6;

/// What a message changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    pub reading: ChangeReading,
    /// More people were asked for than any task can have.
    pub too_many: bool,
    /// The parts that were not understood, as written.
    pub unread: Vec<String>,
}

/// What is changed now: what "one more" and "an hour later" are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Now {
    /// Start and end, by the wall clock.
    pub window: Option<(NaiveDateTime, NaiveDateTime)>,
    pub people: Option<u32>,
    pub service: Option<ServiceKind>,
}

struct Lists(HashMap<String, Vec<Vec<String>>>);

fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let phrases = |text: String| {
            text.split(',').map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let table = lines(include_str!("vocabulary/several.txt"));
        Lists(table.into_iter().map(|(name, text)| (name, phrases(text))).collect())
    })
}

impl Lists {
    fn phrases(&self, list: &str) -> &[Vec<String>] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    fn has(&self, list: &str, word: &str) -> bool {
        self.phrases(list).iter().any(|phrase| matches!(phrase.as_slice(), [known] if known == word))
    }

    /// Whether a phrase of the list stands in `words`.
    fn stands(&self, list: &str, words: &[String]) -> bool {
        let stands = |phrase: &Vec<String>| {
            !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase.as_slice())
        };
        self.phrases(list).iter().any(stands)
    }

    /// `words` without a phrase of the list at their beginning.
    fn without_first<'a>(&self, list: &str, words: &'a [String]) -> &'a [String] {
        let longest =
            self.phrases(list).iter().filter(|phrase| words.starts_with(phrase)).map(Vec::len).max();
        &words[longest.unwrap_or(0)..]
    }

    /// The same at their end.
    fn without_last<'a>(&self, list: &str, words: &'a [String]) -> &'a [String] {
        let longest = self.phrases(list).iter().filter(|phrase| words.ends_with(phrase)).map(Vec::len).max();
        &words[..words.len() - longest.unwrap_or(0)]
    }

    fn number(&self, word: &str) -> Option<i64> {
        let said = ["one", "two", "three", "four", "five"];
        let place = said.iter().position(|list| self.has(list, word));
        place.and_then(|place| i64::try_from(place + 1).ok()).or_else(|| word.parse().ok())
    }
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What `text` changes of what stands `now`. `at`: the wall clock.
pub fn read(text: &str, at: NaiveDateTime, now: Now) -> Changes {
    let mut reading = read_change(text, at);
    let too_many = asks_for_too_many(text);
    if reading.note.is_some() || reading.forget_notes {
        return Changes { reading, too_many, unread: Vec::new() };
    }
    if is_for_those_who_come(text) && !says_when_or_how_many(&reading) {
        let reading = ChangeReading { note: Some(text.trim().to_owned()), ..ChangeReading::default() };
        return Changes { reading, too_many, unread: Vec::new() };
    }
    if too_many {
        reading.people = Some(MOST_PEOPLE + 1);
    }
    let parts = parts(text);
    let where_and_who =
        [reading.place.as_deref(), reading.recipient.as_deref()].map(Option::unwrap_or_default).join(" ");
    reading.service = reading
        .service
        .filter(|kind| names_service(text, *kind, now.service, &parts, &words(&where_and_who)));
    let mut changes = Changes { reading, too_many, unread: Vec::new() };
    let denies = |part: &&str| words(part).first().is_some_and(|word| lists().has("denies", word));
    // "Ikke halv fem, men kvart over": what is denied is no value.
    if parts.len() > 1 && parts.iter().any(denies) {
        changes.reading = ChangeReading::default();
    }
    for part in parts.iter().filter(|part| parts.len() == 1 || !denies(part)) {
        let understood = changes.take_relative(part, at, now) || changes.take(part, at, now, parts.len() > 1);
        if !understood && tells_something(part) {
            changes.unread.push((*part).to_owned());
        }
    }
    changes
}

impl Changes {
    /// "En til", "en time senere": a part that counts from what stands now.
    fn take_relative(&mut self, part: &str, at: NaiveDateTime, now: Now) -> bool {
        let (said, lists) = (words(part), lists());
        if let Some(more) = more_people(&said) {
            let Some(people) = now.people else { return false };
            let wanted = (i64::from(people) + more).max(1);
            self.reading.people = u32::try_from(wanted).ok();
            self.too_many |= wanted > i64::from(MOST_PEOPLE);
            // "En til" is no end.
            if read_change(part, at).until == self.reading.until {
                self.reading.until = None;
            }
            return true;
        }
        let alone = read_change(part, at);
        let (Some(minutes), Some((start, end))) = (alone.length, now.window) else { return false };
        let minutes = TimeDelta::minutes(minutes.into());
        let moved = match (lists.stands("later", &said), lists.stands("earlier", &said)) {
            (true, false) => Some(minutes),
            (false, true) => Some(-minutes),
            _ => None,
        };
        let lasts = match (lists.stands("longer", &said), lists.stands("shorter", &said)) {
            (true, false) => Some(end - start + minutes),
            (false, true) => Some(end - start - minutes),
            _ => None,
        };
        match (moved, lasts) {
            (Some(by), None) => {
                let start = start + by;
                self.reading.length = None;
                (self.reading.date, self.reading.clock) = (Some(start.date()), Some(start.time()));
                true
            }
            (None, Some(lasts)) => {
                self.reading.length = u32::try_from(lasts.num_minutes()).ok().filter(|minutes| *minutes > 0);
                self.reading.length.is_some()
            }
            _ => false,
        }
    }

    /// A part that says a value. What the whole message says already stays.
    fn take(&mut self, part: &str, at: NaiveDateTime, now: Now, one_of_several: bool) -> bool {
        let mut alone = read_change(part, at);
        // "To timer holder" and "halv fem holder" count nobody.
        let says_when = (alone.date, alone.clock, alone.until, alone.length) != (None, None, None, None);
        let number = number_alone(&words(part)).filter(|_| !says_when);
        let people = number.filter(|(_, sure)| *sure).map(|(number, _)| number);
        alone.people = people.or(alone.people);
        // A number beside other things may be a clock, a house or a day.
        if one_of_several && number.is_some_and(|(_, sure)| !sure) {
            alone.people = None;
            return self.says_something();
        }
        alone.service = alone.service.filter(|_| self.reading.service.is_some());
        // Sand is strewn where snow is cleared: such words tell something else than the service.
        if alone.service == now.service && words(part).len() > 1 {
            alone.service = None;
        }
        let says = Changes { reading: alone.clone(), ..Self::default() }.says_something();
        let reading = &mut self.reading;
        // Of several numbers of people the one that is sure counts.
        reading.people = people.or(reading.people).or(alone.people);
        reading.service = reading.service.or(alone.service);
        reading.date = reading.date.or(alone.date);
        reading.clock = reading.clock.or(alone.clock);
        reading.until = reading.until.or(alone.until);
        reading.length = reading.length.or(alone.length);
        if reading.place.is_none() {
            reading.place = alone.place;
        }
        if reading.recipient.is_none() {
            reading.recipient = alone.recipient;
        }
        for doubt in alone.doubts {
            if !reading.doubts.contains(&doubt) {
                reading.doubts.push(doubt);
            }
        }
        says
    }

    /// Whether it says anything at all.
    pub fn says_something(&self) -> bool {
        self.reading != ChangeReading::default()
    }
}

fn says_when_or_how_many(reading: &ChangeReading) -> bool {
    let ChangeReading { people, date, clock, until, length, .. } = reading;
    people.is_some() || date.is_some() || clock.is_some() || until.is_some() || length.is_some()
}

/// The parts of a message: between its marks, and on both sides of "and".
fn parts(text: &str) -> Vec<&str> {
    const JOINTS: [&str; 5] = [" og ", " and ", " samt ", " men ", " but "];
    let mut parts = vec![text];
    for joint in JOINTS {
        parts = parts.iter().flat_map(|part| part.split(joint)).collect();
    }
    let marks = |part: &'_ str| -> Vec<usize> {
        let bytes = part.as_bytes();
        let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        // "1,5 time" is one thing, and so is "24. november".
        let ends = |at: usize, mark: char| match mark {
            ',' => !is_digit(at.checked_sub(1)) || !is_digit(Some(at + 1)),
            ';' | '!' | '\n' => true,
            '.' => {
                part[at + 1..].starts_with(' ') && !is_digit(at.checked_sub(1)) && !part[..at].ends_with("kl")
            }
            _ => false,
        };
        part.char_indices().filter(|(at, mark)| ends(*at, *mark)).map(|(at, _)| at).collect()
    };
    let mut found = Vec::new();
    for part in parts {
        let mut from = 0;
        for end in marks(part) {
            found.push(part[from..end].trim());
            from = end + 1;
        }
        found.push(part[from..].trim());
    }
    found.retain(|part| !part.is_empty());
    found.truncate(MOST_PARTS);
    found
}

/// "En til", "ta med en person til": how many more, or fewer.
fn more_people(words: &[String]) -> Option<i64> {
    let lists = lists();
    let from = words.iter().position(|word| !lists.has("around", word))?;
    let mut rest: Vec<&str> = words[from..].iter().map(String::as_str).collect();
    while rest.last().is_some_and(|word| lists.has("around", word) || lists.has("people", word)) {
        rest.pop();
    }
    let (number, more) = match rest.as_slice() {
        [number, more] => (number, more),
        [number, between, more] if lists.has("people", between) => (number, more),
        ["another"] => return Some(1),
        _ => return None,
    };
    let number = lists.number(number).filter(|number| (1..=i64::from(MOST_PEOPLE)).contains(number))?;
    match (lists.has("more", more), lists.has("fewer", more)) {
        (true, false) => Some(number),
        (false, true) => Some(-number),
        _ => None,
    }
}

/// A number that stands alone, and whether it surely counts people: "bare én", "to holder".
fn number_alone(words: &[String]) -> Option<(u32, bool)> {
    let lists = lists();
    let little: Vec<String> = words
        .iter()
        .filter(|word| !lists.has("says_little", word) || lists.number(word).is_some())
        .cloned()
        .collect();
    let rest = lists.without_first("only", &little);
    let rest = lists.without_first("before_enough", rest);
    let rest = lists.without_first("only", rest);
    let rest = lists.without_last("enough", rest);
    let counted = lists.without_last("people", rest);
    let [number] = counted else { return None };
    let sure = rest.len() < little.len() || counted.len() < rest.len();
    let number =
        u32::try_from(lists.number(number)?).ok().filter(|number| (1..=MOST_PEOPLE).contains(number))?;
    Some((number, sure))
}

/// Whether more people are asked for than any task can have: "99 stk", "70 frivillige".
pub fn asks_for_too_many(text: &str) -> bool {
    let said = words(text);
    said.windows(2).any(|two| {
        let many = two[0].parse::<u32>().is_ok_and(|number| number > MOST_PEOPLE);
        many && lists().has("people", &two[1])
    })
}

/// Whether a part holds something that would be missed.
pub fn tells_something(part: &str) -> bool {
    words(part).iter().any(|word| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_LETTERS
            && !rest::is_filler(word)
            && !lists().has("says_little", word)
    })
}

/// Whether `text` begins by asking for help: "treng hjelp til å måke".
pub fn asks_for_help(text: &str) -> bool {
    const WORDS: usize = 4;
    words(text).iter().take(WORDS).any(|word| lists().has("needs", word))
}

/// Whether nothing shall come of a draft after all: "glem det", "ikke likevel".
pub fn discards(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    if said.is_empty() || said.len() > MOST_WORDS_TO_DISCARD {
        return false;
    }
    let verb = said.iter().any(|word| lists.has("discards", word));
    let only = said.iter().all(|word| lists.has("discards", word) || lists.has("around_discard", word));
    let rest = said.iter().position(|word| !lists.has("around_discard", word)).map(|from| &said[from..]);
    let never_mind = rest.is_some_and(|rest| lists.phrases("never_mind").iter().any(|phrase| phrase == rest));
    verb && only || never_mind || lists.phrases("never_mind").contains(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(in crate::language::several) fn at(text: &str) -> Changes {
        let time = |text: &str| text.parse().expect("a time");
        let window = Some((time("2026-11-22T16:00:00"), time("2026-11-22T18:00:00")));
        read(
            text,
            time("2026-11-21T12:00:00"),
            Now { window, people: Some(2), service: Some(ServiceKind::SnowClearing) },
        )
    }

    pub(in crate::language::several) fn clock(text: &str) -> Option<chrono::NaiveTime> {
        Some(text.parse().expect("a clock"))
    }

    #[test]
    fn both_halves_count() {
        for text in [
            "halv seks i stedet, og bare én",
            "halv seks i staden, og berre ein",
            "half past five instead, and only one",
            "kl 17.30, en mindre",
        ] {
            let changes = at(text);
            let seen = (changes.reading.clock, changes.reading.people, changes.reading.until);
            assert_eq!(seen, (clock("17:30:00"), Some(1), None), "{text}");
            assert_eq!(changes.unread, Vec::<String>::new(), "{text}");
        }
        let more = at("kl 11 i stedet, og en til");
        assert_eq!(
            (more.reading.clock, more.reading.people, more.reading.until),
            (clock("11:00:00"), Some(3), None)
        );
        assert_eq!(at("half past five instead, and only two").reading.people, Some(2));
        assert_eq!(at("no, three is enough").reading.people, Some(3));
        let hours = at("to timer holder").reading;
        assert_eq!((hours.people, hours.length), (None, Some(120)));
        assert_eq!(at("halv fem holder").reading.people, None);
    }

    #[test]
    fn what_counts_from_before() {
        let later = at("an hour later please, and only one person").reading;
        assert_eq!((later.clock, later.length, later.people), (clock("17:00:00"), None, Some(1)));
        let longer = at("legg på ein halvtime og ta med ein til").reading;
        assert_eq!((longer.clock, longer.length, longer.people), (None, Some(150), Some(3)));
        for text in ["2 timer seinere", "to timer senere", "two hours later"] {
            let later = at(text).reading;
            assert_eq!((later.clock, later.length), (clock("18:00:00"), None), "{text}");
        }
        assert_eq!(at("en time tidligere").reading.clock, clock("15:00:00"));
        let other = at("ikkje halv fem, men kvart over fem i staden").reading;
        assert_eq!((other.clock, other.people), (clock("17:15:00"), None));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let changes = at("kl 17 i stedet, og ta med strøsand");
        assert_eq!(
            (changes.reading.clock, changes.unread),
            (clock("17:00:00"), vec!["ta med strøsand".to_owned()])
        );
        for text in
            ["kl 17 i stedet, takk", "mandag og onsdag", "fra 16 til 18", "en time og en halv", "3 stk", "5"]
        {
            assert_eq!(at(text).unread, Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn too_many_are_noticed() {
        assert!(asks_for_too_many("500 stk til snømåking"));
        assert!(asks_for_too_many("treng 70 frivillige"));
        assert!(!asks_for_too_many("50 stk"));
        assert!(!asks_for_too_many("Storgata 99, 2 stk"));
    }

    #[test]
    fn a_draft_is_dropped_in_words() {
        for text in [
            "ikke likevel",
            "nei, glem det",
            "dropp det",
            "avlys",
            "stryk",
            "angre",
            "never mind",
            "forget it",
        ] {
            assert!(discards(text), "{text}");
        }
        for text in
            ["ikke kl 17", "stryk notatet", "drop the flowers at Storgata 5", "slett merknaden", "nei", ""]
        {
            assert!(!discards(text), "{text}");
        }
    }
}
