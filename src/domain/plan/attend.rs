//! What is due about those who come: before the start, at the start and afterwards, and what the unit must ring the recipient about.
//!
//! Each step is put down as a mark, and the next is counted from it, so that a late step is
//! never followed by the next on its heels.

mod calls;
mod moved;
mod parts;
mod reported;
mod town;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{Agenda, Due};
use crate::domain::attendance::Mark;
use crate::domain::ids::PersonId;
use crate::domain::local_time::Calendar;
use crate::domain::task::{Signup, Task, TaskState};

/// Something to do about those who come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attend {
    /// Duty is reminded of somebody's offer of a part, or on a condition, that nobody has decided.
    RemindOfPart(PersonId),
    /// It begins, and nobody has decided on the offer: whoever made it hears that.
    LeavePartOpen(PersonId),
    AskConfirmation(PersonId),
    RemindConfirmation(PersonId),
    /// Asks a reserve to stand ready. `None`: there is no reserve left, and those who stand by for the service are asked.
    AskStandIn(Option<PersonId>),
    /// Duty is told who has not confirmed.
    TellUnconfirmed,
    /// Whoever said that the municipality sends some people itself is asked whether that is so.
    AskTown(PersonId),
    /// The start was moved days ahead, and somebody says nothing of it: they are reminded, and duty is told.
    RemindOfMove(PersonId),
    TellMoveUnanswered(PersonId),
    /// Of somebody others say that they do not come, and they say nothing: duty is reminded, then the deputy is told, then the contact.
    RemindOfReport(PersonId),
    TellDeputyOfReport(PersonId),
    TellContactOfReport(PersonId),
    RemindOfStart(PersonId),
    AskCheckIn(PersonId),
    RemindCheckIn(PersonId),
    /// Duty is told who has not checked in.
    TellNoShow,
    /// The deputy is told, since duty did nothing about it.
    TellDeputyOfNoShow,
    /// The municipality's contact is told, since the deputy did nothing either.
    TellContactOfNoShow,
    AskCompletion(PersonId),
    /// Duty is told that nobody has said how it went.
    TellCompletionMissed,
    /// The unit rings the recipient: these people come.
    CallAboutComing,
    /// The unit rings the recipient: nobody comes after all.
    CallAboutNobody,
    /// Somebody rings the recipient: was it of use?
    AskVerdict,
}

impl Attend {
    /// The marks that are put when it has been done at `now`.
    pub fn marks(self, task: &Task, now: DateTime<Utc>) -> Vec<(Option<PersonId>, Mark)> {
        let all =
            |signups: Vec<&Signup>, mark| signups.iter().map(|signup| (Some(signup.person), mark)).collect();
        match self {
            Self::RemindOfPart(person) => vec![(Some(person), Mark::PartReminded)],
            Self::LeavePartOpen(person) => vec![(Some(person), Mark::PartLeftOpen)],
            Self::AskConfirmation(person) => vec![(Some(person), Mark::ConfirmationAsked)],
            Self::RemindConfirmation(person) => vec![(Some(person), Mark::ConfirmationReminded)],
            Self::AskStandIn(person) => vec![(person, Mark::StandInAsked)],
            Self::TellUnconfirmed => all(unconfirmed(task), Mark::UnconfirmedTold),
            Self::AskTown(person) => vec![(Some(person), Mark::TownAsked)],
            Self::RemindOfMove(person) => vec![(Some(person), Mark::MoveReminded)],
            Self::TellMoveUnanswered(person) => vec![(Some(person), Mark::MoveToldDuty)],
            Self::RemindOfReport(person) => vec![(Some(person), Mark::ReportReminded)],
            Self::TellDeputyOfReport(person) => vec![(Some(person), Mark::ReportToldDeputy)],
            Self::TellContactOfReport(person) => vec![(Some(person), Mark::ReportToldContact)],
            Self::RemindOfStart(person) => vec![(Some(person), Mark::StartReminded)],
            Self::AskCheckIn(person) => vec![(Some(person), Mark::CheckInAsked)],
            Self::RemindCheckIn(person) => vec![(Some(person), Mark::CheckInReminded)],
            Self::TellNoShow => all(missing(task, now), Mark::NoShowTold),
            Self::TellDeputyOfNoShow => all(still_missing(task, now, DEPUTY), Mark::NoShowToldDeputy),
            Self::TellContactOfNoShow => all(still_missing(task, now, CONTACT), Mark::NoShowToldContact),
            Self::AskCompletion(person) => vec![(Some(person), Mark::CompletionAsked)],
            Self::TellCompletionMissed => vec![(None, Mark::CompletionMissed)],
            Self::CallAboutComing => vec![(None, Mark::ComingCallAsked)],
            Self::CallAboutNobody => vec![(None, Mark::NobodyCallAsked)],
            Self::AskVerdict => vec![(None, Mark::VerdictAsked)],
        }
    }
}

impl Attend {
    /// Whether it asks something of volunteers that can wait until their quiet hours are over. At the start of a task it can't.
    pub fn keeps_out_of_quiet_hours(self) -> bool {
        match self {
            Self::AskConfirmation(_)
            | Self::RemindConfirmation(_)
            | Self::RemindOfMove(_)
            | Self::AskStandIn(_)
            | Self::RemindOfStart(_)
            | Self::AskCompletion(_) => true,
            Self::AskCheckIn(_) | Self::RemindCheckIn(_) => false,
            Self::RemindOfPart(_)
            | Self::LeavePartOpen(_)
            | Self::TellUnconfirmed
            | Self::AskTown(_)
            | Self::TellMoveUnanswered(_)
            | Self::RemindOfReport(_)
            | Self::TellDeputyOfReport(_)
            | Self::TellContactOfReport(_)
            | Self::TellNoShow
            | Self::TellDeputyOfNoShow
            | Self::TellContactOfNoShow
            | Self::TellCompletionMissed => false,
            Self::CallAboutComing | Self::CallAboutNobody | Self::AskVerdict => false,
        }
    }
}

/// Those who have not confirmed and whom duty has not heard of yet.
pub fn unconfirmed(task: &Task) -> Vec<&Signup> {
    let told = |signup: &&Signup| task.is_marked(signup, Mark::UnconfirmedTold);
    task.placed().filter(|signup| task.is_unconfirmed(signup) && !told(signup)).collect()
}

/// The same without those of whom duty hears in another way: that others say they do not come.
fn only_silent(task: &Task) -> impl Iterator<Item = &Signup> {
    unconfirmed(task).into_iter().filter(|signup| task.open_report(signup).is_none())
}

/// Those who were asked to confirm and reminded, and say nothing.
pub fn silent(task: &Task) -> Vec<&Signup> {
    let reminded = |signup: &&Signup| task.is_marked(signup, Mark::ConfirmationReminded);
    task.placed().filter(|signup| task.is_unconfirmed(signup)).filter(reminded).collect()
}

/// Those who have not checked in, have been reminded in vain, and whom duty has not heard of yet.
pub fn missing(task: &Task, now: DateTime<Utc>) -> Vec<&Signup> {
    let is_late = |signup: &&Signup| no_show_at(task, signup).is_some_and(|at| at <= now);
    task.attending().filter(is_late).collect()
}

/// Who hears next of somebody missing: whom was told before, and what is put down then.
#[derive(Clone, Copy)]
pub struct PassedOn {
    told: Mark,
    next: Mark,
}

pub const DEPUTY: PassedOn = PassedOn { told: Mark::NoShowTold, next: Mark::NoShowToldDeputy };
pub const CONTACT: PassedOn = PassedOn { told: Mark::NoShowToldDeputy, next: Mark::NoShowToldContact };

/// Those who are still missing although somebody has known for a while, and whom the next one has not heard of yet.
pub fn still_missing(task: &Task, now: DateTime<Utc>, to: PassedOn) -> Vec<&Signup> {
    let is_due = |signup: &&Signup| passed_on_at(task, signup, to).is_some_and(|at| at <= now);
    task.attending().filter(is_due).collect()
}

/// When the next one hears of somebody who is missing: unless something was said or done meanwhile.
fn passed_on_at(task: &Task, signup: &Signup, to: PassedOn) -> Option<DateTime<Utc>> {
    let told = task.marked_at(signup, to.told)?;
    let quiet = !task.is_marked(signup, to.next) && task.last_word(signup) <= told;
    // Who said yesterday that they take care of it has not said so of this.
    let held = task.is_hunting() && task.held.is_some_and(|held| held.until > told);
    (quiet && !held).then(|| told + CHECK_IN_WAIT)
}

/// When duty hears that somebody who was reminded has not checked in.
fn no_show_at(task: &Task, signup: &Signup) -> Option<DateTime<Utc>> {
    let settled = [Mark::CheckedIn, Mark::Completed, Mark::WentWrong, Mark::NoShowTold];
    if settled.into_iter().any(|mark| task.is_marked(signup, mark)) {
        return None;
    }
    let reminded = task.marked_at(signup, Mark::CheckInReminded)?;
    Some(task.expected_at(signup).max(reminded) + CHECK_IN_WAIT)
}

/// Wall clock, the day before: the question, its one reminder, and the reserve.
const CONFIRM: (u32, u32) = (18, 0);
const CONFIRM_AGAIN: (u32, u32) = (20, 30);
const STAND_IN: (u32, u32) = (20, 45);
/// Wall clock, the day itself: duty hears who has not confirmed; or four hours before the start, if that is earlier.
const UNCONFIRMED: (u32, u32) = (9, 0);
const UNCONFIRMED_BEFORE_START: TimeDelta = TimeDelta::hours(4);
/// Wall clock, the working day after: the recipient's verdict.
const VERDICT: (u32, u32) = (10, 0);
const START_REMINDER: TimeDelta = TimeDelta::hours(2);
/// Who has said something, or been asked, so lately is not asked or reminded again.
const FRESH: TimeDelta = TimeDelta::hours(3);
/// What was asked late is followed by nothing for so long.
const TIME_TO_ANSWER: TimeDelta = TimeDelta::hours(1);
/// From question to question at the start, where minutes count.
const CHECK_IN_WAIT: TimeDelta = TimeDelta::minutes(10);
/// Somebody who may still sit and wait is looked after so long after the end.
const NO_SHOW_MATTERS_FOR: TimeDelta = TimeDelta::hours(1);
const COMPLETION_AFTER_END: TimeDelta = TimeDelta::minutes(15);
const COMPLETION_WAIT: TimeDelta = TimeDelta::hours(6);
/// How often somebody who does not answer the telephone is rung.
pub const MOST_CALLS: usize = 2;
/// Steps that would fall into quiet hours are taken so long before they begin.
const BEFORE_QUIET: TimeDelta = TimeDelta::minutes(5);

pub use self::calls::{call_again_at, nobody_call_unanswered_at};
pub use self::moved::is_asked_for_good;

/// How long an answer is waited for.
#[derive(Clone, Copy)]
struct Wait {
    /// Not sooner than this they are reminded, and a reserve is asked.
    reminded_at: DateTime<Utc>,
    /// And not sooner than this duty is told.
    told_at: DateTime<Utc>,
}

impl Wait {
    /// What was asked at `asked` is reminded of only where the ordinary hours leave time for it.
    fn ordinary(asked: DateTime<Utc>) -> Self {
        Self { reminded_at: asked + TIME_TO_ANSWER, told_at: asked + TIME_TO_ANSWER }
    }
}

pub struct Round<'a> {
    task: &'a Task,
    calendar: &'a Calendar,
    now: DateTime<Utc>,
}

impl<'a> Round<'a> {
    pub fn new(task: &'a Task, calendar: &'a Calendar, now: DateTime<Utc>) -> Self {
        Self { task, calendar, now }
    }

    pub fn go_on(&self, agenda: &mut Agenda) {
        match self.task.state {
            // Who has done it beforehand is reminded of nothing.
            TaskState::Open if self.task.is_completed() => {}
            TaskState::Open => {
                self.remind_of_parts(agenda);
                self.leave_parts_open(agenda);
                self.confirm(agenda);
                self.follow_moves(agenda);
                self.ask_town(agenda);
                self.follow_reports(agenda);
                self.remind(agenda);
                self.check_in(agenda);
                self.call_about_coming(agenda);
                self.call_about_nobody(agenda);
            }
            TaskState::TakenOver | TaskState::Cancelled => self.call_about_nobody(agenda),
            TaskState::Ended => {
                self.check_in(agenda);
                self.ask_how_it_went(agenda);
                self.ask_verdict(agenda);
            }
        }
    }

    /// The question the day before, its reminder, the reserve, and duty.
    fn confirm(&self, agenda: &mut Agenda) {
        for signup in self.task.placed() {
            self.ask_to_confirm(signup, agenda);
        }
        let asked_at = |signup: &Signup| self.task.marked_at(signup, Mark::ConfirmationAsked);
        if let Some(at) = self.reported_unconfirmed_at() {
            agenda.attend(at, Attend::TellUnconfirmed);
        }
        let waits =
            only_silent(self.task).filter_map(|signup| Some(self.wait_for(signup, asked_at(signup)?)));
        if let Some(first) = waits.min_by_key(|wait| self.unconfirmed_at(*wait)) {
            agenda.attend(self.unconfirmed_at(first), Attend::TellUnconfirmed);
            let silent = self.task.placed().filter(|signup| self.task.is_unconfirmed(signup)).count();
            // While a place is free, whoever could stand in is asked for that.
            if self.task.is_full() {
                self.ask_to_stand_in(first, silent, agenda);
            }
        }
    }

    fn ask_to_confirm(&self, signup: &Signup, agenda: &mut Agenda) {
        let task = self.task;
        let Some(asked) = task.marked_at(signup, Mark::ConfirmationAsked) else {
            let at = confirmation_time(task, self.calendar);
            let in_time = at.max(self.now) < task.starts_at - START_REMINDER;
            if in_time && at > task.last_word(signup) + FRESH {
                agenda.attend(self.awake(at), Attend::AskConfirmation(signup.person));
            }
            return;
        };
        if !task.is_unconfirmed(signup) || task.is_marked(signup, Mark::ConfirmationReminded) {
            return;
        }
        // What others said of them in the night was asked in the morning.
        let asked = task.open_report(signup).map_or(asked, |report| report.asked_at.max(asked));
        let wait = self.wait_for(signup, asked);
        let at = self.awake(self.day_before(CONFIRM_AGAIN).max(wait.reminded_at));
        if at.max(self.now) < self.unconfirmed_at(wait) {
            agenda.attend(at, Attend::RemindConfirmation(signup.person));
        }
    }

    /// When duty hears of somebody who was asked and is silent.
    fn unconfirmed_at(&self, wait: Wait) -> DateTime<Utc> {
        let start = self.task.starts_at;
        let morning = clock(self.calendar, self.calendar.local(start).date(), UNCONFIRMED);
        let at = morning.min(start - UNCONFIRMED_BEFORE_START);
        // Who is on duty is spared the night, and the reserve is asked first.
        let at = self.calendar.night(at).map_or(at, |night| night.from - BEFORE_QUIET);
        at.max(self.day_before(STAND_IN) + BEFORE_QUIET).max(wait.told_at)
    }

    /// As many reserves are asked to stand ready as people are silent.
    fn ask_to_stand_in(&self, wait: Wait, silent: usize, agenda: &mut Agenda) {
        let at = self.awake(self.day_before(STAND_IN).max(wait.reminded_at));
        if at.max(self.now) < self.unconfirmed_at(wait)
            && let Some(ask) = self.next_to_stand_in(silent)
        {
            agenda.attend(at, ask);
        }
    }

    /// Who is asked next to stand ready for `silent` people. `None`: so many have been already, or everybody has.
    fn next_to_stand_in(&self, silent: usize) -> Option<Attend> {
        let task = self.task;
        let is = |signup: &&Signup, mark| task.is_marked(signup, mark);
        let reserves = task.reserves();
        let ready = reserves
            .iter()
            .filter(|signup| is(signup, Mark::StandInAsked) && !is(signup, Mark::StandInRefused));
        if ready.count() >= silent || task.task_marked_at(Mark::StandInAsked).is_some() {
            return None;
        }
        let next = reserves
            .iter()
            .find(|signup| !is(signup, Mark::StandInAsked) && task.offer_to(signup.person).is_none());
        Some(Attend::AskStandIn(next.map(|signup| signup.person)))
    }

    /// Two hours before the start, unless that is a repetition.
    fn remind(&self, agenda: &mut Agenda) {
        let nominal = self.task.starts_at - START_REMINDER;
        let at = self.calendar.quiet_hours(nominal).map_or(nominal, |quiet| quiet.from - BEFORE_QUIET);
        let late = self.awake(at);
        if late.max(self.now) >= self.task.starts_at - CHECK_IN_WAIT {
            return;
        }
        for signup in self.task.placed() {
            let in_touch = self.task.marks_of(signup).filter(|marked| marked.mark.is_between_us());
            let touched = in_touch.map(|marked| marked.at).max().unwrap_or(signup.answered_at);
            if at > touched.max(signup.answered_at) + FRESH
                && !self.task.is_marked(signup, Mark::StartReminded)
            {
                agenda.attend(late, Attend::RemindOfStart(signup.person));
            }
        }
    }

    /// At the start of a task that must be covered: are they there?
    fn check_in(&self, agenda: &mut Agenda) {
        let task = self.task;
        if !task.must_cover {
            return;
        }
        for signup in task.attending() {
            let is = |mark| task.is_marked(signup, mark);
            if is(Mark::CheckedIn) || is(Mark::Completed) || is(Mark::WentWrong) || is(Mark::NoShowTold) {
                continue;
            }
            let expected = task.expected_at(signup);
            match task.marked_at(signup, Mark::CheckInAsked) {
                None if expected.max(self.now) < task.ends_at => {
                    agenda.attend(expected, Attend::AskCheckIn(signup.person));
                }
                Some(asked) if !is(Mark::CheckInReminded) => {
                    agenda.attend(expected.max(asked) + CHECK_IN_WAIT, Attend::RemindCheckIn(signup.person));
                }
                _ => {}
            }
        }
        if let Some(at) = task.attending().filter_map(|signup| no_show_at(task, signup)).min() {
            agenda.attend(at, Attend::TellNoShow);
        }
        for (to, what) in [(DEPUTY, Attend::TellDeputyOfNoShow), (CONTACT, Attend::TellContactOfNoShow)] {
            let at = task.attending().filter_map(|signup| passed_on_at(task, signup, to)).min();
            if let Some(at) = at.filter(|at| *at <= task.ends_at + NO_SHOW_MATTERS_FOR) {
                agenda.attend(at, what);
            }
        }
    }

    fn ask_how_it_went(&self, agenda: &mut Agenda) {
        let task = self.task;
        if task.is_settled() || task.task_marked_at(Mark::CompletionMissed).is_some() {
            return;
        }
        let at = self.awake(task.ends_at + COMPLETION_AFTER_END);
        let mut asked_first: Option<DateTime<Utc>> = None;
        for signup in task.attending() {
            // Who has said that something happened is not asked whether anything did.
            let asked = task.marked_at(signup, Mark::CompletionAsked);
            match asked.or_else(|| task.marked_at(signup, Mark::WentWrong)) {
                None => agenda.attend(at, Attend::AskCompletion(signup.person)),
                Some(asked) => asked_first = Some(asked_first.map_or(asked, |first| first.min(asked))),
            }
        }
        if let Some(asked) = asked_first {
            let at = asked + COMPLETION_WAIT;
            let at = self.calendar.night(at).map_or(at, |night| night.until);
            agenda.attend(at, Attend::TellCompletionMissed);
        }
    }

    fn ask_verdict(&self, agenda: &mut Agenda) {
        let task = self.task;
        let answered =
            task.marks.iter().any(|marked| marked.mark.is_verdict() && marked.mark != Mark::VerdictUnreached);
        if !task.has_recipient || !task.is_completed() || answered || task.is_not_to_be_rung() {
            return;
        }
        let asked: Vec<_> = task.marks_of_task(Mark::VerdictAsked).collect();
        match (asked.last(), task.task_marked_at(Mark::VerdictUnreached)) {
            (None, _) => {
                agenda.attend(self.calendar.working_day_after(task.ends_at, VERDICT), Attend::AskVerdict)
            }
            (Some(last), Some(unreached)) if unreached >= *last && asked.len() < MOST_CALLS => {
                agenda.attend(self.calendar.working_day_after(unreached, VERDICT), Attend::AskVerdict);
            }
            _ => {}
        }
    }

    /// When volunteers can be asked what was to be asked at `at`, be it late: outside their quiet hours.
    fn awake(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.calendar.after_quiet(at.max(self.now)).max(at)
    }

    fn day_before(&self, at: (u32, u32)) -> DateTime<Utc> {
        day_before(self.task, self.calendar, at)
    }
}

/// When those who come are asked to confirm.
pub fn confirmation_time(task: &Task, calendar: &Calendar) -> DateTime<Utc> {
    calendar.after_quiet(day_before(task, calendar, CONFIRM))
}

fn day_before(task: &Task, calendar: &Calendar, at: (u32, u32)) -> DateTime<Utc> {
    clock(calendar, calendar.local(task.starts_at).date() - Days::new(1), at)
}

fn clock(calendar: &Calendar, date: NaiveDate, (hour, minute): (u32, u32)) -> DateTime<Utc> {
    calendar.instant(date.and_time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of the day")))
}

impl Agenda {
    fn attend(&mut self, at: DateTime<Utc>, what: Attend) {
        // The same reserve may be wanted for two reasons.
        if !self.due.contains(&Due::Attend(what)) {
            self.add(at, Due::Attend(what));
        }
    }
}
