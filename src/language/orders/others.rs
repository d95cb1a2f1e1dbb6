//! What is said of whoever comes, or does not: of somebody else, or of oneself when others have spoken.

use super::*;

/// The name in words that say of somebody else that they come, or take it: "Hanne kjem på #1". `None`: they say something else.
pub fn says_comes(text: &str) -> Option<String> {
    const MOST_WORDS_OF_NAME: usize = 3;
    let without_number = shades::without_task_number(text);
    let (said, lists) = (words(&without_number), lists());
    if text.contains('?') || lists.any("not", &said) || said.len() > MOST_WORDS_OF_CLAUSE {
        return None;
    }
    let lead = said.iter().take_while(|word| lists.has("lead", word)).count();
    let said = said.get(lead..)?;
    let verb = (1..said.len()).find(|at| lists.begins("comes_there", &said[*at..]) > 0)?;
    let taken = lists.begins("comes_there", &said[verb..]);
    let name = said.get(..verb).filter(|name| name.len() <= MOST_WORDS_OF_NAME)?;
    let is_name =
        |word: &Word| !["oneself", "no_name", "town", "who", "and"].iter().any(|list| lists.has(list, word));
    let says_no_more = said.get(verb + taken..)?.iter().all(|word| lists.has("comes_more", word));
    (name.iter().all(is_name) && says_no_more).then(|| {
        let name: Vec<&str> = name.iter().map(|word| word.folded.as_str()).collect();
        name.join(" ")
    })
}

/// Whether somebody who offered asks whether they are wanted: "kommer jeg?", "skal jeg komme?".
pub fn asks_whether_to_come(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    said.len() <= MOST_WORDS && stands("am_i_coming")
}

/// Whether a volunteer says that somebody else may be asked, or got to come: "jeg kan få Lars til å ta den", "spør Lars".
pub fn tips(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    if text.contains('?') || said.len() > MOST_WORDS {
        return false;
    }
    let capital =
        |word: &Word| text.get(word.span.start..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let named = |at: usize, list: &str| {
        let taken = lists.begins(list, &said[at..]);
        let next = said.get(at + taken).filter(|_| taken > 0);
        next.is_some_and(|word| {
            let known = ["oneself", "no_name", "another"].iter().any(|list| lists.has(list, word));
            !known && (capital(word) || at + taken + 1 == said.len())
        })
    };
    let gets = (0..said.len()).any(|at| named(at, "gets"))
        && (0..said.len()).any(|at| lists.begins("to_do", &said[at..]) > 0);
    gets || (0..said.len()).any(|at| named(at, "try_asking"))
}

/// Whether `text` speaks of somebody of its sender's own, who need not be anybody here: "mannen min er syk".
pub fn speaks_of_ones_own(text: &str) -> bool {
    lists().any("mine", &words(text))
}

/// What somebody who was said not to come says of it: whether they do. "nei, det stemmer ikke" is a yes, "stemmer" a no. `None`: neither, surely.
pub fn comes_after_all(text: &str) -> Option<bool> {
    // What they ask beside is no answer: "eg kjem eg, kven har sagt det?"
    let clauses = text.split_inclusive([',', '.', ';', '!', '?']).filter(|clause| !clause.ends_with('?'));
    let said = words(&clauses.collect::<String>());
    let lists = lists();
    let stands = |list: &str| (0..said.len()).any(|at| lists.begins(list, &said[at..]) > 0);
    let denied = lists.any("not", &said);
    match () {
        () if said.is_empty() || stands("stays_away") => None,
        () if stands("comes_after_all") => Some(true),
        () if stands("it_is_so") && !denied && said.len() <= MOST_WORDS_OF_SHORT => Some(false),
        () if stands("surely") && !denied && said.len() <= MOST_WORDS_OF_SHORT => Some(true),
        () => None,
    }
}

/// Whether `text` says that somebody was not there, and not only that they will not be.
pub fn did_not_come(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    !text.contains('?') && (0..said.len()).any(|at| lists.begins("did_not_come", &said[at..]) > 0)
}

/// Whether `text` says of a task that it was carried out (`true`) or was not, and nothing else: "utført #1", "#1 ble ikke gjort". `None`: it says something
/// else.
pub fn says_whether_it_was_done(text: &str) -> Option<bool> {
    let without_number = shades::without_task_number(text);
    let (said, lists) = (words(&without_number), lists());
    if said.is_empty() || said.len() > MOST_WORDS_OF_CLAUSE || text.contains('?') {
        return None;
    }
    let known = ["not", "was_done", "was_done_more", "lead"];
    let only = said.iter().all(|word| known.iter().any(|list| lists.has(list, word)));
    (only && lists.any("was_done", &said)).then(|| !lists.any("not", &said))
}

/// Whether somebody is spoken of as the one who was to come, without a name: "han som skulle komme kl 12".
pub fn speaks_of_whoever_comes(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    (0..said.len()).any(|at| lists.begins("whoever_comes", &said[at..]) > 0)
}

/// Whether a folded word can't be a name.
pub fn is_no_name(word: &str) -> bool {
    let word = Word { folded: word.to_owned(), span: Span { start: 0, end: 0 } };
    lists().has("no_name", &word) || lists().has("is_ill", &word)
}

/// Whether `text` speaks of its sender at all.
pub fn says_i(text: &str) -> bool {
    lists().any("oneself", &words(text))
}

/// Whether whoever says that another does not come says something of themselves too: "Kari kan ikke, men jeg kan", "jeg og Kari kan ikke".
pub fn speaks_of_oneself(text: &str) -> bool {
    let (said, lists) = (words(text), lists());
    said.windows(2).any(|two| lists.has("oneself", &two[0]) && lists.has("does_oneself", &two[1]))
}
