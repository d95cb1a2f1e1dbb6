//! Who answered what, what came back, and whether it is right.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// What tells in a private message that a place was given. Tannhjul's words in bokmål.
const PLACED: &str = "Du har plass på #";
/// What stands before the place in the queue.
const RESERVE: &str = "reserve nr. ";

/// One answer of one person to one task.
#[derive(Clone, Debug)]
pub struct Reply {
    pub task: usize,
    /// When the answer with this reply in it left the platform.
    pub handed_out: Option<Instant>,
    pub receipt: Option<(Instant, Given)>,
    pub marked: Option<Instant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Place,
    /// A place in the queue.
    Queue(u32),
    /// Some other words.
    Other,
}

#[derive(Clone, Debug)]
pub struct Task {
    pub number: i64,
    pub group: usize,
    /// The message that shows it.
    pub card: i64,
    pub places: usize,
}

/// Everything counted since the measuring began.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub calls: HashMap<String, u64>,
    /// Messages and edits in groups, a group each.
    pub group_messages: HashMap<i64, u64>,
    pub group_edits: HashMap<i64, u64>,
    /// Answered with 429.
    pub refused: u64,
}

#[derive(Default)]
pub struct Judge {
    pub tasks: Vec<Task>,
    pub by_number: HashMap<i64, usize>,
    pub replies: Vec<Reply>,
    /// The reply of a person to a task.
    pub of: HashMap<(usize, usize), usize>,
    /// The reply that a message in a group is.
    pub by_message: HashMap<(i64, i64), usize>,
    pub counts: Counts,
    /// Receipts, not counting those said twice.
    pub receipts: usize,
    pub marks: usize,
    pub faults: Vec<String>,
    pub doubles: usize,
}

impl Judge {
    /// A reply that will be handed out; its number.
    pub fn expect(&mut self, person: usize, task: usize) -> usize {
        let index = self.replies.len();
        self.replies.push(Reply { task, handed_out: None, receipt: None, marked: None });
        self.of.insert((person, task), index);
        index
    }

    /// The bot wrote to `person` in private.
    pub fn told(&mut self, person: usize, text: &str, now: Instant) {
        let Some(task) = number_in(text).and_then(|number| self.by_number.get(&number).copied()) else {
            return;
        };
        let Some(index) = self.of.get(&(person, task)).copied() else { return };
        let given = match text.split_once(RESERVE) {
            Some((_, rest)) => Given::Queue(digits(rest).unwrap_or(0)),
            None if text.contains(PLACED) => Given::Place,
            None => Given::Other,
        };
        let reply = &mut self.replies[index];
        if reply.handed_out.is_none() {
            self.faults.push(format!("person {person} was answered before asking"));
        } else if reply.receipt.is_some() {
            self.doubles += 1;
        } else {
            reply.receipt = Some((now, given));
            self.receipts += 1;
        }
    }

    /// The bot put its mark on a message in a group.
    pub fn marked(&mut self, chat: i64, message: i64, now: Instant) {
        let Some(index) = self.by_message.get(&(chat, message)).copied() else { return };
        if self.replies[index].marked.replace(now).is_none() {
            self.marks += 1;
        }
    }

    /// What is wrong with how the places were given. `in_order`: replies were handed out in one stream, so places and queue must follow it.
    pub fn check_places(&mut self, in_order: bool) {
        for (index, task) in self.tasks.iter().enumerate() {
            let mut of_task: Vec<&Reply> = self.replies.iter().filter(|reply| reply.task == index).collect();
            of_task.sort_by_key(|reply| reply.handed_out);
            let given: Vec<Given> =
                of_task.iter().filter_map(|reply| reply.receipt.map(|(_, given)| given)).collect();
            let placed = given.iter().filter(|given| **given == Given::Place).count();
            if given.is_empty() {
                continue;
            }
            if placed != task.places.min(of_task.len()) {
                self.faults.push(format!("task #{} gave {placed} places of {}", task.number, task.places));
            }
            let mut queue: Vec<u32> = given
                .iter()
                .filter_map(|given| if let Given::Queue(place) = given { Some(*place) } else { None })
                .collect();
            let is_ordered =
                queue.is_sorted() && given.iter().skip(placed).all(|given| *given != Given::Place);
            if in_order && !is_ordered {
                self.faults.push(format!("task #{} was not given in the order of the answers", task.number));
            }
            queue.sort_unstable();
            if queue.iter().zip(1..).any(|(place, wanted)| *place != wanted) {
                self.faults.push(format!("the queue of task #{} has gaps or doubles", task.number));
            }
        }
    }

    /// How long each receipt took from hand-out, sorted.
    pub fn latencies(&self) -> Vec<Duration> {
        let took = |reply: &Reply| Some(reply.receipt?.0.saturating_duration_since(reply.handed_out?));
        let mut all: Vec<Duration> = self.replies.iter().filter_map(took).collect();
        all.sort_unstable();
        all
    }

    pub fn count(&mut self, method: &str) {
        match self.counts.calls.get_mut(method) {
            Some(count) => *count += 1,
            None => {
                self.counts.calls.insert(method.to_owned(), 1);
            }
        }
    }
}

/// The `#17` in a text.
pub fn number_in(text: &str) -> Option<i64> {
    digits(text.split_once('#')?.1)
}

fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}
