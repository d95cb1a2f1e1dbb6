//! What the dispatcher does on the platform.

use super::talk::reacted;
use super::{Change, Content, LocalChat, PURPOSE, Place, content};
use crate::chat::{Address, Capabilities, Chat, Delivered, Delivery, SendError, Sending, Text};
use crate::store::local_chat::{self as store, MessageRow, NewMessage};

/// Where the page lives on the server.
const PAGE: &str = "/chat";

const NOTHING_POSTED: Delivered = Delivered { message: None };

impl From<sqlx::Error> for SendError {
    /// The database may be back the next time.
    fn from(error: sqlx::Error) -> Self {
        Self::Temporary(format!("the local chat's database: {error}"))
    }
}

fn temporary(error: anyhow::Error) -> SendError {
    SendError::Temporary(format!("the local chat: {error}"))
}

impl Chat for LocalChat {
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

    fn deliver(&self, delivery: Delivery) -> Sending<'_> {
        Box::pin(async move {
            match delivery {
                Delivery::Post { to, text, reply_to } => {
                    self.post(&to, Content::of_the_bot(text)?, reply_to).await
                }
                Delivery::Document { to, document, caption } => {
                    self.post(&to, Content::of_a_document(document, caption)?, None).await
                }
                Delivery::Edit { to, message, text } => self.edit_own(&to, &message, text).await,
                Delivery::React { to, message, emoji } => self.react_as_bot(&to, &message, &emoji).await,
                Delivery::AnswerPress { press, text } => self.answer_press(&press, &text).await,
                Delivery::Delete { to, message } => self.delete_typed(&to, &message).await,
            }
        })
    }

    /// A link to the page, which plays `/start CODE` as the person in whose column it is pressed.
    fn start_link(&self, code: &str) -> Option<String> {
        Some(format!("{PAGE}#start={code}"))
    }
}

impl LocalChat {
    async fn post(
        &self,
        to: &Address,
        content: Content,
        reply_to: Option<String>,
    ) -> Result<Delivered, SendError> {
        let mut change = self.change().await?;
        let place = change.may_write_to(to).await?;
        let reply_to = match reply_to {
            Some(message) => change.message_in(place, &message).await.ok().map(|message| message.id),
            None => None,
        };
        let message = NewMessage {
            chat: &place.to_string(),
            author_id: None,
            nonce: None,
            reply_to,
            sealed: content.seal(&self.key).map_err(temporary)?,
            change: change.number,
            sent_at: self.clock.now(),
        };
        let id = store::insert_message(&mut change.tx, message).await?;
        change.commit().await?;
        Ok(Delivered { message: id.map(|id| id.to_string()) })
    }

    async fn edit_own(&self, to: &Address, message: &str, text: Text) -> Result<Delivered, SendError> {
        let content = Content::of_the_bot(text)?;
        let mut change = self.change().await?;
        let place = change.may_write_to(to).await?;
        let message = change.message_in(place, message).await?;
        if message.author_id.is_some() {
            return Err(SendError::Refused("not the bot's own message".to_owned()));
        }
        if Content::open(&self.key, &message.sealed).map_err(temporary)? == content {
            return Ok(NOTHING_POSTED);
        }
        let sealed = content.seal(&self.key).map_err(temporary)?;
        let (number, now) = (change.number, self.clock.now());
        store::set_content(&mut change.tx, message.id, sealed, number, Some(now)).await?;
        change.commit().await?;
        Ok(NOTHING_POSTED)
    }

    async fn react_as_bot(&self, to: &Address, message: &str, emoji: &str) -> Result<Delivered, SendError> {
        let emoji = content::reaction(emoji)
            .ok_or_else(|| SendError::Refused("not one of the reactions".to_owned()))?;
        let mut change = self.change().await?;
        let place = change.may_write_to(to).await?;
        let message = change.message_in(place, message).await?;
        if let Some((reactions, _)) = reacted(&message.reactions.0, None, emoji) {
            let number = change.number;
            store::set_reactions(&mut change.tx, message.id, reactions, number).await?;
            change.commit().await?;
        }
        Ok(NOTHING_POSTED)
    }

    /// The first answer stands, as on Telegram.
    async fn answer_press(&self, press: &str, text: &str) -> Result<Delivered, SendError> {
        let mut change = self.change().await?;
        let press = match press.parse() {
            Ok(press) => store::press(&mut change.tx, press).await?,
            Err(_) => None,
        };
        let press =
            press.ok_or_else(|| SendError::Refused("the press is too old, or there was none".to_owned()))?;
        if press.answer.is_none() {
            let answer = content::short_answer(text);
            let sealed = self.key.seal(PURPOSE, &answer).map_err(temporary)?;
            let number = change.number;
            store::answer_press(&mut change.tx, press.id, sealed, number).await?;
            change.commit().await?;
        }
        Ok(NOTHING_POSTED)
    }

    async fn delete_typed(&self, to: &Address, message: &str) -> Result<Delivered, SendError> {
        let mut change = self.change().await?;
        let place = change.may_write_to(to).await?;
        let message = change.message_in(place, message).await?;
        change.erase(message.id).await.map_err(temporary)?;
        change.commit().await?;
        Ok(NOTHING_POSTED)
    }
}

impl Change<'_> {
    /// The chat, if the bot may write to it now.
    async fn may_write_to(&mut self, to: &Address) -> Result<Place, SendError> {
        let place: Place = to.chat.parse().map_err(|_| SendError::Gone)?;
        match place {
            Place::Private(account) => {
                let account = store::account(&mut self.tx, account.0).await?.ok_or(SendError::Gone)?;
                if !account.started || account.blocked {
                    return Err(SendError::Blocked);
                }
            }
            Place::Group(group) => {
                let group = store::group(&mut self.tx, group.0).await?;
                if !group.is_some_and(|group| group.bot) {
                    return Err(SendError::Gone);
                }
            }
        }
        Ok(place)
    }

    /// The message of this name in this chat, if it is there.
    async fn message_in(&mut self, place: Place, name: &str) -> Result<MessageRow, SendError> {
        let id = name.parse().map_err(|_| SendError::MessageGone)?;
        let message = store::message(&mut self.tx, id).await?;
        message
            .filter(|message| !message.deleted && message.chat == place.to_string())
            .ok_or(SendError::MessageGone)
    }
}
