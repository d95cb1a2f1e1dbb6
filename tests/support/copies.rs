//! The program itself on a test's database, and databases beside it: empty ones, and ones put back from a backup.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}

/// The program with these arguments on a database. Its key lies in `folder`, and it finds Postgres's tools.
pub fn tannhjul(url: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tannhjul"));
    command.args(arguments).current_dir(folder).env("DATABASE_URL", url).env("PATH", path());
    command.env("TANNHJUL_KEY_FILE", folder.join("tannhjul.key"));
    command
}

/// Where programs are looked for: Debian keeps Postgres's out of PATH.
fn path() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let bin = option_env!("TANNHJUL_POSTGRES_BIN").map(PathBuf::from);
    std::env::join_paths(bin.into_iter().chain(std::env::split_paths(&path))).expect("a path")
}

/// What it prints, where it succeeds.
pub fn printed(url: &str, folder: &Path, arguments: &[&str]) -> String {
    let output = tannhjul(url, folder, arguments).output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
    String::from_utf8(output.stdout).expect("text")
}

pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A new, empty database of the same engine, in `folder` or on the same server.
pub async fn new_database(beside: &str, name: &str, folder: &Path) -> String {
    if !is_postgres(beside) {
        let file = folder.join(format!("{name}.db"));
        std::fs::File::create(&file).expect("a file");
        return format!("sqlite:{}", file.display());
    }
    let (server, query) = beside.split_once('?').expect("an address with its socket");
    let (server, database) = server.rsplit_once('/').expect("a database");
    let name = format!("{database}_{name}");
    let mut connection = PgConnection::connect(beside).await.expect("the test's database");
    let create = AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0"));
    sqlx::query(create).execute(&mut connection).await.expect("a new database");
    connection.close().await.expect("closed");
    format!("{server}/{name}?{query}")
}

/// A backup put back as README says, beside the database that it was made of.
pub async fn put_back(beside: &str, file: &Path, folder: &Path) -> String {
    if !is_postgres(beside) {
        let restored = folder.join("restored.db");
        std::fs::copy(file, &restored).expect("copied");
        return format!("sqlite:{}", restored.display());
    }
    let url = new_database(beside, "restored", folder).await;
    let restoring = Command::new("pg_restore")
        .env("PATH", path())
        .args(["--no-owner", "--exit-on-error", "--dbname", &url])
        .arg(file)
        .output()
        .expect("pg_restore runs");
    assert!(restoring.status.success(), "{}", errors(&restoring));
    url
}
