//! A database as it is after years in the whole country, and what a tick and a start cost on it.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use anyhow::Context;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::domain::ladder::Ladder;
use tannhjul::engine::Engine;
use tannhjul::secret::Key;
use tannhjul::store::Db;

use super::Engine as Which;
use super::bot::Recipe;
use super::database::Database;
use super::town::org_numbers;

const MUNICIPALITIES: usize = 357;
const CLUBS: usize = 8_165;
pub const PEOPLE: usize = 300_000;
/// One task in so many is still open.
const OPEN_EACH: usize = 100;
/// Tasks that are due when a tick is measured.
const DUE: usize = 100;

/// Fills a migrated database with `tasks` tasks and all that hangs on them.
pub async fn grow(which: Which, url: &str, tasks: usize, people: Option<usize>) -> anyhow::Result<()> {
    Db::open(url).await?.close().await;
    let numbers = org_numbers().skip(10_000).take(CLUBS);
    let clubs: Vec<String> =
        (1..).zip(numbers).map(|(club, number)| format!("({club}, '{number}')")).collect();
    let ladder = serde_json::to_string(&Ladder::default())?;
    let people = people.unwrap_or(PEOPLE.min(tasks.max(10_000)));
    let statements = [
        "INSERT INTO channel (id, kind, key, created_at) VALUES (1, 'telegram', 'telegram:1', {past})".to_owned(),
        format!("INSERT INTO municipality (id, key, name, time_zone, language, phone, next_task_number, created_at)
                 SELECT i, 'k' || i, 'Kommune ' || i, 'Europe/Oslo', 'nb', '10 00 00 00', 1000000, {{past}} FROM {{to {MUNICIPALITIES}}}"),
        format!("INSERT INTO unit (id, municipality_id, key, name) SELECT i, i, 'enhet', 'Enhet' FROM {{to {MUNICIPALITIES}}}"),
        format!("INSERT INTO service (id, municipality_id, kind, must_cover, approved_only, companions, noisy)
                 SELECT i, i, 'other', {{no}}, {{no}}, {{no}}, {{no}} FROM {{to {MUNICIPALITIES}}}"),
        format!("INSERT INTO organisation (id, org_number, kind, name, created_at)
                 SELECT id, number, 'club', 'Lag ' || id, {{past}} FROM (SELECT column1 AS id, column2 AS number FROM (VALUES {}) AS v) AS clubs", clubs.join(", ")),
        format!("INSERT INTO person (id, municipality_id, name, language, created_at)
                 SELECT i, 1 + i % {MUNICIPALITIES}, 'Frivillig ' || i, 'nb', {{past}} FROM {{to {people}}}"),
        format!("INSERT INTO account (id, channel_id, external_id, name, can_write, seen_at)
                 SELECT i, 1, 'a' || i, 'Frivillig ' || i, 'yes', {{past}} FROM {{to {people}}}"),
        format!("INSERT INTO person_account (person_id, account_id) SELECT i, i FROM {{to {people}}}"),
        format!("INSERT INTO chat (id, channel_id, external_id, kind, title, account_id, state, seen_at)
                 SELECT i, 1, 'a' || i, 'private', 'Frivillig ' || i, i, 'open', {{past}} FROM {{to {people}}}"),
        format!("INSERT INTO membership (person_id, municipality_id, role, organisation_id, since_at)
                 SELECT i, 1 + i % {MUNICIPALITIES}, 'volunteer', 1 + i % {CLUBS}, {{past}} FROM {{to {people}}}"),
        format!("INSERT INTO request (id, municipality_id, unit_id, requester_id, state, draft, created_at, changed_at)
                 SELECT i, 1 + i % {MUNICIPALITIES}, 1 + i % {MUNICIPALITIES}, 1 + i % {people}, CASE WHEN i % {OPEN_EACH} = 0 THEN 'open' ELSE 'ended' END,
                     {{json '{{}}'}}, {{past}}, {{past}} FROM {{to {tasks}}}"),
        format!("INSERT INTO task (id, municipality_id, number, request_id, unit_id, requester_id, service_id, starts_at, ends_at, places, taken, state,
                     must_cover, ladder, generation, hunt_from_at, promised_at, opened_at)
                 SELECT i, 1 + i % {MUNICIPALITIES}, i, i, 1 + i % {MUNICIPALITIES}, 1 + i % {people}, 1 + i % {MUNICIPALITIES},
                     CASE WHEN i % {OPEN_EACH} = 0 THEN {{soon}} ELSE {{past}} END, CASE WHEN i % {OPEN_EACH} = 0 THEN {{later}} ELSE {{past_end}} END,
                     2, 1, CASE WHEN i % {OPEN_EACH} = 0 THEN 'open' ELSE 'ended' END, {{no}}, {{json '{ladder}'}}, 1, {{past}},
                     CASE WHEN i % {OPEN_EACH} = 0 THEN {{soon}} ELSE {{past}} END, {{past}} FROM {{to {tasks}}}"),
        format!("INSERT INTO signup (task_id, person_id, state, people, asked_as, answered_at)
                 SELECT i, 1 + i % {people}, 'placed', 1, 1 + i % {CLUBS}, {{past}} FROM {{to {tasks}}}"),
        format!("INSERT INTO task_step (task_id, generation, step, outcome, at)
                 SELECT i, 1, step, 'reached', {{past}} FROM {{to {tasks}}} CROSS JOIN (SELECT 0 AS step UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) AS steps"),
        format!("INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, task_id, person_id, external_id, state,
                     not_before_at, created_at, sent_at)
                 SELECT 'told:' || i || ':' || n, 1, 1 + i % {people}, 'receipt', 1, {{no}}, {{json '\"card\"'}}, 'nb', i, 1 + i % {people}, 'm' || i || ':' || n,
                     'sent', {{past}}, {{past}}, {{past}} FROM {{to {tasks}}} CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2) AS two"),
        format!("INSERT INTO inbox (channel_id, update_id, chat_key, state, received_at, handled_at)
                 SELECT 1, 'u' || i, 'a1', 'done', {{past}}, {{past}} FROM {{to {tasks}}}"),
        format!("INSERT INTO history (municipality_id, task_id, request_id, what, detail, at)
                 SELECT 1 + i % {MUNICIPALITIES}, i, i, 'change', {{json '{{}}'}}, {{past}} FROM {{to {tasks}}} CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2) AS two"),
        format!("INSERT INTO due (subject_kind, subject_id, at) SELECT 'task', i, {{soon}} FROM {{to {tasks}}} WHERE i % {OPEN_EACH} = 0"),
    ];
    match which {
        Which::Sqlite => {
            let mut connection = SqliteConnection::connect(url).await?;
            connection.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN").await?;
            for statement in &statements {
                run(&mut connection, which, statement).await?;
            }
            connection.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)").await?;
            connection.close().await?;
        }
        Which::Postgres => {
            let mut connection = PgConnection::connect(url).await?;
            for statement in &statements {
                run(&mut connection, which, statement).await?;
            }
            for table in [
                "channel",
                "municipality",
                "unit",
                "service",
                "organisation",
                "person",
                "account",
                "chat",
                "request",
                "task",
            ] {
                let next = format!(
                    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM {table}))"
                );
                run(&mut connection, which, &next).await?;
            }
            connection.execute("ANALYZE").await?;
            connection.close().await?;
        }
    }
    Ok(())
}

async fn run<'c, E: Executor<'c>>(connection: E, which: Which, statement: &str) -> anyhow::Result<()> {
    let sql = in_dialect(which, statement);
    connection
        .execute(AssertSqlSafe(sql.clone()))
        .await
        .with_context(|| sql.chars().take(300).collect::<String>())?;
    Ok(())
}

/// What the engines write differently.
fn in_dialect(which: Which, statement: &str) -> String {
    let mut sql = String::new();
    let mut rest = statement;
    while let Some((before, after)) = rest.split_once('{') {
        sql += before;
        // What is inside JSON has braces of its own.
        let end = if after.starts_with("json ") {
            after.find("'}").map_or(0, |at| at + 1)
        } else {
            after.find('}').unwrap_or(0)
        };
        let (mark, after) = after.split_at(end);
        let instant = |at: &str| {
            if which == Which::Sqlite { format!("'{at}'") } else { format!("'{at}'::timestamptz") }
        };
        sql += &match mark.split_once(' ') {
            None if mark == "past" => instant("2026-01-10T10:00:00+00:00"),
            None if mark == "past_end" => instant("2026-01-10T12:00:00+00:00"),
            None if mark == "soon" => instant("2036-01-10T10:00:00+00:00"),
            None if mark == "later" => instant("2036-01-10T12:00:00+00:00"),
            None if which == Which::Sqlite => "0".to_owned(),
            None => "FALSE".to_owned(),
            Some(("to", count)) => format!(
                "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n) AS numbers"
            ),
            Some((_, json)) if which == Which::Sqlite => json.to_owned(),
            Some((_, json)) => format!("{json}::jsonb"),
        };
        rest = &after[1..];
    }
    sql + rest
}

/// What a start and a tick cost on a database of this size.
pub async fn measure(
    which: Which,
    database: &Database,
    recipe: &Recipe,
    tasks: usize,
    people: Option<usize>,
) -> anyhow::Result<()> {
    let grown = Instant::now();
    grow(which, &database.url, tasks, people).await?;
    let grown = grown.elapsed();
    let db = Db::open(&database.url).await?;
    let clock = Clock::system();
    let engine = Engine::new(
        db.clone(),
        clock.clone(),
        Surroundings { key: Key::generate(), public_url: None, mails: false },
        HashMap::new(),
    );
    engine.tick().await?;
    let mut idle = Vec::new();
    for _ in 0..200 {
        let began = Instant::now();
        engine.tick().await?;
        idle.push(began.elapsed());
    }
    let mut busy = Vec::new();
    for _ in 0..20 {
        let mut tx = db.begin().await?;
        let ids: Vec<_> = (1..=DUE.min(tasks / OPEN_EACH)).map(|index| index * OPEN_EACH).collect();
        for id in &ids {
            let subject = tannhjul::store::due::Subject::Task(tannhjul::domain::ids::TaskId(*id as i64));
            tx.set_due(subject, Some(clock.now())).await?;
        }
        tx.commit().await?;
        let began = Instant::now();
        engine.tick().await?;
        busy.push(began.elapsed() / ids.len().max(1) as u32);
    }
    db.close().await;
    let process = recipe.serve().await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (ready_after, used) = (process.ready_after, process.used());
    process.stop().await?;
    let median = |all: &mut Vec<Duration>| {
        all.sort_unstable();
        all[all.len() / 2].as_secs_f64() * 1e6
    };
    println!(
        "{which:?}, {tasks} tasks: a tick with nothing due {:.0} µs, {:.0} µs for each due task; ready after {:.0} ms, peak {:.1} MB; database {:.0} MB, filled in {:.0} s",
        median(&mut idle),
        median(&mut busy),
        ready_after.as_secs_f64() * 1e3,
        used.peak_mb,
        database.megabytes()?,
        grown.as_secs_f64(),
    );
    Ok(())
}
