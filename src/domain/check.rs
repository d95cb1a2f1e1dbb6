//! What is wrong with a municipality before anybody has noticed: pure checks over facts. `tannhjul check` prints what they find.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::ids::{ChatId, GroupId, PersonId, TaskNumber};
use super::ladder::Ladder;
use super::reach::{GroupReach, PersonReach, Reachable, TownReach};
use super::service::ServiceKind;

/// How far ahead the duty must be settled.
pub const DAYS_AHEAD: i64 = 14;
/// What is due is done within seconds. A task that is overdue by more has been forgotten, or nothing runs.
pub const OVERDUE: TimeDelta = TimeDelta::minutes(10);
/// After so long without a backup somebody is told.
pub const BACKUP_EVERY: TimeDelta = TimeDelta::days(7);

/// What the checks of a municipality go by.
#[derive(Clone, Debug, Default)]
pub struct Town {
    /// Of the next [`DAYS_AHEAD`] days.
    pub reach: TownReach,
    /// Those of the outlook, and the contact: what they are called, and whether they can be written to.
    pub people: BTreeMap<PersonId, (String, PersonReach)>,
    pub groups: Vec<Group>,
    /// The services that are offered.
    pub services: Vec<Service>,
    /// The clubs that an active agreement ties to the municipality, with their contacts.
    pub clubs: Vec<(String, Vec<PersonReach>)>,
    pub units: Vec<Unit>,
    /// The zones, and whether a group that can be asked serves each with any service.
    pub zones: Vec<(String, bool)>,
    /// Streets and places that lie in more than one zone, with those.
    pub doubled_places: Vec<(String, Vec<String>)>,
    /// People and groups whose code has expired unused.
    pub expired_invites: Vec<String>,
    /// Open tasks, and when each is looked at next.
    pub tasks: Vec<(TaskNumber, Option<DateTime<Utc>>)>,
    /// Chats whose messages have been tried in vain for long.
    pub stuck_chats: Vec<(ChatId, String)>,
    /// Administrators who can be written to.
    pub administrators: usize,
    /// E-mail goes out where a chat takes nothing.
    pub mails: bool,
    /// Those of `people` whose e-mail address is known.
    pub with_address: BTreeSet<PersonId>,
    /// Those whose last e-mail was given up.
    pub mail_given_up: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub id: GroupId,
    pub title: String,
    pub reach: GroupReach,
}

/// A part of the municipality that asks for help.
#[derive(Clone, Debug)]
pub struct Unit {
    pub name: String,
    pub staff: Vec<PersonReach>,
    /// A group of its own that can be written to.
    pub has_group: bool,
    /// It has tasks that are open.
    pub waits: bool,
}

#[derive(Clone, Debug)]
pub struct Service {
    pub kind: ServiceKind,
    pub ladder: Ladder,
    /// The groups that are asked, in their order.
    pub groups: Vec<GroupId>,
    /// As of [`Reachable`].
    pub standby: Option<bool>,
}

/// What depends on somebody who can't be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Duty,
    Deputy,
    Contact,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody who could act on an empty place can be written to: no need is promised.
    NobodyActs,
    NobodyOnDuty {
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    },
    NoDeputy {
        name: String,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    },
    NoContact,
    Unreached {
        name: String,
        reach: PersonReach,
        part: Part,
        from: DateTime<Utc>,
    },
    NoAdministrator,
    ServiceWithoutAgreement {
        service: ServiceKind,
    },
    /// None of the groups that are asked can be.
    ServiceUnasked {
        service: ServiceKind,
    },
    /// Steps of a ladder that reach nobody, from 1; those of the duty are found by themselves.
    StepsToNobody {
        service: ServiceKind,
        steps: Vec<usize>,
    },
    GroupUnreached {
        title: String,
        reach: GroupReach,
        is_asked: bool,
    },
    ClubWithoutContact {
        name: String,
    },
    ClubContactUnreached {
        name: String,
    },
    /// Nobody belongs to it. `waits`: it has open tasks all the same.
    UnitWithoutStaff {
        name: String,
        waits: bool,
    },
    /// None of its people can be written to, and it has no group: nobody in it is asked to ring a recipient.
    UnitUnreached {
        name: String,
        waits: bool,
    },
    ZoneUnserved {
        name: String,
    },
    PlaceInSeveralZones {
        place: String,
        zones: Vec<String>,
    },
    InviteExpired {
        name: String,
    },
    TaskWithoutClock {
        number: TaskNumber,
    },
    TaskOverdue {
        number: TaskNumber,
        since: DateTime<Utc>,
    },
    ChatStuck {
        chat: ChatId,
        title: String,
    },
    /// E-mail goes out, and to none of those who are rung.
    NobodyHasAddress,
    /// Not to this one of them.
    WithoutAddress {
        name: String,
    },
    /// The last e-mail to somebody was given up.
    MailGivenUp {
        name: String,
    },
    /// Of the service as a whole, from here on. `last`: none was ever made.
    NoBackup {
        last: Option<DateTime<Utc>>,
    },
    /// No message gets out: since then one could have been sent.
    NothingSent {
        since: DateTime<Utc>,
    },
    /// E-mail has been tried in vain since then.
    MailStuck {
        since: DateTime<Utc>,
    },
    /// Time passes and nothing is done about it.
    ClockStands,
    /// Messages wait for an administrator's word since a backup was put back.
    Withheld {
        count: i64,
    },
}

impl Finding {
    /// Whether the service can't keep what it promises until this is mended. Else it is well to know.
    pub fn is_fault(&self) -> bool {
        match self {
            Self::NoDeputy { .. }
            | Self::NoAdministrator
            | Self::ServiceWithoutAgreement { .. }
            | Self::StepsToNobody { .. }
            | Self::ClubContactUnreached { .. }
            | Self::ZoneUnserved { .. }
            | Self::PlaceInSeveralZones { .. }
            | Self::InviteExpired { .. }
            | Self::WithoutAddress { .. }
            | Self::MailGivenUp { .. } => false,
            Self::UnitWithoutStaff { waits, .. } | Self::UnitUnreached { waits, .. } => *waits,
            Self::GroupUnreached { is_asked, .. } => *is_asked,
            Self::NobodyActs
            | Self::NobodyOnDuty { .. }
            | Self::NoContact
            | Self::Unreached { .. }
            | Self::ServiceUnasked { .. }
            | Self::ClubWithoutContact { .. }
            | Self::TaskWithoutClock { .. }
            | Self::TaskOverdue { .. }
            | Self::ChatStuck { .. }
            | Self::NobodyHasAddress
            | Self::NoBackup { .. }
            | Self::NothingSent { .. }
            | Self::MailStuck { .. }
            | Self::ClockStands
            | Self::Withheld { .. } => true,
        }
    }

    /// Whether the auditor tells of it: something that was promised is about to be forgotten, or nobody would notice if it were. What is wrong
    /// otherwise is told when it becomes so, or is for the set-up to mend.
    pub fn is_alarm(&self) -> bool {
        matches!(
            self,
            Self::NobodyActs
                | Self::TaskWithoutClock { .. }
                | Self::TaskOverdue { .. }
                | Self::ChatStuck { .. }
                | Self::NobodyHasAddress
                | Self::NoBackup { .. }
                | Self::NothingSent { .. }
                | Self::MailStuck { .. }
                | Self::ClockStands
                | Self::Withheld { .. }
        )
    }
}

/// What the checks of the service as a whole go by.
#[derive(Clone, Debug, Default)]
pub struct Upkeep {
    pub last_backup: Option<DateTime<Utc>>,
    /// When the first municipality was set up. `None`: there is none, and nothing to lose.
    pub in_use_since: Option<DateTime<Utc>>,
    /// Messages that wait for an administrator's word.
    pub withheld: i64,
    /// Since when a message could have been sent, where that is too long.
    pub nothing_sent_since: Option<DateTime<Utc>>,
    /// Since when an e-mail waits that was tried in vain, where that is too long.
    pub mail_stuck_since: Option<DateTime<Utc>>,
    pub clock_stands: bool,
}

/// Everything that is wrong with the service as a whole at `now`.
pub fn check_upkeep(upkeep: &Upkeep, now: DateTime<Utc>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if upkeep.clock_stands {
        findings.push(Finding::ClockStands);
    }
    findings.extend(upkeep.nothing_sent_since.map(|since| Finding::NothingSent { since }));
    findings.extend(upkeep.mail_stuck_since.map(|since| Finding::MailStuck { since }));
    if upkeep.withheld > 0 {
        findings.push(Finding::Withheld { count: upkeep.withheld });
    }
    let last = upkeep.last_backup;
    if upkeep.in_use_since.is_some_and(|since| now - last.unwrap_or(since).max(since) > BACKUP_EVERY) {
        findings.push(Finding::NoBackup { last });
    }
    findings
}

/// Everything that is wrong with a municipality at `now`, by what it concerns.
pub fn check(town: &Town, now: DateTime<Utc>) -> Vec<Finding> {
    let mut findings = check_duty(town, now);
    findings.extend(check_services(town));
    findings.extend(check_groups(town));
    for (name, contacts) in &town.clubs {
        let name = name.clone();
        match contacts.iter().any(|reach| reach.is_reached()) {
            true => {}
            false if contacts.is_empty() => findings.push(Finding::ClubWithoutContact { name }),
            false => findings.push(Finding::ClubContactUnreached { name }),
        }
    }
    findings.extend(check_units(town));
    let unserved = town.zones.iter().filter(|(_, is_served)| !is_served);
    findings.extend(unserved.map(|(name, _)| Finding::ZoneUnserved { name: name.clone() }));
    for (place, zones) in town.doubled_places.clone() {
        findings.push(Finding::PlaceInSeveralZones { place, zones });
    }
    findings.extend(town.expired_invites.iter().cloned().map(|name| Finding::InviteExpired { name }));
    for (number, due) in &town.tasks {
        match due {
            None => findings.push(Finding::TaskWithoutClock { number: *number }),
            Some(at) if now - *at > OVERDUE => {
                findings.push(Finding::TaskOverdue { number: *number, since: *at });
            }
            Some(_) => {}
        }
    }
    findings.extend(town.stuck_chats.iter().cloned().map(|(chat, title)| Finding::ChatStuck { chat, title }));
    findings.extend(check_addresses(town));
    findings
}

/// Who of those who are rung can't be written to by e-mail, once it goes out at all.
fn check_addresses(town: &Town) -> Vec<Finding> {
    let without: Vec<&String> = town
        .people
        .iter()
        .filter(|(person, _)| town.mails && !town.with_address.contains(person))
        .map(|(_, (name, _))| name)
        .collect();
    let given_up = town.mail_given_up.iter().cloned().map(|name| Finding::MailGivenUp { name });
    match without.len() {
        0 => given_up.collect(),
        all if all == town.people.len() => [Finding::NobodyHasAddress].into_iter().chain(given_up).collect(),
        _ => {
            let without = without.into_iter().cloned().map(|name| Finding::WithoutAddress { name });
            without.chain(given_up).collect()
        }
    }
}

fn check_duty(town: &Town, now: DateTime<Utc>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !acts(town) {
        findings.push(Finding::NobodyActs);
    }
    let mut missing: Vec<PersonId> = Vec::new();
    let mut unreached = |person: PersonId, part: Part, from: DateTime<Utc>| {
        let (name, reach) = town.people.get(&person)?;
        // Each once, by what comes first.
        if reach.is_reached() || missing.contains(&person) {
            return None;
        }
        missing.push(person);
        Some(Finding::Unreached { name: name.clone(), reach: *reach, part, from })
    };
    for stretch in &town.reach.outlook {
        let (from, until) = (stretch.from, stretch.until);
        match stretch.ring.as_slice() {
            [] => findings.push(Finding::NobodyOnDuty { from, until }),
            [only] => {
                let name = town.people.get(only).map(|(name, _)| name.clone()).unwrap_or_default();
                findings.push(Finding::NoDeputy { name, from, until });
                findings.extend(unreached(*only, Part::Duty, from));
            }
            [first, second, ..] => {
                findings.extend(unreached(*first, Part::Duty, from));
                findings.extend(unreached(*second, Part::Deputy, from));
            }
        }
    }
    match town.reach.contact {
        None => findings.push(Finding::NoContact),
        Some(person) => findings.extend(unreached(person, Part::Contact, now)),
    }
    if town.administrators == 0 {
        findings.push(Finding::NoAdministrator);
    }
    findings
}

fn acts(town: &Town) -> bool {
    let now = town.reach.outlook.first().map(|stretch| stretch.ring.as_slice()).unwrap_or_default();
    town.reach.some_coordinator
        || now.iter().chain(&town.reach.contact).any(|person| town.reach.reached.contains(person))
}

fn check_services(town: &Town) -> Vec<Finding> {
    let can_be_asked =
        |group: &GroupId| town.groups.iter().any(|of| of.id == *group && of.reach == GroupReach::Reached);
    let mut findings = Vec::new();
    for service in &town.services {
        let asked: Vec<bool> = service.groups.iter().map(can_be_asked).collect();
        if asked.is_empty() {
            findings.push(Finding::ServiceWithoutAgreement { service: service.kind });
            continue;
        }
        if !asked.contains(&true) {
            findings.push(Finding::ServiceUnasked { service: service.kind });
            continue;
        }
        // What is wrong with the duty is found by itself, once, and not for each service.
        let reachable = Reachable {
            asked,
            standby: service.standby,
            duty: true,
            deputy: true,
            contact: true,
            another: true,
        };
        let steps = reachable.steps_to_nobody(&service.ladder);
        if !steps.is_empty() {
            findings.push(Finding::StepsToNobody { service: service.kind, steps });
        }
    }
    findings
}

fn check_units(town: &Town) -> impl Iterator<Item = Finding> {
    town.units.iter().filter_map(|unit| {
        let (name, waits) = (unit.name.clone(), unit.waits);
        match unit.has_group || unit.staff.iter().any(|reach| reach.is_reached()) {
            _ if unit.staff.is_empty() => Some(Finding::UnitWithoutStaff { name, waits }),
            true => None,
            false => Some(Finding::UnitUnreached { name, waits }),
        }
    })
}

fn check_groups(town: &Town) -> impl Iterator<Item = Finding> {
    town.groups.iter().filter(|group| group.reach != GroupReach::Reached).map(|group| {
        Finding::GroupUnreached {
            title: group.title.clone(),
            reach: group.reach,
            is_asked: town.services.iter().any(|service| service.groups.contains(&group.id)),
        }
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;
    use crate::domain::duty::Stretch;

    const ANNE: PersonId = PersonId(1);
    const BERIT: PersonId = PersonId(2);
    const INGER: PersonId = PersonId(3);

    fn at(day: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, day, 7, 0, 0).single().expect("an instant")
    }

    /// A municipality with nothing wrong, after a change.
    fn found(change: impl FnOnce(&mut Town)) -> Vec<Finding> {
        let stretch = |from, until, ring: &[PersonId]| Stretch {
            from: at(from),
            until: at(until),
            ring: ring.to_vec(),
        };
        let person = |name: &str| (name.to_owned(), PersonReach::Reached);
        let group =
            |id, title: &str| Group { id: GroupId(id), title: title.to_owned(), reach: GroupReach::Reached };
        let service = |kind, groups: &[i64]| Service {
            kind,
            ladder: Ladder::default(),
            groups: groups.iter().copied().map(GroupId).collect(),
            standby: None,
        };
        let mut town = Town {
            reach: TownReach {
                outlook: vec![stretch(9, 16, &[ANNE, BERIT]), stretch(16, 23, &[BERIT, ANNE])],
                contact: Some(INGER),
                reached: BTreeSet::from([ANNE, BERIT, INGER]),
                some_coordinator: true,
                ..TownReach::default()
            },
            people: BTreeMap::from([
                (ANNE, person("Anne")),
                (BERIT, person("Berit")),
                (INGER, person("Inger")),
            ]),
            groups: vec![group(1, "Fjellvik IL"), group(2, "Nordre IL")],
            services: vec![service(ServiceKind::SnowClearing, &[1, 2]), service(ServiceKind::Visit, &[2])],
            clubs: vec![("Fjellvik IL".to_owned(), vec![PersonReach::Reached])],
            units: vec![Unit {
                name: "Hjemmetjenesten".to_owned(),
                staff: vec![PersonReach::Reached],
                has_group: true,
                waits: false,
            }],
            zones: vec![("Sentrum".to_owned(), true)],
            doubled_places: vec![],
            expired_invites: vec![],
            tasks: vec![(TaskNumber(1), Some(at(10)))],
            stuck_chats: vec![],
            administrators: 1,
            mails: false,
            with_address: BTreeSet::new(),
            mail_given_up: vec![],
        };
        change(&mut town);
        check(&town, at(9))
    }

    #[test]
    fn a_town_with_nothing_wrong() {
        assert_eq!(found(|_| {}), []);
    }

    #[test]
    fn the_duty_has_gaps() {
        use Finding::*;
        let (from, until) = (at(16), at(23));
        assert_eq!(found(|town| town.reach.outlook[1].ring = vec![]), [NobodyOnDuty { from, until }]);
        assert_eq!(
            found(|town| town.reach.outlook[1].ring = vec![BERIT]),
            [NoDeputy { name: "Berit".to_owned(), from, until }]
        );
        assert_eq!(found(|town| town.reach.contact = None), [NoContact]);
        assert_eq!(found(|town| town.administrators = 0), [NoAdministrator]);
    }

    #[test]
    fn each_who_can_t_be_written_to_is_named_once_by_what_comes_first() {
        let unreached = |name: &str, reach, part, day| Finding::Unreached {
            name: name.to_owned(),
            reach,
            part,
            from: at(day),
        };
        let set = |town: &mut Town, person, reach| {
            town.people.get_mut(&person).expect("somebody").1 = reach;
            town.reach.reached.remove(&person);
        };
        assert_eq!(
            found(|town| set(town, BERIT, PersonReach::Blocked)),
            [unreached("Berit", PersonReach::Blocked, Part::Deputy, 9)]
        );
        assert_eq!(
            found(|town| {
                town.reach.outlook[0].ring = vec![BERIT, INGER];
                set(town, ANNE, PersonReach::NotJoined);
            }),
            [unreached("Anne", PersonReach::NotJoined, Part::Deputy, 16)]
        );
        let all = found(|town| {
            for person in [ANNE, BERIT, INGER] {
                set(town, person, PersonReach::NotOpened);
            }
            town.reach.some_coordinator = false;
        });
        assert_eq!(
            all,
            [
                Finding::NobodyActs,
                unreached("Anne", PersonReach::NotOpened, Part::Duty, 9),
                unreached("Berit", PersonReach::NotOpened, Part::Deputy, 9),
                unreached("Inger", PersonReach::NotOpened, Part::Contact, 9),
            ]
        );
    }

    #[test]
    fn groups_services_and_clubs() {
        use Finding::*;
        let title = "Nordre IL".to_owned();
        assert_eq!(
            found(|town| town.groups[1].reach = GroupReach::Lost),
            [
                StepsToNobody { service: ServiceKind::SnowClearing, steps: vec![3] },
                ServiceUnasked { service: ServiceKind::Visit },
                GroupUnreached { title, reach: GroupReach::Lost, is_asked: true },
            ]
        );
        assert_eq!(
            found(|town| town.services[1].groups.clear()),
            [ServiceWithoutAgreement { service: ServiceKind::Visit }]
        );
        assert_eq!(
            found(|town| town.services[0].standby = Some(false)),
            [StepsToNobody { service: ServiceKind::SnowClearing, steps: vec![4] }]
        );
        let name = "Fjellvik IL".to_owned();
        assert_eq!(found(|town| town.clubs[0].1.clear()), [ClubWithoutContact { name: name.clone() }]);
        assert_eq!(
            found(|town| town.clubs[0].1 = vec![PersonReach::NotJoined]),
            [ClubContactUnreached { name }]
        );
    }

    #[test]
    fn units_and_zones() {
        use Finding::*;
        let name = "Hjemmetjenesten".to_owned();
        let without_staff = |waits| UnitWithoutStaff { name: name.clone(), waits };
        let nobody = found(|town| town.units[0].staff.clear());
        assert_eq!(nobody, [without_staff(false)]);
        assert!(!nobody[0].is_fault());
        let somebody_waits = found(|town| {
            town.units[0].staff.clear();
            town.units[0].waits = true;
        });
        assert_eq!(somebody_waits, [without_staff(true)]);
        assert!(somebody_waits[0].is_fault());
        let blocked = |town: &mut Town| town.units[0].staff = vec![PersonReach::Blocked];
        assert_eq!(found(blocked), [], "its group is told");
        assert_eq!(
            found(|town| {
                blocked(town);
                town.units[0].has_group = false;
            }),
            [UnitUnreached { name: name.clone(), waits: false }]
        );
        assert_eq!(found(|town| town.zones[0].1 = false), [ZoneUnserved { name: "Sentrum".to_owned() }]);
        let (place, zones) = ("Storgata".to_owned(), vec!["Sentrum".to_owned(), "Bygda".to_owned()]);
        assert_eq!(
            found(|town| town.doubled_places.push((place.clone(), zones.clone()))),
            [PlaceInSeveralZones { place: place.clone(), zones: zones.clone() }]
        );
    }

    #[test]
    fn the_service_as_a_whole() {
        let found = |change: fn(&mut Upkeep)| {
            let mut upkeep =
                Upkeep { in_use_since: Some(at(1)), last_backup: Some(at(8)), ..Upkeep::default() };
            change(&mut upkeep);
            check_upkeep(&upkeep, at(9))
        };
        assert_eq!(found(|_| {}), []);
        assert_eq!(found(|it| it.last_backup = None), [Finding::NoBackup { last: None }]);
        assert_eq!(found(|it| (it.last_backup, it.in_use_since) = (None, Some(at(2)))), []);
        assert_eq!(found(|it| (it.last_backup, it.in_use_since) = (None, None)), []);
        let last = Some(at(2) - TimeDelta::seconds(1));
        assert_eq!(
            check_upkeep(
                &Upkeep { last_backup: last, in_use_since: Some(at(1)), ..Upkeep::default() },
                at(9)
            ),
            [Finding::NoBackup { last }]
        );
        assert_eq!(
            found(|it| (it.clock_stands, it.withheld, it.nothing_sent_since) = (true, 2, Some(at(9)))),
            [Finding::ClockStands, Finding::NothingSent { since: at(9) }, Finding::Withheld { count: 2 }]
        );
        assert_eq!(found(|it| it.mail_stuck_since = Some(at(9))), [Finding::MailStuck { since: at(9) }]);
    }

    #[test]
    fn addresses_are_asked_for_once_e_mail_goes_out() {
        use Finding::*;
        let with = |people: &'static [PersonId]| {
            found(move |town| {
                town.mails = true;
                town.with_address = people.iter().copied().collect();
            })
        };
        assert_eq!(with(&[ANNE, BERIT, INGER]), []);
        assert_eq!(with(&[ANNE, INGER]), [WithoutAddress { name: "Berit".to_owned() }]);
        assert_eq!(with(&[]), [NobodyHasAddress]);
        let name = "Anne".to_owned();
        assert_eq!(
            found(|town| town.mail_given_up = vec![name.clone()]),
            [MailGivenUp { name: name.clone() }]
        );
    }

    #[test]
    fn tasks_that_were_forgotten() {
        use Finding::*;
        let number = TaskNumber(1);
        assert_eq!(found(|town| town.tasks[0].1 = None), [TaskWithoutClock { number }]);
        let just_now = at(9) - OVERDUE;
        assert_eq!(found(|town| town.tasks[0].1 = Some(just_now)), []);
        let since = just_now - TimeDelta::seconds(1);
        assert_eq!(found(|town| town.tasks[0].1 = Some(since)), [TaskOverdue { number, since }]);
    }
}
