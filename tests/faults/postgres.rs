//! Postgres goes away and comes back: a server of this test's own, that it may stop.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::{Connection, Executor, PgConnection};
use tannhjul::store::Db;
use tempfile::TempDir;

use crate::place::{Place, count, seen, until};

/// A server in a directory of its own, stopped when dropped.
struct Server {
    dir: TempDir,
    bin: PathBuf,
    user: Option<(u32, u32)>,
}

impl Server {
    fn make() -> Self {
        let Some(bin) = option_env!("TANNHJUL_POSTGRES_BIN") else {
            panic!("build.rs found no PostgreSQL on this machine");
        };
        let bin = PathBuf::from(bin);
        let dir = tempfile::Builder::new().prefix("tannhjul-").tempdir_in("/tmp").expect("a directory");
        let user = other_user(dir.path());
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(dir.path(), Some(user), Some(group)).expect("root may give it away");
        }
        let server = Self { dir, bin, user };
        server.run(
            "initdb",
            &["-D", "data", "-U", "tannhjul", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        );
        server
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(self.bin.join(program));
        command.args(arguments).current_dir(self.dir.path()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        assert!(command.status().expect("it runs").success(), "{program} {arguments:?}");
    }

    fn starts(&self) {
        let options = format!("-k {} -c listen_addresses= -c fsync=off", self.dir.path().display());
        self.run("pg_ctl", &["-D", "data", "-l", "log", "-w", "-o", &options, "start"]);
    }

    /// As a machine that loses its power, or in order.
    fn stops(&self, mode: &str) {
        self.run("pg_ctl", &["-D", "data", "-w", "-m", mode, "stop"]);
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://tannhjul@localhost/{database}?host={}", self.dir.path().display())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.dir.path().join("data/postmaster.pid").exists() {
            self.stops("immediate");
        }
    }
}

/// Postgres refuses to run as root.
fn other_user(dir: &Path) -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt;
    if dir.metadata().expect("a directory").uid() != 0 {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").expect("the list of users");
    let named = |name: &str| users.lines().find(|line| line.starts_with(name));
    let user = named("postgres:").or_else(|| named("nobody:")).expect("a user postgres or nobody");
    let mut numbers = user.split(':').skip(2).map(|number| number.parse().expect("a number"));
    Some((numbers.next().expect("a user"), numbers.next().expect("a group")))
}

#[test]
#[cfg_attr(
    not(has_postgres),
    ignore = "PostgreSQL is not installed (Debian: apt-get install postgresql, then touch build.rs)"
)]
fn it_is_gone_for_a_minute_and_it_is_restarted() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let server = Server::make();
        server.starts();
        let mut admin = PgConnection::connect(&server.url("postgres")).await.expect("a connection");
        admin.execute("CREATE DATABASE town").await.expect("a database");
        admin.close().await.expect("closed");
        let place = Place::begin(Db::open(&server.url("town")).await.expect("a database")).await;
        place.needs_drivers_at(16).await;
        let card = place.card().await;

        // Gone for a minute, as after a crash.
        server.stops("immediate");
        place.replies("Kari", card, "ja");
        place.service.until_wrong("can't be written to").await;
        assert_eq!(place.service.figures_status().await, StatusCode::SERVICE_UNAVAILABLE);
        place.service.clock_jumps(TimeDelta::minutes(1));
        place.service.until_wrong("time stands still").await;
        assert_eq!(count(&place.kari, "Du har plass"), 0);
        server.starts();
        seen(&place.kari, "Du har plass på #1").await;
        place.service.until_ready().await;

        // Restarted in order, between two answers.
        server.stops("fast");
        server.starts();
        place.replies("Ola", card, "ja");
        seen(&place.ola, "Du har plass på #1").await;
        place.service.until_ready().await;
        let all_sent = async || {
            // A card is changed once a second at most.
            place.service.clock_jumps(TimeDelta::seconds(1));
            place.service.figure("outbox_pending").await == 0.0
        };
        until("nothing is left", all_sent).await;
        assert_eq!(place.service.figure("set_aside_total").await, 0.0);
        assert_eq!((count(&place.kari, "Du har plass"), count(&place.ola, "Du har plass")), (1, 1));
        place.service.db.close().await;
    });
}
