//! "Trenger ikke måking på onsdag likevel": a need that is denied is one that is to be cancelled, and never another.

use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, faces, request};
use crate::domain::ids::TaskId;
use crate::domain::permission::Act;
use crate::domain::place::{fold, stands_in};
use crate::domain::task::Task;
use crate::language::request::read_request;
use crate::language::{RequestReading, Start, shades};
use crate::text::Message;

/// Tasks of a municipality that are looked at.
const MOST_TASKS: i64 = 200;

/// Words from somebody who may ask for help that say that help is not needed. What it fits is offered to be cancelled, and what was typed, which may speak of
/// the recipient, is deleted. `false`: they say something else.
pub async fn said(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    if !shades::needs_no_more(text) || !request::may_ask_here(desk, heard).await? {
        return Ok(false);
    }
    let mut tasks = Vec::new();
    let mut reading = RequestReading::default();
    for person in heard.people.clone() {
        let calendar = desk.calendar(person.municipality_id).await?;
        reading = read_request(text, calendar.local(desk.now));
        if request::drop_current(desk, heard, &reading, message).await? {
            return Ok(true);
        }
        let own = desk.tx.tasks_asked_by(person.id, desk.now).await?;
        let mut fitting = those_that_fit(desk, heard, &own, &reading).await?;
        if fitting.is_empty() {
            let all = desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await?;
            fitting = those_that_fit(desk, heard, &all, &reading).await?;
        }
        tasks.extend(fitting);
    }
    desk.delete(heard, message).await?;
    // What is of another kind was perhaps not meant: it is named.
    let same_kind = |task: &&Task| reading.service.is_none_or(|kind| kind == task.service);
    match tasks.iter().filter(same_kind).collect::<Vec<_>>().as_slice() {
        [only] => {
            let said = duty::ask_whether_to_cancel(only);
            let id = only.id;
            desk.reply_about(heard, said, None, Some(id), None).await?;
        }
        [] if tasks.is_empty() => desk.reply(heard, Message::NothingToCancel.into(), None).await?,
        several => {
            let ids: Vec<TaskId> = match several {
                [] => tasks.iter().map(|task| task.id).collect(),
                several => several.iter().map(|task| task.id).collect(),
            };
            let which = faces::which_task(desk, &ids, "cancel").await?;
            desk.reply(heard, which, None).await?;
        }
    }
    Ok(true)
}

/// Of `tasks` those that the one who spoke may cancel and that the words fit: by their day, then by kind, place and name where these tell them apart.
async fn those_that_fit(
    desk: &mut Desk<'_>,
    heard: &Heard,
    tasks: &[TaskId],
    reading: &RequestReading,
) -> anyhow::Result<Vec<Task>> {
    let day = reading.start.map(|start| match start {
        Start::Day(day) => day,
        Start::At(at) => at.date(),
    });
    let mut fit: Vec<(Task, bool, bool)> = Vec::new();
    for id in tasks {
        let Some(task) = desk.tx.task(*id).await? else { continue };
        if task.ends_at <= desk.now {
            continue;
        }
        if duty::allowed(desk, heard, &task, Act::ChangeTask).await?.is_none() {
            continue;
        }
        let starts = desk.calendar(task.municipality).await?.local(task.starts_at).date();
        if day.is_some_and(|day| day != starts) {
            continue;
        }
        let kept = desk.tx.recipient(&desk.around.key, task.request).await?.unwrap_or_default();
        let names = |kept: &Option<String>, said: &Option<String>| {
            kept.as_deref().zip(said.as_deref()).is_some_and(|(kept, said)| stands_in(&fold(said), kept))
        };
        let is_address = |place: &&String| place.contains(|letter: char| letter.is_ascii_digit());
        let elsewhere = reading.place.as_ref().filter(is_address).is_some()
            && kept.place.is_some()
            && !names(&kept.place, &reading.place);
        if elsewhere {
            continue;
        }
        let there = names(&kept.place, &reading.place) || names(&kept.name, &reading.recipient);
        let same_kind = reading.service == Some(task.service);
        fit.push((task, same_kind, there));
    }
    for by in [|fit: &(Task, bool, bool)| fit.1, |fit: &(Task, bool, bool)| fit.2] {
        if fit.iter().any(by) {
            fit.retain(by);
        }
    }
    Ok(fit.into_iter().map(|(task, ..)| task).collect())
}
