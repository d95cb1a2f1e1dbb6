//! What is done once at the start: the bot learns who it is and sets its menu and its descriptions.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use teloxide_core::payloads::setters::*;
use teloxide_core::payloads::{
    GetMe, GetMyCommands, GetMyDescription, GetMyShortDescription, SetMyCommands, SetMyDescription,
    SetMyShortDescription,
};
use teloxide_core::requests::Payload;
use teloxide_core::types::{BotCommand, BotCommandScope};

use super::api::{Api, ApiError};
use super::fit::shorten;

/// Who the bot is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Bot {
    pub id: i64,
    pub username: String,
}

/// What the bot says of itself to those who speak `language`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Introduction {
    /// Two letters (ISO 639-1). `None`: everybody for whose language there is nothing else.
    pub language: Option<String>,
    /// Names without a slash (a–z, 0–9 and _, at most 32) and what they do (at most 256 characters), in the menu's order.
    pub commands: Vec<(String, String)>,
    /// The same for groups.
    pub group_commands: Vec<(String, String)>,
    /// Shown in an empty chat with the bot; at most 512 characters.
    pub description: String,
    /// Shown on the bot's profile; at most 120 characters.
    pub short_description: String,
}

const COMMANDS_MAX: usize = 100;
const COMMAND_DESCRIPTION_MAX: usize = 256;
const DESCRIPTION_MAX: usize = 512;
const SHORT_DESCRIPTION_MAX: usize = 120;

/// Asks the Bot API who the bot is.
pub async fn get_me(api: &Api) -> Result<Bot, ApiError> {
    let result = api.call(&GetMe::new()).await?;
    serde_json::from_str(result.get()).map_err(|_| ApiError::Lost("getMe without a username".to_owned()))
}

/// Sets menu and descriptions where they differ from what is set; changing them is what Telegram limits sharply. Returns how many could not
/// be set: the bot works without them, and the next start tries again.
pub async fn introduce(api: &Api, introductions: &[Introduction]) -> usize {
    let mut failures = 0;
    for introduction in introductions {
        let language = introduction.language.as_deref();
        for result in [
            set_commands(api, &introduction.commands, BotCommandScope::AllPrivateChats, language).await,
            set_commands(api, &introduction.group_commands, BotCommandScope::AllGroupChats, language).await,
            set_description(api, introduction, language).await,
            set_short_description(api, introduction, language).await,
        ] {
            if let Err(error) = result {
                tracing::warn!(language, %error, "can't set the bot's menu or description");
                failures += 1;
            }
        }
    }
    failures
}

async fn set_commands(
    api: &Api,
    wanted: &[(String, String)],
    scope: BotCommandScope,
    language: Option<&str>,
) -> Result<(), ApiError> {
    let is_name = |name: &str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (1..=32).contains(&name.len()) && name.bytes().all(fits)
    };
    // One name that Telegram does not take would cost the whole menu.
    let named = wanted.iter().filter(|(name, _)| is_name(name)).take(COMMANDS_MAX);
    let commands: Vec<_> =
        named.map(|(name, does)| BotCommand::new(name, shorten(does, COMMAND_DESCRIPTION_MAX))).collect();
    let (mut get, mut set) = (GetMyCommands::new(), SetMyCommands::new(commands.clone()));
    (get.scope, set.scope) = (Some(scope.clone()), Some(scope));
    get.language_code = language.map(str::to_owned);
    set.language_code = language.map(str::to_owned);
    set_if_other(api, &get, |now| now == &serde_json::json!(commands), &set).await
}

async fn set_description(api: &Api, wanted: &Introduction, language: Option<&str>) -> Result<(), ApiError> {
    let text = shorten(&wanted.description, DESCRIPTION_MAX);
    let (mut get, mut set) = (GetMyDescription::new(), SetMyDescription::new().description(&text));
    get.language_code = language.map(str::to_owned);
    set.language_code = language.map(str::to_owned);
    set_if_other(api, &get, |now| now["description"] == text.as_str(), &set).await
}

async fn set_short_description(
    api: &Api,
    wanted: &Introduction,
    language: Option<&str>,
) -> Result<(), ApiError> {
    let text = shorten(&wanted.short_description, SHORT_DESCRIPTION_MAX);
    let (mut get, mut set) =
        (GetMyShortDescription::new(), SetMyShortDescription::new().short_description(&text));
    get.language_code = language.map(str::to_owned);
    set.language_code = language.map(str::to_owned);
    set_if_other(api, &get, |now| now["short_description"] == text.as_str(), &set).await
}

async fn set_if_other<G, S>(
    api: &Api,
    get: &G,
    is_so: impl Fn(&Value) -> bool,
    set: &S,
) -> Result<(), ApiError>
where
    G: Payload + Serialize + Sync,
    S: Payload + Serialize + Sync,
{
    let now = api.call(get).await?;
    let now: Value = serde_json::from_str(now.get()).unwrap_or_default();
    if is_so(&now) {
        return Ok(());
    }
    api.call(set).await.map(drop)
}
