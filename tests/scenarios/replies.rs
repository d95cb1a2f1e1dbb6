//! Scene 2: the post, the replies, the card that keeps itself current.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    who_comes_from_elsewhere_is_named_with_where_they_belong,
    replies_fill_a_task,
    an_answer_in_private_counts_for_the_club
);

async fn replies_fill_a_task(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "tar den 👍").await;
    fjellvik.replies("fjellvik-il", "ola", "vi kommer to stk").await;
    fjellvik.replies("fjellvik-il", "per", "kan frå halv fem").await;
    fjellvik.replies("fjellvik-il", "eva", "hvor er det?").await;
    fjellvik.presses_in("fjellvik-il", "ola", "Jeg tar den").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan også").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): tar den 👍
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il ola (reply): vi kommer to stk
        lør 10:00 ⌂ fjellvik-il bot: Det er én plass igjen på #1, Ola.
              [Jeg tar den] [Begge som reserve]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il per (reply): kan frå halv fem
        lør 10:00 bot → bjorn: Per Haugen kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → per: Takk! Eg spør koordinatoren om det passar på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il eva (reply): hvor er det?
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Adressen får de som har plass.
              Spør gjerne Silje Aune, tlf. 10 00 00 04.
        lør 10:00 ola presses: [Jeg tar den]
        lør 10:00 bot → bjorn: (edited) Per Haugen kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Ola Rud har ordnet dette.
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → ola: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → per: Takk for tilbodet på #1! Plassane blei fylte av andre denne gongen.
        lør 10:00 bot ⇢ ola: (toast) Takk! Du har plass på #1.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Det er én plass igjen på #1, Ola.
              Du svarte: Jeg tar den
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              [Stå som reserve] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il eva (reply): jeg kan også
        lør 10:00 bot → eva: Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              Én reserve.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// Whoever answers by a button in private answers for the club that was asked: the requester is told which, and that club is paid.
async fn an_answer_in_private_counts_for_the_club(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.presses_data("ola", "yes:1:1").await;
    let told = fjellvik.transcript();
    assert!(told.contains("er dekket: Ola Rud fra Fjellvik IL kommer."), "{told}");
    let task = fjellvik.task(1).await;
    assert_eq!(task.signups[0].asked_as, Some(task.asked[0].organisation));
    fjellvik.is_at_rest().await;
}

async fn who_comes_from_elsewhere_is_named_with_where_they_belong(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.presses_data("marit", "yes:1").await;
    fjellvik.presses_data("kari", "yes:1").await;
    let said = fjellvik.transcript();
    let told: Vec<&str> = said.lines().filter(|line| line.contains("bot → silje")).map(str::trim).collect();
    expect!["lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Marit Dahl og Kari Nes fra Frivilligsentralen Fjellvik og Fjellvik IL kommer."].assert_eq(&told.join("\n"));
}
