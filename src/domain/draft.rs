//! A need while it is being put into words: what is known of it, what is missing, and what it becomes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ids::ZoneId;
pub use super::recipient::Recipient;
use super::service::ServiceKind;
use crate::language::request::day_of_month;
use crate::language::{ChangeReading, Doubt, RequestReading, Start};

/// A day that is further ahead than this, and whose year was not said, was probably a slip: the day is over this year.
const FAR_AHEAD: TimeDelta = TimeDelta::days(300);

/// Whether a day that `words` named on `today` was probably meant for another.
pub fn is_doubtful(day: NaiveDate, today: NaiveDate, words: &str) -> bool {
    day - today > FAR_AHEAD && !words.contains(&day.format("%Y").to_string())
}

/// Most people one request may ask for.
pub const MOST_PEOPLE: u32 = 50;

/// What is known of a need. Holds nothing of the recipient: that is kept apart, encrypted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Grows with every change, so that a button under an older reading can't send a newer one.
    pub version: u32,
    pub service: Option<ServiceKind>,
    pub people: Option<u32>,
    /// Wall clock, as are the others.
    pub day: Option<NaiveDate>,
    pub clock: Option<NaiveTime>,
    pub end: Option<NaiveDateTime>,
    /// The clock of the end, while there is no start for it to follow.
    pub until: Option<NaiveTime>,
    pub zone: Option<ZoneId>,
    /// Whether an address, a name or notes were given; they are with the recipient's data.
    pub has_place: bool,
    pub has_notes: bool,
    /// The words asked for more than one occurrence; only the first is made.
    pub recurring: bool,
    /// Words of diagnosis or treatment were left out.
    pub health_words: bool,
    /// A date in the words does not exist or is over.
    pub bad_date: bool,
    /// The time in the words has passed.
    #[serde(default)]
    pub past: bool,
    /// A day nearly a year ahead that was probably a slip.
    #[serde(default)]
    pub far_day: Option<NaiveDate>,
    /// There was more than one need in the words.
    pub several: bool,
    /// More people were asked for than one request may.
    pub too_many: bool,
    /// What was asked last.
    pub asking: Option<Missing>,
    /// Its requester has been reminded of it, which is done once.
    #[serde(default)]
    pub reminded: bool,
    /// Another need has its turn; this one is taken up when that is sent or discarded.
    #[serde(default)]
    pub waits: bool,
}

/// What a need must say beside what every need must.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demands {
    /// The municipality has zones, so the need must lie in one.
    pub zone: bool,
    /// It must be covered, so whoever comes must know where to.
    pub place: bool,
}

/// What a need can't be sent without, in the order it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    Service,
    People,
    Day,
    Clock,
    End,
    /// The address, or whatever says where.
    Place,
    Zone,
}

impl Draft {
    /// A draft of what was read.
    pub fn from_reading(reading: &RequestReading, health_words: bool) -> Self {
        let (day, clock) = match reading.start {
            Some(Start::At(at)) => (Some(at.date()), Some(at.time())),
            Some(Start::Day(day)) => (Some(day), None),
            None => (None, None),
        };
        let mut draft = Self {
            version: 1,
            service: reading.service,
            people: reading.people.filter(|people| (1..=MOST_PEOPLE).contains(people)),
            too_many: reading.people.is_some_and(|people| people > MOST_PEOPLE),
            day,
            clock,
            end: reading.end,
            recurring: reading.recurrence.is_some(),
            health_words,
            has_place: reading.place.is_some(),
            has_notes: reading.notes.is_some(),
            ..Self::default()
        };
        draft.note_doubts(&reading.doubts);
        draft
    }

    /// The time that was said beside a day that can't be: only the day is asked for.
    pub fn keep_clock(&mut self, reading: &ChangeReading) {
        if self.day.is_none() {
            self.clock = self.clock.or(reading.clock);
            self.until = reading.until;
        }
    }

    /// A number alone answers what was asked; a day's is that of the next such day of a month from `today` on.
    pub fn answer_with(&self, number: u32, today: NaiveDate, reading: &mut ChangeReading) {
        let hour = NaiveTime::from_hms_opt(number % 24, 0, 0).filter(|_| number <= 24);
        match self.asking {
            Some(Missing::People) | None => reading.people = Some(number),
            Some(Missing::Clock) => (reading.people, reading.clock) = (None, hour),
            Some(Missing::End) => (reading.people, reading.clock, reading.until) = (None, None, hour),
            Some(Missing::Day) => (reading.people, reading.date) = (None, day_of_month(today, number)),
            Some(Missing::Service | Missing::Place | Missing::Zone) => reading.people = None,
        }
    }

    /// Takes over what was changed in plain words. `false`: nothing was.
    pub fn change(&mut self, reading: &ChangeReading) -> bool {
        let before = self.clone();
        self.service = reading.service.or(self.service);
        self.too_many = reading.people.is_some_and(|people| people > MOST_PEOPLE);
        self.people = reading.people.filter(|people| (1..=MOST_PEOPLE).contains(people)).or(self.people);
        let length = self.window().map(|(start, end)| end - start);
        self.set_start(reading.date.or(self.day), reading.clock.or(self.clock));
        self.move_end(reading.until, length);
        if let Some(minutes) = reading.length.filter(|_| reading.until.is_none()) {
            self.set_length(minutes);
        }
        self.has_place |= reading.place.is_some();
        self.has_notes |= reading.note.is_some();
        self.has_notes &= !reading.forget_notes;
        self.note_doubts(&reading.doubts);
        let changed =
            Self { version: 0, asking: None, ..self.clone() } != Self { version: 0, asking: None, ..before };
        if changed || reading.place.is_some() || reading.recipient.is_some() || reading.note.is_some() {
            self.version += 1;
            return true;
        }
        false
    }

    /// Sets the day and the clock; an end that waited for them follows.
    pub fn set_start(&mut self, day: Option<NaiveDate>, clock: Option<NaiveTime>) {
        (self.day, self.clock) = (day, clock);
        if let (Some(day), Some(clock)) = (day, clock)
            && let Some(until) = self.until.take()
        {
            self.set_end(day.and_time(clock), until);
        }
    }

    /// A moved start keeps the length; a new end counts from the start.
    fn move_end(&mut self, until: Option<NaiveTime>, length: Option<TimeDelta>) {
        let (Some(day), Some(clock)) = (self.day, self.clock) else {
            self.until = until.or(self.until);
            return;
        };
        let start = day.and_time(clock);
        if let Some(until) = until {
            self.set_end(start, until);
        } else if let Some(length) = length {
            self.end = Some(start + length);
        }
        if self.end.is_some_and(|end| end <= start) {
            self.end = None;
        }
    }

    /// An end that is not after the start is on the next day.
    fn set_end(&mut self, start: NaiveDateTime, until: NaiveTime) {
        let same_day = start.date().and_time(until);
        self.end = Some(if same_day > start { same_day } else { same_day + TimeDelta::days(1) });
    }

    /// The need lasts this many minutes.
    pub fn set_length(&mut self, minutes: u32) {
        if let (Some(day), Some(clock)) = (self.day, self.clock) {
            self.end = Some(day.and_time(clock) + TimeDelta::minutes(i64::from(minutes.clamp(5, 24 * 60))));
            self.version += 1;
        }
    }

    /// What the one who asked has been told of is not said again.
    pub fn was_told(&mut self) {
        self.health_words = false;
        self.bad_date = false;
        self.past = false;
        self.far_day = None;
        self.several = false;
        self.too_many = false;
    }

    /// A day that was probably meant for another is asked about. `words`: those that named it.
    pub fn doubt_far_day(&mut self, today: NaiveDate, words: &str) {
        if let Some(day) = self.day.filter(|day| is_doubtful(*day, today, words)) {
            self.far_day = Some(day);
            self.forget_day();
        }
    }

    /// The day is asked for; the rest of the time waits for it.
    fn forget_day(&mut self) {
        self.day = None;
        self.until = self.end.take().map(|end| end.time()).or(self.until);
    }

    fn note_doubts(&mut self, doubts: &[Doubt]) {
        for doubt in doubts {
            match doubt {
                Doubt::ImpossibleDate(_) => {
                    self.bad_date = true;
                    self.forget_day();
                }
                Doubt::InThePast(_) => {
                    self.past = true;
                    self.forget_day();
                }
                Doubt::SeveralNeeds(_) => self.several = true,
            }
        }
    }

    /// What must be asked next.
    pub fn missing(&self, demands: Demands) -> Option<Missing> {
        self.all_missing(demands).first().copied()
    }

    /// Everything that must be asked, in its order.
    pub fn all_missing(&self, demands: Demands) -> Vec<Missing> {
        let no_end = match (self.day, self.clock) {
            (Some(_), Some(_)) => self.window().is_none(),
            _ => self.end.is_none(),
        };
        let missing = [
            (self.service.is_none(), Missing::Service),
            (self.people.is_none(), Missing::People),
            (self.day.is_none(), Missing::Day),
            (self.clock.is_none(), Missing::Clock),
            (no_end, Missing::End),
            (demands.place && !self.has_place, Missing::Place),
            (demands.zone && self.zone.is_none(), Missing::Zone),
        ];
        missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, missing)| missing).collect()
    }

    /// Start and end, once both are known.
    pub fn window(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let start = self.day?.and_time(self.clock?);
        self.end.filter(|end| *end > start).map(|end| (start, end))
    }
}

/// Why a need can't be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The municipality does not offer this service, or has stopped it.
    NotOffered,
    /// No active agreement covers it there.
    NoAgreement,
    /// None of those who would be asked can be written to.
    NobodyReachable,
    /// None of those who would have to act on an empty place can be written to: the ladder's last steps would be said to nobody.
    NobodyActs,
    /// There is no time left for the ladder.
    TooLate,
    /// Its time is over.
    Past,
    TooLong,
}

/// The longest a single task may last.
const LONGEST_HOURS: i64 = 24;

/// Whether a need with this window can be taken at all.
pub fn check_window(start: DateTime<Utc>, end: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    if start <= now {
        return Err(Refusal::Past);
    }
    if end - start > TimeDelta::hours(LONGEST_HOURS) {
        return Err(Refusal::TooLong);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_answers_what_was_asked() {
        let today = "2026-11-21".parse().expect("a day");
        let answer = |asking, number| {
            let mut reading = ChangeReading { people: Some(number), ..ChangeReading::default() };
            Draft { asking, ..Draft::default() }.answer_with(number, today, &mut reading);
            reading
        };
        let day = answer(Some(Missing::Day), 28);
        assert_eq!((day.people, day.date), (None, "2026-11-28".parse().ok()));
        assert_eq!(answer(Some(Missing::Day), 3).date, "2026-12-03".parse().ok());
        assert_eq!(answer(Some(Missing::Day), 32).date, None);
        assert_eq!(answer(Some(Missing::People), 3).people, Some(3));
        assert_eq!(answer(Some(Missing::Clock), 17).clock, NaiveTime::from_hms_opt(17, 0, 0));
    }

    #[test]
    fn a_day_nearly_a_year_ahead_is_asked_about_unless_its_year_was_said() {
        let today = "2026-11-21".parse().expect("a day");
        let day = "2027-11-20".parse().expect("a day");
        let draft = |words: &str| {
            let end = "2027-11-20T18:00:00".parse().ok();
            let mut draft = Draft { day: Some(day), end, ..Draft::default() };
            draft.doubt_far_day(today, words);
            draft
        };
        let doubted = draft("snømåking 20. november kl 16-18");
        assert_eq!((doubted.day, doubted.far_day), (None, Some(day)));
        assert_eq!(doubted.until, NaiveTime::from_hms_opt(18, 0, 0));
        assert_eq!(draft("snømåking 20. november 2027 kl 16-18").day, Some(day));
    }

    #[test]
    fn what_was_noted_can_go() {
        let mut draft = Draft { has_notes: true, ..Draft::default() };
        assert!(draft.change(&ChangeReading { forget_notes: true, ..ChangeReading::default() }));
        assert!(!draft.has_notes);
    }
}
