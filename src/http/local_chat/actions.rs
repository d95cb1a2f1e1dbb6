//! What somebody does on the page.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Failure, LocalChatPage};
use crate::chat::local::{LocalAccountId, LocalGroupId, Place, PlayError, Say};
use crate::domain::language::Language;

#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    Say(Say),
    Edit { person: LocalAccountId, message: i64, text: String },
    Delete { person: LocalAccountId, message: i64 },
    Press { person: LocalAccountId, message: i64, data: String },
    React { person: LocalAccountId, message: i64, emoji: String },
    Start { person: LocalAccountId, code: String },
    Block { person: LocalAccountId, blocked: bool },
    Read { marks: Vec<Mark> },
    AddPerson { name: String, language: Option<Language> },
    AddGroup { title: String, person: LocalAccountId },
    Join { group: LocalGroupId, person: LocalAccountId },
    Leave { group: LocalGroupId, person: LocalAccountId },
    SetBot { group: LocalGroupId, person: LocalAccountId, present: bool },
}

#[derive(Debug, Deserialize)]
pub struct Mark {
    person: LocalAccountId,
    chat: Place,
    message: i64,
}

/// Most marks of one call: every chat of every column that a page can show.
const MAX_MARKS: usize = 100;

/// Answers `{…}` with what was made, `422 {"error": …}` where the platform refuses; the page has the words.
pub async fn act(
    State(page): State<LocalChatPage>,
    action: Result<Json<Action>, JsonRejection>,
) -> Result<Response, Failure> {
    let Ok(Json(action)) = action else { return Ok(unreadable()) };
    match play(&page, action).await {
        Ok(made) => Ok(Json(made).into_response()),
        Err(PlayError::Refused(why)) => Ok(refused(json!(why))),
        Err(PlayError::Failed(error)) => Err(Failure(error)),
    }
}

/// An answer that says why not, for the page's table of words.
pub fn refused(why: Value) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": why }))).into_response()
}

pub fn unreadable() -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": "unreadable" }))).into_response()
}

async fn play(page: &LocalChatPage, action: Action) -> Result<Value, PlayError> {
    let chat = &page.chat;
    match action {
        Action::Say(said) => return Ok(json!({ "message": chat.say(said).await? })),
        Action::Edit { person, message, text } => chat.edit(person, message, &text).await?,
        Action::Delete { person, message } => chat.delete(person, message).await?,
        Action::Press { person, message, data } => {
            return Ok(json!({ "press": chat.press(person, message, &data).await? }));
        }
        Action::React { person, message, emoji } => chat.react(person, message, &emoji).await?,
        Action::Start { person, code } => chat.start(person, &code).await?,
        Action::Block { person, blocked } => chat.set_blocked(person, blocked).await?,
        Action::Read { marks } => {
            let marks: Vec<_> =
                marks.iter().take(MAX_MARKS).map(|mark| (mark.person, mark.chat, mark.message)).collect();
            chat.mark_read(&marks).await?;
        }
        Action::AddPerson { name, language } => {
            return Ok(json!({ "person": chat.add_person(&name, None, language).await? }));
        }
        Action::AddGroup { title, person } => {
            let group = chat.add_group(&title).await?;
            chat.join(group, person).await?;
            return Ok(json!({ "group": group }));
        }
        Action::Join { group, person } => chat.join(group, person).await?,
        Action::Leave { group, person } => chat.leave(group, person).await?,
        Action::SetBot { group, person, present } => chat.set_bot(group, person, present).await?,
    }
    Ok(json!({}))
}
