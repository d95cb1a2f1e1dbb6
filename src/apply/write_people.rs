//! The people of the file: who they are, what they are, and the codes by which they join.

use super::set_up::{OrganisationOrTeam, Person};
use super::write::Writer;
use super::{CODE_LIFE, MaybeKnown, PersonCode};
use crate::domain::ids::*;
use crate::domain::place::fold;
use crate::domain::role::Role;
use crate::secret::{hash_token, new_code};
use crate::store::set_up::{PersonRow, RoleRow};
use crate::toml_text::At;

impl Writer<'_> {
    pub(super) async fn people(&mut self) -> sqlx::Result<Vec<PersonCode>> {
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
        // Nobody changes it in chat: the file alone knows.
        let email = person.email.as_ref().map(|at| at.value.as_str());
        let fields = (name.as_str(), phone.as_deref(), email, language);
        let id = self.tx.put_person(self.municipality, &person.key.value, fields, self.now).await?;
        Ok((id, name))
    }

    /// Those of the file who have not joined, while somebody of the same name has without a key. They are told of and not guessed at: two people
    /// may share a name.
    pub(super) async fn maybe_known(&mut self) -> sqlx::Result<Vec<MaybeKnown>> {
        let joined = self.tx.people_without_key(self.municipality, self.now).await?;
        let known = self.tx.people_by_key(self.municipality).await?;
        let mut found = vec![];
        for person in &self.set_up.people {
            let key = &person.key.value;
            if known.iter().any(|row| row.key == *key && row.has_joined) {
                continue;
            }
            let digits = |phone: &String| -> String { phone.chars().filter(char::is_ascii_digit).collect() };
            for other in joined.iter().filter(|other| fold(&other.name) == fold(&person.name)) {
                let phones = person.phone.as_ref().map(digits).zip(other.phone.as_ref().map(digits));
                found.push(MaybeKnown {
                    key: key.clone(),
                    name: person.name.clone(),
                    answered_for: self.tx.organisations_of(other.id, self.now).await?,
                    same_phone: phones.map(|(one, other)| one == other),
                });
            }
        }
        Ok(found)
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
        let place = |places: &[At<OrganisationOrTeam>]| {
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
}
