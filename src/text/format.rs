//! Dates, clocks, amounts and lists as they are written in each language.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::domain::language::Language;

const NB_DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const NN_DAYS: [&str; 7] = ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"];
const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NO_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "søndag", "Sunday".
pub fn weekday(date: NaiveDate, language: Language) -> &'static str {
    let days = match language {
        Language::Nb => NB_DAYS,
        Language::Nn => NN_DAYS,
        Language::En => EN_DAYS,
    };
    days[date.weekday().num_days_from_monday() as usize]
}

/// "søndag 22. november", "Sunday 22 November".
pub fn date(date: NaiveDate, language: Language) -> String {
    let (weekday, month) = (weekday(date, language), date.month0() as usize);
    match language {
        Language::Nb | Language::Nn => format!("{weekday} {}. {}", date.day(), NO_MONTHS[month]),
        Language::En => format!("{weekday} {} {}", date.day(), EN_MONTHS[month]),
    }
}

/// "fredag 8. januar 2027", "Friday 8 January 2027".
pub fn date_of_year(date: NaiveDate, language: Language) -> String {
    format!("{} {}", self::date(date, language), date.year())
}

/// "16", "16:30" in Norwegian, "16:00", "16:30" in English; without "kl.".
fn bare_clock(time: NaiveTime, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn if time.minute() == 0 => format!("{:02}", time.hour()),
        _ => format!("{:02}:{:02}", time.hour(), time.minute()),
    }
}

/// "kl. 06:25", "06:25".
pub fn clock(time: NaiveTime, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn => format!("kl. {}", bare_clock(time, language)),
        Language::En => bare_clock(time, language),
    }
}

/// "søndag kl. 12", "Sunday 12:00".
pub fn day_and_clock(at: NaiveDateTime, language: Language) -> String {
    format!("{} {}", weekday(at.date(), language), clock(at.time(), language))
}

/// "søndag 13. desember kl. 12", "Sunday 13 December 12:00". `year`: whether it is said.
pub fn date_and_clock(at: NaiveDateTime, year: bool, language: Language) -> String {
    let date = if year { date_of_year } else { date };
    format!("{} {}", date(at.date(), language), clock(at.time(), language))
}

/// "21.11. kl. 10:02", "21 Nov 10:02".
pub fn stamp(at: NaiveDateTime, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn => at.format("%-d.%-m. kl. %H:%M").to_string(),
        Language::En => {
            let month: String = EN_MONTHS[at.month0() as usize].chars().take(3).collect();
            format!("{} {month} {}", at.day(), at.format("%H:%M"))
        }
    }
}

/// "søndag 22. november kl. 16–18"; an end on another day is written out. `year`: whether it is said.
pub fn window(start: NaiveDateTime, end: NaiveDateTime, year: bool, language: Language) -> String {
    let begins = date_and_clock(start, year, language);
    if start.date() == end.date()
        || (end.date() == start.date().succ_opt().unwrap_or(start.date()) && end.time() == NaiveTime::MIN)
    {
        format!("{begins}–{}", bare_clock(end.time(), language))
    } else {
        format!("{begins} – {}", date_and_clock(end, year, language))
    }
}

/// "6 400 kr", "12,50 kr"; "NOK 6,400" in English. `ore` in øre.
pub fn kroner(ore: i64, language: Language) -> String {
    let (whole, rest) = (ore.unsigned_abs() / 100, ore.unsigned_abs() % 100);
    let sign = if ore < 0 { "−" } else { "" };
    let (group, point) = match language {
        Language::Nb | Language::Nn => ('\u{a0}', ','),
        Language::En => (',', '.'),
    };
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    let rest = if rest == 0 { String::new() } else { format!("{point}{rest:02}") };
    match language {
        Language::Nb | Language::Nn => format!("{sign}{grouped}{rest}\u{a0}kr"),
        Language::En => format!("{sign}NOK\u{a0}{grouped}{rest}"),
    }
}

/// "Kari, Per og Ola".
pub fn list(items: &[String], language: Language) -> String {
    let and = match language {
        Language::Nb | Language::Nn => "og",
        Language::En => "and",
    };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a time in the test")
    }

    #[test]
    fn a_window_is_written_as_people_say_it() {
        let (start, end) = (at("2026-11-22T16:00:00"), at("2026-11-22T18:00:00"));
        assert_eq!(window(start, end, false, Language::Nb), "søndag 22. november kl. 16–18");
        assert_eq!(window(start, end, false, Language::En), "Sunday 22 November 16:00–18:00");
        assert_eq!(
            window(at("2026-11-21T07:30:00"), at("2026-11-21T08:30:00"), false, Language::Nn),
            "laurdag 21. november kl. 07:30–08:30"
        );
        assert_eq!(stamp(start, Language::Nn), "22.11. kl. 16:00");
        assert_eq!(stamp(start, Language::En), "22 Nov 16:00");
        assert_eq!(
            window(at("2026-11-21T20:00:00"), at("2026-11-22T01:00:00"), false, Language::Nb),
            "lørdag 21. november kl. 20 – søndag 22. november kl. 01"
        );
    }

    #[test]
    fn another_year_is_said() {
        let (start, end) = (at("2027-01-08T16:00:00"), at("2027-01-08T18:00:00"));
        assert_eq!(window(start, end, true, Language::Nb), "fredag 8. januar 2027 kl. 16–18");
        assert_eq!(window(start, end, true, Language::En), "Friday 8 January 2027 16:00–18:00");
        assert_eq!(date_of_year(start.date(), Language::Nn), "fredag 8. januar 2027");
    }

    #[test]
    fn amounts_are_grouped() {
        assert_eq!(kroner(640_000, Language::Nb), "6\u{a0}400\u{a0}kr");
        assert_eq!(kroner(1_250, Language::Nb), "12,50\u{a0}kr");
        assert_eq!(kroner(-123_456_700, Language::En), "−NOK\u{a0}1,234,567");
    }

    #[test]
    fn names_are_listed() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(list(&names(&["Kari", "Per", "Ola"]), Language::Nb), "Kari, Per og Ola");
        assert_eq!(list(&names(&["Kari"]), Language::En), "Kari");
        assert_eq!(list(&[], Language::En), "");
    }
}
