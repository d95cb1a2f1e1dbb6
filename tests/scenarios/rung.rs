//! The unit says in words how its call to the recipient went.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    in_words_it_is_the_button,
    nobody_answered_and_then_somebody_did,
    staff_are_not_asked_whether_they_come,
    what_else_was_heard_reaches_duty,
    the_day_before_it_is_a_report,
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

async fn what_else_was_heard_reaches_duty(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik.answers_in("hjemmetjenesten", "silje", "fikk tak i henne, men maten er ikke kommet").await;
    expect![[r#"
        søn 15:21 ⌂ hjemmetjenesten silje (reply): fikk tak i henne, men maten er ikke kommet
        søn 15:21 bot → bjorn: Haster: Silje Aune melder fra om #1: «maten er ikke kommet». Ring Silje Aune nå, tlf. 10 00 00 04.
              [Jeg følger opp]
        søn 15:21 ⌂ hjemmetjenesten bot: Takk! Det du forteller om #1, går videre til vakten med det samme.
              Fikk dere tak i mottakeren av #1?
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.answers_in("hjemmetjenesten", "silje", "ja, men hun har falt").await;
    let said = fjellvik.transcript();
    assert!(
        said.contains(
            "bot → bjorn: Haster: Silje Aune melder fra om #1, og det hører ikke hjemme i en chat."
        ),
        "{said}"
    );
    assert!(said.contains("⌂ hjemmetjenesten bot: (deleted)"), "{said}");
    assert_eq!(said.matches("falt").count(), 1, "{said}");
}

async fn the_day_before_it_is_a_report(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.answers_in("hjemmetjenesten", "anne", "fekk tak i ho, men ho vil ikkje ha mat").await;
    expect![[r#"
        lør 15:00 ⌂ hjemmetjenesten anne (reply): fekk tak i ho, men ho vil ikkje ha mat
        lør 15:00 bot → bjorn: Anne Berg melder fra om #1: «ho vil ikkje ha mat». Svar på denne meldingen senest mandag kl. 14, så får Anne Berg svaret.
              [Jeg følger opp]
        lør 15:00 bot → silje: Anne Berg melder fra om #1: «ho vil ikkje ha mat». Svar på denne meldingen senest mandag kl. 14, så får Anne Berg svaret.
              [Jeg følger opp]
        lør 15:00 ⌂ hjemmetjenesten bot: Takk! Det du forteller om #1, går videre til vakten med det samme.
              Fikk dere tak i mottakeren av #1?
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    fjellvik.is_at_rest().await;
}
