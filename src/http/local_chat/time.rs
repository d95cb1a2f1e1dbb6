//! The clock on the page, and moving it in the demonstration.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::actions::{refused, unreadable};
use super::{Failure, LocalChatPage};

/// Farthest move at once.
const FARTHEST: TimeDelta = TimeDelta::days(400);

/// A clock that may be moved forward, with everything that falls due on the way.
pub trait TimeMachine: Send + Sync {
    /// What the service's clock shows.
    fn now(&self) -> DateTime<Utc>;

    /// When something next happens by itself, if anything is planned.
    fn next_event(&self) -> BoxFuture<'_, anyhow::Result<Option<DateTime<Utc>>>>;

    /// Moves the clock forward and returns when what fell due is done.
    fn move_to(&self, to: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>>;
}

/// The clock as the page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct TimeView {
    pub now: DateTime<Utc>,
    /// The name of the time zone, for the browser.
    pub zone: String,
    pub movable: bool,
    pub next_event: Option<DateTime<Utc>>,
}

/// Where the clock shall go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// So many minutes from now.
    Minutes(u32),
    NextEvent,
    /// The next time that the wall clock shows 07 on a morning after today.
    TomorrowMorning,
    /// A time on the wall clock.
    At(NaiveDateTime),
}

/// Why the clock was not moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CanNotMove {
    /// The server does not allow it.
    ClockFixed,
    NothingPlanned,
    OnlyForward,
    TooFar,
}

pub async fn view(page: &LocalChatPage) -> anyhow::Result<TimeView> {
    let zone = page.calendar.time_zone.name().to_owned();
    Ok(match &page.time_machine {
        Some(machine) => {
            let next_event = machine.next_event().await?;
            TimeView { now: machine.now(), zone, movable: true, next_event }
        }
        None => TimeView { now: page.clock.now(), zone, movable: false, next_event: None },
    })
}

#[derive(Deserialize)]
pub struct Move {
    to: Target,
}

/// Answers when the clock was moved and what fell due is done; `422 {"error": …}` where it can't go there.
pub async fn move_clock(
    State(page): State<LocalChatPage>,
    wanted: Result<Json<Move>, JsonRejection>,
) -> Result<Response, Failure> {
    let Ok(Json(Move { to })) = wanted else { return Ok(unreadable()) };
    Ok(match move_to(&page, to).await? {
        Ok(()) => Json(json!({})).into_response(),
        Err(why) => refused(json!(why)),
    })
}

async fn move_to(page: &LocalChatPage, target: Target) -> anyhow::Result<Result<(), CanNotMove>> {
    let Some(machine) = page.time_machine.clone() else { return Ok(Err(CanNotMove::ClockFixed)) };
    let to = match instant(page, &machine, target).await? {
        Ok(to) => to,
        Err(why) => return Ok(Err(why)),
    };
    machine.move_to(to).await?;
    page.chat.nudge().await?;
    Ok(Ok(()))
}

async fn instant(
    page: &LocalChatPage,
    machine: &Arc<dyn TimeMachine>,
    target: Target,
) -> anyhow::Result<Result<DateTime<Utc>, CanNotMove>> {
    let now = machine.now();
    let to = match target {
        Target::Minutes(minutes) => now + TimeDelta::minutes(minutes.into()),
        Target::NextEvent => match machine.next_event().await? {
            // What is overdue happens at once; the clock must not go back for it.
            Some(at) => at.max(now),
            None => return Ok(Err(CanNotMove::NothingPlanned)),
        },
        Target::TomorrowMorning => {
            let tomorrow = page.calendar.local(now).date() + Days::new(1);
            page.calendar.instant(tomorrow.and_time(SEVEN))
        }
        Target::At(local) if local > page.calendar.local(now) + FARTHEST => {
            return Ok(Err(CanNotMove::TooFar));
        }
        Target::At(local) if local < page.calendar.local(now) - FARTHEST => {
            return Ok(Err(CanNotMove::OnlyForward));
        }
        Target::At(local) => page.calendar.instant(local),
    };
    Ok(if to < now {
        Err(CanNotMove::OnlyForward)
    } else if to - now > FARTHEST {
        Err(CanNotMove::TooFar)
    } else {
        Ok(to)
    })
}

const SEVEN: NaiveTime = NaiveTime::from_hms_opt(7, 0, 0).expect("seven o'clock");
