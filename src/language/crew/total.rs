//! A number that is that of all who come.

use super::Scan;
use crate::language::class::Class;
use crate::language::token::Kind;

impl Scan<'_> {
    /// "vi er to", "tre av oss", "stiller med 4", "noter 3": the number is that of all.
    pub(super) fn total(&self) -> Option<u32> {
        self.only_so_many().or_else(|| (0..self.items.len()).find_map(|at| self.total_at(at)))
    }

    /// "vi er tre, men bare to kan": the number that is left.
    fn only_so_many(&self) -> Option<u32> {
        (1..self.items.len()).filter(|&at| self.back(at, 1, Class::Only)).find_map(|at| {
            let (value, next) = self.number(at)?;
            let of_people =
                [Class::Can, Class::Come, Class::Firm, Class::OfUs, Class::Person, Class::Relative]
                    .into_iter()
                    .any(|class| self.has(next, class));
            of_people.then_some(value)
        })
    }

    /// The number at `at`, if it is that of all.
    fn total_at(&self, at: usize) -> Option<u32> {
        // "both of us"
        if self.has(at, Class::Both) && self.has(at + 1, Class::OfUs) {
            return Some(2);
        }
        // "en fra oss", "vi sender en"
        let article = self.items[at].has(Class::Article);
        let sends_one = self.back(at, 1, Class::Muster) && self.ends(at + 1);
        if article && (self.has(at + 1, Class::OfUs) || sends_one) {
            return Some(1);
        }
        let (value, next) = self.number(at)?;
        let of = self.is(next, &["av", "of", "af", "z", "з"]);
        // "tre unge sterke herfra"
        let noun = (next..self.items.len()).find(|&at| !self.has(at, Class::Kind)).unwrap_or(next);
        let of_us = self.has(noun, Class::OfUs) || (self.is(next, &["us"]) && self.is(next - 1, &["of"]));
        // "tar med to fra laget": they come besides.
        if !self.is_brought(at) && (of_us || (of && self.of_them(next + 1))) {
            return Some(value);
        }
        let we_before = (1..=5).any(|back| self.back(at, back, Class::We))
            && ![Class::With, Class::Plus, Class::And].into_iter().any(|class| self.back(at, 1, class));
        if self.adds_up(at, next, we_before) {
            return None;
        }
        let musters = (1..=3).any(|back| self.back(at, back, Class::Muster));
        let all = self.back(at, 1, Class::Both) || self.back(at, 1, Class::All);
        let people = self.has(next, Class::Person) || self.has(next, Class::Spot);
        let group = self.back(at, 1, Class::On) && self.back(at, 2, Class::Gang);
        let come = [Class::Firm, Class::Come, Class::Relative].into_iter().any(|class| self.has(next, class))
            || (at == 0 && self.they_come(next));
        // "four from the church"
        let from_somewhere = self.has(next, Class::From) && (at == 0 || self.back(at, 1, Class::Have));
        // "tar 2", "make that three", "kan være to", "put us down for four"
        let put_down =
            self.is(at.wrapping_sub(1), &["for"]) && (2..=4).any(|back| self.back(at, back, Class::Muster));
        let taken = self.ends(next)
            && (put_down
                || self.back(at, 1, Class::Take)
                || (self.back(at, 1, Class::Be) && self.back(at, 2, Class::Can))
                || (self.back(at, 1, Class::It) && at > 1 && self.is(at - 2, &["make"])));
        let is_total = from_somewhere
            || we_before
            || musters
            || all
            || people
            || group
            || come
            || taken
            || self.is_alone(at, next);
        is_total.then_some(value)
    }

    /// "fem konfirmanter kommer", "to pensjonister her som kan": what those who are counted do.
    fn they_come(&self, noun: usize) -> bool {
        (noun + 1..=noun + 2).any(|at| {
            [Class::Come, Class::Relative, Class::Firm].into_iter().any(|class| self.has(at, class))
        })
    }

    /// "fire av guttene på laget", "to av plassene", "two of the spots": whom or what the number is a part of.
    fn of_them(&self, at: usize) -> bool {
        let at = at + usize::from(self.is(at, &["the", "de", "dei"]));
        [Class::Kin, Class::KinMany, Class::Spot].into_iter().any(|class| self.has(at, class))
    }

    /// Whether others are added to the number: "to til", "tre kolleger", "to voksne og ett barn", "vi to + Svein".
    fn adds_up(&self, at: usize, next: usize, we_before: bool) -> bool {
        // "vi blir fem til sammen"
        let together = self.is(next, &["til"]) && self.has(next + 1, Class::With);
        let more = !together && self.has(next, Class::More)
            || (self.has(next, Class::Kin) && !self.has(next, Class::Person))
            || self.has(next + 1, Class::Kin);
        if more && !(we_before && self.has(next, Class::KinMany) && self.back(at, 1, Class::Be)) {
            return true;
        }
        let added =
            self.back(at, 1, Class::Plus) || (self.back(at, 1, Class::And) && !self.back(at, 1, Class::So));
        self.is_brought(at) || added || self.goes_on_with_others(next)
    }

    /// "tar med to": whom somebody brings.
    fn is_brought(&self, at: usize) -> bool {
        self.back(at, 1, Class::With) && (2..=3).any(|back| self.back(at, back, Class::Bring))
    }

    /// "to voksne og ett barn", "vi to + Svein": somebody else is joined to the number by more than a comma.
    fn goes_on_with_others(&self, next: usize) -> bool {
        let next = next + usize::from(self.has(next, Class::Person));
        let joined = self.has(next, Class::And) || self.has(next, Class::Plus);
        joined
            && self
                .link(next)
                .and_then(|link| self.persons(link))
                .is_some_and(|persons| !persons.sender && (persons.named || persons.end > next + 2))
    }

    /// "hele gjengen kommer": some people, and nobody says how many.
    fn is_whole_gang(&self, at: usize) -> bool {
        let leads = !self.items[..at].iter().any(|item| item.has(Class::Prep) || item.has(Class::I));
        let whole = self.is(at.wrapping_sub(1), &["hele", "hela", "heile", "whole", "halve", "cała", "вся"]);
        let acts = [Class::Come, Class::Firm, Class::Take, Class::Can]
            .into_iter()
            .any(|class| self.has(at + 1, class));
        self.has(at, Class::Gang) && leads && (whole || acts)
    }

    /// Whether no word follows from `at` on.
    fn ends(&self, at: usize) -> bool {
        self.items[at..].iter().all(|item| !item.is_word())
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

    /// "vi kommer", "begge guttene", "ungene mine", "hele gjengen".
    pub(super) fn group(&self) -> Option<u32> {
        let any = |class: Class| self.items.iter().any(|item| item.has(class));
        if any(Class::Both) {
            return Some(2);
        }
        if (0..self.items.len().min(3)).any(|at| self.is_whole_gang(at)) {
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
        // "vi får det til, jeg kommer"
        let alone = self.items[first..].iter().any(|item| item.has(Class::I) && !item.has(Class::We));
        (self.has(first, Class::We) && !all_meet && !alone).then_some(2)
    }
}
