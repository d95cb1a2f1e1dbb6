//! A need becomes a task: read, asked about, read back, changed, sent or discarded.

use anyhow::Context;
use chrono::{Datelike, TimeDelta};

use super::desk::{Desk, Heard, Note};
use super::opening::{self, Opened};
use crate::domain::draft::{Draft, Missing, Recipient};
use crate::domain::ids::{ChatId, MunicipalityId, RequestId, UnitId, ZoneId};
use crate::domain::permission::{Act, Tie};
use crate::domain::place::{fold, stands_in};
use crate::domain::service::ServiceKind;
use crate::language::request::{health_words, read_change, read_request};
use crate::language::{RequestReading, Span};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::store::requests::{Request, RequestState};
use crate::text::argument::Window;
use crate::text::{Button, Message, Said, Target};

/// What a button under a draft does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Send {
        version: u32,
    },
    Change,
    Discard,
    /// Shows the whole ladder with clock times.
    DryRun,
    Service(ServiceKind),
    People(u32),
    /// Days from today.
    Day(u32),
    /// Minutes after midnight.
    Clock(u32),
    /// Minutes.
    Length(u32),
    Zone(ZoneId),
}

/// Free text from somebody who may ask for help. `false`: it is no request, and nothing was done.
pub async fn said(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    let Some((person, unit)) = asker(desk, heard).await? else {
        return not_theirs_to_ask(desk, heard, text, message).await;
    };
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    let draft = desk.tx.draft_in(person.id, heard.chat.id).await?;
    let reading = read_request(text, now);
    if let Some(request) = draft.filter(|request| !is_another_need(&request.draft, &reading)) {
        return changed(desk, heard, &person, request, text, message).await.map(|()| true);
    }
    if reading.service.is_none() && reading.start.is_none() {
        return Ok(false);
    }
    begin(desk, heard, &person, unit, reading, text, message).await?;
    Ok(true)
}

/// Words that say both what and when are a need of their own, beside a draft in which both are known. The draft stays, with its buttons.
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
    let is_need = is_whole_need(&read_request(text, now));
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
    let now = desk.calendar(person.municipality_id).await?.local(desk.now);
    begin(desk, heard, &person, unit, read_request(text, now), text, message).await
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

/// A pressed button under a draft.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: RequestId,
    step: Step,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let (request, person) = match open_draft(desk, heard, request).await? {
        Ok(found) => found,
        Err(why) => return desk.refuse_press(heard, press, why.into()).await,
    };
    let mut draft = request.draft.0.clone();
    match step {
        Step::Send { version } if version != draft.version => {
            desk.answer_press(heard, press, Message::DraftChanged.into()).await?;
            return read_back(desk, heard, &person, &request, &draft).await;
        }
        Step::Send { .. } => return send(desk, heard, &person, &request, &draft, press).await,
        Step::Discard => return discard(desk, heard, &request, press).await,
        Step::Change => {
            desk.answer_press(heard, press, Said::new([])).await?;
            let said = with_hint(heard, Message::SayWhatChanges.into());
            return desk.reply_about(heard, said, None, None, Some(request.id)).await;
        }
        Step::DryRun => return dry_run(desk, heard, &request, &draft, press).await,
        Step::Service(kind) => draft.service = Some(kind),
        Step::People(people) => draft.people = Some(people.clamp(1, crate::domain::draft::MOST_PEOPLE)),
        Step::Day(days) => {
            let today = desk.calendar(person.municipality_id).await?.local(desk.now).date();
            draft.set_start(Some(today + TimeDelta::days(i64::from(days.min(366)))), draft.clock);
        }
        Step::Clock(minutes) => {
            let clock = chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
            draft.set_start(draft.day, clock);
        }
        Step::Length(minutes) => draft.set_length(minutes),
        Step::Zone(zone) => draft.zone = Some(zone),
    }
    draft.version += 1;
    desk.put_away_part_of(request.id, data).await?;
    desk.answer_press(heard, press, Message::Noted.into()).await?;
    keep_and_go_on(desk, heard, &person, &request, draft).await
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
        return Ok(Err(Message::DraftGone));
    }
    let standing = desk.standing(&person).await?;
    let tie = Tie { requester: request.requester_id == person.id, ..Tie::default() };
    if !standing.may(Act::HandleDraft, tie) {
        let name = desk.tx.person(request.requester_id).await?.name;
        return Ok(Err(Message::DraftOfSomebodyElse { name }));
    }
    Ok(Ok((request, person)))
}

async fn begin(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    unit: UnitId,
    reading: RequestReading,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let (draft, recipient) = understood(desk, person.municipality_id, &reading, text).await?;
    let request = keep(desk, person, unit, Some(heard.chat.id), &draft, &recipient).await?;
    desk.delete(heard, message).await?;
    keep_and_go_on(desk, heard, person, &request, draft).await
}

/// Asks the requester of a draft that another system made for what is missing, in their chat with the bot, where they go on with it. `false`:
/// they can't be written to.
pub(crate) async fn ask_in_chat(
    desk: &mut Desk<'_>,
    person: &Person,
    request: &Request,
    missing: Missing,
) -> anyhow::Result<bool> {
    let Some(reach) = desk.tx.reach(person.id).await? else { return Ok(false) };
    desk.tx.set_request_chat(request.id, reach.chat_id).await?;
    let said = question(desk, request, &request.draft, missing, vec![Message::FromElsewhere]).await?;
    let note = Note {
        key: format!("elsewhere:{}", request.id.0),
        purpose: Purpose::Receipt,
        said,
        task: None,
        request: Some(request.id),
        at: None,
    };
    desk.tell(person.id, note).await
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
    draft.keep_clock(&read_change(text, now));
    draft.zone = zone_of(desk, municipality, reading.place.as_deref(), text).await?;
    let kept = |words: &String| without_health_words(words).0;
    let recipient = Recipient {
        name: reading.recipient.as_ref().map(kept),
        place: reading.place.as_ref().map(kept),
        notes: reading.notes.iter().map(kept).collect(),
        typed,
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
    let mut draft = request.draft.0.clone();
    let mut reading = read_change(text, now);
    let (words, found) = without_health_words(text);
    draft.health_words |= found;
    let mut recipient = desk.tx.recipient(&desk.around.key, request.id).await?.unwrap_or_default();
    if let Ok(number) = text.trim().parse() {
        draft.answer_with(number, now.date(), &mut reading);
    }
    // What is added to the notes is no address, though it may name a street.
    let zone = match reading.note {
        Some(_) => None,
        None => zone_of(desk, person.municipality_id, reading.place.as_deref(), text).await?,
    };
    let mut understood = draft.change(&reading);
    if zone.is_some() && zone != draft.zone {
        draft.zone = zone;
        draft.version += 1;
        understood = true;
    } else if !understood && draft.asking == Some(Missing::Zone) && !draft.has_place {
        reading.place = Some(words.clone());
        understood = draft.change(&reading);
    }
    if !understood {
        desk.delete(heard, message).await?;
        return ask_again(desk, heard, &request, draft).await;
    }
    let kept = |words: String| without_health_words(&words).0;
    recipient.place = reading.place.map(kept).or(recipient.place);
    recipient.name = reading.recipient.map(kept).or(recipient.name);
    if reading.forget_notes {
        recipient.notes.clear();
    }
    recipient.notes.extend(reading.note.map(kept));
    recipient.typed = format!("{}\n{words}", recipient.typed);
    desk.tx.set_recipient(&desk.around.key, request.id, &recipient).await?;
    desk.delete(heard, message).await?;
    keep_and_go_on(desk, heard, person, &request, draft).await
}

async fn keep_and_go_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    mut draft: Draft,
) -> anyhow::Result<()> {
    let zoned = !desk.tx.zones(request.municipality_id).await?.is_empty();
    let missing = draft.missing(zoned);
    // Something else was understood than what was asked: it is noted before the question comes again.
    let noted = missing.is_some() && missing == draft.asking && !draft.too_many;
    draft.asking = missing;
    // What is said next says it all: only its buttons count.
    desk.put_away_buttons(request.id).await?;
    let mut told = draft.clone();
    told.was_told();
    desk.tx.set_draft(request.id, &told, desk.now).await?;
    match draft.asking {
        Some(missing) => {
            let lines = noted.then_some(Message::Noted).into_iter().collect();
            let said = with_hint(heard, question(desk, request, &draft, missing, lines).await?);
            desk.reply_about(heard, said, None, None, Some(request.id)).await
        }
        None => read_back(desk, heard, person, request, &draft).await,
    }
}

async fn ask_again(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: &Request,
    draft: Draft,
) -> anyhow::Result<()> {
    match draft.asking {
        Some(missing) => {
            let said = question(desk, request, &draft, missing, vec![Message::DidNotUnderstand]).await?;
            desk.reply_about(heard, with_hint(heard, said), None, None, Some(request.id)).await
        }
        None => {
            let said = with_hint(heard, Message::ChangeNotUnderstood.into());
            desk.reply_about(heard, said, None, None, Some(request.id)).await
        }
    }
}

/// In a group the bot sees only what answers it.
fn with_hint(heard: &Heard, mut said: Said) -> Said {
    if !heard.in_private {
        said.lines.push(Message::AnswerThis);
    }
    said
}

/// One question, with likely answers as buttons.
async fn question(
    desk: &mut Desk<'_>,
    request: &Request,
    draft: &Draft,
    missing: Missing,
    mut lines: Vec<Message>,
) -> anyhow::Result<Said> {
    let id = request.id.0;
    lines.extend(warnings(draft));
    if draft.recurring && draft.version == 1 {
        lines.push(Message::OnlyFirstOccurrence);
    }
    lines.push(asking(draft, missing));
    let button =
        |label: Message, field: &str, value: i64| Button::new(label, format!("set:{id}:{field}:{value}"));
    let calendar = desk.calendar(request.municipality_id).await?;
    let said = match missing {
        Missing::Service => {
            let services = desk.tx.services(request.municipality_id).await?;
            services.chunks(2).fold(Said::new(lines), |said, row| {
                said.row(row.iter().map(|s| {
                    Button::new(Message::Service(s.kind), format!("set:{id}:service:{}", s.kind.as_str()))
                }))
            })
        }
        Missing::People => Said::new(lines)
            .row([1, 2, 3, 4].map(|people| button(Message::People { people }, "people", i64::from(people)))),
        Missing::Day => {
            let today = calendar.local(desk.now).date();
            let days = (2..5).map(|days| today + TimeDelta::days(days));
            Said::new(lines).row([button(Message::Today, "day", 0), button(Message::Tomorrow, "day", 1)]).row(
                days.map(|day| {
                    button(
                        Message::Day { day },
                        "day",
                        i64::from(day.num_days_from_ce() - today.num_days_from_ce()),
                    )
                }),
            )
        }
        Missing::Clock => {
            let at = |hour: u32| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            Said::new(lines).row(
                [9, 11, 13, 16, 18]
                    .map(|hour| button(Message::ClockLabel { at: at(hour) }, "clock", i64::from(hour * 60))),
            )
        }
        Missing::End => Said::new(lines).row(
            [30, 60, 120, 180].map(|minutes| button(length_label(minutes), "length", i64::from(minutes))),
        ),
        Missing::Zone => {
            let zones = desk.tx.zones(request.municipality_id).await?;
            zones.chunks(2).fold(Said::new(lines), |said, row| {
                said.row(
                    row.iter().map(|zone| {
                        button(Message::ZoneLabel { zone: zone.name.clone() }, "zone", zone.id.0)
                    }),
                )
            })
        }
    };
    Ok(said.row([Button::new(Message::Discard, format!("discard:{id}"))]))
}

/// The question for what is missing.
pub(crate) fn asking(draft: &Draft, missing: Missing) -> Message {
    match missing {
        Missing::Service => Message::AskService,
        Missing::People => Message::AskPeople,
        Missing::Day => Message::AskDay,
        Missing::Clock => Message::AskClock,
        Missing::End => Message::AskLength,
        Missing::Zone if draft.has_place => Message::AskZoneOfPlace,
        Missing::Zone => Message::AskZone,
    }
}

fn length_label(minutes: u32) -> Message {
    match minutes {
        0..60 => Message::Minutes { minutes },
        _ => Message::Hours { hours: minutes / 60 },
    }
}

/// What the one who asked should know before going on.
fn warnings(draft: &Draft) -> Vec<Message> {
    let mut lines = Vec::new();
    if draft.health_words {
        lines.push(Message::HealthWordsLeftOut);
    }
    // Of several needs the times contradict each other: that is no fault in the date.
    if draft.bad_date && !draft.several {
        lines.push(Message::BadDate);
    }
    if draft.several {
        lines.push(Message::SeveralNeeds);
    }
    if draft.too_many {
        lines.push(Message::MostPeople { most: crate::domain::draft::MOST_PEOPLE });
    }
    lines
}

/// The need as it was understood, with everything that can be done about it.
async fn read_back(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    draft: &Draft,
) -> anyhow::Result<()> {
    let said = reading_of(desk, request, draft).await?;
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
    lines.push(Message::ReadBackNeed { service, people, window: Window { start, end } });
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
            let calendar = desk.calendar(request.municipality_id).await?;
            lines.push(opening::asked_line(names));
            lines.push(Message::AnswerBy { at: super::faces::at(&calendar, desk.now, task.promised_at) });
            first.push(Button::new(Message::Send, format!("send:{id}:{}", draft.version)));
        }
        Err(refusal) => lines.extend(opening::refused(desk, request, *refusal).await?),
    }
    first.push(Button::new(Message::ChangeIt, format!("change:{id}")));
    first.push(Button::new(Message::Discard, format!("discard:{id}")));
    let mut said = Said::new(lines).row(first);
    let misread = super::misread::of_request(request.id);
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

async fn dry_run(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: &Request,
    draft: &Draft,
    press: &str,
) -> anyhow::Result<()> {
    let said = match opening::prepare(desk, request, draft).await? {
        Ok(opened) => opening::dry_run(desk, &opened).await?,
        Err(refusal) => Said::new(opening::refused(desk, request, refusal).await?),
    };
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply_about(heard, said, None, None, Some(request.id)).await
}

async fn send(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    request: &Request,
    draft: &Draft,
    press: &str,
) -> anyhow::Result<()> {
    match opening::prepare(desk, request, draft).await? {
        Ok(opened) => {
            let actor =
                crate::store::history::Actor { person: Some(person.id), channel: Some(heard.channel) };
            let task = opening::open(desk, request, opened, actor).await?;
            desk.put_away_buttons(request.id).await?;
            let calendar = desk.calendar(request.municipality_id).await?;
            let mut said = Said::from(Message::Sent {
                number: task.number,
                at: super::faces::at(&calendar, desk.now, task.promised_at),
            });
            if heard.in_private && desk.around.public_url.is_some() {
                said = said.row([Button { label: Message::SeeRecipient, target: Target::Task(task.id) }]);
            }
            desk.answer_press(heard, press, Message::PressSent { number: task.number }.into()).await?;
            desk.reply_about(heard, said, None, Some(task.id), Some(request.id)).await
        }
        Err(_) => {
            desk.answer_press(heard, press, Message::CannotSend.into()).await?;
            read_back(desk, heard, person, request, draft).await
        }
    }
}

async fn discard(desk: &mut Desk<'_>, heard: &Heard, request: &Request, press: &str) -> anyhow::Result<()> {
    desk.tx.set_request_state(request.id, RequestState::Discarded, desk.now).await?;
    desk.tx.erase_recipient(request.id).await?;
    desk.put_away_buttons(request.id).await?;
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply_about(heard, Message::Discarded.into(), None, None, Some(request.id)).await
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
