//! What comes in is stored before anybody is told that it was received, and then worked off in batches.

use std::sync::Arc;

use anyhow::Context;

use super::Engine;
use crate::chat::{Capabilities, Inbox, Incoming, TakingIn};
use crate::commands::desk::Desk;
use crate::commands::{self, Source};
use crate::domain::ids::{ChannelId, InboxId};
use crate::store::Tx;
use crate::store::inbox::InboxRow;

/// How many are handled in one transaction.
const BATCH: i64 = 100;
const SEALED_FOR: &str = "inbox";

/// The inbox of one channel.
#[derive(Clone)]
pub struct Mailbox {
    engine: Arc<Engine>,
    channel: ChannelId,
}

impl Mailbox {
    pub fn new(engine: Arc<Engine>, channel: ChannelId) -> Self {
        Self { engine, channel }
    }

    async fn store(&self, incoming: Vec<Incoming>, next_offset: Option<i64>) -> anyhow::Result<()> {
        let now = self.engine.clock.now();
        let mut received = 0;
        let mut tx = self.engine.db.begin().await?;
        for event in incoming.into_iter().map(Incoming::with_clean_names) {
            let sealed = self.engine.around.key.seal(SEALED_FOR, &event)?;
            let new = tx.insert_incoming(self.channel, &event.update, &event.chat.id, sealed, now).await?;
            received += u64::from(new);
        }
        if let Some(offset) = next_offset {
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
        Box::pin(self.store(incoming, next_offset))
    }
}

impl Engine {
    /// Handles a batch of what came in. Each message has a savepoint of its own: a bad one is set aside with its error and
    /// never blocks or loses the others. Gives the number handled.
    pub async fn work_off(&self) -> anyhow::Result<usize> {
        let mut tx = self.db.begin().await?;
        let rows = tx.waiting_incoming(BATCH).await?;
        for row in &rows {
            tx.savepoint().await?;
            match self.handle(&mut tx, row).await {
                Ok(()) => {
                    tx.release().await?;
                    tx.incoming_done(row.id, self.clock.now()).await?;
                    self.metrics.handled.inc();
                }
                Err(error) => {
                    tracing::error!(
                        inbox = row.id.0,
                        error = format!("{error:#}"),
                        "a message was set aside"
                    );
                    self.metrics.set_aside.inc();
                    tx.roll_back_to_savepoint().await?;
                    tx.incoming_failed(row.id, &error.to_string(), self.clock.now()).await?;
                }
            }
        }
        tx.commit().await?;
        Ok(rows.len())
    }

    async fn handle(&self, tx: &mut Tx, row: &InboxRow) -> anyhow::Result<()> {
        let payload = row.payload.as_deref().context("it was blanked already")?;
        let incoming: Incoming = self.around.key.open(SEALED_FOR, payload)?;
        let mut desk = Desk { tx, now: self.clock.now(), around: &self.around };
        commands::handle(&mut desk, self.source(row.id, row.channel_id), &incoming).await
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
