//! One question at a time about what a need lacks, with likely answers as buttons.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::aside;
use crate::commands::desk::{Desk, Heard, Note};
use crate::domain::draft::{Draft, MOST_PEOPLE, Missing};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::store::requests::Request;
use crate::text::argument::Day;
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

/// Why words about a draft changed nothing.
#[derive(Clone, Copy, Debug)]
pub(super) enum NotChanged {
    TooMany,
    /// It was understood, and is so already.
    StandsSo,
    /// `offers`: it may be something for those who come.
    NotUnderstood {
        offers: bool,
    },
}

pub(super) async fn ask_again(
    desk: &mut Desk<'_>,
    heard: &Heard,
    request: &Request,
    draft: Draft,
    why: NotChanged,
) -> anyhow::Result<()> {
    let offers = matches!(why, NotChanged::NotUnderstood { offers: true });
    let offer = offers.then_some(Message::MayBeNote);
    let mut said = match (draft.asking, why) {
        (Some(missing), _) => {
            let lines = [Message::DidNotUnderstand].into_iter().chain(offer).collect();
            question(desk, request, &draft, missing, lines).await?
        }
        (None, NotChanged::TooMany) => Message::MostPeople { most: MOST_PEOPLE }.into(),
        (None, NotChanged::StandsSo) => Message::StandsSoAlready.into(),
        (None, NotChanged::NotUnderstood { .. }) => {
            Said::new([Message::ChangeNotUnderstood].into_iter().chain(offer).collect::<Vec<_>>())
        }
    };
    if offers {
        said = said.row([note_button(request)]);
    }
    desk.reply_about(heard, with_hint(heard, said), None, None, Some(request.id)).await
}

/// Keeps what was not understood as a note for those who come.
pub(super) fn note_button(request: &Request) -> Button {
    Button::new(Message::KeepAsNote, format!("note:{}", request.id.0))
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
    let calendar = desk.calendar(request.municipality_id).await?;
    let now = calendar.local(desk.now);
    let today = now.date();
    let far_day = draft.far_day.map(|day| Message::Day { day: Day::said_on(today, day) });
    lines.extend(far_day.clone().map(|day| Message::NearlyAYear { day: Box::new(day) }));
    lines.push(asking(draft, missing));
    let button =
        |label: Message, field: &str, value: i64| Button::new(label, format!("set:{id}:{field}:{value}"));
    let ahead = |day: NaiveDate| i64::from(day.num_days_from_ce() - today.num_days_from_ce());
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
            let days = (2..5).map(|days| today + TimeDelta::days(days));
            // A clock that is over today is none to choose.
            let is_over = draft.clock.is_some_and(|clock| clock <= now.time());
            let today_too = (!is_over).then(|| button(Message::Today, "day", 0));
            let near = today_too.into_iter().chain([button(Message::Tomorrow, "day", 1)]);
            let said = Said::new(lines).row(near).row(days.map(|day| {
                let label = Message::Day { day: Day::said_on(today, day) };
                button(label, "day", ahead(day))
            }));
            match (draft.far_day, far_day) {
                (Some(day), Some(label)) => said.row([button(label, "day", ahead(day))]),
                _ => said,
            }
        }
        Missing::Clock => {
            let at = |hour: u32| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            // Hours of today that are over are none to choose.
            let is_over = |hour: &u32| draft.day == Some(today) && at(*hour) <= now.time();
            let hours = [9, 11, 13, 16, 18].into_iter().filter(|hour| !is_over(hour));
            let hours: Vec<_> = hours
                .map(|hour| button(Message::ClockLabel { at: at(hour) }, "clock", i64::from(hour * 60)))
                .collect();
            let said = Said::new(lines);
            if hours.is_empty() { said } else { said.row(hours) }
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
    if draft.past && !draft.several {
        lines.push(Message::TimeIsPast);
    }
    if draft.several {
        lines.push(Message::SeveralNeeds);
    }
    if draft.too_many {
        lines.push(Message::MostPeople { most: MOST_PEOPLE });
    }
    lines
}
