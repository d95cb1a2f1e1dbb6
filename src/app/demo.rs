//! The demonstration: a made-up municipality in a temporary database, and a clock that can be moved.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, NaiveTime, Utc};
use futures_util::future::BoxFuture;

use super::{build, listen, run};
use crate::apply::set_up::{GroupOf, Person, SetUp};
use crate::apply::{self, Report};
use crate::chat::local::{LocalAccountId, LocalChat, LocalGroupId, Part};
use crate::clock::Clock;
use crate::config::{KeySource, Settings};
use crate::domain::local_time::Calendar;
use crate::engine::Engine;
use crate::http::local_chat::TimeMachine;
use crate::secret::Key;
use crate::store::Db;

const FJELLVIK: &str = include_str!("../../examples/fjellvik.toml");

/// Serves Fjellvik from a database that is gone afterwards.
pub async fn demo(mut settings: Settings) -> anyhow::Result<()> {
    let folder = tempfile::Builder::new()
        .prefix("tannhjul-demo-")
        .tempdir()
        .context("can't make a temporary folder")?;
    let db = Db::open(&format!("sqlite:{}", folder.path().join("demo.db").display())).await?;
    let listener = listen(&settings).await?;
    let address = listener.local_addr()?;
    settings.local_chat = true;
    settings.telegram_tokens.clear();
    settings.key = KeySource::Text(crate::config::SecretText::new(Key::generate().to_text()));
    settings.public_url = Some(format!("http://{address}"));

    let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
    let clock = Clock::system();
    clock.run_from(opening_time(&calendar, clock.now()));
    let service = build(&settings, db, clock).await?;
    let local = service.local.clone().context("the demonstration has a local chat")?;
    let report = apply::apply(&service.engine.db, FJELLVIK, service.engine.clock.now()).await?;
    let set_up = apply::read(FJELLVIK)?;
    Cast::assemble(&local, &set_up, &report).await?;
    service.engine.settle().await?;

    print_welcome(&address.to_string());
    let time_machine = Arc::new(MovableClock(service.engine.clone()));
    run(service, listener, Some(time_machine)).await
}

fn print_welcome(address: &str) {
    println!(
        "\n  Fjellvik kommune er åpen:  http://{address}/chat\n\n  \
         Spill alle rollene på siden: be om hjelp som Silje, svar som Kari og Ola, og flytt klokka fram.\n  \
         Play every role on the page: ask for help as Silje, answer as Kari and Ola, and move the clock.\n\n  \
         Ctrl-C stopper. Alt ligger i en midlertidig database og blir borte.\n"
    );
}

/// Now, if people are awake; else ten in the morning of the same day, so that a newcomer sees something happen.
fn opening_time(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let local = calendar.local(now);
    let (morning, afternoon) = (clock(11), clock(17));
    if (morning..afternoon).contains(&local.time()) {
        return now;
    }
    calendar.instant(local.date().and_time(morning))
}

fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// The people and groups of the example as the local chat has them.
struct Cast<'a> {
    local: &'a LocalChat,
    people: HashMap<String, LocalAccountId>,
}

impl<'a> Cast<'a> {
    /// Makes everybody, puts them in their groups, and lets everybody join with their code.
    async fn assemble(local: &'a LocalChat, set_up: &SetUp, report: &Report) -> anyhow::Result<()> {
        let mut cast = Self { local, people: HashMap::new() };
        for person in &report.people {
            cast.add(set_up, &person.key, &person.name, person.code.as_deref().unwrap_or_default()).await?;
        }
        for group in &report.groups {
            let id = local.add_group(&group.title).await?;
            cast.fill(set_up, &group.key, id, group.code.as_deref().unwrap_or_default()).await?;
        }
        Ok(())
    }

    async fn add(&mut self, set_up: &SetUp, key: &str, name: &str, code: &str) -> anyhow::Result<()> {
        let person = set_up
            .people
            .iter()
            .find(|person| person.key.value == *key)
            .context("the report names the file's people")?;
        let id = self.local.add_person(name, part_of(person), Some(person.language)).await?;
        self.local.start(id, code).await?;
        self.people.insert(key.to_owned(), id);
        Ok(())
    }

    /// Puts a group's people in it; the first of them lets the bot know whose group it is.
    async fn fill(&self, set_up: &SetUp, key: &str, group: LocalGroupId, code: &str) -> anyhow::Result<()> {
        let mut first = None;
        for member in members(set_up, key) {
            let Some(id) = self.people.get(&member.key.value) else { continue };
            self.local.join(group, *id).await?;
            first = first.or(Some(*id));
        }
        if let Some(first) = first {
            self.local.start_in_group(first, group, code).await?;
        }
        Ok(())
    }
}

/// What the page suggests a person for; nothing for those who only have a title.
fn part_of(person: &Person) -> Option<Part> {
    if !person.staff_of.is_empty() && !person.coordinator {
        Some(Part::Staff)
    } else if person.coordinator {
        Some(Part::Coordinator)
    } else if !person.contact_for.is_empty() {
        Some(Part::ClubContact)
    } else {
        (!person.volunteer_in.is_empty()).then_some(Part::Volunteer)
    }
}

/// Who is in the group with this key: the organisation's people, the team's where it is a team's, the unit's staff where it is a unit's.
fn members<'a>(set_up: &'a SetUp, key: &str) -> Vec<&'a Person> {
    let Some(of) =
        set_up.groups.iter().find(|group| group.key.value == key).and_then(|group| group.of.as_ref())
    else {
        return Vec::new();
    };
    let belongs = |person: &&Person| match of {
        GroupOf::Unit(unit) => person.staff_of.iter().any(|of| of.value == unit.value),
        GroupOf::Organisation(wanted) => person.volunteer_in.iter().chain(&person.contact_for).any(|of| {
            of.value.organisation == wanted.value.organisation
                && (wanted.value.team.is_none() || of.value.team == wanted.value.team)
        }),
    };
    set_up.people.iter().filter(belongs).collect()
}

/// The demonstration's clock: moving it lets everything on the way happen at its time.
struct MovableClock(Arc<Engine>);

impl TimeMachine for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    fn next_event(&self) -> BoxFuture<'_, anyhow::Result<Option<DateTime<Utc>>>> {
        Box::pin(self.0.next_task_event())
    }

    fn move_to(&self, to: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
        Box::pin(async move {
            self.0.pass_time_until(to).await?;
            self.0.clock.run_from(to);
            self.0.nudge();
            Ok(())
        })
    }
}
