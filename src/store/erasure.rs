//! Erasing a person who has asked for it. What stays has a number and no name: answers as counts, the ledger, the log of who saw which address,
//! and history.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::outbox::Body;
use super::people::Person;
use crate::domain::ids::*;
use crate::text::Said;

/// What stands where a name stood.
pub const NOBODY: &str = "—";

fn nothing() -> Json<Body> {
    Json(Body::Say { said: Said::new([]), reply_to: None })
}

/// How a name begins in a body, as JSON has it from the quotation mark on: "Ola Rud +1" begins the same.
fn begins(name: &str) -> String {
    let json = serde_json::Value::from(name).to_string();
    json.strip_suffix('"').unwrap_or(&json).to_owned()
}

impl Tx {
    /// Takes a person out of everything: roles, approvals, days away, rota, codes and links. From now on nobody is them. The name goes with
    /// [`Tx::erase_name`], once what was said with it on this occasion has been sent.
    pub async fn erase_person(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
        for sql in [
            "DELETE FROM standby WHERE person_id = $1",
            "DELETE FROM service_approval WHERE person_id = $1",
            "DELETE FROM absence WHERE person_id = $1",
            "DELETE FROM misread WHERE person_id = $1",
            "DELETE FROM mail WHERE person_id = $1",
            "DELETE FROM duty_turn WHERE person_id = $1",
            "DELETE FROM duty_shift WHERE person_id = $1",
            "DELETE FROM invite WHERE person_id = $1 AND used_at IS NULL",
        ] {
            self.execute(sql, (person,)).await?;
        }
        for sql in [
            "UPDATE membership SET until_at = $2 WHERE person_id = $1 AND (until_at IS NULL OR until_at > $2)",
            "UPDATE disclosure SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL",
            "UPDATE person SET phone = NULL, email = NULL, greeted_at = NULL, erased_at = $2 WHERE id = $1",
        ] {
            self.execute(sql, (person, now)).await?;
        }
        Ok(())
    }

    /// The accounts that somebody is known by.
    pub async fn accounts_of(&mut self, person: PersonId) -> sqlx::Result<Vec<AccountId>> {
        let rows: Vec<(AccountId,)> = self
            .all("SELECT account_id FROM person_account WHERE person_id = $1 ORDER BY account_id", (person,))
            .await?;
        Ok(rows.into_iter().map(|(account,)| account).collect())
    }

    /// Those of an account's people who have been erased and still have their name.
    pub async fn people_to_forget(&mut self, account: AccountId) -> sqlx::Result<Vec<Person>> {
        self.all(
            "SELECT person.* FROM person JOIN person_account ON person_account.person_id = person.id
             WHERE person_account.account_id = $1 AND person.erased_at IS NOT NULL ORDER BY person.id",
            (account,),
        )
        .await
    }

    /// Whether something with this name in it waits to be sent, or is being sent, in a chat or by e-mail.
    pub async fn has_unsent_naming(&mut self, name: &str) -> sqlx::Result<bool> {
        const NAMED: Dialect = Dialect {
            sqlite: "SELECT id FROM outbox WHERE state IN ('pending', 'sending') AND instr(body, $1) > 0
                     UNION ALL SELECT id FROM mail WHERE state = 'pending' AND instr(body, $1) > 0 LIMIT 1",
            postgres: "SELECT id FROM outbox WHERE state IN ('pending', 'sending') AND strpos(CAST(body AS TEXT), $1) > 0
                       UNION ALL SELECT id FROM mail WHERE state = 'pending' AND strpos(CAST(body AS TEXT), $1) > 0 LIMIT 1",
        };
        let row: Option<(i64,)> = self.maybe(self.pick(NAMED), (begins(name),)).await?;
        Ok(row.is_some())
    }

    /// Erases a person's name: their own, on the cards where it stands, and in what was said to others.
    pub async fn erase_name(&mut self, person: &Person) -> sqlx::Result<()> {
        const NAMED: Dialect = Dialect {
            sqlite: "UPDATE outbox SET body = $1 WHERE state IN ('sent', 'failed', 'dropped') AND (instr(body, $2) > 0 OR instr(body, $3) > 0)",
            postgres: "UPDATE outbox SET body = $1 WHERE state IN ('sent', 'failed', 'dropped')
                         AND (strpos(CAST(body AS TEXT), $2) > 0 OR strpos(CAST(body AS TEXT), $3) > 0)",
        };
        // A first name alone is left: it is nobody's in particular.
        if person.name.contains(' ') {
            let short = crate::commands::faces::short_name(&person.name);
            self.execute(self.pick(NAMED), (nothing(), begins(&person.name), begins(&short))).await?;
        }
        // The report was passed on when it was made; that there was one stays.
        self.execute(
            "UPDATE deviation SET sealed = $2 WHERE reporter_id = $1",
            (person.id, Vec::<u8>::new()),
        )
        .await?;
        self.execute("UPDATE person SET name = $2 WHERE id = $1", (person.id, NOBODY)).await?;
        self.execute("DELETE FROM person_account WHERE person_id = $1", (person.id,)).await?;
        self.refresh_cards_naming(person.id).await
    }

    /// The cards on which somebody's name stands are written anew.
    async fn refresh_cards_naming(&mut self, person: PersonId) -> sqlx::Result<()> {
        // A platform takes few edits a minute, and what is older has been scrolled away.
        const NEWEST: i64 = 50;
        let tasks: Vec<(TaskId,)> = self
            .all(
                "SELECT task_id FROM signup WHERE person_id = $1 AND state IN ('placed', 'reserve') ORDER BY id DESC LIMIT $2",
                (person, NEWEST),
            )
            .await?;
        for (task,) in tasks {
            self.refresh_cards(task).await?;
        }
        Ok(())
    }

    /// What waits to be sent to the private chats of an account is not sent.
    pub async fn drop_unsent_to(&mut self, account: AccountId) -> sqlx::Result<()> {
        self.execute(
            "UPDATE outbox SET state = 'dropped' WHERE state = 'pending'
               AND chat_id IN (SELECT id FROM chat WHERE account_id = $1 AND kind = 'private')",
            (account,),
        )
        .await
        .map(drop)
    }

    /// Whether something waits to be sent, or is being sent, to the private chats of an account.
    pub async fn has_unsent_to(&mut self, account: AccountId) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT outbox.id FROM outbox JOIN chat ON chat.id = outbox.chat_id
                 WHERE chat.account_id = $1 AND chat.kind = 'private' AND outbox.state IN ('pending', 'sending') LIMIT 1",
                (account,),
            )
            .await?;
        Ok(row.is_some())
    }

    /// Erases an account: what it is called on its platform, its chats, and everything that was said to it.
    pub async fn erase_account(&mut self, account: AccountId) -> sqlx::Result<()> {
        for sql in [
            "DELETE FROM own_data_link WHERE account_id = $1",
            "DELETE FROM chat_member WHERE account_id = $1",
            "DELETE FROM person_account WHERE account_id = $1",
            "UPDATE inbox SET chat_key = '', payload = NULL
             WHERE EXISTS (SELECT 1 FROM chat WHERE chat.account_id = $1 AND chat.kind = 'private'
                             AND chat.channel_id = inbox.channel_id AND chat.external_id = inbox.chat_key)",
        ] {
            self.execute(sql, (account,)).await?;
        }
        self.execute(
            "UPDATE outbox SET body = $2, external_id = NULL
             WHERE chat_id IN (SELECT id FROM chat WHERE account_id = $1 AND kind = 'private')",
            (account, nothing()),
        )
        .await?;
        self.execute(
            "UPDATE chat SET external_id = 'erased:' || id, title = $2, state = 'lost' WHERE account_id = $1",
            (account, NOBODY),
        )
        .await?;
        self.execute(
            "UPDATE account SET external_id = 'erased:' || id, name = $2, username = NULL, can_write = 'unknown' WHERE id = $1",
            (account, NOBODY),
        )
        .await
        .map(drop)
    }

    /// Open tasks that somebody has asked for.
    pub async fn open_tasks_asked_for_by(&mut self, person: PersonId) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all("SELECT id FROM task WHERE requester_id = $1 AND state = 'open' ORDER BY id", (person,))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Open tasks that somebody has said to take care of.
    pub async fn tasks_held_by(&mut self, person: PersonId) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all("SELECT id FROM task WHERE held_by = $1 AND state = 'open' ORDER BY id", (person,))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Discards what somebody has written and not sent, with its recipients.
    pub async fn discard_drafts_of(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "DELETE FROM recipient WHERE request_id IN (SELECT id FROM request WHERE requester_id = $1 AND state = 'draft')",
            (person,),
        )
        .await?;
        self.execute(
            "UPDATE request SET state = 'discarded', changed_at = $2 WHERE requester_id = $1 AND state = 'draft'",
            (person, now),
        )
        .await
        .map(drop)
    }
}
