//! Scene 3: somebody can't after all, and the reserves are asked in their order.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(sick_at_ten_past_six, a_pair_in_the_queue_keeps_its_turn, a_silent_reserve_loses_the_turn);

/// Meals on Monday morning: Kari has the place, Ola and Eva wait.
async fn meals_on_monday(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Matkjøring mandag kl 7.30-8.30 fra Storgata 5, 1 sjåfør").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "eva", "ja gjerne").await;
    fjellvik
}

async fn sick_at_ten_past_six(db: Db) {
    let mut fjellvik = meals_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-23T06:10:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    fjellvik.says("ola", "ja").await;
    expect![[r#"
        man 06:10 kari → bot: syk
        man 06:10 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Kari N. er tatt av #1. Jeg spør andre.
        man 06:10 bot → bjorn: Kari Nes har meldt forfall på #1, som starter mandag kl. 07:30 og må dekkes. Jeg spør reservene nå.
              [Tar det] [Sett inn noen]
        man 06:10 bot → silje: (edited) #1, mandag 23. november kl. 07:30–08:30, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        man 06:10 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, mandag 23. november kl. 07:30–08:30.
        man 06:10 bot → kari: God bedring, Kari! Du er tatt av #1, mandag 23. november kl. 07:30–08:30. Jeg spør andre.
        man 06:10 bot → kari: (edited) Matombringing, mandag 23. november kl. 07:30–08:30 (#1). Kommer du?
              Du svarte: Kan ikke
        man 06:10 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, mandag 23. november kl. 07:30–08:30?
              Du svarte: Kan ikke
        man 06:10 bot → ola: (edited) Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 07:30–08:30?
        man 06:10 bot → ola: Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:25.
              [Ja] [Nei]
        man 06:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 06:10 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 07:30.
              Dette gjelder ikke lenger.
        man 06:10 ola → bot: ja
        man 06:10 bot → bjorn: (edited) Kari Nes har meldt forfall på #1, som starter mandag kl. 07:30 og må dekkes. Jeg spør reservene nå.
              Ola Rud har ordnet dette.
        man 06:10 bot → silje: (edited) #1, mandag 23. november kl. 07:30–08:30, er dekket: Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        man 06:10 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Matombringing, mandag 23. november kl. 07:30–08:30.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        man 06:10 bot → ola: Takk! Du har plass på #1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        man 06:10 bot → ola: (edited) Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:25.
              Du svarte: Ja
        man 06:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Ola R.
              Én reserve.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn a_silent_reserve_loses_the_turn(db: Db) {
    let mut fjellvik = meals_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-23T06:10:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.time_passes_until("2026-11-23T06:26:00").await;
    fjellvik.says("eva", "nei").await;
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    expect![[r#"
        man 06:10 kari → bot: må melde forfall
        man 06:10 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Kari N. er tatt av #1. Jeg spør andre.
        man 06:10 bot → bjorn: Kari Nes har meldt forfall på #1, som starter mandag kl. 07:30 og må dekkes. Jeg spør reservene nå.
              [Tar det] [Sett inn noen]
        man 06:10 bot → silje: (edited) #1, mandag 23. november kl. 07:30–08:30, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        man 06:10 bot → kari: (edited) Takk! Du har plass på #1: Matombringing, mandag 23. november kl. 07:30–08:30.
        man 06:10 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 07:30–08:30. Jeg spør andre.
        man 06:10 bot → kari: (edited) Matombringing, mandag 23. november kl. 07:30–08:30 (#1). Kommer du?
              Du svarte: Kan ikke
        man 06:10 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, mandag 23. november kl. 07:30–08:30?
              Du svarte: Kan ikke
        man 06:10 bot → ola: (edited) Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 07:30–08:30?
        man 06:10 bot → ola: Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:25.
              [Ja] [Nei]
        man 06:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 06:10 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 07:30.
              Dette gjelder ikke lenger.
        man 06:25 bot → ola: (edited) Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:25.
        man 06:25 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        man 06:25 bot → eva: Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:40.
              [Ja] [Nei]
        man 06:25 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 06:26 eva → bot: nei
        man 06:26 bot → silje: (edited) Det ble en plass ledig igjen på #1, mandag 23. november kl. 07:30–08:30. Jeg leter etter noen, og du får svar senest mandag kl. 07:25.
              [Endre] [Avlys]
        man 06:26 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Matombringing, mandag 23. november kl. 07:30–08:30.
              Du er reserve nr. 2. Blir det ledig, spør jeg når det er din tur.
        man 06:26 bot → eva: Takk for at du sa fra om #1.
        man 06:26 bot → eva: (edited) Det ble en plass ledig på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du ta den? Svar innen mandag kl. 06:40.
              Du svarte: Nei
        man 06:26 bot → marit: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du?
              [Ja] [Nei]
        man 06:26 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 07:30. Kan noen ta den?
        man 06:26 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 06:26 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 06:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt nå: Frivilligsentralen Fjellvik
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 06:45 bot → anne: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 06:57 bot → inger: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 07:30–08:30. Jeg leter etter noen, og du får svar senest mandag kl. 07:25.
        man 07:25 bot → silje: #1, mandag 23. november kl. 07:30–08:30: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        man 07:25 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 07:30 likevel.
              [Gjort] [Fikk ikke tak i]
        man 07:30 bot → bjorn: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 07:30 bot → silje: #1, mandag 23. november kl. 07:30–08:30, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
              [Vi gjør det selv] [Avlys]
        man 07:40 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        man 07:40 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 07:30 likevel.
              Dette gjelder ikke lenger.
        man 07:40 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 07:30 likevel.
              [Gjort] [Fikk ikke tak i]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              [Jeg tar #1]
        man 08:30 bot → anne: (edited) #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
        man 08:30 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
        man 08:30 bot → bjorn: (edited) Kari Nes har meldt forfall på #1, som starter mandag kl. 07:30 og må dekkes. Jeg spør reservene nå.
        man 08:30 bot → bjorn: (edited) #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt nå: Frivilligsentralen Fjellvik
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
        man 08:30 bot → bjorn: (edited) #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        man 08:30 bot → inger: (edited) #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 07:30–08:30.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 2 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 07:25.
        man 08:30 bot → silje: (edited) #1, mandag 23. november kl. 07:30–08:30: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        man 08:30 bot → silje: (edited) #1, mandag 23. november kl. 07:30–08:30, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
        man 08:30 bot → silje: (edited) Det ble en plass ledig igjen på #1, mandag 23. november kl. 07:30–08:30. Jeg leter etter noen, og du får svar senest mandag kl. 07:25.
        man 08:30 bot → marit: (edited) Vi mangler folk på #1: Matombringing, mandag 23. november kl. 07:30–08:30. Kan du?
              #1 er over. Takk likevel!
        man 08:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
        man 08:30 ⌂ frivilligsentralen bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 07:30–08:30
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_pair_in_the_queue_keeps_its_turn(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    fjellvik.presses_in("fjellvik-il", "ola", "Stå som reserve").await;
    fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "får det ikke til likevel").await;
    fjellvik.says("ola", "nei").await;
    fjellvik.says("eva", "ja").await;
    fjellvik.replies("fjellvik-il", "per", "kan ikke likevel").await;
    expect![[r#"
        lør 10:00 kari → bot: får det ikke til likevel
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        lør 10:00 bot → ola: Det ble én plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Vil én av dere ta den? Svar innen lørdag kl. 18. Sier dere nei, beholder dere plassen i køen.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Per H.
              3 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ola → bot: nei
        lør 10:00 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Dere to er reserve nr. 1. Blir det ledig, spør jeg når det er deres tur.
        lør 10:00 bot → ola: Greit. Dere beholder plassen i køen på #1.
        lør 10:00 bot → ola: (edited) Det ble én plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Vil én av dere ta den? Svar innen lørdag kl. 18. Sier dere nei, beholder dere plassen i køen.
              Du svarte: Nei
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 eva → bot: ja
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Per Haugen og Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 2. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              Du svarte: Ja
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Per H. og Eva L.
              2 reserver.
              [Stå som reserve] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il per (reply): kan ikke likevel
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → per: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → per: Takk for beskjed. Du er teken av #1, søndag 22. november kl. 16–18. Eg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Eva L.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
