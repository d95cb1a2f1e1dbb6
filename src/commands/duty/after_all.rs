//! The town had taken a task, or some of its places, and can't after all: people are looked for again, with the time that is left.

use super::close::tell_requester;
use super::{Order, allowed};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{change, faces, hand_over, outcome, press, request, task_number};
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::permission::Act;
use crate::domain::plan;
use crate::domain::task::{Change, Task, TaskState, Told};
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::{Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// So many of the last messages in a private chat are looked at for the task that is meant.
const FURTHER: i64 = 24;
/// So far back it is looked for what was given up.
const MOST_ROWS: i64 = 200;

/// "Vi får det ikke til likevel", "finn noen andre til #1" from somebody who may decide. `false`: nothing was given up that could be meant.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    if heard.people.is_empty() || !orders::wants_people_after_all(text) {
        return Ok(false);
    }
    if !heard.in_private && before.is_none() || request::is_new_need(desk, heard, text).await? {
        return Ok(false);
    }
    let given_up = meant(desk, heard, text, before).await?;
    match given_up.as_slice() {
        [] => return Ok(false),
        [only] => press::pressed(desk, heard, &format!("again:{}", only.0), "", None).await?,
        several => {
            let which = faces::which_task(desk, several, "again").await?;
            desk.reply(heard, which, None).await?;
        }
    }
    Ok(true)
}

/// The tasks that may be meant: the one that is named or whose message is answered, else those spoken of here lately.
async fn meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<TaskId>> {
    let mut ids: Vec<TaskId> = Vec::new();
    match (task_number(text), before) {
        (Some(number), _) => {
            ids.extend(desk.tasks_numbered(heard, number).await?);
        }
        (None, Some(before)) => ids.extend(before.task_id),
        (None, None) => {
            let lately = desk.tx.said_lately(heard.chat.id, FURTHER).await?;
            ids.extend(lately.iter().filter_map(|said| said.task_id));
        }
    }
    let mut found = Vec::new();
    for id in ids {
        let Some(task) = desk.tx.task(id).await?.filter(|_| !found.contains(&id)) else { continue };
        let person = allowed(desk, heard, &task, Act::AcceptShortfall).await?;
        // Whoever comes, or was asked to, speaks of their own place.
        let decides = person.is_some_and(|person| task.signup(person.id).is_none());
        if decides && given_up(desk, &task).await?.is_some() {
            found.push(id);
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Whoever said that the municipality sends some people itself is asked whether that is so; where they can't be written to, duty is. Nothing is asked
/// where people are looked for again.
pub async fn ask_town(desk: &mut Desk<'_>, task: &Task, person: PersonId, key: &str) -> anyhow::Result<()> {
    let Some(places) = places_before(desk, task).await? else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let people = places.saturating_sub(task.places);
    let said = Said::from(Message::TownStillProvides { number, service, window, people }).row([
        Button::new(Message::TownDoes, format!("cancelno:{}", task.id.0)),
        Button::new(Message::LookForPeople, format!("again:{}", task.id.0)),
    ]);
    if desk.tell(person, Note::on(task, Purpose::Escalation, key.to_owned(), said.clone())).await? {
        return Ok(());
    }
    outcome::tell_duty_but(desk, task, key, said, Some(person)).await.map(drop)
}

/// How many places there were before the town took them on itself. `None`: it has not, or the time is over.
async fn given_up(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<u32>> {
    if desk.now >= task.ends_at {
        return Ok(None);
    }
    match task.state {
        TaskState::TakenOver => Ok(Some(task.places)),
        TaskState::Open => places_before(desk, task).await,
        TaskState::Cancelled | TaskState::Ended => Ok(None),
    }
}

/// How many places there were before somebody last changed their number. `None`: nobody has made them fewer.
async fn places_before(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<u32>> {
    let rows = desk.tx.history_of_task(task.id, None, MOST_ROWS).await?;
    let mut counts = rows.iter().filter_map(|row| match row.what.as_str() {
        "opened" => row.detail.0.as_u64().and_then(|places| u32::try_from(places).ok()),
        _ => match serde_json::from_value::<Change>(row.detail.0.clone()) {
            Ok(Change::PlacesChanged { to }) => Some(to),
            _ => None,
        },
    });
    let (last, before) = (counts.next(), counts.next());
    Ok(before.filter(|before| last == Some(task.places) && *before > task.places))
}

/// Looks for people again. Whoever had been told that the town does it hears of it, and so does whoever asked.
pub(super) async fn look_again(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let number = task.number;
    let Some(places) = given_up(desk, task).await? else {
        return Ok(Message::LeftAsItIs { number }.into());
    };
    let calendar = desk.calendar(task.municipality).await?;
    let known = who_knows(desk, task, person).await?;
    if task.state == TaskState::TakenOver {
        let mut after = task.clone();
        after.state = TaskState::Open;
        after.hunt_from = desk.now;
        after.steps.clear();
        let promised_at = plan::promise_at_any_notice(&after, &calendar).max(desk.now);
        let changes = [
            Change::StateChanged { to: TaskState::Open },
            Change::RequesterTold { told: Told::Short },
            Change::HuntRestarted { promised_at },
        ];
        desk.change(task, &changes, actor).await?;
    } else {
        change::set_places(desk, task, places, &calendar, actor).await?;
    }
    let at = faces::at(&calendar, desk.now, task.promised_at);
    let (free, window) = (task.free(), faces::window(task, &calendar));
    let name = person.name.clone();
    let service = task.service;
    // Once it has begun there may be nobody left to ask.
    let too_late = task.promised_at <= desk.now;
    let told = match too_late {
        true => Message::GivenBackTooLate { number, service, window, name, free },
        false => Message::LookedForAgain { number, service, window, name, free, at },
    };
    for other in known {
        let key = format!("again:{}:{}:{}", task.id.0, other.0, desk.now.timestamp_micros());
        desk.tell(other, Note::on(task, Purpose::Notice, key, told.clone())).await?;
    }
    let text = match too_late {
        true => Message::OpenAgainTooLate { number, free },
        false => Message::LookingAgain { number, free, at },
    };
    let said = Said::from(text).row([undo(task, person)]);
    tell_requester(desk, task, person, told, said).await
}

/// Those who were rung about the hole, and whoever has duty now.
async fn who_knows(desk: &mut Desk<'_>, task: &Task, by: &Person) -> anyhow::Result<Vec<PersonId>> {
    let mut known = desk.tx.rung(task).await?;
    known.extend(hand_over::told_of(desk, task).await?);
    known.extend(outcome::who_can_act(desk, task.municipality).await?.first());
    known.sort_unstable();
    known.dedup();
    known.retain(|other| *other != by.id && *other != task.requester);
    Ok(known)
}

/// What takes it back again.
fn undo(task: &Task, person: &Person) -> Button {
    let own = person.id == task.requester;
    match (task.taken(), own) {
        (0, true) => Button::new(Message::WeDoItOurselves, format!("town:{}", task.id.0)),
        (0, false) => Button::new(Message::TownTakesIt, format!("town:{}", task.id.0)),
        _ => Button::new(Message::WeFillTheRest, format!("rest:{}", task.id.0)),
    }
}

/// What whoever may decide is told of a task that the town has taken: with the way back.
pub fn taken_by_town(task: &Task) -> Message {
    Message::TownHasTask { number: task.number }
}

/// Whether an order makes sense also once the town has taken the task.
pub(super) fn reopens(order: Order) -> bool {
    order == Order::LookAgain
}
