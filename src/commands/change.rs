//! Changing and cancelling what was asked for, after it was sent: another time, more or fewer people, in plain words.

mod not_needed;
mod notes;

use chrono::{DateTime, TimeDelta, Utc};

use super::attendance::roll_call;
use super::desk::{Desk, Heard, Note};
use super::put_away::{STEP_DOWN, Use};
use super::{duty, faces, press, private, request, unreached};
use crate::domain::attendance::Mark;
use crate::domain::draft::MOST_PEOPLE;
use crate::domain::ids::TaskId;
use crate::domain::local_time::Calendar;
use crate::domain::permission::Act;
use crate::domain::plan;
use crate::domain::task::{Change, OfferEnd, Signup, Task, TaskState, Told};
use crate::language::several;
use crate::language::shades;
use crate::language::{ChangeReading, Doubt};
use crate::store::history::Actor;
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::Person;
use crate::text::argument::{Names, Window};
use crate::text::{Button, Message, Said, Target};

pub use not_needed::said as said_not_needed;

/// What the outbox keys of the news of another time begin with.
pub const MOVED: &str = "move:";

/// The button under what the requester was told: what should change?
pub async fn pressed(desk: &mut Desk<'_>, heard: &Heard, task: TaskId, press: &str) -> anyhow::Result<()> {
    let Some(task) = desk.tx.task(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    if duty::allowed(desk, heard, &task, Act::ChangeTask).await?.is_none() {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    }
    let text = closed_to_staff(desk, &task).unwrap_or(Message::ChangeHow { number: task.number });
    desk.answer_press(heard, press, text.clone().into()).await?;
    desk.reply_about(heard, text.into(), None, Some(task.id), None).await
}

/// What a task is to be changed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// Start and end.
    pub window: Option<(DateTime<Utc>, DateTime<Utc>)>,
    pub places: Option<u32>,
    /// The municipality sends the others itself.
    pub town: bool,
}

impl Alteration {
    /// As the data of a button, whole minutes; the inverse of `from_data`.
    fn data(self, task: TaskId) -> String {
        let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
        let (start, end) = self.window.map_or((0, 0), |(start, end)| (minute(start), minute(end)));
        let town = if self.town { ":town" } else { "" };
        format!("alter:{}:{start}:{end}:{}{town}", task.0, self.places.unwrap_or(0))
    }

    /// What the numbers on a button say: minutes of the start and of the end, and places; 0 is none.
    pub fn from_data(start: i64, end: i64, places: u32, town: bool) -> Option<Self> {
        let at = |minute: i64| DateTime::from_timestamp(minute.checked_mul(60)?, 0);
        let window = if start == 0 { None } else { Some((at(start)?, at(end)?)) };
        let places = (places > 0).then_some(places);
        let sensible = window.is_none_or(|(start, end)| start < end) && (window, places) != (None, None);
        sensible.then_some(Self { window, places, town })
    }
}

/// The task of the question: what should change?
pub fn asked_how(before: &SaidBefore) -> Option<TaskId> {
    let Body::Say { said, .. } = &before.body.0 else { return None };
    matches!(said.lines.first(), Some(Message::ChangeHow { .. })).then_some(before.task_id)?
}

/// Words about a task from somebody who may change it, in answer to what was said `before`. `false`: they change nothing, and something else was
/// meant. Only the answer to "what should change?" is carried out at once: a clock may be said for many reasons, and people's plans hang on it.
pub async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    before: Option<&SaidBefore>,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    // What is said in a club's group is said among volunteers, unless it is plainly a change; and that is settled in private.
    let in_club = heard.group.as_ref().is_some_and(|group| group.organisation_id.is_some());
    let cancels = shades::cancels(text) || shades::needs_no_more(text);
    if in_club && !shades::moves(text) && !cancels {
        return Ok(false);
    }
    let Some(mut task) = desk.tx.task_to_change(task).await? else { return Ok(false) };
    let calendar = desk.calendar(task.municipality).await?;
    let said_at = calendar.local(desk.now);
    let window = Some((calendar.local(task.starts_at), calendar.local(task.ends_at)));
    let people = Some(task.places_wanted.unwrap_or(task.places));
    let now = several::Now { window, people, service: Some(task.service) };
    let words = shades::without_task_number(text);
    // A telephone number counts nobody, and what is told of a number is no change.
    let mut changes = several::read(&shades::without_telephone(&words), said_at, now);
    let tells = !cancels
        && !before.is_some_and(asks_volunteer)
        && notes::is_told_of(desk, heard, &task, &words, &changes.reading).await?;
    if tells {
        changes.reading.note = Some(notes::without_lead(&words));
    }
    let says_note = changes.reading.note.is_some() || changes.reading.forget_notes;
    if says_note && notes::said(desk, heard, &task, &changes.reading, message).await? {
        return Ok(true);
    }
    let Some(person) = duty::allowed(desk, heard, &task, Act::ChangeTask).await? else { return Ok(false) };
    // Whoever comes themselves, or is asked to, answers as a volunteer.
    if task.signup(person.id).is_some() || before.is_some_and(asks_volunteer) {
        return Ok(false);
    }
    // What names who is helped does not stay.
    if notes::is_named(desk, &task, text).await? {
        desk.delete(heard, message).await?;
    }
    let said = if cancels {
        match closed_to_staff(desk, &task) {
            Some(text) => text.into(),
            None => duty::ask_whether_to_cancel(&task),
        }
    } else {
        let reading = changes.reading;
        let says_address = |place: &String| place.contains(|letter: char| letter.is_ascii_digit());
        if !changes_something(&reading)
            && heard.in_private
            && reading.place.as_ref().is_some_and(says_address)
        {
            // An address has no business in a chat.
            desk.delete(heard, message).await?;
            let said = address_elsewhere(desk, &task, &person);
            desk.reply_about(heard, said, None, Some(task.id), None).await?;
            return Ok(true);
        }
        if !changes_something(&reading) {
            if !shades::moves(text) {
                return Ok(false);
            }
            let said = closed_to_staff(desk, &task).unwrap_or(Message::ChangeHow { number: task.number });
            desk.reply_about(heard, said.into(), None, Some(task.id), None).await?;
            return Ok(true);
        }
        let number = task.number;
        match closed_to_staff(desk, &task) {
            Some(text) => text.into(),
            // What can't be is not guessed at: the rest of the words would mean something else.
            None if reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::InThePast(_))) => {
                Message::CannotMovePast { number }.into()
            }
            None if !reading.doubts.is_empty() => Message::NothingChanged { number }.into(),
            None if changes.too_many => Message::MostPeople { most: MOST_PEOPLE }.into(),
            None => {
                let wanted = wanted(&task, &reading, &calendar);
                let mut said: Said = match refusal(&task, wanted, &calendar, desk.now) {
                    Some(text) => text.into(),
                    None if before.and_then(asked_how).is_some() => {
                        carry_out(desk, heard, &mut task, &person, wanted, &calendar).await?
                    }
                    None => ask_whether_to_change(&task, wanted, &calendar, desk.now),
                };
                said.lines.extend((!changes.unread.is_empty()).then_some(Message::SomeLeftOutOf { number }));
                said
            }
        }
    };
    match in_club {
        true => private::reply(desk, heard, said, message).await?,
        false => desk.reply_about(heard, said, None, Some(task.id), None).await?,
    }
    Ok(true)
}

/// A cancellation in words that name no task: of the one that the person asked for, or the one they choose.
pub async fn cancelled_without_task(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !shades::cancels(text) {
        return Ok(false);
    }
    let mut tasks = Vec::new();
    for person in &heard.people {
        tasks.extend(desk.tx.tasks_asked_by(person.id, desk.now).await?);
    }
    match tasks.as_slice() {
        [] => Ok(false),
        [only] => said(desk, heard, *only, None, text, message).await,
        several => {
            let which = faces::which_task(desk, several, "cancel").await?;
            desk.reply(heard, which, None).await?;
            Ok(true)
        }
    }
}

/// Words in private that move what the person asked for and name no task, where it can be only one: "kl 18 i stedet". A need that is being put
/// into words is meant before one that was sent.
pub async fn moved_without_task(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<bool> {
    if !shades::moves(text)
        || request::has_draft(desk, heard).await?
        || request::is_new_need(desk, heard, text).await?
    {
        return Ok(false);
    }
    let mut tasks = Vec::new();
    for person in &heard.people {
        tasks.extend(desk.tx.tasks_asked_by(person.id, desk.now).await?);
    }
    match tasks.as_slice() {
        [only] => said(desk, heard, *only, None, text, message).await,
        _ => Ok(false),
    }
}

/// Where the address of a task is changed: on its page, by the one who asked.
fn address_elsewhere(desk: &Desk<'_>, task: &Task, person: &Person) -> Said {
    let number = task.number;
    if let Some(closed) = closed(desk, task) {
        return closed.into();
    }
    if person.id != task.requester || desk.around.public_url.is_none() {
        return Message::AddressByDuty { number }.into();
    }
    let button = Button { label: Message::SeeRecipient, target: Target::Task(task.id) };
    Said::from(Message::AddressOnItsPage { number }).row([button])
}

fn changes_something(reading: &ChangeReading) -> bool {
    let ChangeReading { people, date, clock, until, length, .. } = reading;
    let doubted = !reading.doubts.is_empty();
    doubted || people.is_some() || date.is_some() || clock.is_some() || until.is_some() || length.is_some()
}

/// What is said of a task that is open no more.
pub fn closed(desk: &Desk<'_>, task: &Task) -> Option<Message> {
    let number = task.number;
    match task.state {
        TaskState::Cancelled => Some(Message::TaskCancelled { number }),
        TaskState::TakenOver => Some(Message::TaskTakenOver { number }),
        TaskState::Ended => Some(Message::TaskOver { number }),
        TaskState::Open if desk.now >= task.ends_at => Some(Message::TaskOver { number }),
        TaskState::Open => None,
    }
}

/// The same to whoever may decide: what the town has taken can be given back.
pub fn closed_to_staff(desk: &Desk<'_>, task: &Task) -> Option<Message> {
    match closed(desk, task) {
        Some(Message::TaskTakenOver { .. }) if desk.now < task.ends_at => Some(duty::taken_by_town(task)),
        closed => closed,
    }
}

/// Whether a message asks a volunteer for an answer: what is said to it is one.
fn asks_volunteer(before: &SaidBefore) -> bool {
    let Body::Say { said, .. } = &before.body.0 else { return false };
    let asks = |button: &Button| {
        matches!(&button.target, Target::Data(data)
            if matches!(press::use_of(data), Use::AsksVolunteer(_) | Use::AsksOnTheWay(_)))
    };
    said.all_buttons().any(asks)
}

/// What the words want changed, and nothing that is so already.
fn wanted(task: &Task, reading: &ChangeReading, calendar: &Calendar) -> Alteration {
    let window = new_window(task, reading, calendar);
    Alteration {
        window: (window != (task.starts_at, task.ends_at)).then_some(window),
        places: reading.people.filter(|places| *places != task.places || task.places_wanted.is_some()),
        town: false,
    }
}

/// Why it can't be changed so.
fn refusal(task: &Task, wanted: Alteration, calendar: &Calendar, now: DateTime<Utc>) -> Option<Message> {
    let number = task.number;
    let too_late = |(start, end)| promise_for(task, start, end, calendar, now).is_none();
    let possible = wanted.places.is_none_or(|places| (1..=MOST_PEOPLE).contains(&places));
    match wanted {
        Alteration { window: Some(window), .. } if too_late(window) => {
            Some(Message::CannotMovePast { number })
        }
        Alteration { window: None, places: None, .. } => Some(Message::StandsSoAlready),
        _ => (!possible).then_some(Message::MostPeople { most: MOST_PEOPLE }),
    }
}

/// The change is read back before it is made.
fn ask_whether_to_change(task: &Task, wanted: Alteration, calendar: &Calendar, now: DateTime<Utc>) -> Said {
    let number = task.number;
    let moved = wanted.window.map(|(start, end)| {
        let window = Window::said_at(calendar.local(now), calendar.local(start), calendar.local(end));
        Message::MoveSurely { number, window }
    });
    let places = wanted.places.map(|places| Message::PlacesSurely { number, places });
    Said::new(moved.into_iter().chain(places).collect::<Vec<_>>()).row([
        Button::new(Message::ChangeSurely, wanted.data(task.id)),
        Button::new(Message::LeaveIt, format!("cancelno:{}", task.id.0)),
    ])
}

/// Somebody takes care of some of the places themselves: whether so many are to be looked for is asked. `false`: it is not theirs to change.
pub async fn ask_for_fewer(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &Task,
    places: u32,
) -> anyhow::Result<bool> {
    if duty::allowed(desk, heard, task, Act::ChangeTask).await?.is_none() {
        return Ok(false);
    }
    let calendar = desk.calendar(task.municipality).await?;
    let wanted = Alteration { window: None, places: Some(places), town: true };
    let said = ask_whether_to_change(task, wanted, &calendar, desk.now);
    desk.reply_about(heard, said, None, Some(task.id), None).await?;
    Ok(true)
}

/// The data of the button that leaves so many places to others.
pub fn fewer_data(task: TaskId, places: u32) -> String {
    Alteration { window: None, places: Some(places), town: true }.data(task)
}

/// A change that was read back, and is meant.
pub async fn confirmed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: TaskId,
    wanted: Alteration,
    data: &str,
    press: &str,
) -> anyhow::Result<()> {
    let Some(mut task) = desk.tx.task_to_change(task).await? else {
        return desk.refuse_press(heard, press, Message::NothingThere.into()).await;
    };
    let Some(person) = duty::allowed(desk, heard, &task, Act::ChangeTask).await? else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    let calendar = desk.calendar(task.municipality).await?;
    let refused = closed_to_staff(desk, &task).or_else(|| refusal(&task, wanted, &calendar, desk.now));
    desk.put_away_said(task.id, person.id, data).await?;
    let said = match refused {
        Some(text) => text.into(),
        None => carry_out(desk, heard, &mut task, &person, wanted, &calendar).await?,
    };
    let short = said.lines.first().cloned().unwrap_or(Message::Done);
    desk.answer_press(heard, press, short.into()).await?;
    desk.reply_about(heard, said, None, Some(task.id), None).await
}

async fn carry_out(
    desk: &mut Desk<'_>,
    heard: &Heard,
    task: &mut Task,
    person: &Person,
    wanted: Alteration,
    calendar: &Calendar,
) -> anyhow::Result<Said> {
    let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
    let number = task.number;
    let mut lines = Vec::new();
    if let Some((starts_at, ends_at)) = wanted.window {
        let Some(promised_at) = promise_for(task, starts_at, ends_at, calendar, desk.now) else {
            return Ok(Message::CannotMovePast { number }.into());
        };
        let change = Change::Moved { starts_at, ends_at, promised_at };
        lines.extend(move_to(desk, task, &change, calendar, actor).await?);
    }
    if let Some(places) = wanted.places {
        let fewer = places < task.places;
        lines.push(set_places(desk, task, places, calendar, actor).await?);
        if wanted.town && fewer {
            let promise = Change::Marked { person: Some(person.id), mark: Mark::TownProvides, until: None };
            desk.change(task, &[promise], actor).await?;
        }
    }
    if person.id != task.requester {
        let places = task.places_wanted.unwrap_or(task.places);
        let window = faces::window(task, calendar);
        let text = Message::ChangedBy { number, name: person.name.clone(), window, places };
        let note = Note::on(task, Purpose::Notice, format!("changed:{}", heard.inbox.0), text);
        desk.tell(task.requester, note).await?;
    }
    Ok(Said::new(lines))
}

/// The task's new time: what was not said stays as it was, and it lasts as long as before.
fn new_window(task: &Task, reading: &ChangeReading, calendar: &Calendar) -> (DateTime<Utc>, DateTime<Utc>) {
    let (start, end) = (calendar.local(task.starts_at), calendar.local(task.ends_at));
    let new_start = reading.date.unwrap_or(start.date()).and_time(reading.clock.unwrap_or(start.time()));
    let lasts = match (reading.until, reading.length) {
        (Some(until), _) => {
            let lasts = until - new_start.time();
            if lasts > TimeDelta::zero() { lasts } else { lasts + TimeDelta::days(1) }
        }
        (None, Some(minutes)) => TimeDelta::minutes(minutes.into()),
        (None, None) => end - start,
    };
    (calendar.instant(new_start), calendar.instant(new_start + lasts))
}

/// When the requester is answered if the task is moved. `None`: it would be over, or there is no time to find those who are missing.
fn promise_for(
    task: &Task,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    if starts_at <= now {
        return None;
    }
    let mut moved = task.clone();
    moved.apply(&Change::Moved { starts_at, ends_at, promised_at: now }, now);
    match moved.is_full() {
        true => Some(plan::promise_at_any_notice(&moved, calendar).max(now)),
        false => plan::promise(&moved, calendar),
    }
}

/// Moves the task. Those who come are told once and asked whether it suits; nobody is blamed for a no.
async fn move_to(
    desk: &mut Desk<'_>,
    task: &mut Task,
    change: &Change,
    calendar: &Calendar,
    actor: Actor,
) -> anyhow::Result<Vec<Message>> {
    // A place that a reserve was to be asked about in the morning is offered anew, for the new time.
    for offer in task.offers.clone() {
        if desk.tx.drop_unsent(task.id, Some(offer.person)).await? {
            let change = Change::OfferEnded { person: offer.person, end: OfferEnd::Void };
            desk.note(task, &change, actor).await?;
        }
    }
    desk.tx.drop_unsent(task.id, None).await?;
    desk.tx.drop_unsent_like(task.id, &format!("{MOVED}{}:", task.id.0)).await?;
    // Whoever does not hear of it in time would come to the old time, or too late to the new one.
    let earliest = match change {
        Change::Moved { starts_at, .. } => task.starts_at.min(*starts_at),
        _ => task.starts_at,
    };
    let mut after = task.clone();
    after.apply(change, desk.now);
    let mut changes = vec![change.clone()];
    let coming: Vec<Signup> = task.placed().copied().collect();
    let asked_at = plan::may_tell_at(&after, earliest, calendar, desk.now);
    for signup in &coming {
        let person = Some(signup.person);
        changes.push(Change::Marked { person, mark: Mark::MoveAsked, until: Some(asked_at) });
        // So short before the start there is no other question to come.
        if plan::is_asked_for_good(&after, calendar, asked_at) {
            changes.push(Change::Marked { person, mark: Mark::ConfirmationAsked, until: None });
        }
    }
    desk.change(task, &changes, actor).await?;
    let (number, service, window) = (task.number, task.service, faces::window(task, calendar));
    let (mut told, mut unreached) = (Vec::new(), Vec::new());
    for signup in &coming {
        let said =
            Said::from(Message::MoveAsk { number, service, window }).row(roll_call::suits_or_not(task));
        let key = format!("{MOVED}{}:{}:{}", task.id.0, signup.person.0, desk.now.timestamp_micros());
        let note = Note::on(task, Purpose::Notice, key, said);
        match unreached::tell(desk, task, earliest, signup.person, note).await? {
            true => told.push(*signup),
            false => unreached.push(signup.person),
        }
    }
    if let Some(by) = actor.person {
        let news = Message::MoveAsk { number, service, window };
        unreached::pass_on(desk, task, &unreached, &news, by).await?;
    }
    for reserve in task.reserves().into_iter().copied().collect::<Vec<_>>() {
        let key = format!("{MOVED}{}:{}:{}", task.id.0, reserve.person.0, desk.now.timestamp_micros());
        let text = Message::MoveToldReserve { number, window };
        let note = Note::on(task, Purpose::Notice, key, text);
        unreached::tell(desk, task, earliest, reserve.person, note).await?;
    }
    let mut lines = vec![Message::TaskMoved { number, window }];
    if !told.is_empty() {
        let names = faces::short_names(desk, &told).await?;
        lines.push(match asked_at > desk.now {
            true => Message::TaskMovedAskedAt { names, at: faces::at(calendar, desk.now, asked_at) },
            false => Message::TaskMovedAsked { names },
        });
    }
    lines.extend(unreached::whom_to_tell(desk, &unreached).await?);
    if !task.is_full() {
        lines.push(Message::TaskMovedPromise { at: faces::at(calendar, desk.now, task.promised_at) });
    }
    Ok(lines)
}

/// Another number of people. More: the hunt goes on. Fewer: nobody is taken off; the last who answered is asked first.
pub async fn set_places(
    desk: &mut Desk<'_>,
    task: &mut Task,
    places: u32,
    calendar: &Calendar,
    actor: Actor,
) -> anyhow::Result<Message> {
    let number = task.number;
    if places > task.places {
        let mut changes = vec![Change::PlacesWanted { to: None }, Change::PlacesChanged { to: places }];
        if task.told == Some(Told::Filled) {
            changes.push(Change::RequesterTold { told: Told::Short });
        }
        if task.is_full() {
            let mut after = task.clone();
            after.places = places;
            after.hunt_from = desk.now;
            after.steps.clear();
            let promised_at = plan::promise_at_any_notice(&after, calendar).max(desk.now);
            changes.push(Change::HuntRestarted { promised_at });
        }
        desk.change(task, &changes, actor).await?;
        return Ok(Message::MorePlaces { number, places });
    }
    if task.taken() <= places {
        desk.change(task, &[Change::PlacesWanted { to: None }, Change::PlacesChanged { to: places }], actor)
            .await?;
        super::offers::void_what_does_not_fit(desk, task).await?;
        return Ok(Message::FewerPlacesNow { number, places });
    }
    super::offers::void_all(desk, task).await?;
    let to = task.taken();
    desk.change(task, &[Change::PlacesChanged { to }, Change::PlacesWanted { to: Some(places) }], actor)
        .await?;
    match ask_next_to_step_down(desk, task).await? {
        Some(name) => Ok(Message::FewerPlacesAsked { number, name }),
        None => Ok(Message::AllStay { number, coming: task.taken() }),
    }
}

/// Fewer people are wanted than come: the last who answered and has not been asked is asked, unless somebody is being asked. Gives the name of
/// who is; `None`: nobody needs to be, or everybody would rather come, which the requester is told.
pub async fn ask_next_to_step_down(desk: &mut Desk<'_>, task: &mut Task) -> anyhow::Result<Option<String>> {
    if task.places_wanted.is_none() {
        return Ok(None);
    }
    let waits = |signup: &&Signup| {
        task.is_marked(signup, Mark::StepDownAsked) && !task.is_marked(signup, Mark::StepDownRefused)
    };
    if let Some(waits) = task.placed().find(waits).copied() {
        let names: Names = faces::short_names(desk, &[waits]).await?;
        return Ok(names.0.into_iter().next());
    }
    let answered = |signup: &Signup| {
        task.is_marked(signup, Mark::StepDownAsked) || task.is_marked(signup, Mark::StepDownRefused)
    };
    let unasked = task.placed().filter(|signup| !answered(signup));
    let Some(last) = unasked.max_by_key(|signup| signup.answered_at).copied() else {
        let (number, coming) = (task.number, task.taken());
        desk.note(task, &Change::PlacesWanted { to: None }, Actor::default()).await?;
        let key = format!("allstay:{}:{}", task.id.0, desk.now.timestamp_micros());
        let note = Note::on(task, Purpose::Notice, key, Message::AllStay { number, coming });
        desk.tell(task.requester, note).await?;
        return Ok(None);
    };
    let calendar = desk.calendar(task.municipality).await?;
    let text = Message::StepDownAsk { number: task.number, window: faces::window(task, &calendar) };
    let said = Said::from(text).row([
        Button::new(Message::IStepDown, format!("down:{}", task.id.0)),
        Button::new(Message::IStay, format!("stay:{}", task.id.0)),
    ]);
    let key = format!("{STEP_DOWN}{}:{}:{}", task.id.0, last.person.0, desk.now.timestamp_micros());
    let note = Note::on(task, Purpose::Question, key, said);
    desk.tell_by_day(task, task.starts_at, last.person, note).await?;
    let change = Change::Marked { person: Some(last.person), mark: Mark::StepDownAsked, until: None };
    desk.note(task, &change, Actor::default()).await?;
    let names: Names = faces::short_names(desk, &[last]).await?;
    Ok(names.0.into_iter().next())
}

/// Fewer were wanted than came, and somebody has answered, withdrawn, or wants something else. While there are too many still, the next is asked.
/// Else nobody steps down: whoever was asked is needed, and the requester hears who comes.
pub async fn surplus_changed(desk: &mut Desk<'_>, task: &mut Task, actor: Actor) -> anyhow::Result<()> {
    if task.places_wanted.is_some() {
        return ask_next_to_step_down(desk, task).await.map(drop);
    }
    let calendar = desk.calendar(task.municipality).await?;
    let (number, window) = (task.number, faces::window(task, &calendar));
    let at = desk.now.timestamp_micros();
    for person in desk.put_away_step_down(task).await? {
        let key = format!("needed:{}:{}:{at}", task.id.0, person.0);
        let note = Note::on(task, Purpose::Notice, key, Message::NeededAfterAll { number, window });
        desk.tell_by_day(task, task.starts_at, person, note).await?;
    }
    // Whoever changed it knows; and of a place that is empty the requester hears in another way.
    if actor.person == Some(task.requester) || !task.is_full() || task.state != TaskState::Open {
        return Ok(());
    }
    let names = faces::names_of_coming(desk, task).await?;
    let key = format!("asmany:{}:{at}", task.id.0);
    let note = Note::on(task, Purpose::Notice, key, Message::AsManyAsWanted { number, window, names });
    desk.tell(task.requester, note).await.map(drop)
}
