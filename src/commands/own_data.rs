//! What is held on somebody, as a file they can read.

use chrono::SecondsFormat::Secs;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::desk::Desk;
use crate::chat::Document;
use crate::domain::ids::AccountId;
use crate::store::outbox::Body;
use crate::store::own_data::{OwnAccount, OwnMessage};
use crate::store::people::Person;

const NAME: &str = "tannhjul-minedata.json";

/// Everything that is held on whoever owns an account, on every channel and in every municipality. Recipients' data are not among it: they are
/// somebody else's.
pub async fn document(desk: &mut Desk<'_>, account: AccountId) -> anyhow::Result<Document> {
    let mut people = Vec::new();
    for person in desk.tx.people_of(account).await? {
        people.push(of_person(desk, &person).await?);
    }
    let mut accounts = Vec::new();
    for account in desk.tx.own_accounts(account).await? {
        accounts.push(of_account(desk, account).await?);
    }
    let whole = json!({ "made_at": instant(desk.now), "accounts": accounts, "people": people });
    Ok(Document { name: NAME.to_owned(), content: serde_json::to_string_pretty(&whole)? })
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(Secs, true)
}

async fn of_account(desk: &mut Desk<'_>, account: OwnAccount) -> anyhow::Result<Value> {
    let OwnAccount { id, channel, external_id, name, username, can_write, seen_at } = account;
    let messages = desk.tx.own_messages(id).await?;
    Ok(json!({
        "channel": channel,
        "id_on_channel": external_id,
        "name": name,
        "username": username,
        "can_be_written_to": can_write,
        "seen_at": instant(seen_at),
        "messages_to_you": messages.iter().filter_map(message).collect::<Vec<_>>(),
    }))
}

fn message(message: &OwnMessage) -> Option<Value> {
    let Body::Say { said, .. } = &message.body.0 else { return None };
    if said.lines.is_empty() {
        return None;
    }
    let text = said.render(message.language, &[]).body;
    Some(json!({ "at": message.sent_at.map(instant), "text": text }))
}

async fn of_person(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<Value> {
    let (municipality, _) = desk.town(person.municipality_id).await?;
    let tx = &mut *desk.tx;
    let roles = tx.own_roles(person.id).await?.into_iter().map(|role| {
        json!({
            "role": role.role,
            "organisation": role.organisation,
            "unit": role.unit,
            "since": instant(role.since_at),
            "until": role.until_at.map(instant),
        })
    });
    let roles: Vec<Value> = roles.collect();
    let (approved, standby) = tx.own_services(person.id).await?;
    let absences: Vec<Value> = tx
        .own_absences(person.id)
        .await?
        .into_iter()
        .map(|(from, until)| json!({ "from": instant(from), "until": instant(until) }))
        .collect();
    let answers: Vec<Value> = tx
        .own_answers(person.id)
        .await?
        .into_iter()
        .map(|answer| {
            json!({
                "task": answer.number.to_string(),
                "service": answer.kind,
                "starts_at": instant(answer.starts_at),
                "state": answer.state,
                "people": answer.people,
                "answered_at": instant(answer.answered_at),
            })
        })
        .collect();
    let moments = |moments: Vec<crate::store::own_data::OwnMoment>| -> Vec<Value> {
        let number = |of: &crate::store::own_data::OwnMoment| of.number.map(|number| number.to_string());
        moments.iter().map(|of| json!({ "task": number(of), "at": instant(of.at) })).collect()
    };
    let asked_for = moments(tx.own_requests(person.id).await?);
    let views = moments(tx.own_views(person.id).await?);
    let mut reports = Vec::new();
    for report in tx.own_reports(person.id).await?.into_iter().filter(|report| !report.sealed.is_empty()) {
        let words = report.words(&desk.around.key)?;
        let (task, at) = (report.number.to_string(), instant(report.reported_at));
        reports.push(json!({ "task": task, "at": at, "words": words }));
    }
    let email = tx.own_address(person.id).await?;
    let letters: Vec<Value> = tx
        .own_mail(person.id)
        .await?
        .into_iter()
        .map(|mail| {
            let said = mail.body.map(|said| said.0.render(person.language, &[]).body);
            json!({ "written_at": instant(mail.created_at), "sent_at": mail.sent_at.map(instant), "state": mail.state, "text": said })
        })
        .collect();
    let misread = tx.own_misreads(&desk.around.key, person.id).await?;
    let deeds: Vec<Value> = tx
        .own_deeds(person.id)
        .await?
        .into_iter()
        .map(|deed| {
            let task = deed.number.map(|number| number.to_string());
            json!({ "at": instant(deed.at), "task": task, "what": deed.what, "detail": deed.detail.0 })
        })
        .collect();
    Ok(json!({
        "municipality": municipality.name,
        "name": person.name,
        "phone": person.phone,
        "email": email,
        "e_mails_to_you": letters,
        "language": person.language.code(),
        "roles": roles,
        "approved_for": approved,
        "standby_for": standby,
        "away": absences,
        "answers": answers,
        "tasks_you_asked_for": asked_for,
        "what_you_have_reported": reports,
        "misread_messages_you_let_us_keep": misread,
        "addresses_you_have_seen": views,
        "what_you_have_done": deeds,
    }))
}
