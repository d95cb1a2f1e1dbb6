//! A municipality to play in: Fjellvik, everybody joined, the clock standing on a Saturday morning.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use tannhjul::apply;
use tannhjul::chat::incoming::{AccountRef, ChatRef};
use tannhjul::chat::{ChatKind, Event, Inbox, Incoming, Sender, Target};
use tannhjul::clock::Clock;
use tannhjul::commands::desk::Surroundings;
use tannhjul::domain::ids::{ChannelId, TaskId};
use tannhjul::domain::local_time::Calendar;
use tannhjul::domain::task::Task;
use tannhjul::engine::Engine;
use tannhjul::engine::receive::Mailbox;
use tannhjul::secret::Key;
use tannhjul::store::Db;

use crate::fake_chat::{FakeChat, Posted};

pub const FJELLVIK: &str = include_str!("../../examples/fjellvik.toml");
/// Saturday morning, the day before scene 1's task.
pub const BEGINNING: &str = "2026-11-21T10:00:00";

pub struct World {
    pub db: Db,
    pub engine: Arc<Engine>,
    pub chat: FakeChat,
    pub channel: ChannelId,
    pub mailbox: Mailbox,
    pub around: Surroundings,
    clock: Clock,
    pub calendar: Calendar,
    names: BTreeMap<String, String>,
    codes: BTreeMap<String, String>,
    languages: BTreeMap<String, String>,
    updates: u64,
    transcript: String,
    day_list: bool,
}

impl World {
    /// Fjellvik with everybody and every group joined, and nothing said since.
    pub async fn new(db: Db) -> Self {
        Self::joined(db, FJELLVIK).await
    }

    /// The same with the list of the day, which the other scenarios are spared: each shows one thing.
    pub async fn with_day_list(db: Db) -> Self {
        let mut world = Self::empty(db).await;
        world.day_list = true;
        world.everybody_joins(FJELLVIK).await;
        world
    }

    /// The municipality of a file, with everybody and every group joined.
    pub async fn joined(db: Db, file: &str) -> Self {
        let mut world = Self::empty(db).await;
        world.everybody_joins(file).await;
        world
    }

    async fn everybody_joins(&mut self, file: &str) {
        let report = self.apply(file).await;
        for person in &report.people {
            self.joins(&person.key, &person.key).await;
        }
        for group in &report.groups {
            self.joins_in(&group.key, "anne", &group.key).await;
        }
        self.forget();
    }

    /// Fjellvik with every code sent out and none of them used.
    pub async fn before_anybody_joined(db: Db) -> Self {
        let mut world = Self::empty(db).await;
        world.apply(FJELLVIK).await;
        world
    }

    /// The same where people reach no page of the service.
    pub async fn without_public_url(db: Db) -> Self {
        let mut world = Self::set_up(db, None, false).await;
        world.apply(FJELLVIK).await;
        world
    }

    /// Applies a file, and keeps the names and codes that it gives.
    pub async fn apply(&mut self, file: &str) -> apply::Report {
        let without = file.replace("day_list = \"0 7 * * *\"", "day_list = \"off\"");
        let file = if self.day_list { file } else { &without };
        let report = apply::apply(&self.db, file, self.now()).await.expect("the file applies");
        self.names.extend(report.people.iter().map(|person| (person.key.clone(), person.name.clone())));
        let people = report.people.iter().map(|person| (&person.key, &person.code));
        let groups = report.groups.iter().map(|group| (&group.key, &group.code));
        for (key, code) in people.chain(groups) {
            if let Some(code) = code {
                self.codes.insert(key.clone(), code.clone());
            }
        }
        report
    }

    /// A service with an empty database.
    pub async fn empty(db: Db) -> Self {
        Self::set_up(db, Some("https://tannhjul.example"), false).await
    }

    /// The same where e-mail goes out too.
    pub async fn with_day_list_and_mail(db: Db) -> Self {
        let mut world = Self::set_up(db, Some("https://tannhjul.example"), true).await;
        world.day_list = true;
        world.everybody_joins(FJELLVIK).await;
        world
    }

    /// The municipality of a file with everybody joined, where e-mail goes out.
    pub async fn with_mail(db: Db, file: &str) -> Self {
        let mut world = Self::set_up(db, Some("https://tannhjul.example"), true).await;
        world.everybody_joins(file).await;
        world
    }

    async fn set_up(db: Db, public_url: Option<&str>, mails: bool) -> Self {
        let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
        let clock = Clock::standing_at(calendar.instant(local(BEGINNING)));
        let chat = FakeChat::default();
        let mut tx = db.begin().await.expect("a transaction");
        let channel = tx.channel("local", "fake", None, clock.now()).await.expect("a channel");
        tx.commit().await.expect("committed");
        let around = Surroundings { key: Key::generate(), public_url: public_url.map(str::to_owned), mails };
        let engine = Engine::new(
            db.clone(),
            clock.clone(),
            around.clone(),
            HashMap::from([(channel, Arc::new(chat.clone()) as Arc<dyn tannhjul::chat::Chat>)]),
        );
        let mailbox = Mailbox::new(engine.clone(), channel);
        Self {
            db,
            engine,
            chat,
            channel,
            mailbox,
            around,
            clock,
            calendar,
            names: BTreeMap::new(),
            codes: BTreeMap::new(),
            languages: BTreeMap::new(),
            updates: 0,
            transcript: String::new(),
            day_list: false,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What the platform says of somebody's language.
    pub fn speaks(&mut self, person: &str, language: &str) {
        self.languages.insert(person.to_owned(), language.to_owned());
    }

    /// What the platform says somebody is called.
    pub fn is_called(&mut self, person: &str, name: &str) {
        self.names.insert(person.to_owned(), name.to_owned());
    }

    // What people do.

    /// Somebody sends the bot the code that was made for `whose`. A code is never the same twice, so the transcript shows whose it is.
    pub async fn joins(&mut self, person: &str, whose: &str) {
        self.note(&format!("{person} → bot"), &format!("/start <code for {whose}>"));
        let event = self.said(&format!("/start {}", self.codes[whose]), None);
        self.happens(self.private(person), person, event).await;
    }

    /// The same with what telephones and people do to a code.
    pub async fn joins_shouting(&mut self, person: &str, whose: &str) {
        self.note(&format!("{person} → bot"), &format!("/start  « <CODE FOR {whose}> »"));
        let event = self.said(&format!("/start  « {} »", self.codes[whose].to_uppercase()), None);
        self.happens(self.private(person), person, event).await;
    }

    /// The same in a group.
    pub async fn joins_in(&mut self, group: &str, person: &str, whose: &str) {
        self.note(&format!("⌂ {group} {person}"), &format!("/koble <code for {whose}>"));
        let event = self.said(&format!("/koble {}", self.codes[whose]), None);
        self.happens(self.group(group), person, event).await;
    }

    /// The same from somebody who hides who they are.
    pub async fn joins_in_hidden(&mut self, group: &str, whose: &str) {
        self.note(&format!("⌂ {group} (hidden)"), &format!("/koble <code for {whose}>"));
        let event = self.said(&format!("/koble {}", self.codes[whose]), None);
        self.happens_hidden(self.group(group), event).await;
    }

    /// Somebody writes to the bot in private.
    pub async fn says(&mut self, person: &str, text: &str) {
        self.writes(person, text).await;
    }

    /// The same, with the message's id for a later edit.
    pub async fn writes(&mut self, person: &str, text: &str) -> String {
        self.note(&format!("{person} → bot"), text);
        let event = self.said(text, None);
        let Event::Said { message, .. } = &event else { unreachable!("said makes words") };
        let message = message.clone();
        self.happens(self.private(person), person, event).await;
        message
    }

    /// Somebody edits what they wrote to the bot in private.
    pub async fn edits_in_private(&mut self, person: &str, message: &str, text: &str) {
        self.note(&format!("{person} → bot (edit)"), text);
        let event = Event::Said {
            message: message.to_owned(),
            text: text.to_owned(),
            reply_to: None,
            quoted: None,
            edited: true,
        };
        self.happens(self.private(person), person, event).await;
    }

    /// Somebody answers the newest message of the bot's in their private chat.
    pub async fn answers(&mut self, person: &str, text: &str) {
        self.note(&format!("{person} → bot (reply)"), text);
        let chat = self.private(person);
        let last = self.chat.posted(&chat.id).pop().expect("the bot has said something");
        let event = self.said(text, Some(last.id));
        self.happens(chat, person, event).await;
    }

    /// Somebody writes in a group something that the platform shows the bot.
    pub async fn says_in(&mut self, group: &str, person: &str, text: &str) {
        self.note(&format!("⌂ {group} {person}"), text);
        let event = self.said(text, None);
        self.happens(self.group(group), person, event).await;
    }

    /// Somebody answers the newest message of the bot's in a group.
    pub async fn answers_in(&mut self, group: &str, person: &str, text: &str) {
        self.note(&format!("⌂ {group} {person} (reply)"), text);
        let chat = self.group(group);
        let last = self.chat.posted(&chat.id).pop().expect("the bot has said something");
        let event = self.said(text, Some(last.id));
        self.happens(chat, person, event).await;
    }

    /// Somebody replies to the newest card in a group. Gives the reply's id, for a later edit.
    pub async fn replies(&mut self, group: &str, person: &str, text: &str) -> String {
        self.note(&format!("⌂ {group} {person} (reply)"), text);
        let card = self.card(group);
        let event = self.said(text, Some(card.id));
        let Event::Said { message, .. } = &event else { unreachable!("said makes words") };
        let message = message.clone();
        self.happens(self.group(group), person, event).await;
        message
    }

    /// Somebody edits a reply to the newest card.
    pub async fn edits(&mut self, group: &str, person: &str, message: &str, text: &str) {
        self.note(&format!("⌂ {group} {person} (edit)"), text);
        let card = self.card(group);
        let event = Event::Said {
            message: message.to_owned(),
            text: text.to_owned(),
            reply_to: Some(card.id),
            quoted: None,
            edited: true,
        };
        self.happens(self.group(group), person, event).await;
    }

    /// Presses a button in the private chat: the newest with this label.
    pub async fn presses(&mut self, person: &str, label: &str) {
        let chat = self.private(person);
        self.press(chat, person, label).await;
    }

    /// Presses a button in a group.
    pub async fn presses_in(&mut self, group: &str, person: &str, label: &str) {
        let chat = self.group(group);
        self.press(chat, person, label).await;
    }

    async fn press(&mut self, chat: ChatRef, person: &str, label: &str) {
        self.note(&format!("{person} presses"), &format!("[{label}]"));
        let (message, data) = self.button(&chat.id, label);
        let event = Event::Pressed { press: format!("toast:{person}"), message: Some(message), data };
        self.happens(chat, person, event).await;
    }

    /// Presses a button that is there no more: its data come all the same.
    pub async fn presses_data(&mut self, person: &str, data: &str) {
        self.note(&format!("{person} presses"), &format!("<{data}>"));
        let event = Event::Pressed { press: format!("toast:{person}"), message: None, data: data.to_owned() };
        self.happens(self.private(person), person, event).await;
    }

    /// The newest button in a chat with this label: its message and data.
    pub fn button(&self, chat: &str, label: &str) -> (String, String) {
        let posted = self.chat.posted(chat);
        posted
            .iter()
            .rev()
            .find_map(|posted| {
                let button = posted.text.buttons.iter().flatten().find(|button| button.label == label)?;
                match &button.target {
                    Target::Data(data) => Some((posted.id.clone(), data.clone())),
                    Target::Link(_) => None,
                }
            })
            .unwrap_or_else(|| panic!("no button [{label}] in {chat}: {posted:#?}"))
    }

    /// A thumb on the newest card of a group.
    pub async fn thumbs(&mut self, group: &str, person: &str) {
        self.note(&format!("⌂ {group} {person}"), "(👍 on the card)");
        let event =
            Event::Reacted { message: self.card(group).id, added: vec!["👍".to_owned()], removed: vec![] };
        self.happens(self.group(group), person, event).await;
    }

    pub async fn takes_thumb_back(&mut self, group: &str, person: &str) {
        self.note(&format!("⌂ {group} {person}"), "(takes the 👍 back)");
        let event =
            Event::Reacted { message: self.card(group).id, added: vec![], removed: vec!["👍".to_owned()] };
        self.happens(self.group(group), person, event).await;
    }

    /// Something happens in a chat, and everything that follows from it.
    pub async fn happens(&mut self, chat: ChatRef, person: &str, event: Event) {
        let incoming = self.incoming(chat, person, event);
        self.mailbox.take_in(vec![incoming], None).await.expect("taken in");
        self.settle().await;
    }

    /// The same from somebody who hides who they are.
    pub async fn happens_hidden(&mut self, chat: ChatRef, event: Event) {
        let mut incoming = self.incoming(chat, "nobody", event);
        incoming.sender = Sender::Hidden;
        self.mailbox.take_in(vec![incoming], None).await.expect("taken in");
        self.settle().await;
    }

    /// Somebody who hides who they are writes in a group.
    pub async fn happens_hidden_saying(&mut self, group: &str, text: &str) {
        self.note(&format!("⌂ {group} (hidden)"), text);
        let event = self.said(text, None);
        self.happens_hidden(self.group(group), event).await;
    }

    pub fn incoming(&mut self, chat: ChatRef, person: &str, event: Event) -> Incoming {
        self.updates += 1;
        let name = self.names.get(person).cloned().unwrap_or_else(|| person.to_owned());
        let language = self.languages.get(person).cloned();
        let account = AccountRef { id: format!("a:{person}"), name, username: None, language };
        Incoming {
            update: self.updates.to_string(),
            chat,
            sender: Sender::Account(account),
            at: self.now(),
            event,
        }
    }

    pub fn said(&self, text: &str, reply_to: Option<String>) -> Event {
        Event::Said {
            message: self.chat.next_message(),
            text: text.to_owned(),
            reply_to,
            quoted: None,
            edited: false,
        }
    }

    pub fn private(&self, person: &str) -> ChatRef {
        ChatRef { id: format!("p:{person}"), kind: ChatKind::Private, title: person.to_owned(), thread: None }
    }

    pub fn group(&self, group: &str) -> ChatRef {
        ChatRef { id: format!("g:{group}"), kind: ChatKind::Group, title: group.to_owned(), thread: None }
    }

    /// The newest card in a group.
    pub fn card(&self, group: &str) -> Posted {
        let posted = self.chat.posted(&format!("g:{group}"));
        let is_card = |posted: &&Posted| {
            ["Oppdrag #", "Task #"].iter().any(|head| posted.text.body.starts_with(head))
                && posted.reply_to.is_none()
        };
        posted
            .iter()
            .rev()
            .find(is_card)
            .cloned()
            .unwrap_or_else(|| panic!("no card in {group}: {posted:#?}"))
    }

    /// The card of a task in a group.
    pub fn card_of(&self, group: &str, number: i64) -> Posted {
        let head = format!("Oppdrag #{number}:");
        let posted = self.chat.posted(&format!("g:{group}"));
        posted.into_iter().find(|posted| posted.text.body.starts_with(&head)).expect("a card")
    }

    // Time.

    /// Time passes until the wall clock shows `until`, stopping wherever something is due.
    pub async fn time_passes_until(&mut self, until: &str) {
        let target = self.calendar.instant(local(until));
        self.engine.settle().await.expect("settled");
        self.write_down();
        while self.now() < target {
            let next = self.next_instant().await.filter(|at| *at <= target);
            self.engine.pass_time_until(next.unwrap_or(target)).await.expect("time passed");
            self.write_down();
        }
    }

    /// The next instant at which something happens by itself.
    pub async fn next_instant(&self) -> Option<DateTime<Utc>> {
        let mut tx = self.db.read().await.expect("read");
        let next =
            [tx.next_due().await.expect("read"), tx.next_outgoing(&[self.channel]).await.expect("read")];
        next.into_iter().flatten().filter(|at| *at > self.now()).min()
    }

    pub async fn settle(&mut self) {
        self.engine.settle().await.expect("settled");
        self.write_down();
    }

    // What is seen.

    pub fn note(&mut self, who: &str, what: &str) {
        self.transcript.push_str(&format!("{} {who}: {}\n", self.stamp(), indented(what)));
    }

    fn stamp(&self) -> String {
        const DAYS: [&str; 7] = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];
        use chrono::Datelike;
        let at = self.calendar.local(self.now());
        format!("{} {}", DAYS[at.weekday().num_days_from_monday() as usize], at.format("%H:%M"))
    }

    fn write_down(&mut self) {
        for (chat, line) in self.chat.take_lines() {
            let who = match (chat.strip_prefix("p:"), chat.strip_prefix("g:"), chat.strip_prefix("toast:")) {
                (Some(person), ..) => format!("bot → {person}"),
                (_, Some(group), _) => format!("⌂ {group} bot"),
                (.., Some(person)) => format!("bot ⇢ {person}"),
                _ => chat,
            };
            self.note(&who, &line);
        }
    }

    /// Everything said and done since it was last asked.
    pub fn transcript(&mut self) -> String {
        self.write_down();
        std::mem::take(&mut self.transcript)
    }

    /// The same without what the bot says in groups and over buttons: who says what to whom in private.
    pub fn private_talk(&mut self) -> String {
        let said = self.transcript();
        let mut kept = true;
        let talk = said.lines().filter(|line| {
            if !line.starts_with(' ') && !line.is_empty() {
                let toast = line.contains(" bot ⇢ ");
                let in_a_group = line.contains(" ⌂ ") && line.contains(" bot: ");
                kept = !(toast || in_a_group);
            }
            kept && !line.is_empty()
        });
        talk.map(|line| format!("{line}\n")).collect()
    }

    /// Lets what was said until now be.
    pub fn forget(&mut self) {
        self.transcript();
    }

    pub async fn task(&self, id: i64) -> Task {
        self.db
            .read()
            .await
            .expect("read")
            .task(TaskId(id))
            .await
            .expect("loaded")
            .expect("there is such a task")
    }

    /// The number of the person with this key.
    pub async fn id_of(&self, key: &'static str) -> i64 {
        let mut tx = self.db.read().await.expect("read");
        let (id,): (i64,) = tx
            .one("SELECT id FROM person WHERE key = $1 ORDER BY id LIMIT 1", (key,))
            .await
            .expect("a person");
        id
    }

    /// The number of rows that a query counts.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let (count,): (i64,) = self.db.read().await.expect("read").one(sql, ()).await.expect("counted");
        count
    }

    /// Nothing is left over: every message has met its fate, nothing was set aside, every open task has a clock, and no task has more places
    /// taken than it has.
    pub async fn is_at_rest(&mut self) {
        self.settle().await;
        let left = [
            ("unsent messages", "SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')"),
            ("messages set aside", "SELECT COUNT(*) FROM inbox WHERE state <> 'done'"),
            ("readable payloads", "SELECT COUNT(*) FROM inbox WHERE payload IS NOT NULL"),
            (
                "open tasks without a clock",
                "SELECT COUNT(*) FROM task WHERE state = 'open' AND NOT EXISTS
                     (SELECT 1 FROM due WHERE subject_kind = 'task' AND subject_id = task.id)",
            ),
            (
                "tasks whose places do not add up",
                "SELECT COUNT(*) FROM task WHERE taken <>
                     (SELECT CAST(COALESCE(SUM(people), 0) AS BIGINT) FROM signup WHERE task_id = task.id AND state = 'placed')",
            ),
        ];
        for (what, sql) in left {
            assert_eq!(self.count(sql).await, 0, "{what}");
        }
    }
}

fn local(text: &str) -> NaiveDateTime {
    text.parse().expect("a wall-clock time such as 2026-11-22T16:00:00")
}

/// The lines after the first, moved in.
fn indented(text: &str) -> String {
    let mut lines =
        text.lines().map(|line| if line.is_empty() { String::new() } else { format!("      {line}") });
    let first = lines.next().map(|line| line.trim_start().to_owned()).unwrap_or_default();
    std::iter::once(first).chain(lines).collect::<Vec<_>>().join("\n")
}
