//! Words of diagnosis and treatment, which are never kept.

use super::Span;
use super::stems::Stems;
use super::token::{Kind, tokens};

/// What a line of the table says of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HealthWord {
    /// Always one.
    Sure,
    /// One if a word of the third kind is near.
    Ambiguous,
    Beside,
}

/// The table of health words.
pub struct Health {
    stems: Stems<HealthWord>,
}

/// How many words away one that settles an ambiguous one may be.
const NEAR: usize = 2;

impl Health {
    /// Reads the table.
    ///
    /// # Errors
    /// A line that is none of the kinds.
    pub fn from_table(table: &str) -> Result<Self, String> {
        let stems = Stems::from_table(table, |tag| match tag {
            "health" => Some(HealthWord::Sure),
            "ambiguous" => Some(HealthWord::Ambiguous),
            "beside" => Some(HealthWord::Beside),
            _ => None,
        })?;
        Ok(Self { stems })
    }

    /// Where `text` has such words.
    pub fn words(&self, text: &str) -> Vec<Span> {
        let tokens = tokens(text);
        let kinds: Vec<Vec<HealthWord>> = tokens
            .iter()
            .map(|token| if token.kind == Kind::Word { self.stems.of_word(&token.word) } else { Vec::new() })
            .collect();
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let mut spans = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(kinds.len());
            let beside = || kinds[near].iter().any(|kinds| kinds.contains(&HealthWord::Beside));
            let phrase =
                self.stems.phrases(&words[at..]).into_iter().find(|(kind, _)| *kind == HealthWord::Sure);
            if let Some((_, used)) = phrase {
                spans.push(Span { start: token.span.start, end: tokens[at + used - 1].span.end });
            } else if kinds[at].contains(&HealthWord::Sure)
                || (kinds[at].contains(&HealthWord::Ambiguous) && beside())
            {
                spans.push(token.span);
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use crate::language::request::health_words;

    fn found(text: &str) -> Vec<&str> {
        health_words(text).into_iter().map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn words_of_diagnosis_and_treatment() {
        assert_eq!(found("Dement dame, får insulin kl 8"), ["Dement", "insulin"]);
        assert_eq!(found("har lungekreften og demenssjukdom"), ["lungekreften", "demenssjukdom"]);
        assert_eq!(found("har hatt slag"), ["slag"]);
        assert_eq!(found("et slag kort og en slags bingo"), Vec::<&str>::new());
        assert_eq!(found("Snømåking i Storgata 5"), Vec::<&str>::new());
    }
}
