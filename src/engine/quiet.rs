//! What volunteers are asked or reminded of keeps out of their quiet hours, also when a platform held it up until then.

use chrono::{DateTime, Utc};

use super::attend;
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
    // What follows from something that a volunteer has just said has its own hours, and so has what can't wait at the start.
    let hunts = row.purpose == Purpose::Card || HUNT.iter().any(|begin| row.key.starts_with(begin));
    let comes = attend::keeps_out_of_quiet_hours(&row.key);
    let asks = matches!(row.purpose, Purpose::Card | Purpose::Question | Purpose::Reminder);
    if !(hunts || comes) || !asks || row.external_id.is_some() {
        return Ok(None);
    }
    let Some(id) = row.task_id else { return Ok(None) };
    let Some(task) = tx.task(id).await? else { return Ok(None) };
    let calendar = tx.municipality(task.municipality).await?.calendar();
    let at = match comes {
        // Before it begins whoever comes is up.
        true if now < task.starts_at => calendar.after_quiet(now).min(task.starts_at),
        true => calendar.after_quiet(now),
        // Where the quiet hours last until it starts nobody is asked any more; it goes with the task.
        false => plan::may_ask_at(&task, &calendar, now).unwrap_or(task.starts_at),
    };
    Ok((at > now).then_some(at))
}
