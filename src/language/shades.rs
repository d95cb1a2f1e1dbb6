//! Shades of a reply that its intent does not hold: whether somebody is ill, whether "one" was said and not only meant.

const ILL: [&str; 31] = [
    "syk",
    "sjuk",
    "sykt",
    "sjukt",
    "syke",
    "sjuke",
    "sykmeldt",
    "sjukmeld",
    "febersyk",
    "feber",
    "omgangssyke",
    "omgangssjuke",
    "oksyke",
    "spysyke",
    "spysjuke",
    "magesjau",
    "influensa",
    "forkjølet",
    "forkjølt",
    "forkjøla",
    "migrene",
    "lungebetennelse",
    "korona",
    "corona",
    "covid",
    "ill",
    "sick",
    "flu",
    "fever",
    "unwell",
    "migraine",
];
const SOMEBODY_ELSE: [&str; 34] = [
    "barn",
    "barnet",
    "barna",
    "unge",
    "ungen",
    "ungene",
    "ungane",
    "jenta",
    "jenten",
    "gutten",
    "guten",
    "sønnen",
    "sonen",
    "datteren",
    "dattera",
    "dotter",
    "dottera",
    "kona",
    "mannen",
    "samboeren",
    "mor",
    "far",
    "mamma",
    "pappa",
    "kid",
    "kids",
    "child",
    "son",
    "daughter",
    "wife",
    "husband",
    "mother",
    "father",
    "hunden",
];
const ONE: [&str; 9] = ["1", "én", "éin", "ett", "one", "alene", "åleine", "aleine", "alone"];
const ONLY: [&str; 5] = ["bare", "berre", "kun", "only", "just"];
const A: [&str; 3] = ["en", "ein", "ei"];

/// Whether `text` says that the sender is ill, and not somebody close to them or a word that only looks like it.
pub fn tells_of_illness(text: &str) -> bool {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&ILL) && !has(&SOMEBODY_ELSE)
}

/// Whether `text` says that one comes, as "bare én kommer" does, and not just yes.
pub fn counts_one(text: &str) -> bool {
    let words = words(text);
    let says = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let one_of_us = words.windows(3).any(|three| {
        says(&three[0], &A)
            && ["av", "of"].contains(&three[1].as_str())
            && ["oss", "us"].contains(&three[2].as_str())
    });
    let only = words.iter().position(|word| says(word, &ONLY));
    let only_one = only.is_some_and(|at| {
        words[at + 1..]
            .iter()
            .take(3)
            .any(|word| says(word, &A) || ["jeg", "eg", "meg", "me", "i"].contains(&word.as_str()))
    });
    one_of_us || only_one || words.iter().any(|word| says(word, &ONE))
}

/// Whether `text` says that what was asked for is not needed after all: "avlys #17", "det trengs ikke lenger".
pub fn cancels(text: &str) -> bool {
    let words = words(text);
    let has_stem = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has_stem(&["avlys", "avbestil", "avstill", "cancel", "innstill", "inställ", "aflys"])
        || (has(&["ikke", "ikkje", "inte", "not", "no"])
            && has_stem(&["trengs", "trengst", "behøves", "behövs", "needed"])
            && has(&[
                "lenger", "lengre", "lenger", "likevel", "længere", "längre", "longer", "anymore", "more",
            ]))
}

/// Whether `text` says that what was agreed shall be otherwise: "flytt snømåkinga til kl. 17".
pub fn moves(text: &str) -> bool {
    const STEMS: [&str; 9] =
        ["flytt", "flyt", "utset", "utsett", "endr", "move", "change", "postpone", "resched"];
    const WORDS: [&str; 5] = ["heller", "stedet", "staden", "stället", "instead"];
    words(text)
        .iter()
        .any(|word| WORDS.contains(&word.as_str()) || STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether `text` says that somebody who comes is there and has begun: "i gang", "er framme".
pub fn tells_of_arrival(text: &str) -> bool {
    const PHRASES: [&[&str]; 13] = [
        &["i", "gang"],
        &["igang"],
        &["framme"],
        &["fremme"],
        &["på", "plass"],
        &["er", "her"],
        &["har", "begynt"],
        &["har", "byrja"],
        &["har", "starta"],
        &["har", "startet"],
        &["i", "m", "here"],
        &["i", "am", "here"],
        &["under", "way"],
    ];
    let words = words(text);
    let says = |phrase: &&[&str]| words.windows(phrase.len()).any(|window| window == *phrase);
    let denies = words
        .iter()
        .any(|word| ["ikke", "ikkje", "inte", "not", "snart", "soon", "ennå"].contains(&word.as_str()));
    !denies && words.len() <= 8 && PHRASES.iter().any(says)
}

/// The minutes that `text` speaks of: "blir 20 min sein". An hour is the most; a clock is none.
pub fn minutes(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| match word {
        "fem" | "five" => Some(5),
        "ti" | "ten" => Some(10),
        "tjue" | "twenty" => Some(20),
        "tretti" | "thirty" => Some(30),
        digits => digits.parse().ok(),
    };
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

const THANKS: &[&str] = &["takk", "takker", "takkar", "thanks", "thank", "thx", "cheers"];
/// What stands beside a word of thanks.
const WITH_THANKS: &[&str] = &[
    "tusen",
    "hjertelig",
    "hjarteleg",
    "mange",
    "ha",
    "du",
    "skal",
    "de",
    "dere",
    "for",
    "hjelpen",
    "hjelpa",
    "det",
    "alt",
    "så",
    "mye",
    "mykje",
    "you",
    "so",
    "much",
    "very",
    "a",
    "lot",
    "many",
    "for",
    "your",
    "help",
    "og",
    "and",
    "selv",
    "sjølv",
    "snill",
];
const AGREED: &[&str] = &[
    "ok", "okei", "okay", "oki", "okidoki", "greit", "greitt", "fint", "flott", "supert", "topp", "bra",
    "great", "fine", "good", "perfekt",
];

/// Words that only thank, or only say that all is well: there is nothing to do about them, and nothing that was not understood.
pub fn is_courtesy(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let polite = |word: &String| is(THANKS, word) || is(WITH_THANKS, word) || is(AGREED, word);
    let says_something = |word: &String| is(THANKS, word) || is(AGREED, word);
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
