//! The auditor: looks each minute whether anything that was promised is about to be forgotten, and tells people. It trusts none of the engine's
//! loops: it has a task and a connection of its own, reads the database itself, and notices when the clock of the engine stands.

mod heartbeat;
mod tell;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::app::check::kind;
use crate::commands::desk::Desk;
use crate::domain::check::{Finding, check, check_upkeep};
use crate::domain::ids::MunicipalityId;
use crate::engine::Engine;
use crate::store::Db;
use crate::store::finding::Known;
use crate::store::town::Municipality;
pub use heartbeat::Heartbeat;

/// How often it looks.
pub const EVERY: Duration = Duration::from_secs(60);
/// The longest a look may take.
const PATIENCE: Duration = Duration::from_secs(45);
/// What is found is told if it is still there at the next look: at one look a clock may have jumped, or a backlog be worked off.
const STILL_THERE: TimeDelta = TimeDelta::seconds(50);
/// Most municipalities at a look; where there are more they take turns.
const MOST_TOWNS: usize = 50;

/// Looks after the service.
pub struct Auditor {
    /// Its own connection.
    db: Db,
    /// Of which only the clock, the figures and the surroundings are used.
    engine: Arc<Engine>,
    heartbeat: Option<Heartbeat>,
    /// How far the clock's work had come at the last look.
    progress: Option<u64>,
    /// Whose turn it is.
    next_town: usize,
}

impl Auditor {
    pub fn new(db: Db, engine: Arc<Engine>, heartbeat: Option<Heartbeat>) -> Self {
        Self { db, engine, heartbeat, progress: None, next_town: 0 }
    }

    /// Looks every so often until `stop` says so.
    pub async fn run(mut self, every: Duration, mut stop: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(every) => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
            match tokio::time::timeout(PATIENCE, self.look()).await {
                Ok(Ok(found)) if found.is_empty() => {
                    if let Some(heartbeat) = &self.heartbeat {
                        heartbeat.beat().await;
                    }
                }
                Ok(Ok(found)) => tracing::warn!(found = found.join(", "), "the auditor has found something"),
                Ok(Err(error)) => {
                    tracing::error!(error = format!("{error:#}"), "the auditor can't look");
                }
                Err(_) => tracing::error!("the auditor's look takes too long: the database does not answer"),
            }
        }
        self.db.close().await;
    }

    /// Looks once, and tells of what is new or over. Gives the kinds of what was found.
    pub async fn look(&mut self) -> anyhow::Result<Vec<&'static str>> {
        let now = self.engine.clock.now();
        let clock_stands = self.clock_stands();
        let mut tx = self.db.read().await?;
        let mut upkeep = tx.facts_of_upkeep(now).await?;
        upkeep.clock_stands = clock_stands;
        let of_service = check_upkeep(&upkeep, now);
        // Of several processes another one does what this one leaves; if none does, a task is overdue.
        let told_everywhere: Vec<&Finding> = of_service
            .iter()
            .filter(|found| **found != Finding::ClockStands || !self.db.is_shared())
            .collect();
        let mut found: Vec<&'static str> = of_service.iter().map(kind).collect();
        let mut towns = Vec::new();
        for town in self.whose_turn(tx.municipalities().await?) {
            let mut facts = tx.facts_to_check(town.id, now).await?;
            facts.mails = self.engine.around.mails;
            let mut of_town = check(&facts, now);
            of_town.retain(Finding::is_alarm);
            found.extend(of_town.iter().map(kind));
            of_town.extend(told_everywhere.iter().copied().cloned());
            let known = tx.findings(town.id).await?;
            towns.push((town.id, of_town, known));
        }
        drop(tx);
        for (town, of_town, known) in towns {
            self.note(town, &of_town, &known, now).await?;
        }
        self.engine.metrics.audited(now, &found);
        Ok(found)
    }

    /// Whether since the last look no tick has come to its end, and no subject of a long one.
    fn clock_stands(&mut self) -> bool {
        let metrics = &self.engine.metrics;
        let progress = metrics.ticks.get() + metrics.looked_at.get();
        self.progress.replace(progress) == Some(progress)
    }

    fn whose_turn(&mut self, mut all: Vec<Municipality>) -> Vec<Municipality> {
        if all.len() > MOST_TOWNS {
            let begin = self.next_town % all.len();
            self.next_town = begin + MOST_TOWNS;
            all.rotate_left(begin);
            all.truncate(MOST_TOWNS);
        }
        all
    }

    /// Compares what was found in a municipality with what was known, and tells the difference. Nothing is written where there is none.
    async fn note(
        &self,
        town: MunicipalityId,
        found: &[Finding],
        known: &[Known],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let row = |finding: &Finding| (kind(finding), tell::subject(finding));
        let is = |known: &Known, finding: &Finding| {
            let (kind, subject) = row(finding);
            known.kind == kind && known.subject == subject
        };
        let new: Vec<&Finding> = found.iter().filter(|of| !known.iter().any(|known| is(known, of))).collect();
        let over: Vec<&Known> = known.iter().filter(|known| !found.iter().any(|of| is(known, of))).collect();
        let untold: Vec<(&Finding, &Known)> = found
            .iter()
            .filter_map(|of| Some((of, known.iter().find(|known| is(known, of))?)))
            .filter(|(_, known)| !known.is_told && now - known.since_at >= STILL_THERE)
            .collect();
        if new.is_empty() && over.is_empty() && untold.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        for finding in new {
            let (kind, subject) = row(finding);
            tx.insert_finding(town, kind, &subject, now).await?;
        }
        let mut desk = Desk { tx: &mut tx, now, around: &self.engine.around };
        for (finding, known) in untold {
            if tell::found(&mut desk, town, finding, known).await? {
                desk.tx.finding_told(town, known, now).await?;
            }
        }
        for known in over {
            if desk.tx.delete_finding(town, known).await? && known.is_told {
                tell::over(&mut desk, town, known).await?;
            }
        }
        tx.commit().await?;
        self.engine.nudge();
        Ok(())
    }
}
