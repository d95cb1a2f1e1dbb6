//! Who can be reached got worse: coordinators and administrators are told at once, once, while there is time to mend it.

use chrono::{Days, NaiveTime};

use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::faces;
use crate::domain::ids::{MunicipalityId, PersonId};
use crate::domain::local_time::Calendar;
use crate::domain::reach::{GroupReach, TownReach, Trouble};
use crate::domain::role::Role;
use crate::secret::hash_token;
use crate::store::due::Subject;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::argument::Services;
use crate::text::{Button, Message, Said};

/// How far ahead the duty is looked at: whoever has it this week must be reached.
const DAYS_AHEAD: i64 = 7;
/// It is looked at when something changes, and each morning, since what lies ahead comes nearer.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(7, 30, 0).expect("a time");

/// Something has changed about who can be reached in a municipality: it is looked at now.
pub async fn changed(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<()> {
    Ok(desk.tx.set_due(Subject::Reach(municipality), Some(desk.now)).await?)
}

/// The same, if somebody's ladder depends on this person.
pub async fn person_changed(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<()> {
    if desk.tx.is_rung(person.municipality_id, person.id).await? {
        changed(desk, person.municipality_id).await?;
    }
    Ok(())
}

/// The same, for whoever speaks.
pub async fn speaker_changed(desk: &mut Desk<'_>, heard: &Heard) -> anyhow::Result<()> {
    for person in &heard.people {
        person_changed(desk, person).await?;
    }
    Ok(())
}

/// Looks at who can be reached, and tells of what is new. What was wrong when it was first looked at is for the set-up to mend.
pub async fn look(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<()> {
    let calendar = desk.calendar(municipality).await?;
    let facts = desk.tx.town_reach(municipality, desk.now, DAYS_AHEAD).await?;
    let troubles = facts.troubles();
    let is_first = desk.tx.reach_is_new(municipality, desk.now).await?;
    let known = desk.tx.troubles(municipality).await?;
    let is_known = |trouble: &Trouble| known.iter().any(|(of, _)| of == trouble);
    let new: Vec<Trouble> = troubles.iter().copied().filter(|trouble| !is_known(trouble)).collect();
    let mut lines = Vec::new();
    let mut back_again = None;
    for (trouble, was_told) in &known {
        if troubles.contains(trouble) {
            continue;
        }
        desk.tx.delete_trouble(municipality, *trouble).await?;
        if *was_told && let Some(line) = back(desk, &facts, *trouble).await? {
            lines.push(line);
            back_again = match trouble {
                Trouble::Person(person) => Some(*person),
                _ => back_again,
            };
        }
    }
    if !is_first {
        let worse = words(desk, &calendar, &facts, &new).await?;
        // Whoever is back knows it; what is wrong is for everybody.
        back_again = back_again.filter(|_| worse.is_empty());
        lines.extend(worse);
    }
    let on_duty_is_missing =
        first_on_duty(&facts).is_some_and(|person| new.contains(&Trouble::Person(person)));
    let was_told =
        !lines.is_empty() && tell(desk, municipality, lines, on_duty_is_missing, back_again).await?;
    // What nobody could be told of is new again as soon as somebody can.
    for trouble in new.into_iter().filter(|_| is_first || was_told) {
        desk.tx.insert_trouble(municipality, trouble, desk.now, was_told).await?;
    }
    let tomorrow = calendar.local(desk.now).date() + Days::new(1);
    let next = calendar.instant(tomorrow.and_time(MORNING));
    Ok(desk.tx.set_due(Subject::Reach(municipality), Some(next)).await?)
}

fn first_on_duty(facts: &TownReach) -> Option<PersonId> {
    facts.outlook.first().and_then(|stretch| stretch.ring.first()).copied()
}

/// That something is well again, where that is worth a message.
async fn back(desk: &mut Desk<'_>, facts: &TownReach, trouble: Trouble) -> anyhow::Result<Option<Message>> {
    Ok(match trouble {
        Trouble::Group(id) if facts.groups.contains(&(id, GroupReach::Reached)) => {
            Some(Message::GroupBack { title: desk.tx.group(id).await?.title })
        }
        Trouble::Person(id) if facts.reached.contains(&id) => {
            Some(Message::ReachBack { name: desk.tx.person(id).await?.name })
        }
        _ => None,
    })
}

async fn words(
    desk: &mut Desk<'_>,
    calendar: &Calendar,
    facts: &TownReach,
    new: &[Trouble],
) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    let mut services = Vec::new();
    let mut somebody = false;
    for trouble in new {
        match trouble {
            Trouble::NobodyActs => lines.push(Message::ReachLostNobody),
            Trouble::NobodyOnDuty | Trouble::NoDeputy => {
                let missing = usize::from(*trouble == Trouble::NoDeputy);
                let Some(stretch) = facts.outlook.iter().find(|stretch| stretch.ring.len() == missing) else {
                    continue;
                };
                let at = faces::at(calendar, desk.now, stretch.from);
                lines.push(match stretch.ring.first() {
                    None => Message::ReachLostNoDuty { at },
                    Some(only) => Message::ReachLostNoDeputy { name: desk.tx.person(*only).await?.name, at },
                });
            }
            Trouble::Person(id) => {
                if let Some(person) = desk.tx.living_person(*id).await? {
                    somebody = true;
                    lines.push(about_person(calendar, facts, *id, person.name));
                }
            }
            Trouble::Group(id) => {
                lines.push(Message::GroupLost { title: desk.tx.group(*id).await?.title });
            }
            Trouble::Service(id) => services.push(*id),
        }
    }
    if somebody {
        lines.push(Message::ReachLostHow);
    }
    if !services.is_empty() {
        let kinds = desk.tx.kinds_of(&services).await?;
        lines.push(Message::ReachLostServices { services: Services(kinds) });
    }
    Ok(lines)
}

/// What is said of somebody by the nearest thing that depends on them.
fn about_person(calendar: &Calendar, facts: &TownReach, id: PersonId, name: String) -> Message {
    let now = facts.outlook.first().map(|stretch| stretch.from).unwrap_or_default();
    let has_place = |place: usize| facts.outlook.iter().find(|stretch| stretch.ring.get(place) == Some(&id));
    match has_place(0) {
        Some(stretch) if stretch.from == now => {
            Message::ReachLostDuty { name, at: faces::at(calendar, now, stretch.until) }
        }
        Some(stretch) => Message::ReachLostNext { name, at: faces::at(calendar, now, stretch.from) },
        None if facts.contact == Some(id) => Message::ReachLostContact { name },
        None => Message::ReachLostDeputy { name },
    }
}

/// Tells every coordinator and administrator who can be written to. `false`: nobody can.
async fn tell(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
    lines: Vec<Message>,
    on_duty_is_missing: bool,
    but: Option<PersonId>,
) -> anyhow::Result<bool> {
    let words = serde_json::to_string(&lines)?;
    // What is said twice in an instant is the same.
    let key = format!("reach:{}:{}:{}", municipality.0, desk.now.timestamp_micros(), hash_token(&words));
    let coordinators = desk.tx.people_with_role(municipality, Role::Coordinator, desk.now).await?;
    let administrators = desk.tx.people_with_role(municipality, Role::Administrator, desk.now).await?;
    let mut told = false;
    for (person, coordinates) in coordinators
        .into_iter()
        .map(|person| (person, true))
        .chain(administrators.into_iter().map(|person| (person, false)))
    {
        let mut said = Said::new(lines.clone());
        if coordinates && on_duty_is_missing {
            said = said.row([Button::new(Message::ITakeDuty, "takeduty:0")]);
        }
        if Some(person.id) == but {
            continue;
        }
        // One and the same to somebody who is both.
        let key = format!("{key}:{}", person.id.0);
        let note = Note { key, purpose: Purpose::Notice, said, task: None, request: None, at: None };
        told |= desk.tell(person.id, note).await?;
    }
    Ok(told)
}
