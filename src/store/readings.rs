//! How the service is doing, as the database tells it.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;

use super::db::Tx;

/// A message that was tried in vain for so long is stuck: longer than any platform asks for.
pub const STUCK_AFTER: TimeDelta = TimeDelta::minutes(15);

/// What `/readyz` and `/metrics` read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// When the first of all subjects is due.
    pub next_due: Option<DateTime<Utc>>,
    /// Messages and edits that are to be sent.
    pub outbox_pending: i64,
    /// When the oldest message that was never sent was put in the outbox. Edits of what was sent don't count: a card's row is as old as the card.
    pub oldest_unsent: Option<DateTime<Utc>>,
    /// Chats with a message that has been tried in vain for longer than a platform asks anybody to wait.
    pub stuck_chats: i64,
    /// When the oldest e-mail was written that was tried in vain and waits.
    pub oldest_mail: Option<DateTime<Utc>>,
    /// What came in and is not handled.
    pub inbox_waiting: i64,
    /// Places that were empty when their task started, while no word of it had reached anybody. It must always be 0.
    pub uncovered_untold: i64,
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

#[derive(FromRow)]
struct At {
    at: Option<DateTime<Utc>>,
}

impl Tx {
    pub async fn readings(&mut self, now: DateTime<Utc>) -> sqlx::Result<Readings> {
        Ok(Readings {
            next_due: self.next_due().await?,
            outbox_pending: self
                .count("SELECT COUNT(*) AS count FROM outbox WHERE state = 'pending'")
                .await?,
            oldest_unsent: self.oldest_unsent().await?,
            stuck_chats: self.stuck_chats(now - STUCK_AFTER).await?,
            oldest_mail: self.mail_waits_since().await?,
            inbox_waiting: self.count("SELECT COUNT(*) AS count FROM inbox WHERE state = 'new'").await?,
            uncovered_untold: self.uncovered_untold(now).await?,
        })
    }

    async fn count(&mut self, sql: &'static str) -> sqlx::Result<i64> {
        Ok(self.one::<Count>(sql, ()).await?.count)
    }

    /// Since when a message could have been sent that nobody has tried to: not one whose chat makes it wait.
    pub async fn oldest_sendable(&mut self, now: DateTime<Utc>) -> sqlx::Result<Option<DateTime<Utc>>> {
        let row: Option<At> = self
            .maybe(
                "SELECT not_before_at AS at FROM outbox AS waiting
                 WHERE state = 'pending' AND external_id IS NULL AND not_before_at <= $1
                   AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.chat_id = waiting.chat_id AND other.state = 'sending')
                 ORDER BY not_before_at LIMIT 1",
                (now,),
            )
            .await?;
        Ok(row.and_then(|row| row.at))
    }

    /// How many chats have a message from before `since` that was tried in vain and waits to be tried again.
    pub async fn stuck_chats(&mut self, since: DateTime<Utc>) -> sqlx::Result<i64> {
        let row: Count = self
            .one(
                // The sign keeps SQLite from reading the index by chat, which holds everything that was ever said.
                "SELECT COUNT(DISTINCT +chat_id) AS count FROM outbox
                 WHERE state = 'pending' AND external_id IS NULL AND error IS NOT NULL AND created_at <= $1",
                (since,),
            )
            .await?;
        Ok(row.count)
    }

    /// Whether anything has reached a platform after `since`.
    pub async fn has_sent_since(&mut self, since: DateTime<Utc>) -> sqlx::Result<bool> {
        let row: Option<At> =
            self.maybe("SELECT sent_at AS at FROM outbox WHERE sent_at > $1 LIMIT 1", (since,)).await?;
        Ok(row.is_some())
    }

    pub async fn oldest_unsent(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let row: Option<At> = self
            .maybe(
                "SELECT created_at AS at FROM outbox WHERE state = 'pending' AND external_id IS NULL ORDER BY created_at LIMIT 1",
                (),
            )
            .await?;
        Ok(row.and_then(|row| row.at))
    }

    /// What told somebody is an escalation that was sent: to the one on duty, the deputy, the municipality's contact, or the requester. A place
    /// given back after the start is a new hole, and not counted.
    async fn uncovered_untold(&mut self, now: DateTime<Utc>) -> sqlx::Result<i64> {
        let row: Count = self
            .one(
                "SELECT CAST(COALESCE(SUM(places - taken), 0) AS BIGINT) AS count FROM task
                 WHERE state = 'open' AND starts_at <= $1 AND taken < places
                   AND NOT EXISTS (SELECT 1 FROM outbox
                                   WHERE outbox.task_id = task.id AND outbox.purpose = 'escalation' AND outbox.state = 'sent')
                   AND NOT EXISTS (SELECT 1 FROM signup
                                   WHERE signup.task_id = task.id AND signup.state = 'withdrawn' AND signup.answered_at > task.starts_at)",
                (now,),
            )
            .await?;
        Ok(row.count)
    }
}
