//! A club's contact says that the club can't: that is the club's answer. And which of several is said by the time or by what is to be done.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_contact_says_no_for_the_club,
    the_contact_says_no_in_the_group,
    of_two_tasks_the_club_is_asked_which,
    a_contact_who_has_a_place_gives_it_back,
    a_volunteer_is_no_club,
    the_later_one_is_meant,
    the_food_is_meant,
    who_would_come_too_early_is_asked_in_time,
    nothing_is_chosen,
    something_else_is_said_instead,
);

async fn snow(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik
}

async fn the_contact_says_no_for_the_club(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.says("hanne", "Vi kan dessverre ikke").await;
    fjellvik.says("hanne", "vi kan ikke").await;
    expect![[r#"
        lør 10:00 hanne → bot: Vi kan dessverre ikke
        lør 10:00 bot → bjorn: Hanne Lund, kontakt i Fjellvik IL, sier at laget ikke kan ta #1: Snømåking, mandag 23. november kl. 16–18.
              [Spør Nordre IL om #1]
        lør 10:00 bot → hanne: Takk for at du svarer for laget! Vakten får vite at dere ikke kan ta #1, mandag 23. november kl. 16–18. Melder noen seg likevel, er det bare fint.
        lør 10:00 hanne → bot: vi kan ikke
        lør 10:00 bot → hanne: Takk for at du svarer for laget! Vakten får vite at dere ikke kan ta #1, mandag 23. november kl. 16–18. Melder noen seg likevel, er det bare fint.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn the_contact_says_no_in_the_group(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.replies("fjellvik-il", "hanne", "vi har ingen").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il hanne (reply): vi har ingen
        lør 10:00 bot → bjorn: Hanne Lund, kontakt i Fjellvik IL, sier at laget ikke kan ta #1: Snømåking, mandag 23. november kl. 16–18.
              [Spør Nordre IL om #1]
        lør 10:00 bot → hanne: Takk for at du svarer for laget! Vakten får vite at dere ikke kan ta #1, mandag 23. november kl. 16–18. Melder noen seg likevel, er det bare fint.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
}

async fn of_two_tasks_the_club_is_asked_which(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.forget();
    fjellvik.says("hanne", "vi har ikke folk").await;
    fjellvik.says("hanne", "den seineste").await;
    expect![[r#"
        lør 10:00 hanne → bot: vi har ikke folk
        lør 10:00 bot → hanne: Hvilket oppdrag gjelder det?
              [#2 Matombringing, mandag 23. november kl. 12–13]
              [#1 Snømåking, mandag 23. november kl. 16–18]
        lør 10:00 hanne → bot: den seineste
        lør 10:00 bot → bjorn: Hanne Lund, kontakt i Fjellvik IL, sier at laget ikke kan ta #1: Snømåking, mandag 23. november kl. 16–18.
              [Spør Nordre IL om #1]
        lør 10:00 bot → hanne: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #1 Snømåking, mandag 23. november kl. 16–18
        lør 10:00 bot → hanne: Takk for at du svarer for laget! Vakten får vite at dere ikke kan ta #1, mandag 23. november kl. 16–18. Melder noen seg likevel, er det bare fint.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_contact_who_has_a_place_gives_it_back(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.replies("fjellvik-il", "hanne", "ja").await;
    fjellvik.forget();
    fjellvik.says("hanne", "vi kan ikke").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    let said = fjellvik.transcript();
    assert!(said.contains("bot → hanne: Takk for beskjed. Du er tatt av #1"), "{said}");
}

async fn a_volunteer_is_no_club(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.replies("fjellvik-il", "kari", "vi kan ikke").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("laget"), "{said}");
    assert!(!said.contains("anne"), "{said}");
}

/// Snow at 16 and a meal at 12 on Monday, posted in the order in which they were asked for.
async fn two_open(db: Db) -> World {
    let mut fjellvik = snow(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.forget();
    fjellvik
}

async fn the_later_one_is_meant(db: Db) {
    let mut fjellvik = two_open(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "den seineste").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Hvilket oppdrag gjelder det?
              [#2 Matombringing, mandag 23. november kl. 12–13]
              [#1 Snømåking, mandag 23. november kl. 16–18]
        lør 10:00 kari → bot: den seineste
        lør 10:00 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #1 Snømåking, mandag 23. november kl. 16–18
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 0));
}

async fn the_food_is_meant(db: Db) {
    let mut fjellvik = two_open(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "maten").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Hvilket oppdrag gjelder det?
              [#2 Matombringing, mandag 23. november kl. 12–13]
              [#1 Snømåking, mandag 23. november kl. 16–18]
        lør 10:00 kari → bot: maten
        lør 10:00 bot → silje: #2, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #2 Matombringing, mandag 23. november kl. 12–13
        lør 10:00 bot → kari: Takk! Du har plass på #2: Matombringing, mandag 23. november kl. 12–13.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (0, 1));
}

/// Lars belongs to the second club: its turn comes later.
async fn who_would_come_too_early_is_asked_in_time(db: Db) {
    let mut fjellvik = snow(db).await;
    fjellvik.says("lars", "eg tek plassen").await;
    fjellvik.says("lars", "eg tek plassen").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T20:30:00").await;
    fjellvik.presses("lars", "Eg kan").await;
    expect![[r#"
        søn 18:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 mandag kl. 16. Kan noen?
        søn 20:00 bot → lars: No er turen komen til laget ditt: #1, Snømåking, måndag 23. november kl. 16–18, manglar framleis folk. Du ville kome. Kan du?
              [Eg kan] [Kan ikkje]
        søn 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              Éin frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Kan ikkje]
              [Opne chat med meg ↗]
        søn 20:30 lars presses: [Eg kan]
        søn 20:30 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Lars Bakke fra Nordre IL kommer.
              [Endre] [Avlys]
        søn 20:30 bot ⇢ lars: (toast) Takk! Du har plass på #1.
        søn 20:30 bot → lars: Takk! Du har plass på #1: Snømåking, måndag 23. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        søn 20:30 bot → lars: (edited) No er turen komen til laget ditt: #1, Snømåking, måndag 23. november kl. 16–18, manglar framleis folk. Du ville kome. Kan du?
              Du svara: Eg kan
        søn 20:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Lars B.
              [Stå som reserve] [Kan ikke]
        søn 20:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Lars B.
              [Stå som reserve] [Kan ikkje]
        søn 20:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Lars B. fra Nordre IL kommer mandag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn nothing_is_chosen(db: Db) {
    let mut fjellvik = two_open(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    fjellvik.says("kari", "den tidligste").await;
    expect![[r#"
        lør 10:20 bot → kari: Du har ikke valgt ennå, så ingenting er gjort med det du skrev.
              Hvilket oppdrag gjelder det?
              [#2 Matombringing, mandag 23. november kl. 12–13]
              [#1 Snømåking, mandag 23. november kl. 16–18]
        lør 12:00 kari → bot: den tidligste
        lør 12:00 bot → silje: #2, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 12:00 bot → kari: Takk! Du har plass på #2: Matombringing, mandag 23. november kl. 12–13.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 12:00 bot → kari: (edited) Du har ikke valgt ennå, så ingenting er gjort med det du skrev.
              Hvilket oppdrag gjelder det?
              Du svarte: #2 Matombringing, mandag 23. november kl. 12–13
        lør 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(2).await.taken(), 1);
}

async fn something_else_is_said_instead(db: Db) {
    let mut fjellvik = two_open(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "ja til #1").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    expect![[r#""#]].assert_eq(&fjellvik.transcript());
}
