//! What the municipality is told of a task: the requester's honest answer, and the hole that duty must see.

use chrono::{DateTime, Utc};

use super::desk::{Desk, Note};
use super::{faces, parts, replies, take_off, uncovered};
use crate::domain::ids::{MunicipalityId, OrganisationId, PersonId};
use crate::domain::local_time::Calendar;
use crate::domain::plan::{self, What};
use crate::domain::role::Role;
use crate::domain::task::{Change, Held, StepOutcome, Task, TaskState, Told};
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose};
use crate::store::people::Person;
use crate::text::argument::{KnownPhone, Names, Phone};
use crate::text::{Button, Message, Said};

/// What the outbox keys of the two things that the requester is told of the places begin with.
const FILLED: &str = "filled:";
const ANSWER: &str = "answer:";
/// And of the news that one of them is empty again.
const AGAIN: &str = "emptied:";
/// And what begins the keys of what somebody else decided.
pub const DECIDED: &str = "decided:";

/// Tells the requester, once, that every place is filled.
pub async fn tell_if_filled(desk: &mut Desk<'_>, task: &mut Task, actor: Actor) -> anyhow::Result<()> {
    if task.state != TaskState::Open
        || !task.is_full()
        || task.told == Some(Told::Filled)
        || task.taken() == 0
    {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    // Of the hole they have not heard yet, and need not hear any more.
    if task.told == Some(Told::Short) {
        desk.tx.drop_unsent_like(task.id, &format!("{AGAIN}{}:", task.id.0)).await?;
    }
    let said = filled(desk, task, &calendar).await?;
    let key = format!("{FILLED}{}:{}", task.id.0, task.generation);
    let at = plan::may_tell_requester_at(task, &calendar, desk.now);
    if at > desk.now {
        put_right(desk, task, &said).await?;
    }
    if !desk.tell(task.requester, Note::on(task, Purpose::Notice, key, said).not_before(at)).await? {
        bring_the_answer(desk, task).await?;
    }
    told(desk, task, Told::Filled, actor).await
}

async fn filled(desk: &mut Desk<'_>, task: &Task, calendar: &Calendar) -> anyhow::Result<Said> {
    let names = faces::names_of_coming(desk, task).await?;
    let organisations = Names(organisations(desk, task).await?);
    let text =
        Message::Filled { number: task.number, window: faces::window(task, calendar), names, organisations };
    let mut said = as_filled(task, text);
    said.lines.extend(take_off::said_not_to_come(desk, task).await?);
    Ok(said)
}

fn as_filled(task: &Task, text: Message) -> Said {
    Said::from(text).row([
        Button::new(Message::ChangeTask, format!("edit:{}", task.id.0)),
        Button::new(Message::CancelTask, format!("cancel:{}", task.id.0)),
    ])
}

/// The last message that said that every place is filled says what is true now, without a sound: whoever is not told until the morning may read it
/// before that.
async fn put_right(desk: &mut Desk<'_>, task: &Task, now_true: &Said) -> anyhow::Result<()> {
    let keys = format!("{FILLED}{}:", task.id.0);
    let Some((key, body)) = desk.tx.newest_like(task.id, task.requester, &keys).await? else { return Ok(()) };
    let Body::Say { said, reply_to } = body.0 else { return Ok(()) };
    if said.lines != now_true.lines {
        let said = Said { lines: now_true.lines.clone(), ..said };
        desk.tx.edit(&key, &Body::Say { said, reply_to }).await?;
    }
    Ok(())
}

/// What a requester has read, or is to read, of a hole stays true when the hole grows or shrinks.
pub async fn keep_hole_true(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    if task.told != Some(Told::Short)
        || !task.is_hunting()
        || task.has_begun_before_hunt()
        || plan::is_answered(task)
    {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let keys = format!("{AGAIN}{}:{}", task.id.0, task.generation);
    let Some((key, body)) = desk.tx.newest_like(task.id, task.requester, &keys).await? else { return Ok(()) };
    let Body::Say { said, reply_to } = body.0 else { return Ok(()) };
    let (number, window) = (task.number, faces::window(task, &calendar));
    let at = match said.lines.first() {
        Some(Message::HoleAgain { at, free, .. }) if *free != task.free() => *at,
        _ => return Ok(()),
    };
    let now_true = Said::from(Message::HoleAgain { number, window, free: task.free(), at });
    let said = Said { lines: now_true.lines.clone(), ..said };
    desk.tx.edit(&key, &Body::Say { said, reply_to }).await?;
    if plan::may_tell_requester_at(task, &calendar, desk.now) > desk.now {
        put_right(desk, task, &now_true).await?;
    }
    Ok(())
}

/// What a requester who believes that every place is filled has read of it stays true when others come than before, or a reserve is being asked: the
/// message says so, without a sound.
pub async fn keep_filled_true(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    if task.state != TaskState::Open || task.told != Some(Told::Filled) {
        return Ok(());
    }
    let keys = format!("{FILLED}{}:", task.id.0);
    let Some((key, body)) = desk.tx.newest_like(task.id, task.requester, &keys).await? else { return Ok(()) };
    let Body::Say { said, reply_to } = body.0 else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window, free) = (task.number, faces::window(task, &calendar), task.free());
    let now_true = match task.is_hunting() {
        true => as_filled(task, Message::FilledButReserve { number, window, free }),
        false => filled(desk, task, &calendar).await?,
    };
    if said.lines != now_true.lines {
        desk.tx.edit(&key, &Body::Say { said: now_true, reply_to }).await?;
    }
    Ok(())
}

/// Tells a requester who believes that every place is filled that one is not, unless reserves are being asked about all that are free: most often
/// they take them, and nobody need worry. Once it has begun somebody waits for them, and there is no time to see what comes of it.
pub async fn tell_if_empty_again(desk: &mut Desk<'_>, task: &mut Task, actor: Actor) -> anyhow::Result<()> {
    let begun = task.has_begun_before_hunt();
    let believes = task.told == Some(Told::Filled) && task.is_hunting() && (begun || task.unoffered() > 0);
    let until = if begun { task.promised_at } else { task.promised_at.min(task.starts_at) };
    if !believes || desk.now >= until {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let at = faces::at(&calendar, desk.now, task.promised_at);
    let said = match begun {
        true => with_ways_out(task, Message::HoleOnceBegun { number, window, at }.into()),
        false => Message::HoleAgain { number, window, free: task.free(), at }.into(),
    };
    // Who has not read yet that every place was filled does not believe it.
    if !desk.tx.drop_unsent_like(task.id, &format!("{FILLED}{}:", task.id.0)).await? {
        let key = format!("{AGAIN}{}:{}", task.id.0, task.generation);
        let at = plan::may_tell_requester_at(task, &calendar, desk.now);
        if at > desk.now {
            put_right(desk, task, &said).await?;
        }
        let note = Note::on(task, Purpose::Notice, key.clone(), said.clone()).not_before(at);
        if !desk.tell(task.requester, note).await? {
            pass_on(desk, task, &key, &said).await?;
        }
    }
    told(desk, task, Told::Short, actor).await
}

/// Whether an outbox key is that of the news that every place is filled.
pub fn is_filled_key(key: &str) -> bool {
    key.starts_with(FILLED)
}

/// Whether an outbox key is that of the promised answer.
pub fn is_answer_key(key: &str) -> bool {
    key.starts_with(ANSWER)
}

/// The outbox key of what somebody on duty decided, as the requester is told of it.
pub fn decided_key(task: &Task, now: DateTime<Utc>) -> String {
    format!("{DECIDED}{}:{}", task.id.0, now.timestamp_micros())
}

/// Whether an outbox key is that of such a decision.
pub fn is_decided_key(key: &str) -> bool {
    key.starts_with(DECIDED)
}

/// The requester did not hear what was decided: somebody on duty must pass it on.
pub async fn pass_on(desk: &mut Desk<'_>, task: &Task, key: &str, said: &Said) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    // Whoever is erased hears nothing, and duty knows that.
    if let Some(Person { name, phone, .. }) = desk.tx.living_person(task.requester).await? {
        lines.push(Message::TellThemThis { number: task.number, name, phone: KnownPhone(phone) });
    }
    lines.extend(said.lines.iter().cloned());
    tell_duty_but(desk, task, &format!("on:{key}"), Said::new(lines), Some(task.requester)).await.map(drop)
}

/// The requester can't be written to: somebody on duty must bring the answer.
pub async fn bring_the_answer(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<()> {
    let (number, taken, places) = (task.number, task.taken(), task.places);
    let key = format!("bring:{}:{}:{taken}", task.id.0, task.generation);
    let text = match desk.tx.living_person(task.requester).await? {
        Some(Person { name, phone, .. }) => {
            Message::BringTheAnswer { number, name, phone: KnownPhone(phone), taken, places }
        }
        None => Message::AnswerForNobody { number, taken, places },
    };
    tell_duty_but(desk, task, &key, text, Some(task.requester)).await.map(drop)
}

/// The promised answer while places are open. `false`: the requester could not be written to.
pub async fn answer_requester(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, taken, places) = (task.number, task.taken(), task.places);
    let window = faces::window(task, &calendar);
    let held = task.held.filter(|_| task.has_begun_before_hunt());
    let said = if let Some(held) = held {
        let holder = desk.tx.person(held.by).await?;
        let (name, phone) = (holder.name, Phone(holder.phone));
        Message::AnswerHeld { number, window, name, phone }.into()
    } else if desk.now >= task.starts_at {
        // The service was down, or a place came free in the middle of the task.
        let said = Message::AnswerTooLate { number, window, taken, places }.into();
        if desk.now < task.ends_at { with_ways_out(task, said) } else { said }
    } else if taken == 0 {
        with_ways_out(task, Message::AnswerNobody { number, window }.into())
    } else {
        let names = faces::names_of_coming(desk, task).await?;
        let organisations = Names(organisations(desk, task).await?);
        let text = Message::AnswerSome { number, window, taken, places, names, organisations };
        let said_not_to_come = take_off::said_not_to_come(desk, task).await?;
        with_ways_out(task, Said::new([text].into_iter().chain(said_not_to_come)))
    };
    let said = match u32::try_from(task.undecided().count()) {
        Ok(offers @ 1..) if desk.now < task.starts_at => {
            let mut lines = said.lines;
            lines.push(Message::OffersWait { offers });
            Said { lines, ..said }
        }
        _ => said,
    };
    let on_it = task.held.filter(|held| !task.has_begun_before_hunt() && held.until > desk.now);
    let said = match on_it {
        Some(held) => with_whoever_is_on_it(desk, said, held, &calendar).await?,
        None => said,
    };
    // What was to be promised in the morning is given now.
    desk.tx.drop_unsent_like(task.id, &format!("{AGAIN}{}:", task.id.0)).await?;
    let key = format!("{ANSWER}{}:{}", task.id.0, task.generation);
    let reached = desk.tell(task.requester, Note::on(task, Purpose::Escalation, key, said)).await?;
    told(desk, task, Told::Short, Actor::default()).await?;
    Ok(reached)
}

/// Whoever has taken the task is named to the requester.
async fn with_whoever_is_on_it(
    desk: &mut Desk<'_>,
    mut said: Said,
    held: Held,
    calendar: &Calendar,
) -> anyhow::Result<Said> {
    if let Some(person) = desk.tx.living_person(held.by).await? {
        let at = faces::at(calendar, desk.now, held.until);
        said.lines.push(Message::IsOnIt { name: person.name, at });
    }
    Ok(said)
}

/// Gives the promised answer before its time, since it is known now. `false`: it has been given, or could not be.
pub async fn answer_now(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let times = plan::ladder_times(task, &calendar);
    let answer = times.iter().find(|planned| planned.what == What::AnswerRequester);
    let answer = answer.filter(|answer| !task.steps.iter().any(|taken| taken.step == answer.step));
    let Some(step) = answer.map(|answer| answer.step) else { return Ok(false) };
    if !answer_requester(desk, task).await? {
        return Ok(false);
    }
    let change = Change::StepTaken { step, outcome: StepOutcome::Reached };
    desk.note(task, &change, Actor::default()).await?;
    Ok(true)
}

/// What whoever asked can do about places that stay empty.
pub fn with_ways_out(task: &Task, said: Said) -> Said {
    let id = task.id.0;
    match task.taken() {
        0 => said.row([
            Button::new(Message::WeDoItOurselves, format!("town:{id}")),
            Button::new(Message::CancelTask, format!("cancel:{id}")),
        ]),
        _ => said.row([
            Button::new(Message::EnoughAsItIs, format!("enough:{id}")),
            Button::new(Message::WeFillTheRest, format!("rest:{id}")),
        ]),
    }
}

async fn told(desk: &mut Desk<'_>, task: &mut Task, told: Told, actor: Actor) -> anyhow::Result<()> {
    let change = Change::RequesterTold { told };
    desk.note(task, &change, actor).await
}

/// Tells the first of those on duty who can be written to. `false`: nobody can.
pub async fn tell_duty(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    said: impl Into<Said>,
) -> anyhow::Result<bool> {
    tell_duty_but(desk, task, key, said, None).await
}

/// The same, without somebody who is known not to be reached.
pub async fn tell_duty_but(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    said: impl Into<Said>,
    without: Option<PersonId>,
) -> anyhow::Result<bool> {
    let mut people = who_can_act(desk, task.municipality).await?;
    people.retain(|person| Some(*person) != without);
    tell_first(desk, task, key, said.into(), people).await
}

/// The same when the night is over, unless it can't wait; `by`: who knows it already, and tells nobody else of it where they have duty themselves.
/// `false`: nobody can be told.
pub async fn tell_duty_by_day(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    said: Said,
    by: PersonId,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let at = plan::may_tell_at(task, task.starts_at, &calendar, desk.now);
    for other in who_can_act(desk, task.municipality).await? {
        let note = Note::on(task, Purpose::Escalation, format!("{key}:{}", other.0), said.clone());
        if other == by || desk.tell(other, note.not_before(at)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Tells the first of these who can be reached. Gives whether anybody was.
pub async fn tell_first(
    desk: &mut Desk<'_>,
    task: &Task,
    key: &str,
    said: Said,
    people: Vec<PersonId>,
) -> anyhow::Result<bool> {
    for person in people {
        if desk
            .tell(person, Note::on(task, Purpose::Escalation, format!("{key}:{}", person.0), said.clone()))
            .await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Everybody who can act on a task, in the order in which they are told: those on duty, the municipality's contact, and then any coordinator, who
/// is better than nobody.
pub async fn who_can_act(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<Vec<PersonId>> {
    let calendar = desk.calendar(municipality).await?;
    let mut people = desk.on_duty(municipality, &calendar).await?;
    let contact = desk.tx.escalation_contact(municipality).await?.map(|person| person.id);
    people.extend(contact.filter(|contact| !people.contains(contact)));
    for coordinator in desk.tx.people_with_role(municipality, Role::Coordinator, desk.now).await? {
        if !people.contains(&coordinator.id) {
            people.push(coordinator.id);
        }
    }
    Ok(people)
}

/// A place that must be covered came free shortly before the start: duty sees the hole at once, also while the reserves are being asked. Once it has
/// begun duty is rung by the ladder.
pub async fn tell_duty_of_withdrawal(
    desk: &mut Desk<'_>,
    task: &Task,
    person: &Person,
) -> anyhow::Result<()> {
    let is_soon = desk.now < task.starts_at && task.starts_at - desk.now <= plan::URGENT_FOR;
    if !task.must_cover || !task.is_hunting() || !is_soon {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, name, at) =
        (task.number, person.name.clone(), faces::at(&calendar, desk.now, task.starts_at));
    let asked = u32::try_from(task.offers.len()).unwrap_or(u32::MAX);
    let said = Said::from(Message::WithdrawnSoon { number, name, at, asked }).row([
        Button::new(Message::TakeIt, format!("hold:{}", task.id.0)),
        Button::new(Message::PutIn, format!("put:{}", task.id.0)),
    ]);
    let key = format!("withdrawn:{}:{}:{}", task.id.0, person.id.0, desk.now.timestamp_micros());
    tell_duty(desk, task, &key, said).await.map(drop)
}

/// What somebody on duty sees of an unfilled task, with everything they can do about it.
pub async fn hole(
    desk: &mut Desk<'_>,
    task: &Task,
    ringing: What,
    silent: Option<PersonId>,
    unreached: &[String],
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let mut lines = uncovered::what_is_missing(desk, task).await?;
    if let Some(silent) = silent
        && let Some(silent) = desk.tx.living_person(silent).await?
    {
        let (person, name) = (silent.id, silent.name);
        // Once it has begun whoever said that somebody is not there began the hunt by it.
        let since = match task.has_begun_before_hunt() {
            true => task.hunt_from,
            false => plan::first_rung_at(task).unwrap_or(desk.now),
        };
        let acts = desk.tx.acted_since(task.id, since).await?;
        let took_it = acts.iter().rev().find(|(_, change)| change.get("held").is_some()).map(|(who, _)| *who);
        let took_it = match took_it {
            Some(who) => desk.tx.living_person(who).await?,
            None => None,
        };
        let did_something = acts.iter().any(|(who, _)| *who == person);
        lines.extend(match ringing {
            // Who could not be reached has not been silent.
            _ if unreached.contains(&name) => None,
            // Whoever took it last has let it lie.
            _ if took_it.is_some() => took_it.map(|person| Message::HadIt { name: person.name }),
            // Who did something about it has not been silent, be it that they reported it.
            _ if did_something => None,
            What::MunicipalityContact => Some(Message::DeputySilent { name }),
            _ => Some(Message::DutySilent { name }),
        });
    }
    let (asked, unasked) = asked_and_not(desk, task).await?;
    lines.extend(faces::asked_lines(desk, task, &asked).await?);
    if !unreached.is_empty() {
        lines.push(Message::Unreached { names: Names(unreached.to_vec()) });
    }
    let is_promised = desk.now < task.starts_at;
    lines.extend(being_asked(desk, task, &calendar).await?);
    lines.extend(parts::waiting(desk, task).await?);
    lines.extend(replies::suggestions(desk, task).await?);
    lines.extend(take_off::said_not_to_come(desk, task).await?);
    if plan::is_answered(task) {
        lines.push(Message::RequesterKnows);
    } else if is_promised {
        lines.push(Message::PromisedAt { at: faces::at(&calendar, desk.now, task.promised_at) });
    }
    hole_buttons(desk, task, Said::new(lines), &unasked, is_promised).await
}

/// The reserves who are being asked about a place, and until when.
async fn being_asked(desk: &mut Desk<'_>, task: &Task, calendar: &Calendar) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    for offer in &task.offers {
        if let Some(person) = desk.tx.living_person(offer.person).await? {
            let until = faces::at(calendar, desk.now, offer.expires_at);
            lines.push(Message::BeingAsked { name: person.name, until });
        }
    }
    Ok(lines)
}

/// Everything that somebody on duty can do about an unfilled task. `extends`: the answer may be moved.
pub async fn hole_buttons(
    desk: &mut Desk<'_>,
    task: &Task,
    said: Said,
    unasked: &[(u32, OrganisationId)],
    extends: bool,
) -> anyhow::Result<Said> {
    let id = task.id.0;
    let mut said = said;
    for decision in parts::decisions(desk, task).await? {
        said = said.row(decision);
    }
    said = said.row([Button::new(Message::TakeIt, format!("hold:{id}"))]);
    for (order, organisation) in unasked.iter().take(3) {
        let name = desk.tx.organisation_name(*organisation).await?;
        said = said.row([Button::new(Message::AskOrganisation { name }, format!("ask:{id}:{order}"))]);
    }
    let put_in = Button::new(Message::PutIn, format!("put:{id}"));
    let extend = extends.then(|| Button::new(Message::Extend, format!("extend:{id}")));
    Ok(said.row([put_in].into_iter().chain(extend)).row([
        Button::new(Message::TownTakesIt, format!("town:{id}")),
        Button::new(Message::CancelTask, format!("cancel:{id}")),
    ]))
}

/// What the outbox keys of the ladder's steps begin with.
const STEP: &str = "step:";

/// The key of what a step says. The deliverer reads it back when somebody turns out not to be reachable.
pub fn step_key(task: &Task, step: u32, to: impl std::fmt::Display) -> String {
    format!("{STEP}{}:{}:{step}:{to}", task.id.0, task.generation)
}

/// The task and step that an outbox key belongs to, as `step_key` made it: task, generation, step.
pub fn step_of_key(key: &str) -> Option<(i64, i64, i64)> {
    let mut parts = key.strip_prefix(STEP)?.split(':').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??))
}

/// The organisations that have been asked, in this hunt or an earlier one, and those still to be asked with their order. Asked is whoever has the
/// card, or has answered.
pub async fn asked_and_not(
    desk: &mut Desk<'_>,
    task: &Task,
) -> anyhow::Result<(Vec<OrganisationId>, Vec<(u32, OrganisationId)>)> {
    let (mut asked_already, mut unasked) = (Vec::new(), Vec::new());
    for asked in &task.asked {
        let has_card = match desk.tx.group_chat(asked.group).await? {
            Some(chat) => desk.tx.has_card(task.id, chat.id).await?,
            None => false,
        };
        if has_card || task.signups.iter().any(|signup| signup.asked_as == Some(asked.organisation)) {
            asked_already.push(asked.organisation);
        } else if !asked.closed {
            unasked.push((asked.order, asked.organisation));
        }
    }
    Ok((asked_already, unasked))
}

/// The names of the organisations that those who come belong to.
pub async fn organisations(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for signup in task.placed() {
        let of = match signup.asked_as {
            Some(organisation) => Some(organisation),
            // Who stands by may belong to a club that was not asked.
            None => {
                let memberships = desk.tx.memberships(signup.person, desk.now).await?;
                memberships.iter().find_map(|of| of.organisation_id)
            }
        };
        let name = match of {
            Some(organisation) => desk.tx.organisation_name(organisation).await?,
            None => desk.town(task.municipality).await?.0.name,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Tells every coordinator of a municipality something about one of its groups or people.
pub async fn tell_coordinators(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    key: &str,
    text: Message,
) -> anyhow::Result<()> {
    for person in desk.tx.people_with_role(municipality, Role::Coordinator, desk.now).await? {
        let note = Note {
            key: format!("{key}:{}", person.id.0),
            purpose: Purpose::Notice,
            said: text.clone().into(),
            task: None,
            request: None,
            at: None,
        };
        desk.tell(person.id, note).await?;
    }
    Ok(())
}
