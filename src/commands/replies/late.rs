//! Who comes, but late: somebody who has a place, and somebody who says so with their yes.

use chrono::{TimeDelta, Timelike};

use crate::commands::attendance::words::{self, Word};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::faces;
use crate::domain::task::Task;
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, reports, shades};
use crate::store::outbox::Purpose;
use crate::store::people::Person;

/// The people that somebody without a place says yes for, who adds that they will be late: "jeg kan, men kommer litt sent".
pub(super) fn comes_late(task: &Task, person: &Person, text: &str) -> Option<u32> {
    if task.held_by(person.id) > 0 {
        return None;
    }
    match read_reply(reports::before_but(text)?, ReplyContext { already_accepted: false }).intent {
        Intent::Accept { people } => Some(people),
        _ => None,
    }
}

/// They have the place, and those who wait for them hear when they come.
pub(super) async fn note(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    minutes: Option<u32>,
) -> anyhow::Result<()> {
    if minutes.is_none() || task.held_by(person.id) == 0 {
        return Ok(());
    }
    let said = words::said(desk, heard, task, person, Word::Late { minutes }, None).await?;
    let key = format!("toldlate:{}:{}", heard.inbox.0, task.id.0);
    desk.tell(person.id, Note::on(task, Purpose::Receipt, key, said)).await.map(drop)
}

/// The minutes that somebody without a place says they would be late by. `None`: they say nothing of that, or have a place.
pub(super) fn minutes_without_place(task: &Task, person: &Person, text: &str) -> Option<u32> {
    if task.held_by(person.id) > 0 {
        return None;
    }
    let reading = read_reply(reports::after_but(text), ReplyContext { already_accepted: true });
    shades::minutes(text).filter(|_| reading.intent == Intent::Late)
}

/// From when somebody could come who has no place and would be so late without a plain yes, or later than anybody is waited for: that is an offer of a
/// part. Minutes after midnight, wall clock.
pub(super) async fn offered_from(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    intent: Intent,
    late: Option<u32>,
) -> anyhow::Result<Option<u16>> {
    let minutes = match intent {
        Intent::Accept { .. } => late.filter(|minutes| *minutes > words::MOST_MINUTES_LATE),
        // "Kommer halvannen time for sent" alone sounds like a no.
        Intent::Conditional { from: None, until: None } | Intent::Decline => late,
        _ => None,
    };
    minute_of_arrival(desk, task, person, minutes).await
}

/// From when somebody comes who has a place and will be later than anybody is waited for: whoever is on duty judges that. Minutes after midnight, wall
/// clock. `None`: they are only late, or come when it is over.
pub(super) async fn for_a_part(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    minutes: Option<u32>,
) -> anyhow::Result<Option<u16>> {
    let minutes = minutes.filter(|minutes| *minutes > words::MOST_MINUTES_LATE);
    minute_of_arrival(desk, task, person, minutes.filter(|_| task.held_by(person.id) > 0)).await
}

async fn minute_of_arrival(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    minutes: Option<u32>,
) -> anyhow::Result<Option<u16>> {
    let Some(minutes) = minutes.filter(|_| desk.now < task.starts_at) else { return Ok(None) };
    let window = faces::window_of(task, person.id, &desk.calendar(task.municipality).await?);
    let from = window.start + TimeDelta::minutes(minutes.into());
    let minute = u16::try_from(from.num_seconds_from_midnight() / 60).ok();
    Ok(minute.filter(|_| from < window.end))
}
