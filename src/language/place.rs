//! Where: addresses, venues and named places. A person's name is no place, nor is a kind of shop or practitioner.

mod address;
mod apart;

use super::class::Class;
use super::lexicon::{Item, Tag};
use super::stems::Stems;

/// What the end of a word says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceEnd {
    Street,
    Venue,
    Name,
}

/// A place in the message, as tokens without the preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    pub start: usize,
    pub end: usize,
    /// How sure it is that the volunteer goes here; the highest wins.
    pub rank: u32,
}

impl FoundPlace {
    /// Whether it is a street with a number.
    pub fn is_address(self) -> bool {
        self.rank >= RANK_ADDRESS && self.end > self.start + 1
    }
}

const RANK_ADDRESS: u32 = 40;
const RANK_AT: u32 = 20;
const RANK_TO: u32 = 10;
/// "hentes i", "fra", "oppmøte ved": where somebody starts.
const RANK_FETCH: u32 = 60;

/// Every place in `items`, in order.
pub fn places(items: &[Item], taken: &[bool], ends: &Stems<PlaceEnd>) -> Vec<FoundPlace> {
    let scan = Scan { items, taken, ends };
    let mut places: Vec<FoundPlace> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match scan.at(at) {
            Some(place) => {
                at = place.end;
                places.push(place);
            }
            None => at += 1,
        }
    }
    // "i kiosken på samfunnshuset", "i kiosken, Fagerlia stadion": the house is where one goes, the room comes after.
    for room in 0..places.len().saturating_sub(1) {
        let found = places[room];
        let place = places[room + 1];
        let numbered = items[found.start + 1..found.end].iter().all(|item| item.token.number().is_some());
        if numbered
            && items[found.start].has(Class::Room)
            && place.start <= found.end + 1
            && !items[place.start].has(Class::Room)
        {
            places[room].rank = place.rank.saturating_sub(1);
        }
    }
    // "lageret i Industriveien 8": the address of the venue.
    for later in 1..places.len() {
        let venue = places[later - 1];
        let address = &mut places[later];
        if venue.end + 1 == address.start
            && items[venue.end].has(Class::Preposition)
            && address.rank >= RANK_ADDRESS
        {
            address.rank = address.rank.max(venue.rank + 1);
        }
    }
    places
}

/// What the end of a word says of a place. "Klokka" only ends as streets do.
pub fn ends_of(item: &Item, ends: &Stems<PlaceEnd>) -> Vec<PlaceEnd> {
    if item.is_word() && !item.has(Class::Clock) { ends.of_word(&item.token.word) } else { Vec::new() }
}

struct Scan<'a> {
    items: &'a [Item],
    taken: &'a [bool],
    ends: &'a Stems<PlaceEnd>,
}

impl Scan<'_> {
    fn at(&self, at: usize) -> Option<FoundPlace> {
        let item = &self.items[at];
        if self.taken[at] {
            return None;
        }
        if !item.is_word() {
            return self.number_first(at);
        }
        if self.is_whereabouts(at) {
            return None;
        }
        self.address(at).or_else(|| self.after_preposition(at)).or_else(|| self.set_apart(at))
    }

    fn is_name_of_time(&self, at: usize) -> bool {
        self.items[at]
            .tags
            .iter()
            .any(|(tag, _)| !matches!(tag, Tag::Class(_) | Tag::Number(_) | Tag::Nth(_)))
    }

    fn end_of(&self, at: usize) -> Vec<PlaceEnd> {
        self.items.get(at).map(|item| ends_of(item, self.ends)).unwrap_or_default()
    }

    /// How the words before `at` lead in a place; `None` if no preposition does.
    fn lead(&self, at: usize) -> Option<u32> {
        let before = |back: usize| at.checked_sub(back).map(|at| &self.items[at]);
        let mut preposition = before(1)?;
        // "to" is two in a Scandinavian message.
        if preposition.is("to") && !self.items.iter().any(|item| item.has(Class::English)) {
            return None;
        }
        let mut back = 1;
        // "i den gamle skolen", "på nye Fjellheim".
        while back < 3 && preposition.has(Class::Definite) {
            back += 1;
            preposition = before(back)?;
        }
        let fetched = (1..=4)
            .filter_map(|more| before(back + more))
            .take_while(|item| !item.is(",") && !item.is("."))
            .any(|item| item.has(Class::Fetch) && !item.has(Class::AwayFrom));
        if preposition.is(":") || preposition.is(",") {
            return before(back + 1)
                .is_some_and(|item| item.has(Class::Fetch) && !item.has(Class::Preposition))
                .then_some(RANK_FETCH);
        }
        if preposition.has(Class::Fetch) && !preposition.has(Class::Preposition) {
            return Some(RANK_FETCH);
        }
        // "vaske grendehuset"
        if preposition.has(Class::Treats) && super::clock::phrase(self.items, at, Class::Venue).is_some() {
            return Some(RANK_TO);
        }
        if !preposition.has(Class::Preposition) {
            return None;
        }
        if preposition.has(Class::AwayFrom) {
            return Some(RANK_FETCH);
        }
        if fetched && !preposition.has(Class::Towards) {
            return Some(RANK_FETCH);
        }
        Some(if preposition.has(Class::Towards) { RANK_TO } else { RANK_AT })
    }

    /// A venue or a name behind a preposition.
    fn after_preposition(&self, at: usize) -> Option<FoundPlace> {
        let lead = self.lead(at)?;
        let item = &self.items[at];
        let person_leads = at > 0 && self.items[at - 1].has(Class::BesidePerson);
        if let Some(used) = super::clock::phrase(self.items, at, Class::Practitioner)
            && (used > 1
                || !item.token.capital
                || self.items.get(at + 1).is_none_or(|next| !next.is_word() || !next.token.capital))
            && !item.has(Class::Venue)
        {
            return None;
        }
        if let Some(used) = super::clock::phrase(self.items, at, Class::Venue)
            && !item.is("post")
            && (!person_leads || item.token.capital)
        {
            let start = if item.is("the") { at + 1 } else { at };
            return Some(FoundPlace { start, end: self.with_tail(at + used), rank: lead + 2 });
        }
        // "fra omsorgsbolig Stubben 5"
        if item.has(Class::HouseKind)
            && let Some(end) = self.venue_with_name(at)
        {
            return Some(FoundPlace { start: at, end, rank: lead + 2 });
        }
        if item.token.capital && !self.is_name_of_time(at) && !item.has(Class::Honorific) {
            return self.named(at, lead, person_leads);
        }
        // "at the county hospital"
        if self.items.iter().any(|item| item.has(Class::English)) && !person_leads {
            let start = if item.is("the") { at + 1 } else { at };
            let venue = (start + 1..start + 3)
                .take_while(|&at| {
                    self.items.get(at).is_some_and(|item| item.is_word() && !self.taken[at])
                        && !self.items[at - 1].has(Class::Preposition)
                        && !self.items[at - 1].has(Class::Relative)
                })
                .find_map(|at| Some(at + super::clock::phrase(self.items, at, Class::Venue)?));
            if let Some(end) = venue {
                return Some(FoundPlace { start, end, rank: lead + 1 });
            }
        }
        let ends = self.end_of(at);
        let long = item.token.word.chars().count() >= 7;
        if long
            && ends.contains(&PlaceEnd::Venue)
            && !item.has(Class::NotCount)
            && !item.has(Class::Role)
            && !item.has(Class::Practitioner)
        {
            return Some(FoundPlace { start: at, end: self.with_tail(at + 1), rank: lead + 1 });
        }
        let bare_name = ends.contains(&PlaceEnd::Name) && !item.known && long && lead >= RANK_AT;
        (bare_name && !person_leads).then_some(FoundPlace { start: at, end: at + 1, rank: lead })
    }

    fn sentence_begins(&self, at: usize) -> bool {
        at == 0
            || (!self.items[at - 1].is_word()
                && self.items[at - 1].token.number().is_none()
                && !self.items[at - 1].is(","))
    }

    /// "Solheim", "Fjellvik skole", "Nordre Bydel frivilligsentral".
    fn named(&self, at: usize, lead: u32, person_leads: bool) -> Option<FoundPlace> {
        let mut end = at + 1;
        while let Some(next) = self.items.get(end) {
            let venue =
                next.has(Class::Venue) || (next.is_word() && self.end_of(end).contains(&PlaceEnd::Venue));
            let goes_on = !self.taken[end]
                && next.is_word()
                && end < at + 4
                && ((next.token.capital && !self.is_name_of_time(end)) || venue);
            if !goes_on {
                break;
            }
            end += 1;
        }
        let last = &self.items[end - 1];
        let first = &self.items[at];
        // "hente Dagrun": whom, and not where.
        let fetched = at > 0 && self.items[at - 1].has(Class::FetchVerb);
        let is_place =
            last.has(Class::Venue) || !self.end_of(end - 1).is_empty() || last.has(Class::StreetEnd);
        let person = first.has(Class::Name) || person_leads;
        // "hjelp til Vipps": a word that the tables know as something else. "på Høgda" has its capital from being a name.
        let other = first.classes.is_empty()
            || first.has(Class::Benign)
            || lead == RANK_TO
            || self.sentence_begins(at);
        if end == at + 1 && first.known && other && !is_place && !first.has(Class::Name) {
            return None;
        }
        if ((person || fetched) && !is_place) || (first.has(Class::Role) || first.has(Class::People)) {
            return None;
        }
        Some(FoundPlace { start: at, end, rank: lead + 1 })
    }

    /// "biblioteket i Fjellvik" keeps its tail out: the venue is enough. "skolen på Moen" too.
    fn with_tail(&self, end: usize) -> usize {
        end
    }
}

/// Whether nothing but marks follows.
fn closes_all(items: &[Item], at: usize) -> bool {
    items[at.min(items.len())..].iter().all(|item| !item.is_word() && item.token.number().is_none())
}

/// Whether a Scandinavian noun is in the definite form.
fn is_definite(word: &str) -> bool {
    ["en", "et", "a"].iter().any(|ending| word.ends_with(ending))
}
