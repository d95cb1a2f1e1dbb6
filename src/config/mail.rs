//! How e-mail goes out: by which server, and from whom.

use lettre::message::Mailbox;
use reqwest::Url;

use super::{MAIL_FROM, Reader, SMTP, SecretText};
use crate::domain::email;

/// The settings of e-mail. There are both or none.
#[derive(Clone, Debug, PartialEq)]
pub struct MailSettings {
    /// `smtps://USER:PASSWORD@HOST`, or `smtp://…?tls=required`; `smtp://…` alone only on this machine.
    pub smtp_url: SecretText,
    /// An address, perhaps with a name: `Tannhjul <tannhjul@fjellvik.no>`.
    pub from: String,
}

impl Reader<'_> {
    pub(super) fn mail(&mut self) -> Option<MailSettings> {
        let (url, from) = (self.get(SMTP), self.get(MAIL_FROM));
        let smtp_url = url.as_deref().and_then(|text| match server(text) {
            Ok(url) => Some(SecretText::new(url)),
            // Not repeated: it may hold a password.
            Err(what) => {
                self.fault(SMTP, what);
                None
            }
        });
        if from.as_ref().is_some_and(|from| !is_sender(from)) {
            self.fault(
                MAIL_FROM,
                "write an address, like tannhjul@fjellvik.no or Tannhjul <tannhjul@fjellvik.no>",
            );
        }
        match (&url, &from) {
            (Some(_), None) => {
                self.fault(SMTP, "TANNHJUL_MAIL_FROM is missing: the address that e-mail comes from")
            }
            (None, Some(_)) => {
                self.fault(MAIL_FROM, "TANNHJUL_SMTP_URL is missing: the server that sends e-mail")
            }
            _ => {}
        }
        Some(MailSettings { smtp_url: smtp_url?, from: from? })
    }
}

fn is_sender(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok_and(|from| email::tidy(from.email.as_ref()).is_some())
}

/// The address of a mail server with everything in it that tells how it is talked to. Nobody on the way may listen: the letters name people, and the
/// password opens somebody's mailbox.
fn server(text: &str) -> Result<String, &'static str> {
    const WANTED: &str = "write smtps://USER:PASSWORD@HOST, or smtp://USER:PASSWORD@HOST:587 for one that begins to encrypt when it is asked to";
    let mut url = Url::parse(text)
        .ok()
        .filter(|url| url.has_host() && url.path().len() <= 1 && url.fragment().is_none())
        .ok_or(WANTED)?;
    if url.password().is_none() && !url.username().is_empty() {
        return Err(
            "a user without a password; write smtps://USER:PASSWORD@HOST, with %40 for an @ in either",
        );
    }
    let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match (url.scheme(), url.query()) {
        ("smtps", None) | ("smtp", Some("tls=required")) => {}
        ("smtp", None) if is_here => {}
        ("smtp", None) => url.set_query(Some("tls=required")),
        ("smtp", Some(_)) => return Err("must be encrypted: leave out what follows the ?"),
        _ => return Err(WANTED),
    }
    Ok(url.to_string())
}
