//! The tables in `vocabulary/`, read once. Who adds a language adds tables there and names them here.

use std::sync::OnceLock;

use super::cue::Cues;
use super::lexicon::Lexicon;

const SHARED: [&str; 2] = [include_str!("vocabulary/number.txt"), include_str!("vocabulary/time.txt")];

const REPLY: [&str; 8] = [
    include_str!("vocabulary/reply/common.txt"),
    include_str!("vocabulary/reply/nb.txt"),
    include_str!("vocabulary/reply/nn.txt"),
    include_str!("vocabulary/reply/sv.txt"),
    include_str!("vocabulary/reply/da.txt"),
    include_str!("vocabulary/reply/en.txt"),
    include_str!("vocabulary/reply/pl.txt"),
    include_str!("vocabulary/reply/uk.txt"),
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
    let cues = Cues::from_tables(REPLY)?;
    let lexicon = Lexicon::with_words(SHARED.into_iter().chain(REPLY), cues.words())?;
    Ok(ReplyVocabulary { lexicon, cues })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_reads() {
        super::read_reply_tables().expect("tables without a fault");
    }
}
