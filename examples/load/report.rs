//! What a run gave, in a form to be read and kept.

use std::time::Duration;

use super::judge::Judge;
use super::{Arguments, Way};

pub struct Measured {
    /// From the first answer handed out to the last receipt.
    pub took: Duration,
    pub cpu: Duration,
    pub own_cpu: Duration,
    pub peak_mb: f64,
    pub ready_after: Duration,
    pub megabytes: f64,
    pub conflicts: u64,
    pub restarted: usize,
}

/// Prints the figures; whether everything was right.
pub fn print(arguments: &Arguments, judge: &mut Judge, measured: &Measured) -> bool {
    let replies = judge.replies.len();
    let lost = replies - judge.receipts;
    let unmarked = if arguments.way == Way::Group { replies - judge.marks } else { 0 };
    let first = judge.replies.iter().filter_map(|reply| reply.handed_out).min();
    let last = judge
        .replies
        .iter()
        .filter_map(|reply| Some(reply.receipt?.0.max(reply.marked.unwrap_or(reply.receipt?.0))))
        .max();
    let span = first.zip(last).map_or(measured.took, |(first, last)| last - first);
    let per_reply = |all: Duration| all.as_secs_f64() * 1e6 / replies.max(1) as f64;
    println!(
        "{:?}, {} process(es), {:?}, {}{}{}: {replies} replies to {} cards of {} places",
        arguments.engine,
        arguments.processes,
        arguments.way,
        if arguments.webhook { "webhook" } else { "getUpdates" },
        if arguments.rate > 0 { format!(", {} a second", arguments.rate) } else { String::new() },
        if arguments.network_ms > 0 {
            format!(", {} ms network", arguments.network_ms)
        } else {
            String::new()
        },
        arguments.groups * arguments.tasks,
        arguments.places,
    );
    println!("  {:.0} replies/s over {:.2} s", replies as f64 / span.as_secs_f64(), span.as_secs_f64());
    let latencies = judge.latencies();
    let at = |part: f64| {
        let index = ((latencies.len() as f64 * part) as usize).min(latencies.len().saturating_sub(1));
        latencies.get(index).map_or(0.0, |took| took.as_secs_f64() * 1e3)
    };
    println!("  hand-out to receipt: p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms", at(0.5), at(0.99), at(1.0));
    println!(
        "  bot: {:.0} µs of processor a reply, peak {:.1} MB, ready after {:.0} ms; load program: {:.0} µs a reply; database {:.1} MB",
        per_reply(measured.cpu),
        measured.peak_mb,
        measured.ready_after.as_secs_f64() * 1e3,
        per_reply(measured.own_cpu),
        measured.megabytes,
    );
    let mut calls: Vec<_> = judge.counts.calls.iter().collect();
    calls.sort();
    println!(
        "  calls: {}",
        calls.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    );
    let most = |of: &std::collections::HashMap<i64, u64>| of.values().max().copied().unwrap_or(0);
    println!(
        "  in the busiest group: {} messages, {} edits; refused with 429: {}; polls that met another: {}; restarts and kills: {}",
        most(&judge.counts.group_messages),
        most(&judge.counts.group_edits),
        judge.counts.refused,
        measured.conflicts,
        measured.restarted,
    );
    println!(
        "  lost {lost}, twice {}, without mark {unmarked}, other faults {}",
        judge.doubles,
        judge.faults.len()
    );
    for fault in judge.faults.iter().take(10) {
        println!("    {fault}");
    }
    let may_double = arguments.kills.is_some();
    lost == 0 && (may_double || judge.doubles == 0) && unmarked == 0 && judge.faults.is_empty()
}
