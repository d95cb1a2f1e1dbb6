//! A task is over, and staff or duty say in words how it went: "utført #1", "#1 ble ikke gjort".

use super::roll_call;
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, take_off, task_number};
use crate::domain::ids::TaskId;
use crate::domain::permission::Act;
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::SaidBefore;
use crate::text::{Message, Said};

/// `false`: they say something else, or it is not theirs to say.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    let Some(done) = orders::says_whether_it_was_done(text) else { return Ok(false) };
    let mut ids: Vec<TaskId> = Vec::new();
    match task_number(text) {
        Some(number) => {
            ids.extend(desk.tasks_numbered(heard, number).await?);
        }
        None => ids.extend(before.and_then(|before| before.task_id)),
    }
    for id in ids {
        let Some(mut task) = desk.tx.task_to_change(id).await? else { continue };
        let Some(by) = duty::allowed(desk, heard, &task, Act::CallRecipient).await? else { continue };
        // Who comes themselves says it as one of them.
        if !take_off::is_just_over(desk, &task) || task.held_by(by.id) > 0 {
            continue;
        }
        let number = task.number;
        let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
        let said: Said = match done {
            true if task.attending().next().is_none() => Message::NobodyComes { number }.into(),
            true if task.is_completed() => Message::AlreadySettled { number }.into(),
            false if task.is_not_done() => Message::AlreadySettled { number }.into(),
            true => roll_call::done(desk, &mut task, &by, actor).await?,
            false => roll_call::not_done(desk, &mut task, &by, actor).await?,
        };
        for data in ["alldone", "undone", "nobody"] {
            desk.put_away_said(task.id, by.id, &format!("{data}:{}", task.id.0)).await?;
        }
        desk.reply_about(heard, said, None, Some(task.id), None).await?;
        return Ok(true);
    }
    Ok(false)
}
