//! The municipality itself, with its units, zones, organisations and duty.

use chrono::{DateTime, Utc};

use super::*;
use crate::store::db::Tx;

impl Tx {
    pub async fn municipality_fields(&mut self, id: MunicipalityId) -> sqlx::Result<MunicipalityFields> {
        self.one("SELECT * FROM municipality WHERE id = $1", (id,)).await
    }

    pub async fn insert_municipality(
        &mut self,
        key: &str,
        fields: &MunicipalityFields,
        now: DateTime<Utc>,
    ) -> sqlx::Result<MunicipalityId> {
        let (id,) = self
            .one(
                "INSERT INTO municipality (key, name, phone, language, time_zone, day_list, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                (key, &fields.name, &fields.phone, fields.language, &fields.time_zone, &fields.day_list, now),
            )
            .await?;
        Ok(id)
    }

    pub async fn update_municipality(
        &mut self,
        id: MunicipalityId,
        fields: &MunicipalityFields,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE municipality SET name = $2, phone = $3, language = $4, time_zone = $5, day_list = $6 WHERE id = $1",
            (id, &fields.name, &fields.phone, fields.language, &fields.time_zone, &fields.day_list),
        )
        .await
        .map(drop)
    }

    pub async fn units_by_key(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<KeyedRow>> {
        self.all("SELECT id, key, name FROM unit WHERE municipality_id = $1", (municipality,)).await
    }

    /// Makes a unit, or gives the one with this key its name.
    pub async fn put_unit(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        name: &str,
    ) -> sqlx::Result<UnitId> {
        let (id,) = self
            .one(
                "INSERT INTO unit (municipality_id, key, name) VALUES ($1, $2, $3)
                 ON CONFLICT (municipality_id, key) DO UPDATE SET name = $3 RETURNING id",
                (municipality, key, name),
            )
            .await?;
        Ok(id)
    }

    pub async fn zones_by_key(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<KeyedRow>> {
        self.all("SELECT id, key, name FROM zone WHERE municipality_id = $1", (municipality,)).await
    }

    /// Makes a zone, or gives the one with this key its name.
    pub async fn put_zone(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        name: &str,
    ) -> sqlx::Result<ZoneId> {
        let (id,) = self
            .one(
                "INSERT INTO zone (municipality_id, key, name) VALUES ($1, $2, $3)
                 ON CONFLICT (municipality_id, key) DO UPDATE SET name = $3 RETURNING id",
                (municipality, key, name),
            )
            .await?;
        Ok(id)
    }

    /// Puts a place in a zone; it leaves the zone of the municipality that it was in.
    pub async fn put_place(
        &mut self,
        municipality: MunicipalityId,
        zone: ZoneId,
        folded: &str,
        name: &str,
    ) -> sqlx::Result<()> {
        self.execute(
            "DELETE FROM zone_place WHERE folded = $1 AND zone_id <> $2
             AND zone_id IN (SELECT id FROM zone WHERE municipality_id = $3)",
            (folded, zone, municipality),
        )
        .await?;
        self.execute(
            "INSERT INTO zone_place (zone_id, folded, name) VALUES ($1, $2, $3)
             ON CONFLICT (zone_id, folded) DO UPDATE SET name = $3",
            (zone, folded, name),
        )
        .await
        .map(drop)
    }

    pub async fn organisation_by_number(&mut self, number: &str) -> sqlx::Result<Option<OrganisationRow>> {
        self.maybe("SELECT id, name, kind FROM organisation WHERE org_number = $1", (number,)).await
    }

    /// Makes an organisation, or gives the one with this number its name and kind.
    pub async fn put_organisation(
        &mut self,
        number: &str,
        name: &str,
        kind: OrganisationKind,
        now: DateTime<Utc>,
    ) -> sqlx::Result<OrganisationId> {
        let (id,) = self
            .one(
                "INSERT INTO organisation (org_number, name, kind, created_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (org_number) DO UPDATE SET name = $2, kind = $3 RETURNING id",
                (number, name, kind, now),
            )
            .await?;
        Ok(id)
    }

    pub async fn teams_by_key(&mut self, organisation: OrganisationId) -> sqlx::Result<Vec<KeyedRow>> {
        self.all("SELECT id, key, name FROM team WHERE organisation_id = $1", (organisation,)).await
    }

    /// Makes a team, or gives the one with this key its name.
    pub async fn put_team(
        &mut self,
        organisation: OrganisationId,
        key: &str,
        name: &str,
    ) -> sqlx::Result<TeamId> {
        let (id,) = self
            .one(
                "INSERT INTO team (organisation_id, key, name) VALUES ($1, $2, $3)
                 ON CONFLICT (organisation_id, key) DO UPDATE SET name = $3 RETURNING id",
                (organisation, key, name),
            )
            .await?;
        Ok(id)
    }

    pub async fn set_duty_turns(
        &mut self,
        municipality: MunicipalityId,
        people: &[PersonId],
    ) -> sqlx::Result<()> {
        self.execute("DELETE FROM duty_turn WHERE municipality_id = $1", (municipality,)).await?;
        for (turn, person) in (0i64..).zip(people) {
            self.execute(
                "INSERT INTO duty_turn (municipality_id, turn, person_id) VALUES ($1, $2, $3)",
                (municipality, turn, *person),
            )
            .await?;
        }
        Ok(())
    }

    /// The person who is rung last, erased or not.
    pub async fn escalation_person(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Option<PersonId>> {
        let row: Option<(PersonId,)> = self
            .maybe(
                "SELECT person_id FROM responsibility WHERE municipality_id = $1 AND matter = 'escalation'",
                (municipality,),
            )
            .await?;
        Ok(row.map(|(id,)| id))
    }

    pub async fn set_escalation_person(
        &mut self,
        municipality: MunicipalityId,
        person: PersonId,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO responsibility (municipality_id, matter, person_id) VALUES ($1, 'escalation', $2)
             ON CONFLICT (municipality_id, matter) DO UPDATE SET person_id = $2",
            (municipality, person),
        )
        .await
        .map(drop)
    }
}
