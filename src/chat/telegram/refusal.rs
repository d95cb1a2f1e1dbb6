//! What a refusal of the Bot API means for whoever wanted to send.

use std::time::Duration;

use super::api::{ApiError, Refusal};
use super::is_private;
use crate::chat::SendError;

/// What was to be done, as far as refusals mean different things for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Post,
    /// Edit, delete or react: something was to happen to one message.
    Change,
    /// The answer to a press.
    Answer,
}

/// When a 429 does not say for how long.
const WAIT_UNSAID: Duration = Duration::from_secs(5);
/// Longest part of the platform's words that is kept, in characters.
const WORDS_MAX: usize = 160;

/// In lower case, as they are compared. Telegram has several wordings for each, and older ones come back.
const NO_SUCH_CHAT: [&str; 5] =
    ["chat not found", "peer_id_invalid", "chat_id_invalid", "user not found", "chat was deactivated"];
const MAY_NOT_WRITE: [&str; 7] = [
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights",
    "chat_restricted",
    "chat_send_plain_forbidden",
    "bot is not a member",
];
const NO_SUCH_MESSAGE: [&str; 7] = [
    "message to edit not found",
    "message can't be edited",
    "message to react not found",
    "message to delete not found",
    "message not found",
    "message_id_invalid",
    "message identifier is not specified",
];
const NO_SUCH_THREAD: [&str; 3] = ["message thread not found", "topic_closed", "topic_deleted"];

/// Whether the request has nothing left to do: the message already says so, or the press is too old to be answered.
pub fn is_done(act: Act, error: &ApiError) -> bool {
    match (act, error) {
        (Act::Change, ApiError::Refused(refusal)) => says(refusal, &["message is not modified"]),
        (Act::Answer, ApiError::Refused(refusal)) => says(refusal, &["query is too old", "query_id_invalid"]),
        _ => false,
    }
}

/// Whether the topic is what is missing, so that the group itself may still be written to.
pub fn is_thread_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.code == 400 && says(refusal, &NO_SUCH_THREAD))
}

/// The error in the dispatcher's terms. `chat` tells a person from a group.
pub fn meaning(act: Act, chat: i64, error: ApiError) -> SendError {
    let refusal = match error {
        ApiError::Lost(words) => return SendError::Temporary(words),
        ApiError::Refused(refusal) => refusal,
    };
    let unreachable = if is_private(chat) { SendError::Blocked } else { SendError::Gone };
    if let Some(chat) = refusal.moved_to {
        return SendError::Moved(chat.to_string());
    }
    match refusal.code {
        429 => SendError::RetryAfter(refusal.retry_after.unwrap_or(WAIT_UNSAID)),
        // The bot's own token is refused, which says nothing of the message: it shall go out once the token is mended.
        401 | 404 => SendError::Temporary("the bot token is not accepted".to_owned()),
        403 => unreachable,
        400 if says(&refusal, &NO_SUCH_CHAT) => unreachable,
        400 if act == Act::Post && says(&refusal, &MAY_NOT_WRITE) => unreachable,
        400 if act == Act::Change && says(&refusal, &NO_SUCH_MESSAGE) => SendError::MessageGone,
        408 | 409 | 500.. => SendError::Temporary(format!("status {}", refusal.code)),
        _ => SendError::Refused(without_quotes(&refusal.description)),
    }
}

fn says(refusal: &Refusal, words: &[&str]) -> bool {
    let description = refusal.description.to_lowercase();
    words.iter().any(|words| description.contains(words))
}

/// The platform's words without what they quote of ours: a refused button is named with its link, and that link may open a page.
fn without_quotes(description: &str) -> String {
    let mut kept = String::new();
    let (mut open, mut before) = (None, ' ');
    let mut characters = description.chars().peekable();
    while let Some(character) = characters.next() {
        let is_mark = matches!(character, '\'' | '"' | '`');
        let ends_word = !characters.peek().is_some_and(|next| next.is_alphanumeric());
        match open {
            // An apostrophe within a word is none of a quotation.
            None if is_mark && !before.is_alphanumeric() => {
                open = Some(character);
                kept.push('…');
            }
            Some(mark) if mark == character && ends_word => open = None,
            None => kept.push(character),
            Some(_) => {}
        }
        before = character;
    }
    let words = kept.split_whitespace().map(|word| if word.contains("://") { "…" } else { word });
    words.collect::<Vec<_>>().join(" ").chars().take(WORDS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: i64 = 5_000_000_001;
    const GROUP: i64 = -1_001_000_000_001;

    fn refused(code: u16, description: &str) -> ApiError {
        let description = description.to_owned();
        ApiError::Refused(Refusal { code, description, retry_after: None, moved_to: None })
    }

    #[test]
    fn every_refusal_means_one_thing() {
        let table = [
            (Act::Post, PERSON, 403, "Forbidden: bot was blocked by the user", SendError::Blocked),
            (
                Act::Post,
                PERSON,
                403,
                "Forbidden: bot can't initiate conversation with a user",
                SendError::Blocked,
            ),
            (Act::Post, PERSON, 403, "Forbidden: user is deactivated", SendError::Blocked),
            (Act::Post, GROUP, 403, "Forbidden: bot was kicked from the supergroup chat", SendError::Gone),
            (
                Act::Change,
                GROUP,
                403,
                "Forbidden: bot is not a member of the supergroup chat",
                SendError::Gone,
            ),
            (Act::Post, GROUP, 400, "Bad Request: chat not found", SendError::Gone),
            (Act::Post, PERSON, 400, "Bad Request: chat not found", SendError::Blocked),
            (Act::Post, PERSON, 400, "Bad Request: PEER_ID_INVALID", SendError::Blocked),
            (Act::Post, GROUP, 400, "Bad Request: CHAT_WRITE_FORBIDDEN", SendError::Gone),
            (
                Act::Post,
                GROUP,
                400,
                "Bad Request: not enough rights to send text messages to the chat",
                SendError::Gone,
            ),
            (Act::Change, GROUP, 400, "Bad Request: message to edit not found", SendError::MessageGone),
            (Act::Change, GROUP, 400, "Bad Request: message can't be edited", SendError::MessageGone),
            (Act::Change, GROUP, 400, "Bad Request: message to react not found", SendError::MessageGone),
            (Act::Change, GROUP, 400, "Bad Request: MESSAGE_ID_INVALID", SendError::MessageGone),
            (
                Act::Post,
                GROUP,
                400,
                "Bad Request: message is too long",
                SendError::Refused("Bad Request: message is too long".to_owned()),
            ),
            (Act::Post, GROUP, 500, "Internal Server Error", SendError::Temporary("status 500".to_owned())),
            (
                Act::Post,
                GROUP,
                401,
                "Unauthorized",
                SendError::Temporary("the bot token is not accepted".to_owned()),
            ),
            (Act::Post, GROUP, 429, "Too Many Requests", SendError::RetryAfter(WAIT_UNSAID)),
        ];
        for (act, chat, code, description, expected) in table {
            assert_eq!(meaning(act, chat, refused(code, description)), expected, "{description}");
        }
    }

    #[test]
    fn a_refusal_does_not_repeat_what_was_sent() {
        let quoted =
            "Bad Request: inline keyboard button URL 'https://x.no/o/abc' is invalid: Wrong HTTP URL";
        assert_eq!(
            without_quotes(quoted),
            "Bad Request: inline keyboard button URL … is invalid: Wrong HTTP URL"
        );
        assert_eq!(without_quotes("bad https://x.no/o/abc"), "bad …");
        assert_eq!(without_quotes("message can't be \"o'clock\" here"), "message can't be … here");
        assert_eq!(without_quotes("never 'closed https://x.no"), "never …");
        assert_eq!(without_quotes(&"x".repeat(1000)).len(), WORDS_MAX);
    }

    #[test]
    fn what_already_is_so_is_done() {
        let same = refused(400, "Bad Request: message is not modified: specified new message content …");
        assert!(is_done(Act::Change, &same) && !is_done(Act::Post, &same));
        let late =
            refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        assert!(is_done(Act::Answer, &late) && !is_done(Act::Change, &late));
    }
}
