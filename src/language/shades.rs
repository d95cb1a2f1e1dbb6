//! Shades of a reply that its intent does not hold: whether somebody is ill, whether "one" was said and not only meant.
//!
//! The words are in `vocabulary/shades.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::lines;

/// The lists of the table, each phrase as its words.
struct Lists(HashMap<String, Vec<Vec<String>>>);

fn lists() -> &'static Lists {
    static READ: OnceLock<Lists> = OnceLock::new();
    READ.get_or_init(|| {
        let phrases = |text: String| {
            text.split(',').map(|phrase| phrase.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let table = lines(include_str!("vocabulary/shades.txt"));
        Lists(table.into_iter().map(|(name, text)| (name, phrases(text))).collect())
    })
}

impl Lists {
    fn phrases(&self, list: &str) -> &[Vec<String>] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    /// Whether `word` stands in a list, or begins as one of its stems does.
    fn has(&self, list: &str, word: &str) -> bool {
        self.phrases(list).iter().filter_map(|phrase| phrase.first()).any(|known| {
            match known.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => known == word,
            }
        })
    }

    fn any(&self, list: &str, words: &[String]) -> bool {
        words.iter().any(|word| self.has(list, word))
    }
}

/// Whether `text` says that the sender is ill, and not somebody close to them or a word that only looks like it.
pub fn tells_of_illness(text: &str) -> bool {
    let words = words(text);
    lists().any("ill", &words) && !lists().any("somebody_else", &words)
}

/// Whether `text` says that one comes, as "bare én kommer" does, and not just yes.
pub fn counts_one(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let one_of_us = words.windows(3).any(|three| {
        lists.has("article", &three[0]) && lists.has("of", &three[1]) && lists.has("us", &three[2])
    });
    let only = words.iter().position(|word| lists.has("only", word));
    let only_one = only.is_some_and(|at| {
        words[at + 1..].iter().take(3).any(|word| lists.has("article", word) || lists.has("self", word))
    });
    one_of_us || only_one || lists.any("one", &words)
}

/// Whether `text` says that what was asked for is not needed after all: "avlys #17", "det trengs ikke lenger".
pub fn cancels(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let not_needed = lists.any("not", &words) && lists.any("needed", &words) && lists.any("longer", &words);
    lists.any("cancels", &words) || not_needed
}

/// Whether `text` says that what was agreed shall be otherwise: "flytt snømåkinga til kl. 17".
pub fn moves(text: &str) -> bool {
    lists().any("moves", &words(text))
}

/// Whether `text` says that somebody who comes is there and has begun: "i gang", "er framme".
pub fn tells_of_arrival(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let says = |phrase: &Vec<String>| words.windows(phrase.len()).any(|window| window == phrase.as_slice());
    !lists.any("not_yet", &words) && words.len() <= 8 && lists.phrases("arrived").iter().any(says)
}

/// Whether `text` says that its sender sets out or is on the way: "glemte det, drar nå".
pub fn sets_out(text: &str) -> bool {
    says("sets_out", text)
}

/// Whether `text` says that it went well: "alt gikk bra 👍".
pub fn went_well(text: &str) -> bool {
    says("went_well", text)
}

/// Whether a phrase of the list stands in `text`, and nothing denies it.
fn says(list: &str, text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let stands = |phrase: &Vec<String>| words.windows(phrase.len()).any(|window| window == phrase.as_slice());
    !lists.any("not", &words) && lists.phrases(list).iter().any(stands)
}

/// The minutes that `text` speaks of: "blir 20 min sein". An hour is the most; a clock is none.
pub fn minutes(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = |word: &str| {
        [5, 10, 20, 30].into_iter().find(|minutes| lists().has(&format!("minutes_{minutes}"), word))
    };
    let number = |word: &str| said(word).or_else(|| word.parse().ok());
    let pair = words.windows(2).find_map(|two| number(two[0]).filter(|_| two[1].starts_with("min")));
    let glued =
        || words.iter().find_map(|word| word.strip_suffix("min").and_then(|digits| digits.parse().ok()));
    let quarter = || lower.contains("kvarter").then_some(15);
    pair.or_else(glued).or_else(quarter).map(|minutes: u32| minutes.clamp(1, 60))
}

/// `text` without the "#17" that says which task it is about: the number counts nobody.
pub fn without_task_number(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.starts_with('#'));
    words.collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that only thank, or only say that all is well: there is nothing to do about them, and nothing that was not understood.
pub fn is_courtesy(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is = |list: &str, word: &String| lists().has(list, word);
    let says_something = |word: &String| is("thanks", word) || is("agreed", word);
    let polite = |word: &String| says_something(word) || is("with_thanks", word);
    let only_a_sign = words.is_empty() && text.chars().any(|sign| "👍👌🙏❤😊🙂😀".contains(sign));
    only_a_sign || (words.iter().any(says_something) && words.iter().all(polite))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courtesy_says_nothing_more() {
        for text in [
            "takk!",
            "Tusen takk for hjelpa 🙏",
            "ok",
            "Greit, takk",
            "👍",
            "thank you so much",
            "Takk skal de ha",
        ] {
            assert!(is_courtesy(text), "{text}");
        }
        for text in
            ["", "nei takk", "takk for meg", "ok, men bare til fem", "hva skal jeg gjøre?", "for dere", "?"]
        {
            assert!(!is_courtesy(text), "{text}");
        }
    }

    #[test]
    fn illness_of_the_sender() {
        for text in [
            "syk",
            "Er dessverre SJUK i dag",
            "ligger med feber",
            "må melde forfall, omgangssyke",
            "I'm ill",
            "down with the flu",
        ] {
            assert!(tells_of_illness(text), "{text}");
        }
        for text in [
            "kan ikke",
            "barnet er sykt",
            "datteren min har feber",
            "sykkelen er punktert",
            "my kid is sick",
            "sykehuset ringte",
        ] {
            assert!(!tells_of_illness(text), "{text}");
        }
    }

    #[test]
    fn one_and_no_more() {
        for text in [
            "bare én kommer",
            "berre ein av oss",
            "bare jeg kommer",
            "én",
            "1",
            "kommer alene",
            "only one of us",
            "en av oss kan",
        ] {
            assert!(counts_one(text), "{text}");
        }
        for text in ["ja", "ja, jeg kommer", "kjør på", "en annen gang", "tar den"] {
            assert!(!counts_one(text), "{text}");
        }
    }
}
