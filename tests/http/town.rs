//! A small municipality with one need, and a browser to look at it with.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use tannhjul::chat::incoming::AccountRef;
use tannhjul::clock::Clock;
use tannhjul::commands::desk::{Desk, Surroundings};
use tannhjul::commands::opening;
use tannhjul::domain::draft::{Draft, Recipient};
use tannhjul::domain::ids::*;
use tannhjul::domain::service::ServiceKind;
use tannhjul::domain::task::{Change, Task};
use tannhjul::engine::Engine;
use tannhjul::http::{HttpState, router};
use tannhjul::secret::{Key, hash_token, new_token};
use tannhjul::store::Db;
use tannhjul::store::history::Actor;
use tannhjul::store::people::CanWrite;
use tower::ServiceExt;

/// What must be found nowhere but on the page.
pub const NAME: &str = "Olga Merkesen";
pub const PLACE: &str = "Storgata 5 <B>";
pub const NOTES: &str = "Nøkkelboks 4711";
pub const TYPED: &str = "Olga Merkesen i Storgata 5 <B> trenger 2 stk, nøkkelboks 4711";
/// Pieces of them, as they would be found in a log or a row.
pub const MARKS: [&str; 3] = ["Merkesen", "Storgata 5", "kelboks"];

/// Anne coordinates, Silje asks on behalf of the home care, Tor asks for the library; Kari and Ola volunteer.
pub const ANNE: PersonId = PersonId(1);
pub const SILJE: PersonId = PersonId(2);
pub const KARI: PersonId = PersonId(3);
pub const OLA: PersonId = PersonId(4);
pub const TOR: PersonId = PersonId(5);

const ROWS: &[&str] = &[
    "INSERT INTO channel (id, kind, key, created_at) VALUES (1, 'local', 'local', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO municipality (id, key, name, time_zone, language, phone, created_at)
     VALUES (1, 'fjellvik', 'Fjellvik kommune', 'Europe/Oslo', 'nb', '10 00 00 00', '2026-11-01T00:00:00+00:00'),
            (2, 'annenkommune', 'Annen kommune', 'Europe/Oslo', 'nb', '20 00 00 00', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO unit (id, municipality_id, key, name) VALUES (1, 1, 'hjemmetjenesten', 'Hjemmetjenesten'), (2, 1, 'biblioteket', 'Biblioteket')",
    "INSERT INTO zone (id, municipality_id, key, name) VALUES (1, 1, 'sentrum', 'Sentrum')",
    "INSERT INTO zone_place (zone_id, folded, name) VALUES (1, 'storgata', 'Storgata')",
    "INSERT INTO organisation (id, org_number, kind, name, created_at)
     VALUES (1, '999900003', 'club', 'Fjellvik IL', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO person (id, municipality_id, key, name, phone, language, created_at)
     VALUES (1, 1, 'anne', 'Anne Berg', '10 00 00 01', 'nb', '2026-11-01T00:00:00+00:00'),
            (2, 1, 'silje', 'Silje Aune', '10 00 00 04', 'nb', '2026-11-01T00:00:00+00:00'),
            (3, 1, 'kari', 'Kari Nes', NULL, 'nn', '2026-11-01T00:00:00+00:00'),
            (4, 1, 'ola', 'Ola Rud', NULL, 'nb', '2026-11-01T00:00:00+00:00'),
            (5, 1, 'tor', 'Tor Nilsen', NULL, 'en', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO membership (person_id, municipality_id, role, organisation_id, unit_id, since_at)
     VALUES (1, 1, 'coordinator', NULL, NULL, '2026-11-01T00:00:00+00:00'),
            (2, 1, 'staff', NULL, 1, '2026-11-01T00:00:00+00:00'),
            (5, 1, 'staff', NULL, 2, '2026-11-01T00:00:00+00:00'),
            (3, 1, 'volunteer', 1, NULL, '2026-11-01T00:00:00+00:00'),
            (4, 1, 'volunteer', 1, NULL, '2026-11-01T00:00:00+00:00')",
    "INSERT INTO chat (id, channel_id, external_id, kind, title, state, seen_at)
     VALUES (1, 1, 'g1', 'group', 'Fjellvik IL', 'open', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO chat_group (id, municipality_id, key, title, language, organisation_id, chat_id)
     VALUES (1, 1, 'fjellvik-il', 'Fjellvik IL', 'nb', 1, 1)",
    "INSERT INTO service (id, municipality_id, kind, must_cover, approved_only, companions, noisy)
     VALUES (1, 1, 'snow_clearing', FALSE, FALSE, TRUE, FALSE), (2, 1, 'visit', FALSE, FALSE, FALSE, FALSE)",
    "INSERT INTO agreement (id, municipality_id, organisation_id, key, version, state, created_at)
     VALUES (1, 1, 1, 'fjellvik-il', 1, 'active', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO agreement_service (agreement_id, service_id, group_id, ask_order, rate_ore, must_cover)
     VALUES (1, 1, 1, 1, 20000, FALSE)",
    "INSERT INTO duty_turn (municipality_id, turn, person_id) VALUES (1, 1, 1)",
    // Anne can be written to: a need is promised only where somebody would hear of an empty place.
    "INSERT INTO account (id, channel_id, external_id, name, can_write, seen_at)
     VALUES (100, 1, 'duty', 'Anne Berg', 'yes', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO person_account (person_id, account_id) VALUES (1, 100)",
    "INSERT INTO chat (id, channel_id, external_id, kind, title, account_id, state, seen_at)
     VALUES (100, 1, 'duty', 'private', 'Anne Berg', 100, 'open', '2026-11-01T00:00:00+00:00')",
];

/// Friday 20 November 2026, 12:00 in Norway. The need is for Sunday.
pub fn friday_noon() -> DateTime<Utc> {
    "2026-11-20T11:00:00Z".parse().expect("an instant")
}

pub struct Town {
    pub engine: Arc<Engine>,
    pub app: Router,
}

/// Everything that was logged in this process, of every test.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    })
}

/// What was logged so far, down to the smallest detail.
pub fn logged() -> String {
    String::from_utf8_lossy(&log().0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}

impl Town {
    pub async fn found(db: Db) -> Self {
        Self::reached_at(db, "http://localhost:8080").await
    }

    pub async fn reached_at(db: Db, public_url: &str) -> Self {
        log();
        let mut tx = db.begin().await.expect("a transaction");
        for row in ROWS {
            tx.execute(row, ()).await.unwrap_or_else(|error| panic!("{error}: {row}"));
        }
        tx.commit().await.expect("committed");
        let around =
            Surroundings { key: Key::generate(), public_url: Some(public_url.to_owned()), mails: false };
        let clock = Clock::standing_at(friday_noon());
        let engine = Engine::new(db, clock, around, HashMap::new());
        let app = router(HttpState::new(engine.clone()), []);
        Self { engine, app }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.engine.clock.now()
    }

    pub fn pass(&self, time: TimeDelta) {
        self.engine.clock.set(self.now() + time);
    }

    /// Does something at the desk, as a command would.
    pub async fn at_desk<T>(&self, work: impl AsyncFnOnce(&mut Desk<'_>) -> anyhow::Result<T>) -> T {
        let mut tx = self.engine.db.begin().await.expect("a transaction");
        let mut desk = Desk { tx: &mut tx, now: self.now(), around: &self.engine.around };
        let done = work(&mut desk).await.expect("it works");
        tx.commit().await.expect("committed");
        done
    }

    /// Silje's need for two people on Sunday 16–18, not sent yet.
    pub async fn draft(&self) -> RequestId {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let draft = Draft {
            version: 1,
            service: Some(ServiceKind::SnowClearing),
            people: Some(2),
            day: Some(day),
            clock: day.and_hms_opt(16, 0, 0).map(|at| at.time()),
            end: day.and_hms_opt(18, 0, 0),
            zone: Some(ZoneId(1)),
            has_place: true,
            ..Draft::default()
        };
        let recipient = Recipient {
            name: Some(NAME.to_owned()),
            place: Some(PLACE.to_owned()),
            notes: vec![NOTES.to_owned()],
            typed: TYPED.to_owned(),
            aside: None,
        };
        self.at_desk(async |desk| {
            let id =
                desk.tx.insert_request(MunicipalityId(1), UnitId(1), SILJE, None, &draft, desk.now).await?;
            desk.tx.set_recipient(&desk.around.key, id, &recipient).await?;
            Ok(id)
        })
        .await
    }

    /// The same, sent: a task on which Kari has a place.
    pub async fn task(&self) -> Task {
        let id = self.draft().await;
        self.at_desk(async |desk| {
            let request = desk.tx.request(id).await?.expect("it was just kept");
            let opened =
                opening::prepare(desk, &request, &request.draft.0).await?.expect("it can be promised");
            let mut task = opening::open(desk, &request, opened, Actor::default()).await?;
            desk.change(
                &mut task,
                &[Change::Placed { person: KARI, people: 1, asked_as: None }],
                Actor::default(),
            )
            .await?;
            Ok(task)
        })
        .await
    }

    /// A link as the deliverer makes it.
    pub async fn link(&self, request: RequestId, task: Option<TaskId>, person: PersonId) -> String {
        let token = new_token();
        let expires_at = self.now() + TimeDelta::days(3);
        self.at_desk(async |desk| {
            let hash = hash_token(&token);
            Ok(desk.tx.insert_disclosure(&hash, request, task, person, desk.now, expires_at).await?)
        })
        .await;
        format!("/o/{token}")
    }

    /// A link to the task for one of those who come.
    pub async fn link_to(&self, task: &Task, person: PersonId) -> String {
        self.link(task.request, Some(task.id), person).await
    }

    /// Who has seen the recipient, in order.
    pub async fn views(&self) -> Vec<(PersonId, Option<TaskId>)> {
        let mut tx = self.engine.db.read().await.expect("a transaction");
        tx.all("SELECT person_id, task_id FROM recipient_view ORDER BY id", ()).await.expect("rows")
    }

    /// From now on somebody has a private chat with the bot.
    pub async fn can_be_written_to(&self, person: PersonId) {
        let account = AccountRef {
            id: format!("a{}", person.0),
            name: "somebody".to_owned(),
            username: None,
            language: None,
        };
        self.at_desk(async |desk| {
            let account = desk.tx.account_seen(ChannelId(1), &account, desk.now).await?;
            desk.tx.set_can_write(account.id, CanWrite::Yes).await?;
            desk.tx.link_account(person, account.id).await?;
            // With an id of its own: the town's first chat was given one by hand.
            let chat =
                "INSERT INTO chat (id, channel_id, external_id, kind, title, account_id, state, seen_at)
                        VALUES ($1, 1, $2, 'private', 'somebody', $3, 'open', $4)";
            desk.tx.execute(chat, (100 + person.0, format!("p{}", person.0), account.id, desk.now)).await?;
            Ok(())
        })
        .await;
    }

    pub async fn write(&self, sql: &'static str) {
        self.at_desk(async |desk| Ok(desk.tx.execute(sql, ()).await?)).await;
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.app.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 20).await.expect("a body");
        let body = String::from_utf8(body.to_vec()).expect("text");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn call(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).expect("a request")).await
    }
}

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Nothing of the recipient is in it.
    pub fn keeps_silent(&self) -> &Self {
        for mark in MARKS {
            assert!(!self.body.contains(mark), "{mark} in {}", self.body);
            assert!(!format!("{:?}", self.headers).contains(mark), "{mark} in the headers");
        }
        self
    }
}

/// A browser that keeps its cookies.
#[derive(Default)]
pub struct Browser {
    cookie: Option<String>,
}

impl Browser {
    /// Presses the button on the page.
    pub async fn press(&mut self, town: &Town, link: &str) -> Answer {
        self.press_in(town, link, "nb").await
    }

    /// Sends the form in which the one who asked corrects what is kept.
    pub async fn saves(&mut self, town: &Town, link: &str, fields: &[(&str, &str)]) -> Answer {
        self.saves_from(town, link, fields, "same-origin").await
    }

    /// The same from a page that the browser says is `site`.
    pub async fn saves_from(
        &mut self,
        town: &Town,
        link: &str,
        fields: &[(&str, &str)],
        site: &str,
    ) -> Answer {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}&", encoded(value)));
        let form = pairs.collect::<String>() + "save=1";
        let request = Request::builder()
            .method(Method::POST)
            .uri(link)
            .header("host", "localhost:8080")
            .header("sec-fetch-site", site)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", self.cookie.clone().unwrap_or_default());
        let answer = town.send(request.body(Body::from(form)).expect("a request")).await;
        if let Some((pair, _)) = answer.header("set-cookie").split_once(';') {
            self.cookie = Some(pair.to_owned());
        }
        answer
    }

    pub async fn press_in(&mut self, town: &Town, link: &str, language: &str) -> Answer {
        let cookie = self.cookie.clone().unwrap_or_default();
        let mut headers =
            vec![("sec-fetch-site", "same-origin"), ("origin", "null"), ("accept-language", language)];
        if !cookie.is_empty() {
            headers.push(("cookie", &cookie));
        }
        let answer = town.call(Method::POST, link, &headers).await;
        if let Some((pair, _)) = answer.header("set-cookie").split_once(';') {
            self.cookie = Some(pair.to_owned());
        }
        answer
    }
}
