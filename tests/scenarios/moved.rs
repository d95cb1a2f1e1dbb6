//! The start was moved, and somebody who had a place says nothing of whether the new time suits: that is a risk, and no yes.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    moved_days_ahead_and_nobody_answers,
    moved_on_the_day_itself_and_nobody_answers,
    moved_an_hour_before_and_nobody_answers,
    moved_the_evening_before_and_asked_once,
    who_answers_the_reminder_is_no_risk,
);

/// Snow for one on a day of November; Kari has the place, and Ola waits.
async fn kari_has_the_place(db: Db, when: &str) -> World {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for(&format!("Trenger 1 til snømåking i Storgata 5 {when}")).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    fjellvik
}

async fn is_moved(fjellvik: &mut World, words: &str) {
    fjellvik.says("silje", &format!("#1 {words}")).await;
    fjellvik.presses("silje", "Ja, endre").await;
}

async fn moved_days_ahead_and_nobody_answers(db: Db) {
    let mut fjellvik = kari_has_the_place(db, "torsdag kl 16-18").await;
    is_moved(&mut fjellvik, "fredag kl 17 i stedet").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T12:30:00").await;
    fjellvik.says("silje", "hvem kommer på #1?").await;
    expect![[r#"
        søn 12:00 bot → kari: Hei igjen! #1 er flyttet til fredag 27. november kl. 17–19. Passer den nye tiden?
              [Passer fint] [Kan ikke]
        man 12:00 bot → anne: Kari N. har ikke svart på om den nye tiden passer for #1: Snømåking, fredag 27. november kl. 17–19.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 12:30 silje → bot: hvem kommer på #1?
        man 12:30 bot → silje: Oppdrag #1: Snømåking, fredag 27. november kl. 17–19
              Kommer: Kari Nes
              Én reserve.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn moved_on_the_day_itself_and_nobody_answers(db: Db) {
    let mut fjellvik = kari_has_the_place(db, "mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T10:00:00").await;
    fjellvik.forget();
    is_moved(&mut fjellvik, "kl 15 i stedet").await;
    fjellvik.time_passes_until("2026-11-23T15:00:00").await;
    expect![[r#"
        man 10:00 silje → bot: #1 kl 15 i stedet
        man 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 15–17?
              [Ja, endre] [Nei, la det stå]
        man 10:00 silje presses: [Ja, endre]
        man 10:00 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 15–17.
        man 10:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 15–17?
              Du svarte: Ja, endre
        man 10:00 bot → silje: #1 er flyttet til mandag 23. november kl. 15–17.
              Jeg spør om det fortsatt passer: Kari N.
        man 10:00 bot → silje: (edited) #1, mandag 23. november kl. 15–17, er dekket: Kari Nes fra Fjellvik IL kommer.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Endre] [Avlys]
        man 10:00 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 15–17. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        man 10:00 bot → ola: #1 er flyttet til mandag 23. november kl. 15–17. Du står fortsatt som reserve.
        man 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 15–17
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        man 10:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
        man 10:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 15.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Gjort] [Fikk ikke tak i]
        man 11:00 bot → kari: Hei igjen! #1 er flyttet til mandag 23. november kl. 15–17. Passer den nye tiden?
              [Passer fint] [Kan ikke]
        man 11:00 bot → ola: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 15–17?
              [Ja] [Nei]
        man 12:00 bot → anne: Kari N. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 15–17.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn moved_an_hour_before_and_nobody_answers(db: Db) {
    let mut fjellvik = kari_has_the_place(db, "mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T14:30:00").await;
    fjellvik.forget();
    is_moved(&mut fjellvik, "kl 15:30 i stedet").await;
    fjellvik.time_passes_until("2026-11-23T15:30:00").await;
    expect![[r#"
        man 14:30 silje → bot: #1 kl 15:30 i stedet
        man 14:30 bot → silje: Flytte #1 til mandag 23. november kl. 15:30–17:30?
              [Ja, endre] [Nei, la det stå]
        man 14:30 silje presses: [Ja, endre]
        man 14:30 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 15:30–17:30.
        man 14:30 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 15:30–17:30?
              Du svarte: Ja, endre
        man 14:30 bot → silje: #1 er flyttet til mandag 23. november kl. 15:30–17:30.
              Jeg spør om det fortsatt passer: Kari N.
        man 14:30 bot → silje: (edited) #1, mandag 23. november kl. 15:30–17:30, er dekket: Kari Nes fra Fjellvik IL kommer.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Endre] [Avlys]
        man 14:30 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 15:30–17:30. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        man 14:30 bot → ola: #1 er flyttet til mandag 23. november kl. 15:30–17:30. Du står fortsatt som reserve.
        man 14:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 15:30–17:30
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        man 14:30 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
        man 14:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 15:30.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Gjort] [Fikk ikke tak i]
        man 14:45 bot → kari: Hei igjen! #1 er flyttet til mandag 23. november kl. 15:30–17:30. Passer den nye tiden?
              [Passer fint] [Kan ikke]
        man 14:45 bot → ola: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 15:30–17:30?
              [Ja] [Nei]
        man 15:00 bot → anne: Kari N. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 15:30–17:30.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

/// The question about the move is the question of that evening, and nobody is asked twice within the hour.
async fn moved_the_evening_before_and_asked_once(db: Db) {
    let mut fjellvik = kari_has_the_place(db, "mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T17:30:00").await;
    fjellvik.forget();
    is_moved(&mut fjellvik, "kl 17 i stedet").await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![[r#"
        søn 17:30 silje → bot: #1 kl 17 i stedet
        søn 17:30 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        søn 17:30 silje presses: [Ja, endre]
        søn 17:30 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 17–19.
        søn 17:30 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Du svarte: Ja, endre
        søn 17:30 bot → silje: #1 er flyttet til mandag 23. november kl. 17–19.
              Jeg spør om det fortsatt passer: Kari N.
        søn 17:30 bot → silje: (edited) #1, mandag 23. november kl. 17–19, er dekket: Kari Nes fra Fjellvik IL kommer.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Endre] [Avlys]
        søn 17:30 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        søn 17:30 bot → ola: #1 er flyttet til mandag 23. november kl. 17–19. Du står fortsatt som reserve.
        søn 17:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        søn 17:30 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
        søn 17:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 17.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Gjort] [Fikk ikke tak i]
        søn 20:30 bot → kari: Hei igjen! #1 er flyttet til mandag 23. november kl. 17–19. Passer den nye tiden?
              [Passer fint] [Kan ikke]
        søn 20:45 bot → ola: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 17–19?
              [Ja] [Nei]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, alle dekket.
              #1 kl. 17, Snømåking: Kari Nes
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              Forslag til #1: ring Kari N., som ikke har bekreftet.
              [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
        man 09:00 bot → anne: Kari N. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 17–19.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn who_answers_the_reminder_is_no_risk(db: Db) {
    let mut fjellvik = kari_has_the_place(db, "torsdag kl 16-18").await;
    is_moved(&mut fjellvik, "fredag kl 17 i stedet").await;
    fjellvik.time_passes_until("2026-11-22T13:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "passer fint").await;
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    expect![[r#"
        søn 13:00 kari → bot: passer fint
        søn 13:00 bot → silje: (edited) #1, fredag 27. november kl. 17–19, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 13:00 bot → kari: Takk! Da regner vi med deg på #1.
        søn 13:00 bot → kari: (edited) #1 er flyttet. Ny tid: Snømåking, fredag 27. november kl. 17–19. Passer det fortsatt?
              Du svarte: Passer fint
        søn 13:00 bot → kari: (edited) Hei igjen! #1 er flyttet til fredag 27. november kl. 17–19. Passer den nye tiden?
              Du svarte: Passer fint
    "#]].assert_eq(&fjellvik.transcript());
}
