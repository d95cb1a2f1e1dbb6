//! A municipality called Fjellvik, its tasks, and what is expected of their ladders.

mod attending;
mod between;
mod by_chance;
mod climbing;
mod ending;
mod ladder_times;
mod late;
mod offers;

use chrono::{NaiveDateTime, TimeDelta};
use expect_test::Expect;

use super::*;
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::service::ServiceKind;
use crate::domain::task::{Asked, Change, Signup, SignupState, StepOutcome};

fn calendar() -> Calendar {
    Calendar { time_zone: chrono_tz::Europe::Oslo }
}

/// The instant of a wall-clock time as "2026-11-22 16:00".
fn at(text: &str) -> DateTime<Utc> {
    calendar().instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time"))
}

/// How the tests write an instant: "søn 22.11 16:00".
fn clock(instant: DateTime<Utc>) -> String {
    use chrono::{Datelike, Timelike};
    let local = calendar().local(instant);
    let day =
        ["man", "tir", "ons", "tor", "fre", "lør", "søn"][local.weekday().num_days_from_monday() as usize];
    let seconds = if local.second() == 0 { String::new() } else { local.format(":%S").to_string() };
    format!("{day} {}{seconds}", local.format("%d.%m %H:%M"))
}

fn name(what: What) -> String {
    match what {
        What::Ask { order } => format!("ask {order}"),
        What::Remind => "remind".into(),
        What::AskStandby => "standby".into(),
        What::Duty => "duty".into(),
        What::Deputy => "deputy".into(),
        What::MunicipalityContact => "contact".into(),
        What::AnswerRequester => "answer".into(),
        What::RemindAgain => "remind again".into(),
        What::StillEmpty => "still empty".into(),
        What::LastCall => "last call".into(),
        What::NotCovered => "not covered".into(),
    }
}

/// A task for two people that two organisations are asked about, one step of which has been taken: none.
fn task(hunt_from: &str, starts_at: &str) -> Task {
    let (hunt_from, starts_at) = (at(hunt_from), at(starts_at));
    let mut task = Task {
        id: TaskId(1),
        municipality: MunicipalityId(1),
        number: TaskNumber(17),
        request: RequestId(1),
        unit: UnitId(1),
        requester: PersonId(100),
        service: ServiceKind::SnowClearing,
        zone: None,
        starts_at,
        ends_at: starts_at + TimeDelta::hours(2),
        places: 2,
        state: TaskState::Open,
        must_cover: false,
        has_recipient: false,
        companions: true,
        approved_only: false,
        ladder: Ladder::default(),
        generation: 1,
        hunt_from,
        promised_at: starts_at,
        opened_at: hunt_from,
        told: None,
        moved_at: None,
        places_wanted: None,
        held: None,
        asked: Vec::new(),
        signups: Vec::new(),
        offers: Vec::new(),
        steps: Vec::new(),
        marks: Vec::new(),
    };
    asking(&mut task, 2);
    task
}

/// The same for meals, which must arrive.
fn meals(hunt_from: &str, starts_at: &str) -> Task {
    let mut task = task(hunt_from, starts_at);
    task.must_cover = true;
    promised(task)
}

/// Has so many organisations asked, and promises the answer anew.
fn asking(task: &mut Task, organisations: u32) {
    let asked = |order| Asked {
        closed: false,
        order,
        organisation: OrganisationId(order.into()),
        group: GroupId(order.into()),
        agreement: AgreementId(order.into()),
        rate_ore: 20_000,
    };
    task.asked = (1..=organisations).map(asked).collect();
    task.promised_at = promise_at_any_notice(task, &calendar());
}

fn promised(mut task: Task) -> Task {
    task.promised_at = promise_at_any_notice(&task, &calendar());
    task
}

/// The ladder with its clock times, one step a line.
fn times(task: &Task) -> String {
    let line = |step: &Planned| format!("{} {}\n", clock(step.at), name(step.what));
    ladder_times(task, &calendar()).iter().map(line).collect()
}

fn line(due: &Due) -> String {
    match due {
        Due::Take(step) => name(step.what),
        Due::Skip(step) => format!("skip {}", name(step.what)),
        Due::ExpireOffer(person) => format!("expire offer to {}", person.0),
        Due::Release => "release".into(),
        Due::End => "end".into(),
        Due::Attend(what) => attend_name(*what),
    }
}

fn attend_name(what: Attend) -> String {
    match what {
        Attend::RemindOfPart(person) => format!("duty: offer of {}", person.0),
        Attend::LeavePartOpen(person) => format!("undecided {}", person.0),
        Attend::AskConfirmation(person) => format!("confirm? {}", person.0),
        Attend::RemindConfirmation(person) => format!("confirm again? {}", person.0),
        Attend::AskStandIn(Some(person)) => format!("stand in? {}", person.0),
        Attend::AskStandIn(None) => "stand in? standby".into(),
        Attend::TellUnconfirmed => "duty: unconfirmed".into(),
        Attend::AskTown(person) => format!("town? {}", person.0),
        Attend::RemindOfMove(person) => format!("moved again? {}", person.0),
        Attend::TellMoveUnanswered(person) => format!("duty: move unanswered {}", person.0),
        Attend::RemindOfReport(person) => format!("duty: said not to come {}", person.0),
        Attend::TellDeputyOfReport(person) => format!("deputy: said not to come {}", person.0),
        Attend::TellContactOfReport(person) => format!("contact: said not to come {}", person.0),
        Attend::RemindOfStart(person) => format!("soon {}", person.0),
        Attend::AskCheckIn(person) => format!("there? {}", person.0),
        Attend::RemindCheckIn(person) => format!("there again? {}", person.0),
        Attend::TellNoShow => "duty: no show".into(),
        Attend::TellDeputyOfNoShow => "deputy: no show".into(),
        Attend::TellContactOfNoShow => "contact: no show".into(),
        Attend::AskCompletion(person) => format!("done? {}", person.0),
        Attend::TellCompletionMissed => "duty: nothing heard".into(),
        Attend::CallAboutComing => "call: coming".into(),
        Attend::CallAboutNobody => "call: nobody".into(),
        Attend::AskVerdict => "call: verdict".into(),
    }
}

/// What is due, in words.
fn due(task: &Task, now: &str) -> Vec<String> {
    plan(task, &calendar(), at(now)).due.iter().map(line).collect()
}

/// Does what is due at `now`, with the outcome that `reach` gives each step, until nothing more is. The lines tell what was done.
fn act(task: &mut Task, now: DateTime<Utc>, reach: impl Fn(What) -> StepOutcome) -> Vec<String> {
    let mut done = Vec::new();
    for _ in 0..20 {
        let plan_now = plan(task, &calendar(), now);
        assert_eq!(plan(task, &calendar(), now), plan_now, "the same question has the same answer");
        if plan_now.due.is_empty() {
            assert!(plan_now.next.is_none_or(|next| next > now), "{plan_now:?} at {now}");
            return done;
        }
        assert_eq!(plan_now.next, Some(now));
        for due in &plan_now.due {
            done.push(line(due));
            for change in changes(due, task, now, &reach) {
                task.apply(&change, now);
            }
        }
    }
    panic!("never done at {}: {done:?}", clock(now));
}

fn changes(due: &Due, task: &Task, now: DateTime<Utc>, reach: impl Fn(What) -> StepOutcome) -> Vec<Change> {
    let change = match *due {
        Due::Attend(what) => {
            let marks = what.marks(task, now).into_iter();
            return marks.map(|(person, mark)| Change::Marked { person, mark, until: None }).collect();
        }
        Due::Take(step) => Change::StepTaken { step: step.step, outcome: reach(step.what) },
        Due::Skip(step) => Change::StepTaken { step: step.step, outcome: StepOutcome::Skipped },
        Due::ExpireOffer(person) => {
            Change::OfferEnded { person, end: crate::domain::task::OfferEnd::Expired }
        }
        Due::Release => Change::Released,
        Due::End => Change::StateChanged { to: TaskState::Ended },
    };
    vec![change]
}

fn all_reached(_: What) -> StepOutcome {
    StepOutcome::Reached
}

/// Sleeps from one instant to the next, from `from` to the end, and writes down what is done when.
fn run(task: &mut Task, from: DateTime<Utc>, reach: impl Fn(What) -> StepOutcome) -> Vec<String> {
    let mut log = Vec::new();
    let mut now = from;
    for _ in 0..200 {
        log.extend(act(task, now, &reach).into_iter().map(|done| format!("{} {done}", clock(now))));
        match plan(task, &calendar(), now).next {
            Some(next) => now = next,
            None => return log,
        }
    }
    panic!("never ends: {log:#?}");
}

fn fill(task: &mut Task, people: u32) {
    task.signups.push(Signup {
        person: PersonId(1),
        state: SignupState::Placed,
        people,
        queue: None,
        asked_as: None,
        from_minute: None,
        until_minute: None,
        whole_only: false,
        answered_at: task.opened_at,
    });
}

/// Runs the task from the beginning of its hunt.
fn check(mut task: Task, reach: impl Fn(What) -> StepOutcome, expected: Expect) {
    let from = task.hunt_from;
    expected.assert_eq(&run(&mut task, from, reach).join("\n"));
}

/// Runs the task as if nothing had looked at it before `now`.
fn check_from(mut task: Task, now: &str, expected: Expect) {
    expected.assert_eq(&run(&mut task, at(now), all_reached).join("\n"));
}

/// Saturday's request for Sunday at 16, which nobody answers.
fn scene_4() -> Task {
    promised(task("2026-11-20 12:00", "2026-11-22 16:00"))
}

/// The same on a day when nothing has to move out of a night.
fn thursday() -> Task {
    promised(task("2026-11-16 12:00", "2026-11-19 18:00"))
}

fn take(task: &mut Task, step: u32, outcome: StepOutcome, when: &str) {
    task.apply(&Change::StepTaken { step, outcome }, at(when));
}

fn offer(task: &mut Task, person: i64, made_at: &str, expires_at: &str) {
    let expires_at = at(expires_at);
    task.apply(&Change::OfferMade { person: PersonId(person), people: 1, expires_at }, at(made_at));
}

fn hold(task: &mut Task, now: &str, until: &str) {
    task.apply(
        &Change::Held { by: PersonId(7), until: at(until), asked_again: false, acting: false },
        at(now),
    );
}

/// Lets everything happen that happens before or at `until`.
fn run_until(task: &mut Task, until: &str) {
    let until = at(until);
    let mut now = task.hunt_from;
    while now <= until {
        act(task, now, all_reached);
        now = plan(task, &calendar(), now).next.unwrap_or(until + TimeDelta::seconds(1));
    }
}
