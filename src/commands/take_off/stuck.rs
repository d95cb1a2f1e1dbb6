//! Somebody is stuck on the way and may not get there at all: that is no delay. They are asked, and it goes on as if others had said that they do not come.

use chrono::{DateTime, TimeDelta, Utc};

use super::unanswered;
use crate::commands::attendance::roll_call;
use crate::commands::attendance::words::{self, Word};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{everyday, faces, outcome};
use crate::domain::attendance::Mark;
use crate::domain::task::{Change, Task, TaskState};
use crate::language::reports;
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said};

/// So long before the start somebody may be on the way.
const ON_THE_WAY: TimeDelta = TimeDelta::hours(3);

/// Whether words of somebody who holds a place say that they may not get there, while they may be on the way.
pub fn is_stuck(task: &Task, text: &str, now: DateTime<Utc>) -> bool {
    let on_the_way = task.starts_at - ON_THE_WAY <= now && now < task.ends_at;
    task.state == TaskState::Open && on_the_way && reports::may_not_arrive(text)
}

/// Asks them whether they get there at all, and tells duty, and whoever asked and believes that every place is filled.
pub async fn may_not_arrive(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    message: &str,
) -> anyhow::Result<()> {
    if let Some(text) = words::refusal(task, person.id, Word::Comes) {
        return desk.reply_about(heard, text.into(), None, Some(task.id), None).await;
    }
    let (number, id) = (task.number, task.id.0);
    let known = task.signup(person.id).is_some_and(|signup| task.open_report(signup).is_some());
    if !known {
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        let change =
            Change::Marked { person: Some(person.id), mark: Mark::ReportedAway, until: Some(desk.now) };
        desk.change(task, &[change], actor).await?;
        let calendar = desk.calendar(task.municipality).await?;
        let (service, window) = (task.service, faces::window(task, &calendar));
        let name = faces::short_name(&person.name);
        let mut said = Said::from(Message::MayNotArrive { number, service, window, name: name.clone() });
        said.lines.extend(person.phone.clone().map(|phone| Message::PhoneOf { name, phone }));
        said.lines.extend(everyday::contact_of_club(desk, Some(task), person).await?);
        let said = said.row(unanswered::buttons(desk, task, person));
        outcome::tell_duty_but(desk, task, &unanswered::key(heard, task, person), said, Some(person.id))
            .await?;
        unanswered::tell_requester(desk, task, person.id).await?;
    }
    desk.mark(heard, message, faces::UNSURE).await?;
    let asked = Said::from(Message::DoYouGetThere { number })
        .row([
            Button::new(Message::IGetThere, format!("conf:{id}")),
            Button::new(Message::IAmLate, format!("late:{id}")),
        ])
        .row([roll_call::coming_or_not(task)[1].clone()]);
    if heard.in_private {
        return desk.reply_about(heard, asked, None, Some(task.id), None).await;
    }
    let note = Note::on(task, Purpose::Question, format!("stuck:{}", heard.inbox.0), asked);
    desk.tell(person.id, note).await.map(drop)
}
