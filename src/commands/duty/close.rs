//! Duty, or the requester, ends the hunt: the municipality takes it, those who come are enough, or it is cancelled.

use crate::commands::change::MOVED;
use crate::commands::desk::{Desk, Note};
use crate::commands::{faces, hand_over, offers, outcome, unreached};
use crate::domain::attendance::Mark;
use crate::domain::ids::PersonId;
use crate::domain::plan;
use crate::domain::task::{Change, Task, TaskState, Told};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// Cancelling is asked about once, with how many it concerns.
pub fn ask_whether_to_cancel(task: &Task) -> Said {
    Said::from(Message::SurelyCancel { number: task.number, coming: task.taken() }).row([
        Button::new(Message::CancelSurely, format!("cancelyes:{}", task.id.0)),
        Button::new(Message::LeaveIt, format!("cancelno:{}", task.id.0)),
    ])
}

pub(super) async fn town_takes_it(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    if task.taken() > 0 {
        return reduce(desk, task, person, actor, true).await;
    }
    close(desk, task, TaskState::TakenOver, actor).await?;
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let told = Message::TownTookThis { number, service, window, name: person.name.clone() };
    tell_others_rung(desk, task, person, None, &told).await?;
    tell_requester(desk, task, person, told, Message::TownHasIt { number }.into()).await
}

pub(super) async fn cancel(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let news = Message::CancelledForYou { number, window };
    let mut unreached = Vec::new();
    for signup in task.placed().copied().collect::<Vec<_>>() {
        let key = format!("cancelled:{}:{}", task.id.0, signup.person.0);
        let note = Note::on(task, Purpose::Notice, key, news.clone());
        if !unreached::tell(desk, task, task.starts_at, signup.person, note).await? {
            unreached.push(signup.person);
        }
    }
    for reserve in task.reserves().into_iter().copied().collect::<Vec<_>>() {
        // Who is being asked about a place hears of its end with the offer.
        if task.offer_to(reserve.person).is_none() {
            let key = format!("cancelled:{}:{}", task.id.0, reserve.person.0);
            let note = Note::on(task, Purpose::Notice, key, Message::OfferGone { number });
            unreached::tell(desk, task, task.starts_at, reserve.person, note).await?;
        }
    }
    close(desk, task, TaskState::Cancelled, actor).await?;
    let told = Message::ThisWasCancelled { number, service: task.service, window, name: person.name.clone() };
    let told_at = plan::may_tell_at(task, task.starts_at, &calendar, desk.now);
    let text = match told_at > desk.now && task.taken() > 0 {
        true => Message::CancelledToldAt { number, at: faces::at(&calendar, desk.now, told_at) },
        false if unreached.is_empty() => Message::Cancelled { number },
        false => Message::TaskCancelled { number },
    };
    unreached::pass_on(desk, task, &unreached, &news, person.id).await?;
    let untold = unreached::whom_to_tell(desk, &unreached).await?;
    let said = Said::new([text].into_iter().chain(untold));
    tell_requester(desk, task, person, told, said).await
}

/// Ends the hunt: open offers are void, what was not sent is not sent, and nobody sees the recipient any more.
async fn close(desk: &mut Desk<'_>, task: &mut Task, to: TaskState, actor: Actor) -> anyhow::Result<()> {
    offers::void_all(desk, task).await?;
    for signup in task.signups.clone() {
        desk.put_away_answered(task.id, signup.person, None, true).await?;
    }
    desk.tx.drop_unsent(task.id, None).await?;
    desk.tx.drop_unsent_like(task.id, &format!("{MOVED}{}:", task.id.0)).await?;
    desk.tx.revoke_all_disclosures(task.id, desk.now).await?;
    desk.change(task, &[Change::StateChanged { to }], actor).await
}

/// Those who come are enough, or the municipality sends the others itself: no more people are looked for.
pub(super) async fn reduce(
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
    let mut changes = vec![Change::RequesterTold { told: Told::Filled }, Change::PlacesChanged { to }];
    if fills_rest {
        changes.push(Change::Marked { person: Some(person.id), mark: Mark::TownProvides, until: None });
    }
    desk.change(task, &changes, actor).await?;
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
pub(super) async fn tell_requester(
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
    let calendar = desk.calendar(task.municipality).await?;
    let at = plan::may_tell_requester_at(task, &calendar, desk.now);
    let note = Note::on(task, Purpose::Notice, key, text).not_before(at);
    if !desk.tell(task.requester, note).await? {
        let name = desk.tx.person(task.requester).await?.name;
        said.lines.push(Message::TellThem { number: task.number, name });
    }
    Ok(said)
}

/// Those who were rung about the hole, or had taken it `before`, hear who has it now.
pub(super) async fn tell_others_rung(
    desk: &mut Desk<'_>,
    task: &Task,
    by: &Person,
    before: Option<PersonId>,
    text: &Message,
) -> anyhow::Result<()> {
    let mut others = desk.tx.rung(task).await?;
    others.extend(hand_over::told_of(desk, task).await?.into_iter().chain(before));
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != by.id && *other != task.requester);
    for other in others {
        let key = format!("whohasit:{}:{}:{}", task.id.0, other.0, desk.now.timestamp_micros());
        desk.tell(other, Note::on(task, Purpose::Notice, key, text.clone())).await?;
    }
    Ok(())
}
