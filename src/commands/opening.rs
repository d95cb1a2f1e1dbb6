//! Whether a need can be promised, what would happen, and the opening of its task.

use chrono::{DateTime, Utc};

use super::desk::Desk;
use super::faces;
use super::reach;
use crate::domain::draft::{Draft, Refusal, check_window};
use crate::domain::ids::{ServiceId, TaskId, TaskNumber};
use crate::domain::plan::{self, What};
use crate::domain::reach::Reachable;
use crate::domain::task::{Asked, Task, TaskState};
use crate::store::history::Actor;
use crate::store::requests::{Request, RequestState};
use crate::text::argument::Names;
use crate::text::{Message, Said};

/// Days after the task at which the recipient's data are erased.
const KEEP_RECIPIENT_DAYS: i64 = 30;

/// A task as it would be opened now.
#[derive(Clone, Debug)]
pub struct Opened {
    pub task: Task,
    pub service: ServiceId,
    pub reachable: Reachable,
    /// The organisations that are asked, in their order.
    pub names: Vec<String>,
}

/// The task that `draft` would become if it were sent now, or why it can't be promised.
pub async fn prepare(
    desk: &mut Desk<'_>,
    request: &Request,
    draft: &Draft,
) -> anyhow::Result<Result<Opened, Refusal>> {
    let (Some(kind), Some(places), Some((start, end))) = (draft.service, draft.people, draft.window()) else {
        return Ok(Err(Refusal::NotOffered));
    };
    let calendar = desk.calendar(request.municipality_id).await?;
    let (starts_at, ends_at) = (calendar.instant(start), calendar.instant(end));
    if let Err(refusal) = check_window(starts_at, ends_at, desk.now) {
        return Ok(Err(refusal));
    }
    let Some(service) =
        desk.tx.service(request.municipality_id, kind).await?.filter(|service| !service.stopped)
    else {
        return Ok(Err(Refusal::NotOffered));
    };
    let (asked, agreed_must_cover) = desk.tx.asked_for(service.id, request.unit_id, draft.zone).await?;
    if asked.is_empty() {
        return Ok(Err(Refusal::NoAgreement));
    }
    if !somebody_reachable(desk, &asked).await? {
        return Ok(Err(Refusal::NobodyReachable));
    }
    let mut names = Vec::new();
    for asked in &asked {
        names.push(desk.tx.organisation_name(asked.organisation).await?);
    }
    let mut task = Task {
        id: TaskId(0),
        municipality: request.municipality_id,
        number: TaskNumber(0),
        request: request.id,
        unit: request.unit_id,
        requester: request.requester_id,
        service: kind,
        zone: draft.zone,
        starts_at,
        ends_at,
        places,
        state: TaskState::Open,
        must_cover: service.must_cover || agreed_must_cover,
        has_recipient: kind.has_recipient(),
        companions: service.companions,
        approved_only: service.approved_only,
        ladder: service.ladder.map(|ladder| ladder.0).unwrap_or_default(),
        generation: 1,
        hunt_from: desk.now,
        promised_at: desk.now,
        opened_at: desk.now,
        told: None,
        moved_at: None,
        places_wanted: None,
        held: None,
        asked,
        signups: Vec::new(),
        offers: Vec::new(),
        steps: Vec::new(),
        marks: Vec::new(),
    };
    let Some(promised_at) = plan::promise(&task, &calendar) else { return Ok(Err(Refusal::TooLate)) };
    task.promised_at = promised_at;
    let reachable = reach::ladder::reachable(desk, &task, service.id).await?;
    if !reachable.somebody_acts() {
        return Ok(Err(Refusal::NobodyActs));
    }
    Ok(Ok(Opened { task, service: service.id, reachable, names }))
}

async fn somebody_reachable(desk: &mut Desk<'_>, asked: &[Asked]) -> anyhow::Result<bool> {
    for asked in asked {
        if desk.tx.group_chat(asked.group).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Opens the task: from now on the clock looks after it.
pub async fn open(
    desk: &mut Desk<'_>,
    request: &Request,
    opened: Opened,
    actor: Actor,
) -> anyhow::Result<Task> {
    let Opened { mut task, service, .. } = opened;
    desk.tx.open_task(&mut task, service).await?;
    desk.tx.set_request_state(request.id, RequestState::Open, desk.now).await?;
    desk.tx.set_erase_at(request.id, task.ends_at + chrono::TimeDelta::days(KEEP_RECIPIENT_DAYS)).await?;
    desk.tx
        .record(task.municipality, Some(task.id), Some(request.id), actor, "opened", &task.places, desk.now)
        .await?;
    let calendar = desk.calendar(task.municipality).await?;
    desk.look_again(&task, &calendar).await?;
    Ok(task)
}

/// "Jeg spør Fjellvik IL først, så Nordre IL."
pub fn asked_line(names: &[String]) -> Message {
    match names {
        [first, rest @ ..] if !rest.is_empty() => {
            Message::AskedThen { first: first.clone(), then: Names(rest.to_vec()) }
        }
        names => Message::AskedOnly { first: names.first().cloned().unwrap_or_default() },
    }
}

/// The whole ladder with clock times, as it will run if nobody answers.
pub async fn dry_run(desk: &mut Desk<'_>, opened: &Opened) -> anyhow::Result<Said> {
    let task = &opened.task;
    let calendar = desk.calendar(task.municipality).await?;
    let mut lines = vec![Message::DryRunHead];
    let contact = desk.tx.escalation_contact(task.municipality).await?.map(|person| person.name);
    for planned in plan::ladder_times(task, &calendar) {
        let at = faces::at(&calendar, desk.now, planned.at);
        let duty = desk.on_duty_at(task.municipality, &calendar, planned.at).await?;
        lines.push(match planned.what {
            What::Ask { order } => {
                let index = usize::try_from(order.saturating_sub(1)).unwrap_or_default();
                Message::DryAsk { at, name: opened.names.get(index).cloned().unwrap_or_default() }
            }
            What::Remind => Message::DryRemind { at },
            What::AskStandby => Message::DryStandby { at },
            What::Duty => Message::DryDuty { at, name: name_of(desk, duty.first().copied()).await? },
            What::Deputy => Message::DryDeputy { at, name: name_of(desk, duty.get(1).copied()).await? },
            What::MunicipalityContact => {
                Message::DryContact { at, name: contact.clone().unwrap_or_default() }
            }
            What::AnswerRequester => {
                Message::DryAnswer { at: faces::at(&calendar, desk.now, task.promised_at) }
            }
            What::StillEmpty => {
                Message::DryStillEmpty { at, name: name_of(desk, duty.first().copied()).await? }
            }
            What::RemindAgain => {
                Message::DryRemindAgain { at, name: name_of(desk, duty.first().copied()).await? }
            }
            What::LastCall => Message::DryLastCall { at },
            What::NotCovered => Message::DryNotCovered { at },
        });
        if misses(&opened.reachable, planned.what) {
            lines.push(Message::DryMisses);
        }
    }
    if is_squeezed(task, desk.now) {
        lines.push(Message::DrySqueezed);
    }
    Ok(Said::new(lines))
}

/// Whether what is said at a step reaches nobody, as things are now.
fn misses(reachable: &Reachable, what: What) -> bool {
    match what {
        What::Ask { order } => {
            let index = usize::try_from(order.saturating_sub(1)).unwrap_or(usize::MAX);
            reachable.asked.get(index) == Some(&false)
        }
        What::AskStandby => reachable.standby == Some(false),
        What::Duty => !reachable.duty,
        What::Deputy => !reachable.deputy,
        What::MunicipalityContact => !reachable.contact,
        // Said to whoever asked, and to groups that have the card.
        What::Remind | What::RemindAgain | What::AnswerRequester => false,
        // Said to whoever can be reached of all who could act.
        What::StillEmpty | What::LastCall | What::NotCovered => false,
    }
}

/// Whether there is less time than the ladder wants.
fn is_squeezed(task: &Task, now: DateTime<Utc>) -> bool {
    let wanted = task.ladder.steps.iter().filter_map(|step| match step.when {
        crate::domain::ladder::When::BeforeStart(minutes) => Some(minutes),
        _ => None,
    });
    wanted.max().is_some_and(|minutes| task.starts_at - now < chrono::TimeDelta::minutes(i64::from(minutes)))
}

async fn name_of(
    desk: &mut Desk<'_>,
    person: Option<crate::domain::ids::PersonId>,
) -> anyhow::Result<String> {
    Ok(match person {
        Some(person) => desk.tx.person(person).await?.name,
        None => String::new(),
    })
}

/// Why it can't be promised, and what would help.
pub async fn refused(
    desk: &mut Desk<'_>,
    request: &Request,
    refusal: Refusal,
) -> anyhow::Result<Vec<Message>> {
    let (municipality, calendar) = desk.town(request.municipality_id).await?;
    let duty = desk.on_duty(request.municipality_id, &calendar).await?;
    let name = name_of(desk, duty.first().copied()).await?;
    let phone = match duty.first() {
        Some(person) => desk.tx.person(*person).await?.phone.unwrap_or(municipality.phone),
        None => municipality.phone,
    };
    let why = match refusal {
        Refusal::NotOffered => Message::RefusedNotOffered,
        Refusal::NoAgreement => Message::RefusedNoAgreement,
        Refusal::NobodyReachable => Message::RefusedNobodyReachable,
        Refusal::NobodyActs => {
            let names = Names(reach::ladder::names_of_rung(desk, request.municipality_id).await?);
            Message::RefusedNobodyActs { names }
        }
        Refusal::TooLate => Message::RefusedTooLate,
        Refusal::Past => Message::RefusedPast,
        Refusal::TooLong => Message::RefusedTooLong,
    };
    Ok(match refusal {
        Refusal::Past | Refusal::TooLong => vec![why],
        _ => vec![why, Message::AskDutyInstead { name, phone }],
    })
}
