//! Needs that wait for their turn: those after the first in a message with several, and one over which another was begun. Nothing that was asked for
//! is forgotten: each is taken up when the one before it is sent or discarded.

use chrono::{NaiveDateTime, TimeDelta};

use super::{asker, buttons, in_words, keep_and_go_on, unfinished};
use crate::commands::desk::{Desk, Heard};
use crate::domain::draft::{Draft, Missing};
use crate::domain::ids::{ChatId, PersonId};
use crate::language::request::{Need, read_request};
use crate::language::several::{self, Beside};
use crate::language::{RequestReading, Span, Start};
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::{Message, Said};

/// The draft that somebody is working on in a chat.
pub(super) async fn current(
    desk: &mut Desk<'_>,
    requester: PersonId,
    chat: ChatId,
) -> anyhow::Result<Option<Request>> {
    Ok(desk.tx.drafts_in(requester, chat).await?.into_iter().find(|request| !request.draft.waits))
}

/// The draft that is being worked on waits while another need has its turn. Gives what is to be said of it.
pub(super) async fn put_aside(
    desk: &mut Desk<'_>,
    requester: PersonId,
    chat: ChatId,
) -> anyhow::Result<Vec<Message>> {
    let Some(request) = current(desk, requester, chat).await? else { return Ok(Vec::new()) };
    let mut draft = request.draft.0.clone();
    draft.waits = true;
    desk.tx.set_draft(request.id, &draft, desk.now).await?;
    unfinished::watch(desk, &request, &draft).await?;
    Ok(draft.service.map(|service| Message::PutAside { service }).into_iter().collect())
}

/// Those that wait for their turn in a chat, the longest first.
pub(super) async fn waiting(
    desk: &mut Desk<'_>,
    requester: PersonId,
    chat: ChatId,
) -> anyhow::Result<Vec<Request>> {
    let drafts = desk.tx.drafts_in(requester, chat).await?;
    let mut waiting: Vec<Request> = drafts.into_iter().filter(|request| request.draft.waits).collect();
    waiting.sort_by_key(|request| request.id);
    Ok(waiting)
}

/// The need that has waited longest. `lines`: gets what is to be said before it. What could have been sent once is no news when its time has passed: it is
/// over, and that is said. `now`: wall clock.
pub(super) async fn next(
    desk: &mut Desk<'_>,
    requester: PersonId,
    chat: ChatId,
    now: NaiveDateTime,
    lines: &mut Vec<Message>,
) -> anyhow::Result<Option<Request>> {
    for request in waiting(desk, requester, chat).await? {
        if !unfinished::is_over(&request.draft, now) {
            lines.push(match request.draft.service {
                // What was written at another time may be told apart by that.
                Some(_) if desk.now - request.created_at >= TimeDelta::minutes(1) => {
                    let draft = Box::new(in_words::named(desk, &request.draft.0, &request).await?);
                    Message::NextNeedWritten { draft }
                }
                Some(service) => Message::NextNeedOf { service },
                None => Message::NextNeed,
            });
            return Ok(Some(request));
        }
        unfinished::end(desk, &request).await?;
        lines.push(unfinished::never_sent(&request.draft, now));
    }
    Ok(None)
}

/// The need that has waited longest has its turn.
pub(super) async fn take_up_next(desk: &mut Desk<'_>, heard: &Heard, person: &Person) -> anyhow::Result<()> {
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    let mut lines = Vec::new();
    let Some(request) = next(desk, person.id, heard.chat.id, now, &mut lines).await? else {
        return match lines.is_empty() {
            true => Ok(()),
            false => desk.reply(heard, Said::new(lines), None).await,
        };
    };
    let mut draft = request.draft.0.clone();
    // It is asked for anew: the answer to come is not an answer that was overlooked.
    draft.asking = None;
    keep_and_go_on(desk, heard, person, &request, draft, lines).await
}

/// The one that is being worked on has its turn still, or else the next.
pub(super) async fn take_up_any(desk: &mut Desk<'_>, heard: &Heard, person: &Person) -> anyhow::Result<()> {
    let Some(request) = current(desk, person.id, heard.chat.id).await? else {
        return take_up_next(desk, heard, person).await;
    };
    let mut draft = request.draft.0.clone();
    draft.asking = None;
    keep_and_go_on(desk, heard, person, &request, draft, Vec::new()).await
}

/// What was read (`reading`) as a need that is there no more may be the draft that was spoken of last: it is discarded. `false`: it is none of that.
pub async fn drop_current(
    desk: &mut Desk<'_>,
    heard: &Heard,
    reading: &RequestReading,
    message: &str,
) -> anyhow::Result<bool> {
    let Some((person, _)) = asker(desk, heard).await? else { return Ok(false) };
    let Some(request) = current(desk, person.id, heard.chat.id).await? else { return Ok(false) };
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    let spoken_of = last.is_some_and(|last| last.task_id.is_none() && last.request_id == Some(request.id));
    let draft = &request.draft;
    let same_kind = reading.service.is_none() || reading.service == draft.service;
    let same_day = reading.start.is_none_or(|start| match start {
        Start::Day(day) => Some(day) == draft.day,
        Start::At(at) => Some(at.date()) == draft.day,
    });
    if !spoken_of || !same_kind || !same_day {
        return Ok(false);
    }
    desk.delete(heard, message).await?;
    buttons::discard(desk, heard, &person, &request, "").await?;
    Ok(true)
}

/// The need that `text`, said of a draft, is beside it: another one, or the same once more somewhere else. The draft keeps what is its own.
pub(super) fn beside(draft: &Draft, text: &str, now: NaiveDateTime) -> Option<Need> {
    let asks_what_or_where = matches!(draft.asking, Some(Missing::Service | Missing::Place | Missing::Zone));
    let known = draft.service.filter(|_| !asks_what_or_where)?;
    let mut reading = read_request(text, now);
    if several::is_beside(text, &reading, known)? == Beside::Same {
        reading.service = Some(known);
        reading.people = draft.people;
        let start = match (draft.day, draft.clock) {
            (Some(day), Some(clock)) => Some(Start::At(day.and_time(clock))),
            (day, _) => day.map(Start::Day),
        };
        if reading.start.is_none() {
            (reading.start, reading.end) = (start, draft.end);
        }
    }
    Some(Need { span: Span { start: 0, end: text.len() }, reading })
}
