//! Places that came free are offered to the reserves, in their order.

use super::desk::{Desk, Note};
use super::faces;
use crate::domain::answer;
use crate::domain::local_time::Calendar;
use crate::domain::task::{Change, OfferEnd, Task};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::text::argument::DayAndClock;
use crate::text::{Button, Message, Said};

/// Makes the offers that are due: a reserve who can't be written to is passed over at once.
pub async fn make_due(desk: &mut Desk<'_>, task: &mut Task, calendar: &Calendar) -> anyhow::Result<()> {
    // Each round asks somebody or passes somebody over, so it ends with the queue.
    for _ in 0..=task.signups.len() {
        let offers = answer::offers_due(task, calendar, desk.now);
        if offers.is_empty() {
            return Ok(());
        }
        let mut passed_over = false;
        for offer in offers {
            passed_over |= !make(desk, task, &offer, calendar).await?;
        }
        if !passed_over {
            return Ok(());
        }
    }
    Ok(())
}

/// Makes one offer. `false`: the person can't be written to and has lost the turn.
async fn make(
    desk: &mut Desk<'_>,
    task: &mut Task,
    offer: &Change,
    calendar: &Calendar,
) -> anyhow::Result<bool> {
    let Change::OfferMade { person, people, expires_at } = *offer else { return Ok(true) };
    let whole = task.signup(person).is_none_or(|signup| signup.people <= people);
    let window = faces::window(task, calendar);
    let until = DayAndClock(calendar.local(expires_at));
    let (number, service) = (task.number, task.service);
    let text = if whole {
        Message::OfferPlace { number, service, window, until, people }
    } else {
        Message::OfferSome { number, service, window, until, people }
    };
    let said = Said::from(text).row([
        Button::new(Message::Yes, format!("take:{}:{people}", task.id.0)),
        Button::new(Message::No, format!("no:{}", task.id.0)),
    ]);
    let key = format!("offer:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let reached = desk.tell(person, Note::on(task, Purpose::Question, key, said)).await?;
    let change = if reached { offer.clone() } else { Change::FellSilent { person } };
    desk.note(task, &change, Actor::default()).await?;
    Ok(reached)
}

/// An offer has run out: the person loses the turn and is told so.
pub async fn expire(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: crate::domain::ids::PersonId,
) -> anyhow::Result<()> {
    let Some(offer) = task.offer_to(person).copied() else { return Ok(()) };
    let key = format!("expired:{}:{}:{}", task.id.0, person.0, offer.expires_at.timestamp_micros());
    desk.tx.drop_unsent(task.id, Some(person)).await?;
    desk.tell(person, Note::on(task, Purpose::Notice, key, Message::OfferExpired { number: task.number }))
        .await?;
    let changes = [Change::OfferEnded { person, end: OfferEnd::Expired }, Change::FellSilent { person }];
    desk.change(task, &changes, Actor::default()).await
}

/// What was offered is gone: every open offer ends, and those asked are told.
pub async fn void_all(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    for offer in task.offers.clone() {
        let person = offer.person;
        let key = format!("void:{}:{}:{}", task.id.0, person.0, offer.expires_at.timestamp_micros());
        desk.tell(person, Note::on(task, Purpose::Notice, key, Message::OfferGone { number: task.number }))
            .await?;
        desk.note(task, &Change::OfferEnded { person, end: OfferEnd::Void }, Actor::default()).await?;
    }
    Ok(())
}
