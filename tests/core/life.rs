//! One task from its opening until nobody has anything more to say about it, with what the service around the core does: it takes what is due, applies
//! the changes, and lets follow from them what follows.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use fastrand::Rng;

use tannhjul::domain::answer;
use tannhjul::domain::attendance::Mark;
use tannhjul::domain::ids::*;
use tannhjul::domain::ladder::{Action, Ladder, Step, When};
use tannhjul::domain::local_time::Calendar;
use tannhjul::domain::plan::{self, Attend, Due, Planned, What};
use tannhjul::domain::service::ServiceKind;
use tannhjul::domain::task::{
    Asked, Change, Held, OfferEnd, SignupState, StepOutcome, Task, TaskState, Told,
};

/// More than there is to do at any one instant.
const MOST_DUE: usize = 100;
/// Volunteers, numbered from 1.
pub const PEOPLE: i64 = 9;
/// Who is rung: the one on duty, the deputy, and the municipality's contact.
pub const DUTY: [PersonId; 3] = [PersonId(101), PersonId(102), PersonId(103)];
pub const REQUESTER: PersonId = PersonId(100);

/// A rule that did not hold.
#[derive(Debug)]
pub struct Broken {
    pub rule: &'static str,
    pub what: String,
    pub story: Vec<String>,
}

/// What a life has seen of what there is to be seen.
#[derive(Clone, Debug, Default)]
pub struct Met(BTreeSet<&'static str>);

pub struct Life {
    pub task: Task,
    pub calendar: Calendar,
    pub now: DateTime<Utc>,
    /// The latest that the clock has ever shown.
    pub latest: DateTime<Utc>,
    /// Who can't be written to, by their numbers, and groups by their numbers below zero.
    pub unreached: BTreeSet<i64>,
    pub approved: BTreeSet<i64>,
    /// What duty was told outside the ladder: that somebody can't be asked whether they come.
    pub told_duty: u32,
    pub story: Vec<String>,
    pub met: Met,
    /// When something was to be due next. What is done at another instant is done late, or follows from what somebody has just done.
    pub announced: Option<DateTime<Utc>>,
    /// Whether the municipality has taken it upon itself.
    pub taken_over: bool,
    /// Whether the clock was ever put back: then what was asked for a time that had come may be asked before it.
    pub turned_back: bool,
}

/// The instant of a wall-clock time in Norway.
fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
    calendar.instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time"))
}

impl Life {
    /// A task that was promised an answer, opened near one of the awkward days half of the time.
    pub fn begin(seed: u64) -> Self {
        let random = &mut Rng::with_seed(seed ^ 0x7a3f);
        let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
        let near = [
            "2026-03-27 00:00",
            "2026-10-23 00:00",
            "2026-12-23 00:00",
            "2026-04-01 00:00",
            "2026-11-20 00:00",
        ];
        loop {
            let now = at(&calendar, near[random.usize(..near.len())])
                + TimeDelta::minutes(random.i64(0..4 * 24 * 60));
            let notice = [4, 12, 30, 80, 240][random.usize(..5)];
            let starts_at = now + TimeDelta::minutes(random.i64(40..60 * notice));
            let task = some_task(random, now, starts_at);
            let Some(promised_at) = plan::promise(&task, &calendar) else { continue };
            let task = Task { promised_at, ..task };
            let approved = (1..=PEOPLE).filter(|_| random.u8(..3) > 0).collect();
            let story = vec![format!(
                "{}: {} places, {}-{}, answer {}, asked {}, must cover {}, companions {}, approved only {}",
                show(&calendar, now),
                task.places,
                show(&calendar, task.starts_at),
                show(&calendar, task.ends_at),
                show(&calendar, promised_at),
                task.asked.len(),
                task.must_cover,
                task.companions,
                task.approved_only,
            )];
            return Self {
                task,
                calendar,
                now,
                latest: now,
                unreached: BTreeSet::new(),
                approved,
                told_duty: 0,
                story,
                met: Met::default(),
                announced: None,
                taken_over: false,
                turned_back: false,
            };
        }
    }

    pub fn tell(&mut self, line: impl AsRef<str>) {
        self.story.push(format!("{} {}", show(&self.calendar, self.now), line.as_ref()));
    }

    pub fn holds(&self, rule: &'static str, is: bool, what: impl FnOnce() -> String) -> Result<(), Broken> {
        match is {
            true => Ok(()),
            false => Err(Broken { rule, what: what(), story: self.story.clone() }),
        }
    }

    pub fn reaches(&self, person: PersonId) -> bool {
        !self.unreached.contains(&person.0)
    }

    pub fn reaches_group(&self, group: GroupId) -> bool {
        !self.unreached.contains(&-group.0)
    }

    /// Notes one change that nothing else follows from.
    pub fn note(&mut self, change: &Change) {
        self.met.saw(change);
        self.taken_over |= matches!(change, Change::StateChanged { to: TaskState::TakenOver });
        self.task.apply(change, self.now);
    }

    /// Carries out changes, with what follows from them, as `commands::desk::Desk::change` does.
    pub fn change(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        let was_hunting = self.task.is_hunting();
        for change in changes {
            self.note(change);
        }
        self.shrink();
        if was_hunting && !self.task.is_hunting() {
            self.thank_for_parts();
        }
        self.make_offers();
        self.tell_requester_of_places();
    }

    fn shrink(&mut self) {
        let task = &self.task;
        let Some(wanted) = task.places_wanted.filter(|_| task.free() > 0) else { return };
        let to = task.taken().max(wanted).max(1);
        if to < task.places {
            self.note(&Change::PlacesChanged { to });
        }
        if self.task.taken() <= wanted {
            self.note(&Change::PlacesWanted { to: None });
        }
    }

    fn thank_for_parts(&mut self) {
        for signup in self.task.signups.clone() {
            if signup.state == SignupState::Partial {
                self.note(&Change::Declined { person: signup.person, asked_as: signup.asked_as });
            }
        }
    }

    /// A reserve who can't be written to is passed over at once.
    fn make_offers(&mut self) {
        for _ in 0..=self.task.signups.len() {
            let offers = answer::offers_due(&self.task, &self.calendar, self.now);
            let mut passed_over = false;
            for offer in &offers {
                // An offer that grows ends first.
                let Change::OfferMade { person, .. } = *offer else {
                    self.note(offer);
                    continue;
                };
                if self.reaches(person) {
                    self.note(offer);
                } else {
                    passed_over = true;
                    self.note(&Change::FellSilent { person });
                }
            }
            if !passed_over {
                return;
            }
        }
    }

    fn tell_requester_of_places(&mut self) {
        let task = &self.task;
        let open = task.state == TaskState::Open;
        if open && task.is_full() && task.told != Some(Told::Filled) && task.taken() > 0 {
            self.note(&Change::RequesterTold { told: Told::Filled });
        }
        let task = &self.task;
        let believes = task.told == Some(Told::Filled) && task.is_hunting() && task.offers.is_empty();
        if believes && self.now < task.promised_at.min(task.starts_at) {
            self.note(&Change::RequesterTold { told: Told::Short });
        }
    }

    /// Offers that no longer fit what is free end, and what is free still is offered down the queue.
    pub fn void_what_does_not_fit(&mut self) {
        for person in answer::offers_void(&self.task) {
            self.note(&Change::OfferEnded { person, end: OfferEnd::Void });
        }
        self.make_offers();
    }

    /// No more people are looked for.
    pub fn void_all(&mut self) {
        for offer in self.task.offers.clone() {
            self.note(&Change::OfferEnded { person: offer.person, end: OfferEnd::Void });
        }
        self.thank_for_parts();
    }

    /// Does what is due at this instant until nothing more is, and checks the rules.
    pub fn settle(&mut self) -> Result<(), Broken> {
        self.latest = self.latest.max(self.now);
        for _ in 0..MOST_DUE {
            let plan = plan::plan(&self.task, &self.calendar, self.now);
            let Some(due) = plan.due.first().copied() else {
                self.announced = plan.next;
                return self.check(plan.next);
            };
            self.holds("what is due is looked at again at once", plan.next == Some(self.now), || {
                format!("{plan:?}")
            })?;
            self.may_be_done_now(due)?;
            self.carry_out(due);
        }
        let plan = plan::plan(&self.task, &self.calendar, self.now);
        self.holds("a plan comes to rest", false, || format!("{:?} of {:?}", plan.due, self.task))
    }

    fn carry_out(&mut self, due: Due) {
        match due {
            Due::Take(planned) => self.take(planned),
            Due::Skip(planned) => {
                self.note(&Change::StepTaken { step: planned.step, outcome: StepOutcome::Skipped });
            }
            Due::Attend(what) => self.attend(what),
            Due::ExpireOffer(person) => {
                self.tell(format!("the offer to {} runs out", person.0));
                let end = OfferEnd::Expired;
                self.change(&[Change::OfferEnded { person, end }, Change::FellSilent { person }]);
            }
            Due::Release => self.release(),
            Due::End => {
                self.tell("it ends");
                self.void_all();
                self.note(&Change::StateChanged { to: TaskState::Ended });
            }
        }
    }

    fn take(&mut self, planned: Planned) {
        let outcome = match planned.what {
            What::Ask { order } => self.outcome_of_asking(order),
            What::Remind => match self.task.asked.iter().any(|a| !a.closed && self.reaches_group(a.group)) {
                true => StepOutcome::Reached,
                false => StepOutcome::Skipped,
            },
            // One stands by.
            What::AskStandby => match self.task.signup(PersonId(PEOPLE)) {
                Some(_) => StepOutcome::Skipped,
                None => self.outcome_of_telling(PersonId(PEOPLE)),
            },
            What::Duty => self.outcome_of_telling(DUTY[0]),
            What::Deputy => self.outcome_of_telling(DUTY[1]),
            What::MunicipalityContact => self.outcome_of_telling(DUTY[2]),
            What::AnswerRequester => {
                let outcome = self.outcome_of_telling(REQUESTER);
                self.note(&Change::RequesterTold { told: Told::Short });
                outcome
            }
            What::RemindAgain | What::StillEmpty | What::LastCall => {
                match DUTY.iter().any(|person| self.reaches(*person)) {
                    true => StepOutcome::Reached,
                    false => StepOutcome::Nobody,
                }
            }
            What::NotCovered => self.outcome_of_telling(REQUESTER),
        };
        self.tell(format!("{:?}: {outcome:?}", planned.what));
        self.note(&Change::StepTaken { step: planned.step, outcome });
    }

    fn outcome_of_asking(&self, order: u32) -> StepOutcome {
        match self.task.asked.iter().find(|asked| asked.order == order) {
            Some(asked) if !asked.closed && self.reaches_group(asked.group) => StepOutcome::Reached,
            Some(_) => StepOutcome::Nobody,
            None => StepOutcome::Skipped,
        }
    }

    fn outcome_of_telling(&self, person: PersonId) -> StepOutcome {
        if self.reaches(person) { StepOutcome::Reached } else { StepOutcome::Nobody }
    }

    /// As `engine::steps::release`.
    fn release(&mut self) {
        let task = &self.task;
        let held =
            task.held.filter(|held| !held.asked_again && task.is_hunting() && self.now < task.starts_at);
        let asked = held.filter(|held| self.reaches(held.by));
        self.tell(format!("time is up for {:?}", self.task.held.map(|held| held.by.0)));
        let change = match asked {
            Some(Held { by, .. }) => {
                let until = (self.now + TimeDelta::minutes(20)).min(self.task.starts_at);
                Change::Held { by, until, asked_again: true, acting: false }
            }
            None => Change::Released,
        };
        self.note(&change);
    }

    /// As `engine::attend::take`.
    fn attend(&mut self, what: Attend) {
        self.tell(format!("{what:?}"));
        for (person, mark) in what.marks(&self.task, self.now) {
            self.mark(person, mark);
        }
        let unreached = |person: PersonId| !self.reaches(person);
        match what {
            Attend::AskConfirmation(person) if unreached(person) => self.told_duty += 1,
            Attend::AskStandIn(Some(person)) if unreached(person) => {
                self.mark(Some(person), Mark::StandInRefused);
            }
            Attend::AskCompletion(person) if unreached(person) && self.task.attending().count() == 1 => {
                self.mark(None, Mark::CompletionMissed);
            }
            _ => {}
        }
    }

    pub fn mark(&mut self, person: Option<PersonId>, mark: Mark) {
        self.note(&Change::Marked { person, mark, until: None });
    }
}

impl Met {
    /// What a thousand lives must have seen.
    const WANTED: [&'static str; 22] = [
        "placed",
        "queued",
        "partial",
        "part placed",
        "declined",
        "withdrew",
        "silent",
        "all or none",
        "offered",
        "offer ended",
        "step",
        "hunt again",
        "held",
        "released",
        "promise moved",
        "places",
        "places wanted",
        "moved",
        "marked",
        "told",
        "taken over",
        "cancelled",
    ];

    fn saw(&mut self, change: &Change) {
        self.0.insert(match change {
            Change::Placed { .. } => "placed",
            Change::Queued { .. } => "queued",
            Change::QueuedForPart { .. } => "queued for part",
            Change::OfferRefused { .. } => "offer refused",
            Change::PartialOffered { .. } => "partial",
            Change::PartPlaced { .. } => "part placed",
            Change::Declined { .. } => "declined",
            Change::Withdrew { .. } => "withdrew",
            Change::FellSilent { .. } => "silent",
            Change::WantsAllOrNone { .. } => "all or none",
            Change::OfferMade { .. } => "offered",
            Change::OfferEnded { .. } => "offer ended",
            Change::StepTaken { .. } => "step",
            Change::HuntRestarted { .. } => "hunt again",
            Change::Held { .. } => "held",
            Change::Released => "released",
            Change::PromiseMoved { .. } => "promise moved",
            Change::PlacesChanged { .. } => "places",
            Change::PlacesWanted { .. } => "places wanted",
            Change::Moved { .. } => "moved",
            Change::Marked { .. } => "marked",
            Change::RequesterTold { .. } => "told",
            Change::StateChanged { to: TaskState::TakenOver } => "taken over",
            Change::StateChanged { to: TaskState::Cancelled } => "cancelled",
            Change::StateChanged { .. } => "ended",
        });
    }

    pub fn add(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    pub fn missing(&self) -> Vec<&'static str> {
        Self::WANTED.into_iter().filter(|wanted| !self.0.contains(wanted)).collect()
    }
}

/// How the story writes an instant: "søn 22.11 16:00".
pub fn show(calendar: &Calendar, instant: DateTime<Utc>) -> String {
    calendar.local(instant).format("%a %d.%m %H:%M:%S").to_string()
}

fn some_task(random: &mut Rng, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> Task {
    let asked = |order: u32| Asked {
        order,
        organisation: OrganisationId(order.into()),
        group: GroupId(order.into()),
        agreement: AgreementId(order.into()),
        rate_ore: 20_000,
        closed: false,
    };
    let approved_only = random.u8(..4) == 0;
    Task {
        id: TaskId(1),
        municipality: MunicipalityId(1),
        number: TaskNumber(17),
        request: RequestId(1),
        unit: UnitId(1),
        requester: REQUESTER,
        service: ServiceKind::SnowClearing,
        zone: None,
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(random.i64(15..300)),
        places: random.u32(1..5),
        state: TaskState::Open,
        must_cover: random.bool(),
        has_recipient: random.bool(),
        companions: !approved_only && random.bool(),
        approved_only,
        ladder: some_ladder(random),
        generation: 1,
        hunt_from: now,
        promised_at: starts_at,
        opened_at: now,
        moved_at: None,
        places_wanted: None,
        told: None,
        held: None,
        asked: (1..=random.u32(1..5)).map(asked).collect(),
        signups: Vec::new(),
        offers: Vec::new(),
        steps: Vec::new(),
        marks: Vec::new(),
    }
}

/// The usual ladder, or one that a municipality may have written instead.
fn some_ladder(random: &mut Rng) -> Ladder {
    if random.bool() {
        return Ladder::default();
    }
    let step = |when, action| Step { when, action };
    let lead = random.u32(2..40) * 60;
    let ladder = Ladder {
        steps: vec![
            step(When::AtOnce, Action::AskFirst),
            step(When::Unanswered(random.u32(10..240)), Action::AskNext { apart: random.u32(5..180) }),
            step(When::BeforeStart(lead + 8 * 60), Action::Remind),
            step(When::BeforeStart(lead + 4 * 60), Action::AskStandby),
            step(When::BeforeStart(lead + 60), Action::Duty),
            step(When::Unanswered(random.u32(5..60)), Action::Deputy),
            step(When::Unanswered(random.u32(5..60)), Action::MunicipalityContact),
            step(When::BeforeStart(lead), Action::AnswerRequester),
        ],
    };
    assert_eq!(ladder.faults(), []);
    ladder
}
