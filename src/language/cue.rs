//! Turns of phrase: what a few words in a row say in a reply. They are tables, one a language.

use std::collections::HashMap;

use super::Span;
use super::class::Class;
use super::clock;
use super::lexicon::{Item, lines};

/// What a turn of phrase does in a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Cue {
    /// Commits the sender by itself.
    Accept,
    /// A negation that refuses nothing: "ikke noe problem".
    Harmless,
    /// Refuses.
    Refuse,
    /// A reason why not: at work, ill, away.
    Busy,
    /// Would have liked to.
    Wish,
    Irony,
    /// Wants somebody else to take it.
    Handover,
    Maybe,
    Condition,
    Late,
    Done,
    Chat,
    Question,
}

const CUES: [(&str, Cue); 13] = [
    ("accept", Cue::Accept),
    ("harmless", Cue::Harmless),
    ("refuse", Cue::Refuse),
    ("busy", Cue::Busy),
    ("wish", Cue::Wish),
    ("irony", Cue::Irony),
    ("handover", Cue::Handover),
    ("maybe", Cue::Maybe),
    ("condition", Cue::Condition),
    ("late", Cue::Late),
    ("done", Cue::Done),
    ("chat", Cue::Chat),
    ("question", Cue::Question),
];

/// How many adverbs may stand between two words of a turn of phrase ("tar *jo gjerne* den").
const MAX_ADVERBS: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Element {
    Class(Class),
    Word(String),
    Start,
    End,
}

struct Pattern {
    cue: Cue,
    elements: Vec<Element>,
}

/// The turns of phrase of all languages.
pub struct Cues {
    patterns: Vec<Pattern>,
    by_word: HashMap<String, Vec<usize>>,
    by_class: HashMap<Class, Vec<usize>>,
}

/// A turn of phrase found: which, and its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundCue {
    pub cue: Cue,
    pub start: usize,
    pub end: usize,
}

impl Cues {
    /// Reads the lines of `tables` whose tag is the name of a cue.
    ///
    /// # Errors
    /// The first element that is no class.
    pub fn from_tables<'a>(tables: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut cues = Self { patterns: Vec::new(), by_word: HashMap::new(), by_class: HashMap::new() };
        for table in tables {
            for (tag, phrases) in lines(table) {
                let Some((_, cue)) = CUES.iter().find(|(name, _)| *name == tag) else { continue };
                for phrase in phrases.split([';', ',']) {
                    let elements: Vec<Element> =
                        phrase.split_whitespace().map(element).collect::<Result<_, _>>()?;
                    cues.add(*cue, elements);
                }
            }
        }
        Ok(cues)
    }

    fn add(&mut self, cue: Cue, elements: Vec<Element>) {
        // The languages share turns of phrase.
        if self.patterns.iter().any(|pattern| pattern.cue == cue && pattern.elements == elements) {
            return;
        }
        let first = elements.iter().find(|element| **element != Element::Start);
        let at = self.patterns.len();
        match first {
            Some(Element::Word(word)) => self.by_word.entry(word.clone()).or_default().push(at),
            Some(Element::Class(class)) => self.by_class.entry(*class).or_default().push(at),
            _ => return,
        }
        self.patterns.push(Pattern { cue, elements });
    }

    /// The words that only turns of phrase have, for the speller.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().flat_map(|pattern| &pattern.elements).filter_map(|element| match element {
            Element::Word(word) => Some(word.as_str()),
            _ => None,
        })
    }

    /// Every turn of phrase in `items`, which are the tokens `start..end` of a message. Tokens for which `hidden` holds are passed by.
    pub fn find(
        &self,
        items: &[Item],
        start: usize,
        end: usize,
        hidden: &[bool],
        only: Option<Cue>,
    ) -> Vec<FoundCue> {
        let mut found = Vec::new();
        for at in start..end {
            if hidden[at] {
                continue;
            }
            let by_word = self.by_word.get(&items[at].key).into_iter().flatten();
            let by_class = self
                .by_class
                .iter()
                .filter(|(class, _)| matches(items, at, **class).is_some())
                .flat_map(|(_, list)| list);
            for &number in by_word.chain(by_class) {
                let pattern = &self.patterns[number];
                if only.is_none_or(|only| only == pattern.cue)
                    && let Some(stop) = follow(pattern, items, (start, end), at, hidden)
                {
                    found.push(FoundCue { cue: pattern.cue, start: at, end: stop });
                }
            }
        }
        found
    }
}

fn element(text: &str) -> Result<Element, String> {
    match text {
        "^" => Ok(Element::Start),
        "$" => Ok(Element::End),
        _ if text.chars().all(|c| c.is_ascii_uppercase()) => {
            let (first, rest) = text.split_at(1);
            let name = format!("{first}{}", rest.to_lowercase());
            Class::from_name(&name).map(Element::Class).ok_or_else(|| format!("no such class: {text}"))
        }
        _ => Ok(Element::Word(text.to_lowercase())),
    }
}

/// Tokens of the phrase of `class` that begins at `at`.
fn matches(items: &[Item], at: usize, class: Class) -> Option<usize> {
    if items[at].has(class) { Some(1) } else { clock::phrase(items, at, class) }
}

fn follow(
    pattern: &Pattern,
    items: &[Item],
    (start, end): (usize, usize),
    at: usize,
    hidden: &[bool],
) -> Option<usize> {
    let mut next = at;
    for (number, element) in pattern.elements.iter().enumerate() {
        let mut adverbs = 0;
        loop {
            match element {
                Element::Start if items[start..next].iter().all(opens) => break,
                Element::End if items[next..end].iter().all(closes) => break,
                Element::Start | Element::End => return None,
                _ if next >= end || hidden[next] => return None,
                Element::Word(word) if items[next].is(word) => {
                    next += 1;
                    break;
                }
                Element::Class(class)
                    if matches(items, next, *class).is_some_and(|length| next + length <= end) =>
                {
                    next += matches(items, next, *class).unwrap_or(1);
                    break;
                }
                _ if number > 0 && adverbs < MAX_ADVERBS && items[next].has(Class::Adverb) => {
                    adverbs += 1;
                    next += 1;
                }
                _ => return None,
            }
        }
    }
    Some(next)
}

/// What may stand before the first word of a clause.
fn opens(item: &Item) -> bool {
    item.has(Class::Yes) || item.has(Class::Ok) || !item.is_word() || item.has(Class::Adverb)
}

/// What may stand after its last one.
fn closes(item: &Item) -> bool {
    item.has(Class::Adverb) || item.token.kind == super::token::Kind::Emoji
}

/// The bytes of the tokens of a cue.
pub fn span(items: &[Item], cue: &FoundCue) -> Span {
    let last = cue.end.max(cue.start + 1) - 1;
    Span { start: items[cue.start].token.span.start, end: items[last].token.span.end }
}
