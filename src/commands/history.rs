//! `/historikk #17`: every change to a task, with who, when and through which channel.

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::command::Place;
use super::desk::{Desk, Heard};
use super::{faces, private};
use crate::domain::attendance::Mark;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::local_time::Calendar;
use crate::domain::permission::{Act, Tie};
use crate::domain::plan::{self, What};
use crate::domain::task::{Change, OfferEnd, StepOutcome, Task, TaskState, Told};
use crate::language::command::read_number;
use crate::store::history::{Actor, Noted};
use crate::text::argument::{Stamp, Window};
use crate::text::{Button, Message, Said};

/// Changes shown at once; the earlier ones are a press away.
const PAGE: i64 = 25;

/// What a row says of somebody who was to be asked or reminded of something, and could not be reached.
const NOT_REACHED: &str = "not_reached";

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct NotReached {
    person: PersonId,
    mark: Mark,
}

/// Notes that somebody was not reached with what a mark says that they were asked or reminded of.
pub async fn not_reached(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    mark: Mark,
) -> anyhow::Result<()> {
    let detail = NotReached { person, mark };
    let (of, request) = (Some(task.id), Some(task.request));
    Ok(desk
        .tx
        .record(task.municipality, of, request, Actor::default(), NOT_REACHED, &detail, desk.now)
        .await?)
}

pub async fn asked(
    desk: &mut Desk<'_>,
    heard: &Heard,
    words: &str,
    Place { message, before }: Place<'_>,
) -> anyhow::Result<()> {
    if !may_see_any(desk, heard).await? {
        return private::reply(desk, heard, Message::HistoryNotForYou.into(), message).await;
    }
    let number = read_number(words);
    let answered = before.and_then(|before| before.task_id).filter(|_| number.is_none());
    let id = match (answered, number) {
        (Some(id), _) => Some(id),
        (None, Some(number)) => {
            let mut found = None;
            for person in &heard.people {
                found = found.or(desk.tx.task_by_number(person.municipality_id, number).await?);
            }
            found
        }
        (None, None) => {
            return private::reply(desk, heard, Message::WhichNumber.into(), message).await;
        }
    };
    let said = match id {
        Some(id) => page(desk, heard, id, None).await?,
        None => None,
    };
    let unknown = || number.map_or(Message::WhichNumber, |number| Message::UnknownNumber { number }).into();
    private::reply(desk, heard, said.unwrap_or_else(unknown), message).await
}

/// What was before the change `before`.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    before: i64,
    press: &str,
) -> anyhow::Result<()> {
    let Some(said) = page(desk, heard, task, Some(before)).await?.filter(|_| heard.in_private) else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply(heard, said, None).await
}

async fn may_see_any(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    for person in heard.people.clone() {
        if desk.standing(&person).await?.may(Act::SeeHistory, Tie::default()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The newest changes before `before`, in their order. `None`: it is not this person's to see.
async fn page(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: TaskId,
    before: Option<i64>,
) -> anyhow::Result<Option<Said>> {
    let Some(task) = desk.tx.task(id).await? else { return Ok(None) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(None) };
    if !desk.standing(&person).await?.may(Act::SeeHistory, Tie::to_task(&task, person.id)) {
        return Ok(None);
    }
    let calendar = desk.calendar(task.municipality).await?;
    let mut noted = desk.tx.history_of_task(id, before, PAGE + 1).await?;
    let more = i64::try_from(noted.len()).unwrap_or(i64::MAX) > PAGE;
    noted.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    noted.reverse();
    let (number, service) = (task.number, task.service);
    let mut lines = vec![Message::CardHead { number, service, window: faces::window(&task, &calendar) }];
    for (place, row) in noted.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| noted.get(place));
        if is_one_act(before, row, noted.get(place + 1)) || was_in_vain(row, &noted[place + 1..]) {
            continue;
        }
        let at = Stamp(calendar.local(row.at));
        let who = Box::new(who(desk, row).await?);
        let what = Box::new(what(desk, &task, &calendar, row).await?);
        lines.push(Message::HistoryLine { at, who, what });
    }
    let said = Said::new(lines);
    Ok(Some(match noted.first().filter(|_| more) {
        Some(first) => {
            said.row([Button::new(Message::HistoryEarlier, format!("history:{}:{}", id.0, first.id))])
        }
        None => said,
    }))
}

/// Whether a row is a part of the act that stands beside it: that somebody begins to do something about a hole, before what they did, and that the
/// promised answer is given, after what it was.
fn is_one_act(before: Option<&Noted>, row: &Noted, after: Option<&Noted>) -> bool {
    let change = |row: &Noted| serde_json::from_value::<Change>(row.detail.0.clone()).ok();
    let same = |other: &&Noted| other.at == row.at && other.actor_id == row.actor_id;
    match change(row) {
        Some(Change::Held { acting: true, asked_again: false, .. }) => after.filter(same).is_some(),
        Some(Change::StepTaken { outcome: StepOutcome::Reached, .. }) => before
            .filter(same)
            .and_then(change)
            .is_some_and(|change| matches!(change, Change::RequesterTold { .. })),
        _ => false,
    }
}

/// Whether a row says that somebody was asked or reminded, and one after it that they could not be reached.
fn was_in_vain(row: &Noted, after: &[Noted]) -> bool {
    let Ok(Change::Marked { person: Some(person), mark, .. }) =
        serde_json::from_value::<Change>(row.detail.0.clone())
    else {
        return false;
    };
    let in_vain = |row: &Noted| {
        row.what == NOT_REACHED
            && serde_json::from_value(row.detail.0.clone())
                .is_ok_and(|of: NotReached| of == NotReached { person, mark })
    };
    let again = |row: &&Noted| {
        matches!(serde_json::from_value(row.detail.0.clone()),
            Ok(Change::Marked { person: Some(other), mark: same, .. }) if other == person && same == mark)
    };
    // Up to the next time.
    let next = after.iter().position(|row| again(&row)).unwrap_or(after.len());
    after[..next].iter().any(in_vain)
}

/// Who answers for a task that the municipality has taken over: whoever decided that.
pub async fn who_took_over(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Option<String>> {
    let rows = desk.tx.history_of_task(task.id, None, 2 * PAGE).await?;
    // It may have been given back since.
    let state = |row: &Noted| match serde_json::from_value::<Change>(row.detail.0.clone()) {
        Ok(Change::StateChanged { to }) if to != TaskState::Ended => Some(to),
        _ => None,
    };
    let last = rows.iter().find_map(|row| state(row).map(|to| (row, to)));
    let took_over = last.filter(|(_, to)| *to == TaskState::TakenOver);
    let Some(by) = took_over.and_then(|(row, _)| row.actor_id) else { return Ok(None) };
    Ok(desk.tx.living_person(by).await?.map(|person| person.name))
}

/// Whether the last place that somebody gave back was given back by somebody else, or by the clock, on their behalf.
pub async fn was_taken_off(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<bool> {
    let rows = desk.tx.history_of_task(task.id, None, 2 * PAGE).await?;
    let gave_back = |row: &&Noted| {
        serde_json::from_value::<Change>(row.detail.0.clone())
            .is_ok_and(|change| change == Change::Withdrew { person })
    };
    Ok(rows.iter().find(gave_back).is_some_and(|row| row.actor_id != Some(person)))
}

/// Who did it, and by which way it came.
async fn who(desk: &mut Desk<'_>, row: &Noted) -> anyhow::Result<Message> {
    let Some(actor) = row.actor_id else { return Ok(Message::HistoryBySystem) };
    let name = name(desk, actor).await?;
    let channel = Box::new(match row.channel.as_deref() {
        Some("telegram") => Message::ChannelTelegram,
        Some("local") => Message::ChannelLocal,
        Some(_) => Message::ChannelOther,
        None => Message::ChannelApi,
    });
    Ok(Message::HistoryBy { name, channel })
}

async fn name(desk: &mut Desk<'_>, person: PersonId) -> anyhow::Result<String> {
    Ok(desk.tx.person(person).await?.name)
}

/// What happened. A kind of change that an older or newer version has written is named by its kind.
async fn what(desk: &mut Desk<'_>, task: &Task, calendar: &Calendar, row: &Noted) -> anyhow::Result<Message> {
    if row.what == "opened" {
        let places = row.detail.0.as_u64().and_then(|places| u32::try_from(places).ok()).unwrap_or_default();
        return Ok(Message::HistoryOpened { places });
    }
    if row.what == NOT_REACHED
        && let Ok(of) = serde_json::from_value::<NotReached>(row.detail.0.clone())
    {
        return Ok(Message::HistoryNotReached { name: name(desk, of.person).await? });
    }
    let Ok(change) = serde_json::from_value::<Change>(row.detail.0.clone()) else {
        return Ok(Message::HistoryOther { what: row.what.clone() });
    };
    Ok(match change {
        Change::Placed { person, people, .. } => {
            Message::HistoryPlaced { name: name(desk, person).await?, people }
        }
        Change::Queued { person, .. } => Message::HistoryQueued { name: name(desk, person).await? },
        Change::QueuedForPart { person, .. } => Message::HistoryQueued { name: name(desk, person).await? },
        Change::OfferRefused { person } => Message::HistoryOfferRefused { name: name(desk, person).await? },
        Change::PartialOffered { person, .. } => Message::HistoryPart { name: name(desk, person).await? },
        Change::PartPlaced { person, .. } => Message::HistoryPartPlaced { name: name(desk, person).await? },
        Change::Declined { person, .. } => Message::HistoryDeclined { name: name(desk, person).await? },
        Change::Withdrew { person } => {
            let name = name(desk, person).await?;
            match row.actor_id {
                Some(actor) if actor != person => Message::HistoryTakenOff { name },
                _ => Message::HistoryWithdrew { name },
            }
        }
        Change::FellSilent { person } => Message::HistorySilent { name: name(desk, person).await? },
        Change::WantsAllOrNone { person } => Message::HistoryAllOrNone { name: name(desk, person).await? },
        Change::OfferMade { person, expires_at, .. } => {
            let until = faces::at(calendar, desk.now, expires_at);
            Message::HistoryOffered { name: name(desk, person).await?, until }
        }
        Change::OfferEnded { person, end } => {
            let name = name(desk, person).await?;
            match end {
                OfferEnd::Accepted => Message::HistoryOfferAccepted { name },
                OfferEnd::Declined => Message::HistoryOfferDeclined { name },
                OfferEnd::Expired => Message::HistoryOfferExpired { name },
                OfferEnd::Void => Message::HistoryOfferVoid { name },
            }
        }
        Change::StepTaken { step, outcome } => {
            let step = Box::new(self::step(desk, task, calendar, step).await?);
            match outcome {
                StepOutcome::Reached => Message::HistoryStepReached { step },
                StepOutcome::Nobody => Message::HistoryStepNobody { step },
                StepOutcome::Skipped => Message::HistoryStepSkipped { step },
            }
        }
        Change::HuntRestarted { promised_at } => {
            Message::HistoryHuntAgain { at: faces::at(calendar, desk.now, promised_at) }
        }
        Change::Held { by, asked_again: true, .. } => {
            Message::HistoryAskedAgain { name: name(desk, by).await? }
        }
        Change::Held { by, until, acting, .. } => {
            let (name, until) = (name(desk, by).await?, faces::at(calendar, desk.now, until));
            match acting {
                true => Message::HistoryActing { name, until },
                false => Message::HistoryHeld { name, until },
            }
        }
        Change::Released => Message::HistoryReleased,
        Change::PromiseMoved { to } => Message::HistoryPromiseMoved { at: faces::at(calendar, desk.now, to) },
        Change::PlacesChanged { to } => Message::HistoryPlacesChanged { places: to },
        Change::PlacesWanted { to: Some(to) } => Message::HistoryPlacesWanted { places: to },
        Change::PlacesWanted { to: None } => Message::HistoryPlacesAllWanted,
        Change::Moved { starts_at, ends_at, .. } => {
            let window =
                Window::said_at(calendar.local(row.at), calendar.local(starts_at), calendar.local(ends_at));
            Message::HistoryMoved { window }
        }
        Change::Marked { person: Some(person), mark, .. } => {
            Message::HistoryMark { name: name(desk, person).await?, mark: mark_name(mark)? }
        }
        Change::Marked { person: None, mark, .. } => Message::HistoryTaskMark { mark: mark_name(mark)? },
        Change::RequesterTold { told: Told::Filled } => Message::HistoryToldFilled,
        Change::RequesterTold { told: Told::Short } => Message::HistoryToldShort,
        Change::StateChanged { to: TaskState::Open } => Message::HistoryReopened,
        Change::StateChanged { to: TaskState::TakenOver } => Message::HistoryTakenOver,
        Change::StateChanged { to: TaskState::Cancelled } => Message::HistoryCancelled,
        Change::StateChanged { to: TaskState::Ended } => Message::HistoryEnded,
    })
}

/// The mark's name in the texts, which tell the marks apart.
fn mark_name(mark: Mark) -> anyhow::Result<String> {
    let value = serde_json::to_value(mark)?;
    value.as_str().map(str::to_owned).context("a mark is written as its name")
}

/// What a step of the ladder is, as the task's ladder has it.
async fn step(desk: &mut Desk<'_>, task: &Task, calendar: &Calendar, step: u32) -> anyhow::Result<Message> {
    let planned = plan::ladder_times(task, calendar).into_iter().find(|planned| planned.step == step);
    Ok(match planned.map(|planned| planned.what) {
        Some(What::Ask { order }) => {
            match task.asked.iter().find(|asked| asked.order == order).map(|asked| asked.organisation) {
                Some(id) => Message::StepAsk { name: desk.tx.organisation_name(id).await? },
                None => Message::StepOther { step },
            }
        }
        Some(What::Remind) => Message::StepRemind,
        Some(What::AskStandby) => Message::StepStandby,
        Some(What::Duty) => Message::StepDuty,
        Some(What::Deputy) => Message::StepDeputy,
        Some(What::MunicipalityContact) => Message::StepContact,
        Some(What::AnswerRequester) => Message::StepAnswer,
        Some(What::RemindAgain) => Message::StepRemindAgain,
        Some(What::StillEmpty) => Message::StepStillEmpty,
        Some(What::LastCall) => Message::StepLastCall,
        Some(What::NotCovered) => Message::StepNotCovered,
        None => Message::StepOther { step },
    })
}
