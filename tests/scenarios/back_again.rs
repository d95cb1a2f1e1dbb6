//! "Can you come after all?": a yes is the place that was asked about, as long as it is nobody's.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_yes_is_the_place_that_was_asked_about,
    the_place_has_gone,
    ill_and_well_again,
    who_gave_it_back_themselves_waits_like_others,
);

async fn a_yes_is_the_place_that_was_asked_about(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.replies("fjellvik-il", "marit", "jeg kan").await;
    fjellvik.says("bjorn", "ta Kari av #1").await;
    fjellvik.presses("bjorn", "Ja, ta av").await;
    fjellvik.forget();
    fjellvik.says("kari", "ja").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
        lør 10:00 bot → eva: Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              2 reserver.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.offers.len(), task.reserves().len()), (2, 0, 2));
}

async fn the_place_has_gone(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("bjorn", "ta Kari av #1").await;
    fjellvik.presses("bjorn", "Ja, ta av").await;
    fjellvik.presses("eva", "Ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "ja").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Ola R. og Eva L.
              Én reserve.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn ill_and_well_again(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T07:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    fjellvik.presses("kari", "Jeg kommer på #1").await;
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.offers.len()), (2, 0), "{}", fjellvik.transcript());
}

async fn who_gave_it_back_themselves_waits_like_others(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.forget();
    fjellvik.says("kari", "#1 jeg kan likevel").await;
    let task = fjellvik.task(1).await;
    assert_eq!(
        (task.taken(), task.offers.len(), task.reserves().len()),
        (1, 1, 2),
        "{}",
        fjellvik.transcript()
    );
}
