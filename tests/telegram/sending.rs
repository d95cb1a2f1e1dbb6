//! Deliveries over HTTP, and what each way of going wrong becomes.

use std::time::Duration;

use expect_test::expect;
use tannhjul::chat::limits::Rates;
use tannhjul::chat::telegram::{Api, TELEGRAM, TelegramChat};
use tannhjul::chat::{Address, Button, Chat, Delivery, Document, SendError, Target, Text};

use crate::bot_api::{BotApi, Fault, Presence, Room, TOKEN};

/// Long enough for a slow machine, short enough for silence.
const PATIENCE: Duration = Duration::from_secs(10);

fn chat(telegram: &BotApi) -> TelegramChat {
    TelegramChat::new(Api::new(TOKEN, &telegram.url(), PATIENCE).expect("an api"), None)
}

fn to(room: &Room) -> Address {
    Address { chat: room.id.to_string(), thread: None }
}

fn text(body: &str) -> Text {
    Text { body: body.to_owned(), buttons: Vec::new() }
}

fn data(label: &str, data: &str) -> Button {
    Button { label: label.to_owned(), target: Target::Data(data.to_owned()) }
}

fn post(room: &Room, body: &str) -> Delivery {
    Delivery::Post { to: to(room), text: text(body), reply_to: None }
}

fn edit(room: &Room, message: &str, body: &str) -> Delivery {
    Delivery::Edit { to: to(room), message: message.to_owned(), text: text(body) }
}

fn react(room: &Room, message: &str, emoji: &str) -> Delivery {
    Delivery::React { to: to(room), message: message.to_owned(), emoji: emoji.to_owned() }
}

/// Posts `body` and gives the message's number.
async fn posted(chat: &TelegramChat, room: &Room, body: &str) -> String {
    chat.deliver(post(room, body)).await.expect("posted").message.expect("a number")
}

#[tokio::test]
async fn a_card_is_posted_edited_and_answered() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let card = |free: &str| Text {
        body: format!("Oppdrag #17: <b>Snømåking</b> & *salt_\n{free}"),
        buttons: vec![
            vec![data("Jeg kan", "t:17:yes"), data("Kan ikke", "t:17:no")],
            vec![Button {
                label: "Åpne chat med meg".to_owned(),
                target: Target::Link("https://t.me/tannhjul_bot?start=hei".to_owned()),
            }],
        ],
    };
    let delivered =
        chat.deliver(Delivery::Post { to: to(&group), text: card("Ledig: 2"), reply_to: None }).await;
    let message = delivered.expect("posted").message.expect("a number");
    let reply = group.answers("Kari", message.parse().expect("a number"), "tar den");
    let press = group.presses("Kari", message.parse().expect("a number"), "Jeg kan");
    let edit = || Delivery::Edit { to: to(&group), message: message.clone(), text: card("Ledig: 1") };
    chat.deliver(edit()).await.expect("edited");
    chat.deliver(edit()).await.expect("an edit that changes nothing is done");
    chat.deliver(react(&group, &reply.to_string(), "👍")).await.expect("reacted");
    let answer = Delivery::AnswerPress { press: press.clone(), text: "Takk!".to_owned() };
    chat.deliver(answer).await.expect("answered");
    assert_eq!(telegram.answer_to(&press), Some(("Takk!".to_owned(), true)));
    expect![[r#"
        1 bot: Oppdrag #17: <b>Snømåking</b> & *salt_
        Ledig: 1 [Jeg kan] [Kan ikke] [Åpne chat med meg]
        2 Kari (to 1): tar den (bot 👍)
    "#]]
    .assert_eq(&group.transcript());

    chat.deliver(react(&group, &reply.to_string(), "")).await.expect("taken back");
    chat.deliver(Delivery::Delete { to: to(&group), message }).await.expect("deleted");
    expect![[r#"
        2 Kari (to 1): tar den
    "#]]
    .assert_eq(&group.transcript());
    let sent = &telegram.calls("sendMessage")[0].body;
    assert!(sent.get("parse_mode").is_none(), "{sent}");
    assert_eq!(sent["link_preview_options"]["is_disabled"], true);
}

#[tokio::test]
async fn a_reply_goes_to_its_message_and_outlives_it() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Eva"]);
    let chat = chat(&telegram);
    let asked = group.says("Eva", "hvor er det?");
    let reply = |to_message: &str| Delivery::Post {
        to: to(&group),
        text: text("I Sentrum."),
        reply_to: Some(to_message.to_owned()),
    };
    chat.deliver(reply(&asked.to_string())).await.expect("replied");
    group.deletes(asked);
    chat.deliver(reply(&asked.to_string())).await.expect("posted all the same");
    chat.deliver(reply("of another platform")).await.expect("posted all the same");
    let answered: Vec<_> = group.posts().iter().map(|post| post.reply_to).collect();
    assert_eq!(answered, [Some(asked), None, None]);
}

#[tokio::test]
async fn a_person_who_can_not_be_written_to_is_told_from_a_group_that_is_gone() {
    let telegram = BotApi::start().await;
    let chat = chat(&telegram);
    let kari = telegram.private("Kari");
    assert_eq!(chat.deliver(post(&kari, "hei")).await, Err(SendError::Blocked));
    kari.starts("Kari", "abc");
    chat.deliver(post(&kari, "hei")).await.expect("posted");
    kari.blocks("Kari");
    assert_eq!(chat.deliver(post(&kari, "hei")).await, Err(SendError::Blocked));
    kari.starts("Kari", "");
    chat.deliver(post(&kari, "hei")).await.expect("posted");

    let group = telegram.group("Fjellvik IL", &["Kari"]);
    group.bot_becomes("Kari", Presence::Out);
    assert_eq!(chat.deliver(post(&group, "hei")).await, Err(SendError::Gone));
    let nowhere = |chat: &str| Delivery::Post {
        to: Address { chat: chat.to_owned(), thread: None },
        text: text("hei"),
        reply_to: None,
    };
    assert_eq!(chat.deliver(nowhere("-77")).await, Err(SendError::Gone));
    assert_eq!(chat.deliver(nowhere("77")).await, Err(SendError::Blocked));
    assert!(matches!(chat.deliver(nowhere("a@b.no")).await, Err(SendError::Refused(_))));
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_says_where_it_is() {
    let telegram = BotApi::start().await;
    let group = telegram.group("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let card = posted(&chat, &group, "Oppdrag #17").await;
    let supergroup = group.upgrades("Kari");
    let moved = Err(SendError::Moved(supergroup.id.to_string()));
    assert_eq!(chat.deliver(post(&group, "hei")).await, moved);
    assert_eq!(chat.deliver(edit(&group, &card, "hei")).await, moved);
    assert_eq!(chat.deliver(edit(&supergroup, &card, "hei")).await, Err(SendError::MessageGone));
    chat.deliver(post(&supergroup, "hei")).await.expect("posted");
}

#[tokio::test]
async fn a_message_that_is_gone_is_told_from_everything_else() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let theirs = group.says("Kari", "hei").to_string();
    let gone = Err(SendError::MessageGone);
    assert_eq!(chat.deliver(edit(&group, "999", "x")).await, gone);
    assert_eq!(chat.deliver(edit(&group, &theirs, "x")).await, gone);
    assert_eq!(chat.deliver(react(&group, "999", "👍")).await, gone);
    assert_eq!(chat.deliver(Delivery::Delete { to: to(&group), message: "999".to_owned() }).await, gone);
    assert_eq!(chat.deliver(edit(&group, "no number", "x")).await, gone);
    let not_mine = chat.deliver(Delivery::Delete { to: to(&group), message: theirs }).await;
    assert_eq!(not_mine, Err(SendError::Refused("Bad Request: message can't be deleted".to_owned())));
}

#[tokio::test]
async fn a_press_is_answered_even_when_it_is_too_late() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let buttons = vec![vec![data("Jeg kan", "yes")]];
    let card = Text { body: "Oppdrag #17".to_owned(), buttons };
    let card = chat.deliver(Delivery::Post { to: to(&group), text: card, reply_to: None }).await;
    let card = card.expect("posted").message.expect("a number").parse().expect("a number");
    let answer = |press: &str, text: String| Delivery::AnswerPress { press: press.to_owned(), text };
    let press = group.presses("Kari", card, "Jeg kan");
    chat.deliver(answer(&press, String::new())).await.expect("answered");
    assert_eq!(telegram.answer_to(&press), Some((String::new(), false)));
    let press = group.presses("Kari", card, "Jeg kan");
    chat.deliver(answer(&press, "🛷".repeat(150))).await.expect("a long answer is cut");
    let words = telegram.answer_to(&press).expect("an answer").0;
    assert!(words.ends_with('…') && words.encode_utf16().count() <= 200);
    telegram.expires(&press);
    chat.deliver(answer(&press, "x".to_owned())).await.expect("too late is done");
    chat.deliver(answer("of another bot", "x".to_owned())).await.expect("unknown is done");
}

#[tokio::test]
async fn a_long_text_becomes_several_messages_and_a_long_edit_is_cut() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let line = "Oppdrag #17: Snømåking 🛷 i Sentrum\n";
    let long = Text { body: line.repeat(300), buttons: vec![vec![data("Jeg kan", "yes")]] };
    let asked = group.says("Kari", "/oppdrag").to_string();
    let delivered =
        chat.deliver(Delivery::Post { to: to(&group), text: long.clone(), reply_to: Some(asked) }).await;
    let posts = group.posts();
    assert_eq!(posts.len(), 3);
    for post in &posts {
        assert!(post.text.encode_utf16().count() <= 4096);
        assert!(post.text.lines().all(|shown| shown == line.trim_end()));
    }
    assert_eq!(posts.iter().map(|post| post.text.lines().count()).sum::<usize>(), 300);
    let with_buttons: Vec<_> = posts.iter().map(|post| post.markup.is_object()).collect();
    assert_eq!(with_buttons, [false, false, true]);
    assert_eq!(posts.iter().map(|post| post.reply_to.is_some()).collect::<Vec<_>>(), [true, false, false]);
    let last = posts[2].id.to_string();
    assert_eq!(delivered.expect("posted").message.as_deref(), Some(last.as_str()));
    chat.deliver(Delivery::Edit { to: to(&group), message: last, text: long }).await.expect("edited");
    assert!(group.posts()[2].text.ends_with('…'));
}

#[tokio::test]
async fn a_button_that_can_not_be_is_refused_without_a_call() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let with = |button: Button| Delivery::Post {
        to: to(&group),
        text: Text { body: "Oppdrag #17".to_owned(), buttons: vec![vec![button]] },
        reply_to: None,
    };
    chat.deliver(with(data("Ja", &"ø".repeat(32)))).await.expect("64 bytes go");
    for wrong in [
        data("Ja", &"ø".repeat(33)),
        data("Ja", ""),
        Button { label: "Åpne".to_owned(), target: Target::Link("fjellvik, til høyre".to_owned()) },
    ] {
        assert!(matches!(chat.deliver(with(wrong)).await, Err(SendError::Refused(_))));
    }
    assert_eq!(telegram.calls("sendMessage").len(), 1);
    let private = Target::Link("https://localhost/o/secret".to_owned());
    match chat.deliver(with(Button { label: "Åpne".to_owned(), target: private })).await {
        Err(SendError::Refused(words)) => assert!(!words.contains("secret"), "{words}"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_closed_topic_does_not_swallow_a_post() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    let topic = group.opens_topic("Kari", "Frivillige");
    let in_topic = |topic: i64| Delivery::Post {
        to: Address { chat: group.id.to_string(), thread: Some(topic.to_string()) },
        text: text("Oppdrag #17"),
        reply_to: None,
    };
    chat.deliver(in_topic(topic)).await.expect("posted");
    group.closes_topic(topic);
    chat.deliver(in_topic(topic)).await.expect("posted in the group");
    chat.deliver(in_topic(999)).await.expect("posted in the group");
    let threads: Vec<_> = group.posts().iter().map(|post| post.thread).collect();
    assert_eq!(threads, [Some(topic), None, None]);
}

#[tokio::test]
async fn each_way_of_going_wrong_is_told_apart_and_none_tells_the_token() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = TelegramChat::new(
        Api::new(TOKEN, &telegram.url(), Duration::from_millis(300)).expect("an api"),
        None,
    );
    let temporary = [
        Fault::Refused { code: 500, description: "Internal Server Error" },
        Fault::Refused { code: 401, description: "Unauthorized" },
        Fault::Gateway { status: 502 },
        Fault::Gateway { status: 403 },
        Fault::Cut,
        Fault::DoneThenCut,
        Fault::DoneThenHalf,
        Fault::Silence,
    ];
    for fault in temporary {
        telegram.fail("sendMessage", fault.clone());
        match chat.deliver(post(&group, "hei")).await {
            Err(error @ SendError::Temporary(_)) => {
                let shown = format!("{error} {error:?}");
                let (_, secret) = TOKEN.split_once(':').expect("a colon");
                assert!(!shown.contains(secret) && !shown.contains("/bot"), "{fault:?}: {shown}");
            }
            other => panic!("{fault:?}: {other:?}"),
        }
    }
    telegram.fail("sendMessage", Fault::TooManyRequests { retry_after: 7 });
    assert_eq!(chat.deliver(post(&group, "hei")).await, Err(SendError::RetryAfter(Duration::from_secs(7))));
    telegram.fail("sendMessage", Fault::Refused { code: 400, description: "Bad Request: chat not found" });
    assert_eq!(chat.deliver(post(&group, "hei")).await, Err(SendError::Gone));
    chat.deliver(post(&group, "hei")).await.expect("and then it goes");

    let nobody = TelegramChat::new(Api::new(TOKEN, "http://127.0.0.1:1", PATIENCE).expect("an api"), None);
    match nobody.deliver(post(&group, "hei")).await {
        Err(SendError::Temporary(words)) => assert!(!words.contains("fake-token"), "{words}"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_platform_keeps_its_limits_and_says_so() {
    let telegram = BotApi::start().await;
    let group = telegram.supergroup("Fjellvik IL", &["Kari"]);
    let chat = chat(&telegram);
    assert_eq!(chat.rates(), Rates::UNTIL_REFUSED);
    telegram.keeps_limits(true);
    let card = posted(&chat, &group, "Oppdrag #17").await;
    for count in 0..4 {
        chat.deliver(edit(&group, &card, &format!("Ledig: {count}"))).await.expect("edited");
    }
    match chat.deliver(edit(&group, &card, "Ledig: 9")).await {
        Err(SendError::RetryAfter(wait)) => assert!(wait <= Duration::from_secs(5), "{wait:?}"),
        other => panic!("{other:?}"),
    }
    let kari = telegram.private("Kari");
    kari.starts("Kari", "");
    chat.deliver(post(&kari, "hei")).await.expect("another chat does not wait");
    // A server that has refused something for its limits is taken to keep Telegram's from then on; Telegram's own is from the beginning.
    assert_eq!(chat.rates(), Rates::TELEGRAM);
    let telegram = TelegramChat::new(Api::new(TOKEN, TELEGRAM, PATIENCE).expect("an api"), None);
    assert_eq!(telegram.rates(), Rates::TELEGRAM);
}

#[tokio::test]
async fn a_file_is_handed_over() {
    let telegram = BotApi::start().await;
    let private = telegram.private("Kari");
    let chat = chat(&telegram);
    let document =
        || Document { name: "minedata.json".to_owned(), content: "{\"navn\": \"Kåri\"}".to_owned() };
    let file =
        || Delivery::Document { to: to(&private), document: document(), caption: "Her er alt.".to_owned() };
    // Somebody who has not started the bot can't be handed a file either.
    assert_eq!(chat.deliver(file()).await, Err(SendError::Blocked));
    private.starts("Kari", "");
    telegram.fail("sendDocument", Fault::TooManyRequests { retry_after: 3 });
    assert_eq!(chat.deliver(file()).await, Err(SendError::RetryAfter(Duration::from_secs(3))));
    let message = chat.deliver(file()).await.expect("handed over").message;
    assert!(message.is_some());
    let calls = telegram.calls("sendDocument");
    let sent = &calls.last().expect("a call").body;
    assert_eq!(sent["document"]["content"], document().content);
    assert_eq!(sent["document"]["file_name"], "minedata.json");
    assert!(private.transcript().contains("[minedata.json] Her er alt."), "{}", private.transcript());
    assert!(!format!("{:?}", document()).contains("Kåri"), "what stands in a file is not logged");
}
