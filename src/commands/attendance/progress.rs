//! A part is done, or all of it soon: nothing is settled by it.

use super::trouble;
use crate::commands::desk::{Desk, Heard};
use crate::commands::{faces, private};
use crate::domain::task::{SignupState, Task};
use crate::language::progress::{HowFar, how_far};
use crate::language::reports;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// Words that only say how far it has come are no more than these.
const MOST_WORDS: usize = 12;

/// Words about a task from somebody who has a place on it. `false`: they say something else.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let holds = task.signup(person.id).is_some_and(|signup| signup.state == SignupState::Placed);
    let Some(how_far) = how_far(text).filter(|_| holds && desk.now >= task.starts_at) else {
        return Ok(false);
    };
    // What else they write of is for the municipality.
    let tells_more = reports::before_but(text).is_some() || text.split_whitespace().count() > MOST_WORDS;
    if tells_more && heard.in_private {
        trouble::pass_on(desk, heard, task, person, text, message).await?;
        return Ok(true);
    }
    let (number, id) = (task.number, task.id.0);
    let said = match how_far {
        HowFar::InPart => Message::ProgressNoted { number }.into(),
        HowFar::PerhapsAll => Said::from(Message::PartDoneAsk { number }).row([
            Button::new(Message::EverythingDone, format!("done:{id}")),
            Button::new(Message::StillAtIt, format!("in:{id}")),
        ]),
    };
    if !heard.in_private {
        private::reply(desk, heard, said, message).await?;
        return Ok(true);
    }
    if how_far == HowFar::InPart {
        desk.mark(heard, message, faces::NOTED).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// The same in private, where no task is named: of the one that they are at.
pub async fn in_private(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if how_far(text).is_none() {
        return Ok(false);
    }
    match trouble::task_in_hand(desk, heard, Some(trouble::BEFORE)).await? {
        Some((task, person)) => said(desk, heard, &task, &person, text, message).await,
        None => Ok(false),
    }
}
