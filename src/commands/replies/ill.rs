//! Whoever is ill may not answer what is asked back: what begins soonest is given back at once.

use chrono::TimeDelta;

use super::said;
use crate::commands::desk::{Desk, Heard};
use crate::commands::lists;
use crate::domain::ids::TaskId;
use crate::domain::task::{SignupState, Task};
use crate::language::{Intent, reports, shades};
use crate::text::{Button, Message, Said};

/// What begins within this is given back without a question.
const SOON: TimeDelta = TimeDelta::hours(24);
/// So many of the others are asked about.
const MOST_OTHERS: usize = 6;

/// Whether words that were read as something else say that somebody who comes is too ill to: "jeg er for syk til å kjøre mat i dag".
pub fn is_withdrawal(intent: Intent, text: &str) -> bool {
    matches!(intent, Intent::Unrelated | Intent::Late | Intent::Done | Intent::Maybe)
        && reports::is_ill_oneself(text)
}

/// Somebody with several places is ill and does not say which is meant: they are taken off the next, and what else they have that day, if it begins
/// within a day. The others are asked about. `false`: they are not ill, or nothing begins so soon.
pub async fn steps_down(
    desk: &mut Desk<'_>,
    heard: &Heard,
    coming: &[TaskId],
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !shades::tells_of_illness(text) {
        return Ok(false);
    }
    let mut tasks = Vec::new();
    for id in coming {
        tasks.extend(desk.tx.task(*id).await?);
    }
    tasks.sort_by_key(|task| task.starts_at);
    let Some(first) = tasks.first().filter(|first| first.starts_at <= desk.now + SOON) else {
        return Ok(false);
    };
    let calendar = desk.calendar(first.municipality).await?;
    let day = calendar.local(first.starts_at).date();
    let (off, others): (Vec<Task>, Vec<Task>) =
        tasks.into_iter().partition(|task| calendar.local(task.starts_at).date() == day);
    for task in &off {
        said(desk, heard, task.id, text, message, false).await?;
    }
    let mut asked = Said::new([]);
    if !others.is_empty() {
        asked.lines.push(Message::IllOthers);
    }
    for task in others.iter().take(MOST_OTHERS) {
        let Some(person) = heard.person_in(task.municipality) else { continue };
        asked.lines.push(lists::line(desk, task, person.id, SignupState::Placed).await?);
        let label = Message::WithdrawNumber { number: task.number };
        asked = asked.row([Button::new(label, format!("no:{}", task.id.0))]);
    }
    asked.lines.push(Message::IllTakeBack { tasks: u32::try_from(off.len()).unwrap_or(u32::MAX) });
    for task in &off {
        let label = Message::TakeBackNumber { number: task.number };
        asked = asked.row([Button::new(label, format!("back:{}", task.id.0))]);
    }
    desk.reply(heard, asked, None).await?;
    Ok(true)
}
