//! Whether the service lives (`/healthz`), does its work (`/readyz`), and what it counts (`/metrics`).

use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::HttpState;
use crate::engine::Engine;
use crate::store::readings::STUCK_AFTER;

/// The engine looks at the clock at least every 5 s.
const OLDEST_TICK: TimeDelta = TimeDelta::seconds(30);
/// A network may stumble; a bot that hears nothing for longer misses answers.
const LONGEST_DEAF: TimeDelta = TimeDelta::minutes(1);
/// More chats than one must be stuck before the fault may be the platform's, or ours.
const STUCK_CHATS: i64 = 2;
/// The longest the database may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// So often at most is the database written to, however many ask.
const FRESH: Duration = Duration::from_secs(1);
/// The same while the service is not ready: whoever waits for its start learns of it at once.
const FRESH_WHILE_UNREADY: Duration = Duration::from_millis(20);

pub(super) fn router(state: HttpState) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(state)
}

/// How the service is doing, in words.
#[derive(Clone, Debug, Serialize)]
pub struct Readiness {
    ready: bool,
    /// What is wrong, each in a sentence.
    wrong: Vec<String>,
    /// Seconds since a tick came to its end in this process.
    last_tick_age_seconds: Option<i64>,
    /// How long a message has waited that could have been sent. One that its chat makes wait does not count.
    oldest_unsent_seconds: Option<i64>,
    /// Chats whose messages have been tried in vain for a quarter of an hour. A human is told; the service goes on.
    stuck_chats: i64,
}

/// The last answer of `/readyz`, which holds for a second.
#[derive(Debug, Default)]
pub struct LastReadiness(Mutex<Option<(Instant, Readiness)>>);

async fn ready(State(state): State<HttpState>) -> Response {
    let mut last = state.readiness.0.lock().await;
    let readiness = match &*last {
        Some((at, readiness)) if at.elapsed() < if readiness.ready { FRESH } else { FRESH_WHILE_UNREADY } => {
            readiness.clone()
        }
        _ => {
            let readiness = readiness(&state.engine).await;
            *last = Some((Instant::now(), readiness.clone()));
            readiness
        }
    };
    let status = if readiness.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(CACHE_CONTROL, "no-store")], Json(readiness)).into_response()
}

async fn readiness(engine: &Engine) -> Readiness {
    let now = engine.clock.now();
    let mut wrong = Vec::new();
    let since = |at: DateTime<Utc>| (now - at).max(TimeDelta::zero());
    let way_out = match tokio::time::timeout(PATIENCE, write_and_read(engine, now)).await {
        Ok(Ok(way_out)) => way_out,
        Ok(Err(error)) => {
            tracing::error!(error = format!("{error:#}"), "the database can't be written to");
            wrong.push("The database can't be written to; the log says why.".to_owned());
            WayOut::default()
        }
        Err(_) => {
            wrong.push(format!("The database did not answer within {} s.", PATIENCE.as_secs()));
            WayOut::default()
        }
    };
    let oldest = way_out.oldest.map(since);
    let tick = engine.metrics.last_tick().map(since);
    match tick {
        None => wrong.push("No tick has come to its end yet: the service is starting, or can't.".to_owned()),
        Some(age) if age > OLDEST_TICK => {
            wrong.push(format!(
                "The last tick came to its end {} s ago: time stands still.",
                age.num_seconds()
            ));
        }
        Some(_) => {}
    }
    for deaf in engine.hearing.deaf(now).iter().filter(|deaf| deaf.age > LONGEST_DEAF) {
        wrong.push(format!("Nothing can be received since {} s: {}.", deaf.age.num_seconds(), deaf.why));
    }
    if let Some(age) = oldest.filter(|age| *age > STUCK_AFTER) {
        wrong.push(format!("A message has waited for {} s: the way out is blocked.", age.num_seconds()));
    }
    if way_out.stuck_chats >= STUCK_CHATS && !way_out.open {
        wrong.push(format!(
            "Nothing has reached a platform for {} min, and {} chats wait: the way out is blocked.",
            STUCK_AFTER.num_minutes(),
            way_out.stuck_chats
        ));
    }
    Readiness {
        ready: wrong.is_empty(),
        wrong,
        last_tick_age_seconds: tick.map(|age| age.num_seconds()),
        oldest_unsent_seconds: oldest.map(|age| age.num_seconds()),
        stuck_chats: way_out.stuck_chats,
    }
}

/// How messages get out.
#[derive(Default)]
struct WayOut {
    /// Since when a message could have been sent that was not tried.
    oldest: Option<DateTime<Utc>>,
    stuck_chats: i64,
    /// Something got out lately.
    open: bool,
}

async fn write_and_read(engine: &Engine, now: DateTime<Utc>) -> anyhow::Result<WayOut> {
    let mut tx = engine.db.begin().await?;
    tx.set_setting("ready_at", &now.to_rfc3339()).await?;
    let stuck_chats = tx.stuck_chats(now - STUCK_AFTER).await?;
    let way_out = WayOut {
        oldest: tx.oldest_sendable(now).await?,
        stuck_chats,
        open: stuck_chats < STUCK_CHATS || tx.has_sent_since(now - STUCK_AFTER).await?,
    };
    tx.commit().await?;
    Ok(way_out)
}

async fn metrics(State(state): State<HttpState>) -> Response {
    const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match tokio::time::timeout(PATIENCE, write_metrics(&state.engine)).await {
        Ok(Ok(text)) => ([(CONTENT_TYPE, OPEN_METRICS), (CACHE_CONTROL, "no-store")], text).into_response(),
        Ok(Err(error)) => {
            tracing::error!(error = format!("{error:#}"), "the figures can't be read");
            (StatusCode::SERVICE_UNAVAILABLE, "The database can't be read; the log says why.\n")
                .into_response()
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "The database did not answer in time.\n").into_response(),
    }
}

async fn write_metrics(engine: &Engine) -> anyhow::Result<String> {
    let now = engine.clock.now();
    let readings = engine.db.read().await?.readings(now).await?;
    let deaf = engine.hearing.deaf(now).first().map_or(TimeDelta::zero(), |deaf| deaf.age);
    Ok(engine.metrics.write(&readings, deaf, now)?)
}
