//! Reading ahead: what the replies of a batch will ask for, each kind in one query, so that it need not be asked for each reply.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::groups::{ChatRow, Group};
use super::outbox::SaidBefore;
use super::people::{Account, Membership, Person, Reach};
use crate::chat::{Event, Incoming, Sender};
use crate::domain::ids::*;

#[derive(FromRow)]
struct AccountRow {
    external_id: String,
    #[sqlx(flatten)]
    account: Account,
}

#[derive(FromRow)]
struct PersonRow {
    account_id: AccountId,
    #[sqlx(flatten)]
    person: Person,
}

#[derive(FromRow)]
struct SaidRow {
    chat_id: ChatId,
    external_id: String,
    #[sqlx(flatten)]
    said: SaidBefore,
}

#[derive(FromRow)]
struct MembershipRow {
    person_id: PersonId,
    #[sqlx(flatten)]
    membership: Membership,
}

#[derive(FromRow)]
struct ReachRow {
    seen_at: DateTime<Utc>,
    account_id: AccountId,
    #[sqlx(flatten)]
    reach: Reach,
}

// Sorted here and not there: an engine that finds the rows in their order by reading the whole of a table may be tempted to.
const ACCOUNTS: Dialect = Dialect {
    sqlite: "SELECT * FROM account WHERE channel_id = $1 AND external_id IN (SELECT value FROM json_each($2))",
    postgres: "SELECT * FROM account WHERE channel_id = $1 AND external_id = ANY (ARRAY(SELECT jsonb_array_elements_text($2)))",
};
const CHATS: Dialect = Dialect {
    sqlite: "SELECT * FROM chat WHERE channel_id = $1 AND external_id IN (SELECT value FROM json_each($2))",
    postgres: "SELECT * FROM chat WHERE channel_id = $1 AND external_id = ANY (ARRAY(SELECT jsonb_array_elements_text($2)))",
};
const PEOPLE: Dialect = Dialect {
    sqlite: "SELECT person_account.account_id, person.* FROM person_account JOIN person ON person.id = person_account.person_id
             WHERE person_account.account_id IN (SELECT value FROM json_each($1)) AND person.erased_at IS NULL",
    postgres: "SELECT person_account.account_id, person.* FROM person_account JOIN person ON person.id = person_account.person_id
               WHERE person_account.account_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))
                 AND person.erased_at IS NULL",
};
const GROUPS: Dialect = Dialect {
    sqlite: "SELECT * FROM chat_group WHERE chat_id IN (SELECT value FROM json_each($1)) ORDER BY id",
    postgres: "SELECT * FROM chat_group WHERE chat_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value)) ORDER BY id",
};
const SAID: Dialect = Dialect {
    sqlite: "SELECT outbox.* FROM json_each($1) AS pair
             CROSS JOIN outbox ON outbox.chat_id = (pair.value ->> 0) AND outbox.external_id = (pair.value ->> 1)",
    postgres: "SELECT outbox.* FROM jsonb_array_elements($1) AS pair (value)
               JOIN outbox ON outbox.chat_id = (pair.value ->> 0)::bigint AND outbox.external_id = pair.value ->> 1",
};
const MEMBERSHIPS: Dialect = Dialect {
    sqlite: "SELECT person_id, role, organisation_id, unit_id FROM membership
             WHERE person_id IN (SELECT value FROM json_each($1)) AND since_at <= $2 AND (until_at IS NULL OR until_at > $2) ORDER BY id",
    postgres: "SELECT person_id, role, organisation_id, unit_id FROM membership
               WHERE person_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))
                 AND since_at <= $2 AND (until_at IS NULL OR until_at > $2) ORDER BY id",
};
const REACH: Dialect = Dialect {
    sqlite: "SELECT person.id AS person_id, chat.channel_id, chat.id AS chat_id, person.language, account.seen_at, account.id AS account_id
             FROM person
             JOIN person_account ON person_account.person_id = person.id
             JOIN account ON account.id = person_account.account_id AND account.can_write = 'yes'
             JOIN chat ON chat.account_id = account.id AND chat.kind = 'private' AND chat.state = 'open'
             WHERE person.id IN (SELECT value FROM json_each($1)) AND person.erased_at IS NULL",
    postgres: "SELECT person.id AS person_id, chat.channel_id, chat.id AS chat_id, person.language, account.seen_at, account.id AS account_id
               FROM person
               JOIN person_account ON person_account.person_id = person.id
               JOIN account ON account.id = person_account.account_id AND account.can_write = 'yes'
               JOIN chat ON chat.account_id = account.id AND chat.kind = 'private' AND chat.state = 'open'
               WHERE person.id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value)) AND person.erased_at IS NULL",
};

impl Tx {
    /// Remembers what handling `batch`, all of it from one channel, will ask for. Nothing may have been changed in this transaction yet.
    pub async fn recall(
        &mut self,
        channel: ChannelId,
        batch: &[Incoming],
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.recall_accounts(channel, batch).await?;
        self.recall_chats(channel, batch).await?;
        self.recall_people(now).await?;
        self.recall_said(channel, batch).await?;
        let mut tasks: Vec<TaskId> =
            self.memory.said.values().flatten().filter_map(|said| said.task_id).collect();
        tasks.sort_unstable();
        tasks.dedup();
        self.recall_tasks(&tasks).await
    }

    async fn recall_accounts(&mut self, channel: ChannelId, batch: &[Incoming]) -> sqlx::Result<()> {
        let mut names: Vec<&str> = batch
            .iter()
            .filter_map(|incoming| match &incoming.sender {
                Sender::Account(account) => Some(account.id.as_str()),
                Sender::Hidden | Sender::Nobody => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        for row in self.all::<AccountRow>(self.pick(ACCOUNTS), (channel, Json(names))).await? {
            self.memory.people.insert(row.account.id, Vec::new());
            self.memory.accounts.insert((channel, row.external_id), row.account);
        }
        Ok(())
    }

    async fn recall_chats(&mut self, channel: ChannelId, batch: &[Incoming]) -> sqlx::Result<()> {
        let mut names: Vec<&str> = batch.iter().map(|incoming| incoming.chat.id.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        for row in self.all::<ChatRow>(self.pick(CHATS), (channel, Json(names))).await? {
            self.memory.groups.insert(row.id, None);
            self.memory.chats.insert((channel, row.external_id.clone()), row);
        }
        let ids: Vec<ChatId> = self.memory.groups.keys().copied().collect();
        for group in self.all::<Group>(self.pick(GROUPS), (Json(ids),)).await? {
            let Some(chat) = group.chat_id else { continue };
            // Of several the first.
            self.memory.groups.entry(chat).and_modify(|known| {
                known.get_or_insert(group);
            });
        }
        Ok(())
    }

    /// The people of the accounts that are remembered, what they are, and where they can be written to.
    async fn recall_people(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        let accounts: Vec<AccountId> = self.memory.people.keys().copied().collect();
        let mut rows: Vec<PersonRow> = self.all(self.pick(PEOPLE), (Json(accounts),)).await?;
        rows.sort_by_key(|row| row.person.id);
        let people: Vec<PersonId> = rows.iter().map(|row| row.person.id).collect();
        for row in rows {
            self.memory.memberships.insert(row.person.id, Vec::new());
            self.memory.reach.insert(row.person.id, None);
            self.memory.persons.insert(row.person.id, row.person.clone());
            self.memory.people.entry(row.account_id).or_default().push(row.person);
        }
        for row in self.all::<MembershipRow>(self.pick(MEMBERSHIPS), (Json(&people), now)).await? {
            self.memory.memberships.entry(row.person_id).or_default().push(row.membership);
        }
        let mut reach: Vec<ReachRow> = self.all(self.pick(REACH), (Json(&people),)).await?;
        reach.sort_by_key(|row| (Reverse(row.seen_at), row.account_id));
        for row in reach {
            // Of several chats the one used last.
            self.memory.reach.entry(row.reach.person_id).and_modify(|known| {
                known.get_or_insert(row.reach);
            });
        }
        Ok(())
    }

    /// What the bot said in the messages that are answered.
    async fn recall_said(&mut self, channel: ChannelId, batch: &[Incoming]) -> sqlx::Result<()> {
        for incoming in batch {
            let to = match &incoming.event {
                Event::Said { reply_to, .. } | Event::Wordless { reply_to, .. } => reply_to.as_ref(),
                Event::Reacted { message, .. } => Some(message),
                _ => None,
            };
            let chat = self.memory.chats.get(&(channel, incoming.chat.id.clone()));
            if let (Some(to), Some(chat)) = (to, chat) {
                self.memory.said.insert((chat.id, to.clone()), None);
            }
        }
        let pairs: Vec<_> = self.memory.said.keys().map(|(chat, message)| json!([chat, message])).collect();
        for row in self.all::<SaidRow>(self.pick(SAID), (Json(pairs),)).await? {
            self.memory.said.insert((row.chat_id, row.external_id), Some(row.said));
        }
        Ok(())
    }
}
