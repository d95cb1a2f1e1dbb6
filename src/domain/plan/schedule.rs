//! Clock times for the rungs of a task's ladder, planned backward from the start.
//!
//! In this order: the ladder is squeezed in proportion if there is less time than it asks for, its order is made good, and what falls in the
//! night is moved to the evening before, or to the morning if the hunt had not begun in that evening.

use std::ops::Range;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use super::What;
use super::night::Night;
use super::rungs::{Nominal, Rung, rungs};
use crate::domain::local_time::Calendar;
use crate::domain::task::Task;

/// The shortest time from one step to the next.
pub const STEP_GAP: TimeDelta = TimeDelta::minutes(5);

/// What a full ladder gives the first post before anything follows it: a reminder on the heels of the post would only be noise.
const FIRST_WAIT: TimeDelta = TimeDelta::minutes(60);

/// So long after the last ring the answer may keep the time it would have had.
const AFTER_LAST_RING: TimeDelta = TimeDelta::minutes(20);

/// So long before the start a place that comes free on a task that must be covered is duty's business at once.
pub const URGENT_FOR: TimeDelta = TimeDelta::hours(12);

/// The ladder of one task on the clock.
pub struct Schedule {
    pub steps: Vec<Scheduled>,
    /// Whether there is time for every step. If not, some are closer than `STEP_GAP`, or volunteers are asked when they must not be.
    pub fits: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheduled {
    pub rung: Rung,
    pub at: DateTime<Utc>,
    /// From the step before.
    pub wait: TimeDelta,
}

impl Schedule {
    pub fn of(task: &Task, calendar: &Calendar) -> Self {
        let rungs = rungs(task);
        let frame = Frame::of(task, calendar, &rungs);
        let night = Night::of(task, calendar);
        let mut times = frame.squeezed(&rungs);
        if frame.again {
            frame.no_later_than_before(&rungs, &mut times);
        }
        if !frame.cramped {
            frame.out_of_the_night(&rungs, &mut times, &night);
        }
        frame.before_the_start(&mut times);
        let before = times.first().into_iter().chain(&times);
        let steps = rungs.iter().zip(&times).zip(before);
        let steps: Vec<_> =
            steps.map(|((&rung, &at), &before)| Scheduled { rung, at, wait: at - before }).collect();
        let asks_at_night = |step: &Scheduled| {
            step.rung.what.is_to_volunteers() && night.around_planned(step.rung.what, step.at).is_some()
        };
        let fits = frame.gap == STEP_GAP && !steps.iter().any(asks_at_night);
        Self { steps, fits }
    }

    /// When the requester is answered.
    pub fn answer_at(&self) -> Option<DateTime<Utc>> {
        self.steps.iter().find(|step| step.rung.what == What::AnswerRequester).map(|step| step.at)
    }
}

/// The time there is, and how the ladder is fitted to it.
struct Frame {
    begin: DateTime<Utc>,
    start: DateTime<Utc>,
    /// The shortest time between steps: `STEP_GAP` unless even that is too long.
    gap: TimeDelta,
    /// The time a ladder asks for that is not squeezed.
    nominal: TimeDelta,
    /// The hunt begins at such an hour that volunteers can't be asked in time. The ladder runs at once, for those on duty.
    cramped: bool,
    /// The hunt began anew, since a place came free.
    again: bool,
    /// Whoever is on duty is told as soon as those who are asked first have been.
    urgent: bool,
}

impl Frame {
    fn of(task: &Task, calendar: &Calendar, rungs: &[Rung]) -> Self {
        let start = task.starts_at;
        let count = i32::try_from(rungs.len()).expect("a ladder is short").max(1);
        let has_room = |begin: DateTime<Utc>| start - begin >= STEP_GAP * count;

        let night = Night::of(task, calendar);
        let awake = night.quiet_hours(task.hunt_from).map_or(task.hunt_from, |quiet| quiet.until);
        let duty_awake = calendar.night(task.hunt_from).map_or(task.hunt_from, |night| night.until);
        let cramped = awake > task.hunt_from && !has_room(awake);
        let begin = match cramped {
            false => awake,
            true if has_room(duty_awake) => duty_awake,
            true => task.hunt_from,
        };
        let share = (start - begin).max(TimeDelta::zero()) / count;
        let gap = STEP_GAP.min(TimeDelta::seconds(share.num_seconds()));
        let again = task.generation > 1 && !cramped;
        let urgent = task.must_cover && start - task.hunt_from <= URGENT_FOR;
        Self { begin, start, gap, nominal: nominal_length(rungs), cramped, again, urgent }
    }

    /// The times in their order with the night not yet thought of.
    fn squeezed(&self, rungs: &[Rung]) -> Vec<DateTime<Utc>> {
        let mut times: Vec<DateTime<Utc>> = Vec::with_capacity(rungs.len());
        for rung in rungs {
            let earliest = times.last().map_or(self.begin, |before| self.whole(*before + self.gap));
            let wanted = match rung.nominal {
                Nominal::AfterPrevious(wait) => {
                    times.last().map_or(self.begin, |before| *before + self.whole_wait(wait))
                }
                Nominal::BeforeStart(lead) if !self.cramped => self.start - self.whole_wait(lead),
                Nominal::BeforeStart(_) | Nominal::AtOnce => self.begin,
            };
            times.push(earliest.max(wanted));
        }
        times
    }

    /// In a hunt that began anew nobody on duty hears of a hole later than they would have if nobody had ever answered, and the requester does not
    /// wait longer: their steps keep the times of a ladder that is not squeezed, or come as soon as the others have been asked.
    fn no_later_than_before(&self, rungs: &[Rung], times: &mut [DateTime<Utc>]) {
        for (index, rung) in (0..).zip(rungs) {
            let place = index as usize;
            let before = place.checked_sub(1).map_or(self.begin, |before| times[before]);
            let at = match rung.nominal {
                Nominal::BeforeStart(lead) if rung.what.rings() => {
                    let ordinary = if self.urgent { self.begin } else { self.start - lead };
                    ordinary.max(self.begin + self.gap * index)
                }
                Nominal::AfterPrevious(wait) if rung.what.rings() => {
                    before + self.gap.max(wait.min((self.start - before) / 4))
                }
                Nominal::BeforeStart(lead) if rung.what == What::AnswerRequester => {
                    let ordinary = self.start - lead;
                    // Those who were rung last must have had a chance.
                    if ordinary < before + AFTER_LAST_RING { times[place] } else { ordinary }
                }
                _ => times[place],
            };
            times[place] = self.whole(at.min(times[place]));
            for earlier in (0..place).rev() {
                times[earlier] = times[earlier].min(times[earlier + 1] - self.gap);
            }
        }
    }

    /// `time` of an unsqueezed ladder, in proportion.
    fn scaled(&self, time: TimeDelta) -> TimeDelta {
        let available = (self.start - self.begin).max(TimeDelta::zero());
        if self.cramped || available >= self.nominal {
            return time;
        }
        TimeDelta::seconds(time.num_seconds() * available.num_seconds() / self.nominal.num_seconds())
    }

    /// The same, in whole minutes: people are told these times. Rounded up, so that a step rather comes early before the start.
    fn whole_wait(&self, time: TimeDelta) -> TimeDelta {
        let scaled = self.scaled(time);
        TimeDelta::minutes((scaled.num_seconds() + 59) / 60)
    }

    /// The first whole minute not before `instant`, where the steps are whole minutes apart at all.
    fn whole(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        if self.gap < STEP_GAP {
            return instant;
        }
        let minute = TimeDelta::minutes(1);
        instant.duration_round_up(minute).unwrap_or(instant)
    }

    /// The wait before a step that counts from the one before it, the shortest there is for any other.
    fn wait(&self, rung: &Rung) -> TimeDelta {
        match rung.nominal {
            Nominal::AfterPrevious(wait) => self.whole_wait(wait).max(self.gap),
            Nominal::AtOnce | Nominal::BeforeStart(_) => self.gap,
        }
    }

    /// Moves what lies in the night to the evening before, as much as there is room for there, and the rest to the morning.
    fn out_of_the_night(&self, rungs: &[Rung], times: &mut [DateTime<Utc>], night: &Night) {
        let mut next = 0;
        while next < times.len() {
            let first = next;
            next += 1;
            let Some(quiet) = night.around_planned(rungs[first].what, times[first]) else { continue };
            // The steps in one night come one after the other, since `times` is in order.
            let in_this_night = |index: &usize| {
                night
                    .around_planned(rungs[*index].what, times[*index])
                    .is_some_and(|other| other.from == quiet.from)
            };
            let end = first + (first..times.len()).take_while(in_this_night).count();
            // A step at the very beginning of the quiet hours would already break them.
            let evening = quiet.from - STEP_GAP;
            let morning = first.max(end.min(self.room_until(evening)));
            self.to_the_evening(rungs, times, first..morning, evening);
            self.to_the_morning(rungs, times, morning..end, night);
            next = end;
        }
    }

    /// How many steps, counted from the first, there is time for from the beginning of the hunt until `evening`.
    fn room_until(&self, evening: DateTime<Utc>) -> usize {
        let minutes = (evening - self.begin).num_minutes();
        let gap = self.gap.num_minutes().max(1);
        usize::try_from(minutes.div_euclid(gap) + 1).unwrap_or(0)
    }

    /// Spreads the steps backward from `evening`, and pushes those before them out of their way.
    fn to_the_evening(
        &self,
        rungs: &[Rung],
        times: &mut [DateTime<Utc>],
        moved: Range<usize>,
        evening: DateTime<Utc>,
    ) {
        let waits: TimeDelta = rungs[moved.clone()].iter().skip(1).map(|rung| self.wait(rung)).sum();
        let first = i32::try_from(moved.start).expect("a ladder is short");
        let roomy = evening - waits >= self.begin + self.gap * first;
        let mut at = evening;
        for index in moved.clone().rev() {
            times[index] = at;
            at -= if roomy { self.wait(&rungs[index]) } else { self.gap };
        }
        for index in (0..moved.start).rev() {
            times[index] = times[index].min(times[index + 1] - self.gap);
        }
    }

    /// Puts each step at the end of its quiet hours, one after the other, and pushes those after them out of their way.
    fn to_the_morning(
        &self,
        rungs: &[Rung],
        times: &mut [DateTime<Utc>],
        moved: Range<usize>,
        night: &Night,
    ) {
        if moved.is_empty() {
            return;
        }
        for index in moved.start..times.len() {
            let mut at = times[index];
            if moved.contains(&index) {
                at = night.around_planned(rungs[index].what, at).map_or(at, |quiet| quiet.until);
            }
            if let Some(before) = index.checked_sub(1) {
                at = at.max(times[before] + self.wait(&rungs[index]));
            }
            times[index] = at;
        }
    }

    /// Leaves room before the start for every step that is still to come.
    fn before_the_start(&self, times: &mut [DateTime<Utc>]) {
        let mut latest = self.start;
        for at in times.iter_mut().rev() {
            latest -= self.gap;
            *at = latest.min(*at);
        }
    }
}

/// The time the ladder takes when there is all the time in the world: to its first step that counts from the start, and from there.
fn nominal_length(rungs: &[Rung]) -> TimeDelta {
    let counts_from_start = |rung: &Rung| matches!(rung.nominal, Nominal::BeforeStart(_));
    let waits = |rungs: &[Rung]| -> TimeDelta {
        let wait = |rung: &Rung| {
            if let Nominal::AfterPrevious(wait) = rung.nominal { wait } else { TimeDelta::zero() }
        };
        rungs.iter().map(wait).sum()
    };
    let first = rungs.iter().position(counts_from_start).unwrap_or(rungs.len());
    let lead = rungs
        .iter()
        .map(|rung| if let Nominal::BeforeStart(lead) = rung.nominal { lead } else { TimeDelta::zero() });
    waits(&rungs[..first]).max(FIRST_WAIT) + lead.max().unwrap_or_default()
}
