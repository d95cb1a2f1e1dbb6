//! Turns of phrase: what a few words in a row say in a reply. They are tables, one a language.

mod follow;

use std::collections::{HashMap, HashSet};

pub use follow::Stretch;
use follow::is_proper;

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
    /// A word, by its number.
    Word(u32),
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
#[derive(Default)]
pub struct Cues {
    patterns: Vec<Pattern>,
    /// The number of each word.
    words: HashMap<String, u32>,
    /// Those that refuse nothing though they have a negation: they are found first.
    harmless: Starts,
    others: Starts,
}

/// Turns of phrase by what they begin with.
#[derive(Default)]
struct Starts {
    by_word: HashMap<u32, Vec<usize>>,
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
        let mut cues = Self::default();
        let mut known = HashSet::new();
        for table in tables {
            for (tag, phrases) in lines(table) {
                let Some((_, cue)) = CUES.iter().find(|(name, _)| *name == tag) else { continue };
                for phrase in phrases.split([';', ',']) {
                    let steps: Vec<Step> = phrase
                        .split_whitespace()
                        .map(|text| cues.step(text, alike))
                        .collect::<Result<_, _>>()?;
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
        let starts = if cue == Cue::Harmless { &mut self.harmless } else { &mut self.others };
        for step in steps.iter().filter(|step| step.any != [Element::Start]) {
            for element in &step.any {
                match element {
                    Element::Word(word) => starts.by_word.entry(*word).or_default().push(at),
                    Element::Class(class) => starts.by_class.entry(*class).or_default().push(at),
                    Element::Number => starts.by_number.push(at),
                    Element::Proper => starts.by_name.push(at),
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

    fn step(&mut self, text: &str, alike: &Alike) -> Result<Step, String> {
        let lacking = |word: &str| word.len() > 1 && word.ends_with('?');
        let may_lack = text.split('|').any(lacking);
        let any = text.split('|').map(|word| {
            self.element(word.strip_suffix('?').filter(|_| lacking(word)).unwrap_or(word), alike)
        });
        Ok(Step { any: any.collect::<Result<_, _>>()?, may_lack })
    }

    fn element(&mut self, text: &str, alike: &Alike) -> Result<Element, String> {
        match text {
            "^" => Ok(Element::Start),
            "$" => Ok(Element::End),
            ".." => Ok(Element::Gap),
            "NUMBER" => Ok(Element::Number),
            "PROPER" => Ok(Element::Proper),
            _ if text.chars().all(|c| c.is_ascii_uppercase()) => {
                Class::from_capitals(text).map(Element::Class).ok_or_else(|| format!("no such class: {text}"))
            }
            _ => {
                let word = alike.word(&text.to_lowercase()).to_owned();
                let next = u32::try_from(self.words.len()).map_err(|error| error.to_string())?;
                Ok(Element::Word(*self.words.entry(word).or_insert(next)))
            }
        }
    }

    /// The words that turns of phrase have, for the speller.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The number of the word of each of `items`, if a turn of phrase has it.
    pub fn numbered(&self, items: &[Item]) -> Vec<Option<u32>> {
        items.iter().map(|item| self.words.get(&item.key).copied()).collect()
    }

    /// Every harmless turn of phrase in a stretch of a message.
    pub fn find_harmless(&self, stretch: &Stretch) -> Vec<FoundCue> {
        self.find_of(&self.harmless, stretch)
    }

    /// Every other turn of phrase in it.
    pub fn find(&self, stretch: &Stretch) -> Vec<FoundCue> {
        self.find_of(&self.others, stretch)
    }

    fn find_of(&self, starts: &Starts, stretch: &Stretch) -> Vec<FoundCue> {
        let mut found = Vec::new();
        for at in (stretch.start..stretch.end).filter(|&at| !stretch.hidden[at]) {
            let item = &stretch.items[at];
            let by_word = stretch.words[at].and_then(|word| starts.by_word.get(&word)).into_iter().flatten();
            let by_class = classes(item).filter_map(|class| starts.by_class.get(&class)).flatten();
            let number = clock::number(stretch.items, at).map(|_| &starts.by_number).into_iter().flatten();
            let name = is_proper(item).then_some(&starts.by_name).into_iter().flatten();
            for &number in by_word.chain(by_class).chain(number).chain(name) {
                if found.len() >= MAX_FOUND {
                    return found;
                }
                let pattern = &self.patterns[number];
                if let Some(stop) = stretch.follow(&pattern.steps, at, at) {
                    found.push(FoundCue { cue: pattern.cue, start: at, end: stop });
                }
            }
        }
        found
    }
}

/// The classes of the phrases that begin with `item`, without those that its neighbours took from it.
fn classes(item: &Item) -> impl Iterator<Item = Class> {
    item.tags.iter().filter_map(|(tag, length)| match tag {
        Tag::Class(class) if *length > 1 || item.has(*class) => Some(*class),
        _ => None,
    })
}

/// The bytes of the tokens of a cue.
pub fn span(items: &[Item], cue: &FoundCue) -> Span {
    let last = cue.end.max(cue.start + 1) - 1;
    Span { start: items[cue.start].token.span.start, end: items[last].token.span.end }
}
