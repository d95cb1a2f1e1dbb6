//! The ladder of one task, spelled out: one rung for each organisation that is asked and each person that is rung up.

use chrono::TimeDelta;

use super::What;
use crate::domain::ladder::{Action, When};
use crate::domain::task::Task;

/// A step of the task's ladder before it has a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    pub step: u32,
    pub what: What,
    pub nominal: Nominal,
}

/// When a rung comes on a ladder that has all the time it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nominal {
    AtOnce,
    BeforeStart(TimeDelta),
    AfterPrevious(TimeDelta),
}

/// The rungs in the ladder's order.
///
/// A rung is numbered by its place in the ladder; the third organisation and those after it are numbered behind the ladder's end. So a number
/// means the same when an organisation is added to a task whose ladder is running.
pub fn rungs(task: &Task) -> Vec<Rung> {
    let mut orders: Vec<u32> = task.asked.iter().map(|asked| asked.order).collect();
    orders.sort_unstable();
    let mut rungs = Vec::new();
    for (place, step) in (0..).zip(&task.ladder.steps) {
        let nominal = match step.when {
            When::AtOnce => Nominal::AtOnce,
            When::BeforeStart(lead) => Nominal::BeforeStart(minutes(lead)),
            When::Unanswered(wait) => Nominal::AfterPrevious(minutes(wait)),
        };
        let what = match step.action {
            Action::AskFirst => match orders.first() {
                Some(&order) => What::Ask { order },
                None => continue,
            },
            Action::AskNext { apart } => {
                let further = orders.get(1..).unwrap_or_default();
                rungs.extend(further_organisations(task, place, nominal, minutes(apart), further));
                continue;
            }
            Action::Remind => What::Remind,
            Action::AskStandby => What::AskStandby,
            Action::Duty => What::Duty,
            Action::Deputy => What::Deputy,
            Action::MunicipalityContact => What::MunicipalityContact,
            Action::AnswerRequester => What::AnswerRequester,
        };
        rungs.push(Rung { step: place, what, nominal });
    }
    rungs
}

/// One rung for each of the organisations with these `orders`, the first at `nominal`, the others `apart`.
fn further_organisations(
    task: &Task,
    place: u32,
    nominal: Nominal,
    apart: TimeDelta,
    orders: &[u32],
) -> impl Iterator<Item = Rung> {
    let ladder_end = u32::try_from(task.ladder.steps.len()).expect("a ladder is short");
    let apart = match nominal {
        Nominal::BeforeStart(first) => apart.min(room_for_each(task, place, first, orders.len())),
        Nominal::AtOnce | Nominal::AfterPrevious(_) => apart,
    };
    (0..).zip(orders).map(move |(index, &order)| Rung {
        step: if index == 0 { place } else { ladder_end + order },
        what: What::Ask { order },
        nominal: match nominal {
            Nominal::BeforeStart(first) => Nominal::BeforeStart(first - apart * index),
            _ if index == 0 => nominal,
            _ => Nominal::AfterPrevious(apart),
        },
    })
}

/// How far apart `count` organisations may be asked so that all have been before somebody on duty is told: with many of them the ladder's own
/// distance would go on past the start.
fn room_for_each(task: &Task, place: u32, first: TimeDelta, count: usize) -> TimeDelta {
    let told =
        task.ladder.steps.iter().skip(place as usize + 1).find_map(|step| match (step.action, step.when) {
            (Action::AskFirst | Action::AskNext { .. } | Action::Remind | Action::AskStandby, _) => None,
            (_, When::BeforeStart(lead)) => Some(minutes(lead)),
            _ => None,
        });
    let room = (first - told.unwrap_or_default()).max(TimeDelta::zero());
    room / i32::try_from(count).unwrap_or(i32::MAX).max(1)
}

fn minutes(count: u32) -> TimeDelta {
    TimeDelta::minutes(count.into())
}
