//! Whatever a file says: its faults are told with their lines, or it can be applied. The files come from seeds, so that a failure can be had again.

use chrono::DateTime;
use fastrand::Rng;

use super::{apply, read};
use crate::databases::on_both_engines;
use crate::fault::Faults;
use crate::store::Db;

on_both_engines!(what_has_no_faults_can_be_applied);

const FILES: [&str; 2] = [include_str!("small.toml"), include_str!("../../examples/fjellvik.toml")];

/// What people and programs write in the wrong place.
const AWKWARD: [&str; 26] = [
    "\"\"",
    "0",
    "-1",
    "1.5",
    "1e400",
    "nan",
    "true",
    "[]",
    "[[]]",
    "{}",
    "\"🤷\"",
    "\"\\u0000\"",
    "\"'; DROP TABLE person; --\"",
    "2026-02-30",
    "2026-09-01",
    "\"* * * * *\"",
    "\"61 25 * * *\"",
    "\"Europe/Olso\"",
    "\"99999999999999\"",
    "9223372036854775808",
    "\"anne\"",
    "[\"anne\", \"anne\"]",
    "[\"\\u0000\"]",
    "[\"\"]",
    "\"fjellvik-il\"",
    "\"1h 99999999999min\"",
];

/// One of the files after some slips: lines lost, doubled or moved, values put in from elsewhere, letters mistyped.
fn file(random: &mut Rng, most_slips: usize) -> String {
    let mut lines: Vec<String> = FILES[random.usize(..2)].lines().map(str::to_owned).collect();
    for _ in 0..random.usize(1..=most_slips) {
        let (at, other) = (random.usize(..lines.len()), random.usize(..lines.len()));
        match random.u32(..7) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(other, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => {
                let mut letters: Vec<char> = lines[at].chars().collect();
                let place = random.usize(..=letters.len());
                letters.insert(place, random.char(..));
                lines[at] = letters.into_iter().collect();
            }
            4 => lines[at] = lines[at].chars().skip(1).collect(),
            _ => {
                let value = match lines[other].split_once('=') {
                    Some((_, value)) if random.bool() => value.to_owned(),
                    _ => format!(" {}", AWKWARD[random.usize(..AWKWARD.len())]),
                };
                let name = lines[at].split('=').next().unwrap_or_default().trim_end().to_owned();
                lines[at] = format!("{name} ={value}");
            }
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join(if random.u32(..10) == 0 { "\r\n" } else { "\n" })
}

#[test]
fn every_fault_has_its_line_and_says_what_to_do() {
    let (mut faulty, mut good) = (0, 0);
    for seed in 0..500 {
        let text = file(&mut Rng::with_seed(seed), 3);
        let Err(faults) = read(&text) else {
            good += 1;
            continue;
        };
        faulty += 1;
        let lines = text.lines().count().max(1);
        for fault in faults.iter() {
            assert!(!fault.what.trim().is_empty(), "seed {seed}");
            assert!(fault.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "seed {seed}: {fault}");
        }
        assert!(faults.iter().count() <= lines * 10, "seed {seed}: {} faults", faults.iter().count());
    }
    assert!(faulty > 200 && good > 20, "{faulty} faulty, {good} good: both kinds were tried");
}

#[test]
fn no_text_makes_the_reader_fail() {
    for seed in 0..1_000 {
        let random = &mut Rng::with_seed(seed);
        let signs = [
            "[[",
            "]]",
            "[",
            "]",
            "=",
            "\"",
            "\"\"\"",
            "'",
            "#",
            "\n",
            ".",
            "{",
            "}",
            ",",
            "municipality",
            "person",
            "key",
        ];
        let sign = |random: &mut Rng| match random.u32(..4) {
            0 => random.char(..).to_string(),
            _ => signs[random.usize(..signs.len())].to_owned(),
        };
        let text: String = (0..random.usize(..60)).map(|_| sign(random)).collect();
        let _ = read(&text);
    }
    for deep in ["[", "{a=", "a.", "[["] {
        let _ = read(&format!("a={}", deep.repeat(20_000)));
    }
}

/// The small file with one value that is another's, or none of anybody's.
fn one_wrong_value(random: &mut Rng) -> String {
    let mut lines: Vec<String> = FILES[0].lines().map(str::to_owned).collect();
    let values: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains('=')).collect();
    let at = values[random.usize(..values.len())];
    let name = lines[at].split('=').next().unwrap_or_default().trim_end().to_owned();
    lines[at] = format!("{name} = {}", AWKWARD[random.usize(..AWKWARD.len())]);
    lines.join("\n")
}

/// One after the other on the same database, as somebody does who goes on working on a file.
async fn what_has_no_faults_can_be_applied(db: Db) -> anyhow::Result<()> {
    let now = DateTime::from_timestamp(1_795_255_200, 0).expect("an instant");
    let mut applied = 0;
    for seed in 0..600 {
        let random = &mut Rng::with_seed(seed);
        let text = if random.u32(..6) == 0 { file(random, 1) } else { one_wrong_value(random) };
        if read(&text).is_err() {
            continue;
        }
        match apply(&db, &text, now).await {
            Ok(_) => applied += 1,
            // What only the database knows can be a fault of the file's too.
            Err(error) => assert!(error.is::<Faults>(), "seed {seed}: {error:#}\n{text}"),
        }
    }
    assert!(applied > 30, "{applied}");
    Ok(())
}
