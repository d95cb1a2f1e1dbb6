//! What volunteers are asked or reminded of keeps out of their quiet hours, also when a platform held it up until then.

use chrono::{DateTime, Utc};

use crate::domain::plan;
use crate::store::Tx;
use crate::store::outbox::{OutboxRow, Purpose};

/// Until when a message must wait, if it is one that quiet hours bind: something new to volunteers that no answer of theirs has called for.
pub async fn binds(
    tx: &mut Tx,
    row: &OutboxRow,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let asks = match row.purpose {
        Purpose::Card | Purpose::Reminder => true,
        // The other questions follow from what somebody has just said.
        Purpose::Question => row.key.starts_with("offer:") || row.key.starts_with("step:"),
        _ => false,
    };
    if !asks || row.external_id.is_some() {
        return Ok(None);
    }
    let Some(id) = row.task_id else { return Ok(None) };
    let Some(task) = tx.task(id).await? else { return Ok(None) };
    let calendar = tx.municipality(task.municipality).await?.calendar();
    // Where the quiet hours last until it starts nobody is asked any more; it goes with the task.
    let at = plan::may_ask_at(&task, &calendar, now).unwrap_or(task.starts_at);
    Ok((at > now).then_some(at))
}
