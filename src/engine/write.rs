//! A message is written when it is sent: as things are then, in its reader's language, with links made for it.

use chrono::{DateTime, TimeDelta, Utc};

use super::Engine;
use crate::chat::{Address, Delivery};
use crate::commands::desk::Desk;
use crate::commands::{faces, own_data};
use crate::domain::ids::{AccountId, PersonId, RequestId, TaskId};
use crate::secret::{hash_token, new_token};
use crate::store::Tx;
use crate::store::outbox::{Body, OutboxRow};
use crate::text::{Message, Said, Target};

/// How long the link to a task outlives it, in minutes.
const LINK_AFTER_TASK_MINUTES: i64 = 120;
/// How long the link lives that is sent to somebody who is to ring the recipient after the task, in minutes.
const LINK_FOR_A_CALL_MINUTES: i64 = 8 * 60;
/// How long the link to a request that is no task yet lives, in minutes.
const LINK_TO_DRAFT_MINUTES: i64 = 60;
/// How long the link to one's own data lives, in minutes.
const LINK_TO_OWN_DATA_MINUTES: i64 = 30;

impl Engine {
    /// The message as it is now, in its reader's language, with links made for it.
    pub(super) async fn write(
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
                // The page's first screen knows nobody: it speaks as the message does.
                let (base, language) = (base.trim_end_matches('/'), row.language.code());
                links.push((button.target.clone(), format!("{base}/{path}/{token}?lang={language}")));
            }
        }
        Ok(links)
    }
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
