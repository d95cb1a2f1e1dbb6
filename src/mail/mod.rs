//! E-mail, the last way out: what somebody must act on and no chat takes. A task and a connection of its own, so that a channel that is dead, or an
//! engine that stands, is not silence; and so that a mail server that is dead holds up nobody's chat.

mod letter;
pub mod smtp;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;

use crate::config::MailSettings;
use crate::domain::mail;
use crate::engine::Engine;
use crate::store::Db;
use crate::store::mail::{Mail, Stuck};
use crate::store::outbox::Body;
use letter::Letter;
use smtp::{NotTaken, Smtp};

/// How often is looked whether there is something to send.
const EVERY: Duration = Duration::from_secs(20);
/// For so long a letter is with whoever took it: longer than a server may take.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// Most letters before it is looked again what else is stuck.
const MOST_AT_ONCE: usize = 50;

/// Sends what no chat takes.
pub struct Mailer {
    /// Its own connection.
    db: Db,
    /// Of which only the clock and the figures are used.
    engine: Arc<Engine>,
    smtp: Smtp,
}

/// What became of a turn.
enum Turn {
    /// There is nothing to send now.
    Nothing,
    Taken,
    /// This letter was not taken; the next may be.
    Next,
    /// The server takes nothing: it is not asked for more.
    NoServer,
}

impl Mailer {
    pub fn new(db: Db, engine: Arc<Engine>, settings: &MailSettings) -> anyhow::Result<Self> {
        Ok(Self { db, engine, smtp: Smtp::new(settings)? })
    }

    /// Looks every so often until `stop` says so; the letter that is under way then is waited for.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            // First of all the chat has its chance: after a restart what waited goes out there at once.
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
            let stopped = stop.clone();
            if let Err(error) = self.send_while(|| !*stopped.borrow()).await {
                tracing::error!(error = format!("{error:#}"), "what goes by e-mail can't be read or noted");
            }
        }
        self.db.close().await;
    }

    /// Sends whatever is to be sent now. Gives the number of letters that the server took.
    pub async fn send(&self) -> anyhow::Result<usize> {
        self.send_while(|| true).await
    }

    async fn send_while(&self, goes_on: impl Fn() -> bool) -> anyhow::Result<usize> {
        self.take_up_what_is_stuck().await?;
        let mut taken = 0;
        for _ in 0..MOST_AT_ONCE {
            if !goes_on() {
                break;
            }
            match self.send_next().await? {
                Turn::Taken => taken += 1,
                Turn::Next => {}
                Turn::Nothing | Turn::NoServer => break,
            }
        }
        Ok(taken)
    }

    /// What a chat has not taken for long is said by e-mail too. It stays in the outbox: said twice it does no harm.
    async fn take_up_what_is_stuck(&self) -> anyhow::Result<()> {
        let now = self.engine.clock.now();
        let stuck = self.db.read().await?.stuck_escalations(now - mail::AFTER).await?;
        if stuck.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        for Stuck { key, person_id, task_id, body, created_at } in stuck {
            if let Body::Say { said, .. } = &body.0 {
                tx.insert_mail(&key, person_id, task_id, said, (created_at, now)).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// Takes the next letter, sends it with no transaction open, and notes what became of it.
    async fn send_next(&self) -> anyhow::Result<Turn> {
        let now = self.engine.clock.now();
        if !self.db.read().await?.has_mail_to_send(now).await? {
            return Ok(Turn::Nothing);
        }
        let mut tx = self.db.begin().await?;
        let Some(mail) = tx.lease_mail(now, now + LEASE).await? else { return Ok(Turn::Nothing) };
        let town = tx.municipality(mail.municipality_id).await?;
        let letter = Letter::of(&mail, &town, now).filter(|_| !mail::is_too_old(mail.written_at, now));
        match &letter {
            _ if mail.was_said => tx.mail_dropped(mail.id).await?,
            None => tx.mail_failed(mail.id, "it is too old, or has nobody to go to").await?,
            Some(_) => {}
        }
        tx.commit().await?;
        let Some(letter) = letter.filter(|_| !mail.was_said) else { return Ok(Turn::Next) };
        let answer = self.smtp.send(&letter).await;
        self.note(&mail, answer).await
    }

    async fn note(&self, mail: &Mail, answer: Result<(), NotTaken>) -> anyhow::Result<Turn> {
        let now = self.engine.clock.now();
        let mut tx = self.db.begin().await?;
        let turn = match answer {
            Ok(()) => {
                self.engine.metrics.mail_sent.inc();
                tx.mail_sent(mail.id, now).await?;
                Turn::Taken
            }
            Err(error) => {
                self.engine.metrics.mail_failed.inc();
                let attempts = u32::try_from(mail.attempts).unwrap_or(u32::MAX);
                let again = mail::next_try(mail.written_at, attempts, now)
                    .filter(|_| !matches!(error, NotTaken::Refused(_)));
                tracing::warn!(mail = mail.id, %error, again = again.is_some(), "an e-mail was not taken");
                match again {
                    Some(at) => tx.mail_waits(mail.id, at, &error.to_string()).await?,
                    None => tx.mail_failed(mail.id, &error.to_string()).await?,
                }
                match error {
                    NotTaken::Unreachable(_) => Turn::NoServer,
                    NotTaken::Refused(_) | NotTaken::Later(_) => Turn::Next,
                }
            }
        };
        tx.commit().await?;
        Ok(turn)
    }
}
