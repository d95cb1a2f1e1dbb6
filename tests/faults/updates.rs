//! What comes in comes twice, in another order, or from a group that is another by now.

use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::place::{Place, count, seen, until};

on_both_engines!(
    the_same_update_twice_is_answered_once,
    what_comes_out_of_order_is_answered_as_it_comes,
    a_group_that_is_upgraded_goes_on,
    a_group_that_is_upgraded_gets_its_cards_at_once_and_once,
);

async fn the_same_update_twice_is_answered_once(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    telegram.is_polled().await;
    place.replies("Kari", card, "ja");
    let update = telegram.newest_update();
    seen(&place.kari, "Du har plass på #1").await;
    telegram.is_polled().await;
    let received = service.figure("received_total").await;
    telegram.hands_out_again(update);
    // What comes after it shows that it has been taken in.
    place.replies("Ola", card, "ja");
    seen(&place.ola, "Du har plass på #1").await;
    assert_eq!(count(&place.kari, "#1"), 1);
    assert_eq!(service.figure("received_total").await, received + 1.0);
    assert_eq!(service.wrong().await, [""; 0]);
}

/// Each is answered as it comes, so that everybody sees in what order they were understood; the last one counts.
async fn what_comes_out_of_order_is_answered_as_it_comes(db: Db) {
    let place = Place::begin(db).await;
    let telegram = &place.telegram;
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    telegram.in_the_opposite_order(|| {
        place.replies("Kari", card, "ja");
        place.replies("Kari", card, "kan ikke likevel");
        place.replies("Ola", card, "ja");
    });
    seen(&place.ola, "Du har plass på #1").await;
    seen(&place.kari, "Du har plass på #1").await;
    until("all was handled", async || place.service.figure("inbox_waiting").await == 0.0).await;
    let card = place.lag_a.posts().into_iter().find(|post| post.id == card).expect("the card");
    assert!(card.text.contains("Kari") || !card.text.contains("Ledig: 2"), "{}", card.text);
    assert_eq!(place.service.wrong().await, [""; 0]);
}

/// The group gets another number in the middle of a task, and its messages stay behind.
async fn a_group_that_is_upgraded_goes_on(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    place.replies("Kari", card, "ja");
    seen(&place.kari, "Du har plass på #1").await;
    // What Ola said is heard when the group is no more: the change of the card is an edit of a message that is not there.
    place.replies("Ola", card, "ja");
    let upgraded = place.lag_a.upgrades("Anne");
    seen(&place.ola, "Du har plass på #1").await;
    // The last edit of the card may still wait for the pace that the old group was written at.
    place.service.passes(1).await;
    let anew = seen(&upgraded, "Oppdrag #1").await;
    assert_eq!(count(&upgraded, "Oppdrag #1"), 1);
    // Under the new card people are heard.
    upgraded.answers("Kari", anew, "kan ikke likevel");
    seen(&place.kari, "Du er tatt av #1").await;
    assert_eq!(place.service.wrong().await, [""; 0]);
    assert_eq!(place.service.figure("set_aside_total").await, 0.0);
}

/// The platform tells of the move twice. Nothing about the task changes meanwhile, and the second word of it voids no new card.
async fn a_group_that_is_upgraded_gets_its_cards_at_once_and_once(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    place.replies("Kari", card, "ja");
    seen(&place.kari, "Du har plass på #1").await;
    place.service.passes(1).await;
    seen(&place.lag_a, "Kommer: Kari").await;
    let upgraded = place.lag_a.upgrades("Anne");
    let anew = seen(&upgraded, "Oppdrag #1").await;
    place.service.settles().await;
    place.service.hears_again_of_a_move_to(&upgraded).await;
    upgraded.answers("Kari", anew, "kan ikke likevel");
    seen(&place.kari, "Du er tatt av #1").await;
    place.service.passes(1).await;
    seen(&upgraded, "Ledig: 2").await;
    assert_eq!(count(&upgraded, "Oppdrag #1"), 1);
    assert_eq!(place.service.wrong().await, [""; 0]);
}
