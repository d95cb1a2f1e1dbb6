//! Somebody who was to come has rung a coordinator and does not: the coordinator says so in words, and it is asked once before they are taken off.

mod afterwards;
mod edited;
mod named;
mod reported;
mod stuck;
mod unanswered;

pub use afterwards::{is_just_over, said as said_afterwards, tell_duty_who_came};
pub use edited::edited;
pub use reported::pressed as reported_pressed;
pub use stuck::{is_stuck, may_not_arrive};
pub use unanswered::{
    answered, answered_afterwards, lines as said_not_to_come, tell as tell_unanswered, tell_requester,
    tell_who_said, who_said,
};

use super::desk::{Desk, Heard};
use super::{duty, faces, press, request, task_number};
use crate::domain::ids::TaskId;
use crate::domain::permission::{Act, Tie};
use crate::domain::place::fold;
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::orders::{self, Away};
use crate::store::outbox::SaidBefore;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// The most open tasks that are looked through for somebody's name.
const MOST_TASKS: i64 = 100;
/// The most people that are shown.
const MOST_SHOWN: usize = 8;

/// Words that say of somebody else that they do not come. `false`: they are about something else, or not theirs to say, and nothing was done.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(away) = orders::takes_off(text) else { return Ok(false) };
    if !heard.in_private {
        return reported::said(desk, heard, text, before, message).await;
    }
    if request::is_new_need(desk, heard, text).await? {
        return Ok(false);
    }
    let named = task_named(desk, heard, text, before).await?;
    // "Per er syk" in the middle of a need may be about whoever is to be helped.
    if named.is_none() && away == Away::StaysAway && request::has_draft(desk, heard).await? {
        return Ok(false);
    }
    let tasks = match &named {
        Some(task) => vec![task.clone()],
        None => open_tasks(desk, heard).await?,
    };
    let Some(whom) = orders::names_whom(text) else { return Ok(false) };
    let mut found = named::named_in(desk, heard, whom, &tasks, &[SignupState::Placed]).await?;
    if found.is_empty() && orders::speaks_of_whoever_comes(text) {
        let tasks = if named.is_some() { tasks } else { named::of_the_day(desk, text, tasks).await? };
        found = named::whoever(desk, heard, text, &tasks).await?;
    }
    // Somebody was not there: that is the button's word, and nobody need be asked back.
    if let [(task, person)] = found.as_slice()
        && orders::did_not_come(text)
        && desk.now >= task.starts_at
    {
        press::pressed(desk, heard, &format!("absent:{}:{}", task.id.0, person.id.0), "", None).await?;
        return Ok(true);
    }
    let named = named.filter(|_| found.is_empty());
    let said = match (found.as_slice(), named) {
        ([], Some(task)) if away == Away::TakeOff => nobody(desk, task).await?,
        ([], _) => return reported::said(desk, heard, text, before, message).await,
        ([(task, person)], _) => surely(desk, task, person).await?,
        (several, _) => several.iter().fold(Message::TakeOffWhom.into(), |said: Said, (task, person)| {
            let label = Message::TakeOffLabel { name: person.name.clone(), number: task.number };
            said.row([Button::new(label, data(task, person))])
        }),
    };
    let about: Option<TaskId> = match found.as_slice() {
        [(task, _)] => Some(task.id),
        _ => None,
    };
    desk.reply_about(heard, said, None, about, None).await?;
    Ok(true)
}

/// The task that is named by its number, or whose message is answered, if whoever speaks may dispatch it.
async fn task_named(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Option<Task>> {
    let mut ids: Vec<TaskId> = before.and_then(|before| before.task_id).into_iter().collect();
    if let Some(number) = task_number(text) {
        ids.clear();
        ids.extend(desk.tasks_numbered(heard, number).await?);
    }
    for id in ids {
        if let Some(task) = desk.tx.task(id).await?
            && task.state == TaskState::Open
            && duty::may_dispatch(desk, heard, &task).await?
        {
            return Ok(Some(task));
        }
    }
    Ok(None)
}

/// Everything that is open where whoever speaks is a coordinator.
async fn open_tasks(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for person in heard.people.clone() {
        if !desk.standing(&person).await?.may(Act::Dispatch, Tie::default()) {
            continue;
        }
        for id in desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await? {
            tasks.extend(desk.tx.task(id).await?);
        }
    }
    Ok(tasks)
}

/// Whether one of the folded words is a part of this name.
fn is_named(name: &str, words: &[String]) -> bool {
    const FEWEST_LETTERS: usize = 2;
    name.split_whitespace()
        .map(fold)
        .any(|part| part.chars().count() >= FEWEST_LETTERS && words.contains(&part))
}

fn data(task: &Task, person: &Person) -> String {
    format!("off:{}:{}", task.id.0, person.id.0)
}

async fn surely(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, name, window) = (task.number, person.name.clone(), faces::window(task, &calendar));
    Ok(Said::from(Message::TakeOffSurely { number, name, window }).row([
        Button::new(Message::TakeOffYes, data(task, person)),
        Button::new(Message::LeaveIt, format!("cancelno:{}", task.id.0)),
    ]))
}

/// Nobody there is called so: those who are.
async fn nobody(desk: &mut Desk<'_>, task: Task) -> anyhow::Result<Said> {
    let number = task.number;
    let coming: Vec<_> = task.placed().copied().collect();
    if coming.is_empty() {
        return Ok(Message::NobodyComes { number }.into());
    }
    let names = faces::short_names(desk, &coming).await?;
    Ok(Message::NobodyToTakeOff { number, names }.into())
}
