//! `POST /api/v1/requests`.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tannhjul::domain::ids::*;
use tannhjul::http::make_api_token;
use tannhjul::store::Db;

use crate::contract::{assert_as_documented, document};
use crate::databases::on_both_engines;
use crate::town::*;

on_both_engines!(
    fields_become_a_task,
    words_become_a_task,
    words_that_deny_a_need_open_nothing,
    a_draft_is_read_back_and_says_what_is_missing,
    what_can_not_be_promised_is_said_with_what_would_help,
    the_same_key_is_done_once,
    the_same_key_at_once_is_done_once,
    every_fault_is_told_at_once,
    only_those_who_may_ask_can,
    a_wrong_token_opens_nothing,
    a_recipient_is_found_nowhere_else,
    health_words_are_left_out,
    what_is_missing_is_asked_for_in_chat,
);

fn need() -> Value {
    json!({
        "municipality": "fjellvik", "requester": "silje", "service": "snow_clearing", "people": 2,
        "start": "2026-11-22T16:00:00+01:00", "end": "2026-11-22T17:00:00Z",
        "place": PLACE, "recipient": NAME, "notes": NOTES,
    })
}

fn with(mut body: Value, more: Value) -> Value {
    let fields = body.as_object_mut().expect("an object");
    for (name, value) in more.as_object().expect("an object") {
        fields.insert(name.clone(), value.clone());
    }
    body
}

struct Api {
    town: Town,
    token: String,
}

impl Api {
    async fn open(db: Db) -> Self {
        let town = Town::found(db).await;
        let token = make_api_token(&town.engine.db, "fjellvik", town.now()).await.expect("a token");
        Self { town, token }
    }

    /// Posts a body. Whatever comes of it, the answer is as documented and holds no recipient.
    async fn post(&self, body: &Value, key: Option<&str>) -> (StatusCode, Value) {
        let answer = self.post_text(&body.to_string(), "application/json", key).await;
        assert_as_documented("post", "/api/v1/requests", &answer);
        let body = serde_json::from_str(&answer.keeps_silent().body).expect("JSON");
        (answer.status, body)
    }

    async fn post_text(&self, body: &str, content_type: &str, key: Option<&str>) -> Answer {
        let mut request = Request::post("/api/v1/requests")
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", content_type);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        self.town.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let mut tx = self.town.engine.db.read().await.expect("a transaction");
        let (count,): (i64,) = tx.one(sql, ()).await.expect("a count");
        count
    }

    async fn tasks(&self) -> i64 {
        self.count("SELECT COUNT(*) FROM task").await
    }
}

async fn fields_become_a_task(db: Db) {
    let api = Api::open(db).await;
    let (status, answer) = api.post(&with(need(), json!({ "confirm": true })), None).await;
    assert_eq!(status, StatusCode::CREATED, "{answer:#}");
    assert_eq!(answer["task"]["number"], 1);
    assert_eq!(answer["task"]["zone"], "sentrum", "found by the street");
    assert_eq!(answer["task"]["start"], "2026-11-22T16:00:00+01:00");
    assert_eq!(answer["asked"], json!(["Fjellvik IL"]));
    assert_eq!(answer["erased_at"], Value::Null);
    assert!(
        answer["words"].as_str().is_some_and(|words| words.starts_with("Sendt som oppdrag #1.")),
        "{answer:#}"
    );
    // The ladder runs: the card is posted at the next tick.
    api.town.engine.tick().await.expect("a tick");
    assert_eq!(api.count("SELECT COUNT(*) FROM outbox WHERE purpose = 'card'").await, 1);
    // Those who come see the recipient; it goes 30 days after the task.
    let task = TaskId(answer["task"]["id"].as_i64().expect("an id"));
    let request = RequestId(answer["request"].as_i64().expect("an id"));
    let link = api.town.link(request, Some(task), SILJE).await;
    let page = Browser::default().press(&api.town, &link).await;
    for part in [NAME, "Storgata 5 &lt;B&gt;", NOTES] {
        assert!(page.body.contains(part), "{part} is missing in {}", page.body);
    }
    api.town.pass(TimeDelta::days(31));
    api.town.engine.tick().await.expect("a tick");
    assert_eq!(api.count("SELECT COUNT(*) FROM recipient").await, 1);
    api.town.pass(TimeDelta::days(2));
    api.town.engine.tick().await.expect("a tick");
    assert_eq!(api.count("SELECT COUNT(*) FROM recipient").await, 0);
}

async fn words_become_a_task(db: Db) {
    let api = Api::open(db).await;
    let body = json!({
        "municipality": "fjellvik", "requester": "silje", "confirm": true,
        "text": "Trenger 2 stk til snømåking i Storgata 5 på søndag kl 16-18, nøkkelboks 4711",
    });
    let (status, answer) = api.post(&body, None).await;
    assert_eq!(status, StatusCode::CREATED, "{answer:#}");
    assert_eq!(answer["understood"]["people"], 2);
    assert_eq!(answer["task"]["end"], "2026-11-22T18:00:00+01:00");
    assert_eq!(answer["understood"]["has_place"], true);
}

async fn words_that_deny_a_need_open_nothing(db: Db) {
    let api = Api::open(db).await;
    let body = json!({
        "municipality": "fjellvik", "requester": "silje", "confirm": true,
        "text": "Trenger ikke 2 stk til snømåking i Storgata 5 på søndag kl 16-18 likevel",
    });
    let (status, answer) = api.post(&body, None).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:#}");
    assert_eq!(answer["errors"][0]["pointer"], "/text", "{answer:#}");
    assert_eq!(api.tasks().await, 0);
    assert_eq!(api.count("SELECT COUNT(*) FROM request").await, 0);
}

async fn a_draft_is_read_back_and_says_what_is_missing(db: Db) {
    let api = Api::open(db).await;
    let (status, answer) = api.post(&need(), None).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer:#}");
    assert_eq!((&answer["state"], &answer["missing"]), (&json!("draft"), &json!([])));
    let words = answer["words"].as_str().expect("words");
    for part in
        ["Snømåking, 2 frivillige, søndag 22. november kl. 16–18", "Sone Sentrum", "Jeg spør Fjellvik IL"]
    {
        assert!(words.contains(part), "{part} is missing in {words}");
    }
    assert_eq!(answer["erased_at"], "2026-11-21T12:00:00+01:00");
    assert_eq!(api.tasks().await, 0);
    // What nobody went on with is erased.
    api.town.engine.tick().await.expect("a tick");
    api.town.pass(TimeDelta::days(2));
    api.town.engine.tick().await.expect("a tick");
    assert_eq!(api.count("SELECT COUNT(*) FROM recipient").await, 0);

    // Confirmed with something missing: kept, not opened.
    let body = json!({ "municipality": "fjellvik", "requester": "tor", "people": 2, "confirm": true });
    let (status, answer) = api.post(&body, None).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer:#}");
    assert_eq!(answer["missing"], json!(["service", "start", "end", "zone"]));
    assert!(answer["words"].as_str().is_some_and(|words| words.contains("What kind of help")), "{answer:#}");
    assert_eq!(api.tasks().await, 0);
}

async fn what_can_not_be_promised_is_said_with_what_would_help(db: Db) {
    let api = Api::open(db).await;
    let refused = async |more: Value| {
        let (status, answer) = api.post(&with(with(need(), json!({ "confirm": true })), more), None).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{answer:#}");
        (
            answer["refused"].as_str().unwrap_or_default().to_owned(),
            answer["words"].as_str().unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(refused(json!({ "service": "garden" })).await.0, "not_offered");
    let (why, words) = refused(json!({ "service": "visit" })).await;
    assert_eq!(why, "no_agreement");
    assert!(words.contains("Anne Berg") && words.contains("10 00 00 01"), "{words}");
    assert_eq!(refused(json!({ "start": "2026-11-19T16:00:00Z" })).await.0, "past");
    assert_eq!(refused(json!({ "end": "2026-11-24T16:00:00Z" })).await.0, "too_long");
    assert_eq!(
        refused(json!({ "start": "2026-11-20T11:03:00Z", "end": "2026-11-20T12:00:00Z" })).await.0,
        "too_late"
    );
    api.town.write("UPDATE chat SET state = 'lost'").await;
    assert_eq!(refused(json!({})).await.0, "nobody_reachable");
    api.town.write("UPDATE chat SET state = 'open' WHERE kind = 'group'").await;
    let (why, words) = refused(json!({})).await;
    assert_eq!(why, "nobody_acts");
    assert!(words.contains("Anne Berg"), "{words}");
    assert_eq!(api.tasks().await, 0);
}

async fn the_same_key_is_done_once(db: Db) {
    let api = Api::open(db).await;
    let body = with(need(), json!({ "confirm": true }));
    let first = api.post(&body, Some("key-1")).await;
    assert_eq!(first.0, StatusCode::CREATED);
    assert_eq!(api.post(&body, Some("key-1")).await, first);
    assert_eq!(api.tasks().await, 1);
    let (status, answer) = api.post(&with(body.clone(), json!({ "people": 3 })), Some("key-1")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer["detail"].as_str().is_some_and(|detail| detail.contains("another request")), "{answer:#}");
    assert_eq!(api.post(&body, Some("key-2")).await.1["task"]["number"], 2);
    // What was refused may be mended under the same key.
    let (status, _) = api.post(&with(body.clone(), json!({ "people": 0 })), Some("key-3")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(api.post(&body, Some("key-3")).await.0, StatusCode::CREATED);
    // Another municipality's key is another key.
    let other = make_api_token(&api.town.engine.db, "fjellvik", api.town.now()).await.expect("a token");
    let other = Api { token: other, ..api };
    assert_eq!(other.post(&body, Some("key-1")).await.1["task"]["number"], 4);
    for key in ["", " ", "two words", &"k".repeat(256)] {
        assert_eq!(other.post(&body, Some(key)).await.0, StatusCode::BAD_REQUEST, "{key}");
    }
}

async fn the_same_key_at_once_is_done_once(db: Db) {
    let api = Api::open(db).await;
    let body = with(need(), json!({ "confirm": true }));
    let posts = (0..6).map(|_| api.post(&body, Some("storm")));
    let answers = futures_util::future::join_all(posts).await;
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert_eq!(api.tasks().await, 1);
}

async fn every_fault_is_told_at_once(db: Db) {
    let api = Api::open(db).await;
    let body = with(
        need(),
        json!({ "people": 0, "start": "snart", "service": "snow", "sone": "Storgata 5", "notes": 4711 }),
    );
    let (status, answer) = api.post(&body, None).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(5), "{answer:#}");
    for more in [
        json!({ "requester": "nobody" }),
        json!({ "zone": "Storgata 5" }),
        json!({ "start": "2100-01-01T00:00:00Z", "end": "2100-01-01T01:00:00Z" }),
        json!({ "start": "2027-10-31T02:30:00+01:00", "end": "2027-10-31T04:00:00+01:00" }),
    ] {
        let (status, answer) = api.post(&with(need(), more.clone()), None).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{more}: {answer:#}");
        assert_eq!(answer["errors"].as_array().map(Vec::len), Some(1), "{answer:#}");
    }
    for (text, content_type, status) in [
        ("{\"text\": \"Storgata 5", "application/json", StatusCode::BAD_REQUEST),
        ("", "application/json", StatusCode::BAD_REQUEST),
        ("text=Storgata+5", "application/x-www-form-urlencoded", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (&"x".repeat(70_000), "application/json; charset=utf-8", StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = api.post_text(text, content_type, None).await;
        assert_eq!(answer.keeps_silent().status, status, "{}", answer.body);
        assert_as_documented("post", "/api/v1/requests", &answer);
    }
    assert_eq!(api.count("SELECT COUNT(*) FROM request").await, 0);
}

async fn only_those_who_may_ask_can(db: Db) {
    let api = Api::open(db).await;
    for (more, wanted) in [
        (json!({ "requester": "kari" }), StatusCode::FORBIDDEN),
        (json!({ "municipality": "annenkommune" }), StatusCode::FORBIDDEN),
        (json!({ "municipality": "fins-ikke" }), StatusCode::FORBIDDEN),
        (json!({ "requester": "anne" }), StatusCode::ACCEPTED),
    ] {
        let (status, answer) = api.post(&with(need(), more.clone()), None).await;
        assert_eq!(status, wanted, "{more}: {answer:#}");
    }
    assert_eq!(api.count("SELECT COUNT(*) FROM request").await, 1);
}

async fn a_wrong_token_opens_nothing(db: Db) {
    let api = Api::open(db).await;
    assert!(make_api_token(&api.town.engine.db, "fjelvik", api.town.now()).await.is_err());
    let without = api.town.call(axum::http::Method::POST, "/api/v1/requests", &[]).await;
    assert_eq!(without.status, StatusCode::UNAUTHORIZED);
    assert_eq!(without.header("www-authenticate"), "Bearer");
    api.town.write("UPDATE api_token SET revoked_at = '2026-11-19T00:00:00+00:00'").await;
    assert_eq!(api.post(&need(), None).await.0, StatusCode::UNAUTHORIZED);
    let api = Api { token: "made-up".to_owned(), ..api };
    for _ in 1..20 {
        assert_eq!(api.post(&need(), None).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(api.post(&need(), None).await.0, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(api.count("SELECT COUNT(*) FROM request").await, 0);
}

async fn a_recipient_is_found_nowhere_else(db: Db) {
    let api = Api::open(db).await;
    let body = with(need(), json!({ "confirm": true }));
    assert_eq!(api.post(&body, Some("marked")).await.0, StatusCode::CREATED);
    let words = json!({ "municipality": "fjellvik", "requester": "silje", "text": TYPED });
    assert_eq!(api.post(&words, Some("marked-too")).await.0, StatusCode::ACCEPTED);
    api.town.engine.tick().await.expect("a tick");
    let mut tx = api.town.engine.db.read().await.expect("a transaction");
    let mut found = Vec::new();
    for sql in [
        "SELECT CAST(body AS TEXT) FROM outbox",
        "SELECT CAST(detail AS TEXT) FROM history",
        "SELECT CAST(response AS TEXT) FROM idempotency",
        "SELECT CAST(draft AS TEXT) FROM request",
        "SELECT value FROM setting",
    ] {
        let rows: Vec<(String,)> = tx.all(sql, ()).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
        found.extend(rows.into_iter().map(|(text,)| text));
    }
    assert!(found.len() >= 6, "{found:?}");
    found.push(logged());
    assert!(logged().contains("answered over HTTP"));
    for mark in MARKS.into_iter().chain([api.token.as_str()]) {
        assert!(!found.iter().any(|text| text.contains(mark)), "{mark} in {found:#?}");
    }
}

async fn health_words_are_left_out(db: Db) {
    let api = Api::open(db).await;
    let body = with(
        need(),
        json!({ "notes": "Har demens, nøkkelboks 4711", "recipient": "Olga Merkesen (insulin)" }),
    );
    let (_, answer) = api.post(&body, None).await;
    assert_eq!(answer["warnings"], json!(["health_words_left_out"]), "{answer:#}");
    let request = RequestId(answer["request"].as_i64().expect("an id"));
    let link = api.town.link(request, None, SILJE).await;
    let page = Browser::default().press(&api.town, &link).await.body;
    assert!(page.contains("4711") && !page.contains("demens") && !page.contains("insulin"), "{page}");
}

/// Every field that is read is documented, and the other way round.
#[test]
fn the_document_knows_every_field_and_service() {
    let document = document();
    let fields: Vec<_> = document["components"]["schemas"]["Request"]["properties"]
        .as_object()
        .expect("properties")
        .keys()
        .map(String::as_str)
        .collect();
    let mut wanted = [
        "municipality",
        "requester",
        "text",
        "service",
        "people",
        "start",
        "end",
        "zone",
        "place",
        "recipient",
        "notes",
        "recurrence",
        "confirm",
    ];
    wanted.sort_unstable();
    assert_eq!(fields, wanted);
    let services = tannhjul::domain::service::ServiceKind::ALL.map(|kind| json!(kind.as_str()));
    assert_eq!(document["components"]["schemas"]["Service"]["enum"], json!(services));
}

async fn what_is_missing_is_asked_for_in_chat(db: Db) {
    let api = Api::open(db).await;
    let body = json!({
        "municipality": "fjellvik", "requester": "silje", "service": "snow_clearing",
        "start": "2026-11-22T16:00:00+01:00", "end": "2026-11-22T18:00:00+01:00", "place": PLACE, "confirm": true,
    });
    // Nobody to ask: the answer over HTTP is all there is.
    let (status, answer) = api.post(&body, None).await;
    assert_eq!((status, &answer["asked_in_chat"]), (StatusCode::ACCEPTED, &json!(false)));
    api.town.can_be_written_to(SILJE).await;
    let (status, answer) = api.post(&body, None).await;
    assert_eq!((status, &answer["asked_in_chat"]), (StatusCode::ACCEPTED, &json!(true)));
    assert_eq!(answer["missing"], json!(["people"]));
    let request = RequestId(answer["request"].as_i64().expect("a number"));
    let mut tx = api.town.engine.db.read().await.expect("a transaction");
    let said: Vec<(String,)> =
        tx.all("SELECT CAST(body AS TEXT) FROM outbox WHERE request_id IS NOT NULL", ()).await.expect("rows");
    let [(said,)] = said.as_slice() else { panic!("one question: {said:?}") };
    for part in ["from_elsewhere", "ask_people", &format!("set:{}:people:2", request.0)] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
    // The chat goes on with it.
    let chat = tx.reach(SILJE).await.expect("read").expect("she can be written to").chat_id;
    let draft = tx.drafts_in(SILJE, chat).await.expect("read").pop().expect("a draft");
    assert_eq!(draft.id, request);
}
