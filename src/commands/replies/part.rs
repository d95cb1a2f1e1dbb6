//! Coming for a part of a task: offered by somebody who has no place, and by somebody who has one.

use chrono::Timelike;

use super::Way;
use super::carry_out::{carry_out, who};
use crate::commands::attendance::roll_call;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, parts};
use crate::domain::answer::{self, Outcome};
use crate::domain::task::{Task, TaskState};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Window;
use crate::text::{Button, Message, Said};

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
    let who = who(desk, heard, task, person).await?;
    let decision = answer::offer_part(task, who, from, until, desk.now);
    if decision.outcome == Outcome::PartialNoted {
        parts::ask(desk, heard, task, person, from, until).await?;
    }
    carry_out(desk, heard, task, person, None, decision, way).await
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
    let message = match way {
        Way::Words { message, .. } => Some(message.as_str()),
        Way::Press(_) | Way::Thumb => None,
    };
    desk.reply_about(heard, said, message, Some(task.id), None).await
}
