//! One SQL text, two engines. The only place that knows which of them runs.
//!
//! A statement is a `&'static str` with `$1`, `$2` …; its values are a tuple; its rows are types with `#[derive(FromRow)]`.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use anyhow::Context;
use sqlx::postgres::{PgArguments, PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Arguments, Encode, FromRow, PgPool, Postgres, Sqlite, SqlitePool, Transaction, Type};

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

/// A transaction. It is rolled back when dropped. Never hold one while waiting for the network.
#[derive(Debug)]
pub enum Tx {
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
    ($tx:expr, $query:ident($sql:expr, $values:expr).$fetch:ident) => {
        match $tx {
            Tx::Sqlite(tx) => sqlx::$query($sql, $values.for_sqlite()?).$fetch(&mut **tx).await,
            Tx::Postgres(tx) => sqlx::$query($sql, $values.for_postgres()?).$fetch(&mut **tx).await,
        }
    };
}

impl Tx {
    /// Runs a statement and gives the number of rows it changed.
    pub async fn execute(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<u64> {
        Ok(match self {
            Tx::Sqlite(tx) => {
                sqlx::query_with(sql, values.for_sqlite()?).execute(&mut **tx).await?.rows_affected()
            }
            Tx::Postgres(tx) => {
                sqlx::query_with(sql, values.for_postgres()?).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// The one row of a query; `RowNotFound` without one.
    pub async fn one<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<T> {
        on_either!(self, query_as_with(sql, values).fetch_one)
    }

    /// The row of a query, if there is one.
    pub async fn maybe<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<Option<T>> {
        on_either!(self, query_as_with(sql, values).fetch_optional)
    }

    /// Every row of a query.
    pub async fn all<T: Row>(&mut self, sql: &'static str, values: impl Values) -> sqlx::Result<Vec<T>> {
        on_either!(self, query_as_with(sql, values).fetch_all)
    }

    /// The text of a statement for the engine that runs.
    pub fn pick(&self, sql: Dialect) -> &'static str {
        match self {
            Tx::Sqlite(_) => sql.sqlite,
            Tx::Postgres(_) => sql.postgres,
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
        self.execute("ROLLBACK TO SAVEPOINT point", ()).await?;
        self.release().await
    }

    pub async fn commit(self) -> sqlx::Result<()> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        }
    }
}

impl Db {
    /// Opens the database that `url` names (`sqlite:PATH` or `postgres://…`) and brings its schema up to date.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Self::open_postgres(url).await;
        }
        Self::open_sqlite(url).await
    }

    async fn open_sqlite(url: &str) -> anyhow::Result<Self> {
        let path =
            url.strip_prefix("sqlite:").context("DATABASE_URL must begin with sqlite: or postgres:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let options = SqliteConnectOptions::from_str("sqlite:")?
            .filename(Path::new(path))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            // Erased recipients leave no trace in free pages.
            .pragma("secure_delete", "ON")
            .foreign_keys(true);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .with_context(|| format!("can't open the database {path}"))?;
        sqlx::migrate!("migrations/sqlite")
            .run(&writer)
            .await
            .context("can't bring the database up to date")?;
        let readers =
            SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
        Ok(Db::Sqlite { writer, readers })
    }

    async fn open_postgres(url: &str) -> anyhow::Result<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .connect(url)
            .await
            .context("can't reach the Postgres database of DATABASE_URL")?;
        sqlx::migrate!("migrations/postgres")
            .run(&pool)
            .await
            .context("can't bring the database up to date")?;
        Ok(Db::Postgres(pool))
    }

    /// A transaction that will write. SQLite takes its one write lock now: taken at the first write it could fail.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Db::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that only reads, from one moment.
    pub async fn read(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Db::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
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
