//! `POST /api/v1/requests`: a need from another system, by the same rules as one that is said in chat.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::answer::{AnswerState, RequestAnswer, View, missing_fields, refusal_code, warnings};
use super::body::{self, Fields, Need, RequestBody};
use super::idempotency::{self, Claimed};
use super::problem::{FieldFault, Problem};
use super::token::Authorised;
use crate::commands::desk::{Desk, Standing};
use crate::commands::{opening, request};
use crate::domain::draft::{Demands, Draft, Recipient};
use crate::domain::ids::{TaskId, UnitId, ZoneId};
use crate::domain::permission::{Act, Tie};
use crate::domain::place::fold;
use crate::fault::did_you_mean;
use crate::http::HttpState;
use crate::language::request::read_request;
use crate::language::shades;
use crate::store::history::Actor;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::{Message, Said};

/// How long a draft is kept that was not opened. Its requester may go on with it in chat; the next call makes a new one.
const KEEP_DRAFT: TimeDelta = TimeDelta::days(1);
/// How far ahead a need may lie.
const FARTHEST: TimeDelta = TimeDelta::days(2 * 366);

pub async fn post(
    State(state): State<HttpState>,
    caller: Authorised,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let key = idempotency::key(&headers)?;
    let value = json_of(&headers, body)?;
    let body = body::read(&value).map_err(Problem::faults)?;
    let engine = &state.engine;
    let mut tx = engine.db.begin().await?;
    let now = engine.clock.now();
    let claim = match idempotency::claim(&mut tx, &caller, key, &value, now).await? {
        Claimed::New(claim) => claim,
        Claimed::Again(status, answer) => return Ok(answered(status, answer)),
    };
    let mut desk = Desk { tx: &mut tx, now, around: &engine.around };
    let answer = take_in(&mut desk, &caller, body).await?;
    let (status, something_to_do) = match answer.state {
        AnswerState::Open => (StatusCode::CREATED, true),
        AnswerState::Draft => (StatusCode::ACCEPTED, answer.asked_in_chat),
    };
    let answer = serde_json::to_value(answer)?;
    if let Some(claim) = claim {
        claim.keep(&mut tx, status, &answer).await?;
    }
    tx.commit().await?;
    if something_to_do {
        engine.nudge();
    }
    Ok(answered(status, answer))
}

fn answered(status: StatusCode, answer: Value) -> Response {
    let task = answer.pointer("/task/id").and_then(Value::as_i64).map(TaskId);
    let place = task.map(|task| [(LOCATION, format!("/api/v1/tasks/{}", task.0))]);
    (status, place.map(axum::response::AppendHeaders), Json(answer)).into_response()
}

fn json_of(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Value, Problem> {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let content_type = content_type.split(';').next().unwrap_or_default().trim();
    if !content_type.eq_ignore_ascii_case("application/json") {
        let detail = "Send JSON, with the header “Content-Type: application/json”.";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    }
    let body = body.map_err(|rejection| {
        Problem::new(rejection.status(), "The body is too long, or did not come to its end.")
    })?;
    // Where it stops being JSON is told; what stands there is not.
    serde_json::from_slice(&body).map_err(|error| {
        let detail = format!("This is not JSON: look at line {}, column {}.", error.line(), error.column());
        Problem::new(StatusCode::BAD_REQUEST, detail)
    })
}

/// Keeps the need and opens it if that was asked for and nothing is in the way.
async fn take_in(
    desk: &mut Desk<'_>,
    caller: &Authorised,
    body: RequestBody,
) -> Result<RequestAnswer, Problem> {
    let (person, unit) = requester(desk, caller, &body).await?;
    let view = View::of(desk, person.municipality_id).await?;
    let (draft, recipient) = match body.need {
        Need::Text(text) if shades::needs_no_more(&text) => {
            let detail = "The text says that help is not needed. A need that was sent is cancelled in chat.";
            return Err(fault("/text", detail));
        }
        Need::Text(text) => {
            let reading = read_request(&text, view.calendar.local(desk.now));
            request::understood(desk, person.municipality_id, &reading, &text).await?
        }
        Need::Fields(fields) => of_fields(desk, &person, &view, *fields).await?,
    };
    let kept = request::keep(desk, &person, unit, None, &draft, &recipient).await?;
    desk.tx.set_erase_at(kept.id, desk.now + KEEP_DRAFT).await?;
    let actor = Actor { person: Some(person.id), channel: None };
    let by = json!({ "api_token": caller.token_id });
    desk.tx.record(person.municipality_id, None, Some(kept.id), actor, "asked_by_api", &by, desk.now).await?;
    Ok(answer(desk, &view, &person, kept, body.confirm).await?)
}

/// Who asks, and for which unit: somebody of the token's municipality who may ask in chat as well.
async fn requester(
    desk: &mut Desk<'_>,
    caller: &Authorised,
    body: &RequestBody,
) -> Result<(Person, UnitId), Problem> {
    let municipality = desk.tx.municipality(caller.municipality).await?;
    if municipality.key != body.municipality {
        let detail = "The token is for another municipality than the one in the body.";
        return Err(Problem::new(StatusCode::FORBIDDEN, detail));
    }
    let Some(person) = desk.tx.person_by_key(municipality.id, &body.requester).await? else {
        return Err(fault("/requester", "The municipality has nobody with this key."));
    };
    let standing: Standing = desk.standing(&person).await?;
    let unit = match standing.unit() {
        Some(unit) => Some(unit),
        None => desk.tx.first_unit(municipality.id).await?.map(|unit| unit.id),
    };
    match unit.filter(|_| standing.may(Act::AskForHelp, Tie::default())) {
        Some(unit) => Ok((person, unit)),
        None => Err(Problem::new(StatusCode::FORBIDDEN, "This person may not ask for help here.")),
    }
}

fn fault(pointer: &str, detail: impl Into<String>) -> Problem {
    Problem::faults(vec![FieldFault { pointer: pointer.to_owned(), detail: detail.into() }])
}

/// A need that came in fields. What is said of the recipient goes to the recipient.
async fn of_fields(
    desk: &mut Desk<'_>,
    person: &Person,
    view: &View,
    fields: Fields,
) -> Result<(Draft, Recipient), Problem> {
    for (pointer, at) in [("/start", fields.start), ("/end", fields.end)] {
        let Some(at) = at else { continue };
        if at - desk.now > FARTHEST {
            return Err(fault(pointer, "At most two years ahead."));
        }
        // A need is kept by the wall clock, and that shows one hour twice in the autumn.
        if view.calendar.instant(view.calendar.local(at)) != at {
            return Err(fault(
                pointer,
                "The clocks are put back then, and this hour comes twice: choose the first.",
            ));
        }
    }
    let mut health_words = false;
    let mut clean = |text: Option<String>| {
        let (text, found) = request::without_health_words(&text?);
        health_words |= found;
        Some(text)
    };
    let (place, name, notes) = (clean(fields.place), clean(fields.recipient), clean(fields.notes));
    let zone = match (&fields.zone, &place) {
        (Some(zone), _) => Some(zone_named(desk, person, zone).await?),
        (None, Some(place)) => request::zone_of(desk, person.municipality_id, None, place).await?,
        (None, None) => None,
    };
    let start = fields.start.map(|start| view.calendar.local(start));
    let draft = Draft {
        version: 1,
        service: fields.service,
        people: fields.people,
        day: start.map(|start| start.date()),
        clock: start.map(|start| start.time()),
        end: fields.end.map(|end| view.calendar.local(end)),
        zone,
        has_place: place.is_some(),
        has_notes: notes.is_some(),
        recurring: fields.recurrence.is_some(),
        health_words,
        ..Draft::default()
    };
    let recipient =
        Recipient { name, place, notes: notes.into_iter().collect(), typed: String::new(), aside: None };
    Ok((draft, recipient))
}

/// The zone with this key or name.
async fn zone_named(desk: &mut Desk<'_>, person: &Person, named: &str) -> Result<ZoneId, Problem> {
    let zones = desk.tx.zones_by_key(person.municipality_id).await?;
    let wanted = fold(named);
    if let Some(zone) = zones.iter().find(|zone| zone.key == named || fold(&zone.name) == wanted) {
        return Ok(ZoneId(zone.id));
    }
    let keys: Vec<_> = zones.iter().map(|zone| zone.key.as_str()).collect();
    let near = did_you_mean(named, keys.iter().copied());
    Err(fault("/zone", format!("There is no such zone; there is {}{near}.", keys.join(", "))))
}

/// Opens the need where that was asked for and can be promised; says in any case how it stands.
async fn answer(
    desk: &mut Desk<'_>,
    view: &View,
    person: &Person,
    mut kept: Request,
    confirm: bool,
) -> anyhow::Result<RequestAnswer> {
    let mut draft = kept.draft.0.clone();
    let demands = request::demands(desk, &kept, &draft).await?;
    draft.asking = draft.missing(demands);
    desk.tx.set_draft(kept.id, &draft, desk.now).await?;
    kept.draft.0 = draft;
    let draft = &kept.draft.0;
    let mut answer = RequestAnswer {
        request: kept.id,
        state: AnswerState::Draft,
        understood: view.understood(draft),
        missing: missing_fields(draft, demands),
        warnings: warnings(draft),
        asked: Vec::new(),
        answer_by: None,
        refused: None,
        words: String::new(),
        erased_at: Some(view.at(desk.now + KEEP_DRAFT)),
        asked_in_chat: false,
        task: None,
    };
    if let Some(missing) = draft.asking {
        answer.words = missing_words(draft, demands).render(person.language, &[]).body;
        answer.asked_in_chat = request::ask_in_chat(desk, person, &kept, missing).await?;
        return Ok(answer);
    }
    answer.words = request::reading_of(desk, &kept, draft).await?.render(person.language, &[]).body;
    let opened = match opening::prepare(desk, &kept, draft).await? {
        Ok(opened) => opened,
        Err(refusal) => {
            answer.refused = Some(refusal_code(refusal));
            return Ok(answer);
        }
    };
    answer.asked = opened.names.clone();
    answer.answer_by = Some(view.at(opened.task.promised_at));
    if confirm {
        let actor = Actor { person: Some(person.id), channel: None };
        let task = opening::open(desk, &kept, opened, actor).await?;
        let at = crate::commands::faces::at(&view.calendar, desk.now, task.promised_at);
        answer.words = Message::Sent { number: task.number, at }.in_language(person.language);
        answer.state = AnswerState::Open;
        answer.erased_at = None;
        answer.task = Some(view.task(desk, &task).await?);
    }
    Ok(answer)
}

/// The questions that are left.
fn missing_words(draft: &Draft, demands: Demands) -> Said {
    Said::new(draft.all_missing(demands).into_iter().map(|missing| request::asking(draft, missing)))
}
