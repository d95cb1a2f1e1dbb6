//! Readings that somebody said were wrong. What is written down is masked before it comes here, and sealed all the same.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

use super::db::Tx;
use crate::domain::ids::{MisreadId, PersonId};
use crate::domain::language::Language;
use crate::secret::Key;

/// What somebody wrote, how it was read, and what they meant by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misread {
    /// With names, places and long numbers masked.
    pub text: String,
    pub of: Kind,
    /// The intent that was read in a reply; `None` for a request.
    pub read: Option<String>,
    /// The intent that was meant, or the field of a request that is wrong.
    pub meant: Option<String>,
    pub language: Language,
}

/// What kind of message it was, with what its reading depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Reply {
        already_accepted: bool,
    },
    /// When it was sent, wall clock.
    Request {
        now: NaiveDateTime,
    },
}

/// A row, opened.
pub struct Reported {
    pub id: MisreadId,
    pub person: PersonId,
    pub kept: bool,
    pub words: Misread,
}

#[derive(FromRow)]
struct Row {
    id: MisreadId,
    person_id: PersonId,
    state: String,
    sealed: Vec<u8>,
}

impl Row {
    fn open(self, key: &Key) -> anyhow::Result<Reported> {
        let words = key.open(&sealed_for(self.person_id), &self.sealed)?;
        Ok(Reported { id: self.id, person: self.person_id, kept: self.state == "kept", words })
    }
}

fn sealed_for(person: PersonId) -> String {
    format!("misread:{}", person.0)
}

impl Tx {
    /// Notes what a report would say. Nobody has agreed to keep it yet.
    pub async fn offer_misread(
        &mut self,
        key: &Key,
        person: PersonId,
        words: &Misread,
        now: DateTime<Utc>,
    ) -> anyhow::Result<MisreadId> {
        let sealed = key.seal(&sealed_for(person), words)?;
        let (id,): (MisreadId,) = self
            .one(
                "INSERT INTO misread (person_id, state, sealed, created_at) VALUES ($1, 'offered', $2, $3) RETURNING id",
                (person, sealed, now),
            )
            .await?;
        Ok(id)
    }

    pub async fn misread(&mut self, key: &Key, id: MisreadId) -> anyhow::Result<Option<Reported>> {
        let row: Option<Row> =
            self.maybe("SELECT id, person_id, state, sealed FROM misread WHERE id = $1", (id,)).await?;
        row.map(|row| row.open(key)).transpose()
    }

    /// Changes what a report would say.
    pub async fn set_misread(&mut self, key: &Key, reported: &Reported) -> anyhow::Result<()> {
        let sealed = key.seal(&sealed_for(reported.person), &reported.words)?;
        self.execute(
            "UPDATE misread SET sealed = $2 WHERE id = $1 AND state = 'offered'",
            (reported.id, sealed),
        )
        .await?;
        Ok(())
    }

    /// Its writer has agreed to keep it.
    pub async fn keep_misread(&mut self, id: MisreadId) -> sqlx::Result<()> {
        self.execute("UPDATE misread SET state = 'kept' WHERE id = $1", (id,)).await.map(drop)
    }

    pub async fn drop_misread(&mut self, id: MisreadId) -> sqlx::Result<()> {
        self.execute("DELETE FROM misread WHERE id = $1", (id,)).await.map(drop)
    }

    /// What nobody agreed to keep is gone after some time.
    pub async fn forget_offered_misreads(&mut self, before: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("DELETE FROM misread WHERE state = 'offered' AND created_at < $1", (before,))
            .await
            .map(drop)
    }

    /// Every report that is kept, the oldest first.
    pub async fn kept_misreads(&mut self, key: &Key) -> anyhow::Result<Vec<Reported>> {
        let rows: Vec<Row> = self
            .all("SELECT id, person_id, state, sealed FROM misread WHERE state = 'kept' ORDER BY id", ())
            .await?;
        rows.into_iter().map(|row| row.open(key)).collect()
    }

    /// What somebody has agreed to keep.
    pub async fn own_misreads(&mut self, key: &Key, person: PersonId) -> anyhow::Result<Vec<Misread>> {
        let rows: Vec<Row> = self
            .all(
                "SELECT id, person_id, state, sealed FROM misread WHERE person_id = $1 AND state = 'kept' ORDER BY id",
                (person,),
            )
            .await?;
        rows.into_iter().map(|row| Ok(row.open(key)?.words)).collect()
    }
}
