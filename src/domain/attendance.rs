//! What those who come have been asked, and what they have said: from their yes until it is done.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ids::PersonId;
use super::task::{Signup, Task, TaskState};

/// Something that was asked about somebody who comes, or that was answered. Marks are only added; one that is older than the person's yes, or than
/// the task's present time, counts no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// `None`: about the task as a whole.
    pub person: Option<PersonId>,
    pub mark: Mark,
    pub at: DateTime<Utc>,
    /// With `Late`: when they expect to be there. With `ReportedAway` and `MoveAsked`: when they are asked.
    pub until: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Mark {
    // Before the start.
    ConfirmationAsked,
    ConfirmationReminded,
    Confirmed,
    /// Asked to stand ready for somebody who has not confirmed. Without a person: everybody who stands by for the service was.
    StandInAsked,
    StandsReady,
    StandInRefused,
    /// Duty knows that this person has not confirmed.
    UnconfirmedTold,
    /// Somebody else says that this person does not come, with when the person is asked about it (`until`).
    ReportedAway,
    /// Duty was reminded that they have not answered that.
    ReportReminded,
    /// And so was the deputy told.
    ReportToldDeputy,
    /// And, where it must be covered, the municipality's contact.
    ReportToldContact,
    /// Whoever said so took it back: somebody else was meant. What they were asked for it counts no more.
    ReportWithdrawn,
    StartReminded,
    /// Asked whether the task's new time suits.
    MoveAsked,
    MoveReminded,
    /// Duty knows that this person has not answered that.
    MoveToldDuty,
    /// Asked whether to step down, since fewer are needed.
    StepDownAsked,
    StepDownRefused,
    /// Duty was reminded that this person's offer of a part, or on a condition, waits for a decision.
    PartReminded,
    /// It begins, and this person was told that nobody has decided on their offer.
    PartLeftOpen,
    // At the start.
    Late,
    CheckInAsked,
    CheckInReminded,
    CheckedIn,
    /// Duty knows that this person has not checked in.
    NoShowTold,
    /// And so does the deputy, since whoever is on duty did nothing about it.
    NoShowToldDeputy,
    /// And so does the municipality's contact, since the deputy did nothing either.
    NoShowToldContact,
    /// Did not come, says somebody on duty.
    Absent,
    // Afterwards.
    CompletionAsked,
    Completed,
    WentWrong,
    /// Of the task as a whole: it was not carried out.
    NotDone,
    /// Duty knows that nobody has said how it went.
    CompletionMissed,
    // Telephone calls to the recipient, which the unit makes.
    ComingCallAsked,
    ComingCallMade,
    ComingCallFailed,
    NobodyCallAsked,
    NobodyCallMade,
    NobodyCallFailed,
    VerdictAsked,
    VerdictUseful,
    VerdictSoSo,
    VerdictUseless,
    VerdictUnreached,
    // What somebody says who does not come themselves.
    /// The municipality sends some people itself, says this person.
    TownProvides,
    /// They were asked whether that is so.
    TownAsked,
    /// This person answers for a club, which can't.
    ClubRefused,
    /// This person would come, and their club is still to be asked.
    WouldCome,
    /// The recipient is not to be rung any more, whatever else there was to be said or asked.
    NotToBeRung,
}

impl Mark {
    /// Whether the person themselves has said it, or somebody on duty who spoke with them.
    pub fn is_word(self) -> bool {
        matches!(
            self,
            Self::Confirmed
                | Self::StandsReady
                | Self::StepDownRefused
                | Self::Late
                | Self::CheckedIn
                | Self::Completed
                | Self::WentWrong
        )
    }

    /// Whether the person was written to or has said something, so that they have it fresh in mind. What others were told of them is not that.
    pub fn is_between_us(self) -> bool {
        let about_them = matches!(
            self,
            Self::UnconfirmedTold
                | Self::ReportedAway
                | Self::ReportReminded
                | Self::ReportToldDeputy
                | Self::ReportToldContact
                | Self::ReportWithdrawn
                | Self::TownProvides
                | Self::TownAsked
                | Self::ClubRefused
                | Self::NoShowTold
                | Self::NoShowToldDeputy
                | Self::NoShowToldContact
                | Self::MoveToldDuty
                | Self::PartReminded
                | Self::Absent
        );
        !about_them
    }

    /// The recipient's verdict, if it is one.
    pub fn is_verdict(self) -> bool {
        matches!(
            self,
            Self::VerdictUseful | Self::VerdictSoSo | Self::VerdictUseless | Self::VerdictUnreached
        )
    }
}

/// What others say of somebody who comes, that they do not, as long as they have not said anything themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// When they were asked about it; what is said in the night is asked in the morning.
    pub asked_at: DateTime<Utc>,
    /// When duty was reminded that they have not answered, and who came after.
    pub reminded_at: Option<DateTime<Utc>>,
    pub deputy_told_at: Option<DateTime<Utc>>,
    pub contact_told_at: Option<DateTime<Utc>>,
}

impl OpenReport {
    /// When somebody was last told of it, or the person asked.
    pub fn last_told_at(&self) -> DateTime<Utc> {
        let told = [self.reminded_at, self.deputy_told_at, self.contact_told_at];
        told.into_iter().flatten().fold(self.asked_at, Ord::max)
    }
}

/// Who comes, for how many, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    pub at: DateTime<Utc>,
    pub people: Vec<(PersonId, u32)>,
}

impl Task {
    /// The marks of one signup that still count, the oldest first.
    pub fn marks_of<'a>(&'a self, signup: &'a Signup) -> impl Iterator<Item = &'a Marked> {
        let since = self.moved_at.map_or(signup.answered_at, |moved| moved.max(signup.answered_at));
        let counts = move |marked: &Marked| marked.person == Some(signup.person) && marked.at >= since;
        let marks = self.marks.iter().enumerate();
        marks.filter(move |(at, marked)| counts(marked) && !self.is_taken_back(*at)).map(|(_, marked)| marked)
    }

    /// Whether a mark belongs to what others said of somebody and have taken back: the report, who was told of it, and the question to the person.
    fn is_taken_back(&self, at: usize) -> bool {
        let marked = &self.marks[at];
        let of_them = |other: &&Marked| other.person == marked.person;
        let belongs = match marked.mark {
            Mark::ReportedAway | Mark::ReportReminded | Mark::ReportToldDeputy | Mark::ReportToldContact => {
                true
            }
            Mark::ConfirmationAsked => self
                .marks
                .iter()
                .filter(of_them)
                .any(|other| other.mark == Mark::ReportedAway && other.at == marked.at),
            _ => false,
        };
        belongs && self.marks[at..].iter().filter(of_them).any(|later| later.mark == Mark::ReportWithdrawn)
    }

    /// Who says that the municipality sends some people itself and was not asked since whether that is so, and when they said it.
    pub fn town_promise(&self) -> Option<(PersonId, DateTime<Utc>)> {
        let of_town = |marked: &&Marked| matches!(marked.mark, Mark::TownProvides | Mark::TownAsked);
        let last = self.marks.iter().rfind(of_town).filter(|last| last.mark == Mark::TownProvides)?;
        Some((last.person?, last.at))
    }

    /// When this mark was last put on a signup.
    pub fn marked_at(&self, signup: &Signup, mark: Mark) -> Option<DateTime<Utc>> {
        self.marks_of(signup).filter(|marked| marked.mark == mark).map(|marked| marked.at).max()
    }

    pub fn is_marked(&self, signup: &Signup, mark: Mark) -> bool {
        self.marked_at(signup, mark).is_some()
    }

    /// When a mark of the task as a whole was last put.
    pub fn task_marked_at(&self, mark: Mark) -> Option<DateTime<Utc>> {
        self.marks_of_task(mark).max()
    }

    /// When a mark of the task as a whole was last put, be it before the task was moved.
    pub fn ever_marked_at(&self, mark: Mark) -> Option<DateTime<Utc>> {
        let put = self.marks.iter().filter(|marked| marked.person.is_none() && marked.mark == mark);
        put.map(|marked| marked.at).max()
    }

    /// When a mark of the task as a whole was put, each time since the task has its present hours.
    pub fn marks_of_task(&self, mark: Mark) -> impl Iterator<Item = DateTime<Utc>> {
        self.marks
            .iter()
            .filter(move |marked| marked.person.is_none() && marked.mark == mark)
            .filter(|marked| self.moved_at.is_none_or(|moved| marked.at >= moved))
            .map(|marked| marked.at)
    }

    /// When somebody last said anything about coming.
    pub fn last_word(&self, signup: &Signup) -> DateTime<Utc> {
        let words = self.marks_of(signup).filter(|marked| marked.mark.is_word()).map(|marked| marked.at);
        words.max().unwrap_or(signup.answered_at).max(signup.answered_at)
    }

    /// When somebody is to be there: at the start, or when they have said, if they took the place later or will be late.
    pub fn expected_at(&self, signup: &Signup) -> DateTime<Utc> {
        let late = self.marks_of(signup).filter(|marked| marked.mark == Mark::Late);
        let late = late.last().and_then(|marked| marked.until);
        self.starts_at.max(signup.answered_at).max(late.unwrap_or(self.starts_at))
    }

    /// Whether this person has been asked to confirm and has not answered in any way.
    pub fn is_unconfirmed(&self, signup: &Signup) -> bool {
        self.marked_at(signup, Mark::ConfirmationAsked).is_some_and(|asked| self.last_word(signup) < asked)
    }

    /// When this person was asked whether the task's new time suits, as long as they have not said anything since.
    pub fn open_move(&self, signup: &Signup) -> Option<DateTime<Utc>> {
        let asked = self.marks_of(signup).filter(|marked| marked.mark == Mark::MoveAsked).last()?;
        (self.last_word(signup) < asked.at).then(|| asked.until.unwrap_or(asked.at))
    }

    /// What others say of this person and is not answered.
    pub fn open_report(&self, signup: &Signup) -> Option<OpenReport> {
        let mut open: Option<OpenReport> = None;
        // In the order in which they were put: at one instant somebody may be reported, answer, and be reported again.
        for marked in self.marks_of(signup) {
            match (marked.mark, &mut open) {
                (mark, _) if mark.is_word() => open = None,
                (Mark::ReportedAway, None) => {
                    let asked_at = marked.until.unwrap_or(marked.at);
                    open = Some(OpenReport {
                        asked_at,
                        reminded_at: None,
                        deputy_told_at: None,
                        contact_told_at: None,
                    });
                }
                (Mark::ReportReminded, Some(report)) => report.reminded_at = Some(marked.at),
                (Mark::ReportToldDeputy, Some(report)) => report.deputy_told_at = Some(marked.at),
                (Mark::ReportToldContact, Some(report)) => report.contact_told_at = Some(marked.at),
                _ => {}
            }
        }
        open
    }

    /// Those who come as far as they have said, and of whom others say that they do not.
    pub fn reported_away(&self) -> impl Iterator<Item = &Signup> {
        self.attending().filter(|signup| self.open_report(signup).is_some())
    }

    /// Those who come as far as they have said, and of whom it is in doubt: others say that they do not, or they have not said whether a moved start
    /// suits.
    pub fn doubted(&self) -> Vec<PersonId> {
        let in_doubt =
            |signup: &&Signup| self.open_report(signup).is_some() || self.open_move(signup).is_some();
        self.attending().filter(in_doubt).map(|signup| signup.person).collect()
    }

    /// Those who come, as far as anybody knows.
    pub fn attending(&self) -> impl Iterator<Item = &Signup> {
        self.placed().filter(|signup| !self.is_absent(signup))
    }

    /// Whether somebody on duty has said that this person did not come, and nobody since that they did.
    pub fn is_absent(&self, signup: &Signup) -> bool {
        let said =
            self.marks_of(signup).filter(|marked| matches!(marked.mark, Mark::Absent | Mark::CheckedIn));
        said.last().is_some_and(|marked| marked.mark == Mark::Absent)
    }

    /// Those of whom nobody says that they did not come, or who have said that they did. The club gets something for these alone, and so does
    /// `Tx::earned` count.
    pub fn came(&self) -> impl Iterator<Item = &Signup> {
        self.attending().filter(|signup| self.open_report(signup).is_none())
    }

    /// Whether somebody has said that the task was carried out.
    pub fn is_completed(&self) -> bool {
        self.attending().any(|signup| self.is_marked(signup, Mark::Completed)) && !self.is_not_done()
    }

    /// Whether the last that was said of it is that it was not carried out.
    pub fn is_not_done(&self) -> bool {
        let said =
            self.marks.iter().rev().find(|marked| matches!(marked.mark, Mark::Completed | Mark::NotDone));
        said.is_some_and(|marked| marked.mark == Mark::NotDone)
    }

    /// Whether it is known how the task went: it was carried out or it was not, or nobody came. That something happened tells neither.
    pub fn is_settled(&self) -> bool {
        self.is_completed() || self.is_not_done() || self.attending().next().is_none()
    }

    /// Whether the recipient is not to be rung any more, be it that somebody comes, that nobody does, or what they thought of it.
    pub fn is_not_to_be_rung(&self) -> bool {
        self.marks.iter().any(|marked| marked.mark == Mark::NotToBeRung)
    }

    /// What the recipient would be told now: when, by whom, and who is there already. `None`: there is nothing to tell any more.
    pub fn to_be_told(&self) -> Option<Coming> {
        let is_there = |signup: &Signup| {
            [Mark::CheckedIn, Mark::Completed, Mark::WentWrong]
                .iter()
                .any(|mark| self.is_marked(signup, *mark))
        };
        let is_over = self.state != TaskState::Open || self.attending().any(is_there);
        let people = self.attending().map(|signup| (signup.person, signup.people));
        (!is_over).then(|| Coming { at: self.starts_at, people: people.collect() })
    }

    /// Whether the unit has been asked to ring the recipient.
    pub fn is_called_about(&self) -> bool {
        let asks = |marked: &Marked| matches!(marked.mark, Mark::ComingCallAsked | Mark::NobodyCallAsked);
        self.marks.iter().any(asks)
    }

    /// When those who come were last others than before: the last yes or withdrawal.
    pub fn crew_changed_at(&self) -> Option<DateTime<Utc>> {
        use super::task::SignupState::{Placed, Withdrawn};
        let changed = self.signups.iter().filter(|signup| matches!(signup.state, Placed | Withdrawn));
        changed.map(|signup| signup.answered_at).max()
    }
}

/// How long somebody who says only that they will be late is waited for, in minutes.
const LATE_MINUTES: i64 = 15;
/// The longest that somebody who is late is waited for before they are asked, in minutes.
const LATEST_MINUTES: i64 = 60;

/// When somebody who says at `now` that they will be `minutes` late is expected: counted from when they were to be there, or from now once that
/// is past.
pub fn late_until(starts_at: DateTime<Utc>, minutes: Option<u32>, now: DateTime<Utc>) -> DateTime<Utc> {
    let minutes = minutes.map_or(LATE_MINUTES, i64::from).clamp(1, LATEST_MINUTES);
    starts_at.max(now) + TimeDelta::minutes(minutes)
}
