//! A stand-in for Telegram's Bot API, spoken over HTTP on loopback, with people and groups that a test can put words into the mouths of.
//!
//! It keeps the platform's rules as they matter to a bot: what reaches it in a group, whom it may write to, numbers of messages per chat,
//! offsets and allowed updates, edits, reactions, presses, topics, a group that becomes a supergroup, the real error texts, and on demand
//! limits, silence, cut connections and half answers. Every call is recorded.
//!
//! ```ignore
//! let telegram = BotApi::start().await;
//! let group = telegram.supergroup("Fjellvik IL", &["Kari", "Ola"]);
//! let reply = group.answers("Kari", card, "tar den");
//! telegram.fail("sendMessage", Fault::TooManyRequests { retry_after: 7 });
//! assert_eq!(group.transcript(), "…");
//! ```

mod calls;
pub mod faults;
mod http;
mod script;
mod state;
mod updates;
mod webhook;
mod wire;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub use faults::Fault;
pub use script::Room;
use state::State;
pub use state::{Message, Presence};

/// The token that the fake knows.
pub const TOKEN: &str = "42:fake-token_of-the-bot";
pub const BOT_ID: i64 = 42;
pub const BOT_USERNAME: &str = "tannhjul_bot";

/// A running fake. It stops when the last handle to it goes.
#[derive(Clone)]
pub struct BotApi {
    shared: Arc<Shared>,
    server: Arc<Server>,
}

/// What the server and the handles share.
struct Shared {
    state: Mutex<State>,
    /// There may be something new for whoever waits: an update, a poll, a call.
    news: Notify,
}

struct Server {
    port: u16,
    tasks: [JoinHandle<()>; 2],
}

impl Drop for Server {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// A call that a bot made.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// In lower case, as methods are compared.
    pub method: String,
    pub body: Value,
    /// The answer's code: 200, or that of the error.
    pub code: u16,
}

impl Shared {
    /// A test that panicked with the lock held has already failed; the others go on.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and wakes whoever waits for that.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.state());
        self.news.notify_waiters();
        result
    }

    /// Waits until `found` finds something in the state.
    async fn until<T>(&self, mut found: impl FnMut(&mut State) -> Option<T>) -> T {
        loop {
            let news = self.news.notified();
            tokio::pin!(news);
            // Registered before looking, so that nothing is missed in between.
            news.as_mut().enable();
            if let Some(found) = found(&mut self.state()) {
                return found;
            }
            news.await;
        }
    }
}

impl BotApi {
    /// Starts a fake on a free port of loopback.
    pub async fn start() -> Self {
        let shared = Arc::new(Shared { state: Mutex::new(State::default()), news: Notify::new() });
        let (port, serving) = http::serve(shared.clone()).await;
        let tasks = [serving, tokio::spawn(webhook::deliver(shared.clone()))];
        Self { shared, server: Arc::new(Server { port, tasks }) }
    }

    /// Where it listens, for `TELEGRAM_API_URL`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.server.port)
    }

    /// What was called by `method`, in any spelling; in the order of the calls.
    pub fn calls(&self, method: &str) -> Vec<Call> {
        let method = method.to_lowercase();
        self.shared.state().calls.iter().filter(|call| call.method == method).cloned().collect()
    }

    /// Waits until `method` has been called `count` times in all, and gives those calls.
    pub async fn called(&self, method: &str, count: usize) -> Vec<Call> {
        let method = method.to_lowercase();
        let found = |state: &mut State| {
            let calls: Vec<_> = state.calls.iter().filter(|call| call.method == method).cloned().collect();
            (calls.len() >= count).then_some(calls)
        };
        self.shared.until(found).await
    }

    /// Waits for the next call, from now on, that `is` one: it has been carried out, and its answer is on its way.
    pub async fn next_call(&self, is: impl Fn(&Call) -> bool) -> Call {
        let before = self.shared.state().calls.len();
        let found = |state: &mut State| state.calls.get(before..)?.iter().find(|call| is(call)).cloned();
        self.shared.until(found).await
    }

    /// Waits until more updates are confirmed than now.
    pub async fn next_confirmation(&self) {
        let before = self.shared.state().updates.confirmed;
        self.shared.until(|state| (state.updates.confirmed > before).then_some(())).await;
    }

    /// How many updates there have been, and the number of the first.
    pub fn updates(&self) -> (i64, i64) {
        const FIRST: i64 = 700_000_001;
        (self.shared.state().updates.next_id - FIRST, FIRST)
    }

    /// Waits until a bot is waiting for updates, so that what it asked for is known.
    pub async fn is_polled(&self) {
        self.shared.until(|state| (state.polls_waiting > 0).then_some(())).await;
    }

    /// The offset that the last getUpdates confirmed; `None` if none did.
    pub fn confirmed(&self) -> Option<i64> {
        self.shared.state().updates.confirmed
    }

    /// Hands out `update` as it is, with a number of the fake's put in, whatever was asked for.
    pub fn hands_out(&self, update: Value) -> i64 {
        self.shared.change(|state| state.updates.push_as_it_is(update))
    }

    /// Hands out an update that it has handed out before, with its number.
    pub fn hands_out_again(&self, update: Value) {
        self.shared.change(|state| state.updates.push_again(update));
    }

    /// Lets `happen` what happens, and hands what there is to tell of it out in the opposite order.
    pub fn in_the_opposite_order(&self, happen: impl FnOnce()) {
        self.shared.state().updates.held = Some(Vec::new());
        happen();
        // All at once: a batch confirms whatever has a lower number than its last.
        self.shared.change(|state| {
            let held = state.updates.held.take().unwrap_or_default();
            held.into_iter().rev().for_each(|update| state.updates.push_again(update));
        });
    }

    /// The newest update that has not been confirmed.
    pub fn newest_update(&self) -> Value {
        self.shared.state().updates.newest().expect("an update")
    }

    /// Goes on numbering updates from `id`, as Telegram does after a week of silence and another server does at once.
    pub fn numbers_updates_from(&self, id: i64) {
        self.shared.state().updates.next_id = id;
    }

    /// The next call of `method` goes wrong.
    pub fn fail(&self, method: &str, fault: Fault) {
        self.shared.change(|state| state.faults.add(method, None, fault, Some(1)));
    }

    /// Every call of `method` goes wrong, until `mends`.
    pub fn fails_always(&self, method: &str, fault: Fault) {
        self.shared.change(|state| state.faults.add(method, None, fault, None));
    }

    /// Every call of `method` in one chat goes wrong, until `mends`.
    pub fn fails_in(&self, room: &Room, method: &str, fault: Fault) {
        self.shared.change(|state| state.faults.add(method, Some(room.id), fault, None));
    }

    /// Nothing goes wrong any more.
    pub fn mends(&self) {
        self.shared.change(|state| state.faults.clear());
    }

    /// Whether the platform's limits hold, with 429 for whoever breaks them. They do not at first.
    pub fn keeps_limits(&self, keeps: bool) {
        self.shared.change(|state| state.limits.keeps = keeps);
    }

    /// Whether calls are recorded. They are at first; a load program that makes millions turns it off.
    pub fn records_calls(&self, records: bool) {
        self.shared.change(|state| state.records_calls = records);
    }
}
