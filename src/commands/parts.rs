//! Somebody can come for a part of a task, or on a condition, and a coordinator decides: they are asked, see it beside the hole as long as nobody has
//! decided, and are reminded once.

use chrono::NaiveTime;

use super::desk::{Desk, Heard, Note};
use super::proposals::Proposal;
use super::{faces, outcome};
use crate::domain::ids::PersonId;
use crate::domain::task::{Change, Signup, SignupState, Task};
use crate::language::orders;
use crate::store::history::Actor;
use crate::store::outbox::{Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// So many offers stand in one message; the first who offered come first.
const MOST_SHOWN: usize = 4;

/// What somebody offers, as it is said of them.
struct Offered {
    person: PersonId,
    name: String,
    from: Option<NaiveTime>,
    until: Option<NaiveTime>,
}

impl Offered {
    /// Minutes after midnight, wall clock.
    fn new(person: &Person, from: Option<u16>, until: Option<u16>) -> Self {
        let (from, until) = (from.map(faces::clock_of), until.map(faces::clock_of));
        Self { person: person.id, name: person.name.clone(), from, until }
    }

    /// That it waits, in a message that has named the task.
    fn waits(&self) -> Message {
        let name = self.name.clone();
        match (self.from, self.until) {
            (Some(from), Some(until)) => Message::WaitsFromUntil { name, from, until },
            (Some(from), None) => Message::WaitsFrom { name, from },
            (None, Some(until)) => Message::WaitsUntil { name, until },
            (None, None) => Message::WaitsOnCondition { name },
        }
    }

    fn decisions(&self, task: &Task, yes: Message, no: Message) -> [Button; 2] {
        let data = |answer: &str| format!("part:{}:{}:{answer}", task.id.0, self.person.0);
        [Button::new(yes, data("yes")), Button::new(no, data("no"))]
    }
}

/// A new offer goes to the coordinator, who decides. Minutes after midnight, wall clock.
pub async fn ask(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    from: Option<u16>,
    until: Option<u16>,
    words: Option<&str>,
) -> anyhow::Result<()> {
    let mut said = question(desk, task, &Offered::new(person, from, until)).await?;
    if let Some(words) = words {
        let (number, name) = (task.number, person.name.clone());
        let window = faces::window(task, &desk.calendar(task.municipality).await?);
        said.lines = vec![Message::PartConditionWords { number, name, window, words: words.to_owned() }];
        said.lines.extend(named_and_coming(desk, task, words).await?);
    }
    outcome::tell_duty(desk, task, &format!("part:{}", heard.inbox.0), said).await.map(drop)
}

/// Of those whom the words of a condition name, who has a place: "if Eva comes".
async fn named_and_coming(desk: &mut Desk<'_>, task: &Task, words: &str) -> anyhow::Result<Vec<Message>> {
    let lower = words.to_lowercase();
    let named: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut lines = Vec::new();
    for signup in task.placed() {
        let name = desk.tx.person(signup.person).await?.name;
        if named.contains(&faces::first_name(&name).to_lowercase().as_str()) {
            lines.push(Message::HasPlaceAlready { number: task.number, name });
        }
    }
    Ok(lines)
}

/// A place came free, and it is the turn of somebody who waits for a part: the coordinator decides, by day where that is soon enough.
pub async fn ask_in_turn(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    let Some(signup) = task.signup(person).copied() else { return Ok(()) };
    let who = desk.tx.person(person).await?;
    let offered = Offered::new(&who, signup.from_minute, signup.until_minute);
    let said = question(desk, task, &offered).await?;
    let key = format!("partturn:{}:{}:{}:duty", task.id.0, person.0, desk.now.timestamp_micros());
    outcome::tell_duty_by_day(desk, task, &key, said, person).await?;
    Ok(())
}

/// Nobody has decided for a while: whoever has duty now is asked once more.
pub async fn remind(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    let waiting = waiting_offers(desk, task).await?;
    let Some(offered) = waiting.into_iter().find(|offered| offered.person == person) else { return Ok(()) };
    let name = offered.name.clone();
    let mut said = question(desk, task, &offered).await?;
    said.lines.insert(0, Message::StillWaits { name });
    let key = format!("partagain:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    outcome::tell_duty(desk, task, &key, said).await.map(drop)
}

/// "Kommer jeg?", "skal jeg komme?" from somebody on whose offer nobody has decided. `false`: there is no such offer, or it is no such question.
pub async fn asked(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<bool> {
    if !heard.in_private || !orders::asks_whether_to_come(text) {
        return Ok(false);
    }
    let answered = before.and_then(|before| before.task_id);
    let mut lines = Vec::new();
    for person in &heard.people {
        for id in desk.tx.tasks_of(person.id, SignupState::Partial, desk.now).await? {
            let Some(task) = desk.tx.task(id).await?.filter(|_| answered.is_none_or(|of| of == id)) else {
                continue;
            };
            let number = task.number;
            lines.push(match desk.now < task.starts_at {
                true => Message::NotDecidedYet { number },
                false => Message::PartLeftOpen { number },
            });
        }
    }
    if lines.is_empty() {
        return Ok(false);
    }
    desk.reply(heard, Said::new(lines), None).await?;
    Ok(true)
}

/// It begins, and nobody has decided: whoever offered hears it. Where it need not be covered the offer ends with that.
pub async fn begins_undecided(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<()> {
    let number = task.number;
    let key = format!("undecided:{}:{}:{}", task.id.0, person.0, desk.now.timestamp_micros());
    let text = match task.must_cover {
        true => Message::PartLeftOpen { number },
        false => Message::PartUndecided { number },
    };
    desk.tell(person, Note::on(task, Purpose::Notice, key, text)).await?;
    if !task.must_cover {
        desk.put_away_part(task.id, person, None).await?;
        let asked_as = task.signup(person).and_then(|signup| signup.asked_as);
        desk.note(task, &Change::Declined { person, asked_as }, Actor::default()).await?;
    }
    Ok(())
}

async fn question(desk: &mut Desk<'_>, task: &Task, offered: &Offered) -> anyhow::Result<Said> {
    let window = faces::window(task, &desk.calendar(task.municipality).await?);
    let (number, name) = (task.number, offered.name.clone());
    let text = match (offered.from, offered.until) {
        (Some(from), Some(until)) => Message::PartFromUntil { number, name, from, until, window },
        (Some(from), None) => Message::PartFrom { number, name, from, window },
        (None, Some(until)) => Message::PartUntil { number, name, until, window },
        (None, None) => Message::PartCondition { number, name, window },
    };
    Ok(Said::from(text).row(offered.decisions(task, Message::AcceptPart, Message::RefusePart)))
}

/// The offers that nobody has decided, as they stand beside the hole that they could fill.
pub async fn waiting(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Message>> {
    Ok(waiting_offers(desk, task).await?.iter().map(Offered::waits).collect())
}

/// A row of buttons for each of them, in the same order.
pub async fn decisions(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<[Button; 2]>> {
    let row = |offered: &Offered| {
        let name = faces::short_name(&offered.name);
        let (yes, no) = (Message::AcceptName { name: name.clone() }, Message::RefuseName { name });
        offered.decisions(task, yes, no)
    };
    Ok(waiting_offers(desk, task).await?.iter().map(row).collect())
}

/// The same in a list of several tasks.
pub async fn proposals(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Proposal>> {
    let number = task.number;
    let proposal = |offered: &Offered| {
        let name = faces::short_name(&offered.name);
        let (yes, no) =
            (Message::AcceptNameOn { number, name: name.clone() }, Message::RefuseNameOn { number, name });
        let line = Message::ProposePart { number, offer: Box::new(offered.waits()) };
        Proposal { line, buttons: offered.decisions(task, yes, no).into() }
    };
    Ok(waiting_offers(desk, task).await?.iter().map(proposal).collect())
}

async fn waiting_offers(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Offered>> {
    let mut offers = Vec::new();
    let undecided: Vec<Signup> = task.undecided().take(MOST_SHOWN).copied().collect();
    for Signup { person, from_minute, until_minute, .. } in undecided {
        if let Some(person) = desk.tx.living_person(person).await? {
            offers.push(Offered::new(&person, from_minute, until_minute));
        }
    }
    Ok(offers)
}
