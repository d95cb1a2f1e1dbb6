//! What changes tasks: in memory and in their rows alike.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::domain::attendance::Mark;
use crate::domain::ids::*;
use crate::domain::task::*;
use crate::store::Tx;
use crate::store::memory::stamp;

impl Tx {
    /// Stores a task that has just been opened and gives it its number. `task.id` and `task.number` are set.
    pub async fn open_task(&mut self, task: &mut Task, service: ServiceId) -> sqlx::Result<()> {
        let (number,): (TaskNumber,) = self
            .one(
                "UPDATE municipality SET next_task_number = next_task_number + 1 WHERE id = $1 RETURNING next_task_number - 1",
                (task.municipality,),
            )
            .await?;
        task.number = number;
        let (id,): (TaskId,) = self
            .one(
                "INSERT INTO task (municipality_id, number, request_id, unit_id, requester_id, service_id, zone_id, starts_at, ends_at, places,
                     taken, state, must_cover, ladder, generation, hunt_from_at, promised_at, opened_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13, $14, $15, $16, $17) RETURNING id",
                (
                    task.municipality,
                    number,
                    task.request,
                    task.unit,
                    task.requester,
                    service,
                    task.zone,
                    task.starts_at,
                    task.ends_at,
                    i64::from(task.places),
                    task.state,
                    task.must_cover,
                    Json(&task.ladder),
                    i64::from(task.generation),
                    task.hunt_from,
                    task.promised_at,
                    task.opened_at,
                ),
            )
            .await?;
        task.id = id;
        for asked in &task.asked {
            self.execute(
                "INSERT INTO task_asked (task_id, ask_order, organisation_id, group_id, agreement_id, rate_ore) VALUES ($1, $2, $3, $4, $5, $6)",
                (id, i64::from(asked.order), asked.organisation, asked.group, asked.agreement, asked.rate_ore),
            )
            .await?;
        }
        Ok(())
    }

    /// Carries out `change` on the task and on its rows alike.
    pub async fn change_task(
        &mut self,
        task: &mut Task,
        change: &Change,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let taken_before = task.taken();
        task.apply(change, now);
        self.change_remembered(task, change, now);
        self.keep_places_true(task, change);
        if task.taken() != taken_before {
            self.set_taken(task);
        }
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
            | Change::WantsAllOrNone { person } => self.write_signup(task, person)?,
            Change::OfferMade { person, people, expires_at } => {
                self.insert_offer(task.id, person, people, expires_at, now).await?
            }
            Change::OfferEnded { person, end } => self.end_offer(task.id, person, end).await?,
            Change::StepTaken { step, outcome } => self.insert_step(task, step, outcome, now).await?,
            Change::Marked { person, mark, until } => {
                let at = task.marks.last().map_or(now, |marked| marked.at);
                self.insert_mark(task.id, person, mark, until, at).await?
            }
            Change::PlacesWanted { to: None } => {
                self.write(
                    "DELETE FROM task_mark WHERE task_id = $1 AND mark = $2",
                    (task.id, Mark::StepDownAsked),
                )
                .await?;
                self.write_task(task).await?;
            }
            Change::HuntRestarted { .. }
            | Change::Moved { .. }
            | Change::PlacesWanted { to: Some(_) }
            | Change::Held { .. }
            | Change::Released
            | Change::PromiseMoved { .. }
            | Change::PlacesChanged { .. }
            | Change::RequesterTold { .. }
            | Change::StateChanged { .. } => self.write_task(task).await?,
        }
        Ok(())
    }

    /// What is remembered of a task follows a new answer; after any other change the task is read again.
    fn change_remembered(&mut self, task: &Task, change: &Change, now: DateTime<Utc>) {
        let is_new_answer = |person: PersonId, known: &Task| {
            // The rows are read in the order of the answers: one that is added is the last, one that changes would move.
            known.signup(person).is_none() && known.signups.last().is_none_or(|last| last.answered_at <= now)
        };
        let Some(known) = self.memory.tasks.get_mut(&task.id) else { return };
        match *change {
            Change::Placed { person, .. }
            | Change::Queued { person, .. }
            | Change::Declined { person, .. }
                if is_new_answer(person, &known.task) =>
            {
                known.task.apply(change, now);
            }
            Change::RequesterTold { .. } => known.task.apply(change, now),
            _ => {
                self.memory.tasks.remove(&task.id);
            }
        }
    }

    /// The schema refuses more places taken than there are, and what is kept for later says so before it must.
    fn set_taken(&mut self, task: &Task) {
        self.later.taken(task.id, task.taken());
    }

    fn write_signup(&mut self, task: &Task, person: PersonId) -> sqlx::Result<()> {
        let Some(signup) = task.signup(person) else { return Ok(()) };
        let row = (
            task.id,
            person,
            signup.state,
            signup.people,
            signup.queue,
            signup.asked_as,
            signup.from_minute,
            signup.until_minute,
            signup.whole_only,
            stamp(signup.answered_at),
        );
        self.later.signup(task.id, person, &row)
    }

    async fn insert_offer(
        &mut self,
        task: TaskId,
        person: PersonId,
        people: u32,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.write(
            "INSERT INTO offer (task_id, person_id, people, state, made_at, expires_at) VALUES ($1, $2, $3, 'open', $4, $5)",
            (task, person, i64::from(people), now, expires_at),
        )
        .await
        .map(drop)
    }

    async fn end_offer(&mut self, task: TaskId, person: PersonId, end: OfferEnd) -> sqlx::Result<()> {
        self.write(
            "UPDATE offer SET state = $3 WHERE task_id = $1 AND person_id = $2 AND state = 'open'",
            (task, person, end),
        )
        .await
        .map(drop)
    }

    async fn insert_step(
        &mut self,
        task: &Task,
        step: u32,
        outcome: StepOutcome,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.write(
            "INSERT INTO task_step (task_id, generation, step, outcome, at) VALUES ($1, $2, $3, $4, $5)",
            (task.id, i64::from(task.generation), i64::from(step), outcome, now),
        )
        .await
        .map(drop)
    }

    async fn insert_mark(
        &mut self,
        task: TaskId,
        person: Option<PersonId>,
        mark: Mark,
        until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.write(
            "INSERT INTO task_mark (task_id, person_id, mark, at, until_at) VALUES ($1, $2, $3, $4, $5)",
            (task, person, mark, now, until),
        )
        .await
        .map(drop)
    }

    /// A step that seemed taken reached nobody after all.
    pub async fn step_reached_nobody(
        &mut self,
        task: TaskId,
        generation: i64,
        step: i64,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE task_step SET outcome = 'nobody' WHERE task_id = $1 AND generation = $2 AND step = $3",
            (task, generation, step),
        )
        .await
        .map(drop)
    }

    async fn write_task(&mut self, task: &Task) -> sqlx::Result<()> {
        self.write_out_for(task.id).await?;
        self.write(
            "UPDATE task SET places = $2, state = $3, generation = $4, hunt_from_at = $5, promised_at = $6, held_by = $7, held_until_at = $8,
                 told = $9, held_asked_again = $10, starts_at = $11, ends_at = $12, moved_at = $13, places_wanted = $14
             WHERE id = $1",
            (
                task.id,
                i64::from(task.places),
                task.state,
                i64::from(task.generation),
                task.hunt_from,
                task.promised_at,
                task.held.map(|held| held.by),
                task.held.map(|held| held.until),
                task.told,
                task.held.is_some_and(|held| held.asked_again),
                task.starts_at,
                task.ends_at,
                task.moved_at,
                task.places_wanted.map(i64::from),
            ),
        )
        .await
        .map(drop)
    }
}
