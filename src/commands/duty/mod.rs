//! What a coordinator does about a task: takes it, asks another club, puts somebody in, lets the municipality take it, cancels, extends.

mod after_all;
mod close;
pub mod until;
pub mod words;

use chrono::TimeDelta;

pub use after_all::{ask_town, said as said_after_all, taken_by_town};
pub use close::ask_whether_to_cancel;

use super::attendance::roll_call;
use super::desk::{Desk, Heard, Note};
use super::{faces, offers, put_in, unreached};
use crate::domain::answer;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::permission::{Act, Tie};
use crate::domain::plan::{self, What};
use crate::domain::task::{Change, SignupState, StepOutcome, Task, TaskState};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Message, Said};

/// How long somebody who does something about a task is left to it, in minutes.
const ACTING_MINUTES: i64 = 20;
/// The same once the task has begun.
const ACTING_ONCE_BEGUN_MINUTES: i64 = 10;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Takes the task; asks until when.
    Hold,
    HoldFor {
        minutes: u32,
    },
    /// Asks the organisation with this order now.
    Ask {
        order: u32,
    },
    /// Shows who could be put in, so many at a time.
    PutIn {
        page: u32,
    },
    PutInPerson {
        person: PersonId,
    },
    /// Somebody who was to come does not.
    TakeOff {
        person: PersonId,
    },
    /// Moves the promised answer; asks until when.
    Extend,
    /// Moves the promised answer to this instant, in minutes since 1970, UTC.
    ExtendTo {
        epoch_minute: u32,
    },
    TownTakesIt,
    /// The town had taken it, or some of it, and can't after all.
    LookAgain,
    Cancel,
    CancelSurely,
    /// It is not cancelled after all.
    LeaveIt,
    /// Fewer than asked for are enough.
    Enough,
    /// The municipality fills the places that are left.
    FillTheRest,
    Part {
        person: PersonId,
        accepted: bool,
    },
}

impl Order {
    fn act(self) -> Act {
        match self {
            Self::Enough
            | Self::FillTheRest
            | Self::TownTakesIt
            | Self::LookAgain
            | Self::Cancel
            | Self::CancelSurely
            | Self::LeaveIt => Act::AcceptShortfall,
            _ => Act::Dispatch,
        }
    }
}

impl Order {
    /// Whether it is about finding somebody.
    fn mends_hole(self) -> bool {
        matches!(
            self,
            Self::Hold
                | Self::HoldFor { .. }
                | Self::Ask { .. }
                | Self::PutIn { .. }
                | Self::Extend
                | Self::ExtendTo { .. }
        )
    }

    /// Whether the question that this answers is settled with it.
    fn ends_question(self) -> bool {
        match self {
            Self::HoldFor { .. }
            | Self::ExtendTo { .. }
            | Self::PutIn { page: 1.. }
            | Self::PutInPerson { .. }
            | Self::TakeOff { .. }
            | Self::TownTakesIt
            | Self::CancelSurely
            | Self::LeaveIt
            | Self::Enough
            | Self::FillTheRest
            | Self::Part { .. } => true,
            Self::Hold
            | Self::Ask { .. }
            | Self::PutIn { page: 0 }
            | Self::Extend
            | Self::LookAgain
            | Self::Cancel => false,
        }
    }
}

/// Carries out an order about a task.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    order: Order,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(person) = allowed(desk, heard, &task, order.act()).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let reopens = task.state == TaskState::TakenOver && after_all::reopens(order);
    if task.state != TaskState::Open && !reopens || desk.now >= task.ends_at {
        let number = task.number;
        let text = match task.state {
            TaskState::Cancelled => Message::TaskCancelled { number },
            TaskState::TakenOver if desk.now < task.ends_at => taken_by_town(&task),
            TaskState::TakenOver => Message::TaskTakenOver { number },
            TaskState::Open | TaskState::Ended => Message::TaskOver { number },
        };
        desk.put_away_hole(&task, None).await?;
        return desk.refuse_press(heard, press, text.into()).await;
    }
    // There is nothing to mend any more; only somebody's offer may still want an answer.
    if task.is_full() && order.mends_hole() {
        desk.put_away_hole(&task, None).await?;
        return desk.refuse_press(heard, press, Message::FullAlready { number: task.number }.into()).await;
    }
    // What ends the hunt puts every button away; this one shows what was chosen.
    if let Order::Part { person: who, .. } = order {
        desk.put_away_part(task.id, who, Some((person.id, data))).await?;
    } else if order.ends_question() {
        // Of several names that were given, the others can still be chosen while places are open.
        let others_stay = matches!(order, Order::PutInPerson { .. }) && task.free() > 1;
        desk.put_away_chosen(task.id, person.id, data, others_stay).await?;
    }
    if let Order::Ask { .. } = order {
        desk.put_away_proposed(task.id, person.id, data).await?;
    }
    let said = carry_out(desk, heard, &mut task, &person, order).await?;
    hold_while_acting(desk, heard, &mut task, &person, order).await?;
    let short = said.lines.first().cloned().unwrap_or(Message::Done);
    desk.answer_press(heard, press, short.into()).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

/// Who does something about a task has answered: the next in line is not rung meanwhile.
async fn hold_while_acting(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    order: Order,
) -> anyhow::Result<()> {
    let acts = match order {
        Order::Hold => true,
        // Before anybody was rung there is no next in line.
        Order::Ask { .. }
        | Order::PutIn { .. }
        | Order::PutInPerson { .. }
        | Order::Extend
        | Order::ExtendTo { .. } => plan::is_rung(task),
        _ => false,
    };
    if !acts || task.held.is_some_and(|held| !held.asked_again) || !task.is_hunting() {
        return Ok(());
    }
    let begun = desk.now >= task.starts_at;
    let minutes = if begun { ACTING_ONCE_BEGUN_MINUTES } else { ACTING_MINUTES };
    let left_alone = match order {
        // There is time until the answer: half of it before the next question.
        Order::ExtendTo { .. } => TimeDelta::minutes(minutes).max((task.promised_at - desk.now) / 2),
        _ => TimeDelta::minutes(minutes),
    };
    let until = (desk.now + left_alone).min(task.hunt_ends_at(desk.now));
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false, acting: true }], actor).await
}

/// Whether whoever spoke may decide about the task.
pub async fn may_dispatch(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<bool> {
    Ok(allowed(desk, heard, task, Act::Dispatch).await?.is_some())
}

/// The person who spoke, if they may do this about the task.
pub async fn allowed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    act: Act,
) -> anyhow::Result<Option<Person>> {
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(None) };
    let standing = desk.standing(&person).await?;
    let contact = desk.tx.escalation_contact(task.municipality).await?;
    let last_resort = contact.is_some_and(|contact| contact.id == person.id);
    let own_unit = standing.unit() == Some(task.unit);
    let tie = Tie { last_resort, own_unit, ..Tie::to_task(task, person.id) };
    Ok(standing.may(act, tie).then_some(person))
}

async fn carry_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    order: Order,
) -> anyhow::Result<Said> {
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    match order {
        Order::Hold if desk.now >= task.starts_at => until::hold_to_the_end(desk, task, person, actor).await,
        Order::Hold => until::take(desk, task, person, actor).await,
        Order::HoldFor { minutes } => until::hold_for(desk, task, person, minutes, actor).await,
        Order::Ask { order } => ask_now(desk, task, order, actor).await,
        Order::PutIn { page } => put_in::candidates(desk, task, page).await,
        Order::PutInPerson { person: chosen } => put_in::put_in(desk, task, person, chosen, actor).await,
        Order::TakeOff { person: gone } => roll_call::take_off(desk, task, person, gone, actor).await,
        Order::Extend => until::ask_to_when(desk, task).await,
        Order::ExtendTo { epoch_minute } => until::extend_to_minute(desk, task, epoch_minute, actor).await,
        Order::TownTakesIt => close::town_takes_it(desk, task, person, actor).await,
        Order::LookAgain => after_all::look_again(desk, task, person, actor).await,
        Order::Cancel => Ok(ask_whether_to_cancel(task)),
        Order::LeaveIt => Ok(Message::LeftAsItIs { number: task.number }.into()),
        Order::CancelSurely => close::cancel(desk, task, person, actor).await,
        Order::Enough => close::reduce(desk, task, person, actor, false).await,
        Order::FillTheRest => close::reduce(desk, task, person, actor, true).await,
        Order::Part { person: who, accepted } => decide_part(desk, task, who, accepted, actor).await,
    }
}

async fn ask_now(desk: &mut Desk<'_>, task: &mut Task, order: u32, actor: Actor) -> anyhow::Result<Said> {
    let Some(asked) = task.asked.iter().find(|asked| asked.order == order && !asked.closed).copied() else {
        return Ok(Message::NothingThere.into());
    };
    let calendar = desk.calendar(task.municipality).await?;
    let name = desk.tx.organisation_name(asked.organisation).await?;
    let step =
        plan::ladder_times(task, &calendar).into_iter().find(|planned| planned.what == What::Ask { order });
    let taken = step.is_some_and(|step| task.steps.iter().any(|taken| taken.step == step.step));
    let Some(at) = plan::may_ask_at(task, &calendar, desk.now) else {
        return Ok(Message::TooLateToAsk { number: task.number, name }.into());
    };
    let reached = desk.post_card(task, asked.group, at).await?;
    if reached && at <= desk.now {
        offers::ask_the_early(desk, task, asked.organisation).await?;
    }
    if let Some(step) = step.filter(|_| !taken) {
        let outcome = if reached { StepOutcome::Reached } else { StepOutcome::Nobody };
        desk.change(task, &[Change::StepTaken { step: step.step, outcome }], actor).await?;
    }
    Ok(match reached {
        false => Message::GroupUnreachable { name },
        true if at > desk.now => Message::OrganisationAskedLater {
            number: task.number,
            name,
            at: faces::at(&calendar, desk.now, at),
        },
        true => Message::OrganisationAsked { number: task.number, name },
    }
    .into())
}

async fn decide_part(
    desk: &mut Desk<'_>,
    task: &mut Task,
    who: PersonId,
    accepted: bool,
    actor: Actor,
) -> anyhow::Result<Said> {
    let Some(signup) = task.signup(who).copied().filter(|signup| signup.state == SignupState::Partial) else {
        return Ok(Message::PartSettled { number: task.number }.into());
    };
    let name = desk.tx.person(who).await?.name;
    let number = task.number;
    let key = format!("partanswer:{}:{}:{}", task.id.0, who.0, desk.now.timestamp_micros());
    if !accepted {
        desk.change(task, &[Change::OfferRefused { person: who }], actor).await?;
        let note = Note::on(task, Purpose::Notice, key, Message::PartRefused { number });
        return Ok(match desk.tell(who, note).await? {
            true => Message::PartRefusedDone { number, name }.into(),
            false => unreached::whom_to_tell(desk, &[who]).await?.unwrap_or(Message::Done).into(),
        });
    }
    let calendar = desk.calendar(task.municipality).await?;
    let asker = answer::Who { person: who, approved: true, asked_as: signup.asked_as };
    let decision = answer::accept_part(task, asker, &calendar, desk.now);
    if !matches!(decision.outcome, answer::Outcome::Placed { .. }) {
        return Ok(Message::FullAlready { number }.into());
    }
    desk.change(task, &decision.changes, actor).await?;
    let said = faces::receipt(desk, task, who, &decision.outcome, &calendar).await?;
    let note = Note::on(task, Purpose::Notice, key, said);
    // Duty is awake, and decides by day or by night.
    Ok(match unreached::tell(desk, task, desk.now, who, note).await? {
        true => Message::PartAccepted { number, name },
        false => Message::WasPutInUntold { number, name },
    }
    .into())
}
