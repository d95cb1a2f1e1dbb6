//! Needs that wait for their turn: those after the first in a message with several, and one over which another was begun. Nothing that was asked for
//! is forgotten: each is taken up when the one before it is sent or discarded.

use super::{keep_and_go_on, unfinished};
use crate::commands::desk::{Desk, Heard};
use crate::domain::ids::{ChatId, PersonId};
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
    Ok(draft.service.map(|service| Message::PutAside { service }).into_iter().collect())
}

/// The need that has waited longest has its turn.
pub(super) async fn take_up_next(desk: &mut Desk<'_>, heard: &Heard, person: &Person) -> anyhow::Result<()> {
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    let drafts = desk.tx.drafts_in(person.id, heard.chat.id).await?;
    let mut waiting: Vec<Request> = drafts.into_iter().filter(|request| request.draft.waits).collect();
    waiting.sort_by_key(|request| request.id);
    // What could have been sent once is no news when its time has passed: it is over, and that is said.
    let (over, left): (Vec<Request>, Vec<Request>) =
        waiting.into_iter().partition(|request| unfinished::is_over(&request.draft, now));
    let mut lines = Vec::new();
    for request in &over {
        unfinished::end(desk, request).await?;
        lines.push(unfinished::never_sent(&request.draft, now));
    }
    let Some(next) = left.into_iter().next() else {
        let Some(last) = over.last().filter(|_| !lines.is_empty()) else { return Ok(()) };
        return desk.reply_about(heard, Said::new(lines), None, None, Some(last.id)).await;
    };
    let mut draft = next.draft.0.clone();
    // It is asked for anew: the answer to come is not an answer that was overlooked.
    draft.asking = None;
    let line = draft.service.map_or(Message::NextNeed, |service| Message::NextNeedOf { service });
    lines.push(line);
    keep_and_go_on(desk, heard, person, &next, draft, lines).await
}
