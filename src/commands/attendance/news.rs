//! What the unit hears from the recipient on the telephone, beside how the call went: it reaches duty and whoever asked.

use chrono::TimeDelta;

use super::{calls, deviations, urgent};
use crate::commands::desk::{Desk, Heard};
use crate::domain::task::Task;
use crate::language::{alarm, reports};
use crate::store::people::Person;
use crate::text::{Message, Said};

/// So long after the end of a task somebody may still wait for it.
const STILL_WAITED_FOR: TimeDelta = TimeDelta::hours(1);

/// Passes on what was heard: at once where somebody waits now or has come to harm, else as a report. How the call went is asked where it is not
/// known.
pub async fn pass_on(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    news: &str,
    message: &str,
) -> anyhow::Result<()> {
    let is_now = task.starts_at <= desk.now && desk.now < task.ends_at + STILL_WAITED_FOR;
    let taken = deviations::take_down(desk, task, person, news).await?;
    match is_now || alarm::tells_of_harm(news) || reports::tells_of_worry(news) {
        true => urgent::tell(desk, task, person, &taken).await?,
        false => deviations::tell_of_news(desk, heard, task, person, &taken).await?,
    }
    let mut said = Said::from(Message::NewsPassedOn { number: task.number });
    if let Some(task) = desk.tx.task(task.id).await?
        && let Some(asked) = calls::ask_how_it_went(&task)
    {
        said.lines.extend(asked.lines);
        said.buttons = asked.buttons;
    }
    if !taken.quoted {
        deviations::remove(desk, heard, &mut said, message).await?;
    }
    desk.reply_about(heard, said, None, Some(task.id), None).await
}
