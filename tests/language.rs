//! The readers hold what they promise, on the corpus and on anything that can be typed.

use std::time::{Duration, Instant};

use serde_json::Value;
use tannhjul::language::understand::{understand_reply_line, understand_request_line};
use tannhjul::language::{Intent, ReplyContext, Span, absence, reply::read_reply, request};

/// Longest that one reading may take, in a build without optimisation on a busy machine.
const LIMIT: Duration = Duration::from_millis(500);

fn lines(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/corpus/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn understood(line: &Value, read: fn(&str) -> Result<String, String>) -> Value {
    serde_json::from_str(&read(&line.to_string()).expect("a line of the format")).expect("a line of JSON")
}

/// Share of `lines` for which `holds`.
fn share(lines: &[Value], holds: impl Fn(&Value) -> bool) -> f64 {
    let count = u32::try_from(lines.iter().filter(|line| holds(line)).count()).expect("a small corpus");
    f64::from(count) / f64::from(u32::try_from(lines.len()).expect("a small corpus"))
}

#[test]
fn replies_of_the_development_corpus() {
    let lines = lines("replies_development");
    let right = share(&lines, |line| understood(line, understand_reply_line)["intent"] == line["intent"]);
    assert!(right >= 0.97, "{right} of the intents are right");
    let others: Vec<Value> = lines.into_iter().filter(|line| line["intent"] != "accept").collect();
    let false_accepts = share(&others, |line| understood(line, understand_reply_line)["intent"] == "accept");
    assert!(false_accepts <= 0.005, "{false_accepts} of the others are read as accepted");
}

#[test]
fn requests_of_the_development_corpus() {
    let lines = lines("requests_development");
    for field in ["service", "people", "start", "end", "recurrence", "place"] {
        let right = share(&lines, |line| understood(line, understand_request_line)[field] == line[field]);
        assert!(right >= 0.96, "{right} of the field {field} are right");
    }
}

/// Every reader on `text`, within the time, with spans that lie in it.
fn read_all(text: &str) {
    let now = "2026-11-21T12:00:00".parse().expect("a time");
    let fits = |span: &Span| text.get(span.start..span.end).is_some();
    let begun = Instant::now();
    for already_accepted in [false, true] {
        assert!(read_reply(text, ReplyContext { already_accepted }).because.iter().all(fits));
    }
    let reading = request::read_request(text, now);
    assert!(reading.because.iter().all(|(_, span)| fits(span)));
    request::read_change(text, now);
    assert!(request::health_words(text).iter().all(fits));
    absence::read_absence(text, now);
    absence::read_rota_wish(text, now);
    assert!(begun.elapsed() < LIMIT, "{:?} for {text:?}", begun.elapsed());
}

#[test]
fn nothing_that_is_typed_makes_a_reader_fail() {
    let pieces = [
        "kl",
        "16",
        "-",
        "18",
        ".",
        ":",
        "/",
        "30",
        "12",
        "2026",
        "99999999999",
        "999999999",
        "4000000",
        "0",
        "i morgen",
        "neste",
        "uke",
        "53",
        "hver",
        "annenhver",
        "fredag",
        "tirsdager",
        "til",
        "og med",
        "ut",
        "juni",
        "den",
        "første",
        "siste",
        "i måneden",
        "halv",
        "kvart på",
        "ti over",
        "på",
        "Storgata",
        "5",
        "hos",
        "fru",
        "Hansen",
        "trenger",
        "to",
        "stk",
        "jeg",
        "kan",
        "ikke",
        "tar den",
        "men",
        "hvis",
        "?",
        "👍",
        "🤔",
        "ååå",
        "é",
        "ß",
        "İ",
        "\u{301}",
        "\u{200d}",
        "\n",
        ",",
        "-",
        "om",
        "fra",
        "29.",
        "februar",
        "31.4.",
        "påske",
        "jul",
        "innen",
        "senest",
        "24:00",
        "25:99",
        "½",
        "+",
        "#",
        "ja",
        "nei",
        "vi er",
        "pluss",
        "med",
        "en",
        "time",
        "timer",
        "minutter",
        "т",
        "мoжу",
    ];
    let mut random = fastrand::Rng::with_seed(4);
    for _ in 0..1_500 {
        let count = random.usize(1..14);
        let words: Vec<&str> = (0..count).map(|_| pieces[random.usize(..pieces.len())]).collect();
        let glue = if random.bool() { " " } else { "" };
        read_all(&words.join(glue));
    }
    for _ in 0..500 {
        let length = random.usize(..60);
        let text: String = (0..length).map(|_| random.char(..)).collect();
        read_all(&text);
    }
}

#[test]
fn the_longest_texts_take_bounded_time() {
    for piece in [
        "a",
        "å",
        "1",
        "1.",
        "kl 1-",
        "hver tirsdag og ",
        "ja, men ",
        "🤔",
        "Storgata 5 ",
        "'",
        "å ",
        "kan ikke ",
    ] {
        read_all(&piece.repeat(20_000 / piece.len()));
    }
}

#[test]
fn an_empty_reply_accepts_nothing() {
    for text in ["", " ", "\n", ".", "...", "-"] {
        assert_eq!(read_reply(text, ReplyContext::default()).intent, Intent::Unrelated, "{text:?}");
    }
}
