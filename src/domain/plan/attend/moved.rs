//! The start was moved, and somebody says nothing of whether the new time suits: that is a risk, and no yes.
//!
//! Near the start the question about the move takes the place of the question the day before, and is followed in its way. Days ahead it has a reminder and
//! a word to duty of its own.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Agenda, Attend, FRESH, Round, TIME_TO_ANSWER, Wait, confirmation_time};
use crate::domain::attendance::Mark;
use crate::domain::local_time::Calendar;
use crate::domain::task::{Signup, Task};

/// From the question to the reminder, and from there to duty. Nearer to the question the day before, that is the reminder.
const A_DAY: TimeDelta = TimeDelta::days(1);
/// Of the time that is left a quarter goes to the answer, and a quarter more after the reminder.
const PARTS: i32 = 4;
/// Nobody answers sooner than this.
const SHORTEST: TimeDelta = TimeDelta::minutes(5);

/// Whether those who are asked at `asked` whether a moved start suits are asked nothing more the day before: it is too near for that.
pub fn is_asked_for_good(moved: &Task, calendar: &Calendar, asked: DateTime<Utc>) -> bool {
    asked + FRESH > confirmation_time(moved, calendar)
}

impl Round<'_> {
    pub(super) fn follow_moves(&self, agenda: &mut Agenda) {
        let task = self.task;
        let asks_to_confirm = confirmation_time(task, self.calendar);
        for signup in task.placed() {
            let Some(asked) = task.open_move(signup) else { continue };
            if task.is_marked(signup, Mark::ConfirmationAsked) || task.is_marked(signup, Mark::MoveToldDuty) {
                continue;
            }
            let (at, what) = match task.marked_at(signup, Mark::MoveReminded) {
                None => (self.awake(asked + A_DAY), Attend::RemindOfMove(signup.person)),
                Some(reminded) => (
                    self.by_day(reminded + A_DAY, asks_to_confirm),
                    Attend::TellMoveUnanswered(signup.person),
                ),
            };
            let for_the_answer = match what {
                Attend::RemindOfMove(_) => A_DAY,
                _ => TimeDelta::zero(),
            };
            if at.max(self.now) + for_the_answer <= asks_to_confirm {
                agenda.attend(at, what);
            }
        }
    }

    /// How long is waited for somebody who was asked to confirm at `asked`: shorter where a move leaves little time, and never without a reminder.
    pub(super) fn wait_for(&self, signup: &Signup, asked: DateTime<Utc>) -> Wait {
        let Some(moved) = self.task.open_move(signup) else { return Wait::ordinary(asked) };
        let asked = moved.max(asked);
        let wait = ((self.task.starts_at - asked) / PARTS).clamp(SHORTEST, TIME_TO_ANSWER);
        Wait { reminded_at: asked + wait, told_at: asked + wait * 2 }
    }
}
