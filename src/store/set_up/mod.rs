//! What the set-up file makes: a municipality with all that belongs to it. Read by key, inserted, updated; nothing is deleted but unused codes.

mod agreements;
mod groups;
mod people;
mod town;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::Json;

use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::language::Language;
use crate::domain::role::Role;
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
    pub day_list: String,
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

/// Somebody who came by the chat alone.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct UnkeyedRow {
    pub id: PersonId,
    pub name: String,
    pub phone: Option<String>,
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
