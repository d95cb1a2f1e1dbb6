//! Commands: with a slash anywhere, and in plain words in private.

use super::desk::{Desk, Heard};
use super::{
    absence, day_list, erasure, everyday, history, join, leave, lists, private, reach, replies, request,
    rota, who_can, who_comes,
};
use crate::language::absence::tells_of_absence;
use crate::language::command::{Command, read_command, read_number, read_plain_command};
use crate::store::outbox::SaidBefore;
use crate::text::Message;

/// Where a command was said.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The message that says it.
    pub message: &'a str,
    /// The bot's message that it answers.
    pub before: Option<&'a SaidBefore>,
}

/// Something with a slash.
pub async fn slashed(desk: &mut Desk<'_>, heard: &Heard, text: &str, place: Place<'_>) -> anyhow::Result<()> {
    match read_command(text) {
        Some((command, words)) => said(desk, heard, command, words, place).await,
        // In a group it may be meant for another bot.
        None if !heard.in_private => Ok(()),
        None => desk.reply(heard, Message::UnknownCommand.into(), None).await,
    }
}

/// A command in plain words, in private. `false`: it is none.
pub async fn plain(desk: &mut Desk<'_>, heard: &Heard, text: &str, place: Place<'_>) -> anyhow::Result<bool> {
    let (command, words) = match read_plain_command(text) {
        Some(read) => read,
        None if tells_of_absence(text) => (Command::Away, text.to_owned()),
        None => return Ok(false),
    };
    said(desk, heard, command, &words, place).await?;
    Ok(true)
}

async fn said(
    desk: &mut Desk<'_>,
    heard: &Heard,
    command: Command,
    words: &str,
    place: Place<'_>,
) -> anyhow::Result<()> {
    let message = place.message;
    match command {
        Command::Start => return join::start(desk, heard, words, message).await,
        Command::AskForHelp => return request::command(desk, heard, words, message).await,
        Command::Help => return everyday::help(desk, heard, message).await,
        Command::Language => return everyday::language(desk, heard, words, message).await,
        Command::Contact => return everyday::contact(desk, heard, message).await,
        // Whoever has written here has left something behind, known or not.
        Command::MyData => return erasure::my_data(desk, heard, message).await,
        Command::EraseMe => return erasure::ask(desk, heard, message).await,
        _ => {}
    }
    if heard.in_private && heard.people.is_empty() {
        return desk.reply(heard, Message::HelloStranger.into(), None).await;
    }
    match command {
        Command::MyTasks => lists::mine(desk, heard, message).await,
        Command::OpenTasks => lists::open(desk, heard, message).await,
        Command::WhoComes => who_comes::asked(desk, heard, words, place).await,
        Command::Withdraw => withdraw(desk, heard, words, place).await,
        Command::Away => absence::away(desk, heard, words, message).await,
        Command::Back => absence::back(desk, heard, message).await,
        Command::DayList => day_list::asked(desk, heard, words, message).await,
        Command::History => history::asked(desk, heard, words, place).await,
        Command::Duty => rota::asked(desk, heard, words, message).await,
        Command::TakeDuty => rota::take_over(desk, heard, message).await,
        Command::PutIn => who_can::put_in_by_name(desk, heard, words, place).await,
        Command::WhoCan => who_can::asked(desk, heard, words, place).await,
        Command::Reach => reach::list::asked(desk, heard, words, message).await,
        Command::Leave => leave::ask(desk, heard, words, message).await,
        Command::Start
        | Command::AskForHelp
        | Command::Help
        | Command::Language
        | Command::Contact
        | Command::MyData
        | Command::EraseMe => Ok(()),
    }
}

/// `/forfall`: from the task that is answered, from the one with this number, or from the only one.
async fn withdraw(
    desk: &mut Desk<'_>,
    heard: &Heard,
    words: &str,
    Place { message, before }: Place<'_>,
) -> anyhow::Result<()> {
    const WORDS: &str = "må melde forfall";
    if let Some(task) = before.and_then(|before| before.task_id) {
        return replies::said(desk, heard, task, WORDS, message, false).await;
    }
    if let Some(number) = read_number(words) {
        for person in heard.people.clone() {
            // Whoever has nothing to do with a task is not told whether it is there.
            let Some(id) = desk.tx.task_by_number(person.municipality_id, number).await? else { continue };
            let Some(task) = desk.tx.task(id).await? else { continue };
            if task.signup(person.id).is_some() || task.offer_to(person.id).is_some() {
                return replies::said(desk, heard, id, WORDS, message, false).await;
            }
        }
        return private::reply(desk, heard, Message::UnknownNumber { number }.into(), message).await;
    }
    if replies::said_without_task(desk, heard, &format!("{WORDS} {words}"), message).await? {
        return Ok(());
    }
    private::reply(desk, heard, Message::NoTasks.into(), message).await
}
