//! The platform's names for its people, groups and chats: `p7` is account 7 and its private chat with the bot, `g3` is group 3.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Somebody one can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LocalAccountId(pub i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LocalGroupId(pub i64);

/// A chat. As on Telegram, the private chat with somebody has that account's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Place {
    Private(LocalAccountId),
    Group(LocalGroupId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a name of this platform")]
pub struct UnknownName;

impl fmt::Display for LocalAccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0)
    }
}

impl fmt::Display for LocalGroupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "g{}", self.0)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Private(account) => account.fmt(f),
            Self::Group(group) => group.fmt(f),
        }
    }
}

/// The number after `letter`, written as this file writes it.
fn number_after(letter: char, name: &str) -> Result<i64, UnknownName> {
    let digits = name.strip_prefix(letter).ok_or(UnknownName)?;
    if digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(UnknownName);
    }
    digits.parse().map_err(|_| UnknownName)
}

impl FromStr for LocalAccountId {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        number_after('p', name).map(Self)
    }
}

impl FromStr for LocalGroupId {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        number_after('g', name).map(Self)
    }
}

impl FromStr for Place {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        name.parse().map(Self::Private).or_else(|_| name.parse().map(Self::Group))
    }
}

macro_rules! written_as_text {
    ($($Name:ident),*) => {$(
        impl From<$Name> for String {
            fn from(name: $Name) -> Self {
                name.to_string()
            }
        }
        impl TryFrom<String> for $Name {
            type Error = UnknownName;
            fn try_from(name: String) -> Result<Self, UnknownName> {
                name.parse()
            }
        }
    )*};
}
written_as_text!(LocalAccountId, LocalGroupId, Place);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for place in [Place::Private(LocalAccountId(7)), Place::Group(LocalGroupId(30))] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "p", "7", "p-1", "p+1", "p07", "g1 ", "x1", "p99999999999999999999", "p１"] {
            assert_eq!(wrong.parse::<Place>(), Err(UnknownName), "{wrong}");
        }
    }
}
