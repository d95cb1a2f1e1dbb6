//! Following those who come: asked to confirm, reminded, looked for at the start, asked how it went; and the calls that the unit makes.

use crate::commands::attendance::{calls, roll_call};
use crate::commands::desk::{Desk, Note};
use crate::commands::{duty, faces, history, offers, outcome, parts, take_off, unreached};
use crate::domain::attendance::Mark;
use crate::domain::ids::PersonId;
use crate::domain::plan::{self, Attend};
use crate::domain::task::{Change, Signup, Task};
use crate::store::history::Actor;
use crate::store::outbox::Purpose;
use crate::text::argument::Phone;
use crate::text::{Button, Message, Said, Target};

/// What the outbox keys of questions to those who come begin with.
const ATTEND: &str = "attend:";

/// Whether an outbox key is that of a question to somebody who comes.
pub fn is_attend_key(key: &str) -> bool {
    key.starts_with(ATTEND)
}

/// What of it volunteers are asked by the clock, outside their quiet hours: `Attend::keeps_out_of_quiet_hours`.
const AT_EASE: [&str; 6] = ["confirm", "again", "movedagain", "standin", "start", "completion"];

/// Whether an outbox key is that of a question that keeps out of quiet hours.
pub fn keeps_out_of_quiet_hours(key: &str) -> bool {
    let what = key.strip_prefix(ATTEND).and_then(|rest| rest.split(':').next());
    what.is_some_and(|what| AT_EASE.contains(&what))
}

/// Does what is due about those who come, and puts it down.
pub async fn take(desk: &mut Desk<'_>, task: &mut Task, what: Attend) -> anyhow::Result<()> {
    let marks = what.marks(task, desk.now);
    let unreached = say(desk, task, what).await?;
    for (person, mark) in marks {
        put(desk, task, person, mark).await?;
        if let (Some(_), Some(person)) = (&unreached, person) {
            history::not_reached(desk, task, person, mark).await?;
        }
    }
    match unreached {
        Some(Unreached::BeforeStart(person)) => tell_unreached(desk, task, person).await,
        Some(Unreached::Reminder(person)) => tell_unless_known(desk, task, person).await,
        Some(Unreached::StandIn(person)) => put(desk, task, Some(person), Mark::StandInRefused).await,
        Some(Unreached::Afterwards) if task.attending().count() == 1 => take_missed(desk, task).await,
        _ => Ok(()),
    }
}

/// Somebody who was to be asked can't be written to.
enum Unreached {
    BeforeStart(PersonId),
    /// Only reminded, before the start: duty may know already.
    Reminder(PersonId),
    /// Asked or reminded at the start, where whoever is silent is looked for anyway.
    AtStart,
    StandIn(PersonId),
    Afterwards,
}

/// Says it. Gives who can't be written to, where an answer was asked for.
async fn say(desk: &mut Desk<'_>, task: &mut Task, what: Attend) -> anyhow::Result<Option<Unreached>> {
    let calendar = desk.calendar(task.municipality).await?;
    // Whoever was taken for a part is asked about their part.
    let window = match what {
        Attend::AskConfirmation(person)
        | Attend::RemindConfirmation(person)
        | Attend::RemindOfMove(person)
        | Attend::RemindOfStart(person) => faces::window_of(task, person, &calendar),
        _ => faces::window(task, &calendar),
    };
    let (number, service) = (task.number, task.service);
    match what {
        Attend::AskConfirmation(person) => {
            let said = Said::from(Message::ConfirmAsk { number, service, window })
                .row(roll_call::coming_or_not(task));
            let reached = tell(desk, task, person, Purpose::Question, "confirm", said).await?;
            return Ok((!reached).then_some(Unreached::BeforeStart(person)));
        }
        Attend::RemindConfirmation(person) => {
            let moved = task.signup(person).is_some_and(|signup| task.open_move(signup).is_some());
            let said = match moved {
                true => Said::from(Message::MoveAgain { number, window }).row(roll_call::suits_or_not(task)),
                false => {
                    Said::from(Message::ConfirmAgain { number, window }).row(roll_call::coming_or_not(task))
                }
            };
            let reached = tell(desk, task, person, Purpose::Reminder, "again", said).await?;
            return Ok((!reached).then_some(Unreached::Reminder(person)));
        }
        Attend::AskStandIn(Some(person)) => {
            let said = Said::from(Message::StandInAsk { number, service, window }).row([
                Button::new(Message::Yes, format!("ready:{}", task.id.0)),
                Button::new(Message::No, format!("unready:{}", task.id.0)),
            ]);
            let reached = tell(desk, task, person, Purpose::Question, "standin", said).await?;
            return Ok((!reached).then_some(Unreached::StandIn(person)));
        }
        Attend::AskStandIn(None) => {
            ask_standby(desk, task, Message::StandInAsk { number, service, window }).await?;
        }
        Attend::RemindOfPart(person) => parts::remind(desk, task, person).await?,
        Attend::LeavePartOpen(person) => parts::begins_undecided(desk, task, person).await?,
        Attend::TellUnconfirmed => tell_unconfirmed(desk, task).await?,
        Attend::AskTown(person) => {
            let key = key(desk, task, "town", Some(person));
            duty::ask_town(desk, task, person, &key).await?;
        }
        Attend::RemindOfMove(person) => {
            let said = Said::from(Message::MoveAgain { number, window }).row(roll_call::suits_or_not(task));
            let reached = tell(desk, task, person, Purpose::Reminder, "movedagain", said).await?;
            return Ok((!reached).then_some(Unreached::Reminder(person)));
        }
        Attend::TellMoveUnanswered(person) => tell_move_unanswered(desk, task, person).await?,
        Attend::RemindOfReport(person) => {
            let key = key(desk, task, "report", Some(person));
            take_off::tell_unanswered(desk, task, person, 0, &key).await?;
            take_off::tell_requester(desk, task, person).await?;
        }
        Attend::TellDeputyOfReport(person) => {
            let key = key(desk, task, "reportdeputy", Some(person));
            take_off::tell_unanswered(desk, task, person, 1, &key).await?;
        }
        Attend::TellContactOfReport(person) => {
            let key = key(desk, task, "reportcontact", Some(person));
            take_off::tell_unanswered(desk, task, person, 2, &key).await?;
        }
        Attend::RemindOfStart(person) => {
            let said = Said::from(Message::StartReminder { number, service, window })
                .row([Button { label: Message::OpenTask, target: Target::Task(task.id) }])
                .row(roll_call::late_or_not(task));
            let reached = tell(desk, task, person, Purpose::Reminder, "start", said).await?;
            return Ok((!reached).then_some(Unreached::Reminder(person)));
        }
        Attend::AskCheckIn(person) => {
            let said = roll_call::with_check_in(task, Message::CheckInAsk { number, service });
            let reached = tell(desk, task, person, Purpose::Question, "checkin", said).await?;
            return Ok((!reached).then_some(Unreached::AtStart));
        }
        Attend::RemindCheckIn(person) => {
            let said = roll_call::with_check_in(task, Message::CheckInAgain { number });
            let reached = tell(desk, task, person, Purpose::Reminder, "checkinagain", said).await?;
            return Ok((!reached).then_some(Unreached::AtStart));
        }
        Attend::TellNoShow => tell_no_show(desk, task).await?,
        Attend::TellDeputyOfNoShow => pass_on_no_show(desk, task, plan::DEPUTY, 1).await?,
        Attend::TellContactOfNoShow => pass_on_no_show(desk, task, plan::CONTACT, 2).await?,
        Attend::AskCompletion(person) => {
            let said = Said::from(Message::CompletionAsk { number }).row([
                Button::new(Message::Yes, format!("done:{}", task.id.0)),
                Button::new(Message::SomethingHappened, format!("wrong:{}", task.id.0)),
            ]);
            let reached = tell(desk, task, person, Purpose::Question, "completion", said).await?;
            return Ok((!reached).then_some(Unreached::Afterwards));
        }
        Attend::TellCompletionMissed => tell_completion_missed(desk, task).await?,
        Attend::CallAboutComing => calls::ask_about_coming(desk, task).await?,
        Attend::CallAboutNobody => {
            let at = faces::at(&calendar, desk.now, task.starts_at);
            let is_looked_for = task.is_hunting() && task.has_begun_before_hunt();
            let text = match task.ever_marked_at(Mark::ComingCallAsked) {
                _ if is_looked_for && desk.now < task.promised_at => Message::CallSearching { number },
                None => Message::CallNobodyFound { number, at },
                Some(_) => Message::CallNobody { number, at },
            };
            if plan::nobody_call_unanswered_at(task).is_some_and(|at| at <= desk.now) {
                let key = key(desk, task, "uncalled", None);
                outcome::tell_duty(desk, task, &key, Message::CallUnanswered { number }).await?;
            }
            calls::ask_about_nobody(desk, task, text).await?;
        }
        Attend::AskVerdict => calls::ask_verdict(desk, task).await?,
    }
    Ok(None)
}

/// What somebody was asked or reminded of by a message with this key.
fn mark_of(key: &str) -> Option<Mark> {
    Some(match key.strip_prefix(ATTEND)?.split(':').next()? {
        "confirm" => Mark::ConfirmationAsked,
        "again" => Mark::ConfirmationReminded,
        "movedagain" => Mark::MoveReminded,
        "standin" => Mark::StandInAsked,
        "start" => Mark::StartReminded,
        "checkin" => Mark::CheckInAsked,
        "checkinagain" => Mark::CheckInReminded,
        "completion" => Mark::CompletionAsked,
        _ => return None,
    })
}

/// A question to somebody who comes did not arrive: duty hears of it at once, since nobody will answer it.
pub async fn did_not_arrive(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: PersonId,
    key: &str,
) -> anyhow::Result<()> {
    if let Some(mark) = mark_of(key) {
        history::not_reached(desk, task, person, mark).await?;
    }
    tell_unless_known(desk, task, person).await
}

/// Duty hears, unless it knows, that somebody who comes can't be written to.
async fn tell_unless_known(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<()> {
    let Some(signup) = task.signup(person).copied().filter(|_| task.held_by(person) > 0) else {
        return Ok(());
    };
    let told = task.marked_at(&signup, Mark::UnconfirmedTold);
    // What duty was told before they said something was that.
    if desk.now >= task.starts_at || told.is_some_and(|told| told >= task.last_word(&signup)) {
        return Ok(());
    }
    match task.is_unconfirmed(&signup) {
        true => tell_unreached(desk, task, person).await,
        false => {
            let who = desk.tx.person(person).await?;
            unreached::tell_duty(desk, task, &who).await?;
            put(desk, task, Some(person), Mark::UnconfirmedTold).await
        }
    }
}

/// Somebody who comes can't be written to: duty must hear it by telephone.
async fn tell_unreached(desk: &mut Desk<'_>, task: &mut Task, person: PersonId) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let who = desk.tx.person(person).await?;
    let name = faces::short_name(&who.name);
    let phone = Phone(who.phone);
    let said =
        Said::from(Message::UnconfirmedUnreached { number, service, window, name: name.clone(), phone })
            .row(roll_call::comes_or_not(task, person, &name));
    outcome::tell_duty(desk, task, &key(desk, task, "unreached", Some(person)), said).await?;
    put(desk, task, Some(person), Mark::UnconfirmedTold).await
}

/// Without a reserve those who have said that they may be asked are.
async fn ask_standby(desk: &mut Desk<'_>, task: &Task, ask: Message) -> anyhow::Result<()> {
    if task.asked.iter().all(|asked| asked.closed) {
        return Ok(());
    }
    let away = desk.tx.away(task.municipality, desk.now).await?;
    let standby = match desk.tx.service(task.municipality, task.service).await? {
        Some(service) => desk.tx.standby(service.id).await?,
        None => Vec::new(),
    };
    for person in standby {
        if task.signup(person).is_some()
            || away.iter().any(|(who, _)| *who == person)
            || offers::elsewhere(desk, task, person).await?.is_some()
        {
            continue;
        }
        let said = Said::from(ask.clone()).row([
            Button::new(Message::Yes, format!("res:{}:1", task.id.0)),
            Button::new(Message::No, format!("no:{}", task.id.0)),
        ]);
        tell(desk, task, person, Purpose::Question, "standin", said).await?;
    }
    Ok(())
}

/// Who has not confirmed, who stands ready, and what can be done about it.
async fn tell_unconfirmed(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let silent: Vec<Signup> = plan::unconfirmed(task).into_iter().copied().collect();
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let names = faces::short_names(desk, &silent).await?;
    let mut said = Said::from(Message::Unconfirmed { number, service, window, names });
    said.lines.extend(phones(desk, &silent).await?);
    said.lines.extend(take_off::said_not_to_come(desk, task).await?);
    let asked_all = task.task_marked_at(Mark::StandInAsked);
    let ready = task.reserves().into_iter().filter(|signup| {
        task.is_marked(signup, Mark::StandsReady)
            || asked_all.is_some_and(|asked| signup.answered_at >= asked)
    });
    let ready: Vec<Signup> = ready.copied().collect();
    if !ready.is_empty() {
        said.lines.push(Message::ReadyReserves { names: faces::short_names(desk, &ready).await? });
    }
    for signup in &silent {
        let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
        said = said.row(roll_call::comes_or_not(task, signup.person, &name));
    }
    outcome::tell_duty(desk, task, &key(desk, task, "unconfirmed", None), said).await.map(drop)
}

/// The start was moved, and somebody says nothing of whether that suits.
async fn tell_move_unanswered(desk: &mut Desk<'_>, task: &Task, person: PersonId) -> anyhow::Result<()> {
    let Some(signup) = task.signup(person).copied() else { return Ok(()) };
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let name = faces::short_name(&desk.tx.person(person).await?.name);
    let mut said = Said::from(Message::MoveUnanswered { number, service, window, name: name.clone() });
    said.lines.extend(phones(desk, &[signup]).await?);
    let said = said.row(roll_call::comes_or_not(task, person, &name));
    outcome::tell_duty(desk, task, &key(desk, task, "moved", Some(person)), said).await.map(drop)
}

/// At the start of a task that must be covered, somebody is not there: duty acts, and the recipient is rung if nobody is.
async fn tell_no_show(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let missing: Vec<Signup> = plan::missing(task, desk.now).into_iter().copied().collect();
    let said = no_show(desk, task, &missing).await?;
    outcome::tell_duty(desk, task, &key(desk, task, "noshow", None), said).await?;
    let somebody_is_there = task.attending().any(|signup| task.is_marked(signup, Mark::CheckedIn));
    if !somebody_is_there && task.has_recipient {
        let calendar = desk.calendar(task.municipality).await?;
        let (number, at) = (task.number, faces::at(&calendar, desk.now, task.starts_at));
        calls::ask_about_nobody(desk, task, Message::CallNoShow { number, at }).await?;
        put(desk, task, None, Mark::NobodyCallAsked).await?;
    }
    Ok(())
}

/// Those who have been told for a while, the first `silent` who can act, have done nothing: the next one hears the same, and that.
async fn pass_on_no_show(
    desk: &mut Desk<'_>,
    task: &mut Task,
    to: plan::PassedOn,
    silent: usize,
) -> anyhow::Result<()> {
    let missing: Vec<Signup> = plan::still_missing(task, desk.now, to).into_iter().copied().collect();
    let mut people = outcome::who_can_act(desk, task.municipality).await?;
    let next = people.split_off(silent.min(people.len()));
    let mut said = no_show(desk, task, &missing).await?;
    let told = missing.iter().filter_map(|signup| task.marked_at(signup, Mark::NoShowTold)).min();
    let acts = desk.tx.acted_since(task.id, told.unwrap_or(desk.now)).await?;
    // Who has said something of those who are missing has not been silent.
    people.retain(|person| acts.iter().all(|(who, _)| who != person));
    for (line, silent) in people.into_iter().enumerate() {
        let name = desk.tx.person(silent).await?.name;
        said.lines.insert(1 + line, Message::DutySilent { name });
    }
    let key = key(desk, task, &format!("noshowpassedon{silent}"), None);
    outcome::tell_first(desk, task, &key, said, next).await.map(drop)
}

/// Who is missing, how to reach them, and what can be said of each.
async fn no_show(desk: &mut Desk<'_>, task: &Task, missing: &[Signup]) -> anyhow::Result<Said> {
    let is_there = |signup: &&Signup| task.is_marked(signup, Mark::CheckedIn);
    let there: Vec<Signup> = task.attending().filter(is_there).copied().collect();
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, at) = (task.number, task.service, faces::at(&calendar, desk.now, task.starts_at));
    let names = faces::short_names(desk, missing).await?;
    let mut said = Said::from(Message::NoShow { number, service, at, names });
    said.lines.extend(phones(desk, missing).await?);
    said.lines.extend(take_off::said_not_to_come(desk, task).await?);
    if !there.is_empty() {
        said.lines.push(Message::OthersThere { names: faces::short_names(desk, &there).await? });
    }
    for signup in missing {
        let name = faces::short_name(&desk.tx.person(signup.person).await?.name);
        said = said.row(roll_call::there_or_absent(task, signup.person, &name));
    }
    Ok(said)
}

/// Nobody else can answer: waiting for it would be waiting for nothing.
async fn take_missed(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    tell_completion_missed(desk, task).await?;
    put(desk, task, None, Mark::CompletionMissed).await
}

async fn tell_completion_missed(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<()> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, &calendar));
    let coming: Vec<Signup> = task.attending().copied().collect();
    // Something happened, as somebody has said: that is not nothing, and does not tell whether it was done.
    let happened = task.attending().any(|signup| task.is_marked(signup, Mark::WentWrong));
    let mut said = Said::from(match happened {
        true => Message::CompletionUnclear { number, service, window },
        false => Message::CompletionMissed { number, service, window },
    });
    said.lines.extend(phones(desk, &coming).await?);
    let said = match happened {
        true => said.row([
            Button::new(Message::ItWasDone, format!("alldone:{}", task.id.0)),
            Button::new(Message::ItWasNotDone, format!("undone:{}", task.id.0)),
        ]),
        false => said.row([
            Button::new(Message::ItWasDone, format!("alldone:{}", task.id.0)),
            Button::new(Message::NobodyCame, format!("nobody:{}", task.id.0)),
        ]),
    };
    outcome::tell_duty(desk, task, &key(desk, task, "missed", None), said).await.map(drop)
}

/// Whom to ring where.
async fn phones(desk: &mut Desk<'_>, signups: &[Signup]) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    for signup in signups {
        let person = desk.tx.person(signup.person).await?;
        if let Some(phone) = person.phone {
            lines.push(Message::PhoneOf { name: faces::short_name(&person.name), phone });
        }
    }
    Ok(lines)
}

async fn tell(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    purpose: Purpose,
    what: &str,
    said: Said,
) -> anyhow::Result<bool> {
    let key = key(desk, task, what, Some(person));
    desk.tell(person, Note::on(task, purpose, key, said)).await
}

fn key(desk: &Desk<'_>, task: &Task, what: &str, person: Option<PersonId>) -> String {
    let person = person.map_or(0, |person| person.0);
    format!("{ATTEND}{what}:{}:{person}:{}", task.id.0, desk.now.timestamp_micros())
}

async fn put(
    desk: &mut Desk<'_>,
    task: &mut Task,
    person: Option<PersonId>,
    mark: Mark,
) -> anyhow::Result<()> {
    desk.note(task, &Change::Marked { person, mark, until: None }, Actor::default()).await
}
