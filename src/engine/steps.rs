//! Taking a step of the ladder: somebody is asked, reminded, rung or answered.

use chrono::TimeDelta;

use crate::commands::desk::{Desk, Note};
use crate::commands::outcome::step_key as key;
use crate::commands::{faces, hand_over, offers, outcome, uncovered};
use crate::domain::ids::{GroupId, PersonId};
use crate::domain::local_time::Calendar;
use crate::domain::plan::{self, Planned, What};
use crate::domain::task::{Change, StepOutcome, Task};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::text::{Button, Message, Said};

/// How long somebody whose time is up may answer before the ladder goes on, in minutes.
const ASKED_AGAIN_MINUTES: i64 = 20;
/// Who was rung less than this ago has not been silent.
const TIME_TO_ANSWER: TimeDelta = TimeDelta::minutes(1);
/// What the outbox key of that question begins with.
const ASKED_AGAIN: &str = "again:";

/// Takes a step and notes how it went.
pub async fn take(desk: &mut Desk<'_>, task: &mut Task, planned: Planned) -> anyhow::Result<()> {
    let outcome = match planned.what {
        What::Ask { order } => ask(desk, task, order).await?,
        What::Remind => remind(desk, task).await?,
        What::AskStandby => ask_standby(desk, task, planned).await?,
        What::Duty | What::Deputy | What::MunicipalityContact => ring(desk, task, planned).await?,
        What::AnswerRequester => answer(desk, task).await?,
        What::RemindAgain => remind_again(desk, task, planned).await?,
        What::StillEmpty => uncovered::still_empty(desk, task).await?,
        What::LastCall => uncovered::last_call(desk, task).await?,
        What::NotCovered => uncovered::not_covered(desk, task).await?,
    };
    let change = Change::StepTaken { step: planned.step, outcome };
    desk.note(task, &change, Actor::default()).await
}

/// Whether an outbox key is that of a question to somebody whose time with a task was up.
pub fn is_asked_again(key: &str) -> bool {
    key.starts_with(ASKED_AGAIN)
}

/// Posts the card. Where it stands already, as after a withdrawal, the group is reminded of it instead.
async fn ask(desk: &mut Desk<'_>, task: &Task, order: u32) -> anyhow::Result<StepOutcome> {
    let Some(asked) = task.asked.iter().find(|asked| asked.order == order).copied() else {
        return Ok(StepOutcome::Skipped);
    };
    if asked.closed {
        return Ok(StepOutcome::Nobody);
    }
    let has_card = match desk.tx.group_chat(asked.group).await? {
        Some(chat) => desk.tx.has_card(task.id, chat.id).await?,
        None => false,
    };
    let reached = match has_card {
        true => places_are_free(desk, task, asked.group, true, "").await?,
        false => desk.post_card(task, asked.group, desk.now).await?,
    };
    if reached {
        offers::ask_the_early(desk, task, asked.organisation).await?;
        return Ok(StepOutcome::Reached);
    }
    let name = desk.tx.organisation_name(asked.organisation).await?;
    let text = Message::AskUnreached { number: task.number, name };
    outcome::tell_duty(desk, task, &format!("unreached:{}:{}:{order}", task.id.0, task.generation), text)
        .await?;
    Ok(StepOutcome::Nobody)
}

/// The one reminder, in every group that has the card.
async fn remind(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<StepOutcome> {
    remind_groups(desk, task, "").await
}

/// What must be covered is said once more where somebody may still take it: in the groups, and to whoever is on duty.
async fn remind_again(desk: &mut Desk<'_>, task: &Task, planned: Planned) -> anyhow::Result<StepOutcome> {
    let groups = remind_groups(desk, task, &format!(":{}", planned.step)).await?;
    // Whoever had it over night has just been shown it, and who is rung at the same time needs no second message.
    let calendar = desk.calendar(task.municipality).await?;
    let is_shown = |step: &Planned| {
        let lately = (step.at..step.at + TimeDelta::minutes(ASKED_AGAIN_MINUTES)).contains(&desk.now);
        lately && (step.what.rings() || step.what == What::StillEmpty)
    };
    let was_shown = plan::ladder_times(task, &calendar).iter().any(is_shown);
    if was_shown || task.held.is_some_and(|held| held.asked_again) {
        return Ok(groups);
    }
    let said = outcome::hole(desk, task, What::Duty, None, &[]).await?;
    let key = format!("stillopen:{}:{}:{}", task.id.0, task.generation, planned.step);
    Ok(if outcome::tell_duty(desk, task, &key, said).await? { StepOutcome::Reached } else { groups })
}

async fn remind_groups(desk: &mut Desk<'_>, task: &Task, which: &str) -> anyhow::Result<StepOutcome> {
    let mut outcome = StepOutcome::Skipped;
    for asked in task.asked.iter().filter(|asked| !asked.closed).copied().collect::<Vec<_>>() {
        let Some(chat) = desk.tx.group_chat(asked.group).await? else { continue };
        if desk.tx.has_card(task.id, chat.id).await?
            && places_are_free(desk, task, asked.group, false, which).await?
        {
            outcome = StepOutcome::Reached;
        }
    }
    Ok(outcome)
}

/// Reminds a group of the card it has. `again`: the hunt began anew, because somebody gave a place back. `which`: of several reminders in one hunt.
async fn places_are_free(
    desk: &mut Desk<'_>,
    task: &Task,
    group: GroupId,
    again: bool,
    which: &str,
) -> anyhow::Result<bool> {
    let Some(chat) = desk.tx.group_chat(group).await? else { return Ok(false) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, free, at) = (task.number, task.free(), faces::at(&calendar, desk.now, task.starts_at));
    let text = match again {
        true => Message::FreeAgain { number, free, at },
        false => Message::StillFree { number, free, at },
    };
    let card = desk.tx.card_message(task.id, chat.id).await?;
    // One in each hunt, whichever step of the ladder says it: the same key is the same message.
    let key = format!("still:{}:{}:{}{which}", task.id.0, task.generation, group.0);
    let note = Note::on(task, Purpose::Reminder, key, text);
    desk.tell_group(group, note, card).await
}

/// Asks those who have said that they may be asked, and have not answered.
async fn ask_standby(desk: &mut Desk<'_>, task: &Task, planned: Planned) -> anyhow::Result<StepOutcome> {
    let Some(service) = desk.tx.service(task.municipality, task.service).await? else {
        return Ok(StepOutcome::Skipped);
    };
    if task.asked.iter().all(|asked| asked.closed) {
        return Ok(StepOutcome::Skipped);
    }
    let calendar = desk.calendar(task.municipality).await?;
    let mut outcome = StepOutcome::Skipped;
    for person in desk.tx.standby(service.id).await? {
        if task.signup(person).is_some()
            || desk.tx.is_away(person, task.starts_at, task.ends_at).await?
            || offers::elsewhere(desk, task, person).await?.is_some()
        {
            continue;
        }
        let window = faces::window(task, &calendar);
        let text = Message::StandbyAsked { number: task.number, service: task.service, window };
        let said = Said::from(text).row([
            Button::new(Message::Yes, format!("yes:{}", task.id.0)),
            Button::new(Message::No, format!("no:{}", task.id.0)),
        ]);
        let note = Note::on(task, Purpose::Question, key(task, planned.step, person.0), said);
        let reached = desk.tell(person, note).await?;
        outcome = match (reached, outcome) {
            (true, _) | (_, StepOutcome::Reached) => StepOutcome::Reached,
            _ => StepOutcome::Nobody,
        };
    }
    Ok(outcome)
}

/// Rings the one on duty, the deputy or the municipality's contact.
async fn ring(desk: &mut Desk<'_>, task: &Task, planned: Planned) -> anyhow::Result<StepOutcome> {
    let calendar = desk.calendar(task.municipality).await?;
    let duty = desk.on_duty(task.municipality, &calendar).await?;
    let contact = desk.tx.escalation_contact(task.municipality).await?.map(|person| person.id);
    let (person, silent) = match planned.what {
        What::Duty => (duty.first().copied(), None),
        What::Deputy => (duty.get(1).copied(), duty.first().copied()),
        _ => (contact, duty.get(1).or(duty.first()).copied()),
    };
    // The rota may have gone on since the first ring. Who was rung about a hole and stays silent is not rung about it again.
    let mut rung = desk.tx.rung(task).await?;
    let silent =
        silent.and(rung.last().copied().or(silent)).filter(|_| !rung_just_now(desk, task, &calendar));
    // Nor is who was told of it on taking over.
    rung.extend(hand_over::told_of(desk, task).await?);
    let next = person.into_iter().chain(duty.iter().copied()).chain(contact);
    let Some(person) = next.into_iter().find(|person| !rung.contains(person)) else {
        return Ok(if rung.is_empty() { StepOutcome::Nobody } else { StepOutcome::Skipped });
    };
    let unreached = unreached(desk, task, &duty).await?;
    let said = outcome::hole(desk, task, planned.what, silent, &unreached).await?;
    let note = Note::on(task, Purpose::Escalation, key(task, planned.step, person.0), said.clone());
    if desk.tell(person, note).await? || ring_another(desk, task, planned.step, person, &said).await? {
        return Ok(StepOutcome::Reached);
    }
    Ok(StepOutcome::Nobody)
}

/// Whether somebody was rung so short a while ago that nobody can say they are silent: several steps may be due at once.
fn rung_just_now(desk: &Desk<'_>, task: &Task, calendar: &Calendar) -> bool {
    let times = plan::ladder_times(task, calendar);
    let rings = |step| times.iter().any(|planned| planned.step == step && planned.what.rings());
    task.steps.iter().any(|taken| rings(taken.step) && desk.now - taken.at < TIME_TO_ANSWER)
}

/// The last one to be rung can't be written to: of all who could act, somebody who has not been rung yet is. `false`: there is nobody, or a later
/// step rings.
pub async fn ring_another(
    desk: &mut Desk<'_>,
    task: &Task,
    step: u32,
    unreached: PersonId,
    said: &Said,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let times = plan::ladder_times(task, &calendar);
    let last = times.iter().rev().find(|planned| planned.what.rings());
    if last.is_none_or(|last| last.step != step) {
        return Ok(false);
    }
    let mut rung = desk.tx.rung(task).await?;
    rung.push(unreached);
    for person in outcome::who_can_act(desk, task.municipality).await? {
        let note = Note::on(task, Purpose::Escalation, key(task, step, person.0), said.clone());
        if !rung.contains(&person) && desk.tell(person, note).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whom the earlier steps of this hunt could not reach.
async fn unreached(desk: &mut Desk<'_>, task: &Task, duty: &[PersonId]) -> anyhow::Result<Vec<String>> {
    let calendar = desk.calendar(task.municipality).await?;
    let mut names = Vec::new();
    for planned in plan::ladder_times(task, &calendar) {
        let nobody = |taken: &&crate::domain::task::StepTaken| {
            taken.step == planned.step && taken.outcome == StepOutcome::Nobody
        };
        if !task.steps.iter().any(|taken| nobody(&taken)) {
            continue;
        }
        match planned.what {
            What::Ask { order } => {
                if let Some(asked) = task.asked.iter().find(|asked| asked.order == order && !asked.closed) {
                    names.push(desk.tx.organisation_name(asked.organisation).await?);
                }
            }
            What::Duty | What::Deputy => {
                let index = usize::from(planned.what == What::Deputy);
                if let Some(person) = duty.get(index) {
                    names.push(desk.tx.person(*person).await?.name);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

/// Somebody's time with a task is up. If people are still missing they are asked once more; only when they stay silent does the ladder go on.
pub async fn release(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let held = task.held.filter(|held| !held.asked_again && task.is_hunting() && desk.now < task.starts_at);
    let Some(held) = held else { return tell_the_next(desk, task).await };
    let said = outcome::hole(desk, task, What::Duty, None, &[]).await?;
    let key = format!("{ASKED_AGAIN}{}:{}:{}", task.id.0, held.by.0, held.until.timestamp_micros());
    let asked = desk.tell(held.by, Note::on(task, Purpose::Escalation, key, said)).await?;
    let until = (desk.now + TimeDelta::minutes(ASKED_AGAIN_MINUTES)).min(task.starts_at);
    let change = match asked {
        true => Change::Held { by: held.by, until, asked_again: true, acting: false },
        false => Change::Released,
    };
    desk.note(task, &change, Actor::default()).await
}

/// Whoever took a task has let it lie twice, and nobody is left whom the ladder would ring: the next one hears of it.
async fn tell_the_next(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let Some(held) = task.held else { return Ok(()) };
    desk.note(task, &Change::Released, Actor::default()).await?;
    let calendar = desk.calendar(task.municipality).await?;
    let is_taken = |planned: &Planned| task.steps.iter().any(|taken| taken.step == planned.step);
    let rings_on =
        plan::ladder_times(task, &calendar).iter().any(|planned| planned.what.rings() && !is_taken(planned));
    if !held.asked_again || rings_on || !task.is_hunting() || desk.now >= task.starts_at {
        return Ok(());
    }
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    people.retain(|person| *person != held.by);
    let said = outcome::hole(desk, task, What::Deputy, Some(held.by), &[]).await?;
    let key = format!("letlie:{}:{}:{}", task.id.0, held.by.0, held.until.timestamp_micros());
    outcome::tell_first(desk, task, &key, said, people).await.map(drop)
}

/// The promised answer. Where the requester can't be written to, somebody on duty must bring it.
async fn answer(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<StepOutcome> {
    if outcome::answer_requester(desk, task).await? {
        return Ok(StepOutcome::Reached);
    }
    outcome::bring_the_answer(desk, task).await?;
    Ok(StepOutcome::Nobody)
}
