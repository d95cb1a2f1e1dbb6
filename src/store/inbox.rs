//! What came in and is not handled yet.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;

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
    /// Stores what came in, each as the platform's number for it, its chat, and its sealed payload. What was stored before is left alone. Gives the
    /// number of those that are new.
    pub async fn insert_incoming(
        &mut self,
        channel: ChannelId,
        incoming: &[(&str, &str, Vec<u8>)],
        now: DateTime<Utc>,
    ) -> sqlx::Result<u64> {
        const INSERT: Dialect = Dialect {
            sqlite: "INSERT INTO inbox (channel_id, update_id, chat_key, payload, state, received_at)
                     SELECT $1, value ->> 0, value ->> 1, unhex(value ->> 2), 'new', $3 FROM json_each($2) WHERE TRUE
                     ON CONFLICT (channel_id, update_id) DO NOTHING",
            postgres: "INSERT INTO inbox (channel_id, update_id, chat_key, payload, state, received_at)
                       SELECT $1, v ->> 0, v ->> 1, decode(v ->> 2, 'hex'), 'new', $3
                       FROM jsonb_array_elements($2) WITH ORDINALITY AS row (v, n) ORDER BY n
                       ON CONFLICT (channel_id, update_id) DO NOTHING",
        };
        let rows: Vec<_> =
            incoming.iter().map(|(update, chat, payload)| json!([update, chat, hex(payload)])).collect();
        self.execute(self.pick(INSERT), (channel, Json(rows), now)).await
    }

    /// The oldest that wait. On Postgres another process that asks at the same time waits until this transaction ends, and then finds the next
    /// ones: so order is kept.
    pub async fn waiting_incoming(&mut self, limit: i64) -> sqlx::Result<Vec<InboxRow>> {
        if self.is_postgres() {
            // Any number will do, as long as it is everybody's.
            let _: Option<(String,)> =
                self.maybe_apart("SELECT CAST(pg_advisory_xact_lock(7210001) AS TEXT)", ()).await?;
        }
        self.all(
            "SELECT id, channel_id, payload, attempts FROM inbox WHERE state = 'new' ORDER BY id LIMIT $1",
            (limit,),
        )
        .await
    }

    /// Handled: what was said is blanked.
    pub async fn incoming_done(&mut self, id: InboxId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.later.handled(id, now);
        Ok(())
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

    /// Blanks what was set aside and came in before `before`: whoever could mend it has had the time.
    pub async fn forget_failed_incoming(&mut self, before: DateTime<Utc>) -> sqlx::Result<u64> {
        self.execute(
            "UPDATE inbox SET payload = NULL WHERE state = 'failed' AND received_at < $1 AND payload IS NOT NULL",
            (before,),
        )
        .await
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

/// Bytes in JSON, as both engines read them.
fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |four: u8| char::from(DIGITS[usize::from(four & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}
