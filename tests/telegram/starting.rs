//! The start: who the bot is, its menu and descriptions, and a network that is not there yet.

use std::time::Duration;

use serde_json::json;
use tannhjul::chat::Chat;
use tannhjul::chat::telegram::poll::poll;
use tannhjul::chat::telegram::start::introduce;
use tannhjul::chat::telegram::{Api, Connection, Introduction, Pace, Receiving, TelegramChat};
use tannhjul::clock::Clock;
use tokio::sync::watch;

use crate::bot_api::{BotApi, Fault, TOKEN};
use crate::kept::Kept;

fn api(telegram: &BotApi) -> Api {
    Api::new(TOKEN, &telegram.url(), Duration::from_secs(10)).expect("an api")
}

fn introduction(language: Option<&str>, help: &str) -> Introduction {
    Introduction {
        language: language.map(str::to_owned),
        commands: vec![
            ("hjelp".to_owned(), help.to_owned()),
            ("påmeld".to_owned(), "not a name Telegram takes".to_owned()),
        ],
        group_commands: vec![("kontakt".to_owned(), help.to_owned())],
        description: "ø".repeat(600),
        short_description: "Tannhjul".to_owned(),
    }
}

#[tokio::test]
async fn the_menu_is_set_once_in_each_language() {
    let telegram = BotApi::start().await;
    let api = api(&telegram);
    let introductions =
        [introduction(None, "Hjelp"), introduction(Some("nn"), "Hjelp"), introduction(Some("en"), "Help")];
    assert_eq!(introduce(&api, &introductions).await, 0);
    let set = telegram.calls("setMyCommands");
    // A menu for private chats and one for groups.
    assert_eq!(set.len(), 6);
    let menu = |command: &str, scope: &str| {
        let commands = json!([{"command": command, "description": "Help"}]);
        json!({"commands": commands, "scope": {"type": scope}, "language_code": "en"})
    };
    assert_eq!(set[4].body, menu("hjelp", "all_private_chats"));
    assert_eq!(set[5].body, menu("kontakt", "all_group_chats"));
    let description = telegram.calls("setMyDescription")[0].body["description"].as_str().map(str::to_owned);
    assert_eq!(description.map(|text| text.chars().count()), Some(512));
    // The next start finds everything as it should be.
    assert_eq!(introduce(&api, &introductions).await, 0);
    for (method, calls) in [("setMyCommands", 6), ("setMyDescription", 3), ("setMyShortDescription", 3)] {
        assert_eq!(telegram.calls(method).len(), calls, "{method}");
    }
    // One thing that can't be set does not keep the others from being set.
    telegram.fail("getMyCommands", Fault::TooManyRequests { retry_after: 3600 });
    let other = [introduction(None, "Hjelp deg"), introduction(Some("en"), "Help you")];
    assert_eq!(introduce(&api, &other).await, 1);
    assert_eq!(telegram.calls("setMyCommands").len(), 9);
}

#[tokio::test]
async fn a_network_that_is_not_there_yet_is_waited_for() {
    let (telegram, inbox, clock) = (BotApi::start().await, Kept::default(), Clock::system());
    for fault in [
        Fault::Cut,
        Fault::Gateway { status: 502 },
        Fault::Refused { code: 401, description: "Unauthorized" },
    ] {
        telegram.fail("getMe", fault);
    }
    telegram.private("Kari").starts("Kari", "abc");
    let chat = TelegramChat::new(api(&telegram), None);
    assert_eq!(chat.start_link("abc"), None);
    let (stop, shutdown) = watch::channel(false);
    let pace = Pace {
        first_wait: Duration::from_millis(1),
        longest_wait: Duration::from_millis(2),
        ..Pace::default()
    };
    let (state, _receiving) = watch::channel(Receiving::NotYet);
    let connection = Connection { chat: &chat, pace, state, shutdown };
    let introductions = [introduction(None, "Hjelp")];
    let scene = async {
        inbox.has(1).await;
        telegram.called("setMyShortDescription", 1).await;
        stop.send_replace(true);
    };
    let both = futures_util::future::join(poll(connection, &inbox, &clock, 0, &introductions), scene);
    tokio::time::timeout(Duration::from_secs(20), both).await.expect("it ends");
    assert_eq!(chat.start_link("abc-1_2").as_deref(), Some("https://t.me/tannhjul_bot?start=abc-1_2"));
    assert_eq!(chat.start_link("").as_deref(), Some("https://t.me/tannhjul_bot"));
    for not_a_code in ["å", "a b", &"x".repeat(65)] {
        assert_eq!(chat.start_link(not_a_code), None);
    }
    let known = TelegramChat::new(api(&telegram), Some("tannhjul_bot".to_owned()));
    assert!(known.start_link("abc").is_some());
}
