//! A bot's line to its Bot API server: learning who it is, waiting out trouble, saying how it goes.

use std::time::Duration;

use tokio::sync::watch;

use super::TelegramChat;
use super::api::{ApiError, Refusal};
use super::start::{Bot, Introduction, get_me, introduce};

/// How long is waited for what.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long Telegram may hold a request for updates open until something happens. It cuts this to 50 s.
    pub long_poll: Duration,
    /// The wait after a first failure; it doubles with each that follows.
    pub first_wait: Duration,
    /// No wait is longer, except one that the platform asks for.
    pub longest_wait: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            long_poll: Duration::from_secs(50),
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(30),
        }
    }
}

/// How receiving goes, for readiness and metrics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Receiving {
    #[default]
    NotYet,
    Well,
    /// In words for the administrator, without the token.
    Failing(String),
}

/// What both ways of receiving need.
pub struct Connection<'a> {
    pub chat: &'a TelegramChat,
    pub pace: Pace,
    pub state: watch::Sender<Receiving>,
    /// Turns true when the service stops. The end of its sender means the same.
    pub shutdown: watch::Receiver<bool>,
}

impl Connection<'_> {
    /// Asks who the bot is until there is an answer. `None` when the service stops before.
    pub(super) async fn meet(&mut self) -> Option<Bot> {
        let chat = self.chat;
        let mut failures = 0;
        loop {
            let asked = tokio::select! {
                asked = get_me(chat.api()) => asked,
                _ = self.shutdown.wait_for(|stop| *stop) => return None,
            };
            match asked {
                Ok(bot) => {
                    chat.met(&bot);
                    return Some(bot);
                }
                Err(error) => failures = self.failed(&error, failures).await?,
            }
        }
    }

    /// Says that all is well.
    pub(super) fn goes_well(&self) {
        self.state.send_if_modified(|state| std::mem::replace(state, Receiving::Well) != Receiving::Well);
    }

    /// Says what fails; true if that is news.
    pub(super) fn fails(&self, words: &str) -> bool {
        let failing = Receiving::Failing(words.to_owned());
        self.state.send_if_modified(|state| std::mem::replace(state, failing.clone()) != failing)
    }

    /// Reports a failure and waits. Gives the number of failures in a row, or `None` when the service stops.
    pub(super) async fn failed(&mut self, error: &ApiError, failures: u32) -> Option<u32> {
        let (words, wait) = explain(error, self.backoff(failures), self.pace.longest_wait);
        // Once per kind of trouble, not at every try.
        if self.fails(&words) {
            tracing::error!("receiving from Telegram fails: {words}");
        }
        if self.wait(wait).await { None } else { Some(failures.saturating_add(1)) }
    }

    /// Waits; true when the service stops meanwhile.
    pub(super) async fn wait(&mut self, wait: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(wait) => false,
            _ = self.shutdown.wait_for(|stop| *stop) => true,
        }
    }

    /// The wait after so many failures: doubles with each, up to the longest.
    pub(super) fn backoff(&self, failures: u32) -> Duration {
        self.pace.first_wait.saturating_mul(2_u32.saturating_pow(failures)).min(self.pace.longest_wait)
    }
}

/// Introduces the bot, unless the service stops meanwhile.
pub(super) async fn introducing(
    chat: &TelegramChat,
    mut shutdown: watch::Receiver<bool>,
    introductions: &[Introduction],
) {
    tokio::select! {
        _ = introduce(chat.api(), introductions) => {}
        _ = shutdown.wait_for(|stop| *stop) => {}
    }
}

/// The error in words for the administrator, and how long to wait.
fn explain(error: &ApiError, wait: Duration, longest: Duration) -> (String, Duration) {
    match error {
        ApiError::Refused(Refusal { code: 401 | 404, .. }) => {
            ("Telegram does not know the token; check TELEGRAM_BOT_TOKEN".to_owned(), longest)
        }
        ApiError::Refused(Refusal { code: 409, .. }) if !is_webhook_in_the_way(error) => {
            ("another program receives for the same bot; only one may".to_owned(), longest)
        }
        ApiError::Refused(Refusal { code: 429, retry_after: Some(asked), .. }) => {
            ("Telegram asks to wait".to_owned(), *asked)
        }
        error => (error.to_string(), wait),
    }
}

/// Whether updates can't be asked for because they are posted instead.
pub(super) fn is_webhook_in_the_way(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.code == 409 && refusal.description.contains("webhook"))
}
