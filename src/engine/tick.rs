//! Time has passed: whatever is due is planned anew and done. A tick takes no input, may run twice, and works after any pause.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Engine, attend, steps};
use crate::commands::attendance::calls::About;
use crate::commands::attendance::deviations;
use crate::commands::desk::Desk;
use crate::commands::{
    absence, closed, day_list, erasure, hand_over, misread, offers, reach, request, unchosen,
};
use crate::domain::ids::TaskId;
use crate::domain::plan::{self, Due};
use crate::domain::task::{Change, StepOutcome, TaskState};
use crate::store::Tx;
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::requests::RequestState;

/// How many subjects are looked at before the next is asked for.
const BATCH: i64 = 100;
/// Days after which a need that nobody sent is discarded, and its recipient's data with it.
const KEEP_DRAFT_DAYS: i64 = 7;
/// Days after which what people wrote of what happened, and what could not be handled, is erased: as long as a recipient's data are kept.
const KEEP_WORDS_DAYS: i64 = 30;
/// More steps than any ladder has: a plan that does not come to rest is a fault, and must not hold up everybody else.
const MOST_STEPS: usize = 100;

impl Engine {
    /// Does everything that is due. Gives the next instant at which something will be.
    pub async fn tick(&self) -> anyhow::Result<Option<DateTime<Utc>>> {
        let now = self.clock.now();
        self.hearing.look(now);
        self.mind_the_clock(now).await?;
        self.start_sweeping().await?;
        loop {
            let due = self.db.read().await?.due(self.clock.now(), BATCH).await?;
            if due.is_empty() {
                self.metrics.ticked(self.clock.now());
                return self.next_event().await;
            }
            for subject in due {
                if let Err(error) = self.look_at(subject).await {
                    tracing::error!(
                        ?subject,
                        error = format!("{error:#}"),
                        "a due subject could not be looked at"
                    );
                    self.put_off(subject).await?;
                }
                self.metrics.looked_at.inc();
            }
        }
    }

    /// One subject in one transaction.
    async fn look_at(&self, subject: Subject) -> anyhow::Result<()> {
        let mut tx = self.db.begin().await?;
        let mut desk = Desk { tx: &mut tx, now: self.clock.now(), around: &self.around };
        match subject {
            Subject::Task(id) => look_at_task(&mut desk, id).await?,
            Subject::Deviation(id) => deviations::overdue(&mut desk, id).await?,
            Subject::DayList(municipality) => day_list::send_due(&mut desk, municipality).await?,
            Subject::Erasure(account) => erasure::finish(&mut desk, account).await?,
            Subject::Closed(id) => closed::follow_up(&mut desk, id).await?,
            Subject::Reach(municipality) => reach::watch::look(&mut desk, municipality).await?,
            Subject::Duty(municipality) => hand_over::look(&mut desk, municipality).await?,
            Subject::Absence(id) => absence::give_back(&mut desk, id).await?,
            Subject::Draft(id) => request::remind(&mut desk, id).await?,
            Subject::Which(chat) => unchosen::remind(&mut desk, chat).await?,
            Subject::Sweep => sweep(&mut desk).await?,
        }
        tx.commit().await?;
        Ok(())
    }

    /// A subject that fails is looked at again in a minute, so that it neither blocks the others nor is forgotten.
    async fn put_off(&self, subject: Subject) -> anyhow::Result<()> {
        let mut tx = self.db.begin().await?;
        tx.set_due(subject, Some(self.clock.now() + TimeDelta::minutes(1))).await?;
        Ok(tx.commit().await?)
    }

    async fn start_sweeping(&self) -> anyhow::Result<()> {
        if self.db.read().await?.has_due(Subject::Sweep).await? {
            return Ok(());
        }
        let mut tx: Tx = self.db.begin().await?;
        tx.set_due(Subject::Sweep, Some(self.clock.now())).await?;
        Ok(tx.commit().await?)
    }
}

async fn look_at_task(desk: &mut Desk<'_>, id: TaskId) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(id).await? else {
        desk.tx.set_due(Subject::Task(id), None).await?;
        return Ok(());
    };
    // Another process, or an answer, may have been faster.
    if !desk.tx.is_due(Subject::Task(id), desk.now).await? {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let mut moved = false;
    for _ in 0..MOST_STEPS {
        let plan = plan::plan(&task, &calendar, desk.now);
        let Some(due) = plan.due.first() else {
            desk.tx.set_due(Subject::Task(id), plan.next).await?;
            if moved {
                desk.tx.refresh_cards(id).await?;
            }
            return Ok(());
        };
        moved = true;
        match *due {
            Due::Take(planned) => steps::take(desk, &mut task, planned).await?,
            Due::Skip(planned) => {
                let change = Change::StepTaken { step: planned.step, outcome: StepOutcome::Skipped };
                desk.note(&mut task, &change, Actor::default()).await?;
            }
            Due::Attend(what) => attend::take(desk, &mut task, what).await?,
            Due::ExpireOffer(person) => offers::expire(desk, &mut task, person).await?,
            Due::Release => steps::release(desk, &mut task).await?,
            Due::End => {
                let change = Change::StateChanged { to: TaskState::Ended };
                offers::void_all(desk, &mut task).await?;
                desk.tx.drop_unsent(id, None).await?;
                desk.note(&mut task, &change, Actor::default()).await?;
                desk.put_away_hole(&task, None).await?;
                desk.put_away_calls_about(id, About::Coming).await?;
                desk.tx.set_request_state(task.request, RequestState::Ended, desk.now).await?;
            }
        }
    }
    anyhow::bail!("the plan of task {} does not come to rest", task.number)
}

/// Erases what has had its time, once a day.
async fn sweep(desk: &mut Desk<'_>) -> anyhow::Result<()> {
    desk.tx.discard_old_drafts(desk.now - TimeDelta::days(KEEP_DRAFT_DAYS), desk.now).await?;
    let erased = desk.tx.erase_due_recipients(desk.now).await?;
    if erased > 0 {
        tracing::info!(erased, "recipients were erased");
    }
    let old = desk.now - TimeDelta::days(KEEP_WORDS_DAYS);
    desk.tx.forget_reports(old).await?;
    desk.tx.forget_failed_incoming(old).await?;
    misread::forget_offered(desk).await?;
    desk.tx.forget_answers(desk.now - TimeDelta::days(7)).await?;
    desk.tx.forget_mail(desk.now - TimeDelta::days(7)).await?;
    desk.tx.forget_absences(desk.now - TimeDelta::days(30)).await?;
    desk.tx.forget_own_data_links(desk.now).await?;
    desk.tx.set_due(Subject::Sweep, Some(desk.now + TimeDelta::days(1))).await?;
    Ok(())
}
