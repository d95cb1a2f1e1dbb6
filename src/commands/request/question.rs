//! One question at a time about what a need lacks, with likely answers as buttons.

use chrono::{Datelike, TimeDelta};

use super::aside;
use crate::commands::desk::{Desk, Heard, Note};
use crate::domain::draft::{Draft, MOST_PEOPLE, Missing};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::{Button, Message, Said};

/// Asks the requester of a draft that another system made for what is missing, in their chat with the bot, where they go on with it. `false`:
/// they can't be written to.
pub(crate) async fn ask_in_chat(
    desk: &mut Desk<'_>,
    person: &Person,
    request: &Request,
    missing: Missing,
) -> anyhow::Result<bool> {
    let Some(reach) = desk.tx.reach(person.id).await? else { return Ok(false) };
    let mut lines = vec![Message::FromElsewhere];
    lines.extend(aside::put_aside(desk, person.id, reach.chat_id).await?);
    desk.tx.set_request_chat(request.id, reach.chat_id).await?;
    let said = question(desk, request, &request.draft, missing, lines).await?;
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

pub(super) async fn ask_again(
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
pub(super) fn with_hint(heard: &Heard, mut said: Said) -> Said {
    if !heard.in_private {
        said.lines.push(Message::AnswerThis);
    }
    said
}

/// One question, with likely answers as buttons.
pub(super) async fn question(
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
        // Only words can say it.
        Missing::Place => Said::new(lines),
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
        Missing::Place => Message::AskPlace,
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
pub(super) fn warnings(draft: &Draft) -> Vec<Message> {
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
        lines.push(Message::MostPeople { most: MOST_PEOPLE });
    }
    lines
}
