//! Turns of phrase that are looked for anywhere in a message, from a table: see `vocabulary/alarm.txt` for how they are written.

use std::collections::HashMap;

use super::lexicon::lines;

/// How many words ".." may stand for.
const MOST_BETWEEN: usize = 3;
/// Words of a message that are looked at.
const MOST_WORDS: usize = 400;

/// A word of a message.
#[derive(Clone, Debug)]
pub struct Word {
    text: String,
    /// The sentence and the part of it that the word stands in.
    sentence: usize,
    part: usize,
    /// Where something was found already, it is found no more.
    taken: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Word(String),
    Stem(String),
    Ending(String),
    /// The end of a sentence.
    End,
}

#[derive(Clone, Debug)]
enum Step {
    Any { forms: Vec<Form>, may_lack: bool },
    Between,
}

/// The phrases of a list, and where to look for those that a word may begin.
#[derive(Default)]
struct List {
    phrases: Vec<Vec<Step>>,
    /// Those whose first word must begin with a letter.
    by_letter: HashMap<char, Vec<usize>>,
    /// Those that anything may begin.
    by_any: Vec<usize>,
}

/// The lists of a table.
pub struct Phrases {
    lists: HashMap<String, List>,
    classes: HashMap<String, Vec<Form>>,
}

/// The words of a message, by sentence and part.
pub fn words(text: &str) -> Vec<Word> {
    const ENDS: [char; 6] = ['.', '!', '?', ';', '\n', '…'];
    const PARTS: [&str; 6] = ["og", "men", "and", "but", "så", "so"];
    let (mut found, mut sentence, mut part) = (Vec::new(), 0, 0);
    let mut word = String::new();
    let text = without_telephone(&text.to_lowercase());
    for letter in text.chars().chain([' ']) {
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        if !word.is_empty() && found.len() < MOST_WORDS {
            part += usize::from(PARTS.contains(&word.as_str()));
            found.push(Word { text: std::mem::take(&mut word), sentence, part, taken: false });
        }
        word.clear();
        sentence += usize::from(ENDS.contains(&letter));
        part += usize::from(ENDS.contains(&letter) || letter == ',' || letter == ':');
    }
    found
}

/// `text` without telephone numbers, which may begin as the number for emergencies does ("911 22 333"), and without numbers of tasks.
fn without_telephone(text: &str) -> String {
    /// The number for emergencies has three.
    const MORE_DIGITS: usize = 5;
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let after = rest[start..].find(|letter: char| !letter.is_ascii_digit() && letter != ' ');
        let end = start + after.unwrap_or(rest.len() - start);
        let digits = rest[start..end].chars().filter(char::is_ascii_digit).count();
        kept.push_str(&rest[..start]);
        if digits < MORE_DIGITS && !rest[..start].ends_with('#') {
            kept.push_str(&rest[start..end]);
        } else {
            kept.push(' ');
        }
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

impl Phrases {
    /// Reads a table.
    pub fn from_table(table: &str) -> Self {
        let lines = lines(table);
        let is_class = |name: &str| name.chars().all(|letter| letter.is_ascii_uppercase());
        let classes: HashMap<String, Vec<Form>> = lines
            .iter()
            .filter(|(name, _)| is_class(name))
            .map(|(name, text)| (name.clone(), text.split(',').map(|word| form(word.trim())).collect()))
            .collect();
        let step = |text: &str| {
            if text == ".." {
                return Step::Between;
            }
            let may_lack = text.ends_with('?');
            let any = text.trim_end_matches('?').split('|');
            let forms = any.flat_map(|one| match classes.get(one) {
                Some(class) => class.clone(),
                None => vec![form(one)],
            });
            Step::Any { forms: forms.collect(), may_lack }
        };
        let phrases = |text: &str| {
            let phrases = text.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
            List::of(phrases.map(|phrase| phrase.split_whitespace().map(step).collect()).collect())
        };
        let lists = lines.iter().filter(|(name, _)| !is_class(name));
        let lists = lists.map(|(name, text)| (name.clone(), phrases(text))).collect();
        Self { lists, classes }
    }

    /// Whether a phrase of the list stands in a message.
    pub fn has(&self, list: &str, words: &[Word]) -> bool {
        self.find(list, words, 0).is_some()
    }

    /// The first place, from a word on, where a phrase of the list begins, and where it ends.
    fn find(&self, list: &str, words: &[Word], from: usize) -> Option<(usize, usize)> {
        let list = self.lists.get(list)?;
        (from..words.len()).find_map(|at| list.ends(words, at).max().map(|end| (at, end)))
    }

    /// Whether a phrase of the list stands where no word of `unless` stands before its end in the same part of the sentence, or one of `but` does, too.
    pub fn has_unless(&self, list: &str, words: &[Word], unless: &str, but: &str) -> bool {
        let Some(list) = self.lists.get(list) else { return false };
        (0..words.len()).any(|at| {
            list.ends(words, at).any(|end| {
                let part = |word: &&Word| words[at..end].iter().any(|found| found.part == word.part);
                let stands_in =
                    |class: &str| words[..end].iter().filter(part).any(|word| self.is(class, word));
                !stands_in(unless) || stands_in(but)
            })
        })
    }

    /// What follows the first phrase of the list, to the end of that part of the sentence. `None`: it does not stand there.
    pub fn what_follows<'a>(&self, list: &str, words: &'a [Word]) -> Option<&'a [Word]> {
        let (start, end) = self.find(list, words, 0)?;
        let length = words[end..].iter().take_while(|word| word.part == words[start].part).count();
        Some(&words[end..end + length])
    }

    /// Whether a word of a class stands in a message.
    pub fn any(&self, class: &str, words: &[Word]) -> bool {
        words.iter().any(|word| self.is(class, word))
    }

    fn is(&self, class: &str, word: &Word) -> bool {
        self.classes.get(class).is_some_and(|forms| forms.iter().any(|form| form.is(word)))
    }

    /// Takes what the list finds out of a message. Gives whether it found anything.
    pub fn take_out(&self, list: &str, words: &mut [Word]) -> bool {
        let (mut from, mut found) = (0, false);
        while let Some((start, end)) = self.find(list, words, from) {
            words[start..end].iter_mut().for_each(|word| word.taken = true);
            (from, found) = (end, true);
        }
        found
    }

    /// The same where no word of the class stands before it or soon follows.
    pub fn take_out_unless_beside(&self, list: &str, words: &mut [Word], class: &str) -> bool {
        const NEAR: usize = 2;
        let (mut from, mut found) = (0, false);
        while let Some((start, end)) = self.find(list, words, from) {
            let before = words[..start].last().filter(|before| before.part == words[start].part);
            let denied = before.into_iter().chain(words[end..].iter().take(NEAR));
            let denied = denied.into_iter().any(|word| self.is(class, word));
            if !denied {
                words[start..end].iter_mut().for_each(|word| word.taken = true);
                found = true;
            }
            from = end;
        }
        found
    }

    /// A message without the words of a class.
    pub fn without(&self, class: &str, text: &str) -> String {
        let kept =
            text.split_whitespace().filter(|word| !words(word).iter().any(|word| self.is(class, word)));
        kept.collect::<Vec<_>>().join(" ")
    }
}

impl List {
    fn of(phrases: Vec<Vec<Step>>) -> Self {
        let mut list = Self::default();
        for (index, phrase) in phrases.iter().enumerate() {
            match first_letters(phrase) {
                Some(letters) => {
                    for letter in letters {
                        let those = list.by_letter.entry(letter).or_default();
                        if those.last() != Some(&index) {
                            those.push(index);
                        }
                    }
                }
                None => list.by_any.push(index),
            }
        }
        Self { phrases, ..list }
    }

    /// Where the phrases that begin at a word end.
    fn ends(&self, words: &[Word], at: usize) -> impl Iterator<Item = usize> {
        let letter = words.get(at).and_then(|word| word.text.chars().next());
        let by_letter = letter.and_then(|letter| self.by_letter.get(&letter));
        let those = by_letter.into_iter().flatten().chain(&self.by_any);
        those.filter_map(move |index| stands(&self.phrases[*index], words, at))
    }
}

/// The letters with which the first word of a phrase may begin. `None`: any.
fn first_letters(phrase: &[Step]) -> Option<Vec<char>> {
    let Some(Step::Any { forms, may_lack: false }) = phrase.first() else { return None };
    let letter = |form: &Form| match form {
        Form::Word(text) | Form::Stem(text) => text.chars().next(),
        Form::Ending(_) | Form::End => None,
    };
    forms.iter().map(letter).collect()
}

/// Where a phrase that begins at `at` ends, at its longest.
fn stands(phrase: &[Step], words: &[Word], at: usize) -> Option<usize> {
    let first = words.get(at).filter(|word| !word.taken)?;
    let is_near = |word: &Word| !word.taken && word.sentence == first.sentence;
    let Some((step, rest)) = phrase.split_first() else { return Some(at) };
    follow(step, rest, words, at, &is_near)
}

fn follow(
    step: &Step,
    rest: &[Step],
    words: &[Word],
    at: usize,
    is_near: &dyn Fn(&Word) -> bool,
) -> Option<usize> {
    let go_on = |at: usize| match rest.split_first() {
        Some((next, rest)) => follow(next, rest, words, at, is_near),
        None => Some(at),
    };
    let word = words.get(at).filter(|word| is_near(word));
    match step {
        Step::Between => (0..=MOST_BETWEEN)
            .take_while(|skipped| words[at.min(words.len())..].iter().take(*skipped).all(is_near))
            .filter_map(|skipped| go_on(at + skipped))
            .max(),
        Step::Any { forms, may_lack } => {
            let here = match word {
                Some(word) if forms.iter().any(|form| form.is(word)) => go_on(at + 1),
                None if forms.contains(&Form::End) => go_on(at),
                _ => None,
            };
            let lacking = may_lack.then(|| go_on(at)).flatten();
            here.max(lacking)
        }
    }
}

fn form(text: &str) -> Form {
    match (text.strip_prefix('*'), text.strip_suffix('*')) {
        _ if text == "$" => Form::End,
        (Some(ending), _) => Form::Ending(ending.to_owned()),
        (_, Some(stem)) => Form::Stem(stem.to_owned()),
        _ => Form::Word(text.to_owned()),
    }
}

impl Form {
    fn is(&self, word: &Word) -> bool {
        match self {
            Self::Word(known) => *known == word.text,
            Self::Stem(stem) => word.text.starts_with(stem.as_str()),
            Self::Ending(ending) => word.text.ends_with(ending.as_str()),
            Self::End => false,
        }
    }
}
