//! The tables of the local chat. What a row means on the platform is said in `chat::local`; here is only how it is kept.
//!
//! Functions rather than methods of [`Tx`]: an account, a group and a message are other things to the dispatcher.

mod rows;

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::Tx;
use crate::domain::language::Language;
pub use rows::*;

#[derive(FromRow)]
struct Number {
    number: i64,
}

const MESSAGE: &str =
    "SELECT id, chat, author_id, reply_to, sealed, reactions, change, sent_at, edited_at, deleted
     FROM local_message WHERE id = $1";

/// Takes the next change number. It must come first in a transaction: the row it locks is what keeps changes in order between processes.
pub async fn next_change(tx: &mut Tx) -> sqlx::Result<i64> {
    let sql = "INSERT INTO local_change (only_row, change) VALUES (1, 1)
               ON CONFLICT (only_row) DO UPDATE SET change = local_change.change + 1 RETURNING change AS number";
    Ok(tx.one::<Number>(sql, ()).await?.number)
}

/// The number of the latest change; 0 before the first.
pub async fn latest_change(tx: &mut Tx) -> sqlx::Result<i64> {
    let row = tx.maybe::<Number>("SELECT change AS number FROM local_change WHERE only_row = 1", ()).await?;
    Ok(row.map_or(0, |row| row.number))
}

// People and groups.

pub async fn accounts(tx: &mut Tx) -> sqlx::Result<Vec<AccountRow>> {
    tx.all("SELECT id, name, part, language, started, blocked FROM local_account ORDER BY id", ()).await
}

pub async fn account(tx: &mut Tx, id: i64) -> sqlx::Result<Option<AccountRow>> {
    let sql = "SELECT id, name, part, language, started, blocked FROM local_account WHERE id = $1";
    tx.maybe(sql, (id,)).await
}

/// Keeps a new account. None where somebody has the name.
pub async fn insert_account(
    tx: &mut Tx,
    name: &str,
    part: Option<Part>,
    language: Option<Language>,
) -> sqlx::Result<Option<i64>> {
    let sql = "INSERT INTO local_account (name, part, language, started, blocked) VALUES ($1, $2, $3, $4, $4)
               ON CONFLICT (name) DO NOTHING RETURNING id AS number";
    Ok(tx.maybe::<Number>(sql, (name, part, language, false)).await?.map(|row| row.number))
}

pub async fn set_account(tx: &mut Tx, id: i64, started: bool, blocked: bool) -> sqlx::Result<()> {
    let sql = "UPDATE local_account SET started = $2, blocked = $3 WHERE id = $1";
    tx.execute(sql, (id, started, blocked)).await.map(drop)
}

pub async fn groups(tx: &mut Tx) -> sqlx::Result<Vec<GroupRow>> {
    tx.all("SELECT id, title, bot FROM local_group ORDER BY id", ()).await
}

pub async fn group(tx: &mut Tx, id: i64) -> sqlx::Result<Option<GroupRow>> {
    tx.maybe("SELECT id, title, bot FROM local_group WHERE id = $1", (id,)).await
}

/// Keeps a new group with the bot in it. None where a group has the title.
pub async fn insert_group(tx: &mut Tx, title: &str) -> sqlx::Result<Option<i64>> {
    let sql = "INSERT INTO local_group (title, bot) VALUES ($1, $2)
               ON CONFLICT (title) DO NOTHING RETURNING id AS number";
    Ok(tx.maybe::<Number>(sql, (title, true)).await?.map(|row| row.number))
}

/// Lets the bot into the group or puts it out. False where nothing changed.
pub async fn set_bot(tx: &mut Tx, group: i64, present: bool) -> sqlx::Result<bool> {
    let sql = "UPDATE local_group SET bot = $2 WHERE id = $1 AND bot <> $2";
    Ok(tx.execute(sql, (group, present)).await? > 0)
}

pub async fn members(tx: &mut Tx) -> sqlx::Result<Vec<MemberRow>> {
    tx.all("SELECT group_id, account_id FROM local_member ORDER BY group_id, account_id", ()).await
}

pub async fn is_member(tx: &mut Tx, group: i64, account: i64) -> sqlx::Result<bool> {
    let sql = "SELECT group_id, account_id FROM local_member WHERE group_id = $1 AND account_id = $2";
    Ok(tx.maybe::<MemberRow>(sql, (group, account)).await?.is_some())
}

/// False where the person was in the group already.
pub async fn insert_member(tx: &mut Tx, group: i64, account: i64) -> sqlx::Result<bool> {
    let sql = "INSERT INTO local_member (group_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, (group, account)).await? > 0)
}

/// False where the person was not in the group.
pub async fn delete_member(tx: &mut Tx, group: i64, account: i64) -> sqlx::Result<bool> {
    let sql = "DELETE FROM local_member WHERE group_id = $1 AND account_id = $2";
    Ok(tx.execute(sql, (group, account)).await? > 0)
}

// Messages.

/// Keeps a message and gives its id. None where one with this nonce is there already.
pub async fn insert_message(tx: &mut Tx, message: NewMessage<'_>) -> sqlx::Result<Option<i64>> {
    let sql =
        "INSERT INTO local_message (chat, author_id, nonce, reply_to, sealed, reactions, change, sent_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (nonce) DO NOTHING RETURNING id AS number";
    let NewMessage { chat, author_id, nonce, reply_to, sealed, change, sent_at } = message;
    let none: Json<Vec<Reaction>> = Json(Vec::new());
    let row =
        tx.maybe::<Number>(sql, (chat, author_id, nonce, reply_to, sealed, none, change, sent_at)).await?;
    Ok(row.map(|row| row.number))
}

pub async fn message(tx: &mut Tx, id: i64) -> sqlx::Result<Option<MessageRow>> {
    tx.maybe(MESSAGE, (id,)).await
}

pub async fn set_content(
    tx: &mut Tx,
    id: i64,
    sealed: Vec<u8>,
    change: i64,
    edited_at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    let sql = "UPDATE local_message SET sealed = $2, change = $3, edited_at = $4 WHERE id = $1";
    tx.execute(sql, (id, sealed, change, edited_at)).await.map(drop)
}

/// Marks a message as deleted and overwrites what it said with `sealed`.
pub async fn delete_message(tx: &mut Tx, id: i64, sealed: Vec<u8>, change: i64) -> sqlx::Result<()> {
    let sql = "UPDATE local_message SET deleted = $2, sealed = $3, reactions = $4, change = $5 WHERE id = $1";
    let none: Json<Vec<Reaction>> = Json(Vec::new());
    tx.execute(sql, (id, true, sealed, none, change)).await.map(drop)
}

pub async fn set_reactions(tx: &mut Tx, id: i64, reactions: Vec<Reaction>, change: i64) -> sqlx::Result<()> {
    let sql = "UPDATE local_message SET reactions = $2, change = $3 WHERE id = $1";
    tx.execute(sql, (id, Json(reactions), change)).await.map(drop)
}

/// Forgets all but the newest `keep` messages of a chat.
pub async fn prune_messages(tx: &mut Tx, chat: &str, keep: i64) -> sqlx::Result<()> {
    let sql = "DELETE FROM local_message WHERE chat = $1 AND id <=
               (SELECT id FROM local_message WHERE chat = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)";
    tx.execute(sql, (chat, keep)).await.map(drop)
}

/// The newest `limit` messages of every chat, oldest first.
pub async fn newest_messages(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<MessageRow>> {
    let sql =
        "SELECT id, chat, author_id, reply_to, sealed, reactions, change, sent_at, edited_at, deleted FROM
             (SELECT m.*, ROW_NUMBER() OVER (PARTITION BY chat ORDER BY id DESC) AS place FROM local_message m) newest
         WHERE place <= $1 ORDER BY id";
    tx.all(sql, (limit,)).await
}

/// The messages that changed after `since`, the longest unchanged first.
pub async fn changed_messages(tx: &mut Tx, since: i64, limit: i64) -> sqlx::Result<Vec<MessageRow>> {
    let sql = "SELECT id, chat, author_id, reply_to, sealed, reactions, change, sent_at, edited_at, deleted
               FROM local_message WHERE change > $1 ORDER BY change LIMIT $2";
    tx.all(sql, (since, limit)).await
}

/// Up to `limit` messages of a chat before the message `before`, oldest first.
pub async fn older_messages(
    tx: &mut Tx,
    chat: &str,
    before: i64,
    limit: i64,
) -> sqlx::Result<Vec<MessageRow>> {
    let sql = "SELECT id, chat, author_id, reply_to, sealed, reactions, change, sent_at, edited_at, deleted
               FROM local_message WHERE chat = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    let mut rows: Vec<MessageRow> = tx.all(sql, (chat, before, limit)).await?;
    rows.reverse();
    Ok(rows)
}

// Presses, marks of what was read, and what waits for the dispatcher.

pub async fn insert_press(
    tx: &mut Tx,
    account: i64,
    message: i64,
    change: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<i64> {
    let sql = "INSERT INTO local_press (account_id, message_id, change, pressed_at) VALUES ($1, $2, $3, $4)
               RETURNING id AS number";
    Ok(tx.one::<Number>(sql, (account, message, change, now)).await?.number)
}

pub async fn press(tx: &mut Tx, id: i64) -> sqlx::Result<Option<PressRow>> {
    tx.maybe("SELECT id, account_id, answer FROM local_press WHERE id = $1", (id,)).await
}

pub async fn answer_press(tx: &mut Tx, id: i64, answer: Vec<u8>, change: i64) -> sqlx::Result<()> {
    let sql = "UPDATE local_press SET answer = $2, change = $3 WHERE id = $1";
    tx.execute(sql, (id, answer, change)).await.map(drop)
}

/// The presses that were answered after the change `since`.
pub async fn answered_presses(tx: &mut Tx, since: i64, limit: i64) -> sqlx::Result<Vec<PressRow>> {
    let sql = "SELECT id, account_id, answer FROM local_press
               WHERE change > $1 AND answer IS NOT NULL ORDER BY change LIMIT $2";
    tx.all(sql, (since, limit)).await
}

/// Forgets all but the newest `keep` presses.
pub async fn prune_presses(tx: &mut Tx, keep: i64) -> sqlx::Result<()> {
    let sql =
        "DELETE FROM local_press WHERE id <= (SELECT id FROM local_press ORDER BY id DESC LIMIT 1 OFFSET $1)";
    tx.execute(sql, (keep,)).await.map(drop)
}

pub async fn reads(tx: &mut Tx) -> sqlx::Result<Vec<ReadRow>> {
    tx.all("SELECT account_id, chat, message_id FROM local_read ORDER BY account_id, chat", ()).await
}

/// Moves a mark forward. False where it was there already, or further.
pub async fn mark_read(tx: &mut Tx, account: i64, chat: &str, message: i64) -> sqlx::Result<bool> {
    let sql = "INSERT INTO local_read (account_id, chat, message_id) VALUES ($1, $2, $3)
               ON CONFLICT (account_id, chat) DO UPDATE SET message_id = excluded.message_id
               WHERE local_read.message_id < excluded.message_id";
    Ok(tx.execute(sql, (account, chat, message)).await? > 0)
}

pub async fn queue_update(tx: &mut Tx, change: i64, sealed: Vec<u8>) -> sqlx::Result<()> {
    tx.execute("INSERT INTO local_update (change, sealed) VALUES ($1, $2)", (change, sealed)).await.map(drop)
}

/// What waits for the dispatcher, in order.
pub async fn waiting_updates(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<UpdateRow>> {
    tx.all("SELECT change, sealed FROM local_update ORDER BY change LIMIT $1", (limit,)).await
}

/// Forgets the updates up to and with `change`: they were handed over.
pub async fn forget_updates(tx: &mut Tx, change: i64) -> sqlx::Result<()> {
    tx.execute("DELETE FROM local_update WHERE change <= $1", (change,)).await.map(drop)
}
