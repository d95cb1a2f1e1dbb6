//! Somebody takes a hole: they have answered, be it without a word of when, and the others hear of it.

use expect_test::expect;
use tannhjul::domain::task::TaskState;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    without_a_time_it_is_for_a_while,
    two_who_press_hear_of_each_other,
    once_it_has_begun_the_first_has_it,
    whoever_reports_a_no_show_is_not_silent,
    whoever_takes_somebody_off_in_words_is_not_silent,
    two_holes_are_not_mixed_up,
    both_holes_at_once,
    the_unit_sends_one_to_each,
    who_lets_it_lie_twice_is_passed_over,
);

async fn without_a_time_it_is_for_a_while(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Tar det").await;
    // Nobody is rung meanwhile; then he is asked once more, and stays silent.
    fjellvik.time_passes_until("2026-11-22T11:36:00").await;
    expect![[r#"
        søn 10:05 bjorn presses: [Tar det]
        søn 10:05 bot ⇢ bjorn: (toast) Fint, du tar #1. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
        søn 10:05 bot → bjorn: Fint, du tar #1. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
        søn 11:15 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 11:35 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn two_who_press_hear_of_each_other(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:21:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("anne", "Tar det").await;
    fjellvik.says("anne", "kl 12").await;
    expect![[r#"
        søn 10:21 bjorn presses: [Tar det]
        søn 10:21 bot → anne: Bjørn Moe tar #1 og er på saken til søndag kl. 11:30.
        søn 10:21 bot ⇢ bjorn: (toast) Fint, du tar #1. Jeg er stille til søndag kl. 11:30. Passer en annen tid bedre, velg den eller skriv den.
        søn 10:21 bot → bjorn: Fint, du tar #1. Jeg er stille til søndag kl. 11:30. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 11] [Til kl. 11:30] [Til kl. 12:30]
        søn 10:21 anne presses: [Tar det]
        søn 10:21 bot ⇢ anne: (toast) Bjørn Moe (10 00 00 02) tar #1 og er på saken til søndag kl. 11:30. Snakk sammen hvis du heller vil ta det.
        søn 10:21 bot → anne: Bjørn Moe (10 00 00 02) tar #1 og er på saken til søndag kl. 11:30. Snakk sammen hvis du heller vil ta det.
              [Til kl. 11] [Til kl. 11:30] [Til kl. 12:30]
        søn 10:21 anne → bot: kl 12
        søn 10:21 bot → anne: Du tar #1. Jeg er stille til søndag kl. 12 og spør igjen hvis det fortsatt mangler folk.
        søn 10:21 bot → bjorn: Anne Berg tar #1 og er på saken til søndag kl. 12.
    "#]].assert_eq(&fjellvik.transcript());
    // The contact does not hear that anybody has been silent: nobody is rung.
    fjellvik.time_passes_until("2026-11-22T11:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
}

/// Dinner on Sunday at 15 for Kari, who is not there: duty has been told.
async fn kari_is_missing(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik
}

async fn once_it_has_begun_the_first_has_it(db: Db) {
    let mut fjellvik = kari_is_missing(db).await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:33:00").await;
    fjellvik.forget();
    fjellvik.presses("anne", "Tar det").await;
    fjellvik.presses("bjorn", "Tar det").await;
    expect![[r#"
        søn 15:33 anne presses: [Tar det]
        søn 15:33 bot ⇢ anne: (toast) Da er det du som tar #1, og jeg er stille. Når det er ordnet: «Sett inn noen» eller «Kommunen tar det».
        søn 15:33 bot → anne: Da er det du som tar #1, og jeg er stille. Når det er ordnet: «Sett inn noen» eller «Kommunen tar det».
        søn 15:33 bot → bjorn: Anne Berg tar #1 og er på saken til søndag kl. 16.
        søn 15:33 bot → silje: #1, søndag 22. november kl. 15–16: Anne Berg (10 00 00 01), som har vakt, har tatt på seg å ordne det.
        søn 15:33 bjorn presses: [Tar det]
        søn 15:33 bot ⇢ bjorn: (toast) Anne Berg (10 00 00 01) tar #1 og er på saken til søndag kl. 16. Snakk sammen hvis du heller vil ta det.
        søn 15:33 bot → bjorn: Anne Berg (10 00 00 01) tar #1 og er på saken til søndag kl. 16. Snakk sammen hvis du heller vil ta det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_reports_a_no_show_is_not_silent(db: Db) {
    let mut fjellvik = kari_is_missing(db).await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:33:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → anne: #1 har begynt og mangler 1 av 1"), "{said}");
    assert!(!said.contains("har ikke svart") && !said.contains("tok saken"), "{said}");
}

async fn whoever_takes_somebody_off_in_words_is_not_silent(db: Db) {
    let mut fjellvik = kari_is_missing(db).await;
    fjellvik.says("bjorn", "ta Kari av #1").await;
    fjellvik.presses("bjorn", "Ja, ta av").await;
    fjellvik.time_passes_until("2026-11-22T15:33:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → anne: #1 har begynt og mangler 1 av 1"), "{said}");
    assert!(!said.contains("har ikke svart"), "{said}");
}

/// Nobody for the snow at 15 and at 16, and duty has been told of both.
async fn two_holes(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i morgen kl 15-17").await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 i morgen kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.forget();
    fjellvik
}

async fn two_holes_are_not_mixed_up(db: Db) {
    let mut fjellvik = two_holes(db).await;
    fjellvik.says("bjorn", "tar det").await;
    fjellvik.presses("bjorn", "Begge").await;
    expect![[r#"
        søn 10:05 bjorn → bot: tar det
        søn 10:05 bot → bjorn: Hvilket oppdrag gjelder det?
              [#1 Snømåking, søndag 22. november kl. 15–17]
              [#2 Snømåking, søndag 22. november kl. 16–18]
              [Begge]
        søn 10:05 bjorn presses: [Begge]
        søn 10:05 bot → anne: Bjørn Moe tar #1 og er på saken til søndag kl. 11:15.
        søn 10:05 bot → bjorn: (edited) Hvilket oppdrag gjelder det?
              Du svarte: Begge
        søn 10:05 bot → bjorn: Fint, du tar #1. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
        søn 10:05 bot → bjorn: Fint, du tar #2. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
        søn 10:05 bot → inger: Bjørn Moe tar #1 og er på saken til søndag kl. 11:15.
    "#]].assert_eq(&fjellvik.private_talk());
    for task in [1, 2] {
        assert!(fjellvik.task(task).await.held.is_some(), "#{task}");
    }
}

async fn both_holes_at_once(db: Db) {
    let mut fjellvik = two_holes(db).await;
    fjellvik.says("bjorn", "tar begge").await;
    for task in [1, 2] {
        assert!(fjellvik.task(task).await.held.is_some(), "#{task}: {}", fjellvik.transcript());
    }
}

async fn the_unit_sends_one_to_each(db: Db) {
    let mut fjellvik = two_holes(db).await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "me stiller med éin sjølve").await;
    fjellvik.says("silje", "me stiller med ein på båe").await;
    expect![[r#"
        søn 12:05 silje → bot: me stiller med éin sjølve
        søn 12:05 bot → silje: Hvilket oppdrag gjelder det?
              [#1 Snømåking, søndag 22. november kl. 15–17]
              [#2 Snømåking, søndag 22. november kl. 16–18]
              [Begge]
        søn 12:05 silje → bot: me stiller med ein på båe
        søn 12:05 bot → silje: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #1 Snømåking, søndag 22. november kl. 15–17
              Du svarte: #2 Snømåking, søndag 22. november kl. 16–18
        søn 12:05 bot → silje: Greit, nå trengs én på #1.
        søn 12:05 bot → silje: Greit, nå trengs én på #2.
    "#]]
    .assert_eq(&fjellvik.private_talk());
    assert_eq!((fjellvik.task(1).await.places, fjellvik.task(2).await.places), (1, 1));
    fjellvik.says("silje", "vi stiller selv").await;
    fjellvik.says("silje", "den første").await;
    let states = (fjellvik.task(1).await.state, fjellvik.task(2).await.state);
    assert_eq!(states, (TaskState::TakenOver, TaskState::Open), "{}", fjellvik.transcript());
}

async fn who_lets_it_lie_twice_is_passed_over(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:45:00").await;
    fjellvik.says("anne", "jeg tar det til kl 11.30").await;
    fjellvik.time_passes_until("2026-11-22T11:31:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T11:51:00").await;
    expect![[r#"
        søn 11:50 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]]
    .assert_eq(&fjellvik.private_talk());
}
