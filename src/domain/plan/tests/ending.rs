//! What must be covered does not end in silence, and neither does a place that comes free once it has begun.

use expect_test::expect;

use super::*;
use crate::domain::plan::useful_until;

/// Meals on Thursday at 12 that nobody has answered.
fn dinner() -> Task {
    promised(meals("2026-11-16 12:00", "2026-11-19 12:00"))
}

#[test]
fn after_the_answer_somebody_hears_of_it_until_the_start() {
    check(
        dinner(),
        all_reached,
        expect![[r#"
            man 16.11 12:00 ask 1
            ons 18.11 14:00 remind
            ons 18.11 16:00 ask 2
            ons 18.11 20:00 standby
            ons 18.11 20:15 duty
            ons 18.11 20:35 deputy
            ons 18.11 20:55 contact
            tor 19.11 07:00 remind again
            tor 19.11 08:00 answer
            tor 19.11 08:30 still empty
            tor 19.11 10:00 remind again
            tor 19.11 11:30 last call
            tor 19.11 12:00 not covered
            tor 19.11 14:00 end"#]],
    );
}

#[test]
fn what_can_wait_ends_with_the_answer() {
    let log = run(&mut thursday(), thursday().hunt_from, all_reached);
    assert!(log.iter().all(|line| !line.contains("still empty") && !line.contains("not covered")), "{log:?}");
}

#[test]
fn with_little_time_there_are_fewer_words() {
    for (start, expected) in [
        (
            "2026-11-19 10:20",
            expect![[r#"
            tor 19.11 10:00 answer
            tor 19.11 10:10 last call
            tor 19.11 10:20 not covered
            tor 19.11 12:20 end"#]],
        ),
        (
            "2026-11-19 08:40",
            expect![[r#"
            tor 19.11 08:35 answer
            tor 19.11 08:40 not covered
            tor 19.11 10:40 end"#]],
        ),
        (
            "2026-11-19 08:25",
            expect![[r#"
                tor 19.11 08:25 answer
                tor 19.11 10:25 end"#]],
        ),
    ] {
        let mut task = promised(meals("2026-11-19 08:00", start));
        let from = task.hunt_from;
        let log = run(&mut task, from, all_reached);
        let answered = log.iter().position(|line| line.ends_with(" answer")).expect("an answer");
        expected.assert_eq(&log[answered..].join("\n"));
    }
}

#[test]
fn whoever_has_said_that_they_take_it_is_left_to_it() {
    let mut task = dinner();
    run_until(&mut task, "2026-11-19 08:00");
    hold(&mut task, "2026-11-19 08:10", "2026-11-19 09:45");
    assert_eq!(due(&task, "2026-11-19 09:44"), Vec::<String>::new());
    // They are asked first: it is planned anew after each.
    assert_eq!(due(&task, "2026-11-19 09:45"), ["release", "still empty"]);
    task.apply(&Change::Released, at("2026-11-19 09:45"));
    assert_eq!(due(&task, "2026-11-19 09:45"), ["still empty"]);
}

#[test]
fn at_the_start_it_is_said_and_what_was_overdue_is_not() {
    let mut task = dinner();
    run_until(&mut task, "2026-11-19 08:00");
    assert_eq!(
        due(&task, "2026-11-19 12:05"),
        ["skip still empty", "skip last call", "not covered", "skip remind again"]
    );
}

/// The place was filled and came free at `when`, once it had begun.
fn came_free(when: &str) -> Task {
    let mut task = dinner();
    let places = task.places;
    fill(&mut task, places);
    let person = PersonId(1);
    let who = crate::domain::answer::Who { person, approved: true, asked_as: None };
    for change in crate::domain::answer::decline(&task, who, &calendar(), at(when)).changes {
        task.apply(&change, at(when));
    }
    task
}

#[test]
fn once_it_has_begun_the_rings_come_ten_minutes_apart() {
    let mut task = came_free("2026-11-19 12:05");
    expect![[r#"
        tor 19.11 12:05 standby
        tor 19.11 12:05 duty
        tor 19.11 12:15 deputy
        tor 19.11 12:25 contact
        tor 19.11 12:35 answer
        tor 19.11 14:00 end"#]]
    .assert_eq(&run(&mut task, at("2026-11-19 12:05"), all_reached).join("\n"));
}

#[test]
fn who_takes_it_once_it_has_begun_silences_the_rings() {
    let mut task = came_free("2026-11-19 12:05");
    act(&mut task, at("2026-11-19 12:05"), all_reached);
    let ends = clock_of(task.ends_at);
    hold(&mut task, "2026-11-19 12:06", &ends);
    assert_eq!(due(&task, "2026-11-19 12:30"), Vec::<String>::new());
    assert_eq!(due(&task, "2026-11-19 12:35"), ["answer"]);
}

#[test]
fn near_the_end_nobody_is_of_use_any_more() {
    let task = came_free("2026-11-19 12:05");
    assert_eq!(useful_until(&task), task.ends_at - TimeDelta::minutes(30));
    let late = clock_of(useful_until(&task));
    let task = came_free(&late);
    assert_eq!(task.promised_at, at(&late), "there is nothing to wait for");
}

fn clock_of(instant: DateTime<Utc>) -> String {
    calendar().local(instant).format("%Y-%m-%d %H:%M").to_string()
}
