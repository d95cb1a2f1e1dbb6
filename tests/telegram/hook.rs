//! The webhook: stored before 200, and only for those who know the secret.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use reqwest::Url;
use tannhjul::chat::telegram::webhook::{Secrets, Webhook, router};
use tannhjul::chat::telegram::{
    ALLOWED_UPDATES, Api, Connection, Introduction, Pace, Receiving, TelegramChat,
};
use tannhjul::clock::Clock;
use tokio::sync::watch;

use crate::bot_api::{BotApi, Fault, TOKEN};
use crate::kept::Kept;

/// Runs `scene` while a webhook is kept that listens on loopback.
async fn kept(telegram: &BotApi, inbox: &Arc<Kept>, scene: impl AsyncFnOnce(Arc<Webhook>, Url)) {
    let hook = Arc::new(Webhook::new(Secrets::of(TOKEN), inbox.clone(), Clock::system()));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let public: Url = format!("http://{address}/").parse().expect("a URL");
    let router = router(hook.clone());
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let api = Api::new(TOKEN, &telegram.url(), Duration::from_secs(10)).expect("an api");
    let chat = TelegramChat::new(api, None);
    let pace = Pace { first_wait: Duration::from_millis(1), ..Pace::default() };
    let ((stop, shutdown), (state, mut receiving)) =
        (watch::channel(false), watch::channel(Receiving::NotYet));
    let connection = Connection { chat: &chat, pace, state, shutdown };
    let introduction = [Introduction { description: "Hei".to_owned(), ..Introduction::default() }];
    let scene = async {
        receiving.wait_for(|receiving| *receiving == Receiving::Well).await.expect("the bot runs");
        scene(hook.clone(), public.clone()).await;
        stop.send_replace(true);
    };
    let both = futures_util::future::join(hook.keep(connection, &public, &introduction), scene);
    tokio::time::timeout(Duration::from_secs(20), both).await.expect("it ends");
    serving.abort();
}

#[tokio::test]
async fn updates_come_by_post_and_again_until_they_are_stored() {
    let (telegram, inbox) = (BotApi::start().await, Arc::new(Kept::default()));
    telegram.fail("getMe", Fault::Cut);
    telegram.fail("setWebhook", Fault::Gateway { status: 502 });
    inbox.refuses(2);
    kept(&telegram, &inbox, async |_, _| {
        let kari = telegram.private("Kari");
        kari.starts("Kari", "");
        kari.says("Kari", "syk");
        inbox.has(2).await;
        telegram.called("setMyDescription", 1).await;
    })
    .await;
    assert_eq!(inbox.said(), ["/start", "syk"]);
    assert!(inbox.batches().iter().all(|(_, offset)| offset.is_none()));
    let asked = &telegram.calls("setWebhook")[1].body;
    assert_eq!(asked["allowed_updates"], serde_json::json!(ALLOWED_UPDATES));
    assert!(!asked.to_string().contains("fake-token"));
}

#[tokio::test]
async fn strangers_are_turned_away_and_nonsense_is_not_asked_for_again() {
    let (telegram, inbox) = (BotApi::start().await, Arc::new(Kept::default()));
    let update = br#"{"update_id": 1, "message": {"message_id": 1, "from": {"id": 5, "first_name": "Kari"},
        "chat": {"id": 5, "type": "private"}, "text": "ja"}}"#;
    let secrets = Secrets::of(TOKEN);
    let right = Some(secrets.header().as_bytes());
    let early = Webhook::new(secrets.clone(), inbox.clone(), Clock::system());
    assert_eq!(early.receive(right, update).await, StatusCode::SERVICE_UNAVAILABLE);
    kept(&telegram, &inbox, async |hook, public| {
        let route = secrets.route();
        for secret in [None, Some(&b""[..]), Some(b"wrong"), Some(TOKEN.as_bytes()), Some(route.as_bytes())] {
            assert_eq!(hook.receive(secret, update).await, StatusCode::UNAUTHORIZED);
        }
        for nonsense in [&b""[..], b"{", b"[]", b"{}", br#"{"update_id": 2, "poll": {}}"#, b"\xff\xfe"] {
            assert_eq!(hook.receive(right, nonsense).await, StatusCode::OK);
        }
        assert!(inbox.batches().is_empty());
        inbox.refuses(1);
        assert_eq!(hook.receive(right, update).await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(hook.receive(right, update).await, StatusCode::OK);

        let post = async |path: &str, body: Vec<u8>| {
            let url = public.join(path).expect("a URL");
            let posted = reqwest::Client::new().post(url).body(body).send().await.expect("an answer");
            (posted.status().as_u16(), posted.text().await.expect("a body"))
        };
        assert_eq!(post(&route, update.to_vec()).await, (401, String::new()));
        assert_eq!(post("telegram/guessed", update.to_vec()).await.0, 404);
        assert_eq!(post(&route, vec![b' '; 2 << 20]).await.0, 413);
    })
    .await;
    assert_eq!(inbox.said(), ["ja"]);
    assert!(!format!("{secrets:?}").contains(secrets.header()));
}
