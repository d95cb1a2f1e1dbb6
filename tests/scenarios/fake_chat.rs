//! A chat platform in memory: it keeps what the bot says, and who can't be written to.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use tannhjul::chat::{
    Address, Button, Capabilities, Chat, Delivered, Delivery, Document, SendError, Sending, Target, Text,
};

/// A message of the bot's as the platform shows it now.
#[derive(Clone, Debug)]
pub struct Posted {
    pub id: String,
    pub text: Text,
    pub reply_to: Option<String>,
    /// Buttons that it has had and has no more: an old screen may still show them.
    pub had: Vec<Button>,
}

#[derive(Default)]
struct State {
    next_message: u32,
    chats: BTreeMap<String, Vec<Posted>>,
    /// What has happened since the transcript was last read: the chat and the line.
    lines: Vec<(String, String)>,
    unreachable: BTreeSet<String>,
    failures: HashMap<String, Vec<SendError>>,
    deliveries: usize,
    documents: Vec<(String, Document)>,
    /// Files can't be sent here.
    without_files: bool,
}

#[derive(Clone, Default)]
pub struct FakeChat(Arc<Mutex<State>>);

impl FakeChat {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().expect("no test panics while it holds the chat")
    }

    /// From now on this chat can't be written to.
    pub fn block(&self, chat: &str) {
        self.state().unreachable.insert(chat.to_owned());
    }

    pub fn unblock(&self, chat: &str) {
        self.state().unreachable.remove(chat);
    }

    /// The next deliveries to this chat fail like this, one after the other.
    pub fn fail(&self, chat: &str, errors: impl IntoIterator<Item = SendError>) {
        self.state().failures.entry(chat.to_owned()).or_default().extend(errors);
    }

    /// What was shown since this was last asked, in order.
    pub fn take_lines(&self) -> Vec<(String, String)> {
        std::mem::take(&mut self.state().lines)
    }

    /// From now on no file can be handed over.
    pub fn carries_no_files(&self) {
        self.state().without_files = true;
    }

    /// The newest file that was handed over in a chat.
    pub fn document(&self, chat: &str) -> Document {
        let state = self.state();
        let found = state.documents.iter().rev().find(|(to, _)| to == chat);
        found.unwrap_or_else(|| panic!("no file in {chat}")).1.clone()
    }

    /// Every delivery that was tried.
    pub fn deliveries(&self) -> usize {
        self.state().deliveries
    }

    /// The bot's messages in a chat, the oldest first.
    pub fn posted(&self, chat: &str) -> Vec<Posted> {
        self.state().chats.get(chat).cloned().unwrap_or_default()
    }

    /// The bot's messages in every chat.
    pub fn all_posted(&self) -> Vec<Posted> {
        self.state().chats.values().flatten().cloned().collect()
    }

    /// A number for a message that somebody writes.
    pub fn next_message(&self) -> String {
        let mut state = self.state();
        state.next_message += 1;
        format!("m{}", state.next_message)
    }
}

impl State {
    fn carry_out(&mut self, delivery: Delivery) -> Result<Delivered, SendError> {
        self.deliveries += 1;
        let chat = match &delivery {
            Delivery::AnswerPress { .. } => None,
            Delivery::Post { to, .. }
            | Delivery::Document { to, .. }
            | Delivery::Edit { to, .. }
            | Delivery::React { to, .. }
            | Delivery::Delete { to, .. } => Some(to.chat.clone()),
        };
        if let Some(chat) = &chat {
            if let Some(error) =
                self.failures.get_mut(chat).filter(|errors| !errors.is_empty()).map(|e| e.remove(0))
            {
                return Err(error);
            }
            if self.unreachable.contains(chat) {
                return Err(if chat.starts_with("g:") { SendError::Gone } else { SendError::Blocked });
            }
        }
        match delivery {
            Delivery::Post { to, text, reply_to } => {
                self.next_message += 1;
                let id = format!("m{}", self.next_message);
                self.show(&to, "", &text);
                self.chats.entry(to.chat).or_default().push(Posted {
                    id: id.clone(),
                    text,
                    reply_to,
                    had: Vec::new(),
                });
                Ok(Delivered { message: Some(id) })
            }
            Delivery::Document { to, document, caption } => {
                self.next_message += 1;
                self.lines.push((to.chat.clone(), format!("(file {}) {caption}", document.name)));
                self.documents.push((to.chat, document));
                Ok(Delivered { message: Some(format!("m{}", self.next_message)) })
            }
            Delivery::Edit { to, message, text } => {
                let posted =
                    self.chats.get_mut(&to.chat).and_then(|chat| chat.iter_mut().find(|p| p.id == message));
                let Some(posted) = posted else { return Err(SendError::MessageGone) };
                if posted.text != text {
                    let gone = posted.text.buttons.iter().flatten().cloned();
                    posted.had.extend(gone.collect::<Vec<_>>());
                    posted.text = text.clone();
                    self.show(&to, "(edited) ", &text);
                }
                Ok(Delivered { message: None })
            }
            Delivery::React { to, emoji, .. } => {
                self.lines.push((to.chat, format!("({emoji})")));
                Ok(Delivered { message: None })
            }
            Delivery::AnswerPress { press, text } => {
                self.lines.push((press, format!("(toast) {text}")));
                Ok(Delivered { message: None })
            }
            Delivery::Delete { to, .. } => {
                self.lines.push((to.chat, "(deleted)".to_owned()));
                Ok(Delivered { message: None })
            }
        }
    }

    fn show(&mut self, to: &Address, how: &str, text: &Text) {
        let mut shown = format!("{how}{}", text.body);
        for row in &text.buttons {
            let labels = row.iter().map(|button| match button.target {
                Target::Data(_) => format!("[{}]", button.label),
                Target::Link(_) => format!("[{} ↗]", button.label),
            });
            shown.push('\n');
            shown.push_str(&labels.collect::<Vec<_>>().join(" "));
        }
        self.lines.push((to.chat.clone(), shown));
    }
}

impl Chat for FakeChat {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            buttons: true,
            edits: true,
            reactions: true,
            deletes: true,
            documents: !self.state().without_files,
            confidential: false,
        }
    }

    fn deliver(&self, delivery: Delivery) -> Sending<'_> {
        let result = self.state().carry_out(delivery);
        Box::pin(async move { result })
    }

    fn start_link(&self, code: &str) -> Option<String> {
        Some(format!("https://chat.example/bot?start={code}"))
    }
}
