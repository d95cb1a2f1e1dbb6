//! What the decisions themselves cost: an answer, a plan. No database, no text.

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use tannhjul::domain::answer::{self, Who};
use tannhjul::domain::ids::*;
use tannhjul::domain::ladder::Ladder;
use tannhjul::domain::local_time::Calendar;
use tannhjul::domain::plan;
use tannhjul::domain::service::ServiceKind;
use tannhjul::domain::task::{Task, TaskState};

fn calendar() -> Calendar {
    Calendar { time_zone: chrono_tz::Europe::Oslo }
}

/// A Saturday at noon.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_258_800, 0).expect("a time")
}

/// A task of tomorrow that `answers` people have answered for 10 places.
fn task(answers: i64) -> Task {
    let mut task = Task {
        id: TaskId(1),
        municipality: MunicipalityId(1),
        number: TaskNumber(17),
        request: RequestId(1),
        unit: UnitId(1),
        requester: PersonId(1_000_000),
        service: ServiceKind::SnowClearing,
        zone: None,
        starts_at: now() + TimeDelta::hours(28),
        ends_at: now() + TimeDelta::hours(30),
        places: 10,
        state: TaskState::Open,
        must_cover: false,
        companions: true,
        approved_only: false,
        ladder: Ladder::default(),
        generation: 1,
        hunt_from: now(),
        promised_at: now() + TimeDelta::hours(24),
        opened_at: now(),
        told: None,
        held: None,
        asked: Vec::new(),
        signups: Vec::new(),
        offers: Vec::new(),
        steps: Vec::new(),
        marks: Vec::new(),
        moved_at: None,
        places_wanted: None,
        has_recipient: true,
    };
    for person in 0..answers {
        for change in answer::accept(&task, who(person), None, &calendar(), now()).changes {
            task.apply(&change, now());
        }
    }
    task
}

fn who(person: i64) -> Who {
    Who { person: PersonId(person), approved: true, asked_as: Some(OrganisationId(1)) }
}

fn decisions(criterion: &mut Criterion) {
    let calendar = calendar();
    for answers in [0, 50, 200] {
        let before = task(answers);
        criterion.bench_function(&format!("answer: one more after {answers}"), |bench| {
            bench.iter(|| answer::accept(black_box(&before), who(999), None, &calendar, now()));
        });
        criterion.bench_function(&format!("answer: carried out after {answers}"), |bench| {
            let changes = answer::accept(&before, who(999), None, &calendar, now()).changes;
            bench.iter_batched(
                || before.clone(),
                |mut task| {
                    changes.iter().for_each(|change| task.apply(change, now()));
                    task
                },
                BatchSize::SmallInput,
            );
        });
        criterion.bench_function(&format!("plan: after {answers} answers"), |bench| {
            bench.iter(|| plan::plan(black_box(&before), &calendar, now()));
        });
    }
    let full = task(50);
    criterion.bench_function("answer: one of ten withdraws, forty reserves", |bench| {
        bench.iter(|| answer::decline(black_box(&full), who(3), &calendar, now()));
    });
    criterion.bench_function("plan: the whole ladder ahead", |bench| {
        let open = task(0);
        bench.iter(|| plan::ladder_times(black_box(&open), &calendar));
    });
}

criterion_group!(pure, decisions);
criterion_main!(pure);
