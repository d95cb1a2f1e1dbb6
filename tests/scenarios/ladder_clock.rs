//! The ladder on awkward clocks: little time, holidays, the nights of the clock change, a service that was down.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    short_notice,
    christmas,
    the_night_without_two_o_clock,
    the_night_with_two_o_clock_twice,
    a_place_comes_free_after_the_answer,
    restarted_in_the_middle,
    a_week_of_downtime,
    down_over_the_promised_answer,
    duty_goes_on_to_the_next_between_two_rings,
    a_hole_of_the_early_morning_is_not_forgotten,
    half_of_a_microsecond,
);

/// What was said to whom when, without the cards.
fn heads(transcript: &str) -> String {
    let is_head = |line: &&str| !line.starts_with(' ') && !line.is_empty() && !line.contains("(edited)");
    transcript.lines().filter(is_head).map(|line| format!("{line}\n")).collect()
}

async fn short_notice(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i dag kl 12-13").await;
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    expect![[r#"
        lør 10:05 ⌂ fjellvik-il bot: Det er 2 ledige plasser på #1 lørdag kl. 12. Kan noen?
        lør 10:15 ⌂ nordre-il bot: Oppdrag #1: Snømåking, laurdag 21. november kl. 12–13
        lør 10:36 bot → eva: Vi mangler folk på #1: Snømåking, lørdag 21. november kl. 12–13. Kan du?
        lør 10:36 bot → solveig: Vi manglar folk på #1: Snømåking, laurdag 21. november kl. 12–13. Kan du?
        lør 11:28 bot → bjorn: #1 mangler 2 av 2: Snømåking, lørdag 21. november kl. 12–13.
        lør 11:33 bot → anne: #1 mangler 2 av 2: Snømåking, lørdag 21. november kl. 12–13.
        lør 11:38 bot → inger: #1 mangler 2 av 2: Snømåking, lørdag 21. november kl. 12–13.
        lør 11:45 bot → silje: #1, lørdag 21. november kl. 12–13: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

async fn christmas(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2026-12-24T12:00:00").await;
    fjellvik.asked_for("Matkjøring 26. desember kl 10-11 fra Storgata 5, 1 sjåfør").await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 26. desember kl 14-16").await;
    fjellvik.time_passes_until("2026-12-26T17:00:00").await;
    expect![[r#"
        tor 20:50 ⌂ fjellvik-il bot: Det er én ledig plass på #1 lørdag kl. 10. Kan noen?
        tor 20:55 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, lørdag 26. desember kl. 10–11
        fre 16:00 bot → eva: Vi mangler folk på #1: Matombringing, lørdag 26. desember kl. 10–11. Kan du?
        fre 16:00 bot → marit: Vi mangler folk på #1: Matombringing, lørdag 26. desember kl. 10–11. Kan du?
        fre 16:00 ⌂ fjellvik-il bot: Det er 2 ledige plasser på #2 lørdag kl. 14. Kan noen?
        fre 18:00 ⌂ nordre-il bot: Oppdrag #2: Snømåking, laurdag 26. desember kl. 14–16
        fre 20:20 bot → anne: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        fre 20:35 bot → bjorn: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        fre 20:50 bot → inger: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        fre 20:55 bot → silje: #1, lørdag 26. desember kl. 10–11: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        fre 20:55 bot → eva: Vi mangler folk på #2: Snømåking, lørdag 26. desember kl. 14–16. Kan du?
        fre 20:55 bot → solveig: Vi manglar folk på #2: Snømåking, laurdag 26. desember kl. 14–16. Kan du?
        lør 07:00 bot → anne: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 07:00 bot → anne: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 lørdag kl. 10. Kan noen?
        lør 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 lørdag kl. 10. Kan noen?
        lør 07:00 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, lørdag 26. desember kl. 10–11. Den som meldte behovet, har ikke svart. Kan noen av dere?
        lør 08:00 bot → anne: #2 mangler 2 av 2: Snømåking, lørdag 26. desember kl. 14–16.
        lør 08:20 bot → bjorn: #2 mangler 2 av 2: Snømåking, lørdag 26. desember kl. 14–16.
        lør 08:40 bot → inger: #2 mangler 2 av 2: Snømåking, lørdag 26. desember kl. 14–16.
        lør 09:30 bot → anne: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 09:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 09:30 bot → inger: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 09:30 bot → silje: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 09:30 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, lørdag 26. desember kl. 10–11.
        lør 09:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme lørdag kl. 10.
        lør 09:45 bot → anne: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        lør 09:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme lørdag kl. 10.
        lør 10:00 bot → anne: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        lør 10:00 bot → silje: #1, lørdag 26. desember kl. 10–11, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
        lør 10:00 bot → silje: #2, lørdag 26. desember kl. 14–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

/// 28 March 2027: the hour from two to three does not exist.
async fn the_night_without_two_o_clock(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2027-03-27T12:00:00").await;
    fjellvik.asked_for("Matkjøring 28. mars kl 8-9 fra Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2027-03-28T01:50:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    fjellvik.time_passes_until("2027-03-28T10:00:00").await;
    expect![[r#"
        søn 01:50 kari → bot: syk
        søn 01:50 bot → bjorn: Kari Nes har meldt forfall på #1, som starter søndag kl. 08 og må dekkes. Jeg spør reservene nå.
        søn 01:50 bot → kari: God bedring, Kari! Du er tatt av #1, søndag 28. mars kl. 08–09. Jeg spør andre.
        søn 01:50 bot → ola: Det ble en plass ledig på #1: Matombringing, søndag 28. mars kl. 08–09. Kan du ta den? Svar innen søndag kl. 03:50.
        søn 03:10 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 03:25 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 03:40 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 03:50 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 03:50 bot → eva: Vi mangler folk på #1: Matombringing, søndag 28. mars kl. 08–09. Kan du?
        søn 03:50 bot → marit: Vi mangler folk på #1: Matombringing, søndag 28. mars kl. 08–09. Kan du?
        søn 03:50 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 08. Kan noen ta den?
        søn 03:50 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, søndag 28. mars kl. 08–09
        søn 06:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 06:30 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        søn 06:30 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        søn 07:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 28. mars kl. 08–09. Jeg leter etter noen, og du får svar senest søndag kl. 07:05.
        søn 07:05 bot → silje: #1, søndag 28. mars kl. 08–09: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 07:05 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 08 likevel.
        søn 07:20 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 07:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 08 likevel.
        søn 07:32 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 07:32 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 07:32 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 07:32 bot → silje: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 07:32 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, søndag 28. mars kl. 08–09.
        søn 08:00 bot → bjorn: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        søn 08:00 bot → silje: #1, søndag 28. mars kl. 08–09, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

/// 31 October 2027: the hour from two to three comes twice.
async fn the_night_with_two_o_clock_twice(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2027-10-30T12:00:00").await;
    fjellvik.asked_for("Matkjøring 31. oktober kl 8-9 fra Storgata 5, 1 sjåfør").await;
    fjellvik.time_passes_until("2027-10-31T10:00:00").await;
    expect![[r#"
        lør 12:46 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        lør 14:20 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, søndag 31. oktober kl. 08–09
        lør 19:00 bot → eva: Vi mangler folk på #1: Matombringing, søndag 31. oktober kl. 08–09. Kan du?
        lør 19:00 bot → marit: Vi mangler folk på #1: Matombringing, søndag 31. oktober kl. 08–09. Kan du?
        lør 20:26 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        lør 20:38 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        lør 20:50 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        lør 20:55 bot → silje: #1, søndag 31. oktober kl. 08–09: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        lør 21:25 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        lør 21:25 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, søndag 31. oktober kl. 08–09. Den som meldte behovet, har ikke svart. Kan noen av dere?
        søn 06:30 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 06:30 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        søn 06:30 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 søndag kl. 08. Kan noen?
        søn 07:30 bot → anne: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 07:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 07:30 bot → inger: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 07:30 bot → silje: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 07:30 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, søndag 31. oktober kl. 08–09.
        søn 07:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 08.
        søn 07:45 bot → anne: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 07:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: vi har ikke funnet noen som kan komme søndag kl. 08.
        søn 08:00 bot → anne: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        søn 08:00 bot → silje: #1, søndag 31. oktober kl. 08–09, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

async fn a_place_comes_free_after_the_answer(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:30:00").await;
    fjellvik.says("kari", "kan ikke likevel").await;
    let promised = fjellvik.task(1).await.promised_at;
    assert!(promised > fjellvik.now() && promised < fjellvik.task(1).await.starts_at);
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        søn 12:30 kari → bot: kan ikke likevel
        søn 12:30 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 15:25.
        søn 12:30 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        søn 12:30 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        søn 12:35 ⌂ nordre-il bot: Det er éin ledig plass på #1 søndag kl. 16. Kan nokon?
        søn 12:45 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 12:45 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 12:50 bot → bjorn: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 13:10 bot → anne: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 13:30 bot → inger: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 15:25 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 15:25 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 16 likevel.
        søn 15:40 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 15:40 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 16 likevel.
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

async fn restarted_in_the_middle(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    for until in ["2026-11-21T17:59:00", "2026-11-21T18:00:00", "2026-11-22T10:05:00", "2026-11-22T11:59:59"]
    {
        fjellvik.time_passes_until(until).await;
        fjellvik.restarts();
    }
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.restarts();
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        lør 18:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 16. Kan noen?
        lør 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
        lør 20:55 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        lør 20:55 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 10:00 bot → bjorn: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 10:20 bot → anne: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 10:40 bot → inger: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        søn 11:59 ⌂ fjellvik-il kari (reply): ja
        søn 11:59 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
        søn 11:59 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        søn 11:59 ⌂ fjellvik-il bot: (👍)
        søn 11:59 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
        søn 18:15 bot → kari: Gikk #1 som det skulle?
    "#]]
    .assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

async fn a_week_of_downtime(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 1 i morgen kl 12-13").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.forget();
    fjellvik.is_down_until("2026-11-28T10:00:00").await;
    expect![[r#"
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18: oppdraget er i gang eller over, og vi fikk 1 av 2. Beklager at svaret kommer så sent.
        lør 10:00 bot → kari: Gikk #1 som det skulle?
        lør 10:00 bot → ola: Gikk #2 som det skulle?
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

/// Down from the evening until an hour before the start: what still makes sense is done at once, each once.
async fn down_over_the_promised_answer(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.time_passes_until("2026-11-21T17:00:00").await;
    fjellvik.is_down_until("2026-11-22T15:00:00").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        søn 15:00 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 15:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 15:00 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 15:00 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 15:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
        søn 15:20 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 15:40 bot → inger: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
    "#]].assert_eq(&heads(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

/// Bjørn has the duty until Monday at eight, and Anne from then on: with him as deputy, he would be rung twice and she not at all.
async fn duty_goes_on_to_the_next_between_two_rings(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 13:50-15").await;
    fjellvik.time_passes_until("2026-11-23T07:00:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| line.contains("mangler 2") || line.contains("har ikke svart"));
    expect![[r#"
        man 07:50 bot → bjorn: #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 13:50–15.
              #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 13:50–15.
        man 08:10 bot → inger: #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 13:50–15.
              Bjørn Moe fikk beskjed først, men har ikke svart."#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

async fn a_hole_of_the_early_morning_is_not_forgotten(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 på tirsdag kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-24T05:30:00").await;
    fjellvik.says("kari", "syk").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-24T15:00:00").await;
    expect![[r#"
        tir 07:00 bot → silje: Det ble en plass ledig igjen på #1, tirsdag 24. november kl. 15–16. Jeg leter etter noen, og du får svar senest tirsdag kl. 10.
        tir 07:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 tirsdag kl. 15. Kan noen ta den?
        tir 07:10 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, tirsdag 24. november kl. 15–16
        tir 07:15 bot → eva: Vi mangler folk på #1: Matombringing, tirsdag 24. november kl. 15–16. Kan du?
        tir 07:15 bot → marit: Vi mangler folk på #1: Matombringing, tirsdag 24. november kl. 15–16. Kan du?
        tir 07:20 bot → anne: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 07:35 bot → bjorn: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 07:50 bot → inger: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 09:10 bot → anne: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 09:10 ⌂ fjellvik-il bot: Det er én ledig plass på #1 tirsdag kl. 15. Kan noen?
        tir 09:10 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 tirsdag kl. 15. Kan noen?
        tir 10:00 bot → silje: #1, tirsdag 24. november kl. 15–16: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        tir 10:30 bot → anne: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 10:30 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, tirsdag 24. november kl. 15–16. Den som meldte behovet, har ikke svart. Kan noen av dere?
        tir 10:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige tirsdag kl. 15 likevel.
        tir 10:45 bot → anne: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        tir 10:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige tirsdag kl. 15 likevel.
        tir 12:30 bot → anne: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 12:30 ⌂ fjellvik-il bot: Det er én ledig plass på #1 tirsdag kl. 15. Kan noen?
        tir 12:30 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 tirsdag kl. 15. Kan noen?
        tir 14:30 bot → anne: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 14:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 14:30 bot → inger: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 14:30 bot → silje: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 14:30 ⌂ hjemmetjenesten bot: #1 mangler 1 av 1: Matombringing, tirsdag 24. november kl. 15–16.
        tir 15:00 bot → anne: #1 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
        tir 15:00 bot → silje: #1, tirsdag 24. november kl. 15–16, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
    "#]].assert_eq(&heads(&fjellvik.transcript()));
}

/// Half of what is left of an odd stretch of time falls between two microseconds, which no clock shows.
async fn half_of_a_microsecond(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("matombringing i dag kl 13-14 Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T12:40:07.268123").await;
    fjellvik.forget();
    fjellvik.says("kari", "kan ikke").await;
    fjellvik.time_passes_until("2026-11-21T13:20:00").await;
    let rung: String = heads(&fjellvik.transcript())
        .lines()
        .filter(|line| line.contains("#1 mangler"))
        .map(|line| format!("{line}\n"))
        .collect();
    expect![[r#"
        lør 12:50 bot → bjorn: #1 mangler 1 av 1: Matombringing, lørdag 21. november kl. 13–14.
        lør 12:52 bot → anne: #1 mangler 1 av 1: Matombringing, lørdag 21. november kl. 13–14.
        lør 12:55 bot → inger: #1 mangler 1 av 1: Matombringing, lørdag 21. november kl. 13–14.
    "#]]
    .assert_eq(&rung);
}
