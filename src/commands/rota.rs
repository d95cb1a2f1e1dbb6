//! The duty rota: who has it, taking it over with one word, giving it to somebody else.

use chrono::{DateTime, Utc};

use super::desk::{Desk, Heard, Note};
use super::{faces, hand_over, private, reach};
use crate::domain::duty::{Shift, next_hand_over};
use crate::domain::ids::MunicipalityId;
use crate::domain::local_time::Calendar;
use crate::domain::permission::Act;
use crate::domain::place::{fold, is_called};
use crate::domain::role::Role;
use crate::language::command::read_plain_command;
use crate::language::orders::{self, Watch};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// How many hand-overs ahead are shown.
const WEEKS_SHOWN: usize = 4;

/// `/vakt`: shows the rota; with a name, gives that coordinator the duty until the next hand-over.
pub async fn asked(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let Some(person) = coordinator(desk, heard).await? else {
        return private::reply(desk, heard, Message::DutyNotForYou.into(), message).await;
    };
    let said = match words.trim() {
        "" => show(desk, &person).await?,
        name => give(desk, heard, &person, name).await?,
    };
    private::reply(desk, heard, said, message).await
}

/// "Jeg tar vakten": from now until the next hand-over.
pub async fn take_over(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let Some(person) = coordinator(desk, heard).await? else {
        return private::reply(desk, heard, Message::DutyNotForYou.into(), message).await;
    };
    let said = hand_to(desk, heard, &person, &person).await?;
    private::reply(desk, heard, said, message).await
}

/// The same in other words, from a coordinator in private: "jeg tar over vakten", "overtar", "Anne tar vakta". `false`: they speak of something else.
pub async fn said(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    let Some(watch) = orders::takes_watch(text).filter(|_| heard.in_private) else { return Ok(false) };
    if read_plain_command(text).is_some() {
        return Ok(false);
    }
    let Some(person) = coordinator(desk, heard).await? else { return Ok(false) };
    let said = match watch {
        Watch::Mine => hand_to(desk, heard, &person, &person).await?,
        Watch::Of(name) => give(desk, heard, &person, &name).await?,
    };
    desk.reply(heard, said, None).await?;
    Ok(true)
}

/// The button that says the same.
pub async fn take_over_pressed(desk: &mut Desk<'_>, heard: &Heard, press: &str) -> anyhow::Result<()> {
    let Some(person) = coordinator(desk, heard).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let said = hand_to(desk, heard, &person, &person).await?;
    desk.answer_press(heard, press, said.lines.first().cloned().unwrap_or(Message::Done).into()).await?;
    desk.reply(heard, said, None).await
}

/// The one of somebody's people who may dispatch: in the group's municipality, else the first.
async fn coordinator(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Option<Person>> {
    for person in heard.people.clone() {
        let elsewhere =
            heard.group.as_ref().is_some_and(|group| group.municipality_id != person.municipality_id);
        if !elsewhere && desk.standing(&person).await?.may(Act::Dispatch, Default::default()) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

async fn show(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<Said> {
    let calendar = desk.calendar(person.municipality_id).await?;
    let mut at = desk.now;
    let mut lines = Vec::new();
    let ring = desk.on_duty_at(person.municipality_id, &calendar, at).await?;
    let mut names = Vec::new();
    for id in &ring {
        names.push(desk.tx.person(*id).await?.name);
    }
    match names.as_slice() {
        [] => lines.push(Message::DutyNobody),
        [name, rest @ ..] => {
            lines.push(Message::DutyNow { name: name.clone() });
            lines.extend(rest.first().map(|name| Message::DutyDeputy { name: name.clone() }));
        }
    }
    for _ in 0..WEEKS_SHOWN {
        at = next_change(desk, person.municipality_id, &calendar, at).await?;
        if let Some(first) = desk.on_duty_at(person.municipality_id, &calendar, at).await?.first() {
            let name = desk.tx.person(*first).await?.name;
            let local = calendar.local(at);
            lines.push(Message::DutyFrom { name, date: local.date(), at: local.time() });
        }
    }
    let said = Said::new(lines);
    Ok(match ring.first() {
        Some(first) if *first == person.id => said,
        _ => said.row([Button::new(Message::ITakeDuty, "takeduty:0")]),
    })
}

/// When somebody else may have the duty next: at the hand-over, or where a shift begins or ends.
async fn next_change(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    calendar: &Calendar,
    after: DateTime<Utc>,
) -> anyhow::Result<DateTime<Utc>> {
    let shifts: Vec<Shift> = desk.tx.duty_shifts(municipality, after).await?;
    let edges = shifts.iter().flat_map(|shift| [shift.from, shift.until]).filter(|edge| *edge > after);
    Ok(edges.chain([next_hand_over(calendar, after)]).min().unwrap_or(after))
}

/// Gives the duty to the coordinator with this name.
async fn give(desk: &mut Desk<'_>, heard: &Heard, by: &Person, name: &str) -> anyhow::Result<Said> {
    let wanted: Vec<String> = name.split_whitespace().map(fold).collect();
    let coordinators = desk.tx.people_with_role(by.municipality_id, Role::Coordinator, desk.now).await?;
    let found: Vec<&Person> = coordinators.iter().filter(|person| is_called(&person.name, &wanted)).collect();
    match found.as_slice() {
        [only] => hand_to(desk, heard, by, only).await,
        _ => Ok(Message::DutyNoSuch { name: name.to_owned() }.into()),
    }
}

/// `person` has the duty from now until the next hand-over. They are told if it was not their own doing, and so is whoever had it.
async fn hand_to(desk: &mut Desk<'_>, heard: &Heard, by: &Person, person: &Person) -> anyhow::Result<Said> {
    let (municipality, calendar) = desk.town(by.municipality_id).await?;
    let before = desk.on_duty(municipality.id, &calendar).await?.first().copied();
    let until = next_hand_over(&calendar, desk.now);
    let at = faces::at(&calendar, desk.now, until);
    let name = person.name.clone();
    if before == Some(person.id) {
        return Ok(match person.id == by.id {
            true => Message::DutyYoursAlready { at },
            false => Message::DutyAlready { name, at },
        }
        .into());
    }
    desk.tx.insert_duty_shift(municipality.id, person.id, desk.now, until).await?;
    let actor = crate::store::history::Actor { person: Some(by.id), channel: Some(heard.channel) };
    desk.tx.record(municipality.id, None, None, actor, "duty", &person.id, desk.now).await?;
    reach::watch::changed(desk, municipality.id).await?;
    let note = |to: &str, said: Said| Note {
        key: format!("duty:{}:{to}", heard.inbox.0),
        purpose: Purpose::Notice,
        said,
        task: None,
        request: None,
        at: None,
    };
    if let Some(before) = before.filter(|before| *before != by.id) {
        desk.tell(before, note("before", Message::DutyTakenBy { name: name.clone(), at }.into())).await?;
    }
    // Whoever takes over hears at once what there is to take over.
    let Said { lines, buttons } = hand_over::take(desk, municipality.id, person.id).await?;
    let with = |head: Message| Said {
        lines: [head].into_iter().chain(lines.clone()).collect(),
        buttons: buttons.clone(),
    };
    if person.id == by.id {
        return Ok(with(Message::DutyIsYours { at }));
    }
    let given = with(Message::DutyGivenToYou { name: by.name.clone(), at });
    Ok(match desk.tell(person.id, note("new", given)).await? {
        true => Message::DutyGiven { name, at }.into(),
        // Somebody must pass it on.
        false => with(Message::DutyGivenUntold { name, at }),
    })
}
