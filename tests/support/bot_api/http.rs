//! The server: reads a call, lets go wrong what is to go wrong, and answers in the Bot API's form.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State as Shares};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::calls::{self, No};
use super::faults::Fault;
use super::state::State;
use super::wire::{Line, Wires};
use super::{Call, Shared, TOKEN};

/// Telegram holds a request no longer than this.
const POLL_MAX: Duration = Duration::from_secs(50);
/// Answers are filled up with blanks to this length, so that half of one is never all of it.
const HALVED_BYTES: usize = 1000;

/// Serves on a free port.
pub async fn serve(shared: Arc<Shared>) -> (u16, JoinHandle<()>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let router = Router::new()
        .route("/{bot}/{method}", post(answer).get(answer))
        .with_state(shared)
        .into_make_service_with_connect_info::<Line>();
    let serving = async move {
        axum::serve(Wires(listener), router).await.expect("serving does not end");
    };
    (port, tokio::spawn(serving))
}

async fn answer(
    Shares(shared): Shares<Arc<Shared>>,
    Path((bot, method)): Path<(String, String)>,
    ConnectInfo(line): ConnectInfo<Line>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let method = method.to_lowercase();
    if bot.strip_prefix("bot") != Some(TOKEN) {
        return response(&Err(No::new(401, "Unauthorized")));
    }
    let body = match form_boundary(&headers) {
        Some(boundary) => form(&boundary, &body),
        None => serde_json::from_slice(&body).unwrap_or(Value::Null),
    };
    let fault = shared.change(|state| state.faults.next(&method, body["chat_id"].as_i64()));
    let result = match fault {
        None | Some(Fault::DoneThenCut | Fault::DoneThenHalf) => carry_out(&shared, &method, &body).await,
        Some(Fault::TooManyRequests { retry_after }) => Err(No::too_many(retry_after)),
        Some(Fault::Refused { code, description }) => Err(No::new(code, description)),
        Some(Fault::Gateway { status }) => Err(No::new(status, "")),
        Some(Fault::Cut | Fault::Silence) => Err(No::new(0, "")),
    };
    let code = result.as_ref().map_or_else(|no| no.code, |_| 200);
    shared.change(|state| {
        if state.records_calls {
            state.calls.push(Call { method, body, code });
        }
    });
    match fault {
        Some(Fault::Silence) => std::future::pending().await,
        Some(Fault::Cut | Fault::DoneThenCut) => {
            line.cut_after(0);
            StatusCode::OK.into_response()
        }
        Some(Fault::DoneThenHalf) => {
            line.cut_after(HALVED_BYTES / 2);
            let body = json!({"ok": true, "result": result.unwrap_or_default()}).to_string();
            json_response(StatusCode::OK, format!("{body:<HALVED_BYTES$}"))
        }
        Some(Fault::Gateway { status }) => {
            let status = StatusCode::from_u16(status).expect("a status");
            (status, "<html><body>Bad Gateway</body></html>").into_response()
        }
        _ => response(&result),
    }
}

/// What stands between the parts of a form with a file.
fn form_boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    kind.strip_prefix("multipart/form-data; boundary=").map(str::to_owned)
}

/// A form as the body that the same call would have in JSON; a file is its name and content.
fn form(boundary: &str, body: &[u8]) -> Value {
    let text = String::from_utf8_lossy(body);
    let mut fields = serde_json::Map::new();
    for part in text.split(&format!("--{boundary}")) {
        let Some((head, content)) = part.split_once("\r\n\r\n") else { continue };
        let content = content.strip_suffix("\r\n").unwrap_or(content);
        let named = |what: &str| {
            let (_, after) = head.split_once(&format!("{what}=\""))?;
            after.split('"').next().map(str::to_owned)
        };
        let Some(name) = named("; name") else { continue };
        let value = match named("filename") {
            Some(file_name) => json!({"file_name": file_name, "content": content}),
            None => content.parse::<i64>().map_or_else(|_| json!(content), |number| json!(number)),
        };
        fields.insert(name, value);
    }
    Value::Object(fields)
}

async fn carry_out(shared: &Shared, method: &str, body: &Value) -> Result<Value, No> {
    if method == "getupdates" {
        return get_updates(shared, body).await;
    }
    shared.change(|state| calls::carry_out(state, method, body))
}

/// Waits for updates. Of two that wait the newer one stays (<https://core.telegram.org/bots/api#getupdates>).
async fn get_updates(shared: &Shared, body: &Value) -> Result<Value, No> {
    let limit = body["limit"].as_u64().unwrap_or(100).clamp(1, 100);
    let limit = usize::try_from(limit).expect("at most 100");
    let patience = Duration::from_secs(body["timeout"].as_u64().unwrap_or(0)).min(POLL_MAX);
    let poll = shared.change(|state| {
        if state.webhook.is_some() {
            return Err(No::new(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        state.updates.allow(&body["allowed_updates"]);
        state.updates.confirm(body["offset"].as_i64().unwrap_or(0));
        state.polls += 1;
        Ok(state.polls)
    })?;
    let _waiting = Waiting::new(shared);
    let found = |state: &mut State| {
        if state.polls != poll {
            return Some(Err(No::new(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )));
        }
        let updates = state.updates.oldest(limit);
        (!updates.is_empty()).then_some(Ok(Value::Array(updates)))
    };
    match tokio::time::timeout(patience, shared.until(found)).await {
        Ok(result) => result,
        Err(_) => Ok(json!([])),
    }
}

/// Counts a request that waits, also when whoever asked goes away.
struct Waiting<'a>(&'a Shared);

impl<'a> Waiting<'a> {
    fn new(shared: &'a Shared) -> Self {
        shared.change(|state| state.polls_waiting += 1);
        Self(shared)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.state().polls_waiting -= 1;
    }
}

fn response(result: &Result<Value, No>) -> Response {
    match result {
        Ok(result) => json_response(StatusCode::OK, json!({"ok": true, "result": result}).to_string()),
        Err(no) => {
            let status = StatusCode::from_u16(no.code).unwrap_or(StatusCode::BAD_REQUEST);
            json_response(status, no.json().to_string())
        }
    }
}

fn json_response(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
