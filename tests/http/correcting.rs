//! The form on the page at `/o/TOKEN` in which the one who asked corrects what is kept of the recipient.

use axum::http::StatusCode;
use tannhjul::domain::ids::*;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    a_draft_is_corrected_before_it_is_sent,
    those_who_come_are_told_once_that_something_changed,
    health_words_are_left_out_and_said_so,
    an_address_elsewhere_is_pointed_out,
    nobody_else_can_correct,
    another_page_can_not_correct,
    what_was_corrected_is_found_nowhere_else,
);

const RIGHT: [(&str, &str); 3] =
    [("place", "Torget 9"), ("name", "Aslaug Merkesen"), ("notes", "Ring på <to> ganger\r\nKatt")];

async fn kept(town: &Town, request: RequestId) -> (Option<String>, Option<String>, Vec<String>, String) {
    town.at_desk(async |desk| {
        let kept = desk.tx.recipient(&desk.around.key, request).await?.expect("it is kept");
        Ok((kept.place, kept.name, kept.notes, kept.typed))
    })
    .await
}

/// The messages that wait to be sent, to whom and by their keys.
async fn told(town: &Town) -> Vec<(Option<PersonId>, String)> {
    let mut tx = town.engine.db.read().await.expect("a transaction");
    tx.all(
        "SELECT person_id, key FROM outbox WHERE key LIKE 'info:%' OR key LIKE 'corrected:%' ORDER BY id",
        (),
    )
    .await
    .expect("rows")
}

async fn a_draft_is_corrected_before_it_is_sent(db: Db) {
    let town = Town::found(db).await;
    let request = town.draft().await;
    let link = town.link(request, None, SILJE).await;
    let mut browser = Browser::default();
    let page = browser.press(&town, &link).await;
    for part in ["<form method=\"post\">", "value=\"Storgata 5 &lt;B&gt;\"", NOTES, "Rett opp", "Lagre"] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
    let saved = browser.saves(&town, &link, &RIGHT).await;
    assert_eq!(saved.status, StatusCode::OK);
    for part in ["Lagret.", "Torget 9", "Aslaug Merkesen", "Ring på &lt;to&gt; ganger\nKatt"] {
        assert!(saved.body.contains(part), "{part} is missing in {}", saved.body);
    }
    let (place, name, notes, typed) = kept(&town, request).await;
    assert_eq!((place.as_deref(), name.as_deref()), (Some("Torget 9"), Some("Aslaug Merkesen")));
    assert_eq!(notes, ["Ring på <to> ganger\nKatt"]);
    assert_eq!(typed, "", "what was typed at first said the old address");
    // The same once more changes nothing.
    let again = browser.saves(&town, &link, &RIGHT).await;
    assert!(again.body.contains("Ingenting er endret."), "{}", again.body);
    // Everything taken out: the need has no address any more, and its reading says so.
    let saved = browser.saves(&town, &link, &[("place", "  "), ("name", ""), ("notes", "")]).await;
    assert_eq!(saved.status, StatusCode::OK);
    let draft = town.at_desk(async |desk| Ok(desk.tx.request(request).await?.expect("kept").draft.0)).await;
    assert!(!draft.has_place && !draft.has_notes);
    assert_eq!(draft.version, 3, "a button under an older reading can't send it");
    let history = town.at_desk(async |desk| {
        Ok(desk
            .tx
            .all::<(String,)>(
                "SELECT CAST(detail AS TEXT) FROM history WHERE what = 'recipient corrected'",
                (),
            )
            .await?)
    });
    let history: Vec<String> = history.await.into_iter().map(|(detail,)| detail.replace(' ', "")).collect();
    assert_eq!(history, [r#"["name","place","notes"]"#, r#"["name","place","notes"]"#]);
}

async fn those_who_come_are_told_once_that_something_changed(db: Db) {
    let town = Town::found(db).await;
    town.can_be_written_to(KARI).await;
    let task = town.task().await;
    let link = town.link_to(&task, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    let saved = browser.saves(&town, &link, &RIGHT).await;
    assert!(saved.body.contains("De som har plass, har fått vite"), "{}", saved.body);
    browser.saves(&town, &link, &[("place", "Torget 10")]).await;
    assert_eq!(told(&town).await, [(Some(KARI), "info:1:3:0".to_owned())], "once, until she has looked");
    Browser::default().press(&town, &town.link_to(&task, KARI).await).await;
    browser.saves(&town, &link, &[("place", "Torget 11")]).await;
    assert_eq!(told(&town).await.len(), 2, "she saw Torget 10, which is wrong");
}

async fn health_words_are_left_out_and_said_so(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    let saved = browser.saves(&town, &link, &[("place", "Torget 9"), ("notes", "har demens, ring på")]).await;
    assert!(saved.body.contains("helseopplysninger"), "{}", saved.body);
    assert!(!saved.body.contains("demens"), "{}", saved.body);
    assert_eq!(kept(&town, task.request).await.2, ["har …, ring på"]);
}

async fn an_address_elsewhere_is_pointed_out(db: Db) {
    let town = Town::found(db).await;
    town.write("INSERT INTO zone (id, municipality_id, key, name) VALUES (2, 1, 'nordre', 'Nordre')").await;
    town.write("INSERT INTO zone_place (zone_id, folded, name) VALUES (2, 'sandvika', 'Sandvika')").await;
    let task = town.task().await;
    let link = town.link_to(&task, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    let saved = browser.saves(&town, &link, &[("place", "Sandvika 3")]).await;
    assert!(saved.body.contains("ligge i Nordre, men gruppa er spurt om Sentrum"), "{}", saved.body);
    let zone = town.at_desk(async |desk| Ok(desk.tx.task(task.id).await?.expect("a task").zone)).await;
    assert_eq!(zone, task.zone, "those who said yes said it to the old zone");
    // Before it is sent, it moves there.
    let request = town.draft().await;
    let link = town.link(request, None, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    browser.saves(&town, &link, &[("place", "Sandvika 3")]).await;
    let draft = town.at_desk(async |desk| Ok(desk.tx.request(request).await?.expect("kept").draft.0)).await;
    assert_eq!(draft.zone, Some(ZoneId(2)));
}

async fn nobody_else_can_correct(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    // A volunteer with a place, and a coordinator: they see it and have no form.
    for person in [KARI, ANNE] {
        let link = town.link_to(&task, person).await;
        let mut browser = Browser::default();
        let page = browser.press(&town, &link).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("name=\"save\""), "{}", page.body);
        let answer = browser.saves(&town, &link, &RIGHT).await;
        assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN);
    }
    // A link that nobody has opened, and one that another browser has.
    let link = town.link_to(&task, SILJE).await;
    let answer = Browser::default().saves(&town, &link, &RIGHT).await;
    assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN);
    Browser::default().press(&town, &link).await;
    let answer = Browser::default().saves(&town, &link, &RIGHT).await;
    assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN);
    assert_eq!(kept(&town, task.request).await.0.as_deref(), Some(PLACE));
}

async fn another_page_can_not_correct(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    for site in ["cross-site", "same-site", "none"] {
        let answer = browser.saves_from(&town, &link, &RIGHT, site).await;
        assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN, "{site}");
    }
    let long = "x".repeat(64 * 1024);
    let answer = browser.saves(&town, &link, &[("notes", &long)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(kept(&town, task.request).await.0.as_deref(), Some(PLACE));
}

async fn what_was_corrected_is_found_nowhere_else(db: Db) {
    let town = Town::found(db).await;
    town.can_be_written_to(KARI).await;
    town.can_be_written_to(SILJE).await;
    let task = town.task().await;
    let link = town.link_to(&task, SILJE).await;
    let mut browser = Browser::default();
    browser.press(&town, &link).await;
    browser.saves(&town, &link, &[("place", "Torget 99"), ("notes", "Bikkja heter Passopp")]).await;
    let mut tx = town.engine.db.read().await.expect("a transaction");
    let mut found = vec![logged()];
    for sql in [
        "SELECT CAST(body AS TEXT) FROM outbox",
        "SELECT CAST(detail AS TEXT) FROM history",
        "SELECT CAST(draft AS TEXT) FROM request",
    ] {
        let rows: Vec<(String,)> = tx.all(sql, ()).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
        found.extend(rows.into_iter().map(|(text,)| text));
    }
    assert!(found.iter().any(|text| text.contains("info_changed")), "{found:#?}");
    for mark in ["Torget 99", "Passopp"] {
        assert!(!found.iter().any(|text| text.contains(mark)), "{mark} was found");
    }
}
