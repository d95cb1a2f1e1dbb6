//! Identities of rows, each a type of its own so that one can't stand in for another.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $Name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $Name(pub i64);
    )*};
}

ids! {
    /// One bot or mailbox.
    ChannelId;
    /// A report of something that went wrong.
    DeviationId;
    /// Days on which somebody is away.
    AbsenceId;
    /// A report of a message that was read wrongly.
    MisreadId;
    AccountId;
    ChatId;
    GroupId;
    MunicipalityId;
    UnitId;
    ZoneId;
    OrganisationId;
    TeamId;
    PersonId;
    ServiceId;
    AgreementId;
    RequestId;
    TaskId;
    OfferId;
    InboxId;
    OutboxId;
}

/// The number of a task in its municipality, written `#17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct TaskNumber(pub i64);

impl std::fmt::Display for TaskNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.0)
    }
}
