//! People and what they are.

use chrono::{DateTime, Utc};

use super::*;
use crate::store::db::Tx;

impl Tx {
    /// The people who came from a file, erased ones too.
    pub async fn people_by_key(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<PersonRow>> {
        self.all(
            "SELECT id, key, name, phone, language, erased_at IS NOT NULL AS is_erased,
                 EXISTS (SELECT 1 FROM person_account WHERE person_account.person_id = person.id) AS has_joined
             FROM person WHERE municipality_id = $1 AND key IS NOT NULL",
            (municipality,),
        )
        .await
    }

    /// The people who came by the chat alone, as by answering in a group.
    pub async fn people_without_key(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<UnkeyedRow>> {
        self.all(
            "SELECT id, name, phone FROM person
             WHERE municipality_id = $1 AND key IS NULL AND erased_at IS NULL AND created_at <= $2 ORDER BY id",
            (municipality, now),
        )
        .await
    }

    /// The names of the organisations that a person belongs to.
    pub async fn organisations_of(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<String>> {
        let rows: Vec<(String,)> = self
            .all(
                "SELECT DISTINCT organisation.name FROM membership JOIN organisation ON organisation.id = membership.organisation_id
                 WHERE membership.person_id = $1 AND (membership.until_at IS NULL OR membership.until_at > $2)
                 ORDER BY organisation.name",
                (person, now),
            )
            .await?;
        Ok(rows.into_iter().map(|(name,)| name).collect())
    }

    /// Makes a person, or gives the one with this key these fields.
    pub async fn put_person(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        (name, phone, email, language): (&str, Option<&str>, Option<&str>, Language),
        now: DateTime<Utc>,
    ) -> sqlx::Result<PersonId> {
        let (id,) = self
            .one(
                "INSERT INTO person (municipality_id, key, name, phone, email, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT (municipality_id, key) DO UPDATE SET name = $3, phone = $4, email = $5, language = $6 RETURNING id",
                (municipality, key, name, phone, email, language, now),
            )
            .await?;
        Ok(id)
    }

    /// The roles that are held at `now`.
    pub async fn roles(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<RoleRow>> {
        self.all(
            "SELECT person_id, role, organisation_id, team_id, unit_id FROM membership
             WHERE municipality_id = $1 AND (until_at IS NULL OR until_at > $2)",
            (municipality, now),
        )
        .await
    }

    pub async fn insert_role(
        &mut self,
        municipality: MunicipalityId,
        role: &RoleRow,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO membership (municipality_id, person_id, role, organisation_id, team_id, unit_id, since_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            (municipality, role.person_id, role.role, role.organisation_id, role.team_id, role.unit_id, now),
        )
        .await
        .map(drop)
    }

    /// Who is approved for which service.
    pub async fn approvals(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(ServiceId, PersonId)>> {
        self.all(
            "SELECT service_id, person_id FROM service_approval JOIN service ON service.id = service_id WHERE municipality_id = $1",
            (municipality,),
        )
        .await
    }

    pub async fn insert_approval(&mut self, service: ServiceId, person: PersonId) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO service_approval (service_id, person_id) VALUES ($1, $2)",
            (service, person),
        )
        .await
        .map(drop)
    }

    /// Who stands by for which service.
    pub async fn standbys(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(ServiceId, PersonId)>> {
        self.all(
            "SELECT service_id, person_id FROM standby JOIN service ON service.id = service_id WHERE municipality_id = $1",
            (municipality,),
        )
        .await
    }

    pub async fn insert_standby(&mut self, service: ServiceId, person: PersonId) -> sqlx::Result<()> {
        self.execute("INSERT INTO standby (service_id, person_id) VALUES ($1, $2)", (service, person))
            .await
            .map(drop)
    }
}
