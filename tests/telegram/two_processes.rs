//! Two processes serve one bot on one Postgres: one of them at a time polls and sends, and nobody is answered twice or not at all.
//!
//! On SQLite a second service is refused (`store::alone`), so that there is only one that ended and one that begins.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tannhjul::app::telegram_line::poll_while_held;
use tannhjul::chat::Chat;
use tannhjul::chat::telegram::{Api, Receiving, TelegramChat};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::domain::ids::ChannelId;
use tannhjul::engine::Engine;
use tannhjul::engine::leases::{LeasePace, Leases};
use tannhjul::engine::receive::Mailbox;
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::bot_api::{BotApi, TOKEN};
use crate::databases::{on_both_engines, only_on_postgres};

on_both_engines!(a_new_start_has_the_bot_at_once, who_slept_through_its_lease_does_nothing);
only_on_postgres!(
    everybody_is_answered_once,
    who_is_stopped_hands_over_at_once,
    who_is_killed_is_replaced,
    who_is_cut_off_stops_before_another_begins,
);

/// A tenth of the real times: what they are does not matter, only their order.
const PACE: LeasePace = LeasePace {
    look: Duration::from_millis(50),
    renew: Duration::from_millis(150),
    give_up: Duration::from_millis(600),
    take_over: Duration::from_millis(900),
};
/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(30);

struct Process {
    db: Db,
    engine: Arc<Engine>,
    channel: ChannelId,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Process {
    async fn start(url: &str, telegram: &BotApi, key: &Key) -> Self {
        let db = Db::open(url).await.expect("a database");
        let api = Api::new(TOKEN, &telegram.url(), Duration::from_secs(10)).expect("an api");
        let chat = Arc::new(TelegramChat::new(api, None));
        let clock = Clock::system();
        let mut tx = db.begin().await.expect("a transaction");
        let channel = tx.channel("telegram", "42", None, clock.now()).await.expect("a channel");
        tx.commit().await.expect("committed");
        let around = Surroundings { key: key.clone(), public_url: None, mails: false };
        let channels = HashMap::from([(channel, chat.clone() as Arc<dyn Chat>)]);
        let engine = Engine::with_leases(db.clone(), clock, around, channels, Leases::shared(PACE));
        let mailbox = Mailbox::new(engine.clone(), channel);
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(engine.clone().run(stopped.clone()));
        let (state, _) = watch::channel(Receiving::NotYet);
        let polling = engine.clone();
        tasks.spawn(async move { poll_while_held(&polling, channel, &chat, &mailbox, state, stopped).await });
        Self { db, engine, channel, stop, tasks }
    }

    fn holds(&self) -> bool {
        self.engine.leases.hold(self.channel).is_some()
    }

    async fn until_holding(&self) {
        let holding = self.engine.until_holding(self.channel, true);
        tokio::time::timeout(PATIENCE, holding).await.expect("it takes the bot over");
    }

    async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.tasks.join_next().await.is_some() {}
        self.db.close().await;
    }

    /// Whatever it was doing ends where it is.
    async fn kill(mut self) {
        self.tasks.abort_all();
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Strangers come, and are greeted.
async fn greeted(telegram: &BotApi, names: &[String]) {
    let rooms: Vec<_> = names.iter().map(|name| telegram.private(name)).collect();
    for (room, name) in rooms.iter().zip(names) {
        room.starts(name, "");
    }
    let all = async {
        while rooms.iter().any(|room| room.posts().is_empty()) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(PATIENCE, all).await.expect("everybody is greeted");
}

fn names(from: usize) -> Vec<String> {
    (from..from + 20).map(|number| format!("Frivillig {number}")).collect()
}

fn answered_once(telegram: &BotApi, names: &[String]) {
    for name in names {
        assert_eq!(telegram.private(name).posts().len(), 1, "{name}");
    }
}

async fn everybody_is_answered_once(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let one = Process::start(&url, &telegram, &key).await;
    one.until_holding().await;
    let other = Process::start(&url, &telegram, &key).await;
    for round in 0..5 {
        greeted(&telegram, &names(round * 20)).await;
    }
    for round in 0..5 {
        answered_once(&telegram, &names(round * 20));
    }
    assert!(one.holds() && !other.holds());
    assert!(telegram.calls("getUpdates").iter().all(|call| call.code == 200), "two polled at once");
    one.stop().await;
    other.stop().await;
}

async fn a_new_start_has_the_bot_at_once(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let mut everybody = Vec::new();
    for round in 0..4 {
        let serving = Process::start(&url, &telegram, &key).await;
        let started = Instant::now();
        serving.until_holding().await;
        assert!(started.elapsed() < PACE.take_over, "it was given back, not waited for");
        let some = names(round * 20);
        greeted(&telegram, &some).await;
        everybody.extend(some);
        serving.stop().await;
    }
    answered_once(&telegram, &everybody);
}

async fn who_is_stopped_hands_over_at_once(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let mut serving = Process::start(&url, &telegram, &key).await;
    let mut everybody = Vec::new();
    for round in 0..4 {
        let next = Process::start(&url, &telegram, &key).await;
        let some = names(round * 20);
        // The old one is stopped while they come.
        tokio::join!(greeted(&telegram, &some), serving.stop());
        let stopped = Instant::now();
        next.until_holding().await;
        assert!(stopped.elapsed() < PACE.take_over, "it was given back, not waited for");
        everybody.extend(some);
        serving = next;
    }
    answered_once(&telegram, &everybody);
    serving.stop().await;
}

async fn who_is_killed_is_replaced(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let one = Process::start(&url, &telegram, &key).await;
    one.until_holding().await;
    let other = Process::start(&url, &telegram, &key).await;
    greeted(&telegram, &names(0)).await;
    let killed = Instant::now();
    one.kill().await;
    greeted(&telegram, &names(20)).await;
    other.until_holding().await;
    let limit = PACE.take_over + PACE.renew + 4 * PACE.look + Duration::from_secs(2);
    assert!(killed.elapsed() < limit, "taken over after {:?}", killed.elapsed());
    answered_once(&telegram, &names(20));
    other.stop().await;
}

async fn who_is_cut_off_stops_before_another_begins(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let one = Process::start(&url, &telegram, &key).await;
    one.until_holding().await;
    let other = Process::start(&url, &telegram, &key).await;
    one.db.close().await;
    let mut both = 0;
    while !other.holds() {
        tokio::time::sleep(Duration::from_millis(5)).await;
        both += usize::from(one.holds() && other.holds());
    }
    assert_eq!(both, 0);
    assert!(!one.holds());
    greeted(&telegram, &names(0)).await;
    answered_once(&telegram, &names(0));
    one.kill().await;
    other.stop().await;
}

/// A process that was held up, and believes that it still has the lease: the fence in the database tells it otherwise.
async fn who_slept_through_its_lease_does_nothing(url: String) {
    let (telegram, key) = (BotApi::start().await, Key::generate());
    let one = Process::start(&url, &telegram, &key).await;
    one.until_holding().await;
    let mut tx = one.db.begin().await.expect("a transaction");
    let name = format!("channel:{}", one.channel.0);
    let lease = tx.lease(&name).await.expect("read").expect("a lease");
    let taken = tx.take_lease(&name, "somebody else", lease.until_at, Some(&lease)).await.expect("taken");
    assert_eq!(taken, Some(lease.fence + 1));
    assert_eq!(tx.take_lease(&name, "a third", lease.until_at, Some(&lease)).await.expect("refused"), None);
    tx.commit().await.expect("committed");
    telegram.private("Kari").starts("Kari", "");
    // As soon as it tries to store or send something it learns of it.
    tokio::time::timeout(PATIENCE, one.engine.until_holding(one.channel, false)).await.expect("it stops");
    assert!(telegram.private("Kari").posts().is_empty());
    assert!(
        !one.db
            .begin()
            .await
            .expect("a transaction")
            .renew_lease(&name, lease.fence, lease.until_at)
            .await
            .expect("refused")
    );
    one.kill().await;
}
