//! "#3 legg til: …" after it was sent: sealed with the rest of what is kept of the recipient, and gone from the chat.

use crate::commands::correct::{self, Correction, LONGEST_NOTES};
use crate::commands::desk::{Desk, Heard};
use crate::commands::{duty, private};
use crate::domain::permission::{Act, Tie};
use crate::domain::task::Task;
use crate::language::{ChangeReading, shades};
use crate::text::{Message, Said};

/// Whether words about a task speak of who is helped: by name, address or what is kept of them, or by a telephone number or a code.
pub(super) async fn is_named(desk: &mut Desk<'_>, task: &Task, words: &str) -> anyhow::Result<bool> {
    if shades::holds_telephone(words) || shades::holds_code(words) {
        return Ok(true);
    }
    let kept = desk.tx.recipient(&desk.around.key, task.request).await?.unwrap_or_default();
    Ok(kept.is_named_in(words))
}

/// Whether words about a task change nothing of it (`reading`) and tell something of who is helped, which whoever comes must know.
pub(super) async fn is_told_of(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    words: &str,
    reading: &ChangeReading,
) -> anyhow::Result<bool> {
    // A question or an address is something else.
    let says_address =
        reading.place.as_ref().is_some_and(|place| place.contains(|c: char| c.is_ascii_digit()));
    if super::changes_something(reading) || words.contains('?') || says_address || shades::moves(words) {
        return Ok(false);
    }
    // Whoever comes answers as a volunteer.
    if heard.people.iter().any(|person| task.signup(person.id).is_some()) {
        return Ok(false);
    }
    // The number that duty writes may be that of somebody who comes.
    if duty::allowed(desk, heard, task, Act::CorrectRecipient).await?.is_some() {
        return is_named(desk, task, words).await;
    }
    let kept = desk.tx.recipient(&desk.around.key, task.request).await?.unwrap_or_default();
    Ok(kept.is_named_in(words))
}

/// What is told, without the words that only lead to the task: "…, gjelder #8".
pub(super) fn without_lead(words: &str) -> String {
    const LEAD: [&str; 7] = ["gjelder", "gjeld", "på", "for", "til", "about", "on"];
    let mut kept = words.trim();
    loop {
        let bare = kept.trim_matches(|letter: char| {
            letter.is_whitespace() || [',', ':', ';', '-', '–'].contains(&letter)
        });
        let lead =
            LEAD.iter().find_map(|lead| bare.strip_suffix(lead).filter(|rest| rest.ends_with([' ', ','])));
        match lead {
            Some(rest) => kept = rest,
            None => return bare.to_owned(),
        }
    }
}

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
