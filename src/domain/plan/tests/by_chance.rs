//! What holds for every task, tried on many by chance. A failing case names its seed.

use super::*;
use crate::domain::ladder::{Action, Ladder, Step, When};
use crate::domain::plan::night::Night;

const MINUTE: TimeDelta = TimeDelta::minutes(1);
const SHORTEST: TimeDelta = TimeDelta::minutes(5);

/// Begins near one of the awkward days half of the time: the clock changes, Christmas, Easter, a Sunday.
fn some_task(random: &mut fastrand::Rng) -> Task {
    let near =
        ["2026-03-27 00:00", "2026-10-23 00:00", "2026-12-23 00:00", "2026-04-01 00:00", "2026-11-20 00:00"];
    let begin = at(near[random.usize(..near.len())]) + MINUTE * random.i32(0..3 * 24 * 60);
    let notice = match random.u32(..4) {
        0 => random.i32(0..3 * 60),
        1 => random.i32(0..24 * 60),
        2 => random.i32(0..48 * 60),
        _ => random.i32(0..5 * 24 * 60),
    };
    let mut task = task("2026-11-20 12:00", "2026-11-22 16:00");
    task.hunt_from = begin;
    task.starts_at = begin + MINUTE * notice;
    task.ends_at = task.starts_at + MINUTE * random.i32(1..300);
    task.must_cover = random.bool();
    if random.u32(..4) == 0 {
        task.ladder = other_ladder();
    }
    asking(&mut task, random.u32(0..7));
    task
}

/// A ladder as a municipality might write it: short, with waits that begin at the post.
fn other_ladder() -> Ladder {
    let step = |when, action| Step { when, action };
    Ladder {
        steps: vec![
            step(When::AtOnce, Action::AskFirst),
            step(When::Unanswered(90), Action::AskNext { apart: 45 }),
            step(When::BeforeStart(30 * 60), Action::Remind),
            step(When::BeforeStart(8 * 60), Action::Duty),
            step(When::BeforeStart(7 * 60), Action::Deputy),
            step(When::Unanswered(30), Action::MunicipalityContact),
            step(When::BeforeStart(3 * 60), Action::AnswerRequester),
        ],
    }
}

#[test]
fn a_promised_ladder_has_its_order_its_distances_and_its_nights() {
    let mut promised = 0;
    for seed in 0..4_000 {
        let task = some_task(&mut fastrand::Rng::with_seed(seed));
        let (times, calendar) = (ladder_times(&task, &calendar()), calendar());
        let night = Night::of(&task, &calendar);
        for pair in times.windows(2) {
            assert!(pair[0].at <= pair[1].at, "seed {seed}: {times:#?}");
        }
        // Where it had begun before the hunt the answer comes later.
        let ends = task.starts_at.max(task.promised_at);
        let latest = if task.has_begun_before_hunt() { ends } else { task.starts_at };
        assert!(times.iter().all(|step| step.at <= latest), "seed {seed}: {times:#?}");
        let Some(promise) = promise(&task, &calendar) else { continue };
        promised += 1;
        // What follows the answer has its own distances, and so has what comes in between.
        let ends = |step: &Planned| matches!(step.what, What::StillEmpty | What::LastCall | What::NotCovered);
        let ladder: Vec<_> = times.iter().filter(|step| step.what != What::RemindAgain).copied().collect();
        for pair in ladder.windows(2).filter(|pair| !ends(&pair[1])) {
            assert!(pair[1].at - pair[0].at >= SHORTEST, "seed {seed}: {times:#?}");
        }
        for step in &times {
            assert!(step.at >= task.hunt_from, "seed {seed}: {times:#?}");
            let spared = step.what.is_to_volunteers() && night.around(step.what, step.at).is_some();
            assert!(!spared, "seed {seed}: {step:?} of {task:?}");
        }
        let answer = times.iter().find(|step| step.what == What::AnswerRequester);
        assert_eq!(answer.map(|step| step.at), Some(promise), "seed {seed}");
        let duty = times.iter().find(|step| step.what == What::Duty).expect("duty is on each ladder");
        assert!(duty.at < promise && promise < task.starts_at, "seed {seed}");
    }
    assert!(promised > 1_500, "only {promised} were promised anything");
}

#[test]
fn too_late_is_when_the_steps_have_no_room() {
    for (organisations, steps) in [(1, 7), (2, 8), (5, 11)] {
        for minutes in 0..120 {
            let mut task = task("2026-11-20 12:00", "2026-11-20 12:00");
            task.starts_at += MINUTE * minutes;
            asking(&mut task, organisations);
            assert_eq!(
                promise(&task, &calendar()).is_some(),
                minutes >= steps * 5,
                "{organisations} {minutes}"
            );
        }
    }
    let past = task("2026-11-20 12:00", "2026-11-19 12:00");
    assert_eq!(promise(&past, &calendar()), None);
}

/// Things that happen to a task by themselves, each at its instant.
fn some_events(random: &mut fastrand::Rng, task: &Task) -> Vec<(DateTime<Utc>, Change)> {
    let length = (task.starts_at - task.hunt_from).num_minutes().max(1);
    let mut events: Vec<_> = (0..random.i64(0..5))
        .map(|person| {
            let when = task.hunt_from + TimeDelta::minutes(random.i64(0..length));
            let later = when + TimeDelta::minutes(random.i64(1..12 * 60));
            let person = PersonId(10 + person);
            let change = match random.u32(..5) {
                0 => Change::Held { by: person, until: later, asked_again: false, acting: false },
                1 => Change::Placed { person, people: 1, asked_as: None },
                2 => Change::PromiseMoved { to: later },
                _ => Change::OfferMade { person, people: 1, expires_at: later.min(task.starts_at) },
            };
            (when, change)
        })
        .collect();
    events.sort_by_key(|(when, _)| *when);
    events
}

/// A step's outcome, the same whenever it is asked for.
fn outcome(seed: u64, what: What) -> StepOutcome {
    let mut random = fastrand::Rng::with_seed(seed ^ name(what).bytes().map(u64::from).sum::<u64>());
    if random.u32(..5) == 0 { StepOutcome::Nobody } else { StepOutcome::Reached }
}

/// Runs the task with its events, waking when `wake` says (given the task, now and the plan's next instant), and writes down what is done when.
fn lived(
    mut task: Task,
    events: &[(DateTime<Utc>, Change)],
    seed: u64,
    mut wake: impl FnMut(&Task, DateTime<Utc>, Option<DateTime<Utc>>) -> Option<DateTime<Utc>>,
) -> (Vec<String>, Task) {
    let (mut log, mut now) = (Vec::new(), task.hunt_from);
    let mut events = events.iter().peekable();
    loop {
        while let Some((_, change)) = events.next_if(|(when, _)| *when <= now) {
            task.apply(change, now);
        }
        let done = act(&mut task, now, |what| outcome(seed, what));
        log.extend(done.into_iter().map(|line| format!("{} {line}", clock(now))));
        let next = plan(&task, &calendar(), now).next;
        let wake_at = wake(&task, now, next);
        let event_at = events.peek().map(|(when, _)| *when);
        match wake_at.into_iter().chain(event_at).min() {
            Some(at) => now = at,
            None => return (log, task),
        }
    }
}

#[test]
fn whoever_sleeps_until_next_misses_nothing() {
    for seed in 0..300 {
        let mut random = fastrand::Rng::with_seed(seed);
        let task = some_task(&mut random);
        let events = some_events(&mut random, &task);
        let second = TimeDelta::seconds(1);
        lived(task, &events, seed, |task, now, next| {
            let until = next.unwrap_or(now + TimeDelta::days(30));
            let between = |_| now + second * random.i32(1..(until - now).num_seconds().max(2) as i32);
            for probe in (0..8).map(between).chain([until - second]).filter(|probe| *probe < until) {
                let plan = plan(task, &calendar(), probe);
                assert_eq!((plan.due, plan.next), (vec![], next), "seed {seed}: asleep at {}", clock(probe));
            }
            next
        });
    }
}

#[test]
fn looking_every_minute_and_sleeping_until_next_come_to_the_same() {
    for seed in 0..12 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut task = some_task(&mut random);
        while promise(&task, &calendar()).is_none() {
            task = some_task(&mut random);
        }
        let events = some_events(&mut random, &task);
        // Who came is asked how it went, and duty six hours later, or in the morning.
        let end = task.ends_at + TimeDelta::days(2);
        let sleeper = lived(task.clone(), &events, seed, |_, _, next| next);
        let watchful = lived(task, &events, seed, |_, now, _| (now < end).then_some(now + MINUTE));
        assert_eq!(sleeper, watchful, "seed {seed}");
    }
}

#[test]
fn whatever_happens_the_requester_is_answered_and_volunteers_sleep() {
    for seed in 0..1_000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let task = some_task(&mut random);
        let events = some_events(&mut random, &task);
        let calendar = calendar();
        // Looked at now and then only, as after crashes.
        let naps: Vec<i64> = (0..40).map(|_| random.i64(1..10 * 60)).collect();
        let nap = |now: DateTime<Utc>| naps[now.timestamp().unsigned_abs() as usize / 60 % naps.len()];
        let (log, after) = lived(task, &events, seed, |_, now, next| {
            next.map(|next| next.max(now + TimeDelta::minutes(nap(now))))
        });
        assert_eq!(after.state, TaskState::Ended, "seed {seed}: {log:#?}");
        let answered = log.iter().any(|line| line.ends_with(" answer"));
        assert!(answered || after.is_full(), "seed {seed}: {log:#?}");

        let night = Night::of(&after, &calendar);
        let steps = ladder_times(&after, &calendar);
        for taken in after.steps.iter().filter(|taken| taken.outcome != StepOutcome::Skipped) {
            let what = steps.iter().find(|step| step.step == taken.step).expect("a step of the ladder").what;
            let quiet = what.is_to_volunteers() && night.quiet_hours(taken.at).is_some();
            assert!(!quiet, "seed {seed}: {what:?} at {}", clock(taken.at));
        }
        let mut taken: Vec<u32> = after.steps.iter().map(|taken| taken.step).collect();
        taken.sort_unstable();
        assert!(taken.windows(2).all(|pair| pair[0] < pair[1]), "seed {seed}: a step was taken twice");
    }
}
