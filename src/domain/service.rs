//! The kinds of help a municipality may ask for.

use serde::{Deserialize, Serialize};

/// What kind of help is asked for. A municipality chooses which of them it offers; what they are called is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ServiceKind {
    /// Shovelling, snow blowing, gritting.
    SnowClearing,
    /// Befriending one person: a visit, a walk, a call, company at home.
    Visit,
    /// Bringing out meals or food parcels.
    MealDelivery,
    /// Driving people or things.
    Transport,
    /// Going along with a person to an appointment.
    Escort,
    /// Helping at an event or with a group.
    Activity,
    /// Groceries and errands, for or with a person.
    Shopping,
    /// Lawn, hedge, leaves, planting, watering.
    Garden,
    /// Phone, tablet, computer, television and the like.
    TechHelp,
    /// Anything else.
    Other,
}

impl ServiceKind {
    /// Every kind, in the order people are shown them.
    pub const ALL: [Self; 10] = [
        Self::SnowClearing,
        Self::Visit,
        Self::MealDelivery,
        Self::Transport,
        Self::Escort,
        Self::Activity,
        Self::Shopping,
        Self::Garden,
        Self::TechHelp,
        Self::Other,
    ];

    /// The name used in files, in the database and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SnowClearing => "snow_clearing",
            Self::Visit => "visit",
            Self::MealDelivery => "meal_delivery",
            Self::Transport => "transport",
            Self::Escort => "escort",
            Self::Activity => "activity",
            Self::Shopping => "shopping",
            Self::Garden => "garden",
            Self::TechHelp => "tech_help",
            Self::Other => "other",
        }
    }

    /// Whether somebody at home waits for it. An activity is for whoever comes.
    pub fn has_recipient(self) -> bool {
        self != Self::Activity
    }

    /// The kind with this name in files and in the API, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
