//! People who ask, answer and withdraw all the time, and what each of them said.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use anyhow::Context;
use chrono::{Datelike, TimeDelta, Timelike};
use fastrand::Rng;
use tannhjul::domain::local_time::Calendar;
use tokio::sync::watch;

use super::PATIENCE;
use super::served::Hands;
use super::town::{COORDINATORS, GROUPS, STAFF};
use crate::bot_api::{BotApi, Room};

/// Volunteers in each group.
const MEMBERS: usize = 12;
/// Somebody does something so often.
const PAUSE: std::ops::Range<u64> = 4..24;
/// Of so many acts one is a need.
const NEED_EACH: usize = 14;
/// A card that is older than so many others has been forgotten.
const CARDS_SEEN: usize = 12;
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

pub struct Crowd {
    telegram: BotApi,
    hands: Hands,
    groups: Vec<Club>,
    staff: Room,
    /// Messages with a [Send] that was pressed, or will not be.
    sent: HashSet<i64>,
    /// Offers that were answered, by room and message.
    answered: HashSet<(i64, i64)>,
    /// Who said yes to which task.
    pub yes: HashSet<(String, i64)>,
    /// Who gave a place back.
    pub withdrew: HashSet<(String, i64)>,
    pub needs: usize,
}

struct Club {
    room: Room,
    members: Vec<String>,
}

impl Crowd {
    /// Everybody joins, and is greeted.
    pub async fn gathers(
        telegram: &BotApi,
        codes: &HashMap<String, String>,
        hands: Hands,
    ) -> anyhow::Result<Self> {
        let code =
            |key: &str| codes.get(key).map(String::as_str).with_context(|| format!("no code for {key}"));
        let staff = telegram.private(STAFF);
        staff.starts(STAFF, code("silje")?);
        for (name, key) in COORDINATORS.iter().zip(["anne", "bjorn", "inger"]) {
            telegram.private(name).starts(name, code(key)?);
        }
        greeted(telegram, COORDINATORS.into_iter().chain([STAFF])).await?;
        let mut groups = Vec::new();
        for (index, (key, title)) in GROUPS.into_iter().enumerate() {
            let members: Vec<String> = (0..MEMBERS).map(|number| name(index * MEMBERS + number)).collect();
            let mut all: Vec<&str> = members.iter().map(String::as_str).collect();
            all.push(COORDINATORS[0]);
            let room = telegram.supergroup(title, &all);
            room.says(COORDINATORS[0], &format!("/koble {}", code(key)?));
            for member in &members {
                telegram.private(member).starts(member, "");
            }
            greeted(telegram, members.iter().map(String::as_str)).await?;
            groups.push(Club { room, members });
        }
        Ok(Self {
            telegram: telegram.clone(),
            hands,
            groups,
            staff,
            sent: HashSet::new(),
            answered: HashSet::new(),
            yes: HashSet::new(),
            withdrew: HashSet::new(),
            needs: 0,
        })
    }

    /// Goes on until `stopped`, whatever becomes of the service.
    pub async fn acts(mut self, mut random: Rng, stopped: watch::Receiver<bool>) -> Self {
        let mut turn = 0;
        while !*stopped.borrow() {
            match turn % NEED_EACH {
                0 => self.asks(&mut random),
                1 => self.sends(),
                _ => self.volunteers(&mut random),
            }
            turn += 1;
            tokio::time::sleep(Duration::from_millis(random.u64(PAUSE))).await;
        }
        self
    }

    /// Staff have a need in some hours.
    fn asks(&mut self, random: &mut Rng) {
        let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
        let start = calendar.local(self.hands.shows() + TimeDelta::minutes(random.i64(150..600)));
        let hour = start.hour().clamp(7, 20);
        let (day, month) = (start.day(), MONTHS[start.month0() as usize]);
        let people = random.u32(2..4);
        let text =
            format!("Matkjøring {day}. {month} kl {hour}-{} fra Storgata 5, {people} sjåfør", hour + 1);
        self.staff.says(STAFF, &text);
    }

    /// Staff send what was read back.
    fn sends(&mut self) {
        let newest = self.staff.posts().into_iter().rev().find(|post| has_button(&post.markup, "Send"));
        if let Some(post) = newest.filter(|post| self.sent.insert(post.id))
            && self.staff.presses_if_there(STAFF, post.id, "Send").is_some()
        {
            self.needs += 1;
        }
    }

    /// Somebody in a group answers a card, or gives a place back, or answers what they were offered.
    fn volunteers(&mut self, random: &mut Rng) {
        let club = &self.groups[random.usize(..self.groups.len())];
        let who = club.members[random.usize(..club.members.len())].clone();
        let cards: Vec<(i64, i64)> = {
            let posts = club.room.posts();
            posts.iter().filter_map(|post| Some((post.id, number_after(&post.text, "Oppdrag #")?))).collect()
        };
        let private = self.telegram.private(&who);
        let is_offer = |text: &str| text.contains("Svar innen");
        if let Some(offer) = private.posts().into_iter().rev().find(|post| is_offer(&post.text))
            && self.answered.insert((private.id, offer.id))
        {
            private.answers(&who, offer.id, "ja");
            return;
        }
        let seen = &cards[cards.len().saturating_sub(CARDS_SEEN)..];
        // Every third task finds nobody, so that its ladder is climbed to the end.
        let wanted: Vec<_> = seen.iter().filter(|(_, number)| number % 3 != 0).collect();
        let Some((card, number)) = random.choice(wanted).copied() else { return };
        let said = (who.clone(), number);
        if self.yes.insert(said.clone()) {
            club.room.answers(&who, card, "ja");
        } else if random.u8(..4) == 0 && self.withdrew.insert(said) {
            club.room.answers(&who, card, "kan ikke likevel");
        }
    }
}

fn name(number: usize) -> String {
    format!("Frivillig {number}")
}

async fn greeted<'a>(telegram: &BotApi, names: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
    let rooms: Vec<Room> = names.map(|name| telegram.private(name)).collect();
    let all = async {
        while rooms.iter().any(|room| room.posts().is_empty()) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, all).await.context("not everybody was greeted")
}

fn has_button(markup: &serde_json::Value, label: &str) -> bool {
    let rows = markup["inline_keyboard"].as_array().into_iter().flatten();
    rows.flat_map(|row| row.as_array().into_iter().flatten()).any(|button| button["text"] == label)
}

/// The task's number after `words`.
pub fn number_after(text: &str, words: &str) -> Option<i64> {
    let (_, rest) = text.split_once(words)?;
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}
