//! A marked recipient is written wherever somebody might write one, by everybody and through a whole round; then it is looked for in every message,
//! every file handed over, the log, the figures, the API, every row, and the raw files of the database.

use std::path::{Path, PathBuf};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tannhjul::chat::Target;
use tannhjul::domain::ids::RequestId;
use tannhjul::http::{HttpState, make_api_token, router};
use tannhjul::store::Db;
use tower::ServiceExt;

use crate::databases::on_both_engines;
use crate::mailing::Post;
use crate::privacy::{Log, rows_with, said_by_the_bot};
use crate::world::World;

on_both_engines!(a_planted_recipient_is_found_on_the_page_alone);

/// What is planted. None of it stands in any other text; the last one is a word of health, which is left out everywhere.
const MARKS: [&str; 6] = ["Zqxholm", "Storgata 873", "481179318", "regntonna", "91 23 45 61", "insulin"];
const NEED: &str = "Trenger 2 stk til snømåking hos Turid Zqxholm i Storgata 873 i morgen kl 16-18, dørkode 481179318, \
                    tlf 91 23 45 61, hun får insulin";
/// How people mention somebody who is helped.
const MENTIONS: [&str; 5] = [
    "Zqxholm hadde falt på kjøkkenet",
    "det var hos Turid Zqxholm i Storgata 873",
    "koden 481179318 virket ikke",
    "nøkkelen lå i regntonna",
    "ring Zqxholm på 91 23 45 61, det er insulin",
];

async fn a_planted_recipient_is_found_on_the_page_alone(url: String) {
    let (log, listening) = Log::listen();
    let db = Db::open(&url).await.expect("the test's database opens");
    let mut fjellvik = World::with_day_list_and_mail(db).await;
    let post = Post::of(&fjellvik).await;
    let mut said = String::new();
    asked_in_every_way(&mut fjellvik, &mut said).await;
    fjellvik.replies("fjellvik-il", "kari", "ja, det er vel hos Zqxholm i Storgata 873?").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    let page = open_the_page(&fjellvik).await;
    answered_in_every_way(&mut fjellvik, &mut said).await;
    come_and_gone(&mut fjellvik, &mut said).await;
    something_happened(&mut fjellvik, &mut said).await;
    shown_and_erased(&mut fjellvik).await;
    let seen_outside = figures_and_api(&fjellvik).await;
    written_by_e_mail(&mut fjellvik, &post, &mut said).await;
    fjellvik.is_at_rest().await;
    said.push_str(&fjellvik.transcript());

    // What is looked for can be found: it stands on the page, and sealed in its row.
    let mut tx = fjellvik.db.read().await.expect("read");
    let kept = tx.recipient(&fjellvik.engine.around.key, RequestId(1)).await.expect("opened").expect("kept");
    drop(tx);
    for mark in ["Zqxholm", "Storgata 873", "481179318"] {
        assert!(page.contains(mark), "{mark} is not on the page: {page}");
        assert!(format!("{kept:?}").contains(mark), "{mark} was not kept: {kept:?}");
    }
    // And it is found nowhere else.
    let messages = said_by_the_bot(&said);
    assert!(messages.len() > 100, "{} messages", messages.len());
    for message in messages {
        silent("a message", &message);
    }
    for posted in fjellvik.chat.all_posted() {
        silent("a message as it is shown now", &format!("{posted:?}"));
    }
    silent("the figures and the API", &seen_outside);
    let log_text = log.text();
    drop(listening);
    assert!(log_text.contains("the log is listened to"));
    silent("the log", &log_text);
    for mark in MARKS {
        assert_eq!(rows_with(&fjellvik.db, mark).await, Vec::<String>::new(), "{mark}");
    }
    raw_files_are_silent(&url).await;
    fjellvik.db.close().await;
    raw_files_are_silent(&url).await;
}

fn silent(what: &str, text: &str) {
    for mark in MARKS {
        if let Some(at) = text.find(mark) {
            let around: String =
                text[..at].chars().rev().take(300).collect::<Vec<_>>().into_iter().rev().collect();
            panic!("{mark} in {what}: …{around}>>>{}", text[at..].chars().take(200).collect::<String>());
        }
    }
}

/// Needs from staff in private and in their group, and from those who may not ask; read back, changed, tried, sent, discarded.
async fn asked_in_every_way(fjellvik: &mut World, said: &mut String) {
    fjellvik.says("silje", NEED).await;
    fjellvik.says("silje", "legg til: nøkkel i regntonna").await;
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.says_in("hjemmetjenesten", "silje", &format!("/behov {NEED}")).await;
    fjellvik.says_in("fjellvik-il", "silje", &format!("/behov {NEED}")).await;
    for person in ["ola", "stranger", "anne", "geir"] {
        fjellvik.says(person, NEED).await;
        for mention in MENTIONS {
            fjellvik.says(person, mention).await;
        }
    }
    fjellvik.says("tor", NEED).await;
    fjellvik.presses("tor", "Forkast").await;
    for text in [
        "kan vi flytte #1 til kl 17, Zqxholm er hos legen",
        "#1: nøkkelen ligger i regntonna",
        "3 stk på #1 hos Turid Zqxholm",
    ] {
        fjellvik.says("silje", text).await;
    }
    said.push_str(&fjellvik.transcript());
}

/// Replies, questions, conditions and edits that name the recipient, in the group and in private.
async fn answered_in_every_way(fjellvik: &mut World, said: &mut String) {
    let reply = fjellvik.replies("fjellvik-il", "eva", "er det hos Turid Zqxholm, Storgata 873?").await;
    fjellvik.edits("fjellvik-il", "eva", &reply, "ja, jeg tar Zqxholm").await;
    fjellvik
        .replies("fjellvik-il", "hanne", "Gunvor sa det var pent utenfor hos Zqxholm, tlf 91 23 45 61")
        .await;
    for mention in MENTIONS {
        fjellvik.replies("fjellvik-il", "ola", mention).await;
        fjellvik.says("kari", mention).await;
        fjellvik.says_in("fjellvik-il", "per", mention).await;
        fjellvik.says_in("hjemmetjenesten", "silje", mention).await;
    }
    fjellvik.says("per", "forslag: noen burde besøke Turid Zqxholm i Storgata 873").await;
    said.push_str(&fjellvik.transcript());
}

/// The task's day and those after, with words about it on the way, and everything that shows or tells of it.
async fn come_and_gone(fjellvik: &mut World, said: &mut String) {
    for person in ["kari", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    for (until, person, text) in [
        ("2026-11-21T20:00:00", "kari", "ja, jeg kommer til Zqxholm"),
        ("2026-11-22T15:40:00", "kari", "blir litt sein til Zqxholm i Storgata 873"),
        ("2026-11-22T16:05:00", "kari", "er hos Zqxholm nå"),
        ("2026-11-22T17:30:00", "eva", "må melde forfall, Zqxholm ringte meg"),
        ("2026-11-22T18:20:00", "kari", "ferdig, men Zqxholm i Storgata 873 hadde falt"),
    ] {
        fjellvik.time_passes_until(until).await;
        fjellvik.says(person, text).await;
        said.push_str(&fjellvik.transcript());
    }
    // Whatever the bot said last is answered with words that name the recipient.
    for person in ["silje", "anne", "kari", "eva", "bjorn", "jonas"] {
        for mention in MENTIONS {
            fjellvik.answers(person, mention).await;
        }
    }
    said.push_str(&fjellvik.transcript());
}

/// What went wrong is reported in words that name the recipient, and answered in such.
async fn something_happened(fjellvik: &mut World, said: &mut String) {
    fjellvik
        .says("silje", "Trenger 3 stk til snømåking hos Turid Zqxholm i Storgata 873 tirsdag kl 16-18")
        .await;
    fjellvik.presses("silje", "Send").await;
    for person in ["kari", "per", "ola"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.time_passes_until("2026-11-24T18:20:00").await;
    for (person, nothing_good, words) in
        [("kari", "Nei, noe skjedde", MENTIONS[0]), ("per", "Nei, noko hende", MENTIONS[1])]
    {
        fjellvik.presses(person, nothing_good).await;
        fjellvik.says(person, words).await;
        fjellvik.answers("silje", "takk, vi ringer Zqxholm på 91 23 45 61").await;
    }
    fjellvik.says("ola", "ferdig, men Zqxholm hadde falt").await;
    let reported = fjellvik.count("SELECT COUNT(*) FROM deviation WHERE answered_at IS NOT NULL").await;
    assert_eq!(reported, 2, "{}", fjellvik.transcript());
    said.push_str(&fjellvik.transcript());
}

/// Everything that tells of it afterwards, and of the people it concerns.
async fn shown_and_erased(fjellvik: &mut World) {
    for command in [
        "/historikk #1",
        "/vakt",
        "/ledige",
        "/dagsliste",
        "/hvem #1",
        "hvem kan ta #1?",
        "sett inn Ola på #1",
        "/minedata",
        "/mine",
    ] {
        for person in ["anne", "silje", "kari"] {
            fjellvik.says(person, command).await;
        }
    }
    for person in ["anne", "silje", "kari"] {
        let file = fjellvik.chat.document(&format!("p:{person}")).content;
        // One's own report is one's own to see: what somebody wrote of what happened is in their file, and in nobody else's.
        if person != "kari" {
            silent("somebody's file", &file);
        }
    }
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-25T12:00:00").await;
}

async fn call(fjellvik: &World, method: Method, path: &str, authorization: &str, body: String) -> String {
    let app = router(HttpState::new(fjellvik.engine.clone()), []);
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "tannhjul.example")
        .header("content-type", "application/json")
        .header("authorization", authorization)
        .body(Body::from(body))
        .expect("a request");
    let response = app.oneshot(request).await.expect("an answer");
    let status = response.status();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    format!("{method_path}: {status}\n{}\n", String::from_utf8_lossy(&body), method_path = path)
}

/// The link that Kari got, opened: the one way out.
async fn open_the_page(fjellvik: &World) -> String {
    let posted = fjellvik.chat.posted("p:kari");
    let link =
        posted.iter().rev().flat_map(|posted| posted.text.buttons.iter().flatten()).find_map(|button| {
            match &button.target {
                Target::Link(link) if link.contains("/o/") => Some(link.clone()),
                _ => None,
            }
        });
    let link = link.unwrap_or_else(|| panic!("no link was sent: {posted:#?}"));
    let path = link.strip_prefix("https://tannhjul.example").expect("a link of the service's");
    call(fjellvik, Method::POST, path, "", String::new()).await
}

async fn figures_and_api(fjellvik: &World) -> String {
    let token = make_api_token(&fjellvik.db, "fjellvik", fjellvik.now()).await.expect("a token");
    let authorization = format!("Bearer {token}");
    let in_words = serde_json::json!({ "municipality": "fjellvik", "requester": "silje", "text": NEED.replace("i morgen", "på fredag"), "confirm": true });
    let in_fields = serde_json::json!({
        "municipality": "fjellvik", "requester": "silje", "service": "visit", "people": 1, "start": "2026-11-27T16:00:00+01:00",
        "end": "2026-11-27T18:00:00+01:00", "place": "Storgata 873", "recipient": "Turid Zqxholm", "notes": "regntonna, insulin", "confirm": true,
    });
    let mut seen = String::new();
    for (method, path, body) in [
        (Method::POST, "/api/v1/requests", in_words.to_string()),
        (Method::POST, "/api/v1/requests", in_fields.to_string()),
        (Method::POST, "/api/v1/requests", in_fields.to_string().replace("\"visit\"", "\"Zqxholm\"")),
        (Method::GET, "/api/v1/tasks", String::new()),
        (Method::GET, "/api/v1/tasks/1", String::new()),
        (Method::GET, "/readyz", String::new()),
        (Method::GET, "/metrics", String::new()),
        (Method::GET, "/personvern/fjellvik", String::new()),
    ] {
        seen.push_str(&call(fjellvik, method, path, &authorization, body).await);
    }
    assert!(seen.contains("tannhjul_received_total") && seen.contains("201"), "{seen}");
    seen
}

/// Nobody in the municipality can be written to any more: what they would hear goes by e-mail.
async fn written_by_e_mail(fjellvik: &mut World, post: &Post, said: &mut String) {
    fjellvik.replies("fjellvik-il", "per", "ja, eg tek Zqxholm").await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    for person in ["anne", "bjorn", "inger", "silje"] {
        fjellvik.chat.block(&format!("p:{person}"));
    }
    let mut letters = Vec::new();
    for until in ["2026-11-27T10:30:00", "2026-11-27T12:30:00", "2026-11-27T18:20:00"] {
        fjellvik.time_passes_until(until).await;
        letters.extend(post.letters().await);
    }
    for mention in [MENTIONS[0], MENTIONS[1], MENTIONS[4]] {
        fjellvik.says("per", &format!("ferdig, men {mention}")).await;
    }
    letters.extend(post.letters().await);
    fjellvik.time_passes_until("2026-11-28T00:15:00").await;
    letters.extend(post.letters().await);
    for letter in &letters {
        silent("a letter", &format!("{letter:?}"));
    }
    let holes = letters.iter().filter(|letter| letter.text.contains(" mangler ")).count();
    let reports = letters.iter().filter(|letter| letter.text.contains("Per Haugen")).count();
    assert!(holes > 2 && reports > 0, "{holes} holes and {reports} reports in {letters:#?}");
    said.push_str(&fjellvik.transcript());
}

/// No file of the database holds a mark, in whatever state its pages are.
async fn raw_files_are_silent(url: &str) {
    let files = match url.strip_prefix("sqlite:") {
        Some(path) => {
            let dir = Path::new(path).parent().expect("a directory");
            files_in(dir)
        }
        None => postgres_files(url).await,
    };
    assert!(!files.is_empty());
    for file in files {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for mark in MARKS {
            let found = bytes.windows(mark.len()).any(|window| window == mark.as_bytes());
            assert!(!found, "{mark} in {}", file.display());
        }
    }
}

fn files_in(dir: &Path) -> Vec<PathBuf> {
    let entries = dir.read_dir().unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()).collect()
}

/// The files of this one database, with everything written to them that was in memory.
async fn postgres_files(url: &str) -> Vec<PathBuf> {
    let mut connection = PgConnection::connect(url).await.expect("connected");
    sqlx::query(AssertSqlSafe("CHECKPOINT".to_owned())).execute(&mut connection).await.expect("a checkpoint");
    let (dir, database): (String, String) = sqlx::query_as(
        "SELECT current_setting('data_directory'), oid::text FROM pg_database WHERE datname = current_database()",
    )
    .fetch_one(&mut connection)
    .await
    .expect("where the files are");
    connection.close().await.expect("closed");
    files_in(&Path::new(&dir).join("base").join(database))
}
