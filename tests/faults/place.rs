//! A municipality on a fake Bot API, served by whole loops whose clock stands until it is moved.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use tannhjul::chat::Chat;
use tannhjul::chat::telegram::poll::poll;
use tannhjul::chat::telegram::{Api, Connection, Pace, Receiving, TelegramChat};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::{Desk, Surroundings};
use tannhjul::domain::ids::{ChannelId, MunicipalityId};
use tannhjul::engine::Engine;
use tannhjul::engine::receive::Mailbox;
use tannhjul::http::{HttpState, router};
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::bot_api::{BotApi, Message, Room, TOKEN};
use crate::town;

/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(25);
/// What does not come within this time of a request to the platform is lost.
const PLATFORM_TIMEOUT: Duration = Duration::from_millis(700);
/// Waits that a test does not feel.
const PACE: Pace = Pace {
    long_poll: Duration::from_secs(20),
    first_wait: Duration::from_millis(5),
    longest_wait: Duration::from_millis(50),
};
/// Monday morning, 9 o'clock in Norway.
const BEGINNING: &str = "2026-11-23T08:00:00Z";

/// Everybody and the two clubs, joined. Kari and Ola are in Lag A, Eva in Lag B.
pub struct Place {
    pub telegram: BotApi,
    pub service: Service,
    pub silje: Room,
    pub anne: Room,
    pub bjorn: Room,
    pub kari: Room,
    pub ola: Room,
    pub lag_a: Room,
    pub lag_b: Room,
    /// Who has the duty, and who has it after them.
    pub duty: Room,
    pub deputy: Room,
}

/// The running loops, and the pages.
pub struct Service {
    pub db: Db,
    pub engine: Arc<Engine>,
    /// They end with this.
    _running: (watch::Sender<bool>, JoinSet<()>),
}

impl Service {
    /// Takes up a database where another service left it.
    pub async fn start(db: Db, telegram: &BotApi, key: Key, clock: Clock) -> Self {
        let api = Api::new(TOKEN, &telegram.url(), PLATFORM_TIMEOUT).expect("an api");
        let chat = Arc::new(TelegramChat::new(api, None));
        let mut tx = db.begin().await.expect("a transaction");
        let channel: ChannelId = tx.channel("telegram", "42", None, clock.now()).await.expect("a channel");
        tx.commit().await.expect("committed");
        let offset = db.read().await.expect("read").next_offset(channel).await.expect("an offset");
        let around = Surroundings { key, public_url: None, mails: false };
        let channels = HashMap::from([(channel, chat.clone() as Arc<dyn Chat>)]);
        let engine = Engine::new(db.clone(), clock, around, channels);
        let mailbox = Mailbox::new(engine.clone(), channel);
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(engine.clone().run(stopped.clone()));
        let (state, receiving) = watch::channel(Receiving::NotYet);
        engine.hearing.watch(channel, receiving);
        let polling = engine.clone();
        tasks.spawn(async move {
            let connection = Connection { chat: &chat, pace: PACE, state, shutdown: stopped };
            poll(connection, &mailbox, &polling.clock, offset, &[]).await;
        });
        Self { db, engine, _running: (stop, tasks) }
    }

    async fn duty_is_first_of_the_rota(&self) -> bool {
        let mut tx = self.db.begin().await.expect("a transaction");
        let mut desk = Desk { tx: &mut tx, now: self.now(), around: &self.engine.around };
        let town = MunicipalityId(1);
        let calendar = desk.calendar(town).await.expect("a calendar");
        let ring = desk.on_duty(town, &calendar).await.expect("a rota");
        ring[0] < ring[1]
    }

    async fn page(&self, path: &str) -> (StatusCode, String) {
        // A state of its own: what was answered a moment ago says nothing.
        let app = router(HttpState::new(self.engine.clone()), []);
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = app.oneshot(request).await.expect("an answer");
        let status = response.status();
        let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        (status, String::from_utf8(body.to_vec()).expect("text"))
    }

    /// What `/readyz` says is wrong; nothing where the service is ready.
    pub async fn wrong(&self) -> Vec<String> {
        let (status, body) = self.page("/readyz").await;
        let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        let wrong: Vec<String> = serde_json::from_value(body["wrong"].clone()).expect("a list");
        let expected = if wrong.is_empty() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
        assert_eq!(status, expected, "{body}");
        wrong
    }

    /// Waits until `/readyz` says nothing is wrong.
    pub async fn until_ready(&self) {
        until("the service is ready", async || self.wrong().await.is_empty()).await;
    }

    /// Waits until `/readyz` says something with these words.
    pub async fn until_wrong(&self, words: &str) {
        until(words, async || self.wrong().await.iter().any(|wrong| wrong.contains(words))).await;
    }

    /// A figure at `/metrics`, by its name and labels; 0 for one that is not there yet.
    pub async fn figure(&self, name: &str) -> f64 {
        let (status, text) = self.page("/metrics").await;
        assert_eq!(status, StatusCode::OK, "{text}");
        let value = |line: &str| {
            let value = line.strip_prefix("tannhjul_")?.strip_prefix(name)?.strip_prefix(' ')?;
            Some(value.parse().expect("a number"))
        };
        text.lines().find_map(value).unwrap_or(0.0)
    }

    /// What `/metrics` answers with.
    pub async fn figures_status(&self) -> StatusCode {
        self.page("/metrics").await.0
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.engine.clock.now()
    }

    /// Moves the clock, either way.
    pub fn clock_jumps(&self, by: TimeDelta) {
        self.engine.clock.set(self.now() + by);
        self.engine.nudge();
    }

    /// Time passes in steps of a few minutes, so that what is due is done when it is.
    pub async fn passes(&self, minutes: i64) {
        let step = if minutes > 30 { 5 } else { 1 };
        for _ in 0..minutes / step {
            self.settles().await;
            self.clock_jumps(TimeDelta::minutes(step));
            self.engine.tick().await.expect("a tick");
        }
        self.settles().await;
    }

    /// Whatever is due is done, by whichever of the engine's loops, and what it gave is sent.
    pub async fn catches_up(&self) {
        const OVERDUE: &str = "SELECT COUNT(*) FROM due WHERE at <= $1";
        let is_done = async || {
            self.engine.tick().await.expect("a tick");
            let mut tx = self.db.read().await.expect("read");
            let (overdue,): (i64,) = tx.one(OVERDUE, (self.now(),)).await.expect("a count");
            overdue == 0
        };
        until("all that is due is done", is_done).await;
        self.settles().await;
    }

    /// Waits until nothing is under way and nothing is left to be done now: in a moment all of it would be late.
    pub async fn settles(&self) {
        const LEFT: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'sending' OR (state = 'pending' AND not_before_at <= $1)";
        let is_calm = async || {
            let mut tx = self.db.read().await.expect("read");
            let (left,): (i64,) = tx.one(LEFT, (self.now(),)).await.expect("a count");
            left == 0
        };
        until("all is done", is_calm).await;
    }

    /// What a refused message says, when the platform's own word of it has come already.
    pub async fn hears_again_of_a_move_to(&self, group: &Room) {
        let mut tx = self.db.begin().await.expect("a transaction");
        let to = group.id.to_string();
        let (chat,) = tx.one("SELECT id FROM chat WHERE external_id = $1", (&to,)).await.expect("the group");
        tx.move_chat(chat, &to).await.expect("moved");
        tx.commit().await.expect("committed");
    }
}

impl Place {
    pub async fn begin(db: Db) -> Self {
        let telegram = BotApi::start().await;
        let clock = Clock::standing_at(BEGINNING.parse().expect("an instant"));
        let codes = town::apply(&db, clock.now()).await.expect("a town");
        let service = Service::start(db, &telegram, Key::generate(), clock).await;
        let private = |name: &str| telegram.private(name);
        let (duty, deputy) = match service.duty_is_first_of_the_rota().await {
            true => ("Anne", "Bjørn"),
            false => ("Bjørn", "Anne"),
        };
        let place = Self {
            duty: private(duty),
            deputy: private(deputy),
            silje: private(town::STAFF),
            anne: private("Anne"),
            bjorn: private("Bjørn"),
            kari: private("Kari"),
            ola: private("Ola"),
            lag_a: telegram.group("Lag A", &["Anne", "Kari", "Ola"]),
            lag_b: telegram.supergroup("Lag B", &["Anne", "Eva"]),
            telegram,
            service,
        };
        let staff = [
            (&place.silje, town::STAFF, "silje"),
            (&place.anne, "Anne", "anne"),
            (&place.bjorn, "Bjørn", "bjorn"),
        ];
        for (room, name, key) in staff {
            room.starts(name, &codes[key]);
            says(room, 1).await;
        }
        place.telegram.private("Inger").starts("Inger", &codes["inger"]);
        for (room, key) in [(&place.lag_a, "lag-a"), (&place.lag_b, "lag-b")] {
            room.says("Anne", &format!("/koble {}", codes[key]));
            says(room, 1).await;
        }
        for (room, name) in [(&place.kari, "Kari"), (&place.ola, "Ola")] {
            room.starts(name, "");
            says(room, 1).await;
        }
        place.service.until_ready().await;
        place
    }

    /// Silje asks for two drivers today at `hour`, and sends it.
    pub async fn needs_drivers_at(&self, hour: u32) {
        let text = format!("Matkjøring i dag kl {hour}-{} fra Storgata 5, 2 sjåfør", hour + 1);
        let said = self.silje.says(town::STAFF, &text);
        let has_send = |post: &Message| post.id > said && post.markup.to_string().contains("\"Send\"");
        let draft = async || self.silje.posts().iter().any(has_send);
        until("the need is read back", draft).await;
        let posts = self.silje.posts();
        let draft = posts.iter().rev().find(|post| has_send(post)).expect("it is there");
        self.silje.presses(town::STAFF, draft.id, "Send");
    }

    /// The card of the newest task in Lag A.
    pub async fn card(&self) -> i64 {
        seen(&self.lag_a, "Oppdrag #").await
    }

    /// Somebody of Lag A replies to the card.
    pub fn replies(&self, who: &str, card: i64, text: &str) {
        self.lag_a.answers(who, card, text);
    }
}

/// Waits until the bot has said something with these words in a room; the newest such message.
pub async fn seen(room: &Room, words: &str) -> i64 {
    let there = tokio::time::timeout(PATIENCE, async {
        while count(room, words) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    assert!(there.await.is_ok(), "never: {words}, in\n{}", room.transcript());
    let posts = room.posts();
    posts.iter().rev().find(|post| post.text.contains(words)).expect("it was seen").id
}

/// Waits until the bot has said so many things in a room.
pub async fn says(room: &Room, count: usize) {
    until("the bot speaks", async || room.posts().len() >= count).await;
}

/// How often the bot has said something with these words in a room.
pub fn count(room: &Room, words: &str) -> usize {
    room.posts().iter().filter(|post| post.text.contains(words)).count()
}

/// Waits for something that comes by itself.
pub async fn until(what: &str, is: impl AsyncFn() -> bool) {
    let waiting = async {
        while !is().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("never: {what}"));
}
