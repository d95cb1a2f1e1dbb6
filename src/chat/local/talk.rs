//! What people do in a chat: say, reply, edit, delete, press, react, read.

use super::updates::{group_chat, private_chat, sender};
use super::{Change, Content, LocalAccountId, LocalChat, LocalGroupId, Place, PlayError, Refusal, content};
use crate::chat::incoming::ChatRef;
use crate::chat::{Event, Sender};
use crate::store::local_chat::{self as store, AccountRow, MessageRow, NewMessage, Reaction};

/// Most messages kept of a chat, and most presses kept in all.
const KEPT_MESSAGES: i64 = 5_000;
const KEPT_PRESSES: i64 = 500;
/// How often, in messages, the old ones are looked for.
const PRUNE_EVERY: i64 = 64;
/// Longest name that a page may give to what it sends, in bytes.
const MAX_NONCE: usize = 64;

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Say {
    pub person: LocalAccountId,
    pub chat: Place,
    pub text: String,
    pub reply_to: Option<i64>,
    /// The page's own name for it: said again with the same one, it is said once.
    pub nonce: Option<String>,
}

/// Somebody in a chat they may be in.
struct Here {
    account: AccountRow,
    chat: ChatRef,
    place: Place,
    /// Whether the bot is in this chat, or may be written to in it.
    bot: bool,
}

impl LocalChat {
    /// Opens the private chat with the bot, as the Start button or a link does: says `/start CODE`, or `/start`.
    pub async fn start(&self, person: LocalAccountId, code: &str) -> Result<(), PlayError> {
        self.set_blocked(person, false).await?;
        self.say_start(person, Place::Private(person), code).await
    }

    /// Says `/start CODE` in a group.
    pub async fn start_in_group(
        &self,
        person: LocalAccountId,
        group: LocalGroupId,
        code: &str,
    ) -> Result<(), PlayError> {
        self.say_start(person, Place::Group(group), code).await
    }

    async fn say_start(&self, person: LocalAccountId, chat: Place, code: &str) -> Result<(), PlayError> {
        let text = format!("/start {code}");
        self.say(Say { person, chat, text, reply_to: None, nonce: None }).await.map(drop)
    }

    /// Says something and gives the message's name; none where it was said before. In private it opens the chat with the bot.
    /// Refused: nothing or too much said, a chat the person is not in, a blocked bot.
    pub async fn say(&self, said: Say) -> Result<Option<i64>, PlayError> {
        let text = content::typed(&said.text)?;
        let nonce = said.nonce.as_deref();
        if nonce.is_some_and(|nonce| nonce.len() > MAX_NONCE) {
            return Err(Refusal::TooLong.into());
        }
        let mut change = self.change().await?;
        let here = change.here(said.person, said.chat).await?;
        if here.account.blocked && matches!(here.place, Place::Private(_)) {
            return Err(Refusal::BotBlocked.into());
        }
        let replied_to = change.replied_to(&here, said.reply_to).await?;
        let chat = here.place.to_string();
        let message = NewMessage {
            chat: &chat,
            author_id: Some(here.account.id),
            nonce,
            reply_to: replied_to.as_ref().map(|message| message.id),
            sealed: Content { text: text.to_owned(), ..Content::default() }.seal(&self.key)?,
            change: change.number,
            sent_at: self.clock.now(),
        };
        let Some(id) = store::insert_message(&mut change.tx, message).await? else { return Ok(None) };
        if id % PRUNE_EVERY == 0 {
            store::prune_messages(&mut change.tx, &chat, KEPT_MESSAGES).await?;
        }
        change.open_private(&here).await?;
        change.heard(&here, id, text, replied_to.as_ref(), false).await?;
        change.commit().await?;
        Ok(Some(id))
    }

    /// Gives one's own message a new text. Refused: somebody else's or a deleted message.
    pub async fn edit(&self, person: LocalAccountId, message: i64, text: &str) -> Result<(), PlayError> {
        let text = content::typed(text)?;
        let mut change = self.change().await?;
        let (here, message) = change.own_message(person, message).await?;
        if Content::open(&self.key, &message.sealed)?.text == text {
            return Ok(());
        }
        let sealed = Content { text: text.to_owned(), ..Content::default() }.seal(&self.key)?;
        let (number, now) = (change.number, self.clock.now());
        store::set_content(&mut change.tx, message.id, sealed, number, Some(now)).await?;
        let replied_to = change.replied_to(&here, message.reply_to).await?;
        change.heard(&here, message.id, text, replied_to.as_ref(), true).await?;
        Ok(change.commit().await?)
    }

    /// Deletes one's own message; what it said is overwritten. As on Telegram the bot does not hear of it.
    pub async fn delete(&self, person: LocalAccountId, message: i64) -> Result<(), PlayError> {
        let mut change = self.change().await?;
        let (_, message) = change.own_message(person, message).await?;
        change.erase(message.id).await?;
        Ok(change.commit().await?)
    }

    /// Presses a button and gives the name of the press, under which its answer comes. Refused: a button that is not there (any more), a chat
    /// that the bot is not in.
    pub async fn press(&self, person: LocalAccountId, message: i64, data: &str) -> Result<i64, PlayError> {
        let mut change = self.change().await?;
        let (here, message) = change.message(person, message).await?;
        if message.author_id.is_some() || !Content::open(&self.key, &message.sealed)?.has_button(data) {
            return Err(Refusal::NoSuchButton.into());
        }
        if !here.bot {
            let private = matches!(here.place, Place::Private(_));
            return Err(if private { Refusal::BotBlocked } else { Refusal::BotAway }.into());
        }
        let (number, now) = (change.number, self.clock.now());
        let press = store::insert_press(&mut change.tx, here.account.id, message.id, number, now).await?;
        store::prune_presses(&mut change.tx, KEPT_PRESSES).await?;
        let event = Event::Pressed {
            press: press.to_string(),
            message: Some(message.id.to_string()),
            data: data.to_owned(),
        };
        change
            .happened(here.chat, Sender::Account(super::updates::account_ref(&here.account)), event)
            .await?;
        change.commit().await?;
        Ok(press)
    }

    /// Puts one's reaction on a message, in place of an earlier one; empty takes it away. The bot hears of it on its own messages.
    pub async fn react(&self, person: LocalAccountId, message: i64, emoji: &str) -> Result<(), PlayError> {
        let emoji = content::reaction(emoji).ok_or(Refusal::NoSuchReaction)?;
        let mut change = self.change().await?;
        let (here, message) = change.message(person, message).await?;
        let Some((reactions, removed)) = reacted(&message.reactions.0, Some(here.account.id), emoji) else {
            return Ok(());
        };
        let number = change.number;
        store::set_reactions(&mut change.tx, message.id, reactions, number).await?;
        if here.bot && message.author_id.is_none() {
            let added = if emoji.is_empty() { Vec::new() } else { vec![emoji.to_owned()] };
            let event = Event::Reacted {
                message: message.id.to_string(),
                added,
                removed: removed.into_iter().collect(),
            };
            change.happened(here.chat, sender(&here.account), event).await?;
        }
        Ok(change.commit().await?)
    }

    /// Notes how far people have read, as (person, chat, newest message read). What is no chat of theirs is passed over.
    pub async fn mark_read(&self, marks: &[(LocalAccountId, Place, i64)]) -> Result<(), PlayError> {
        let mut change = self.change().await?;
        let mut changed = false;
        for (person, place, message) in marks {
            match change.here(*person, *place).await {
                Ok(_) => {}
                Err(PlayError::Refused(_)) => continue,
                Err(error) => return Err(error),
            }
            changed |= store::mark_read(&mut change.tx, person.0, &place.to_string(), *message).await?;
        }
        if changed {
            change.commit().await?;
        }
        Ok(())
    }
}

/// The reactions after `by` put `emoji` on, and the one that went for it. None where nothing changes.
pub(super) fn reacted(
    before: &[Reaction],
    by: Option<i64>,
    emoji: &str,
) -> Option<(Vec<Reaction>, Option<String>)> {
    let mine = before.iter().find(|reaction| reaction.by == by).map(|reaction| reaction.emoji.clone());
    if mine.as_deref().unwrap_or_default() == emoji {
        return None;
    }
    let mut after: Vec<_> = before.iter().filter(|reaction| reaction.by != by).cloned().collect();
    if !emoji.is_empty() {
        after.push(Reaction { emoji: emoji.to_owned(), by });
    }
    Some((after, mine))
}

impl Change<'_> {
    /// The person in this chat, if it is one of theirs.
    async fn here(&mut self, person: LocalAccountId, place: Place) -> Result<Here, PlayError> {
        let account = self.account(person).await?;
        match place {
            Place::Private(owner) => {
                if owner != person {
                    return Err(Refusal::NotMember.into());
                }
                let (chat, bot) = (private_chat(&account), account.started && !account.blocked);
                Ok(Here { account, chat, place, bot })
            }
            Place::Group(group) => {
                let group = self.group(group).await?;
                self.must_be_member(&group, &account).await?;
                Ok(Here { account, chat: group_chat(&group), place, bot: group.bot })
            }
        }
    }

    /// A message that is there and that the person can see.
    async fn message(&mut self, person: LocalAccountId, id: i64) -> Result<(Here, MessageRow), PlayError> {
        let message = store::message(&mut self.tx, id).await?.filter(|message| !message.deleted);
        let message = message.ok_or(Refusal::NoSuchMessage)?;
        let place = message.chat.parse().map_err(|_| Refusal::NoSuchMessage)?;
        Ok((self.here(person, place).await?, message))
    }

    async fn own_message(
        &mut self,
        person: LocalAccountId,
        id: i64,
    ) -> Result<(Here, MessageRow), PlayError> {
        let (here, message) = self.message(person, id).await?;
        if message.author_id != Some(person.0) {
            return Err(Refusal::NotYours.into());
        }
        Ok((here, message))
    }

    /// The message that is replied to. One that is gone or of another chat is as none.
    async fn replied_to(&mut self, here: &Here, id: Option<i64>) -> sqlx::Result<Option<MessageRow>> {
        let Some(id) = id else { return Ok(None) };
        let message = store::message(&mut self.tx, id).await?;
        Ok(message.filter(|message| !message.deleted && message.chat == here.place.to_string()))
    }

    /// The first thing said in private opens the chat with the bot.
    async fn open_private(&mut self, here: &Here) -> anyhow::Result<()> {
        if matches!(here.place, Place::Group(_)) || here.account.started {
            return Ok(());
        }
        store::set_account(&mut self.tx, here.account.id, true, here.account.blocked).await?;
        self.happened(here.chat.clone(), sender(&here.account), Event::BotPresent(true)).await
    }

    /// Lets the bot hear what was said, if it is for the bot: everything in private, in a group replies to it and commands.
    async fn heard(
        &mut self,
        here: &Here,
        message: i64,
        text: &str,
        replied_to: Option<&MessageRow>,
        edited: bool,
    ) -> anyhow::Result<()> {
        let reply_to_bot = replied_to.is_some_and(|message| message.author_id.is_none());
        let for_the_bot = match here.place {
            Place::Private(_) => true,
            Place::Group(_) => here.bot && (reply_to_bot || text.starts_with('/')),
        };
        if !for_the_bot {
            return Ok(());
        }
        let event = Event::Said {
            message: message.to_string(),
            text: text.to_owned(),
            reply_to: replied_to.map(|message| message.id.to_string()),
            quoted: None,
            edited,
        };
        self.happened(here.chat.clone(), sender(&here.account), event).await
    }

    /// Overwrites what a message said.
    pub(super) async fn erase(&mut self, message: i64) -> anyhow::Result<()> {
        let nothing = Content::default().seal(&self.local.key)?;
        Ok(store::delete_message(&mut self.tx, message, nothing, self.number).await?)
    }
}
