//! What somebody on duty could do next about a task: the coordinator's morning in a line and a press.

use chrono::TimeDelta;

use super::attendance::roll_call;
use super::desk::Desk;
use super::{faces, outcome, parts};
use crate::domain::attendance::Mark;
use crate::domain::plan::{self, What};
use crate::domain::task::{Signup, StepOutcome, Task, TaskState};
use crate::text::argument::KnownPhone;
use crate::text::{Button, Message};

/// A group that was asked no longer ago may still answer.
const JUST_ASKED: TimeDelta = TimeDelta::hours(2);
/// Less time than this is not waited for.
const WORTH_WAITING: TimeDelta = TimeDelta::minutes(15);

/// A proposed action, and the buttons that carry it out.
pub struct Proposal {
    pub line: Message,
    pub buttons: Vec<Button>,
}

/// The next thing to do about a task. `None`: it goes well, or it is too late to do anything.
pub async fn next_for(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<Proposal>> {
    Ok(all_for(desk, task).await?.into_iter().next())
}

/// What could be done about a task now: whoever has offered a part, or would come on a condition, is answered; else a hole is mended in one way at a
/// time, and each of those who have not confirmed is rung.
pub async fn all_for(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Proposal>> {
    if task.state != TaskState::Open || desk.now >= plan::useful_until(task) {
        return Ok(Vec::new());
    }
    if task.is_hunting() {
        // Who has offered is answered before others are asked.
        let mut proposals = parts::proposals(desk, task).await?;
        if proposals.is_empty() {
            proposals.extend(fill(desk, task).await?);
        }
        return Ok(proposals);
    }
    if desk.now >= task.starts_at {
        return Ok(Vec::new());
    }
    let mut proposals = Vec::new();
    let mut silent: Vec<Signup> = plan::silent(task).into_iter().copied().collect();
    let is_new = |signup: &&Signup| plan::silent(task).iter().all(|known| known.person != signup.person);
    silent.extend(task.reported_away().filter(is_new));
    let is_new = |signup: &&Signup| silent.iter().all(|known| known.person != signup.person);
    let told =
        |signup: &&Signup| task.open_move(signup).is_some() && task.is_marked(signup, Mark::MoveToldDuty);
    let moved: Vec<Signup> = task.placed().filter(told).filter(is_new).copied().collect();
    silent.extend(moved);
    for silent in silent {
        let person = desk.tx.person(silent.person).await?;
        let (number, name) = (task.number, faces::short_name(&person.name));
        let buttons = roll_call::comes_or_not_on(task, person.id, &name).into();
        let line = Message::ProposeRing { number, name, phone: KnownPhone(person.phone) };
        proposals.push(Proposal { line, buttons });
    }
    Ok(proposals)
}

/// How a hole could be mended. `None`: at this very instant something is being done about it, and what could be done next is not known yet.
async fn fill(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<Proposal>> {
    let (number, id) = (task.number, task.id.0);
    if is_being_acted_on(desk, task).await? {
        return Ok(None);
    }
    if let Some(offer) = task.offers.iter().min_by_key(|offer| offer.expires_at) {
        let calendar = desk.calendar(task.municipality).await?;
        let name = faces::short_name(&desk.tx.person(offer.person).await?.name);
        let until = faces::at(&calendar, desk.now, offer.expires_at);
        let line = Message::ProposeWait { number, name, until };
        return Ok(Some(Proposal { line, buttons: Vec::new() }));
    }
    let (_, unasked) = outcome::asked_and_not(desk, task).await?;
    if let Some((order, organisation)) = unasked.first() {
        let name = desk.tx.organisation_name(*organisation).await?;
        let button =
            Button::new(Message::AskAbout { number, name: name.clone() }, format!("ask:{id}:{order}"));
        return Ok(Some(Proposal { line: Message::ProposeAsk { number, name }, buttons: vec![button] }));
    }
    let button = Button::new(Message::PutInOn { number }, format!("put:{id}"));
    let line = waits_for_groups(desk, task).await?.unwrap_or(Message::ProposePutIn { number });
    Ok(Some(Proposal { line, buttons: vec![button] }))
}

/// Groups that were asked a moment ago are given time to answer: as long as the ladder gives them.
async fn waits_for_groups(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<Message>> {
    let calendar = desk.calendar(task.municipality).await?;
    let times = plan::ladder_times(task, &calendar);
    let taken = |planned: &plan::Planned| task.steps.iter().find(|taken| taken.step == planned.step);
    let asks = times.iter().filter(|planned| matches!(planned.what, What::Ask { .. }));
    let asked = asks.filter_map(taken).filter(|taken| taken.outcome == StepOutcome::Reached);
    let next = times.iter().filter(|planned| taken(planned).is_none()).map(|planned| planned.at).min();
    let (Some(asked), Some(next)) = (asked.map(|taken| taken.at).max(), next) else { return Ok(None) };
    if desk.now >= asked + JUST_ASKED || next < desk.now + WORTH_WAITING {
        return Ok(None);
    }
    let [asked, until] = [asked, next].map(|at| faces::at(&calendar, desk.now, at));
    Ok(Some(Message::ProposeWaitForGroups { number: task.number, asked, until }))
}

/// Whether somebody's time to answer has just run out, or a group is asked at this instant: the list and the hunt wake at the same hour.
async fn is_being_acted_on(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let is_over = task.offers.iter().any(|offer| offer.expires_at <= desk.now);
    let asks = plan::ladder_times(task, &calendar).into_iter().any(|planned| {
        let is_taken = task.steps.iter().any(|taken| taken.step == planned.step);
        matches!(planned.what, What::Ask { .. }) && planned.at <= desk.now && !is_taken
    });
    Ok(is_over || asks)
}
