//! The buttons under a draft: its parts are chosen, it is sent, changed, discarded, or shown as it would go.

use chrono::TimeDelta;

use super::question::with_hint;
use super::read_back::read_back;
use super::{aside, keep_and_go_on, open_draft, unfinished};
use crate::commands::desk::{Desk, Heard};
use crate::commands::opening::Opened;
use crate::commands::{faces, opening};
use crate::domain::draft::{Draft, MOST_PEOPLE};
use crate::domain::ids::{RequestId, TaskId, ZoneId};
use crate::domain::plan::{self, What};
use crate::domain::service::ServiceKind;
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::{Button, Message, Said, Target};

/// What a button under a draft does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Send {
        version: u32,
    },
    Change,
    Discard,
    /// Shows the whole ladder with clock times.
    DryRun,
    Service(ServiceKind),
    People(u32),
    /// Days from today.
    Day(u32),
    /// Minutes after midnight.
    Clock(u32),
    /// Minutes.
    Length(u32),
    Zone(ZoneId),
    /// What was not understood is for those who come.
    Note,
}

/// A pressed button under a draft.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: RequestId,
    step: Step,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let (request, person) = match open_draft(desk, heard, request).await? {
        Ok(found) => found,
        Err(why) => return desk.refuse_press(heard, press, why.into()).await,
    };
    let mut draft = request.draft.0.clone();
    let mut lines = Vec::new();
    match step {
        Step::Send { version } if version != draft.version => {
            desk.answer_press(heard, press, Message::DraftChanged.into()).await?;
            return read_back(desk, heard, &person, &request, &draft, Vec::new()).await;
        }
        Step::Send { .. } => return send(desk, heard, &person, &request, &draft, press, None).await,
        Step::Discard => return discard(desk, heard, &person, &request, press).await,
        Step::Change => {
            desk.answer_press(heard, press, Said::new([])).await?;
            let said = with_hint(heard, Message::SayWhatChanges.into());
            return desk.reply_about(heard, said, None, None, Some(request.id)).await;
        }
        Step::DryRun => return dry_run(desk, heard, &request, &draft, press).await,
        Step::Service(kind) => draft.service = Some(kind),
        Step::People(people) => draft.people = Some(people.clamp(1, MOST_PEOPLE)),
        Step::Day(days) => {
            let today = desk.calendar(person.municipality_id).await?.local(desk.now).date();
            draft.set_start(Some(today + TimeDelta::days(i64::from(days.min(366)))), draft.clock);
        }
        Step::Clock(minutes) => {
            let clock = chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
            draft.set_start(draft.day, clock);
        }
        Step::Length(minutes) => draft.set_length(minutes),
        Step::Zone(zone) => draft.zone = Some(zone),
        Step::Note => {
            let mut recipient = desk.tx.recipient(&desk.around.key, request.id).await?.unwrap_or_default();
            let Some(note) = recipient.aside.take() else {
                return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
            };
            recipient.notes.push(note);
            desk.tx.set_recipient(&desk.around.key, request.id, &recipient).await?;
            draft.has_notes = true;
            lines.push(Message::NoteAdded);
        }
    }
    draft.version += 1;
    desk.put_away_part_of(request.id, data).await?;
    desk.answer_press(heard, press, Message::Noted.into()).await?;
    keep_and_go_on(desk, heard, &person, &request, draft, lines).await
}

async fn dry_run(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: &Request,
    draft: &Draft,
    press: &str,
) -> anyhow::Result<()> {
    let said = match opening::prepare(desk, request, draft).await? {
        Ok(opened) => opening::dry_run(desk, &opened).await?,
        Err(refusal) => Said::new(opening::refused(desk, request, refusal).await?),
    };
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply_about(heard, said, None, None, Some(request.id)).await
}

/// `lead`: what is said before, where it must be told apart from others.
pub(super) async fn send(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    draft: &Draft,
    press: &str,
    lead: Option<Message>,
) -> anyhow::Result<()> {
    match opening::prepare(desk, request, draft).await? {
        Ok(opened) => {
            let number = opened.task.number;
            let (said, task) = open(desk, heard, person, request, opened, lead).await?;
            let number = desk.tx.task(task).await?.map_or(number, |task| task.number);
            desk.answer_press(heard, press, Message::PressSent { number }.into()).await?;
            desk.reply_about(heard, said, None, Some(task), Some(request.id)).await?;
            aside::take_up_next(desk, heard, person).await
        }
        Err(_) => {
            desk.answer_press(heard, press, Message::CannotSend.into()).await?;
            read_back(desk, heard, person, request, draft, lead.into_iter().collect()).await
        }
    }
}

/// Opens the task. Gives what whoever asked is told, and the task.
pub(super) async fn open(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    opened: Opened,
    lead: Option<Message>,
) -> anyhow::Result<(Said, TaskId)> {
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let task = opening::open(desk, request, opened, actor).await?;
    desk.put_away_buttons(request.id).await?;
    desk.tx.set_due(Subject::Draft(request.id), None).await?;
    let calendar = desk.calendar(request.municipality_id).await?;
    let sent = Message::Sent { number: task.number, at: faces::at(&calendar, desk.now, task.promised_at) };
    let mut said = Said::new(lead.into_iter().chain([sent]).collect::<Vec<_>>());
    // In the night the group sees nothing before the morning, which is worth knowing.
    let first = plan::ladder_times(&task, &calendar)
        .into_iter()
        .filter(|planned| matches!(planned.what, What::Ask { .. }))
        .map(|planned| planned.at)
        .min();
    if let Some(at) = first.filter(|at| *at > desk.now) {
        said.lines.push(Message::GroupSeesIt { at: faces::at(&calendar, desk.now, at) });
    }
    if heard.in_private && desk.around.public_url.is_some() {
        said = said.row([Button { label: Message::SeeRecipient, target: Target::Task(task.id) }]);
    }
    Ok((said, task.id))
}

pub(super) async fn discard(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    press: &str,
) -> anyhow::Result<()> {
    unfinished::end(desk, request).await?;
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply_about(heard, Message::Discarded.into(), None, None, Some(request.id)).await?;
    aside::take_up_next(desk, heard, person).await
}
