//! What somebody who comes says on the way: coming, late, there, done, not as it should be.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::{calls, deviations, roll_call};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{change, faces, offers, outcome, take_off};
use crate::domain::attendance::{Mark, late_until};
use crate::domain::ids::{PersonId, TaskId};
use crate::domain::task::{Change, Signup, SignupState, Task, TaskState};
use crate::language::request::read_change;
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Ore;
use crate::text::{Button, Message, Said};

/// What is said, by button or in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Comes,
    /// How late is asked, unless it was said. In minutes.
    Late {
        minutes: Option<u32>,
    },
    There,
    Done,
    SomethingHappened,
    /// It was not carried out.
    NotDone,
    /// Others say that they did not come: they did, or it is so.
    WasThere,
    WasNotThere,
    /// A reserve stands ready, or not.
    Ready {
        ready: bool,
    },
    /// Comes, although fewer are needed.
    Stays,
    StepsDown,
}

/// So long before the start somebody may be there.
const NEAR: TimeDelta = TimeDelta::hours(1);
/// Who comes later than this is not late but comes for a part, or not.
pub const MOST_MINUTES_LATE: u32 = 60;
/// The minutes that somebody who is late may choose from.
const LATE_CHOICES: [u32; 4] = [10, 20, 30, 60];

/// A pressed button. Without `press` its label was typed.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    word: Word,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(person) = heard.person_in(task.municipality).cloned() else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let said = match refusal(&task, person.id, word) {
        Some(text) => return desk.refuse_press(heard, press, text.into()).await,
        None => hear(desk, heard, &mut task, &person, word, None).await?,
    };
    let short = said.lines.first().cloned().unwrap_or(Message::Done);
    desk.answer_press(heard, press, short.into()).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

/// The same in words: what is answered, be it why the word can't be taken.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    rest: Option<&str>,
) -> anyhow::Result<Said> {
    if let Some(text) = refusal(task, person.id, word) {
        return Ok(text.into());
    }
    if word == Word::Done && !is_near(task, desk.now) {
        let calendar = desk.calendar(task.municipality).await?;
        let (number, at) = (task.number, faces::at(&calendar, desk.now, task.starts_at));
        return Ok(Said::from(Message::DoneAlready { number, at }).row([
            Button::new(Message::ItWasDone, format!("done:{}", task.id.0)),
            Button::new(Message::No, "stay".to_owned()),
        ]));
    }
    hear(desk, heard, task, person, word, rest).await
}

/// Whether the task has begun, or is so near that words about being there or done may be taken as they stand: what was misread must not keep
/// anybody from being looked for.
pub fn is_near(task: &Task, now: DateTime<Utc>) -> bool {
    now >= task.starts_at - NEAR
}

/// Why the word can't be taken: the person has no part in the task, or the task is no more.
pub fn refusal(task: &Task, person: PersonId, word: Word) -> Option<Message> {
    let number = task.number;
    let state = task.signup(person).map(|signup| signup.state);
    let afterwards = matches!(
        word,
        Word::Done | Word::SomethingHappened | Word::NotDone | Word::WasThere | Word::WasNotThere
    );
    if matches!(word, Word::StepsDown | Word::Stays)
        && task.places_wanted.is_none()
        && task.state == TaskState::Open
        && state == Some(SignupState::Placed)
    {
        return Some(Message::YouAreNeeded { number });
    }
    match (task.state, state) {
        (TaskState::Cancelled, _) => Some(Message::TaskCancelled { number }),
        (TaskState::TakenOver, _) => Some(Message::TaskTakenOver { number }),
        (TaskState::Ended, _) if !afterwards => Some(Message::TaskOver { number }),
        (_, Some(SignupState::Placed))
            if matches!(word, Word::WasThere | Word::WasNotThere) && !is_said_away(task, person) =>
        {
            Some(Message::AlreadySettled { number })
        }
        (_, Some(SignupState::Reserve)) if matches!(word, Word::Ready { .. }) => None,
        (_, Some(SignupState::Placed)) if !matches!(word, Word::Ready { .. }) => None,
        _ if is_there_after_all(task, person, word) => None,
        _ => Some(Message::NothingToConfirm { number }),
    }
}

/// Whether others say of somebody that they do not come, and neither they nor duty have settled it.
fn is_said_away(task: &Task, person: PersonId) -> bool {
    let signup = task.signup(person);
    signup.is_some_and(|signup| task.open_report(signup).is_some() && !task.is_absent(signup))
}

/// Whether somebody was reported as missing, says that they are there, and has a place to come back to.
fn is_there_after_all(task: &Task, person: PersonId, word: Word) -> bool {
    let signup = task.signup(person).filter(|signup| signup.state == SignupState::Withdrawn);
    let missed = signup.is_some_and(|signup| task.is_marked(signup, Mark::Absent));
    missed && task.is_hunting() && matches!(word, Word::There | Word::Late { .. } | Word::Done)
}

async fn hear(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    rest: Option<&str>,
) -> anyhow::Result<Said> {
    let number = task.number;
    let Some(signup) = task.signup(person.id).copied() else {
        return Ok(Message::NothingToConfirm { number }.into());
    };
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    desk.put_away_word(task.id, person.id, word).await?;
    let was_given_up = is_there_after_all(task, person.id, word);
    if was_given_up {
        let placed = Change::Placed { person: person.id, people: 1, asked_as: signup.asked_as };
        desk.change(task, &[placed], actor).await?;
        offers::void_what_does_not_fit(desk, task).await?;
    }
    let signup = task.signup(person.id).copied().unwrap_or(signup);
    match word {
        Word::Comes => {
            put(desk, task, person.id, Mark::Confirmed, actor).await?;
            Ok(Message::ConfirmedThanks { number }.into())
        }
        Word::Late { minutes: None } => {
            late(desk, task, person, None, actor).await?;
            tell_of_delay(desk, heard, task, person, None).await?;
            let choices = LATE_CHOICES.map(|minutes| {
                Button::new(Message::LateMinutes { minutes }, format!("late:{}:{minutes}", task.id.0))
            });
            Ok(Said::from(Message::HowLate { number }).row(choices))
        }
        Word::Late { minutes } => {
            let until = late(desk, task, person, minutes, actor).await?;
            let calendar = desk.calendar(task.municipality).await?;
            let at = calendar.local(until).time();
            tell_of_delay(desk, heard, task, person, Some(at)).await?;
            Ok(Message::LateUntilNoted { number, at }.into())
        }
        Word::There => {
            let alarmed = was_given_up || is_alarmed(task, &signup);
            put(desk, task, person.id, Mark::CheckedIn, actor).await?;
            if alarmed {
                let name = faces::short_name(&person.name);
                settle_alarm(desk, heard, task, person, Message::PersonIsThere { number, name }).await?;
            }
            Ok(Message::CheckedInNoted { number }.into())
        }
        Word::Done => done(desk, heard, task, person, (&signup, was_given_up), rest).await,
        Word::SomethingHappened => {
            put(desk, task, person.id, Mark::WentWrong, actor).await?;
            match rest {
                Some(rest) => deviations::report(desk, heard, task, person, rest).await,
                None => Ok(Message::WhatHappened { number }.into()),
            }
        }
        Word::NotDone => not_done(desk, heard, task, person, actor).await,
        Word::WasThere | Word::WasNotThere => {
            let came = word == Word::WasThere;
            let mark = if came { Mark::CheckedIn } else { Mark::Absent };
            put(desk, task, person.id, mark, actor).await?;
            take_off::tell_duty_who_came(desk, heard, task, person, came).await?;
            Ok(match came {
                true => Message::WasThereNoted { number },
                false => Message::WasNotThereNoted { number },
            }
            .into())
        }
        Word::Ready { ready: true } => {
            put(desk, task, person.id, Mark::StandsReady, actor).await?;
            Ok(Message::StandsReadyNoted { number }.into())
        }
        Word::Ready { ready: false } => {
            put(desk, task, person.id, Mark::StandInRefused, actor).await?;
            Ok(Message::StandInRefusedNoted { number }.into())
        }
        Word::Stays => {
            put(desk, task, person.id, Mark::StepDownRefused, actor).await?;
            change::ask_next_to_step_down(desk, task).await?;
            Ok(Message::StaysNoted { number }.into())
        }
        Word::StepsDown => {
            desk.tx.revoke_disclosure(task.id, person.id, desk.now).await?;
            desk.change(task, &[Change::Withdrew { person: person.id }], actor).await?;
            change::ask_next_to_step_down(desk, task).await?;
            Ok(Message::SteppedDown { number }.into())
        }
    }
}

/// Somebody is there, and something is wrong: nobody need look for them, and nobody is told that all is well.
pub async fn there_in_trouble(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
) -> anyhow::Result<()> {
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let unit_was_told = task.task_marked_at(Mark::NobodyCallAsked).is_some();
    desk.put_away_word(task.id, person.id, Word::There).await?;
    put(desk, task, person.id, Mark::CheckedIn, actor).await?;
    desk.put_away_said(task.id, person.id, &format!("there:{}:{}", task.id.0, person.id.0)).await?;
    if unit_was_told {
        let text = Message::ThereInTrouble { number: task.number, name: faces::short_name(&person.name) };
        calls::tell_unit(desk, task, &format!("trouble:{}:unit", heard.inbox.0), text.into()).await?;
    }
    Ok(())
}

async fn put(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: PersonId,
    mark: Mark,
    actor: Actor,
) -> anyhow::Result<()> {
    desk.change(task, &[Change::Marked { person: Some(person), mark, until: None }], actor).await
}

async fn late(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: &Person,
    minutes: Option<u32>,
    actor: Actor,
) -> anyhow::Result<DateTime<Utc>> {
    let calendar = desk.calendar(task.municipality).await?;
    let starts_at = calendar.instant(faces::window_of(task, person.id, &calendar).start);
    let until = late_until(starts_at, minutes, desk.now);
    let change = Change::Marked { person: Some(person.id), mark: Mark::Late, until: Some(until) };
    desk.change(task, &[change], actor).await?;
    Ok(until)
}

/// Whether duty was told that somebody is not there, or the unit was asked to ring since nobody is, and nothing has been heard since.
fn is_alarmed(task: &Task, signup: &Signup) -> bool {
    let is_there =
        |signup: &Signup| task.is_marked(signup, Mark::CheckedIn) || task.is_marked(signup, Mark::Completed);
    let nobody = task.task_marked_at(Mark::NobodyCallAsked).is_some() && !task.placed().any(is_there);
    !is_there(signup) && (nobody || task.is_marked(signup, Mark::NoShowTold))
}

/// They came after all, or have come and gone: what was asked of duty and the unit is settled, and they are told.
async fn settle_alarm(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    text: Message,
) -> anyhow::Result<()> {
    desk.put_away_said(task.id, person.id, &format!("there:{}:{}", task.id.0, person.id.0)).await?;
    let key = format!("came:{}", heard.inbox.0);
    outcome::tell_duty(desk, task, &key, text.clone()).await?;
    if task.task_marked_at(Mark::NobodyCallAsked).is_some() {
        desk.put_away_calls(task.id).await?;
        calls::tell_unit(desk, task, &format!("{key}:unit"), text.into()).await?;
    }
    Ok(())
}

/// The minutes that somebody will be late who says when they come: "kjem litt seinare, kl 16.30". `None`: they name no such time.
pub async fn late_by_clock(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
    text: &str,
) -> anyhow::Result<Option<u32>> {
    let calendar = desk.calendar(task.municipality).await?;
    let now = calendar.local(desk.now);
    let Some(clock) = read_change(text, now).clock else { return Ok(None) };
    let from = faces::window_of(task, person.id, &calendar).start.max(now);
    let minutes = (from.date().and_time(clock) - from).num_minutes();
    Ok(u32::try_from(minutes).ok().filter(|minutes| (1..=MOST_MINUTES_LATE).contains(minutes)))
}

/// A delay is the business of whoever asked, of those who come to the same task, and of duty where somebody must be there.
async fn tell_of_delay(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    at: Option<NaiveTime>,
) -> anyhow::Result<()> {
    let (number, name) = (task.number, faces::short_name(&person.name));
    let text = match at {
        Some(at) => Message::LateTold { number, name, at },
        None => Message::SomebodyLate { number, name },
    };
    let key = format!("late:{}", heard.inbox.0);
    let others = task.attending().map(|signup| signup.person).filter(|other| *other != person.id);
    let others: Vec<PersonId> = others.chain([task.requester]).collect();
    for other in others {
        let note = Note::on(task, Purpose::Notice, format!("{key}:to:{}", other.0), text.clone());
        desk.tell(other, note).await?;
    }
    if task.must_cover {
        outcome::tell_duty_but(desk, task, &key, text, Some(task.requester)).await?;
    }
    Ok(())
}

/// It is done. Whoever asked hears it once, with what else was said; thanks name the club's amount.
async fn done(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    (signup, was_given_up): (&Signup, bool),
    rest: Option<&str>,
) -> anyhow::Result<Said> {
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let first = !task.is_completed();
    let alarmed = was_given_up || is_alarmed(task, signup);
    // Who is said not to have come, and it is done, was there.
    if !task.is_marked(signup, Mark::Completed) || task.open_report(signup).is_some() || task.is_not_done() {
        put(desk, task, person.id, Mark::Completed, actor).await?;
        if alarmed {
            let (number, name) = (task.number, faces::short_name(&person.name));
            settle_alarm(desk, heard, task, person, Message::PersonIsDone { number, name }).await?;
        }
        desk.tx.refresh_cards(task.id).await?;
    }
    let number = task.number;
    let quoted = match rest {
        Some(words) => deviations::may_be_quoted(desk, task, words).await?,
        None => false,
    };
    let text = match rest.filter(|_| quoted) {
        Some(words) => Some(Message::TaskDoneWith { number, words: words.to_owned() }),
        None => first.then_some(Message::TaskDone { number }),
    };
    if let Some(text) = text {
        let key = format!("done:{}", heard.inbox.0);
        desk.tell(task.requester, Note::on(task, Purpose::Notice, key, text)).await?;
    }
    let mut said = thanks(desk, task, person, signup).await?;
    if let Some(words) = rest.filter(|_| !quoted) {
        // What has no business in a chat is a report: somebody answers for it by a time, and whoever told it knows.
        said.lines.extend(deviations::report(desk, heard, task, person, words).await?.lines);
    }
    Ok(said)
}

/// It was not carried out, as far as anybody has said: whoever asked hears it.
async fn not_done(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    actor: Actor,
) -> anyhow::Result<Said> {
    let number = task.number;
    // Somebody else has said that it was; what this one tells is a report beside that.
    if !task.is_completed() && !task.is_not_done() {
        let change = Change::Marked { person: None, mark: Mark::NotDone, until: None };
        desk.change(task, &[change], actor).await?;
        let text = Message::TaskNotFinished { number, name: person.name.clone() };
        let key = format!("undone:{}", heard.inbox.0);
        let note = Note::on(task, Purpose::Escalation, key.clone(), text.clone());
        if !desk.tell(task.requester, note).await? {
            outcome::pass_on(desk, task, &key, &text.into()).await?;
        }
    }
    Ok(Message::NotDoneNoted { number }.into())
}

/// Thanks with what it gave the club, and has given it so far this year.
async fn thanks(desk: &mut Desk<'_>, task: &Task, person: &Person, signup: &Signup) -> anyhow::Result<Said> {
    let (number, name) = (task.number, faces::first_name(&person.name));
    // Whom duty says did not come, the club gets nothing for.
    let counted = task.came().any(|one| one.person == signup.person) && task.is_completed();
    let Some((organisation, amount)) = faces::amount_for(task, signup).filter(|_| counted) else {
        return Ok(Message::CompletedThanks { number, name }.into());
    };
    let calendar = desk.calendar(task.municipality).await?;
    let (from, until) = calendar.year_of(task.starts_at);
    let year = desk.tx.earned(task.municipality, organisation, from, until).await?;
    Ok(Message::CompletedThanksClub { number, name, amount: Ore(amount), year: Ore(year.max(amount)) }.into())
}

/// Where "yes" means more than the place that is held already: it was asked whether they come, or whether they stand ready.
pub fn meant_by_yes(task: &Task, person: PersonId) -> Option<Word> {
    let signup = task.signup(person)?;
    match signup.state {
        SignupState::Placed if roll_call::is_asked(task, signup) => Some(Word::Comes),
        SignupState::Reserve
            if task.is_marked(signup, Mark::StandInAsked) && !task.is_marked(signup, Mark::StandsReady) =>
        {
            (task.offer_to(person).is_none()).then_some(Word::Ready { ready: true })
        }
        _ => None,
    }
}
