//! The other way of handing out updates: posting each to the bot.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::Shared;

/// The real one waits longer and longer; a test has no time for that.
const RETRY: Duration = Duration::from_millis(20);

#[derive(Clone)]
pub struct Webhook {
    url: String,
    secret: String,
}

impl Webhook {
    /// What `setWebhook` asks for; an empty address ends it.
    pub fn from_request(body: &Value) -> Option<Self> {
        let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
        let (url, secret) = (text("url"), text("secret_token"));
        (!url.is_empty()).then_some(Self { url, secret })
    }
}

/// Posts each update, in order, until it is taken.
pub async fn deliver(shared: Arc<Shared>) {
    let http = reqwest::Client::new();
    loop {
        let (webhook, update) = shared
            .until(|state| {
                let webhook = state.webhook.clone()?;
                state.updates.oldest(1).pop().map(|update| (webhook, update))
            })
            .await;
        let posted = http
            .post(&webhook.url)
            .header("X-Telegram-Bot-Api-Secret-Token", &webhook.secret)
            .json(&update)
            .send()
            .await;
        if posted.is_ok_and(|response| response.status().is_success()) {
            shared.change(|state| state.updates.delivered(&update));
        } else {
            tokio::time::sleep(RETRY).await;
        }
    }
}
