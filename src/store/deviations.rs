//! Reports of what went wrong, their words sealed.

use super::db::Tx;
use crate::domain::ids::{DeviationId, MunicipalityId, PersonId, TaskId};
use crate::secret::Key;
use chrono::{DateTime, Utc};

/// A report, without its words.
#[derive(Clone, Debug)]
pub struct Deviation {
    pub id: DeviationId,
    pub task_id: TaskId,
    pub reporter_id: PersonId,
    pub reported_at: DateTime<Utc>,
    pub answer_by_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    pub answered_by: Option<PersonId>,
    /// How often it has been told. `None`: it can wait until `answer_by_at`.
    pub urgent_told: Option<u32>,
    /// The report that is told in its stead.
    pub goes_with: Option<DeviationId>,
    /// When somebody said that there is no danger any more.
    pub calmed_at: Option<DateTime<Utc>>,
}

impl Deviation {
    /// Whether it is told again and again, by itself or with another.
    pub fn is_ringing(&self) -> bool {
        self.urgent_told.is_some() && self.answered_at.is_none() && self.calmed_at.is_none()
    }
}

#[derive(sqlx::FromRow)]
struct DeviationRow {
    id: DeviationId,
    task_id: TaskId,
    reporter_id: PersonId,
    reported_at: DateTime<Utc>,
    answer_by_at: DateTime<Utc>,
    answered_at: Option<DateTime<Utc>>,
    answered_by: Option<PersonId>,
    urgent_told: Option<i64>,
    goes_with: Option<DeviationId>,
    calmed_at: Option<DateTime<Utc>>,
}

impl From<DeviationRow> for Deviation {
    fn from(row: DeviationRow) -> Self {
        Self {
            id: row.id,
            task_id: row.task_id,
            reporter_id: row.reporter_id,
            reported_at: row.reported_at,
            answer_by_at: row.answer_by_at,
            answered_at: row.answered_at,
            answered_by: row.answered_by,
            urgent_told: row.urgent_told.map(|told| u32::try_from(told).unwrap_or(u32::MAX)),
            goes_with: row.goes_with,
            calmed_at: row.calmed_at,
        }
    }
}

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
        let row: Option<DeviationRow> = self.maybe("SELECT * FROM deviation WHERE id = $1", (id,)).await?;
        Ok(row.map(Deviation::from))
    }

    /// The reports about a task that can't wait, also those that were answered, from an instant on.
    pub async fn alarms(&mut self, task: TaskId, since: DateTime<Utc>) -> sqlx::Result<Vec<Deviation>> {
        let rows: Vec<DeviationRow> = self
            .all(
                "SELECT * FROM deviation WHERE task_id = $1 AND urgent_told IS NOT NULL AND reported_at >= $2 ORDER BY id LIMIT 100",
                (task, since),
            )
            .await?;
        Ok(rows.into_iter().map(Deviation::from).collect())
    }

    /// Those of a municipality that nobody has answered, the oldest first. What goes with another is not told of by itself.
    pub async fn unanswered_alarms(
        &mut self,
        municipality: MunicipalityId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Deviation>> {
        let rows: Vec<DeviationRow> = self
            .all(
                "SELECT deviation.* FROM deviation JOIN task ON task.id = deviation.task_id
                 WHERE urgent_told IS NOT NULL AND answered_at IS NULL AND goes_with IS NULL
                   AND task.municipality_id = $1 AND reported_at >= $2 ORDER BY deviation.id LIMIT 20",
                (municipality, since),
            )
            .await?;
        Ok(rows.into_iter().map(Deviation::from).collect())
    }

    /// All of a municipality that nobody has answered, from an instant on, the oldest first.
    pub async fn unanswered_reports(
        &mut self,
        municipality: MunicipalityId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Deviation>> {
        let rows: Vec<DeviationRow> = self
            .all(
                "SELECT deviation.* FROM deviation JOIN task ON task.id = deviation.task_id
                 WHERE answered_at IS NULL AND task.municipality_id = $1 AND reported_at >= $2 ORDER BY deviation.id DESC LIMIT 50",
                (municipality, since),
            )
            .await?;
        Ok(rows.into_iter().rev().map(Deviation::from).collect())
    }

    /// Those of a municipality of which nobody has said that they are over, from an instant on, the newest first.
    pub async fn alarms_to_calm(
        &mut self,
        municipality: MunicipalityId,
        since: DateTime<Utc>,
    ) -> sqlx::Result<Vec<Deviation>> {
        let rows: Vec<DeviationRow> = self
            .all(
                "SELECT deviation.* FROM deviation JOIN task ON task.id = deviation.task_id
                 WHERE urgent_told IS NOT NULL AND (answered_at IS NULL OR calmed_at IS NULL)
                   AND task.municipality_id = $1 AND reported_at >= $2 ORDER BY deviation.id DESC LIMIT 100",
                (municipality, since),
            )
            .await?;
        Ok(rows.into_iter().map(Deviation::from).collect())
    }

    /// Notes that a report is told with another, or by itself.
    pub async fn set_goes_with(&mut self, id: DeviationId, with: Option<DeviationId>) -> sqlx::Result<()> {
        self.execute("UPDATE deviation SET goes_with = $2 WHERE id = $1", (id, with)).await.map(drop)
    }

    /// Notes that somebody said that there is no danger any more.
    pub async fn set_calmed(&mut self, id: DeviationId, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("UPDATE deviation SET calmed_at = $2 WHERE id = $1 AND calmed_at IS NULL", (id, now))
            .await
            .map(drop)
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
