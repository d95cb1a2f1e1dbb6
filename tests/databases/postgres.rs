//! A throwaway Postgres: one server for the test process, one database for each test.
//!
//! The server is started from the installed programs, in a directory of its own, on a Unix socket there. A small shell minds it: the shell's
//! standard input is a pipe that the test process holds, so the server stops and its directory goes however the test process ends.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tannhjul::store::Db;

/// Makes and runs the server until its standard input ends. Nothing in it is to be kept, so it is stopped without ceremony: TERM for a server that
/// can't hear yet, for a shell's background programs are deaf to QUIT until they say otherwise.
const MINDER: &str = r#"
dir=$1; bin=$2
"$bin/initdb" -D "$dir/data" -U tannhjul -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || {
    cat "$dir/log" >&2; rm -rf "$dir"; exit 1
}
"$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c full_page_writes=off \
    -c synchronous_commit=off -c max_connections=500 >>"$dir/log" 2>&1 &
read -r _
kill -TERM $!; kill -QUIT $!
wait
rm -rf "$dir"
"#;

/// A migrated database, removed when dropped.
pub struct Database {
    name: String,
}

impl Database {
    pub fn create() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        server().execute(&format!("CREATE DATABASE {name} TEMPLATE migrated"));
        Self { name }
    }

    pub fn url(&self) -> String {
        server().url(&self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        server().execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

struct Server {
    dir: PathBuf,
    /// Making one database at a time: Postgres refuses a template that somebody else is copying.
    admin: Mutex<()>,
    /// Holds the pipe that keeps the server alive.
    minder: Child,
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        let server = Server::start();
        server.execute("CREATE DATABASE migrated");
        super::runtime().block_on(async {
            Db::open(&server.url("migrated")).await.expect("the schema is made").close().await;
        });
        server
    })
}

impl Server {
    fn start() -> Self {
        let Some(bin) = option_env!("TANNHJUL_POSTGRES_BIN") else {
            panic!("build.rs found no PostgreSQL on this machine");
        };
        let dir = tempfile::Builder::new().prefix("tannhjul-").tempdir_in(parent_dir()).expect("a directory");
        // The minder removes it: it lives longer than this process.
        let dir = dir.keep();
        let mut minder = Command::new("sh");
        minder.args(["-c", MINDER, "sh"]).arg(&dir).arg(bin).current_dir(&dir).stdin(Stdio::piped());
        // An interrupt from the keyboard is for the tests; the minder sees the end of its pipe.
        minder.process_group(0);
        if let Some((user, group)) = other_user(&dir) {
            std::os::unix::fs::chown(&dir, Some(user), Some(group)).expect("root may give a directory away");
            minder.uid(user).gid(group);
        }
        let minder = minder.spawn().expect("sh starts");
        let mut server = Self { dir, admin: Mutex::new(()), minder };
        server.wait_until_ready();
        server
    }

    fn wait_until_ready(&mut self) {
        for _ in 0..3000 {
            assert!(self.minder.try_wait().is_ok_and(|ended| ended.is_none()), "initdb failed");
            let connected = super::runtime()
                .block_on(async { PgConnection::connect(&self.url("postgres")).await?.close().await });
            if connected.is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let log = std::fs::read_to_string(self.dir.join("log")).unwrap_or_default();
        panic!("Postgres did not start within a minute:\n{log}");
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://tannhjul@localhost/{database}?host={}", self.dir.display())
    }

    /// Runs a statement about databases, on a connection and a thread of its own: a test may call it from within its own runtime.
    fn execute(&self, sql: &str) {
        let _one_at_a_time = self.admin.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let statement = async {
            let mut connection = PgConnection::connect(&self.url("postgres")).await?;
            sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?;
            connection.close().await
        };
        std::thread::scope(|scope| scope.spawn(|| super::runtime().block_on(statement)).join())
            .expect("the thread ends")
            .unwrap_or_else(|error: sqlx::Error| panic!("{sql}: {error}"));
    }
}

/// Where the server's directory goes. Root's own temporary directory may be closed to others, and a socket's path must be short.
fn parent_dir() -> PathBuf {
    if is_root(Path::new("/proc/self")) { PathBuf::from("/tmp") } else { std::env::temp_dir() }
}

/// Postgres refuses to run as root: the user and group it runs as instead, where `dir` was made by root.
fn other_user(dir: &Path) -> Option<(u32, u32)> {
    if !is_root(dir) {
        return None;
    }
    let passwd = std::fs::read_to_string("/etc/passwd").expect("the list of users");
    let user =
        ["postgres:", "nobody:"].iter().find_map(|name| passwd.lines().find(|line| line.starts_with(name)));
    let mut fields = user.expect("a user postgres or nobody").split(':').skip(2);
    let mut number = || fields.next().and_then(|id| id.parse().ok()).expect("users have numbers");
    Some((number(), number()))
}

fn is_root(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    path.metadata().is_ok_and(|metadata| metadata.uid() == 0)
}
