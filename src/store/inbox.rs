//! What came in and is not handled yet.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::{Dialect, Tx};
use crate::domain::ids::*;

#[derive(Debug, FromRow)]
pub struct InboxRow {
    pub id: InboxId,
    pub channel_id: ChannelId,
    /// Sealed for the purpose "inbox".
    pub payload: Option<Vec<u8>>,
    pub attempts: i64,
}

impl Tx {
    /// Stores something that came in; what was stored before is left alone.
    pub async fn insert_incoming(
        &mut self,
        channel: ChannelId,
        update: &str,
        chat_key: &str,
        payload: Vec<u8>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let added = self
            .execute(
                "INSERT INTO inbox (channel_id, update_id, chat_key, payload, state, received_at) VALUES ($1, $2, $3, $4, 'new', $5)
                 ON CONFLICT (channel_id, update_id) DO NOTHING",
                (channel, update, chat_key, payload, now),
            )
            .await?;
        Ok(added == 1)
    }

    /// The oldest that wait. On Postgres another process that asks at the same time waits, and then finds the next ones: so order is kept.
    pub async fn waiting_incoming(&mut self, limit: i64) -> sqlx::Result<Vec<InboxRow>> {
        const WAITING: Dialect = Dialect {
            sqlite: "SELECT id, channel_id, payload, attempts FROM inbox WHERE state = 'new' ORDER BY id LIMIT $1",
            postgres: "SELECT id, channel_id, payload, attempts FROM inbox WHERE state = 'new' ORDER BY id LIMIT $1 FOR UPDATE",
        };
        self.all(self.pick(WAITING), (limit,)).await
    }

    /// Handled: what was said is blanked.
    pub async fn incoming_done(&mut self, id: InboxId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE inbox SET state = 'done', payload = NULL, handled_at = $2 WHERE id = $1",
            (id, now),
        )
        .await
        .map(drop)
    }

    /// Set aside with its error. The payload stays, sealed, for whoever mends it.
    pub async fn incoming_failed(
        &mut self,
        id: InboxId,
        error: &str,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE inbox SET state = 'failed', error = $2, handled_at = $3 WHERE id = $1",
            (id, error, now),
        )
        .await
        .map(drop)
    }

    pub async fn set_next_offset(&mut self, channel: ChannelId, next_offset: i64) -> sqlx::Result<()> {
        self.execute("UPDATE channel SET next_offset = $2 WHERE id = $1", (channel, next_offset))
            .await
            .map(drop)
    }

    pub async fn next_offset(&mut self, channel: ChannelId) -> sqlx::Result<i64> {
        let (offset,): (i64,) = self.one("SELECT next_offset FROM channel WHERE id = $1", (channel,)).await?;
        Ok(offset)
    }

    /// The channel with this key, made if it is new.
    pub async fn channel(
        &mut self,
        kind: &str,
        key: &str,
        username: Option<&str>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<ChannelId> {
        let (id,): (ChannelId,) = self
            .one(
                "INSERT INTO channel (kind, key, username, created_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (key) DO UPDATE SET username = COALESCE($3, channel.username) RETURNING id",
                (kind, key, username, now),
            )
            .await?;
        Ok(id)
    }
}
