//! How many volunteers a request wants.

mod list;

use super::class::Class;
use super::clock;
use super::lexicon::Item;
use super::{Field, Span};

/// More than this is no number of volunteers for one occurrence.
const MAX_PEOPLE: u32 = 60;
/// Words of one part of a list: "to på kjøkkenet".
const MAX_PART: usize = 5;

/// How many are wanted, and the words that say so. `None` for the number: many, but not how many.
pub fn people(items: &[Item], taken: &[bool]) -> (Option<u32>, Vec<(Field, Span)>) {
    let scan = Scan { items, taken };
    let counts = scan.counts();
    if !counts.is_empty() {
        let because = counts.iter().map(|count| (Field::People, span(items, count.at, count.end))).collect();
        // What is only likely is not added up.
        let total: u32 =
            if counts[0].sure { counts.iter().map(|count| count.value).sum() } else { counts[0].value };
        return (Some(total.min(MAX_PEOPLE)), because);
    }
    if let Some((at, used)) = scan.open_plural() {
        return (None, vec![(Field::People, span(items, at, at + used))]);
    }
    (Some(1), Vec::new())
}

#[derive(Clone, Copy, Debug)]
struct Count {
    value: u32,
    at: usize,
    end: usize,
    sure: bool,
}

fn span(items: &[Item], at: usize, end: usize) -> Span {
    let last = end.clamp(at + 1, items.len()) - 1;
    Span { start: items[at].token.span.start, end: items[last].token.span.end }
}

struct Scan<'a> {
    items: &'a [Item],
    taken: &'a [bool],
}

impl Scan<'_> {
    fn has(&self, at: usize, class: Class) -> bool {
        self.items.get(at).is_some_and(|item| item.has(class))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.items.get(at).is_some_and(|item| words.contains(&item.key.as_str()))
    }

    fn back(&self, at: usize, back: usize, class: Class) -> bool {
        at.checked_sub(back).is_some_and(|at| self.has(at, class))
    }

    fn is_word(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_word)
    }

    /// The counts that hold: those that surely count volunteers, with what is joined to them; else those that are likely.
    fn counts(&self) -> Vec<Count> {
        let mut counts: Vec<Count> = Vec::new();
        let mut at = 0;
        while at < self.items.len() {
            match self.count_at(at) {
                Some(count) => {
                    at = count.end.max(at + 1);
                    counts.push(count);
                }
                None => at += 1,
            }
        }
        if let Some(list) = self.list() {
            return list;
        }
        if let Some(roles) = self.bare_roles(&counts) {
            return roles;
        }
        if counts.iter().any(|count| count.sure) {
            counts.retain(|count| count.sure);
            // "Matkasser (22 stk)": beside another count, one in brackets counts what stands before it.
            let bracketed = |count: &Count| {
                count.at > 0 && self.is(count.at - 1, &["("]) && !self.has(count.end - 1, Class::Role)
            };
            if counts.iter().any(|count| !bracketed(count)) {
                counts.retain(|count| !bracketed(count));
            }
        }
        counts
    }

    /// A number, the higher of a range, and the token after it. "3x" and "x3" are three.
    fn number(&self, at: usize) -> Option<(u32, usize)> {
        // "eit tre": a tree.
        if self.is(at, &["tre"])
            && (self.back(at, 1, Class::Article) || self.is(at.wrapping_sub(1), &["et", "eit"]))
        {
            return None;
        }
        let times = usize::from(self.is(at, &["x", "×"]));
        let (mut value, used) = clock::number(self.items, at + times)?;
        let mut next = at + times + used;
        let range = self.is(next, &["-", "eller", "or", "til", "/", "à", "till", "och", "to"])
            && !self.is(next, &["och"]);
        if range
            && let Some((high, more)) = clock::number(self.items, next + 1)
            && high > value
            && high <= value + 10
        {
            value = high;
            next += 1 + more;
        }
        if self.is(next, &["x", "×"]) {
            next += 1;
        }
        let decimal = self.is(next, &[",", "."])
            && self.items[next].token.glued
            && self.items.get(next + 1).is_some_and(|item| item.token.glued && item.token.number().is_some());
        let decimal_before = at > 1
            && self.is(at - 1, &[",", ".", ":"])
            && self.items[at].token.glued
            && self.items[at - 1].token.glued
            && self.items[at - 2].token.number().is_some();
        let part = self.is(next, &["%", "½", "/", "°"]) || self.is_numbered(at);
        let ordinal = self.is(next, &["."])
            && self.items[next].token.glued
            && self.is_word(next + 1)
            && !self.items[next + 1].token.capital;
        ((1..=MAX_PEOPLE).contains(&value) && !decimal && !decimal_before && !part && !ordinal)
            .then_some((value, next))
    }

    /// "avd. 3", "rom 12": the number is the name of something.
    fn is_numbered(&self, at: usize) -> bool {
        let shortened = at > 1 && self.is(at - 1, &["."]) && self.items[at - 1].token.glued;
        self.back(at, if shortened { 2 } else { 1 }, Class::Numbered)
    }

    /// A number of volunteers that begins at `at`.
    fn count_at(&self, at: usize) -> Option<Count> {
        if self.taken[at] || (self.is(at, &["to"]) && self.is_english()) {
            return None;
        }
        let article = self.has(at, Class::Article) || self.is(at, &["én", "éin"]);
        let (value, after) = self.number(at).or_else(|| article.then_some((1, at + 1)))?;
        let only_article = article && value == 1 && self.items[at].token.number().is_none();
        // "Trude (32)": an age.
        let age =
            at > 1 && self.is(at - 1, &["("]) && self.is(after, &[")"]) && self.items[at - 2].token.capital;
        if age || self.counts_recipients(at, after) {
            return None;
        }
        let next = self.after_adjectives(after);
        let noun = next < self.items.len() && !self.taken[next];
        let wanted = (1..=3).any(|back| self.back(at, back, Class::Want));
        let for_them = self.back(at, 1, Class::ForWhom)
            && !(1..=4)
                .filter_map(|back| at.checked_sub(back))
                .any(|at| self.has(at, Class::Want) && !self.is(at, &["til"]));
        let sure = |end: usize| Some(Count { value, at, end, sure: true });
        let likely = |end: usize| Some(Count { value, at, end, sure: false });
        if noun && self.has(next, Class::Role) {
            return sure(next + 1);
        }
        if noun && self.is(next, &["person"]) && self.ends_here(next + 1) && !for_them {
            return sure(next + 1);
        }
        if noun && only_article && self.has(next, Class::Person) && !self.is_man_for(next) {
            return None;
        }
        if noun && self.has(next, Class::People) && !for_them {
            return sure(next + 1);
        }
        // "to foreldre som kan kjøre", "tre biler med sjåfør".
        let who_can =
            self.is_word(next) && self.has(next + 1, Class::Relative) && self.has(next + 2, Class::Able);
        let with = if self.is(next + 1, &["m"]) && self.is(next + 2, &["/"]) { 2 } else { 1 };
        let manned = self.is(next + 1, &["med", "with", "m"]) && self.has(next + 1 + with, Class::Role);
        if noun && !only_article && !for_them && who_can {
            return sure(next + 1);
        }
        if noun && !only_article && !for_them && manned {
            return likely(next + 1);
        }
        // "to biler til turneringen": each has somebody who drives it.
        let driven = self.is(next, &["biler", "bilar", "bilister", "cars"])
            && (self.is(next + 1, &["til", "for", "to"]) || self.has(next + 1, Class::Want));
        if noun && !only_article && !for_them && driven {
            return likely(next + 1);
        }
        // "to m/ skuffe", "to med bil"
        let equipped = (self.is(after, &["m"]) && self.is(after + 1, &["/"]))
            || (self.is(after, &["med", "m", "with"]) && !self.is(after + 1, &["seg", "meg"]));
        let opens = at == 0 || !self.is_word(at - 1);
        if !only_article && equipped && opens && !for_them {
            return likely(after);
        }
        if noun && (self.has(next, Class::NotCount) || self.has(next, Class::Person)) {
            return None;
        }
        // "fin med 2", "greit m/ 3", "regner med 3-4", "gjerne to".
        let enough = (1..=2).any(|back| self.back(at, back, Class::Enough)) && !self.about_when(at);
        if !only_article && enough && !for_them {
            return sure(after);
        }
        if only_article {
            // "en som ringer hver kveld", "en på kjøkkenet".
            let one_who = self.has(at + 1, Class::Relative) && !self.back(at, 1, Class::ForWhom);
            return if one_who { likely(at + 1) } else { None };
        }
        // "to til kiosken", "trenger 2 til", "2 som kan sy".
        if (self.is(after, &["til", "till", "for", "to"])
            || self.has(after, Class::Relative)
            || self.is(after, &["på", "om"]))
            && !for_them
            && !(self.is(after, &["på", "om"]) && self.has(after + 1, Class::Practitioner))
        {
            return sure(after);
        }
        let before_ends = at == 0
            || !self.is_word(at - 1)
            || self.has(at - 1, Class::Want)
            || self.has(at - 1, Class::Adjective)
            || self.is(at - 1, &["vi", "og", "m", "med"]);
        let placed = self.is(
            after,
            &[
                "ved", "i", "at", "in", "on", "vid", "kan", "av", "of", "med", "m", "with", "pr", "per",
                "hver",
            ],
        );
        let written = self.items[at].token.number().is_none() || wanted;
        let unknown_noun = noun && self.is_word(next) && wanted && !for_them;
        let leads = at == 0
            && self.is_word(after)
            && after == 1
            && self.items[at].token.number().is_some()
            && !self.items[at].token.capital;
        // "kan to måke i morgen?"
        let asked =
            (at == 0 || self.is(at - 1, &["kan", "kunne", "can", "could"])) && noun && self.is_word(next);
        // ", to loddseljarar"
        let set_apart = at > 0
            && self.is(at - 1, &[",", ":", "-", "."])
            && noun
            && self.is_word(next)
            && self.is_doer(next)
            && self.ends_here(next + 1);
        let alone = at > 0 && self.ends_here(after) && before_ends;
        if alone || set_apart || (placed && written && !for_them) || unknown_noun || leads || asked {
            return likely(after);
        }
        None
    }

    /// "hjemme ca 18": about what time, and not how many.
    fn about_when(&self, at: usize) -> bool {
        self.back(at, 1, Class::Approx) && at > 1 && self.is_word(at - 2) && self.has(at - 2, Class::Back)
    }

    /// "loddseljarar", "bærere": a noun made of a verb, for those who do it.
    fn is_doer(&self, at: usize) -> bool {
        let item = &self.items[at];
        item.classes.is_empty()
            && ["ere", "arar", "are", "ers", "erne"].iter().any(|end| item.token.word.ends_with(end))
    }

    fn after_adjectives(&self, after: usize) -> usize {
        let mut next = after;
        while next < after + 2 && self.has(next, Class::Adjective) && !self.ends_here(next + 1) {
            next += 1;
        }
        // "to voksne til å bære": the adjective was the noun.
        let is_noun = self.has(next, Class::People) || self.has(next, Class::Role);
        if next > after && self.has(next - 1, Class::People) && !is_noun { next - 1 } else { next }
    }

    /// "17 enslige skal få …", "to pasienter fra Bjørkeli må kjøres", "vi er tre som trenger …": whom the help is for.
    fn counts_recipients(&self, at: usize, after: usize) -> bool {
        if self.back(at, 1, Class::Be) && self.back(at, 2, Class::Group) {
            return true;
        }
        let noun = self.after_adjectives(after);
        let leads = at == 0 || (!self.is_word(at - 1) && !self.is(at - 1, &[",", "(", "+"]));
        let volunteers = self.has(noun, Class::People)
            || self.has(noun, Class::Role)
            || self.has(after, Class::Relative)
            || self.has(noun + 1, Class::Relative)
            || self.is(after, &["til"]);
        let ought = (noun..self.items.len().min(noun + 6))
            .take_while(|&at| self.is_word(at) || self.items[at].token.number().is_some())
            .any(|at| at > after && self.has(at, Class::Needs));
        leads && !volunteers && self.is_word(after) && ought
    }

    /// Whether the message is English, in which "to" counts nobody.
    fn is_english(&self) -> bool {
        self.items.iter().any(|item| item.has(Class::English))
    }

    /// "en mann til kiosken" is no old man who wants a visit.
    fn is_man_for(&self, noun: usize) -> bool {
        self.is(noun, &["mann"])
            && self.is(noun + 1, &["til"])
            && self.items.get(noun + 2).is_some_and(|next| !next.token.capital)
    }

    fn ends_here(&self, at: usize) -> bool {
        self.items.get(at).is_none_or(|item| {
            !item.is_word() && item.token.number().is_none() && !item.is("-") && !item.is("/")
        })
    }

    /// "folk", "mange hender", "frivillige" without a number.
    fn open_plural(&self) -> Option<(usize, usize)> {
        (0..self.items.len()).filter(|at| !self.taken[*at]).find_map(|at| {
            let used = clock::phrase(self.items, at, Class::ManyPeople)?;
            let one = self.back(at, 1, Class::Article)
                || (self.back(at, 1, Class::Some) && self.is(at + used, &["som"]));
            let served = at > 0 && self.is(at - 1, &["for", "åt", "eldre", "med", "av"]);
            // "mange takk" and "flere ganger" count nothing.
            let amount = used == 1
                && self.has(at, Class::Several)
                && !self.has(at, Class::Role)
                && !{
                    self.ends_here(at + 1)
                        || self.has(at + 1, Class::People)
                        || self.has(at + 1, Class::Role)
                        || self.is(at + 1, &["som", "til"])
                };
            (!one && !served && !amount).then_some((at, used))
        })
    }
}
