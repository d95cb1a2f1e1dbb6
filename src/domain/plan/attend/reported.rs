//! Somebody is said not to come, and says nothing: duty is reminded, a reserve is asked to stand ready, and the next ones are told.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Agenda, Attend, FRESH, Round, Wait, unconfirmed};
use crate::domain::attendance::OpenReport;
use crate::domain::task::{Signup, Task};

/// Nobody answers a telephone sooner than this.
const SHORTEST: TimeDelta = TimeDelta::minutes(10);
/// And longer than this nobody waits for an answer.
const LONGEST: TimeDelta = TimeDelta::hours(4);
/// From step to step goes such a part of the time that is left before the start; where it must be covered a smaller one.
const STEPS: i32 = 6;
const STEPS_IF_MUST_COVER: i32 = 8;

impl Round<'_> {
    pub(super) fn follow_reports(&self, agenda: &mut Agenda) {
        let task = self.task;
        let reported: Vec<&Signup> = task.reported_away().collect();
        for signup in &reported {
            let Some(report) = task.open_report(signup) else { continue };
            let person = signup.person;
            let wait = wait(task, &report);
            let (last, what) = match report {
                OpenReport { reminded_at: None, asked_at, .. } => (asked_at, Attend::RemindOfReport(person)),
                OpenReport { deputy_told_at: None, .. } => {
                    (report.last_told_at(), Attend::TellDeputyOfReport(person))
                }
                OpenReport { contact_told_at: None, .. } if task.must_cover => {
                    (report.last_told_at(), Attend::TellContactOfReport(person))
                }
                _ => continue,
            };
            let too_late = if report.asked_at < task.starts_at { task.starts_at } else { task.ends_at };
            let at = self.by_day(last + wait, too_late);
            if at.max(self.now) >= too_late {
                continue;
            }
            // While a place is free, whoever could stand in is asked for that. They are asked first, so that duty reads of it.
            let stands_in = report.reminded_at.is_none() && task.is_full() && self.now < task.starts_at;
            if stands_in && let Some(ask) = self.next_to_stand_in(reported.len()) {
                let awake = self.awake(last + wait);
                if awake < task.starts_at {
                    agenda.attend(awake, ask);
                }
            }
            agenda.attend(at, what);
        }
    }

    /// Long after everybody was told duty hears of them as of others who have not confirmed.
    pub(super) fn reported_unconfirmed_at(&self) -> Option<DateTime<Utc>> {
        let task = self.task;
        let silent = unconfirmed(task);
        let reports = silent.into_iter().filter_map(|signup| task.open_report(signup));
        let told = reports.filter(|report| report.deputy_told_at.is_some());
        let last = told.map(|report| (report.asked_at, report.last_told_at())).min_by_key(|(_, last)| *last);
        let (asked, last) = last?;
        let at = self.unconfirmed_at(Wait::ordinary(asked)).max(last + FRESH);
        (at.max(self.now) < task.starts_at).then_some(at)
    }

    /// Who is on duty is spared the night, where the morning is soon enough.
    pub(super) fn by_day(&self, at: DateTime<Utc>, too_late: DateTime<Utc>) -> DateTime<Utc> {
        let morning = self.calendar.night(at).map(|night| night.until);
        morning.filter(|morning| *morning + SHORTEST < too_late).unwrap_or(at)
    }
}

/// How long one waits for an answer before the next one hears of it.
fn wait(task: &Task, report: &OpenReport) -> TimeDelta {
    let until = if report.asked_at < task.starts_at { task.starts_at } else { task.ends_at };
    let steps = if task.must_cover { STEPS_IF_MUST_COVER } else { STEPS };
    let wait = TimeDelta::minutes(((until - report.asked_at) / steps).num_minutes());
    wait.clamp(SHORTEST, LONGEST)
}
