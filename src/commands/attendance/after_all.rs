//! Somebody was reported as missing, and says that they were there: "jeg var der og leverte".

use super::deviations;
use super::words::{self, Word};
use crate::commands::desk::{Desk, Heard};
use crate::domain::attendance::Mark;
use crate::domain::task::{SignupState, Task};
use crate::language::progress;
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext};
use crate::store::outbox::{LATELY, SaidBefore};
use crate::store::people::Person;
use crate::text::{Message, Said};

/// `false`: they were missed nowhere, or speak of something else.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let done = read_reply(text, ReplyContext { already_accepted: true }).intent == Intent::Done;
    if text.contains('?') || !done && !progress::was_there(text) {
        return Ok(false);
    }
    let Some((mut task, person)) = missed(desk, heard, before).await? else { return Ok(false) };
    let word = if done || progress::has_delivered(text) { Word::Done } else { Word::There };
    let mut said = match words::refusal(&task, person.id, word) {
        // The place is free still: it is theirs again.
        None if task.is_hunting() && desk.now >= task.starts_at => {
            words::said(desk, heard, &mut task, &person, word, None).await?
        }
        _ => {
            let mut said = Said::from(Message::AfterAll { number: task.number });
            said.lines.extend(deviations::report(desk, heard, &task, &person, text).await?.lines);
            said
        }
    };
    if !deviations::may_be_quoted(desk, &task, text).await? {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// The task at which somebody was missed: the one that they answer about, one that is under way, or one spoken of lately.
async fn missed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Option<(Task, Person)>> {
    for person in heard.people.clone() {
        let mut ids: Vec<_> = before.and_then(|before| before.task_id).into_iter().collect();
        ids.extend(desk.tx.tasks_of(person.id, SignupState::Withdrawn, desk.now).await?);
        let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
        ids.extend(lately.iter().filter_map(|said| said.task_id));
        for id in ids {
            let Some(task) = desk.tx.task_to_change(id).await? else { continue };
            let signup = task.signup(person.id).filter(|signup| signup.state == SignupState::Withdrawn);
            if signup.is_some_and(|signup| task.is_marked(signup, Mark::Absent)) {
                return Ok(Some((task, person)));
            }
        }
    }
    Ok(None)
}
