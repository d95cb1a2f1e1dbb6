//! First contact: who holds what about somebody and why, in three sentences, with a way to the whole.

use super::desk::{Desk, Note};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// Adds the notice to the first words to somebody, who has then had it. Where there is no page, somebody who answers is named.
pub async fn add(desk: &mut Desk<'_>, mut said: Said, person: &Person) -> anyhow::Result<Said> {
    let (municipality, _) = desk.town(person.municipality_id).await?;
    desk.tx.set_greeted(person.id, desk.now).await?;
    if !said.lines.is_empty() {
        said.lines.push(Message::Blank);
    }
    said.lines.push(Message::Privacy { municipality: municipality.name.clone() });
    let Some(url) = &desk.around.public_url else {
        let (name, phone) = super::everyday::who_answers(desk, person.municipality_id).await?;
        said.lines.push(Message::PrivacyAsk { name, phone });
        return Ok(said);
    };
    let (url, key, language) = (url.trim_end_matches('/'), &municipality.key, person.language.code());
    Ok(said.row([Button::link(Message::PrivacyWhole, format!("{url}/personvern/{key}?lang={language}"))]))
}

/// Somebody became known by an answer in a group. If they can be written to already, nothing else will greet them.
pub async fn greet(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<()> {
    if desk.tx.reach(person.id).await?.is_none() {
        return Ok(());
    }
    let said = add(desk, Said::new([]), person).await?;
    let key = format!("privacy:{}", person.id.0);
    let note = Note { key, purpose: Purpose::Notice, said, task: None, request: None, at: None };
    desk.tell(person.id, note).await.map(drop)
}
