//! Somebody can come for a part of a task, or on a condition, and a coordinator decides: they are asked, see it beside the hole as long as nobody has
//! decided, and are reminded once.

use chrono::NaiveTime;

use super::desk::{Desk, Heard};
use super::proposals::Proposal;
use super::{faces, outcome};
use crate::domain::ids::PersonId;
use crate::domain::task::{Signup, Task};
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
    outcome::tell_duty_by_day(desk, task, &key, said, person).await
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
