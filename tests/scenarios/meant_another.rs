//! Somebody edits whom they said not to come: who was named by mistake is left alone, and who is named now is asked.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    another_name_in_private,
    another_name_in_the_group,
    no_name_any_more,
    the_same_name_in_other_words,
    what_others_say_too_stands,
);

/// Snow on Monday at 16 for two; Kari and Ola have confirmed it.
async fn two_come(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.presses("ola", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    fjellvik.forget();
    fjellvik
}

async fn another_name_in_private(db: Db) {
    let mut fjellvik = two_come(db).await;
    let message = fjellvik.writes("hanne", "Kari kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T09:35:00").await;
    fjellvik.edits_in_private("hanne", &message, "Ola kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T11:00:00").await;
    expect![[r#"
        man 09:30 hanne → bot: Kari kommer ikke på #1
        man 09:30 bot → anne: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 09:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 09:35 hanne → bot (edit): Ola kommer ikke på #1
        man 09:35 bot → anne: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Dette gjelder ikke lenger.
        man 09:35 bot → anne: Hanne Lund sier at Ola R. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Ola R.
              [Ola R. kommer] [Ola R. kommer ikke]
        man 09:35 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              Hanne Lund sier at Ola R. ikke kommer på #1, og Ola R. har ikke svart.
              [Endre] [Avlys]
        man 09:35 bot → hanne: Takk for at du sier fra! Jeg spør Ola R. om #1, og den som har vakt, får vite det.
        man 09:35 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Dette gjelder ikke lenger.
        man 09:35 bot → ola: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 10:39 bot → anne: Fortsatt uavklart: Hanne Lund sier at Ola R. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Ola R. har ikke svart.
              [Ola R. kommer] [Ola R. kommer ikke]
        man 10:39 bot → silje: Det er meldt at Ola R. kanskje ikke kommer på #1, mandag 23. november kl. 16–18. Ola R. er spurt, men har ikke svart. Vakten vet om det.
        man 10:39 bot → eva: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja] [Nei]
        man 10:39 bot → solveig: Kan du stå klar som reserve for #1: Snømåking, måndag 23. november kl. 16–18?
              [Ja] [Nei]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn another_name_in_the_group(db: Db) {
    let mut fjellvik = two_come(db).await;
    let message = fjellvik.replies("fjellvik-il", "eva", "Kari kommer ikke").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "eva", &message, "Ola kommer ikke").await;
    expect![[r#"
        man 09:30 ⌂ fjellvik-il eva (edit): Ola kommer ikke
        man 09:30 bot → anne: (edited) Eva Lie sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Dette gjelder ikke lenger.
        man 09:30 bot → anne: Eva Lie sier at Ola R. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Ola R.
              [Ola R. kommer] [Ola R. kommer ikke]
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              Eva Lie sier at Ola R. ikke kommer på #1, og Ola R. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → kari: (edited) Eva L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Dette gjelder ikke lenger.
        man 09:30 bot → ola: Eva L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 09:30 bot → eva: Takk for at du sier fra! Jeg spør Ola R. om #1, og den som har vakt, får vite det.
        man 09:30 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
}

async fn no_name_any_more(db: Db) {
    let mut fjellvik = two_come(db).await;
    let message = fjellvik.writes("hanne", "Kari kommer ikke på #1").await;
    fjellvik.forget();
    fjellvik.edits_in_private("hanne", &message, "glem det").await;
    expect![[r#"
        man 09:30 hanne → bot (edit): glem det
        man 09:30 bot → anne: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Dette gjelder ikke lenger.
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Greit, da spør jeg ikke Kari Nes lenger.
        man 09:30 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_same_name_in_other_words(db: Db) {
    let mut fjellvik = two_come(db).await;
    let message = fjellvik.writes("hanne", "Kari kommer ikke på #1").await;
    fjellvik.forget();
    fjellvik.edits_in_private("hanne", &message, "Kari Nes er sjuk og kommer ikke på #1").await;
    expect![[r#"
        man 09:30 hanne → bot (edit): Kari Nes er sjuk og kommer ikke på #1
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn what_others_say_too_stands(db: Db) {
    let mut fjellvik = two_come(db).await;
    let message = fjellvik.writes("hanne", "Kari kommer ikke på #1").await;
    fjellvik.says("silje", "Kari kommer ikke på #1").await;
    fjellvik.forget();
    fjellvik.edits_in_private("hanne", &message, "Ola kommer ikke på #1").await;
    expect![[r#"
        man 09:30 hanne → bot (edit): Ola kommer ikke på #1
    "#]]
    .assert_eq(&fjellvik.transcript());
}
