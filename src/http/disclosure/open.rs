//! Whether a link opens, decided anew each time, and what it opens.

use chrono::{DateTime, Utc};

use super::refusal::{Refusal, Refused};
use crate::commands::correct::{Corrected, Correction, correct};
use crate::commands::desk::{Desk, Standing};
use crate::commands::request::zone_of;
use crate::commands::{everyday, faces};
use crate::domain::draft::Recipient;
use crate::domain::language::Language;
use crate::domain::local_time::Calendar;
use crate::domain::permission::{Act, Tie};
use crate::domain::service::ServiceKind;
use crate::domain::task::{Task, TaskState};
use crate::engine::Engine;
use crate::secret::{hash_token, is_same};
use crate::store::people::Person;
use crate::store::requests::{Disclosure, Request, RequestState};
use crate::text::Message;
use crate::text::argument::{DayAndClock, Window};

/// Somebody who can be rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    pub name: String,
    pub phone: String,
}

/// Everything the page shows of a task, or of a need that is none yet. It can't be printed by accident.
pub struct Sheet {
    pub language: Language,
    /// What kind of thing it is: a task with its number, or a need.
    pub over: Message,
    pub service: Option<ServiceKind>,
    pub window: Option<Window>,
    pub zone: Option<String>,
    pub recipient: Recipient,
    /// The reader asked for it and may correct what is said of the recipient.
    pub may_correct: bool,
    /// What came of a correction, and what else the reader should know of it.
    pub notices: Vec<Message>,
    /// Who asked; nobody where that is the reader.
    pub contact: Option<Ring>,
    pub seen: DayAndClock,
    pub until: DayAndClock,
}

/// What an opened link is about.
struct About<'a> {
    person: &'a Person,
    request: &'a Request,
    task: Option<&'a Task>,
}

/// Opens the link with this token for the browser of that secret: binds it, notes the view, keeps a correction, and gives what is to be shown,
/// all or nothing. The error is ours; a refusal is an answer.
pub async fn open(
    engine: &Engine,
    token: &str,
    browser: &str,
    correction: Option<&Correction>,
) -> anyhow::Result<Result<Sheet, Refused>> {
    let hash = hash_token(token);
    // A guess costs a look into an index, and never the lock for writing.
    if engine.db.read().await?.disclosure(&hash).await?.is_none() {
        return Ok(Err(Refusal::Unknown.into()));
    }
    let mut tx = engine.db.begin().await?;
    let Some(link) = tx.disclosure(&hash).await? else { return Ok(Err(Refusal::Unknown.into())) };
    let mut desk = Desk { tx: &mut tx, now: engine.clock.now(), around: &engine.around };
    let opened = decide(&mut desk, &link, &hash_token(browser), correction).await?;
    if opened.is_ok() {
        tx.commit().await?;
        if correction.is_some() {
            engine.nudge();
        }
    }
    Ok(opened)
}

async fn decide(
    desk: &mut Desk<'_>,
    link: &Disclosure,
    browser: &str,
    correction: Option<&Correction>,
) -> anyhow::Result<Result<Sheet, Refused>> {
    let (Some(person), Some(request)) =
        (desk.tx.living_person(link.person_id).await?, desk.tx.request(link.request_id).await?)
    else {
        return Ok(Err(Refusal::Unknown.into()));
    };
    let (municipality, calendar) = desk.town(person.municipality_id).await?;
    let (who, phone) = everyday::who_answers_as_what(desk, person.municipality_id).await?;
    let ring = Ring { name: who.in_language(person.language), phone };
    let refuse = |why| Ok(Err(Refused { why, language: Some(person.language), ring: Some(ring.clone()) }));
    let task = match link.task_id {
        Some(id) => desk.tx.task(id).await?,
        None => None,
    };
    let about = About { person: &person, request: &request, task: task.as_ref() };
    let standing = desk.standing(&person).await?;
    if let Some(why) = refusal(&about, link, &standing, browser, desk.now) {
        return refuse(why);
    }
    if desk.tx.recipient(&desk.around.key, request.id).await?.is_none() {
        return refuse(Refusal::Erased);
    }
    let may_correct = may_correct(&about, &standing);
    let mut notices = Vec::new();
    if let Some(correction) = correction {
        // The form stands on the page that this browser has opened: another page, or a browser that has not, can't have it.
        if link.browser_hash.is_none() {
            return refuse(Refusal::Elsewhere);
        }
        if !may_correct {
            return refuse(Refusal::NotYours);
        }
        notices = keep(desk, &about, correction).await?;
    }
    let Some(recipient) = desk.tx.recipient(&desk.around.key, request.id).await? else {
        return refuse(Refusal::Erased);
    };
    // Two browsers at once: the database says which was first.
    if !desk.tx.bind_disclosure(link.id, browser).await? {
        return refuse(Refusal::OtherBrowser);
    }
    desk.tx.record_view(link, desk.now).await?;
    let contact = contact(desk, &about, &municipality.phone).await?;
    let seen = faces::at(&calendar, desk.now, desk.now);
    let until = faces::at(&calendar, desk.now, link.expires_at);
    let mut sheet = facts(&about, &calendar, recipient);
    if let Some(zone) = task.as_ref().map_or(request.draft.zone, |task| task.zone) {
        sheet.zone = Some(desk.tx.zone(zone).await?.name);
    }
    Ok(Ok(Sheet { contact, seen, until, may_correct, notices, ..sheet }))
}

/// Whether the reader may correct what is said of the recipient: the one who asked, as long as it is of use.
fn may_correct(about: &About<'_>, standing: &Standing) -> bool {
    let tie = Tie { requester: about.request.requester_id == about.person.id, ..Tie::default() };
    let of_use = match about.task {
        Some(task) => matches!(task.state, TaskState::Open | TaskState::TakenOver),
        None => matches!(about.request.state, RequestState::Draft | RequestState::Open),
    };
    of_use && standing.may(Act::CorrectRecipient, tie)
}

/// Keeps a correction, and gives what is said of it.
async fn keep(
    desk: &mut Desk<'_>,
    about: &About<'_>,
    correction: &Correction,
) -> anyhow::Result<Vec<Message>> {
    // A link from before it was sent is as good.
    let task = match about.task {
        Some(task) => Some(task.id),
        None => desk.tx.task_of_request(about.request.id).await?,
    };
    let task = match task {
        Some(id) => desk.tx.task_to_change(id).await?,
        None => None,
    };
    let done = correct(desk, about.person, about.request, task.as_ref(), correction).await?;
    let mut notices = vec![match done {
        Corrected { changed: false, .. } => Message::PageNothingChanged,
        Corrected { told: true, .. } => Message::PageSavedTold,
        Corrected { .. } => Message::PageSaved,
    }];
    if done.health_words {
        notices.push(Message::HealthWordsLeftOut);
    }
    if let Some(asked) = task.and_then(|task| task.zone) {
        let zone = zone_of(desk, about.request.municipality_id, None, &correction.place).await?;
        if let Some(zone) = zone.filter(|zone| *zone != asked) {
            let (zone, asked) = (desk.tx.zone(zone).await?.name, desk.tx.zone(asked).await?.name);
            notices.push(Message::PageOtherZone { zone, asked });
        }
    }
    Ok(notices)
}

/// Why the link does not open now, before the recipient's data are so much as looked at.
fn refusal(
    about: &About<'_>,
    link: &Disclosure,
    standing: &Standing,
    browser: &str,
    now: DateTime<Utc>,
) -> Option<Refusal> {
    if link.expires_at <= now {
        return Some(if link.task_id.is_some() { Refusal::Expired } else { Refusal::ExpiredDraft });
    }
    if link.browser_hash.as_deref().is_some_and(|bound| !is_same(bound, browser)) {
        return Some(Refusal::OtherBrowser);
    }
    let (person, request) = (about.person.id, about.request);
    let tie = match about.task {
        Some(task) => Tie::to_task(task, person),
        None => Tie { requester: request.requester_id == person, ..Tie::default() },
    };
    let may = standing.may(Act::SeeRecipient, tie);
    let may_without_place = standing.may(Act::SeeRecipient, Tie { holds_place: false, ..tie });
    match about.task.map(|task| task.state) {
        Some(TaskState::Cancelled) => Some(Refusal::Cancelled),
        Some(TaskState::TakenOver) if !may_without_place => Some(Refusal::TakenOver),
        _ if link.revoked_at.is_some() => Some(Refusal::Withdrawn),
        _ if may => None,
        Some(_) if about.task.is_some_and(|task| task.signup(person).is_some()) => Some(Refusal::Withdrawn),
        _ => Some(Refusal::NotYours),
    }
}

/// Who asked, unless it is the reader; the municipality's own number where theirs is not known.
async fn contact(desk: &mut Desk<'_>, about: &About<'_>, phone: &str) -> anyhow::Result<Option<Ring>> {
    let requester = about.task.map_or(about.request.requester_id, |task| task.requester);
    if requester == about.person.id {
        return Ok(None);
    }
    let Person { name, phone: own, .. } = desk.tx.person(requester).await?;
    Ok(Some(Ring { name, phone: own.unwrap_or_else(|| phone.to_owned()) }))
}

/// What the rows at hand say; the rest is filled in by who has it. What was typed is for the one who typed it.
fn facts(about: &About<'_>, calendar: &Calendar, mut recipient: Recipient) -> Sheet {
    let draft = &about.request.draft;
    if about.task.is_some() || about.request.requester_id != about.person.id {
        recipient.typed.clear();
    }
    let nothing = DayAndClock::said_at(chrono::NaiveDateTime::MIN, chrono::NaiveDateTime::MIN);
    let asked = calendar.local(about.request.created_at);
    let drafted = draft.window().map(|(start, end)| Window::said_at(asked, start, end));
    let over = match about.task {
        Some(task) => Message::PageNumber { number: task.number },
        None if about.request.state == RequestState::Draft => Message::PageDraft,
        None => Message::PageNeed,
    };
    Sheet {
        language: about.person.language,
        over,
        service: about.task.map(|task| task.service).or(draft.service),
        window: about.task.map(|task| faces::window_of(task, about.person.id, calendar)).or(drafted),
        zone: None,
        recipient,
        may_correct: false,
        notices: Vec::new(),
        contact: None,
        seen: nothing,
        until: nothing,
    }
}
