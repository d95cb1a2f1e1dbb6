//! Those who come: asked, reminded, looked for, and rung about.

use super::*;
use crate::domain::attendance::Mark;
use expect_test::expect;

fn placed(task: &mut Task, person: i64, when: &str) {
    let change = Change::Placed { person: PersonId(person), people: 1, asked_as: None };
    task.apply(&change, at(when));
}

fn waits(task: &mut Task, person: i64, when: &str) {
    let change = Change::Queued { person: PersonId(person), people: 1, asked_as: None };
    task.apply(&change, at(when));
}

fn says(task: &mut Task, person: i64, mark: Mark, when: &str) {
    task.apply(&Change::Marked { person: Some(PersonId(person)), mark, until: None }, at(when));
}

fn noted(task: &mut Task, mark: Mark, when: &str) {
    task.apply(&Change::Marked { person: None, mark, until: None }, at(when));
}

/// A full task for one person, who said yes long before: only what is about those who come is due.
fn one_comes(starts_at: &str) -> Task {
    let mut task = task("2026-11-10 12:00", starts_at);
    task.places = 1;
    placed(&mut task, 1, "2026-11-10 12:00");
    promised(task)
}

fn dinner(starts_at: &str) -> Task {
    let mut task = one_comes(starts_at);
    task.must_cover = true;
    task.has_recipient = true;
    task
}

/// Lets everything happen from the yes until `until`, and writes it down.
fn lived_until(task: &mut Task, from: &str, until: &str) -> String {
    let (mut now, until) = (at(from), at(until));
    let mut log = Vec::new();
    loop {
        log.extend(act(task, now, all_reached).into_iter().map(|done| format!("{} {done}", clock(now))));
        match plan(task, &calendar(), now).next.filter(|next| *next <= until) {
            Some(next) => now = next,
            None => return log.join("\n"),
        }
    }
}

#[test]
fn silence_before_the_start_is_a_risk() {
    let mut task = one_comes("2026-11-22 16:00");
    waits(&mut task, 2, "2026-11-11 12:00");
    expect![[r#"
        lør 21.11 18:00 confirm? 1
        lør 21.11 20:30 confirm again? 1
        lør 21.11 20:45 stand in? 2
        søn 22.11 09:00 duty: unconfirmed
        søn 22.11 14:00 soon 1
        søn 22.11 18:00 end
        søn 22.11 18:15 done? 1
        man 23.11 07:00 duty: nothing heard"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-20 12:00", "2026-11-30 00:00"));
}

#[test]
fn who_confirms_is_reminded_once_and_asked_how_it_went() {
    let mut task = one_comes("2026-11-22 16:00");
    lived_until(&mut task, "2026-11-20 12:00", "2026-11-21 18:00");
    says(&mut task, 1, Mark::Confirmed, "2026-11-21 18:03");
    expect![[r#"
        søn 22.11 14:00 soon 1
        søn 22.11 18:00 end
        søn 22.11 18:15 done? 1"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-21 18:03", "2026-11-22 18:15"));
    says(&mut task, 1, Mark::Completed, "2026-11-22 18:20");
    assert_eq!(plan(&task, &calendar(), at("2026-11-22 18:20")).next, None);
}

#[test]
fn a_yes_of_the_same_afternoon_needs_no_confirming() {
    let mut task = task("2026-11-21 12:00", "2026-11-22 16:00");
    task.places = 1;
    placed(&mut task, 1, "2026-11-21 16:00");
    expect!["søn 22.11 14:00 soon 1"].assert_eq(&lived_until(
        &mut task,
        "2026-11-21 16:00",
        "2026-11-22 15:00",
    ));
}

#[test]
fn dinner_at_noon_where_nobody_shows_up() {
    let mut task = dinner("2026-11-23 12:00");
    expect![[r#"
        søn 22.11 15:00 call: coming
        søn 22.11 18:00 confirm? 1
        søn 22.11 20:30 confirm again? 1
        søn 22.11 20:45 stand in? standby
        man 23.11 08:00 duty: unconfirmed
        man 23.11 10:00 soon 1
        man 23.11 12:00 there? 1
        man 23.11 12:10 there again? 1
        man 23.11 12:20 duty: no show
        man 23.11 12:30 deputy: no show
        man 23.11 12:40 contact: no show
        man 23.11 14:00 end
        man 23.11 14:15 done? 1
        man 23.11 20:15 duty: nothing heard"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-20 12:00", "2026-12-01 00:00"));
}

#[test]
fn breakfast_is_confirmed_in_the_evening_and_duty_is_spared_the_night() {
    let mut task = dinner("2026-11-24 07:30");
    expect![[r#"
        man 23.11 15:00 call: coming
        man 23.11 18:00 confirm? 1
        man 23.11 20:30 confirm again? 1
        man 23.11 20:45 stand in? standby
        man 23.11 20:55 duty: unconfirmed"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-22 12:00", "2026-11-24 07:29"));
}

#[test]
fn who_is_late_is_looked_for_later() {
    let mut task = dinner("2026-11-23 12:00");
    lived_until(&mut task, "2026-11-20 12:00", "2026-11-23 11:00");
    let late =
        Change::Marked { person: Some(PersonId(1)), mark: Mark::Late, until: Some(at("2026-11-23 12:30")) };
    task.apply(&late, at("2026-11-23 11:50"));
    expect![[r#"
        man 23.11 12:30 there? 1
        man 23.11 12:40 there again? 1
        man 23.11 12:50 duty: no show
        man 23.11 13:00 deputy: no show"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-23 11:50", "2026-11-23 13:00"));
}

#[test]
fn as_many_reserves_stand_ready_as_people_are_silent() {
    let mut task = task("2026-11-10 12:00", "2026-11-22 16:00");
    placed(&mut task, 1, "2026-11-10 12:00");
    placed(&mut task, 2, "2026-11-10 12:00");
    for reserve in 3..=5 {
        waits(&mut task, reserve, "2026-11-11 12:00");
    }
    lived_until(&mut task, "2026-11-20 12:00", "2026-11-21 20:44");
    assert_eq!(due(&task, "2026-11-21 20:45"), ["stand in? 3"]);
    lived_until(&mut task, "2026-11-21 20:45", "2026-11-21 20:46");
    says(&mut task, 3, Mark::StandInRefused, "2026-11-21 20:50");
    assert_eq!(due(&task, "2026-11-21 20:50"), ["stand in? 5"], "4 was asked with 3");
}

#[test]
fn the_recipient_hears_of_every_substitution() {
    let mut task = dinner("2026-11-23 12:00");
    waits(&mut task, 2, "2026-11-11 12:00");
    let before = lived_until(&mut task, "2026-11-22 12:00", "2026-11-22 16:00");
    assert_eq!(before, "søn 22.11 15:00 call: coming");
    noted(&mut task, Mark::ComingCallMade, "2026-11-22 16:00");
    task.apply(&Change::Withdrew { person: PersonId(1) }, at("2026-11-22 17:00"));
    placed(&mut task, 2, "2026-11-22 17:20");
    assert_eq!(due(&task, "2026-11-22 17:20"), ["call: coming"]);
}

#[test]
fn a_call_that_is_not_answered_is_tried_once_more() {
    let mut task = dinner("2026-11-23 12:00");
    lived_until(&mut task, "2026-11-22 12:00", "2026-11-22 15:00");
    noted(&mut task, Mark::ComingCallFailed, "2026-11-22 15:10");
    assert_eq!(due(&task, "2026-11-22 16:09"), Vec::<String>::new());
    assert_eq!(due(&task, "2026-11-22 16:10"), ["call: coming"]);
    noted(&mut task, Mark::ComingCallAsked, "2026-11-22 16:10");
    noted(&mut task, Mark::ComingCallFailed, "2026-11-22 16:20");
    assert_eq!(due(&task, "2026-11-22 17:20"), Vec::<String>::new(), "the second is the last");
}

#[test]
fn a_call_is_not_promised_again_when_there_is_no_time_for_it() {
    let mut task = dinner("2026-11-22 16:00");
    noted(&mut task, Mark::ComingCallAsked, "2026-11-22 15:00");
    noted(&mut task, Mark::ComingCallFailed, "2026-11-22 15:10");
    assert_eq!(call_again_at(&task, Mark::ComingCallAsked, Mark::ComingCallFailed), None);
    assert!(!lived_until(&mut task, "2026-11-22 15:10", "2026-11-22 15:59").contains("ring"));
}

#[test]
fn who_was_told_the_old_time_hears_the_new_one_at_once() {
    let mut task = dinner("2026-11-22 16:00");
    noted(&mut task, Mark::ComingCallAsked, "2026-11-21 15:00");
    noted(&mut task, Mark::ComingCallMade, "2026-11-21 15:05");
    let (starts_at, ends_at) = (at("2026-11-25 16:00"), at("2026-11-25 18:00"));
    let moved = Change::Moved { starts_at, ends_at, promised_at: at("2026-11-25 09:00") };
    task.apply(&moved, at("2026-11-21 17:00"));
    expect![[r#"
        lør 21.11 17:00 call: coming
        tir 24.11 18:00 confirm? 1
        tir 24.11 20:30 confirm again? 1
        tir 24.11 20:45 stand in? standby
        ons 25.11 09:00 duty: unconfirmed
        ons 25.11 14:00 soon 1
        ons 25.11 16:00 there? 1
        ons 25.11 16:10 there again? 1"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-21 17:00", "2026-11-25 16:10"));
}

#[test]
fn what_is_done_beforehand_is_asked_about_no_more() {
    let mut task = dinner("2026-11-22 16:00");
    says(&mut task, 1, Mark::Completed, "2026-11-21 12:00");
    expect!["søn 22.11 18:00 end"].assert_eq(&lived_until(&mut task, "2026-11-21 12:00", "2026-11-22 20:00"));
}

#[test]
fn who_was_told_that_somebody_comes_hears_that_nobody_does() {
    for state in [TaskState::Cancelled, TaskState::TakenOver] {
        let mut task = dinner("2026-11-23 12:00");
        task.apply(&Change::StateChanged { to: state }, at("2026-11-22 12:00"));
        assert_eq!(due(&task, "2026-11-22 16:00"), Vec::<String>::new(), "nobody had been told of anybody");
        let mut task = dinner("2026-11-23 12:00");
        lived_until(&mut task, "2026-11-22 12:00", "2026-11-22 15:00");
        task.apply(&Change::StateChanged { to: state }, at("2026-11-22 16:00"));
        assert_eq!(due(&task, "2026-11-22 16:00"), ["call: nobody"]);
    }
}

#[test]
fn the_verdict_is_asked_for_on_a_working_day() {
    for (starts_at, asked_at) in [
        ("2026-11-23 12:00", "tir 24.11 10:00"),
        ("2026-11-20 12:00", "man 23.11 10:00"),
        // Maundy Thursday to Easter Monday.
        ("2027-03-24 12:00", "tir 30.03 10:00"),
    ] {
        let mut task = dinner(starts_at);
        task.apply(&Change::StateChanged { to: TaskState::Ended }, task.ends_at);
        says(&mut task, 1, Mark::Completed, starts_at);
        let now = task.ends_at;
        assert_eq!(plan(&task, &calendar(), now).next.map(clock).as_deref(), Some(asked_at));
    }
}

#[test]
fn what_was_confirmed_for_the_old_time_counts_no_more() {
    let mut task = one_comes("2026-11-22 16:00");
    lived_until(&mut task, "2026-11-20 12:00", "2026-11-21 18:00");
    says(&mut task, 1, Mark::Confirmed, "2026-11-21 18:03");
    let (starts_at, ends_at) = (at("2026-11-25 16:00"), at("2026-11-25 18:00"));
    task.apply(&Change::Moved { starts_at, ends_at, promised_at: starts_at }, at("2026-11-21 19:00"));
    assert_eq!(
        plan(&task, &calendar(), at("2026-11-21 19:00")).next.map(clock).as_deref(),
        Some("tir 24.11 18:00")
    );
}

/// A task that is moved at `when`, with the question about it put to its one person.
fn is_moved(task: &mut Task, to: &str, when: &str) {
    let (starts_at, ends_at) = (at(to), at(to) + TimeDelta::hours(2));
    task.apply(&Change::Moved { starts_at, ends_at, promised_at: starts_at }, at(when));
    let person = Some(PersonId(1));
    let asked = Change::Marked { person, mark: Mark::MoveAsked, until: Some(at(when)) };
    task.apply(&asked, at(when));
    if is_asked_for_good(task, &calendar(), at(when)) {
        task.apply(&Change::Marked { person, mark: Mark::ConfirmationAsked, until: None }, at(when));
    }
}

#[test]
fn who_says_nothing_of_a_move_is_a_risk() {
    let mut task = one_comes("2026-11-22 16:00");
    is_moved(&mut task, "2026-11-27 16:00", "2026-11-21 12:00");
    expect![[r#"
        søn 22.11 12:00 moved again? 1
        man 23.11 12:00 duty: move unanswered 1
        tor 26.11 18:00 confirm? 1
        tor 26.11 20:30 confirm again? 1
        tor 26.11 20:45 stand in? standby
        fre 27.11 09:00 duty: unconfirmed
        fre 27.11 14:00 soon 1"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-21 12:00", "2026-11-27 15:59"));
    let mut task = one_comes("2026-11-22 16:00");
    is_moved(&mut task, "2026-11-22 14:00", "2026-11-22 12:00");
    expect![[r#"
        søn 22.11 12:30 confirm again? 1
        søn 22.11 12:30 stand in? standby
        søn 22.11 13:00 duty: unconfirmed"#]]
    .assert_eq(&lived_until(&mut task, "2026-11-22 12:00", "2026-11-22 13:59"));
}

/// Each place on the night when a clock is skipped or comes twice, and a Sunday morning.
#[test]
fn the_nights_when_the_clock_is_changed() {
    for (starts_at, expected) in [
        (
            "2027-03-28 08:00",
            expect![[r#"
            lør 27.03 18:00 confirm? 1
            lør 27.03 20:30 confirm again? 1
            lør 27.03 20:45 stand in? standby
            lør 27.03 20:55 duty: unconfirmed
            søn 28.03 08:00 there? 1"#]],
        ),
        (
            "2026-10-25 08:00",
            expect![[r#"
            lør 24.10 18:00 confirm? 1
            lør 24.10 20:30 confirm again? 1
            lør 24.10 20:45 stand in? standby
            lør 24.10 20:55 duty: unconfirmed
            søn 25.10 08:00 there? 1"#]],
        ),
        (
            "2026-11-22 11:00",
            expect![[r#"
            lør 21.11 18:00 confirm? 1
            lør 21.11 20:30 confirm again? 1
            lør 21.11 20:45 stand in? standby
            søn 22.11 07:00 duty: unconfirmed
            søn 22.11 11:00 there? 1"#]],
        ),
    ] {
        let mut task = task("2026-09-01 12:00", starts_at);
        task.places = 1;
        task.must_cover = true;
        placed(&mut task, 1, "2026-09-01 12:00");
        let from = clock_two_days_before(&task);
        expected.assert_eq(&lived_until(&mut task, &from, starts_at));
    }
}

fn clock_two_days_before(task: &Task) -> String {
    calendar().local(task.starts_at - TimeDelta::days(2)).format("%Y-%m-%d %H:%M").to_string()
}

/// Whoever is asked is asked once for each thing, volunteers are left alone in quiet hours, and it ends.
#[test]
fn whatever_happens_nobody_is_asked_twice_or_at_night() {
    for seed in 0..600 {
        let mut random = fastrand::Rng::with_seed(seed);
        let begin = at("2026-03-20 00:00") + TimeDelta::minutes(random.i64(0..300 * 24 * 60));
        let mut task = task("2026-11-20 12:00", "2026-11-22 16:00");
        task.hunt_from = begin;
        task.starts_at = begin + TimeDelta::minutes(random.i64(30..6 * 24 * 60));
        task.ends_at = task.starts_at + TimeDelta::minutes(random.i64(10..400));
        task.must_cover = random.bool();
        task.has_recipient = random.bool();
        task.places = random.u32(1..4);
        asking(&mut task, 1);
        for person in 1..=i64::from(task.places) {
            task.apply(&Change::Placed { person: PersonId(person), people: 1, asked_as: None }, begin);
        }
        for person in 10..10 + random.i64(0..3) {
            task.apply(&Change::Queued { person: PersonId(person), people: 1, asked_as: None }, begin);
        }
        let mut now = begin;
        for round in 0.. {
            assert!(round < 300, "seed {seed}: never ends");
            for due in plan(&task, &calendar(), now).due {
                let Due::Attend(what) = due else { continue };
                let asks_at_ease = what.keeps_out_of_quiet_hours();
                assert!(
                    !(asks_at_ease && calendar().is_quiet(now)),
                    "seed {seed}: {what:?} at {}",
                    clock(now)
                );
            }
            act(&mut task, now, all_reached);
            if random.u32(..6) == 0 {
                let person = PersonId(random.i64(1..=i64::from(task.places)));
                let mark = [Mark::Confirmed, Mark::CheckedIn, Mark::Completed, Mark::Late][random.usize(..4)];
                if task.held_by(person) > 0 {
                    let until = Some(now + TimeDelta::minutes(random.i64(1..60)));
                    task.apply(&Change::Marked { person: Some(person), mark, until }, now);
                    act(&mut task, now, all_reached);
                }
            }
            match plan(&task, &calendar(), now).next {
                Some(next) => now = next,
                None => break,
            }
        }
        assert_eq!(task.state, TaskState::Ended, "seed {seed}");
        let said = [Mark::Confirmed, Mark::CheckedIn, Mark::Completed, Mark::Late];
        for (index, marked) in task.marks.iter().enumerate() {
            let again = |other: &&crate::domain::attendance::Marked| {
                other.mark == marked.mark && other.person == marked.person && !said.contains(&marked.mark)
            };
            assert_eq!(task.marks[..index].iter().find(again), None, "seed {seed}: {:#?}", task.marks);
        }
    }
}
