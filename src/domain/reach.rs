//! Who can be reached, and which steps of a ladder therefore reach nobody.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::duty::Stretch;
use super::ids::{GroupId, PersonId, ServiceId};
use super::ladder::{Action, Ladder};

/// Whether somebody can be written to in private, and if not, what has to happen first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonReach {
    Reached,
    /// Is known on a channel, and has never opened a chat with the bot.
    NotOpened,
    /// Has blocked the bot, or the chat is gone.
    Blocked,
    /// Stands in the set-up file and has not used the code.
    NotJoined,
}

impl PersonReach {
    pub fn is_reached(self) -> bool {
        self == Self::Reached
    }
}

/// Whether the bot can write in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupReach {
    Reached,
    /// The bot was put out of it, or it is gone.
    Lost,
    /// The bot has not been let in with the group's code yet.
    NotConnected,
}

/// Who a ladder could reach, for one need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reachable {
    /// Whether each organisation can be asked, in the order in which they are.
    pub asked: Vec<bool>,
    /// Whether any of those who stand by can be; `None`: nobody does, so nobody is missed.
    pub standby: Option<bool>,
    pub duty: bool,
    pub deputy: bool,
    pub contact: bool,
    /// Whether there is a coordinator besides them, who is told where they can't be.
    pub another: bool,
}

impl Reachable {
    /// Whether the ladder ends with somebody: there is a person who learns of an empty place in time to act, and who can bring whoever asked an
    /// answer that the bot can't. Else the last steps are said to nobody, and the need must not be promised.
    pub fn somebody_acts(&self) -> bool {
        self.duty || self.deputy || self.contact || self.another
    }

    /// The places of the ladder's steps that reach nobody, from 1, as people count.
    pub fn steps_to_nobody(&self, ladder: &Ladder) -> Vec<usize> {
        let misses = |action: Action| match action {
            Action::AskFirst => !self.asked.first().copied().unwrap_or_default(),
            Action::AskNext { .. } => self.asked.len() > 1 && !self.asked[1..].contains(&true),
            Action::Remind => !self.asked.contains(&true),
            Action::AskStandby => self.standby == Some(false),
            Action::Duty => !self.duty,
            Action::Deputy => !self.deputy,
            Action::MunicipalityContact => !self.contact,
            // It has its way: the bot's, or by somebody who is told to bring it.
            Action::AnswerRequester => !self.somebody_acts(),
        };
        (1..).zip(&ladder.steps).filter(|(_, step)| misses(step.action)).map(|(place, _)| place).collect()
    }
}

/// What is wrong with who can be reached in a municipality, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trouble {
    /// Nobody who could act on an empty place can be written to.
    NobodyActs,
    /// There is a time at which nobody has the duty.
    NobodyOnDuty,
    /// There is a time at which whoever has the duty has no deputy.
    NoDeputy,
    /// Somebody who has the duty or is the deputy in the days that come, or is told last, can't be written to.
    Person(PersonId),
    /// A group that was connected is lost.
    Group(GroupId),
    /// Of the groups that are asked about a service none can be.
    Service(ServiceId),
}

impl Trouble {
    /// How it is kept: what it is, and of whom.
    pub fn row(self) -> (&'static str, i64) {
        match self {
            Self::NobodyActs => ("nobody_acts", 0),
            Self::NobodyOnDuty => ("nobody_on_duty", 0),
            Self::NoDeputy => ("no_deputy", 0),
            Self::Person(id) => ("person", id.0),
            Self::Group(id) => ("group", id.0),
            Self::Service(id) => ("service", id.0),
        }
    }

    pub fn from_row(kind: &str, subject: i64) -> Option<Self> {
        Some(match kind {
            "nobody_acts" => Self::NobodyActs,
            "nobody_on_duty" => Self::NobodyOnDuty,
            "no_deputy" => Self::NoDeputy,
            "person" => Self::Person(PersonId(subject)),
            "group" => Self::Group(GroupId(subject)),
            "service" => Self::Service(ServiceId(subject)),
            _ => return None,
        })
    }
}

/// Who can be reached in a municipality, as far as its ladders depend on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TownReach {
    /// Who is rung in the days that come, beginning now.
    pub outlook: Vec<Stretch>,
    /// The municipality's contact.
    pub contact: Option<PersonId>,
    /// Of those of the outlook and the contact the ones who can be written to.
    pub reached: BTreeSet<PersonId>,
    /// Some coordinator can be written to.
    pub some_coordinator: bool,
    pub groups: Vec<(GroupId, GroupReach)>,
    /// The services that are offered, with the groups that are asked about them.
    pub services: Vec<(ServiceId, Vec<GroupId>)>,
}

impl TownReach {
    /// Everything that is wrong, each once.
    pub fn troubles(&self) -> BTreeSet<Trouble> {
        let is_reached = |person: &PersonId| self.reached.contains(person);
        let now = self.outlook.first().map(|stretch| stretch.ring.as_slice()).unwrap_or_default();
        let mut troubles = BTreeSet::new();
        if !now.iter().chain(&self.contact).any(is_reached) && !self.some_coordinator {
            troubles.insert(Trouble::NobodyActs);
        }
        for stretch in &self.outlook {
            match stretch.ring.len() {
                0 => troubles.insert(Trouble::NobodyOnDuty),
                1 => troubles.insert(Trouble::NoDeputy),
                _ => false,
            };
        }
        let answer = self.outlook.iter().flat_map(|stretch| stretch.ring.iter().take(2)).chain(&self.contact);
        troubles.extend(answer.filter(|person| !is_reached(person)).map(|person| Trouble::Person(*person)));
        let lost = self.groups.iter().filter(|(_, reach)| *reach == GroupReach::Lost);
        troubles.extend(lost.map(|(group, _)| Trouble::Group(*group)));
        let can_be_asked = |group: &GroupId| self.groups.contains(&(*group, GroupReach::Reached));
        let unasked =
            self.services.iter().filter(|(_, groups)| !groups.is_empty() && !groups.iter().any(can_be_asked));
        troubles.extend(unasked.map(|(service, _)| Trouble::Service(*service)));
        troubles
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn all() -> Reachable {
        Reachable {
            asked: vec![true, true],
            standby: Some(true),
            duty: true,
            deputy: true,
            contact: true,
            another: true,
        }
    }

    /// The default ladder: ask first, remind, ask next, standby, duty, deputy, contact, answer.
    #[test]
    fn each_step_that_reaches_nobody_is_named_by_its_place() {
        let ladder = Ladder::default();
        let missed = |change: fn(&mut Reachable)| {
            let mut reachable = all();
            change(&mut reachable);
            (reachable.steps_to_nobody(&ladder), reachable.somebody_acts())
        };
        assert_eq!(missed(|_| {}), (vec![], true));
        assert_eq!(missed(|reach| reach.asked = vec![false, true]), (vec![1], true));
        assert_eq!(missed(|reach| reach.asked = vec![true, false]), (vec![3], true));
        assert_eq!(missed(|reach| reach.asked = vec![true]), (vec![], true), "there is no next one");
        assert_eq!(missed(|reach| reach.asked = vec![false, false]), (vec![1, 2, 3], true));
        assert_eq!(missed(|reach| reach.standby = Some(false)), (vec![4], true));
        assert_eq!(missed(|reach| reach.standby = None), (vec![], true), "nobody stands by");
        assert_eq!(missed(|reach| reach.duty = false), (vec![5], true));
        assert_eq!(missed(|reach| reach.deputy = false), (vec![6], true));
        assert_eq!(missed(|reach| reach.contact = false), (vec![7], true));
    }

    #[test]
    fn the_last_steps_reach_somebody_as_long_as_one_coordinator_does() {
        let ladder = Ladder::default();
        let nobody = Reachable { duty: false, deputy: false, contact: false, another: false, ..all() };
        assert_eq!((nobody.steps_to_nobody(&ladder), nobody.somebody_acts()), (vec![5, 6, 7, 8], false));
        let another = Reachable { another: true, ..nobody };
        assert_eq!((another.steps_to_nobody(&ladder), another.somebody_acts()), (vec![5, 6, 7], true));
    }

    const ANNE: PersonId = PersonId(1);
    const BERIT: PersonId = PersonId(2);
    const INGER: PersonId = PersonId(3);

    fn town() -> TownReach {
        let at =
            |day: u32| chrono::Utc.with_ymd_and_hms(2026, 11, day, 7, 0, 0).single().expect("an instant");
        let stretch = |from, until, ring: &[PersonId]| Stretch {
            from: at(from),
            until: at(until),
            ring: ring.to_vec(),
        };
        TownReach {
            outlook: vec![stretch(21, 23, &[ANNE, BERIT]), stretch(23, 28, &[BERIT, ANNE])],
            contact: Some(INGER),
            reached: BTreeSet::from([ANNE, BERIT, INGER]),
            some_coordinator: true,
            groups: vec![(GroupId(1), GroupReach::Reached), (GroupId(2), GroupReach::Reached)],
            services: vec![(ServiceId(1), vec![GroupId(1), GroupId(2)]), (ServiceId(2), vec![GroupId(2)])],
        }
    }

    #[test]
    fn what_is_wrong_in_a_municipality() {
        use Trouble::*;
        let troubles = |change: fn(&mut TownReach)| {
            let mut town = town();
            change(&mut town);
            town.troubles().into_iter().collect::<Vec<_>>()
        };
        assert_eq!(troubles(|_| {}), []);
        assert_eq!(troubles(|town| town.reached.retain(|person| *person != BERIT)), [Person(BERIT)]);
        assert_eq!(troubles(|town| town.reached.retain(|person| *person != INGER)), [Person(INGER)]);
        assert_eq!(
            troubles(|town| (town.reached, town.some_coordinator) = (BTreeSet::new(), false)),
            [NobodyActs, Person(ANNE), Person(BERIT), Person(INGER)]
        );
        assert_eq!(troubles(|town| town.outlook[1].ring = vec![ANNE]), [NoDeputy]);
        assert_eq!(troubles(|town| town.outlook[1].ring = vec![]), [NobodyOnDuty]);
        assert_eq!(troubles(|town| town.groups[0].1 = GroupReach::Lost), [Group(GroupId(1))]);
        assert_eq!(
            troubles(|town| town.groups[1].1 = GroupReach::Lost),
            [Group(GroupId(2)), Service(ServiceId(2))]
        );
        assert_eq!(troubles(|town| town.groups[1].1 = GroupReach::NotConnected), [Service(ServiceId(2))]);
        assert_eq!(
            troubles(|town| town.services[1].1 = vec![]),
            [],
            "without an agreement nobody is promised it"
        );
    }

    #[test]
    fn a_trouble_is_known_again() {
        for trouble in [Trouble::NobodyActs, Trouble::NobodyOnDuty, Trouble::NoDeputy, Trouble::Person(ANNE)]
            .into_iter()
            .chain([Trouble::Group(GroupId(7)), Trouble::Service(ServiceId(8))])
        {
            let (kind, subject) = trouble.row();
            assert_eq!(Trouble::from_row(kind, subject), Some(trouble));
        }
    }
}
