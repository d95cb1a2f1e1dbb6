//! The database has no room, or somebody else holds it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use tannhjul::store::Db;

use crate::databases::{on_sqlite, only_on_postgres};
use crate::place::{Place, count, seen, until};

only_on_postgres!(a_full_disk);

/// SQLite says so when its file may not grow: the same error as from a disk without room.
#[test]
fn a_full_disk_under_sqlite() {
    on_sqlite(async |url: String| {
        let db = Db::open(&url).await.expect("a database");
        let place = Place::begin(db).await;
        place.needs_drivers_at(16).await;
        let card = place.card().await;
        let limit = async |pages: &'static str| {
            let mut tx = place.service.db.begin().await.expect("a transaction");
            let _: Vec<(i64,)> = tx.all(pages, ()).await.expect("a limit");
            tx.commit().await.expect("committed");
        };
        // Somebody fills the disk: what was free within the file is used up too.
        let mut other = SqliteConnection::connect(&url).await.expect("a connection");
        other.execute("CREATE TABLE filler (bytes BLOB)").await.expect("a table");
        other.execute("PRAGMA max_page_count = 1").await.expect("a limit");
        while other.execute("INSERT INTO filler VALUES (zeroblob(3000))").await.is_ok() {}
        limit("PRAGMA max_page_count = 1").await;
        let engine = &place.service.engine;
        let is_full = async || {
            place.silje.says("Silje", &"Hva skjer nå? ".repeat(150));
            engine.hearing.look(place.service.now());
            !engine.hearing.deaf(place.service.now()).is_empty()
        };
        until("nothing more is taken in", is_full).await;
        place.replies("Kari", card, "ja");
        place.service.clock_jumps(TimeDelta::seconds(61));
        place.service.until_wrong("the inbox takes nothing in").await;
        assert_eq!(place.service.figures_status().await, StatusCode::OK);
        assert_eq!(count(&place.kari, "Du har plass"), 0);
        other.execute("DROP TABLE filler").await.expect("room");
        limit("PRAGMA max_page_count = 1000000").await;
        seen(&place.kari, "Du har plass på #1").await;
        place.service.until_ready().await;
        until("all was handled", async || place.service.figure("inbox_waiting").await == 0.0).await;
        assert_eq!(place.service.figure("set_aside_total").await, 0.0);
    });
}

/// Postgres refuses what it has no room for, and goes on reading.
async fn a_full_disk(url: String) {
    let mut admin = PgConnection::connect(&url).await.expect("a connection");
    let db = Db::open(&url).await.expect("a database");
    let place = Place::begin(db).await;
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    admin
        .execute(sqlx::raw_sql(
            "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
             CREATE TRIGGER full_inbox BEFORE INSERT ON inbox EXECUTE FUNCTION no_room();
             CREATE TRIGGER full_setting BEFORE INSERT OR UPDATE ON setting EXECUTE FUNCTION no_room()",
        ))
        .await
        .expect("triggers");
    place.replies("Kari", card, "ja");
    place.service.until_wrong("can't be written to").await;
    assert_eq!(place.service.figures_status().await, StatusCode::OK);
    assert_eq!(count(&place.kari, "Du har plass"), 0);
    admin
        .execute(sqlx::raw_sql("DROP TRIGGER full_inbox ON inbox; DROP TRIGGER full_setting ON setting"))
        .await
        .expect("room");
    seen(&place.kari, "Du har plass på #1").await;
    place.service.until_ready().await;
    assert_eq!(place.service.figure("set_aside_total").await, 0.0);
}

/// Another program, such as a backup that was made without care, holds SQLite's file for longer than anybody waits for it.
#[test]
fn a_database_that_somebody_else_holds() {
    on_sqlite(async |url: String| {
        let db = Db::open(&url).await.expect("a database");
        let place = Place::begin(db).await;
        place.needs_drivers_at(16).await;
        let card = place.card().await;
        let mut other = SqliteConnection::connect(&url).await.expect("a connection");
        other.execute("BEGIN IMMEDIATE").await.expect("the lock");
        place.replies("Kari", card, "ja");
        let is_wrong = async || !place.service.wrong().await.is_empty();
        until("it is seen", is_wrong).await;
        assert_eq!(count(&place.kari, "Du har plass"), 0);
        other.execute("COMMIT").await.expect("let go");
        seen(&place.kari, "Du har plass på #1").await;
        place.service.until_ready().await;
        assert_eq!(place.service.figure("set_aside_total").await, 0.0);
    });
}
