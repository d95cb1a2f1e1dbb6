//! What somebody who has been told of a hole says about it, in words: the buttons of that message, also while something else is being talked of.

use super::until::{self, Asked};
use super::{Order, allowed};
use crate::commands::desk::{Desk, Heard};
use crate::commands::put_away::Use;
use crate::commands::replies::is_no_volunteer;
use crate::commands::{change, faces, lists, outcome, press, spelled, task_number};
use crate::domain::ids::TaskId;
use crate::domain::permission::{Act, Tie};
use crate::domain::place::fold;
use crate::domain::task::{Held, SignupState, Task, TaskState};
use crate::language::command::read_plain_command;
use crate::language::orders::{self, Wish};
use crate::store::outbox::{Body, SaidBefore};
use crate::text::{Button, Message, Said, Target};

/// So many of the last messages in a private chat are looked at for one about a hole: other things are said in between.
const FURTHER: i64 = 24;
/// The most open tasks that are looked at for one that somebody may mean.
const MOST_TASKS: i64 = 100;

/// A task with a hole, and the message that told of it here.
type Told = (TaskId, SaidBefore);

/// Words about a hole from somebody who has been told of it, or may do something about it. `false`: they are about something else, and nothing
/// was done.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    if heard.people.is_empty() || read_plain_command(text).is_some() {
        return Ok(false);
    }
    // In a group only the message that told of it is answered.
    if !heard.in_private && before.is_none_or(|before| !tells_of_hole(before)) {
        return Ok(false);
    }
    if !may_be_told(desk, heard).await? {
        return Ok(false);
    }
    let of_both = orders::read_of_both(text).filter(|_| before.is_none() && heard.in_private);
    if let Some(wish) = &of_both
        && let Some(each) = each_of_several(desk, heard, wish).await?
    {
        press::pressed(desk, heard, &each, "", None).await?;
        return Ok(true);
    }
    let Some(wish) = orders::read(text).or(of_both) else { return by_label(desk, heard, text, before).await };
    let lately = desk.tx.said_lately(heard.chat.id, FURTHER).await?;
    let last = lately.first();
    let in_draft = before.or(last).is_some_and(|said| said.request_id.is_some() && said.task_id.is_none());
    if let Wish::Until { when } = &wish {
        return match in_draft || before.is_some() {
            true => Ok(false),
            false => changed_time(desk, heard, &lately, when).await,
        };
    }
    // A need that is being put into words is what is cancelled or found to be enough.
    if in_draft && matches!(wish, Wish::Cancel | Wish::Enough | Wish::Part { .. }) {
        return Ok(false);
    }
    // Who has just been asked to come answers that.
    if before.or(last).is_some_and(asks_volunteer) {
        return Ok(false);
    }
    let told = told_of(desk, heard, &lately).await?;
    // Of what nobody has told them here whoever says that they do something themselves may speak of anything.
    if wish == Wish::Myself && told.is_empty() && task_number(text).is_none() {
        return Ok(false);
    }
    if let Wish::Part { accepted } = wish {
        return decide(desk, heard, before, &told, accepted).await;
    }
    let meant = match before.filter(|before| before.task_id.is_some()) {
        Some(before) if tells_of_hole(before) => before.task_id.map(|task| (task, before.clone())),
        Some(_) => return Ok(false),
        None => match named(desk, heard, text).await? {
            Named::Task(task) => match told.into_iter().find(|(told, _)| *told == task) {
                Some(told) => Some(told),
                None => return named_untold(desk, heard, task, wish).await,
            },
            Named::Unknown => return Ok(false),
            Named::None => match which(desk, heard, told, last, &wish).await? {
                Which::One(told) => Some(*told),
                Which::Asked => return Ok(true),
                Which::Nobody => return Ok(false),
            },
        },
    };
    match meant {
        Some((task, message)) => carry_out(desk, heard, task, Some(&message), wish).await,
        None => Ok(false),
    }
}

/// A task is named that has a hole, and of which nothing was told here: what is ordered of it is meant all the same.
async fn named_untold(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, wish: Wish) -> anyhow::Result<bool> {
    let Some(found) = desk.tx.task(task).await? else { return Ok(false) };
    let person = heard.person_in(found.municipality).cloned();
    // Who may come to it says so of themselves.
    let comes = match &person {
        Some(person) => found.signup(person.id).is_some() || lists::is_asked(desk, &found, person).await?,
        None => true,
    };
    let orders = matches!(wish, Wish::Take { .. } | Wish::Myself | Wish::Extend { .. } | Wish::Town { .. });
    if comes || !orders || !found.is_hunting() || desk.now >= found.ends_at {
        return Ok(false);
    }
    carry_out(desk, heard, task, None, wish).await
}

/// Words that nothing was understood of, right after a hole or somebody who is missing was told of, from somebody who is no volunteer: its buttons once more. `false`: something else
/// was said last.
pub async fn not_understood(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    let Some(last) = desk.tx.said_lately(heard.chat.id, 1).await?.pop() else { return Ok(false) };
    let reports = buttons(&last).any(|data| press::person_of(data).is_some());
    let told = told_of(desk, heard, std::slice::from_ref(&last)).await?;
    let Some(id) = last.task_id.filter(|_| reports || !told.is_empty()) else { return Ok(false) };
    let Some(task) = desk.tx.task(id).await?.filter(|task| task.state == TaskState::Open) else {
        return Ok(false);
    };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    let Body::Say { said, .. } = &last.body.0 else { return Ok(false) };
    if !is_no_volunteer(desk, &task, &person).await? {
        return Ok(false);
    }
    let again = Said { lines: vec![Message::HoleNotUnderstood { number: task.number }], ..said.clone() };
    desk.reply_about(heard, again, None, Some(task.id), None).await?;
    Ok(true)
}

/// Whether whoever speaks is somebody whom holes are told of: most people are not, and their words need not be looked at.
async fn may_be_told(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<bool> {
    for person in &heard.people {
        if desk.standing(person).await?.may(Act::AskForHelp, Tie::default()) {
            return Ok(true);
        }
        let contact = desk.tx.escalation_contact(person.municipality_id).await?;
        if contact.is_some_and(|contact| contact.id == person.id) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The task that is meant where no number is said and no message is answered.
pub async fn only_hole(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Option<TaskId>> {
    let lately = desk.tx.said_lately(heard.chat.id, FURTHER).await?;
    let told = told_of(desk, heard, &lately).await?;
    Ok(match told.as_slice() {
        [(task, _)] => Some(*task),
        _ => None,
    })
}

/// Whether a message tells of a hole and can still be acted on.
fn tells_of_hole(before: &SaidBefore) -> bool {
    before.task_id.is_some()
        && buttons(before)
            .any(|data| matches!(press::use_of(data), Use::MendsHole | Use::AnsweredBack | Use::DecidesPart))
}

fn buttons(before: &SaidBefore) -> impl Iterator<Item = &str> {
    let said = match &before.body.0 {
        Body::Say { said, .. } => Some(said),
        _ => None,
    };
    said.into_iter().flat_map(|said| said.all_buttons()).filter_map(|button| match &button.target {
        Target::Data(data) => Some(data.as_str()),
        _ => None,
    })
}

fn asks_volunteer(before: &SaidBefore) -> bool {
    buttons(before).any(|data| matches!(press::use_of(data), Use::AsksVolunteer(_) | Use::AsksOnTheWay(_)))
}

/// The holes that were told of here and are open still, the newest message of each, the newest first.
async fn told_of(desk: &mut Desk<'_>, heard: &Heard, lately: &[SaidBefore]) -> anyhow::Result<Vec<Told>> {
    let mut told: Vec<Told> = Vec::new();
    for message in lately {
        let Some(id) = message.task_id.filter(|_| tells_of_hole(message)) else { continue };
        if told.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let Some(task) = desk.tx.task(id).await? else { continue };
        let offered = task.signups.iter().any(|signup| signup.state == SignupState::Partial);
        let is_open = task.is_hunting() || offered;
        if is_open && desk.now < task.ends_at && may_act(desk, heard, &task).await? {
            told.push((id, message.clone()));
        }
    }
    Ok(told)
}

async fn may_act(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<bool> {
    Ok(allowed(desk, heard, task, Act::AcceptShortfall).await?.is_some())
}

enum Named {
    Task(TaskId),
    /// A number that is no task of theirs.
    Unknown,
    None,
}

/// The task whose number is said.
async fn named(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<Named> {
    let Some(number) = task_number(text) else { return Ok(Named::None) };
    for person in heard.people.clone() {
        if let Some(id) = desk.tx.task_by_number(person.municipality_id, number).await?
            && let Some(task) = desk.tx.task(id).await?
            && may_act(desk, heard, &task).await?
        {
            return Ok(Named::Task(id));
        }
    }
    Ok(Named::Unknown)
}

enum Which {
    One(Box<Told>),
    /// There are several, or none was told of here: which, has been asked.
    Asked,
    Nobody,
}

/// Which hole is meant: the one spoken of last, or the only one. Else it is asked.
async fn which(
    desk: &mut Desk<'_>,
    heard: &Heard,
    told: Vec<Told>,
    last: Option<&SaidBefore>,
    wish: &Wish,
) -> anyhow::Result<Which> {
    let mut candidates: Vec<TaskId> = told.iter().map(|(task, _)| *task).collect();
    if *wish == Wish::Cancel {
        let mut own = Vec::new();
        for person in &heard.people {
            own.extend(desk.tx.tasks_asked_by(person.id, desk.now).await?);
        }
        // Who has asked for more than is told of here may mean any of it.
        if own.iter().any(|task| !candidates.contains(task)) {
            return Ok(Which::Nobody);
        }
    }
    let spoken_of = last.and_then(|last| last.task_id);
    let is_asked_again = match spoken_of {
        Some(task) => {
            desk.tx.task(task).await?.is_some_and(|task| task.held.is_some_and(|held| held.asked_again))
        }
        None => false,
    };
    if matches!(wish, Wish::Take { .. } | Wish::Town { .. }) && !is_asked_again {
        let choices = choices(desk, heard, &told, wish).await?;
        if choices.len() > 1 {
            ask_which(desk, heard, &choices).await?;
            return Ok(Which::Asked);
        }
        // What they have taken already is not what they take now.
        if let [(only, _)] = choices.as_slice()
            && let Some(found) = told.iter().find(|(task, _)| task == only)
        {
            return Ok(Which::One(Box::new(found.clone())));
        }
    }
    if let Some(found) = told
        .iter()
        .find(|(task, _)| Some(*task) == spoken_of || candidates.len() == 1 || verb(wish).is_none())
    {
        return Ok(Which::One(Box::new(found.clone())));
    }
    let Some(verb) = verb(wish) else { return Ok(Which::Nobody) };
    if candidates.is_empty() {
        candidates = rung_elsewhere(desk, heard).await?;
    }
    if candidates.is_empty() {
        return Ok(Which::Nobody);
    }
    // Somebody else has the only one: there is nothing to choose.
    if let ([only], Wish::Take { .. }) = (candidates.as_slice(), wish)
        && let Some(task) = desk.tx.task(*only).await?
        && let Some(who) = until::who_has_it(desk, heard, &task).await?
    {
        desk.reply_about(heard, who.into(), None, Some(*only), None).await?;
        return Ok(Which::Asked);
    }
    let said = faces::which_task(desk, &candidates, verb).await?;
    desk.reply(heard, said, None).await?;
    Ok(Which::Asked)
}

/// The holes that were told of here and that whoever speaks has not taken, each with the data of the button that does what is wished.
async fn choices(
    desk: &mut Desk<'_>,
    heard: &Heard,
    told: &[Told],
    wish: &Wish,
) -> anyhow::Result<Vec<(TaskId, String)>> {
    let mut choices = Vec::new();
    for (id, _) in told {
        let Some(task) = desk.tx.task(*id).await?.filter(Task::is_hunting) else { continue };
        let act = if matches!(wish, Wish::Take { .. }) { Act::Dispatch } else { Act::AcceptShortfall };
        let Some(person) = allowed(desk, heard, &task, act).await? else { continue };
        let has_it = |held: Held| held.by == person.id && held.until > desk.now && !held.asked_again;
        let data = match wish {
            Wish::Take { .. } if task.held.is_some_and(has_it) => continue,
            Wish::Take { .. } => format!("hold:{}", id.0),
            Wish::Town { people: Some(people) } if *people < task.free() => {
                change::fewer_data(*id, task.places.saturating_sub(*people))
            }
            _ => format!("town:{}", id.0),
        };
        choices.push((*id, data));
    }
    choices.sort_by_key(|(id, _)| *id);
    Ok(choices)
}

/// What is wished of each of the holes that were told of here. `None`: there are no two.
async fn each_of_several(desk: &mut Desk<'_>, heard: &Heard, wish: &Wish) -> anyhow::Result<Option<String>> {
    let lately = desk.tx.said_lately(heard.chat.id, FURTHER).await?;
    let told = told_of(desk, heard, &lately).await?;
    let data: Vec<String> =
        choices(desk, heard, &told, wish).await?.into_iter().map(|(_, data)| data).collect();
    Ok(press::each(&data).filter(|_| data.len() > 1))
}

/// Two holes are open: which of them, or all, is asked.
async fn ask_which(desk: &mut Desk<'_>, heard: &Heard, choices: &[(TaskId, String)]) -> anyhow::Result<()> {
    let mut said = faces::which_of(desk, choices).await?;
    let data: Vec<String> = choices.iter().map(|(_, data)| data.clone()).collect();
    if let Some(each) = press::each(&data) {
        let tasks = u32::try_from(data.len()).unwrap_or(u32::MAX);
        said = said.row([Button::new(Message::EachOfThem { tasks }, each)]);
    }
    desk.reply(heard, said, None).await
}

/// What the buttons of the question which task is meant begin with.
fn verb(wish: &Wish) -> Option<&'static str> {
    match wish {
        Wish::Take { .. } => Some("hold"),
        Wish::Extend { .. } => Some("extend"),
        Wish::Town { .. } => Some("town"),
        Wish::Cancel => Some("cancel"),
        Wish::Myself => Some("hold"),
        Wish::Ask { .. } | Wish::Enough | Wish::Part { .. } | Wish::Until { .. } => None,
    }
}

/// Holes about which somebody else was rung, and that whoever speaks may do something about.
async fn rung_elsewhere(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<Vec<TaskId>> {
    let mut found = Vec::new();
    for person in heard.people.clone() {
        for id in desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await? {
            let Some(task) = desk.tx.task(id).await?.filter(Task::is_hunting) else { continue };
            if allowed(desk, heard, &task, Act::Dispatch).await?.is_none() {
                continue;
            }
            let comes = task.signup(person.id).is_some() || lists::is_asked(desk, &task, &person).await?;
            if !comes && !desk.tx.rung(&task).await?.is_empty() {
                found.push(id);
            }
        }
    }
    Ok(found)
}

async fn carry_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    id: TaskId,
    message: Option<&SaidBefore>,
    wish: Wish,
) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(id).await? else { return Ok(false) };
    let dispatches = allowed(desk, heard, &task, Act::Dispatch).await?.is_some();
    let data = match wish {
        Wish::Take { .. } if !dispatches => return Ok(false),
        Wish::Myself if !dispatches => format!("town:{}", id.0),
        Wish::Myself => format!("hold:{}", id.0),
        Wish::Take { until: Some(when) } if desk.now < task.starts_at => {
            if until::said_of(desk, heard, id, Asked::HowLong, &when).await? {
                return Ok(true);
            }
            format!("hold:{}", id.0)
        }
        Wish::Take { .. } => format!("hold:{}", id.0),
        Wish::Extend { to: Some(when) } if dispatches => {
            if until::said_of(desk, heard, id, Asked::ToWhen, &when).await? {
                return Ok(true);
            }
            format!("extend:{}", id.0)
        }
        Wish::Extend { .. } => format!("extend:{}", id.0),
        Wish::Ask { named, any } => match club(desk, &task, &named, any).await? {
            Some(order) => format!("ask:{}:{order}", id.0),
            None => return Ok(false),
        },
        // Of what is left somebody else is still looked for.
        Wish::Town { people: Some(people) } if people < task.free() => {
            let places = task.places.saturating_sub(people);
            return change::ask_for_fewer(desk, heard, &task, places).await;
        }
        Wish::Town { .. } => format!("town:{}", id.0),
        Wish::Enough => match message
            .into_iter()
            .flat_map(buttons)
            .find(|data| press::order_of(data) == Some(Order::Enough))
        {
            Some(data) => data.to_owned(),
            None => return Ok(false),
        },
        Wish::Cancel => format!("cancel:{}", id.0),
        Wish::Part { .. } | Wish::Until { .. } => return Ok(false),
    };
    press::pressed(desk, heard, &data, "", message).await?;
    Ok(true)
}

/// The order of the club that is to be asked: the one that is named, or the next.
async fn club(desk: &mut Desk<'_>, task: &Task, named: &str, any: bool) -> anyhow::Result<Option<u32>> {
    let (_, unasked) = outcome::asked_and_not(desk, task).await?;
    let named = fold(named);
    for (order, organisation) in &unasked {
        let name = fold(&desk.tx.organisation_name(*organisation).await?);
        if named.contains(&name) {
            return Ok(Some(*order));
        }
    }
    Ok(unasked.first().map(|(order, _)| *order).filter(|_| any))
}

/// Takes an offer of a part that was told of here, where there is only one.
async fn decide(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: Option<&SaidBefore>,
    told: &[Told],
    accepted: bool,
) -> anyhow::Result<bool> {
    let Some((data, message)) = only_part(before, told, accepted) else { return Ok(false) };
    press::pressed(desk, heard, &data, "", Some(&message)).await?;
    Ok(true)
}

/// The button that takes an offer of a part, or does not, with its message: of the message that is answered, or of those here.
fn only_part(before: Option<&SaidBefore>, told: &[Told], accepted: bool) -> Option<(String, SaidBefore)> {
    let messages: Vec<&SaidBefore> = match before {
        Some(before) => vec![before],
        None => told.iter().map(|(_, message)| message).collect(),
    };
    let mut found = Vec::new();
    for message in messages {
        for data in buttons(message) {
            if matches!(press::order_of(data), Some(Order::Part { accepted: yes, .. }) if yes == accepted) {
                found.push((data.to_owned(), message.clone()));
            }
        }
    }
    if found.len() == 1 { found.pop() } else { None }
}

/// A time and nothing else, after something was said of one: until when somebody has it, or to when the answer is moved.
async fn changed_time(
    desk: &mut Desk<'_>,
    heard: &Heard,
    lately: &[SaidBefore],
    when: &str,
) -> anyhow::Result<bool> {
    for (place, message) in lately.iter().enumerate() {
        let asked = until::asks_until_when(message)
            .or_else(|| until::says_until_when(message).filter(|_| place == 0));
        if let Some((task, asked)) = asked {
            return until::said_of(desk, heard, task, asked, when).await;
        }
    }
    Ok(false)
}

/// The label of a button under a hole that was told of some messages ago.
async fn by_label(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    const MOST_WORDS: usize = 6;
    if before.is_some() || text.split_whitespace().count() > MOST_WORDS {
        return Ok(false);
    }
    let lately = desk.tx.said_lately(heard.chat.id, FURTHER).await?;
    let found = lately.iter().filter(|message| tells_of_hole(message)).find_map(|message| {
        let data = spelled::labelled(message, text)?;
        matches!(press::use_of(&data), Use::MendsHole | Use::DecidesPart).then_some((data, message))
    });
    let Some((data, message)) = found else { return Ok(false) };
    press::pressed(desk, heard, &data, "", Some(message)).await?;
    Ok(true)
}
