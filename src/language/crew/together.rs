//! Persons that are named one by one, and those that somebody brings.

use super::Scan;
use crate::language::class::Class;
use crate::language::lexicon::Item;

impl Scan<'_> {
    /// "jeg og Kari", "meg, Per og Ola", "Siri og jeg", "sønnen min og en kamerat".
    pub(super) fn listed(&self) -> Option<u32> {
        let mut at = 0;
        while at < self.items.len() {
            let Some(first) = self.persons(at) else {
                at += 1;
                continue;
            };
            let (mut count, mut sender, mut parts, mut next) = (first.count, first.sender, 1, first.end);
            let head = !first.named && !first.sender;
            let (mut names, mut joined) = (0, false);
            while let Some(link) = self.link(next) {
                let Some(person) = self.persons(link) else { break };
                if person.sender && sender {
                    break;
                }
                count += person.count;
                names += u32::from(person.named);
                sender |= person.sender;
                joined |= self.items[next..link].iter().any(|item| !item.is(","));
                parts += 1;
                next = person.end;
            }
            // "gutta mine, Noah og Emil": the names are those of the boys.
            if head && names > 1 && names + first.count == count && first.count >= 2 {
                return Some(names);
            }
            if parts > 1 && joined {
                // "tar med meg Ole og Kåre".
                let brought = !sender && (1..=3).any(|back| self.back(at, back, Class::Bring));
                return Some(count + u32::from(brought));
            }
            at = next.max(at + 1);
        }
        None
    }

    /// The token after the words that join two persons: ",", "og", "pluss", "sammen med".
    pub(super) fn link(&self, at: usize) -> Option<usize> {
        // "fire ungdommer fra speideren og meg"
        let mut next = at;
        if self.has(at, Class::From) && self.items.get(at + 1).is_some_and(Item::is_word) {
            next = at + 2;
        }
        let at = next;
        while next < at + 3
            && self.items.get(next).is_some_and(|item| {
                !item.has(Class::I)
                    && (item.has(Class::And)
                        || item.has(Class::Plus)
                        || item.is(",")
                        || item.has(Class::With)
                        || item.has(Class::Also))
            })
        {
            next += 1;
        }
        (next > at).then_some(next)
    }

    /// "tar med en venn", "pluss to kolleger", "sammen med kona", "Hilde blir med meg".
    pub(super) fn companions(&self) -> Option<u32> {
        for at in 0..self.items.len() {
            let plus = self.has(at, Class::Plus);
            if !plus && !self.has(at, Class::With) && !self.has(at, Class::And) && !self.has(at, Class::Bring)
            {
                continue;
            }
            // "jeg tar han med på denne"
            let takes_along = self.has(at, Class::Bring)
                && self.items.get(at + 1).is_some_and(|item| {
                    item.has(Class::Third) && !item.has(Class::You) && !item.has(Class::It)
                })
                && self.has(at + 2, Class::With);
            if takes_along {
                return Some(2);
            }
            let next = at + 1 + usize::from(self.has(at + 1, Class::With) || self.has(at + 1, Class::Me));
            // "med fru Hansen" is who is helped.
            if self.has(next, Class::Honorific) {
                continue;
            }
            // "jeg går gjerne med Arne": whom one keeps company.
            let kept_company = self.has(at, Class::With)
                && self.items.get(next).is_some_and(|item| item.token.capital)
                && (1..=3).any(|back| self.back(at, back, Class::Company));
            if kept_company {
                continue;
            }
            if let Some(persons) = self.persons(next).filter(|persons| !persons.sender) {
                // "tar med nabogutane, dei er tre"
                let said = (persons.end..self.items.len()).find_map(|at| {
                    let they = self.has(at, Class::Third) && self.has(at + 1, Class::Be);
                    they.then(|| self.number(at + 2)).flatten()
                });
                return Some(1 + said.map_or(persons.count, |(value, _)| value));
            }
            // "har med meg tre"
            if next > at + 1
                && let Some((value, _)) = self.number(next)
            {
                return Some(1 + value);
            }
            if plus
                && let Some((value, _)) =
                    self.number(at + 1).or_else(|| self.has(at + 1, Class::Article).then_some((1, 0)))
            {
                return Some(1 + value);
            }
        }
        let with_me =
            (1..self.items.len()).any(|at| self.has(at, Class::Me) && self.back(at, 1, Class::With));
        let first = (0..self.items.len()).find_map(|at| self.persons(at))?;
        (with_me && !first.sender).then_some(1 + first.count)
    }

    /// Somebody who holds a place adds one: "broren min vil også hjelpe".
    pub(super) fn adds_somebody(&self, already_accepted: bool) -> bool {
        let any = |class: Class| self.items.iter().any(|item| item.has(class));
        already_accepted && (any(Class::Kin) || any(Class::More)) && (any(Class::Also) || any(Class::Join))
    }
}
