//! What the service counts about itself. Counters only grow, within one process; what can be read from the database is read when somebody asks.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use crate::store::outbox::Purpose;
use crate::store::readings::Readings;

/// The purpose of a message, as `outbox.purpose` names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct OfPurpose {
    purpose: &'static str,
}

/// What the auditor found, as `tannhjul check --json` calls it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct OfFinding {
    kind: &'static str,
}

/// A request over HTTP. `route` is the pattern, never the path: paths hold tokens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct OfRequest {
    pub method: &'static str,
    pub route: String,
    pub status: u16,
}

/// Every figure of one process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    /// Taken into the inbox.
    pub received: Counter,
    /// Worked off.
    pub handled: Counter,
    /// Set aside with an error.
    pub set_aside: Counter,
    pub ticks: Counter,
    pub failed_ticks: Counter,
    /// Due subjects that were looked at, successfully or not.
    pub looked_at: Counter,
    pub requests: Family<OfRequest, Counter>,
    /// E-mails that the mail server took.
    pub mail_sent: Counter,
    /// Tries in vain to hand it one.
    pub mail_failed: Counter,
    sent: Family<OfPurpose, Counter>,
    given_up: Family<OfPurpose, Counter>,
    /// What the auditor found at its last look, by kind.
    findings: Family<OfFinding, Gauge>,
    /// Microseconds since 1970 at which a tick came to its end; 0: none has.
    last_tick: AtomicI64,
    /// The same of a look of the auditor's.
    last_look: AtomicI64,
    gauges: Gauges,
}

/// What is read from the database when the figures are asked for.
#[derive(Debug, Default)]
struct Gauges {
    due_lag_seconds: Gauge<f64, AtomicU64>,
    tick_age_seconds: Gauge<f64, AtomicU64>,
    audit_age_seconds: Gauge<f64, AtomicU64>,
    outbox_pending: Gauge,
    outbox_oldest_seconds: Gauge<f64, AtomicU64>,
    outbox_stuck_chats: Gauge,
    mail_oldest_seconds: Gauge<f64, AtomicU64>,
    inbox_waiting: Gauge,
    uncovered_untold: Gauge,
    deaf_seconds: Gauge<f64, AtomicU64>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("tannhjul"),
            received: Counter::default(),
            handled: Counter::default(),
            set_aside: Counter::default(),
            ticks: Counter::default(),
            failed_ticks: Counter::default(),
            looked_at: Counter::default(),
            requests: Family::default(),
            mail_sent: Counter::default(),
            mail_failed: Counter::default(),
            sent: Family::default(),
            given_up: Family::default(),
            findings: Family::default(),
            last_tick: AtomicI64::new(0),
            last_look: AtomicI64::new(0),
            gauges: Gauges::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    /// A message reached its platform.
    pub fn sent(&self, purpose: Purpose) {
        self.sent.get_or_create(&OfPurpose { purpose: purpose.as_str() }).inc();
    }

    /// A message was given up.
    pub fn given_up(&self, purpose: Purpose) {
        self.given_up.get_or_create(&OfPurpose { purpose: purpose.as_str() }).inc();
    }

    /// A tick came to its end at `now`.
    pub fn ticked(&self, now: DateTime<Utc>) {
        self.ticks.inc();
        self.last_tick.store(now.timestamp_micros(), Ordering::Release);
    }

    /// When a tick came to its end in this process. `None`: none has yet.
    pub fn last_tick(&self) -> Option<DateTime<Utc>> {
        instant(&self.last_tick)
    }

    /// The auditor looked at `now`, and found these kinds of things.
    pub fn audited(&self, now: DateTime<Utc>, found: &[&'static str]) {
        self.last_look.store(now.timestamp_micros(), Ordering::Release);
        self.findings.clear();
        for kind in found {
            self.findings.get_or_create(&OfFinding { kind }).inc();
        }
    }

    /// Everything in the text format of OpenMetrics, with what was just read from the database.
    /// `deaf`: for how long the bot that has been deaf for longest has heard nothing.
    pub fn write(
        &self,
        readings: &Readings,
        deaf: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<String, std::fmt::Error> {
        let seconds = |since: Option<DateTime<Utc>>| since.map_or(0.0, |since| seconds_between(since, now));
        self.gauges.due_lag_seconds.set(seconds(readings.next_due));
        self.gauges.tick_age_seconds.set(seconds(self.last_tick()));
        self.gauges.audit_age_seconds.set(seconds(instant(&self.last_look)));
        self.gauges.outbox_pending.set(readings.outbox_pending);
        self.gauges.outbox_oldest_seconds.set(seconds(readings.oldest_unsent));
        self.gauges.outbox_stuck_chats.set(readings.stuck_chats);
        self.gauges.mail_oldest_seconds.set(seconds(readings.oldest_mail));
        self.gauges.inbox_waiting.set(readings.inbox_waiting);
        self.gauges.uncovered_untold.set(readings.uncovered_untold);
        self.gauges.deaf_seconds.set(deaf.to_std().map_or(0.0, |deaf| deaf.as_secs_f64()));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    fn register(&mut self) {
        let Self { registry, gauges, findings, .. } = self;
        registry.register("received", "Replies and presses taken into the inbox", self.received.clone());
        registry.register("handled", "Replies and presses worked off", self.handled.clone());
        registry.register("set_aside", "Replies and presses set aside with an error", self.set_aside.clone());
        registry.register("messages_sent", "Messages that reached their platform", self.sent.clone());
        registry.register("messages_given_up", "Messages that will never be sent", self.given_up.clone());
        registry.register("ticks", "Ticks that came to their end", self.ticks.clone());
        registry.register("ticks_failed", "Ticks that ended in an error", self.failed_ticks.clone());
        registry.register("due_looked_at", "Due subjects that were looked at", self.looked_at.clone());
        registry.register("http_requests", "Answered over HTTP", self.requests.clone());
        registry.register(
            "due_lag_seconds",
            "How long what is due first has been due",
            gauges.due_lag_seconds.clone(),
        );
        registry.register(
            "tick_age_seconds",
            "Since a tick of this process came to its end",
            gauges.tick_age_seconds.clone(),
        );
        registry.register(
            "audit_age_seconds",
            "Since the auditor of this process looked",
            gauges.audit_age_seconds.clone(),
        );
        registry.register("audit_findings", "What the auditor found at its last look", findings.clone());
        registry.register("outbox_pending", "Messages and edits to be sent", gauges.outbox_pending.clone());
        registry.register(
            "outbox_oldest_seconds",
            "Age of the oldest message that was never sent",
            gauges.outbox_oldest_seconds.clone(),
        );
        registry.register(
            "outbox_stuck_chats",
            "Chats with a message that has been tried in vain for a quarter of an hour",
            gauges.outbox_stuck_chats.clone(),
        );
        registry.register("mail_sent", "E-mails that the mail server took", self.mail_sent.clone());
        registry.register(
            "mail_failed",
            "Tries in vain to hand the mail server an e-mail",
            self.mail_failed.clone(),
        );
        registry.register(
            "mail_oldest_seconds",
            "Age of the oldest e-mail that was tried in vain and waits",
            gauges.mail_oldest_seconds.clone(),
        );
        registry.register(
            "inbox_waiting",
            "Replies and presses to be worked off",
            gauges.inbox_waiting.clone(),
        );
        registry.register(
            "receiving_failing_seconds",
            "For how long nothing can be received for some bot",
            gauges.deaf_seconds.clone(),
        );
        registry.register(
            "places_uncovered_untold",
            "Places uncovered at start time that nobody had been told about: always zero",
            gauges.uncovered_untold.clone(),
        );
    }
}

/// The instant that is kept as microseconds; 0: there is none.
fn instant(micros: &AtomicI64) -> Option<DateTime<Utc>> {
    let at = micros.load(Ordering::Acquire);
    DateTime::from_timestamp_micros(at).filter(|_| at != 0)
}

/// 0 for what lies ahead.
fn seconds_between(since: DateTime<Utc>, now: DateTime<Utc>) -> f64 {
    (now - since).to_std().map_or(0.0, |age| age.as_secs_f64())
}
