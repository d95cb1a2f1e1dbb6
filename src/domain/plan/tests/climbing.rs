use super::*;

#[test]
fn nobody_answers() {
    let mut task = promised(task("2026-11-20 12:00", "2026-11-22 16:00"));
    let from = task.hunt_from;
    expect_test::expect![[r#"
        [
            "fre 20.11 12:00 ask 1",
            "lør 21.11 18:00 remind",
            "lør 21.11 20:00 ask 2",
            "lør 21.11 20:55 standby",
            "søn 22.11 10:00 duty",
            "søn 22.11 10:20 deputy",
            "søn 22.11 10:40 contact",
            "søn 22.11 12:00 answer",
            "søn 22.11 18:00 end",
        ]
    "#]]
    .assert_debug_eq(&run(&mut task, from, all_reached));
}
