//! Chats as the bot has met them, and the groups that a municipality knows.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::Tx;
use crate::chat::incoming::{ChatKind, ChatRef};
use crate::domain::ids::*;
use crate::domain::language::Language;

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct ChatRow {
    pub id: ChatId,
    pub channel_id: ChannelId,
    pub external_id: String,
    pub kind: ChatKind,
    pub title: String,
    pub thread: Option<String>,
    pub state: ChatState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ChatState {
    Open,
    /// Gone, or the bot was put out of it.
    Lost,
}

#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Group {
    pub id: GroupId,
    pub municipality_id: MunicipalityId,
    pub title: String,
    pub language: Language,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub unit_id: Option<UnitId>,
    pub chat_id: Option<ChatId>,
}

impl Tx {
    /// Notes that a chat was seen: that is how one comes to be known.
    pub async fn chat_seen(
        &mut self,
        channel: ChannelId,
        chat: &ChatRef,
        account: Option<AccountId>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<ChatRow> {
        let key = (channel, chat.id.clone());
        let known: Option<ChatRow> = match self.memory.chats.get(&key) {
            Some(known) => Some(known.clone()),
            None => {
                self.maybe(
                    "SELECT * FROM chat WHERE channel_id = $1 AND external_id = $2",
                    (channel, &chat.id),
                )
                .await?
            }
        };
        if let Some(known) = known.filter(|known| known.title == chat.title) {
            self.memory.chats.insert(key, known.clone());
            return Ok(known);
        }
        let account = account.filter(|_| chat.kind == ChatKind::Private);
        let seen: Option<ChatRow> = self
            .maybe_apart(
                "INSERT INTO chat (channel_id, external_id, kind, title, account_id, thread, state, seen_at)
                 VALUES ($1, $2, $3, $4, $5, $6, 'open', $7)
                 ON CONFLICT (channel_id, external_id) DO UPDATE SET title = $4, seen_at = $7 RETURNING *",
                (channel, &chat.id, chat.kind, &chat.title, account, &chat.thread, now),
            )
            .await?;
        let seen = seen.ok_or(sqlx::Error::RowNotFound)?;
        // A new private chat is a new way to reach somebody.
        self.memory.reach.clear();
        self.memory.group_chats.clear();
        self.memory.chats.insert(key, seen.clone());
        Ok(seen)
    }

    pub async fn chat(&mut self, id: ChatId) -> sqlx::Result<ChatRow> {
        self.one("SELECT * FROM chat WHERE id = $1", (id,)).await
    }

    pub async fn set_chat_state(&mut self, chat: ChatId, state: ChatState) -> sqlx::Result<()> {
        self.execute("UPDATE chat SET state = $2 WHERE id = $1", (chat, state)).await.map(drop)
    }

    /// The topic of a group in which the bot shall write.
    pub async fn set_chat_thread(&mut self, chat: ChatId, thread: Option<&str>) -> sqlx::Result<()> {
        self.execute("UPDATE chat SET thread = $2 WHERE id = $1", (chat, thread)).await.map(drop)
    }

    /// The group goes on under a new name. Its messages of old are void: none of them can be edited or answered any more, so the cards of open tasks
    /// are posted anew. The platform tells of a move twice, by a message and by refusing what is sent to the old name: the second changes nothing.
    pub async fn move_chat(&mut self, chat: ChatId, to: &str) -> sqlx::Result<()> {
        let stays: Option<(ChatId,)> = self
            .maybe(
                "SELECT other.id FROM chat JOIN chat AS other ON other.channel_id = chat.channel_id AND other.external_id = $2
                 WHERE chat.id = $1",
                (chat, to),
            )
            .await?;
        if stays == Some((chat,)) {
            return Ok(());
        }
        self.void_messages(chat).await?;
        match stays {
            Some((other,)) => {
                self.execute("UPDATE chat_group SET chat_id = $2 WHERE chat_id = $1", (chat, other)).await?;
                self.execute("UPDATE outbox SET chat_id = $2 WHERE chat_id = $1", (chat, other)).await?;
                self.set_chat_state(chat, ChatState::Lost).await
            }
            None => {
                self.execute("UPDATE chat SET external_id = $2 WHERE id = $1", (chat, to)).await.map(drop)
            }
        }
    }

    /// A card that is on its way to the old name at this moment goes out again, by its revision.
    async fn void_messages(&mut self, chat: ChatId) -> sqlx::Result<()> {
        self.execute("UPDATE outbox SET external_id = NULL WHERE chat_id = $1", (chat,)).await?;
        self.execute(
            "UPDATE outbox SET revision = revision + 1, state = CASE WHEN state = 'sending' THEN state ELSE 'pending' END
             WHERE chat_id = $1 AND purpose = 'card' AND state IN ('sent', 'sending')
               AND task_id IN (SELECT id FROM task WHERE state = 'open')",
            (chat,),
        )
        .await
        .map(drop)
    }

    pub async fn member_seen(&mut self, chat: ChatId, account: AccountId, present: bool) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO chat_member (chat_id, account_id, present) VALUES ($1, $2, $3)
             ON CONFLICT (chat_id, account_id) DO UPDATE SET present = $3 WHERE chat_member.present <> $3",
            (chat, account, present),
        )
        .await
        .map(drop)
    }

    pub async fn group(&mut self, id: GroupId) -> sqlx::Result<Group> {
        self.one("SELECT * FROM chat_group WHERE id = $1", (id,)).await
    }

    /// The group of the municipality that this chat is, if it has joined.
    pub async fn group_of_chat(&mut self, chat: ChatId) -> sqlx::Result<Option<Group>> {
        if let Some(known) = self.memory.groups.get(&chat) {
            return Ok(known.clone());
        }
        let group: Option<Group> =
            self.maybe("SELECT * FROM chat_group WHERE chat_id = $1 ORDER BY id LIMIT 1", (chat,)).await?;
        self.memory.groups.insert(chat, group.clone());
        Ok(group)
    }

    /// A unit's own group, if it has one that the bot can write in.
    pub async fn group_of_unit(&mut self, unit: UnitId) -> sqlx::Result<Option<GroupId>> {
        let row: Option<(GroupId,)> = self
            .maybe(
                "SELECT chat_group.id FROM chat_group JOIN chat ON chat.id = chat_group.chat_id
                 WHERE chat_group.unit_id = $1 AND chat.state = 'open' ORDER BY chat_group.id LIMIT 1",
                (unit,),
            )
            .await?;
        Ok(row.map(|(id,)| id))
    }

    /// Whether the bot can write in a group.
    pub async fn group_chat(&mut self, group: GroupId) -> sqlx::Result<Option<ChatRow>> {
        if let Some(known) = self.memory.group_chats.get(&group) {
            return Ok(known.clone());
        }
        let chat: Option<ChatRow> = self
            .maybe(
                "SELECT chat.* FROM chat_group JOIN chat ON chat.id = chat_group.chat_id WHERE chat_group.id = $1 AND chat.state = 'open'",
                (group,),
            )
            .await?;
        self.memory.group_chats.insert(group, chat.clone());
        Ok(chat)
    }

    pub async fn join_group(&mut self, group: GroupId, chat: ChatId) -> sqlx::Result<()> {
        self.execute("UPDATE chat_group SET chat_id = $2 WHERE id = $1", (group, chat)).await?;
        self.set_chat_state(chat, ChatState::Open).await
    }

    pub async fn set_group_language(&mut self, group: GroupId, language: Language) -> sqlx::Result<()> {
        self.execute("UPDATE chat_group SET language = $2 WHERE id = $1", (group, language)).await.map(drop)
    }
}
