//! Turns of phrase: what a few words in a row say in a reply. They are tables, one a language.

use std::collections::{HashMap, HashSet};

use super::Span;
use super::alike::Alike;
use super::class::Class;
use super::clock;
use super::lexicon::{Item, Tag, lines};

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
    /// Gives the place away, whoever the words are about: "stryk navnet mitt", "finn en annen".
    Release,
    Maybe,
    Condition,
    Late,
    Done,
    Chat,
    Question,
}

const CUES: [(&str, Cue); 14] = [
    ("accept", Cue::Accept),
    ("harmless", Cue::Harmless),
    ("refuse", Cue::Refuse),
    ("busy", Cue::Busy),
    ("wish", Cue::Wish),
    ("irony", Cue::Irony),
    ("handover", Cue::Handover),
    ("release", Cue::Release),
    ("maybe", Cue::Maybe),
    ("condition", Cue::Condition),
    ("late", Cue::Late),
    ("done", Cue::Done),
    ("chat", Cue::Chat),
    ("question", Cue::Question),
];

/// How many adverbs may stand between two words of a turn of phrase ("tar *jo gjerne* den").
const MAX_ADVERBS: usize = 3;
/// How many turns of phrase of one clause are considered.
const MAX_FOUND: usize = 200;
/// How many words ".." may stand for.
const MAX_GAP: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Element {
    Class(Class),
    Word(String),
    /// "^": the beginning of a clause.
    Start,
    /// "$": its end.
    End,
    /// "..": some words.
    Gap,
    /// "NUMBER", in digits or words.
    Number,
    /// "PROPER": a name, by its capital.
    Proper,
}

/// A place in a turn of phrase: any one of the elements, or none if it may lack ("på?").
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Step {
    any: Vec<Element>,
    may_lack: bool,
}

struct Pattern {
    cue: Cue,
    steps: Vec<Step>,
}

/// The turns of phrase of all languages.
pub struct Cues {
    patterns: Vec<Pattern>,
    by_word: HashMap<String, Vec<usize>>,
    by_class: HashMap<Class, Vec<usize>>,
    by_number: Vec<usize>,
    by_name: Vec<usize>,
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
    pub fn from_tables<'a>(tables: impl IntoIterator<Item = &'a str>, alike: &Alike) -> Result<Self, String> {
        let mut cues = Self {
            patterns: Vec::new(),
            by_word: HashMap::new(),
            by_class: HashMap::new(),
            by_number: Vec::new(),
            by_name: Vec::new(),
        };
        let mut known = HashSet::new();
        for table in tables {
            for (tag, phrases) in lines(table) {
                let Some((_, cue)) = CUES.iter().find(|(name, _)| *name == tag) else { continue };
                for phrase in phrases.split([';', ',']) {
                    let steps: Vec<Step> =
                        phrase.split_whitespace().map(|text| step(text, alike)).collect::<Result<_, _>>()?;
                    cues.add(&mut known, *cue, steps)?;
                }
            }
        }
        Ok(cues)
    }

    fn add(
        &mut self,
        known: &mut HashSet<(Cue, Vec<Step>)>,
        cue: Cue,
        steps: Vec<Step>,
    ) -> Result<(), String> {
        // The languages share turns of phrase.
        if steps.is_empty() || !known.insert((cue, steps.clone())) {
            return Ok(());
        }
        let at = self.patterns.len();
        for step in steps.iter().filter(|step| step.any != [Element::Start]) {
            for element in &step.any {
                match element {
                    Element::Word(word) => self.by_word.entry(word.clone()).or_default().push(at),
                    Element::Class(class) => self.by_class.entry(*class).or_default().push(at),
                    Element::Number => self.by_number.push(at),
                    Element::Proper => self.by_name.push(at),
                    _ => return Err(format!("a turn of phrase begins with no word: {steps:?}")),
                }
            }
            if !step.may_lack {
                break;
            }
        }
        self.patterns.push(Pattern { cue, steps });
        Ok(())
    }

    /// The words that only turns of phrase have, for the speller.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let steps = self.patterns.iter().flat_map(|pattern| &pattern.steps);
        steps.flat_map(|step| &step.any).filter_map(|element| match element {
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
            let by_class = classes(&items[at]).filter_map(|class| self.by_class.get(&class)).flatten();
            let by_number = self.by_number.iter().filter(|_| clock::number(items, at).is_some());
            let by_name = self.by_name.iter().filter(|_| is_proper(&items[at]));
            for &number in by_word.chain(by_class).chain(by_number).chain(by_name) {
                if found.len() >= MAX_FOUND {
                    return found;
                }
                let pattern = &self.patterns[number];
                if only.is_none_or(|only| only == pattern.cue)
                    && let Some(stop) = (Follow { items, start, end, hidden }).steps(&pattern.steps, at, at)
                {
                    found.push(FoundCue { cue: pattern.cue, start: at, end: stop });
                }
            }
        }
        found
    }
}

fn step(text: &str, alike: &Alike) -> Result<Step, String> {
    let lacking = |word: &str| word.len() > 1 && word.ends_with('?');
    let may_lack = text.split('|').any(lacking);
    let any = text
        .split('|')
        .map(|word| element(word.strip_suffix('?').filter(|_| lacking(word)).unwrap_or(word), alike));
    Ok(Step { any: any.collect::<Result<_, _>>()?, may_lack })
}

fn element(text: &str, alike: &Alike) -> Result<Element, String> {
    match text {
        "^" => Ok(Element::Start),
        "$" => Ok(Element::End),
        ".." => Ok(Element::Gap),
        "NUMBER" => Ok(Element::Number),
        "PROPER" => Ok(Element::Proper),
        _ if text.chars().all(|c| c.is_ascii_uppercase()) => {
            Class::from_capitals(text).map(Element::Class).ok_or_else(|| format!("no such class: {text}"))
        }
        _ => Ok(Element::Word(alike.word(&text.to_lowercase()).to_owned())),
    }
}

/// The classes of the phrases that begin with `item`, without those that its neighbours took from it.
fn classes(item: &Item) -> impl Iterator<Item = Class> {
    item.tags.iter().filter_map(|(tag, length)| match tag {
        Tag::Class(class) if *length > 1 || item.has(*class) => Some(*class),
        _ => None,
    })
}

/// Tokens of the phrase of `class` that begins at `at`.
fn matches(items: &[Item], at: usize, class: Class) -> Option<usize> {
    if items[at].has(class) { Some(1) } else { clock::phrase(items, at, class) }
}

/// A turn of phrase laid along the tokens of a clause.
struct Follow<'a> {
    items: &'a [Item],
    start: usize,
    end: usize,
    hidden: &'a [bool],
}

impl Follow<'_> {
    /// The token after the last of `steps`, if they fit from `next` on; `first` is where the turn of phrase begins.
    fn steps(&self, steps: &[Step], first: usize, next: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return Some(next) };
        for element in &step.any {
            if let Some(stop) = self.element(element, rest, first, next) {
                return Some(stop);
            }
        }
        if step.may_lack
            && let Some(stop) = self.steps(rest, first, next)
        {
            return Some(stop);
        }
        // Adverbs may stand anywhere but before the first word, and so may a subject: "da melder jeg meg".
        let adverbs = (next..self.end)
            .take(MAX_ADVERBS)
            .take_while(|&at| next > first && !self.hidden[at] && is_skipped(&self.items[at]))
            .count();
        (1..=adverbs).find_map(|skipped| {
            let at = next + skipped;
            step.any.iter().find_map(|element| self.element(element, rest, first, at))
        })
    }

    fn element(&self, element: &Element, rest: &[Step], first: usize, next: usize) -> Option<usize> {
        let items = self.items;
        match element {
            Element::Start => {
                items[self.start..next].iter().all(opens).then(|| self.steps(rest, first, next)).flatten()
            }
            Element::End => {
                items[next..self.end].iter().all(closes).then(|| self.steps(rest, first, next)).flatten()
            }
            Element::Gap => (0..=MAX_GAP)
                .take_while(|skipped| next + skipped <= self.end)
                .find_map(|skipped| self.steps(rest, first, next + skipped)),
            _ if next >= self.end || self.hidden[next] => None,
            Element::Word(word) => items[next].is(word).then(|| self.steps(rest, first, next + 1)).flatten(),
            Element::Number => {
                let (_, used) = clock::number(items, next)?;
                if next + used <= self.end { self.steps(rest, first, next + used) } else { None }
            }
            Element::Proper => is_proper(&items[next]).then(|| self.steps(rest, first, next + 1)).flatten(),
            Element::Class(class) => {
                let stop = next + matches(items, next, *class)?;
                if stop <= self.end { self.steps(rest, first, stop) } else { None }
            }
        }
    }
}

/// A name, as its capital says.
fn is_proper(item: &Item) -> bool {
    item.is_word() && item.token.capital && (!item.known || item.has(Class::Name))
}

fn is_skipped(item: &Item) -> bool {
    item.has(Class::Adverb) || item.has(Class::I) || item.has(Class::We)
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
