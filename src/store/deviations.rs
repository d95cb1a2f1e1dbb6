//! Reports of what went wrong, their words sealed.

use super::db::Tx;
use crate::domain::ids::{DeviationId, PersonId, TaskId};
use crate::secret::Key;
use chrono::{DateTime, Utc};

/// A report, without its words.
#[derive(Clone, Debug)]
pub struct Deviation {
    pub task_id: TaskId,
    pub reporter_id: PersonId,
    pub answer_by_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// How often it has been told. `None`: it can wait until `answer_by_at`.
    pub urgent_told: Option<u32>,
}

type DeviationRow = (TaskId, PersonId, DateTime<Utc>, Option<DateTime<Utc>>, Option<i64>);

/// What the words of a task's deviations are sealed for.
pub fn sealed_for(task: TaskId) -> String {
    format!("deviation:{}", task.0)
}

impl Tx {
    /// Keeps a report. It is to be answered by `answer_by`.
    pub async fn insert_deviation(
        &mut self,
        key: &Key,
        task: TaskId,
        reporter: PersonId,
        words: &str,
        now: DateTime<Utc>,
        answer_by: DateTime<Utc>,
    ) -> anyhow::Result<DeviationId> {
        let sealed = key.seal(&sealed_for(task), &words)?;
        let (id,): (DeviationId,) = self
            .one(
                "INSERT INTO deviation (task_id, reporter_id, sealed, reported_at, answer_by_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                (task, reporter, sealed, now, answer_by),
            )
            .await?;
        Ok(id)
    }

    pub async fn deviation(&mut self, id: DeviationId) -> sqlx::Result<Option<Deviation>> {
        let row: Option<DeviationRow> = self
            .maybe(
                "SELECT task_id, reporter_id, answer_by_at, answered_at, urgent_told FROM deviation WHERE id = $1",
                (id,),
            )
            .await?;
        Ok(row.map(|(task_id, reporter_id, answer_by_at, answered_at, told)| Deviation {
            task_id,
            reporter_id,
            answer_by_at,
            answered_at,
            urgent_told: told.map(|told| u32::try_from(told).unwrap_or(u32::MAX)),
        }))
    }

    /// Notes that a report can't wait, and how often it has been told.
    pub async fn set_urgent_told(&mut self, id: DeviationId, told: u32) -> sqlx::Result<()> {
        self.execute("UPDATE deviation SET urgent_told = $2 WHERE id = $1", (id, i64::from(told)))
            .await
            .map(drop)
    }

    /// The words of a report. `None`: they have been erased.
    pub async fn deviation_words(&mut self, key: &Key, id: DeviationId) -> anyhow::Result<Option<String>> {
        let row: Option<(TaskId, Vec<u8>)> =
            self.maybe("SELECT task_id, sealed FROM deviation WHERE id = $1", (id,)).await?;
        match row {
            Some((task, sealed)) if !sealed.is_empty() => Ok(Some(key.open(&sealed_for(task), &sealed)?)),
            _ => Ok(None),
        }
    }

    /// Notes who answered first.
    pub async fn answer_deviation(
        &mut self,
        id: DeviationId,
        by: PersonId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<()> {
        self.execute(
            "UPDATE deviation SET answered_at = $2, answered_by = $3 WHERE id = $1 AND answered_at IS NULL",
            (id, now, by),
        )
        .await
        .map(drop)
    }

    /// Erases the words of reports from before `before`: they may name who was helped. That there was a report stays.
    pub async fn forget_reports(&mut self, before: DateTime<Utc>) -> sqlx::Result<u64> {
        self.execute(
            "UPDATE deviation SET sealed = $2 WHERE reported_at < $1 AND length(sealed) > 0",
            (before, Vec::<u8>::new()),
        )
        .await
    }
}
