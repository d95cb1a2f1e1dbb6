//! `GET /api/v1/tasks` and `GET /api/v1/tasks/{id}`: what becomes of a municipality's needs.

use axum::Json;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use chrono::{DateTime, Datelike};
use serde::{Deserialize, Serialize};

use super::answer::{TaskView, View};
use super::problem::Problem;
use super::token::Authorised;
use crate::commands::desk::Desk;
use crate::domain::ids::{TaskId, TaskNumber};
use crate::domain::task::{Task, TaskState};
use crate::http::HttpState;
use crate::store::api::After;

const PAGE: usize = 50;
const LONGEST_PAGE: usize = 100;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    limit: Option<usize>,
    after: Option<String>,
}

#[derive(Serialize)]
pub struct Page {
    tasks: Vec<TaskView>,
    /// What to send as `after` for the next page. `None`: this was the last.
    next: Option<String>,
}

/// The open tasks, the first to start first, and then the others, the newest first.
pub async fn list(
    State(state): State<HttpState>,
    caller: Authorised,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Page>, Problem> {
    let wrong = |detail: &str| Problem::new(StatusCode::BAD_REQUEST, detail);
    let Ok(Query(wanted)) = wanted else {
        return Err(wrong(
            "The query takes “limit”, a whole number, and “after”, the “next” of the page before.",
        ));
    };
    let limit = wanted.limit.unwrap_or(PAGE);
    if !(1..=LONGEST_PAGE).contains(&limit) {
        return Err(wrong("“limit” is a whole number from 1 to 100."));
    }
    let after = match &wanted.after {
        Some(text) => {
            Some(read_cursor(text).ok_or_else(|| wrong("“after” is the “next” of the page before."))?)
        }
        None => None,
    };
    let mut tx = state.engine.db.read().await?;
    // One more than the page holds tells whether there is another page.
    let mut ids = tx.task_page(caller.municipality, after, limit + 1).await?;
    let is_last = ids.len() <= limit;
    ids.truncate(limit);
    let mut desk = Desk { tx: &mut tx, now: state.engine.clock.now(), around: &state.engine.around };
    let view = View::of(&mut desk, caller.municipality).await?;
    let mut page = Page { tasks: Vec::new(), next: None };
    for id in ids {
        let Some(task) = desk.tx.task(id).await? else { continue };
        page.next = Some(cursor(&task)).filter(|_| !is_last);
        page.tasks.push(view.task(&mut desk, &task).await?);
    }
    Ok(Json(page))
}

pub async fn one(
    State(state): State<HttpState>,
    caller: Authorised,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Json<TaskView>, Problem> {
    let mut tx = state.engine.db.read().await?;
    let task = match id {
        Ok(Path(id)) => tx.task(TaskId(id)).await?,
        Err(_) => None,
    };
    let Some(task) = task.filter(|task| task.municipality == caller.municipality) else {
        return Err(Problem::new(StatusCode::NOT_FOUND, "The municipality has no such task."));
    };
    let mut desk = Desk { tx: &mut tx, now: state.engine.clock.now(), around: &state.engine.around };
    let view = View::of(&mut desk, caller.municipality).await?;
    Ok(Json(view.task(&mut desk, &task).await?))
}

/// Where a page ends, in a form that callers only hand back.
fn cursor(task: &Task) -> String {
    match task.state {
        TaskState::Open => format!("o{}.{}", task.starts_at.timestamp_micros(), task.id.0),
        _ => format!("n{}", task.number.0),
    }
}

fn read_cursor(text: &str) -> Option<After> {
    if let Some(number) = text.strip_prefix('n') {
        return Some(After::Other { number: TaskNumber(number.parse().ok()?) });
    }
    let (micros, id) = text.strip_prefix('o')?.split_once('.')?;
    // No task starts outside of these, and not every engine knows such times.
    let starts_at = DateTime::from_timestamp_micros(micros.parse().ok()?);
    let starts_at = starts_at.filter(|at| (1970..10_000).contains(&at.year()))?;
    Some(After::Open { starts_at, id: TaskId(id.parse().ok()?) })
}
