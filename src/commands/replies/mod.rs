//! Volunteers' answers to a task: by reply, by button, by thumb, in the group or in private.

mod carry_out;
mod which;

use chrono::Timelike;

use super::attendance::words::{self, Word};
use super::desk::{Desk, Heard, Note};
use super::{faces, misread, privacy};
use crate::domain::ids::TaskId;
use crate::domain::task::{Task, TaskState};
use crate::language::reply::read_reply;
use crate::language::shades;
use crate::language::{Intent, ReplyContext};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};
use carry_out::{answer, part};
pub use carry_out::{pressed, step_down};
pub use which::{nothing_to_refuse, said_to_the_last, said_without_task};

/// How an answer came: it decides how it is receipted.
#[derive(Clone, Debug)]
pub enum Way {
    /// A written message, with its id.
    Words {
        message: String,
        edited: bool,
        /// Whether it tells of illness.
        ill: bool,
    },
    /// A button, with the id of the press.
    Press(String),
    Thumb,
}

/// What was answered, whichever way it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// For so many; `None`: without a number.
    Yes {
        people: Option<u32>,
    },
    /// Waits in the queue for this many places.
    Reserve {
        people: u32,
    },
    No,
}

/// A written answer to a task.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    text: &str,
    message: &str,
    edited: bool,
) -> anyhow::Result<()> {
    let way = Way::Words { message: message.to_owned(), edited, ill: shades::tells_of_illness(text) };
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = whoever_answers(desk, heard, &task, message).await? else { return Ok(()) };
    let already_accepted = task.held_by(person.id) > 0;
    let may_be_there = already_accepted
        && words::is_near(&task, desk.now)
        && words::refusal(&task, person.id, Word::There).is_none();
    if !edited && may_be_there && shades::tells_of_arrival(text) {
        return say(desk, heard, &mut task, &person, Word::There, None, message).await;
    }
    if !edited && already_accepted && words::is_near(&task, desk.now) && shades::sets_out(text) {
        // "Beklager, glemte det, drar nå" is no withdrawal.
        let word = match desk.now >= task.starts_at {
            true => Word::Late { minutes: shades::minutes(text) },
            false => Word::Comes,
        };
        return say(desk, heard, &mut task, &person, word, None, message).await;
    }
    let reading = read_reply(text, ReplyContext { already_accepted });
    if !matches!(reading.intent, Intent::Question) && only_asks_for(desk, &task, &person).await? {
        return not_understood(desk, heard, &task, &person, message, Some(text)).await;
    }
    match reading.intent {
        Intent::Accept { people } => {
            let people = (people > 1 || shades::counts_one(text)).then_some(people);
            answer(desk, heard, &mut task, &person, Answer::Yes { people }, &way).await
        }
        Intent::Decline | Intent::Withdraw => answer(desk, heard, &mut task, &person, Answer::No, &way).await,
        Intent::Conditional { from, until } => {
            let minute =
                |time: chrono::NaiveTime| u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0);
            part(desk, heard, &mut task, &person, from.map(minute), until.map(minute), &way).await
        }
        Intent::Question => inform(desk, heard, &task, message).await,
        Intent::Maybe => acknowledge(desk, heard, Message::MaybeNoted { number: task.number }, message).await,
        Intent::Late | Intent::Done if edited => Ok(()),
        Intent::Late => {
            let minutes = shades::minutes(text);
            say(desk, heard, &mut task, &person, Word::Late { minutes }, None, message).await
        }
        Intent::Done => {
            let rest = after(text, &reading.because);
            say(desk, heard, &mut task, &person, Word::Done, rest.as_deref(), message).await
        }
        Intent::Unrelated if edited => Ok(()),
        Intent::Unrelated => not_understood(desk, heard, &task, &person, message, Some(text)).await,
    }
}

/// Whether somebody has asked for the task and belongs to no club: what they say of it is no volunteer's answer.
async fn only_asks_for(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    if person.id != task.requester || task.signup(person.id).is_some() {
        return Ok(false);
    }
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    Ok(memberships.iter().all(|of| of.organisation_id.is_none()))
}

/// Something said in words about a task that was asked about.
pub async fn said_word(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    word: Word,
    message: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(()) };
    say(desk, heard, &mut task, &person, word, None, message).await
}

/// Something said on the way there or afterwards. Whoever has no part in the task hears that nothing came of it.
async fn say(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    rest: Option<&str>,
    message: &str,
) -> anyhow::Result<()> {
    let counts = words::refusal(task, person.id, word).is_none();
    let said = words::said(desk, heard, task, person, word, rest).await?;
    desk.mark(heard, message, if counts { faces::NOTED } else { faces::UNSURE }).await?;
    if heard.in_private {
        desk.reply_about(heard, said, None, Some(task.id), None).await?;
    } else {
        let note = Note::on(task, Purpose::Receipt, format!("told:{}", heard.inbox.0), said);
        desk.tell(person.id, note).await?;
    }
    Ok(())
}

/// What else was said after the words that were understood: "ferdig, men trappa var glatt".
fn after(text: &str, because: &[crate::language::Span]) -> Option<String> {
    const JOINTS: [&str; 7] = ["men", "og", "but", "and", "så", "fordi", "at"];
    let end = because.iter().map(|span| span.end).max()?;
    let rest = text.get(end..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (first, others) = rest.split_once(' ')?;
    let rest = if JOINTS.contains(&first.to_lowercase().as_str()) { others } else { rest };
    let rest = rest.trim();
    (rest.split_whitespace().count() >= 2).then(|| rest.to_owned())
}

/// Somebody took their thumb back: they are asked in private whether they meant it.
pub async fn thumb_taken_back(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality) else { return Ok(()) };
    if task.held_by(person.id) == 0 {
        return Ok(());
    }
    let said = Said::from(Message::ThumbTakenBack { number: task.number }).row([
        Button::new(Message::StillComing, format!("yes:{}", task.id.0)),
        Button::new(Message::CannotCome, format!("no:{}", task.id.0)),
    ]);
    desk.tell(person.id, Note::on(&task, Purpose::Question, format!("thumb:{}", heard.inbox.0), said))
        .await
        .map(drop)
}

/// A message without words that answers the bot.
pub async fn wordless(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, message: &str) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(()) };
    let Some(person) = whoever_answers(desk, heard, &task, message).await? else { return Ok(()) };
    not_understood(desk, heard, &task, &person, message, None).await
}

/// Answers a question about a task with all that may be said of it in a chat.
async fn inform(desk: &mut Desk<'_>, heard: &Heard, task: &Task, message: &str) -> anyhow::Result<()> {
    let said = faces::about(desk, task).await?;
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

async fn acknowledge(desk: &mut Desk<'_>, heard: &Heard, text: Message, message: &str) -> anyhow::Result<()> {
    desk.mark(heard, message, faces::NOTED).await?;
    if heard.in_private { desk.reply(heard, text.into(), None).await } else { Ok(()) }
}

/// In doubt the bot asks: in private where it can, else in the group. `text`: what was written, if it had words.
async fn not_understood(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    message: &str,
    text: Option<&str>,
) -> anyhow::Result<()> {
    if task.state != TaskState::Open {
        return Ok(());
    }
    if person.id == task.requester && heard.in_private && task.signup(person.id).is_none() {
        let text = Message::NothingChanged { number: task.number };
        return desk.reply_about(heard, text.into(), None, Some(task.id), None).await;
    }
    desk.mark(heard, message, faces::UNSURE).await?;
    let buttons = [
        Button::new(Message::ICan, format!("yes:{}", task.id.0)),
        Button::new(Message::ICannot, format!("no:{}", task.id.0)),
    ];
    let said = Said::from(Message::NotUnderstood { number: task.number }).row(buttons);
    // In private, where only whoever wrote it can tell of it.
    let private = match text {
        Some(text) if heard.in_private || desk.tx.reach(person.id).await?.is_some() => {
            let held = task.held_by(person.id) > 0;
            let misread = misread::offer(desk, person, text, Intent::Unrelated, held).await?;
            said.clone().row([misread])
        }
        _ => said.clone(),
    };
    if heard.in_private {
        return desk.reply_about(heard, private, None, Some(task.id), None).await;
    }
    let note = Note::on(task, Purpose::Question, format!("unsure:{}", heard.inbox.0), private);
    if desk.tell(person.id, note).await? {
        return Ok(());
    }
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

/// The person who wrote, made known if they are new; somebody hidden is asked to answer as themselves.
async fn whoever_answers(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    message: &str,
) -> anyhow::Result<Option<Person>> {
    if heard.account.is_none() {
        desk.reply(heard, Message::AnswerAsYourself.into(), Some(message)).await?;
        return Ok(None);
    }
    known_or_new(desk, heard, task).await
}

/// The person an account is in the task's municipality. Somebody unknown who answers in the group of an organisation that is asked becomes a
/// volunteer of it; elsewhere a stranger stays one.
async fn known_or_new(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<Option<Person>> {
    let Some(account) = &heard.account else { return Ok(None) };
    let organisation = heard
        .group
        .as_ref()
        .filter(|group| group.municipality_id == task.municipality)
        .and_then(|g| g.organisation_id);
    if let Some(person) = heard.person_in(task.municipality) {
        if let Some(organisation) = organisation {
            desk.tx.become_volunteer(person, organisation, desk.now).await?;
        }
        return Ok(Some(person.clone()));
    }
    let Some(organisation) = organisation else { return Ok(None) };
    let language = heard.language();
    let person = desk.tx.insert_person(task.municipality, &account.name, language, desk.now).await?;
    desk.tx.link_account(person.id, account.id).await?;
    desk.tx.become_volunteer(&person, organisation, desk.now).await?;
    privacy::greet(desk, &person).await?;
    Ok(Some(person))
}
