//! One Telegram bot of the service: its channel, how it talks, and how it receives.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::introduction::introductions;
use crate::chat::telegram::webhook::{self, Secrets, Webhook};
use crate::chat::telegram::{Api, Connection, Pace, Receiving, TELEGRAM, TelegramChat, poll};
use crate::clock::Clock;
use crate::config::{SecretText, Settings, TelegramMode};
use crate::domain::ids::ChannelId;
use crate::engine::Engine;
use crate::engine::receive::Mailbox;
use crate::store::Db;

/// How long a request to the platform may take.
const PLATFORM_TIMEOUT: Duration = Duration::from_secs(20);
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// A bot that is known to the database and not receiving yet.
pub struct TelegramLine {
    pub channel: ChannelId,
    pub chat: Arc<TelegramChat>,
    token: SecretText,
    mode: TelegramMode,
    /// What Telegram posts updates to begins with; needed for a webhook.
    public_url: Option<String>,
}

impl TelegramLine {
    /// Makes the bot's channel known. Fails for a token that can't be one.
    pub async fn open(
        settings: &Settings,
        token: &SecretText,
        db: &Db,
        clock: &Clock,
    ) -> anyhow::Result<Self> {
        let server = settings.telegram_api_url.as_deref().unwrap_or(TELEGRAM);
        let api = Api::new(token.reveal(), server, PLATFORM_TIMEOUT)?;
        let mut tx = db.begin().await?;
        let channel =
            tx.channel("telegram", &format!("telegram:{}", api.bot_id()), None, clock.now()).await?;
        tx.commit().await?;
        Ok(Self {
            channel,
            chat: Arc::new(TelegramChat::new(api, None)),
            token: token.clone(),
            mode: settings.telegram_mode,
            public_url: settings.public_url.clone(),
        })
    }

    /// Begins to receive, until `shutdown`. Gives the page that Telegram posts to, where it does.
    pub async fn receive(
        &self,
        engine: &Arc<Engine>,
        tasks: &mut JoinSet<()>,
        shutdown: &watch::Receiver<bool>,
    ) -> anyhow::Result<Option<axum::Router>> {
        let mailbox = Mailbox::new(engine.clone(), self.channel);
        let (chat, shutdown) = (self.chat.clone(), shutdown.clone());
        let (state, receiving) = watch::channel(Receiving::default());
        engine.hearing.watch(self.channel, receiving);
        match self.mode {
            TelegramMode::Polling => {
                let (engine, channel) = (engine.clone(), self.channel);
                tasks.spawn(async move {
                    poll_while_held(&engine, channel, &chat, &mailbox, state, shutdown).await
                });
                Ok(None)
            }
            TelegramMode::Webhook => {
                let public =
                    self.public_url.as_deref().context("a webhook needs TANNHJUL_PUBLIC_URL")?.parse()?;
                let secrets = Secrets::of(self.token.reveal());
                let hook = Arc::new(Webhook::new(secrets, Arc::new(mailbox), engine.clock.clone()));
                let page = webhook::router(hook.clone());
                tasks.spawn(async move {
                    let connection = Connection { chat: &chat, pace: Pace::default(), state, shutdown };
                    hook.keep(connection, &public, &introductions()).await;
                });
                Ok(Some(page))
            }
        }
    }
}

/// Polls for as long as this process holds the bot's lease, again and again until `shutdown`.
pub async fn poll_while_held(
    engine: &Engine,
    channel: ChannelId,
    chat: &TelegramChat,
    mailbox: &Mailbox,
    state: watch::Sender<Receiving>,
    mut shutdown: watch::Receiver<bool>,
) {
    loop {
        tokio::select! {
            () = engine.until_holding(channel, true) => {}
            _ = shutdown.wait_for(|stop| *stop) => return,
        }
        let offset = async { anyhow::Ok(engine.db.read().await?.next_offset(channel).await?) };
        let offset = match offset.await {
            Ok(offset) => offset,
            Err(error) => {
                tracing::error!(
                    error = format!("{error:#}"),
                    "where to poll from can't be read; trying again"
                );
                tokio::time::sleep(AFTER_FAILURE).await;
                continue;
            }
        };
        let (end, ended) = watch::channel(false);
        let connection = Connection { chat, pace: Pace::default(), state: state.clone(), shutdown: ended };
        let introductions = introductions();
        let polling = poll(connection, mailbox, &engine.clock, offset, &introductions);
        let ending = async {
            tokio::select! {
                () = engine.until_holding(channel, false) => {}
                _ = shutdown.wait_for(|stop| *stop) => {}
            }
            end.send_replace(true);
        };
        tokio::join!(polling, ending);
        // From here on another process hears for this bot, or nobody does for a moment.
        state.send_replace(Receiving::NotYet);
    }
}
