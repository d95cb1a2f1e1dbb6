//! What a database says of itself.

use super::db::Tx;

impl Tx {
    pub async fn setting(&mut self, key: &str) -> sqlx::Result<Option<String>> {
        let row: Option<(String,)> = self.maybe("SELECT value FROM setting WHERE key = $1", (key,)).await?;
        Ok(row.map(|(value,)| value))
    }

    pub async fn set_setting(&mut self, key: &str, value: &str) -> sqlx::Result<()> {
        self.execute(
            "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2",
            (key, value),
        )
        .await
        .map(drop)
    }

    /// Whether anybody of a channel other than the local chat is known.
    pub async fn has_real_accounts(&mut self) -> sqlx::Result<bool> {
        let row: Option<(i64,)> = self
            .maybe(
                "SELECT account.id FROM account JOIN channel ON channel.id = account.channel_id
                 WHERE channel.kind <> 'local' LIMIT 1",
                (),
            )
            .await?;
        Ok(row.is_some())
    }
}
