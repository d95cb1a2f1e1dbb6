//! "Hvem kan ta #17?": everybody who could be asked, those who can first, each with the reason.

use super::command::Place;
use super::desk::{Desk, Heard};
use super::{duty, faces, private, put_in};
use crate::domain::ids::TaskId;
use crate::domain::permission::Act;
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::command::read_number;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// People that are shown; the rest is counted.
const MOST_LINES: usize = 25;
/// People who can be put in with a button.
const MOST_BUTTONS: usize = 6;

/// Who can take the task with this number, or the one whose message is answered.
pub async fn asked(desk: &mut Desk<'_>, heard: &Heard, words: &str, place: Place<'_>) -> anyhow::Result<()> {
    let Some(task) = task_of(desk, heard, words, place).await? else {
        return private::reply(desk, heard, Message::WhoCanHow.into(), place.message).await;
    };
    let said = list(desk, &task).await?;
    private::reply(desk, heard, said, place.message).await
}

/// "Sett inn Kari på #17": the button is pressed all the same, since a name that was misread would put the wrong person in.
pub async fn put_in_by_name(
    desk: &mut Desk<'_>,
    heard: &Heard,
    words: &str,
    place: Place<'_>,
) -> anyhow::Result<()> {
    let Some(task) = task_of(desk, heard, words, place).await? else {
        return private::reply(desk, heard, Message::PutInHow.into(), place.message).await;
    };
    if task.state != TaskState::Open || desk.now >= task.ends_at {
        let text = Message::TaskOver { number: task.number };
        return private::reply(desk, heard, text.into(), place.message).await;
    }
    let is_name = |word: &&str| !word.starts_with('#') && !["på", "on", "til", "to"].contains(word);
    let name: Vec<&str> = words.split_whitespace().filter(is_name).collect();
    let said = put_in::by_name(desk, &task, &name.join(" ")).await?;
    desk.reply_about(heard, said, Some(place.message), Some(task.id), None).await
}

/// The task that is meant, if whoever asks may dispatch it.
async fn task_of(
    desk: &mut Desk<'_>,
    heard: &Heard,
    words: &str,
    place: Place<'_>,
) -> anyhow::Result<Option<Task>> {
    let mut found: Vec<TaskId> = place.before.and_then(|before| before.task_id).into_iter().collect();
    if let Some(number) = read_number(words) {
        found.clear();
        found.extend(desk.tasks_numbered(heard, number).await?);
    }
    if found.is_empty() && read_number(words).is_none() && heard.in_private {
        found.extend(duty::words::only_hole(desk, heard).await?);
    }
    for id in found {
        let Some(task) = desk.tx.task(id).await? else { continue };
        if duty::allowed(desk, heard, &task, Act::Dispatch).await?.is_some() {
            return Ok(Some(task));
        }
    }
    Ok(None)
}

async fn list(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let mut people: Vec<Person> = Vec::new();
    for asked in &task.asked {
        for person in desk.tx.people_of_organisation(asked.organisation, desk.now).await? {
            if !people.iter().any(|other| other.id == person.id) {
                people.push(person);
            }
        }
    }
    let (mut can, mut cannot, mut buttons) = (Vec::new(), Vec::new(), Vec::new());
    for person in people {
        let (line, could) = reason(desk, task, &person).await?;
        if could {
            if buttons.len() < MOST_BUTTONS && task.is_hunting() {
                let label = Message::PersonLabel { name: person.name.clone() };
                buttons.push(Button::new(label, format!("putin:{}:{}", task.id.0, person.id.0)));
            }
            can.push(line);
        } else {
            cannot.push(line);
        }
    }
    let mut lines = vec![Message::WhoCanHead { number, service, window }];
    if can.is_empty() && cannot.is_empty() {
        lines.push(Message::NobodyToPutIn { number });
    }
    let more = (can.len() + cannot.len()).saturating_sub(MOST_LINES);
    lines.extend(can.into_iter().chain(cannot).take(MOST_LINES));
    if more > 0 {
        lines.push(Message::AndMore { more: u32::try_from(more).unwrap_or(u32::MAX) });
    }
    Ok(buttons.into_iter().fold(Said::new(lines), |said, button| said.row([button])))
}

/// How it stands with one person, and whether they could be asked.
async fn reason(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<(Message, bool)> {
    let name = person.name.clone();
    let calendar = desk.calendar(task.municipality).await?;
    if let Some(signup) = task.signup(person.id) {
        let at = faces::at(&calendar, desk.now, signup.answered_at);
        let position = task.reserves().iter().position(|other| other.person == person.id);
        return Ok(match (signup.state, position) {
            (SignupState::Placed, _) => (Message::WhoComesAlready { name }, false),
            (SignupState::Reserve, Some(place)) => {
                let position = u32::try_from(place + 1).unwrap_or(u32::MAX);
                (Message::WhoIsReserve { name, position }, true)
            }
            (SignupState::Partial, _) => (Message::WhoOffersPart { name }, true),
            (SignupState::Silent, _) => (Message::WhoWasSilent { name, at }, true),
            _ => (Message::WhoSaidNo { name, at }, false),
        });
    }
    if task.approved_only {
        let service = desk.tx.service(task.municipality, task.service).await?;
        let approved = match service {
            Some(service) => desk.tx.is_approved(service.id, person.id).await?,
            None => false,
        };
        if !approved {
            return Ok((Message::WhoIsNotApproved { name }, false));
        }
    }
    let away = desk.tx.away(task.municipality, task.starts_at).await?;
    if let Some((_, until)) = away.iter().find(|(who, _)| *who == person.id) {
        return Ok((Message::WhoIsAway { name, until: faces::at(&calendar, desk.now, *until) }, false));
    }
    for id in desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await? {
        let Some(other) = desk.tx.task(id).await? else { continue };
        if other.starts_at < task.ends_at && task.starts_at < other.ends_at {
            return Ok((Message::WhoIsElsewhere { name, number: other.number }, false));
        }
    }
    Ok(match (desk.tx.reach(person.id).await?, &person.phone) {
        (Some(_), _) => (Message::WhoIsFree { name }, true),
        (None, Some(phone)) => (Message::WhoMustBeRung { name, phone: phone.clone() }, true),
        (None, None) => (Message::WhoIsUnreachable { name }, true),
    })
}
