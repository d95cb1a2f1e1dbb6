//! What the page shows: everything at first, then what has changed.

use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::time::{Instant, timeout};

use super::{Content, LocalAccountId, LocalChat, LocalGroupId, PURPOSE, Part, Place};
use crate::chat::{Button, Document, Target};
use crate::domain::language::Language;
use crate::store::local_chat::{self as store, MessageRow};

/// Messages of each chat that a page gets at first, and at each look further back.
const AT_FIRST: i64 = 60;
/// Most changed messages in one answer; the rest comes with the next.
const AT_ONCE: u16 = 500;
/// How often the database is asked for the changes of other processes.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The platform as the page shows it. People, groups and marks are complete; messages and presses are those after the change asked for.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// Another one is another platform: the page must begin anew.
    pub home: String,
    /// Whether the messages are the newest of every chat rather than what changed.
    pub whole: bool,
    /// What to ask with the next time.
    pub change: i64,
    pub people: Vec<PersonView>,
    pub groups: Vec<GroupView>,
    pub reads: Vec<ReadView>,
    pub messages: Vec<MessageView>,
    pub presses: Vec<PressView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    pub id: LocalAccountId,
    pub name: String,
    pub part: Option<Part>,
    pub language: Option<Language>,
    pub started: bool,
    pub blocked: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    pub id: LocalGroupId,
    pub title: String,
    pub bot: bool,
    pub members: Vec<LocalAccountId>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReadView {
    pub person: LocalAccountId,
    pub chat: String,
    pub message: i64,
}

#[derive(Clone, Debug, Serialize)]
pub struct MessageView {
    pub id: i64,
    pub chat: String,
    /// None is the bot.
    pub by: Option<LocalAccountId>,
    pub reply_to: Option<i64>,
    pub text: String,
    pub buttons: Vec<Vec<ButtonView>>,
    /// The name of the file that came with it.
    pub document: Option<String>,
    pub reactions: Vec<ReactionView>,
    pub change: i64,
    pub sent_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub deleted: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct ButtonView {
    pub label: String,
    #[serde(flatten)]
    pub target: Target,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReactionView {
    pub emoji: String,
    /// None is the bot.
    pub by: Option<LocalAccountId>,
}

/// The answer to a press, for the person who pressed.
#[derive(Clone, Debug, Serialize)]
pub struct PressView {
    pub id: i64,
    pub person: LocalAccountId,
    pub text: String,
}

impl LocalChat {
    /// Returns when there is a change after `since`, after `longest`, or when the server stops.
    pub async fn wait_for_change(&self, since: i64, longest: Duration) -> anyhow::Result<()> {
        let mut changed = self.changed.subscribe();
        let end = Instant::now() + longest;
        loop {
            if self.behind.load(Ordering::Relaxed) {
                self.hand_over().await;
            }
            changed.mark_unchanged();
            let mut tx = self.db.read().await?;
            let latest = store::latest_change(&mut tx).await?;
            drop(tx);
            // A page that knows more than there is was opened on another database: it shall begin anew.
            if latest != since {
                return Ok(());
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || self.stopping.load(Ordering::Acquire) {
                return Ok(());
            }
            let _ = timeout(left.min(LOOK_EVERY), changed.changed()).await;
        }
    }

    /// The platform now, with the messages that changed after `since`; without it, with the newest messages of every chat.
    pub async fn view(&self, since: Option<i64>) -> anyhow::Result<View> {
        let mut tx = self.db.read().await?;
        let latest = store::latest_change(&mut tx).await?;
        let since = since.filter(|since| *since <= latest);
        let (messages, presses) = match since {
            Some(since) => (
                store::changed_messages(&mut tx, since, AT_ONCE.into()).await?,
                store::answered_presses(&mut tx, since, AT_ONCE.into()).await?,
            ),
            None => (store::newest_messages(&mut tx, AT_FIRST).await?, Vec::new()),
        };
        let cut = since.is_some() && messages.len() == usize::from(AT_ONCE);
        let change = if cut { messages.last().map_or(latest, |message| message.change) } else { latest };
        let members = store::members(&mut tx).await?;
        let groups = store::groups(&mut tx).await?;
        let of_group = |group: i64| {
            members
                .iter()
                .filter(move |m| m.group_id == group)
                .map(|m| LocalAccountId(m.account_id))
                .collect()
        };
        let accounts = store::accounts(&mut tx).await?;
        let reads = store::reads(&mut tx).await?;
        Ok(View {
            home: self.key.fingerprint(),
            whole: since.is_none(),
            change,
            people: accounts.into_iter().map(PersonView::from).collect(),
            groups: groups
                .into_iter()
                .map(|group| GroupView {
                    id: LocalGroupId(group.id),
                    title: group.title,
                    bot: group.bot,
                    members: of_group(group.id),
                })
                .collect(),
            reads: reads
                .into_iter()
                .map(|read| ReadView {
                    person: LocalAccountId(read.account_id),
                    chat: read.chat,
                    message: read.message_id,
                })
                .collect(),
            messages: self.message_views(messages)?,
            presses: presses
                .into_iter()
                .filter_map(|press| Some((press.id, press.account_id, press.answer?)))
                .map(|(id, account, sealed)| {
                    let text = self.key.open(PURPOSE, &sealed)?;
                    Ok(PressView { id, person: LocalAccountId(account), text })
                })
                .collect::<anyhow::Result<_>>()?,
        })
    }

    /// Messages of a chat from before the message `before`, oldest first.
    pub async fn older(&self, chat: Place, before: i64) -> anyhow::Result<Vec<MessageView>> {
        let mut tx = self.db.read().await?;
        let messages = store::older_messages(&mut tx, &chat.to_string(), before, AT_FIRST).await?;
        self.message_views(messages)
    }

    /// The file that came with a message.
    pub async fn document(&self, message: i64) -> anyhow::Result<Option<Document>> {
        let mut tx = self.db.read().await?;
        let Some(row) = store::message(&mut tx, message).await?.filter(|row| !row.deleted) else {
            return Ok(None);
        };
        Ok(Content::open(&self.key, &row.sealed)?.document)
    }

    fn message_views(&self, messages: Vec<MessageRow>) -> anyhow::Result<Vec<MessageView>> {
        messages.into_iter().map(|message| self.message_view(message)).collect()
    }

    fn message_view(&self, message: MessageRow) -> anyhow::Result<MessageView> {
        let Content { text, buttons, document } = Content::open(&self.key, &message.sealed)?;
        let button = |Button { label, target }: Button| ButtonView { label, target };
        let reaction = |reaction: store::Reaction| ReactionView {
            emoji: reaction.emoji,
            by: reaction.by.map(LocalAccountId),
        };
        Ok(MessageView {
            id: message.id,
            chat: message.chat,
            by: message.author_id.map(LocalAccountId),
            reply_to: message.reply_to,
            text,
            buttons: buttons.into_iter().map(|row| row.into_iter().map(button).collect()).collect(),
            document: document.map(|document| document.name),
            reactions: message.reactions.0.into_iter().map(reaction).collect(),
            change: message.change,
            sent_at: message.sent_at,
            edited_at: message.edited_at,
            deleted: message.deleted,
        })
    }
}

impl From<store::AccountRow> for PersonView {
    fn from(row: store::AccountRow) -> Self {
        let store::AccountRow { id, name, part, language, started, blocked } = row;
        Self { id: LocalAccountId(id), name, part, language, started, blocked }
    }
}
