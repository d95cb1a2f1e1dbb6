//! Lists of tasks: one's own, and those that lack people.

use super::desk::{Desk, Heard};
use super::{faces, private};
use crate::domain::ids::{PersonId, TaskId, TaskNumber};
use crate::domain::permission::{Act, Tie};
use crate::domain::plan::{self, What};
use crate::domain::task::{Asked, SignupState, Task};
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::argument::Window;
use crate::text::{Button, Message, Said, Target};

/// Tasks of a list that are shown; the rest is counted.
const MOST_LINES: usize = 20;
/// Tasks of a list that have buttons.
const MOST_BUTTONS: usize = 6;

/// What the person has said yes to and waits for, and what they have asked for with how it stands. It is answered in private: which tasks somebody has is nobody else's business.
pub async fn mine(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut said = Said::new([]);
    for person in heard.people.clone() {
        for state in [SignupState::Placed, SignupState::Reserve] {
            for id in desk.tx.tasks_of(person.id, state, desk.now).await? {
                let Some(task) = desk.tx.task(id).await? else { continue };
                said.lines.push(line(desk, &task, person.id, state).await?);
                if state == SignupState::Placed && said.buttons.len() < MOST_BUTTONS {
                    said = said.row(buttons(desk, &task));
                }
            }
        }
    }
    for person in heard.people.clone() {
        for id in desk.tx.tasks_asked_by(person.id, desk.now).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            let calendar = desk.calendar(task.municipality).await?;
            let (number, service, window) = (task.number, task.service, faces::window(&task, &calendar));
            let (taken, places) = (task.taken(), task.places);
            said.lines.push(Message::MyRequest { number, service, window, taken, places });
        }
    }
    for person in heard.people.clone() {
        for request in desk.tx.drafts_of(person.id).await? {
            said.lines.extend(draft_line(desk, &request).await?);
        }
    }
    if said.lines.is_empty() {
        said.lines.push(Message::NoTasks);
    }
    cut(&mut said.lines);
    private::reply(desk, heard, said, message).await
}

/// What is said of a number that is none of theirs: which list has the others.
pub async fn unknown_number(
    desk: &mut Desk<'_>,
    heard: &Heard,
    number: TaskNumber,
) -> anyhow::Result<Message> {
    Ok(match is_only_staff(desk, heard).await? {
        true => Message::UnknownNumberOfStaff { number },
        false => Message::UnknownNumber { number },
    })
}

/// Whether whoever speaks asks for help and belongs to no club: a volunteer's words are not theirs.
pub async fn is_only_staff(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    for person in &heard.people {
        let standing = desk.standing(person).await?;
        let in_club = standing.memberships.iter().any(|of| of.organisation_id.is_some());
        if !in_club && standing.may(Act::AskForHelp, Tie::default()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A need that is not sent yet. `None`: it says too little to be told from others.
async fn draft_line(desk: &mut Desk<'_>, request: &Request) -> anyhow::Result<Option<Message>> {
    let now = desk.calendar(request.municipality_id).await?.local(desk.now);
    let window = request.draft.window().map(|(start, end)| Window::said_at(now, start, end));
    Ok(request.draft.service.map(|service| match window {
        Some(window) => Message::MyDraft { service, window },
        None => Message::MyDraftOpen { service },
    }))
}

/// One of somebody's tasks, with their own hours.
pub async fn line(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    state: SignupState,
) -> anyhow::Result<Message> {
    let calendar = desk.calendar(task.municipality).await?;
    let window = faces::window_of(task, person, &calendar);
    let (number, service) = (task.number, task.service);
    Ok(match state {
        SignupState::Reserve => Message::MyReserve { number, service, window },
        _ => Message::MyPlace { number, service, window },
    })
}

fn buttons(desk: &Desk<'_>, task: &Task) -> Vec<Button> {
    let number = task.number;
    let open = Button { label: Message::OpenNumber { number }, target: Target::Task(task.id) };
    let withdraw = Button::new(Message::WithdrawNumber { number }, format!("no:{}", task.id.0));
    desk.around.public_url.iter().map(|_| open.clone()).chain([withdraw]).collect()
}

/// Tasks that lack people: in a club's group those posted there, in a unit's group the unit's, in private those the person may see.
pub async fn open(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    if !heard.in_private && heard.group.is_none() {
        return desk.reply(heard, Message::GroupNeedsCode.into(), Some(message)).await;
    }
    let mut tasks = Vec::new();
    for id in ids(desk, heard).await? {
        tasks.extend(desk.tx.task(id).await?.filter(|task| task.is_hunting() && desk.now < task.starts_at));
    }
    let mut said = Said::new([]);
    for task in &tasks {
        let calendar = desk.calendar(task.municipality).await?;
        let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
        said.lines.push(Message::FreeOn { number, service, window, free: task.free(), places: task.places });
        if heard.in_private && said.buttons.len() < MOST_BUTTONS && may_answer(desk, heard, task).await? {
            said = said.row([Button::new(Message::ICanNumber { number }, format!("yes:{}", task.id.0))]);
        }
    }
    if said.lines.is_empty() {
        said.lines.push(Message::NoneLackPeople);
    }
    cut(&mut said.lines);
    desk.reply(heard, said, Some(message)).await
}

/// What is said to whoever would come where they are asked for nothing: that nobody lacks people is said only where it is so.
pub async fn nothing_to_take(
    desk: &mut Desk<'_>,
    heard: &Heard,
) -> anyhow::Result<(Message, Option<TaskId>)> {
    const MOST: i64 = 100;
    if let Some(later) = asked_later(desk, heard).await? {
        return Ok(later);
    }
    for person in &heard.people {
        for id in desk.tx.open_tasks(person.municipality_id, MOST).await? {
            let Some(task) = desk.tx.task(id).await?.filter(Task::is_hunting) else { continue };
            if desk.now < task.starts_at && task.held_by(person.id) == 0 {
                return Ok((Message::NotAskedYet, None));
            }
        }
    }
    Ok((Message::NoneLackPeople, None))
}

/// The tasks that lack people and may be answered by whoever speaks.
pub async fn open_to(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    let mut open = Vec::new();
    for id in ids(desk, heard).await? {
        let task = desk.tx.task(id).await?.filter(|task| task.is_hunting() && desk.now < task.starts_at);
        let Some(task) = task else { continue };
        if may_answer(desk, heard, &task).await? {
            open.push(id);
        }
    }
    Ok(open)
}

/// The first task that lacks people and that the speaker's own club is to be asked about later.
async fn asked_later(
    desk: &mut Desk<'_>,
    heard: &Heard,
) -> anyhow::Result<Option<(Message, Option<TaskId>)>> {
    const MOST: i64 = 50;
    for person in heard.people.clone() {
        let memberships = desk.tx.memberships(person.id, desk.now).await?;
        let calendar = desk.calendar(person.municipality_id).await?;
        for id in desk.tx.open_tasks(person.municipality_id, MOST).await? {
            let Some(task) = desk.tx.task(id).await?.filter(Task::is_hunting) else { continue };
            let own = |asked: &&Asked| {
                !asked.closed && memberships.iter().any(|of| of.organisation_id == Some(asked.organisation))
            };
            let Some(order) = task.asked.iter().find(own).map(|asked| asked.order) else { continue };
            let planned = plan::ladder_times(&task, &calendar);
            let asks = planned.into_iter().find(|planned| planned.what == What::Ask { order });
            if let Some(asks) = asks.filter(|asks| asks.at > desk.now && asks.at < task.starts_at) {
                let (number, service, window) = (task.number, task.service, faces::window(&task, &calendar));
                let at = faces::at(&calendar, desk.now, asks.at);
                return Ok(Some((Message::ClubAskedLater { number, service, window, at }, Some(id))));
            }
        }
    }
    Ok(None)
}

async fn ids(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    const MOST: i64 = 100;
    if let Some(group) = &heard.group {
        let Some(unit) = group.unit_id else {
            return Ok(desk.tx.tasks_posted_in(heard.chat.id, desk.now).await?);
        };
        let ids = desk.tx.open_tasks(group.municipality_id, MOST).await?;
        return of_unit(desk, ids, unit).await;
    }
    let mut ids = Vec::new();
    for person in heard.people.clone() {
        let standing = desk.standing(&person).await?;
        if standing.may(Act::SeeDay, Tie::default()) {
            ids.extend(desk.tx.open_tasks(person.municipality_id, MOST).await?);
            continue;
        }
        if let Some(unit) = standing.unit().filter(|_| standing.may(Act::SeeDay, OWN_UNIT)) {
            let open = desk.tx.open_tasks(person.municipality_id, MOST).await?;
            ids.extend(of_unit(desk, open, unit).await?);
        }
        ids.extend(desk.tx.tasks_asked_of(person.id, desk.now).await?);
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    Ok(ids)
}

const OWN_UNIT: Tie = Tie {
    own_unit: true,
    requester: false,
    holds_place: false,
    last_resort: false,
    asked: false,
    own_club: false,
};

async fn of_unit(
    desk: &mut Desk<'_>,
    ids: Vec<TaskId>,
    unit: crate::domain::ids::UnitId,
) -> anyhow::Result<Vec<TaskId>> {
    let mut own = Vec::new();
    for id in ids {
        if desk.tx.task(id).await?.is_some_and(|task| task.unit == unit) {
            own.push(id);
        }
    }
    Ok(own)
}

/// Whether the person belongs to an organisation that is asked, and has no place yet.
async fn may_answer(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<bool> {
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    Ok(task.held_by(person.id) == 0 && is_asked(desk, task, &person).await?)
}

/// Whether the person belongs to an organisation that has been asked about a task.
pub async fn is_asked(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let belongs = |organisation| memberships.iter().any(|of| of.organisation_id == Some(organisation));
    for asked in task.asked.iter().filter(|asked| belongs(asked.organisation)) {
        if let Some(chat) = desk.tx.group_chat(asked.group).await?
            && desk.tx.has_card(task.id, chat.id).await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A list that fits a message.
pub fn cut(lines: &mut Vec<Message>) {
    if lines.len() > MOST_LINES {
        let more = u32::try_from(lines.len() - MOST_LINES).unwrap_or(u32::MAX);
        lines.truncate(MOST_LINES);
        lines.push(Message::AndMore { more });
    }
}
