//! Buttons: from their data to what they mean.

use super::attendance::calls::{self, About};
use super::attendance::deviations;
use super::attendance::roll_call::{self, Report};
use super::attendance::words::{self, Word};
use super::change::{self, Alteration};
use super::desk::{Desk, Heard};
use super::duty::{self, Order};
use super::everyday;
use super::put_away::Use;
use super::replies::{self, Answer, Way};
use super::request::{self, Step};
use super::{absence, club, erasure, faces, history, leave, misread, rota, take_off, who_comes};
use crate::domain::attendance::Mark;
use crate::domain::ids::{
    AbsenceId, DeviationId, MisreadId, OrganisationId, PersonId, RequestId, TaskId, ZoneId,
};
use crate::domain::language::Language;
use crate::domain::service::ServiceKind;
use crate::store::outbox::{Purpose, SaidBefore};
use crate::text::Message;

/// What a button means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Answer(TaskId, Answer),
    Duty(TaskId, Order),
    Word(TaskId, Word),
    Report(TaskId, Report),
    /// Somebody was asked whom they mean who does not come.
    SaidAway(TaskId, PersonId),
    /// A club's contact: the club can't.
    ClubNo(TaskId),
    Called(TaskId, About, bool),
    Verdict(TaskId, Mark),
    FollowUp(DeviationId),
    Change(TaskId),
    Alter(TaskId, Alteration),
    Draft(RequestId, Step),
    Language(Language),
    WhoComes(TaskId),
    /// Earlier history, from before this row.
    History(TaskId, i64),
    /// Leaves an organisation, after the question or before it.
    Leave {
        organisation: OrganisationId,
        sure: bool,
    },
    /// The contact says that somebody is no longer with the club.
    TakeOut {
        organisation: OrganisationId,
        person: PersonId,
    },
    /// A reading is reported as wrong.
    Misread(misread::Step),
    /// Somebody who is away gives their places back, or keeps them.
    Away(AbsenceId, bool),
    EraseMe,
    TakeDuty,
    /// Everything stays as it is.
    Stay,
}

/// What the data of a button begin with that presses several others, and what stands between those.
const EACH: &str = "each:";
const AND: char = '|';

/// The data of a button that presses each of these. `None`: they are too long for one.
pub fn each(data: &[String]) -> Option<String> {
    const MOST_BYTES: usize = 64;
    let each = format!("{EACH}{}", data.join(&AND.to_string()));
    (each.len() <= MOST_BYTES).then_some(each)
}

/// Whether a button with these data presses several others.
pub fn is_of_each(data: &str) -> bool {
    data.starts_with(EACH)
}

/// Whether one of those that it presses is about `task`.
pub fn each_is_about(data: &str, task: TaskId) -> bool {
    let each = data.strip_prefix(EACH).unwrap_or_default();
    each.split(AND).any(|data| dealt_with_by(data) == Some(task))
}

/// Handles a press. Without `press` the label was typed: there is no press to answer.
/// `before`: the message with the button, where it is known.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    data: &str,
    press: &str,
    before: Option<&SaidBefore>,
) -> anyhow::Result<()> {
    if let Some(before) = before {
        if let Some(text) = meant_for_another(desk, heard, before, data).await? {
            return desk.refuse_press(heard, press, text.into()).await;
        }
        desk.put_away_asked(before, data).await?;
    }
    if let Some(each) = data.strip_prefix(EACH) {
        for (place, data) in each.split(AND).enumerate() {
            // A press is answered once.
            let press = if place == 0 { press } else { "" };
            Box::pin(pressed(desk, heard, data, press, None)).await?;
        }
        return Ok(());
    }
    match meaning(data) {
        Some(Meaning::Answer(task, answer)) => {
            replies::pressed(desk, heard, task, answer, Way::Press(press.to_owned())).await
        }
        Some(Meaning::Duty(task, order)) => duty::pressed(desk, heard, task, order, data, press).await,
        // The turn is lost, but the place may be free still.
        Some(Meaning::Word(task, Word::Ready { ready: true }))
            if replies::may_take_late(desk, heard, task).await? =>
        {
            let yes = Answer::Yes { people: None };
            replies::pressed(desk, heard, task, yes, Way::Press(press.to_owned())).await
        }
        Some(Meaning::Word(task, word)) => words::pressed(desk, heard, task, word, press).await,
        Some(Meaning::Report(task, report)) => {
            roll_call::pressed(desk, heard, task, report, data, press).await
        }
        Some(Meaning::ClubNo(task)) => replies::club_pressed(desk, heard, task, press).await,
        Some(Meaning::SaidAway(task, person)) => {
            take_off::reported_pressed(desk, heard, task, person, press).await
        }
        Some(Meaning::Called(task, about, made)) => {
            calls::pressed(desk, heard, task, about, made, data, press).await
        }
        Some(Meaning::Verdict(task, verdict)) => {
            calls::verdict_pressed(desk, heard, task, verdict, data, press).await
        }
        Some(Meaning::FollowUp(deviation)) => deviations::answered(desk, heard, deviation, None, press).await,
        Some(Meaning::Change(task)) => change::pressed(desk, heard, task, press).await,
        Some(Meaning::Alter(task, wanted)) => change::confirmed(desk, heard, task, wanted, data, press).await,
        Some(Meaning::Draft(request, step)) => {
            request::pressed(desk, heard, request, step, data, press).await
        }
        Some(Meaning::Language(language)) => everyday::language_pressed(desk, heard, language, press).await,
        Some(Meaning::WhoComes(task)) => who_comes::pressed(desk, heard, task, press).await,
        Some(Meaning::History(task, before)) => history::pressed(desk, heard, task, before, press).await,
        Some(Meaning::TakeOut { organisation, person }) => {
            club::take_out(desk, heard, organisation, person, press).await
        }
        Some(Meaning::Leave { organisation, sure }) => {
            leave::pressed(desk, heard, organisation, sure, press).await
        }
        Some(Meaning::Misread(step)) => misread::pressed(desk, heard, step, press).await,
        Some(Meaning::TakeDuty) => rota::take_over_pressed(desk, heard, press).await,
        Some(Meaning::Away(days, gives_back)) => absence::pressed(desk, heard, days, gives_back, press).await,
        Some(Meaning::EraseMe) => erasure::confirmed(desk, heard, press).await,
        Some(Meaning::Stay) => desk.refuse_press(heard, press, Message::StaysAsItIs.into()).await,
        None => desk.refuse_press(heard, press, Message::NothingThere.into()).await,
    }
}

/// What was asked of one person in a group is theirs to answer: "both as reserve" says nothing of anybody else.
async fn meant_for_another(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    data: &str,
) -> anyhow::Result<Option<Message>> {
    let asked = before.person_id.filter(|_| !heard.in_private && before.purpose == Purpose::Receipt);
    let Some(asked) = asked.filter(|_| answers_task(data).is_some()) else { return Ok(None) };
    if heard.people.iter().any(|person| person.id == asked) {
        return Ok(None);
    }
    let asked = desk.tx.living_person(asked).await?;
    Ok(asked.map(|person| Message::MeantFor { name: faces::first_name(&person.name) }))
}

/// The task that a button with these data answers, if it does.
pub fn answers_task(data: &str) -> Option<TaskId> {
    match meaning(data) {
        Some(Meaning::Answer(task, _)) => Some(task),
        _ => None,
    }
}

/// The task that a button of duty's or the requester's with these data is about, if it is one.
pub fn ordered_of(data: &str) -> Option<TaskId> {
    match meaning(data) {
        Some(Meaning::Duty(task, _)) => Some(task),
        _ => None,
    }
}

/// The task that somebody on duty can do something about with these data, whatever that is.
pub fn dealt_with_by(data: &str) -> Option<TaskId> {
    match meaning(data)? {
        Meaning::Duty(task, _)
        | Meaning::Report(task, _)
        | Meaning::Word(task, _)
        | Meaning::Called(task, ..)
        | Meaning::Verdict(task, _)
        | Meaning::Alter(task, _)
        | Meaning::Change(task) => Some(task),
        _ => None,
    }
}

/// Whether a button with these data tells of a whole task how it went.
pub fn tells_how_it_went(data: &str) -> bool {
    matches!(meaning(data), Some(Meaning::Report(_, report)) if report.person().is_none())
}

/// The alarm that a button with these data answers, if it does.
pub fn alarm_of(data: &str) -> Option<DeviationId> {
    match meaning(data) {
        Some(Meaning::FollowUp(alarm)) => Some(alarm),
        _ => None,
    }
}

/// What a button with these data does about a task, if it is one of duty's or the requester's.
pub fn order_of(data: &str) -> Option<Order> {
    match meaning(data) {
        Some(Meaning::Duty(_, order)) => Some(order),
        _ => None,
    }
}

/// What a button with these data is for.
pub fn use_of(data: &str) -> Use {
    match meaning(data) {
        Some(Meaning::Answer(_, Answer::No)) => Use::StepsDown,
        Some(Meaning::Answer(_, answer)) => Use::AsksVolunteer(answer),
        Some(Meaning::Duty(_, order)) => match order {
            Order::HoldFor { .. }
            | Order::ExtendTo { .. }
            | Order::PutIn { page: 1.. }
            | Order::PutInPerson { .. } => Use::AnsweredBack,
            Order::Cancel
            | Order::CancelSurely
            | Order::LeaveIt
            | Order::LookAgain
            | Order::TakeOff { .. } => Use::ChangesTask,
            Order::Part { .. } => Use::DecidesPart,
            _ => Use::MendsHole,
        },
        Some(Meaning::Word(_, word)) => Use::AsksOnTheWay(word),
        Some(Meaning::Change(_) | Meaning::Alter(..)) => Use::ChangesTask,
        Some(
            Meaning::Report(..)
            | Meaning::SaidAway(..)
            | Meaning::ClubNo(_)
            | Meaning::Called(..)
            | Meaning::Verdict(..)
            | Meaning::FollowUp(_)
            | Meaning::Draft(..)
            | Meaning::Language(_)
            | Meaning::WhoComes(_)
            | Meaning::History(..)
            | Meaning::Leave { .. }
            | Meaning::TakeOut { .. }
            | Meaning::Misread(_)
            | Meaning::Away(..)
            | Meaning::EraseMe
            | Meaning::TakeDuty
            | Meaning::Stay,
        )
        | None => Use::Other,
    }
}

/// Whether a button says yes (`true`) or no to what its message asks. `None`: neither, or it answers a task, and what is said to a task is read as
/// a whole.
pub fn says_yes(data: &str) -> Option<bool> {
    match data.split(':').next()? {
        "whole" => return Some(true),
        "asoffered" => return Some(false),
        _ => {}
    }
    match meaning(data)? {
        Meaning::Duty(_, Order::CancelSurely | Order::TakeOff { .. })
        | Meaning::Alter(..)
        | Meaning::EraseMe
        | Meaning::Leave { sure: true, .. }
        | Meaning::TakeOut { .. }
        | Meaning::Draft(_, Step::Send { .. })
        | Meaning::Word(_, Word::Done | Word::StepsDown | Word::WasThere) => Some(true),
        Meaning::Duty(_, Order::LeaveIt)
        | Meaning::Stay
        | Meaning::Draft(_, Step::Change)
        | Meaning::Word(_, Word::SomethingHappened | Word::NotDone | Word::WasNotThere | Word::Stays) => {
            Some(false)
        }
        Meaning::Word(_, Word::Ready { ready: yes })
        | Meaning::Duty(_, Order::Part { accepted: yes, .. })
        | Meaning::Away(_, yes)
        | Meaning::Misread(misread::Step::Keep(_, yes)) => Some(yes),
        _ => None,
    }
}

/// Whom a report of duty's is about.
pub fn person_of(data: &str) -> Option<PersonId> {
    match meaning(data) {
        Some(Meaning::Report(_, report)) => report.person(),
        _ => None,
    }
}

fn meaning(data: &str) -> Option<Meaning> {
    let mut parts = data.split(':');
    let verb = parts.next()?;
    if verb == "lang" {
        return parts.next().and_then(Language::from_code).map(Meaning::Language);
    }
    match data {
        "erase:yes" => return Some(Meaning::EraseMe),
        "stay" => return Some(Meaning::Stay),
        _ => {}
    }
    let id: i64 = parts.next()?.parse().ok()?;
    let argument = parts.next();
    let number = argument.and_then(|argument| argument.parse::<i64>().ok());
    let small = number.and_then(|number| u32::try_from(number).ok());
    let (task, request) = (TaskId(id), RequestId(id));
    let answer = |answer| Some(Meaning::Answer(task, answer));
    let duty = |order| Some(Meaning::Duty(task, order));
    let word = |word| Some(Meaning::Word(task, word));
    let report = |report| Some(Meaning::Report(task, report));
    let person = number.map(PersonId);
    match verb {
        "yes" | "take" => answer(Answer::Yes { people: small }),
        "whole" => answer(Answer::Yes { people: Some(1) }),
        "asoffered" => answer(Answer::AsOffered),
        "back" => answer(Answer::Back),
        "res" => answer(Answer::Reserve { people: small.unwrap_or(1) }),
        "no" => answer(Answer::No),
        "hold" => duty(small.map_or(Order::Hold, |minutes| Order::HoldFor { minutes })),
        "ask" => duty(Order::Ask { order: small? }),
        "put" => duty(Order::PutIn { page: small.unwrap_or(0) }),
        "putin" => duty(Order::PutInPerson { person: PersonId(number?) }),
        "off" => duty(Order::TakeOff { person: PersonId(number?) }),
        "extend" => duty(small.map_or(Order::Extend, |epoch_minute| Order::ExtendTo { epoch_minute })),
        "town" => duty(Order::TownTakesIt),
        "again" => duty(Order::LookAgain),
        "cancel" => duty(Order::Cancel),
        "cancelyes" => duty(Order::CancelSurely),
        "cancelno" => duty(Order::LeaveIt),
        "enough" => duty(Order::Enough),
        "rest" => duty(Order::FillTheRest),
        "part" => duty(Order::Part { person: PersonId(number?), accepted: parts.next()? == "yes" }),
        "away" => Some(Meaning::Away(AbsenceId(id), argument? == "yes")),
        "takeduty" => Some(Meaning::TakeDuty),
        "conf" => word(Word::Comes),
        "late" => word(Word::Late { minutes: small }),
        "in" => word(Word::There),
        "done" => word(Word::Done),
        "wrong" => word(Word::SomethingHappened),
        "notdone" => word(Word::NotDone),
        "was" => word(Word::WasThere),
        "wasnot" => word(Word::WasNotThere),
        "ready" => word(Word::Ready { ready: true }),
        "unready" => word(Word::Ready { ready: false }),
        "stay" => word(Word::Stays),
        "down" => word(Word::StepsDown),
        "reported" => Some(Meaning::SaidAway(task, person?)),
        "clubno" => Some(Meaning::ClubNo(task)),
        "comes" => report(Report::Comes(person?)),
        "gone" => report(Report::DoesNotCome(person?)),
        "there" => report(Report::IsThere(person?)),
        "absent" => report(Report::Absent(person?)),
        "alldone" => report(Report::Done),
        "undone" => report(Report::NotDone),
        "nobody" => report(Report::NobodyCame),
        "called" => About::from_data(argument?).map(|about| Meaning::Called(task, about, true)),
        "uncalled" => About::from_data(argument?).map(|about| Meaning::Called(task, about, false)),
        "verdict" => calls::verdict_from_data(argument?).map(|verdict| Meaning::Verdict(task, verdict)),
        "follow" => Some(Meaning::FollowUp(DeviationId(id))),
        "edit" => Some(Meaning::Change(task)),
        "alter" => {
            let (end, places) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            let town = parts.next() == Some("town");
            Some(Meaning::Alter(task, Alteration::from_data(number?, end, places, town)?))
        }
        "who" => Some(Meaning::WhoComes(task)),
        "history" => Some(Meaning::History(task, number?)),
        "leave" => Some(Meaning::Leave { organisation: OrganisationId(id), sure: argument == Some("yes") }),
        "takeout" => Some(Meaning::TakeOut { organisation: OrganisationId(id), person: PersonId(number?) }),
        "misread" => Some(Meaning::Misread(misread::Step::Reply(MisreadId(id)))),
        "misask" => Some(Meaning::Misread(misread::Step::Request(request))),
        "meant" => {
            Some(Meaning::Misread(misread::Step::Meant(MisreadId(id), usize::try_from(number?).ok()?)))
        }
        "keep" => Some(Meaning::Misread(misread::Step::Keep(MisreadId(id), argument? == "yes"))),
        "send" => Some(Meaning::Draft(request, Step::Send { version: small? })),
        "change" => Some(Meaning::Draft(request, Step::Change)),
        "discard" => Some(Meaning::Draft(request, Step::Discard)),
        "note" => Some(Meaning::Draft(request, Step::Note)),
        "dry" => Some(Meaning::Draft(request, Step::DryRun)),
        "set" => field(argument?, parts.next()?).map(|step| Meaning::Draft(request, step)),
        _ => None,
    }
}

fn field(name: &str, value: &str) -> Option<Step> {
    let number = || value.parse::<u32>().ok();
    match name {
        "service" => ServiceKind::from_name(value).map(Step::Service),
        "people" => number().map(Step::People),
        "day" => number().map(Step::Day),
        "clock" => number().filter(|minutes| *minutes < 24 * 60).map(Step::Clock),
        "length" => number().map(Step::Length),
        "zone" => value.parse().ok().map(|id| Step::Zone(ZoneId(id))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_mean_what_they_carry() {
        assert_eq!(meaning("yes:17:2"), Some(Meaning::Answer(TaskId(17), Answer::Yes { people: Some(2) })));
        assert_eq!(meaning("yes:17"), Some(Meaning::Answer(TaskId(17), Answer::Yes { people: None })));
        assert_eq!(meaning("no:17"), Some(Meaning::Answer(TaskId(17), Answer::No)));
        assert_eq!(
            meaning("part:17:4:yes"),
            Some(Meaning::Duty(TaskId(17), Order::Part { person: PersonId(4), accepted: true }))
        );
        assert_eq!(
            meaning("set:3:service:snow_clearing"),
            Some(Meaning::Draft(RequestId(3), Step::Service(ServiceKind::SnowClearing)))
        );
        assert_eq!(meaning("lang:nn"), Some(Meaning::Language(Language::Nn)));
    }

    #[test]
    fn what_no_button_carries_means_nothing() {
        for data in [
            "",
            ":",
            "yes",
            "yes:",
            "yes:x",
            "send:3",
            "set:3:clock:1440",
            "set:3:service:nuclear",
            "part:17:4",
            "lang:xx",
            "drop:1",
            "erase",
            "erase:no",
            "leave",
            "history:17",
            "alter:17",
            "alter:17:0:0:0",
            "alter:17:29:28:0",
            "alter:17:9223372036854775807:9223372036854775807:0",
        ] {
            assert_eq!(meaning(data), None, "{data}");
        }
    }
}
