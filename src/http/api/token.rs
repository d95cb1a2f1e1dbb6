//! Who calls the API: a municipality, by a token that is kept hashed.

use anyhow::bail;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use chrono::{DateTime, SecondsFormat, Utc};

use super::problem::Problem;
use crate::domain::ids::MunicipalityId;
use crate::fault::did_you_mean;
use crate::http::HttpState;
use crate::http::guesses::Caller;
use crate::secret::{hash_token, new_token};
use crate::store::api::ApiToken;
use crate::store::{Db, Tx};

/// Makes a token for the municipality with this key. It is shown once, kept hashed, and works until somebody ends it. Fails where there is no such
/// municipality.
pub async fn make_api_token(db: &Db, municipality_key: &str, now: DateTime<Utc>) -> anyhow::Result<String> {
    make_api_token_until(db, municipality_key, now, None).await
}

/// The same for one that expires. `None`: it never does.
pub async fn make_api_token_until(
    db: &Db,
    municipality_key: &str,
    now: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
) -> anyhow::Result<String> {
    let mut tx = db.begin().await?;
    let municipality = named(&mut tx, municipality_key).await?;
    let token = new_token();
    tx.insert_api_token(municipality, &hash_token(&token), now, expires_at).await?;
    tx.commit().await?;
    Ok(token)
}

/// The tokens of a municipality that nobody has ended, those that have expired too.
pub async fn api_tokens(db: &Db, municipality_key: &str) -> anyhow::Result<Vec<ApiToken>> {
    let mut tx = db.read().await?;
    let municipality = named(&mut tx, municipality_key).await?;
    Ok(tx.api_tokens(municipality).await?)
}

/// Ends a token: from now on it opens nothing. Fails where the municipality has no such token in use.
pub async fn revoke_api_token(
    db: &Db,
    municipality_key: &str,
    number: i64,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    let municipality = named(&mut tx, municipality_key).await?;
    if !tx.revoke_api_token(municipality, number, now).await? {
        bail!(
            "{municipality_key} has no token {number} in use; `tannhjul token {municipality_key} --list` shows those it has"
        );
    }
    Ok(tx.commit().await?)
}

async fn named(tx: &mut Tx, key: &str) -> anyhow::Result<MunicipalityId> {
    let Some(municipality) = tx.municipality_by_key(key).await? else {
        let known = tx.municipalities().await?;
        let near = did_you_mean(key, known.iter().map(|town| town.key.as_str()));
        bail!("there is no municipality with the key “{key}”{near}");
    };
    Ok(municipality.id)
}

/// A municipality that may call.
pub struct Authorised {
    /// The token's row.
    pub token_id: i64,
    pub municipality: MunicipalityId,
    /// The token itself: a secret that nobody finds in the database.
    pub secret: String,
}

impl FromRequestParts<HttpState> for Authorised {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let Ok(caller) = Caller::from_request_parts(parts, state).await;
        let now = state.engine.clock.now();
        if !state.guesses.may_try(caller, now) {
            let detail = "Too many wrong tokens came from there. Wait ten minutes.";
            return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, detail));
        }
        let given = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let Some(secret) = given.and_then(bearer) else {
            let detail =
                "Send the header “Authorization: Bearer TOKEN”; `tannhjul token MUNICIPALITY` makes a token.";
            return Err(Problem::new(StatusCode::UNAUTHORIZED, detail));
        };
        let token = state.engine.db.read().await?.api_token(&hash_token(secret)).await?;
        let Some(token) = token else {
            state.guesses.was_wrong(caller, now);
            return Err(Problem::new(
                StatusCode::UNAUTHORIZED,
                "The token is not known, or is no longer in use.",
            ));
        };
        // Whoever has it had a right to it once: that is no guess.
        if let Some(at) = token.expires_at.filter(|_| token.has_expired(now)) {
            let detail = format!(
                "The token expired at {}; `tannhjul token MUNICIPALITY` makes a new one.",
                at.to_rfc3339_opts(SecondsFormat::Secs, true)
            );
            return Err(Problem::new(StatusCode::UNAUTHORIZED, detail));
        }
        Ok(Self { token_id: token.id, municipality: token.municipality_id, secret: secret.to_owned() })
    }
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}
