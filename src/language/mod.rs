//! Words to meaning: what a person meant by a message, and which words say so.
//!
//! Everything here is pure and deterministic: the text and `now` (wall clock of the municipality) come in, a reading goes out. A reader never
//! guesses where a wrong guess costs somebody their help: what is not sure is left out, and the dispatcher asks.

pub mod absence;
pub mod alarm;
mod alike;
mod calendar;
mod change;
mod class;
mod clause;
mod clock;
pub mod command;
mod crew;
mod cue;
mod health;
mod lexicon;
pub mod mask;
mod notes;
pub mod opinion;
pub mod orders;
mod people;
mod phrases;
mod place;
pub mod progress;
mod recipient;
pub mod reply;
pub mod reports;
pub mod request;
pub mod rest;
mod schedule;
mod service;
pub mod several;
pub mod shades;
mod spelling;
mod stems;
mod token;
pub mod understand;
mod vocabulary;
mod when;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::service::ServiceKind;

/// A stretch of the message, in bytes, that gave something its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// What a reading says of a task that was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Commits this many people to the task as posted, the sender included if the sender comes.
    Accept { people: u32 },
    /// Says no, and holds no place.
    Decline,
    /// Says no, and holds a place.
    Withdraw,
    /// Leaves it open for a reason of the sender's own.
    Maybe,
    /// Offers less than the whole task, or sets a condition.
    Conditional { from: Option<NaiveTime>, until: Option<NaiveTime> },
    /// Asks something and commits to nothing.
    Question,
    /// Will be late.
    Late,
    /// The task is finished.
    Done,
    /// About something else, or not understood.
    Unrelated,
}

/// What the dispatcher knows of the sender when a reply is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReplyContext {
    /// Whether this person holds a place on the task.
    pub already_accepted: bool,
}

/// A reply as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyReading {
    pub intent: Intent,
    /// The words that decided it.
    pub because: Vec<Span>,
}

/// A field of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Service,
    People,
    Start,
    End,
    Recurrence,
    Place,
    Recipient,
    Notes,
}

/// When something starts: with a clock, or only on a day. Wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Day(NaiveDate),
    At(NaiveDateTime),
}

/// Why a reading must become a question and not a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A date that does not exist, such as 30 February.
    ImpossibleDate(Span),
    /// A start that is over already.
    InThePast(Span),
    /// More than one need in one message.
    SeveralNeeds(Vec<Span>),
}

/// A request as understood. A field that is `None` was not said, or not surely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestReading {
    pub service: Option<ServiceKind>,
    /// Volunteers wanted for one occurrence. `None`: an open plural ("folk") or nothing to go by.
    pub people: Option<u32>,
    pub start: Option<Start>,
    /// End of the first occurrence, wall clock.
    pub end: Option<NaiveDateTime>,
    /// An RFC 5545 rule without the `RRULE:` prefix.
    pub recurrence: Option<String>,
    /// Where the volunteer goes, as written, without the preposition.
    pub place: Option<String>,
    /// The name of the person helped, as written ("fru Hansen").
    pub recipient: Option<String>,
    /// Keys, car, equipment: what volunteers must know and no field holds, as written.
    pub notes: Option<String>,
    /// Which words gave which field.
    pub because: Vec<(Field, Span)>,
    pub doubts: Vec<Doubt>,
}

impl RequestReading {
    /// Makes spans within a part of a message spans of the whole, in which the part begins at byte `by`.
    fn move_spans(&mut self, by: usize) {
        let moved = |span: &mut Span| *span = Span { start: span.start + by, end: span.end + by };
        self.because.iter_mut().for_each(|(_, span)| moved(span));
        for doubt in &mut self.doubts {
            match doubt {
                Doubt::ImpossibleDate(span) | Doubt::InThePast(span) => moved(span),
                Doubt::SeveralNeeds(spans) => spans.iter_mut().for_each(moved),
            }
        }
    }

    /// Moves start and end to the day on which `other` starts, if it says one.
    fn move_to_day_of(&mut self, other: &Self) {
        let day = |start: Start| match start {
            Start::Day(day) => day,
            Start::At(at) => at.date(),
        };
        let Some(to) = other.start.map(day) else { return };
        let Some(start) = self.start else {
            self.start = Some(Start::Day(to));
            return;
        };
        let by = to - day(start);
        self.start = Some(match start {
            Start::Day(_) => Start::Day(to),
            Start::At(at) => Start::At(to.and_time(at.time())),
        });
        self.end = self.end.and_then(|end| end.checked_add_signed(by));
    }
}

/// A change to a request in plain words ("kl 17 i stedet", "3 stk", "legg til: ring på to ganger"), or the answer to one question about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeReading {
    pub service: Option<ServiceKind>,
    pub people: Option<u32>,
    pub date: Option<NaiveDate>,
    pub clock: Option<NaiveTime>,
    /// The end as a clock; the day follows from the start.
    pub until: Option<NaiveTime>,
    /// How long it lasts, in minutes.
    pub length: Option<u32>,
    pub place: Option<String>,
    pub recipient: Option<String>,
    /// Words to add to the notes.
    pub note: Option<String>,
    /// What was noted shall go.
    pub forget_notes: bool,
    pub doubts: Vec<Doubt>,
}
