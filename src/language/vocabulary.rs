//! The tables in `vocabulary/`, read once. Who adds a language adds tables there and names them here.

use std::sync::OnceLock;

use super::alike::Alike;
use super::cue::Cues;
use super::health::Health;
use super::lexicon::Lexicon;
use super::place::PlaceEnd;
use super::service::{Hint, hint};
use super::stems::Stems;

const SHARED: [&str; 2] = [include_str!("vocabulary/number.txt"), include_str!("vocabulary/time.txt")];

const REPLY: [&str; 15] = [
    include_str!("vocabulary/request/recipient.txt"),
    include_str!("vocabulary/reply/common.txt"),
    include_str!("vocabulary/reply/commit.txt"),
    include_str!("vocabulary/reply/offer.txt"),
    include_str!("vocabulary/reply/decline.txt"),
    include_str!("vocabulary/reply/report.txt"),
    include_str!("vocabulary/reply/party.txt"),
    include_str!("vocabulary/reply/elsewhere.txt"),
    include_str!("vocabulary/reply/nb.txt"),
    include_str!("vocabulary/reply/nn.txt"),
    include_str!("vocabulary/reply/sv.txt"),
    include_str!("vocabulary/reply/da.txt"),
    include_str!("vocabulary/reply/en.txt"),
    include_str!("vocabulary/reply/pl.txt"),
    include_str!("vocabulary/reply/uk.txt"),
];

const REQUEST: [&str; 6] = [
    include_str!("vocabulary/request/change.txt"),
    include_str!("vocabulary/request/common.txt"),
    include_str!("vocabulary/request/people.txt"),
    include_str!("vocabulary/request/place.txt"),
    include_str!("vocabulary/request/recipient.txt"),
    include_str!("vocabulary/request/note.txt"),
];

/// What the reader of replies knows.
pub struct ReplyVocabulary {
    pub lexicon: Lexicon,
    pub cues: Cues,
}

/// The tables of the reader of replies.
///
/// # Panics
/// If a table is at fault, which a test of this module excludes.
pub fn reply() -> &'static ReplyVocabulary {
    static READ: OnceLock<ReplyVocabulary> = OnceLock::new();
    READ.get_or_init(|| read_reply_tables().expect("the tables are tested"))
}

fn read_reply_tables() -> Result<ReplyVocabulary, String> {
    let alike = Alike::from_table(include_str!("vocabulary/reply/alike.txt"));
    let cues = Cues::from_tables(REPLY, &alike)?;
    let lexicon = Lexicon::with_words(SHARED.into_iter().chain(REPLY), cues.words(), alike)?;
    Ok(ReplyVocabulary { lexicon, cues })
}

/// What the reader of requests knows.
pub struct RequestVocabulary {
    pub lexicon: Lexicon,
    pub services: Stems<Hint>,
    /// One word for its many spellings, for turns of phrase that are noted in one of them.
    pub alike: Alike,
    pub place_ends: Stems<PlaceEnd>,
    pub health: Health,
}

/// The tables of the reader of requests.
///
/// # Panics
/// If a table is at fault, which a test of this module excludes.
pub fn request() -> &'static RequestVocabulary {
    static READ: OnceLock<RequestVocabulary> = OnceLock::new();
    READ.get_or_init(|| read_request_tables().expect("the tables are tested"))
}

fn read_request_tables() -> Result<RequestVocabulary, String> {
    let ends: String = include_str!("vocabulary/request/placeend.txt")
        .lines()
        .map(|line| match line.split_once(':') {
            Some((tag, words)) if !line.starts_with('#') => {
                let ends: Vec<String> = words.split(',').map(|word| format!("*{}", word.trim())).collect();
                format!("{tag}: {}\n", ends.join(", "))
            }
            _ => String::new(),
        })
        .collect();
    let place_end = |tag: &str| match tag {
        "street" => Some(PlaceEnd::Street),
        "venue" => Some(PlaceEnd::Venue),
        "name" => Some(PlaceEnd::Name),
        _ => None,
    };
    let services = Stems::from_table(include_str!("vocabulary/request/service.txt"), hint)?;
    Ok(RequestVocabulary {
        lexicon: Lexicon::with_words(SHARED.into_iter().chain(REQUEST), services.words(), Alike::default())?,
        services,
        alike: Alike::from_table(concat!(
            include_str!("vocabulary/reply/alike.txt"),
            include_str!("vocabulary/request/alike.txt")
        )),
        place_ends: Stems::from_table(&ends, place_end)?,
        health: Health::from_table(include_str!("vocabulary/request/health.txt"))?,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_reads() {
        super::read_request_tables().expect("tables without a fault");
        super::read_reply_tables().expect("tables without a fault");
    }
}
