//! What people do, what the bot hears of it, and what is kept.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tannhjul::chat::local::{LocalAccountId, LocalChat, LocalGroupId, Place, Refusal, Say};
use tannhjul::chat::{Chat, Delivery, Event};
use tannhjul::store::Db;

use super::databases::on_both_engines;
use super::stub::{Recorder, card, plain};
use super::world::{World, address, refusal};

on_both_engines!(
    a_private_chat_begins_with_start,
    in_a_group_the_bot_hears_only_what_is_for_it,
    an_edit_is_heard_again_and_a_deletion_leaves_nothing,
    a_press_is_heard_and_its_answer_shown_to_that_person,
    a_reaction_takes_the_place_of_the_one_before,
    coming_and_going_is_heard,
    what_is_said_twice_with_one_name_is_said_once,
    what_waits_is_handed_over_when_the_inbox_is_back,
    everything_is_bounded,
    what_was_read_stays_read,
    a_change_of_another_process_is_seen,
    two_processes_stay_in_step,
    what_is_typed_is_not_readable_in_the_database,
);

async fn a_private_chat_begins_with_start(db: Db) {
    let world = World::new(db).await;
    world.chat.start(world.kari, "abc").await.expect("started");
    world.chat.start_in_group(world.kari, world.group, "def").await.expect("said");
    world.chat.start(world.ola, "").await.expect("started");
    assert_eq!(
        world.heard(),
        [
            "p1 Kari Nes: bot present true",
            "p1 Kari Nes: said 1 «/start abc»",
            "g1 Kari Nes: said 2 «/start def»",
            "p2 Ola Ruud: bot present true",
            "p2 Ola Ruud: said 3 «/start»",
        ]
    );
    assert_eq!(
        refusal(world.chat.say(said(world.kari, Place::Private(world.ola), "hei")).await),
        Refusal::NotMember
    );
}

async fn in_a_group_the_bot_hears_only_what_is_for_it(db: Db) {
    let world = World::new(db).await;
    let chatter = world.in_group(world.kari, "skal vi ta kaffe først?", None).await;
    world.in_group(world.ola, "ja", Some(chatter)).await;
    let posted = world.post(Place::Group(world.group), card(2)).await.expect("posted");
    world.in_group(world.ola, "ja", Some(posted)).await;
    world.in_group(world.ola, "/kontakt", None).await;
    world.chat.set_bot(world.group, world.ola, false).await.expect("put out");
    world.in_group(world.ola, "ja", Some(posted)).await;
    assert_eq!(
        world.heard(),
        ["g1 Ola Ruud: said 4 «ja» to 3", "g1 Ola Ruud: said 5 «/kontakt»", "g1 Ola Ruud: bot present false",]
    );
}

async fn an_edit_is_heard_again_and_a_deletion_leaves_nothing(db: Db) {
    let world = World::new(db).await;
    let posted = world.post(Place::Group(world.group), card(2)).await.expect("posted");
    let answer = world.in_group(world.kari, "ja", Some(posted)).await;
    world.chat.edit(world.kari, answer, "nei").await.expect("edited");
    world.chat.edit(world.kari, answer, "nei").await.expect("nothing to edit");
    let chatter = world.in_group(world.kari, "hei", None).await;
    world.chat.edit(world.kari, chatter, "heisann").await.expect("edited");
    assert_eq!(refusal(world.chat.edit(world.ola, answer, "ja").await), Refusal::NotYours);
    assert_eq!(refusal(world.chat.delete(world.ola, posted).await), Refusal::NotYours);
    world.chat.delete(world.kari, answer).await.expect("deleted");
    assert_eq!(refusal(world.chat.edit(world.kari, answer, "ja").await), Refusal::NoSuchMessage);
    assert_eq!(world.heard(), ["g1 Kari Nes: said 2 «ja» to 1", "g1 Kari Nes: edited 2 «nei» to 1"]);
    let deleted = world.message(answer).await;
    assert!(deleted.deleted && deleted.text.is_empty() && deleted.reactions.is_empty());
}

async fn a_press_is_heard_and_its_answer_shown_to_that_person(db: Db) {
    let world = World::new(db).await;
    let posted = world.post(Place::Group(world.group), card(2)).await.expect("posted");
    let before = world.chat.view(None).await.expect("a view").change;
    let press = world.chat.press(world.kari, posted, "yes").await.expect("pressed");
    assert_eq!(world.heard(), [format!("g1 Kari Nes: pressed yes under {posted} as {press}")]);
    assert!(world.chat.view(Some(before)).await.expect("a view").presses.is_empty());
    for text in ["Takk!", "For sent"] {
        let answer = Delivery::AnswerPress { press: press.to_string(), text: text.to_owned() };
        world.chat.deliver(answer).await.expect("answered");
    }
    let shown = world.chat.view(Some(before)).await.expect("a view").presses;
    assert_eq!(
        shown.iter().map(|shown| (shown.id, shown.person, shown.text.as_str())).collect::<Vec<_>>(),
        [(press, world.kari, "Takk!")]
    );
    assert!(
        world.chat.view(None).await.expect("a view").presses.is_empty(),
        "old answers are not shown again"
    );

    assert_eq!(refusal(world.chat.press(world.kari, posted, "forged").await), Refusal::NoSuchButton);
    let edit = Delivery::Edit {
        to: address(Place::Group(world.group)),
        message: posted.to_string(),
        text: plain("Dekket"),
    };
    world.chat.deliver(edit).await.expect("edited");
    assert_eq!(refusal(world.chat.press(world.kari, posted, "yes").await), Refusal::NoSuchButton);
}

async fn a_reaction_takes_the_place_of_the_one_before(db: Db) {
    let world = World::new(db).await;
    let posted = world.post(Place::Group(world.group), card(2)).await.expect("posted");
    for emoji in ["👍", "👍", "❤\u{fe0f}", ""] {
        world.chat.react(world.kari, posted, emoji).await.expect("reacted");
    }
    assert_eq!(
        world.heard(),
        [
            "g1 Kari Nes: reacted to 1 +👍 -",
            "g1 Kari Nes: reacted to 1 +❤ -👍",
            "g1 Kari Nes: reacted to 1 + -❤",
        ]
    );
    assert_eq!(refusal(world.chat.react(world.kari, posted, "🍕").await), Refusal::NoSuchReaction);
    // What people think of each other's messages is none of the bot's business.
    let chatter = world.in_group(world.kari, "hei", None).await;
    world.chat.react(world.ola, chatter, "😂").await.expect("reacted");
    assert_eq!(world.heard(), [] as [&str; 0]);
    assert_eq!(world.message(chatter).await.reactions.len(), 1);
}

async fn coming_and_going_is_heard(db: Db) {
    let world = World::new(db).await;
    world.chat.leave(world.group, world.kari).await.expect("left");
    world.chat.leave(world.group, world.kari).await.expect("nothing to leave");
    assert_eq!(
        refusal(world.chat.say(said(world.kari, Place::Group(world.group), "hei")).await),
        Refusal::NotMember
    );
    assert_eq!(refusal(world.chat.set_bot(world.group, world.kari, false).await), Refusal::NotMember);
    world.chat.join(world.group, world.kari).await.expect("back");
    world.chat.set_blocked(world.kari, true).await.expect("blocked a bot never started");
    world.chat.start(world.ola, "").await.expect("started");
    world.chat.set_blocked(world.ola, true).await.expect("blocked");
    assert_eq!(
        refusal(world.chat.say(said(world.ola, Place::Private(world.ola), "hei")).await),
        Refusal::BotBlocked
    );
    world.chat.start(world.ola, "").await.expect("started again");
    let other = world.chat.add_group("Korpset").await.expect("a group");
    assert_eq!(
        world.heard(),
        [
            "g1 Kari Nes: Kari Nes present false",
            "g1 Kari Nes: Kari Nes present true",
            "p2 Ola Ruud: bot present true",
            "p2 Ola Ruud: said 1 «/start»",
            "p2 Ola Ruud: bot present false",
            "p2 Ola Ruud: bot present true",
            "p2 Ola Ruud: said 2 «/start»",
            &format!("{other} nobody: bot present true"),
        ]
    );
}

async fn what_is_said_twice_with_one_name_is_said_once(db: Db) {
    let world = World::new(db).await;
    let said = Say { nonce: Some("one".to_owned()), ..said(world.kari, Place::Private(world.kari), "hei") };
    assert!(world.chat.say(said.clone()).await.expect("said").is_some());
    assert_eq!(world.chat.say(said).await.expect("said before"), None);
    assert_eq!(world.heard(), ["p1 Kari Nes: bot present true", "p1 Kari Nes: said 1 «hei»"]);
}

async fn what_waits_is_handed_over_when_the_inbox_is_back(db: Db) {
    let world = World::new(db).await;
    world.bot.away.store(true, Ordering::SeqCst);
    world.in_private(world.kari, "første").await;
    world.in_private(world.kari, "andre").await;
    assert_eq!(world.heard(), [] as [&str; 0]);
    world.bot.away.store(false, Ordering::SeqCst);
    // An open window tries again, without anybody saying more.
    let change = world.chat.view(None).await.expect("a view").change;
    world.chat.wait_for_change(change, Duration::from_millis(10)).await.expect("waited");
    assert_eq!(world.heard().len(), 3);

    // So does a process that starts anew.
    world.bot.away.store(true, Ordering::SeqCst);
    world.in_private(world.kari, "tredje").await;
    let again = LocalChat::new(world.db.clone(), world.key.clone(), world.clock.clone());
    let bot = std::sync::Arc::new(Recorder::default());
    again.set_inbox(bot.clone()).await;
    again.set_inbox(bot.clone()).await;
    assert_eq!(bot.take().len(), 1);
}

async fn everything_is_bounded(db: Db) {
    let world = World::new(db).await;
    let chat = &world.chat;
    assert_eq!(refusal(chat.add_person("Kari  Nes", None, None).await), Refusal::NameTaken);
    assert_eq!(refusal(chat.add_person(" ", None, None).await), Refusal::Empty);
    assert_eq!(refusal(chat.add_person(&"x".repeat(65), None, None).await), Refusal::TooLong);
    assert_eq!(refusal(chat.add_group("Fjellvik IL").await), Refusal::NameTaken);
    assert_eq!(refusal(chat.add_group(&"x".repeat(129)).await), Refusal::TooLong);
    assert_eq!(refusal(chat.join(LocalGroupId(99), world.kari).await), Refusal::NoSuchGroup);
    assert_eq!(refusal(chat.join(world.group, LocalAccountId(99)).await), Refusal::NoSuchPerson);
    let long = said(world.kari, Place::Private(world.kari), &"x".repeat(4097));
    assert_eq!(refusal(chat.say(long).await), Refusal::TooLong);
    for number in 1..50 {
        chat.add_group(&format!("Gruppe {number}")).await.expect("room for it");
    }
    assert_eq!(refusal(chat.add_group("En til").await), Refusal::TooMany);
}

async fn what_was_read_stays_read(db: Db) {
    let world = World::new(db).await;
    let group = Place::Group(world.group);
    let elsewhere = Place::Private(world.ola);
    world.chat.mark_read(&[(world.kari, group, 5), (world.kari, elsewhere, 5)]).await.expect("marked");
    world.chat.mark_read(&[(world.kari, group, 3)]).await.expect("an older mark");
    let reads = world.chat.view(None).await.expect("a view").reads;
    assert_eq!(
        reads.iter().map(|read| (read.person, read.chat.as_str(), read.message)).collect::<Vec<_>>(),
        [(world.kari, "g1", 5)]
    );
}

async fn a_change_of_another_process_is_seen(db: Db) {
    let world = World::new(db).await;
    let other = LocalChat::new(world.db.clone(), world.key.clone(), world.clock.clone());
    let change = other.view(None).await.expect("a view").change;
    let (waited, ()) = tokio::join!(other.wait_for_change(change, Duration::from_secs(20)), async {
        world.in_group(world.kari, "hei", None).await;
    });
    waited.expect("waited");
    let news = other.view(Some(change)).await.expect("a view");
    assert!(!news.whole);
    assert_eq!(news.messages.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), ["hei"]);
    // Who waits does not keep the server from stopping.
    let (waited, ()) = tokio::join!(other.wait_for_change(news.change, Duration::from_secs(3600)), async {
        other.stop_waiting();
    });
    waited.expect("let go");
    // A window that knows more than there is begins anew.
    assert!(other.view(Some(news.change + 1)).await.expect("a view").whole);
}

async fn two_processes_stay_in_step(url: String) {
    const EACH: usize = 20;
    let world = World::new(Db::open(&url).await.expect("a database")).await;
    let other_db = Db::open(&url).await.expect("the same database");
    let other = LocalChat::new(other_db, world.key.clone(), world.clock.clone());
    other.set_inbox(world.bot.clone()).await;
    let place = Place::Private(world.ola);
    tokio::join!(
        async {
            for number in 0..EACH {
                world.in_private(world.kari, &number.to_string()).await;
            }
        },
        async {
            for number in 0..EACH {
                other.say(said(world.ola, place, &number.to_string())).await.expect("said");
            }
        }
    );
    let view = other.view(None).await.expect("a view");
    assert_eq!(view.messages.len(), 2 * EACH);
    // The dispatcher may get an event from both; it knows by the name that it is the same.
    let heard: BTreeMap<i64, String> = world
        .bot
        .take()
        .into_iter()
        .filter_map(|incoming| match incoming.event {
            Event::Said { text, .. } => Some((incoming.update.parse().ok()?, incoming.chat.id + &text)),
            _ => None,
        })
        .collect();
    let of_kari: Vec<_> = heard.values().filter(|text| text.starts_with("p1")).cloned().collect();
    assert_eq!(of_kari, (0..EACH).map(|number| format!("p1{number}")).collect::<Vec<_>>());
    assert_eq!(heard.len(), 2 * EACH);
}

async fn what_is_typed_is_not_readable_in_the_database(db: Db) {
    #[derive(sqlx::FromRow)]
    struct Sealed {
        sealed: Vec<u8>,
    }
    let world = World::new(db).await;
    world.bot.away.store(true, Ordering::SeqCst);
    world.in_private(world.kari, "Storgata 5").await;
    let mut tx = world.db.read().await.expect("a transaction");
    let sql = "SELECT sealed FROM local_message UNION ALL SELECT sealed FROM local_update";
    let rows: Vec<Sealed> = tx.all(sql, ()).await.expect("rows");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| !row.sealed.windows(8).any(|bytes| bytes == b"Storgata")));
}

fn said(person: LocalAccountId, chat: Place, text: &str) -> Say {
    Say { person, chat, text: text.to_owned(), reply_to: None, nonce: None }
}
