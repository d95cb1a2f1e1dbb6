//! Whatever a stranger sends to the API and to the pages with secret links: an answer that is documented, nothing of it repeated, never a fault of
//! ours. What is sent comes from seeds, so that a failure can be had again.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::TimeDelta;
use fastrand::Rng;
use serde_json::{Map, Value, json};
use tannhjul::http::make_api_token;
use tannhjul::store::Db;

use crate::contract::assert_as_documented;
use crate::databases::on_both_engines;
use crate::disclosing::assert_shielded;
use crate::town::*;

on_both_engines!(no_body_makes_the_api_fail, no_query_makes_the_api_fail, no_link_opens_but_the_right_one,);

/// What is planted in everything that is sent. It must come back in no answer.
const PLANTED: &str = "Zqxvik";

/// Texts that programs have stumbled on.
const AWKWARD: [&str; 26] = [
    "",
    " ",
    "\0",
    "\u{feff}",
    "\u{202e}abc",
    "e\u{301}\u{301}\u{301}",
    "🤷🏽‍♀️",
    "'; DROP TABLE task; --",
    "\" OR 1=1",
    "%s%n{0}${x}",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "null",
    "NaN",
    "-1",
    "1e400",
    "0x10",
    "9223372036854775808",
    "2026-02-30T16:00:00+01:00",
    "9999-12-31T23:59:59Z",
    "0000-01-01T00:00:00-23:59",
    "2026-10-25T02:30:00+01:00",
    "2026-11-22T16:00:00.000000000001+01:00",
    "2026-06-30T23:59:60Z",
    "snow_clearing",
    "fjellvik",
];

fn awkward(random: &mut Rng) -> String {
    let one = AWKWARD[random.usize(..AWKWARD.len())];
    match random.u32(..5) {
        0 => format!("{one}{PLANTED}"),
        1 => PLANTED.repeat(random.usize(1..500)),
        2 => (0..random.usize(..40)).map(|_| random.char(..)).collect(),
        _ => one.to_owned(),
    }
}

/// The name of a field that nobody knows: a fault points at it, so nothing is planted in it.
fn name(random: &mut Rng) -> String {
    AWKWARD[random.usize(..AWKWARD.len())].to_owned()
}

/// Any JSON, not deeper than a few levels.
fn any_value(random: &mut Rng, depth: u32) -> Value {
    match random.u32(..if depth > 3 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => random.bool().into(),
        2 => random.i64(..).into(),
        3 => json!(random.f64() * 1e300),
        4 | 5 => awkward(random).into(),
        6 => (0..random.usize(..4)).map(|_| any_value(random, depth + 1)).collect(),
        _ => {
            let field = |random: &mut Rng| (name(random), any_value(random, depth + 1));
            Value::Object((0..random.usize(..4)).map(|_| field(random)).collect::<Map<_, _>>())
        }
    }
}

fn need() -> Value {
    json!({
        "municipality": "fjellvik", "requester": "silje", "service": "snow_clearing", "people": 2,
        "start": "2026-11-22T16:00:00+01:00", "end": "2026-11-22T18:00:00+01:00", "zone": "sentrum",
        "place": format!("{PLANTED}veien 5"), "recipient": format!("Fru {PLANTED}"), "notes": PLANTED, "confirm": true,
    })
}

fn need_in_words() -> Value {
    json!({
        "municipality": "fjellvik", "requester": "silje", "confirm": true,
        "text": format!("Trenger 2 stk til snømåking hos fru {PLANTED} i Storgata 5 på søndag kl 16-18"),
    })
}

/// A good body with some of its fields put in, taken out or changed; sometimes with bytes of it damaged.
fn body(random: &mut Rng) -> Vec<u8> {
    let mut body = if random.bool() { need() } else { need_in_words() };
    let fields = body.as_object_mut().expect("an object");
    for _ in 0..random.usize(..4) {
        let names: Vec<String> = fields.keys().cloned().collect();
        let field = names[random.usize(..names.len())].clone();
        match random.u32(..6) {
            0 => drop(fields.remove(&field)),
            1 => drop(fields.insert(name(random), any_value(random, 0))),
            2 => drop(fields.insert("people".to_owned(), random.i64(-3..60).into())),
            3 => drop(fields.insert("recurrence".to_owned(), awkward(random).into())),
            _ => drop(fields.insert(field, any_value(random, 0))),
        }
        if fields.is_empty() {
            break;
        }
    }
    let body = if random.u32(..20) == 0 { any_value(random, 0) } else { body };
    let mut bytes = body.to_string().into_bytes();
    if random.u32(..5) == 0 {
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..bytes.len());
            match random.u32(..3) {
                0 => bytes[at] = random.u8(..),
                1 => bytes.truncate(at + 1),
                _ => bytes.insert(at, b"{}[]\",:\\u"[random.usize(..9)]),
            }
        }
    }
    if random.u32(..40) == 0 {
        bytes = b"[".repeat(random.usize(1..70_000));
    }
    bytes
}

/// Nothing that was sent comes back, in no part of an answer.
fn repeats_nothing(answer: &Answer, seed: u64) {
    assert!(!format!("{answer:?}").contains(PLANTED), "seed {seed}: {answer:?}");
}

async fn no_body_makes_the_api_fail(db: Db) {
    let town = Town::found(db).await;
    let token = make_api_token(&town.engine.db, "fjellvik", town.now()).await.expect("a token");
    let (mut opened, mut refused) = (0, 0);
    for seed in 0..400 {
        let random = &mut Rng::with_seed(seed);
        let content_type = match random.u32(..10) {
            0 => "text/plain",
            1 => "application/json; charset=utf-8",
            _ => "application/json",
        };
        let mut request = Request::post("/api/v1/requests")
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", content_type);
        if random.u32(..4) == 0 {
            let key: Vec<u8> = (0..random.usize(..300)).map(|_| random.u8(b' '..=b'~')).collect();
            request = request.header("idempotency-key", key);
        }
        let answer = town.send(request.body(Body::from(body(random))).expect("a request")).await;
        assert!(!answer.status.is_server_error(), "seed {seed}: {answer:?}");
        assert_as_documented("post", "/api/v1/requests", &answer);
        repeats_nothing(&answer, seed);
        opened += u32::from(answer.status == StatusCode::CREATED);
        refused += u32::from(answer.status.is_client_error());
    }
    assert!(opened > 20 && refused > 100, "{opened} opened, {refused} refused: both kinds were tried");
    assert!(!logged().contains(PLANTED));
}

/// Any bytes, as an address writes them.
fn encoded(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

async fn no_query_makes_the_api_fail(db: Db) {
    let town = Town::found(db).await;
    town.task().await;
    let token = make_api_token(&town.engine.db, "fjellvik", town.now()).await.expect("a token");
    let authorization = format!("Bearer {token}");
    for seed in 0..300 {
        let random = &mut Rng::with_seed(seed);
        let number = |random: &mut Rng| match random.u32(..3) {
            0 => random.i64(..).to_string(),
            1 => random.i64(-2..200).to_string(),
            _ => encoded(awkward(random).as_bytes()),
        };
        let path = match random.u32(..4) {
            0 => format!("/api/v1/tasks/{}", number(random)),
            1 => format!("/api/v1/tasks?limit={}", number(random)),
            2 => {
                let kind = ["o", "n", ""][random.usize(..3)];
                format!("/api/v1/tasks?after={kind}{}.{}", number(random), number(random))
            }
            _ => format!("/api/v1/tasks?{}={}", encoded(awkward(random).as_bytes()), number(random)),
        };
        if path.len() > 8_000 {
            continue;
        }
        let answer = town.call(Method::GET, &path, &[("authorization", &authorization)]).await;
        assert!(!answer.status.is_server_error(), "seed {seed}: {path}: {answer:?}");
        repeats_nothing(&answer, seed);
        if path.starts_with("/api/v1/tasks?") {
            assert_as_documented("get", "/api/v1/tasks", &answer);
        }
    }
}

/// A word near a real token: one sign changed, cut short, made longer, in other letters; or any bytes.
fn near(token: &str, random: &mut Rng) -> String {
    let mut signs: Vec<u8> = token.bytes().collect();
    let at = random.usize(..signs.len());
    match random.u32(..6) {
        0 => signs[at] = if signs[at] == b'A' { b'B' } else { b'A' },
        1 => signs.truncate(at),
        2 => signs.push(b'A'),
        3 => signs[at] ^= 0x20,
        4 => signs = (0..random.usize(..200)).map(|_| random.u8(..)).collect(),
        _ => signs = awkward(random).into_bytes(),
    }
    if signs == token.as_bytes() { format!("{token}x") } else { encoded(&signs) }
}

async fn no_link_opens_but_the_right_one(db: Db) {
    let town = Town::found(db).await;
    let task = town.task().await;
    let link = town.link_to(&task, KARI).await;
    let token = link.trim_start_matches("/o/");
    for seed in 0..400 {
        let random = &mut Rng::with_seed(seed);
        let page = ["o", "minedata"][random.usize(..2)];
        let path = format!("/{page}/{}", near(token, random));
        if path.len() > 8_000 {
            continue;
        }
        let method = if random.u32(..4) == 0 { Method::GET } else { Method::POST };
        let answer = town.call(method.clone(), &path, &[("sec-fetch-site", "same-origin")]).await;
        let wanted = match method {
            // Looking asks for a press, whatever the link is; nothing is looked up for it.
            Method::GET => answer.status == StatusCode::OK || answer.status.is_client_error(),
            _ => answer.status.is_client_error(),
        };
        assert!(wanted, "seed {seed}: {path}: {answer:?}");
        answer.keeps_silent();
        repeats_nothing(&answer, seed);
        if !answer.body.is_empty() {
            assert_shielded(&answer);
        }
        if seed % 15 == 0 {
            // Those who guess must wait, and this one does.
            town.pass(TimeDelta::minutes(10));
        }
    }
    assert_eq!(town.views().await, []);
    town.pass(TimeDelta::minutes(10));
    assert!(town.now() < task.starts_at, "the link lives as long as the task");
    assert_eq!(Browser::default().press(&town, &link).await.status, StatusCode::OK);
}
