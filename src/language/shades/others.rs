//! Who else is meant than the sender alone: one of a pair, somebody else in their place; and both of two tasks.

use super::{lists, plain_answer, stands_in, words};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, reports};

/// Whether `text` says that of those who were to come one comes: "bare én av oss kommer".
pub fn one_of_us_comes(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let one = |word: &str| lists.has("one", word) || lists.has("article", word);
    let stands = words.windows(4).any(|four| {
        lists.has("only", &four[0]) && one(&four[1]) && lists.has("of", &four[2]) && lists.has("us", &four[3])
    });
    stands && !lists.any("not", &words) && !text.contains('?')
}

/// Whether `text` says that its sender can't come, and that somebody of theirs can: "jeg kan ikke, men broren min kan".
pub fn sends_another(text: &str) -> bool {
    let Some((before, after)) = reports::around_but(text) else { return false };
    let (others, lists) = (words(after), lists());
    let refuses = matches!(
        read_reply(before, ReplyContext { already_accepted: false }).intent,
        Intent::Decline | Intent::Withdraw
    );
    let kin = others.iter().any(|word| lists.has("another", word));
    let comes = others.iter().any(|word| lists.has("comes", word));
    let itself = others.iter().any(|word| lists.has("first_person", word));
    let denied = lists.any("not", &others) || text.contains('?');
    refuses && kin && comes && !itself && !denied
}

/// What else `text` says that speaks of both of two tasks, where it is a yes or nothing: "ja på begge" leaves "ja". `None`: it speaks of no two, or
/// says something else of them.
pub fn both_and_rest(text: &str) -> Option<String> {
    let (words, lists) = (words(text), lists());
    let (at, length) = lists.phrases("both_tasks").iter().find_map(|phrase| {
        let at = words.windows(phrase.len()).position(|window| window == phrase.as_slice())?;
        Some((at, phrase.len()))
    })?;
    let rest: Vec<String> = words[..at].iter().chain(&words[at + length..]).cloned().collect();
    let rest = rest.join(" ");
    let says_yes = rest.is_empty()
        || plain_answer(&rest) == Some(true)
        || stands_in("can", &rest) && !lists.any("not", &words)
        || matches!(
            read_reply(&rest, ReplyContext { already_accepted: false }).intent,
            Intent::Accept { people: 1 }
        );
    (says_yes && !text.contains('?')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_pair() {
        for text in [
            "only one of us is coming",
            "bare én av oss kommer",
            "berre ein av oss kjem likevel",
            "Kun en av oss",
        ] {
            assert!(one_of_us_comes(text), "{text}");
        }
        for text in
            ["one of us is ill", "bare meg", "ikke bare én av oss", "kommer bare én av oss?", "en av dem"]
        {
            assert!(!one_of_us_comes(text), "{text}");
        }
    }

    #[test]
    fn somebody_else_in_my_place() {
        for text in [
            "I can't make it, but my brother can",
            "jeg kan ikke, men broren min kan",
            "Eg kan ikkje, men systera mi kjem",
            "får det ikke til, men naboen kan ta den",
        ] {
            assert!(sends_another(text), "{text}");
        }
        for text in [
            "jeg kan ikke, men broren min og jeg kan i morgen",
            "kona kan ikke, men jeg kommer",
            "jeg kan, men broren min kan ikke",
            "jeg kan ikke, men takk for at du spør",
            "I can't, but can my brother?",
        ] {
            assert!(!sends_another(text), "{text}");
        }
    }

    #[test]
    fn both_of_two_tasks() {
        for (text, rest) in [
            ("på båe", Some("")),
            ("Ja på begge!", Some("ja")),
            ("jeg kan på begge oppdragene", Some("jeg kan")),
            ("yes to both", Some("yes")),
            ("kan ikke på begge", None),
            ("vi kan begge", None),
            ("jeg tar begge", None),
            ("ja på begge?", None),
            ("nei til begge", None),
        ] {
            assert_eq!(both_and_rest(text).as_deref(), rest, "{text}");
        }
    }
}
