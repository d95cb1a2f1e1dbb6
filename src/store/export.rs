//! What a municipality takes along as its own: tasks with counts, and its clubs. Nothing here names a person or a recipient.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::Tx;
use crate::domain::ids::{MunicipalityId, OrganisationId, TaskId};
use crate::domain::service::ServiceKind;

/// A task, with its answers as counts of persons.
#[derive(Clone, Debug, FromRow)]
pub struct ExportedTask {
    pub id: TaskId,
    pub number: i64,
    pub service: ServiceKind,
    pub unit: String,
    pub zone: Option<String>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub state: String,
    pub places: i64,
    pub taken: i64,
    pub reserves: i64,
    pub declined: i64,
    pub withdrawn: i64,
    pub opened_at: DateTime<Utc>,
}

/// A club that has been asked, or has an agreement.
#[derive(Clone, Debug, FromRow)]
pub struct ExportedClub {
    pub id: OrganisationId,
    pub org_number: String,
    pub name: String,
}

impl Tx {
    /// The tasks of a municipality after this one, the earliest made first.
    pub async fn tasks_to_export(
        &mut self,
        municipality: MunicipalityId,
        after: TaskId,
        limit: i64,
    ) -> sqlx::Result<Vec<ExportedTask>> {
        self.all(
            "SELECT task.id, task.number, service.kind AS service, unit.name AS unit, zone.name AS zone, task.starts_at, task.ends_at, task.state,
                 task.places, task.taken, task.opened_at,
                 (SELECT COUNT(*) FROM signup WHERE signup.task_id = task.id AND signup.state = 'reserve') AS reserves,
                 (SELECT COUNT(*) FROM signup WHERE signup.task_id = task.id AND signup.state = 'declined') AS declined,
                 (SELECT COUNT(*) FROM signup WHERE signup.task_id = task.id AND signup.state = 'withdrawn') AS withdrawn
             FROM task JOIN service ON service.id = task.service_id JOIN unit ON unit.id = task.unit_id LEFT JOIN zone ON zone.id = task.zone_id
             WHERE task.id > $2 AND task.municipality_id = $1 ORDER BY task.id LIMIT $3",
            (municipality, after, limit),
        )
        .await
    }

    /// When a municipality's first task started, or will.
    pub async fn first_start(&mut self, municipality: MunicipalityId) -> sqlx::Result<Option<DateTime<Utc>>> {
        let (at,): (Option<DateTime<Utc>>,) = self
            .one(
                "SELECT MIN(starts_at) FROM (SELECT starts_at FROM task WHERE municipality_id = $1 ORDER BY number LIMIT 1000) AS early",
                (municipality,),
            )
            .await?;
        Ok(at)
    }

    pub async fn clubs_to_export(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<ExportedClub>> {
        self.all(
            "SELECT DISTINCT organisation.id, organisation.org_number, organisation.name FROM agreement
             JOIN organisation ON organisation.id = agreement.organisation_id
             WHERE agreement.municipality_id = $1 ORDER BY organisation.name, organisation.id",
            (municipality,),
        )
        .await
    }
}
