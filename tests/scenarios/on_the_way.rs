//! What people say on the way and afterwards in their own words, and what settles an alarm.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    forgotten_and_setting_out_is_late_and_no_withdrawal,
    who_was_missed_and_comes_settles_the_alarm,
    a_report_that_is_over_changes_nothing,
    free_words_answer_how_it_went,
    a_yes_after_the_offer_ran_out,
    reserve_in_their_own_words,
    the_requester_hears_of_a_hole_that_no_reserve_fills,
    given_back_after_the_start,
    a_no_show_that_nobody_does_anything_about_goes_up_to_the_contact,
    who_took_care_of_it_yesterday_has_not_of_a_no_show,
    a_no_show_that_duty_acts_on_is_not_passed_on,
    a_yes_to_stand_in_is_for_a_full_task,
);

/// Dinner on Sunday at 15, for Kari.
async fn dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik
}

async fn forgotten_and_setting_out_is_late_and_no_withdrawal(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "beklager, glemte det, drar nå").await;
    expect![[r#"
        søn 15:21 kari → bot: beklager, glemte det, drar nå
        søn 15:21 bot → bjorn: Kari N. blir forsinket til #1.
        søn 15:21 bot → silje: Kari N. blir forsinket til #1.
        søn 15:21 bot → kari: Takk for at du sier fra. Hvor mye forsinket blir du til #1?
              [10 min] [20 min] [30 min] [60 min]
        søn 15:21 bot → kari: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn who_was_missed_and_comes_settles_the_alarm(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Jeg er i gang").await;
    expect![[r#"
        søn 15:21 kari presses: [Jeg er i gang]
        søn 15:21 bot → bjorn: (edited) Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Kari Nes har ordnet dette.
        søn 15:21 bot → bjorn: Notert: Kari N. er i gang med #1.
        søn 15:21 bot ⇢ kari: (toast) Fint! Da vet vi at #1 er i gang.
        søn 15:21 bot → kari: Fint! Da vet vi at #1 er i gang.
        søn 15:21 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:21 bot → kari: (edited) Er du i gang med #1?
              Du svarte: Jeg er i gang
        søn 15:21 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:21 ⌂ hjemmetjenesten bot: Notert: Kari N. er i gang med #1.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_report_that_is_over_changes_nothing(db: Db) {
    let mut fjellvik = dinner(db).await;
    let kari = fjellvik.id_of("kari").await;
    fjellvik.time_passes_until("2026-11-22T15:25:00").await;
    fjellvik.says("kari", "ferdig").await;
    fjellvik.forget();
    fjellvik.presses_data("bjorn", &format!("absent:1:{kari}")).await;
    expect![[r#"
        søn 15:25 bjorn presses: <absent:1:10>
        søn 15:25 bot ⇢ bjorn: (toast) Det er allerede notert for #1.
        søn 15:25 bot → bjorn: Det er allerede notert for #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert!(!task.marks.iter().any(|marked| marked.mark == Mark::Absent));
}

async fn free_words_answer_how_it_went(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "et bord knakk og Ola fikk klemt fingeren").await;
    fjellvik.says("ola", "ja det gikk fint 😊").await;
    expect![[r#"
        søn 18:16 kari → bot: et bord knakk og Ola fikk klemt fingeren
        søn 18:16 bot → silje: Kari Nes melder fra om #1: «et bord knakk og Ola fikk klemt fingeren». Svar på denne meldingen senest mandag kl. 14, så får Kari Nes svaret.
              [Jeg følger opp]
        søn 18:16 bot → kari: Takk! Kommunen har fått meldingen om #1 og skal svare senest mandag kl. 14.
              Ble #1 gjort likevel?
              [Ja, det ble gjort] [Nei, ikke gjort]
        søn 18:16 ola → bot: ja det gikk fint 😊
        søn 18:16 bot → silje: #1 er utført.
        søn 18:16 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:16 bot → ola: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:16 bot → ola: (👌)
        søn 18:16 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_yes_after_the_offer_ran_out(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.presses("kari", "Meld forfall").await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    assert!(fjellvik.task(1).await.offers.is_empty(), "it has run out");
    fjellvik.forget();
    fjellvik.says("ola", "jeg kan ta den nå").await;
    expect![[r#"
        søn 12:05 ola → bot: jeg kan ta den nå
        søn 12:05 bot → anne: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Ola Rud har ordnet dette.
        søn 12:05 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Ola Rud har ordnet dette.
        søn 12:05 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Ola Rud har ordnet dette.
        søn 12:05 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
              Ola Rud har ordnet dette.
        søn 12:05 bot → inger: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Ola Rud har ordnet dette.
        søn 12:05 bot → silje: (edited) #1, søndag 22. november kl. 15–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              Ola Rud har ordnet dette.
        søn 12:05 bot → silje: #1, søndag 22. november kl. 15–16, er dekket: Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 12:05 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Matombringing, søndag 22. november kl. 15–16.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        søn 12:05 bot → ola: Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
        søn 12:05 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:05 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Ola R.
              [Stå som reserve] [Kan ikke]
        søn 12:05 ⌂ frivilligsentralen bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Ola R.
              [Stå som reserve] [Kan ikke]
        søn 12:05 ⌂ hjemmetjenesten bot: (edited) #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 22. november kl. 15–16. Den som meldte behovet, har ikke svart. Kan noen av dere?
              Ola Rud har ordnet dette.
        søn 12:05 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn reserve_in_their_own_words(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.replies("fjellvik-il", "per", "eg kan stå som reserve eg").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il per (reply): eg kan stå som reserve eg
        lør 10:00 bot → per: Takk! Alle plassane på #1 er tekne: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 2. Blir det ledig, spør eg når det er din tur.
              [Ikkje reserve likevel]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              2 reserver.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn the_requester_hears_of_a_hole_that_no_reserve_fills(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("kari", "må melde forfall").await;
    let quiet = fjellvik.transcript();
    assert!(!quiet.contains("bot → silje: Det ble"), "a reserve is being asked: {quiet}");
    fjellvik.presses("eva", "Nei").await;
    expect![[r#"
        lør 10:00 eva presses: [Nei]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot ⇢ eva: (toast) Takk for at du sa fra om #1.
        lør 10:00 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → eva: Takk for at du sa fra om #1.
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              Du svarte: Nei
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn given_back_after_the_start(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "bilen er død, kan ikke komme").await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    expect![[r#"
        søn 15:05 kari → bot: bilen er død, kan ikke komme
        søn 15:05 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, søndag 22. november kl. 15–16.
              Kari N. er tatt av #1. Jeg spør andre.
        søn 15:05 bot → bjorn: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Reserve Ola R. er spurt og har frist til søndag kl. 15:15.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spørres nå: Ola Rud, med frist søndag kl. 15:15.
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 15:05 bot → silje: #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:35. Dere kan også ta det selv:
              [Vi gjør det selv] [Avlys]
        søn 15:05 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
        søn 15:05 bot → kari: Takk for beskjed. Du er tatt av #1. Kommunen får vite det med én gang.
              [Feil forstått]
        søn 15:05 bot → kari: (edited) Matombringing, søndag 22. november kl. 15–16 (#1). Kommer du?
              Du svarte: Kan ikke
        søn 15:05 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Kan ikke
        søn 15:05 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 15–16?
              Du svarte: Kan ikke
        søn 15:05 bot → kari: (edited) Snart: Matombringing, søndag 22. november kl. 15–16 (#1).
              Du svarte: Kan ikke
              [Åpne oppdraget ↗]
        søn 15:05 bot → ola: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
        søn 15:05 bot → ola: Det ble en plass ledig på #1: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen søndag kl. 15:15.
              [Ja] [Nei]
        søn 15:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 15:05 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:05 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              [Gjort] [Fikk ikke tak i]
        søn 15:15 bot → anne: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 15:15 bot → ola: (edited) Det ble en plass ledig på #1: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen søndag kl. 15:15.
        søn 15:15 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 15:15 bot → eva: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              [Ja] [Nei]
        søn 15:15 bot → marit: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              [Ja] [Nei]
        søn 15:15 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 15:20 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 15:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              Dette gjelder ikke lenger.
        søn 15:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              [Gjort] [Fikk ikke tak i]
        søn 15:25 bot → inger: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_yes_to_stand_in_is_for_a_full_task(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T20:40:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T20:54:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn a_no_show_that_nobody_does_anything_about_goes_up_to_the_contact(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:19:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:45:00").await;
    expect![[r#"
        søn 15:20 bot → bjorn: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              [Kari N. er i gang] [Kari N. kom ikke]
        søn 15:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
        søn 15:30 bot → anne: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              [Kari N. er i gang] [Kari N. kom ikke]
        søn 15:40 bot → inger: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Anne Berg fikk beskjed først, men har ikke svart.
              [Kari N. er i gang] [Kari N. kom ikke]
    "#]].assert_eq(&fjellvik.transcript());
    // The recipient may still wait: the call stands when the time is over.
    fjellvik.time_passes_until("2026-11-22T16:20:00").await;
    expect![[r#"
        søn 16:00 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, søndag 22. november kl. 15–16.
              Dette gjelder ikke lenger.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 16:00 bot → eva: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Jeg har ikke hørt hvordan det gikk.
              Kommer: Kari N.
        søn 16:15 bot → kari: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    expect![[r#"
        søn 16:20 silje presses: [Gjort]
        søn 16:20 bot ⇢ silje: (toast) Takk! Da vet mottakeren av #1 det.
        søn 16:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Silje Aune svarte: Gjort
        søn 16:20 ⌂ hjemmetjenesten bot: Takk! Da vet mottakeren av #1 det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn who_took_care_of_it_yesterday_has_not_of_a_no_show(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing til Olga Hansen i Storgata 5 i morgen kl 15-16").await;
    fjellvik.time_passes_until("2026-11-21T20:50:00").await;
    fjellvik.says("bjorn", "tar det").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:19:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:35:00").await;
    expect![[r#"
        søn 15:20 bot → bjorn: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              [Kari N. er i gang] [Kari N. kom ikke]
        søn 15:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
        søn 15:30 bot → anne: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              [Kari N. er i gang] [Kari N. kom ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_no_show_that_duty_acts_on_is_not_passed_on(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.presses("bjorn", "Kari N. er i gang").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:55:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}
