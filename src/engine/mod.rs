//! The two movements: somebody said something ([`receive`]), and time has passed ([`tick`]). Both load facts, decide in pure code and commit state,
//! history, messages and the next instant in one transaction. Only [`deliver`] talks to the world, with no transaction open.

pub mod attend;
pub mod deliver;
pub mod hearing;
pub mod leases;
mod put_back;
mod quiet;
pub mod receive;
mod restored;
mod steps;
pub mod tick;
mod undelivered;
mod write;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};

use crate::chat::Chat;
use crate::chat::limits::Limits;
use crate::clock::Clock;
use crate::commands::desk::Surroundings;
use crate::domain::ids::ChannelId;
use crate::metrics::Metrics;
use crate::store::Db;
use hearing::Hearing;
use leases::Leases;

/// The longest the loops sleep, so that a changed system clock is noticed.
/// So often time may stand still at an instant at which something is due.
const MOST_IDLE_ROUNDS: u32 = 1_000;
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// How long is waited after a failure; what failed is still there.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// What the loops of the service share.
pub struct Engine {
    pub db: Db,
    pub clock: Clock,
    pub around: Surroundings,
    pub metrics: Metrics,
    channels: HashMap<ChannelId, Arc<dyn Chat>>,
    limits: Mutex<HashMap<ChannelId, Limits>>,
    looked_for_expired: Mutex<Option<DateTime<Utc>>>,
    pub leases: Leases,
    pub hearing: Hearing,
    latest: put_back::Latest,
    came_in: Notify,
    to_send: Notify,
    time_to_look: Notify,
}

impl Engine {
    /// The engine of a process that is alone on its database.
    pub fn new(
        db: Db,
        clock: Clock,
        around: Surroundings,
        channels: HashMap<ChannelId, Arc<dyn Chat>>,
    ) -> Arc<Self> {
        Self::with_leases(db, clock, around, channels, Leases::alone())
    }

    pub fn with_leases(
        db: Db,
        clock: Clock,
        around: Surroundings,
        channels: HashMap<ChannelId, Arc<dyn Chat>>,
        leases: Leases,
    ) -> Arc<Self> {
        Arc::new(Self {
            db,
            clock,
            around,
            metrics: Metrics::default(),
            channels,
            limits: Mutex::default(),
            looked_for_expired: Mutex::default(),
            leases,
            hearing: Hearing::default(),
            latest: put_back::Latest::default(),
            came_in: Notify::new(),
            to_send: Notify::new(),
            time_to_look: Notify::new(),
        })
    }

    /// The channel's own way of talking, if it runs in this process.
    pub fn chat(&self, channel: ChannelId) -> Option<&Arc<dyn Chat>> {
        self.channels.get(&channel)
    }

    /// Something was put in the outbox, or something is due, by somebody outside the loops.
    pub fn nudge(&self) {
        self.time_to_look.notify_one();
        self.to_send.notify_one();
    }

    /// Runs the loops until `stop` says so; what is under way is finished first.
    pub async fn run(self: Arc<Self>, stop: watch::Receiver<bool>) {
        let working = async {
            tokio::join!(
                self.receive_loop(stop.clone()),
                self.tick_loop(stop.clone()),
                self.deliver_loop(stop.clone())
            )
        };
        // The leases are kept until the last message that was under way has been noted.
        tokio::select! {
            _ = working => {}
            () = self.lease_loop() => {}
            () = self.listen_loop() => {}
        }
        self.release_leases().await;
    }

    /// Passes on what other processes tell, for as long as it is polled.
    async fn listen_loop(&self) {
        loop {
            match self.db.nudges().await {
                Ok(Some(mut nudges)) => {
                    // It connects again by itself; what was missed meanwhile is found by looking.
                    while nudges.recv().await.is_ok() {
                        self.nudge();
                    }
                }
                Ok(None) => std::future::pending().await,
                Err(error) => tracing::warn!(%error, "other processes can't be heard; trying again"),
            }
            tokio::time::sleep(LONGEST_SLEEP).await;
        }
    }

    /// Tells whoever sends for a bot, if it is not this process, that there may be something to send.
    async fn nudge_the_sender(&self) {
        if self.channels.keys().all(|channel| self.leases.hold(*channel).is_some()) {
            return;
        }
        if let Err(error) = self.db.nudge_others().await {
            tracing::warn!(%error, "the other processes could not be told that there is something to send");
        }
    }

    async fn receive_loop(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.work_off().await {
                Ok(handled) if handled > 0 => {
                    self.nudge();
                    self.nudge_the_sender().await;
                    continue;
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "what came in could not be handled");
                    sleep_until_nudged(&self.came_in, AFTER_FAILURE, &mut stop).await;
                    continue;
                }
            }
            sleep_until_nudged(&self.came_in, LONGEST_SLEEP, &mut stop).await;
        }
    }

    async fn tick_loop(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let sleep = match self.tick().await {
                Ok(next) => {
                    self.to_send.notify_one();
                    next.map_or(LONGEST_SLEEP, |at| self.time_until(at))
                }
                Err(error) => {
                    self.metrics.failed_ticks.inc();
                    tracing::error!(error = format!("{error:#}"), "the tick failed");
                    AFTER_FAILURE
                }
            };
            sleep_until_nudged(&self.time_to_look, sleep, &mut stop).await;
        }
    }

    fn time_until(&self, at: DateTime<Utc>) -> Duration {
        (at - self.clock.now()).to_std().unwrap_or(Duration::from_millis(20)).min(LONGEST_SLEEP)
    }

    /// When something is due next.
    pub async fn next_event(&self) -> anyhow::Result<Option<DateTime<Utc>>> {
        Ok(self.db.read().await?.next_due().await?)
    }

    /// When something next happens to a task by itself.
    pub async fn next_task_event(&self) -> anyhow::Result<Option<DateTime<Utc>>> {
        Ok(self.db.read().await?.next_task_due().await?)
    }

    /// Handles and delivers everything there is, without time passing.
    pub async fn settle(&self) -> anyhow::Result<()> {
        loop {
            let handled = self.work_off().await?;
            self.tick().await?;
            let sent = self.deliver().await?;
            if handled + sent == 0 {
                return Ok(());
            }
        }
    }

    /// Lets time pass until `target`, stopping at every instant at which something is due. For a clock that is moved by hand.
    pub async fn pass_time_until(&self, target: DateTime<Utc>) -> anyhow::Result<()> {
        let channels: Vec<ChannelId> = self.channels.keys().copied().collect();
        self.settle().await?;
        let mut idle = 0;
        loop {
            let mut tx = self.db.read().await?;
            let next = [tx.next_due().await?, tx.next_outgoing(&channels).await?].into_iter().flatten().min();
            drop(tx);
            let now = self.clock.now();
            match next.filter(|at| *at <= target) {
                Some(at) if at > now => {
                    self.clock.set(at);
                    idle = 0;
                }
                Some(at) => {
                    idle += 1;
                    anyhow::ensure!(idle <= MOST_IDLE_ROUNDS, "what is due at {at} does not come to rest");
                }
                None => break,
            }
            self.settle().await?;
        }
        if target > self.clock.now() {
            self.clock.set(target);
        }
        self.settle().await
    }
}

async fn sleep_until_nudged(nudge: &Notify, longest: Duration, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = nudge.notified() => {}
        () = tokio::time::sleep(longest) => {}
        _ = stop.changed() => {}
    }
}
