//! How an answer is carried out and receipted.

use chrono::TimeDelta;

use super::{Answer, Way, is_no_volunteer, known_or_new, say};
use crate::commands::attendance::words::{self, Word};
use crate::commands::desk::{Desk, Heard, Note};
use crate::commands::{faces, history, misread, offers, outcome};
use crate::domain::answer::{self, Decision, Outcome, Who};
use crate::domain::ids::{OrganisationId, TaskId};
use crate::domain::task::{Task, TaskState};
use crate::language::Intent;
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::store::people::Person;
use crate::text::{Button, Message, Said, Target};

/// Who presses again so soon has read the receipt.
const PRESSED_TWICE: TimeDelta = TimeDelta::minutes(10);

/// A pressed button or a thumb under a task's card or question.
pub async fn pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    given: Answer,
    way: Way,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return say_nothing_there(desk, heard, &way).await;
    };
    let Some(person) = known_or_new(desk, heard, &task).await? else {
        return match way {
            Way::Press(press) => desk.refuse_press(heard, &press, Message::NotForYou.into()).await,
            _ => Ok(()),
        };
    };
    let open = task.state == TaskState::Open && desk.now < task.ends_at;
    if open && heard.in_private && given != Answer::No && is_no_volunteer(desk, &task, &person).await? {
        return match way {
            Way::Press(press) => desk.refuse_press(heard, &press, Message::NotForYou.into()).await,
            _ => Ok(()),
        };
    }
    answer(desk, heard, &mut task, &person, given, &way).await
}

pub(super) async fn answer(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    given: Answer,
    way: &Way,
) -> anyhow::Result<()> {
    if let Answer::Yes { people } = given
        && people.is_none_or(|people| people == task.held_by(person.id))
        && let Some(word) = words::meant_by_yes(task, person.id)
    {
        return confirmed(desk, heard, task, person, word, way).await;
    }
    let who = who(desk, heard, task, person).await?;
    if let Some(decision) = taken_back(desk, task, who, given).await? {
        carry_out(desk, heard, task, person, Some(given), decision, way).await?;
        return offers::void_what_does_not_fit(desk, task).await;
    }
    let calendar = desk.calendar(task.municipality).await?;
    let decision = match given {
        Answer::AsOffered => Decision { changes: Vec::new(), outcome: Outcome::PartialNoted },
        Answer::Back => answer::accept(task, who, None, &calendar, desk.now),
        Answer::Yes { people } => answer::accept(task, who, people, &calendar, desk.now),
        // All of them have a place: nobody need wait.
        Answer::Reserve { people } if people > 1 && task.unoffered() >= people => {
            answer::accept(task, who, Some(people), &calendar, desk.now)
        }
        Answer::Reserve { people } => answer::queue(task, who, people, desk.now),
        Answer::No => answer::decline(task, who, &calendar, desk.now),
    };
    carry_out(desk, heard, task, person, Some(given), decision, way).await
}

/// A yes from somebody who was asked, when a place of theirs was given back, whether they can come after all. `None`: it is an answer like any other.
async fn taken_back(
    desk: &mut Desk<'_>,
    task: &Task,
    who: Who,
    given: Answer,
) -> anyhow::Result<Option<Decision>> {
    let people = match given {
        Answer::Yes { people } => people,
        Answer::Back => None,
        Answer::Reserve { .. } | Answer::No | Answer::AsOffered => return Ok(None),
    };
    // While no reserve is being asked there is nothing in their way.
    let Some(decision) = answer::take_back(task, who, people, desk.now).filter(|_| !task.offers.is_empty())
    else {
        return Ok(None);
    };
    let is_asked = given == Answer::Back || history::was_taken_off(desk, task, who.person).await?;
    Ok(is_asked.then_some(decision))
}

/// A yes that answers whether they come, or stand ready.
async fn confirmed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    word: Word,
    way: &Way,
) -> anyhow::Result<()> {
    match way {
        Way::Words { message, .. } => say(desk, heard, task, person, word, None, message).await,
        Way::Press(press) => words::pressed(desk, heard, task.id, word, press).await,
        Way::Thumb => words::said(desk, heard, task, person, word, None).await.map(drop),
    }
}

pub(super) async fn carry_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    given: Option<Answer>,
    decision: Decision,
    way: &Way,
) -> anyhow::Result<()> {
    desk.put_away_answered(task.id, person.id, given, !decision.changes.is_empty()).await?;
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    change(desk, actor, task, person, &decision).await?;
    let just_answered =
        task.signup(person.id).is_some_and(|signup| desk.now - signup.answered_at < PRESSED_TWICE);
    if let (Way::Press(press), true) = (way, just_answered && decision.changes.is_empty())
        && !press.is_empty()
        && matches!(decision.outcome, Outcome::AlreadyPlaced { .. } | Outcome::Queued { .. })
    {
        // They have been told; later they may look for the way to the address.
        return desk.answer_press(heard, press, faces::press_answer(task, &decision.outcome)).await;
    }
    receipt(desk, heard, task, person, &decision.outcome, way).await
}

/// Everything that follows from an answer but the receipt.
async fn change(
    desk: &mut Desk<'_>,
    actor: Actor,
    task: &mut Task,
    person: &Person,
    decision: &Decision,
) -> anyhow::Result<()> {
    if decision.outcome == Outcome::Withdrawn {
        desk.tx.drop_unsent(task.id, Some(person.id)).await?;
        desk.tx.revoke_disclosure(task.id, person.id, desk.now).await?;
    }
    desk.change(task, &decision.changes, actor).await?;
    if decision.outcome == Outcome::Withdrawn {
        outcome::tell_duty_of_withdrawal(desk, task, person).await?;
    }
    Ok(())
}

/// Takes somebody who leaves off a task, place, queue and offer alike, by the same way as a withdrawal and without a receipt for each.
pub async fn step_down(
    desk: &mut Desk<'_>,
    actor: Actor,
    person: &Person,
    task: TaskId,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let asked_as = task.signup(person.id).and_then(|signup| signup.asked_as);
    let who = Who { person: person.id, approved: true, asked_as };
    // The first no to an offer of fewer places than were waited for keeps the turn; who leaves keeps none.
    for _ in 0..2 {
        let decision = answer::decline(&task, who, &calendar, desk.now);
        desk.put_away_answered(task.id, person.id, Some(Answer::No), !decision.changes.is_empty()).await?;
        change(desk, actor, &mut task, person, &decision).await?;
        if decision.outcome != Outcome::KeepsTurn {
            break;
        }
    }
    Ok(())
}

/// Says what came of an answer: as little as possible in a group, the whole in private.
async fn receipt(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    outcome: &Outcome,
    way: &Way,
) -> anyhow::Result<()> {
    if matches!(way, Way::Words { edited: true, .. } | Way::Thumb)
        && matches!(outcome, Outcome::AlreadyPlaced { .. })
    {
        return Ok(());
    }
    let calendar = desk.calendar(task.municipality).await?;
    let said = match (outcome, way) {
        (Outcome::Withdrawn, Way::Words { ill: true, .. }) => faces::get_well(task, person, &calendar),
        _ => faces::receipt(desk, task, person.id, outcome, &calendar).await?,
    };
    let mut said = said;
    if matches!(outcome, Outcome::Placed { .. } | Outcome::PlacedAlone)
        && let Some(other) = offers::elsewhere(desk, task, person.id).await?
    {
        let window = faces::window_held(&other, &calendar);
        said.lines.insert(1, Message::AlsoHolds { number: other.number, window });
    }
    let said = match way {
        Way::Words { wordy: Some((text, intent)), .. } if may_be_misread(outcome) => {
            with_misread(desk, heard, person, said, text, *intent).await?
        }
        _ => said,
    };
    if heard.in_private {
        return match way {
            Way::Press(press) => {
                desk.answer_press(heard, press, faces::press_answer(task, outcome)).await?;
                desk.reply_about(heard, said, None, Some(task.id), None).await
            }
            _ => desk.reply_about(heard, said, None, Some(task.id), None).await,
        };
    }
    if let Way::Press(press) = way {
        desk.answer_press(heard, press, faces::press_answer(task, outcome)).await?;
    }
    // Who answered for more than there are places is asked where they answered.
    let told = match (outcome, way) {
        (Outcome::OnlySomeLeft { .. }, Way::Words { .. }) => false,
        // A no by button is receipted by the alert: it asks for nothing more.
        (Outcome::Declined, Way::Press(_)) => true,
        _ => {
            let note =
                Note::on(task, Purpose::Receipt, format!("told:{}:{}", heard.inbox.0, task.id.0), said);
            desk.tell(person.id, note).await?
        }
    };
    match way {
        Way::Words { message, .. } => {
            desk.mark(heard, message, faces::mark(outcome)).await?;
            in_group(desk, heard, task, person, outcome, Some(message), told).await
        }
        Way::Press(_) | Way::Thumb => in_group(desk, heard, task, person, outcome, None, told).await,
    }
}

/// Whether an answer was read as one that somebody's plans hang on.
fn may_be_misread(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Placed { .. }
            | Outcome::PlacedAlone
            | Outcome::Queued { .. }
            | Outcome::Declined
            | Outcome::Withdrawn
            | Outcome::PartialNoted
    )
}

/// A receipt with the button that says that the answer was misread, for whoever can be written to in private.
async fn with_misread(
    desk: &mut Desk<'_>,
    heard: &Heard,
    person: &Person,
    said: Said,
    text: &str,
    intent: Intent,
) -> anyhow::Result<Said> {
    if !heard.in_private && desk.tx.reach(person.id).await?.is_none() {
        return Ok(said);
    }
    // Only who held a place withdraws.
    let held = intent == Intent::Withdraw;
    Ok(said.row([misread::offer(desk, person, text, intent, held).await?]))
}

/// What the group itself must hear: only what nobody could be told in private, and a question that somebody must answer.
async fn in_group(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
    outcome: &Outcome,
    message: Option<&str>,
    told: bool,
) -> anyhow::Result<()> {
    let name = faces::first_name(&person.name);
    // Who has just become known is the one whom it is said to, too.
    let heard = &Heard { people: vec![person.clone()], ..heard.clone() };
    match outcome {
        Outcome::OnlySomeLeft { wanted, free } if !told => {
            let said = faces::only_some_left(task, &name, *wanted, *free);
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
        Outcome::Queued { .. } if !told => desk.show_reserves(heard, task).await,
        Outcome::Placed { .. } | Outcome::PlacedAlone if !told => {
            let mut said = Said::from(Message::PlacedOpenChat { name, number: task.number });
            if let Some(link) = &heard.start_link {
                said = said.row([Button { label: Message::OpenChat, target: Target::Link(link.clone()) }]);
            }
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
        Outcome::Placed { .. }
        | Outcome::PlacedAlone
        | Outcome::Queued { .. }
        | Outcome::Declined
        | Outcome::KeepsTurn => Ok(()),
        Outcome::AlreadyPlaced { .. } => Ok(()),
        _ if told => Ok(()),
        _ => {
            let calendar = desk.calendar(task.municipality).await?;
            let said = faces::receipt(desk, task, person.id, outcome, &calendar).await?;
            desk.reply_about(heard, said, message, Some(task.id), None).await
        }
    }
}

async fn say_nothing_there(desk: &mut Desk<'_>, heard: &Heard, way: &Way) -> anyhow::Result<()> {
    match way {
        Way::Press(press) => desk.refuse_press(heard, press, Message::NothingThere.into()).await,
        _ => Ok(()),
    }
}

pub(super) async fn who(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
) -> anyhow::Result<Who> {
    let approved = match desk.tx.service(task.municipality, task.service).await? {
        Some(service) if service.approved_only => desk.tx.is_approved(service.id, person.id).await?,
        _ => true,
    };
    Ok(Who { person: person.id, approved, asked_as: asked_as(desk, heard, task, person).await? })
}

/// The organisation somebody answers for: the group's, and in private the first of those asked that they belong to. It is the one that is paid.
async fn asked_as(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    person: &Person,
) -> anyhow::Result<Option<OrganisationId>> {
    if let Some(organisation) = heard.group.as_ref().and_then(|group| group.organisation_id) {
        return Ok(Some(organisation));
    }
    if let Some(before) = task.signup(person.id).and_then(|signup| signup.asked_as) {
        return Ok(Some(before));
    }
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let belongs = |organisation| memberships.iter().any(|of| of.organisation_id == Some(organisation));
    Ok(task.asked.iter().map(|asked| asked.organisation).find(|organisation| belongs(*organisation)))
}
