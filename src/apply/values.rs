//! Single values of the file: each is read into what it means, or is a fault that says what to write.

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};
use toml::de::DeValue;

use super::set_up::{Key, OrganisationOrTeam};
use crate::domain::day_list::Timetable;
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;
use crate::domain::{email, org_number::OrgNumber, phone};
use crate::fault::did_you_mean;
use crate::toml_text::{At, Table, whole_number};

/// In letters. Longer names would not fit a button or a card.
const LONGEST_NAME: usize = 100;
const LONGEST_KEY: usize = 40;
/// In kroner. More is a slip of the hand.
const MOST_MONEY: i64 = 10_000_000;
/// In minutes: two weeks.
const LONGEST_SPAN: u32 = 14 * 24 * 60;

/// The key that others in the file use.
pub fn key(table: &mut Table<'_>) -> Key {
    let Some(key) = table.required_text("key") else { return At { line: table.line, value: String::new() } };
    let is_good = |letter: char| letter.is_lowercase() || letter.is_ascii_digit() || letter == '-';
    if !key.value.chars().all(is_good) || key.value.chars().count() > LONGEST_KEY {
        let better: String = key
            .value
            .to_lowercase()
            .chars()
            .map(|letter| if is_good(letter) { letter } else { '-' })
            .take(LONGEST_KEY)
            .collect();
        table.fault(key.line, format!("the key “{}” won't do; write “{better}”", key.value));
        return At { line: key.line, value: String::new() };
    }
    key
}

/// A key of something else in the file, which must be there.
pub fn required_reference(table: &mut Table<'_>, key: &'static str) -> Key {
    let line = table.line;
    table.required_text(key).unwrap_or(At { line, value: String::new() })
}

/// A name people are shown: one line of at most 100 letters.
pub fn name(table: &mut Table<'_>, key: &'static str) -> String {
    table.require(key, "\"…\"");
    optional_name(table, key).unwrap_or_default()
}

pub fn optional_name(table: &mut Table<'_>, key: &'static str) -> Option<String> {
    let name = table.text(key)?;
    let letters = name.value.chars().count();
    if letters > LONGEST_NAME {
        table.fault(name.line, format!("{key} has {letters} letters; write at most {LONGEST_NAME}"));
    }
    if name.value.chars().any(char::is_control) {
        table.fault(name.line, format!("{key} must be one line"));
    }
    Some(name.value)
}

pub fn language(table: &mut Table<'_>, default: Language) -> Language {
    parsed(table, "language", |text| {
        let language = Language::ALL.into_iter().find(|language| language.code() == text);
        language.ok_or_else(|| "write nb (bokmål), nn (nynorsk) or en (English)".into())
    })
    .map_or(default, |at| at.value)
}

pub fn phone_number(table: &mut Table<'_>) -> Option<String> {
    parsed(table, "phone", |text| {
        phone::tidy(text).ok_or_else(|| "write eight digits, or + and the country's code first".into())
    })
    .map(|at| at.value)
}

pub fn email(table: &mut Table<'_>) -> Option<At<String>> {
    parsed(table, "email", |text| {
        email::tidy(text)
            .ok_or_else(|| "write one address, with letters from a to z, like anne.berg@fjellvik.no".into())
    })
}

pub fn time_zone(table: &mut Table<'_>) -> Tz {
    parsed(table, "time_zone", |text| {
        text.parse().map_err(|_| {
            let near = did_you_mean(text, TZ_VARIANTS.iter().map(|zone| zone.name()));
            format!("write a name like Europe/Oslo{near}")
        })
    })
    .map_or(Tz::Europe__Oslo, |at| at.value)
}

/// When the list of the day is sent, as it is stored. Without it every morning at seven.
pub fn day_list(table: &mut Table<'_>) -> String {
    const EVERY_MORNING: &str = "0 7 * * *";
    parsed(table, "day_list", |text| text.parse::<Timetable>().map(|_| text.trim().to_owned()))
        .map_or_else(|| EVERY_MORNING.to_owned(), |at| at.value)
}

pub fn org_number(table: &mut Table<'_>) -> Option<At<OrgNumber>> {
    table.require("org_number", "\"nine digits\"");
    parsed(table, "org_number", |text| text.parse().map_err(|error| format!("{error}")))
}

/// The kind of a service, under `key`.
pub fn service_kind(table: &mut Table<'_>, key: &'static str) -> Option<At<ServiceKind>> {
    table.require(key, "\"snow_clearing\", for example");
    let text = table.text(key)?;
    known_service(table, text)
}

/// Kinds of services, under `key`.
pub fn service_kinds(table: &mut Table<'_>, key: &'static str) -> Vec<At<ServiceKind>> {
    table.texts(key).into_iter().filter_map(|text| known_service(table, text)).collect()
}

fn known_service(table: &Table<'_>, text: At<String>) -> Option<At<ServiceKind>> {
    let kind = ServiceKind::from_name(&text.value);
    if kind.is_none() {
        let names = ServiceKind::ALL.map(ServiceKind::as_str);
        let near = match did_you_mean(&text.value, names) {
            near if near.is_empty() => format!("; write one of {}", names.join(", ")),
            near => near,
        };
        table.fault(text.line, format!("there is no kind of service called “{}”{near}", text.value));
    }
    kind.map(|value| At { line: text.line, value })
}

/// Organisations or teams, under `key`.
pub fn organisations(table: &mut Table<'_>, key: &'static str) -> Vec<At<OrganisationOrTeam>> {
    table.texts(key).into_iter().map(|text| text.map(organisation_or_team)).collect()
}

/// `fjellvik-il` or `fjellvik-il/ski`.
pub fn organisation_or_team(text: String) -> OrganisationOrTeam {
    match text.split_once('/') {
        Some((organisation, team)) => {
            OrganisationOrTeam { organisation: organisation.to_owned(), team: Some(team.to_owned()) }
        }
        None => OrganisationOrTeam { organisation: text, team: None },
    }
}

/// Kroner as a whole number or with two decimals, in øre.
pub fn kroner(table: &mut Table<'_>, key: &'static str) -> Option<i64> {
    let wanted = format!("kroner, like {key} = 200 or {key} = 149.50, from 0 to {MOST_MONEY}");
    let ore = table.value_as(key, &wanted, |value| {
        let (kroner, ore) = match value {
            DeValue::Float(float) => {
                let (kroner, decimals) = float.as_str().split_once('.')?;
                let ore: i64 = decimals.parse().ok().filter(|_| decimals.len() == 2)?;
                (kroner.parse::<i64>().ok().filter(|_| !kroner.starts_with('-'))?, ore)
            }
            _ => (whole_number(value)?, 0),
        };
        (0..=MOST_MONEY).contains(&kroner).then_some(kroner * 100 + ore)
    });
    ore.map(|at| at.value)
}

/// A day, written without quotes.
pub fn day(table: &mut Table<'_>, key: &'static str) -> Option<NaiveDate> {
    let day = table.value_as(key, &format!("a day without quotes, like {key} = 2026-09-01"), |value| {
        let written = value.as_datetime().filter(|written| written.time.is_none())?.date?;
        NaiveDate::from_ymd_opt(written.year.into(), written.month.into(), written.day.into())
    });
    day.map(|at| at.value)
}

/// A length of time in whole minutes, written like "22h", "30min", "1h 30min".
pub fn minutes(table: &mut Table<'_>, key: &'static str) -> Option<At<u32>> {
    parsed(table, key, |text| {
        minutes_in(text)
            .filter(|minutes| (1..=LONGEST_SPAN).contains(minutes))
            .ok_or_else(|| "write hours and minutes, like 22h, 30min or 1h 30min, two weeks at most".into())
    })
}

fn minutes_in(text: &str) -> Option<u32> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let number =
        |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    let (hours, rest): (u32, &str) = match text.split_once('h') {
        Some((hours, rest)) => (number(hours)?, rest),
        None => (0, &text),
    };
    let minutes: u32 =
        if rest.is_empty() && text.contains('h') { 0 } else { number(rest.strip_suffix("min")?)? };
    hours.checked_mul(60)?.checked_add(minutes)
}

/// A text that `parse` understands; its error says what to write.
fn parsed<T>(
    table: &mut Table<'_>,
    key: &'static str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Option<At<T>> {
    let text = table.text(key)?;
    match parse(&text.value) {
        Ok(value) => Some(At { line: text.line, value }),
        Err(what) => {
            table.fault(text.line, format!("{key} “{}” won't do: {what}", text.value));
            None
        }
    }
}
