//! Why a link shows nothing: each reason with its own words and what to do instead.

use axum::http::StatusCode;

use super::open::Ring;
use crate::domain::language::Language;
use crate::text::Message;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such link was ever made.
    Unknown,
    Expired,
    /// A link to a need that was not sent yet.
    ExpiredDraft,
    /// The person gave the place back, or has none any more.
    Withdrawn,
    Cancelled,
    TakenOver,
    Erased,
    /// Bound to the browser that opened it first.
    OtherBrowser,
    /// Neither somebody who comes nor one of those who may look.
    NotYours,
    /// Too many wrong links came from there.
    TooMany,
    /// The form was sent by another page.
    Elsewhere,
    /// A fault of ours.
    Failed,
}

/// A refusal as it is told.
#[derive(Clone, Debug)]
pub struct Refused {
    pub why: Refusal,
    /// The language of the person; none: nobody knows who it is.
    pub language: Option<Language>,
    /// Whom to ring, where that is known.
    pub ring: Option<Ring>,
}

impl From<Refusal> for Refused {
    fn from(why: Refusal) -> Self {
        Self { why, language: None, ring: None }
    }
}

impl Refusal {
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Expired | Self::ExpiredDraft | Self::Cancelled | Self::TakenOver | Self::Erased => {
                StatusCode::GONE
            }
            Self::Withdrawn | Self::OtherBrowser | Self::NotYours | Self::Elsewhere => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A heading, and what to do.
    pub fn words(self) -> (Message, Message) {
        match self {
            Self::Unknown => (Message::PageUnknown, Message::PageUnknownHelp),
            Self::Expired => (Message::PageExpired, Message::PageExpiredHelp),
            Self::ExpiredDraft => (Message::PageExpired, Message::PageExpiredDraftHelp),
            Self::Withdrawn => (Message::PageWithdrawn, Message::PageWithdrawnHelp),
            Self::Cancelled => (Message::PageCancelled, Message::PageCancelledHelp),
            Self::TakenOver => (Message::PageTakenOver, Message::PageTakenOverHelp),
            Self::Erased => (Message::PageErased, Message::PageErasedHelp),
            Self::OtherBrowser => (Message::PageOtherBrowser, Message::PageOtherBrowserHelp),
            Self::NotYours => (Message::PageNotYours, Message::PageNotYoursHelp),
            Self::TooMany => (Message::PageTooMany, Message::PageTooManyHelp),
            Self::Elsewhere => (Message::PageElsewhere, Message::PageElsewhereHelp),
            Self::Failed => (Message::PageFailed, Message::PageFailedHelp),
        }
    }
}
