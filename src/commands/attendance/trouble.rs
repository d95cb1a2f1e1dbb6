//! Somebody who is at a task is in trouble: words of danger are answered at once, what can't wait goes to duty, and what was not understood is
//! passed on to the municipality.

use chrono::{DateTime, TimeDelta, Utc};

use super::words::{self, Word};
use super::{deviations, urgent};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{everyday, outcome, private, replies};
use crate::domain::attendance::Mark;
use crate::domain::permission::{Act, Tie};
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::alarm::Calm;
use crate::language::reply::read_reply;
use crate::language::request::health_words;
use crate::language::{Intent, ReplyContext, alarm, reports, shades};
use crate::store::outbox::{Body, LATELY, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Message, Said};

/// So long after its end somebody may still write of a task.
pub const AFTERWARDS: TimeDelta = TimeDelta::hours(4);
/// So long before its start they may.
pub const BEFORE: TimeDelta = TimeDelta::hours(1);
/// So long before its start words about a closed door are those of somebody who stands before it, and not what somebody was told.
const ON_THE_SPOT: TimeDelta = TimeDelta::minutes(15);
/// So long after its end what somebody tells of health is about the task that they were at last.
const REMEMBERED: TimeDelta = TimeDelta::days(7);
/// So many of those who can act hear at once of harm that belongs to no task: nobody is asked later why they were silent.
const MOST_TOLD: u32 = 2;

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
    let gives_back = gives_place_back(task, text, now) && alarm::is_one_s_own(text);
    let harmed = alarm::tells_of_harm(text) && !gives_back;
    is_at_it(task, person, now) && (harmed || is_for_duty(text))
}

/// Whether whoever tells of harm before the start says that they do not come, too: "Ola har falt, jeg kan ikke komme". Who can't come in stands there.
pub fn gives_place_back(task: &Task, text: &str, now: DateTime<Utc>) -> bool {
    now < task.starts_at && refuses(text) && !reports::speaks_of_getting_in(text)
}

fn refuses(text: &str) -> bool {
    let intent = read_reply(text, ReplyContext { already_accepted: true }).intent;
    matches!(intent, Intent::Decline | Intent::Withdraw)
}

/// Whether somebody may be at a task, so that what they report is heard now.
pub fn is_under_way(task: &Task, now: DateTime<Utc>) -> bool {
    task.state == TaskState::Open && task.starts_at - BEFORE <= now && now < task.ends_at
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
    alarm::nobody_opens(text) || shades::something_is_wrong(text) && !refuses(text)
}

/// Words in private that can't wait. `false`: they are none.
pub async fn cannot_wait(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let harm = alarm::tells_of_harm(text);
    if !harm && !is_for_duty(text) {
        return Ok(false);
    }
    let in_hand = task_in_hand(desk, heard, Some(BEFORE)).await?;
    // Afterwards there is nothing to be done at once about a door that nobody opened: it is a report.
    let in_hand = in_hand
        .filter(|(task, person)| is_alarm(task, person, text, desk.now) && (desk.now < task.ends_at || harm));
    match in_hand {
        Some((task, person)) => {
            alarm(desk, heard, &task, &person, text, message).await?;
            if gives_place_back(&task, text, desk.now) {
                replies::gives_place_back(desk, heard, task.id, &person, message).await?;
            }
            Ok(true)
        }
        // They do not come, and somebody is hurt: both are heard.
        None if harm && refuses(text) && !alarm::is_one_s_own(text) => {
            by_the_way(desk, heard, message).await?;
            Ok(false)
        }
        None if harm && !refuses(text) => match last_task(desk, heard).await? {
            Some((task, person)) if alarm::tells_of_medicine(text) => {
                alarm(desk, heard, &task, &person, text, message).await.map(|()| true)
            }
            _ => by_the_way(desk, heard, message).await,
        },
        None => Ok(false),
    }
}

/// Harm that somebody speaks of who is at no task: a neighbour saw it, the club's contact was rung, it was found out the day after. It is answered and
/// told like any other. `false`: whoever asks for help for people in trouble does that every day.
async fn by_the_way(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<bool> {
    let Some(person) = heard.people.first().cloned() else { return Ok(false) };
    if desk.standing(&person).await?.may(Act::AskForHelp, Tie::default()) {
        return Ok(false);
    }
    // What was asked about is answered.
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    let is_asked = |last: &SaidBefore| {
        deviations::asked_what_happened(last).or(deviations::asked_how_it_went(last)).is_some()
    };
    if last.as_ref().is_some_and(is_asked) {
        return Ok(false);
    }
    let (name, phone) = everyday::who_answers(desk, person.municipality_id).await?;
    let mut said = Said::from(Message::RingEmergency { name, phone });
    deviations::remove(desk, heard, &mut said, message).await?;
    desk.reply(heard, said, None).await?;
    let text = match person.phone.clone() {
        Some(phone) => Message::UrgentByTheWay { name: person.name.clone(), phone },
        None => Message::UrgentByTheWayNoPhone { name: person.name.clone() },
    };
    let mut told = Said::from(text);
    told.lines.extend(everyday::contact_of_club(desk, None, &person).await?);
    tell_by_the_way(desk, heard, &person, told).await?;
    Ok(true)
}

/// The harm that somebody spoke of who is at no task is over, or others are there: whoever was told hears it. `false`: they spoke of none lately.
pub async fn calmed_by_the_way(desk: &mut Desk<'_>, heard: &Heard, calm: Calm) -> anyhow::Result<bool> {
    let (Some(person), true) = (heard.people.first().cloned(), heard.in_private) else { return Ok(false) };
    let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
    let is_told = |said: &SaidBefore| {
        let Body::Say { said: words, .. } = &said.body.0 else { return false };
        said.task_id.is_none() && matches!(words.lines.first(), Some(Message::RingEmergency { .. }))
    };
    if !lately.iter().any(is_told) {
        return Ok(false);
    }
    let name = person.name.clone();
    let text = match calm {
        Calm::Over => Message::ByTheWayOver { name },
        Calm::HelpIsThere => Message::ByTheWayHelp { name },
    };
    tell_by_the_way(desk, heard, &person, text.into()).await?;
    desk.reply(heard, Message::ByTheWayNoted.into(), None).await?;
    Ok(true)
}

/// Tells the first of those who can act what somebody says who is at no task.
async fn tell_by_the_way(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    said: Said,
) -> anyhow::Result<()> {
    let mut told = 0;
    for other in outcome::who_can_act(desk, person.municipality_id).await? {
        let key = format!("bytheway:{}:{}", heard.inbox.0, other.0);
        let said = said.clone();
        let note = Note { key, purpose: Purpose::Escalation, said, task: None, request: None, at: None };
        if other != person.id && desk.tell(other, note).await? {
            told += 1;
        }
        if told == MOST_TOLD {
            break;
        }
    }
    Ok(())
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
    let taken = deviations::take_down(desk, task, person, text).await?;
    urgent::tell(desk, task, person, &taken).await?;
    take_word(desk, heard, task, person, text).await?;
    let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
    let mut said = match alarm::tells_of_harm(text) {
        true => Said::from(Message::RingEmergency { name, phone }),
        false => {
            let told = Message::ReportedNow { number, name, phone };
            let asked = shades::something_is_wrong(text).then_some(Message::WhatHappened { number });
            Said::new(asked.into_iter().chain([told]).collect::<Vec<_>>())
        }
    };
    if !taken.quoted {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    if heard.in_private && gives_place_back(task, text, desk.now) {
        said.lines.push(Message::WithdrawnNow { number });
    }
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(task.id), None).await,
        // In the group the words are not repeated; what to do is for the one who is there.
        false => private::reply(desk, heard, said, message).await,
    }
}

/// Whoever is in trouble on the spot is there, and who says that it is done has done it: nobody need look for them, whatever else is wrong.
async fn take_word(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
) -> anyhow::Result<()> {
    let near = desk.now >= task.starts_at - ON_THE_SPOT;
    let is_there = reports::says_that_one_is_there(text) || near && reports::is_said_on_the_spot(text);
    let is_done = desk.now >= task.ends_at
        && read_reply(text, ReplyContext { already_accepted: true }).intent == Intent::Done;
    let (word, mark) = match is_done {
        true => (Word::Done, Mark::Completed),
        false => (Word::There, Mark::CheckedIn),
    };
    let signup = task.signup(person.id).filter(|signup| !task.is_marked(signup, mark));
    if !is_there && !is_done || signup.is_none() || words::refusal(task, person.id, word).is_some() {
        return Ok(());
    }
    let Some(mut task) = desk.tx.task_to_change(task.id).await? else { return Ok(()) };
    if word == Word::There && task.held_by(person.id) > 0 {
        return words::there_in_trouble(desk, heard, &mut task, person).await;
    }
    // What they are answered is about their trouble.
    words::said(desk, heard, &mut task, person, word, None).await.map(drop)
}

/// Whether somebody says that they are there and something more, which is no question and no delay: "jeg er framme, men finner ikke inngangen".
pub fn is_there_with_more(task: &Task, person: &Person, text: &str, now: DateTime<Utc>) -> bool {
    let says_more = reports::before_but(text).is_some() || !shades::tells_of_arrival(text);
    if !reports::says_that_one_is_there(text)
        || !says_more
        || text.contains('?')
        || shades::minutes(text).is_some()
    {
        return false;
    }
    let intent = read_reply(text, ReplyContext { already_accepted: true }).intent;
    is_at_it(task, person, now)
        && words::refusal(task, person.id, Word::There).is_none()
        && match intent {
            Intent::Done | Intent::Question => false,
            // "The food is cold" is read as an illness; who leaves again says so in more words.
            Intent::Decline | Intent::Withdraw => shades::tells_of_arrival(text),
            _ => true,
        }
}

/// They are there, and the municipality hears the rest.
pub async fn there_with_more(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    take_word(desk, heard, task, person, text).await?;
    pass_on(desk, heard, task, person, text, message).await
}

/// The same in private, where no task is named. `false`: they say something else.
pub async fn arrived_in_trouble(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !reports::says_that_one_is_there(text) {
        return Ok(false);
    }
    let Some((task, person)) = task_in_hand(desk, heard, Some(BEFORE)).await? else { return Ok(false) };
    if !is_there_with_more(&task, &person, text, desk.now) {
        return Ok(false);
    }
    there_with_more(desk, heard, &task, &person, text, message).await?;
    Ok(true)
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

/// What somebody who was at a task these days tells of health and nothing else was understood of. `false`: they were at none, or tell of nothing.
pub async fn afterwards(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if health_words(text).is_empty() || text.contains('?') {
        return Ok(false);
    }
    let Some((task, person)) = last_task(desk, heard).await? else { return Ok(false) };
    pass_on(desk, heard, &task, &person, text, message).await?;
    Ok(true)
}

/// The task that somebody was at last, as long as what they tell of health is likely to be about it.
async fn last_task(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Option<(Task, Person)>> {
    for person in heard.people.clone() {
        for id in desk.tx.tasks_ended_of(person.id, desk.now - REMEMBERED).await? {
            if let Some(task) = desk.tx.task(id).await? {
                return Ok(Some((task, person)));
            }
        }
    }
    Ok(None)
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
    if !is_under_way(task, desk.now) {
        let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
        said.lines.push(Message::AskContact { name, phone });
    }
    if !deviations::may_be_quoted(desk, task, text).await? {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await
}
