//! Addresses: a street and the number of a house.

use super::*;

/// Highest number of a house on a street, where it is counted in metres from its beginning: "Gamle Fjellveien 8739".
pub(super) const HIGHEST_ON_A_STREET: u32 = 9_999;
/// The same behind a name that may be no street's.
pub(super) const HIGHEST_BY_A_NAME: u32 = 2_000;

impl Scan<'_> {
    /// Whether a number of at most `highest`, and perhaps a letter, at `at` is that of a house: its tokens.
    pub(super) fn house_number(&self, at: usize, highest: u32) -> Option<usize> {
        let item = self.items.get(at).filter(|_| !self.taken[at])?;
        item.token.number().filter(|number| (1..=highest).contains(number))?;
        if crate::language::clock::is_dwelling_number(self.items, at + 1) {
            return Some(3);
        }
        let next = self.items.get(at + 1);
        if next.is_some_and(|next| {
            (next.token.glued
                && (next.is("-") || next.is(":") || next.is("/"))
                && self.items.get(at + 2).is_some_and(|item| item.token.number().is_some()))
                || next.has(Class::People)
                || next.has(Class::Hour)
        }) {
            return None;
        }
        if next.is_some_and(|next| {
            next.is(".")
                && next.token.glued
                && self
                    .items
                    .get(at + 2)
                    .is_some_and(|item| item.token.glued && item.token.number().is_some())
        }) {
            return None;
        }
        // "Museumshagen 1. mai"
        let dated = next.is_some_and(|next| next.is("."))
            && self.items.get(at + 2).is_some_and(|item| {
                item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Month(_) | Tag::Weekday(_)))
            });
        let dated = dated || item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Holiday(_)));
        if dated {
            return None;
        }
        let letter = next.is_some_and(|next| {
            next.is_word()
                && next.token.word.len() == 1
                && !next.is("i")
                && !next.is("à")
                && (next.token.glued || next.token.capital)
        });
        Some(1 + usize::from(letter))
    }

    /// "Storgata 5", "Øvre Torggate 7 B", "Ole Bulls vei 3", "storgata 5".
    pub(super) fn address(&self, at: usize) -> Option<FoundPlace> {
        if self.is_help_before_street(at) {
            return None;
        }
        let mut end = at;
        let mut street = false;
        while end < self.items.len() && end < at + 4 && !self.taken[end] && self.items[end].is_word() {
            let item = &self.items[end];
            let is_street = (item.has(Class::StreetEnd) && end > at && self.items[end - 1].token.capital)
                || self.end_of(end).contains(&PlaceEnd::Street);
            if is_street {
                street = true;
                end += 1;
                break;
            }
            if !item.token.capital
                || (end == at
                    && (item.has(Class::Preposition)
                        || item.has(Class::Honorific) && !self.end_of(end + 1).contains(&PlaceEnd::Street)
                        || item.has(Class::Want)
                        || self.is_name_of_time(end)))
            {
                return self.capital_with_number(at);
            }
            end += 1;
        }
        if !street || end == at {
            return self.capital_with_number(at);
        }
        if let Some(used) = self.house_number(end, HIGHEST_ON_A_STREET) {
            return Some(FoundPlace {
                start: at,
                end: end + used,
                rank: RANK_ADDRESS + self.lead(at).unwrap_or(RANK_TO),
            });
        }
        let named = self.items[end - 1].token.capital && at > 0 || self.lead(at).is_some();
        let lead = self.lead(at).or(named.then_some(RANK_TO))?;
        Some(FoundPlace { start: at, end, rank: lead + 5 })
    }

    /// "Snømåking" of "Snømåking Storgata 5": the first word is a capital's for its place alone.
    fn is_help_before_street(&self, at: usize) -> bool {
        let street = at + 1;
        street < self.items.len()
            && self.items[street].token.capital
            && self.items[street].is_word()
            && !crate::language::vocabulary::request().services.of_word(&self.items[at].token.word).is_empty()
            && self.address(street).is_some_and(FoundPlace::is_address)
    }

    /// "i Åsen 14": a capital and a number behind a preposition.
    pub(super) fn capital_with_number(&self, at: usize) -> Option<FoundPlace> {
        let item = &self.items[at];
        let lead = self.lead(at)?;
        if !item.token.capital
            || self.is_name_of_time(at)
            || item.has(Class::Honorific)
            || item.has(Class::Name)
        {
            return None;
        }
        let mut end = at + 1;
        if self.items.get(end).is_some_and(|next| {
            next.is_word() && next.token.capital && !self.taken[end] && !self.is_name_of_time(end)
        }) {
            end += 1;
        }
        let used = self.house_number(end, HIGHEST_BY_A_NAME)?;
        let closes = self.items.get(end + used).is_none_or(|next| {
            !next.is_word()
                || next.has(Class::Preposition)
                || next.has(Class::Clock)
                || next.has(Class::Relative)
                || next.has(Class::Needs)
                || self.is_name_of_time(end + used)
        });
        closes.then_some(FoundPlace { start: at, end: end + used, rank: RANK_ADDRESS / 2 + lead })
    }
}
