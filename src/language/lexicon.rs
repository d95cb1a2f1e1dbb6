//! The tables of words, and what they say of each token of a message.
//!
//! A table is text: `tag: phrase, phrase`, a line that begins with a blank continues the one before, `#` begins a remark. A tag is a class of
//! words (`Not`), or a kind and a value (`number 3`, `weekday mo`), or how compounds of a class end (`ends Kin`). The languages are mixed in one chat and no message says which it is in,
//! so all tables of a reader are one lexicon.

use std::collections::{HashMap, HashSet};

use chrono::Weekday;

use super::alike::Alike;
use super::class::{Class, ClassSet};
use super::spelling::Speller;
use super::token::{Kind, Token};
use crate::domain::holidays::Holiday;

/// Fewest letters before the last part of a compound.
const MIN_FIRST_PART: usize = 3;

/// What a phrase of a table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    Class(Class),
    Number(u32),
    Weekday(Weekday),
    /// A weekday said in the plural: each such day.
    Weekdays(Weekday),
    /// 1–12.
    Month(u32),
    Holiday(Holiday),
    /// Days from today.
    InDays(u32),
    /// A part of the day, by the minute of the day it begins at when no clock is said.
    Part(u32),
    /// Minutes.
    Minutes(u32),
    /// The first, second … or last (-1) of something.
    Nth(i32),
}

/// A table entry: the words after the first one, and what the whole stands for.
struct Entry {
    rest: Vec<String>,
    tag: Tag,
}

/// Tables, ready to look words up in.
pub struct Lexicon {
    by_first: HashMap<String, Vec<Entry>>,
    /// How compounds end that no table has whole, and what they are then.
    ends: Vec<(String, Class)>,
    speller: Speller,
    alike: Alike,
}

/// A token and what the tables know of it.
#[derive(Clone, Debug)]
pub struct Item {
    pub token: Token,
    /// The word as the tables spell it, one for all that are alike, or as written if they do not have it.
    pub key: String,
    pub classes: ClassSet,
    /// Every phrase that begins here: what it stands for, and how many tokens it has. Longest first.
    pub tags: Vec<(Tag, usize)>,
    /// Whether any table has the word.
    pub known: bool,
}

impl Item {
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    pub fn is(&self, word: &str) -> bool {
        self.key == word
    }

    pub fn is_word(&self) -> bool {
        self.token.kind == Kind::Word
    }
}

impl Lexicon {
    /// Reads `tables`; `more` are words that are known without a tag, and words that are `alike` are one. The tables are part of the program, so a fault in one is a fault in the
    /// program: a test reads them all. Lines whose tag begins with a small letter and has no value are left to others (turns of phrase).
    ///
    /// # Errors
    /// The first line whose tag is unknown.
    pub fn with_words<'a, 'b>(
        tables: impl IntoIterator<Item = &'a str>,
        more: impl IntoIterator<Item = &'b str>,
        alike: Alike,
    ) -> Result<Self, String> {
        let mut by_first: HashMap<String, Vec<Entry>> = HashMap::new();
        let mut ends = Vec::new();
        let mut words: Vec<String> = more.into_iter().map(str::to_owned).collect();
        words.extend(alike.words().map(str::to_owned));
        let mut names = Vec::new();
        for table in tables {
            for (tag, phrases) in lines(table) {
                if !tag.contains(' ') && tag.starts_with(char::is_lowercase) {
                    continue;
                }
                if let Some(class) = tag.strip_prefix("ends ") {
                    let class = Class::from_name(class).ok_or_else(|| format!("no such class: {class}"))?;
                    ends.extend(phrases.split(',').map(|end| (end.trim().to_owned(), class)));
                    continue;
                }
                let tag = tag_from(&tag)?;
                for phrase in phrases.split(',') {
                    let mut parts = super::token::tokens(phrase).into_iter().map(|token| token.word);
                    let Some(first) = parts.next() else { continue };
                    let rest: Vec<String> = parts.collect();
                    let spelled = if tag == Tag::Class(Class::Name) { &mut names } else { &mut words };
                    spelled.extend(rest.iter().cloned());
                    spelled.push(first.clone());
                    let rest = rest.iter().map(|word| alike.word(word).to_owned()).collect();
                    by_first.entry(alike.word(&first).to_owned()).or_default().push(Entry { rest, tag });
                }
            }
        }
        for entries in by_first.values_mut() {
            // The languages share words.
            let mut known = HashSet::new();
            entries.retain(|entry| known.insert((entry.rest.clone(), entry.tag)));
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Ok(Self { by_first, ends, speller: Speller::new(words, names), alike })
    }

    /// What the tables know of `tokens`.
    pub fn items(&self, tokens: Vec<Token>) -> Vec<Item> {
        let mut inside = false;
        let mut items: Vec<Item> = tokens
            .into_iter()
            .map(|token| {
                // A capital within a sentence is a name, not a slip.
                let name = inside && token.capital && token.word.chars().count() > 1;
                inside = token.kind != Kind::Mark && token.kind != Kind::Emoji;
                let spelled = match token.kind {
                    Kind::Word if name => self.speller.exact(&token.word),
                    Kind::Word => self.speller.spell(&token.word),
                    _ => None,
                };
                let known = spelled.is_some();
                let key = self.alike.word(spelled.unwrap_or(&token.word)).to_owned();
                Item { token, key, classes: ClassSet::default(), tags: Vec::new(), known }
            })
            .collect();
        for at in 0..items.len() {
            let (mut classes, mut tags) = self.look_up(&items, at);
            if !items[at].known
                && let Some(class) = self.compound(&items[at].token)
            {
                classes.insert(class);
                tags.push((Tag::Class(class), 1));
            }
            // "Ida" is no slip of "i dag".
            if items[at].token.capital && classes.has(Class::Name) {
                tags.retain(|(tag, _)| !matches!(tag, Tag::InDays(_)));
            }
            items[at].classes = classes;
            items[at].tags = tags;
        }
        items
    }

    /// What a compound is by its last part: "jobbintervju", "granneguten". A name is none.
    fn compound(&self, token: &Token) -> Option<Class> {
        if token.kind != Kind::Word || (token.capital && token.span.start > 0) {
            return None;
        }
        let fits = |end: &str| {
            token.word.strip_suffix(end).is_some_and(|start| start.chars().count() >= MIN_FIRST_PART)
        };
        self.ends.iter().find(|(end, _)| fits(end)).map(|(_, class)| *class)
    }

    fn look_up(&self, items: &[Item], at: usize) -> (ClassSet, Vec<(Tag, usize)>) {
        let mut classes = ClassSet::default();
        let mut tags = Vec::new();
        let Some(entries) = self.by_first.get(&items[at].key) else {
            return (classes, tags);
        };
        for Entry { rest, tag } in entries {
            let follows = rest
                .iter()
                .enumerate()
                .all(|(ahead, word)| items.get(at + 1 + ahead).is_some_and(|item| item.is(word)));
            if !follows {
                continue;
            }
            tags.push((*tag, rest.len() + 1));
            if let (Tag::Class(class), true) = (tag, rest.is_empty()) {
                classes.insert(*class);
            }
        }
        (classes, tags)
    }
}

/// The lines of a table as tag and phrases.
pub fn lines(table: &str) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for line in table.lines() {
        let line = line.split('#').next().unwrap_or_default();
        if line.trim().is_empty() {
            continue;
        }
        match (line.starts_with([' ', '\t']), lines.last_mut(), line.split_once(':')) {
            (true, Some((_, phrases)), _) => {
                phrases.push(',');
                phrases.push_str(line.trim());
            }
            (_, _, Some((tag, phrases))) => lines.push((tag.trim().to_owned(), phrases.trim().to_owned())),
            _ => lines.push((line.trim().to_owned(), String::new())),
        }
    }
    lines
}

fn tag_from(text: &str) -> Result<Tag, String> {
    let unknown = || format!("no such tag: {text}");
    let mut parts = text.split_whitespace();
    let kind = parts.next().ok_or_else(unknown)?;
    let Some(value) = parts.next() else {
        return Class::from_name(kind).map(Tag::Class).ok_or_else(unknown);
    };
    let number = || value.parse::<u32>().map_err(|_| unknown());
    match kind {
        "number" => number().map(Tag::Number),
        "month" => number().map(Tag::Month),
        "in_days" => number().map(Tag::InDays),
        "minutes" => number().map(Tag::Minutes),
        "nth" => value.parse().map(Tag::Nth).map_err(|_| unknown()),
        "part" => minute_of_day(value).map(Tag::Part).ok_or_else(unknown),
        "weekday" => weekday(value).map(Tag::Weekday).ok_or_else(unknown),
        "weekdays" => weekday(value).map(Tag::Weekdays).ok_or_else(unknown),
        "holiday" => Holiday::from_name(value).map(Tag::Holiday).ok_or_else(unknown),
        _ => Err(unknown()),
    }
}

fn minute_of_day(clock: &str) -> Option<u32> {
    let (hour, minute) = clock.split_once('.')?;
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

fn weekday(code: &str) -> Option<Weekday> {
    let codes = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    let at = codes.iter().position(|known| *known == code)?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokens;

    #[test]
    fn the_longest_phrase_comes_first() {
        let lexicon =
            Lexicon::with_words(["number 2: to, et par\nweekday fr: fredag\n in_days"], [], Alike::default())
                .expect("a table");
        let items = lexicon.items(tokens("et par på fredag"));
        assert_eq!(items[0].tags, [(Tag::Number(2), 2)]);
        assert_eq!(items[3].tags, [(Tag::Weekday(Weekday::Fri), 1)]);
        assert!(!items[2].known);
    }

    #[test]
    fn an_unknown_tag_is_told() {
        assert!(Lexicon::with_words(["Nonsense: a"], [], Alike::default()).is_err());
        assert!(Lexicon::with_words(["weekday xx: a"], [], Alike::default()).is_err());
    }
}
