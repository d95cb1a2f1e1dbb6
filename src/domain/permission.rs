//! Who may do what. Asked before anything else is done; the ids in buttons and links are no authority.

use super::ids::PersonId;
use super::role::Role;
use super::task::Task;

/// Something that is not everybody's to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Ask for help on behalf of a unit.
    AskForHelp,
    /// Change, send or discard a draft.
    HandleDraft,
    /// Decide about an open task: take it, ask another, put somebody in or take them off, cancel.
    Dispatch,
    /// Say whether fewer than asked for are enough, or that the unit does it itself: whoever asked may be off work when it matters.
    AcceptShortfall,
    /// Change or cancel what was asked for.
    ChangeTask,
    /// Ring the recipient, and say what came of it.
    CallRecipient,
    /// See the recipient's name and address.
    SeeRecipient,
    /// Change them.
    CorrectRecipient,
    /// See who comes to a task.
    SeeWhoComes,
    /// See what happens on a day: all of it, or what one's own unit has asked for.
    SeeDay,
    /// See every change to a task, with who, when and through which channel.
    SeeHistory,
    /// See who in a group can be written to: everywhere, or in one's own club.
    SeeReach,
}

impl Act {
    pub const ALL: [Self; 12] = [
        Self::AskForHelp,
        Self::HandleDraft,
        Self::Dispatch,
        Self::AcceptShortfall,
        Self::ChangeTask,
        Self::CallRecipient,
        Self::SeeRecipient,
        Self::CorrectRecipient,
        Self::SeeWhoComes,
        Self::SeeDay,
        Self::SeeHistory,
        Self::SeeReach,
    ];
}

/// What ties a person to the thing in question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    /// Asked for it.
    pub requester: bool,
    /// Holds a place on it.
    pub holds_place: bool,
    /// Is rung last about it, when neither duty nor deputy answers: with the same buttons, whatever else they are.
    pub last_resort: bool,
    /// Belongs to an organisation that is asked.
    pub asked: bool,
    /// Works in the unit that asked.
    pub own_unit: bool,
    /// Answers for the club.
    pub own_club: bool,
}

impl Tie {
    /// What ties `person` to `task`.
    pub fn to_task(task: &Task, person: PersonId) -> Self {
        Self { requester: task.requester == person, holds_place: task.held_by(person) > 0, ..Self::default() }
    }
}

/// Whether somebody with `roles` in the municipality, and this tie, may do it.
pub fn may(act: Act, roles: &[Role], tie: Tie) -> bool {
    let is = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match act {
        Act::AskForHelp => is(&[Role::Staff, Role::Coordinator]),
        Act::HandleDraft | Act::CorrectRecipient => tie.requester && is(&[Role::Staff, Role::Coordinator]),
        Act::Dispatch => is(&[Role::Coordinator]) || tie.last_resort,
        Act::CallRecipient => {
            let asks = (tie.requester || tie.own_unit) && is(&[Role::Staff]);
            is(&[Role::Coordinator]) || tie.last_resort || asks
        }
        Act::AcceptShortfall => {
            let asks = (tie.requester || tie.own_unit) && is(&[Role::Staff]);
            is(&[Role::Coordinator]) || tie.last_resort || asks
        }
        Act::ChangeTask => {
            is(&[Role::Coordinator]) || tie.last_resort || (tie.requester && is(&[Role::Staff]))
        }
        Act::SeeRecipient => {
            is(&[Role::Coordinator]) || (tie.requester && is(&[Role::Staff])) || tie.holds_place
        }
        Act::SeeWhoComes => {
            let asks = (tie.requester || tie.own_unit) && is(&[Role::Staff]);
            let answers = tie.asked && is(&[Role::Volunteer, Role::ClubContact]);
            is(&[Role::Coordinator]) || tie.last_resort || asks || answers || tie.holds_place
        }
        Act::SeeDay => is(&[Role::Coordinator]) || (tie.own_unit && is(&[Role::Staff])),
        Act::SeeHistory => is(&[Role::Coordinator]),
        Act::SeeReach => {
            is(&[Role::Coordinator, Role::Administrator]) || (tie.own_club && is(&[Role::ClubContact]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Tie = Tie {
        requester: false,
        holds_place: false,
        last_resort: false,
        asked: false,
        own_unit: false,
        own_club: false,
    };
    const REQUESTER: Tie = Tie { requester: true, ..NOTHING };
    const COMING: Tie = Tie { holds_place: true, ..NOTHING };
    const RUNG_LAST: Tie = Tie { last_resort: true, ..NOTHING };
    const ASKED: Tie = Tie { asked: true, ..NOTHING };
    const OWN_UNIT: Tie = Tie { own_unit: true, ..NOTHING };
    const OWN_CLUB: Tie = Tie { own_club: true, ..NOTHING };

    /// One row an act, one column a role (volunteer, club contact, coordinator, staff, administrator) and one for a stranger.
    #[test]
    fn cell_by_cell() {
        let table = [
            (Act::AskForHelp, NOTHING, [false, false, true, true, false, false]),
            (Act::HandleDraft, NOTHING, [false, false, false, false, false, false]),
            (Act::HandleDraft, REQUESTER, [false, false, true, true, false, false]),
            (Act::CorrectRecipient, NOTHING, [false, false, false, false, false, false]),
            (Act::CorrectRecipient, REQUESTER, [false, false, true, true, false, false]),
            (Act::CorrectRecipient, COMING, [false, false, false, false, false, false]),
            (Act::Dispatch, NOTHING, [false, false, true, false, false, false]),
            (Act::Dispatch, REQUESTER, [false, false, true, false, false, false]),
            (Act::AcceptShortfall, NOTHING, [false, false, true, false, false, false]),
            (Act::AcceptShortfall, REQUESTER, [false, false, true, true, false, false]),
            (Act::AcceptShortfall, OWN_UNIT, [false, false, true, true, false, false]),
            (Act::ChangeTask, OWN_UNIT, [false, false, true, false, false, false]),
            (Act::Dispatch, RUNG_LAST, [true, true, true, true, true, true]),
            (Act::AcceptShortfall, RUNG_LAST, [true, true, true, true, true, true]),
            (Act::ChangeTask, NOTHING, [false, false, true, false, false, false]),
            (Act::ChangeTask, REQUESTER, [false, false, true, true, false, false]),
            (Act::CallRecipient, NOTHING, [false, false, true, false, false, false]),
            (Act::CallRecipient, REQUESTER, [false, false, true, true, false, false]),
            (Act::CallRecipient, OWN_UNIT, [false, false, true, true, false, false]),
            (Act::CallRecipient, COMING, [false, false, true, false, false, false]),
            (Act::CallRecipient, RUNG_LAST, [true, true, true, true, true, true]),
            (Act::SeeRecipient, RUNG_LAST, [false, false, true, false, false, false]),
            (Act::SeeRecipient, NOTHING, [false, false, true, false, false, false]),
            (Act::SeeRecipient, REQUESTER, [false, false, true, true, false, false]),
            (Act::SeeRecipient, COMING, [true, true, true, true, true, true]),
            (Act::SeeRecipient, ASKED, [false, false, true, false, false, false]),
            (Act::SeeRecipient, OWN_UNIT, [false, false, true, false, false, false]),
            (Act::SeeWhoComes, NOTHING, [false, false, true, false, false, false]),
            (Act::SeeWhoComes, REQUESTER, [false, false, true, true, false, false]),
            (Act::SeeWhoComes, OWN_UNIT, [false, false, true, true, false, false]),
            (Act::SeeWhoComes, ASKED, [true, true, true, false, false, false]),
            (Act::SeeWhoComes, COMING, [true, true, true, true, true, true]),
            (Act::SeeWhoComes, RUNG_LAST, [true, true, true, true, true, true]),
            (Act::SeeDay, NOTHING, [false, false, true, false, false, false]),
            (Act::SeeDay, OWN_UNIT, [false, false, true, true, false, false]),
            (Act::SeeDay, ASKED, [false, false, true, false, false, false]),
            (Act::SeeHistory, NOTHING, [false, false, true, false, false, false]),
            (Act::SeeHistory, REQUESTER, [false, false, true, false, false, false]),
            (Act::SeeHistory, OWN_UNIT, [false, false, true, false, false, false]),
            (Act::SeeHistory, COMING, [false, false, true, false, false, false]),
            (Act::SeeReach, NOTHING, [false, false, true, false, true, false]),
            (Act::SeeReach, OWN_CLUB, [false, true, true, false, true, false]),
            (Act::SeeReach, OWN_UNIT, [false, false, true, false, true, false]),
            (Act::SeeReach, ASKED, [false, false, true, false, true, false]),
        ];
        for (act, tie, row) in table {
            for (role, allowed) in Role::ALL.into_iter().zip(row) {
                assert_eq!(may(act, &[role], tie), allowed, "{act:?} by {role:?} with {tie:?}");
            }
            assert_eq!(may(act, &[], tie), row[5], "{act:?} by a stranger with {tie:?}");
        }
        assert!(
            Act::ALL.iter().all(|act| table.iter().any(|(listed, ..)| listed == act)),
            "every act has its rows"
        );
    }

    #[test]
    fn roles_add_up() {
        assert!(may(Act::Dispatch, &[Role::Volunteer, Role::Coordinator], NOTHING));
    }
}
