//! The page at `/o/TOKEN`, where those who come see where they are going: the only way out for a recipient's data.
//!
//! Chat platforms fetch links to show previews, so GET says hello and asks for a press on a button, whatever the token; it does not look into
//! the database. The button's POST opens (`open`), binds the link to the browser, and notes that it was seen. The one who asked may correct there
//! what is said of the recipient.

pub(super) mod browser;
mod open;
pub(super) mod page;
mod refusal;

pub(super) use open::Ring;

use axum::Router;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Form, Path, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use serde::Deserialize;

use super::HttpState;
use super::guesses::Caller;
use super::language::Wanted;
use crate::commands::correct::Correction;
use open::open;
use refusal::{Refusal, Refused};

/// What somebody may write about a recipient, as a form writes it: three bytes become nine.
const MAX_BODY: usize = 32 * 1024;

pub(super) fn router(state: HttpState) -> Router {
    Router::new()
        .route("/o/{token}", get(greet).post(show))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::map_response(shield))
        .with_state(state)
}

/// The same page for every token, to a person and to a machine that makes previews.
async fn greet(Wanted(language): Wanted) -> Html<String> {
    Html(page::greeting(language))
}

/// What the forms of the page send: the button that opens sends nothing, the one that saves sends every field.
#[derive(Default, Deserialize)]
struct Fields {
    save: Option<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    notes: String,
}

impl Fields {
    fn correction(self) -> Option<Correction> {
        let Self { save, name, place, notes } = self;
        save.map(|_| Correction { name, place, notes: notes.replace("\r\n", "\n") })
    }
}

/// A button was pressed.
async fn show(
    State(state): State<HttpState>,
    token: Result<Path<String>, PathRejection>,
    caller: Caller,
    Wanted(wanted): Wanted,
    headers: HeaderMap,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    let told = |refused: &Refused| {
        (refused.why.status(), Html(page::refused(refused, refused.language.unwrap_or(wanted))))
            .into_response()
    };
    if !browser::is_from_the_page(&headers, state.engine.around.public_url.as_deref()) {
        return told(&Refusal::Elsewhere.into());
    }
    if !state.guesses.may_try(caller, state.engine.clock.now()) {
        return told(&Refusal::TooMany.into());
    }
    let browser = browser::secret(&headers);
    // What is no text is looked up as well, so that every wrong link takes the same way.
    let token = token.map_or_else(|_| String::new(), |Path(token)| token);
    let correction = match form {
        Ok(Form(fields)) => fields.correction(),
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return rejection.into_response();
        }
        // A press on the button that opens sends no fields.
        Err(_) => None,
    };
    match open(&state.engine, &token, &browser, correction.as_ref()).await {
        Ok(Ok(sheet)) => {
            let cookie = browser::cookie(&browser, state.is_secure());
            (StatusCode::OK, [(SET_COOKIE, cookie)], Html(page::sheet(&sheet))).into_response()
        }
        Ok(Err(refused)) => {
            if refused.why == Refusal::Unknown {
                state.guesses.was_wrong(caller, state.engine.clock.now());
            }
            told(&refused)
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a task could not be shown");
            told(&Refusal::Failed.into())
        }
    }
}

/// Nothing of the page is kept, framed, indexed or told to another site.
pub(super) async fn shield(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("x-robots-tag", "noindex, nofollow, noarchive, nosnippet"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("content-security-policy", page::policy().clone());
    response
}
