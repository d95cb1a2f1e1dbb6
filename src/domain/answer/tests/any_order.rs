//! Whatever three people answer in whatever order: no place is given twice, nobody is placed and queued at once, reserves keep their order.

use super::*;
use crate::domain::task::Signup;

type Said = fn(&mut Task, PersonId) -> Outcome;

const SAYINGS: [(&str, Said); 7] = [
    ("yes", |task, person| yes(task, person, None)),
    ("one", |task, person| yes(task, person, 1)),
    ("two", |task, person| yes(task, person, 2)),
    ("reserve", |task, person| reserve(task, person, 1)),
    ("reserve for two", |task, person| reserve(task, person, 2)),
    ("no", no),
    ("part", part),
];
const PEOPLE: [PersonId; 3] = [KARI, OLA, EVA];
const ANSWERS: usize = 4;

#[test]
fn rules_hold_for_every_row_of_answers() {
    for places in 1..=2 {
        for companions in [true, false] {
            let mut story = Vec::new();
            go_on(&Task { companions, ..task(places) }, &mut story);
        }
    }
}

/// Every possible next answer, and every one after that.
fn go_on(before: &Task, story: &mut Vec<String>) {
    if story.len() == ANSWERS {
        return;
    }
    // Who has not spoken yet are alike: only the first of them need speak.
    let spoken = PEOPLE.iter().filter(|person| before.signup(**person).is_some()).count();
    for person in PEOPLE.into_iter().take(spoken + 1) {
        for (name, say) in SAYINGS {
            let mut after = before.clone();
            let outcome = say(&mut after, person);
            story.push(format!("{}: {name} → {outcome:?}", person.0));
            check(before, &after, person, &outcome, story);
            go_on(&after, story);
            story.pop();
        }
    }
}

fn check(before: &Task, after: &Task, person: PersonId, outcome: &Outcome, story: &[String]) {
    assert!(after.taken() <= after.places, "overbooked: {story:#?}");
    let offered: u32 = after.offers.iter().map(|offer| offer.people).sum();
    assert!(offered <= after.free(), "more offered than free: {story:#?}");
    let once =
        |signup: &Signup| after.signups.iter().filter(|other| other.person == signup.person).count() == 1;
    assert!(after.signups.iter().all(once), "twice: {story:#?}");
    for offer in &after.offers {
        let is_reserve =
            after.signup(offer.person).is_some_and(|signup| signup.state == SignupState::Reserve);
        assert!(is_reserve, "an offer to somebody who does not wait: {story:#?}");
    }
    let queue = |task: &Task| {
        // Whoever waits for a part is for the coordinator to decide about when a place comes free.
        let whole = task.reserves().into_iter().filter(|signup| !signup.is_for_a_part());
        whole.map(|signup| signup.person).filter(|other| *other != person).collect::<Vec<_>>()
    };
    assert_eq!(queue(before), queue(after), "the order of the others changed: {story:#?}");
    let others = |task: &Task| {
        PEOPLE
            .into_iter()
            .filter(|other| *other != person)
            .map(|other| task.held_by(other))
            .collect::<Vec<_>>()
    };
    assert_eq!(others(before), others(after), "somebody else was moved: {story:#?}");
    match outcome {
        Outcome::Placed { people }
        | Outcome::AlreadyPlaced { people }
        | Outcome::NoRoomForMore { people }
        | Outcome::Fewer { people } => {
            assert_eq!(after.held_by(person), *people, "{story:#?}");
        }
        Outcome::PlacedAlone => assert_eq!(after.held_by(person), 1, "{story:#?}"),
        Outcome::Queued { position } => {
            let place = after.reserves().iter().position(|signup| signup.person == person);
            assert_eq!(place.map(|place| place + 1), Some(*position as usize), "{story:#?}");
        }
        Outcome::OnlySomeLeft { wanted, free } => {
            assert!(free < wanted && before == after, "{story:#?}");
        }
        Outcome::Withdrawn | Outcome::Declined | Outcome::PartialNoted => {
            assert_eq!(after.held_by(person), 0, "{story:#?}");
        }
        Outcome::KeepsTurn => {
            assert!(after.signup(person).is_some_and(|signup| signup.whole_only), "{story:#?}")
        }
        other => panic!("{other:?}: {story:#?}"),
    }
}
