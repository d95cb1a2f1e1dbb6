//! Whoever is helped has died, as staff write it. Their words are taken out of the chat, nobody is asked to ring any more, and duty knows that: no word of why.

use super::{deviations, trouble};
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, outcome, task_number};
use crate::domain::attendance::Mark;
use crate::domain::ids::TaskId;
use crate::domain::permission::Act;
use crate::domain::task::{Change, TaskState};
use crate::language::reports;
use crate::store::history::Actor;
use crate::store::outbox::SaidBefore;
use crate::text::{Message, Said};

/// `false`: they say nothing of the kind, or of no task of theirs, or somebody is there now and it is an alarm.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    if !reports::tells_of_death(text) {
        return Ok(false);
    }
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
        if task.held_by(by.id) > 0 || trouble::is_under_way(&task, desk.now) {
            continue;
        }
        let number = task.number;
        let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
        if !task.is_not_to_be_rung() {
            let change = Change::Marked { person: None, mark: Mark::NotToBeRung, until: None };
            desk.change(&mut task, &[change], actor).await?;
        }
        desk.put_away_calls(task.id).await?;
        desk.put_away_verdict(task.id).await?;
        let key = format!("nocalls:{}", heard.inbox.0);
        let told = Message::NotToBeRung { number, name: by.name.clone() };
        outcome::tell_duty_but(desk, &task, &key, told, Some(by.id)).await?;
        let mut said = Said::from(Message::NotToBeRungNoted { number });
        deviations::remove(desk, heard, &mut said, message).await?;
        if task.state == TaskState::Open && desk.now < task.starts_at {
            let asked = duty::ask_whether_to_cancel(&task);
            said.lines.extend(asked.lines);
            said.buttons.extend(asked.buttons);
        }
        desk.reply_about(heard, said, None, Some(task.id), None).await?;
        return Ok(true);
    }
    Ok(false)
}
