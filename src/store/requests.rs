//! Requests, the recipient's data that belong to them, and the links that open these.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use crate::domain::draft::{Draft, Recipient};
use crate::domain::ids::*;
use crate::secret::Key;

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Request {
    pub id: RequestId,
    pub municipality_id: MunicipalityId,
    pub unit_id: UnitId,
    pub requester_id: PersonId,
    /// Where its requester goes on with it, while it is a draft.
    pub chat_id: Option<ChatId>,
    pub state: RequestState,
    pub draft: Json<Draft>,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum RequestState {
    Draft,
    Discarded,
    Open,
    Ended,
}

/// A link to a recipient's data.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Disclosure {
    pub id: i64,
    pub request_id: RequestId,
    pub task_id: Option<TaskId>,
    pub person_id: PersonId,
    pub browser_hash: Option<String>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
}

fn purpose(request: RequestId) -> String {
    format!("recipient:{}", request.0)
}

impl Tx {
    pub async fn insert_request(
        &mut self,
        municipality: MunicipalityId,
        unit: UnitId,
        requester: PersonId,
        chat: Option<ChatId>,
        draft: &Draft,
        now: DateTime<Utc>,
    ) -> sqlx::Result<RequestId> {
        let (id,): (RequestId,) = self
            .one(
                "INSERT INTO request (municipality_id, unit_id, requester_id, chat_id, state, draft, created_at, changed_at)
                 VALUES ($1, $2, $3, $4, 'draft', $5, $6, $6) RETURNING id",
                (municipality, unit, requester, chat, Json(draft), now),
            )
            .await?;
        Ok(id)
    }

    pub async fn request(&mut self, id: RequestId) -> sqlx::Result<Option<Request>> {
        self.maybe("SELECT * FROM request WHERE id = $1", (id,)).await
    }

    /// The drafts of somebody in a chat, the one changed last first.
    pub async fn drafts_in(&mut self, requester: PersonId, chat: ChatId) -> sqlx::Result<Vec<Request>> {
        const MOST: i64 = 50;
        self.all(
            "SELECT * FROM request WHERE requester_id = $1 AND state = 'draft' AND chat_id = $2 ORDER BY changed_at DESC, id DESC LIMIT $3",
            (requester, chat, MOST),
        )
        .await
    }

    /// The needs of one requester that are not sent, the oldest first.
    pub async fn drafts_of(&mut self, requester: PersonId) -> sqlx::Result<Vec<Request>> {
        const MOST: i64 = 20;
        self.all(
            "SELECT * FROM request WHERE requester_id = $1 AND state = 'draft' ORDER BY id LIMIT $2",
            (requester, MOST),
        )
        .await
    }

    /// Where its requester goes on with a draft.
    pub async fn set_request_chat(&mut self, id: RequestId, chat: ChatId) -> sqlx::Result<()> {
        self.execute("UPDATE request SET chat_id = $2 WHERE id = $1", (id, chat)).await.map(drop)
    }

    pub async fn set_draft(&mut self, id: RequestId, draft: &Draft, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("UPDATE request SET draft = $2, changed_at = $3 WHERE id = $1", (id, Json(draft), now))
            .await
            .map(drop)
    }

    pub async fn set_request_state(
        &mut self,
        id: RequestId,
        state: RequestState,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute("UPDATE request SET state = $2, changed_at = $3 WHERE id = $1", (id, state, now))
            .await
            .map(drop)
    }

    /// Seals and keeps what is known of the recipient, in place of what was kept before.
    pub async fn set_recipient(
        &mut self,
        key: &Key,
        request: RequestId,
        recipient: &Recipient,
    ) -> anyhow::Result<()> {
        let sealed = key.seal(&purpose(request), recipient)?;
        self.execute(
            "INSERT INTO recipient (request_id, sealed) VALUES ($1, $2) ON CONFLICT (request_id) DO UPDATE SET sealed = $2",
            (request, sealed),
        )
        .await?;
        Ok(())
    }

    /// What is known of the recipient, opened. `None` once it was erased.
    pub async fn recipient(&mut self, key: &Key, request: RequestId) -> anyhow::Result<Option<Recipient>> {
        let row: Option<(Vec<u8>,)> =
            self.maybe("SELECT sealed FROM recipient WHERE request_id = $1", (request,)).await?;
        row.map(|(sealed,)| key.open(&purpose(request), &sealed)).transpose()
    }

    pub async fn erase_recipient(&mut self, request: RequestId) -> sqlx::Result<()> {
        self.execute("DELETE FROM recipient WHERE request_id = $1", (request,)).await.map(drop)
    }

    /// Sets when the recipient's data are erased.
    pub async fn set_erase_at(&mut self, request: RequestId, at: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("UPDATE recipient SET erase_at = $2 WHERE request_id = $1", (request, at))
            .await
            .map(drop)
    }

    /// Drafts that nobody has touched since `before` are discarded; their recipients are due to be erased.
    pub async fn discard_old_drafts(
        &mut self,
        before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE recipient SET erase_at = $2
             WHERE request_id IN (SELECT id FROM request WHERE state = 'draft' AND changed_at <= $1)",
            (before, now),
        )
        .await?;
        self.execute(
            "UPDATE request SET state = 'discarded', changed_at = $2 WHERE state = 'draft' AND changed_at <= $1",
            (before, now),
        )
        .await
        .map(drop)
    }

    /// Erases what has had its time. Gives the number of recipients erased.
    pub async fn erase_due_recipients(&mut self, now: DateTime<Utc>) -> sqlx::Result<u64> {
        self.execute("DELETE FROM recipient WHERE erase_at <= $1", (now,)).await
    }

    /// Keeps the hash of a link's token.
    pub async fn insert_disclosure(
        &mut self,
        token_hash: &str,
        request: RequestId,
        task: Option<TaskId>,
        person: PersonId,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO disclosure (token_hash, request_id, task_id, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
            (token_hash, request, task, person, now, expires_at),
        )
        .await
        .map(drop)
    }

    pub async fn disclosure(&mut self, token_hash: &str) -> sqlx::Result<Option<Disclosure>> {
        self.maybe("SELECT * FROM disclosure WHERE token_hash = $1", (token_hash,)).await
    }

    /// Binds a link to the browser that opened it first. `false`: another one has.
    pub async fn bind_disclosure(&mut self, id: i64, browser_hash: &str) -> sqlx::Result<bool> {
        let changed = self
            .execute(
                "UPDATE disclosure SET browser_hash = $2 WHERE id = $1 AND (browser_hash IS NULL OR browser_hash = $2)",
                (id, browser_hash),
            )
            .await?;
        Ok(changed == 1)
    }

    /// Notes that somebody saw the recipient's data.
    pub async fn record_view(&mut self, link: &Disclosure, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO recipient_view (request_id, task_id, person_id, at) VALUES ($1, $2, $3, $4)",
            (link.request_id, link.task_id, link.person_id, now),
        )
        .await
        .map(drop)
    }

    /// How often somebody has seen the recipient of a task.
    pub async fn views_of(&mut self, task: TaskId, person: PersonId) -> sqlx::Result<i64> {
        let (count,): (i64,) = self
            .one("SELECT COUNT(*) FROM recipient_view WHERE task_id = $1 AND person_id = $2", (task, person))
            .await?;
        Ok(count)
    }

    /// The task that a request has become, if it has.
    pub async fn task_of_request(&mut self, request: RequestId) -> sqlx::Result<Option<TaskId>> {
        let row: Option<(TaskId,)> =
            self.maybe("SELECT id FROM task WHERE request_id = $1 ORDER BY id LIMIT 1", (request,)).await?;
        Ok(row.map(|(id,)| id))
    }

    /// A person's links to a task die.
    pub async fn revoke_disclosure(
        &mut self,
        task: TaskId,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE disclosure SET revoked_at = $3 WHERE task_id = $1 AND person_id = $2 AND revoked_at IS NULL",
            (task, person, now),
        )
        .await
        .map(drop)
    }

    /// Every link to a task dies.
    pub async fn revoke_all_disclosures(&mut self, task: TaskId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE disclosure SET revoked_at = $2 WHERE task_id = $1 AND revoked_at IS NULL",
            (task, now),
        )
        .await
        .map(drop)
    }
}
