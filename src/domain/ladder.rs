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

/// The longest ladder. The plan of a task is worked out anew whenever something happens to it.
const MOST_STEPS: usize = 20;

/// The longest time before the start, or after another step, in minutes: a year.
const LONGEST: u32 = 366 * 24 * 60;

/// Why a ladder can't be used. Places are counted from 1, as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LadderFault {
    #[error("the first step must ask the first organisation at once")]
    DoesNotBeginByAsking,
    #[error("no step rings the coordinator on duty")]
    NoDuty,
    #[error("no step answers the requester")]
    NoAnswer,
    #[error("the requester is answered before the coordinator on duty is told")]
    AnswerBeforeDuty,
    #[error("step {0} does what an earlier step does")]
    Twice(usize),
    #[error("step {0} is earlier than a step above it")]
    OutOfOrder(usize),
    #[error("step {0} is more than a year away")]
    TooFarAway(usize),
    #[error("there are more than {MOST_STEPS} steps")]
    TooManySteps,
}

impl Ladder {
    /// Everything that is wrong with the ladder. A plan relies on there being nothing.
    pub fn faults(&self) -> Vec<LadderFault> {
        let mut faults = Vec::new();
        let place_of = |action| self.steps.iter().position(|step| step.action == action);
        if self.steps.first() != Some(&Step { when: When::AtOnce, action: Action::AskFirst }) {
            faults.push(LadderFault::DoesNotBeginByAsking);
        }
        match (place_of(Action::Duty), place_of(Action::AnswerRequester)) {
            (Some(duty), Some(answer)) if answer < duty => faults.push(LadderFault::AnswerBeforeDuty),
            (duty, answer) => {
                faults.extend(duty.is_none().then_some(LadderFault::NoDuty));
                faults.extend(answer.is_none().then_some(LadderFault::NoAnswer));
            }
        }
        for index in 0..self.steps.len() {
            faults.extend(self.faults_of_step(index));
        }
        if self.steps.len() > MOST_STEPS {
            faults.push(LadderFault::TooManySteps);
        }
        faults
    }

    fn faults_of_step(&self, index: usize) -> impl Iterator<Item = LadderFault> {
        let (above, step) = (&self.steps[..index], self.steps[index]);
        let same =
            |other: &Step| std::mem::discriminant(&other.action) == std::mem::discriminant(&step.action);
        // Only a reminder may be given more than once.
        let twice = step.action != Action::Remind && above.iter().any(same);
        let out_of_order = match step.when {
            When::AtOnce => above.iter().any(|other| other.when != When::AtOnce),
            When::BeforeStart(lead) => {
                above.iter().any(|other| matches!(other.when, When::BeforeStart(other) if other < lead))
            }
            When::Unanswered(_) => false,
        };
        let minutes = match (step.when, step.action) {
            (_, Action::AskNext { apart }) if apart > LONGEST => apart,
            (When::BeforeStart(minutes) | When::Unanswered(minutes), _) => minutes,
            (When::AtOnce, _) => 0,
        };
        let place = index + 1;
        [
            twice.then_some(LadderFault::Twice(place)),
            out_of_order.then_some(LadderFault::OutOfOrder(place)),
            (minutes > LONGEST).then_some(LadderFault::TooFarAway(place)),
        ]
        .into_iter()
        .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::Action::*;
    use super::When::*;
    use super::*;

    fn ladder(steps: &[(When, Action)]) -> Ladder {
        Ladder { steps: steps.iter().map(|&(when, action)| Step { when, action }).collect() }
    }

    #[test]
    fn the_default_ladder_has_no_fault() {
        assert_eq!(Ladder::default().faults(), []);
    }

    #[test]
    fn a_ladder_without_its_first_or_last_steps_is_refused() {
        use LadderFault::*;
        let (ask, duty, answer) =
            ((AtOnce, AskFirst), (BeforeStart(360), Duty), (BeforeStart(240), AnswerRequester));
        for (steps, faults) in [
            (vec![ask, duty, answer], vec![]),
            (vec![], vec![DoesNotBeginByAsking, NoDuty, NoAnswer]),
            (vec![duty, answer], vec![DoesNotBeginByAsking]),
            (vec![ask, duty], vec![NoAnswer]),
            (vec![ask, answer], vec![NoDuty]),
            (
                vec![ask, (BeforeStart(360), AnswerRequester), (BeforeStart(240), Duty)],
                vec![AnswerBeforeDuty],
            ),
            (vec![(BeforeStart(600), AskFirst), duty, answer], vec![DoesNotBeginByAsking]),
        ] {
            assert_eq!(ladder(&steps).faults(), faults, "{steps:?}");
        }
    }

    #[test]
    fn each_faulty_step_is_named_by_its_place() {
        let faulty = ladder(&[
            (AtOnce, AskFirst),
            (BeforeStart(600), AskNext { apart: 60 }),
            (BeforeStart(700), Remind),
            (BeforeStart(500), Remind),
            (BeforeStart(400), AskNext { apart: u32::MAX }),
            (BeforeStart(360), Duty),
            (AtOnce, Deputy),
            (Unanswered(u32::MAX), MunicipalityContact),
            (BeforeStart(240), AnswerRequester),
        ]);
        use LadderFault::*;
        assert_eq!(faulty.faults(), [OutOfOrder(3), Twice(5), TooFarAway(5), OutOfOrder(7), TooFarAway(8)]);
    }

    #[test]
    fn a_ladder_has_an_end() {
        let mut long = Ladder::default();
        let remind = Step { when: BeforeStart(21 * 60), action: Remind };
        long.steps.splice(2..2, std::iter::repeat_n(remind, MOST_STEPS));
        assert_eq!(long.faults(), [LadderFault::TooManySteps]);
    }
}
