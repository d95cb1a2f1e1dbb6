//! "Borte 12.–19. desember": days on which somebody is not asked, and what that means for the places they hold.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde_json::json;

use super::desk::{Desk, Heard, Note};
use super::put_away::Shown;
use super::{faces, hand_over, lists, private, reach, replies};
use crate::domain::draft;
use crate::domain::ids::{AbsenceId, TaskId};
use crate::domain::local_time::Calendar;
use crate::domain::task::{SignupState, Task};
use crate::language::absence::{Absence, read_absence};
use crate::store::absence::DaysAway;
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose};
use crate::store::people::Person;
use crate::text::argument::{Day, Names};
use crate::text::{Button, Message, Said, Target};

/// Whoever is away for longer than this has probably been misread.
const LONGEST_DAYS: i64 = 400;
/// Places that have a button of their own.
const MOST_BUTTONS: usize = 6;
/// How long somebody has to say that they keep their places; but a quarter of the time to the first of them at most.
const TIME_TO_ANSWER: TimeDelta = TimeDelta::hours(2);
/// The night is waited for only where so much time is left after it.
const AFTER_THE_NIGHT: TimeDelta = TimeDelta::hours(12);
/// Messages among which the question is looked for.
const HOW_FAR_BACK: i64 = 20;

/// Notes the days, and asks about the places that fall on them. Who says nothing has said that they are away: then the places are given back.
pub async fn away(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let Some(first) = heard.people.first() else {
        return private::reply(desk, heard, Message::HelloStranger.into(), message).await;
    };
    let calendar = desk.calendar(first.municipality_id).await?;
    let today = calendar.local(desk.now);
    let Some(days) = read_absence(words, today).filter(|days| is_likely(days, today.date(), words)) else {
        return private::reply(desk, heard, Message::AwayWhen.into(), message).await;
    };
    let Absence { from, until } = days;
    let said_day = |day| Day::said_on(today.date(), day);
    let mut said = Said::from(match from == until {
        true => Message::AwayOneDay { day: said_day(from) },
        false => Message::AwayDays { from: said_day(from), until: said_day(until) },
    });
    for person in heard.people.clone() {
        let calendar = desk.calendar(person.municipality_id).await?;
        let from = calendar.instant(midnight(from));
        let until = calendar.instant(midnight(until + Days::new(1)));
        let id = desk.tx.insert_absence(person.id, from, until, desk.now).await?;
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        let detail = json!({ "from": from, "until": until });
        desk.tx.record(person.municipality_id, None, None, actor, "away", &detail, desk.now).await?;
        if desk.tx.duty_turns(person.municipality_id).await?.contains(&person.id) {
            said.lines.push(Message::AwayFromDuty);
            reach::watch::changed(desk, person.municipality_id).await?;
        }
        // A shift may be somebody's who has no turn.
        hand_over::changed(desk, person.municipality_id).await?;
        said = ask_to_give_back(desk, said, &person, id).await?;
    }
    private::reply(desk, heard, said, message).await
}

fn is_likely(days: &Absence, today: NaiveDate, words: &str) -> bool {
    let is_near = days.until >= today && days.until - today <= TimeDelta::days(LONGEST_DAYS);
    is_near && !draft::is_doubtful(days.from, today, words)
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// Names the places that somebody holds while away, and asks, once, whether to give them back.
async fn ask_to_give_back(
    desk: &mut Desk<'_>,
    mut said: Said,
    person: &Person,
    id: AbsenceId,
) -> anyhow::Result<Said> {
    let Some(days) = desk.tx.absence(id).await? else { return Ok(said) };
    let held = held_while_away(desk, &days).await?;
    let Some(first) = held.iter().map(|(task, _)| task.starts_at).min() else { return Ok(said) };
    let calendar = desk.calendar(person.municipality_id).await?;
    let at = given_back_at(&calendar, desk.now, first);
    desk.tx.set_due(Subject::Absence(id), Some(at)).await?;
    said.lines.push(Message::YouHoldThen);
    for (task, state) in &held {
        said.lines.push(lists::line(desk, task, person.id, *state).await?);
    }
    let tasks = u32::try_from(held.len()).unwrap_or(u32::MAX);
    said.lines.push(Message::AwayGivesBack { tasks, at: faces::at(&calendar, desk.now, at) });
    Ok(said.row([
        Button::new(Message::Yes, format!("away:{}:yes", id.0)),
        Button::new(Message::No, format!("away:{}:no", id.0)),
    ]))
}

/// The places that somebody holds, or waits for, while away, and has not taken since they said so.
async fn held_while_away(desk: &mut Desk<'_>, days: &DaysAway) -> anyhow::Result<Vec<(Task, SignupState)>> {
    let mut held = Vec::new();
    let from = days.from_at.max(desk.now);
    for id in desk.tx.tasks_held_between(days.person_id, from, days.until_at).await? {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let Some(signup) = task.signup(days.person_id).copied() else { continue };
        let is_older = days.said_at.is_none_or(|said| task.last_word(&signup) <= said);
        // What has begun is done, or withdrawn from in words.
        if is_older && desk.now < task.starts_at {
            held.push((task, signup.state));
        }
    }
    Ok(held)
}

/// When the places are given back if nothing is said, the first of them beginning at `first`.
fn given_back_at(calendar: &Calendar, now: DateTime<Utc>, first: DateTime<Utc>) -> DateTime<Utc> {
    let at = now + TIME_TO_ANSWER.min((first - now) / 4);
    let morning = calendar.after_quiet(at);
    if morning + AFTER_THE_NIGHT <= first { morning } else { at }
}

/// The question was answered.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: AbsenceId,
    gives_back: bool,
    press: &str,
) -> anyhow::Result<()> {
    let days = desk.tx.absence(id).await?;
    let own = days.and_then(|days| {
        heard.people.iter().find(|person| person.id == days.person_id).map(|person| (days, person.clone()))
    });
    let Some((days, person)) = own else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    desk.tx.set_due(Subject::Absence(id), None).await?;
    let held = held_while_away(desk, &days).await?;
    let numbers = Names(held.iter().map(|(task, _)| task.number.to_string()).collect());
    let text = match (held.is_empty(), gives_back) {
        (true, _) => Message::AwaySettled,
        (false, false) => Message::AwayKeeps { numbers },
        (false, true) => {
            let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
            for (task, _) in held {
                replies::step_down(desk, actor, &person, task.id).await?;
            }
            Message::AwayWithdrawn { numbers }
        }
    };
    desk.answer_press(heard, press, text.clone().into()).await?;
    desk.reply(heard, text.into(), None).await
}

/// Somebody who is away has said nothing of their places: what they said stands, and others are asked.
pub async fn give_back(desk: &mut Desk<'_>, id: AbsenceId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Absence(id), None).await?;
    let Some(days) = desk.tx.absence(id).await? else { return Ok(()) };
    let Some(person) = desk.tx.living_person(days.person_id).await? else { return Ok(()) };
    let held = held_while_away(desk, &days).await?;
    put_question_away(desk, &person, id).await?;
    let Some(first) = held.first().map(|(task, _)| task.number) else { return Ok(()) };
    let mut lines = vec![Message::AwayGaveBack];
    for (task, state) in held {
        lines.push(lists::line(desk, &task, person.id, state).await?);
        replies::step_down(desk, Actor::default(), &person, task.id).await?;
    }
    lines.push(Message::AwayGaveBackHow { number: first });
    let key = format!("away:{}:{}", id.0, person.id.0);
    let said = Said::new(lines);
    let note = Note { key, purpose: Purpose::Notice, said, task: None, request: None, at: None };
    desk.tell(person.id, note).await.map(drop)
}

/// The question has had its time.
async fn put_question_away(desk: &mut Desk<'_>, person: &Person, id: AbsenceId) -> anyhow::Result<()> {
    let Some(reach) = desk.tx.reach(person.id).await? else { return Ok(()) };
    let data = format!("away:{}:yes", id.0);
    for before in desk.tx.said_lately(reach.chat_id, HOW_FAR_BACK).await? {
        let Body::Say { said, reply_to } = before.body.0.clone() else { continue };
        let asks = |button: &Button| matches!(&button.target, Target::Data(asked) if *asked == data);
        if said.all_buttons().any(asks) {
            desk.show_without(Shown::plain(before.key.clone(), said, reply_to), |_| true, None).await?;
        }
    }
    Ok(())
}

/// Adds the question whether to give back the places that somebody holds, one button each.
pub async fn ask_about(
    desk: &mut Desk<'_>,
    mut said: Said,
    person: &Person,
    tasks: Vec<TaskId>,
) -> anyhow::Result<Said> {
    let mut held: Vec<(Task, SignupState)> = Vec::new();
    for id in tasks {
        let Some(task) = desk.tx.task(id).await? else { continue };
        if let Some(state) = task.signup(person.id).map(|signup| signup.state) {
            held.push((task, state));
        }
    }
    if held.is_empty() {
        return Ok(said);
    }
    said.lines.push(Message::YouStillHold);
    for (task, state) in &held {
        said.lines.push(lists::line(desk, task, person.id, *state).await?);
        if said.buttons.len() < MOST_BUTTONS {
            let number = task.number;
            let label = match state {
                SignupState::Reserve => Message::NotReserveNumber { number },
                _ => Message::WithdrawNumber { number },
            };
            said = said.row([Button::new(label, format!("no:{}", task.id.0))]);
        }
    }
    Ok(said)
}

/// Somebody is back, or is not going after all.
pub async fn back(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut was_away = false;
    for person in heard.people.clone() {
        for days in desk.tx.absences_of(person.id, desk.now).await? {
            desk.tx.set_due(Subject::Absence(days.id), None).await?;
            put_question_away(desk, &person, days.id).await?;
        }
        if desk.tx.end_absences(person.id, desk.now).await? {
            was_away = true;
            reach::watch::person_changed(desk, &person).await?;
            hand_over::changed(desk, person.municipality_id).await?;
            let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
            desk.tx.record(person.municipality_id, None, None, actor, "back", &person.id, desk.now).await?;
        }
    }
    let text = if was_away { Message::WelcomeBack } else { Message::NotAway };
    private::reply(desk, heard, text.into(), message).await
}
