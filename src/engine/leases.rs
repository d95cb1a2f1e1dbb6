//! Which bots this process polls and sends for. Of several processes on one database each bot belongs to one.
//!
//! The holder renews every three seconds; one that can't for six stops by itself, and only after seven does another take over, each by its own
//! steady clock. The fence, a number that grows with every holder, goes into each transaction that polls or sends, so that a process that was
//! asleep meanwhile does nothing when it wakes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::time::Instant;

use super::Engine;
use crate::clock::Clock;
use crate::domain::ids::ChannelId;
use crate::secret::new_token;
use crate::store::Tx;
use crate::store::lease::Lease;

/// How long is waited for what, on the steady clock.
#[derive(Clone, Copy, Debug)]
pub struct LeasePace {
    /// How often is looked whether something is to be done.
    pub look: Duration,
    /// After so long a lease is renewed.
    pub renew: Duration,
    /// After so long without a renewal the holder stops.
    pub give_up: Duration,
    /// After so long without a change somebody else takes over. Longer than `give_up`.
    pub take_over: Duration,
}

impl Default for LeasePace {
    fn default() -> Self {
        Self {
            look: Duration::from_secs(1),
            renew: Duration::from_secs(3),
            give_up: Duration::from_secs(6),
            take_over: Duration::from_secs(7),
        }
    }
}

/// By what right a process polls and sends for a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// There is no other process.
    Alone,
    /// By the lease with this fence.
    Fence(i64),
}

/// The leases of one process.
#[derive(Debug)]
pub struct Leases {
    holder: String,
    /// `None`: this process is alone, and no leases are kept.
    pace: Option<LeasePace>,
    known: Mutex<HashMap<ChannelId, Known>>,
    /// Changes whenever a lease is won or lost.
    pub news: watch::Sender<u64>,
}

/// What is known of the lease of a channel.
#[derive(Debug)]
enum Known {
    /// Held since the renewal that began at this instant.
    Held { fence: i64, renewed: Instant },
    /// Somebody else's; it has looked like this since then.
    Others { lease: Lease, since: Instant },
}

impl Leases {
    /// For a process that is alone.
    pub fn alone() -> Self {
        Self { holder: String::new(), pace: None, known: Mutex::default(), news: watch::channel(0).0 }
    }

    /// For one of several processes, perhaps.
    pub fn shared(pace: LeasePace) -> Self {
        Self { holder: new_token(), pace: Some(pace), ..Self::alone() }
    }

    /// By what right this process polls and sends for a bot now. `None`: by none.
    pub fn hold(&self, channel: ChannelId) -> Option<Hold> {
        let Some(pace) = self.pace else { return Some(Hold::Alone) };
        match self.known().get(&channel) {
            Some(Known::Held { fence, renewed }) if renewed.elapsed() < pace.give_up => {
                Some(Hold::Fence(*fence))
            }
            _ => None,
        }
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<ChannelId, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, channel: ChannelId, known: Option<Known>) {
        match known {
            Some(known) => self.known().insert(channel, known),
            None => self.known().remove(&channel),
        };
        self.news.send_modify(|count| *count += 1);
    }
}

fn name(channel: ChannelId) -> String {
    format!("channel:{}", channel.0)
}

impl Engine {
    /// Checks within a transaction that polls or sends that the right to do so still holds; if so, it does until the transaction ends.
    pub(super) async fn still_holds(&self, tx: &mut Tx, channel: ChannelId) -> anyhow::Result<bool> {
        match self.leases.hold(channel) {
            None => Ok(false),
            Some(Hold::Alone) => Ok(true),
            Some(Hold::Fence(fence)) => {
                let holds = tx.holds_lease(&name(channel), fence).await?;
                if !holds {
                    self.lost(channel);
                }
                Ok(holds)
            }
        }
    }

    /// Waits until this process holds a bot (`true`) or does not any more (`false`).
    pub async fn until_holding(&self, channel: ChannelId, holding: bool) {
        let mut news = self.leases.news.subscribe();
        loop {
            news.mark_unchanged();
            if self.leases.hold(channel).is_some() == holding {
                return;
            }
            // A lease also ends by itself, when it could not be renewed.
            let look = self.leases.pace.unwrap_or_default().look;
            let _ = tokio::time::timeout(look, news.changed()).await;
        }
    }

    /// Takes, renews and loses leases, for as long as it is polled.
    pub(super) async fn lease_loop(&self) {
        let Some(pace) = self.leases.pace else { return std::future::pending().await };
        let mut first = true;
        loop {
            for channel in self.channels.keys() {
                if let Err(error) = self.look_after(*channel, pace, first).await {
                    tracing::error!(
                        channel = channel.0,
                        error = format!("{error:#}"),
                        "a bot's lease can't be looked after"
                    );
                }
            }
            first = false;
            tokio::time::sleep(pace.look).await;
        }
    }

    /// Gives every lease back: what was under way has ended.
    pub(super) async fn release_leases(&self) {
        for channel in self.channels.keys() {
            let Some(Hold::Fence(fence)) = self.leases.hold(*channel) else { continue };
            self.leases.set(*channel, None);
            let released = async {
                let mut tx = self.db.begin().await?;
                tx.release_lease(&name(*channel), fence).await?;
                tx.commit().await
            };
            if let Err(error) = released.await {
                tracing::warn!(%error, "a bot's lease could not be given back; it is taken over in a few seconds");
            }
        }
    }

    async fn look_after(&self, channel: ChannelId, pace: LeasePace, first: bool) -> anyhow::Result<()> {
        let began = Instant::now();
        let held = match self.leases.known().get(&channel) {
            Some(Known::Held { renewed, .. }) if renewed.elapsed() < pace.renew => return Ok(()),
            Some(Known::Held { fence, .. }) => Some(*fence),
            _ => None,
        };
        let until = Clock::system().now() + TimeDelta::from_std(pace.take_over)?;
        match held {
            Some(fence) => {
                let mut tx = self.db.begin().await?;
                let renewed = tx.renew_lease(&name(channel), fence, until).await?;
                tx.commit().await?;
                if renewed {
                    self.leases.set(channel, Some(Known::Held { fence, renewed: began }));
                } else {
                    self.lost(channel);
                }
            }
            None => {
                let seen = self.db.read().await?.lease(&name(channel)).await?;
                if self.is_free(channel, seen.as_ref(), pace, first) {
                    self.take(channel, seen, until, began).await?;
                } else if let Some(lease) = seen {
                    self.note_others(channel, lease);
                }
            }
        }
        Ok(())
    }

    /// Whether nobody holds a lease that looks like this. SQLite has one process, so that whoever held it when this one started is gone.
    fn is_free(&self, channel: ChannelId, seen: Option<&Lease>, pace: LeasePace, first: bool) -> bool {
        let Some(seen) = seen else { return true };
        if seen.holder.is_empty() || (first && !self.db.is_shared()) {
            return true;
        }
        matches!(self.leases.known().get(&channel),
            Some(Known::Others { lease, since }) if lease == seen && since.elapsed() >= pace.take_over)
    }

    fn note_others(&self, channel: ChannelId, lease: Lease) {
        let mut known = self.leases.known();
        if !matches!(known.get(&channel), Some(Known::Others { lease: before, .. }) if *before == lease) {
            known.insert(channel, Known::Others { lease, since: Instant::now() });
        }
    }

    async fn take(
        &self,
        channel: ChannelId,
        seen: Option<Lease>,
        until: chrono::DateTime<chrono::Utc>,
        began: Instant,
    ) -> anyhow::Result<()> {
        let mut tx = self.db.begin().await?;
        let taken = tx.take_lease(&name(channel), &self.leases.holder, until, seen.as_ref()).await?;
        if taken.is_some() {
            // Whoever was sending is gone.
            tx.expire_leases_of(channel).await?;
        }
        tx.commit().await?;
        if let Some(fence) = taken {
            tracing::info!(channel = channel.0, fence, "this process polls and sends for the bot");
            self.leases.set(channel, Some(Known::Held { fence, renewed: began }));
            self.nudge();
        }
        Ok(())
    }

    fn lost(&self, channel: ChannelId) {
        tracing::warn!(channel = channel.0, "another process has taken the bot over");
        self.leases.set(channel, None);
    }
}
