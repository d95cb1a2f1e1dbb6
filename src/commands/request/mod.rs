//! A need becomes a task: read, asked about, read back, changed, sent or discarded.

mod aside;
mod buttons;
mod in_words;
mod question;
mod read_back;
mod unfinished;

pub use aside::drop_current;
pub use buttons::{Step, pressed};
pub use in_words::ordered;
pub(crate) use question::{ask_in_chat, asking};
pub(crate) use read_back::reading_of;
pub(crate) use unfinished::remind;

use anyhow::Context;

use super::change;
use super::desk::{Desk, Heard};
use crate::domain::draft::{Demands, Draft, Missing, Recipient};
use crate::domain::ids::{ChatId, MunicipalityId, RequestId, UnitId, ZoneId};
use crate::domain::permission::{Act, Tie};
use crate::domain::place::{fold, stands_in};
use crate::domain::service::ServiceKind;
use crate::language::orders;
use crate::language::request::{
    Need, asks_for_nobody, health_words, read_change, read_request, read_requests,
};
use crate::language::rest::rest;
use crate::language::several::{self, Changes, Now};
use crate::language::shades;
use crate::language::{ChangeReading, RequestReading, Span};
use crate::store::people::Person;
use crate::store::requests::{Request, RequestState};
use crate::text::Message;
use question::{NotChanged, ask_again, note_button, question, with_hint};
use read_back::read_back;

/// The most needs that are taken from one message.
const MOST_NEEDS: usize = 10;

/// Free text from somebody who may ask for help. `false`: it is no request, and nothing was done.
pub async fn said(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let Some((person, unit)) = asker(desk, heard).await? else {
        return not_theirs_to_ask(desk, heard, text, message).await;
    };
    if change::said_not_needed(desk, heard, text, message).await? {
        return Ok(true);
    }
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    let draft = aside::current(desk, person.id, heard.chat.id).await?;
    let needs = read_requests(text, now);
    if let [Need { reading, .. }] = needs.as_slice() {
        // "Kl 17 i stedet, og ta med strøsand" speaks of the same need.
        let same = |draft: &Draft| shades::moves(text) && draft.service == reading.service;
        let goes_on = |request: &Request| !is_another_need(&request.draft, reading) || same(&request.draft);
        if let Some(request) = draft.filter(goes_on) {
            return changed(desk, heard, &person, request, text, message).await.map(|()| true);
        }
        if reading.service.is_none() && (reading.start.is_none() || orders::is_only_until(text)) {
            return Ok(false);
        }
    }
    begin(desk, heard, &person, unit, &needs, text, message).await?;
    Ok(true)
}

/// Whether whoever speaks is putting a need into words in this chat.
pub async fn has_draft(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    let Some((person, _)) = asker(desk, heard).await? else { return Ok(false) };
    Ok(aside::current(desk, person.id, heard.chat.id).await?.is_some())
}

/// Words in private that drop the need which was spoken of last: "glem det". `false`: they are about something else.
pub async fn dropped(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    let Some(last) = last.filter(|last| last.task_id.is_none()).and_then(|last| last.request_id) else {
        return Ok(false);
    };
    if !several::discards(text) || open_draft(desk, heard, last).await?.is_err() {
        return Ok(false);
    }
    answered(desk, heard, last, text, message).await.map(|()| true)
}

/// Words that say both what and when are a need of their own, beside a draft in which both are known. The draft waits for its turn.
fn is_another_need(draft: &Draft, reading: &RequestReading) -> bool {
    let known = draft.service.is_some() && (draft.day.is_some() || draft.service != reading.service);
    known && reading.service.is_some() && reading.start.is_some()
}

/// Whether `text`, an answer to a message about a task, is a need of its own from somebody who may ask for help here.
pub async fn is_new_need(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    let Some((person, _)) = asker(desk, heard).await? else { return Ok(false) };
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    Ok(is_whole_need(&read_request(text, now)))
}

fn is_whole_need(reading: &RequestReading) -> bool {
    reading.service.is_some() && reading.start.is_some() && reading.place.is_some()
}

/// What reads like a need from somebody who may not ask: they are told so. `false`: it is no need.
async fn not_theirs_to_ask(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(municipality) = heard.people.first().map(|person| person.municipality_id) else {
        return Ok(false);
    };
    let now = desk.calendar(municipality).await?.local(desk.now);
    let reading = read_request(text, now);
    let is_need = is_whole_need(&reading) || reading.service.is_some() && several::asks_for_help(text);
    if is_need {
        may_not_ask(desk, heard, message).await?;
    }
    Ok(is_need)
}

/// `/behov …`: a request for certain; without words it says how to ask.
pub async fn command(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<()> {
    let Some((person, unit)) = asker(desk, heard).await? else {
        return may_not_ask(desk, heard, message).await;
    };
    if text.trim().is_empty() {
        return desk.reply(heard, Message::HowToAsk.into(), Some(message)).await;
    }
    if change::said_not_needed(desk, heard, text, message).await? {
        return Ok(());
    }
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    begin(desk, heard, &person, unit, &read_requests(text, now), text, message).await
}

/// Whether whoever speaks may ask for help in this chat.
pub async fn may_ask_here(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    Ok(asker(desk, heard).await?.is_some())
}

/// An answer to a message of the bot's about a draft.
pub async fn answered(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: RequestId,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let (request, person) = match open_draft(desk, heard, request).await? {
        Ok(found) => found,
        Err(why) => return desk.reply(heard, why.into(), Some(message)).await,
    };
    changed(desk, heard, &person, request, text, message).await
}

/// What was typed may hold an address, and nobody will handle it: it is deleted.
async fn may_not_ask(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    desk.delete(heard, message).await?;
    let text = match (heard.people.is_empty(), heard.in_private, &heard.group) {
        (true, true, _) => Message::HelloStranger,
        (true, false, None) => Message::GroupNeedsCode,
        _ if may_ask_elsewhere(desk, heard).await? => Message::NotAskedForHere,
        _ => Message::MayNotAsk,
    };
    desk.reply(heard, text.into(), Some(message)).await
}

async fn may_ask_elsewhere(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    Ok(asker(desk, &Heard { in_private: true, ..heard.clone() }).await?.is_some())
}

/// The person who may ask for help here, and for which unit. A need is put into words in private or among the municipality's own: a club's
/// group is told of it when it is sent, and never of the place.
async fn asker(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Option<(Person, UnitId)>> {
    if !heard.in_private && heard.group.as_ref().is_none_or(|group| group.unit_id.is_none()) {
        return Ok(None);
    }
    for person in &heard.people {
        let standing = desk.standing(person).await?;
        if !standing.may(Act::AskForHelp, Tie::default()) {
            continue;
        }
        let of_group = heard
            .group
            .as_ref()
            .filter(|group| group.municipality_id == person.municipality_id)
            .and_then(|g| g.unit_id);
        if let Some(unit) = of_group.or_else(|| standing.unit()) {
            return Ok(Some((person.clone(), unit)));
        }
        if let Some(unit) = desk.tx.first_unit(person.municipality_id).await? {
            return Ok(Some((person.clone(), unit.id)));
        }
    }
    Ok(None)
}

/// The draft with its requester, if this is who may handle it and it is still a draft; else what to say.
pub(super) async fn open_draft(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: RequestId,
) -> anyhow::Result<Result<(Request, Person), Message>> {
    let Some(request) = desk.tx.request(request).await? else { return Ok(Err(Message::NothingThere)) };
    let Some(person) = heard.person_in(request.municipality_id).cloned() else {
        return Ok(Err(Message::NotForYou));
    };
    if request.state != RequestState::Draft {
        let sent = match desk.tx.task_of_request(request.id).await? {
            Some(task) => desk.tx.task(task).await?,
            None => None,
        };
        return Ok(Err(match sent {
            Some(task) => Message::SentAlready { number: task.number },
            None => Message::DraftGone,
        }));
    }
    let standing = desk.standing(&person).await?;
    let tie = Tie { requester: request.requester_id == person.id, ..Tie::default() };
    if !standing.may(Act::HandleDraft, tie) {
        let name = desk.tx.person(request.requester_id).await?.name;
        return Ok(Err(Message::DraftOfSomebodyElse { name }));
    }
    Ok(Ok((request, person)))
}

/// Keeps the needs of a message as drafts and goes on with the first; the others wait for their turn.
async fn begin(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    unit: UnitId,
    needs: &[Need],
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let mut lines = aside::put_aside(desk, person.id, heard.chat.id).await?;
    let count = u32::try_from(needs.len().min(MOST_NEEDS)).unwrap_or(u32::MAX);
    if needs.len() > MOST_NEEDS {
        lines.push(Message::MostNeeds { count });
    } else if count > 1 {
        lines.push(Message::OneByOne { count });
    }
    let mut first = None;
    for Need { span, reading } in needs.iter().take(MOST_NEEDS) {
        let words = match needs {
            [_] => text,
            _ => text.get(span.start..span.end).unwrap_or(text),
        };
        let (mut draft, recipient) = understood(desk, person.municipality_id, reading, words).await?;
        draft.waits = first.is_some();
        let request = keep(desk, person, unit, Some(heard.chat.id), &draft, &recipient).await?;
        unfinished::watch(desk, &request, &draft).await?;
        first.get_or_insert((request, draft));
    }
    desk.delete(heard, message).await?;
    match first {
        Some((request, draft)) => keep_and_go_on(desk, heard, person, &request, draft, lines).await,
        None => Ok(()),
    }
}

/// What was read of `text`, with the recipient apart from it.
pub(crate) async fn understood(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    reading: &RequestReading,
    text: &str,
) -> anyhow::Result<(Draft, Recipient)> {
    let (typed, found) = without_health_words(text);
    let now = desk.calendar(municipality).await?.local(desk.now);
    let mut draft = Draft::from_reading(reading, found);
    if asks_for_nobody(text) {
        draft.people = None;
    }
    if several::asks_for_too_many(text) {
        (draft.people, draft.too_many) = (None, true);
    }
    draft.doubt_far_day(now.date(), text);
    draft.keep_clock(&read_change(text, now));
    draft.zone = zone_of(desk, municipality, reading.place.as_deref(), text).await?;
    let kept = |words: &String| without_health_words(words).0;
    // What is to be bought or done stands in no field, and is for whoever comes all the same.
    // Of several needs `text` is one, and the spans of `reading` are those of them all.
    let rest = rest(text, &read_request(text, now));
    draft.has_notes |= !rest.is_empty();
    let recipient = Recipient {
        name: reading.recipient.as_ref().map(kept),
        place: reading.place.as_ref().map(kept),
        // Of a note that is nothing but health words nothing is left to keep.
        notes: reading
            .notes
            .iter()
            .chain(&rest)
            .map(kept)
            .filter(|note| several::tells_something(note))
            .collect(),
        typed,
        aside: None,
    };
    Ok((draft, recipient))
}

/// Keeps a new need as a draft. `chat`: where its requester goes on with it.
pub(crate) async fn keep(
    desk: &mut Desk<'_>,
    person: &Person,
    unit: UnitId,
    chat: Option<ChatId>,
    draft: &Draft,
    recipient: &Recipient,
) -> anyhow::Result<Request> {
    let id = desk.tx.insert_request(person.municipality_id, unit, person.id, chat, draft, desk.now).await?;
    desk.tx.set_recipient(&desk.around.key, id, recipient).await?;
    desk.tx.request(id).await?.context("a request that was just kept is there")
}

/// Plain words about a draft: the answer to a question, or a change.
async fn changed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: Request,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    if several::discards(text) {
        desk.delete(heard, message).await?;
        return buttons::discard(desk, heard, person, &request, "").await;
    }
    if several::asks_whether_answered(text) {
        let mut draft = request.draft.0.clone();
        let service = draft.service.unwrap_or(ServiceKind::Other);
        // It is put as it stands: nothing of it was answered.
        draft.asking = None;
        let lines = vec![Message::NotSentYet { service }];
        return keep_and_go_on(desk, heard, person, &request, draft, lines).await;
    }
    if change::said_not_needed(desk, heard, text, message).await? {
        return Ok(());
    }
    if let Some(need) = aside::beside(&request.draft, text, now) {
        return begin(desk, heard, person, request.unit_id, &[need], text, message).await;
    }
    let mut draft = request.draft.0.clone();
    let says_where = matches!(draft.asking, Some(Missing::Place | Missing::Zone));
    let Changes { mut reading, too_many, unread } = match says_where {
        true => Changes { reading: read_change(text, now), ..Changes::default() },
        false => several::read(
            text,
            now,
            Now { window: draft.window(), people: draft.people, service: draft.service },
        ),
    };
    let (words, found) = without_health_words(text);
    draft.health_words |= found;
    let mut recipient = desk.tx.recipient(&desk.around.key, request.id).await?.unwrap_or_default();
    if let Ok(number) = text.trim().parse() {
        draft.answer_with(number, now.date(), &mut reading);
    }
    if says_where {
        // "Hent på kjøkkenet" says where, and asks for no lift.
        reading.service = None;
    }
    // What is added to the notes is no address, though it may name a street.
    let zone = match reading.note {
        Some(_) => None,
        None => zone_of(desk, person.municipality_id, reading.place.as_deref(), text).await?,
    };
    let mut understood = draft.change(&reading);
    if reading.date.is_some() {
        draft.doubt_far_day(now.date(), text);
    }
    if zone.is_some() && zone != draft.zone {
        draft.zone = zone;
        draft.version += 1;
        understood = true;
    }
    if draft.asking == Some(Missing::Place) && reading.place.is_none() && (zone.is_some() || !understood)
        || draft.asking == Some(Missing::Zone) && !understood && !draft.has_place
    {
        // Whatever was said is where it is.
        reading.place = Some(words.clone());
        understood = draft.change(&reading);
    }
    // Nobody knows what it says: it is sealed with the rest, and offered to those who come.
    let aside = match understood {
        true => unread.join("; "),
        false => text.trim().to_owned(),
    };
    recipient.aside = Some(without_health_words(&aside).0).filter(|aside| several::tells_something(aside));
    if !understood {
        desk.tx.set_recipient(&desk.around.key, request.id, &recipient).await?;
        desk.delete(heard, message).await?;
        let why = match () {
            () if draft.too_many => NotChanged::TooMany,
            () if reading != ChangeReading::default() && unread.is_empty() && reading.doubts.is_empty() => {
                NotChanged::StandsSo
            }
            () => NotChanged::NotUnderstood { offers: recipient.aside.is_some() },
        };
        return ask_again(desk, heard, &request, draft, why).await;
    }
    let mut lines: Vec<Message> = reading.note.as_ref().map(|_| Message::NoteAdded).into_iter().collect();
    lines.extend(recipient.aside.as_ref().map(|_| Message::SomeLeftOut));
    draft.too_many |= too_many;
    let kept = |words: String| without_health_words(&words).0;
    // Nobody sees the address in the chat: that it became another is said.
    let is_other =
        |before: &Option<String>, said: &Option<String>| before.is_some() && said.is_some() && before != said;
    if is_other(&recipient.place, &reading.place) {
        lines.push(Message::AddressChanged);
    }
    if is_other(&recipient.name, &reading.recipient) {
        lines.push(Message::NameChanged);
    }
    recipient.place = reading.place.map(kept).or(recipient.place);
    recipient.name = reading.recipient.map(kept).or(recipient.name);
    if reading.forget_notes {
        recipient.notes.clear();
    }
    recipient.notes.extend(reading.note.map(kept));
    recipient.typed = format!("{}\n{words}", recipient.typed);
    desk.tx.set_recipient(&desk.around.key, request.id, &recipient).await?;
    desk.delete(heard, message).await?;
    keep_and_go_on(desk, heard, person, &request, draft, lines).await
}

/// Keeps a draft as it is now, and says what comes next: the next question, or the whole of it. `lines` are said before that.
async fn keep_and_go_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    mut draft: Draft,
    mut lines: Vec<Message>,
) -> anyhow::Result<()> {
    let missing = draft.missing(demands(desk, request, &draft).await?);
    // Something else was understood than what was asked: it is noted before the question comes again.
    let noted = missing.is_some() && missing == draft.asking && !draft.too_many;
    draft.asking = missing;
    draft.waits = false;
    // What is said next says it all: only its buttons count.
    desk.put_away_buttons(request.id).await?;
    let mut told = draft.clone();
    told.was_told();
    desk.tx.set_draft(request.id, &told, desk.now).await?;
    unfinished::watch(desk, request, &draft).await?;
    match draft.asking {
        Some(missing) => {
            lines.extend(noted.then_some(Message::Noted));
            let offers = lines.contains(&Message::SomeLeftOut);
            let mut said = with_hint(heard, question(desk, request, &draft, missing, lines).await?);
            if offers {
                said = said.row([note_button(request)]);
            }
            desk.reply_about(heard, said, None, None, Some(request.id)).await
        }
        None => read_back(desk, heard, person, request, &draft, lines).await,
    }
}

/// What this need must say before it can be sent.
pub(crate) async fn demands(
    desk: &mut Desk<'_>,
    request: &Request,
    draft: &Draft,
) -> anyhow::Result<Demands> {
    let zone = !desk.tx.zones(request.municipality_id).await?.is_empty();
    let service = match draft.service.filter(|kind| kind.has_recipient()) {
        Some(kind) => desk.tx.service(request.municipality_id, kind).await?,
        None => None,
    };
    let place = match service {
        Some(service) => {
            service.must_cover || desk.tx.asked_for(service.id, request.unit_id, draft.zone).await?.1
        }
        None => false,
    };
    Ok(Demands { zone, place })
}

/// The zone whose street or place stands in `place`, or in all of the `words` where no place was read; the longest name wins. Else the zone
/// that is named.
pub(crate) async fn zone_of(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    place: Option<&str>,
    words: &str,
) -> anyhow::Result<Option<ZoneId>> {
    let places = desk.tx.zone_places(municipality).await?;
    if let Some((_, zone)) = places.into_iter().find(|(folded, _)| stands_in(folded, place.unwrap_or(words)))
    {
        return Ok(Some(zone));
    }
    let zones = desk.tx.zones(municipality).await?;
    Ok(zones.into_iter().find(|zone| stands_in(&fold(&zone.name), words)).map(|zone| zone.id))
}

/// `text` without words of diagnosis or treatment, and whether there were any.
pub(crate) fn without_health_words(text: &str) -> (String, bool) {
    let spans = health_words(text);
    let mut kept = String::new();
    let mut from = 0;
    for Span { start, end } in &spans {
        kept.push_str(text.get(from..*start).unwrap_or_default());
        kept.push('…');
        from = *end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    (kept, !spans.is_empty())
}
