//! Tasks, with their answers, offers and steps.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::memory::{Remembered, stamp};
use crate::domain::attendance::{Mark, Marked};
use crate::domain::ids::*;
use crate::domain::ladder::Ladder;
use crate::domain::service::ServiceKind;
use crate::domain::task::*;

#[derive(FromRow)]
struct TaskRow {
    id: TaskId,
    municipality_id: MunicipalityId,
    number: TaskNumber,
    request_id: RequestId,
    unit_id: UnitId,
    requester_id: PersonId,
    kind: ServiceKind,
    zone_id: Option<ZoneId>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    places: i64,
    state: TaskState,
    must_cover: bool,
    companions: bool,
    approved_only: bool,
    ladder: Json<Ladder>,
    generation: i64,
    hunt_from_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    held_by: Option<PersonId>,
    held_until_at: Option<DateTime<Utc>>,
    held_asked_again: bool,
    opened_at: DateTime<Utc>,
    told: Option<Told>,
    moved_at: Option<DateTime<Utc>>,
    places_wanted: Option<i64>,
    has_recipient: bool,
    has_marks: bool,
}

#[derive(FromRow)]
struct AskedRow {
    task_id: TaskId,
    ask_order: i64,
    organisation_id: OrganisationId,
    group_id: GroupId,
    agreement_id: AgreementId,
    rate_ore: i64,
    closed_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct SignupsRow {
    task_id: TaskId,
    signups: Json<Vec<SignupParts>>,
}

/// The columns of an answer, in the order in which the query names them.
#[derive(Deserialize)]
struct SignupParts(
    PersonId,
    SignupState,
    u32,
    Option<u32>,
    Option<OrganisationId>,
    Option<u16>,
    Option<u16>,
    u8,
    DateTime<Utc>,
);

#[derive(FromRow)]
struct OfferRow {
    task_id: TaskId,
    id: OfferId,
    person_id: PersonId,
    people: i64,
    made_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct MarkRow {
    task_id: TaskId,
    person_id: Option<PersonId>,
    mark: Mark,
    at: DateTime<Utc>,
    until_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct StepRow {
    task_id: TaskId,
    step: i64,
    outcome: StepOutcome,
    at: DateTime<Utc>,
}

/// A count that the schema keeps small and not negative.
fn small<T: TryFrom<i64> + Default>(value: i64) -> T {
    T::try_from(value).unwrap_or_default()
}

/// What hangs on a task.
#[derive(Default)]
struct Parts {
    asked: Vec<Asked>,
    signups: Vec<Signup>,
    offers: Vec<Offer>,
    steps: Vec<StepTaken>,
    marks: Vec<Marked>,
}

impl TaskRow {
    fn with(self, Parts { asked, signups, offers, steps, marks }: Parts) -> Task {
        Task {
            id: self.id,
            municipality: self.municipality_id,
            number: self.number,
            request: self.request_id,
            unit: self.unit_id,
            requester: self.requester_id,
            service: self.kind,
            zone: self.zone_id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            places: small(self.places),
            state: self.state,
            must_cover: self.must_cover,
            companions: self.companions,
            approved_only: self.approved_only,
            ladder: self.ladder.0,
            generation: small(self.generation),
            hunt_from: self.hunt_from_at,
            promised_at: self.promised_at,
            opened_at: self.opened_at,
            told: self.told,
            moved_at: self.moved_at,
            places_wanted: self.places_wanted.map(small),
            // At an event the volunteers meet staff; elsewhere somebody waits at home.
            has_recipient: self.has_recipient && self.kind != ServiceKind::Activity,
            held: self.held_by.zip(self.held_until_at).map(|(by, until)| Held {
                by,
                until,
                asked_again: self.held_asked_again,
            }),
            asked,
            signups,
            offers,
            steps,
            marks,
        }
    }
}

macro_rules! task_query {
    ($rest:literal) => {
        concat!(
            "SELECT task.*, service.kind, service.companions, service.approved_only,
                 EXISTS (SELECT 1 FROM recipient WHERE recipient.request_id = task.request_id) AS has_recipient,
                 EXISTS (SELECT 1 FROM task_mark WHERE task_mark.task_id = task.id) AS has_marks
             FROM task JOIN service ON service.id = task.service_id WHERE ",
            $rest
        )
    };
}

impl Tx {
    /// The task, to read.
    pub async fn task(&mut self, id: TaskId) -> sqlx::Result<Option<Task>> {
        if let Some(known) = self.memory.tasks.get(&id) {
            return Ok(Some(known.task.clone()));
        }
        self.write_out_for(id).await?;
        let row: Option<TaskRow> = self.maybe_apart(task_query!("task.id = $1"), (id,)).await?;
        let task = self.whole_task(row).await?;
        // In SQLite nobody else writes as it is.
        let is_locked = !self.is_postgres();
        Ok(self.remember_task(task, is_locked))
    }

    /// The task, to change: on Postgres other transactions that would change it wait until this one ends.
    pub async fn task_to_change(&mut self, id: TaskId) -> sqlx::Result<Option<Task>> {
        const LOCKED: Dialect = Dialect {
            sqlite: task_query!("task.id = $1"),
            // Not plain FOR UPDATE: whoever adds rows that refer to the task would wait, perhaps with what is waited for here.
            postgres: task_query!("task.id = $1 FOR NO KEY UPDATE OF task"),
        };
        if let Some(known) = self.memory.tasks.get(&id).filter(|known| known.is_locked) {
            return Ok(Some(known.task.clone()));
        }
        self.write_out_for(id).await?;
        let row: Option<TaskRow> = self.maybe_apart(self.pick(LOCKED), (id,)).await?;
        let task = self.whole_task(row).await?;
        Ok(self.remember_task(task, true))
    }

    /// The tasks with these ids, to change, remembered for when each is asked for.
    pub(super) async fn recall_tasks(&mut self, ids: &[TaskId]) -> sqlx::Result<()> {
        const LOCKED: Dialect = Dialect {
            sqlite: task_query!("task.id IN (SELECT value FROM json_each($1)) ORDER BY task.id"),
            postgres: task_query!(
                "task.id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value)) ORDER BY task.id FOR NO KEY UPDATE OF task"
            ),
        };
        if ids.is_empty() {
            return Ok(());
        }
        let rows: Vec<TaskRow> = self.all(self.pick(LOCKED), (Json(ids),)).await?;
        let marked: Vec<TaskId> = rows.iter().filter(|row| row.has_marks).map(|row| row.id).collect();
        let mut parts = self.parts_of(ids, &marked).await?;
        for row in rows {
            let parts = parts.remove(&row.id).unwrap_or_default();
            self.remember_task(Some(row.with(parts)), true);
        }
        Ok(())
    }

    fn remember_task(&mut self, task: Option<Task>, is_locked: bool) -> Option<Task> {
        let task = task?;
        self.memory.tasks.insert(task.id, Remembered { task: task.clone(), is_locked });
        Some(task)
    }

    /// What waits to be written of a task is written before the task is read.
    async fn write_out_for(&mut self, task: TaskId) -> sqlx::Result<()> {
        if self.later.holds(task) { self.write_out().await } else { Ok(()) }
    }

    async fn whole_task(&mut self, row: Option<TaskRow>) -> sqlx::Result<Option<Task>> {
        let Some(row) = row else { return Ok(None) };
        let ids = [row.id];
        let marked = if row.has_marks { &ids[..] } else { &[] };
        let parts = self.parts_of(&ids, marked).await?.remove(&row.id);
        Ok(Some(row.with(parts.unwrap_or_default())))
    }

    /// Who is asked, the answers, the open offers and the steps taken, of each of these tasks; and the marks of those that are `marked`.
    async fn parts_of(&mut self, ids: &[TaskId], marked: &[TaskId]) -> sqlx::Result<HashMap<TaskId, Parts>> {
        macro_rules! of_tasks {
            ($before:literal, $after:literal) => {
                Dialect {
                    sqlite: concat!($before, " IN (SELECT value FROM json_each($1))", $after),
                    postgres: concat!(
                        $before,
                        " = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))",
                        $after
                    ),
                }
            };
        }
        const ASKED: Dialect =
            of_tasks!("SELECT * FROM task_asked WHERE task_id", " ORDER BY task_id, ask_order");
        // One row a task: a busy task has hundreds of answers, and a row costs more than what is in it.
        const SIGNUPS: Dialect = Dialect {
            sqlite: "SELECT task_id, json_group_array(json_array(person_id, state, people, queue, asked_as, from_minute, until_minute,
                         whole_only, answered_at) ORDER BY answered_at, id) AS signups
                     FROM signup WHERE task_id IN (SELECT value FROM json_each($1)) GROUP BY task_id",
            postgres: "SELECT task_id, jsonb_agg(jsonb_build_array(person_id, state, people, queue, asked_as, from_minute, until_minute,
                           whole_only::int, answered_at) ORDER BY answered_at, id) AS signups
                       FROM signup WHERE task_id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value)) GROUP BY task_id",
        };
        const OFFERS: Dialect =
            of_tasks!("SELECT * FROM offer WHERE task_id", " AND state = 'open' ORDER BY id");
        const STEPS: Dialect = of_tasks!(
            "SELECT task_step.* FROM task_step JOIN task ON task.id = task_step.task_id AND task.generation = task_step.generation
             WHERE task_step.task_id",
            " ORDER BY task_step.step"
        );
        const MARKS: Dialect = of_tasks!("SELECT * FROM task_mark WHERE task_id", " ORDER BY id");
        let mut parts: HashMap<TaskId, Parts> = HashMap::new();
        if !marked.is_empty() {
            for row in self.all_apart::<MarkRow>(self.pick(MARKS), (Json(marked),)).await? {
                parts.entry(row.task_id).or_default().marks.push(row.into());
            }
        }
        for row in self.all_apart::<AskedRow>(self.pick(ASKED), (Json(ids),)).await? {
            parts.entry(row.task_id).or_default().asked.push(row.into());
        }
        for row in self.all_apart::<SignupsRow>(self.pick(SIGNUPS), (Json(ids),)).await? {
            parts.entry(row.task_id).or_default().signups =
                row.signups.0.into_iter().map(Signup::from).collect();
        }
        for row in self.all_apart::<OfferRow>(self.pick(OFFERS), (Json(ids),)).await? {
            parts.entry(row.task_id).or_default().offers.push(row.into());
        }
        for row in self.all_apart::<StepRow>(self.pick(STEPS), (Json(ids),)).await? {
            parts.entry(row.task_id).or_default().steps.push(row.into());
        }
        Ok(parts)
    }

    /// The task with this number in a municipality.
    pub async fn task_by_number(
        &mut self,
        municipality: MunicipalityId,
        number: TaskNumber,
    ) -> sqlx::Result<Option<TaskId>> {
        if let Some(known) = self.memory.task_numbers.get(&(municipality, number)) {
            return Ok(Some(*known));
        }
        let row: Option<(TaskId,)> = self
            .maybe_apart(
                "SELECT id FROM task WHERE municipality_id = $1 AND number = $2",
                (municipality, number),
            )
            .await?;
        let id = row.map(|(id,)| id);
        self.memory.task_numbers.extend(id.map(|id| ((municipality, number), id)));
        Ok(id)
    }

    /// Open tasks that have not ended on which this person has one of `states`, the first to start first.
    pub async fn tasks_of(
        &mut self,
        person: PersonId,
        state: SignupState,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT task.id FROM signup JOIN task ON task.id = signup.task_id
                 WHERE signup.person_id = $1 AND signup.state = $2 AND task.state = 'open' AND task.ends_at > $3
                 ORDER BY task.starts_at, task.id LIMIT 50",
                (person, state, now),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Tasks of this person that ended after `since`, the last first.
    pub async fn tasks_ended_of(
        &mut self,
        person: PersonId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT task.id FROM signup JOIN task ON task.id = signup.task_id
                 WHERE signup.person_id = $1 AND signup.state = 'placed' AND task.state = 'ended' AND task.ends_at > $2
                 ORDER BY task.ends_at DESC, task.id LIMIT 20",
                (person, since),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Open tasks that this person asked for and that have not ended, the first to start first.
    pub async fn tasks_asked_by(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT id FROM task WHERE requester_id = $1 AND state = 'open' AND ends_at > $2 ORDER BY starts_at, id LIMIT 20",
                (person, now),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// What a club has earned in a municipality by tasks that were carried out and started from `from` until `until` (not included), in øre.
    pub async fn earned(
        &mut self,
        municipality: MunicipalityId,
        organisation: OrganisationId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> sqlx::Result<i64> {
        let (ore,): (i64,) = self
            .one(
                "SELECT CAST(COALESCE(SUM(signup.people * task_asked.rate_ore), 0) AS BIGINT)
                 FROM signup JOIN task ON task.id = signup.task_id
                 JOIN task_asked ON task_asked.task_id = task.id AND task_asked.organisation_id = signup.asked_as
                 WHERE signup.asked_as = $2 AND signup.state = 'placed' AND task.municipality_id = $1
                   AND task.starts_at >= $3 AND task.starts_at < $4
                   AND EXISTS (SELECT 1 FROM task_mark WHERE task_mark.task_id = task.id AND task_mark.mark = 'completed')
                   AND NOT EXISTS (SELECT 1 FROM task_mark WHERE task_mark.task_id = task.id
                                     AND task_mark.person_id = signup.person_id AND task_mark.mark = 'absent')",
                (municipality, organisation, from, until),
            )
            .await?;
        Ok(ore)
    }

    /// Tasks on which this person is being asked something.
    pub async fn tasks_offered_to(&mut self, person: PersonId) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all("SELECT task_id FROM offer WHERE person_id = $1 AND state = 'open' ORDER BY id", (person,))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Open tasks of a municipality, the first to start first, at most `limit`.
    pub async fn open_tasks(
        &mut self,
        municipality: MunicipalityId,
        limit: i64,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT id FROM task WHERE municipality_id = $1 AND state = 'open' ORDER BY starts_at, id LIMIT $2",
                (municipality, limit),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

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
        if task.taken() != taken_before {
            self.set_taken(task);
        }
        match *change {
            Change::Placed { person, .. }
            | Change::PartPlaced { person, .. }
            | Change::Queued { person, .. }
            | Change::PartialOffered { person, .. }
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

impl From<AskedRow> for Asked {
    fn from(row: AskedRow) -> Self {
        Self {
            order: small(row.ask_order),
            organisation: row.organisation_id,
            group: row.group_id,
            agreement: row.agreement_id,
            rate_ore: row.rate_ore,
            closed: row.closed_at.is_some(),
        }
    }
}

impl From<SignupParts> for Signup {
    fn from(parts: SignupParts) -> Self {
        let SignupParts(
            person,
            state,
            people,
            queue,
            asked_as,
            from_minute,
            until_minute,
            whole_only,
            answered_at,
        ) = parts;
        let whole_only = whole_only != 0;
        Self { person, state, people, queue, asked_as, from_minute, until_minute, whole_only, answered_at }
    }
}

impl From<OfferRow> for Offer {
    fn from(row: OfferRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            people: small(row.people),
            made_at: row.made_at,
            expires_at: row.expires_at,
        }
    }
}

impl From<MarkRow> for Marked {
    fn from(row: MarkRow) -> Self {
        Self { person: row.person_id, mark: row.mark, at: row.at, until: row.until_at }
    }
}

impl From<StepRow> for StepTaken {
    fn from(row: StepRow) -> Self {
        Self { step: small(row.step), outcome: row.outcome, at: row.at }
    }
}
