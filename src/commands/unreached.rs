//! Somebody whom a change concerns can't be written to: they hear it in the group, where they answered, and somebody is asked to tell them.

use chrono::{DateTime, Utc};

use super::attendance::roll_call;
use super::desk::{Desk, Note};
use super::{faces, outcome};
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::plan;
use crate::domain::task::{SignupState, Task, TaskState};
use crate::store::outbox::{Body, OutboxRow, Purpose};
use crate::store::people::Person;
use crate::text::argument::{KnownPhone, Names};
use crate::text::{Message, Said};

/// So many of somebody's places are told of when they close their chat.
const MOST_PLACES: usize = 10;

/// Tells somebody what has become of their part in a task, when the night is over. `starts_at`: when it begins, or was to. `false`: they can't be
/// written to. Then it stands in the group, and nobody knows whether they have seen it.
pub async fn tell(
    desk: &mut Desk<'_>,
    task: &Task,
    starts_at: DateTime<Utc>,
    person: PersonId,
    note: Note,
) -> anyhow::Result<bool> {
    let news = note.said.lines.first().cloned();
    if desk.tell_by_day(task, starts_at, person, note).await? {
        return Ok(true);
    }
    if let Some(news) = news {
        show(desk, task, starts_at, person, &news).await?;
    }
    Ok(false)
}

/// The news as it stands in a group. `None`: it is none that somebody plans by.
fn in_group(news: &Message, name: String) -> Option<Message> {
    Some(match *news {
        Message::MoveAsk { number, window, .. } => Message::MovedInGroup { name, number, window },
        Message::MoveToldReserve { number, window } => Message::MovedInGroupReserve { name, number, window },
        Message::CancelledForYou { number, window } => Message::CancelledInGroup { name, number, window },
        Message::OfferGone { number } => Message::OfferGoneInGroup { name, number },
        Message::TakenOffBy { number, window, .. } => Message::TakenOffInGroup { name, number, window },
        Message::YouWerePutIn { number, window, .. } => Message::PutInInGroup { name, number, window },
        Message::Placed { number, .. } => Message::PlacedOpenChat { name, number },
        Message::OfferPlace { number, window, .. } | Message::OfferSome { number, window, .. } => {
            Message::OfferInGroup { name, number, window }
        }
        _ => return None,
    })
}

/// Says it in the group of the club that they answered for: in reply to their own answer, where that is known, else under the card.
pub async fn show(
    desk: &mut Desk<'_>,
    task: &Task,
    starts_at: DateTime<Utc>,
    person: PersonId,
    news: &Message,
) -> anyhow::Result<()> {
    let Some(who) = desk.tx.living_person(person).await? else { return Ok(()) };
    let club = task.signup(person).and_then(|signup| signup.asked_as);
    let asked = task.asked.iter().find(|asked| Some(asked.organisation) == club).copied();
    let Some(line) = in_group(news, faces::short_name(&who.name)) else { return Ok(()) };
    let Some(asked) = asked else { return Ok(()) };
    let Some(chat) = desk.tx.group_chat(asked.group).await? else { return Ok(()) };
    let said = desk.tx.said_here_about_task(chat.id, task.id).await?;
    let own = said.into_iter().filter(|said| said.person_id == Some(person));
    let own = own.into_iter().find_map(|said| match said.body.0 {
        Body::Say { reply_to, .. } => reply_to,
        _ => None,
    });
    let under = match own {
        Some(answer) => Some(answer),
        None => desk.tx.card_message(task.id, chat.id).await?,
    };
    // A group that was not asked knows nothing of the task.
    let Some(under) = under else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let at = plan::may_tell_at(task, starts_at, &calendar, desk.now);
    let at_once = desk.now.timestamp_micros();
    let key = format!("ingroup:{}:{}:{}:{at_once}", news.id(), task.id.0, person.0);
    let note = Note::on(task, Purpose::Notice, key, line).not_before(at);
    desk.tell_group(asked.group, note, Some(under)).await.map(drop)
}

/// What whoever made a change reads of those who could not be told. `None`: everybody was.
pub async fn whom_to_tell(desk: &mut Desk<'_>, unreached: &[PersonId]) -> anyhow::Result<Option<Message>> {
    let mut names = Vec::new();
    for person in unreached {
        let Person { name, phone, .. } = desk.tx.person(*person).await?;
        names.push(match phone {
            Some(phone) => format!("{name} ({phone})"),
            None => name,
        });
    }
    Ok((!names.is_empty()).then_some(Message::TellYourself { names: Names(names) }))
}

/// Duty hears whom nobody could tell, unless whoever made the change has duty.
pub async fn pass_on(
    desk: &mut Desk<'_>,
    task: &Task,
    unreached: &[PersonId],
    news: &Message,
    by: PersonId,
) -> anyhow::Result<()> {
    for person in unreached {
        let said = for_others(desk, task, *person, news).await?;
        let key = untold(desk, task, *person, news);
        outcome::tell_duty_by_day(desk, task, &key, said, by).await?;
    }
    Ok(())
}

fn untold(desk: &Desk<'_>, task: &Task, person: PersonId, news: &Message) -> String {
    format!("untold:{}:{}:{}:{}", news.id(), task.id.0, person.0, desk.now.timestamp_micros())
}

/// What somebody is to be told by others.
async fn for_others(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    news: &Message,
) -> anyhow::Result<Said> {
    let Person { name, phone, .. } = desk.tx.person(person).await?;
    let number = task.number;
    Ok(Said::new([Message::TellVolunteerThis { number, name, phone: KnownPhone(phone) }, news.clone()]))
}

/// Whether a message tells somebody what has become of their place, so that others must if it does not arrive.
fn must_arrive(row: &OutboxRow) -> Option<Message> {
    let Body::Say { said, .. } = &row.body.0 else { return None };
    let news = said.lines.first()?;
    let told = matches!(
        news,
        Message::MoveAsk { .. }
            | Message::CancelledForYou { .. }
            | Message::TakenOffBy { .. }
            | Message::YouWerePutIn { .. }
            | Message::Placed { .. }
    );
    // What is only shown otherwise has been said.
    let is_first = row.external_id.is_none() && matches!(row.purpose, Purpose::Notice | Purpose::Question);
    (told && is_first).then(|| news.clone())
}

/// The news did not arrive, as it turns out: it is said in the group, and the requester and duty are asked to tell them.
pub async fn did_not_arrive(desk: &mut Desk<'_>, task: &Task, row: &OutboxRow) -> anyhow::Result<()> {
    let (Some(person), Some(news)) = (row.person_id, must_arrive(row)) else { return Ok(()) };
    show(desk, task, task.starts_at, person, &news).await?;
    let said = for_others(desk, task, person, &news).await?;
    let key = untold(desk, task, person, &news);
    let note = Note::on(task, Purpose::Notice, format!("{key}:to:{}", task.requester.0), said.clone());
    desk.tell(task.requester, note).await?;
    outcome::tell_duty_but(desk, task, &key, said, Some(task.requester)).await.map(drop)
}

/// Whether the failure of a message to arrive is told of by itself.
pub fn is_told_of(row: &OutboxRow) -> bool {
    must_arrive(row).is_some()
}

/// Somebody has closed the chat with the bot: duty hears which places they hold, since nobody can remind them. `but`: a task of which duty hears
/// in another way.
pub async fn chat_closed(desk: &mut Desk<'_>, person: &Person, but: Option<TaskId>) -> anyhow::Result<()> {
    if desk.tx.reach(person.id).await?.is_some() {
        return Ok(());
    }
    let places = desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await?;
    for id in places.into_iter().filter(|id| Some(*id) != but).take(MOST_PLACES) {
        let Some(task) = desk.tx.task(id).await?.filter(|task| task.state == TaskState::Open) else {
            continue;
        };
        tell_duty(desk, &task, person).await?;
    }
    Ok(())
}

/// Duty hears that somebody who comes can't be reminded of it.
pub async fn tell_duty(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let window = faces::window_of(task, person.id, &calendar);
    let (name, phone) = (faces::short_name(&person.name), KnownPhone(person.phone.clone()));
    let text = Message::CannotRemind { number, service, window, name: name.clone(), phone };
    let said = Said::from(text).row(roll_call::comes_or_not(task, person.id, &name));
    // Once a day, however often they open and close the chat.
    let key = format!("cannotremind:{}:{}:{}", task.id.0, person.id.0, calendar.local(desk.now).date());
    outcome::tell_duty_but(desk, task, &key, said, Some(person.id)).await.map(drop)
}
