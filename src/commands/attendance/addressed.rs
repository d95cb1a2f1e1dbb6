//! Whom an answer to a report is for, where it names somebody: "svar til Kari: det går helt fint".

use chrono::TimeDelta;

use super::deviations;
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, faces};
use crate::domain::ids::{DeviationId, PersonId, TaskNumber};
use crate::domain::permission::Act;
use crate::domain::place::fold;
use crate::language::reports;
use crate::text::Message;
use crate::text::argument::Names;

/// Reports that are older than this are answered by a reply to them.
const REMEMBERED: TimeDelta = TimeDelta::days(7);

/// A report that waits for an answer, and who told it.
struct Waiting {
    id: DeviationId,
    reporter: PersonId,
    name: String,
    number: TaskNumber,
}

/// An answer that names whoever reported something goes to them, whatever was said last; where it can't be told whose it is, that is asked. `spoken_of`: the
/// report that it would answer otherwise. `false`: it names nobody else.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    spoken_of: Option<DeviationId>,
    message: &str,
) -> anyhow::Result<bool> {
    let addressed = reports::addressee(text);
    if addressed.is_none() && spoken_of.is_none() {
        return Ok(false);
    }
    let waiting = waiting(desk, heard).await?;
    let whom = addressed.map_or(text, |(whom, _)| whom);
    let words: Vec<String> =
        whom.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect();
    let is_named = |name: &str| name.split_whitespace().map(fold).any(|part| words.contains(&part));
    if let Some(report) = spoken_of {
        let Some(row) = desk.tx.deviation(report).await? else { return Ok(false) };
        if is_named(&desk.tx.person(row.reporter_id).await?.name) {
            return Ok(false);
        }
    }
    let named: Vec<&Waiting> = waiting.iter().filter(|report| is_named(&report.name)).collect();
    let is_of_one = named.windows(2).all(|two| two[0].reporter == two[1].reporter);
    match (addressed, named.last()) {
        (Some((_, answer)), Some(report)) if is_of_one => {
            deviations::answered(desk, heard, report.id, Some((answer, message)), "").await?;
        }
        // What names nobody who waits says nothing against the report that was spoken of, unless it is addressed.
        (None, None) => return Ok(false),
        (Some(_), None) if spoken_of.is_none() => return Ok(false),
        _ => {
            let mut names: Vec<String> = Vec::new();
            for report in &waiting {
                let name = format!("{} (#{})", faces::short_name(&report.name), report.number.0);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            desk.reply(heard, Message::AnswerForWhom { names: Names(names) }.into(), None).await?;
        }
    }
    Ok(true)
}

/// The reports that whoever speaks may answer and nobody has, the oldest first.
async fn waiting(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    for person in heard.people.clone() {
        for report in desk.tx.unanswered_reports(person.municipality_id, desk.now - REMEMBERED).await? {
            let Some(task) = desk.tx.task(report.task_id).await? else { continue };
            let may = duty::allowed(desk, heard, &task, Act::AcceptShortfall).await?.is_some();
            let reporter = desk.tx.living_person(report.reporter_id).await?.filter(|_| may);
            waiting.extend(reporter.map(|reporter| Waiting {
                id: report.id,
                reporter: reporter.id,
                name: reporter.name,
                number: task.number,
            }));
        }
    }
    Ok(waiting)
}
