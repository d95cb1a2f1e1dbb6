//! The service as a process of its own, and the hands of its clock.

use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use tannhjul::app;
use tannhjul::clock::Clock;
use tannhjul::config::{self, Flags};
use tannhjul::engine::leases::LeasePace;

/// The environment that makes this program the service, with what [`Hands`] needs.
const VARIABLE: &str = "TANNHJUL_CRASH_CLOCK";
/// Monday morning.
const BEGINNING: &str = "2026-11-23T06:30:00Z";
/// The clock goes on so often. In between it runs as clocks do, so that what is under way is not taken for what was cut off.
const LEAP_EACH: TimeDelta = TimeDelta::milliseconds(250);
const LEAP: TimeDelta = TimeDelta::minutes(10);
const LONG_LEAP: TimeDelta = TimeDelta::minutes(60);
/// How often the hands are set.
const SET_EACH: Duration = Duration::from_millis(10);

/// A bot is taken over at once: whoever had it is dead.
const PACE: LeasePace = LeasePace {
    look: Duration::from_millis(25),
    renew: Duration::from_millis(100),
    give_up: Duration::from_millis(400),
    take_over: Duration::from_millis(500),
};

/// A clock that leaps: the same in every process that knows when it was started.
#[derive(Clone, Copy, Debug)]
pub struct Hands {
    /// By the system's clock.
    since: DateTime<Utc>,
    /// What it showed then.
    from: DateTime<Utc>,
    leap: TimeDelta,
}

impl Hands {
    pub fn at_the_beginning() -> Self {
        let from = BEGINNING.parse().expect("an instant");
        Self { since: Clock::system().now(), from, leap: LEAP }
    }

    /// Goes on from what it shows, in longer leaps.
    pub fn faster(self) -> Self {
        Self { since: Clock::system().now(), from: self.shows(), leap: LONG_LEAP }
    }

    pub fn shows(self) -> DateTime<Utc> {
        let passed = Clock::system().now() - self.since;
        let leaps = passed.num_milliseconds() / LEAP_EACH.num_milliseconds();
        self.from + passed + self.leap * i32::try_from(leaps).unwrap_or(0)
    }

    pub fn tell(self, command: &mut Command) {
        let text = format!(
            "{} {} {}",
            self.since.timestamp_micros(),
            self.from.timestamp_micros(),
            self.leap.num_minutes()
        );
        command.env(VARIABLE, text);
    }

    fn told() -> Option<Self> {
        let text = std::env::var(VARIABLE).ok()?;
        let mut numbers = text.split(' ').map(|number| number.parse::<i64>().ok());
        let mut instant = || DateTime::from_timestamp_micros(numbers.next()??);
        let (since, from) = (instant()?, instant()?);
        Some(Self { since, from, leap: TimeDelta::minutes(numbers.next()??) })
    }
}

/// Whether this process is to be the service.
pub fn is_wanted() -> bool {
    Hands::told().is_some()
}

/// Is the service until somebody ends it.
pub async fn serve() -> anyhow::Result<()> {
    let hands = Hands::told().context("nobody wants a service")?;
    let settings = config::load(&Flags::default())?;
    tracing_subscriber::fmt()
        .with_env_filter(settings.log_filter.as_str())
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .init();
    let clock = Clock::standing_at(hands.shows());
    app::serve_by(settings, clock, PACE, |engine| {
        let engine = engine.clone();
        tokio::spawn(async move {
            let mut shown = hands.shows();
            loop {
                let now = hands.shows();
                engine.clock.set(now);
                if now - shown > LEAP_EACH {
                    engine.nudge();
                }
                shown = now;
                tokio::time::sleep(SET_EACH).await;
            }
        });
    })
    .await
}
