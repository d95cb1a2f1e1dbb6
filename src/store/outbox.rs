//! Messages and their fate.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use crate::domain::ids::*;
use crate::domain::language::Language;
use crate::domain::task::Task;
use crate::text::Said;

/// What a message does when it is delivered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Says something. Sent once more with the same key it edits what was said.
    Say {
        said: Said,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<String>,
    },
    /// Shows a task as it is when the card is sent.
    Card,
    /// Shows the queue of a task's reserves as it is when the message is sent.
    Reserves,
    /// Hands over what is held on whoever owns an account: gathered when it is sent, so that no copy of it is kept.
    OwnData {
        account: AccountId,
    },
    React {
        message: String,
        emoji: String,
    },
    AnswerPress {
        press: String,
        said: Said,
    },
    Delete {
        message: String,
    },
}

/// Why a message is sent: what goes first, and whether it may be said twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Purpose {
    /// The end of a button press, which the platform waits for.
    PressAnswer,
    /// The answer to what somebody just said.
    Receipt,
    /// A thumb, a deleted message: what can be repeated without harm.
    Mark,
    /// Somebody must act.
    Escalation,
    /// Something a person must know that nobody waits for.
    Notice,
    /// A question to somebody, such as a reserve's offer.
    Question,
    /// A nudge; the next step of the ladder is its safety net.
    Reminder,
    Card,
}

impl Purpose {
    /// The name in the database and among the metrics.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PressAnswer => "press_answer",
            Self::Receipt => "receipt",
            Self::Mark => "mark",
            Self::Escalation => "escalation",
            Self::Notice => "notice",
            Self::Question => "question",
            Self::Reminder => "reminder",
            Self::Card => "card",
        }
    }

    /// What goes first: the lower number.
    pub fn priority(self) -> i64 {
        match self {
            Self::PressAnswer => 0,
            Self::Receipt | Self::Escalation => 1,
            Self::Question | Self::Mark => 2,
            Self::Notice => 3,
            Self::Reminder => 4,
            Self::Card => 5,
        }
    }

    /// Whether it is better lost than said twice.
    pub fn at_most_once(self) -> bool {
        self == Self::Reminder
    }
}

/// A message to put in the outbox.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Made of subject, addressee, purpose and generation; the same key is the same message.
    pub key: String,
    pub channel: ChannelId,
    pub chat: ChatId,
    pub purpose: Purpose,
    pub body: Body,
    pub language: Language,
    pub municipality: Option<MunicipalityId>,
    pub task: Option<TaskId>,
    pub request: Option<RequestId>,
    pub person: Option<PersonId>,
    pub not_before: DateTime<Utc>,
}

/// A message as the deliverer takes it.
#[derive(Clone, Debug, FromRow)]
pub struct OutboxRow {
    pub id: OutboxId,
    pub key: String,
    pub channel_id: ChannelId,
    pub chat_id: ChatId,
    pub purpose: Purpose,
    pub body: Json<Body>,
    pub language: Language,
    pub task_id: Option<TaskId>,
    pub request_id: Option<RequestId>,
    pub person_id: Option<PersonId>,
    pub municipality_id: Option<MunicipalityId>,
    pub external_id: Option<String>,
    pub revision: i64,
    pub attempts: i64,
    pub created_at: DateTime<Utc>,
    pub chat_external_id: String,
    pub chat_thread: Option<String>,
    pub chat_kind: crate::chat::ChatKind,
}

/// What a message of the bot's was about.
#[derive(Clone, Debug, FromRow)]
pub struct SaidBefore {
    pub id: OutboxId,
    pub key: String,
    pub purpose: Purpose,
    pub body: Json<Body>,
    pub language: Language,
    pub task_id: Option<TaskId>,
    pub request_id: Option<RequestId>,
    pub person_id: Option<PersonId>,
}

impl Tx {
    /// Puts a message in the outbox; one with the same key stays as it is.
    pub async fn say(&mut self, message: &NewMessage, now: DateTime<Utc>) -> sqlx::Result<bool> {
        let added = self
            .execute(
                "INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, municipality_id, task_id,
                     request_id, person_id, state, not_before_at, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'pending', $13, $14) ON CONFLICT (key) DO NOTHING",
                (
                    &message.key,
                    message.channel,
                    message.chat,
                    message.purpose,
                    message.purpose.priority(),
                    message.purpose.at_most_once(),
                    Json(&message.body),
                    message.language,
                    message.municipality,
                    message.task,
                    message.request,
                    message.person,
                    message.not_before,
                    now,
                ),
            )
            .await?;
        Ok(added == 1)
    }

    /// Has every card of a task written anew. A card that was sent is edited; several wishes before it is sent are one edit.
    pub async fn refresh_cards(&mut self, task: TaskId) -> sqlx::Result<u64> {
        self.execute(
            "UPDATE outbox SET revision = revision + 1, state = CASE WHEN state = 'sending' THEN state ELSE 'pending' END
             WHERE task_id = $1 AND purpose = 'card' AND state <> 'dropped'",
            (task,),
        )
        .await
    }

    /// Says something else in the message with this key, if it was said.
    pub async fn edit(&mut self, key: &str, body: &Body) -> sqlx::Result<bool> {
        let changed = self
            .execute(
                "UPDATE outbox SET body = $2, revision = revision + 1, state = CASE WHEN state = 'sending' THEN state ELSE 'pending' END
                 WHERE key = $1 AND state <> 'dropped'",
                (key, Json(body)),
            )
            .await?;
        Ok(changed == 1)
    }

    /// Questions and reminders about a task that were not sent yet have lost their cause: those to `person`, or all with the cards that nobody
    /// has seen. Whether there were any.
    pub async fn drop_unsent(&mut self, task: TaskId, person: Option<PersonId>) -> sqlx::Result<bool> {
        let dropped = self
            .execute(
                "UPDATE outbox SET state = 'dropped' WHERE task_id = $1 AND state = 'pending' AND external_id IS NULL
                   AND ((person_id = $2 AND purpose IN ('question', 'reminder')) OR ($2 IS NULL AND purpose IN ('question', 'reminder', 'card')))",
                (task, person),
            )
            .await?;
        Ok(dropped > 0)
    }

    /// Takes the next messages to send until `until`, in the order of their priority. A chat that somebody is sending to must wait, so that
    /// its order is kept.
    pub async fn lease_outgoing(
        &mut self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: i64,
    ) -> sqlx::Result<Vec<OutboxRow>> {
        const LEASE: Dialect = Dialect {
            sqlite: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, leased_until_at = $2
                     WHERE id IN (SELECT id FROM outbox AS waiting WHERE state = 'pending' AND not_before_at <= $1
                                    AND NOT EXISTS (SELECT 1 FROM outbox AS other
                                                    WHERE other.chat_id = waiting.chat_id AND other.state = 'sending')
                                  ORDER BY priority, id LIMIT $3)
                     RETURNING id",
            postgres: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, leased_until_at = $2
                       WHERE id IN (SELECT id FROM outbox AS waiting WHERE state = 'pending' AND not_before_at <= $1
                                      AND NOT EXISTS (SELECT 1 FROM outbox AS other
                                                      WHERE other.chat_id = waiting.chat_id AND other.state = 'sending')
                                    ORDER BY priority, id LIMIT $3 FOR UPDATE SKIP LOCKED)
                       RETURNING id",
        };
        let ids: Vec<(OutboxId,)> = self.all(self.pick(LEASE), (now, until, limit)).await?;
        let mut rows = Vec::with_capacity(ids.len());
        for (id,) in ids {
            rows.push(
                self.one::<OutboxRow>(
                    "SELECT outbox.*, chat.external_id AS chat_external_id, chat.thread AS chat_thread, chat.kind AS chat_kind
                     FROM outbox JOIN chat ON chat.id = outbox.chat_id WHERE outbox.id = $1",
                    (id,),
                )
                .await?,
            );
        }
        rows.sort_by_key(|row| (row.purpose.priority(), row.id));
        Ok(rows)
    }

    /// The message reached the platform. If it was changed meanwhile it goes out again.
    pub async fn outgoing_sent(
        &mut self,
        row: &OutboxRow,
        external_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = CASE WHEN revision = $2 THEN 'sent' ELSE 'pending' END, external_id = COALESCE($3, external_id),
                 attempts = 0, error = NULL, leased_until_at = NULL, sent_at = $4
             WHERE id = $1",
            (row.id, row.revision, external_id, now),
        )
        .await
        .map(drop)
    }

    /// The message was tried in vain, and is tried again at `at`.
    pub async fn outgoing_waits(&mut self, id: OutboxId, at: DateTime<Utc>, error: &str) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'pending', not_before_at = $2, leased_until_at = NULL, error = $3 WHERE id = $1",
            (id, at, error),
        )
        .await
        .map(drop)
    }

    /// The message was not tried: its chat can't be written to before `at`.
    pub async fn outgoing_untried(&mut self, id: OutboxId, at: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'pending', not_before_at = $2, leased_until_at = NULL, attempts = attempts - 1 WHERE id = $1",
            (id, at),
        )
        .await
        .map(drop)
    }

    /// The message will never be sent.
    pub async fn outgoing_failed(&mut self, id: OutboxId, error: &str) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'failed', leased_until_at = NULL, error = $2 WHERE id = $1",
            (id, error),
        )
        .await
        .map(drop)
    }

    /// The message it would have edited is gone: it is said anew.
    pub async fn outgoing_lost(&mut self, id: OutboxId) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'pending', external_id = NULL, leased_until_at = NULL WHERE id = $1",
            (id,),
        )
        .await
        .map(drop)
    }

    /// Messages whose sending was cut off: what may be said twice goes out again, the rest is left unsaid.
    pub async fn expire_leases(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = CASE WHEN at_most_once THEN 'failed' ELSE 'pending' END,
                 error = 'cut off while it was being sent', leased_until_at = NULL
             WHERE state = 'sending' AND leased_until_at <= $1",
            (now,),
        )
        .await
        .map(drop)
    }

    /// When the next message may be sent.
    pub async fn next_outgoing(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let row: Option<(DateTime<Utc>,)> = self
            .maybe(
                "SELECT not_before_at FROM outbox WHERE state = 'pending' ORDER BY not_before_at LIMIT 1",
                (),
            )
            .await?;
        Ok(row.map(|(at,)| at))
    }

    /// What the bot said in the message that a reply or a press points at.
    pub async fn said_before(&mut self, chat: ChatId, external_id: &str) -> sqlx::Result<Option<SaidBefore>> {
        self.maybe("SELECT * FROM outbox WHERE chat_id = $1 AND external_id = $2", (chat, external_id)).await
    }

    /// The newest messages in a chat that were sent, the newest first.
    pub async fn said_lately(&mut self, chat: ChatId, limit: i64) -> sqlx::Result<Vec<SaidBefore>> {
        self.all(
            "SELECT * FROM outbox WHERE chat_id = $1 AND external_id IS NOT NULL AND purpose NOT IN ('card', 'mark')
             ORDER BY id DESC LIMIT $2",
            (chat, limit),
        )
        .await
    }

    /// What the bot said lately about a task to `person`, or to anybody, by key, the newest first. Cards are apart.
    pub async fn said_about_task(
        &mut self,
        task: TaskId,
        person: Option<PersonId>,
    ) -> sqlx::Result<Vec<(String, Json<Body>)>> {
        self.all(
            "SELECT key, body FROM outbox WHERE task_id = $1 AND (person_id = $2 OR $2 IS NULL)
               AND purpose IN ('receipt', 'escalation', 'notice', 'question', 'reminder') AND external_id IS NOT NULL AND state <> 'dropped'
             ORDER BY id DESC LIMIT 100",
            (task, person),
        )
        .await
    }

    /// What the bot said lately about a request, by key, the newest first.
    pub async fn said_about_request(
        &mut self,
        request: RequestId,
    ) -> sqlx::Result<Vec<(String, Json<Body>)>> {
        self.all(
            "SELECT key, body FROM outbox WHERE request_id = $1 AND purpose = 'receipt' AND external_id IS NOT NULL
             ORDER BY id DESC LIMIT 20",
            (request,),
        )
        .await
    }

    /// Those who were rung about a task in its present hunt, in that order. Who could not be written to was not rung.
    pub async fn rung(&mut self, task: &Task) -> sqlx::Result<Vec<PersonId>> {
        // A pattern with nothing in it that LIKE reads as a sign.
        let keys = format!("step:{}:{}:%", task.id.0, task.generation);
        let rows: Vec<(Option<PersonId>,)> = self
            .all(
                "SELECT person_id FROM outbox WHERE task_id = $1 AND purpose = 'escalation' AND key LIKE $2
                   AND state NOT IN ('failed', 'dropped') ORDER BY id",
                (task.id, keys),
            )
            .await?;
        Ok(rows.into_iter().filter_map(|(person,)| person).collect())
    }

    /// The card of a task in a chat.
    pub async fn card_message(&mut self, task: TaskId, chat: ChatId) -> sqlx::Result<Option<String>> {
        let row: Option<(Option<String>,)> = self
            .maybe(
                "SELECT external_id FROM outbox WHERE task_id = $1 AND chat_id = $2 AND purpose = 'card'",
                (task, chat),
            )
            .await?;
        Ok(row.and_then(|(external_id,)| external_id))
    }

    /// Whether a task has a card in a chat, sent or about to be.
    pub async fn has_card(&mut self, task: TaskId, chat: ChatId) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT id FROM outbox WHERE task_id = $1 AND chat_id = $2 AND purpose = 'card'",
                (task, chat),
            )
            .await?;
        Ok(row.is_some())
    }
}
