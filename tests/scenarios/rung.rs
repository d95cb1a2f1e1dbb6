//! The unit says in words how its call to the recipient went.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    in_words_it_is_the_button,
    nobody_answered_and_then_somebody_did,
    staff_are_not_asked_whether_they_come,
);

/// Dinner on Sunday at 15 for Kari, and the unit has been asked to ring.
async fn dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T15:00:00").await;
    fjellvik.forget();
    fjellvik
}

async fn in_words_it_is_the_button(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.answers_in("hjemmetjenesten", "silje", "fekk tak i ho").await;
    expect![[r#"
        lør 15:00 ⌂ hjemmetjenesten silje (reply): fekk tak i ho
        lør 15:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Silje Aune svarte: Gjort
        lør 15:00 ⌂ hjemmetjenesten bot: Takk! Da vet mottakeren av #1 det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn nobody_answered_and_then_somebody_did(db: Db) {
    let mut fjellvik = dinner(db).await;
    let asked = fjellvik.chat.posted("g:hjemmetjenesten").pop().expect("asked").id;
    fjellvik.replies_to("hjemmetjenesten", "silje", &asked, "rang but no answer").await;
    fjellvik.replies_to("hjemmetjenesten", "silje", &asked, "ringte, ingen svar").await;
    fjellvik.replies_to("hjemmetjenesten", "silje", &asked, "got hold of her").await;
    fjellvik.replies_to("hjemmetjenesten", "silje", &asked, "ringt").await;
    expect![[r#"
        lør 15:00 ⌂ hjemmetjenesten silje (reply to m56): rang but no answer
        lør 15:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Silje Aune svarte: Fikk ikke tak i
        lør 15:00 ⌂ hjemmetjenesten bot: Takk for forsøket. Jeg minner om #1 igjen lørdag kl. 16.
        lør 15:00 ⌂ hjemmetjenesten silje (reply to m56): ringte, ingen svar
        lør 15:00 ⌂ hjemmetjenesten bot: Det er notert at ingen svarte. Jeg minner om #1 igjen lørdag kl. 16.
        lør 15:00 ⌂ hjemmetjenesten silje (reply to m56): got hold of her
        lør 15:00 ⌂ hjemmetjenesten bot: Takk! Da vet mottakeren av #1 det.
        lør 15:00 ⌂ hjemmetjenesten silje (reply to m56): ringt
        lør 15:00 ⌂ hjemmetjenesten bot: Det er allerede ordnet for #1.
    "#]].assert_eq(&fjellvik.transcript());
    // It is rung about no more.
    fjellvik.time_passes_until("2026-11-21T17:30:00").await;
    assert!(!fjellvik.transcript().contains("Ring mottakeren"));
}

async fn staff_are_not_asked_whether_they_come(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.answers_in("hjemmetjenesten", "silje", "jeg skal ringe henne snart").await;
    fjellvik.answers_in("hjemmetjenesten", "anne", "hun får god mat hos meg").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("Kan du ta #1?"), "{said}");
    assert!(said.contains("Fikk dere tak i mottakeren av #1?"), "{said}");
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    assert!(fjellvik.transcript().contains("Takk! Da vet mottakeren av #1 det."));
}
