//! People and groups that can't be reached, known beforehand or only when the message is sent; and a platform that stumbles.

use std::time::Duration;

use expect_test::expect;
use tannhjul::chat::{Event, SendError};
use tannhjul::store::Db;

use crate::acts::SNOW;
use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    nobody_on_duty_can_be_reached,
    duty_does_not_hear_of_a_part_and_the_deputy_does,
    the_requester_can_t_be_reached,
    the_requester_of_a_filled_task_can_t_be_reached,
    who_holds_it_can_t_be_asked_again,
    every_group_is_gone,
    the_platform_stumbles,
    a_reminder_is_said_at_most_once,
    the_requester_does_not_hear_what_duty_decided,
    a_decision_that_does_not_arrive_is_passed_on,
    what_is_held_up_into_the_night_waits_for_the_morning,
    what_somebody_just_asked_is_answered_at_night,
    who_comes_early_is_reminded_early,
    a_chat_that_is_stuck_is_told_of,
);

async fn nobody_on_duty_can_be_reached(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for person in ["bjorn", "anne", "inger"] {
        fjellvik.chat.block(&format!("p:{person}"));
    }
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T16:00:00").await;
    expect![[r#"
        søn 10:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
        søn 10:00 bot → jonas: Jeg kan ikke skrive til Anne Berg, som skal ha vakt fra mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
        søn 10:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        søn 10:00 bot → jonas: Nå er det ingen jeg kan skrive til når noe står fast, så jeg tar ikke imot nye behov.
              Jeg kan ikke skrive til Inger Holt, som får beskjed når verken vakten eller stedfortrederen svarer.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn duty_does_not_hear_of_a_part_and_the_deputy_does(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.block("p:bjorn");
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan fra halv fem
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 bot → anne: Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        lør 10:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_can_t_be_reached(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.chat.block("p:silje");
    fjellvik.time_passes_until("2026-11-22T11:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:10:00").await;
    expect![[r#"
        søn 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
        søn 12:00 bot → bjorn: Jeg når ikke Silje Aune (10 00 00 04), som venter på svar om #1: 1 av 2 kommer. Kan du gi beskjed?
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_of_a_filled_task_can_t_be_reached(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.block("p:silje");
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): vi er to
        lør 10:00 bot → kari: Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. +1
              [Stå som reserve] [Kan ikke]
        lør 10:00 bot → bjorn: Jeg når ikke Silje Aune (10 00 00 04), som venter på svar om #1: 2 av 2 kommer. Kan du gi beskjed?
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_holds_it_can_t_be_asked_again(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 11").await;
    fjellvik.chat.block("p:bjorn");
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T11:05:00").await;
    expect![[r#"
        søn 11:00 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 11:00 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        søn 11:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn every_group_is_gone(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    fjellvik.chat.block("g:fjellvik-il");
    fjellvik.chat.block("g:nordre-il");
    fjellvik.forget();
    fjellvik.presses("silje", "Send").await;
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    expect![[r#"
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
              [Se og endre ↗]
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → bjorn: Jeg fikk ikke spurt Fjellvik IL om #1: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Snømåking og Aktivitet. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
        lør 10:00 bot → bjorn: Jeg fikk ikke spurt Nordre IL om #1: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Snømåking og Aktivitet. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Snømåking og Aktivitet. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
        lør 10:00 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        lør 10:00 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
    "#]].assert_eq(&fjellvik.transcript());
    // The next need is refused while there is nobody to ask.
    fjellvik.says("silje", "Trenger 1 til snømåking i Torget 1 i morgen kl 16-18").await;
    expect![[r#"
        lør 12:00 silje → bot: Trenger 1 til snømåking i Torget 1 i morgen kl 16-18
        lør 12:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Ingen av gruppene jeg skulle ha spurt, er koblet til, så ingen ville ha fått spørsmålet.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 12:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_platform_stumbles(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let temporary = || SendError::Temporary("502".to_owned());
    fjellvik.chat.fail("p:kari", [SendError::RetryAfter(Duration::from_secs(7)), temporary(), temporary()]);
    fjellvik
        .chat
        .fail("g:fjellvik-il", [temporary(), SendError::RetryAfter(Duration::from_secs(30)), temporary()]);
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T10:02:00").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): ja
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_reminder_is_said_at_most_once(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.fail("g:fjellvik-il", [SendError::Temporary("cut".to_owned())]);
    fjellvik.time_passes_until("2026-11-21T18:30:00").await;
    expect![[r#""#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_does_not_hear_what_duty_decided(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let private = fjellvik.private("silje");
    fjellvik.happens(private, "silje", Event::BotPresent(false)).await;
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Kommunen tar det").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| line.contains("bjorn") || line.contains("Silje"));
    expect![[r#"
        søn 10:01 bjorn presses: [Kommunen tar det]
        søn 10:01 bot ⇢ bjorn: (toast) Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:01 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 10:01 bot → bjorn: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
              Jeg når ikke Silje Aune, som meldte #1. Kan du gi beskjed?"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    fjellvik.is_at_rest().await;
}

async fn a_decision_that_does_not_arrive_is_passed_on(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.block("p:silje");
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Forleng fristen").await;
    fjellvik.presses("bjorn", "Til kl. 13").await;
    fjellvik.presses_data("bjorn", "cancelyes:1").await;
    let told = fjellvik.transcript();
    let lines: Vec<_> =
        told.lines().filter(|line| !line.contains("⌂") && !line.starts_with("       ")).collect();
    expect![[r#"
        søn 10:01 bjorn presses: [Forleng fristen]
        søn 10:01 bot ⇢ bjorn: (toast) Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
        søn 10:01 bot → bjorn: Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              [Til kl. 12:30] [Til kl. 13] [Til kl. 14]
        søn 10:01 bjorn presses: [Til kl. 13]
        søn 10:01 bot ⇢ bjorn: (toast) Svaret om #1 er flyttet til søndag kl. 13, og den som meldte behovet, har fått beskjed.
        søn 10:01 bot → bjorn: (edited) Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              Du svarte: Til kl. 13
        søn 10:01 bot → bjorn: Svaret om #1 er flyttet til søndag kl. 13, og den som meldte behovet, har fått beskjed.
        søn 10:01 bot → bjorn: Jeg når ikke Silje Aune (10 00 00 04), som meldte #1. Kan du si dette videre?
              Svaret om #1 kommer litt senere enn lovet: senest søndag kl. 13. Jeg leter videre.
        søn 10:01 bjorn presses: <cancelyes:1>
        søn 10:01 bot ⇢ bjorn: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        søn 10:01 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Dette er ordnet.
        søn 10:01 bot → bjorn: #1 er avlyst. Alle det gjelder, har fått beskjed.
              Jeg når ikke Silje Aune, som meldte #1. Kan du gi beskjed?
        søn 10:01 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              #1 er avlyst.
        søn 10:01 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              #1 er avlyst.
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Avlyst."#]].assert_eq(&lines.join("\n"));
    fjellvik.is_at_rest().await;
}

async fn what_is_held_up_into_the_night_waits_for_the_morning(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    for person in ["kari", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.time_passes_until("2026-11-21T20:58:00").await;
    fjellvik.forget();
    fjellvik.chat.fail("p:eva", [SendError::RetryAfter(Duration::from_secs(300))]);
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| line.contains("eva"));
    // Not at 21:03, and on a Sunday not before eleven.
    expect!["søn 11:00 bot → eva: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18."].assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    fjellvik.is_at_rest().await;
}

async fn what_somebody_just_asked_is_answered_at_night(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-21T23:00:00").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "bøvelabøv").await;
    expect![[r#"
        lør 23:00 ⌂ fjellvik-il kari (reply): bøvelabøv
        lør 23:00 bot → kari: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
              [Feil forstått]
        lør 23:00 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_chat_that_is_stuck_is_told_of(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let broken = || SendError::Temporary("a gateway timed out".to_owned());
    fjellvik.chat.fail("p:kari", std::iter::repeat_with(broken).take(14));
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T11:00:00").await;
    // Once, however often it was tried; and it got through in the end.
    expect![[r#"
        lør 10:18 bot → anne: Meldingene mine til Kari Nes har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
        lør 10:18 bot → bjorn: Meldingene mine til Kari Nes har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
        lør 10:38 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_comes_early_is_reminded_early(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 07:30-08:30").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T17:00:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T07:30:00").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| line.contains("→ kari"));
    expect![[r#"
        søn 18:00 bot → kari: Snømåking, mandag 23. november kl. 07:30–08:30 (#1). Kommer du?
        søn 20:30 bot → kari: Hei igjen! Kan du bekrefte #1, mandag 23. november kl. 07:30–08:30?"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}
