//! What happens at the rungs: answers, silence, people who can't be reached, downtime.

use chrono::TimeDelta;
use expect_test::{Expect, expect};

use super::*;

/// Runs the task from the beginning of its hunt.
fn check(mut task: Task, reach: impl Fn(What) -> StepOutcome, expected: Expect) {
    let from = task.hunt_from;
    expected.assert_eq(&run(&mut task, from, reach).join("\n"));
}

/// Runs the task as if nothing had looked at it before `now`.
fn check_from(mut task: Task, now: &str, expected: Expect) {
    expected.assert_eq(&run(&mut task, at(now), all_reached).join("\n"));
}

/// Saturday's request for Sunday at 16 of scene 4.
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
    task.apply(&Change::Held { by: PersonId(7), until: at(until) }, at(now));
}

#[test]
fn nobody_answers() {
    check(
        scene_4(),
        all_reached,
        expect![[r#"
        fre 20.11 12:00 ask 1
        lør 21.11 18:00 remind
        lør 21.11 20:00 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_full_task_is_left_in_peace_until_its_end() {
    let mut task = scene_4();
    fill(&mut task, 2);
    check(task.clone(), all_reached, expect!["søn 22.11 18:00 end"]);
    task.state = TaskState::Cancelled;
    check(task.clone(), all_reached, expect![[""]]);
    task.state = TaskState::Ended;
    check(task, all_reached, expect![[""]]);
}

#[test]
fn a_task_taken_over_hunts_for_nobody() {
    let mut task = scene_4();
    task.state = TaskState::TakenOver;
    check(task, all_reached, expect!["søn 22.11 18:00 end"]);
}

#[test]
fn one_of_two_has_come_and_the_hunt_goes_on() {
    let mut task = scene_4();
    fill(&mut task, 1);
    assert_eq!(due(&task, "2026-11-20 12:00"), ["ask 1"]);
}

#[test]
fn an_organisation_that_can_not_be_reached_gives_way_to_the_next_at_once() {
    let reach =
        |what| if what == (What::Ask { order: 1 }) { StepOutcome::Nobody } else { StepOutcome::Reached };
    check(
        scene_4(),
        reach,
        expect![[r#"
        fre 20.11 12:00 ask 1
        fre 20.11 12:00 skip remind
        fre 20.11 12:00 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn when_nobody_at_all_can_be_reached_the_requester_knows_at_once() {
    check(
        scene_4(),
        |_| StepOutcome::Nobody,
        expect![[r#"
        fre 20.11 12:00 ask 1
        fre 20.11 12:00 skip remind
        fre 20.11 12:00 ask 2
        fre 20.11 12:00 standby
        fre 20.11 12:00 duty
        fre 20.11 12:00 deputy
        fre 20.11 12:00 contact
        fre 20.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn an_absent_duty_holder_gives_way_to_the_deputy_at_once() {
    let reach = |what| if what == What::Duty { StepOutcome::Nobody } else { StepOutcome::Reached };
    check(
        scene_4(),
        reach,
        expect![[r#"
        fre 20.11 12:00 ask 1
        lør 21.11 18:00 remind
        lør 21.11 20:00 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:00 deputy
        søn 22.11 10:20 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn nobody_reached_in_the_evening_waits_for_the_morning_to_ask_others() {
    let mut task = thursday();
    take(&mut task, 0, StepOutcome::Reached, "2026-11-16 12:00");
    take(&mut task, 1, StepOutcome::Reached, "2026-11-18 20:45");
    take(&mut task, 2, StepOutcome::Nobody, "2026-11-18 21:30");
    let Plan { due, next } = plan(&task, &calendar(), at("2026-11-18 21:30"));
    assert_eq!((due, next.map(clock)), (vec![], Some("tor 19.11 07:00".into())));
}

#[test]
fn reserves_go_before_the_group_but_not_before_duty() {
    let mut task = thursday();
    offer(&mut task, 5, "2026-11-16 12:00", "2026-11-19 12:30");
    check(
        task,
        all_reached,
        expect![[r#"
        tor 19.11 12:00 duty
        tor 19.11 12:20 deputy
        tor 19.11 12:30 expire offer to 5
        tor 19.11 12:30 ask 1
        tor 19.11 12:30 skip remind
        tor 19.11 12:30 ask 2
        tor 19.11 12:30 standby
        tor 19.11 12:40 contact
        tor 19.11 14:00 answer
        tor 19.11 20:00 end"#]],
    );
}

#[test]
fn the_next_reserve_is_asked_before_the_group_is() {
    let mut task = thursday();
    offer(&mut task, 5, "2026-11-16 12:00", "2026-11-16 13:00");
    assert_eq!(due(&task, "2026-11-16 12:00"), [""; 0]);
    assert_eq!(due(&task, "2026-11-16 13:00"), ["expire offer to 5"]);
    task.offers.clear();
    offer(&mut task, 6, "2026-11-16 13:00", "2026-11-16 14:00");
    assert_eq!(due(&task, "2026-11-16 13:00"), [""; 0]);
    assert_eq!(due(&task, "2026-11-16 14:00"), ["expire offer to 6"]);
    task.offers.clear();
    assert_eq!(due(&task, "2026-11-16 14:00"), ["ask 1"]);
}

#[test]
fn somebody_who_takes_it_silences_the_ladder_for_a_time() {
    let mut task = scene_4();
    run_until(&mut task, "2026-11-22 10:05");
    hold(&mut task, "2026-11-22 10:05", "2026-11-22 13:00");
    check_from(
        task,
        "2026-11-22 10:05",
        expect![[r#"
        søn 22.11 12:00 answer
        søn 22.11 13:00 release
        søn 22.11 13:00 deputy
        søn 22.11 13:20 contact
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_hold_past_the_start_needs_no_release() {
    let mut task = scene_4();
    run_until(&mut task, "2026-11-22 10:05");
    hold(&mut task, "2026-11-22 10:05", "2026-11-22 17:00");
    check_from(
        task,
        "2026-11-22 10:05",
        expect![[r#"
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn duty_may_move_the_promise() {
    for (promise, told) in [
        ("2026-11-22 14:30", "2026-11-22 14:30"),
        ("2026-11-22 11:00", "2026-11-22 11:00"),
        ("2026-11-22 18:00", "2026-11-22 16:00"), // never after the start
    ] {
        let mut task = scene_4();
        run_until(&mut task, "2026-11-22 10:50");
        task.apply(&Change::PromiseMoved { to: at(promise) }, at("2026-11-22 10:50"));
        let log = run(&mut task, at("2026-11-22 10:50"), all_reached);
        assert_eq!(log[0], format!("{} answer", clock(at(told))));
    }
}

#[test]
fn after_a_week_of_downtime_only_the_answer_is_given() {
    check_from(
        scene_4(),
        "2026-11-29 03:00",
        expect![[r#"
        søn 29.11 03:00 answer
        søn 29.11 03:00 end"#]],
    );
}

#[test]
fn after_the_start_only_the_answer_makes_sense() {
    check_from(
        scene_4(),
        "2026-11-22 16:00",
        expect![[r#"
        søn 22.11 16:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn overdue_questions_are_all_asked_and_the_reminder_is_not() {
    check_from(
        scene_4(),
        "2026-11-21 20:30",
        expect![[r#"
        lør 21.11 20:30 ask 1
        lør 21.11 20:30 skip remind
        lør 21.11 20:30 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_late_reminder_alone_is_still_given() {
    let mut task = scene_4();
    take(&mut task, 0, StepOutcome::Reached, "2026-11-20 12:00");
    assert_eq!(due(&task, "2026-11-21 18:40"), ["remind"]);
    assert_eq!(due(&task, "2026-11-21 20:00"), ["skip remind", "ask 2"]);
}

#[test]
fn overdue_questions_wait_for_the_morning_and_the_reminder_is_passed_over() {
    let mut task = scene_4();
    take(&mut task, 0, StepOutcome::Reached, "2026-11-20 12:00");
    check_from(
        task,
        "2026-11-21 23:00",
        expect![[r#"
        lør 21.11 23:00 skip remind
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 11:00 ask 2
        søn 22.11 11:00 standby
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn questions_that_could_only_be_asked_after_the_start_are_passed_over() {
    let early = promised(task("2026-11-19 12:00", "2026-11-21 06:00"));
    check_from(
        early,
        "2026-11-20 22:00",
        expect![[r#"
        fre 20.11 22:00 skip ask 1
        fre 20.11 22:00 skip remind
        fre 20.11 22:00 skip ask 2
        fre 20.11 22:00 skip standby
        fre 20.11 22:00 duty
        fre 20.11 22:00 answer
        fre 20.11 22:20 deputy
        fre 20.11 22:40 contact
        lør 21.11 08:00 end"#]],
    );
}

#[test]
fn what_must_be_covered_is_hunted_for_at_any_hour_of_the_last_twelve() {
    let meals = meals("2026-11-19 12:00", "2026-11-21 11:30");
    check_from(
        meals.clone(),
        "2026-11-20 22:00",
        expect![[r#"
        fre 20.11 22:00 skip remind
        fre 20.11 23:30 ask 1
        fre 20.11 23:30 ask 2
        fre 20.11 23:30 standby
        lør 21.11 05:30 duty
        lør 21.11 05:50 deputy
        lør 21.11 06:10 contact
        lør 21.11 07:30 answer
        lør 21.11 13:30 end"#]],
    );
    check_from(
        meals,
        "2026-11-21 02:00",
        expect![[r#"
        lør 21.11 02:00 ask 1
        lør 21.11 02:00 skip remind
        lør 21.11 02:00 ask 2
        lør 21.11 02:00 standby
        lør 21.11 05:30 duty
        lør 21.11 05:50 deputy
        lør 21.11 06:10 contact
        lør 21.11 07:30 answer
        lør 21.11 13:30 end"#]],
    );
}

#[test]
fn duty_rung_late_gets_its_time_before_the_deputy_is_rung() {
    check_from(
        scene_4(),
        "2026-11-22 11:50",
        expect![[r#"
        søn 22.11 11:50 ask 1
        søn 22.11 11:50 skip remind
        søn 22.11 11:50 ask 2
        søn 22.11 11:50 standby
        søn 22.11 11:50 duty
        søn 22.11 12:00 answer
        søn 22.11 12:10 deputy
        søn 22.11 12:30 contact
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_deputy_by_the_clock_also_waits_for_duty_that_is_rung_late() {
    use crate::domain::ladder::{Action, Step, When};
    let mut task = scene_4();
    task.ladder.steps[5] = Step { when: When::BeforeStart(5 * 60), action: Action::Deputy };
    let task = promised(task);
    check_from(
        task.clone(),
        "2026-11-22 10:00",
        expect![[r#"
        søn 22.11 10:00 skip remind
        søn 22.11 10:00 duty
        søn 22.11 11:00 ask 1
        søn 22.11 11:00 ask 2
        søn 22.11 11:00 standby
        søn 22.11 11:00 deputy
        søn 22.11 11:20 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
    check_from(
        task,
        "2026-11-22 11:30",
        expect![[r#"
        søn 22.11 11:30 ask 1
        søn 22.11 11:30 skip remind
        søn 22.11 11:30 ask 2
        søn 22.11 11:30 standby
        søn 22.11 11:30 duty
        søn 22.11 11:50 deputy
        søn 22.11 12:00 answer
        søn 22.11 12:10 contact
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn an_organisation_added_on_the_way_is_asked_and_nothing_is_done_twice() {
    let mut task = scene_4();
    run_until(&mut task, "2026-11-22 11:05");
    let promise = task.promised_at;
    asking(&mut task, 3);
    task.promised_at = promise;
    check_from(
        task,
        "2026-11-22 11:05",
        expect![[r#"
        søn 22.11 11:05 ask 3
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_withdrawal_starts_the_ladder_anew() {
    let mut task = meals("2026-11-18 12:00", "2026-11-20 07:30");
    fill(&mut task, 2);
    run_until(&mut task, "2026-11-20 06:10");
    task.apply(&Change::Withdrew { person: PersonId(1) }, at("2026-11-20 06:10"));
    task.hunt_from = at("2026-11-20 06:10");
    let promised_at = promise_at_any_notice(&task, &calendar());
    task.apply(&Change::HuntRestarted { promised_at }, at("2026-11-20 06:10"));
    offer(&mut task, 5, "2026-11-20 06:10", "2026-11-20 06:25");
    check_from(
        task,
        "2026-11-20 06:10",
        expect![[r#"
        fre 20.11 06:25 expire offer to 5
        fre 20.11 06:25 ask 1
        fre 20.11 06:25 skip remind
        fre 20.11 06:25 ask 2
        fre 20.11 06:34 standby
        fre 20.11 07:09 duty
        fre 20.11 07:14 deputy
        fre 20.11 07:19 contact
        fre 20.11 07:24 answer
        fre 20.11 09:30 end"#]],
    );
}

#[test]
fn a_withdrawal_minutes_before_the_start_rings_everybody_there_is() {
    let task = meals("2026-11-20 07:21", "2026-11-20 07:30");
    assert_eq!(promise(&task, &calendar()), None);
    check(
        task,
        all_reached,
        expect![[r#"
        fre 20.11 07:21 ask 1
        fre 20.11 07:22:07 remind
        fre 20.11 07:23:14 ask 2
        fre 20.11 07:24:21 standby
        fre 20.11 07:25:32 duty
        fre 20.11 07:26:39 deputy
        fre 20.11 07:27:46 contact
        fre 20.11 07:28:53 answer
        fre 20.11 09:30 end"#]],
    );
}

#[test]
fn a_hunt_that_begins_when_nobody_may_be_asked_in_time_is_left_to_duty() {
    // Sunday at 10: the quiet hours end at 11.
    let early = promised(task("2026-11-21 22:00", "2026-11-22 10:00"));
    assert_eq!(promise(&early, &calendar()), None);
    check(
        early,
        all_reached,
        expect![[r#"
        søn 22.11 07:00 skip ask 1
        søn 22.11 07:05 skip remind
        søn 22.11 07:10 skip ask 2
        søn 22.11 07:15 skip standby
        søn 22.11 07:20 duty
        søn 22.11 07:40 deputy
        søn 22.11 08:00 contact
        søn 22.11 08:05 answer
        søn 22.11 12:00 end"#]],
    );
}

#[test]
fn nothing_is_ever_due_twice_at_the_same_step() {
    let mut task = scene_4();
    let from = task.hunt_from;
    run(&mut task, from, all_reached);
    let mut steps: Vec<u32> = task.steps.iter().map(|taken| taken.step).collect();
    steps.sort_unstable();
    assert_eq!(steps, [0, 1, 2, 3, 4, 5, 6, 7]);
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
