//! Long polling: fetch a batch, hand it to the inbox, and only then ask for the next, which confirms this one.

use std::time::Duration;

use futures_util::future::join;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide_core::payloads::DeleteWebhook;
use tokio::sync::watch;
use tokio::time::Instant;

use super::api::{Api, ApiError, Refusal};
use super::parse::{parse, update_id};
use super::start::{Bot, Introduction, get_me, introduce};
use super::{ALLOWED_UPDATES, TelegramChat};
use crate::chat::{Inbox, Incoming};
use crate::clock::Clock;

/// Updates in one batch; the platform gives no more.
const BATCH_MAX: u8 = 100;

/// How long the loop waits for what.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long Telegram may hold a request open until something happens. It cuts this to 50 s.
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

/// What receives by long polling.
pub struct Polling<'a> {
    pub chat: &'a TelegramChat,
    pub inbox: &'a dyn Inbox,
    pub clock: &'a Clock,
    pub pace: Pace,
    pub state: watch::Sender<Receiving>,
    /// Turns true when the service stops. Its sender's end means the same.
    pub shutdown: watch::Receiver<bool>,
}

struct Batch {
    incoming: Vec<Incoming>,
    /// `None` for an empty batch.
    next_offset: Option<i64>,
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [&'static str; ALLOWED_UPDATES.len()],
}

impl Polling<'_> {
    /// Learns who the bot is, introduces it, and receives from `offset` on (0: from the oldest update that is not confirmed) until the
    /// service stops. A network or platform that does not answer is waited for, however long it takes.
    pub async fn run(mut self, offset: i64, introductions: &[Introduction]) {
        let Some(bot) = self.meet().await else { return };
        let api = self.chat.api().clone();
        let mut stop = self.shutdown.clone();
        let introducing = async {
            tokio::select! {
                _ = introduce(&api, introductions) => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        };
        join(introducing, self.receive(&bot, offset)).await;
    }

    /// Asks who the bot is until there is an answer. `None` when the service stops before.
    async fn meet(&mut self) -> Option<Bot> {
        let api = self.chat.api().clone();
        let mut failures = 0;
        loop {
            let asked = tokio::select! {
                asked = get_me(&api) => asked,
                _ = self.shutdown.wait_for(|stop| *stop) => return None,
            };
            match asked {
                Ok(bot) => {
                    self.chat.met(&bot);
                    return Some(bot);
                }
                Err(error) => failures = self.failed(&error, failures).await?,
            }
        }
    }

    async fn receive(&mut self, bot: &Bot, offset: i64) {
        let mut offset = (offset > 0).then_some(offset);
        let mut failures = 0;
        while !*self.shutdown.borrow() {
            let asked_at = Instant::now();
            let api = self.chat.api();
            let fetched = tokio::select! {
                fetched = fetch(api, offset, bot, self.clock, self.pace.long_poll) => fetched,
                _ = self.shutdown.wait_for(|stop| *stop) => return,
            };
            match fetched {
                Ok(batch) => {
                    failures = 0;
                    self.state.send_replace(Receiving::Well);
                    let Some(next_offset) = batch.next_offset else {
                        // A server that answers at once with nothing must not be asked in a tight loop.
                        if asked_at.elapsed() < self.pace.first_wait && self.wait(self.pace.first_wait).await
                        {
                            return;
                        }
                        continue;
                    };
                    if !self.hand_in(batch.incoming, next_offset).await {
                        return;
                    }
                    offset = Some(next_offset);
                }
                Err(error) => {
                    if is_webhook_in_the_way(&error) {
                        tracing::warn!(
                            "a webhook is set for this bot; it is removed, because TELEGRAM_MODE is polling"
                        );
                        if let Err(error) = self.chat.api().call(&DeleteWebhook::new()).await {
                            tracing::error!(%error, "can't remove the webhook");
                        }
                    }
                    match self.failed(&error, failures).await {
                        Some(count) => failures = count,
                        None => return,
                    }
                }
            }
        }
    }

    /// Hands the batch to the inbox until it is taken. False when the service stops before: then it is not confirmed and comes again. A
    /// batch of nothing but other people's talk is not stored.
    async fn hand_in(&mut self, incoming: Vec<Incoming>, next_offset: i64) -> bool {
        if incoming.is_empty() {
            return true;
        }
        let mut failures = 0;
        loop {
            let Err(error) = self.inbox.take_in(incoming.clone(), Some(next_offset)).await else {
                return true;
            };
            tracing::error!(error = format!("{error:#}"), "the inbox took nothing in; trying again");
            self.state.send_replace(Receiving::Failing("the inbox takes nothing in".to_owned()));
            if self.wait(backoff(self.pace, failures)).await {
                return false;
            }
            failures = failures.saturating_add(1);
        }
    }

    /// Reports a failure and waits. Gives the number of failures in a row, or `None` when the service stops.
    async fn failed(&mut self, error: &ApiError, failures: u32) -> Option<u32> {
        let (words, wait) = explain(error, backoff(self.pace, failures), self.pace.longest_wait);
        let news = self.state.send_if_modified(|state| {
            let failing = Receiving::Failing(words.clone());
            let changed = *state != failing;
            *state = failing;
            changed
        });
        // Once per kind of trouble, not at every try.
        if news {
            tracing::error!("receiving from Telegram fails: {words}");
        } else {
            tracing::debug!("receiving from Telegram still fails: {words}");
        }
        if self.wait(wait).await { None } else { Some(failures.saturating_add(1)) }
    }

    /// Waits; true when the service stops meanwhile.
    async fn wait(&mut self, wait: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(wait) => false,
            _ = self.shutdown.wait_for(|stop| *stop) => true,
        }
    }
}

async fn fetch(
    api: &Api,
    offset: Option<i64>,
    bot: &Bot,
    clock: &Clock,
    long_poll: Duration,
) -> Result<Batch, ApiError> {
    let request = GetUpdates {
        offset,
        limit: BATCH_MAX,
        timeout: long_poll.as_secs(),
        allowed_updates: ALLOWED_UPDATES,
    };
    let result = api.post("GetUpdates", &request, long_poll).await?;
    let Ok(updates) = serde_json::from_str::<Vec<&RawValue>>(result.get()) else {
        return Err(ApiError::Lost("getUpdates gave no list".to_owned()));
    };
    let received = clock.now();
    let mut batch = Batch { incoming: Vec::new(), next_offset: None };
    for update in &updates {
        match serde_json::from_str::<Value>(update.get()) {
            Ok(update) => batch.incoming.extend(parse(&update, bot, received)),
            // Set aside, so that it does not hold up the others: it would be the same at every try.
            Err(error) => tracing::error!(%error, "an update that can't be read is passed over"),
        }
        let next = update_id(update.get()).map(|id| id.saturating_add(1));
        // From this batch alone: the numbers may begin anew, below an offset of long ago.
        batch.next_offset = batch.next_offset.max(next);
    }
    if batch.next_offset.is_none() && !updates.is_empty() {
        return Err(ApiError::Lost("getUpdates gave updates without numbers".to_owned()));
    }
    Ok(batch)
}

/// Doubles with each failure, up to the longest wait.
fn backoff(pace: Pace, failures: u32) -> Duration {
    pace.first_wait.saturating_mul(2_u32.saturating_pow(failures)).min(pace.longest_wait)
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

fn is_webhook_in_the_way(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.code == 409 && refusal.description.contains("webhook"))
}
