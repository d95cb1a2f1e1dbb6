//! What somebody on duty says of those who come, and the buttons for it.

use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{duty, everyday, faces, outcome, uncovered, unreached};
use crate::domain::answer;
use crate::domain::attendance::Mark;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::permission::Act;
use crate::domain::task::{Change, Signup, Task, TaskState};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// What somebody on duty knows, mostly from having rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    Comes(PersonId),
    DoesNotCome(PersonId),
    IsThere(PersonId),
    Absent(PersonId),
    Done,
    NotDone,
    NobodyCame,
}

impl Report {
    /// Whom it is about; everybody who comes where there is nobody.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Comes(person)
            | Self::DoesNotCome(person)
            | Self::IsThere(person)
            | Self::Absent(person) => Some(person),
            Self::Done | Self::NotDone | Self::NobodyCame => None,
        }
    }
}

/// Whether somebody who holds a place has been asked about it and not answered.
pub fn is_asked(task: &Task, signup: &Signup) -> bool {
    let asked = [Mark::ConfirmationAsked, Mark::MoveAsked];
    let asked = asked.into_iter().filter_map(|mark| task.marked_at(signup, mark)).max();
    asked.is_some_and(|asked| task.last_word(signup) < asked)
}

pub fn coming_or_not(task: &Task) -> [Button; 2] {
    [
        Button::new(Message::IComeButton, format!("conf:{}", task.id.0)),
        Button::new(Message::ICannot, format!("no:{}", task.id.0)),
    ]
}

/// The same of a task whose start was moved.
pub fn suits_or_not(task: &Task) -> [Button; 2] {
    [
        Button::new(Message::ItSuits, format!("conf:{}", task.id.0)),
        Button::new(Message::ICannot, format!("no:{}", task.id.0)),
    ]
}

pub fn late_or_not(task: &Task) -> [Button; 2] {
    [
        Button::new(Message::IAmLate, format!("late:{}", task.id.0)),
        Button::new(Message::ICannot, format!("no:{}", task.id.0)),
    ]
}

pub fn with_check_in(task: &Task, text: Message) -> Said {
    Said::from(text).row([Button::new(Message::IAmThere, format!("in:{}", task.id.0))]).row(late_or_not(task))
}

pub fn comes_or_not(task: &Task, person: PersonId, name: &str) -> [Button; 2] {
    let (task, person) = (task.id.0, person.0);
    [
        Button::new(Message::PersonComes { name: name.to_owned() }, format!("comes:{task}:{person}")),
        Button::new(Message::PersonDoesNotCome { name: name.to_owned() }, format!("gone:{task}:{person}")),
    ]
}

/// The same in a message about several tasks.
pub fn comes_or_not_on(task: &Task, person: PersonId, name: &str) -> [Button; 2] {
    let number = task.number;
    let [mut comes, mut gone] = comes_or_not(task, person, name);
    comes.label = Message::PersonComesOn { number, name: name.to_owned() };
    gone.label = Message::PersonDoesNotComeOn { number, name: name.to_owned() };
    [comes, gone]
}

pub fn there_or_absent(task: &Task, person: PersonId, name: &str) -> [Button; 2] {
    let (task, person) = (task.id.0, person.0);
    [
        Button::new(Message::PersonThere { name: name.to_owned() }, format!("there:{task}:{person}")),
        Button::new(Message::PersonAbsent { name: name.to_owned() }, format!("absent:{task}:{person}")),
    ]
}

/// The same when it is over: what duty says of it counts, whatever others have said.
pub fn came_or_not(task: &Task, person: PersonId, name: &str) -> [Button; 2] {
    let [mut came, not] = there_or_absent(task, person, name);
    came.label = Message::PersonCame { name: name.to_owned() };
    [came, not]
}

/// Takes down what somebody on duty reports.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    report: Report,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(by) = duty::allowed(desk, heard, &task, Act::Dispatch).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let number = task.number;
    let gone = match (task.state, report) {
        (TaskState::Cancelled, _) => Some(Message::TaskCancelled { number }),
        (TaskState::TakenOver, _) => Some(Message::TaskTakenOver { number }),
        (TaskState::Ended, Report::Comes(_) | Report::DoesNotCome(_)) => Some(Message::TaskOver { number }),
        _ => None,
    };
    let said = match gone {
        Some(text) => text.into(),
        None => take_down(desk, heard, &mut task, &by, report).await?,
    };
    desk.put_away_said(task.id, by.id, data).await?;
    desk.answer_press(heard, press, said.lines.first().cloned().unwrap_or(Message::Done).into()).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

async fn take_down(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    by: &Person,
    report: Report,
) -> anyhow::Result<Said> {
    let number = task.number;
    let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
    let (person, mark) = match report {
        Report::Comes(person) => (person, Mark::Confirmed),
        Report::IsThere(person) => (person, Mark::CheckedIn),
        Report::Absent(person) if task.state == TaskState::Open && desk.now < task.ends_at => {
            return absent(desk, task, by, person, actor).await;
        }
        Report::Absent(person) => (person, Mark::Absent),
        Report::DoesNotCome(person) => return take_off(desk, task, by, person, actor).await,
        Report::Done | Report::NotDone if task.is_settled() => {
            return Ok(Message::AlreadySettled { number }.into());
        }
        Report::Done => return done(desk, task, by, actor).await,
        Report::NotDone => return not_done(desk, task, by, actor).await,
        Report::NobodyCame => return nobody_came(desk, task, actor).await,
    };
    let signup = task.signup(person).copied().filter(|_| task.held_by(person) > 0);
    let is_over = desk.now >= task.ends_at;
    let known = |signup: &Signup| match mark {
        Mark::Absent => task.is_absent(signup),
        // Whom others miss, or whom duty missed itself, may have been there after all.
        _ if is_over && (task.open_report(signup).is_some() || task.is_absent(signup)) => false,
        _ => task.is_marked(signup, Mark::Completed),
    };
    let Some(signup) = signup.filter(|signup| !known(signup)) else {
        return Ok(Message::AlreadySettled { number }.into());
    };
    let is = |mark| task.is_marked(&signup, mark);
    let was_said_to_be_there = is(Mark::CheckedIn)
        || task.is_marked(&signup, Mark::Completed)
        || task.open_report(&signup).is_some();
    desk.change(task, &[Change::Marked { person: Some(person), mark, until: None }], actor).await?;
    if mark == Mark::Absent && was_said_to_be_there {
        tell_absent(desk, task, person).await?;
    }
    if mark == Mark::Absent && task.attending().next().is_none() {
        tell_not_done(desk, task).await?;
    }
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    Ok(match report {
        Report::Comes(_) => Message::PersonConfirmed { number, name },
        Report::IsThere(_) if is_over => Message::PersonCameNoted { number, name },
        Report::IsThere(_) => Message::PersonIsThere { number, name },
        _ => Message::PersonWasAbsent { number, name },
    }
    .into())
}

/// Somebody is not there while others could still be found: the place is free, the reserves are asked, and whoever reports it sees the hole.
async fn absent(
    desk: &mut Desk<'_>,
    task: &mut Task,
    by: &Person,
    person: PersonId,
    actor: Actor,
) -> anyhow::Result<Said> {
    let number = task.number;
    let signup = task.signup(person).copied().filter(|_| task.held_by(person) > 0);
    if signup.is_none_or(|signup| task.is_marked(&signup, Mark::Completed)) {
        return Ok(Message::AlreadySettled { number }.into());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let who = answer::Who { person, approved: true, asked_as: None };
    let decision = answer::decline(task, who, &calendar, desk.now);
    desk.tx.drop_unsent(task.id, Some(person)).await?;
    desk.tx.revoke_disclosure(task.id, person, desk.now).await?;
    let mut changes = decision.changes;
    // After the withdrawal: what was said of somebody before their last answer counts no more.
    changes.insert(1, Change::Marked { person: Some(person), mark: Mark::Absent, until: None });
    desk.change(task, &changes, actor).await?;
    // They may be there after all, and say so with the button.
    let said = Said::from(Message::MissedThere { number })
        .row([Button::new(Message::IAmThere, format!("in:{}", task.id.0))]);
    let key = format!("absent:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    desk.tell(person, Note::on(task, Purpose::Notice, key, said)).await?;
    uncovered::show(desk, task, by).await?;
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    Ok(Message::PersonWasAbsent { number, name }.into())
}

/// Somebody does not come, as duty knows: the place is free, they are told, and the hunt begins.
pub async fn take_off(
    desk: &mut Desk<'_>,
    task: &mut Task,
    by: &Person,
    person: PersonId,
    actor: Actor,
) -> anyhow::Result<Said> {
    let number = task.number;
    if task.held_by(person) == 0 {
        return Ok(Message::AlreadySettled { number }.into());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let who = answer::Who { person, approved: true, asked_as: None };
    let decision = answer::decline(task, who, &calendar, desk.now);
    desk.tx.drop_unsent(task.id, Some(person)).await?;
    desk.tx.revoke_disclosure(task.id, person, desk.now).await?;
    let key = format!("takenoff:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let text = Message::TakenOffBy { number, by: by.name.clone(), window: faces::window(task, &calendar) };
    let note = Note::on(task, Purpose::Notice, key, text.clone());
    let told = desk.tell(person, note).await?;
    if !told {
        unreached::show(desk, task, task.starts_at, person, &text).await?;
    }
    desk.change(task, &decision.changes, actor).await?;
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    let untold = if told { None } else { unreached::whom_to_tell(desk, &[person]).await? };
    Ok(Said::new([Message::PersonTakenOff { number, name }].into_iter().chain(untold)))
}

/// Who was noted as not there hears it, with whom to ring if it is not so.
async fn tell_absent(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
    let text = Message::NotedAsAbsent { number: task.number, name, phone };
    let calendar = desk.calendar(task.municipality).await?;
    let key = format!("notedabsent:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let note = Note::on(task, Purpose::Notice, key, text).not_before(calendar.after_quiet(desk.now));
    desk.tell(person, note).await.map(drop)
}

/// It was carried out, by those of whom nobody says that they did not come.
pub async fn done(desk: &mut Desk<'_>, task: &mut Task, by: &Person, actor: Actor) -> anyhow::Result<Said> {
    let number = task.number;
    let mut people: Vec<PersonId> = task.came().map(|signup| signup.person).collect();
    if people.is_empty() {
        people = task.attending().map(|signup| signup.person).collect();
    }
    let done = |person| Change::Marked { person: Some(person), mark: Mark::Completed, until: None };
    let marks: Vec<_> = people.into_iter().map(done).collect();
    desk.change(task, &marks, actor).await?;
    if task.requester != by.id {
        let key = format!("alldone:{}:{}", task.id.0, desk.now.timestamp_micros());
        let note = Note::on(task, Purpose::Notice, key, Message::TaskDone { number });
        desk.tell(task.requester, note).await?;
    }
    Ok(Message::DoneByDuty { number }.into())
}

/// It was not carried out, though somebody may have come.
pub async fn not_done(
    desk: &mut Desk<'_>,
    task: &mut Task,
    by: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let number = task.number;
    let change = Change::Marked { person: None, mark: Mark::NotDone, until: None };
    desk.change(task, &[change], actor).await?;
    if task.requester != by.id {
        let text = Message::TaskNotFinished { number, name: by.name.clone() };
        let (key, said) = (format!("undone:{}:{}", task.id.0, desk.now.timestamp_micros()), Said::from(text));
        let note = Note::on(task, Purpose::Escalation, key.clone(), said.clone());
        if !desk.tell(task.requester, note).await? {
            outcome::pass_on(desk, task, &key, &said).await?;
        }
    }
    Ok(Message::NotDoneNoted { number }.into())
}

/// Nobody came: whoever asked hears the truth, with an apology.
async fn nobody_came(desk: &mut Desk<'_>, task: &mut Task, actor: Actor) -> anyhow::Result<Said> {
    let number = task.number;
    if task.is_settled() {
        return Ok(Message::AlreadySettled { number }.into());
    }
    let marks: Vec<_> = task
        .attending()
        .map(|signup| Change::Marked { person: Some(signup.person), mark: Mark::Absent, until: None })
        .collect();
    desk.change(task, &marks, actor).await?;
    tell_not_done(desk, task).await?;
    Ok(Message::NobodyCameNoted { number }.into())
}

/// Whoever asked hears that nobody came.
async fn tell_not_done(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let text = Message::TaskNotDone { number: task.number, window: faces::window(task, &calendar) };
    let (key, said) = (format!("notdone:{}", task.id.0), Said::from(text));
    let note = Note::on(task, Purpose::Escalation, key.clone(), said.clone());
    match desk.tell(task.requester, note).await? {
        true => Ok(()),
        false => outcome::pass_on(desk, task, &key, &said).await,
    }
}
