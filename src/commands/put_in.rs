//! Putting somebody in: the coordinator has talked with a volunteer who comes, and chooses them from a list or by name.

use super::desk::{Desk, Heard, Note};
use super::{duty, faces, offers, press, task_number, unreached};
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::place::{fold, is_called};
use crate::domain::task::{Change, Offer, OfferEnd, SignupState, Task, TaskState};
use crate::language::orders;
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext};
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Button, Message, Said, Target};

/// How many people are shown at once.
const SHOWN: usize = 8;
/// Fewer letters than this are no name.
const FEWEST_LETTERS: usize = 2;
/// More words than these are no name.
const MOST_NAMES: usize = 4;

/// Those of the organisations that are asked who have not said no, so many at a time.
pub async fn candidates(desk: &mut Desk<'_>, task: &Task, page: u32) -> anyhow::Result<Said> {
    let everybody = all_candidates(desk, task).await?;
    if everybody.is_empty() {
        return Ok(Message::NobodyToPutIn { number: task.number }.into());
    }
    let from = usize::try_from(page).unwrap_or_default().saturating_mul(SHOWN);
    // A list that has become shorter begins anew.
    let from = if from < everybody.len() { from } else { 0 };
    let more = (everybody.len() > from + SHOWN).then(|| format!("put:{}:{}", task.id.0, from / SHOWN + 1));
    let shown = everybody.iter().skip(from).take(SHOWN);
    let mut lines = vec![Message::PutInWhom { number: task.number }];
    if everybody.len() > SHOWN {
        lines.push(Message::OrWriteName);
    }
    let said = with_people(Said::new(lines), task, shown);
    Ok(match more {
        Some(data) => said.row([Button::new(Message::MorePeople, data)]),
        None => said,
    })
}

fn with_people<'a>(said: Said, task: &Task, people: impl Iterator<Item = &'a Person>) -> Said {
    people.fold(said, |said, person| {
        let label = Message::PersonLabel { name: person.name.clone() };
        said.row([Button::new(label, format!("putin:{}:{}", task.id.0, person.id.0))])
    })
}

async fn all_candidates(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Person>> {
    let service = desk.tx.service(task.municipality, task.service).await?.map(|service| service.id);
    let mut candidates: Vec<Person> = Vec::new();
    for asked in &task.asked {
        for person in desk.tx.people_of_organisation(asked.organisation, desk.now).await? {
            let refused = task.signup(person.id).is_some_and(|signup| {
                matches!(signup.state, SignupState::Placed | SignupState::Declined | SignupState::Withdrawn)
            });
            let approved = match service {
                Some(service) if task.approved_only => desk.tx.is_approved(service, person.id).await?,
                _ => true,
            };
            if !refused && approved && !candidates.iter().any(|other| other.id == person.id) {
                candidates.push(person);
            }
        }
    }
    Ok(candidates)
}

/// A name in answer to the question whom to put in. `false`: it is no answer to that, and nothing was done.
pub async fn named(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    text: &str,
) -> anyhow::Result<bool> {
    let Some(id) = asks_whom(before) else { return Ok(false) };
    let Some(task) = desk.tx.task(id).await? else { return Ok(false) };
    if task.state != TaskState::Open || !duty::may_dispatch(desk, heard, &task).await? {
        return Ok(false);
    }
    let names = names_in(text);
    if names.is_empty() || names.iter().flatten().any(|word| word.chars().count() < FEWEST_LETTERS) {
        return Ok(false);
    }
    let everybody = all_candidates(desk, &task).await?;
    let mut found: Vec<&Person> = Vec::new();
    let mut unknown = false;
    for name in &names {
        let called = by_names(&everybody, name);
        unknown |= called.is_empty();
        found.extend(called);
    }
    let mut seen = Vec::new();
    found.retain(|person| {
        !seen.contains(&person.id) && {
            seen.push(person.id);
            true
        }
    });
    found.truncate(SHOWN);
    let number = task.number;
    let said = match found.as_slice() {
        // No name at all: what else it may be is looked at next.
        [] if !(looks_like_names(&names, text) || names.len() == 1 && is_unrelated(text)) => {
            return Ok(false);
        }
        [] if names.iter().any(|name| name.len() > MOST_NAMES) => return Ok(false),
        [] => Said::from(Message::NobodyByThatName { number })
            .row([Button::new(Message::PutIn, format!("put:{}", task.id.0))]),
        // Even of one the button is pressed: a name that was misread would put the wrong person in.
        found => {
            let nobody = unknown.then_some(Message::NobodyByThatName { number });
            let lines = [Message::PutInWhom { number }].into_iter().chain(nobody);
            with_people(Said::new(lines.collect::<Vec<_>>()), &task, found.iter().copied())
        }
    };
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// "Hanne kjem på #1" from somebody who may decide: whoever is called so can be put in by a press, and is noted as coming where they have the place and
/// were doubted. `false`: no task can be meant, or nobody is called so.
pub async fn comes_in_words(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    let Some(name) = orders::says_comes(text) else { return Ok(false) };
    let Some(task) = task_meant(desk, heard, text, before).await? else { return Ok(false) };
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    for signup in task.placed().copied().collect::<Vec<_>>() {
        let person = desk.tx.person(signup.person).await?;
        if !is_called(&person.name, &words) {
            continue;
        }
        if task.open_report(&signup).is_some()
            || task.is_unconfirmed(&signup)
            || task.open_move(&signup).is_some()
        {
            let data = format!("comes:{}:{}", task.id.0, person.id.0);
            press::pressed(desk, heard, &data, "", None).await?;
            return Ok(true);
        }
        let text = Message::HasPlaceAlready { number: task.number, name: person.name };
        desk.reply_about(heard, text.into(), None, Some(task.id), None).await?;
        return Ok(true);
    }
    if !task.is_hunting() {
        return Ok(false);
    }
    let said = by_name(desk, &task, &name).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// The open task that is named, whose message is answered, or that is the only hole that was told of, if it is theirs to dispatch.
async fn task_meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Option<Task>> {
    let mut ids: Vec<TaskId> = Vec::new();
    match (task_number(text), before) {
        (Some(number), _) => {
            ids.extend(desk.tasks_numbered(heard, number).await?);
        }
        (None, Some(before)) => ids.extend(before.task_id),
        (None, None) if heard.in_private => ids.extend(duty::words::only_hole(desk, heard).await?),
        (None, None) => {}
    }
    for id in ids {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let is_open = task.state == TaskState::Open && desk.now < task.ends_at;
        if is_open && duty::may_dispatch(desk, heard, &task).await? {
            return Ok(Some(task));
        }
    }
    Ok(None)
}

/// The names in an answer, each as its folded words: "Kari og Ola Rud" holds two.
fn names_in(text: &str) -> Vec<Vec<String>> {
    const JOINTS: [&str; 4] = ["og", "and", "samt", "pluss"];
    let mut names = Vec::new();
    for part in text.split([',', '&', '+', '/', ';']) {
        names.push(Vec::new());
        for word in part.split_whitespace() {
            let word = fold(word.trim_matches(['.', '!', '?']));
            if JOINTS.contains(&word.as_str()) {
                names.push(Vec::new());
            } else if let Some(name) = names.last_mut() {
                name.push(word);
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names.truncate(SHOWN);
    names
}

/// Whether an answer can be nothing but several names, though nobody is called so.
fn looks_like_names(names: &[Vec<String>], text: &str) -> bool {
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) || fold(word) == "og" || fold(word) == "and";
    names.len() > 1 && text.split([' ', ',', '&', '+', '/', ';']).filter(|word| !word.is_empty()).all(is_name)
}

/// Those with this name who can be put in, for "sett inn Kari på #17".
pub async fn by_name(desk: &mut Desk<'_>, task: &Task, name: &str) -> anyhow::Result<Said> {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    if words.iter().all(|word| word.chars().count() < FEWEST_LETTERS) {
        return candidates(desk, task, 0).await;
    }
    let everybody = all_candidates(desk, task).await?;
    let found = by_names(&everybody, &words);
    if found.is_empty() {
        for signup in task.placed().copied().collect::<Vec<_>>() {
            let person = desk.tx.person(signup.person).await?;
            if is_called(&person.name, &words) {
                return Ok(Message::HasPlaceAlready { number: task.number, name: person.name }.into());
            }
        }
    }
    Ok(match found.as_slice() {
        [] => Said::from(Message::NobodyByThatName { number: task.number })
            .row([Button::new(Message::PutIn, format!("put:{}", task.id.0))]),
        found => with_people(Message::PutInWhom { number: task.number }.into(), task, found.iter().copied()),
    })
}

/// Those whose names begin with these words.
fn by_names<'a>(everybody: &'a [Person], words: &[String]) -> Vec<&'a Person> {
    everybody.iter().filter(|person| is_called(&person.name, words)).take(SHOWN).collect()
}

/// Whether words say nothing about a task.
fn is_unrelated(text: &str) -> bool {
    read_reply(text, ReplyContext { already_accepted: false }).intent == Intent::Unrelated
}

/// The task about which a message asks whom to put in.
fn asks_whom(before: &SaidBefore) -> Option<TaskId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    let asks = said
        .lines
        .iter()
        .any(|line| matches!(line, Message::PutInWhom { .. } | Message::NobodyByThatName { .. }));
    let has_buttons = said.all_buttons().any(|button| matches!(button.target, Target::Data(_)));
    before.task_id.filter(|_| asks && has_buttons)
}

/// The coordinator has talked with somebody who comes. That person is told at once and steps down with one word.
pub async fn put_in(
    desk: &mut Desk<'_>,
    task: &mut Task,
    by: &Person,
    chosen: PersonId,
    actor: Actor,
) -> anyhow::Result<Said> {
    let mut belongs = None;
    for asked in &task.asked {
        let people = desk.tx.people_of_organisation(asked.organisation, desk.now).await?;
        if people.iter().any(|person| person.id == chosen) {
            belongs = Some(asked.organisation);
            break;
        }
    }
    if belongs.is_none() || task.held_by(chosen) > 0 {
        return Ok(Message::NothingThere.into());
    }
    if task.is_full() {
        return Ok(Message::FullAlready { number: task.number }.into());
    }
    let chosen = desk.tx.person(chosen).await?;
    if task.approved_only {
        let approved = match desk.tx.service(task.municipality, task.service).await? {
            Some(service) => desk.tx.is_approved(service.id, chosen.id).await?,
            None => false,
        };
        if !approved {
            return Ok(Message::PutInNotApproved { name: chosen.name, service: task.service }.into());
        }
    }
    let mut changes: Vec<_> = task.offer_to(chosen.id).map(accepted).into_iter().collect();
    changes.push(Change::Placed { person: chosen.id, people: 1, asked_as: belongs });
    desk.change(task, &changes, actor).await?;
    offers::void_what_does_not_fit(desk, task).await?;
    let calendar = desk.calendar(task.municipality).await?;
    let text = Message::YouWerePutIn {
        number: task.number,
        service: task.service,
        window: faces::window(task, &calendar),
        by: by.name.clone(),
    };
    let said = Said::from(text)
        .row([Button { label: Message::OpenTask, target: Target::Task(task.id) }])
        .row([Button::new(Message::Withdraw, format!("no:{}", task.id.0))]);
    let key = format!("putin:{}:{}:{}", task.id.0, chosen.id.0, desk.now.timestamp_micros());
    let news = said.lines.first().cloned();
    let told = desk.tell(chosen.id, Note::on(task, Purpose::Notice, key, said)).await?;
    if let Some(news) = news.filter(|_| !told) {
        unreached::show(desk, task, task.starts_at, chosen.id, &news).await?;
    }
    let (number, name) = (task.number, chosen.name);
    Ok(if told { Message::WasPutIn { number, name } } else { Message::WasPutInUntold { number, name } }
        .into())
}

fn accepted(offer: &Offer) -> Change {
    Change::OfferEnded { person: offer.person, end: OfferEnd::Accepted }
}
