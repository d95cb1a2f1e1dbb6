//! Somebody who is at a task is in trouble: words of danger are answered at once, what can't wait goes to duty, and what was not understood is
//! passed on to the municipality.

use chrono::{DateTime, TimeDelta, Utc};

use super::deviations::{self, Taken};
use super::words::{self, Word};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{everyday, outcome, private};
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, reports, shades};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Phone;
use crate::text::{Button, Message, Said};

/// So long after its end somebody may still write of a task.
const AFTERWARDS: TimeDelta = TimeDelta::hours(4);
/// So long before its start they may.
const BEFORE: TimeDelta = TimeDelta::hours(1);

/// The task that somebody who writes in private is at, has just been at or, where `within` is `None`, comes to next.
pub async fn task_in_hand(
    desk: &mut Desk<'_>,
    heard: &Heard,
    within: Option<TimeDelta>,
) -> anyhow::Result<Option<(Task, Person)>> {
    let mut tasks = Vec::new();
    for person in heard.people.clone() {
        let mut ids = desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await?;
        ids.extend(desk.tx.tasks_ended_of(person.id, desk.now - AFTERWARDS).await?);
        for id in ids {
            let Some(task) = desk.tx.task(id).await? else { continue };
            if within.is_none_or(|before| desk.now >= task.starts_at - before) {
                tasks.push((task, person.clone()));
            }
        }
    }
    tasks.sort_by_key(|(task, _)| task.starts_at);
    let begun = tasks.iter().rposition(|(task, _)| task.starts_at <= desk.now && desk.now < task.ends_at);
    let next = || tasks.iter().position(|(task, _)| desk.now < task.starts_at);
    let at = begun.or_else(next).or(tasks.len().checked_sub(1));
    Ok(at.map(|at| tasks.swap_remove(at)))
}

/// Whether somebody's words about a task can't wait: they hold a place, it is near, and somebody may be in danger or nobody opens.
pub fn is_alarm(task: &Task, person: &Person, text: &str, now: DateTime<Utc>) -> bool {
    // Who falls on the way there and can't come gives the place back.
    let harmed = shades::tells_of_danger(text)
        || reports::tells_of_accident(text) && !(now < task.starts_at && refuses(text));
    is_at_it(task, person, now) && (harmed || is_for_duty(text))
}

/// Whether somebody may be in danger, or has come to harm.
fn tells_of_harm(text: &str) -> bool {
    shades::tells_of_danger(text) || reports::tells_of_accident(text)
}

fn refuses(text: &str) -> bool {
    let intent = read_reply(text, ReplyContext { already_accepted: true }).intent;
    matches!(intent, Intent::Decline | Intent::Withdraw)
}

fn is_at_it(task: &Task, person: &Person, now: DateTime<Utc>) -> bool {
    let holds = task.signup(person.id).is_some_and(|signup| signup.state == SignupState::Placed);
    let near = task.starts_at - BEFORE <= now && now < task.ends_at + AFTERWARDS;
    holds && near && matches!(task.state, TaskState::Open | TaskState::Ended)
}

/// Whether duty must hear it now. Who gives their place back is not in trouble.
fn is_for_duty(text: &str) -> bool {
    // "Nei, noe skjedde" refuses nothing: it answers a question that is still to come.
    let text = shades::after_no(text).filter(|story| shades::something_is_wrong(story)).unwrap_or(text);
    shades::nobody_opens(text) || shades::something_is_wrong(text) && !refuses(text)
}

/// Words in private that can't wait. `false`: they are none.
pub async fn cannot_wait(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !tells_of_harm(text) && !is_for_duty(text) {
        return Ok(false);
    }
    let Some((task, person)) = task_in_hand(desk, heard, Some(BEFORE)).await? else { return Ok(false) };
    // Afterwards there is nothing to be done at once about a door that nobody opened: it is a report.
    if !is_alarm(&task, &person, text, desk.now) || desk.now >= task.ends_at && !tells_of_harm(text) {
        return Ok(false);
    }
    alarm(desk, heard, &task, &person, text, message).await?;
    Ok(true)
}

/// Answers with whom to ring, and tells duty and the requester at once.
pub async fn alarm(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let number = task.number;
    let Taken { id, words, quoted, .. } = deviations::take_down(desk, task, person, text).await?;
    let name = person.name.clone();
    let urgent = match (quoted, person.phone.clone()) {
        (true, Some(phone)) => Message::Urgent { number, name, words, phone: Phone(Some(phone)) },
        (true, None) => Message::UrgentNoPhone { number, name, words },
        (false, Some(phone)) => Message::UrgentCall { number, name, phone: Phone(Some(phone)) },
        (false, None) => Message::UrgentCallNoPhone { number, name },
    };
    let urgent = Said::from(urgent).row([Button::new(Message::IFollowUp, format!("follow:{}", id.0))]);
    let key = format!("alarm:{}", heard.inbox.0);
    let note = Note::on(task, Purpose::Escalation, format!("{key}:to:{}", task.requester.0), urgent.clone());
    desk.tell(task.requester, note).await?;
    outcome::tell_duty_but(desk, task, &key, urgent, Some(task.requester)).await?;
    let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
    let mut said = match tells_of_harm(text) {
        true => Said::from(Message::RingEmergency { name, phone }),
        false => {
            let told = Message::ReportedNow { number, name, phone };
            let asked = shades::something_is_wrong(text).then_some(Message::WhatHappened { number });
            Said::new(asked.into_iter().chain([told]).collect::<Vec<_>>())
        }
    };
    if !quoted {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(task.id), None).await,
        // In the group the words are not repeated; what to do is for the one who is there.
        false => private::reply(desk, heard, said, message).await,
    }
}

/// "Nei, noe skjedde" from somebody who has just been at a task and was not asked yet. `false`: they say something else.
pub async fn it_went_wrong(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let story = shades::after_no(text).unwrap_or(text);
    if !shades::something_is_wrong(story) || refuses(story) {
        return Ok(false);
    }
    let Some((task, person)) = task_in_hand(desk, heard, Some(BEFORE)).await? else { return Ok(false) };
    if desk.now < task.ends_at || !is_at_it(&task, &person, desk.now) {
        return Ok(false);
    }
    pass_on(desk, heard, &task, &person, story, message).await?;
    Ok(true)
}

/// Whether words that were not understood say something that somebody should hear.
pub fn is_worth_passing_on(task: &Task, text: &str, now: DateTime<Utc>) -> bool {
    const FEWEST_WORDS: usize = 2;
    let near = task.starts_at - BEFORE <= now && now < task.ends_at + AFTERWARDS;
    near && text.split_whitespace().count() >= FEWEST_WORDS
        && !shades::greets(text)
        && !shades::is_courtesy(text)
}

/// What somebody who is at a task writes in private and nothing else was understood of. `false`: nobody is told.
pub async fn passed_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let Some((task, person)) = task_in_hand(desk, heard, Some(BEFORE)).await? else { return Ok(false) };
    if !is_worth_passing_on(&task, text, desk.now) {
        return Ok(false);
    }
    pass_on(desk, heard, &task, &person, text, message).await?;
    Ok(true)
}

/// Passes words on as a report, and says whom to ring if that is too late. Something that happened is asked about.
pub async fn pass_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let mut said = match shades::something_is_wrong(text) && desk.now >= task.ends_at {
        true => {
            let mut task = task.clone();
            words::said(desk, heard, &mut task, person, Word::SomethingHappened, None).await?
        }
        false => deviations::report(desk, heard, task, person, text).await?,
    };
    let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
    said.lines.push(Message::AskContact { name, phone });
    if !deviations::may_be_quoted(desk, task, text).await? {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await
}
