//! Needs that were begun are sent or dropped in words: the one that is spoken of, one that is named, or all. "Send" is never a note to those who come.

use super::buttons;
use super::question::question;
use super::unfinished;
use super::{aside, asker, demands};
use crate::commands::desk::{Desk, Heard};
use crate::commands::opening;
use crate::domain::draft::Draft;
use crate::domain::service::ServiceKind;
use crate::language::orders::{self, OfDrafts, WhichDraft};
use crate::language::request::read_request;
use crate::store::outbox::SaidBefore;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::argument::Day;
use crate::text::{Button, Message, Said};

/// `false`: there is nothing that was begun here, or something else is said.
pub async fn ordered(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    let Some((order, which)) = orders::of_drafts(text).filter(|_| heard.in_private && before.is_none())
    else {
        return Ok(false);
    };
    let Some((person, _)) = asker(desk, heard).await? else { return Ok(false) };
    let mut drafts = desk.tx.drafts_in(person.id, heard.chat.id).await?;
    drafts.sort_by_key(|request| request.id);
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    // After a word about a task "send" is about that.
    let in_task = last.as_ref().is_some_and(|last| last.task_id.is_some());
    let meant: Vec<Request> = match &which {
        _ if drafts.is_empty() => return Ok(false),
        WhichDraft::All => drafts.clone(),
        WhichDraft::This if in_task => return Ok(false),
        WhichDraft::This => {
            let spoken_of = last.and_then(|last| last.request_id);
            let this = drafts.iter().find(|request| Some(request.id) == spoken_of);
            let current = drafts.iter().find(|request| !request.draft.waits);
            this.or(current).cloned().into_iter().collect()
        }
        WhichDraft::Named(words) => {
            let now = desk.calendar(person.municipality_id).await?.local(desk.now);
            let Some(service) = service_named(words, now) else { return Ok(false) };
            drafts.iter().filter(|request| request.draft.service == Some(service)).cloned().collect()
        }
    };
    match (meant.as_slice(), order, &which) {
        ([], _, _) => Ok(false),
        (several @ [_, _, ..], _, WhichDraft::Named(_)) => {
            let which = ask_which(desk, several, order).await?;
            desk.reply(heard, which, None).await.map(|()| true)
        }
        (all, OfDrafts::Discard, WhichDraft::All) => discard_all(desk, heard, all).await.map(|()| true),
        (all, OfDrafts::Send, WhichDraft::All) => send_all(desk, heard, &person, all).await.map(|()| true),
        // The one that is being worked on goes on when another is dropped.
        ([only, ..], OfDrafts::Discard, _) if only.draft.waits => {
            unfinished::end(desk, only).await?;
            let lines = vec![named(desk, &only.draft.0, only).await?, Message::Discarded];
            desk.reply_about(heard, Said::new(lines), None, None, Some(only.id)).await?;
            aside::take_up_any(desk, heard, &person).await.map(|()| true)
        }
        ([only, ..], OfDrafts::Discard, _) => {
            buttons::discard(desk, heard, &person, only, "").await.map(|()| true)
        }
        ([only, ..], OfDrafts::Send, _) => send_one(desk, heard, &person, only, &drafts).await.map(|()| true),
    }
}

/// The service that a few words name, also by what is brought: "maten".
fn service_named(words: &str, now: chrono::NaiveDateTime) -> Option<ServiceKind> {
    read_request(words, now).service.or_else(|| words.starts_with("mat").then_some(ServiceKind::MealDelivery))
}

/// Whether it could be sent as it is.
async fn is_ready(desk: &mut Desk<'_>, request: &Request) -> anyhow::Result<bool> {
    let draft = &request.draft.0;
    let missing = draft.missing(demands(desk, request, draft).await?);
    Ok(missing.is_none() && opening::prepare(desk, request, draft).await?.is_ok())
}

/// What is ready is sent, and named where there are others. What is not is asked for, with those that are ready beside it.
async fn send_one(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    drafts: &[Request],
) -> anyhow::Result<()> {
    let draft = request.draft.0.clone();
    let missing = draft.missing(demands(desk, request, &draft).await?);
    let Some(missing) = missing else {
        let lead = match drafts.len() {
            0 | 1 => None,
            _ => Some(named(desk, &draft, request).await?),
        };
        if request.draft.waits
            && let Ok(opened) = opening::prepare(desk, request, &draft).await?
        {
            // The one that is being worked on goes on when another is sent.
            let (said, task) = buttons::open(desk, heard, person, request, opened, lead).await?;
            desk.reply_about(heard, said, None, Some(task), Some(request.id)).await?;
            return aside::take_up_any(desk, heard, person).await;
        }
        return buttons::send(desk, heard, person, request, &draft, "", lead).await;
    };
    let mut lines = vec![Message::NotReadyToSend];
    if drafts.len() > 1 {
        lines.insert(0, named(desk, &draft, request).await?);
    }
    let mut said = question(desk, request, &draft, missing, lines).await?;
    for other in drafts.iter().filter(|other| other.id != request.id) {
        if is_ready(desk, other).await? {
            let label = named(desk, &other.draft.0, other).await?;
            let label = Message::SendThatOne { draft: Box::new(label) };
            said = said.row([Button::new(label, format!("send:{}:{}", other.id.0, other.draft.version))]);
        }
    }
    desk.reply_about(heard, said, None, None, Some(request.id)).await
}

/// All that are ready are sent; the first that is not is asked for.
async fn send_all(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    all: &[Request],
) -> anyhow::Result<()> {
    let mut left = 0;
    for request in all {
        if !is_ready(desk, request).await? {
            left += 1;
            continue;
        }
        let draft = request.draft.0.clone();
        let lead = named(desk, &draft, request).await?;
        if let Ok(opened) = opening::prepare(desk, request, &draft).await? {
            let (said, task) = buttons::open(desk, heard, person, request, opened, Some(lead)).await?;
            desk.reply_about(heard, said, None, Some(task), Some(request.id)).await?;
        }
    }
    if left == 0 { Ok(()) } else { aside::take_up_any(desk, heard, person).await }
}

async fn discard_all(desk: &mut Desk<'_>, heard: &Heard, all: &[Request]) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    for request in all {
        lines.push(named(desk, &request.draft.0, request).await?);
        unfinished::end(desk, request).await?;
    }
    lines.push(Message::DiscardedAll);
    desk.reply(heard, Said::new(lines), None).await
}

async fn ask_which(desk: &mut Desk<'_>, several: &[Request], order: OfDrafts) -> anyhow::Result<Said> {
    let mut said = Said::from(Message::WhichDraftIsMeant);
    for request in several {
        let label = named(desk, &request.draft.0, request).await?;
        let data = match order {
            OfDrafts::Send => format!("send:{}:{}", request.id.0, request.draft.version),
            OfDrafts::Discard => format!("discard:{}", request.id.0),
        };
        said = said.row([Button::new(label, data)]);
    }
    Ok(said)
}

/// A need as it is told apart from others: what, which day as far as it is known, and when it was written.
pub(super) async fn named(desk: &mut Desk<'_>, draft: &Draft, request: &Request) -> anyhow::Result<Message> {
    let calendar = desk.calendar(request.municipality_id).await?;
    let service = draft.service.unwrap_or(ServiceKind::Other);
    let at = calendar.local(request.created_at).time();
    Ok(match draft.day {
        Some(day) => {
            let day = Day::said_on(calendar.local(desk.now).date(), day);
            Message::DraftOfDay { service, day, at }
        }
        None => Message::DraftWritten { service, at },
    })
}
