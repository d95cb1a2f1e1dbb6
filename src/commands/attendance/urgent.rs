//! A report that can't wait: it goes to duty and whoever asked at once, and further until somebody answers. A task has one alarm: what else is reported
//! of it meanwhile is told once to those who know, and the gravest words go on being told.

use chrono::{DateTime, TimeDelta, Utc};

use super::deviations::{self, Taken};
use crate::commands::desk::{Desk, Note};
use crate::commands::{everyday, faces, outcome};
use crate::domain::ids::{DeviationId, MunicipalityId, PersonId};
use crate::domain::report;
use crate::domain::task::Task;
use crate::language::alarm::{self, Gravity};
use crate::store::deviations::Deviation;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::{KnownPhone, Names, Phone};
use crate::text::{Button, Message, Said};

/// So long after it was reported an alarm is still the same matter.
pub const SAME_MATTER: TimeDelta = TimeDelta::hours(6);
/// Of alarms that are older than this nobody is told any more.
const FORGOTTEN: TimeDelta = TimeDelta::days(7);

/// What the outbox keys of all tellings of a report begin with.
fn keys(id: DeviationId) -> String {
    format!("urgent:{}:", id.0)
}

/// Tells whoever asked, and the first of those on duty. While another report about the task is being told those who know of that are told.
pub async fn tell(desk: &mut Desk<'_>, task: &Task, reporter: &Person, taken: &Taken) -> anyhow::Result<()> {
    let ringing = ringing(desk, task).await?;
    let known = told(desk, task, &ringing).await?;
    let leader = ringing.iter().find(|report| report.goes_with.is_none()).filter(|_| !known.is_empty());
    match leader {
        Some(leader) => join(desk, task, reporter, taken, (&ringing, leader), known).await,
        None => begin(desk, task, reporter, taken).await,
    }
}

/// The reports about a task that are being told, the oldest first.
async fn ringing(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Deviation>> {
    let reports = desk.tx.alarms(task.id, desk.now - FORGOTTEN).await?;
    Ok(reports.into_iter().filter(Deviation::is_ringing).collect())
}

/// Those who have been told of any of these reports, in that order.
pub async fn told(desk: &mut Desk<'_>, task: &Task, reports: &[Deviation]) -> anyhow::Result<Vec<PersonId>> {
    let mut told = Vec::new();
    for report in reports {
        for person in desk.tx.told_under(task.id, &keys(report.id)).await? {
            if !told.contains(&person) {
                told.push(person);
            }
        }
    }
    Ok(told)
}

async fn begin(desk: &mut Desk<'_>, task: &Task, reporter: &Person, taken: &Taken) -> anyhow::Result<()> {
    let said = words(desk, task, reporter, taken.id, Some(&taken.words).filter(|_| taken.quoted)).await?;
    let key = format!("{}0", keys(taken.id));
    // Who looked into what was reported before goes on doing so.
    let before = desk.tx.alarms(task.id, desk.now - SAME_MATTER).await?;
    let follower = before.iter().rev().find_map(|report| report.answered_by);
    for person in follower.into_iter().filter(|follower| *follower != task.requester).chain([task.requester])
    {
        if person != reporter.id {
            tell_one(desk, task, &key, person, said.clone()).await?;
        }
    }
    let mut people = who_can_act(desk, task, &[reporter.id]).await?;
    people.retain(|person| Some(*person) != follower);
    outcome::tell_first(desk, task, &key, said, people).await?;
    wait(desk, task, taken.id, 1, taken.by).await
}

/// Those who know of the alarm hear of the report once. What is graver than what is being told is told in its stead from now on.
async fn join(
    desk: &mut Desk<'_>,
    task: &Task,
    reporter: &Person,
    taken: &Taken,
    (ringing, leader): (&[Deviation], &Deviation),
    mut known: Vec<PersonId>,
) -> anyhow::Result<()> {
    let said = words(desk, task, reporter, taken.id, Some(&taken.words).filter(|_| taken.quoted)).await?;
    let key = format!("{}0", keys(taken.id));
    if !known.contains(&task.requester) {
        known.push(task.requester);
    }
    for person in known.into_iter().filter(|person| *person != reporter.id) {
        tell_one(desk, task, &key, person, said.clone()).await?;
    }
    if alarm::gravity(&taken.words) <= gravity_of(desk, leader).await? {
        desk.tx.set_goes_with(taken.id, Some(leader.id)).await?;
        return Ok(desk.tx.set_urgent_told(taken.id, 1).await?);
    }
    for other in ringing {
        desk.tx.set_goes_with(other.id, Some(taken.id)).await?;
        desk.tx.set_due(Subject::Deviation(other.id), None).await?;
    }
    // Where those who know have been told often enough of what was less grave it begins anew.
    let times = leader.urgent_told.filter(|times| *times < report::TOLD_AT_FIRST).unwrap_or(1);
    wait(desk, task, taken.id, times, taken.by).await
}

async fn gravity_of(desk: &mut Desk<'_>, report: &Deviation) -> anyhow::Result<Gravity> {
    let key = desk.around.key.clone();
    let words = desk.tx.deviation_words(&key, report.id).await?;
    Ok(words.map_or(Gravity::Harm, |words| alarm::gravity(&words)))
}

/// Nobody has answered it: those who were told hear it once more, and the next one hears it too, and whoever reported it learns who that is, and in the
/// end that nobody has.
pub async fn tell_again(desk: &mut Desk<'_>, task: &Task, row: &Deviation, times: u32) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let id = row.id;
    if report::told_again_at(times, desk.now, &calendar).is_none() {
        return Ok(desk.tx.set_due(Subject::Deviation(id), Some(row.answer_by_at)).await?);
    }
    let ringing = ringing(desk, task).await?;
    let mut reporters: Vec<PersonId> = ringing.iter().map(|report| report.reporter_id).collect();
    reporters.sort_by_key(|person| person.0);
    reporters.dedup();
    let reporter = desk.tx.person(row.reporter_id).await?;
    let quoted = quoted(desk, task, id).await?;
    let said = words(desk, task, &reporter, id, quoted.as_ref()).await?;
    let key = format!("{}{times}", keys(id));
    let told = told(desk, task, &ringing).await?;
    let mut names = Vec::new();
    for person in told.iter().filter(|person| !reporters.contains(person)) {
        names.extend(desk.tx.living_person(*person).await?.map(|person| person.name));
    }
    let mut further = said.clone();
    further.lines.extend((!names.is_empty()).then_some(Message::UrgentSilent { names: Names(names) }));
    let mut next = None;
    for person in who_can_act(desk, task, &reporters).await? {
        if !told.contains(&person) && tell_one(desk, task, &key, person, further.clone()).await? {
            next = Some(person);
            break;
        }
    }
    let mut again = said;
    again.lines.push(Message::UrgentUnanswered);
    for person in told.into_iter().filter(|person| *person != row.reporter_id) {
        tell_one(desk, task, &key, person, again.clone()).await?;
    }
    let number = task.number;
    let text = match next {
        Some(next) => {
            let Person { name, phone, .. } = desk.tx.person(next).await?;
            Some(Message::UrgentPassedOn { number, name, phone: KnownPhone(phone) })
        }
        None if times + 1 == report::TOLD_AT_FIRST => {
            let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
            Some(Message::UrgentNobody { number, name, phone })
        }
        None => None,
    };
    if let Some(text) = text {
        for reporter in reporters {
            let key = format!("{key}:reporter:{}", reporter.0);
            desk.tell(reporter, Note::on(task, Purpose::Notice, key, text.clone())).await?;
        }
    }
    wait(desk, task, id, times + 1, row.answer_by_at).await
}

/// The words of a report, where they may stand in a chat.
async fn quoted(desk: &mut Desk<'_>, task: &Task, id: DeviationId) -> anyhow::Result<Option<String>> {
    let key = desk.around.key.clone();
    Ok(match desk.tx.deviation_words(&key, id).await? {
        Some(words) if deviations::may_be_quoted(desk, task, &words).await? => Some(words),
        _ => None,
    })
}

/// Notes how often it has been told, and when that is looked at again: at the latest when an answer is due.
async fn wait(
    desk: &mut Desk<'_>,
    task: &Task,
    id: DeviationId,
    times: u32,
    answer_by: DateTime<Utc>,
) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    desk.tx.set_urgent_told(id, times).await?;
    let at = report::told_again_at(times, desk.now, &calendar).unwrap_or(answer_by).min(answer_by);
    Ok(desk.tx.set_due(Subject::Deviation(id), Some(at)).await?)
}

async fn tell_one(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    person: PersonId,
    said: Said,
) -> anyhow::Result<bool> {
    desk.tell(person, Note::on(task, Purpose::Escalation, format!("{key}:{}", person.0), said)).await
}

/// Those who can act beside whoever asked, who is told first, and those who reported it, who know.
async fn who_can_act(
    desk: &mut Desk<'_>,
    task: &Task,
    reporters: &[PersonId],
) -> anyhow::Result<Vec<PersonId>> {
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    people.retain(|person| *person != task.requester && !reporters.contains(person));
    Ok(people)
}

/// The button by which somebody looks into a report.
pub fn follow(id: DeviationId) -> Button {
    Button::new(Message::IFollowUp, format!("follow:{}", id.0))
}

/// `quoted`: what was said, where it may stand in a chat.
async fn words(
    desk: &mut Desk<'_>,
    task: &Task,
    reporter: &Person,
    id: DeviationId,
    quoted: Option<&String>,
) -> anyhow::Result<Said> {
    let (number, name) = (task.number, reporter.name.clone());
    let text = match (quoted.cloned(), reporter.phone.clone()) {
        (Some(words), Some(phone)) => Message::Urgent { number, name, words, phone: Phone(Some(phone)) },
        (Some(words), None) => Message::UrgentNoPhone { number, name, words },
        (None, Some(phone)) => Message::UrgentCall { number, name, phone: Phone(Some(phone)) },
        (None, None) => Message::UrgentCallNoPhone { number, name },
    };
    let mut said = Said::from(text).row([follow(id)]);
    said.lines.extend(everyday::contact_of_club(desk, Some(task), reporter).await?);
    Ok(said)
}

/// What can't wait and nobody has answered, for whoever looks at the day or takes the duty over: a line for each, and the way to answer it.
pub async fn unanswered(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
) -> anyhow::Result<Vec<(Message, Button)>> {
    let calendar = desk.calendar(municipality).await?;
    let mut found = Vec::new();
    for report in desk.tx.unanswered_alarms(municipality, desk.now - FORGOTTEN).await? {
        let Some(task) = desk.tx.task(report.task_id).await? else { continue };
        let number = task.number;
        let name = faces::short_name(&desk.tx.person(report.reporter_id).await?.name);
        let at = faces::at(&calendar, desk.now, report.reported_at);
        let button = Button::new(Message::IFollowUpOn { number }, format!("follow:{}", report.id.0));
        found.push((Message::UrgentOpen { number, name, at }, button));
    }
    Ok(found)
}
