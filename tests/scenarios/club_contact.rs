//! A club's contact: the club's tasks, and somebody who has left the club.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(the_clubs_tasks, somebody_has_left, what_a_contact_alone_may_say);

async fn the_clubs_tasks(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("hanne", "lagets oppdrag").await;
    fjellvik.says("hanne", "hvilke oppdrag har laget mitt?").await;
    fjellvik.says("geir", "kva oppdrag har vi?").await;
    expect![[r#"
        lør 10:00 hanne → bot: lagets oppdrag
        lør 10:00 bot → hanne: #1: Snømåking, søndag 22. november kl. 16–18. 2 av 2 kommer: Kari N. og Ola R.
              #2: Snømåking, tirsdag 24. november kl. 16–18. Ledig: 2 av 2
        lør 10:00 hanne → bot: hvilke oppdrag har laget mitt?
        lør 10:00 bot → hanne: #1: Snømåking, søndag 22. november kl. 16–18. 2 av 2 kommer: Kari N. og Ola R.
              #2: Snømåking, tirsdag 24. november kl. 16–18. Ledig: 2 av 2
        lør 10:00 geir → bot: kva oppdrag har vi?
        lør 10:00 bot → geir: Laget har ingen oppdrag no.
    "#]]
    .assert_eq(&fjellvik.private_talk());
}

async fn somebody_has_left(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("hanne", "Ola har sluttet i laget").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2, "asked back");
    fjellvik.presses("hanne", "Ja, Ola Rud har sluttet").await;
    expect![[r#"
        lør 10:00 hanne → bot: Ola har sluttet i laget
        lør 10:00 bot → hanne: Har Ola Rud sluttet i Fjellvik IL? Da blir Ola Rud ikke spurt for dere mer.
              Disse blir ledige, og jeg begynner å lete etter andre med én gang:
              #1: Snømåking, søndag 22. november kl. 16–18
              [Ja, Ola Rud har sluttet]
              [Nei]
        lør 10:00 hanne presses: [Ja, Ola Rud har sluttet]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Ola Rud har sluttet i Fjellvik IL.
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → ola: Hanne Lund har meldt at du har sluttet i Fjellvik IL, så du blir ikke spurt for dem lenger. Takk for alt du har gjort! Stemmer det ikke, så snakk med Hanne Lund.
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.forget();
    fjellvik.says("geir", "Lars er ikke med i laget lenger").await;
    fjellvik.presses("geir", "Nei").await;
    fjellvik.says("hanne", "Torvald har slutta hos oss").await;
    expect![[r#"
        lør 10:00 geir → bot: Lars er ikke med i laget lenger
        lør 10:00 bot → geir: Har Lars Bakke slutta i Nordre IL? Då blir ikkje Lars Bakke spurd for dykk meir.
              [Ja, Lars Bakke har slutta]
              [Nei]
        lør 10:00 geir presses: [Nei]
        lør 10:00 hanne → bot: Torvald har slutta hos oss
        lør 10:00 bot → hanne: Jeg finner ingen som heter Torvald i laget.
    "#]]
    .assert_eq(&fjellvik.private_talk());
}

async fn what_a_contact_alone_may_say(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("hanne", "Ola har sluttet i laget").await;
    let (_, data) = fjellvik.button("p:hanne", "Ja, Ola Rud har sluttet");
    fjellvik.presses_data("geir", &data).await;
    fjellvik.presses_data("kari", &data).await;
    fjellvik.says("kari", "Ola har sluttet i laget").await;
    fjellvik.presses_data("kari", &data).await;
    assert_eq!(fjellvik.task(1).await.taken(), 2, "{}", fjellvik.transcript());
}
