//! Telephone calls to the recipient: who comes, that nobody does, and whether it was of use. The unit makes them; the chat never says to whom.

use chrono::{DateTime, TimeDelta, Utc};

use super::news;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{duty, faces, outcome, take_off};
use crate::domain::attendance::Mark;
use crate::domain::ids::TaskId;
use crate::domain::local_time::Calendar;
use crate::domain::permission::Act;
use crate::domain::plan;
use crate::domain::task::{Change, Task};
use crate::language::reports;
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::text::argument::Names;
use crate::text::{Button, Message, Said, Target};

/// A call that got no answer in the evening is tried in the morning, if so much of it is left before the start.
const MORNING_LEFT: TimeDelta = TimeDelta::hours(2);

/// What a call was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Coming,
    Nobody,
}

impl About {
    /// The marks of a call about this: asked for, made, not answered.
    fn marks(self) -> (Mark, Mark, Mark) {
        match self {
            Self::Coming => (Mark::ComingCallAsked, Mark::ComingCallMade, Mark::ComingCallFailed),
            Self::Nobody => (Mark::NobodyCallAsked, Mark::NobodyCallMade, Mark::NobodyCallFailed),
        }
    }

    pub fn data(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Nobody => "nobody",
        }
    }

    /// The inverse of `data`.
    pub fn from_data(data: &str) -> Option<Self> {
        [Self::Coming, Self::Nobody].into_iter().find(|about| about.data() == data)
    }
}

/// The unit is asked to tell the recipient who comes.
pub async fn ask_about_coming(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, at) = (task.number, faces::at(&calendar, desk.now, task.starts_at));
    // Who comes for a part of the time is not said to come for all of it.
    let names = Names(faces::names(desk, task, false).await?);
    let organisations = Names(outcome::organisations(desk, task).await?);
    let text = match task.ever_marked_at(Mark::ComingCallMade) {
        _ if desk.now >= task.starts_at => Message::CallComingLate { number, names, organisations },
        Some(_) => Message::CallComingAnew { number, names, organisations, at },
        None => Message::CallComing { number, names, organisations, at },
    };
    let said_not_to_come = take_off::said_not_to_come(desk, task).await?;
    ask(desk, task, About::Coming, Said::new([text].into_iter().chain(said_not_to_come))).await
}

/// The unit is asked to tell the recipient that nobody comes.
pub async fn ask_about_nobody(desk: &mut Desk<'_>, task: &Task, text: Message) -> anyhow::Result<()> {
    ask(desk, task, About::Nobody, text.into()).await
}

/// The data of the button that says how a call went.
fn data(task: TaskId, about: About, made: bool) -> String {
    format!("{}:{}:{}", if made { "called" } else { "uncalled" }, task.0, about.data())
}

fn made_or_not(task: TaskId, about: About) -> [Button; 2] {
    [
        Button::new(Message::CallMade, data(task, about, true)),
        Button::new(Message::CallFailed, data(task, about, false)),
    ]
}

async fn ask(desk: &mut Desk<'_>, task: &Task, about: About, said: Said) -> anyhow::Result<()> {
    let said = said.row(made_or_not(task.id, about));
    // What was to be told before is not so any more.
    desk.put_away_calls(task.id).await?;
    let key = format!("call:{}:{}:{}", about.data(), task.id.0, desk.now.timestamp_micros());
    tell_unit(desk, task, &key, said).await
}

/// Says something to the unit: in its group, else to whoever asked, else to duty.
pub async fn tell_unit(desk: &mut Desk<'_>, task: &Task, key: &str, said: Said) -> anyhow::Result<()> {
    if let Some(group) = desk.tx.group_of_unit(task.unit).await? {
        let note = Note::on(task, Purpose::Escalation, format!("{key}:0"), said.clone());
        if desk.tell_group(group, note, None).await? {
            return Ok(());
        }
    }
    let note = Note::on(task, Purpose::Escalation, format!("{key}:{}", task.requester.0), said.clone());
    if desk.tell(task.requester, note).await? {
        return Ok(());
    }
    let mut said = said;
    said.lines.insert(0, Message::CallUnreachedUnit { number: task.number });
    outcome::tell_duty_but(desk, task, key, said, Some(task.requester)).await.map(drop)
}

/// The call that a message asks somebody to make.
fn asked_for(before: &SaidBefore) -> Option<(TaskId, About)> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    let about = said.lines.iter().find_map(|line| match line {
        Message::CallComing { .. } | Message::CallComingAnew { .. } | Message::CallComingLate { .. } => {
            Some(About::Coming)
        }
        Message::CallNobody { .. }
        | Message::CallNobodyFound { .. }
        | Message::CallNoShow { .. }
        | Message::CallSearching { .. } => Some(About::Nobody),
        _ => None,
    });
    let asked_back = said.all_buttons().find_map(|button| match &button.target {
        Target::Data(data) => About::from_data(data.strip_prefix("called:")?.split_once(':')?.1),
        Target::Link(_) | Target::Task(_) | Target::Request(_) | Target::OwnData(_) => None,
    });
    Some((before.task_id?, about.or(asked_back)?))
}

/// How the call went that a message asked for, in words, and what else was heard: "fikk tak i henne". `false`: they say something else.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let Some((id, about)) = asked_for(before) else { return Ok(false) };
    let worried = reports::tells_of_worry(text).then_some(text);
    let (made, told) = (reports::how_a_call_went(text), reports::news_from_a_call(text).or(worried));
    if let Some(made) = made {
        pressed(desk, heard, id, about, made, &data(id, about, made), "").await?;
    }
    let Some(told) = told else { return Ok(made.is_some()) };
    let Some(task) = desk.tx.task(id).await? else { return Ok(made.is_some()) };
    let Some(person) = duty::allowed(desk, heard, &task, Act::CallRecipient).await? else {
        return Ok(made.is_some());
    };
    news::pass_on(desk, heard, &task, &person, told, message).await?;
    Ok(true)
}

/// A call about the task that was asked for, and of which nothing is known: the question how it went.
pub fn ask_how_it_went(task: &Task) -> Option<Said> {
    let waits = |about: &About| {
        let (asked, made, failed) = about.marks();
        let answered = [made, failed].into_iter().filter_map(|mark| task.task_marked_at(mark)).max();
        task.task_marked_at(asked).is_some_and(|asked| answered.is_none_or(|answered| answered < asked))
    };
    let about = [About::Nobody, About::Coming].into_iter().find(waits)?;
    Some(Said::from(Message::CallHowItWent { number: task.number }).row(made_or_not(task.id, about)))
}

/// When the unit is reminded of a call that was not answered. `None`: it is not.
fn again_at(task: &Task, about: About, calendar: &Calendar) -> Option<DateTime<Utc>> {
    let (asked, _, failed) = about.marks();
    let at = plan::call_again_at(task, asked, failed)?;
    let morning = calendar.after_quiet(at);
    let waits = about == About::Coming && morning + MORNING_LEFT <= task.starts_at;
    Some(if waits { morning } else { at })
}

/// A call was made, or not answered.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    about: About,
    made: bool,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(person) = duty::allowed(desk, heard, &task, Act::CallRecipient).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let number = task.number;
    let (ask, done, failed) = about.marks();
    let asked = task.task_marked_at(ask);
    let calendar = desk.calendar(task.municipality).await?;
    let (made_at, failed_at) = (task.task_marked_at(done), task.task_marked_at(failed));
    if made_at >= asked {
        return desk.refuse_press(heard, press, Message::CallSettled { number }.into()).await;
    }
    // Who was not reached may be, at the next try.
    if failed_at >= asked && !made {
        let said = match again_at(&task, about, &calendar) {
            Some(at) => Message::CallFailedKnown { number, at: faces::at(&calendar, desk.now, at) },
            None => Message::CallFailedLast { number },
        };
        return desk.refuse_press(heard, press, said.into()).await;
    }
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let mark = if made { done } else { failed };
    desk.change(&mut task, &[Change::Marked { person: None, mark, until: None }], actor).await?;
    let text = match (made, again_at(&task, about, &calendar)) {
        (true, _) => Message::CallMadeNoted { number },
        (false, Some(at)) => Message::CallFailedUntil { number, at: faces::at(&calendar, desk.now, at) },
        (false, None) => {
            let at = faces::at(&calendar, desk.now, task.starts_at);
            let key = format!("notreached:{}", heard.inbox.0);
            outcome::tell_duty(desk, &task, &key, Message::RecipientNotReached { number, at }).await?;
            Message::CallFailedLast { number }
        }
    };
    desk.put_away_said(task.id, person.id, data).await?;
    desk.answer_press(heard, press, text.clone().into()).await?;
    desk.reply_about(heard, text.into(), None, Some(task.id), None).await
}

/// The coordinator is asked to ring the recipient: was it of use?
pub async fn ask_verdict(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let button = |label, answer: &str| Button::new(label, format!("verdict:{}:{answer}", task.id.0));
    let said = Said::from(Message::VerdictAsk { number, service, window })
        .row([Button { label: Message::OpenTask, target: Target::Task(task.id) }])
        .row([
            button(Message::Yes, "useful"),
            button(Message::VerdictSoSoButton, "so_so"),
            button(Message::No, "useless"),
        ])
        .row([button(Message::CallFailed, "unreached")]);
    let key = format!("verdict:{}:{}", task.id.0, desk.now.timestamp_micros());
    outcome::tell_duty(desk, task, &key, said).await.map(drop)
}

/// The verdict behind a button.
pub fn verdict_from_data(data: &str) -> Option<Mark> {
    match data {
        "useful" => Some(Mark::VerdictUseful),
        "so_so" => Some(Mark::VerdictSoSo),
        "useless" => Some(Mark::VerdictUseless),
        "unreached" => Some(Mark::VerdictUnreached),
        _ => None,
    }
}

/// The recipient's verdict, as staff or the coordinator heard it.
pub async fn verdict_pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    verdict: Mark,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(person) = duty::allowed(desk, heard, &task, Act::CallRecipient).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let number = task.number;
    let asked = task.task_marked_at(Mark::VerdictAsked);
    let is_later = |marked: &crate::domain::attendance::Marked| asked.is_none_or(|asked| marked.at >= asked);
    if task.marks.iter().any(|marked| marked.mark.is_verdict() && is_later(marked)) {
        return desk.refuse_press(heard, press, Message::CallSettled { number }.into()).await;
    }
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    desk.change(&mut task, &[Change::Marked { person: None, mark: verdict, until: None }], actor).await?;
    let text = match verdict {
        Mark::VerdictUnreached if task.marks_of_task(Mark::VerdictAsked).count() < plan::MOST_CALLS => {
            Message::VerdictLater { number }
        }
        Mark::VerdictUnreached => Message::VerdictGivenUp { number },
        _ => Message::VerdictNoted { number },
    };
    desk.put_away_said(task.id, person.id, data).await?;
    desk.answer_press(heard, press, text.clone().into()).await?;
    desk.reply_about(heard, text.into(), None, Some(task.id), None).await
}
