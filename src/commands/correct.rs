//! The one who asked corrects what is kept of the recipient, on the page where it opens. None of it passes through a chat.

use super::desk::{Desk, Note};
use super::request::{self, reading_of};
use crate::domain::draft::{Draft, Recipient};
use crate::domain::task::{Task, TaskState};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::store::requests::{Request, RequestState};
use crate::text::{Button, Message, Said, Target};

/// The longest of each, in characters; what comes after it is not kept.
pub const LONGEST_NAME: usize = 120;
pub const LONGEST_PLACE: usize = 300;
pub const LONGEST_NOTES: usize = 2_000;

/// What shall be kept from now on. Nothing in a field: nothing is kept. It can't be printed by accident.
pub struct Correction {
    pub name: String,
    pub place: String,
    pub notes: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    pub changed: bool,
    /// Words of diagnosis or treatment were left out.
    pub health_words: bool,
    /// Somebody who comes is told that something has changed.
    pub told: bool,
}

/// Keeps a correction by the one who asked. The caller has seen to it that it is they.
pub async fn correct(
    desk: &mut Desk<'_>,
    person: &Person,
    request: &Request,
    task: Option<&Task>,
    correction: &Correction,
) -> anyhow::Result<Corrected> {
    let before = desk.tx.recipient(&desk.around.key, request.id).await?.unwrap_or_default();
    let mut health_words = false;
    let mut kept = |text: &str, longest: usize| {
        let text: String = text.trim().chars().take(longest).collect();
        let (text, found) = request::without_health_words(&text);
        health_words |= found;
        Some(text).filter(|text| !text.is_empty())
    };
    let after = Recipient {
        name: kept(&correction.name, LONGEST_NAME),
        place: kept(&correction.place, LONGEST_PLACE),
        notes: kept(&correction.notes, LONGEST_NOTES).into_iter().collect(),
        // What was typed at first may say what was just corrected.
        typed: String::new(),
        aside: None,
    };
    let fields = [
        ("name", before.name != after.name),
        ("place", before.place != after.place),
        ("notes", before.notes.join("\n") != after.notes.join("\n")),
    ];
    let fields: Vec<&str> =
        fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect();
    if fields.is_empty() {
        return Ok(Corrected { health_words, ..Corrected::default() });
    }
    desk.tx.set_recipient(&desk.around.key, request.id, &after).await?;
    let actor = Actor { person: Some(person.id), channel: None };
    let (municipality, id) = (request.municipality_id, task.map(|task| task.id));
    desk.tx
        .record(municipality, id, Some(request.id), actor, "recipient corrected", &fields, desk.now)
        .await?;
    let place = after.place.as_deref().filter(|_| fields.contains(&"place"));
    keep_draft(desk, person, request, &after, place).await?;
    let told = match task {
        Some(task) => tell_those_who_come(desk, task).await?,
        None => false,
    };
    Ok(Corrected { changed: true, health_words, told })
}

/// What the need says of its recipient follows. While it is not sent, a place in another zone moves it there, and it is read back anew.
async fn keep_draft(
    desk: &mut Desk<'_>,
    person: &Person,
    request: &Request,
    after: &Recipient,
    place: Option<&str>,
) -> anyhow::Result<()> {
    let before: &Draft = &request.draft;
    let mut draft = before.clone();
    draft.has_place = after.place.is_some();
    draft.has_notes = after.name.is_some() || !after.notes.is_empty();
    let is_draft = request.state == RequestState::Draft;
    if let Some(place) = place.filter(|_| is_draft) {
        let zone = request::zone_of(desk, request.municipality_id, None, place).await?;
        draft.zone = zone.or(draft.zone);
    }
    if draft == *before {
        return Ok(());
    }
    draft.version += 1;
    desk.tx.set_draft(request.id, &draft, desk.now).await?;
    if !is_draft || draft.missing(request::demands(desk, request, &draft).await?).is_some() {
        return Ok(());
    }
    desk.put_away_buttons(request.id).await?;
    let said = reading_of(desk, request, &draft).await?;
    let note = Note {
        key: format!("corrected:{}:{}", request.id.0, draft.version),
        purpose: Purpose::Receipt,
        said,
        task: None,
        request: Some(request.id),
        at: None,
    };
    desk.tell(person.id, note).await.map(drop)
}

/// Those who hold a place are told that something has changed, and not what. Who has not looked since the last such message gets no other.
async fn tell_those_who_come(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<bool> {
    if task.state != TaskState::Open || desk.now >= task.ends_at {
        return Ok(false);
    }
    let mut told = false;
    for signup in task.placed() {
        let looks = desk.tx.views_of(task.id, signup.person).await?;
        let mut said = Said::from(Message::InfoChanged { number: task.number });
        if desk.around.public_url.is_some() {
            said = said.row([Button { label: Message::OpenTask, target: Target::Task(task.id) }]);
        }
        let key = format!("info:{}:{}:{looks}", task.id.0, signup.person.0);
        told |= desk.tell(signup.person, Note::on(task, Purpose::Notice, key, said)).await?;
    }
    Ok(told)
}
