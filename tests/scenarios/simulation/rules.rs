//! The rules that never bend, as far as they can be read from the database and the chats.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use tannhjul::domain::attendance::Mark;
use tannhjul::domain::ids::{OutboxId, TaskId};
use tannhjul::domain::plan;
use tannhjul::domain::task::{SignupState, Task, TaskState};

use super::Play;

/// What counts as wrong whenever everything there is to do has been done.
const NEVER: [(&str, &str); 6] = [
    ("messages set aside", "SELECT COUNT(*) FROM inbox WHERE state <> 'done'"),
    ("readable payloads", "SELECT COUNT(*) FROM inbox WHERE payload IS NOT NULL"),
    ("tasks overbooked", "SELECT COUNT(*) FROM task WHERE taken > places"),
    (
        "tasks whose places do not add up",
        "SELECT COUNT(*) FROM task WHERE taken <>
             (SELECT CAST(COALESCE(SUM(people), 0) AS BIGINT) FROM signup WHERE task_id = task.id AND state = 'placed')",
    ),
    (
        "open tasks without a clock",
        "SELECT COUNT(*) FROM task WHERE state = 'open' AND NOT EXISTS
             (SELECT 1 FROM due WHERE subject_kind = 'task' AND subject_id = task.id)",
    ),
    (
        "offers on tasks that are closed",
        "SELECT COUNT(*) FROM offer JOIN task ON task.id = offer.task_id WHERE offer.state = 'open' AND task.state <> 'open'",
    ),
];

/// What somebody who comes is asked or reminded of once.
const ONCE: [Mark; 10] = [
    Mark::ConfirmationAsked,
    Mark::ConfirmationReminded,
    Mark::StartReminded,
    Mark::CheckInAsked,
    Mark::CheckInReminded,
    Mark::NoShowTold,
    Mark::CompletionAsked,
    Mark::UnconfirmedTold,
    Mark::MoveReminded,
    Mark::MoveToldDuty,
];
/// The numbers of two steps of the default ladder: the promised answer, and that it is not covered.
const ANSWER: u32 = 7;
const NOT_COVERED: u32 = 1_002;
/// Ten minutes to the question's repetition, ten more to duty.
const NO_SHOW_TOLD_AFTER: TimeDelta = TimeDelta::minutes(20);

impl Play {
    pub async fn check(&mut self) {
        self.world.settle().await;
        for (what, sql) in NEVER {
            let count = self.world.count(sql).await;
            self.holds(count == 0, || format!("{count} {what}"));
        }
        let tasks = self.world.count("SELECT COUNT(*) FROM task").await;
        for id in 1..=tasks {
            let task = self.world.task(id).await;
            self.check_offers(&task);
            self.check_promise(&task);
            self.check_those_who_come(&task);
            if matches!(task.state, TaskState::Open) {
                let now = self.world.now();
                self.holds(now < task.ends_at, || format!("#{id} is over and still open"));
            }
        }
        self.check_quiet_hours().await;
        self.check_cards();
    }

    /// Offers are for free places only, to those who wait, the first in the queue first.
    fn check_offers(&self, task: &Task) {
        let number = task.number;
        let offered: u32 = task.offers.iter().map(|offer| offer.people).sum();
        self.holds(offered <= task.free(), || format!("{number} offers {offered} of {} places", task.free()));
        let reserves = task.reserves();
        let queue: Vec<_> = reserves.iter().filter_map(|signup| signup.queue).collect();
        self.holds(queue.windows(2).all(|two| two[0] < two[1]), || {
            format!("{number} has two at one place in the queue")
        });
        let last = reserves.iter().rposition(|signup| task.offer_to(signup.person).is_some());
        for (index, signup) in reserves.iter().enumerate() {
            let passed_over = last.is_some_and(|last| index < last) && task.offer_to(signup.person).is_none();
            self.holds(!passed_over || signup.whole_only, || {
                format!("{number}: reserve {index} was passed over")
            });
        }
        let waits = |person| task.signup(person).is_some_and(|signup| signup.state == SignupState::Reserve);
        self.holds(task.offers.iter().all(|offer| waits(offer.person)), || {
            format!("{number} is offered to somebody who does not wait")
        });
    }

    /// The requester is told by the promised time, or it is full.
    fn check_promise(&self, task: &Task) {
        let by = match task.has_begun_before_hunt() {
            true => task.promised_at,
            false => task.promised_at.min(task.starts_at),
        };
        let late = self.world.now() >= by;
        let hunting = task.state == TaskState::Open && !task.is_full();
        let ended_short = task.state == TaskState::Ended && !task.is_full();
        let kept = plan::is_answered(task);
        self.holds(!(late && (hunting || ended_short)) || kept, || {
            format!("{}: nobody was told of the hole: {task:#?}", task.number)
        });
        let begins = self.world.now() >= task.starts_at && !task.has_begun_before_hunt();
        if let Some(answered) = task.steps.iter().find(|taken| taken.step == ANSWER).map(|taken| taken.at)
            && task.must_cover
            && begins
            && answered + TimeDelta::minutes(5) <= task.starts_at
            && hunting
        {
            let said = task.steps.iter().any(|taken| taken.step == NOT_COVERED);
            self.holds(said, || format!("{} must be covered and began in silence: {task:#?}", task.number));
        }
        let filled_unsaid = task.is_full() && task.taken() > 0 && task.told.is_none();
        self.holds(!filled_unsaid, || format!("{} is full and nobody was told", task.number));
    }

    /// Whoever comes is asked each thing once; where somebody must be there, duty knows of everybody who is not, and a recipient who was told that
    /// somebody comes is rung when nobody does.
    fn check_those_who_come(&self, task: &Task) {
        let now = self.world.now();
        let number = task.number;
        for signup in task.placed() {
            for mark in ONCE {
                let count = task.marks_of(signup).filter(|marked| marked.mark == mark).count();
                self.holds(count <= 1, || format!("{number}: {:?} {count} times: {mark:?}", signup.person));
            }
            let heard = [Mark::CheckedIn, Mark::Completed, Mark::WentWrong, Mark::NoShowTold, Mark::Absent];
            let is_heard_of = heard.into_iter().any(|mark| task.is_marked(signup, mark));
            let expected = task.expected_at(signup);
            let asked = task.marked_at(signup, Mark::CheckInAsked);
            let overdue = asked.is_some_and(|asked| expected.max(asked) + NO_SHOW_TOLD_AFTER < now);
            let stands = matches!(task.state, TaskState::Open | TaskState::Ended) && !task.is_completed();
            self.holds(!(task.must_cover && overdue && stands) || is_heard_of, || {
                format!("{number}: nobody was told that {:?} is not there: {task:#?}", signup.person)
            });
        }
        let told = task.ever_marked_at(Mark::ComingCallAsked);
        let nobody = match task.state {
            TaskState::Open => task.taken() == 0 && now >= task.promised_at,
            TaskState::Cancelled | TaskState::TakenOver => true,
            TaskState::Ended => false,
        };
        let told_again = task.ever_marked_at(Mark::NobodyCallAsked) >= told;
        self.holds(!(told.is_some() && nobody && now < task.ends_at) || told_again, || {
            format!("{number}: the recipient waits in vain: {task:#?}")
        });
    }

    /// Nobody is asked or reminded in quiet hours, but for what can't wait. What was written before and delayed by the platform is not counted.
    async fn check_quiet_hours(&mut self) {
        let sql = "SELECT id, task_id, created_at FROM outbox WHERE external_id IS NOT NULL AND task_id IS NOT NULL
                   AND (purpose IN ('card', 'reminder') OR key LIKE 'offer:%' OR (purpose = 'question' AND key LIKE 'step:%'))";
        let rows: Vec<(OutboxId, TaskId, DateTime<Utc>)> =
            self.world.db.read().await.expect("read").all(sql, ()).await.expect("read");
        let now = self.world.now();
        for (id, task, written_at) in rows {
            if !self.seen.insert(id.0) {
                continue;
            }
            let calendar = &self.world.calendar;
            if !calendar.is_quiet(now) || !calendar.is_quiet(written_at) {
                continue;
            }
            let task = self.world.task(task.0).await;
            let cannot_wait = task.must_cover && task.starts_at - now <= TimeDelta::hours(12);
            self.holds(cannot_wait, || format!("{}: volunteers were woken by message {}", task.number, id.0));
        }
    }

    /// A group has one card of a task.
    fn check_cards(&self) {
        for group in ["g:fjellvik-il", "g:nordre-il", "g:frivilligsentralen"] {
            let mut cards: BTreeMap<String, u32> = BTreeMap::new();
            for posted in self.world.chat.posted(group).iter().filter(|posted| posted.reply_to.is_none()) {
                if let Some(head) =
                    posted.text.body.strip_prefix("Oppdrag #").and_then(|rest| rest.split(':').next())
                {
                    *cards.entry(head.to_owned()).or_default() += 1;
                }
            }
            let twice = cards.iter().find(|(_, count)| **count > 1);
            self.holds(twice.is_none(), || format!("{group} has more than one card: {twice:?}"));
        }
    }

    /// Nothing is left over, and for every hole somebody was told, if anybody could be.
    pub async fn check_the_end(&mut self) {
        let left = [
            ("unsent messages", "SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')"),
            ("open tasks", "SELECT COUNT(*) FROM task WHERE state = 'open'"),
            (
                "clocks of closed tasks",
                "SELECT COUNT(*) FROM due JOIN task ON task.id = subject_id WHERE subject_kind = 'task' AND state <> 'open'",
            ),
        ];
        for (what, sql) in left {
            let count = self.world.count(sql).await;
            self.holds(count == 0, || format!("{count} {what} at the end"));
        }
        if self.calm {
            let untold = "SELECT COUNT(*) FROM task WHERE state = 'ended' AND taken < places AND NOT EXISTS
                              (SELECT 1 FROM outbox WHERE task_id = task.id AND purpose = 'escalation' AND state = 'sent')";
            let count = self.world.count(untold).await;
            self.holds(count == 0, || format!("{count} holes that nobody heard of"));
        }
    }
}
