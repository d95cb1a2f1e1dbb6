use expect_test::expect;

use super::*;

fn check_times(task: &Task, expected: Expect) {
    expected.assert_eq(&times(task));
}

#[test]
fn scene_4_with_all_the_time_it_needs() {
    check_times(
        &task("2026-11-20 12:00", "2026-11-22 16:00"),
        expect![[r#"
        fre 20.11 12:00 ask 1
        lør 21.11 18:00 remind
        lør 21.11 20:00 ask 2
        lør 21.11 20:55 standby
        søn 22.11 10:00 duty
        søn 22.11 10:20 deputy
        søn 22.11 10:40 contact
        søn 22.11 12:00 answer
    "#]],
    );
}

#[test]
fn withdrawn_at_06_10_from_meals_at_07_30() {
    check_times(
        &meals("2026-11-20 06:10", "2026-11-20 07:30"),
        expect![[r#"
            fre 20.11 06:10 ask 1
            fre 20.11 06:15 remind
            fre 20.11 06:20 ask 2
            fre 20.11 06:34 standby
            fre 20.11 07:09 duty
            fre 20.11 07:14 deputy
            fre 20.11 07:19 contact
            fre 20.11 07:25 answer
            fre 20.11 07:30 not covered
        "#]],
    );
}

#[test]
fn a_task_in_the_morning_is_settled_the_evening_before() {
    check_times(
        &task("2026-11-18 14:00", "2026-11-20 08:00"),
        expect![[r#"
        ons 18.11 14:00 ask 1
        tor 19.11 10:00 remind
        tor 19.11 12:00 ask 2
        tor 19.11 16:00 standby
        tor 19.11 20:10 duty
        tor 19.11 20:30 deputy
        tor 19.11 20:50 contact
        tor 19.11 20:55 answer
    "#]],
    );
    check_times(
        &task("2026-11-19 14:00", "2026-11-20 08:00"),
        expect![[r#"
        tor 19.11 14:00 ask 1
        tor 19.11 14:46 remind
        tor 19.11 16:20 ask 2
        tor 19.11 19:28 standby
        tor 19.11 20:18 duty
        tor 19.11 20:34 deputy
        tor 19.11 20:50 contact
        tor 19.11 20:55 answer
    "#]],
    );
}

#[test]
fn a_hunt_that_begins_at_the_end_of_the_evening_goes_on_in_the_morning() {
    check_times(
        &task("2026-11-19 20:40", "2026-11-20 16:00"),
        expect![[r#"
            tor 19.11 20:40 ask 1
            tor 19.11 20:45 remind
            tor 19.11 20:50 ask 2
            tor 19.11 20:55 standby
            fre 20.11 10:57 duty
            fre 20.11 11:14 deputy
            fre 20.11 11:31 contact
            fre 20.11 12:40 answer
        "#]],
    );
    check_times(
        &task("2026-11-19 20:50", "2026-11-20 16:00"),
        expect![[r#"
        tor 19.11 20:50 ask 1
        tor 19.11 20:55 remind
        fre 20.11 07:00 ask 2
        fre 20.11 07:05 standby
        fre 20.11 11:00 duty
        fre 20.11 11:17 deputy
        fre 20.11 11:34 contact
        fre 20.11 12:40 answer
    "#]],
    );
    check_times(
        &task("2026-11-19 20:58", "2026-11-20 16:00"),
        expect![[r#"
            tor 19.11 20:58 ask 1
            fre 20.11 07:00 remind
            fre 20.11 07:05 ask 2
            fre 20.11 07:10 standby
            fre 20.11 11:02 duty
            fre 20.11 11:19 deputy
            fre 20.11 11:36 contact
            fre 20.11 12:45 answer
        "#]],
    );
    check_times(
        &task("2026-11-21 20:58", "2026-11-22 16:00"),
        expect![[r#"
            lør 21.11 20:58 ask 1
            søn 22.11 11:00 remind
            søn 22.11 11:05 ask 2
            søn 22.11 11:10 standby
            søn 22.11 11:15 duty
            søn 22.11 11:32 deputy
            søn 22.11 11:49 contact
            søn 22.11 12:45 answer
        "#]],
    );
}

#[test]
fn a_hunt_that_begins_in_the_night_begins_in_the_morning() {
    check_times(
        &task("2026-11-19 23:00", "2026-11-20 16:00"),
        expect![[r#"
            fre 20.11 07:00 ask 1
            fre 20.11 07:23 remind
            fre 20.11 08:10 ask 2
            fre 20.11 09:44 standby
            fre 20.11 13:39 duty
            fre 20.11 13:47 deputy
            fre 20.11 13:55 contact
            fre 20.11 14:30 answer
        "#]],
    );
    check_times(
        &task("2026-11-22 06:00", "2026-11-22 16:00"),
        expect![[r#"
            søn 22.11 11:00 ask 1
            søn 22.11 11:13 remind
            søn 22.11 11:39 ask 2
            søn 22.11 12:31 standby
            søn 22.11 14:41 duty
            søn 22.11 14:46 deputy
            søn 22.11 14:51 contact
            søn 22.11 15:10 answer
        "#]],
    );
}

#[test]
fn many_organisations_are_asked_before_duty_is_told() {
    let mut task = task("2026-11-16 12:00", "2026-11-20 20:00");
    asking(&mut task, 5);
    check_times(
        &task,
        expect![[r#"
        man 16.11 12:00 ask 1
        tor 19.11 20:30 remind
        tor 19.11 20:35 ask 2
        tor 19.11 20:40 ask 3
        tor 19.11 20:45 ask 4
        tor 19.11 20:50 ask 5
        tor 19.11 20:55 standby
        fre 20.11 14:00 duty
        fre 20.11 14:20 deputy
        fre 20.11 14:40 contact
        fre 20.11 16:00 answer
    "#]],
    );
    asking(&mut task, 12);
    check_times(
        &task,
        expect![[r#"
        man 16.11 12:00 ask 1
        tor 19.11 20:25 remind
        tor 19.11 20:30 ask 2
        tor 19.11 20:35 ask 3
        tor 19.11 20:40 ask 4
        tor 19.11 20:45 ask 5
        tor 19.11 20:50 ask 6
        tor 19.11 20:55 ask 7
        fre 20.11 07:38 ask 8
        fre 20.11 08:54 ask 9
        fre 20.11 10:10 ask 10
        fre 20.11 11:27 ask 11
        fre 20.11 12:43 ask 12
        fre 20.11 12:48 standby
        fre 20.11 14:00 duty
        fre 20.11 14:20 deputy
        fre 20.11 14:40 contact
        fre 20.11 16:00 answer
    "#]],
    );
}

#[test]
fn minutes_are_elapsed_time_and_evenings_are_by_the_wall_clock() {
    // The clock is put forward in the night to Sunday: six hours before 16:00 is still 10:00, but 22 hours before is 17:00.
    check_times(
        &task("2026-03-27 12:00", "2026-03-29 16:00"),
        expect![[r#"
        fre 27.03 12:00 ask 1
        lør 28.03 17:00 remind
        lør 28.03 19:00 ask 2
        lør 28.03 20:55 standby
        søn 29.03 10:00 duty
        søn 29.03 10:20 deputy
        søn 29.03 10:40 contact
        søn 29.03 12:00 answer
    "#]],
    );
    // And back: 22 hours before is 19:00.
    check_times(
        &task("2026-10-23 12:00", "2026-10-25 16:00"),
        expect![[r#"
        fre 23.10 12:00 ask 1
        lør 24.10 19:00 remind
        lør 24.10 20:50 ask 2
        lør 24.10 20:55 standby
        søn 25.10 10:00 duty
        søn 25.10 10:20 deputy
        søn 25.10 10:40 contact
        søn 25.10 12:00 answer
    "#]],
    );
}

#[test]
fn meals_on_christmas_day() {
    check_times(
        &meals("2026-12-23 12:00", "2026-12-25 12:00"),
        expect![[r#"
            ons 23.12 12:00 ask 1
            tor 24.12 14:00 remind
            tor 24.12 16:00 ask 2
            tor 24.12 20:00 standby
            tor 24.12 20:15 duty
            tor 24.12 20:35 deputy
            tor 24.12 20:55 contact
            fre 25.12 07:00 remind again
            fre 25.12 08:00 answer
            fre 25.12 08:30 still empty
            fre 25.12 10:00 remind again
            fre 25.12 11:30 last call
            fre 25.12 12:00 not covered
        "#]],
    );
    let mut lunch = meals("2026-12-23 12:00", "2026-12-25 12:00");
    lunch.must_cover = false;
    check_times(
        &lunch,
        expect![[r#"
        ons 23.12 12:00 ask 1
        tor 24.12 14:00 remind
        tor 24.12 16:00 ask 2
        tor 24.12 20:00 standby
        tor 24.12 20:15 duty
        tor 24.12 20:35 deputy
        tor 24.12 20:55 contact
        fre 25.12 08:00 answer
    "#]],
    );
}

#[test]
fn whole_minutes_are_told_even_if_the_hunt_began_between_two() {
    let mut task = task("2026-11-20 10:17", "2026-11-20 16:00");
    task.hunt_from += TimeDelta::milliseconds(12_345);
    check_times(
        &task,
        expect![[r#"
        fre 20.11 10:17:12 ask 1
        fre 20.11 10:32 remind
        fre 20.11 11:01 ask 2
        fre 20.11 12:01 standby
        fre 20.11 14:30 duty
        fre 20.11 14:35 deputy
        fre 20.11 14:40 contact
        fre 20.11 15:00 answer
    "#]],
    );
}

#[test]
fn a_task_that_nobody_can_be_asked_about_is_left_to_duty() {
    let mut task = task("2026-11-16 12:00", "2026-11-20 16:00");
    asking(&mut task, 0);
    check_times(
        &task,
        expect![[r#"
        tor 19.11 18:00 remind
        tor 19.11 20:55 standby
        fre 20.11 10:00 duty
        fre 20.11 10:20 deputy
        fre 20.11 10:40 contact
        fre 20.11 12:00 answer
    "#]],
    );
}
