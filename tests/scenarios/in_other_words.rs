//! What people write without the number, the button or the message that it belongs to.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_yes_in_private_to_a_card,
    the_unit_does_one_of_two,
    half_a_label_lets_it_stand_and_cancels_nothing,
    who_else_comes_is_a_question,
    the_only_open_place_is_taken,
    a_club_that_is_asked_later,
    what_was_left_is_not_meant,
    two_at_the_same_time,
    when_it_is_over,
);

async fn a_yes_in_private_to_a_card(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "kari", "vi kan være to").await;
    fjellvik.forget();
    fjellvik.says("kari", "jeg tar plassen").await;
    fjellvik.says("kari", "ja").await;
    // Nothing is left, and nobody is asked what they can't have.
    fjellvik.says("eva", "eg tek plassen").await;
    expect![[r#"
        lør 10:00 kari → bot: jeg tar plassen
        lør 10:00 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Ola Rud og Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Det er én plass igjen på #1, Kari.
              Du svarte: Jeg tar den
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Ola R. og Kari N.
              [Stå som reserve] [Kan ikke]
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Du har allerede plass på #1, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 eva → bot: eg tek plassen
        lør 10:00 bot → eva: Ingen oppdrag du kan ta, mangler folk nå.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}

async fn the_unit_does_one_of_two(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-23T12:30:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "me stiller ein sjølve").await;
    fjellvik.says("silje", "ja").await;
    expect![[r#"
        man 12:30 silje → bot: me stiller ein sjølve
        man 12:30 bot → silje: Endre #1 til 2 plasser?
              [Ja, endre] [Nei, la det stå]
        man 12:30 silje → bot: ja
        man 12:30 bot → silje: (edited) Endre #1 til 2 plasser?
              Du svarte: Ja, endre
        man 12:30 bot → silje: Greit, nå trengs 2 på #1.
        man 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Ola R.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.taken()), (2, 1));
}

async fn half_a_label_lets_it_stand_and_cancels_nothing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("silje", "#1 kl 17").await;
    fjellvik.says("silje", "la det stå").await;
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.says("silje", "avlys").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 kl 17
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: la det stå
        lør 10:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Du svarte: Nei, la det stå
        lør 10:00 bot → silje: Greit, #1 står som før.
        lør 10:00 silje → bot: avlys #1
        lør 10:00 bot → silje: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 silje → bot: avlys
        lør 10:00 bot → silje: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn who_else_comes_is_a_question(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.forget();
    fjellvik.says("ola", "er det noen andre som kommer?").await;
    expect![[r#"
        lør 10:00 ola → bot: er det noen andre som kommer?
        lør 10:00 bot → ola: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Spør gjerne Silje Aune, tlf. 10 00 00 04.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

/// Dinner on Sunday; the volunteer centre is asked at 15, and those who stand by in the evening.
async fn dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik
}

async fn the_only_open_place_is_taken(db: Db) {
    let mut fjellvik = dinner(db).await;
    // In the group's card there is one place, and Kari has not answered.
    fjellvik.says("kari", "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1, "{}", fjellvik.transcript());
    fjellvik.says("kari", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-21T20:56:00").await;
    fjellvik.forget();
    // Those who stand by have been asked in private.
    fjellvik.says("marit", "greit").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1, "{}", fjellvik.transcript());
    fjellvik.says("marit", "kan ikke likevel").await;
    fjellvik.says("eva", "jeg kan ta maten").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1, "{}", fjellvik.transcript());
}

async fn a_club_that_is_asked_later(db: Db) {
    let mut fjellvik = dinner(db).await;
    fjellvik.says("nils", "jeg tar plassen").await;
    fjellvik.says("solveig", "eg tek plassen").await;
    expect![[r#"
        lør 10:00 nils → bot: jeg tar plassen
        lør 10:00 bot → nils: #1 (Matombringing, søndag 22. november kl. 15–16) mangler folk, men laget ditt blir ikke spurt før lørdag kl. 15. Er plassen ledig da, kommer spørsmålet både til deg og i gruppa.
        lør 10:00 solveig → bot: eg tek plassen
        lør 10:00 bot → solveig: Det er ikkje spurt etter folk hos dykk akkurat no. Blir det bruk for deg, spør eg.
    "#]].assert_eq(&fjellvik.private_talk());
}

async fn what_was_left_is_not_meant(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 mandag kl 12-13").await;
    fjellvik.says("per", "eg tek #1").await;
    fjellvik.says("per", "kan ikkje likevel #1").await;
    fjellvik.says("ola", "jeg tar #1").await;
    fjellvik.forget();
    fjellvik.says("per", "eg tek plassen").await;
    expect![[r#"
        lør 10:00 per → bot: eg tek plassen
        lør 10:00 bot → silje: #2, mandag 23. november kl. 12–13, er dekket: Per Haugen fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → per: Takk! Du har plass på #2: Snømåking, måndag 23. november kl. 12–13.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
}

async fn two_at_the_same_time(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("eva", "jeg tar #1").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 i morgen kl 15-17").await;
    fjellvik.time_passes_until("2026-11-21T20:56:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → solveig: Vi manglar folk på #2"), "{said}");
    assert!(!said.contains("bot → eva: Vi mangler folk"), "{said}");
    fjellvik.says("eva", "jeg tar #2").await;
    expect![[r#"
        lør 20:56 eva → bot: jeg tar #2
        lør 20:56 bot → silje: #2, søndag 22. november kl. 15–17, er dekket: Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 20:56 bot → eva: Takk! Du har plass på #2: Snømåking, søndag 22. november kl. 15–17.
              Husk at du også har #1, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 20:56 bot → solveig: (edited) Vi manglar folk på #2: Snømåking, søndag 22. november kl. 15–17. Kan du?
              Det trengst ikkje fleire på #2 no. Takk for at du stod klar!
    "#]].assert_eq(&fjellvik.private_talk());
}

async fn when_it_is_over(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("eva", "kan fra halv sju #1").await;
    expect![[r#"
        lør 10:00 eva → bot: kan fra halv sju #1
        lør 10:00 bot → eva: #1 er søndag 22. november kl. 16–18, så kl. 18:30 blir for sent. Kan du komme tidligere?
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.undecided().count(), 0);
}
