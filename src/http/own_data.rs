//! The page at `/minedata/TOKEN`, for channels that carry no file: a button gives what is held on whoever got the link. The link works once.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use super::HttpState;
use super::disclosure::browser::is_from_the_page;
use super::disclosure::page::{escape, page};
use super::disclosure::shield;
use super::guesses::Caller;
use super::language::Wanted;
use crate::chat::Document;
use crate::commands::desk::Desk;
use crate::commands::own_data;
use crate::domain::language::Language;
use crate::engine::Engine;
use crate::secret::hash_token;
use crate::text::Message;

/// The form has no fields.
const MAX_BODY: usize = 1024;

pub(super) fn router(state: HttpState) -> Router {
    Router::new()
        .route("/minedata/{token}", get(greet).post(hand_over))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::map_response(shield))
        .with_state(state)
}

/// The same page for every token: whoever only looks, or makes a preview, opens nothing.
async fn greet(Wanted(language): Wanted) -> Html<String> {
    let say = |message: Message| escape(&message.in_language(language));
    let body = format!(
        "<h1>{}</h1>\n<p>{}</p>\n<form method=\"post\"><button>{}</button></form>\n",
        say(Message::OwnDataTitle),
        say(Message::OwnDataBefore),
        say(Message::OwnDataFetch),
    );
    Html(page(language, &Message::OwnDataTitle, &body))
}

async fn hand_over(
    State(state): State<HttpState>,
    Path(token): Path<String>,
    caller: Caller,
    Wanted(language): Wanted,
    headers: HeaderMap,
) -> Response {
    let told = |status, why| (status, Html(refused(language, why))).into_response();
    if !is_from_the_page(&headers, state.engine.around.public_url.as_deref()) {
        return told(StatusCode::FORBIDDEN, [Message::PageElsewhere, Message::OwnDataBefore]);
    }
    if !state.guesses.may_try(caller, state.engine.clock.now()) {
        return told(StatusCode::TOO_MANY_REQUESTS, [Message::PageTooMany, Message::PageTooManyHelp]);
    }
    match open(&state.engine, &token).await {
        Ok(Some(Document { name, content })) => {
            let headers = [
                (CONTENT_TYPE, "application/json; charset=utf-8".to_owned()),
                (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
            ];
            (headers, content).into_response()
        }
        Ok(None) => {
            state.guesses.was_wrong(caller, state.engine.clock.now());
            told(StatusCode::NOT_FOUND, [Message::PageExpired, Message::OwnDataAgain])
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "somebody's own data could not be shown");
            told(StatusCode::INTERNAL_SERVER_ERROR, [Message::PageFailed, Message::PageFailedHelp])
        }
    }
}

async fn open(engine: &Engine, token: &str) -> anyhow::Result<Option<Document>> {
    let (hash, now) = (hash_token(token), engine.clock.now());
    // A guess costs a look into an index, and never the lock for writing.
    if engine.db.read().await?.own_data_link(&hash, now).await?.is_none() {
        return Ok(None);
    }
    let mut tx = engine.db.begin().await?;
    let Some(account) = tx.own_data_link(&hash, now).await? else { return Ok(None) };
    if !tx.use_own_data_link(&hash).await? {
        return Ok(None);
    }
    let mut desk = Desk { tx: &mut tx, now, around: &engine.around };
    let document = own_data::document(&mut desk, account).await?;
    tx.commit().await?;
    Ok(Some(document))
}

fn refused(language: Language, [heading, help]: [Message; 2]) -> String {
    let say = |message: Message| escape(&message.in_language(language));
    let body = format!("<h1>{}</h1>\n<p>{}</p>\n", say(heading), say(help));
    page(language, &Message::OwnDataTitle, &body)
}
