//! A database that was put back from a backup: what it has forgotten may have been said already, so what waits in it is withheld.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

use super::db::{Db, Dialect, Tx};
use crate::domain::ids::{OutboxId, TaskNumber};
use crate::store::outbox::Purpose;

/// The setting that makes a database one that was put back. A copy carries it from the moment at which it is made.
const RESTORED: &str = "restored";
/// Where a Postgres database was served from last: a dump that is read into another one can be told by it.
const HOME: &str = "home";
/// So many ids and numbers are left out, so that what is remembered of the lost ones (a button, a «#18» in a chat) never means something new.
const SKIPPED_IDS: i64 = 1_000_000;
const SKIPPED_NUMBERS: i64 = 100;

/// What a database that was put back knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// The moment of the backup, as far as it is known.
    pub backup_at: DateTime<Utc>,
    /// The newest message that it holds.
    pub last_message: i64,
}

/// A message that waits for an administrator's word.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Withheld {
    pub outbox_id: OutboxId,
    pub purpose: Purpose,
    pub title: String,
    pub number: Option<TaskNumber>,
    pub created_at: DateTime<Utc>,
}

impl Db {
    /// What tells this database from every other, a copy of it included. `None` for SQLite: a file has no such thing.
    async fn home(&self) -> sqlx::Result<Option<String>> {
        let Db::Postgres(pool) = self else { return Ok(None) };
        let (home,): (String,) = sqlx::query_as(
            "SELECT system_identifier::text || ':' || (SELECT oid::text FROM pg_database WHERE datname = current_database())
             FROM pg_control_system()",
        )
        .fetch_one(pool)
        .await?;
        Ok(Some(home))
    }

    /// Whether this database was put back from a backup since it was last served, and what it knows of it.
    pub async fn was_restored(&self, now: DateTime<Utc>) -> sqlx::Result<Option<Restored>> {
        let home = self.home().await?;
        let mut tx = self.begin().await?;
        if let Some(home) = home {
            let before = tx.setting(HOME).await?;
            if before.as_deref() != Some(&home) {
                tx.set_setting(HOME, &home).await?;
                if before.is_some() {
                    tx.mark_as_restored(now).await?;
                }
            }
        }
        let restored = tx.restored().await?;
        tx.commit().await?;
        Ok(restored)
    }
}

impl Tx {
    /// Makes this database one that was put back, from a backup of `backup_at`.
    pub async fn mark_as_restored(&mut self, backup_at: DateTime<Utc>) -> sqlx::Result<()> {
        let (last_message,): (i64,) = self.one("SELECT COALESCE(MAX(id), 0) FROM outbox", ()).await?;
        let mark = serde_json::to_string(&Restored { backup_at, last_message });
        self.set_setting(RESTORED, &mark.map_err(|error| sqlx::Error::Encode(error.into()))?).await
    }

    async fn restored(&mut self) -> sqlx::Result<Option<Restored>> {
        let mark = self.setting(RESTORED).await?;
        mark.map(|mark| serde_json::from_str(&mark).map_err(|error| sqlx::Error::Decode(error.into())))
            .transpose()
    }

    /// Ends what follows a restore: withholds whatever may have been said already, and takes the mark off. What somebody must act on, and was
    /// written since, is said: that it may have been said before does no harm, and who answered then has been forgotten. `None`: another process
    /// has done it.
    pub async fn withhold(&mut self, restored: Restored, now: DateTime<Utc>) -> sqlx::Result<Option<u64>> {
        if self.execute("DELETE FROM setting WHERE key = $1", (RESTORED,)).await? == 0 {
            return Ok(None);
        }
        let withheld = self
            .execute(
                "INSERT INTO withheld (outbox_id, withheld_at) SELECT id, $1
                 FROM (SELECT id, purpose, external_id FROM outbox WHERE state = 'pending'
                       UNION ALL SELECT id, purpose, external_id FROM outbox WHERE state = 'sending') AS unsaid
                 WHERE external_id IS NULL AND purpose NOT IN ('mark', 'press_answer') AND (purpose <> 'escalation' OR id <= $2)",
                (now, restored.last_message),
            )
            .await?;
        const DROP: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = 'dropped', leased_until_at = NULL WHERE id IN (SELECT outbox_id FROM withheld)",
            postgres: "UPDATE outbox SET state = 'dropped', leased_until_at = NULL WHERE id = ANY (ARRAY(SELECT outbox_id FROM withheld))",
        };
        self.execute(self.pick(DROP), ()).await?;
        self.drop_mail_until(restored.backup_at).await?;
        self.skip_ahead().await?;
        Ok(Some(withheld))
    }

    async fn skip_ahead(&mut self) -> sqlx::Result<()> {
        const IDS: Dialect = Dialect {
            sqlite: "UPDATE sqlite_sequence SET seq = seq + $1",
            postgres: "SELECT setval(counter, nextval(counter) + $1)
                       FROM (SELECT pg_get_serial_sequence(quote_ident(table_name), 'id')::regclass AS counter FROM information_schema.columns
                             WHERE table_schema = current_schema() AND column_name = 'id' AND is_identity = 'YES') AS counters",
        };
        self.execute(self.pick(IDS), (SKIPPED_IDS,)).await?;
        self.execute("UPDATE municipality SET next_task_number = next_task_number + $1", (SKIPPED_NUMBERS,))
            .await?;
        Ok(())
    }

    /// How many messages wait for an administrator's word.
    pub async fn count_withheld(&mut self) -> sqlx::Result<i64> {
        let (count,): (i64,) = self.one("SELECT COUNT(*) FROM withheld", ()).await?;
        Ok(count)
    }

    /// The first of them.
    pub async fn withheld(&mut self, limit: i64) -> sqlx::Result<Vec<Withheld>> {
        self.all(
            "SELECT withheld.outbox_id, outbox.purpose, chat.title, task.number, outbox.created_at
             FROM withheld JOIN outbox ON outbox.id = withheld.outbox_id JOIN chat ON chat.id = outbox.chat_id
             LEFT JOIN task ON task.id = outbox.task_id
             ORDER BY withheld.outbox_id LIMIT $1",
            (limit,),
        )
        .await
    }

    /// Everything withheld is sent after all, but what was about a task that is over. Gives the number of messages.
    pub async fn send_withheld(&mut self) -> sqlx::Result<u64> {
        const SEND: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = 'pending' WHERE id IN (SELECT outbox_id FROM withheld)
                       AND (task_id IS NULL OR (SELECT state FROM task WHERE task.id = outbox.task_id) = 'open')",
            postgres: "UPDATE outbox SET state = 'pending' WHERE id = ANY (ARRAY(SELECT outbox_id FROM withheld))
                         AND (task_id IS NULL OR (SELECT state FROM task WHERE task.id = outbox.task_id) = 'open')",
        };
        let sent = self.execute(self.pick(SEND), ()).await?;
        self.execute("DELETE FROM withheld", ()).await?;
        Ok(sent)
    }

    /// Everything withheld stays unsaid. Gives the number of messages.
    pub async fn drop_withheld(&mut self) -> sqlx::Result<u64> {
        self.execute("DELETE FROM withheld", ()).await
    }
}
