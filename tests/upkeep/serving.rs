//! The service as a program of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use tannhjul::secret::Key;

use crate::copies::tannhjul;

/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Serving {
    program: Child,
    log: Arc<(Mutex<Vec<String>>, Condvar)>,
}

impl Serving {
    /// Starts it with the local chat, and more settings.
    pub fn start(url: &str, folder: &Path, settings: &[(&str, &str)]) -> Self {
        let key = folder.join("tannhjul.key");
        if !key.exists() {
            std::fs::write(key, Key::generate().to_text()).expect("a key");
        }
        let mut program = tannhjul(url, folder, &["serve", "--listen", "127.0.0.1:0"])
            .env("RUST_LOG", "info")
            .envs(settings.iter().copied())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let log = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let (lines, written) = (BufReader::new(program.stderr.take().expect("its log")), log.clone());
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                written.0.lock().expect("nobody panics with it").push(line);
                written.1.notify_all();
            }
        });
        Self { program, log }
    }

    /// The line of the log that says this, as soon as it is there.
    pub fn says(&self, what: &str) -> String {
        let lines = self.log.0.lock().expect("nobody panics with it");
        let found = |lines: &mut Vec<String>| !lines.iter().any(|line| line.contains(what));
        let (lines, waited) =
            self.log.1.wait_timeout_while(lines, PATIENCE, found).expect("nobody panics with it");
        assert!(!waited.timed_out(), "it does not say {what}: {lines:#?}");
        lines.iter().find(|line| line.contains(what)).cloned().unwrap_or_default()
    }

    /// Whether it has said this.
    pub fn has_said(&self, what: &str) -> bool {
        self.log.0.lock().expect("nobody panics with it").iter().any(|line| line.contains(what))
    }

    /// Where its pages are, once they are.
    pub fn address(&self) -> String {
        let line = self.says("the local chat is at");
        let url = line.split_whitespace().find(|word| word.starts_with("http://")).expect("an address");
        url.trim_end_matches("/chat").to_owned()
    }

    /// Waits until it is ready.
    pub async fn is_ready(&self) {
        let page = format!("{}/readyz", self.address());
        let ready = async {
            loop {
                let answer = reqwest::get(&page).await;
                if answer.is_ok_and(|answer| answer.status().is_success()) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(PATIENCE, ready).await.expect("it becomes ready");
    }
}

impl Drop for Serving {
    /// Asks it to stop, as the machine does.
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.program.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            drop(self.program.kill());
        }
        drop(self.program.wait());
    }
}
