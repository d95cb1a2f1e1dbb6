//! Writes a checked file: each part finds its rows by key, and decides field by field with [`Merge`] whether the file or the chat is right.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::types::Json;

use super::agreements;
use super::merge::Merge;
use super::set_up::{GroupOf, Key, OrganisationOrTeam, SetUp};
use super::{CODE_LIFE, GroupCode, Report};
use crate::domain::day_list::Timetable;
use crate::domain::ids::*;
use crate::domain::place;
use crate::domain::service::ServiceKind;
use crate::secret::{hash_token, new_code};
use crate::store::Tx;
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::set_up::{GroupRow, KeyedRow, MunicipalityFields, ServiceFields};

/// Writes all of it, in the caller's transaction.
pub async fn write(tx: &mut Tx, set_up: &SetUp, now: DateTime<Utc>) -> sqlx::Result<Report> {
    let mut writer = Writer::begin(tx, set_up, now).await?;
    writer.units_and_zones().await?;
    writer.organisations().await?;
    writer.services().await?;
    let people = writer.people().await?;
    writer.duty().await?;
    let groups = writer.groups().await?;
    for agreement in &set_up.agreements {
        agreements::write(&mut writer, agreement).await?;
    }
    writer.close_and_reopen().await?;
    let maybe_known = writer.maybe_known().await?;
    let left_out = writer.left_out().await?;
    let kept = writer.end().await?;
    Ok(Report { people, groups, kept, maybe_known, left_out })
}

/// What is known while writing: the rows behind the keys of the file.
pub(super) struct Writer<'a> {
    pub tx: &'a mut Tx,
    pub set_up: &'a SetUp,
    pub now: DateTime<Utc>,
    pub municipality: MunicipalityId,
    pub merge: Merge,
    pub units: HashMap<String, UnitId>,
    pub zones: HashMap<String, ZoneId>,
    pub organisations: HashMap<String, OrganisationId>,
    teams: HashMap<(String, String), TeamId>,
    pub services: HashMap<ServiceKind, ServiceId>,
    /// Without those who have been erased.
    pub people: HashMap<String, PersonId>,
    pub groups: HashMap<String, GroupId>,
}

impl<'a> Writer<'a> {
    async fn begin(tx: &'a mut Tx, set_up: &'a SetUp, now: DateTime<Utc>) -> sqlx::Result<Self> {
        let file = &set_up.municipality;
        let fields = MunicipalityFields {
            name: file.name.clone(),
            phone: file.phone.clone(),
            language: file.language,
            time_zone: file.time_zone.name().to_owned(),
            day_list: file.day_list.clone(),
        };
        let known = tx.municipality_by_key(&file.key).await?;
        let municipality = match &known {
            Some(known) => known.id,
            None => tx.insert_municipality(&file.key, &fields, now).await?,
        };
        let mut merge = Merge::new(tx.applied(municipality).await?);
        let was = match known {
            Some(_) => Some(tx.municipality_fields(municipality).await?),
            None => None,
        };
        let was = was.as_ref();
        let fields = MunicipalityFields {
            name: merge.value("municipality", "name", fields.name, was.map(|was| &was.name)),
            phone: merge.value("municipality", "phone", fields.phone, was.map(|was| &was.phone)),
            language: merge.value("municipality", "language", fields.language, was.map(|was| &was.language)),
            time_zone: merge.value(
                "municipality",
                "time_zone",
                fields.time_zone,
                was.map(|was| &was.time_zone),
            ),
            day_list: merge.value("municipality", "day_list", fields.day_list, was.map(|was| &was.day_list)),
        };
        tx.update_municipality(municipality, &fields).await?;
        // Looked at anew only where something has changed: a list that is due this minute must not be put off till tomorrow.
        let is_same = |was: &MunicipalityFields| {
            (&was.day_list, &was.time_zone) == (&fields.day_list, &fields.time_zone)
        };
        if !was.is_some_and(is_same) {
            let times: Option<Timetable> = fields.day_list.parse().ok();
            let calendar = tx.municipality(municipality).await?.calendar();
            let next = times.and_then(|times| times.next(&calendar, now));
            tx.set_due(Subject::DayList(municipality), next).await?;
        }
        Ok(Self {
            tx,
            set_up,
            now,
            municipality,
            merge,
            units: HashMap::new(),
            zones: HashMap::new(),
            organisations: HashMap::new(),
            teams: HashMap::new(),
            services: HashMap::new(),
            people: HashMap::new(),
            groups: HashMap::new(),
        })
    }

    async fn units_and_zones(&mut self) -> sqlx::Result<()> {
        let known = self.tx.units_by_key(self.municipality).await?;
        for unit in &self.set_up.units {
            let key = &unit.key.value;
            let name = self.name(&format!("unit {key}"), &unit.name, &known, key);
            let id = self.tx.put_unit(self.municipality, key, &name).await?;
            self.units.insert(key.clone(), id);
        }
        let known = self.tx.zones_by_key(self.municipality).await?;
        for zone in &self.set_up.zones {
            let key = &zone.key.value;
            let name = self.name(&format!("zone {key}"), &zone.name, &known, key);
            let id = self.tx.put_zone(self.municipality, key, &name).await?;
            for place in &zone.places {
                self.tx.put_place(self.municipality, id, &place::fold(&place.value), &place.value).await?;
            }
            self.zones.insert(key.clone(), id);
        }
        Ok(())
    }

    /// The name to store for a thing with a key.
    fn name(&mut self, subject: &str, file: &str, known: &[KeyedRow], key: &str) -> String {
        let was = known.iter().find(|row| row.key == key).map(|row| &row.name);
        self.merge.value(subject, "name", file.to_owned(), was)
    }

    async fn organisations(&mut self) -> sqlx::Result<()> {
        for organisation in &self.set_up.organisations {
            let Some(number) = &organisation.org_number else { continue };
            let key = &organisation.key.value;
            let (number, subject) = (number.value.to_string(), format!("organisation {key}"));
            let was = self.tx.organisation_by_number(&number).await?;
            let was = was.as_ref();
            let name =
                self.merge.value(&subject, "name", organisation.name.clone(), was.map(|was| &was.name));
            let kind = self.merge.value(&subject, "kind", organisation.kind, was.map(|was| &was.kind));
            let id = self.tx.put_organisation(&number, &name, kind, self.now).await?;
            let known = self.tx.teams_by_key(id).await?;
            for team in &organisation.teams {
                let name =
                    self.name(&format!("team {key}/{}", team.key.value), &team.name, &known, &team.key.value);
                let team_id = self.tx.put_team(id, &team.key.value, &name).await?;
                self.teams.insert((key.clone(), team.key.value.clone()), team_id);
            }
            self.organisations.insert(key.clone(), id);
        }
        Ok(())
    }

    async fn services(&mut self) -> sqlx::Result<()> {
        for service in &self.set_up.services {
            let Some(kind) = service.kind.as_ref().map(|at| at.value) else { continue };
            let subject = format!("service {}", kind.as_str());
            let was = self.tx.service_fields(self.municipality, kind).await?;
            let was = was.as_ref();
            let merge = &mut self.merge;
            let mut flag =
                |field: &str, file: bool, was: Option<&bool>| merge.value(&subject, field, file, was);
            let must_cover = flag("must_cover", service.must_cover.value, was.map(|was| &was.must_cover));
            let approved_only =
                flag("approved_only", service.approved_only.value, was.map(|was| &was.approved_only));
            let companions = flag("companions", service.companions.value, was.map(|was| &was.companions));
            let noisy = flag("noisy", service.noisy, was.map(|was| &was.noisy));
            let stopped = flag("stopped", service.stopped, was.map(|was| &was.stopped));
            let ladder = service.ladder.as_ref().and_then(|key| {
                let named = self.set_up.ladders.iter().find(|ladder| ladder.key.value == key.value)?;
                named.ladder.clone().map(Json)
            });
            let ladder = self.merge.value(&subject, "ladder", ladder, was.map(|was| &was.ladder));
            let fields = ServiceFields { must_cover, approved_only, companions, noisy, stopped, ladder };
            let id = self.tx.put_service(self.municipality, kind, &fields).await?;
            self.services.insert(kind, id);
        }
        Ok(())
    }

    pub(super) fn organisation(
        &self,
        place: &OrganisationOrTeam,
    ) -> (Option<OrganisationId>, Option<TeamId>) {
        let team = place.team.clone().map(|team| (place.organisation.clone(), team));
        let team = team.and_then(|team| self.teams.get(&team).copied());
        (self.organisations.get(&place.organisation).copied(), team)
    }

    async fn duty(&mut self) -> sqlx::Result<()> {
        let file = &self.set_up.municipality;
        let is_known = |key: &&Key| self.people.contains_key(&key.value);
        let duty: Vec<String> = file.duty.iter().filter(is_known).map(|key| key.value.clone()).collect();
        let escalation = file.escalation.as_ref().filter(is_known).map(|key| key.value.clone());

        let was: Vec<String> =
            self.tx.duty_turns(self.municipality).await?.into_iter().map(|id| self.key_of(id)).collect();
        let turns = self.merge.value("municipality", "duty", duty, Some(&was).filter(|was| !was.is_empty()));
        if turns != was {
            let turns: Vec<PersonId> = turns.iter().filter_map(|key| self.people.get(key).copied()).collect();
            self.tx.set_duty_turns(self.municipality, &turns).await?;
        }
        if let Some(key) = escalation {
            let was = self.tx.escalation_person(self.municipality).await?.map(|id| self.key_of(id));
            let key = self.merge.value("municipality", "escalation", key, was.as_ref());
            if let Some(person) = self.people.get(&key).filter(|_| was.as_ref() != Some(&key)) {
                self.tx.set_escalation_person(self.municipality, *person).await?;
            }
        }
        Ok(())
    }

    /// A person as the file calls them; somebody the file does not have, by their number.
    fn key_of(&self, person: PersonId) -> String {
        let found = self.people.iter().find(|(_, id)| **id == person);
        found.map_or_else(|| format!("person {}", person.0), |(key, _)| key.clone())
    }

    async fn groups(&mut self) -> sqlx::Result<Vec<GroupCode>> {
        let known = self.tx.groups_by_key(self.municipality).await?;
        let mut codes = vec![];
        for group in &self.set_up.groups {
            let key = &group.key.value;
            let was = known.iter().find(|row| row.key == *key);
            let subject = format!("group {key}");
            let of = match &group.of {
                Some(GroupOf::Organisation(at)) => {
                    let (organisation, team) = self.organisation(&at.value);
                    (organisation, team, None)
                }
                Some(GroupOf::Unit(unit)) => (None, None, self.units.get(&unit.value).copied()),
                None => (None, None, None),
            };
            let was_of = was.map(|was| (was.organisation_id, was.team_id, was.unit_id));
            let (organisation_id, team_id, unit_id) =
                self.merge.value(&subject, "belongs_to", of, was_of.as_ref());
            let row = GroupRow {
                id: GroupId(0),
                key: key.clone(),
                title: self.merge.value(&subject, "title", group.title.clone(), was.map(|was| &was.title)),
                language: self.merge.value(
                    &subject,
                    "language",
                    group.language,
                    was.map(|was| &was.language),
                ),
                organisation_id,
                team_id,
                unit_id,
                has_joined: was.is_some_and(|was| was.has_joined),
            };
            let id = self.tx.put_group(self.municipality, &row).await?;
            self.groups.insert(key.clone(), id);
            let code = match row.has_joined {
                true => None,
                false => {
                    let code = new_code();
                    self.tx
                        .replace_group_code(id, &hash_token(&code), self.now, self.now + CODE_LIFE)
                        .await?;
                    Some(code)
                }
            };
            codes.push(GroupCode { key: key.clone(), title: row.title, code });
        }
        Ok(codes)
    }

    /// Open tasks ask nobody whose agreement has ended, nor about a service that was stopped; and ask again where it holds again. What follows is
    /// the service's to do, which runs or will run.
    async fn close_and_reopen(&mut self) -> sqlx::Result<()> {
        for task in self.tx.close_asked(self.municipality, self.now).await? {
            self.tx.set_due(Subject::Closed(task), Some(self.now)).await?;
        }
        for task in self.tx.reopen_asked(self.municipality).await? {
            self.tx.refresh_cards(task).await?;
            self.tx.set_due(Subject::Task(task), Some(self.now)).await?;
        }
        self.tx.set_due(Subject::Reach(self.municipality), Some(self.now)).await?;
        self.tx.set_due(Subject::Duty(self.municipality), Some(self.now)).await
    }

    /// What holds and is not in the file any more. It goes on holding: nothing is ended by being left out.
    async fn left_out(&mut self) -> sqlx::Result<Vec<String>> {
        let in_file = |key: &str| self.set_up.agreements.iter().any(|agreement| agreement.key.value == key);
        let agreements = self.tx.active_agreements(self.municipality).await?;
        let mut left_out: Vec<String> = agreements
            .iter()
            .filter(|key| !in_file(key))
            .map(|key| format!("agreement {key} holds: to end it, put it back with ended = true"))
            .collect();
        for service in self.tx.services(self.municipality).await? {
            if !service.stopped && !self.services.contains_key(&service.kind) {
                let kind = service.kind.as_str();
                left_out
                    .push(format!("service {kind} is offered: to stop it, put it back with stopped = true"));
            }
        }
        Ok(left_out)
    }

    /// Remembers what the file said, for the next time.
    async fn end(self) -> sqlx::Result<Vec<super::Kept>> {
        let (said, kept) = self.merge.end();
        for (subject, field, hash) in &said {
            self.tx.put_applied(self.municipality, (subject, field, hash)).await?;
        }
        let detail = json!({ "changed": said.len(), "kept": kept.len() });
        self.tx.record(self.municipality, None, None, Actor::default(), "applied", &detail, self.now).await?;
        Ok(kept)
    }
}
