//! What follows when somebody turns out not to be reachable: the ladder hears of it and goes on at once.

use super::{attend, steps};
use crate::chat::SendError;
use crate::commands::desk::Desk;
use crate::commands::reach::watch;
use crate::commands::{closed, hand_over, offers, outcome, unreached};
use crate::domain::ids::TaskId;
use crate::domain::plan::{self, What};
use crate::domain::task::{Change, OfferEnd, Task};
use crate::store::due::Subject;
use crate::store::groups::ChatState;
use crate::store::history::Actor;
use crate::store::outbox::{Body, OutboxRow, Purpose};
use crate::store::people::CanWrite;
use crate::store::readings::STUCK_AFTER;
use crate::text::Message;

/// Notes that a chat can't be written to, and lets the task that the message was about go on without it.
pub async fn follow_up(desk: &mut Desk<'_>, row: &OutboxRow, error: &SendError) -> anyhow::Result<()> {
    if let (Purpose::Escalation, None, Some(person), Body::Say { said, .. }) =
        (row.purpose, &row.external_id, row.person_id, &row.body.0)
    {
        desk.mail(&row.key, person, row.task_id, said, row.created_at).await?;
    }
    match error {
        SendError::Blocked => {
            desk.tx.set_can_write_of_chat(row.chat_id, CanWrite::Blocked).await?;
            reach_changed(desk, row).await?;
        }
        SendError::Gone => {
            // What waits for a chat that is known to be gone tells nothing new.
            if desk.tx.chat(row.chat_id).await?.state == ChatState::Open {
                desk.tx.set_chat_state(row.chat_id, ChatState::Lost).await?;
                reach_changed(desk, row).await?;
            }
        }
        _ if row.purpose == Purpose::Mark => return Ok(()),
        error => tracing::warn!(outbox = row.id.0, %error, "a message was given up"),
    }
    let Some(mut task) = (match row.task_id {
        Some(id) => desk.tx.task_to_change(id).await?,
        None => None,
    }) else {
        return hand_over::did_not_arrive(desk, row).await;
    };
    match row.purpose {
        Purpose::Question | Purpose::Reminder if attend::is_attend_key(&row.key) => {
            if let Some(person) = row.person_id {
                attend::did_not_arrive(desk, &mut task, person, &row.key).await?;
            }
        }
        Purpose::Question if unreached::is_told_of(row) => {}
        Purpose::Question => offer_did_not_arrive(desk, &mut task, row).await?,
        Purpose::Card => card_did_not_arrive(desk, &task, row).await?,
        _ => {}
    }
    match row.purpose {
        Purpose::Escalation => escalation_did_not_arrive(desk, &mut task, row).await?,
        _ if unreached::is_told_of(row) => unreached::did_not_arrive(desk, &task, row).await?,
        Purpose::Notice if outcome::is_filled_key(&row.key) => outcome::bring_the_answer(desk, &task).await?,
        Purpose::Notice if outcome::is_decided_key(&row.key) => {
            if let Body::Say { said, .. } = &row.body.0 {
                outcome::pass_on(desk, &task, &row.key, said).await?;
            }
        }
        _ => {}
    }
    desk.tx.set_due(Subject::Task(task.id), Some(desk.now)).await?;
    Ok(())
}

/// Somebody's ladder may depend on whoever can't be written to any more; and what else was asked in that group is asked of nobody.
async fn reach_changed(desk: &mut Desk<'_>, row: &OutboxRow) -> anyhow::Result<()> {
    if let Some(group) = desk.tx.group_of_chat(row.chat_id).await? {
        watch::changed(desk, group.municipality_id).await?;
        closed::group_lost(desk, row.chat_id).await?;
    }
    if let Some(person) = row.person_id {
        let person = desk.tx.person(person).await?;
        watch::person_changed(desk, &person).await?;
        // Of the task that this was about duty hears by itself, where it matters.
        let told = attend::is_attend_key(&row.key) || unreached::is_told_of(row);
        unreached::chat_closed(desk, &person, row.task_id.filter(|_| told)).await?;
    }
    Ok(())
}

/// Tells the coordinators, once a day, of a chat whose messages have been tried in vain for long: the platform does not say that it is gone.
pub async fn tell_if_stuck(desk: &mut Desk<'_>, row: &OutboxRow) -> anyhow::Result<()> {
    let minor = matches!(row.purpose, Purpose::Mark | Purpose::PressAnswer);
    if minor || row.external_id.is_some() || desk.now - row.created_at < STUCK_AFTER {
        return Ok(());
    }
    let municipality = match (row.municipality_id, row.task_id, row.person_id) {
        (Some(municipality), ..) => municipality,
        (None, Some(task), _) => match desk.tx.task(task).await? {
            Some(task) => task.municipality,
            None => return Ok(()),
        },
        (None, None, Some(person)) => desk.tx.person(person).await?.municipality_id,
        (None, None, None) => return Ok(()),
    };
    let title = match row.person_id {
        Some(person) => desk.tx.person(person).await?.name,
        None => desk.tx.chat(row.chat_id).await?.title,
    };
    let key = format!("stuck:{}:{}", row.chat_id.0, desk.now.date_naive());
    outcome::tell_coordinators(desk, municipality, &key, Message::ChatStuck { title }).await
}

/// A reserve who can't be asked loses the turn at once.
async fn offer_did_not_arrive(desk: &mut Desk<'_>, task: &mut Task, row: &OutboxRow) -> anyhow::Result<()> {
    let Some(person) = row.person_id.filter(|person| task.offer_to(*person).is_some()) else { return Ok(()) };
    if let Body::Say { said, .. } = &row.body.0
        && let Some(text) = said.lines.first()
    {
        offers::show_in_group(desk, task, person, text).await?;
    }
    let changes = [Change::OfferEnded { person, end: OfferEnd::Expired }, Change::FellSilent { person }];
    desk.change(task, &changes, Actor::default()).await
}

/// The organisation could not be asked: its step reached nobody, and duty hears of it.
async fn card_did_not_arrive(desk: &mut Desk<'_>, task: &Task, row: &OutboxRow) -> anyhow::Result<()> {
    let Some(group) = desk.tx.group_of_chat(row.chat_id).await? else { return Ok(()) };
    let Some(asked) = task.asked.iter().find(|asked| asked.group == group.id) else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let times = plan::ladder_times(task, &calendar);
    if let Some(planned) = times.iter().find(|planned| planned.what == What::Ask { order: asked.order }) {
        desk.tx.step_reached_nobody(task.id, i64::from(task.generation), i64::from(planned.step)).await?;
    }
    let name = desk.tx.organisation_name(asked.organisation).await?;
    let key = format!("unreached:{}:{}:{}", task.id.0, task.generation, asked.order);
    outcome::tell_duty(desk, task, &key, Message::AskUnreached { number: task.number, name }).await.map(drop)
}

/// Somebody who must act or know did not hear of it: the ladder goes on, or the next of those on duty hears it. A reminder is a courtesy, and one
/// of several people asked to stand by is not the step.
async fn escalation_did_not_arrive(
    desk: &mut Desk<'_>,
    task: &mut Task,
    row: &OutboxRow,
) -> anyhow::Result<()> {
    if let Some((id, generation, step)) = outcome::step_of_key(&row.key) {
        if let (Body::Say { said, .. }, Some(person), Ok(last)) =
            (&row.body.0, row.person_id, u32::try_from(step))
            && generation == i64::from(task.generation)
            && task.is_hunting()
            && steps::ring_another(desk, task, last, person, said).await?
        {
            return Ok(());
        }
        return Ok(desk.tx.step_reached_nobody(TaskId(id), generation, step).await?);
    }
    if outcome::is_answer_key(&row.key) {
        return outcome::bring_the_answer(desk, task).await;
    }
    if steps::is_asked_again(&row.key) {
        return desk.note(task, &Change::Released, Actor::default()).await;
    }
    let (Some((key, _)), Body::Say { said, .. }) = (row.key.rsplit_once(':'), &row.body.0) else {
        return Ok(());
    };
    outcome::tell_duty_but(desk, task, key, said.clone(), row.person_id).await.map(drop)
}
