//! Whoever comes names somebody who comes in their place: "Hanne kommer i stedet for meg". They give the place up, and whoever is named is asked.

use super::another::may_be_passed_on;
use super::{Answer, Way, answer, both, is_no_volunteer};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, private, task_number};
use crate::domain::ids::TaskId;
use crate::domain::place::{fold, is_called};
use crate::domain::task::{Task, TaskState};
use crate::language::{Intent, shades};
use crate::store::outbox::{LATELY, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// `false`: nobody is named in their place, or of no task that can be meant.
pub async fn handed_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(name) = shades::instead(text).filter(|_| !heard.people.is_empty()) else { return Ok(false) };
    let tasks = meant(desk, heard, text, before).await?;
    let id = match tasks.as_slice() {
        [] => return Ok(false),
        [only] => *only,
        several => {
            let which = faces::which_task(desk, several, "no").await?;
            private::reply(desk, heard, which, message).await?;
            return Ok(true);
        }
    };
    let Some(mut task) = desk.tx.task_to_change(id).await? else { return Ok(false) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    if task.state != TaskState::Open
        || desk.now >= task.ends_at
        || is_no_volunteer(desk, &task, &person).await?
    {
        return Ok(false);
    }
    let holds = task.held_by(person.id) > 0;
    if holds || task.signup(person.id).is_none() {
        let intent = if holds { Intent::Withdraw } else { Intent::Decline };
        let wordy = Some((text.to_owned(), intent));
        let way = Way::Words { message: message.to_owned(), edited: false, ill: false, wordy };
        answer(desk, heard, &mut task, &person, Answer::No, &way).await?;
    }
    if task.is_hunting() {
        ask_whoever_is_named(desk, heard, &task, &person, (text, &name), message).await?;
    }
    Ok(true)
}

/// The task that is numbered or answered, or else what they come to; where they come to nothing, the last that was spoken of in private.
async fn meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<TaskId>> {
    let mut ids = Vec::new();
    match (task_number(text), before) {
        (Some(number), _) => {
            ids.extend(desk.tasks_numbered(heard, number).await?);
        }
        (None, Some(before)) => ids.extend(before.task_id),
        (None, None) if heard.in_private => {
            ids = both::held(desk, heard).await?;
            if ids.is_empty() {
                let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
                ids.extend(lately.iter().find_map(|said| said.task_id));
            }
        }
        (None, None) => {}
    }
    Ok(ids)
}

async fn ask_whoever_is_named(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    (text, named): (&str, &str),
    message: &str,
) -> anyhow::Result<()> {
    let window = faces::window(task, &desk.calendar(task.municipality).await?);
    let (number, service, name) = (task.number, task.service, person.name.clone());
    let other = known(desk, task, person, named).await?;
    let asked = match &other {
        Some(other) => {
            let ask = Message::InsteadAsk { number, service, window, name: name.clone() };
            let said = Said::from(ask).row([
                Button::new(Message::Yes, format!("yes:{}", task.id.0)),
                Button::new(Message::No, format!("no:{}", task.id.0)),
            ]);
            let key = format!("instead:{}:{}", heard.inbox.0, task.id.0);
            desk.tell(other.id, Note::on(task, Purpose::Question, key, said)).await?
        }
        None => false,
    };
    let told = match other.filter(|_| asked) {
        Some(other) => {
            let to_duty =
                Said::from(Message::InsteadTold { number, window, name, other: other.name.clone() });
            outcome::tell_duty(desk, task, &format!("instead:{}", heard.inbox.0), to_duty).await?;
            Message::InsteadAsked { number, name: other.name }
        }
        None => {
            let may_be_quoted = may_be_passed_on(desk, task, text).await?;
            let words = if may_be_quoted { text.trim().to_owned() } else { named.to_owned() };
            let said = Said::from(Message::AnotherTip { number, window, name, words })
                .row([Button::new(Message::PutIn, format!("put:{}", task.id.0))]);
            outcome::tell_duty(desk, task, &format!("tip:{}", heard.inbox.0), said).await?;
            Message::TipPassedOn { number }
        }
    };
    match heard.in_private {
        true => {
            let note = Note::on(task, Purpose::Receipt, format!("tipped:{}", heard.inbox.0), told);
            desk.tell(person.id, note).await.map(drop)
        }
        false => private::reply(desk, heard, told.into(), message).await,
    }
}

/// The one in the clubs that are asked who is called so, has no place and may do it. Of two who are called alike it can't be told.
async fn known(desk: &mut Desk<'_>, task: &Task, by: &Person, name: &str) -> anyhow::Result<Option<Person>> {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let service = desk.tx.service(task.municipality, task.service).await?.map(|service| service.id);
    let mut found: Vec<Person> = Vec::new();
    for asked in task.asked.iter().filter(|asked| !asked.closed) {
        for person in desk.tx.people_of_organisation(asked.organisation, desk.now).await? {
            let approved = match service {
                Some(service) if task.approved_only => desk.tx.is_approved(service, person.id).await?,
                _ => true,
            };
            let free = person.id != by.id && task.held_by(person.id) == 0;
            let is_new = found.iter().all(|known| known.id != person.id);
            if approved && free && is_new && is_called(&person.name, &words) {
                found.push(person);
            }
        }
    }
    let alone = found.len() == 1;
    Ok(found.pop().filter(|_| alone))
}
