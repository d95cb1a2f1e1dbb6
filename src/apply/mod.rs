//! `tannhjul apply FILE`: a municipality with its units, organisations, people, groups, services and agreements from one file.
//!
//! [`read`] is pure and finds every fault at once. [`apply`] then writes in one transaction: again and again with the same result, deleting
//! nothing, and leaving alone what was changed in chat since.

mod agreements;
mod check;
mod file;
mod ladder;
mod merge;
pub mod set_up;
mod values;
mod write;
mod write_people;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::fault::Faults;
use crate::store::Db;
use crate::toml_text;
pub use merge::Kept;
use set_up::SetUp;

/// How long a code for joining works.
pub const CODE_LIFE: TimeDelta = TimeDelta::days(14);

/// What was done, in the order of the file. This is what the command prints.
#[derive(Debug, Serialize)]
pub struct Report {
    pub people: Vec<PersonCode>,
    pub groups: Vec<GroupCode>,
    /// What the file says and the database does not, because it was changed in chat.
    pub kept: Vec<Kept>,
    /// People of the file who may have joined already by answering in a group, where nobody knew their key.
    pub maybe_known: Vec<MaybeKnown>,
    /// What holds and is not in the file any more, with what to write to end it.
    pub left_out: Vec<String>,
}

/// Somebody of the file who has not joined, and somebody with the same name whom the chat knows. Whether they are the same human nobody here can
/// tell: if they send the person's code they become one.
#[derive(Debug, Serialize)]
pub struct MaybeKnown {
    pub key: String,
    pub name: String,
    /// The organisations they have answered for.
    pub answered_for: Vec<String>,
    /// Whether the telephone number is the same too, where both are known.
    pub same_phone: Option<bool>,
}

/// A person of the file with the code for joining; none for one who has joined.
#[derive(Debug, Serialize)]
pub struct PersonCode {
    pub key: String,
    pub name: String,
    pub code: Option<String>,
}

/// A group of the file with the code for joining; none for one that has joined.
#[derive(Debug, Serialize)]
pub struct GroupCode {
    pub key: String,
    pub title: String,
    pub code: Option<String>,
}

/// Reads and checks the text of a file. All that is wrong with it comes back at once.
pub fn read(text: &str) -> Result<SetUp, Faults> {
    let (set_up, mut faults) = toml_text::read(text, file::read);
    check::check(&set_up, &mut faults);
    faults.or(set_up)
}

/// Applies the text of a file. An error of type [`Faults`] says all that is wrong with it; nothing has been written then.
pub async fn apply(db: &Db, text: &str, now: DateTime<Utc>) -> anyhow::Result<Report> {
    let set_up = read(text)?;
    let mut tx = db.begin().await?;
    let report = write::write(&mut tx, &set_up, now).await?;
    tx.commit().await?;
    Ok(report)
}

#[cfg(test)]
mod chance;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod write_tests;
