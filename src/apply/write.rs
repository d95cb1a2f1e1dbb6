//! Writes a checked file: each part finds its rows by key, and decides field by field with [`Merge`] whether the file or the chat is right.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::types::Json;

use super::agreements;
use super::merge::Merge;
use super::set_up::{GroupOf, Key, OrganisationOrTeam, Person, SetUp};
use super::{CODE_LIFE, GroupCode, PersonCode, Report};
use crate::domain::ids::*;
use crate::domain::place;
use crate::domain::service::ServiceKind;
use crate::secret::{hash_token, new_code};
use crate::store::Tx;
use crate::store::history::Actor;
use crate::domain::role::Role;
use crate::store::set_up::{GroupRow, KeyedRow, MunicipalityFields, PersonRow, RoleRow, ServiceFields};

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
    let kept = writer.end().await?;
    Ok(Report { people, groups, kept })
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
    people: HashMap<String, PersonId>,
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
        };
        tx.update_municipality(municipality, &fields).await?;
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

    async fn people(&mut self) -> sqlx::Result<Vec<PersonCode>> {
        let known = self.tx.people_by_key(self.municipality).await?;
        let roles = self.tx.roles(self.municipality, self.now).await?;
        let approvals = self.tx.approvals(self.municipality).await?;
        let standbys = self.tx.standbys(self.municipality).await?;
        let mut codes = vec![];
        for person in &self.set_up.people {
            let key = &person.key.value;
            let was = known.iter().find(|row| row.key == *key);
            let subject = format!("person {key}");
            let is_there = was.is_some_and(|was| !was.is_erased);
            let must_make = self.merge.must_make(&subject, "known", is_there);
            if !is_there && !must_make {
                // They asked to be forgotten; the file alone does not bring them back.
                codes.push(PersonCode { key: key.clone(), name: person.name.clone(), code: None });
                continue;
            }
            let (id, name) = self.person(&subject, person, was).await?;
            self.people.insert(key.clone(), id);
            for role in self.roles_of(id, person) {
                let field = self.role_name(&role, person);
                if self.merge.must_make(&subject, &field, roles.contains(&role)) {
                    self.tx.insert_role(self.municipality, &role, self.now).await?;
                }
            }
            for kind in person.approved_for.iter().map(|at| at.value) {
                let Some(service) = self.services.get(&kind).copied() else { continue };
                let is_there = approvals.contains(&(service, id));
                if self.merge.must_make(&subject, &format!("approved for {}", kind.as_str()), is_there) {
                    self.tx.insert_approval(service, id).await?;
                }
            }
            for kind in person.standby_for.iter().map(|at| at.value) {
                let Some(service) = self.services.get(&kind).copied() else { continue };
                let is_there = standbys.contains(&(service, id));
                if self.merge.must_make(&subject, &format!("stands by for {}", kind.as_str()), is_there) {
                    self.tx.insert_standby(service, id).await?;
                }
            }
            let code = match was.is_some_and(|was| was.has_joined) {
                true => None,
                false => {
                    let code = new_code();
                    self.tx
                        .replace_person_code(id, &hash_token(&code), self.now, self.now + CODE_LIFE)
                        .await?;
                    Some(code)
                }
            };
            codes.push(PersonCode { key: key.clone(), name, code });
        }
        Ok(codes)
    }

    async fn person(
        &mut self,
        subject: &str,
        person: &Person,
        was: Option<&PersonRow>,
    ) -> sqlx::Result<(PersonId, String)> {
        let name = self.merge.value(subject, "name", person.name.clone(), was.map(|was| &was.name));
        let phone = self.merge.value(subject, "phone", person.phone.clone(), was.map(|was| &was.phone));
        let language = self.merge.value(subject, "language", person.language, was.map(|was| &was.language));
        let fields = (name.as_str(), phone.as_deref(), language);
        let id = self.tx.put_person(self.municipality, &person.key.value, fields, self.now).await?;
        Ok((id, name))
    }

    /// The roles the file gives a person.
    fn roles_of(&self, person_id: PersonId, person: &Person) -> Vec<RoleRow> {
        let role = |role| RoleRow { person_id, role, organisation_id: None, team_id: None, unit_id: None };
        let mut roles = vec![];
        if person.coordinator {
            roles.push(role(Role::Coordinator));
        }
        if person.administrator {
            roles.push(role(Role::Administrator));
        }
        for unit in &person.staff_of {
            roles.push(RoleRow { unit_id: self.units.get(&unit.value).copied(), ..role(Role::Staff) });
        }
        let in_organisations = person.volunteer_in.iter().map(|at| (Role::Volunteer, &at.value));
        for (kind, place) in
            in_organisations.chain(person.contact_for.iter().map(|at| (Role::ClubContact, &at.value)))
        {
            let (organisation_id, team_id) = self.organisation(place);
            roles.push(RoleRow { organisation_id, team_id, ..role(kind) });
        }
        roles
    }

    /// A role as `kept` names it.
    fn role_name(&self, role: &RoleRow, person: &Person) -> String {
        let place = |places: &[crate::toml_text::At<OrganisationOrTeam>]| {
            let at =
                places.iter().find(|at| self.organisation(&at.value) == (role.organisation_id, role.team_id));
            at.map_or_else(String::new, |at| at.value.to_string())
        };
        match role.role {
            Role::Coordinator => "coordinator".into(),
            Role::Administrator => "administrator".into(),
            Role::Staff => {
                let unit = self.units.iter().find(|(_, id)| Some(**id) == role.unit_id);
                format!("staff of {}", unit.map_or("", |(key, _)| key))
            }
            Role::Volunteer => format!("volunteer in {}", place(&person.volunteer_in)),
            Role::ClubContact => format!("contact for {}", place(&person.contact_for)),
        }
    }

    fn organisation(&self, place: &OrganisationOrTeam) -> (Option<OrganisationId>, Option<TeamId>) {
        let team = place.team.clone().map(|team| (place.organisation.clone(), team));
        let team = team.and_then(|team| self.teams.get(&team).copied());
        (self.organisations.get(&place.organisation).copied(), team)
    }

    async fn duty(&mut self) -> sqlx::Result<()> {
        let known = |key: &Key| self.people.get(&key.value).copied();
        let file: Vec<PersonId> = self.set_up.municipality.duty.iter().filter_map(known).collect();
        let escalation = self.set_up.municipality.escalation.as_ref().and_then(known);
        let was = self.tx.duty_turns(self.municipality).await?;
        let turns = self.merge.value("municipality", "duty", file, Some(&was).filter(|was| !was.is_empty()));
        if turns != was {
            self.tx.set_duty_turns(self.municipality, &turns).await?;
        }
        if let Some(file) = escalation {
            let was = self.tx.escalation_person(self.municipality).await?;
            let person = self.merge.value("municipality", "escalation", file, was.as_ref());
            self.tx.set_escalation_person(self.municipality, person).await?;
        }
        Ok(())
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
