//! A municipality: its services, zones, agreements, duty and those who answer for it.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use super::people::Person;
use crate::domain::duty::Shift;
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::language::Language;
use crate::domain::local_time::Calendar;
use crate::domain::service::ServiceKind;
use crate::domain::task::Asked;

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Municipality {
    pub id: MunicipalityId,
    pub key: String,
    pub name: String,
    pub time_zone: String,
    pub language: Language,
    pub phone: String,
    /// When the list of the day is sent by itself.
    pub day_list: String,
}

impl Municipality {
    /// Its wall clock and calendar. `apply` lets no unknown time zone in; should one be there all the same, it is Norway's.
    pub fn calendar(&self) -> Calendar {
        Calendar { time_zone: self.time_zone.parse().unwrap_or(chrono_tz::Europe::Oslo) }
    }
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Zone {
    pub id: ZoneId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Service {
    pub id: ServiceId,
    pub kind: ServiceKind,
    pub must_cover: bool,
    pub approved_only: bool,
    pub companions: bool,
    /// Makes noise, which Sundays and holidays are spared.
    pub noisy: bool,
    pub stopped: bool,
    pub ladder: Option<Json<Ladder>>,
}

#[derive(FromRow)]
struct AskedRow {
    organisation_id: OrganisationId,
    group_id: GroupId,
    agreement_id: AgreementId,
    rate_ore: i64,
    must_cover: bool,
}

impl Tx {
    pub async fn municipality(&mut self, id: MunicipalityId) -> sqlx::Result<Municipality> {
        if let Some(known) = self.memory.municipalities.get(&id) {
            return Ok(known.clone());
        }
        let municipality: Municipality = self.one("SELECT * FROM municipality WHERE id = $1", (id,)).await?;
        self.memory.municipalities.insert(id, municipality.clone());
        Ok(municipality)
    }

    pub async fn municipality_by_key(&mut self, key: &str) -> sqlx::Result<Option<Municipality>> {
        self.maybe("SELECT * FROM municipality WHERE key = $1", (key,)).await
    }

    pub async fn municipalities(&mut self) -> sqlx::Result<Vec<Municipality>> {
        self.all("SELECT * FROM municipality ORDER BY id", ()).await
    }

    pub async fn unit(&mut self, id: UnitId) -> sqlx::Result<Unit> {
        self.one("SELECT id, name FROM unit WHERE id = $1", (id,)).await
    }

    /// The unit that a request belongs to when nobody has said which.
    pub async fn first_unit(&mut self, municipality: MunicipalityId) -> sqlx::Result<Option<Unit>> {
        self.maybe(
            "SELECT id, name FROM unit WHERE municipality_id = $1 ORDER BY id LIMIT 1",
            (municipality,),
        )
        .await
    }

    pub async fn zone(&mut self, id: ZoneId) -> sqlx::Result<Zone> {
        if let Some(known) = self.memory.zones.get(&id) {
            return Ok(known.clone());
        }
        let zone: Zone = self.one("SELECT id, name FROM zone WHERE id = $1", (id,)).await?;
        self.memory.zones.insert(id, zone.clone());
        Ok(zone)
    }

    pub async fn zones(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<Zone>> {
        self.all("SELECT id, name FROM zone WHERE municipality_id = $1 ORDER BY id", (municipality,)).await
    }

    /// The folded names of a municipality's streets and places, the longest first, each with its zone.
    pub async fn zone_places(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<(String, ZoneId)>> {
        self.all(
            "SELECT zone_place.folded, zone.id FROM zone_place JOIN zone ON zone.id = zone_place.zone_id
             WHERE zone.municipality_id = $1 ORDER BY length(zone_place.folded) DESC, zone_place.folded, zone.id",
            (municipality,),
        )
        .await
    }

    pub async fn services(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<Service>> {
        self.all("SELECT * FROM service WHERE municipality_id = $1 ORDER BY id", (municipality,)).await
    }

    /// What these services are, in their order.
    pub async fn kinds_of(&mut self, services: &[ServiceId]) -> sqlx::Result<Vec<ServiceKind>> {
        let mut kinds = Vec::with_capacity(services.len());
        for service in services {
            let (kind,): (ServiceKind,) =
                self.one("SELECT kind FROM service WHERE id = $1", (*service,)).await?;
            kinds.push(kind);
        }
        Ok(kinds)
    }

    pub async fn service(
        &mut self,
        municipality: MunicipalityId,
        kind: ServiceKind,
    ) -> sqlx::Result<Option<Service>> {
        if let Some(known) = self.memory.services.get(&(municipality, kind)) {
            return Ok(known.clone());
        }
        let service: Option<Service> = self
            .maybe("SELECT * FROM service WHERE municipality_id = $1 AND kind = $2", (municipality, kind))
            .await?;
        self.memory.services.insert((municipality, kind), service.clone());
        Ok(service)
    }

    /// Who is asked about a service in a zone, in order, by the active agreements; and whether one of these says that it must be covered. An
    /// agreement of one unit serves that unit only, one with zones those zones only.
    pub async fn asked_for(
        &mut self,
        service: ServiceId,
        unit: UnitId,
        zone: Option<ZoneId>,
    ) -> sqlx::Result<(Vec<Asked>, bool)> {
        let rows: Vec<AskedRow> = self
            .all(
                "SELECT agreement.organisation_id, agreement_service.group_id, agreement.id AS agreement_id, agreement_service.rate_ore,
                     agreement_service.must_cover
                 FROM agreement_service JOIN agreement ON agreement.id = agreement_service.agreement_id
                 WHERE agreement_service.service_id = $1 AND agreement.state = 'active'
                   AND (agreement.unit_id IS NULL OR agreement.unit_id = $2)
                   AND (NOT EXISTS (SELECT 1 FROM agreement_zone WHERE agreement_zone.agreement_id = agreement.id)
                        OR EXISTS (SELECT 1 FROM agreement_zone
                                   WHERE agreement_zone.agreement_id = agreement.id AND agreement_zone.zone_id = $3))
                 ORDER BY agreement_service.ask_order, agreement.id",
                (service, unit, zone),
            )
            .await?;
        let must_cover = rows.iter().any(|row| row.must_cover);
        let asked = rows
            .into_iter()
            .zip(1..)
            .map(|(row, order)| Asked {
                closed: false,
                order,
                organisation: row.organisation_id,
                group: row.group_id,
                agreement: row.agreement_id,
                rate_ore: row.rate_ore,
            })
            .collect();
        Ok((asked, must_cover))
    }

    pub async fn organisation_name(&mut self, id: OrganisationId) -> sqlx::Result<String> {
        if let Some(known) = self.memory.organisation_names.get(&id) {
            return Ok(known.clone());
        }
        let (name,): (String,) = self.one("SELECT name FROM organisation WHERE id = $1", (id,)).await?;
        self.memory.organisation_names.insert(id, name.clone());
        Ok(name)
    }

    /// The coordinators of the rota, in their turns.
    pub async fn duty_turns(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<PersonId>> {
        if let Some(known) = self.memory.turns.get(&municipality) {
            return Ok(known.clone());
        }
        let rows: Vec<(PersonId,)> = self
            .all("SELECT person_id FROM duty_turn WHERE municipality_id = $1 ORDER BY turn", (municipality,))
            .await?;
        let turns: Vec<PersonId> = rows.into_iter().map(|(id,)| id).collect();
        self.memory.turns.insert(municipality, turns.clone());
        Ok(turns)
    }

    /// Extra shifts that are not over.
    pub async fn duty_shifts(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Shift>> {
        if let Some((then, known)) = self.memory.shifts.get(&municipality)
            && *then <= now
        {
            return Ok(known.iter().filter(|shift| shift.until > now).copied().collect());
        }
        let rows: Vec<(PersonId, DateTime<Utc>, DateTime<Utc>)> = self
            .all(
                "SELECT person_id, from_at, until_at FROM duty_shift WHERE municipality_id = $1 AND until_at > $2 ORDER BY id",
                (municipality, now),
            )
            .await?;
        let shifts: Vec<Shift> =
            rows.into_iter().map(|(person, from, until)| Shift { person, from, until }).collect();
        self.memory.shifts.insert(municipality, (now, shifts.clone()));
        Ok(shifts)
    }

    /// Gives somebody an extra shift.
    pub async fn insert_duty_shift(
        &mut self,
        municipality: MunicipalityId,
        person: PersonId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO duty_shift (municipality_id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4)",
            (municipality, person, from, until),
        )
        .await
        .map(drop)
    }

    /// Who was last found to have the duty, and since when. `None`: it has not been looked at yet.
    pub async fn duty_known(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Option<(Option<PersonId>, DateTime<Utc>)>> {
        let row: (Option<PersonId>, Option<DateTime<Utc>>) = self
            .one("SELECT duty_person_id, duty_since_at FROM municipality WHERE id = $1", (municipality,))
            .await?;
        Ok(row.1.map(|since| (row.0, since)))
    }

    /// Notes who has the duty from now on.
    pub async fn set_duty_known(
        &mut self,
        municipality: MunicipalityId,
        person: Option<PersonId>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE municipality SET duty_person_id = $2, duty_since_at = $3 WHERE id = $1",
            (municipality, person, now),
        )
        .await
        .map(drop)
    }

    /// The municipality's contact, the last one to be rung.
    pub async fn escalation_contact(&mut self, municipality: MunicipalityId) -> sqlx::Result<Option<Person>> {
        if let Some(known) = self.memory.contacts.get(&municipality) {
            return Ok(known.clone());
        }
        let contact: Option<Person> = self.maybe(
            "SELECT person.* FROM responsibility JOIN person ON person.id = responsibility.person_id
             WHERE responsibility.municipality_id = $1 AND responsibility.matter = 'escalation' AND person.erased_at IS NULL",
            (municipality,),
        )
        .await?;
        self.memory.contacts.insert(municipality, contact.clone());
        Ok(contact)
    }
}
