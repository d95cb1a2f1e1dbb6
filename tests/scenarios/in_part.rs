//! A part of the hours stays a part, and what is needed is asked for.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_first_hour_stays_an_hour,
    the_last_hour_in_other_languages,
    the_call_tells_the_hours,
    if_it_is_needed,
    an_edited_yes,
);

async fn the_first_hour_stays_an_hour(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan første timen").await;
    fjellvik.presses("bjorn", "Godta").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): jeg kan første timen
        lør 10:00 bot → bjorn: Kari Nes kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 bjorn presses: [Godta]
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        lør 10:00 bot → bjorn: Kari Nes har plass på #1 og har fått beskjed.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–17.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il ola (reply): ja
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes (16:00–17:00) og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → ola: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    let card = fjellvik.card("fjellvik-il").text.body;
    assert!(card.contains("Kari N. (16:00–17:00)"), "{card}");
}

async fn the_last_hour_in_other_languages(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "per", "eg kan siste timen").await;
    fjellvik.replies("fjellvik-il", "kari", "I can do the first hour").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il per (reply): eg kan siste timen
        lør 10:00 bot → bjorn: Per Haugen kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → per: Takk! Eg spør koordinatoren om det passar på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il kari (reply): I can do the first hour
        lør 10:00 bot → bjorn: Kari Nes kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
    "#]]
    .assert_eq(&fjellvik.private_talk());
}

async fn the_call_tells_the_hours(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "per", "kan frå halv fem").await;
    fjellvik.presses("bjorn", "Godta").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    let said = fjellvik.transcript();
    let calls: Vec<&str> = said.lines().filter(|line| line.contains("Ring mottakeren av #1:")).collect();
    assert!(!calls.is_empty() && calls.iter().all(|call| call.contains("Per H. (16:30–18:00)")), "{said}");
}

async fn if_it_is_needed(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan hvis det trengs").await;
    fjellvik.says("per", "eg kan ta snømåkinga om det trengst").await;
    fjellvik.says("eva", "I can if needed").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): jeg kan hvis det trengs
        lør 10:00 bot → kari: Ja, det trengs! #1: Snømåking, søndag 22. november kl. 16–18. Tar du plassen?
              [Jeg kan] [Kan ikke]
        lør 10:00 per → bot: eg kan ta snømåkinga om det trengst
        lør 10:00 bot → per: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
        lør 10:00 eva → bot: I can if needed
        lør 10:00 bot → eva: Ja, det trengs! #1: Snømåking, søndag 22. november kl. 16–18. Tar du plassen?
              [Jeg kan] [Kan ikke]
        lør 10:00 bot → eva: (🤔)
    "#]]
    .assert_eq(&fjellvik.private_talk());
    // Per offers it himself, and it is needed.
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.presses("kari", "Jeg kan").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2, "{}", fjellvik.transcript());
}

async fn an_edited_yes(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let reply = fjellvik.replies("fjellvik-il", "kari", "kan ikke").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "kari", &reply, "jo forresten, det går").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (edit): jo forresten, det går
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
    "#]]
    .assert_eq(&fjellvik.private_talk());
    // What is no answer stays unanswered.
    let reply = fjellvik.replies("fjellvik-il", "eva", "kan ikke").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "eva", &reply, "så fint vær det blir").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il eva (edit): så fint vær det blir
    "#]]
    .assert_eq(&fjellvik.private_talk());
}
