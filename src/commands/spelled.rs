//! Every button is also a word that one can type: its label, yes or no where a message asks for that, and which of several.

use chrono::NaiveDateTime;

use super::desk::{Desk, Heard};
use super::press;
use crate::domain::service::ServiceKind;
use crate::language::request::service_named;
use crate::language::shades::{self, Which};
use crate::store::outbox::{Body, LATELY, SaidBefore};
use crate::text::{Button, Message, Said, Target};

/// Words that may stand before a label, or be left out there. "Ja" is none of them: what it confirms would be done by half the label.
const BEFORE: [&str; 8] = ["jeg", "eg", "vi", "me", "i", "we", "nei", "no"];
/// The same after it.
const AFTER: [&str; 12] =
    ["det", "den", "dette", "nå", "no", "takk", "likevel", "it", "that", "this", "now", "please"];

/// What words mean of the buttons of the message that is answered or, in private, of one of the last that had some: the data of one button, or of
/// all that were meant; and that message. A plain yes or no, and which of several, answer only the last thing that was said.
pub async fn buttons(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Option<(Vec<String>, SaidBefore)>> {
    if let Some(before) = before {
        let meant = labelled(before, text).map(|data| vec![data]).or_else(|| answered(before, text));
        return Ok(meant.map(|meant| (meant, before.clone())));
    }
    if !heard.in_private {
        return Ok(None);
    }
    let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
    if let Some(last) = lately.first()
        && let Some(meant) = answered(last, text)
    {
        return Ok(Some((meant, last.clone())));
    }
    let mut found = lately.iter().filter_map(|said| labelled(said, text).map(|data| (data, said)));
    let Some((data, said)) = found.next() else { return Ok(None) };
    // A yes or no to one of several tasks, or taking one of several: which, is asked.
    let task =
        |data: &str| press::answers_task(data).or_else(|| press::ordered_of(data).filter(|_| is_order(data)));
    let other =
        task(&data).is_some_and(|this| found.any(|(data, _)| task(&data).is_some_and(|other| other != this)));
    Ok((!other).then(|| (vec![data], said.clone())))
}

/// The buttons of a message that have data, and its words.
fn of(said: &SaidBefore) -> Option<(&Said, Vec<(&Button, &str)>)> {
    let Body::Say { said, .. } = &said.body.0 else { return None };
    let buttons = said.all_buttons().filter_map(|button| match &button.target {
        Target::Data(data) => Some((button, data.as_str())),
        Target::Link(_) | Target::Task(_) | Target::Request(_) | Target::OwnData(_) => None,
    });
    Some((said, buttons.collect()))
}

/// The data of the button whose label this is. Where no volunteer answers by it, words around the label may be more or fewer.
pub fn labelled(said: &SaidBefore, text: &str) -> Option<String> {
    let (_, buttons) = of(said)?;
    let folded = |text: &str| text.trim().trim_end_matches(['.', '!']).to_lowercase();
    let label = |button: &Button| button.label.in_language(said.language);
    let exact = buttons.iter().find(|(button, _)| folded(&label(button)) == folded(text));
    let alike = || {
        let wanted = core(text);
        buttons.iter().find(|(button, data)| {
            press::answers_task(data).is_none() && wanted.len() > 1 && core(&label(button)) == wanted
                || is_order(data) && core(&label(button)) == wanted
        })
    };
    exact.or_else(alike).map(|(_, data)| (*data).to_owned())
}

/// Whether a button takes a task, so that even its verb alone means it.
fn is_order(data: &str) -> bool {
    data.starts_with("hold:") || data.starts_with("town:")
}

/// The words of a label or an answer without those that say little.
fn core(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let start = words.iter().position(|word| !BEFORE.contains(word)).unwrap_or(0);
    let end = words.iter().rposition(|word| !AFTER.contains(word)).map_or(words.len(), |at| at + 1);
    words.get(start..end).unwrap_or(&words).iter().map(|word| (*word).to_owned()).collect()
}

/// What a plain yes or no, or "den første", means as the answer to this message.
fn answered(before: &SaidBefore, text: &str) -> Option<Vec<String>> {
    let (said, buttons) = of(before)?;
    if said
        .lines
        .iter()
        .any(|line| matches!(line, Message::WhichTask | Message::IsItThisTask | Message::WhoComesToWhich))
    {
        return one_of_several(&buttons, text);
    }
    if said.lines.contains(&Message::IllOthers) && shades::which_of_them(text) == Some(Which::All) {
        let given_back =
            buttons.iter().filter(|(button, _)| matches!(button.label, Message::WithdrawNumber { .. }));
        return Some(given_back.map(|(_, data)| (*data).to_owned()).collect());
    }
    let yes = shades::plain_answer(text)?;
    let says = |answer: bool| {
        let mut these = buttons.iter().filter(move |(_, data)| press::says_yes(data) == Some(answer));
        (these.next().map(|(_, data)| (*data).to_owned()), these.next().is_some())
    };
    // One button for yes and one for no: else it is no question of that kind.
    match (says(true), says(false)) {
        ((Some(this), false), (Some(other), false)) => Some(vec![if yes { this } else { other }]),
        _ => None,
    }
}

/// Which of the tasks that a message asks about: by number, by place, or all of them.
fn one_of_several(buttons: &[(&Button, &str)], text: &str) -> Option<Vec<String>> {
    const MOST_WORDS: usize = 4;
    let choices: Vec<Choice<'_>> = buttons
        .iter()
        .filter_map(|(button, data)| match &button.label {
            Message::TaskLabel { number, service, window } => {
                let (number, start) = (u32::try_from(number.0).ok()?, window.start);
                Some(Choice { number, service: *service, start, data })
            }
            _ => None,
        })
        .collect();
    if choices.is_empty() {
        return None;
    }
    let this = |choice: &Choice<'_>| vec![choice.data.to_owned()];
    let alone = |start| choices.iter().filter(|choice| choice.start == start).count() == 1;
    let one_by_time = |found: Option<&Choice<'_>>| found.filter(|found| alone(found.start)).map(this);
    match shades::which_of_them(text) {
        Some(Which::All) => return Some(choices.iter().map(|choice| choice.data.to_owned()).collect()),
        Some(Which::Nth(place)) => return choices.get(place).map(this),
        Some(Which::Last) => return choices.last().map(this),
        Some(Which::Earlier) => return one_by_time(choices.iter().min_by_key(|choice| choice.start)),
        Some(Which::Later) => return one_by_time(choices.iter().max_by_key(|choice| choice.start)),
        None => {}
    }
    if choices.len() == 1 && shades::plain_answer(text) == Some(true) {
        return choices.first().map(this);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let numbers: Vec<u32> = words
        .iter()
        .filter_map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok())
        .collect();
    let named: Vec<String> = choices
        .iter()
        .filter(|choice| numbers.contains(&choice.number))
        .map(|choice| choice.data.to_owned())
        .collect();
    if !named.is_empty() {
        return Some(named);
    }
    // "Maten" of a meal and a snow clearing.
    let service = service_named(text)?;
    let mut meant = choices.iter().filter(|choice| choice.service == service);
    let only = meant.next().filter(|_| meant.next().is_none() && choices.len() > 1)?;
    Some(this(only))
}

/// A task that may be chosen.
struct Choice<'a> {
    number: u32,
    service: ServiceKind,
    start: NaiveDateTime,
    data: &'a str,
}
