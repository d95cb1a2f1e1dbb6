//! Places that no preposition leads in, and what looks like a place and is none.

use super::address::{HIGHEST_BY_A_NAME, HIGHEST_ON_A_STREET};
use super::*;

impl Scan<'_> {
    /// "22 Birkeveien", as in English.
    pub(super) fn number_first(&self, at: usize) -> Option<FoundPlace> {
        self.items[at].token.number().filter(|number| (1..=HIGHEST_ON_A_STREET).contains(number))?;
        let mut end = at + 1;
        while self.items.get(end).is_some_and(|item| {
            item.is_word() && item.token.capital && !self.taken[end] && !self.is_name_of_time(end)
        }) && end < at + 4
        {
            end += 1;
        }
        let last = end - 1;
        let street = last > at
            && (self.end_of(last).contains(&PlaceEnd::Street) || self.items[last].has(Class::StreetEnd));
        let glued = self.items.get(at + 1).is_some_and(|next| next.token.glued);
        (street && !glued && self.house_number(end, HIGHEST_BY_A_NAME).is_none()).then_some(FoundPlace {
            start: at,
            end,
            rank: RANK_ADDRESS + RANK_AT,
        })
    }

    /// "mens han er i Spania", "owner is in hospital": where somebody is who needs the help is not where the volunteer goes.
    pub(super) fn is_whereabouts(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(3) else { return false };
        self.items[before].has(Class::Absent)
            && self.items[before + 1].has(Class::Being)
            && self.items[before + 2].has(Class::Preposition)
    }

    /// A place without a preposition, set apart: ", Toppen 3", "Kreftsenteret.", "biblioteket tirsdag".
    pub(super) fn set_apart(&self, at: usize) -> Option<FoundPlace> {
        let item = &self.items[at];
        let opens = at == 0 || (!self.items[at - 1].is_word() && self.items[at - 1].token.number().is_none());
        if !opens
            || self.is_name_of_time(at)
            || item.has(Class::Honorific)
            || item.has(Class::Role)
            || item.has(Class::People)
        {
            return None;
        }
        let closes = |at: usize| {
            self.items.get(at).is_none_or(|next| {
                !next.is_word()
                    || next.has(Class::Clock)
                    || next.has(Class::On)
                    || self.is_name_of_time(at)
                    || next.has(Class::In)
                    || next.has(Class::Every)
                    || next.has(Class::Room)
                    || next.tags.iter().any(|(tag, _)| matches!(tag, Tag::Nth(_)))
            })
        };
        if item.token.capital && !item.has(Class::Name) && at > 0 {
            let second = self
                .items
                .get(at + 1)
                .is_some_and(|next| next.is_word() && next.token.capital && !self.taken[at + 1]);
            let end = at + 1 + usize::from(second);
            if let Some(used) = self.house_number(end, HIGHEST_BY_A_NAME)
                && closes(end + used)
            {
                return Some(FoundPlace { start: at, end: end + used, rank: RANK_ADDRESS });
            }
        }
        if let Some(end) = self.venue_with_name(at)
            && closes(end)
        {
            return Some(FoundPlace { start: at, end, rank: RANK_AT });
        }
        let ends = self.end_of(at);
        // ", Fagerbo"
        let named = item.token.capital
            && at > 0
            && self.items[at - 1].is(",")
            && !item.known
            && ends.contains(&PlaceEnd::Name);
        if named && closes(at + 1) {
            return Some(FoundPlace { start: at, end: at + 1, rank: RANK_TO - 6 });
        }
        let venue = crate::language::clock::phrase(self.items, at, Class::Venue);
        let long = item.token.word.chars().count() >= 7;
        let used = venue.or_else(|| {
            (ends.contains(&PlaceEnd::Venue) && long && is_definite(&item.token.word)).then_some(1)
        })?;
        let practitioner = item.has(Class::Practitioner) || item.has(Class::NotCount);
        (!practitioner && closes(at + used) && (at > 0 || !closes_all(self.items, at + used)))
            .then_some(FoundPlace { start: at, end: at + used, rank: RANK_TO - 5 })
    }

    /// The token after a venue and the name it has, without a preposition: "Solvang omsorgssenter rom 214", "plejecenter Lunden".
    pub(super) fn venue_with_name(&self, at: usize) -> Option<usize> {
        let is_venue = |at: usize| {
            self.items.get(at).is_some_and(|item| {
                item.is_word()
                    && !self.taken[at]
                    && !self.is_name_of_time(at)
                    && (item.has(Class::Venue)
                        || item.has(Class::HouseKind)
                        || self.end_of(at).contains(&PlaceEnd::Venue))
            })
        };
        let is_name = |at: usize| {
            self.items.get(at).is_some_and(|item| {
                item.is_word() && item.token.capital && !self.taken[at] && !self.is_name_of_time(at)
            })
        };
        let mut end = at;
        if is_name(at) && !self.items[at].has(Class::Practitioner) && (at > 0 || !self.items[at].known) {
            while is_name(end) && end < at + 3 {
                end += 1;
            }
            if !is_venue(end) {
                return None;
            }
            end += 1;
            // "rom 214"
            if self.items.get(end).is_some_and(|item| item.has(Class::Room))
                && self.items.get(end + 1).is_some_and(|item| item.token.number().is_some())
            {
                end += 2;
            }
            return Some(end);
        }
        if is_venue(at) && is_name(at + 1) && !self.items[at + 1].has(Class::Name) {
            return Some(at + 2 + self.house_number(at + 2, HIGHEST_BY_A_NAME).unwrap_or(0));
        }
        None
    }
}
