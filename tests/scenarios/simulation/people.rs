//! What random people do.

use std::time::Duration;

use chrono::{Datelike, TimeDelta, Timelike};
use tannhjul::chat::{Event, SendError, Target};

use super::Play;

const VOLUNTEERS: [&str; 12] = [
    "kari",
    "ola",
    "eva",
    "per",
    "hanne",
    "lars",
    "solveig",
    "anders",
    "marit",
    "nils",
    "Mona Lien",
    "Rolf Vik",
];
const TOWN: [&str; 4] = ["silje", "anne", "bjorn", "inger"];
const GROUPS: [&str; 3] = ["fjellvik-il", "nordre-il", "frivilligsentralen"];
const REPLIES: [&str; 20] = [
    "ja",
    "ja",
    "jeg kan",
    "tar den 👍",
    "vi er to",
    "vi kommer to stk",
    "eg kan",
    "nei",
    "kan ikke",
    "kan ikke likevel",
    "bare én kommer",
    "kan fra halv fem",
    "kanskje",
    "hvor er det?",
    "blir litt forsinket",
    "så fint vær",
    "ferdig",
    "syk",
    "vi er tre",
    "ja gjerne",
];
const IN_PRIVATE: [&str; 22] = [
    "kommer",
    "i gang",
    "ferdig",
    "ferdig, men trappa var glatt",
    "blir litt sein",
    "blir 20 min forsinket",
    "borte i morgen",
    "borte denne uka",
    "tilbake",
    "/ledige",
    "hvem kommer?",
    "/slutt",
    "Ja, slutt",
    "syk",
    "må melde forfall",
    "får det ikke til likevel",
    "ja",
    "nei",
    "/forfall",
    "/mine",
    "/start",
    "hei på deg",
];
const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

impl Play {
    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.random.usize(0..all.len())]
    }

    pub async fn somebody_asks_for_help(&mut self) {
        let now = self.world.calendar.local(self.world.now());
        let hours = [2, 5, 12, 30, 70, 200][self.random.usize(0..6)];
        let start = now + TimeDelta::hours(self.random.i64(1..=hours));
        let hour = start.hour().clamp(6, 21);
        let when = format!("{}. {} kl {hour}-{}", start.day(), MONTHS[start.month0() as usize], hour + 1);
        let people = self.random.u32(1..4);
        let text = match self.random.u32(0..3) {
            0 => format!("Matkjøring {when} fra Storgata 5, {people} sjåfør"),
            1 => format!("Trenger {people} stk til snømåking i Nordre Fjellvikveg 5 {when}"),
            _ => format!("Trenger {people} stk til snømåking i Storgata 5 {when}"),
        };
        self.world.says("silje", &text).await;
        let newest = self.world.chat.posted("p:silje").pop();
        let labels: Vec<String> = newest
            .iter()
            .flat_map(|posted| posted.text.buttons.iter().flatten())
            .map(|b| b.label.clone())
            .collect();
        if labels.iter().any(|label| label == "Send") {
            self.world.presses("silje", "Send").await;
        }
    }

    pub async fn somebody_replies(&mut self) {
        let (group, person, text) = (self.one_of(&GROUPS), self.one_of(&VOLUNTEERS), self.one_of(&REPLIES));
        let posted = self.world.chat.posted(&format!("g:{group}"));
        let Some(back) = posted.len().checked_sub(1).map(|most| self.random.usize(0..=most.min(4))) else {
            return;
        };
        let id = posted[posted.len() - 1 - back].id.clone();
        self.world.replies_to(group, person, &id, text).await;
    }

    pub async fn somebody_thumbs(&mut self) {
        let (group, person) = (self.one_of(&GROUPS), self.one_of(&VOLUNTEERS));
        if self
            .world
            .chat
            .posted(&format!("g:{group}"))
            .iter()
            .any(|posted| posted.text.body.starts_with("Oppdrag #"))
        {
            match self.random.bool() {
                true => self.world.thumbs(group, person).await,
                false => self.world.takes_thumb_back(group, person).await,
            }
        }
    }

    pub async fn somebody_writes_in_private(&mut self) {
        let (person, text) = (self.one_of(&VOLUNTEERS), self.one_of(&IN_PRIVATE));
        self.world.says(person, text).await;
    }

    /// Another time, more or fewer people, or not at all; and mostly it is meant.
    pub async fn somebody_changes_their_mind(&mut self) {
        let tasks = self.world.count("SELECT COUNT(*) FROM task").await;
        if tasks == 0 {
            return;
        }
        let number = tasks - self.random.i64(0..tasks.min(4));
        let hour = self.random.u32(6..21);
        let change = match self.random.u32(0..8) {
            0..3 => format!("kl {hour}-{}", hour + 1),
            3 => format!("flytt til i morgen kl {hour}"),
            4 => format!("flytt til på {} kl {hour}", self.one_of(&["mandag", "onsdag", "lørdag"])),
            5 => format!("vi trenger {} stk", self.random.u32(1..5)),
            6 => "bare 1 stk".to_owned(),
            _ => "avlys".to_owned(),
        };
        let person = self.one_of(&["silje", "silje", "anne", "bjorn", "kari"]);
        self.world.says(person, &format!("#{number} {change}")).await;
        let asked = self.world.chat.posted(&format!("p:{person}")).pop();
        let labels: Vec<String> = asked
            .iter()
            .flat_map(|posted| posted.text.buttons.iter().flatten())
            .map(|button| button.label.clone())
            .collect();
        for label in ["Ja, endre", "Ja, avlys"] {
            if labels.iter().any(|other| other == label) && self.random.u32(0..4) > 0 {
                self.world.presses(person, label).await;
                return;
            }
        }
    }

    /// The duty changes hands, and whoever has it looks at the day.
    pub async fn the_duty_is_handed_over(&mut self) {
        let person = self.one_of(&["anne", "bjorn"]);
        let words = ["jeg tar vakta", "/vakt Anne", "/vakt Bjørn", "borte i morgen", "tilbake", "/dagsliste"];
        let words = self.one_of(&words);
        self.world.says(person, words).await;
    }

    pub async fn somebody_presses_in_a_group(&mut self) {
        let (group, person) = (self.one_of(&GROUPS), self.one_of(&VOLUNTEERS));
        let chat = self.world.group(group);
        self.presses_something(&chat.id.clone(), chat, person).await;
    }

    pub async fn somebody_presses_in_private(&mut self) {
        let person = match self.random.bool() {
            true => self.one_of(&TOWN),
            false => self.one_of(&VOLUNTEERS),
        };
        let chat = self.world.private(person);
        self.presses_something(&chat.id.clone(), chat, person).await;
    }

    /// Presses a button in one of the last messages, which may have lost its sense.
    async fn presses_something(&mut self, name: &str, chat: tannhjul::chat::incoming::ChatRef, person: &str) {
        let posted = self.world.chat.posted(name);
        let buttons: Vec<_> = posted
            .iter()
            .rev()
            .take(6)
            .flat_map(|posted| {
                posted.text.buttons.iter().flatten().map(|button| (posted.id.clone(), button.clone()))
            })
            .collect();
        let Some((message, button)) = self.random.choice(buttons) else { return };
        let Target::Data(data) = button.target else { return };
        self.world.note(&format!("{person} presses in {name}"), &format!("[{}] {data}", button.label));
        let event = Event::Pressed { press: format!("toast:{person}"), message: Some(message), data };
        self.world.happens(chat, person, event).await;
    }

    pub async fn somebody_can_t_be_reached(&mut self) {
        self.calm = false;
        let chat = match self.random.u32(0..3) {
            0 => format!("g:{}", self.one_of(&GROUPS)),
            1 => format!("p:{}", self.one_of(&TOWN)),
            _ => format!("p:{}", self.one_of(&VOLUNTEERS)),
        };
        self.last.push_back(format!("({chat} can't be reached)"));
        self.world.chat.block(&chat);
    }

    /// Who blocked the bot starts it again, and it is let back into the groups.
    pub async fn everybody_can_be_reached(&mut self) {
        for person in TOWN.into_iter().chain(VOLUNTEERS) {
            self.world.chat.unblock(&format!("p:{person}"));
        }
        for person in TOWN {
            self.world.says(person, "/start").await;
        }
        for group in GROUPS {
            self.world.chat.unblock(&format!("g:{group}"));
            self.world.happens(self.world.group(group), "anne", Event::BotPresent(true)).await;
        }
    }

    pub fn the_platform_stumbles(&mut self) {
        self.calm = false;
        let chat = match self.random.bool() {
            true => format!("g:{}", self.one_of(&GROUPS)),
            false => format!("p:{}", self.one_of(&TOWN)),
        };
        let errors = (0..self.random.usize(1..6)).map(|_| match self.random.bool() {
            true => SendError::Temporary("502".to_owned()),
            false => SendError::RetryAfter(Duration::from_secs(self.random.u64(1..60))),
        });
        let errors: Vec<_> = errors.collect();
        self.last.push_back(format!("({chat} fails: {errors:?})"));
        self.world.chat.fail(&chat, errors);
    }
}
