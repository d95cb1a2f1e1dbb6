//! What `tannhjul check` asks the database.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::db::Tx;
use super::readings::STUCK_AFTER;
use crate::domain::check::{self, Group, Service, Town, Unit, Upkeep};
use crate::domain::ids::*;
use crate::domain::reach::PersonReach;
use crate::domain::role::Role;

/// Most open tasks of a municipality that are looked at.
const MOST_TASKS: i64 = 10_000;

impl Tx {
    /// What the checks of a municipality go by; whether e-mail goes out is a setting and not known here.
    pub async fn facts_to_check(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Town> {
        let reach = self.town_reach(municipality, now, check::DAYS_AHEAD).await?;
        let mut ids: Vec<PersonId> =
            reach.outlook.iter().flat_map(|stretch| stretch.ring.iter().copied()).collect();
        ids.extend(reach.contact);
        let people = self.people_reached(&ids).await?;
        let people: BTreeMap<_, _> =
            people.into_iter().map(|person| (person.id, (person.name, person.reach))).collect();
        let groups = self.groups_reached(municipality).await?;
        let groups = groups
            .into_iter()
            .map(|of| Group { id: of.group.id, title: of.group.title, reach: of.reach })
            .collect();
        let mut services = Vec::new();
        for (service, groups) in self.groups_by_service(municipality).await? {
            let standby = self.standby(service.id).await?;
            let reached = self.people_reached(&standby).await?;
            services.push(Service {
                kind: service.kind,
                ladder: service.ladder.map(|ladder| ladder.0).unwrap_or_default(),
                groups,
                standby: (!standby.is_empty())
                    .then(|| reached.iter().any(|person| person.reach.is_reached())),
            });
        }
        let administrators = self.people_with_role(municipality, Role::Administrator, now).await?;
        let administrators: Vec<PersonId> = administrators.into_iter().map(|person| person.id).collect();
        let administrators = self.people_reached(&administrators).await?;
        Ok(Town {
            reach,
            people,
            groups,
            services,
            clubs: self.clubs_with_contacts(municipality, now).await?,
            units: self.units_with_staff(municipality, now).await?,
            zones: self.zones_served(municipality).await?,
            doubled_places: self.doubled_places(municipality).await?,
            expired_invites: self.expired_invites(municipality, now).await?,
            tasks: self.clocks_of_open_tasks(municipality).await?,
            stuck_chats: self.stuck_chats_of(municipality, now).await?,
            administrators: administrators.iter().filter(|person| person.reach.is_reached()).count(),
            mails: false,
            with_address: self.with_address(&ids).await?.into_iter().collect(),
            mail_given_up: self.mail_given_up(municipality).await?,
        })
    }

    /// The clubs with an active agreement, and whether each of their contacts can be written to.
    async fn clubs_with_contacts(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<(String, Vec<PersonReach>)>> {
        let clubs: Vec<(OrganisationId, String)> = self
            .all(
                "SELECT DISTINCT organisation.id, organisation.name FROM agreement JOIN organisation ON organisation.id = agreement.organisation_id
                 WHERE agreement.municipality_id = $1 AND agreement.state = 'active' ORDER BY organisation.name, organisation.id",
                (municipality,),
            )
            .await?;
        let contacts: Vec<(OrganisationId, PersonId)> = self
            .all(
                "SELECT DISTINCT organisation_id, person_id FROM membership
                 WHERE municipality_id = $1 AND role = 'club_contact' AND organisation_id IS NOT NULL
                   AND since_at <= $2 AND (until_at IS NULL OR until_at > $2)",
                (municipality, now),
            )
            .await?;
        let ids: Vec<PersonId> = contacts.iter().map(|(_, person)| *person).collect();
        let people = self.people_reached(&ids).await?;
        let of_club = |club: OrganisationId| {
            let own = contacts.iter().filter(|(of, _)| *of == club);
            own.filter_map(|(_, id)| people.iter().find(|person| person.id == *id))
                .map(|person| person.reach)
                .collect()
        };
        Ok(clubs.into_iter().map(|(id, name)| (name, of_club(id))).collect())
    }

    /// The units, with whether each of their people can be written to.
    async fn units_with_staff(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Unit>> {
        let units: Vec<(UnitId, String)> = self
            .all("SELECT id, name FROM unit WHERE municipality_id = $1 ORDER BY id", (municipality,))
            .await?;
        let mut known = Vec::with_capacity(units.len());
        for (id, name) in units {
            let staff: Vec<(PersonId,)> = self
                .all(
                    "SELECT DISTINCT membership.person_id FROM membership JOIN person ON person.id = membership.person_id
                     WHERE membership.municipality_id = $1 AND membership.role = 'staff' AND membership.unit_id = $2
                       AND person.erased_at IS NULL AND membership.since_at <= $3
                       AND (membership.until_at IS NULL OR membership.until_at > $3)",
                    (municipality, id, now),
                )
                .await?;
            let staff: Vec<PersonId> = staff.into_iter().map(|(person,)| person).collect();
            let staff = self.people_reached(&staff).await?;
            let waits: Option<(i64,)> = self
                .maybe(
                    "SELECT id FROM task WHERE municipality_id = $1 AND unit_id = $2 AND state = 'open' LIMIT 1",
                    (municipality, id),
                )
                .await?;
            known.push(Unit {
                name,
                staff: staff.into_iter().map(|person| person.reach).collect(),
                has_group: self.group_of_unit(id).await?.is_some(),
                waits: waits.is_some(),
            });
        }
        Ok(known)
    }

    /// The zones, and whether a group that can be asked serves each: by an agreement that names it, or one that names none.
    async fn zones_served(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<(String, bool)>> {
        let zones = self.zones(municipality).await?;
        let served: Vec<(ZoneId,)> = self
            .all(
                "SELECT DISTINCT zone.id FROM zone
                 JOIN agreement ON agreement.municipality_id = zone.municipality_id AND agreement.state = 'active'
                 JOIN agreement_service ON agreement_service.agreement_id = agreement.id
                 JOIN service ON service.id = agreement_service.service_id AND NOT service.stopped
                 JOIN chat_group ON chat_group.id = agreement_service.group_id
                 JOIN chat ON chat.id = chat_group.chat_id AND chat.state = 'open'
                 WHERE zone.municipality_id = $1
                   AND (NOT EXISTS (SELECT 1 FROM agreement_zone WHERE agreement_zone.agreement_id = agreement.id)
                        OR EXISTS (SELECT 1 FROM agreement_zone
                                   WHERE agreement_zone.agreement_id = agreement.id AND agreement_zone.zone_id = zone.id))",
                (municipality,),
            )
            .await?;
        let is_served = |id: ZoneId| served.iter().any(|(zone,)| *zone == id);
        Ok(zones.into_iter().map(|zone| (zone.name, is_served(zone.id))).collect())
    }

    /// Streets and places that lie in more than one zone, with those.
    async fn doubled_places(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(String, Vec<String>)>> {
        let rows: Vec<(String, String, String)> = self
            .all(
                "SELECT zone_place.folded, zone_place.name, zone.name AS zone FROM zone_place JOIN zone ON zone.id = zone_place.zone_id
                 WHERE zone.municipality_id = $1 ORDER BY zone_place.folded, zone.id",
                (municipality,),
            )
            .await?;
        let mut doubled: Vec<(String, Vec<String>)> = Vec::new();
        for same in rows.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
            doubled.push((same[0].1.clone(), same.iter().map(|(_, _, zone)| zone.clone()).collect()));
        }
        Ok(doubled)
    }

    /// The groups that are connected to a channel: their municipality's key, what they are called, and the platform's number of their chat.
    pub async fn groups_on(&mut self, channel_key: &str) -> sqlx::Result<Vec<(String, String, String)>> {
        self.all(
            "SELECT municipality.key, chat_group.title, chat.external_id FROM chat_group
             JOIN chat ON chat.id = chat_group.chat_id AND chat.state = 'open'
             JOIN channel ON channel.id = chat.channel_id
             JOIN municipality ON municipality.id = chat_group.municipality_id
             WHERE channel.key = $1 ORDER BY municipality.key, chat_group.id",
            (channel_key,),
        )
        .await
    }

    /// Who has a code that has expired and was not used: people and groups.
    async fn expired_invites(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<String>> {
        let people: Vec<(String,)> = self
            .all(
                "SELECT person.name FROM person JOIN invite ON invite.person_id = person.id
                 WHERE person.municipality_id = $1 AND person.erased_at IS NULL AND invite.used_at IS NULL AND invite.expires_at <= $2
                   AND NOT EXISTS (SELECT 1 FROM person_account WHERE person_account.person_id = person.id)
                 ORDER BY person.name",
                (municipality, now),
            )
            .await?;
        let groups: Vec<(String,)> = self
            .all(
                "SELECT chat_group.title FROM chat_group JOIN invite ON invite.group_id = chat_group.id
                 WHERE chat_group.municipality_id = $1 AND chat_group.chat_id IS NULL AND invite.used_at IS NULL AND invite.expires_at <= $2
                 ORDER BY chat_group.title",
                (municipality, now),
            )
            .await?;
        Ok(people.into_iter().chain(groups).map(|(name,)| name).collect())
    }

    /// The open tasks of a municipality, and when each is looked at next.
    async fn clocks_of_open_tasks(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(TaskNumber, Option<DateTime<Utc>>)>> {
        self.all(
            "SELECT task.number, due.at FROM task LEFT JOIN due ON due.subject_kind = 'task' AND due.subject_id = task.id
             WHERE task.municipality_id = $1 AND task.state = 'open' ORDER BY task.starts_at, task.number LIMIT $2",
            (municipality, MOST_TASKS),
        )
        .await
    }

    /// The chats of a municipality's groups and people whose messages have been tried in vain for long.
    async fn stuck_chats_of(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<(ChatId, String)>> {
        self.all(
                "SELECT DISTINCT chat.id, chat.title FROM outbox JOIN chat ON chat.id = outbox.chat_id
                 LEFT JOIN person ON person.id = outbox.person_id LEFT JOIN task ON task.id = outbox.task_id
                 WHERE outbox.state = 'pending' AND outbox.external_id IS NULL AND outbox.error IS NOT NULL AND outbox.created_at <= $2
                   AND $1 IN (outbox.municipality_id, person.municipality_id, task.municipality_id)
                 ORDER BY chat.title, chat.id",
                (municipality, now - STUCK_AFTER),
            )
            .await
    }

    /// What the checks of the service as a whole go by, as far as the database tells it.
    pub async fn facts_of_upkeep(&mut self, now: DateTime<Utc>) -> sqlx::Result<Upkeep> {
        let (in_use_since,): (Option<DateTime<Utc>>,) =
            self.one("SELECT MIN(created_at) FROM municipality", ()).await?;
        Ok(Upkeep {
            last_backup: self.last_backup().await?,
            in_use_since,
            withheld: self.count_withheld().await?,
            nothing_sent_since: self.oldest_sendable(now).await?.filter(|since| now - *since > STUCK_AFTER),
            mail_stuck_since: self.mail_waits_since().await?.filter(|since| now - *since > STUCK_AFTER),
            clock_stands: false,
        })
    }

    /// How many incoming messages were set aside because they could not be handled.
    pub async fn set_aside(&mut self) -> sqlx::Result<i64> {
        let (count,): (i64,) = self.one("SELECT COUNT(*) FROM inbox WHERE state = 'failed'", ()).await?;
        Ok(count)
    }
}
