//! What the API keeps: tokens, answers that may be asked for again, and the way through a municipality's tasks.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use super::people::Person;
use crate::domain::ids::*;

/// A token that nobody has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct ApiToken {
    pub id: i64,
    pub municipality_id: MunicipalityId,
    pub created_at: DateTime<Utc>,
    /// From then on it opens nothing. None: until somebody ends it.
    pub expires_at: Option<DateTime<Utc>>,
}

impl ApiToken {
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }
}

/// An answer that was given under an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct KeptAnswer {
    pub request_hash: String,
    pub status: i64,
    pub response: Json<Value>,
}

/// Where a page of tasks ended: among the open ones, which go first, or among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    Open { starts_at: DateTime<Utc>, id: TaskId },
    Other { number: TaskNumber },
}

impl Tx {
    /// Keeps the hash of a token.
    pub async fn insert_api_token(
        &mut self,
        municipality: MunicipalityId,
        token_hash: &str,
        now: DateTime<Utc>,
        expires_at: Option<DateTime<Utc>>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO api_token (municipality_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            (municipality, token_hash, now, expires_at),
        )
        .await
        .map(drop)
    }

    pub async fn api_token(&mut self, token_hash: &str) -> sqlx::Result<Option<ApiToken>> {
        self.maybe(
            "SELECT id, municipality_id, created_at, expires_at FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL",
            (token_hash,),
        )
        .await
    }

    /// A municipality's tokens that nobody has ended, the oldest first; those that have expired too.
    pub async fn api_tokens(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<ApiToken>> {
        self.all(
            "SELECT id, municipality_id, created_at, expires_at FROM api_token WHERE municipality_id = $1 AND revoked_at IS NULL ORDER BY id",
            (municipality,),
        )
        .await
    }

    /// A token of a municipality's opens nothing any more. `false`: it has no such token in use.
    pub async fn revoke_api_token(
        &mut self,
        municipality: MunicipalityId,
        id: i64,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let changed = self
            .execute(
                "UPDATE api_token SET revoked_at = $3 WHERE municipality_id = $1 AND id = $2 AND revoked_at IS NULL",
                (municipality, id, now),
            )
            .await?;
        Ok(changed == 1)
    }

    /// Takes a key for a request that begins. `Some`: it was taken, and this was answered. On Postgres whoever comes second waits for the first.
    pub async fn claim_key(
        &mut self,
        token: i64,
        key: &str,
        request_hash: &str,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Option<KeptAnswer>> {
        let taken = self
            .execute(
                "INSERT INTO idempotency (api_token_id, key, request_hash, status, response, created_at) VALUES ($1, $2, $3, 0, $4, $5)
                 ON CONFLICT (api_token_id, key) DO NOTHING",
                (token, key, request_hash, Json(Value::Null), now),
            )
            .await?;
        if taken == 1 {
            return Ok(None);
        }
        self.maybe(
            "SELECT request_hash, status, response FROM idempotency WHERE api_token_id = $1 AND key = $2",
            (token, key),
        )
        .await
    }

    /// Keeps what was answered under a key. It must hold nothing of a recipient.
    pub async fn keep_answer(
        &mut self,
        token: i64,
        key: &str,
        status: u16,
        response: &Value,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE idempotency SET status = $3, response = $4 WHERE api_token_id = $1 AND key = $2",
            (token, key, i64::from(status), Json(response)),
        )
        .await
        .map(drop)
    }

    /// Keys from before `before` may be used for something else.
    pub async fn forget_answers(&mut self, before: DateTime<Utc>) -> sqlx::Result<u64> {
        self.execute("DELETE FROM idempotency WHERE created_at < $1", (before,)).await
    }

    /// The person whom a municipality calls by this key.
    pub async fn person_by_key(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
    ) -> sqlx::Result<Option<Person>> {
        self.maybe(
            "SELECT * FROM person WHERE municipality_id = $1 AND key = $2 AND erased_at IS NULL",
            (municipality, key),
        )
        .await
    }

    /// At most `limit` tasks after `after`: the open ones, the first to start first, and then the others, the newest first.
    pub async fn task_page(
        &mut self,
        municipality: MunicipalityId,
        after: Option<After>,
        limit: usize,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut page = match after {
            None => self.open_tasks(municipality, rows).await?,
            Some(After::Open { starts_at, id }) => {
                self.open_tasks_after(municipality, starts_at, id, rows).await?
            }
            Some(After::Other { .. }) => Vec::new(),
        };
        let missing = i64::try_from(limit.saturating_sub(page.len())).unwrap_or(0);
        if missing > 0 {
            let below = match after {
                Some(After::Other { number }) => number,
                _ => TaskNumber(i64::MAX),
            };
            page.extend(self.other_tasks_below(municipality, below, missing).await?);
        }
        Ok(page)
    }

    async fn open_tasks_after(
        &mut self,
        municipality: MunicipalityId,
        starts_at: DateTime<Utc>,
        id: TaskId,
        limit: i64,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT id FROM task WHERE municipality_id = $1 AND state = 'open' AND (starts_at, id) > ($2, $3)
                 ORDER BY starts_at, id LIMIT $4",
                (municipality, starts_at, id, limit),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    async fn other_tasks_below(
        &mut self,
        municipality: MunicipalityId,
        number: TaskNumber,
        limit: i64,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT id FROM task WHERE municipality_id = $1 AND state <> 'open' AND number < $2 ORDER BY number DESC LIMIT $3",
                (municipality, number, limit),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }
}
