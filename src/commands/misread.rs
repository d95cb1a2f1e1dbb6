//! "Feil forstått": what was read wrongly is reported with a tap, shown as it would be kept, and kept only on a yes.
//!
//! What is written down is masked first (`language::mask`), so that neither whoever is helped nor anybody else is named in it.

use chrono::TimeDelta;

use super::desk::{Desk, Heard, Note};
use super::request;
use crate::domain::ids::{MisreadId, PersonId, RequestId};
use crate::language::Intent;
use crate::language::mask::{mask_reply, mask_request};
use crate::language::understand::intent_name;
use crate::store::misread::{Kind, Misread, Reported};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// What nobody agreed to keep is gone after so many days.
const OFFERED_DAYS: i64 = 7;
/// The longest text that is kept, in characters.
const LONGEST: usize = 600;

/// What can be meant by a reply, as the corpus names it.
const INTENTS: [&str; 7] = ["accept", "decline", "maybe", "conditional", "question", "late", "unrelated"];
/// What can be wrong with the reading of a request.
const FIELDS: [&str; 5] = ["service", "people", "start", "place", "other"];

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A reply was read wrongly.
    Reply(MisreadId),
    /// A request was.
    Request(RequestId),
    /// What was meant, or what is wrong: an index into what can be.
    Meant(MisreadId, usize),
    Keep(MisreadId, bool),
}

/// What nobody agreed to keep goes once it has had its time.
pub async fn forget_offered(desk: &mut Desk<'_>) -> anyhow::Result<()> {
    desk.tx.forget_offered_misreads(desk.now - TimeDelta::days(OFFERED_DAYS)).await?;
    Ok(())
}

/// The button under a question about a reply that was not understood. What was written is masked and sealed until the button is pressed, for
/// some days at most.
pub async fn offer(
    desk: &mut Desk<'_>,
    person: &Person,
    text: &str,
    intent: Intent,
    already_accepted: bool,
) -> anyhow::Result<Button> {
    let words = Misread {
        text: shortened(&mask_reply(text)),
        of: Kind::Reply { already_accepted },
        read: Some(intent_name(intent).to_owned()),
        meant: None,
        language: person.language,
    };
    let id = desk.tx.offer_misread(&desk.around.key, person.id, &words, desk.now).await?;
    Ok(Button::new(Message::Misread, format!("misread:{}", id.0)))
}

/// The button under a request that was read back.
pub fn of_request(request: RequestId) -> Button {
    Button::new(Message::Misread, format!("misask:{}", request.0))
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

pub async fn pressed(desk: &mut Desk<'_>, heard: &Heard, step: Step, press: &str) -> anyhow::Result<()> {
    let reported = match step {
        Step::Request(request) => return request_misread(desk, heard, request, press).await,
        Step::Reply(id) | Step::Meant(id, _) | Step::Keep(id, _) => {
            desk.tx.misread(&desk.around.key, id).await?
        }
    };
    let Some(reported) = reported.filter(|reported| !reported.kept) else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    if !heard.people.iter().any(|person| person.id == reported.person) {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    }
    match step {
        Step::Meant(_, index) => meant(desk, heard, reported, index, press).await,
        Step::Keep(id, true) => {
            desk.tx.keep_misread(id).await?;
            desk.refuse_press(heard, press, Message::MisreadKept.into()).await
        }
        Step::Keep(id, false) => {
            desk.tx.drop_misread(id).await?;
            desk.refuse_press(heard, press, Message::MisreadDropped.into()).await
        }
        _ => ask(desk, heard, &reported, press).await,
    }
}

/// A request was read wrongly: its words are masked, and the rest is as for a reply.
async fn request_misread(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: RequestId,
    press: &str,
) -> anyhow::Result<()> {
    let (request, person) = match request::open_draft(desk, heard, id).await? {
        Ok(found) => found,
        Err(why) => return desk.refuse_press(heard, press, why.into()).await,
    };
    let Some(recipient) = desk.tx.recipient(&desk.around.key, id).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let now = desk.calendar(request.municipality_id).await?.local(request.created_at);
    let kept = [recipient.name.as_deref(), recipient.place.as_deref()];
    let kept: Vec<&str> =
        kept.into_iter().flatten().chain(recipient.notes.iter().map(String::as_str)).collect();
    let words = Misread {
        text: shortened(&mask_request(&without(&recipient.typed, &kept), now)),
        of: Kind::Request { now },
        read: None,
        meant: None,
        language: person.language,
    };
    let id = desk.tx.offer_misread(&desk.around.key, person.id, &words, desk.now).await?;
    ask(desk, heard, &Reported { id, person: person.id, kept: false, words }, press).await
}

/// `text` without what is known of the recipient, whichever message said it.
fn without(text: &str, known: &[&str]) -> String {
    let known = known.iter().filter(|words| words.chars().count() > 1);
    known.fold(text.to_owned(), |text, words| text.replace(words, crate::language::mask::MASK))
}

/// Asks what was meant.
async fn ask(desk: &mut Desk<'_>, heard: &Heard, reported: &Reported, press: &str) -> anyhow::Result<()> {
    let (line, codes): (_, &[&str]) = match reported.words.of {
        Kind::Reply { .. } => (Message::MisreadMeant, &INTENTS),
        Kind::Request { .. } => (Message::MisreadField, &FIELDS),
    };
    let buttons: Vec<Button> = (0..)
        .zip(codes)
        .filter(|(_, code)| reported.words.read.as_deref() != Some(**code))
        .map(|(index, code)| Button::new(label(code), format!("meant:{}:{index}", reported.id.0)))
        .collect();
    let said = buttons.chunks(2).fold(Said::from(line), |said, row| said.row(row.to_vec()));
    go_on(desk, heard, reported, "what", said, press).await
}

/// Shows all that would be kept, and asks whether it may be.
async fn meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    mut reported: Reported,
    index: usize,
    press: &str,
) -> anyhow::Result<()> {
    let code = match reported.words.of {
        Kind::Reply { .. } => INTENTS.get(index),
        Kind::Request { .. } => FIELDS.get(index),
    };
    let Some(code) = code else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    reported.words.meant = Some((*code).to_owned());
    desk.tx.set_misread(&desk.around.key, &reported).await?;
    let (text, meant) = (reported.words.text.clone(), Box::new(label(code)));
    let shown = match &reported.words.read {
        Some(read) => Message::MisreadReply { text, read: Box::new(label(read)), meant },
        None => Message::MisreadRequest { text, meant },
    };
    let id = reported.id.0;
    let said = Said::from(shown).row([
        Button::new(Message::MisreadKeep, format!("keep:{id}:yes")),
        Button::new(Message::MisreadDrop, format!("keep:{id}:no")),
    ]);
    go_on(desk, heard, &reported, "shown", said, press).await
}

/// What is shown is for whoever reports it alone: in private, wherever the button was.
async fn go_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    reported: &Reported,
    step: &str,
    said: Said,
    press: &str,
) -> anyhow::Result<()> {
    if heard.in_private {
        desk.answer_press(heard, press, Said::new([])).await?;
        return desk.reply(heard, said, None).await;
    }
    if tell(desk, reported.person, format!("misread:{}:{step}", reported.id.0), said).await? {
        return desk.answer_press(heard, press, Said::new([])).await;
    }
    desk.tx.drop_misread(reported.id).await?;
    desk.refuse_press(heard, press, Message::MisreadNeedsChat.into()).await
}

async fn tell(desk: &mut Desk<'_>, person: PersonId, key: String, said: Said) -> anyhow::Result<bool> {
    let note = Note { key, purpose: Purpose::Receipt, said, task: None, request: None, at: None };
    desk.tell(person, note).await
}

fn label(code: &str) -> Message {
    match code {
        "accept" => Message::MeantYes,
        "decline" | "withdraw" => Message::MeantNo,
        "maybe" => Message::MeantMaybe,
        "conditional" => Message::MeantPart,
        "question" => Message::MeantQuestion,
        "late" => Message::MeantLate,
        "done" => Message::MeantDone,
        "service" => Message::WrongService,
        "people" => Message::WrongPeople,
        "start" => Message::WrongTime,
        "place" => Message::WrongPlace,
        _ => Message::MeantOther,
    }
}
