//! Whatever is typed: no reader fails, none takes long, and every word it points at is in the message.
//!
//! The texts come from seeds, so that a failure can be had again. `TANNHJUL_FUZZ_SECONDS=600 cargo test --release --test language -- --nocapture`
//! goes on for that long with a seed of its own, and says which text took longest.

use std::sync::Once;
use std::time::{Duration, Instant};

use fastrand::Rng;
use tannhjul::language::{ReplyContext, Span, absence, reply::read_reply, request};

use super::corpus::lines;

/// Longest that all readings of one text may take, in a build without optimisation on a busy machine.
const LIMIT: Duration = Duration::from_millis(500);

/// Every reader on `text`, within the time, with spans that lie in it.
fn read_all(text: &str) -> Duration {
    let now = "2026-11-21T12:00:00".parse().expect("a time");
    let fits = |span: &Span| text.get(span.start..span.end).is_some();
    let begun = Instant::now();
    for already_accepted in [false, true] {
        assert!(read_reply(text, ReplyContext { already_accepted }).because.iter().all(fits), "{text:?}");
    }
    let reading = request::read_request(text, now);
    assert!(reading.because.iter().all(|(_, span)| fits(span)), "{text:?}");
    request::read_change(text, now);
    assert!(request::health_words(text).iter().all(fits), "{text:?}");
    absence::read_absence(text, now);
    absence::read_rota_wish(text, now);
    begun.elapsed()
}

/// The tables are read at the first message, which is no message's slowness; nor is a machine that does something else in between.
fn read_in_time(text: &str) {
    static TABLES: Once = Once::new();
    TABLES.call_once(|| {
        read_all("");
    });
    let mut taken = read_all(text);
    for _ in 0..3 {
        if taken >= LIMIT {
            taken = taken.min(read_all(text));
        }
    }
    assert!(taken < LIMIT, "{taken:?} for {:?}", text.chars().take(200).collect::<String>());
}

/// Makes texts: of the words of the corpus, of its lines with slips in them, of two halves, of words of time, and of any characters.
struct Texts {
    lines: Vec<String>,
    words: Vec<String>,
    random: Rng,
}

/// What is most likely to be misread: numbers, marks and words of time, and what a program may stumble on.
const AWKWARD: [&str; 64] = [
    "kl",
    "kl.",
    "16",
    "-",
    "–",
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
    "½",
    "+",
    "#",
    "man.",
    "fre.",
    "uke",
    "v.",
    "53",
    "hver",
    "annenhver",
    "tirsdager",
    "til",
    "til og med",
    "t.o.m.",
    "f.o.m.",
    "ut",
    "juni",
    "den",
    "første",
    "siste",
    "i måneden",
    "halv",
    "kvart på",
    "ti over",
    "29.",
    "februar",
    "31.4.",
    "påske",
    "innen",
    "24:00",
    "25:99",
    "om",
    "Storgata",
    "5",
    "hos",
    "fru",
    "«",
    "?",
    "👍",
    "🤔",
    "🙋🏽‍♀️",
    "é",
    "ß",
    "İ",
    "\u{301}",
    "\u{200d}",
    "\n",
    "т",
];

impl Texts {
    fn new(random: Rng) -> Self {
        let text = |line: serde_json::Value| line["text"].as_str().expect("a text").to_owned();
        let lines: Vec<String> = ["replies_development.jsonl", "requests_development.jsonl"]
            .into_iter()
            .flat_map(lines)
            .map(text)
            .collect();
        let words = lines.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
        Self { lines, words, random }
    }

    fn next(&mut self) -> String {
        match self.random.u32(..5) {
            0 => self.words(),
            1 => self.line_with_slips(),
            2 => self.two_halves(),
            3 => self.awkward(),
            _ => (0..self.random.usize(..60)).map(|_| self.random.char(..)).collect(),
        }
    }

    fn line(&mut self) -> String {
        self.lines[self.random.usize(..self.lines.len())].clone()
    }

    fn words(&mut self) -> String {
        let words: Vec<&str> = (0..self.random.usize(1..40))
            .map(|_| self.words[self.random.usize(..self.words.len())].as_str())
            .collect();
        words.join(" ")
    }

    /// A letter left out, said twice, moved or mistyped.
    fn line_with_slips(&mut self) -> String {
        let mut chars: Vec<char> = self.line().chars().collect();
        for _ in 0..self.random.usize(1..6) {
            if chars.is_empty() {
                break;
            }
            let (at, other) = (self.random.usize(..chars.len()), self.random.usize(..chars.len()));
            match self.random.u32(..4) {
                0 => drop(chars.remove(at)),
                1 => chars.insert(at, chars[at]),
                2 => chars.swap(at, other),
                _ => chars[at] = self.random.char(..),
            }
        }
        chars.into_iter().collect()
    }

    fn two_halves(&mut self) -> String {
        let (first, second) = (self.line(), self.line());
        let cut = |text: &str, random: &mut Rng| random.usize(..=text.chars().count());
        let (end, start) = (cut(&first, &mut self.random), cut(&second, &mut self.random));
        first.chars().take(end).chain(second.chars().skip(start)).collect()
    }

    fn awkward(&mut self) -> String {
        let glue = if self.random.bool() { " " } else { "" };
        let words: Vec<&str> =
            (0..self.random.usize(1..14)).map(|_| AWKWARD[self.random.usize(..AWKWARD.len())]).collect();
        words.join(glue)
    }
}

#[test]
fn nothing_that_is_typed_makes_a_reader_fail() {
    let mut texts = Texts::new(Rng::with_seed(4));
    for _ in 0..3_000 {
        read_in_time(&texts.next());
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
        "Storgata 5 i ",
        "'",
        "å ",
        "kan ikke ",
        "sett meg opp på ",
        "hvis jeg må få ",
        "jo da vel nok så ",
        "en sjåfør og ",
        "kmmer sxllq ",
    ] {
        read_in_time(&piece.repeat(20_000 / piece.len()));
    }
}

/// Twice the text, about twice the time: nothing grows by the square or worse up to the length that is read at all.
#[test]
fn time_grows_with_length() {
    read_in_time("");
    for piece in ["kan ikke ", "hvis jeg må få ", "16-18 ", "Storgata 5 i ", "en sjåfør og "] {
        let least =
            |times: usize| (0..5).map(|_| read_all(&piece.repeat(times))).min().expect("five readings");
        let (short, long) = (least(25), least(100));
        assert!(long < short * 40 + Duration::from_millis(5), "{piece:?}: {short:?} and then {long:?}");
    }
}

/// As long as `TANNHJUL_FUZZ_SECONDS` says; without it not at all.
#[test]
fn for_a_long_time() {
    let Ok(seconds) = std::env::var("TANNHJUL_FUZZ_SECONDS") else { return };
    let seconds: u64 = seconds.parse().expect("TANNHJUL_FUZZ_SECONDS is a number of seconds");
    let random = Rng::new();
    println!("seed {}", random.get_seed());
    let mut texts = Texts::new(random);
    read_all("");
    let begun = Instant::now();
    let (mut count, mut slowest, mut text_of_it) = (0_u64, Duration::ZERO, String::new());
    while begun.elapsed() < Duration::from_secs(seconds) {
        let text = texts.next();
        // The least of a few readings: a machine that does something else in between is not the reader's slowness.
        if read_all(&text) > slowest {
            let taken = (0..5).map(|_| read_all(&text)).min().expect("five readings");
            if taken > slowest {
                (slowest, text_of_it) = (taken, text);
            }
        }
        count += 1;
    }
    println!("{count} texts; the slowest took {slowest:?} for all readers: {text_of_it:?}");
}

#[test]
fn an_empty_reply_accepts_nothing() {
    for text in ["", " ", "\n", ".", "...", "-"] {
        let reading = read_reply(text, ReplyContext::default());
        assert_eq!(reading.intent, tannhjul::language::Intent::Unrelated, "{text:?}");
    }
}
