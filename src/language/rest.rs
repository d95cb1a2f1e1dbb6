//! What is left of a request when every field has been read: what is to be bought, what is to be done. It is for whoever comes.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::{Doubt, Field, RequestReading, Span};

/// Most bytes of it that are kept.
const MAX_REST: usize = 500;
/// A word with fewer letters tells nothing alone.
const FEWEST_LETTERS: usize = 3;
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

/// The parts of `text` that no field of its `reading` holds and that tell something, as written.
pub fn rest(text: &str, reading: &RequestReading) -> Vec<String> {
    // Of several needs the reading is of the first.
    let first = reading.doubts.iter().find_map(|doubt| match doubt {
        Doubt::SeveralNeeds(spans) => spans.first().copied(),
        _ => None,
    });
    let scope = first.unwrap_or(Span { start: 0, end: text.len() });
    let name = name_of_service(reading);
    let names = |(field, span): &&(Field, Span)| *field != Field::Service || span.end <= name;
    let is_of_service = |word: Span| {
        let of_service = |(field, span): &(Field, Span)| {
            *field == Field::Service && span.start < word.end && word.start < span.end
        };
        reading.because.iter().any(of_service)
    };
    let mut before: Option<Span> = None;
    let mut parts: Vec<&str> = Vec::new();
    let mut run: Option<Span> = None;
    let mut ends = 0;
    for word in words(text).filter(|word| scope.start <= word.start && word.end <= scope.end) {
        let breaks = text[ends..word.start].contains(['.', '!', '?', ';', ':', '\n', '(', ')']);
        let mut read = reading.because.iter().filter(names).map(|(_, span)| span);
        let is_read = read.any(|span| span.start < word.end && word.start < span.end);
        if breaks || is_read {
            parts.extend(run.take().and_then(|run| telling(text, run)));
        }
        if !is_read {
            // "Handle mjølk og poteter": what names the service may be one of several things.
            let joins = JOINTS.contains(&text[word.start..word.end].to_lowercase().as_str());
            let first = before.filter(|before| joins && is_of_service(*before)).unwrap_or(word);
            run = Some(Span { start: run.map_or(first.start, |run| run.start), end: word.end });
        }
        (ends, before) = (word.end, Some(word));
    }
    parts.extend(run.and_then(|run| telling(text, run)));
    let mut left = MAX_REST;
    let mut kept = Vec::new();
    for part in parts {
        let end = part.floor_char_boundary(left);
        left -= end;
        kept.extend((end > 0).then(|| part[..end].to_owned()));
    }
    kept
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

/// What a run of words tells, without the fillers around it.
fn telling(text: &str, run: Span) -> Option<&str> {
    let run = &text[run.start..run.end];
    let words: Vec<Span> = words(run).collect();
    let tells = |word: &&Span| {
        let word = run[word.start..word.end].to_lowercase();
        word.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_LETTERS
            && !fillers().contains(word.as_str())
    };
    let first = words.iter().position(|word| tells(&word))?;
    let last = words.iter().rposition(|word| tells(&word))?;
    // A number before what it counts belongs to it.
    let counts = first
        .checked_sub(1)
        .filter(|before| run[words[*before].start..].starts_with(|c: char| c.is_ascii_digit()));
    Some(&run[words[counts.unwrap_or(first)].start..words[last].end])
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
