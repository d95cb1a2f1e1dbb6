//! Needs that were begun and not finished: a word about it once, and an end to those whose time has passed.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::aside;
use super::question::question;
use super::read_back::reading_of;
use crate::commands::desk::{Desk, Note};
use crate::domain::draft::Draft;
use crate::domain::ids::RequestId;
use crate::domain::service::ServiceKind;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::requests::{Request, RequestState};
use crate::text::argument::Day;
use crate::text::{Message, Said};

/// Whoever has not answered for so long was called away from it.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::hours(1);
/// What starts within so long can't wait for that.
const SOON: TimeDelta = TimeDelta::hours(2);
/// It is reminded of after so long, or when half the time to its start has gone.
const FORGOTTEN_SOON: TimeDelta = TimeDelta::minutes(10);

/// When there is something to be said of a need that waits for an answer, to be sent, or for its turn: after an hour it is reminded of, once and not in
/// the night, and sooner if it is soon; when its time has come it is over.
pub(super) async fn watch(desk: &mut Desk<'_>, request: &Request, draft: &Draft) -> anyhow::Result<()> {
    let calendar = desk.calendar(request.municipality_id).await?;
    let at = match (over_at(draft).map(|at| calendar.instant(at)), draft.waits || draft.reminded) {
        (Some(over), _) if over <= desk.now => None,
        (over, true) => over.map(|at| calendar.after_quiet(at)),
        // Whoever wrote it a moment ago is awake.
        (Some(over), false) if over - desk.now <= SOON => {
            Some(desk.now + FORGOTTEN_SOON.min((over - desk.now) / 2))
        }
        (_, false) => Some(calendar.after_quiet(desk.now + FORGOTTEN_AFTER)),
    };
    desk.tx.set_due(Subject::Draft(request.id), at).await.map_err(Into::into)
}

/// The time has come: a need is put once more, never a second time, and of one whose own time is over that is said. What was sent or discarded meanwhile
/// needs no word.
pub(crate) async fn remind(desk: &mut Desk<'_>, id: RequestId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Draft(id), None).await?;
    let Some(request) = desk.tx.request(id).await?.filter(|request| request.state == RequestState::Draft)
    else {
        return Ok(());
    };
    let mut draft = request.draft.0.clone();
    let now = desk.calendar(request.municipality_id).await?.local(desk.now);
    let is_over = is_over(&draft, now);
    if is_over && (draft.waits || draft.asking.is_some()) {
        end(desk, &request).await?;
        return tell(desk, &request, "neversent", never_sent(&draft, now).into()).await;
    }
    if !is_over && (draft.waits || draft.reminded) {
        return watch(desk, &request, &draft).await;
    }
    // What is kept of a need is kept for a week from when it was last spoken of.
    if !draft.reminded {
        draft.reminded = true;
        desk.tx.set_draft(id, &draft, desk.now).await?;
    }
    watch(desk, &request, &draft).await?;
    let (Some(reach), Some(begun_in)) = (desk.tx.reach(request.requester_id).await?, request.chat_id) else {
        return Ok(());
    };
    // What was begun in a group is gone on with in private, by whoever began it.
    let mut before = Vec::new();
    if reach.chat_id != begun_in {
        before = aside::put_aside(desk, request.requester_id, reach.chat_id).await?;
        desk.tx.set_request_chat(id, reach.chat_id).await?;
    }
    desk.put_away_buttons(id).await?;
    let (what, line) = match is_over {
        true => ("neversent", Message::NotSentInTime),
        false => ("unfinished", Message::DraftWaits),
    };
    let mut lines = vec![line];
    // What was put aside just now is among those that wait.
    if before.is_empty() {
        for other in aside::waiting(desk, request.requester_id, reach.chat_id).await? {
            lines.push(Message::AlsoWaits { service: service(&other.draft), day: day(&other.draft, now) });
        }
    }
    lines.extend(before);
    let said = put(desk, &request, &draft, lines).await?;
    tell(desk, &request, what, said).await
}

/// A need as it stands: what is asked of it, or the whole, which may be believed to have been sent.
async fn put(
    desk: &mut Desk<'_>,
    request: &Request,
    draft: &Draft,
    mut lines: Vec<Message>,
) -> anyhow::Result<Said> {
    match draft.asking {
        Some(missing) => question(desk, request, draft, missing, lines).await,
        None => {
            let mut said = reading_of(desk, request, draft).await?;
            lines.append(&mut said.lines);
            said.lines = lines;
            Ok(said)
        }
    }
}

async fn tell(desk: &mut Desk<'_>, request: &Request, what: &str, said: Said) -> anyhow::Result<()> {
    let note = Note {
        // Of a need that was moved its new time is told of too.
        key: format!("{what}:{}:{}", request.id.0, desk.now.timestamp_micros()),
        purpose: Purpose::Receipt,
        said,
        task: None,
        request: Some(request.id),
        at: None,
    };
    desk.tell(request.requester_id, note).await.map(drop)
}

/// When the time that a need is for has come, wall clock, as far as it is known: the day is over at its end.
fn over_at(draft: &Draft) -> Option<NaiveDateTime> {
    let day = draft.day?;
    match draft.clock {
        Some(clock) => Some(day.and_time(clock)),
        None => Some(day.succ_opt()?.and_time(NaiveTime::MIN)),
    }
}

/// Whether it has come. `now`: wall clock.
pub(super) fn is_over(draft: &Draft, now: NaiveDateTime) -> bool {
    over_at(draft).is_some_and(|at| at <= now)
}

/// What is said of such a need. `now`: wall clock.
pub(super) fn never_sent(draft: &Draft, now: NaiveDateTime) -> Message {
    Message::NeverSent { service: service(draft), day: day(draft, now) }
}

fn service(draft: &Draft) -> ServiceKind {
    draft.service.unwrap_or(ServiceKind::Other)
}

fn day(draft: &Draft, now: NaiveDateTime) -> Day {
    Day::said_on(now.date(), draft.day.unwrap_or(now.date()))
}

/// Discards it, with what was kept of the recipient.
pub(super) async fn end(desk: &mut Desk<'_>, request: &Request) -> anyhow::Result<()> {
    desk.tx.set_request_state(request.id, RequestState::Discarded, desk.now).await?;
    desk.tx.erase_recipient(request.id).await?;
    desk.tx.set_due(Subject::Draft(request.id), None).await?;
    desk.put_away_buttons(request.id).await
}
