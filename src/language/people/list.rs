//! Volunteers that are listed: parts that add up.

use super::{Count, MAX_PART, Scan};
use crate::language::class::Class;
use crate::language::lexicon::Tag;

impl Scan<'_> {
    /// "en nisse, en pianist og to på kjøkkenet", "4 sjåfører og 4 løpere", "referees x3 and a first aider": parts that add up.
    pub(super) fn list(&self) -> Option<Vec<Count>> {
        let mut at = 0;
        while at < self.items.len() {
            let mut parts: Vec<Count> = Vec::new();
            let mut next = at;
            while let Some(part) = self.part(next) {
                parts.push(part);
                let mut link = part.end;
                while self.has(link, Class::Joins) || self.is(link, &[","]) {
                    link += 1;
                }
                if link == part.end {
                    break;
                }
                next = link;
            }
            // "en med fres og en til håndmåking"
            let each_has_its_own = parts.iter().all(|part| self.stands_alone(part));
            let anchored = parts.iter().any(|part| part.sure)
                && parts.iter().all(|part| self.fits_a_list(part))
                || each_has_its_own;
            let numbers =
                parts.iter().any(|part| self.items[part.at].token.number().is_some() || part.value > 1);
            let opened =
                at > 0 && self.is(at - 1, &[":", ",", "-", "."]) || at == 0 || self.has(at - 1, Class::Want);
            if parts.len() > 1 && (anchored || (opened && (numbers || parts.len() > 2))) {
                return Some(parts.into_iter().map(|part| Count { sure: true, ..part }).collect());
            }
            at += 1;
        }
        None
    }

    /// A part of a list of volunteers: a number or article, and what they are or where they stand. `sure`: the noun is one of the tables.
    pub(super) fn part(&self, at: usize) -> Option<Count> {
        let item = self.items.get(at).filter(|_| !self.taken[at])?;
        let article = item.has(Class::Article) || self.is(at, &["én", "éin"]);
        // "referees x3"
        if item.has(Class::Role) && self.is(at + 1, &["x", "×"]) {
            let (value, end) = self.number(at + 1)?;
            return Some(Count { value, at, end, sure: true });
        }
        if self.is(at, &["to"]) && self.is_english() {
            return None;
        }
        let (value, after) = self.number(at).or_else(|| article.then_some((1, at + 1)))?;
        let noun = self.after_adjectives(after);
        let barred = [Class::NotCount, Class::Person, Class::Hour, Class::Minute, Class::Note]
            .into_iter()
            .any(|class| self.has(noun, class))
            && !self.has(noun, Class::Role)
            && !(self.has(noun, Class::People) && value > 1);
        if barred
            || !self.is_word(noun)
            || self.taken[noun] && self.has(noun, Class::Week)
            || self.counts_recipients(at, after)
        {
            return None;
        }
        if self.back(at, 1, Class::ForWhom) && !self.has(noun, Class::Role) {
            return None;
        }
        let mut end = noun + 1;
        while end < self.items.len()
            && end < at + MAX_PART
            && self.is_word(end)
            && !self.has(end, Class::Joins)
            && !self.starts_a_time(end)
        {
            end += 1;
        }
        let known = self.has(noun, Class::Role) || self.has(noun, Class::People);
        let end = if known { noun + 1 } else { end };
        Some(Count { value, at, end, sure: known })
    }

    /// "en som rydder", "en til kiosken", "en kyndig": a number without a noun, and what they do or have.
    pub(super) fn stands_alone(&self, part: &Count) -> bool {
        let led =
            ["som", "til", "med", "på", "ved", "i", "der", "who", "with", "to", "for", "kyndig", "erfaren"];
        self.is(part.at + 1, &led) && !self.back(part.at, 1, Class::ForWhom)
    }

    /// "en seng, to stk": a thing is no part of a list of volunteers.
    pub(super) fn fits_a_list(&self, part: &Count) -> bool {
        part.sure
            || part.value > 1
            || self.has(part.at + 1, Class::Relative)
            || self.has(part.at + 1, Class::ForWhom)
            || self.is(part.at + 1, &["på", "i", "ved", "med", "m", "at", "in", "on", "til"])
    }

    pub(super) fn starts_a_time(&self, at: usize) -> bool {
        self.taken[at] && self.items[at].tags.iter().any(|(tag, _)| !matches!(tag, Tag::Class(_)))
    }

    /// "sjåfør og hjelper": roles joined without a number are one each.
    pub(super) fn bare_roles(&self, counts: &[Count]) -> Option<Vec<Count>> {
        let role = |at: usize| {
            self.has(at, Class::Role)
                && !self.taken[at]
                && !counts.iter().any(|count| (count.at..count.end).contains(&at))
        };
        let at = (0..self.items.len()).find(|&at| {
            let joined = self.has(at + 1, Class::Joins)
                && role(at)
                && (role(at + 2) || (self.has(at + 2, Class::Article) && role(at + 3)));
            joined && !self.has(at, Class::Several)
        })?;
        let second = if role(at + 2) { at + 2 } else { at + 3 };
        if self.has(second, Class::Several) {
            return None;
        }
        let mut both = vec![
            Count { value: 1, at, end: at + 1, sure: true },
            Count { value: 1, at: second, end: second + 1, sure: true },
        ];
        both.extend(counts.iter().copied().filter(|count| count.sure));
        Some(both)
    }
}
