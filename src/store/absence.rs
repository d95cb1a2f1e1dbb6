//! Days on which people are not there.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::Tx;
use super::memory::Away;
use crate::domain::ids::*;

/// Days on which somebody is not there; `until_at` is not in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct DaysAway {
    pub id: AbsenceId,
    pub person_id: PersonId,
    pub from_at: DateTime<Utc>,
    pub until_at: DateTime<Utc>,
    /// When they said so; not known of what was said long ago.
    pub said_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Notes that somebody is away from `from` until `until`, which is not in it.
    pub async fn insert_absence(
        &mut self,
        person: PersonId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<AbsenceId> {
        let (id,) = self
            .one(
                "INSERT INTO absence (person_id, from_at, until_at, said_at) VALUES ($1, $2, $3, $4) RETURNING id",
                (person, from, until, now),
            )
            .await?;
        Ok(id)
    }

    /// The days away with this id, unless they have been taken back.
    pub async fn absence(&mut self, id: AbsenceId) -> sqlx::Result<Option<DaysAway>> {
        self.maybe("SELECT * FROM absence WHERE id = $1", (id,)).await
    }

    /// The days away of somebody that are not over.
    pub async fn absences_of(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<Vec<DaysAway>> {
        self.all("SELECT * FROM absence WHERE person_id = $1 AND until_at > $2 ORDER BY id", (person, now))
            .await
    }

    /// Somebody is back, or not going after all: no absence of theirs lasts beyond `now`. Whether there was one.
    pub async fn end_absences(&mut self, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<bool> {
        let ended =
            self.execute("DELETE FROM absence WHERE person_id = $1 AND until_at > $2", (person, now)).await?;
        Ok(ended > 0)
    }

    /// Absences that have been over since `before` are of use to nobody.
    pub async fn forget_absences(&mut self, before: DateTime<Utc>) -> sqlx::Result<()> {
        self.execute("DELETE FROM absence WHERE until_at <= $1", (before,)).await.map(drop)
    }

    /// Those of a municipality's people who are away at `now`, and until when.
    pub async fn away(
        &mut self,
        municipality: MunicipalityId,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Vec<(PersonId, DateTime<Utc>)>> {
        let known = match self.memory.away.get(&municipality) {
            Some((then, known)) if *then <= now => known.clone(),
            _ => {
                let known: Vec<Away> = self
                    .all(
                        "SELECT person.id, absence.from_at, absence.until_at FROM absence JOIN person ON person.id = absence.person_id
                         WHERE person.municipality_id = $1 AND absence.until_at > $2",
                        (municipality, now),
                    )
                    .await?;
                self.memory.away.insert(municipality, (now, known.clone()));
                known
            }
        };
        let mut away = BTreeMap::new();
        for (person, from, until) in known {
            if from <= now && now < until {
                away.entry(person)
                    .and_modify(|last: &mut DateTime<Utc>| *last = until.max(*last))
                    .or_insert(until);
            }
        }
        Ok(away.into_iter().collect())
    }

    /// Whether somebody is away at any time from `from` until `until`.
    pub async fn is_away(
        &mut self,
        person: PersonId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT id FROM absence WHERE person_id = $1 AND from_at < $3 AND until_at > $2 LIMIT 1",
                (person, from, until),
            )
            .await?;
        Ok(row.is_some())
    }
}
