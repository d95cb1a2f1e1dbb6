//! How many people a reply commits: the persons it names are read as a list of noun phrases and counted.

mod together;

use super::class::Class;
use super::clock;
use super::lexicon::{Item, Tag};
use super::token::Kind;

/// More than this in one reply is not a number of people.
const MAX_PEOPLE: u32 = 40;

/// The people that the tokens `items` commit, the sender included if the sender comes.
pub fn people(items: &[Item], already_accepted: bool) -> u32 {
    let scan = Scan { items };
    let people = scan
        .total()
        .or_else(|| scan.listed())
        .or_else(|| scan.companions())
        .or_else(|| scan.adds_somebody(already_accepted).then_some(2))
        .or_else(|| scan.group());
    people.unwrap_or(1).clamp(1, MAX_PEOPLE)
}

/// Whether the tokens are a count of people that includes the sender: "to stk", "meg og to til", "fire fra oss".
pub fn is_count(items: &[Item]) -> bool {
    let scan = Scan { items };
    let plus = items.first().is_some_and(|item| item.has(Class::Plus));
    scan.total().is_some() || scan.listed().is_some() || (plus && scan.companions().is_some())
}

/// Some persons said in a row of words: "to kolleger", "sønnen min Jonas", "jeg".
struct Persons {
    count: u32,
    sender: bool,
    /// Only names: they may be those of the persons said before.
    named: bool,
    end: usize,
}

struct Scan<'a> {
    items: &'a [Item],
}

impl Scan<'_> {
    fn has(&self, at: usize, class: Class) -> bool {
        clock::phrase(self.items, at, class).is_some()
    }

    fn back(&self, at: usize, back: usize, class: Class) -> bool {
        at.checked_sub(back).is_some_and(|at| self.has(at, class))
    }

    /// A number that may count people, the lower of a range, and the token after it.
    fn number(&self, at: usize) -> Option<(u32, usize)> {
        if self.back(at, 1, Class::Phone) {
            return None;
        }
        if self.in_clock(at) {
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
        if range && let Some((_, more)) = clock::number(self.items, next + 1) {
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
        ((1..=MAX_PEOPLE).contains(&value) && !unit && !mark).then_some((value, next))
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
    fn persons(&self, at: usize) -> Option<Persons> {
        let item = self.items.get(at)?;
        // "ei" is an article before somebody, and "I" elsewhere.
        let article = item.has(Class::Article) && self.has(at + 1, Class::Kin);
        if (item.has(Class::I) || item.has(Class::Me)) && !article {
            return Some(Persons { count: 1, sender: true, named: false, end: at + 1 });
        }
        // "i Storgata": where, and not who.
        let place = at > 0
            && self.items[at - 1].has(Class::Prep)
            && (self.items[at - 1].is("i")
                || ![Class::With, Class::Plus, Class::And, Class::On]
                    .into_iter()
                    .any(|class| self.back(at, 1, class)));
        if self.is_name(at) && !place {
            let mut end = at + 1;
            while self.is_name(end) && end < at + 3 {
                end += 1;
            }
            return Some(Persons { count: 1, sender: false, named: true, end });
        }
        let mut next = at;
        let mut count = None;
        let mut article = false;
        while next < at + 5 {
            if let Some((value, after)) = self.number(next).filter(|_| count.is_none()) {
                (count, next) = (Some(value), after);
            } else if self.has(next, Class::Both) && count.is_none() {
                (count, next) = (Some(2), next + 1);
            } else if self.has(next, Class::Article)
                || self.has(next, Class::My)
                || self.has(next, Class::Kind)
                || self.has(next, Class::Demonstrative)
            {
                article |= self.has(next, Class::Article);
                next += 1;
            } else {
                break;
            }
        }
        let of_mine =
            next > at && self.has(next - 1, Class::My) && self.has(next, Class::Person) && count.is_none();
        if self.has(next, Class::Kin) || of_mine {
            let many = self.has(next, Class::KinMany) && !article;
            let count = count.unwrap_or(if many { 2 } else { 1 });
            let mut end = next + 1;
            while self.has(end, Class::My) {
                end += 1;
            }
            while self.is_name(end) && count == 1 {
                end += 1;
            }
            return Some(Persons { count, sender: false, named: false, end });
        }
        let counted = count.filter(|_| self.has(next, Class::Person) || self.has(next, Class::More));
        if let Some(count) = counted {
            return Some(Persons { count, sender: false, named: false, end: next + 1 });
        }
        // "får det til" is no "en til".
        let thing = next > at
            && self.has(next - 1, Class::It)
            && self.items.get(next).is_some_and(|item| item.is("til"));
        let another = (article || next > at) && self.has(next, Class::More) && !thing;
        another.then_some(Persons { count: 1, sender: false, named: false, end: next + 1 })
    }

    /// A capital that no table has, beside a word that joins or where a subject stands; "Tor" is no Thursday here.
    fn is_name(&self, at: usize) -> bool {
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

    /// "vi er to", "tre av oss", "stiller med 4", "noter 3": the number is that of all.
    fn total(&self) -> Option<u32> {
        for at in 0..self.items.len() {
            let Some((value, next)) = self.number(at) else { continue };
            let we_before = (1..=5).any(|back| self.back(at, back, Class::We))
                && !self.back(at, 1, Class::With)
                && !self.back(at, 1, Class::Plus)
                && !self.back(at, 1, Class::And);
            let of_us = self.has(next, Class::OfUs);
            // "fire av guttene på laget"
            let of_them = self.items.get(next).is_some_and(|item| item.is("av") || item.is("of"))
                && (self.has(next + 1, Class::Kin) || self.has(next + 1, Class::KinMany));
            if of_them {
                return Some(value);
            }
            // "vi blir fem til sammen"
            let together = self.items.get(next).is_some_and(|item| item.is("til"))
                && self.items.get(next + 1).is_some_and(|item| item.has(Class::With));
            let more = !together && self.has(next, Class::More)
                || self.has(next, Class::Kin)
                || self.has(next + 1, Class::Kin);
            if of_us {
                return Some(value);
            }
            if more && !(we_before && self.has(next, Class::KinMany) && self.back(at, 1, Class::Be)) {
                continue;
            }
            let brings =
                self.back(at, 1, Class::With) && (2..=3).any(|back| self.back(at, back, Class::Bring));
            if brings
                || self.back(at, 1, Class::Plus)
                || (self.back(at, 1, Class::And) && !self.back(at, 1, Class::So))
            {
                continue;
            }
            let musters = (1..=3).any(|back| self.back(at, back, Class::Muster));
            let all = self.back(at, 1, Class::Both) || self.back(at, 1, Class::All);
            let people = self.has(next, Class::Person);
            let group = self.back(at, 1, Class::On) && self.back(at, 2, Class::Gang);
            let come = self.has(next, Class::Firm)
                || self.has(next, Class::Come)
                || self.has(next, Class::Relative)
                || (at == 0 && self.has(next + 1, Class::Come));
            // "four from the church"
            let from_somewhere = self.has(next, Class::From) && (at == 0 || self.back(at, 1, Class::Have));
            if from_somewhere
                || we_before
                || musters
                || all
                || people
                || group
                || come
                || self.is_alone(at, next)
            {
                return Some(value);
            }
        }
        None
    }

    /// Whether the number is the whole message but for yes and greetings: "2", "ja, to".
    fn is_alone(&self, at: usize, next: usize) -> bool {
        self.items[..at].iter().chain(&self.items[next..]).all(|item| {
            item.has(Class::Yes)
                || item.has(Class::Can)
                || item.has(Class::Plus)
                || matches!(item.token.kind, Kind::Mark | Kind::Emoji)
        })
    }

    /// "vi kommer", "begge guttene", "ungene mine".
    fn group(&self) -> Option<u32> {
        let any = |class: Class| self.items.iter().any(|item| item.has(class));
        if any(Class::Both) {
            return Some(2);
        }
        let first = self
            .items
            .iter()
            .position(|item| item.has(Class::I) || item.has(Class::We) || item.has(Class::Kin))?;
        if self.has(first, Class::Kin) {
            let whole = |at: usize| self.persons(at).filter(|persons| persons.end > first);
            return (0..=first).find_map(whole).map(|persons| persons.count);
        }
        // In "da ses vi" they are all that meet.
        let all_meet = self.has(first + 1, Class::Meet) || self.back(first, 1, Class::Meet);
        (self.has(first, Class::We) && !all_meet).then_some(2)
    }
}
