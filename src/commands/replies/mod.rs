//! Volunteers' answers to a task: by reply, by button, by thumb, in the group or in private.

mod another;
mod both;
mod carry_out;
mod club;
mod ill;
mod instead;
mod late;
mod part;
mod which;

use chrono::Timelike;

use super::attendance::words::{self, Word};
use super::attendance::{calls, deviations, progress, trouble};
use super::desk::{Desk, Heard, Note};
use super::{change, faces, misread, privacy, take_off, who_comes};
use crate::domain::answer;
use crate::domain::ids::TaskId;
use crate::domain::role::Role;
use crate::domain::task::{SignupState, Task, TaskState};
use crate::language::reply::read_reply;
use crate::language::{Intent, ReplyContext, ReplyReading, reports, shades};
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};
pub use another::{said_who, suggestions, tipped};
pub use both::said_to_both;
use carry_out::{answer, carry_out, who};
pub use carry_out::{pressed, step_down};
pub use club::{pressed as club_pressed, refuses as club_refuses};
pub use instead::handed_on;
use part::part;
pub use which::{
    asked_without_task, edited_in_private, nothing_to_refuse, said_to_a_card, said_to_the_last,
    said_without_task,
};

/// An answer of no more words than these is plain: nobody needs to say that it was misread.
const MOST_PLAIN_WORDS: usize = 3;

/// How an answer came: it decides how it is receipted.
#[derive(Clone, Debug)]
pub enum Way {
    /// A written message, with its id.
    Words {
        message: String,
        edited: bool,
        /// Whether it tells of illness.
        ill: bool,
        /// What was written and how it was read, where it was so wordy that it may have been misread.
        wordy: Option<(String, Intent)>,
    },
    /// A button, with the id of the press.
    Press(String),
    Thumb,
}

impl Way {
    /// The message that an answer to it stands under.
    fn message(&self) -> Option<&str> {
        match self {
            Self::Words { message, .. } => Some(message),
            Self::Press(_) | Self::Thumb => None,
        }
    }
}

/// What was answered, whichever way it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// For so many; `None`: without a number.
    Yes {
        people: Option<u32>,
    },
    /// What they offered stays what it was: a part, or on a condition.
    AsOffered,
    /// Takes back the place that they gave up, as they have been asked.
    Back,
    /// Waits in the queue for this many places.
    Reserve {
        people: u32,
    },
    No,
}

/// What words say of a task. "Jeg tar maten" takes it, and "om Eva blir med" is a condition.
fn read(text: &str, already_accepted: bool) -> ReplyReading {
    let mut reading = read_reply(text, ReplyContext { already_accepted });
    match reading.intent {
        // What others are to do is no yes of the sender's.
        _ if shades::instead(text).is_some() || sends_another(text, already_accepted) => {
            reading.intent = if already_accepted { Intent::Withdraw } else { Intent::Decline };
        }
        Intent::Accept { people: 1 } if !already_accepted && shades::another_comes_along(text) => {
            reading.intent = Intent::Accept { people: 2 };
        }
        Intent::Unrelated if shades::takes_the_task(text) => reading.intent = Intent::Accept { people: 1 },
        Intent::Accept { .. } if !already_accepted && shades::depends_on_another(text) => {
            reading.intent = Intent::Conditional { from: None, until: None };
        }
        _ => {}
    }
    reading
}

/// Whether words that were read so may be those of somebody who is stuck on the way: "kommer ikke fram" alone is no no.
fn may_be_stuck(intent: Intent, text: &str) -> bool {
    match intent {
        Intent::Late | Intent::Maybe | Intent::Unrelated | Intent::Done => true,
        Intent::Decline | Intent::Withdraw => {
            let rest = read(&reports::beside_stuck(text), true).intent;
            !matches!(rest, Intent::Decline | Intent::Withdraw)
        }
        _ => false,
    }
}

/// Whether `text` says that somebody of its sender's comes in their place. "Sønnen min kommer" from whoever holds a place may add him.
fn sends_another(text: &str, already_accepted: bool) -> bool {
    shades::sends_another(text) || !already_accepted && shades::another_comes(text)
}

/// How many offer to wait for a place: "vi er to som kan stå som reserve". `None`: they say something else, or yes.
fn stands_by(text: &str) -> Option<u32> {
    let before = shades::before_stand_by(text)?;
    match read(before, false).intent {
        Intent::Accept { people } => Some(people),
        _ => None,
    }
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
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = whoever_answers(desk, heard, &task, message).await? else { return Ok(()) };
    let already_accepted = task.held_by(person.id) > 0;
    // In private that was heard before anything else.
    if !edited && !heard.in_private && trouble::is_alarm(&task, &person, text, desk.now) {
        trouble::alarm(desk, heard, &task, &person, text, message).await?;
        return match trouble::gives_place_back(&task, text, desk.now) {
            true => gives_place_back(desk, heard, task.id, &person, message).await,
            false => Ok(()),
        };
    }
    let may_be_there = already_accepted
        && words::is_near(&task, desk.now)
        && words::refusal(&task, person.id, Word::There).is_none();
    if !edited && heard.in_private && trouble::is_there_with_more(&task, &person, text, desk.now) {
        return trouble::there_with_more(desk, heard, &task, &person, text, message).await;
    }
    if !edited && progress::said(desk, heard, &task, &person, text, message).await? {
        return Ok(());
    }
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
    let unnumbered = shades::without_task_number(text);
    let mut reading = read(text, already_accepted);
    if unnumbered.len() < text.len() && shades::plain_answer(&unnumbered) == Some(true) {
        // "ja til #17"
        reading.intent = Intent::Accept { people: 1 };
    }
    if already_accepted && desk.now < task.ends_at && ill::is_withdrawal(reading.intent, text) {
        reading.intent = Intent::Withdraw;
    }
    // "Jeg kan ikke, men broren min kan" is nobody's yes but the brother's.
    let another = sends_another(text, already_accepted);
    if let (Intent::Late, Some(people)) = (reading.intent, late::comes_late(&task, &person, text)) {
        reading.intent = Intent::Accept { people };
    }
    if !edited
        && already_accepted
        && may_be_stuck(reading.intent, text)
        && take_off::is_stuck(&task, text, desk.now)
    {
        return take_off::may_not_arrive(desk, heard, &mut task, &person, message).await;
    }
    let way = Way::Words {
        message: message.to_owned(),
        edited,
        ill: shades::tells_of_illness(text),
        wordy: (text.split_whitespace().count() > MOST_PLAIN_WORDS)
            .then(|| (text.to_owned(), reading.intent)),
    };
    if is_no_volunteer(desk, &task, &person).await? {
        return said_by_staff(desk, heard, &task, &person, text, message, reading.intent).await;
    }
    let refuses = matches!(reading.intent, Intent::Decline | Intent::Withdraw);
    if !edited
        && refuses
        && reports::club_refuses(text)
        && club::answers_for(desk, &task, &person).await?.is_some()
    {
        return club::note(desk, heard, task.id, message).await;
    }
    if another {
        answer(desk, heard, &mut task, &person, Answer::No, &way).await?;
        return another::ask_who(desk, heard, &task, &person, &way).await;
    }
    let bare_yes = matches!(reading.intent, Intent::Accept { .. })
        && (shades::plain_answer(&unnumbered) == Some(true) || unnumbered.split_whitespace().count() <= 2);
    if edited
        && bare_yes
        && let Some(whole) =
            answer::come_for_the_whole(&task, who(desk, heard, &task, &person).await?, desk.now)
    {
        return carry_out(desk, heard, &mut task, &person, None, whole, &way).await;
    }
    if bare_yes
        && !edited
        && task.is_hunting()
        && task.is_undecided(person.id)
        && part::ask_for_the_whole(desk, heard, &task, &person).await?
    {
        return Ok(());
    }
    if let Some(people) = stands_by(text).filter(|_| !already_accepted) {
        return answer(desk, heard, &mut task, &person, Answer::Reserve { people }, &way).await;
    }
    let together = task.signup(person.id).is_some_and(|signup| signup.people > 1);
    if together && shades::one_of_us_comes(text) {
        return answer(desk, heard, &mut task, &person, Answer::Yes { people: Some(1) }, &way).await;
    }
    let late = late::minutes_without_place(&task, &person, text);
    if let Some(from) = late::offered_from(desk, &task, &person, reading.intent, late).await? {
        return part(desk, heard, &mut task, &person, Some(from), None, &way).await;
    }
    match reading.intent {
        Intent::Decline | Intent::Withdraw
            if task.held_by(person.id) > 1 && shades::leaves_only_oneself(text) =>
        {
            answer(desk, heard, &mut task, &person, Answer::Yes { people: Some(1) }, &way).await
        }
        Intent::Accept { people } => {
            let people = (people > 1 || shades::counts_one(&unnumbered)).then_some(people);
            answer(desk, heard, &mut task, &person, Answer::Yes { people }, &way).await?;
            late::note(desk, heard, &mut task, &person, late).await
        }
        Intent::Decline | Intent::Withdraw => answer(desk, heard, &mut task, &person, Answer::No, &way).await,
        Intent::Conditional { from: None, until: None }
            if task.held_by(person.id) > 1 && shades::leaves_only_oneself(text) =>
        {
            answer(desk, heard, &mut task, &person, Answer::Yes { people: Some(1) }, &way).await
        }
        Intent::Conditional { from: None, until: None }
            if !already_accepted && task.is_hunting() && !edited && shades::if_needed(text) =>
        {
            ask_since_needed(desk, heard, &task, &person, message).await
        }
        Intent::Conditional { from, until } => {
            let minute =
                |time: chrono::NaiveTime| u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0);
            let (mut from, mut until) = (from.map(minute), until.map(minute));
            if let (None, None, Some(stretch)) = (from, until, shades::stretch(text)) {
                (from, until) =
                    part::bounds(stretch, faces::window(&task, &desk.calendar(task.municipality).await?));
            }
            part(desk, heard, &mut task, &person, from, until, &way).await
        }
        Intent::Question => inform(desk, heard, &task, &person, message).await,
        Intent::Maybe if text.contains('?') => inform(desk, heard, &task, &person, message).await,
        Intent::Maybe => acknowledge(desk, heard, &task, &person, message).await,
        Intent::Late | Intent::Done if edited => Ok(()),
        Intent::Late => {
            let minutes = match shades::minutes(text) {
                Some(minutes) => Some(minutes),
                None => words::late_by_clock(desk, &task, &person, text).await?,
            };
            if let Some(from) = late::for_a_part(desk, &task, &person, minutes).await? {
                return part(desk, heard, &mut task, &person, Some(from), None, &way).await;
            }
            say(desk, heard, &mut task, &person, Word::Late { minutes }, None, message).await
        }
        Intent::Done => {
            let rest = after(text, &reading.because);
            say(desk, heard, &mut task, &person, Word::Done, rest.as_deref(), message).await
        }
        // "Jo forresten, det går" in the place of a no: whoever wrote it must not think that it was read.
        Intent::Unrelated if edited && shades::begins_with_yes(text) && !already_accepted => {
            not_understood(desk, heard, &task, &person, message, Some(text)).await
        }
        Intent::Unrelated if edited => Ok(()),
        Intent::Unrelated
            if heard.in_private
                && already_accepted
                && trouble::is_worth_passing_on(&task, text, desk.now) =>
        {
            trouble::pass_on(desk, heard, &task, &person, text, message).await
        }
        Intent::Unrelated => not_understood(desk, heard, &task, &person, message, Some(text)).await,
    }
}

/// Somebody who has told of harm does not come either: their place is given back.
pub async fn gives_place_back(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    person: &Person,
    message: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let way = Way::Words { message: message.to_owned(), edited: false, ill: false, wordy: None };
    answer(desk, heard, &mut task, person, Answer::No, &way).await
}

/// Whether somebody is the requester, or staff in another way, and belongs to no club: what they say of the task is no volunteer's answer.
pub async fn is_no_volunteer(desk: &mut Desk<'_>, task: &Task, person: &Person) -> anyhow::Result<bool> {
    if task.signup(person.id).is_some() || task.offer_to(person.id).is_some() {
        return Ok(false);
    }
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let contact = desk.tx.escalation_contact(task.municipality).await?;
    let is_contact = contact.is_some_and(|contact| contact.id == person.id);
    let is_staff = is_contact || person.id == task.requester || !memberships.is_empty();
    Ok(is_staff && memberships.iter().all(|of| of.organisation_id.is_none() && of.role != Role::Volunteer))
}

/// What somebody who is no volunteer says of a task, and what changes nothing.
async fn said_by_staff(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: &str,
    message: &str,
    intent: Intent,
) -> anyhow::Result<()> {
    if intent == Intent::Question {
        return match heard.in_private && who_comes::stands(desk, heard, task.id, message).await? {
            true => Ok(()),
            false => inform(desk, heard, task, person, message).await,
        };
    }
    let in_unit = heard.group.as_ref().is_some_and(|group| group.organisation_id.is_none());
    if !heard.in_private && !in_unit {
        return not_understood(desk, heard, task, person, message, Some(text)).await;
    }
    if shades::is_courtesy(text) {
        return desk.mark(heard, message, faces::NOTED).await;
    }
    // In their own group staff are asked what they were asked for, and not whether they come.
    if let Some(said) = calls::ask_how_it_went(task).filter(|_| in_unit) {
        desk.mark(heard, message, faces::UNSURE).await?;
        return desk.reply_about(heard, said, Some(message), Some(task.id), None).await;
    }
    let text = change::closed_to_staff(desk, task).unwrap_or(Message::NothingChanged { number: task.number });
    desk.reply_about(heard, text.into(), None, Some(task.id), None).await
}

/// Whether somebody was offered a place, did not answer in time, and people are looked for still.
pub async fn may_take_late(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<bool> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(false) };
    let person = heard.person_in(task.municipality);
    let signup = person.and_then(|person| task.signup(person.id));
    let is_late = signup.is_some_and(|signup| signup.state == SignupState::Silent);
    Ok(is_late && task.is_hunting() && desk.now < task.ends_at)
}

/// Something said in words about a task that was asked about.
pub async fn said_word(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    word: Word,
    rest: Option<&str>,
    message: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality).cloned() else { return Ok(()) };
    say(desk, heard, &mut task, &person, word, rest, message).await
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
    let mut said = words::said(desk, heard, task, person, word, rest).await?;
    let has_no_business_here = match rest.filter(|_| counts) {
        Some(rest) => !deviations::may_be_quoted(desk, task, rest).await?,
        None => false,
    };
    match has_no_business_here {
        true => deviations::remove(desk, heard, &mut said, message).await?,
        false => desk.mark(heard, message, if counts { faces::NOTED } else { faces::UNSURE }).await?,
    }
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

/// Somebody took their thumb back: they are asked in private whether they meant it.
pub async fn thumb_taken_back(desk: &mut Desk<'_>, heard: &Heard, task: TaskId) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else { return Ok(()) };
    let Some(person) = heard.person_in(task.municipality) else { return Ok(()) };
    let (number, id) = (task.number, task.id.0);
    let said = match task.signup(person.id) {
        Some(signup) if signup.state == SignupState::Placed => Said::from(Message::ThumbTakenBack { number })
            .row([
                Button::new(Message::StillComing, format!("yes:{id}")),
                Button::new(Message::CannotCome, format!("no:{id}")),
            ]),
        Some(signup) if signup.state == SignupState::Reserve => {
            Said::from(Message::ThumbTakenBackReserve { number }).row([
                Button::new(Message::StillReserve, format!("res:{id}:{}", signup.people)),
                Button::new(Message::NotReserve, format!("no:{id}")),
            ])
        }
        _ => return Ok(()),
    };
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

/// Answers a question about a task with all that may be said of it in a chat; who comes is shown the way to the rest.
async fn inform(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    message: &str,
) -> anyhow::Result<()> {
    let said: Said = match change::closed(desk, task) {
        None if heard.in_private && task.is_undecided(person.id) => {
            Message::OfferUndecided { number: task.number }.into()
        }
        Some(text @ (Message::TaskCancelled { .. } | Message::TaskTakenOver { .. })) => text.into(),
        _ if heard.in_private && task.held_by(person.id) > 0 => faces::about_for_holder(desk, task).await?,
        _ => faces::about(desk, task).await?,
    };
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
}

/// Notes a perhaps; the mark must not look like a yes.
async fn acknowledge(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    message: &str,
) -> anyhow::Result<()> {
    desk.mark(heard, message, faces::UNSURE).await?;
    let text = Message::MaybeNoted { number: task.number };
    if heard.in_private {
        return desk.reply_about(heard, text.into(), None, Some(task.id), None).await;
    }
    // Once a task: the mark alone is enough for the next perhaps.
    let key = format!("maybe:{}:{}:{}", task.id.0, person.id.0, task.generation);
    desk.tell(person.id, Note::on(task, Purpose::Receipt, key, text)).await.map(drop)
}

/// Whoever comes if it is needed is told that it is, and asked.
async fn ask_since_needed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    message: &str,
) -> anyhow::Result<()> {
    let window = faces::window(task, &desk.calendar(task.municipality).await?);
    let (number, service, id) = (task.number, task.service, task.id.0);
    let said = Said::from(Message::ItIsNeeded { number, service, window }).row([
        Button::new(Message::ICan, format!("yes:{id}")),
        Button::new(Message::ICannot, format!("no:{id}")),
    ]);
    ask(desk, heard, task, person, said, message, "needed").await
}

/// Asks whoever wrote in private where that is possible, else under what they wrote.
async fn ask(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    said: Said,
    message: &str,
    what: &str,
) -> anyhow::Result<()> {
    desk.mark(heard, message, faces::UNSURE).await?;
    if heard.in_private {
        return desk.reply_about(heard, said, None, Some(task.id), None).await;
    }
    let key = format!("{what}:{}:{}", heard.inbox.0, task.id.0);
    if desk.tell(person.id, Note::on(task, Purpose::Question, key, said.clone())).await? {
        return Ok(());
    }
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
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
        // In a group others may be meant; in private nobody else can.
        return if heard.in_private { inform(desk, heard, task, person, message).await } else { Ok(()) };
    }
    desk.mark(heard, message, faces::UNSURE).await?;
    let (number, id) = (task.number, task.id.0);
    // Under a full card whoever chats is asked once.
    let covered = !task.is_hunting() && task.held_by(person.id) == 0;
    if covered && !heard.in_private && task.reserves().iter().any(|reserve| reserve.person == person.id) {
        return Ok(());
    }
    let no = Button::new(Message::ICannot, format!("no:{id}"));
    let said = match covered {
        true => Said::from(Message::CoveredStandBy { number })
            .row([Button::new(Message::StandAsReserve, format!("res:{id}:1")), no]),
        false => Said::from(Message::NotUnderstood { number })
            .row([Button::new(Message::ICan, format!("yes:{id}")), no]),
    };
    let key = match covered {
        true => format!("unsure:{id}:{}:{}", person.id.0, task.generation),
        false => format!("unsure:{}", heard.inbox.0),
    };
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
    let note = Note::on(task, Purpose::Question, key, private);
    if desk.tell(person.id, note).await? {
        return Ok(());
    }
    desk.reply_about(heard, said, Some(message), Some(task.id), None).await
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
