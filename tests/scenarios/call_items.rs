//! What the unit is to ring the recipient about is put away as soon as it is settled or does not hold any more.

use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    when_whoever_comes_cannot,
    when_they_are_there,
    when_the_task_is_moved_or_cancelled,
    when_its_time_is_over,
    who_did_not_come_leaves_the_call_to_be_made,
);

/// Dinner on Sunday at 15 for Kari, Ola waits, and the unit has been asked to ring.
async fn dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.time_passes_until("2026-11-21T16:00:00").await;
    assert_eq!(fjellvik.call_items(), 1);
    fjellvik.forget();
    fjellvik
}

impl World {
    /// Messages in the unit's group that can be answered with "done".
    fn call_items(&self) -> usize {
        let posted = self.chat.posted("g:hjemmetjenesten");
        let asks = |button: &tannhjul::chat::Button| button.label == "Gjort";
        posted.iter().filter(|posted| posted.text.buttons.iter().flatten().any(asks)).count()
    }
}

async fn when_whoever_comes_cannot(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "må melde forfall").await;
    let said = fjellvik.transcript();
    assert!(said.contains("⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N."), "{said}");
    assert_eq!(fjellvik.call_items(), 0, "Ola is being asked");
    fjellvik.presses("ola", "Ja").await;
    assert_eq!(fjellvik.call_items(), 1);
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    assert_eq!(fjellvik.call_items(), 0);
}

async fn when_they_are_there(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:01:00").await;
    assert_eq!(fjellvik.call_items(), 1);
    fjellvik.presses("kari", "Jeg er i gang").await;
    assert_eq!(fjellvik.call_items(), 0);
}

async fn when_the_task_is_moved_or_cancelled(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    fjellvik.presses("silje", "Ja, endre").await;
    let items = fjellvik.chat.posted("g:hjemmetjenesten");
    let old = items.iter().find(|item| item.text.body.contains("kl. 15")).expect("the old item");
    assert!(old.text.buttons.is_empty() && old.text.body.contains("gjelder ikke lenger"), "{old:?}");
    fjellvik.presses("silje", "Avlys").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    // One, that nobody comes.
    assert_eq!(fjellvik.call_items(), 1);
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    assert_eq!(fjellvik.call_items(), 0);
}

async fn who_did_not_come_leaves_the_call_to_be_made(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    assert_eq!(fjellvik.call_items(), 1, "the recipient waits");
}

async fn when_its_time_is_over(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    fjellvik.presses("kari", "Jeg er i gang").await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 mandag kl 15-16, 1 sjåfør").await;
    fjellvik.says("kari", "#2 ja").await;
    fjellvik.time_passes_until("2026-11-23T16:30:00").await;
    // Of the two calls about who comes nothing is left; that nobody has come is still to be told.
    assert_eq!(fjellvik.call_items(), 1, "the recipient may still wait");
    fjellvik.says("kari", "#2 ferdig").await;
    assert_eq!(fjellvik.call_items(), 0, "nobody rings about what was done");
}
