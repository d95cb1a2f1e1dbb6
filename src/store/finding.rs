//! What the auditor has found and who was told.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::Tx;
use crate::domain::ids::MunicipalityId;

/// Something that was wrong at an earlier look.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Known {
    pub kind: String,
    pub subject: String,
    pub since_at: DateTime<Utc>,
    pub is_told: bool,
}

impl Tx {
    pub async fn findings(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<Known>> {
        self.all(
            "SELECT kind, subject, since_at, told_at IS NOT NULL AS is_told FROM finding WHERE municipality_id = $1
             ORDER BY since_at, kind, subject",
            (municipality,),
        )
        .await
    }

    pub async fn insert_finding(
        &mut self,
        municipality: MunicipalityId,
        kind: &str,
        subject: &str,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO finding (municipality_id, kind, subject, since_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (municipality_id, kind, subject) DO NOTHING",
            (municipality, kind, subject, now),
        )
        .await
        .map(drop)
    }

    pub async fn finding_told(
        &mut self,
        municipality: MunicipalityId,
        known: &Known,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE finding SET told_at = $4 WHERE municipality_id = $1 AND kind = $2 AND subject = $3",
            (municipality, &known.kind, &known.subject, now),
        )
        .await
        .map(drop)
    }

    /// It is over. `false`: another process has seen that already.
    pub async fn delete_finding(
        &mut self,
        municipality: MunicipalityId,
        known: &Known,
    ) -> sqlx::Result<bool> {
        let deleted = self
            .execute(
                "DELETE FROM finding WHERE municipality_id = $1 AND kind = $2 AND subject = $3",
                (municipality, &known.kind, &known.subject),
            )
            .await?;
        Ok(deleted > 0)
    }
}
