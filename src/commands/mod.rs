//! What people say and do, one family of conversation a file.
//!
//! [`handle`] finds out who spoke, and hands the event to the family whose business it is.

pub mod absence;
pub mod attendance;
mod change;
pub mod closed;
mod club;
mod command;
pub mod correct;
mod counting_on;
pub mod day_list;
pub mod desk;
pub mod duty;
pub mod erasure;
pub mod everyday;
pub mod faces;
pub mod hand_over;
pub mod history;
mod join;
mod leave;
mod lists;
pub mod misread;
pub mod offers;
pub mod opening;
pub mod outcome;
pub mod own_data;
pub mod parts;
mod presence;
mod press;
mod privacy;
mod private;
mod proposals;
mod put_away;
mod put_in;
pub mod reach;
mod replies;
pub mod request;
mod rota;
mod spelled;
pub mod take_off;
pub mod unchosen;
pub mod uncovered;
pub mod unreached;
mod who_can;
mod who_comes;

use attendance::{
    addressed, after_all, calls, calm, deviations, not_to_be_rung, progress, settled, staff, trouble,
};
use desk::{Desk, Heard};

use crate::chat::{Capabilities, ChatKind, Event, Incoming, Sender};
use crate::domain::ids::{ChannelId, InboxId};
use crate::domain::language::Language;
use crate::language::command::{Command, read_plain_command};
use crate::language::shades::{agrees, is_courtesy, moves, needs_no_more};
use crate::store::outbox::{Body, Purpose, SaidBefore};
use crate::store::people::CanWrite;
use crate::text::Message;

/// The longest text that is read, and the longest that a platform lets people send; what comes after it is not.
const MOST_CHARACTERS: usize = 4_096;
/// The thumb and its skin tones.
const THUMB: &str = "👍";

/// The channel an event came by.
#[derive(Clone, Debug)]
pub struct Source {
    pub inbox: InboxId,
    pub channel: ChannelId,
    pub capabilities: Capabilities,
    pub start_link: Option<String>,
}

/// Handles one event from the inbox within the desk's transaction.
pub async fn handle(desk: &mut Desk<'_>, source: Source, incoming: &Incoming) -> anyhow::Result<()> {
    let heard = hear(desk, source, incoming).await?;
    match &incoming.event {
        Event::Said { message, text, reply_to, quoted, edited } => {
            // Copied from a message of the bot's it has the spaces that hold a clock together.
            let plain = |letter: char| if letter == '\u{a0}' { ' ' } else { letter };
            let text: String = text.chars().take(MOST_CHARACTERS).map(plain).collect();
            let quoted = quoted.as_ref().map(|quoted| quoted.chars().map(plain).collect::<String>());
            let to = Answered { message: reply_to.as_deref(), quoted: quoted.as_deref() };
            said(desk, &heard, &text, message, to, *edited).await
        }
        Event::Wordless { message, reply_to } => wordless(desk, &heard, message, reply_to.as_deref()).await,
        Event::Pressed { press, data, message } => {
            let before = match message {
                Some(message) => desk.tx.said_before(heard.chat.id, message).await?,
                None => None,
            };
            press::pressed(desk, &heard, data, press, before.as_ref()).await
        }
        Event::Reacted { message, added, removed } => reacted(desk, &heard, message, added, removed).await,
        Event::BotPresent(present) => presence::bot_present(desk, &heard, *present).await,
        Event::MemberPresent { account, present } => {
            presence::member_present(desk, &heard, account, *present).await
        }
        Event::Moved { to } => presence::moved(desk, &heard, to).await,
    }
}

/// Finds out who spoke and where.
async fn hear(desk: &mut Desk<'_>, source: Source, incoming: &Incoming) -> anyhow::Result<Heard> {
    let in_private = incoming.chat.kind == ChatKind::Private;
    let mut account = match &incoming.sender {
        Sender::Account(account) => Some(desk.tx.account_seen(source.channel, account, desk.now).await?),
        Sender::Hidden | Sender::Nobody => None,
    };
    let chat = desk
        .tx
        .chat_seen(source.channel, &incoming.chat, account.as_ref().map(|account| account.id), desk.now)
        .await?;
    let mut opened = false;
    if let Some(account) = &mut account
        && in_private
        && account.can_write != CanWrite::Yes
        && !matches!(incoming.event, Event::BotPresent(false))
    {
        // Who writes to the bot can be written to.
        desk.tx.set_can_write(account.id, CanWrite::Yes).await?;
        account.can_write = CanWrite::Yes;
        opened = true;
    }
    let people = match &account {
        Some(account) => desk.tx.people_of(account.id).await?,
        None => Vec::new(),
    };
    if opened {
        for person in &people {
            reach::watch::person_changed(desk, person).await?;
        }
    }
    let group = if in_private { None } else { desk.tx.group_of_chat(chat.id).await? };
    let Source { inbox, channel, capabilities, start_link } = source;
    let speaks = match &incoming.sender {
        Sender::Account(account) => account.language.as_deref().and_then(Language::from_code),
        Sender::Hidden | Sender::Nobody => None,
    };
    Ok(Heard { inbox, channel, capabilities, start_link, chat, group, account, people, speaks, in_private })
}

async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
    to: Answered<'_>,
    edited: bool,
) -> anyhow::Result<()> {
    if let Some(command) = text.strip_prefix('/') {
        if edited {
            return Ok(());
        }
        let before = said_before(desk, heard, to).await?;
        let place = command::Place { message, before: before.as_ref() };
        return command::slashed(desk, heard, command, place).await;
    }
    let before = said_before(desk, heard, to).await?;
    // Whom an answer names it is for, whatever else it says.
    let spoken_of = match &before {
        Some(before) => Some(before.clone()),
        None if heard.in_private => desk.tx.said_lately(heard.chat.id, 1).await?.pop(),
        None => None,
    };
    // A command may name anybody.
    let spoken_of = spoken_of.filter(|_| read_plain_command(text).is_none());
    let asked_about = spoken_of.as_ref().and_then(deviations::asked_about);
    if heard.in_private && !edited && addressed::said(desk, heard, text, asked_about, message).await? {
        return Ok(());
    }
    if !edited && calm::said(desk, heard, text, before.as_ref(), message).await?
        || heard.in_private && !edited && trouble::cannot_wait(desk, heard, text, message).await?
        || heard.in_private
            && !edited
            && not_to_be_rung::said(desk, heard, text, before.as_ref(), message).await?
        || heard.in_private && !edited && staff::said(desk, heard, text, before.as_ref(), message).await?
        || heard.in_private && !edited && after_all::said(desk, heard, text, before.as_ref(), message).await?
    {
        return Ok(());
    }
    if !edited && request::ordered(desk, heard, text, before.as_ref()).await? {
        return Ok(());
    }
    if !edited && take_off::answered_afterwards(desk, heard, before.as_ref(), text).await? {
        return Ok(());
    }
    if let Some((meant, with)) = spelled::buttons(desk, heard, text, before.as_ref()).await? {
        for data in meant {
            press::pressed(desk, heard, &data, "", Some(&with)).await?;
        }
        return Ok(());
    }
    if edited && take_off::edited(desk, heard, text, before.as_ref(), message).await? {
        return Ok(());
    }
    if !edited
        && (club::said(desk, heard, text).await?
            || rota::said(desk, heard, text).await?
            || settled::said(desk, heard, text, before.as_ref()).await?
            || take_off::said_afterwards(desk, heard, text, before.as_ref(), message).await?
            || duty::said_after_all(desk, heard, text, before.as_ref()).await?
            || duty::words::said(desk, heard, text, before.as_ref()).await?
            || take_off::said(desk, heard, text, before.as_ref(), message).await?
            || put_in::comes_in_words(desk, heard, text, before.as_ref()).await?
            || replies::handed_on(desk, heard, text, before.as_ref(), message).await?
            || replies::tipped(desk, heard, text, before.as_ref(), message).await?
            || parts::asked(desk, heard, text, before.as_ref()).await?)
    {
        return Ok(());
    }
    if !edited
        && before.as_ref().is_none_or(|before| before.task_id.is_some())
        && replies::said_to_both(desk, heard, text, before.as_ref(), message).await?
    {
        return Ok(());
    }
    if read_plain_command(text).is_none() {
        let asked = match &before {
            Some(before) => Some(before.clone()),
            None if heard.in_private => desk.tx.said_lately(heard.chat.id, 1).await?.pop(),
            None => None,
        };
        let asked = asked.filter(|_| !edited);
        if let Some(asked) = &asked
            && (take_off::answered(desk, heard, asked, text).await?
                || calls::said(desk, heard, asked, text, message).await?
                || replies::said_who(desk, heard, asked, text).await?)
        {
            return Ok(());
        }
        if let Some(asked) = asked.filter(|_| heard.in_private)
            && (put_in::named(desk, heard, &asked, text).await?
                || duty::until::said(desk, heard, &asked, text).await?)
        {
            return Ok(());
        }
    }
    if let Some(before) = before {
        return answer_to(desk, heard, &before, text, message, edited).await;
    }
    if !heard.in_private {
        return match to.message {
            Some(_) => desk.reply(heard, Message::OldMessage.into(), Some(message)).await,
            None => Ok(()),
        };
    }
    if edited {
        return replies::edited_in_private(desk, heard, text, message).await;
    }
    in_private(desk, heard, text, message).await
}

/// The message of the bot's that is answered.
#[derive(Clone, Copy)]
struct Answered<'a> {
    message: Option<&'a str>,
    /// Its first line.
    quoted: Option<&'a str>,
}

/// What the bot said in the message that is answered.
async fn said_before(
    desk: &mut Desk<'_>,
    heard: &Heard,
    to: Answered<'_>,
) -> anyhow::Result<Option<SaidBefore>> {
    let Some(id) = to.message else { return Ok(None) };
    if let Some(before) = desk.tx.said_before(heard.chat.id, id).await? {
        return Ok(Some(before));
    }
    match to.quoted {
        Some(quoted) => said_in_the_same_words(desk, heard, quoted).await,
        None => Ok(None),
    }
}

/// A message that was said again, because the service was ended before it had noted that it was said, is known by its last name only. Whoever answers
/// the other copy means the same: the message here about the task that the copy names, with the same first line, or that task's card.
async fn said_in_the_same_words(
    desk: &mut Desk<'_>,
    heard: &Heard,
    quoted: &str,
) -> anyhow::Result<Option<SaidBefore>> {
    let Some(number) = task_number(quoted) else { return Ok(None) };
    let towns: Vec<_> = match &heard.group {
        Some(group) => vec![group.municipality_id],
        None => heard.people.iter().map(|person| person.municipality_id).collect(),
    };
    for town in towns {
        let Some(task) = desk.tx.task_by_number(town, number).await? else { continue };
        let said = desk.tx.said_here_about_task(heard.chat.id, task).await?;
        let has_these_words = |before: &&SaidBefore| match &before.body.0 {
            Body::Say { said, .. } => said.render(before.language, &[]).body.lines().next() == Some(quoted),
            body => *body == Body::Card,
        };
        if let Some(before) = said.iter().find(has_these_words) {
            return Ok(Some(before.clone()));
        }
    }
    Ok(None)
}

/// A reply to one of the bot's messages is about what that message was about.
async fn answer_to(
    desk: &mut Desk<'_>,
    heard: &Heard,
    before: &SaidBefore,
    text: &str,
    message: &str,
    edited: bool,
) -> anyhow::Result<()> {
    if let Some(deviation) = deviations::asked_about(before).filter(|_| !edited) {
        if addressed::said(desk, heard, text, Some(deviation), message).await? {
            return Ok(());
        }
        return deviations::answered(desk, heard, deviation, Some((text, message)), "").await;
    }
    if let Some(task) = deviations::asked_what_happened(before).filter(|_| !edited && heard.in_private) {
        return deviations::told(desk, heard, task, text, message).await;
    }
    if let Some(task) = deviations::asked_how_it_went(before).filter(|_| !edited && heard.in_private)
        && deviations::told_how_it_went(desk, heard, task, text, message).await?
    {
        return Ok(());
    }
    let place = command::Place { message, before: Some(before) };
    match (before.task_id, before.request_id) {
        (Some(_), _) if !edited && matches!(read_plain_command(text), Some((Command::WhoComes, _))) => {
            command::plain(desk, heard, text, place).await.map(drop)
        }
        (Some(_), _)
            if !edited
                && !moves(text)
                && !needs_no_more(text)
                && request::is_new_need(desk, heard, text).await? =>
        {
            request::said(desk, heard, text, message).await.map(drop)
        }
        (Some(task), _)
            if !edited && change::said(desk, heard, task, Some(before), text, message).await? =>
        {
            Ok(())
        }
        (Some(task), _) => replies::said(desk, heard, task, text, message, edited).await,
        (None, Some(request)) if !edited => request::answered(desk, heard, request, text, message).await,
        _ if edited => Ok(()),
        _ if command::plain(desk, heard, text, place).await? => Ok(()),
        _ if request::said(desk, heard, text, message).await? => Ok(()),
        _ => everyday::not_understood(desk, heard, text, message).await,
    }
}

/// Words to the bot in private that answer no message of its.
async fn in_private(desk: &mut Desk<'_>, heard: &Heard, text: &str, message: &str) -> anyhow::Result<()> {
    let place = command::Place { message, before: None };
    if heard.people.is_empty() {
        // Whoever has written here has left something behind, known or not.
        return match read_plain_command(text) {
            Some((Command::MyData | Command::EraseMe, _)) => {
                command::plain(desk, heard, text, place).await.map(drop)
            }
            _ => desk.reply(heard, Message::HelloStranger.into(), None).await,
        };
    }
    let last = desk.tx.said_lately(heard.chat.id, 1).await?.pop();
    join::greet_at_first_words(desk, heard).await?;
    // A number is an answer where it is that of the question.
    let about_the_last = match (task_number(text), &last) {
        (None, _) => true,
        (Some(number), Some(SaidBefore { task_id: Some(task), .. })) => {
            let is_asked = last.as_ref().and_then(deviations::asked_how_it_went).is_some();
            is_asked && desk.tx.task(*task).await?.is_some_and(|task| task.number == number)
        }
        _ => false,
    };
    let answers = read_plain_command(text).is_none() && about_the_last;
    if let Some(last) = last.filter(|_| answers) {
        // An answer to the question that was the last thing said.
        if let Some(task) = deviations::asked_what_happened(&last) {
            return deviations::told(desk, heard, task, text, message).await;
        }
        if let Some(task) = deviations::asked_how_it_went(&last)
            && deviations::told_how_it_went(desk, heard, task, text, message).await?
        {
            return Ok(());
        }
        if let Some(task) = change::asked_how(&last)
            && change::said(desk, heard, task, Some(&last), text, message).await?
        {
            return Ok(());
        }
        if let Some(deviation) = deviations::asked_about(&last)
            && agrees(text)
            && deviations::ask_whether_they_follow(desk, heard, deviation).await?
        {
            return Ok(());
        }
        if let Some(deviation) = deviations::asked_about(&last)
            && deviations::is_an_answer(desk, heard, text).await?
        {
            return deviations::answered(desk, heard, deviation, Some((text, message)), "").await;
        }
    }
    if command::plain(desk, heard, text, place).await?
        || trouble::it_went_wrong(desk, heard, text, message).await?
        || trouble::arrived_in_trouble(desk, heard, text, message).await?
        || progress::in_private(desk, heard, text, message).await?
        || request::dropped(desk, heard, text, message).await?
    {
        return Ok(());
    }
    if let Some(number) = task_number(text) {
        let mut exists = false;
        for person in heard.people.clone() {
            let id = desk.tx.task_by_number(person.municipality_id, number).await?;
            let Some(id) = id else { continue };
            let Some(task) = desk.tx.task(id).await? else { continue };
            exists = true;
            if !who_comes::concerns(desk, &task, &person).await? {
                continue;
            }
            if who_comes::asked_in_words(desk, heard, &task, &person, text, message).await?
                || change::said(desk, heard, id, None, text, message).await?
            {
                return Ok(());
            }
            return replies::said(desk, heard, id, text, message, false).await;
        }
        if exists || !request::is_new_need(desk, heard, text).await? {
            let text = lists::unknown_number(desk, heard, number).await?;
            return desk.reply(heard, text.into(), None).await;
        }
    }
    if replies::club_refuses(desk, heard, text, message).await?
        || change::said_not_needed(desk, heard, text, message).await?
        || replies::said_without_task(desk, heard, text, message).await?
        || change::cancelled_without_task(desk, heard, text, message).await?
        || change::moved_without_task(desk, heard, text, message).await?
        || request::said(desk, heard, text, message).await?
        || !is_courtesy(text) && !text.contains('?') && duty::words::not_understood(desk, heard).await?
        || replies::said_to_the_last(desk, heard, text, message).await?
        || !is_courtesy(text) && replies::said_to_a_card(desk, heard, text, message).await?
        || !lists::is_only_staff(desk, heard).await? && replies::nothing_to_refuse(desk, heard, text).await?
        || replies::asked_without_task(desk, heard, text, message).await?
    {
        return Ok(());
    }
    if is_courtesy(text) {
        desk.mark(heard, message, faces::NOTED).await?;
        return desk.reply(heard, Message::YouAreWelcome.into(), None).await;
    }
    if trouble::passed_on(desk, heard, text, message).await?
        || trouble::afterwards(desk, heard, text, message).await?
    {
        return Ok(());
    }
    everyday::not_understood(desk, heard, text, message).await
}

async fn wordless(
    desk: &mut Desk<'_>,
    heard: &Heard,
    message: &str,
    reply_to: Option<&str>,
) -> anyhow::Result<()> {
    let before = said_before(desk, heard, Answered { message: reply_to, quoted: None }).await?;
    match before.and_then(|before| before.task_id) {
        Some(task) => replies::wordless(desk, heard, task, message).await,
        None if heard.in_private => desk.reply(heard, Message::OnlyWords.into(), None).await,
        None => Ok(()),
    }
}

/// A thumb on a task's card is a yes; taking it back asks. Other reactions say nothing.
async fn reacted(
    desk: &mut Desk<'_>,
    heard: &Heard,
    message: &str,
    added: &[String],
    removed: &[String],
) -> anyhow::Result<()> {
    let Some(before) = desk.tx.said_before(heard.chat.id, message).await? else { return Ok(()) };
    let Some(task) = before.task_id.filter(|_| matches!(before.purpose, Purpose::Card | Purpose::Question))
    else {
        return Ok(());
    };
    let thumb = |emojis: &[String]| emojis.iter().any(|emoji| emoji.starts_with(THUMB));
    if thumb(removed) && !thumb(added) {
        return replies::thumb_taken_back(desk, heard, task).await;
    }
    if !thumb(added) || heard.account.is_none() {
        return Ok(());
    }
    // A thumb counts only while the card asks: under a full one it is applause.
    let asks = desk.tx.task(task).await?.is_some_and(|task| task.is_hunting());
    if before.purpose == Purpose::Card && !asks {
        return Ok(());
    }
    replies::pressed(desk, heard, task, replies::Answer::Yes { people: None }, replies::Way::Thumb).await
}

/// The `#17` in a text.
pub fn task_number(text: &str) -> Option<crate::domain::ids::TaskNumber> {
    let (_, after) = text.split_once('#')?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).take(9).collect();
    digits.parse().ok().map(crate::domain::ids::TaskNumber)
}
