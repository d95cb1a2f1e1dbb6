//! What a transaction remembers and what it still has to write: a batch of a hundred replies costs some thirty statements instead of three
//! thousand.
//!
//! A transaction that writes holds SQLite's only writer, or has locked the tasks and the waiting updates it works on, so what it has read stays
//! true until it ends, unless it changes it itself. Every statement that changes something makes it forget what it remembers, except for the few
//! in here that are known not to touch it. What is only added, or set to a final value, is kept until somebody could read it, at the latest until
//! the end.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::db::{Dialect, Tx};
use super::due::Subject;
use super::groups::{ChatRow, Group};
use super::outbox::{SaidAbout, SaidBefore};
use super::people::{Account, Membership, Person, Reach};
use super::tasks::PlaceHeld;
use super::town::{Municipality, Service, Zone};
use crate::clock;
use crate::domain::duty::Shift;
use crate::domain::ids::*;
use crate::domain::service::ServiceKind;
use crate::domain::task::Task;

/// What was read in this transaction and holds until it ends.
#[derive(Debug, Default)]
pub struct Memory {
    pub accounts: HashMap<(ChannelId, String), Account>,
    pub chats: HashMap<(ChannelId, String), ChatRow>,
    /// The people an account is.
    pub people: HashMap<AccountId, Vec<Person>>,
    pub persons: HashMap<PersonId, Person>,
    pub memberships: HashMap<PersonId, Vec<Membership>>,
    pub reach: HashMap<PersonId, Option<Reach>>,
    pub groups: HashMap<ChatId, Option<Group>>,
    pub said: HashMap<(ChatId, String), Option<SaidBefore>>,
    pub tasks: HashMap<TaskId, Remembered>,
    pub task_numbers: HashMap<(MunicipalityId, TaskNumber), TaskId>,
    pub municipalities: HashMap<MunicipalityId, Municipality>,
    pub services: HashMap<(MunicipalityId, ServiceKind), Option<Service>>,
    pub zones: HashMap<ZoneId, Zone>,
    pub organisation_names: HashMap<OrganisationId, String>,
    /// Who is rung last in a municipality.
    pub contacts: HashMap<MunicipalityId, Option<Person>>,
    /// Those who have not been erased, as far as they were asked for.
    pub living: HashMap<PersonId, Option<Person>>,
    /// Those who were added by this transaction: nothing has been said to them yet.
    pub new_people: HashSet<PersonId>,
    /// The coordinators of a rota, in their turns.
    pub turns: HashMap<MunicipalityId, Vec<PersonId>>,
    /// Extra shifts that were not over at an instant.
    pub shifts: HashMap<MunicipalityId, (DateTime<Utc>, Vec<Shift>)>,
    /// Days away that were not over at an instant: of whom, from when, until when.
    pub away: HashMap<MunicipalityId, (DateTime<Utc>, Vec<Away>)>,
    /// The chats of groups that can be written in.
    pub group_chats: HashMap<GroupId, Option<ChatRow>>,
    /// Where a task is known to have a card.
    pub cards: HashSet<(TaskId, ChatId)>,
    /// The newest messages in a chat, the newest first, and how many were asked for.
    pub lately: HashMap<ChatId, (i64, Vec<SaidBefore>)>,
    /// The places of somebody at tasks that were not over at an instant.
    pub places: HashMap<PersonId, (DateTime<Utc>, Vec<PlaceHeld>)>,
    /// What was said about a task to one person.
    pub about: HashMap<(TaskId, PersonId), Vec<SaidAbout>>,
}

impl Memory {
    /// A message was sent, or is about to be said in other words.
    pub fn forget_what_was_said(&mut self) {
        self.said.clear();
        self.lately.clear();
        self.about.clear();
    }

    /// Somebody has been greeted.
    pub fn greeted(&mut self, person: PersonId, now: DateTime<Utc>) {
        let everywhere = self.persons.values_mut().chain(self.people.values_mut().flatten());
        for known in everywhere.filter(|known| known.id == person) {
            known.greeted_at = Some(now);
        }
    }
}

/// Days on which somebody is away: from when, until when.
pub type Away = (PersonId, DateTime<Utc>, DateTime<Utc>);

/// A task as it is with every change of this transaction.
#[derive(Debug)]
pub struct Remembered {
    pub task: Task,
    /// Nobody else can change it until the transaction ends.
    pub is_locked: bool,
}

/// What is still to be written, each as a row of JSON, in the order in which it came.
#[derive(Debug, Default)]
pub struct Later {
    signups: Vec<((TaskId, PersonId), String)>,
    taken: BTreeMap<TaskId, u32>,
    history: Vec<String>,
    messages: Vec<String>,
    /// Whether one of the messages is a card.
    has_card: bool,
    cards: Vec<TaskId>,
    due: BTreeMap<(&'static str, i64), DateTime<Utc>>,
    handled: Vec<InboxId>,
    handled_at: Option<DateTime<Utc>>,
}

impl Later {
    fn is_empty(&self) -> bool {
        self.signups.is_empty()
            && self.taken.is_empty()
            && self.history.is_empty()
            && self.messages.is_empty()
            && self.cards.is_empty()
            && self.due.is_empty()
            && self.handled.is_empty()
    }

    /// Whether a statement may not run before this is written: it names one of the tables that something waits for.
    pub fn concerns(&self, sql: &str) -> bool {
        const TABLES: [&str; 6] = ["outbox", "signup", "task", "due", "history", "inbox"];
        !self.is_empty() && TABLES.iter().any(|table| sql.contains(table))
    }

    /// Whether something of this task waits to be written.
    pub fn holds(&self, task: TaskId) -> bool {
        self.taken.contains_key(&task) || self.signups.iter().any(|((of, _), _)| *of == task)
    }

    /// A row of `signup`. One that waits already is replaced: an answer is one row.
    pub fn signup(&mut self, task: TaskId, person: PersonId, row: &impl Serialize) -> sqlx::Result<()> {
        let row = json(row)?;
        match self.signups.iter_mut().find(|(key, _)| *key == (task, person)) {
            Some((_, waiting)) => *waiting = row,
            None => self.signups.push(((task, person), row)),
        }
        Ok(())
    }

    pub fn taken(&mut self, task: TaskId, taken: u32) {
        self.taken.insert(task, taken);
    }

    pub fn history(&mut self, row: &impl Serialize) -> sqlx::Result<()> {
        self.history.push(json(row)?);
        Ok(())
    }

    pub fn message(&mut self, row: &impl Serialize, is_card: bool) -> sqlx::Result<()> {
        self.messages.push(json(row)?);
        self.has_card |= is_card;
        Ok(())
    }

    /// Whether a card waits to be written.
    pub fn has_card(&self) -> bool {
        self.has_card
    }

    /// The cards of a task are to be written anew.
    pub fn cards(&mut self, task: TaskId) {
        if !self.cards.contains(&task) {
            self.cards.push(task);
        }
    }

    pub fn due(&mut self, subject: Subject, at: DateTime<Utc>) {
        self.due.insert(subject.row(), at);
    }

    pub fn handled(&mut self, id: InboxId, now: DateTime<Utc>) {
        self.handled.push(id);
        self.handled_at = Some(now);
    }
}

fn json(row: &impl Serialize) -> sqlx::Result<String> {
    serde_json::to_string(row).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// Rows of JSON as one list of them. It is handed over as text, so that nobody takes it apart and puts it together again on the way.
fn list(rows: impl IntoIterator<Item = String>) -> String {
    let mut list = String::from("[");
    for row in rows {
        if list.len() > 1 {
            list.push(',');
        }
        list += &row;
    }
    list.push(']');
    list
}

/// An instant as both engines read it out of JSON, and as SQLite keeps it: not before `at`, for what was looked at too early would be found not to be
/// due, and be looked at again in the same microsecond.
pub fn stamp(at: DateTime<Utc>) -> String {
    clock::not_before(at).to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

const SIGNUPS: Dialect = Dialect {
    sqlite: "INSERT INTO signup (task_id, person_id, state, people, queue, asked_as, from_minute, until_minute, whole_only, answered_at)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9
             FROM json_each($1) WHERE TRUE
             ON CONFLICT (task_id, person_id) DO UPDATE SET state = excluded.state, people = excluded.people, queue = excluded.queue,
                 asked_as = excluded.asked_as, from_minute = excluded.from_minute, until_minute = excluded.until_minute,
                 whole_only = excluded.whole_only, answered_at = excluded.answered_at",
    postgres: "INSERT INTO signup (task_id, person_id, state, people, queue, asked_as, from_minute, until_minute, whole_only, answered_at)
               SELECT (v ->> 0)::bigint, (v ->> 1)::bigint, v ->> 2, (v ->> 3)::bigint, (v ->> 4)::bigint, (v ->> 5)::bigint, (v ->> 6)::bigint,
                   (v ->> 7)::bigint, (v ->> 8)::boolean, (v ->> 9)::timestamptz
               FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS row (v, n) ORDER BY n
               ON CONFLICT (task_id, person_id) DO UPDATE SET state = excluded.state, people = excluded.people, queue = excluded.queue,
                   asked_as = excluded.asked_as, from_minute = excluded.from_minute, until_minute = excluded.until_minute,
                   whole_only = excluded.whole_only, answered_at = excluded.answered_at",
};

/// The schema refuses more places taken than there are; this says so before it must.
const TAKEN: Dialect = Dialect {
    sqlite: "UPDATE task SET taken = row.value ->> 1 FROM json_each($1) AS row
             WHERE task.id = (row.value ->> 0) AND (row.value ->> 1) <= task.places",
    postgres:
        "UPDATE task SET taken = (row.value ->> 1)::bigint FROM jsonb_array_elements($1::jsonb) AS row (value)
               WHERE task.id = (row.value ->> 0)::bigint AND (row.value ->> 1)::bigint <= task.places",
};

const HISTORY: Dialect = Dialect {
    sqlite: "INSERT INTO history (municipality_id, task_id, request_id, actor_id, channel_id, what, detail, at)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value -> 6, value ->> 7 FROM json_each($1)",
    postgres: "INSERT INTO history (municipality_id, task_id, request_id, actor_id, channel_id, what, detail, at)
               SELECT (v ->> 0)::bigint, (v ->> 1)::bigint, (v ->> 2)::bigint, (v ->> 3)::bigint, (v ->> 4)::bigint, v ->> 5, v -> 6,
                   (v ->> 7)::timestamptz
               FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS row (v, n) ORDER BY n",
};

const MESSAGES: Dialect = Dialect {
    sqlite: "INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, municipality_id, task_id, request_id,
                 person_id, state, not_before_at, created_at)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value -> 6, value ->> 7, value ->> 8,
                 value ->> 9, value ->> 10, value ->> 11, 'pending', value ->> 12, value ->> 13
             FROM json_each($1) WHERE TRUE ON CONFLICT (key) DO NOTHING",
    postgres: "INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, municipality_id, task_id, request_id,
                   person_id, state, not_before_at, created_at)
               SELECT v ->> 0, (v ->> 1)::bigint, (v ->> 2)::bigint, v ->> 3, (v ->> 4)::bigint, (v ->> 5)::boolean, v -> 6, v ->> 7,
                   (v ->> 8)::bigint, (v ->> 9)::bigint, (v ->> 10)::bigint, (v ->> 11)::bigint, 'pending', (v ->> 12)::timestamptz,
                   (v ->> 13)::timestamptz
               FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS row (v, n) ORDER BY n ON CONFLICT (key) DO NOTHING",
};

const CARDS: Dialect = Dialect {
    sqlite: "UPDATE outbox SET revision = revision + 1, state = CASE WHEN state = 'sending' THEN state ELSE 'pending' END
             WHERE task_id IN (SELECT value FROM json_each($1)) AND purpose = 'card' AND state <> 'dropped'",
    postgres: "UPDATE outbox SET revision = revision + 1, state = CASE WHEN state = 'sending' THEN state ELSE 'pending' END
               WHERE task_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1::jsonb) AS value)) AND purpose = 'card' AND state <> 'dropped'",
};

const DUE: Dialect = Dialect {
    sqlite: "INSERT INTO due (subject_kind, subject_id, at) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1) WHERE TRUE
             ON CONFLICT (subject_kind, subject_id) DO UPDATE SET at = excluded.at",
    postgres: "INSERT INTO due (subject_kind, subject_id, at)
               SELECT v ->> 0, (v ->> 1)::bigint, (v ->> 2)::timestamptz FROM jsonb_array_elements($1::jsonb) AS v
               ON CONFLICT (subject_kind, subject_id) DO UPDATE SET at = excluded.at",
};

const HANDLED: Dialect = Dialect {
    sqlite: "UPDATE inbox SET state = 'done', payload = NULL, handled_at = $2 WHERE id IN (SELECT value FROM json_each($1))",
    postgres: "UPDATE inbox SET state = 'done', payload = NULL, handled_at = $2
               WHERE id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1::jsonb) AS value))",
};

impl Tx {
    /// Writes what was kept for later. Fails if more places would be taken than there are.
    pub async fn write_out(&mut self) -> sqlx::Result<()> {
        let later = std::mem::take(&mut self.later);
        let Later { signups, taken, history, messages, has_card: _, cards, due, handled, handled_at } = later;
        if !signups.is_empty() {
            let rows = list(signups.into_iter().map(|(_, row)| row));
            self.write(self.pick(SIGNUPS), (rows,)).await?;
        }
        if !taken.is_empty() {
            let rows = list(taken.iter().map(|(task, taken)| format!("[{},{taken}]", task.0)));
            if self.write(self.pick(TAKEN), (rows,)).await? != taken.len() as u64 {
                return Err(sqlx::Error::Protocol("a task has not so many places to give".to_owned()));
            }
        }
        if !history.is_empty() {
            self.write(self.pick(HISTORY), (list(history),)).await?;
        }
        if !messages.is_empty() {
            self.write(self.pick(MESSAGES), (list(messages),)).await?;
        }
        if !cards.is_empty() {
            let rows = list(cards.iter().map(|task| task.0.to_string()));
            self.write(self.pick(CARDS), (rows,)).await?;
        }
        if !due.is_empty() {
            let rows =
                list(due.iter().map(|((kind, id), at)| format!("[\"{kind}\",{id},\"{}\"]", stamp(*at))));
            self.write(self.pick(DUE), (rows,)).await?;
        }
        if let Some(now) = handled_at {
            let rows = list(handled.iter().map(|id| id.0.to_string()));
            self.write(self.pick(HANDLED), (rows, now)).await?;
        }
        Ok(())
    }
}
