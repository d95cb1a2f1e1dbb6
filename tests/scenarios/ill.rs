//! Somebody is ill and has several places, or says it in a roundabout way; and a yes that comes late.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    todays_is_given_back_at_once,
    the_place_is_taken_back,
    two_on_the_same_day,
    nothing_begins_soon,
    too_ill_in_a_roundabout_way,
    a_late_yes_takes_the_empty_place,
    a_late_yes_in_other_words,
);

/// Kari has dinner on Sunday at 12 and on Thursday.
async fn kari_has_two(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 12-13, 1 sjåfør").await;
    fjellvik.asked_for("Matkjøring torsdag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    for number in [1, 2] {
        fjellvik.says("kari", &format!("#{number} ja")).await;
    }
    fjellvik.time_passes_until("2026-11-22T06:10:00").await;
    fjellvik.forget();
    fjellvik
}

async fn todays_is_given_back_at_once(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "er blitt syk i natt").await;
    expect![[r#"
        søn 06:10 kari → bot: er blitt syk i natt
        søn 06:10 bot → bjorn: Kari Nes har meldt forfall på #1, som starter søndag kl. 12 og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
              [Tar det] [Sett inn noen]
        søn 06:10 bot → silje: (edited) Det ble en plass ledig igjen på #1, søndag 22. november kl. 12–13. Jeg leter etter noen, og du får svar senest søndag kl. 11:05.
              [Endre] [Avlys]
        søn 06:10 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 12–13.
        søn 06:10 bot → kari: God bedring, Kari! Du er tatt av #1, søndag 22. november kl. 12–13. Jeg spør andre.
              [Feil forstått]
        søn 06:10 bot → kari: Disse plassene har du fortsatt. Trykk hvis du ikke kan da heller:
              #2: Matombringing, torsdag 26. november kl. 12–13
              Kan du likevel? Da tar du plassen tilbake her.
              [Meld forfall #2]
              [Jeg kommer på #1]
        søn 06:10 bot → kari: (edited) Matombringing, søndag 22. november kl. 12–13 (#1). Kommer du?
              Du svarte: Kan ikke
        søn 06:10 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 12–13?
              Du svarte: Kan ikke
        søn 06:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 06:10 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 12.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (0, 1));
    fjellvik.presses("kari", "Meld forfall #2").await;
    assert_eq!(fjellvik.task(2).await.taken(), 0);
    let said = fjellvik.transcript();
    let to_silje = said.lines().filter(|line| line.contains("→ silje"));
    assert!(
        to_silje.clone().all(|line| line.contains("(edited)")),
        "Thursday can wait until she is up: {said}"
    );
    fjellvik.time_passes_until("2026-11-22T07:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("søn 07:00 bot → silje: Det ble en plass ledig igjen på #2"), "{said}");
    fjellvik.is_at_rest().await;
}

async fn the_place_is_taken_back(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "syk").await;
    fjellvik.presses("kari", "Jeg kommer på #1").await;
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 1));
}

async fn two_on_the_same_day(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i dag kl 18-19").await;
    fjellvik.says("kari", "#3 ja").await;
    fjellvik.says("kari", "syk").await;
    let taken =
        [fjellvik.task(1).await.taken(), fjellvik.task(3).await.taken(), fjellvik.task(2).await.taken()];
    assert_eq!(taken, [0, 0, 1]);
}

async fn nothing_begins_soon(db: Db) {
    let mut fjellvik = World::new(db).await;
    for day in ["onsdag", "torsdag"] {
        fjellvik.asked_for(&format!("Matkjøring {day} kl 12-13 fra Storgata 5, 1 sjåfør")).await;
    }
    for number in [1, 2] {
        fjellvik.says("kari", &format!("#{number} ja")).await;
    }
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    assert!(fjellvik.transcript().contains("Hvilket oppdrag gjelder det?"));
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 1));
}

async fn too_ill_in_a_roundabout_way(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.time_passes_until("2026-11-22T11:10:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "jeg er for syk til å kjøre mat i dag").await;
    let said = fjellvik.transcript();
    assert!(said.contains("God bedring, Kari! Du er tatt av #1"), "{said}");
    assert!(!said.contains("noe å melde"), "{said}");
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (0, 1));
}

/// Kari is ill at 06:10, Ola was asked to stand ready and has the offer, which runs out.
async fn olas_offer_ran_out(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 7.30-8.30, 1 sjåfør").await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.time_passes_until("2026-11-22T06:10:00").await;
    assert!(fjellvik.transcript().contains("bot → ola: Kan du stå klar som reserve for #1"));
    fjellvik.says("kari", "syk").await;
    assert!(fjellvik.transcript().contains("bot → ola: Det ble en plass ledig på #1"));
    fjellvik.time_passes_until("2026-11-22T06:26:00").await;
    assert!(fjellvik.transcript().contains("bot → ola: Tiden gikk ut for #1"));
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik
}

async fn a_late_yes_takes_the_empty_place(db: Db) {
    let mut fjellvik = olas_offer_ran_out(db).await;
    fjellvik.says("ola", "ja").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → ola: Takk! Du har plass på #1"), "{said}");
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_late_yes_in_other_words(db: Db) {
    let mut fjellvik = olas_offer_ran_out(db).await;
    // Something about no task is said in between.
    fjellvik.says("ola", "hvem har vakt?").await;
    fjellvik.says("ola", "jeg kan ta den").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → ola: Takk! Du har plass på #1"), "{said}");
}
