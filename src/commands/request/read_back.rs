//! The need as it was understood, said back before anything is sent.

use super::question::{note_button, warnings};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::faces;
use crate::commands::misread;
use crate::commands::opening::{self, Opened};
use crate::domain::draft::Draft;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::argument::Window;
use crate::text::{Button, Message, Said, Target};

/// The need as it was understood, with everything that can be done about it. `lines` are said before.
pub(super) async fn read_back(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    draft: &Draft,
    lines: Vec<Message>,
) -> anyhow::Result<()> {
    let mut said = reading_of(desk, request, draft).await?;
    if lines.contains(&Message::SomeLeftOut) {
        said = said.row([note_button(request)]);
    }
    said.lines.splice(0..0, lines);
    if heard.in_private {
        return desk.reply_about(heard, said, None, None, Some(request.id)).await;
    }
    // The link is personal: it goes where nobody else can press it.
    let said = without_link(said);
    desk.reply_about(heard, said, None, None, Some(request.id)).await?;
    if desk.around.public_url.is_none() {
        return Ok(());
    }
    let button = Button { label: Message::SeeRecipient, target: Target::Request(request.id) };
    let note = Note {
        key: format!("see:{}", request.id.0),
        purpose: Purpose::Notice,
        said: Said::from(Message::AddressHere).row([button]),
        task: None,
        request: Some(request.id),
        at: None,
    };
    desk.tell(person.id, note).await.map(drop)
}

fn without_link(mut said: Said) -> Said {
    for row in &mut said.buttons {
        row.retain(|button| matches!(button.target, Target::Data(_)));
    }
    said.buttons.retain(|row| !row.is_empty());
    said
}

pub(crate) async fn reading_of(
    desk: &mut Desk<'_>,
    request: &Request,
    draft: &Draft,
) -> anyhow::Result<Said> {
    let (Some(service), Some(people), Some((start, end))) = (draft.service, draft.people, draft.window())
    else {
        return Ok(Message::DraftGone.into());
    };
    let id = request.id.0;
    let mut lines = warnings(draft);
    lines.push(Message::ReadBack);
    let calendar = desk.calendar(request.municipality_id).await?;
    let window = Window::said_at(calendar.local(desk.now), start, end);
    lines.push(Message::ReadBackNeed { service, people, window });
    if let Some(zone) = draft.zone {
        lines.push(Message::ReadBackZone { zone: desk.tx.zone(zone).await?.name });
    }
    lines.push(if draft.has_place { Message::AddressKept } else { Message::NoAddress });
    if draft.recurring {
        lines.push(Message::OnlyFirstOccurrence);
    }
    let opened = opening::prepare(desk, request, draft).await?;
    let mut first = Vec::new();
    match &opened {
        Ok(Opened { task, names, .. }) => {
            lines.push(opening::asked_line(names));
            lines.push(Message::AnswerBy { at: faces::at(&calendar, desk.now, task.promised_at) });
            first.push(Button::new(Message::Send, format!("send:{id}:{}", draft.version)));
        }
        Err(refusal) => lines.extend(opening::refused(desk, request, *refusal).await?),
    }
    first.push(Button::new(Message::ChangeIt, format!("change:{id}")));
    first.push(Button::new(Message::Discard, format!("discard:{id}")));
    let mut said = Said::new(lines).row(first);
    let misread = misread::of_request(request.id);
    if opened.is_ok() {
        said = said.row([Button::new(Message::WhatIfNobody, format!("dry:{id}")), misread]);
    } else {
        said = said.row([misread]);
    }
    if desk.around.public_url.is_some() {
        said = said.row([Button { label: Message::SeeRecipient, target: Target::Request(request.id) }]);
    }
    Ok(said)
}
