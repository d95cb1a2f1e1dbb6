//! `tannhjul check`: finds what is wrong before users do. It changes nothing, and may run beside the service.

mod rights;
mod words;

pub use words::kind;

use std::process::ExitCode;
use std::time::Duration;

use serde::Serialize;

use super::keys;
use crate::chat::telegram::start::get_me;
use crate::chat::telegram::{Api, TELEGRAM};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::check::{check, check_upkeep};
use crate::domain::local_time::Calendar;
use crate::mail::smtp::Smtp;
use crate::store::Db;
use crate::store::db::Schema;

/// How long the platform may take to say who a bot is.
const PLATFORM_TIMEOUT: Duration = Duration::from_secs(10);

/// One thing that is wrong, as it is printed.
#[derive(Debug, Serialize)]
struct Line {
    /// The municipality's key; none: the service as a whole.
    municipality: Option<String>,
    kind: &'static str,
    /// Whether promises can't be kept until it is mended.
    fault: bool,
    what: String,
    help: String,
}

/// Prints everything that is wrong, with what to do. Fails (1) if something of it is a fault; what is only well to know does not count.
pub async fn run(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let mut lines = Vec::new();
    check_bots(settings, &mut lines).await;
    check_mail(settings, &mut lines).await;
    check_database(settings, &mut lines).await?;
    let faults = lines.iter().filter(|line| line.fault).count();
    if json {
        println!("{}", serde_json::to_string_pretty(&lines)?);
    } else {
        print(&lines, faults);
    }
    Ok(if faults > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn print(lines: &[Line], faults: usize) {
    for line in lines {
        let weight = if line.fault { "fault" } else { "note " };
        let about = line.municipality.as_deref().unwrap_or("service");
        println!("{weight}  {about}: {}\n       → {}", line.what, line.help);
    }
    match (lines.len(), faults) {
        (0, _) => println!("nothing is wrong"),
        (all, 0) => println!("no faults, {all} to know of"),
        (all, faults) => println!("{faults} to mend, {} to know of", all - faults),
    }
}

/// Something that concerns no municipality.
fn line(kind: &'static str, fault: bool, what: String, help: &str) -> Line {
    Line { municipality: None, kind, fault, what, help: help.to_owned() }
}

async fn check_bots(settings: &Settings, lines: &mut Vec<Line>) {
    if settings.telegram_tokens.is_empty() && !settings.local_chat {
        let what = "no bot token is set and the local chat is off: nobody can reach the service".to_owned();
        lines.push(line("no_channel", true, what, "set TELEGRAM_BOT_TOKEN"));
    }
    let server = settings.telegram_api_url.as_deref().unwrap_or(TELEGRAM);
    for token in &settings.telegram_tokens {
        let asked = match Api::new(token.reveal(), server, PLATFORM_TIMEOUT) {
            Ok(api) => get_me(&api).await.map_err(|error| error.to_string()),
            Err(error) => Err(format!("{error:#}")),
        };
        if let Err(error) = asked {
            let what = format!("the bot can't be reached with its token: {error}");
            lines.push(line(
                "bot",
                true,
                what,
                "check TELEGRAM_BOT_TOKEN, and that this machine reaches the platform",
            ));
        }
    }
    if settings.public_url.is_none() {
        let what = "no public address is set: no link to an address or to one's own data is sent".to_owned();
        lines.push(line(
            "no_public_url",
            false,
            what,
            "set TANNHJUL_PUBLIC_URL to the service's https address",
        ));
    }
}

async fn check_mail(settings: &Settings, lines: &mut Vec<Line>) {
    let Some(mail) = &settings.mail else { return };
    let greeted = match Smtp::new(mail) {
        Ok(smtp) => smtp.greet().await.map_err(|error| error.to_string()),
        Err(error) => Err(format!("{error:#}")),
    };
    if let Err(error) = greeted {
        let what = format!("the mail server takes nothing from us: {error}");
        let help = "check TANNHJUL_SMTP_URL, its user and password, and that this machine reaches the server";
        lines.push(line("mail_server", true, what, help));
    }
}

async fn check_database(settings: &Settings, lines: &mut Vec<Line>) -> anyhow::Result<()> {
    let db = match Db::look(settings.database_url.reveal()).await {
        Ok((db, Schema::Current)) => db,
        Ok((_, Schema::Behind(count))) => {
            let what = format!("the database is {count} versions behind this program");
            lines.push(line("database_behind", true, what, "take a backup and run `tannhjul migrate`"));
            return Ok(());
        }
        Ok((_, Schema::Ahead)) => {
            let what = "the database was used by a newer program than this one".to_owned();
            lines.push(line("database_ahead", true, what, "install that version again"));
            return Ok(());
        }
        Err(error) => {
            let what = format!("the database can't be opened: {error:#}");
            lines.push(line(
                "database",
                true,
                what,
                "check DATABASE_URL; the first start of the service makes it",
            ));
            return Ok(());
        }
    };
    if let Err(error) = keys::look(&settings.key, &db).await {
        let what = format!("{error:#}");
        lines.push(line(
            "key",
            true,
            what,
            "put back the key that the database was made with, from its copy",
        ));
    }
    let now = Clock::system().now();
    let mut tx = db.read().await?;
    let set_aside = tx.set_aside().await?;
    if set_aside > 0 {
        let what = format!("{set_aside} incoming messages could not be handled");
        lines.push(line("set_aside", true, what, "the log says why; report it as a fault in Tannhjul"));
    }
    let upkeep = tx.facts_of_upkeep(now).await?;
    lines.extend(check_upkeep(&upkeep, now).iter().map(|finding| {
        let (what, help) = words::words(finding, &Calendar { time_zone: chrono_tz::UTC });
        Line { municipality: None, kind: words::kind(finding), fault: finding.is_fault(), what, help }
    }));
    let municipalities = tx.municipalities().await?;
    if municipalities.is_empty() {
        let what = "there is no municipality yet".to_owned();
        lines.push(line("no_municipality", true, what, "describe yours in a file and run `tannhjul apply`"));
    }
    for municipality in municipalities {
        let mut town = tx.facts_to_check(municipality.id, now).await?;
        town.mails = settings.mail.is_some();
        let calendar = municipality.calendar();
        lines.extend(check(&town, now).iter().map(|finding| {
            let (what, help) = words::words(finding, &calendar);
            let municipality = Some(municipality.key.clone());
            Line { municipality, kind: words::kind(finding), fault: finding.is_fault(), what, help }
        }));
    }
    rights::check(settings, &mut tx, lines).await?;
    drop(tx);
    db.close().await;
    Ok(())
}
