//! The demonstration: a made-up municipality in a temporary database, and a clock that can be moved.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use futures_util::future::BoxFuture;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::{Play, build, listen, run, stop_signal};
use crate::apply::set_up::{GroupOf, Person, SetUp};
use crate::apply::{self, Report};
use crate::chat::local::{LocalAccountId, LocalChat, LocalGroupId, Part};
use crate::clock::Clock;
use crate::config::{KeySource, SecretText, Settings};
use crate::domain::local_time::Calendar;
use crate::engine::Engine;
use crate::engine::leases::Leases;
use crate::http::local_chat::TimeMachine;
use crate::secret::Key;
use crate::store::Db;

const FJELLVIK: &str = include_str!("../../examples/fjellvik.toml");

/// What made a demonstration end.
enum Ended {
    /// It was told to stop.
    Stopped,
    /// Somebody wants to begin afresh.
    Afresh,
}

/// Serves Fjellvik from a database that is gone afterwards. Its clock begins at `opening`, a time on the wall clock, or else in the morning of
/// today. When the page asks to begin afresh, everything is thrown away and made anew at the same address.
pub async fn demo(mut settings: Settings, opening: Option<NaiveDateTime>) -> anyhow::Result<()> {
    let listener = listen(&settings).await?.into_std()?;
    let address = listener.local_addr()?;
    settings.local_chat = true;
    settings.telegram_tokens.clear();
    settings.public_url = Some(format!("http://{address}"));
    let mut stop = pin!(stop_signal());
    let mut welcomed = false;
    loop {
        let folder = tempfile::Builder::new()
            .prefix("tannhjul-demo-")
            .tempdir()
            .context("can't make a temporary folder")?;
        let db = Db::open(&format!("sqlite:{}", folder.path().join("demo.db").display())).await?;
        settings.key = KeySource::Text(SecretText::new(Key::generate().to_text()));
        let service = fjellvik(&settings, db, opening).await?;
        if !welcomed {
            print_welcome(address);
            welcomed = true;
        }
        let afresh = Arc::new(Notify::new());
        let play = Play {
            time_machine: Some(Arc::new(MovableClock(service.engine.clone()))),
            afresh: Some(afresh.clone()),
            ..Play::default()
        };
        // Whoever calls while all is made anew waits in the line of the same socket.
        let listener = TcpListener::from_std(listener.try_clone()?)?;
        let ended = run(service, listener, play, async {
            tokio::select! {
                result = &mut stop => result.map(|()| Ended::Stopped),
                () = afresh.notified() => Ok(Ended::Afresh),
            }
        });
        if let Ended::Stopped = ended.await? {
            return Ok(());
        }
    }
}

/// Fjellvik on its first morning: everybody has joined, and nothing has happened yet.
async fn fjellvik(
    settings: &Settings,
    db: Db,
    opening: Option<NaiveDateTime>,
) -> anyhow::Result<super::Service> {
    let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
    let clock = Clock::system();
    let opening = opening.unwrap_or_else(|| calendar.local(clock.now()).date().and_time(OPENING));
    clock.run_from(calendar.instant(opening));
    // Nobody else has this database, so that all the welcomes are there before the first page asks.
    let service = build(settings, db, clock, Leases::alone()).await?;
    let local = service.local.clone().context("the demonstration has a local chat")?;
    let report = apply::apply(&service.engine.db, FJELLVIK, service.engine.clock.now()).await?;
    let set_up = apply::read(FJELLVIK)?;
    Cast::assemble(&local, &set_up, &report).await?;
    service.engine.settle().await?;
    Ok(service)
}

fn print_welcome(address: SocketAddr) {
    println!(
        "\n  Fjellvik kommune er åpen:  http://{address}/chat\n\n  \
         Omvisningen på siden viser en hel runde på fem minutter. Eller spill alle rollene selv, og flytt klokka fram.\n  \
         The tour on the page shows a whole round in five minutes. Or play every role yourself, and move the clock.\n\n  \
         Ctrl-C stopper. Alt ligger i en midlertidig database og blir borte.\n"
    );
}

/// When the first day begins: people are awake, most of the day is left, and the guided tour has its times ahead of it.
const OPENING: NaiveTime = NaiveTime::from_hms_opt(11, 0, 0).expect("eleven o'clock");

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
