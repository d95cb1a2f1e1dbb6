//! The rows of the local chat's tables.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::Json;

use crate::domain::language::Language;

/// Which part somebody plays, for the page's suggestions alone. It gives no rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Part {
    Staff,
    Coordinator,
    ClubContact,
    Volunteer,
}

#[derive(Clone, Debug, FromRow)]
pub struct AccountRow {
    pub id: i64,
    pub name: String,
    pub part: Option<Part>,
    pub language: Option<Language>,
    pub started: bool,
    pub blocked: bool,
}

#[derive(Clone, Debug, FromRow)]
pub struct GroupRow {
    pub id: i64,
    pub title: String,
    /// Whether the bot is in it.
    pub bot: bool,
}

#[derive(Clone, Debug, FromRow)]
pub struct MemberRow {
    pub group_id: i64,
    pub account_id: i64,
}

/// One person's or the bot's reaction to a message. Each has at most one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    pub emoji: String,
    /// The account; none is the bot.
    pub by: Option<i64>,
}

#[derive(Clone, Debug, FromRow)]
pub struct MessageRow {
    pub id: i64,
    pub chat: String,
    /// None is the bot.
    pub author_id: Option<i64>,
    pub reply_to: Option<i64>,
    pub sealed: Vec<u8>,
    pub reactions: Json<Vec<Reaction>>,
    pub change: i64,
    pub sent_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub deleted: bool,
}

/// A message about to be kept.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    pub chat: &'a str,
    pub author_id: Option<i64>,
    /// The sender's own name for it, so that it is kept once.
    pub nonce: Option<&'a str>,
    pub reply_to: Option<i64>,
    pub sealed: Vec<u8>,
    pub change: i64,
    pub sent_at: DateTime<Utc>,
}

#[derive(Clone, Debug, FromRow)]
pub struct PressRow {
    pub id: i64,
    pub account_id: i64,
    pub answer: Option<Vec<u8>>,
}

#[derive(Clone, Debug, FromRow)]
pub struct ReadRow {
    pub account_id: i64,
    pub chat: String,
    pub message_id: i64,
}

#[derive(Clone, Debug, FromRow)]
pub struct UpdateRow {
    pub change: i64,
    pub sealed: Vec<u8>,
}
