//! Joining with a code: a person in private, a group in the group.

use chrono::TimeDelta;

use super::desk::{Desk, Heard, Standing};
use super::{privacy, reach};
use crate::domain::answer::{self, Who};
use crate::domain::ids::{GroupId, PersonId};
use crate::domain::permission::Act;
use crate::domain::role::Role;
use crate::domain::task::TaskState;
use crate::secret::hash_token;
use crate::store::history::Actor;
use crate::store::invites::Invite;
use crate::store::people::CanWrite;
use crate::text::{Message, Said};

/// So many wrong codes within [`WRONG_CODES_WITHIN`] are slips of the hand; more are not.
const MOST_WRONG_CODES: usize = 10;
const WRONG_CODES_WITHIN: TimeDelta = TimeDelta::minutes(10);
/// So many of the bot's last messages in the chat are looked at.
const LOOKED_AT: i64 = 100;

/// `/start` and `/koble`, with or without a code.
pub async fn start(desk: &mut Desk<'_>, heard: &Heard, code: &str, message: &str) -> anyhow::Result<()> {
    if let Some(account) = heard.account.as_ref().filter(|_| heard.in_private) {
        desk.tx.set_can_write(account.id, CanWrite::Yes).await?;
        desk.tx.set_chat_state(heard.chat.id, crate::store::groups::ChatState::Open).await?;
    }
    let code = as_made(code);
    if code.is_empty() {
        return hello(desk, heard, message).await;
    }
    if guesses(desk, heard).await? {
        return desk.reply(heard, Message::CodeTooMany.into(), Some(message)).await;
    }
    let Some(invite) = desk.tx.invite(&hash_token(&code)).await? else {
        return desk.reply(heard, Message::CodeUnknown.into(), Some(message)).await;
    };
    if let Some(fault) = fault(desk, heard, &invite).await? {
        return desk.reply(heard, fault.into(), Some(message)).await;
    }
    match (invite.person_id, invite.group_id) {
        (Some(person), _) => join_person(desk, heard, &invite, person, message).await,
        (_, Some(group)) => join_group(desk, heard, &invite, group, message).await,
        (None, None) => Ok(()),
    }
}

/// The code as it was made: a telephone writes its first letter large, and people put blanks and quotes about it.
fn as_made(code: &str) -> String {
    code.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether so many codes were wrong in this chat of late that somebody is guessing: a right one is not taken either then. What was answered tells
/// it, so every process knows, also after a restart.
async fn guesses(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    let is_refusal = |message: &Message| matches!(message, Message::CodeUnknown | Message::CodeTooMany);
    let said = desk.tx.last_said_in(heard.chat.id, LOOKED_AT, desk.now - WRONG_CODES_WITHIN).await?;
    Ok(said.iter().filter(|said| said.lines.iter().any(is_refusal)).count() >= MOST_WRONG_CODES)
}

/// Why the code can't be used here and now.
async fn fault(desk: &mut Desk<'_>, heard: &Heard, invite: &Invite) -> anyhow::Result<Option<Message>> {
    let own = invite.person_id.is_some_and(|id| heard.people.iter().any(|person| person.id == id));
    let here = invite.group_id.is_some() && heard.group.as_ref().map(|group| group.id) == invite.group_id;
    Ok(match (invite.used_at, invite.person_id) {
        (_, None) if here => Some(Message::GroupJoinedAlready),
        (Some(_), _) if own => Some(Message::JoinedAlready),
        (Some(_), _) => Some(Message::CodeUsed),
        (None, _) if desk.now >= invite.expires_at => Some(Message::CodeExpired),
        (None, Some(_)) if !heard.in_private => Some(Message::CodeForPerson),
        (None, None) if heard.in_private => Some(Message::CodeForGroup),
        _ => None,
    })
}

async fn join_person(
    desk: &mut Desk<'_>,
    heard: &Heard,
    invite: &Invite,
    person: PersonId,
    message: &str,
) -> anyhow::Result<()> {
    let Some(account) = &heard.account else { return Ok(()) };
    let person = desk.tx.person(person).await?;
    let (municipality, _) = desk.town(person.municipality_id).await?;
    if let Some(stranger) = heard.person_in(person.municipality_id) {
        if desk.tx.joined_by_code(stranger.id).await? {
            let name = stranger.name.clone();
            return desk.reply(heard, Message::CodeForSomebodyElse { name }.into(), None).await;
        }
        // Somebody who answered in a group before joining is the same human: what they hold goes with them.
        let stranger = stranger.id;
        one_answer_each(desk, stranger, person.id).await?;
        desk.tx.merge_people(stranger, person.id, desk.now).await?;
    }
    desk.delete(heard, message).await?;
    desk.tx.link_account(person.id, account.id).await?;
    desk.tx.use_invite(invite.id, desk.now).await?;
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    desk.tx.record(person.municipality_id, None, None, actor, "joined", &person.id, desk.now).await?;
    let mut lines = vec![Message::Welcome {
        name: super::faces::first_name(&person.name),
        municipality: municipality.name,
    }];
    lines.extend(what_to_expect(&desk.standing(&person).await?));
    let said = privacy::add(desk, Said::new(lines), &person).await?;
    let heard = Heard { people: vec![person.clone()], ..heard.clone() };
    desk.reply(&heard, said, None).await?;
    reach::watch::person_changed(desk, &person).await?;
    tell_of_places(desk, &person).await
}

/// Somebody has answered a task twice, as a stranger and as who they are: they hold what they hold once, and a place goes before any other
/// answer.
async fn one_answer_each(desk: &mut Desk<'_>, stranger: PersonId, known: PersonId) -> anyhow::Result<()> {
    for id in desk.tx.tasks_of_both(stranger, known).await? {
        let Some(mut task) = desk.tx.task_to_change(id).await? else { continue };
        if task.held_by(stranger) > 0 && task.held_by(known) == 0 {
            desk.tx.forget_answer(id, known).await?;
            continue;
        }
        if task.held_by(stranger) > 0 {
            if task.state != TaskState::Open {
                // What was is settled with.
                continue;
            }
            let calendar = desk.calendar(task.municipality).await?;
            let who = Who { person: stranger, approved: true, asked_as: None };
            let decision = answer::decline(&task, who, &calendar, desk.now);
            desk.tx.drop_unsent(id, Some(stranger)).await?;
            desk.change(&mut task, &decision.changes, Actor::default()).await?;
        }
        desk.tx.forget_answer(id, stranger).await?;
        // A place that the stranger was being asked about is free for the next.
        if let Some(mut task) = desk.tx.task_to_change(id).await? {
            let calendar = desk.calendar(task.municipality).await?;
            super::offers::make_due(desk, &mut task, &calendar).await?;
            desk.look_again(&task, &calendar).await?;
        }
    }
    Ok(())
}

/// What somebody will hear from the dispatcher, by what they are.
fn what_to_expect(standing: &Standing) -> Vec<Message> {
    let is = |role: Role| standing.memberships.iter().any(|membership| membership.role == role);
    let mut lines = Vec::new();
    if standing.may(Act::AskForHelp, Default::default()) {
        lines.push(Message::WelcomeStaff);
    }
    if standing.may(Act::Dispatch, Default::default()) {
        lines.push(Message::WelcomeCoordinator);
    }
    if is(Role::Volunteer) {
        lines.push(Message::WelcomeVolunteer);
    }
    if lines.is_empty() {
        lines.push(Message::WelcomeOther);
    }
    lines
}

async fn join_group(
    desk: &mut Desk<'_>,
    heard: &Heard,
    invite: &Invite,
    group: GroupId,
    message: &str,
) -> anyhow::Result<()> {
    if heard.group.is_some() {
        return desk.reply(heard, Message::GroupJoinedElse.into(), Some(message)).await;
    }
    desk.tx.join_group(group, heard.chat.id).await?;
    desk.tx.set_chat_thread(heard.chat.id, heard.chat.thread.as_deref()).await?;
    desk.tx.use_invite(invite.id, desk.now).await?;
    desk.delete(heard, message).await?;
    let group = desk.tx.group(group).await?;
    let actor = Actor {
        person: heard.person_in(group.municipality_id).map(|person| person.id),
        channel: Some(heard.channel),
    };
    desk.tx.record(group.municipality_id, None, None, actor, "group joined", &group.id, desk.now).await?;
    reach::watch::changed(desk, group.municipality_id).await?;
    let (municipality, _) = desk.town(group.municipality_id).await?;
    let said = match group.unit_id {
        Some(_) => Said::from(Message::UnitGroupJoined {
            title: group.title.clone(),
            municipality: municipality.name,
        }),
        None => {
            Said::from(Message::GroupJoined { title: group.title.clone(), municipality: municipality.name })
        }
    };
    let heard = Heard { group: Some(group), ..heard.clone() };
    desk.reply(&heard, said, None).await
}

async fn hello(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    if !heard.in_private {
        return match heard.group {
            Some(_) => desk.reply(heard, Message::GroupJoinedAlready.into(), Some(message)).await,
            None => desk.reply(heard, Message::GroupNeedsCode.into(), Some(message)).await,
        };
    }
    let Some(person) = heard.people.first().cloned() else {
        return desk.reply(heard, Message::HelloStranger.into(), None).await;
    };
    let mut said = Said::from(Message::ChatOpen { name: super::faces::first_name(&person.name) });
    if person.greeted_at.is_none() {
        said = privacy::add(desk, said, &person).await?;
    }
    desk.reply(heard, said, None).await?;
    tell_of_places(desk, &person).await
}

/// Somebody who is known from a group writes in private for the first time, without Start: they get what Start would have given them.
pub async fn greet_at_first_words(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<()> {
    for person in
        heard.people.iter().filter(|person| person.greeted_at.is_none()).cloned().collect::<Vec<_>>()
    {
        privacy::greet(desk, &person).await?;
        tell_of_places(desk, &person).await?;
    }
    Ok(())
}

/// Somebody who held a place before they could be written to gets the receipt they missed.
async fn tell_of_places(desk: &mut Desk<'_>, person: &crate::store::people::Person) -> anyhow::Result<()> {
    use crate::domain::answer::Outcome;
    use crate::domain::task::SignupState;
    for id in desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await? {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let calendar = desk.calendar(task.municipality).await?;
        let outcome = Outcome::Placed { people: task.held_by(person.id) };
        let said = super::faces::receipt(desk, &task, person.id, &outcome, &calendar).await?;
        let key = format!("missed:{}:{}", task.id.0, person.id.0);
        desk.tell(person.id, super::desk::Note::on(&task, crate::store::outbox::Purpose::Receipt, key, said))
            .await?;
    }
    Ok(())
}
