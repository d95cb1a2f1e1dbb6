//! Who takes over the duty, in other words than the command's: "jeg tar over vakten", "overtar", "Anne tar vakta".

use super::*;

/// Whose the duty is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watch {
    Mine,
    Of(String),
}

/// `None`: it speaks of no duty that anybody takes.
pub fn takes_watch(text: &str) -> Option<Watch> {
    const MOST_WORDS_OF_NAME: usize = 2;
    let (said, lists) = (words(text), lists());
    if text.contains(['?', '#']) || said.len() > MOST_WORDS_OF_CLAUSE || lists.any("not", &said) {
        return None;
    }
    let lead = said.iter().take_while(|word| lists.has("lead", word)).count();
    let said = said.get(lead..)?;
    // The verb stands after whoever does it.
    let verb = (0..said.len()).find(|at| lists.begins("takes_watch", &said[*at..]) > 0)?;
    let taken = lists.begins("takes_watch", &said[verb..]);
    let (subject, rest) = (said.get(..verb)?, said.get(verb + taken..)?);
    let oneself = subject.iter().all(|word| lists.has("watch_self", word));
    let over = lists.begins("takes_watch_over", &said[verb..]) > 0;
    match rest.iter().position(|word| lists.has("watch", word)) {
        Some(0 | 1) if oneself => Some(Watch::Mine),
        Some(0 | 1) if subject.len() <= MOST_WORDS_OF_NAME => {
            let is_name =
                |word: &Word| !["oneself", "no_name", "town"].iter().any(|list| lists.has(list, word));
            let name: Vec<&str> = subject.iter().map(|word| word.folded.as_str()).collect();
            subject.iter().all(is_name).then(|| Watch::Of(name.join(" ")))
        }
        None if over && oneself && rest.iter().all(|word| lists.has("trail", word)) => Some(Watch::Mine),
        _ => None,
    }
}
