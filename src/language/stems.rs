//! Stems of words: what a compound is about by how it begins or ends ("snømåk*", "*kjøring"), with the endings of the languages taken off.

use std::collections::HashMap;

use super::lexicon::lines;
use super::token::{MAX_WORD_CHARS, tokens};

/// Endings of nouns and verbs, longest first, that may follow a stem at the end of a word.
const ENDINGS: [&str; 16] = [
    "ingene", "ingane", "inga", "ingen", "ene", "ane", "ens", "ets", "en", "et", "er", "ar", "na", "a", "e",
    "s",
];

/// A table of stems, each with a value.
pub struct Stems<V> {
    whole: HashMap<String, Vec<V>>,
    phrases: HashMap<String, Vec<(Vec<String>, V)>>,
    begins: HashMap<String, Vec<V>>,
    ends: HashMap<String, Vec<V>>,
    shortest_end: usize,
}

impl<V: Clone> Stems<V> {
    /// Reads a table whose tags `value` understands.
    ///
    /// # Errors
    /// The first tag that `value` does not understand.
    pub fn from_table(table: &str, value: impl Fn(&str) -> Option<V>) -> Result<Self, String> {
        let mut stems = Self {
            whole: HashMap::new(),
            phrases: HashMap::new(),
            begins: HashMap::new(),
            ends: HashMap::new(),
            shortest_end: usize::MAX,
        };
        for (tag, words) in lines(table) {
            let value = value(&tag).ok_or_else(|| format!("no such tag: {tag}"))?;
            for word in words.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                stems.add(word, &value);
            }
        }
        Ok(stems)
    }

    fn add(&mut self, word: &str, value: &V) {
        for word in spellings(word) {
            if let Some(end) = word.strip_prefix('*') {
                self.shortest_end = self.shortest_end.min(end.chars().count());
                self.ends.entry(end.to_owned()).or_default().push(value.clone());
            } else if let Some(start) = word.strip_suffix('*') {
                self.begins.entry(start.to_owned()).or_default().push(value.clone());
            } else {
                let parts: Vec<String> = tokens(&word).into_iter().map(|token| token.word).collect();
                match parts.as_slice() {
                    [] => {}
                    [only] => self.whole.entry(only.clone()).or_default().push(value.clone()),
                    [first, rest @ ..] => {
                        self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), value.clone()));
                    }
                }
            }
        }
    }

    /// The words that stand whole in the table, for the speller.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.whole.keys().chain(self.phrases.keys()).map(String::as_str)
    }

    /// The values of phrases of several words that begin with `words[0]`, with how many words they take.
    pub fn phrases(&self, words: &[&str]) -> Vec<(V, usize)> {
        let Some((first, after)) = words.split_first() else { return Vec::new() };
        let Some(phrases) = self.phrases.get(*first) else { return Vec::new() };
        phrases
            .iter()
            .filter(|(rest, _)| rest.len() <= after.len() && rest.iter().zip(after).all(|(a, b)| a == b))
            .map(|(rest, value)| (value.clone(), rest.len() + 1))
            .collect()
    }

    /// The values of `word` (lower case): of the whole word if the table has it, else of its longest beginning, else of its longest end.
    pub fn of_word(&self, word: &str) -> Vec<V> {
        if let Some(values) = self.whole.get(word) {
            return values.iter().chain(self.begins.get(word).into_iter().flatten()).cloned().collect();
        }
        if word.chars().count() > MAX_WORD_CHARS {
            return Vec::new();
        }
        let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let begin = bounds.iter().rev().find_map(|&at| self.begins.get(&word[..at]));
        if let Some(values) = begin {
            return values.clone();
        }
        let bare = std::iter::once(word).chain(ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)));
        for bare in bare {
            let found = bounds
                .iter()
                .filter(|&&at| at > 0 && at < bare.len())
                .find_map(|&at| self.ends.get(&bare[at..]));
            if let Some(values) = found {
                return values.clone();
            }
        }
        Vec::new()
    }
}

/// A stem as written and as a keyboard without æ, ø and å writes it.
fn spellings(word: &str) -> Vec<String> {
    let replace =
        |ae: &str, oe: &str, aa: &str| word.replace(['æ', 'ä'], ae).replace(['ø', 'ö'], oe).replace('å', aa);
    let mut all = vec![word.to_owned(), replace("ae", "oe", "aa"), replace("ae", "o", "a")];
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_by_their_parts() {
        let stems = Stems::from_table("snow: snømåk*, strø\ndrive: *kjøring\nvisit: *besøk", |tag| {
            Some(tag.to_owned())
        })
        .expect("a table");
        for (word, value) in [
            ("snømåkinga", "snow"),
            ("snomakinga", "snow"),
            ("strø", "snow"),
            ("kirkekjøringen", "drive"),
            ("sjukehusbesøket", "visit"),
        ] {
            assert_eq!(stems.of_word(word), [value], "{word}");
        }
        assert!(stems.of_word("strøm").is_empty());
        assert!(stems.of_word("").is_empty());
    }
}
