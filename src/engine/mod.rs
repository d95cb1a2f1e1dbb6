//! The two movements: somebody said something ([`receive`]), and time has passed ([`tick`]). Both load facts, decide in pure code and commit state,
//! history, messages and the next instant in one transaction. Only [`deliver`] talks to the world, with no transaction open.

pub mod attend;
pub mod deliver;
mod quiet;
pub mod receive;
mod steps;
pub mod tick;
mod undelivered;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use tokio::sync::{Notify, watch};

use crate::chat::Chat;
use crate::chat::limits::Limits;
use crate::clock::Clock;
use crate::commands::desk::Surroundings;
use crate::domain::ids::ChannelId;
use crate::metrics::Metrics;
use crate::store::Db;

/// The longest the loops sleep, so that a changed system clock is noticed.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);
/// How many batches may be under way at once.
const DELIVERERS: usize = 4;

/// What the loops of the service share.
pub struct Engine {
    pub db: Db,
    pub clock: Clock,
    pub around: Surroundings,
    pub metrics: Metrics,
    channels: HashMap<ChannelId, Arc<dyn Chat>>,
    limits: Mutex<HashMap<ChannelId, Limits>>,
    came_in: Notify,
    to_send: Notify,
    time_to_look: Notify,
}

impl Engine {
    pub fn new(
        db: Db,
        clock: Clock,
        around: Surroundings,
        channels: HashMap<ChannelId, Arc<dyn Chat>>,
    ) -> Arc<Self> {
        Arc::new(Self {
            db,
            clock,
            around,
            metrics: Metrics::default(),
            channels,
            limits: Mutex::default(),
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

    /// Runs the three loops until `stop` says so; what is under way is finished first.
    pub async fn run(self: Arc<Self>, stop: watch::Receiver<bool>) {
        // Several deliver at once, so that a chat that hangs does not hold up the others; none takes a chat that another is sending to.
        let deliverers = join_all((0..DELIVERERS).map(|_| self.deliver_loop(stop.clone())));
        tokio::join!(self.receive_loop(stop.clone()), self.tick_loop(stop.clone()), deliverers);
    }

    async fn receive_loop(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.work_off().await {
                Ok(handled) if handled > 0 => {
                    self.nudge();
                    continue;
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "what came in could not be handled")
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
                    Duration::from_secs(1)
                }
            };
            sleep_until_nudged(&self.time_to_look, sleep, &mut stop).await;
        }
    }

    async fn deliver_loop(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let sleep = match self.deliver().await {
                Ok(0) => match self.next_outgoing().await {
                    Ok(Some(at)) => self.time_until(at),
                    _ => LONGEST_SLEEP,
                },
                Ok(_) => continue,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "nothing could be delivered");
                    Duration::from_secs(1)
                }
            };
            sleep_until_nudged(&self.to_send, sleep, &mut stop).await;
        }
    }

    fn time_until(&self, at: DateTime<Utc>) -> Duration {
        (at - self.clock.now()).to_std().unwrap_or(Duration::from_millis(20)).min(LONGEST_SLEEP)
    }

    async fn next_outgoing(&self) -> anyhow::Result<Option<DateTime<Utc>>> {
        Ok(self.db.read().await?.next_outgoing().await?)
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
        self.settle().await?;
        loop {
            let mut tx = self.db.read().await?;
            let next = [tx.next_due().await?, tx.next_outgoing().await?].into_iter().flatten().min();
            drop(tx);
            let now = self.clock.now();
            match next.filter(|at| *at <= target) {
                Some(at) if at > now => self.clock.set(at),
                Some(_) => {}
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
