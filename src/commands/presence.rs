//! Who can be reached: the bot let in or put out, people who come and go, groups that move.

use super::desk::{Desk, Heard};
use super::reach::watch;
use super::{closed, leave, unreached};
use crate::chat::incoming::AccountRef;
use crate::store::groups::ChatState;
use crate::store::people::CanWrite;
use crate::text::Message;

/// The bot was let into a chat or put out of it; in private it was started or blocked.
pub async fn bot_present(desk: &mut Desk<'_>, heard: &Heard, present: bool) -> anyhow::Result<()> {
    if heard.in_private {
        let Some(account) = &heard.account else { return Ok(()) };
        let can_write = if present { CanWrite::Yes } else { CanWrite::Blocked };
        desk.tx.set_can_write(account.id, can_write).await?;
        if !present {
            for person in heard.people.clone() {
                unreached::chat_closed(desk, &person, None).await?;
            }
        }
        return watch::speaker_changed(desk, heard).await;
    }
    let state = if present { ChatState::Open } else { ChatState::Lost };
    desk.tx.set_chat_state(heard.chat.id, state).await?;
    if present && heard.group.is_none() && heard.account.is_some() {
        return desk.reply(heard, Message::GroupNeedsCode.into(), None).await;
    }
    if let Some(group) = &heard.group {
        watch::changed(desk, group.municipality_id).await?;
    }
    if !present {
        closed::group_lost(desk, heard.chat.id).await?;
    }
    Ok(())
}

pub async fn member_present(
    desk: &mut Desk<'_>,
    heard: &Heard,
    account: &AccountRef,
    present: bool,
) -> anyhow::Result<()> {
    let account = desk.tx.account_seen(heard.channel, account, desk.now).await?;
    desk.tx.member_seen(heard.chat.id, account.id, present).await?;
    if !present {
        leave::left_group(desk, heard, account.id).await?;
    }
    Ok(())
}

pub async fn moved(desk: &mut Desk<'_>, heard: &Heard, to: &str) -> anyhow::Result<()> {
    desk.tx.move_chat(heard.chat.id, to).await?;
    Ok(())
}
