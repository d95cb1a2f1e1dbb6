//! Yes, but: not before a time, only if nobody else can, a little late, perhaps.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_holder_who_comes_later,
    only_oneself_after_all,
    if_nobody_else_can,
    a_perhaps_is_answered_in_private,
    yes_and_a_little_late,
    half_past_seven_in_the_evening,
);

async fn half_past_seven_in_the_evening(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 19-20").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "kan ikke være der før halv åtte").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan ikke være der før halv åtte
        lør 10:00 bot → bjorn: Kari Nes kan ta #1 fra kl. 19:30 (oppdraget er søndag 22. november kl. 19–20).
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_holder_who_comes_later(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("ola", "kan ikke komme før 17").await;
    expect![[r#"
        lør 10:00 ola → bot: kan ikke komme før 17
        lør 10:00 bot → bjorn: Ola R. har plass på #1 (søndag 22. november kl. 16–18), men kan ikke komme før kl. 17. Går det?
              [Ola R. kommer] [Ola R. kommer ikke]
        lør 10:00 bot → ola: Takk for at du sier fra! Koordinatoren får vite det. Du har plassen på #1 så lenge du ikke hører noe annet.
              [Meld forfall]
        lør 10:00 bot → ola: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.presses("bjorn", "Ola R. kommer ikke").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.forget();
}

async fn only_oneself_after_all(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "hanne", "me kan vera to").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    for words in ["berre eg som kjem likevel"] {
        fjellvik.says("hanne", words).await;
        assert_eq!(fjellvik.task(1).await.taken(), 1, "{words}");
    }
}

async fn if_nobody_else_can(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan hvis ingen andre kan").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: Plassene på #1 ble fylt av andre"), "{said}");
    fjellvik.says("eva", "kan ikke likevel").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: Det ble en plass ledig på #1"), "{said}");
}

async fn a_perhaps_is_answered_in_private(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "kanskje").await;
    fjellvik.replies("fjellvik-il", "kari", "kanskje likevel").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kanskje
        lør 10:00 bot → kari: Fint. Si fra når du vet om du kan ta #1. Imens er plassen åpen for alle.
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il kari (reply): kanskje likevel
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.replies("fjellvik-il", "ola", "er det mulig å få med egen freser?").await;
    assert!(fjellvik.transcript().contains("Spør gjerne"));
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn yes_and_a_little_late(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.replies("fjellvik-il", "marit", "I can, men eg kjem litt seint").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → marit: Takk! Alle plassene på #1 er tatt"), "{said}");
    assert_eq!(fjellvik.task(1).await.reserves().len(), 2);
}
