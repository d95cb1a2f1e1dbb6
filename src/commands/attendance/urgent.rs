//! A report that can't wait: it goes to duty and whoever asked at once, and further until somebody answers.

use chrono::{DateTime, Utc};

use super::deviations::{self, Taken};
use crate::commands::desk::{Desk, Note};
use crate::commands::outcome;
use crate::domain::ids::{DeviationId, PersonId};
use crate::domain::report;
use crate::domain::task::Task;
use crate::store::deviations::Deviation;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::{KnownPhone, Phone};
use crate::text::{Button, Message, Said};

/// What the outbox keys of all tellings of a report begin with.
fn keys(id: DeviationId) -> String {
    format!("urgent:{}:", id.0)
}

/// Tells whoever asked, and the first of those on duty.
pub async fn tell(desk: &mut Desk<'_>, task: &Task, reporter: &Person, taken: &Taken) -> anyhow::Result<()> {
    let said = words(task, reporter, taken.id, Some(&taken.words).filter(|_| taken.quoted));
    let key = format!("{}0", keys(taken.id));
    if task.requester != reporter.id {
        tell_one(desk, task, &key, task.requester, said.clone()).await?;
    }
    let people = who_can_act(desk, task, reporter.id).await?;
    outcome::tell_first(desk, task, &key, said, people).await?;
    wait(desk, taken.id, 1, taken.by).await
}

/// Nobody has answered it: those who were told hear it once more, and the next one hears it too, and whoever reported it learns who that is.
pub async fn tell_again(
    desk: &mut Desk<'_>,
    task: &Task,
    id: DeviationId,
    row: &Deviation,
    times: u32,
) -> anyhow::Result<()> {
    if report::told_again_at(times, desk.now).is_none() {
        return Ok(desk.tx.set_due(Subject::Deviation(id), Some(row.answer_by_at)).await?);
    }
    let reporter = desk.tx.person(row.reporter_id).await?;
    let key = desk.around.key.clone();
    let quoted = match desk.tx.deviation_words(&key, id).await? {
        Some(words) if deviations::may_be_quoted(desk, task, &words).await? => Some(words),
        _ => None,
    };
    let said = words(task, &reporter, id, quoted.as_ref());
    let key = format!("{}{times}", keys(id));
    let mut told: Vec<PersonId> = Vec::new();
    for person in desk.tx.told_under(task.id, &keys(id)).await? {
        if !told.contains(&person) {
            told.push(person);
        }
    }
    let mut further = said.clone();
    for person in &told {
        let silent = desk.tx.living_person(*person).await?;
        further.lines.extend(silent.map(|person| Message::DutySilent { name: person.name }));
    }
    let mut next = None;
    for person in who_can_act(desk, task, reporter.id).await? {
        if !told.contains(&person) && tell_one(desk, task, &key, person, further.clone()).await? {
            next = Some(person);
            break;
        }
    }
    let mut again = said;
    again.lines.push(Message::UrgentUnanswered);
    for person in told {
        tell_one(desk, task, &key, person, again.clone()).await?;
    }
    if let Some(next) = next {
        let Person { name, phone, .. } = desk.tx.person(next).await?;
        let text = Message::UrgentPassedOn { number: task.number, name, phone: KnownPhone(phone) };
        desk.tell(reporter.id, Note::on(task, Purpose::Notice, format!("{key}:reporter"), text)).await?;
    }
    wait(desk, id, times + 1, row.answer_by_at).await
}

/// Notes how often it has been told, and when that is looked at again: at the latest when an answer is due.
async fn wait(
    desk: &mut Desk<'_>,
    id: DeviationId,
    times: u32,
    answer_by: DateTime<Utc>,
) -> anyhow::Result<()> {
    desk.tx.set_urgent_told(id, times).await?;
    let at = report::told_again_at(times, desk.now).unwrap_or(answer_by);
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

/// Those who can act beside whoever asked, who is told first, and whoever reports it, who knows.
async fn who_can_act(desk: &mut Desk<'_>, task: &Task, reporter: PersonId) -> anyhow::Result<Vec<PersonId>> {
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    people.retain(|person| *person != task.requester && *person != reporter);
    Ok(people)
}

/// `quoted`: what was said, where it may stand in a chat.
fn words(task: &Task, reporter: &Person, id: DeviationId, quoted: Option<&String>) -> Said {
    let (number, name) = (task.number, reporter.name.clone());
    let text = match (quoted.cloned(), reporter.phone.clone()) {
        (Some(words), Some(phone)) => Message::Urgent { number, name, words, phone: Phone(Some(phone)) },
        (Some(words), None) => Message::UrgentNoPhone { number, name, words },
        (None, Some(phone)) => Message::UrgentCall { number, name, phone: Phone(Some(phone)) },
        (None, None) => Message::UrgentCallNoPhone { number, name },
    };
    Said::from(text).row([Button::new(Message::IFollowUp, format!("follow:{}", id.0))])
}
