//! Every text the dispatcher can say, with what stands in it. How it is said is in `locales/`.

use chrono::{NaiveDate, NaiveTime};
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

use super::argument::{Argument, DayAndClock, Names, Ore, Window};
use crate::domain::ids::TaskNumber;
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;

macro_rules! messages {
    ($( $(#[$doc:meta])* $Variant:ident $({ $($field:ident: $Type:ty),* $(,)? })? = $id:literal, )*) => {
        /// A text of the dispatcher.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Message {
            /// What a service is called.
            Service(ServiceKind),
            $( $(#[$doc])* $Variant $({ $($field: $Type),* })?, )*
        }

        impl Message {
            /// The text's id in the Fluent files.
            pub fn id(&self) -> &'static str {
                match self {
                    Self::Service(kind) => service_id(*kind),
                    $( Self::$Variant $({ $($field: _),* })? => $id, )*
                }
            }

            /// What stands in the text, written in `language`.
            pub(super) fn arguments(&self, language: Language) -> Vec<(&'static str, FluentValue<'static>)> {
                let _ = language;
                match self {
                    Self::Service(_) => Vec::new(),
                    $( Self::$Variant $({ $($field),* })? => vec![$($( (stringify!($field), $field.write(language)) ),*)?], )*
                }
            }
        }

        /// Each text's id and what stands in it; the services are apart.
        #[cfg(test)]
        pub(super) const TEXTS: &[(&str, &[&str])] = &[ $( ($id, &[$($(stringify!($field)),*)?]) ),* ];
    };
}

fn service_id(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::SnowClearing => "service-snow-clearing",
        ServiceKind::Visit => "service-visit",
        ServiceKind::MealDelivery => "service-meal-delivery",
        ServiceKind::Transport => "service-transport",
        ServiceKind::Escort => "service-escort",
        ServiceKind::Activity => "service-activity",
        ServiceKind::Shopping => "service-shopping",
        ServiceKind::Garden => "service-garden",
        ServiceKind::TechHelp => "service-tech-help",
        ServiceKind::Other => "service-other",
    }
}

messages! {
    // Everywhere.
    /// An empty line between paragraphs.
    Blank = "blank",
    Yes = "yes",
    No = "no",
}
