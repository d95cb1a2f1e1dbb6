//! The page at `/personvern/MUNICIPALITY`: the whole of what the first greeting says in three sentences.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use super::HttpState;
use super::disclosure::page::{call, escape, page};
use super::disclosure::{Ring, shield};
use super::language::Wanted;
use crate::domain::language::Language;
use crate::store::town::Municipality;
use crate::text::Message;

pub(super) fn router(state: HttpState) -> Router {
    Router::new()
        .route("/personvern/{municipality}", get(show))
        .layer(middleware::map_response(shield))
        .with_state(state)
}

async fn show(State(state): State<HttpState>, Path(key): Path<String>, Wanted(language): Wanted) -> Response {
    let municipality = async {
        let mut tx = state.engine.db.read().await?;
        tx.municipality_by_key(&key).await
    };
    match municipality.await {
        Ok(Some(municipality)) => Html(notice(&municipality, language)).into_response(),
        Ok(None) => (StatusCode::NOT_FOUND, Html(unknown(language))).into_response(),
        Err(error) => {
            tracing::error!(%error, "the privacy notice could not be shown");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn notice(municipality: &Municipality, language: Language) -> String {
    let say = |message: Message| escape(&message.in_language(language));
    let name = municipality.name.clone();
    let parts = [
        (Message::PrivacyWhoHead, Message::PrivacyWho { municipality: name.clone() }),
        (Message::PrivacyWhatHead, Message::PrivacyWhat),
        (Message::PrivacyWhyHead, Message::PrivacyWhy { municipality: name.clone() }),
        (Message::PrivacySeenHead, Message::PrivacySeen),
        (Message::PrivacyChatHead, Message::PrivacyChat),
        (Message::PrivacyTimeHead, Message::PrivacyTime),
        (Message::PrivacyRightsHead, Message::PrivacyRights { municipality: name.clone() }),
    ];
    let mut body = format!("<h1>{}</h1>\n", say(Message::PrivacyTitle));
    for (head, text) in parts {
        body.push_str(&format!("<p class=\"over ask\">{}</p>\n<p>{}</p>\n", say(head), say(text)));
    }
    body.push_str(&call(&Ring { name, phone: municipality.phone.clone() }, language));
    page(language, &Message::PrivacyTitle, &body)
}

fn unknown(language: Language) -> String {
    let body = format!("<h1>{}</h1>\n", escape(&Message::NothingThere.in_language(language)));
    page(language, &Message::PrivacyTitle, &body)
}
