//! How far the ladder has been climbed, and which steps are due.

use chrono::{DateTime, TimeDelta, Utc};

use super::night::Night;
use super::offer::useful_until;
use super::rungs::Nominal;
use super::schedule::{Schedule, Scheduled};
use super::{Agenda, Due, Planned, What, between, end};
use crate::domain::local_time::Calendar;
use crate::domain::task::{StepOutcome, StepTaken, Task};

/// The longest that a step waits for the one before it when that was taken late.
const LATE_WAIT: TimeDelta = TimeDelta::minutes(20);

/// From ring to ring once the task has begun.
const ONCE_BEGUN_WAIT: TimeDelta = TimeDelta::minutes(10);

/// The ladder of a task that people are hunted for, at one instant.
pub struct Climb<'a> {
    task: &'a Task,
    night: Night<'a>,
    now: DateTime<Utc>,
    steps: Vec<Scheduled>,
}

impl Scheduled {
    pub fn planned(&self, task: &Task) -> Planned {
        let at = match self.rung.what {
            What::AnswerRequester if task.has_begun_before_hunt() => task.promised_at,
            What::AnswerRequester => task.promised_at.min(task.starts_at),
            _ => self.at,
        };
        Planned { step: self.rung.step, what: self.rung.what, at }
    }
}

impl<'a> Climb<'a> {
    pub fn new(task: &'a Task, calendar: &'a Calendar, now: DateTime<Utc>) -> Self {
        let steps = Schedule::of(task, calendar).steps;
        Self { task, night: Night::of(task, calendar), now, steps }
    }

    /// Adds to the agenda what the ladder has for it.
    pub fn go_on(&self, agenda: &mut Agenda) {
        let ends = self.task.hunt_ends_at(self.now);
        let held_until = self.task.held.map(|held| held.until).filter(|until| *until < ends);
        if let Some(until) = held_until.filter(|_| !self.has_started() || self.task.must_cover) {
            agenda.add(until, Due::Release);
        }
        for index in 0..self.steps.len() {
            if self.taken(index).is_some() {
                continue;
            }
            match self.steps[index].rung.what {
                What::AnswerRequester => self.answer(index, agenda),
                _ if self.is_silent() => {}
                What::AskStandby if self.may_still_be_filled() => self.ask(index, agenda),
                what if what.is_to_volunteers() && self.has_started() => {}
                what if what.is_to_volunteers() => self.ask(index, agenda),
                _ => self.ring(index, agenda),
            }
        }
        if let Some(answered) = super::answered_at(self.task) {
            self.go_on_after(answered, agenda);
        }
        self.remind_again(agenda);
    }

    /// Long after the last ring those who could still help are reminded.
    fn remind_again(&self, agenda: &mut Agenda) {
        let mut rings = (0..self.steps.len()).filter(|index| self.is_ringing(*index));
        let all_are_rung = rings.all(|index| self.taken(index).is_some());
        let times = super::to_the_end(self.task, &self.steps);
        let mut steps = between::in_between(self.task, &times, &self.night);
        steps.retain(|step| self.task.steps.iter().all(|taken| taken.step != step.step));
        steps.retain(|step| all_are_rung || between::is_dawn(step));
        for (place, step) in steps.iter().enumerate() {
            let is_overtaken = steps[place + 1..].iter().any(|later| later.at <= self.now);
            if between::is_dawn(step) {
                self.remind_at_dawn(*step, is_overtaken, agenda);
                continue;
            }
            match self.night.at_night(self.now) {
                _ if step.at > self.now => agenda.look_again(step.at),
                _ if self.has_started() || is_overtaken || self.was_just_said(agenda) => {
                    agenda.add(self.now, Due::Skip(*step))
                }
                // The end of a hold or an offer is on the agenda.
                _ if self.is_silent() || self.task.unoffered() == 0 => {}
                Some(quiet) => agenda.look_again(quiet.until),
                None => agenda.add(self.now, Due::Take(*step)),
            }
        }
    }

    /// Where the night went by people are reminded as they wake, be it that whoever took it over night has just been asked again.
    fn remind_at_dawn(&self, step: Planned, is_overtaken: bool, agenda: &mut Agenda) {
        let is_asked = |index: usize| self.steps[index].rung.what.is_to_volunteers();
        let was_just_asked = (0..self.steps.len()).filter(|index| is_asked(*index)).any(|index| {
            let lately = |taken: &StepTaken| taken.at + between::SHORTEST_SILENCE > self.now;
            self.taken(index).is_some_and(|taken| taken.outcome != StepOutcome::Skipped && lately(taken))
        });
        let asks = |due: &Due| matches!(due, Due::Take(step) if step.what.is_to_volunteers());
        let was_just_asked = was_just_asked || agenda.due.iter().any(asks);
        let is_left_to_somebody =
            self.task.held.is_some_and(|held| held.until > self.now && !held.asked_again);
        match () {
            () if step.at > self.now => agenda.look_again(step.at),
            () if self.has_started() || is_overtaken || was_just_asked => {
                agenda.add(self.now, Due::Skip(step))
            }
            // The end of a hold or an offer is on the agenda.
            () if is_left_to_somebody || self.task.unoffered() == 0 => {}
            () => agenda.add(self.now, Due::Take(step)),
        }
    }

    /// A task that must be covered is not left in silence when whoever asked has been answered.
    fn go_on_after(&self, answered: DateTime<Utc>, agenda: &mut Agenda) {
        for planned in end::after_answer(self.task, answered) {
            if self.task.steps.iter().any(|taken| taken.step == planned.step) {
                continue;
            }
            match planned.what {
                What::NotCovered => agenda.add(planned.at, Due::Take(planned)),
                // What was overdue when it began makes no sense any more.
                _ if self.has_started() => agenda.add(self.now, Due::Skip(planned)),
                // Whoever has said that they take it is asked first.
                _ if self.is_silent() => {}
                what => {
                    let night = self.night.around(what, planned.at);
                    agenda.add(night.map_or(planned.at, |night| night.until), Due::Take(planned));
                }
            }
        }
    }

    /// Whether the open place is spoken of now, or has been lately; what the requester is answered is for them alone.
    fn was_just_said(&self, agenda: &Agenda) -> bool {
        let is_answer = |step: u32| {
            self.steps.iter().any(|s| s.rung.step == step && s.rung.what == What::AnswerRequester)
        };
        let lately = |taken: &StepTaken| {
            taken.outcome != StepOutcome::Skipped && taken.at + between::SHORTEST_SILENCE > self.now
        };
        let is_due = |due: &Due| matches!(due, Due::Take(step) if step.what != What::AnswerRequester);
        agenda.due.iter().any(is_due)
            || self.task.steps.iter().any(|taken| lately(taken) && !is_answer(taken.step))
    }

    /// The requester is answered at the promised time whatever else goes on: sooner if there is nobody left to be reached.
    fn answer(&self, index: usize, agenda: &mut Agenda) {
        let planned = self.planned(index);
        let nobody_left = if self.is_silent() { None } else { self.reached_nobody_at(index) };
        agenda.add(nobody_left.map_or(planned.at, |at| at.min(planned.at)), Due::Take(planned));
    }

    /// Somebody on duty never waits for volunteers.
    fn ring(&self, index: usize, agenda: &mut Agenda) {
        if let Some(at) = self.due_at(index) {
            agenda.add(at, Due::Take(self.planned(index)));
        }
    }

    /// Volunteers are asked after the reserves have been, and not in quiet hours.
    fn ask(&self, index: usize, agenda: &mut Agenda) {
        let Some(at) = self.due_at(index) else { return };
        let planned = self.planned(index);
        if at > self.now {
            return agenda.look_again(at);
        }
        if self.task.unoffered() == 0 {
            // The end of an offer is on the agenda. It may be now, and the next reserve asked before the group.
            return;
        }
        if planned.what == What::Remind && self.is_idle_reminder(index) {
            return agenda.add(self.now, Due::Skip(planned));
        }
        match self.night.quiet_hours(self.now) {
            None => agenda.add(self.now, Due::Take(planned)),
            Some(quiet) if planned.what != What::Remind && quiet.until < self.task.starts_at => {
                agenda.look_again(quiet.until);
            }
            Some(_) => agenda.add(self.now, Due::Skip(planned)),
        }
    }

    /// Whether a reminder now would only add noise: the question is put to somebody at the same time, or has been to the next ones since, or
    /// nobody has seen it yet.
    fn is_idle_reminder(&self, reminder: usize) -> bool {
        let mut somebody_asked = false;
        for index in (0..self.steps.len()).filter(|index| self.is_asking(*index)) {
            match self.taken(index) {
                Some(taken) if taken.outcome == StepOutcome::Reached && index > reminder => return true,
                Some(taken) => somebody_asked |= taken.outcome == StepOutcome::Reached,
                None if self.due_at(index).is_some_and(|at| at <= self.now) => return true,
                None => {}
            }
        }
        !somebody_asked
    }

    /// When a step that was not taken is due, by the clock and by what came of the steps before it. `None`: not before one of those is taken.
    fn due_at(&self, index: usize) -> Option<DateTime<Utc>> {
        let step = &self.steps[index];
        if let Some(at) = self.reached_nobody_at(index) {
            return Some(at);
        }
        if self.task.has_begun_before_hunt() {
            return self.due_once_begun(index);
        }
        let Some(previous) = index.checked_sub(1) else { return Some(step.at) };
        let counts_from_previous = matches!(step.rung.nominal, Nominal::AfterPrevious(_));
        let rings_next = self.is_ringing(index) && self.is_ringing(previous);
        let reminds_of_previous = step.rung.what == What::Remind && self.is_asking(previous);
        if !counts_from_previous && !rings_next && !reminds_of_previous {
            return Some(step.at);
        }
        match self.taken(previous) {
            Some(taken) if taken.outcome == StepOutcome::Skipped => Some(step.at),
            Some(taken) if counts_from_previous => Some(taken.at + step.wait),
            // By the clock, but there must be a chance to answer also what was asked late.
            Some(taken) => Some(step.at.max(taken.at + step.wait.min(LATE_WAIT))),
            // It may turn out that the question replaces the reminder.
            None if reminds_of_previous => Some(step.at),
            // Volunteers may have to wait for the morning or for a reserve; those on duty do not wait for them.
            None if self.is_ringing(index) && !self.is_ringing(previous) => Some(step.at),
            None => None,
        }
    }

    /// The same where the task had begun before the hunt: at once, and from ring to ring a little later.
    fn due_once_begun(&self, index: usize) -> Option<DateTime<Utc>> {
        let rung_before = (0..index).rev().find(|before| self.is_ringing(*before) && self.is_ringing(index));
        match rung_before {
            Some(before) => self.taken(before).map(|taken| taken.at + ONCE_BEGUN_WAIT),
            None => Some(self.task.hunt_from),
        }
    }

    /// When the step before reached nobody, if that is what came of it: then this one is due at once. Steps that were passed over say nothing.
    fn reached_nobody_at(&self, index: usize) -> Option<DateTime<Utc>> {
        let mut before = (0..index).rev().map(|before| self.taken(before));
        let told = before.find(|taken| taken.is_none_or(|taken| taken.outcome != StepOutcome::Skipped))??;
        (told.outcome == StepOutcome::Nobody).then_some(told.at)
    }

    fn planned(&self, index: usize) -> Planned {
        self.steps[index].planned(self.task)
    }

    fn taken(&self, index: usize) -> Option<&StepTaken> {
        self.task.steps.iter().find(|taken| taken.step == self.steps[index].rung.step)
    }

    fn has_started(&self) -> bool {
        self.now >= self.task.starts_at
    }

    /// Whether the ladder says nothing now: somebody holds the task, or it is too late for anything but the answer.
    fn is_silent(&self) -> bool {
        let is_over = self.has_started() && !(self.task.must_cover && self.now < self.task.ends_at);
        is_over || self.task.held.is_some_and(|held| held.until > self.now)
    }

    /// Whether the task must be covered, and began before the hunt, and somebody would still be of use.
    fn may_still_be_filled(&self) -> bool {
        self.task.must_cover && self.task.has_begun_before_hunt() && self.now < useful_until(self.task)
    }

    /// Whether the step rings somebody who may answer, so that the next one waits for that.
    fn is_ringing(&self, index: usize) -> bool {
        self.steps[index].rung.what.rings()
    }

    fn is_asking(&self, index: usize) -> bool {
        matches!(self.steps[index].rung.what, What::Ask { .. })
    }
}
