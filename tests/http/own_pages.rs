//! What people may read about themselves: the privacy notice, and the link to what is held on them.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use tannhjul::domain::ids::AccountId;
use tannhjul::secret::{hash_token, new_token};
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    the_notice_names_who_answers_for_it,
    what_is_held_is_handed_over_once,
    a_link_that_opens_nothing,
    guessing_for_data_ends,
);

async fn the_notice_names_who_answers_for_it(db: Db) {
    let town = Town::found(db).await;
    let notice =
        async |path: &str, language| town.call(Method::GET, path, &[("accept-language", language)]).await;
    for (path, language, parts) in [
        (
            "/personvern/fjellvik",
            "nb",
            ["Fjellvik kommune er behandlingsansvarlig", "tel:10000000", "Datatilsynet"],
        ),
        ("/personvern/fjellvik?lang=nn", "nb", ["er behandlingsansvarleg", "lang=\"nn\"", "Kor lenge"]),
        (
            "/personvern/annenkommune",
            "en-GB",
            ["Annen kommune is the controller", "tel:20000000", "erase me"],
        ),
    ] {
        let answer = notice(path, language).await;
        assert_eq!(answer.status, StatusCode::OK);
        for part in parts {
            assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
        }
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
    }
    for nowhere in ["/personvern/nowhere", "/personvern/%3Cscript%3E", "/personvern/%FF"] {
        let answer = notice(nowhere, "nb").await;
        assert!(answer.status.is_client_error(), "{nowhere}: {}", answer.status);
        assert!(!answer.body.contains("<script"), "{}", answer.body);
    }
}

/// A link to what is held on Kari, as the deliverer makes it.
async fn link(town: &Town) -> String {
    town.write(
        "INSERT INTO account (id, channel_id, external_id, name, can_write, seen_at)
         VALUES (1, 1, 'kari-on-telegram', 'Kari Nes', 'yes', '2026-11-01T00:00:00+00:00')",
    )
    .await;
    town.write("INSERT INTO person_account (person_id, account_id) VALUES (3, 1)").await;
    let token = new_token();
    town.at_desk(async |desk| {
        let expires_at = desk.now + TimeDelta::minutes(30);
        Ok(desk.tx.insert_own_data_link(&hash_token(&token), AccountId(1), desk.now, expires_at).await?)
    })
    .await;
    format!("/minedata/{token}")
}

async fn what_is_held_is_handed_over_once(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = link(&town).await;
    for method in [Method::GET, Method::HEAD] {
        let answer = town.call(method, &link, &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.body.contains("Kari"), "looking opens nothing");
    }
    let mut browser = Browser::default();
    let answer = browser.press(&town, &link).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"tannhjul-minedata.json\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    for part in ["Kari Nes", "Fjellvik IL", &task.number.to_string(), "kari-on-telegram"] {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    answer.keeps_silent();
    let again = browser.press(&town, &link).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert!(!again.body.contains("Kari"));
}

async fn a_link_that_opens_nothing(db: Db) {
    let town = Town::found(db).await;
    let link = link(&town).await;
    // From another page, and too late.
    let elsewhere = town.call(Method::POST, &link, &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    town.pass(TimeDelta::minutes(31));
    let late = Browser::default().press(&town, &link).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
    assert!(late.body.contains("Skriv «mine data»"), "{}", late.body);
    assert!(!elsewhere.body.contains("Kari") && !late.body.contains("Kari"));
}

async fn guessing_for_data_ends(db: Db) {
    let town = Town::found(db).await;
    let link = link(&town).await;
    for number in 0..20 {
        let answer = Browser::default().press(&town, &format!("/minedata/guess{number}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(Browser::default().press(&town, &link).await.status, StatusCode::TOO_MANY_REQUESTS);
}
