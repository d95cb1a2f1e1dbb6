//! Days: from the words of a date to the date.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::holidays::Holiday;

/// Years that are searched for a date that not every year has (29 February).
const YEARS_AHEAD: i32 = 9;

/// `date` and `days` more.
pub fn add(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) };
    moved.unwrap_or(date)
}

/// The first `weekday` on `from` or after.
pub fn first_from(from: NaiveDate, weekday: Weekday) -> NaiveDate {
    let wait = (7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
    add(from, i64::from(wait))
}

/// Monday of the ISO week of `date`.
pub fn monday(date: NaiveDate) -> NaiveDate {
    add(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// `weekday` of the ISO week after that of `today`.
pub fn in_next_week(today: NaiveDate, weekday: Weekday) -> NaiveDate {
    add(monday(today), 7 + i64::from(weekday.num_days_from_monday()))
}

/// Monday of ISO week `week`, the next one that is not over on `today`. `None`: there is no such week.
pub fn monday_of_week(today: NaiveDate, week: u32) -> Option<NaiveDate> {
    (today.iso_week().year()..today.iso_week().year() + YEARS_AHEAD)
        .filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
        .find(|monday| add(*monday, 6) >= today)
}

/// The next `day`.`month` on `today` or after; with a year, that very day. `None`: there is no such day.
pub fn next_date(today: NaiveDate, day: u32, month: u32, year: Option<i32>) -> Option<NaiveDate> {
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => (today.year()..today.year() + YEARS_AHEAD)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| *date >= today),
    }
}

/// The next day with this number on `today` or after. `None`: no month has it.
pub fn next_day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    (0..13)
        .filter_map(|ahead| today.with_day(1)?.checked_add_months(Months::new(ahead)))
        .filter_map(|first| first.with_day(day))
        .find(|date| *date >= today)
}

/// The last day of `month`, the next one that is not over on `today`.
pub fn end_of_month(today: NaiveDate, month: u32) -> Option<NaiveDate> {
    let year = if month >= today.month() { today.year() } else { today.year() + 1 };
    last_of_month(NaiveDate::from_ymd_opt(year, month, 1)?)
}

/// The last day of the month of `date`.
pub fn last_of_month(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// The next `holiday` on `today` or after.
pub fn next_holiday(today: NaiveDate, holiday: Holiday) -> Option<NaiveDate> {
    (today.year()..today.year() + 2).filter_map(|year| holiday.date(year)).find(|date| *date >= today)
}

/// The `nth` `weekday` of the month of `month`, or the last one (-1). `None`: the month has no such day.
pub fn nth_of_month(month: NaiveDate, nth: i32, weekday: Weekday) -> Option<NaiveDate> {
    if nth > 0 {
        let first = first_from(month.with_day(1)?, weekday);
        let date = add(first, i64::from(nth - 1) * 7);
        return (date.month() == month.month()).then_some(date);
    }
    let last = last_of_month(month)?;
    let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    Some(add(last, -i64::from(back)))
}

/// The first `nth` `weekday` of a month on `from` or after.
pub fn next_nth(from: NaiveDate, nth: i32, weekday: Weekday) -> Option<NaiveDate> {
    (0..13)
        .filter_map(|ahead| from.with_day(1)?.checked_add_months(Months::new(ahead)))
        .filter_map(|month| nth_of_month(month, nth, weekday))
        .find(|date| *date >= from)
}

/// Two letters of RFC 5545.
pub fn code(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.num_days_from_monday() as usize]
}

/// The weekdays from `first` to `last`, over the end of the week if need be.
pub fn span_of_days(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let mut days = vec![first];
    let mut day = first;
    while day != last && days.len() < 7 {
        day = day.succ();
        days.push(day);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date of the test")
    }

    #[test]
    fn weeks_that_are_not_over() {
        assert_eq!(monday_of_week(day(2026, 11, 17), 48), Some(day(2026, 11, 23)));
        assert_eq!(monday_of_week(day(2026, 11, 22), 47), Some(day(2026, 11, 16)));
        assert_eq!(monday_of_week(day(2026, 11, 23), 47), Some(day(2027, 11, 22)));
        assert_eq!(monday_of_week(day(2026, 11, 23), 60), None);
    }

    #[test]
    fn dates_that_are_not() {
        assert_eq!(next_date(day(2026, 1, 1), 30, 2, None), None);
        assert_eq!(next_date(day(2026, 3, 1), 29, 2, None), Some(day(2028, 2, 29)));
        assert_eq!(next_day_of_month(day(2027, 2, 1), 31), Some(day(2027, 3, 31)));
    }

    #[test]
    fn weekdays_of_a_month() {
        assert_eq!(next_nth(day(2027, 10, 27), 1, Weekday::Tue), Some(day(2027, 11, 2)));
        assert_eq!(next_nth(day(2027, 10, 27), -1, Weekday::Fri), Some(day(2027, 10, 29)));
    }
}
