//! Who can be reached, and which steps of a ladder therefore reach nobody.

use serde::{Deserialize, Serialize};

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

#[cfg(test)]
mod tests {
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
}
