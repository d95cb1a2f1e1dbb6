//! A copy of an SQLite database while it is in use. (Postgres is copied by its own tools: see `app::backup`.)

use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use super::db::{Db, Tx};

/// The setting with the moment of the last backup.
const LAST_BACKUP: &str = "last_backup_at";

/// How far a database has come: what a copy holds lies between what there was before and after it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HighWater {
    pub history: i64,
    pub message: i64,
}

impl HighWater {
    fn lies_between(self, before: Self, after: Self) -> bool {
        (before.history..=after.history).contains(&self.history)
            && (before.message..=after.message).contains(&self.message)
    }
}

impl Db {
    /// Copies an SQLite database into `file`, which is there and empty, and checks the copy. The copy is of one moment, holds nothing of what was
    /// erased, and knows that it is a copy. Whoever writes meanwhile is not held up.
    pub async fn copy_to(&self, file: &Path, now: DateTime<Utc>) -> anyhow::Result<HighWater> {
        let Db::Sqlite { writer, .. } = self else { anyhow::bail!("only an SQLite database is copied so") };
        let path = file.to_str().context("the name of the backup must be UTF-8")?;
        let before = self.read().await?.high_water().await?;
        // SQLite's page-by-page copy begins again with every write of another process; this takes one reading transaction.
        sqlx::query("VACUUM INTO $1")
            .bind(path)
            .execute(writer)
            .await
            .context("the copy could not be written")?;
        let after = self.read().await?.high_water().await?;
        let copy = Self::open_copy(path).await?;
        let found = finish_copy(&copy, now).await;
        copy.close().await;
        let found = found?;
        ensure!(
            found.lies_between(before, after),
            "the copy does not hold what the database held: {found:?}"
        );
        Ok(found)
    }

    async fn open_copy(path: &str) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::from_str("sqlite:")?.filename(path).foreign_keys(true);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        Ok(Db::Sqlite { writer: pool.clone(), readers: pool })
    }
}

/// Marks a copy as one, and reads it back.
async fn finish_copy(copy: &Db, now: DateTime<Utc>) -> anyhow::Result<HighWater> {
    let mut tx = copy.begin().await?;
    tx.mark_as_restored(now).await?;
    tx.note_backup(now).await?;
    tx.commit().await?;
    let mut tx = copy.read().await?;
    let (verdict,): (String,) = tx.one("PRAGMA integrity_check(1)", ()).await?;
    ensure!(verdict == "ok", "the copy is damaged: {verdict}");
    let astray: Vec<(String,)> = tx.all("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", ()).await?;
    ensure!(astray.is_empty(), "the copy has rows in {} that point at nothing", astray[0].0);
    Ok(tx.high_water().await?)
}

impl Tx {
    async fn high_water(&mut self) -> sqlx::Result<HighWater> {
        let (history, message): (i64, i64) = self
            .one(
                "SELECT (SELECT COALESCE(MAX(id), 0) FROM history), (SELECT COALESCE(MAX(id), 0) FROM outbox)",
                (),
            )
            .await?;
        Ok(HighWater { history, message })
    }

    /// Notes that a backup was made of how things were at `at`.
    pub async fn note_backup(&mut self, at: DateTime<Utc>) -> sqlx::Result<()> {
        self.set_setting(LAST_BACKUP, &at.to_rfc3339()).await
    }

    /// The moment of the last backup that is known of.
    pub async fn last_backup(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let at = self.setting(LAST_BACKUP).await?;
        Ok(at.and_then(|at| at.parse().ok()))
    }
}
