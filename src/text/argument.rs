//! What can stand in a text, and how it is written in each language.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

use super::{Message, format};
use crate::domain::ids::TaskNumber;
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;

/// A value that stands in a text.
pub trait Argument {
    fn write(&self, language: Language) -> FluentValue<'static>;
}

/// An amount in øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

/// A stretch of time, wall clock: "søndag 22. november kl. 16–18".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
    /// Whether the year is said.
    #[serde(default)]
    pub dated: bool,
}

impl Window {
    /// As it is said at `now`, wall clock: with its year where that is another.
    pub fn said_at(now: NaiveDateTime, start: NaiveDateTime, end: NaiveDateTime) -> Self {
        Self { start, end, dated: start.year() != now.year() }
    }
}

/// A day, with its year where that is another than the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredDay")]
pub struct Day {
    day: NaiveDate,
    dated: bool,
}

impl Day {
    /// As it is said on `today`.
    pub fn said_on(today: NaiveDate, day: NaiveDate) -> Self {
        Self { day, dated: day.year() != today.year() }
    }
}

/// A day as it is kept, be it from before the year was said.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredDay {
    Bare(NaiveDate),
    Whole { day: NaiveDate, dated: bool },
}

impl From<StoredDay> for Day {
    fn from(stored: StoredDay) -> Self {
        match stored {
            StoredDay::Bare(day) => Self { day, dated: false },
            StoredDay::Whole { day, dated } => Self { day, dated },
        }
    }
}

/// A day and a clock, wall clock: "søndag kl. 12"; with its date where the weekday alone would be another one's: "søndag 13. desember kl. 12".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayAndClock {
    at: NaiveDateTime,
    dated: bool,
    /// Whether the year is said too.
    #[serde(default)]
    year: bool,
}

impl DayAndClock {
    /// As it is said at `now`, wall clock.
    pub fn said_at(now: NaiveDateTime, at: NaiveDateTime) -> Self {
        let days = at.date().signed_duration_since(now.date()).num_days();
        Self { at, dated: !(-1..7).contains(&days), year: at.year() != now.year() }
    }
}

/// A day of the year and a clock, wall clock, as briefly as a list wants it: "21.11. kl. 10:02".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub NaiveDateTime);

/// Somebody's telephone number, where one is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(pub Option<String>);

/// Somebody's telephone number in brackets after the name, and nothing where none is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KnownPhone(pub Option<String>);

/// Several names: "Kari N. og Ola R.".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(pub Vec<String>);

/// Several services: "Besøk, Skyss og Følge".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Services(pub Vec<ServiceKind>);

impl Argument for String {
    fn write(&self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl Argument for u32 {
    fn write(&self, _: Language) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Argument for TaskNumber {
    fn write(&self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self.to_string())
    }
}

impl Argument for Phone {
    fn write(&self, language: Language) -> FluentValue<'static> {
        match &self.0 {
            Some(number) => number.write(language),
            None => Box::new(Message::NoPhone).write(language),
        }
    }
}

impl Argument for Ore {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::kroner(self.0, language))
    }
}

impl Argument for Window {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::window(self.start, self.end, self.dated, language))
    }
}

impl Argument for DayAndClock {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(match self.dated {
            true => format::date_and_clock(self.at, self.year, language),
            false => format::day_and_clock(self.at, language),
        })
    }
}

impl Argument for Stamp {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::stamp(self.0, language))
    }
}

impl Argument for Day {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(match self.dated {
            true => format::date_of_year(self.day, language),
            false => format::date(self.day, language),
        })
    }
}

impl Argument for KnownPhone {
    fn write(&self, language: Language) -> FluentValue<'static> {
        match &self.0 {
            Some(number) => FluentValue::from(format!(" ({number})")),
            None => String::new().write(language),
        }
    }
}

impl Argument for NaiveDate {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::date(*self, language))
    }
}

impl Argument for NaiveTime {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::clock(*self, language))
    }
}

impl Argument for Names {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(format::list(&self.0, language))
    }
}

impl Argument for Services {
    fn write(&self, language: Language) -> FluentValue<'static> {
        let names: Vec<String> =
            self.0.iter().map(|kind| Message::Service(*kind).in_language(language)).collect();
        FluentValue::from(format::list(&names, language))
    }
}

impl Argument for ServiceKind {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(Message::Service(*self).in_language(language))
    }
}

impl Argument for Box<Message> {
    fn write(&self, language: Language) -> FluentValue<'static> {
        FluentValue::from(self.in_language(language))
    }
}
