//! Volunteers' answers to a task: by reply, by button, by thumb, in the group or in private.

use chrono::Timelike;

use super::attendance::words::{self, Word};
use super::desk::{Desk, Heard, Note};
use super::{faces, misread, outcome, privacy, private};
use crate::domain::answer::{self, Decision, Outcome, Who};
use crate::domain::ids::{OrganisationId, TaskId};
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::reply::read_reply;
use crate::language::shades;
use crate::language::{Intent, ReplyContext};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said, Target};

/// How an answer came: it decides how it is receipted.
#[derive(Clone, Debug)]
pub enum Way {
    /// A written message, with its id.
    Words {
        message: String,
        edited: bool,
        /// Whether it tells of illness.
        ill: bool,
    },
    /// A button, with the id of the press.
    Press(String),
    Thumb,
}

/// What was answered, whichever way it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// For so many; `None`: without a number.
    Yes {
        people: Option<u32>,
    },
    /// Waits in the queue for this many places.
    Reserve {
        people: u32,
    },
    No,
}

/// A written answer to a task.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    text: &str,
    message: &str,
    edited: bool,
) -> anyhow::Result<()> {
    let way = Way::Words { message: message.to_owned(), edited, ill: shades::tells_of_illness(text) };
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = whoever_answers(desk, heard, &task, message).await? else { return Ok(()) };
    let already_accepted = task.held_by(person.id) > 0;
    let may_be_there = already_accepted
        && words::is_near(&task, desk.now)
        && words::refusal(&task, person.id, Word::There).is_none();
    if !edited && may_be_there && shades::tells_of_arrival(text) {
        return say(desk, heard, &mut task, &person, Word::There, None, message).await;
    }
    if !edited && already_accepted && words::is_near(&task, desk.now) && shades::sets_out(text) {
        // "Beklager, glemte det, drar nå" is no withdrawal.
        let word = match desk.now >= task.starts_at {
            true => Word::Late { minutes: shades::minutes(text) },
            false => Word::Comes,
        };
        return say(desk, heard, &mut task, &person, word, None, message).await;
    }
    let reading = read_reply(text, ReplyContext { already_accepted });
    if !matches!(reading.intent, Intent::Question) && only_asks_for(desk, &task, &person).await? {
        return not_understood(desk, heard, &task, &person, message, Some(text)).await;
    }
    match reading.intent {
        Intent::Accept { people } => {
            let people = (people > 1 || shades::counts_one(text)).then_some(people);
            answer(desk, heard, &mut task, &person, Answer::Yes { people }, &way).await
        }
        Intent::Decline | Intent::Withdraw => answer(desk, heard, &mut task, &person, Answer::No, &way).await,
        Intent::Conditional { from, until } => {
            let minute =
                |time: chrono::NaiveTime| u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0);
            part(desk, heard, &mut task, &person, from.map(minute), until.map(minute), &way).await
        }
        Intent::Question => inform(desk, heard, &task, message).await,
        Intent::Maybe => acknowledge(desk, heard, Message::MaybeNoted { number: task.number }, message).await,
        Intent::Late | Intent::Done if edited => Ok(()),
        Intent::Late => {
            let minutes = shades::minutes(text);
            say(desk, heard, &mut task, &person, Word::Late { minutes }, None, message).await
        }
        Intent::Done => {
            let rest = after(text, &reading.because);
            say(desk, heard, &mut task, &person, Word::Done, rest.as_deref(), message).await
        }
        Intent::Unrelated if edited => Ok(()),
        Intent::Unrelated => not_understood(desk, heard, &task, &person, message, Some(text)).await,
    }
}

/// Whether somebody has asked for the task and belongs to no club: what they say of it is no volunteer's answer.
async fn only_asks_for(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    if person.id != task.requester || task.signup(person.id).is_some() {
        return Ok(false);
    }
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    Ok(memberships.iter().all(|of| of.organisation_id.is_none()))
}

/// Something said in words about a task that was asked about.
pub async fn said_word(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    word: Word,
    message: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(()) };
    say(desk, heard, &mut task, &person, word, None, message).await
}

/// An answer in private to the last thing that was said there, which was about a task: "ja, jeg kan" to an offer that has just run out.
pub async fn said_to_the_last(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    let Some(id) = last.and_then(|last| last.task_id) else { return Ok(false) };
    let answers = matches!(
        read_reply(text, ReplyContext { already_accepted: false }).intent,
        Intent::Accept { .. } | Intent::Conditional { .. }
    );
    let open = desk.tx.task(id).await?.is_some_and(|task| task.state == TaskState::Open);
    if !answers || !open {
        return Ok(false);
    }
    said(desk, heard, id, text, message, false).await?;
    Ok(true)
}

/// Something said on the way there or afterwards. Whoever has no part in the task hears that nothing came of it.
async fn say(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    rest: Option<&str>,
    message: &str,
) -> anyhow::Result<()> {
    let counts = words::refusal(task, person.id, word).is_none();
    let said = words::said(desk, heard, task, person, word, rest).await?;
    desk.mark(heard, message, if counts { faces::NOTED } else { faces::UNSURE }).await?;
    if heard.in_private {
        desk.reply_about(heard, said, None, Some(task.id), None).await?;
    } else {
        let note = Note::on(task, Purpose::Receipt, format!("told:{}", heard.inbox.0), said);
        desk.tell(person.id, note).await?;
    }
    Ok(())
}

/// What else was said after the words that were understood: "ferdig, men trappa var glatt".
fn after(text: &str, because: &[crate::language::Span]) -> Option<String> {
    const JOINTS: [&str; 7] = ["men", "og", "but", "and", "så", "fordi", "at"];
    let end = because.iter().map(|span| span.end).max()?;
    let rest = text.get(end..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (first, others) = rest.split_once(' ')?;
    let rest = if JOINTS.contains(&first.to_lowercase().as_str()) { others } else { rest };
    let rest = rest.trim();
    (rest.split_whitespace().count() >= 2).then(|| rest.to_owned())
}

/// A pressed button or a thumb under a task's card or question.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    given: Answer,
    way: Way,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return say_nothing_there(desk, heard, &way).await;
    };
    let Some(person) = known_or_new(desk, heard, &task).await? else {
        return match way {
            Way::Press(press) => desk.refuse_press(heard, &press, Message::NotForYou.into()).await,
            _ => Ok(()),
        };
    };
    answer(desk, heard, &mut task, &person, given, &way).await
}

/// Somebody took their thumb back: they are asked in private whether they meant it.
pub async fn thumb_taken_back(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality) else { return Ok(()) };
    if task.held_by(person.id) == 0 {
        return Ok(());
    }
    let said = Said::from(Message::ThumbTakenBack { number: task.number }).row([
        Button::new(Message::StillComing, format!("yes:{}", task.id.0)),
        Button::new(Message::CannotCome, format!("no:{}", task.id.0)),
    ]);
    desk.tell(person.id, Note::on(&task, Purpose::Question, format!("thumb:{}", heard.inbox.0), said))
        .await
        .map(drop)
}

/// A message without words that answers the bot.
pub async fn wordless(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, message: &str) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(()) };
    let Some(person) = whoever_answers(desk, heard, &task, message).await? else { return Ok(()) };
    not_understood(desk, heard, &task, &person, message, None).await
}

async fn answer(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    given: Answer,
    way: &Way,
) -> anyhow::Result<()> {
    if let Answer::Yes { people } = given
        && people.is_none_or(|people| people == task.held_by(person.id))
        && let Some(word) = words::meant_by_yes(task, person.id)
    {
        return confirmed(desk, heard, task, person, word, way).await;
    }
    let who = who(desk, heard, task, person).await?;
    let calendar = desk.calendar(task.municipality).await?;
    let decision = match given {
        Answer::Yes { people } => answer::accept(task, who, people, &calendar, desk.now),
        Answer::Reserve { people } => answer::queue(task, who, people, desk.now),
        Answer::No => answer::decline(task, who, &calendar, desk.now),
    };
    carry_out(desk, heard, task, person, Some(given), decision, way).await
}

/// A yes that answers whether they come, or stand ready.
async fn confirmed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    way: &Way,
) -> anyhow::Result<()> {
    match way {
        Way::Words { message, .. } => say(desk, heard, task, person, word, None, message).await,
        Way::Press(press) => words::pressed(desk, heard, task.id, word, press).await,
        Way::Thumb => words::said(desk, heard, task, person, word, None).await.map(drop),
    }
}

async fn part(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    from: Option<u16>,
    until: Option<u16>,
    way: &Way,
) -> anyhow::Result<()> {
    let who = who(desk, heard, task, person).await?;
    let decision = answer::offer_part(task, who, from, until, desk.now);
    if decision.outcome == Outcome::PartialNoted {
        outcome::ask_about_part(desk, heard, task, person, from, until).await?;
    }
    carry_out(desk, heard, task, person, None, decision, way).await
}

async fn carry_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    given: Option<Answer>,
    decision: Decision,
    way: &Way,
) -> anyhow::Result<()> {
    desk.put_away_answered(task.id, person.id, given, !decision.changes.is_empty()).await?;
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    change(desk, actor, task, person, &decision).await?;
    receipt(desk, heard, task, person, &decision.outcome, way).await
}

/// Everything that follows from an answer but the receipt.
async fn change(
    desk: &mut Desk<'_>,
    actor: Actor,
    task: &mut Task,
    person: &Person,
    decision: &Decision,
) -> anyhow::Result<()> {
    if decision.outcome == Outcome::Withdrawn {
        desk.tx.drop_unsent(task.id, Some(person.id)).await?;
        desk.tx.revoke_disclosure(task.id, person.id, desk.now).await?;
    }
    desk.change(task, &decision.changes, actor).await?;
    if decision.outcome == Outcome::Withdrawn {
        outcome::tell_duty_of_withdrawal(desk, task, person).await?;
    }
    Ok(())
}

/// Takes somebody who leaves off a task, place, queue and offer alike, by the same way as a withdrawal and without a receipt for each.
pub async fn step_down(
    desk: &mut Desk<'_>,
    actor: Actor,
    person: &Person,
    task: TaskId,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let asked_as = task.signup(person.id).and_then(|signup| signup.asked_as);
    let who = Who { person: person.id, approved: true, asked_as };
    // The first no to an offer of fewer places than were waited for keeps the turn; who leaves keeps none.
    for _ in 0..2 {
        let decision = answer::decline(&task, who, &calendar, desk.now);
        desk.put_away_answered(task.id, person.id, Some(Answer::No), !decision.changes.is_empty()).await?;
        change(desk, actor, &mut task, person, &decision).await?;
        if decision.outcome != Outcome::KeepsTurn {
            break;
        }
    }
    Ok(())
}

/// Says what came of an answer: as little as possible in a group, the whole in private.
async fn receipt(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    outcome: &Outcome,
    way: &Way,
) -> anyhow::Result<()> {
    if matches!(way, Way::Words { edited: true, .. } | Way::Thumb)
        && matches!(outcome, Outcome::AlreadyPlaced { .. })
    {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let said = match (outcome, way) {
        (Outcome::Withdrawn, Way::Words { ill: true, .. }) => faces::get_well(task, person, &calendar),
        _ => faces::receipt(desk, task, person.id, outcome, &calendar).await?,
    };
    if heard.in_private {
        return match way {
            Way::Press(press) => {
                desk.answer_press(heard, press, faces::press_answer(task, outcome)).await?;
                desk.reply_about(heard, said, None, Some(task.id), None).await
            }
            _ => desk.reply_about(heard, said, None, Some(task.id), None).await,
        };
    }
    if let Way::Press(press) = way {
        desk.answer_press(heard, press, faces::press_answer(task, outcome)).await?;
    }
    // Who answered for more than there are places is asked where they answered.
    let told = match (outcome, way) {
        (Outcome::OnlySomeLeft { .. }, Way::Words { .. }) => false,
        // A no by button is receipted by the alert: it asks for nothing more.
        (Outcome::Declined, Way::Press(_)) => true,
        _ => {
            let note = Note::on(task, Purpose::Receipt, format!("told:{}", heard.inbox.0), said);
            desk.tell(person.id, note).await?
        }
    };
    match way {
        Way::Words { message, .. } => {
            desk.mark(heard, message, faces::mark(outcome)).await?;
            in_group(desk, heard, task, person, outcome, Some(message), told).await
        }
        Way::Press(_) | Way::Thumb => in_group(desk, heard, task, person, outcome, None, told).await,
    }
}

/// What the group itself must hear: only what nobody could be told in private, and a question that somebody must answer.
async fn in_group(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    outcome: &Outcome,
    message: Option<&str>,
    told: bool,
) -> anyhow::Result<()> {
    let name = faces::first_name(&person.name);
    match outcome {
        Outcome::OnlySomeLeft { wanted, free } if !told => {
            let said = faces::only_some_left(task, &name, *wanted, *free);
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
        Outcome::Queued { .. } if !told => desk.show_reserves(heard, task).await,
        Outcome::Placed { .. } | Outcome::PlacedAlone if !told => {
            let mut said = Said::from(Message::PlacedOpenChat { name, number: task.number });
            if let Some(link) = &heard.start_link {
                said = said.row([Button { label: Message::OpenChat, target: Target::Link(link.clone()) }]);
            }
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
        Outcome::Placed { .. }
        | Outcome::PlacedAlone
        | Outcome::Queued { .. }
        | Outcome::Declined
        | Outcome::KeepsTurn => Ok(()),
        Outcome::AlreadyPlaced { .. } => Ok(()),
        _ if told => Ok(()),
        _ => {
            let calendar = desk.calendar(task.municipality).await?;
            let said = faces::receipt(desk, task, person.id, outcome, &calendar).await?;
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
    }
}

/// Answers a question about a task with all that may be said of it in a chat.
async fn inform(desk: &mut Desk<'_>, heard: &Heard, task: &Task, message: &str) -> anyhow::Result<()> {
    let said = faces::about(desk, task).await?;
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

async fn acknowledge(desk: &mut Desk<'_>, heard: &Heard, text: Message, message: &str) -> anyhow::Result<()> {
    desk.mark(heard, message, faces::NOTED).await?;
    if heard.in_private { desk.reply(heard, text.into(), None).await } else { Ok(()) }
}

/// In doubt the bot asks: in private where it can, else in the group. `text`: what was written, if it had words.
async fn not_understood(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    message: &str,
    text: Option<&str>,
) -> anyhow::Result<()> {
    if task.state != TaskState::Open {
        return Ok(());
    }
    if person.id == task.requester && heard.in_private && task.signup(person.id).is_none() {
        let text = Message::NothingChanged { number: task.number };
        return desk.reply_about(heard, text.into(), None, Some(task.id), None).await;
    }
    desk.mark(heard, message, faces::UNSURE).await?;
    let buttons = [
        Button::new(Message::ICan, format!("yes:{}", task.id.0)),
        Button::new(Message::ICannot, format!("no:{}", task.id.0)),
    ];
    let said = Said::from(Message::NotUnderstood { number: task.number }).row(buttons);
    // In private, where only whoever wrote it can tell of it.
    let private = match text {
        Some(text) if heard.in_private || desk.tx.reach(person.id).await?.is_some() => {
            let held = task.held_by(person.id) > 0;
            let misread = misread::offer(desk, person, text, Intent::Unrelated, held).await?;
            said.clone().row([misread])
        }
        _ => said.clone(),
    };
    if heard.in_private {
        return desk.reply_about(heard, private, None, Some(task.id), None).await;
    }
    let note = Note::on(task, Purpose::Question, format!("unsure:{}", heard.inbox.0), private);
    if desk.tell(person.id, note).await? {
        return Ok(());
    }
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

async fn who(desk: &mut Desk<'_>, heard: &Heard, task: &Task, person: &Person) -> anyhow::Result<Who> {
    let approved = match desk.tx.service(task.municipality, task.service).await? {
        Some(service) if service.approved_only => desk.tx.is_approved(service.id, person.id).await?,
        _ => true,
    };
    Ok(Who { person: person.id, approved, asked_as: asked_as(desk, heard, task, person).await? })
}

/// The organisation somebody answers for: the group's, and in private the first of those asked that they belong to. It is the one that is paid.
async fn asked_as(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
) -> anyhow::Result<Option<OrganisationId>> {
    if let Some(organisation) = heard.group.as_ref().and_then(|group| group.organisation_id) {
        return Ok(Some(organisation));
    }
    if let Some(before) = task.signup(person.id).and_then(|signup| signup.asked_as) {
        return Ok(Some(before));
    }
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let belongs = |organisation| memberships.iter().any(|of| of.organisation_id == Some(organisation));
    Ok(task.asked.iter().map(|asked| asked.organisation).find(|organisation| belongs(*organisation)))
}

/// The person who wrote, made known if they are new; somebody hidden is asked to answer as themselves.
async fn whoever_answers(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    message: &str,
) -> anyhow::Result<Option<Person>> {
    if heard.account.is_none() {
        desk.reply(heard, Message::AnswerAsYourself.into(), Some(message)).await?;
        return Ok(None);
    }
    known_or_new(desk, heard, task).await
}

/// The person an account is in the task's municipality. Somebody unknown who answers in the group of an organisation that is asked becomes a
/// volunteer of it; elsewhere a stranger stays one.
async fn known_or_new(desk: &mut Desk<'_>, heard: &Heard, task: &Task) -> anyhow::Result<Option<Person>> {
    let Some(account) = &heard.account else { return Ok(None) };
    let organisation = heard
        .group
        .as_ref()
        .filter(|group| group.municipality_id == task.municipality)
        .and_then(|g| g.organisation_id);
    if let Some(person) = heard.person_in(task.municipality) {
        if let Some(organisation) = organisation {
            desk.tx.become_volunteer(person, organisation, desk.now).await?;
        }
        return Ok(Some(person.clone()));
    }
    let Some(organisation) = organisation else { return Ok(None) };
    let language = heard.language();
    let person = desk.tx.insert_person(task.municipality, &account.name, language, desk.now).await?;
    desk.tx.link_account(person.id, account.id).await?;
    desk.tx.become_volunteer(&person, organisation, desk.now).await?;
    privacy::greet(desk, &person).await?;
    Ok(Some(person))
}

async fn say_nothing_there(desk: &mut Desk<'_>, heard: &Heard, way: &Way) -> anyhow::Result<()> {
    match way {
        Way::Press(press) => desk.refuse_press(heard, press, Message::NothingThere.into()).await,
        _ => Ok(()),
    }
}

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
    let reading = read_reply(text, ReplyContext { already_accepted: !coming.is_empty() });
    let asked = match reading.intent {
        Intent::Accept { .. } if offered.is_empty() => waiting_for_yes(desk, heard, &coming).await?,
        Intent::Done => just_ended(desk, heard, &coming).await?,
        _ => Vec::new(),
    };
    let arrived = shades::tells_of_arrival(text) && !coming.is_empty();
    let candidates = match reading.intent {
        _ if arrived => &coming,
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
        several => {
            which_one(desk, heard, several, reading.intent, message).await?;
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

/// The tasks that may be finished: those that have begun, and those that have ended and of which nothing was heard.
async fn just_ended(desk: &mut Desk<'_>, heard: &Heard, coming: &[TaskId]) -> anyhow::Result<Vec<TaskId>> {
    const REMEMBERED_HOURS: i64 = 24;
    let mut ended = Vec::new();
    for person in &heard.people {
        let since = desk.now - chrono::TimeDelta::hours(REMEMBERED_HOURS);
        ended.extend(desk.tx.tasks_ended_of(person.id, since).await?);
    }
    let mut finished = Vec::new();
    for id in coming.iter().copied().chain(ended) {
        let task = desk.tx.task(id).await?;
        if task.is_some_and(|task| task.starts_at <= desk.now && !task.is_settled()) {
            finished.push(id);
        }
    }
    Ok(finished)
}

/// Asks which of several tasks was meant: in private, for in a group it would tell what else somebody does.
async fn which_one(
    desk: &mut Desk<'_>,
    heard: &Heard,
    tasks: &[TaskId],
    intent: Intent,
    message: &str,
) -> anyhow::Result<()> {
    let verb = match intent {
        Intent::Accept { .. } => "yes",
        Intent::Late => "late",
        Intent::Done => "done",
        _ => "no",
    };
    let said = faces::which_task(desk, tasks, verb).await?;
    private::reply(desk, heard, said, message).await
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
