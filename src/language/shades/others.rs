//! Who else is meant than the sender alone: one of a pair, somebody else in their place; and both of two tasks.

use super::{Which, lists, plain_answer, stands_in, which_of_them, words};
use crate::domain::ids::TaskNumber;
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

/// Whether `text` says that its sender does not come, and that somebody of theirs does: "jeg kan ikke, men broren min kan", "mannen min kan, ikke jeg",
/// "jeg sender sønnen min".
pub fn sends_another(text: &str) -> bool {
    refuses_for_another(text) || another_instead(text) || sends_somebody(text)
}

/// "Mannen min kan, ikke jeg".
fn another_instead(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let not_i = lists.phrases("not_i").iter().find(|phrase| words.ends_with(phrase));
    let Some(before) = not_i.map(|phrase| &words[..words.len() - phrase.len()]) else { return false };
    lists.any("another", before)
        && lists.any("comes", before)
        && !lists.any("denies", before)
        && !lists.any("first_person", before)
        && !text.contains('?')
}

/// "Jeg sender sønnen min".
fn sends_somebody(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let sends = words.iter().position(|word| lists.has("sends", word));
    let after = sends.map_or(&[][..], |at| &words[at + 1..]);
    lists.any("another", after)
        && !lists.any("joins", after)
        && !lists.any("denies", &words)
        && !text.contains('?')
}

/// Whether `text` says that somebody of its sender's comes, and nothing of the sender: "sønnen min kommer". Whoever has a place may mean that both do.
pub fn another_comes(text: &str) -> bool {
    speaks_of_ones_own_alone(text) && !lists().any("along", &words(text))
}

/// Whether `text` says that somebody of its sender's comes along: "sønnen min blir med".
pub fn another_comes_along(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    let denied = lists.any("denies", &words);
    speaks_of_ones_own_alone(text) && stands_in("comes_along", text) && !denied
}

/// "Sønnen min kommer": one of the sender's own, who comes, and neither the sender nor anybody else.
fn speaks_of_ones_own_alone(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let (words, lists) = (words(text), lists());
    let own = words.windows(2).any(|two| {
        lists.has("another", &two[0]) && lists.has("mine", &two[1])
            || lists.has("mine", &two[0]) && lists.has("another", &two[1])
    });
    own && words.len() <= MOST_WORDS
        && lists.any("comes", &words)
        && !lists.any("first_person", &words)
        && !lists.any("joins", &words)
        && !lists.any("if", &words)
        && !lists.any("ill", &words)
        && !text.contains('?')
}

fn refuses_for_another(text: &str) -> bool {
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

/// Whether `text` says that its sender comes if somebody else does: "blir med om Eva blir med".
pub fn depends_on_another(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    words.windows(3).any(|three| {
        lists.has("if", &three[0])
            && !lists.has("not", &three[1])
            && !lists.has("first_person", &three[1])
            && (lists.has("comes", &three[2]) || lists.has("too", &three[2]))
    })
}

/// The numbers of the tasks that `text` names, each once.
pub fn task_numbers(text: &str) -> Vec<TaskNumber> {
    let mut numbers = Vec::new();
    for part in text.split('#').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_digit).take(9).collect();
        let number = digits.parse().ok().map(TaskNumber);
        numbers.extend(number.filter(|number| !numbers.contains(number)));
    }
    numbers
}

/// `text` without the tasks it names and what joins them: "jeg tar" of "jeg tar både #1 og #2".
pub fn without_list_of_tasks(text: &str) -> String {
    let is_joint = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        word.starts_with('#') || bare.is_empty() || lists().has("joins", &bare)
    };
    text.split_whitespace().filter(|word| !is_joint(word)).collect::<Vec<_>>().join(" ")
}

/// Whether two things are joined in `text`.
pub fn joins_something(text: &str) -> bool {
    words(text).iter().any(|word| lists().has("joins", word))
}

/// The parts of `text` on both sides of what joins them: "kan onsdag" and "torsdag" of "kan onsdag og torsdag".
pub fn joined(text: &str) -> Vec<&str> {
    let marked = text.split([',', '&', '+', '/']);
    marked.flat_map(|part| part.split(" og ")).flat_map(|part| part.split(" and ")).map(str::trim).collect()
}

/// Whether `text` denies something.
pub fn denies(text: &str) -> bool {
    lists().any("denies", &words(text))
}

/// Whether `text` says that of several only the one that is named remains: "kan ikke på begge, bare #1".
pub fn only_one_of_them(text: &str) -> bool {
    let words = words(text);
    let more_than_one =
        stands_in("both_tasks", text) || stands_in("any_of_them", text) || lists().any("all_of", &words);
    more_than_one && lists().any("denies", &words) && lists().any("only", &words) && !text.contains('?')
}

/// Whether `text` speaks of none of several: "kan ikke på noen av dem".
pub fn none_of_them(text: &str) -> bool {
    let denied = lists().any("denies", &words(text))
        && (stands_in("any_of_them", text) || stands_in("both_tasks", text));
    (denied || stands_in("none_of_them", text)) && task_numbers(text).is_empty() && !text.contains('?')
}

/// Which of two `text` says is the only one that its sender takes: "jeg kan bare den første".
pub fn only_this_of_two(text: &str) -> Option<Which> {
    let (words, lists) = (words(text), lists());
    let at = words.iter().position(|word| lists.has("only", word))?;
    let after = &words[at + 1..];
    let said = lists.phrases("by_turn").iter().any(|phrase| after.starts_with(phrase));
    let no_more = !lists.any("denies", &words) && !text.contains('?') && task_numbers(text).is_empty();
    let which = || which_of_them(&after.iter().take(2).cloned().collect::<Vec<_>>().join(" "));
    if said && no_more && after.len() <= 3 { which() } else { None }
}

/// Whether `text` may say that its sender takes both of two tasks: "I can do both".
pub fn takes_both(text: &str) -> bool {
    let (words, lists) = (words(text), lists());
    // "Both work for me" is no "me" that means us.
    let we = |at: usize| lists.has("we", &words[at]) && !(at > 0 && words[at - 1] == "for");
    let with_others = words.windows(3).any(|three| {
        let i = |word: &String| lists.has("self", word);
        (three[1] == "og" || three[1] == "and") && (i(&three[0]) || i(&three[2]))
    });
    let of_several = (0..words.len()).any(we)
        || lists.any("several_persons", &words)
        || lists.any("another", &words)
        || with_others;
    stands_in("takes_both", text) && !of_several && !lists.any("denies", &words) && !text.contains('?')
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
            "Mannen min kan, ikke jeg",
            "mannen min kan, ikkje eg",
            "my husband can, not me",
            "jeg sender sønnen min",
            "eg sender sonen min",
            "I'm sending my son",
        ] {
            assert!(sends_another(text), "{text}");
        }
        for text in [
            "jeg kan ikke, men broren min og jeg kan i morgen",
            "kona kan ikke, men jeg kommer",
            "jeg kan, men broren min kan ikke",
            "jeg kan ikke, men takk for at du spør",
            "I can't, but can my brother?",
            "mannen min kan ikke, ikke jeg heller",
            "jeg sender en melding",
            "jeg sender ikke sønnen min",
        ] {
            assert!(!sends_another(text), "{text}");
        }
    }

    #[test]
    fn one_of_ones_own_comes() {
        for text in ["sønnen min kommer", "sonen min kjem", "my son is coming", "mannen min tar den"] {
            assert!(another_comes(text) && !another_comes_along(text), "{text}");
        }
        for text in ["sønnen min blir med", "sonen min kjem òg", "my son is coming too"] {
            assert!(!another_comes(text) && another_comes_along(text), "{text}");
        }
        for text in [
            "jeg og sønnen min kommer",
            "sønnen min kommer ikke",
            "sønnen min er syk, jeg kommer",
            "kommer sønnen min?",
            "broren kommer",
            "sønnen min og venninna mi kommer",
        ] {
            assert!(!another_comes(text) && !another_comes_along(text), "{text}");
        }
    }

    #[test]
    fn if_another_comes() {
        for text in ["blir med om Eva blir med", "jeg blir med om Kari også kan", "eg kjem om Per kjem"] {
            assert!(depends_on_another(text), "{text}");
        }
        for text in ["kommer om en time", "kommer om ikke lenge", "sier fra om jeg kan", "jeg kommer"] {
            assert!(!depends_on_another(text), "{text}");
        }
    }

    #[test]
    fn of_several_tasks() {
        assert_eq!(task_numbers("jeg tar #1 og #12, #1"), [TaskNumber(1), TaskNumber(12)]);
        assert_eq!(without_list_of_tasks("jeg tar både #1 og #2"), "jeg tar");
        for text in ["kan ikke på begge, bare #1", "can't do both, only #2", "eg kan ikkje på båe, berre #1"]
        {
            assert!(only_one_of_them(text), "{text}");
        }
        for text in ["kan bare på #1", "kan ikke på #1", "jeg kan på begge"] {
            assert!(!only_one_of_them(text), "{text}");
        }
        for text in ["kan ikke på noen av dem", "I can't do either of them", "kan ikkje på båe"] {
            assert!(none_of_them(text), "{text}");
        }
        for text in [
            "I can do both",
            "jeg tar begge",
            "eg kan ta båe",
            "Jeg kan ta begge deler",
            "jeg kan begge",
            "begge går bra",
            "eg kan båe",
            "båe delar går fint",
            "both work for me",
        ] {
            assert!(takes_both(text), "{text}");
        }
        for text in [
            "vi tar begge",
            "vi kan begge",
            "begge vi",
            "begge to kommer vi",
            "me kan båe",
            "jeg og Kari kan begge",
            "jeg og broren min kan begge",
            "I can't do both",
            "can you do both?",
        ] {
            assert!(!takes_both(text), "{text}");
        }
        for (text, which) in [
            ("oi, de er samtidig, jeg kan bare den første", Which::Nth(0)),
            ("eg kan berre den siste", Which::Last),
            ("I can only do it", Which::All),
            ("only the first one", Which::Nth(0)),
        ] {
            let expected = (which != Which::All).then_some(which);
            assert_eq!(only_this_of_two(text), expected, "{text}");
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
