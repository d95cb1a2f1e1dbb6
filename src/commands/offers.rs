//! Places that came free are offered to the reserves, in their order.

use super::desk::{Desk, Note};
use super::{faces, parts, unreached};
use crate::domain::answer::{self, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::local_time::Calendar;
use crate::domain::plan;
use crate::domain::task::{Change, OfferEnd, Signup, Task};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::tasks::PlaceHeld;
use crate::text::{Button, Message, Said};

/// The place at another task at the same time that somebody has already.
pub async fn elsewhere(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
) -> anyhow::Result<Option<PlaceHeld>> {
    let places = desk.tx.places_of(person, desk.now).await?;
    let clashes = |other: &PlaceHeld| {
        other.task != task.id && other.starts_at < task.ends_at && task.starts_at < other.ends_at
    };
    Ok(places.into_iter().find(clashes))
}

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
            if let Change::Placed { person, people, .. } = offer {
                place(desk, task, &offer, person, people, calendar).await?;
                // What else is to be done has been done with that.
                return Ok(());
            }
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
    if let Change::OfferEnded { person, .. } = *offer {
        // The question about fewer places gives way to one about more.
        desk.tx.drop_unsent(task.id, Some(person)).await?;
        desk.put_away_offer(task.id, person).await?;
        desk.note(task, offer, Actor::default()).await?;
        return Ok(true);
    }
    if let Change::PartialOffered { person, .. } = *offer {
        desk.note(task, offer, Actor::default()).await?;
        let key = format!("partturn:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
        let note = Note::on(task, Purpose::Notice, key, Message::PartTurn { number: task.number });
        desk.tell_by_day(task, task.starts_at, person, note).await?;
        parts::ask_in_turn(desk, task, person).await?;
        return Ok(true);
    }
    let Change::OfferMade { person, people, expires_at } = *offer else { return Ok(true) };
    desk.put_away_stand_in(task.id, person).await?;
    let whole = task.signup(person).is_none_or(|signup| signup.people <= people);
    let window = faces::window(task, calendar);
    let until = faces::at(calendar, desk.now, expires_at);
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
    let key = format!("offer:{}:{}:{people}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let at = plan::may_ask_at(task, calendar, desk.now).unwrap_or(desk.now);
    let text = said.lines.first().cloned();
    let reached = desk.tell(person, Note::on(task, Purpose::Question, key, said).not_before(at)).await?;
    if let Some(text) = text.filter(|_| !reached) {
        show_in_group(desk, task, person, &text).await?;
    }
    let change = if reached { offer.clone() } else { Change::FellSilent { person } };
    desk.note(task, &change, Actor::default()).await?;
    Ok(reached)
}

/// A reserve who can't be written to hears in the group that a place is free: whoever answers there has it, while it is.
pub async fn show_in_group(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    text: &Message,
) -> anyhow::Result<()> {
    unreached::show(desk, task, task.starts_at, person, text).await
}

/// Somebody who said yes while others were being asked first gets the place that these left.
async fn place(
    desk: &mut Desk<'_>,
    task: &mut Task,
    change: &Change,
    person: PersonId,
    people: u32,
    calendar: &Calendar,
) -> anyhow::Result<()> {
    // The rest follows from that as from every place that is taken; the queue has become shorter.
    Box::pin(desk.change(task, std::slice::from_ref(change), Actor::default())).await?;
    let said = faces::receipt(desk, task, person, &Outcome::Placed { people }, calendar).await?;
    let key = format!("yourturn:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let note = Note::on(task, Purpose::Receipt, key, said);
    unreached::tell(desk, task, task.starts_at, person, note).await.map(drop)
}

/// An offer has run out: the person loses the turn and is told so.
pub async fn expire(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<()> {
    let Some(offer) = task.offer_to(person).copied() else { return Ok(()) };
    let was_asked = !desk.tx.drop_unsent(task.id, Some(person)).await?;
    desk.put_away_offer(task.id, person).await?;
    if was_asked {
        let key = format!("expired:{}:{}:{}", task.id.0, person.0, offer.expires_at.timestamp_micros());
        let text = Message::OfferExpired { number: task.number };
        desk.tell(person, Note::on(task, Purpose::Notice, key, text)).await?;
    }
    let changes = [Change::OfferEnded { person, end: OfferEnd::Expired }, Change::FellSilent { person }];
    desk.change(task, &changes, Actor::default()).await
}

/// Offers that no longer fit what is free end, and what is free still is offered down the queue. Those asked keep their turn, and are told unless they
/// are asked about fewer places at once.
pub async fn void_what_does_not_fit(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let mut ended = Vec::new();
    for person in answer::offers_void(task) {
        ended.push((person, end_offer(desk, task, person).await?));
    }
    if ended.is_empty() {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let next = answer::offers_due(task, &calendar, desk.now);
    let is_asked =
        |who| next.iter().any(|offer| matches!(offer, Change::OfferMade { person, .. } if *person == who));
    for (person, was_asked) in ended {
        if was_asked && !is_asked(person) {
            tell_gone(desk, task, person).await?;
        }
    }
    make_due(desk, task, &calendar).await?;
    desk.look_again(task, &calendar).await
}

/// No more people are looked for: every open offer ends, and those who were asked, or who offered a part and wait for the answer, are told.
pub async fn void_all(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    for offer in task.offers.clone() {
        void(desk, task, offer.person).await?;
    }
    for signup in task.undecided().copied().collect::<Vec<_>>() {
        let person = signup.person;
        // Where its time is up nobody has said that they were not needed.
        let number = task.number;
        match desk.now >= task.ends_at {
            true => tell_end(desk, task, person, Message::PartUndecided { number }).await?,
            false => tell_gone(desk, task, person).await?,
        }
        desk.note(task, &Change::OfferRefused { person }, Actor::default()).await?;
    }
    Ok(())
}

/// Others have taken every place: those who offered a part, and wait for the answer, get it. Who would come on a condition waits as a reserve.
pub async fn thank_for_parts(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    for signup in task.undecided().copied().collect::<Vec<_>>() {
        let Signup { person, asked_as, from_minute, until_minute, .. } = signup;
        let key = format!("parts:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
        let number = task.number;
        // "If nobody else can": when somebody can't after all, that is the one to ask.
        let (said, change) = match (from_minute, until_minute) {
            (None, None) => (
                Said::from(Message::PartWaits { number })
                    .row([Button::new(Message::NotReserve, format!("no:{}", task.id.0))]),
                Change::Queued { person, people: 1, asked_as },
            ),
            _ => (Message::PartNotNeeded { number }.into(), Change::OfferRefused { person }),
        };
        desk.tell(person, Note::on(task, Purpose::Notice, key, said)).await?;
        desk.note(task, &change, Actor::default()).await?;
    }
    Ok(())
}

/// One offer ends. Who has not been asked yet hears nothing of it.
async fn void(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<()> {
    if end_offer(desk, task, person).await? {
        tell_gone(desk, task, person).await?;
    }
    Ok(())
}

/// Ends an offer without a word. Gives whether the person had been asked.
async fn end_offer(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<bool> {
    let was_asked = !desk.tx.drop_unsent(task.id, Some(person)).await?;
    if was_asked {
        desk.put_away_offer(task.id, person).await?;
    }
    desk.note(task, &Change::OfferEnded { person, end: OfferEnd::Void }, Actor::default()).await?;
    Ok(was_asked)
}

async fn tell_gone(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    tell_end(desk, task, person, Message::OfferGone { number: task.number }).await
}

/// What has become of somebody's offer.
async fn tell_end(desk: &mut Desk<'_>, task: &Task, person: PersonId, text: Message) -> anyhow::Result<()> {
    let key = format!("void:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let note = Note::on(task, Purpose::Notice, key, text);
    desk.tell_by_day(task, task.starts_at, person, note).await.map(drop)
}

/// A club's turn has come: those in it who would have come before that, and were told when it would be, are asked now. Once.
pub async fn ask_the_early(
    desk: &mut Desk<'_>,
    task: &Task,
    organisation: OrganisationId,
) -> anyhow::Result<()> {
    if !task.is_hunting() {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let would_come = task.marks.iter().filter(|marked| marked.mark == Mark::WouldCome);
    let people: Vec<PersonId> = would_come.filter_map(|marked| marked.person).collect();
    for person in people {
        if task.signup(person).is_some() {
            continue;
        }
        let memberships = desk.tx.memberships(person, desk.now).await?;
        if memberships.iter().all(|of| of.organisation_id != Some(organisation)) {
            continue;
        }
        let said = Said::from(Message::YourTurn { number, service, window }).row([
            Button::new(Message::ICan, format!("yes:{}", task.id.0)),
            Button::new(Message::ICannot, format!("no:{}", task.id.0)),
        ]);
        let note = Note::on(task, Purpose::Question, format!("turn:{}:{}", task.id.0, person.0), said);
        desk.tell_by_day(task, task.starts_at, person, note).await?;
    }
    Ok(())
}
