//! Receiving: nothing is confirmed before the inbox has it, and nothing stops it for good.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tannhjul::chat::Event;
use tannhjul::chat::telegram::poll::poll;
use tannhjul::chat::telegram::{ALLOWED_UPDATES, Api, Connection, Pace, Receiving, TelegramChat};
use tannhjul::clock::Clock;
use tokio::sync::watch;

use crate::bot_api::{BotApi, Fault, Presence, TOKEN};
use crate::kept::Kept;

/// Waits that a test does not feel.
const PACE: Pace = Pace {
    long_poll: Duration::from_secs(20),
    first_wait: Duration::from_millis(2),
    longest_wait: Duration::from_millis(10),
};
/// Nothing here takes that long unless it hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs `scene` while a bot polls from `offset`, then stops the bot in order.
async fn polled<T>(telegram: &BotApi, inbox: &Kept, offset: i64, scene: impl AsyncFnOnce(Watched) -> T) -> T {
    let api = Api::new(TOKEN, &telegram.url(), PATIENCE).expect("an api");
    let chat = TelegramChat::new(api, None);
    let clock = Clock::system();
    let (stop, shutdown) = watch::channel(false);
    let (state, receiving) = watch::channel(Receiving::NotYet);
    let connection = Connection { chat: &chat, pace: PACE, state, shutdown };
    let polling = spawnable(poll(connection, inbox, &clock, offset, &[]));
    let scene = async {
        let result = scene(Watched { receiving }).await;
        stop.send_replace(true);
        result
    };
    let both = futures_util::future::join(polling, scene);
    tokio::time::timeout(PATIENCE, both).await.expect("it ends").1
}

/// The service runs it as a task of its own.
fn spawnable<F: Future + Send>(future: F) -> F {
    future
}

struct Watched {
    receiving: watch::Receiver<Receiving>,
}

impl Watched {
    /// Waits until receiving fails with words that hold `words`.
    async fn fails(&mut self, words: &str) {
        let is = |receiving: &Receiving| matches!(receiving, Receiving::Failing(why) if why.contains(words));
        self.receiving.wait_for(is).await.expect("the bot runs");
    }

    async fn goes_well(&mut self) {
        self.receiving.wait_for(|receiving| *receiving == Receiving::Well).await.expect("the bot runs");
    }
}

#[tokio::test]
async fn a_batch_is_confirmed_only_after_it_was_taken_in() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    kari.starts("Kari", "abc");
    kari.says("Kari", "syk");
    inbox.holds(true);
    polled(&telegram, &inbox, 0, async |_| {
        inbox.is_asked(1).await;
        assert_eq!(telegram.calls("getUpdates").len(), 1);
        assert_eq!(telegram.confirmed(), None);
        inbox.holds(false);
        telegram.is_polled().await;
        let asked = telegram.called("getUpdates", 1).await;
        assert_eq!(asked[0].body.get("offset"), None);
    })
    .await;
    assert_eq!(telegram.confirmed(), Some(700_000_003));
    assert_eq!(inbox.said(), ["/start abc", "syk"]);
    assert_eq!(inbox.batches()[0].1, Some(700_000_003));
}

#[tokio::test]
async fn what_was_not_taken_in_comes_again() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    kari.starts("Kari", "");
    // The process dies while the inbox is at work.
    inbox.holds(true);
    polled(&telegram, &inbox, 0, async |_| {
        inbox.is_asked(1).await;
        inbox.refuses(usize::MAX);
        inbox.holds(false);
        inbox.is_asked(3).await;
    })
    .await;
    assert_eq!((telegram.confirmed(), inbox.said().len()), (None, 0));
    // A disk that is full for a while: the same batch is tried until it is taken, and nothing else is asked for meanwhile.
    let before = telegram.calls("getUpdates").len();
    inbox.refuses(3);
    polled(&telegram, &inbox, 0, async |mut watched| {
        watched.fails("inbox").await;
        inbox.has(1).await;
        kari.says("Kari", "syk");
        inbox.has(2).await;
        watched.goes_well().await;
    })
    .await;
    assert_eq!(inbox.said(), ["/start", "syk"]);
    assert!(telegram.calls("getUpdates").len() <= before + 3);
}

#[tokio::test]
async fn a_restart_goes_on_where_it_stopped() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    kari.starts("Kari", "");
    polled(&telegram, &inbox, 0, async |_| inbox.has(1).await).await;
    let offset = inbox.batches()[0].1.expect("an offset");
    kari.says("Kari", "syk");
    polled(&telegram, &inbox, offset, async |_| inbox.has(2).await).await;
    assert_eq!(inbox.said(), ["/start", "syk"]);
}

#[tokio::test]
async fn numbers_that_begin_anew_do_not_hang_it() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    telegram.numbers_updates_from(1_000);
    kari.starts("Kari", "");
    polled(&telegram, &inbox, 700_000_000, async |_| {
        inbox.has(1).await;
        kari.says("Kari", "syk");
        inbox.has(2).await;
    })
    .await;
    assert_eq!(inbox.said(), ["/start", "syk"]);
}

#[tokio::test]
async fn what_is_wanted_is_said_with_every_request_and_other_peoples_talk_is_not_kept() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let group = telegram.supergroup("Fjellvik IL", &["Kari", "Ola"]);
    let heard = polled(&telegram, &inbox, 0, async |_| {
        telegram.is_polled().await;
        group.bot_becomes("Kari", Presence::Administrator);
        group.says("Kari", "noen som så kampen?");
        let said = group.says("Ola", "/hjelp@tannhjul_bot");
        group.reacts("Ola", said, "👍");
        group.reacts("Ola", said, "");
        group.joins(&["Eva", "Per"]);
        group.leaves("Per");
        let topic = group.opens_topic("Kari", "Frivillige");
        group.says_in("Ola", topic, "ja");
        let command = group.says_in("Ola", topic, "/oppdrag");
        group.answers_in("Ola", topic, command, "ja");
        group.edits(command, "/kontakt");
        inbox.has(8).await
    })
    .await;
    let events: Vec<_> = heard.into_iter().map(|incoming| incoming.event).collect();
    assert_eq!(events.len(), 8, "{events:#?}");
    assert!(matches!(&events[0], Event::Said { text, .. } if text == "/hjelp"));
    assert!(matches!(&events[1], Event::Reacted { added, .. } if added == &["👍"]));
    assert!(matches!(&events[2], Event::Reacted { removed, .. } if removed == &["👍"]));
    assert!(matches!(&events[3], Event::MemberPresent { account, present: true } if account.name == "Eva"));
    assert!(matches!(&events[4], Event::MemberPresent { account, present: true } if account.name == "Per"));
    assert!(matches!(&events[5], Event::MemberPresent { present: false, .. }));
    assert!(matches!(&events[6], Event::Said { text, edited: false, .. } if text == "/oppdrag"));
    assert!(matches!(&events[7], Event::Said { text, edited: true, .. } if text == "/kontakt"));
    for call in telegram.calls("getUpdates") {
        assert_eq!(call.body["allowed_updates"], json!(ALLOWED_UPDATES));
    }
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_is_told_once() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let group = telegram.group("Fjellvik IL", &["Kari"]);
    let supergroup = group.upgrades("Kari");
    supergroup.says("Kari", "/hjelp");
    let heard = polled(&telegram, &inbox, 0, async |_| inbox.has(2).await).await;
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0].chat.id, group.id.to_string());
    assert_eq!(heard[0].event, Event::Moved { to: supergroup.id.to_string() });
    assert_eq!(heard[1].chat.id, supergroup.id.to_string());
}

#[tokio::test]
async fn an_update_that_can_not_be_read_holds_nobody_up() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    telegram.hands_out(json!({"message": 1}));
    telegram.hands_out(json!({"message": {"chat": [], "text": {}}}));
    // Deeper than a JSON reader follows.
    let deep = (0..300).fold(json!(1), |inner, _| json!([inner]));
    telegram.hands_out(json!({"message": {"rich_message": deep}}));
    kari.starts("Kari", "");
    polled(&telegram, &inbox, 0, async |_| inbox.has(1).await).await;
    assert_eq!(inbox.said(), ["/start"]);
    assert_eq!(inbox.batches()[0].1, Some(700_000_005));
}

#[tokio::test]
async fn trouble_is_named_and_passes() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    let trouble = [
        (Fault::Refused { code: 401, description: "Unauthorized" }, "TELEGRAM_BOT_TOKEN"),
        (
            Fault::Refused { code: 409, description: "Conflict: terminated by other getUpdates request" },
            "another program",
        ),
        (Fault::TooManyRequests { retry_after: 0 }, "wait"),
        (Fault::Refused { code: 500, description: "Internal Server Error" }, "500"),
        (Fault::Gateway { status: 502 }, "502"),
        (Fault::Cut, ""),
        (Fault::DoneThenHalf, ""),
    ];
    kari.starts("Kari", "");
    polled(&telegram, &inbox, 0, async |mut watched| {
        let mut heard = 1;
        for (fault, words) in trouble {
            telegram.is_polled().await;
            telegram.fails_always("getUpdates", fault);
            // Ends the request that waits; the next one goes wrong.
            kari.says("Kari", "før");
            inbox.has(heard + 1).await;
            kari.says("Kari", "under");
            watched.fails(words).await;
            telegram.mends();
            heard = inbox.has(heard + 2).await.len();
            watched.goes_well().await;
        }
    })
    .await;
    assert_eq!(inbox.said().len(), 1 + 2 * 7);
}

#[tokio::test]
async fn a_webhook_that_was_left_set_is_removed() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let api = Api::new(TOKEN, &telegram.url(), PATIENCE).expect("an api");
    let set = json!({"url": "http://127.0.0.1:1/telegram/x"});
    api.post("setWebhook", &set, Duration::ZERO).await.expect("set");
    telegram.private("Kari").starts("Kari", "");
    polled(&telegram, &inbox, 0, async |_| inbox.has(1).await).await;
    assert_eq!(telegram.calls("deleteWebhook").len(), 1);
}

#[tokio::test]
async fn it_stops_in_order_in_the_middle_of_anything() {
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    // While it waits for something to happen.
    polled(&telegram, &inbox, 0, async |_| telegram.is_polled().await).await;
    // While there is no answer to the first question.
    telegram.fails_always("getMe", Fault::Silence);
    polled(&telegram, &inbox, 0, async |_| telegram.called("getMe", 2).await).await;
    telegram.mends();
    // While it waits after a failure.
    telegram.fails_always("getUpdates", Fault::TooManyRequests { retry_after: 3600 });
    polled(&telegram, &inbox, 0, async |mut watched| watched.fails("wait").await).await;
    telegram.mends();
    // While the inbox takes in: that is finished, and the batch is there.
    telegram.private("Kari").starts("Kari", "");
    inbox.holds(true);
    polled(&telegram, &inbox, 0, async |_| {
        inbox.is_asked(1).await;
        inbox.holds(false);
    })
    .await;
    assert_eq!(inbox.said(), ["/start"]);
}

/// A writer of logs into memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic while writing").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_holds_neither_the_token_nor_what_people_say() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // For all tests at once, whose logs shall be as silent: one for this thread alone would miss what another thread logged first.
    tracing::subscriber::set_global_default(subscriber).expect("no other test does this");
    let (telegram, inbox) = (BotApi::start().await, Kept::default());
    let kari = telegram.private("Kari");
    kari.starts("Kari", "hemmelig");
    telegram.hands_out(json!({"message": (0..300).fold(json!("hemmelig"), |inner, _| json!([inner]))}));
    inbox.refuses(1);
    for fault in [Fault::Cut, Fault::DoneThenHalf, Fault::Gateway { status: 502 }, Fault::Silence] {
        telegram.fail("getMe", fault);
    }
    for fault in [Fault::Cut, Fault::DoneThenHalf, Fault::Refused { code: 401, description: "Unauthorized" }]
    {
        telegram.fail("getUpdates", fault);
    }
    let api = Api::new(TOKEN, &telegram.url(), Duration::from_millis(500)).expect("an api");
    let chat = TelegramChat::new(api, None);
    let (stop, shutdown) = watch::channel(false);
    let (state, _receiving) = watch::channel(Receiving::NotYet);
    let connection = Connection { chat: &chat, pace: PACE, state, shutdown };
    let scene = async {
        inbox.has(1).await;
        stop.send_replace(true);
    };
    let clock = Clock::system();
    let both = futures_util::future::join(poll(connection, &inbox, &clock, 0, &[]), scene);
    tokio::time::timeout(PATIENCE, both).await.expect("it ends");
    let log = log.0.lock().expect("no panic while writing");
    let log = String::from_utf8_lossy(&log);
    for expected in
        ["receiving from Telegram fails", "check TELEGRAM_BOT_TOKEN", "passed over", "the disk is full"]
    {
        assert!(log.contains(expected), "{expected}: {log}");
    }
    let (_, secret) = TOKEN.split_once(':').expect("a colon");
    for unsaid in [secret, "hemmelig", "Kari"] {
        assert!(!log.contains(unsaid), "{unsaid}: {log}");
    }
}
