//! Which browser is asking: a secret in a cookie tells it from all others, and what it says of the page keeps other pages out.

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};

use crate::secret::new_token;

const NAME: &str = "tannhjul_browser";
/// Longer than any link lives, in seconds: a browser that forgot its secret could not open its own links.
const LIFE: u32 = 400 * 24 * 60 * 60;

/// The browser's secret: the one it has, or a new one.
pub fn secret(headers: &HeaderMap) -> String {
    let given = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        given.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let own = pairs.find(|(name, value)| *name == NAME && is_one_of_ours(value));
    own.map_or_else(new_token, |(_, value)| value.to_owned())
}

/// What could not have been made by `new_token` is no secret.
fn is_one_of_ours(value: &str) -> bool {
    const LENGTH: usize = 27;
    value.len() == LENGTH && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// The header that gives the browser its secret. `secure`: the page is reached by https only.
pub fn cookie(secret: &str, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!("{NAME}={secret}; Path=/o/; Max-Age={LIFE}; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::from_str(&cookie).expect("a token is made of letters, digits, - and _")
}

/// Whether the form was sent by the page itself. A page that tells nobody where one came from sends `Origin: null`, so a browser that says which
/// site it is on is asked that instead. A caller that says nothing is no browser and can be misused by none.
pub fn is_from_the_page(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = said("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = said(ORIGIN.as_str()).filter(|origin| *origin != "null") else { return true };
    let own = |url: &str| url.trim_end_matches('/').eq_ignore_ascii_case(origin);
    let host = said(HOST.as_str()).unwrap_or_default();
    public_url.is_some_and(own) || own(&format!("http://{host}")) || own(&format!("https://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")))
            .collect()
    }

    #[test]
    fn a_browser_keeps_its_secret_and_a_made_up_one_is_none() {
        let own = new_token();
        assert_eq!(secret(&headers(&[("cookie", &format!("a=b; {NAME}={own}; c=d"))])), own);
        for cookies in ["", "tannhjul_browser=", "tannhjul_browser=abc", "other=aaaaaaaaaaaaaaaaaaaaaaaaaaa"]
        {
            let new = secret(&headers(&[("cookie", cookies)]));
            assert!(is_one_of_ours(&new) && !cookies.contains(&new), "{cookies}");
        }
    }

    #[test]
    fn the_cookie_is_for_the_page_alone() {
        let cookie = |secure| cookie("secret", secure).to_str().expect("text").to_owned();
        for part in ["; Path=/o/;", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie(false).contains(part) && cookie(true).contains(part), "{part}");
        }
        assert!(cookie(true).ends_with("; Secure") && !cookie(false).contains("Secure"));
    }

    #[test]
    fn another_page_can_not_press_the_button() {
        let host = ("host", "oppdrag.example");
        let may = |more: &[(&'static str, &str)]| {
            is_from_the_page(&headers(&[&[host], more].concat()), Some("https://bot.example"))
        };
        assert!(may(&[]));
        assert!(may(&[("origin", "null")]));
        assert!(may(&[("origin", "null"), ("sec-fetch-site", "same-origin")]));
        assert!(may(&[("origin", "https://oppdrag.example")]));
        assert!(may(&[("origin", "https://bot.example")]));
        assert!(!may(&[("origin", "https://evil.example")]));
        assert!(!may(&[("origin", "null"), ("sec-fetch-site", "cross-site")]));
        assert!(!may(&[("sec-fetch-site", "same-site")]));
        assert!(!may(&[("sec-fetch-site", "none")]));
    }
}
