//! One call to the Bot API: typed request out, raw answer back, and nothing of the token in any error.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, Url};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide_core::requests::Payload;

/// Telegram's own server.
pub const TELEGRAM: &str = "https://api.telegram.org";
/// How long one request may take. Long polling adds its own waiting to it.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// A full batch of a hundred long updates stays far below this.
const MAX_ANSWER_BYTES: usize = 16 << 20;

/// A bot's access to a Bot API server. Cheap to clone; shares its connections.
#[derive(Clone)]
pub struct Api {
    http: reqwest::Client,
    /// With the token in it: never shown.
    base: Arc<str>,
    bot_id: i64,
    is_telegram: bool,
    timeout: Duration,
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").field("bot_id", &self.bot_id).finish_non_exhaustive()
    }
}

/// Why a call gave no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The Bot API answered, and said no.
    #[error("{}: {}", .0.code, .0.description)]
    Refused(Refusal),
    /// No answer that can be read. What was asked for may have happened all the same.
    #[error("{0}")]
    Lost(String),
}

/// A refusal in the Bot API's own terms (<https://core.telegram.org/bots/api#making-requests>).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub code: u16,
    pub description: String,
    /// `parameters.retry_after`.
    pub retry_after: Option<Duration>,
    /// `parameters.migrate_to_chat_id`.
    pub moved_to: Option<i64>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    ok: bool,
    result: Option<Box<RawValue>>,
    error_code: Option<u16>,
    description: Option<String>,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Api {
    /// Access to the bot of `token` at `server`, [`TELEGRAM`] or another. `timeout` is for one request. Fails when either can't be right;
    /// the error does not hold the token.
    pub fn new(token: &str, server: &str, timeout: Duration) -> anyhow::Result<Self> {
        let (id, secret) = token.split_once(':').context("the bot token has no colon in it")?;
        let bot_id = id.parse().ok().context("the bot token does not begin with the bot's number")?;
        let is_secret = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        ensure!(
            !secret.is_empty() && secret.bytes().all(is_secret),
            "the bot token has a character that none has"
        );
        let server = Url::parse(server).context("the Bot API's address is no URL")?;
        if !matches!(server.scheme(), "http" | "https") {
            bail!("the Bot API's address is not http or https");
        }
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            // A redirect would carry the token to wherever it points.
            .redirect(reqwest::redirect::Policy::none())
            .tcp_nodelay(true)
            .build()
            .context("can't set up HTTP")?;
        let server = server.as_str().trim_end_matches('/');
        let is_telegram = server == TELEGRAM;
        Ok(Self { http, base: format!("{server}/bot{token}").into(), bot_id, is_telegram, timeout })
    }

    /// Whether this is Telegram's own server.
    pub fn is_telegram(&self) -> bool {
        self.is_telegram
    }

    /// The bot's own id, the number its token begins with.
    pub fn bot_id(&self) -> i64 {
        self.bot_id
    }

    /// Carries out a typed request.
    pub async fn call<P: Payload + Serialize + Sync>(&self, payload: &P) -> Result<Box<RawValue>, ApiError> {
        self.post(P::NAME, payload, Duration::ZERO).await
    }

    /// Carries out `method`; the server may wait for `waiting` before it answers.
    pub async fn post<B: Serialize + Sync + ?Sized>(
        &self,
        method: &str,
        body: &B,
        waiting: Duration,
    ) -> Result<Box<RawValue>, ApiError> {
        let request = self.http.post(format!("{}/{method}", self.base)).timeout(self.timeout + waiting);
        self.answer(request.json(body)).await
    }

    /// Carries out `method` with a file: its field, name and content.
    pub async fn upload(
        &self,
        method: &str,
        fields: Vec<(&'static str, String)>,
        (field, name, content): (&'static str, String, Vec<u8>),
    ) -> Result<Box<RawValue>, ApiError> {
        let mut form = Form::new().part(field, Part::bytes(content).file_name(name));
        for (field, value) in fields {
            form = form.text(field, value);
        }
        let request = self.http.post(format!("{}/{method}", self.base)).timeout(self.timeout);
        self.answer(request.multipart(form)).await
    }

    async fn answer(&self, request: RequestBuilder) -> Result<Box<RawValue>, ApiError> {
        let mut response = request.send().await.map_err(lost)?;
        let status = response.status().as_u16();
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            if bytes.len() + chunk.len() > MAX_ANSWER_BYTES {
                return Err(ApiError::Lost("the answer is too long".to_owned()));
            }
            bytes.extend_from_slice(&chunk);
        }
        read_answer(status, &bytes)
    }
}

/// The result in an answer. What is not an answer of the Bot API (a proxy's error page) is lost, not refused: it says nothing of the request.
fn read_answer(status: u16, bytes: &[u8]) -> Result<Box<RawValue>, ApiError> {
    let Ok(answer) = serde_json::from_slice::<Answer>(bytes) else {
        return Err(ApiError::Lost(format!("status {status} without a Bot API answer")));
    };
    match answer {
        Answer { ok: true, result: Some(result), .. } => Ok(result),
        Answer { ok: true, result: None, .. } => Err(ApiError::Lost("an answer without a result".to_owned())),
        Answer { error_code, description, parameters, .. } => Err(ApiError::Refused(Refusal {
            code: error_code.unwrap_or(status),
            description: description.unwrap_or_default(),
            retry_after: parameters.retry_after.map(Duration::from_secs),
            moved_to: parameters.migrate_to_chat_id,
        })),
    }
}

/// The error's own words down to its cause ("operation timed out"), without the address, which holds the token.
fn lost(error: reqwest::Error) -> ApiError {
    let error = error.without_url();
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        words = error.to_string();
        cause = error.source();
    }
    ApiError::Lost(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "42:the-secret_part";

    #[test]
    fn a_token_that_can_not_be_right_is_refused_without_being_repeated() {
        assert!(Api::new(TOKEN, TELEGRAM, REQUEST_TIMEOUT).is_ok());
        for token in ["", "secret", "secret:x", "42:", "42:sec/ret", "42:secret\n"] {
            let error = Api::new(token, TELEGRAM, REQUEST_TIMEOUT).expect_err(token);
            assert!(!format!("{error:?}").contains("secret"), "{error:?}");
        }
        assert!(Api::new(TOKEN, "api.telegram.org", REQUEST_TIMEOUT).is_err());
        assert!(Api::new(TOKEN, "ftp://api.telegram.org", REQUEST_TIMEOUT).is_err());
    }

    #[test]
    fn showing_the_access_does_not_show_the_token() {
        let api = Api::new(TOKEN, TELEGRAM, REQUEST_TIMEOUT).expect("an api");
        assert!(!format!("{api:?}").contains("secret"));
    }

    #[test]
    fn an_answer_is_read_by_its_code_and_parameters() {
        let refused = |body: &str| match read_answer(400, body.as_bytes()) {
            Err(ApiError::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        let flood =
            refused(r#"{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":7}}"#);
        assert_eq!((flood.code, flood.retry_after), (429, Some(Duration::from_secs(7))));
        let moved = refused(r#"{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-1009}}"#);
        assert_eq!((moved.code, moved.moved_to), (400, Some(-1009)));
        assert_eq!(
            read_answer(200, br#"{"ok":true,"result":{"x":1}}"#).expect("a result").get(),
            r#"{"x":1}"#
        );
        for not_an_answer in ["", "<html>", r#"{"ok":true"#, r#"{"ok":true}"#, "[]"] {
            assert!(matches!(read_answer(502, not_an_answer.as_bytes()), Err(ApiError::Lost(_))));
        }
    }
}
