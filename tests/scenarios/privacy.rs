//! A recipient's name, address and notes are in one place, sealed, for as long as they are needed; no chat, row or log line has them.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tannhjul::domain::ids::RequestId;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    nothing_but_the_sealed_row_knows_the_recipient,
    what_is_discarded_is_erased,
    what_nobody_sends_is_erased_in_a_week,
    what_was_done_is_erased_after_thirty_days,
    what_was_written_of_it_goes_as_soon,
);

/// What is planted in a request. None of it stands in any other text.
const MARKS: [&str; 6] = ["Zqxberg", "Storgata 8731", "471179317", "blomsterkrukka", "91234567", "insulin"];
const NEED: &str = "Trenger 2 stk til snømåking hos Turid Zqxberg i Storgata 8731 i morgen kl 16-18, dørkode 471179317, \
                    tlf 91234567, hun får insulin";

/// What was logged in this thread.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics while logging").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Listens to what this thread logs, down to the smallest detail, until the guard is dropped.
    pub fn listen() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .without_time()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || writer.clone())
            .finish();
        let listening = tracing::subscriber::set_default(subscriber);
        tracing::trace!("the log is listened to");
        (log, listening)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("nobody panics while logging")).into_owned()
    }
}

async fn nothing_but_the_sealed_row_knows_the_recipient(db: Db) {
    let (log, _listening) = Log::listen();
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.says("silje", "legg til: nøkkel under blomsterkrukka").await;
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "eva", "hvor er det?").await;
    fjellvik.says("kari", "/mine").await;
    fjellvik.says("kari", "må melde forfall").await;
    // Others, too, write what they should not: where nobody may ask, and where nothing is understood.
    fjellvik.says("ola", NEED).await;
    fjellvik.says_in("fjellvik-il", "silje", &format!("/behov {NEED}")).await;
    fjellvik.says("stranger", NEED).await;
    fjellvik.time_passes_until("2026-11-22T20:00:00").await;
    for said in said_by_the_bot(&fjellvik.transcript()) {
        assert!(!MARKS.iter().any(|mark| said.contains(mark)), "{said}");
    }
    for posted in fjellvik.chat.all_posted() {
        let shown = format!("{posted:?}");
        assert!(!MARKS.iter().any(|mark| shown.contains(mark)), "{shown}");
    }
    for mark in MARKS {
        assert_eq!(rows_with(&fjellvik.db, mark).await, Vec::<String>::new(), "{mark}");
        assert!(!log.text().contains(mark), "{mark} was logged");
    }
    assert!(log.text().contains("the log is listened to"));
    let mut tx = fjellvik.db.read().await.expect("read");
    let kept = tx.recipient(&fjellvik.engine.around.key, RequestId(1)).await.expect("opened").expect("kept");
    drop(tx);
    let kept = format!("{kept:?}");
    for mark in MARKS {
        assert_eq!(kept.contains(mark), mark != "insulin", "{mark} in {kept}");
    }
    fjellvik.is_at_rest().await;
}

async fn what_is_discarded_is_erased(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    assert_eq!(recipients(&fjellvik).await, 1);
    fjellvik.presses("silje", "Forkast").await;
    assert_eq!(recipients(&fjellvik).await, 0);
    fjellvik.is_at_rest().await;
}

async fn what_nobody_sends_is_erased_in_a_week(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.time_passes_until("2026-11-28T09:00:00").await;
    assert_eq!(recipients(&fjellvik).await, 1);
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-29T11:00:00").await;
    assert_eq!(recipients(&fjellvik).await, 0);
    assert_eq!(fjellvik.transcript(), "", "nobody is told");
    fjellvik.presses_data("silje", "send:1:1").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 0);
    fjellvik.is_at_rest().await;
}

async fn what_was_done_is_erased_after_thirty_days(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.time_passes_until("2026-12-22T17:59:00").await;
    assert_eq!(recipients(&fjellvik).await, 1);
    // The sweep comes once a day.
    fjellvik.time_passes_until("2026-12-23T18:00:00").await;
    assert_eq!(recipients(&fjellvik).await, 0);
    fjellvik.is_at_rest().await;
}

/// The words of a report, and a message that could not be handled and waits for whoever mends it.
async fn what_was_written_of_it_goes_as_soon(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:20:00").await;
    fjellvik.presses("kari", "Nei, noe skjedde").await;
    fjellvik.says("kari", "Turid Zqxberg hadde falt").await;
    change(
        &fjellvik,
        "UPDATE inbox SET state = 'failed', payload = recipient.sealed FROM recipient WHERE inbox.id = 1",
    )
    .await;
    const KEPT: [&str; 2] = [
        "SELECT COUNT(*) FROM deviation WHERE length(sealed) > 0",
        "SELECT COUNT(*) FROM inbox WHERE payload IS NOT NULL",
    ];
    fjellvik.time_passes_until("2026-12-20T18:00:00").await;
    for kept in KEPT {
        assert_eq!(fjellvik.count(kept).await, 1, "{kept}");
    }
    fjellvik.time_passes_until("2026-12-24T18:00:00").await;
    for kept in KEPT {
        assert_eq!(fjellvik.count(kept).await, 0, "{kept}");
    }
    assert_eq!(
        fjellvik.count("SELECT COUNT(*) FROM deviation").await,
        1,
        "that something was reported stays"
    );
    change(&fjellvik, "UPDATE inbox SET state = 'done' WHERE id = 1").await;
    fjellvik.is_at_rest().await;
}

async fn change(fjellvik: &World, sql: &'static str) {
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    assert_eq!(tx.execute(sql, ()).await.expect("changed"), 1, "{sql}");
    tx.commit().await.expect("committed");
}

async fn recipients(fjellvik: &World) -> i64 {
    fjellvik.count("SELECT COUNT(*) FROM recipient").await
}

/// What the bot says in a transcript: each message with all its lines.
pub fn said_by_the_bot(transcript: &str) -> Vec<String> {
    const STAMP: usize = "lør 10:00 ".len();
    let mut said = Vec::new();
    let mut is_bot = false;
    for line in transcript.lines() {
        if line.starts_with("      ") || line.is_empty() {
            if let Some(last) = said.last_mut().filter(|_| is_bot) {
                *last = format!("{last}\n{line}");
            }
            continue;
        }
        let who = line.get(STAMP..).unwrap_or_default().split(':').next().unwrap_or_default();
        is_bot = who.starts_with("bot ") || (who.starts_with('⌂') && who.ends_with(" bot"));
        if is_bot {
            said.push(line.to_owned());
        }
    }
    said
}

/// Where in the database a text can be read: each table, or in SQLite each column, in which some row has it.
pub async fn rows_with(db: &Db, text: &str) -> Vec<String> {
    const SQLITE: &str =
        "SELECT '\"' || t.name || '\" WHERE instr(CAST(\"' || c.name || '\" AS BLOB), CAST($1 AS BLOB)) > 0'
        FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'";
    const POSTGRES: &str = "SELECT format('%I AS t WHERE position($1 IN t::text) > 0
            OR position(encode(convert_to($1, ''UTF8''), ''hex'') IN t::text) > 0', tablename)
        FROM pg_tables WHERE schemaname = current_schema()";
    let mut tx = db.read().await.expect("read");
    let list = tx.pick(tannhjul::store::db::Dialect { sqlite: SQLITE, postgres: POSTGRES });
    let places: Vec<(String,)> = tx.all(list, ()).await.expect("the tables");
    assert!(places.len() > 30, "every table is looked at: {places:?}");
    let mut found = Vec::new();
    for (place,) in places {
        let sql: &'static str = Box::leak(format!("SELECT COUNT(*) FROM {place}").into_boxed_str());
        let (rows,): (i64,) = tx.one(sql, (text,)).await.expect("counted");
        if rows > 0 {
            found.push(place);
        }
    }
    found
}
