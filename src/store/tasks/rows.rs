//! The rows of tasks and of what hangs on them, and what they become.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::FromRow;
use sqlx::types::Json;

use crate::domain::attendance::{Mark, Marked};
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::service::ServiceKind;
use crate::domain::task::*;

#[derive(FromRow)]
pub(super) struct TaskRow {
    pub(super) id: TaskId,
    pub(super) municipality_id: MunicipalityId,
    pub(super) number: TaskNumber,
    pub(super) request_id: RequestId,
    pub(super) unit_id: UnitId,
    pub(super) requester_id: PersonId,
    pub(super) kind: ServiceKind,
    pub(super) zone_id: Option<ZoneId>,
    pub(super) starts_at: DateTime<Utc>,
    pub(super) ends_at: DateTime<Utc>,
    pub(super) places: i64,
    pub(super) state: TaskState,
    pub(super) must_cover: bool,
    pub(super) companions: bool,
    pub(super) approved_only: bool,
    pub(super) ladder: Json<Ladder>,
    pub(super) generation: i64,
    pub(super) hunt_from_at: DateTime<Utc>,
    pub(super) promised_at: DateTime<Utc>,
    pub(super) held_by: Option<PersonId>,
    pub(super) held_until_at: Option<DateTime<Utc>>,
    pub(super) held_asked_again: bool,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) told: Option<Told>,
    pub(super) moved_at: Option<DateTime<Utc>>,
    pub(super) places_wanted: Option<i64>,
    pub(super) has_recipient: bool,
    pub(super) has_marks: bool,
}

#[derive(FromRow)]
pub(super) struct AskedRow {
    pub(super) task_id: TaskId,
    pub(super) ask_order: i64,
    pub(super) organisation_id: OrganisationId,
    pub(super) group_id: GroupId,
    pub(super) agreement_id: AgreementId,
    pub(super) rate_ore: i64,
    pub(super) closed_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
pub(super) struct SignupsRow {
    pub(super) task_id: TaskId,
    pub(super) signups: Json<Vec<SignupParts>>,
}

/// The columns of an answer, in the order in which the query names them.
#[derive(Deserialize)]
pub(super) struct SignupParts(
    PersonId,
    SignupState,
    u32,
    Option<u32>,
    Option<OrganisationId>,
    Option<u16>,
    Option<u16>,
    u8,
    DateTime<Utc>,
);

#[derive(FromRow)]
pub(super) struct OfferRow {
    pub(super) task_id: TaskId,
    pub(super) id: OfferId,
    pub(super) person_id: PersonId,
    pub(super) people: i64,
    pub(super) made_at: DateTime<Utc>,
    pub(super) expires_at: DateTime<Utc>,
}

#[derive(FromRow)]
pub(super) struct MarkRow {
    pub(super) task_id: TaskId,
    pub(super) person_id: Option<PersonId>,
    pub(super) mark: Mark,
    pub(super) at: DateTime<Utc>,
    pub(super) until_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
pub(super) struct StepRow {
    pub(super) task_id: TaskId,
    pub(super) step: i64,
    pub(super) outcome: StepOutcome,
    pub(super) at: DateTime<Utc>,
}

/// A count that the schema keeps small and not negative.
fn small<T: TryFrom<i64> + Default>(value: i64) -> T {
    T::try_from(value).unwrap_or_default()
}

/// What hangs on a task.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) asked: Vec<Asked>,
    pub(super) signups: Vec<Signup>,
    pub(super) offers: Vec<Offer>,
    pub(super) steps: Vec<StepTaken>,
    pub(super) marks: Vec<Marked>,
}

impl TaskRow {
    pub(super) fn with(self, Parts { asked, signups, offers, steps, marks }: Parts) -> Task {
        Task {
            id: self.id,
            municipality: self.municipality_id,
            number: self.number,
            request: self.request_id,
            unit: self.unit_id,
            requester: self.requester_id,
            service: self.kind,
            zone: self.zone_id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            places: small(self.places),
            state: self.state,
            must_cover: self.must_cover,
            companions: self.companions,
            approved_only: self.approved_only,
            ladder: self.ladder.0,
            generation: small(self.generation),
            hunt_from: self.hunt_from_at,
            promised_at: self.promised_at,
            opened_at: self.opened_at,
            told: self.told,
            moved_at: self.moved_at,
            places_wanted: self.places_wanted.map(small),
            // At an event the volunteers meet staff; elsewhere somebody waits at home.
            has_recipient: self.has_recipient && self.kind != ServiceKind::Activity,
            held: self.held_by.zip(self.held_until_at).map(|(by, until)| Held {
                by,
                until,
                asked_again: self.held_asked_again,
            }),
            asked,
            signups,
            offers,
            steps,
            marks,
        }
    }
}

impl From<AskedRow> for Asked {
    fn from(row: AskedRow) -> Self {
        Self {
            order: small(row.ask_order),
            organisation: row.organisation_id,
            group: row.group_id,
            agreement: row.agreement_id,
            rate_ore: row.rate_ore,
            closed: row.closed_at.is_some(),
        }
    }
}

impl From<SignupParts> for Signup {
    fn from(parts: SignupParts) -> Self {
        let SignupParts(
            person,
            state,
            people,
            queue,
            asked_as,
            from_minute,
            until_minute,
            whole_only,
            answered_at,
        ) = parts;
        let whole_only = whole_only != 0;
        Self { person, state, people, queue, asked_as, from_minute, until_minute, whole_only, answered_at }
    }
}

impl From<OfferRow> for Offer {
    fn from(row: OfferRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            people: small(row.people),
            made_at: row.made_at,
            expires_at: row.expires_at,
        }
    }
}

impl From<MarkRow> for Marked {
    fn from(row: MarkRow) -> Self {
        Self { person: row.person_id, mark: row.mark, at: row.at, until: row.until_at }
    }
}

impl From<StepRow> for StepTaken {
    fn from(row: StepRow) -> Self {
        Self { step: small(row.step), outcome: row.outcome, at: row.at }
    }
}
