//! The service killed (-9) at random instants while people answer, ask and withdraw, and started again each time. At the end every rule that a crash
//! could break is judged by what the chats show and what the database holds.
//!
//! The service is a whole process: [`served`] is `tannhjul serve` but for its clock, which goes on by minutes many times a second, so that reminders
//! and escalations of a day fall due in half a minute.

mod crowd;
mod moments;
mod served;
mod town;
mod verdict;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use fastrand::Rng;
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::sync::watch;

use crate::bot_api::{BotApi, TOKEN};
use crowd::Crowd;
use moments::Moment;
use served::Hands;
pub use served::{is_wanted, serve};
pub use verdict::Verdict;

/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is to be tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The program that becomes the service when it is started with these arguments and [`served`]'s environment.
    pub program: PathBuf,
    pub arguments: Vec<String>,
    pub database_url: String,
    /// For the key and the log.
    pub dir: PathBuf,
    pub kills: usize,
    pub seed: u64,
}

/// A running service. It is killed when dropped.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Trial {
    /// Kills the service as often as is wanted, lets the last one finish, and judges.
    pub async fn run(&self) -> anyhow::Result<Verdict> {
        let tried = self.try_it().await;
        tried.with_context(|| {
            let log = std::fs::read_to_string(self.log()).unwrap_or_default();
            let last = log.lines().rev().take(20).collect::<Vec<_>>();
            let last = last.into_iter().rev().collect::<Vec<_>>().join("\n");
            format!("seed {}; the service said last:\n{last}", self.seed)
        })
    }

    async fn try_it(&self) -> anyhow::Result<Verdict> {
        std::fs::write(self.key_file(), Key::generate().to_text())?;
        let telegram = BotApi::start().await;
        let mut random = Rng::with_seed(self.seed);
        let mut hands = Hands::at_the_beginning();
        let db = Db::open(&self.database_url).await?;
        let codes = town::apply(&db, hands.shows()).await?;
        let mut service = self.start(&telegram, hands).await?;
        let crowd = Crowd::gathers(&telegram, &codes, hands).await?;

        let (stop, stopped) = watch::channel(false);
        let acting = tokio::spawn(crowd.acts(random.fork(), stopped));
        for kill in 0..self.kills {
            Moment::choose(kill, &mut random).comes(&telegram, &mut random).await;
            drop(service);
            service = self.start(&telegram, hands).await?;
        }
        stop.send_replace(true);
        let crowd = tokio::time::timeout(PATIENCE, acting).await.context("the crowd does not rest")??;

        // What is left of the tasks passes more quickly, and undisturbed.
        hands = hands.faster();
        drop(service);
        let service = self.start(&telegram, hands).await?;
        verdict::until_at_rest(&db, PATIENCE).await?;
        self.stop(service).await?;
        let verdict = Verdict::of(&db, &telegram, &crowd, self.kills).await?;
        db.close().await;
        Ok(verdict)
    }

    /// Starts the service and waits until it talks to the platform.
    async fn start(&self, telegram: &BotApi, hands: Hands) -> anyhow::Result<Process> {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log())?;
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .current_dir(&self.dir)
            .env("DATABASE_URL", &self.database_url)
            .env("TELEGRAM_BOT_TOKEN", TOKEN)
            .env("TELEGRAM_API_URL", telegram.url())
            .env("TANNHJUL_LISTEN", "127.0.0.1:0")
            .env("TANNHJUL_LOCAL_CHAT", "off")
            .env("TANNHJUL_KEY_FILE", self.key_file())
            .env("RUST_LOG", std::env::var("LOAD_LOG").unwrap_or_else(|_| "warn".to_owned()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        hands.tell(&mut command);
        let met = telegram.next_call(|call| call.method == "getme");
        let mut process = Process(command.spawn().context("the service can't be started")?);
        let met = tokio::time::timeout(PATIENCE, met).await;
        ensure!(process.0.try_wait()?.is_none(), "the service ended");
        met.context("the service does not talk to the platform")?;
        Ok(process)
    }

    /// Ends it in order.
    async fn stop(&self, mut process: Process) -> anyhow::Result<()> {
        Command::new("kill").args(["-TERM", &process.0.id().to_string()]).status()?;
        for _ in 0..2000 {
            if process.0.try_wait()?.is_some() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("the service did not end within 20 s of SIGTERM")
    }

    fn key_file(&self) -> PathBuf {
        self.dir.join("tannhjul.key")
    }

    fn log(&self) -> PathBuf {
        Path::new(&self.dir).join("log")
    }
}
