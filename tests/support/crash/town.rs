//! A municipality with one need and two clubs.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use tannhjul::apply;
use tannhjul::store::Db;

/// Who asks for help.
pub const STAFF: &str = "Silje";
/// Those on duty, and the one who is rung last.
pub const COORDINATORS: [&str; 3] = ["Anne", "Bjørn", "Inger"];
/// The clubs' groups by their keys.
pub const GROUPS: [(&str, &str); 2] = [("lag-a", "Lag A"), ("lag-b", "Lag B")];

const FILE: &str = r#"
[municipality]
key = "prove"
name = "Prøve kommune"
phone = "10 00 00 00"
language = "nb"
time_zone = "Europe/Oslo"
day_list = "off"
duty = ["anne", "bjorn"]
escalation = "inger"
[[unit]]
key = "enhet"
name = "Hjemmetjenesten"
[[zone]]
key = "sentrum"
name = "Sentrum"
places = ["Storgata"]
[[person]]
key = "silje"
name = "Silje Aune"
staff_of = ["enhet"]
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
key = "inger"
name = "Inger Holt"
phone = "10 00 00 03"
[[person]]
key = "hanne"
name = "Hanne Lund"
phone = "10 00 00 10"
contact_for = ["lag-a", "lag-b"]
[[service]]
kind = "meal_delivery"
must_cover = true
[[organisation]]
key = "lag-a"
org_number = "999 900 003"
kind = "club"
name = "Lag A"
[[organisation]]
key = "lag-b"
org_number = "999 900 011"
kind = "club"
name = "Lag B"
[[group]]
key = "lag-a"
title = "Lag A"
organisation = "lag-a"
[[group]]
key = "lag-b"
title = "Lag B"
organisation = "lag-b"
[[agreement]]
key = "lag-a"
organisation = "lag-a"
signed_on = 2026-09-01
signed_by_municipality = "Anne Berg"
signed_by_organisation = "Hanne Lund"
[[agreement.service]]
kind = "meal_delivery"
group = "lag-a"
order = 1
rate = 100
[[agreement]]
key = "lag-b"
organisation = "lag-b"
signed_on = 2026-09-01
signed_by_municipality = "Anne Berg"
signed_by_organisation = "Hanne Lund"
[[agreement.service]]
kind = "meal_delivery"
group = "lag-b"
order = 2
rate = 100
"#;

/// Sets the municipality up, and gives the codes of its people and groups by their keys.
pub async fn apply(db: &Db, now: DateTime<Utc>) -> anyhow::Result<HashMap<String, String>> {
    let report = apply::apply(db, FILE, now).await?;
    let people = report.people.into_iter().map(|person| (person.key, person.code));
    let groups = report.groups.into_iter().map(|group| (group.key, group.code));
    Ok(people.chain(groups).filter_map(|(key, code)| Some((key, code?))).collect())
}
