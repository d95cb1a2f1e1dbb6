//! What goes out by e-mail because no chat has taken it.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use crate::domain::ids::*;
use crate::domain::language::Language;
use crate::store::outbox::Body;
use crate::text::Said;

/// Most messages that are looked at at a time; the next look takes the next.
const BATCH: i64 = 50;

/// An e-mail to send.
#[derive(Clone, Debug, FromRow)]
pub struct Mail {
    pub id: i64,
    pub key: String,
    pub body: Option<Json<Said>>,
    pub attempts: i64,
    /// When it was to be said in the chat.
    pub written_at: DateTime<Utc>,
    /// None: it was taken out of the municipality's file meanwhile.
    pub email: Option<String>,
    pub language: Language,
    pub municipality_id: MunicipalityId,
    pub number: Option<TaskNumber>,
    /// The chat has taken it after all.
    pub was_said: bool,
}

/// An escalation that no chat has taken for long.
#[derive(Clone, Debug, FromRow)]
pub struct Stuck {
    pub key: String,
    pub person_id: PersonId,
    pub task_id: Option<TaskId>,
    pub body: Json<Body>,
    pub created_at: DateTime<Utc>,
}

impl Tx {
    /// Has something said by e-mail, once, to somebody whose address is known. The key is the one the message has in the outbox, or would have;
    /// `written_at`: when it was to be said there.
    pub async fn insert_mail(
        &mut self,
        key: &str,
        person: PersonId,
        task: Option<TaskId>,
        said: &Said,
        (written_at, now): (DateTime<Utc>, DateTime<Utc>),
    ) -> sqlx::Result<()> {
        self.write(
            "INSERT INTO mail (key, person_id, task_id, body, state, not_before_at, written_at, created_at)
             SELECT $1, person.id, $3, $4, 'pending', $6, $5, $6 FROM person
             WHERE person.id = $2 AND person.email IS NOT NULL AND person.erased_at IS NULL ON CONFLICT (key) DO NOTHING",
            (key, person, task, Json(said), written_at, now),
        )
        .await
        .map(drop)
    }

    /// What somebody with an address must act on, was written before `before`, and is neither said nor on its way by e-mail.
    pub async fn stuck_escalations(&mut self, before: DateTime<Utc>) -> sqlx::Result<Vec<Stuck>> {
        // Whoever was sending may be gone, so what is under way counts too.
        self.all(
            "SELECT unsaid.key, unsaid.person_id, unsaid.task_id, unsaid.body, unsaid.created_at
             FROM (SELECT id, key, person_id, task_id, body, purpose, external_id, created_at FROM outbox WHERE state = 'pending' AND created_at <= $1
                   UNION ALL
                   SELECT id, key, person_id, task_id, body, purpose, external_id, created_at FROM outbox WHERE state = 'sending' AND created_at <= $1) AS unsaid
             JOIN person ON person.id = unsaid.person_id
             WHERE unsaid.external_id IS NULL AND unsaid.purpose = 'escalation' AND person.email IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.key = unsaid.key)
             ORDER BY unsaid.created_at, unsaid.id LIMIT $2",
            (before, BATCH),
        )
        .await
    }

    /// Whether an e-mail waits to be sent now.
    pub async fn has_mail_to_send(&mut self, now: DateTime<Utc>) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe("SELECT id FROM mail WHERE state = 'pending' AND not_before_at <= $1 LIMIT 1", (now,))
            .await?;
        Ok(row.is_some())
    }

    /// Takes the next e-mail. Whoever takes one and does not say what became of it leaves it to others from `until` on.
    pub async fn lease_mail(
        &mut self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> sqlx::Result<Option<Mail>> {
        const LEASE: Dialect = Dialect {
            sqlite: "UPDATE mail SET attempts = attempts + 1, not_before_at = $2
                     WHERE id = (SELECT id FROM mail WHERE state = 'pending' AND not_before_at <= $1 ORDER BY not_before_at, id LIMIT 1)
                     RETURNING id",
            postgres: "UPDATE mail SET attempts = attempts + 1, not_before_at = $2
                       WHERE id = (SELECT id FROM mail WHERE state = 'pending' AND not_before_at <= $1 ORDER BY not_before_at, id LIMIT 1
                                   FOR UPDATE SKIP LOCKED)
                       RETURNING id",
        };
        let row: Option<(i64,)> = self.maybe(self.pick(LEASE), (now, until)).await?;
        let Some((id,)) = row else { return Ok(None) };
        let mail = self
            .one(
                "SELECT mail.id, mail.key, mail.body, mail.attempts, mail.written_at, person.email, person.language, person.municipality_id, task.number,
                     EXISTS (SELECT 1 FROM outbox WHERE outbox.key = mail.key AND outbox.external_id IS NOT NULL) AS was_said
                 FROM mail JOIN person ON person.id = mail.person_id LEFT JOIN task ON task.id = mail.task_id WHERE mail.id = $1",
                (id,),
            )
            .await?;
        Ok(Some(mail))
    }

    /// The mail server has taken it. Its text is not needed any more.
    pub async fn mail_sent(&mut self, id: i64, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE mail SET state = 'sent', body = NULL, error = NULL, sent_at = $2 WHERE id = $1",
            (id, now),
        )
        .await
        .map(drop)
    }

    /// It was tried in vain, and is tried again at `at`. `error` holds no address.
    pub async fn mail_waits(&mut self, id: i64, at: DateTime<Utc>, error: &str) -> sqlx::Result<()> {
        self.execute("UPDATE mail SET not_before_at = $2, error = $3 WHERE id = $1", (id, at, error))
            .await
            .map(drop)
    }

    /// It will never be sent.
    pub async fn mail_failed(&mut self, id: i64, error: &str) -> sqlx::Result<()> {
        self.execute("UPDATE mail SET state = 'failed', body = NULL, error = $2 WHERE id = $1", (id, error))
            .await
            .map(drop)
    }

    /// It has lost its cause.
    pub async fn mail_dropped(&mut self, id: i64) -> sqlx::Result<()> {
        self.execute("UPDATE mail SET state = 'dropped', body = NULL WHERE id = $1", (id,)).await.map(drop)
    }

    /// What waits to be sent and was written at `until` or earlier is not sent. Gives the number of e-mails.
    pub async fn drop_mail_until(&mut self, until: DateTime<Utc>) -> sqlx::Result<u64> {
        self.execute(
            "UPDATE mail SET state = 'dropped', body = NULL WHERE state = 'pending' AND created_at <= $1",
            (until,),
        )
        .await
    }

    /// Since when the oldest e-mail waits that was tried in vain. `None`: none does.
    pub async fn mail_waits_since(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let (since,): (Option<DateTime<Utc>>,) = self
            .one("SELECT MIN(created_at) FROM mail WHERE state = 'pending' AND error IS NOT NULL", ())
            .await?;
        Ok(since)
    }

    /// Who of these people has an address.
    pub async fn with_address(&mut self, people: &[PersonId]) -> sqlx::Result<Vec<PersonId>> {
        const WITH: Dialect = Dialect {
            sqlite: "SELECT id FROM person WHERE id IN (SELECT value FROM json_each($1)) AND email IS NOT NULL",
            postgres: "SELECT id FROM person WHERE id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))
                         AND email IS NOT NULL",
        };
        let rows: Vec<(PersonId,)> = self.all(self.pick(WITH), (Json(people),)).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// The people of a municipality whose e-mail was given up lately and none was taken since.
    pub async fn mail_given_up(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<String>> {
        let rows: Vec<(String,)> = self
            .all(
                "SELECT DISTINCT person.name FROM mail JOIN person ON person.id = mail.person_id
                 WHERE mail.state = 'failed' AND person.municipality_id = $1 AND person.erased_at IS NULL AND person.email IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM mail AS later
                                   WHERE later.person_id = mail.person_id AND later.state = 'sent' AND later.created_at > mail.created_at)
                 ORDER BY person.name",
                (municipality,),
            )
            .await?;
        Ok(rows.into_iter().map(|(name,)| name).collect())
    }

    /// That something was sent by e-mail has had its time.
    pub async fn forget_mail(&mut self, before: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("DELETE FROM mail WHERE created_at <= $1 AND state <> 'pending'", (before,))
            .await
            .map(drop)
    }
}
