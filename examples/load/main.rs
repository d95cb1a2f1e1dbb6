//! Puts load on the service through a Bot API of its own, over HTTP on loopback, and checks every call that comes back.
//!
//! ```text
//! cargo build --release --bins --examples
//! target/release/examples/load                                  20 000 answers to 400 cards, as fast as they are taken; SQLite
//! target/release/examples/load --engine postgres --processes 2
//! target/release/examples/load --rate 500 --network-ms 40       at a steady pace, over a slow network
//! target/release/examples/load --country                        what a start and a tick cost with a thousand to a million tasks and the whole country
//! target/release/examples/load --rate 200 --kills 300           killed 300 times while 200 answers a second come in
//! target/release/examples/load --crash 200                      killed 200 times in a week of its clock, and every rule judged afterwards
//! target/release/examples/load --storm                          200 answers to one card within a second
//! ```
//!
//! `BENCHMARKS.md` has the protocol, so that another bot can be run against it, and the figures.

mod bot;
#[path = "../../tests/support/bot_api/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "only crashes are tried with the tests' Bot API, which is not made for speed"
)]
mod bot_api;
#[path = "../../tests/support/crash/mod.rs"]
mod crash;
mod database;
mod grow;
mod judge;
mod platform;
mod report;
mod town;
mod wire;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use clap::{Parser, ValueEnum};

use bot::{Process, Recipe};
use database::Database;
use platform::Platform;
use town::Size;

#[derive(Clone, Debug, Parser)]
pub struct Arguments {
    /// The bot's program [default: the one built beside this one]
    #[arg(long)]
    bot: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// How many processes serve the one bot; more than one needs Postgres
    #[arg(long, default_value_t = 1)]
    processes: usize,
    /// Whether answers come as replies to the card in the group, or as "ja #17" in private
    #[arg(long, value_enum, default_value = "group")]
    way: Way,
    #[arg(long)]
    webhook: bool,
    /// Answers handed out a second; 0: all at once
    #[arg(long, default_value_t = 0)]
    rate: u64,
    /// How long each answer of the Bot API takes on its way, in milliseconds
    #[arg(long, default_value_t = 0)]
    network_ms: u64,
    /// The Bot API keeps Telegram's limits, with 429 for whoever breaks them
    #[arg(long)]
    limits: bool,
    #[arg(long, default_value_t = 40)]
    groups: usize,
    /// People in each group
    #[arg(long, default_value_t = 50)]
    members: usize,
    /// Tasks that each group is asked about; everybody answers every one
    #[arg(long, default_value_t = 10)]
    tasks: usize,
    /// Places in each task
    #[arg(long, default_value_t = 10)]
    places: usize,
    /// 200 people of one group answer one card with 3 places within a second
    #[arg(long)]
    storm: bool,
    /// Longest to wait for the last receipt, in seconds
    #[arg(long, default_value_t = 120)]
    patience: u64,
    /// Fills the database with so many tasks first, with the people and messages of the whole country around them
    #[arg(long)]
    grow: Option<usize>,
    /// Fills a database with the whole country once for each number of tasks in `--sizes`, and tells what a start and a tick cost at each
    #[arg(long, conflicts_with = "grow")]
    country: bool,
    #[arg(long, value_delimiter = ',', default_value = "1000,10000,100000,1000000", requires = "country")]
    sizes: Vec<usize>,
    /// Volunteers in the country [default: 300 000 with `--country`, else as few as the tasks need]
    #[arg(long)]
    people: Option<usize>,
    /// With `--grow`: only tells what a start and a tick cost
    #[arg(long, requires = "grow")]
    ticks: bool,
    /// Stops and starts the processes in turn every so many seconds while the load goes on
    #[arg(long)]
    restart_every: Option<f64>,
    /// Kills a process (-9) at random instants, so often, and starts it again; receipts may then be said twice, and nothing else may go wrong
    #[arg(long, conflicts_with = "restart_every")]
    kills: Option<usize>,
    /// Kills the service (-9) so often, at random instants and where it hurts most, while people ask, answer and withdraw through a week of its
    /// clock; judges every rule that a crash could break, and prints the counts
    #[arg(long)]
    crash: Option<usize>,
    /// With `--crash`: the seed of what happens when
    #[arg(long, default_value_t = 1, requires = "crash")]
    seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Way {
    Group,
    Private,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if crash::is_wanted() {
        return crash::serve().await;
    }
    let mut arguments = Arguments::parse();
    if arguments.storm {
        arguments = Arguments { groups: 1, members: 200, tasks: 1, places: 3, rate: 200, ..arguments };
    }
    let mut passed = true;
    if arguments.country {
        for size in arguments.sizes.clone() {
            let people = Some(arguments.people.unwrap_or(grow::PEOPLE));
            passed &= run(&Arguments { grow: Some(size), ticks: true, people, ..arguments.clone() }).await?;
        }
    } else {
        passed = run(&arguments).await?;
    }
    std::process::exit(if passed { 0 } else { 1 });
}

async fn run(arguments: &Arguments) -> anyhow::Result<bool> {
    let dir = tempfile::Builder::new().prefix("tannhjul-load-").tempdir_in(scratch())?;
    let home = dir.path().join("bot");
    std::fs::create_dir(&home)?;
    let database_dir = dir.path().join("db");
    std::fs::create_dir(&database_dir)?;
    let database = match arguments.engine {
        Engine::Sqlite => Database::sqlite(&database_dir),
        Engine::Postgres => Database::postgres(&database_dir)?,
    };
    if let Some(kills) = arguments.crash {
        return crashes(&database, home, kills, arguments.seed).await;
    }
    let platform = Platform::start(Duration::from_millis(arguments.network_ms), arguments.limits).await?;
    let recipe = Recipe {
        binary: arguments.bot.clone().map_or_else(bot_beside, Ok)?,
        database_url: database.url.clone(),
        key_file: home.join("tannhjul.key"),
        api_url: format!("http://127.0.0.1:{}", platform.port),
        webhook: arguments.webhook,
        log: std::env::temp_dir().join("tannhjul-load.log"),
    };
    if arguments.engine == Engine::Postgres {
        let key: [u8; 32] = std::array::from_fn(|_| fastrand::u8(..));
        std::fs::write(
            &recipe.key_file,
            base64::Engine::encode(&base64::engine::general_purpose::STANDARD, key),
        )?;
    }
    if let Some(tasks) = arguments.grow {
        if arguments.ticks {
            grow::measure(arguments.engine, &database, &recipe, tasks, arguments.people).await?;
            return Ok(true);
        }
        grow::grow(arguments.engine, &database.url, tasks, arguments.people).await?;
    }
    let mut bots = Vec::new();
    for _ in 0..arguments.processes {
        bots.push(recipe.serve().await?);
    }
    platform.state().hosts = bots.iter().map(|bot| bot.address.clone()).collect();
    let size = Size {
        groups: arguments.groups,
        members: arguments.members,
        tasks: arguments.tasks,
        places: arguments.places,
    };
    town::settle(&recipe, &bots, &platform, size).await?;
    warm_up(&platform, size).await?;

    let before: Vec<_> = bots.iter().map(Process::used).collect();
    let own_before = bot::used("self");
    let began = Instant::now();
    let answers = hand_out(arguments, &platform, size);
    let restarts = restart(arguments, &recipe, &platform, &mut bots);
    let (answered, restarted) = tokio::join!(answers, restarts);
    let _ = answered?;
    let restarted = restarted?;
    let took = began.elapsed();
    // What is said twice comes after what is said once.
    tokio::time::sleep(Duration::from_millis(1000)).await;
    let used: Vec<_> = bots.iter().map(Process::used).collect();
    let own = bot::used("self");
    let ready_after = bots.iter().map(|bot| bot.ready_after).max().unwrap_or_default();
    for bot in bots {
        bot.stop().await?;
    }
    let megabytes = database.megabytes()?;
    let mut state = platform.state();
    state.judge.check_places(!arguments.webhook);
    let conflicts = state.conflicts;
    Ok(report::print(
        arguments,
        &mut state.judge,
        &report::Measured {
            took,
            cpu: used.iter().zip(&before).map(|(after, before)| after.cpu.saturating_sub(before.cpu)).sum(),
            own_cpu: own.cpu.saturating_sub(own_before.cpu),
            peak_mb: used.iter().map(|used| used.peak_mb).fold(0.0, f64::max),
            ready_after,
            megabytes,
            conflicts,
            restarted,
        },
    ))
}

/// Kills the service again and again, and prints what came of it. Whether every rule held.
async fn crashes(database: &Database, dir: PathBuf, kills: usize, seed: u64) -> anyhow::Result<bool> {
    let program = std::env::current_exe()?;
    let database_url = database.url.clone();
    let trial = crash::Trial { program, arguments: Vec::new(), database_url, dir, kills, seed };
    let began = Instant::now();
    let verdict = trial.run().await?;
    print!("seed {seed}, {:.0} s: {verdict}", began.elapsed().as_secs_f64());
    Ok(verdict.faults.is_empty())
}

/// Everybody answers the first task of their group, so that the service knows them. It is not measured.
async fn warm_up(platform: &Arc<Platform>, size: Size) -> anyhow::Result<()> {
    let firsts: Vec<_> = {
        let mut state = platform.state();
        let judge = &mut state.judge;
        let mut firsts = Vec::new();
        for group in 0..size.groups {
            let task =
                judge.tasks.iter().position(|task| task.group == group).context("a group has no card")?;
            for member in 0..size.members {
                let person = group * size.members + member;
                firsts.push((group, person, judge.tasks[task].card, judge.expect(person, task)));
            }
        }
        firsts
    };
    for some in firsts.chunks(500) {
        for (group, person, card, reply) in some {
            platform.says_in(*group, *person, "ja", Some(*card), Some(*reply));
        }
        let wanted = some.last().map_or(0, |(_, _, _, reply)| reply + 1);
        let done = platform.until(|state| (state.judge.receipts >= wanted).then_some(()));
        tokio::time::timeout(Duration::from_secs(120), done).await.with_context(|| {
            format!(
                "the bot gave {} of {wanted} receipts while it got to know people",
                platform.state().judge.receipts
            )
        })?;
    }
    // The cards are edited and the requester is told a little later.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let mut state = platform.state();
    let judge = &mut state.judge;
    let known: Vec<usize> = judge.replies.iter().map(|reply| reply.task).collect();
    judge
        .tasks
        .iter_mut()
        .enumerate()
        .filter(|(index, _)| known.contains(index))
        .for_each(|(_, task)| task.card = 0);
    *judge = judge::Judge {
        tasks: std::mem::take(&mut judge.tasks),
        by_number: std::mem::take(&mut judge.by_number),
        ..judge::Judge::default()
    };
    Ok(())
}

/// Hands out every answer and waits for every receipt; `Err` of the time being up leaves the judge to say what is missing.
async fn hand_out(arguments: &Arguments, platform: &Arc<Platform>, size: Size) -> anyhow::Result<bool> {
    let replies = {
        let mut state = platform.state();
        let judge = &mut state.judge;
        let mut replies = Vec::new();
        // Round after round, a task of every group in each, so that those of one task come close together as they do in life.
        let mut of_group: Vec<Vec<usize>> = vec![Vec::new(); size.groups];
        for (index, task) in judge.tasks.iter().enumerate().filter(|(_, task)| task.card != 0) {
            of_group[task.group].push(index);
        }
        for round in 0..size.tasks {
            for member in 0..size.members {
                for (group, tasks) in of_group.iter().enumerate() {
                    let Some(task) = tasks.get(round).copied() else { continue };
                    let person = group * size.members + member;
                    let reply = judge.expect(person, task);
                    replies.push((group, person, judge.tasks[task].card, judge.tasks[task].number, reply));
                }
            }
        }
        replies
    };
    let began = Instant::now();
    for (index, (group, person, card, number, reply)) in replies.iter().enumerate() {
        if arguments.rate > 0 {
            let at = began + Duration::from_secs_f64(index as f64 / arguments.rate as f64);
            tokio::time::sleep_until(at.into()).await;
        }
        match arguments.way {
            Way::Group => platform.says_in(*group, *person, "ja", Some(*card), Some(*reply)),
            Way::Private => platform.says(*person, &format!("ja #{number}"), Some(*reply)),
        }
    }
    let marks = if arguments.way == Way::Group { replies.len() } else { 0 };
    let done = platform
        .until(|state| (state.judge.receipts >= replies.len() && state.judge.marks >= marks).then_some(()));
    Ok(tokio::time::timeout(Duration::from_secs(arguments.patience), done).await.is_ok())
}

/// Stops or kills the processes in turn and starts them again, until every receipt has come. Gives how often.
async fn restart(
    arguments: &Arguments,
    recipe: &Recipe,
    platform: &Arc<Platform>,
    bots: &mut Vec<Process>,
) -> anyhow::Result<usize> {
    if arguments.restart_every.is_none() && arguments.kills.is_none() {
        return Ok(0);
    }
    let mut restarted = 0;
    loop {
        let pause = arguments.restart_every.unwrap_or_else(|| 0.05 + fastrand::f64() * 0.5);
        tokio::time::sleep(Duration::from_secs_f64(pause)).await;
        let is_over = {
            let state = platform.state();
            !state.judge.replies.is_empty() && state.judge.receipts >= state.judge.replies.len()
        };
        if is_over || arguments.kills.is_some_and(|kills| restarted >= kills) {
            return Ok(restarted);
        }
        let first = bots.remove(0);
        match arguments.kills {
            Some(_) => drop(first),
            None => first.stop().await?,
        }
        bots.push(recipe.serve().await?);
        platform.state().hosts = bots.iter().map(|bot| bot.address.clone()).collect();
        restarted += 1;
    }
}

/// Built beside this program: `target/release/examples/load` and `target/release/tannhjul`.
fn bot_beside() -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let dir = own.parent().and_then(|examples| examples.parent()).context("where is this program?")?;
    Ok(dir.join("tannhjul"))
}

/// A Postgres that root starts runs as somebody else, to whom root's own temporary directory may be closed.
fn scratch() -> PathBuf {
    std::env::var_os("LOAD_DIR").map_or_else(std::env::temp_dir, PathBuf::from)
}
