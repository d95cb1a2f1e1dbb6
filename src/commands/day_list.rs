//! The list of a day: its tasks, those that lack people first. On request for coordinators and a unit's staff, and by itself for the one on duty.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::attendance::urgent;
use super::desk::{Desk, Heard, Note};
use super::{faces, lists, private, proposals, replies, take_off};
use crate::domain::day_list::Timetable;
use crate::domain::ids::{MunicipalityId, PersonId, UnitId};
use crate::domain::local_time::Calendar;
use crate::domain::permission::{Act, Tie};
use crate::domain::task::{Task, TaskState};
use crate::language::absence::read_absence;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// A list that could not be sent in time is still of use for so many hours.
const LATE_HOURS: i64 = 3;
/// Tasks for which a list proposes what to do: more buttons are no help.
const MOST_PROPOSALS: usize = 6;
/// What somebody has been told so lately, with all that can be done about it, need not be proposed to them once more.
const JUST_TOLD: TimeDelta = TimeDelta::minutes(5);
/// Times in one day that are looked at to find the latest.
const MOST_TIMES: usize = 200;

/// `/dagsliste`, for today or for the day that is named.
pub async fn asked(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let mut whole = Said::default();
    for person in heard.people.clone() {
        let Some(unit) = whose(desk, &person).await? else { continue };
        let calendar = desk.calendar(person.municipality_id).await?;
        let today = calendar.local(desk.now);
        let named = (!words.is_empty()).then(|| read_absence(words, today)).flatten();
        let day = named.map_or(today.date(), |named| named.from);
        let tasks = tasks_of(desk, person.municipality_id, unit, &calendar, day).await?;
        let dispatches = desk.standing(&person).await?.may(Act::Dispatch, Tie::default());
        let mut said = list(desk, &calendar, day, &tasks, dispatches.then_some(person.id)).await?;
        if dispatches && day == today.date() {
            said = with_unanswered(said, urgent::unanswered(desk, person.municipality_id).await?);
        }
        let Said { lines, buttons } = said;
        whole.lines.extend(lines);
        whole.buttons.extend(buttons);
    }
    if whole.lines.is_empty() {
        whole = Message::DayNotForYou.into();
    }
    private::reply(desk, heard, whole, message).await
}

/// Whose tasks a person may see the list of: everybody's, or those of the unit in it. `None`: nobody's.
async fn whose(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<Option<Option<UnitId>>> {
    let standing = desk.standing(person).await?;
    if standing.may(Act::SeeDay, Tie::default()) {
        return Ok(Some(None));
    }
    let unit =
        standing.unit().filter(|_| standing.may(Act::SeeDay, Tie { own_unit: true, ..Tie::default() }));
    Ok(unit.map(Some))
}

/// A municipality's list is due: the first of those on duty who can be written to gets it. A day without tasks needs no list.
pub async fn send_due(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<()> {
    let (town, calendar) = desk.town(municipality).await?;
    let times: Timetable = town.day_list.parse().unwrap_or(Timetable::Off);
    desk.tx.set_due(Subject::DayList(municipality), times.next(&calendar, desk.now)).await?;
    let Some(at) = latest(&times, &calendar, desk.now) else { return Ok(()) };
    let today = calendar.local(desk.now).date();
    let tasks = tasks_of(desk, municipality, None, &calendar, today).await?;
    let lacking_tomorrow = lacking_tomorrow(desk, municipality, &calendar, today).await?;
    let unanswered = urgent::unanswered(desk, municipality).await?;
    if tasks.is_empty() && lacking_tomorrow.is_empty() && unanswered.is_empty() {
        return Ok(());
    }
    for person in desk.on_duty(municipality, &calendar).await? {
        let mut said = list(desk, &calendar, today, &tasks, Some(person)).await?;
        said = with_unanswered(said, unanswered.clone());
        if !lacking_tomorrow.is_empty() {
            said.lines.push(Message::LackingTomorrow { numbers: Names(lacking_tomorrow.clone()) });
        }
        let key = format!("daylist:{}:{}:{}", municipality.0, at.timestamp(), person.0);
        let note = Note { key, purpose: Purpose::Notice, said, task: None, request: None, at: None };
        if desk.tell(person, note).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// What can't wait and nobody has answered goes first.
fn with_unanswered(mut said: Said, unanswered: Vec<(Message, Button)>) -> Said {
    for (line, button) in unanswered.into_iter().rev() {
        said.lines.insert(0, line);
        said.buttons.insert(0, vec![button]);
    }
    said
}

/// The latest time of today's that has come, unless it is long past: after a morning's outage the list still comes, after a day's it does not.
fn latest(times: &Timetable, calendar: &Calendar, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let today = calendar.local(now).date();
    let mut at = calendar.instant(today.and_time(NaiveTime::MIN)) - TimeDelta::seconds(1);
    at = at.max(now - TimeDelta::hours(LATE_HOURS));
    let mut latest = None;
    for _ in 0..MOST_TIMES {
        match times.next(calendar, at).filter(|next| *next <= now) {
            Some(next) => (at, latest) = (next, Some(next)),
            None => break,
        }
    }
    latest
}

async fn tasks_of(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    unit: Option<UnitId>,
    calendar: &Calendar,
    day: NaiveDate,
) -> anyhow::Result<Vec<Task>> {
    let midnight = |day: NaiveDate| calendar.instant(day.and_time(NaiveTime::MIN));
    let span = (midnight(day), midnight(day + Days::new(1)));
    let mut tasks = Vec::new();
    for id in desk.tx.tasks_between(municipality, unit, span).await? {
        tasks.extend(desk.tx.task(id).await?);
    }
    Ok(tasks)
}

async fn lacking_tomorrow(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    calendar: &Calendar,
    today: NaiveDate,
) -> anyhow::Result<Vec<String>> {
    let tasks = tasks_of(desk, municipality, None, calendar, today + Days::new(1)).await?;
    Ok(tasks.iter().filter(|task| lacks(task)).map(|task| task.number.to_string()).collect())
}

/// Whether a task lacks people, or went without them.
fn lacks(task: &Task) -> bool {
    matches!(task.state, TaskState::Open | TaskState::Ended) && !task.is_full()
}

/// One line of state, then the tasks: first those that lack people, each group by its start. Whoever `dispatches` sees what could be done about
/// each, unless a message just above has told them.
async fn list(
    desk: &mut Desk<'_>,
    calendar: &Calendar,
    day: NaiveDate,
    tasks: &[Task],
    dispatches: Option<PersonId>,
) -> anyhow::Result<Said> {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let missing = count(tasks.iter().filter(|task| lacks(task)).count());
    let all = count(tasks.len());
    if tasks.is_empty() {
        return Ok(Message::DayEmpty { day }.into());
    }
    let head = Message::DayHead { day, tasks: all, covered: all - missing, missing };
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    let (lacking, others): (Vec<&Task>, Vec<&Task>) = tasks.iter().partition(|task| lacks(task));
    for task in lacking.into_iter().chain(others) {
        lines.push(line(desk, calendar, task).await?);
        lines.extend(take_off::said_not_to_come(desk, task).await?);
        let Some(person) = dispatches else { continue };
        if desk.tx.told_since(task.id, person, desk.now - JUST_TOLD).await? {
            continue;
        }
        lines.extend(replies::suggestions(desk, task).await?);
        let proposals = proposals::all_for(desk, task).await?;
        for proposal in proposals.into_iter().take(MOST_PROPOSALS - buttons.len().min(MOST_PROPOSALS)) {
            lines.push(proposal.line);
            buttons.push(proposal.buttons);
        }
    }
    lists::cut(&mut lines);
    lines.insert(0, head);
    buttons.retain(|row: &Vec<_>| !row.is_empty());
    Ok(Said { buttons, ..Said::new(lines) })
}

async fn line(desk: &mut Desk<'_>, calendar: &Calendar, task: &Task) -> anyhow::Result<Message> {
    let (number, service, at) = (task.number, task.service, calendar.local(task.starts_at).time());
    let names = faces::names(desk, task, true).await?;
    let (missing, places) = (task.free(), task.places);
    Ok(match task.state {
        TaskState::TakenOver => Message::DayTakenOver { number, service, at },
        _ if lacks(task) && names.is_empty() => Message::DayNobody { number, service, at, places },
        _ if lacks(task) => Message::DayLacks { number, service, at, missing, places, names: Names(names) },
        _ => Message::DayCovered { number, service, at, names: Names(names) },
    })
}
