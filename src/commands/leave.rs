//! Somebody leaves an organisation: after a yes, what they held there goes on down the ladder.

use super::desk::{Desk, Heard, Note};
use super::{lists, outcome, private, replies};
use crate::domain::ids::{AccountId, OrganisationId, TaskId};
use crate::domain::role::Role;
use crate::domain::task::SignupState;
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// Asks whether, and where there are several organisations, which. `words`: the name of one, or nothing.
pub async fn ask(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let mut organisations = memberships(desk, heard).await?;
    let here = heard.group.as_ref().and_then(|group| group.organisation_id);
    if let Some(here) = here.filter(|here| organisations.iter().any(|(id, _)| id == here)) {
        organisations.retain(|(id, _)| *id == here);
    }
    let words = words.trim_start_matches("i ").trim_start_matches("in ").trim().to_lowercase();
    let named = |name: &str| !words.is_empty() && name.to_lowercase().contains(&words);
    if organisations.iter().any(|(_, name)| named(name)) {
        organisations.retain(|(_, name)| named(name));
    }
    let said = match organisations.as_slice() {
        [] => Message::NothingToLeave.into(),
        [(only, name)] => surely(desk, heard, *only, name.clone()).await?,
        several => {
            let mut said = Said::from(Message::LeaveWhich);
            for (id, name) in several {
                let label = Message::OrganisationLabel { name: name.clone() };
                said = said.row([Button::new(label, format!("leave:{}", id.0))]);
            }
            said
        }
    };
    private::reply(desk, heard, said, message).await
}

/// Somebody has gone out of an organisation's group. Whether they leave it altogether, and what becomes of what they hold there, is theirs to
/// say; who can't be asked is duty's business.
pub async fn left_group(desk: &mut Desk<'_>, heard: &Heard, account: AccountId) -> anyhow::Result<()> {
    let Some((group, organisation)) = heard.group.as_ref().and_then(|of| Some((of, of.organisation_id?)))
    else {
        return Ok(());
    };
    let people = desk.tx.people_of(account).await?;
    let Some(person) = people.iter().find(|person| person.municipality_id == group.municipality_id) else {
        return Ok(());
    };
    let held = held_as(desk, person, organisation).await?;
    if held.is_empty() {
        return Ok(());
    }
    let name = desk.tx.organisation_name(organisation).await?;
    let as_themselves = Heard { people: vec![person.clone()], ..heard.clone() };
    let mut said = surely(desk, &as_themselves, organisation, name).await?;
    said.lines.insert(0, Message::YouLeftGroup { title: group.title.clone() });
    let key = format!("left-group:{}:{}", heard.inbox.0, person.id.0);
    let note = Note { key, purpose: Purpose::Question, said, task: None, request: None, at: None };
    if desk.tell(person.id, note).await? {
        return Ok(());
    }
    for (id, _) in held.into_iter().filter(|(_, state)| *state == SignupState::Placed) {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let (number, name, title) = (task.number, person.name.clone(), group.title.clone());
        let text = Message::LeftGroupUnasked { number, name, title };
        outcome::tell_duty(desk, &task, &format!("left-group:{}:{}", heard.inbox.0, id.0), text).await?;
    }
    Ok(())
}

/// One of several was chosen, or the yes was given.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    organisation: OrganisationId,
    sure: bool,
    press: &str,
) -> anyhow::Result<()> {
    let own = memberships(desk, heard).await?.into_iter().find(|(id, _)| *id == organisation);
    let Some((_, name)) = own.filter(|_| heard.in_private) else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    desk.answer_press(heard, press, Said::new([])).await?;
    let said = match sure {
        true => leave(desk, heard, organisation, name).await?,
        false => surely(desk, heard, organisation, name).await?,
    };
    desk.reply(heard, said, None).await
}

/// The organisations of whoever speaks, with their names.
async fn memberships(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<(OrganisationId, String)>> {
    let mut organisations: Vec<(OrganisationId, String)> = Vec::new();
    for person in &heard.people {
        for membership in desk.tx.memberships(person.id, desk.now).await? {
            let Some(id) = membership.organisation_id else { continue };
            if !organisations.iter().any(|(known, _)| *known == id) {
                organisations.push((id, desk.tx.organisation_name(id).await?));
            }
        }
    }
    Ok(organisations)
}

async fn surely(
    desk: &mut Desk<'_>,
    heard: &Heard,
    organisation: OrganisationId,
    name: String,
) -> anyhow::Result<Said> {
    let mut lines = vec![Message::LeaveSurely { name }];
    let mut held = Vec::new();
    for person in &heard.people {
        held.extend(lines_of_held(desk, person, organisation).await?);
    }
    if !held.is_empty() {
        lines.push(Message::LeaveGivesBack);
        lines.extend(held);
    }
    Ok(Said::new(lines).row([
        Button::new(Message::LeaveYes, format!("leave:{}:yes", organisation.0)),
        Button::new(Message::StayNo, "stay"),
    ]))
}

/// What somebody holds or waits for as a member of an organisation.
async fn held_as(
    desk: &mut Desk<'_>,
    person: &Person,
    organisation: OrganisationId,
) -> anyhow::Result<Vec<(TaskId, SignupState)>> {
    let mut held = Vec::new();
    for state in [SignupState::Placed, SignupState::Reserve, SignupState::Partial] {
        for id in desk.tx.tasks_of(person.id, state, desk.now).await? {
            let task = desk.tx.task(id).await?;
            let signup = task.as_ref().and_then(|task| task.signup(person.id));
            if signup.is_some_and(|signup| signup.asked_as == Some(organisation)) {
                held.push((id, state));
            }
        }
    }
    Ok(held)
}

async fn leave(
    desk: &mut Desk<'_>,
    heard: &Heard,
    organisation: OrganisationId,
    name: String,
) -> anyhow::Result<Said> {
    for person in heard.people.clone() {
        leave_one(desk, heard, &person, organisation, &name).await?;
    }
    Ok(Message::Left { name }.into())
}

/// Somebody is out of an organisation, by their own word or by its contact's.
pub(super) async fn leave_one(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    organisation: OrganisationId,
    name: &str,
) -> anyhow::Result<()> {
    let by = heard.person_in(person.municipality_id).map_or(person.id, |speaker| speaker.id);
    let actor = Actor { person: Some(by), channel: Some(heard.channel) };
    for (task, _) in held_as(desk, person, organisation).await? {
        replies::step_down(desk, actor, person, task).await?;
    }
    if desk.tx.end_membership(person.id, organisation, desk.now).await? {
        desk.tx.record(person.municipality_id, None, None, actor, "left", &organisation, desk.now).await?;
        tell_contacts(desk, heard, organisation, person, name).await?;
    }
    Ok(())
}

/// What somebody holds or waits for as a member of an organisation, a line for each.
pub(super) async fn lines_of_held(
    desk: &mut Desk<'_>,
    person: &Person,
    organisation: OrganisationId,
) -> anyhow::Result<Vec<Message>> {
    let mut held = Vec::new();
    for (id, state) in held_as(desk, person, organisation).await? {
        let Some(task) = desk.tx.task(id).await? else { continue };
        held.push(lists::line(desk, &task, person.id, state).await?);
    }
    Ok(held)
}

/// The organisation's contact hears that somebody is no longer with them.
async fn tell_contacts(
    desk: &mut Desk<'_>,
    heard: &Heard,
    organisation: OrganisationId,
    person: &Person,
    organisation_name: &str,
) -> anyhow::Result<()> {
    for other in desk.tx.people_of_organisation(organisation, desk.now).await? {
        let memberships = desk.tx.memberships(other.id, desk.now).await?;
        let is_contact = memberships
            .iter()
            .any(|of| of.organisation_id == Some(organisation) && of.role == Role::ClubContact);
        let has_said_so = heard.people.iter().any(|speaker| speaker.id == other.id);
        if !is_contact || has_said_so || other.municipality_id != person.municipality_id {
            continue;
        }
        let text =
            Message::SomebodyLeft { name: person.name.clone(), organisation: organisation_name.to_owned() };
        let key = format!("left:{}:{}", heard.inbox.0, other.id.0);
        let note =
            Note { key, purpose: Purpose::Notice, said: text.into(), task: None, request: None, at: None };
        desk.tell(other.id, note).await?;
    }
    Ok(())
}
