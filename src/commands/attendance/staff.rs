//! What staff write by themselves of a task where something is wrong: harm is a report, and "jeg har ringt 113, bli der" is for whoever is there.

use super::{deviations, trouble, urgent};
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, everyday, faces, request};
use crate::domain::permission::{Act, Tie};
use crate::domain::task::Task;
use crate::language::request::read_request;
use crate::language::{alarm, reports};
use crate::store::deviations::Deviation;
use crate::store::outbox::SaidBefore;
use crate::store::people::Person;
use crate::text::{Message, Said};

/// `false`: they speak of nothing of the kind, answer a message, or ask for help.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let rest = alarm::without_emergency(text);
    let harm = alarm::tells_of_harm(&rest);
    let instructs = rest.len() < text.trim().len() && alarm::tells_of_harm(text);
    let sends_home = reports::sends_home(text);
    if before.is_some() || !harm && !instructs && !sends_home || text.contains('?') {
        return Ok(false);
    }
    let Some((task, person, report)) = concerned(desk, heard).await? else { return Ok(false) };
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    let reading = read_request(text, now);
    if reading.service.is_some() && reading.start.is_some() || request::has_draft(desk, heard).await? {
        return Ok(false);
    }
    if !harm && report.is_none() && sends_home {
        return send_home(desk, heard, &task, text, message).await;
    }
    if !harm {
        let Some(report) = report.filter(|_| instructs) else { return Ok(false) };
        deviations::answered(desk, heard, report.id, Some((text, message)), "").await?;
        return Ok(true);
    }
    let taken = deviations::take_down(desk, &task, &person, text).await?;
    urgent::tell(desk, &task, &person, &taken).await?;
    let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
    let mut said = Said::from(Message::StaffReported { number: task.number, name, phone });
    for signup in task.attending().copied().collect::<Vec<_>>() {
        let Person { name, phone, .. } = desk.tx.person(signup.person).await?;
        let name = faces::short_name(&name);
        said.lines.extend(phone.map(|phone| Message::PhoneOf { name, phone }));
    }
    deviations::remove(desk, heard, &mut said, message).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// "Hun er på sykehuset, du kan gå hjem" of a task that is under way: whether it is to end is asked, and those who are there hear it in the bot's own words.
async fn send_home(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !trouble::is_under_way(task, desk.now) || task.attending().next().is_none() {
        return Ok(false);
    }
    let asked = duty::ask_whether_to_cancel(task);
    let names = faces::names_of_coming(desk, task).await?;
    let mut said = Said { lines: vec![Message::NotNeededAsk { number: task.number, names }], ..asked };
    if !deviations::may_be_quoted(desk, task, text).await? || alarm::tells_of_hospital(text) {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// The task that staff may mean, with the report about it that waits for an answer: of which they were told, or else the one that they asked for and that
/// is under way.
async fn concerned(
    desk: &mut Desk<'_>,
    heard: &Heard,
) -> anyhow::Result<Option<(Task, Person, Option<Deviation>)>> {
    for person in heard.people.clone() {
        if !desk.standing(&person).await?.may(Act::AskForHelp, Tie::default()) {
            continue;
        }
        let since = desk.now - urgent::SAME_MATTER;
        for report in desk.tx.unanswered_alarms(person.municipality_id, since).await?.into_iter().rev() {
            let Some(task) = desk.tx.task(report.task_id).await? else { continue };
            let told = urgent::told(desk, &task, std::slice::from_ref(&report)).await?;
            if report.reporter_id != person.id && (task.requester == person.id || told.contains(&person.id)) {
                return Ok(Some((task, person, Some(report))));
            }
        }
        for id in desk.tx.tasks_asked_by(person.id, desk.now).await? {
            if let Some(task) = desk.tx.task(id).await?.filter(|task| trouble::is_under_way(task, desk.now)) {
                return Ok(Some((task, person, None)));
            }
        }
    }
    Ok(None)
}
