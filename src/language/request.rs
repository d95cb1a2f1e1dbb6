//! Reads a request for help in free text: each field by its own reader, in an order in which none takes what is another's.

use chrono::{NaiveDate, NaiveDateTime};

use super::class::Class;
use super::lexicon::Item;
use super::place::{FoundPlace, places};
use super::token::tokens;
use super::vocabulary::{self, RequestVocabulary};
use super::when::{Piece, What, pieces};
use super::{
    ChangeReading, Doubt, Field, RequestReading, Span, calendar, change, notes, people, recipient, schedule,
    service,
};

/// What `text`, sent at `now` (wall clock), asks for.
pub fn read_request(text: &str, now: NaiveDateTime) -> RequestReading {
    let vocabulary = vocabulary::request();
    let items = vocabulary.lexicon.items(tokens(text));
    Reader {
        text,
        items: &items,
        taken: vec![false; items.len()],
        vocabulary,
        now,
        reading: RequestReading::default(),
    }
    .read()
}

/// What `text` changes in a request that has been read already, or answers to one question about it. Nothing is filled in that was not said.
pub fn read_change(text: &str, now: NaiveDateTime) -> ChangeReading {
    change::read(text, now)
}

/// The day that a number alone means as an answer to "which day?": the next such day of a month from `today` on.
pub fn day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    calendar::next_day_of_month(today, day)
}

/// Words of diagnosis or treatment ("demens", "insulin"), which are never kept.
pub fn health_words(text: &str) -> Vec<Span> {
    vocabulary::request().health.words(text)
}

pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub taken: Vec<bool>,
    pub vocabulary: &'a RequestVocabulary,
    pub now: NaiveDateTime,
    pub reading: RequestReading,
}

impl Reader<'_> {
    fn read(mut self) -> RequestReading {
        self.phones();
        self.recipient_and_place();
        let pieces = self.time();
        self.people();
        self.service(&pieces);
        self.notes();
        self.reading
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
        if let Some((start, end)) = recipient::recipient(self.items, &self.taken, ends) {
            let span = self.span(start, end);
            self.reading.recipient = Some(self.words(span));
            self.reading.because.push((Field::Recipient, span));
            self.taken[start..end].fill(true);
        }
        let found = places(self.items, &self.taken, ends);
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
        let pieces = pieces(self.items, &self.taken, self.now.date());
        let schedule = schedule::schedule(self.items, &pieces, self.now);
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
        let (people, because) = people::people(self.items, &self.taken);
        self.reading.people = people;
        self.reading.because.extend(because);
    }

    fn service(&mut self, pieces: &[Piece]) {
        // Words of time and place are not weighed: nobody asks for a visit "på besøkssenteret".
        let free = vec![false; self.items.len()];
        let stems = &self.vocabulary.services;
        let read = service::service(self.items, &self.taken, stems)
            .or_else(|| service::service(self.items, &free, stems));
        if let Some((kind, because)) = read {
            self.reading.service = Some(kind);
            self.reading.because.extend(because);
        }
        self.several_needs(pieces);
    }

    /// Two sentences that each ask for a service of their own, at a time of its own.
    fn several_needs(&mut self, pieces: &[Piece]) {
        let mut needs: Vec<(super::ServiceKind, Span)> = Vec::new();
        for (start, end) in self.sentences() {
            let timed = pieces.iter().any(|piece| {
                piece.start >= start
                    && piece.end <= end
                    && !matches!(piece.what, What::Duration(_) | What::Deadline)
            });
            let read =
                service::service(&self.items[start..end], &self.taken[start..end], &self.vocabulary.services);
            if let (true, Some((kind, _))) = (timed, read) {
                needs.push((kind, self.span(start, end)));
            }
        }
        let different = needs.windows(2).any(|pair| pair[0].0 != pair[1].0);
        if needs.len() > 1 && different {
            self.reading.doubts.push(Doubt::SeveralNeeds(needs.into_iter().map(|(_, span)| span).collect()));
        }
    }

    fn sentences(&self) -> Vec<(usize, usize)> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..=self.items.len() {
            let ends = self.items.get(at).is_none_or(|item| {
                let full_stop = item.is(".")
                    && self.items.get(at + 1).is_none_or(|next| next.token.capital && !next.token.glued);
                full_stop
                    || item.is("\n")
                    || item.is(";")
                    || item.is("!")
                    || item.is("?")
                    || item.is("samt")
                    || item.is("dessuten")
            });
            if ends {
                if at > start {
                    sentences.push((start, at));
                }
                start = at + 1;
            }
        }
        sentences
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
        let notes = notes::notes(self.text, self.items, &used, &self.vocabulary.health);
        if !notes.is_empty() {
            let all: Vec<String> = notes.iter().map(|span| self.words(*span)).collect();
            self.reading.notes = Some(all.join("; "));
            self.reading.because.extend(notes.into_iter().map(|span| (Field::Notes, span)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::service::ServiceKind;
    use crate::language::Start;

    fn read(text: &str) -> RequestReading {
        read_request(text, "2026-11-21T12:00:00".parse().expect("a time"))
    }

    #[test]
    fn a_need_in_one_message() {
        let reading = read("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes");
        assert_eq!(reading.service, Some(ServiceKind::SnowClearing));
        assert_eq!(reading.people, Some(2));
        assert_eq!(reading.start, Some(Start::At("2026-11-22T16:00:00".parse().expect("a time"))));
        assert_eq!(reading.end, Some("2026-11-22T18:00:00".parse().expect("a time")));
        assert_eq!(reading.place.as_deref(), Some("Storgata 5"));
        assert_eq!(reading.notes.as_deref(), Some("spade finnes"));
        assert_eq!(reading.recipient, None);
        assert_eq!(reading.doubts, []);
    }

    #[test]
    fn the_person_helped_is_no_place() {
        let reading = read("Måking hos fru Hansen i Storgata 5 på fredag kl 10");
        assert_eq!(reading.recipient.as_deref(), Some("fru Hansen"));
        assert_eq!(reading.place.as_deref(), Some("Storgata 5"));
        let reading = read("Handle mat til Olav Berg på mandag kl 12, tlf 90 00 00 00");
        assert_eq!(reading.recipient.as_deref(), Some("Olav Berg"));
        assert_eq!(reading.place, None);
    }

    #[test]
    fn what_no_calendar_has_becomes_a_question() {
        let reading = read("Snømåking 30. februar kl 10");
        assert_eq!(reading.start, None);
        assert!(matches!(reading.doubts.as_slice(), [Doubt::ImpossibleDate(_)]));
    }

    #[test]
    fn several_needs_are_asked_about() {
        let reading = read("Snømåking i morgen kl 10. Kjøring til legen på fredag kl 12.");
        assert!(
            reading
                .doubts
                .iter()
                .any(|doubt| matches!(doubt, Doubt::SeveralNeeds(spans) if spans.len() == 2))
        );
    }
}
