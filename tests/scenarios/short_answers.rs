//! Short answers where there is little to say: not the whole help, no number of somebody else's list, and nothing that is false at that minute.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    words_that_mean_nothing,
    a_number_that_is_not_staff_s,
    sent_twice,
    somebody_who_has_the_place_is_put_in,
    who_is_on_duty_and_what_lacks_people,
    a_volunteer_asks_for_help,
    words_after_a_hole_that_mean_nothing,
    a_note_of_health_words_is_dropped,
    no_proposal_while_the_group_is_asked,
    no_proposal_while_the_next_reserve_is_asked,
    who_was_asked_just_now_has_not_been_silent,
);

async fn words_that_mean_nothing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "asdf").await;
    fjellvik.says("silje", "hummer og kanari").await;
    expect![[r#"
        lør 10:00 kari → bot: asdf
        lør 10:00 bot → kari: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
        lør 10:00 silje → bot: hummer og kanari
        lør 10:00 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_number_that_is_not_staff_s(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "avlys #99").await;
    fjellvik.says("kari", "kan ikke #99").await;
    expect![[r#"
        lør 10:00 silje → bot: avlys #99
        lør 10:00 bot → silje: #99 finner jeg ikke blant dine. Skriv «mine behov», så ser du numrene.
        lør 10:00 kari → bot: kan ikke #99
        lør 10:00 bot → kari: #99 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn sent_twice(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.presses_data("silje", "send:1:1").await;
    expect![[r#"
        lør 10:00 silje presses: <send:1:1>
        lør 10:00 bot ⇢ silje: (toast) Det er sendt allerede, som oppdrag #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn somebody_who_has_the_place_is_put_in(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "/settinn Kari #1").await;
    expect![[r#"
        lør 10:00 bjorn → bot: /settinn Kari #1
        lør 10:00 bot → bjorn: Kari Nes har allerede plass på #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn who_is_on_duty_and_what_lacks_people(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for words in ["hvem er på vakt?", "kven er på vakt", "hva mangler folk?", "manglar folk"] {
        fjellvik.says("anne", words).await;
    }
    expect![[r#"
        lør 10:00 anne → bot: hvem er på vakt?
        lør 10:00 bot → anne: Vakt nå: Bjørn Moe
              Stedfortreder: Anne Berg
              Fra mandag 23. november kl. 08: Anne Berg
              Fra mandag 30. november kl. 08: Bjørn Moe
              Fra mandag 7. desember kl. 08: Anne Berg
              Fra mandag 14. desember kl. 08: Bjørn Moe
              [Jeg tar vakten]
        lør 10:00 anne → bot: kven er på vakt
        lør 10:00 bot → anne: Vakt nå: Bjørn Moe
              Stedfortreder: Anne Berg
              Fra mandag 23. november kl. 08: Anne Berg
              Fra mandag 30. november kl. 08: Bjørn Moe
              Fra mandag 7. desember kl. 08: Anne Berg
              Fra mandag 14. desember kl. 08: Bjørn Moe
              [Jeg tar vakten]
        lør 10:00 anne → bot: hva mangler folk?
        lør 10:00 bot → anne: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
        lør 10:00 anne → bot: manglar folk
        lør 10:00 bot → anne: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_volunteer_asks_for_help(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "treng hjelp til å måke hjå meg i morgon").await;
    fjellvik.says("kari", "jeg kan måke i morgen").await;
    expect![[r#"
        lør 10:00 kari → bot: treng hjelp til å måke hjå meg i morgon
        lør 10:00 bot → kari: Det er ansatte i kommunen som melder behov. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 bot → kari: (deleted)
        lør 10:00 kari → bot: jeg kan måke i morgen
        lør 10:00 bot → kari: Ingen oppdrag du kan ta, mangler folk nå.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn words_after_a_hole_that_mean_nothing(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "hummer og kanari").await;
    expect![[r#"
        søn 12:05 silje → bot: hummer og kanari
        søn 12:05 bot → silje: Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              [Vi gjør det selv] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_note_of_health_words_is_dropped(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik
        .says("silje", "Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18, han har demens og sukkersyke")
        .await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18, han har demens og sukkersyke
        lør 10:00 bot → silje: Jeg tok ikke med helseopplysninger. De skal ikke stå her, og de frivillige trenger dem ikke.
              Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
}

async fn no_proposal_while_the_group_is_asked(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.time_passes_until("2026-11-22T22:10:00").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-23T07:01:00").await;
    expect![[r#"
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 16, Snømåking: mangler én.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
        man 07:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn no_proposal_while_the_next_reserve_is_asked(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "marit", "ja").await;
    fjellvik.time_passes_until("2026-11-22T20:00:00").await;
    fjellvik.replies("fjellvik-il", "kari", "kan ikke likevel").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T07:01:00").await;
    expect![[r#"
        søn 21:00 bot → ola: (edited) Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 21.
        søn 21:00 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        søn 21:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 16, Snømåking: mangler én.
        man 07:00 bot → marit: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen mandag kl. 08.
              [Ja] [Nei]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn who_was_asked_just_now_has_not_been_silent(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i dag kl 15-17").await;
    fjellvik.presses_data("bjorn", "hold:1:4").await;
    fjellvik.time_passes_until("2026-11-21T10:02:00").await;
    fjellvik.presses_data("bjorn", "ask:1:2").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T10:04:30").await;
    expect![[r#"
        lør 10:04 bot → bjorn: #1 mangler 1 av 1: Snømåking, lørdag 21. november kl. 15–17.
              Spurt nå: Fjellvik IL
              Spurt nå: Nordre IL
              Den som meldte behovet, er lovet svar senest lørdag kl. 14:10.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]]
    .assert_eq(&fjellvik.transcript());
}
