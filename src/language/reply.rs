//! Reads a volunteer's reply to a posted task.
//!
//! The tables say what single words and turns of phrase mean; here is what follows when several stand together. What refuses goes first,
//! then what makes a condition, and an acceptance must be the only thing a reply can mean: a place filled by nobody costs somebody their help.

mod accept;
mod bounds;
mod commit;
mod condition;
mod elsewhere;
mod handover;
mod hinder;
mod progress;
mod refuse;
mod undecided;
mod unreal;
mod weighed;

use chrono::NaiveTime;

use super::class::Class;
use super::clause::{Clause, Subject, clauses};
use super::clock;
use super::cue::{Cue, FoundCue, span};
use super::lexicon::Item;
use super::token::{Kind, tokens};
use super::{Intent, ReplyContext, ReplyReading, Span, vocabulary};

/// Tokens of a reply that are considered: an answer comes early in a message.
const MAX_TOKENS: usize = 160;

const AGREEING: [&str; 8] = ["👍", "🙋", "✋", "🖐", "🤚", "✅", "👌", "☝"];
const REFUSING: [&str; 6] = ["👎", "❌", "🚫", "🙅", "✖", "⛔"];
/// Pictures with which a yes means no.
const ROLLING_EYES: [&str; 4] = ["🙄", "😒", "🥱", "🤡"];
const WONDERING: [&str; 3] = ["🤔", "🤷", "❓"];

/// What `text` says of the task it answers. In doubt it never accepts.
pub fn read_reply(text: &str, context: ReplyContext) -> ReplyReading {
    let vocabulary = vocabulary::reply();
    let mut tokens = tokens(text);
    tokens.truncate(MAX_TOKENS);
    let mut items = vocabulary.lexicon.items(tokens);
    if let Some(reading) = pictures_alone(&items, context) {
        return reading;
    }
    let clauses = clauses(&mut items, &vocabulary.cues);
    Reader { items: &items, clauses: &clauses, context }.weighed()
}

/// A reply without words: the first picture that means something decides.
fn pictures_alone(items: &[Item], context: ReplyContext) -> Option<ReplyReading> {
    if items.iter().any(|item| item.is_word() || (item.token.kind == Kind::Number)) {
        return None;
    }
    let first = |set: &[&str]| items.iter().find(|item| set.contains(&item.token.word.as_str()));
    let read = |item: &Item, intent| Some(ReplyReading { intent, because: vec![item.token.span] });
    if let Some(item) = first(&REFUSING) {
        return read(item, refusal(context));
    }
    if let Some(item) = first(&WONDERING) {
        return read(item, Intent::Maybe);
    }
    if let Some(item) = first(&AGREEING) {
        let only = items.iter().all(|item| {
            item.token.kind == Kind::Mark || AGREEING.contains(&item.token.word.as_str()) || item.is("😊")
        });
        return read(item, if only { Intent::Accept { people: 1 } } else { Intent::Unrelated });
    }
    if let Some(item) = items.iter().find(|item| item.is("?")) {
        return read(item, Intent::Question);
    }
    Some(ReplyReading { intent: Intent::Unrelated, because: Vec::new() })
}

fn refusal(context: ReplyContext) -> Intent {
    if context.already_accepted { Intent::Withdraw } else { Intent::Decline }
}

struct Reader<'a> {
    items: &'a [Item],
    clauses: &'a [Clause],
    context: ReplyContext,
}

impl Reader<'_> {
    fn read(&self) -> ReplyReading {
        let steps: [fn(&Self) -> Option<ReplyReading>; 13] = [
            Self::handed_over,
            Self::ironic,
            Self::late_after_all,
            Self::refused,
            Self::wished,
            Self::busy,
            Self::conditional,
            Self::undecided,
            Self::done,
            Self::late,
            Self::minutes_away,
            Self::accepted,
            Self::asked,
        ];
        steps
            .iter()
            .find_map(|step| step(self))
            .unwrap_or_else(|| ReplyReading { intent: Intent::Unrelated, because: Vec::new() })
    }

    fn because(&self, clause: &Clause, cue: Cue, intent: Intent) -> ReplyReading {
        let because = clause.find(cue).map(|found| span(self.items, found)).into_iter().collect();
        ReplyReading { intent, because }
    }

    fn because_token(&self, at: usize, intent: Intent) -> ReplyReading {
        ReplyReading { intent, because: vec![self.items[at].token.span] }
    }

    fn any(&self, cue: Cue) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.has(cue))
    }

    /// "vad gulligt!": a word that asks, and a mark that does not.
    fn exclaims(&self, clause: &Clause) -> bool {
        const MOST_WORDS: usize = 3;
        let marks = || self.items[clause.end..].iter().take_while(|item| item.token.kind == Kind::Mark);
        clause.words(self.items) <= MOST_WORDS
            && clause.subject == Subject::Sender
            && clause.offer.is_none()
            && marks().any(|item| item.is("!"))
            && !marks().any(|item| item.is("?"))
    }

    fn asked(&self) -> Option<ReplyReading> {
        let clause = self.clauses.iter().find(|clause| {
            let items = &self.items[clause.start..clause.end];
            let opening = |item: &&Item| {
                item.has(Class::Yes) || item.has(Class::Ok) || item.has(Class::And) || is_greeting(item)
            };
            clause.asks
                || self.counted_who_ask(clause)
                || items.iter().find(|item| !opening(item)).is_some_and(|item| item.has(Class::Ask))
        })?;
        let length = |cue: Cue| clause.find(cue).map_or(0, |found| found.end - found.start);
        if self.exclaims(clause) {
            return None;
        }
        if length(Cue::Chat) > 1 && length(Cue::Chat) >= length(Cue::Question) {
            return None;
        }
        // "hvem vant kampen?"
        if clause.chat && clause.past && clause.offer.is_none() {
            return None;
        }
        if clause.has(Cue::Chat)
            && clause.foreign > 0
            && clause.subject == Subject::Other
            && !self.items[clause.start].has(Class::Ask)
        {
            return None;
        }
        let words = clause.find(Cue::Question).map(|found| span(self.items, found));
        Some(ReplyReading { intent: Intent::Question, because: words.into_iter().collect() })
    }
}

fn is_greeting(item: &Item) -> bool {
    item.has(Class::Greeting) || item.has(Class::But)
}

fn is_day(item: &Item) -> bool {
    use super::lexicon::Tag;
    item.tags.iter().any(|(tag, _)| matches!(tag, Tag::Weekday(_) | Tag::Weekdays(_) | Tag::InDays(1 | 2)))
}

fn time(minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

#[cfg(test)]
mod tests;
