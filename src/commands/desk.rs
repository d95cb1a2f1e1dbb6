//! The desk a command works at: the open transaction, the moment, and the ways to say something and to change a task.

use chrono::{DateTime, Utc};

use super::attendance::calls::About;
use super::counting_on::Before;
use super::{faces, unchosen};
use crate::chat::Capabilities;
use crate::domain::attendance::{Coming, Mark};
use crate::domain::duty::Rota;
use crate::domain::ids::*;
use crate::domain::language::Language;
use crate::domain::local_time::Calendar;
use crate::domain::permission::{self, Act, Tie};
use crate::domain::plan;
use crate::domain::role::Role;
use crate::domain::task::{Change, Task, TaskState, Told};
use crate::secret::Key;
use crate::store::Tx;
use crate::store::due::Subject;
use crate::store::groups::{ChatRow, Group};
use crate::store::history::Actor;
use crate::store::outbox::{Body, NewMessage, Purpose};
use crate::store::people::{Account, Membership, Person};
use crate::store::town::Municipality;
use crate::text::{Message, Said};

/// What a command may know of the service it runs in.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub key: Key,
    /// What links in messages begin with; without it no link is sent.
    pub public_url: Option<String>,
    /// An SMTP server is set: what somebody must act on and no chat takes goes out by e-mail.
    pub mails: bool,
}

/// What stands behind one incoming event.
#[derive(Clone, Debug)]
pub struct Heard {
    pub inbox: InboxId,
    pub channel: ChannelId,
    pub capabilities: Capabilities,
    /// A link that opens a private chat with the bot, without a code.
    pub start_link: Option<String>,
    pub chat: ChatRow,
    /// The group of a municipality that the chat is.
    pub group: Option<Group>,
    /// `None`: somebody who hides who they are.
    pub account: Option<Account>,
    /// The account's people, one a municipality.
    pub people: Vec<Person>,
    /// What the platform says of the language of whoever spoke.
    pub speaks: Option<Language>,
    pub in_private: bool,
}

impl Heard {
    /// The person this is in a municipality.
    pub fn person_in(&self, municipality: MunicipalityId) -> Option<&Person> {
        self.people.iter().find(|person| person.municipality_id == municipality)
    }

    /// The language of the answer: the group's in a group, the person's in private.
    pub fn language(&self) -> Language {
        match (&self.group, self.people.first()) {
            (Some(group), _) if !self.in_private => group.language,
            (_, Some(person)) => person.language,
            _ => self.speaks.unwrap_or_default(),
        }
    }
}

/// A person with what they are to their municipality.
#[derive(Clone, Debug)]
pub struct Standing {
    pub person: Person,
    pub memberships: Vec<Membership>,
}

impl Standing {
    pub fn may(&self, act: Act, tie: Tie) -> bool {
        let roles: Vec<Role> = self.memberships.iter().map(|membership| membership.role).collect();
        permission::may(act, &roles, tie)
    }

    /// The unit in which somebody may ask for help.
    pub fn unit(&self) -> Option<UnitId> {
        self.memberships.iter().find_map(|membership| membership.unit_id)
    }
}

pub struct Desk<'a> {
    pub tx: &'a mut Tx,
    pub now: DateTime<Utc>,
    pub around: &'a Surroundings,
}

impl Desk<'_> {
    pub async fn standing(&mut self, person: &Person) -> anyhow::Result<Standing> {
        Ok(Standing { memberships: self.tx.memberships(person.id, self.now).await?, person: person.clone() })
    }

    /// A municipality with its clock and calendar.
    pub async fn town(&mut self, id: MunicipalityId) -> anyhow::Result<(Municipality, Calendar)> {
        let municipality = self.tx.municipality(id).await?;
        let calendar = municipality.calendar();
        Ok((municipality, calendar))
    }

    pub async fn calendar(&mut self, id: MunicipalityId) -> anyhow::Result<Calendar> {
        Ok(self.town(id).await?.1)
    }

    /// Those who answer for escalations now, the one on duty first.
    pub async fn on_duty(
        &mut self,
        municipality: MunicipalityId,
        calendar: &Calendar,
    ) -> anyhow::Result<Vec<PersonId>> {
        self.on_duty_at(municipality, calendar, self.now).await
    }

    /// Those who will answer for escalations at an instant, as far as is known.
    pub async fn on_duty_at(
        &mut self,
        municipality: MunicipalityId,
        calendar: &Calendar,
        at: DateTime<Utc>,
    ) -> anyhow::Result<Vec<PersonId>> {
        let rota = Rota {
            turns: self.tx.duty_turns(municipality).await?,
            shifts: self.tx.duty_shifts(municipality, at).await?,
            away: self.tx.away(municipality, at).await?,
        };
        Ok(rota.ring_order(calendar, at))
    }

    /// The tasks that a number names to whoever speaks: one in each of their municipalities at the most.
    pub async fn tasks_numbered(&mut self, heard: &Heard, number: TaskNumber) -> anyhow::Result<Vec<TaskId>> {
        let mut ids = Vec::new();
        for person in &heard.people {
            ids.extend(self.tx.task_by_number(person.municipality_id, number).await?);
        }
        Ok(ids)
    }

    // Saying something.

    /// Answers in the chat where something was heard. `reply_to`: the message it answers, in a group.
    pub async fn reply(&mut self, heard: &Heard, said: Said, reply_to: Option<&str>) -> anyhow::Result<()> {
        self.reply_about(heard, said, reply_to, None, None).await
    }

    /// Answers about a task or request, so that an answer to the answer is understood.
    pub async fn reply_about(
        &mut self,
        heard: &Heard,
        said: Said,
        reply_to: Option<&str>,
        task: Option<TaskId>,
        request: Option<RequestId>,
    ) -> anyhow::Result<()> {
        let reply_to = reply_to.filter(|_| !heard.in_private).map(str::to_owned);
        // One message may be answered for the need that was sent and for the next, and for several tasks.
        let of_task = || task.map(|task| format!(":t{}", task.0));
        let of = request.map(|request| format!(":{}", request.0)).or_else(of_task).unwrap_or_default();
        let key = format!("receipt:{}:{}{of}", heard.inbox.0, heard.chat.id.0);
        if task.is_none() && request.is_none() {
            self.note_listed(&key, &said).await?;
        }
        let message = NewMessage {
            key,
            channel: heard.channel,
            chat: heard.chat.id,
            purpose: Purpose::Receipt,
            body: Body::Say { said, reply_to },
            language: heard.language(),
            municipality: heard.people.first().map(|person| person.municipality_id),
            task,
            request,
            person: heard.people.first().map(|person| person.id),
            not_before: self.now,
        };
        self.tx.say(&message, self.now).await?;
        if let (true, Some(person), Body::Say { said, .. }) =
            (heard.in_private, heard.people.first(), &message.body)
        {
            let calendar = self.calendar(person.municipality_id).await?;
            if let Some(at) = unchosen::ask_again_at(said, &calendar, self.now) {
                self.tx.set_due(Subject::Which(heard.chat.id), Some(at)).await?;
            }
        }
        Ok(())
    }

    /// Puts the bot's mark on what somebody wrote; where there are no reactions nothing is said.
    pub async fn mark(&mut self, heard: &Heard, message: &str, emoji: &str) -> anyhow::Result<()> {
        if !heard.capabilities.reactions {
            return Ok(());
        }
        let body = Body::React { message: message.to_owned(), emoji: emoji.to_owned() };
        self.say_in_chat(heard, "mark", Purpose::Mark, body).await
    }

    /// Ends the press of a button with words that are all the answer; where the label was typed they are said.
    pub async fn refuse_press(&mut self, heard: &Heard, press: &str, said: Said) -> anyhow::Result<()> {
        match press {
            "" => self.reply(heard, said, None).await,
            press => self.answer_press(heard, press, said).await,
        }
    }

    /// Ends the press of a button with words for that person alone. Every press gets one; a label that was typed needs none.
    pub async fn answer_press(&mut self, heard: &Heard, press: &str, said: Said) -> anyhow::Result<()> {
        if press.is_empty() {
            return Ok(());
        }
        let body = Body::AnswerPress { press: press.to_owned(), said };
        self.say_in_chat(heard, "press", Purpose::PressAnswer, body).await
    }

    /// Deletes what somebody typed, where the channel can.
    pub async fn delete(&mut self, heard: &Heard, message: &str) -> anyhow::Result<()> {
        if !heard.capabilities.deletes {
            return Ok(());
        }
        self.say_in_chat(heard, "delete", Purpose::Mark, Body::Delete { message: message.to_owned() }).await
    }

    async fn say_in_chat(
        &mut self,
        heard: &Heard,
        what: &str,
        purpose: Purpose,
        body: Body,
    ) -> anyhow::Result<()> {
        let language = match heard.people.first() {
            Some(person) if purpose == Purpose::PressAnswer => person.language,
            _ => heard.language(),
        };
        let message = NewMessage {
            key: format!("{what}:{}", heard.inbox.0),
            channel: heard.channel,
            chat: heard.chat.id,
            purpose,
            body,
            language,
            municipality: None,
            task: None,
            request: None,
            person: None,
            not_before: self.now,
        };
        self.tx.say(&message, self.now).await?;
        Ok(())
    }

    /// Writes to a person in private. `false`: they can't be written to; what they must act on goes by e-mail then, of which nobody knows whether it
    /// is read in time.
    pub async fn tell(&mut self, person: PersonId, note: Note) -> anyhow::Result<bool> {
        let Some(reach) = self.tx.reach(person).await? else {
            if note.purpose == Purpose::Escalation {
                self.mail(&note.key, person, note.task, &note.said, self.now).await?;
            }
            return Ok(false);
        };
        if note.task.is_none() && note.request.is_none() {
            self.note_listed(&note.key, &note.said).await?;
        }
        let message = NewMessage {
            key: note.key,
            channel: reach.channel_id,
            chat: reach.chat_id,
            purpose: note.purpose,
            body: Body::Say { said: note.said, reply_to: None },
            language: reach.language,
            municipality: None,
            task: note.task,
            request: note.request,
            person: Some(person),
            not_before: note.at.unwrap_or(self.now),
        };
        self.tx.say(&message, self.now).await?;
        Ok(true)
    }

    /// Has something said to a person by e-mail, once, where that is set up and their address is known. `key`: as in the outbox.
    pub async fn mail(
        &mut self,
        key: &str,
        person: PersonId,
        task: Option<TaskId>,
        said: &Said,
        written_at: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        if self.around.mails {
            self.tx.insert_mail(key, person, task, said, (written_at, self.now)).await?;
        }
        Ok(())
    }

    /// Tells a volunteer what somebody changed: when the night is over, if the task can wait for that. `starts_at`: when it begins, or was to.
    pub async fn tell_by_day(
        &mut self,
        task: &Task,
        starts_at: DateTime<Utc>,
        person: PersonId,
        mut note: Note,
    ) -> anyhow::Result<bool> {
        let calendar = self.calendar(task.municipality).await?;
        let at = plan::may_tell_at(task, starts_at, &calendar, self.now);
        if at > self.now && note.purpose == Purpose::Notice && !note.said.buttons.is_empty() {
            // Until then it may lose its cause, as questions do.
            note.purpose = Purpose::Question;
        }
        self.tell(person, note.not_before(at)).await
    }

    /// Writes to a group. `false`: the bot can't write there.
    pub async fn tell_group(
        &mut self,
        group: GroupId,
        note: Note,
        reply_to: Option<String>,
    ) -> anyhow::Result<bool> {
        let Some(chat) = self.tx.group_chat(group).await? else { return Ok(false) };
        let language = self.tx.group(group).await?.language;
        let message = NewMessage {
            key: note.key,
            channel: chat.channel_id,
            chat: chat.id,
            purpose: note.purpose,
            body: Body::Say { said: note.said, reply_to },
            language,
            municipality: None,
            task: note.task,
            request: note.request,
            person: None,
            not_before: note.at.unwrap_or(self.now),
        };
        self.tx.say(&message, self.now).await?;
        Ok(true)
    }

    /// Posts the task's card to a group at `at`, unless it has one. `false`: the bot can't write there.
    pub async fn post_card(
        &mut self,
        task: &Task,
        group: GroupId,
        at: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let Some(chat) = self.tx.group_chat(group).await? else { return Ok(false) };
        let language = self.tx.group(group).await?.language;
        let message = NewMessage {
            key: format!("card:{}:{}", task.id.0, chat.id.0),
            channel: chat.channel_id,
            chat: chat.id,
            purpose: Purpose::Card,
            body: Body::Card,
            language,
            municipality: Some(task.municipality),
            task: Some(task.id),
            request: None,
            person: None,
            not_before: at,
        };
        self.tx.say(&message, self.now).await?;
        Ok(true)
    }

    /// Takes the buttons off what was said about a request: it has been sent or discarded, and they would only mislead.
    pub async fn put_away_buttons(&mut self, request: RequestId) -> anyhow::Result<()> {
        for (key, body) in self.tx.said_about_request(request).await? {
            let Body::Say { mut said, reply_to } = body.0 else { continue };
            if !said.buttons.is_empty() {
                said.buttons.clear();
                self.tx.edit(&key, &Body::Say { said, reply_to }).await?;
            }
        }
        Ok(())
    }

    /// Shows the queue of reserves in a group, in one message that is kept current.
    pub async fn show_reserves(&mut self, heard: &Heard, task: &Task) -> anyhow::Result<()> {
        let key = format!("reserves:{}:{}", task.id.0, heard.chat.id.0);
        if self.tx.edit(&key, &Body::Reserves).await? {
            return Ok(());
        }
        let message = NewMessage {
            key,
            channel: heard.channel,
            chat: heard.chat.id,
            purpose: Purpose::Notice,
            body: Body::Reserves,
            language: heard.language(),
            municipality: Some(task.municipality),
            task: Some(task.id),
            request: None,
            person: None,
            not_before: self.now,
        };
        self.tx.say(&message, self.now).await?;
        Ok(())
    }

    // Changing a task.

    /// Carries out changes: rows, history, offers that follow, cards, and when to look at the task again.
    pub async fn change(&mut self, task: &mut Task, changes: &[Change], actor: Actor) -> anyhow::Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let calendar = self.calendar(task.municipality).await?;
        let before = Before::of(task);
        let (was_hunting, was_open) = (task.is_hunting(), task.state == TaskState::Open);
        let believed_filled = task.told == Some(Told::Filled);
        let to_be_told = task.to_be_told();
        let doubted = task.doubted();
        let had_surplus = task.places_wanted.is_some();
        let undecided: Vec<PersonId> = task.undecided().map(|signup| signup.person).collect();
        let mut said_not_to_come = Vec::new();
        for change in changes {
            said_not_to_come.extend(super::take_off::who_said(self, task, change).await?);
            self.note(task, change, actor).await?;
            if let Change::Withdrew { person } = *change {
                self.tx.drop_unsent(task.id, Some(person)).await?;
                // What duty says of somebody themselves is put away with their answer.
                if actor.person.is_none_or(|by| by == person) {
                    let name = faces::short_name(&self.tx.person(person).await?.name);
                    let line = Message::PersonTakenOff { number: task.number, name };
                    self.put_away_reports(task.id, Some(person), line).await?;
                }
            }
            if let Change::Marked { person: Some(person), mark: Mark::Confirmed, .. } = *change
                && actor.person == Some(person)
            {
                let name = faces::short_name(&self.tx.person(person).await?.name);
                let line = Message::PersonConfirmed { number: task.number, name };
                self.put_away_reports(task.id, Some(person), line).await?;
            }
        }
        super::take_off::tell_who_said(self, task, said_not_to_come, actor.person).await?;
        for person in undecided {
            // What duty decides is put away with their answer.
            if actor.person == Some(person) && !task.undecided().any(|signup| signup.person == person) {
                self.put_away_part(task.id, person, None).await?;
            }
        }
        self.shrink(task, actor).await?;
        let withdrew = changes.iter().any(|change| matches!(change, Change::Withdrew { .. }));
        if had_surplus && (withdrew || task.places_wanted.is_none()) {
            super::change::surplus_changed(self, task, actor).await?;
        }
        if was_hunting && !task.is_hunting() {
            super::offers::thank_for_parts(self, task).await?;
        }
        if was_hunting && !task.is_hunting() || was_open && task.state != TaskState::Open {
            self.put_away_hole(task, actor.person).await?;
        }
        if task.is_called_about() && to_be_told != task.to_be_told() {
            // That nobody has come is to be told all the more once somebody says so.
            let nobody = task.state == TaskState::Open && task.attending().next().is_none();
            match nobody {
                true => self.put_away_calls_about(task.id, About::Coming).await?,
                false => self.put_away_calls(task.id).await?,
            }
        }
        super::offers::make_due(self, task, &calendar).await?;
        super::outcome::tell_if_filled(self, task, actor).await?;
        super::outcome::tell_if_empty_again(self, task, actor).await?;
        super::outcome::keep_hole_true(self, task).await?;
        let who = |told: &Option<Coming>| told.as_ref().map(|coming| coming.people.clone());
        if believed_filled && (who(&to_be_told) != who(&task.to_be_told()) || doubted != task.doubted()) {
            super::outcome::keep_filled_true(self, task).await?;
        }
        super::counting_on::tell(self, task, changes, actor, before).await?;
        self.tx.refresh_cards(task.id).await?;
        self.look_again(task, &calendar).await
    }

    /// A place that came free where fewer are wanted is nobody's any more.
    async fn shrink(&mut self, task: &mut Task, actor: Actor) -> anyhow::Result<()> {
        let Some(wanted) = task.places_wanted.filter(|_| task.free() > 0) else { return Ok(()) };
        let to = task.taken().max(wanted).max(1);
        if to < task.places {
            self.note(task, &Change::PlacesChanged { to }, actor).await?;
        }
        if task.taken() <= wanted {
            self.note(task, &Change::PlacesWanted { to: None }, actor).await?;
        }
        Ok(())
    }

    /// Notes one change that nothing else follows from.
    pub async fn note(&mut self, task: &mut Task, change: &Change, actor: Actor) -> anyhow::Result<()> {
        self.tx.change_task(task, change, self.now).await?;
        self.tx.record_change(task, change, actor, self.now).await?;
        Ok(())
    }

    /// Stores when the clock must look at the task next.
    pub async fn look_again(&mut self, task: &Task, calendar: &Calendar) -> anyhow::Result<()> {
        let plan = plan::plan(task, calendar, self.now);
        let at = if plan.due.is_empty() { plan.next } else { Some(self.now) };
        self.tx.set_due(Subject::Task(task.id), at).await?;
        Ok(())
    }
}

/// A message to a person or group.
#[derive(Clone, Debug)]
pub struct Note {
    pub key: String,
    pub purpose: Purpose,
    pub said: Said,
    pub task: Option<TaskId>,
    pub request: Option<RequestId>,
    /// Not before this instant. `None`: now.
    pub at: Option<DateTime<Utc>>,
}

impl Note {
    /// A message about a task.
    pub fn on(task: &Task, purpose: Purpose, key: String, said: impl Into<Said>) -> Self {
        Self { key, purpose, said: said.into(), task: Some(task.id), request: Some(task.request), at: None }
    }

    /// The same, but not before `at`.
    pub fn not_before(self, at: DateTime<Utc>) -> Self {
        Self { at: Some(at), ..self }
    }
}
