//! Answers in private that name no task: which one is meant.

use super::{ill, may_be_stuck, read, said, sends_another};
use crate::commands::attendance::{trouble, words};
use crate::commands::desk::{Desk, Heard};
use crate::commands::put_away::Use;
use crate::commands::{faces, lists, press, private, take_off, task_number};
use crate::domain::attendance::{Mark, Marked};
use crate::domain::ids::TaskId;
use crate::domain::permission::{Act, Tie};
use crate::domain::task::{Change, SignupState, TaskState};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, shades};
use crate::store::history::Actor;
use crate::store::outbox::{Body, LATELY, SaidBefore};
use crate::text::{Message, Target};

/// A withdrawal or other answer in private that names no task.
pub async fn said_without_task(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let mut offered = Vec::new();
    let mut coming = Vec::new();
    for person in &heard.people {
        offered.extend(desk.tx.tasks_offered_to(person.id).await?);
        coming.extend(desk.tx.tasks_of(person.id, SignupState::Placed, desk.now).await?);
    }
    let mut reading = read(text, !coming.is_empty());
    if !coming.is_empty() && ill::is_withdrawal(reading.intent, text) {
        reading.intent = Intent::Withdraw;
    }
    // Who has just been at a task says how it went: "alt gikk fint".
    if coming.is_empty()
        && reading.intent == Intent::Unrelated
        && read_reply(text, ReplyContext { already_accepted: true }).intent == Intent::Done
    {
        reading.intent = Intent::Done;
    }
    let asked = match reading.intent {
        Intent::Accept { .. } if offered.is_empty() => waiting_for_yes(desk, heard, &coming).await?,
        Intent::Done => just_ended(desk, heard, &coming).await?,
        _ => Vec::new(),
    };
    let arrived = match shades::tells_of_arrival(text) {
        true => those_near(desk, &coming).await?,
        false => Vec::new(),
    };
    let refuses = matches!(reading.intent, Intent::Decline | Intent::Withdraw);
    let waiting = match refuses && offered.is_empty() {
        true => may_be_given_back(desk, heard, &coming).await?,
        false => Vec::new(),
    };
    let stuck = match may_be_stuck(reading.intent, text) {
        true => stuck_on_the_way(desk, &coming, text).await?,
        false => Vec::new(),
    };
    let candidates = match reading.intent {
        _ if !stuck.is_empty() => &stuck,
        _ if !arrived.is_empty() => &arrived,
        _ if !waiting.is_empty() => &waiting,
        Intent::Accept { .. } | Intent::Done if !asked.is_empty() => &asked,
        Intent::Withdraw if coming.is_empty() => &offered,
        Intent::Withdraw | Intent::Late | Intent::Done => &coming,
        Intent::Accept { .. } | Intent::Decline if !offered.is_empty() => &offered,
        Intent::Decline => &coming,
        _ => return Ok(false),
    };
    match candidates.as_slice() {
        [] => Ok(false),
        // In a group nothing is said of a task that the group does not know.
        [task] if heard.in_private || desk.tx.has_card(*task, heard.chat.id).await? => {
            said(desk, heard, *task, text, message, false).await?;
            Ok(true)
        }
        _ if refuses && heard.in_private && ill::steps_down(desk, heard, &coming, text, message).await? => {
            Ok(true)
        }
        several => {
            let verb = if arrived.is_empty() { verb(reading.intent) } else { "in" };
            let which = faces::which_task(desk, several, verb).await?;
            private::reply(desk, heard, which, message).await?;
            Ok(true)
        }
    }
}

/// The tasks on which somebody was asked whether they come or stand ready.
async fn waiting_for_yes(
    desk: &mut Desk<'_>,
    heard: &Heard,
    coming: &[TaskId],
) -> anyhow::Result<Vec<TaskId>> {
    let mut candidates = coming.to_vec();
    for person in &heard.people {
        candidates.extend(desk.tx.tasks_of(person.id, SignupState::Reserve, desk.now).await?);
    }
    let mut waiting = Vec::new();
    for id in candidates {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let person = heard.person_in(task.municipality);
        if person.is_some_and(|person| words::meant_by_yes(&task, person.id).is_some()) {
            waiting.push(id);
        }
    }
    Ok(waiting)
}

/// The tasks that may be finished: those that have begun, and those that have ended and of which nothing was heard. Where there is none, the last one
/// of which others have said how it went, as long as it is fresh in mind or nothing else is to come.
async fn just_ended(desk: &mut Desk<'_>, heard: &Heard, coming: &[TaskId]) -> anyhow::Result<Vec<TaskId>> {
    const REMEMBERED_HOURS: i64 = 24;
    let mut ended = Vec::new();
    for person in &heard.people {
        let since = desk.now - chrono::TimeDelta::hours(REMEMBERED_HOURS);
        ended.extend(desk.tx.tasks_ended_of(person.id, since).await?);
    }
    let (mut finished, mut told_of) = (Vec::new(), Vec::new());
    for id in coming.iter().copied().chain(ended) {
        let Some(task) = desk.tx.task(id).await?.filter(|task| task.starts_at <= desk.now) else { continue };
        match task.is_settled() {
            true => told_of.push((task.ends_at, id)),
            false => finished.push(id),
        }
    }
    if finished.is_empty() {
        let last = told_of.into_iter().max_by_key(|(ended, _)| *ended);
        let is_meant = |ended| coming.is_empty() || desk.now < ended + trouble::AFTERWARDS;
        finished.extend(last.filter(|(ended, _)| is_meant(*ended)).map(|(_, id)| id));
    }
    Ok(finished)
}

/// What the buttons do that ask which of several tasks was meant. It is asked in private, for in a group it would tell what else somebody does.
fn verb(intent: Intent) -> &'static str {
    match intent {
        Intent::Accept { .. } => "yes",
        Intent::Late => "late",
        Intent::Done => "done",
        _ => "no",
    }
}

/// Those of the tasks that are so near that somebody may be there.
async fn those_near(desk: &mut Desk<'_>, tasks: &[TaskId]) -> anyhow::Result<Vec<TaskId>> {
    let mut near = Vec::new();
    for id in tasks {
        if desk.tx.task(*id).await?.is_some_and(|task| words::is_near(&task, desk.now)) {
            near.push(*id);
        }
    }
    Ok(near)
}

/// The task that somebody who is stuck is on the way to: the next.
async fn stuck_on_the_way(desk: &mut Desk<'_>, coming: &[TaskId], text: &str) -> anyhow::Result<Vec<TaskId>> {
    let mut stuck = Vec::new();
    for id in coming {
        let task = desk.tx.task(*id).await?.filter(|task| take_off::is_stuck(task, text, desk.now));
        stuck.extend(task.map(|task| (task.starts_at, task.id)));
    }
    Ok(stuck.into_iter().min().map(|(_, id)| id).into_iter().collect())
}

/// What a no that names no task can be about for somebody who has no offer: the task that the last question was about, or else their places, and
/// where they have none what they wait for.
async fn may_be_given_back(
    desk: &mut Desk<'_>,
    heard: &Heard,
    coming: &[TaskId],
) -> anyhow::Result<Vec<TaskId>> {
    let (mut reserve, mut undecided) = (Vec::new(), Vec::new());
    for person in &heard.people {
        reserve.extend(desk.tx.tasks_of(person.id, SignupState::Reserve, desk.now).await?);
        undecided.extend(desk.tx.tasks_of(person.id, SignupState::Partial, desk.now).await?);
    }
    if heard.in_private && !reserve.is_empty() {
        let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
        let asked = last.filter(asks_on_the_way).and_then(|last| last.task_id);
        if let Some(task) = asked.filter(|task| reserve.contains(task)) {
            return Ok(vec![task]);
        }
    }
    // What somebody offered is theirs to take back.
    let mut theirs = if coming.is_empty() { reserve } else { coming.to_vec() };
    theirs.extend(undecided);
    Ok(theirs)
}

/// Whether a message asks somebody who comes or stands by for a word.
fn asks_on_the_way(said: &SaidBefore) -> bool {
    let Body::Say { said, .. } = &said.body.0 else { return false };
    said.all_buttons().any(|button| {
        matches!(&button.target, Target::Data(data) if matches!(press::use_of(data), Use::AsksOnTheWay(_)))
    })
}

/// What somebody wrote in private of an offer that waits for an answer was edited: it is read again.
pub async fn edited_in_private(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    let number = task_number(text);
    let mut offers = Vec::new();
    for person in &heard.people {
        for id in desk.tx.tasks_of(person.id, SignupState::Partial, desk.now).await? {
            let Some(task) = desk.tx.task(id).await? else { continue };
            if number.is_none_or(|number| number == task.number) {
                offers.push(id);
            }
        }
    }
    match offers.as_slice() {
        [offer] => said(desk, heard, *offer, text, message, true).await,
        _ => Ok(()),
    }
}

/// A question in private that names no task, from a volunteer who has a place: about the next task, or the one that they are at.
pub async fn asked_without_task(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if read_reply(text, ReplyContext { already_accepted: true }).intent != Intent::Question {
        return Ok(false);
    }
    // Whoever waits for an answer to an offer asks about that.
    for person in &heard.people {
        if let Some(task) = desk.tx.tasks_of(person.id, SignupState::Partial, desk.now).await?.first() {
            said(desk, heard, *task, text, message, false).await?;
            return Ok(true);
        }
    }
    let Some((task, person)) = trouble::task_in_hand(desk, heard, None).await? else { return Ok(false) };
    // Staff ask about what they have asked for.
    if desk.standing(&person).await?.may(Act::AskForHelp, Tie::default()) {
        return Ok(false);
    }
    said(desk, heard, task.id, text, message, false).await?;
    Ok(true)
}

/// An answer in private to the last thing that was said there, which was about a task: "ja, jeg kan" to an offer that has just run out.
pub async fn said_to_the_last(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let lately = desk.tx.said_lately(heard.chat.id, LATELY).await?;
    // Whoever was asked who else can come is asked for nothing themselves.
    if lately.first().is_some_and(speaks_of_another) {
        return Ok(false);
    }
    let last = lately.first().and_then(|last| last.task_id);
    // Something may have been said since about no task at all.
    let offered = || lately.iter().find(|said| offers_a_place(said)).and_then(|said| said.task_id);
    let Some(id) = last.or_else(offered) else { return Ok(false) };
    // "Greit" to a question is a yes, to anything else a courtesy.
    let agrees = shades::agrees(text) && lately.first().is_some_and(asks_for_a_place);
    let answers =
        agrees || matches!(read(text, false).intent, Intent::Accept { .. } | Intent::Conditional { .. });
    let Some(task) = desk.tx.task(id).await?.filter(|task| task.state == TaskState::Open) else {
        return Ok(false);
    };
    // What is full and was only spoken of is not meant, where something else lacks people.
    let is_full = !task.is_hunting() && !lately.first().is_some_and(offers_a_place);
    if !answers || is_full && !lists::open_to(desk, heard).await?.is_empty() {
        return Ok(false);
    }
    said(desk, heard, id, if agrees { "ja" } else { text }, message, false).await?;
    Ok(true)
}

/// A yes in private to no message: to which of the tasks that lack people and were posted to them, is asked. `false`: it is no yes, or not a volunteer's.
pub async fn said_to_a_card(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let reading = read(text, false);
    let another = sends_another(text, false);
    if !matches!(reading.intent, Intent::Accept { .. }) && !another && !shades::if_needed(text) {
        return Ok(false);
    }
    let open = lists::open_to(desk, heard).await?;
    if open.is_empty() {
        if lists::is_only_staff(desk, heard).await? {
            return Ok(false);
        }
        let (text, task) = lists::nothing_to_take(desk, heard).await?;
        if let Some(task) = task {
            would_come(desk, heard, task).await?;
        }
        desk.reply(heard, text.into(), None).await?;
        return Ok(true);
    }
    match open.as_slice() {
        // Nothing else can be meant by whoever says more than yes, or has not answered yet.
        [only] if shades::plain_answer(text).is_none() || !has_answered(desk, heard, *only).await? => {
            said(desk, heard, *only, text, message, false).await?
        }
        // Whoever they mean is no yes of theirs.
        _ if another => return Ok(false),
        several => {
            let which = faces::which_task(desk, several, verb(reading.intent)).await?;
            desk.reply(heard, which, None).await?;
        }
    }
    Ok(true)
}

/// Puts it down that somebody would have come before their club is asked: they are asked when its turn comes.
async fn would_come(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).map(|person| person.id) else { return Ok(()) };
    let is_known = |marked: &Marked| marked.person == Some(person) && marked.mark == Mark::WouldCome;
    if task.signup(person).is_some() || task.marks.iter().any(is_known) {
        return Ok(());
    }
    let actor = Actor { person: Some(person), channel: Some(heard.channel) };
    let change = Change::Marked { person: Some(person), mark: Mark::WouldCome, until: None };
    desk.note(&mut task, &change, actor).await
}

async fn has_answered(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(true) };
    Ok(heard.person_in(task.municipality).is_none_or(|person| task.signup(person.id).is_some()))
}

fn speaks_of_another(said: &SaidBefore) -> bool {
    let Body::Say { said, .. } = &said.body.0 else { return false };
    matches!(
        said.lines.first(),
        Some(
            Message::WhoElseCan { .. }
                | Message::AnotherPassedOn { .. }
                | Message::TipPassedOn { .. }
                | Message::InsteadAsked { .. }
        )
    )
}

/// Whether a message asks somebody to take a place, or says that the time to do so is up.
fn offers_a_place(said: &SaidBefore) -> bool {
    let Body::Say { said, .. } = &said.body.0 else { return false };
    let offers = |line: &Message| {
        matches!(
            line,
            Message::OfferPlace { .. }
                | Message::OfferSome { .. }
                | Message::OfferExpired { .. }
                | Message::StandbyAsked { .. }
                | Message::InsteadAsk { .. }
        )
    };
    said.lines.first().is_some_and(offers)
}

/// Whether a message asks somebody to take a place, and waits for the answer.
fn asks_for_a_place(said: &SaidBefore) -> bool {
    let Body::Say { said, .. } = &said.body.0 else { return false };
    let asks = |line: &Message| {
        matches!(
            line,
            Message::OfferPlace { .. }
                | Message::OfferSome { .. }
                | Message::StandbyAsked { .. }
                | Message::InsteadAsk { .. }
        )
    };
    said.lines.first().is_some_and(asks) && !said.buttons.is_empty()
}

/// A no to nothing: somebody who holds no place gives one back.
pub async fn nothing_to_refuse(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    let intent = read_reply(text, ReplyContext { already_accepted: false }).intent;
    if !matches!(intent, Intent::Decline | Intent::Withdraw) {
        return Ok(false);
    }
    desk.reply(heard, Message::NoTasks.into(), None).await?;
    Ok(true)
}
