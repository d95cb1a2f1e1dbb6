//! The tasks that somebody asks to see.

use chrono::{DateTime, Utc};

use super::db::Tx;
use crate::domain::ids::*;

/// Rows of one list; whoever has more of them is told so.
const MOST: i64 = 100;

fn ids(rows: Vec<(TaskId, DateTime<Utc>)>) -> Vec<TaskId> {
    rows.into_iter().map(|(id, _)| id).collect()
}

impl Tx {
    /// Open tasks whose card stands in a chat, the first to start first.
    pub async fn tasks_posted_in(&mut self, chat: ChatId, now: DateTime<Utc>) -> sqlx::Result<Vec<TaskId>> {
        self.all(
            "SELECT DISTINCT task.id, task.starts_at FROM task JOIN outbox ON outbox.task_id = task.id
             WHERE outbox.chat_id = $1 AND outbox.purpose = 'card' AND outbox.state <> 'dropped'
               AND task.state = 'open' AND task.ends_at > $2
             ORDER BY task.starts_at, task.id LIMIT $3",
            (chat, now, MOST),
        )
        .await
        .map(ids)
    }

    /// Open tasks that a group of somebody's organisations has been asked about, the first to start first.
    pub async fn tasks_asked_of(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        self.all(
            "SELECT DISTINCT task.id, task.starts_at FROM task
             JOIN task_asked ON task_asked.task_id = task.id
             JOIN membership ON membership.organisation_id = task_asked.organisation_id
             JOIN chat_group ON chat_group.id = task_asked.group_id
             JOIN outbox ON outbox.task_id = task.id AND outbox.chat_id = chat_group.chat_id
             WHERE membership.person_id = $1 AND membership.since_at <= $2
               AND (membership.until_at IS NULL OR membership.until_at > $2)
               AND outbox.purpose = 'card' AND outbox.state <> 'dropped' AND task.state = 'open' AND task.ends_at > $2
             ORDER BY task.starts_at, task.id LIMIT $3",
            (person, now, MOST),
        )
        .await
        .map(ids)
    }

    /// A municipality's tasks that begin from `from` until `until` and were not cancelled, the first to start first; of `unit`, or of all.
    pub async fn tasks_between(
        &mut self,
        municipality: MunicipalityId,
        unit: Option<UnitId>,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> sqlx::Result<Vec<TaskId>> {
        self.all(
            "SELECT id, starts_at FROM task
             WHERE municipality_id = $1 AND ($2 IS NULL OR unit_id = $2) AND starts_at >= $3 AND starts_at < $4 AND state <> 'cancelled'
             ORDER BY starts_at, id LIMIT $5",
            (municipality, unit, from, until, MOST),
        )
        .await
        .map(ids)
    }

    /// Tasks on which somebody waits or comes and that begin before `until` and end after `from`, the first to start first.
    pub async fn tasks_held_between(
        &mut self,
        person: PersonId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        self.all(
            "SELECT task.id, task.starts_at FROM signup JOIN task ON task.id = signup.task_id
             WHERE signup.person_id = $1 AND signup.state IN ('placed', 'reserve') AND task.state = 'open'
               AND task.starts_at < $3 AND task.ends_at > $2
             ORDER BY task.starts_at, task.id LIMIT $4",
            (person, from, until, MOST),
        )
        .await
        .map(ids)
    }
}
