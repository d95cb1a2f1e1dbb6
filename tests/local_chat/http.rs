//! The page's routes: who may call, what they answer, what the page is made of.

use std::collections::BTreeSet;
use std::path::Path;

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tannhjul::chat::local::Place;
use tannhjul::chat::{Address, Chat, Delivery, Document, SendError};
use tannhjul::store::Db;

use super::databases::on_both_engines;
use super::served::Served;

on_both_engines!(
    only_this_machine_is_answered,
    another_web_page_can_not_play,
    what_is_done_is_in_the_state,
    a_refusal_has_a_name,
    a_file_is_fetched_from_its_message,
    the_clock_moves_where_it_may,
    a_clock_that_may_not_be_moved_stays,
);

async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.expect("an answer").status()
}

async fn act(served: &Served, action: Value) -> (StatusCode, Value) {
    let answer = Client::new().post(served.url("/chat/do")).json(&action).send().await.expect("an answer");
    (answer.status(), answer.json().await.expect("JSON"))
}

async fn state(served: &Served, since: Option<i64>) -> Value {
    let query = since.map(|since| format!("?since={since}")).unwrap_or_default();
    let answer =
        Client::new().get(served.url(&format!("/chat/state{query}"))).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.expect("JSON")
}

async fn only_this_machine_is_answered(db: Db) {
    let served = Served::new(db, true).await;
    let get = |path: &str| Client::new().get(served.url(path));
    for path in ["/chat", "/chat/state", "/chat/files/page.js", "/chat/older?chat=g1&before=1"] {
        assert_eq!(status(get(path)).await, StatusCode::OK, "{path}");
        for (name, value) in [
            ("host", "evil.example"),
            ("host", "localhost.evil.example:8080"),
            ("x-forwarded-for", "203.0.113.9"),
            ("x-forwarded-host", "localhost"),
            ("forwarded", "for=203.0.113.9"),
        ] {
            let request = get(path).header(name, value);
            assert_eq!(status(request).await, StatusCode::FORBIDDEN, "{path} {name}: {value}");
        }
        for host in ["localhost", "localhost:1", "[::1]:8080"] {
            assert_eq!(status(get(path).header("host", host)).await, StatusCode::OK, "{path} {host}");
        }
    }
    assert_eq!(status(get("/chat/files/../mod.rs")).await, StatusCode::NOT_FOUND);
    assert_eq!(status(get("/chat/files/nothing.js")).await, StatusCode::NOT_FOUND);
    let page = get("/").send().await.expect("an answer");
    assert_eq!(page.url().path(), "/chat");
    let policy = page.headers()["content-security-policy"].to_str().expect("text");
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
    assert!(!policy.contains("unsafe"));
}

async fn another_web_page_can_not_play(db: Db) {
    let served = Served::new(db, true).await;
    let action = json!({ "do": "add_person", "name": "Kari" });
    let post = || Client::new().post(served.url("/chat/do"));
    let own = format!("http://{}", served.address);
    for headers in [
        [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")],
        [("origin", "null"), ("sec-fetch-site", "same-origin")],
        [("origin", "http://localhost:1"), ("sec-fetch-site", "same-origin")],
        [("origin", own.as_str()), ("sec-fetch-site", "same-site")],
    ] {
        let request = headers.iter().fold(post(), |request, (name, value)| request.header(*name, *value));
        assert_eq!(status(request.json(&action)).await, StatusCode::FORBIDDEN, "{headers:?}");
    }
    let as_form = post().header("content-type", "text/plain").body(action.to_string());
    assert_eq!(status(as_form).await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let peek = Client::new().get(served.url("/chat/state")).header("sec-fetch-site", "cross-site");
    assert_eq!(status(peek).await, StatusCode::FORBIDDEN);
    assert_eq!(state(&served, None).await["people"], json!([]));

    let from_the_page = post().header("origin", own).header("sec-fetch-site", "same-origin");
    assert_eq!(status(from_the_page.json(&action)).await, StatusCode::OK);
}

async fn what_is_done_is_in_the_state(db: Db) {
    let served = Served::new(db, true).await;
    let (_, made) = act(&served, json!({ "do": "add_person", "name": "Kari", "language": "nn" })).await;
    assert_eq!(made, json!({ "person": "p1" }));
    let (_, made) = act(&served, json!({ "do": "add_group", "title": "Fjellvik IL", "person": "p1" })).await;
    assert_eq!(made, json!({ "group": "g1" }));
    let before = state(&served, None).await;
    assert_eq!(before["people"][0]["language"], "nn");
    assert_eq!(before["groups"][0]["members"], json!(["p1"]));
    assert_eq!(before["time"]["zone"], "Europe/Oslo");

    // Somebody waits while another says something.
    let since = before["change"].as_i64();
    let say =
        json!({ "do": "say", "person": "p1", "chat": "g1", "text": "hei", "reply_to": null, "nonce": "n" });
    let (after, (status, _)) = tokio::join!(state(&served, since), act(&served, say));
    assert_eq!(status, StatusCode::OK);
    assert_eq!(after["messages"][0]["text"], "hei");
    assert_eq!(after["messages"][0]["by"], "p1");
    assert_eq!(after["whole"], false);
    let older =
        Client::new().get(served.url("/chat/older?chat=g1&before=99")).send().await.expect("an answer");
    assert_eq!(older.json::<Value>().await.expect("JSON")[0]["text"], "hei");
}

async fn a_file_is_fetched_from_its_message(db: Db) {
    let served = Served::new(db, true).await;
    let kari = served.chat.add_person("Kari", None, None).await.expect("made");
    served.chat.start(kari, "").await.expect("started");
    let to = Address { chat: Place::Private(kari).to_string(), thread: None };
    let document = Document { name: "minedata.json".to_owned(), content: "{\"navn\": \"Kåri\"}".to_owned() };
    let file = |document| Delivery::Document { to: to.clone(), document, caption: "Her er alt.".to_owned() };
    let id = served.chat.deliver(file(document.clone())).await.expect("handed over").message.expect("an id");
    let view = state(&served, None).await;
    let messages = view["messages"].as_array().expect("messages");
    let message =
        messages.iter().find(|message| message["id"].as_i64() == id.parse().ok()).expect("the message");
    assert_eq!((&message["text"], &message["document"]), (&json!("Her er alt."), &json!("minedata.json")));
    let fetch = |id: &str| Client::new().get(served.url(&format!("/chat/document/{id}"))).send();
    let answer = fetch(&id).await.expect("an answer");
    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"minedata.json\"");
    assert_eq!(answer.text().await.expect("text"), document.content);
    // A message without one, and none at all.
    // The start is the first message of the chat.
    for nothing in ["1", "999999"] {
        assert_eq!(fetch(nothing).await.expect("an answer").status(), StatusCode::NOT_FOUND, "{nothing}");
    }
    let long = Document { content: "x".repeat(6 * 1024 * 1024), ..document };
    assert!(matches!(served.chat.deliver(file(long)).await, Err(SendError::Refused(_))));
}

async fn a_refusal_has_a_name(db: Db) {
    let served = Served::new(db, true).await;
    act(&served, json!({ "do": "add_person", "name": "Kari" })).await;
    let refused = async |action: Value| {
        let (status, answer) = act(&served, action).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        answer["error"].as_str().expect("a name").to_owned()
    };
    assert_eq!(refused(json!({ "do": "add_person", "name": "Kari" })).await, "name_taken");
    assert_eq!(refused(json!({ "do": "say", "person": "p1", "chat": "p1", "text": " " })).await, "empty");
    assert_eq!(
        refused(json!({ "do": "say", "person": "p1", "chat": "g9", "text": "x" })).await,
        "no_such_group"
    );
    for unreadable in
        [json!({ "do": "fly" }), json!({ "do": "start", "person": "7; DROP", "code": "" }), json!([])]
    {
        assert_eq!(act(&served, unreadable).await.0, StatusCode::BAD_REQUEST);
    }
    let huge = json!({ "do": "add_person", "name": "x".repeat(100_000) });
    assert_eq!(act(&served, huge).await.0, StatusCode::BAD_REQUEST);
}

async fn move_to(served: &Served, to: Value) -> Value {
    let request = Client::new().post(served.url("/chat/time")).json(&json!({ "to": to }));
    let answer: Value = request.send().await.expect("an answer").json().await.expect("JSON");
    if answer["error"].is_null() {
        state(served, None).await["time"]["now"].clone()
    } else {
        answer["error"].clone()
    }
}

async fn the_clock_moves_where_it_may(db: Db) {
    let served = Served::new(db, true).await;
    assert_eq!(state(&served, None).await["time"]["movable"], true);
    let starts = |shown: Value, with: &str| {
        let shown = shown.as_str().expect("a time").to_owned();
        assert!(shown.starts_with(with), "{shown} instead of {with}");
    };
    starts(move_to(&served, json!({ "minutes": 15 })).await, "2026-11-21T17:07");
    starts(move_to(&served, json!("next_event")).await, "2026-11-21T18:00");
    starts(move_to(&served, json!("tomorrow_morning")).await, "2026-11-22T06:00");
    // The night to 28 March 2027 has no half past two in Oslo.
    starts(move_to(&served, json!({ "at": "2027-03-28T02:30:00" })).await, "2027-03-28T01:00");
    for (to, why) in [
        (json!({ "at": "2027-03-28T01:00:00" }), "only_forward"),
        (json!({ "at": "0001-01-01T00:00:00" }), "only_forward"),
        (json!({ "at": "2029-01-01T00:00:00" }), "too_far"),
        (json!({ "at": "+262000-01-01T00:00:00" }), "too_far"),
        (json!({ "minutes": u32::MAX }), "too_far"),
        (json!({ "minutes": -5 }), "unreadable"),
    ] {
        assert_eq!(move_to(&served, to).await, why);
    }
}

async fn a_clock_that_may_not_be_moved_stays(db: Db) {
    let served = Served::new(db, false).await;
    assert_eq!(state(&served, None).await["time"]["movable"], false);
    assert_eq!(move_to(&served, json!({ "minutes": 15 })).await, "clock_fixed");
    let answer =
        Client::new().post(served.url("/chat/afresh")).json(&json!({})).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.json::<Value>().await.expect("JSON"), json!({ "error": "no_afresh" }));
    assert_eq!(state(&served, None).await["time"]["now"], "2026-11-21T16:52:00Z");
}

const PAGE: &str = "src/http/local_chat/page";

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(PAGE).join(name)).expect("a file of the page")
}

fn scripts() -> String {
    let files = Path::new(PAGE).read_dir().expect("the page's files");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("a name"));
    names.filter(|name| name.ends_with(".js") || name == "page.html").map(|name| read(&name)).collect()
}

/// Every text is there in each language, with the same things filled in, and is used.
#[test]
fn the_words_are_complete_in_every_language() {
    type Table = serde_json::Map<String, Value>;
    let table = |name: &str| serde_json::from_str::<Table>(&read(name)).expect("a table of words");
    let placeholders = |text: &Value| {
        let text = text.to_string();
        let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
        parts.map(|(name, _)| name.to_owned()).collect::<BTreeSet<_>>()
    };
    let (nb, scripts) = (table("nb.json"), scripts());
    for (own, others) in
        [("nb.json", ["nn.json", "en.json"]), ("tour_nb.json", ["tour_nn.json", "tour_en.json"])]
    {
        let own = table(own);
        for other in others.map(table) {
            assert_eq!(own.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
            for (key, text) in &own {
                assert_eq!(placeholders(text), placeholders(&other[key]), "{key}");
                assert_eq!(text.as_array().map(Vec::len), other[key].as_array().map(Vec::len), "{key}");
                assert!(!other[key].as_str().is_some_and(str::is_empty), "{key}");
            }
        }
    }
    // Names that are put together in the code.
    let built = ["part_", "reaction_", "error_", "begin_", "try_"];
    for key in nb.keys().filter(|key| !built.iter().any(|start| key.starts_with(start))) {
        let plain = key.trim_end_matches("_one");
        let used = [format!("\"{plain}\""), format!(".{plain}")];
        assert!(used.iter().any(|used| scripts.contains(used.as_str())), "nobody says {key}");
    }
}

/// Every refusal has its words.
#[test]
fn every_refusal_has_words() {
    use tannhjul::chat::local::Refusal;
    let table: Value = serde_json::from_str(&read("nb.json")).expect("a table of words");
    let refusals = [
        Refusal::Empty,
        Refusal::TooLong,
        Refusal::NameTaken,
        Refusal::TooMany,
        Refusal::NoSuchPerson,
        Refusal::NoSuchGroup,
        Refusal::NoSuchMessage,
        Refusal::NoSuchButton,
        Refusal::NoSuchReaction,
        Refusal::NotMember,
        Refusal::NotYours,
        Refusal::BotBlocked,
        Refusal::BotAway,
    ];
    let names = refusals.map(|refusal| json!(refusal).as_str().expect("a name").to_owned());
    let others = [
        "away",
        "failed",
        "unreadable",
        "clock_fixed",
        "nothing_planned",
        "only_forward",
        "too_far",
        "not_come",
        "no_afresh",
    ];
    for name in names.iter().map(String::as_str).chain(others) {
        assert!(table[format!("error_{name}")].is_string(), "{name}");
    }
}

/// The page and its files are all compiled in, and hold nothing that the policy forbids.
#[tokio::test]
async fn the_page_is_whole() {
    let dir = tempfile::tempdir().expect("a directory");
    let db = Db::open(&format!("sqlite:{}", dir.path().join("t.db").display())).await.expect("a database");
    let served = Served::new(db, false).await;
    for file in Path::new(PAGE).read_dir().expect("the page's files") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        if ["page.html", "not_here.txt"].contains(&name.as_str()) {
            continue;
        }
        let answer =
            Client::new().get(served.url(&format!("/chat/files/{name}"))).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{name}");
        assert_eq!(answer.text().await.expect("text"), read(&name));
    }
    let html = read("page.html");
    assert!(!html.contains("style=") && !html.contains("<style") && !html.contains(" onclick="));
    assert!(!html.contains("http:") && !html.contains("https:"));
}
