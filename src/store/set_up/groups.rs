//! Groups, and the codes by which they and people join.

use chrono::{DateTime, Utc};

use super::*;
use crate::store::db::Tx;

impl Tx {
    pub async fn groups_by_key(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<GroupRow>> {
        self.all(
            "SELECT id, key, title, language, organisation_id, team_id, unit_id, chat_id IS NOT NULL AS has_joined
             FROM chat_group WHERE municipality_id = $1",
            (municipality,),
        )
        .await
    }

    /// Makes a group, or gives the one with this key these fields. `group.id` and `group.has_joined` do not count.
    pub async fn put_group(
        &mut self,
        municipality: MunicipalityId,
        group: &GroupRow,
    ) -> sqlx::Result<GroupId> {
        let (id,) = self
            .one(
                "INSERT INTO chat_group (municipality_id, key, title, language, organisation_id, team_id, unit_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT (municipality_id, key) DO UPDATE
                 SET title = $3, language = $4, organisation_id = $5, team_id = $6, unit_id = $7 RETURNING id",
                (
                    municipality,
                    &group.key,
                    &group.title,
                    group.language,
                    group.organisation_id,
                    group.team_id,
                    group.unit_id,
                ),
            )
            .await?;
        Ok(id)
    }

    /// Gives a person a code in place of the unused ones they have.
    pub async fn replace_person_code(
        &mut self,
        person: PersonId,
        code_hash: &str,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute("DELETE FROM invite WHERE person_id = $1 AND used_at IS NULL", (person,)).await?;
        self.execute(
            "INSERT INTO invite (code_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            (code_hash, person, now, expires_at),
        )
        .await
        .map(drop)
    }

    /// Gives a group a code in place of the unused ones it has.
    pub async fn replace_group_code(
        &mut self,
        group: GroupId,
        code_hash: &str,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute("DELETE FROM invite WHERE group_id = $1 AND used_at IS NULL", (group,)).await?;
        self.execute(
            "INSERT INTO invite (code_hash, group_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            (code_hash, group, now, expires_at),
        )
        .await
        .map(drop)
    }
}
