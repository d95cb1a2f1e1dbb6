//! A message that has buttons, and what it looks like without those that have had their time.

use super::press;
use crate::domain::ids::{PersonId, TaskId, TaskNumber};
use crate::store::outbox::{Body, SaidAbout};
use crate::text::{Button, Message, Said, Target};

/// What was said, and may have buttons that have had their time.
pub struct Shown {
    pub key: String,
    pub said: Said,
    pub reply_to: Option<String>,
    pub to: Option<PersonId>,
    /// It is a list about several tasks, with buttons about this one.
    pub listed: Option<(TaskId, TaskNumber)>,
}

impl Shown {
    pub fn plain(key: String, said: Said, reply_to: Option<String>) -> Self {
        Self { key, said, reply_to, to: None, listed: None }
    }

    pub fn of((key, body, to): SaidAbout, listed: Option<(TaskId, TaskNumber)>) -> Option<Self> {
        match body.0 {
            Body::Say { said, reply_to } if !said.buttons.is_empty() => {
                Some(Self { key, said, reply_to, to, listed })
            }
            _ => None,
        }
    }

    /// It as it is once `is_over` says of its buttons that they are, with a line that tells why. `None`: nothing is over.
    pub fn without(self, is_over: impl Fn(&Button) -> bool, line: Option<Message>) -> Option<Said> {
        let Some((task, number)) = self.listed else { return without(self.said, is_over, line) };
        let about = |button: &Button| match &button.target {
            Target::Data(data) => press::dealt_with_by(data),
            Target::Link(_) | Target::Task(_) | Target::Request(_) | Target::OwnData(_) => None,
        };
        let is_alarm = self.said.all_buttons().any(|button| about(button).is_none() && is_over(button));
        let is_gone = |button: &Button| match &button.target {
            // One that presses several is over with the first of them.
            Target::Data(data) if press::is_of_each(data) => press::each_is_about(data, task),
            _ => (is_alarm || about(button) == Some(task)) && is_over(button),
        };
        let names: Vec<String> = self.said.all_buttons().filter(|b| is_gone(b)).filter_map(name_on).collect();
        if !self.said.all_buttons().any(|button| about(button) == Some(task) && is_over(button)) && !is_alarm
        {
            return None;
        }
        let mut said = without(self.said, is_gone, None)?;
        // What was asked there has been done, or can't be done any more.
        let is_more_open = said.all_buttons().any(|button| about(button) == Some(task));
        let was_asked = |asked: &Message| match asked {
            Message::UrgentOpen { number: of, .. } => is_alarm && *of == number,
            Message::ProposeRing { number: of, name, .. } => *of == number && names.contains(name),
            _ => !is_alarm && !is_more_open && asked.proposes_about() == Some(number),
        };
        let place = said.lines.iter().position(was_asked).unwrap_or(said.lines.len());
        said.lines.retain(|line| !was_asked(line));
        if let Some(line) = line {
            said.lines.insert(place, of_task(number, line));
        }
        Some(said)
    }
}

/// A line about one task, among lines about others.
fn of_task(number: TaskNumber, line: Message) -> Message {
    match line {
        Message::Settled | Message::SettledBy { .. } | Message::NoLongerSo => {
            Message::OfTask { number, what: Box::new(line) }
        }
        names_it => names_it,
    }
}

/// Whom the button of a list is about.
fn name_on(button: &Button) -> Option<String> {
    match &button.label {
        Message::PersonComesOn { name, .. } | Message::PersonDoesNotComeOn { name, .. } => Some(name.clone()),
        _ => None,
    }
}

/// Takes those buttons off a message that `is_over` names, and adds a line. Gives nothing where there was none of them.
fn without(mut said: Said, is_over: impl Fn(&Button) -> bool, line: Option<Message>) -> Option<Said> {
    if !said.all_buttons().any(&is_over) {
        return None;
    }
    for row in &mut said.buttons {
        row.retain(|button| !is_over(button));
    }
    said.buttons.retain(|row| !row.is_empty());
    if !said.all_buttons().any(|button| matches!(button.target, Target::Task(_))) {
        // It speaks of a button that is gone.
        said.lines.retain(|line| *line != Message::AddressOnPage);
    }
    said.lines.extend(line);
    Some(said)
}
