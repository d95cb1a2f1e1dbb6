//! The webhook: Telegram posts each update, and 200 tells it that the update is stored (<https://core.telegram.org/bots/api#setwebhook>).

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::future::join;
use reqwest::Url;
use ring::hmac;
use serde_json::Value;
use teloxide_core::payloads::SetWebhook;
use teloxide_core::payloads::setters::*;
use teloxide_core::types::AllowedUpdate;

use super::api::{Api, ApiError};
use super::connect::{Connection, introducing};
use super::parse::parse;
use super::start::{Bot, Introduction};
use crate::chat::Inbox;
use crate::clock::Clock;

/// The header that Telegram repeats the secret in.
pub const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// Longest update that is read. The Bot API's own are far shorter.
const BODY_MAX_BYTES: usize = 1 << 20;

/// The two secrets of a bot's webhook, derived from its token: the same in every process, and nothing to set.
#[derive(Clone)]
pub struct Secrets {
    path: String,
    header: String,
    key: hmac::Key,
}

impl Secrets {
    /// The secrets for the bot of `token`.
    pub fn of(token: &str) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, token.as_bytes());
        let derive = |purpose: &str| URL_SAFE_NO_PAD.encode(hmac::sign(&key, purpose.as_bytes()));
        Self { path: derive("webhook path"), header: derive("webhook header"), key }
    }

    /// The webhook's address within the service, without a slash before it.
    pub fn route(&self) -> String {
        format!("telegram/{}", self.path)
    }

    /// What Telegram repeats in the header of each request.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Whether `given` is the header's secret, in a time that does not depend on how much of it is right.
    fn admits(&self, given: &[u8]) -> bool {
        let tag = hmac::sign(&self.key, self.header.as_bytes());
        hmac::verify(&self.key, given, tag.as_ref()).is_ok()
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").finish_non_exhaustive()
    }
}

/// Has Telegram post updates to the webhook's address below `public`, with the secret in the header.
async fn set_webhook(api: &Api, public: &Url, secrets: &Secrets) -> Result<(), ApiError> {
    let address = format!("{}/{}", public.as_str().trim_end_matches('/'), secrets.route());
    let url =
        Url::parse(&address).map_err(|_| ApiError::Lost("the webhook's address is no URL".to_owned()))?;
    let request = SetWebhook::new(url).secret_token(secrets.header()).allowed_updates([
        AllowedUpdate::Message,
        AllowedUpdate::EditedMessage,
        AllowedUpdate::CallbackQuery,
        AllowedUpdate::MessageReaction,
        AllowedUpdate::MyChatMember,
        AllowedUpdate::ChatMember,
    ]);
    api.call(&request).await.map(drop)
}

/// What takes in the updates that Telegram posts.
pub struct Webhook {
    secrets: Secrets,
    inbox: Arc<dyn Inbox>,
    clock: Clock,
    /// Learned after the service has begun to listen.
    bot: OnceLock<Bot>,
}

impl Webhook {
    pub fn new(secrets: Secrets, inbox: Arc<dyn Inbox>, clock: Clock) -> Self {
        Self { secrets, inbox, clock, bot: OnceLock::new() }
    }

    /// Learns who the bot is, introduces it, has Telegram post updates to `public` (what the service's addresses begin with), and waits until
    /// the service stops. The webhook stays set then: Telegram keeps what happens meanwhile.
    pub async fn keep(&self, mut connection: Connection<'_>, public: &Url, introductions: &[Introduction]) {
        let Some(bot) = connection.meet().await else { return };
        self.bot.get_or_init(|| bot);
        let introducing = introducing(connection.chat, connection.shutdown.clone(), introductions);
        let setting = async {
            let mut failures = 0;
            loop {
                let api = connection.chat.api();
                let set = tokio::select! {
                    set = set_webhook(api, public, &self.secrets) => set,
                    _ = connection.shutdown.wait_for(|stop| *stop) => return,
                };
                match set {
                    Ok(()) => break connection.goes_well(),
                    Err(error) => match connection.failed(&error, failures).await {
                        Some(count) => failures = count,
                        None => return,
                    },
                }
            }
            // Its sender's end is an end too.
            let _ = connection.shutdown.wait_for(|stop| *stop).await;
        };
        join(introducing, setting).await;
    }

    /// Takes in one update. 401 without the right secret; 503 if it could not be stored, or before the bot knows who it is, so that Telegram
    /// sends it again; 200 for everything else, also for what can't be read, which would be the same the next time.
    pub async fn receive(&self, secret: Option<&[u8]>, body: &[u8]) -> StatusCode {
        if !secret.is_some_and(|secret| self.secrets.admits(secret)) {
            return StatusCode::UNAUTHORIZED;
        }
        let Some(bot) = self.bot.get() else { return StatusCode::SERVICE_UNAVAILABLE };
        let update: Value = match serde_json::from_slice(body) {
            Ok(update) => update,
            Err(error) => {
                tracing::error!(%error, "an update that can't be read is passed over");
                return StatusCode::OK;
            }
        };
        let incoming = parse(&update, bot, self.clock.now());
        if incoming.is_empty() {
            return StatusCode::OK;
        }
        match self.inbox.take_in(incoming, None).await {
            Ok(()) => StatusCode::OK,
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "the inbox took nothing in");
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }
}

/// The webhook's route, `/telegram/SECRET`, to be merged into the service's router.
pub fn router(webhook: Arc<Webhook>) -> Router {
    let path = format!("/telegram/{}", webhook.secrets.path);
    Router::new().route(&path, post(handle)).layer(DefaultBodyLimit::max(BODY_MAX_BYTES)).with_state(webhook)
}

/// The answer has no body: Telegram would take one for a request.
async fn handle(State(webhook): State<Arc<Webhook>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let secret = headers.get(SECRET_HEADER).map(|value| value.as_bytes());
    webhook.receive(secret, &body).await
}
