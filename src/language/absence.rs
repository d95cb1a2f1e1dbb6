//! Absence and rota wishes: "borte 12.–19. desember", "jeg kan hver tredje onsdag".

use chrono::{NaiveDate, NaiveDateTime};

use super::schedule::schedule;
use super::token::tokens;
use super::when::{Piece, What, pieces};
use super::{Doubt, Start, calendar, vocabulary};

/// Days somebody is away, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// A standing wish: the rule, and the first day it falls on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RotaWish {
    /// An RFC 5545 rule without the `RRULE:` prefix.
    pub recurrence: String,
    pub first: NaiveDate,
}

/// Whether `text` says first of all that its sender is away. What says something else first ("kan ikke, er borte da") is about that.
pub fn tells_of_absence(text: &str) -> bool {
    const SENDER: [&str; 9] =
        ["jeg er ", "eg er ", "jeg blir ", "eg blir ", "i am ", "i'm ", "i’m ", "i will be ", "er "];
    const AWAY: [&str; 10] = [
        "borte",
        "bortreist",
        "vekke",
        "vekkreist",
        "på ferie",
        "på reise",
        "ferie",
        "away",
        "on holiday",
        "on vacation",
    ];
    let text = text.trim().to_lowercase();
    let said = SENDER.iter().find_map(|sender| text.strip_prefix(sender)).unwrap_or(&text);
    AWAY.iter().any(|away| {
        let rest = said.strip_prefix(away);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The days that `text` says somebody is away: one day, some in a row, a week, or until a day. `None`: no days, or impossible ones.
///
/// Whether the message is about absence at all is for the caller to know; this reads the days only.
pub fn read_absence(text: &str, now: NaiveDateTime) -> Option<Absence> {
    let items = vocabulary::request().lexicon.items(tokens(text));
    let taken = vec![false; items.len()];
    let pieces = pieces(&items, &taken, now.date());
    let today = now.date();
    let mut dates: Vec<NaiveDate> = Vec::new();
    let mut until = None;
    let ends = |piece: &Piece| {
        let before = piece.start.checked_sub(1).and_then(|before| items.get(before));
        before.is_some_and(|item| ["til", "until", "till", "tom"].iter().any(|word| item.is(word)))
    };
    for piece in &pieces {
        match piece.what {
            What::Impossible => return None,
            What::DateSpan(from, until) => return Some(Absence { from, until }),
            What::WeekOf(monday) => return Some(week(monday)),
            What::NextWeek => return Some(week(calendar::add(calendar::monday(today), 7))),
            What::ThisWeek => {
                return Some(Absence { from: today, until: calendar::add(calendar::monday(today), 6) });
            }
            What::WeekdaySpan(first, last) => {
                let from = calendar::first_from(calendar::add(today, 1), first);
                return Some(Absence { from, until: calendar::first_from(from, last) });
            }
            What::Weekend { next, .. } => {
                let saturday = chrono::Weekday::Sat;
                let from = if next {
                    calendar::in_next_week(today, saturday)
                } else {
                    calendar::first_from(calendar::add(today, 1), saturday)
                };
                return Some(Absence { from, until: calendar::add(from, 1) });
            }
            What::ForWeeks(weeks) => until = Some(calendar::add(today, i64::from(weeks) * 7)),
            What::Until(date) => until = Some(date),
            What::Date(date) | What::InWeeks(date) if !ends(piece) => dates.push(date),
            What::Date(date) | What::InWeeks(date) => until = Some(date),
            What::Weekday { day, next, each: false } => {
                let date = if next {
                    calendar::in_next_week(today, day)
                } else {
                    calendar::first_from(calendar::add(today, 1), day)
                };
                // "til søndag": from today on.
                if ends(piece) { until = Some(date) } else { dates.push(date) }
            }
            _ => {}
        }
    }
    let from = dates.iter().min().copied().or(until.map(|_| today))?;
    let until = until.or_else(|| dates.iter().max().copied())?;
    (from <= until).then_some(Absence { from, until })
}

fn week(monday: NaiveDate) -> Absence {
    Absence { from: monday, until: calendar::add(monday, 6) }
}

/// The standing wish in `text` ("hver tredje onsdag", "tirsdager fra januar"). `None`: nothing that repeats, or an impossible date.
pub fn read_rota_wish(text: &str, now: NaiveDateTime) -> Option<RotaWish> {
    let items = vocabulary::request().lexicon.items(tokens(text));
    let taken = vec![false; items.len()];
    let pieces = pieces(&items, &taken, now.date());
    let schedule = schedule(&items, &pieces, now);
    if schedule.doubts.iter().any(|doubt| matches!(doubt, Doubt::ImpossibleDate(_))) {
        return None;
    }
    let first = match schedule.start? {
        Start::Day(day) => day,
        Start::At(at) => at.date(),
    };
    Some(RotaWish { recurrence: schedule.recurrence?, first })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> NaiveDateTime {
        "2026-11-21T12:00:00".parse().expect("a time")
    }

    fn away(text: &str) -> Option<(String, String)> {
        read_absence(text, now()).map(|absence| (absence.from.to_string(), absence.until.to_string()))
    }

    #[test]
    fn days_away() {
        let days = |from: &str, until: &str| Some((from.to_owned(), until.to_owned()));
        assert_eq!(away("borte 12.–19. desember"), days("2026-12-12", "2026-12-19"));
        assert_eq!(away("Eg er vekke i veke 50"), days("2026-12-07", "2026-12-13"));
        assert_eq!(away("bortreist fra mandag til onsdag"), days("2026-11-23", "2026-11-25"));
        assert_eq!(away("borte i morgen"), days("2026-11-22", "2026-11-22"));
        assert_eq!(away("på ferie til og med 10. januar"), days("2026-11-21", "2027-01-10"));
        assert_eq!(away("borte neste uke"), days("2026-11-23", "2026-11-29"));
        assert_eq!(away("eg er borte 24.-26.11"), days("2026-11-24", "2026-11-26"));
        assert_eq!(away("borte 28. desember til 3. januar"), days("2026-12-28", "2027-01-03"));
        assert_eq!(away("borte 19.-12. desember"), None);
        assert_eq!(away("borte 31. november til 2. desember"), None);
        assert_eq!(away("jeg er borte"), None);
    }

    #[test]
    fn until_a_day_is_from_today_on() {
        let today = now().date();
        for text in ["borte til søndag", "I am away until Sunday", "vekke til sundag"] {
            let absence = read_absence(text, now()).expect(text);
            assert_eq!(absence.from, today, "{text}");
            assert_eq!(chrono::Datelike::weekday(&absence.until), chrono::Weekday::Sun, "{text}");
        }
        let span = read_absence("borte fra torsdag til søndag", now()).expect("both days");
        assert!(span.from > today && span.from < span.until);
    }

    #[test]
    fn who_says_first_of_all_that_they_are_away() {
        for text in [
            "borte 12.–19. desember",
            "Eg er vekke i veke 50",
            "På ferie til 10. januar",
            "I’m away tomorrow",
            "Borte!",
        ] {
            assert!(tells_of_absence(text), "{text}");
        }
        for text in [
            "kan ikke, er borte da",
            "bortenfor skolen",
            "trenger følge til ferie",
            "ferieavløser trengs",
            "jeg er hjemme",
            "",
        ] {
            assert!(!tells_of_absence(text), "{text}");
        }
    }

    #[test]
    fn wishes_that_stand() {
        let wish = read_rota_wish("jeg kan hver tredje onsdag", now()).expect("a wish");
        assert_eq!(wish.recurrence, "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE");
        assert_eq!(wish.first.to_string(), "2026-11-25");
        assert_eq!(read_rota_wish("jeg kan på onsdag", now()), None);
    }
}
