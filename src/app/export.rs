//! `tannhjul export`: a municipality's own data as files that outlive the service. No person is named, and no recipient.

mod csv;

use std::fs::{File, create_dir, create_dir_all};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::Serialize;

use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::ids::TaskId;
use crate::domain::local_time::Calendar;
use crate::store::export::ExportedTask;
use crate::store::town::Municipality;
use crate::store::{Db, Tx};

/// Tasks read at a time.
const BATCH: i64 = 1_000;
/// Most months of which a club's amounts are written: ten years.
const MOST_MONTHS: usize = 120;

#[derive(Serialize)]
struct TaskLine {
    number: i64,
    service: &'static str,
    unit: String,
    zone: Option<String>,
    /// Wall clock.
    start: NaiveDateTime,
    end: NaiveDateTime,
    state: String,
    places: i64,
    taken: i64,
    reserves: i64,
    declined: i64,
    withdrawn: i64,
    opened_at: DateTime<Utc>,
}

/// What a club has earned in a month by tasks that were carried out.
#[derive(Serialize)]
struct AmountLine {
    org_number: String,
    club: String,
    /// Its first day.
    month: NaiveDate,
    amount_ore: i64,
}

/// A row of two files.
trait Row: Serialize {
    const HEAD: &[&str];
    fn cells(&self) -> Vec<String>;
}

impl Row for TaskLine {
    const HEAD: &[&str] = &[
        "number",
        "service",
        "unit",
        "zone",
        "start",
        "end",
        "state",
        "places",
        "taken",
        "reserves",
        "declined",
        "withdrawn",
        "opened_at",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.number.to_string(),
            self.service.to_owned(),
            self.unit.clone(),
            self.zone.clone().unwrap_or_default(),
            self.start.to_string(),
            self.end.to_string(),
            self.state.clone(),
            self.places.to_string(),
            self.taken.to_string(),
            self.reserves.to_string(),
            self.declined.to_string(),
            self.withdrawn.to_string(),
            self.opened_at.to_rfc3339(),
        ]
    }
}

impl Row for AmountLine {
    const HEAD: &[&str] = &["org_number", "club", "month", "amount_ore"];

    fn cells(&self) -> Vec<String> {
        vec![self.org_number.clone(), self.club.clone(), self.month.to_string(), self.amount_ore.to_string()]
    }
}

/// Writes a folder for each municipality into `folder`, which may not hold one of that name yet.
pub async fn write(settings: &Settings, folder: &Path) -> anyhow::Result<()> {
    let db = Db::open(settings.database_url.reveal()).await?;
    let now = Clock::system().now();
    create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    let mut tx = db.read().await?;
    for municipality in tx.municipalities().await? {
        let own = folder.join(&municipality.key);
        create_dir(&own)
            .with_context(|| format!("can't make {}; an export goes into a new folder", own.display()))?;
        let tasks = write_tasks(&mut tx, &municipality, &own).await?;
        let amounts = write_amounts(&mut tx, &municipality, &own, now).await?;
        println!("{}: {tasks} tasks, {amounts} amounts", own.display());
    }
    drop(tx);
    db.close().await;
    Ok(())
}

async fn write_tasks(tx: &mut Tx, municipality: &Municipality, folder: &Path) -> anyhow::Result<usize> {
    let calendar = municipality.calendar();
    let mut files = Files::create::<TaskLine>(folder, "tasks")?;
    let mut last = TaskId(0);
    loop {
        let tasks = tx.tasks_to_export(municipality.id, last, BATCH).await?;
        let Some(newest) = tasks.last() else { return files.finish() };
        last = newest.id;
        for task in tasks {
            files.write(&line(task, &calendar))?;
        }
    }
}

fn line(task: ExportedTask, calendar: &Calendar) -> TaskLine {
    TaskLine {
        number: task.number,
        service: task.service.as_str(),
        unit: task.unit,
        zone: task.zone,
        start: calendar.local(task.starts_at),
        end: calendar.local(task.ends_at),
        state: task.state,
        places: task.places,
        taken: task.taken,
        reserves: task.reserves,
        declined: task.declined,
        withdrawn: task.withdrawn,
        opened_at: task.opened_at,
    }
}

async fn write_amounts(
    tx: &mut Tx,
    municipality: &Municipality,
    folder: &Path,
    now: DateTime<Utc>,
) -> anyhow::Result<usize> {
    let calendar = municipality.calendar();
    let mut files = Files::create::<AmountLine>(folder, "amounts")?;
    let clubs = tx.clubs_to_export(municipality.id).await?;
    let first = tx.first_start(municipality.id).await?.unwrap_or(now);
    let midnight = |month: NaiveDate| calendar.instant(month.and_time(NaiveTime::MIN));
    let months = first_of_month(calendar.local(first).date()).into_iter().flat_map(|month| {
        std::iter::successors(Some(month), |month| month.checked_add_months(Months::new(1)))
    });
    for month in months.take(MOST_MONTHS).take_while(|month| midnight(*month) <= now) {
        let Some(next) = month.checked_add_months(Months::new(1)) else { break };
        for club in &clubs {
            let amount_ore = tx.earned(municipality.id, club.id, midnight(month), midnight(next)).await?;
            if amount_ore > 0 {
                let (org_number, club) = (club.org_number.clone(), club.name.clone());
                files.write(&AmountLine { org_number, club, month, amount_ore })?;
            }
        }
    }
    files.finish()
}

fn first_of_month(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.month(), 1)
}

/// The same rows twice: `NAME.csv` for a spreadsheet, `NAME.json` for a program.
struct Files {
    csv: BufWriter<File>,
    json: BufWriter<File>,
    rows: usize,
}

impl Files {
    fn create<R: Row>(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let create = |ending| {
            let path = folder.join(format!("{name}.{ending}"));
            File::create_new(&path)
                .map(BufWriter::new)
                .with_context(|| format!("can't make {}", path.display()))
        };
        let mut files = Self { csv: create("csv")?, json: create("json")?, rows: 0 };
        writeln!(files.csv, "{}", csv::line(R::HEAD.iter().copied()))?;
        Ok(files)
    }

    fn write(&mut self, row: &impl Row) -> anyhow::Result<()> {
        let json = serde_json::to_string(row)?;
        writeln!(self.csv, "{}", csv::line(row.cells().iter().map(String::as_str)))?;
        write!(self.json, "{}{json}", if self.rows == 0 { "[\n" } else { ",\n" })?;
        self.rows += 1;
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<usize> {
        writeln!(self.json, "{}", if self.rows == 0 { "[]" } else { "\n]" })?;
        self.csv.flush()?;
        self.json.flush()?;
        Ok(self.rows)
    }
}
