//! The mail server, by lettre. What it answers is never passed on as it is: servers repeat whom a letter was for.

use std::time::{Duration, SystemTime};

use anyhow::Context;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::{Category, Severity};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::letter::Letter;
use crate::config::MailSettings;
use crate::secret::hash_token;

/// The longest the server may take for a command, and for a letter.
const COMMAND: Duration = Duration::from_secs(15);
const PATIENCE: Duration = Duration::from_secs(30);

/// Why the server did not take a letter, in words without an address in them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It will never take it.
    #[error("{0}")]
    Refused(String),
    /// It takes it later, perhaps.
    #[error("{0}")]
    Later(String),
    /// It takes nothing: it is down, does not know us, or can't be reached.
    #[error("{0}")]
    Unreachable(String),
}

pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    pub fn new(settings: &MailSettings) -> anyhow::Result<Self> {
        // The error may repeat the address, which holds the password.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(settings.smtp_url.reveal()).ok();
        let transport = builder.context("TANNHJUL_SMTP_URL can't be used")?.timeout(Some(COMMAND)).build();
        Ok(Self { transport, from: settings.from.parse().context("TANNHJUL_MAIL_FROM is no address")? })
    }

    /// Hands a letter over.
    pub async fn send(&self, letter: &Letter) -> Result<(), NotTaken> {
        let message = self.message(letter).map_err(|_| NotTaken::Refused("it is no letter".to_owned()))?;
        self.in_time(self.transport.send(message)).await.map(drop)
    }

    /// Asks the server whether it would take anything from us.
    pub async fn greet(&self) -> Result<(), NotTaken> {
        match self.in_time(self.transport.test_connection()).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(NotTaken::Unreachable("the server does not answer as it should".to_owned())),
            Err(error) => Err(error),
        }
    }

    async fn in_time<T>(&self, asking: impl Future<Output = Result<T, Error>>) -> Result<T, NotTaken> {
        match tokio::time::timeout(PATIENCE, asking).await {
            Ok(answer) => answer.map_err(|error| not_taken(&error)),
            Err(_) => {
                let words = format!("the server did not answer within {} s", PATIENCE.as_secs());
                Err(NotTaken::Unreachable(words))
            }
        }
    }

    fn message(&self, letter: &Letter) -> anyhow::Result<Message> {
        let id = format!("<{}@{}>", hash_token(&letter.key), self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(letter.subject.clone())
            .date(SystemTime::from(letter.sent_at))
            .message_id(Some(id))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())?;
        Ok(message)
    }
}

fn not_taken(error: &Error) -> NotTaken {
    let Some(code) = error.status() else {
        let words = match (error.is_client() || error.is_response(), error.is_tls()) {
            (true, _) => "the server answers in a way that is not understood".to_owned(),
            (_, true) => "no encrypted line to the server could be made".to_owned(),
            _ => format!("the server can't be reached: {error}"),
        };
        return NotTaken::Unreachable(words);
    };
    let words = format!("the server answered {code}");
    match (code.category, code.severity) {
        // The mailbox, or what the server thinks of the letter; anything else is about us.
        (Category::MailSystem, Severity::PermanentNegativeCompletion) => NotTaken::Refused(words),
        (Category::MailSystem, _) => NotTaken::Later(words),
        _ => NotTaken::Unreachable(words),
    }
}

/// That no person wrote it (RFC 3834): nobody's absence is answered to it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
