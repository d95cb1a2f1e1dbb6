//! Commands: what each is called with a slash, and the plain words that say the same, in every language.
//!
//! The table is the one home of these names: the menu a platform shows, the reader of `/…` and the reader of plain words all come from it.

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

struct Entry {
    command: Command,
    /// After the slash, in bokmål, nynorsk and English: what the menu shows. a–z, 0–9 and _.
    names: [&'static str; 3],
    /// Other words that are taken after the slash.
    also: &'static [&'static str],
    /// Plain words that say the same, in any language.
    words: &'static [&'static str],
    /// Whether more may follow the plain words: a number, a day, the name of a club.
    takes_more: bool,
}

const TABLE: [Entry; 21] = [
    Entry {
        command: Command::Start,
        names: ["start", "start", "start"],
        also: &["koble", "kople", "connect"],
        words: &[],
        takes_more: true,
    },
    Entry {
        command: Command::AskForHelp,
        names: ["behov", "behov", "request"],
        also: &[],
        words: &[],
        takes_more: true,
    },
    Entry {
        command: Command::MyTasks,
        names: ["mine", "mine", "mytasks"],
        also: &["mineoppdrag", "minebehov", "myrequests"],
        words: &[
            "mine oppdrag",
            "oppdragene mine",
            "oppdraga mine",
            "my tasks",
            "mine behov",
            "behovene mine",
            "behova mine",
            "my requests",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::OpenTasks,
        names: ["ledige", "ledige", "open"],
        also: &["opne", "apne"],
        words: &[
            "ledige",
            "ledige oppdrag",
            "åpne oppdrag",
            "opne oppdrag",
            "hva trengs",
            "kva trengst",
            "hva mangler folk",
            "kva manglar folk",
            "mangler folk",
            "manglar folk",
            "hva mangler",
            "kva manglar",
            "what lacks people",
            "open tasks",
            "what is needed",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::WhoComes,
        names: ["hvem", "kven", "who"],
        also: &[],
        words: &[
            "hvem kommer",
            "hvem er med",
            "kven kjem",
            "kven er med",
            "who is coming",
            "who's coming",
            "who comes",
        ],
        takes_more: true,
    },
    Entry {
        command: Command::Withdraw,
        names: ["forfall", "forfall", "withdraw"],
        also: &[],
        words: &[],
        takes_more: true,
    },
    Entry {
        command: Command::Away,
        names: ["borte", "borte", "away"],
        also: &["vekke"],
        words: &[],
        takes_more: true,
    },
    Entry {
        command: Command::Back,
        names: ["tilbake", "tilbake", "back"],
        also: &["attende"],
        words: &[
            "tilbake",
            "attende",
            "jeg er tilbake",
            "eg er tilbake",
            "eg er attende",
            "i am back",
            "i'm back",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::Contact,
        names: ["kontakt", "kontakt", "contact"],
        also: &[],
        words: &[
            "kontakt",
            "hvem kan jeg ringe",
            "kven kan eg ringje",
            "kven kan eg ringe",
            "contact",
            "whom can i ring",
            "who can i ring",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::Language,
        names: ["sprak", "sprak", "language"],
        also: &["spraak"],
        words: &["språk", "bytt språk", "byt språk", "language"],
        takes_more: false,
    },
    Entry {
        command: Command::DayList,
        names: ["dagsliste", "dagsliste", "daylist"],
        also: &["dagslista", "dagslisten"],
        words: &["dagsliste", "dagslista", "dagslisten", "day list"],
        takes_more: true,
    },
    Entry {
        command: Command::History,
        names: ["historikk", "historikk", "history"],
        also: &[],
        words: &["historikk", "history"],
        takes_more: true,
    },
    Entry {
        command: Command::Leave,
        names: ["slutt", "slutt", "leave"],
        also: &["meldut"],
        words: &[
            "meld meg ut",
            "jeg vil slutte",
            "jeg slutter",
            "eg vil slutte",
            "eg sluttar",
            "i want to leave",
        ],
        takes_more: true,
    },
    Entry {
        command: Command::MyData,
        names: ["minedata", "minedata", "mydata"],
        also: &[],
        words: &[
            "mine data",
            "hva har du om meg",
            "hva vet du om meg",
            "kva har du om meg",
            "kva veit du om meg",
            "my data",
            "what do you have on me",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::EraseMe,
        names: ["slettmeg", "slettmeg", "eraseme"],
        also: &[],
        words: &["slett meg", "slett alt om meg", "erase me", "delete me"],
        takes_more: false,
    },
    Entry {
        command: Command::Duty,
        names: ["vakt", "vakt", "duty"],
        also: &["vakta", "vakten"],
        words: &[
            "vakt",
            "vakta",
            "vakten",
            "hvem har vakt",
            "hvem har vakten",
            "kven har vakt",
            "kven har vakta",
            "hvem er på vakt",
            "kven er på vakt",
            "hvem har vakt nå",
            "duty",
            "who is on duty",
            "who's on duty",
        ],
        takes_more: true,
    },
    Entry {
        command: Command::TakeDuty,
        names: ["tarvakt", "tekvakt", "takeduty"],
        also: &["jegtar", "overtar", "overta", "takeover"],
        words: &[
            "tar vakten",
            "tar vakta",
            "tek vakta",
            "jeg tar vakten",
            "jeg tar vakta",
            "eg tek vakta",
            "tar over",
            "tek over",
            "jeg tar over",
            "eg tek over",
            "overtar",
            "overtar vakten",
            "i take the duty",
            "i take over",
            "i'm taking over",
        ],
        takes_more: false,
    },
    Entry {
        command: Command::PutIn,
        names: ["settinn", "setinn", "putin"],
        also: &[],
        words: &["sett inn", "set inn", "sett opp", "set opp", "put in"],
        takes_more: true,
    },
    Entry {
        command: Command::WhoCan,
        names: ["hvemkan", "kvenkan", "whocan"],
        also: &[],
        words: &["hvem kan ta", "hvem kan", "kven kan ta", "kven kan", "who can take", "who can"],
        takes_more: true,
    },
    Entry {
        command: Command::Reach,
        names: ["hvemnaar", "kvennaar", "reach"],
        also: &["hvemnar", "kvennar"],
        words: &[
            "hvem når vi",
            "hvem når du",
            "hvem kan du skrive til",
            "kven når vi",
            "kven når du",
            "kven kan du skrive til",
            "who can we reach",
            "who can you reach",
            "whom do we reach",
        ],
        takes_more: true,
    },
    Entry {
        command: Command::Help,
        names: ["hjelp", "hjelp", "help"],
        also: &["hjelpe"],
        words: &["hjelp", "hva kan du", "kva kan du", "help", "what can you do"],
        takes_more: false,
    },
];

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
