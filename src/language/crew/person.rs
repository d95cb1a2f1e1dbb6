//! Somebody, as a reply speaks of them: "jeg", "to kolleger", "sønnen min Jonas".

use super::{MAX_PEOPLE, Scan};
use crate::language::class::Class;
use crate::language::clock;
use crate::language::lexicon::{Item, Tag};
use crate::language::token::Kind;

/// Whose somebody is, when it is not the sender's: "sønnen hans", "his friend".
const POSSESSIVE: [&str; 8] = ["hans", "hennes", "hennar", "deres", "dykkar", "his", "her", "their"];

/// Some persons said in a row of words: "to kolleger", "sønnen min Jonas", "jeg".
pub(super) struct Persons {
    pub count: u32,
    pub sender: bool,
    /// Only names: they may be those of the persons said before.
    pub named: bool,
    pub end: usize,
}

impl Scan<'_> {
    /// A number that may count people, the lower of a range, and the token after it.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let on_the_hour = self.is(at.wrapping_sub(1), &["slaget"]);
        if self.back(at, 1, Class::Phone) || on_the_hour || self.in_clock(at) {
            return None;
        }
        if self.back(at, 1, Class::Clock) || self.back(at, 1, Class::Half) || self.back(at, 1, Class::Until) {
            return None;
        }
        // "datter på 17"
        if self.back(at, 1, Class::On)
            && !self.back(at, 2, Class::Gang)
            && (2..=3).any(|back| self.back(at, back, Class::Kin))
            || at > 0 && self.items[at - 1].is("(")
        {
            return None;
        }
        // "vi i Solbakken 3"
        let name_before = at > 1
            && self.items[at - 1].token.capital
            && self.items[at - 1].is_word()
            && !self.items[at - 1].known;
        if name_before && self.items[at].token.kind == Kind::Number {
            return None;
        }
        if at > 0
            && [":", "#", ".", "/"].iter().any(|mark| self.items[at - 1].is(mark))
            && self.items[at].token.glued
        {
            return None;
        }
        let (value, used) = clock::number(self.items, at)?;
        let mut next = at + used;
        let range = self.items.get(next).is_some_and(|item| item.is("-") || item.has(Class::Or));
        if range && let Some((upper, more)) = clock::number(self.items, next + 1) {
            // "3-0" is a score.
            if upper < value {
                return None;
            }
            next += 1 + more;
        }
        let unit =
            [Class::Minute, Class::Hour, Class::Day, Class::Week, Class::Month, Class::Year, Class::Over]
                .into_iter()
                .any(|class| self.has(next, class) && !self.has(next, Class::Person));
        let mark = self.items.get(next).is_some_and(|item| {
            item.is(":")
                || item.is("/")
                || item.is("%")
                || (item.is(".")
                    && item.token.glued
                    && self.items.get(next + 1).is_some_and(|next| next.token.glued))
        });
        // "tre plasser i bilen"
        let seats = self.has(next, Class::Spot) && self.is(next + 1, &["i", "in"]);
        ((1..=MAX_PEOPLE).contains(&value) && !unit && !mark && !seats).then_some((value, next))
    }

    /// "kjem ti over åtte": a number that is part of a clock in words.
    fn in_clock(&self, at: usize) -> bool {
        (at.saturating_sub(3)..=at).any(|from| {
            clock::at(self.items, from).is_some_and(|found| {
                found.sure && found.tokens > 2 && from + found.tokens > at && self.has(from + 1, Class::Over)
                    || self.has(from, Class::Quarter) && from + found.tokens > at
            })
        })
    }

    /// The persons that begin at `at`.
    pub(super) fn persons(&self, at: usize) -> Option<Persons> {
        let item = self.items.get(at)?;
        // "vi to", "oss tre"
        if self.has(at, Class::We)
            && let Some((count, end)) = self.number(at + 1)
        {
            return Some(Persons { count, sender: true, named: false, end });
        }
        // "ei" is an article before somebody, and "I" elsewhere.
        let article =
            item.has(Class::Article) && (self.has(at + 1, Class::Kin) || self.has(at + 1, Class::More));
        if (item.has(Class::I) || item.has(Class::Me)) && !article {
            return Some(Persons { count: 1, sender: true, named: false, end: at + 1 });
        }
        // "i Storgata": where, and not who.
        let place = at > 0
            && self.items[at - 1].has(Class::Prep)
            && ((self.items[at - 1].is("i") && !self.is(at.wrapping_sub(2), &["ja"]))
                || ![Class::With, Class::Plus, Class::And, Class::On]
                    .into_iter()
                    .any(|class| self.back(at, 1, class)));
        if self.is_name(at) && !place {
            return Some(Persons { count: 1, sender: false, named: true, end: self.after_names(at, at + 3) });
        }
        let (count, next, article) = self.determiners(at);
        if let Some(kin) = self.kin(at, next, count, article) {
            return Some(kin);
        }
        let counted = count.filter(|_| self.has(next, Class::Person) || self.has(next, Class::More));
        if let Some(count) = counted {
            return Some(Persons { count, sender: false, named: false, end: next + 1 });
        }
        // "de to eldste", "han derre Petter"
        let nouned = count.filter(|_| next > at + 1 && self.back(next, 1, Class::Kind));
        if let Some(count) = nouned {
            return Some(Persons { count, sender: false, named: false, end: next });
        }
        if next > at && count.is_none() && self.is_name(next) && !self.is(at.wrapping_sub(1), &["med", "m"]) {
            return Some(Persons {
                count: 1,
                sender: false,
                named: true,
                end: self.after_names(next, next + 3),
            });
        }
        if self.is_stranger(next) {
            let count = count.unwrap_or(1);
            return Some(Persons { count, sender: false, named: false, end: self.after_owner(next + 1) });
        }
        // "får det til" is no "en til".
        let thing = next > at
            && self.has(next - 1, Class::It)
            && self.items.get(next).is_some_and(|item| item.is("til"));
        // "ein kar te"
        let fellow = article && self.has(next, Class::Person) && self.has(next + 1, Class::More);
        let next = next + usize::from(fellow);
        let another = (article || next > at) && self.has(next, Class::More) && !thing;
        another.then_some(Persons { count: 1, sender: false, named: false, end: next + 1 })
    }

    /// What stands before a noun: how many it says, the token after it, and whether an article is in it.
    fn determiners(&self, at: usize) -> (Option<u32>, usize, bool) {
        let (mut next, mut count, mut article) = (at, None, false);
        while next < at + 5 {
            if let Some((value, after)) = self.number(next).filter(|_| count.is_none()) {
                (count, next) = (Some(value), after);
            } else if self.has(next, Class::Both) && count.is_none() {
                (count, next) = (Some(2), next + 1);
            } else if self.has(next, Class::Kin) && !self.has(next + 1, Class::Kin) {
                break;
            } else if self.is_described_kin(next) {
                next += 1;
            } else if [Class::Article, Class::My, Class::Kind, Class::Demonstrative]
                .into_iter()
                .any(|class| self.has(next, class))
                || (self.is(next, &POSSESSIVE) && self.has(next + 1, Class::Kin))
                || self.is(next, &["derre", "dære", "denne", "n", "'n", "the"])
            {
                article |= self.has(next, Class::Article);
                next += 1;
            } else {
                break;
            }
        }
        (count, next, article)
    }

    /// "han rare naboen": a word of no table between a determiner and somebody.
    fn is_described_kin(&self, at: usize) -> bool {
        self.is_unknown(at)
            && self.has(at + 1, Class::Kin)
            && [Class::Article, Class::My, Class::Demonstrative]
                .into_iter()
                .any(|class| self.back(at, 1, class))
    }

    fn is_unknown(&self, at: usize) -> bool {
        let unknown = |item: &Item| item.is_word() && item.classes.is_empty() && item.tags.is_empty();
        self.items.get(at).is_some_and(unknown)
    }

    /// Somebody of the sender's own at `next`, whose determiners begin at `at`.
    fn kin(&self, at: usize, next: usize, count: Option<u32>, article: bool) -> Option<Persons> {
        let of_mine =
            next > at && self.has(next - 1, Class::My) && self.has(next, Class::Person) && count.is_none();
        if !self.has(next, Class::Kin) && !of_mine {
            return None;
        }
        let many = self.has(next, Class::KinMany) && !article;
        let count = count.unwrap_or(if many { 2 } else { 1 });
        let length = clock::phrase(self.items, next, Class::Kin).unwrap_or(1);
        let mut end = self.after_owner(next + length);
        while self.is_name(end) && count == 1 {
            end += 1;
        }
        Some(Persons { count, sender: false, named: false, end })
    }

    /// The token after words that say whose somebody is: "min", "hans".
    fn after_owner(&self, at: usize) -> usize {
        let mut end = at;
        while self.has(end, Class::My) || self.is(end, &POSSESSIVE) {
            end += 1;
        }
        end
    }

    fn after_names(&self, at: usize, limit: usize) -> usize {
        let mut end = at + 1;
        while end < limit && self.is_name(end) {
            end += 1;
        }
        end
    }

    /// A capital that no table has, beside a word that joins or where a subject stands; "Tor" is no Thursday here.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let short_day =
            item.key.chars().count() <= 3 && item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Weekday(_)));
        // "hanna" in small letters, where the word can be nothing else.
        let small = item.has(Class::Name)
            && !item.has(Class::Homograph)
            && item.key.chars().count() >= 4
            && item.tags.iter().all(|(tag, _)| *tag == Tag::Class(Class::Name));
        small || (item.token.capital && item.is_word() && (!item.known || short_day || item.has(Class::Name)))
    }

    /// "jeg og remplassen", "svigermannen og meg": a word of no table, joined to the sender and by nothing to anything else.
    pub(super) fn is_stranger(&self, at: usize) -> bool {
        if !self.is_unknown(at) {
            return false;
        }
        if self.is_described_kin(at) {
            return true;
        }
        let sender =
            |at: Option<usize>| at.is_some_and(|at| self.has(at, Class::I) || self.has(at, Class::Me));
        // "å", "i" and "a" join in one language and do other things in the next.
        let joins = |at: usize| {
            self.has(at, Class::Plus) || (self.has(at, Class::And) && !self.is(at, &["å", "i", "a", "o"]))
        };
        let mut first = at;
        while first > 0
            && [Class::My, Class::Kind, Class::Article].into_iter().any(|class| self.back(first, 1, class))
        {
            first -= 1;
        }
        let after_sender = first > 1 && joins(first - 1) && sender(first.checked_sub(2));
        let before_sender = first == 0 && joins(at + 1) && sender(Some(at + 2));
        after_sender || before_sender
    }
}
