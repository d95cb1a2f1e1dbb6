//! What whoever asked, or holds a task, has read last is true, and nobody is woken for it.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    whoever_holds_it_hears_of_a_part,
    who_comes_is_put_right_for_the_requester,
    the_requester_sleeps,
    what_was_mended_in_the_night_is_said_once,
    who_asks_at_night_is_awake,
    what_duty_decides_at_night_waits_too,
    what_begins_in_the_night_is_said_in_the_night,
    a_pair_that_leaves_in_steps,
);

async fn whoever_holds_it_hears_of_a_part(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.says("bjorn", "jeg tar det til kl 12").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "jeg kan").await;
    expect![[r#"
        søn 10:05 ⌂ fjellvik-il kari (reply): jeg kan
        søn 10:05 bot → bjorn: #1: Kari N. kommer. Det mangler fortsatt 1 av 2.
        søn 10:05 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 10:05 ⌂ fjellvik-il bot: (👍)
        søn 10:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 10:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn who_comes_is_put_right_for_the_requester(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    fjellvik.presses("eva", "Ja").await;
    expect![[r#"
        lør 10:00 kari → bot: syk
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: God bedring, Kari! Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 eva presses: [Ja]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot ⇢ eva: (toast) Takk! Du har plass på #1.
        lør 10:00 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              Du svarte: Ja
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Eva L.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_requester_sleeps(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T02:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "får det ikke til likevel").await;
    // Without a sound what she has read says what is true.
    let said = fjellvik.transcript();
    assert!(said.contains("søn 02:00 bot → silje: (edited) Det ble en plass ledig igjen på #1"), "{said}");
    assert_eq!(said.matches("→ silje").count(), 1, "{said}");
    fjellvik.time_passes_until("2026-11-22T07:05:00").await;
    expect![[r#"
        søn 07:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn what_was_mended_in_the_night_is_said_once(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T02:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "får det ikke til likevel").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.time_passes_until("2026-11-22T08:00:00").await;
    let to_silje: String = fjellvik
        .transcript()
        .lines()
        .filter(|line| line.contains("silje"))
        .map(|line| format!("{line}\n"))
        .collect();
    expect![[r#"
        søn 02:00 bot → silje: (edited) Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        søn 02:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Eva Lie fra Fjellvik IL kommer.
        søn 07:00 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Eva Lie fra Fjellvik IL kommer.
    "#]]
    .assert_eq(&to_silje);
}

async fn who_asks_at_night_is_awake(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2026-11-21T21:30:00").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.presses_data("kari", "yes:1").await;
    let said = fjellvik.transcript();
    assert!(said.contains("lør 21:30 bot → silje: #1, mandag 23. november kl. 16–18, er dekket"), "{said}");
}

async fn what_begins_in_the_night_is_said_in_the_night(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 06-07").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T02:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    let said = fjellvik.transcript();
    assert!(said.contains("søn 02:00 bot → silje: Det ble en plass ledig igjen på #1"), "{said}");
}

async fn what_duty_decides_at_night_waits_too(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T02:00:00").await;
    fjellvik.forget();
    fjellvik.presses_data("bjorn", "cancelyes:1").await;
    assert!(!fjellvik.transcript().contains("bot → silje"));
    fjellvik.time_passes_until("2026-11-22T07:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("søn 07:00 bot → silje: Bjørn Moe har avlyst #1"), "{said}");
}

async fn a_pair_that_leaves_in_steps(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.time_passes_until("2026-11-21T22:30:00").await;
    fjellvik.forget();
    fjellvik.says("ola", "bare én av oss kommer").await;
    fjellvik.time_passes_until("2026-11-21T23:30:00").await;
    fjellvik.says("ola", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-22T07:00:00").await;
    let said = fjellvik.private_talk();
    let to_silje: Vec<&str> = said.lines().filter(|line| line.contains("silje")).collect();
    expect![[r#"
        lør 22:30 bot → silje: (edited) Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 15:10.
        lør 23:30 bot → silje: (edited) Det ble 2 plasser ledige igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 15:10.
        søn 07:00 bot → silje: Det ble 2 plasser ledige igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 15:10."#]].assert_eq(&to_silje.join("\n"));
}
