//! What is done with every request: it ends in time, is counted, and is logged without what it holds. Paths hold tokens, so only the pattern
//! of the route is ever named.

use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::{Instant, timeout};

use super::HttpState;
use crate::metrics::OfRequest;

/// The longest a request may take, its body included.
const LONGEST: Duration = Duration::from_secs(30);

/// Ends a request that takes too long. What it had begun in the database is undone.
pub async fn in_time(request: Request, next: Next) -> Response {
    match timeout(LONGEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

pub async fn count_and_log(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let route = pattern(request.extensions().get());
    let method = name(request.method());
    let response = next.run(request).await;
    let status = response.status().as_u16();
    tracing::debug!(method, route, status, milliseconds = began.elapsed().as_millis(), "answered over HTTP");
    state.engine.metrics.requests.get_or_create(&OfRequest { method, route, status }).inc();
    response
}

/// The pattern of the route. Telegram's webhook has its secret in the pattern itself.
fn pattern(matched: Option<&MatchedPath>) -> String {
    match matched.map(MatchedPath::as_str) {
        Some(path) if path.starts_with("/telegram/") => "/telegram/{secret}".to_owned(),
        Some(path) => path.to_owned(),
        None => "none".to_owned(),
    }
}

/// Callers may make methods up; the figures know only these.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}
