//! Many at once.

use tannhjul::chat::{Event, Inbox};
use tannhjul::domain::task::{SignupState, Task};
use tannhjul::store::Db;

use crate::databases::{on_both_engines, only_on_postgres};
use crate::world::World;

on_both_engines!(
    two_hundred_answer_one_card,
    one_blocked_among_twenty,
    two_places_taken_in_one_breath,
    many_cards_change_together
);
only_on_postgres!(a_deadlock_sets_nothing_aside);

/// 200 people answer for 3 places at the same moment, handed in by several tasks at once: three get a place, the others wait in the order in
/// which they were taken in, and the group is not flooded.
async fn two_hundred_answer_one_card(db: Db) {
    const PEOPLE: usize = 200;
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    let card = fjellvik.card("fjellvik-il").id;
    let before = fjellvik.chat.deliveries();

    let mut handing_in = Vec::new();
    for index in 0..PEOPLE {
        let event = fjellvik.said("ja", Some(card.clone()));
        assert!(matches!(event, Event::Said { .. }));
        let incoming =
            fjellvik.incoming(fjellvik.group("fjellvik-il"), &format!("volunteer{index:03}"), event);
        let mailbox = fjellvik.mailbox.clone();
        handing_in.push(tokio::spawn(async move { mailbox.take_in(vec![incoming], None).await }));
    }
    for handed_in in handing_in {
        handed_in.await.expect("no panic").expect("taken in");
    }
    fjellvik.engine.settle().await.expect("settled");

    let task = fjellvik.task(1).await;
    assert_eq!(task.taken(), 3);
    assert_eq!(task.placed().count(), 3);
    let reserves = task.reserves();
    assert_eq!(reserves.len(), PEOPLE - 3);
    let queue: Vec<_> = reserves.iter().filter_map(|signup| signup.queue).collect();
    assert_eq!(queue, (1..=197).collect::<Vec<_>>());
    assert!(task.signups.iter().all(|s| matches!(s.state, SignupState::Placed | SignupState::Reserve)));
    // Everybody who was taken in is ahead of everybody who was taken in later.
    let order = fjellvik
        .count(
            "SELECT COUNT(*) FROM signup AS early JOIN signup AS late ON early.id < late.id
             WHERE early.state = 'reserve' AND late.state = 'placed'",
        )
        .await;
    assert_eq!(order, 0);

    // A thumb or mark for each, and a handful of other messages in the group.
    let others = fjellvik.chat.deliveries() - before - PEOPLE;
    assert!(others <= 16, "{others} deliveries beside the marks");
    fjellvik.is_at_rest().await;
}

/// One of twenty reserves has blocked the bot: the other nineteen hear from it all the same.
async fn one_blocked_among_twenty(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 20 stk til dugnad i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    let card = fjellvik.card("fjellvik-il").id;
    for index in 0..20 {
        let person = format!("volunteer{index:02}");
        fjellvik.says(&person, "/start").await;
        let event = fjellvik.said("ja", Some(card.clone()));
        fjellvik.happens(fjellvik.group("fjellvik-il"), &person, event).await;
    }
    fjellvik.chat.block("p:volunteer07");
    fjellvik.forget();
    fjellvik.presses_data("silje", "cancel:1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    let transcript = fjellvik.transcript();
    for index in 0..20 {
        let told = transcript.contains(&format!("bot → volunteer{index:02}: #1,"));
        assert_eq!(told, index != 7, "volunteer{index:02}:\n{transcript}");
    }
}

/// Answers to two tasks at the same time that are handled together: whoever has both places by that is reminded of the first, and whoever has given the
/// first back in the same breath is not.
async fn two_places_taken_in_one_breath(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 i morgen kl 15-17").await;
    for person in ["kari", "ola"] {
        fjellvik.says(person, "/start").await;
    }
    let (first, second) = (fjellvik.card_of("fjellvik-il", 1).id, fjellvik.card_of("fjellvik-il", 2).id);
    fjellvik.forget();
    let mut said = Vec::new();
    for (person, text, card) in [
        ("kari", "ja", &first),
        ("ola", "ja", &first),
        ("kari", "ja", &second),
        ("ola", "kan ikke likevel", &first),
        ("ola", "ja", &second),
    ] {
        let event = fjellvik.said(text, Some(card.clone()));
        said.push(fjellvik.incoming(fjellvik.group("fjellvik-il"), person, event));
    }
    fjellvik.mailbox.take_in(said, None).await.expect("taken in");
    fjellvik.settle().await;

    let transcript = fjellvik.transcript();
    let receipts = |person: &str| {
        let begin = format!(" bot → {person}: ");
        let paragraphs: Vec<&str> = transcript.split("\nlør ").filter(|one| one.contains(&begin)).collect();
        paragraphs.join("\n")
    };
    let (kari, ola) = (receipts("kari"), receipts("ola"));
    assert_eq!(kari.matches("Husk at du også har #1").count(), 1, "{transcript}");
    assert!(ola.contains("Du har plass på #2") && !ola.contains("Husk at du også har"), "{transcript}");
    let held = |task: &Task| task.placed().count();
    assert_eq!((held(&fjellvik.task(1).await), held(&fjellvik.task(2).await)), (1, 2));
    fjellvik.is_at_rest().await;
}

/// Cards that change together are read ahead together, and each says what is true of its own task.
async fn many_cards_change_together(db: Db) {
    let mut fjellvik = World::new(db).await;
    for place in ["Storgata 5", "Torget 2", "Storgata 9"] {
        fjellvik.asked_for(&format!("Trenger 1 til snømåking i {place} i morgen kl 16-18")).await;
    }
    fjellvik.says("kari", "/start").await;
    let mut said = Vec::new();
    for (number, person) in [(1, "kari"), (2, "stranger")] {
        let event = fjellvik.said("ja", Some(fjellvik.card_of("fjellvik-il", number).id));
        said.push(fjellvik.incoming(fjellvik.group("fjellvik-il"), person, event));
    }
    fjellvik.mailbox.take_in(said, None).await.expect("taken in");
    fjellvik.settle().await;
    let card = |number| fjellvik.card_of("fjellvik-il", number).text;
    let has_link =
        |number| card(number).buttons.iter().flatten().any(|button| button.label == "Åpne chat med meg");
    for (number, person, nobody) in [(1, "Kari", "stranger"), (2, "stranger", "Kari")] {
        let body = card(number).body;
        assert!(body.contains("Dekket, takk!") && body.contains(person) && !body.contains(nobody), "{body}");
    }
    assert!(card(3).body.contains("Ledig: 1 av 1"), "{}", card(3).body);
    // Whoever comes to the first can be written to, and whoever comes to the second can't.
    assert_eq!([1, 2, 3].map(has_link), [false, true, true]);
    fjellvik.is_at_rest().await;
}

/// What Postgres does to one of two transactions that wait for each other: three times, and then no more. A sequence is not rolled back.
const DEADLOCKS: &str = "
    CREATE SEQUENCE deadlocks;
    CREATE FUNCTION deadlock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('deadlocks') <= 3 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER deadlock BEFORE INSERT ON signup FOR EACH ROW EXECUTE FUNCTION deadlock();";

async fn a_deadlock_sets_nothing_aside(db: Db) {
    let Db::Postgres(pool) = db.clone() else { unreachable!("a scenario for Postgres") };
    let mut fjellvik = World::snow_on_sunday(db).await;
    sqlx::raw_sql(DEADLOCKS).execute(&pool).await.expect("a trigger");
    let card = fjellvik.card("fjellvik-il").id;
    let mut said = Vec::new();
    for (person, text) in [("per", "hva skal vi ha med?"), ("kari", "ja"), ("ola", "tar den")] {
        let event = fjellvik.said(text, Some(card.clone()));
        said.push(fjellvik.incoming(fjellvik.group("fjellvik-il"), person, event));
    }
    fjellvik.mailbox.take_in(said, None).await.expect("taken in");
    // All together, one by one, and what was left of them once more.
    let mut refused = 0;
    while fjellvik.count("SELECT COUNT(*) FROM inbox WHERE state = 'new'").await > 0 {
        refused += u32::from(fjellvik.engine.work_off().await.is_err());
        assert!(refused < 3, "it does not pass");
    }
    fjellvik.settle().await;
    assert_eq!(fjellvik.count("SELECT last_value FROM deadlocks").await, 5);
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.is_at_rest().await;
}
