//! One answer about several tasks: "ja på begge", "jeg tar #1 og #2", "kan ikke på begge, bare #1", "kan ikke på noen av dem".

use super::{read, said};
use crate::commands::desk::{Desk, Heard};
use crate::commands::{faces, private};
use crate::domain::ids::{TaskId, TaskNumber};
use crate::domain::task::SignupState;
use crate::language::{Intent, shades};
use crate::store::outbox::{Body, LATELY};
use crate::text::Message;

/// What says yes or no to one task once it is clear which are meant.
const YES: &str = "ja";
const NO: &str = "kan ikke";

/// So many tasks may be named in one message.
const MOST_NAMED: usize = 6;

/// Answers each of the tasks that are meant, as if each card had been answered. `false`: it speaks of one task only, or says something else.
pub async fn said_to_both(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    Ok(only_one(desk, heard, text, message).await?
        || none_of_them(desk, heard, text, message).await?
        || named(desk, heard, text, message).await?
        || yes_to_both(desk, heard, text, message).await?)
}

/// "Kan ikke på begge, bare #1": the one is kept or taken, and the others are given back.
async fn only_one(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let [number] = shades::task_numbers(text)[..] else { return Ok(false) };
    if !shades::only_one_of_them(text) {
        return Ok(false);
    }
    let numbered = by_number(desk, heard, number).await?;
    let held = held(desk, heard).await?;
    let Some(kept) = numbered.filter(|kept| heard.in_private || held.contains(kept)) else {
        return Ok(false);
    };
    for other in held.into_iter().filter(|held| *held != kept) {
        said(desk, heard, other, NO, message, false).await?;
    }
    said(desk, heard, kept, YES, message, false).await?;
    Ok(true)
}

/// "Kan ikke på noen av dem": what they hold is given back, and where they hold nothing what they were asked about is declined.
async fn none_of_them(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    if !shades::none_of_them(text) || !matches!(read(text, false).intent, Intent::Decline | Intent::Withdraw)
    {
        return Ok(false);
    }
    let mut tasks = held(desk, heard).await?;
    if tasks.is_empty() {
        tasks = could_be_taken(desk, heard, false).await?;
    }
    if tasks.len() < 2 {
        return Ok(false);
    }
    for task in tasks.into_iter().take(MOST_NAMED) {
        said(desk, heard, task, NO, message, false).await?;
    }
    Ok(true)
}

/// "Jeg tar #1 og #2".
async fn named(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let numbers = shades::task_numbers(text);
    if !(2..=MOST_NAMED).contains(&numbers.len()) {
        return Ok(false);
    }
    let rest = shades::without_list_of_tasks(text);
    let answer = match read(&rest, false).intent {
        Intent::Accept { people: 1 } => YES,
        Intent::Decline | Intent::Withdraw => NO,
        _ if rest.is_empty() || shades::plain_answer(&rest) == Some(true) => YES,
        _ => return Ok(false),
    };
    let mut tasks = Vec::new();
    for number in numbers {
        let Some(task) = by_number(desk, heard, number).await? else { return Ok(false) };
        tasks.push(task);
    }
    // Who asks for help names what they asked for.
    for task in &tasks {
        let Some(task) = desk.tx.task(*task).await? else { return Ok(false) };
        let Some(person) = heard.person_in(task.municipality) else { return Ok(false) };
        if super::is_no_volunteer(desk, &task, person).await? {
            return Ok(false);
        }
    }
    for task in tasks {
        said(desk, heard, task, answer, message, false).await?;
    }
    Ok(true)
}

async fn yes_to_both(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    // "I can do both" may be said of the two places of one task.
    let (rest, is_sure) = match shades::both_and_rest(text) {
        Some(rest) => (rest, true),
        None if shades::takes_both(text) => (YES.to_owned(), false),
        None => return Ok(false),
    };
    if rest.is_empty() && which_is_asked(desk, heard).await? {
        return Ok(false);
    }
    let mut tasks = could_be_taken(desk, heard, false).await?;
    if tasks.len() == 1 {
        // Others may have filled one of the two meanwhile: that gets its word too.
        let full = could_be_taken(desk, heard, true).await?;
        tasks.extend(<[TaskId; 1]>::try_from(full).into_iter().flatten());
    }
    if !is_sure && tasks.len() != 2 {
        return Ok(false);
    }
    match tasks.as_slice() {
        [] => Ok(false),
        [_] | [_, _] => {
            let yes = if rest.is_empty() { YES } else { rest.as_str() };
            for task in tasks {
                said(desk, heard, task, yes, message, false).await?;
            }
            Ok(true)
        }
        several => {
            let which = faces::which_task(desk, several, "yes").await?;
            private::reply(desk, heard, which, message).await?;
            Ok(true)
        }
    }
}

/// Whether it was asked lately in private which of several tasks is meant: a bare "på begge" may answer that, and that may have been about giving back.
async fn which_is_asked(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    if !heard.in_private {
        return Ok(false);
    }
    let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
    Ok(lately.iter().any(
        |before| matches!(&before.body.0, Body::Say { said, .. } if said.lines.contains(&Message::WhichTask)),
    ))
}

async fn by_number(desk: &mut Desk<'_>, heard: &Heard, number: TaskNumber) -> anyhow::Result<Option<TaskId>> {
    for person in &heard.people {
        if let Some(task) = desk.tx.task_by_number(person.municipality_id, number).await? {
            return Ok(Some(task));
        }
    }
    Ok(None)
}

/// The tasks that whoever speaks comes to and that have not begun: in a group those posted there.
async fn held(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    let mut held = Vec::new();
    for person in &heard.people {
        for id in desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await? {
            let has_begun = desk.tx.task(id).await?.is_none_or(|task| task.starts_at <= desk.now);
            if !has_begun && (heard.in_private || desk.tx.has_card(id, heard.chat.id).await?) {
                held.push(id);
            }
        }
    }
    Ok(held)
}

/// The tasks that whoever speaks could take, or that are `full`: in a group those posted there.
async fn could_be_taken(desk: &mut Desk<'_>, heard: &Heard, full: bool) -> anyhow::Result<Vec<TaskId>> {
    let mut ids = Vec::new();
    if heard.in_private {
        for person in &heard.people {
            ids.extend(desk.tx.tasks_asked_of(person.id, desk.now).await?);
            ids.extend(desk.tx.tasks_offered_to(person.id).await?);
        }
    } else if heard.group.as_ref().is_some_and(|group| group.organisation_id.is_some()) {
        ids.extend(desk.tx.tasks_posted_in(heard.chat.id, desk.now).await?);
    }
    let mut tasks = Vec::new();
    for id in ids {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let held = heard.person_in(task.municipality).map_or(0, |person| task.held_by(person.id));
        if task.is_full() == full && desk.now < task.starts_at && held == 0 && !tasks.contains(&id) {
            tasks.push(id);
        }
    }
    Ok(tasks)
}
