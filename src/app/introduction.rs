//! What the bot says of itself on a platform that asks: its menu of commands and its descriptions, in every language.

use crate::chat::telegram::Introduction;
use crate::domain::language::Language;
use crate::text::Message;

/// The menu's commands, each with its name in Norwegian and in English.
const COMMANDS: [(&str, &str, Message); 6] = [
    ("behov", "request", Message::MenuRequest),
    ("mine", "mytasks", Message::MenuMyTasks),
    ("forfall", "withdraw", Message::MenuWithdraw),
    ("kontakt", "contact", Message::MenuContact),
    ("sprak", "language", Message::MenuLanguage),
    ("hjelp", "help", Message::MenuHelp),
];

/// One introduction a language, and one in bokmål for everybody else.
pub fn introductions() -> Vec<Introduction> {
    let default = Introduction { language: None, ..introduction(Language::Nb) };
    std::iter::once(default).chain(Language::ALL.map(introduction)).collect()
}

fn introduction(language: Language) -> Introduction {
    let name = |norwegian: &'static str, english: &'static str| match language {
        Language::Nb | Language::Nn => norwegian,
        Language::En => english,
    };
    Introduction {
        language: Some(language.code().to_owned()),
        commands: COMMANDS
            .iter()
            .map(|(norwegian, english, what)| {
                (name(norwegian, english).to_owned(), what.in_language(language))
            })
            .collect(),
        description: Message::BotDescription.in_language(language),
        short_description: Message::BotShortDescription.in_language(language),
    }
}
