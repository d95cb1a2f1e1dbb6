//! What is held on somebody, for themselves to see.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use super::outbox::Body;
use crate::domain::ids::*;
use crate::domain::language::Language;
use crate::secret::Key;
use crate::text::Said;

/// Rows of one kind that a file holds; the newest.
const MOST: i64 = 2_000;

#[derive(Debug, FromRow)]
pub struct OwnAccount {
    pub id: AccountId,
    pub channel: String,
    pub external_id: String,
    pub name: String,
    pub username: Option<String>,
    pub can_write: String,
    pub seen_at: DateTime<Utc>,
}

#[derive(Debug, FromRow)]
pub struct OwnRole {
    pub role: String,
    pub organisation: Option<String>,
    pub unit: Option<String>,
    pub since_at: DateTime<Utc>,
    pub until_at: Option<DateTime<Utc>>,
}

#[derive(Debug, FromRow)]
pub struct OwnAnswer {
    pub number: TaskNumber,
    pub kind: String,
    pub starts_at: DateTime<Utc>,
    pub state: String,
    pub people: i64,
    pub answered_at: DateTime<Utc>,
}

/// Something at a time: a task asked for, a recipient's page seen.
#[derive(Debug, FromRow)]
pub struct OwnMoment {
    pub number: Option<TaskNumber>,
    pub at: DateTime<Utc>,
}

#[derive(Debug, FromRow)]
pub struct OwnReport {
    pub task_id: TaskId,
    pub number: TaskNumber,
    pub sealed: Vec<u8>,
    pub reported_at: DateTime<Utc>,
}

#[derive(Debug, FromRow)]
pub struct OwnDeed {
    pub at: DateTime<Utc>,
    pub number: Option<TaskNumber>,
    pub what: String,
    pub detail: Json<Value>,
}

#[derive(Debug, FromRow)]
pub struct OwnMessage {
    pub sent_at: Option<DateTime<Utc>>,
    pub body: Json<Body>,
    pub language: Language,
}

/// An e-mail of the last week. Its text is kept until it is sent.
#[derive(Debug, FromRow)]
pub struct OwnMail {
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub state: String,
    pub body: Option<Json<Said>>,
}

impl OwnReport {
    /// What was reported, opened.
    pub fn words(&self, key: &Key) -> anyhow::Result<String> {
        key.open(&super::deviations::sealed_for(self.task_id), &self.sealed)
    }
}

impl Tx {
    /// The accounts of whoever owns this one.
    pub async fn own_accounts(&mut self, account: AccountId) -> sqlx::Result<Vec<OwnAccount>> {
        self.all(
            "SELECT account.id, channel.kind AS channel, account.external_id, account.name, account.username, account.can_write, account.seen_at
             FROM account JOIN channel ON channel.id = account.channel_id
             WHERE account.id IN
                 (SELECT CAST($1 AS BIGINT) UNION SELECT other.account_id FROM person_account JOIN person_account AS other ON other.person_id = person_account.person_id
                  WHERE person_account.account_id = $1)
             ORDER BY account.id",
            (account,),
        )
        .await
    }

    pub async fn own_roles(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnRole>> {
        self.all(
            "SELECT membership.role, organisation.name AS organisation, unit.name AS unit, membership.since_at, membership.until_at
             FROM membership LEFT JOIN organisation ON organisation.id = membership.organisation_id
                 LEFT JOIN unit ON unit.id = membership.unit_id
             WHERE membership.person_id = $1 ORDER BY membership.id",
            (person,),
        )
        .await
    }

    /// The services for which somebody is approved, and those for which they stand by.
    pub async fn own_services(&mut self, person: PersonId) -> sqlx::Result<(Vec<String>, Vec<String>)> {
        let approved: Vec<(String,)> = self
            .all(
                "SELECT service.kind FROM service_approval JOIN service ON service.id = service_approval.service_id
                 WHERE service_approval.person_id = $1 ORDER BY service.id",
                (person,),
            )
            .await?;
        let standby: Vec<(String,)> = self
            .all(
                "SELECT service.kind FROM standby JOIN service ON service.id = standby.service_id
                 WHERE standby.person_id = $1 ORDER BY service.id",
                (person,),
            )
            .await?;
        let names = |rows: Vec<(String,)>| rows.into_iter().map(|(name,)| name).collect();
        Ok((names(approved), names(standby)))
    }

    pub async fn own_absences(
        &mut self,
        person: PersonId,
    ) -> sqlx::Result<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
        self.all("SELECT from_at, until_at FROM absence WHERE person_id = $1 ORDER BY from_at", (person,))
            .await
    }

    pub async fn own_answers(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnAnswer>> {
        self.all(
            "SELECT task.number, service.kind, task.starts_at, signup.state, signup.people, signup.answered_at
             FROM signup JOIN task ON task.id = signup.task_id JOIN service ON service.id = task.service_id
             WHERE signup.person_id = $1 ORDER BY signup.id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    /// The tasks that somebody has asked for.
    pub async fn own_requests(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnMoment>> {
        self.all(
            "SELECT number, opened_at AS at FROM task WHERE requester_id = $1 ORDER BY id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    /// What somebody has reported, sealed for the task's deviations.
    pub async fn own_reports(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnReport>> {
        self.all(
            "SELECT deviation.task_id, task.number, deviation.sealed, deviation.reported_at
             FROM deviation JOIN task ON task.id = deviation.task_id
             WHERE deviation.reporter_id = $1 ORDER BY deviation.id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    /// When somebody has seen a recipient's page.
    pub async fn own_views(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnMoment>> {
        self.all(
            "SELECT task.number, recipient_view.at FROM recipient_view LEFT JOIN task ON task.id = recipient_view.task_id
             WHERE recipient_view.person_id = $1 ORDER BY recipient_view.id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    /// What somebody has done.
    pub async fn own_deeds(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnDeed>> {
        self.all(
            "SELECT history.at, task.number, history.what, history.detail FROM history LEFT JOIN task ON task.id = history.task_id
             WHERE history.actor_id = $1 ORDER BY history.id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    /// What the bot has written to an account in private.
    pub async fn own_messages(&mut self, account: AccountId) -> sqlx::Result<Vec<OwnMessage>> {
        self.all(
            "SELECT outbox.sent_at, outbox.body, outbox.language FROM outbox JOIN chat ON chat.id = outbox.chat_id
             WHERE chat.account_id = $1 AND chat.kind = 'private' AND outbox.purpose NOT IN ('mark', 'press_answer')
             ORDER BY outbox.id DESC LIMIT $2",
            (account, MOST),
        )
        .await
    }

    pub async fn own_address(&mut self, person: PersonId) -> sqlx::Result<Option<String>> {
        let (email,): (Option<String>,) =
            self.one("SELECT email FROM person WHERE id = $1", (person,)).await?;
        Ok(email)
    }

    /// What went to somebody by e-mail, or will.
    pub async fn own_mail(&mut self, person: PersonId) -> sqlx::Result<Vec<OwnMail>> {
        self.all(
            "SELECT created_at, sent_at, state, body FROM mail WHERE person_id = $1 ORDER BY id DESC LIMIT $2",
            (person, MOST),
        )
        .await
    }

    // The personal link, where a channel carries no file.

    pub async fn insert_own_data_link(
        &mut self,
        token_hash: &str,
        account: AccountId,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO own_data_link (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            (token_hash, account, now, expires_at),
        )
        .await
        .map(drop)
    }

    /// Whose data a link opens at `now`.
    pub async fn own_data_link(
        &mut self,
        token_hash: &str,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Option<AccountId>> {
        let row: Option<(AccountId,)> = self
            .maybe(
                "SELECT account_id FROM own_data_link WHERE token_hash = $1 AND expires_at > $2",
                (token_hash, now),
            )
            .await?;
        Ok(row.map(|(account,)| account))
    }

    /// A link works once. Whether it was still there.
    pub async fn use_own_data_link(&mut self, token_hash: &str) -> sqlx::Result<bool> {
        let used = self.execute("DELETE FROM own_data_link WHERE token_hash = $1", (token_hash,)).await?;
        Ok(used == 1)
    }

    pub async fn forget_own_data_links(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("DELETE FROM own_data_link WHERE expires_at <= $1", (now,)).await.map(drop)
    }
}
