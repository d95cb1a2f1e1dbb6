//! A database of every earlier version, with rows in it, is brought up to date, and nothing in it is lost.
//!
//! `rows/NNNN.sql` holds what migration NNNN brought room for. A migration that makes a table or column gives it rows there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::domain::ids::{MunicipalityId, TaskId};
use tannhjul::engine::Engine;
use tannhjul::secret::Key;
use tannhjul::store::Db;

use crate::copies::{is_postgres, new_database};
use crate::databases::on_both_engines;

on_both_engines!(every_earlier_version_is_brought_up_to_date, every_table_has_rows);

/// What is said of the columns of all tables.
const COLUMNS_SQLITE: &str =
    "SELECT t.name AS \"table\", c.name AS name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '_sqlx%' ORDER BY 1, c.cid";
const COLUMNS_POSTGRES: &str =
    "SELECT table_name::text AS \"table\", column_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%' ORDER BY 1, ordinal_position";

type Columns = BTreeMap<String, Vec<String>>;

/// A connection past the layer under test, which knows only today's schema.
enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    async fn open(url: &str) -> Self {
        match is_postgres(url) {
            true => Self::Postgres(PgConnection::connect(url).await.expect("the database opens")),
            false => Self::Sqlite(SqliteConnection::connect(url).await.expect("the database opens")),
        }
    }

    async fn run(&mut self, sql: &str) {
        let done = match self {
            Self::Sqlite(connection) => connection.execute(AssertSqlSafe(sql.to_owned())).await.map(drop),
            // Bytes are written otherwise.
            Self::Postgres(connection) => {
                connection.execute(AssertSqlSafe(sql.replace("X'", "'\\x"))).await.map(drop)
            }
        };
        done.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    async fn migrate(&mut self, until: i64) {
        match self {
            Self::Sqlite(connection) => {
                let migrator = Migrator::new(folder("migrations/sqlite")).await.expect("migrations");
                migrator.run_to(until, connection).await
            }
            Self::Postgres(connection) => {
                let migrator = Migrator::new(folder("migrations/postgres")).await.expect("migrations");
                migrator.run_to(until, connection).await
            }
        }
        .expect("migrated");
    }

    async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await,
            Self::Postgres(connection) => sqlx::query_scalar(sql).fetch_all(connection).await,
        }
        .expect("rows")
    }

    async fn columns(&mut self) -> Columns {
        let pairs: Vec<(String, String)> = match self {
            Self::Sqlite(connection) => sqlx::query_as(COLUMNS_SQLITE).fetch_all(connection).await,
            Self::Postgres(connection) => sqlx::query_as(COLUMNS_POSTGRES).fetch_all(connection).await,
        }
        .expect("columns");
        let mut columns = Columns::new();
        for (table, column) in pairs {
            columns.entry(table).or_default().push(column);
        }
        columns
    }

    /// Every row of a table as text, of these columns.
    async fn rows(&mut self, table: &str, columns: &[String]) -> Vec<String> {
        let column = |name: &String| match self {
            Self::Sqlite(_) => format!("quote({name})"),
            Self::Postgres(_) => format!("COALESCE({name}::text, 'NULL')"),
        };
        let columns: Vec<String> = columns.iter().map(column).collect();
        let mut rows = self.texts(&format!("SELECT {} FROM {table}", columns.join(" || ' ' || "))).await;
        rows.sort();
        rows
    }
}

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

/// The files of a folder that belong to a version up to `until`.
fn files(of: &Path, until: i64) -> Vec<PathBuf> {
    let entries = of.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|file| version(file) <= until).collect();
    files.sort();
    files
}

fn version(file: &Path) -> i64 {
    let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    name.get(..4)
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("{name} begins with no number"))
}

fn versions() -> Vec<i64> {
    files(&folder("migrations/sqlite"), i64::MAX).iter().map(|file| version(file)).collect()
}

/// Makes a database as it was at a version, in use.
async fn at_version(until: i64, url: &str) -> Raw {
    let mut raw = Raw::open(url).await;
    raw.migrate(until).await;
    for file in files(&folder("tests/upkeep/rows"), until) {
        raw.run(&std::fs::read_to_string(&file).expect("rows")).await;
    }
    raw
}

async fn every_earlier_version_is_brought_up_to_date(url: String) {
    let versions = versions();
    let folder = tempfile::tempdir().expect("a folder");
    for (at, version) in versions.iter().enumerate() {
        let url = new_database(&url, &format!("at_{version}"), folder.path()).await;
        let mut raw = at_version(*version, &url).await;
        let before = raw.columns().await;
        let mut kept = BTreeMap::new();
        let db = Db::open(&url).await.unwrap_or_else(|error| panic!("from {version}: {error:#}"));
        db.close().await;
        // Read again as it was: the same rows in a database that stays at its version.
        let old = new_database(&url, &format!("still_{version}"), folder.path()).await;
        let mut old = at_version(*version, &old).await;
        let after = raw.columns().await;
        for (table, columns) in &before {
            let now = after.get(table).unwrap_or_else(|| panic!("{table} of {version} is gone"));
            let both: Vec<String> = columns.iter().filter(|column| now.contains(column)).cloned().collect();
            let (was, is) = (old.rows(table, &both).await, raw.rows(table, &both).await);
            let lost: Vec<&String> = was.iter().filter(|row| !is.contains(row)).collect();
            assert!(lost.is_empty(), "{table} from {version}: {lost:#?} became {is:#?}");
            // A new clock may have been set; nothing else is added.
            assert!(table == "due" || is.len() == was.len(), "{table} from {version}: {is:#?}");
            kept.insert(table.clone(), is.len());
        }
        assert!(at + 1 == versions.len() || kept["task"] == 2);
        it_is_served(&url).await;
    }
}

/// The service reads what was there, and its clock runs.
async fn it_is_served(url: &str) {
    let db = Db::open(url).await.expect("it opens");
    let now: DateTime<Utc> = "2026-11-22T08:00:00Z".parse().expect("a time");
    let around = Surroundings { key: Key::generate(), public_url: None, mails: false };
    let engine = Engine::new(db.clone(), Clock::standing_at(now), around, Default::default());
    engine.tick().await.expect("a tick");
    let mut tx = db.read().await.expect("a transaction");
    let task = tx.task(TaskId(1)).await.expect("read").expect("task 1");
    assert_eq!((task.places, task.taken(), task.asked.len()), (2, 1, 1));
    let due = tx.next_task_due().await.expect("read").expect("its clock");
    assert!(due > now, "what was due has been done: {due}");
    let town = tx.facts_to_check(MunicipalityId(1), now).await.expect("facts");
    assert_eq!(town.services.len(), 2);
    tx.readings(now).await.expect("readings");
    drop(tx);
    db.close().await;
}

/// The rows of this test keep up with the schema.
async fn every_table_has_rows(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = new_database(&url, "all", folder.path()).await;
    let mut raw = at_version(i64::MAX, &url).await;
    for table in raw.columns().await.keys() {
        let rows = raw.texts(&format!("SELECT 'x' FROM {table} LIMIT 1")).await;
        assert_eq!(rows.len(), 1, "{table} has no row: write one in tests/upkeep/rows");
    }
}
