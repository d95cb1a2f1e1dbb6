//! Shades of a reply that its intent does not hold: whether somebody is ill, whether "one" was said and not only meant.

const ILL: [&str; 31] = [
    "syk", "sjuk", "sykt", "sjukt", "syke", "sjuke", "sykmeldt", "sjukmeld", "febersyk", "feber", "omgangssyke", "omgangssjuke",
    "oksyke", "spysyke", "spysjuke", "magesjau", "influensa", "forkjølet", "forkjølt", "forkjøla", "migrene", "lungebetennelse", "korona",
    "corona", "covid", "ill", "sick", "flu", "fever", "unwell", "migraine",
];
const SOMEBODY_ELSE: [&str; 34] = [
    "barn", "barnet", "barna", "unge", "ungen", "ungene", "ungane", "jenta", "jenten", "gutten", "guten", "sønnen", "sonen", "datteren", "dattera",
    "dotter", "dottera", "kona", "mannen", "samboeren", "mor", "far", "mamma", "pappa", "kid", "kids", "child", "son", "daughter", "wife",
    "husband", "mother", "father", "hunden",
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
        says(&three[0], &A) && ["av", "of"].contains(&three[1].as_str()) && ["oss", "us"].contains(&three[2].as_str())
    });
    let only = words.iter().position(|word| says(word, &ONLY));
    let only_one = only.is_some_and(|at| {
        words[at + 1..].iter().take(3).any(|word| says(word, &A) || ["jeg", "eg", "meg", "me", "i"].contains(&word.as_str()))
    });
    one_of_us || only_one || words.iter().any(|word| says(word, &ONE))
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn illness_of_the_sender() {
        for text in ["syk", "Er dessverre SJUK i dag", "ligger med feber", "må melde forfall, omgangssyke", "I'm ill", "down with the flu"] {
            assert!(tells_of_illness(text), "{text}");
        }
        for text in ["kan ikke", "barnet er sykt", "datteren min har feber", "sykkelen er punktert", "my kid is sick", "sykehuset ringte"] {
            assert!(!tells_of_illness(text), "{text}");
        }
    }

    #[test]
    fn one_and_no_more() {
        for text in ["bare én kommer", "berre ein av oss", "bare jeg kommer", "én", "1", "kommer alene", "only one of us", "en av oss kan"] {
            assert!(counts_one(text), "{text}");
        }
        for text in ["ja", "ja, jeg kommer", "kjør på", "en annen gang", "tar den"] {
            assert!(!counts_one(text), "{text}");
        }
    }
}
