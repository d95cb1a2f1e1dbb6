//! Putting the service together: database, key, channels, loops and pages; and taking it down in order.

pub mod backup;
pub mod check;
mod demo;
pub mod export;
mod introduction;
mod keys;
pub mod reports;
pub mod telegram_line;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::audit::{self, Auditor, Heartbeat};
use crate::chat::Chat;
use crate::chat::local::LocalChat;
use crate::clock::Clock;
use crate::commands::desk::Surroundings;
use crate::config::Settings;
use crate::domain::ids::ChannelId;
use crate::domain::local_time::Calendar;
use crate::engine::Engine;
use crate::engine::leases::{LeasePace, Leases};
use crate::engine::receive::Mailbox;
use crate::http::local_chat::{self, LocalChatPage, TimeMachine};
use crate::http::{self, HttpState};
use crate::mail::Mailer;
use crate::store::Db;
use crate::store::alone::Alone;
pub use demo::demo;
use telegram_line::TelegramLine;

/// How long what is under way has to end when the service stops.
const LAST_ORDERS: Duration = Duration::from_secs(8);
/// What is left to do after that.
const A_MOMENT: Duration = Duration::from_secs(1);

/// A service that has been put together and is not running yet.
pub struct Service {
    pub engine: Arc<Engine>,
    pub local: Option<Arc<LocalChat>>,
    telegram: Vec<TelegramLine>,
}

/// What only the demonstration lets its page do, and what it does without.
#[derive(Default)]
struct Play {
    /// Nobody is waiting for help in a demonstration whose clock jumps.
    auditor: Option<Auditor>,
    mailer: Option<Mailer>,
    time_machine: Option<Arc<dyn TimeMachine>>,
    afresh: Option<Arc<Notify>>,
}

/// Runs the service until it is told to stop (SIGTERM or Ctrl-C).
pub async fn serve(settings: Settings) -> anyhow::Result<()> {
    serve_by(settings, Clock::system(), LeasePace::default(), |_| {}).await
}

/// The same by another clock and with other waits, for programs that try the service out in less time than it takes. `look_on` is given the engine
/// before it runs.
pub async fn serve_by(
    settings: Settings,
    clock: Clock,
    pace: LeasePace,
    look_on: impl FnOnce(&Arc<Engine>),
) -> anyhow::Result<()> {
    let _alone = Alone::serve(settings.database_url.reveal(), LAST_ORDERS + A_MOMENT).await?;
    let db = Db::open(settings.database_url.reveal()).await?;
    let listener = listen(&settings).await?;
    let service = build(&settings, db, clock, Leases::shared(pace)).await?;
    look_on(&service.engine);
    if service.local.is_some() {
        tracing::info!("the local chat is at http://{}/chat", listener.local_addr()?);
    }
    service.engine.take_up_after_restore().await?;
    let heartbeat = settings.heartbeat_url.as_ref().map(|url| Heartbeat::new(url.reveal())).transpose()?;
    let beside = Db::beside(settings.database_url.reveal()).await?;
    let auditor = Auditor::new(beside, service.engine.clone(), heartbeat);
    let mailer = match &settings.mail {
        Some(mail) => {
            let beside = Db::beside(settings.database_url.reveal()).await?;
            Some(Mailer::new(beside, service.engine.clone(), mail)?)
        }
        None => None,
    };
    let play = Play { auditor: Some(auditor), mailer, ..Play::default() };
    run(service, listener, play, stop_signal()).await
}

/// Brings the database up to date and nothing else.
pub async fn migrate(settings: Settings) -> anyhow::Result<()> {
    Db::open(settings.database_url.reveal()).await?.close().await;
    Ok(())
}

async fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("can't listen on {}: choose another address with --listen", settings.listen))
}

async fn build(settings: &Settings, db: Db, clock: Clock, leases: Leases) -> anyhow::Result<Service> {
    let key = keys::load(&settings.key, &db).await?;
    let around = Surroundings {
        key: key.clone(),
        public_url: settings.public_url.clone(),
        mails: settings.mail.is_some(),
    };
    let mut channels: HashMap<ChannelId, Arc<dyn Chat>> = HashMap::new();
    let mut telegram = Vec::new();
    for token in &settings.telegram_tokens {
        let line = TelegramLine::open(settings, token, &db, &clock).await?;
        channels.insert(line.channel, line.chat.clone());
        telegram.push(line);
    }
    let mut local = None;
    let mut local_channel = None;
    if settings.local_chat {
        keys::refuse_real_accounts(&db).await?;
        let mut tx = db.begin().await?;
        let channel = tx.channel("local", "local", None, clock.now()).await?;
        tx.commit().await?;
        let chat = Arc::new(LocalChat::new(db.clone(), key, clock.clone()));
        channels.insert(channel, chat.clone());
        local = Some(chat);
        local_channel = Some(channel);
    }
    let engine = Engine::with_leases(db, clock, around, channels, leases);
    if let (Some(local), Some(channel)) = (&local, local_channel) {
        local.set_inbox(Arc::new(Mailbox::new(engine.clone(), channel))).await;
    }
    Ok(Service { engine, local, telegram })
}

/// Runs loops and pages until `end` comes, and gives what it gave; what is under way has a few seconds to end.
async fn run<T>(
    service: Service,
    listener: TcpListener,
    mut play: Play,
    end: impl Future<Output = anyhow::Result<T>>,
) -> anyhow::Result<T> {
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    tasks.spawn(service.engine.clone().run(stopped.clone()));
    if let Some(auditor) = play.auditor.take() {
        tasks.spawn(auditor.run(audit::EVERY, stopped.clone()));
    }
    if let Some(mailer) = play.mailer.take() {
        tasks.spawn(mailer.run(stopped.clone()));
    }
    let mut others = Vec::new();
    for line in &service.telegram {
        others.extend(line.receive(&service.engine, &mut tasks, &stopped).await?);
    }
    let router = pages(&service, play, others).await?;
    let mut told = stopped.clone();
    let pages = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            let _ = told.wait_for(|stop| *stop).await;
        });
    tasks.spawn(async move {
        if let Err(error) = pages.await {
            tracing::error!(%error, "the HTTP server ended");
        }
    });
    let ended = end.await?;
    tracing::info!("stopping");
    stop.send_replace(true);
    if let Some(local) = &service.local {
        local.stop_waiting();
    }
    let in_time =
        tokio::time::timeout(LAST_ORDERS, async { while tasks.join_next().await.is_some() {} }).await;
    if in_time.is_err() {
        tracing::warn!("something was still under way; it goes on at the next start");
    }
    tasks.shutdown().await;
    service.engine.db.close().await;
    Ok(ended)
}

/// Every page: the service's own, and the local chat's where it runs.
async fn pages(service: &Service, play: Play, mut others: Vec<axum::Router>) -> anyhow::Result<axum::Router> {
    if let Some(local) = &service.local {
        others.push(local_chat::router(LocalChatPage {
            chat: local.clone(),
            clock: service.engine.clock.clone(),
            calendar: first_calendar(&service.engine.db).await?,
            time_machine: play.time_machine,
            afresh: play.afresh,
        }));
    }
    Ok(http::router(HttpState::new(service.engine.clone()), others))
}

/// The wall clock of the first municipality; Norway's where there is none yet.
async fn first_calendar(db: &Db) -> anyhow::Result<Calendar> {
    let municipality = db.read().await?.municipalities().await?.into_iter().next();
    let calendar = municipality.map(|municipality| municipality.calendar());
    Ok(calendar.unwrap_or(Calendar { time_zone: chrono_tz::Europe::Oslo }))
}

async fn stop_signal() -> anyhow::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => {}
        result = tokio::signal::ctrl_c() => result?,
    }
    Ok(())
}
