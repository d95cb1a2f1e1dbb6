//! Carries out deliveries: the neutral form into the Bot API's requests, and its answers back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide_core::payloads::setters::*;
use teloxide_core::payloads::{
    AnswerCallbackQuery, DeleteMessage, EditMessageText, SendMessage, SetMessageReaction,
};
use teloxide_core::types::{
    CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageId,
    ReactionType, ReplyParameters, ThreadId,
};

use super::api::{Api, ApiError};
use super::fit::{ANSWER_MAX, CAPTION_MAX, DATA_MAX_BYTES, LABEL_MAX, TEXT_MAX, shorten, split};
use super::refusal::{Act, is_done, is_thread_gone, meaning};
use super::start::Bot;
use crate::chat::limits::Rates;
use crate::chat::{
    Address, Button, Capabilities, Chat, Delivered, Delivery, Document, SendError, Sending, Target, Text,
    unbroken,
};

/// Telegram as a channel that can be written to.
#[derive(Debug)]
pub struct TelegramChat {
    api: Api,
    /// For start links. Known from the last run, or from `getMe`.
    username: Mutex<Option<String>>,
    /// Whether the server is taken to keep Telegram's limits: Telegram's own does, another once it has refused something for them.
    keeps_limits: AtomicBool,
}

impl TelegramChat {
    /// A channel over `api`. `username` is the bot's, if it is known from an earlier run; without it there are no start links until
    /// [`TelegramChat::met`].
    pub fn new(api: Api, username: Option<String>) -> Self {
        let keeps_limits = AtomicBool::new(api.is_telegram());
        Self { api, username: Mutex::new(username), keeps_limits }
    }

    /// The access it writes by.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// Learns the bot's username.
    pub fn met(&self, bot: &Bot) {
        *self.username.lock().unwrap_or_else(PoisonError::into_inner) = Some(bot.username.clone());
    }

    async fn carry_out(&self, delivery: Delivery) -> Result<Delivered, SendError> {
        match delivery {
            Delivery::Post { to, text, reply_to } => self.post(&to, &text, reply_to.as_deref()).await,
            Delivery::Document { to, document, caption } => self.post_document(&to, document, &caption).await,
            Delivery::Edit { to, message, text } => self.edit(&to, &message, &text).await,
            Delivery::React { to, message, emoji } => self.react(&to, &message, emoji).await,
            Delivery::AnswerPress { press, text } => self.answer(press, &text).await,
            Delivery::Delete { to, message } => self.delete(&to, &message).await,
        }
    }

    /// Posts `text`, in several messages if it is too long for one. The last one carries the buttons and is the one that is reported. If a
    /// later part fails the whole is to be sent again: rather twice than half.
    async fn post(&self, to: &Address, text: &Text, reply_to: Option<&str>) -> Result<Delivered, SendError> {
        let chat = chat_id(to)?;
        let keyboard = keyboard(&text.buttons)?;
        let body = unbroken(&text.body);
        let parts = split(&body, TEXT_MAX);
        let mut message = None;
        for (index, part) in parts.iter().enumerate() {
            let mut request = SendMessage::new(ChatId(chat), *part).link_preview_options(no_preview());
            request.message_thread_id = thread_id(to);
            if let (0, Some(message)) = (index, reply_to.and_then(message_id)) {
                // A reply to what has been deleted meanwhile becomes an ordinary message.
                request.reply_parameters = Some(ReplyParameters::new(message).allow_sending_without_reply());
            }
            if let (true, Some(keyboard)) = (index + 1 == parts.len(), &keyboard) {
                request = request.reply_markup(keyboard.clone());
            }
            let sent = self.send(request).await.map_err(|error| meaning(Act::Post, chat, error))?;
            message = posted_id(&sent);
        }
        Ok(Delivered { message })
    }

    /// Sends one message; if the topic was closed or deleted, to the group itself.
    async fn send(&self, request: SendMessage) -> Result<Box<RawValue>, ApiError> {
        match self.api.call(&request).await {
            Err(error) if request.message_thread_id.is_some() && is_thread_gone(&error) => {
                self.api.call(&SendMessage { message_thread_id: None, ..request }).await
            }
            result => result,
        }
    }

    /// Posts a file. What is too long of its caption is cut.
    async fn post_document(
        &self,
        to: &Address,
        document: Document,
        caption: &str,
    ) -> Result<Delivered, SendError> {
        let chat = chat_id(to)?;
        let mut fields = vec![("chat_id", chat.to_string()), ("caption", shorten(caption, CAPTION_MAX))];
        fields.extend(thread_id(to).map(|thread| ("message_thread_id", thread.0.0.to_string())));
        let file = ("document", document.name, document.content.into_bytes());
        let sent = self.api.upload("SendDocument", fields, file).await;
        let sent = sent.map_err(|error| meaning(Act::Post, chat, error))?;
        Ok(Delivered { message: posted_id(&sent) })
    }

    /// Puts `text` in the place of what the message said, its buttons too. What is too long is cut: an edit can't become two messages.
    async fn edit(&self, to: &Address, message: &str, text: &Text) -> Result<Delivered, SendError> {
        let chat = chat_id(to)?;
        let message = message_id(message).ok_or(SendError::MessageGone)?;
        let mut request =
            EditMessageText::new(ChatId(chat), message, shorten(&unbroken(&text.body), TEXT_MAX))
                .link_preview_options(no_preview());
        request.reply_markup = keyboard(&text.buttons)?;
        done(Act::Change, chat, self.api.call(&request).await)
    }

    async fn react(&self, to: &Address, message: &str, emoji: String) -> Result<Delivered, SendError> {
        let chat = chat_id(to)?;
        let message = message_id(message).ok_or(SendError::MessageGone)?;
        let reaction = (!emoji.is_empty()).then_some(ReactionType::Emoji { emoji });
        let request = SetMessageReaction::new(ChatId(chat), message).reaction(reaction);
        done(Act::Change, chat, self.api.call(&request).await)
    }

    /// Ends a press. Words are shown as an alert that stays until it is closed: a notice that goes by itself is missed by those who read slowly.
    async fn answer(&self, press: String, text: &str) -> Result<Delivered, SendError> {
        let mut request = AnswerCallbackQuery::new(CallbackQueryId(press));
        if !text.is_empty() {
            request = request.text(shorten(text, ANSWER_MAX)).show_alert(true);
        }
        // A press has no chat; its refusals do not depend on one.
        done(Act::Answer, 0, self.api.call(&request).await)
    }

    async fn delete(&self, to: &Address, message: &str) -> Result<Delivered, SendError> {
        let chat = chat_id(to)?;
        let message = message_id(message).ok_or(SendError::MessageGone)?;
        done(Act::Change, chat, self.api.call(&DeleteMessage::new(ChatId(chat), message)).await)
    }
}

impl Chat for TelegramChat {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            buttons: true,
            edits: true,
            reactions: true,
            deletes: true,
            documents: true,
            confidential: false,
        }
    }

    fn rates(&self) -> Rates {
        if self.keeps_limits.load(Ordering::Relaxed) { Rates::TELEGRAM } else { Rates::UNTIL_REFUSED }
    }

    fn deliver(&self, delivery: Delivery) -> Sending<'_> {
        Box::pin(async {
            let result = self.carry_out(delivery).await;
            if matches!(result, Err(SendError::RetryAfter(_))) {
                self.keeps_limits.store(true, Ordering::Relaxed);
            }
            result
        })
    }

    /// `https://t.me/BOT?start=CODE` (<https://core.telegram.org/bots/features#deep-linking>); for an empty code a link that only opens the chat.
    /// `None` as long as the bot's username is unknown, and for a code that such a link can't carry.
    fn start_link(&self, code: &str) -> Option<String> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if code.len() > 64 || !code.bytes().all(fits) {
            return None;
        }
        let username = self.username.lock().unwrap_or_else(PoisonError::into_inner);
        username.as_ref().map(|username| match code {
            "" => format!("https://t.me/{username}"),
            code => format!("https://t.me/{username}?start={code}"),
        })
    }
}

fn done(act: Act, chat: i64, result: Result<Box<RawValue>, ApiError>) -> Result<Delivered, SendError> {
    match result {
        Err(error) if !is_done(act, &error) => Err(meaning(act, chat, error)),
        _ => Ok(Delivered { message: None }),
    }
}

fn chat_id(to: &Address) -> Result<i64, SendError> {
    to.chat.parse().map_err(|_| SendError::Refused("not a chat of Telegram".to_owned()))
}

fn message_id(message: &str) -> Option<MessageId> {
    message.parse().ok().map(MessageId)
}

fn thread_id(to: &Address) -> Option<ThreadId> {
    to.thread.as_deref().and_then(message_id).map(ThreadId)
}

fn posted_id(result: &RawValue) -> Option<String> {
    #[derive(Deserialize)]
    struct Posted {
        message_id: i64,
    }
    serde_json::from_str::<Posted>(result.get()).ok().map(|posted| posted.message_id.to_string())
}

/// A preview would have Telegram's servers open the links in our messages.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn keyboard(rows: &[Vec<Button>]) -> Result<Option<InlineKeyboardMarkup>, SendError> {
    let rows = rows.iter().filter(|row| !row.is_empty());
    let rows: Vec<Vec<_>> =
        rows.map(|row| row.iter().map(button).collect()).collect::<Result<_, SendError>>()?;
    Ok((!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows)))
}

/// A wrong button is refused here, in words that do not repeat what it holds.
fn button(button: &Button) -> Result<InlineKeyboardButton, SendError> {
    let label = shorten(&button.label, LABEL_MAX);
    match &button.target {
        Target::Data(data) if data.is_empty() || data.len() > DATA_MAX_BYTES => {
            Err(SendError::Refused(format!("button data must have 1 to {DATA_MAX_BYTES} bytes")))
        }
        Target::Data(data) => Ok(InlineKeyboardButton::callback(label, data)),
        Target::Link(link) => match reqwest::Url::parse(link) {
            Ok(link) => Ok(InlineKeyboardButton::url(label, link)),
            Err(_) => Err(SendError::Refused("a button's link is no URL".to_owned())),
        },
    }
}
