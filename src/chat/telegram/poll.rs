//! Long polling: fetch a batch, hand it to the inbox, and only then ask for the next, which confirms this one.

use std::time::Duration;

use futures_util::future::join;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide_core::payloads::DeleteWebhook;
use tokio::time::Instant;

use super::ALLOWED_UPDATES;
use super::api::{Api, ApiError};
use super::connect::{Connection, introducing, is_webhook_in_the_way};
use super::parse::{parse, update_id};
use super::start::{Bot, Introduction};
use crate::chat::{Inbox, Incoming};
use crate::clock::Clock;

/// Updates in one batch; the platform gives no more.
const BATCH_MAX: u8 = 100;

/// Learns who the bot is, introduces it, and receives from `offset` on (0: from the oldest update that is not confirmed) until the service
/// stops. A network or platform that does not answer is waited for, however long it takes. An update is confirmed only after `inbox` has
/// taken it in; what it was handing in when the service stopped comes again.
pub async fn poll(
    mut connection: Connection<'_>,
    inbox: &dyn Inbox,
    clock: &Clock,
    offset: i64,
    introductions: &[Introduction],
) {
    let Some(bot) = connection.meet().await else { return };
    let introducing = introducing(connection.chat, connection.shutdown.clone(), introductions);
    let mut polling = Polling { connection, inbox, clock, bot };
    join(introducing, polling.receive(offset)).await;
}

struct Polling<'a> {
    connection: Connection<'a>,
    inbox: &'a dyn Inbox,
    clock: &'a Clock,
    bot: Bot,
}

struct Batch {
    incoming: Vec<Incoming>,
    /// `None` for an empty batch.
    next_offset: Option<i64>,
}

impl Polling<'_> {
    async fn receive(&mut self, offset: i64) {
        let mut offset = (offset > 0).then_some(offset);
        let mut failures = 0;
        loop {
            let asked_at = Instant::now();
            let (api, long_poll) = (self.connection.chat.api(), self.connection.pace.long_poll);
            let fetched = tokio::select! {
                fetched = fetch(api, offset, &self.bot, self.clock, long_poll) => fetched,
                _ = self.connection.shutdown.wait_for(|stop| *stop) => return,
            };
            let batch = match fetched {
                Ok(batch) => batch,
                Err(error) => {
                    if is_webhook_in_the_way(&error) {
                        self.remove_webhook().await;
                    }
                    match self.connection.failed(&error, failures).await {
                        Some(count) => failures = count,
                        None => return,
                    }
                    continue;
                }
            };
            failures = 0;
            self.connection.goes_well();
            if let Some(next_offset) = batch.next_offset {
                if !self.hand_in(batch.incoming, next_offset).await {
                    return;
                }
                offset = Some(next_offset);
            } else {
                // A server that answers at once with nothing must not be asked in a tight loop.
                let pause = self.connection.pace.first_wait;
                if asked_at.elapsed() < pause && self.connection.wait(pause).await {
                    return;
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
            self.connection.fails("the inbox takes nothing in");
            if self.connection.wait(self.connection.backoff(failures)).await {
                return false;
            }
            failures = failures.saturating_add(1);
        }
    }

    async fn remove_webhook(&self) {
        tracing::warn!("a webhook is set for this bot; it is removed, because TELEGRAM_MODE is polling");
        if let Err(error) = self.connection.chat.api().call(&DeleteWebhook::new()).await {
            tracing::error!(%error, "can't remove the webhook");
        }
    }
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    /// In seconds.
    timeout: u64,
    allowed_updates: [&'static str; ALLOWED_UPDATES.len()],
}

/// One batch from `offset` on (<https://core.telegram.org/bots/api#getupdates>), which confirms everything before.
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
        // From this batch alone: Telegram ignores an offset from another time or server, and the numbers may begin below it.
        batch.next_offset = batch.next_offset.max(next);
    }
    if batch.next_offset.is_none() && !updates.is_empty() {
        return Err(ApiError::Lost("getUpdates gave updates without numbers".to_owned()));
    }
    Ok(batch)
}
