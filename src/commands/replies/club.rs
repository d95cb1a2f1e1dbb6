//! A club's contact says that the club can't: that is the club's answer, and no withdrawal of somebody who has no place.

use crate::commands::desk::{Desk, Heard};
use crate::commands::{club, faces, lists, outcome, private};
use crate::domain::answer::{self, Who};
use crate::domain::attendance::Mark;
use crate::domain::ids::{OrganisationId, TaskId};
use crate::domain::task::{Change, SignupState, Task};
use crate::language::reports;
use crate::store::history::Actor;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// The most open tasks that are looked through.
const MOST_TASKS: i64 = 100;

/// "Vi kan ikke" in private, from somebody who answers for a club and has no place or offer themselves. `false`: they say something else, or nothing was
/// asked of their club.
pub async fn refuses(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<bool> {
    if !heard.in_private || !reports::club_refuses(text) {
        return Ok(false);
    }
    let (mut open, mut known) = (Vec::new(), Vec::new());
    for person in heard.people.clone() {
        let holds = !desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await?.is_empty()
            || !desk.tx.tasks_offered_to(person.id).await?.is_empty();
        if club::whose_contact(desk, &person).await?.is_empty() {
            continue;
        }
        if holds {
            return Ok(false);
        }
        for id in desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            if answers_for(desk, &task, &person).await?.is_some() {
                let list = if has_refused(&task, &person) { &mut known } else { &mut open };
                list.push(id);
            }
        }
    }
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop().and_then(|last| last.task_id);
    match open.as_slice() {
        // It was said already.
        [] => match known.last() {
            Some(known) => note(desk, heard, *known, message).await.map(|()| true),
            None => Ok(false),
        },
        several if last.is_some_and(|last| several.contains(&last)) => {
            note(desk, heard, last.unwrap_or(several[0]), message).await.map(|()| true)
        }
        [only] => note(desk, heard, *only, message).await.map(|()| true),
        several => {
            let which = faces::which_task(desk, several, "clubno").await?;
            desk.reply(heard, which, None).await.map(|()| true)
        }
    }
}

/// The club that has been asked about a task which lacks people, and that somebody without a place of their own answers for.
pub async fn answers_for(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
) -> anyhow::Result<Option<OrganisationId>> {
    if !task.is_hunting() || desk.now >= task.starts_at || task.held_by(person.id) > 0 {
        return Ok(None);
    }
    let clubs = club::whose_contact(desk, person).await?;
    let asked = task.asked.iter().find(|asked| !asked.closed && clubs.contains(&asked.organisation));
    let Some(asked) = asked.map(|asked| asked.organisation) else { return Ok(None) };
    Ok(lists::is_asked(desk, task, person).await?.then_some(asked))
}

fn has_refused(task: &Task, person: &Person) -> bool {
    task.marks.iter().any(|marked| marked.person == Some(person.id) && marked.mark == Mark::ClubRefused)
}

/// Takes it down as the club's answer, and tells duty. Everybody in the club may answer still.
pub async fn note(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, message: &str) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(()) };
    let Some(club) = answers_for(desk, &task, &person).await? else {
        return private::reply(desk, heard, Message::NothingThere.into(), message).await;
    };
    let (number, service) = (task.number, task.service);
    let calendar = desk.calendar(task.municipality).await?;
    let window = faces::window(&task, &calendar);
    if !has_refused(&task, &person) {
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        let who = Who { person: person.id, approved: true, asked_as: Some(club) };
        let mut changes = answer::decline(&task, who, &calendar, desk.now).changes;
        changes.push(Change::Marked { person: Some(person.id), mark: Mark::ClubRefused, until: None });
        desk.change(&mut task, &changes, actor).await?;
        let (organisation, name) = (desk.tx.organisation_name(club).await?, person.name.clone());
        let mut said = Said::from(Message::ClubSaysNo { number, service, window, organisation, name });
        let (_, unasked) = outcome::asked_and_not(desk, &task).await?;
        if let Some((order, organisation)) = unasked.first() {
            let name = desk.tx.organisation_name(*organisation).await?;
            let label = Message::AskAbout { number, name };
            said = said.row([Button::new(label, format!("ask:{}:{order}", task.id.0))]);
        }
        let key = format!("clubno:{}:{}", task.id.0, person.id.0);
        outcome::tell_duty_by_day(desk, &task, &key, said, person.id).await?;
    }
    let said = Said::from(Message::ClubNoNoted { number, window });
    match heard.in_private {
        true => desk.reply_about(heard, said, None, Some(task.id), None).await,
        false => private::reply(desk, heard, said, message).await,
    }
}

/// The button of one who was asked which task the club can't take.
pub async fn pressed(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, press: &str) -> anyhow::Result<()> {
    desk.answer_press(heard, press, Said::new([])).await?;
    note(desk, heard, task, "").await
}
