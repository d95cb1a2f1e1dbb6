//! What must hold between the parts of the file: that references lead somewhere, and that nobody can be left without an answer.

use std::collections::{BTreeMap, BTreeSet};

use super::set_up::*;
use crate::domain::ladder::Action;
use crate::domain::place;
use crate::domain::service::ServiceKind;
use crate::fault::{Faults, did_you_mean};
use crate::toml_text::At;

/// Notes everything that is wrong between the parts.
pub fn check(set_up: &SetUp, faults: &mut Faults) {
    let mut check = Check { set_up, faults };
    check.keys();
    check.zones();
    check.people();
    check.emails();
    check.duty();
    check.organisations();
    check.groups();
    check.services();
    check.agreements();
}

struct Check<'a> {
    set_up: &'a SetUp,
    faults: &'a mut Faults,
}

impl Check<'_> {
    fn fault(&mut self, line: usize, what: impl Into<String>) {
        self.faults.add(line, what);
    }

    fn keys(&mut self) {
        let set_up = self.set_up;
        self.unique("unit", set_up.units.iter().map(|unit| &unit.key));
        self.unique("zone", set_up.zones.iter().map(|zone| &zone.key));
        self.unique("organisation", set_up.organisations.iter().map(|organisation| &organisation.key));
        self.unique("person", set_up.people.iter().map(|person| &person.key));
        self.unique("group", set_up.groups.iter().map(|group| &group.key));
        self.unique("ladder", set_up.ladders.iter().map(|ladder| &ladder.key));
        self.unique("agreement", set_up.agreements.iter().map(|agreement| &agreement.key));
        for organisation in &set_up.organisations {
            self.unique("team", organisation.teams.iter().map(|team| &team.key));
        }
        let numbers: Vec<Key> = set_up
            .organisations
            .iter()
            .filter_map(|organisation| organisation.org_number.clone())
            .map(|at| at.map(|number| number.to_string()))
            .collect();
        self.unique("organisation number", numbers.iter());
        let kinds = set_up.services.iter().filter_map(|service| service.kind.clone());
        let kinds: Vec<Key> = kinds.map(|at| at.map(|kind| kind.as_str().to_owned())).collect();
        self.unique("service", kinds.iter());
        if set_up.units.is_empty() {
            self.fault(set_up.municipality.line, "nobody can ask for anything; write at least one [[unit]]");
        }
        if set_up.services.is_empty() {
            self.fault(set_up.municipality.line, "nothing can be asked for; write at least one [[service]]");
        }
    }

    /// Two with one key: the file could mean either.
    fn unique<'k>(&mut self, what: &str, keys: impl Iterator<Item = &'k Key>) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for key in keys.filter(|key| !key.value.is_empty()) {
            if let Some(first) = seen.get(key.value.as_str()) {
                let text =
                    format!("{what} {} stands on line {first} already; give this one another", key.value);
                self.fault(key.line, text);
            }
            seen.entry(&key.value).or_insert(key.line);
        }
    }

    /// A reference to something that is not there.
    fn refers<'k>(&mut self, what: &str, key: &Key, known: impl Iterator<Item = &'k str> + Clone) {
        if !key.value.is_empty() && !known.clone().any(|known| known == key.value) {
            let near = match did_you_mean(&key.value, known) {
                near if near.is_empty() => format!("; write a [[{what}]] with this key, or take it out here"),
                near => near,
            };
            self.fault(key.line, format!("there is no {what} “{}”{near}", key.value));
        }
    }

    fn refers_to_person(&mut self, key: &Key) {
        self.refers("person", key, self.set_up.people.iter().map(|person| person.key.value.as_str()));
    }

    fn refers_to_unit(&mut self, key: &Key) {
        self.refers("unit", key, self.set_up.units.iter().map(|unit| unit.key.value.as_str()));
    }

    fn refers_to_organisation(&mut self, at: &At<OrganisationOrTeam>) {
        let organisations = &self.set_up.organisations;
        let key = At { line: at.line, value: at.value.organisation.clone() };
        self.refers(
            "organisation",
            &key,
            organisations.iter().map(|organisation| organisation.key.value.as_str()),
        );
        let organisation = organisations.iter().find(|organisation| organisation.key.value == key.value);
        if let (Some(organisation), Some(team)) = (organisation, &at.value.team) {
            let teams = organisation.teams.iter().map(|team| team.key.value.as_str());
            if !teams.clone().any(|known| known == team) {
                let near = did_you_mean(team, teams);
                self.fault(at.line, format!("{} has no team “{team}”{near}", key.value));
            }
        }
    }

    fn refers_to_service(&mut self, at: &At<ServiceKind>) {
        if self.service(at.value).is_none() {
            let what = format!(
                "there is no service {0}; write a [[service]] with kind = \"{0}\"",
                at.value.as_str()
            );
            self.fault(at.line, what);
        }
    }

    fn service(&self, kind: ServiceKind) -> Option<&Service> {
        self.set_up.services.iter().find(|service| service.kind.as_ref().is_some_and(|at| at.value == kind))
    }

    fn zones(&mut self) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for place in self.set_up.zones.iter().flat_map(|zone| &zone.places) {
            let folded = place::fold(&place.value);
            if let Some(line) = seen.get(&folded) {
                let what = format!("{} stands on line {line} already; a place lies in one zone", place.value);
                self.fault(place.line, what);
            }
            seen.entry(folded).or_insert(place.line);
        }
    }

    fn people(&mut self) {
        for person in &self.set_up.people {
            for unit in &person.staff_of {
                self.refers_to_unit(unit);
            }
            for organisation in person.volunteer_in.iter().chain(&person.contact_for) {
                self.refers_to_organisation(organisation);
            }
            for service in person.approved_for.iter().chain(&person.standby_for) {
                self.refers_to_service(service);
            }
            for standby in &person.standby_for {
                let needs_approval =
                    self.service(standby.value).is_some_and(|service| service.approved_only.value);
                let is_approved = person.approved_for.iter().any(|approved| approved.value == standby.value);
                if needs_approval && !is_approved {
                    let (key, kind) = (&person.key.value, standby.value.as_str());
                    let what = format!(
                        "{key} may not take {kind}; write it under approved_for too, or take it out here"
                    );
                    self.fault(standby.line, what);
                }
            }
        }
    }

    /// Addresses are kept of those who must act, and of nobody else.
    fn emails(&mut self) {
        let last = self.set_up.municipality.escalation.as_ref().map(|key| key.value.as_str());
        for person in &self.set_up.people {
            let Some(email) = &person.email else { continue };
            let has_role = person.coordinator || person.administrator;
            let speaks_for = !person.staff_of.is_empty() || !person.contact_for.is_empty();
            if !has_role && !speaks_for && last != Some(person.key.value.as_str()) {
                let what = format!(
                    "nobody writes e-mail to {}: only to staff, coordinators, administrators and contacts; leave email out",
                    person.key.value
                );
                self.fault(email.line, what);
            }
        }
    }

    /// Two coordinators at least, so that there is a deputy; all of them, and the last one, can be rung.
    fn duty(&mut self) {
        let set_up = self.set_up;
        let municipality = &set_up.municipality;
        let different: BTreeSet<&str> = municipality.duty.iter().map(|key| key.value.as_str()).collect();
        if let Some(line) = municipality.duty_line.filter(|_| different.len() < 2) {
            self.fault(line, "duty needs two different people: who is not on duty is the deputy");
        }
        for key in municipality.duty.iter().chain(&municipality.escalation) {
            self.refers_to_person(key);
            let person = set_up.people.iter().find(|person| person.key.value == key.value);
            if let Some(person) = person.filter(|person| person.phone.is_none()) {
                let what =
                    format!("{} must be reached when nothing else works; write phone = \"…\"", key.value);
                self.fault(person.key.line, what);
            }
        }
        for key in &municipality.duty {
            let person = set_up.people.iter().find(|person| person.key.value == key.value);
            if let Some(person) = person.filter(|person| !person.coordinator) {
                let what = format!("{} has duty, but is no coordinator; write coordinator = true", key.value);
                self.fault(person.key.line, what);
            }
        }
    }

    fn organisations(&mut self) {
        for organisation in
            self.set_up.organisations.iter().filter(|organisation| !organisation.key.value.is_empty())
        {
            let key = &organisation.key;
            let mut contacts = self.set_up.people.iter().flat_map(|person| &person.contact_for);
            if !contacts.any(|at| at.value.organisation == key.value) {
                let what = format!(
                    "nobody speaks for {0}; write contact_for = [\"{0}\"] at one of its people",
                    key.value
                );
                self.fault(key.line, what);
            }
        }
    }

    fn groups(&mut self) {
        for group in &self.set_up.groups {
            match &group.of {
                Some(GroupOf::Organisation(organisation)) => self.refers_to_organisation(organisation),
                Some(GroupOf::Unit(unit)) => self.refers_to_unit(unit),
                None => {}
            }
        }
    }

    fn services(&mut self) {
        let set_up = self.set_up;
        for service in &set_up.services {
            let Some(kind) = &service.kind else { continue };
            if kind.value == ServiceKind::Transport && !service.approved_only.value {
                let what = "driving is for approved people only; write approved_only = true";
                self.fault(service.approved_only.line, what);
            }
            if service.companions.value && service.approved_only.value {
                let what = "companions can't be counted where people must be approved; leave companions out";
                self.fault(service.companions.line, what);
            }
            if let Some(ladder) = &service.ladder {
                self.refers("ladder", ladder, set_up.ladders.iter().map(|ladder| ladder.key.value.as_str()));
            }
        }
    }

    /// The duty is what must-cover services fall back on, so their ladder must get there.
    fn reaches_duty(&mut self, line: usize, kind: ServiceKind) {
        let Some(key) = self.service(kind).and_then(|service| service.ladder.clone()) else { return };
        let named = self.set_up.ladders.iter().find(|ladder| ladder.key.value == key.value);
        if let Some(ladder) = named.and_then(|named| named.ladder.as_ref())
            && !ladder.steps.iter().any(|step| step.action == Action::Duty)
        {
            let what = format!(
                "{} must be covered, but the ladder “{}” never reaches duty",
                kind.as_str(),
                key.value
            );
            self.fault(line, what);
        }
    }

    fn agreements(&mut self) {
        let set_up = self.set_up;
        for service in &set_up.services {
            if let Some(kind) = service.kind.as_ref().filter(|_| service.must_cover.value) {
                self.reaches_duty(service.must_cover.line, kind.value);
            }
        }
        for agreement in &set_up.agreements {
            let organisation = agreement.organisation.clone();
            self.refers_to_organisation(
                &organisation.map(|organisation| OrganisationOrTeam { organisation, team: None }),
            );
            if let Some(unit) = &agreement.unit {
                self.refers_to_unit(unit);
            }
            for zone in &agreement.zones {
                self.refers("zone", zone, set_up.zones.iter().map(|zone| zone.key.value.as_str()));
            }
            for agreed in &agreement.services {
                self.agreed_service(agreement, agreed);
            }
            let kinds = agreement.services.iter().filter_map(|agreed| agreed.kind.clone());
            let kinds: Vec<Key> = kinds.map(|at| at.map(|kind| kind.as_str().to_owned())).collect();
            self.unique("service", kinds.iter());
        }
        self.order();
    }

    fn agreed_service(&mut self, agreement: &Agreement, agreed: &AgreedService) {
        let set_up = self.set_up;
        self.refers("group", &agreed.group, set_up.groups.iter().map(|group| group.key.value.as_str()));
        let group = set_up.groups.iter().find(|group| group.key.value == agreed.group.value);
        let is_theirs = match group.map(|group| &group.of) {
            Some(Some(GroupOf::Organisation(of))) => of.value.organisation == agreement.organisation.value,
            Some(Some(GroupOf::Unit(_))) => false,
            // Missing, or a fault already.
            Some(None) | None => true,
        };
        if !is_theirs && !agreement.organisation.value.is_empty() {
            let what = format!("{} is no group of {}", agreed.group.value, agreement.organisation.value);
            self.fault(agreed.group.line, what);
        }
        if let Some(kind) = &agreed.kind {
            self.refers_to_service(kind);
            if agreed.must_cover == Some(true) {
                self.reaches_duty(kind.line, kind.value);
            }
        }
    }

    /// Two organisations asked first for the same: nobody could say which.
    fn order(&mut self) {
        let mut asked: Vec<(&Agreement, &AgreedService)> = vec![];
        for agreement in &self.set_up.agreements {
            for agreed in agreement.services.iter().filter(|agreed| agreed.order.value > 0) {
                let same = asked.iter().find(|(other, theirs)| {
                    other.key != agreement.key
                        && theirs.order.value == agreed.order.value
                        && theirs.kind.as_ref().map(|at| at.value) == agreed.kind.as_ref().map(|at| at.value)
                        && agreed.kind.is_some()
                        && overlap(other, agreement)
                });
                if let Some((other, theirs)) = same {
                    let what = format!(
                        "{} has order {} too, on line {}; give this one another",
                        other.key.value, agreed.order.value, theirs.order.line
                    );
                    self.faults.add(agreed.order.line, what);
                }
                asked.push((agreement, agreed));
            }
        }
    }
}

/// Whether some need could fall under both.
fn overlap(one: &Agreement, other: &Agreement) -> bool {
    let key = |unit: &Option<Key>| unit.as_ref().map(|unit| unit.value.clone());
    let units = one.unit.is_none() || other.unit.is_none() || key(&one.unit) == key(&other.unit);
    let zones = one.zones.is_empty()
        || other.zones.is_empty()
        || one.zones.iter().any(|zone| other.zones.iter().any(|other| other.value == zone.value));
    units && zones
}
