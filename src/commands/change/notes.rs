//! "#3 legg til: …" after it was sent: sealed with the rest of what is kept of the recipient, and gone from the chat.

use crate::commands::correct::{self, Correction, LONGEST_NOTES};
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, private};
use crate::domain::permission::{Act, Tie};
use crate::domain::task::Task;
use crate::language::ChangeReading;
use crate::text::{Message, Said};

/// What is to stand with a task, or to stand there no more. What was typed may speak of the recipient and is deleted, whoever typed it. `false`: whoever
/// spoke is no member of staff, and nothing was done.
pub(super) async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    reading: &ChangeReading,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    if !desk.standing(&person).await?.may(Act::AskForHelp, Tie::default()) {
        return Ok(false);
    }
    desk.delete(heard, message).await?;
    let number = task.number;
    let mut said = match super::closed(desk, task) {
        Some(text) => Said::from(text),
        None if duty::allowed(desk, heard, task, Act::CorrectRecipient).await?.is_none() => {
            let name = desk.tx.person(task.requester).await?.name;
            Message::NoteByRequester { number, name }.into()
        }
        // Nobody would see it: there is no page.
        None if desk.around.public_url.is_none() => Message::AddressByDuty { number }.into(),
        None => Said::new([]),
    };
    if said.lines.is_empty()
        && let Some(request) = desk.tx.request(task.request).await?
    {
        let kept = desk.tx.recipient(&desk.around.key, request.id).await?.unwrap_or_default();
        let notes = if reading.forget_notes { Vec::new() } else { kept.notes };
        let notes: Vec<&str> = notes.iter().map(String::as_str).chain(reading.note.as_deref()).collect();
        let notes = notes.join("\n");
        // What does not fit is not cut off without a word.
        if notes.chars().count() > LONGEST_NOTES {
            said.lines.push(Message::SomeLeftOutOf { number });
        }
        let correction =
            Correction { name: kept.name.unwrap_or_default(), place: kept.place.unwrap_or_default(), notes };
        let corrected = correct::correct(desk, &person, &request, Some(task), &correction).await?;
        said.lines.insert(
            0,
            match reading.forget_notes {
                true => Message::NotesRemoved { number },
                false => Message::NoteAddedTo { number },
            },
        );
        if corrected.health_words {
            said.lines.push(Message::HealthWordsLeftOut);
        }
    }
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(task.id), None).await?,
        false => private::reply(desk, heard, said, message).await?,
    }
    Ok(true)
}
