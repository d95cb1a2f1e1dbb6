//! Somebody is said not to come and has not answered: who says so, what stands beside their name until they do, and who is told.

use crate::commands::attendance::roll_call;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, press};
use crate::domain::attendance::Mark;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::plan;
use crate::domain::role::Role;
use crate::domain::task::{Change, Signup, SignupState, Task, Told};
use crate::language::orders;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::Names;
use crate::text::{Button, Message, Said};

/// Once for each time that it is said.
pub(super) fn key(heard: &Heard, task: &Task, person: &Person) -> String {
    format!("{}{}", keys(task, person.id), heard.inbox.0)
}

/// What all of them about a person begin with.
pub(super) fn keys(task: &Task, person: PersonId) -> String {
    format!("reported:{}:{}:", task.id.0, person.0)
}

/// What the key of a question ends with that was asked because of this message: whoever edits it may mean somebody else.
pub(super) fn because_of(heard: &Heard, message: &str) -> String {
    format!(":by:{}:{message}", heard.chat.id.0)
}

/// So many of those who say it are named.
const MOST_NAMED: usize = 4;

/// Those who say it, the first who did first, as long as the person has not answered.
pub(super) async fn reporters(
    desk: &mut Desk<'_>,
    task: &Task,
    signup: &Signup,
) -> anyhow::Result<Vec<Person>> {
    let mut by: Vec<PersonId> = Vec::new();
    for (who, detail) in desk.tx.acted_since(task.id, signup.answered_at).await? {
        let Ok(Change::Marked { person: Some(person), mark, .. }) = serde_json::from_value(detail.0) else {
            continue;
        };
        match mark {
            _ if person != signup.person => {}
            Mark::ReportedAway if !by.contains(&who) => by.push(who),
            Mark::ReportWithdrawn => by.clear(),
            mark if mark.is_word() => by.clear(),
            _ => {}
        }
    }
    let mut people = Vec::new();
    for who in by.into_iter().take(MOST_NAMED) {
        people.extend(desk.tx.living_person(who).await?);
    }
    Ok(people)
}

/// What is to be known beside the names of those who come: of whom it is said that they do not, and who has not said whether a moved start suits.
pub async fn lines(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    for signup in task.reported_away().copied().collect::<Vec<_>>() {
        let by = reporters(desk, task, &signup).await?;
        let themselves = by.iter().any(|by| by.id == signup.person);
        let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
        let by = Names(by.into_iter().map(|person| person.name).collect());
        lines.push(match by.0.is_empty() {
            _ if themselves => Message::SaidMayNotArrive { number: task.number, name },
            true => Message::SaidNotToComeBySomebody { number: task.number, name },
            false => Message::SaidNotToCome { number: task.number, name, by },
        });
    }
    let only_moved =
        |signup: &&Signup| task.open_report(signup).is_none() && task.open_move(signup).is_some();
    for signup in task.attending().filter(only_moved).copied().collect::<Vec<_>>() {
        let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
        lines.push(Message::MoveNotAnswered { number: task.number, name });
    }
    Ok(lines)
}

/// What duty can say of them: whether they come, and once it has begun whether they are there.
pub(super) fn buttons(desk: &Desk<'_>, task: &Task, person: &Person) -> [Button; 2] {
    let name = faces::short_name(&person.name);
    match desk.now < task.starts_at {
        true => roll_call::comes_or_not(task, person.id, &name),
        false => roll_call::there_or_absent(task, person.id, &name),
    }
}

/// One more says it: duty hears it as weight, and the other is not asked twice. `false`: nobody could be told.
pub(super) async fn also_said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    by: &Person,
) -> anyhow::Result<bool> {
    let (number, name) = (task.number, faces::short_name(&person.name));
    let mut contact_of = None;
    for of in desk.tx.memberships(by.id, desk.now).await? {
        if of.role == Role::ClubContact {
            contact_of = of.organisation_id;
        }
    }
    let by_name = by.name.clone();
    let text = match contact_of {
        Some(organisation) => {
            let organisation = desk.tx.organisation_name(organisation).await?;
            Message::AlsoSaidByContact { number, name, by: by_name, organisation }
        }
        None => Message::AlsoSaidBy { number, name, by: by_name },
    };
    let said = Said::from(text).row(buttons(desk, task, person));
    outcome::tell_duty_by_day(desk, task, &key(heard, task, person), said, by.id).await
}

/// Nobody has said anything for a while: the next of those who can act hears of it, after the first `silent` of them. `key`: of the message.
pub async fn tell(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    silent: usize,
    key: &str,
) -> anyhow::Result<()> {
    let Some(signup) = task.signup(person).copied() else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let who = desk.tx.person(person).await?;
    let by = reporters(desk, task, &signup).await?;
    let name = faces::short_name(&who.name);
    let themselves = by.iter().any(|by| by.id == person);
    let by = Names(by.into_iter().map(|person| person.name).collect());
    let mut said = Said::from(match by.0.is_empty() {
        _ if themselves => Message::StillMayNotArrive { number, service, window, name: name.clone() },
        true => Message::StillUnansweredBySomebody { number, service, window, name: name.clone() },
        false => Message::StillUnanswered { number, service, window, name: name.clone(), by },
    });
    if let Some(phone) = who.phone.clone() {
        said.lines.push(Message::PhoneOf { name, phone });
    }
    said.lines.extend(standing_by(desk, task).await?);
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    let next = people.split_off(silent.min(people.len()));
    // Who has said or done something since has not been silent.
    let since = task.open_report(&signup).map_or(desk.now, |report| report.asked_at);
    let acts = desk.tx.acted_since(task.id, since).await?;
    people.retain(|person| acts.iter().all(|(who, _)| who != person));
    for (place, before) in people.into_iter().enumerate() {
        let name = desk.tx.person(before).await?.name;
        said.lines.push(match place {
            0 => Message::DutySilent { name },
            _ => Message::DeputySilent { name },
        });
    }
    let said = said.row(buttons(desk, task, &who));
    outcome::tell_first(desk, task, key, said, next).await.map(drop)
}

/// The reserves who stand ready, or have been asked to.
async fn standing_by(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    let is = |signup: &&Signup, mark| task.is_marked(signup, mark);
    let reserves: Vec<Signup> = task.reserves().into_iter().copied().collect();
    let ready: Vec<Signup> =
        reserves.iter().filter(|signup| is(signup, Mark::StandsReady)).copied().collect();
    let asked = |signup: &&Signup| {
        is(signup, Mark::StandInAsked) && !is(signup, Mark::StandsReady) && !is(signup, Mark::StandInRefused)
    };
    let asked: Vec<Signup> = reserves.iter().filter(asked).copied().collect();
    let mut lines = Vec::new();
    if !ready.is_empty() {
        lines.push(Message::ReadyReserves { names: faces::short_names(desk, &ready).await? });
    }
    if !asked.is_empty() {
        lines.push(Message::AskedToStandReady { names: faces::short_names(desk, &asked).await? });
    }
    Ok(lines)
}

/// A requester who has read that every place is filled hears once that somebody may not come: when nothing was heard of them for a while, or they say so
/// themselves.
pub async fn tell_requester(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    let Some(signup) = task.signup(person).copied() else { return Ok(()) };
    let Some(report) = task.open_report(&signup) else { return Ok(()) };
    if task.told != Some(Told::Filled) || !task.is_full() {
        return Ok(());
    }
    let by = reporters(desk, task, &signup).await?;
    if by.iter().any(|by| by.id == task.requester) {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    let text = match by.iter().any(|by| by.id == person) {
        true => Message::MayNotArriveTold { number, window, name },
        false => Message::PerhapsNotComing { number, window, name },
    };
    let at = plan::may_tell_requester_at(task, &calendar, desk.now);
    let key = format!("{}{}", doubt_keys(task, person), report.asked_at.timestamp_micros());
    desk.tell(task.requester, Note::on(task, Purpose::Notice, key, text).not_before(at)).await.map(drop)
}

/// What the outbox keys of such news begin with.
fn doubt_keys(task: &Task, person: PersonId) -> String {
    format!("doubt:{}:{}:", task.id.0, person.0)
}

/// They have answered: a requester who was told of the doubt hears that they come after all.
async fn settle_with_requester(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    said: &[PersonId],
    actor: Option<PersonId>,
) -> anyhow::Result<()> {
    let keys = doubt_keys(task, person);
    let unread = desk.tx.drop_unsent_like(task.id, &keys).await?;
    let told = desk.tx.newest_like(task.id, task.requester, &keys).await?.is_some();
    if unread || !told || actor == Some(task.requester) || said.contains(&task.requester) {
        return Ok(());
    }
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    let text = Message::ComesAfterDoubt { number: task.number, name };
    let key = format!("nodoubt:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    desk.tell_by_day(task, task.starts_at, task.requester, Note::on(task, Purpose::Notice, key, text))
        .await
        .map(drop)
}

/// Whoever said it meant somebody else: a requester who was told of the doubt hears that.
pub(super) async fn take_back_from_requester(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
) -> anyhow::Result<()> {
    let keys = doubt_keys(task, person);
    let unread = desk.tx.drop_unsent_like(task.id, &keys).await?;
    if unread || desk.tx.newest_like(task.id, task.requester, &keys).await?.is_none() {
        return Ok(());
    }
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    let text = Message::DoubtTakenBack { number: task.number, name };
    let key = format!("nodoubt:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let note = Note::on(task, Purpose::Notice, key, text);
    desk.tell_by_day(task, task.starts_at, task.requester, note).await.map(drop)
}

/// Those who said it and are to hear what the person says themselves.
pub async fn who_said(
    desk: &mut Desk<'_>,
    task: &Task,
    change: &Change,
) -> anyhow::Result<Vec<(PersonId, PersonId)>> {
    let Change::Marked { person: Some(person), mark, .. } = *change else { return Ok(Vec::new()) };
    let signup = task.signup(person).copied().filter(|_| mark.is_word());
    let Some(signup) = signup.filter(|signup| task.open_report(signup).is_some()) else {
        return Ok(Vec::new());
    };
    let by = reporters(desk, task, &signup).await?;
    Ok(by.into_iter().map(|by| (by.id, person)).collect())
}

/// They come after all: whoever said that they do not hears it.
pub async fn tell_who_said(
    desk: &mut Desk<'_>,
    task: &Task,
    said: Vec<(PersonId, PersonId)>,
    actor: Option<PersonId>,
) -> anyhow::Result<()> {
    let reporters: Vec<PersonId> = said.iter().map(|(by, _)| *by).collect();
    let mut settled: Vec<PersonId> = Vec::new();
    for (by, person) in said {
        if !settled.contains(&person) {
            settled.push(person);
            settle_with_requester(desk, task, person, &reporters, actor).await?;
        }
        // Who said it of themselves has read the answer.
        if Some(by) == actor || by == person {
            continue;
        }
        let name = faces::short_name(&desk.tx.person(person).await?.name);
        let text = match desk.now < task.ends_at {
            true => Message::ComesAfterAll { number: task.number, name },
            false => Message::CameAfterAll { number: task.number, name },
        };
        let key =
            format!("comesafterall:{}:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros(), by.0);
        let note = Note::on(task, Purpose::Notice, key, text);
        desk.tell_by_day(task, task.starts_at, by, note).await?;
    }
    Ok(())
}

/// Words of somebody who is said not to come: "nei, det stemmer ikke", "jo, jeg kommer", "stemmer". `false`: they are about something else.
pub async fn answered(
    desk: &mut Desk<'_>,
    heard: &Heard,
    asked: &SaidBefore,
    text: &str,
) -> anyhow::Result<bool> {
    let Some(comes) = orders::comes_after_all(text) else { return Ok(false) };
    let tasks = asked_about(desk, heard, asked).await?;
    for task in &tasks {
        let is_over = desk.tx.task(*task).await?.is_some_and(|task| desk.now >= task.ends_at);
        let data = match (comes, is_over) {
            (true, true) => format!("was:{}", task.0),
            (false, true) => format!("wasnot:{}", task.0),
            (true, false) => format!("conf:{}", task.0),
            (false, false) => format!("no:{}", task.0),
        };
        press::pressed(desk, heard, &data, "", Some(asked)).await?;
    }
    Ok(!tasks.is_empty())
}

/// The same to somebody who is said not to have been there, and before their words are taken for a button's: "nei" alone would mean that they were not,
/// and "nei, det stemmer ikke" that they were.
pub async fn answered_afterwards(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: Option<&SaidBefore>,
    text: &str,
) -> anyhow::Result<bool> {
    if !heard.in_private || orders::comes_after_all(text).is_none() {
        return Ok(false);
    }
    let asked = match before {
        Some(before) => Some(before.clone()),
        None => desk.tx.said_lately(heard.chat.id, 1).await?.pop(),
    };
    let is_asked = |asked: &SaidBefore| {
        let Body::Say { said, .. } = &asked.body.0 else { return false };
        matches!(said.lines.first(), Some(Message::ReportedAbsentAsk { .. }))
    };
    match asked.filter(is_asked) {
        Some(asked) => answered(desk, heard, &asked, text).await,
        None => Ok(false),
    }
}

/// The task of the question that is answered, or all about which whoever speaks in private has been asked in vain.
async fn asked_about(desk: &mut Desk<'_>, heard: &Heard, asked: &SaidBefore) -> anyhow::Result<Vec<TaskId>> {
    let Body::Say { said, .. } = &asked.body.0 else { return Ok(Vec::new()) };
    let is_asked = matches!(
        said.lines.first(),
        Some(
            Message::ReportedAwayAsk { .. }
                | Message::ReportedMissingAsk { .. }
                | Message::ReportedAbsentAsk { .. }
        )
    );
    if let Some(task) = asked.task_id.filter(|_| is_asked) {
        return Ok(vec![task]);
    }
    let mut tasks = Vec::new();
    if !heard.in_private {
        return Ok(tasks);
    }
    for person in &heard.people {
        for id in desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            let signup = task.signup(person.id).copied();
            if signup.is_some_and(|signup| task.open_report(&signup).is_some()) {
                tasks.push(id);
            }
        }
    }
    Ok(tasks)
}
