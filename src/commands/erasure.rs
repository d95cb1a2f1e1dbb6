//! What is held on somebody: they see it (`/minedata`) and erase it (`/slettmeg`).

use chrono::TimeDelta;

use super::desk::{Desk, Heard};
use super::{hand_over, outcome, private, reach, replies};
use crate::domain::ids::{AccountId, TaskId};
use crate::domain::role::Role;
use crate::domain::task::{Change, SignupState};
use crate::store::due::Subject;
use crate::store::history::Actor;
use crate::store::outbox::{Body, NewMessage, Purpose};
use crate::store::people::Person;
use crate::text::{Button, Message, Said, Target};

/// How long the last word to somebody may take before their account is looked at again, in seconds.
const LAST_WORD_SECONDS: i64 = 30;

/// Hands over everything that is held, as a file; where the channel carries none, by a link to a page.
pub async fn my_data(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let Some(account) = heard.account.as_ref().map(|account| account.id) else {
        return private::reply(desk, heard, Message::AnswerAsYourself.into(), message).await;
    };
    if !heard.in_private {
        return private::reply(desk, heard, Message::OwnDataInPrivate.into(), message).await;
    }
    if heard.capabilities.documents {
        let message = NewMessage {
            key: format!("receipt:{}:{}", heard.inbox.0, heard.chat.id.0),
            channel: heard.channel,
            chat: heard.chat.id,
            purpose: Purpose::Receipt,
            body: Body::OwnData { account },
            language: heard.language(),
            municipality: None,
            task: None,
            request: None,
            person: heard.people.first().map(|person| person.id),
            not_before: desk.now,
        };
        desk.tx.say(&message, desk.now).await?;
        return Ok(());
    }
    if desk.around.public_url.is_some() {
        let open = Button { label: Message::OwnDataOpen, target: Target::OwnData(account) };
        return desk.reply(heard, Said::from(Message::OwnDataOnPage).row([open]), None).await;
    }
    super::everyday::contact(desk, heard, message).await
}

/// Asks once, and says what goes and what stays.
pub async fn ask(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    if let Some(refusal) = refusal(desk, &heard.people).await? {
        return private::reply(desk, heard, refusal.into(), message).await;
    }
    let mut lines = vec![Message::EraseSurely];
    let held = held(desk, &heard.people).await?.len();
    if held > 0 {
        lines.push(Message::EraseGivesBack { places: u32::try_from(held).unwrap_or(u32::MAX) });
    }
    let said = Said::new(lines)
        .row([Button::new(Message::EraseYes, "erase:yes"), Button::new(Message::StayNo, "stay")]);
    private::reply(desk, heard, said, message).await
}

/// The yes was given: open places go back by the way of every withdrawal, so that the hunt for others begins; then everything is erased.
pub async fn confirmed(desk: &mut Desk<'_>, heard: &Heard, press: &str) -> anyhow::Result<()> {
    let Some(account) = heard.account.as_ref().filter(|_| heard.in_private).map(|account| account.id) else {
        return desk.refuse_press(heard, press, Message::NotForYou.into()).await;
    };
    if let Some(refusal) = refusal(desk, &heard.people).await? {
        desk.answer_press(heard, press, Said::new([])).await?;
        return desk.reply(heard, refusal.into(), None).await;
    }
    let accounts = desk.tx.own_accounts(account).await?;
    for person in &heard.people {
        let actor = Actor { person: Some(person.id), channel: Some(heard.channel) };
        take_out(desk, person, actor).await?;
    }
    for account in accounts {
        desk.tx.drop_unsent_to(account.id).await?;
        desk.tx.set_due(Subject::Erasure(account.id), Some(desk.now)).await?;
    }
    desk.answer_press(heard, press, Said::new([])).await?;
    desk.reply(heard, Message::Erased.into(), None).await
}

/// Erases somebody who has asked for it in another way than in chat, by letter for instance. What they hold goes to others just the same. Fails for
/// whoever must be replaced first.
pub async fn by_letter(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<()> {
    if refusal(desk, std::slice::from_ref(person)).await?.is_some() {
        anyhow::bail!(
            "alarms go to {} and to nobody after: put somebody else into the municipality's file first",
            person.name
        );
    }
    let accounts = desk.tx.accounts_of(person.id).await?;
    take_out(desk, person, Actor::default()).await?;
    if accounts.is_empty() {
        return Ok(desk.tx.erase_name(person).await?);
    }
    for account in accounts {
        // Another municipality may know them too.
        if desk.tx.people_of(account).await?.is_empty() {
            desk.tx.drop_unsent_to(account).await?;
        }
        desk.tx.set_due(Subject::Erasure(account), Some(desk.now)).await?;
    }
    Ok(())
}

/// Gives back what somebody holds, and takes them out of everything.
async fn take_out(desk: &mut Desk<'_>, person: &Person, actor: Actor) -> anyhow::Result<()> {
    for (person, task) in held(desk, std::slice::from_ref(person)).await? {
        replies::step_down(desk, actor, &person, task).await?;
    }
    for id in desk.tx.tasks_held_by(person.id).await? {
        let Some(mut task) = desk.tx.task_to_change(id).await? else { continue };
        desk.change(&mut task, &[Change::Released], actor).await?;
    }
    desk.tx.discard_drafts_of(person.id, desk.now).await?;
    desk.tx.record(person.municipality_id, None, None, actor, "erased", &person.id, desk.now).await?;
    desk.tx.erase_person(person.id, desk.now).await?;
    reach::watch::changed(desk, person.municipality_id).await?;
    hand_over::changed(desk, person.municipality_id).await?;
    for id in desk.tx.open_tasks_asked_for_by(person.id).await? {
        let Some(task) = desk.tx.task(id).await? else { continue };
        let text = Message::RequesterGone { number: task.number };
        outcome::tell_duty(desk, &task, &format!("requester-gone:{}", task.id.0), text).await?;
    }
    Ok(())
}

/// What people come to, wait for or are being asked about.
async fn held(desk: &mut Desk<'_>, people: &[Person]) -> anyhow::Result<Vec<(Person, TaskId)>> {
    let mut held: Vec<(Person, TaskId)> = Vec::new();
    for person in people {
        let mut tasks = desk.tx.tasks_offered_to(person.id).await?;
        for state in [SignupState::Placed, SignupState::Reserve, SignupState::Partial] {
            tasks.extend(desk.tx.tasks_of(person.id, state, desk.now).await?);
        }
        tasks.sort();
        tasks.dedup();
        held.extend(tasks.into_iter().map(|task| (person.clone(), task)));
    }
    Ok(held)
}

/// Whoever is the last to answer for a municipality must be replaced first: no alarm may go to nobody.
async fn refusal(desk: &mut Desk<'_>, people: &[Person]) -> anyhow::Result<Option<Message>> {
    for person in people {
        let municipality = person.municipality_id;
        let coordinators = desk.tx.people_with_role(municipality, Role::Coordinator, desk.now).await?;
        let is_last = matches!(coordinators.as_slice(), [only] if only.id == person.id);
        let contact = desk.tx.escalation_contact(municipality).await?;
        if is_last || contact.is_some_and(|contact| contact.id == person.id) {
            let (town, _) = desk.town(municipality).await?;
            return Ok(Some(Message::EraseNeedsSuccessor { municipality: town.name }));
        }
    }
    Ok(None)
}

/// Names and account go once the last word to somebody, and what was said with their name on the way out, have been sent or given up. Somebody
/// who is known anew meanwhile keeps the account.
pub async fn finish(desk: &mut Desk<'_>, account: AccountId) -> anyhow::Result<()> {
    let again = Some(desk.now + TimeDelta::seconds(LAST_WORD_SECONDS));
    let mut waits = false;
    for person in desk.tx.people_to_forget(account).await? {
        match desk.tx.has_unsent_naming(&person.name).await? {
            true => waits = true,
            false => desk.tx.erase_name(&person).await?,
        }
    }
    let returned = !desk.tx.people_of(account).await?.is_empty();
    waits |= !returned && desk.tx.has_unsent_to(account).await?;
    if !waits && !returned {
        desk.tx.erase_account(account).await?;
    }
    Ok(desk.tx.set_due(Subject::Erasure(account), again.filter(|_| waits)).await?)
}
