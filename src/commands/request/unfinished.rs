//! Needs that were begun and not finished: a word about it once, and an end to those whose time has passed.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::question::question;
use super::read_back::reading_of;
use crate::commands::desk::{Desk, Note};
use crate::domain::draft::Draft;
use crate::domain::ids::RequestId;
use crate::domain::service::ServiceKind;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::requests::{Request, RequestState};
use crate::text::Message;
use crate::text::argument::Day;

/// Whoever has not answered for so long was called away from it.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::hours(1);

/// When its requester is reminded of a need that waits for an answer, or to be sent: after an hour, and not in the night.
pub(super) async fn remind_at(desk: &mut Desk<'_>, request: &Request) -> anyhow::Result<DateTime<Utc>> {
    let calendar = desk.calendar(request.municipality_id).await?;
    Ok(calendar.after_quiet(desk.now + FORGOTTEN_AFTER))
}

/// The time has come: the question is put once more, or the need is read back again, and never a second time. What was sent, discarded or put aside meanwhile needs no word.
pub(crate) async fn remind(desk: &mut Desk<'_>, id: RequestId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Draft(id), None).await?;
    let Some(request) = desk.tx.request(id).await?.filter(|request| request.state == RequestState::Draft)
    else {
        return Ok(());
    };
    let mut draft = request.draft.0.clone();
    if draft.waits || draft.reminded {
        return Ok(());
    }
    // In a group others could see it and nobody could answer it in private.
    let reach = desk.tx.reach(request.requester_id).await?;
    if reach.is_none_or(|reach| Some(reach.chat_id) != request.chat_id) {
        return Ok(());
    }
    let now = desk.calendar(request.municipality_id).await?.local(desk.now);
    let said = if is_over(&draft, now) {
        end(desk, &request).await?;
        never_sent(&draft, now).into()
    } else {
        draft.reminded = true;
        desk.tx.set_draft(id, &draft, desk.now).await?;
        desk.put_away_buttons(id).await?;
        match draft.asking {
            Some(missing) => question(desk, &request, &draft, missing, vec![Message::DraftWaits]).await?,
            // It was read back, and whoever asked may believe that it was sent.
            None => {
                let mut said = reading_of(desk, &request, &draft).await?;
                said.lines.insert(0, Message::DraftWaits);
                said
            }
        }
    };
    let note = Note {
        key: format!("unfinished:{}", id.0),
        purpose: Purpose::Receipt,
        said,
        task: None,
        request: Some(id),
        at: None,
    };
    desk.tell(request.requester_id, note).await.map(drop)
}

/// Whether the time that a need was for has come and gone, as far as it is known. `now`: wall clock.
pub(super) fn is_over(draft: &Draft, now: NaiveDateTime) -> bool {
    match (draft.day, draft.clock) {
        (Some(day), Some(clock)) => day.and_time(clock) <= now,
        (Some(day), None) => day < now.date(),
        (None, _) => false,
    }
}

/// What is said of such a need. `now`: wall clock.
pub(super) fn never_sent(draft: &Draft, now: NaiveDateTime) -> Message {
    let day = Day::said_on(now.date(), draft.day.unwrap_or(now.date()));
    Message::NeverSent { service: draft.service.unwrap_or(ServiceKind::Other), day }
}

/// Discards it, with what was kept of the recipient.
pub(super) async fn end(desk: &mut Desk<'_>, request: &Request) -> anyhow::Result<()> {
    desk.tx.set_request_state(request.id, RequestState::Discarded, desk.now).await?;
    desk.tx.erase_recipient(request.id).await?;
    desk.tx.set_due(Subject::Draft(request.id), None).await?;
    desk.put_away_buttons(request.id).await
}
