//! From what people did to the dispatcher's inbox. An event is written in the transaction of what caused it and stays until it was taken in, so
//! that a crash between the two loses nothing.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::{Change, LocalAccountId, LocalChat, LocalGroupId, PURPOSE, Place};
use crate::chat::incoming::{AccountRef, ChatRef};
use crate::chat::{ChatKind, Event, Incoming, Sender};
use crate::store::local_chat::{self as store, AccountRow, GroupRow};

/// Most events handed over at once.
const BATCH: i64 = 100;

impl Change<'_> {
    /// Queues an event for the dispatcher.
    pub(super) async fn happened(
        &mut self,
        chat: ChatRef,
        sender: Sender,
        event: Event,
    ) -> anyhow::Result<()> {
        let number = store::next_change(&mut self.tx).await?;
        let update = number.to_string();
        let incoming = Incoming { update, chat, sender, at: self.local.clock.now(), event };
        let sealed = self.local.key.seal(PURPOSE, &incoming)?;
        self.for_the_bot = true;
        Ok(store::queue_update(&mut self.tx, number, sealed).await?)
    }
}

impl LocalChat {
    /// Hands over everything that waits. What can't be handed over now waits for the next time.
    pub(super) async fn hand_over(&self) {
        let outcome = self.try_hand_over().await;
        self.behind.store(outcome.is_err(), Ordering::Relaxed);
        if let Err(error) = outcome {
            tracing::warn!("local chat: can't hand over to the inbox, will try again: {error:#}");
        }
    }

    async fn try_hand_over(&self) -> anyhow::Result<()> {
        let inbox = self.inbox.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(inbox) = inbox else { return Ok(()) };
        let _one_at_a_time = self.handing_over.lock().await;
        loop {
            let mut tx = self.db.read().await?;
            let waiting = store::waiting_updates(&mut tx, BATCH).await?;
            drop(tx);
            let Some(last) = waiting.last().map(|update| update.change) else { return Ok(()) };
            let incoming = waiting
                .iter()
                .map(|update| self.key.open(PURPOSE, &update.sealed))
                .collect::<anyhow::Result<Vec<Incoming>>>()?;
            inbox.take_in(incoming, None).await?;
            let mut tx = self.db.begin().await?;
            store::forget_updates(&mut tx, last).await?;
            tx.commit().await?;
        }
    }
}

pub(super) fn private_chat(account: &AccountRow) -> ChatRef {
    ChatRef {
        id: Place::Private(LocalAccountId(account.id)).to_string(),
        kind: ChatKind::Private,
        title: account.name.clone(),
        thread: None,
    }
}

pub(super) fn group_chat(group: &GroupRow) -> ChatRef {
    ChatRef {
        id: Place::Group(LocalGroupId(group.id)).to_string(),
        kind: ChatKind::Group,
        title: group.title.clone(),
        thread: None,
    }
}

pub(super) fn account_ref(account: &AccountRow) -> AccountRef {
    AccountRef {
        id: LocalAccountId(account.id).to_string(),
        name: account.name.clone(),
        username: None,
        language: account.language.map(|language| language.code().to_owned()),
    }
}

pub(super) fn sender(account: &AccountRow) -> Sender {
    Sender::Account(account_ref(account))
}
