//! What follows from a person's answer to a task: who gets a place, who waits, who is asked instead.

use chrono::{DateTime, Utc};

use super::ids::{OrganisationId, PersonId};
use super::local_time::Calendar;
use super::plan;
use super::task::{Change, OfferEnd, Signup, SignupState, Task, TaskState};

/// Most people one answer may speak for.
pub const MOST_PEOPLE: u32 = 20;

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    pub person: PersonId,
    /// Whether the service has approved this person; matters only where it wants approved people.
    pub approved: bool,
    /// The organisation whose group the answer came from.
    pub asked_as: Option<OrganisationId>,
}

/// What the person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Holds `people` places.
    Placed {
        people: u32,
    },
    /// Held them already.
    AlreadyPlaced {
        people: u32,
    },
    /// Holds `people` places, and there is no room for those who were to come along.
    NoRoomForMore {
        people: u32,
    },
    /// Holds one place; the service wants each person's own answer.
    PlacedAlone,
    /// Holds fewer places than before.
    Fewer {
        people: u32,
    },
    /// Wanted more than are free; nothing has changed.
    OnlySomeLeft {
        wanted: u32,
        free: u32,
    },
    /// Waits in the queue at this position, 1 being next.
    Queued {
        position: u32,
    },
    /// Said no.
    Declined,
    /// Said no to coming with fewer, and waits on.
    KeepsTurn,
    /// Gave places back.
    Withdrawn,
    PartialNoted,
    /// The service wants approved people only.
    NotApproved,
    TooMany,
    /// The organisation may be asked no more.
    NotAsked,
    /// People are no longer looked for.
    Closed(TaskState),
    /// The task's time is over.
    Over,
}

/// An answer's consequences.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub changes: Vec<Change>,
    pub outcome: Outcome,
}

impl Decision {
    fn only(outcome: Outcome) -> Self {
        Self { changes: Vec::new(), outcome }
    }
}

/// `who` answers yes for `people`, themselves included. `None`: yes and no number. That is for what they are being asked about or hold already,
/// else for one: a thumb from somebody who holds two places gives none back.
pub fn accept(
    task: &Task,
    who: Who,
    people: Option<u32>,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Decision {
    if let Some(closed) = closed(task, now) {
        return Decision::only(closed);
    }
    if task.approved_only && !who.approved {
        return Decision::only(Outcome::NotApproved);
    }
    let held = task.held_by(who.person);
    if held == 0 && task.is_closed_to(who.asked_as) {
        return Decision::only(Outcome::NotAsked);
    }
    let offered = task.offer_to(who.person).map_or(0, |offer| offer.people);
    let says_how_many = people.is_some();
    let people = people.unwrap_or(held.max(offered));
    if people > MOST_PEOPLE {
        return Decision::only(Outcome::TooMany);
    }
    let alone = people > 1 && !task.companions;
    let people = if alone { 1 } else { people.max(1) };
    if people == held {
        return Decision::only(Outcome::AlreadyPlaced { people });
    }
    if people < held {
        return keep_fewer(task, who, people, calendar, now);
    }
    let available = available_to(task, who.person) + held;
    if people <= available {
        let mut changes = accepted_offer(task, who.person);
        changes.push(Change::Placed { person: who.person, people, asked_as: who.asked_as });
        let outcome = if alone { Outcome::PlacedAlone } else { Outcome::Placed { people } };
        return Decision { changes, outcome };
    }
    if available > held {
        return Decision::only(Outcome::OnlySomeLeft { wanted: people, free: available });
    }
    if held > 0 {
        return Decision::only(Outcome::NoRoomForMore { people: held });
    }
    let waiting = task.signup(who.person).filter(|signup| signup.state == SignupState::Reserve);
    // A pair that says yes without a number is still a pair.
    let people = waiting.filter(|_| !says_how_many).map_or(people, |waiting| waiting.people.max(people));
    let mut decision = queue(task, who, people, now);
    if task.is_hunting() && decision.changes.is_empty() && waiting.is_some_and(|it| !has_said_yes(task, it)) {
        // Who waits and says yes to the open card has answered the question that is to come.
        decision.changes.push(Change::Queued { person: who.person, people, asked_as: who.asked_as });
    }
    decision
}

/// `who` comes for a part, and now says that they come for the whole. `None`: they hold no part.
pub fn come_for_the_whole(task: &Task, who: Who, now: DateTime<Utc>) -> Option<Decision> {
    let signup = task.signup(who.person).filter(|signup| signup.state == SignupState::Placed)?;
    if closed(task, now).is_some() || !signup.is_for_a_part() {
        return None;
    }
    let people = signup.people;
    let placed = Change::Placed { person: who.person, people, asked_as: signup.asked_as };
    Some(Decision { changes: vec![placed], outcome: Outcome::Placed { people } })
}

/// `who` gave a place back, or was taken off by somebody else, and has been asked whether they can come after all: at a yes it is theirs again as long as
/// nobody has it. A reserve who is only being asked about it has not. `None`: they gave none back, or it is taken.
pub fn take_back(task: &Task, who: Who, people: Option<u32>, now: DateTime<Utc>) -> Option<Decision> {
    let people = people.unwrap_or(1);
    let gave_back = task.signup(who.person).is_some_and(|signup| signup.state == SignupState::Withdrawn);
    let is_theirs = gave_back && (1..=task.free()).contains(&people) && (people == 1 || task.companions);
    let may_come = (who.approved || !task.approved_only) && !task.is_closed_to(who.asked_as);
    if closed(task, now).is_some() || !is_theirs || !may_come {
        return None;
    }
    let placed = Change::Placed { person: who.person, people, asked_as: who.asked_as };
    Some(Decision { changes: vec![placed], outcome: Outcome::Placed { people } })
}

/// `who` will wait for `people` places.
pub fn queue(task: &Task, who: Who, people: u32, now: DateTime<Utc>) -> Decision {
    if let Some(closed) = closed(task, now) {
        return Decision::only(closed);
    }
    if task.approved_only && !who.approved {
        return Decision::only(Outcome::NotApproved);
    }
    let person = who.person;
    let held = task.held_by(person);
    if held > 0 {
        return Decision::only(Outcome::AlreadyPlaced { people: held });
    }
    if task.is_closed_to(who.asked_as) {
        return Decision::only(Outcome::NotAsked);
    }
    let people = if task.companions { people.clamp(1, MOST_PEOPLE) } else { 1 };
    let reserves = task.reserves();
    let place = reserves.iter().position(|signup| signup.person == person).unwrap_or(reserves.len());
    let position = u32::try_from(place + 1).unwrap_or(u32::MAX);
    Decision { changes: queue_changes(task, who, people), outcome: Outcome::Queued { position } }
}

/// Who rather waits for all the places than takes those that are free has answered that question, and is not asked it.
fn queue_changes(task: &Task, who: Who, people: u32) -> Vec<Change> {
    let person = who.person;
    let before = task.signup(person).filter(|signup| signup.state == SignupState::Reserve);
    let some_are_free = (1..people).contains(&available_to(task, person));
    let mut changes = Vec::new();
    if some_are_free && task.offer_to(person).is_some() {
        changes.push(Change::OfferEnded { person, end: OfferEnd::Declined });
    }
    if before.is_none_or(|signup| signup.people != people) {
        changes.push(Change::Queued { person, people, asked_as: who.asked_as });
    }
    if some_are_free && before.is_none_or(|signup| signup.people != people || !signup.whole_only) {
        changes.push(Change::WantsAllOrNone { person });
    }
    changes
}

/// `who` says no, whether or not they hold a place.
pub fn decline(task: &Task, who: Who, calendar: &Calendar, now: DateTime<Utc>) -> Decision {
    if let Some(closed) = closed(task, now) {
        return Decision::only(closed);
    }
    let person = who.person;
    if task.held_by(person) > 0 {
        let mut changes = vec![Change::Withdrew { person }];
        changes.extend(hunt_again(task, &changes, calendar, now));
        return Decision { changes, outcome: Outcome::Withdrawn };
    }
    let mut changes = Vec::new();
    if let Some(offer) = task.offer_to(person) {
        changes.push(Change::OfferEnded { person, end: OfferEnd::Declined });
        if task.signup(person).is_some_and(|signup| signup.people > offer.people) {
            changes.push(Change::WantsAllOrNone { person });
            return Decision { changes, outcome: Outcome::KeepsTurn };
        }
    }
    if task.signup(person).is_none_or(|signup| signup.state != SignupState::Declined) {
        changes.push(Change::Declined { person, asked_as: who.asked_as });
    }
    Decision { changes, outcome: Outcome::Declined }
}

/// `who` offers a part of the task; the coordinator decides. Minutes after midnight, wall clock.
pub fn offer_part(
    task: &Task,
    who: Who,
    from_minute: Option<u16>,
    until_minute: Option<u16>,
    now: DateTime<Utc>,
) -> Decision {
    if let Some(closed) = closed(task, now) {
        return Decision::only(closed);
    }
    if task.approved_only && !who.approved {
        return Decision::only(Outcome::NotApproved);
    }
    let held = task.held_by(who.person);
    if held > 0 {
        return Decision::only(Outcome::AlreadyPlaced { people: held });
    }
    if task.is_closed_to(who.asked_as) {
        return Decision::only(Outcome::NotAsked);
    }
    // Nothing is left to take a part of: whoever would come on a condition is asked again when a place comes free.
    let person = who.person;
    if task.is_full() {
        let mut decision = queue(task, who, 1, now);
        if matches!(decision.outcome, Outcome::Queued { .. }) && (from_minute, until_minute) != (None, None) {
            let asked_as = who.asked_as;
            decision.changes = vec![Change::QueuedForPart { person, from_minute, until_minute, asked_as }];
        }
        return decision;
    }
    let offered = task.offer_to(person).map(|_| Change::OfferEnded { person, end: OfferEnd::Declined });
    let mut changes: Vec<_> = offered.into_iter().collect();
    changes.push(Change::PartialOffered { person, from_minute, until_minute, asked_as: who.asked_as });
    Decision { changes, outcome: Outcome::PartialNoted }
}

/// The coordinator takes `who` for the part that was offered.
pub fn accept_part(task: &Task, who: Who, calendar: &Calendar, now: DateTime<Utc>) -> Decision {
    let mut decision = accept(task, who, Some(1), calendar, now);
    for change in &mut decision.changes {
        if let Change::Placed { person, asked_as, .. } = *change {
            *change = Change::PartPlaced { person, asked_as };
        }
    }
    decision
}

/// What the free places are used for now: every one that nobody is being asked about goes to the next in the queue. A reserve for more places than are
/// free is asked whether some of them will come, once, and keeps its turn; an offer that can grow is made anew. Who has said yes to these very places,
/// while somebody before them was being asked, has answered already and gets them.
pub fn offers_due(task: &Task, calendar: &Calendar, now: DateTime<Utc>) -> Vec<Change> {
    if task.state != TaskState::Open {
        return Vec::new();
    }
    // In the night the question waits for the morning, and the time to answer it runs from then.
    let Some(asked_at) = plan::may_ask_at(task, calendar, now) else { return Vec::new() };
    let mut left = task.unoffered();
    let expires_at = plan::offer_until(task, asked_at, calendar);
    let mut offers = Vec::new();
    for reserve in task.reserves() {
        if left == 0 {
            break;
        }
        // Whoever can come for a part does not take the place: that is for the coordinator to decide.
        if reserve.is_for_a_part() {
            let Signup { person, from_minute, until_minute, asked_as, .. } = *reserve;
            offers.push(Change::PartialOffered { person, from_minute, until_minute, asked_as });
            continue;
        }
        // Who is being asked about some of the places wanted is asked about the others too, before anybody behind: the offer grows.
        if let Some(open) = task.offer_to(reserve.person) {
            let more = reserve.people.saturating_sub(open.people).min(left);
            if more > 0 && !reserve.whole_only {
                left -= more;
                let (person, people) = (reserve.person, open.people + more);
                let expires_at = expires_at.max(open.expires_at);
                offers.push(Change::OfferEnded { person, end: OfferEnd::Void });
                offers.push(Change::OfferMade { person, people, expires_at });
            }
            continue;
        }
        if reserve.whole_only && reserve.people > left {
            continue;
        }
        let people = reserve.people.min(left);
        left -= people;
        if has_said_yes(task, reserve) && people == reserve.people {
            let (person, asked_as) = (reserve.person, reserve.asked_as);
            offers.push(Change::Placed { person, people, asked_as });
            continue;
        }
        offers.push(Change::OfferMade { person: reserve.person, people, expires_at });
    }
    offers
}

/// Whether a reserve said yes since people are looked for, and not to a full task long ago: a place that comes free on one starts the hunt anew.
pub fn has_said_yes(task: &Task, reserve: &Signup) -> bool {
    !reserve.whole_only && reserve.answered_at > task.hunt_from
}

/// Those whose offers no longer fit the free places, the last in the queue first: somebody was put in meanwhile.
pub fn offers_void(task: &Task) -> Vec<PersonId> {
    let queue = |person: PersonId| task.signup(person).and_then(|signup| signup.queue);
    let mut offers = task.offers.clone();
    offers.sort_by_key(|offer| queue(offer.person));
    let mut offered: u32 = offers.iter().map(|offer| offer.people).sum();
    let mut void = Vec::new();
    while offered > task.free() {
        let Some(last) = offers.pop() else { break };
        offered -= last.people;
        void.push(last.person);
    }
    void
}

/// What is free to this person: what nobody is being asked about, and what they are asked about themselves. A place that is being offered to a
/// reserve is not free to a newcomer.
fn available_to(task: &Task, person: PersonId) -> u32 {
    let own = task.offer_to(person).map_or(0, |offer| offer.people);
    (task.unoffered() + own).min(task.free())
}

fn accepted_offer(task: &Task, person: PersonId) -> Vec<Change> {
    task.offer_to(person)
        .map(|_| Change::OfferEnded { person, end: OfferEnd::Accepted })
        .into_iter()
        .collect()
}

fn keep_fewer(task: &Task, who: Who, people: u32, calendar: &Calendar, now: DateTime<Utc>) -> Decision {
    let asked_as = task.signup(who.person).and_then(|signup| signup.asked_as).or(who.asked_as);
    let mut changes = vec![Change::Placed { person: who.person, people, asked_as }];
    changes.extend(hunt_again(task, &changes, calendar, now));
    Decision { changes, outcome: Outcome::Fewer { people } }
}

/// Starts the ladder anew where a place came free after the hunt was over, or after the requester had been answered.
pub fn hunt_again(
    task: &Task,
    changes: &[Change],
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Option<Change> {
    let mut after = task.clone();
    for change in changes {
        after.apply(change, now);
    }
    let answered = plan::is_answered(task);
    if !after.is_hunting() || !(task.is_full() || answered) {
        return None;
    }
    after.generation += 1;
    after.hunt_from = now;
    after.steps.clear();
    let promised_at = plan::promise_at_any_notice(&after, calendar).max(now);
    Some(Change::HuntRestarted { promised_at })
}

fn closed(task: &Task, now: DateTime<Utc>) -> Option<Outcome> {
    if task.state != TaskState::Open {
        return Some(Outcome::Closed(task.state));
    }
    (now >= task.ends_at).then_some(Outcome::Over)
}

#[cfg(test)]
mod tests;
