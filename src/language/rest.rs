//! What is left of a request when every field has been read: what is to be bought, what is to be done. It is for whoever comes.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::{Doubt, Field, RequestReading, Span};

/// Most bytes of it that are kept.
const MAX_REST: usize = 500;
/// A word with fewer letters tells nothing alone.
const FEWEST_LETTERS: usize = 3;
/// A number of so many digits is a telephone's.
const FEWEST_DIGITS: usize = 8;
/// A word that is shortened, "tlf.", has so many letters at most.
const LONGEST_SHORTENED: usize = 4;
/// Words that a part begins with, and that tell nothing there.
const OPENS: [&str; 9] = ["og", "and", "men", "but", "samt", "hei", "hallo", "hi", "hello"];
/// Words that join one thing to another.
const JOINTS: [&str; 5] = ["og", "and", "och", "eller", "samt"];
/// Words that ask, greet or join, and tell nothing.
const FILLER: &str = include_str!("vocabulary/request/filler.txt");

fn fillers() -> &'static HashSet<&'static str> {
    static FILLERS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    FILLERS.get_or_init(|| {
        let lines = FILLER.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    })
}

/// Whether a word, in lower case, asks, greets or joins, and tells nothing.
pub fn is_filler(word: &str) -> bool {
    fillers().contains(word)
}

/// A word of the message, and what is known of it.
struct Word {
    span: Span,
    /// The part between two marks that it stands in.
    part: usize,
    /// A field holds it.
    read: bool,
    /// What stands before it has nothing to do with it.
    breaks: bool,
}

/// The parts of `text` that no field of its `reading` holds and that tell something, as written. A part between two marks of which no field holds a word
/// is kept whole; of any other what is left, with its numbers.
pub fn rest(text: &str, reading: &RequestReading) -> Vec<String> {
    // Of several needs the reading is of the first.
    let first = reading.doubts.iter().find_map(|doubt| match doubt {
        Doubt::SeveralNeeds(spans) => spans.first().copied(),
        _ => None,
    });
    let scope = first.unwrap_or(Span { start: 0, end: text.len() });
    let mut all: Vec<Word> = Vec::new();
    for span in words(text).filter(|word| scope.start <= word.start && word.end <= scope.end) {
        let gap = &text[all.last().map_or(scope.start, |before| before.span.end)..span.start];
        let before = all.last().map(|before| &text[before.span.start..before.span.end]);
        let mark = mark_between(before.unwrap_or_default(), gap, &text[span.start..span.end]);
        let part = all.last().map_or(0, |before| before.part + usize::from(mark != Mark::None));
        all.push(Word { span, part, read: false, breaks: mark == Mark::Ends });
    }
    mark_read(text, reading, &mut all);
    let mut parts: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let run = all[at..].iter().enumerate();
        let length = run.take_while(|(ahead, word)| !word.read && (*ahead == 0 || !word.breaks)).count();
        if length > 0 {
            parts.extend(telling(text, reading, &all, (at, at + length)));
        }
        at += length.max(1);
    }
    let mut left = MAX_REST;
    let mut kept = Vec::new();
    for part in parts {
        let end = part.floor_char_boundary(left);
        left -= end;
        kept.extend((end > 0).then(|| part[..end].to_owned()));
    }
    kept
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    /// A comma: another part of the same sentence.
    Parts,
    Ends,
}

/// The mark in the `gap` between two words. "13.15", "2. etasje", "tlf. 99" and "kode: 1234" are one.
fn mark_between(before: &str, gap: &str, after: &str) -> Mark {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if gap.contains(['!', '?', ';', '\n', '(', ')']) {
        return Mark::Ends;
    }
    if gap.contains(['.', ':']) {
        let ordinal = number(before) && gap.starts_with('.') && after.starts_with(char::is_lowercase);
        let named = number(after) && (gap.contains(':') || before.chars().count() <= LONGEST_SHORTENED);
        let glued = gap.len() == 1;
        return if ordinal || named || glued { Mark::None } else { Mark::Ends };
    }
    let parts = gap.contains(',') && !(gap.len() == 1 && number(before) && number(after));
    if parts { Mark::Parts } else { Mark::None }
}

/// Marks the words that a field holds.
fn mark_read(text: &str, reading: &RequestReading, all: &mut [Word]) {
    let name = name_of_service(reading);
    let meets = |span: &Span, word: Span| span.start < word.end && word.start < span.end;
    for word in all.iter_mut() {
        let holds = |(field, span): &(Field, Span)| {
            (*field != Field::Service || span.end <= name) && meets(span, word.span)
        };
        word.read = reading.because.iter().any(holds);
    }
    // The address said once more.
    let place = reading.place.as_deref().map(str::to_lowercase);
    for part in 0..=all.last().map_or(0, |word| word.part) {
        let of_part: Vec<usize> = (0..all.len()).filter(|at| all[*at].part == part).collect();
        if let (Some(first), Some(last), Some(place)) = (of_part.first(), of_part.last(), &place)
            && text[all[*first].span.start..all[*last].span.end].to_lowercase() == *place
        {
            all[*first..=*last].iter_mut().for_each(|word| word.read = true);
        }
    }
    // "Time kl 13.15" behind the time of the need is a time of something else.
    let at_time = |word: &Word| {
        let holds = |(field, span): &(Field, Span)| {
            matches!(field, Field::Start | Field::End) && meets(span, word.span)
        };
        reading.because.iter().any(holds)
    };
    let is_number = |word: &Word| text[word.span.start..].starts_with(|c: char| c.is_ascii_digit());
    let timed = all.iter().find(|word| at_time(word) && is_number(word)).map(|word| word.part);
    for part in timed.map_or(0, |part| part + 1)..=all.last().map_or(0, |word| word.part) {
        let mut of_part = all.iter().filter(|word| word.part == part && word.read);
        if timed.is_some() && of_part.all(at_time) {
            let words = all.iter_mut().filter(|word| word.part == part);
            words.for_each(|word| word.read = false);
        }
    }
    // "Handle mjølk og poteter": what names the service may be one of several things.
    for at in 1..all.len() {
        let joins = JOINTS.contains(&text[all[at].span.start..all[at].span.end].to_lowercase().as_str());
        let before = all[at - 1].span;
        let of_service = |(field, span): &(Field, Span)| *field == Field::Service && meets(span, before);
        let other = |(field, span): &(Field, Span)| *field != Field::Service && meets(span, before);
        if joins
            && !all[at].read
            && reading.because.iter().any(of_service)
            && !reading.because.iter().any(other)
        {
            all[at - 1].read = false;
        }
    }
}

/// Where the first words that name the service end. Later ones ("melk") are what it is about.
fn name_of_service(reading: &RequestReading) -> usize {
    let spans = reading.because.iter().filter(|(field, _)| *field == Field::Service);
    let mut spans: Vec<Span> = spans.map(|(_, span)| *span).collect();
    spans.sort_by_key(|span| span.start);
    let mut end = spans.first().map_or(0, |first| first.end);
    for span in spans {
        // "Snow clearing" is one name.
        end = if span.start <= end + 1 { end.max(span.end) } else { end };
    }
    end
}

/// What a run of words (from, to) tells: without the fillers around it, unless they stand in a part that is kept whole.
fn telling<'a>(
    text: &'a str,
    reading: &RequestReading,
    all: &[Word],
    (from, to): (usize, usize),
) -> Option<&'a str> {
    let word = |at: usize| &text[all[at].span.start..all[at].span.end];
    let tells = |at: &usize| {
        let word = word(*at).to_lowercase();
        word.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_LETTERS
            && !fillers().contains(word.as_str())
    };
    let number = |at: usize| word(at).starts_with(|c: char| c.is_ascii_digit());
    let Some(mut first) = (from..to).find(tells) else { return telephone(text, reading, all, (from, to)) };
    let mut last = (from..to).rev().find(tells)?;
    // A number belongs to what it counts or names, and so does the letter of a door.
    let letter = |at: usize| word(at).chars().count() == 1 && word(at).starts_with(char::is_uppercase);
    while first > from && number(first - 1) {
        first -= 1;
    }
    while last + 1 < to && (number(last + 1) || letter(last + 1)) {
        last += 1;
    }
    let whole = |at: usize| all.iter().all(|word| word.part != all[at].part || !word.read);
    let opens = |at: usize| OPENS.contains(&word(at).to_lowercase().as_str());
    if whole(first) {
        first = (from..first).find(|at| all[*at].part == all[first].part && !opens(*at)).unwrap_or(first);
    }
    if whole(last) {
        last = (last..to).rev().find(|at| all[*at].part == all[last].part).unwrap_or(last);
    }
    Some(&text[all[first].span.start..all[last].span.end])
}

/// A telephone number that stands alone, with the name before it, which it belongs to: "Anna 41 22 33 44".
fn telephone<'a>(
    text: &'a str,
    reading: &RequestReading,
    all: &[Word],
    (from, to): (usize, usize),
) -> Option<&'a str> {
    let digits =
        |at: usize| text[all[at].span.start..all[at].span.end].chars().filter(char::is_ascii_digit).count();
    let first = (from..to).find(|at| digits(*at) > 0)?;
    let last = (from..to).rev().find(|at| digits(*at) > 0)?;
    if (first..=last).map(digits).sum::<usize>() < FEWEST_DIGITS {
        return None;
    }
    let names = |at: &usize| {
        let held = |(field, span): &(Field, Span)| {
            *field == Field::Recipient && span.start <= all[*at].span.start && all[*at].span.end <= span.end
        };
        reading.because.iter().any(held)
    };
    let first = (0..first).rev().take_while(names).last().unwrap_or(first);
    Some(&text[all[first].span.start..all[last].span.end])
}

/// Where the words of `text` stand.
fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let end =
            text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| start + length);
        at = end;
        Some(Span { start, end })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::request::read_request;

    fn left(text: &str) -> Vec<String> {
        let now = "2026-11-21T10:00:00".parse().expect("a time");
        rest(text, &read_request(text, now))
    }

    #[test]
    fn what_is_to_be_bought_or_done_is_in_the_notes_or_left() {
        for (text, words) in [
            (
                "Handling for Olga Hansen i Storgata 5 mandag kl 12: havregryn, gulrøtter og melk",
                vec!["havregryn", "gulrøtter", "melk"],
            ),
            (
                "Trenger en til handling mandag kl 12. Vaskepulver må være uten parfyme",
                vec!["Vaskepulver", "uten parfyme"],
            ),
            ("Treng ein til å handle mjølk og poteter måndag kl 12", vec!["mjølk", "poteter"]),
        ] {
            let now = "2026-11-21T10:00:00".parse().expect("a time");
            let reading = read_request(text, now);
            let mut told = left(text);
            told.extend(reading.notes);
            let told = told.join("\n");
            assert!(words.iter().all(|word| told.contains(word)), "{text}: {told}");
        }
    }

    /// What whoever comes can read.
    fn told(text: &str) -> String {
        let now = "2026-11-21T10:00:00".parse().expect("a time");
        let mut told = left(text);
        told.extend(read_request(text, now).notes);
        told.join("\n")
    }

    #[test]
    fn what_helps_to_find_the_door_is_whole() {
        for (text, words) in [
            ("Måking i morgen kl 16-18 hos Berit Holm i Storgata 5, leilighet 12", "leilighet 12"),
            (
                "Snømåking i morgen kl 16-18 hos Berit Holm, Storgata 5 inngang B, 2. etg, portkode 1234",
                "inngang B, 2. etg, portkode 1234",
            ),
            ("Snømåking i Storgata 5 i morgen kl 16-18, ring 99 88 77 66", "ring 99 88 77 66"),
            ("Snømåking i Storgata 5 i morgen kl 16-18, ring Olga 41 22 33 44", "ring Olga 41 22 33 44"),
            ("Snømåking i Storgata 5 i morgen kl 16-18, datter, Anna 41 22 33 44", "Anna 41 22 33 44"),
            ("Besøk i Storgata 5 i morgen kl 16-18, dørkode 4711, 3. etasje", "3. etasje"),
            ("Besøk i Storgata 5 i morgen kl 16-18, 2. etasje til venstre", "2. etasje til venstre"),
            (
                "Skyss fra Bakkevegen 7 til legekontoret i Sjøgata 2 i morgen kl 9-10, ha med rullatoren",
                "legekontoret i Sjøgata 2",
            ),
            (
                "Skyss fra Bakkevegen 7 til legekontoret i Sjøgata 2 i morgen kl 9-10, ha med rullatoren",
                "ha med rullatoren",
            ),
            (
                "Følge fra Storgata 5 til tannlegen i Torget 3 i morgen kl 13-14, time kl 13.15",
                "time kl 13.15",
            ),
            ("Snømåking i Storgata 5 i morgen kl 16-18. Portkode: 1234", "Portkode: 1234"),
            (
                "Treng to til snømåking i Storgata 5 i morgon kl 16-18, inngang B, 2. høgda",
                "inngang B, 2. høgda",
            ),
            ("Clear snow at Storgata 5 tomorrow 4-6 pm, 3rd floor, apartment 12", "3rd floor, apartment 12"),
        ] {
            assert!(told(text).contains(words), "{text}: {}", told(text));
        }
    }

    #[test]
    fn the_address_is_not_said_twice() {
        let left = left("Snømåking i Storgata 5 i morgen kl 16-18, Storgata 5, leilighet 12");
        assert_eq!(left, ["leilighet 12"]);
    }

    #[test]
    fn what_every_request_says_is_not() {
        for text in [
            "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes",
            "Hei! Kan dere hjelpe oss med matkjøring mandag kl 12-13 fra Storgata 5? Takk på forhånd",
            "We need two people for snow clearing tomorrow at 4 pm please",
            "Need two people to clear snow at Storgata 5 tomorrow 4-6 pm",
            "Someone to clear the snow at Storgata 5 tomorrow at 4 pm",
            "",
        ] {
            assert_eq!(left(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn it_has_an_end() {
        let long = "gulrøtter ".repeat(200);
        assert!(left(&long).concat().len() <= MAX_REST);
    }
}
