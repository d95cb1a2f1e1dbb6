//! Which tasks concern somebody, a club or a municipality.

use chrono::{DateTime, Utc};

use crate::domain::ids::*;
use crate::domain::task::SignupState;
use crate::store::Tx;

impl Tx {
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

    /// Tasks of a municipality that ended after `since`, the last first.
    pub async fn tasks_ended_in(
        &mut self,
        municipality: MunicipalityId,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<TaskId>> {
        let rows: Vec<(TaskId,)> = self
            .all(
                "SELECT id FROM task WHERE municipality_id = $1 AND state IN ('open', 'ended') AND ends_at > $2 AND ends_at <= $3
                 ORDER BY ends_at DESC, id LIMIT 100",
                (municipality, since, now),
            )
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// What a club has earned in a municipality by tasks that were carried out and started from `from` until `until` (not included), in øre. Nothing for
    /// those who did not come, or of whom others say so and who have not answered.
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
                   AND (SELECT mark FROM task_mark WHERE task_mark.task_id = task.id AND mark IN ('completed', 'not_done')
                        ORDER BY id DESC LIMIT 1) = 'completed'
                   AND COALESCE((SELECT mark FROM task_mark WHERE task_mark.task_id = task.id
                                   AND task_mark.person_id = signup.person_id AND mark IN ('absent', 'checked_in')
                                 ORDER BY id DESC LIMIT 1), '') <> 'absent'
                   AND NOT EXISTS (SELECT 1 FROM task_mark AS said WHERE said.task_id = task.id AND said.person_id = signup.person_id
                                     AND said.mark = 'reported_away' AND said.at >= signup.answered_at
                                     AND (task.moved_at IS NULL OR said.at >= task.moved_at)
                                     AND NOT EXISTS (SELECT 1 FROM task_mark AS word WHERE word.task_id = task.id
                                                       AND word.person_id = signup.person_id AND word.id > said.id
                                                       AND word.mark IN ('confirmed', 'stands_ready', 'step_down_refused', 'late',
                                                                         'checked_in', 'completed', 'went_wrong')))",
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
}
