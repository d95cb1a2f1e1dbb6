//! `/healthz`, `/readyz` and `/metrics`.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use tannhjul::commands::desk::Note;
use tannhjul::http::{HttpState, router};
use tannhjul::store::Db;
use tannhjul::store::outbox::Purpose;
use tannhjul::text::Message;

use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    it_is_ready_once_it_has_ticked,
    time_that_stands_still_is_told,
    a_message_that_can_not_go_out_is_told,
    one_stuck_chat_is_not_the_service,
    a_platform_that_takes_nothing_is_told,
    a_database_that_is_gone_is_told,
    a_hole_nobody_was_told_about_is_counted,
    the_figures_name_no_secret,
);

/// The town's pages without what was answered a moment ago.
fn afresh(town: Town) -> Town {
    Town { app: router(HttpState::new(town.engine.clone()), []), ..town }
}

async fn it_is_ready_once_it_has_ticked(db: Db) {
    let town = Town::found(db).await;
    assert_eq!(town.call(Method::GET, "/healthz", &[]).await.status, StatusCode::OK);
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("No tick"), "{}", answer.body);
    town.engine.tick().await.expect("a tick");
    let answer = afresh(town).call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

async fn time_that_stands_still_is_told(db: Db) {
    let town = Town::found(db).await;
    town.engine.tick().await.expect("a tick");
    town.pass(TimeDelta::seconds(31));
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("31 s ago"), "{}", answer.body);
}

async fn a_message_that_can_not_go_out_is_told(db: Db) {
    let town = Town::found(db).await;
    town.task().await;
    town.engine.tick().await.expect("a tick");
    town.pass(TimeDelta::minutes(16));
    town.engine.tick().await.expect("a tick");
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("waited for 960 s"), "{}", answer.body);
    let figures = town.call(Method::GET, "/metrics", &[]).await.body;
    assert!(figures.contains("\ntannhjul_outbox_oldest_seconds 960.0\n"), "{figures}");
}

/// Every message in the outbox was tried again and again, and is tried again in five minutes.
const TRIED_IN_VAIN: &str = "UPDATE outbox SET attempts = 9, error = 'the platform stumbled', not_before_at = '2026-11-20T11:20:00+00:00'";

async fn one_stuck_chat_is_not_the_service(db: Db) {
    let town = Town::found(db).await;
    town.task().await;
    town.engine.tick().await.expect("a tick");
    town.write(TRIED_IN_VAIN).await;
    town.pass(TimeDelta::minutes(16));
    town.engine.tick().await.expect("a tick");
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.contains("\"stuck_chats\":1"), "{}", answer.body);
    let figures = town.call(Method::GET, "/metrics", &[]).await.body;
    assert!(figures.contains("\ntannhjul_outbox_stuck_chats 1\n"), "{figures}");
}

async fn a_platform_that_takes_nothing_is_told(db: Db) {
    let town = Town::found(db).await;
    town.can_be_written_to(SILJE).await;
    town.can_be_written_to(KARI).await;
    let task = town.task().await;
    for person in [SILJE, KARI] {
        let note = Note::on(&task, Purpose::Notice, format!("k:{}", person.0), Message::Done);
        assert!(town.at_desk(async |desk| desk.tell(person, note).await).await);
    }
    town.write(TRIED_IN_VAIN).await;
    town.pass(TimeDelta::minutes(16));
    town.engine.tick().await.expect("a tick");
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("Nothing has reached a platform for 15 min"), "{}", answer.body);
    // As soon as one gets through, the platform is there.
    town.write("UPDATE outbox SET state = 'sent', sent_at = '2026-11-20T11:15:00+00:00' WHERE key = 'k:3'")
        .await;
    let answer = afresh(town).call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

async fn a_database_that_is_gone_is_told(db: Db) {
    let town = Town::found(db).await;
    town.engine.tick().await.expect("a tick");
    town.engine.db.close().await;
    let answer = town.call(Method::GET, "/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("can't be written to"), "{}", answer.body);
    assert_eq!(town.call(Method::GET, "/metrics", &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(town.call(Method::GET, "/healthz", &[]).await.status, StatusCode::OK);
    let link = Browser::default().press(&town, "/o/anything").await;
    assert_eq!(link.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(link.body.contains("Det er ikke din feil"), "{}", link.body);
}

async fn a_hole_nobody_was_told_about_is_counted(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let uncovered = async |wanted: &str| {
        let figures = town.call(Method::GET, "/metrics", &[]).await;
        assert_eq!(figures.status, StatusCode::OK);
        let line = format!("\ntannhjul_places_uncovered_untold {wanted}\n");
        assert!(figures.body.contains(&line), "{line} is missing in {}", figures.body);
    };
    uncovered("0").await;
    town.engine.clock.set(task.starts_at);
    uncovered("1").await;
    // Somebody on duty was told.
    town.write(
        "INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, task_id, state, not_before_at, created_at)
         VALUES ('k', 1, 1, 'escalation', 1, FALSE, '\"card\"', 'nb', 1, 'sent', '2026-11-20T00:00:00+00:00', '2026-11-20T00:00:00+00:00')",
    )
    .await;
    uncovered("0").await;
    // It was written and never sent: nobody was told.
    town.write("UPDATE outbox SET state = 'failed'").await;
    uncovered("1").await;
    town.write("UPDATE task SET taken = 2").await;
    uncovered("0").await;
}

async fn the_figures_name_no_secret(db: Db) {
    let town = Town::found(db).await;
    Browser::default().press(&town, "/o/a-secret-word").await;
    town.call(Method::GET, "/nowhere/another-secret", &[]).await;
    let figures = town.call(Method::GET, "/metrics", &[]).await.body;
    assert!(!figures.contains("secret"), "{figures}");
    for line in [
        "tannhjul_http_requests_total{method=\"POST\",route=\"/o/{token}\",status=\"404\"} 1",
        "tannhjul_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1",
    ] {
        assert!(figures.contains(line), "{line} is missing in {figures}");
    }
    assert!(figures.ends_with("# EOF\n"));
}
