//! Telegram, by its Bot API over HTTP.
//!
//! Requests are typed by `teloxide-core`; everything that comes in is read leniently here, because one nested part that is newer than the
//! library would cost it the whole message, and errors are told apart by the raw answer's code and parameters. Receiving is a loop of our own:
//! a batch is confirmed to Telegram only after the inbox has it.
//!
//! Texts go out plain, without `parse_mode`: nothing in a name or a note can be read as markup, so there is nothing to escape. What would
//! need markup, a link, is a button.

pub mod api;
mod connect;
mod fit;
pub mod parse;
pub mod poll;
mod refusal;
pub mod rights;
mod send;
pub mod start;
pub mod webhook;

pub use api::{Api, ApiError, TELEGRAM};
pub use connect::{Connection, Pace, Receiving};
pub use poll::poll;
pub use send::TelegramChat;
pub use start::{Bot, Introduction};

/// The kinds of update asked for, with every request: Telegram else goes on with what was asked for before, and leaves reactions and
/// members out.
pub const ALLOWED_UPDATES: [&str; 6] =
    ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member", "chat_member"];

/// Whether a chat's id is that of a person: groups and channels have negative ones.
fn is_private(chat: i64) -> bool {
    chat > 0
}
