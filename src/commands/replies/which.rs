//! Answers in private that name no task: which one is meant.

use super::said;
use crate::commands::attendance::words;
use crate::commands::desk::{Desk, Heard};
use crate::commands::{faces, private};
use crate::domain::ids::TaskId;
use crate::domain::task::{SignupState, TaskState};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, shades};
use crate::text::Message;

/// A withdrawal or other answer in private that names no task.
pub async fn said_without_task(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let mut offered = Vec::new();
    let mut coming = Vec::new();
    for person in &heard.people {
        offered.extend(desk.tx.tasks_offered_to(person.id).await?);
        coming.extend(desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await?);
    }
    let reading = read_reply(text, ReplyContext { already_accepted: !coming.is_empty() });
    let asked = match reading.intent {
        Intent::Accept { .. } if offered.is_empty() => waiting_for_yes(desk, heard, &coming).await?,
        Intent::Done => just_ended(desk, heard, &coming).await?,
        _ => Vec::new(),
    };
    let arrived = shades::tells_of_arrival(text) && !coming.is_empty();
    let candidates = match reading.intent {
        _ if arrived => &coming,
        Intent::Accept { .. } | Intent::Done if !asked.is_empty() => &asked,
        Intent::Withdraw if coming.is_empty() => &offered,
        Intent::Withdraw | Intent::Late | Intent::Done => &coming,
        Intent::Accept { .. } | Intent::Decline if !offered.is_empty() => &offered,
        Intent::Decline => &coming,
        _ => return Ok(false),
    };
    match candidates.as_slice() {
        [] => Ok(false),
        // In a group nothing is said of a task that the group does not know.
        [task] if heard.in_private || desk.tx.has_card(*task, heard.chat.id).await? => {
            said(desk, heard, *task, text, message, false).await?;
            Ok(true)
        }
        several => {
            which_one(desk, heard, several, reading.intent, message).await?;
            Ok(true)
        }
    }
}

/// The tasks on which somebody was asked whether they come or stand ready.
async fn waiting_for_yes(
    desk: &mut Desk<'_>,
    heard: &Heard,
    coming: &[TaskId],
) -> anyhow::Result<Vec<TaskId>> {
    let mut candidates = coming.to_vec();
    for person in &heard.people {
        candidates.extend(desk.tx.tasks_of(person.id, SignupState::Reserve, desk.now).await?);
    }
    let mut waiting = Vec::new();
    for id in candidates {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let person = heard.person_in(task.municipality);
        if person.is_some_and(|person| words::meant_by_yes(&task, person.id).is_some()) {
            waiting.push(id);
        }
    }
    Ok(waiting)
}

/// The tasks that may be finished: those that have begun, and those that have ended and of which nothing was heard.
async fn just_ended(desk: &mut Desk<'_>, heard: &Heard, coming: &[TaskId]) -> anyhow::Result<Vec<TaskId>> {
    const REMEMBERED_HOURS: i64 = 24;
    let mut ended = Vec::new();
    for person in &heard.people {
        let since = desk.now - chrono::TimeDelta::hours(REMEMBERED_HOURS);
        ended.extend(desk.tx.tasks_ended_of(person.id, since).await?);
    }
    let mut finished = Vec::new();
    for id in coming.iter().copied().chain(ended) {
        let task = desk.tx.task(id).await?;
        if task.is_some_and(|task| task.starts_at <= desk.now && !task.is_settled()) {
            finished.push(id);
        }
    }
    Ok(finished)
}

/// Asks which of several tasks was meant: in private, for in a group it would tell what else somebody does.
async fn which_one(
    desk: &mut Desk<'_>,
    heard: &Heard,
    tasks: &[TaskId],
    intent: Intent,
    message: &str,
) -> anyhow::Result<()> {
    let verb = match intent {
        Intent::Accept { .. } => "yes",
        Intent::Late => "late",
        Intent::Done => "done",
        _ => "no",
    };
    let said = faces::which_task(desk, tasks, verb).await?;
    private::reply(desk, heard, said, message).await
}

/// An answer in private to the last thing that was said there, which was about a task: "ja, jeg kan" to an offer that has just run out.
pub async fn said_to_the_last(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    let Some(id) = last.and_then(|last| last.task_id) else { return Ok(false) };
    let answers = matches!(
        read_reply(text, ReplyContext { already_accepted: false }).intent,
        Intent::Accept { .. } | Intent::Conditional { .. }
    );
    let open = desk.tx.task(id).await?.is_some_and(|task| task.state == TaskState::Open);
    if !answers || !open {
        return Ok(false);
    }
    said(desk, heard, id, text, message, false).await?;
    Ok(true)
}

/// A no to nothing: somebody who holds no place gives one back.
pub async fn nothing_to_refuse(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    let intent = read_reply(text, ReplyContext { already_accepted: false }).intent;
    if !matches!(intent, Intent::Decline | Intent::Withdraw) {
        return Ok(false);
    }
    desk.reply(heard, Message::NoTasks.into(), None).await?;
    Ok(true)
}
