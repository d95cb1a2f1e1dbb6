//! What people do to a task: volunteers answer, staff change their minds, those on duty act; and the world around them goes its way.

use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;

use tannhjul::domain::answer::{self, Decision, Outcome, Who};
use tannhjul::domain::attendance::Mark;
use tannhjul::domain::ids::{OrganisationId, PersonId};
use tannhjul::domain::plan::{self, What};
use tannhjul::domain::task::{Asked, Change, OfferEnd, SignupState, StepOutcome, TaskState, Told};

use super::life::{Broken, DUTY, Life, PEOPLE, REQUESTER, show};

impl Life {
    /// Something happens, and what follows from it at once.
    pub fn act(&mut self, random: &mut Rng) -> Result<(), Broken> {
        // No two things happen at one instant.
        self.now += TimeDelta::seconds(1);
        match random.u32(..100) {
            0..22 => self.says_yes(random)?,
            22..32 => self.says_no(random),
            32..40 => self.answers_an_offer(random),
            40..44 => self.offers_a_part(random),
            44..47 => self.part_is_decided(random),
            47..57 => self.says_something_about_coming(random),
            57..61 => self.duty_acts(random),
            61..63 => self.somebody_is_put_in(random),
            63..66 => self.is_moved(random),
            66..69 => self.has_other_places(random),
            69 => self.is_closed(random),
            70..73 => self.reach_changes(random),
            73 => self.a_club_comes_or_goes(random),
            74 => self.clock_jumps(random),
            75 => self.last_step_turns_out_to_reach_nobody(),
            _ => {
                let most = [20, 120, 600, 1500][random.usize(..4)];
                self.passes(self.now + TimeDelta::minutes(random.i64(1..most)), random)?;
            }
        }
        self.settle()
    }

    /// Time passes, instant by instant at which something is due.
    pub fn passes(&mut self, until: DateTime<Utc>, random: &mut Rng) -> Result<(), Broken> {
        for _ in 0..2000 {
            let next = plan::plan(&self.task, &self.calendar, self.now).next;
            let stop = next.map_or(until, |next| next.min(until));
            self.nothing_is_due_before(next, stop, random)?;
            self.now = self.now.max(stop);
            self.settle()?;
            if self.now >= until {
                return Ok(());
            }
        }
        self.holds("time passes", false, || format!("{:?}", self.task))
    }

    /// Who sleeps until the next instant misses nothing.
    fn nothing_is_due_before(
        &self,
        next: Option<DateTime<Utc>>,
        stop: DateTime<Utc>,
        random: &mut Rng,
    ) -> Result<(), Broken> {
        let seconds = (stop - self.now).num_seconds();
        if seconds < 2 {
            return Ok(());
        }
        let probe = self.now + TimeDelta::seconds(random.i64(1..seconds));
        let plan = plan::plan(&self.task, &self.calendar, probe);
        // It may turn out that there was no need to look so soon.
        let not_sooner = plan.next.is_none_or(|later| next.is_some_and(|next| later >= next));
        self.holds("nothing is due while nobody looks", plan.due.is_empty() && not_sooner, || {
            let next = next.map(|next| show(&self.calendar, next));
            format!("asleep until {next:?}, at {}: {plan:?}", show(&self.calendar, probe))
        })
    }

    /// Everybody can be reached again, and nobody says anything until all is over.
    pub fn ends(&mut self) -> Result<(), Broken> {
        self.unreached.clear();
        self.now = self.now.max(self.latest);
        self.tell("everybody can be reached, and nobody says anything more");
        let end = self.task.ends_at.max(self.now) + TimeDelta::days(12);
        self.passes(end, &mut Rng::with_seed(1))?;
        let over = self.task.state != TaskState::Open;
        self.holds("every task comes to its end", over, || format!("{:?}", self.task))?;
        let plan = plan::plan(&self.task, &self.calendar, self.now);
        self.holds("nothing goes on for ever", plan.next.is_none(), || format!("{plan:?} of {:?}", self.task))
    }

    fn somebody(&self, random: &mut Rng) -> PersonId {
        PersonId(random.i64(1..=PEOPLE))
    }

    fn who(&self, person: PersonId) -> Who {
        // Each belongs to one of three clubs.
        let asked_as = Some(OrganisationId(person.0 % 3 + 1));
        Who { person, approved: self.approved.contains(&person.0), asked_as }
    }

    fn follows(&mut self, who: &str, decision: Decision) -> Outcome {
        self.tell(format!("{who}: {:?}", decision.outcome));
        self.change(&decision.changes);
        decision.outcome
    }

    fn says_yes(&mut self, random: &mut Rng) -> Result<(), Broken> {
        let person = self.somebody(random);
        let people = match random.u8(..8) {
            0..4 => None,
            4 | 5 => Some(1),
            6 => Some(random.u32(2..4)),
            _ => Some(random.u32(1..25)),
        };
        let who = self.who(person);
        let before = self.task.clone();
        let decision = answer::accept(&self.task, who, people, &self.calendar, self.now);
        let outcome = self.follows(&format!("{} says yes for {people:?}", person.0), decision);
        self.no_reserve_was_overtaken(&before, person)?;
        // Who wants more than there is waits for all, takes some, or thinks about it.
        if let Outcome::OnlySomeLeft { wanted, free } = outcome {
            let decision = match random.u8(..3) {
                0 => answer::queue(&self.task, who, wanted, self.now),
                1 => answer::accept(&self.task, who, Some(free), &self.calendar, self.now),
                _ => return Ok(()),
            };
            self.follows(&format!("{} after all", person.0), decision);
        }
        Ok(())
    }

    fn says_no(&mut self, random: &mut Rng) {
        // Mostly it is somebody whom it concerns.
        let placed: Vec<PersonId> = self.task.placed().map(|signup| signup.person).collect();
        let person = match random.choice(&placed) {
            Some(person) if random.u8(..3) > 0 => *person,
            _ => self.somebody(random),
        };
        let decision = answer::decline(&self.task, self.who(person), &self.calendar, self.now);
        self.follows(&format!("{} says no", person.0), decision);
    }

    fn answers_an_offer(&mut self, random: &mut Rng) {
        let Some(offer) = random.choice(self.task.offers.clone()) else { return };
        let who = self.who(offer.person);
        let decision = match random.u8(..3) {
            0 => answer::decline(&self.task, who, &self.calendar, self.now),
            _ => answer::accept(&self.task, who, Some(offer.people), &self.calendar, self.now),
        };
        self.follows(&format!("{} answers the offer of {}", offer.person.0, offer.people), decision);
    }

    fn offers_a_part(&mut self, random: &mut Rng) {
        let person = self.somebody(random);
        let decision = answer::offer_part(&self.task, self.who(person), Some(960), None, self.now);
        self.follows(&format!("{} offers a part", person.0), decision);
    }

    fn part_is_decided(&mut self, random: &mut Rng) {
        let partial = self.task.signups.iter().filter(|signup| signup.state == SignupState::Partial);
        let Some(signup) = random.choice(partial.copied().collect::<Vec<_>>()) else { return };
        let who = Who { asked_as: signup.asked_as, ..self.who(signup.person) };
        let decision = match random.bool() {
            true => answer::accept_part(&self.task, who, &self.calendar, self.now),
            false => answer::decline(&self.task, who, &self.calendar, self.now),
        };
        self.follows(&format!("the part of {} is decided", signup.person.0), decision);
    }

    /// As `commands::duty`: takes the task, asks for more time, asks another club.
    fn duty_acts(&mut self, random: &mut Rng) {
        if self.task.state != TaskState::Open || self.now >= self.task.ends_at {
            return;
        }
        let by = DUTY[random.usize(..2)];
        match random.u8(..3) {
            0 if self.task.is_hunting() => {
                let until = self.now + TimeDelta::minutes([30, 60, 120][random.usize(..3)]);
                if until < self.task.starts_at {
                    self.tell(format!("{} takes it until {}", by.0, show(&self.calendar, until)));
                    self.change(&[Change::Held { by, until, asked_again: false, acting: false }]);
                }
            }
            1 if self.task.is_hunting() => {
                let latest = self.task.starts_at - TimeDelta::minutes(30);
                let to = (self.task.promised_at.max(self.now) + TimeDelta::minutes(60)).min(latest);
                if to > self.task.promised_at && to > self.now {
                    self.tell(format!("the answer is moved to {}", show(&self.calendar, to)));
                    self.change(&[Change::PromiseMoved { to }]);
                }
            }
            _ => self.next_club_is_asked_now(),
        }
    }

    fn next_club_is_asked_now(&mut self) {
        let taken = |step: u32| self.task.steps.iter().any(|taken| taken.step == step);
        let next = plan::ladder_times(&self.task, &self.calendar)
            .into_iter()
            .find(|planned| matches!(planned.what, What::Ask { .. }) && !taken(planned.step));
        let may = plan::may_ask_at(&self.task, &self.calendar, self.now).is_some();
        if let Some(planned) = next.filter(|_| may && self.task.is_hunting()) {
            self.tell(format!("duty has it done now: {:?}", planned.what));
            self.change(&[Change::StepTaken { step: planned.step, outcome: StepOutcome::Reached }]);
        }
    }

    fn somebody_is_put_in(&mut self, random: &mut Rng) {
        let person = self.somebody(random);
        let is_open = self.task.state == TaskState::Open && self.now < self.task.ends_at;
        let may = !self.task.approved_only || self.approved.contains(&person.0);
        if !is_open || !may || self.task.is_full() || self.task.held_by(person) > 0 {
            return;
        }
        self.tell(format!("{} is put in", person.0));
        let end = OfferEnd::Accepted;
        let offered = self.task.offer_to(person).map(|_| Change::OfferEnded { person, end });
        let mut changes: Vec<_> = offered.into_iter().collect();
        changes.push(Change::Placed { person, people: 1, asked_as: self.who(person).asked_as });
        self.change(&changes);
        self.void_what_does_not_fit();
    }

    /// As `commands::change`.
    fn is_moved(&mut self, random: &mut Rng) {
        let task = &self.task;
        if task.state != TaskState::Open || self.now >= task.ends_at {
            return;
        }
        let starts_at = task.starts_at + TimeDelta::minutes(random.i64(-1500..3000));
        let ends_at = starts_at + (task.ends_at - task.starts_at);
        if starts_at <= self.now {
            return;
        }
        let mut after = task.clone();
        after.apply(&Change::Moved { starts_at, ends_at, promised_at: self.now }, self.now);
        let promise = match after.is_full() {
            true => Some(plan::promise_at_any_notice(&after, &self.calendar).max(self.now)),
            false => plan::promise(&after, &self.calendar),
        };
        let Some(promised_at) = promise else { return };
        self.tell(format!(
            "it is moved to {}, answer {}",
            show(&self.calendar, starts_at),
            show(&self.calendar, promised_at)
        ));
        let mut changes = vec![Change::Moved { starts_at, ends_at, promised_at }];
        for signup in self.task.placed() {
            let person = Some(signup.person);
            changes.push(Change::Marked { person, mark: Mark::MoveAsked, until: Some(self.now) });
            if plan::is_asked_for_good(&after, &self.calendar, self.now) {
                changes.push(Change::Marked { person, mark: Mark::ConfirmationAsked, until: None });
            }
        }
        self.change(&changes);
    }

    fn has_other_places(&mut self, random: &mut Rng) {
        let task = &self.task;
        if task.state != TaskState::Open || self.now >= task.ends_at {
            return;
        }
        let to = random.u32(1..6);
        self.tell(format!("{to} are wanted instead of {}", self.task.places));
        let task = &self.task;
        if to > task.places {
            let mut changes = vec![Change::PlacesWanted { to: None }, Change::PlacesChanged { to }];
            if task.told == Some(Told::Filled) {
                changes.push(Change::RequesterTold { told: Told::Short });
            }
            if task.is_full() {
                let mut after = task.clone();
                after.places = to;
                after.hunt_from = self.now;
                after.steps.clear();
                let promised_at = plan::promise_at_any_notice(&after, &self.calendar).max(self.now);
                changes.push(Change::HuntRestarted { promised_at });
            }
            self.change(&changes);
        } else if task.taken() <= to {
            self.change(&[Change::PlacesWanted { to: None }, Change::PlacesChanged { to }]);
            self.void_what_does_not_fit();
        } else {
            self.void_all();
            let taken = self.task.taken();
            self.change(&[Change::PlacesChanged { to: taken }, Change::PlacesWanted { to: Some(to) }]);
        }
    }

    fn is_closed(&mut self, random: &mut Rng) {
        if self.task.state != TaskState::Open || self.now >= self.task.ends_at {
            return;
        }
        match random.u8(..3) {
            0 if self.task.taken() > 0 => {
                self.tell("those who come are enough");
                if self.task.is_full() {
                    return;
                }
                self.void_all();
                let to = self.task.taken();
                let told = Told::Filled;
                self.change(&[Change::RequesterTold { told }, Change::PlacesChanged { to }]);
            }
            kind => {
                let takes_over = kind == 1 && self.task.taken() == 0;
                let to = if takes_over { TaskState::TakenOver } else { TaskState::Cancelled };
                self.tell(format!("it is {to:?}"));
                self.void_all();
                self.change(&[Change::StateChanged { to }]);
            }
        }
    }

    fn reach_changes(&mut self, random: &mut Rng) {
        let who = match random.u8(..4) {
            0 => -random.i64(1..5),
            1 => DUTY[random.usize(..3)].0,
            2 => REQUESTER.0,
            _ => random.i64(1..=PEOPLE),
        };
        if self.unreached.remove(&who) {
            self.tell(format!("{who} can be reached again"));
        } else {
            self.tell(format!("{who} can't be reached"));
            self.unreached.insert(who);
        }
    }

    /// A club's agreement ends, or the task is put to another club.
    fn a_club_comes_or_goes(&mut self, random: &mut Rng) {
        if random.bool() {
            let index = random.usize(..self.task.asked.len());
            self.task.asked[index].closed = true;
            let order = self.task.asked[index].order;
            self.tell(format!("club {order} is asked no more"));
            let times = plan::ladder_times(&self.task, &self.calendar);
            let asks = times.into_iter().find(|planned| planned.what == What::Ask { order });
            let asks = asks.map(|planned| planned.step);
            for step in self.task.steps.iter_mut().filter(|step| Some(step.step) == asks) {
                step.outcome = StepOutcome::Nobody;
            }
        } else if self.task.asked.len() < 6 {
            let order = self.task.asked.iter().map(|asked| asked.order).max().unwrap_or(0) + 1;
            let new = Asked { order, closed: false, ..self.task.asked[0] };
            self.tell(format!("club {order} may be asked too"));
            self.task.asked.push(new);
        }
    }

    /// The system's clock is put right, or wrong.
    fn clock_jumps(&mut self, random: &mut Rng) {
        let hours = [-24 * 7, -24, -1, 1, 24, 24 * 7][random.usize(..6)];
        self.now += TimeDelta::hours(hours);
        self.turned_back |= hours < 0;
        self.tell(format!("the clock jumps by {hours} hours"));
    }

    /// It shows only when a message is delivered that nobody can be reached.
    fn last_step_turns_out_to_reach_nobody(&mut self) {
        if let Some(step) = self.task.steps.last_mut().filter(|step| step.outcome == StepOutcome::Reached) {
            step.outcome = StepOutcome::Nobody;
            self.tell("the last step turns out to have reached nobody");
        }
    }
}
