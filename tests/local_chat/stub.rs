//! Stand-ins for the dispatcher and the demonstration's clock.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use tannhjul::chat::local::LocalChat;
use tannhjul::chat::{Address, Button, Chat, Delivery, Event, Inbox, Incoming, TakingIn, Target, Text};
use tannhjul::clock::Clock;
use tannhjul::http::local_chat::TimeMachine;
use tokio::sync::mpsc;

/// Takes everything in and keeps it, each update once.
#[derive(Default)]
pub struct Recorder {
    seen: Mutex<Vec<Incoming>>,
    /// While set nothing is taken in.
    pub away: std::sync::atomic::AtomicBool,
}

impl Recorder {
    /// What came since the last call.
    pub fn take(&self) -> Vec<Incoming> {
        std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inbox for Recorder {
    fn take_in(&self, incoming: Vec<Incoming>, _: Option<i64>) -> TakingIn<'_> {
        Box::pin(async move {
            anyhow::ensure!(!self.away.load(std::sync::atomic::Ordering::SeqCst), "away");
            self.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(incoming);
            Ok(())
        })
    }
}

/// A bot of a few lines: a card for `/kort`, a thumb for a yes, a toast for a press, else it says what it heard.
pub struct Echo(mpsc::UnboundedSender<Incoming>);

impl Echo {
    pub fn start(chat: Arc<LocalChat>) -> Arc<Self> {
        let (sender, mut heard) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(incoming) = heard.recv().await {
                for delivery in answer(incoming) {
                    let outcome = chat.deliver(delivery).await;
                    drop(outcome);
                }
            }
        });
        Arc::new(Self(sender))
    }
}

impl Inbox for Echo {
    fn take_in(&self, incoming: Vec<Incoming>, _: Option<i64>) -> TakingIn<'_> {
        for one in incoming {
            self.0.send(one).expect("the echo listens");
        }
        Box::pin(async { Ok(()) })
    }
}

fn answer(incoming: Incoming) -> Vec<Delivery> {
    let to = Address { chat: incoming.chat.id, thread: None };
    match incoming.event {
        Event::Said { text, message, .. } if text == "/kort" => {
            vec![Delivery::Post { to, text: card(2), reply_to: Some(message) }]
        }
        Event::Said { text, message, .. } if text.starts_with("tar") || text.starts_with("ja") => {
            vec![Delivery::React { to, message, emoji: "👍".to_owned() }]
        }
        Event::Said { text, message, edited: false, .. } => {
            vec![Delivery::Post { to, text: plain(&format!("Jeg hørte: {text}")), reply_to: Some(message) }]
        }
        Event::Pressed { press, message, data } => {
            let mut answer =
                vec![Delivery::AnswerPress { press, text: "Takk! Du har plass på #17.".to_owned() }];
            if let (Some(message), "yes") = (message, data.as_str()) {
                answer.push(Delivery::Edit { to, message, text: card(1) });
            }
            answer
        }
        _ => Vec::new(),
    }
}

pub fn plain(body: &str) -> Text {
    Text { body: body.to_owned(), buttons: Vec::new() }
}

/// The card of a task with so many places free.
pub fn card(free: u32) -> Text {
    let button =
        |label: &str, data: &str| Button { label: label.to_owned(), target: Target::Data(data.to_owned()) };
    Text {
        body: format!(
            "Oppdrag #17: Snømåking, søndag 22. nov. kl. 16–18, Sentrum\n2 frivillige. 200 kr til laget for hver.\n\
             Svar på denne meldingen med «ja», eller trykk:\nLedig: {free} av 2"
        ),
        buttons: vec![
            vec![button("Jeg kan", "yes"), button("Vi er to", "two"), button("Kan ikke", "no")],
            vec![Button {
                label: "Åpne chat med meg".to_owned(),
                target: Target::Link("/chat#start=".to_owned()),
            }],
        ],
    }
}

/// A clock that is moved at once, with something to happen every two hours.
pub struct Machine(pub Clock);

impl TimeMachine for Machine {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn next_event(&self) -> BoxFuture<'_, anyhow::Result<Option<DateTime<Utc>>>> {
        let now = self.now().timestamp();
        let next = DateTime::from_timestamp(now - now % 7200, 0).map(|at| at + TimeDelta::hours(2));
        Box::pin(async move { Ok(next) })
    }

    fn move_to(&self, to: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
        self.0.run_from(to);
        Box::pin(async { Ok(()) })
    }
}
