//! The Bot API as far as load needs it: hands out updates by getUpdates or webhook, takes calls, and has each one judged.

use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::bot_api::faults::Limits;
use super::judge::Judge;
use super::wire::Wire;

pub const TOKEN: &str = "42:load-token";
/// A person's account is this and their number.
pub const FIRST_PERSON: i64 = 5_000_000_000;
/// A group's chat is this less its number.
pub const FIRST_GROUP: i64 = -1_001_000_000_000;
/// Telegram gives no more at once.
const MOST_UPDATES: usize = 100;
/// So many posts at once to a webhook, as Telegram does unless told otherwise.
const POSTERS: usize = 40;

pub struct Platform {
    state: Mutex<State>,
    /// There is something to hand out, or a webhook was set or taken away.
    news: Notify,
    /// Something was received that somebody may wait for.
    pub heard: Notify,
    /// Each answer is held back for so long: the way there and back.
    network: Duration,
    pub port: u16,
}

#[derive(Default)]
pub struct State {
    pub judge: Judge,
    queue: VecDeque<Update>,
    /// Handed out to a webhook and not yet taken.
    next_update: i64,
    last_message: HashMap<i64, i64>,
    limits: Limits,
    webhook: Option<(String, String)>,
    /// Whom to post to in turn, in place of the webhook's own address.
    pub hosts: Vec<String>,
    polls: u64,
    polls_waiting: usize,
    /// Bots that asked for updates while another was waiting for them.
    pub conflicts: u64,
    /// Messages that the bot wrote: chat and text. Kept while people join and tasks are opened.
    pub keeps: Option<Vec<(i64, i64, String)>>,
}

struct Update {
    id: i64,
    json: String,
    reply: Option<usize>,
}

#[derive(Deserialize)]
struct Call {
    #[serde(default)]
    chat_id: i64,
    #[serde(default)]
    message_id: i64,
    #[serde(default)]
    text: String,
    #[serde(default)]
    offset: i64,
    #[serde(default)]
    timeout: u64,
    #[serde(default)]
    url: String,
    #[serde(default)]
    secret_token: String,
}

impl Platform {
    /// Listens on a free port of loopback.
    pub async fn start(network: Duration, keeps_limits: bool) -> anyhow::Result<Arc<Self>> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let mut state = State { next_update: 700_000_001, keeps: Some(Vec::new()), ..State::default() };
        state.limits.keeps = keeps_limits;
        let platform = Arc::new(Self {
            state: Mutex::new(state),
            news: Notify::new(),
            heard: Notify::new(),
            network,
            port,
        });
        let serving = platform.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let platform = serving.clone();
                tokio::spawn(async move {
                    let Ok(wire) = Wire::new(stream) else { return };
                    // A bot that goes away in the middle is no fault of the platform's.
                    let _ = platform.serve(wire).await;
                });
            }
        });
        for _ in 0..POSTERS {
            tokio::spawn(platform.clone().post());
        }
        Ok(platform)
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `found` finds something in what was heard.
    pub async fn until<T>(&self, mut found: impl FnMut(&mut State) -> Option<T>) -> T {
        loop {
            let heard = self.heard.notified();
            tokio::pin!(heard);
            heard.as_mut().enable();
            if let Some(found) = found(&mut self.state()) {
                return found;
            }
            heard.await;
        }
    }

    /// A person writes to the bot in private.
    pub fn says(&self, person: usize, text: &str, reply: Option<usize>) {
        let account = FIRST_PERSON + i64::try_from(person).expect("few people");
        let chat = format!(r#"{{"id":{account},"type":"private","first_name":"Frivillig {person}"}}"#);
        self.message(account, person, &chat, text, None, reply);
    }

    /// A person writes in a group, perhaps in answer to a message of the bot's.
    pub fn says_in(&self, group: usize, person: usize, text: &str, to: Option<i64>, reply: Option<usize>) {
        let id = group_chat(group);
        let chat = format!(r#"{{"id":{id},"type":"supergroup","title":"Lag {group}"}}"#);
        self.message(id, person, &chat, text, to, reply);
    }

    fn message(
        &self,
        chat: i64,
        person: usize,
        chat_json: &str,
        text: &str,
        to: Option<i64>,
        reply: Option<usize>,
    ) {
        let mut state = self.state();
        let message = state.next_message(chat);
        let account = FIRST_PERSON + i64::try_from(person).expect("few people");
        let mut json = format!(
            r#"{{"message_id":{message},"from":{{"id":{account},"is_bot":false,"first_name":"Frivillig {person}","username":"frivillig{person}","language_code":"nb"}},"chat":{chat_json},"date":1795000000,"text":{}"#,
            serde_json::Value::from(text)
        );
        if let Some(to) = to {
            let _ = write!(
                json,
                r#","reply_to_message":{{"message_id":{to},"from":{{"id":42,"is_bot":true,"first_name":"Tannhjul","username":"tannhjul_bot"}},"chat":{chat_json},"date":1795000000,"text":"Oppdrag"}}"#
            );
        }
        json.push('}');
        if let Some(reply) = reply {
            state.judge.by_message.insert((chat, message), reply);
        }
        let id = state.next_update;
        state.next_update += 1;
        let json = format!(r#"{{"update_id":{id},"message":{json}}}"#);
        state.queue.push_back(Update { id, json, reply });
        drop(state);
        self.news.notify_waiters();
    }

    async fn serve(&self, mut wire: Wire) -> anyhow::Result<()> {
        while let Some((line, body)) = wire.read().await? {
            let path = line.split(' ').nth(1).unwrap_or_default();
            let method = path.rsplit('/').next().unwrap_or_default().to_lowercase();
            let call: Call = serde_json::from_slice(if body.is_empty() { b"{}" } else { &body })?;
            if method == "getupdates" {
                self.get_updates(&mut wire, &call).await?;
                continue;
            }
            let (status, answer) = self.carry_out(&method, &call);
            self.heard.notify_waiters();
            if !self.network.is_zero() {
                tokio::time::sleep(self.network).await;
            }
            wire.answer(status, answer.as_bytes()).await?;
        }
        Ok(())
    }

    fn carry_out(&self, method: &str, call: &Call) -> (u16, String) {
        let now = Instant::now();
        let mut state = self.state();
        state.judge.count(method);
        let done = || (200, r#"{"ok":true,"result":true}"#.to_owned());
        match method {
            "getme" => (
                200,
                r#"{"ok":true,"result":{"id":42,"is_bot":true,"first_name":"Tannhjul","username":"tannhjul_bot"}}"#
                    .to_owned(),
            ),
            "sendmessage" | "editmessagetext" => {
                if let Err(wait) = state.limits.count(call.chat_id) {
                    state.judge.counts.refused += 1;
                    return (429, format!(r#"{{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {wait}","parameters":{{"retry_after":{wait}}}}}"#));
                }
                let is_new = method == "sendmessage";
                let message = if is_new { state.next_message(call.chat_id) } else { call.message_id };
                state.written(call.chat_id, message, &call.text, is_new, now);
                (200, format!(r#"{{"ok":true,"result":{{"message_id":{message},"date":1795000000,"chat":{{"id":{}}}}}}}"#, call.chat_id))
            }
            "setmessagereaction" => {
                state.judge.marked(call.chat_id, call.message_id, now);
                done()
            }
            "setwebhook" => {
                state.webhook = Some((call.url.clone(), call.secret_token.clone()));
                drop(state);
                self.news.notify_waiters();
                done()
            }
            "deletewebhook" => {
                state.webhook = None;
                done()
            }
            "getmycommands" => (200, r#"{"ok":true,"result":[]}"#.to_owned()),
            "getmydescription" | "getmyshortdescription" => (200, r#"{"ok":true,"result":{}}"#.to_owned()),
            _ => done(),
        }
    }

    /// Confirms what is below `offset` and takes the next number among the polls. `None`: updates are posted instead.
    fn begin_poll(&self, offset: i64) -> Option<u64> {
        let mut state = self.state();
        if state.webhook.is_some() {
            return None;
        }
        while offset > 0 && state.queue.front().is_some_and(|update| update.id < offset) {
            state.queue.pop_front();
        }
        state.polls += 1;
        state.conflicts += u64::from(state.polls_waiting > 0);
        state.polls_waiting += 1;
        Some(state.polls)
    }

    /// Waits for updates and hands them out. Of two that wait the newer one stays.
    async fn get_updates(&self, wire: &mut Wire, call: &Call) -> anyhow::Result<()> {
        let until = Instant::now() + Duration::from_secs(call.timeout.min(50));
        let Some(poll) = self.begin_poll(call.offset) else {
            let no = r#"{"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method while webhook is active"}"#;
            return Ok(wire.answer(409, no.as_bytes()).await?);
        };
        self.news.notify_waiters();
        let waiting = Waiting(self);
        let found = loop {
            let news = self.news.notified();
            tokio::pin!(news);
            news.as_mut().enable();
            {
                let state = self.state();
                if state.polls > poll {
                    break None;
                }
                if !state.queue.is_empty() || Instant::now() >= until {
                    break Some(state.queue.len().min(MOST_UPDATES));
                }
            }
            let _ = tokio::time::timeout_at(until.into(), news).await;
        };
        drop(waiting);
        let Some(count) = found else {
            let no = r#"{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}"#;
            return Ok(wire.answer(409, no.as_bytes()).await?);
        };
        if !self.network.is_zero() {
            tokio::time::sleep(self.network).await;
        }
        let mut answer = String::from(r#"{"ok":true,"result":["#);
        {
            let now = Instant::now();
            let mut state = self.state();
            let State { queue, judge, .. } = &mut *state;
            for (index, update) in queue.iter().take(count).enumerate() {
                if index > 0 {
                    answer.push(',');
                }
                answer.push_str(&update.json);
                if let Some(reply) = update.reply {
                    judge.replies[reply].handed_out.get_or_insert(now);
                }
            }
        }
        answer.push_str("]}");
        Ok(wire.answer(200, answer.as_bytes()).await?)
    }

    /// Posts updates to the webhook, each until it is taken, to the processes in turn.
    async fn post(self: Arc<Self>) {
        let mut wires: HashMap<String, Wire> = HashMap::new();
        let mut turn = 0;
        loop {
            let (update, url, secret, hosts) = loop {
                let news = self.news.notified();
                tokio::pin!(news);
                news.as_mut().enable();
                {
                    let mut state = self.state();
                    if let Some((url, secret)) = state.webhook.clone()
                        && let Some(update) = state.queue.pop_front()
                    {
                        break (update, url, secret, state.hosts.clone());
                    }
                }
                news.await;
            };
            let path = url.splitn(4, '/').nth(3).unwrap_or_default();
            if let Some(reply) = update.reply {
                self.state().judge.replies[reply].handed_out.get_or_insert_with(Instant::now);
            }
            loop {
                turn += 1;
                let host = &hosts[turn % hosts.len()];
                let header = format!("x-telegram-bot-api-secret-token: {secret}\r\n");
                let wire = match wires.remove(host) {
                    Some(wire) => Ok(wire),
                    None => Wire::connect(host).await,
                };
                if let Ok(mut wire) = wire
                    && let Ok((200, _)) =
                        wire.ask("POST", &format!("/{path}"), &header, update.json.as_bytes()).await
                {
                    wires.insert(host.clone(), wire);
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

/// Counts a request that waits, also when whoever asked goes away.
struct Waiting<'a>(&'a Platform);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.state().polls_waiting -= 1;
    }
}

impl State {
    fn next_message(&mut self, chat: i64) -> i64 {
        let last = self.last_message.entry(chat).or_insert(0);
        *last += 1;
        *last
    }

    fn written(&mut self, chat: i64, message: i64, text: &str, is_new: bool, now: Instant) {
        if let Some(kept) = &mut self.keeps {
            kept.push((chat, message, text.to_owned()));
        }
        if chat < 0 {
            let counts = &mut self.judge.counts;
            let of = if is_new { &mut counts.group_messages } else { &mut counts.group_edits };
            *of.entry(chat).or_insert(0) += 1;
        } else if is_new {
            let person = usize::try_from(chat - FIRST_PERSON).unwrap_or(usize::MAX);
            self.judge.told(person, text, now);
        }
    }
}

pub fn group_chat(group: usize) -> i64 {
    FIRST_GROUP - i64::try_from(group).expect("few groups")
}
