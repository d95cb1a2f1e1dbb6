//! Every change, with who, when and through which channel. Rows are only added.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::types::Json;

use super::db::Tx;
use crate::domain::ids::*;
use crate::domain::task::{Change, Task};

/// Who made something happen: a person through a channel, or nobody where time did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub channel: Option<ChannelId>,
}

impl Tx {
    /// Notes a change to a task.
    pub async fn record_change(
        &mut self,
        task: &Task,
        change: &Change,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.record(task.municipality, Some(task.id), Some(task.request), actor, "change", change, now).await
    }

    /// Notes something that happened. `detail` must hold nothing of a recipient.
    #[expect(clippy::too_many_arguments, reason = "one column each")]
    pub async fn record(
        &mut self,
        municipality: MunicipalityId,
        task: Option<TaskId>,
        request: Option<RequestId>,
        actor: Actor,
        what: &str,
        detail: &impl Serialize,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        let detail = serde_json::to_value(detail).map_err(|error| sqlx::Error::Encode(error.into()))?;
        self.execute(
            "INSERT INTO history (municipality_id, task_id, request_id, actor_id, channel_id, what, detail, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            (municipality, task, request, actor.person, actor.channel, what, Json(detail), now),
        )
        .await
        .map(drop)
    }
}
