//! The places that people have: asked for with every place that is given, since whoever comes to two tasks at the same time is told so.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;

use crate::domain::ids::*;
use crate::domain::task::{Change, SignupState, Task, TaskState};
use crate::store::Tx;
use crate::store::db::Dialect;

/// So many places of one person are looked at.
const MOST_PLACES: usize = 50;

/// A place of somebody's at an open task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceHeld {
    pub task: TaskId,
    pub number: TaskNumber,
    /// When the task was asked for.
    pub asked_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// The hours that they come for, in minutes after midnight, where it is a part.
    pub hours: (Option<u16>, Option<u16>),
}

#[derive(FromRow)]
struct PlaceRow {
    person_id: PersonId,
    id: TaskId,
    number: TaskNumber,
    hunt_from_at: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    from_minute: Option<i64>,
    until_minute: Option<i64>,
}

impl From<PlaceRow> for PlaceHeld {
    fn from(row: PlaceRow) -> Self {
        let minute = |minute: Option<i64>| minute.and_then(|minute| u16::try_from(minute).ok());
        Self {
            task: row.id,
            number: row.number,
            asked_at: row.hunt_from_at,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            hours: (minute(row.from_minute), minute(row.until_minute)),
        }
    }
}

const PLACES: Dialect = Dialect {
    sqlite: "SELECT signup.person_id, task.id, task.number, task.hunt_from_at, task.starts_at, task.ends_at, signup.from_minute, signup.until_minute
             FROM signup JOIN task ON task.id = signup.task_id
             WHERE signup.person_id IN (SELECT value FROM json_each($1)) AND signup.state = 'placed' AND task.state = 'open' AND task.ends_at > $2",
    postgres: "SELECT signup.person_id, task.id, task.number, task.hunt_from_at, task.starts_at, task.ends_at, signup.from_minute, signup.until_minute
               FROM signup JOIN task ON task.id = signup.task_id
               WHERE signup.person_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))
                 AND signup.state = 'placed' AND task.state = 'open' AND task.ends_at > $2",
};

impl Tx {
    /// The places of `person` at open tasks that have not ended, the first to start first.
    pub async fn places_of(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<Vec<PlaceHeld>> {
        let is_known = self.memory.places.get(&person).is_some_and(|(then, _)| *then <= now);
        if !is_known {
            self.recall_places(&[person], now).await?;
        }
        let places = self.memory.places.get(&person).map(|(_, places)| places.as_slice()).unwrap_or_default();
        Ok(places.iter().filter(|place| place.ends_at > now).take(MOST_PLACES).copied().collect())
    }

    /// Remembers the places of these people.
    pub(in crate::store) async fn recall_places(
        &mut self,
        people: &[PersonId],
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        if people.is_empty() {
            return Ok(());
        }
        let mut rows: Vec<PlaceRow> = self.all(self.pick(PLACES), (Json(json!(people)), now)).await?;
        rows.sort_by_key(|row| (row.starts_at, row.id));
        self.memory.places.extend(people.iter().map(|person| (*person, (now, Vec::new()))));
        for row in rows {
            if let Some((_, places)) = self.memory.places.get_mut(&row.person_id) {
                places.push(row.into());
            }
        }
        Ok(())
    }

    /// What is remembered of places follows an answer to `task`, which has it already; whatever else changes on a task may concern everybody who
    /// comes.
    pub(super) fn keep_places_true(&mut self, task: &Task, change: &Change) {
        match *change {
            Change::Placed { person, .. }
            | Change::PartPlaced { person, .. }
            | Change::Queued { person, .. }
            | Change::QueuedForPart { person, .. }
            | Change::PartialOffered { person, .. }
            | Change::OfferRefused { person }
            | Change::Declined { person, .. }
            | Change::Withdrew { person }
            | Change::FellSilent { person }
            | Change::WantsAllOrNone { person } => {
                let Some((_, places)) = self.memory.places.get_mut(&person) else { return };
                places.retain(|place| place.task != task.id);
                let placed = task.signup(person).filter(|signup| signup.state == SignupState::Placed);
                if let (Some(signup), TaskState::Open) = (placed, task.state) {
                    places.push(PlaceHeld {
                        task: task.id,
                        number: task.number,
                        asked_at: task.hunt_from,
                        starts_at: task.starts_at,
                        ends_at: task.ends_at,
                        hours: (signup.from_minute, signup.until_minute),
                    });
                    places.sort_by_key(|place| (place.starts_at, place.task));
                }
            }
            Change::OfferMade { .. }
            | Change::OfferEnded { .. }
            | Change::StepTaken { .. }
            | Change::Marked { .. }
            | Change::RequesterTold { .. } => {}
            _ => self.memory.places.clear(),
        }
    }
}
