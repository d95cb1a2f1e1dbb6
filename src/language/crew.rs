//! How many people a reply commits: the persons it names are read as a list of noun phrases and counted.

mod person;
mod together;
mod total;

use super::class::Class;
use super::clock;
use super::lexicon::Item;

/// More than this in one reply is not a number of people.
const MAX_PEOPLE: u32 = 40;

/// The people that the tokens `items` commit, the sender included if the sender comes.
pub fn people(items: &[Item], already_accepted: bool) -> u32 {
    let scan = Scan { items };
    let people = scan
        .total()
        .or_else(|| scan.listed())
        .or_else(|| scan.companions())
        .or_else(|| scan.others_too())
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

/// Whether the token `at` is somebody whom no table has, named in one breath with the sender: "jeg og remplassen", "svigermannen og meg".
pub fn is_stranger(items: &[Item], at: usize) -> bool {
    (Scan { items }).is_stranger(at)
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

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.items.get(at).is_some_and(|item| words.contains(&item.key.as_str()))
    }
}
