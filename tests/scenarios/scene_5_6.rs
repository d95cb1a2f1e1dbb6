//! Scenes 5 and 6: confirmed, reminded, there, done, and the recipient's verdict.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    scene_5_the_day_before_and_the_hour_before,
    scene_6_done,
    nobody_shows_up_with_the_dinner,
    late_is_told_before_how_late,
    done_and_there_long_before_the_start_are_asked_about,
    what_somebody_without_a_place_says_is_not_passed_on,
    a_withdrawal_is_no_answer_to_what_happened,
    what_a_club_is_given_is_counted_by_the_year,
    something_happened_is_answered_in_time,
    silence_afterwards_is_duty_s_business
);

/// Meals on Monday morning; Kari has the place.
async fn meals_on_monday(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Matkjøring mandag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik
}

async fn scene_5_the_day_before_and_the_hour_before(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-21T18:05:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-21T20:50:00").await;
    fjellvik.says("eva", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:00:00").await;
    expect![[r#"
        lør 15:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. og Ola R. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
        lør 18:00 bot → kari: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        lør 18:00 bot → ola: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        lør 18:05 kari presses: [Kommer]
        lør 18:05 bot ⇢ kari: (toast) Takk! Da regner vi med deg på #1.
        lør 18:05 bot → kari: Takk! Da regner vi med deg på #1.
        lør 18:05 bot → kari: (edited) Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              Du svarte: Kommer
        lør 20:30 bot → ola: Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              [Kommer] [Kan ikke]
        lør 20:45 bot → eva: Kan du stå klar som reserve for #1: Snømåking, søndag 22. november kl. 16–18?
              [Ja] [Nei]
        lør 20:50 eva → bot: ja
        lør 20:50 bot → eva: Fint at du står klar! Jeg sier fra med én gang hvis du trengs på #1.
        lør 20:50 bot → eva: (edited) Kan du stå klar som reserve for #1: Snømåking, søndag 22. november kl. 16–18?
              Du svarte: Ja
        søn 09:00 bot → bjorn: Ola R. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Står klar som reserve: Eva L.
              [Ola R. kommer] [Ola R. kommer ikke]
        søn 14:00 bot → kari: Snart: Snømåking, søndag 22. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
        søn 14:00 bot → ola: Snart: Snømåking, søndag 22. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn scene_6_done(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T17:30:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T18:20:00").await;
    fjellvik.says("ola", "ferdig, men trappa var glatt").await;
    fjellvik.presses("kari", "Ja").await;
    fjellvik.time_passes_until("2026-11-23T10:30:00").await;
    fjellvik.presses("anne", "Sånn passe").await;
    fjellvik.time_passes_until("2026-11-26T12:00:00").await;
    expect![[r#"
        søn 18:00 bot → bjorn: (edited) Kari N. og Ola R. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Dette gjelder ikke lenger.
        søn 18:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
        søn 18:00 bot → eva: (edited) Kan du stå klar som reserve for #1: Snømåking, søndag 22. november kl. 16–18?
              #1 er over. Takk likevel!
        søn 18:00 bot → solveig: (edited) Kan du stå klar som reserve for #1: Snømåking, søndag 22. november kl. 16–18?
              #1 er over. Takk likevel!
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ferdig. Takk!
              Kommer: Kari N. og Ola R.
        søn 18:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. og Ola R. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
        søn 18:15 bot → kari: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
        søn 18:15 bot → ola: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
        søn 18:20 ola → bot: ferdig, men trappa var glatt
        søn 18:20 bot → silje: #1 er utført. Melding fra den frivillige: «trappa var glatt».
        søn 18:20 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:20 bot → ola: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:20 bot → ola: (👌)
        søn 18:20 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
        søn 18:20 kari presses: [Ja]
        søn 18:20 bot ⇢ kari: (toast) Takk for innsatsen på #1, Kari! 200 kr til laget, 400 kr så langt i år.
        søn 18:20 bot → kari: Takk for innsatsen på #1, Kari! 200 kr til laget, 400 kr så langt i år.
        søn 18:20 bot → kari: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        man 10:00 bot → anne: Ring mottakeren av #1 (Snømåking, søndag 22. november kl. 16–18): «Var dette til nytte for deg?»
              [Åpne oppdraget ↗]
              [Ja] [Sånn passe] [Nei]
              [Fikk ikke tak i]
        man 10:30 anne presses: [Sånn passe]
        man 10:30 bot ⇢ anne: (toast) Takk! Svaret om #1 er notert.
        man 10:30 bot → anne: (edited) Ring mottakeren av #1 (Snømåking, søndag 22. november kl. 16–18): «Var dette til nytte for deg?»
              Du svarte: Sånn passe
              [Åpne oppdraget ↗]
        man 10:30 bot → anne: Takk! Svaret om #1 er notert.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn nobody_shows_up_with_the_dinner(db: Db) {
    let mut fjellvik = meals_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-23T11:30:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T12:25:00").await;
    fjellvik.presses_in("hjemmetjenesten", "silje", "Gjort").await;
    fjellvik.presses("anne", "Kari N. kom ikke").await;
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    expect![[r#"
        man 12:00 bot → kari: #1 begynner nå: Matombringing. Trykk når du er i gang.
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
        man 12:10 bot → kari: Er du i gang med #1?
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
        man 12:20 bot → anne: Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, mandag kl. 12.
              [Kari N. er i gang] [Kari N. kom ikke]
        man 12:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 12.
              Dette gjelder ikke lenger.
        man 12:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt mandag kl. 12.
              [Gjort] [Fikk ikke tak i]
        man 12:25 silje presses: [Gjort]
        man 12:25 bot ⇢ silje: (toast) Takk! Da vet mottakeren av #1 det.
        man 12:25 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt mandag kl. 12.
              Silje Aune svarte: Gjort
        man 12:25 ⌂ hjemmetjenesten bot: Takk! Da vet mottakeren av #1 det.
        man 12:25 anne presses: [Kari N. kom ikke]
        man 12:25 bot ⇢ anne: (toast) Notert: Kari N. kom ikke på #1.
        man 12:25 bot → anne: (edited) Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, mandag kl. 12.
              Du svarte: Kari N. kom ikke
        man 12:25 bot → anne: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 12:25 bot → anne: Notert: Kari N. kom ikke på #1.
        man 12:25 bot → silje: #1, mandag 23. november kl. 12–13, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest mandag kl. 12:55. Dere kan også ta det selv:
              [Vi gjør det selv] [Avlys]
        man 12:25 bot → kari: Vakta har fått vite at du ikke er på #1, så jeg spør andre. Er du der likevel?
              [Jeg er i gang]
        man 12:25 bot → eva: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        man 12:25 bot → marit: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        man 12:25 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:35 bot → bjorn: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 12:45 bot → inger: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 12:55 bot → silje: #1, mandag 23. november kl. 12–13: oppdraget er i gang eller over, og vi fikk 0 av 1. Beklager at svaret kommer så sent.
              [Vi gjør det selv] [Avlys]
        man 12:55 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 12 likevel.
              [Gjort] [Fikk ikke tak i]
        man 13:00 bot → anne: (edited) Kari N. har ikke bekreftet #1: Matombringing, mandag 23. november kl. 12–13.
              Dette gjelder ikke lenger.
        man 13:00 bot → anne: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        man 13:00 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        man 13:00 bot → inger: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        man 13:00 bot → silje: (edited) #1, mandag 23. november kl. 12–13: oppdraget er i gang eller over, og vi fikk 0 av 1. Beklager at svaret kommer så sent.
        man 13:00 bot → silje: (edited) #1, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
        man 13:00 bot → silje: (edited) #1, mandag 23. november kl. 12–13, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest mandag kl. 12:55. Dere kan også ta det selv:
        man 13:00 bot → eva: (edited) Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 12–13?
              #1 er over. Takk likevel!
        man 13:00 bot → eva: (edited) Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              #1 er over. Takk likevel!
        man 13:00 bot → marit: (edited) Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 12–13?
              #1 er over. Takk likevel!
        man 13:00 bot → marit: (edited) Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              #1 er over. Takk likevel!
        man 13:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn late_is_told_before_how_late(db: Db) {
    let mut fjellvik = meals_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-23T11:45:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "blir litt sein").await;
    fjellvik.presses("kari", "20 min").await;
    expect![[r#"
        man 11:45 kari → bot: blir litt sein
        man 11:45 bot → anne: Kari N. blir forsinket til #1.
        man 11:45 bot → silje: Kari N. blir forsinket til #1.
        man 11:45 bot → kari: Takk for at du sier fra. Hvor mye forsinket blir du til #1?
              [10 min] [20 min] [30 min] [60 min]
        man 11:45 bot → kari: (👌)
        man 11:45 kari presses: [20 min]
        man 11:45 bot → anne: Kari N. blir forsinket til #1 og regner med å være der kl. 12:20.
        man 11:45 bot → silje: Kari N. blir forsinket til #1 og regner med å være der kl. 12:20.
        man 11:45 bot ⇢ kari: (toast) Takk for beskjed. Jeg sier fra at du er der kl. 12:20 (#1).
        man 11:45 bot → kari: (edited) Takk for at du sier fra. Hvor mye forsinket blir du til #1?
              Du svarte: 20 min
        man 11:45 bot → kari: Takk for beskjed. Jeg sier fra at du er der kl. 12:20 (#1).
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn done_and_there_long_before_the_start_are_asked_about(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("kari", "#1 ferdig!").await;
    fjellvik.presses("kari", "Nei").await;
    fjellvik.says("ola", "#1 er framme").await;
    fjellvik.says("ola", "#1 vi er ferdige").await;
    let task = fjellvik.task(1).await;
    assert_eq!(task.marks, []);
    fjellvik.presses("ola", "Utført").await;
    expect![[r#"
        lør 10:00 kari → bot: #1 ferdig!
        lør 10:00 bot → kari: #1 er satt opp søndag kl. 16. Er det gjort allerede?
              [Utført] [Nei]
        lør 10:00 bot → kari: (👌)
        lør 10:00 kari presses: [Nei]
        lør 10:00 bot ⇢ kari: (toast) Greit, alt blir som før.
        lør 10:00 bot → kari: (edited) #1 er satt opp søndag kl. 16. Er det gjort allerede?
              Du svarte: Nei
        lør 10:00 ola → bot: #1 er framme
        lør 10:00 bot → ola: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
              [Feil forstått]
        lør 10:00 bot → ola: (🤔)
        lør 10:00 ola → bot: #1 vi er ferdige
        lør 10:00 bot → ola: #1 er satt opp søndag kl. 16. Er det gjort allerede?
              [Utført] [Nei]
        lør 10:00 bot → ola: (👌)
        lør 10:00 ola presses: [Utført]
        lør 10:00 bot → silje: #1 er utført.
        lør 10:00 bot ⇢ ola: (toast) Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        lør 10:00 bot → ola: (edited) #1 er satt opp søndag kl. 16. Er det gjort allerede?
              Du svarte: Utført
        lør 10:00 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Nobody is asked to confirm what is done.
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T17:30:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn what_somebody_without_a_place_says_is_not_passed_on(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:50:00").await;
    fjellvik.forget();
    fjellvik.says("anders", "#1 blir litt sein").await;
    fjellvik.replies("fjellvik-il", "per", "blir 10 min forsinka").await;
    fjellvik.replies("fjellvik-il", "per", "ferdig!").await;
    expect![[r#"
        søn 15:50 anders → bot: #1 blir litt sein
        søn 15:50 bot → anders: #1 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        søn 15:50 ⌂ fjellvik-il per (reply): blir 10 min forsinka
        søn 15:50 bot → per: Du står ikkje på #1.
        søn 15:50 ⌂ fjellvik-il bot: (🤔)
        søn 15:50 ⌂ fjellvik-il per (reply): ferdig!
        søn 15:50 bot → per: Du står ikkje på #1.
        søn 15:50 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_withdrawal_is_no_answer_to_what_happened(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:20:00").await;
    fjellvik.presses("kari", "Nei, noe skjedde").await;
    fjellvik.forget();
    fjellvik.says("kari", "må melde forfall på #2").await;
    expect![[r#"
        søn 18:20 kari → bot: må melde forfall på #2
        søn 18:20 bot → silje: Det ble en plass ledig igjen på #2, tirsdag 24. november kl. 16–18. Jeg leter etter noen, og du får svar senest tirsdag kl. 12.
        søn 18:20 bot → kari: (edited) Takk! Du har plass på #2: Snømåking, tirsdag 24. november kl. 16–18.
        søn 18:20 bot → kari: Takk for beskjed. Du er tatt av #2, tirsdag 24. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        søn 18:20 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 tirsdag kl. 16. Kan noen ta den?
        søn 18:20 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Snømåking, tirsdag 24. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn something_happened_is_answered_in_time(db: Db) {
    let mut fjellvik = meals_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    fjellvik.says("kari", "i gang").await;
    fjellvik.time_passes_until("2026-11-23T13:15:00").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Nei, noe skjedde").await;
    fjellvik.says("kari", "ingen åpnet da jeg banket på").await;
    fjellvik.answers("silje", "Takk, vi drar innom nå").await;
    fjellvik.time_passes_until("2026-11-25T12:00:00").await;
    expect![[r#"
        man 13:15 kari presses: [Nei, noe skjedde]
        man 13:15 bot ⇢ kari: (toast) Takk for at du sier fra. Hva skjedde på #1? Skriv det i én melding, uten navn, så får kommunen den.
        man 13:15 bot → kari: Takk for at du sier fra. Hva skjedde på #1? Skriv det i én melding, uten navn, så får kommunen den.
        man 13:15 bot → kari: (edited) Gikk #1 som det skulle?
              Du svarte: Nei, noe skjedde
        man 13:15 kari → bot: ingen åpnet da jeg banket på
        man 13:15 bot → silje: Kari Nes melder fra om #1: «ingen åpnet da jeg banket på». Svar på denne meldingen senest tirsdag kl. 14, så får Kari Nes svaret.
              [Jeg følger opp]
        man 13:15 bot → kari: Takk! Kommunen har fått meldingen om #1 og skal svare senest tirsdag kl. 14.
              Ble #1 gjort likevel?
              [Ja, det ble gjort] [Nei, ikke gjort]
        man 13:15 silje → bot (reply): Takk, vi drar innom nå
        man 13:15 bot → silje: (edited) Kari Nes melder fra om #1: «ingen åpnet da jeg banket på». Svar på denne meldingen senest tirsdag kl. 14, så får Kari Nes svaret.
              Du svarte: Jeg følger opp
        man 13:15 bot → silje: Takk! Kari har fått svaret ditt om #1.
        man 13:15 bot → kari: Silje Aune svarer om #1: «Takk, vi drar innom nå»
        man 19:15 bot → anne: Noe skjedde på #1: Matombringing, mandag 23. november kl. 12–13. Ingen har sagt om det ble gjort.
              [Utført] [Ikke utført]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn silence_afterwards_is_duty_s_business(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:10:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    fjellvik.presses("bjorn", "Ingen kom").await;
    fjellvik.time_passes_until("2026-11-25T12:00:00").await;
    expect![[r#"
        søn 18:15 bot → kari: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
        søn 18:15 bot → ola: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
        man 07:00 bot → bjorn: Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              [Utført] [Ingen kom]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              [#1 er utført] [Ingen kom på #1]
        man 09:00 bjorn presses: [Ingen kom]
        man 09:00 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              #1: Bjørn Moe har ordnet dette.
        man 09:00 bot ⇢ bjorn: (toast) Notert: ingen kom på #1. Den som meldte behovet, får vite det.
        man 09:00 bot → bjorn: (edited) Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              Du svarte: Ingen kom
        man 09:00 bot → bjorn: Notert: ingen kom på #1. Den som meldte behovet, får vite det.
        man 09:00 bot → silje: #1 ble ikke utført: ingen kom, søndag 22. november kl. 16–18. Det er vi lei for. Kan dere ringe mottakeren?
        man 09:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Tiden er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_a_club_is_given_is_counted_by_the_year(db: Db) {
    let mut fjellvik = World::new(db).await;
    let mut thanks = Vec::new();
    for (number, day) in [(1, "2026-12-30"), (2, "2026-12-31"), (3, "2027-01-02")] {
        fjellvik.time_passes_until(&format!("{day}T07:30:00")).await;
        fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i dag kl 15-16").await;
        fjellvik.says("kari", &format!("#{number} jeg kan")).await;
        fjellvik.time_passes_until(&format!("{day}T16:05:00")).await;
        fjellvik.forget();
        fjellvik.says("kari", &format!("#{number} ferdig")).await;
        let said = fjellvik.transcript();
        thanks.extend(said.lines().filter(|line| line.contains("i år")).map(str::to_owned));
    }
    expect![[r#"
        ons 16:05 bot → kari: Takk for innsatsen på #1, Kari! 200 kr til laget, 200 kr så langt i år.
        tor 16:05 bot → kari: Takk for innsatsen på #2, Kari! 200 kr til laget, 400 kr så langt i år.
        lør 16:05 bot → kari: Takk for innsatsen på #3, Kari! 200 kr til laget, 200 kr så langt i år."#]]
    .assert_eq(&thanks.join("\n"));
}
