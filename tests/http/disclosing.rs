//! The page at `/o/TOKEN`.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use tannhjul::domain::task::{Change, TaskState};
use tannhjul::store::Db;
use tannhjul::store::history::Actor;

use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    looking_shows_nothing_and_pressing_shows_all,
    the_one_who_asked_sees_what_was_kept_of_a_draft,
    a_link_belongs_to_the_browser_that_opened_it,
    a_link_dies,
    those_who_may_not_look_are_told_so,
    an_erased_recipient_is_gone,
    guessing_ends,
    another_page_can_not_open_a_link,
    the_page_speaks_to_whoever_reads_it,
);

async fn looking_shows_nothing_and_pressing_shows_all(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    for method in [Method::GET, Method::HEAD] {
        let answer = town.call(method, &link, &[("accept-language", "nb")]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("set-cookie"), "");
        answer.keeps_silent();
        assert_shielded(&answer);
    }
    assert_eq!(town.views().await, []);

    let mut browser = Browser::default();
    let answer = browser.press(&town, &link).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_shielded(&answer);
    for part in [
        "Oppdrag #1",
        "Snømåking",
        "søndag 22. november kl. 16–18",
        "Sentrum",
        NAME,
        "Storgata 5 &lt;B&gt;",
        NOTES,
        "Silje Aune",
        "tel:10000004",
        "Notert at du såg dette fredag kl. 12",
    ] {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    assert!(!answer.body.contains("trenger 2 stk"), "what was typed is for the one who typed it");
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/o/"] {
        assert!(cookie.contains(part), "{part} is missing in {cookie}");
    }
    assert_eq!(town.views().await, [(KARI, Some(task.id))]);

    let secrets = [link.trim_start_matches("/o/"), cookie.split(['=', ';']).nth(1).expect("a secret")];
    for secret in MARKS.into_iter().chain(secrets) {
        assert!(!logged().contains(secret), "{secret} was logged");
    }

    // Again in the same browser: shown, and noted again.
    assert_eq!(browser.press(&town, &link).await.status, StatusCode::OK);
    assert_eq!(town.views().await.len(), 2);
}

pub fn assert_shielded(answer: &Answer) {
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
    let policy = answer.header("content-security-policy");
    for part in ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{part} is missing in {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("script-src"), "{policy}");
    assert!(answer.header("x-robots-tag").contains("noindex"));
}

async fn the_one_who_asked_sees_what_was_kept_of_a_draft(db: Db) {
    let town = Town::reached_at(db, "https://oppdrag.example").await;
    let request = town.draft().await;
    let link = town.link(request, None, SILJE).await;
    let answer = Browser::default().press(&town, &link).await;
    assert_eq!(answer.status, StatusCode::OK);
    for part in ["som ikke er sendt", NAME, "trenger 2 stk", "Snømåking", "søndag 22. november kl. 16–18"]
    {
        assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
    }
    assert!(answer.header("set-cookie").ends_with("; Secure"));
    assert_eq!(town.views().await, [(SILJE, None)]);

    for somebody in [TOR, KARI] {
        let link = town.link(request, None, somebody).await;
        let answer = Browser::default().press(&town, &link).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        answer.keeps_silent();
    }
    assert_eq!(town.views().await.len(), 1);
}

async fn a_link_belongs_to_the_browser_that_opened_it(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    let (mut own, mut other) = (Browser::default(), Browser::default());
    assert_eq!(own.press(&town, &link).await.status, StatusCode::OK);
    let answer = other.press(&town, &link).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.keeps_silent().body.contains("ein annan nettlesar"), "{}", answer.body);
    assert_eq!(answer.header("set-cookie"), "", "a browser that was refused gets no secret");
    assert_eq!(town.views().await.len(), 1);
    assert_eq!(own.press(&town, &link).await.status, StatusCode::OK);

    // Many browsers at once: one has it.
    let link = town.link_to(&task, KARI).await;
    let mut opened = 0;
    let presses = (0..8).map(|_| async { Browser::default().press(&town, &link).await.status });
    for status in futures_util::future::join_all(presses).await {
        opened += usize::from(status == StatusCode::OK);
    }
    assert_eq!(opened, 1);
}

async fn a_link_dies(db: Db) {
    let town = Town::found(db).await;
    let mut task = town.task().await;
    let dead = async |link: &str, status: StatusCode, words: &str| {
        let answer = Browser::default().press(&town, link).await;
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.keeps_silent().body.contains(words), "{words} is missing in {}", answer.body);
        assert_shielded(&answer);
    };
    dead("/o/never-made", StatusCode::NOT_FOUND, "kjenner jeg ikke").await;
    dead("/o/%FF", StatusCode::NOT_FOUND, "kjenner jeg ikke").await;

    // Withdrawn, as the command does it; also where a link was still on its way.
    let link = town.link_to(&task, KARI).await;
    town.at_desk(async |desk| {
        desk.tx.revoke_disclosure(task.id, KARI, desk.now).await?;
        desk.change(&mut task, &[Change::Withdrew { person: KARI }], Actor::default()).await
    })
    .await;
    dead(&link, StatusCode::FORBIDDEN, "Du har ikkje plass").await;
    dead(&town.link_to(&task, KARI).await, StatusCode::FORBIDDEN, "Du har ikkje plass").await;

    // Whoever comes back gets a new link; the old one stays dead.
    let back = [Change::Placed { person: KARI, people: 1, asked_as: None }];
    town.at_desk(async |desk| desk.change(&mut task, &back, Actor::default()).await).await;
    dead(&link, StatusCode::FORBIDDEN, "Du har ikkje plass").await;
    let answer = Browser::default().press(&town, &town.link_to(&task, KARI).await).await;
    assert_eq!(answer.status, StatusCode::OK);

    // The municipality takes it: those who ask and coordinate still see it.
    let taken_over = [Change::StateChanged { to: TaskState::TakenOver }];
    let placed = [Change::Placed { person: OLA, people: 1, asked_as: None }];
    town.at_desk(async |desk| {
        desk.change(&mut task, &placed, Actor::default()).await?;
        desk.change(&mut task, &taken_over, Actor::default()).await
    })
    .await;
    dead(&town.link_to(&task, OLA).await, StatusCode::GONE, "Kommunen tar oppdraget selv").await;
    let answer = Browser::default().press(&town, &town.link_to(&task, ANNE).await).await;
    assert_eq!(answer.status, StatusCode::OK);

    let cancelled = [Change::StateChanged { to: TaskState::Cancelled }];
    town.at_desk(async |desk| desk.change(&mut task, &cancelled, Actor::default()).await).await;
    for person in [OLA, ANNE, SILJE] {
        dead(&town.link_to(&task, person).await, StatusCode::GONE, "Oppdraget er avlyst").await;
    }

    let (link, draft) = (town.link_to(&task, OLA).await, town.link(task.request, None, SILJE).await);
    town.pass(TimeDelta::days(3));
    dead(&link, StatusCode::GONE, "Lenken har gått ut").await;
    dead(&draft, StatusCode::GONE, "Svar på behovet i chatten").await;
}

async fn those_who_may_not_look_are_told_so(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    // A colleague of another unit, and a volunteer without a place.
    for (person, words) in [(TOR, "You can’t see this"), (OLA, "Dette kan du ikke se")] {
        let answer = Browser::default().press(&town, &town.link_to(&task, person).await).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.keeps_silent().body.contains(words), "{}", answer.body);
    }
    // A coordinator whose term has ended.
    town.write("UPDATE membership SET until_at = '2026-11-19T00:00:00+00:00' WHERE person_id = 1").await;
    let answer = Browser::default().press(&town, &town.link_to(&task, ANNE).await).await;
    assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN);
    // Somebody who had everything about them erased.
    town.write("UPDATE person SET erased_at = '2026-11-19T00:00:00+00:00' WHERE id = 3").await;
    let answer = Browser::default().press(&town, &town.link_to(&task, KARI).await).await;
    assert_eq!(answer.keeps_silent().status, StatusCode::NOT_FOUND);
    assert_eq!(town.views().await, []);
}

async fn an_erased_recipient_is_gone(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    town.at_desk(async |desk| Ok(desk.tx.erase_recipient(task.request).await?)).await;
    let answer = Browser::default().press(&town, &link).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains("Opplysingane er sletta"), "{}", answer.body);
    assert_eq!(town.views().await, []);
}

async fn guessing_ends(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    for guess in 0..20 {
        let answer = Browser::default().press(&town, &format!("/o/guess-{guess}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    let answer = Browser::default().press(&town, "/o/guess-20").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("For mange forsøk"), "{}", answer.body);
    town.pass(TimeDelta::minutes(10));
    assert_eq!(Browser::default().press(&town, &link).await.status, StatusCode::OK);
}

async fn another_page_can_not_open_a_link(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "null")],
        [("sec-fetch-site", "same-site"), ("origin", "http://evil.localhost:8080")],
        [("accept-language", "nb"), ("origin", "https://evil.example")],
    ] {
        let answer = town.call(Method::POST, &link, &headers).await;
        assert_eq!(answer.keeps_silent().status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    assert_eq!(town.views().await, []);
    let answer = town.call(Method::DELETE, &link, &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

async fn the_page_speaks_to_whoever_reads_it(db: Db) {
    let town = Town::found(db).await;
    for (asked, words) in [
        ("nn-NO,nb;q=0.5", "Her finn du"),
        ("en", "Here you find"),
        ("de", "Her finner du"),
        ("", "Her finner du"),
    ] {
        let answer = town.call(Method::GET, "/o/whatever", &[("accept-language", asked)]).await;
        assert!(answer.body.contains(words), "{asked}: {}", answer.body);
    }
    // The link was written in its reader's language.
    let asked = [("accept-language", "en")];
    let answer = town.call(Method::GET, "/o/whatever?lang=nn", &asked).await;
    assert!(answer.body.contains("Her finn du"), "{}", answer.body);
    let answer = town.call(Method::GET, "/o/whatever?lang=tlh", &asked).await;
    assert!(answer.body.contains("Here you find"), "{}", answer.body);
    // Whoever is known is spoken to in their own language, whatever the browser says.
    let task = town.task().await;
    let answer = Browser::default().press_in(&town, &town.link_to(&task, KARI).await, "en").await;
    assert!(
        answer.body.contains("lang=\"nn\"") && answer.body.contains("Lurer du på noko?"),
        "{}",
        answer.body
    );
}
