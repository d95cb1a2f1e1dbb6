//! What volunteers are asked or reminded of keeps out of their quiet hours, also when a platform held it up until then.

use chrono::{DateTime, Utc};

use crate::domain::plan;
use crate::store::Tx;
use crate::store::outbox::{OutboxRow, Purpose};

/// What the keys begin with of that by which people are looked for: a place offered to a reserve, a step of the ladder, a reminder of the card.
const HUNT: [&str; 3] = ["offer:", "step:", "still:"];

/// Until when a message must wait, if it is one that quiet hours bind: something new by which volunteers are looked for.
pub async fn binds(
    tx: &mut Tx,
    row: &OutboxRow,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    // What follows from something that a volunteer has just said, and what concerns those who come already, has its own hours.
    let hunts = row.purpose == Purpose::Card || HUNT.iter().any(|begin| row.key.starts_with(begin));
    let asks = matches!(row.purpose, Purpose::Card | Purpose::Question | Purpose::Reminder);
    if !hunts || !asks || row.external_id.is_some() {
        return Ok(None);
    }
    let Some(id) = row.task_id else { return Ok(None) };
    let Some(task) = tx.task(id).await? else { return Ok(None) };
    let calendar = tx.municipality(task.municipality).await?.calendar();
    // Where the quiet hours last until it starts nobody is asked any more; it goes with the task.
    let at = plan::may_ask_at(&task, &calendar, now).unwrap_or(task.starts_at);
    Ok((at > now).then_some(at))
}
