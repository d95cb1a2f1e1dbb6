//! What is found, in words: what is wrong, and what to do about it.

use chrono::{DateTime, Utc};

use crate::domain::check::{Finding, Part};
use crate::domain::local_time::Calendar;
use crate::domain::reach::{GroupReach, PersonReach};

/// A finding's name in the JSON output. It stays the same when the words change.
pub fn kind(finding: &Finding) -> &'static str {
    match finding {
        Finding::NobodyActs => "nobody_acts",
        Finding::NobodyOnDuty { .. } => "nobody_on_duty",
        Finding::NoDeputy { .. } => "no_deputy",
        Finding::NoContact => "no_contact",
        Finding::Unreached { .. } => "person_unreached",
        Finding::NoAdministrator => "no_administrator",
        Finding::ServiceWithoutAgreement { .. } => "service_without_agreement",
        Finding::ServiceUnasked { .. } => "service_unasked",
        Finding::StepsToNobody { .. } => "steps_to_nobody",
        Finding::GroupUnreached { .. } => "group_unreached",
        Finding::ClubWithoutContact { .. } => "club_without_contact",
        Finding::ClubContactUnreached { .. } => "club_contact_unreached",
        Finding::UnitWithoutStaff { .. } => "unit_without_staff",
        Finding::UnitUnreached { .. } => "unit_unreached",
        Finding::ZoneUnserved { .. } => "zone_unserved",
        Finding::PlaceInSeveralZones { .. } => "place_in_several_zones",
        Finding::InviteExpired { .. } => "invite_expired",
        Finding::TaskWithoutClock { .. } => "task_without_clock",
        Finding::TaskOverdue { .. } => "task_overdue",
        Finding::ChatStuck { .. } => "chat_stuck",
        Finding::NoBackup { .. } => "no_backup",
        Finding::NothingSent { .. } => "nothing_sent",
        Finding::NobodyHasAddress => "nobody_has_address",
        Finding::WithoutAddress { .. } => "without_address",
        Finding::MailGivenUp { .. } => "mail_given_up",
        Finding::MailStuck { .. } => "mail_stuck",
        Finding::ClockStands => "clock_stands",
        Finding::Withheld { .. } => "withheld",
    }
}

const APPLY: &str = "run `tannhjul apply` with the municipality's file again for a new code";

/// What is wrong, and what to do.
pub fn words(finding: &Finding, calendar: &Calendar) -> (String, String) {
    let at = |instant: DateTime<Utc>| calendar.local(instant).format("%a %Y-%m-%d %H:%M").to_string();
    match finding {
        Finding::NobodyActs => (
            "nobody who would act on an empty place can be written to, so no request is taken".to_owned(),
            "have one of the coordinators open the chat with the bot and press Start".to_owned(),
        ),
        Finding::NobodyOnDuty { from, until } => (
            format!("nobody is on duty from {} until {}", at(*from), at(*until)),
            "write «vakt» and a name to the bot, or put more people in the rota (duty)".to_owned(),
        ),
        Finding::NoDeputy { name, from, until } => (
            format!("{name} is on duty without a deputy from {} until {}", at(*from), at(*until)),
            "put more people in the rota (duty), so that there is always a second one".to_owned(),
        ),
        Finding::NoContact => (
            "there is nobody to ring when neither the one on duty nor the deputy answers".to_owned(),
            "name a person in the municipality's file (escalation) and apply it".to_owned(),
        ),
        Finding::Unreached { name, reach, part, from } => {
            let part = match part {
                Part::Duty => format!("is on duty from {}", at(*from)),
                Part::Deputy => format!("is the deputy from {}", at(*from)),
                Part::Contact => "is rung last".to_owned(),
            };
            let (why, help) = why(*reach, name);
            (format!("{name}, who {part}, can't be written to: {why}"), help)
        }
        Finding::NoAdministrator => (
            "no administrator can be written to, so trouble is told to coordinators only".to_owned(),
            "give somebody `administrator = true` in the municipality's file, and have them join".to_owned(),
        ),
        Finding::ServiceWithoutAgreement { service } => (
            format!(
                "{} is offered and no active agreement covers it: every such request is refused",
                service.as_str()
            ),
            "sign an agreement on it, or set `stopped = true` for the service".to_owned(),
        ),
        Finding::ServiceUnasked { service } => (
            format!(
                "no group that would be asked about {} is connected: every such request is refused",
                service.as_str()
            ),
            "connect one of the groups below".to_owned(),
        ),
        Finding::StepsToNobody { service, steps } => {
            let steps: Vec<String> = steps.iter().map(ToString::to_string).collect();
            let which = if steps.len() == 1 { "step" } else { "steps" };
            (
                format!(
                    "{which} {} of the ladder for {} would reach nobody",
                    steps.join(", "),
                    service.as_str()
                ),
                "connect the groups below, and have those who stand by open the chat with the bot".to_owned(),
            )
        }
        Finding::GroupUnreached { title, reach: GroupReach::Lost, .. } => (
            format!("the bot was put out of the group {title}, or it is gone"),
            "let the bot into the group again; a new group needs a new code".to_owned(),
        ),
        Finding::GroupUnreached { title, .. } => (
            format!("the group {title} is not connected"),
            "let the bot into the group, and write /koble and the group's code there".to_owned(),
        ),
        Finding::ClubWithoutContact { name } => (
            format!("{name} has an agreement and nobody who answers for the club"),
            format!("name a contact (contact_for) for {name} in the municipality's file and apply it"),
        ),
        Finding::ClubContactUnreached { name } => (
            format!("nobody who answers for {name} can be written to"),
            "have the contact open the chat with the bot and press Start, with their code if it is unused"
                .to_owned(),
        ),
        Finding::UnitWithoutStaff { name, waits } => {
            let waits =
                if *waits { ", and has tasks that are open" } else { ": nobody can ask for help for it" };
            (
                format!("nobody belongs to the unit {name}{waits}"),
                format!("put somebody in it (staff_of) in the municipality's file, or leave {name} out"),
            )
        }
        Finding::UnitUnreached { name, .. } => (
            format!("nobody in the unit {name} can be written to, and it has no group that can"),
            "have one of its people open the chat with the bot, or connect a group for the unit".to_owned(),
        ),
        Finding::ZoneUnserved { name } => (
            format!("no group that can be asked serves the zone {name}: every request there is refused"),
            "name the zone in an agreement (zones), or connect the group of one that does".to_owned(),
        ),
        Finding::PlaceInSeveralZones { place, zones } => (
            format!("{place} lies in several zones: {}", zones.join(", ")),
            "leave it in one of them: whoever asks for help there is asked which zone it is".to_owned(),
        ),
        Finding::InviteExpired { name } => {
            (format!("the code of {name} has expired unused"), APPLY.to_owned())
        }
        Finding::TaskWithoutClock { number } => (
            format!("task {number} is open and nothing looks after it"),
            "restart the service; if it says so again, report it as a fault in Tannhjul".to_owned(),
        ),
        Finding::TaskOverdue { number, since } => (
            format!("task {number} should have been looked at {}", at(*since)),
            "is the service running? `tannhjul healthcheck` and its log say more".to_owned(),
        ),
        Finding::ChatStuck { title, .. } => (
            format!("messages to {title} have been tried in vain for a quarter of an hour"),
            "ring whoever waits for them; the log of the service says what the platform answers".to_owned(),
        ),
        Finding::NoBackup { last } => (
            match last {
                Some(last) => format!("the last backup is of {}", at(*last)),
                None => "there has never been a backup".to_owned(),
            },
            "have `tannhjul backup FILE` run each night, and keep the files on another machine".to_owned(),
        ),
        Finding::NothingSent { since } => (
            format!("no message gets out: one has waited since {}", at(*since)),
            "is the service running? `tannhjul healthcheck` and its log say more".to_owned(),
        ),
        Finding::NobodyHasAddress => (
            "an SMTP server is set, and nobody who is rung has an e-mail address".to_owned(),
            "write email for those of duty and escalation in the municipality's file, and apply it".to_owned(),
        ),
        Finding::WithoutAddress { name } => (
            format!("{name}, who is rung, has no e-mail address: where the chat takes nothing they hear nothing"),
            "write their email in the municipality's file, and apply it".to_owned(),
        ),
        Finding::MailGivenUp { name } => (
            format!("the last e-mail to {name} was given up"),
            "is their email in the municipality's file right? The log of the service has the server's code".to_owned(),
        ),
        Finding::MailStuck { since } => (
            format!("e-mail has been tried in vain since {}", at(*since)),
            "check TANNHJUL_SMTP_URL, and that this machine reaches the server; the log of the service has its code".to_owned(),
        ),
        Finding::ClockStands => (
            "time passes and the service does nothing about it".to_owned(),
            "restart the service; if it says so again, report it as a fault in Tannhjul".to_owned(),
        ),
        Finding::Withheld { count } => (
            format!("{count} messages are withheld since a backup was put back"),
            "see them with `tannhjul resume`, and say whether they are sent".to_owned(),
        ),
    }
}

fn why(reach: PersonReach, name: &str) -> (&'static str, String) {
    match reach {
        PersonReach::Blocked => {
            ("they have blocked the bot", format!("ask {name} to open the chat with the bot and press Start"))
        }
        PersonReach::NotJoined => {
            ("they have not used their code", format!("send {name} the code; if it is lost, {APPLY}"))
        }
        PersonReach::NotOpened | PersonReach::Reached => (
            "they have never opened the chat with the bot",
            format!("ask {name} to open the chat with the bot and press Start"),
        ),
    }
}
