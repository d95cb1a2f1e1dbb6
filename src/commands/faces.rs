//! How a task looks to people: the card in a group, the receipt in private, what may be said when somebody asks.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::desk::Desk;
use super::history;
use crate::domain::answer::{self, Outcome};
use crate::domain::attendance::Mark;
use crate::domain::ids::{OrganisationId, PersonId, TaskId};
use crate::domain::local_time::Calendar;
use crate::domain::plan::{self, What};
use crate::domain::service::ServiceKind;
use crate::domain::task::{Signup, SignupState, Task, TaskState};
use crate::store::people::Person;
use crate::store::recall::MOST_UNDER_A_CARD;
use crate::store::tasks::PlaceHeld;
use crate::text::argument::{DayAndClock, Names, Ore, Window};
use crate::text::{Button, Message, Said, Target};

/// The bot's marks on what people write. Each is said in words too, on the card or in private.
pub const TAKEN: &str = "👍";
pub const NOTED: &str = "👌";
pub const UNSURE: &str = "🤔";

/// A club that was asked so recently has not been silent.
const JUST_NOW: TimeDelta = TimeDelta::minutes(5);

/// "Kari Nes" is "Kari N." in a group.
pub fn short_name(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(initial) => format!("{first} {initial}."),
        None => first.to_owned(),
    }
}

pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The task's time on the wall clock.
pub fn window(task: &Task, calendar: &Calendar) -> Window {
    // A task of another year than the one it was asked for in says so wherever it is named.
    window_between(task.hunt_from, task.starts_at, task.ends_at, calendar)
}

fn window_between(
    asked_at: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    calendar: &Calendar,
) -> Window {
    Window::said_at(calendar.local(asked_at), calendar.local(starts_at), calendar.local(ends_at))
}

/// The time that `person` comes for: the task's, or the part that was agreed.
pub fn window_of(task: &Task, person: PersonId, calendar: &Calendar) -> Window {
    match task.signup(person).filter(|signup| signup.state == SignupState::Placed) {
        Some(signup) => hours_of(task, signup, calendar),
        None => window(task, calendar),
    }
}

/// The time of a place that somebody has.
pub fn window_held(place: &PlaceHeld, calendar: &Calendar) -> Window {
    part_of(window_between(place.asked_at, place.starts_at, place.ends_at, calendar), place.hours)
}

/// The hours that somebody's answer is for.
fn hours_of(task: &Task, signup: &Signup, calendar: &Calendar) -> Window {
    part_of(window(task, calendar), (signup.from_minute, signup.until_minute))
}

/// The part of a task's time that was agreed, in minutes after midnight.
fn part_of(whole: Window, (from, until): (Option<u16>, Option<u16>)) -> Window {
    // The first such time after the start: a task may go on after midnight.
    let within = |minute: u16| {
        let clock = clock_of(minute);
        let same_day = whole.start.date().and_time(clock);
        if same_day < whole.start { same_day + TimeDelta::days(1) } else { same_day }
    };
    let start = from.map(within).filter(|at| *at < whole.end).unwrap_or(whole.start);
    let end = until.map(within).filter(|at| start < *at && *at <= whole.end).unwrap_or(whole.end);
    Window { start, end, ..whole }
}

/// A clock from minutes after midnight.
pub fn clock_of(minute: u16) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0).unwrap_or_default()
}

/// The mark on a written answer.
pub fn mark(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Placed { .. }
        | Outcome::PlacedAlone
        | Outcome::AlreadyPlaced { .. }
        | Outcome::NoRoomForMore { .. }
        | Outcome::Fewer { .. } => TAKEN,
        Outcome::OnlySomeLeft { .. } => UNSURE,
        _ => NOTED,
    }
}

/// The card of a task in the group of `organisation`.
pub async fn card(
    desk: &mut Desk<'_>,
    task: &Task,
    organisation: Option<OrganisationId>,
    start_link: Option<String>,
) -> anyhow::Result<Said> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let mut lines = vec![Message::CardHead { number, service, window: window(task, &calendar) }];
    if let Some(zone) = task.zone {
        lines.push(Message::CardZone { zone: desk.tx.zone(zone).await?.name });
    }
    let service = desk.tx.service(task.municipality, task.service).await?;
    let is_stopped = service.as_ref().is_some_and(|service| service.stopped);
    if service.is_some_and(|service| service.noisy)
        && calendar.touches_holiday_peace(task.starts_at, task.ends_at)
    {
        lines.push(match task.service {
            ServiceKind::SnowClearing => Message::CardShovelsOnly,
            _ => Message::CardQuietTools,
        });
    }
    let rate = task
        .asked
        .iter()
        .find(|asked| Some(asked.organisation) == organisation)
        .map_or(0, |asked| asked.rate_ore);
    lines.push(match rate {
        0 => Message::CardPlaces { places: task.places },
        _ => Message::CardPlacesAndRate { places: task.places, rate: Ore(rate) },
    });
    lines.push(Message::Blank);
    let coming = coming(desk, task).await?;
    let closed = task.state == TaskState::Open && task.is_closed_to(organisation);
    let hunting = task.is_hunting() && desk.now < task.ends_at && !closed;
    // What the municipality did itself is not left undone when its time is up.
    let taken_over = task.state == TaskState::Ended
        && task.attending().next().is_none()
        && history::who_took_over(desk, task).await?.is_some();
    lines.push(match task.state {
        _ if closed && is_stopped => Message::CardStopped,
        _ if closed => Message::CardClosed,
        TaskState::Cancelled => Message::CardCancelled,
        TaskState::TakenOver => Message::CardTakenOver,
        TaskState::Ended if taken_over => Message::CardTakenOver,
        TaskState::Ended if task.attending().next().is_none() => Message::CardOverEmpty,
        TaskState::Ended if nobody_was_seen(task) => Message::CardOverUnknown,
        TaskState::Ended => Message::CardOver,
        TaskState::Open if hunting && task.unoffered() == 0 => {
            Message::CardOffered { free: task.free(), places: task.places }
        }
        TaskState::Open if hunting => Message::CardFree { free: task.free(), places: task.places },
        TaskState::Open => Message::CardFull,
    });
    let done = task.is_completed();
    if done {
        lines.pop();
        lines.push(thanks_on_card(desk, task, organisation).await?);
    }
    let comes = !done && matches!(task.state, TaskState::Open | TaskState::Ended);
    if comes && !coming.is_empty() {
        let names = coming.iter().map(|one| one.called(&short_name(&one.name))).collect();
        lines.push(Message::CardComing { names: Names(names) });
    }
    let reserves: u32 = task.reserves().iter().map(|reserve| reserve.people).sum();
    if reserves > 0 && task.state == TaskState::Open && !done && !closed {
        lines.push(Message::CardReserves { reserves });
    }
    if hunting && !done {
        // Last, beside the buttons it speaks of.
        lines.extend([Message::Blank, Message::CardHow]);
    }
    if closed {
        return Ok(Said::new(lines));
    }
    // Under a full card it is for those who answered there and can't be written to.
    let start_link = match hunting || somebody_is_out_of_reach(desk, task, organisation).await? {
        true => start_link,
        false => None,
    };
    Ok(card_buttons(Said::new(lines), task, hunting, start_link))
}

/// Whether somebody of an organisation who comes, or waits for a place, can't be written to.
async fn somebody_is_out_of_reach(
    desk: &mut Desk<'_>,
    task: &Task,
    organisation: Option<OrganisationId>,
) -> anyhow::Result<bool> {
    if task.state != TaskState::Open || organisation.is_none() {
        return Ok(false);
    }
    let counts = |signup: &&Signup| {
        matches!(signup.state, SignupState::Placed | SignupState::Reserve) && signup.asked_as == organisation
    };
    for signup in task.signups.iter().filter(counts).take(MOST_UNDER_A_CARD) {
        if desk.tx.reach(signup.person).await?.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether somebody was to be there and nobody has said a word of it.
fn nobody_was_seen(task: &Task) -> bool {
    let is_silent = |signup: &Signup| {
        let seen = [Mark::CheckedIn, Mark::Completed, Mark::WentWrong];
        !seen.into_iter().any(|mark| task.is_marked(signup, mark)) && task.is_marked(signup, Mark::NoShowTold)
    };
    task.attending().all(is_silent)
}

fn card_buttons(said: Said, task: &Task, hunting: bool, start_link: Option<String>) -> Said {
    let id = task.id.0;
    let no = Button::new(Message::ICannot, format!("no:{id}"));
    if task.state != TaskState::Open || task.is_completed() {
        return said;
    }
    let mut row = match hunting {
        true => vec![Button::new(Message::ICan, format!("yes:{id}"))],
        false => vec![Button::new(Message::StandAsReserve, format!("res:{id}:1"))],
    };
    if hunting && task.companions && task.places > 1 {
        row.push(Button::new(Message::WeAreTwo, format!("yes:{id}:2")));
    }
    row.push(no);
    let said = said.row(row);
    match start_link {
        Some(link) => said.row([Button { label: Message::OpenChat, target: Target::Link(link) }]),
        None => said,
    }
}

/// Somebody who comes.
struct Coming {
    name: String,
    /// With how many, themselves included.
    people: u32,
    /// The hours, where they are not the whole task's.
    hours: Option<Window>,
}

impl Coming {
    /// "Ola Rud +1" where he answers for two, "Per Haugen (16:30–18:00)" where he comes for a part.
    fn called(&self, name: &str) -> String {
        match (self.people, self.hours) {
            (_, Some(hours)) => {
                format!("{name} ({}–{})", hours.start.format("%H:%M"), hours.end.format("%H:%M"))
            }
            (0 | 1, None) => name.to_owned(),
            (people, None) => format!("{name} +{}", people - 1),
        }
    }
}

/// The full names of those who come.
pub async fn names_of_coming(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Names> {
    let coming = coming(desk, task).await?;
    Ok(Names(coming.iter().map(|one| one.called(&one.name)).collect()))
}

/// The names of those who come, in full or as a group sees them.
pub async fn names(desk: &mut Desk<'_>, task: &Task, whole: bool) -> anyhow::Result<Vec<String>> {
    let name = |one: &Coming| if whole { one.name.clone() } else { short_name(&one.name) };
    let coming = coming(desk, task).await?;
    Ok(coming.iter().map(|one| one.called(&name(one))).collect())
}

/// A task as it stands on a button.
pub async fn label(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Message> {
    let calendar = desk.calendar(task.municipality).await?;
    let (number, service, window) = (task.number, task.service, window(task, &calendar));
    Ok(Message::TaskLabel { number, service, window })
}

/// Asks which of several tasks is meant; the data of each button begin with `verb`.
pub async fn which_task(desk: &mut Desk<'_>, tasks: &[TaskId], verb: &str) -> anyhow::Result<Said> {
    let choices: Vec<_> = tasks.iter().map(|task| (*task, format!("{verb}:{}", task.0))).collect();
    which_of(desk, &choices).await
}

/// Asks which of several tasks is meant; each with the data of its button.
pub async fn which_of(desk: &mut Desk<'_>, choices: &[(TaskId, String)]) -> anyhow::Result<Said> {
    const MOST: usize = 8;
    let mut said = Said::from(match choices {
        [_] => Message::IsItThisTask,
        _ => Message::WhichTask,
    });
    for (id, data) in choices.iter().take(MOST) {
        let Some(task) = desk.tx.task(*id).await? else { continue };
        said = said.row([Button::new(label(desk, &task).await?, data.clone())]);
    }
    Ok(said)
}

async fn coming(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Vec<Coming>> {
    let calendar = desk.calendar(task.municipality).await?;
    desk.tx.recall_persons(task.attending().map(|signup| signup.person)).await?;
    let mut coming = Vec::new();
    for signup in task.attending() {
        let name = desk.tx.person(signup.person).await?.name;
        let hours = signup.is_for_a_part().then(|| hours_of(task, signup, &calendar));
        coming.push(Coming { name, people: signup.people, hours });
    }
    Ok(coming)
}

/// The names as a group may see them, with how many each answers for.
pub async fn short_names(desk: &mut Desk<'_>, signups: &[Signup]) -> anyhow::Result<Names> {
    let mut names = Vec::new();
    for signup in signups {
        let name = short_name(&desk.tx.person(signup.person).await?.name);
        names.push(Coming { name: name.clone(), people: signup.people, hours: None }.called(&name));
    }
    Ok(Names(names))
}

/// What a signup gives its club, in øre. `None`: no club, or nothing is agreed.
pub fn amount_for(task: &Task, signup: &Signup) -> Option<(OrganisationId, i64)> {
    let organisation = signup.asked_as?;
    let asked = task.asked.iter().find(|asked| asked.organisation == organisation)?;
    let amount = asked.rate_ore * i64::from(signup.people);
    (amount > 0).then_some((organisation, amount))
}

/// The thanks on the card of an organisation when all is done, with what it gave the club.
async fn thanks_on_card(
    desk: &mut Desk<'_>,
    task: &Task,
    organisation: Option<OrganisationId>,
) -> anyhow::Result<Message> {
    let came: Vec<Signup> = task.came().copied().collect();
    let names = short_names(desk, &came).await?;
    let amounts = came.iter().filter_map(|signup| amount_for(task, signup));
    let amount = amounts.filter(|(of, _)| Some(*of) == organisation).map(|(_, amount)| amount).sum();
    Ok(match amount {
        0 => Message::CardDone { names },
        _ => Message::CardDoneClub { names, amount: Ore(amount) },
    })
}

/// The line that collects those who answered when every place was taken.
pub async fn reserves(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    const MOST_NAMES: usize = 6;
    let reserves = task.reserves();
    desk.tx.recall_persons(reserves.iter().take(MOST_NAMES).map(|signup| signup.person)).await?;
    let mut names = Vec::new();
    for signup in reserves.iter().take(MOST_NAMES) {
        names.push(short_name(&desk.tx.person(signup.person).await?.name));
    }
    let others = u32::try_from(reserves.len().saturating_sub(MOST_NAMES)).unwrap_or(u32::MAX);
    Ok(match others {
        0 => Message::ReservesLine { number: task.number, names: Names(names) }.into(),
        _ => Message::ReservesLineAndMore { number: task.number, names: Names(names), others }.into(),
    })
}

/// What somebody is told in private of their answer.
pub async fn receipt(
    desk: &mut Desk<'_>,
    task: &Task,
    person: PersonId,
    outcome: &Outcome,
    calendar: &Calendar,
) -> anyhow::Result<Said> {
    let (number, service, id) = (task.number, task.service, task.id.0);
    let window = window_of(task, person, calendar);
    let withdraw = Button::new(Message::Withdraw, format!("no:{id}"));
    let said: Said = match outcome {
        Outcome::Placed { people } => {
            let text = Message::Placed { number, service, window, people: *people };
            with_access(desk, task, vec![text]).await?
        }
        Outcome::PlacedAlone => {
            with_access(
                desk,
                task,
                vec![Message::Placed { number, service, window, people: 1 }, Message::EachAnswers],
            )
            .await?
        }
        Outcome::AlreadyPlaced { people } => {
            with_access(desk, task, vec![Message::AlreadyPlaced { number, window, people: *people }]).await?
        }
        Outcome::NoRoomForMore { people } => Message::NoRoomForMore { number, people: *people }.into(),
        Outcome::Fewer { people } => {
            with_access(desk, task, vec![Message::FewerPlaces { number, people: *people }]).await?
        }
        Outcome::OnlySomeLeft { wanted, free } => only_some_left(task, "", *wanted, *free),
        Outcome::Queued { position } => Said::from(queued(task, person, *position, calendar))
            .row([Button::new(Message::NotReserve, format!("no:{id}"))]),
        Outcome::Declined => Message::DeclineNoted { number }.into(),
        Outcome::KeepsTurn => Message::KeepsTurn { number }.into(),
        Outcome::Withdrawn if desk.now >= task.starts_at => Message::WithdrawnNow { number }.into(),
        Outcome::Withdrawn => Message::Withdrawn { number, window }.into(),
        Outcome::PartialNoted => Message::PartialNoted { number }.into(),
        Outcome::NotApproved => {
            let (who, phone) = super::everyday::who_answers_as_what(desk, task.municipality).await?;
            Message::NotApproved { service, who: Box::new(who), phone }.into()
        }
        Outcome::TooMany => Message::TooMany { most: crate::domain::answer::MOST_PEOPLE }.into(),
        Outcome::NotAsked => Message::ClubNotAsked { number }.into(),
        Outcome::Closed(TaskState::Cancelled) => Message::TaskCancelled { number }.into(),
        Outcome::Closed(TaskState::TakenOver) => Message::TaskTakenOver { number }.into(),
        Outcome::Closed(_) | Outcome::Over => Message::TaskOver { number }.into(),
    };
    Ok(match outcome {
        Outcome::Placed { .. }
        | Outcome::PlacedAlone
        | Outcome::AlreadyPlaced { .. }
        | Outcome::NoRoomForMore { .. }
        | Outcome::Fewer { .. } => said.row([withdraw]),
        _ => said,
    })
}

/// That somebody waits, and what for: a place that somebody gives back, one that a reserve is being asked about, or enough of them.
fn queued(task: &Task, person: PersonId, position: u32, calendar: &Calendar) -> Message {
    let (number, service, window) = (task.number, task.service, window(task, calendar));
    let people = task.signup(person).map_or(1, |signup| signup.people);
    if let Some(part) = task.signup(person).filter(|signup| signup.is_for_a_part()) {
        let window = hours_of(task, part, calendar);
        Message::QueuedForPart { number, service, window, position }
    } else if is_next(task, person) {
        Message::QueuedNext { number, service, window }
    } else if task.is_full() {
        Message::Queued { number, service, window, position, people }
    } else if people > 1 && task.offers.is_empty() {
        Message::QueuedTogether { number, service, window, position, people }
    } else {
        Message::QueuedBehind { number, service, window, position }
    }
}

/// Whether somebody who waits gets the place if those who are being asked about it now don't take it: everybody before them has said yes to it as
/// they have, and there is room for all.
fn is_next(task: &Task, person: PersonId) -> bool {
    let mut open = task.free().saturating_sub(task.unoffered());
    for waiting in task.reserves().into_iter().filter(|reserve| task.offer_to(reserve.person).is_none()) {
        if !task.is_hunting() || !answer::has_said_yes(task, waiting) || waiting.people > open {
            return false;
        }
        if waiting.person == person {
            return true;
        }
        open -= waiting.people;
    }
    false
}

/// What somebody is told who can't come because they are ill.
pub fn get_well(task: &Task, person: &Person, calendar: &Calendar) -> Said {
    let name = first_name(&person.name);
    Message::WithdrawnIll { number: task.number, name, window: window(task, calendar) }.into()
}

/// A receipt with the way to the address: a button to the page, or whom to ring where there is no page.
async fn with_access(desk: &mut Desk<'_>, task: &Task, mut lines: Vec<Message>) -> anyhow::Result<Said> {
    if desk.around.public_url.is_some() {
        lines.push(Message::AddressOnPage);
        let open = Button { label: Message::OpenTask, target: Target::Task(task.id) };
        return Ok(Said::new(lines).row([open]));
    }
    let requester = desk.tx.person(task.requester).await?;
    let (municipality, _) = desk.town(task.municipality).await?;
    let phone = requester.phone.unwrap_or(municipality.phone);
    lines.push(Message::AddressByPhone { name: requester.name, phone });
    Ok(Said::new(lines))
}

/// Fewer places are free than somebody wanted.
pub fn only_some_left(task: &Task, name: &str, wanted: u32, free: u32) -> Said {
    let id = task.id.0;
    let text = match name {
        "" => Message::OnlySomeLeft { number: task.number, free },
        name => Message::OnlySomeLeftTo { number: task.number, free, name: name.to_owned() },
    };
    Said::from(text).row([
        Button::new(Message::TakeThem { free }, format!("yes:{id}:{free}")),
        Button::new(Message::AllAsReserve { wanted }, format!("res:{id}:{wanted}")),
    ])
}

/// The few words that end a button press.
pub fn press_answer(task: &Task, outcome: &Outcome) -> Said {
    let number = task.number;
    match outcome {
        Outcome::Placed { .. } | Outcome::PlacedAlone => Message::PressPlaced { number },
        Outcome::AlreadyPlaced { .. } => Message::PressAlready { number },
        Outcome::NoRoomForMore { people } => Message::NoRoomForMore { number, people: *people },
        Outcome::Fewer { people } => Message::FewerPlaces { number, people: *people },
        Outcome::OnlySomeLeft { free, .. } => Message::OnlySomeLeft { number, free: *free },
        Outcome::Queued { position } => Message::PressQueued { number, position: *position },
        Outcome::Declined => Message::DeclineNoted { number },
        Outcome::KeepsTurn => Message::KeepsTurn { number },
        Outcome::Withdrawn => Message::PressWithdrawn { number },
        Outcome::PartialNoted => Message::PartialNoted { number },
        Outcome::NotApproved => Message::PressNotApproved,
        Outcome::TooMany => Message::TooMany { most: crate::domain::answer::MOST_PEOPLE },
        Outcome::NotAsked => Message::ClubNotAsked { number },
        Outcome::Closed(TaskState::Cancelled) => Message::TaskCancelled { number },
        Outcome::Closed(TaskState::TakenOver) => Message::TaskTakenOver { number },
        Outcome::Closed(_) | Outcome::Over => Message::TaskOver { number },
    }
    .into()
}

/// All that may be said of a task in a chat, for somebody who asks.
pub async fn about(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    let (municipality, calendar) = desk.town(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let mut lines = vec![Message::CardHead { number, service, window: window(task, &calendar) }];
    if let Some(zone) = task.zone {
        lines.push(Message::CardZone { zone: desk.tx.zone(zone).await?.name });
    }
    lines.push(Message::AddressForThoseWhoCome);
    let requester = desk.tx.person(task.requester).await?;
    let phone = requester.phone.unwrap_or(municipality.phone);
    lines.push(Message::AskContact { name: requester.name, phone });
    Ok(Said::new(lines))
}

/// The same for somebody who has a place, in private: with the way to the address, and whom to ring.
pub async fn about_for_holder(desk: &mut Desk<'_>, task: &Task) -> anyhow::Result<Said> {
    let (municipality, calendar) = desk.town(task.municipality).await?;
    let (number, service) = (task.number, task.service);
    let mut lines = vec![Message::CardHead { number, service, window: window(task, &calendar) }];
    if let Some(zone) = task.zone {
        lines.push(Message::CardZone { zone: desk.tx.zone(zone).await?.name });
    }
    if desk.around.public_url.is_some() {
        let requester = desk.tx.person(task.requester).await?;
        let phone = requester.phone.unwrap_or(municipality.phone);
        lines.push(Message::AskContact { name: requester.name, phone });
    }
    with_access(desk, task, lines).await
}

/// One line for each organisation that was asked: how many said yes, how many no.
pub async fn asked_lines(
    desk: &mut Desk<'_>,
    task: &Task,
    asked: &[OrganisationId],
) -> anyhow::Result<Vec<Message>> {
    let mut lines = Vec::new();
    for organisation in asked {
        let of = |state: SignupState| {
            let people =
                task.signups.iter().filter(|s| s.asked_as == Some(*organisation) && s.state == state);
            u32::try_from(people.count()).unwrap_or(u32::MAX)
        };
        let name = desk.tx.organisation_name(*organisation).await?;
        let (yes, but, no) = (
            of(SignupState::Placed) + of(SignupState::Reserve),
            of(SignupState::Partial),
            of(SignupState::Declined) + of(SignupState::Withdrawn),
        );
        let refused = task.marks.iter().filter(|marked| marked.mark == Mark::ClubRefused).any(|marked| {
            let signup = marked.person.and_then(|person| task.signup(person));
            signup.is_some_and(|signup| signup.asked_as == Some(*organisation))
        });
        lines.push(match yes + no {
            _ if refused && yes + but == 0 => Message::AskedRefused { name },
            0 if but > 0 => Message::AskedOnlyBut { name, but },
            _ if but > 0 => Message::AskedAnswersBut { name, yes, but, no },
            0 if was_just_asked(desk, task, *organisation).await? => Message::AskedNow { name },
            0 => Message::AskedSilent { name },
            _ => Message::AskedAnswers { name, yes, no },
        });
    }
    Ok(lines)
}

/// Whether a club has been asked at this very instant: that is no silence.
async fn was_just_asked(
    desk: &mut Desk<'_>,
    task: &Task,
    organisation: OrganisationId,
) -> anyhow::Result<bool> {
    let calendar = desk.calendar(task.municipality).await?;
    let Some(asked) = task.asked.iter().find(|asked| asked.organisation == organisation) else {
        return Ok(false);
    };
    let planned = plan::ladder_times(task, &calendar)
        .into_iter()
        .find(|planned| planned.what == What::Ask { order: asked.order });
    let taken = planned.and_then(|planned| task.steps.iter().find(|taken| taken.step == planned.step));
    Ok(taken.is_some_and(|taken| desk.now - taken.at < JUST_NOW))
}

/// An instant as it is said at `now`, by the wall clock.
pub fn at(calendar: &Calendar, now: DateTime<Utc>, instant: DateTime<Utc>) -> DayAndClock {
    DayAndClock::said_at(calendar.local(now), calendar.local(instant))
}
