//! The page's files, compiled in.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

const PAGE: &str = include_str!("page/page.html");

/// Files of the page, by name.
macro_rules! files {
    ($($name:literal)*) => {
        const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("page/", $name)))),*];
    };
}
files! {
    "api.js"
    "clock.js"
    "column.js"
    "composer.js"
    "desk.js"
    "dialogs.js"
    "dom.js"
    "en.json"
    "log.js"
    "look.css"
    "mark.svg"
    "message.js"
    "model.js"
    "nb.json"
    "nn.json"
    "page.css"
    "page.js"
    "people.js"
    "talk.css"
    "texts.js"
    "toast.js"
    "tour.css"
    "tour.js"
    "tour_en.json"
    "tour_nb.json"
    "tour_nn.json"
    "tour_panel.js"
    "tour_steps.js"
    "welcome.js"
}

pub async fn page() -> Html<&'static str> {
    Html(PAGE)
}

pub async fn file(Path(name): Path<String>) -> Response {
    let content_type = match name.rsplit_once('.') {
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "json")) => "application/json",
        Some((_, "svg")) => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
    match FILES.iter().find(|(own, _)| *own == name) {
        Some((_, content)) => ([(CONTENT_TYPE, content_type)], *content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
