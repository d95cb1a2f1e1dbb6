//! Persons that are named one by one, and those that somebody brings.

use super::Scan;
use super::person::Persons;
use crate::language::class::Class;
use crate::language::lexicon::Item;
use crate::language::token::Kind;

/// Persons in a row, joined by ",", "og" and the like.
struct Row {
    count: u32,
    sender: bool,
    /// How many parts it has, and whether more than commas join them.
    parts: u32,
    joined: bool,
    end: usize,
}

impl Scan<'_> {
    /// "jeg og Kari", "meg, Per og Ola", "Siri og jeg", "sønnen min og en kamerat".
    pub(super) fn listed(&self) -> Option<u32> {
        let mut at = 0;
        while at < self.items.len() {
            let Some(first) = self.persons(at) else {
                at += 1;
                continue;
            };
            let row = self.row(&first);
            if row.parts > 1 && row.joined {
                // "tar med meg Ole og Kåre", "sammen med Anne og Trond".
                let led =
                    (1..=3).any(|back| self.back(at, back, Class::Bring)) || self.back(at, 1, Class::With);
                let brought = !row.sender && led;
                return Some(row.count + u32::from(brought) + self.brought_after(row.end));
            }
            at = row.end.max(at + 1);
        }
        None
    }

    /// "kona og eg kjem, og så tek me med oss Nils": how many more are brought along in the tokens from `from` on.
    fn brought_after(&self, from: usize) -> u32 {
        let brought = (from + 1..self.items.len()).find_map(|at| {
            let with_us = self.has(at, Class::With) && (1..=2).any(|back| self.back(at, back, Class::Bring));
            let next = at + 1 + usize::from(self.has(at + 1, Class::Me));
            with_us.then(|| self.persons(next)).flatten().filter(|persons| !persons.sender)
        });
        brought.map_or(0, |persons| persons.count)
    }

    /// The row of persons that begins with `first`.
    fn row(&self, first: &Persons) -> Row {
        let mut row =
            Row { count: first.count, sender: first.sender, parts: 1, joined: false, end: first.end };
        let head = !first.named && !first.sender;
        let mut names = 0;
        let mut last_is_one_kin = head && first.count == 1;
        while let Some(link) = self.link(row.end) {
            let Some(person) = self.persons(link) else { break };
            if person.sender && row.sender {
                break;
            }
            let comma_only = self.items[row.end..link].iter().all(|item| item.is(","));
            row.parts += 1;
            let before = std::mem::replace(&mut row.end, person.end);
            // "jeg og min bror, Jonas": the name is that of the brother, as a list would have "og" before its last.
            let names_the_last =
                comma_only && row.joined && person.named && last_is_one_kin && self.link(row.end).is_none();
            if names_the_last {
                continue;
            }
            debug_assert!(row.end > before);
            row.count += person.count;
            names += u32::from(person.named);
            row.sender |= person.sender;
            row.joined |= !comma_only;
            last_is_one_kin = !person.named && !person.sender && person.count == 1;
        }
        // "gutta mine, Noah og Emil": the names are those of the boys.
        if head && names > 1 && names + first.count == row.count && first.count >= 2 {
            row.count = names;
        }
        row
    }

    /// The token after the words that join two persons: ",", "og", "pluss", "sammen med".
    pub(super) fn link(&self, at: usize) -> Option<usize> {
        let at = self.after_aside(at);
        let mut next = at;
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

    /// The token after what is said of somebody in passing: "fra speideren", "på 17", "(15)".
    fn after_aside(&self, at: usize) -> usize {
        let number = |at: usize| self.items.get(at).is_some_and(|item| item.token.kind == Kind::Number);
        if self.has(at, Class::From)
            && !self.has(at, Class::With)
            && self.items.get(at + 1).is_some_and(Item::is_word)
        {
            return at + 2;
        }
        if self.is(at, &["på"]) && number(at + 1) {
            return at + 2;
        }
        if self.is(at, &["("]) && number(at + 1) && self.is(at + 2, &[")"]) {
            return at + 3;
        }
        if self.is(at, &[")"]) { at + 1 } else { at }
    }

    /// "tar med en venn", "pluss to kolleger", "sammen med kona", "Hilde blir med meg".
    pub(super) fn companions(&self) -> Option<u32> {
        if let Some(count) = (0..self.items.len()).find_map(|at| self.companions_at(at)) {
            return Some(count);
        }
        let with_me =
            (1..self.items.len()).any(|at| self.has(at, Class::Me) && self.back(at, 1, Class::With));
        let first = (0..self.items.len()).find_map(|at| self.persons(at))?;
        (with_me && !first.sender).then_some(1 + first.count)
    }

    /// The sender and who is named after the "with" or "and" at `at`.
    fn companions_at(&self, at: usize) -> Option<u32> {
        let plus = self.has(at, Class::Plus);
        let joins = [Class::With, Class::And, Class::Bring].into_iter().any(|class| self.has(at, class));
        if !plus && !joins {
            return None;
        }
        // "jeg tar han med på denne"
        let takes_along = self.has(at, Class::Bring)
            && self
                .items
                .get(at + 1)
                .is_some_and(|item| item.has(Class::Third) && !item.has(Class::You) && !item.has(Class::It))
            && self.has(at + 2, Class::With);
        if takes_along {
            return Some(2);
        }
        // "jeg har to med meg"
        if self.has(at, Class::Bring)
            && let Some((value, after)) = self.number(at + 1)
            && self.has(after, Class::With)
            && self.has(after + 1, Class::Me)
        {
            return Some(1 + value);
        }
        let next = at + 1 + usize::from(self.has(at + 1, Class::With) || self.has(at + 1, Class::Me));
        // "med fru Hansen" is who is helped.
        if self.has(next, Class::Honorific) {
            return None;
        }
        // "jeg går gjerne med Arne": whom one keeps company.
        let kept_company = self.has(at, Class::With)
            && self.items.get(next).is_some_and(|item| item.token.capital)
            && (1..=3).any(|back| self.back(at, back, Class::Company));
        if kept_company {
            return None;
        }
        if let Some(persons) = self.persons(next).filter(|persons| !persons.sender) {
            // "tar med nabogutane, dei er tre"
            let said = (persons.end..self.items.len()).find_map(|at| {
                let they = self.has(at, Class::Third) && self.has(at + 1, Class::Be);
                they.then(|| self.number(at + 2)).flatten()
            });
            let row = self.row(&persons);
            let with_others = if row.joined && !row.sender { row.count } else { persons.count };
            return Some(1 + said.map_or(with_others, |(value, _)| value));
        }
        let counted = |at: usize| {
            let one = |at: usize| self.has(at, Class::Article).then_some((1, at + 1));
            self.number(at).or_else(|| one(at))
        };
        // "har med meg tre", "tar gjerne med meg en"
        if next > at + 1
            && let Some((value, after)) = counted(next)
            && (value > 1 || self.items[after..].iter().all(|item| !item.is_word()))
        {
            return Some(1 + value);
        }
        if plus && let Some((value, _)) = counted(at + 1) {
            return Some(1 + value);
        }
        None
    }

    /// "jeg kan. Kari også", "I'm in, and so is Dave", "eg kjem, og det gjer mannen òg": somebody who does the same.
    pub(super) fn others_too(&self) -> Option<u32> {
        let sender = |at: usize| {
            self.has(at, Class::I) || (self.items[at].has(Class::Me) && !self.back(at, 1, Class::With))
        };
        (0..self.items.len()).position(sender)?;
        (0..self.items.len()).find_map(|at| {
            let persons = self.persons(at).filter(|persons| !persons.sender)?;
            let so = at > 1 && self.back(at, 2, Class::So);
            let too = (persons.end..persons.end + 3)
                .any(|at| self.has(at, Class::Also) && !self.has(at, Class::More));
            (so || too).then_some(1 + persons.count)
        })
    }

    /// Somebody who holds a place adds one: "broren min vil også hjelpe", "Per kommer også".
    pub(super) fn adds_somebody(&self, already_accepted: bool) -> bool {
        let any = |class: Class| self.items.iter().any(|item| item.has(class));
        let somebody =
            any(Class::Kin) || any(Class::More) || (0..self.items.len()).any(|at| self.is_name(at));
        already_accepted
            && somebody
            && (any(Class::Also) || any(Class::Join) || self.items.iter().any(|item| item.is("seg")))
    }
}
