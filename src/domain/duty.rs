//! Which coordinator is on duty, and who after that.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

use super::ids::PersonId;
use super::local_time::Calendar;

/// The hour of Monday's wall clock at which the duty goes on to the next in the rota.
const HAND_OVER: TimeDelta = TimeDelta::hours(8);

/// A Monday to count the weeks from. Weeks are counted on over the turn of the year: by their number within it, a year of 53 weeks would give
/// somebody two weeks in a row.
const FIRST_MONDAY: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 5).expect("a date");

/// A municipality's duty rota.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rota {
    /// Each has the duty for a week in turn, and the one after is the deputy.
    pub turns: Vec<PersonId>,
    /// Extra duty, which goes before the rota.
    pub shifts: Vec<Shift>,
    /// Who is not to be rung, and until when.
    pub away: Vec<(PersonId, DateTime<Utc>)>,
}

/// One person's extra duty, until a time that is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub person: PersonId,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Rota {
    /// Whom to ring at `now`, in that order: the one on duty, the deputy, and so on through the rota. People who are away are passed over, also
    /// on a shift. Of several shifts at once, the one that began last goes first: it was made knowing of the other.
    pub fn ring_order(&self, calendar: &Calendar, now: DateTime<Utc>) -> Vec<PersonId> {
        let mut shifts: Vec<&Shift> =
            self.shifts.iter().filter(|shift| shift.from <= now && now < shift.until).collect();
        shifts.sort_by_key(|shift| std::cmp::Reverse(shift.from));

        let (before, from_this_week) = self.turns.split_at(self.turn(calendar, now));
        let in_turn = from_this_week.iter().chain(before).copied();

        let mut order = Vec::new();
        for person in shifts.into_iter().map(|shift| shift.person).chain(in_turn) {
            if !order.contains(&person) && !self.is_away(person, now) {
                order.push(person);
            }
        }
        order
    }

    /// The place in the rota of the one whose week it is.
    fn turn(&self, calendar: &Calendar, now: DateTime<Utc>) -> usize {
        let week = week_of_duty(calendar, now);
        let people = i64::try_from(self.turns.len()).expect("a rota is short").max(1);
        usize::try_from(week.rem_euclid(people)).expect("not negative")
    }

    fn is_away(&self, person: PersonId, now: DateTime<Utc>) -> bool {
        self.away.iter().any(|(who, until)| *who == person && now < *until)
    }
}

/// Time in which somebody is not to be rung; `until` is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub person: PersonId,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// A stretch of time in which the same people are rung in the same order; `until` is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// As of [`Rota::ring_order`].
    pub ring: Vec<PersonId>,
}

/// Who is rung from `from` until `until`, stretch by stretch. `rota.away` does not count: `absences` holds what is known of it.
pub fn outlook(
    rota: &Rota,
    absences: &[Absence],
    calendar: &Calendar,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Vec<Stretch> {
    let mut edges: Vec<DateTime<Utc>> =
        rota.shifts.iter().flat_map(|shift| [shift.from, shift.until]).collect();
    edges.extend(absences.iter().flat_map(|absence| [absence.from, absence.until]));
    let mut hand_over = next_hand_over(calendar, from);
    while hand_over < until {
        edges.push(hand_over);
        hand_over = next_hand_over(calendar, hand_over);
    }
    edges.retain(|edge| from < *edge && *edge < until);
    edges.extend([from, until]);
    edges.sort_unstable();
    edges.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for (from, until) in edges.iter().zip(edges.iter().skip(1)) {
        let away = absences.iter().filter(|absence| absence.from <= *from && *from < absence.until);
        let away = away.map(|absence| (absence.person, absence.until)).collect();
        let ring = Rota { away, ..rota.clone() }.ring_order(calendar, *from);
        match stretches.last_mut() {
            Some(last) if last.ring == ring => last.until = *until,
            _ => stretches.push(Stretch { from: *from, until: *until, ring }),
        }
    }
    stretches
}

/// When somebody else than now has the duty next, as far as is known; else when it is to be looked at again.
pub fn next_turn(
    rota: &Rota,
    absences: &[Absence],
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let until = next_hand_over(calendar, now);
    let stretches = outlook(rota, absences, calendar, (now, until));
    let first = stretches.first().and_then(|stretch| stretch.ring.first().copied());
    let other = stretches.iter().find(|stretch| stretch.ring.first().copied() != first);
    other.map_or(until, |stretch| stretch.from)
}

/// When the duty goes on to the next in the rota.
pub fn next_hand_over(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let day = (calendar.local(now) - HAND_OVER).date();
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    calendar.instant((monday + Days::new(7)).and_time(chrono::NaiveTime::MIN) + HAND_OVER)
}

/// The number of the week of duty that `now` lies in, counted from 1970.
fn week_of_duty(calendar: &Calendar, now: DateTime<Utc>) -> i64 {
    let day = (calendar.local(now) - HAND_OVER).date();
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    (monday - FIRST_MONDAY).num_weeks()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;

    const ANNE: PersonId = PersonId(1);
    const BERIT: PersonId = PersonId(2);
    const CATO: PersonId = PersonId(3);
    const DINA: PersonId = PersonId(4);

    fn calendar() -> Calendar {
        Calendar { time_zone: chrono_tz::Europe::Oslo }
    }

    fn at(text: &str) -> DateTime<Utc> {
        calendar().instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
    }

    fn rota(people: &[PersonId]) -> Rota {
        Rota { turns: people.to_vec(), ..Rota::default() }
    }

    fn shift(person: PersonId, from: &str, until: &str) -> Shift {
        Shift { person, from: at(from), until: at(until) }
    }

    #[test]
    fn each_has_a_week_in_turn_from_monday_at_eight() {
        // The week of 16 November is the 2967th from 5 January 1970, and 2967 is three times 989.
        let rota = rota(&[CATO, ANNE, BERIT]);
        for (now, order) in [
            ("2026-11-16 07:59", [BERIT, CATO, ANNE]),
            ("2026-11-16 08:00", [CATO, ANNE, BERIT]),
            ("2026-11-22 16:00", [CATO, ANNE, BERIT]),
            ("2026-11-23 07:59", [CATO, ANNE, BERIT]),
            ("2026-11-23 08:00", [ANNE, BERIT, CATO]),
            ("2026-11-30 08:00", [BERIT, CATO, ANNE]),
        ] {
            assert_eq!(rota.ring_order(&calendar(), at(now)), order, "{now}");
        }
    }

    #[test]
    fn the_turns_go_on_over_new_year_and_over_the_clock_changes() {
        let rota = rota(&[ANNE, BERIT]);
        let on_duty = |now: DateTime<Utc>| rota.ring_order(&calendar(), now)[0];
        // 2026 has 53 weeks.
        let mut monday = at("2025-01-06 08:00");
        while monday < at("2028-02-01 00:00") {
            let next = calendar().instant(calendar().local(monday) + TimeDelta::weeks(1));
            assert_eq!(on_duty(monday), on_duty(next - TimeDelta::seconds(1)), "{monday}");
            assert_ne!(on_duty(monday), on_duty(next), "{monday}");
            monday = next;
        }
    }

    #[test]
    fn an_extra_shift_goes_before_the_rota_and_nobody_is_rung_twice() {
        let mut rota = rota(&[CATO, ANNE, BERIT]);
        rota.shifts = vec![
            shift(BERIT, "2026-11-21 12:00", "2026-11-22 12:00"),
            shift(DINA, "2026-11-22 08:00", "2026-11-22 20:00"),
        ];
        for (now, order) in [
            ("2026-11-21 11:59", vec![CATO, ANNE, BERIT]),
            ("2026-11-21 12:00", vec![BERIT, CATO, ANNE]),
            ("2026-11-22 08:00", vec![DINA, BERIT, CATO, ANNE]),
            ("2026-11-22 12:00", vec![DINA, CATO, ANNE, BERIT]),
            ("2026-11-22 20:00", vec![CATO, ANNE, BERIT]),
        ] {
            assert_eq!(rota.ring_order(&calendar(), at(now)), order, "{now}");
        }
    }

    #[test]
    fn whoever_is_away_is_passed_over_and_the_others_keep_their_weeks() {
        let mut rota = rota(&[CATO, ANNE, BERIT]);
        let back = at("2026-11-20 12:00");
        rota.away = vec![(CATO, back), (DINA, back)];
        rota.shifts = [CATO, DINA].map(|who| shift(who, "2026-11-17 08:00", "2026-11-18 08:00")).to_vec();
        for (now, order) in [
            ("2026-11-17 10:00", vec![ANNE, BERIT]),
            ("2026-11-20 11:59", vec![ANNE, BERIT]),
            ("2026-11-20 12:00", vec![CATO, ANNE, BERIT]),
            ("2026-11-23 08:00", vec![ANNE, BERIT, CATO]),
        ] {
            assert_eq!(rota.ring_order(&calendar(), at(now)), order, "{now}");
        }
    }

    #[test]
    fn a_rota_of_nobody_and_of_one() {
        let now = at("2026-11-22 16:00");
        assert_eq!(rota(&[]).ring_order(&calendar(), now), []);
        assert_eq!(rota(&[ANNE]).ring_order(&calendar(), now), [ANNE]);
        assert_eq!(rota(&[ANNE, ANNE, BERIT]).ring_order(&calendar(), now).len(), 2);
    }

    #[test]
    fn the_outlook_has_a_stretch_for_every_change() {
        let mut rota = rota(&[CATO, ANNE]);
        rota.shifts = vec![shift(DINA, "2026-11-18 08:00", "2026-11-18 20:00")];
        let absence = |person, from, until| Absence { person, from: at(from), until: at(until) };
        let absences = [
            absence(ANNE, "2026-11-20 00:00", "2026-11-24 00:00"),
            absence(CATO, "2026-11-21 00:00", "2026-11-22 00:00"),
        ];
        let span = (at("2026-11-17 12:00"), at("2026-12-01 12:00"));
        let seen: Vec<(DateTime<Utc>, Vec<PersonId>)> = outlook(&rota, &absences, &calendar(), span)
            .into_iter()
            .map(|stretch| (stretch.from, stretch.ring))
            .collect();
        assert_eq!(
            seen,
            [
                (at("2026-11-17 12:00"), vec![ANNE, CATO]),
                (at("2026-11-18 08:00"), vec![DINA, ANNE, CATO]),
                (at("2026-11-18 20:00"), vec![ANNE, CATO]),
                (at("2026-11-20 00:00"), vec![CATO]),
                (at("2026-11-21 00:00"), vec![]),
                (at("2026-11-22 00:00"), vec![CATO]),
                (at("2026-11-24 00:00"), vec![CATO, ANNE]),
                (at("2026-11-30 08:00"), vec![ANNE, CATO]),
            ]
        );
    }

    #[test]
    fn the_next_turn_is_where_somebody_else_is_first() {
        let mut rota = rota(&[CATO, ANNE, BERIT]);
        let next = |rota: &Rota, absences: &[Absence], from| next_turn(rota, absences, &calendar(), at(from));
        let hand_over = at("2026-11-23 08:00");
        assert_eq!(next(&rota, &[], "2026-11-17 12:00"), hand_over);
        assert_eq!(next(&rota, &[], "2026-11-23 07:59"), hand_over);
        rota.shifts = vec![shift(DINA, "2026-11-18 08:00", "2026-11-18 20:00")];
        assert_eq!(next(&rota, &[], "2026-11-17 12:00"), at("2026-11-18 08:00"));
        assert_eq!(next(&rota, &[], "2026-11-18 08:00"), at("2026-11-18 20:00"));
        let away = |person| Absence { person, from: at("2026-11-20 00:00"), until: at("2026-11-21 00:00") };
        assert_eq!(next(&rota, &[away(CATO)], "2026-11-19 12:00"), at("2026-11-20 00:00"));
        assert_eq!(
            next(&rota, &[away(ANNE)], "2026-11-19 12:00"),
            hand_over,
            "the deputy's days change nothing"
        );
    }

    #[test]
    fn the_outlook_leaves_no_moment_out() {
        let span = (at("2026-11-17 12:00"), at("2026-12-01 12:00"));
        let seen = outlook(&rota(&[CATO, ANNE, BERIT]), &[], &calendar(), span);
        assert_eq!((seen[0].from, seen.last().unwrap().until), span);
        assert!(seen.windows(2).all(|pair| pair[0].until == pair[1].from && pair[0].ring != pair[1].ring));
        assert_eq!(outlook(&rota(&[]), &[], &calendar(), span).len(), 1, "nobody all the time");
    }
}
