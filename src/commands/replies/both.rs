//! One answer about several tasks: "ja på begge", "jeg tar #1 og #2", "kan ikke på begge, bare #1", "kan ikke på noen av dem", "kan onsdag og torsdag".

use super::{read, said};
use chrono::{NaiveDate, NaiveDateTime};

use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, private};
use crate::domain::ids::{TaskId, TaskNumber};
use crate::domain::task::SignupState;
use crate::language::request::read_change;
use crate::language::shades::Which;
use crate::language::{Intent, reports, shades};
use crate::store::outbox::{Body, LATELY, Purpose, SaidBefore};
use crate::text::{Button, Message, Said};

/// What says yes or no to one task once it is clear which are meant.
const YES: &str = "ja";
const NO: &str = "kan ikke";

/// So many tasks may be named in one message.
const MOST_NAMED: usize = 6;

/// Answers each of the tasks that are meant, as if each card had been answered. `false`: it speaks of one task only, or says something else.
pub async fn said_to_both(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    Ok(only_one(desk, heard, text, message).await?
        || only_one_by_turn(desk, heard, text, message).await?
        || none_of_them(desk, heard, text, message).await?
        || named(desk, heard, text, message).await?
        || yes_to_both(desk, heard, text, message).await?
        || yes_to_days(desk, heard, text, message).await?
        || but_not_another(desk, heard, text, before, message).await?)
}

/// "Kan ikke på begge, bare #1": the one is kept or taken, and the others are given back.
async fn only_one(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let [number] = shades::task_numbers(text)[..] else { return Ok(false) };
    if !shades::only_one_of_them(text) {
        return Ok(false);
    }
    let numbered = by_number(desk, heard, number).await?;
    let held = held(desk, heard).await?;
    let Some(kept) = numbered.filter(|kept| heard.in_private || held.contains(kept)) else {
        return Ok(false);
    };
    for other in held.into_iter().filter(|held| *held != kept) {
        said(desk, heard, other, NO, message, false).await?;
    }
    said(desk, heard, kept, YES, message, false).await?;
    Ok(true)
}

/// "De er samtidig, jeg kan bare den første": of two that are held the other is given back.
async fn only_one_by_turn(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(which) = shades::only_this_of_two(text) else { return Ok(false) };
    let mut tasks = Vec::new();
    for id in held(desk, heard).await? {
        tasks.extend(desk.tx.task(id).await?.map(|task| (task.starts_at, task.number, id)));
    }
    tasks.sort_unstable();
    let [(_, _, first), (_, _, last)] = tasks[..] else { return Ok(false) };
    let other = match which {
        Which::Nth(0) | Which::Earlier => last,
        Which::Nth(1) | Which::Last | Which::Later => first,
        Which::Nth(_) | Which::All => return Ok(false),
    };
    said(desk, heard, other, NO, message, false).await?;
    Ok(true)
}

/// "Kan ikke på noen av dem": what they hold is given back, and where they hold nothing what they were asked about is declined.
async fn none_of_them(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    if !shades::none_of_them(text) || !matches!(read(text, false).intent, Intent::Decline | Intent::Withdraw)
    {
        return Ok(false);
    }
    let mut tasks = held(desk, heard).await?;
    if tasks.is_empty() {
        tasks = could_be_taken(desk, heard, false).await?;
    }
    if tasks.len() < 2 {
        return Ok(false);
    }
    for task in tasks.into_iter().take(MOST_NAMED) {
        said(desk, heard, task, NO, message, false).await?;
    }
    Ok(true)
}

/// "Jeg tar #1 og #2".
async fn named(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let numbers = shades::task_numbers(text);
    if !(2..=MOST_NAMED).contains(&numbers.len()) {
        return Ok(false);
    }
    let rest = shades::without_list_of_tasks(text);
    let answer = match read(&rest, false).intent {
        Intent::Accept { people: 1 } => YES,
        Intent::Decline | Intent::Withdraw => NO,
        _ if rest.is_empty() || shades::plain_answer(&rest) == Some(true) => YES,
        _ => return Ok(false),
    };
    let mut tasks = Vec::new();
    for number in numbers {
        let Some(task) = by_number(desk, heard, number).await? else { return Ok(false) };
        tasks.push(task);
    }
    // Who asks for help names what they asked for.
    for task in &tasks {
        let Some(task) = desk.tx.task(*task).await? else { return Ok(false) };
        let Some(person) = heard.person_in(task.municipality) else { return Ok(false) };
        if super::is_no_volunteer(desk, &task, person).await? {
            return Ok(false);
        }
    }
    for task in tasks {
        said(desk, heard, task, answer, message, false).await?;
    }
    Ok(true)
}

async fn yes_to_both(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    // "I can do both" may be said of the two places of one task.
    let (rest, is_sure) = match shades::both_and_rest(text) {
        Some(rest) => (rest, true),
        None if shades::takes_both(text) => (YES.to_owned(), false),
        None => return Ok(false),
    };
    if rest.is_empty() && which_is_asked(desk, heard).await? {
        return Ok(false);
    }
    let mut tasks = could_be_taken(desk, heard, false).await?;
    // What they come to already may be one of the two.
    let held = if is_sure { Vec::new() } else { held(desk, heard).await? };
    if tasks.len() + held.len() == 1 {
        // Others may have filled one of the two meanwhile: that gets its word too.
        let full = could_be_taken(desk, heard, true).await?;
        tasks.extend(<[TaskId; 1]>::try_from(full).into_iter().flatten());
    }
    if !is_sure && tasks.len() + held.len() == 1 {
        let Some(only) = tasks.pop().or(held.first().copied()) else { return Ok(false) };
        return ask_how_many(desk, heard, only, message).await;
    }
    if tasks.is_empty() && held.len() == 2 {
        tasks = held;
    } else if tasks.len() + held.len() > 2 {
        tasks.extend(held);
    }
    match tasks.as_slice() {
        [] => Ok(false),
        [_] | [_, _] => {
            let yes = if rest.is_empty() { YES } else { rest.as_str() };
            for task in tasks {
                said(desk, heard, task, yes, message, false).await?;
            }
            Ok(true)
        }
        several => {
            let which = faces::which_task(desk, several, "yes").await?;
            private::reply(desk, heard, which, message).await?;
            Ok(true)
        }
    }
}

/// "Begge" of one task, from somebody who names nobody else: two persons, or a slip. A place is not filled by that.
async fn ask_how_many(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(false) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    if super::is_no_volunteer(desk, &task, &person).await? {
        return Ok(false);
    }
    let id = task.id.0;
    let buttons = [
        Button::new(Message::ICan, format!("yes:{id}")),
        Button::new(Message::WeAreTwo, format!("yes:{id}:2")),
        Button::new(Message::ICannot, format!("no:{id}")),
    ];
    let said = Said::from(Message::BothOfOne { number: task.number }).row(buttons);
    super::ask(desk, heard, &task, &person, said, message, "both").await?;
    Ok(true)
}

/// "Kan onsdag og torsdag": the task of each of the days, where there is one and no more.
async fn yes_to_days(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let parts = shades::joined(text);
    // With a second day beside it the yes may not be heard as one.
    let says_yes = |text: &str| read(text, false).intent == (Intent::Accept { people: 1 });
    let yes = says_yes(text) || parts.first().is_some_and(|first| says_yes(first));
    if !shades::joins_something(text) || !yes || shades::denies(text) || text.contains('?') {
        return Ok(false);
    }
    let mut tasks = could_be_taken(desk, heard, false).await?;
    tasks.extend(could_be_taken(desk, heard, true).await?);
    let mut of_days: Vec<(NaiveDate, TaskId)> = Vec::new();
    let mut dates = Vec::new();
    for id in tasks {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let calendar = desk.calendar(task.municipality).await?;
        if dates.is_empty() {
            dates = days_in(text, calendar.local(desk.now));
        }
        of_days.push((calendar.local(task.starts_at).date(), id));
    }
    let mut meant = Vec::new();
    for date in dates {
        let mut of_day = of_days.iter().filter(|(day, _)| *day == date);
        match (of_day.next(), of_day.next()) {
            (Some((_, only)), None) => meant.push(*only),
            (None, _) => {}
            (Some(_), Some(_)) => return Ok(false),
        }
    }
    if meant.len() < 2 {
        return Ok(false);
    }
    for task in meant {
        said(desk, heard, task, YES, message, false).await?;
    }
    Ok(true)
}

/// The days that stand on both sides of "og".
fn days_in(text: &str, now: NaiveDateTime) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = Vec::new();
    for part in shades::joined(text) {
        days.extend(read_change(part, now).date.filter(|day| !days.contains(day)));
    }
    days
}

/// "Kan kjøre mat, men ikke måke likevel", of a card whose task is the first: the second is a task that they come to, and that is asked about.
async fn but_not_another(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(answered) = before.and_then(|before| before.task_id) else { return Ok(false) };
    let Some((of_this, of_other)) = reports::around_but(text) else { return Ok(false) };
    if !shades::denies(of_other) {
        return Ok(false);
    }
    let mut others = Vec::new();
    let mut is_this_one = false;
    for id in held(desk, heard).await? {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let calendar = desk.calendar(task.municipality).await?;
        if read_change(of_other, calendar.local(desk.now)).service != Some(task.service) {
            continue;
        }
        match id == answered {
            true => is_this_one = true,
            false => others.push(id),
        }
    }
    if others.is_empty() || is_this_one {
        return Ok(false);
    }
    said(desk, heard, answered, of_this, message, false).await?;
    let which = faces::which_task(desk, &others, "no").await?;
    // The receipt of the first half has the name of this message already.
    for person in &heard.people {
        let key = format!("butnot:{}:{}", heard.inbox.0, person.id.0);
        let note = Note {
            key,
            purpose: Purpose::Question,
            said: which.clone(),
            task: None,
            request: None,
            at: None,
        };
        if desk.tell(person.id, note).await? {
            return Ok(true);
        }
    }
    Ok(true)
}

/// Whether it was asked lately in private which of several tasks is meant: a bare "på begge" may answer that, and that may have been about giving back.
async fn which_is_asked(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    if !heard.in_private {
        return Ok(false);
    }
    let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
    Ok(lately.iter().any(
        |before| matches!(&before.body.0, Body::Say { said, .. } if said.lines.contains(&Message::WhichTask)),
    ))
}

async fn by_number(desk: &mut Desk<'_>, heard: &Heard, number: TaskNumber) -> anyhow::Result<Option<TaskId>> {
    Ok(desk.tasks_numbered(heard, number).await?.first().copied())
}

/// The tasks that whoever speaks comes to and that have not begun: in a group those posted there.
pub(super) async fn held(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    let mut held = Vec::new();
    for person in &heard.people {
        for id in desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await? {
            let has_begun = desk.tx.task(id).await?.is_none_or(|task| task.starts_at <= desk.now);
            if !has_begun && (heard.in_private || desk.tx.has_card(id, heard.chat.id).await?) {
                held.push(id);
            }
        }
    }
    Ok(held)
}

/// The tasks that whoever speaks could take, or that are `full`: in a group those posted there.
async fn could_be_taken(desk: &mut Desk<'_>, heard: &Heard, full: bool) -> anyhow::Result<Vec<TaskId>> {
    let mut ids = Vec::new();
    if heard.in_private {
        for person in &heard.people {
            ids.extend(desk.tx.tasks_asked_of(person.id, desk.now).await?);
            ids.extend(desk.tx.tasks_offered_to(person.id).await?);
        }
    } else if heard.group.as_ref().is_some_and(|group| group.organisation_id.is_some()) {
        ids.extend(desk.tx.tasks_posted_in(heard.chat.id, desk.now).await?);
    }
    let mut tasks = Vec::new();
    for id in ids {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let held = heard.person_in(task.municipality).map_or(0, |person| task.held_by(person.id));
        if task.is_full() == full && desk.now < task.starts_at && held == 0 && !tasks.contains(&id) {
            tasks.push(id);
        }
    }
    Ok(tasks)
}
