//! Commands: what each is called with a slash, and the plain words that say the same, in every language.
//!
//! The table is the one home of these names: the menu a platform shows, the reader of `/…` and the reader of plain words all come from it.

mod table;

use table::{Entry, TABLE};

use crate::domain::ids::TaskNumber;
use crate::domain::language::Language;

/// Something one can ask of the dispatcher at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Start,
    AskForHelp,
    MyTasks,
    OpenTasks,
    WhoComes,
    Withdraw,
    Away,
    Back,
    Contact,
    Language,
    DayList,
    History,
    /// Shows the rota, or gives the duty to somebody.
    Duty,
    TakeDuty,
    PutIn,
    WhoCan,
    /// Who can be written to.
    Reach,
    Leave,
    MyData,
    EraseMe,
    Help,
}

impl Command {
    pub const ALL: [Self; 21] = [
        Self::Start,
        Self::AskForHelp,
        Self::MyTasks,
        Self::OpenTasks,
        Self::WhoComes,
        Self::Withdraw,
        Self::Away,
        Self::Back,
        Self::Contact,
        Self::Language,
        Self::DayList,
        Self::History,
        Self::Duty,
        Self::TakeDuty,
        Self::PutIn,
        Self::WhoCan,
        Self::Reach,
        Self::Leave,
        Self::MyData,
        Self::EraseMe,
        Self::Help,
    ];
}

impl Command {
    /// Its name after the slash, as the menu shows it.
    pub fn name(self, language: Language) -> &'static str {
        let [nb, nn, en] = TABLE[self.place()].names;
        match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        }
    }

    fn place(self) -> usize {
        TABLE.iter().position(|entry| entry.command == self).expect("every command stands in the table")
    }
}

/// The command of what stands after the slash ("historikk #17"), and the words after its name. `None`: no command of ours.
pub fn read_command(text: &str) -> Option<(Command, &str)> {
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    // Names are a–z only; people write them as they are spelled.
    let name = name.to_lowercase().replace('å', "a").replace('ø', "o").replace('æ', "ae");
    let is_it = |entry: &&Entry| entry.names.contains(&name.as_str()) || entry.also.contains(&name.as_str());
    TABLE.iter().find(is_it).map(|entry| (entry.command, rest.trim()))
}

/// The command that plain words are ("Hvem kommer på #17?"), and what follows them. A command that takes no more must be all that is said: with
/// more words it is a sentence about something else.
pub fn read_plain_command(text: &str) -> Option<(Command, String)> {
    let text = text.trim().trim_end_matches(['?', '!', '.', ' ']).to_lowercase().replace(['’', '‘'], "'");
    let rest_after = |entry: &Entry, words: &str| {
        let rest = text.strip_prefix(words)?;
        let ends_here = rest.is_empty() || (entry.takes_more && rest.starts_with(char::is_whitespace));
        ends_here.then(|| rest.trim().to_owned())
    };
    let mut found: Option<(usize, Command, String)> = None;
    for entry in &TABLE {
        for words in entry.words {
            let longer = found.as_ref().is_none_or(|(length, ..)| words.len() > *length);
            if let Some(rest) = rest_after(entry, words).filter(|_| longer) {
                found = Some((words.len(), entry.command, rest));
            }
        }
    }
    found.map(|(_, command, rest)| (command, rest))
}

/// The task number in what follows a command: "#17", "på #17", and after a command also plainly "17".
pub fn read_number(words: &str) -> Option<TaskNumber> {
    let digits = match words.split_once('#') {
        Some((_, after)) => after,
        None => {
            words.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?
        }
    };
    let digits: String = digits.chars().take_while(char::is_ascii_digit).take(9).collect();
    digits.parse().ok().map(TaskNumber)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn names_may_be_written_as_they_are_spelled() {
        assert_eq!(read_command("språk nynorsk"), Some((Command::Language, "nynorsk")));
        assert_eq!(read_command("Åpne"), Some((Command::OpenTasks, "")));
        assert_eq!(read_command("ståk"), None);
    }

    #[test]
    fn every_name_is_one_that_platforms_take_and_means_one_thing() {
        let mut meanings: HashMap<&str, Command> = HashMap::new();
        for entry in &TABLE {
            for name in entry.names.iter().chain(entry.also) {
                let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
                assert!((1..=32).contains(&name.len()) && name.bytes().all(fits), "{name}");
                let other = meanings.insert(name, entry.command).filter(|other| *other != entry.command);
                assert_eq!(other, None, "{name}");
                assert_eq!(read_command(name), Some((entry.command, "")), "{name}");
            }
            for language in Language::ALL {
                assert_eq!(read_command(entry.command.name(language)), Some((entry.command, "")));
            }
        }
    }

    #[test]
    fn every_command_stands_in_the_table_once() {
        for command in Command::ALL {
            assert_eq!(TABLE.iter().filter(|entry| entry.command == command).count(), 1, "{command:?}");
        }
    }

    #[test]
    fn every_plain_phrase_is_read_as_it_stands() {
        for entry in &TABLE {
            for words in entry.words {
                assert_eq!(read_plain_command(words), Some((entry.command, String::new())), "{words}");
            }
        }
    }

    #[test]
    fn commands_with_what_follows_them() {
        assert_eq!(read_command("Historikk #17"), Some((Command::History, "#17")));
        assert_eq!(read_command("BORTE 12.–19. desember"), Some((Command::Away, "12.–19. desember")));
        assert_eq!(read_command("vipps 100"), None);
        let plain = |text| read_plain_command(text);
        assert_eq!(plain("Hvem kommer på #17?"), Some((Command::WhoComes, "på #17".to_owned())));
        assert_eq!(plain("Who’s coming?"), Some((Command::WhoComes, String::new())));
        assert_eq!(plain("dagsliste i morgen"), Some((Command::DayList, "i morgen".to_owned())));
        assert_eq!(plain("Ledige oppdrag!"), Some((Command::OpenTasks, String::new())));
    }

    #[test]
    fn a_sentence_about_something_else_is_no_command() {
        for text in [
            "",
            "kontakt meg på onsdag",
            "trenger hjelp til snømåking",
            "hjelp til handling i morgen kl 10",
            "historikken er lang",
            "slett ikke",
            "jeg er ledig",
            "åpne oppdraget",
            "hvem",
        ] {
            assert_eq!(read_plain_command(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_after_a_command() {
        let number = |words| read_number(words).map(|number| number.0);
        assert_eq!(number("på #17"), Some(17));
        assert_eq!(number("17"), Some(17));
        assert_eq!(number("#999999999999"), Some(999_999_999));
        assert_eq!(number("#"), None);
        assert_eq!(number("#sytten"), None);
        assert_eq!(number("i morgen"), None);
        assert_eq!(number(""), None);
    }
}
