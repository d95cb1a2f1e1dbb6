//! What must be covered and was hunted for long before its start is not forgotten in between.

use expect_test::expect;

use super::*;
use crate::domain::plan::hold_until;

/// Meals on Thursday at 15, whose place came free at `when`.
fn came_free(when: &str) -> Task {
    let mut task = meals("2026-11-16 12:00", "2026-11-19 15:00");
    let places = task.places;
    fill(&mut task, places);
    let who = crate::domain::answer::Who { person: PersonId(1), approved: true, asked_as: None };
    for change in crate::domain::answer::decline(&task, who, &calendar(), at(when)).changes {
        task.apply(&change, at(when));
    }
    task
}

#[test]
fn a_hole_of_the_early_morning_is_spoken_of_all_day() {
    let mut task = came_free("2026-11-19 05:30");
    expect![[r#"
        tor 19.11 07:00 ask 1
        tor 19.11 07:05 remind
        tor 19.11 07:10 ask 2
        tor 19.11 07:15 standby
        tor 19.11 07:20 duty
        tor 19.11 07:40 deputy
        tor 19.11 08:00 contact
        tor 19.11 09:45 remind again
        tor 19.11 11:00 answer
        tor 19.11 11:30 still empty
        tor 19.11 13:00 remind again
        tor 19.11 14:30 last call
        tor 19.11 15:00 not covered
        tor 19.11 17:00 end"#]]
    .assert_eq(&run(&mut task, at("2026-11-19 05:30"), all_reached).join("\n"));
}

#[test]
fn with_little_time_there_is_nothing_in_between() {
    let mut task = came_free("2026-11-19 12:15");
    let log = run(&mut task, at("2026-11-19 12:15"), all_reached);
    assert!(log.iter().all(|line| !line.contains("remind again")), "{log:?}");
}

#[test]
fn what_can_wait_is_not_spoken_of_again() {
    let mut task = promised(task("2026-11-19 07:00", "2026-11-19 18:00"));
    let log = run(&mut task, at("2026-11-19 07:00"), all_reached);
    assert!(log.iter().all(|line| !line.contains("remind again")), "{log:?}");
}

#[test]
fn who_has_it_is_left_to_it_and_of_several_reminders_only_the_last_is_given() {
    let mut task = came_free("2026-11-19 05:30");
    run_until(&mut task, "2026-11-19 08:00");
    hold(&mut task, "2026-11-19 08:10", "2026-11-19 13:45");
    assert_eq!(due(&task, "2026-11-19 13:44"), ["answer", "skip remind again"]);
    task.apply(&Change::Released, at("2026-11-19 13:45"));
    assert_eq!(due(&task, "2026-11-19 13:45"), ["answer", "skip remind again", "remind again"]);
}

#[test]
fn who_takes_it_without_a_word_of_when_has_it_for_a_while() {
    let task = meals("2026-11-16 12:00", "2026-11-19 15:00");
    for (now, until) in [
        ("2026-11-19 08:07", "2026-11-19 09:15"),
        ("2026-11-19 13:30", "2026-11-19 14:15"),
        ("2026-11-19 14:50", "2026-11-19 14:55"),
    ] {
        assert_eq!(hold_until(&task, &calendar(), at(now)), at(until), "{now}");
    }
}
