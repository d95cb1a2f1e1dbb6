//! What `deploy/` has Prometheus and Grafana ask for is what `/metrics` gives.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Method;
use tannhjul::store::Db;
use tannhjul::store::outbox::Purpose;

use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(every_figure_that_is_watched_is_there, every_figure_is_watched);

const ALERTS: &str = include_str!("../../deploy/alerts.yml");
const DASHBOARD: &str = include_str!("../../deploy/grafana.json");

/// The names that a text speaks of.
fn named(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.filter(|word| word.starts_with("tannhjul_")).collect()
}

/// The figures as they are served, and the labels of each.
async fn served(town: &Town) -> BTreeMap<String, BTreeSet<String>> {
    // A family is served once something was counted in it.
    town.engine.metrics.sent(Purpose::Card);
    town.engine.metrics.given_up(Purpose::Card);
    town.engine.metrics.audited(town.engine.clock.now(), &["no_backup"]);
    town.call(Method::GET, "/healthz", &[]).await;
    let body = town.call(Method::GET, "/metrics", &[]).await.body;
    let mut figures: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in body.lines().filter(|line| !line.starts_with('#')) {
        let (name, rest) = line.split_once(['{', ' ']).expect("a name and a value");
        let labels = rest.split(',').filter_map(|part| Some(part.split_once("=\"")?.0.to_owned()));
        figures.entry(name.to_owned()).or_default().extend(labels);
    }
    figures
}

async fn every_figure_that_is_watched_is_there(db: Db) {
    let town = Town::found(db).await;
    let figures = served(&town).await;
    // Prometheus adds the process.
    let own = ["instance", "job"];
    for text in [ALERTS, DASHBOARD] {
        assert!(named(text).len() > 8, "names are looked for in the right place: {:?}", named(text));
        for name in named(text) {
            let labels = figures.get(name).unwrap_or_else(|| panic!("{name} is not served: {figures:#?}"));
            for asked in text.split(name).skip(1) {
                let Some(selector) = asked.strip_prefix('{').and_then(|rest| rest.split('}').next()) else {
                    continue;
                };
                for label in selector.split(',').filter_map(|part| part.split(['=', '!']).next()) {
                    assert!(
                        own.contains(&label) || labels.contains(label),
                        "{name} has no label {label}: {labels:?}"
                    );
                }
            }
        }
    }
    for purpose in ["escalation", "receipt", "question"] {
        assert!(ALERTS.contains(purpose));
        assert!(serde_json::from_value::<Purpose>(purpose.into()).is_ok(), "{purpose} is a purpose");
    }
}

async fn every_figure_is_watched(db: Db) {
    let town = Town::found(db).await;
    for name in served(&town).await.keys() {
        assert!(named(DASHBOARD).contains(name.as_str()), "{name} is not on the dashboard");
    }
}
