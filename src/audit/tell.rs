//! What the auditor found, said to coordinators and administrators: once, and once more when it is over.

use crate::app::check::kind;
use crate::commands::desk::{Desk, Note};
use crate::commands::faces;
use crate::domain::check::Finding;
use crate::domain::ids::{ChatId, MunicipalityId, TaskNumber};
use crate::domain::reach::Trouble;
use crate::domain::role::Role;
use crate::store::finding::Known;
use crate::store::outbox::Purpose;
use crate::text::Message;

/// What tells two findings of a kind apart.
pub fn subject(finding: &Finding) -> String {
    match finding {
        Finding::TaskWithoutClock { number } | Finding::TaskOverdue { number, .. } => number.0.to_string(),
        Finding::ChatStuck { chat, .. } => chat.0.to_string(),
        _ => String::new(),
    }
}

/// Tells of a finding. `false`: nobody could be told.
pub async fn found(
    desk: &mut Desk<'_>,
    town: MunicipalityId,
    finding: &Finding,
    known: &Known,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(town).await?;
    let now = desk.now;
    let text = match finding {
        Finding::TaskWithoutClock { number } => Message::AuditTaskForgotten { number: *number },
        Finding::TaskOverdue { number, since } => {
            Message::AuditTaskLate { number: *number, at: faces::at(&calendar, now, *since) }
        }
        Finding::ChatStuck { title, .. } => Message::ChatStuck { title: title.clone() },
        Finding::NothingSent { since } => Message::AuditNothingSent { at: faces::at(&calendar, now, *since) },
        Finding::ClockStands => Message::AuditClockStands,
        Finding::MailStuck { since } => Message::AuditMailStuck { at: faces::at(&calendar, now, *since) },
        Finding::NobodyHasAddress => Message::AuditNoAddress,
        Finding::NoBackup { last: Some(last) } => {
            Message::AuditNoBackup { at: faces::at(&calendar, now, *last) }
        }
        Finding::NoBackup { last: None } => Message::AuditNeverBackedUp,
        Finding::Withheld { count } => {
            Message::AuditWithheld { count: u32::try_from(*count).unwrap_or(u32::MAX) }
        }
        Finding::NobodyActs => {
            let troubles = desk.tx.troubles(town).await?;
            // It was told when it became so.
            if troubles.contains(&(Trouble::NobodyActs, true)) {
                return Ok(true);
            }
            Message::ReachLostNobody
        }
        _ => return Ok(true),
    };
    let key = match finding {
        // What is told when a message fails once more is the same.
        Finding::ChatStuck { chat, .. } => format!("stuck:{}:{}", chat.0, now.date_naive()),
        _ => key(town, known),
    };
    tell(desk, town, &key, text, way(kind(finding))).await
}

/// Tells that a finding is over.
pub async fn over(desk: &mut Desk<'_>, town: MunicipalityId, known: &Known) -> anyhow::Result<()> {
    let number = || known.subject.parse().map(TaskNumber);
    let text = match known.kind.as_str() {
        "task_without_clock" | "task_overdue" => Message::AuditTaskAgain { number: number()? },
        "chat_stuck" => {
            let title = desk.tx.chat(ChatId(known.subject.parse()?)).await?.title;
            Message::AuditChatAgain { title }
        }
        "nothing_sent" => Message::AuditSentAgain,
        "clock_stands" => Message::AuditClockAgain,
        "mail_stuck" => Message::AuditMailAgain,
        "nobody_has_address" => Message::AuditAddressAgain,
        "no_backup" => Message::AuditBackupAgain,
        "withheld" => Message::AuditWithheldNoMore,
        _ => return Ok(()),
    };
    let (key, way) = (format!("{}:over", key(town, known)), way(&known.kind));
    tell(desk, town, &key, text, way).await.map(drop)
}

fn key(town: MunicipalityId, known: &Known) -> String {
    format!("audit:{}:{}:{}:{}", town.0, known.kind, known.subject, known.since_at.timestamp_micros())
}

/// Which ways a finding is told by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By e-mail where the chat does not take it.
    ByMailAtLast,
    /// The chat is what does not work: nobody waits to see whether it takes this.
    ByMailAtOnce,
    /// E-mail is what does not work.
    InChatAlone,
}

fn way(kind: &str) -> Way {
    match kind {
        "nothing_sent" => Way::ByMailAtOnce,
        "mail_stuck" | "nobody_has_address" => Way::InChatAlone,
        _ => Way::ByMailAtLast,
    }
}

/// Tells every coordinator and administrator who can be written to. `false`: nobody can.
async fn tell(
    desk: &mut Desk<'_>,
    town: MunicipalityId,
    key: &str,
    text: Message,
    way: Way,
) -> anyhow::Result<bool> {
    let mut told = false;
    for role in [Role::Coordinator, Role::Administrator] {
        for person in desk.tx.people_with_role(town, role, desk.now).await? {
            let note = Note {
                // One and the same to somebody who is both.
                key: format!("{key}:{}", person.id.0),
                purpose: if way == Way::InChatAlone { Purpose::Notice } else { Purpose::Escalation },
                said: text.clone().into(),
                task: None,
                request: None,
                at: None,
            };
            if way == Way::ByMailAtOnce {
                desk.mail(&note.key, person.id, None, &note.said, desk.now).await?;
            }
            told |= desk.tell(person.id, note).await?;
        }
    }
    Ok(told)
}
