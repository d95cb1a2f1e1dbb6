//! A task is over, and somebody says that another never came. Duty's word is final; whoever else says it is heard, the other is asked, duty settles it, and
//! until then the place counts for nothing.

use chrono::TimeDelta;

use super::named::{self, On};
use super::unanswered::key;
use crate::commands::attendance::words::{self, Word};
use crate::commands::attendance::{deviations, roll_call};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{duty, faces, outcome, press, private, task_number, who_comes};
use crate::domain::attendance::Mark;
use crate::domain::ids::TaskId;
use crate::domain::task::{Change, SignupState, Task, TaskState};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, orders, reports, shades};
use crate::store::history::Actor;
use crate::store::outbox::{LATELY, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// So long after its end a task may be spoken of by who came to it, and how it went.
pub const REMEMBERED: TimeDelta = TimeDelta::days(7);

/// `false`: nobody is named who was to come to something that is over.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    // What they ask beside is answered by what is done: "Kari møtte ikke på #1, hva gjør jeg?"
    let told: String =
        text.split_inclusive([',', '.', ';', '!', '?']).filter(|part| !part.ends_with('?')).collect();
    if !orders::did_not_come(&told) && orders::takes_off(&told) != Some(orders::Away::StaysAway) {
        return Ok(false);
    }
    let (Some(whom), Some(speaker)) = (orders::names_whom(&told), heard.people.first().cloned()) else {
        return Ok(false);
    };
    let tasks = tasks_meant(desk, heard, &told, before).await?;
    let found = named::named_in(desk, heard, whom, &tasks, &[SignupState::Placed]).await?;
    let found = match named::surely_meant(found, whom) {
        Ok(found) => found,
        Err(alike) => {
            let names = Names(alike.iter().map(|person| person.name.clone()).collect());
            private::reply(desk, heard, Message::WhichOfThese { names }.into(), message).await?;
            return Ok(true);
        }
    };
    // The one that ended last is meant where they were to come to several.
    let mut people: Vec<On> = Vec::new();
    for on in found {
        if people.iter().all(|(_, known)| known.id != on.1.id) {
            people.push(on);
        }
    }
    let Some((first, _)) = people.first().cloned() else { return Ok(false) };
    if heard.in_private && duty::may_dispatch(desk, heard, &first).await? {
        for (task, person) in &people {
            press::pressed(desk, heard, &format!("absent:{}:{}", task.id.0, person.id.0), "", None).await?;
        }
        return Ok(true);
    }
    let mut lines = Vec::new();
    for (task, person) in &people {
        lines.push(report(desk, heard, task.id, person, &speaker).await?);
    }
    let said = of_one_s_own(desk, heard, first.id, &told, Said::new(lines)).await?;
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(first.id), None).await?,
        false => private::reply(desk, heard, said, message).await?,
    }
    Ok(true)
}

/// Whoever says it may have been there, and tell how it went beside it: "ferdig, men Kari kom aldri". Else it is asked whether it was done.
async fn of_one_s_own(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    text: &str,
    mut said: Said,
) -> anyhow::Result<Said> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(said) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(said) };
    if words::refusal(&task, person.id, Word::Done).is_some() {
        return Ok(said);
    }
    let is_done = |part: &str| {
        let part = shades::without_task_number(part);
        shades::went_well(&part)
            || read_reply(&part, ReplyContext { already_accepted: true }).intent == Intent::Done
    };
    let clauses = text
        .split([',', '.', ';', '!'])
        .flat_map(|clause| clause.split(" men "))
        .flat_map(|clause| clause.split(" but "));
    let done = clauses.filter(|clause| !orders::did_not_come(clause)).any(is_done);
    if done || reports::says_that_it_was_done(text) {
        said.lines.extend(words::said(desk, heard, &mut task, &person, Word::Done, None).await?.lines);
        return Ok(said);
    }
    if !asked_what_happened(desk, heard, task.id).await? {
        return Ok(said);
    }
    // What was asked for is a report as well, and somebody answers for it.
    said.lines.extend(deviations::report(desk, heard, &task, &person, text).await?.lines);
    deviations::whether_it_was_done(desk, heard, &mut task, &person, text, said).await
}

async fn asked_what_happened(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<bool> {
    let last = if heard.in_private { desk.tx.said_lately(heard.chat.id, 1).await?.pop() } else { None };
    Ok(last.and_then(|last| deviations::asked_what_happened(&last)) == Some(task))
}

/// The task whose number is said, or whose message is answered, or about which the last question was; else all that are just over and that concern whoever
/// speaks, the last first.
async fn tasks_meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<Task>> {
    let number = task_number(text);
    let mut ids: Vec<TaskId> = Vec::new();
    if let Some(number) = number {
        ids.extend(desk.tasks_numbered(heard, number).await?);
    } else if let Some(task) = before.and_then(|before| before.task_id) {
        ids.push(task);
    } else if heard.in_private && orders::did_not_come(text) {
        let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
        let asked = |said: &SaidBefore| {
            deviations::asked_how_it_went(said).or_else(|| deviations::asked_what_happened(said))
        };
        ids.extend(lately.iter().filter_map(asked));
        for person in &heard.people {
            let since = desk.now - REMEMBERED;
            ids.extend(desk.tx.tasks_ended_in(person.municipality_id, since, desk.now).await?);
        }
    }
    let mut tasks: Vec<Task> = Vec::new();
    for id in ids {
        let Some(task) = desk.tx.task(id).await?.filter(|task| is_just_over(desk, task)) else { continue };
        let Some(person) = heard.person_in(task.municipality).cloned() else { continue };
        if tasks.iter().all(|known| known.id != id) && who_comes::concerns(desk, &task, &person).await? {
            tasks.push(task);
        }
    }
    Ok(tasks)
}

/// Whether a task is over, and not for so long that what came of it stands.
pub fn is_just_over(desk: &Desk<'_>, task: &Task) -> bool {
    matches!(task.state, TaskState::Open | TaskState::Ended)
        && task.ends_at <= desk.now
        && desk.now < task.ends_at + REMEMBERED
}

/// Puts it down that `by` says it, asks the other, and tells duty and whoever asked. Gives what whoever said it is told.
async fn report(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    person: &Person,
    by: &Person,
) -> anyhow::Result<Message> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(Message::NothingThere) };
    let (number, service, name) = (task.number, task.service, faces::short_name(&person.name));
    let Some(signup) = task.signup(person.id).copied() else {
        return Ok(Message::HasNoPlaceOn { number, name });
    };
    if task.is_absent(&signup) {
        return Ok(Message::PersonWasAbsent { number, name });
    }
    let was_known = task.open_report(&signup).is_some_and(|report| report.asked_at >= task.starts_at);
    let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
    let change = Change::Marked { person: Some(person.id), mark: Mark::ReportedAway, until: Some(desk.now) };
    desk.change(&mut task, &[change], actor).await?;
    if was_known {
        return Ok(Message::ReportedAbsentKnown { number, name });
    }
    let calendar = desk.calendar(task.municipality).await?;
    let key = key(heard, &task, person);
    let ask = Said::from(Message::ReportedAbsentAsk { number, service, by: faces::short_name(&by.name) })
        .row([
            Button::new(Message::IWasThere, format!("was:{}", task.id.0)),
            Button::new(Message::IWasNotThere, format!("wasnot:{}", task.id.0)),
        ]);
    let note =
        Note::on(&task, Purpose::Question, key.clone(), ask).not_before(calendar.after_quiet(desk.now));
    let asked = desk.tell(person.id, note).await?;
    let window = faces::window(&task, &calendar);
    let text =
        Message::ReportedAbsentDuty { number, service, window, name: name.clone(), by: by.name.clone() };
    if by.id != task.requester && desk.tx.living_person(task.requester).await?.is_some() {
        let note = Note::on(&task, Purpose::Notice, format!("{key}:asked"), text.clone());
        desk.tell(task.requester, note).await?;
    }
    let said = Said::from(text).row(roll_call::came_or_not(&task, person.id, &name));
    outcome::tell_duty_by_day(desk, &task, &key, said, by.id).await?;
    Ok(match asked {
        true => Message::ReportedAbsent { number, name },
        false => Message::ReportedAbsentUnasked { number, name },
    })
}

/// Who is said not to have come has said whether it is so: duty hears it, and can still say otherwise.
pub async fn tell_duty_who_came(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    came: bool,
) -> anyhow::Result<()> {
    let (number, name) = (task.number, faces::short_name(&person.name));
    let key = format!("came:{}:{}", task.id.0, heard.inbox.0);
    let answer = if came { "there" } else { "absent" };
    desk.put_away_said(task.id, person.id, &format!("{answer}:{}:{}", task.id.0, person.id.0)).await?;
    let said = match came {
        true => {
            let buttons = roll_call::came_or_not(task, person.id, &name);
            Said::from(Message::SaysWasThere { number, name }).row(buttons)
        }
        false => Message::SaysWasNotThere { number, name }.into(),
    };
    outcome::tell_duty_by_day(desk, task, &key, said, person.id).await.map(drop)
}
