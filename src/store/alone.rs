//! One service at a time serves an SQLite database; Postgres has leases for that (`store::lease`).

use std::fs::{File, TryLockError};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use tokio::time::Instant;

use super::db::sqlite_path;

const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// The right to serve a database. It ends when this is dropped, or the process ends in whatever way.
#[derive(Debug)]
pub struct Alone {
    _lock: Option<File>,
}

impl Alone {
    /// Waits for a service that is ending to let go; after `patience` it is said that somebody else serves the database.
    ///
    /// The lock is on a file of its own, `….serving`: to close any handle of a database file would drop the locks that SQLite holds on it.
    pub async fn serve(url: &str, patience: Duration) -> anyhow::Result<Self> {
        let Some(path) = sqlite_path(url) else { return Ok(Self { _lock: None }) };
        let mut name = PathBuf::from(path).into_os_string();
        name.push(".serving");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&name)
            .with_context(|| format!("can't write {}", name.display()))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _lock: Some(file) }),
                Err(TryLockError::WouldBlock) if started.elapsed() < patience => {
                    tokio::time::sleep(LOOK_AGAIN).await;
                }
                Err(TryLockError::WouldBlock) => anyhow::bail!(
                    "another Tannhjul serves {path}; stop it first, or use Postgres for several processes"
                ),
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("can't lock {}", name.display()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database(folder: &tempfile::TempDir) -> String {
        format!("sqlite:{}", folder.path().join("a b.db").display())
    }

    #[tokio::test]
    async fn a_second_service_is_refused() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let _one = Alone::serve(&database(&folder), Duration::ZERO).await?;
        let refused = Alone::serve(&database(&folder), Duration::ZERO).await.expect_err("two at once");
        assert!(refused.to_string().starts_with("another Tannhjul serves "), "{refused}");
        Ok(())
    }

    #[tokio::test]
    async fn who_begins_waits_for_who_ends() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let url = database(&folder);
        let one = Alone::serve(&url, Duration::ZERO).await?;
        let other = tokio::spawn(async move { Alone::serve(&url, Duration::from_secs(30)).await.map(drop) });
        drop(one);
        other.await?
    }

    #[tokio::test]
    async fn on_postgres_leases_decide() -> anyhow::Result<()> {
        let _one = Alone::serve("postgres://nobody/nothing", Duration::ZERO).await?;
        Alone::serve("postgres://nobody/nothing", Duration::ZERO).await.map(drop)
    }
}
