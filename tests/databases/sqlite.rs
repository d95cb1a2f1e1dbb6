//! A fresh SQLite database: a copy of one that was migrated once for the test process.

use std::sync::OnceLock;

use tannhjul::store::Db;
use tempfile::TempDir;

/// A migrated database, removed when dropped.
pub struct Database(TempDir);

impl Database {
    pub fn create() -> Self {
        static MIGRATED: OnceLock<Vec<u8>> = OnceLock::new();
        let database = Self(tempfile::tempdir().expect("a temporary directory"));
        let migrated = MIGRATED.get_or_init(|| super::runtime().block_on(migrated()));
        std::fs::write(database.file(), migrated).expect("the database's file is written");
        database
    }

    pub fn url(&self) -> String {
        format!("sqlite:{}", self.file().display())
    }

    fn file(&self) -> std::path::PathBuf {
        self.0.path().join("tannhjul.db")
    }
}

/// The bytes of an empty database with today's schema.
async fn migrated() -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let file = dir.path().join("tannhjul.db");
    // Closing the last connection moves everything from the write-ahead log to the file.
    Db::open(&format!("sqlite:{}", file.display())).await.expect("the schema is made").close().await;
    std::fs::read(file).expect("the database's file is read")
}
