//! The small everyday commands: help, language, my tasks, whom to ring.

use super::desk::{Desk, Heard};
use super::faces;
use crate::domain::language::Language;
use crate::domain::task::SignupState;
use crate::text::{Button, Message, Said, Target};

/// What the bot is for and how to talk to it.
pub async fn help(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut lines = vec![Message::Help];
    for person in &heard.people {
        let standing = desk.standing(person).await?;
        if standing.may(crate::domain::permission::Act::AskForHelp, Default::default()) {
            lines.push(Message::HelpStaff);
            break;
        }
    }
    desk.reply(heard, Said::new(lines), Some(message)).await
}

/// `/spraak`: shows the languages, or changes to one.
pub async fn language(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let wanted = match words.trim().to_lowercase().as_str() {
        "bokmål" | "bokmal" | "norsk" => Some(Language::Nb),
        "nynorsk" => Some(Language::Nn),
        "english" | "engelsk" => Some(Language::En),
        code => Language::from_code(code),
    };
    let Some(language) = wanted else {
        let said = Said::from(Message::WhichLanguage).row([
            Button::new(Message::Bokmal, "lang:nb"),
            Button::new(Message::Nynorsk, "lang:nn"),
            Button::new(Message::English, "lang:en"),
        ]);
        return desk.reply(heard, said, Some(message)).await;
    };
    set_language(desk, heard, language).await?;
    let heard = in_language(heard, language);
    desk.reply(&heard, Message::LanguageSet.into(), Some(message)).await
}

pub async fn language_pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    language: Language,
    press: &str,
) -> anyhow::Result<()> {
    set_language(desk, heard, language).await?;
    desk.refuse_press(&in_language(heard, language), press, Message::LanguageSet.into()).await
}

/// In a group the group's language, in private the person's own.
async fn set_language(desk: &mut Desk<'_>, heard: &Heard, language: Language) -> anyhow::Result<()> {
    if let Some(group) = heard.group.as_ref().filter(|_| !heard.in_private) {
        desk.tx.set_group_language(group.id, language).await?;
        return Ok(());
    }
    for person in &heard.people {
        desk.tx.set_language(person.id, language).await?;
    }
    Ok(())
}

fn in_language(heard: &Heard, language: Language) -> Heard {
    let mut heard = heard.clone();
    for person in &mut heard.people {
        person.language = language;
    }
    if let Some(group) = &mut heard.group {
        group.language = language;
    }
    heard
}

/// What the person has said yes to and waits for.
pub async fn my_tasks(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    let mut said = Said::new([]);
    for person in heard.people.clone() {
        for (state, reserve) in [(SignupState::Placed, false), (SignupState::Reserve, true)] {
            for id in desk.tx.tasks_of(person.id, state, desk.now).await? {
                let Some(task) = desk.tx.task(id).await? else { continue };
                let calendar = desk.calendar(task.municipality).await?;
                let (number, service, window) =
                    (task.number, task.service, faces::window_of(&task, person.id, &calendar));
                lines.push(match reserve {
                    false => Message::MyPlace { number, service, window },
                    true => Message::MyReserve { number, service, window },
                });
                if !reserve && heard.in_private && said.buttons.len() < 6 && desk.around.public_url.is_some()
                {
                    said = said.row([
                        Button { label: Message::OpenNumber { number }, target: Target::Task(task.id) },
                        Button::new(Message::WithdrawNumber { number }, format!("no:{}", task.id.0)),
                    ]);
                }
            }
        }
    }
    if lines.is_empty() {
        lines.push(Message::NoTasks);
    }
    said.lines = lines;
    desk.reply(heard, said, Some(message)).await
}

/// A living contact who answers.
pub async fn contact(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let municipality =
        heard.group.as_ref().map(|g| g.municipality_id).or(heard.people.first().map(|p| p.municipality_id));
    let Some(municipality) = municipality else {
        return desk.reply(heard, Message::HelloStranger.into(), Some(message)).await;
    };
    let (town, calendar) = desk.town(municipality).await?;
    let duty = desk.on_duty(municipality, &calendar).await?;
    let text = match duty.first() {
        Some(person) => {
            let person = desk.tx.person(*person).await?;
            Message::Contact { name: person.name, phone: person.phone.unwrap_or(town.phone) }
        }
        None => Message::Contact { name: town.name, phone: town.phone },
    };
    desk.reply(heard, text.into(), Some(message)).await
}
