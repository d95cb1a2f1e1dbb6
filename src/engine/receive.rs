//! What comes in is stored before anybody is told that it was received, and then worked off in batches.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail, ensure};
use tokio::sync::oneshot::{self, error::TryRecvError};

use super::Engine;
use crate::chat::{Capabilities, Event, Inbox, Incoming, TakingIn};
use crate::commands::desk::Desk;
use crate::commands::{self, Source};
use crate::domain::ids::{ChannelId, InboxId, TaskNumber};
use crate::store::Tx;
use crate::store::inbox::InboxRow;
use crate::store::passing::passes;

/// How many are handled in one transaction.
const BATCH: i64 = 200;
const SEALED_FOR: &str = "inbox";

/// The inbox of one channel.
#[derive(Clone)]
pub struct Mailbox {
    engine: Arc<Engine>,
    channel: ChannelId,
    waiting: Arc<Waiting>,
}

/// What several hand in at the same time, as posts to a webhook do, is stored by one of them in one transaction.
#[derive(Default)]
struct Waiting {
    handed_in: Mutex<Vec<HandedIn>>,
    /// Held by the one who stores.
    storing: tokio::sync::Mutex<()>,
}

struct HandedIn {
    incoming: Vec<Incoming>,
    /// Told how it went; the words of the error, since each who waits gets them.
    stored: oneshot::Sender<Result<(), String>>,
}

impl Mailbox {
    pub fn new(engine: Arc<Engine>, channel: ChannelId) -> Self {
        Self { engine, channel, waiting: Arc::default() }
    }

    async fn store_with_others(&self, incoming: Vec<Incoming>) -> anyhow::Result<()> {
        let (stored, mut told) = oneshot::channel();
        self.handed_in().push(HandedIn { incoming, stored });
        let storing = self.waiting.storing.lock().await;
        match told.try_recv() {
            // Somebody else has stored it meanwhile.
            Ok(result) => return result.map_err(anyhow::Error::msg),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Closed) => bail!("whoever was storing it went away"),
        }
        let (mut together, mut waiting) = (Vec::new(), Vec::new());
        for HandedIn { incoming, stored } in self.handed_in().drain(..) {
            together.extend(incoming);
            waiting.push(stored);
        }
        let result = self.store(together, None).await.map_err(|error| format!("{error:#}"));
        for stored in waiting {
            // Who has gone away will hand it in again.
            let _ = stored.send(result.clone());
        }
        drop(storing);
        result.map_err(anyhow::Error::msg)
    }

    fn handed_in(&self) -> MutexGuard<'_, Vec<HandedIn>> {
        self.waiting.handed_in.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn store(&self, incoming: Vec<Incoming>, next_offset: Option<i64>) -> anyhow::Result<()> {
        let now = self.engine.clock.now();
        let incoming: Vec<Incoming> = incoming.into_iter().map(Incoming::with_clean_names).collect();
        let mut rows = Vec::with_capacity(incoming.len());
        for event in &incoming {
            let sealed = self.engine.around.key.seal(SEALED_FOR, event)?;
            rows.push((event.update.as_str(), event.chat.id.as_str(), sealed));
        }
        let mut tx = self.engine.db.begin().await?;
        let received = tx.insert_incoming(self.channel, &rows, now).await?;
        if let Some(offset) = next_offset {
            let holds = self.engine.still_holds(&mut tx, self.channel).await?;
            ensure!(holds, "another process receives for this bot");
            tx.set_next_offset(self.channel, offset).await?;
        }
        tx.commit().await?;
        self.engine.metrics.received.inc_by(received);
        self.engine.came_in.notify_one();
        Ok(())
    }
}

impl Inbox for Mailbox {
    fn take_in(&self, incoming: Vec<Incoming>, next_offset: Option<i64>) -> TakingIn<'_> {
        Box::pin(async move {
            match next_offset {
                Some(_) => self.store(incoming, next_offset).await,
                None => self.store_with_others(incoming).await,
            }
        })
    }
}

impl Engine {
    /// Handles a batch of what came in. Gives the number handled.
    ///
    /// First all together, as if nothing could go wrong, which is what makes many replies cheap. If something does, nothing of that is kept, and
    /// each has a savepoint of its own: a bad one is set aside with its error and never blocks or loses the others.
    pub async fn work_off(&self) -> anyhow::Result<usize> {
        match self.work_off_together().await {
            Ok(handled) => Ok(handled),
            Err(error) => {
                tracing::debug!(error = format!("{error:#}"), "a batch is handled one by one");
                self.work_off_one_by_one().await
            }
        }
    }

    async fn work_off_together(&self) -> anyhow::Result<usize> {
        let mut tx = self.db.begin().await?;
        let rows = tx.waiting_incoming(BATCH).await?;
        let mut by_channel: BTreeMap<ChannelId, Vec<(Incoming, Option<TaskNumber>)>> = BTreeMap::new();
        for row in &rows {
            let incoming = self.open(row)?;
            let number = match &incoming.event {
                Event::Said { text, .. } => commands::task_number(text),
                _ => None,
            };
            by_channel.entry(row.channel_id).or_default().push((incoming, number));
        }
        for (channel, batch) in &by_channel {
            tx.recall(*channel, batch, self.clock.now()).await?;
        }
        let mut in_order: BTreeMap<ChannelId, _> =
            by_channel.into_iter().map(|(channel, batch)| (channel, batch.into_iter())).collect();
        for row in &rows {
            let (incoming, _) =
                in_order.get_mut(&row.channel_id).and_then(Iterator::next).context("it was opened")?;
            self.handle(&mut tx, row, &incoming).await?;
            tx.incoming_done(row.id, self.clock.now()).await?;
        }
        tx.commit().await?;
        self.metrics.handled.inc_by(rows.len() as u64);
        Ok(rows.len())
    }

    async fn work_off_one_by_one(&self) -> anyhow::Result<usize> {
        let mut tx = self.db.begin().await?;
        let rows = tx.waiting_incoming(BATCH).await?;
        let (mut handled, mut set_aside) = (0, 0);
        for row in &rows {
            tx.savepoint().await?;
            let result = async {
                let incoming = self.open(row)?;
                self.handle(&mut tx, row, &incoming).await?;
                // What is kept for later is written here, where it may still fail on its own.
                Ok::<_, anyhow::Error>(tx.release().await?)
            };
            match result.await {
                Ok(()) => {
                    tx.incoming_done(row.id, self.clock.now()).await?;
                    handled += 1;
                }
                // Nothing is wrong with the message: it and those after it wait.
                Err(error) if passes(&error) && handled + set_aside == 0 => return Err(error),
                Err(error) if passes(&error) => {
                    tracing::warn!(
                        error = format!("{error:#}"),
                        "the database could not; what came in waits"
                    );
                    tx.roll_back_to_savepoint().await?;
                    break;
                }
                Err(error) => {
                    tracing::error!(
                        inbox = row.id.0,
                        error = format!("{error:#}"),
                        "a message was set aside"
                    );
                    set_aside += 1;
                    tx.roll_back_to_savepoint().await?;
                    tx.incoming_failed(row.id, &error.to_string(), self.clock.now()).await?;
                }
            }
        }
        tx.commit().await?;
        self.metrics.handled.inc_by(handled);
        self.metrics.set_aside.inc_by(set_aside);
        Ok(usize::try_from(handled + set_aside)?)
    }

    fn open(&self, row: &InboxRow) -> anyhow::Result<Incoming> {
        let payload = row.payload.as_deref().context("it was blanked already")?;
        self.around.key.open(SEALED_FOR, payload)
    }

    async fn handle(&self, tx: &mut Tx, row: &InboxRow, incoming: &Incoming) -> anyhow::Result<()> {
        let mut desk = Desk { tx, now: self.clock.now(), around: &self.around };
        commands::handle(&mut desk, self.source(row.id, row.channel_id), incoming).await
    }

    fn source(&self, inbox: InboxId, channel: ChannelId) -> Source {
        const SILENT: Capabilities = Capabilities {
            buttons: false,
            edits: false,
            reactions: false,
            deletes: false,
            documents: false,
            confidential: false,
        };
        let chat = self.chat(channel);
        Source {
            inbox,
            channel,
            capabilities: chat.map_or(SILENT, |chat| chat.capabilities()),
            start_link: chat.and_then(|chat| chat.start_link("")),
        }
    }
}
