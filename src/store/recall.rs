//! Reading ahead: what the replies of a batch will ask for, each kind in one query, so that it need not be asked for each reply.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::groups::{ChatRow, Group};
use super::outbox::{Body, LATELY, OutboxRow, SaidBefore};
use super::people::{Account, Membership, Person, Reach};
use crate::chat::{ChatKind, Event, Incoming, Sender};
use crate::domain::ids::*;
use crate::domain::task::{Signup, SignupState};

/// Something that came in, and the number of the task that it names.
type Named = (Incoming, Option<TaskNumber>);

/// So many pairs of a town and a number are looked for at most.
const MOST_NUMBERS: usize = 1000;
/// So many people are read ahead for cards at most.
const MOST_PEOPLE: usize = 2000;
/// So many of those who come to one task are asked about for its card.
pub const MOST_UNDER_A_CARD: usize = 20;

/// The message of the bot's that is answered.
fn answered(incoming: &Incoming) -> Option<&String> {
    match &incoming.event {
        Event::Said { reply_to, .. } | Event::Wordless { reply_to, .. } => reply_to.as_ref(),
        Event::Reacted { message, .. } => Some(message),
        _ => None,
    }
}

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
struct LatelyRow {
    chat_id: ChatId,
    #[sqlx(flatten)]
    said: SaidBefore,
}

#[derive(FromRow)]
struct NumberRow {
    id: TaskId,
    municipality_id: MunicipalityId,
    number: TaskNumber,
}

#[derive(FromRow)]
struct AboutRow {
    id: OutboxId,
    task_id: TaskId,
    person_id: PersonId,
    key: String,
    body: Json<Body>,
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
const SAID_LATELY: Dialect = Dialect {
    sqlite: "SELECT outbox.* FROM json_each($1) AS chat CROSS JOIN outbox ON outbox.id IN
                 (SELECT last.id FROM outbox AS last WHERE last.chat_id = chat.value AND last.external_id IS NOT NULL
                    AND last.purpose NOT IN ('card', 'mark') ORDER BY last.id DESC LIMIT $2)",
    postgres: "SELECT said.* FROM jsonb_array_elements_text($1) AS chat (id) CROSS JOIN LATERAL
                   (SELECT outbox.* FROM outbox WHERE outbox.chat_id = chat.id::bigint AND outbox.external_id IS NOT NULL
                      AND outbox.purpose NOT IN ('card', 'mark') ORDER BY outbox.id DESC LIMIT $2) AS said",
};
const NUMBERS: Dialect = Dialect {
    sqlite: "SELECT task.id, task.municipality_id, task.number FROM json_each($1) AS town CROSS JOIN json_each($2) AS named
             CROSS JOIN task ON task.municipality_id = town.value AND task.number = named.value",
    postgres: "SELECT task.id, task.municipality_id, task.number FROM jsonb_array_elements_text($1) AS town (id)
               CROSS JOIN jsonb_array_elements_text($2) AS named (number)
               JOIN task ON task.municipality_id = town.id::bigint AND task.number = named.number::bigint",
};
const SAID_ABOUT: Dialect = Dialect {
    sqlite: "SELECT outbox.id, outbox.task_id, outbox.person_id, outbox.key, outbox.body FROM json_each($1) AS pair
             CROSS JOIN outbox ON outbox.task_id = (pair.value ->> 0) AND outbox.person_id = (pair.value ->> 1)
             WHERE outbox.purpose IN ('receipt', 'escalation', 'notice', 'question', 'reminder')
               AND outbox.external_id IS NOT NULL AND outbox.state <> 'dropped'",
    postgres: "SELECT outbox.id, outbox.task_id, outbox.person_id, outbox.key, outbox.body FROM jsonb_array_elements($1) AS pair (value)
               JOIN outbox ON outbox.task_id = (pair.value ->> 0)::bigint AND outbox.person_id = (pair.value ->> 1)::bigint
               WHERE outbox.purpose IN ('receipt', 'escalation', 'notice', 'question', 'reminder')
                 AND outbox.external_id IS NOT NULL AND outbox.state <> 'dropped'",
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
    /// Remembers what handling `batch`, all of it from one channel, will ask for; each with the number of the task that it names. Nothing may have
    /// been changed in this transaction yet.
    pub async fn recall(
        &mut self,
        channel: ChannelId,
        batch: &[Named],
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.recall_accounts(channel, batch).await?;
        self.recall_chats(channel, batch).await?;
        self.recall_people(now).await?;
        self.recall_said(channel, batch).await?;
        self.recall_lately(channel, batch).await?;
        self.recall_numbers(batch).await?;
        let mut tasks: Vec<TaskId> =
            self.memory.said.values().flatten().filter_map(|said| said.task_id).collect();
        tasks.extend(self.memory.task_numbers.values());
        tasks.sort_unstable();
        tasks.dedup();
        self.recall_tasks(&tasks).await?;
        self.recall_about(channel, batch).await?;
        let mut answering: Vec<PersonId> = self.memory.about.keys().map(|(_, person)| *person).collect();
        answering.sort_unstable();
        answering.dedup();
        self.recall_places(&answering, now).await
    }

    /// Remembers what writing these messages will ask for: cards are written from their tasks and from who comes.
    pub async fn recall_for_writing(&mut self, rows: &[OutboxRow]) -> sqlx::Result<()> {
        let derived = |row: &&OutboxRow| matches!(row.body.0, Body::Card | Body::Reserves);
        let mut tasks: Vec<TaskId> = rows.iter().filter(derived).filter_map(|row| row.task_id).collect();
        tasks.sort_unstable();
        tasks.dedup();
        // One alone costs no more when each thing is asked for in its turn.
        if tasks.len() < 2 {
            return Ok(());
        }
        let chats: Vec<ChatId> = rows.iter().filter(derived).map(|row| row.chat_id).collect();
        self.recall_groups(&chats).await?;
        self.recall_tasks_to_read(&tasks).await?;
        let remembered =
            || tasks.iter().filter_map(|task| self.memory.tasks.get(task)).map(|known| &known.task);
        let holds = |signup: &&Signup| matches!(signup.state, SignupState::Placed | SignupState::Reserve);
        let mut named: Vec<PersonId> =
            remembered().flat_map(|task| task.placed()).map(|signup| signup.person).collect();
        // Under a full card it is asked whether somebody can't be written to.
        let full = remembered().filter(|task| !task.is_hunting());
        let mut full: Vec<PersonId> = full
            .flat_map(|task| task.signups.iter().filter(holds).take(MOST_UNDER_A_CARD))
            .map(|signup| signup.person)
            .collect();
        for people in [&mut named, &mut full] {
            people.sort_unstable();
            people.dedup();
            // Whoever is left out is asked for where they are needed.
            people.truncate(MOST_PEOPLE);
        }
        self.recall_persons(named.into_iter()).await?;
        self.recall_reach(&full).await
    }

    async fn recall_groups(&mut self, chats: &[ChatId]) -> sqlx::Result<()> {
        self.memory.groups.extend(chats.iter().map(|chat| (*chat, None)));
        for group in self.all::<Group>(self.pick(GROUPS), (Json(chats),)).await? {
            let Some(chat) = group.chat_id else { continue };
            // Of several the first.
            self.memory.groups.entry(chat).and_modify(|known| {
                known.get_or_insert(group);
            });
        }
        Ok(())
    }

    async fn recall_accounts(&mut self, channel: ChannelId, batch: &[Named]) -> sqlx::Result<()> {
        let mut names: Vec<&str> = batch
            .iter()
            .filter_map(|(incoming, _)| match &incoming.sender {
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

    async fn recall_chats(&mut self, channel: ChannelId, batch: &[Named]) -> sqlx::Result<()> {
        let mut names: Vec<&str> = batch.iter().map(|(incoming, _)| incoming.chat.id.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut ids: Vec<ChatId> = Vec::new();
        for row in self.all::<ChatRow>(self.pick(CHATS), (channel, Json(names))).await? {
            ids.push(row.id);
            self.memory.chats.insert((channel, row.external_id.clone()), row);
        }
        self.recall_groups(&ids).await
    }

    /// The people of the accounts that are remembered, what they are, and where they can be written to.
    async fn recall_people(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        let accounts: Vec<AccountId> = self.memory.people.keys().copied().collect();
        let mut rows: Vec<PersonRow> = self.all(self.pick(PEOPLE), (Json(accounts),)).await?;
        rows.sort_by_key(|row| row.person.id);
        let people: Vec<PersonId> = rows.iter().map(|row| row.person.id).collect();
        for row in rows {
            self.memory.memberships.insert(row.person.id, Vec::new());
            self.memory.persons.insert(row.person.id, row.person.clone());
            self.memory.people.entry(row.account_id).or_default().push(row.person);
        }
        for row in self.all::<MembershipRow>(self.pick(MEMBERSHIPS), (Json(&people), now)).await? {
            self.memory.memberships.entry(row.person_id).or_default().push(row.membership);
        }
        self.recall_reach(&people).await
    }

    /// Where these people can be written to.
    async fn recall_reach(&mut self, people: &[PersonId]) -> sqlx::Result<()> {
        self.memory.reach.extend(people.iter().map(|person| (*person, None)));
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
    async fn recall_said(&mut self, channel: ChannelId, batch: &[Named]) -> sqlx::Result<()> {
        for (incoming, _) in batch {
            let chat = self.memory.chats.get(&(channel, incoming.chat.id.clone()));
            if let (Some(to), Some(chat)) = (answered(incoming), chat) {
                self.memory.said.insert((chat.id, to.clone()), None);
            }
        }
        let pairs: Vec<_> = self.memory.said.keys().map(|(chat, message)| json!([chat, message])).collect();
        for row in self.all::<SaidRow>(self.pick(SAID), (Json(pairs),)).await? {
            self.memory.said.insert((row.chat_id, row.external_id), Some(row.said));
        }
        Ok(())
    }

    /// What the bot said last in the private chats in which it is spoken to.
    async fn recall_lately(&mut self, channel: ChannelId, batch: &[Named]) -> sqlx::Result<()> {
        for (incoming, _) in batch {
            let speaks =
                incoming.chat.kind == ChatKind::Private && matches!(incoming.event, Event::Said { .. });
            let chat = self.memory.chats.get(&(channel, incoming.chat.id.clone()));
            if let Some(chat) = chat.filter(|_| speaks) {
                self.memory.lately.insert(chat.id, (LATELY, Vec::new()));
            }
        }
        if self.memory.lately.is_empty() {
            return Ok(());
        }
        let chats: Vec<ChatId> = self.memory.lately.keys().copied().collect();
        let mut rows: Vec<LatelyRow> = self.all(self.pick(SAID_LATELY), (Json(chats), LATELY)).await?;
        rows.sort_by_key(|row| Reverse(row.said.id));
        for row in rows {
            self.memory.lately.entry(row.chat_id).or_default().1.push(row.said);
        }
        Ok(())
    }

    /// The tasks that are named by their numbers.
    async fn recall_numbers(&mut self, batch: &[Named]) -> sqlx::Result<()> {
        let mut numbers: Vec<TaskNumber> = batch.iter().filter_map(|(_, number)| *number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut towns: Vec<MunicipalityId> =
            self.memory.persons.values().map(|person| person.municipality_id).collect();
        towns.sort_unstable();
        towns.dedup();
        // Of many towns most have no task with most of the numbers.
        if numbers.is_empty() || numbers.len() * towns.len() > MOST_NUMBERS {
            return Ok(());
        }
        let rows: Vec<NumberRow> = self.all(self.pick(NUMBERS), (Json(towns), Json(numbers))).await?;
        let known = rows.into_iter().map(|row| ((row.municipality_id, row.number), row.id));
        self.memory.task_numbers.extend(known);
        Ok(())
    }

    /// What was said to those who speak about what they speak of.
    async fn recall_about(&mut self, channel: ChannelId, batch: &[Named]) -> sqlx::Result<()> {
        for (incoming, number) in batch {
            let Sender::Account(account) = &incoming.sender else { continue };
            let Some(account) = self.memory.accounts.get(&(channel, account.id.clone())) else { continue };
            let chat = self.memory.chats.get(&(channel, incoming.chat.id.clone()));
            let before = chat.zip(answered(incoming)).and_then(|(chat, to)| {
                self.memory.said.get(&(chat.id, to.to_owned())).and_then(Option::as_ref)
            });
            for person in self.memory.people.get(&account.id).into_iter().flatten() {
                let named = number.and_then(|number| {
                    self.memory.task_numbers.get(&(person.municipality_id, number)).copied()
                });
                if let Some(task) = before.and_then(|said| said.task_id).or(named) {
                    self.memory.about.insert((task, person.id), Vec::new());
                }
            }
        }
        if self.memory.about.is_empty() {
            return Ok(());
        }
        let pairs: Vec<_> = self.memory.about.keys().map(|(task, person)| json!([task, person])).collect();
        let mut rows: Vec<AboutRow> = self.all(self.pick(SAID_ABOUT), (Json(pairs),)).await?;
        rows.sort_by_key(|row| Reverse(row.id));
        for AboutRow { task_id, person_id, key, body, .. } in rows {
            self.memory.about.entry((task_id, person_id)).or_default().push((key, body, Some(person_id)));
        }
        Ok(())
    }
}
