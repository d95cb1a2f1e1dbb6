//! The page itself, written as HTML. It is whole in one answer: no script, nothing from elsewhere, its style inside it.

use std::sync::OnceLock;

use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};

use super::open::{Ring, Sheet};
use super::refusal::Refused;
use crate::commands::correct::{LONGEST_NAME, LONGEST_NOTES, LONGEST_PLACE};
use crate::domain::language::Language;
use crate::text::{Message, format};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// What the page may do: have its own style, named by its hash, and send its form here.
pub fn policy() -> &'static HeaderValue {
    static POLICY: OnceLock<HeaderValue> = OnceLock::new();
    POLICY.get_or_init(|| {
        let style = STANDARD.encode(digest(&SHA256, STYLE.as_bytes()));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        HeaderValue::from_str(&policy).expect("base64 is fit for a header")
    })
}

/// The page before the button is pressed.
pub fn greeting(language: Language) -> String {
    let say = |message: Message| escape(&message.in_language(language));
    let body = format!(
        "<h1>{}</h1>\n<p>{}</p>\n<form method=\"post\"><button>{}</button></form>\n<p class=\"quiet last\">{}</p>",
        say(Message::PageGreeting),
        say(Message::PageBefore),
        say(Message::PageOpen),
        say(Message::PageOpenNote),
    );
    page(language, &Message::PageTitle, &body)
}

/// Why there is nothing to see, and what to do instead.
pub fn refused(refused: &Refused, language: Language) -> String {
    let say = |message: Message| escape(&message.in_language(language));
    let (heading, help) = refused.why.words();
    let mut body = format!("<h1>{}</h1>\n<p>{}</p>\n", say(heading), say(help));
    if let Some(ring) = &refused.ring {
        body.push_str(&call(ring, language));
    }
    page(language, &Message::PageTitle, &body)
}

/// What those who come must know.
pub fn sheet(sheet: &Sheet) -> String {
    let language = sheet.language;
    let say = |message: Message| escape(&message.in_language(language));
    let mut body = String::new();
    body.push_str(&format!("<p class=\"over\">{}</p>\n", say(sheet.over.clone())));
    body.push_str(&format!("<h1>{}</h1>\n", say(sheet.service.map_or(Message::PageNeed, Message::Service))));
    for notice in &sheet.notices {
        body.push_str(&format!("<p class=\"care\" role=\"status\">{}</p>\n", say(notice.clone())));
    }
    body.push_str(&details(sheet));
    if sheet.may_correct {
        body.push_str(&correction_form(sheet));
    }
    if let Some(ring) = &sheet.contact {
        body.push_str(&format!("<p class=\"over ask\">{}</p>\n", say(Message::PageQuestions)));
        body.push_str(&call(ring, language));
    }
    body.push_str(&format!("<p class=\"care\">{}</p>\n", say(Message::PageKeepToYourself)));
    let (at, until) = (sheet.seen, sheet.until);
    body.push_str(&format!("<p class=\"quiet last\">{}</p>\n", say(Message::PageSeen { at, until })));
    page(language, &Message::PageTitle, &body)
}

fn details(sheet: &Sheet) -> String {
    let say = |message: Message| message.in_language(sheet.language);
    let mut list = String::from("<dl>\n");
    let mut row = |name: Message, class: &str, text: &str| {
        let name = escape(&say(name));
        list.push_str(&format!("<dt>{name}</dt><dd{class}>{}</dd>\n", escape(text)));
    };
    if let Some(window) = sheet.window {
        let window = format::window(window.start, window.end, window.dated, sheet.language);
        row(Message::PageWhen, " class=\"big\"", &window);
    }
    let recipient = &sheet.recipient;
    match &recipient.place {
        Some(place) => row(Message::PageWhere, " class=\"big\"", place),
        None if sheet.contact.is_some() => row(Message::PageWhere, "", &say(Message::PageNoPlace)),
        None => {}
    }
    if let Some(name) = &recipient.name {
        row(Message::PageWho, " class=\"big\"", name);
    }
    if !recipient.notes.is_empty() {
        row(Message::PageNotes, "", &recipient.notes.join("\n"));
    }
    if let Some(zone) = &sheet.zone {
        row(Message::PageZone, "", zone);
    }
    if !recipient.typed.trim().is_empty() {
        row(Message::PageTyped, "", recipient.typed.trim());
    }
    list.push_str("</dl>\n");
    list
}

/// The form by which the one who asked corrects what is said of the recipient; open where there is no address yet.
fn correction_form(sheet: &Sheet) -> String {
    let say = |message: Message| escape(&message.in_language(sheet.language));
    let recipient = &sheet.recipient;
    let line = |label: Message, name: &str, value: &Option<String>, longest: usize| {
        format!(
            "<label for=\"{name}\">{}</label><input id=\"{name}\" name=\"{name}\" maxlength=\"{longest}\" autocomplete=\"off\" value=\"{}\">\n",
            say(label),
            escape(value.as_deref().unwrap_or_default()),
        )
    };
    let open = if recipient.place.is_none() { " open" } else { "" };
    format!(
        "<details{open}><summary>{}</summary>\n<form method=\"post\">\n<p class=\"quiet\">{}</p>\n{}{}\
         <label for=\"notes\">{}</label><textarea id=\"notes\" name=\"notes\" rows=\"4\" maxlength=\"{}\" autocomplete=\"off\">\n{}</textarea>\n\
         <button name=\"save\" value=\"1\">{}</button>\n</form></details>\n",
        say(Message::PageChange),
        say(Message::PageChangeNote),
        line(Message::PageWhere, "place", &recipient.place, LONGEST_PLACE),
        line(Message::PageWho, "name", &recipient.name, LONGEST_NAME),
        say(Message::PageNotes),
        LONGEST_NOTES,
        escape(&recipient.notes.join("\n")),
        say(Message::PageSave),
    )
}

/// A button that rings somebody.
pub fn call(ring: &Ring, language: Language) -> String {
    // A number that breaks across lines is hard to read aloud.
    let phone = ring.phone.replace(' ', "\u{a0}");
    let text = Message::Contact { name: ring.name.clone(), phone }.in_language(language);
    let number: String = ring.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("<a class=\"call\" href=\"tel:{number}\">{}</a>\n", escape(text.trim_end_matches('.')))
}

/// A whole page. `body` is markup: what people wrote must be escaped in it.
pub fn page(language: Language, title: &Message, body: &str) -> String {
    let title = escape(&title.in_language(language));
    // The body goes in last: what people wrote is never looked at for places to fill.
    let page = PAGE.replace("{language}", language.code()).replace("{title}", &title);
    page.replacen("{style}", STYLE, 1).replacen("{body}", body, 1)
}

/// Text as it stands between tags and in attributes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_text_and_never_markup() {
        assert_eq!(escape("<b a='1'>\"&"), "&lt;b a=&#39;1&#39;&gt;&quot;&amp;");
        let ring = Ring { name: "<script>".to_owned(), phone: "\"><10 00 javascript:".to_owned() };
        let link = call(&ring, Language::Nb);
        assert!(link.contains("href=\"tel:1000\"") && !link.contains("<script"), "{link}");
    }

    #[test]
    fn the_policy_knows_the_style_in_the_page() {
        let page = greeting(Language::Nn);
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
        assert_eq!(style.map(|(style, _)| style), Some(STYLE));
        assert!(!page.contains('{') || STYLE.contains('{'));
        for foreign in ["http:", "https:", "src=", "<script", "<link", "url("] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}
