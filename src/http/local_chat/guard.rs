//! Who may call: this machine, through a page of its own.
//!
//! Whoever reaches the page can play everybody, so it must be out of reach for other machines (also through a proxy), for other web pages in the
//! same browser, and for a page whose name was made to point here (DNS rebinding: its Host is not a loopback name).

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// What is said to whoever may not call.
const NOT_HERE: &str = include_str!("page/not_here.txt");

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Lets through what comes from this machine and from the page itself. Where the server tells who is calling (`ConnectInfo`), the caller's address
/// counts too: a Host can be made up.
pub async fn only_this_machine(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let peer = request.extensions().get().map(|ConnectInfo(peer): &ConnectInfo<SocketAddr>| peer.ip());
    let from_elsewhere = peer.is_some_and(|peer| !peer.to_canonical().is_loopback());
    let mut response =
        if from_elsewhere || !is_for_this_machine(headers) || !is_from_the_page(request.method(), headers) {
            (StatusCode::FORBIDDEN, NOT_HERE).into_response()
        } else if changes_something(request.method()) && !is_json(headers) {
            StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response()
        } else {
            next.run(request).await
        };
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The Host is a loopback name, and no proxy has passed it on.
fn is_for_this_machine(headers: &HeaderMap) -> bool {
    let passed_on = headers.keys().any(|name| {
        let name = name.as_str();
        name == "forwarded" || name == "via" || name.starts_with("x-forwarded-") || name == "x-real-ip"
    });
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next().map(HeaderValue::to_str), hosts.next()) {
        (Some(Ok(host)), None) => !passed_on && is_loopback(host),
        _ => false,
    }
}

/// `localhost`, `127.0.0.1` or `[::1]`, with or without a port.
fn is_loopback(host: &str) -> bool {
    let rest = ["localhost", "127.0.0.1", "[::1]"].into_iter().find_map(|name| {
        let (start, rest) = host.split_at_checked(name.len())?;
        start.eq_ignore_ascii_case(name).then_some(rest)
    });
    match rest.map(|rest| rest.strip_prefix(':').ok_or(rest)) {
        Some(Ok(port)) => port.parse::<u16>().is_ok() && !port.starts_with('+'),
        Some(Err(rest)) => rest.is_empty(),
        None => false,
    }
}

/// A browser says which page is calling. Opening the page from a link elsewhere is fine, reading or changing from elsewhere is not. A caller
/// that says nothing is no browser, and could as well open the database.
fn is_from_the_page(method: &Method, headers: &HeaderMap) -> bool {
    let said = |name: &HeaderName| headers.get(name).map(HeaderValue::as_bytes);
    let opens_the_page = method == Method::GET && said(&FETCH_MODE) == Some(b"navigate");
    let same_site = match said(&FETCH_SITE) {
        None | Some(b"same-origin" | b"none") => true,
        Some(_) => opens_the_page,
    };
    let host = headers.get(HOST).map(HeaderValue::as_bytes).unwrap_or_default();
    let same_origin = match said(&ORIGIN) {
        None => true,
        Some(origin) => origin.strip_prefix(b"http://").is_some_and(|from| from.eq_ignore_ascii_case(host)),
    };
    same_site && same_origin
}

fn changes_something(method: &Method) -> bool {
    method != Method::GET && method != Method::HEAD
}

fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &str)| {
            (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a header value"))
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_loopback_names_are_this_machine() {
        for host in ["localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "localhost.evil.example",
            "localhost:",
            "localhost:+80",
            "localhost:80:80",
            "127.0.0.1.evil.example",
            "127.0.0.2",
            "0.0.0.0",
            "[::1",
            "[::1]x",
            "user@localhost",
            "localhost:99999",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn what_a_proxy_passed_on_is_refused() {
        assert!(is_for_this_machine(&headers(&[("host", "localhost:8080")])));
        for name in ["forwarded", "x-forwarded-for", "x-forwarded-host", "via", "x-real-ip"] {
            assert!(!is_for_this_machine(&headers(&[("host", "localhost:8080"), (name, "x")])), "{name}");
        }
        assert!(!is_for_this_machine(&headers(&[])));
    }

    #[test]
    fn another_page_can_not_play() {
        let host = ("host", "localhost:8080");
        let may = |method: Method, more: &[(&'static str, &str)]| {
            is_from_the_page(&method, &headers(&[&[host], more].concat()))
        };
        assert!(may(Method::POST, &[("origin", "http://localhost:8080"), ("sec-fetch-site", "same-origin")]));
        assert!(may(Method::POST, &[]));
        assert!(!may(Method::POST, &[("origin", "http://localhost:9090")]));
        assert!(!may(Method::POST, &[("origin", "null")]));
        assert!(!may(Method::POST, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]));
        assert!(!may(Method::POST, &[("sec-fetch-site", "same-site")]));
        assert!(!may(Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")]));
        assert!(may(Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]));
    }
}
