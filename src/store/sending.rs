//! Messages on their way: taken, sent, tried in vain.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::memory::stamp;
use super::outbox::OutboxRow;
use crate::domain::ids::*;
use crate::domain::mail;

impl Tx {
    /// Takes the next messages of a channel to send until `until`, in the order of their priority. A chat that somebody is sending to must
    /// wait, so that its order is kept. Marks are read in no order: they neither wait nor are waited for.
    pub async fn lease_outgoing(
        &mut self,
        channel: ChannelId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: i64,
    ) -> sqlx::Result<Vec<OutboxRow>> {
        // The plus keeps SQLite from the index of instants: it would read and sort all that waits, to take the first few.
        const LEASE: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, leased_until_at = $2
                     WHERE id IN (SELECT id FROM outbox AS waiting WHERE state = 'pending' AND channel_id = $4 AND +not_before_at <= $1
                                    AND (purpose = 'mark' OR NOT EXISTS (SELECT 1 FROM outbox AS other
                                                                         WHERE other.chat_id = waiting.chat_id AND other.state = 'sending'
                                                                           AND other.purpose <> 'mark'))
                                  ORDER BY priority, id LIMIT $3)
                     RETURNING id",
            postgres: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, leased_until_at = $2
                       WHERE id IN (SELECT id FROM outbox AS waiting WHERE state = 'pending' AND channel_id = $4 AND not_before_at <= $1
                                      AND (purpose = 'mark' OR NOT EXISTS (SELECT 1 FROM outbox AS other
                                                                           WHERE other.chat_id = waiting.chat_id AND other.state = 'sending'
                                                                             AND other.purpose <> 'mark'))
                                    ORDER BY priority, id LIMIT $3 FOR UPDATE SKIP LOCKED)
                       RETURNING id",
        };
        const ROWS: Dialect = Dialect {
            sqlite: "SELECT outbox.id, key, outbox.channel_id, chat_id, purpose, body, language, task_id, request_id, person_id, municipality_id,
                         outbox.external_id, revision, attempts, outbox.created_at, chat.external_id AS chat_external_id, chat.thread AS chat_thread, chat.kind AS chat_kind
                     FROM outbox JOIN chat ON chat.id = outbox.chat_id WHERE outbox.id IN (SELECT value FROM json_each($1))",
            postgres: "SELECT outbox.id, key, outbox.channel_id, chat_id, purpose, body, language, task_id, request_id, person_id, municipality_id,
                         outbox.external_id, revision, attempts, outbox.created_at, chat.external_id AS chat_external_id, chat.thread AS chat_thread, chat.kind AS chat_kind
                       FROM outbox JOIN chat ON chat.id = outbox.chat_id
                       WHERE outbox.id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))",
        };
        self.write_out().await?;
        let ids: Vec<(OutboxId,)> = self.all_apart(self.pick(LEASE), (now, until, limit, channel)).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<OutboxId> = ids.into_iter().map(|(id,)| id).collect();
        let mut rows: Vec<OutboxRow> = self.all_apart(self.pick(ROWS), (Json(ids),)).await?;
        rows.sort_by_key(|row| (row.purpose.priority(), row.id));
        Ok(rows)
    }

    /// Those of these messages that nobody else is changing at this moment; nobody else will until this transaction ends. Whoever notes what came of
    /// many messages must not wait for one of them while it keeps others: two who do so wait for each other.
    pub async fn outgoing_at_hand(&mut self, ids: &[OutboxId]) -> sqlx::Result<HashSet<OutboxId>> {
        const AT_HAND: &str = "SELECT id FROM outbox
            WHERE id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value)) FOR NO KEY UPDATE SKIP LOCKED";
        if !self.is_postgres() || ids.is_empty() {
            return Ok(ids.iter().copied().collect());
        }
        let rows: Vec<(OutboxId,)> = self.all(AT_HAND, (Json(ids),)).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// The messages reached the platform, which gave them these names. What was changed meanwhile goes out again.
    pub async fn outgoing_sent(
        &mut self,
        sent: &[(&OutboxRow, Option<&str>)],
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        const SENT: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = CASE WHEN revision = (fate.value ->> 1) THEN 'sent' ELSE 'pending' END,
                         external_id = COALESCE(fate.value ->> 2, external_id), attempts = 0, error = NULL, leased_until_at = NULL, sent_at = $2
                     FROM json_each($1) AS fate WHERE outbox.id = (fate.value ->> 0)",
            postgres: "UPDATE outbox SET state = CASE WHEN revision = (fate.value ->> 1)::bigint THEN 'sent' ELSE 'pending' END,
                           external_id = COALESCE(fate.value ->> 2, external_id), attempts = 0, error = NULL, leased_until_at = NULL, sent_at = $2
                       FROM jsonb_array_elements($1) AS fate (value) WHERE outbox.id = (fate.value ->> 0)::bigint",
        };
        if sent.is_empty() {
            return Ok(());
        }
        let rows: Vec<Value> = sent.iter().map(|(row, name)| json!([row.id, row.revision, name])).collect();
        self.write_out().await?;
        self.memory.forget_what_was_said();
        self.write(self.pick(SENT), (Json(rows), now)).await.map(drop)
    }

    /// The messages were not tried: their chats can't be written to before these instants.
    pub async fn outgoing_untried(&mut self, waiting: &[(OutboxId, DateTime<Utc>)]) -> sqlx::Result<()> {
        const UNTRIED: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = 'pending', not_before_at = fate.value ->> 1, leased_until_at = NULL, attempts = attempts - 1
                     FROM json_each($1) AS fate WHERE outbox.id = (fate.value ->> 0)",
            postgres: "UPDATE outbox SET state = 'pending', not_before_at = (fate.value ->> 1)::timestamptz, leased_until_at = NULL,
                           attempts = attempts - 1
                       FROM jsonb_array_elements($1) AS fate (value) WHERE outbox.id = (fate.value ->> 0)::bigint",
        };
        if waiting.is_empty() {
            return Ok(());
        }
        let rows: Vec<Value> = waiting.iter().map(|(id, until)| json!([id, stamp(*until)])).collect();
        self.write_out().await?;
        self.write(self.pick(UNTRIED), (Json(rows),)).await.map(drop)
    }

    /// The message was tried in vain, and is tried again at `at`.
    pub async fn outgoing_waits(&mut self, id: OutboxId, at: DateTime<Utc>, error: &str) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'pending', not_before_at = $2, leased_until_at = NULL, error = $3 WHERE id = $1",
            (id, at, error),
        )
        .await
        .map(drop)
    }

    /// What waits for longer than anything does waits no longer: ten minutes for what has been tried in vain, a day for what waits for its hour,
    /// a quarter of an hour for an e-mail.
    pub async fn wait_no_longer(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET not_before_at = $1
             WHERE state = 'pending' AND not_before_at > $2 AND (attempts > 0 OR not_before_at > $3)",
            (now, now + TimeDelta::minutes(10), now + TimeDelta::days(1)),
        )
        .await?;
        self.execute(
            "UPDATE mail SET not_before_at = $1 WHERE state = 'pending' AND not_before_at > $2",
            (now, now + mail::LONGEST_WAIT),
        )
        .await
        .map(drop)
    }

    /// The message will never be sent.
    pub async fn outgoing_failed(&mut self, id: OutboxId, error: &str) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'failed', leased_until_at = NULL, error = $2 WHERE id = $1",
            (id, error),
        )
        .await
        .map(drop)
    }

    /// The message it would have edited is gone: it is said anew.
    pub async fn outgoing_lost(&mut self, id: OutboxId) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'pending', external_id = NULL, leased_until_at = NULL WHERE id = $1",
            (id,),
        )
        .await
        .map(drop)
    }

    /// Messages whose sending was cut off: what may be said twice goes out again, the rest is left unsaid.
    pub async fn expire_leases(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = CASE WHEN at_most_once THEN 'failed' ELSE 'pending' END,
                 error = 'cut off while it was being sent', leased_until_at = NULL
             WHERE state = 'sending' AND leased_until_at <= $1",
            (now,),
        )
        .await
        .map(drop)
    }

    /// The same for all that a channel has under way: whoever was sending is gone.
    pub async fn expire_leases_of(&mut self, channel: ChannelId) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = CASE WHEN at_most_once THEN 'failed' ELSE 'pending' END,
                 error = 'cut off while it was being sent', leased_until_at = NULL
             WHERE state = 'sending' AND channel_id = $1",
            (channel,),
        )
        .await
        .map(drop)
    }

    /// When the next message of one of these channels may be sent.
    pub async fn next_outgoing(&mut self, channels: &[ChannelId]) -> sqlx::Result<Option<DateTime<Utc>>> {
        let mut next = None;
        for channel in channels {
            let row: Option<(DateTime<Utc>,)> = self
                .maybe(
                    "SELECT not_before_at FROM outbox WHERE state = 'pending' AND channel_id = $1 ORDER BY not_before_at LIMIT 1",
                    (channel,),
                )
                .await?;
            next = next.into_iter().chain(row.map(|(at,)| at)).min();
        }
        Ok(next)
    }
}
