//! Codes for joining.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::Tx;
use crate::domain::ids::*;

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Invite {
    pub id: i64,
    pub person_id: Option<PersonId>,
    pub group_id: Option<GroupId>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

impl Tx {
    pub async fn invite(&mut self, code_hash: &str) -> sqlx::Result<Option<Invite>> {
        self.maybe("SELECT * FROM invite WHERE code_hash = $1", (code_hash,)).await
    }

    pub async fn use_invite(&mut self, id: i64, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("UPDATE invite SET used_at = $2 WHERE id = $1", (id, now)).await.map(drop)
    }

    /// Whether a person has joined with a code: somebody whom the municipality knows, not one who was made for an answer in a group.
    pub async fn joined_by_code(&mut self, person: PersonId) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe("SELECT id FROM invite WHERE person_id = $1 AND used_at IS NOT NULL LIMIT 1", (person,))
            .await?;
        Ok(row.is_some())
    }

    /// The tasks that both have answered, those still open last.
    pub async fn tasks_of_both(&mut self, one: PersonId, other: PersonId) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT signup.task_id FROM signup JOIN signup AS twin ON twin.task_id = signup.task_id AND twin.person_id = $2
                 WHERE signup.person_id = $1 ORDER BY signup.task_id",
                (one, other),
            )
            .await?;
        Ok(rows.into_iter().map(|(task,)| task).collect())
    }

    /// Forgets what somebody answered to a task, and what they were asked about it. They must hold no place.
    pub async fn forget_answer(&mut self, task: TaskId, person: PersonId) -> sqlx::Result<()> {
        self.execute(
            "UPDATE offer SET state = 'void' WHERE task_id = $1 AND person_id = $2 AND state = 'open'",
            (task, person),
        )
        .await?;
        self.execute(
            "DELETE FROM signup WHERE task_id = $1 AND person_id = $2 AND state <> 'placed'",
            (task, person),
        )
        .await
        .map(drop)
    }

    /// Makes one human of two that turned out to be the same: what `from` answered becomes `to`'s, where `to` has not answered. Nothing is left
    /// by which `from` could be met again.
    pub async fn merge_people(
        &mut self,
        from: PersonId,
        to: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        if from == to {
            return Ok(());
        }
        self.execute(
            "UPDATE signup SET person_id = $2 WHERE person_id = $1
               AND NOT EXISTS (SELECT 1 FROM signup AS other WHERE other.task_id = signup.task_id AND other.person_id = $2)",
            (from, to),
        )
        .await?;
        self.execute("UPDATE offer SET person_id = $2 WHERE person_id = $1 AND state <> 'open'", (from, to))
            .await?;
        self.execute(
            "UPDATE offer SET person_id = $2 WHERE person_id = $1
               AND NOT EXISTS (SELECT 1 FROM offer AS other WHERE other.task_id = offer.task_id AND other.person_id = $2 AND other.state = 'open')",
            (from, to),
        )
        .await?;
        self.execute("UPDATE membership SET person_id = $2 WHERE person_id = $1", (from, to)).await?;
        self.execute("DELETE FROM person_account WHERE person_id = $1", (from,)).await?;
        self.execute("UPDATE person SET erased_at = $2 WHERE id = $1 AND erased_at IS NULL", (from, now))
            .await
            .map(drop)
    }
}
