//! What the bot may do in a group: whether it can write there, and whether reactions reach it.

use serde::Deserialize;
use serde_json::json;

use super::api::{Api, ApiError};

/// What the bot may do in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// An administrator: it writes, and hears of reactions.
    Administrator,
    /// A member: it writes, and replies and buttons reach it. Reactions do not.
    Member,
    /// It is there and may not write.
    Silenced,
    /// It is not there.
    Out,
}

#[derive(Deserialize)]
struct ChatMember {
    status: String,
    /// Of somebody restricted only.
    #[serde(default)]
    can_send_messages: Option<bool>,
    #[serde(default)]
    is_member: Option<bool>,
}

#[derive(Default, Deserialize)]
struct Permissions {
    #[serde(default)]
    can_send_messages: Option<bool>,
}

#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    permissions: Permissions,
}

/// Asks what the bot may do in `chat`.
pub async fn rights(api: &Api, chat: &str) -> Result<Rights, ApiError> {
    let body = json!({ "chat_id": chat.parse::<i64>().unwrap_or_default(), "user_id": api.bot_id() });
    let answer = match api.post("getChatMember", &body, std::time::Duration::ZERO).await {
        Ok(answer) => answer,
        // Gone, upgraded or put out: in none of them is it there under this number.
        Err(ApiError::Refused(refusal)) if matches!(refusal.code, 400 | 403) => return Ok(Rights::Out),
        Err(error) => return Err(error),
    };
    let unread = |_| ApiError::Lost("getChatMember without a status".to_owned());
    let member: ChatMember = serde_json::from_str(answer.get()).map_err(unread)?;
    Ok(match (member.status.as_str(), member.can_send_messages) {
        ("creator" | "administrator", _) => Rights::Administrator,
        ("restricted", _) if member.is_member == Some(false) => Rights::Out,
        ("restricted", Some(false)) => Rights::Silenced,
        ("member" | "restricted", _) if may_write(api, chat).await? => Rights::Member,
        ("member" | "restricted", _) => Rights::Silenced,
        _ => Rights::Out,
    })
}

/// Whether members may write in a group at all.
async fn may_write(api: &Api, chat: &str) -> Result<bool, ApiError> {
    let body = json!({ "chat_id": chat.parse::<i64>().unwrap_or_default() });
    let answer = api.post("getChat", &body, std::time::Duration::ZERO).await?;
    let unread = |_| ApiError::Lost("getChat without a chat".to_owned());
    let group: Group = serde_json::from_str(answer.get()).map_err(unread)?;
    Ok(group.permissions.can_send_messages != Some(false))
}
