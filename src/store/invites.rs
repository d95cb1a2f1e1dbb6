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

    /// Makes one human of two that turned out to be the same: what `from` answered becomes `to`'s, where `to` has not answered.
    pub async fn merge_people(&mut self, from: PersonId, to: PersonId) -> sqlx::Result<()> {
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
        self.execute("DELETE FROM person_account WHERE person_id = $1", (from,)).await.map(drop)
    }
}
