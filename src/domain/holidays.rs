//! The public holidays and eves of Norway, and the other feast days people name when they say when something is.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    NewYearsDay,
    PalmSunday,
    MaundyThursday,
    GoodFriday,
    EasterEve,
    EasterSunday,
    EasterMonday,
    LabourDay,
    ConstitutionDay,
    AscensionDay,
    WhitsunEve,
    WhitSunday,
    WhitMonday,
    /// 23 June.
    MidsummerEve,
    /// The Friday of 19–25 June, as it is kept in Sweden.
    SwedishMidsummerEve,
    /// 5 June.
    DanishConstitutionDay,
    /// 6 June.
    SwedishNationalDay,
    /// 13 December.
    LuciaDay,
    FirstAdvent,
    SecondAdvent,
    ThirdAdvent,
    FourthAdvent,
    /// 23 December.
    LittleChristmasEve,
    ChristmasEve,
    ChristmasDay,
    BoxingDay,
    /// 27 December: no holiday, but a day with a name.
    ThirdChristmasDay,
    NewYearsEve,
    Halloween,
    /// The Sunday seven weeks before Easter.
    Shrovetide,
}

impl Holiday {
    /// Every day with a name.
    pub const ALL: [Self; 30] = [
        Self::NewYearsDay,
        Self::PalmSunday,
        Self::MaundyThursday,
        Self::GoodFriday,
        Self::EasterEve,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::LabourDay,
        Self::ConstitutionDay,
        Self::AscensionDay,
        Self::WhitsunEve,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::MidsummerEve,
        Self::SwedishMidsummerEve,
        Self::DanishConstitutionDay,
        Self::SwedishNationalDay,
        Self::LuciaDay,
        Self::FirstAdvent,
        Self::SecondAdvent,
        Self::ThirdAdvent,
        Self::FourthAdvent,
        Self::LittleChristmasEve,
        Self::ChristmasEve,
        Self::ChristmasDay,
        Self::BoxingDay,
        Self::ThirdChristmasDay,
        Self::NewYearsEve,
        Self::Halloween,
        Self::Shrovetide,
    ];

    /// When it is in `year`. `None` only for a year that the calendar can't express.
    pub fn date(self, year: i32) -> Option<NaiveDate> {
        let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let from_easter = |days: i64| add_days(easter_sunday(year)?, days);
        match self {
            Self::NewYearsDay => fixed(1, 1),
            Self::Shrovetide => from_easter(-49),
            Self::PalmSunday => from_easter(-7),
            Self::MaundyThursday => from_easter(-3),
            Self::GoodFriday => from_easter(-2),
            Self::EasterEve => from_easter(-1),
            Self::EasterSunday => from_easter(0),
            Self::EasterMonday => from_easter(1),
            Self::LabourDay => fixed(5, 1),
            Self::ConstitutionDay => fixed(5, 17),
            Self::AscensionDay => from_easter(39),
            Self::WhitsunEve => from_easter(48),
            Self::WhitSunday => from_easter(49),
            Self::WhitMonday => from_easter(50),
            Self::DanishConstitutionDay => fixed(6, 5),
            Self::SwedishNationalDay => fixed(6, 6),
            Self::MidsummerEve => fixed(6, 23),
            Self::SwedishMidsummerEve => {
                let first = fixed(6, 19)?;
                let wait =
                    (7 + Weekday::Fri.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
                add_days(first, i64::from(wait))
            }
            Self::Halloween => fixed(10, 31),
            Self::FirstAdvent => advent(year, 1),
            Self::SecondAdvent => advent(year, 2),
            Self::ThirdAdvent => advent(year, 3),
            Self::FourthAdvent => advent(year, 4),
            Self::LuciaDay => fixed(12, 13),
            Self::LittleChristmasEve => fixed(12, 23),
            Self::ChristmasEve => fixed(12, 24),
            Self::ChristmasDay => fixed(12, 25),
            Self::BoxingDay => fixed(12, 26),
            Self::ThirdChristmasDay => fixed(12, 27),
            Self::NewYearsEve => fixed(12, 31),
        }
    }

    /// Whether it is a public holiday ("helligdag" or "høytidsdag") in Norway.
    pub fn is_public(self) -> bool {
        matches!(
            self,
            Self::NewYearsDay
                | Self::MaundyThursday
                | Self::GoodFriday
                | Self::EasterSunday
                | Self::EasterMonday
                | Self::LabourDay
                | Self::ConstitutionDay
                | Self::AscensionDay
                | Self::WhitSunday
                | Self::WhitMonday
                | Self::ChristmasDay
                | Self::BoxingDay
        )
    }

    /// Whether it is an eve whose afternoon, from 16:00, is kept quiet as a holiday is: Easter, Whitsun and Christmas.
    pub fn is_quiet_eve(self) -> bool {
        matches!(self, Self::EasterEve | Self::WhitsunEve | Self::ChristmasEve)
    }

    /// The name used in files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holiday| snake_case(&format!("{holiday:?}")) == name)
    }
}

/// The public holidays of Norway in `year`, in order. Sundays that have no name of their own are not among them.
pub fn public_holidays(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let mut days: Vec<_> = Holiday::ALL
        .into_iter()
        .filter(|holiday| holiday.is_public())
        .filter_map(|holiday| Some((holiday.date(year)?, holiday)))
        .collect();
    days.sort();
    days
}

/// The public holiday that `date` is, if it is one. Where two fall on one day (17 May and Whit Sunday), the first in the calendar of
/// [`Holiday::ALL`].
pub fn public_holiday(date: NaiveDate) -> Option<Holiday> {
    Holiday::ALL.into_iter().find(|holiday| holiday.is_public() && holiday.date(date.year()) == Some(date))
}

/// The eve that `date` is, of those that are quiet from 16:00.
pub fn quiet_eve(date: NaiveDate) -> Option<Holiday> {
    Holiday::ALL.into_iter().find(|holiday| holiday.is_quiet_eve() && holiday.date(date.year()) == Some(date))
}

/// Easter Sunday of the western churches in `year`.
///
/// Source: the anonymous Gregorian algorithm ("Meeus/Jones/Butcher"), Jean Meeus, Astronomical Algorithms, chapter 8.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * century_rest + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late_moon + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// The `number`th Sunday of Advent; the fourth is the last Sunday before 25 December.
fn advent(year: i32, number: i64) -> Option<NaiveDate> {
    let eve = NaiveDate::from_ymd_opt(year, 12, 24)?;
    let fourth = add_days(eve, -i64::from(eve.weekday().num_days_from_sunday()))?;
    add_days(fourth, 7 * (number - 4))
}

fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}

fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date of the test")
    }

    #[test]
    fn easter_of_known_years() {
        for (year, month, date) in
            [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2038, 4, 25)]
        {
            assert_eq!(easter_sunday(year), Some(day(year, month, date)));
        }
        assert_eq!(easter_sunday(0), None);
        assert_eq!(easter_sunday(i32::MAX), None);
    }

    #[test]
    fn moveable_days() {
        assert_eq!(Holiday::AscensionDay.date(2027), Some(day(2027, 5, 6)));
        assert_eq!(Holiday::WhitMonday.date(2027), Some(day(2027, 5, 17)));
        assert_eq!(Holiday::FirstAdvent.date(2026), Some(day(2026, 11, 29)));
        assert_eq!(Holiday::FourthAdvent.date(2023), Some(day(2023, 12, 24)));
        assert_eq!(Holiday::SwedishMidsummerEve.date(2027), Some(day(2027, 6, 25)));
    }

    #[test]
    fn twelve_public_holidays_in_order() {
        let days = public_holidays(2026);
        assert_eq!(days.len(), 12);
        assert!(days.is_sorted());
        assert_eq!(public_holiday(day(2026, 4, 3)), Some(Holiday::GoodFriday));
        assert_eq!(public_holiday(day(2026, 4, 7)), None);
        assert_eq!(quiet_eve(day(2026, 12, 24)), Some(Holiday::ChristmasEve));
    }

    #[test]
    fn every_name_reads_back() {
        for holiday in Holiday::ALL {
            assert_eq!(Holiday::from_name(&snake_case(&format!("{holiday:?}"))), Some(holiday));
        }
    }
}
