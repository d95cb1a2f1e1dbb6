//! "Hvem kommer på #17?"

use super::command::Place;
use super::desk::{Desk, Heard};
use super::{faces, history, lists, private, replies, take_off};
use crate::domain::ids::{TaskId, TaskNumber};
use crate::domain::permission::{Act, Tie};
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::command::read_number;
use crate::language::shades;
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// Tasks that one can choose among.
const MOST_CHOICES: usize = 8;

/// The question, about the task that is answered, the one with this number, or the only one it can be.
pub async fn asked(desk: &mut Desk<'_>, heard: &Heard, words: &str, place: Place<'_>) -> anyhow::Result<()> {
    let message = place.message;
    if let Some(id) = place.before.and_then(|before| before.task_id) {
        return show(desk, heard, id, None, message).await;
    }
    if let Some(number) = read_number(words) {
        return match by_number(desk, heard, number).await? {
            Some(id) => show(desk, heard, id, Some(number), message).await,
            None => desk.reply(heard, Message::UnknownNumber { number }.into(), Some(message)).await,
        };
    }
    let candidates = candidates(desk, heard).await?;
    match candidates.as_slice() {
        [] => desk.reply(heard, Message::WhichNumber.into(), Some(message)).await,
        [only] => show(desk, heard, *only, None, message).await,
        several => {
            let mut said = Said::from(Message::WhoComesToWhich);
            for id in several.iter().take(MOST_CHOICES) {
                let Some(task) = desk.tx.task(*id).await? else { continue };
                said = said.row([Button::new(faces::label(desk, &task).await?, format!("who:{}", id.0))]);
            }
            desk.reply(heard, said, Some(message)).await
        }
    }
}

/// How a task stands, for whoever may know. `false`: they may not, and nothing was said.
pub async fn stands(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, message: &str) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(false) };
    let Some(said) = seen(desk, heard, &task).await? else { return Ok(false) };
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await?;
    Ok(true)
}

/// The same in other words, in private: "hvordan går det med #17?", and for staff the number alone. `false`: something else is meant.
pub async fn asked_in_words(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let only_number = shades::without_task_number(text).is_empty();
    if !shades::asks_how_it_stands(text)
        || only_number && !replies::is_no_volunteer(desk, task, person).await?
    {
        return Ok(false);
    }
    stands(desk, heard, task.id, message).await
}

/// One of several was chosen.
pub async fn pressed(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, press: &str) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    match seen(desk, heard, &task).await? {
        // In a group the answer is for the one who pressed.
        Some(said) if !heard.in_private => desk.refuse_press(heard, press, said).await,
        Some(said) => {
            desk.answer_press(heard, press, Said::new([])).await?;
            desk.reply_about(heard, said, None, Some(task.id), None).await
        }
        None => desk.refuse_press(heard, press, Message::NotForYou.into()).await,
    }
}

async fn show(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: TaskId,
    number: Option<TaskNumber>,
    message: &str,
) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(id).await? else { return Ok(()) };
    match seen(desk, heard, &task).await? {
        Some(said) => desk.reply_about(heard, said, Some(message), Some(id), None).await,
        // Whoever may not see a task is not told that it is there.
        None => {
            let number = number.unwrap_or(task.number);
            private::reply(desk, heard, Message::UnknownNumber { number }.into(), message).await
        }
    }
}

async fn by_number(desk: &mut Desk<'_>, heard: &Heard, number: TaskNumber) -> anyhow::Result<Option<TaskId>> {
    let here = heard.group.as_ref().map(|group| group.municipality_id);
    for municipality in here.into_iter().chain(heard.people.iter().map(|person| person.municipality_id)) {
        if let Some(id) = desk.tx.task_by_number(municipality, number).await? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// The tasks it can be about: in a group those posted there, in private one's own, and else those one has asked for or answers for.
async fn candidates(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    if !heard.in_private {
        return Ok(desk.tx.tasks_posted_in(heard.chat.id, desk.now).await?);
    }
    let mut own = Vec::new();
    for person in &heard.people {
        for state in [SignupState::Placed, SignupState::Reserve] {
            own.extend(desk.tx.tasks_of(person.id, state, desk.now).await?);
        }
    }
    if !own.is_empty() {
        return Ok(own);
    }
    let mut open = Vec::new();
    for person in heard.people.clone() {
        for id in desk.tx.open_tasks(person.municipality_id, 50).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            if may_see(desk, &task, &person).await? {
                open.push(id);
            }
        }
    }
    Ok(open)
}

/// Who comes, as far as the place and the person allow. `None`: they may not know.
async fn seen(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<Option<Said>> {
    if let Some(group) = heard.group.as_ref().filter(|_| !heard.in_private) {
        // A group sees of a task what its card says.
        let own = group.unit_id == Some(task.unit) && group.municipality_id == task.municipality;
        let posted = desk.tx.has_card(task.id, heard.chat.id).await?;
        return if own || posted { said(desk, task, false).await.map(Some) } else { Ok(None) };
    }
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(None) };
    if !may_see(desk, task, &person).await? {
        return Ok(None);
    }
    let standing = desk.standing(&person).await?;
    let whole = standing.may(Act::AskForHelp, Tie::default()) || is_rung_last(desk, task, &person).await?;
    said(desk, task, whole).await.map(Some)
}

/// Whether somebody has anything to do with a task: they may see who comes, or have been asked or answered themselves.
pub async fn concerns(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    Ok(task.signup(person.id).is_some()
        || may_see(desk, task, person).await?
        || !desk.tx.said_about_task(task.id, Some(person.id)).await?.is_empty())
}

async fn may_see(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    let standing = desk.standing(person).await?;
    let tie = Tie {
        asked: lists::is_asked(desk, task, person).await?,
        own_unit: standing.unit() == Some(task.unit),
        last_resort: is_rung_last(desk, task, person).await?,
        ..Tie::to_task(task, person.id)
    };
    Ok(standing.may(Act::SeeWhoComes, tie))
}

async fn is_rung_last(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    let contact = desk.tx.escalation_contact(task.municipality).await?;
    Ok(contact.is_some_and(|contact| contact.id == person.id))
}

/// `whole`: names in full, and who waits.
async fn said(desk: &mut Desk<'_>, task: &Task, whole: bool) -> anyhow::Result<Said> {
    let (number, service) = (task.number, task.service);
    let calendar = desk.calendar(task.municipality).await?;
    let mut lines = vec![Message::CardHead { number, service, window: faces::window(task, &calendar) }];
    match task.state {
        TaskState::Cancelled => return Ok(Said::from(Message::TaskCancelled { number })),
        TaskState::TakenOver => lines.push(match history::who_took_over(desk, task).await? {
            Some(name) if whole => Message::TownTookIt { number, name },
            _ => Message::CardTakenOver,
        }),
        TaskState::Open | TaskState::Ended => {}
    }
    let names = faces::names(desk, task, whole).await?;
    lines.push(match names.is_empty() {
        true => Message::NobodyYet,
        false => Message::CardComing { names: Names(names) },
    });
    if task.is_hunting() {
        lines.push(Message::CardFree { free: task.free(), places: task.places });
    }
    let reserves = u32::try_from(task.reserves().len()).unwrap_or(u32::MAX);
    if reserves > 0 && whole {
        lines.push(Message::CardReserves { reserves });
    }
    if whole {
        lines.extend(take_off::said_not_to_come(desk, task).await?);
    }
    Ok(Said::new(lines))
}
