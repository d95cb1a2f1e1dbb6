//! Settings: built-in defaults < the file < the environment < flags. [`read`] is pure; all faults are reported at once, each with its key.

mod file;
mod mail;
mod secret_text;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context;
use reqwest::Url;

use crate::fault::Faults;
use crate::secret::Key;
use file::FileSettings;
pub use mail::MailSettings;
pub use secret_text::SecretText;

/// The file that is read when no other is named, if it is there.
const DEFAULT_FILE: &str = "tannhjul.toml";

const DATABASE_URL: &str = "database_url";
const TOKEN: &str = "telegram_bot_token";
const MODE: &str = "telegram_mode";
const API_URL: &str = "telegram_api_url";
const LISTEN: &str = "tannhjul_listen";
const PUBLIC_URL: &str = "tannhjul_public_url";
const LOCAL_CHAT: &str = "tannhjul_local_chat";
const KEY: &str = "tannhjul_key";
const KEY_FILE: &str = "tannhjul_key_file";
const LOG: &str = "tannhjul_log";
const LOG_FILTER: &str = "rust_log";
const HEARTBEAT: &str = "tannhjul_heartbeat_url";
const SMTP: &str = "tannhjul_smtp_url";
const MAIL_FROM: &str = "tannhjul_mail_from";

/// Every setting by its name in the file; in the environment it has the same name in upper case.
const NAMES: [&str; 14] = [
    DATABASE_URL,
    TOKEN,
    MODE,
    API_URL,
    LISTEN,
    PUBLIC_URL,
    LOCAL_CHAT,
    KEY,
    KEY_FILE,
    LOG,
    LOG_FILTER,
    HEARTBEAT,
    SMTP,
    MAIL_FROM,
];

/// What the service runs with.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`, which may hold a password.
    pub database_url: SecretText,
    /// The bots; none: only the local chat runs.
    pub telegram_tokens: Vec<SecretText>,
    pub telegram_mode: TelegramMode,
    /// Another Bot API server, without a slash at the end; none: Telegram's own.
    pub telegram_api_url: Option<String>,
    pub listen: SocketAddr,
    /// What links in messages begin with, without a slash at the end. None: no link is sent.
    pub public_url: Option<String>,
    pub local_chat: bool,
    pub key: KeySource,
    pub log_format: LogFormat,
    /// As `tracing_subscriber::EnvFilter` reads it.
    pub log_filter: String,
    /// Called each minute while all is well; whoever knows it can pretend so.
    pub heartbeat_url: Option<SecretText>,
    /// None: nothing goes by e-mail.
    pub mail: Option<MailSettings>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TelegramMode {
    Polling,
    Webhook,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// Where the key for recipient data comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// The key itself; it has been read once and is a key.
    Text(SecretText),
    /// A file with the key, made at the first start.
    File(PathBuf),
}

/// Settings on the command line. Secrets are not among them: other users of the machine can read a command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Flags {
    /// The file of settings [default: tannhjul.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// sqlite:PATH or postgres://… [default: sqlite:tannhjul.db]
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// polling or webhook [default: polling]
    #[arg(long, global = true, value_name = "MODE")]
    pub telegram_mode: Option<String>,
    /// Another Bot API server than Telegram's own
    #[arg(long, global = true, value_name = "URL")]
    pub telegram_api_url: Option<String>,
    /// Where the HTTP server listens [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
    /// What links in messages begin with; without it no link is sent
    #[arg(long, global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// on or off: the local chat page [default: on if there is neither a bot token nor a public https address]
    #[arg(long, global = true, value_name = "on|off")]
    pub local_chat: Option<String>,
    /// The file with the key for recipient data [default: tannhjul.key]
    #[arg(long, global = true, value_name = "FILE")]
    pub key_file: Option<String>,
}

impl Flags {
    fn get(&self, name: &str) -> Option<&String> {
        match name {
            DATABASE_URL => self.database_url.as_ref(),
            MODE => self.telegram_mode.as_ref(),
            API_URL => self.telegram_api_url.as_ref(),
            LISTEN => self.listen.as_ref(),
            PUBLIC_URL => self.public_url.as_ref(),
            LOCAL_CHAT => self.local_chat.as_ref(),
            KEY_FILE => self.key_file.as_ref(),
            _ => None,
        }
    }
}

/// Reads the settings of this process. The error says all that is wrong with them.
pub fn load(flags: &Flags) -> anyhow::Result<Settings> {
    let path = flags.config.as_deref().unwrap_or(Path::new(DEFAULT_FILE));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && flags.config.is_none() => String::new(),
        Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
    };
    Ok(read(&text, &|name| std::env::var(name).ok(), flags)?)
}

/// Reads the settings from the text of the file (empty for none), the environment and the flags.
pub fn read(
    file: &str,
    environment: &dyn Fn(&str) -> Option<String>,
    flags: &Flags,
) -> Result<Settings, Faults> {
    let mut faults = Faults::default();
    let file = FileSettings::read(file, &NAMES, &mut faults);
    let mut reader = Reader { file, environment, flags, faults };
    let settings = reader.settings();
    reader.faults.or(settings)
}

struct Reader<'a> {
    file: FileSettings,
    environment: &'a dyn Fn(&str) -> Option<String>,
    flags: &'a Flags,
    faults: Faults,
}

impl Reader<'_> {
    fn settings(&mut self) -> Settings {
        let telegram_tokens = self.tokens();
        let telegram_mode =
            self.choice(MODE, "polling or webhook", TelegramMode::Polling, |mode| match mode {
                "polling" => Some(TelegramMode::Polling),
                "webhook" => Some(TelegramMode::Webhook),
                _ => None,
            });
        let public_url = self.public_url();
        // Behind a web server that the world can reach, a page for playing everybody must be asked for.
        let alone =
            telegram_tokens.is_empty() && public_url.as_deref().is_none_or(|url| !url.starts_with("https:"));
        let local_chat = self.choice(LOCAL_CHAT, "on or off", alone, |word| match word {
            "on" | "true" | "1" => Some(true),
            "off" | "false" | "0" => Some(false),
            _ => None,
        });
        if telegram_mode == TelegramMode::Webhook && public_url.is_none() && self.get(PUBLIC_URL).is_none() {
            self.fault(MODE, "webhook needs TANNHJUL_PUBLIC_URL, the https address that Telegram calls");
        }
        Settings {
            database_url: self.database_url(),
            telegram_tokens,
            telegram_mode,
            telegram_api_url: self.api_url(),
            listen: self.choice(
                LISTEN,
                "an address and a port, like 127.0.0.1:8080",
                SocketAddr::from(([127, 0, 0, 1], 8080)),
                |address| address.parse().ok(),
            ),
            public_url,
            local_chat,
            key: self.key(),
            log_format: self.choice(LOG, "text or json", LogFormat::Text, |word| match word {
                "text" => Some(LogFormat::Text),
                "json" => Some(LogFormat::Json),
                _ => None,
            }),
            log_filter: self.choice(
                LOG_FILTER,
                "a level or a filter, like info or tannhjul=debug",
                "info".into(),
                |filter| tracing_subscriber::EnvFilter::try_new(filter).is_ok().then(|| filter.to_owned()),
            ),
            heartbeat_url: self.heartbeat_url(),
            mail: self.mail(),
        }
    }

    /// The value that counts. An empty one in the environment is none: that is how many tools leave a variable out.
    fn get(&self, name: &str) -> Option<String> {
        let flag = self.flags.get(name).cloned();
        flag.or_else(|| self.variable(name))
            .or_else(|| self.file.values.get(name).map(|value| value.text.clone()))
    }

    fn variable(&self, name: &str) -> Option<String> {
        (self.environment)(&name.to_uppercase()).filter(|value| !value.is_empty())
    }

    /// Says what is wrong with a setting, and where it was set.
    fn fault(&mut self, name: &str, what: impl std::fmt::Display) {
        let from_file = self.flags.get(name).is_none() && self.variable(name).is_none();
        match self.file.values.get(name).filter(|_| from_file) {
            Some(value) => self.faults.add(value.line, format!("{name}: {what}")),
            None => self.faults.add(None, format!("{}: {what}", name.to_uppercase())),
        }
    }

    /// A setting that `parse` understands; its value is no secret and is repeated in the fault.
    fn choice<T>(&mut self, name: &str, wanted: &str, default: T, parse: impl Fn(&str) -> Option<T>) -> T {
        let Some(text) = self.get(name) else { return default };
        parse(&text).unwrap_or_else(|| {
            self.fault(name, format!("“{text}” won't do; write {wanted}"));
            default
        })
    }

    fn database_url(&mut self) -> SecretText {
        let url = self.get(DATABASE_URL).unwrap_or_else(|| "sqlite:tannhjul.db".into());
        let sqlite = url.strip_prefix("sqlite:").map(|path| path.trim_start_matches("//"));
        let is_postgres = ["postgres", "postgresql"]
            .iter()
            .any(|scheme| Url::parse(&url).is_ok_and(|url| url.scheme() == *scheme && url.path().len() > 1));
        if sqlite.is_none_or(|path| path.is_empty() || path == ":memory:") && !is_postgres {
            // Not repeated: it may hold a password.
            self.fault(DATABASE_URL, "write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE");
        }
        SecretText::new(url)
    }

    /// The token of `TELEGRAM_BOT_TOKEN`, and those the file points to.
    fn tokens(&mut self) -> Vec<SecretText> {
        let mut tokens: Vec<SecretText> = Vec::new();
        if let Some(token) = self.get(TOKEN) {
            if is_token(&token) {
                tokens.push(SecretText::new(token));
            } else {
                self.fault(TOKEN, "not a bot token; BotFather gives one like 123456789:AAF…");
            }
        }
        for named in std::mem::take(&mut self.file.token_names) {
            let token = (self.environment)(&named.text).filter(|token| !token.is_empty());
            let what = match &token {
                None => format!("token_env: {} is not set in the environment", named.text),
                Some(token) if !is_token(token) => {
                    format!(
                        "token_env: {} holds no bot token; BotFather gives one like 123456789:AAF…",
                        named.text
                    )
                }
                Some(token) if tokens.iter().any(|known| known.reveal() == token) => {
                    format!("token_env: {} is a bot that is here already; one entry a bot", named.text)
                }
                Some(token) => {
                    tokens.push(SecretText::new(token.clone()));
                    continue;
                }
            };
            self.faults.add(named.line, what);
        }
        tokens
    }

    fn api_url(&mut self) -> Option<String> {
        let text = self.get(API_URL)?;
        let url = web_url(&text);
        if url.is_none() {
            self.fault(API_URL, "write an address like https://api.telegram.org");
        }
        url.map(|_| text.trim_end_matches('/').to_owned())
    }

    fn public_url(&mut self) -> Option<String> {
        let text = self.get(PUBLIC_URL)?;
        let Some(url) = web_url(&text) else {
            self.fault(
                PUBLIC_URL,
                format!("“{text}” won't do; write an address like https://tannhjul.example.no"),
            );
            return None;
        };
        // A link with a recipient's address behind it is not sent over an open line.
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() == "http" && !is_here {
            self.fault(PUBLIC_URL, format!("“{text}” must be https"));
        }
        Some(text.trim_end_matches('/').to_owned())
    }

    fn heartbeat_url(&mut self) -> Option<SecretText> {
        let text = self.get(HEARTBEAT)?;
        let url =
            Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if url.is_none() {
            self.fault(
                HEARTBEAT,
                "write the address that is to be called, like https://heartbeat.example/ping/…",
            );
        }
        url.map(|_| SecretText::new(text))
    }

    fn key(&mut self) -> KeySource {
        let file = self.get(KEY_FILE);
        let Some(text) = self.get(KEY) else {
            return KeySource::File(file.unwrap_or_else(|| "tannhjul.key".into()).into());
        };
        if file.is_some() {
            self.fault(KEY, "TANNHJUL_KEY_FILE is set too; leave one of them out");
        }
        if Key::from_text(&text).is_err() {
            self.fault(KEY, "not a key; it is 32 bytes in base64, as in the file tannhjul.key");
        }
        KeySource::Text(SecretText::new(text))
    }
}

/// Whether a text has a bot token's shape: the bot's number, a colon, a word.
fn is_token(text: &str) -> bool {
    let word = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    };
    text.split_once(':').is_some_and(|(number, rest)| {
        !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) && word(rest)
    })
}

/// An address that something can be put behind.
fn web_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && is_plain).then_some(url)
}

#[cfg(test)]
mod tests;
