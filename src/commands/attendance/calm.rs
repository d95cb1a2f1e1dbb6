//! An alarm is over, or others who can help are there: whoever was told hears it once, and is told no more.

use super::urgent::{self, SAME_MATTER};
use super::{deviations, trouble};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{private, task_number};
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::task::{SignupState, Task};
use crate::language::alarm::{self, Calm};
use crate::store::deviations::Deviation;
use crate::store::due::Subject;
use crate::store::outbox::{Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Message, Said};

/// Words that calm an alarm, from whoever reported it, comes to the same task, or asked for help. `false`: they are about something else, or there is no
/// alarm of theirs.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(calm) = alarm::calm(text) else { return Ok(false) };
    let about = before.and_then(|before| before.task_id);
    // In a group only a task that is spoken of there.
    if !heard.in_private && about.is_none() {
        return Ok(false);
    }
    let Some((task, person)) = whose(desk, heard, text, about, calm).await? else {
        return trouble::calmed_by_the_way(desk, heard, calm).await;
    };
    let reports = desk.tx.alarms(task.id, desk.now - SAME_MATTER).await?;
    let reports: Vec<Deviation> = reports.into_iter().filter(|report| may_be_calmed(report, calm)).collect();
    // That an ambulance came tells of nobody's health.
    let quoted = deviations::may_be_quoted(desk, &task, &alarm::without_emergency(text)).await?;
    tell(desk, heard, &task, &person, &reports, calm, Some(text).filter(|_| quoted)).await?;
    for report in &reports {
        desk.tx.set_calmed(report.id, desk.now).await?;
        let at = match calm {
            Calm::Over => {
                desk.tx.answer_deviation(report.id, person.id, desk.now).await?;
                desk.put_away_said(task.id, person.id, &format!("follow:{}", report.id.0)).await?;
                None
            }
            // Somebody in the municipality still follows it up.
            Calm::HelpIsThere => Some(report.answer_by_at).filter(|_| report.answered_at.is_none()),
        };
        let at = at.filter(|_| report.goes_with.is_none());
        desk.tx.set_due(Subject::Deviation(report.id), at).await?;
    }
    let number = task.number;
    let mut said = Said::from(match calm {
        Calm::Over => Message::AlarmOverNoted { number },
        Calm::HelpIsThere => Message::HelpIsThereNoted { number },
    });
    if !quoted {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(task.id), None).await?,
        false => private::reply(desk, heard, said, message).await?,
    }
    Ok(true)
}

fn may_be_calmed(report: &Deviation, calm: Calm) -> bool {
    match calm {
        Calm::Over => report.calmed_at.is_none() || report.answered_at.is_none(),
        Calm::HelpIsThere => report.calmed_at.is_none(),
    }
}

/// The task whose alarm somebody may mean: the one that is named or spoken of, their own report first, the newest of several.
async fn whose(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    about: Option<TaskId>,
    calm: Calm,
) -> anyhow::Result<Option<(Task, Person)>> {
    let named = task_number(text);
    let mut found: Option<(bool, Task, Person)> = None;
    for person in heard.people.clone() {
        for report in desk.tx.alarms_to_calm(person.municipality_id, desk.now - SAME_MATTER).await? {
            let own = report.reporter_id == person.id;
            let is_better = found.as_ref().is_none_or(|(found_own, ..)| own && !found_own);
            if !is_better
                || !may_be_calmed(&report, calm)
                || about.is_some_and(|about| about != report.task_id)
            {
                continue;
            }
            let Some(task) = desk.tx.task(report.task_id).await? else { continue };
            let placed = task.signup(person.id).is_some_and(|signup| signup.state == SignupState::Placed);
            let may = own || placed || task.requester == person.id;
            if may && named.is_none_or(|number| number == task.number) {
                found = Some((own, task, person.clone()));
            }
        }
    }
    Ok(found.map(|(_, task, person)| (task, person)))
}

async fn tell(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    reports: &[Deviation],
    calm: Calm,
    words: Option<&str>,
) -> anyhow::Result<()> {
    let (number, name) = (task.number, person.name.clone());
    let text = match (calm, words) {
        (Calm::Over, Some(words)) => Message::AlarmOver { number, name, words: words.trim().to_owned() },
        (Calm::Over, None) => Message::AlarmOverUnquoted { number, name },
        (Calm::HelpIsThere, Some(words)) => {
            Message::HelpIsThere { number, name, words: words.trim().to_owned() }
        }
        (Calm::HelpIsThere, None) => Message::HelpIsThereUnquoted { number, name },
    };
    let open = reports.iter().find(|report| report.answered_at.is_none() && report.goes_with.is_none());
    let follow = open.filter(|_| calm == Calm::HelpIsThere).map(|report| urgent::follow(report.id));
    let mut people: Vec<PersonId> = urgent::told(desk, task, reports).await?;
    let reporters = reports.iter().map(|report| report.reporter_id);
    let followers = reports.iter().filter_map(|report| report.answered_by);
    for other in reporters.clone().chain(followers).chain([task.requester]) {
        if !people.contains(&other) {
            people.push(other);
        }
    }
    for other in people.into_iter().filter(|other| *other != person.id) {
        let is_town = !reporters.clone().any(|reporter| reporter == other);
        let mut said = Said::from(text.clone());
        if let Some(follow) = follow.clone().filter(|_| is_town) {
            said = said.row([follow]);
        }
        let key = format!("calm:{}:{}", heard.inbox.0, other.0);
        desk.tell(other, Note::on(task, Purpose::Notice, key, said)).await?;
    }
    Ok(())
}
