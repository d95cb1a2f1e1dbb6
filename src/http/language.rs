//! The language of somebody nobody knows yet: the one their link was written in, or what their browser asks for.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use crate::domain::language::Language;

/// Languages after this many are not read.
const MOST: usize = 20;

/// The language in which a page that knows nobody speaks. A link in a message carries its reader's (`?lang=nn`).
pub struct Wanted(pub Language);

impl<S: Sync> FromRequestParts<S> for Wanted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let named = query.split('&').find_map(|pair| pair.strip_prefix("lang="));
        let named = named.and_then(Language::from_code);
        Ok(Self(named.unwrap_or_else(|| wanted_language(&parts.headers))))
    }
}

/// The first of the languages asked for that is spoken here; bokmål without one.
fn wanted_language(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (0, Language::default());
    for entry in asked.split(',').take(MOST) {
        let mut parts = entry.split(';').map(str::trim);
        let language = parts.next().and_then(Language::from_code);
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1000, thousandths);
        if let Some(language) = language.filter(|_| weight > best.0) {
            best = (weight, language);
        }
    }
    best.1
}

/// A weight from 0 to 1, in thousandths; what is no weight is 0.
fn thousandths(weight: &str) -> u32 {
    match weight.parse::<f32>() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
        Ok(weight) => (weight.clamp(0.0, 1.0) * 1000.0) as u32,
        Err(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_language_that_is_spoken_wins() {
        for (asked, wanted) in [
            ("", Language::Nb),
            ("nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.7", Language::Nn),
            ("de,fr;q=0.9", Language::Nb),
            ("de, en;q=0.4, nb;q=0.3", Language::En),
            ("en;q=0, nn;q=0.001", Language::Nn),
            ("no", Language::Nb),
            ("en-GB;q=nonsense, nb", Language::Nb),
            (";;;,,,q=1", Language::Nb),
        ] {
            let headers = [(ACCEPT_LANGUAGE, asked.parse().expect("a value"))].into_iter().collect();
            assert_eq!(wanted_language(&headers), wanted, "{asked}");
        }
    }
}
