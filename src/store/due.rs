//! When to look at something again: one row for everything that has a clock.

use chrono::{DateTime, Utc};

use super::db::Tx;
use crate::domain::ids::{AbsenceId, AccountId, ChatId, DeviationId, MunicipalityId, RequestId, TaskId};

/// Something with a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Task(TaskId),
    /// The time by which it is to be answered.
    Deviation(DeviationId),
    /// The list of the day that a municipality's duty gets.
    DayList(MunicipalityId),
    /// Somebody asked to be erased: the account goes once the last word to it has been sent.
    Erasure(AccountId),
    /// Some of those whom a task asks can't be asked any more.
    Closed(TaskId),
    /// Who can be reached in a municipality.
    Reach(MunicipalityId),
    /// Who has the duty in a municipality.
    Duty(MunicipalityId),
    /// Somebody is away and has said nothing of the places they hold then.
    Absence(AbsenceId),
    /// A need that was begun and waits for an answer of its requester's.
    Draft(RequestId),
    /// Which of several tasks is meant was asked in this chat.
    Which(ChatId),
    /// What must be erased or tidied away, once a day.
    Sweep,
}

impl Subject {
    pub(super) fn row(self) -> (&'static str, i64) {
        match self {
            Self::Task(id) => ("task", id.0),
            Self::Deviation(id) => ("deviation", id.0),
            Self::DayList(id) => ("day_list", id.0),
            Self::Erasure(id) => ("erasure", id.0),
            Self::Closed(id) => ("closed", id.0),
            Self::Reach(id) => ("reach", id.0),
            Self::Duty(id) => ("duty", id.0),
            Self::Absence(id) => ("absence", id.0),
            Self::Draft(id) => ("draft", id.0),
            Self::Which(id) => ("which", id.0),
            Self::Sweep => ("sweep", 0),
        }
    }

    fn from_row(kind: &str, id: i64) -> Option<Self> {
        match kind {
            "task" => Some(Self::Task(TaskId(id))),
            "deviation" => Some(Self::Deviation(DeviationId(id))),
            "day_list" => Some(Self::DayList(MunicipalityId(id))),
            "erasure" => Some(Self::Erasure(AccountId(id))),
            "closed" => Some(Self::Closed(TaskId(id))),
            "reach" => Some(Self::Reach(MunicipalityId(id))),
            "duty" => Some(Self::Duty(MunicipalityId(id))),
            "absence" => Some(Self::Absence(AbsenceId(id))),
            "draft" => Some(Self::Draft(RequestId(id))),
            "which" => Some(Self::Which(ChatId(id))),
            "sweep" => Some(Self::Sweep),
            _ => None,
        }
    }
}

impl Tx {
    /// Sets when `subject` is looked at next; `None`: never again.
    pub async fn set_due(&mut self, subject: Subject, at: Option<DateTime<Utc>>) -> sqlx::Result<()> {
        let (kind, id) = subject.row();
        let Some(at) = at else {
            return self
                .execute("DELETE FROM due WHERE subject_kind = $1 AND subject_id = $2", (kind, id))
                .await
                .map(drop);
        };
        self.later.due(subject, at);
        Ok(())
    }

    /// Has everything that is planned anew whenever it is looked at looked at now. What has a deadline of its own keeps it.
    pub async fn look_at_everything(&mut self, now: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute(
            "UPDATE due SET at = $1 WHERE at > $1 AND subject_kind IN ('task', 'day_list', 'reach', 'sweep')",
            (now,),
        )
        .await
        .map(drop)
    }

    /// What is due, the longest overdue first. A list of the day tells of what its instant brought, and so is the last of it.
    pub async fn due(&mut self, now: DateTime<Utc>, limit: i64) -> sqlx::Result<Vec<Subject>> {
        let rows: Vec<(String, i64)> = self
            .all("SELECT subject_kind, subject_id FROM due WHERE at <= $1 ORDER BY at, subject_kind = 'day_list', subject_kind, subject_id LIMIT $2", (now, limit))
            .await?;
        Ok(rows.into_iter().filter_map(|(kind, id)| Subject::from_row(&kind, id)).collect())
    }

    /// Whether `subject` is to be looked at now.
    pub async fn is_due(&mut self, subject: Subject, now: DateTime<Utc>) -> sqlx::Result<bool> {
        let (kind, id) = subject.row();
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT subject_id FROM due WHERE subject_kind = $1 AND subject_id = $2 AND at <= $3",
                (kind, id, now),
            )
            .await?;
        Ok(row.is_some())
    }

    /// Whether `subject` has a clock at all.
    pub async fn has_due(&mut self, subject: Subject) -> sqlx::Result<bool> {
        let (kind, id) = subject.row();
        let row: Option<(i64,)> = self
            .maybe("SELECT subject_id FROM due WHERE subject_kind = $1 AND subject_id = $2", (kind, id))
            .await?;
        Ok(row.is_some())
    }

    /// When something is due next.
    pub async fn next_due(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let row: Option<(DateTime<Utc>,)> = self.maybe("SELECT at FROM due ORDER BY at LIMIT 1", ()).await?;
        Ok(row.map(|(at,)| at))
    }

    /// When a task is looked at next.
    pub async fn next_task_due(&mut self) -> sqlx::Result<Option<DateTime<Utc>>> {
        let row: Option<(DateTime<Utc>,)> =
            self.maybe("SELECT at FROM due WHERE subject_kind = 'task' ORDER BY at LIMIT 1", ()).await?;
        Ok(row.map(|(at,)| at))
    }
}
