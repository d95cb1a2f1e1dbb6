//! The heartbeat: somebody elsewhere is called while all is well, and only then.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tannhjul::audit::{Auditor, Heartbeat};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::engine::Engine;
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::sync::watch;

use crate::copies::is_postgres;
use crate::databases::on_both_engines;

on_both_engines!(it_beats_while_all_is_well);

/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often the auditor looks here.
const EVERY: Duration = Duration::from_millis(50);

async fn until(what: &str, holds: impl Fn() -> bool) {
    let waiting = async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, waiting).await.is_ok(), "never: {what}");
}

async fn it_beats_while_all_is_well(url: String) {
    let rows = include_str!("rows/0001.sql");
    if is_postgres(&url) {
        let mut connection = PgConnection::connect(&url).await.expect("the database");
        connection.execute(AssertSqlSafe(rows.replace("X'", "'\\x"))).await.expect("rows");
    } else {
        SqliteConnection::connect(&url).await.expect("the database").execute(rows).await.expect("rows");
    }
    let beats = Arc::new(AtomicUsize::new(0));
    let counted = beats.clone();
    let page = axum::routing::get(async move || {
        counted.fetch_add(1, Ordering::SeqCst);
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let heartbeat = format!("http://{}/ping", listener.local_addr().expect("an address"));
    let elsewhere =
        tokio::spawn(async { axum::serve(listener, axum::Router::new().route("/ping", page)).await });

    let db = Db::open(&url).await.expect("the database");
    // Nothing is due, somebody can be rung, nothing waits to be sent, and there is a backup.
    let clock = Clock::standing_at("2026-11-20T12:00:00Z".parse().expect("a time"));
    let mut tx = db.begin().await.expect("a transaction");
    tx.note_backup(clock.now()).await.expect("noted");
    tx.execute("UPDATE outbox SET state = 'sent'", ()).await.expect("nothing waits");
    tx.commit().await.expect("committed");
    let around = Surroundings { key: Key::generate(), public_url: None, mails: false };
    let engine = Engine::new(db.clone(), clock, around, Default::default());
    engine.tick().await.expect("a tick");
    let (ticking, looked_at) = (engine.clone(), engine.clone());
    let ticks = tokio::spawn(async move {
        loop {
            ticking.tick().await.expect("a tick");
            tokio::time::sleep(EVERY / 20).await;
        }
    });
    let (stop, stopped) = watch::channel(false);
    let beside = Db::beside(&url).await.expect("a connection");
    let auditor = Auditor::new(beside, engine, Some(Heartbeat::new(&heartbeat).expect("an address")));
    let auditing = tokio::spawn(auditor.run(EVERY, stopped));
    until("a heartbeat", || beats.load(Ordering::SeqCst) > 1).await;

    let mut tx = db.begin().await.expect("a transaction");
    tx.execute("DELETE FROM due WHERE subject_kind = 'task'", ()).await.expect("forgotten");
    tx.commit().await.expect("committed");
    let found = || {
        let now = looked_at.clock.now();
        let figures = looked_at.metrics.write(&Default::default(), TimeDelta::zero(), now).expect("figures");
        figures.contains("\ntannhjul_audit_findings{kind=\"task_without_clock\"} 1\n")
    };
    until("the auditor finds it", found).await;
    let before = beats.load(Ordering::SeqCst);
    tokio::time::sleep(10 * EVERY).await;
    assert_eq!(beats.load(Ordering::SeqCst), before, "it beats though a task is forgotten");
    assert!(found(), "it is still there");

    stop.send_replace(true);
    auditing.await.expect("it ends");
    ticks.abort();
    elsewhere.abort();
    db.close().await;
}
