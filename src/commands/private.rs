//! What is nobody else's business is answered in private, wherever it was asked.

use super::desk::{Desk, Heard, Note};
use super::faces;
use crate::store::outbox::Purpose;
use crate::text::{Button, Message, Said, Target};

/// Answers in private. Somebody who asked in a group and can't be written to is told there how to be, and nothing else.
pub async fn reply(desk: &mut Desk<'_>, heard: &Heard, said: Said, message: &str) -> anyhow::Result<()> {
    if heard.in_private {
        return desk.reply(heard, said, None).await;
    }
    if heard.account.is_none() {
        return desk.reply(heard, Message::AnswerAsYourself.into(), Some(message)).await;
    }
    // Of somebody's people the one whom the group's municipality knows.
    let here = heard.group.as_ref().and_then(|group| heard.person_in(group.municipality_id));
    if let Some(person) = here.or(heard.people.first()) {
        let key = format!("private:{}", heard.inbox.0);
        let note = Note { key, purpose: Purpose::Receipt, said, task: None, request: None, at: None };
        if desk.tell(person.id, note).await? {
            return desk.mark(heard, message, faces::NOTED).await;
        }
    }
    let mut said = Said::from(Message::AskMeInPrivate);
    if let Some(link) = &heard.start_link {
        said = said.row([Button { label: Message::OpenChat, target: Target::Link(link.clone()) }]);
    }
    desk.reply(heard, said, Some(message)).await
}
