use super::*;

fn fjellvik() -> Calendar {
    Calendar { time_zone: chrono_tz::Europe::Oslo }
}

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn oslo(text: &str) -> DateTime<Utc> {
    fjellvik().instant(wall(text))
}

fn utc(text: &str) -> DateTime<Utc> {
    wall(text).and_utc()
}

#[test]
fn a_wall_clock_time_is_one_instant() {
    for (local, instant) in [
        ("2026-01-15 12:00", "2026-01-15 11:00"), // winter
        ("2026-07-15 12:00", "2026-07-15 10:00"), // summer
        ("2026-03-29 01:59", "2026-03-29 00:59"), // the last minute before the clock is put forward
        ("2026-03-29 02:00", "2026-03-29 01:00"), // skipped: the first instant after
        ("2026-03-29 02:30", "2026-03-29 01:00"),
        ("2026-03-29 02:59", "2026-03-29 01:00"),
        ("2026-03-29 03:00", "2026-03-29 01:00"),
        ("2026-10-25 01:59", "2026-10-24 23:59"),
        ("2026-10-25 02:00", "2026-10-25 00:00"), // occurs twice: the first
        ("2026-10-25 02:59", "2026-10-25 00:59"),
        ("2026-10-25 03:00", "2026-10-25 02:00"),
    ] {
        assert_eq!(oslo(local), utc(instant), "{local}");
    }
}

#[test]
fn seconds_in_the_skipped_hour_are_skipped_too() {
    let skipped = wall("2026-03-29 02:00") + TimeDelta::seconds(1);
    assert_eq!(fjellvik().instant(skipped), utc("2026-03-29 01:00"));
}

#[test]
fn a_skipped_day_is_skipped_too() {
    let samoa = Calendar { time_zone: chrono_tz::Pacific::Apia };
    let after = samoa.instant(wall("2011-12-31 00:00"));
    assert_eq!(samoa.instant(wall("2011-12-30 00:00")), after);
    assert_eq!(samoa.instant(wall("2011-12-30 23:30")), after);
}

/// Instant, quiet hours it lies in, or none.
const QUIET: [(&str, Option<(&str, &str)>); 22] = [
    // Thursday night to Friday
    ("2026-11-19 20:59", None),
    ("2026-11-19 21:00", Some(("2026-11-19 21:00", "2026-11-20 07:00"))),
    ("2026-11-20 00:00", Some(("2026-11-19 21:00", "2026-11-20 07:00"))),
    ("2026-11-20 06:59", Some(("2026-11-19 21:00", "2026-11-20 07:00"))),
    ("2026-11-20 07:00", None),
    // the evening before a Sunday begins as always; Sunday sleeps longer
    ("2026-11-21 20:59", None),
    ("2026-11-21 21:00", Some(("2026-11-21 21:00", "2026-11-22 11:00"))),
    ("2026-11-22 10:59", Some(("2026-11-21 21:00", "2026-11-22 11:00"))),
    ("2026-11-22 11:00", None),
    ("2026-11-22 21:00", Some(("2026-11-22 21:00", "2026-11-23 07:00"))),
    // Christmas: the eve is a working day, then two holidays and a Sunday
    ("2026-12-24 08:00", None),
    ("2026-12-24 22:00", Some(("2026-12-24 21:00", "2026-12-25 11:00"))),
    ("2026-12-26 08:00", Some(("2026-12-25 21:00", "2026-12-26 11:00"))),
    ("2026-12-27 08:00", Some(("2026-12-26 21:00", "2026-12-27 11:00"))),
    ("2026-12-28 08:00", None),
    ("2027-01-01 08:00", Some(("2026-12-31 21:00", "2027-01-01 11:00"))),
    // Maundy Thursday, Good Friday, and the Saturday between
    ("2026-04-02 09:00", Some(("2026-04-01 21:00", "2026-04-02 11:00"))),
    ("2026-04-03 09:00", Some(("2026-04-02 21:00", "2026-04-03 11:00"))),
    ("2026-04-04 09:00", None),
    // the nights of the clock changes are both before Sundays
    ("2026-03-29 02:30", Some(("2026-03-28 21:00", "2026-03-29 11:00"))),
    ("2026-10-25 02:30", Some(("2026-10-24 21:00", "2026-10-25 11:00"))),
    ("2026-10-25 11:00", None),
];

#[test]
fn quiet_hours_begin_at_21_and_end_at_07_or_on_days_of_rest_at_11() {
    for (instant, quiet) in QUIET {
        let expected = quiet.map(|(from, until)| Quiet { from: oslo(from), until: oslo(until) });
        assert_eq!(fjellvik().quiet_hours(oslo(instant)), expected, "{instant}");
        assert_eq!(fjellvik().is_quiet(oslo(instant)), expected.is_some(), "{instant}");
    }
}

#[test]
fn both_passes_of_the_doubled_hour_are_quiet() {
    for hour in [utc("2026-10-25 00:30"), utc("2026-10-25 01:30")] {
        assert_eq!(fjellvik().local(hour), wall("2026-10-25 02:30"));
        assert_eq!(fjellvik().after_quiet(hour), oslo("2026-10-25 11:00"));
        assert_eq!(fjellvik().before_quiet(hour), oslo("2026-10-24 21:00"));
    }
}

#[test]
fn the_night_is_the_same_every_day_but_for_the_clock_changes() {
    let night = |text| fjellvik().night(oslo(text));
    assert_eq!(night("2026-11-22 10:00"), None, "Sunday morning is quiet, but not night");
    for (instant, hours) in [("2026-11-22 03:00", 10), ("2026-03-29 04:00", 9), ("2026-10-25 04:00", 11)] {
        let Quiet { from, until } = night(instant).unwrap();
        assert_eq!((until - from).num_hours(), hours, "{instant}");
    }
}

#[test]
fn every_hour_of_six_years_is_either_awake_or_inside_its_own_quiet_hours() {
    let calendar = fjellvik();
    let (first, last) = (utc("2023-12-31 00:30"), utc("2030-01-01 00:30"));
    let mut instant = first;
    while instant < last {
        let local = calendar.local(instant);
        // The wall clock goes forth and back without loss, but for the second pass of the doubled hour.
        let again = calendar.instant(local);
        assert!(again == instant || again == instant - TimeDelta::hours(1), "{local}");
        assert_eq!(calendar.local(again), local);

        let (before, after) = (calendar.before_quiet(instant), calendar.after_quiet(instant));
        match calendar.quiet_hours(instant) {
            None => {
                assert_eq!((before, after), (instant, instant));
                assert!((7..21).contains(&local.hour()), "{local}");
            }
            Some(quiet) => {
                assert_eq!((before, after), (quiet.from, quiet.until));
                assert!(before <= instant && instant < after, "{local}");
                assert!(calendar.is_quiet(before) && !calendar.is_quiet(after), "{local}");
                assert!(!calendar.is_quiet(before - TimeDelta::seconds(1)), "{local}");
                assert!(calendar.is_quiet(after - TimeDelta::seconds(1)), "{local}");
                assert!((9..=15).contains(&(after - before).num_hours()), "{local}");
            }
        }
        instant += TimeDelta::hours(1);
    }
}

#[test]
fn no_snow_blower_on_days_of_rest_or_late_on_the_great_eves() {
    for (instant, peace) in [
        ("2026-11-21 23:59", false), // Saturday
        ("2026-11-22 00:00", true),  // Sunday
        ("2026-11-22 23:59", true),
        ("2026-11-23 00:00", false),
        ("2026-12-24 15:59", false), // Christmas Eve
        ("2026-12-24 16:00", true),
        ("2026-12-25 12:00", true),
        ("2026-12-31 18:00", false), // New Year's Eve is no such eve
        ("2026-04-01 18:00", false), // nor is the Wednesday before Easter
        ("2026-04-04 15:59", false), // Easter Eve
        ("2026-04-04 16:00", true),
        ("2026-05-23 15:59", false), // Whitsun Eve
        ("2026-05-23 16:00", true),
        ("2026-05-13 18:00", false), // the eve of Ascension
        ("2026-05-14 09:00", true),
        ("2026-05-01 09:00", true),
    ] {
        assert_eq!(fjellvik().is_holiday_peace(oslo(instant)), peace, "{instant}");
    }
}

#[test]
fn a_window_has_holiday_peace_when_any_minute_of_it_has() {
    for (from, until, peace) in [
        ("2026-12-24 14:00", "2026-12-24 16:00", false),
        ("2026-12-24 14:00", "2026-12-24 16:01", true),
        ("2026-11-21 20:00", "2026-11-22 00:00", false),
        ("2026-11-21 20:00", "2026-11-22 00:01", true),
        ("2026-11-22 23:00", "2026-11-23 02:00", true),
        ("2026-11-23 00:00", "2026-11-23 02:00", false),
        ("2026-11-20 08:00", "2026-11-23 08:00", true),
    ] {
        assert_eq!(fjellvik().touches_holiday_peace(oslo(from), oslo(until)), peace, "{from} {until}");
    }
}

#[test]
fn peace_in_a_window_is_peace_at_one_of_its_minutes() {
    let calendar = fjellvik();
    let mut random = fastrand::Rng::with_seed(24);
    for _ in 0..2_000 {
        let from = utc("2025-01-01 00:00") + TimeDelta::minutes(random.i64(0..3 * 365 * 24 * 60));
        let minutes = random.i64(1..30 * 60);
        let any = (0..minutes).any(|minute| calendar.is_holiday_peace(from + TimeDelta::minutes(minute)));
        assert_eq!(
            calendar.touches_holiday_peace(from, from + TimeDelta::minutes(minutes)),
            any,
            "{from} {minutes}"
        );
    }
}
