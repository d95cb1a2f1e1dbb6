//! The first day, and the rule if it repeats.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Composer;
use crate::language::{Doubt, Field, calendar};

impl Composer<'_> {
    /// The first day, and the rule if it repeats.
    pub(super) fn days(&mut self) -> (Option<NaiveDate>, Option<String>) {
        if let Some((nth, day)) = self.nth.first().copied() {
            return self.monthly_by_weekday(nth, day);
        }
        if !self.month_days.is_empty() {
            let from = self.lower_bound();
            let all: Vec<String> = self.month_days.iter().map(u32::to_string).collect();
            let rule = self.rule("MONTHLY", &format!(";BYMONTHDAY={}", all.join(",")));
            let start =
                self.month_days.iter().filter_map(|day| calendar::next_day_of_month(from, *day)).min();
            return (start, Some(rule));
        }
        if let Some((from, until)) = self.date_span {
            let days = (until - from).num_days() + 1;
            return (Some(from), (days > 1).then(|| format!("FREQ=DAILY;COUNT={days}")));
        }
        if let Some((first, last)) = self.span {
            return self.span_days(first, last);
        }
        if self.workdays {
            return self.work_days();
        }
        if self.each_day {
            return self.every_day();
        }
        if let Some(next) = self.weekend {
            return self.weekends(next);
        }
        if !self.weekdays.is_empty() {
            return self.on_weekdays();
        }
        if self.each_week || self.interval > 1 || self.each_month || self.even_weeks.is_some() {
            return self.every_so_often();
        }
        self.once()
    }

    /// The first day that may be meant: after what was said to come before, else `today`.
    fn lower_bound(&self) -> NaiveDate {
        self.begin
            .or(self.not_before)
            .or_else(|| self.dates.first().copied())
            .or(self.week)
            .unwrap_or(self.today)
    }

    fn is_bound(&self) -> bool {
        self.begin.is_some() || self.not_before.is_some() || self.week.is_some() || !self.dates.is_empty()
    }

    /// The first `day` that fits: after today unless something else was said.
    fn first(&self, day: Weekday) -> NaiveDate {
        if self.is_bound() {
            calendar::first_from(self.lower_bound(), day)
        } else if self.next {
            calendar::in_next_week(self.today, day)
        } else {
            calendar::first_from(calendar::add(self.today, 1), day)
        }
    }

    fn rule(&self, frequency: &str, by: &str) -> String {
        let mut rule = format!("FREQ={frequency}");
        if self.interval > 1 {
            rule.push_str(&format!(";INTERVAL={}", self.interval));
        }
        rule.push_str(by);
        if let Some(until) = self.until {
            rule.push_str(&format!(";UNTIL={}", until.format("%Y%m%d")));
        } else if let Some(count) = self.count {
            rule.push_str(&format!(";COUNT={count}"));
        }
        rule
    }

    fn monthly_by_weekday(&mut self, nth: i32, day: Weekday) -> (Option<NaiveDate>, Option<String>) {
        let from = if self.is_bound() { self.lower_bound() } else { calendar::add(self.today, 1) };
        let all: Vec<String> =
            self.nth.iter().map(|(nth, day)| format!("{nth}{}", calendar::code(*day))).collect();
        let start = self
            .nth
            .iter()
            .filter_map(|(nth, day)| calendar::next_nth(from, *nth, *day))
            .min()
            .or_else(|| calendar::next_nth(from, nth, day));
        let rule = self.rule("MONTHLY", &format!(";BYDAY={}", all.join(",")));
        (start, Some(rule))
    }

    /// "man-fre": a week's days in a row, or every week if it goes on.
    fn span_days(&mut self, first: Weekday, last: Weekday) -> (Option<NaiveDate>, Option<String>) {
        let days = calendar::span_of_days(first, last);
        let goes_on = self.each
            || self.each_week
            || self.until.is_some()
            || self.weeks.is_some()
            || self.standing
            || self.begin.is_some()
            || self.not_before.is_some()
            || self.interval > 1;
        if goes_on {
            let bound = self.is_bound();
            let from = if bound { self.lower_bound() } else { calendar::add(self.today, 1) };
            let start = days.iter().map(|day| calendar::first_from(from, *day)).min();
            self.count =
                self.weeks.map(|weeks| weeks * u32::try_from(days.len()).unwrap_or(1)).or(self.count);
            let by = format!(";BYDAY={}", codes(&days));
            return (start, Some(self.rule("WEEKLY", &by)));
        }
        let start = if self.week == Some(calendar::monday(self.today)) {
            calendar::first_from(self.today, first)
        } else {
            self.first(first)
        };
        (Some(start), Some(format!("FREQ=DAILY;COUNT={}", days.len())))
    }

    fn work_days(&mut self) -> (Option<NaiveDate>, Option<String>) {
        const WORK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        if let Some(monday) = self.week.filter(|_| self.until.is_none() && self.begin.is_none()) {
            return (Some(monday), Some("FREQ=DAILY;COUNT=5".to_owned()));
        }
        let from = if self.is_bound() { self.lower_bound() } else { calendar::add(self.today, 1) };
        let start = WORK.iter().map(|day| calendar::first_from(from, *day)).min();
        self.count = self.weeks.map(|weeks| weeks * 5).or(self.count);
        let by = format!(";BYDAY={}", codes(&WORK));
        (start, Some(self.rule("WEEKLY", &by)))
    }

    fn every_day(&mut self) -> (Option<NaiveDate>, Option<String>) {
        if let Some(monday) =
            self.week.filter(|_| self.until.is_none() && self.begin.is_none() && self.weekdays.is_empty())
        {
            return (Some(monday), Some("FREQ=DAILY;COUNT=7".to_owned()));
        }
        if !self.weekdays.is_empty() {
            return self.on_weekdays();
        }
        let later_today = self.start_minute().is_none_or(|minute| minute > self.minute_of_now());
        let start = if self.is_bound() {
            self.lower_bound()
        } else if later_today && self.start_minute().is_some() {
            self.today
        } else {
            calendar::add(self.today, 1)
        };
        self.count = self.weeks.map(|weeks| weeks * 7).or(self.count);
        (Some(start), Some(self.rule("DAILY", "")))
    }

    fn weekends(&mut self, next: bool) -> (Option<NaiveDate>, Option<String>) {
        const DAYS: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];
        if self.each || self.interval > 1 {
            let chosen: Vec<Weekday> =
                if self.weekdays.is_empty() { DAYS.to_vec() } else { self.weekdays.clone() };
            let start = chosen.iter().map(|day| self.first(*day)).min();
            let by = format!(";BYDAY={}", codes(&chosen));
            return (start, Some(self.rule("WEEKLY", &by)));
        }
        let day = self.weekdays.first().copied().unwrap_or(Weekday::Sat);
        let date = if next { calendar::in_next_week(self.today, day) } else { self.first(day) };
        if self.weekdays.len() > 1 {
            return (Some(date), Some(format!("FREQ=DAILY;COUNT={}", self.weekdays.len())));
        }
        (Some(date), None)
    }

    fn on_weekdays(&mut self) -> (Option<NaiveDate>, Option<String>) {
        let mut days = self.weekdays.clone();
        days.sort_by_key(Weekday::num_days_from_monday);
        let repeats = self.each
            || self.each_week
            || self.each_day
            || self.interval > 1
            || self.even_weeks.is_some()
            || self.until.is_some()
            || self.weeks.is_some()
            || (self.standing && self.dates.is_empty());
        if !repeats {
            return self.single_weekdays(&days);
        }
        let mut start = days.iter().map(|day| self.first(*day)).min();
        if let Some(even) = self.even_weeks {
            self.interval = 2;
            start = start.map(|date| {
                if (date.iso_week().week() % 2 == 0) == even { date } else { calendar::add(date, 7) }
            });
        }
        if self.each_month && self.interval == 1 && self.nth.is_empty() && !self.each {
            return (start, Some(self.rule("MONTHLY", "")));
        }
        if let Some(weeks) = self.weeks {
            self.count =
                Some((weeks * u32::try_from(days.len()).unwrap_or(1)).div_ceil(self.interval.max(1)));
        }
        let by = format!(";BYDAY={}", codes(&days));
        (start, Some(self.rule("WEEKLY", &by)))
    }

    /// Weekdays that are said once: one day, some in a row, or some apart.
    fn single_weekdays(&mut self, days: &[Weekday]) -> (Option<NaiveDate>, Option<String>) {
        // "onsdag 7. april": the date says it, and the weekday must agree.
        if let Some(date) = self.dates.first().copied() {
            if days.contains(&date.weekday()) || self.dates.len() > 1 {
                return (Some(date), None);
            }
            if self.in_weeks {
                return (
                    Some(calendar::add(calendar::monday(date), i64::from(days[0].num_days_from_monday()))),
                    None,
                );
            }
            // "i morgen fredag" with a wrong weekday is no date at all; "fredag i neste uke" never comes here.
            let span = self.because.iter().find(|(field, _)| *field == Field::Start).map(|(_, span)| *span);
            self.doubts.extend(span.map(Doubt::ImpossibleDate));
            return (None, None);
        }
        if self.week == Some(calendar::monday(self.today)) {
            let date = calendar::add(calendar::monday(self.today), i64::from(days[0].num_days_from_monday()));
            let date = if date < self.today { calendar::add(date, 7) } else { date };
            return (Some(date), None);
        }
        let start = self.first(days[0]);
        if days.len() == 1 {
            return (Some(start), None);
        }
        let mut dates: Vec<NaiveDate> = days.iter().map(|day| self.first(*day)).collect();
        dates.sort();
        let first = dates[0];
        let in_a_row = dates.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 1);
        let rule = if in_a_row {
            format!("FREQ=DAILY;COUNT={}", days.len())
        } else {
            format!("FREQ=WEEKLY;BYDAY={};COUNT={}", codes(days), days.len())
        };
        (Some(first), Some(rule))
    }

    /// "hver uke", "annenhver uke", "hver måned" with no weekday.
    fn every_so_often(&mut self) -> (Option<NaiveDate>, Option<String>) {
        let start = self.dates.first().copied().or(self.begin).or(self.not_before).or(self.week);
        let frequency = if self.each_month { "MONTHLY" } else { "WEEKLY" };
        self.count = self.weeks.map(|weeks| weeks.div_ceil(self.interval.max(1))).or(self.count);
        let by = start
            .filter(|_| frequency == "WEEKLY")
            .map(|start| format!(";BYDAY={}", calendar::code(start.weekday())))
            .unwrap_or_default();
        (start, Some(self.rule(frequency, &by)))
    }

    fn once(&mut self) -> (Option<NaiveDate>, Option<String>) {
        let mut dates = self.dates.clone();
        dates.sort();
        if let Some(first) = dates.first().copied() {
            let in_a_row =
                dates.len() > 1 && dates.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 1);
            let rule = in_a_row.then(|| format!("FREQ=DAILY;COUNT={}", dates.len()));
            return (Some(first), rule);
        }
        if let Some(until) = self.until {
            return (
                None,
                Some(format!("FREQ=WEEKLY;UNTIL={}", until.format("%Y%m%d"))).filter(|_| self.standing),
            );
        }
        (self.begin.or(self.week).or(self.not_before), None)
    }
}

fn codes(days: &[Weekday]) -> String {
    days.iter().map(|day| calendar::code(*day)).collect::<Vec<_>>().join(",")
}
