//! Tasks, with their answers, offers and steps.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::types::Json;

use super::db::{Dialect, Tx};
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
    ask_order: i64,
    organisation_id: OrganisationId,
    group_id: GroupId,
    agreement_id: AgreementId,
    rate_ore: i64,
}

#[derive(FromRow)]
struct SignupRow {
    person_id: PersonId,
    state: SignupState,
    people: i64,
    queue: Option<i64>,
    asked_as: Option<OrganisationId>,
    from_minute: Option<i64>,
    until_minute: Option<i64>,
    whole_only: bool,
    answered_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct OfferRow {
    id: OfferId,
    person_id: PersonId,
    people: i64,
    made_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct MarkRow {
    person_id: Option<PersonId>,
    mark: Mark,
    at: DateTime<Utc>,
    until_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct StepRow {
    step: i64,
    outcome: StepOutcome,
    at: DateTime<Utc>,
}

/// A count that the schema keeps small and not negative.
fn small<T: TryFrom<i64> + Default>(value: i64) -> T {
    T::try_from(value).unwrap_or_default()
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
        let row: Option<TaskRow> = self.maybe(task_query!("task.id = $1"), (id,)).await?;
        self.whole_task(row).await
    }

    /// The task, to change: on Postgres other transactions that would change it wait until this one ends.
    pub async fn task_to_change(&mut self, id: TaskId) -> sqlx::Result<Option<Task>> {
        const LOCKED: Dialect = Dialect {
            sqlite: task_query!("task.id = $1"),
            postgres: task_query!("task.id = $1 FOR UPDATE OF task"),
        };
        let row: Option<TaskRow> = self.maybe(self.pick(LOCKED), (id,)).await?;
        self.whole_task(row).await
    }

    async fn whole_task(&mut self, row: Option<TaskRow>) -> sqlx::Result<Option<Task>> {
        let Some(row) = row else { return Ok(None) };
        let asked: Vec<AskedRow> =
            self.all("SELECT * FROM task_asked WHERE task_id = $1 ORDER BY ask_order", (row.id,)).await?;
        let signups: Vec<SignupRow> =
            self.all("SELECT * FROM signup WHERE task_id = $1 ORDER BY answered_at, id", (row.id,)).await?;
        let offers: Vec<OfferRow> = self
            .all("SELECT * FROM offer WHERE task_id = $1 AND state = 'open' ORDER BY id", (row.id,))
            .await?;
        let steps: Vec<StepRow> = self
            .all(
                "SELECT * FROM task_step WHERE task_id = $1 AND generation = $2 ORDER BY step",
                (row.id, row.generation),
            )
            .await?;
        let marks: Vec<MarkRow> = match row.has_marks {
            true => self.all("SELECT * FROM task_mark WHERE task_id = $1 ORDER BY id", (row.id,)).await?,
            false => Vec::new(),
        };
        Ok(Some(Task {
            id: row.id,
            municipality: row.municipality_id,
            number: row.number,
            request: row.request_id,
            unit: row.unit_id,
            requester: row.requester_id,
            service: row.kind,
            zone: row.zone_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            places: small(row.places),
            state: row.state,
            must_cover: row.must_cover,
            companions: row.companions,
            approved_only: row.approved_only,
            ladder: row.ladder.0,
            generation: small(row.generation),
            hunt_from: row.hunt_from_at,
            promised_at: row.promised_at,
            opened_at: row.opened_at,
            told: row.told,
            moved_at: row.moved_at,
            places_wanted: row.places_wanted.map(small),
            // At an event the volunteers meet staff; elsewhere somebody waits at home.
            has_recipient: row.has_recipient && row.kind != ServiceKind::Activity,
            held: row.held_by.zip(row.held_until_at).map(|(by, until)| Held {
                by,
                until,
                asked_again: row.held_asked_again,
            }),
            asked: asked.into_iter().map(Asked::from).collect(),
            signups: signups.into_iter().map(Signup::from).collect(),
            offers: offers.into_iter().map(Offer::from).collect(),
            steps: steps.into_iter().map(StepTaken::from).collect(),
            marks: marks.into_iter().map(Marked::from).collect(),
        }))
    }

    /// The task with this number in a municipality.
    pub async fn task_by_number(
        &mut self,
        municipality: MunicipalityId,
        number: TaskNumber,
    ) -> sqlx::Result<Option<TaskId>> {
        let row: Option<(TaskId,)> = self
            .maybe("SELECT id FROM task WHERE municipality_id = $1 AND number = $2", (municipality, number))
            .await?;
        Ok(row.map(|(id,)| id))
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
        if task.taken() != taken_before {
            self.set_taken(task).await?;
        }
        match *change {
            Change::Placed { person, .. }
            | Change::PartPlaced { person, .. }
            | Change::Queued { person, .. }
            | Change::PartialOffered { person, .. }
            | Change::Declined { person, .. }
            | Change::Withdrew { person }
            | Change::FellSilent { person }
            | Change::WantsAllOrNone { person } => self.write_signup(task, person).await?,
            Change::OfferMade { person, people, expires_at } => {
                self.insert_offer(task.id, person, people, expires_at, now).await?
            }
            Change::OfferEnded { person, end } => self.end_offer(task.id, person, end).await?,
            Change::StepTaken { step, outcome } => self.insert_step(task, step, outcome, now).await?,
            Change::Marked { person, mark, until } => {
                self.insert_mark(task.id, person, mark, until, now).await?
            }
            Change::HuntRestarted { .. }
            | Change::Moved { .. }
            | Change::PlacesWanted { .. }
            | Change::Held { .. }
            | Change::Released
            | Change::PromiseMoved { .. }
            | Change::PlacesChanged { .. }
            | Change::RequesterTold { .. }
            | Change::StateChanged { .. } => self.write_task(task).await?,
        }
        Ok(())
    }

    /// The schema refuses more places taken than there are; this says so before it must.
    async fn set_taken(&mut self, task: &Task) -> anyhow::Result<()> {
        let changed = self
            .execute(
                "UPDATE task SET taken = $2 WHERE id = $1 AND $2 <= places",
                (task.id, i64::from(task.taken())),
            )
            .await?;
        anyhow::ensure!(changed == 1, "task {} has no {} places to give", task.number, task.taken());
        Ok(())
    }

    async fn write_signup(&mut self, task: &Task, person: PersonId) -> sqlx::Result<()> {
        let Some(signup) = task.signup(person) else { return Ok(()) };
        self.execute(
            "INSERT INTO signup (task_id, person_id, state, people, queue, asked_as, from_minute, until_minute, whole_only, answered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (task_id, person_id) DO UPDATE SET state = $3, people = $4, queue = $5, asked_as = $6, from_minute = $7,
                 until_minute = $8, whole_only = $9, answered_at = $10",
            (
                task.id,
                person,
                signup.state,
                i64::from(signup.people),
                signup.queue.map(i64::from),
                signup.asked_as,
                signup.from_minute.map(i64::from),
                signup.until_minute.map(i64::from),
                signup.whole_only,
                signup.answered_at,
            ),
        )
        .await
        .map(drop)
    }

    async fn insert_offer(
        &mut self,
        task: TaskId,
        person: PersonId,
        people: u32,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO offer (task_id, person_id, people, state, made_at, expires_at) VALUES ($1, $2, $3, 'open', $4, $5)",
            (task, person, i64::from(people), now, expires_at),
        )
        .await
        .map(drop)
    }

    async fn end_offer(&mut self, task: TaskId, person: PersonId, end: OfferEnd) -> sqlx::Result<()> {
        self.execute(
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
        self.execute(
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
        self.execute(
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
        self.execute(
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
        }
    }
}

impl From<SignupRow> for Signup {
    fn from(row: SignupRow) -> Self {
        Self {
            person: row.person_id,
            state: row.state,
            people: small(row.people),
            queue: row.queue.map(small),
            asked_as: row.asked_as,
            from_minute: row.from_minute.map(small),
            until_minute: row.until_minute.map(small),
            whole_only: row.whole_only,
            answered_at: row.answered_at,
        }
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
