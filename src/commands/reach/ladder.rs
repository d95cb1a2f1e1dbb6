//! Whom the ladder of a task could reach.

use crate::commands::desk::Desk;
use crate::domain::ids::{MunicipalityId, PersonId, ServiceId};
use crate::domain::plan::{self, What};
use crate::domain::reach::Reachable;
use crate::domain::task::Task;

/// Who could be reached by the steps of a task that is about to be opened. Those on duty are the ones who have it when their step comes.
pub async fn reachable(desk: &mut Desk<'_>, task: &Task, service: ServiceId) -> anyhow::Result<Reachable> {
    let mut reachable = Reachable::default();
    for asked in &task.asked {
        reachable.asked.push(desk.tx.group_chat(asked.group).await?.is_some());
    }
    for person in desk.tx.standby(service).await? {
        let is_reached = desk.tx.reach(person).await?.is_some();
        reachable.standby = Some(is_reached || reachable.standby == Some(true));
    }
    let calendar = desk.calendar(task.municipality).await?;
    for planned in plan::ladder_times(task, &calendar) {
        let place = match planned.what {
            What::Duty => 0,
            What::Deputy => 1,
            _ => continue,
        };
        let at = planned.at.max(desk.now);
        let ring = desk.on_duty_at(task.municipality, &calendar, at).await?;
        let is_reached = is_reached(desk, ring.get(place).copied()).await?;
        match planned.what {
            What::Duty => reachable.duty = is_reached,
            _ => reachable.deputy = is_reached,
        }
    }
    let contact = desk.tx.escalation_contact(task.municipality).await?.map(|person| person.id);
    reachable.contact = is_reached(desk, contact).await?;
    reachable.another = desk.tx.some_coordinator_reached(task.municipality, desk.now).await?;
    Ok(reachable)
}

async fn is_reached(desk: &mut Desk<'_>, person: Option<PersonId>) -> anyhow::Result<bool> {
    Ok(match person {
        Some(person) => desk.tx.reach(person).await?.is_some(),
        None => false,
    })
}

/// The names of those who would be told of an empty place, in the order in which they would.
pub async fn names_of_rung(desk: &mut Desk<'_>, municipality: MunicipalityId) -> anyhow::Result<Vec<String>> {
    let calendar = desk.calendar(municipality).await?;
    let mut people = desk.on_duty(municipality, &calendar).await?;
    people.truncate(2);
    people.extend(desk.tx.escalation_contact(municipality).await?.map(|person| person.id));
    let mut names: Vec<String> = Vec::new();
    for person in people {
        let Some(person) = desk.tx.living_person(person).await? else { continue };
        if !names.contains(&person.name) {
            names.push(person.name);
        }
    }
    Ok(names)
}
