//! What happens at the rungs: answers, silence, people who can't be reached, somebody who takes it.

use expect_test::expect;

use super::*;

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
    check(
        task.clone(),
        all_reached,
        expect![[r#"
        lør 21.11 18:00 confirm? 1
        lør 21.11 20:30 confirm again? 1
        lør 21.11 20:45 stand in? standby
        søn 22.11 09:00 duty: unconfirmed
        søn 22.11 14:00 soon 1
        søn 22.11 18:00 end
        søn 22.11 18:15 done? 1
        man 23.11 07:00 duty: nothing heard"#]],
    );
    task.state = TaskState::Cancelled;
    check(task.clone(), all_reached, expect![[""]]);
    task.state = TaskState::Ended;
    check(
        task,
        all_reached,
        expect![[r#"
        søn 22.11 18:15 done? 1
        man 23.11 07:00 duty: nothing heard"#]],
    );
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
    let mut task = Task { places: 1, ..thursday() };
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
fn the_group_is_asked_about_places_that_no_reserve_is_asked_about() {
    let mut task = Task { places: 2, ..thursday() };
    offer(&mut task, 5, "2026-11-16 12:00", "2026-11-16 13:00");
    assert_eq!(due(&task, "2026-11-16 12:00"), ["ask 1"]);
}

#[test]
fn the_next_reserve_is_asked_before_the_group_is() {
    let mut task = Task { places: 1, ..thursday() };
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
fn nothing_is_ever_due_twice_at_the_same_step() {
    let mut task = scene_4();
    let from = task.hunt_from;
    run(&mut task, from, all_reached);
    let mut steps: Vec<u32> = task.steps.iter().map(|taken| taken.step).collect();
    steps.sort_unstable();
    assert_eq!(steps, [0, 1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn who_holds_the_task_is_not_overtaken_by_an_early_answer() {
    let mut task = scene_4();
    for step in 0..6 {
        take(&mut task, step, StepOutcome::Reached, "2026-11-22 10:20");
    }
    take(&mut task, 6, StepOutcome::Nobody, "2026-11-22 10:40");
    assert_eq!(due(&task, "2026-11-22 10:40"), ["answer"]);
    hold(&mut task, "2026-11-22 10:40", "2026-11-22 13:00");
    let Plan { due, next } = plan(&task, &calendar(), at("2026-11-22 10:40"));
    assert_eq!((due, next), (vec![], Some(at("2026-11-22 12:00"))));
}

#[test]
fn duty_that_counts_from_a_question_does_not_wait_with_it_for_the_reserves() {
    use crate::domain::ladder::{Action, Step, When};
    let mut task = Task { places: 1, ..thursday() };
    task.ladder.steps[4] = Step { when: When::Unanswered(60), action: Action::Duty };
    let duty = ladder_times(&task, &calendar()).into_iter().find(|step| step.what == What::Duty).unwrap();
    let until = duty.at + TimeDelta::hours(1);
    task.apply(&Change::OfferMade { person: PersonId(5), people: 1, expires_at: until }, task.hunt_from);
    assert_eq!(plan(&task, &calendar(), duty.at).due, [Due::Take(duty)]);
}
