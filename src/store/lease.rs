//! Who does what only one process may do: polling and sending for a bot.
//!
//! A lease counts as held as long as it changes. Whoever waits for it judges that by their own clock, so that no two clocks are compared.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::db::{Dialect, Tx};

/// A lease as it stands.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Lease {
    /// Empty: it was given back.
    pub holder: String,
    /// Grows with every new holder: what an earlier one still tries is told by its lower number.
    pub fence: i64,
    /// Another with every renewal.
    pub until_at: DateTime<Utc>,
}

impl Tx {
    pub async fn lease(&mut self, name: &str) -> sqlx::Result<Option<Lease>> {
        self.maybe("SELECT holder, fence, until_at FROM lease WHERE name = $1", (name,)).await
    }

    /// Takes a lease that nobody ever had, or the one that still is as it was `seen`. Gives the new fence; `None`: somebody else was faster.
    pub async fn take_lease(
        &mut self,
        name: &str,
        holder: &str,
        until: DateTime<Utc>,
        seen: Option<&Lease>,
    ) -> sqlx::Result<Option<i64>> {
        let row: Option<(i64,)> = match seen {
            None => {
                self.maybe(
                    "INSERT INTO lease (name, holder, fence, until_at) VALUES ($1, $2, 1, $3) ON CONFLICT (name) DO NOTHING RETURNING fence",
                    (name, holder, until),
                )
                .await?
            }
            Some(seen) => {
                self.maybe(
                    "UPDATE lease SET holder = $2, fence = fence + 1, until_at = $3
                     WHERE name = $1 AND fence = $4 AND until_at = $5 AND holder = $6 RETURNING fence",
                    (name, holder, until, seen.fence, seen.until_at, &seen.holder),
                )
                .await?
            }
        };
        Ok(row.map(|(fence,)| fence))
    }

    /// Shows that the holder is alive. `false`: it is somebody else's by now.
    pub async fn renew_lease(&mut self, name: &str, fence: i64, until: DateTime<Utc>) -> sqlx::Result<bool> {
        let changed = self
            .execute("UPDATE lease SET until_at = $3 WHERE name = $1 AND fence = $2", (name, fence, until))
            .await?;
        Ok(changed == 1)
    }

    /// Gives a lease back, so that the next may have it at once.
    pub async fn release_lease(&mut self, name: &str, fence: i64) -> sqlx::Result<()> {
        self.execute("UPDATE lease SET holder = '' WHERE name = $1 AND fence = $2", (name, fence))
            .await
            .map(drop)
    }

    /// Whether a lease still is the one with this fence; if so, nobody can take it until this transaction ends.
    pub async fn holds_lease(&mut self, name: &str, fence: i64) -> sqlx::Result<bool> {
        const HELD: Dialect = Dialect {
            sqlite: "SELECT fence FROM lease WHERE name = $1 AND fence = $2 AND holder <> ''",
            postgres: "SELECT fence FROM lease WHERE name = $1 AND fence = $2 AND holder <> '' FOR SHARE",
        };
        let row: Option<(i64,)> = self.maybe(self.pick(HELD), (name, fence)).await?;
        Ok(row.is_some())
    }
}
