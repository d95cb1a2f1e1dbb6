//! "Until when?": how long somebody who takes a task is left to it, and to when the promised answer is moved. By button or in words.

use chrono::{DateTime, TimeDelta, Utc};

use super::close::{tell_others_rung, tell_requester};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome};
use crate::domain::ids::TaskId;
use crate::domain::local_time::Calendar;
use crate::domain::permission::Act;
use crate::domain::plan::{self, HOLD_MINUTES, until_whole_quarter};
use crate::domain::task::{Change, Held, Task, TaskState};
use crate::language::request::read_change;
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::{KnownPhone, Phone};
use crate::text::{Button, Message, Said};

/// By how much the promised answer may be moved by a button, in minutes.
const EXTEND_MINUTES: [i64; 3] = [30, 60, 120];
/// With less time than this to be silent there is none worth naming: whoever takes it is left to it until the start.
const LEAST_HOLD: TimeDelta = TimeDelta::minutes(5);
/// The answer comes at least this long before the start, in minutes, however often it is moved.
const ANSWER_BEFORE_START_MINUTES: i64 = 30;

/// Which of the two was asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    HowLong,
    ToWhen,
}

/// Somebody takes it and says no time: they have it for a while from now on, and may choose another time. Who has it already keeps it.
pub(super) async fn take(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let number = task.number;
    let held = task.held.filter(|held| held.until > desk.now && !held.asked_again);
    let until = plan::hold_until(task, &calendar, desk.now);
    let text = match held {
        Some(held) if held.by != person.id => held_already(desk, task, held).await?,
        Some(held) if held.until >= until => Message::HoldUntilWhen { number },
        _ if until - desk.now < LEAST_HOLD => Message::TooLateToHold { number },
        _ => {
            hold(desk, task, person, until, actor).await?;
            Message::HeldAWhile { number, at: faces::at(&calendar, desk.now, until) }
        }
    };
    let choices = choices(desk, task, &calendar);
    let said = Said::from(text);
    Ok(if choices.is_empty() { said } else { said.row(choices) })
}

/// Who else has it now, to be said to whoever would take it. `None`: nobody, or whoever speaks.
pub(super) async fn who_has_it(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
) -> anyhow::Result<Option<Message>> {
    let mine = |held: &Held| heard.people.iter().any(|person| person.id == held.by);
    match task.held.filter(|held| held.until > desk.now && !held.asked_again && !mine(held)) {
        Some(held) => held_already(desk, task, held).await.map(Some),
        None => Ok(None),
    }
}

/// Somebody else has it: who that is, and until when.
async fn held_already(desk: &mut Desk<'_>, task: &Task, held: Held) -> anyhow::Result<Message> {
    let calendar = desk.calendar(task.municipality).await?;
    let Person { name, phone, .. } = desk.tx.person(held.by).await?;
    let at = faces::at(&calendar, desk.now, held.until);
    Ok(Message::HeldAlready { number: task.number, name, phone: KnownPhone(phone), at })
}

/// The times until which the ladder may be silent.
fn choices(desk: &Desk<'_>, task: &Task, calendar: &Calendar) -> Vec<Button> {
    let choices = HOLD_MINUTES.into_iter().filter_map(|minutes| {
        let minutes = minutes + until_whole_quarter(calendar, desk.now);
        let until = desk.now + TimeDelta::minutes(i64::from(minutes));
        let label = Message::Until { at: calendar.local(until).time() };
        (until < task.starts_at).then(|| Button::new(label, format!("hold:{}:{minutes}", task.id.0)))
    });
    choices.collect()
}

/// Asks to when the promised answer is to be moved.
pub(super) async fn ask_to_when(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let number = task.number;
    let (from, latest) = (task.promised_at.max(desk.now), latest_answer(task));
    if latest <= from {
        return Ok(Message::CannotExtend { number }.into());
    }
    let whole = from + TimeDelta::minutes(until_whole_quarter(&calendar, from).into());
    let mut times: Vec<_> =
        EXTEND_MINUTES.map(|minutes| (whole + TimeDelta::minutes(minutes)).min(latest)).into();
    times.dedup();
    let choices: Vec<_> = times
        .into_iter()
        .map(|to| {
            let label = Message::Until { at: calendar.local(to).time() };
            Button::new(label, format!("extend:{}:{}", task.id.0, to.timestamp() / 60))
        })
        .collect();
    let at = faces::at(&calendar, desk.now, task.promised_at);
    Ok(Said::from(Message::ExtendToWhen { number, at }).row(choices))
}

/// A time in answer to either question: "kl 13", "til 14.30", "en time". `false`: it is no answer to that, and nothing was done.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    text: &str,
) -> anyhow::Result<bool> {
    match asks_until_when(before) {
        Some((id, asked)) => said_of(desk, heard, id, asked, text).await,
        None => Ok(false),
    }
}

/// The same of a task that is known, whatever was asked. `false`: no time was said, and nothing was done.
pub(super) async fn said_of(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: TaskId,
    asked: Asked,
    text: &str,
) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(id).await? else { return Ok(false) };
    let calendar = desk.calendar(task.municipality).await?;
    let from = if asked == Asked::ToWhen { task.promised_at.max(desk.now) } else { desk.now };
    let Some(at) = instant_said(text, from, &calendar, desk.now) else { return Ok(false) };
    if task.state != TaskState::Open {
        return Ok(false);
    }
    let Some(person) = super::allowed(desk, heard, &task, Act::Dispatch).await? else { return Ok(false) };
    let Some(mut task) = desk.tx.task_to_change(id).await? else { return Ok(false) };
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let said = match asked {
        Asked::HowLong => hold(desk, &mut task, &person, at, actor).await?,
        Asked::ToWhen => extend(desk, &mut task, at, actor).await?,
    };
    desk.reply_about(heard, said, None, Some(id), None).await?;
    Ok(true)
}

/// The task about which a message asks until when, while it does.
pub(super) fn asks_until_when(before: &SaidBefore) -> Option<(TaskId, Asked)> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    let asked = said.lines.iter().find_map(|line| match line {
        Message::HoldUntilWhen { .. }
        | Message::HeldAWhile { .. }
        | Message::HeldAlready { .. }
        | Message::HoldTooLong { .. } => Some(Asked::HowLong),
        Message::ExtendToWhen { .. } | Message::ExtendBetween { .. } => Some(Asked::ToWhen),
        _ => None,
    });
    let was_answered = said.lines.iter().any(|line| {
        matches!(line, Message::YouAnswered { .. } | Message::Settled | Message::SettledBy { .. })
    });
    before.task_id.zip(asked).filter(|_| !was_answered)
}

/// The task of which a message has just said until when somebody has it, or when the answer comes.
pub(super) fn says_until_when(before: &SaidBefore) -> Option<(TaskId, Asked)> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    let says = said.lines.iter().find_map(|line| match line {
        Message::HeldUntil { .. } => Some(Asked::HowLong),
        Message::Extended { .. } | Message::ExtendedUntold { .. } | Message::ExtendedOwn { .. } => {
            Some(Asked::ToWhen)
        }
        _ => None,
    });
    before.task_id.zip(says)
}

/// The instant that words name: a clock, today or on the day they say, or a length of time after `from`.
fn instant_said(
    text: &str,
    from: DateTime<Utc>,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let today = calendar.local(now);
    let mut reading = read_change(text, today);
    if let Ok(hour @ 0..24) = text.trim().parse::<u32>() {
        reading.clock = chrono::NaiveTime::from_hms_opt(hour, 0, 0);
    }
    if !reading.doubts.is_empty() {
        return None;
    }
    let Some(clock) = reading.until.or(reading.clock) else {
        return reading.length.map(|minutes| from + TimeDelta::minutes(minutes.into()));
    };
    let day = match reading.date {
        Some(day) => day,
        None if clock <= today.time() => today.date().succ_opt()?,
        None => today.date(),
    };
    Some(calendar.instant(day.and_time(clock)))
}

/// A press: so many minutes, as they were when the button was made.
pub(super) async fn hold_for(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    minutes: u32,
    actor: Actor,
) -> anyhow::Result<Said> {
    let most = HOLD_MINUTES.into_iter().max().unwrap_or(0) + 15;
    let until = desk.now + TimeDelta::minutes(i64::from(minutes.min(most)));
    hold(desk, task, person, until, actor).await
}

async fn hold(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    until: DateTime<Utc>,
    actor: Actor,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let number = task.number;
    if task.is_full() {
        return Ok(Message::FullAlready { number }.into());
    }
    if until <= desk.now || task.starts_at <= until {
        let starts = faces::at(&calendar, desk.now, task.starts_at);
        return Ok(Message::HoldTooLong { number, starts }.into());
    }
    let before = task.held.map(|held| held.by);
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false, acting: false }], actor)
        .await?;
    let at = faces::at(&calendar, desk.now, until);
    let told = Message::HeldBy { number, name: person.name.clone(), at };
    tell_others_rung(desk, task, person, before, &told).await?;
    Ok(Message::HeldUntil { number, at }.into())
}

/// Once it has begun there is no later time to be silent until: who takes it has it, and whoever asked hears who that is.
pub(super) async fn hold_to_the_end(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    if let Some(held) = task.held.filter(|held| held.by != person.id && held.until > desk.now) {
        return Ok(held_already(desk, task, held).await?.into());
    }
    let until = task.ends_at;
    desk.change(task, &[Change::Held { by: person.id, until, asked_again: false, acting: false }], actor)
        .await?;
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let told =
        Message::HeldBy { number, name: person.name.clone(), at: faces::at(&calendar, desk.now, until) };
    tell_others_rung(desk, task, person, None, &told).await?;
    let said = Message::HeldToTheEnd { number }.into();
    if outcome::answer_now(desk, task).await? {
        return Ok(said);
    }
    // Whoever asked believes that nobody does anything about it.
    let (name, phone) = (person.name.clone(), Phone(person.phone.clone()));
    tell_requester(desk, task, person, Message::AnswerHeld { number, window, name, phone }, said).await
}

/// A press on one of the times.
pub(super) async fn extend_to_minute(
    desk: &mut Desk<'_>,
    task: &mut Task,
    epoch_minute: u32,
    actor: Actor,
) -> anyhow::Result<Said> {
    let to = DateTime::from_timestamp(i64::from(epoch_minute) * 60, 0).unwrap_or(desk.now);
    extend(desk, task, to, actor).await
}

/// The answer is never promised later than this.
fn latest_answer(task: &Task) -> DateTime<Utc> {
    task.starts_at - TimeDelta::minutes(ANSWER_BEFORE_START_MINUTES)
}

async fn extend(
    desk: &mut Desk<'_>,
    task: &mut Task,
    to: DateTime<Utc>,
    actor: Actor,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let number = task.number;
    let (from, latest) = (task.promised_at.max(desk.now), latest_answer(task));
    if task.is_full() {
        return Ok(Message::FullAlready { number }.into());
    }
    if latest <= from {
        return Ok(Message::CannotExtend { number }.into());
    }
    if to <= from || latest < to {
        let (from, latest) = (faces::at(&calendar, desk.now, from), faces::at(&calendar, desk.now, latest));
        return Ok(Message::ExtendBetween { number, from, latest }.into());
    }
    desk.change(task, &[Change::PromiseMoved { to }], actor).await?;
    let at = faces::at(&calendar, desk.now, to);
    if actor.person == Some(task.requester) {
        return Ok(Message::ExtendedOwn { number, at }.into());
    }
    let key = outcome::decided_key(task, desk.now);
    let note = Note::on(task, Purpose::Notice, key, Message::AnswerMoved { number, at });
    if desk.tell(task.requester, note).await? {
        return Ok(Message::Extended { number, at }.into());
    }
    let name = desk.tx.person(task.requester).await?.name;
    Ok(Message::ExtendedUntold { number, at, name }.into())
}
