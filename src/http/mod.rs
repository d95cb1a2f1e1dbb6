//! What is served over HTTP.

mod api;
mod disclosure;
mod guesses;
mod health;
mod language;
pub mod local_chat;
mod own_data;
mod privacy;
mod watch;

use std::sync::Arc;

use axum::{Router, middleware};

use crate::engine::Engine;
pub use api::{api_tokens, make_api_token, make_api_token_until, revoke_api_token};
use guesses::Guesses;
use health::LastReadiness;

/// What the pages share. Cheap to clone.
#[derive(Clone)]
pub struct HttpState {
    pub engine: Arc<Engine>,
    guesses: Arc<Guesses>,
    readiness: Arc<LastReadiness>,
}

impl HttpState {
    pub fn new(engine: Arc<Engine>) -> Self {
        Self { engine, guesses: Arc::default(), readiness: Arc::default() }
    }

    /// Whether people reach the pages by https only.
    fn is_secure(&self) -> bool {
        self.engine.around.public_url.as_deref().is_some_and(|url| url.starts_with("https:"))
    }
}

/// Everything that is served: the pages of this service, and those of `others` (the local chat's page, Telegram's webhook), which bring their own
/// limits. Serve it with `into_make_service_with_connect_info::<SocketAddr>()`, so that callers can be told apart.
pub fn router(state: HttpState, others: impl IntoIterator<Item = Router>) -> Router {
    let own = Router::new()
        .merge(health::router(state.clone()))
        .merge(disclosure::router(state.clone()))
        .merge(own_data::router(state.clone()))
        .merge(privacy::router(state.clone()))
        .merge(api::router(state.clone()))
        .layer(middleware::from_fn(watch::in_time));
    others
        .into_iter()
        .fold(own, Router::merge)
        .layer(middleware::from_fn_with_state(state, watch::count_and_log))
}
