//! Services, agreements, and what the file said last.

use chrono::{DateTime, Utc};

use super::*;
use crate::store::db::Tx;

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

    /// The keys of the agreements that hold.
    pub async fn active_agreements(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<String>> {
        let rows: Vec<(String,)> = self
            .all(
                "SELECT DISTINCT key FROM agreement WHERE municipality_id = $1 AND state = 'active' ORDER BY key",
                (municipality,),
            )
            .await?;
        Ok(rows.into_iter().map(|(key,)| key).collect())
    }

    /// Closes what open tasks were to ask of clubs that have no active agreement on the service any more, or about a service that was stopped.
    /// Gives those tasks.
    pub async fn close_asked(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "UPDATE task_asked SET closed_at = $2
                 WHERE closed_at IS NULL AND task_id IN (SELECT id FROM task WHERE municipality_id = $1 AND state = 'open')
                   AND NOT EXISTS (SELECT 1 FROM task JOIN service ON service.id = task.service_id AND service.stopped = FALSE
                                   JOIN agreement_service ON agreement_service.service_id = service.id
                                   JOIN agreement ON agreement.id = agreement_service.agreement_id
                                   WHERE task.id = task_asked.task_id AND agreement.state = 'active'
                                     AND agreement.organisation_id = task_asked.organisation_id)
                 RETURNING task_id",
                (municipality, now),
            )
            .await?;
        Ok(distinct(rows))
    }

    /// Opens what was closed and holds again. Gives those tasks.
    pub async fn reopen_asked(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "UPDATE task_asked SET closed_at = NULL
                 WHERE closed_at IS NOT NULL AND task_id IN (SELECT id FROM task WHERE municipality_id = $1 AND state = 'open')
                   AND EXISTS (SELECT 1 FROM task JOIN service ON service.id = task.service_id AND service.stopped = FALSE
                               JOIN agreement_service ON agreement_service.service_id = service.id
                               JOIN agreement ON agreement.id = agreement_service.agreement_id
                               WHERE task.id = task_asked.task_id AND agreement.state = 'active'
                                 AND agreement.organisation_id = task_asked.organisation_id)
                 RETURNING task_id",
                (municipality,),
            )
            .await?;
        Ok(distinct(rows))
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

fn distinct(rows: Vec<(TaskId,)>) -> Vec<TaskId> {
    let mut tasks: Vec<TaskId> = rows.into_iter().map(|(id,)| id).collect();
    tasks.sort_unstable();
    tasks.dedup();
    tasks
}
