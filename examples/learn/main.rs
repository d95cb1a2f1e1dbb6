//! Learns the weights of the second opinions from the development corpus, and writes them where the program has them: `cargo run --release --example learn`.
//!
//! Multinomial logistic regression with a squared penalty, by stochastic steps whose length shrinks with what a weight has moved (AdaGrad; Duchi,
//! Hazan and Singer 2011). Nothing is left to chance: the same corpus gives the same tables.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use serde::Deserialize;
use tannhjul::domain::service::ServiceKind;
use tannhjul::language::opinion::{
    ANSWERS, Answer, Family, SERVICES, Weights, chances, parts_of_reply, parts_of_request, telling,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const REPLIES: &str = "tests/corpus/replies_development.jsonl";
/// Whole requests, and messages of which only the service is told.
const REQUESTS: [&str; 2] =
    ["tests/corpus/requests_development.jsonl", "tests/corpus/services_development.jsonl"];
const VOCABULARY: &str = "src/language/vocabulary";

/// A part that fewer messages have is left out.
const FEWEST: u32 = 3;
/// A part none of whose weights reaches this is left out.
const LEAST: f32 = 0.7;
/// How little a weight costs: the inverse of the penalty.
const FREEDOM: f32 = 10.0;
const ROUNDS: usize = 40;
const STEP: f32 = 0.1;

#[derive(Deserialize)]
struct Reply {
    text: String,
    intent: String,
    context: Context,
}

#[derive(Deserialize)]
struct Context {
    #[serde(default)]
    already_accepted: bool,
}

#[derive(Deserialize)]
struct Request {
    text: String,
    service: String,
}

/// A message as its parts, and of which kind it is.
struct Example {
    parts: BTreeMap<String, Family>,
    kind: usize,
}

/// An example's known parts, by number, each with its share.
struct Message {
    parts: Vec<(usize, f32)>,
    kind: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let replies: Vec<Example> = read::<Reply>(REPLIES)?.iter().map(reply).collect::<Result<_, _>>()?;
    write::<ANSWERS>("reply", &Answer::ALL.map(|answer| format!("{answer:?}")), &replies)?;
    let mut requests = Vec::new();
    for file in REQUESTS {
        requests.extend(read::<Request>(file)?.iter().map(request).collect::<Result<Vec<_>, _>>()?);
    }
    write::<SERVICES>("request", &ServiceKind::ALL.map(|service| service.as_str().to_owned()), &requests)
}

fn read<T: for<'a> Deserialize<'a>>(file: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let path = format!("{ROOT}/{file}");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn reply(reply: &Reply) -> Result<Example, String> {
    let mut parts = BTreeMap::new();
    parts_of_reply(&reply.text, reply.context.already_accepted, &mut |family, part| {
        parts.insert(part.to_owned(), family);
    });
    let answer = match reply.intent.as_str() {
        "accept" => Answer::Accept,
        "decline" | "withdraw" => Answer::Refuse,
        "maybe" => Answer::Maybe,
        "conditional" => Answer::Conditional,
        "question" => Answer::Question,
        "late" => Answer::Late,
        "done" => Answer::Done,
        "unrelated" => Answer::Unrelated,
        other => return Err(format!("no such intent: {other}")),
    };
    Ok(Example { parts, kind: answer as usize })
}

fn request(request: &Request) -> Result<Example, String> {
    let mut parts = BTreeMap::new();
    parts_of_request(&request.text, &mut |family, part| {
        parts.insert(part.to_owned(), family);
    });
    let kind = ServiceKind::ALL.iter().position(|service| service.as_str() == request.service);
    Ok(Example { parts, kind: kind.ok_or_else(|| format!("no such service: {}", request.service))? })
}

fn write<const KINDS: usize>(
    of: &str,
    kinds: &[String; KINDS],
    examples: &[Example],
) -> Result<(), Box<dyn Error>> {
    let messages = u32::try_from(examples.len())?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    examples.iter().flat_map(|example| example.parts.keys()).for_each(|part| {
        *counts.entry(part).or_default() += 1;
    });
    counts.retain(|_, count| *count >= FEWEST);
    let candidates = counts.len();
    // Weights are learned twice: for all parts, and for those that turned out to say something.
    let (_, weights) = learn::<KINDS>(&messages_of(examples, &counts), counts.len());
    let mut says = weights.iter().map(|weights| weights.iter().any(|weight| weight.abs() >= LEAST));
    counts.retain(|_, _| says.next().unwrap_or_default());
    let (bias, weights) = learn::<KINDS>(&messages_of(examples, &counts), counts.len());
    let mut table = format!(
        "# Written by `cargo run --release --example learn`. In how many messages the part is; in tenths, what it speaks for\n\
         # ({});\n\
         # the part: words, or after ~ a piece of a word. First all messages, and what speaks where nothing is known.\n",
        kinds.join(", ")
    );
    line(&mut table, messages, &bias, "")?;
    let mut parts = counts.iter().zip(&weights);
    parts.try_for_each(|((part, count), weights)| line(&mut table, *count, weights, part))?;
    fs::write(format!("{ROOT}/{VOCABULARY}/{of}/weights.txt"), table)?;
    println!("{of}: {} of {candidates} parts of {messages} messages", counts.len());
    Ok(())
}

fn line<const KINDS: usize>(
    table: &mut String,
    count: u32,
    weights: &Weights<KINDS>,
    part: &str,
) -> std::fmt::Result {
    write!(table, "{count}")?;
    for weight in weights {
        write!(table, " {}", (weight * 10.0).round() as i32)?;
    }
    writeln!(table, " {part}")
}

fn messages_of(examples: &[Example], counts: &BTreeMap<&str, u32>) -> Vec<Message> {
    let messages = u32::try_from(examples.len()).unwrap_or(u32::MAX);
    let numbers: HashMap<&str, usize> = counts.keys().enumerate().map(|(at, part)| (*part, at)).collect();
    let telling: Vec<f32> = counts.values().map(|count| telling(messages, *count)).collect();
    let message =
        |example: &Example| Message { parts: shares(&example.parts, &numbers, &telling), kind: example.kind };
    examples.iter().map(message).collect()
}

/// The known parts of a message; those of a family have the length one together.
fn shares(
    parts: &BTreeMap<String, Family>,
    numbers: &HashMap<&str, usize>,
    telling: &[f32],
) -> Vec<(usize, f32)> {
    let of = |wanted: Family| {
        let known: Vec<usize> = parts
            .iter()
            .filter(|(_, family)| **family == wanted)
            .filter_map(|(part, _)| numbers.get(part.as_str()).copied())
            .collect();
        let length = known.iter().map(|&at| telling[at] * telling[at]).sum::<f32>().sqrt();
        known.into_iter().map(move |at| (at, telling[at] / length)).collect::<Vec<_>>()
    };
    [of(Family::Phrase), of(Family::Letters)].concat()
}

fn learn<const KINDS: usize>(messages: &[Message], parts: usize) -> (Weights<KINDS>, Vec<Weights<KINDS>>) {
    let penalty = 1.0 / (FREEDOM * messages.len() as f32);
    let mut bias = ([0.0; KINDS], [0.0; KINDS]);
    let mut weights = vec![([0.0; KINDS], [0.0; KINDS]); parts];
    // Messages of one kind stand together in the corpus: taken by a stride without a common divisor they come mixed, and each once.
    let stride = (messages.len() / 2..).find(|stride| divisor(*stride, messages.len()) == 1).unwrap_or(1);
    for round in 0..ROUNDS {
        for at in 0..messages.len() {
            let message = &messages[(at * stride + round) % messages.len()];
            let mut sums = bias.0;
            for (part, share) in &message.parts {
                sums.iter_mut().zip(weights[*part].0).for_each(|(sum, weight)| *sum += share * weight);
            }
            let mut error = chances(sums);
            error[message.kind] -= 1.0;
            step(&mut bias, &error, 1.0, 0.0);
            for (part, share) in &message.parts {
                step(&mut weights[*part], &error, *share, penalty);
            }
        }
    }
    (bias.0, weights.into_iter().map(|(weights, _)| weights).collect())
}

/// Moves weights against their slope, by less the more they have moved already.
fn step<const KINDS: usize>(
    (weights, moved): &mut (Weights<KINDS>, Weights<KINDS>),
    error: &Weights<KINDS>,
    share: f32,
    penalty: f32,
) {
    for ((weight, moved), error) in weights.iter_mut().zip(moved).zip(error) {
        let slope = error * share + penalty * *weight;
        *moved += slope * slope;
        *weight -= STEP * slope / (moved.sqrt() + 1e-6);
    }
}

fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}
