//! The duty goes from one to the other: whoever takes over is told of what is open, once, at the change, and of nothing where there is nothing.
//!
//! It is derived: who has the duty now is held against who was last found to have it. So it does not matter what changed it: the clock, `/vakt`,
//! days away, or a new file.

use chrono::{DateTime, TimeDelta, Utc};

use super::attendance::{roll_call, urgent};
use super::desk::{Desk, Note};
use super::{faces, lists, proposals, replies, take_off};
use crate::domain::attendance::Mark;
use crate::domain::duty::{Rota, next_turn};
use crate::domain::ids::{MunicipalityId, PersonId};
use crate::domain::local_time::Calendar;
use crate::domain::plan;
use crate::domain::task::{Signup, Task, TaskState};
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::outbox::{Body, OutboxRow, Purpose};
use crate::text::{Button, Message, Said};

/// What the outbox keys of these messages begin with.
const HAND_OVER: &str = "handover:";
/// Open tasks that are looked at.
const MOST_TASKS: i64 = 100;
/// Tasks that have buttons: more are no help.
const MOST_BUTTONS: usize = 6;
/// Of tasks that ended longer ago nobody asks any more.
const ENDED: TimeDelta = TimeDelta::days(2);
/// What begins so soon after the night is told in the night.
const SOON: TimeDelta = TimeDelta::hours(2);

/// Who has the duty may have changed: it is looked at now.
pub async fn changed(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<()> {
    Ok(desk.tx.set_due(Subject::Duty(municipality), Some(desk.now)).await?)
}

/// Looks at who has the duty, and tells whoever has taken over.
pub async fn look(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<()> {
    let calendar = desk.calendar(municipality).await?;
    let ring = desk.on_duty(municipality, &calendar).await?;
    let (first, known) = (ring.first().copied(), desk.tx.duty_known(municipality).await?);
    match known {
        // It is looked at for the first time: nobody had it before.
        None => desk.tx.set_duty_known(municipality, first, desk.now).await?,
        Some((person, _)) if person == first => {}
        Some((_, since)) => {
            let open = open(desk, municipality).await?;
            if let Some(night) = calendar.night(desk.now)
                && !open.iter().any(|matter| matter.task.starts_at < night.until + SOON)
            {
                // Days away begin and end at midnight; what can wait is told in the morning.
                return Ok(desk.tx.set_due(Subject::Duty(municipality), Some(night.until)).await?);
            }
            take_note(desk, municipality, first).await?;
            // Of several that look at it at once one says it: the same key is the same message.
            let key = format!("{HAND_OVER}{}:{}", municipality.0, since.timestamp_micros());
            tell(desk, municipality, &ring, &open, &key).await?;
        }
    }
    look_again(desk, municipality, &calendar).await
}

async fn look_again(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    calendar: &Calendar,
) -> anyhow::Result<()> {
    let next = turn_ends(desk, municipality, calendar).await?;
    Ok(desk.tx.set_due(Subject::Duty(municipality), Some(next)).await?)
}

/// Until when whoever has the duty now has it, as far as is known.
async fn turn_ends(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    calendar: &Calendar,
) -> anyhow::Result<DateTime<Utc>> {
    let rota = Rota {
        turns: desk.tx.duty_turns(municipality).await?,
        shifts: desk.tx.duty_shifts(municipality, desk.now).await?,
        away: Vec::new(),
    };
    let absences = desk.tx.absences_from_duty(municipality, desk.now).await?;
    Ok(next_turn(&rota, &absences, calendar, desk.now))
}

async fn take_note(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    first: Option<PersonId>,
) -> anyhow::Result<()> {
    desk.tx.set_duty_known(municipality, first, desk.now).await?;
    Ok(desk.tx.record(municipality, None, None, Actor::default(), "duty_passed", &first, desk.now).await?)
}

/// Tells the first of those on duty who can be written to.
async fn tell(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    ring: &[PersonId],
    open: &[Matter],
    key: &str,
) -> anyhow::Result<()> {
    let mut said = list(desk, municipality, open).await?;
    // A head and nothing under it.
    if said.lines.len() < 2 {
        return Ok(());
    }
    let calendar = desk.calendar(municipality).await?;
    let until = turn_ends(desk, municipality, &calendar).await?;
    let yours = Message::DutyIsYours { at: faces::at(&calendar, desk.now, until) };
    for (place, person) in ring.iter().enumerate() {
        let head = match (place, ring.first()) {
            (1.., Some(first)) => Message::HandOverFor { name: desk.tx.person(*first).await?.name },
            _ => yours.clone(),
        };
        said.lines.insert(0, head);
        if desk.tell(*person, note(key, *person, said.clone())).await? {
            return Ok(());
        }
        said.lines.remove(0);
    }
    Ok(())
}

fn note(key: &str, person: PersonId, said: Said) -> Note {
    let key = format!("{key}:{}", person.0);
    Note { key, purpose: Purpose::Escalation, said, task: None, request: None, at: None }
}

/// Whoever was to take over did not get it: the next of those on duty does.
pub async fn did_not_arrive(desk: &mut Desk<'_>, row: &OutboxRow) -> anyhow::Result<()> {
    let (Some(person), Some((key, _)), Body::Say { said, .. }) =
        (row.person_id, row.key.rsplit_once(':'), &row.body.0)
    else {
        return Ok(());
    };
    if !row.key.starts_with(HAND_OVER) {
        return Ok(());
    }
    let who = desk.tx.person(person).await?;
    let calendar = desk.calendar(who.municipality_id).await?;
    let mut said = said.clone();
    if let Some(head) = said.lines.first_mut().filter(|head| matches!(head, Message::DutyIsYours { .. })) {
        *head = Message::HandOverFor { name: who.name };
    }
    let ring = desk.on_duty(who.municipality_id, &calendar).await?;
    // Each is tried once: the same key is the same message, and who is known not to be reached is passed over.
    for next in ring.into_iter().skip_while(|next| *next != person).filter(|next| *next != person) {
        if desk.tell(next, note(key, next, said.clone())).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Somebody takes the duty over in chat: what is open, to be said with the answer. It is told by that, and not once more by the clock.
pub async fn take(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    person: PersonId,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(municipality).await?;
    desk.tx.set_duty_known(municipality, Some(person), desk.now).await?;
    look_again(desk, municipality, &calendar).await?;
    let open = open(desk, municipality).await?;
    let said = list(desk, municipality, &open).await?;
    Ok(if said.lines.len() > 1 { said } else { Said::default() })
}

/// Who took over after a task was first rung about, and so was told of it at the change: they are not rung about the same hole once more.
pub async fn told_of(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<PersonId>> {
    let Some(rung) = plan::first_rung_at(task) else { return Ok(None) };
    let known = desk.tx.duty_known(task.municipality).await?;
    Ok(known.filter(|(_, since)| *since > rung).and_then(|(person, _)| person))
}

/// Something that whoever takes over must know.
struct Matter {
    task: Task,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Places are empty, and somebody has been rung about it.
    Rung,
    Hole,
    /// Somebody who should be there has not been heard of.
    Missing,
    /// Others say of somebody that they do not come, and they have not answered.
    Reported,
    Unconfirmed,
    /// Nobody has said how it went.
    Unsaid,
}

/// What is open: first what lacks people, then what duty has been told of and is not settled.
async fn open(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<Vec<Matter>> {
    let mut ids = desk.tx.open_tasks(municipality, MOST_TASKS).await?;
    ids.extend(desk.tx.tasks_between(municipality, None, (desk.now - ENDED, desk.now)).await?);
    let mut matters: Vec<Matter> = Vec::new();
    for id in ids {
        if matters.iter().any(|matter| matter.task.id == id) {
            continue;
        }
        let Some(task) = desk.tx.task(id).await? else { continue };
        if let Some(kind) = kind_of(&task, desk.now) {
            matters.push(Matter { task, kind });
        }
    }
    matters.sort_by_key(|matter| (matter.kind, matter.task.starts_at));
    Ok(matters)
}

fn kind_of(task: &Task, now: DateTime<Utc>) -> Option<Kind> {
    if task.state == TaskState::Open && now < task.ends_at {
        if task.is_hunting() {
            return Some(if plan::is_rung(task) { Kind::Rung } else { Kind::Hole });
        }
        return match () {
            () if task.is_completed() => None,
            () if !missing(task).is_empty() => Some(Kind::Missing),
            () if task.reported_away().next().is_some() => Some(Kind::Reported),
            () if now < task.starts_at && !unconfirmed(task).is_empty() => Some(Kind::Unconfirmed),
            () => None,
        };
    }
    let unsaid = task.task_marked_at(Mark::CompletionMissed).is_some() && !task.is_settled();
    (task.state == TaskState::Ended && unsaid).then_some(Kind::Unsaid)
}

/// Those who were missed at the start, and of whom nothing has been heard since.
fn missing(task: &Task) -> Vec<Signup> {
    let settled = [Mark::CheckedIn, Mark::Completed, Mark::WentWrong];
    let is_missing = |signup: &&Signup| {
        task.is_marked(signup, Mark::NoShowTold) && !settled.iter().any(|mark| task.is_marked(signup, *mark))
    };
    task.attending().filter(is_missing).copied().collect()
}

/// Those of whom duty has heard that they have not confirmed, and who still have not.
fn unconfirmed(task: &Task) -> Vec<Signup> {
    let told = |signup: &&Signup| {
        task.is_unconfirmed(signup) && task.is_marked(signup, Mark::UnconfirmedTold)
            || task.open_move(signup).is_some() && task.is_marked(signup, Mark::MoveToldDuty)
    };
    task.placed().filter(told).copied().collect()
}

/// One line for each, with what could be done about it.
async fn list(desk: &mut Desk<'_>, municipality: MunicipalityId, open: &[Matter]) -> anyhow::Result<Said> {
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    for (line, button) in urgent::unanswered(desk, municipality).await? {
        lines.push(line);
        buttons.push(vec![button]);
    }
    for matter in open {
        let Said { lines: more, buttons: rows } = one(desk, matter).await?;
        lines.extend(more);
        if buttons.len() + rows.len() <= MOST_BUTTONS {
            buttons.extend(rows);
        }
    }
    lists::cut(&mut lines);
    lines.insert(0, Message::HandOverWaits);
    Ok(Said { lines, buttons })
}

async fn one(desk: &mut Desk<'_>, Matter { task, kind }: &Matter) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    match kind {
        Kind::Rung | Kind::Hole => {
            let (missing, places) = (task.free(), task.places);
            let mut said = Said::from(Message::Hole { number, service, missing, places, window });
            said.lines.extend(take_off::said_not_to_come(desk, task).await?);
            said.lines.extend(replies::suggestions(desk, task).await?);
            if *kind == Kind::Rung {
                // Who takes over is not rung about it again, and must be able to take it here.
                let take = Button::new(Message::TakeNumber { number }, format!("hold:{}", task.id.0));
                said = said.row([take]);
            }
            proposed(desk, task, said).await
        }
        Kind::Missing => {
            let missing = missing(task);
            let names = faces::short_names(desk, &missing).await?;
            let at = faces::at(&calendar, desk.now, task.starts_at);
            let mut said = Said::from(Message::NoShow { number, service, at, names });
            for signup in missing {
                let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
                said = said.row(roll_call::there_or_absent(task, signup.person, &name));
            }
            Ok(said)
        }
        Kind::Reported => {
            let mut said = Said::new(take_off::said_not_to_come(desk, task).await?);
            for signup in task.reported_away().copied().collect::<Vec<_>>() {
                let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
                said = said.row(roll_call::comes_or_not_on(task, signup.person, &name));
            }
            Ok(said)
        }
        Kind::Unconfirmed => {
            let silent = unconfirmed(task);
            let names = faces::short_names(desk, &silent).await?;
            let mut said = Said::from(Message::Unconfirmed { number, service, window, names });
            for signup in silent {
                let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
                said = said.row(roll_call::comes_or_not(task, signup.person, &name));
            }
            Ok(said)
        }
        Kind::Unsaid => Ok(Said::from(Message::CompletionMissed { number, service, window }).row([
            Button::new(Message::DoneOn { number }, format!("alldone:{}", task.id.0)),
            Button::new(Message::NobodyCameOn { number }, format!("nobody:{}", task.id.0)),
        ])),
    }
}

/// What is done about a hole, or could be.
async fn proposed(desk: &mut Desk<'_>, task: &Task, mut said: Said) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    if let Some(held) = task.held.filter(|held| desk.now < held.until) {
        let name = desk.tx.person(held.by).await?.name;
        let at = faces::at(&calendar, desk.now, held.until);
        said.lines.push(Message::HandOverHeld { number: task.number, name, at });
        said.buttons.clear();
    } else if let Some(proposal) = proposals::next_for(desk, task).await? {
        said.lines.push(proposal.line);
        said.buttons.extend((!proposal.buttons.is_empty()).then_some(proposal.buttons));
    }
    Ok(said)
}
