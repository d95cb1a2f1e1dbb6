//! What a club's contact asks and says of the club: its tasks with those who come, and that somebody has left it.

use super::desk::{Desk, Heard, Note};
use super::{faces, leave, lists};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::place::{fold, is_called};
use crate::domain::role::Role;
use crate::language::shades;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// So many of a name are shown to choose from.
const MOST_SHOWN: usize = 8;

/// `false`: it is about something else, or whoever speaks is no club's contact.
pub async fn said(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    if !heard.in_private {
        return Ok(false);
    }
    if shades::asks_for_the_clubs_tasks(text) {
        return list(desk, heard).await;
    }
    match shades::left_the_club(text) {
        Some(name) => somebody_left(desk, heard, &name).await,
        None => Ok(false),
    }
}

/// The clubs whose contact somebody is.
async fn own(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<OrganisationId>> {
    let mut own = Vec::new();
    for person in &heard.people {
        own.extend(whose_contact(desk, person).await?);
    }
    Ok(own)
}

/// The clubs that somebody answers for.
pub(super) async fn whose_contact(
    desk: &mut Desk<'_>,
    person: &Person,
) -> anyhow::Result<Vec<OrganisationId>> {
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let of_club = memberships.into_iter().filter(|of| of.role == Role::ClubContact);
    Ok(of_club.filter_map(|of| of.organisation_id).collect())
}

/// The tasks that the clubs have been asked about, those that are covered too.
async fn list(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    let own = own(desk, heard).await?;
    if own.is_empty() {
        return Ok(false);
    }
    let mut lines = Vec::new();
    for person in &heard.people {
        for id in desk.tx.tasks_asked_of(person.id, desk.now).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            if !task.asked.iter().any(|asked| own.contains(&asked.organisation)) {
                continue;
            }
            let window = faces::window(&task, &desk.calendar(task.municipality).await?);
            let (number, service, taken, places) = (task.number, task.service, task.taken(), task.places);
            let names = Names(faces::names(desk, &task, false).await?);
            lines.push(match taken {
                0 => Message::FreeOn { number, service, window, free: task.free(), places },
                _ => Message::ClubTask { number, service, window, taken, places, names },
            });
        }
    }
    if lines.is_empty() {
        lines.push(Message::ClubHasNoTasks);
    }
    lists::cut(&mut lines);
    desk.reply(heard, Said::new(lines), None).await?;
    Ok(true)
}

/// Asks back before somebody is taken out.
async fn somebody_left(desk: &mut Desk<'_>, heard: &Heard, name: &str) -> anyhow::Result<bool> {
    let own = own(desk, heard).await?;
    if own.is_empty() {
        return Ok(false);
    }
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let mut found: Vec<(OrganisationId, Person)> = Vec::new();
    for organisation in own {
        for person in desk.tx.people_of_organisation(organisation, desk.now).await? {
            let is_speaker = heard.people.iter().any(|speaker| speaker.id == person.id);
            if !is_speaker && is_called(&person.name, &words) && found.len() < MOST_SHOWN {
                found.push((organisation, person));
            }
        }
    }
    let mut said = match found.as_slice() {
        [] => Said::from(Message::NobodyInClub { name: name.to_owned() }),
        [(organisation, person)] => {
            let club = desk.tx.organisation_name(*organisation).await?;
            let mut lines = vec![Message::TakeOutSurely { name: person.name.clone(), organisation: club }];
            let held = leave::lines_of_held(desk, person, *organisation).await?;
            if !held.is_empty() {
                lines.push(Message::TakeOutGivesBack);
                lines.extend(held);
            }
            Said::new(lines)
        }
        _ => Said::from(Message::TakeOutWhom),
    };
    if found.is_empty() {
        desk.reply(heard, said, None).await?;
        return Ok(true);
    }
    for (organisation, person) in &found {
        let label = Message::TakeOutYes { name: person.name.clone() };
        said = said.row([Button::new(label, format!("takeout:{}:{}", organisation.0, person.id.0))]);
    }
    said = said.row([Button::new(Message::StayNo, "stay")]);
    desk.reply(heard, said, None).await?;
    Ok(true)
}

/// The contact said yes: they are out, as when somebody leaves, and hear who said so.
pub async fn take_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    organisation: OrganisationId,
    person: PersonId,
    press: &str,
) -> anyhow::Result<()> {
    let may = heard.in_private && own(desk, heard).await?.contains(&organisation);
    let members = desk.tx.people_of_organisation(organisation, desk.now).await?;
    let (Some(member), true) = (members.into_iter().find(|member| member.id == person), may) else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    desk.answer_press(heard, press, Said::new([])).await?;
    let name = desk.tx.organisation_name(organisation).await?;
    leave::leave_one(desk, heard, &member, organisation, &name).await?;
    let by = heard.person_in(member.municipality_id).map(|by| by.name.clone()).unwrap_or_default();
    let said = Message::TakenOut { organisation: name.clone(), by }.into();
    let key = format!("takenout:{}:{}", heard.inbox.0, member.id.0);
    let note = Note { key, purpose: Purpose::Notice, said, task: None, request: None, at: None };
    desk.tell(member.id, note).await?;
    desk.reply(heard, Message::SomebodyLeft { name: member.name, organisation: name }.into(), None).await
}
