//! Somebody counts on a task: whoever has put a volunteer in, and whoever is doing something about its hole. They hear at once, in a message of its own,
//! what changes that: one that is only edited makes no sound, and they would go on ringing people.

use super::desk::{Desk, Note};
use super::{faces, outcome};
use crate::domain::ids::PersonId;
use crate::domain::plan;
use crate::domain::task::{Change, Held, Signup, Task, TaskState};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// So far back it is looked for whoever put somebody in.
const MOST_ROWS: i64 = 200;

/// How a task stood before it was changed.
#[derive(Clone, Copy)]
pub struct Before {
    /// Who was doing something about the hole.
    held: Option<Held>,
    was_hunting: bool,
    free: u32,
}

impl Before {
    pub fn of(task: &Task) -> Self {
        Self { held: task.held, was_hunting: task.is_hunting(), free: task.free() }
    }
}

/// Tells them what was changed by somebody else.
pub async fn tell(
    desk: &mut Desk<'_>,
    task: &Task,
    changes: &[Change],
    actor: Actor,
    before: Before,
) -> anyhow::Result<()> {
    let holder = before.held.filter(|held| desk.now < held.until).map(|held| held.by);
    for change in changes {
        if let Change::Withdrew { person } = *change {
            withdrew(desk, task, person, actor, holder).await?;
        }
    }
    match holder.filter(|holder| Some(*holder) != actor.person) {
        Some(holder) if before.was_hunting && !task.is_hunting() => {
            settled(desk, task, changes, holder, actor).await
        }
        Some(holder) if before.was_hunting && task.free() < before.free => {
            partly_filled(desk, task, changes, holder).await
        }
        _ => Ok(()),
    }
}

async fn withdrew(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    actor: Actor,
    holder: Option<PersonId>,
) -> anyhow::Result<()> {
    let mut counting: Vec<PersonId> = holder.into_iter().collect();
    counting.extend(put_in_by(desk, task, person).await?);
    counting.sort_unstable();
    counting.dedup();
    let told_already = told_of_withdrawal(desk, task).await?;
    counting.retain(|other| Some(*other) != actor.person && *other != person && Some(*other) != told_already);
    if counting.is_empty() {
        return Ok(());
    }
    let Some(who) = desk.tx.living_person(person).await? else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    for other in counting {
        let mut said = Said::from(Message::WithdrawnAgain { number, name: who.name.clone(), window });
        if task.is_hunting() {
            said = said.row([
                Button::new(Message::TakeIt, format!("hold:{}", task.id.0)),
                Button::new(Message::PutIn, format!("put:{}", task.id.0)),
            ]);
        }
        let key = format!("gaveback:{}:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros(), other.0);
        desk.tell(other, Note::on(task, Purpose::Escalation, key, said)).await?;
    }
    Ok(())
}

/// Whoever put this person in, if it was not they themselves who took the place.
async fn put_in_by(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<Option<PersonId>> {
    let rows = desk.tx.history_of_task(task.id, None, MOST_ROWS).await?;
    let placed = rows.iter().find(|row| {
        let change = serde_json::from_value::<Change>(row.detail.0.clone());
        matches!(change, Ok(Change::Placed { person: placed, .. }) if placed == person)
    });
    Ok(placed.and_then(|row| row.actor_id).filter(|by| *by != person))
}

/// Who hears of a withdrawal shortly before the start in any case.
async fn told_of_withdrawal(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<PersonId>> {
    let is_soon = desk.now < task.starts_at && task.starts_at - desk.now <= plan::URGENT_FOR;
    if !task.must_cover || !is_soon || !task.is_hunting() {
        return Ok(None);
    }
    for person in outcome::who_can_act(desk, task.municipality).await? {
        if desk.tx.reach(person).await?.is_some() {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// The hole that somebody is doing something about has become smaller.
async fn partly_filled(
    desk: &mut Desk<'_>,
    task: &Task,
    changes: &[Change],
    holder: PersonId,
) -> anyhow::Result<()> {
    let comes = |signup: &&Signup| {
        changes.iter().any(|change| {
            matches!(*change, Change::Placed { person, .. } | Change::PartPlaced { person, .. } if person == signup.person)
        })
    };
    let new: Vec<Signup> = task.placed().filter(comes).copied().collect();
    if new.is_empty() {
        return Ok(());
    }
    let names = faces::short_names(desk, &new).await?;
    let (number, missing, places) = (task.number, task.free(), task.places);
    let text = Message::PartlyFilled { number, names, missing, places };
    let key = format!("partly:{}:{}:{}", task.id.0, desk.now.timestamp_micros(), holder.0);
    desk.tell(holder, Note::on(task, Purpose::Notice, key, text)).await.map(drop)
}

/// The hole that somebody was doing something about is none any more.
async fn settled(
    desk: &mut Desk<'_>,
    task: &Task,
    changes: &[Change],
    holder: PersonId,
    actor: Actor,
) -> anyhow::Result<()> {
    let number = task.number;
    let text = match task.state {
        // The others who were rung hear of that, and so does whoever asked.
        TaskState::TakenOver => return Ok(()),
        TaskState::Cancelled => {
            let Some(by) = actor.person else { return Ok(()) };
            let calendar = desk.calendar(task.municipality).await?;
            let (service, window) = (task.service, faces::window(task, &calendar));
            Message::ThisWasCancelled { number, service, window, name: desk.tx.person(by).await?.name }
        }
        // Whoever asked is told that every place is filled.
        _ if holder == task.requester => return Ok(()),
        TaskState::Ended => return Ok(()),
        TaskState::Open => {
            let names = Names(faces::names(desk, task, false).await?);
            let is_fewer = changes.iter().any(|change| matches!(change, Change::PlacesChanged { .. }));
            match actor.person.filter(|_| is_fewer) {
                Some(by) => Message::EnoughMeanwhile { number, name: desk.tx.person(by).await?.name, names },
                None => Message::FilledMeanwhile { number, names },
            }
        }
    };
    let key = format!("settled:{}:{}:{}", task.id.0, desk.now.timestamp_micros(), holder.0);
    desk.tell(holder, Note::on(task, Purpose::Notice, key, text)).await.map(drop)
}
