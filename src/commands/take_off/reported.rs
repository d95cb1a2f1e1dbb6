//! Somebody who may not take anybody off says that another does not come: a club's contact, a team mate, staff. That is no withdrawal, and no news to be lost
//! either: the other is asked, and whoever is on duty hears of it.

use super::named::{self, On};
use super::unanswered::{self, key};
use super::{MOST_SHOWN, MOST_TASKS};
use crate::commands::attendance::roll_call;
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, outcome, private, task_number, who_comes};
use crate::domain::attendance::Mark;
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::plan;
use crate::domain::task::{Change, SignupState, Task, TaskState};
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::{Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::{Names, Phone};
use crate::text::{Button, Message, Said};

/// Asks whoever is named in `text`, and passes it on. `false`: nobody is named who could be meant, or whoever speaks says something of their own too.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
    message: &str,
) -> anyhow::Result<bool> {
    let Some(speaker) = heard.people.first().cloned() else { return Ok(false) };
    let Some(whom) = orders::names_whom(text).filter(|_| !orders::speaks_of_oneself(text)) else {
        return Ok(false);
    };
    let tasks = tasks_meant(desk, heard, text, before).await?;
    let of_one = task_number(text).is_some() || before.is_some_and(|before| before.task_id.is_some());
    let found = named::named_in(desk, heard, whom, &tasks, &[SignupState::Placed]).await?;
    let found = match named::surely_meant(found, whom) {
        Ok(found) => found,
        Err(alike) => {
            let names = Names(alike.iter().map(|person| person.name.clone()).collect());
            private::reply(desk, heard, Message::WhichOfThese { names }.into(), message).await?;
            return Ok(true);
        }
    };
    if !found.is_empty() {
        let found = if of_one { found } else { named::on_the_next_day(desk, found).await? };
        let mut lines = Vec::new();
        for (task, person) in &found {
            lines.push(report(desk, heard, task.id, person, &speaker, message).await?);
        }
        private::reply(desk, heard, Said::new(lines), message).await?;
        return Ok(true);
    }
    match nobody_with_a_place(desk, heard, text, &tasks, (&speaker, message)).await? {
        Some(said) => private::reply(desk, heard, said, message).await.map(|()| true),
        None => Ok(false),
    }
}

/// Nobody who comes is named: who waits is asked, who has no place is said to have none, and who may have been meant is asked about. `None`: nobody is.
async fn nobody_with_a_place(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    tasks: &[Task],
    (speaker, message): (&Person, &str),
) -> anyhow::Result<Option<Said>> {
    let Some(whom) = orders::names_whom(text).filter(|_| !orders::speaks_of_ones_own(text)) else {
        return Ok(None);
    };
    let waiting = named::named_in(desk, heard, whom, tasks, &[SignupState::Reserve]).await?;
    if let Ok(waiting) = named::surely_meant(waiting, whom)
        && !waiting.is_empty()
    {
        let mut lines = Vec::new();
        for (task, person) in &waiting {
            lines.push(ask_reserve(desk, heard, task, person, speaker).await?);
        }
        return Ok(Some(Said::new(lines)));
    }
    if let Some(person) = named::known_by_name(desk, heard, whom, tasks).await? {
        let name = faces::short_name(&person.name);
        let number = task_number(text).filter(|number| tasks.iter().any(|task| task.number == *number));
        let text = match number {
            Some(number) => Message::HasNoPlaceOn { number, name },
            None => Message::HasNoPlace { name },
        };
        return Ok(Some(text.into()));
    }
    if orders::speaks_of_whoever_comes(text) {
        let found = named::whoever(desk, heard, text, tasks).await?;
        return Ok(Some(match found.as_slice() {
            [] => Message::NobodyThen.into(),
            [(task, person)] => report(desk, heard, task.id, person, speaker, message).await?.into(),
            several => which_one(several, "reported"),
        }));
    }
    if orders::says_i(text) {
        return Ok(None);
    }
    let near = named::with_a_slip(desk, heard, whom, tasks).await?;
    let near = named::on_the_next_day(desk, near).await?;
    Ok(match near.as_slice() {
        [] => None,
        [(task, person)] => {
            let (number, name) = (task.number, faces::short_name(&person.name));
            Some(
                Said::from(Message::DoYouMean { number, name })
                    .row([Button::new(Message::Yes, data("reported", task, person))]),
            )
        }
        several => Some(which_one(several, "reported")),
    })
}

/// Asks which of them is meant; the data of each button begin with `verb`.
pub(super) fn which_one(several: &[On], verb: &str) -> Said {
    several.iter().fold(Message::WhoIsMeant.into(), |said: Said, (task, person)| {
        let label = Message::TakeOffLabel { name: person.name.clone(), number: task.number };
        said.row([Button::new(label, data(verb, task, person))])
    })
}

fn data(verb: &str, task: &Task, person: &Person) -> String {
    format!("{verb}:{}:{}", task.id.0, person.id.0)
}

/// The task whose message is answered, or that is named by its number; else, in private, all of which the speaker may know who comes.
async fn tasks_meant(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<Vec<Task>> {
    let number = task_number(text);
    let mut ids: Vec<_> =
        before.and_then(|before| before.task_id).filter(|_| number.is_none()).into_iter().collect();
    let of_one = !ids.is_empty() || number.is_some();
    if ids.is_empty() && (heard.in_private || number.is_some()) {
        for person in &heard.people {
            match number {
                Some(number) => ids.extend(desk.tx.task_by_number(person.municipality_id, number).await?),
                None => ids.extend(desk.tx.open_tasks(person.municipality_id, MOST_TASKS).await?),
            }
        }
    }
    let mut meant = Vec::new();
    for id in ids {
        let Some(task) = desk.tx.task(id).await?.filter(|_| meant.len() < MOST_SHOWN) else { continue };
        if may_report(desk, heard, &task).await? {
            meant.push(task);
        }
    }
    if of_one { Ok(meant) } else { named::of_the_day(desk, text, meant).await }
}

/// Whether a task goes on and whoever speaks may know who comes to it.
async fn may_report(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<bool> {
    if task.state != TaskState::Open || desk.now >= task.ends_at {
        return Ok(false);
    }
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(false) };
    who_comes::concerns(desk, task, &person).await
}

/// The button of one who was asked whom they mean.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    person: PersonId,
    press: &str,
) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let speaker = heard.person_in(task.municipality).cloned();
    let Some(speaker) = speaker.filter(|_| heard.in_private) else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    if task.held_by(person) == 0 || !may_report(desk, heard, &task).await? {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    }
    let person = desk.tx.person(person).await?;
    let text = report(desk, heard, task.id, &person, &speaker, "").await?;
    desk.answer_press(heard, press, text.clone().into()).await?;
    desk.reply_about(heard, text.into(), None, Some(task.id), None).await
}

/// Puts it down that `by` says it, asks the other unless they have been asked and not answered, and tells duty. Gives what whoever said it is told.
async fn report(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    person: &Person,
    by: &Person,
    message: &str,
) -> anyhow::Result<Message> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(Message::NothingThere) };
    let (number, name) = (task.number, faces::short_name(&person.name));
    let Some(signup) = task.signup(person.id).copied().filter(|_| task.held_by(person.id) > 0) else {
        return Ok(Message::HasNoPlaceOn { number, name });
    };
    let actor = Actor { person: Some(by.id), channel: Some(heard.channel) };
    let mark = |mark, until| Change::Marked { person: Some(person.id), mark, until };
    if let Some(open) = task.open_report(&signup) {
        let knows = unanswered::reporters(desk, &task, &signup).await?.iter().any(|other| other.id == by.id);
        if knows {
            return Ok(Message::ReportedAwayAgain { number, name });
        }
        desk.change(&mut task, &[mark(Mark::ReportedAway, Some(open.asked_at))], actor).await?;
        return Ok(match unanswered::also_said(desk, heard, &task, person, by).await? {
            true => Message::ReportedAwayKnown { number, name },
            false => Message::ReportedAwayAgain { number, name },
        });
    }
    let calendar = desk.calendar(task.municipality).await?;
    let asked_at = plan::may_tell_at(&task, task.starts_at, &calendar, desk.now);
    let asked = ask(desk, heard, &task, person, by, message).await?;
    let mut changes = vec![mark(Mark::ReportedAway, Some(asked_at))];
    // What they have confirmed before counts no more.
    changes.extend(asked.then(|| mark(Mark::ConfirmationAsked, None)));
    desk.change(&mut task, &changes, actor).await?;
    let told = pass_on(desk, heard, &task, person, by, asked).await?;
    Ok(match (asked, told) {
        (true, true) if asked_at > desk.now => {
            Message::ReportedAwayAt { number, name, at: faces::at(&calendar, desk.now, asked_at) }
        }
        (true, true) => Message::ReportedAway { number, name },
        (true, false) => Message::ReportedAwayAskedOnly { number, name },
        (false, true) => Message::ReportedAwayPassedOn { number, name },
        (false, false) => Message::ReportedAwayNobody { number, name },
    })
}

/// `false`: they can't be written to.
async fn ask(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    by: &Person,
    message: &str,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let window = faces::window_of(task, person.id, &calendar);
    let by = faces::short_name(&by.name);
    let said = match desk.now < task.starts_at {
        true => Said::from(Message::ReportedAwayAsk { number, service, window, by })
            .row(roll_call::coming_or_not(task)),
        false => roll_call::with_check_in(task, Message::ReportedMissingAsk { number, service, by }),
    };
    let key = format!("{}{}", key(heard, task, person), unanswered::because_of(heard, message));
    let note = Note::on(task, Purpose::Question, key, said);
    desk.tell_by_day(task, task.starts_at, person.id, note).await
}

/// Whoever is on duty hears it, with the buttons of one who has not confirmed. `asked`: the other has been asked. `false`: nobody could be told.
async fn pass_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    by: &Person,
    asked: bool,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let name = faces::short_name(&person.name);
    let phone = Phone(person.phone.clone());
    let said_by = by.name.clone();
    let text = match asked {
        true => Message::ReportedAwayDuty { number, service, window, name, by: said_by },
        false => Message::ReportedAwayUnasked { number, service, window, name, by: said_by, phone },
    };
    let said = Said::from(text).row(unanswered::buttons(desk, task, person));
    outcome::tell_duty_by_day(desk, task, &key(heard, task, person), said, by.id).await
}

/// Who waits in the queue is asked whether they still do.
async fn ask_reserve(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    by: &Person,
) -> anyhow::Result<Message> {
    let (number, name) = (task.number, faces::short_name(&person.name));
    let calendar = desk.calendar(task.municipality).await?;
    let window = faces::window(task, &calendar);
    let people = task.signup(person.id).map_or(1, |signup| signup.people);
    let said = Said::from(Message::ReportedAwayAskReserve {
        number,
        service: task.service,
        window,
        by: faces::short_name(&by.name),
    })
    .row([
        Button::new(Message::StillReserve, format!("res:{}:{people}", task.id.0)),
        Button::new(Message::NotReserve, format!("no:{}", task.id.0)),
    ]);
    let note = Note::on(task, Purpose::Question, key(heard, task, person), said);
    Ok(match desk.tell_by_day(task, task.starts_at, person.id, note).await? {
        true => Message::ReserveIsAsked { number, name },
        false => Message::HasNoPlaceOn { number, name },
    })
}
