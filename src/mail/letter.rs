//! A letter: the words that the chat would have shown, with what to do since an e-mail has no buttons. There is no link in it either: whoever wants
//! to see an address opens it from the chat, where it is theirs alone.

use chrono::{DateTime, Utc};

use crate::commands::faces;
use crate::store::mail::Mail;
use crate::store::town::Municipality;
use crate::text::{Message, Said};

/// An e-mail as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The same each time it is tried, so that whoever gets it twice may see one.
    pub key: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub sent_at: DateTime<Utc>,
}

impl Letter {
    /// The letter as it is sent at `now`. `None`: there is nobody to send it to, or nothing to say.
    pub fn of(mail: &Mail, town: &Municipality, now: DateTime<Utc>) -> Option<Self> {
        let (to, said) = (mail.email.clone()?, &mail.body.as_ref()?.0);
        let (name, phone) = (|| town.name.clone(), town.phone.clone());
        let at = faces::at(&town.calendar(), now, mail.written_at);
        let mut lines = vec![Message::MailIntro { at }, Message::Blank];
        // It speaks of a button that is not here.
        lines.extend(said.lines.iter().filter(|line| **line != Message::AddressOnPage).cloned());
        let outro = match said.buttons.is_empty() {
            true => Message::MailOutroPlain { town: name(), phone },
            false => Message::MailOutro { town: name(), phone },
        };
        lines.extend([Message::Blank, outro, Message::MailWhy { town: name() }]);
        let subject = match mail.number {
            Some(number) => Message::MailSubjectTask { town: name(), number },
            None => Message::MailSubject { town: name() },
        };
        Some(Self {
            key: mail.key.clone(),
            to,
            subject: subject.in_language(mail.language),
            text: Said::new(lines).render(mail.language, &[]).body,
            sent_at: now,
        })
    }
}
