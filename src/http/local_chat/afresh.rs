//! Beginning afresh in the demonstration: everything that was played is thrown away.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::LocalChatPage;
use super::actions::refused;

/// Nothing needs to be said with it.
#[derive(Deserialize)]
pub struct Nothing {}

/// Answers at once; a page knows that it has been done when it is shown another home. `422 {"error": "no_afresh"}` where it may not be.
pub async fn begin(State(page): State<LocalChatPage>, Json(Nothing {}): Json<Nothing>) -> Response {
    match page.afresh {
        Some(afresh) => {
            afresh.notify_one();
            Json(json!({})).into_response()
        }
        None => refused(json!("no_afresh")),
    }
}
