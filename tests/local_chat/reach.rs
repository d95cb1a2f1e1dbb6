//! Whom the bot can reach, and what becomes of what it sends.

use tannhjul::chat::local::Place;
use tannhjul::chat::{Chat, Delivery, SendError};
use tannhjul::store::Db;

use super::databases::on_both_engines;
use super::stub::{card, plain};
use super::world::{World, address};

on_both_engines!(
    who_never_started_can_not_be_written_to,
    who_blocked_can_not_be_written_to,
    a_group_without_the_bot_is_gone,
    what_is_sent_can_be_changed_and_deleted,
    what_is_gone_is_said_to_be_gone,
);

async fn who_never_started_can_not_be_written_to(db: Db) {
    let world = World::new(db).await;
    let to = Place::Private(world.kari);
    assert_eq!(world.post(to, plain("Hei")).await, Err(SendError::Blocked));
    world.in_private(world.kari, "hei").await;
    assert!(world.post(to, plain("Hei")).await.is_ok());
}

async fn who_blocked_can_not_be_written_to(db: Db) {
    let world = World::new(db).await;
    let to = Place::Private(world.kari);
    world.chat.start(world.kari, "").await.expect("started");
    let posted = world.post(to, card(1)).await.expect("posted");
    world.chat.set_blocked(world.kari, true).await.expect("blocked");
    assert_eq!(world.post(to, plain("Hei")).await, Err(SendError::Blocked));
    let edit = Delivery::Edit { to: address(to), message: posted.to_string(), text: plain("Hei") };
    assert_eq!(world.chat.deliver(edit).await, Err(SendError::Blocked));
    world.chat.set_blocked(world.kari, false).await.expect("unblocked");
    assert!(world.post(to, plain("Hei")).await.is_ok());
}

async fn a_group_without_the_bot_is_gone(db: Db) {
    let world = World::new(db).await;
    let to = Place::Group(world.group);
    world.chat.set_bot(world.group, world.kari, false).await.expect("put out");
    assert_eq!(world.post(to, card(1)).await, Err(SendError::Gone));
    world.chat.set_bot(world.group, world.kari, true).await.expect("let in");
    assert!(world.post(to, card(1)).await.is_ok());
    assert_eq!(world.post("g99".parse().expect("a name"), card(1)).await, Err(SendError::Gone));
}

async fn what_is_sent_can_be_changed_and_deleted(db: Db) {
    let world = World::new(db).await;
    let to = || address(Place::Group(world.group));
    let posted = world.post(Place::Group(world.group), card(2)).await.expect("posted");
    let typed = world.in_group(world.kari, "/behov snømåking i Storgata 5", None).await;
    let change = async || world.chat.view(None).await.expect("a view").change;

    let edit = || Delivery::Edit { to: to(), message: posted.to_string(), text: card(1) };
    world.chat.deliver(edit()).await.expect("edited");
    assert!(world.message(posted).await.text.ends_with("Ledig: 1 av 2"));
    let edited = change().await;
    world.chat.deliver(edit()).await.expect("nothing to edit");
    assert_eq!(change().await, edited);

    let react =
        |emoji: &str| Delivery::React { to: to(), message: typed.to_string(), emoji: emoji.to_owned() };
    world.chat.deliver(react("👍")).await.expect("reacted");
    let reactions = world.message(typed).await.reactions;
    assert!(matches!(&reactions[..], [one] if one.emoji == "👍" && one.by.is_none()));
    world.chat.deliver(react("")).await.expect("taken away");
    assert!(world.message(typed).await.reactions.is_empty());
    assert!(matches!(world.chat.deliver(react("🍕")).await, Err(SendError::Refused(_))));

    world.chat.deliver(Delivery::Delete { to: to(), message: typed.to_string() }).await.expect("deleted");
    let deleted = world.message(typed).await;
    assert!(deleted.deleted && deleted.text.is_empty());
}

async fn what_is_gone_is_said_to_be_gone(db: Db) {
    let world = World::new(db).await;
    world.chat.start(world.kari, "").await.expect("started");
    let private = world.post(Place::Private(world.kari), card(1)).await.expect("posted");
    let typed = world.in_group(world.kari, "/hjelp", None).await;
    let to = || address(Place::Group(world.group));
    // A message of another chat is as good as none.
    for message in [private.to_string(), "99".to_owned(), "x".to_owned()] {
        let delete = Delivery::Delete { to: to(), message };
        assert_eq!(world.chat.deliver(delete).await, Err(SendError::MessageGone));
    }
    let foreign = Delivery::Edit { to: to(), message: typed.to_string(), text: card(1) };
    assert!(matches!(world.chat.deliver(foreign).await, Err(SendError::Refused(_))));
    for press in ["99", "x"] {
        let answer = Delivery::AnswerPress { press: press.to_owned(), text: "Takk".to_owned() };
        assert!(matches!(world.chat.deliver(answer).await, Err(SendError::Refused(_))));
    }
    // A reply to what is gone is still posted.
    let post = Delivery::Post { to: to(), text: plain("Hei"), reply_to: Some("99".to_owned()) };
    assert!(world.chat.deliver(post).await.expect("posted").message.is_some());
}
