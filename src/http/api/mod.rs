//! The API under `/api/v1`: a municipality's own systems ask for help and see what becomes of it.
//!
//! A recipient's data come in and never go out: not in an answer, a fault, the log or the history.

mod answer;
mod body;
mod idempotency;
mod problem;
mod requests;
mod tasks;
mod token;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::Response;
use axum::routing::{any, get, post};

use super::HttpState;
use problem::Problem;
pub use token::{api_tokens, make_api_token, make_api_token_until, revoke_api_token};

/// Largest body, in bytes: the longest text with room for its wrapping.
const MAX_BODY: usize = 64 * 1024;
/// What the API takes and gives, kept true by the tests.
const OPENAPI: &str = include_str!("openapi.json");

pub(super) fn router(state: HttpState) -> Router {
    Router::new()
        .route("/api/v1/requests", post(requests::post))
        .route("/api/v1/tasks", get(tasks::list))
        .route("/api/v1/tasks/{id}", get(tasks::one))
        .route("/api/v1/openapi.json", get(openapi))
        .route("/api/v1/{*nothing}", any(nothing_there))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::map_response(not_kept))
        .with_state(state)
}

async fn openapi() -> ([(axum::http::HeaderName, &'static str); 1], &'static str) {
    ([(CONTENT_TYPE, "application/json")], OPENAPI)
}

async fn nothing_there() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "There is nothing here; /api/v1/openapi.json says what there is.")
}

async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "This can't be done here; /api/v1/openapi.json says what can.",
    )
}

async fn not_kept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    response
}
