//! One line of JSON in, one line of JSON out: the readers as a filter, in the format in which their quality is measured.

use chrono::{DateTime, NaiveDateTime};
use chrono_tz::Europe::Oslo;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::domain::service::ServiceKind;

use super::{Intent, ReplyContext, RequestReading, Start, reply::read_reply, request::read_request};

#[derive(Deserialize)]
struct ReplyLine {
    id: String,
    text: String,
    #[serde(default)]
    context: ReplyLineContext,
}

#[derive(Default, Deserialize)]
struct ReplyLineContext {
    #[serde(default)]
    already_accepted: bool,
}

#[derive(Deserialize)]
struct RequestLine {
    id: String,
    text: String,
    now: String,
}

/// Reads the reply in one line (`id`, `text`, `context`) and says what it means (`id`, `intent`, `people`, `from_time`, `until_time`).
///
/// # Errors
/// What is wrong with the line.
pub fn understand_reply_line(line: &str) -> Result<String, String> {
    let input: ReplyLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let context = ReplyContext { already_accepted: input.context.already_accepted };
    let reading = read_reply(&input.text, context);
    let mut out = Map::new();
    out.insert("id".into(), json!(input.id));
    out.insert("intent".into(), json!(intent_name(reading.intent)));
    match reading.intent {
        Intent::Accept { people } => {
            out.insert("people".into(), json!(people));
        }
        Intent::Conditional { from, until } => {
            for (name, time) in [("from_time", from), ("until_time", until)] {
                if let Some(time) = time {
                    out.insert(name.into(), json!(time.format("%H:%M").to_string()));
                }
            }
        }
        _ => {}
    }
    Ok(Value::Object(out).to_string())
}

/// What the corpus calls an intent.
pub fn intent_name(intent: Intent) -> &'static str {
    match intent {
        Intent::Accept { .. } => "accept",
        Intent::Decline => "decline",
        Intent::Withdraw => "withdraw",
        Intent::Maybe => "maybe",
        Intent::Conditional { .. } => "conditional",
        Intent::Question => "question",
        Intent::Late => "late",
        Intent::Done => "done",
        Intent::Unrelated => "unrelated",
    }
}

/// Reads the request in one line (`id`, `text`, `now`) and says what it means (`id` and the fields of a request).
///
/// # Errors
/// What is wrong with the line.
pub fn understand_request_line(line: &str) -> Result<String, String> {
    let input: RequestLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let reading = read_request(&input.text, wall_clock(&input.now)?);
    Ok(request_fields(&input.id, &reading).to_string())
}

fn wall_clock(now: &str) -> Result<NaiveDateTime, String> {
    match DateTime::parse_from_rfc3339(now) {
        Ok(instant) => Ok(instant.with_timezone(&Oslo).naive_local()),
        Err(_) => now.parse().map_err(|_| format!("now is no time: {now}")),
    }
}

fn request_fields(id: &str, reading: &RequestReading) -> Value {
    let minute = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M").to_string();
    let start = reading.start.map(|start| match start {
        Start::Day(day) => day.format("%Y-%m-%d").to_string(),
        Start::At(at) => minute(at),
    });
    json!({
        "id": id,
        // What no kind covers is of the kind that covers the rest.
        "service": reading.service.unwrap_or(ServiceKind::Other).as_str(),
        "people": reading.people,
        "start": start,
        "end": reading.end.map(minute),
        "recurrence": reading.recurrence,
        "place": reading.place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_line() {
        let out = understand_reply_line(
            r#"{"id": "a", "text": "vi er to som kommer", "context": {"already_accepted": false}}"#,
        );
        assert_eq!(out.as_deref(), Ok(r#"{"id":"a","intent":"accept","people":2}"#));
        assert!(understand_reply_line("{").is_err());
    }
}
