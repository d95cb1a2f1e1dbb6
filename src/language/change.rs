//! Changes to a request in plain words, and answers to one question about it.

use chrono::{NaiveDateTime, NaiveTime};

use super::class::Class;
use super::clock;
use super::lexicon::Item;
use super::place::{FoundPlace, ends_of, places};
use super::schedule::schedule;
use super::token::tokens;
use super::when::{What, pieces};
use super::{ChangeReading, people, recipient, service, shades, vocabulary};
use crate::domain::service::ServiceKind;

/// Verbs that set something to a time.
const SETS: [&str; 10] = ["sett", "sette", "set", "bytt", "bytte", "gjør", "gjer", "make", "skyv", "skyve"];

/// What `text` changes or answers. Nothing is filled in that was not said.
pub fn read(text: &str, now: NaiveDateTime) -> ChangeReading {
    let vocabulary = vocabulary::request();
    let items = vocabulary.lexicon.items(tokens(text));
    let mut change = ChangeReading::default();
    if let Some(note) = added_note(text, &items) {
        change.note = Some(note);
        return change;
    }
    if removes_note(&items) {
        change.forget_notes = true;
        return change;
    }
    let mut taken = vec![false; items.len()];
    let slice = |start: usize, end: usize| {
        text[items[start].token.span.start..items[end - 1].token.span.end].to_owned()
    };
    if let Some((start, end)) = recipient::recipient(&items, &taken, &vocabulary.place_ends) {
        change.recipient = Some(slice(start, end));
        taken[start..end].fill(true);
    }
    let place = places(&items, &taken, &vocabulary.place_ends)
        .into_iter()
        .max_by_key(|place| place.rank)
        .or_else(|| bare_place(&items));
    if let Some(place) = place {
        change.place = Some(slice(place.start, place.end));
        taken[place.start..place.end].fill(true);
    }
    counted_in_words(&items, &mut taken, &mut change);
    settled(&items, &mut taken, &mut change);
    time(&items, &mut taken, now, &mut change);
    counted(&items, &taken, &mut change);
    let service = service::service(&items, &taken, &vocabulary.services).map(|read| read.kind);
    // "Flytt det til fredag" asks for no help with moving house.
    change.service = service.filter(|kind| *kind != ServiceKind::Other || !shades::moves(text));
    change
}

/// "legg til: ring på to ganger", "notat: nøkkel under matta".
fn added_note(text: &str, items: &[Item]) -> Option<String> {
    let mut at = clock::phrase(items, 0, Class::Add)?;
    while items.get(at).is_some_and(|item| item.is(":") || item.is("-") || item.is("-")) {
        at += 1;
    }
    let from = items.get(at)?.token.span.start;
    // "legg til 2 stk" changes how many come.
    if items[at].token.number().is_some() && items.get(at + 1).is_none_or(|item| item.has(Class::People)) {
        return None;
    }
    Some(text[from..].trim().to_owned()).filter(|note| !note.is_empty())
}

/// "ta bort notatet", "slett merknaden".
fn removes_note(items: &[Item]) -> bool {
    let used = clock::phrase(items, 0, Class::Remove);
    used.is_some_and(|used| items[used..].iter().take(3).any(|item| item.has(Class::NoteWord)))
}

/// An answer that is nothing but an address or a name: "Storgata 5", "biblioteket", "Solheim".
fn bare_place(items: &[Item]) -> Option<FoundPlace> {
    let first = items.first()?;
    let number = items.last().is_some_and(|item| item.token.number().is_some() || item.token.word.len() == 1);
    let all_names = items.iter().all(|item| {
        item.is_word() && (item.token.capital || item.has(Class::Venue))
            || item.token.number().is_some()
            || item.token.word.len() == 1
    });
    let street = items.iter().any(|item| !ends_of(item, &vocabulary::request().place_ends).is_empty());
    let untimed = first.tags.iter().all(|(tag, _)| matches!(tag, super::lexicon::Tag::Class(_)));
    let is_place = first.has(Class::Venue)
        || (street && (number || first.token.capital))
        || (first.token.capital && all_names && !first.known && number);
    (first.is_word() && untimed && is_place && items.len() <= 5).then_some(FoundPlace {
        start: 0,
        end: items.len(),
        rank: 0,
    })
}

fn time(items: &[Item], taken: &mut [bool], now: NaiveDateTime, change: &mut ChangeReading) {
    let pieces = pieces(items, taken, now.date());
    let schedule = schedule(items, &pieces, now);
    change.date = schedule.day.filter(|_| schedule.doubts.is_empty());
    change.clock = change.clock.or(schedule.clock.and_then(minute_of_day));
    change.until = schedule.until.and_then(minute_of_day);
    change.length = pieces.iter().find_map(|piece| match piece.what {
        What::Duration(minutes) => Some(minutes),
        _ => None,
    });
    change.doubts = schedule.doubts;
    for piece in &pieces {
        taken[piece.start..piece.end].fill(true);
    }
    // "til kl 18" moves the end alone, wherever it stands; "flytt den til kl 18" moves all of it.
    let first = items.first().is_some_and(|item| item.has(Class::EndsOnly));
    let mut clocks = pieces.iter().filter(|piece| matches!(piece.what, What::Clock(_)));
    let behind_till = match (clocks.next(), clocks.next()) {
        (Some(only), None) => {
            let before = only.start.checked_sub(1).map(|at| &items[at]);
            [before, Some(&items[only.start])].into_iter().flatten().any(|item| item.has(Class::EndsOnly))
        }
        _ => false,
    };
    let moves = items.iter().any(|item| item.has(Class::Settle) || shades::moves(&item.token.word))
        || clock::phrase(items, 0, Class::Settle).is_some()
        || items.iter().any(|item| SETS.contains(&item.token.word.as_str()));
    if (first || behind_till && !moves) && change.until.is_none() {
        change.until = change.clock.take();
    }
}

/// "let's say 5 instead": a number alone, where something is settled anew, is a clock.
fn settled(items: &[Item], taken: &mut [bool], change: &mut ChangeReading) {
    let Some(at) = clock::phrase(items, 0, Class::Settle) else { return };
    let Some(found) = clock::at(items, at).filter(|found| !found.sure && found.until.is_none()) else {
        return;
    };
    let end = at + found.tokens;
    let alone = items[end..].iter().all(|item| !item.is_word() || item.has(Class::Instead));
    if alone && !taken[at..end].contains(&true) {
        change.clock = found.from.settled().and_then(minute_of_day);
        taken[at..end].fill(true);
    }
}

fn minute_of_day(minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

/// A number with what it counts, "til 3 stk", is no clock.
fn counted_in_words(items: &[Item], taken: &mut [bool], change: &mut ChangeReading) {
    for at in 0..items.len() {
        let Some((number, used)) = clock::number(items, at).filter(|_| !taken[at]) else { continue };
        let end = at + used;
        if number <= 30 && items.get(end).is_some_and(|item| item.has(Class::People)) {
            change.people = Some(number);
            taken[at..=end].fill(true);
            return;
        }
    }
}

/// A number of people: "2", "3 stk", "to i stedet".
fn counted(items: &[Item], taken: &[bool], change: &mut ChangeReading) {
    if change.people.is_some() {
        return;
    }
    let (people, because) = people::people(items, taken);
    if !because.is_empty() {
        change.people = people;
        return;
    }
    let rest = |used: usize| items[used..].iter().all(|item| !item.is_word() || item.has(Class::Instead));
    if let Some((number, used)) = clock::number(items, 0)
        && !taken[0]
        && number <= 30
        && rest(used)
    {
        change.people = Some(number);
    } else if items.first().is_some_and(|item| item.is("en") || item.is("ein")) && items.len() == 1 {
        change.people = Some(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::service::ServiceKind;

    fn read_at(text: &str) -> ChangeReading {
        read(text, "2026-11-21T12:00:00".parse().expect("a time"))
    }

    fn clock(text: &str) -> Option<NaiveTime> {
        Some(text.parse().expect("a clock"))
    }

    #[test]
    fn answers_to_one_question() {
        assert_eq!(read_at("2").people, Some(2));
        assert_eq!(read_at("to").people, Some(2));
        assert_eq!(read_at("Storgata 5").place.as_deref(), Some("Storgata 5"));
        assert_eq!(read_at("snømåking").service, Some(ServiceKind::SnowClearing));
        let span = read_at("16-18");
        assert_eq!((span.clock, span.until, span.people), (clock("16:00:00"), clock("18:00:00"), None));
        let tomorrow = read_at("i morgen kl 16");
        assert_eq!((tomorrow.date, tomorrow.clock), ("2026-11-22".parse().ok(), clock("16:00:00")));
        assert_eq!(read_at("i dag").date, "2026-11-21".parse().ok());
    }

    #[test]
    fn until_moves_the_end_alone() {
        for text in [
            "til kl 17",
            "litt lenger, til kl 17",
            "bare 1, til kl 17",
            "nei to stykker likevel og til kl 17",
            "3 stk til kl 17",
            "litt lengre, til klokka 17",
            "a bit longer, until 5 pm",
        ] {
            let change = read_at(text);
            assert_eq!((change.clock, change.until), (None, clock("17:00:00")), "{text}");
        }
        for text in ["flytt den til kl 17", "endre til kl 17", "sett den til kl 17", "move it to 5pm"] {
            let change = read_at(text);
            assert_eq!((change.clock, change.until), (clock("17:00:00"), None), "{text}");
        }
    }

    #[test]
    fn changes() {
        let change = read_at("kl 17 i stedet");
        assert_eq!((change.clock, change.people, change.date), (clock("17:00:00"), None, None));
        for text in [
            "make it 5pm instead",
            "make it 5pm",
            "let's say 5 instead",
            "5pm instead",
            "vi sier kl 17",
            "vi sier 5",
            "heller kl 17",
            "ta kl 17 i staden",
            "move it to 5pm",
        ] {
            let change = read_at(text);
            let seen = (change.clock, change.people, change.service, change.date);
            assert_eq!(seen, (clock("17:00:00"), None, None, None), "{text}");
        }
        assert_eq!(read_at("make that three people").people, Some(3));
        assert_eq!((read_at("kl 18-16").clock, read_at("kl 18-16").until), (clock("18:00:00"), None));
        assert_eq!(read_at("3 stk").people, Some(3));
        assert!(read_at("ta bort notatet").forget_notes);
        assert!(read_at("fjern merknaden om nøkkelen").forget_notes);
        assert!(!read_at("notat: ta bort snøen ved garasjen").forget_notes);
        assert_eq!(read_at("legg til: ring på to ganger").note.as_deref(), Some("ring på to ganger"));
    }
}
