//! The ladder: what is done about an open task, and how long before its start.
//!
//! A ladder is data. A service or municipality may have its own; it is copied onto the task when the task is opened, so that a changed policy
//! never disturbs a running one.

use serde::{Deserialize, Serialize};

/// The steps in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ladder {
    pub steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub when: When,
    pub action: Action,
}

/// When a step is due. All in minutes of elapsed time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// As soon as the task is open.
    AtOnce,
    /// This many minutes before the start.
    BeforeStart(u32),
    /// This many minutes after the step before it was taken, if nobody has answered by then.
    Unanswered(u32),
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Posts the card to the first organisation of the agreement.
    AskFirst,
    /// One reminder in the groups that were asked.
    Remind,
    /// Posts the card to every further organisation, one after the other.
    AskNext {
        /// Minutes between one organisation and the next.
        apart: u32,
    },
    /// Asks the people who have said that they will stand by for this service.
    AskStandby,
    /// Rings the coordinator on duty.
    Duty,
    /// Rings the deputy, and says that duty did not answer.
    Deputy,
    /// Rings the municipality's contact.
    MunicipalityContact,
    /// The promised, honest answer to the requester.
    AnswerRequester,
}

impl Default for Ladder {
    /// The ladder used where a municipality and service have none of their own.
    fn default() -> Self {
        use Action::*;
        use When::*;
        let step = |when, action| Step { when, action };
        Self {
            steps: vec![
                step(AtOnce, AskFirst),
                step(BeforeStart(22 * 60), Remind),
                step(BeforeStart(20 * 60), AskNext { apart: 120 }),
                step(BeforeStart(16 * 60), AskStandby),
                step(BeforeStart(6 * 60), Duty),
                step(Unanswered(20), Deputy),
                step(Unanswered(20), MunicipalityContact),
                step(BeforeStart(4 * 60), AnswerRequester),
            ],
        }
    }
}
