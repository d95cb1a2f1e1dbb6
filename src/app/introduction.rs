//! What the bot says of itself on a platform that asks: its menus of commands and its descriptions, in every language.

use crate::chat::telegram::Introduction;
use crate::domain::language::Language;
use crate::language::command::Command;
use crate::text::Message;

/// The menu in private. What only the municipality uses stands in its help and not here, where everybody would read it.
const IN_PRIVATE: [(Command, Message); 11] = [
    (Command::MyTasks, Message::MenuMyTasks),
    (Command::OpenTasks, Message::MenuOpenTasks),
    (Command::WhoComes, Message::MenuWhoComes),
    (Command::Withdraw, Message::MenuWithdraw),
    (Command::Away, Message::MenuAway),
    (Command::Contact, Message::MenuContact),
    (Command::Language, Message::MenuLanguage),
    (Command::Leave, Message::MenuLeave),
    (Command::MyData, Message::MenuMyData),
    (Command::EraseMe, Message::MenuEraseMe),
    (Command::Help, Message::MenuHelp),
];

/// The menu in groups: what everybody there may read the answer to, or has an answer in private.
const IN_GROUPS: [(Command, Message); 7] = [
    (Command::AskForHelp, Message::MenuRequest),
    (Command::OpenTasks, Message::MenuOpenTasks),
    (Command::WhoComes, Message::MenuWhoComes),
    (Command::Withdraw, Message::MenuWithdraw),
    (Command::Contact, Message::MenuContact),
    (Command::Language, Message::MenuLanguage),
    (Command::Help, Message::MenuHelp),
];

/// One introduction a language, and one in bokmål for everybody else.
pub fn introductions() -> Vec<Introduction> {
    let default = Introduction { language: None, ..introduction(Language::Nb) };
    std::iter::once(default).chain(Language::ALL.map(introduction)).collect()
}

fn introduction(language: Language) -> Introduction {
    Introduction {
        language: Some(language.code().to_owned()),
        commands: menu(&IN_PRIVATE, language),
        group_commands: menu(&IN_GROUPS, language),
        description: Message::BotDescription.in_language(language),
        short_description: Message::BotShortDescription.in_language(language),
    }
}

fn menu(commands: &[(Command, Message)], language: Language) -> Vec<(String, String)> {
    commands
        .iter()
        .map(|(command, what)| (command.name(language).to_owned(), what.in_language(language)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::command::read_command;

    #[test]
    fn every_entry_of_a_menu_is_understood_as_what_it_says() {
        for introduction in introductions() {
            for (menu, table) in
                [(&introduction.commands, &IN_PRIVATE[..]), (&introduction.group_commands, &IN_GROUPS[..])]
            {
                let understood: Vec<_> = menu.iter().map(|(name, _)| read_command(name)).collect();
                let meant: Vec<_> = table.iter().map(|(command, _)| Some((*command, ""))).collect();
                assert_eq!(understood, meant, "{:?}", introduction.language);
                assert!(menu.iter().all(|(_, what)| !what.is_empty() && what.chars().count() <= 256));
            }
        }
    }

    /// What is not in a menu is said in the help of those who may use it.
    #[test]
    fn every_command_is_in_a_menu_or_in_somebodys_help() {
        for language in Language::ALL {
            let help = [Message::Help, Message::HelpStaff, Message::HelpCoordinator, Message::HelpYourself]
                .map(|help| help.in_language(language))
                .join("\n");
            for command in Command::ALL {
                let in_menu = IN_PRIVATE.iter().chain(&IN_GROUPS).any(|(of, _)| *of == command);
                let name = format!("/{}", command.name(language));
                // Joining is explained to those who have not joined.
                assert!(
                    in_menu || help.contains(&name) || command == Command::Start,
                    "{name} in {language:?}"
                );
            }
        }
    }
}
