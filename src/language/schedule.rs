//! From the pieces of what is said of time to a start, an end and a rule, by the conventions of the project.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::calendar;
use super::class::Class;
use super::clock::{self, Clock, HalfOfDay};
use super::lexicon::Item;
use super::when::{Piece, What};
use super::{Doubt, Field, Span, Start};

/// Minute of the day up to which a part of the day is morning.
const MORNING_ENDS: u32 = 9 * 60;
/// Minute of the day from which a part of the day is evening.
const EVENING_BEGINS: u32 = 17 * 60 + 30;

/// When a request is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    pub start: Option<Start>,
    pub end: Option<NaiveDateTime>,
    pub recurrence: Option<String>,
    pub because: Vec<(Field, Span)>,
    pub doubts: Vec<Doubt>,
    /// What was said of the day by itself, for a change.
    pub day: Option<NaiveDate>,
    pub clock: Option<u32>,
    pub until: Option<u32>,
}

/// Puts `pieces` together. `now` is wall clock.
pub fn schedule(items: &[Item], pieces: &[Piece], now: NaiveDateTime) -> Schedule {
    Composer::new(items, pieces, now).compose()
}

struct Composer<'a> {
    items: &'a [Item],
    pieces: &'a [Piece],
    now: NaiveDateTime,
    today: NaiveDate,
    weekdays: Vec<Weekday>,
    each: bool,
    next: bool,
    span: Option<(Weekday, Weekday)>,
    dates: Vec<NaiveDate>,
    date_span: Option<(NaiveDate, NaiveDate)>,
    begin: Option<NaiveDate>,
    not_before: Option<NaiveDate>,
    week: Option<NaiveDate>,
    weekend: Option<bool>,
    workdays: bool,
    each_day: bool,
    each_week: bool,
    each_month: bool,
    interval: u32,
    nth: Vec<(i32, Weekday)>,
    month_day: Option<u32>,
    even_weeks: Option<bool>,
    count: Option<u32>,
    weeks: Option<u32>,
    until: Option<NaiveDate>,
    clock: Option<clock::Found>,
    deadline: Option<Clock>,
    has_deadline: bool,
    part: Option<u32>,
    duration: Option<u32>,
    standing: bool,
    in_weeks: bool,
    because: Vec<(Field, Span)>,
    doubts: Vec<Doubt>,
}

impl<'a> Composer<'a> {
    fn new(items: &'a [Item], pieces: &'a [Piece], now: NaiveDateTime) -> Self {
        let mut composer = Self {
            items,
            pieces,
            now,
            today: now.date(),
            weekdays: Vec::new(),
            each: starts_with_several_days(items, pieces),
            next: false,
            span: None,
            dates: Vec::new(),
            date_span: None,
            begin: None,
            not_before: None,
            week: None,
            weekend: None,
            workdays: false,
            each_day: false,
            each_week: false,
            each_month: false,
            interval: 1,
            nth: Vec::new(),
            month_day: None,
            even_weeks: None,
            count: None,
            weeks: None,
            until: None,
            clock: None,
            deadline: None,
            has_deadline: false,
            part: None,
            duration: None,
            standing: items.iter().any(|item| item.has(Class::Standing)),
            in_weeks: false,
            because: Vec::new(),
            doubts: Vec::new(),
        };
        for at in 0..pieces.len() {
            composer.take(at);
        }
        composer
    }

    fn span_of(&self, piece: &Piece) -> Span {
        Span {
            start: self.items[piece.start].token.span.start,
            end: self.items[piece.end.max(piece.start + 1) - 1].token.span.end,
        }
    }

    /// Whether "oppstart" or its like stands before the piece.
    fn begins_strongly(&self, piece: &Piece) -> bool {
        (1..=3).filter_map(|back| piece.start.checked_sub(back)).any(|at| is_start_word(&self.items[at]))
    }

    /// Whether "oppstart" or "fra" stands before the piece.
    fn begins(&self, piece: &Piece) -> bool {
        let leads = (1..=7).filter_map(|back| piece.start.checked_sub(back)).any(|at| {
            clock::phrase(self.items, at, Class::Begin).is_some_and(|used| {
                let end = at + used;
                end == piece.start || (end + 1 == piece.start && !self.items[end].is_word())
            })
        });
        leads || self.begins_strongly(piece)
    }

    /// Whether "innen" leads in the piece: right before it, or before the day right before it.
    fn after_deadline(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .take_while(|&before| self.pieces[before].end + 2 > self.pieces[before + 1].start)
            .any(|before| self.pieces[before].what == What::Deadline)
    }

    fn take(&mut self, at: usize) {
        let piece = &self.pieces[at];
        let deadline = self.after_deadline(at);
        let field = match piece.what {
            What::Duration(_) => Field::End,
            What::Clock(_) if deadline => Field::End,
            What::EachDay
            | What::EachWeek
            | What::EachMonth
            | What::Interval(_)
            | What::Nth(..)
            | What::MonthDay(_)
            | What::EvenWeeks(_)
            | What::ForWeeks(_)
            | What::Times(_)
            | What::Until(_) => Field::Recurrence,
            _ => Field::Start,
        };
        let span = self.span_of(piece);
        self.because.push((field, span));
        match piece.what.clone() {
            What::Clock(found) => {
                if deadline {
                    self.deadline = Some(found.from);
                } else if self.clock.is_none() {
                    self.clock = Some(found);
                }
            }
            What::Duration(minutes) => {
                self.duration = self.duration.or(Some(minutes));
            }
            What::Part(minute) => {
                if deadline && self.clock.is_some() {
                    self.has_deadline = true
                } else {
                    self.part = self.part.or(Some(minute))
                }
            }
            What::Weekday { day, next: false, each: false }
                if (self.begins_strongly(piece) && self.repeats_anywhere())
                    || (self.begins(piece) && self.each_day_anywhere()) =>
            {
                self.begin = Some(calendar::first_from(calendar::add(self.today, 1), day));
            }
            What::Weekday { day, next, each } => {
                if !self.weekdays.contains(&day) {
                    self.weekdays.push(day);
                }
                self.next |= next;
                self.each |= each;
            }
            What::InWeeks(date) => {
                self.in_weeks = true;
                self.dates.push(date);
            }
            What::WeekdaySpan(first, last) => self.span = Some((first, last)),
            What::Date(date) if self.begins(piece) && self.repeats_anywhere() => self.begin = Some(date),
            What::Date(date) => {
                if !self.dates.contains(&date) {
                    self.dates.push(date);
                }
            }
            What::DateSpan(from, until) if self.repeats_on_weekdays() => {
                self.begin = Some(from);
                self.until = Some(until);
            }
            What::DateSpan(from, until) => self.date_span = Some((from, until)),
            What::Impossible => self.doubts.push(Doubt::ImpossibleDate(span)),
            What::WeekOf(monday) => {
                if self.begins(piece) && self.repeats_anywhere() {
                    self.begin = Some(monday)
                } else {
                    self.week = self.week.or(Some(monday))
                }
            }
            What::NextWeek => {
                let monday = calendar::in_next_week(self.today, Weekday::Mon);
                if self.begins(piece) && self.repeats_anywhere() {
                    self.begin = Some(monday)
                } else {
                    self.week = Some(monday)
                }
            }
            What::ThisWeek => self.week = Some(calendar::monday(self.today)),
            What::Weekend { next, each } => {
                self.weekend = Some(next);
                self.each |= each;
            }
            What::Workdays { each } => {
                self.workdays = true;
                self.each |= each;
            }
            What::EachDay => self.each_day = true,
            What::EachWeek => self.each_week = true,
            What::EachMonth => self.each_month = true,
            What::Interval(n) => self.interval = n,
            What::Nth(nth, day) => self.nth.push((nth, day)),
            What::MonthDay(day) => self.month_day = Some(day),
            What::EvenWeeks(even) => self.even_weeks = Some(even),
            What::ForWeeks(weeks) => self.weeks = Some(weeks),
            What::Times(times) => self.count = Some(times),
            What::NotBefore(date) => self.not_before = Some(date),
            What::Until(date) => self.until = Some(date),
            What::Deadline => self.has_deadline = true,
        }
    }

    fn repeats_on_weekdays(&self) -> bool {
        self.pieces.iter().any(|piece| match &piece.what {
            What::Weekday { each, .. } | What::Workdays { each } | What::Weekend { each, .. } => *each,
            What::Interval(_) | What::EachWeek => true,
            _ => false,
        })
    }

    fn each_day_anywhere(&self) -> bool {
        self.pieces.iter().any(|piece| piece.what == What::EachDay)
    }

    /// Whether any piece of the message repeats, wherever it stands.
    fn repeats_anywhere(&self) -> bool {
        self.each
            || self.pieces.iter().any(|piece| match &piece.what {
                What::Weekday { each, .. } | What::Weekend { each, .. } | What::Workdays { each } => *each,
                What::EachDay
                | What::EachWeek
                | What::EachMonth
                | What::Interval(_)
                | What::Nth(..)
                | What::MonthDay(_)
                | What::EvenWeeks(_)
                | What::WeekdaySpan(..) => true,
                _ => false,
            })
    }

    fn compose(mut self) -> Schedule {
        let (day, recurrence) = self.days();
        let mut schedule = Schedule { recurrence, day, ..Schedule::default() };
        let from = self.start_minute();
        schedule.clock = from;
        let day = day.or_else(|| {
            from.filter(|_| self.doubts.is_empty()).map(|minute| {
                if minute > self.minute_of_now() { self.today } else { calendar::add(self.today, 1) }
            })
        });
        let day = day.filter(|_| self.doubts.is_empty());
        if let Some(day) = day {
            schedule.start =
                Some(match from.filter(|_| !(self.deadline.is_some() && self.clock.is_none())) {
                    Some(minute) => Start::At(at_minute(day, minute)),
                    None => Start::Day(day),
                });
        }
        let end = self.end_minute(from);
        schedule.until = end.map(|minute| minute % clock::DAY);
        schedule.end = day.zip(end).map(|(day, minute)| at_minute(day, minute));
        self.doubt_the_past(&schedule);
        if self.doubts.iter().any(|doubt| matches!(doubt, Doubt::InThePast(_) | Doubt::ImpossibleDate(_))) {
            schedule.start = None;
            schedule.end = None;
        }
        schedule.because = self.because;
        schedule.doubts = self.doubts;
        schedule
    }

    fn minute_of_now(&self) -> u32 {
        self.now.hour() * 60 + self.now.minute()
    }

    /// The minute of the day of the start: the clock, settled by the part of the day; or the part itself.
    fn start_minute(&self) -> Option<u32> {
        match self.clock {
            Some(found) => self.in_part(found.from).settled(),
            None => self.part,
        }
    }

    fn in_part(&self, mut clock: Clock) -> Clock {
        let Some(part) = self.part else { return clock };
        if clock.half != HalfOfDay::Open {
            return clock;
        }
        if part <= MORNING_ENDS || part == 10 * 60 {
            clock.half = HalfOfDay::Fixed;
        } else if (part >= EVENING_BEGINS || part == 15 * 60) && clock.minute < 12 * 60 {
            clock.half = HalfOfDay::Evening;
        }
        clock
    }

    /// The minute of the day of the end, counted from the start's midnight.
    fn end_minute(&self, from: Option<u32>) -> Option<u32> {
        if let Some(deadline) = self.deadline {
            return deadline.settled();
        }
        let from = from?;
        if let Some(until) = self.clock.and_then(|found| found.until) {
            return Some(clock::end_after(from, self.in_part(until)));
        }
        self.clock?;
        self.duration.map(|minutes| from + minutes)
    }

    /// The first day, and the rule if it repeats.
    fn days(&mut self) -> (Option<NaiveDate>, Option<String>) {
        if let Some((nth, day)) = self.nth.first().copied() {
            return self.monthly_by_weekday(nth, day);
        }
        if let Some(number) = self.month_day {
            let from = self.lower_bound();
            let rule = self.rule("MONTHLY", &format!(";BYMONTHDAY={number}"));
            return (calendar::next_day_of_month(from, number), Some(rule));
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

    /// A start that is over already is not guessed at.
    fn doubt_the_past(&mut self, schedule: &Schedule) {
        let past = match schedule.start {
            Some(Start::Day(day)) => day < self.today,
            Some(Start::At(at)) => at < self.now && schedule.end.is_none_or(|end| end <= self.now),
            None => false,
        };
        if past && schedule.recurrence.is_none() {
            let span = self.because.iter().find(|(field, _)| *field == Field::Start).map(|(_, span)| *span);
            self.doubts.extend(span.map(Doubt::InThePast));
        }
    }
}

/// "oppstart" and its like.
pub(super) fn is_start_word(item: &Item) -> bool {
    item.has(Class::StartWord)
}

/// "Mon/Wed/Fri starting next week": several days, and it goes on.
fn starts_with_several_days(items: &[Item], pieces: &[Piece]) -> bool {
    let days = pieces.iter().filter(|piece| matches!(piece.what, What::Weekday { .. })).count();
    days > 1 && items.iter().any(is_start_word)
}

fn codes(days: &[Weekday]) -> String {
    days.iter().map(|day| calendar::code(*day)).collect::<Vec<_>>().join(",")
}

/// The instant `minute` minutes after the midnight that begins `day`.
fn at_minute(day: NaiveDate, minute: u32) -> NaiveDateTime {
    let day = calendar::add(day, i64::from(minute / clock::DAY));
    let minute = minute % clock::DAY;
    day.and_time(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default())
}
