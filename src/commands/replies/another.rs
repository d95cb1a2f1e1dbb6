//! Somebody can't come, and says that somebody of theirs can: who that is, is asked, and whoever has duty hears the name.

use super::Way;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome};
use crate::domain::ids::TaskId;
use crate::domain::task::Task;
use crate::language::request::health_words;
use crate::language::shades;
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
    let recipient = desk.tx.recipient(&desk.around.key, task.request).await?;
    let is_recipient = recipient.is_some_and(|recipient| recipient.is_named_in(text));
    if !is_name || !task.is_hunting() || is_recipient || !health_words(text).is_empty() {
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
