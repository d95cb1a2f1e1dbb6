//! Every change, with who, when and through which channel. Rows are only added.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use super::memory::stamp;
use crate::domain::ids::*;
use crate::domain::task::{Change, Task};

/// So many changes are looked through for who has acted.
const MOST_ACTS: i64 = 1_000;

/// Who made something happen: a person through a channel, or nobody where time did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub channel: Option<ChannelId>,
}

/// A row of history.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Noted {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub actor_id: Option<PersonId>,
    /// The kind of channel it came by.
    pub channel: Option<String>,
    pub what: String,
    pub detail: Json<Value>,
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

    /// What happened to a task before the row `before`, or until now; the newest first.
    pub async fn history_of_task(
        &mut self,
        task: TaskId,
        before: Option<i64>,
        limit: i64,
    ) -> sqlx::Result<Vec<Noted>> {
        self.all(
            "SELECT history.id, history.at, history.actor_id, channel.kind AS channel, history.what, history.detail
             FROM history LEFT JOIN channel ON channel.id = history.channel_id
             WHERE history.task_id = $1 AND history.id < $2 ORDER BY history.id DESC LIMIT $3",
            (task, before.unwrap_or(i64::MAX), limit),
        )
        .await
    }

    /// What people have changed about a task since an instant, with who did, the oldest first.
    pub async fn acted_since(
        &mut self,
        task: TaskId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<(PersonId, Json<Value>)>> {
        self.all(
            "SELECT actor_id, detail FROM history
             WHERE task_id = $1 AND at >= $2 AND actor_id IS NOT NULL AND what = 'change' ORDER BY id LIMIT $3",
            (task, since, MOST_ACTS),
        )
        .await
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
        let row = (municipality, task, request, actor.person, actor.channel, what, detail, stamp(now));
        self.later.history(&row)
    }
}
