//! Which of several tasks was meant was asked, and nobody chose: what was said is not done yet, and is asked about once more.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::desk::{Desk, Note};
use crate::domain::ids::ChatId;
use crate::domain::local_time::Calendar;
use crate::store::due::Subject;
use crate::store::outbox::{Body, LATELY, Purpose, SaidBefore};
use crate::text::{Message, Said};

/// Whoever has not chosen for so long was called away, or takes it for done.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::minutes(20);
/// Where a task begins sooner, after half of the time that is left; but nobody is asked again on the spot.
const SOONEST: TimeDelta = TimeDelta::minutes(2);

/// Whether it asks which task is meant.
fn asks_which(said: &Said) -> bool {
    said.lines.iter().any(|line| matches!(line, Message::WhichTask | Message::IsItThisTask))
}

/// When the first of the tasks that can be chosen begins, by the wall clock.
fn first_start(said: &Said) -> Option<NaiveDateTime> {
    let starts = said.all_buttons().filter_map(|button| match &button.label {
        Message::TaskLabel { window, .. } => Some(window.start),
        _ => None,
    });
    starts.min()
}

/// When the question is asked once more; out of the night, if it can wait for that. `None`: it asks nothing of the kind, or about what is over.
pub(super) fn ask_again_at(said: &Said, calendar: &Calendar, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let starts_at = calendar.instant(first_start(said).filter(|_| asks_which(said))?);
    let left = starts_at - now;
    let wait = if left > TimeDelta::zero() { (left / 2).min(FORGOTTEN_AFTER) } else { FORGOTTEN_AFTER };
    let at = now + wait.max(SOONEST);
    let by_day = calendar.after_quiet(at);
    Some(if starts_at > now && by_day >= starts_at { at } else { by_day })
}

/// Asks once more, unless something was chosen or said since.
pub async fn remind(desk: &mut Desk<'_>, chat: ChatId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Which(chat), None).await?;
    let lately = desk.tx.said_lately(chat, LATELY).await?;
    let asks = |before: &SaidBefore| match &before.body.0 {
        Body::Say { said, .. } => asks_which(said) && !said.buttons.is_empty(),
        _ => false,
    };
    let Some(place) = lately.iter().position(asks) else { return Ok(()) };
    // Whatever they said since was answered.
    let spoke_since = lately[..place].iter().any(|before| before.purpose == Purpose::Receipt);
    let SaidBefore { id, body, person_id: Some(person), purpose: Purpose::Receipt, .. } = &lately[place]
    else {
        return Ok(());
    };
    let Body::Say { said, .. } = &body.0 else { return Ok(()) };
    if spoke_since {
        return Ok(());
    }
    let lines = [Message::NotChosenYet].into_iter().chain(said.lines.clone()).collect();
    let said = Said { lines, buttons: said.buttons.clone() };
    let key = format!("whichagain:{}", id.0);
    let note = Note { key, purpose: Purpose::Reminder, said, task: None, request: None, at: None };
    desk.tell(*person, note).await.map(drop)
}
