//! Buttons that have had their time are put away: a question that was answered shows the answer instead, since an old button would only mislead.

mod shown;

pub(super) use self::shown::Shown;
use super::attendance::calls::About;
use super::attendance::words::Word;
use super::desk::Desk;
use super::duty::Order;
use super::press;
use super::replies::Answer;
use crate::domain::ids::{PersonId, RequestId, TaskId};
use crate::domain::task::{Task, TaskState};
use crate::store::outbox::{Body, SaidBefore};
use crate::text::{Button, Message, Said, Target};

/// What the outbox keys of the question whether to step down begin with.
pub const STEP_DOWN: &str = "stepdown:";

/// What a button is for, as far as its end goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Asks a volunteer for an answer to a task.
    AsksVolunteer(Answer),
    /// Gives a place back, under a receipt.
    StepsDown,
    /// Asks somebody who comes, or stands by: coming, there, done?
    AsksOnTheWay(Word),
    /// Something about a hole in a task, for those on duty or the requester.
    MendsHole,
    /// Answers what somebody on duty was asked back: until when, whom, surely?
    AnsweredBack,
    /// Decides about somebody's offer of a part.
    DecidesPart,
    /// Changes or cancels the task, or lets it be: that can be chosen as long as the task is open.
    ChangesTask,
    Other,
}

fn use_of(button: &Button) -> Use {
    match &button.target {
        Target::Data(data) => press::use_of(data),
        Target::Link(_) | Target::Task(_) | Target::Request(_) | Target::OwnData(_) => Use::Other,
    }
}

fn answered(label: &Message) -> Message {
    Message::YouAnswered { answer: Box::new(label.clone()) }
}

impl Desk<'_> {
    /// A volunteer has answered a task: what they were asked about it is settled. `changed`: the answer counted, so the receipts of earlier
    /// answers are settled too, and the newest is the one with buttons.
    pub async fn put_away_answered(
        &mut self,
        task: TaskId,
        person: PersonId,
        given: Option<Answer>,
        changed: bool,
    ) -> anyhow::Result<()> {
        for told in self.said_about(task, Some(person)).await? {
            let steps_down = |button: &Button| use_of(button) == Use::StepsDown;
            let asked: Vec<_> = told
                .said
                .all_buttons()
                .filter_map(|button| match use_of(button) {
                    Use::AsksVolunteer(answer) => Some((answer, button.label.clone())),
                    _ => None,
                })
                .collect();
            let on_the_way =
                told.said.all_buttons().any(|button| matches!(use_of(button), Use::AsksOnTheWay(_)));
            // The "no" beside a question is one of its answers; alone it stands under a receipt.
            let line = match (given, asked.is_empty()) {
                (Some(Answer::No), true) if on_the_way => {
                    told.said.all_buttons().find(|b| steps_down(b)).map(|b| answered(&b.label))
                }
                (_, true) | (None, _) => None,
                (Some(Answer::No), false) => {
                    told.said.all_buttons().find(|b| steps_down(b)).map(|b| answered(&b.label))
                }
                (Some(given), false) => {
                    let same = asked.iter().find(|(answer, _)| *answer == given);
                    let alike = || {
                        asked.iter().find(|(answer, _)| {
                            std::mem::discriminant(answer) == std::mem::discriminant(&given)
                        })
                    };
                    same.or_else(alike).map(|(_, label)| answered(label))
                }
            };
            let is_receipt = asked.is_empty() && !on_the_way && told.said.all_buttons().any(steps_down);
            let is_over = |button: &Button| match (use_of(button), &button.target) {
                (Use::AsksVolunteer(_), _) => true,
                // Who comes is still asked; who does not is asked no more.
                (Use::AsksOnTheWay(_), _) => changed,
                (Use::StepsDown, _) => changed || !(is_receipt || on_the_way),
                // The way to the address goes with the receipt; a new receipt has its own.
                (_, Target::Task(_)) => is_receipt && changed,
                _ => false,
            };
            self.show_without(told, is_over, line).await?;
        }
        Ok(())
    }

    /// An offer of a place ended by itself.
    pub async fn put_away_offer(&mut self, task: TaskId, person: PersonId) -> anyhow::Result<()> {
        for told in self.said_about(task, Some(person)).await? {
            let asks = told.said.all_buttons().any(|button| matches!(use_of(button), Use::AsksVolunteer(_)));
            if asks {
                self.show_without(told, |_| true, None).await?;
            }
        }
        Ok(())
    }

    /// Somebody who was asked to stand ready is asked for more than that: an answer means the place.
    pub async fn put_away_stand_in(&mut self, task: TaskId, person: PersonId) -> anyhow::Result<()> {
        for told in self.said_about(task, Some(person)).await? {
            let asks = |button: &Button| matches!(use_of(button), Use::AsksOnTheWay(Word::Ready { .. }));
            self.show_without(told, asks, None).await?;
        }
        Ok(())
    }

    /// Somebody on duty, or the requester, has chosen something that ends a question: it shows what was chosen.
    /// `others_stay`: something else there can still be chosen too.
    pub async fn put_away_chosen(
        &mut self,
        task: TaskId,
        person: PersonId,
        chosen: &str,
        others_stay: bool,
    ) -> anyhow::Result<()> {
        for told in self.said_or_listed(task, Some(person)).await? {
            let is_chosen = |button: &Button| matches!(&button.target, Target::Data(data) if data == chosen);
            let Some(label) = told.said.all_buttons().find(|b| is_chosen(b)).map(|b| b.label.clone()) else {
                continue;
            };
            // Turning the page answers nothing.
            let line = (label != Message::MorePeople).then(|| answered(&label));
            // In a list the others are about something else.
            let others_stay = others_stay || told.listed.is_some();
            let is_over = |button: &Button| !others_stay || is_chosen(button);
            self.show_without(told, is_over, line).await?;
        }
        Ok(())
    }

    /// Somebody on duty has done what a list proposed about a task: wherever it is proposed it shows that.
    pub async fn put_away_proposed(
        &mut self,
        task: TaskId,
        by: PersonId,
        chosen: &str,
    ) -> anyhow::Result<()> {
        let name = self.tx.person(by).await?.name;
        for told in self.said_or_listed(task, None).await?.into_iter().filter(|told| told.listed.is_some()) {
            let is_chosen = |button: &Button| matches!(&button.target, Target::Data(data) if data == chosen);
            let Some(label) = told.said.all_buttons().find(|b| is_chosen(b)).map(|b| b.label.clone()) else {
                continue;
            };
            let line = match told.to == Some(by) {
                true => answered(&label),
                false => Message::AnsweredBy { name: name.clone(), answer: Box::new(label) },
            };
            self.show_without(told, is_chosen, Some(line)).await?;
        }
        Ok(())
    }

    /// Somebody's offer of a part, or on a condition, is settled: wherever it could be decided it shows how. `by`: who decided, by the button with the
    /// data `chosen`. Without: whoever offered has answered otherwise since.
    pub async fn put_away_part(
        &mut self,
        task: TaskId,
        person: PersonId,
        by: Option<(PersonId, &str)>,
    ) -> anyhow::Result<()> {
        let decides = |button: &Button| match &button.target {
            Target::Data(data) => {
                matches!(press::order_of(data), Some(Order::Part { person: of, .. }) if of == person)
            }
            _ => false,
        };
        for told in self.said_or_listed(task, None).await? {
            let is_chosen = |button: &&Button| matches!((&button.target, by), (Target::Data(data), Some((_, chosen))) if data == chosen);
            let label = told.said.all_buttons().find(is_chosen).map(|button| button.label.clone());
            let line = match (by, label) {
                (Some((by, _)), Some(label)) if told.to == Some(by) => answered(&label),
                (Some((by, _)), Some(label)) => {
                    let name = self.tx.person(by).await?.name;
                    Message::AnsweredBy { name, answer: Box::new(label) }
                }
                _ => Message::NoLongerSo,
            };
            // Beside a hole the other buttons stay, and the line would seem to be about them.
            let has_others = told.said.all_buttons().any(|button| !decides(button));
            let line = (by.is_some() || !has_others).then_some(line);
            self.show_without(told, decides, line).await?;
        }
        Ok(())
    }

    /// Something was said on the way, or reported or rung about: the question shows what. Ways to a page stay, and so do questions about others.
    /// `by`: who has said it; others see that it is settled.
    pub async fn put_away_said(&mut self, task: TaskId, by: PersonId, chosen: &str) -> anyhow::Result<()> {
        let name = self.tx.living_person(by).await?.map(|person| person.name);
        let settled = name.clone().map_or(Message::Settled, |name| Message::SettledBy { name });
        for told in self.said_or_listed(task, None).await? {
            let data = |button: &Button| match &button.target {
                Target::Data(data) => Some(data.clone()),
                Target::Link(_) | Target::Task(_) | Target::Request(_) | Target::OwnData(_) => None,
            };
            let label = told.said.all_buttons().find(|button| data(button).as_deref() == Some(chosen));
            let Some(label) = label.map(|button| button.label.clone()) else { continue };
            let about = press::person_of(chosen);
            let is_listed = told.listed.is_some();
            let is_over = |button: &Button| {
                data(button).is_some_and(|data| match about {
                    Some(_) => press::person_of(&data) == about,
                    None => {
                        !is_listed
                            || data == chosen
                            || press::tells_how_it_went(&data) && press::tells_how_it_went(chosen)
                    }
                })
            };
            let line = match told.to {
                Some(other) if other != by => settled.clone(),
                Some(_) => answered(&label),
                // In a group nobody is "you".
                None => match &name {
                    Some(name) => Message::AnsweredBy { name: name.clone(), answer: Box::new(label) },
                    None => answered(&label),
                },
            };
            self.show_without(told, is_over, Some(line)).await?;
        }
        Ok(())
    }

    /// The recipient is told something else now: what the unit was asked to tell them before holds no longer.
    pub async fn put_away_calls(&mut self, task: TaskId) -> anyhow::Result<()> {
        for about in [About::Coming, About::Nobody] {
            self.put_away_calls_about(task, about).await?;
        }
        Ok(())
    }

    /// The same for calls about one thing: that nobody came is to be told also when the time is over.
    pub async fn put_away_calls_about(&mut self, task: TaskId, about: About) -> anyhow::Result<()> {
        let ending = format!(":{}", about.data());
        for told in self.said_about(task, None).await? {
            let is_call = |button: &Button| {
                matches!(&button.target, Target::Data(data)
                    if (data.starts_with("called:") || data.starts_with("uncalled:")) && data.ends_with(&ending))
            };
            self.show_without(told, is_call, Some(Message::NoLongerSo)).await?;
        }
        Ok(())
    }

    /// Nobody is to ask the recipient what they thought of it.
    pub async fn put_away_verdict(&mut self, task: TaskId) -> anyhow::Result<()> {
        for told in self.said_about(task, None).await? {
            let asks = |button: &Button| matches!(&button.target, Target::Data(data) if data.starts_with("verdict:"));
            self.show_without(told, asks, Some(Message::NoLongerSo)).await?;
        }
        Ok(())
    }

    /// Somebody who comes, or a reserve, has said by button or in words what they were asked for: the question shows it.
    pub async fn put_away_word(&mut self, task: TaskId, person: PersonId, word: Word) -> anyhow::Result<()> {
        // Who will be late is still asked whether they are there.
        if word == (Word::Late { minutes: None }) {
            return Ok(());
        }
        for told in self.said_about(task, Some(person)).await? {
            let is_word = |button: &&Button| use_of(button) == Use::AsksOnTheWay(word);
            let label = told.said.all_buttons().find(is_word).map(|button| button.label.clone());
            let Some(label) = label else { continue };
            let is_over = |button: &Button| matches!(button.target, Target::Data(_));
            self.show_without(told, is_over, Some(answered(&label))).await?;
        }
        Ok(())
    }

    /// As many come as are wanted: nobody is asked to step down any more. Gives those who were asked and have not answered.
    pub async fn put_away_step_down(&mut self, task: &Task) -> anyhow::Result<Vec<PersonId>> {
        self.tx.drop_unsent_like(task.id, &format!("{STEP_DOWN}{}:", task.id.0)).await?;
        let mut needed = Vec::new();
        for told in self.said_about(task.id, None).await? {
            let asks =
                |button: &Button| matches!(use_of(button), Use::AsksOnTheWay(Word::StepsDown | Word::Stays));
            let comes = told.to.filter(|person| task.held_by(*person) > 0);
            if told.said.all_buttons().any(asks) {
                needed.extend(comes);
            }
            let line = comes.map(|_| Message::YouAreNeeded { number: task.number });
            self.show_without(told, asks, line).await?;
        }
        Ok(needed)
    }

    /// Nobody is looked for any more: those who were asked to stand by, and have not answered, see that they are not needed.
    async fn put_away_standby(&mut self, task: &Task) -> anyhow::Result<()> {
        let number = task.number;
        let line = match task.state {
            TaskState::Cancelled => Message::TaskCancelled { number },
            TaskState::TakenOver => Message::TaskTakenOver { number },
            TaskState::Ended => Message::TaskOver { number },
            TaskState::Open => Message::OfferGone { number },
        };
        let closed = task.state != TaskState::Open;
        for mut told in self.said_about(task.id, None).await? {
            let asks = match told.said.lines.first() {
                Some(Message::StandbyAsked { .. } | Message::InsteadAsk { .. }) => true,
                Some(Message::StandInAsk { .. }) => closed,
                // Others took what was left: who wanted more may wait for it.
                Some(Message::OnlySomeLeft { .. } | Message::OnlySomeLeftTo { .. }) if !closed => {
                    let waits = |button: &Button| {
                        matches!(use_of(button), Use::AsksVolunteer(Answer::Reserve { .. }) | Use::StepsDown)
                    };
                    told.said.lines = vec![Message::CoveredStandBy { number }];
                    self.show_without(told, |button| !waits(button), None).await?;
                    continue;
                }
                Some(Message::OnlySomeLeft { .. } | Message::OnlySomeLeftTo { .. }) => true,
                _ => false,
            };
            if asks {
                self.show_without(told, |_| true, Some(line.clone())).await?;
            }
        }
        Ok(())
    }

    /// Duty need not find out whether somebody comes: they have said it, or it is too late. `person`: only of this one.
    pub async fn put_away_reports(
        &mut self,
        task: TaskId,
        person: Option<PersonId>,
        line: Message,
    ) -> anyhow::Result<()> {
        for told in self.said_or_listed(task, None).await? {
            let asks = |button: &Button| {
                matches!(&button.target, Target::Data(data)
                    if data.starts_with("comes:") || data.starts_with("gone:"))
            };
            let is_over = |button: &Button| match &button.target {
                Target::Data(data) => asks(button) && (person.is_none() || press::person_of(data) == person),
                _ => false,
            };
            // Of others it may still be asked there.
            let others = told.said.all_buttons().any(|button| asks(button) && !is_over(button));
            let line = (!others || person.is_some()).then(|| line.clone());
            self.show_without(told, is_over, line).await?;
        }
        Ok(())
    }

    /// A part of a need was asked for and chosen: the question shows what.
    pub async fn put_away_part_of(&mut self, request: RequestId, chosen: &str) -> anyhow::Result<()> {
        for (key, body) in self.tx.said_about_request(request).await? {
            let Body::Say { said, reply_to } = body.0 else { continue };
            let is_chosen = |button: &&Button| matches!(&button.target, Target::Data(data) if data == chosen);
            let label = said.all_buttons().find(is_chosen).map(|button| button.label.clone());
            if let Some(label) = label {
                self.show_without(Shown::plain(key, said, reply_to), |_| true, Some(answered(&label)))
                    .await?;
            }
        }
        Ok(())
    }

    /// Nobody is looked for any more: whatever somebody could have done about the hole is settled.
    /// `by`: whose doing that is, where it is somebody's.
    pub async fn put_away_hole(&mut self, task: &Task, by: Option<PersonId>) -> anyhow::Result<()> {
        let closed = task.state != TaskState::Open;
        self.put_away_standby(task).await?;
        if closed {
            self.put_away_reports(task.id, None, Message::NoLongerSo).await?;
        }
        let name = match by {
            Some(by) => self.tx.living_person(by).await?.map(|person| person.name),
            None => None,
        };
        let settled = name.map_or(Message::Settled, |name| Message::SettledBy { name });
        for told in self.said_or_listed(task.id, None).await? {
            let mends = |button: &Button| {
                matches!(use_of(button), Use::MendsHole | Use::AnsweredBack | Use::DecidesPart)
            };
            let is_hole = told.said.all_buttons().any(mends);
            let is_over =
                |button: &Button| mends(button) || use_of(button) == Use::ChangesTask && (is_hole || closed);
            // When its time is up a place may still be empty: that is no order.
            let line = (is_hole && task.state != TaskState::Ended).then(|| match told.to == by {
                true => Message::Settled,
                false => settled.clone(),
            });
            self.show_without(told, is_over, line).await?;
        }
        Ok(())
    }

    /// A question about no single task (which one, which language) has been answered.
    pub async fn put_away_asked(&mut self, before: &SaidBefore, chosen: &str) -> anyhow::Result<()> {
        let Body::Say { said, reply_to } = before.body.0.clone() else { return Ok(()) };
        let asks = |line: &Message| {
            matches!(
                line,
                Message::WhichTask
                    | Message::IsItThisTask
                    | Message::TakeOffWhom
                    | Message::WhichLanguage
                    | Message::DoneAlready { .. }
                    | Message::AwayGivesBack { .. }
                    | Message::MisreadMeant
                    | Message::MisreadField
                    | Message::MisreadReply { .. }
                    | Message::MisreadRequest { .. }
            )
        };
        if !said.lines.iter().any(asks) {
            return Ok(());
        }
        let is_chosen = |button: &&Button| matches!(&button.target, Target::Data(data) if data == chosen);
        let line = said.all_buttons().find(is_chosen).map(|button| answered(&button.label));
        self.show_without(Shown::plain(before.key.clone(), said, reply_to), |_| true, line).await
    }

    /// Notes of a message that is about no single task which tasks it has buttons about.
    pub(super) async fn note_listed(&mut self, key: &str, said: &Said) -> anyhow::Result<()> {
        let mut tasks = Vec::new();
        for button in said.all_buttons() {
            let Target::Data(data) = &button.target else { continue };
            tasks.extend(press::dealt_with_by(data));
            if let Some(alarm) = press::alarm_of(data) {
                tasks.extend(self.tx.deviation(alarm).await?.map(|alarm| alarm.task_id));
            }
        }
        tasks.sort_unstable();
        tasks.dedup();
        for task in tasks {
            self.tx.list_under(task, key).await?;
        }
        Ok(())
    }

    async fn said_about(&mut self, task: TaskId, person: Option<PersonId>) -> anyhow::Result<Vec<Shown>> {
        let rows = self.tx.said_about_task(task, person).await?;
        Ok(rows.into_iter().filter_map(|row| Shown::of(row, None)).collect())
    }

    /// And the lists that have buttons about it.
    async fn said_or_listed(&mut self, task: TaskId, person: Option<PersonId>) -> anyhow::Result<Vec<Shown>> {
        let mut told = self.said_about(task, person).await?;
        let mut lists = self.tx.listed(task).await?;
        lists.retain(|(_, _, to)| person.is_none() || *to == person);
        if let Some(about) = self.tx.task(task).await?.filter(|_| !lists.is_empty()) {
            let listed = Some((task, about.number));
            told.extend(lists.into_iter().filter_map(|row| Shown::of(row, listed)));
        }
        Ok(told)
    }

    pub(super) async fn show_without(
        &mut self,
        told: Shown,
        is_over: impl Fn(&Button) -> bool,
        line: Option<Message>,
    ) -> anyhow::Result<()> {
        let (key, reply_to) = (told.key.clone(), told.reply_to.clone());
        if let Some(said) = told.without(is_over, line) {
            self.tx.edit(&key, &Body::Say { said, reply_to }).await?;
        }
        Ok(())
    }
}
