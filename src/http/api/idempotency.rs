//! The same request sent again gets the same answer, and is done once.

use axum::http::{HeaderMap, StatusCode};
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::problem::Problem;
use super::token::Authorised;
use crate::secret::hash_token;
use crate::store::Tx;

const HEADER: &str = "idempotency-key";
const LONGEST: usize = 255;

/// A key that this request was sent under.
pub struct Claim {
    token_id: i64,
    key: String,
}

/// What a claim comes to.
pub enum Claimed {
    /// It is done now. `None`: there was no key.
    New(Option<Claim>),
    /// It was done before, and this was the answer.
    Again(StatusCode, Value),
}

/// The key in the headers. Fails for one that is none.
pub fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get(HEADER) else { return Ok(None) };
    let key = value.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > LONGEST || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        let detail =
            format!("Idempotency-Key: 1 to {LONGEST} letters, digits and signs of ASCII, without blanks.");
        return Err(Problem::new(StatusCode::BAD_REQUEST, detail));
    }
    Ok(Some(key.to_owned()))
}

/// Takes the key for this body. Fails where it was taken for another one.
pub async fn claim(
    tx: &mut Tx,
    caller: &Authorised,
    key: Option<String>,
    body: &Value,
    now: DateTime<Utc>,
) -> Result<Claimed, Problem> {
    let Some(key) = key else { return Ok(Claimed::New(None)) };
    // The token is in it: it is kept nowhere, so nobody can find an address by trying which one gives this hash.
    let hash = hash_token(&format!("{}\n{key}\n{body}", caller.secret));
    let Some(kept) = tx.claim_key(caller.token_id, &key, &hash, now).await? else {
        return Ok(Claimed::New(Some(Claim { token_id: caller.token_id, key })));
    };
    if kept.request_hash != hash {
        let detail = "This Idempotency-Key was used for another request. Make a new key for a new request.";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
    }
    let status = u16::try_from(kept.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok(Claimed::Again(status.unwrap_or(StatusCode::OK), kept.response.0))
}

impl Claim {
    /// Keeps the answer for whoever asks again.
    pub async fn keep(&self, tx: &mut Tx, status: StatusCode, answer: &Value) -> sqlx::Result<()> {
        tx.keep_answer(self.token_id, &self.key, status.as_u16(), answer).await
    }
}
