//! What is said of a task that must be covered and is not: when whoever asked stays silent, before the start, at the start, and when a place comes
//! free once it has begun.

use super::desk::{Desk, Note};
use super::outcome::{self, hole_buttons, with_ways_out};
use super::{faces, parts, replies};
use crate::domain::plan::{self, What};
use crate::domain::task::{Change, Signup, SignupState, StepOutcome, Task};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Phone;
use crate::text::{Message, Said};

/// What a task lacks; once it has begun also who is not coming, and who is being asked.
pub async fn what_is_missing(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, missing, places) = (task.number, task.service, task.free(), task.places);
    if !task.has_begun_before_hunt() {
        let window = faces::window(task, &calendar);
        return Ok(vec![Message::Hole { number, service, missing, places, window }]);
    }
    let mut lines = vec![Message::HoleBegun { number, service, missing, places }];
    let is_gone =
        |signup: &&Signup| signup.state == SignupState::Withdrawn && signup.answered_at >= task.starts_at;
    let gone: Vec<Signup> = task.signups.iter().filter(is_gone).copied().collect();
    if !gone.is_empty() {
        lines.push(Message::NotComing { names: faces::short_names(desk, &gone).await? });
    }
    for offer in &task.offers {
        let name = faces::short_name(&desk.tx.person(offer.person).await?.name);
        let until = faces::at(&calendar, desk.now, offer.expires_at);
        lines.push(Message::ReserveAsked { name, until });
    }
    Ok(lines)
}

/// Whoever has just reported that somebody is not there sees the hole, with all that can be done about it: they have been rung by that.
pub async fn show(desk: &mut Desk<'_>, task: &mut Task, to: &Person) -> anyhow::Result<()> {
    if !task.is_hunting() {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let said = outcome::hole(desk, task, What::Duty, None, &[]).await?;
    let duty = plan::ladder_times(task, &calendar).into_iter().find(|planned| planned.what == What::Duty);
    let duty = duty.filter(|duty| !task.steps.iter().any(|taken| taken.step == duty.step));
    let key = match duty {
        Some(duty) => outcome::step_key(task, duty.step, to.id.0),
        None => format!("shown:{}:{}:{}", task.id.0, desk.now.timestamp_micros(), to.id.0),
    };
    desk.tell(to.id, Note::on(task, Purpose::Escalation, key, said)).await?;
    if let Some(duty) = duty {
        let change = Change::StepTaken { step: duty.step, outcome: StepOutcome::Reached };
        desk.note(task, &change, Actor::default()).await?;
        desk.look_again(task, &calendar).await?;
    }
    Ok(())
}

/// Whoever asked has been answered and stays silent: somebody on duty hears it, and the unit.
pub async fn still_empty(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<StepOutcome> {
    let calendar = desk.calendar(task.municipality).await?;
    let key = format!("empty:{}:{}", task.id.0, task.generation);
    let name = desk.tx.person(task.requester).await?.name;
    let mut lines = what_is_missing(desk, task).await?;
    lines.push(Message::RequesterSilent { name });
    let said = for_duty(desk, task, lines).await?;
    let duty = outcome::tell_duty(desk, task, &key, said).await?;
    let (number, service, missing, places) = (task.number, task.service, task.free(), task.places);
    let window = faces::window(task, &calendar);
    let text = Message::UnitStillEmpty { number, service, missing, places, window };
    let unit = tell_unit_group(desk, task, &key, with_ways_out(task, text.into())).await?;
    Ok(reached(duty || unit))
}

/// Everybody who could act is told once more: those on duty, the contact, the coordinators, the unit and whoever asked.
pub async fn last_call(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<StepOutcome> {
    let calendar = desk.calendar(task.municipality).await?;
    let key = format!("lastcall:{}:{}", task.id.0, task.generation);
    let mut lines = what_is_missing(desk, task).await?;
    lines.push(Message::LastCall { at: faces::at(&calendar, desk.now, task.starts_at) });
    let for_unit = with_ways_out(task, Said::new(lines.clone()));
    let for_duty = for_duty(desk, task, lines).await?;
    let mut somebody = tell_unit_group(desk, task, &key, for_unit.clone()).await?;
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    people.retain(|person| *person != task.requester);
    let all = people.into_iter().map(|person| (person, &for_duty)).chain([(task.requester, &for_unit)]);
    for (person, said) in all {
        let note = Note::on(task, Purpose::Escalation, format!("{key}:{}", person.0), said.clone());
        somebody |= desk.tell(person, note).await?;
    }
    Ok(reached(somebody))
}

/// It begins: whoever asked is told that it is not covered, and so is somebody on duty.
pub async fn not_covered(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<StepOutcome> {
    let calendar = desk.calendar(task.municipality).await?;
    let key = format!("notcovered:{}:{}", task.id.0, task.generation);
    let (number, service, taken, places) = (task.number, task.service, task.taken(), task.places);
    let window = faces::window(task, &calendar);
    // The service may have been down meanwhile.
    let is_over = desk.now >= task.ends_at;
    let said = match is_over {
        true => Message::AnswerTooLate { number, window, taken, places }.into(),
        false => with_ways_out(task, Message::NotCovered { number, window, taken, places }.into()),
    };
    let note = Note::on(task, Purpose::Escalation, format!("{key}:{}", task.requester.0), said);
    let told = desk.tell(task.requester, note).await?;
    if !told {
        outcome::bring_the_answer(desk, task).await?;
    }
    let who = desk.tx.person(task.requester).await?;
    let (name, phone) = (who.name, Phone(who.phone));
    let text = Message::NotCoveredDuty { number, service, missing: task.free(), places, name, phone };
    let duty = match is_over || !told {
        true => false,
        false => {
            let said = for_duty(desk, task, vec![text]).await?;
            outcome::tell_duty_but(desk, task, &key, said, Some(task.requester)).await?
        }
    };
    Ok(reached(told || duty))
}

async fn for_duty(desk: &mut Desk<'_>, task: &Task, mut lines: Vec<Message>) -> anyhow::Result<Said> {
    lines.extend(parts::waiting(desk, task).await?);
    lines.extend(replies::suggestions(desk, task).await?);
    let (_, unasked) = outcome::asked_and_not(desk, task).await?;
    hole_buttons(desk, task, Said::new(lines), &unasked, false).await
}

async fn tell_unit_group(desk: &mut Desk<'_>, task: &Task, key: &str, said: Said) -> anyhow::Result<bool> {
    let Some(group) = desk.tx.group_of_unit(task.unit).await? else { return Ok(false) };
    desk.tell_group(group, Note::on(task, Purpose::Escalation, format!("{key}:0"), said), None).await
}

fn reached(somebody: bool) -> StepOutcome {
    if somebody { StepOutcome::Reached } else { StepOutcome::Nobody }
}
