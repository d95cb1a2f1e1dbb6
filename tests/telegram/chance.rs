//! Whatever an update holds: it is read without a fault into things that are bounded and can be stored, and a group's own talk stays in the group.
//! The updates come from seeds, so that a failure can be had again.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};
use tannhjul::chat::incoming::{AccountRef, Event};
use tannhjul::chat::telegram::parse::update_id;
use tannhjul::chat::{ChatKind, Incoming, Sender};

use crate::parsing::{paths, read, seen};

/// Longest text that leaves the reader, in characters.
const TEXT_MAX: usize = 4096;

/// What programs have stumbled on.
fn awkward(random: &mut Rng) -> Value {
    let numbers =
        [0, -1, 1, i64::MAX, i64::MIN, 1_087_968_824, 136_817_688, 777_000, 42, -1_001_000_000_001, 1 << 53];
    let texts = [
        "",
        " ",
        "\0ja\0",
        "/start",
        "/start@tannhjul_bot x",
        "/@",
        "@tannhjul_bot",
        "\u{202e}ja",
        "private",
        "\n\n",
    ];
    match random.u32(..9) {
        0 => Value::Null,
        1 => random.bool().into(),
        2 => numbers[random.usize(..numbers.len())].into(),
        3 => json!(random.f64() * 1e18),
        4 => texts[random.usize(..texts.len())].into(),
        5 => (0..random.usize(..80)).map(|_| random.char(..)).collect::<String>().into(),
        6 => {
            ["ja ", "\u{301}", "🙋🏽‍♀️", "/", "\0", "«"][random.usize(..6)].repeat(random.usize(1..6_000)).into()
        }
        7 => (0..random.usize(1..300)).fold(Value::from("ja"), |inner, _| json!([inner])),
        _ => {
            json!({ "id": random.i64(..), "is_bot": random.bool(), "first_name": random.char(..).to_string() })
        }
    }
}

/// An update that was seen in the wild, with parts of it taken out, made awkward, or put in from another.
fn update(seen: &[Value], random: &mut Rng) -> Value {
    let mut update = seen[random.usize(..seen.len())].clone();
    for _ in 0..random.usize(1..5) {
        let here = paths(&update, String::new());
        let path = &here[random.usize(..here.len())];
        let new = match random.u32(..3) {
            0 => {
                let other = &seen[random.usize(..seen.len())];
                let there = paths(other, String::new());
                other.pointer(&there[random.usize(..there.len())]).expect("a path").clone()
            }
            _ => awkward(random),
        };
        match path.rsplit_once('/') {
            Some((above, key)) if random.u32(..4) == 0 => match update.pointer_mut(above).expect("a path") {
                Value::Object(parts) => drop(parts.remove(key)),
                Value::Array(parts) => parts.clear(),
                _ => {}
            },
            _ => *update.pointer_mut(path).expect("a path") = new,
        }
    }
    update
}

/// What every reading keeps to, whatever was read.
fn check(incoming: Incoming, seed: u64) {
    let is_text = |text: &str| text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    if let Event::Said { text, reply_to, .. } = &incoming.event {
        assert!(text.chars().count() <= TEXT_MAX, "seed {seed}: {} characters", text.chars().count());
        assert!(is_text(text), "seed {seed}: {text:?}");
        let is_for_the_bot = incoming.chat.kind == ChatKind::Private || reply_to.is_some();
        assert!(is_for_the_bot || text.starts_with('/'), "seed {seed}: a group's own talk: {incoming:?}");
    }
    // It is stored as JSON, with names that people may be shown.
    let stored = serde_json::to_string(&incoming).expect("it can be stored");
    let incoming =
        serde_json::from_str::<Incoming>(&stored).expect("it can be read again").with_clean_names();
    let mut names = vec![incoming.chat.title];
    let mut name = |account: AccountRef| names.push(account.name);
    if let Sender::Account(account) = incoming.sender {
        name(account);
    }
    if let Event::MemberPresent { account, .. } = incoming.event {
        name(account);
    }
    for name in names {
        assert!(!name.trim().is_empty() && name.chars().count() <= 256, "seed {seed}: {name:?}");
        assert!(
            !name.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)),
            "seed {seed}: {name:?}"
        );
    }
}

#[test]
fn no_update_makes_the_reader_fail() {
    let seen: Vec<Value> = seen().map(|(_, update)| update).collect();
    let mut said_something = 0;
    for seed in 0..5_000 {
        let random = &mut Rng::with_seed(seed);
        let update = update(&seen, random);
        let incoming = read(&update);
        let numbers: BTreeSet<&str> = incoming.iter().map(|incoming| incoming.update.as_str()).collect();
        assert_eq!(numbers.len(), incoming.len(), "seed {seed}: each has a number of its own");
        said_something += usize::from(!incoming.is_empty());
        incoming.into_iter().for_each(|incoming| check(incoming, seed));
    }
    assert!(said_something > 1_000, "{said_something}: enough of them mean something");
}

#[test]
fn no_bytes_make_the_reader_fail() {
    let seen: Vec<String> = seen().map(|(_, update)| update.to_string()).collect();
    for seed in 0..5_000 {
        let random = &mut Rng::with_seed(seed);
        let mut bytes = seen[random.usize(..seen.len())].clone().into_bytes();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(..bytes.len());
            match random.u32(..4) {
                0 => bytes[at] = random.u8(..),
                1 => bytes.truncate(at + 1),
                2 => bytes.insert(at, b"{}[]\",:\\u0-e"[random.usize(..12)]),
                _ => drop(bytes.remove(at)),
            }
            if bytes.is_empty() {
                break;
            }
        }
        update_id(&String::from_utf8_lossy(&bytes));
        if let Ok(update) = serde_json::from_slice::<Value>(&bytes) {
            read(&update).into_iter().for_each(|incoming| check(incoming, seed));
        }
    }
}
