//! A task with everything that has been answered, offered and done about it, and what changes it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::attendance::{Mark, Marked};
use super::ids::{
    AgreementId, GroupId, MunicipalityId, OfferId, OrganisationId, PersonId, RequestId, TaskId, TaskNumber,
    UnitId, ZoneId,
};
use super::ladder::Ladder;
use super::service::ServiceKind;

/// One occurrence of a need: a service in a window of time, with places to fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub municipality: MunicipalityId,
    pub number: TaskNumber,
    pub request: RequestId,
    pub unit: UnitId,
    /// Who asked, and who is promised an answer.
    pub requester: PersonId,
    pub service: ServiceKind,
    pub zone: Option<ZoneId>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub places: u32,
    pub state: TaskState,
    /// The service can't wait or lapse (meals).
    pub must_cover: bool,
    /// Somebody at home waits for it, who must know who comes.
    pub has_recipient: bool,
    /// Whether one person may answer for several ("vi er to").
    pub companions: bool,
    /// Only people whom the service has approved may take a place.
    pub approved_only: bool,
    pub ladder: Ladder,
    /// Grows each time the hunt for people starts anew; steps are counted within it.
    pub generation: u32,
    /// When the present hunt began.
    pub hunt_from: DateTime<Utc>,
    /// When the requester was promised an answer.
    pub promised_at: DateTime<Utc>,
    pub opened_at: DateTime<Utc>,
    /// When its time was last changed.
    pub moved_at: Option<DateTime<Utc>>,
    /// Fewer places are wanted than there are, as soon as somebody steps down.
    pub places_wanted: Option<u32>,
    /// The last thing the requester was told of its places.
    pub told: Option<Told>,
    /// Somebody answers for the task, and the ladder is silent until then.
    pub held: Option<Held>,
    /// Who is asked, in the order of the agreements.
    pub asked: Vec<Asked>,
    pub signups: Vec<Signup>,
    /// Open offers only.
    pub offers: Vec<Offer>,
    /// Steps taken in the present generation.
    pub steps: Vec<StepTaken>,
    /// What those who come were asked and have said, the oldest first.
    pub marks: Vec<Marked>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum TaskState {
    /// People are looked for, or have been found.
    Open,
    /// The municipality does what is left itself.
    TakenOver,
    Cancelled,
    /// Its time is over.
    Ended,
}

/// What the requester was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Told {
    /// Every place is filled.
    Filled,
    /// Places are open, and this is how many come.
    Short,
}

/// A duty holder who has said "I take it", until a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub by: PersonId,
    pub until: DateTime<Utc>,
    /// Whether they have been asked again after their time was up.
    pub asked_again: bool,
}

/// An organisation that is asked, in which group, for how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// 1 is asked first.
    pub order: u32,
    pub organisation: OrganisationId,
    pub group: GroupId,
    pub agreement: AgreementId,
    /// To the club, for each place, in øre.
    pub rate_ore: i64,
    /// It may be asked no more: its agreement has ended, or the service was stopped.
    pub closed: bool,
}

/// One person's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signup {
    pub person: PersonId,
    pub state: SignupState,
    /// Places held or queued for; 0 for an answer that holds none.
    pub people: u32,
    /// The place in the queue of reserves; the lowest goes first.
    pub queue: Option<u32>,
    /// The organisation whose group the person answered in.
    pub asked_as: Option<OrganisationId>,
    /// What the person offered, or holds, instead of the whole task: minutes after midnight, wall clock.
    pub from_minute: Option<u16>,
    pub until_minute: Option<u16>,
    /// A reserve for several places who won't come with fewer.
    pub whole_only: bool,
    pub answered_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SignupState {
    /// Holds `people` places.
    Placed,
    /// Waits in the queue.
    Reserve,
    /// Offered a part of the task; the coordinator decides.
    Partial,
    Declined,
    /// Held a place and gave it back.
    Withdrawn,
    /// Was offered a place out of the queue and did not answer in time.
    Silent,
}

/// A question to one person that waits for an answer: will you take the place?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: OfferId,
    pub person: PersonId,
    /// Places offered: fewer than queued for asks whether some of them will come.
    pub people: u32,
    pub made_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum OfferEnd {
    Accepted,
    Declined,
    Expired,
    /// What was offered is gone: the task was cancelled or filled.
    Void,
}

/// A step of the ladder that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepTaken {
    /// Its place among the task's planned steps.
    pub step: u32,
    pub outcome: StepOutcome,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum StepOutcome {
    /// Somebody was told or asked.
    Reached,
    /// Nobody could be reached: the ladder goes on at once.
    Nobody,
    /// It no longer made sense, as when it was overdue together with a later one.
    Skipped,
}

/// What happened to a task. Applied alike to a `Task` in memory and, by the store, to its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// `person` holds `people` places from now on.
    Placed {
        person: PersonId,
        people: u32,
        asked_as: Option<OrganisationId>,
    },
    /// `person` waits for `people` places, last in the queue unless already in it.
    Queued {
        person: PersonId,
        people: u32,
        asked_as: Option<OrganisationId>,
    },
    /// `person` offers a part of the task.
    PartialOffered {
        person: PersonId,
        from_minute: Option<u16>,
        until_minute: Option<u16>,
        asked_as: Option<OrganisationId>,
    },
    /// `person` waits, last in the queue unless already in it, to come for a part of the task.
    QueuedForPart {
        person: PersonId,
        from_minute: Option<u16>,
        until_minute: Option<u16>,
        asked_as: Option<OrganisationId>,
    },
    /// What `person` offered is not needed, or does not do. That is nobody's no: it counts for no organisation.
    OfferRefused {
        person: PersonId,
    },
    /// The coordinator takes `person` for the part that was offered: they hold a place for those hours.
    PartPlaced {
        person: PersonId,
        asked_as: Option<OrganisationId>,
    },
    /// `person` says no and held no place.
    Declined {
        person: PersonId,
        asked_as: Option<OrganisationId>,
    },
    /// `person` gives the places back.
    Withdrew {
        person: PersonId,
    },
    /// `person` let an offer out of the queue run out.
    FellSilent {
        person: PersonId,
    },
    /// `person` waits on in the queue, but only for all the places asked for.
    WantsAllOrNone {
        person: PersonId,
    },
    OfferMade {
        person: PersonId,
        people: u32,
        expires_at: DateTime<Utc>,
    },
    OfferEnded {
        person: PersonId,
        end: OfferEnd,
    },
    StepTaken {
        step: u32,
        outcome: StepOutcome,
    },
    /// Places are open again after the hunt was over: the ladder starts anew from now.
    HuntRestarted {
        promised_at: DateTime<Utc>,
    },
    Held {
        by: PersonId,
        until: DateTime<Utc>,
        asked_again: bool,
        /// Nobody said "I take it": somebody began to do something about the hole.
        #[serde(default)]
        acting: bool,
    },
    Released,
    /// The answer to the requester was moved.
    PromiseMoved {
        to: DateTime<Utc>,
    },
    /// There are this many places from now on. Fewer: those who come are enough, or the municipality fills the rest.
    PlacesChanged {
        to: u32,
    },
    /// So many places are wanted, as soon as somebody steps down. `None`: all that there are.
    PlacesWanted {
        to: Option<u32>,
    },
    /// The task has another time. What was confirmed for the old one counts no more, and the ladder starts anew.
    Moved {
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
        promised_at: DateTime<Utc>,
    },
    /// Something was asked about somebody who comes, or answered.
    Marked {
        person: Option<PersonId>,
        mark: Mark,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<DateTime<Utc>>,
    },
    RequesterTold {
        told: Told,
    },
    StateChanged {
        to: TaskState,
    },
}

impl Signup {
    /// Whether it is for a part of the task only.
    pub fn is_for_a_part(&self) -> bool {
        self.from_minute.is_some() || self.until_minute.is_some()
    }
}

impl Task {
    /// Places held by somebody.
    pub fn taken(&self) -> u32 {
        self.placed().map(|signup| signup.people).sum()
    }

    /// Places nobody holds.
    pub fn free(&self) -> u32 {
        self.places.saturating_sub(self.taken())
    }

    /// Places that nobody holds and nobody is being asked about.
    pub fn unoffered(&self) -> u32 {
        let offered: u32 = self.offers.iter().map(|offer| offer.people).sum();
        self.free().saturating_sub(offered)
    }

    pub fn is_full(&self) -> bool {
        self.free() == 0
    }

    /// Whether the present hunt began when the task had: somebody gave a place back in the middle of it, or was not there.
    pub fn has_begun_before_hunt(&self) -> bool {
        self.hunt_from >= self.starts_at
    }

    /// Until when somebody can say that they take care of it: its start, and once it has begun its end.
    pub fn hunt_ends_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        if now < self.starts_at { self.starts_at } else { self.ends_at }
    }

    /// Whether people are still looked for.
    pub fn is_hunting(&self) -> bool {
        self.state == TaskState::Open && !self.is_full()
    }

    pub fn signup(&self, person: PersonId) -> Option<&Signup> {
        self.signups.iter().find(|signup| signup.person == person)
    }

    /// How many places `person` holds.
    pub fn held_by(&self, person: PersonId) -> u32 {
        self.placed().find(|signup| signup.person == person).map_or(0, |signup| signup.people)
    }

    /// Those who come, in the order they answered.
    pub fn placed(&self) -> impl Iterator<Item = &Signup> {
        self.signups.iter().filter(|signup| signup.state == SignupState::Placed)
    }

    /// Whether `person` offered less than the whole, and nobody has decided.
    pub fn is_undecided(&self, person: PersonId) -> bool {
        self.undecided().any(|signup| signup.person == person)
    }

    /// Those who offered a part, or would come on a condition, and of whom nobody has decided; the first who offered first.
    pub fn undecided(&self) -> impl Iterator<Item = &Signup> {
        self.signups.iter().filter(|signup| signup.state == SignupState::Partial)
    }

    /// The reserves, the first in the queue first.
    pub fn reserves(&self) -> Vec<&Signup> {
        let mut reserves: Vec<_> = self.signups.iter().filter(|s| s.state == SignupState::Reserve).collect();
        reserves.sort_by_key(|signup| signup.queue);
        reserves
    }

    /// Whether an organisation that was to be asked may be asked no more.
    pub fn is_closed_to(&self, organisation: Option<OrganisationId>) -> bool {
        let mut asked = self.asked.iter().filter(|asked| Some(asked.organisation) == organisation).peekable();
        asked.peek().is_some() && asked.all(|asked| asked.closed)
    }

    pub fn offer_to(&self, person: PersonId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.person == person)
    }

    /// The place at the end of the queue.
    pub fn queue_end(&self) -> u32 {
        self.signups.iter().filter_map(|signup| signup.queue).max().unwrap_or(0) + 1
    }

    /// Carries out one change. The store does the same to the rows.
    pub fn apply(&mut self, change: &Change, now: DateTime<Utc>) {
        match *change {
            Change::Placed { person, people, asked_as } => {
                self.put(now, person, SignupState::Placed, people, None, asked_as);
            }
            Change::Queued { person, people, asked_as } => {
                let queue = self.signup(person).and_then(|s| s.queue).unwrap_or_else(|| self.queue_end());
                self.put(now, person, SignupState::Reserve, people, Some(queue), asked_as);
            }
            Change::PartialOffered { person, from_minute, until_minute, asked_as } => {
                let signup = self.put(now, person, SignupState::Partial, 0, None, asked_as);
                signup.from_minute = from_minute;
                signup.until_minute = until_minute;
            }
            Change::QueuedForPart { person, from_minute, until_minute, asked_as } => {
                let queue = self.signup(person).and_then(|s| s.queue).unwrap_or_else(|| self.queue_end());
                let signup = self.put(now, person, SignupState::Reserve, 1, Some(queue), asked_as);
                signup.from_minute = from_minute;
                signup.until_minute = until_minute;
            }
            Change::OfferRefused { person } => {
                self.put(now, person, SignupState::Declined, 0, None, None).asked_as = None;
            }
            Change::PartPlaced { person, asked_as } => {
                let hours = self.signup(person).map(|signup| (signup.from_minute, signup.until_minute));
                let signup = self.put(now, person, SignupState::Placed, 1, None, asked_as);
                (signup.from_minute, signup.until_minute) = hours.unwrap_or_default();
            }
            Change::Declined { person, asked_as } => {
                self.put(now, person, SignupState::Declined, 0, None, asked_as);
            }
            Change::Withdrew { person } => {
                self.put(now, person, SignupState::Withdrawn, 0, None, None);
            }
            Change::FellSilent { person } => {
                self.put(now, person, SignupState::Silent, 0, None, None);
            }
            Change::WantsAllOrNone { person } => {
                if let Some(signup) = self.signups.iter_mut().find(|signup| signup.person == person) {
                    signup.whole_only = true;
                }
            }
            Change::OfferMade { person, people, expires_at } => {
                // The row's id is given by the store; in memory the person is enough to find it.
                self.offers.push(Offer { id: OfferId(0), person, people, made_at: now, expires_at });
            }
            Change::OfferEnded { person, .. } => self.offers.retain(|offer| offer.person != person),
            Change::StepTaken { step, outcome } => self.steps.push(StepTaken { step, outcome, at: now }),
            Change::HuntRestarted { promised_at } => self.begin_hunt(promised_at, now),
            Change::Held { by, until, asked_again, .. } => self.held = Some(Held { by, until, asked_again }),
            Change::Released => self.held = None,
            Change::PromiseMoved { to } => self.promised_at = to,
            Change::PlacesChanged { to } => self.places = to,
            Change::PlacesWanted { to } => {
                self.places_wanted = to;
                // Whoever was asked to step down and has not answered is needed, and may be asked anew another time.
                if to.is_none() {
                    self.marks.retain(|marked| marked.mark != Mark::StepDownAsked);
                }
            }
            Change::Moved { starts_at, ends_at, promised_at } => {
                (self.starts_at, self.ends_at) = (starts_at, ends_at);
                self.moved_at = Some(now);
                self.begin_hunt(promised_at, now);
            }
            Change::Marked { person, mark, until } => {
                let at = self.mark_time(now);
                self.marks.push(Marked { person, mark, at, until });
            }
            Change::RequesterTold { told } => self.told = Some(told),
            Change::StateChanged { to } => self.state = to,
        }
    }

    /// When a mark that is put at `now` counts from: after everything that was said before it, also when the clock has been put back since. A mark that
    /// seems older than what it is about would count for nothing, and be put again and again.
    fn mark_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let marks = self.marks.iter().map(|marked| marked.at);
        let answers = self.signups.iter().map(|signup| signup.answered_at);
        marks.chain(answers).chain(self.moved_at).fold(now, Ord::max)
    }

    fn begin_hunt(&mut self, promised_at: DateTime<Utc>, now: DateTime<Utc>) {
        self.generation += 1;
        self.hunt_from = now;
        self.promised_at = promised_at;
        self.held = None;
        self.steps.clear();
    }

    fn put(
        &mut self,
        now: DateTime<Utc>,
        person: PersonId,
        state: SignupState,
        people: u32,
        queue: Option<u32>,
        asked_as: Option<OrganisationId>,
    ) -> &mut Signup {
        let index = match self.signups.iter().position(|signup| signup.person == person) {
            Some(index) => index,
            None => {
                self.signups.push(Signup {
                    person,
                    state,
                    people,
                    queue,
                    asked_as,
                    from_minute: None,
                    until_minute: None,
                    whole_only: false,
                    answered_at: now,
                });
                self.signups.len() - 1
            }
        };
        let signup = &mut self.signups[index];
        signup.state = state;
        signup.people = people;
        signup.queue = queue;
        signup.asked_as = asked_as.or(signup.asked_as);
        signup.from_minute = None;
        signup.until_minute = None;
        signup.whole_only = false;
        signup.answered_at = now;
        signup
    }
}
