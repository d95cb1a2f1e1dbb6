//! Somebody can't come, and says that somebody of theirs can: who that is, is asked, and whoever has duty hears the name.

use super::{Answer, Way, answer};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, lists, outcome, private, task_number};
use crate::domain::ids::TaskId;
use crate::domain::permission::{Act, Tie};
use crate::domain::task::Task;
use crate::language::reply::read_reply;
use crate::language::request::health_words;
use crate::language::{Intent, ReplyContext, orders, reports, shades};
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// A name has no more words than these, with what stands around it.
const MOST_WORDS: usize = 8;

/// Asks who it is: nobody else's yes is taken from somebody who does not come themselves.
pub(super) async fn ask_who(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    way: &Way,
) -> anyhow::Result<()> {
    if !task.is_hunting() {
        return Ok(());
    }
    let said = Said::from(Message::WhoElseCan { number: task.number });
    let key = format!("another:{}:{}", heard.inbox.0, task.id.0);
    if desk.tell(person.id, Note::on(task, Purpose::Question, key, said)).await? {
        return Ok(());
    }
    let Way::Words { message, .. } = way else { return Ok(()) };
    let name = faces::first_name(&person.name);
    let said = Message::LetThemAnswer { name, number: task.number }.into();
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

/// So many names stand beside a hole.
const MOST_SUGGESTED: usize = 3;

/// Whom somebody has named for a task that lacks people: it stays beside the hole until it is filled.
pub async fn suggestions(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    let mut found: Vec<Message> = Vec::new();
    if !task.is_hunting() {
        return Ok(found);
    }
    for (_, body, _) in desk.tx.said_about_task(task.id, None).await? {
        let Body::Say { said, .. } = body.0 else { continue };
        for line in said.lines {
            let suggested = match line {
                Message::AnotherCan { name, words, .. } | Message::AnotherTip { name, words, .. } => {
                    Message::Suggested { name, words }
                }
                _ => continue,
            };
            if !found.contains(&suggested) && found.len() < MOST_SUGGESTED {
                found.push(suggested);
            }
        }
    }
    Ok(found)
}

/// A volunteer says whom one may ask, or whom they can get to come: "jeg kan få Lars til å ta den". Duty hears it, and it is no yes of theirs. `false`: it
/// is no tip, or of no task that lacks people.
pub async fn tipped(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    if heard.people.is_empty() || !orders::tips(text) || lists::is_only_staff(desk, heard).await? {
        return Ok(false);
    }
    let mut ids: Vec<TaskId> = Vec::new();
    match (task_number(text), before) {
        (Some(number), _) => {
            ids.extend(desk.tasks_numbered(heard, number).await?);
        }
        (None, Some(before)) => ids.extend(before.task_id),
        (None, None) if heard.in_private => ids.extend(lists::open_to(desk, heard).await?),
        (None, None) => {}
    }
    let [id] = ids.as_slice() else { return Ok(false) };
    let Some(mut task) = desk.tx.task_to_change(*id).await?.filter(Task::is_hunting) else {
        return Ok(false);
    };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    if !may_be_passed_on(desk, &task, text).await? {
        return Ok(false);
    }
    let standing = desk.standing(&person).await?;
    if standing.may(Act::AskForHelp, Tie::default()) || task.held_by(person.id) > 0 {
        return Ok(false);
    }
    let refuses = reports::around_but(text).is_some_and(|(before, _)| {
        let intent = read_reply(before, ReplyContext { already_accepted: false }).intent;
        matches!(intent, Intent::Decline | Intent::Withdraw)
    });
    if refuses {
        let way = Way::Words { message: message.to_owned(), edited: false, ill: false, wordy: None };
        answer(desk, heard, &mut task, &person, Answer::No, &way).await?;
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(&task, &calendar));
    let (name, words) = (person.name.clone(), text.trim().to_owned());
    let said = Said::from(Message::AnotherTip { number, window, name, words })
        .row([Button::new(Message::PutIn, format!("put:{}", task.id.0))]);
    outcome::tell_duty(desk, &task, &format!("tip:{}", heard.inbox.0), said).await?;
    desk.mark(heard, message, faces::NOTED).await?;
    let said = Message::TipPassedOn { number }.into();
    let key = format!("tipped:{}", heard.inbox.0);
    match heard.in_private {
        true => {
            let note = Note::on(&task, Purpose::Receipt, key, said);
            desk.tell(person.id, note).await?;
        }
        false => private::reply(desk, heard, said, message).await?,
    }
    Ok(true)
}

/// The task of that question. Their next words are the answer.
fn asked_who_else(before: &SaidBefore) -> Option<TaskId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    matches!(said.lines.first(), Some(Message::WhoElseCan { .. })).then_some(before.task_id)?
}

/// The name is passed on to whoever has duty. `false`: it was not asked for, or what was said is no name.
pub async fn said_who(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    text: &str,
) -> anyhow::Result<bool> {
    let Some(id) = asked_who_else(before).filter(|_| heard.in_private) else { return Ok(false) };
    let Some(task) = desk.tx.task(id).await? else { return Ok(false) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    let is_name = (1..=MOST_WORDS).contains(&text.split_whitespace().count())
        && shades::plain_answer(text).is_none()
        && !shades::is_courtesy(text)
        && !text.contains('?');
    if !is_name || !task.is_hunting() || !may_be_passed_on(desk, &task, text).await? {
        return Ok(false);
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(&task, &calendar));
    let (name, words) = (person.name, text.trim().to_owned());
    let said = Said::from(Message::AnotherCan { number, window, name, words })
        .row([Button::new(Message::PutIn, format!("put:{}", task.id.0))]);
    outcome::tell_duty(desk, &task, &format!("another:{}", heard.inbox.0), said).await?;
    desk.reply_about(heard, Message::AnotherPassedOn { number }.into(), None, Some(task.id), None).await?;
    Ok(true)
}

/// Whether words may be said again in a chat: nobody who is helped is named in them, and nothing is told of health.
pub(super) async fn may_be_passed_on(desk: &mut Desk<'_>, task: &Task, text: &str) -> anyhow::Result<bool> {
    let recipient = desk.tx.recipient(&desk.around.key, task.request).await?;
    Ok(!recipient.is_some_and(|recipient| recipient.is_named_in(text)) && health_words(text).is_empty())
}
