//! People, the accounts they write from, and what they are to a municipality.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use crate::chat::incoming::AccountRef;
use crate::domain::ids::*;
use crate::domain::language::Language;
use crate::domain::role::Role;

/// A human as one municipality knows them.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Person {
    pub id: PersonId,
    pub municipality_id: MunicipalityId,
    pub name: String,
    pub phone: Option<String>,
    pub language: Language,
    pub greeted_at: Option<DateTime<Utc>>,
}

/// An identity on a channel.
#[derive(Clone, Debug, PartialEq, FromRow)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub username: Option<String>,
    pub can_write: CanWrite,
}

/// Whether the bot may write to an account in private.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum CanWrite {
    Unknown,
    Yes,
    Blocked,
}

/// A role in an organisation, team or unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Membership {
    pub role: Role,
    pub organisation_id: Option<OrganisationId>,
    pub unit_id: Option<UnitId>,
}

/// Where a person can be written to in private.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Reach {
    pub person_id: PersonId,
    pub channel_id: ChannelId,
    pub chat_id: ChatId,
    pub language: Language,
}

impl Tx {
    /// Notes that an account was seen, with its name of today.
    pub async fn account_seen(
        &mut self,
        channel: ChannelId,
        account: &AccountRef,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Account> {
        let key = (channel, account.id.clone());
        let known = match self.memory.accounts.get(&key) {
            Some(known) => Some(known.clone()),
            None => {
                self.maybe(
                    "SELECT * FROM account WHERE channel_id = $1 AND external_id = $2",
                    (channel, &account.id),
                )
                .await?
            }
        };
        if let Some(known) =
            known.filter(|known| known.name == account.name && known.username == account.username)
        {
            self.memory.accounts.insert(key, known.clone());
            return Ok(known);
        }
        let seen: Option<Account> = self
            .maybe_apart(
                "INSERT INTO account (channel_id, external_id, name, username, can_write, seen_at) VALUES ($1, $2, $3, $4, 'unknown', $5)
                 ON CONFLICT (channel_id, external_id) DO UPDATE SET name = $3, username = $4, seen_at = $5 RETURNING *",
                (channel, &account.id, &account.name, &account.username, now),
            )
            .await?;
        let seen = seen.ok_or(sqlx::Error::RowNotFound)?;
        // Of several accounts a person is written to by the one that was seen last.
        self.memory.reach.clear();
        self.memory.accounts.insert(key, seen.clone());
        Ok(seen)
    }

    pub async fn set_can_write(&mut self, account: AccountId, can_write: CanWrite) -> sqlx::Result<()> {
        self.execute(
            "UPDATE account SET can_write = $2 WHERE id = $1 AND can_write <> $2",
            (account, can_write),
        )
        .await
        .map(drop)
    }

    /// The same, for whoever the private chat belongs to.
    pub async fn set_can_write_of_chat(&mut self, chat: ChatId, can_write: CanWrite) -> sqlx::Result<()> {
        self.execute(
            "UPDATE account SET can_write = $2 WHERE id = (SELECT account_id FROM chat WHERE id = $1)",
            (chat, can_write),
        )
        .await
        .map(drop)
    }

    /// The people an account stands for: one in each municipality that knows it.
    pub async fn people_of(&mut self, account: AccountId) -> sqlx::Result<Vec<Person>> {
        if let Some(known) = self.memory.people.get(&account) {
            return Ok(known.clone());
        }
        let people: Vec<Person> = self
            .all(
                "SELECT person.* FROM person JOIN person_account ON person_account.person_id = person.id
                 WHERE person_account.account_id = $1 AND person.erased_at IS NULL ORDER BY person.id",
                (account,),
            )
            .await?;
        self.memory.people.insert(account, people.clone());
        Ok(people)
    }

    pub async fn person(&mut self, id: PersonId) -> sqlx::Result<Person> {
        if let Some(known) = self.memory.persons.get(&id) {
            return Ok(known.clone());
        }
        let person: Person = self.one("SELECT * FROM person WHERE id = $1", (id,)).await?;
        self.memory.persons.insert(id, person.clone());
        Ok(person)
    }

    /// The same, unless the person has been erased.
    pub async fn living_person(&mut self, id: PersonId) -> sqlx::Result<Option<Person>> {
        if let Some(known) = self.memory.living.get(&id) {
            return Ok(known.clone());
        }
        let person: Option<Person> =
            self.maybe("SELECT * FROM person WHERE id = $1 AND erased_at IS NULL", (id,)).await?;
        self.memory.living.insert(id, person.clone());
        Ok(person)
    }

    /// Remembers these people for when each is asked for, where there is more than one to be read.
    pub async fn recall_persons(&mut self, ids: impl Iterator<Item = PersonId>) -> sqlx::Result<()> {
        const PERSONS: Dialect = Dialect {
            sqlite: "SELECT * FROM person WHERE id IN (SELECT value FROM json_each($1))",
            postgres: "SELECT * FROM person WHERE id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))",
        };
        let unknown: Vec<PersonId> = ids.filter(|id| !self.memory.persons.contains_key(id)).collect();
        if unknown.len() < 2 {
            return Ok(());
        }
        for person in self.all::<Person>(self.pick(PERSONS), (Json(unknown),)).await? {
            self.memory.persons.insert(person.id, person);
        }
        Ok(())
    }

    pub async fn insert_person(
        &mut self,
        municipality: MunicipalityId,
        name: &str,
        language: Language,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Person> {
        let person: Option<Person> = self
            .maybe_apart(
                "INSERT INTO person (municipality_id, name, language, created_at) VALUES ($1, $2, $3, $4) RETURNING *",
                (municipality, name, language, now),
            )
            .await?;
        let person = person.ok_or(sqlx::Error::RowNotFound)?;
        self.memory.new_people.insert(person.id);
        self.memory.memberships.insert(person.id, Vec::new());
        self.memory.persons.insert(person.id, person.clone());
        Ok(person)
    }

    pub async fn link_account(&mut self, person: PersonId, account: AccountId) -> sqlx::Result<()> {
        self.memory.people.remove(&account);
        self.memory.reach.remove(&person);
        self.write(
            "INSERT INTO person_account (person_id, account_id) VALUES ($1, $2) ON CONFLICT (person_id, account_id) DO NOTHING",
            (person, account),
        )
        .await
        .map(drop)
    }

    pub async fn set_language(&mut self, person: PersonId, language: Language) -> sqlx::Result<()> {
        self.execute("UPDATE person SET language = $2 WHERE id = $1", (person, language)).await.map(drop)
    }

    pub async fn set_greeted(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.memory.greeted(person, now);
        self.write("UPDATE person SET greeted_at = $2 WHERE id = $1", (person, now)).await.map(drop)
    }

    /// What a person is to the municipality now.
    pub async fn memberships(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Membership>> {
        if let Some(known) = self.memory.memberships.get(&person) {
            return Ok(known.clone());
        }
        let memberships: Vec<Membership> = self
            .all(
                "SELECT role, organisation_id, unit_id FROM membership
                 WHERE person_id = $1 AND since_at <= $2 AND (until_at IS NULL OR until_at > $2) ORDER BY id",
                (person, now),
            )
            .await?;
        self.memory.memberships.insert(person, memberships.clone());
        Ok(memberships)
    }

    /// Makes a person a volunteer of an organisation, unless they are something there already.
    pub async fn become_volunteer(
        &mut self,
        person: &Person,
        organisation: OrganisationId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        let known = self.memberships(person.id, now).await?;
        if known.iter().any(|membership| membership.organisation_id == Some(organisation)) {
            return Ok(());
        }
        self.memory.memberships.remove(&person.id);
        self.write(
            "INSERT INTO membership (person_id, municipality_id, role, organisation_id, since_at) VALUES ($1, $2, 'volunteer', $3, $4)",
            (person.id, person.municipality_id, organisation, now),
        )
        .await
        .map(drop)
    }

    /// Somebody is nothing in an organisation any more, and with the last one nobody's standby. Whether they were.
    pub async fn end_membership(
        &mut self,
        person: PersonId,
        organisation: OrganisationId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let ended = self
            .execute(
                "UPDATE membership SET until_at = $3 WHERE person_id = $1 AND organisation_id = $2 AND (until_at IS NULL OR until_at > $3)",
                (person, organisation, now),
            )
            .await?;
        self.execute(
            "DELETE FROM standby WHERE person_id = $1 AND NOT EXISTS
                 (SELECT 1 FROM membership WHERE person_id = $1 AND organisation_id IS NOT NULL AND (until_at IS NULL OR until_at > $2))",
            (person, now),
        )
        .await?;
        Ok(ended > 0)
    }

    /// Where `person` can be written to; of several chats the one used last.
    pub async fn reach(&mut self, person: PersonId) -> sqlx::Result<Option<Reach>> {
        if let Some(known) = self.memory.reach.get(&person) {
            return Ok(*known);
        }
        let reach: Option<Reach> = self.maybe(
            "SELECT person.id AS person_id, chat.channel_id, chat.id AS chat_id, person.language
             FROM person
             JOIN person_account ON person_account.person_id = person.id
             JOIN account ON account.id = person_account.account_id AND account.can_write = 'yes'
             JOIN chat ON chat.account_id = account.id AND chat.kind = 'private' AND chat.state = 'open'
             WHERE person.id = $1 AND person.erased_at IS NULL ORDER BY account.seen_at DESC, account.id LIMIT 1",
            (person,),
        )
        .await?;
        self.memory.reach.insert(person, reach);
        Ok(reach)
    }

    /// The people with a role in a municipality.
    pub async fn people_with_role(
        &mut self,
        municipality: MunicipalityId,
        role: Role,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Person>> {
        self.all(
            "SELECT DISTINCT person.* FROM person JOIN membership ON membership.person_id = person.id
             WHERE membership.municipality_id = $1 AND membership.role = $2 AND person.erased_at IS NULL
               AND membership.since_at <= $3 AND (membership.until_at IS NULL OR membership.until_at > $3)
             ORDER BY person.id",
            (municipality, role, now),
        )
        .await
    }

    /// Everybody who has a role in an organisation, by name.
    pub async fn people_of_organisation(
        &mut self,
        organisation: OrganisationId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Person>> {
        self.all(
            "SELECT DISTINCT person.* FROM person JOIN membership ON membership.person_id = person.id
             WHERE membership.organisation_id = $1 AND person.erased_at IS NULL
               AND membership.since_at <= $2 AND (membership.until_at IS NULL OR membership.until_at > $2)
             ORDER BY person.name, person.id",
            (organisation, now),
        )
        .await
    }

    /// Those who answer for an organisation.
    pub async fn contacts_of(
        &mut self,
        organisation: OrganisationId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Person>> {
        self.all(
            "SELECT DISTINCT person.* FROM person JOIN membership ON membership.person_id = person.id
             WHERE membership.organisation_id = $1 AND membership.role = 'club_contact' AND person.erased_at IS NULL
               AND membership.since_at <= $2 AND (membership.until_at IS NULL OR membership.until_at > $2)
             ORDER BY person.id",
            (organisation, now),
        )
        .await
    }

    /// Whether a service has approved a person.
    pub async fn is_approved(&mut self, service: ServiceId, person: PersonId) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT person_id FROM service_approval WHERE service_id = $1 AND person_id = $2",
                (service, person),
            )
            .await?;
        Ok(row.is_some())
    }

    /// People who have said that they may be asked when a place of this service stays empty.
    pub async fn standby(&mut self, service: ServiceId) -> sqlx::Result<Vec<PersonId>> {
        let rows: Vec<(PersonId,)> = self
            .all("SELECT person_id FROM standby WHERE service_id = $1 ORDER BY person_id", (service,))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }
}
