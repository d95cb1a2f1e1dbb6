//! A municipality as its file describes it. People, groups and the rest refer to each other by their keys in the file.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::ladder::Ladder;
use crate::domain::language::Language;
use crate::domain::org_number::OrgNumber;
use crate::domain::service::ServiceKind;
use crate::store::set_up::OrganisationKind;
use crate::toml_text::At;

/// The whole file. Once it has been checked, every reference leads somewhere.
#[derive(Clone, Debug)]
pub struct SetUp {
    pub municipality: Municipality,
    pub units: Vec<Named>,
    pub zones: Vec<Zone>,
    pub organisations: Vec<Organisation>,
    pub people: Vec<Person>,
    pub groups: Vec<Group>,
    pub ladders: Vec<NamedLadder>,
    pub services: Vec<Service>,
    pub agreements: Vec<Agreement>,
}

/// A key in the file, and where it is written. An empty one could not be read; that is a fault already and no other follows from it.
pub type Key = At<String>;

/// An organisation, or a team of it: `fjellvik-il` or `fjellvik-il/ski`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationOrTeam {
    pub organisation: String,
    pub team: Option<String>,
}

impl std::fmt::Display for OrganisationOrTeam {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.organisation)?;
        self.team.as_ref().map_or(Ok(()), |team| write!(f, "/{team}"))
    }
}

#[derive(Clone, Debug)]
pub struct Municipality {
    pub line: usize,
    pub key: String,
    pub name: String,
    pub phone: String,
    pub language: Language,
    pub time_zone: Tz,
    /// When the list of the day is sent by itself: five fields of cron over the wall clock, or `off`.
    pub day_list: String,
    /// The coordinators in their turns; the next one is the deputy.
    pub duty: Vec<Key>,
    /// `None`: the file has no rota, which is a fault already.
    pub duty_line: Option<usize>,
    /// The municipality's contact.
    pub escalation: Option<Key>,
}

/// A unit, or a team.
#[derive(Clone, Debug)]
pub struct Named {
    pub key: Key,
    pub name: String,
}

#[derive(Clone, Debug)]
pub struct Zone {
    pub key: Key,
    pub name: String,
    pub places: Vec<At<String>>,
}

#[derive(Clone, Debug)]
pub struct Organisation {
    pub key: Key,
    /// `None`: it could not be read.
    pub org_number: Option<At<OrgNumber>>,
    pub kind: OrganisationKind,
    pub name: String,
    pub teams: Vec<Named>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub key: Key,
    pub name: String,
    pub phone: Option<String>,
    /// Of those who must act: where they are written to when no chat reaches them.
    pub email: Option<At<String>>,
    /// The municipality's where the file says nothing.
    pub language: Language,
    pub coordinator: bool,
    pub administrator: bool,
    /// The units they are staff of.
    pub staff_of: Vec<Key>,
    pub volunteer_in: Vec<At<OrganisationOrTeam>>,
    pub contact_for: Vec<At<OrganisationOrTeam>>,
    pub approved_for: Vec<At<ServiceKind>>,
    pub standby_for: Vec<At<ServiceKind>>,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub key: Key,
    pub title: String,
    pub language: Language,
    /// `None`: it could not be read.
    pub of: Option<GroupOf>,
}

/// Whose group it is.
#[derive(Clone, Debug)]
pub enum GroupOf {
    Organisation(At<OrganisationOrTeam>),
    Unit(Key),
}

#[derive(Clone, Debug)]
pub struct NamedLadder {
    pub key: Key,
    /// `None`: it could not be read.
    pub ladder: Option<Ladder>,
}

#[derive(Clone, Debug)]
pub struct Service {
    /// `None`: it could not be read.
    pub kind: Option<At<ServiceKind>>,
    pub must_cover: At<bool>,
    pub approved_only: At<bool>,
    pub companions: At<bool>,
    pub noisy: bool,
    pub stopped: bool,
    pub ladder: Option<Key>,
}

#[derive(Clone, Debug)]
pub struct Agreement {
    pub key: Key,
    pub organisation: Key,
    /// The unit it serves; `None`: all of them.
    pub unit: Option<Key>,
    pub signed_on: Option<NaiveDate>,
    pub signed_by_municipality: Option<String>,
    pub signed_by_organisation: Option<String>,
    /// It holds no more.
    pub ended: bool,
    pub ceiling_ore: Option<i64>,
    /// None: every zone.
    pub zones: Vec<Key>,
    pub services: Vec<AgreedService>,
}

impl Agreement {
    /// Signed by both sides.
    pub fn is_signed(&self) -> bool {
        self.signed_on.is_some()
            && self.signed_by_municipality.is_some()
            && self.signed_by_organisation.is_some()
    }
}

#[derive(Clone, Debug)]
pub struct AgreedService {
    /// `None`: it could not be read.
    pub kind: Option<At<ServiceKind>>,
    pub group: Key,
    pub order: At<i64>,
    pub rate_ore: i64,
    /// `None`: as the municipality says of the service.
    pub must_cover: Option<bool>,
}
