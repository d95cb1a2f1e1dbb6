//! One SQL text, two engines. The only place that knows which of them runs.
//!
//! A statement is a `&'static str` with `$1`, `$2` …; its values are a tuple; its rows are types with `#[derive(FromRow)]`.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use anyhow::Context;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgListener, PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};

use super::memory::{Later, Memory};
use sqlx::{Arguments, Encode, FromRow, PgPool, Postgres, Sqlite, SqlitePool, Transaction, Type};

/// What processes on one Postgres call each other by.
const NUDGES: &str = "tannhjul";

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// A value that both engines can take.
pub trait Value<'q>:
    Encode<'q, Sqlite> + Type<Sqlite> + Encode<'q, Postgres> + Type<Postgres> + Send
{
}
impl<'q, T> Value<'q> for T where
    T: Encode<'q, Sqlite> + Type<Sqlite> + Encode<'q, Postgres> + Type<Postgres> + Send
{
}

/// A row that both engines can give.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// The values of a statement: a tuple, `()` for none.
pub trait Values: Send {
    fn for_sqlite(self) -> sqlx::Result<SqliteArguments>;
    fn for_postgres(self) -> sqlx::Result<PgArguments>;
}

macro_rules! tuples {
    ($(($($T:ident)*))*) => {$(
        impl<'q, $($T: Value<'q>),*> Values for ($($T,)*) {
            #[expect(non_snake_case, reason = "the type parameters name the values")]
            fn for_sqlite(self) -> sqlx::Result<SqliteArguments> {
                let ($($T,)*) = self;
                let mut values = SqliteArguments::default();
                $(values.add($T).map_err(sqlx::Error::Encode)?;)*
                Ok(values)
            }
            #[expect(non_snake_case, reason = "the type parameters name the values")]
            fn for_postgres(self) -> sqlx::Result<PgArguments> {
                let ($($T,)*) = self;
                let mut values = PgArguments::default();
                $(values.add($T).map_err(sqlx::Error::Encode)?;)*
                Ok(values)
            }
        }
    )*};
}
tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L) (A B C D E F G H I J K L M)
    (A B C D E F G H I J K L M N) (A B C D E F G H I J K L M N O) (A B C D E F G H I J K L M N O P)
    (A B C D E F G H I J K L M N O P Q) (A B C D E F G H I J K L M N O P Q R) (A B C D E F G H I J K L M N O P Q R S)
    (A B C D E F G H I J K L M N O P Q R S T)
}

impl Values for () {
    fn for_sqlite(self) -> sqlx::Result<SqliteArguments> {
        Ok(SqliteArguments::default())
    }
    fn for_postgres(self) -> sqlx::Result<PgArguments> {
        Ok(PgArguments::default())
    }
}

/// A database of either engine. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Db {
    /// SQLite lets one connection write at a time; with a pool of several most of them would fail as locked.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// How a database compares with what this program expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    Current,
    /// So many migrations are to be run.
    Behind(usize),
    /// A newer program has used it.
    Ahead,
}

impl Schema {
    fn of(expected: &Migrator, run: Vec<i64>) -> Self {
        if run.iter().any(|version| !expected.version_exists(*version)) {
            return Self::Ahead;
        }
        match expected.iter().filter(|migration| !run.contains(&migration.version)).count() {
            0 => Self::Current,
            count => Self::Behind(count),
        }
    }
}

/// A transaction. It is rolled back when dropped. Never hold one while waiting for the network.
#[derive(Debug)]
pub struct Tx {
    connection: Connection,
    pub(super) memory: Memory,
    pub(super) later: Later,
}

#[derive(Debug)]
enum Connection {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A statement of which the engines want different texts.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

macro_rules! on_either {
    ($tx:expr, $query:ident($sql:expr, $values:expr).$fetch:ident) => {{
        $tx.note($sql);
        match &mut $tx.connection {
            Connection::Sqlite(tx) => sqlx::$query($sql, $values.for_sqlite()?).$fetch(&mut **tx).await,
            Connection::Postgres(tx) => sqlx::$query($sql, $values.for_postgres()?).$fetch(&mut **tx).await,
        }
    }};
}

impl Tx {
    fn new(connection: Connection) -> Self {
        Self { connection, memory: Memory::default(), later: Later::default() }
    }

    /// Runs a statement and gives the number of rows it changed. What was remembered is forgotten.
    pub async fn execute(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<u64> {
        self.write_out().await?;
        self.memory = Memory::default();
        self.write(sql, values).await
    }

    /// The same for a statement that is known to change nothing that is remembered or waits.
    pub(super) async fn write(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<u64> {
        self.note(sql);
        Ok(match &mut self.connection {
            Connection::Sqlite(tx) => {
                sqlx::query_with(sql, values.for_sqlite()?).execute(&mut **tx).await?.rows_affected()
            }
            Connection::Postgres(tx) => {
                sqlx::query_with(sql, values.for_postgres()?).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// The one row of a query; `RowNotFound` without one.
    pub async fn one<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<T> {
        self.before(sql).await?;
        on_either!(self, query_as_with(sql, values).fetch_one)
    }

    /// The row of a query, if there is one.
    pub async fn maybe<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<Option<T>> {
        self.before(sql).await?;
        on_either!(self, query_as_with(sql, values).fetch_optional)
    }

    /// Every row of a query.
    pub async fn all<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<Vec<T>> {
        self.before(sql).await?;
        on_either!(self, query_as_with(sql, values).fetch_all)
    }

    /// What a query must find written is written; what a statement that gives rows and changes some may make untrue is forgotten.
    async fn before(&mut self, sql: &'static str) -> sqlx::Result<()> {
        let changes = !sql.starts_with("SELECT");
        if changes || self.later.concerns(sql) {
            self.write_out().await?;
        }
        if changes {
            self.memory = Memory::default();
        }
        Ok(())
    }

    /// Every row of a query that has nothing to do with what waits to be written, though it may name one of its tables.
    pub(super) async fn all_apart<T: Row>(
        &mut self,
        sql: &'static str,
        values: impl Values,
    ) -> sqlx::Result<Vec<T>> {
        on_either!(self, query_as_with(sql, values).fetch_all)
    }

    /// The row of such a query, or of a statement that changes nothing that is remembered.
    pub(super) async fn maybe_apart<T: Row>(
        &mut self,
        sql: &'static str,
        values: impl Values,
    ) -> sqlx::Result<Option<T>> {
        on_either!(self, query_as_with(sql, values).fetch_optional)
    }

    /// The text of a statement for the engine that runs.
    pub fn pick(&self, sql: Dialect) -> &'static str {
        if self.is_postgres() { sql.postgres } else { sql.sqlite }
    }

    /// Whether others may write at the same time.
    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.connection, Connection::Postgres(_))
    }

    /// Tests look at how each statement that was ever run finds its rows.
    fn note(&self, sql: &'static str) {
        if cfg!(debug_assertions) {
            seen::note(self.is_postgres(), sql);
        }
    }

    /// Marks a point to return to, for work that may fail on its own.
    pub async fn savepoint(&mut self) -> sqlx::Result<()> {
        self.execute("SAVEPOINT point", ()).await.map(drop)
    }

    /// Keeps what was done since the savepoint.
    pub async fn release(&mut self) -> sqlx::Result<()> {
        self.execute("RELEASE SAVEPOINT point", ()).await.map(drop)
    }

    /// Undoes what was done since the savepoint.
    pub async fn roll_back_to_savepoint(&mut self) -> sqlx::Result<()> {
        (self.memory, self.later) = Default::default();
        self.execute("ROLLBACK TO SAVEPOINT point", ()).await?;
        self.execute("RELEASE SAVEPOINT point", ()).await.map(drop)
    }

    pub async fn commit(mut self) -> sqlx::Result<()> {
        self.write_out().await?;
        match self.connection {
            Connection::Sqlite(tx) => tx.commit().await,
            Connection::Postgres(tx) => tx.commit().await,
        }
    }
}

/// The statements that were run, for the test that reads their plans. Kept in builds with debug assertions only.
pub mod seen {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};

    static SEEN: Mutex<BTreeSet<(bool, &'static str)>> = Mutex::new(BTreeSet::new());

    pub(super) fn note(on_postgres: bool, sql: &'static str) {
        SEEN.lock().unwrap_or_else(PoisonError::into_inner).insert((on_postgres, sql));
    }

    /// Every statement that this process has run on one of the engines.
    pub fn statements(on_postgres: bool) -> Vec<&'static str> {
        let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().filter(|(postgres, _)| *postgres == on_postgres).map(|(_, sql)| *sql).collect()
    }
}

/// The file of a database in SQLite; `None` for another URL.
pub(super) fn sqlite_path(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite:")?;
    Some(path.strip_prefix("//").unwrap_or(path))
}

/// How a database in SQLite is used by the service.
fn sqlite_options(path: &str) -> anyhow::Result<SqliteConnectOptions> {
    Ok(SqliteConnectOptions::from_str("sqlite:")?
        .filename(Path::new(path))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        // Erased recipients leave no trace in free pages.
        .pragma("secure_delete", "ON")
        .foreign_keys(true))
}

impl Db {
    /// Opens the database that `url` names (`sqlite:PATH` or `postgres://…`) and brings its schema up to date.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Self::open_postgres(url).await;
        }
        Self::open_sqlite(url).await
    }

    /// Opens the database that `url` names as it is, to look at it: nothing is made and nothing is changed.
    pub async fn look(url: &str) -> anyhow::Result<(Self, Schema)> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url).context("DATABASE_URL can't be read")?;
            let pool = PgPoolOptions::new().max_connections(1).connect_with(options).await?;
            let schema = Schema::of(&POSTGRES, Self::versions(&Db::Postgres(pool.clone())).await);
            return Ok((Db::Postgres(pool), schema));
        }
        let path = sqlite_path(url).context("DATABASE_URL must begin with sqlite: or postgres:")?;
        let options = SqliteConnectOptions::from_str("sqlite:")?
            .filename(Path::new(path))
            .busy_timeout(Duration::from_secs(5));
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await
            .with_context(|| format!("can't open the database {path}"))?;
        let db = Db::Sqlite { writer: pool.clone(), readers: pool };
        let schema = Schema::of(&SQLITE, Self::versions(&db).await);
        Ok((db, schema))
    }

    /// One more connection to a database that is served and up to date, for somebody who must not wait for the others' connections.
    pub async fn beside(url: &str) -> anyhow::Result<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url).context("DATABASE_URL can't be read")?;
            return Ok(Db::Postgres(PgPoolOptions::new().max_connections(1).connect_lazy_with(options)));
        }
        let path = sqlite_path(url).context("DATABASE_URL must begin with sqlite: or postgres:")?;
        let options = sqlite_options(path)?.create_if_missing(false);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_lazy_with(options);
        Ok(Db::Sqlite { writer: pool.clone(), readers: pool })
    }

    /// The migrations that were run. None where the database is new.
    async fn versions(db: &Self) -> Vec<i64> {
        const SQL: &str = "SELECT version FROM _sqlx_migrations WHERE success = TRUE";
        let rows: sqlx::Result<Vec<(i64,)>> = match db {
            Db::Sqlite { readers, .. } => sqlx::query_as(SQL).fetch_all(readers).await,
            Db::Postgres(pool) => sqlx::query_as(SQL).fetch_all(pool).await,
        };
        rows.unwrap_or_default().into_iter().map(|(version,)| version).collect()
    }

    async fn open_sqlite(url: &str) -> anyhow::Result<Self> {
        let path = sqlite_path(url).context("DATABASE_URL must begin with sqlite: or postgres:")?;
        let options = sqlite_options(path)?;
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(
                options
                    .clone()
                    // What many answers touch stays in memory: 8 MB in place of 2.
                    .pragma("cache_size", "-8000")
                    // Moving the log into the file costs as much for a page that changed often as for one that changed once.
                    .pragma("wal_autocheckpoint", "4000")
                    .pragma("temp_store", "MEMORY")
                    .row_buffer_size(512),
            )
            .await
            .with_context(|| format!("can't open the database {path}"))?;
        SQLITE.run(&writer).await.context("can't bring the database up to date")?;
        let readers =
            SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
        Ok(Db::Sqlite { writer, readers })
    }

    async fn open_postgres(url: &str) -> anyhow::Result<Self> {
        let options = PgConnectOptions::from_str(url).context("DATABASE_URL can't be read")?;
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .connect_with(options)
            .await
            .context("can't reach the Postgres database of DATABASE_URL")?;
        POSTGRES.run(&pool).await.context("can't bring the database up to date")?;
        Ok(Db::Postgres(pool))
    }

    /// A transaction that will write. SQLite takes its one write lock now: taken at the first write it could fail.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Db::Sqlite { writer, .. } => {
                Tx::new(Connection::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?))
            }
            Db::Postgres(pool) => Tx::new(Connection::Postgres(pool.begin().await?)),
        })
    }

    /// A transaction that only reads, from one moment.
    pub async fn read(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Tx::new(Connection::Sqlite(readers.begin().await?)),
            Db::Postgres(pool) => Tx::new(Connection::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            )),
        })
    }

    /// Whether several processes may work on it.
    pub fn is_shared(&self) -> bool {
        matches!(self, Db::Postgres(_))
    }

    /// Tells the other processes on this database that there may be something to do.
    pub async fn nudge_others(&self) -> sqlx::Result<()> {
        let Db::Postgres(pool) = self else { return Ok(()) };
        sqlx::query("SELECT pg_notify($1, '')").bind(NUDGES).execute(pool).await.map(drop)
    }

    /// Hears what other processes tell. `None`: there can be none.
    pub async fn nudges(&self) -> sqlx::Result<Option<PgListener>> {
        let Db::Postgres(pool) = self else { return Ok(None) };
        let mut nudges = PgListener::connect_with(pool).await?;
        nudges.listen(NUDGES).await?;
        Ok(Some(nudges))
    }

    /// Waits for every connection to end.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::databases::on_both_engines;

    on_both_engines!(what_follows_a_savepoint_can_be_undone, dropping_undoes, a_reader_cannot_write);

    const SET: &str = "INSERT INTO setting (key, value) VALUES ($1, $2)";

    async fn settings(db: &Db) -> Vec<String> {
        let mut tx = db.read().await.expect("a transaction");
        let rows: Vec<(String,)> = tx.all("SELECT key FROM setting ORDER BY key", ()).await.expect("rows");
        rows.into_iter().map(|(key,)| key).collect()
    }

    async fn what_follows_a_savepoint_can_be_undone(db: Db) -> anyhow::Result<()> {
        let mut tx = db.begin().await?;
        tx.execute(SET, ("before", "1")).await?;
        tx.savepoint().await?;
        tx.execute(SET, ("after", "1")).await?;
        // Postgres refuses everything after a failed statement, until the savepoint is gone back to.
        assert!(tx.execute(SET, ("before", "twice")).await.is_err());
        tx.roll_back_to_savepoint().await?;
        tx.savepoint().await?;
        tx.execute(SET, ("kept", "1")).await?;
        tx.release().await?;
        tx.commit().await?;
        assert_eq!(settings(&db).await, ["before", "kept"]);
        Ok(())
    }

    async fn dropping_undoes(db: Db) -> anyhow::Result<()> {
        let mut tx = db.begin().await?;
        tx.execute(SET, ("gone", "1")).await?;
        drop(tx);
        assert!(settings(&db).await.is_empty());
        Ok(())
    }

    async fn a_reader_cannot_write(db: Db) -> anyhow::Result<()> {
        let mut tx = db.read().await?;
        assert!(tx.execute(SET, ("never", "1")).await.is_err());
        Ok(())
    }
}
