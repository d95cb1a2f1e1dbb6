//! Every outcome once, as a table reads; and rules that must hold whatever people answer.

mod any_order;

use chrono::{NaiveDateTime, TimeDelta};

use super::*;
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::service::ServiceKind;

const KARI: PersonId = PersonId(1);
const OLA: PersonId = PersonId(2);
const EVA: PersonId = PersonId(3);

fn calendar() -> Calendar {
    Calendar { time_zone: chrono_tz::Europe::Oslo }
}

fn at(text: &str) -> DateTime<Utc> {
    calendar().instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time"))
}

/// Saturday at noon, the day before the task.
fn now() -> DateTime<Utc> {
    at("2026-11-21 12:00")
}

fn who(person: PersonId) -> Who {
    Who { person, approved: false, asked_as: Some(OrganisationId(1)) }
}

fn task(places: u32) -> Task {
    Task {
        id: TaskId(1),
        municipality: MunicipalityId(1),
        number: TaskNumber(17),
        request: RequestId(1),
        unit: UnitId(1),
        requester: PersonId(100),
        service: ServiceKind::SnowClearing,
        zone: None,
        starts_at: at("2026-11-22 16:00"),
        ends_at: at("2026-11-22 18:00"),
        places,
        state: TaskState::Open,
        must_cover: false,
        has_recipient: false,
        companions: true,
        approved_only: false,
        ladder: Ladder::default(),
        generation: 1,
        hunt_from: now(),
        promised_at: at("2026-11-22 12:00"),
        opened_at: now(),
        told: None,
        moved_at: None,
        places_wanted: None,
        held: None,
        asked: Vec::new(),
        signups: Vec::new(),
        offers: Vec::new(),
        steps: Vec::new(),
        marks: Vec::new(),
    }
}

/// Carries the decision out, with the offers that follow, and gives what the person is told.
fn done(task: &mut Task, decision: Decision) -> Outcome {
    for change in &decision.changes {
        task.apply(change, now());
    }
    for offer in offers_due(task, &calendar(), now()) {
        task.apply(&offer, now());
    }
    decision.outcome
}

fn yes(task: &mut Task, person: PersonId, people: impl Into<Option<u32>>) -> Outcome {
    let decision = accept(task, who(person), people.into(), &calendar(), now());
    done(task, decision)
}

fn no(task: &mut Task, person: PersonId) -> Outcome {
    let decision = decline(task, who(person), &calendar(), now());
    done(task, decision)
}

fn reserve(task: &mut Task, person: PersonId, people: u32) -> Outcome {
    let decision = queue(task, who(person), people, now());
    done(task, decision)
}

fn part(task: &mut Task, person: PersonId) -> Outcome {
    let decision = offer_part(task, who(person), Some(990), None, now());
    done(task, decision)
}

#[test]
fn a_yes() {
    let mut snow = task(3);
    assert_eq!(yes(&mut snow, KARI, None), Outcome::Placed { people: 1 });
    assert_eq!(yes(&mut snow, KARI, None), Outcome::AlreadyPlaced { people: 1 });
    assert_eq!(yes(&mut snow, OLA, 3), Outcome::OnlySomeLeft { wanted: 3, free: 2 });
    assert_eq!(yes(&mut snow, OLA, 21), Outcome::TooMany);
    assert_eq!(snow.held_by(OLA), 0, "nothing is taken before it is sure");
    assert_eq!(yes(&mut snow, OLA, 2), Outcome::Placed { people: 2 });
    assert_eq!(yes(&mut snow, EVA, 1), Outcome::Queued { position: 1 });
    assert_eq!(yes(&mut snow, EVA, 1), Outcome::Queued { position: 1 });
}

#[test]
fn a_yes_without_a_number_gives_no_place_back() {
    let mut snow = task(3);
    yes(&mut snow, KARI, 2);
    assert_eq!(yes(&mut snow, KARI, None), Outcome::AlreadyPlaced { people: 2 });
    assert_eq!(yes(&mut snow, KARI, 1), Outcome::Fewer { people: 1 });
    assert_eq!(yes(&mut snow, KARI, 3), Outcome::Placed { people: 3 });
    assert_eq!(yes(&mut snow, KARI, 4), Outcome::NoRoomForMore { people: 3 });
}

#[test]
fn companions_count_only_where_nothing_is_asked_of_people() {
    let mut meals = Task { companions: false, ..task(2) };
    assert_eq!(yes(&mut meals, KARI, 2), Outcome::PlacedAlone);
    assert_eq!(meals.taken(), 1);
    yes(&mut meals, OLA, None);
    assert_eq!(reserve(&mut meals, EVA, 2), Outcome::Queued { position: 1 });
    assert_eq!(meals.reserves()[0].people, 1);
}

#[test]
fn approved_people_only() {
    let mut meals = Task { approved_only: true, ..task(2) };
    assert_eq!(yes(&mut meals, KARI, None), Outcome::NotApproved);
    assert_eq!(reserve(&mut meals, KARI, 1), Outcome::NotApproved);
    assert_eq!(part(&mut meals, KARI), Outcome::NotApproved);
    assert_eq!(no(&mut meals, KARI), Outcome::Declined);
    let approved = Who { approved: true, ..who(OLA) };
    let decision = accept(&meals, approved, None, &calendar(), now());
    assert_eq!(done(&mut meals, decision), Outcome::Placed { people: 1 });
}

#[test]
fn a_no() {
    let mut snow = task(1);
    assert_eq!(no(&mut snow, KARI), Outcome::Declined);
    assert!(decline(&snow, who(KARI), &calendar(), now()).changes.is_empty(), "once is enough");
    assert_eq!(yes(&mut snow, KARI, None), Outcome::Placed { people: 1 });
    assert_eq!(no(&mut snow, KARI), Outcome::Withdrawn);
    assert_eq!(snow.taken(), 0);
    assert_eq!(snow.generation, 2, "the hunt starts again");
}

#[test]
fn who_comes_keeps_the_place_when_asking_for_the_queue() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    assert_eq!(reserve(&mut snow, KARI, 1), Outcome::AlreadyPlaced { people: 1 });
    assert_eq!(snow.held_by(KARI), 1);
}

#[test]
fn a_place_that_came_free_is_offered_in_order() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    yes(&mut snow, OLA, None);
    yes(&mut snow, EVA, None);
    no(&mut snow, KARI);
    assert_eq!(snow.offers.len(), 1);
    assert!(snow.offer_to(OLA).is_some());
    assert_eq!(yes(&mut snow, PersonId(9), None), Outcome::Queued { position: 3 }, "no newcomer goes before");
    assert_eq!(no(&mut snow, OLA), Outcome::Declined);
    assert!(snow.offer_to(EVA).is_some());
    assert_eq!(yes(&mut snow, EVA, None), Outcome::Placed { people: 1 });
    assert!(snow.offers.is_empty());
}

#[test]
fn a_pair_is_asked_once_whether_one_will_come() {
    let mut snow = task(2);
    yes(&mut snow, KARI, None);
    yes(&mut snow, PersonId(9), None);
    yes(&mut snow, OLA, 2);
    yes(&mut snow, EVA, None);
    no(&mut snow, KARI);
    assert_eq!(snow.offer_to(OLA).map(|offer| offer.people), Some(1));
    assert_eq!(no(&mut snow, OLA), Outcome::KeepsTurn);
    assert_eq!(snow.reserves()[0].person, OLA);
    assert!(snow.offer_to(EVA).is_some(), "the next one is asked meanwhile");
    no(&mut snow, EVA);
    no(&mut snow, PersonId(9));
    assert_eq!(snow.offer_to(OLA).map(|offer| offer.people), Some(2), "both places are for both");
    assert_eq!(yes(&mut snow, OLA, None), Outcome::Placed { people: 2 }, "a plain yes is for what was asked");
}

#[test]
fn an_offer_to_a_pair_grows_before_anybody_gets_past_them() {
    let mut snow = task(3);
    yes(&mut snow, KARI, None);
    yes(&mut snow, PersonId(9), 2);
    yes(&mut snow, OLA, 2);
    yes(&mut snow, EVA, None);
    no(&mut snow, KARI);
    assert_eq!(snow.offer_to(OLA).map(|offer| offer.people), Some(1));
    yes(&mut snow, PersonId(9), 1);
    assert_eq!(snow.offer_to(OLA).map(|offer| offer.people), Some(2));
    assert_eq!(snow.offers.len(), 1, "one question about both");
    assert_eq!(yes(&mut snow, PersonId(8), None), Outcome::Queued { position: 3 });
    no(&mut snow, PersonId(9));
    assert!(snow.offer_to(EVA).is_some(), "what is left goes on down the queue");
    assert_eq!(yes(&mut snow, OLA, None), Outcome::Placed { people: 2 });
}

#[test]
fn who_rather_waits_for_all_is_not_asked_about_some() {
    let mut snow = task(2);
    yes(&mut snow, KARI, None);
    assert_eq!(yes(&mut snow, OLA, 2), Outcome::OnlySomeLeft { wanted: 2, free: 1 });
    assert_eq!(reserve(&mut snow, OLA, 2), Outcome::Queued { position: 1 });
    assert!(snow.offers.is_empty());
    assert_eq!(yes(&mut snow, EVA, None), Outcome::Placed { people: 1 }, "and keeps nobody else out");
}

#[test]
fn a_part() {
    let mut snow = task(1);
    assert_eq!(part(&mut snow, KARI), Outcome::PartialNoted);
    assert_eq!(snow.taken(), 0);
    yes(&mut snow, KARI, None);
    assert_eq!(part(&mut snow, KARI), Outcome::AlreadyPlaced { people: 1 });
}

#[test]
fn a_part_in_answer_to_an_offer_lets_the_next_be_asked() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    yes(&mut snow, OLA, None);
    yes(&mut snow, EVA, None);
    no(&mut snow, KARI);
    assert_eq!(part(&mut snow, OLA), Outcome::PartialNoted);
    assert!(snow.offer_to(OLA).is_none());
    assert!(snow.offer_to(EVA).is_some());
}

#[test]
fn nothing_is_answered_when_it_is_over() {
    for state in [TaskState::Cancelled, TaskState::TakenOver, TaskState::Ended] {
        let mut snow = Task { state, ..task(1) };
        assert_eq!(yes(&mut snow, KARI, None), Outcome::Closed(state));
        assert_eq!(no(&mut snow, KARI), Outcome::Closed(state));
        assert_eq!(reserve(&mut snow, KARI, 1), Outcome::Closed(state));
        assert_eq!(part(&mut snow, KARI), Outcome::Closed(state));
    }
    let snow = task(1);
    let late = accept(&snow, who(KARI), None, &calendar(), snow.ends_at);
    assert_eq!(late, Decision { changes: Vec::new(), outcome: Outcome::Over });
}

#[test]
fn a_yes_to_an_open_card_is_no_reserve_s_yes() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    yes(&mut snow, OLA, None);
    no(&mut snow, KARI);
    snow.hunt_from = now() + TimeDelta::minutes(1);
    let later = now() + TimeDelta::minutes(2);
    for change in accept(&snow, who(EVA), None, &calendar(), later).changes {
        snow.apply(&change, later);
    }
    assert_eq!(offers_due(&snow, &calendar(), later), [], "Ola is being asked");
    snow.apply(&Change::OfferEnded { person: OLA, end: OfferEnd::Declined }, later);
    snow.apply(&Change::Declined { person: OLA, asked_as: None }, later);
    let placed = Change::Placed { person: EVA, people: 1, asked_as: who(EVA).asked_as };
    assert_eq!(offers_due(&snow, &calendar(), later), [placed]);
}

#[test]
fn reserves_are_left_to_sleep() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    yes(&mut snow, OLA, None);
    snow.apply(&Change::Withdrew { person: KARI }, now());
    let offers = |task: &Task, now: &str| offers_due(task, &calendar(), at(now));
    let Some(Change::OfferMade { expires_at, .. }) = offers(&snow, "2026-11-21 23:00").pop() else {
        panic!("an offer")
    };
    assert_eq!(expires_at, at("2026-11-22 12:00"), "asked at 11 on a Sunday, an hour to answer");
    let early = Task { starts_at: at("2026-11-22 10:00"), ..snow };
    assert_eq!(offers(&early, "2026-11-21 23:00"), [], "it would be too late when they wake up");
    let meals = Task { must_cover: true, ..early };
    assert_eq!(offers(&meals, "2026-11-21 23:00").len(), 1, "this one can't wait");
}

#[test]
fn offers_that_no_longer_fit_end_with_the_last_in_the_queue() {
    let mut snow = task(2);
    yes(&mut snow, KARI, 2);
    yes(&mut snow, OLA, None);
    yes(&mut snow, EVA, None);
    no(&mut snow, KARI);
    assert_eq!(snow.offers.len(), 2);
    assert_eq!(offers_void(&snow), []);
    snow.apply(&Change::Placed { person: PersonId(9), people: 1, asked_as: None }, now());
    assert_eq!(offers_void(&snow), [EVA]);
}

#[test]
fn the_hunt_starts_again_after_the_answer_and_promises_anew() {
    let mut snow = task(1);
    yes(&mut snow, KARI, None);
    let late = at("2026-11-22 13:00");
    let decision = decline(&snow, who(KARI), &calendar(), late);
    let Some(Change::HuntRestarted { promised_at }) = decision.changes.last() else { panic!("{decision:?}") };
    assert!(*promised_at > late && *promised_at < snow.starts_at + TimeDelta::minutes(1));
}
