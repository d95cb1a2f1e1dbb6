//! "Borte 12.–19. desember": days on which somebody is not asked, and what that means for the places they hold.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde_json::json;

use super::desk::{Desk, Heard};
use super::{hand_over, lists, private, reach};
use crate::domain::ids::TaskId;
use crate::domain::task::{SignupState, Task};
use crate::language::absence::{Absence, read_absence};
use crate::store::history::Actor;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// Whoever is away for longer than this has probably been misread.
const LONGEST_DAYS: i64 = 400;
/// Places that have a button of their own.
const MOST_BUTTONS: usize = 6;

/// Notes the days, and asks about the places that fall on them. Nobody is moved: who holds a place holds it until they say otherwise.
pub async fn away(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let Some(first) = heard.people.first() else {
        return private::reply(desk, heard, Message::HelloStranger.into(), message).await;
    };
    let calendar = desk.calendar(first.municipality_id).await?;
    let today = calendar.local(desk.now);
    let Some(days) = read_absence(words, today).filter(|days| is_likely(days, today.date())) else {
        return private::reply(desk, heard, Message::AwayWhen.into(), message).await;
    };
    let Absence { from, until } = days;
    let mut said = Said::from(match from == until {
        true => Message::AwayOneDay { day: from },
        false => Message::AwayDays { from, until },
    });
    for person in heard.people.clone() {
        let calendar = desk.calendar(person.municipality_id).await?;
        let from = calendar.instant(midnight(from));
        let until = calendar.instant(midnight(until + Days::new(1)));
        desk.tx.insert_absence(person.id, from, until).await?;
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        let detail = json!({ "from": from, "until": until });
        desk.tx.record(person.municipality_id, None, None, actor, "away", &detail, desk.now).await?;
        if desk.tx.duty_turns(person.municipality_id).await?.contains(&person.id) {
            said.lines.push(Message::AwayFromDuty);
            reach::watch::changed(desk, person.municipality_id).await?;
        }
        // A shift may be somebody's who has no turn.
        hand_over::changed(desk, person.municipality_id).await?;
        let held = desk.tx.tasks_held_between(person.id, from.max(desk.now), until).await?;
        said = ask_about(desk, said, &person, held).await?;
    }
    private::reply(desk, heard, said, message).await
}

fn is_likely(days: &Absence, today: NaiveDate) -> bool {
    days.until >= today && days.until - today <= TimeDelta::days(LONGEST_DAYS)
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// Adds the question whether to give back the places that somebody holds, one button each.
pub async fn ask_about(
    desk: &mut Desk<'_>,
    mut said: Said,
    person: &Person,
    tasks: Vec<TaskId>,
) -> anyhow::Result<Said> {
    let mut held: Vec<(Task, SignupState)> = Vec::new();
    for id in tasks {
        let Some(task) = desk.tx.task(id).await? else { continue };
        if let Some(state) = task.signup(person.id).map(|signup| signup.state) {
            held.push((task, state));
        }
    }
    if held.is_empty() {
        return Ok(said);
    }
    said.lines.push(Message::YouStillHold);
    for (task, state) in &held {
        said.lines.push(lists::line(desk, task, person.id, *state).await?);
        if said.buttons.len() < MOST_BUTTONS {
            let number = task.number;
            let label = match state {
                SignupState::Reserve => Message::NotReserveNumber { number },
                _ => Message::WithdrawNumber { number },
            };
            said = said.row([Button::new(label, format!("no:{}", task.id.0))]);
        }
    }
    Ok(said)
}

/// Somebody is back, or is not going after all.
pub async fn back(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut was_away = false;
    for person in heard.people.clone() {
        if desk.tx.end_absences(person.id, desk.now).await? {
            was_away = true;
            reach::watch::person_changed(desk, &person).await?;
            hand_over::changed(desk, person.municipality_id).await?;
            let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
            desk.tx.record(person.municipality_id, None, None, actor, "back", &person.id, desk.now).await?;
        }
    }
    let text = if was_away { Message::WelcomeBack } else { Message::NotAway };
    private::reply(desk, heard, text.into(), message).await
}
