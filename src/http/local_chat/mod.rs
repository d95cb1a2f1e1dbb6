//! The page on which one plays every role in the local chat.
//!
//! It answers only to this machine (`guard`). The page asks `/chat/state` for what has changed and posts what somebody does to `/chat/do`.

mod actions;
mod afresh;
mod assets;
mod guard;
mod time;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::chat::Document;
use crate::chat::local::{LocalChat, MessageView, Place, View};
use crate::clock::Clock;
use crate::domain::local_time::Calendar;
pub use time::{TimeMachine, TimeView};

/// How long a page waits for a change before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// Largest body of a call, in bytes: a message of 4096 characters with room for its wrapping.
const MAX_BODY: usize = 64 * 1024;

/// What the page is made of.
#[derive(Clone)]
pub struct LocalChatPage {
    pub chat: Arc<LocalChat>,
    pub clock: Clock,
    /// Whose wall clock the page shows.
    pub calendar: Calendar,
    /// Given where the clock may be moved: in the demonstration.
    pub time_machine: Option<Arc<dyn TimeMachine>>,
    /// Hears that everything shall be made anew. Given where that may be: in the demonstration.
    pub afresh: Option<Arc<Notify>>,
}

/// The page under `/chat`, and `/` leading to it.
pub fn router(page: LocalChatPage) -> Router {
    Router::new()
        .route("/", get(async || Redirect::to("/chat")))
        .route("/chat", get(assets::page))
        .route("/chat/files/{*name}", get(assets::file))
        .route("/chat/state", get(state))
        .route("/chat/older", get(older))
        .route("/chat/document/{message}", get(document))
        .route("/chat/do", post(actions::act))
        .route("/chat/time", post(time::move_clock))
        .route("/chat/afresh", post(afresh::begin))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn(guard::only_this_machine))
        .with_state(page)
}

#[derive(Deserialize)]
struct Since {
    since: Option<i64>,
    /// At most this many seconds; a page that has lost the server asks with 0, to know at once when it is back.
    wait: Option<u64>,
}

#[derive(Serialize)]
struct StateView {
    #[serde(flatten)]
    view: View,
    time: TimeView,
    /// Whether one may begin afresh.
    afresh: bool,
}

/// The platform and the clock: at once without `since`, else when something has changed after it.
async fn state(
    State(page): State<LocalChatPage>,
    Query(Since { since, wait }): Query<Since>,
) -> Result<Json<StateView>, Failure> {
    if let Some(since) = since {
        page.chat
            .wait_for_change(since, wait.map_or(LONGEST_WAIT, Duration::from_secs).min(LONGEST_WAIT))
            .await?;
    }
    // The time first: everything that was due by then is in the view.
    let time = time::view(&page).await?;
    let view = page.chat.view(since).await?;
    Ok(Json(StateView { view, time, afresh: page.afresh.is_some() }))
}

#[derive(Deserialize)]
struct Before {
    chat: Place,
    before: i64,
}

/// What was said in a chat before a message.
async fn older(
    State(page): State<LocalChatPage>,
    Query(Before { chat, before }): Query<Before>,
) -> Result<Json<Vec<MessageView>>, Failure> {
    Ok(Json(page.chat.older(chat, before).await?))
}

/// The file that came with a message, to be kept and not shown.
async fn document(State(page): State<LocalChatPage>, Path(message): Path<i64>) -> Result<Response, Failure> {
    let Some(Document { name, content }) = page.chat.document(message).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let headers =
        [(CONTENT_TYPE, JSON.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    Ok((headers, content).into_response())
}

const JSON: &str = "application/json; charset=utf-8";

/// Something went wrong that the person can't help. It is logged here; the page says so in its own words.
struct Failure(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        tracing::error!("the local chat's page: {:#}", self.0);
        (StatusCode::INTERNAL_SERVER_ERROR, Json(serde_json::json!({ "error": "failed" }))).into_response()
    }
}
