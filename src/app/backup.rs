//! `tannhjul backup`: a copy of the database while the service runs, checked and never in place of another file; `restored` and `resume`: what
//! an administrator says after one was put back.

mod postgres;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::config::{KeySource, Settings};
use crate::store::Db;
use crate::store::db::Schema;

/// Most messages listed before it is said how many more there are.
const MOST_LISTED: i64 = 50;

/// Copies the database to `file`, checks the copy, and notes that a backup was made.
pub async fn write(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    ensure!(!file.exists(), "{} is there already; a backup never takes another file's place", file.display());
    let db = open(settings).await?;
    let at = Clock::system().now();
    // Beside the file, so that it can be given its name; with a name of its own until it is whole, and readable by nobody else.
    let unfinished = tempfile::Builder::new()
        .prefix(".tannhjul-backup-")
        .tempfile_in(folder)
        .with_context(|| format!("can't write in {}", folder.display()))?;
    let checked = match &db {
        Db::Sqlite { .. } => {
            let found = db.copy_to(unfinished.path(), at).await?;
            format!("{} changes and {} messages", found.history, found.message)
        }
        Db::Postgres(_) => postgres::dump(settings.database_url.reveal(), unfinished.path())?,
    };
    unfinished.as_file().sync_all()?;
    let written = unfinished
        .persist_noclobber(file)
        .with_context(|| format!("{} could not be given its name", file.display()))?;
    let size = written.metadata()?.len();
    std::fs::File::open(folder)?.sync_all()?;
    note(&db, at).await?;
    db.close().await;
    println!(
        "wrote {}: {size} bytes, {checked}, as of {}; read back and found whole",
        file.display(),
        at.to_rfc3339()
    );
    println!("{}", about_the_key(&settings.key));
    Ok(())
}

/// Notes that a backup was made in another way, now.
pub async fn noted(settings: &Settings) -> anyhow::Result<()> {
    let db = open(settings).await?;
    let at = Clock::system().now();
    note(&db, at).await?;
    db.close().await;
    println!("noted a backup as of {}", at.to_rfc3339());
    println!("{}", about_the_key(&settings.key));
    Ok(())
}

/// The database as it is: a backup before an upgrade is of the old schema.
async fn open(settings: &Settings) -> anyhow::Result<Db> {
    let (db, schema) = Db::look(settings.database_url.reveal()).await?;
    if schema == Schema::Ahead {
        bail!("the database was used by a newer program than this one; use that one");
    }
    Ok(db)
}

async fn note(db: &Db, at: DateTime<Utc>) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    tx.note_backup(at).await?;
    Ok(tx.commit().await?)
}

/// Without the key a backup holds no recipient's name: it must be kept too, and not beside it.
fn about_the_key(key: &KeySource) -> String {
    let place = match key {
        KeySource::Text(_) => "it is what TANNHJUL_KEY holds".to_owned(),
        KeySource::File(path) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path));
            match path.exists() {
                true => format!("it is in {}", path.display()),
                false => format!("it should be in {}, AND IS NOT", path.display()),
            }
        }
    };
    format!(
        "the key for recipient data is not in it: {place}. Keep a copy of the key apart from the backups; without it no name or address in \
         them can be read, and the service does not start on them"
    )
}

/// Says that the database was put back in a way that does not show: at the next start it is treated as a backup of this moment.
pub async fn restored(settings: &Settings) -> anyhow::Result<()> {
    let _alone =
        crate::store::alone::Alone::serve(settings.database_url.reveal(), std::time::Duration::ZERO).await?;
    let db = Db::open(settings.database_url.reveal()).await?;
    let mut tx = db.begin().await?;
    tx.mark_as_restored(Clock::system().now()).await?;
    tx.commit().await?;
    db.close().await;
    println!("at the next start what waits to be said is withheld, until you say `tannhjul resume`");
    Ok(())
}

/// What becomes of the messages that are withheld since the database was put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    /// They are listed, and stay where they are.
    List,
    Send,
    Drop,
}

/// Lists what is withheld, or says what becomes of it. May be said while the service runs.
pub async fn resume(settings: &Settings, what: Resume) -> anyhow::Result<()> {
    let (db, schema) = Db::look(settings.database_url.reveal()).await?;
    ensure!(schema == Schema::Current, "the database is of another version; start the service first");
    let mut tx = db.begin().await?;
    let count = tx.count_withheld().await?;
    match what {
        _ if count == 0 => println!("nothing is withheld"),
        Resume::Send => println!(
            "{} of {count} messages are sent; the others were about what is over",
            tx.send_withheld().await?
        ),
        Resume::Drop => println!("{} messages stay unsaid", tx.drop_withheld().await?),
        Resume::List => {
            for message in tx.withheld(MOST_LISTED).await? {
                let about = message.number.map(|number| format!(" about {number}")).unwrap_or_default();
                let at = message.created_at.format("%Y-%m-%d %H:%M");
                println!("{at} UTC  {:10} to {}{about}", message.purpose.as_str(), message.title);
            }
            if count > MOST_LISTED {
                println!("and {} more", count - MOST_LISTED);
            }
            println!(
                "{count} messages may have been said before the database was put back. `tannhjul resume --send` says them, perhaps for the \
                 second time; a card is needed for answers to be understood. `tannhjul resume --drop` leaves them unsaid."
            );
        }
    }
    tx.commit().await?;
    db.nudge_others().await?;
    db.close().await;
    Ok(())
}
