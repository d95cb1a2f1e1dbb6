//! Random people over months of virtual time, with failures, restarts and jumps of the clock; after each step the rules of the product are checked.
//!
//! `TANNHJUL_SEEDS=50` plays the first fifty seeds, `TANNHJUL_SEED=7` that one only. A seed that fails prints itself and its last steps.

mod people;
mod rules;

use std::collections::{BTreeSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;

use tannhjul::store::Db;

use crate::databases::{on_sqlite, only_on_postgres};
use crate::world::World;

/// How many seeds are played where nothing else is said.
const SEEDS: u64 = 3;
const STEPS: usize = 150;
const LINES_SHOWN: usize = 120;

only_on_postgres!(the_rules_hold_on_the_other_engine);

#[test]
fn the_rules_hold_whatever_happens() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().expect("a number"));
    let seeds = match number("TANNHJUL_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("TANNHJUL_SEEDS").unwrap_or(SEEDS),
    };
    for seed in seeds {
        on_sqlite(async move |db| play(db, seed).await);
    }
}

/// The other engine plays one seed, which the first has not.
async fn the_rules_hold_on_the_other_engine(db: Db) {
    play(db, SEEDS).await;
}

async fn play(db: Db, seed: u64) {
    let mut play = Play::new(World::new(db).await, seed);
    for _ in 0..STEPS {
        play.step().await;
        play.check().await;
    }
    play.ends().await;
}

/// One seed's play.
struct Play {
    world: World,
    seed: u64,
    random: Rng,
    last: VecDeque<String>,
    /// Cards and questions that were looked at.
    seen: BTreeSet<i64>,
    /// Since when everybody could be told the truth: nothing was blocked or failed in this play before.
    calm: bool,
}

impl Play {
    fn new(world: World, seed: u64) -> Self {
        Self {
            world,
            seed,
            random: Rng::with_seed(seed),
            last: VecDeque::new(),
            seen: BTreeSet::new(),
            calm: true,
        }
    }

    fn holds(&self, rule: bool, what: impl FnOnce() -> String) {
        if !rule {
            let story = self.last.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
            panic!("{story}\n\nseed {}, at {}: {}", self.seed, self.world.now(), what());
        }
    }

    /// Keeps what was said for the story.
    fn listen(&mut self) {
        let now = self.world.now();
        for line in self.world.transcript().lines().filter(|line| !line.starts_with(' ') && !line.is_empty())
        {
            self.last.push_back(format!("{} {line}", now.format("%Y-%m-%d")));
        }
        while self.last.len() > LINES_SHOWN {
            self.last.pop_front();
        }
    }

    async fn step(&mut self) {
        match self.random.u32(0..100) {
            0..14 => self.somebody_asks_for_help().await,
            14..38 => self.somebody_replies().await,
            38..46 => self.somebody_presses_in_a_group().await,
            46..58 => self.somebody_presses_in_private().await,
            58..62 => self.somebody_thumbs().await,
            62..68 => self.somebody_writes_in_private().await,
            68..71 => self.somebody_can_t_be_reached().await,
            71..75 => self.everybody_can_be_reached().await,
            75..79 => self.the_platform_stumbles(),
            79..82 => self.world.restarts(),
            82..83 => self.the_service_is_down().await,
            83..87 => self.somebody_changes_their_mind().await,
            87..89 => self.the_duty_is_handed_over().await,
            _ => {
                let minutes = [30, 240, 1200, 4000, 9000][self.random.usize(0..5)];
                let minutes = self.random.i64(1..=minutes);
                self.passes(self.world.now() + TimeDelta::minutes(minutes)).await;
            }
        }
        self.world.settle().await;
        self.listen();
    }

    /// Time passes, and the rules are looked at wherever something happens.
    async fn passes(&mut self, until: DateTime<Utc>) {
        while self.world.now() < until {
            let next = self.world.next_instant().await.map_or(until, |next| next.min(until));
            self.world.engine.pass_time_until(next).await.expect("time passes");
            self.listen();
            self.check().await;
        }
    }

    async fn the_service_is_down(&mut self) {
        let hours = self.random.i64(1..80);
        self.last.push_back(format!("(down for {hours} hours)"));
        self.world.engine.clock.set(self.world.now() + TimeDelta::hours(hours));
        self.world.restarts();
    }

    /// Everybody can be reached again, and ten days go by in which nobody says anything.
    async fn ends(&mut self) {
        self.everybody_can_be_reached().await;
        self.passes(self.world.now() + TimeDelta::days(10)).await;
        self.check_the_end().await;
    }
}
