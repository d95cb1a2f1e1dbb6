//! People and groups that can't be reached, known beforehand or only when the message is sent; and a platform that stumbles.

use std::time::Duration;

use expect_test::expect;
use tannhjul::chat::SendError;
use tannhjul::store::Db;

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
);

const SNOW: &str = "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18";

async fn nobody_on_duty_can_be_reached(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    for person in ["bjorn", "anne", "inger"] {
        fjellvik.chat.block(&format!("p:{person}"));
    }
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T16:00:00").await;
    expect![[r#"
        søn 10:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn duty_does_not_hear_of_a_part_and_the_deputy_does(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.chat.block("p:bjorn");
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan fra halv fem
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 bot → anne: Kari Nes kan #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_can_t_be_reached(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.chat.block("p:silje");
    fjellvik.time_passes_until("2026-11-22T11:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:10:00").await;
    expect![[r#"
        søn 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
        søn 12:00 bot → bjorn: Jeg når ikke Silje Aune, som venter svar om #1: 1 av 2 kommer. Kan du gi beskjed?
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_of_a_filled_task_can_t_be_reached(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.chat.block("p:silje");
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): vi er to
        lør 10:00 bot → kari: Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info åpner du her:
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
        lør 10:00 bot → bjorn: Jeg når ikke Silje Aune, som venter svar om #1: 2 av 2 kommer. Kan du gi beskjed?
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_holds_it_can_t_be_asked_again(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 11").await;
    fjellvik.chat.block("p:bjorn");
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T11:05:00").await;
    expect![[r#"
        søn 11:00 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe på vakt har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som spurte, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn …] [Forleng]
              [Kommunen tar den] [Avlys]
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
              Spørres: Fjellvik IL, deretter Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
        lør 10:00 bot → bjorn: Jeg fikk ikke spurt Fjellvik IL om #1: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre til neste.
        lør 10:00 bot → bjorn: Jeg fikk ikke spurt Nordre IL om #1: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre til neste.
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
              Ingen av gruppene som skulle spørres, er koblet til ennå, så ingen ville fått spørsmålet.
              Det som hjelper nå: ring Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Se adressen ↗]
        lør 12:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_platform_stumbles(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
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
              Adresse og info åpner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Svar på denne meldingen med «ja», eller trykk:
              Ledig: 1 av 2
              Kommer: Kari N.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_reminder_is_said_at_most_once(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.chat.fail("g:fjellvik-il", [SendError::Temporary("cut".to_owned())]);
    fjellvik.time_passes_until("2026-11-21T18:30:00").await;
    expect![[r#""#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
