//! The whole way over HTTP: polled, stored, handled, delivered.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tannhjul::chat::Chat;
use tannhjul::chat::telegram::poll::poll;
use tannhjul::chat::telegram::{Api, Connection, Pace, Receiving, TelegramChat};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::engine::Engine;
use tannhjul::engine::receive::Mailbox;
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::sync::watch;

use crate::bot_api::{BotApi, Presence, TOKEN};

#[tokio::test]
async fn a_stranger_and_a_new_group_are_answered() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("tannhjul.db");
    let db = Db::open(&format!("sqlite:{}", path.display())).await.expect("a database");
    let telegram = BotApi::start().await;
    let api = Api::new(TOKEN, &telegram.url(), Duration::from_secs(10)).expect("an api");
    let chat = Arc::new(TelegramChat::new(api, None));
    let clock = Clock::system();
    let mut tx = db.begin().await.expect("a transaction");
    let channel = tx.channel("telegram", "42", None, clock.now()).await.expect("a channel");
    tx.commit().await.expect("committed");
    let around = Surroundings { key: Key::generate(), public_url: None, mails: false };
    let channels = HashMap::from([(channel, chat.clone() as Arc<dyn Chat>)]);
    let engine = Engine::new(db.clone(), clock.clone(), around, channels);
    let mailbox = Mailbox::new(engine.clone(), channel);
    let (stop, shutdown) = watch::channel(false);
    let (state, _receiving) = watch::channel(Receiving::NotYet);
    let connection = Connection { chat: &chat, pace: Pace::default(), state, shutdown: shutdown.clone() };
    let scene = async {
        let kari = telegram.private("Kari");
        kari.starts("Kari", "no-such-code");
        telegram.called("sendMessage", 1).await;
        let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
        group.bot_becomes("Kari", Presence::Out);
        group.bot_becomes("Kari", Presence::Member);
        telegram.called("sendMessage", 2).await;
        // Taken in before the bot is told to stop.
        telegram.is_polled().await;
        stop.send_replace(true);
        (kari.posts().len(), group.posts().len())
    };
    let running =
        futures_util::future::join(engine.run(shutdown), poll(connection, &mailbox, &clock, 0, &[]));
    let all = futures_util::future::join(running, scene);
    let (_, posts) = tokio::time::timeout(Duration::from_secs(20), all).await.expect("it ends");
    assert_eq!(posts, (1, 1));
    let offset = db.begin().await.expect("a transaction").next_offset(channel).await.expect("an offset");
    assert_eq!(Some(offset), telegram.confirmed());
}
