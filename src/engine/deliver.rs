//! Messages go out: leased and written in one transaction, sent with none open, their fate noted in another.

use std::collections::BTreeMap;
use std::sync::PoisonError;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;

use super::Engine;
use crate::chat::limits::{Limits, Rates};
use crate::chat::{Address, ChatKind, Delivered, Delivery, SendError};
use crate::commands::desk::Desk;
use crate::commands::{faces, own_data};
use crate::domain::ids::{AccountId, ChatId, PersonId, RequestId, TaskId};
use crate::secret::{hash_token, new_token};
use crate::store::Tx;
use crate::store::outbox::{Body, OutboxRow, Purpose};
use crate::text::{Message, Said, Target};

/// How many messages are taken at once.
const BATCH: i64 = 64;
/// How long a message may be under way before somebody else may send it, in seconds.
const LEASE_SECONDS: i64 = 60;
/// After so many tries in vain a message is given up, and a human is told where it mattered.
const MOST_ATTEMPTS: i64 = 20;
/// The longest wait between two tries, in seconds.
const LONGEST_WAIT_SECONDS: i64 = 300;
/// How long the link to a task outlives it, in minutes.
const LINK_AFTER_TASK_MINUTES: i64 = 120;
/// How long the link lives that is sent to somebody who is to ring the recipient after the task, in minutes.
const LINK_FOR_A_CALL_MINUTES: i64 = 8 * 60;
/// How long the link to one's own data lives, in minutes.
const LINK_TO_OWN_DATA_MINUTES: i64 = 30;
/// How long the link to a request that is no task yet lives, in minutes.
const LINK_TO_DRAFT_MINUTES: i64 = 60;

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

impl Engine {
    /// Sends what is ready. Gives the number of messages that were taken up.
    pub async fn deliver(&self) -> anyhow::Result<usize> {
        let ready = self.make_ready().await?;
        if ready.is_empty() {
            return Ok(0);
        }
        let count = ready.len();
        let mut by_chat: BTreeMap<ChatId, Vec<Ready>> = BTreeMap::new();
        for message in ready {
            by_chat.entry(message.row.chat_id).or_default().push(message);
        }
        // One after the other within a chat, so that order is kept; all chats at once, and each noted when it is done, so that none waits for
        // another. Noting is part of each chat's own future: waited for outside, it would keep the others from ending what they hold.
        let deliveries = by_chat.into_values().map(async |messages| {
            let fates = self.send_in_order(messages).await;
            self.note_fates(fates).await
        });
        join_all(deliveries).await.into_iter().collect::<anyhow::Result<()>>()?;
        Ok(count)
    }

    async fn make_ready(&self) -> anyhow::Result<Vec<Ready>> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        tx.expire_leases(now).await?;
        let rows = tx.lease_outgoing(now, now + TimeDelta::seconds(LEASE_SECONDS), BATCH).await?;
        let mut ready = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(until) = super::quiet::binds(&mut tx, &row, now).await? {
                tx.outgoing_untried(row.id, until).await?;
                continue;
            }
            let delivery = self.write(&mut tx, &row, now).await?;
            ready.push(Ready { row, delivery });
        }
        tx.commit().await?;
        Ok(ready)
    }

    /// The message as it is now, in its reader's language, with links made for it.
    async fn write(
        &self,
        tx: &mut Tx,
        row: &OutboxRow,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<Delivery>> {
        let to = Address { chat: row.chat_external_id.clone(), thread: row.chat_thread.clone() };
        let (said, reply_to) = match row.body.0.clone() {
            Body::React { message, emoji } => return Ok(Some(Delivery::React { to, message, emoji })),
            Body::Delete { message } => return Ok(Some(Delivery::Delete { to, message })),
            Body::AnswerPress { press, said } => {
                let text = said.render(row.language, &[]).body;
                return Ok(Some(Delivery::AnswerPress { press, text }));
            }
            Body::OwnData { account } => {
                let mut desk = Desk { tx, now, around: &self.around };
                let document = own_data::document(&mut desk, account).await?;
                let caption = Message::OwnDataCaption.in_language(row.language);
                return Ok(Some(Delivery::Document { to, document, caption }));
            }
            Body::Say { said, reply_to } => (said, reply_to),
            Body::Card | Body::Reserves => match self.derived(tx, row, now).await? {
                Some(said) => (said, None),
                None => return Ok(None),
            },
        };
        let links = self.make_links(tx, row, &said, now).await?;
        let text = said.render(row.language, &links);
        Ok(Some(match &row.external_id {
            Some(message) => Delivery::Edit { to, message: message.clone(), text },
            None => Delivery::Post { to, text, reply_to },
        }))
    }

    /// What shows a task as it is now.
    async fn derived(
        &self,
        tx: &mut Tx,
        row: &OutboxRow,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<Said>> {
        let Some(id) = row.task_id else { return Ok(None) };
        let Some(task) = tx.task(id).await? else { return Ok(None) };
        let group = tx.group_of_chat(row.chat_id).await?;
        let mut desk = Desk { tx, now, around: &self.around };
        if row.body.0 == Body::Reserves {
            return faces::reserves(&mut desk, &task).await.map(Some);
        }
        let start_link = self.chat(row.channel_id).and_then(|chat| chat.start_link(""));
        faces::card(&mut desk, &task, group.and_then(|group| group.organisation_id), start_link)
            .await
            .map(Some)
    }

    async fn make_links(
        &self,
        tx: &mut Tx,
        row: &OutboxRow,
        said: &Said,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Vec<(Target, String)>> {
        let Some(base) = &self.around.public_url else { return Ok(Vec::new()) };
        let mut links = Vec::new();
        for button in said.all_buttons() {
            let (path, made) = match (&button.target, row.person_id) {
                (Target::Task(task), Some(person)) => ("o", link_to_task(tx, *task, person, now).await?),
                (Target::Request(request), Some(person)) => {
                    ("o", Some(link_to_request(tx, *request, person, now).await?))
                }
                (Target::OwnData(account), _) => {
                    ("minedata", Some(link_to_own_data(tx, *account, now).await?))
                }
                _ => ("", None),
            };
            if let Some(token) = made {
                links.push((button.target.clone(), format!("{}/{path}/{token}", base.trim_end_matches('/'))));
            }
        }
        Ok(links)
    }

    /// Sends a chat's messages until one must wait: those after it wait too, or they would overtake it.
    async fn send_in_order(&self, messages: Vec<Ready>) -> Vec<(OutboxRow, Fate)> {
        let mut fates = Vec::with_capacity(messages.len());
        let mut held_up = None;
        for Ready { row, delivery } in messages {
            let fate = match (delivery, held_up) {
                (None, _) => Fate::NoCause,
                (Some(_), Some(until)) => Fate::Waits(until),
                (Some(delivery), None) => self.send(&row, delivery).await,
            };
            let now = self.clock.now();
            held_up = match &fate {
                Fate::Waits(until) => Some(*until),
                Fate::Failed(SendError::RetryAfter(wait)) => Some(now + time_delta(*wait)),
                Fate::Failed(SendError::Temporary(_)) => {
                    Some(now + TimeDelta::seconds(wait_seconds(row.attempts)))
                }
                Fate::Failed(SendError::Moved(_)) => Some(now),
                _ => held_up,
            };
            fates.push((row, fate));
        }
        fates
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

    /// Whether the platform lets this chat be written to now; if not, when. The end of a press does not count.
    fn may_send(&self, row: &OutboxRow, rates: Rates) -> Result<(), DateTime<Utc>> {
        if row.purpose == Purpose::PressAnswer {
            return Ok(());
        }
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        let limits = limits.entry(row.channel_id).or_insert_with(|| Limits::new(rates));
        limits.ready(&row.chat_external_id, row.chat_kind == ChatKind::Group, self.clock.now())
    }

    fn note_wait(&self, row: &OutboxRow, until: DateTime<Utc>) {
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(limits) = limits.get_mut(&row.channel_id) {
            limits.note_wait(&row.chat_external_id, until);
        }
    }

    async fn note_fates(&self, fates: Vec<(OutboxRow, Fate)>) -> anyhow::Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        for (row, fate) in fates {
            match fate {
                Fate::Sent(delivered) => {
                    self.metrics.sent(row.purpose);
                    tx.outgoing_sent(&row, delivered.message.as_deref(), now).await?;
                }
                Fate::Failed(error) => self.note_failure(&mut tx, &row, error, now).await?,
                Fate::Waits(until) => tx.outgoing_untried(row.id, until).await?,
                Fate::NoCause => tx.outgoing_failed(row.id, "it has lost its cause").await?,
            }
        }
        tx.commit().await?;
        Ok(())
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

/// A personal link to a task, for as long as the task lasts and a little after. Only the token's hash is kept.
async fn link_to_task(
    tx: &mut Tx,
    task: TaskId,
    person: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<String>> {
    let Some(task) = tx.task(task).await? else { return Ok(None) };
    let token = new_token();
    let after_task = task.ends_at + TimeDelta::minutes(LINK_AFTER_TASK_MINUTES);
    // Who comes has no business with it afterwards; who must ring the recipient has.
    let expires_at = match task.held_by(person) {
        0 => after_task.max(now + TimeDelta::minutes(LINK_FOR_A_CALL_MINUTES)),
        _ => after_task,
    };
    tx.insert_disclosure(&hash_token(&token), task.request, Some(task.id), person, now, expires_at).await?;
    Ok(Some(token))
}

async fn link_to_request(
    tx: &mut Tx,
    request: RequestId,
    person: PersonId,
    now: DateTime<Utc>,
) -> anyhow::Result<String> {
    let token = new_token();
    let expires_at = now + TimeDelta::minutes(LINK_TO_DRAFT_MINUTES);
    tx.insert_disclosure(&hash_token(&token), request, None, person, now, expires_at).await?;
    Ok(token)
}

async fn link_to_own_data(tx: &mut Tx, account: AccountId, now: DateTime<Utc>) -> anyhow::Result<String> {
    let token = new_token();
    let expires_at = now + TimeDelta::minutes(LINK_TO_OWN_DATA_MINUTES);
    tx.insert_own_data_link(&hash_token(&token), account, now, expires_at).await?;
    Ok(token)
}
