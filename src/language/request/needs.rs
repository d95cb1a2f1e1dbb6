//! Several needs in one message: where each begins.
//!
//! A message is cut at marks and at words that join. What follows a cut is a need of its own only if what stands before it is one already, with
//! a service and a time, and it has both itself: in doubt a message is one need.

use crate::domain::service::ServiceKind;
use crate::language::class::Class;
use crate::language::lexicon::Item;
use crate::language::place::{FoundPlace, PlaceEnd, places};
use crate::language::service::{self, Hint};
use crate::language::stems::Stems;
use crate::language::token::Kind;
use crate::language::when::{Piece, What};

/// Needs of one message that are told apart; what comes after belongs to the last.
const MAX_NEEDS: usize = 8;
/// Lightest word that names a need of its own.
const MIN_WEIGHT: u32 = 6;

/// Kinds of help that are often parts of one need: driven there and kept company.
const AKIN: [(ServiceKind, ServiceKind); 6] = [
    (ServiceKind::Transport, ServiceKind::Escort),
    (ServiceKind::Transport, ServiceKind::MealDelivery),
    (ServiceKind::Transport, ServiceKind::Shopping),
    (ServiceKind::Transport, ServiceKind::Other),
    (ServiceKind::Shopping, ServiceKind::MealDelivery),
    (ServiceKind::Visit, ServiceKind::Escort),
];

/// A stretch of a message between two cuts.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    end: usize,
    cut: Cut,
}

/// What a part begins after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    /// "og", a comma.
    Joined,
    /// A full stop, a line.
    Sentence,
    /// The number or dash of a list.
    Listed,
}

/// The message and what is known of it.
pub struct Message<'a> {
    pub items: &'a [Item],
    /// Tokens of time, place and recipient.
    pub taken: &'a [bool],
    pub pieces: &'a [Piece],
    pub services: &'a Stems<Hint>,
    pub place_ends: &'a Stems<PlaceEnd>,
}

impl Message<'_> {
    /// The tokens of each need, in order; one for a message that is one need.
    pub fn needs(&self) -> Vec<(usize, usize)> {
        let whole = vec![(0, self.items.len())];
        let parts = self.parts();
        let times = self.pieces.iter().filter(|piece| tells_when(&piece.what)).count();
        if parts.len() < 2 || times < 2 {
            return whole;
        }
        let free = vec![false; self.items.len()];
        let places = places(self.items, &free, self.place_ends);
        let mut needs: Vec<(usize, usize)> = vec![(parts[0].start, parts[0].end)];
        for (at, part) in parts.iter().enumerate().skip(1) {
            let before = needs[needs.len() - 1];
            if needs.len() < MAX_NEEDS && self.begins_a_need(before, &parts[at..], &places) {
                needs.push((part.start, part.end));
            } else if let Some(last) = needs.last_mut() {
                last.1 = part.end;
            }
        }
        if needs.len() > 1 { needs } else { whole }
    }

    /// Whether the first of `parts` begins another need than the one in the tokens `before`.
    fn begins_a_need(&self, before: (usize, usize), parts: &[Part], places: &[FoundPlace]) -> bool {
        let Some(kind) = self.kind(before).filter(|_| self.is_timed(before)) else { return false };
        let part = (parts[0].start, parts[0].end);
        let sentence = self.up_to(parts, |part| part.cut != Cut::Joined);
        let reach = if parts[0].cut == Cut::Joined { part } else { sentence };
        let elsewhere = || {
            let at = |range| address(places, range).map(|place| self.words(place));
            let (here, there) = (at(before), at(reach));
            here.is_some() && there.is_some() && here != there && self.says_clock(reach)
        };
        let Some(other) = self.kind(reach) else {
            let from_place_to_place = matches!(kind, ServiceKind::Transport | ServiceKind::Escort);
            return !from_place_to_place && self.is_timed(reach) && elsewhere();
        };
        let apart = other != kind && !is_akin(kind, other);
        match parts[0].cut {
            Cut::Listed => self.is_timed(reach),
            Cut::Sentence => {
                let another =
                    apart || (other != kind && self.says_day(reach)) || (other == kind && elsewhere());
                self.is_timed(reach) && another
            }
            // "måking kl 8, handling kl 12"; "og en sjåfør, fredag kl 12".
            Cut::Joined => {
                let with_next = self.up_to(parts, |part| {
                    part.cut != Cut::Joined || self.kind((part.start, part.end)).is_some()
                });
                apart && (self.is_timed(part) || (self.asks_anew(part) && self.says_day(with_next)))
            }
        }
    }

    /// The tokens from the first of `parts` to the one before the next for which `stops` holds.
    fn up_to(&self, parts: &[Part], stops: impl Fn(&Part) -> bool) -> (usize, usize) {
        let last = parts[1..].iter().take_while(|part| !stops(part)).last().unwrap_or(&parts[0]);
        (parts[0].start, last.end)
    }

    /// The message cut at marks and joining words.
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut start, mut cut) = (0, Cut::Sentence);
        let mut at = 0;
        while at < self.items.len() {
            let fresh = at == start && cut != Cut::Joined;
            let (next, kind) = if let Some(end) = self.list_mark(at, fresh) {
                (end, Cut::Listed)
            } else if self.ends_sentence(at) {
                (at + 1, if fresh { cut } else { Cut::Sentence })
            } else if self.joins(at) {
                (at + 1, if at == start { cut } else { Cut::Joined })
            } else {
                at += 1;
                continue;
            };
            if at > start {
                parts.push(Part { start, end: at, cut });
            }
            (start, cut, at) = (next, kind, next);
        }
        if start < self.items.len() {
            parts.push(Part { start, end: self.items.len(), cut });
        }
        parts
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let item = &self.items[at];
        if item.token.kind != Kind::Mark || self.taken[at] {
            return false;
        }
        let glued = self.items.get(at + 1).is_some_and(|next| next.token.glued);
        ["\n", ";", "!", "?"].iter().any(|mark| item.is(mark)) || (item.is(".") && !glued)
    }

    fn joins(&self, at: usize) -> bool {
        let item = &self.items[at];
        !self.taken[at] && (item.is(",") || item.has(Class::Joins) || item.has(Class::Besides))
    }

    /// The token after "1)", "2." or "-" where a line or a sentence begins; "1)" may stand anywhere.
    fn list_mark(&self, at: usize, fresh: bool) -> Option<usize> {
        let item = &self.items[at];
        let next = self.items.get(at + 1);
        if fresh && ["-", "•", "*", "·"].iter().any(|mark| item.is(mark)) {
            return Some(at + 1);
        }
        let short = item.token.number().is_some() || (item.is_word() && item.token.word.chars().count() == 1);
        let bracket = next.is_some_and(|next| next.is(")") && next.token.glued);
        let stop = fresh
            && next.is_some_and(|next| next.is(".") && next.token.glued)
            && self.items.get(at + 2).is_some_and(|item| !item.token.glued);
        (short && !self.taken[at] && (bracket || stop)).then_some(at + 2)
    }

    fn kind(&self, (start, end): (usize, usize)) -> Option<ServiceKind> {
        let votes = service::votes(&self.items[start..end], &self.taken[start..end], self.services);
        let heavy: Vec<_> = votes.into_iter().filter(|vote| vote.weight >= MIN_WEIGHT).collect();
        service::strongest(&heavy)
    }

    fn says(&self, (start, end): (usize, usize), what: impl Fn(&What) -> bool) -> bool {
        self.pieces.iter().any(|piece| piece.start >= start && piece.end <= end && what(&piece.what))
    }

    fn is_timed(&self, range: (usize, usize)) -> bool {
        self.says(range, tells_when)
    }

    fn says_day(&self, range: (usize, usize)) -> bool {
        self.says(range, tells_day)
    }

    fn says_clock(&self, range: (usize, usize)) -> bool {
        self.says(range, |what| matches!(what, What::Clock(_)))
    }

    /// "en sjåfør", "to til", "trenger", "noen som": words that begin to ask.
    fn asks_anew(&self, (start, end): (usize, usize)) -> bool {
        self.items[start..end].first().is_some_and(|item| {
            [Class::Want, Class::Article, Class::Some].into_iter().any(|class| item.has(class))
                || crate::language::clock::number(self.items, start).is_some()
        })
    }

    fn words(&self, place: &FoundPlace) -> String {
        let words: Vec<&str> =
            self.items[place.start..place.end].iter().map(|item| item.token.word.as_str()).collect();
        words.join(" ")
    }
}

fn address(places: &[FoundPlace], (start, end): (usize, usize)) -> Option<&FoundPlace> {
    places.iter().find(|place| place.start >= start && place.end <= end && place.is_address())
}

fn is_akin(one: ServiceKind, other: ServiceKind) -> bool {
    AKIN.contains(&(one, other)) || AKIN.contains(&(other, one))
}

fn tells_when(what: &What) -> bool {
    !matches!(what, What::Duration(_) | What::Deadline)
}

/// Whether a piece says which day, and not only when on it.
pub fn tells_day(what: &What) -> bool {
    !matches!(what, What::Duration(_) | What::Deadline | What::Clock(_) | What::Part(_))
}
