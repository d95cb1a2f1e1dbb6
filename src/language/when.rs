//! When: the words of a message that say a time, found one by one from left to right.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar;
use super::class::Class;
use super::clock::{self, Found, phrase};
use super::lexicon::{Item, Tag};
use crate::domain::holidays::Holiday;

/// The longest length of time that is read, in minutes or hours.
const MOST_UNITS: u32 = 9_999;

/// One piece of what is said of time, and the tokens that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub what: What,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Clock(Found),
    /// Minutes.
    Duration(u32),
    /// Minute of the day that a part of the day begins.
    Part(u32),
    /// A weekday; with "neste" it is that of next week.
    Weekday {
        day: Weekday,
        next: bool,
        each: bool,
    },
    /// "man-fre".
    WeekdaySpan(Weekday, Weekday),
    Date(NaiveDate),
    /// "om to uker": that day, or the weekday of that week that is said as well.
    InWeeks(NaiveDate),
    /// "12.–19. desember".
    DateSpan(NaiveDate, NaiveDate),
    /// A date that no calendar has.
    Impossible,
    /// The Monday of a numbered week.
    WeekOf(NaiveDate),
    NextWeek,
    ThisWeek,
    Weekend {
        next: bool,
        each: bool,
    },
    Workdays {
        each: bool,
    },
    EachDay,
    EachWeek,
    EachMonth,
    /// Every second, third … one.
    Interval(u32),
    /// The first, second … or last (-1) such weekday of a month.
    Nth(i32, Weekday),
    /// That day of each month.
    MonthDay(u32),
    EvenWeeks(bool),
    /// "i åtte uker".
    ForWeeks(u32),
    /// "de neste tre onsdagene".
    Times(u32),
    /// "over nyttår", "etter påske": not before this day.
    NotBefore(NaiveDate),
    /// The last day of something.
    Until(NaiveDate),
    /// The word before makes the next clock or date a deadline.
    Deadline,
}

/// Finds the pieces in `items`; tokens for which `taken` holds belong to something else.
pub fn pieces(items: &[Item], taken: &[bool], today: NaiveDate) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if taken[at] {
            at += 1;
            continue;
        }
        let found = Scan { items, taken, today, before: &pieces }.at(at);
        match found {
            Some((whats, end)) => {
                pieces.extend(whats.into_iter().map(|what| Piece { what, start: at, end }));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    pieces
}

struct Scan<'a> {
    items: &'a [Item],
    taken: &'a [bool],
    today: NaiveDate,
    before: &'a [Piece],
}

type Hit = Option<(Vec<What>, usize)>;

impl Scan<'_> {
    fn at(&self, at: usize) -> Hit {
        let readers: [fn(&Self, usize) -> Hit; 15] = [
            Self::holiday,
            Self::not_before,
            Self::each_month_day,
            Self::nth_weekday,
            Self::repeated,
            Self::date_span,
            Self::date,
            Self::until,
            Self::deadline,
            Self::in_some_time,
            Self::duration,
            Self::week,
            Self::weekday,
            Self::relative_day,
            Self::clock,
        ];
        readers.iter().find_map(|read| read(self, at)).or_else(|| self.part(at))
    }

    fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at).filter(|_| !self.taken[at])
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.item(at).is_some_and(|item| item.has(class))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.item(at).is_some_and(|item| item.is(word))
    }

    fn class(&self, at: usize, class: Class) -> Option<usize> {
        self.item(at)?;
        phrase(self.items, at, class)
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        self.item(at)?;
        clock::number(self.items, at)
    }

    fn tag<T>(&self, at: usize, pick: impl Fn(Tag) -> Option<T>) -> Option<(T, usize)> {
        self.item(at)?.tags.iter().find_map(|(tag, used)| Some((pick(*tag)?, *used)))
    }

    fn weekday_at(&self, at: usize) -> Option<(Weekday, usize)> {
        let (day, mut used) =
            self.tag(at, |tag| if let Tag::Weekday(day) = tag { Some(day) } else { None })?;
        let item = self.item(at)?;
        // "sun", "man" and "mon" are also other words; "fri" is free.
        let short = item.key.chars().count() <= 3;
        if short && self.is(at + 1, ".") {
            used += 1;
        }
        let doubtful = ["man", "fri", "tor", "sat", "sun", "mon", "lau", "lør"].contains(&item.key.as_str());
        if doubtful && !self.short_day_fits(at, used) {
            return None;
        }
        Some((day, used))
    }

    /// Whether a three-letter weekday stands where one does: by a clock, a dash, a date or a full stop.
    fn short_day_fits(&self, at: usize, used: usize) -> bool {
        let next = self.item(at + used);
        let by_number = next.is_some_and(|next| {
            next.token.number().is_some()
                || next.has(Class::Clock)
                || next.is("-")
                || next.has(Class::Half)
                || next.is(",")
        });
        let after_dash =
            at > 0 && (self.is(at - 1, "-") || self.has(at - 1, Class::Every) || self.is(at - 1, ","));
        used > 1
            || by_number
            || after_dash
            || (at > 0
                && (self.is(at - 1, "på") || self.is(at - 1, "og"))
                && next.is_none_or(|next| !next.is_word()))
    }

    fn holiday(&self, at: usize) -> Hit {
        let (holiday, used) =
            self.tag(at, |tag| if let Tag::Holiday(holiday) = tag { Some(holiday) } else { None })?;
        let date = calendar::next_holiday(self.today, holiday)?;
        // "påskeløp" is one word, but "1. juledag kl 13" goes on; "17. mai-arrangement" is the day too.
        Some((vec![What::Date(date)], at + used))
    }

    fn not_before(&self, at: usize) -> Hit {
        let year = self.today.year();
        let date = if let Some(used) = self.class(at, Class::NewYear) {
            let this = NaiveDate::from_ymd_opt(year, 1, 2)?;
            let date = if this >= self.today { this } else { NaiveDate::from_ymd_opt(year + 1, 1, 2)? };
            Some((date, used))
        } else if let Some(used) = self.class(at, Class::Easter) {
            Some((calendar::add(calendar::next_holiday(self.today, Holiday::EasterMonday)?, 1), used))
        } else if let Some(used) = self.class(at, Class::Christmas) {
            Some((calendar::add(calendar::next_holiday(self.today, Holiday::BoxingDay)?, 1), used))
        } else if super::schedule::is_start_word(self.item(at)?) {
            let next = at + 1 + usize::from(self.is(at + 1, "i") || self.is(at + 1, "in"));
            let (month, used) =
                self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })?;
            Some((calendar::next_date(self.today, 1, month, None)?, next + used - at))
        } else {
            None
        };
        let (date, used) = date?;
        Some((vec![What::NotBefore(date)], at + used))
    }

    /// "den 20. hver måned", "den 1. i måneden".
    fn each_month_day(&self, at: usize) -> Hit {
        let mut next = at;
        if self.is(next, "den") || self.is(next, "the") {
            next += 1;
        }
        let (day, used) = self.number(next)?;
        next += used;
        while self.is(next, ".")
            || self.is(next, "th")
            || self.is(next, "st")
            || self.is(next, "nd")
            || self.is(next, "rd")
            || self.is(next, "e")
        {
            next += 1;
        }
        let used = self.class(next, Class::EachMonth)?;
        let ordinal = next > at + 1 || self.is(at, "den");
        ((1..=31).contains(&day) && ordinal).then(|| (vec![What::MonthDay(day)], next + used))
    }

    /// "første tirsdag i måneden", "siste fredag i hver måned".
    fn nth_weekday(&self, at: usize) -> Hit {
        let mut next = at;
        for word in ["den", "the", "hver", "kvar", "every", "each"] {
            if self.is(next, word) {
                next += 1;
            }
        }
        let (nth, used) = self.ordinal(next)?;
        let (day, day_used) = self.weekday_at(next + used)?;
        let end = next + used + day_used;
        let month = self.class(end, Class::EachMonth)?;
        Some((vec![What::Nth(nth, day)], end + month))
    }

    fn ordinal(&self, at: usize) -> Option<(i32, usize)> {
        const ORDINALS: [(&[&str], i32); 5] = [
            (&["første", "fyrste", "fyste", "første", "första", "first"], 1),
            (&["andre", "andra", "anden", "annen", "second"], 2),
            (&["tredje", "third"], 3),
            (&["fjerde", "fjärde", "fourth"], 4),
            (&["siste", "sista", "sidste", "last"], -1),
        ];
        let item = self.item(at)?;
        if let Some((_, nth)) = ORDINALS.iter().find(|(words, _)| words.contains(&item.key.as_str())) {
            return Some((*nth, 1));
        }
        let number = item.token.number().filter(|number| (1..=5).contains(number))?;
        let marked = self.is(at + 1, ".")
            || self.is(at + 1, "st")
            || self.is(at + 1, "nd")
            || self.is(at + 1, "rd")
            || self.is(at + 1, "th");
        (marked && self.weekday_at(at + 2).is_some()).then_some((i32::try_from(number).ok()?, 2))
    }

    /// "hver", "annenhver", "hver tredje", "daglig", "ukentlig", "hverdager".
    fn repeated(&self, at: usize) -> Hit {
        let simple = [
            (Class::EvenWeeks, What::EvenWeeks(true)),
            (Class::OddWeeks, What::EvenWeeks(false)),
            (Class::EachDay, What::EachDay),
            (Class::EachWeek, What::EachWeek),
        ];
        for (class, what) in simple {
            if let Some(used) = self.class(at, class) {
                return Some((vec![what], at + used));
            }
        }
        if let Some(used) =
            self.class(at, Class::EachMonth).filter(|used| *used > 1 || !self.has(at, Class::In))
        {
            return Some((vec![What::EachMonth], at + used));
        }
        if let Some(used) = self.class(at, Class::Alternate) {
            return Some(self.after_every(vec![What::Interval(2)], at + used));
        }
        if self.is(at, "alle") || self.is(at, "all") || self.is(at, "alla") {
            if self.has(at + 1, Class::Workday) || self.item(at + 1).is_some_and(|item| item.has(Class::Day))
            {
                return Some(self.after_every(Vec::new(), at + 1));
            }
            return None;
        }
        if self.has(at, Class::Every) {
            if let Some((n, used)) = self.every_nth(at + 1) {
                return Some(self.after_every(vec![What::Interval(n)], at + 1 + used));
            }
            let (whats, end) = self.after_every(Vec::new(), at + 1);
            return (!whats.is_empty()).then_some((whats, end));
        }
        if self.has(at, Class::Workday) {
            let each = self.item(at).is_some_and(|item| {
                ["er", "ar", "e", "ene", "ane", "s", "arna"].iter().any(|end| item.key.ends_with(end))
            });
            return Some((vec![What::Workdays { each }], at + 1));
        }
        None
    }

    /// "tredje", "3.", "fjerde" after "hver".
    fn every_nth(&self, at: usize) -> Option<(u32, usize)> {
        const WORDS: [(&str, u32); 12] = [
            ("andre", 2),
            ("annen", 2),
            ("annan", 2),
            ("anden", 2),
            ("second", 2),
            ("tredje", 3),
            ("third", 3),
            ("fjerde", 4),
            ("fjärde", 4),
            ("fourth", 4),
            ("femte", 5),
            ("sjette", 6),
        ];
        let item = self.item(at)?;
        if let Some((_, n)) = WORDS.iter().find(|(word, _)| item.is(word)) {
            return Some((*n, 1));
        }
        let (number, used) = self.number(at)?;
        let mark = usize::from(
            self.is(at + used, ".")
                || self.is(at + used, "rd")
                || self.is(at + used, "th")
                || self.is(at + used, "nd"),
        );
        let unit = self.has(at + used + mark, Class::Week) || self.weekday_at(at + used + mark).is_some();
        ((2..=12).contains(&number) && unit).then_some((number, used + mark))
    }

    /// What is repeated: a weekday, a day, a week, a month.
    fn after_every(&self, mut whats: Vec<What>, at: usize) -> (Vec<What>, usize) {
        let mut next = at;
        if self.is(next, "eneste") || self.is(next, "single") {
            next += 1;
        }
        let mut days = 0;
        loop {
            let plural = self.tag(next, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None });
            let Some((day, used)) = plural.or_else(|| self.weekday_at(next)) else { break };
            whats.push(What::Weekday { day, next: false, each: true });
            next += used;
            days += 1;
            let link = self.is(next, "og")
                || self.is(next, "och")
                || self.is(next, "and")
                || self.is(next, ",")
                || self.is(next, "&")
                || self.is(next, "+");
            let again = next + usize::from(link);
            let again = again + usize::from(link && self.has(again, Class::Every));
            if link && self.weekday_at(again).is_some() {
                next = again;
            } else {
                break;
            }
        }
        if days > 0 {
            return (whats, next);
        }
        if self.has(next, Class::Workday) {
            whats.push(What::Workdays { each: true });
        } else if self.has(next, Class::Weekend) {
            whats.push(What::Weekend { next: false, each: true });
        } else if self.has(next, Class::Week) {
            whats.push(What::EachWeek);
        } else if self.has(next, Class::Month) {
            whats.push(What::EachMonth);
        } else if self
            .tag(next, |tag| if let Tag::Part(minute) = tag { Some(minute) } else { None })
            .is_some()
        {
            // "hver morgen": each day, and the part of the day is read next.
            whats.push(What::EachDay);
            return (whats, next);
        } else if self.has(next, Class::Day) {
            whats.push(What::EachDay);
        } else {
            return (whats, next);
        }
        (whats, next + 1)
    }

    /// "12.–19. desember", "fra 3. til 5. mars", "24/3-27/3".
    fn date_span(&self, at: usize) -> Hit {
        let mut next = at;
        if self.is(next, "fra")
            || self.is(next, "frå")
            || self.is(next, "från")
            || self.is(next, "from")
            || self.is(next, "den")
        {
            next += 1;
        }
        if self.is(next, "den") {
            next += 1;
        }
        let (first, used) = self.number(next)?;
        next += used;
        let first_month = self.month_after(next);
        let mut said = first_month.is_some();
        if let Some((_, used)) = first_month {
            next += used;
        } else if self.is(next, ".") {
            next += 1;
            said = true;
        }
        let link = self.is(next, "-")
            || self.is(next, "til")
            || self.is(next, "till")
            || self.is(next, "to")
            || self.is(next, "og")
            || self.is(next, "t");
        if !link {
            return None;
        }
        next += 1;
        if self.is(next, "den") {
            next += 1;
        }
        let (last, used) = self.number(next)?;
        next += used;
        let (month, used) = self.month_after(next)?;
        next += used;
        if !said && !self.is(at, "den") && self.items.get(at).and_then(|item| item.token.number()).is_none() {
            return None;
        }
        let first_month = first_month.map_or(month, |(month, _)| month);
        let from = calendar::next_date(self.today, first, first_month, None);
        let Some(from) = from else { return Some((vec![What::Impossible], next)) };
        let Some(until) = calendar::next_date(from, last, month, None) else {
            return Some((vec![What::Impossible], next));
        };
        Some((vec![What::DateSpan(from, until)], next))
    }

    /// A month right after the number of a day: ". desember", "/12", ".12.".
    fn month_after(&self, at: usize) -> Option<(u32, usize)> {
        let mut next = at;
        let slash = self.is(next, "/");
        let dot = self.is(next, ".") && self.item(next).is_some_and(|item| item.token.glued);
        if slash || dot {
            next += 1;
        } else if self.is(next, "th")
            || self.is(next, "st")
            || self.is(next, "nd")
            || self.is(next, "rd")
            || self.is(next, "e")
        {
            next += 1;
            if self.is(next, "of") {
                next += 1;
            }
        }
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
        {
            return Some((month, next + used - at));
        }
        let item = self.item(next).filter(|item| item.token.glued && (slash || dot))?;
        let month =
            item.token.number().filter(|month| (1..=12).contains(month) && item.token.word.len() <= 2)?;
        if slash {
            return Some((month, next + 1 - at));
        }
        let closed = self.item(next + 1).is_some_and(|item| item.is(".") && item.token.glued);
        closed.then_some((month, next + 2 - at))
    }

    /// "3/12", "3.12.", "den 24.", "3. desember 2027", "December 3rd".
    fn date(&self, at: usize) -> Hit {
        let mut next = at;
        let said_den = self.is(next, "den") || self.is(next, "the");
        if said_den {
            next += 1;
        }
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            && let Some((day, day_used)) = self.number(next + used)
            && self.item(next + used).is_some_and(|item| item.token.number().is_some())
            && (self.is(next + used + day_used, "th")
                || self.is(next + used + day_used, "st")
                || self.is(next + used + day_used, "nd")
                || self.is(next + used + day_used, "rd")
                || (self.items[next].key.len() > 3
                    && day <= 31
                    && !self.is(next + used + day_used, ":")
                    && !self.is(next + used + day_used, "-")
                    && matches!(
                        self.items[next].key.as_str(),
                        "january"
                            | "february"
                            | "march"
                            | "may"
                            | "june"
                            | "july"
                            | "october"
                            | "december"
                            | "april"
                            | "august"
                            | "september"
                            | "november"
                    )))
        {
            let mut end = next + used + day_used;
            if !self.is(end, ",") && self.item(end).is_some_and(|item| item.is_word() && item.token.glued) {
                end += 1;
            }
            return Some(self.dated(day, month, end));
        }
        let (day, used) = self.number(next)?;
        let spelled_out = self.items.get(next).is_some_and(|item| item.token.number().is_none());
        let preceded_by_clock = at > 0 && self.has(at - 1, Class::Clock);
        next += used;
        if let Some((month, used)) = self.month_after(next) {
            let with_dot_only = self.is(next, ".")
                && self.items.get(next + 1).is_some_and(|item| item.token.number().is_some());
            if preceded_by_clock && with_dot_only {
                return None;
            }
            return Some(self.dated(day, month, next + used));
        }
        if let Some(month) = self.month_without_end(next, preceded_by_clock, said_den) {
            return Some(self.dated(day, month, next + 2));
        }
        let dot = self.is(next, ".") && self.item(next).is_some_and(|item| item.token.glued);
        let ordinal =
            dot || self.is(next, "th") || self.is(next, "st") || self.is(next, "nd") || self.is(next, "rd");
        // "den 24.", "tirsdag 24.": a day of this month or the next.
        let by_weekday = self
            .before
            .last()
            .is_some_and(|piece| piece.end == at && matches!(piece.what, What::Weekday { .. }));
        let short_ordinal = ordinal
            && by_weekday
            && !self
                .items
                .get(next + 1)
                .is_some_and(|item| item.token.glued && item.token.number().is_some());
        if !spelled_out
            && ((said_den && (ordinal || day > 12 || self.ends_clause(next))) || short_ordinal)
            && !self.followed_by_storey(next + usize::from(ordinal))
        {
            return Some(match calendar::next_day_of_month(self.today, day) {
                Some(date) => (vec![What::Date(date)], next + usize::from(ordinal)),
                None => (vec![What::Impossible], next + usize::from(ordinal)),
            });
        }
        None
    }

    fn ends_clause(&self, at: usize) -> bool {
        self.item(at).is_none_or(|item| !item.is_word() || item.has(Class::Clock))
    }

    fn followed_by_storey(&self, at: usize) -> bool {
        self.has(at, Class::NotCount)
    }

    /// The month of "3.12" without a full stop behind: only where it can be no clock.
    fn month_without_end(&self, at: usize, preceded_by_clock: bool, said_den: bool) -> Option<u32> {
        if preceded_by_clock || !self.is(at, ".") || !self.item(at)?.token.glued {
            return None;
        }
        let item = self.item(at + 1).filter(|item| item.token.glued)?;
        let month = item.token.number().filter(|month| (1..=12).contains(month))?;
        let day = self.items.get(at - 1)?.token.number()?;
        let no_clock = day > 23 || item.token.word.len() == 1 || said_den;
        let another_clock = month % 5 != 0 && self.clock_later(at + 2);
        (no_clock || another_clock).then_some(month)
    }

    /// Whether a sure clock follows somewhere.
    fn clock_later(&self, at: usize) -> bool {
        (at..self.items.len()).any(|at| self.has(at, Class::Clock) && clock::at(self.items, at).is_some())
    }

    fn dated(&self, day: u32, month: u32, end: usize) -> (Vec<What>, usize) {
        let mut end = end;
        let mut year = None;
        let slash = usize::from(self.is(end, "/") || self.is(end, "."));
        if let Some(item) = self.item(end + slash)
            && let Some(number) = item.token.number()
            && (slash == 0 || item.token.glued)
        {
            if (2000..2200).contains(&number) {
                year = i32::try_from(number).ok();
                end += 1 + slash;
            } else if item.token.word.len() == 2 && item.token.glued && (20..60).contains(&number) {
                year = i32::try_from(2000 + number).ok();
                end += 1 + slash;
            }
        }
        let what = calendar::next_date(self.today, day, month, year).map_or(What::Impossible, What::Date);
        (vec![what], end)
    }

    /// "ut juni", "til og med 10. april", "fram til jul".
    fn until(&self, at: usize) -> Hit {
        const OUT: [&str; 7] = ["ut", "ut av", "throughout", "until", "t", "tom", "till"];
        const TO: [&str; 10] =
            ["til", "till", "tom", "until", "t", "to", "fram", "frem", "through", "indtil"];
        let item = self.item(at)?;
        if item.is("ut") || (OUT.contains(&item.key.as_str()) && self.is(at + 1, "end")) || item.is("out") {
            let mut next = at + 1;
            while self.is(next, "end") || self.is(next, "of") || self.is(next, "hele") {
                next += 1;
            }
            if let Some((month, used)) =
                self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            {
                return Some((vec![What::Until(calendar::end_of_month(self.today, month)?)], next + used));
            }
            if self.is(next, "året") || self.is(next, "året") {
                return Some((
                    vec![What::Until(NaiveDate::from_ymd_opt(self.today.year(), 12, 31)?)],
                    next + 1,
                ));
            }
            if let Some((monday, end)) = self.numbered_week(next) {
                return Some((vec![What::Until(calendar::add(monday, 6))], end));
            }
            if self.is(next, "måneden") || self.is(next, "månaden") {
                return Some((vec![What::Until(calendar::last_of_month(self.today)?)], next + 1));
            }
            return None;
        }
        if !TO.contains(&item.key.as_str()) {
            return None;
        }
        let mut next = at + 1;
        while ["og", "med", "til", "och", "end", "of", "the", ".", "o", "m"]
            .iter()
            .any(|word| self.is(next, word))
            && next < at + 6
        {
            next += 1;
        }
        let inclusive =
            next > at + 1 || item.is("tom") || item.is("through") || item.is("until") || item.is("t");
        if let Some((month, used)) =
            self.tag(next, |tag| if let Tag::Month(month) = tag { Some(month) } else { None })
            && self.item(next + used).is_none_or(|item| item.token.number().is_none())
        {
            let whole_month =
                self.items[at..next].iter().any(|item| item.is("med") || item.is("end")) || inclusive;
            let last = if whole_month {
                calendar::end_of_month(self.today, month)?
            } else {
                calendar::add(calendar::next_date(self.today, 1, month, None)?, -1)
            };
            return Some((vec![What::Until(last)], next + used));
        }
        let dated = self.holiday(next).or_else(|| self.date(next));
        if let Some((whats, end)) = dated
            && let Some(What::Date(date)) = whats.first()
        {
            return Some((vec![What::Until(*date)], end));
        }
        if inclusive && let Some((monday, end)) = self.numbered_week(next) {
            return Some((vec![What::Until(calendar::add(monday, 6))], end));
        }
        None
    }

    /// "innen", "før", "senest" before a clock or a day.
    fn deadline(&self, at: usize) -> Hit {
        let used = self.class(at, Class::Before)?;
        let next = at + used;
        let clock = clock::at(self.items, next).is_some_and(|found| found.sure || found.tokens > 1);
        let day = self.weekday_at(next).is_some()
            || self.date(next).is_some()
            || self.relative_day(next).is_some()
            || self.holiday(next).is_some();
        let on_day = (self.is(next, "på") || self.is(next, "on")) && self.weekday_at(next + 1).is_some();
        let noon = self.part(next).is_some() && !self.is(at, "før");
        let number = self.number(next).is_some_and(|(n, _)| n <= 24) && self.ends_clause(next + 1);
        (clock || day || on_day || noon || number).then(|| (vec![What::Deadline], next))
    }

    /// "om tre dager", "om en uke", "in two weeks", "om 14 dager".
    fn in_some_time(&self, at: usize) -> Hit {
        if !self.has(at, Class::In) {
            return None;
        }
        let mut next = at + 1;
        if self.is(next, "ca") {
            next += 1;
        }
        let (count, used) = self.number(next).or_else(|| self.class(next, Class::Article).map(|_| (1, 1)))?;
        let unit = next + used;
        if self.has(unit, Class::Week) && !(self.is(at, "i") && count > 1) {
            return Some((
                vec![What::InWeeks(calendar::add(self.today, i64::from(count.min(99)) * 7))],
                unit + 1,
            ));
        }
        // "om en time" is no length of time.
        if self.has(unit, Class::Hour) && !self.is(at, "i") {
            return Some((Vec::new(), unit + 1));
        }
        if self.has(unit, Class::Day) {
            return Some((vec![What::Date(calendar::add(self.today, i64::from(count.min(366))))], unit + 1));
        }
        if self.has(unit, Class::Month) {
            let date = self.today.checked_add_months(chrono::Months::new(count.min(24)))?;
            return Some((vec![What::Date(date)], unit + 1));
        }
        None
    }

    /// "en times tid", "2 timer", "30 min", "i åtte uker", "3 ganger".
    fn duration(&self, at: usize) -> Hit {
        if let Some((minutes, used)) =
            self.tag(at, |tag| if let Tag::Minutes(minutes) = tag { Some(minutes) } else { None })
        {
            return Some((vec![What::Duration(minutes)], at + used));
        }
        if (self.is(at, "i")
            || self.is(at, "for")
            || self.is(at, "de")
            || self.is(at, "dei")
            || self.is(at, "the")
            || self.is(at, "next"))
            && let Some(hit) = self.for_weeks(at + 1)
        {
            return Some(hit);
        }
        // A telephone number or a door code is no length of time.
        let (count, used) = self.number(at).filter(|(count, _)| *count <= MOST_UNITS)?;
        let mut next = at + used;
        let half = (self.is(next, "og") || self.is(next, "and"))
            && (self.is(next + 1, "en") || self.is(next + 1, "ein") || self.is(next + 1, "a"))
            && self.has(next + 2, Class::Half);
        let mut minutes = count * 60;
        if half {
            minutes += 30;
            next += 3;
        } else if self.is(next, "½") {
            minutes += 30;
            next += 1;
        } else if (self.is(next, ",") || self.is(next, ".")) && self.is(next + 1, "5") {
            minutes += 30;
            next += 2;
        } else if self.is(next, "-")
            && let Some((most, used)) = self.number(next + 1).filter(|(most, _)| *most <= MOST_UNITS)
            && (self.has(next + 1 + used, Class::Hour) || self.has(next + 1 + used, Class::Minute))
        {
            next += 1 + used;
            minutes = most * 60;
        }
        if self.has(next, Class::Hour) && count <= 48 {
            // "2 timer og 30 min"
            let mut end = next + 1;
            while self.is(end, "tid") {
                end += 1;
            }
            let more = end + usize::from(self.is(end, "og"));
            if let Some((extra, used)) = self.number(more)
                && self.has(more + used, Class::Minute)
            {
                return Some((vec![What::Duration(minutes + extra.min(59))], more + used + 1));
            }
            return Some((vec![What::Duration(minutes)], end));
        }
        if self.has(next, Class::Minute) && count < 600 {
            let walk = self.is(next + 1, "over")
                || self.is(next + 1, "på")
                || self.is(next + 1, "unna")
                || self.is(next + 1, "å");
            return (!walk).then(|| (vec![What::Duration(minutes / 60)], next + 1));
        }
        None
    }

    /// "åtte uker", "neste tre onsdagene", "6 ganger".
    fn for_weeks(&self, at: usize) -> Hit {
        let mut next = at;
        while self.has(next, Class::Next) || self.has(next, Class::This) {
            next += 1;
        }
        let (count, used) = self.number(next)?;
        if !(2..=104).contains(&count) {
            return None;
        }
        next += used;
        while self.has(next, Class::This) || self.has(next, Class::Next) {
            next += 1;
        }
        if self.has(next, Class::Week) {
            return Some((vec![What::ForWeeks(count)], next + 1));
        }
        let (day, used) = self
            .tag(next, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None })
            .or_else(|| self.weekday_at(next))?;
        Some((vec![What::Times(count), What::Weekday { day, next: false, each: true }], next + used))
    }

    fn numbered_week(&self, at: usize) -> Option<(NaiveDate, usize)> {
        let mut next = at;
        if !self.has(next, Class::Week) {
            return None;
        }
        next += 1;
        if self.is(next, ".") || self.is(next, "nr") {
            next += 1;
        }
        let week = self.item(next)?.token.number()?;
        Some((calendar::monday_of_week(self.today, week)?, next + 1))
    }

    /// "uke 48", "neste uke", "denne uka", "til helga", "neste helg".
    fn week(&self, at: usize) -> Hit {
        if self.has(at, Class::Week)
            && let Some(number) =
                self.item(at + 1 + usize::from(self.is(at + 1, "."))).and_then(|item| item.token.number())
            && number <= 60
        {
            return Some(match self.numbered_week(at) {
                Some((monday, end)) => (vec![What::WeekOf(monday)], end),
                None => (vec![What::Impossible], at + 2),
            });
        }
        if self.is(at, "wk") {
            return None;
        }
        let next_word = self.has(at, Class::Next) && !self.is(at, "førre");
        if (next_word || self.is(at, "kommende") || self.is(at, "komande")) && self.has(at + 1, Class::Week) {
            return Some((vec![What::NextWeek], at + 2));
        }
        if self.has(at, Class::This) && self.has(at + 1, Class::Week) {
            return Some((vec![What::ThisWeek], at + 2));
        }
        if next_word && self.has(at + 1, Class::Weekend) {
            return Some((vec![What::Weekend { next: true, each: false }], at + 2));
        }
        if self.has(at, Class::Weekend) {
            let said = at == 0 || !self.is(at - 1, "god") && !self.is(at - 1, "forrige");
            return said.then(|| (vec![What::Weekend { next: false, each: false }], at + 1));
        }
        if self.is(at, "helgene")
            || self.is(at, "helger")
            || self.is(at, "helgane")
            || self.is(at, "helgar")
            || self.is(at, "helgerne")
            || self.is(at, "weekends")
            || self.is(at, "weekender")
        {
            return Some((vec![What::Weekend { next: false, each: true }], at + 1));
        }
        None
    }

    /// "fredag", "neste fredag", "førstkommende torsdag", "man-fre", "tirsdager".
    fn weekday(&self, at: usize) -> Hit {
        if let Some((day, used)) =
            self.tag(at, |tag| if let Tag::Weekdays(day) = tag { Some(day) } else { None })
        {
            return Some((vec![What::Weekday { day, next: false, each: true }], at + used));
        }
        let mut next = at;
        let next_week = self.has(next, Class::Next);
        if next_week || self.has(next, Class::This) {
            next += 1;
        }
        let (day, used) = self.weekday_at(next)?;
        let mut end = next + used;
        let link = self.is(end, "-")
            || self.is(end, "til")
            || self.is(end, "till")
            || self.is(end, "to")
            || self.is(end, "tom")
            || self.is(end, "through");
        let last = end
            + 1
            + if self.is(end, "til") && self.is(end + 1, "og") && self.is(end + 2, "med") { 2 } else { 0 };
        if link && let Some((last_day, last_used)) = self.weekday_at(last) {
            end = last + last_used;
            return Some((vec![What::WeekdaySpan(day, last_day)], end));
        }
        Some((vec![What::Weekday { day, next: next_week, each: false }], end))
    }

    /// "i morgen", "i kveld".
    fn relative_day(&self, at: usize) -> Hit {
        let (days, used) = self.tag(at, |tag| if let Tag::InDays(days) = tag { Some(days) } else { None })?;
        let mut whats = vec![What::Date(calendar::add(self.today, i64::from(days)))];
        let part = self.item(at)?.tags.iter().find_map(|(tag, length)| match tag {
            Tag::Part(minute) if *length == used => Some(*minute),
            _ => None,
        });
        whats.extend(part.map(What::Part));
        Some((whats, at + used))
    }

    fn clock(&self, at: usize) -> Hit {
        let found = clock::at(self.items, at)?;
        let end = at + found.tokens;
        if (at..end).any(|at| self.taken[at]) || !self.is_clock(at, &found) {
            return None;
        }
        Some((vec![What::Clock(found)], end))
    }

    fn is_clock(&self, at: usize, found: &Found) -> bool {
        let end = at + found.tokens;
        let after = self.items.get(end);
        let counts = after.is_some_and(|item| {
            [
                Class::People,
                Class::Role,
                Class::NotCount,
                Class::Hour,
                Class::Minute,
                Class::Day,
                Class::Person,
            ]
            .into_iter()
            .any(|class| item.has(class))
                && !item.has(Class::Until)
        });
        let kl = self.items[at].has(Class::Clock) && !self.items[at].is("at") && !self.items[at].is("i");
        if kl {
            return true;
        }
        if after.is_some_and(|item| {
            item.is("%")
                || (item.is("-")
                    && item.token.glued
                    && self.items.get(end + 1).is_some_and(|next| next.is_word() && next.token.glued))
        }) {
            return false;
        }
        let first_number = self.items[at..end].iter().find_map(|item| item.token.number());
        let in_words = first_number.is_none();
        let relative =
            self.items[at..end].iter().any(|item| item.has(Class::Half) || item.has(Class::Quarter))
                || (found.tokens >= 3 && self.items[at..end].iter().any(|item| item.has(Class::Over)));
        if relative {
            return !counts;
        }
        let before_words: Vec<&Item> =
            (1..=2).filter_map(|back| at.checked_sub(back)).map(|at| &self.items[at]).collect();
        let previous = before_words.first();
        let led = previous.is_some_and(|item| {
            [Class::From, Class::After, Class::Before].into_iter().any(|class| item.has(class))
                || item.is("mellom")
                || item.is("rundt")
        });
        let day_before = self.before.last().is_some_and(|piece| {
            piece.end == at && !matches!(piece.what, What::Duration(_) | What::Deadline | What::Clock(_))
        });
        let deadline =
            self.before.last().is_some_and(|piece| piece.end == at && piece.what == What::Deadline);
        let comma_after_day = self.before.last().is_some_and(|piece| {
            piece.end + 1 == at
                && self.items[piece.end].is(",")
                && !matches!(piece.what, What::Duration(_) | What::Clock(_))
        });
        let with_minute = found.sure && !found.from.minute.is_multiple_of(60);
        if counts && !with_minute {
            return false;
        }
        if self.items.get(at).is_some_and(|item| item.token.number().is_some_and(|n| n > 2400)) {
            return false;
        }
        let clock_already = self.before.iter().any(|piece| matches!(piece.what, What::Clock(_)));
        if found.until.is_some() {
            let wanted = previous.is_some_and(|item| item.has(Class::Want))
                || after.is_some_and(|item| item.is("til") || item.is("av"));
            return if in_words { led || day_before || found.sure } else { !wanted || led };
        }
        let with_minutes =
            self.items[at..end].iter().any(|item| item.is(".") || item.is(":") || item.is("h"))
                && found.tokens >= 3;
        if with_minutes {
            let price = after.is_some_and(|item| item.is("kr"));
            return !price;
        }
        if found.sure
            && (found.from.half != clock::HalfOfDay::Open || self.items[at].is("at"))
            && !clock_already
            && (led || day_before || self.items[at].token.word.len() == 4 || found.tokens > 1)
        {
            return true;
        }
        let ends = after.is_none_or(|item| {
            !item.is_word()
                || item.has(Class::Preposition)
                || item.has(Class::Article)
                || item.has(Class::Clock)
                || item.has(Class::On)
                || (!item.has(Class::People) && !item.has(Class::Role))
        });
        let til = after.is_some_and(|item| item.is("til") || item.is("till"));
        if clock_already {
            return false;
        }
        (day_before || comma_after_day && !in_words && !til && previous.is_some())
            && !in_words
            && !til
            && ends
            && !self.is(end, ".")
            && !(comma_after_day && !day_before && !self.ends_clause(end))
            || ((led || deadline)
                && ends
                && !(in_words && !deadline && !previous.is_some_and(|item| item.has(Class::After))))
            || (self.items[at].is("at") && found.tokens > 1 && ends)
    }

    fn part(&self, at: usize) -> Hit {
        let (minute, used) =
            self.tag(at, |tag| if let Tag::Part(minute) = tag { Some(minute) } else { None })?;
        let greeting =
            at > 0 && (self.is(at - 1, "god") || self.is(at - 1, "good") || self.is(at - 1, "godt"));
        // Food is no time: "middag", "lunsj", "frokost" alone.
        let food = used == 1
            && self.item(at).is_some_and(|item| {
                ["lunsj", "lunch", "em", "frokosttid", "eve"].contains(&item.key.as_str())
            })
            && !(at > 0
                && (self.is(at - 1, "til")
                    || self.is(at - 1, "ved")
                    || self.is(at - 1, "at")
                    || self.is(at - 1, "rundt")
                    || self.weekday_at(at - 1).is_some()));
        if let Some(used) = self.class(at, Class::NewYear).or_else(|| self.class(at, Class::Easter)) {
            return Some((Vec::new(), at + used));
        }
        if greeting || food { None } else { Some((vec![What::Part(minute)], at + used)) }
    }
}
