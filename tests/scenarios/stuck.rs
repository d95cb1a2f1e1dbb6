//! Somebody is stuck on the way, somebody is hurt and the one who says so can't come, and staff send home whoever is there.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    stuck_in_the_snow_and_silent,
    stuck_and_gets_there_after_all,
    stuck_and_gives_it_back,
    stuck_in_a_queue_is_only_late,
    stuck_and_says_no,
    another_is_hurt_and_i_cannot_come,
    another_is_hurt_days_before,
    staff_send_home_whoever_is_there,
    who_was_told_that_it_is_covered_hears_of_the_doubt,
    the_doubt_is_over_before_the_requester_hears_of_it,
);

/// Dinner on Sunday at 15, for Kari, who has confirmed it.
async fn dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-22T14:40:00").await;
    fjellvik.forget();
    fjellvik
}

async fn stuck_in_the_snow_and_silent(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "Står fast i snøen og kommer ikke fram").await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    expect![[r#"
        søn 14:40 kari → bot: Står fast i snøen og kommer ikke fram
        søn 14:40 bot → bjorn: Kari N. har trøbbel på veien til #1: Matombringing, søndag 22. november kl. 15–16, og kommer kanskje ikke fram. Jeg har spurt om det går.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 14:40 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
              Kari N. har trøbbel på veien til #1 og kommer kanskje ikke fram.
              [Endre] [Avlys]
        søn 14:40 bot → silje: Kari N. har trøbbel på veien og kommer kanskje ikke fram til #1, søndag 22. november kl. 15–16. Vakten vet om det.
        søn 14:40 bot → kari: Så kjedelig! Kommer du deg fram til #1? Kan du ikke, spør jeg andre med en gang. Vakten vet om det.
              [Jeg kommer fram] [Jeg blir forsinket]
              [Kan ikke]
        søn 14:40 bot → kari: (🤔)
        søn 14:50 bot → bjorn: Fortsatt uavklart: Kari N. har trøbbel på veien til #1: Matombringing, søndag 22. november kl. 15–16, og har ikke svart på om det går.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 14:50 bot → eva: Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              [Ja] [Nei]
        søn 14:50 bot → marit: Kan du stå klar som reserve for #1: Matombringing, søndag 22. november kl. 15–16?
              [Ja] [Nei]
        søn 15:00 bot → kari: #1 begynner nå: Matombringing. Trykk når du er i gang.
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn stuck_and_gets_there_after_all(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "bilen starter ikke").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Jeg kommer fram").await;
    fjellvik.time_passes_until("2026-11-22T14:59:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: Takk! Da regner vi med deg på #1."), "{said}");
    assert!(said.contains("bot → silje: Kari N. har svart og kommer på #1."), "{said}");
    assert!(!said.contains("Fortsatt uavklart"), "{said}");
}

async fn stuck_and_gives_it_back(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "Eg har køyrt meg fast i grøfta").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Kan ikke").await;
    expect![[r#"
        søn 14:40 kari presses: [Kan ikke]
        søn 14:40 bot → bjorn: (edited) Kari N. har trøbbel på veien til #1: Matombringing, søndag 22. november kl. 15–16, og kommer kanskje ikke fram. Jeg har spurt om det går.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Kari N. er tatt av #1. Jeg spør andre.
        søn 14:40 bot → bjorn: Kari Nes har meldt forfall på #1, som starter søndag kl. 15 og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
              [Tar det] [Sett inn noen]
        søn 14:40 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 15–16. Jeg leter etter noen, og du får svar senest søndag kl. 15.
        søn 14:40 bot ⇢ kari: (toast) Du er tatt av #1. Takk for beskjed!
        søn 14:40 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
        søn 14:40 bot → kari: (edited) Så kjedelig! Kommer du deg fram til #1? Kan du ikke, spør jeg andre med en gang. Vakten vet om det.
              Du svarte: Kan ikke
        søn 14:40 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 15–16. Jeg spør andre.
        søn 14:40 bot → kari: (edited) Snart: Matombringing, søndag 22. november kl. 15–16 (#1).
              Du svarte: Kan ikke
              [Åpne oppdraget ↗]
        søn 14:40 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 15. Kan noen ta den?
        søn 14:40 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 14:40 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn stuck_and_says_no(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "bilen starter ikke, så jeg kan ikke komme").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    let said = fjellvik.transcript();
    assert!(!said.contains("trøbbel på veien"), "{said}");
}

async fn stuck_in_a_queue_is_only_late(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "står fast i kø, kommer 20 min sent").await;
    expect![[r#"
        søn 14:40 kari → bot: står fast i kø, kommer 20 min sent
        søn 14:40 bot → bjorn: Kari N. blir forsinket til #1 og regner med å være der kl. 15:20.
        søn 14:40 bot → silje: Kari N. blir forsinket til #1 og regner med å være der kl. 15:20.
        søn 14:40 bot → kari: Takk for beskjed. Jeg sier fra at du er der kl. 15:20 (#1).
        søn 14:40 bot → kari: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn another_is_hurt_and_i_cannot_come(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("kari", "Ola har falt, jeg kan ikke komme").await;
    expect![[r#"
        søn 14:40 kari → bot: Ola har falt, jeg kan ikke komme
        søn 14:40 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 14:40 bot → bjorn: Kari Nes har meldt forfall på #1, som starter søndag kl. 15 og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
              [Tar det] [Sett inn noen]
        søn 14:40 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 14:40 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 15–16. Jeg leter etter noen, og du får svar senest søndag kl. 15.
        søn 14:40 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
        søn 14:40 bot → kari: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
              Takk for beskjed. Du er tatt av #1. Kommunen får vite det med én gang.
        søn 14:40 bot → kari: (deleted)
        søn 14:40 bot → kari: (edited) Snart: Matombringing, søndag 22. november kl. 15–16 (#1).
              Du svarte: Kan ikke
              [Åpne oppdraget ↗]
        søn 14:40 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 15. Kan noen ta den?
        søn 14:40 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 14:40 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn another_is_hurt_days_before(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "Ola har falt, jeg kan ikke komme").await;
    expect![[r#"
        lør 10:00 kari → bot: Ola har falt, jeg kan ikke komme
        lør 10:00 bot → anne: Haster: Kari Nes skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
        lør 10:00 bot → bjorn: Haster: Kari Nes skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → kari: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        lør 10:00 bot → kari: (deleted)
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn staff_send_home_whoever_is_there(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "ho er på sjukehuset, du kan gå heim").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    expect![[r#"
        søn 15:05 silje → bot: ho er på sjukehuset, du kan gå heim
        søn 15:05 bot → silje: Skal #1 avsluttes? Da sier jeg til Kari Nes at oppdraget er avlyst, uten å si hvorfor.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
              [Ja, avlys] [Nei, la det stå]
        søn 15:05 bot → silje: (deleted)
        søn 15:05 silje presses: [Ja, avlys]
        søn 15:05 bot ⇢ silje: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        søn 15:05 bot → silje: (edited) Skal #1 avsluttes? Da sier jeg til Kari Nes at oppdraget er avlyst, uten å si hvorfor.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
              Du svarte: Ja, avlys
        søn 15:05 bot → silje: #1 er avlyst. Alle det gjelder, har fått beskjed.
        søn 15:05 bot → silje: (edited) #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 15:05 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
        søn 15:05 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
        søn 15:05 bot → kari: #1, søndag 22. november kl. 15–16, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        søn 15:05 bot → kari: (edited) Snart: Matombringing, søndag 22. november kl. 15–16 (#1).
              [Åpne oppdraget ↗]
        søn 15:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Avlyst.
        søn 15:05 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:05 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 15 likevel.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
}

/// Snow on Monday at 16 for one; Kari has confirmed it, and whoever asked has read that it is covered.
async fn covered_snow(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    fjellvik.forget();
    fjellvik
}

async fn who_was_told_that_it_is_covered_hears_of_the_doubt(db: Db) {
    let mut fjellvik = covered_snow(db).await;
    fjellvik.says("hanne", "Kari kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T11:00:00").await;
    fjellvik.says("kari", "jo, jeg kommer").await;
    expect![[r#"
        man 09:30 hanne → bot: Kari kommer ikke på #1
        man 09:30 bot → anne: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 09:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 10:35 bot → anne: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Kari N. har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 10:35 bot → silje: Det er meldt at Kari N. kanskje ikke kommer på #1, mandag 23. november kl. 16–18. Kari N. er spurt, men har ikke svart. Vakten vet om det.
        man 10:35 bot → eva: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja] [Nei]
        man 10:35 bot → solveig: Kan du stå klar som reserve for #1: Snømåking, måndag 23. november kl. 16–18?
              [Ja] [Nei]
        man 11:00 kari → bot: jo, jeg kommer
        man 11:00 bot → anne: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Notert: Kari N. kommer på #1.
        man 11:00 bot → anne: (edited) Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Kari N. har ikke svart.
              Notert: Kari N. kommer på #1.
        man 11:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        man 11:00 bot → silje: Kari N. har svart og kommer på #1.
        man 11:00 bot → hanne: Kari N. har svart og kommer på #1. Takk for at du passet på!
        man 11:00 bot → kari: Takk! Da regner vi med deg på #1.
        man 11:00 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kommer
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_doubt_is_over_before_the_requester_hears_of_it(db: Db) {
    let mut fjellvik = covered_snow(db).await;
    fjellvik.says("hanne", "Kari kommer ikke på #1").await;
    fjellvik.forget();
    fjellvik.says("kari", "jo, jeg kommer").await;
    expect![[r#"
        man 09:30 kari → bot: jo, jeg kommer
        man 09:30 bot → anne: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Notert: Kari N. kommer på #1.
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Kari N. har svart og kommer på #1. Takk for at du passet på!
        man 09:30 bot → kari: Takk! Da regner vi med deg på #1.
        man 09:30 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kommer
    "#]].assert_eq(&fjellvik.transcript());
}
