//! What must be covered is never left in silence: after the answer, before the start, at the start, and when a place comes free once it has begun.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::domain::task::SignupState;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    a_requester_who_stays_silent_does_not_leave_it_empty,
    what_somebody_takes_is_told_of_no_more,
    what_can_wait_ends_with_the_answer,
    the_dry_run_shows_the_end_of_the_ladder,
    a_colleague_in_the_unit_can_take_it,
    the_reserve_takes_over_from_somebody_who_is_not_there,
    who_was_reported_as_missing_is_there_after_all,
    the_deputy_is_rung_about_a_hole_that_duty_does_nothing_about,
    whoever_takes_it_once_it_has_begun_has_it,
    near_the_end_nobody_is_asked_any_more,
    what_can_wait_asks_the_reserves_too_once_it_has_begun,
    the_service_was_down_over_the_start,
    a_hole_at_night_is_spoken_of_when_people_wake,
    whoever_held_it_over_night,
    a_call_that_is_not_answered
);

/// Dinner on Monday at 15, for nobody yet.
async fn dinner_for_nobody(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik
}

/// The same, for Kari, while Ola and Eva wait.
async fn dinner(db: Db) -> World {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.forget();
    fjellvik
}

async fn a_requester_who_stays_silent_does_not_leave_it_empty(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.time_passes_until("2026-11-22T09:55:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T17:00:00").await;
    expect![[r#"
        søn 10:00 bot → silje: #1, søndag 22. november kl. 15–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        søn 10:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 10:30 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 22. november kl. 15–16. Den som meldte behovet, har ikke svart. Kan noen av dere?
              [Vi gjør det selv] [Avlys]
        søn 12:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, vet at det mangler folk.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 12:30 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 15. Kan noen?
        søn 12:30 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 søndag kl. 15. Kan noen?
        søn 14:30 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 14:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 14:30 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 14:30 bot → silje: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
              [Vi gjør det selv] [Avlys]
        søn 14:30 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
              [Vi gjør det selv] [Avlys]
        søn 14:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
        søn 14:45 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 14:45 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 14:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
        søn 15:00 bot → bjorn: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 15:00 bot → silje: #1, søndag 22. november kl. 15–16, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
              [Vi gjør det selv] [Avlys]
        søn 16:00 bot → anne: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
        søn 16:00 bot → anne: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
        søn 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
        søn 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
        søn 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
        søn 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, vet at det mangler folk.
        søn 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
        søn 16:00 bot → bjorn: (edited) #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        søn 16:00 bot → inger: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
        søn 16:00 bot → inger: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 16:00 bot → silje: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
        søn 16:00 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
        søn 16:00 ⌂ frivilligsentralen bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
        søn 16:00 ⌂ hjemmetjenesten bot: (edited) #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 22. november kl. 15–16. Den som meldte behovet, har ikke svart. Kan noen av dere?
        søn 16:00 ⌂ hjemmetjenesten bot: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Det begynner søndag kl. 15, og ingen har tatt det ennå.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("bjorn", "/historikk #1").await;
    let history = fjellvik.transcript();
    for told in ["fortsatt er tomt", "siste varsel", "ikke er dekket"] {
        assert!(history.contains(told), "{told}: {history}");
    }
    fjellvik.is_at_rest().await;
}

async fn what_somebody_takes_is_told_of_no_more(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.time_passes_until("2026-11-22T10:35:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 12:45").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:40:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
    fjellvik.presses("silje", "Vi gjør det selv").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T17:00:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_can_wait_ends_with_the_answer(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T17:55:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn the_dry_run_shows_the_end_of_the_ladder(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    expect![[r#"
        lør 10:00 silje presses: [Hva skjer hvis ingen svarer?]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Hvis ingen svarer, skjer dette:
              lørdag kl. 10: Fjellvik IL blir spurt.
              lørdag kl. 13: én påminnelse i gruppa.
              lørdag kl. 15: Frivilligsentralen Fjellvik blir spurt.
              lørdag kl. 20:55: de som har sagt at de kan stå klare, blir spurt.
              søndag kl. 07: Bjørn Moe, som har vakt, får beskjed.
              søndag kl. 07:15: stedfortreder Anne Berg, hvis vakten ikke svarer.
              søndag kl. 07:30: Inger Holt, kommunens kontakt, hvis ingen av dem svarer.
              søndag kl. 09: gruppene og Bjørn Moe, som har vakt, blir minnet på det.
              søndag kl. 10: du får svar uansett.
              søndag kl. 10:30: Bjørn Moe, som har vakt, og enheten får vite at ingen har tatt det.
              søndag kl. 12:30: gruppene og Bjørn Moe, som har vakt, blir minnet på det.
              søndag kl. 14:30: alle som kan gjøre noe, får beskjed én gang til.
              søndag kl. 15: du får vite det rett ut hvis oppdraget ikke er dekket.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_colleague_in_the_unit_can_take_it(db: Db) {
    let colleagues = FJELLVIK.replace("staff_of = [\"biblioteket\"]", "staff_of = [\"hjemmetjenesten\"]");
    let mut fjellvik = World::joined(db, &colleagues).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.time_passes_until("2026-11-22T10:35:00").await;
    fjellvik.forget();
    fjellvik.presses_in("hjemmetjenesten", "kari", "Vi gjør det selv").await;
    fjellvik.presses_in("hjemmetjenesten", "tor", "Vi gjør det selv").await;
    expect![[r#"
        søn 10:35 kari presses: [Vi gjør det selv]
        søn 10:35 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        søn 10:35 tor presses: [Vi gjør det selv]
        søn 10:35 bot → anne: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → anne: Kommunen tar #1 selv: Matombringing, søndag 22. november kl. 15–16. Tor Nilsen svarer for det.
        søn 10:35 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → bjorn: Kommunen tar #1 selv: Matombringing, søndag 22. november kl. 15–16. Tor Nilsen svarer for det.
        søn 10:35 bot → inger: (edited) #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 15–16.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 10.
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → inger: Kommunen tar #1 selv: Matombringing, søndag 22. november kl. 15–16. Tor Nilsen svarer for det.
        søn 10:35 bot → silje: (edited) #1, søndag 22. november kl. 15–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              Tor Nilsen har ordnet dette.
        søn 10:35 bot → silje: Kommunen tar #1 selv: Matombringing, søndag 22. november kl. 15–16. Tor Nilsen svarer for det.
        søn 10:35 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:35 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:35 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:35 ⌂ frivilligsentralen bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:35 bot ⇢ tor: (toast) Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:35 ⌂ hjemmetjenesten bot: (edited) #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 22. november kl. 15–16. Den som meldte behovet, har ikke svart. Kan noen av dere?
              Tor Nilsen har ordnet dette.
        søn 10:35 ⌂ hjemmetjenesten bot: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_reserve_takes_over_from_somebody_who_is_not_there(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    let task = fjellvik.task(1).await;
    assert!(task.signups.iter().any(|signup| signup.state == SignupState::Withdrawn) && task.taken() == 0);
    assert!(task.marks.iter().any(|marked| marked.mark == Mark::Absent));
    expect![[r#"
        søn 15:21 bjorn presses: [Kari N. kom ikke]
        søn 15:21 bot ⇢ bjorn: (toast) Notert: Kari N. kom ikke på #1.
        søn 15:21 bot → bjorn: (edited) Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Du svarte: Kari N. kom ikke
        søn 15:21 bot → bjorn: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Reserve Ola R. er spurt og har frist til søndag kl. 15:31.
              Spurt: Fjellvik IL (2 ja, 1 nei)
              Spørres nå: Ola Rud, med frist søndag kl. 15:31.
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        søn 15:21 bot → bjorn: Notert: Kari N. kom ikke på #1.
        søn 15:21 bot → silje: #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:51. Dere kan også ta det selv:
              [Vi gjør det selv] [Avlys]
        søn 15:21 bot → kari: Vakta har fått vite at du ikke er på #1, så jeg spør andre. Er du der likevel?
              [Jeg er i gang]
        søn 15:21 bot → ola: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
        søn 15:21 bot → ola: Det ble en plass ledig på #1: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen søndag kl. 15:31.
              [Ja] [Nei]
        søn 15:21 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("ola", "Ja").await;
    expect![[r#"
        søn 15:21 ola presses: [Ja]
        søn 15:21 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Reserve Ola R. er spurt og har frist til søndag kl. 15:31.
              Spurt: Fjellvik IL (2 ja, 1 nei)
              Spørres nå: Ola Rud, med frist søndag kl. 15:31.
              Ola Rud har ordnet dette.
        søn 15:21 bot → silje: (edited) #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:51. Dere kan også ta det selv:
              Ola Rud har ordnet dette.
        søn 15:21 bot → silje: #1, søndag 22. november kl. 15–16, er dekket: Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 15:21 bot ⇢ ola: (toast) Takk! Du har plass på #1.
        søn 15:21 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Matombringing, søndag 22. november kl. 15–16.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        søn 15:21 bot → ola: Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 15:21 bot → ola: (edited) Det ble en plass ledig på #1: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen søndag kl. 15:31.
              Du svarte: Ja
        søn 15:21 bot → ola: #1 begynner nå: Matombringing. Trykk når du er i gang.
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
        søn 15:21 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Ola R.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        søn 15:21 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:21 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer så snart det går.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:45:00").await;
    fjellvik.presses("ola", "Jeg er i gang").await;
    fjellvik.time_passes_until("2026-11-22T16:10:00").await;
    expect![[r#"
        søn 15:31 bot → ola: Er du i gang med #1?
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
        søn 15:41 bot → bjorn: Jeg har ikke hørt fra Ola R. om at #1 er i gang: Matombringing, søndag kl. 15.
              [Ola R. er i gang] [Ola R. kom ikke]
        søn 15:41 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer så snart det går.
              Dette gjelder ikke lenger.
        søn 15:41 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
        søn 15:45 ola presses: [Jeg er i gang]
        søn 15:45 bot → bjorn: (edited) Jeg har ikke hørt fra Ola R. om at #1 er i gang: Matombringing, søndag kl. 15.
              Ola Rud har ordnet dette.
        søn 15:45 bot → bjorn: Notert: Ola R. er i gang med #1.
        søn 15:45 bot ⇢ ola: (toast) Fint! Da vet vi at #1 er i gang.
        søn 15:45 bot → ola: Fint! Da vet vi at #1 er i gang.
        søn 15:45 bot → ola: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:45 bot → ola: (edited) Er du i gang med #1?
              Du svarte: Jeg er i gang
        søn 15:45 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:45 ⌂ hjemmetjenesten bot: Notert: Ola R. er i gang med #1.
        søn 16:00 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, søndag 22. november kl. 15–16.
              Dette gjelder ikke lenger.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Ola Rud fra Fjellvik IL kommer.
        søn 16:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ferdig. Takk!
              Kommer: Ola R.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn who_was_reported_as_missing_is_there_after_all(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:22:00").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Jeg er i gang").await;
    expect![[r#"
        søn 15:22 kari presses: [Jeg er i gang]
        søn 15:22 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Reserve Ola R. er spurt og har frist til søndag kl. 15:31.
              Spurt: Fjellvik IL (2 ja, 1 nei)
              Spørres nå: Ola Rud, med frist søndag kl. 15:31.
              Kari Nes har ordnet dette.
        søn 15:22 bot → bjorn: Notert: Kari N. er i gang med #1.
        søn 15:22 bot → silje: (edited) #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:51. Dere kan også ta det selv:
              Kari Nes har ordnet dette.
        søn 15:22 bot → silje: #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 15:22 bot ⇢ kari: (toast) Fint! Da vet vi at #1 er i gang.
        søn 15:22 bot → kari: Fint! Da vet vi at #1 er i gang.
        søn 15:22 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:22 bot → kari: (edited) Vakta har fått vite at du ikke er på #1, så jeg spør andre. Er du der likevel?
              Du svarte: Jeg er i gang
        søn 15:22 bot → kari: (edited) Er du i gang med #1?
              Du svarte: Jeg er i gang
        søn 15:22 bot → ola: (edited) Det ble en plass ledig på #1: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen søndag kl. 15:31.
        søn 15:22 bot → ola: Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 15:22 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              2 reserver.
              [Stå som reserve] [Kan ikke]
        søn 15:22 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:22 ⌂ hjemmetjenesten bot: Notert: Kari N. er i gang med #1.
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.offers.len()), (1, 0));
    // Who is too late finds the place taken.
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn the_deputy_is_rung_about_a_hole_that_duty_does_nothing_about(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "bilen er død, kan ikke komme").await;
    fjellvik.time_passes_until("2026-11-22T16:30:00").await;
    expect![[r#"
        søn 15:05 kari → bot: bilen er død, kan ikke komme
        søn 15:05 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, søndag 22. november kl. 15–16.
              Kari N. er tatt av #1. Jeg spør andre.
        søn 15:05 bot → bjorn: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
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
        søn 15:05 bot → eva: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              [Ja] [Nei]
        søn 15:05 bot → marit: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              [Ja] [Nei]
        søn 15:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

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
        søn 15:35 bot → silje: #1, søndag 22. november kl. 15–16: oppdraget er i gang eller over, og vi fikk 0 av 1. Beklager at svaret kommer så sent.
              [Vi gjør det selv] [Avlys]
        søn 15:35 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              Dette gjelder ikke lenger.
        søn 15:35 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 15 likevel.
              [Gjort] [Fikk ikke tak i]
        søn 16:00 bot → anne: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        søn 16:00 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        søn 16:00 bot → inger: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16: oppdraget er i gang eller over, og vi fikk 0 av 1. Beklager at svaret kommer så sent.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:35. Dere kan også ta det selv:
        søn 16:00 bot → eva: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn whoever_takes_it_once_it_has_begun_has_it(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    fjellvik.says("kari", "bilen er død, kan ikke komme").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.time_passes_until("2026-11-22T16:30:00").await;
    expect![[r#"
        søn 15:05 bjorn presses: [Tar det]
        søn 15:05 bot ⇢ bjorn: (toast) Da er det du som tar #1, og jeg er stille. Når det er ordnet: «Sett inn noen» eller «Kommunen tar det».
        søn 15:05 bot → bjorn: Da er det du som tar #1, og jeg er stille. Når det er ordnet: «Sett inn noen» eller «Kommunen tar det».
        søn 15:05 bot → silje: #1, søndag 22. november kl. 15–16: Bjørn Moe (10 00 00 02), som har vakt, har tatt på seg å ordne det.
        søn 15:20 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 15:20 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              Dette gjelder ikke lenger.
        søn 15:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              [Gjort] [Fikk ikke tak i]
        søn 16:00 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 16:00 bot → silje: (edited) #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:35. Dere kan også ta det selv:
        søn 16:00 bot → eva: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              #1 er over. Takk likevel!
        søn 16:00 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              #1 er over. Takk likevel!
        søn 16:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn near_the_end_nobody_is_asked_any_more(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:35:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "kan ikke komme likevel").await;
    fjellvik.time_passes_until("2026-11-22T16:30:00").await;
    let told = fjellvik.transcript();
    assert!(!told.replace("bot → ola: (edited)", "").contains("bot → ola"), "{told}");
    assert!(told.contains("bot → silje: #1") && told.contains("bot → bjorn: #1 har begynt"), "{told}");
    fjellvik.is_at_rest().await;
}

async fn what_can_wait_asks_the_reserves_too_once_it_has_begun(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T16:10:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.presses("eva", "Nei").await;
    fjellvik.time_passes_until("2026-11-22T16:50:00").await;
    expect![[r#"
        søn 16:10 kari → bot: må melde forfall
        søn 16:10 bot → bjorn: (edited) Kari N. og Ola R. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Kari N. er tatt av #1. Jeg spør andre.
              [Ola R. kommer] [Ola R. kommer ikke]
        søn 16:10 bot → silje: #1, søndag 22. november kl. 16–18, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 16:40. Dere kan også ta det selv:
              [Holder] [Vi stiller selv]
        søn 16:10 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        søn 16:10 bot → kari: Takk for beskjed. Du er tatt av #1. Kommunen får vite det med én gang.
        søn 16:10 bot → kari: (edited) Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              Du svarte: Kan ikke
        søn 16:10 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              Du svarte: Kan ikke
        søn 16:10 bot → kari: (edited) Snart: Snømåking, søndag 22. november kl. 16–18 (#1).
              Du svarte: Kan ikke
              [Åpne oppdraget ↗]
        søn 16:10 bot → eva: (edited) Kan du stå klar som reserve for #1: Snømåking, søndag 22. november kl. 16–18?
        søn 16:10 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 16:20.
              [Ja] [Nei]
        søn 16:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Ola R.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 16:10 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. og Ola R. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
        søn 16:10 eva presses: [Nei]
        søn 16:10 bot ⇢ eva: (toast) Takk for at du sa fra om #1.
        søn 16:10 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        søn 16:10 bot → eva: Takk for at du sa fra om #1.
        søn 16:10 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 16:20.
              Du svarte: Nei
        søn 16:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 16:40 bot → silje: #1, søndag 22. november kl. 16–18: oppdraget er i gang eller over, og vi fikk 1 av 2. Beklager at svaret kommer så sent.
              [Holder] [Vi stiller selv]
        søn 16:40 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer så snart det går.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_service_was_down_over_the_start(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.time_passes_until("2026-11-22T10:40:00").await;
    fjellvik.forget();
    fjellvik.is_down_until("2026-11-22T15:20:00").await;
    let told = fjellvik.transcript();
    assert_eq!(told.matches("og er ikke dekket").count(), 2, "{told}");
    assert!(!told.contains("ingen har tatt det ennå"), "{told}");
    fjellvik.is_at_rest().await;
}

/// Who is told what from when, without the words: the first line of each message that is no edit.
fn told(said: &str) -> String {
    let heads =
        said.lines().filter(|line| !line.starts_with(' ') && !line.is_empty() && !line.contains("(edited)"));
    heads.map(|line| format!("{line}\n")).collect()
}

async fn a_hole_at_night_is_spoken_of_when_people_wake(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 09-10, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T02:10:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "sjuk").await;
    fjellvik.time_passes_until("2026-11-22T09:00:00").await;
    expect![[r#"
        søn 02:10 kari → bot: sjuk
        søn 02:10 bot → bjorn: Kari Nes har meldt forfall på #1, som starter søndag kl. 09 og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
        søn 02:10 bot → kari: God bedring, Kari! Du er tatt av #1, søndag 22. november kl. 09–10. Jeg spør andre.
        søn 02:10 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 09. Kan noen ta den?
        søn 02:20 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, søndag 22. november kl. 09–10
        søn 02:25 bot → eva: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 09–10. Kan du?
        søn 02:25 bot → marit: Vi mangler folk på #1: Matombringing, søndag 22. november kl. 09–10. Kan du?
        søn 02:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 02:45 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 03:00 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 07:00 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 07:00 bot → silje: #1, søndag 22. november kl. 09–10: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 09. Kan noen?
        søn 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 søndag kl. 09. Kan noen?
        søn 07:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 07:30 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 22. november kl. 09–10. Den som meldte behovet, har ikke svart. Kan noen av dere?
        søn 07:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 09 likevel.
        søn 07:45 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 07:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 09 likevel.
        søn 08:30 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 08:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 08:30 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 08:30 bot → silje: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 08:30 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 09–10.
        søn 09:00 bot → bjorn: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        søn 09:00 bot → silje: #1, søndag 22. november kl. 09–10, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
    "#]].assert_eq(&told(&fjellvik.transcript()));
}

async fn whoever_held_it_over_night(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 08-09, 1 sjåfør").await;
    fjellvik.time_passes_until("2026-11-21T20:50:00").await;
    fjellvik.says("bjorn", "#1 jeg tar det til i morgen kl 7").await;
    fjellvik.time_passes_until("2026-11-22T06:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T07:01:00").await;
    expect![[r#"
        søn 07:00 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 22. november kl. 08–09.
        søn 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        søn 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
    "#]]
    .assert_eq(&told(&fjellvik.transcript()));
}

async fn a_call_that_is_not_answered(db: Db) {
    let mut fjellvik = dinner_for_nobody(db).await;
    fjellvik.time_passes_until("2026-11-22T14:31:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T14:59:00").await;
    expect![[r#"
        søn 14:45 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 14:45 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 14:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 15.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
}
