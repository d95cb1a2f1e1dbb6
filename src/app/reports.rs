//! Commands that ask the database or a running service something and print the answer.

use anyhow::{Context, bail};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Oslo;
use serde::Serialize;
use serde_json::json;

use super::keys;
use crate::clock::Clock;
use crate::commands::desk::{Desk, Surroundings};
use crate::commands::erasure;
use crate::config::Settings;
use crate::domain::ids::TaskNumber;
use crate::domain::plan::{self, What};
use crate::domain::task::Task;
use crate::http;
use crate::store::misread::{Kind, Misread, Reported};
use crate::store::town::Municipality;
use crate::store::{Db, Tx};

/// Most tasks listed of one municipality.
const MOST_TASKS: i64 = 1_000;

#[derive(Serialize)]
struct TaskLine {
    municipality: String,
    number: i64,
    service: &'static str,
    /// Wall clock.
    start: NaiveDateTime,
    end: NaiveDateTime,
    places: u32,
    taken: u32,
    reserves: usize,
    /// UTC.
    promised_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct StepLine {
    /// Wall clock.
    at: NaiveDateTime,
    step: String,
    taken: bool,
}

/// Makes an API token and prints it. It expires after so many days. `None`: it never does.
pub async fn token(settings: &Settings, municipality: &str, days: Option<u16>) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let now = Clock::system().now();
    let expires_at = days.map(|days| now + TimeDelta::days(days.into()));
    let token = http::make_api_token_until(&db, municipality, now, expires_at).await?;
    println!("{token}");
    Ok(())
}

/// Prints the API tokens that nobody has ended: their numbers, when they were made, and when they expire.
pub async fn tokens(settings: &Settings, municipality: &str) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let tokens = http::api_tokens(&db, municipality).await?;
    let now = Clock::system().now();
    for token in &tokens {
        let day = |at: DateTime<Utc>| at.format("%Y-%m-%d").to_string();
        let end = match token.expires_at.map(day) {
            Some(at) if token.has_expired(now) => format!("expired {at}: it opens nothing"),
            Some(at) => format!("expires {at}"),
            None => "never expires".to_owned(),
        };
        println!("{}  made {}  {end}", token.id, day(token.created_at));
    }
    if tokens.is_empty() {
        println!("no tokens in use");
    }
    Ok(())
}

/// Ends an API token.
pub async fn revoke_token(settings: &Settings, municipality: &str, number: i64) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    http::revoke_api_token(&db, municipality, number, Clock::system().now()).await?;
    println!("token {number} opens nothing any more");
    Ok(())
}

/// Erases somebody who has asked for it by letter.
pub async fn erase(settings: &Settings, municipality: &str, person: &str) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let key = keys::load(&settings.key, &db).await?;
    let around =
        Surroundings { key, public_url: settings.public_url.clone(), mails: settings.mail.is_some() };
    let mut tx = db.begin().await?;
    let Some(town) = tx.municipality_by_key(municipality).await? else {
        bail!("there is no municipality with the key “{municipality}”");
    };
    let Some(found) = tx.person_by_key(town.id, person).await? else {
        bail!("{municipality} has nobody with the key “{person}”");
    };
    let mut desk = Desk { tx: &mut tx, now: Clock::system().now(), around: &around };
    erasure::by_letter(&mut desk, &found).await?;
    tx.commit().await?;
    println!("{person} is erased; take them out of the municipality's file too");
    Ok(())
}

/// Prints the open tasks, the first to start first.
pub async fn tasks(settings: &Settings, json: bool) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let mut tx = db.read().await?;
    let mut lines = Vec::new();
    for municipality in tx.municipalities().await? {
        for id in tx.open_tasks(municipality.id, MOST_TASKS).await? {
            let Some(task) = tx.task(id).await? else { continue };
            lines.push(task_line(&municipality, &task));
        }
    }
    if json {
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    for line in &lines {
        println!(
            "{} #{}  {}  {}–{}  {} of {} places, {} reserves",
            line.municipality,
            line.number,
            line.service,
            line.start.format("%Y-%m-%d %H:%M"),
            line.end.format("%H:%M"),
            line.taken,
            line.places,
            line.reserves
        );
    }
    if lines.is_empty() {
        println!("no open tasks");
    }
    Ok(())
}

fn task_line(municipality: &Municipality, task: &Task) -> TaskLine {
    let calendar = municipality.calendar();
    TaskLine {
        municipality: municipality.key.clone(),
        number: task.number.0,
        service: task.service.as_str(),
        start: calendar.local(task.starts_at),
        end: calendar.local(task.ends_at),
        places: task.places,
        taken: task.taken(),
        reserves: task.reserves().len(),
        promised_at: task.promised_at,
    }
}

/// Prints the messages that people said were read wrongly and let the maintainers keep: one line of JSON each, with what `understand` takes and,
/// of a reply, the intent that was meant (`intent`) beside the one that was `read`; of a request, what is `wrong`.
pub async fn misread(settings: &Settings) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let key = keys::load(&settings.key, &db).await?;
    for reported in db.read().await?.kept_misreads(&key).await? {
        println!("{}", misread_line(&reported));
    }
    Ok(())
}

/// A misread message in the format of the corpus.
fn misread_line(reported: &Reported) -> serde_json::Value {
    let Misread { text, of, read, meant, language } = &reported.words;
    let (id, language) = (format!("misread-{}", reported.id.0), language.code());
    match of {
        Kind::Reply { already_accepted } => json!({
            "id": id, "lang": language, "context": { "already_accepted": already_accepted }, "text": text, "intent": meant, "read": read,
        }),
        Kind::Request { now } => {
            let now = now.and_local_timezone(Oslo).earliest().map(|now| now.to_rfc3339());
            json!({ "id": id, "lang": language, "now": now, "text": text, "wrong": meant })
        }
    }
}

/// Prints the ladder of a task, step by step.
pub async fn plan(
    settings: &Settings,
    number: i64,
    municipality: Option<&str>,
    json: bool,
) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let mut tx = db.read().await?;
    let municipality = one_municipality(&mut tx, municipality).await?;
    let id = tx
        .task_by_number(municipality.id, TaskNumber(number))
        .await?
        .with_context(|| format!("there is no task #{number} in {}", municipality.name))?;
    let task = tx.task(id).await?.context("the task is gone")?;
    let calendar = municipality.calendar();
    let mut lines = Vec::new();
    for planned in plan::ladder_times(&task, &calendar) {
        lines.push(StepLine {
            at: calendar.local(planned.at),
            step: step_name(&mut tx, &task, planned.what).await?,
            taken: task.steps.iter().any(|taken| taken.step == planned.step),
        });
    }
    if json {
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    for line in &lines {
        let mark = if line.taken { "done" } else { "    " };
        println!("{}  {mark}  {}", line.at.format("%a %Y-%m-%d %H:%M"), line.step);
    }
    Ok(())
}

async fn step_name(tx: &mut Tx, task: &Task, what: What) -> anyhow::Result<String> {
    Ok(match what {
        What::Ask { order } => match task.asked.iter().find(|asked| asked.order == order) {
            Some(asked) => format!("ask {}", tx.organisation_name(asked.organisation).await?),
            None => "ask".to_owned(),
        },
        What::Remind => "remind the groups".to_owned(),
        What::AskStandby => "ask those who stand by".to_owned(),
        What::Duty => "ring duty".to_owned(),
        What::Deputy => "ring the deputy".to_owned(),
        What::MunicipalityContact => "ring the municipality's contact".to_owned(),
        What::AnswerRequester => "answer the one who asked".to_owned(),
        What::RemindAgain => "remind the groups and somebody on duty again".to_owned(),
        What::StillEmpty => "tell somebody on duty and the unit that it is still empty".to_owned(),
        What::LastCall => "tell everybody who could act once more".to_owned(),
        What::NotCovered => "say that it is not covered".to_owned(),
    })
}

async fn one_municipality(tx: &mut Tx, key: Option<&str>) -> anyhow::Result<Municipality> {
    if let Some(key) = key {
        return tx.municipality_by_key(key).await?.with_context(|| format!("there is no municipality {key}"));
    }
    let mut all = tx.municipalities().await?;
    match all.len() {
        1 => Ok(all.remove(0)),
        0 => bail!("there is no municipality yet: apply a file first"),
        _ => {
            let keys: Vec<_> = all.iter().map(|municipality| municipality.key.as_str()).collect();
            bail!("there are several municipalities; name one with --municipality: {}", keys.join(", "))
        }
    }
}

/// Asks the service on this machine whether it is ready.
pub async fn healthcheck(settings: &Settings) -> anyhow::Result<()> {
    let url = format!("http://{}/readyz", settings.listen);
    let answer = reqwest::Client::new()
        .get(&url)
        .timeout(std::time::Duration::from_secs(5))
        .send()
        .await
        .with_context(|| format!("nothing answers at {}", settings.listen))?;
    let (status, words) = (answer.status(), answer.text().await.unwrap_or_default());
    if !status.is_success() {
        bail!("not ready: {}", words.trim());
    }
    Ok(())
}
