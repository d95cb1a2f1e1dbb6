//! What a coordinator does about a task: takes it, asks another club, puts somebody in, lets the municipality take it, cancels, extends.

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use super::desk::{Desk, Heard, Note};
use super::{faces, offers, outcome, put_in};
use crate::domain::answer;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::local_time::Calendar;
use crate::domain::permission::{Act, Tie};
use crate::domain::plan::{self, What};
use crate::domain::task::{Change, SignupState, StepOutcome, Task, TaskState};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Phone;
use crate::text::{Button, Message, Said};

/// How long "I take it" may silence the ladder, in minutes.
const HOLD_MINUTES: [u32; 3] = [30, 60, 120];
/// How long somebody who does something about a task is left to it, in minutes.
const ACTING_MINUTES: i64 = 20;
/// The same once the task has begun.
const ACTING_ONCE_BEGUN_MINUTES: i64 = 10;
/// By how much "extend" moves the promised answer, in minutes.
const EXTEND_MINUTES: i64 = 60;
/// The answer comes at least this long before the start, in minutes, however often it is moved.
const ANSWER_BEFORE_START_MINUTES: i64 = 30;

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
    Extend,
    TownTakesIt,
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
            Self::Hold | Self::HoldFor { .. } | Self::Ask { .. } | Self::PutIn { .. } | Self::Extend
        )
    }

    /// Whether the question that this answers is settled with it.
    fn ends_question(self) -> bool {
        match self {
            Self::HoldFor { .. }
            | Self::PutIn { page: 1.. }
            | Self::PutInPerson { .. }
            | Self::TownTakesIt
            | Self::CancelSurely
            | Self::LeaveIt
            | Self::Enough
            | Self::FillTheRest
            | Self::Part { .. } => true,
            Self::Hold | Self::Ask { .. } | Self::PutIn { page: 0 } | Self::Extend | Self::Cancel => false,
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
    if task.state != TaskState::Open || desk.now >= task.ends_at {
        let number = task.number;
        let text = match task.state {
            TaskState::Cancelled => Message::TaskCancelled { number },
            TaskState::TakenOver => Message::TaskTakenOver { number },
            TaskState::Open | TaskState::Ended => Message::TaskOver { number },
        };
        desk.put_away_hole(&task).await?;
        return desk.refuse_press(heard, press, text.into()).await;
    }
    // There is nothing to mend any more; only somebody's offer may still want an answer.
    if task.is_full() && order.mends_hole() {
        desk.put_away_hole(&task).await?;
        return desk.refuse_press(heard, press, Message::FullAlready { number: task.number }.into()).await;
    }
    // What ends the hunt puts every button away; this one shows what was chosen.
    if order.ends_question() {
        desk.put_away_chosen(task.id, person.id, data).await?;
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
        Order::Ask { .. } | Order::PutIn { .. } | Order::PutInPerson { .. } | Order::Extend => {
            plan::is_rung(task)
        }
        _ => false,
    };
    if !acts || task.held.is_some_and(|held| !held.asked_again) || !task.is_hunting() {
        return Ok(());
    }
    let begun = desk.now >= task.starts_at;
    let minutes = if begun { ACTING_ONCE_BEGUN_MINUTES } else { ACTING_MINUTES };
    let until = (desk.now + TimeDelta::minutes(minutes)).min(task.hunt_ends_at(desk.now));
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false }], actor).await
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
        Order::Hold if desk.now >= task.starts_at => hold_to_the_end(desk, task, person, actor).await,
        Order::Hold => ask_until_when(desk, task).await,
        Order::HoldFor { minutes } => hold(desk, task, person, minutes, actor).await,
        Order::Ask { order } => ask_now(desk, task, order, actor).await,
        Order::PutIn { page } => put_in::candidates(desk, task, page).await,
        Order::PutInPerson { person: chosen } => put_in::put_in(desk, task, person, chosen, actor).await,
        Order::Extend => extend(desk, task, actor).await,
        Order::TownTakesIt => town_takes_it(desk, task, person, actor).await,
        Order::Cancel => Ok(ask_whether_to_cancel(task)),
        Order::LeaveIt => Ok(Message::LeftAsItIs { number: task.number }.into()),
        Order::CancelSurely => cancel(desk, task, person, actor).await,
        Order::Enough => reduce(desk, task, person, actor, false).await,
        Order::FillTheRest => reduce(desk, task, person, actor, true).await,
        Order::Part { person: who, accepted } => decide_part(desk, task, who, accepted, actor).await,
    }
}

/// Cancelling is asked about once, with how many it concerns.
pub fn ask_whether_to_cancel(task: &Task) -> Said {
    Said::from(Message::SurelyCancel { number: task.number, coming: task.taken() }).row([
        Button::new(Message::CancelSurely, format!("cancelyes:{}", task.id.0)),
        Button::new(Message::LeaveIt, format!("cancelno:{}", task.id.0)),
    ])
}

async fn ask_until_when(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let choices = HOLD_MINUTES.into_iter().filter_map(|minutes| {
        let minutes = minutes + until_whole_quarter(&calendar, desk.now);
        let until = desk.now + TimeDelta::minutes(i64::from(minutes));
        let label = Message::Until { at: calendar.local(until).time() };
        (until < task.starts_at).then(|| Button::new(label, format!("hold:{}:{minutes}", task.id.0)))
    });
    let choices: Vec<_> = choices.collect();
    if choices.is_empty() {
        return Ok(Message::TooLateToHold { number: task.number }.into());
    }
    Ok(Said::from(Message::HoldUntilWhen { number: task.number }).row(choices))
}

/// Minutes until the wall clock shows a whole quarter: people are told these times.
fn until_whole_quarter(calendar: &Calendar, now: DateTime<Utc>) -> u32 {
    (15 - calendar.local(now).minute() % 15) % 15
}

async fn hold(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    minutes: u32,
    actor: Actor,
) -> anyhow::Result<Said> {
    let most = HOLD_MINUTES.into_iter().max().unwrap_or(0) + 15;
    let until = desk.now + TimeDelta::minutes(i64::from(minutes.min(most)));
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false }], actor).await?;
    let calendar = desk.calendar(task.municipality).await?;
    Ok(Message::HeldUntil { number: task.number, at: faces::at(&calendar, desk.now, until) }.into())
}

/// Once it has begun there is no later time to be silent until: who takes it has it.
async fn hold_to_the_end(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let until = task.ends_at;
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false }], actor).await?;
    let said = Message::HeldToTheEnd { number: task.number }.into();
    if outcome::answer_now(desk, task).await? {
        return Ok(said);
    }
    // Whoever asked believes that nobody does anything about it.
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let (name, phone) = (person.name.clone(), Phone(person.phone.clone()));
    tell_requester(desk, task, person, Message::AnswerHeld { number, window, name, phone }, said).await
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

async fn extend(desk: &mut Desk<'_>, task: &mut Task, actor: Actor) -> anyhow::Result<Said> {
    let latest = task.starts_at - TimeDelta::minutes(ANSWER_BEFORE_START_MINUTES);
    let to = (task.promised_at.max(desk.now) + TimeDelta::minutes(EXTEND_MINUTES)).min(latest);
    if to <= task.promised_at || to <= desk.now {
        return Ok(Message::CannotExtend { number: task.number }.into());
    }
    desk.change(task, &[Change::PromiseMoved { to }], actor).await?;
    let calendar = desk.calendar(task.municipality).await?;
    let (number, at) = (task.number, faces::at(&calendar, desk.now, to));
    let key = outcome::decided_key(task, desk.now);
    let note = Note::on(task, Purpose::Notice, key, Message::AnswerMoved { number, at });
    if desk.tell(task.requester, note).await? {
        return Ok(Message::Extended { number, at }.into());
    }
    let name = desk.tx.person(task.requester).await?.name;
    Ok(Message::ExtendedUntold { number, at, name }.into())
}

async fn town_takes_it(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    if task.taken() > 0 {
        return reduce(desk, task, person, actor, true).await;
    }
    close(desk, task, TaskState::TakenOver, actor).await?;
    let number = task.number;
    let told = Message::TownTookIt { number, name: person.name.clone() };
    tell_requester(desk, task, person, told, Message::TownHasIt { number }.into()).await
}

async fn cancel(desk: &mut Desk<'_>, task: &mut Task, person: &Person, actor: Actor) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    for signup in task.placed().copied().collect::<Vec<_>>() {
        let key = format!("cancelled:{}:{}", task.id.0, signup.person.0);
        desk.tell(
            signup.person,
            Note::on(task, Purpose::Notice, key, Message::CancelledForYou { number, window }),
        )
        .await?;
    }
    for reserve in task.reserves().into_iter().copied().collect::<Vec<_>>() {
        // Who is being asked about a place hears of its end with the offer.
        if task.offer_to(reserve.person).is_none() {
            let key = format!("cancelled:{}:{}", task.id.0, reserve.person.0);
            let note = Note::on(task, Purpose::Notice, key, Message::OfferGone { number });
            desk.tell(reserve.person, note).await?;
        }
    }
    close(desk, task, TaskState::Cancelled, actor).await?;
    let told = Message::WasCancelled { number, name: person.name.clone() };
    tell_requester(desk, task, person, told, Message::Cancelled { number }.into()).await
}

/// Ends the hunt: open offers are void, what was not sent is not sent, and nobody sees the recipient any more.
async fn close(desk: &mut Desk<'_>, task: &mut Task, to: TaskState, actor: Actor) -> anyhow::Result<()> {
    offers::void_all(desk, task).await?;
    for signup in task.signups.clone() {
        desk.put_away_answered(task.id, signup.person, None, true).await?;
    }
    desk.tx.drop_unsent(task.id, None).await?;
    desk.tx.revoke_all_disclosures(task.id, desk.now).await?;
    desk.change(task, &[Change::StateChanged { to }], actor).await
}

/// Those who come are enough, or the municipality sends the others itself: no more people are looked for.
async fn reduce(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
    fills_rest: bool,
) -> anyhow::Result<Said> {
    if task.taken() == 0 {
        return town_takes_nothing(task);
    }
    if task.is_full() {
        return Ok(Message::FullAlready { number: task.number }.into());
    }
    offers::void_all(desk, task).await?;
    let to = task.taken();
    let rest = task.free();
    let (number, name) = (task.number, person.name.clone());
    desk.change(
        task,
        &[Change::RequesterTold { told: crate::domain::task::Told::Filled }, Change::PlacesChanged { to }],
        actor,
    )
    .await?;
    let text = if fills_rest {
        Message::RestFilled { number, rest }
    } else {
        Message::IsEnough { number, coming: to }
    };
    let told = if fills_rest { Message::TownFillsRest { number, rest, name } } else { text.clone() };
    tell_requester(desk, task, person, told, text.into()).await
}

fn town_takes_nothing(task: &Task) -> anyhow::Result<Said> {
    Ok(Message::NobodyComes { number: task.number }.into())
}

/// The requester hears what somebody else decided. Where they can't be written to, whoever decided is asked to tell them.
async fn tell_requester(
    desk: &mut Desk<'_>,
    task: &Task,
    by: &Person,
    text: Message,
    mut said: Said,
) -> anyhow::Result<Said> {
    if by.id == task.requester {
        return Ok(said);
    }
    let key = outcome::decided_key(task, desk.now);
    if !desk.tell(task.requester, Note::on(task, Purpose::Notice, key, text)).await? {
        let name = desk.tx.person(task.requester).await?.name;
        said.lines.push(Message::TellThem { number: task.number, name });
    }
    Ok(said)
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
        desk.change(task, &[Change::Declined { person: who, asked_as: signup.asked_as }], actor).await?;
        desk.tell(who, Note::on(task, Purpose::Notice, key, Message::PartRefused { number })).await?;
        return Ok(Message::PartRefusedDone { number, name }.into());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let asker = answer::Who { person: who, approved: true, asked_as: signup.asked_as };
    let decision = answer::accept_part(task, asker, &calendar, desk.now);
    if !matches!(decision.outcome, answer::Outcome::Placed { .. }) {
        return Ok(Message::FullAlready { number }.into());
    }
    desk.change(task, &decision.changes, actor).await?;
    let said = faces::receipt(desk, task, who, &decision.outcome, &calendar).await?;
    desk.tell(who, Note::on(task, Purpose::Notice, key, said)).await?;
    Ok(Message::PartAccepted { number, name }.into())
}
