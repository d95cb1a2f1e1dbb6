//! What each bot may do in the groups that are connected to it, as far as its platform says.

use super::{Line, PLATFORM_TIMEOUT};
use crate::chat::telegram::rights::{Rights, rights};
use crate::chat::telegram::{Api, TELEGRAM};
use crate::config::Settings;
use crate::store::Tx;

/// Groups of one bot that are asked about: each costs the platform two questions.
const MOST_GROUPS: usize = 500;

pub(super) async fn check(settings: &Settings, tx: &mut Tx, lines: &mut Vec<Line>) -> anyhow::Result<()> {
    let server = settings.telegram_api_url.as_deref().unwrap_or(TELEGRAM);
    for token in &settings.telegram_tokens {
        // A token that can't be right has been found already.
        let Ok(api) = Api::new(token.reveal(), server, PLATFORM_TIMEOUT) else { continue };
        let groups = tx.groups_on(&format!("telegram:{}", api.bot_id())).await?;
        for (municipality, title, chat) in groups.into_iter().take(MOST_GROUPS) {
            let Ok(rights) = rights(&api, &chat).await else {
                // The platform does not answer, which has been said.
                break;
            };
            lines.extend(line(municipality, &title, rights));
        }
    }
    Ok(())
}

/// What is to be said of a group; nothing where all is well.
fn line(municipality: String, title: &str, rights: Rights) -> Option<Line> {
    let (kind, fault, what, help) = match rights {
        Rights::Administrator => return None,
        Rights::Member => (
            "bot_is_no_admin",
            false,
            format!("the bot is an ordinary member of {title}: a thumb on a card does not reach it"),
            "make it an administrator, without further rights, if a thumb is to count; replies and buttons do already",
        ),
        Rights::Silenced => (
            "bot_is_silenced",
            true,
            format!("the bot may not write in {title}: no card is posted there"),
            "let members write in the group, or make the bot an administrator",
        ),
        Rights::Out => (
            "bot_is_out",
            true,
            format!("the bot is not in {title} any more"),
            "let the bot into the group again; a new group needs a new code",
        ),
    };
    Some(Line { municipality: Some(municipality), kind, fault, what, help: help.to_owned() })
}
