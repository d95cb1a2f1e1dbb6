//! Who says yes to an open card while a pair is being asked has said yes.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_single_yes_waits_behind_a_pair_and_gets_the_place,
    a_pair_s_yes_gets_what_there_is_room_for,
    two_single_yeses_get_both_places,
    a_reserve_who_says_yes_to_the_open_card_has_answered,
    a_pair_keeps_its_size_in_the_queue,
    one_of_the_pair_takes_one_place,
    there_is_no_room_for_who_comes_along,
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
              3 reserver.

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
              2 reserver.

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

/// Both places are Ola's and Per's.
async fn full(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    fjellvik.forget();
    fjellvik
}

async fn a_reserve_who_says_yes_to_the_open_card_has_answered(db: Db) {
    let mut fjellvik = full(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.time_passes_until("2026-11-21T10:30:00").await;
    fjellvik.says("ola", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-21T10:40:00").await;
    fjellvik.forget();
    // Kari is being asked. Eva, who is next, says yes to the open card, and Hanne after her.
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "hanne", "jeg kan").await;
    nobody_answers(&mut fjellvik).await;
    expect![[r#"
        lør 10:40 ⌂ fjellvik-il eva (reply): jeg kan
        lør 10:40 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Du er reserve nr. 2. Blir det ledig, spør jeg når det er din tur.
        lør 10:40 bot → eva: Takk! Jeg spør en reserve først om #1: Snømåking, mandag 23. november kl. 16–18.
              Sier de nei, eller svarer de ikke, er plassen din, og du får beskjed.
              [Ikke reserve likevel]
        lør 10:40 ⌂ fjellvik-il hanne (reply): jeg kan
        lør 10:40 bot → hanne: Takk! Du står som reserve nr. 3 på #1: Snømåking, mandag 23. november kl. 16–18.
              Jeg spør en annen reserve nå. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        søn 18:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Per Haugen og Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 18:00 bot → kari: (edited) Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18.
        søn 18:00 bot → kari: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 18:00 bot → per: Snømåking, måndag 23. november kl. 16–18 (#1). Kjem du?
              [Kjem] [Kan ikkje]
        søn 18:00 bot → eva: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.offers.len(), task.reserves().len()), (2, 0, 1));
}

async fn a_pair_keeps_its_size_in_the_queue(db: Db) {
    let mut fjellvik = full(db).await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to som kan").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to som kan stå som reserve").await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): vi er to som kan
        lør 10:00 bot → kari: Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Dere to er reserve nr. 1. Blir det ledig, spør jeg når det er deres tur.
              [Ikke reserve likevel]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il hanne (reply): vi er to som kan stå som reserve
        lør 10:00 bot → hanne: Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Dere to er reserve nr. 2. Blir det ledig, spør jeg når det er deres tur.
              [Ikke reserve likevel]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il kari (reply): jeg kan
        lør 10:00 bot → kari: Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Dere to er reserve nr. 1. Blir det ledig, spør jeg når det er deres tur.
              [Ikke reserve likevel]
    "#]]
    .assert_eq(&fjellvik.private_talk());
    let sizes: Vec<u32> = fjellvik.task(1).await.reserves().iter().map(|reserve| reserve.people).collect();
    assert_eq!(sizes, [2, 2]);
}

async fn one_of_the_pair_takes_one_place(db: Db) {
    let mut fjellvik = full(db).await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.says("ola", "kan ikke likevel").await;
    fjellvik.says("per", "kan ikkje likevel").await;
    fjellvik.forget();
    fjellvik.says("kari", "berre éin av oss kan").await;
    expect![[r#"
        lør 10:00 kari → bot: berre éin av oss kan
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        lør 10:00 bot → kari: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Dere to er reserve nr. 1. Blir det ledig, spør jeg når det er deres tur.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
        lør 10:00 bot → kari: (edited) Det ble 2 plasser ledige på #1: Snømåking, mandag 23. november kl. 16–18. Kan dere ta dem? Svar innen søndag kl. 18.
              Du svarte: Ja
    "#]].assert_eq(&fjellvik.private_talk());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.undecided().count()), (1, 0));
}

async fn there_is_no_room_for_who_comes_along(db: Db) {
    let mut fjellvik = full(db).await;
    fjellvik.says("ola", "vi blir to").await;
    fjellvik.says("per", "eg tar med bror min").await;
    expect![[r#"
        lør 10:00 ola → bot: vi blir to
        lør 10:00 bot → ola: Du har plassen din på #1, men det er ikke plass til flere nå. Be den eller de andre svare «ja» i gruppa, så spør jeg dem hvis det blir ledig.
              [Meld forfall]
        lør 10:00 per → bot: eg tar med bror min
        lør 10:00 bot → per: Du har plassen din på #1, men det er ikkje rom for fleire no. Be den eller dei andre svare «ja» i gruppa, så spør eg dei om det blir ledig.
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}
