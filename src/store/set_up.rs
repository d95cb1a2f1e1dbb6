//! What the set-up file makes: a municipality with all that belongs to it. Read by key, inserted, updated; nothing is deleted but unused codes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use crate::domain::role::Role;
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A club or association.
    Club,
    /// A frivilligsentral.
    VolunteerCentre,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AgreementState {
    /// One side has said what it wants.
    Proposed,
    Active,
    Paused,
    Ended,
}

/// The fields of a municipality that a file may say.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct MunicipalityFields {
    pub name: String,
    pub phone: String,
    pub language: Language,
    pub time_zone: String,
}

/// A unit, zone or team.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct KeyedRow {
    pub id: i64,
    pub key: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct OrganisationRow {
    pub id: OrganisationId,
    pub name: String,
    pub kind: OrganisationKind,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct PersonRow {
    pub id: PersonId,
    pub key: String,
    pub name: String,
    pub phone: Option<String>,
    pub language: Language,
    pub is_erased: bool,
    /// Some account is theirs.
    pub has_joined: bool,
}

/// A role, with where it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct RoleRow {
    pub person_id: PersonId,
    pub role: Role,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub unit_id: Option<UnitId>,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct GroupRow {
    pub id: GroupId,
    pub key: String,
    pub title: String,
    pub language: Language,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub unit_id: Option<UnitId>,
    pub has_joined: bool,
}

/// The fields of a service that a file may say.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct ServiceFields {
    pub must_cover: bool,
    pub approved_only: bool,
    pub companions: bool,
    pub noisy: bool,
    pub stopped: bool,
    pub ladder: Option<Json<Ladder>>,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct AgreementRow {
    pub id: AgreementId,
    pub version: i64,
    pub state: AgreementState,
    pub organisation_id: OrganisationId,
    pub unit_id: Option<UnitId>,
    pub ceiling_ore: Option<i64>,
}

/// When and by whom an agreement was signed; each may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signature {
    pub on: Option<NaiveDate>,
    pub municipality: Option<String>,
    pub organisation: Option<String>,
}

/// A service of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, FromRow)]
pub struct AgreedServiceRow {
    pub service_id: ServiceId,
    pub group_id: GroupId,
    pub ask_order: i64,
    pub rate_ore: i64,
    pub must_cover: bool,
}

/// A person's id alone.
type PersonRowId = (PersonId,);

/// Municipality, units, zones, duty.
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
                "INSERT INTO municipality (key, name, phone, language, time_zone, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                (key, &fields.name, &fields.phone, fields.language, &fields.time_zone, now),
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
            "UPDATE municipality SET name = $2, phone = $3, language = $4, time_zone = $5 WHERE id = $1",
            (id, &fields.name, &fields.phone, fields.language, &fields.time_zone),
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
        let row: Option<PersonRowId> = self
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

/// Organisations, people, groups and their codes.
impl Tx {
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

    /// Makes a person, or gives the one with this key these fields.
    pub async fn put_person(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        (name, phone, language): (&str, Option<&str>, Language),
        now: DateTime<Utc>,
    ) -> sqlx::Result<PersonId> {
        let (id,) = self
            .one(
                "INSERT INTO person (municipality_id, key, name, phone, language, created_at) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (municipality_id, key) DO UPDATE SET name = $3, phone = $4, language = $5 RETURNING id",
                (municipality, key, name, phone, language, now),
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

/// Services and agreements, and what the file said last.
impl Tx {
    pub async fn service_fields(
        &mut self,
        municipality: MunicipalityId,
        kind: ServiceKind,
    ) -> sqlx::Result<Option<ServiceFields>> {
        self.maybe("SELECT * FROM service WHERE municipality_id = $1 AND kind = $2", (municipality, kind))
            .await
    }

    /// Makes a service, or gives the one of this kind these fields.
    pub async fn put_service(
        &mut self,
        municipality: MunicipalityId,
        kind: ServiceKind,
        fields: &ServiceFields,
    ) -> sqlx::Result<ServiceId> {
        let (id,) = self
            .one(
                "INSERT INTO service (municipality_id, kind, must_cover, approved_only, companions, noisy, stopped, ladder)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (municipality_id, kind) DO UPDATE
                 SET must_cover = $3, approved_only = $4, companions = $5, noisy = $6, stopped = $7, ladder = $8 RETURNING id",
                (
                    municipality,
                    kind,
                    fields.must_cover,
                    fields.approved_only,
                    fields.companions,
                    fields.noisy,
                    fields.stopped,
                    &fields.ladder,
                ),
            )
            .await?;
        Ok(id)
    }

    /// The newest version of an agreement.
    pub async fn newest_agreement(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
    ) -> sqlx::Result<Option<AgreementRow>> {
        self.maybe(
            "SELECT * FROM agreement WHERE municipality_id = $1 AND key = $2 ORDER BY version DESC LIMIT 1",
            (municipality, key),
        )
        .await
    }

    /// The services of an agreement, in the order of their ids.
    pub async fn agreed_services(&mut self, agreement: AgreementId) -> sqlx::Result<Vec<AgreedServiceRow>> {
        self.all("SELECT * FROM agreement_service WHERE agreement_id = $1 ORDER BY service_id", (agreement,))
            .await
    }

    /// The zones of an agreement, in the order of their ids; none: all of them.
    pub async fn agreed_zones(&mut self, agreement: AgreementId) -> sqlx::Result<Vec<ZoneId>> {
        let rows: Vec<(ZoneId,)> = self
            .all("SELECT zone_id FROM agreement_zone WHERE agreement_id = $1 ORDER BY zone_id", (agreement,))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Inserts a version of an agreement; `row.id` does not count.
    pub async fn insert_agreement(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        row: &AgreementRow,
        signature: &Signature,
        now: DateTime<Utc>,
    ) -> sqlx::Result<AgreementId> {
        let (id,) = self
            .one(
                "INSERT INTO agreement (municipality_id, key, version, state, organisation_id, unit_id, ceiling_ore, signed_on,
                     signer_municipality, signer_organisation, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
                (
                    municipality,
                    key,
                    row.version,
                    row.state,
                    row.organisation_id,
                    row.unit_id,
                    row.ceiling_ore,
                    signature.on,
                    &signature.municipality,
                    &signature.organisation,
                    now,
                ),
            )
            .await?;
        Ok(id)
    }

    pub async fn insert_agreed_service(
        &mut self,
        agreement: AgreementId,
        row: &AgreedServiceRow,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO agreement_service (agreement_id, service_id, group_id, ask_order, rate_ore, must_cover)
             VALUES ($1, $2, $3, $4, $5, $6)",
            (agreement, row.service_id, row.group_id, row.ask_order, row.rate_ore, row.must_cover),
        )
        .await
        .map(drop)
    }

    pub async fn insert_agreed_zone(&mut self, agreement: AgreementId, zone: ZoneId) -> sqlx::Result<()> {
        self.execute("INSERT INTO agreement_zone (agreement_id, zone_id) VALUES ($1, $2)", (agreement, zone))
            .await
            .map(drop)
    }

    /// Notes that both sides have signed.
    pub async fn sign_agreement(
        &mut self,
        agreement: AgreementId,
        state: AgreementState,
        signature: &Signature,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE agreement SET state = $2, signed_on = $3, signer_municipality = $4, signer_organisation = $5 WHERE id = $1",
            (agreement, state, signature.on, &signature.municipality, &signature.organisation),
        )
        .await
        .map(drop)
    }

    /// Ends the versions of an agreement before `version` that are in this state.
    pub async fn end_older_agreements(
        &mut self,
        municipality: MunicipalityId,
        key: &str,
        version: i64,
        state: AgreementState,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE agreement SET state = 'ended' WHERE municipality_id = $1 AND key = $2 AND version < $3 AND state = $4",
            (municipality, key, version, state),
        )
        .await
        .map(drop)
    }

    /// What the file said last: subject, field, hash of the value.
    pub async fn applied(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(String, String, String)>> {
        self.all("SELECT subject, field, value_hash FROM applied WHERE municipality_id = $1", (municipality,))
            .await
    }

    pub async fn put_applied(
        &mut self,
        municipality: MunicipalityId,
        (subject, field, value_hash): (&str, &str, &str),
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO applied (municipality_id, subject, field, value_hash) VALUES ($1, $2, $3, $4)
             ON CONFLICT (municipality_id, subject, field) DO UPDATE SET value_hash = $4",
            (municipality, subject, field, value_hash),
        )
        .await
        .map(drop)
    }
}
