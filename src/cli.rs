//! The command line.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use chrono::NaiveDateTime;
use clap::{Parser, Subcommand};

use crate::app::backup::Resume;
use crate::clock::Clock;
use crate::config::{self, Flags, LogFormat, Settings};
use crate::language::understand;
use crate::store::Db;
use crate::{app, apply};

/// A volunteer dispatcher in chat: a request becomes a task, replies fill it, nobody is forgotten.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the service (the same as no command)
    Serve,
    /// Serves a made-up municipality from a temporary database, with a clock that can be moved
    Demo {
        /// When its first day begins, on the wall clock, such as 2026-11-21T11:00 [default: today at 11:00]
        #[arg(long, value_parser = wall_clock)]
        clock: Option<NaiveDateTime>,
    },
    /// Makes or updates a municipality from a file; prints the codes for joining as JSON
    Apply { file: PathBuf },
    /// Reads JSON Lines of messages and writes what was understood
    Understand { what: Understand },
    /// Makes an API token for a municipality and prints it; it is shown only this once
    Token {
        /// The municipality's key
        municipality: String,
        /// It expires after so many days [default: it never does]
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=3650), conflicts_with_all = ["list", "revoke"])]
        days: Option<u16>,
        /// Makes none, but lists those that nobody has ended, by number
        #[arg(long, conflicts_with = "revoke")]
        list: bool,
        /// Makes none, but ends the token with this number
        #[arg(long, value_name = "NUMBER")]
        revoke: Option<i64>,
    },
    /// Erases somebody of a municipality's file who has asked for it by letter: as «slett meg» does in chat
    Erase {
        /// The municipality's key
        municipality: String,
        /// The person's key
        person: String,
    },
    /// Lists the open tasks of every municipality
    Tasks {
        #[arg(long)]
        json: bool,
    },
    /// Shows what happens to a task if nobody answers, with clock times
    Plan {
        /// Its number, such as 17
        task: i64,
        /// The municipality's key; needed where there are several
        #[arg(long)]
        municipality: Option<String>,
        #[arg(long)]
        json: bool,
    },
    /// Prints the misread messages that people let the maintainers keep, as JSON Lines in the format of `understand`
    Misread,
    /// Finds what is wrong before users do: settings, database, duty, groups, people, tasks; fails (1) if something must be mended
    Check {
        #[arg(long)]
        json: bool,
    },
    /// Copies the database to a new file while the service runs, reads the copy back, and notes that a backup was made
    Backup {
        /// A file that is not there yet
        #[arg(required_unless_present = "noted")]
        file: Option<PathBuf>,
        /// Only notes that a backup was made in another way, just now
        #[arg(long, conflicts_with = "file")]
        noted: bool,
    },
    /// Says that the database was put back in a way that does not show (a file copied, a dump read into the same database)
    Restored,
    /// Lists what is withheld since the database was put back; or says what becomes of it
    Resume {
        /// Sends it, perhaps for the second time
        #[arg(long, conflicts_with = "drop")]
        send: bool,
        /// Leaves it unsaid
        #[arg(long)]
        drop: bool,
    },
    /// Writes the municipalities' own data to a new folder, as CSV and JSON: tasks, answers as counts, amounts for each club
    Export { folder: PathBuf },
    /// Asks a running service whether it is ready; fails if not
    Healthcheck,
    /// Brings the database up to date
    Migrate,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Understand {
    Reply,
    Request,
}

/// The program. It is here and not in the binary, so that no future is compiled twice.
pub fn main() -> ExitCode {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.thread_stack_size(crate::STACK_BYTES).enable_all();
    let runtime = runtime.build().expect("a runtime, for which there must be threads");
    match runtime.block_on(run()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tannhjul: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> anyhow::Result<ExitCode> {
    let Arguments { flags, command } = Arguments::parse();
    if let Some(Command::Understand { what }) = command {
        return understand_lines(what).map(|()| ExitCode::SUCCESS);
    }
    let settings = config::load(&flags)?;
    start_log(&settings);
    match command.unwrap_or(Command::Serve) {
        Command::Serve => app::serve(settings).await,
        Command::Demo { clock } => app::demo(settings, clock).await,
        Command::Apply { file } => apply_file(&settings, &file).await,
        Command::Token { municipality, list: true, .. } => {
            app::reports::tokens(&settings, &municipality).await
        }
        Command::Token { municipality, revoke: Some(number), .. } => {
            app::reports::revoke_token(&settings, &municipality, number).await
        }
        Command::Token { municipality, days, .. } => {
            app::reports::token(&settings, &municipality, days).await
        }
        Command::Erase { municipality, person } => {
            app::reports::erase(&settings, &municipality, &person).await
        }
        Command::Tasks { json } => app::reports::tasks(&settings, json).await,
        Command::Plan { task, municipality, json } => {
            app::reports::plan(&settings, task, municipality.as_deref(), json).await
        }
        Command::Misread => app::reports::misread(&settings).await,
        Command::Healthcheck => app::reports::healthcheck(&settings).await,
        Command::Migrate => app::migrate(settings).await,
        Command::Understand { what } => understand_lines(what),
        Command::Backup { file: Some(file), .. } => app::backup::write(&settings, &file).await,
        Command::Backup { file: None, .. } => app::backup::noted(&settings).await,
        Command::Restored => app::backup::restored(&settings).await,
        Command::Resume { send, drop } => {
            let what = match (send, drop) {
                (true, _) => Resume::Send,
                (_, true) => Resume::Drop,
                _ => Resume::List,
            };
            app::backup::resume(&settings, what).await
        }
        Command::Export { folder } => app::export::write(&settings, &folder).await,
        Command::Check { json } => return app::check::run(&settings, json).await,
    }
    .map(|()| ExitCode::SUCCESS)
}

fn wall_clock(text: &str) -> chrono::ParseResult<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
}

/// The log goes to standard error, so that standard output holds results only.
fn start_log(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::new(&settings.log_filter);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

async fn apply_file(settings: &Settings, file: &std::path::Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
    // The whole file is checked before a database is made for it.
    if let Err(faults) = apply::read(&text) {
        anyhow::bail!("nothing was changed; {} has faults:\n{faults}", file.display());
    }
    let db = Db::open(settings.database_url.reveal()).await?;
    let report = apply::apply(&db, &text, Clock::system().now()).await?;
    println!("{}", serde_json::to_string_pretty(&report)?);
    db.close().await;
    Ok(())
}

fn understand_lines(what: Understand) -> anyhow::Result<()> {
    let read = match what {
        Understand::Reply => understand::understand_reply_line,
        Understand::Request => understand::understand_request_line,
    };
    let mut output = std::io::stdout().lock();
    for (number, line) in (1..).zip(std::io::stdin().lock().lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = read(&line).map_err(|fault| anyhow::anyhow!("line {number}: {fault}"))?;
        writeln!(output, "{answer}")?;
    }
    Ok(())
}
