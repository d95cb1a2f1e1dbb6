//! The key for recipient data, and what a database says about the key and the channel it belongs to.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};

use crate::config::KeySource;
use crate::secret::Key;
use crate::store::{Db, Tx};

const FINGERPRINT: &str = "key_fingerprint";

/// The key, checked against the database: a process with another key refuses to start. A key is made by itself only for an empty SQLite
/// database; elsewhere a missing key is a mistake, not a wish for a new one.
pub async fn load(source: &KeySource, db: &Db) -> anyhow::Result<Key> {
    let mut tx = db.begin().await?;
    let known = tx.setting(FINGERPRINT).await?;
    let may_make = known.is_none() && matches!(db, Db::Sqlite { .. });
    let key = match source {
        KeySource::Text(text) => Key::from_text(text.reveal())?,
        KeySource::File(path) => from_file(path, may_make)?,
    };
    check(&mut tx, known, &key).await?;
    tx.commit().await?;
    Ok(key)
}

/// Whether the key fits the database, without making one. A database that has never been used with a key needs none yet.
pub async fn look(source: &KeySource, db: &Db) -> anyhow::Result<()> {
    let Some(known) = db.read().await?.setting(FINGERPRINT).await? else { return Ok(()) };
    let key = match source {
        KeySource::Text(text) => Key::from_text(text.reveal())?,
        KeySource::File(path) => from_file(path, false)?,
    };
    fits(&known, &key)
}

fn fits(known: &str, key: &Key) -> anyhow::Result<()> {
    if known != key.fingerprint() {
        bail!("this database was made with another key; set TANNHJUL_KEY or TANNHJUL_KEY_FILE to that one");
    }
    Ok(())
}

fn from_file(path: &Path, may_make: bool) -> anyhow::Result<Key> {
    match std::fs::read_to_string(path) {
        Ok(text) => Key::from_text(&text).with_context(|| format!("{} holds no key", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && may_make => {
            let key = Key::generate();
            // Nobody else on the machine may read it.
            let mut file = std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)
                .with_context(|| format!("can't make the key file {}", path.display()))?;
            writeln!(file, "{}", key.to_text())?;
            tracing::info!(
                "made the key for recipient data in {}; keep a copy apart from the database",
                path.display()
            );
            Ok(key)
        }
        Err(error) => Err(error).with_context(|| {
            format!(
                "can't read the key for recipient data in {}; this database has been used with a key",
                path.display()
            )
        }),
    }
}

async fn check(tx: &mut Tx, known: Option<String>, key: &Key) -> anyhow::Result<()> {
    match known {
        Some(known) => fits(&known, key),
        None => Ok(tx.set_setting(FINGERPRINT, &key.fingerprint()).await?),
    }
}

/// The local chat, in which everybody can play everybody, never runs on a database with people of a real channel.
pub async fn refuse_real_accounts(db: &Db) -> anyhow::Result<()> {
    if db.read().await?.has_real_accounts().await? {
        bail!(
            "the local chat can't run on a database with accounts of a real channel; set TANNHJUL_LOCAL_CHAT=off"
        );
    }
    Ok(())
}
