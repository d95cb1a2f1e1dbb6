//! Short notice, downtime and the wrong hour: what still makes sense.

use expect_test::expect;

use super::*;

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
fn what_is_overdue_in_the_night_asks_in_the_morning_where_that_leaves_time() {
    let meals = meals("2026-11-19 12:00", "2026-11-21 11:30");
    check_from(
        meals.clone(),
        "2026-11-20 22:00",
        expect![[r#"
            fre 20.11 22:00 skip remind
            fre 20.11 22:00 duty
            fre 20.11 22:20 deputy
            fre 20.11 22:40 contact
            lør 21.11 07:00 ask 1
            lør 21.11 07:00 ask 2
            lør 21.11 07:00 standby
            lør 21.11 07:00 skip remind again
            lør 21.11 07:30 answer
            lør 21.11 08:00 still empty
            lør 21.11 09:30 remind again
            lør 21.11 11:00 last call
            lør 21.11 11:30 not covered
            lør 21.11 13:30 end"#]],
    );
    check_from(
        meals,
        "2026-11-21 02:00",
        expect![[r#"
            lør 21.11 02:00 skip remind
            lør 21.11 02:00 duty
            lør 21.11 02:20 deputy
            lør 21.11 02:40 contact
            lør 21.11 07:00 ask 1
            lør 21.11 07:00 ask 2
            lør 21.11 07:00 standby
            lør 21.11 07:00 skip remind again
            lør 21.11 07:30 answer
            lør 21.11 08:00 still empty
            lør 21.11 09:30 remind again
            lør 21.11 11:00 last call
            lør 21.11 11:30 not covered
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
fn a_withdrawal_starts_the_ladder_anew() {
    let mut task = Task { places: 1, ..meals("2026-11-18 12:00", "2026-11-20 07:30") };
    fill(&mut task, 1);
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
            fre 20.11 06:25 standby
            fre 20.11 06:30 duty
            fre 20.11 06:45 deputy
            fre 20.11 06:57 contact
            fre 20.11 07:25 answer
            fre 20.11 07:30 not covered
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
            fre 20.11 07:30 answer
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
fn a_reminder_leaves_time_to_answer_what_was_asked_late() {
    let mut task = scene_4();
    take(&mut task, 0, StepOutcome::Reached, "2026-11-21 17:50");
    check_from(
        task.clone(),
        "2026-11-21 17:50",
        expect![[r#"
        lør 21.11 18:10 remind
        lør 21.11 20:00 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 12:00 answer
        søn 22.11 18:00 end"#]],
    );
    task.steps.clear();
    take(&mut task, 0, StepOutcome::Reached, "2026-11-21 19:50");
    check_from(
        task,
        "2026-11-21 19:50",
        expect![[r#"
            lør 21.11 20:00 ask 2
            lør 21.11 20:10 skip remind
            lør 21.11 20:55 standby
            søn 22.11 10:00 duty
            søn 22.11 10:20 deputy
            søn 22.11 10:40 contact
            søn 22.11 12:00 answer
            søn 22.11 18:00 end"#]],
    );
}

#[test]
fn a_reminder_that_was_missed_is_not_given_the_morning_after() {
    let mut task = scene_4();
    asking(&mut task, 1);
    take(&mut task, 0, StepOutcome::Reached, "2026-11-20 12:00");
    assert_eq!(due(&task, "2026-11-21 20:30"), ["remind"]);
    assert_eq!(due(&task, "2026-11-21 21:00"), ["skip remind"]);
}

#[test]
fn a_hole_that_comes_late_is_told_no_later_than_one_that_was_always_there() {
    // A place given back in the morning of a task at four: duty at ten and the answer at twelve, as if nobody had ever answered.
    let mut task = task("2026-11-18 12:00", "2026-11-20 16:00");
    fill(&mut task, 2);
    run_until(&mut task, "2026-11-20 08:30");
    task.apply(&Change::Withdrew { person: PersonId(1) }, at("2026-11-20 08:30"));
    task.hunt_from = at("2026-11-20 08:30");
    task.generation += 1;
    let promised_at = promise_at_any_notice(&task, &calendar());
    task.generation -= 1;
    task.apply(&Change::HuntRestarted { promised_at }, at("2026-11-20 08:30"));
    check_from(
        task,
        "2026-11-20 08:30",
        expect![[r#"
        fre 20.11 08:30 ask 1
        fre 20.11 08:49 remind
        fre 20.11 09:28 ask 2
        fre 20.11 09:55 standby
        fre 20.11 10:00 duty
        fre 20.11 10:20 deputy
        fre 20.11 10:40 contact
        fre 20.11 12:00 answer
        fre 20.11 18:00 end"#]],
    );
}

#[test]
fn a_lunch_that_loses_its_volunteer_at_two_wakes_nobody() {
    let mut task = Task { places: 1, ..meals("2026-11-18 12:00", "2026-11-20 12:00") };
    fill(&mut task, 1);
    run_until(&mut task, "2026-11-20 02:00");
    task.apply(&Change::Withdrew { person: PersonId(1) }, at("2026-11-20 02:00"));
    task.hunt_from = at("2026-11-20 02:00");
    let promised_at = promise_at_any_notice(&task, &calendar());
    task.apply(&Change::HuntRestarted { promised_at }, at("2026-11-20 02:00"));
    check_from(
        task,
        "2026-11-20 02:00",
        expect![[r#"
            fre 20.11 07:00 ask 1
            fre 20.11 07:05 remind
            fre 20.11 07:10 ask 2
            fre 20.11 07:15 standby
            fre 20.11 07:20 duty
            fre 20.11 07:40 deputy
            fre 20.11 08:00 contact
            fre 20.11 09:45 remind again
            fre 20.11 11:10 answer
            fre 20.11 11:35 last call
            fre 20.11 12:00 not covered
            fre 20.11 14:00 end"#]],
    );
}

#[test]
fn what_must_be_covered_and_comes_free_in_the_night_is_duty_s_at_once_and_the_deputy_s_next() {
    let mut task = meals("2026-11-18 12:00", "2026-11-20 08:00");
    fill(&mut task, 2);
    run_until(&mut task, "2026-11-20 02:00");
    task.apply(&Change::Withdrew { person: PersonId(1) }, at("2026-11-20 02:00"));
    task.hunt_from = at("2026-11-20 02:00");
    task.generation += 1;
    let promised_at = promise_at_any_notice(&task, &calendar());
    task.generation -= 1;
    task.apply(&Change::HuntRestarted { promised_at }, at("2026-11-20 02:00"));
    check_from(
        task,
        "2026-11-20 02:00",
        expect![[r#"
            fre 20.11 02:00 ask 1
            fre 20.11 02:05 remind
            fre 20.11 02:10 ask 2
            fre 20.11 02:15 standby
            fre 20.11 02:20 duty
            fre 20.11 02:40 deputy
            fre 20.11 03:00 contact
            fre 20.11 06:30 remind again
            fre 20.11 07:00 answer
            fre 20.11 07:30 last call
            fre 20.11 08:00 not covered
            fre 20.11 10:00 end"#]],
    );
}
