//! The service killed (-9) a dozen times on each engine while people answer. `load --kill 200` does the same as often as one likes.

#[path = "../support/bot_api/mod.rs"]
#[expect(dead_code, unused_imports, reason = "what happens in a crash is a part of what can")]
mod bot_api;
#[path = "../support/crash/mod.rs"]
mod crash;
#[path = "../databases/mod.rs"]
mod databases;

use crash::Trial;
use databases::on_both_engines;

on_both_engines!(killed_a_dozen_times_it_breaks_no_rule);

const KILLS: usize = 12;
const SEED: u64 = 1;

async fn killed_a_dozen_times_it_breaks_no_rule(database_url: String) {
    let dir = tempfile::tempdir().expect("a directory");
    let trial = Trial {
        program: std::env::current_exe().expect("this program"),
        arguments: ["--exact", "the_service_that_is_killed", "--nocapture"].map(str::to_owned).into(),
        database_url,
        dir: dir.path().to_owned(),
        kills: KILLS,
        seed: SEED,
    };
    let verdict = trial.run().await.unwrap_or_else(|error| panic!("{error:#}"));
    println!("{verdict}");
    assert!(verdict.faults.is_empty(), "seed {SEED}\n{verdict}");
    // A trial in which nothing happened would prove nothing. How much does, depends on how fast the machine is.
    let happened = [verdict.answers, verdict.tasks, verdict.reminders.written, verdict.escalations.once];
    assert!(happened.iter().all(|count| *count > 0), "{verdict}");
}

/// Not a test: the process that the others start and kill is this program with only this in it.
#[test]
fn the_service_that_is_killed() {
    if crash::is_wanted() {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(crash::serve()).expect("it is served");
    }
}
