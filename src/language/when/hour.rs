//! Which numbers are clocks, and the parts of the day.

use super::{Hit, Scan, What};
use crate::language::class::Class;
use crate::language::clock::{self, Found};
use crate::language::lexicon::{Item, Tag};

impl Scan<'_> {
    pub(super) fn clock(&self, at: usize) -> Hit {
        let found = clock::at(self.items, at)?;
        let end = at + found.tokens;
        if (at..end).any(|at| self.taken[at]) || !self.is_clock(at, &found) {
            return None;
        }
        Some((vec![What::Clock(found)], end))
    }

    /// "25:00", "kl 26.30", "12:75": written as a clock, and none.
    pub(super) fn impossible_clock(&self, at: usize) -> Hit {
        let said = self.has(at, Class::Clock) && !self.is(at, "at") && !self.is(at, "i");
        let from = at + usize::from(said);
        let two = |at: usize| {
            self.item(at).filter(|item| item.token.word.len() == 2).and_then(|item| item.token.number())
        };
        let hour = self.item(from).filter(|item| item.token.word.len() <= 2)?.token.number()?;
        let mark = self.item(from + 1).filter(|item| item.token.glued);
        let minutes = two(from + 2)
            .filter(|_| mark.is_some_and(|mark| mark.is(":") || (said && mark.is("."))))
            .filter(|_| self.items[from + 2].token.glued);
        let no_clock = hour > 24 || (hour == 24 && minutes.is_some_and(|minutes| minutes > 0));
        match minutes {
            Some(minutes) => (no_clock || minutes > 59).then_some((vec![What::Impossible], from + 3)),
            None => (said && hour > 24).then_some((vec![What::Impossible], from + 1)),
        }
    }

    /// "kl 12 og 16": a number joined to the clock right before it.
    fn joined_to_clock(&self, at: usize, end: usize) -> bool {
        let joined = self.before.last().is_some_and(|piece| {
            matches!(&piece.what, What::Clock(before) if before.until.is_none())
                && piece.end + 1 == at
                && clock::is_and(&self.items[piece.end])
        });
        let ends = self.items.get(end).is_none_or(|item| {
            !item.is_word() || (item.has(Class::Preposition) && !item.has(Class::Until) && !item.is("av"))
        });
        joined && ends && self.items[at].token.number().is_some()
    }

    pub(super) fn is_clock(&self, at: usize, found: &Found) -> bool {
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
        // "fra 4. etg"
        if after.is_some_and(|item| item.is(".") && item.token.glued) && self.followed_by_storey(end + 1) {
            return false;
        }
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
                || (found.tokens >= 3
                    && self.items[at..end].iter().any(|item| item.has(Class::Over) || item.is("på")));
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
                || after.is_some_and(|item| item.is("til") || item.is("av") || item.has(Class::Relative));
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
            return self.joined_to_clock(at, end);
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

    pub(super) fn part(&self, at: usize) -> Hit {
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
