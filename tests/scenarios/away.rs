//! Somebody is away while they hold places: one question, and without an answer what they said stands.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_places_are_given_back_on_a_yes,
    without_an_answer_they_are_given_back,
    who_comes_all_the_same_keeps_them,
    back_again_before_the_time_is_up,
    a_place_taken_afterwards_is_kept,
    soon_before_the_start_there_is_less_time,
    the_question_is_its_own_persons,
    in_three_languages
);

/// Kari has snow on Sunday and dinner on Tuesday; Ola waits for the snow.
async fn kari_has_two(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Matkjøring tirsdag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    for number in [1, 2] {
        fjellvik.says("kari", &format!("#{number} ja")).await;
    }
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.forget();
    fjellvik
}

async fn the_places_are_given_back_on_a_yes(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.says("kari", "ja").await;
    expect![[r#"
        lør 10:00 kari → bot: borte 22.–29. november
        lør 10:00 bot → kari: Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, tirsdag 24. november kl. 12–13
              Skal jeg melde forfall for deg på alle? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              [Ja] [Nei]
        lør 10:00 kari → bot: ja
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #2, tirsdag 24. november kl. 12–13. Jeg leter etter noen, og du får svar senest tirsdag kl. 07.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #2: Matombringing, tirsdag 24. november kl. 12–13.
        lør 10:00 bot → kari: (edited) Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, tirsdag 24. november kl. 12–13
              Skal jeg melde forfall for deg på alle? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              Du svarte: Ja
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1 og #2, og jeg spør andre.
        lør 10:00 bot → ola: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 tirsdag kl. 12. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, tirsdag 24. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    let told = fjellvik.transcript();
    assert!(!told.contains("bot → kari"), "{told}");
    fjellvik.is_at_rest().await;
}

async fn without_an_answer_they_are_given_back(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.forget();
    fjellvik.restarts();
    fjellvik.time_passes_until("2026-11-21T11:59:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    expect![[r#"
        lør 12:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 12:00 bot → silje: Det ble en plass ledig igjen på #2, tirsdag 24. november kl. 12–13. Jeg leter etter noen, og du får svar senest tirsdag kl. 07.
        lør 12:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 12:00 bot → kari: (edited) Takk! Du har plass på #2: Matombringing, tirsdag 24. november kl. 12–13.
        lør 12:00 bot → kari: (edited) Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, tirsdag 24. november kl. 12–13
              Skal jeg melde forfall for deg på alle? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
        lør 12:00 bot → kari: Du er borte da, så jeg har meldt forfall for deg og spør andre:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, tirsdag 24. november kl. 12–13
              Kan du likevel, skriv «ja #1».
        lør 12:00 bot → ola: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 12:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 tirsdag kl. 12. Kan noen ta den?
        lør 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, tirsdag 24. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("anne", "/historikk #1").await;
    assert!(fjellvik.transcript().contains("Kari Nes"));
    fjellvik.presses_too_late("kari", "Nei").await;
    expect![[r#"
        lør 12:00 kari presses: [Nei] (put away)
        lør 12:00 bot ⇢ kari: (toast) Det er allerede gjort. Skriv «mine oppdrag», så ser du hva du står på.
        lør 12:00 bot → kari: Det er allerede gjort. Skriv «mine oppdrag», så ser du hva du står på.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_comes_all_the_same_keeps_them(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Nei").await;
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    expect![[r#"
        lør 10:00 kari presses: [Nei]
        lør 10:00 bot ⇢ kari: (toast) Så fint! Da regner vi med deg på #1 og #2 likevel.
        lør 10:00 bot → kari: (edited) Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, tirsdag 24. november kl. 12–13
              Skal jeg melde forfall for deg på alle? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              Du svarte: Nei
        lør 10:00 bot → kari: Så fint! Da regner vi med deg på #1 og #2 likevel.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
}

async fn back_again_before_the_time_is_up(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.says("kari", "tilbake").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    fjellvik.presses_too_late("kari", "Ja").await;
    expect![[r#"
        lør 14:00 kari presses: [Ja] (put away)
        lør 14:00 bot ⇢ kari: (toast) Dette finnes ikke lenger.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
}

async fn a_place_taken_afterwards_is_kept(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 7 onsdag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-21T10:30:00").await;
    fjellvik.says("kari", "#3 ja, den rekker jeg").await;
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    let task = fjellvik.task(3).await;
    assert_eq!(task.taken(), 1);
    assert_eq!(fjellvik.task(2).await.taken(), 0);
}

async fn soon_before_the_start_there_is_less_time(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring i dag kl 14-15 fra Storgata 5, 1 sjåfør").await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "borte i dag").await;
    fjellvik.time_passes_until("2026-11-21T12:31:00").await;
    expect![[r#"
        lør 12:00 kari → bot: borte i dag
        lør 12:00 bot → kari: Da står du som borte lørdag 21. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Matombringing, lørdag 21. november kl. 14–15
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12:30, og spør andre.
              [Ja] [Nei]
        lør 12:30 bot → bjorn: Kari Nes har meldt forfall på #1, som starter lørdag kl. 14 og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
              [Tar det] [Sett inn noen]
        lør 12:30 bot → silje: Det ble en plass ledig igjen på #1, lørdag 21. november kl. 14–15. Jeg leter etter noen, og du får svar senest lørdag kl. 13:50.
        lør 12:30 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, lørdag 21. november kl. 14–15.
        lør 12:30 bot → kari: (edited) Da står du som borte lørdag 21. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Matombringing, lørdag 21. november kl. 14–15
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12:30, og spør andre.
        lør 12:30 bot → kari: Du er borte da, så jeg har meldt forfall for deg og spør andre:
              #1: Matombringing, lørdag 21. november kl. 14–15
              Kan du likevel, skriv «ja #1».
        lør 12:30 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 lørdag kl. 14. Kan noen ta den?
        lør 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, lørdag 21. november kl. 14–15
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 12:30 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer lørdag kl. 14.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_question_is_its_own_persons(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("kari", "borte 22.–29. november").await;
    fjellvik.forget();
    fjellvik.presses_data("ola", "away:1:yes").await;
    fjellvik.presses_data("kari", "away:99:yes").await;
    fjellvik.presses_data("passerby", "away:1:no").await;
    expect![[r#"
        lør 10:00 ola presses: <away:1:yes>
        lør 10:00 bot ⇢ ola: (toast) Dette finnes ikke lenger.
        lør 10:00 kari presses: <away:99:yes>
        lør 10:00 bot ⇢ kari: (toast) Dette finnes ikke lenger.
        lør 10:00 passerby presses: <away:1:no>
        lør 10:00 bot ⇢ passerby: (toast) Dette finnes ikke lenger.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
}

async fn in_three_languages(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("per", "#1 ja").await;
    fjellvik.replies("fjellvik-il", "james", "yes").await;
    fjellvik.forget();
    fjellvik.says("per", "borte i morgon").await;
    fjellvik.says("james", "away tomorrow").await;
    fjellvik.says("james", "no").await;
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    expect![[r#"
        lør 10:00 per → bot: borte i morgon
        lør 10:00 bot → per: Då står du som borte søndag 22. november. Skriv «tilbake» om det blir annleis.
              Desse står du på då:
              #1: Snømåking, søndag 22. november kl. 16–18
              Skal eg melde forfall for deg? Høyrer eg ikkje noko, gjer eg det laurdag kl. 12, og spør andre.
              [Ja] [Nei]
        lør 10:00 james → bot: away tomorrow
        lør 10:00 bot → james: You are noted as away on Sunday 22 November. Write “back” if that changes.
              You hold these then:
              #1: Snow clearing, Sunday 22 November 16:00–18:00
              Shall I withdraw you from it? If I hear nothing I will, Saturday 12:00, and ask others.
              [Yes] [No]
        lør 10:00 james → bot: no
        lør 10:00 bot → james: (edited) You are noted as away on Sunday 22 November. Write “back” if that changes.
              You hold these then:
              #1: Snow clearing, Sunday 22 November 16:00–18:00
              Shall I withdraw you from it? If I hear nothing I will, Saturday 12:00, and ask others.
              You answered: No
        lør 10:00 bot → james: Lovely! Then we count on you for #1 all the same.
        lør 12:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 12:00 bot → per: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 12:00 bot → per: (edited) Då står du som borte søndag 22. november. Skriv «tilbake» om det blir annleis.
              Desse står du på då:
              #1: Snømåking, søndag 22. november kl. 16–18
              Skal eg melde forfall for deg? Høyrer eg ikkje noko, gjer eg det laurdag kl. 12, og spør andre.
        lør 12:00 bot → per: Du er borte då, så eg har meldt forfall for deg og spør andre:
              #1: Snømåking, søndag 22. november kl. 16–18
              Kan du likevel, skriv «ja #1».
        lør 12:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        lør 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: James W.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}
