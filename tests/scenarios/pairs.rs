//! Who says yes to an open card while a pair is being asked has said yes.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_single_yes_waits_behind_a_pair_and_gets_the_place,
    a_pair_s_yes_gets_what_there_is_room_for,
    two_single_yeses_get_both_places,
);

/// Hanne and somebody wait for both places; Ola gives his back, and they are asked. Then the clock goes on a minute.
async fn a_pair_is_asked(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
    fjellvik.presses_in("fjellvik-il", "hanne", "Begge som reserve").await;
    fjellvik.says("ola", "må melde forfall").await;
    fjellvik.time_passes_until("2026-11-21T10:01:00").await;
    assert_eq!(fjellvik.task(1).await.generation, 1, "people were looked for all the time");
    fjellvik.forget();
    fjellvik
}

/// Until the question to Hanne has run out.
async fn nobody_answers(fjellvik: &mut World) {
    let until = fjellvik.task(1).await.offers[0].expires_at;
    let until = fjellvik.calendar.local(until);
    fjellvik.time_passes_until(&until.format("%Y-%m-%dT%H:%M:%S").to_string()).await;
}

async fn a_single_yes_waits_behind_a_pair_and_gets_the_place(db: Db) {
    let mut fjellvik = a_pair_is_asked(db).await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    expect![[r#"
        lør 10:01 ⌂ fjellvik-il eva (reply): jeg kan
        lør 10:01 bot → eva: Takk! Jeg spør en reserve først om #1: Snømåking, mandag 23. november kl. 16–18.
              Sier de nei, eller svarer de ikke, er plassen din, og du får beskjed.
              [Ikke reserve likevel]
        lør 10:01 ⌂ fjellvik-il bot: (👌)
        lør 10:01 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    nobody_answers(&mut fjellvik).await;
    expect![[r#"
        søn 18:00 bot → hanne: (edited) Det ble 2 plasser ledige på #1: Snømåking, mandag 23. november kl. 16–18. Kan dere ta dem? Svar innen søndag kl. 18.
        søn 18:00 bot → hanne: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 18:00 bot → eva: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 18:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 mandag kl. 16. Kan noen?
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Eva L.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_pair_s_yes_gets_what_there_is_room_for(db: Db) {
    let mut fjellvik = a_pair_is_asked(db).await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.forget();
    nobody_answers(&mut fjellvik).await;
    expect![[r#"
        søn 18:00 bot → hanne: (edited) Det ble 2 plasser ledige på #1: Snømåking, mandag 23. november kl. 16–18. Kan dere ta dem? Svar innen søndag kl. 18.
        søn 18:00 bot → hanne: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 18:00 bot → kari: Det ble én plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Vil én av dere ta den? Svar innen søndag kl. 19. Sier dere nei, beholder dere plassen i køen.
              [Ja] [Nei]
        søn 18:00 bot → eva: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Eva L.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.offers.len()), (1, 1));
}

async fn two_single_yeses_get_both_places(db: Db) {
    let mut fjellvik = a_pair_is_asked(db).await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "kari", "tar den").await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("er plassen din, og du får beskjed").count(), 2, "{said}");
    nobody_answers(&mut fjellvik).await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("Du har plass på #1").count(), 2, "{said}");
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}
