//! Tasks, with their answers, offers and steps: read here, found by whom and when they concern in `lists`, changed in `change`.

mod change;
mod lists;
mod places;
mod rows;

use std::collections::HashMap;

use sqlx::types::Json;

use super::db::{Dialect, Tx};
use super::memory::Remembered;
use crate::domain::ids::*;
use crate::domain::task::*;
pub use places::PlaceHeld;
use rows::{AskedRow, MarkRow, OfferRow, Parts, SignupsRow, StepRow, TaskRow};

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
        self.remember_rows(ids, rows, true).await
    }

    /// The tasks with these ids, to read, remembered for when each is asked for.
    pub(super) async fn recall_tasks_to_read(&mut self, ids: &[TaskId]) -> sqlx::Result<()> {
        const TASKS: Dialect = Dialect {
            sqlite: task_query!("task.id IN (SELECT value FROM json_each($1))"),
            postgres: task_query!(
                "task.id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text($1) AS value))"
            ),
        };
        if ids.is_empty() {
            return Ok(());
        }
        let rows: Vec<TaskRow> = self.all(self.pick(TASKS), (Json(ids),)).await?;
        let is_locked = !self.is_postgres();
        self.remember_rows(ids, rows, is_locked).await
    }

    /// Remembers tasks with what hangs on them.
    async fn remember_rows(
        &mut self,
        ids: &[TaskId],
        rows: Vec<TaskRow>,
        is_locked: bool,
    ) -> sqlx::Result<()> {
        let marked: Vec<TaskId> = rows.iter().filter(|row| row.has_marks).map(|row| row.id).collect();
        let mut parts = self.parts_of(ids, &marked).await?;
        for row in rows {
            let parts = parts.remove(&row.id).unwrap_or_default();
            self.remember_task(Some(row.with(parts)), is_locked);
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
}
