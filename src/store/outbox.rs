//! Messages and their fate.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::Tx;
use super::memory::stamp;
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

/// So many of the last messages in a private chat are looked at for what a message there answers.
pub const LATELY: i64 = 4;

/// A message about a task: its key, what it says, and to whom if to one person.
pub type SaidAbout = (String, Json<Body>, Option<PersonId>);

impl Tx {
    /// Puts a message in the outbox; one with the same key stays as it is.
    pub async fn say(&mut self, message: &NewMessage, now: DateTime<Utc>) -> sqlx::Result<()> {
        let row = (
            &message.key,
            message.channel,
            message.chat,
            message.purpose,
            message.purpose.priority(),
            message.purpose.at_most_once(),
            &message.body,
            message.language,
            message.municipality,
            message.task,
            message.request,
            message.person,
            stamp(message.not_before),
            stamp(now),
        );
        self.later.message(&row, message.purpose == Purpose::Card)
    }

    /// Has every card of a task written anew. A card that was sent is edited; several wishes before it is sent are one edit.
    pub async fn refresh_cards(&mut self, task: TaskId) -> sqlx::Result<()> {
        self.later.cards(task);
        Ok(())
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

    /// What was not sent yet about a task under a key that begins so has lost its cause. Whether there was any.
    pub async fn drop_unsent_like(&mut self, task: TaskId, begin: &str) -> sqlx::Result<bool> {
        // A pattern with nothing in it that LIKE reads as a sign.
        let dropped = self
            .execute(
                "UPDATE outbox SET state = 'dropped' WHERE task_id = $1 AND state = 'pending' AND external_id IS NULL AND key LIKE $2",
                (task, format!("{begin}%")),
            )
            .await?;
        Ok(dropped > 0)
    }

    /// The newest message about a task to `person` under a key that begins so, sent or waiting: its key and what it says.
    pub async fn newest_like(
        &mut self,
        task: TaskId,
        person: PersonId,
        begin: &str,
    ) -> sqlx::Result<Option<(String, Json<Body>)>> {
        self.maybe(
            "SELECT key, body FROM outbox WHERE task_id = $1 AND person_id = $2 AND key LIKE $3 AND state NOT IN ('failed', 'dropped')
             ORDER BY id DESC LIMIT 1",
            (task, person, format!("{begin}%")),
        )
        .await
    }

    /// What the bot said in the message that a reply or a press points at.
    pub async fn said_before(&mut self, chat: ChatId, external_id: &str) -> sqlx::Result<Option<SaidBefore>> {
        let key = (chat, external_id.to_owned());
        if let Some(known) = self.memory.said.get(&key) {
            return Ok(known.clone());
        }
        // What waits to be written has not been sent, and so has no name of the platform's.
        let said: Option<SaidBefore> = self
            .maybe_apart("SELECT * FROM outbox WHERE chat_id = $1 AND external_id = $2", (chat, external_id))
            .await?;
        self.memory.said.insert(key, said.clone());
        Ok(said)
    }

    /// The newest messages in a chat that were sent, the newest first.
    pub async fn said_lately(&mut self, chat: ChatId, limit: i64) -> sqlx::Result<Vec<SaidBefore>> {
        if let Some((known, said)) = self.memory.lately.get(&chat)
            && *known >= limit
        {
            return Ok(said.iter().take(usize::try_from(limit).unwrap_or_default()).cloned().collect());
        }
        // What waits to be written has not been sent.
        let said: Vec<SaidBefore> = self
            .all_apart(
                "SELECT * FROM outbox WHERE chat_id = $1 AND external_id IS NOT NULL AND purpose NOT IN ('card', 'mark')
                 ORDER BY id DESC LIMIT $2",
                (chat, limit),
            )
            .await?;
        self.memory.lately.insert(chat, (limit, said.clone()));
        Ok(said)
    }

    /// What the bot has said in a chat about a task, the newest first; also what it does not know to have said.
    pub async fn said_here_about_task(
        &mut self,
        chat: ChatId,
        task: TaskId,
    ) -> sqlx::Result<Vec<SaidBefore>> {
        self.all_apart(
            "SELECT * FROM outbox WHERE task_id = $2 AND chat_id = $1
               AND purpose IN ('card', 'receipt', 'escalation', 'notice', 'question', 'reminder')
             ORDER BY id DESC LIMIT 50",
            (chat, task),
        )
        .await
    }

    /// What the bot said in a chat since `since`, also what waits to be sent: among its `limit` newest messages there, the newest first.
    pub async fn last_said_in(
        &mut self,
        chat: ChatId,
        limit: i64,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Said>> {
        let rows: Vec<(Json<Body>, DateTime<Utc>)> = self
            .all(
                "SELECT body, created_at FROM outbox WHERE chat_id = $1 ORDER BY id DESC LIMIT $2",
                (chat, limit),
            )
            .await?;
        let recent = rows.into_iter().filter(|(_, created_at)| *created_at > since);
        let said = recent.filter_map(|(body, _)| match body.0 {
            Body::Say { said, .. } => Some(said),
            _ => None,
        });
        Ok(said.collect())
    }

    /// What the bot said lately about a task to `person`, or to anybody, by key, the newest first. Cards are apart.
    pub async fn said_about_task(
        &mut self,
        task: TaskId,
        person: Option<PersonId>,
    ) -> sqlx::Result<Vec<SaidAbout>> {
        // What waits to be written has not been sent.
        match person {
            Some(person) => {
                if self.memory.new_people.contains(&person) {
                    return Ok(Vec::new());
                }
                if let Some(known) = self.memory.about.get(&(task, person)) {
                    return Ok(known.clone());
                }
                let said: Vec<SaidAbout> = self.all_apart(
                    "SELECT key, body, person_id FROM outbox WHERE task_id = $1 AND person_id = $2
                       AND purpose IN ('receipt', 'escalation', 'notice', 'question', 'reminder') AND external_id IS NOT NULL AND state <> 'dropped'
                     ORDER BY id DESC LIMIT 100",
                    (task, person),
                )
                .await?;
                self.memory.about.insert((task, person), said.clone());
                Ok(said)
            }
            None => {
                self.all_apart(
                    "SELECT key, body, person_id FROM outbox WHERE task_id = $1
                       AND purpose IN ('receipt', 'escalation', 'notice', 'question', 'reminder') AND external_id IS NOT NULL AND state <> 'dropped'
                     ORDER BY id DESC LIMIT 100",
                    (task,),
                )
                .await
            }
        }
    }

    /// Notes that a message that is about several tasks has buttons about this one.
    pub async fn list_under(&mut self, task: TaskId, key: &str) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO listed (task_id, outbox_key) VALUES ($1, $2) ON CONFLICT (task_id, outbox_key) DO NOTHING",
            (task, key),
        )
        .await
        .map(drop)
    }

    /// The lists that were sent and have, or had, buttons about a task, the newest first.
    pub async fn listed(&mut self, task: TaskId) -> sqlx::Result<Vec<SaidAbout>> {
        self.all(
            "SELECT outbox.key, outbox.body, outbox.person_id FROM listed JOIN outbox ON outbox.key = listed.outbox_key
             WHERE listed.task_id = $1 AND outbox.external_id IS NOT NULL AND outbox.state <> 'dropped'
             ORDER BY outbox.id DESC LIMIT 20",
            (task,),
        )
        .await
    }

    /// Whether somebody was told since `since` what they must act on about a task.
    pub async fn told_since(
        &mut self,
        task: TaskId,
        person: PersonId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT id FROM outbox WHERE task_id = $1 AND person_id = $2 AND purpose = 'escalation' AND created_at >= $3
                   AND state NOT IN ('failed', 'dropped') LIMIT 1",
                (task, person, since),
            )
            .await?;
        Ok(row.is_some())
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
        self.told_under(task.id, &format!("step:{}:{}:", task.id.0, task.generation)).await
    }

    /// Those who were told what they must act on under keys that begin like this, in that order. Who could not be written to was not told.
    /// The beginning must hold nothing that LIKE reads as a sign.
    pub async fn told_under(&mut self, task: TaskId, keys: &str) -> sqlx::Result<Vec<PersonId>> {
        let rows: Vec<(Option<PersonId>,)> = self
            .all(
                "SELECT person_id FROM outbox WHERE task_id = $1 AND purpose = 'escalation' AND key LIKE $2
                   AND state NOT IN ('failed', 'dropped') ORDER BY id",
                (task, format!("{keys}%")),
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
        if self.memory.cards.contains(&(task, chat)) {
            return Ok(true);
        }
        if self.later.has_card() {
            self.write_out().await?;
        }
        let row: Option<(i64,)> = self
            .maybe_apart(
                "SELECT id FROM outbox WHERE task_id = $1 AND chat_id = $2 AND purpose = 'card'",
                (task, chat),
            )
            .await?;
        if row.is_some() {
            self.memory.cards.insert((task, chat));
        }
        Ok(row.is_some())
    }
}
