//! How long a message takes to read: under 50 µs a reply, under 200 µs a request, on an idle machine. `cargo bench --bench language`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tannhjul::language::{ReplyContext, reply::read_reply, request::read_request};

fn texts(name: &str) -> Vec<String> {
    let path = format!("{}/tests/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
    let lines = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let text = |line: &str| -> Option<String> {
        Some(serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str()?.to_owned())
    };
    lines.lines().filter_map(text).collect()
}

/// Every message of the corpus in turn; the figure criterion prints as throughput is messages a second.
fn whole_corpus(criterion: &mut Criterion, name: &str, texts: &[String], read: impl Fn(&str)) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function("the corpus", |bencher| bencher.iter(|| texts.iter().for_each(|text| read(text))));
    let longest = texts.iter().max_by_key(|text| text.len()).expect("a corpus");
    group.throughput(Throughput::Elements(1));
    group.bench_function("its longest message", |bencher| bencher.iter(|| read(black_box(longest))));
    group.finish();
}

fn replies(criterion: &mut Criterion) {
    whole_corpus(criterion, "replies", &texts("replies_development.jsonl"), |text| {
        black_box(read_reply(text, ReplyContext::default()));
    });
}

fn requests(criterion: &mut Criterion) {
    let now = "2026-11-21T12:00:00".parse().expect("a time");
    whole_corpus(criterion, "requests", &texts("requests_development.jsonl"), |text| {
        black_box(read_request(text, now));
    });
}

criterion_group!(benches, replies, requests);
criterion_main!(benches);
