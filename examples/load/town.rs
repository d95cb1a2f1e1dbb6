//! A municipality to put load on: clubs with a group and people each, everybody joined, tasks opened, cards posted.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::bot::{Process, Recipe};
use super::judge::{Task, number_in};
use super::platform::{Platform, group_chat};
use super::wire::Wire;

/// How big it is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub groups: usize,
    /// People in each group.
    pub members: usize,
    /// Tasks that each group is asked about.
    pub tasks: usize,
    /// Places in each task.
    pub places: usize,
}

/// Longest that joining and opening may take altogether.
const PATIENCE: Duration = Duration::from_secs(300);
/// The one who asks, and who lets the bot into the groups: a person after all volunteers.
const STAFF: usize = 900_000;

/// Sets the municipality up and leaves it with everybody joined and every person known. `now`: for the wall clock.
pub async fn settle(
    recipe: &Recipe,
    bots: &[Process],
    platform: &Arc<Platform>,
    size: Size,
) -> anyhow::Result<()> {
    let bot = &bots[0];
    tokio::time::timeout(PATIENCE, async {
        let file = recipe.key_file.with_file_name("town.toml");
        std::fs::write(&file, town(size, now_hour()))?;
        let report = recipe.run(&["apply", &file.display().to_string()])?;
        let report: Value = serde_json::from_str(&report)?;
        let code = |list: &str, key: &str| -> anyhow::Result<String> {
            let all = report[list].as_array().into_iter().flatten();
            let found = all.filter(|one| one["key"] == key).find_map(|one| one["code"].as_str());
            Ok(found.with_context(|| format!("no code for {key}"))?.to_owned())
        };
        say_and_wait(platform, 1, |platform| {
            platform.says(STAFF, &format!("/start {}", code("people", "ansatt")?), None);
            Ok(())
        })
        .await?;
        say_and_wait(platform, size.groups, |platform| {
            for group in 0..size.groups {
                let code = code("groups", &format!("lag-{group}"))?;
                platform.says_in(group, STAFF, &format!("/koble {code}"), None, None);
            }
            Ok(())
        })
        .await?;
        let people = size.groups * size.members;
        for some in (0..people).collect::<Vec<_>>().chunks(500) {
            say_and_wait(platform, some.len(), |platform| {
                for person in some {
                    platform.says(*person, "/start", None);
                }
                Ok(())
            })
            .await?;
        }
        let token = recipe.run(&["token", "load"])?;
        // The first task of each group makes its people known: each answers it once, unmeasured.
        open(bot, platform, size, token.trim(), size.tasks + 1).await
    })
    .await
    .context("the municipality was not ready in time")?
}

/// Says something, and waits until the bot has written `answers` messages.
async fn say_and_wait(
    platform: &Arc<Platform>,
    answers: usize,
    say: impl FnOnce(&Platform) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<(i64, i64, String)>> {
    platform.state().keeps = Some(Vec::new());
    say(platform)?;
    let found = platform.until(|state| {
        let kept = state.keeps.as_mut()?;
        (kept.len() >= answers).then(|| std::mem::take(kept))
    });
    tokio::time::timeout(Duration::from_secs(60), found).await.with_context(|| {
        let state = platform.state();
        format!(
            "the bot wrote {} of {answers} messages: {:?}",
            state.keeps.as_ref().map_or(0, Vec::len),
            state.keeps.as_ref().and_then(|kept| kept.last())
        )
    })
}

/// Opens tasks by the API, and learns their numbers and cards from the groups.
async fn open(
    bot: &Process,
    platform: &Arc<Platform>,
    size: Size,
    token: &str,
    each: usize,
) -> anyhow::Result<()> {
    let mut api = Wire::connect(&bot.address).await?;
    let day = u64::try_from(tannhjul::clock::Clock::system().now().timestamp())? / 3600 * 3600 + 48 * 3600;
    let cards = {
        platform.state().keeps = Some(Vec::new());
        for _ in 0..each {
            for group in 0..size.groups {
                let body = json!({"municipality": "load", "requester": "ansatt", "service": "other", "people": size.places,
                    "start": rfc3339(day), "end": rfc3339(day + 7200), "zone": format!("sone-{group}"), "place": format!("Gate {group}"),
                    "recipient": "Ola Nordmann", "confirm": true});
                let headers = format!("authorization: Bearer {token}\r\n");
                let (status, answer) =
                    api.ask("POST", "/api/v1/requests", &headers, body.to_string().as_bytes()).await?;
                ensure!(status == 201, "{status}: {}", String::from_utf8_lossy(&answer));
            }
        }
        let wanted = each * size.groups;
        let is_card = |(chat, _, text): &&(i64, i64, String)| *chat < 0 && number_in(text).is_some();
        let found = platform.until(|state| {
            let kept = state.keeps.as_ref()?;
            (kept.iter().filter(is_card).count() >= wanted).then(|| kept.clone())
        });
        tokio::time::timeout(Duration::from_secs(120), found).await.context("the cards did not come")?
    };
    // Nobody answers a card within the milliseconds in which the bot learns what the platform calls it.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let mut state = platform.state();
    state.keeps = None;
    let mut seen = vec![];
    for (chat, message, text) in cards {
        let (Some(number), true) = (number_in(&text), chat < 0) else { continue };
        if seen.contains(&number) {
            continue;
        }
        seen.push(number);
        let group = usize::try_from(group_chat(0) - chat)?;
        let index = state.judge.tasks.len();
        state.judge.by_number.insert(number, index);
        state.judge.tasks.push(Task { number, group, card: message, places: size.places });
    }
    Ok(())
}

/// The set-up file. Its wall clock is such that it is about noon there now: nobody is asked at night.
fn town(size: Size, hour: i64) -> String {
    let offset = 12 - hour;
    // In these names the sign is turned round.
    let zone = if offset >= 0 { format!("Etc/GMT-{offset}") } else { format!("Etc/GMT+{}", -offset) };
    let mut file = format!(
        r#"[municipality]
key = "load"
name = "Prøve kommune"
phone = "10 00 00 00"
language = "nb"
time_zone = "{zone}"
duty = ["anne", "bjorn"]
escalation = "anne"
[[unit]]
key = "enhet"
name = "Enhet"
[[person]]
key = "anne"
name = "Anne Berg"
phone = "10 00 00 01"
coordinator = true
[[person]]
key = "bjorn"
name = "Bjørn Moe"
phone = "10 00 00 02"
coordinator = true
[[person]]
key = "ansatt"
name = "Silje Aune"
phone = "10 00 00 04"
coordinator = true
staff_of = ["enhet"]
[[person]]
key = "kontakt"
name = "Hanne Lund"
phone = "10 00 00 10"
contact_for = [{}]
[[service]]
kind = "other"
"#,
        (0..size.groups).map(|group| format!("\"lag-{group}\"")).collect::<Vec<_>>().join(", ")
    );
    for group in 0..size.groups {
        let _ = write!(
            file,
            r#"
[[zone]]
key = "sone-{group}"
name = "Sone {group}"
places = ["Gate {group}"]
[[organisation]]
key = "lag-{group}"
org_number = "{}"
kind = "club"
name = "Lag {group}"
[[group]]
key = "lag-{group}"
title = "Lag {group}"
organisation = "lag-{group}"
[[agreement]]
key = "lag-{group}"
organisation = "lag-{group}"
signed_on = 2026-09-01
signed_by_municipality = "Anne Berg"
signed_by_organisation = "Hanne Lund"
zones = ["sone-{group}"]
[[agreement.service]]
kind = "other"
group = "lag-{group}"
order = 1
rate = 0
"#,
            org_number(group)
        );
    }
    file
}

/// The number of an organisation that does not exist.
fn org_number(index: usize) -> String {
    org_numbers().nth(index).expect("there are enough numbers")
}

/// Numbers of organisations that do not exist, with check digits that are right.
pub fn org_numbers() -> impl Iterator<Item = String> {
    const WEIGHTS: [usize; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
    // One in eleven has no check digit.
    let with_check = |number: usize| {
        let digits = format!("{number:08}");
        let sum: usize =
            digits.bytes().zip(WEIGHTS).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
        match 11 - sum % 11 {
            11 => Some(format!("{digits}0")),
            10 => None,
            check => Some(format!("{digits}{check}")),
        }
    };
    (99_000_000..100_000_000).filter_map(with_check)
}

#[expect(clippy::disallowed_methods, reason = "a program of its own, beside the service and its clock")]
fn now_hour() -> i64 {
    use chrono::Timelike;
    i64::from(chrono::Utc::now().hour())
}

fn rfc3339(seconds: u64) -> String {
    let at = chrono::DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(0), 0).unwrap_or_default();
    at.to_rfc3339()
}
