//! The bot that is measured: its processes, what they use, and how long they take to be ready.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};

use super::platform::TOKEN;
use super::wire::Wire;

/// How a bot's process is started.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub binary: PathBuf,
    pub database_url: String,
    pub key_file: PathBuf,
    pub api_url: String,
    pub webhook: bool,
    /// Where the process's log goes.
    pub log: PathBuf,
}

/// A running process. It is killed when dropped.
pub struct Process {
    child: Child,
    pub address: String,
    /// From the start to the first good answer of `/readyz`.
    pub ready_after: Duration,
}

/// What a process has used so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Used {
    pub cpu: Duration,
    /// The most memory it ever held, in MB.
    pub peak_mb: f64,
}

impl Recipe {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .env("DATABASE_URL", &self.database_url)
            .env("TANNHJUL_KEY_FILE", &self.key_file)
            .env("RUST_LOG", std::env::var("LOAD_LOG").unwrap_or_else(|_| "warn".to_owned()))
            .current_dir(self.key_file.parent().unwrap_or(Path::new(".")));
        command
    }

    /// Runs a command of the bot's to its end and gives what it printed.
    pub fn run(&self, arguments: &[&str]) -> anyhow::Result<String> {
        let output = self.command().args(arguments).stderr(Stdio::inherit()).output()?;
        ensure!(output.status.success(), "{} {arguments:?} failed", self.binary.display());
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Starts `serve` on a free port and waits until it is ready.
    pub async fn serve(&self) -> anyhow::Result<Process> {
        let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let log = std::fs::OpenOptions::new().create(true).append(true).open(&self.log)?;
        let mut command = self.command();
        command
            .args(["serve", "--listen", &address, "--local-chat", "off"])
            .env("TELEGRAM_BOT_TOKEN", TOKEN)
            .env("TELEGRAM_API_URL", &self.api_url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        if self.webhook {
            command.env("TELEGRAM_MODE", "webhook").env("TANNHJUL_PUBLIC_URL", "https://127.0.0.1:1");
        }
        let started = Instant::now();
        let child = command.spawn().with_context(|| format!("can't start {}", self.binary.display()))?;
        let mut process = Process { child, address, ready_after: Duration::ZERO };
        while !process.is_ready().await {
            ensure!(process.child.try_wait()?.is_none(), "the bot ended; see {}", self.log.display());
            if started.elapsed() > Duration::from_secs(30) {
                bail!("the bot was not ready within 30 s; see {}", self.log.display());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        process.ready_after = started.elapsed();
        Ok(process)
    }
}

impl Process {
    async fn is_ready(&self) -> bool {
        let Ok(mut wire) = Wire::connect(&self.address).await else { return false };
        matches!(wire.ask("GET", "/readyz", "", b"").await, Ok((200, _)))
    }

    /// What it has used so far; zero where `/proc` does not tell.
    pub fn used(&self) -> Used {
        used(&self.child.id().to_string())
    }

    /// Ends it in order, and waits for that.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        for _ in 0..1200 {
            if self.child.try_wait()?.is_some() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("the bot did not end within 12 s of SIGTERM")
    }
}

impl Drop for Process {
    /// As `kill -9` does.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the process `id` ("self" for this one) has used.
pub fn used(id: &str) -> Used {
    // Ticks of the processor's clock a second, the same on every Linux.
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let mut fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11);
    let mut ticks = || fields.next().and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    let cpu = Duration::from_secs_f64((ticks() + ticks()) / TICKS);
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    Used { cpu, peak_mb: kilobytes.unwrap_or(0.0) / 1024.0 }
}
