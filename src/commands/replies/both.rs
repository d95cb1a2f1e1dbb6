//! A yes to both of the two tasks that somebody could take: "ja på begge".

use super::said;
use crate::commands::desk::{Desk, Heard};
use crate::commands::{faces, private};
use crate::domain::ids::TaskId;
use crate::language::shades;
use crate::store::outbox::{Body, LATELY};
use crate::text::Message;

/// Gives the place on each, as if each card had been answered. With more than two it asks which. `false`: there is none, or it says something else.
pub async fn said_to_both(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(rest) = shades::both_and_rest(text) else { return Ok(false) };
    if rest.is_empty() && which_is_asked(desk, heard).await? {
        return Ok(false);
    }
    let tasks = could_be_taken(desk, heard).await?;
    match tasks.as_slice() {
        [] => Ok(false),
        // Of two, others may have filled one.
        [_] | [_, _] => {
            let yes = if rest.is_empty() { "ja" } else { rest.as_str() };
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

/// The tasks that lack people and that whoever speaks could take: in a group those posted there.
async fn could_be_taken(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
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
        if task.is_hunting() && desk.now < task.starts_at && held == 0 && !tasks.contains(&id) {
            tasks.push(id);
        }
    }
    Ok(tasks)
}
