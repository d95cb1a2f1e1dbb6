//! A thousand lives of a task on the pure core alone: people answer, withdraw and stay silent, staff change their minds, those on duty act or don't, people
//! can't be reached, the clock jumps. Facts and `now` go in, changes come out and are applied in memory; after each act every rule of the product
//! that the core can break is checked.
//!
//! `TANNHJUL_SEEDS=50` plays the first fifty seeds, `TANNHJUL_SEED=7` that one only. A seed that fails is shortened as far as it still fails, and
//! prints what is left of it.

mod acts;
mod attendance_acts;
mod life;
mod rules;

use life::{Broken, Life};

/// How many seeds are played where nothing else is said.
const SEEDS: u64 = 1000;
/// Acts in a life.
const ACTS: usize = 50;
const LINES_SHOWN: usize = 60;

#[test]
fn the_rules_hold_in_every_life() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().expect("a number"));
    let seeds = match number("TANNHJUL_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("TANNHJUL_SEEDS").unwrap_or(SEEDS),
    };
    let mut faults = Vec::new();
    let mut met = life::Met::default();
    for seed in seeds.clone() {
        let mut random = fastrand::Rng::with_seed(seed);
        let acts: Vec<u64> = (0..ACTS).map(|_| random.u64(..)).collect();
        match play(seed, &acts) {
            Ok(life) => met.add(&life.met),
            Err(broken) => faults.push(shortened(seed, acts, broken)),
        }
        // A rule that is broken is broken often: a few examples are enough.
        if faults.len() == 3 {
            break;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    // A play in which something never happens says nothing about it.
    if seeds.end - seeds.start >= 200 {
        assert_eq!(met.missing(), Vec::<&str>::new(), "{met:?}");
    }
}

/// One life: an act for each number, and then nobody says anything until everything is over.
fn play(seed: u64, acts: &[u64]) -> Result<Life, Broken> {
    let mut life = Life::begin(seed);
    life.settle()?;
    for act in acts {
        life.act(&mut fastrand::Rng::with_seed(*act))?;
    }
    life.ends()?;
    Ok(life)
}

/// Leaves out acts as long as the same rule is still broken, and tells the story.
fn shortened(seed: u64, mut acts: Vec<u64>, mut broken: Broken) -> String {
    let mut chunk = acts.len() / 2;
    while chunk > 0 {
        let mut from = 0;
        while from < acts.len() {
            let mut fewer = acts.clone();
            fewer.drain(from..(from + chunk).min(acts.len()));
            match play(seed, &fewer) {
                Err(still) if still.rule == broken.rule => (acts, broken) = (fewer, still),
                _ => from += chunk,
            }
        }
        chunk /= 2;
    }
    let story = broken.story.iter().rev().take(LINES_SHOWN).rev().cloned().collect::<Vec<_>>().join("\n");
    format!("{story}\nseed {seed}, {} acts: {}: {}", acts.len(), broken.rule, broken.what)
}
