//! Coming for a part of a task: offered by somebody who has no place, and by somebody who has one.

use chrono::{TimeDelta, Timelike};

use super::Way;
use super::carry_out::{carry_out, who};
use crate::commands::attendance::{deviations, roll_call};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, parts};
use crate::domain::answer::{self, Outcome};
use crate::domain::task::{Task, TaskState};
use crate::language::shades::Stretch;
use crate::store::outbox::{Body, Purpose};
use crate::store::people::Person;
use crate::text::argument::Window;
use crate::text::{Button, Message, Said};

/// A condition of more words is told by whoever sets it.
const MOST_QUOTED_WORDS: usize = 12;

/// Somebody can come from a time, until one, or on a condition. Minutes after midnight, wall clock.
pub(super) async fn part(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    from: Option<u16>,
    until: Option<u16>,
    way: &Way,
) -> anyhow::Result<()> {
    let window = faces::window(task, &desk.calendar(task.municipality).await?);
    let (from, until) = (from.map(|at| as_meant(at, window)), until.map(|at| as_meant(at, window)));
    let still_to_come = task.state == TaskState::Open && desk.now < task.ends_at;
    if task.held_by(person.id) > 0 && still_to_come && (from, until) != (None, None) {
        return holder_comes_for_a_part(desk, heard, task, person, from, until, way).await;
    }
    if let Some(from) = from.filter(|from| is_after(*from, window)) {
        let (number, from) = (task.number, faces::clock_of(from));
        let said = Message::OverBefore { number, window, from }.into();
        return desk.reply_about(heard, said, way.message(), Some(task.id), None).await;
    }
    let who = who(desk, heard, task, person).await?;
    let decision = answer::offer_part(task, who, from, until, desk.now);
    if decision.outcome == Outcome::PartialNoted {
        let words = condition(desk, task, from.or(until), way).await?;
        parts::ask(desk, heard, task, person, from, until, words).await?;
    }
    carry_out(desk, heard, task, person, None, decision, way).await
}

/// The words of a condition, where duty may read them.
async fn condition<'a>(
    desk: &mut Desk<'_>,
    task: &Task,
    clock: Option<u16>,
    way: &'a Way,
) -> anyhow::Result<Option<&'a str>> {
    let Way::Words { wordy: Some((text, _)), .. } = way else { return Ok(None) };
    let is_short = clock.is_none() && text.split_whitespace().count() <= MOST_QUOTED_WORDS;
    Ok((is_short && deviations::may_be_quoted(desk, task, text).await?).then_some(text.trim()))
}

/// Somebody whose offer waits for an answer says yes and nothing else: that is asked about, for what they offered was less. `false`: they have been asked.
pub(super) async fn ask_for_the_whole(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
) -> anyhow::Result<bool> {
    let Some(offer) = task.signup(person.id).copied() else { return Ok(false) };
    let last = match heard.in_private {
        true => desk.tx.said_lately(heard.chat.id, 1).await?.pop(),
        false => None,
    };
    let asks = |line: &Message| matches!(line, Message::WholeAfterAll { .. } | Message::ConditionGone { .. });
    let is_asked = last.is_some_and(|last| {
        last.task_id == Some(task.id)
            && matches!(&last.body.0, Body::Say { said, .. } if said.lines.first().is_some_and(asks))
    });
    if is_asked {
        return Ok(false);
    }
    let (number, window) = (task.number, faces::window(task, &desk.calendar(task.municipality).await?));
    let (text, yes) = match offer.is_for_a_part() {
        true => (Message::WholeAfterAll { number, window }, Message::WholeTime),
        false => (Message::ConditionGone { number, window }, Message::StillComing),
    };
    let said = Said::from(text).row([
        Button::new(yes, format!("whole:{}", task.id.0)),
        Button::new(Message::No, format!("asoffered:{}", task.id.0)),
    ]);
    if heard.in_private {
        desk.reply_about(heard, said, None, Some(task.id), None).await?;
        return Ok(true);
    }
    let key = format!("whole:{}:{}", heard.inbox.0, task.id.0);
    desk.tell(person.id, Note::on(task, Purpose::Question, key, said)).await
}

/// The clocks of a part of these hours that was said without one, in minutes after midnight: from when, and until when. Where an hour is all
/// there is, neither.
pub(super) fn bounds(stretch: Stretch, window: Window) -> (Option<u16>, Option<u16>) {
    const HOUR: i64 = 60;
    let length = (window.end - window.start).num_minutes();
    let (first, last) = match stretch {
        Stretch::FirstHour => (Some(HOUR), None),
        Stretch::LastHour => (None, Some(HOUR)),
        Stretch::FirstHalf => (Some(length / 2), None),
        Stretch::LastHalf => (None, Some(length / 2)),
    };
    if first.or(last).is_none_or(|part| part >= length) {
        return (None, None);
    }
    let minute = |at: chrono::NaiveDateTime| u16::try_from(at.hour() * 60 + at.minute()).ok();
    let from = last.and_then(|minutes| minute(window.end - TimeDelta::minutes(minutes)));
    let until = first.and_then(|minutes| minute(window.start + TimeDelta::minutes(minutes)));
    (from, until)
}

/// Whether somebody who comes from then on comes when all is over.
fn is_after(from: u16, window: Window) -> bool {
    let ends = window.end.hour() * 60 + window.end.minute();
    window.start.date() == window.end.date() && u32::from(from) >= ends
}

/// A clock of half a day as it is meant of these hours: "halv åtte" of 19–20 is 19:30.
fn as_meant(minute: u16, window: Window) -> u16 {
    const HALF_A_DAY: i64 = 12 * 60;
    let begins = i64::from(window.start.hour() * 60 + window.start.minute());
    let hours = begins..=begins + (window.end - window.start).num_minutes();
    let (early, late) = (i64::from(minute), i64::from(minute) + HALF_A_DAY);
    let is_late = early < HALF_A_DAY && !hours.contains(&early) && hours.contains(&late);
    if is_late { u16::try_from(late).unwrap_or(minute) } else { minute }
}

/// Whoever has the place keeps it, and the coordinator hears what they can't.
async fn holder_comes_for_a_part(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    from: Option<u16>,
    until: Option<u16>,
    way: &Way,
) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, name) = (task.number, faces::short_name(&person.name));
    let window = faces::window(task, &calendar);
    let from = from.map(|from| Message::HolderFrom {
        number,
        name: name.clone(),
        from: faces::clock_of(from),
        window,
    });
    let until = until.map(|until| Message::HolderUntil {
        number,
        name: name.clone(),
        until: faces::clock_of(until),
        window,
    });
    let said = Said::new(from.into_iter().chain(until)).row(roll_call::comes_or_not(task, person.id, &name));
    outcome::tell_duty(desk, task, &format!("holderpart:{}", heard.inbox.0), said).await?;
    let said = Said::from(Message::HolderPartNoted { number })
        .row([Button::new(Message::Withdraw, format!("no:{}", task.id.0))]);
    if let Way::Words { message, .. } = way {
        desk.mark(heard, message, faces::NOTED).await?;
    }
    if heard.in_private {
        return desk.reply_about(heard, said, None, Some(task.id), None).await;
    }
    let note = Note::on(task, Purpose::Receipt, format!("told:{}", heard.inbox.0), said.clone());
    if desk.tell(person.id, note).await? {
        return Ok(());
    }
    desk.reply_about(heard, said, way.message(), Some(task.id), None).await
}
