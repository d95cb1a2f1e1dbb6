//! `GET /api/v1/tasks`, `GET /api/v1/tasks/{id}` and what is around them.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use serde_json::Value;
use tannhjul::http::{api_tokens, make_api_token, make_api_token_until, revoke_api_token};
use tannhjul::store::Db;

use crate::contract::{assert_as_documented, document};
use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    a_task_is_seen_by_its_municipality_alone,
    tasks_come_in_pages_the_open_ones_first,
    what_is_not_there_is_said_as_a_problem,
    a_token_that_was_ended_opens_nothing,
    a_token_that_has_expired_says_so,
);

async fn bearer(town: &Town, municipality: &str) -> String {
    format!("Bearer {}", make_api_token(&town.engine.db, municipality, town.now()).await.expect("a token"))
}

async fn get(town: &Town, token: &str, path: &str, pattern: &str) -> (StatusCode, Value) {
    let answer = town.call(Method::GET, path, &[("authorization", token)]).await;
    assert_as_documented("get", pattern, &answer);
    assert_eq!(answer.header("cache-control"), "no-store");
    (answer.status, serde_json::from_str(&answer.keeps_silent().body).expect("JSON"))
}

async fn a_task_is_seen_by_its_municipality_alone(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let (own, other) = (bearer(&town, "fjellvik").await, bearer(&town, "annenkommune").await);
    let path = format!("/api/v1/tasks/{}", task.id.0);
    let (status, seen) = get(&town, &own, &path, "/api/v1/tasks/{id}").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!((&seen["places"], &seen["taken"], &seen["state"]), (&2.into(), &1.into(), &"open".into()));
    assert_eq!(get(&town, &other, &path, "/api/v1/tasks/{id}").await.0, StatusCode::NOT_FOUND);
    for path in
        ["/api/v1/tasks/999", "/api/v1/tasks/-1", "/api/v1/tasks/x", "/api/v1/tasks/99999999999999999999"]
    {
        assert_eq!(get(&town, &own, path, "/api/v1/tasks/{id}").await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let (_, page) = get(&town, &other, "/api/v1/tasks", "/api/v1/tasks").await;
    assert_eq!(page["tasks"].as_array().map(Vec::len), Some(0));
    let answer = town.call(Method::GET, &path, &[]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_as_documented("get", "/api/v1/tasks/{id}", &answer);
}

async fn tasks_come_in_pages_the_open_ones_first(db: Db) {
    let town = Town::found(db).await;
    for _ in 0..7 {
        town.task().await;
    }
    // 2 and 5 are over; 6 starts first, 3 a little after it.
    town.write("UPDATE task SET state = 'ended' WHERE number IN (2, 5)").await;
    town.write("UPDATE task SET starts_at = '2026-11-21T08:00:00+00:00' WHERE number = 6").await;
    town.write("UPDATE task SET starts_at = '2026-11-21T08:00:00.000001+00:00' WHERE number = 3").await;
    let token = bearer(&town, "fjellvik").await;
    for limit in [1, 2, 3, 7, 100] {
        let mut numbers = Vec::new();
        let mut after = String::new();
        loop {
            let path = format!("/api/v1/tasks?limit={limit}{after}");
            let (status, page) = get(&town, &token, &path, "/api/v1/tasks").await;
            assert_eq!(status, StatusCode::OK);
            let tasks = page["tasks"].as_array().expect("tasks");
            assert!(tasks.len() <= limit && (!tasks.is_empty() || page["next"].is_null()));
            numbers.extend(tasks.iter().filter_map(|task| task["number"].as_i64()));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(numbers, [6, 3, 1, 4, 7, 5, 2], "{limit} a page");
    }
    for query in [
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=-1",
        "after=x",
        "after=o1",
        "after=n",
        "after=o99999999999999999999.1",
        "page=2",
    ] {
        let (status, _) = get(&town, &token, &format!("/api/v1/tasks?{query}"), "/api/v1/tasks").await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
    }
}

async fn what_is_not_there_is_said_as_a_problem(db: Db) {
    let town = Town::found(db).await;
    for (method, path, status) in [
        (Method::GET, "/api/v1/nowhere", StatusCode::NOT_FOUND),
        (Method::GET, "/api/v1/requests", StatusCode::METHOD_NOT_ALLOWED),
        (Method::DELETE, "/api/v1/tasks/1", StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let answer = town.call(method, path, &[]).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, "application/problem+json"),
            "{path}"
        );
        assert_eq!(status == StatusCode::METHOD_NOT_ALLOWED, !answer.header("allow").is_empty(), "{path}");
    }
    let answer = town.call(Method::GET, "/api/v1/openapi.json", &[]).await;
    assert_as_documented("get", "/api/v1/openapi.json", &answer);
    let served: Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(served, document());
    // Every documented path is routed, each with the methods it names.
    for (path, methods) in served["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys() {
            let method: Method = method.to_uppercase().parse().expect("a method");
            let answer = town.call(method, &path.replace("{id}", "1"), &[]).await;
            assert!([StatusCode::OK, StatusCode::UNAUTHORIZED].contains(&answer.status), "{path}");
        }
    }
}

async fn a_token_that_was_ended_opens_nothing(db: Db) {
    let town = Town::found(db).await;
    let (first, second) = (bearer(&town, "fjellvik").await, bearer(&town, "fjellvik").await);
    bearer(&town, "annenkommune").await;
    let db = &town.engine.db;
    let in_use = async || {
        let tokens = api_tokens(db, "fjellvik").await.expect("read");
        tokens.into_iter().map(|token| token.id).collect::<Vec<_>>()
    };
    assert_eq!(in_use().await, [1, 2]);
    let revoke = async |municipality, number| {
        revoke_api_token(db, municipality, number, town.now()).await.map_err(|error| error.to_string())
    };
    assert_eq!(revoke("fjellvik", 1).await, Ok(()));
    assert_eq!(in_use().await, [2]);
    let path = "/api/v1/tasks";
    assert_eq!(get(&town, &first, path, path).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(get(&town, &second, path, path).await.0, StatusCode::OK);
    // Neither twice, nor another municipality's, nor one that was never made.
    for (municipality, number) in [("fjellvik", 1), ("annenkommune", 2), ("fjellvik", 99), ("fjelvik", 2)] {
        assert!(revoke(municipality, number).await.is_err(), "{municipality} {number}");
    }
    assert_eq!(in_use().await, [2]);
}

async fn a_token_that_has_expired_says_so(db: Db) {
    let town = Town::found(db).await;
    let until = town.now() + TimeDelta::days(30);
    let token =
        make_api_token_until(&town.engine.db, "fjellvik", town.now(), Some(until)).await.expect("a token");
    let bearer = format!("Bearer {token}");
    let path = "/api/v1/tasks";
    town.engine.clock.set(until - TimeDelta::microseconds(1));
    assert_eq!(get(&town, &bearer, path, path).await.0, StatusCode::OK);
    town.engine.clock.set(until);
    // As often as a system that nobody looks after may ask: it is not taken for somebody who guesses.
    for _ in 0..30 {
        let (status, answer) = get(&town, &bearer, path, path).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        let said =
            "The token expired at 2026-12-20T11:00:00Z; `tannhjul token MUNICIPALITY` makes a new one.";
        assert_eq!(answer["detail"], said, "{answer:#}");
    }
    // It is still listed, so that somebody sees why, until it is ended.
    let listed = api_tokens(&town.engine.db, "fjellvik").await.expect("read");
    assert_eq!(listed.iter().map(|token| token.expires_at).collect::<Vec<_>>(), [Some(until)]);
    assert!(listed[0].has_expired(town.now()));
}
