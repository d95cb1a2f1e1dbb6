//! Some of those whom an open task asks can't be asked any more: a club's agreement has ended, a service was stopped, a group is gone. The ladder
//! goes on at once with the others, what was promised stands, and those whom it concerns get an honest word.

use super::desk::{Desk, Note};
use super::{faces, offers, outcome};
use crate::domain::ids::{ChatId, OrganisationId, TaskId};
use crate::domain::plan::{self, What};
use crate::domain::task::{Asked, Change, OfferEnd, SignupState, StepOutcome, Task, TaskState};
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// Why a club is asked no more.
enum Why {
    /// The municipality has stopped the service.
    Stopped,
    /// The club's agreement has ended.
    Out { name: String },
}

/// The group of a chat is gone: the tasks whose cards stand there are looked at.
pub async fn group_lost(desk: &mut Desk<'_>, chat: ChatId) -> anyhow::Result<()> {
    for task in desk.tx.tasks_posted_in(chat, desk.now).await? {
        desk.tx.set_due(Subject::Closed(task), Some(desk.now)).await?;
    }
    Ok(())
}

/// Lets a task go on without those who can't be asked any more.
pub async fn follow_up(desk: &mut Desk<'_>, id: TaskId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Closed(id), None).await?;
    let Some(mut task) = desk.tx.task_to_change(id).await? else { return Ok(()) };
    if task.state != TaskState::Open || desk.now >= task.ends_at {
        return Ok(());
    }
    let mut gone = Vec::new();
    for asked in task.asked.clone() {
        let is_gone = asked.closed
            || desk.tx.group_chat(asked.group).await?.is_none() && is_asked(desk, &task, asked.order).await?;
        if is_gone {
            gone.push(asked);
        }
    }
    let service = desk.tx.service(task.municipality, task.service).await?;
    let is_stopped = service.is_some_and(|service| service.stopped);
    for asked in &gone {
        reaches_nobody(desk, &mut task, asked.order).await?;
        if asked.closed {
            let club = asked.organisation;
            let why = match is_stopped {
                true => Why::Stopped,
                false => Why::Out { name: desk.tx.organisation_name(club).await? },
            };
            end_waiting(desk, &mut task, club, &why).await?;
            tell_those_who_come(desk, &task, club, &why).await?;
        }
    }
    tell(desk, &task, &gone, is_stopped).await?;
    if gone.iter().any(|asked| asked.closed) {
        desk.tx.refresh_cards(task.id).await?;
    }
    let calendar = desk.calendar(task.municipality).await?;
    desk.look_again(&task, &calendar).await
}

/// The step of the ladder that asks an organisation.
async fn step_of(desk: &mut Desk<'_>, task: &Task, order: u32) -> anyhow::Result<Option<u32>> {
    let calendar = desk.calendar(task.municipality).await?;
    let times = plan::ladder_times(task, &calendar);
    Ok(times.iter().find(|planned| planned.what == What::Ask { order }).map(|planned| planned.step))
}

/// Whether an organisation has been asked in this hunt, and its answer is waited for.
async fn is_asked(desk: &mut Desk<'_>, task: &Task, order: u32) -> anyhow::Result<bool> {
    let step = step_of(desk, task, order).await?;
    Ok(task.is_hunting()
        && task.steps.iter().any(|taken| Some(taken.step) == step && taken.outcome == StepOutcome::Reached))
}

/// Nobody answers there any more: the next step is due at once.
async fn reaches_nobody(desk: &mut Desk<'_>, task: &mut Task, order: u32) -> anyhow::Result<()> {
    if !is_asked(desk, task, order).await? {
        return Ok(());
    }
    let Some(step) = step_of(desk, task, order).await? else { return Ok(()) };
    desk.tx.step_reached_nobody(task.id, i64::from(task.generation), i64::from(step)).await?;
    for taken in task.steps.iter_mut().filter(|taken| taken.step == step) {
        taken.outcome = StepOutcome::Nobody;
    }
    Ok(())
}

/// The reserves of a club that is out of it wait for nothing, and are told so.
async fn end_waiting(
    desk: &mut Desk<'_>,
    task: &mut Task,
    club: OrganisationId,
    why: &Why,
) -> anyhow::Result<()> {
    for reserve in task.reserves().into_iter().copied().collect::<Vec<_>>() {
        if reserve.asked_as != Some(club) {
            continue;
        }
        let person = reserve.person;
        let mut changes = Vec::new();
        if task.offer_to(person).is_some() {
            desk.tx.drop_unsent(task.id, Some(person)).await?;
            desk.put_away_offer(task.id, person).await?;
            changes.push(Change::OfferEnded { person, end: OfferEnd::Void });
        }
        changes.push(Change::Withdrew { person });
        desk.change(task, &changes, Actor::default()).await?;
        let number = task.number;
        let text = match why {
            Why::Out { name } => Message::ClubOutReserve { number, name: name.clone() },
            Why::Stopped => Message::StoppedReserve { number, service: task.service },
        };
        let key = format!("clubout:{}:{}", task.id.0, person.0);
        desk.tell(person, Note::on(task, Purpose::Notice, key, text)).await?;
    }
    offers::void_what_does_not_fit(desk, task).await
}

/// Whoever has promised to come comes, and may step down without blame.
async fn tell_those_who_come(
    desk: &mut Desk<'_>,
    task: &Task,
    club: OrganisationId,
    why: &Why,
) -> anyhow::Result<()> {
    let coming = task.signups.iter().filter(|signup| signup.state == SignupState::Placed);
    for signup in coming.filter(|signup| signup.asked_as == Some(club)).copied().collect::<Vec<_>>() {
        let number = task.number;
        let text = match why {
            Why::Out { name } => Message::ClubOutPlaced { number, name: name.clone() },
            Why::Stopped => Message::StoppedPlaced { number, service: task.service },
        };
        let said = Said::from(text).row([Button::new(Message::Withdraw, format!("no:{}", task.id.0))]);
        let key = format!("clubout:{}:{}", task.id.0, signup.person.0);
        desk.tell(signup.person, Note::on(task, Purpose::Notice, key, said)).await?;
    }
    Ok(())
}

/// The one who asked and the one on duty hear, once each time, what has changed, who comes all the same, and who is asked now.
async fn tell(desk: &mut Desk<'_>, task: &Task, gone: &[Asked], is_stopped: bool) -> anyhow::Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let mut lines = Vec::new();
    let mut reasons = Vec::new();
    if is_stopped {
        lines.push(Message::ServiceStopped { number, service: task.service, window });
        reasons.push("stopped".to_owned());
    } else {
        for asked in gone {
            let name = desk.tx.organisation_name(asked.organisation).await?;
            lines.push(match asked.closed {
                true => Message::ClubOut { number, name, window },
                false => Message::ClubGroupGone { number, name, window },
            });
            let how =
                if asked.closed { "closed".to_owned() } else { desk.now.timestamp_micros().to_string() };
            reasons.push(format!("{}-{how}", asked.organisation.0));
        }
    }
    lines.extend(what_now(desk, task).await?);
    let key = format!("{}{}:{}", outcome::DECIDED, task.id.0, reasons.join("+"));
    let said = Said::new(lines).row([Button::new(Message::CancelTask, format!("cancel:{}", task.id.0))]);
    let note = Note::on(task, Purpose::Notice, key.clone(), said.clone());
    if !desk.tell(task.requester, note).await? {
        outcome::pass_on(desk, task, &key, &said).await?;
    }
    outcome::tell_duty_but(desk, task, &format!("duty-{key}"), said, Some(task.requester)).await.map(drop)
}

/// Who comes, and who is asked about the places that are left.
async fn what_now(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    if task.taken() > 0 {
        lines.push(Message::ComeAllTheSame { names: faces::names_of_coming(desk, task).await? });
    }
    if !task.is_hunting() {
        return Ok(lines);
    }
    let mut left = Vec::new();
    for asked in task.asked.iter().filter(|asked| !asked.closed).copied().collect::<Vec<_>>() {
        if desk.tx.group_chat(asked.group).await?.is_some() {
            left.push(desk.tx.organisation_name(asked.organisation).await?);
        }
    }
    let calendar = desk.calendar(task.municipality).await?;
    let at = faces::at(&calendar, desk.now, task.promised_at);
    lines.push(match left.is_empty() {
        true => Message::NobodyLeftToAsk { missing: task.free(), at },
        false => Message::OthersAreAsked { names: Names(left), missing: task.free(), at },
    });
    Ok(lines)
}
