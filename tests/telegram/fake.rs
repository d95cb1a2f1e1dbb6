//! The fake itself: that it keeps the rules the other tests rely on.

use std::time::Duration;

use serde_json::{Value, json};
use tannhjul::chat::telegram::{Api, ApiError};

use crate::bot_api::{BotApi, TOKEN};

fn api(telegram: &BotApi, token: &str) -> Api {
    Api::new(token, &telegram.url(), Duration::from_secs(10)).expect("an api")
}

async fn call(api: &Api, method: &str, body: Value) -> Result<Value, u16> {
    match api.post(method, &body, Duration::from_secs(10)).await {
        Ok(result) => Ok(serde_json::from_str(result.get()).expect("JSON")),
        Err(ApiError::Refused(refusal)) => Err(refusal.code),
        Err(ApiError::Lost(words)) => panic!("{words}"),
    }
}

fn texts(updates: &Value) -> Vec<&str> {
    let updates = updates.as_array().expect("a list");
    updates.iter().map(|update| update["message"]["text"].as_str().expect("a text")).collect()
}

#[tokio::test]
async fn strange_tokens_and_methods_are_refused() {
    let telegram = BotApi::start().await;
    assert_eq!(call(&api(&telegram, "42:other"), "getMe", json!({})).await, Err(401));
    assert_eq!(call(&api(&telegram, TOKEN), "danceForMe", json!({})).await, Err(404));
    assert_eq!(call(&api(&telegram, TOKEN), "GetMe", json!({})).await.expect("a bot")["id"], 42);
}

#[tokio::test]
async fn updates_stay_until_an_offset_confirms_them() {
    let telegram = BotApi::start().await;
    let api = api(&telegram, TOKEN);
    let kari = telegram.private("Kari");
    for word in ["en", "to", "tre"] {
        kari.starts("Kari", word);
    }
    let all = call(&api, "getUpdates", json!({})).await.expect("updates");
    assert_eq!(texts(&all), ["/start en", "/start to", "/start tre"]);
    let first = all[0]["update_id"].as_i64().expect("a number");
    let ahead =
        call(&api, "getUpdates", json!({"offset": first + 1_000, "limit": 2})).await.expect("updates");
    assert_eq!(texts(&ahead), ["/start en", "/start to"]);
    let rest = call(&api, "getUpdates", json!({"offset": first + 1})).await.expect("updates");
    assert_eq!(texts(&rest), ["/start to", "/start tre"]);
    let newest = call(&api, "getUpdates", json!({"offset": -1})).await.expect("updates");
    assert_eq!(texts(&newest), ["/start tre"]);
    assert_eq!(call(&api, "getUpdates", json!({"offset": first + 3})).await, Ok(json!([])));
}

#[tokio::test]
async fn reactions_come_only_to_those_who_ask_for_them() {
    let telegram = BotApi::start().await;
    let api = api(&telegram, TOKEN);
    let kari = telegram.private("Kari");
    let message = kari.starts("Kari", "");
    kari.reacts("Kari", message, "👍");
    let ask = json!({"allowed_updates": ["message_reaction"]});
    assert_eq!(call(&api, "getUpdates", ask).await.expect("updates").as_array().map(Vec::len), Some(1));
    // From now on, and as long as nothing else is said; plain messages no more.
    kari.reacts("Kari", message, "");
    kari.says("Kari", "hei");
    assert_eq!(call(&api, "getUpdates", json!({})).await.expect("updates").as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn of_two_who_poll_the_newer_stays() {
    let telegram = BotApi::start().await;
    let api = api(&telegram, TOKEN);
    telegram.records_calls(false);
    let older = call(&api, "getUpdates", json!({"timeout": 10}));
    let newer = async {
        telegram.is_polled().await;
        call(&api, "getUpdates", json!({"timeout": 10})).await
    };
    let older = async {
        let ended = older.await;
        // Now the newer one waits alone.
        telegram.private("Kari").starts("Kari", "");
        ended
    };
    let both = futures_util::future::join(older, newer);
    let (older, newer) = tokio::time::timeout(Duration::from_secs(20), both).await.expect("it ends");
    assert_eq!(older, Err(409));
    assert_eq!(texts(&newer.expect("updates")), ["/start"]);
    assert!(telegram.calls("getUpdates").is_empty());
}
