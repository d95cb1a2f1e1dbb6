//! Who can be reached: people in private, groups, and who is in a group as far as the service knows.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::groups::Group;
use super::town::Service;
use crate::domain::duty::{self, Absence, Rota};
use crate::domain::ids::*;
use crate::domain::reach::{GroupReach, PersonReach, TownReach, Trouble};
use crate::domain::role::Role;

/// Somebody, and whether they can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonReached {
    pub id: PersonId,
    pub name: String,
    pub phone: Option<String>,
    pub reach: PersonReach,
}

#[derive(FromRow)]
struct PersonRow {
    id: PersonId,
    name: String,
    phone: Option<String>,
    is_reached: bool,
    is_blocked: bool,
    is_known: bool,
}

impl From<PersonRow> for PersonReached {
    fn from(row: PersonRow) -> Self {
        let reach = match (row.is_reached, row.is_blocked, row.is_known) {
            (true, ..) => PersonReach::Reached,
            (_, true, _) => PersonReach::Blocked,
            (.., true) => PersonReach::NotOpened,
            _ => PersonReach::NotJoined,
        };
        Self { id: row.id, name: row.name, phone: row.phone, reach }
    }
}

/// A group, and whether the bot can write in it.
#[derive(Clone, Debug)]
pub struct GroupReached {
    pub group: Group,
    pub reach: GroupReach,
}

impl Tx {
    /// The living of these people, by name, and whether they can be written to.
    pub async fn people_reached(&mut self, people: &[PersonId]) -> sqlx::Result<Vec<PersonReached>> {
        macro_rules! of_people {
            ($which:literal) => {
                concat!(
                    "SELECT person.id, person.name, person.phone,
                         EXISTS (SELECT 1 FROM person_account
                                 JOIN account ON account.id = person_account.account_id AND account.can_write = 'yes'
                                 JOIN chat ON chat.account_id = account.id AND chat.kind = 'private' AND chat.state = 'open'
                                 WHERE person_account.person_id = person.id) AS is_reached,
                         EXISTS (SELECT 1 FROM person_account JOIN account ON account.id = person_account.account_id
                                 WHERE person_account.person_id = person.id AND account.can_write <> 'unknown') AS is_blocked,
                         EXISTS (SELECT 1 FROM person_account WHERE person_account.person_id = person.id) AS is_known
                     FROM person WHERE person.erased_at IS NULL AND person.id ",
                    $which,
                    " ORDER BY person.name, person.id"
                )
            };
        }
        const PEOPLE: Dialect = Dialect {
            sqlite: of_people!("IN (SELECT value FROM json_each($1))"),
            postgres: of_people!(
                "= ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))"
            ),
        };
        let rows: Vec<PersonRow> = self.all(self.pick(PEOPLE), (Json(people),)).await?;
        Ok(rows.into_iter().map(PersonReached::from).collect())
    }

    /// Whether any coordinator of a municipality can be written to.
    pub async fn some_coordinator_reached(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        for person in self.people_with_role(municipality, Role::Coordinator, now).await? {
            if self.reach(person.id).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// When those of the rota, and those with a shift, are not to be rung, from `now` on.
    pub async fn absences_from_duty(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Absence>> {
        let rows: Vec<(PersonId, DateTime<Utc>, DateTime<Utc>)> = self
            .all(
                "SELECT person_id, from_at, until_at FROM absence
                 WHERE person_id IN (SELECT person_id FROM duty_turn WHERE municipality_id = $1
                                     UNION SELECT person_id FROM duty_shift WHERE municipality_id = $1 AND until_at > $2)
                   AND until_at > $2 ORDER BY id",
                (municipality, now),
            )
            .await?;
        Ok(rows.into_iter().map(|(person, from, until)| Absence { person, from, until }).collect())
    }

    /// The groups of a municipality, in the order in which they were made known.
    pub async fn groups_reached(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<GroupReached>> {
        let groups: Vec<Group> = self
            .all("SELECT * FROM chat_group WHERE municipality_id = $1 ORDER BY id", (municipality,))
            .await?;
        let mut reached = Vec::with_capacity(groups.len());
        for group in groups {
            let reach = match (group.chat_id, self.group_chat(group.id).await?) {
                (None, _) => GroupReach::NotConnected,
                (_, None) => GroupReach::Lost,
                (_, Some(_)) => GroupReach::Reached,
            };
            reached.push(GroupReached { group, reach });
        }
        Ok(reached)
    }

    /// The people of a group, as far as they are known: those who belong to its club, team or unit, and those whom the bot has seen there.
    pub async fn people_of_group(
        &mut self,
        group: &Group,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<PersonId>> {
        let mut people: Vec<(PersonId,)> = match (group.organisation_id, group.unit_id) {
            (Some(organisation), _) => {
                self.all(
                    "SELECT DISTINCT person_id FROM membership
                     WHERE organisation_id = $1 AND municipality_id = $2 AND since_at <= $3 AND (until_at IS NULL OR until_at > $3)
                       AND (team_id = $4 OR $4 IS NULL)",
                    (organisation, group.municipality_id, now, group.team_id),
                )
                .await?
            }
            (None, Some(unit)) => {
                self.all(
                    "SELECT DISTINCT person_id FROM membership
                     WHERE municipality_id = $1 AND role = 'staff' AND unit_id = $2 AND since_at <= $3
                       AND (until_at IS NULL OR until_at > $3)",
                    (group.municipality_id, unit, now),
                )
                .await?
            }
            (None, None) => Vec::new(),
        };
        if let Some(chat) = group.chat_id {
            let seen: Vec<(PersonId,)> = self
                .all(
                    "SELECT person.id FROM chat_member JOIN person_account ON person_account.account_id = chat_member.account_id
                     JOIN person ON person.id = person_account.person_id
                     WHERE chat_member.chat_id = $1 AND chat_member.present = TRUE AND person.municipality_id = $2",
                    (chat, group.municipality_id),
                )
                .await?;
            people.extend(seen);
        }
        let mut people: Vec<PersonId> = people.into_iter().map(|(id,)| id).collect();
        people.sort_unstable();
        people.dedup();
        Ok(people)
    }

    /// How many accounts were seen in a group that are nobody's: they came in, and have answered nothing.
    pub async fn strangers_in(&mut self, chat: ChatId) -> sqlx::Result<u32> {
        let (count,): (i64,) = self
            .one(
                "SELECT COUNT(*) FROM chat_member WHERE chat_id = $1 AND present = TRUE
                   AND NOT EXISTS (SELECT 1 FROM person_account WHERE person_account.account_id = chat_member.account_id)",
                (chat,),
            )
            .await?;
        Ok(u32::try_from(count).unwrap_or_default())
    }

    /// The services that a municipality offers, each with the groups that its active agreements name, whatever the unit and zone.
    pub async fn groups_by_service(
        &mut self,
        municipality: MunicipalityId,
    ) -> sqlx::Result<Vec<(Service, Vec<GroupId>)>> {
        let agreed: Vec<(ServiceId, GroupId)> = self
            .all(
                "SELECT agreement_service.service_id, agreement_service.group_id
                 FROM agreement JOIN agreement_service ON agreement_service.agreement_id = agreement.id
                 WHERE agreement.municipality_id = $1 AND agreement.state = 'active'
                 ORDER BY agreement_service.ask_order, agreement.id",
                (municipality,),
            )
            .await?;
        let services = self.services(municipality).await?;
        let offered = services.into_iter().filter(|service| !service.stopped);
        let with_groups = |service: Service| {
            let groups = agreed.iter().filter(|(of, _)| *of == service.id).map(|(_, group)| *group);
            let groups = groups.collect();
            (service, groups)
        };
        Ok(offered.map(with_groups).collect())
    }

    /// What the ladders of a municipality depend on, with the duty of so many days from `now` on.
    pub async fn town_reach(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
        days: i64,
    ) -> sqlx::Result<TownReach> {
        let calendar = self.municipality(municipality).await?.calendar();
        let rota = Rota {
            turns: self.duty_turns(municipality).await?,
            shifts: self.duty_shifts(municipality, now).await?,
            away: Vec::new(),
        };
        let absences = self.absences_from_duty(municipality, now).await?;
        let outlook = duty::outlook(&rota, &absences, &calendar, (now, now + TimeDelta::days(days)));
        let contact = self.escalation_contact(municipality).await?.map(|person| person.id);
        let mut people: Vec<PersonId> =
            outlook.iter().flat_map(|stretch| stretch.ring.iter().copied()).collect();
        people.extend(contact);
        people.sort_unstable();
        people.dedup();
        let people = self.people_reached(&people).await?;
        let reached = people.iter().filter(|person| person.reach.is_reached());
        let groups = self.groups_reached(municipality).await?;
        let services = self.groups_by_service(municipality).await?;
        Ok(TownReach {
            outlook,
            contact,
            reached: reached.map(|person| person.id).collect(),
            some_coordinator: self.some_coordinator_reached(municipality, now).await?,
            groups: groups.into_iter().map(|of| (of.group.id, of.reach)).collect(),
            services: services.into_iter().map(|(service, groups)| (service.id, groups)).collect(),
        })
    }

    /// Whether anybody is told of trouble by ringing this person: those of the rota, and the municipality's contact.
    pub async fn is_rung(&mut self, municipality: MunicipalityId, person: PersonId) -> sqlx::Result<bool> {
        let row: Option<(PersonId,)> = self
            .maybe(
                "SELECT person_id FROM duty_turn WHERE municipality_id = $1 AND person_id = $2
                 UNION SELECT person_id FROM responsibility WHERE municipality_id = $1 AND person_id = $2
                 UNION SELECT person_id FROM membership WHERE person_id = $2 AND municipality_id = $1 AND role = 'coordinator'
                 LIMIT 1",
                (municipality, person),
            )
            .await?;
        Ok(row.is_some())
    }

    /// What is known to be wrong, and whether somebody was told of it.
    pub async fn troubles(&mut self, municipality: MunicipalityId) -> sqlx::Result<Vec<(Trouble, bool)>> {
        let rows: Vec<(String, i64, bool)> = self
            .all(
                "SELECT kind, subject_id, told_at IS NOT NULL FROM trouble WHERE municipality_id = $1",
                (municipality,),
            )
            .await?;
        let known =
            |(kind, subject, told): (String, i64, bool)| Some((Trouble::from_row(&kind, subject)?, told));
        Ok(rows.into_iter().filter_map(known).collect())
    }

    pub async fn insert_trouble(
        &mut self,
        municipality: MunicipalityId,
        trouble: Trouble,
        now: DateTime<Utc>,
        told: bool,
    ) -> sqlx::Result<()> {
        let (kind, subject) = trouble.row();
        self.execute(
            "INSERT INTO trouble (municipality_id, kind, subject_id, since_at, told_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (municipality_id, kind, subject_id) DO NOTHING",
            (municipality, kind, subject, now, told.then_some(now)),
        )
        .await
        .map(drop)
    }

    pub async fn delete_trouble(
        &mut self,
        municipality: MunicipalityId,
        trouble: Trouble,
    ) -> sqlx::Result<()> {
        let (kind, subject) = trouble.row();
        self.execute(
            "DELETE FROM trouble WHERE municipality_id = $1 AND kind = $2 AND subject_id = $3",
            (municipality, kind, subject),
        )
        .await
        .map(drop)
    }

    /// Notes that it has been looked at who can be reached. `false`: not for the first time.
    pub async fn reach_is_new(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let changed = self
            .execute(
                "UPDATE municipality SET reach_known_at = $2 WHERE id = $1 AND reach_known_at IS NULL",
                (municipality, now),
            )
            .await?;
        Ok(changed > 0)
    }
}
