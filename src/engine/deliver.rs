//! Messages go out: leased and written in one transaction, sent with none open, their fate noted in another.
//!
//! It is a stream, not rounds: what has come back is noted in the same transaction that takes the next messages, while others are under way. So
//! one commit serves many messages when there are many, and none waits for another chat's answer when there are few.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::sync::PoisonError;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::watch;
use tokio::time::Instant;

use super::{Engine, LONGEST_SLEEP};
use crate::chat::limits::{Limits, Rates};
use crate::chat::{ChatKind, Delivered, Delivery, SendError};
use crate::commands::desk::Desk;
use crate::domain::ids::{ChannelId, ChatId, OutboxId};
use crate::store::Tx;
use crate::store::outbox::{Body, OutboxRow, Purpose};
use crate::store::passing::passes;

/// How many messages of one channel may be under way at once.
const MOST_UNDER_WAY: usize = 192;
/// How long the fate of a message may wait to be noted together with others.
const LINGER: Duration = Duration::from_millis(4);
/// So many fates are noted without waiting for more.
const MANY_FATES: usize = 64;
/// How long a message may be under way before somebody else may send it, in seconds.
const LEASE_SECONDS: i64 = 60;
/// After so many tries in vain a message is given up, and a human is told where it mattered.
const MOST_ATTEMPTS: i64 = 20;
/// The longest wait between two tries, in seconds.
const LONGEST_WAIT_SECONDS: i64 = 300;

/// What became of a message.
enum Fate {
    Sent(Delivered),
    Failed(SendError),
    /// It was not tried: the chat can't be written to before then.
    Waits(DateTime<Utc>),
    NoCause,
}

/// A message ready to go. `None`: it has lost its cause.
struct Ready {
    row: OutboxRow,
    delivery: Option<Delivery>,
}

type Fates = Vec<(OutboxRow, Fate)>;

/// What is under way, and what has come back and is not noted yet.
#[derive(Default)]
struct UnderWay<'a> {
    chats: FuturesUnordered<Pin<Box<dyn Future<Output = Fates> + Send + 'a>>>,
    /// Messages under way, by channel.
    count: BTreeMap<ChannelId, usize>,
    back: Fates,
    /// When the first of those came back.
    since: Option<Instant>,
}

/// What a turn gave.
struct Turn {
    ready: Vec<Ready>,
    /// When the next message may be sent. `None`: there is none, or as many were taken as there was room for.
    next: Option<DateTime<Utc>>,
}

impl<'a> UnderWay<'a> {
    /// How many more messages of a channel may be taken.
    fn room(&self, channel: ChannelId) -> usize {
        MOST_UNDER_WAY.saturating_sub(self.count.get(&channel).copied().unwrap_or(0))
    }

    /// Sends what is ready: one after the other within a chat, so that order is kept; all chats at once.
    fn send(&mut self, engine: &'a Engine, ready: Vec<Ready>) {
        let mut by_chat: BTreeMap<ChatId, Vec<Ready>> = BTreeMap::new();
        for message in ready {
            *self.count.entry(message.row.channel_id).or_insert(0) += 1;
            by_chat.entry(message.row.chat_id).or_default().push(message);
        }
        for messages in by_chat.into_values() {
            self.chats.push(Box::pin(engine.send_to_chat(messages)));
        }
    }

    fn came_back(&mut self, fates: Fates) {
        for (row, _) in &fates {
            if let Some(count) = self.count.get_mut(&row.channel_id) {
                *count = count.saturating_sub(1);
            }
        }
        self.since.get_or_insert_with(Instant::now);
        self.back.extend(fates);
    }

    /// What could not be noted is noted with the next that comes back.
    fn kept(&mut self, back: Fates) {
        if !back.is_empty() {
            self.since.get_or_insert_with(Instant::now);
            self.back.extend(back);
        }
    }

    /// Waits for `other`, while what is under way goes on.
    async fn meanwhile<T>(&mut self, other: impl Future<Output = T>) -> T {
        tokio::pin!(other);
        loop {
            tokio::select! {
                result = &mut other => return result,
                Some(fates) = self.chats.next() => self.came_back(fates),
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.chats.is_empty() && self.back.is_empty()
    }
}

impl Engine {
    /// Sends what is ready, and waits for its fate. Gives the number of messages that were taken up.
    pub async fn deliver(&self) -> anyhow::Result<usize> {
        let mut under_way = UnderWay::default();
        let Turn { ready, .. } = self.turn(&mut Vec::new(), |_| MOST_UNDER_WAY).await?;
        let count = ready.len();
        under_way.send(self, ready);
        while !under_way.is_empty() {
            if let Some(fates) = under_way.chats.next().await {
                under_way.came_back(fates);
            }
            let mut back = std::mem::take(&mut under_way.back);
            under_way.meanwhile(self.turn(&mut back, |_| 0)).await?;
            under_way.kept(back);
        }
        Ok(count)
    }

    /// Sends whatever is to be sent until `stop`; what is under way then is waited for and noted.
    pub(super) async fn deliver_loop(&self, mut stop: watch::Receiver<bool>) {
        let mut under_way = UnderWay::default();
        loop {
            let stops = *stop.borrow();
            if stops && under_way.is_empty() {
                return;
            }
            let rooms: BTreeMap<ChannelId, usize> = self
                .channels
                .keys()
                .map(|channel| (*channel, if stops { 0 } else { under_way.room(*channel) }))
                .collect();
            let mut back = std::mem::take(&mut under_way.back);
            under_way.since = None;
            let turn = under_way.meanwhile(self.turn(&mut back, |channel| rooms[&channel])).await;
            let (mut sleep, mut pause) = (LONGEST_SLEEP, None);
            match turn {
                Ok(Turn { ready, next }) => {
                    under_way.kept(back);
                    sleep = next.map_or(LONGEST_SLEEP, |at| self.time_until(at));
                    under_way.send(self, ready);
                }
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "nothing could be delivered");
                    // What has come back must still be noted, or it would be sent again.
                    let kept = under_way.meanwhile(self.note_one_by_one(back)).await;
                    under_way.back.extend(kept);
                    pause = Some(Instant::now() + Duration::from_secs(1));
                }
            }
            self.wait_for_a_turn(&mut under_way, &mut stop, Instant::now() + sleep, pause).await;
        }
    }

    /// Waits until there is something to note or to take. `pause`: nothing is done before then.
    async fn wait_for_a_turn(
        &self,
        under_way: &mut UnderWay<'_>,
        stop: &mut watch::Receiver<bool>,
        next: Instant,
        pause: Option<Instant>,
    ) {
        if let Some(until) = pause {
            under_way.meanwhile(tokio::time::sleep_until(until)).await;
            return;
        }
        let stops = *stop.borrow();
        let nudged = self.to_send.notified();
        tokio::pin!(nudged);
        loop {
            if under_way.back.len() >= MANY_FATES || (stops && under_way.is_empty()) {
                return;
            }
            let until = under_way.since.map_or(next, |since| next.min(since + LINGER));
            tokio::select! {
                Some(fates) = under_way.chats.next() => under_way.came_back(fates),
                () = &mut nudged => return,
                () = tokio::time::sleep_until(until) => return,
                _ = stop.changed(), if !stops => return,
            }
        }
    }

    /// One transaction: notes what came back, and takes as many messages of each channel as there is `room` for. What could not be noted, since somebody
    /// else was changing it, stays in `back`.
    async fn turn(&self, back: &mut Fates, room: impl Fn(ChannelId) -> usize) -> anyhow::Result<Turn> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        let ids: Vec<OutboxId> = back.iter().map(|(row, _)| row.id).collect();
        let at_hand = tx.outgoing_at_hand(&ids).await?;
        // What is at hand first; the rest keeps its order.
        back.sort_by_key(|(row, _)| !at_hand.contains(&row.id));
        let noted = back.iter().filter(|(row, _)| at_hand.contains(&row.id)).count();
        self.note_fates(&mut tx, &back[..noted], now).await?;
        if self.leases_may_have_expired(now) {
            tx.expire_leases(now).await?;
        }
        let mut rows = Vec::new();
        let mut with_room = Vec::new();
        for channel in self.channels.keys() {
            let room = room(*channel);
            let taken = if room == 0 || !self.still_holds(&mut tx, *channel).await? {
                continue;
            } else {
                tx.lease_outgoing(*channel, now, now + TimeDelta::seconds(LEASE_SECONDS), room as i64).await?
            };
            if taken.len() < room {
                with_room.push(*channel);
            }
            rows.extend(taken);
        }
        tx.recall_for_writing(&rows).await?;
        let mut ready = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(until) = super::quiet::binds(&mut tx, &row, now).await? {
                tx.outgoing_untried(&[(row.id, until)]).await?;
                continue;
            }
            let delivery = self.write(&mut tx, &row, now).await?;
            ready.push(Ready { row, delivery });
        }
        let next = tx.next_outgoing(&with_room).await?;
        tx.commit().await?;
        for (row, fate) in back.drain(..noted) {
            if matches!(fate, Fate::Sent(_)) {
                self.metrics.sent(row.purpose);
            }
        }
        Ok(Turn { ready, next })
    }

    /// Whether it is time to look for messages whose sending was cut off: a second after the last look, by a clock that may be changed.
    fn leases_may_have_expired(&self, now: DateTime<Utc>) -> bool {
        let mut looked = self.looked_for_expired.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = looked.is_none_or(|last| (now - last).abs() >= TimeDelta::seconds(1));
        if is_time {
            *looked = Some(now);
        }
        is_time
    }

    /// Sends a chat's messages, one after the other, until one must wait: those after it wait too, or they would overtake it. Thumbs are read in
    /// no order, and go out beside the others.
    async fn send_to_chat(&self, messages: Vec<Ready>) -> Fates {
        let mut fates = Vec::with_capacity(messages.len());
        let mut thumbs = FuturesUnordered::new();
        let mut thumbed = BTreeSet::new();
        let mut held_up = None;
        for message in messages {
            if let Some(Delivery::React { message: to, .. }) = &message.delivery {
                // The last of several on one message is the one that stays.
                if !thumbed.insert(to.clone()) {
                    while let Some(fate) = thumbs.next().await {
                        fates.push(fate);
                    }
                }
                thumbs.push(self.send_unless_held_up(message, None));
                continue;
            }
            let sending = self.send_unless_held_up(message, held_up);
            tokio::pin!(sending);
            let (row, fate) = loop {
                tokio::select! {
                    biased;
                    Some(fate) = thumbs.next() => fates.push(fate),
                    sent = &mut sending => break sent,
                }
            };
            held_up = self.holds_up(&row, &fate).or(held_up);
            fates.push((row, fate));
        }
        while let Some(fate) = thumbs.next().await {
            fates.push(fate);
        }
        fates
    }

    async fn send_unless_held_up(&self, message: Ready, held_up: Option<DateTime<Utc>>) -> (OutboxRow, Fate) {
        let Ready { row, delivery } = message;
        let fate = match (delivery, held_up) {
            (None, _) => Fate::NoCause,
            (Some(_), Some(until)) => Fate::Waits(until),
            (Some(delivery), None) => self.send(&row, delivery).await,
        };
        (row, fate)
    }

    /// Until when a message with this fate keeps those after it in its chat back.
    fn holds_up(&self, row: &OutboxRow, fate: &Fate) -> Option<DateTime<Utc>> {
        let now = self.clock.now();
        match fate {
            Fate::Waits(until) => Some(*until),
            Fate::Failed(SendError::RetryAfter(wait)) => Some(now + time_delta(*wait)),
            Fate::Failed(SendError::Temporary(_)) => {
                Some(now + TimeDelta::seconds(wait_seconds(row.attempts)))
            }
            Fate::Failed(SendError::Moved(_)) => Some(now),
            _ => None,
        }
    }

    async fn send(&self, row: &OutboxRow, delivery: Delivery) -> Fate {
        let Some(chat) = self.chat(row.channel_id) else {
            return Fate::Failed(SendError::Temporary("its channel does not run here".to_owned()));
        };
        if let Err(until) = self.may_send(row, chat.rates()) {
            return Fate::Waits(until);
        }
        match chat.deliver(delivery).await {
            Ok(delivered) => Fate::Sent(delivered),
            Err(error) => {
                if let SendError::RetryAfter(wait) = &error {
                    self.note_wait(row, self.clock.now() + time_delta(*wait));
                }
                Fate::Failed(error)
            }
        }
    }

    /// Whether the platform lets this chat be written to now; if not, when. The end of a press has no chat; thumbs and deletions are not
    /// counted by the platform, but a chat that must be left alone gets none either.
    fn may_send(&self, row: &OutboxRow, rates: Rates) -> Result<(), DateTime<Utc>> {
        let now = self.clock.now();
        let (chat, is_group) = (&row.chat_external_id, row.chat_kind == ChatKind::Group);
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        let limits = limits.entry(row.channel_id).or_insert_with(|| Limits::new(rates));
        limits.go_by(rates);
        match (row.purpose, &row.external_id) {
            (Purpose::PressAnswer, _) => Ok(()),
            (Purpose::Mark, _) => limits.waits(chat, now).map_or(Ok(()), Err),
            (_, Some(message)) => limits.ready_to_edit(chat, message, is_group, now),
            (_, None) => limits.ready(chat, is_group, now),
        }
    }

    fn note_wait(&self, row: &OutboxRow, until: DateTime<Utc>) {
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(limits) = limits.get_mut(&row.channel_id) {
            limits.note_wait(&row.chat_external_id, until);
        }
    }

    async fn note_fates(
        &self,
        tx: &mut Tx,
        fates: &[(OutboxRow, Fate)],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (mut sent, mut untried) = (Vec::new(), Vec::new());
        for (row, fate) in fates {
            match fate {
                Fate::Sent(delivered) => sent.push((row, delivered.message.as_deref())),
                Fate::Waits(until) => untried.push((row.id, *until)),
                Fate::Failed(error) => self.note_failure(tx, row, error.clone(), now).await?,
                Fate::NoCause => tx.outgoing_failed(row.id, "it has lost its cause").await?,
            }
        }
        tx.outgoing_sent(&sent, now).await?;
        Ok(tx.outgoing_untried(&untried).await?)
    }

    /// Notes each fate on its own, so that one which the database refuses holds up no other. Gives those that could not be noted because there
    /// is no database to note them in.
    async fn note_one_by_one(&self, fates: Fates) -> Fates {
        let mut kept = Vec::new();
        for fate in fates {
            let mut one = vec![fate];
            let noted = async {
                let mut tx = self.db.begin().await?;
                self.note_fates(&mut tx, &one, self.clock.now()).await?;
                Ok::<_, anyhow::Error>(tx.commit().await?)
            };
            let Err(error) = noted.await else { continue };
            match passes(&error) {
                true => kept.append(&mut one),
                false => {
                    let (outbox, refused) = (one[0].0.id.0, format!("{error:#}"));
                    tracing::error!(outbox, refused, "the fate of a message was refused by the database");
                }
            }
        }
        kept
    }

    async fn note_failure(
        &self,
        tx: &mut Tx,
        row: &OutboxRow,
        error: SendError,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let words = error.to_string();
        match error {
            SendError::RetryAfter(wait) => {
                tx.outgoing_waits(row.id, now + time_delta(wait), &words).await?;
                let mut desk = Desk { tx, now, around: &self.around };
                super::undelivered::tell_if_stuck(&mut desk, row).await?;
            }
            SendError::Moved(to) => {
                tx.move_chat(row.chat_id, &to).await?;
                tx.outgoing_waits(row.id, now, &words).await?;
            }
            SendError::MessageGone
                if matches!(row.body.0, Body::Say { .. } | Body::Card | Body::Reserves) =>
            {
                tx.outgoing_lost(row.id).await?;
            }
            // Whether it got through is not known: what must not be said twice is left unsaid.
            SendError::Temporary(_) if !row.purpose.at_most_once() && row.attempts < MOST_ATTEMPTS => {
                let wait = TimeDelta::seconds(wait_seconds(row.attempts));
                tx.outgoing_waits(row.id, now + wait, &words).await?;
                let mut desk = Desk { tx, now, around: &self.around };
                super::undelivered::tell_if_stuck(&mut desk, row).await?;
            }
            error => {
                self.metrics.given_up(row.purpose);
                tx.outgoing_failed(row.id, &words).await?;
                let mut desk = Desk { tx, now, around: &self.around };
                super::undelivered::follow_up(&mut desk, row, &error).await?;
            }
        }
        Ok(())
    }
}

/// The wait after so many tries: doubles with each.
fn wait_seconds(attempts: i64) -> i64 {
    (1 << attempts.clamp(0, 9)).min(LONGEST_WAIT_SECONDS)
}

fn time_delta(wait: Duration) -> TimeDelta {
    TimeDelta::from_std(wait).unwrap_or(TimeDelta::seconds(LONGEST_WAIT_SECONDS))
}
