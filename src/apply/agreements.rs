//! Agreements. Their terms are never changed in place: other terms are another version, so that what was done under the old ones keeps its rate.

use serde::Serialize;

use super::set_up::Agreement;
use super::write::Writer;
use crate::domain::ids::*;
use crate::store::set_up::{AgreedServiceRow, AgreementRow, AgreementState, Signature};

/// What is agreed, apart from the signatures.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Terms {
    organisation: OrganisationId,
    unit: Option<UnitId>,
    ceiling_ore: Option<i64>,
    zones: Vec<ZoneId>,
    services: Vec<AgreedServiceRow>,
}

/// Writes one agreement: a first version, another one for other terms, or the signatures it lacked.
pub async fn write(writer: &mut Writer<'_>, agreement: &Agreement) -> sqlx::Result<()> {
    let Some(file) = terms(writer, agreement) else { return Ok(()) };
    let key = &agreement.key.value;
    let subject = format!("agreement {key}");
    let signature = Signature {
        on: agreement.signed_on,
        municipality: agreement.signed_by_municipality.clone(),
        organisation: agreement.signed_by_organisation.clone(),
    };
    let wanted = match agreement.is_signed() {
        _ if agreement.ended => AgreementState::Ended,
        true => AgreementState::Active,
        false => AgreementState::Proposed,
    };
    let Some(newest) = writer.tx.newest_agreement(writer.municipality, key).await? else {
        let terms = writer.merge.value(&subject, "terms", file, None);
        let state = writer.merge.value(&subject, "state", wanted, None);
        return insert(writer, key, 1, state, &terms, &signature).await;
    };
    let was = stored_terms(writer, &newest).await?;
    let terms = writer.merge.value(&subject, "terms", file, Some(&was));
    let is_new = terms != was;
    let state = match wanted {
        AgreementState::Proposed if is_new => writer.merge.value(&subject, "state", wanted, None),
        // Without signatures the file says nothing of whether the agreement holds.
        AgreementState::Proposed => return Ok(()),
        _ => writer.merge.value(&subject, "state", wanted, Some(&newest.state)),
    };
    if is_new && state != AgreementState::Ended {
        return insert(writer, key, newest.version + 1, state, &terms, &signature).await;
    }
    if state != newest.state {
        supersede(writer, key, newest.version, state).await?;
        writer.tx.sign_agreement(newest.id, state, &signature).await?;
    }
    Ok(())
}

/// The file's terms with the rows behind its keys; none where a service or group is missing, which a checked file has not.
fn terms(writer: &Writer<'_>, agreement: &Agreement) -> Option<Terms> {
    let mut zones: Vec<ZoneId> =
        agreement.zones.iter().filter_map(|zone| writer.zones.get(&zone.value).copied()).collect();
    zones.sort();
    zones.dedup();
    let mut services = vec![];
    for agreed in &agreement.services {
        let kind = agreed.kind.as_ref()?.value;
        let of_service = writer
            .set_up
            .services
            .iter()
            .find(|service| service.kind.as_ref().is_some_and(|at| at.value == kind))?;
        services.push(AgreedServiceRow {
            service_id: *writer.services.get(&kind)?,
            group_id: *writer.groups.get(&agreed.group.value)?,
            ask_order: agreed.order.value,
            rate_ore: agreed.rate_ore,
            must_cover: agreed.must_cover.unwrap_or(of_service.must_cover.value),
        });
    }
    services.sort();
    let organisation = *writer.organisations.get(&agreement.organisation.value)?;
    let unit = agreement.unit.as_ref().and_then(|unit| writer.units.get(&unit.value).copied());
    Some(Terms { organisation, unit, ceiling_ore: agreement.ceiling_ore, zones, services })
}

async fn stored_terms(writer: &mut Writer<'_>, row: &AgreementRow) -> sqlx::Result<Terms> {
    Ok(Terms {
        organisation: row.organisation_id,
        unit: row.unit_id,
        ceiling_ore: row.ceiling_ore,
        zones: writer.tx.agreed_zones(row.id).await?,
        services: writer.tx.agreed_services(row.id).await?,
    })
}

/// Ends the versions before `version` that one in this state replaces: one that is only proposed leaves the active one in force until both sides
/// have signed.
async fn supersede(
    writer: &mut Writer<'_>,
    key: &str,
    version: i64,
    state: AgreementState,
) -> sqlx::Result<()> {
    use AgreementState::*;
    let superseded: &[AgreementState] =
        if state == Proposed { &[Proposed] } else { &[Proposed, Active, Paused] };
    for state in superseded {
        writer.tx.end_older_agreements(writer.municipality, key, version, *state).await?;
    }
    Ok(())
}

/// Inserts a version in the place of those before it.
async fn insert(
    writer: &mut Writer<'_>,
    key: &str,
    version: i64,
    state: AgreementState,
    terms: &Terms,
    signature: &Signature,
) -> sqlx::Result<()> {
    supersede(writer, key, version, state).await?;
    let row = AgreementRow {
        id: AgreementId(0),
        version,
        state,
        organisation_id: terms.organisation,
        unit_id: terms.unit,
        ceiling_ore: terms.ceiling_ore,
    };
    let id = writer.tx.insert_agreement(writer.municipality, key, &row, signature, writer.now).await?;
    for service in &terms.services {
        writer.tx.insert_agreed_service(id, service).await?;
    }
    for zone in &terms.zones {
        writer.tx.insert_agreed_zone(id, *zone).await?;
    }
    Ok(())
}
