//! A guard against getting worse: messages whose reading is known.
//!
//! The rules were written with these in view and the weights learned from them, so the shares say nothing of messages that nobody has seen. To measure that, write a file of new
//! messages in the same format and run `tannhjul understand reply` (or `request`) on it before looking at the answers.

use std::path::PathBuf;

use serde_json::Value;
use tannhjul::language::understand::{understand_reply_line, understand_request_line};

pub fn lines(name: &str) -> Vec<Value> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// What a line should say and what it says, side by side.
fn understood(name: &str, read: fn(&str) -> Result<String, String>) -> Vec<(Value, Value)> {
    let read = |line: &Value| read(&line.to_string()).expect("a line of the format");
    let both = |line: Value| {
        let reading = serde_json::from_str(&read(&line)).expect("a line of JSON");
        (line, reading)
    };
    lines(name).into_iter().map(both).collect()
}

/// Share of `pairs` for which `holds`.
fn share<'a>(pairs: impl Iterator<Item = &'a (Value, Value)>, holds: impl Fn(&Value, &Value) -> bool) -> f64 {
    let (mut right, mut all) = (0.0, 0.0);
    for (gold, reading) in pairs {
        all += 1.0;
        right += f64::from(u8::from(holds(gold, reading)));
    }
    right / all
}

#[test]
fn replies() {
    let pairs = understood("replies_development.jsonl", understand_reply_line);
    let right = share(pairs.iter(), |gold, reading| gold["intent"] == reading["intent"]);
    // The last batches are the border of what a yes is.
    assert!(right >= 0.975, "{right} of the intents are right");
    let accepts = |(gold, _): &&(Value, Value)| gold["intent"] == "accept";
    let false_accepts =
        share(pairs.iter().filter(|pair| !accepts(pair)), |_, reading| reading["intent"] == "accept");
    assert!(false_accepts <= 0.002, "{false_accepts} of the others are read as accepted");
    let people = share(pairs.iter().filter(accepts), |gold, reading| gold["people"] == reading["people"]);
    assert!(people >= 0.92, "{people} of those who accept are counted right");
    let withdrawals = pairs.iter().filter(|(gold, _)| gold["intent"] == "withdraw");
    let withdrawn = share(withdrawals, |_, reading| reading["intent"] == "withdraw");
    assert!(withdrawn >= 0.98, "{withdrawn} of the withdrawals are found");
}

#[test]
fn requests() {
    let pairs = understood("requests_development.jsonl", understand_request_line);
    for field in ["service", "people", "start", "end", "recurrence"] {
        let right = share(pairs.iter(), |gold, reading| gold[field] == reading[field]);
        assert!(right >= 0.98, "{right} of the field {field} are right");
    }
    let place = share(pairs.iter(), |gold, reading| {
        let alternatives = gold["place_alt"].as_array().into_iter().flatten();
        std::iter::once(&gold["place"]).chain(alternatives).any(|place| *place == reading["place"])
    });
    assert!(place >= 0.95, "{place} of the places are right");
}

#[test]
fn every_line_has_an_id_of_its_own() {
    for name in ["replies_development.jsonl", "requests_development.jsonl", "services_development.jsonl"] {
        let lines = lines(name);
        let ids: std::collections::HashSet<&str> =
            lines.iter().filter_map(|line| line["id"].as_str()).collect();
        assert_eq!(ids.len(), lines.len(), "{name}");
    }
}

/// Whoever adds messages has the weights learned anew: `cargo run --release --example learn`.
#[test]
fn the_weights_are_learned_from_all_messages() {
    let tables = [
        ("reply", ["replies_development.jsonl"].as_slice()),
        ("request", ["requests_development.jsonl", "services_development.jsonl"].as_slice()),
    ];
    for (reader, files) in tables {
        let table = format!("{}/src/language/vocabulary/{reader}/weights.txt", env!("CARGO_MANIFEST_DIR"));
        let table = std::fs::read_to_string(&table).unwrap_or_else(|error| panic!("{table}: {error}"));
        let first = table.lines().find(|line| !line.starts_with('#')).expect("a line");
        let learned = first.split(' ').next().and_then(|count| count.parse::<usize>().ok());
        let messages = files.iter().map(|file| lines(file).len()).sum();
        assert_eq!(learned, Some(messages), "{reader}");
    }
}
