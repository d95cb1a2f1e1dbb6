//! What a person is to a municipality.

use serde::{Deserialize, Serialize};

/// A role in an organisation, team or unit. A person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Role {
    Volunteer,
    ClubContact,
    Coordinator,
    /// Municipal staff: asks for help.
    Staff,
    Administrator,
}

impl Role {
    pub const ALL: [Self; 5] =
        [Self::Volunteer, Self::ClubContact, Self::Coordinator, Self::Staff, Self::Administrator];
}
