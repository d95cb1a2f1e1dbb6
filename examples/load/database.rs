//! A fresh database for each run: a file, or a throwaway Postgres with its safety on.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail, ensure};

/// Runs the server until its standard input ends, which it does however this program ends.
const MINDER: &str = r#"
dir=$1; bin=$2
"$bin/initdb" -D "$dir/data" -U tannhjul -A trust -E UTF8 --locale=C >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
"$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= >>"$dir/log" 2>&1 &
read -r _
kill -INT $!
wait
"#;

pub struct Database {
    pub url: String,
    dir: PathBuf,
    _server: Option<Child>,
}

impl Database {
    pub fn sqlite(dir: &Path) -> Self {
        Self { url: format!("sqlite:{}", dir.join("load.db").display()), dir: dir.to_owned(), _server: None }
    }

    /// Starts a server in `dir`, by default settings: fsync and synchronous_commit are on.
    pub fn postgres(dir: &Path) -> anyhow::Result<Self> {
        let bin =
            option_env!("TANNHJUL_POSTGRES_BIN").context("no PostgreSQL was found when this was built")?;
        let mut minder = Command::new("sh");
        minder
            .args(["-c", MINDER, "sh"])
            .arg(dir)
            .arg(bin)
            .current_dir(dir)
            .stdin(Stdio::piped())
            .process_group(0);
        // Postgres refuses to run as root.
        if std::os::unix::fs::MetadataExt::uid(&dir.metadata()?) == 0 {
            let passwd = std::fs::read_to_string("/etc/passwd")?;
            let line = passwd.lines().find(|line| line.starts_with("postgres:"));
            let mut fields = line.context("there is no user postgres")?.split(':').skip(2);
            let mut number = || fields.next().and_then(|id| id.parse().ok()).context("users have numbers");
            let (user, group) = (number()?, number()?);
            std::os::unix::fs::chown(dir, Some(user), Some(group))?;
            minder.uid(user).gid(group);
        }
        let server = minder.spawn()?;
        for _ in 0..600 {
            if dir.join(".s.PGSQL.5432").exists() {
                let made = Command::new(Path::new(bin).join("psql"))
                    .args(["-h", &dir.display().to_string(), "-U", "tannhjul", "-d", "postgres", "-qc"])
                    .arg("CREATE DATABASE load")
                    .stderr(Stdio::null())
                    .status()?;
                if made.success() {
                    let url = format!("postgres://tannhjul@localhost/load?host={}", dir.display());
                    return Ok(Self { url, dir: dir.to_owned(), _server: Some(server) });
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        bail!("Postgres did not start within a minute; see {}", dir.join("log").display())
    }

    /// What it takes on disk, in MB.
    pub fn megabytes(&self) -> anyhow::Result<f64> {
        if self._server.is_none() {
            let bytes: u64 = ["load.db", "load.db-wal"]
                .iter()
                .filter_map(|name| self.dir.join(name).metadata().ok())
                .map(|metadata| metadata.len())
                .sum();
            return Ok(bytes as f64 / 1e6);
        }
        let bin = option_env!("TANNHJUL_POSTGRES_BIN").context("no PostgreSQL")?;
        let output = Command::new(Path::new(bin).join("psql"))
            .args(["-h", &self.dir.display().to_string(), "-U", "tannhjul", "-d", "load", "-qAtc"])
            .arg("SELECT pg_database_size('load')")
            .output()?;
        ensure!(output.status.success(), "psql failed");
        Ok(String::from_utf8(output.stdout)?.trim().parse::<f64>()? / 1e6)
    }
}
