//! Somebody edits what they wrote of another: who was named by mistake is left alone, and who is named now is asked.

use super::named::folded;
use super::{is_named, said, unanswered};
use crate::commands::desk::{Desk, Heard};
use crate::commands::private;
use crate::domain::attendance::Mark;
use crate::domain::ids::TaskId;
use crate::domain::task::{Change, Task};
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::{Body, LATELY, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Message, Said};

/// `false`: nobody was asked because of this message, or it names the same as before.
pub async fn edited(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let whom = orders::takes_off(text).and_then(|_| orders::names_whom(text));
    let mut names = Vec::new();
    for id in tasks_spoken_of(desk, heard, before).await? {
        let Some(mut task) = desk.tx.task_to_change(id).await? else { continue };
        let Some(speaker) = heard.person_in(task.municipality).cloned() else { continue };
        for signup in task.reported_away().copied().collect::<Vec<_>>() {
            let by = unanswered::reporters(desk, &task, &signup).await?;
            // What others say too stands.
            let is_theirs = by.iter().all(|by| by.id == speaker.id);
            let question = desk
                .tx
                .newest_like(task.id, signup.person, &unanswered::keys(&task, signup.person))
                .await?
                .filter(|(key, _)| is_theirs && key.ends_with(&unanswered::because_of(heard, message)));
            let Some((key, body)) = question else { continue };
            let person = desk.tx.person(signup.person).await?;
            if whom.is_some_and(|whom| is_named(&person.name, &folded(whom))) {
                continue;
            }
            take_back(desk, heard, &mut task, &speaker, &person).await?;
            if !desk.tx.drop_unsent_like(task.id, &key).await?
                && let Body::Say { said, reply_to } = body.0
            {
                let said = Said { buttons: Vec::new(), ..said };
                let lines = said.lines.into_iter().chain([Message::NoLongerSo]).collect();
                desk.tx
                    .edit(&key, &Body::Say { said: Said { lines, buttons: Vec::new() }, reply_to })
                    .await?;
            }
            names.push(person.name);
        }
    }
    if names.is_empty() {
        return Ok(false);
    }
    if whom.is_none() || !said(desk, heard, text, before, message).await? {
        private::reply(desk, heard, Message::ReportTakenBack { names: Names(names) }.into(), message).await?;
    }
    Ok(true)
}

async fn take_back(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    speaker: &Person,
    person: &Person,
) -> anyhow::Result<()> {
    let actor = Actor { person: Some(speaker.id), channel: Some(heard.channel) };
    let change = Change::Marked { person: Some(person.id), mark: Mark::ReportWithdrawn, until: None };
    desk.change(task, &[change], actor).await?;
    let line = Message::NoLongerSo;
    desk.put_away_reports(task.id, Some(person.id), line).await?;
    unanswered::take_back_from_requester(desk, task, person.id).await
}

/// The tasks that a message may have been about: the one that it answers, or those that were spoken of in what was answered to it.
async fn tasks_spoken_of(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<TaskId>> {
    let mut ids: Vec<TaskId> = before.and_then(|before| before.task_id).into_iter().collect();
    if !heard.in_private {
        return Ok(ids);
    }
    for lately in desk.tx.said_lately(heard.chat.id, LATELY).await? {
        let Body::Say { said, .. } = &lately.body.0 else { continue };
        for line in &said.lines {
            let (Message::ReportedAway { number, .. }
            | Message::ReportedAwayAt { number, .. }
            | Message::ReportedAwayAskedOnly { number, .. }) = line
            else {
                continue;
            };
            ids.extend(desk.tasks_numbered(heard, *number).await?);
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}
