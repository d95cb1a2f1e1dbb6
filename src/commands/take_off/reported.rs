//! Somebody who may not take anybody off says that another does not come: a club's contact, a team mate. That is no withdrawal, and no news to be lost
//! either: the other is asked, and whoever is on duty hears of it.

use chrono::NaiveDate;

use super::{MOST_SHOWN, MOST_TASKS, named_in};
use crate::commands::attendance::roll_call;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, press, private, task_number, who_comes};
use crate::domain::attendance::Mark;
use crate::domain::task::{Change, Task, TaskState};
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::Phone;
use crate::text::{Message, Said};

/// Asks whoever is named in `text`, and passes it on. `false`: nobody who comes is named, or whoever speaks says something of their own too.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(speaker) = heard.people.first().cloned() else { return Ok(false) };
    if orders::speaks_of_oneself(text) {
        return Ok(false);
    }
    let tasks = tasks_meant(desk, heard, text, before).await?;
    let mut found = named_in(desk, heard, text, tasks).await?;
    // Of several places of theirs the next is meant.
    found.sort_by_key(|(task, _)| (task.starts_at, task.id));
    let mut seen = Vec::new();
    found.retain(|(_, person)| {
        !seen.contains(&person.id) && {
            seen.push(person.id);
            true
        }
    });
    // One of two with the same name is not asked in the other's stead.
    let [(task, person)] = found.as_slice() else { return Ok(false) };
    let asked = ask(desk, task, person, &speaker).await?;
    if asked {
        count_on_no_more(desk, heard, task, person, &speaker).await?;
    }
    pass_on(desk, task, person, &speaker, asked).await?;
    let (number, name) = (task.number, faces::short_name(&person.name));
    let said = match asked {
        true => Message::ReportedAway { number, name },
        false => Message::ReportedAwayPassedOn { number, name },
    };
    private::reply(desk, heard, said.into(), message).await?;
    Ok(true)
}

/// The task whose message is answered, or that is named by its number; else, in private, all of which the speaker may know who comes.
async fn tasks_meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<Task>> {
    let number = task_number(text);
    let mut ids: Vec<_> =
        before.and_then(|before| before.task_id).filter(|_| number.is_none()).into_iter().collect();
    if ids.is_empty() && (heard.in_private || number.is_some()) {
        for person in &heard.people {
            match number {
                Some(number) => ids.extend(desk.tx.task_by_number(person.municipality_id, number).await?),
                None => ids.extend(desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await?),
            }
        }
    }
    let mut meant = Vec::new();
    for id in ids {
        let task =
            desk.tx.task(id).await?.filter(|task| task.state == TaskState::Open && desk.now < task.ends_at);
        let Some(task) = task.filter(|_| meant.len() < MOST_SHOWN) else { continue };
        for person in heard.people.clone() {
            if person.municipality_id == task.municipality
                && who_comes::concerns(desk, &task, &person).await?
            {
                meant.push(task);
                break;
            }
        }
    }
    Ok(meant)
}

/// What they have confirmed before counts no more: they are reminded, a reserve is asked to stand ready and duty hears of it, as of anybody who is silent.
async fn count_on_no_more(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    by: &Person,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task.id).await? else { return Ok(()) };
    let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
    let asked = Change::Marked { person: Some(person.id), mark: Mark::ConfirmationAsked, until: None };
    desk.change(&mut task, &[asked], actor).await
}

/// Words right after the question whether they come: "nei, det stemmer ikke", "jo, jeg kommer". `false`: they are about something else.
pub async fn answered(
    desk: &mut Desk<'_>,
    heard: &Heard,
    asked: &SaidBefore,
    text: &str,
) -> anyhow::Result<bool> {
    let Body::Say { said, .. } = &asked.body.0 else { return Ok(false) };
    let is_asked = matches!(said.lines.first(), Some(Message::ReportedAwayAsk { .. }));
    let Some(task) = asked.task_id.filter(|_| is_asked && orders::comes_after_all(text)) else {
        return Ok(false);
    };
    press::pressed(desk, heard, &format!("conf:{}", task.0), "", Some(asked)).await?;
    Ok(true)
}

/// `false`: they can't be written to.
async fn ask(desk: &mut Desk<'_>, task: &Task, person: &Person, by: &Person) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let window = faces::window_of(task, person.id, &calendar);
    let name = faces::short_name(&by.name);
    let said = Said::from(Message::ReportedAwayAsk { number, service, window, by: name })
        .row(roll_call::coming_or_not(task));
    let note =
        Note::on(task, Purpose::Question, key(task, person, by, calendar.local(desk.now).date()), said);
    desk.tell_by_day(task, task.starts_at, person.id, note).await
}

/// Whoever is on duty hears it, with the buttons of one who has not confirmed. `asked`: the other has been asked.
async fn pass_on(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    by: &Person,
    asked: bool,
) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let name = faces::short_name(&person.name);
    let phone = Phone(person.phone.clone());
    let said_by = by.name.clone();
    let text = match asked {
        true => Message::ReportedAwayDuty { number, service, window, name: name.clone(), by: said_by },
        false => {
            Message::ReportedAwayUnasked { number, service, window, name: name.clone(), by: said_by, phone }
        }
    };
    let said = Said::from(text).row(roll_call::comes_or_not(task, person.id, &name));
    let key = key(task, person, by, calendar.local(desk.now).date());
    outcome::tell_duty_by_day(desk, task, &key, said, by.id).await
}

/// Once a day from each who says it.
fn key(task: &Task, person: &Person, by: &Person, today: NaiveDate) -> String {
    format!("reported:{}:{}:{}:{today}", task.id.0, person.id.0, by.id.0)
}
