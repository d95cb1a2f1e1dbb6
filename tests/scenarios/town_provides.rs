//! The municipality said that it sends some people itself: whoever said so is asked once, in time, whether that is so.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    asked_once_and_it_is_arranged,
    asked_once_and_people_are_looked_for,
    one_of_two_in_words,
    whoever_wants_fewer_is_asked_nothing,
);

/// Snow on Monday at 16; Kari comes, and duty has been rung about the rest.
async fn kari_comes(db: Db, people: u32) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(&format!("Trenger {people} stk til snømåking i Storgata 5 mandag kl 16-18")).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T11:30:00").await;
    fjellvik.forget();
    fjellvik
}

async fn asked_once_and_it_is_arranged(db: Db) {
    let mut fjellvik = kari_comes(db, 2).await;
    fjellvik.presses("anne", "Kommunen tar det").await;
    fjellvik.time_passes_until("2026-11-23T14:45:00").await;
    fjellvik.presses("anne", "Ja, det er ordnet").await;
    fjellvik.time_passes_until("2026-11-23T15:59:00").await;
    expect![[r#"
        man 11:30 anne presses: [Kommunen tar det]
        man 11:30 bot ⇢ anne: (toast) Greit, dere fyller den siste plassen på #1.
        man 11:30 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              #1: Dette er ordnet.
        man 11:30 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              Du svarte: Kommunen tar det
        man 11:30 bot → anne: Greit, dere fyller den siste plassen på #1.
        man 11:30 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              Anne Berg fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              Anne Berg har ordnet dette.
        man 11:30 bot → inger: (edited) #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              Anne Berg har ordnet dette.
        man 11:30 bot → silje: Anne Berg har bestemt at kommunen fyller den siste plassen på #1.
        man 11:30 bot → eva: (edited) Vi mangler folk på #1: Snømåking, mandag 23. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        man 11:30 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, måndag 23. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        man 11:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        man 11:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Kari N.
              [Stå som reserve] [Kan ikkje]
        man 11:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              [Gjort] [Fikk ikke tak i]
        man 14:00 bot → kari: Snart: Snømåking, mandag 23. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
        man 14:30 bot → anne: Dere skulle selv stille én person til #1: Snømåking, mandag 23. november kl. 16–18. Er det i orden?
              [Ja, det er ordnet] [Nei, finn noen]
        man 14:45 anne presses: [Ja, det er ordnet]
        man 14:45 bot ⇢ anne: (toast) Greit, #1 står som før.
        man 14:45 bot → anne: (edited) Dere skulle selv stille én person til #1: Snømåking, mandag 23. november kl. 16–18. Er det i orden?
              Du svarte: Ja, det er ordnet
        man 14:45 bot → anne: Greit, #1 står som før.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn asked_once_and_people_are_looked_for(db: Db) {
    let mut fjellvik = kari_comes(db, 2).await;
    fjellvik.presses("anne", "Kommunen tar det").await;
    fjellvik.time_passes_until("2026-11-23T14:45:00").await;
    fjellvik.forget();
    fjellvik.presses("anne", "Nei, finn noen").await;
    expect![[r#"
        man 14:45 anne presses: [Nei, finn noen]
        man 14:45 bot ⇢ anne: (toast) Greit, da leter jeg etter én til #1 igjen. Du får svar senest mandag kl. 15:55.
        man 14:45 bot → anne: Greit, da leter jeg etter én til #1 igjen. Du får svar senest mandag kl. 15:55.
              [Vi stiller selv]
        man 14:45 bot → bjorn: Anne Berg sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:55.
        man 14:45 bot → inger: Anne Berg sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:55.
        man 14:45 bot → silje: Anne Berg sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:55.
        man 14:45 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        man 14:45 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 14:45 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.places, 2);
}

async fn one_of_two_in_words(db: Db) {
    let mut fjellvik = kari_comes(db, 3).await;
    fjellvik.says("anne", "vi stiller én").await;
    fjellvik.presses("anne", "Ja, endre").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T15:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("man 14:30 bot → anne: Dere skulle selv stille én person til #1"), "{said}");
}

async fn whoever_wants_fewer_is_asked_nothing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.says("silje", "#1 1 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.time_passes_until("2026-11-23T15:59:00").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("selv stille"), "{said}");
}
