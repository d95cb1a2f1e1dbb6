//! Something went wrong, or worried somebody: the municipality hears it at once and answers by a time.

use chrono::{DateTime, Utc};

use crate::commands::attendance::words::{self, Word};
use crate::commands::attendance::{trouble, urgent};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{duty, everyday, faces, outcome, replies, request};
use crate::domain::attendance::Mark;
use crate::domain::ids::{DeviationId, PersonId, TaskId};
use crate::domain::permission::Act;
use crate::domain::task::{Change, Task};
use crate::language::reply::read_reply;
use crate::language::request::{health_words, read_request};
use crate::language::{Intent, ReplyContext, alarm, reports, shades};
use crate::store::deviations::Deviation;
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::Phone;
use crate::text::{Button, Message, Said, Target};

/// Wall clock of the next working day by which the municipality answers.
const ANSWER_BY: (u32, u32) = (14, 0);
/// The longest word of a volunteer's that is passed on, in characters.
const LONGEST: usize = 600;

/// Whether somebody's words about a task may stand in a chat: they hold no health word, no address and no recipient, the task's own least of all.
pub async fn may_be_quoted(desk: &mut Desk<'_>, task: &Task, words: &str) -> anyhow::Result<bool> {
    if !names_nobody(words) {
        return Ok(false);
    }
    let recipient = desk.tx.recipient(&desk.around.key, task.request).await?;
    Ok(recipient.is_none_or(|recipient| !recipient.is_named_in(words)))
}

fn names_nobody(words: &str) -> bool {
    let reading = read_request(words, chrono::NaiveDateTime::default());
    let has_address = reading.place.is_some_and(|place| place.contains(|c: char| c.is_ascii_digit()));
    health_words(words).is_empty()
        && !alarm::tells_of_harm_to_somebody(words)
        && reading.recipient.is_none()
        && !has_address
}

/// A report as it was taken down.
pub struct Taken {
    pub id: DeviationId,
    /// What was said, as much of it as is kept.
    pub words: String,
    /// When the municipality answers.
    pub by: DateTime<Utc>,
    /// Whether the words may stand in a chat.
    pub quoted: bool,
}

/// Keeps a report, sealed.
pub async fn take_down(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    words: &str,
) -> anyhow::Result<Taken> {
    let words: String = words.trim().chars().take(LONGEST).collect();
    let calendar = desk.calendar(task.municipality).await?;
    let by = calendar.working_day_after(desk.now, ANSWER_BY);
    let key = desk.around.key.clone();
    let id = desk.tx.insert_deviation(&key, task.id, person.id, &words, desk.now, by).await?;
    desk.tx.set_due(Subject::Deviation(id), Some(by)).await?;
    let quoted = may_be_quoted(desk, task, &words).await?;
    Ok(Taken { id, words, by, quoted })
}

/// Takes a report down and passes it on: to whoever asked, and to duty as well while somebody is there and may wait for an answer, or where somebody
/// came to harm.
pub async fn report(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    words: &str,
) -> anyhow::Result<Said> {
    let taken = take_down(desk, task, person, words).await?;
    let key = format!("deviation:{}", heard.inbox.0);
    let number = task.number;
    if trouble::is_under_way(task, desk.now) || alarm::tells_of_harm(words) {
        let said = for_the_town_now(desk, task, person, &taken).await?;
        tell_both(desk, task, &key, person, said).await?;
        let (name, phone) = everyday::who_answers(desk, task.municipality).await?;
        return Ok(match taken.quoted {
            true => Message::ReportedNow { number, name, phone },
            false => Message::DeviationToTellNow { number, name, phone },
        }
        .into());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let at = faces::at(&calendar, desk.now, taken.by);
    let said = for_the_town(desk, task, person, &taken).await?;
    if !tell_requester(desk, task, &key, said.clone()).await? {
        outcome::tell_duty_but(desk, task, &key, said, Some(task.requester)).await?;
    }
    Ok(match taken.quoted {
        true => Message::DeviationNoted { number, at },
        false => Message::DeviationToTell { number, at },
    }
    .into())
}

/// What the unit heard on the telephone concerns whoever asked, and duty, who can do something about it.
pub async fn tell_of_news(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    taken: &Taken,
) -> anyhow::Result<()> {
    let said = for_the_town(desk, task, person, taken).await?;
    let key = format!("deviation:{}", heard.inbox.0);
    tell_both(desk, task, &key, person, said).await
}

/// Tells whoever asked and the first of those on duty, but not whoever reported it.
async fn tell_both(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    reporter: &Person,
    said: Said,
) -> anyhow::Result<()> {
    if task.requester != reporter.id {
        tell_requester(desk, task, key, said.clone()).await?;
    }
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    people.retain(|other| *other != task.requester && *other != reporter.id);
    outcome::tell_first(desk, task, key, said, people).await.map(drop)
}

/// A report as the municipality reads it while somebody waits for an answer.
async fn for_the_town_now(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    taken: &Taken,
) -> anyhow::Result<Said> {
    let (number, name, words) = (task.number, person.name.clone(), taken.words.clone());
    let (text, contact) = match (taken.quoted, person.phone.clone()) {
        (true, _) => (Message::DeviationNow { number, name, words }, Vec::new()),
        (false, Some(phone)) => (Message::DeviationNowCall { number, name, phone }, Vec::new()),
        (false, None) => {
            let contact = everyday::contact_of_club(desk, Some(task), person).await?;
            (Message::DeviationNowNoPhone { number, name }, contact)
        }
    };
    let mut said = Said::from(text).row([urgent::follow(taken.id)]);
    said.lines.extend(contact);
    Ok(said)
}

async fn tell_requester(desk: &mut Desk<'_>, task: &Task, key: &str, said: Said) -> anyhow::Result<bool> {
    let note = Note::on(task, Purpose::Escalation, format!("{key}:{}", task.requester.0), said);
    desk.tell(task.requester, note).await
}

/// A report as the municipality reads it.
async fn for_the_town(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    taken: &Taken,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let at = faces::at(&calendar, desk.now, taken.by);
    let (number, name, words) = (task.number, person.name.clone(), taken.words.clone());
    let text = match taken.quoted {
        true => Message::Deviation { number, name, words, at },
        false => match person.phone.clone() {
            Some(phone) => Message::DeviationCall { number, name, phone: Phone(Some(phone)), at },
            None => Message::DeviationNoPhone { number, name, at },
        },
    };
    let mut said = Said::from(text).row([urgent::follow(taken.id)]);
    if !taken.quoted {
        said.lines.extend(everyday::contact_of_club(desk, Some(task), person).await?);
    }
    Ok(said)
}

/// Takes what somebody wrote out of the chat, where it names the recipient or tells of health, and says so.
pub async fn remove(
    desk: &mut Desk<'_>,
    heard: &Heard,
    said: &mut Said,
    message: &str,
) -> anyhow::Result<()> {
    desk.delete(heard, message).await?;
    // In a group the platform may refuse.
    if heard.capabilities.deletes && heard.in_private {
        said.lines.push(Message::RemovedHere);
    }
    Ok(())
}

/// The task that somebody was just asked about: what happened? Their next words are the answer.
pub fn asked_what_happened(before: &SaidBefore) -> Option<TaskId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    matches!(said.lines.first(), Some(Message::WhatHappened { .. })).then_some(before.task_id)?
}

/// The task of the question: did it go as it should?
pub fn asked_how_it_went(before: &SaidBefore) -> Option<TaskId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    matches!(said.lines.first(), Some(Message::CompletionAsk { .. })).then_some(before.task_id)?
}

/// Free words in answer to that question: it went well, or something happened. `false`: they may mean something else.
pub async fn told_how_it_went(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    words: &str,
    message: &str,
) -> anyhow::Result<bool> {
    const FEWEST_WORDS: usize = 3;
    if let Some(rest) = reports::after_it_went_well(words) {
        replies::said_word(desk, heard, task, Word::Done, Some(rest), message).await?;
        return Ok(true);
    }
    if shades::went_well(words) {
        replies::said_word(desk, heard, task, Word::Done, None, message).await?;
        return Ok(true);
    }
    if let Some(story) = shades::after_no(words) {
        told(desk, heard, task, story, message).await?;
        return Ok(true);
    }
    let intent = read_reply(words, ReplyContext { already_accepted: true }).intent;
    let is_long = words.split_whitespace().count() >= FEWEST_WORDS;
    // What was is told; a no to something that is to come speaks of no yesterday.
    let tells = !words.contains(['?', '#']) && reports::tells_of_the_past(words);
    let is_story = match intent {
        Intent::Unrelated => true,
        Intent::Question | Intent::Done => false,
        _ => tells,
    };
    if !is_story || !is_long || request::is_new_need(desk, heard, words).await? {
        return Ok(false);
    }
    told(desk, heard, task, words, message).await?;
    Ok(true)
}

/// The answer to that question.
pub async fn told(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    words: &str,
    message: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(()) };
    let mut said = report(desk, heard, &task, &person, words).await?;
    said = whether_it_was_done(desk, heard, &mut task, &person, words, said).await?;
    if !may_be_quoted(desk, &task, words).await? {
        remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

/// That something happened does not tell whether it was done: it is read from what was told, or asked.
pub async fn whether_it_was_done(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    words: &str,
    mut said: Said,
) -> anyhow::Result<Said> {
    let signup = task.signup(person.id).copied();
    if desk.now < task.ends_at || task.is_settled() || signup.is_none_or(|signup| task.is_absent(&signup)) {
        return Ok(said);
    }
    if signup.is_some_and(|signup| !task.is_marked(&signup, Mark::WentWrong)) {
        let change = Change::Marked { person: Some(person.id), mark: Mark::WentWrong, until: None };
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        desk.change(task, &[change], actor).await?;
    }
    if reports::says_that_it_was_done(words) {
        said.lines.extend(words::said(desk, heard, task, person, Word::Done, None).await?.lines);
        return Ok(said);
    }
    let number = task.number;
    said.lines.push(Message::WasItDone { number });
    Ok(said.row([
        Button::new(Message::YesItWasDone, format!("done:{}", task.id.0)),
        Button::new(Message::NoItWasNot, format!("notdone:{}", task.id.0)),
    ]))
}

/// The deviation that a message of the bot's asks about.
pub fn asked_about(before: &SaidBefore) -> Option<DeviationId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    said.all_buttons().find_map(|button| match &button.target {
        Target::Data(data) => data.strip_prefix("follow:")?.parse().ok().map(DeviationId),
        _ => None,
    })
}

/// Whether free words to the bot, right after a report, answer whoever reported: they are no thanks to the bot, no change and no need.
pub async fn is_an_answer(desk: &mut Desk<'_>, heard: &Heard, text: &str) -> anyhow::Result<bool> {
    let about_something_else = shades::is_courtesy(text) || shades::moves(text) || shades::cancels(text);
    Ok(!about_something_else && !request::is_new_need(desk, heard, text).await?)
}

/// Somebody in the municipality answers in words, or says that they look into it. `words`: with the message that they stand in.
pub async fn answered(
    desk: &mut Desk<'_>,
    heard: &Heard,
    deviation: DeviationId,
    words: Option<(&str, &str)>,
    press: &str,
) -> anyhow::Result<()> {
    let (words, message) = words.unzip();
    let Some(row) = desk.tx.deviation(deviation).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(task) = desk.tx.task(row.task_id).await? else { return Ok(()) };
    let Some(person) = duty::allowed(desk, heard, &task, Act::AcceptShortfall).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let number = task.number;
    if words.is_none() && row.answered_at.is_some() {
        return desk.refuse_press(heard, press, Message::AlreadySettled { number }.into()).await;
    }
    // What can't wait is one matter: who answers any of it answers all.
    let mut answered = vec![row.clone()];
    if row.urgent_told.is_some() {
        let others = desk.tx.alarms(task.id, row.reported_at - urgent::SAME_MATTER).await?;
        answered.extend(others.into_iter().filter(|other| other.id != row.id && other.answered_at.is_none()));
    }
    // What names the recipient is not sent on: the reporter hears that somebody looks into it.
    let quoted = match words {
        Some(words) => may_be_quoted(desk, &task, &alarm::without_emergency(words)).await?,
        None => false,
    };
    let name = person.name.clone();
    let text = match words.filter(|_| quoted) {
        Some(words) => {
            let words = words.trim().chars().take(LONGEST).collect();
            Message::DeviationAnswered { number, name, words }
        }
        None => Message::DeviationFollowed { number, name },
    };
    let mut told = vec![person.id];
    for report in answered {
        desk.tx.answer_deviation(report.id, person.id, desk.now).await?;
        desk.tx.set_due(Subject::Deviation(report.id), None).await?;
        desk.put_away_said(task.id, person.id, &format!("follow:{}", report.id.0)).await?;
        if !told.contains(&report.reporter_id) {
            let key = format!("deviationanswer:{}:{}", heard.inbox.0, report.reporter_id.0);
            let note = Note::on(&task, Purpose::Notice, key, text.clone());
            desk.tell(report.reporter_id, note).await?;
            told.push(report.reporter_id);
        }
    }
    let reporter = desk.tx.person(row.reporter_id).await?;
    let name = faces::first_name(&reporter.name);
    let mut said = Said::from(match words {
        Some(_) if quoted => Message::DeviationAnswerSent { number, name },
        Some(_) => match reporter.phone {
            Some(phone) => Message::DeviationAnswerKept { number, name, phone: Phone(Some(phone)) },
            None => Message::DeviationAnswerKeptNoPhone { number, name },
        },
        None => Message::FollowUpNoted { number, name },
    });
    if let Some(message) = message.filter(|_| !quoted) {
        said.lines.push(Message::DeviationAnswerNotHealth);
        remove(desk, heard, &mut said, message).await?;
    }
    desk.answer_press(heard, press, said.clone()).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

/// An "ok" right under a report that can't wait may mean that they look into it: it is asked. `false`: nobody waits for that any more.
pub async fn ask_whether_they_follow(
    desk: &mut Desk<'_>,
    heard: &Heard,
    deviation: DeviationId,
) -> anyhow::Result<bool> {
    let Some(row) = desk.tx.deviation(deviation).await?.filter(Deviation::is_ringing) else {
        return Ok(false);
    };
    let Some(task) = desk.tx.task(row.task_id).await? else { return Ok(false) };
    let said = Said::from(Message::FollowUpAsk { number: task.number }).row([urgent::follow(deviation)]);
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// Nobody has answered: what can't wait goes further, and of the rest duty hears, once, when the time to answer is up.
pub async fn overdue(desk: &mut Desk<'_>, deviation: DeviationId) -> anyhow::Result<()> {
    desk.tx.set_due(Subject::Deviation(deviation), None).await?;
    let Some(row) = desk.tx.deviation(deviation).await?.filter(|row| row.answered_at.is_none()) else {
        return Ok(());
    };
    let Some(task) = desk.tx.task(row.task_id).await? else { return Ok(()) };
    // What is told with another is not told of by itself.
    if row.goes_with.is_some() {
        return Ok(());
    }
    if let Some(times) = row.urgent_told.filter(|_| row.is_ringing() && desk.now < row.answer_by_at) {
        return urgent::tell_again(desk, &task, &row, times).await;
    }
    let name = name_of(desk, task.requester).await?;
    let reporter = name_of(desk, row.reporter_id).await?;
    let text = Message::DeviationUnanswered { number: task.number, name, reporter };
    let mut said = Said::from(text).row([urgent::follow(deviation)]);
    // Of several reports about one task it must be known which.
    let key = desk.around.key.clone();
    if let Some(words) = desk.tx.deviation_words(&key, deviation).await?
        && may_be_quoted(desk, &task, &words).await?
    {
        said.lines.push(Message::DeviationWords { words });
    }
    outcome::tell_duty(desk, &task, &format!("overdue:{}", deviation.0), said).await.map(drop)
}

async fn name_of(desk: &mut Desk<'_>, person: PersonId) -> anyhow::Result<String> {
    Ok(faces::short_name(&desk.tx.person(person).await?.name))
}
