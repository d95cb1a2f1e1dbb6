//! Reads a request for help in free text: each field by its own reader, in an order in which none takes what is another's.

mod needs;
mod twice;

use chrono::{NaiveDate, NaiveDateTime};

use super::class::Class;
use super::lexicon::Item;
use super::place::{FoundPlace, places};
use super::token::tokens;
use super::vocabulary::{self, RequestVocabulary};
use super::when::{Piece, pieces};
use super::{
    ChangeReading, Doubt, Field, RequestReading, Span, calendar, change, notes, people, recipient, schedule,
    service, several, shades,
};
use crate::domain::service::ServiceKind;

/// A need, and where in the message it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub span: Span,
    /// Its spans are those of the whole message.
    pub reading: RequestReading,
}

/// What `text`, sent at `now` (wall clock), asks for. Of several needs it is the first, and a doubt says where each stands.
pub fn read_request(text: &str, now: NaiveDateTime) -> RequestReading {
    let mut needs = read_requests(text, now);
    let spans: Vec<Span> = needs.iter().map(|need| need.span).collect();
    let mut first = needs.swap_remove(0).reading;
    if spans.len() > 1 {
        first.doubts.push(Doubt::SeveralNeeds(spans));
    }
    first
}

/// The service that words name, and nothing that is only likely: "maten", "jeg tar snøen".
pub fn service_named(text: &str) -> Option<ServiceKind> {
    let vocabulary = vocabulary::request();
    let items = vocabulary.lexicon.items(tokens(text));
    let read =
        service::service(&items, &vec![false; items.len()], &vocabulary.services).map(|read| read.kind);
    read.or_else(|| shades::service_of_thing(text))
}

/// The needs that `text`, sent at `now` (wall clock), asks for, in its order: at least one, and for most messages no more. A need that names
/// no day or no kind of help has those of the need before it.
pub fn read_requests(text: &str, now: NaiveDateTime) -> Vec<Need> {
    let (whole, parts, _) = Reader::new(text, now).read();
    if parts.is_empty() {
        if let Some(two) = twice::at_two_clocks(text, now, &whole) {
            return two;
        }
        return vec![Need { span: Span { start: 0, end: text.len() }, reading: whole }];
    }
    let mut needs: Vec<Need> = Vec::new();
    for span in parts {
        let (mut reading, _, says_day) = Reader::new(&text[span.start..span.end], now).read();
        reading.move_spans(span.start);
        if let Some(before) = needs.last().map(|need| &need.reading) {
            reading.service = reading.service.or(before.service);
            if !says_day {
                reading.move_to_day_of(before);
            }
        }
        needs.push(Need { span, reading });
    }
    needs
}

/// What `text` changes in a request that has been read already, or answers to one question about it. Nothing is filled in that was not said.
pub fn read_change(text: &str, now: NaiveDateTime) -> ChangeReading {
    change::read(text, now)
}

/// The day that a number alone means as an answer to "which day?": the next such day of a month from `today` on.
pub fn day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    calendar::next_day_of_month(today, day)
}

/// Whether the words ask for no people at all ("0 stk"), which is a slip: nobody is wanted for nothing.
pub fn asks_for_nobody(text: &str) -> bool {
    const PEOPLE: [&str; 8] =
        ["stk", "stykk", "personer", "frivillige", "folk", "people", "volunteers", "mann"];
    let words = tokens(text);
    let is_people = |word: &str| PEOPLE.iter().any(|people| word.starts_with(people));
    words.windows(2).any(|pair| pair[0].number() == Some(0) && is_people(&pair[1].word))
}

/// Words of diagnosis or treatment ("demens", "insulin"), which are never kept.
pub fn health_words(text: &str) -> Vec<Span> {
    vocabulary::request().health.words(text)
}

pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub items: Vec<Item>,
    pub taken: Vec<bool>,
    pub vocabulary: &'a RequestVocabulary,
    pub now: NaiveDateTime,
    pub reading: RequestReading,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, now: NaiveDateTime) -> Self {
        let vocabulary = vocabulary::request();
        let items = vocabulary.lexicon.items(tokens(text));
        let taken = vec![false; items.len()];
        Self { text, items, taken, vocabulary, now, reading: RequestReading::default() }
    }

    /// The message read as one need, where each of its needs stands if they are several, and whether it says on which day.
    fn read(mut self) -> (RequestReading, Vec<Span>, bool) {
        self.phones();
        self.recipient_and_place();
        let pieces = self.time();
        let needs = self.needs(&pieces);
        self.people();
        self.service();
        self.notes();
        (self.reading, needs, pieces.iter().any(|piece| needs::tells_day(&piece.what)))
    }

    fn needs(&self, pieces: &[Piece]) -> Vec<Span> {
        let message = needs::Message {
            items: &self.items,
            taken: &self.taken,
            pieces,
            services: &self.vocabulary.services,
            place_ends: &self.vocabulary.place_ends,
        };
        let needs = message.needs();
        if needs.len() < 2 {
            return Vec::new();
        }
        needs.into_iter().map(|(start, end)| self.span(start, end)).collect()
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span {
            start: self.items[start].token.span.start,
            end: self.items[end.max(start + 1) - 1].token.span.end,
        }
    }

    fn words(&self, span: Span) -> String {
        self.text[span.start..span.end].to_owned()
    }

    /// Telephone numbers: eight digits, in one or in groups. They count nothing.
    pub(super) fn phones(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            let mut end = at;
            let mut digits = 0;
            while let Some(item) = self.items.get(end)
                && item.token.number().is_some()
                && !(end > at && item.token.glued)
            {
                digits += item.token.word.len();
                end += 1;
            }
            let said = at > 0 && self.items[at - 1].has(Class::Phone);
            if (digits == 8 || (digits == 10 && self.items[at].is("47")) || (said && digits >= 5)) && end > at
            {
                self.taken[at..end].fill(true);
            }
            at = end.max(at + 1);
        }
        // A door code is no clock.
        for at in 1..self.items.len() {
            let code = self.items[at].token.number().is_some()
                && (1..=2).filter_map(|back| at.checked_sub(back)).any(|at| self.items[at].has(Class::Code));
            self.taken[at] = self.taken[at] || code;
        }
    }

    pub(super) fn recipient_and_place(&mut self) {
        let ends = &self.vocabulary.place_ends;
        if let Some((start, end)) = recipient::recipient(&self.items, &self.taken, ends) {
            let span = self.span(start, end);
            self.reading.recipient = Some(self.words(span));
            self.reading.because.push((Field::Recipient, span));
            self.taken[start..end].fill(true);
        }
        let found = places(&self.items, &self.taken, ends);
        for place in &found {
            self.taken[place.start..place.end].fill(true);
        }
        let mut best: Option<FoundPlace> = None;
        for place in found {
            if best.is_none_or(|best| place.rank > best.rank) {
                best = Some(place);
            }
        }
        if let Some(place) = best {
            let span = self.span(place.start, place.end);
            self.reading.place = Some(self.words(span));
            self.reading.because.push((Field::Place, span));
        }
    }

    pub(super) fn time(&mut self) -> Vec<Piece> {
        let pieces = pieces(&self.items, &self.taken, self.now.date());
        let schedule = schedule::schedule(&self.items, &pieces, self.now);
        self.reading.start = schedule.start;
        self.reading.end = schedule.end;
        self.reading.recurrence = schedule.recurrence;
        self.reading.because.extend(schedule.because);
        self.reading.doubts.extend(schedule.doubts);
        for piece in &pieces {
            self.taken[piece.start..piece.end].fill(true);
        }
        pieces
    }

    pub(super) fn people(&mut self) {
        let (people, because) = people::people(&self.items, &self.taken);
        self.reading.people = people;
        self.reading.because.extend(because);
    }

    fn service(&mut self) {
        // Words of time and place are not weighed: nobody asks for a visit "på besøkssenteret".
        let free = vec![false; self.items.len()];
        let stems = &self.vocabulary.services;
        let read = service::service(&self.items, &self.taken, stems)
            .or_else(|| service::service(&self.items, &free, stems));
        // "move it to 6 pm" changes what was asked for, and asks for nobody who carries.
        let changes = super::clock::phrase(&self.items, 0, Class::Settle).is_some();
        let read = read.filter(|read| !(changes && read.kind == ServiceKind::Other));
        // Where no word says what is asked for, something must be asked for at least.
        let asks = read.is_some() || (self.reading.start.is_some() && several::asks_for_help(self.text));
        if let Some(read) = if asks { service::weighed(&self.items, read) } else { None } {
            self.reading.service = Some(read.kind);
            self.reading.because.extend(read.because);
        }
    }

    fn notes(&mut self) {
        let mut used = self.taken.clone();
        for (field, span) in &self.reading.because {
            if *field == Field::People {
                for (at, item) in self.items.iter().enumerate() {
                    used[at] |= item.token.span.start >= span.start && item.token.span.end <= span.end;
                }
            }
        }
        let notes = notes::notes(self.text, &self.items, &used, &self.vocabulary.health);
        if !notes.is_empty() {
            let all: Vec<String> = notes.iter().map(|span| self.words(*span)).collect();
            self.reading.notes = Some(all.join("; "));
            self.reading.because.extend(notes.into_iter().map(|span| (Field::Notes, span)));
        }
    }
}

#[cfg(test)]
mod tests;
