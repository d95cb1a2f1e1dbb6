//! What those who come say about it, and what the unit says of its calls.

use fastrand::Rng;

use tannhjul::domain::attendance::{Mark, late_until};
use tannhjul::domain::task::{Change, Signup, TaskState};

use super::life::Life;

impl Life {
    pub fn says_something_about_coming(&mut self, random: &mut Rng) {
        match random.u8(..4) {
            0 => self.unit_tells_of_a_call(random),
            1 => self.reserve_answers_whether_to_stand_ready(random),
            _ => self.somebody_who_comes_says_something(random),
        }
    }

    fn somebody_who_comes_says_something(&mut self, random: &mut Rng) {
        let placed: Vec<Signup> = self.task.placed().copied().collect();
        let Some(signup) = random.choice(placed) else { return };
        let started = self.now >= self.task.starts_at;
        let stands = matches!(self.task.state, TaskState::Open | TaskState::Ended);
        let mark = match random.u8(..6) {
            0 | 1 if !started => Mark::Confirmed,
            2 => Mark::Late,
            3 if started => Mark::CheckedIn,
            4 if started => [Mark::Completed, Mark::WentWrong][random.usize(..2)],
            5 if self.task.is_marked(&signup, Mark::NoShowTold) => Mark::Absent,
            _ => return,
        };
        if !stands {
            return;
        }
        self.tell(format!("{}: {mark:?}", signup.person.0));
        let minutes = Some(random.u32(5..50));
        let until = (mark == Mark::Late).then(|| late_until(self.task.starts_at, minutes, self.now));
        self.change(&[Change::Marked { person: Some(signup.person), mark, until }]);
    }

    fn reserve_answers_whether_to_stand_ready(&mut self, random: &mut Rng) {
        let asked: Vec<Signup> = self
            .task
            .reserves()
            .into_iter()
            .filter(|signup| self.task.is_marked(signup, Mark::StandInAsked))
            .copied()
            .collect();
        let Some(signup) = random.choice(asked) else { return };
        let mark = [Mark::StandsReady, Mark::StandInRefused][random.usize(..2)];
        self.tell(format!("{}: {mark:?}", signup.person.0));
        self.change(&[Change::Marked { person: Some(signup.person), mark, until: None }]);
    }

    /// The unit answers the last call that it was asked to make.
    fn unit_tells_of_a_call(&mut self, random: &mut Rng) {
        let answers = |asked: Mark| match asked {
            Mark::ComingCallAsked => Some([Mark::ComingCallMade, Mark::ComingCallFailed]),
            Mark::NobodyCallAsked => Some([Mark::NobodyCallMade, Mark::NobodyCallFailed]),
            Mark::VerdictAsked => Some([Mark::VerdictUseful, Mark::VerdictUnreached]),
            _ => None,
        };
        let last = self.task.marks.iter().rev().filter(|marked| marked.person.is_none());
        let Some(answers) = last.filter_map(|marked| answers(marked.mark)).next() else { return };
        let mark = answers[random.usize(..2)];
        self.tell(format!("the unit: {mark:?}"));
        self.change(&[Change::Marked { person: None, mark, until: None }]);
    }
}
