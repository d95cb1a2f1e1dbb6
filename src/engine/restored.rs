//! The first thing a service does with a database that was put back: it takes up what is overdue, and withholds what may have been said.

use super::Engine;

impl Engine {
    /// Handles what had come in and does what is overdue, before anything is sent; what may have been said before the database was put back is then
    /// withheld until an administrator decides. Whatever happens from now on is said as always. Gives the number of messages withheld; `None`
    /// where the database is what it was.
    pub async fn take_up_after_restore(&self) -> anyhow::Result<Option<u64>> {
        let now = self.clock.now();
        let Some(restored) = self.db.was_restored(now).await? else { return Ok(None) };
        while self.work_off().await? > 0 {}
        self.tick().await?;
        let mut tx = self.db.begin().await?;
        let withheld = tx.withhold(restored, now).await?;
        tx.commit().await?;
        if let Some(withheld) = withheld {
            tracing::warn!(
                withheld,
                backup_at = %restored.backup_at,
                "this database was put back from a backup; what may have been said already waits for `tannhjul resume`"
            );
        }
        Ok(withheld)
    }
}
