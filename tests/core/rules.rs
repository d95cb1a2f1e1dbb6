//! The rules of the product that the core can break.

use chrono::{DateTime, TimeDelta, Utc};

use tannhjul::domain::answer;
use tannhjul::domain::attendance::Mark;
use tannhjul::domain::ids::PersonId;
use tannhjul::domain::plan::{self, Due, What};
use tannhjul::domain::task::{SignupState, StepOutcome, Task, TaskState, Told};

use super::life::{Broken, Life};

/// What somebody who comes is asked or reminded of once.
const ONCE: [Mark; 13] = [
    Mark::ConfirmationAsked,
    Mark::ConfirmationReminded,
    Mark::StartReminded,
    Mark::CheckInAsked,
    Mark::CheckInReminded,
    Mark::NoShowTold,
    Mark::NoShowToldDeputy,
    Mark::NoShowToldContact,
    Mark::CompletionAsked,
    Mark::UnconfirmedTold,
    Mark::MoveReminded,
    Mark::MoveToldDuty,
    Mark::PartReminded,
];
/// So long before a task that must be covered the hunt goes on at any hour.
const AT_ANY_HOUR: TimeDelta = TimeDelta::hours(12);
const HALF_AN_HOUR: TimeDelta = TimeDelta::minutes(30);
/// Ten minutes to the question's repetition, ten more to duty.
const NO_SHOW_TOLD_AFTER: TimeDelta = TimeDelta::minutes(20);

impl Life {
    /// Checks everything, with all done that there is to do now. `next`: when the plan wants to be looked at again.
    pub fn check(&self, next: Option<DateTime<Utc>>) -> Result<(), Broken> {
        self.check_places()?;
        self.check_reserves()?;
        self.check_promise()?;
        self.check_ladder()?;
        self.check_those_who_come()?;
        self.check_recipient()?;
        let (task, now) = (&self.task, self.now);
        let open = task.state == TaskState::Open;
        self.holds("an open task has a clock", !open || next.is_some(), || format!("{task:?}"))?;
        self.holds("what comes lies ahead", next.is_none_or(|next| next > now), || format!("{next:?}"))?;
        self.holds("a task ends in time", !open || now < task.ends_at, || format!("{task:?}"))
    }

    /// No overbooking, ever.
    fn check_places(&self) -> Result<(), Broken> {
        let task = &self.task;
        self.holds("no place is given twice", task.taken() <= task.places, || {
            format!("{} of {}: {:?}", task.taken(), task.places, task.signups)
        })?;
        let offered: u32 = task.offers.iter().map(|offer| offer.people).sum();
        self.holds("no place is offered twice", offered <= task.free(), || {
            format!("{offered} offered of {}", task.free())
        })?;
        let mut people: Vec<PersonId> = task.signups.iter().map(|signup| signup.person).collect();
        people.sort_unstable();
        self.holds("one answer each", people.windows(2).all(|two| two[0] != two[1]), || {
            format!("{people:?}")
        })?;
        let alone = |people: u32| people <= 1 || task.companions;
        self.holds("each for themselves", task.placed().all(|signup| alone(signup.people)), || {
            format!("{:?}", task.signups)
        })?;
        let approved = |person: PersonId| !task.approved_only || self.approved.contains(&person.0);
        self.holds("only the approved", task.placed().all(|signup| approved(signup.person)), || {
            format!("{:?} of {:?}", self.approved, task.signups)
        })
    }

    /// Reserves keep their order, and free places are offered to them.
    fn check_reserves(&self) -> Result<(), Broken> {
        let task = &self.task;
        let reserves = task.reserves();
        let queue: Vec<_> = reserves.iter().filter_map(|signup| signup.queue).collect();
        let in_order = queue.len() == reserves.len() && queue.windows(2).all(|two| two[0] < two[1]);
        self.holds("a queue has an order", in_order, || format!("{reserves:?}"))?;
        let waits = |person| task.signup(person).is_some_and(|signup| signup.state == SignupState::Reserve);
        self.holds("reserves are asked", task.offers.iter().all(|offer| waits(offer.person)), || {
            format!("{:?}", task.offers)
        })?;
        for (index, signup) in reserves.iter().enumerate() {
            // Whoever asks for less than before may wait for an offer that is out already.
            let mut later = reserves[index..].iter().filter_map(|later| task.offer_to(later.person));
            let overtaken = later.any(|offer| offer.made_at >= signup.answered_at);
            let passed_over = overtaken && task.offer_to(signup.person).is_none();
            self.holds("reserves keep their order", !passed_over || signup.whole_only, || {
                format!("{:?} was passed over: {reserves:?}, {:?}", signup.person, task.offers)
            })?;
        }
        let closed = task.state != TaskState::Open;
        self.holds("nothing is offered of what is closed", !closed || task.offers.is_empty(), || {
            format!("{:?}", task.offers)
        })
    }

    /// Somebody said yes: nobody who waited before, and could have had the place, still waits unasked.
    pub fn no_reserve_was_overtaken(&self, before: &Task, person: PersonId) -> Result<(), Broken> {
        let more = self.task.held_by(person).saturating_sub(before.held_by(person));
        if more == 0 || before.offer_to(person).is_some() {
            return Ok(());
        }
        let unasked = before.reserves().into_iter().find(|reserve| {
            let place = before.signup(person).and_then(|signup| signup.queue).unwrap_or(u32::MAX);
            let sooner = reserve.queue.is_some_and(|queue| queue < place);
            sooner && before.offer_to(reserve.person).is_none() && !reserve.whole_only
        });
        // In the night nobody is asked; who is awake may take the place. Nor is it waited for a reserve's turn once the task has begun.
        let could_be_asked =
            self.now < before.starts_at && !answer::offers_due(before, &self.calendar, self.now).is_empty();
        self.holds("no reserve is overtaken", unasked.is_none() || !could_be_asked, || {
            format!("{person:?} overtook {unasked:?}")
        })
    }

    /// No silent hole: filled, or the requester answered by the promised time, or a human has it.
    fn check_promise(&self) -> Result<(), Broken> {
        let (task, now) = (&self.task, self.now);
        // Who gives a place back in the middle of a task leaves a little time for somebody else.
        let by = match task.has_begun_before_hunt() {
            true => task.promised_at,
            false => task.promised_at.min(task.starts_at),
        };
        let late = now >= by;
        let hunting = task.is_hunting();
        let ended_short = task.state == TaskState::Ended && !task.is_full() && !self.taken_over;
        self.holds("no silent hole", !(late && (hunting || ended_short)) || plan::is_answered(task), || {
            format!("{task:?}")
        })?;
        self.holds("what must be covered does not begin in silence", !self.begins_in_silence(), || {
            format!("{task:?}")
        })?;
        let filled_unsaid = task.state == TaskState::Open && task.is_full() && task.taken() > 0;
        self.holds(
            "who asked knows that it is full",
            !filled_unsaid || task.told == Some(Told::Filled),
            || format!("{task:?}"),
        )?;
        // While reserves are asked about it, most often nobody need worry.
        let believes = task.told == Some(Told::Filled) && hunting && task.offers.is_empty();
        self.holds("nobody believes in a place that is empty", !believes || !late, || format!("{task:?}"))
    }

    /// Whether a task that must be covered has begun with an empty place, its requester was answered well before, and nothing was said since.
    fn begins_in_silence(&self) -> bool {
        let task = &self.task;
        let times = plan::ladder_times(task, &self.calendar);
        let said_by = times.iter().find(|planned| planned.what == What::NotCovered && planned.at <= self.now);
        let is_said = |step: u32| task.steps.iter().any(|taken| taken.step == step);
        let in_silence = said_by.is_some_and(|planned| !is_said(planned.step));
        in_silence && task.is_hunting() && plan::is_answered(task)
    }

    /// Each step of a hunt is taken once, and one that reached nobody is followed by the next at once.
    fn check_ladder(&self) -> Result<(), Broken> {
        let (task, now) = (&self.task, self.now);
        let mut steps: Vec<u32> = task.steps.iter().map(|taken| taken.step).collect();
        steps.sort_unstable();
        self.holds("a step is taken once", steps.windows(2).all(|two| two[0] < two[1]), || {
            format!("{:?}", task.steps)
        })?;
        let is_silent = now >= task.starts_at || task.held.is_some_and(|held| held.until > now);
        if !task.is_hunting() || is_silent {
            return Ok(());
        }
        let times = plan::ladder_times(task, &self.calendar);
        // With a clock that was put back, what came of a step may not have happened yet.
        let outcome = |step: u32| {
            let taken = task.steps.iter().find(|taken| taken.step == step && taken.at <= now);
            taken.map(|taken| taken.outcome)
        };
        let is_taken = |step: u32| task.steps.iter().any(|taken| taken.step == step);
        let mut nobody = false;
        let answer = times.iter().position(|planned| planned.what == What::AnswerRequester);
        for planned in times.iter().take(answer.map_or(0, |answer| answer + 1)) {
            match outcome(planned.step) {
                Some(StepOutcome::Skipped) => {}
                Some(outcome) => nobody = outcome == StepOutcome::Nobody,
                None if is_taken(planned.step) => nobody = false,
                None if nobody && !planned.what.is_to_volunteers() => {
                    return self.holds("the ladder goes on at once", false, || {
                        format!("{planned:?} waits: {:?}", task.steps)
                    });
                }
                None => nobody = false,
            }
        }
        Ok(())
    }

    /// Each is asked each thing once, and where somebody must be there duty knows of everybody who is not.
    fn check_those_who_come(&self) -> Result<(), Broken> {
        let (task, now) = (&self.task, self.now);
        for signup in task.placed() {
            for mark in ONCE {
                let count = task.marks_of(signup).filter(|marked| marked.mark == mark).count();
                self.holds("each thing is asked once", count <= 1, || {
                    format!("{:?} {count} times: {mark:?}: {:?}", signup.person, task.marks)
                })?;
            }
            let heard = [Mark::CheckedIn, Mark::Completed, Mark::WentWrong, Mark::NoShowTold, Mark::Absent];
            let is_heard_of = heard.into_iter().any(|mark| task.is_marked(signup, mark));
            let expected = task.expected_at(signup);
            let asked = task.marked_at(signup, Mark::CheckInAsked);
            let reminded = task.marked_at(signup, Mark::CheckInReminded);
            let last = asked.into_iter().chain(reminded).max();
            let overdue = last.is_some_and(|last| expected.max(last) + NO_SHOW_TOLD_AFTER < now);
            let stands = matches!(task.state, TaskState::Open | TaskState::Ended) && !task.is_completed();
            self.holds(
                "duty knows who is not there",
                !(task.must_cover && overdue && stands) || is_heard_of,
                || format!("{:?}: {task:?}", signup.person),
            )?;
        }
        Ok(())
    }

    /// A recipient who was told that somebody comes is rung when nobody does: once whoever asked has had time to say what is to happen, and not in a
    /// night that is followed by a morning.
    fn check_recipient(&self) -> Result<(), Broken> {
        let (task, now) = (&self.task, self.now);
        let told = task.ever_marked_at(Mark::ComingCallAsked);
        let nobody = match task.state {
            TaskState::Open => {
                let later = task.promised_at + HALF_AN_HOUR;
                let waits = task.must_cover
                    && !task.has_begun_before_hunt()
                    && later + HALF_AN_HOUR <= task.starts_at;
                task.taken() == 0 && now >= if waits { later } else { task.promised_at }
            }
            TaskState::Cancelled | TaskState::TakenOver => true,
            TaskState::Ended => false,
        };
        let told_again = task.ever_marked_at(Mark::NobodyCallAsked) >= told;
        let night = self.calendar.night(now);
        let asleep = night.is_some_and(|night| night.until + HALF_AN_HOUR <= task.starts_at);
        let waits = told.is_some() && nobody && !asleep && now < task.ends_at;
        self.holds("no recipient waits in vain", !waits || told_again, || format!("{task:?}"))
    }

    /// Before something is done: whether it may be, at this hour.
    pub fn may_be_done_now(&self, due: Due) -> Result<(), Broken> {
        let (task, now) = (&self.task, self.now);
        let to_volunteers = match due {
            Due::Take(planned) => planned.what.is_to_volunteers(),
            Due::Attend(what) => what.keeps_out_of_quiet_hours(),
            _ => false,
        };
        let hunts = matches!(due, Due::Take(_));
        let cannot_wait = hunts && task.must_cover && task.starts_at - now <= AT_ANY_HOUR;
        let wakes = to_volunteers && self.calendar.is_quiet(now) && !cannot_wait;
        self.holds("volunteers sleep", !wakes, || format!("{due:?}"))?;
        if let Due::Take(planned) = due
            && planned.what == What::AnswerRequester
        {
            self.holds("only holes are answered for", task.is_hunting(), || format!("{task:?}"))?;
        }
        Ok(())
    }
}
